// align.c - comments at line ends, which gofmt keeps in one column.
//
// gofmt aligns them over consecutive lines of one indentation that all have one; a line without a comment
// ends the run. A fix that removes, adds or changes a line can join runs, split them, or move their column.
#include "report/align.h"

#include "report/glyph.h"
#include "syntax/ast.h"

typedef struct Line {
    Span code;        // without indent and trailing white space
    uint32_t indent;  // bytes
    uint32_t comment; // where the comment begins that ends the line; 0 where none does
    bool touched;
} Line;

typedef struct Aligner {
    const Source *text;
    Line *lines; // from 1
    uint32_t count;
    Arena arena;
} Aligner;

static bool is_white(char c)
{
    return c == ' ' || c == '\t';
}

static void measure(Aligner *a)
{
    a->count = a->text->line_count;
    a->lines = arena_array(&a->arena, Line, a->count + 2);
    for (uint32_t n = 1; n <= a->count; n++) {
        Str line = source_line(a->text, n);
        uint32_t start = (uint32_t)(line.ptr - a->text->text), indent = 0;
        while (indent < line.len && is_white(line.ptr[indent]))
            indent++;
        a->lines[n] = (Line){.code = {start + indent, start + (uint32_t)line.len}, .indent = indent};
    }
}

static void find_comments(Aligner *a)
{
    Ast *ast = ast_parse(a->text, (Span){0, a->text->len}, NULL, PARSE_FILE);
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t k = 0; k < count; k++) {
        Span span = comments[k].span;
        Line *line = &a->lines[source_position(a->text, span.start).line];
        if (a->text->text[span.start + 1] != '/' || span.start <= line->code.start)
            continue;
        line->comment = span.start;
        line->code.end = span.start;
        while (is_white(a->text->text[line->code.end - 1]))
            line->code.end--;
    }
    ast_free(ast);
}

// The lines that a span lies on, and one on either side.
static void touch(Aligner *a, Span span)
{
    uint32_t first = source_position(a->text, span.start).line, last = source_position(a->text, span.end).line;
    first -= first > 1;
    last += last < a->count;
    for (uint32_t n = first; n <= last; n++)
        a->lines[n].touched = true;
}

static uint32_t width_of(const Aligner *a, const Line *line)
{
    return glyph_width(source_str(a->text, line->code));
}

// The end of the run that begins at a line; the widest code in it, and whether a span touches it.
static uint32_t run_of(const Aligner *a, uint32_t first, uint32_t *widest, bool *touched)
{
    uint32_t n = first;
    *widest = 0;
    *touched = false;
    while (n <= a->count && a->lines[n].comment && a->lines[n].indent == a->lines[first].indent) {
        uint32_t w = width_of(a, &a->lines[n]);
        *widest = w > *widest ? w : *widest;
        *touched |= a->lines[n].touched;
        n++;
    }
    return n;
}

void align_comments(const Source *text, const Span *touched, uint32_t count, StrBuf *out)
{
    Aligner a = {.text = text};
    measure(&a);
    find_comments(&a);
    for (uint32_t k = 0; k < count; k++)
        touch(&a, touched[k]);
    uint32_t at = 0;
    for (uint32_t n = 1; n <= a.count;) {
        uint32_t widest;
        bool due;
        uint32_t end = run_of(&a, n, &widest, &due);
        for (uint32_t k = n; k < end && due; k++) {
            const Line *line = &a.lines[k];
            strbuf_add(out, source_str(text, (Span){at, line->code.end}));
            strbuf_repeat(out, ' ', widest - width_of(&a, line) + 1);
            at = line->comment;
        }
        n = end > n ? end : n + 1;
    }
    strbuf_add(out, source_str(text, (Span){at, text->len}));
    arena_free(&a.arena);
}

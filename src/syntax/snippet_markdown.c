// snippet_markdown.c - Go code in Markdown, through cmark-gfm.
//
// cmark says on which line a code block begins and gives its content with the marks of quotes and
// lists removed; each line of the content is the tail of one line of the document, which gives the
// offset that it begins at.
//
// cmark works on a copy that is tamed first: what only matters inside paragraphs (emphasis, links,
// entities) becomes a letter, and marks that would nest hundreds deep are dropped. Where blocks
// begin and end stays the same, but inputs made to keep its inline parser busy for hours are as
// fast as others.
#include "syntax/snippet_find.h"

#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

enum {
    // Marks of quotes and lists on one line. Deeper nesting is not seen in real documents, and each
    // blank line costs cmark a look at every open list.
    MARKS_MAX = 64,
    // Deeply indented lines that begin with <! or <?: inside a paragraph each of them may make
    // cmark look for its end through the rest of the paragraph.
    DECLARATIONS_MAX = 64,
};

// ---- Taming ----

typedef struct Tamer {
    char *text;
    uint32_t len;
    uint32_t declarations;
} Tamer;

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_mark(char c)
{
    return c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')' ||
           (c >= '0' && c <= '9');
}

// Whether the rest of the line is one kind of character and spaces: a thematic break.
static bool is_break(const char *p, const char *end)
{
    char c = *p;
    while (p < end && (*p == c || is_space(*p)))
        p++;
    return p == end;
}

// Tames quote and list marks at the start of a line; gives the first byte behind them.
static char *tame_marks(char *p, const char *end)
{
    uint32_t marks = 0;
    for (; p < end && (is_space(*p) || is_mark(*p)); p++) {
        if (*p == '*' && p + 1 < end && !is_space(p[1])) {
            if (is_break(p, end))
                return p + (end - p);
            break;
        }
        if (!is_space(*p) && ++marks > MARKS_MAX)
            *p = 'x';
    }
    return p;
}

// The first byte behind what begins HTML: a tag, a comment, a declaration or CDATA.
static char *behind_html_start(char *p, const char *end)
{
    static const char *const starts[] = {"<![CDATA[", "<!--", "<!", "<?"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts((Str){p, (size_t)(end - p)}, starts[i]))
            return p + strlen(starts[i]);
    return p + 1;
}

// What may begin a block other than a quote or list: a heading, fence, break or HTML.
static char *tame_block_start(Tamer *t, char *line, char *p, const char *end)
{
    if (p == end)
        return p;
    if (*p == '_')
        return is_break(p, end) ? p + (end - p) : p;
    if (*p == '<') {
        bool declaration = p + 1 < end && (p[1] == '!' || p[1] == '?');
        if (declaration && p - line >= 4 && ++t->declarations > DECLARATIONS_MAX)
            *p = 'x';
        return behind_html_start(p, end);
    }
    return p;
}

static void tame_line(Tamer *t, char *line, const char *end)
{
    char *p = tame_block_start(t, line, tame_marks(line, end), end);
    for (; p < end; p++) {
        bool closes_tag = *p == '<' && p + 1 < end && p[1] == '/';
        bool closes_data = *p == ']' && p + 1 < end && (p[1] == ']' || p[1] == '>');
        if (*p == '\0' || (strchr("[]!&\\*_<", *p) && !closes_tag && !closes_data))
            *p = 'x';
    }
}

// Gives cmark's copy of the document, the same length and with the same line ends.
static char *tame(Arena *a, const Source *doc)
{
    Tamer t = {.len = doc->len};
    t.text = arena_strndup(a, doc->text, doc->len);
    for (uint32_t start = 0, end; start < t.len; start = end + 1) {
        for (end = start; end < t.len && t.text[end] != '\n' && t.text[end] != '\r'; end++)
            ;
        tame_line(&t, t.text + start, t.text + end);
    }
    return t.text;
}

// ---- Lines ----

// Offsets of line starts as cmark counts lines: \n, \r\n or \r ends one.
typedef VEC(uint32_t) LineStarts;

static LineStarts find_lines(Arena *a, const Source *doc)
{
    LineStarts lines = {0};
    vec_push(a, &lines, 0);
    for (uint32_t i = 0; i < doc->len; i++) {
        char c = doc->text[i];
        if (c == '\n' || (c == '\r' && (i + 1 == doc->len || doc->text[i + 1] != '\n')))
            vec_push(a, &lines, i + 1);
    }
    return lines;
}

typedef struct MarkdownReader {
    Arena *arena;
    Arena *scratch; // freed when the document is read
    const Source *doc;
    const char *tamed;
    LineStarts lines;
    SnippetList *out;
    Str heading;
} MarkdownReader;

// Line `n` from 0 without its end.
static Span line_span(const MarkdownReader *r, uint32_t n)
{
    uint32_t end = n + 1 < r->lines.len ? r->lines.data[n + 1] : r->doc->len;
    Span s = {r->lines.data[n], end};
    while (s.end > s.start && (r->doc->text[s.end - 1] == '\n' || r->doc->text[s.end - 1] == '\r'))
        s.end--;
    return s;
}

static uint32_t next_line(const MarkdownReader *r, uint32_t n)
{
    return n + 1 < r->lines.len ? r->lines.data[n + 1] : r->doc->len;
}

// The heading's own line without # marks.
static Str heading_text(const MarkdownReader *r, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    if (line < 1 || (uint32_t)line > r->lines.len)
        return (Str){0};
    Str s = str_trim(source_str(r->doc, line_span(r, (uint32_t)line - 1)));
    while (s.len && strchr("#>*- \t", s.ptr[0]))
        s = str_sub(s, 1, s.len);
    while (s.len && (s.ptr[s.len - 1] == '#' || is_space(s.ptr[s.len - 1])))
        s = str_sub(s, 0, s.len - 1);
    return s;
}

// ---- Code blocks ----

// Matches a line of content with line `n`; adds a mark with the offset where its code begins.
static void map_line(MarkdownReader *r, uint32_t n, Str content, LineMarks *marks)
{
    Span line = line_span(r, n);
    // A tab that a list's indent takes a part of comes as spaces, so white space is not compared.
    while (content.len && is_space(content.ptr[0]))
        content = str_sub(content, 1, content.len);
    size_t len = line.end - line.start;
    uint32_t code = line.end;
    if (content.len <= len &&
        memcmp(r->tamed + line.end - content.len, content.ptr, content.len) == 0)
        code = line.end - (uint32_t)content.len;
    vec_push(r->scratch, marks, (LineMark){line.start, code});
}

static Str next_content_line(Str *rest)
{
    size_t n = 0;
    while (n < rest->len && rest->ptr[n] != '\n' && rest->ptr[n] != '\r')
        n++;
    Str line = str_sub(*rest, 0, n);
    if (n < rest->len)
        n += rest->ptr[n] == '\r' && n + 1 < rest->len && rest->ptr[n + 1] == '\n' ? 2 : 1;
    *rest = str_sub(*rest, n, rest->len);
    return line;
}

static bool is_go_tag(Str info)
{
    size_t n = 0;
    info = str_trim(info);
    if (str_starts(info, "{."))
        info = str_sub(info, 2, info.len);
    while (n < info.len && !strchr(" \t,{}:;", info.ptr[n]))
        n++;
    Str tag = str_sub(info, 0, n);
    return str_is(tag, "go") || str_is(tag, "golang") || str_is(tag, "Go") || str_is(tag, "GO");
}

static bool has_tag(Str info)
{
    return str_trim(info).len > 0;
}

static void code_block(MarkdownReader *r, cmark_node *node)
{
    int length, offset;
    char character;
    bool fenced = cmark_node_get_fenced(node, &length, &offset, &character);
    Str info = str_of(cmark_node_get_fence_info(node)), rest = str_of(cmark_node_get_literal(node));
    bool tagged = is_go_tag(info);
    int line = cmark_node_get_start_line(node);
    if (line < 1 || rest.len == 0 || (has_tag(info) && !tagged))
        return;
    uint32_t first = (uint32_t)line - 1 + (fenced ? 1 : 0), n = first;
    LineMarks marks = {0};
    for (; rest.len && n < r->lines.len; n++)
        map_line(r, n, next_content_line(&rest), &marks);
    if (n == first)
        return;
    Span span = {r->lines.data[first], next_line(r, n - 1)};
    uint32_t before = r->out->len;
    snippet_add(r->arena, r->doc, span, &marks, r->heading, r->out);
    if (!tagged && !snippet_is_go(r->doc, &r->out->data[before]))
        r->out->len = before;
}

void snippet_find_markdown(Arena *a, const Source *doc, SnippetList *out)
{
    Arena scratch = {0};
    MarkdownReader r = {.arena = a, .scratch = &scratch, .doc = doc, .out = out};
    r.tamed = tame(&scratch, doc);
    r.lines = find_lines(&scratch, doc);
    cmark_node *root = cmark_parse_document(r.tamed, doc->len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    for (cmark_event_type e; (e = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (e != CMARK_EVENT_ENTER)
            continue;
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            r.heading = heading_text(&r, node);
        else if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK)
            code_block(&r, node);
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
    arena_free(&scratch);
}

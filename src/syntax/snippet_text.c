// snippet_text.c - Go code in plain text.
//
// A unit is one declaration or statement: it begins with a line of that shape and ends where its
// brackets are balanced at a line end. Units that follow each other, with at most one blank line
// and any comments between, are one block. A block needs proof: a unit that only Go has, or the
// call of a method on a line of its own.
//
// Brackets that never balance do not cost the rest of the document: a unit is cut short by a
// sentence, or by the next function, that stands no deeper than its own first line. Each line is
// looked at a bounded number of times.
#include "syntax/snippet_find.h"
#include "syntax/snippet_line.h"

#include <string.h>

// A unit that proves nothing by its first line may spread over so many lines; longer calls and
// assignments without a function literal are tables of data. Bounds how often a line is read.
enum { WEAK_LINES_MAX = 24 };

// A line longer than this between blank lines is a paragraph, not a heading.
enum { HEADING_MAX = 100 };

// One line: all of it, and what is left without quote marks and its end.
typedef struct TextLine {
    uint32_t start, next; // next: start of the following line
    uint32_t text, end;   // text: behind quote marks; end: before the line end
    uint32_t indent;      // bytes of white space at text
} TextLine;

typedef struct TextReader {
    Arena *arena;
    const Source *doc;
    SnippetList *out;
    LineText t;
    uint32_t pos; // start of the line to look at next
    Str heading;
    bool after_blank;
} TextReader;

typedef struct Unit {
    uint32_t end; // start of the line behind the unit
    LineShape shape;
    bool whole; // its brackets balance
} Unit;

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static TextLine line_at(const TextReader *r, uint32_t start)
{
    TextLine l = {.start = start, .text = start};
    const char *text = r->t.text;
    const char *nl = memchr(text + start, '\n', r->t.len - start);
    l.next = nl ? (uint32_t)(nl - text) + 1 : r->t.len;
    l.end = nl ? l.next - 1 : l.next;
    while (l.end > start && text[l.end - 1] == '\r')
        l.end--;
    for (uint32_t p = start; p < l.end && (is_space(text[p]) || text[p] == '>'); p++)
        if (text[p] == '>')
            l.text = p + 1;
    while (l.text + l.indent < l.end && is_space(text[l.text + l.indent]))
        l.indent++;
    return l;
}

static bool is_ellipsis(const TextReader *r, const TextLine *l)
{
    return str_is(str_trim((Str){r->t.text + l->text, l->end - l->text}), "\xe2\x80\xa6");
}

static LineShape shape_at(const TextReader *r, const TextLine *l, LineFacts *f)
{
    line_read(&r->t, l->text, l->end, CARRY_NONE, f);
    return is_ellipsis(r, l) ? LINE_DOTS : line_shape(f);
}

static bool starts_unit(LineShape s)
{
    return s == LINE_WEAK || s == LINE_CALL || s == LINE_STRONG;
}

// Whether a line inside open brackets shows that they will not be closed: a sentence, or a
// function, which cannot stand inside another, no deeper than the unit itself.
static bool cuts_unit(const TextLine *first, const TextLine *l, const LineFacts *f)
{
    if (l->indent > first->indent || f->tokens == 0)
        return false;
    if (line_is_sentence(f))
        return true;
    bool declares =
        f->first[0] == TOK_PACKAGE || (f->first[0] == TOK_FUNC && f->first[1] == TOK_IDENT);
    return declares && line_shape(f) == LINE_STRONG;
}

// Reads the unit that begins at `first`, a line of the given shape and facts.
static Unit read_unit(const TextReader *r, const TextLine *first, LineShape shape, LineFacts f)
{
    Unit u = {.end = first->next, .shape = shape, .whole = true};
    int depth = f.depth;
    Carry carry = f.carry;
    uint32_t lines = 1, solid = first->next; // solid: behind the last line that is not blank
    while (depth > 0 || carry != CARRY_NONE || !line_ends_statement(&f)) {
        TextLine l = line_at(r, u.end);
        bool more = u.end < r->t.len && (shape == LINE_STRONG || lines < WEAK_LINES_MAX);
        if (more) {
            bool inside = carry != CARRY_NONE;
            line_read(&r->t, l.text, l.end, carry, &f);
            more = (inside || !cuts_unit(first, &l, &f)) && depth + f.lowest >= 0 &&
                   (depth > 0 || inside || f.tokens > 0);
        }
        if (!more) {
            u.whole = false;
            u.end = solid;
            return u;
        }
        depth += f.depth;
        carry = f.carry;
        u.end = l.next;
        if (f.tokens > 0)
            solid = u.end;
        lines++;
    }
    return u;
}

// What stands between the end of a unit and a line that may begin the next.
typedef struct Gap {
    TextLine line; // behind blank lines and comments
    LineFacts facts;
    LineShape shape;
    uint32_t blanks;   // most blank lines in a row
    uint32_t comments; // end of the comments that follow the unit without a blank line
} Gap;

static Gap read_gap(const TextReader *r, uint32_t pos)
{
    Gap g = {.comments = pos, .shape = LINE_PROSE};
    uint32_t row = 0;
    bool touching = true;
    for (; pos < r->t.len && g.blanks < 2; pos = g.line.next) {
        g.line = line_at(r, pos);
        g.shape = shape_at(r, &g.line, &g.facts);
        if (g.shape == LINE_BLANK) {
            touching = false;
            g.blanks = ++row > g.blanks ? row : g.blanks;
        } else if (g.shape == LINE_COMMENT || g.shape == LINE_DOTS) {
            row = 0;
            if (touching)
                g.comments = g.line.next;
        } else {
            return g;
        }
        // A comment may go on over several lines.
        if (g.facts.carry != CARRY_NONE)
            break;
    }
    g.shape = LINE_PROSE;
    return g;
}

// An exported name with () behind a blank line is a title; cancel() is code.
static bool is_title(const TextReader *r, const Gap *g)
{
    char c = r->t.text[g->line.text + g->line.indent];
    return g->blanks > 0 && g->shape == LINE_WEAK && g->facts.has_call && !g->facts.has_args &&
           c >= 'A' && c <= 'Z';
}

// Reads units from `line` on; gives the end of the block, or 0 where it lacks proof.
static uint32_t read_block(const TextReader *r, TextLine line, LineShape shape, LineFacts f)
{
    uint32_t end = line.start;
    bool proof = false;
    for (;;) {
        Unit u = read_unit(r, &line, shape, f);
        if (!u.whole && u.shape != LINE_STRONG)
            break;
        proof = proof || u.shape == LINE_STRONG || u.shape == LINE_CALL;
        end = u.end;
        Gap g = read_gap(r, end);
        bool another = g.facts.first[0] == TOK_PACKAGE; // the next file
        if (!u.whole || g.blanks > 1 || another || !starts_unit(g.shape) || is_title(r, &g)) {
            end = g.comments;
            break;
        }
        line = g.line;
        shape = g.shape;
        f = g.facts;
    }
    return proof ? end : 0;
}

static bool is_sentence_end(Str s, size_t i)
{
    return s.ptr[i] == '.' && s.ptr[i + 1] == ' ' && s.ptr[i - 1] >= 'a' && s.ptr[i - 1] <= 'z';
}

static bool is_heading(Str s)
{
    if (s.len == 0 || s.len > HEADING_MAX || strchr(".:,;!?)\"", s.ptr[s.len - 1]))
        return false;
    for (size_t i = 1; i + 1 < s.len; i++)
        if (is_sentence_end(s, i))
            return false;
    return true;
}

// A short line between blank lines that is no sentence names what follows.
static void note_heading(TextReader *r, const TextLine *l)
{
    Str s = str_trim((Str){r->t.text + l->text, l->end - l->text});
    if (!r->after_blank || !is_heading(s))
        return;
    TextLine next = {0};
    if (l->next < r->t.len)
        next = line_at(r, l->next);
    if (next.text + next.indent == next.end)
        r->heading = s;
}

static void text_line(TextReader *r)
{
    TextLine line = line_at(r, r->pos), begin = line;
    LineFacts f;
    LineShape shape = shape_at(r, &line, &f);
    // Comments that touch the first unit belong to it.
    while (shape == LINE_COMMENT && f.carry == CARRY_NONE && line.next < r->t.len) {
        line = line_at(r, line.next);
        shape = shape_at(r, &line, &f);
    }
    uint32_t end = starts_unit(shape) ? read_block(r, line, shape, f) : 0;
    if (end > begin.start) {
        snippet_add(r->arena, r->doc, (Span){begin.start, end}, NULL, r->heading, r->out);
        r->pos = end;
        r->after_blank = false;
        return;
    }
    if (shape == LINE_PROSE)
        note_heading(r, &line);
    r->after_blank = shape == LINE_BLANK;
    r->pos = line.next;
}

static uint32_t last_place(const char *text, uint32_t len, const char *what)
{
    uint32_t width = (uint32_t)strlen(what);
    for (uint32_t i = len; i >= width; i--)
        if (memcmp(text + i - width, what, width) == 0)
            return i - width;
    return 0;
}

void snippet_find_text(Arena *a, const Source *doc, SnippetList *out)
{
    TextReader r = {.arena = a, .doc = doc, .out = out, .after_blank = true};
    r.t = (LineText){.text = doc->text, .len = doc->len};
    r.t.last_backquote = last_place(doc->text, doc->len, "`");
    r.t.last_comment_end = last_place(doc->text, doc->len, "*/");
    while (r.pos < doc->len)
        text_line(&r);
}

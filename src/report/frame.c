// frame.c - which lines an excerpt shows, and how its spans lie in them.
#include "report/frame_rows.h"

#include "report/glyph.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    FRAME_WHOLE = 7, // a span of up to so many lines is shown whole
    FRAME_GAP = 1,   // as many lines take no more room than the "..." that would stand for them
};

// A span that ends with line ends or blanks would put its last mark on a line of its own.
static Span trimmed(const Source *s, Span span)
{
    if (span.start > s->len)
        span.start = s->len;
    if (span.end > s->len)
        span.end = s->len;
    while (span.end > span.start + 1) {
        char c = s->text[span.end - 1];
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t')
            break;
        span.end--;
    }
    return span;
}

static bool only_blanks_before(Str line, uint32_t column)
{
    for (uint32_t i = 0; i < column && i < line.len; i++)
        if (line.ptr[i] != ' ' && line.ptr[i] != '\t')
            return false;
    return true;
}

static Shape shape_of(const Source *s, const Mark *mark)
{
    Span span = trimmed(s, mark->span);
    Position start = source_position(s, span.start);
    Position end = start;
    if (span.end > span.start)
        end = source_position(s, span.end - 1);
    Shape shape = {
        .mark = mark,
        .line = start.line,
        .last = end.line,
        .start = start.column - 1,
        .end = span.end > span.start ? end.column : start.column - 1,
    };
    shape.at_indent = only_blanks_before(source_line(s, start.line), shape.start);
    return shape;
}

static int shape_order(const void *left, const void *right)
{
    const Shape *a = left, *b = right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->last != b->last)
        return a->last > b->last ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return (a->mark > b->mark) - (a->mark < b->mark);
}

// Gives every shape of several lines the leftmost lane that no earlier one still holds.
static void assign_lanes(Frame *f)
{
    VEC_EACH (Shape, s, &f->shapes) {
        if (s->line == s->last)
            continue;
        bool taken = true;
        for (s->lane = 0; taken; s->lane += taken) {
            taken = false;
            for (Shape *o = f->shapes.data; o < s; o++)
                taken |= o->line != o->last && o->last >= s->line && o->lane == s->lane;
        }
        if (s->lane + 1 > f->lanes)
            f->lanes = s->lane + 1;
    }
}

typedef VEC(uint32_t) LineList;

static int line_order(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

// The lines that a shape wants to be seen: all of a short one, the ends of a long one.
static void add_lines(Frame *f, LineList *lines, const Shape *s)
{
    bool whole = s->last - s->line < FRAME_WHOLE;
    for (uint32_t line = s->line; line <= s->last; line++) {
        if (!whole && line == s->line + 2)
            line = s->last - 1;
        vec_push(&f->scratch, lines, line);
    }
}

static void draw(Frame *f, LineList *lines)
{
    qsort(lines->data, lines->len, sizeof *lines->data, line_order);
    uint32_t last = 0;
    VEC_EACH (uint32_t, line, lines) {
        if (*line == last)
            continue;
        if (last && *line - last > FRAME_GAP + 1)
            frame_gap_put(f);
        else
            for (uint32_t filled = last + 1; last && filled < *line; filled++)
                frame_line_put(f, filled);
        frame_line_put(f, *line);
        last = *line;
    }
}

void frame_put(const FrameStyle *style, const Source *source, const MarkList *marks, StrBuf *out)
{
    Frame f = {.style = style, .source = source, .out = out};
    VEC_EACH (Mark, m, marks)
        vec_push(&f.scratch, &f.shapes, shape_of(source, m));
    if (f.shapes.len > 0)
        qsort(f.shapes.data, f.shapes.len, sizeof *f.shapes.data, shape_order);
    assign_lanes(&f);
    LineList lines = {0};
    VEC_EACH (Shape, s, &f.shapes)
        add_lines(&f, &lines, s);
    if (lines.len > 0)
        draw(&f, &lines);
    arena_free(&f.scratch);
}

uint32_t frame_gutter(const Source *source, Span span)
{
    Span t = trimmed(source, span);
    uint32_t line = source_position(source, t.end > t.start ? t.end - 1 : t.start).line;
    return (uint32_t)snprintf(NULL, 0, "%u", line);
}

void frame_gutter_put(const FrameStyle *style, uint32_t line, char separator, StrBuf *out)
{
    style_on(style->terminal, STYLE_FRAME, out);
    if (line)
        strbuf_printf(out, "%*u %c", (int)style->gutter, line, separator);
    else
        strbuf_printf(out, "%*s %c", (int)style->gutter, "", separator);
    style_off(style->terminal, STYLE_FRAME, out);
}

void frame_path_put(const FrameStyle *style, const char *arrow, const Source *source, uint32_t line,
                    uint32_t column, StrBuf *out)
{
    strbuf_repeat(out, ' ', style->gutter);
    style_put(style->terminal, STYLE_FRAME, arrow, out);
    strbuf_addc(out, ' ');
    glyph_put(str_of(source->path), out);
    strbuf_printf(out, ":%u", line);
    if (column)
        strbuf_printf(out, ":%u", column);
    strbuf_addc(out, '\n');
}

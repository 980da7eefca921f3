// frame_rows.c - one source line of a frame and the rows of marks and labels under it.
//
// A row is drawn on a canvas of single-column characters, because marks overlap; text of other
// widths (labels) only ever stands at the end of a row.
#include "report/frame_rows.h"

#include "report/rich.h"

#include <stdlib.h>
#include <string.h>

enum {
    LABEL_ROOM = 30, // columns that a label gets at least, moving left if it must
    LANE_WIDTH = 2,
};

typedef struct Canvas {
    char *chars;
    Style *styles;
    uint32_t width;
} Canvas;

// The marks of one line, in order of their columns.
typedef struct LineMarks {
    VEC(Shape *) items;
    Window window;
    uint32_t left; // columns of the brackets, where the window begins
} LineMarks;

static Canvas canvas_new(Frame *f, uint32_t width)
{
    Canvas c = {.width = width};
    c.chars = arena_array(&f->scratch, char, width + 1);
    c.styles = arena_array(&f->scratch, Style, width + 1);
    memset(c.chars, ' ', width);
    return c;
}

static void canvas_set(Canvas *c, uint32_t at, char ch, Style style)
{
    if (at < c->width) {
        c->chars[at] = ch;
        c->styles[at] = style;
    }
}

static void canvas_fill(Canvas *c, uint32_t from, uint32_t to, char ch, Style style)
{
    for (uint32_t at = from; at < to; at++)
        canvas_set(c, at, ch, style);
}

// Appends the first `width` columns of the canvas; it may be narrower.
static void canvas_put(const Canvas *c, uint32_t width, const Terminal *t, StrBuf *out)
{
    Style now = STYLE_PLAIN;
    for (uint32_t i = 0; i < width && i < c->width; i++) {
        if (c->styles[i] != now) {
            style_off(t, now, out);
            style_on(t, c->styles[i], out);
            now = c->styles[i];
        }
        strbuf_addc(out, c->chars[i]);
    }
    style_off(t, now, out);
    strbuf_repeat(out, ' ', width > c->width ? width - c->width : 0);
}

static uint32_t canvas_used(const Canvas *c)
{
    uint32_t used = c->width;
    while (used > 0 && c->chars[used - 1] == ' ')
        used--;
    return used;
}

// Writes a row without line number; `tail` (styled text of one line) begins at column `at`.
static void row_put(Frame *f, const Canvas *c, uint32_t at, Str tail)
{
    const Terminal *t = f->style->terminal;
    frame_gutter_put(f->style, 0, '|', f->out);
    uint32_t width = tail.len ? at : canvas_used(c);
    if (width > 0 || tail.len > 0)
        strbuf_addc(f->out, ' ');
    canvas_put(c, width, t, f->out);
    strbuf_add(f->out, tail);
    strbuf_addc(f->out, '\n');
}

static void draw_lanes(const Frame *f, Canvas *c)
{
    VEC_EACH (Shape, s, &f->shapes)
        if (s->open)
            canvas_set(c, s->lane * LANE_WIDTH, '|', s->mark->style);
}

static Canvas marks_canvas(Frame *f, const LineMarks *m)
{
    Canvas c = canvas_new(f, m->left + m->window.width);
    draw_lanes(f, &c);
    return c;
}

static char mark_char(const Shape *s)
{
    return s->mark->primary ? '^' : '-';
}

static bool is_single(const Shape *s)
{
    return s->line == s->last;
}

// Columns of a row that come before the canvas: line number, space, bar, space.
static uint32_t frame_left(const Frame *f)
{
    return f->style->gutter + 3;
}

// Breaks a label into styled lines of at most `room` columns.
static void label_lines(Frame *f, const Shape *s, uint32_t room, StrBuf *out)
{
    Rich text = {0};
    rich_adds(&text, s->mark->style, s->mark->label);
    rich_wrap(&text, f->style->terminal, (Wrap){.width = room}, out);
    rich_free(&text);
}

// Draws `|` under every mark of which the label is still to come and which begins left of `at`.
static void draw_connectors(Canvas *c, const LineMarks *m, uint32_t count, uint32_t at)
{
    for (uint32_t i = 0; i < count; i++) {
        const Shape *s = m->items.data[i];
        if (s->mark->label && m->left + s->column < at)
            canvas_set(c, m->left + s->column, '|', s->mark->style);
    }
}

// Writes a label from column `at` on; the first of its lines stands on the canvas given, the others
// on rows of their own beside the connectors of the first `count` marks.
static void label_put(Frame *f, const LineMarks *m, const Shape *s, Canvas *first, uint32_t at,
                      uint32_t count)
{
    StrBuf lines = {0};
    uint32_t used = frame_left(f) + at;
    uint32_t width = f->style->terminal->width;
    label_lines(f, s, used < width ? width - used : 1, &lines);
    Str rest = strbuf_view(&lines);
    bool top = true;
    while (rest.len > 0) {
        size_t end = str_find(rest, STR("\n"));
        Canvas c = *first;
        if (!top) {
            c = marks_canvas(f, m);
            draw_connectors(&c, m, count, at);
        }
        row_put(f, &c, at, str_sub(rest, 0, end));
        rest = str_sub(rest, end + 1, rest.len);
        top = false;
    }
    strbuf_free(&lines);
}

// The columns that a label must get: what it takes, and not too few to break it in.
static uint32_t label_need(const Shape *s)
{
    uint32_t width = glyph_width(str_of(s->mark->label));
    return width < LABEL_ROOM ? width : LABEL_ROOM;
}

// The mark whose label can stand on the row of marks: the one that reaches furthest right.
static Shape *inline_label(const Frame *f, const LineMarks *m)
{
    Shape *best = NULL;
    VEC_EACH (Shape *, p, &m->items) {
        bool further = !best || (*p)->end_column > best->end_column;
        bool tie = best && (*p)->end_column == best->end_column;
        if (further || (tie && (*p)->mark->label))
            best = *p;
    }
    if (!best || !best->mark->label)
        return NULL;
    uint32_t used = frame_left(f) + m->left + best->end_column + 1;
    uint32_t width = f->style->terminal->width;
    return used + label_need(best) <= width ? best : NULL;
}

static void draw_singles(Canvas *c, const LineMarks *m)
{
    for (int primary = 0; primary < 2; primary++)
        VEC_EACH (Shape *, p, &m->items)
            if ((*p)->mark->primary == (primary == 1))
                canvas_fill(c, m->left + (*p)->column, m->left + (*p)->end_column, mark_char(*p),
                            (*p)->mark->style);
}

// Takes the shape out of the list of those whose labels hang below.
static void drop_item(LineMarks *m, const Shape *s)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < m->items.len; i++)
        if (m->items.data[i] != s && m->items.data[i]->mark->label)
            m->items.data[kept++] = m->items.data[i];
    m->items.len = kept;
}

// Where a label stands that would like to stand at column `at` of a row of its own.
static uint32_t hanging_column(const Frame *f, const Shape *s, uint32_t at)
{
    uint32_t taken = frame_left(f) + label_need(s);
    uint32_t width = f->style->terminal->width;
    uint32_t last = width > taken ? width - taken : 0;
    return at < last ? at : last;
}

// The labels that did not fit beside their marks, from right to left, each under its mark.
static void hanging_labels(Frame *f, LineMarks *m)
{
    if (m->items.len == 0)
        return;
    Canvas bars = marks_canvas(f, m);
    draw_connectors(&bars, m, m->items.len, UINT32_MAX);
    row_put(f, &bars, 0, (Str){0});
    for (uint32_t i = m->items.len; i-- > 0;) {
        const Shape *s = m->items.data[i];
        uint32_t at = hanging_column(f, s, m->left + s->column);
        Canvas row = marks_canvas(f, m);
        draw_connectors(&row, m, i, at);
        label_put(f, m, s, &row, at, i);
    }
}

static void single_rows(Frame *f, LineMarks *m)
{
    if (m->items.len == 0)
        return;
    Canvas row = marks_canvas(f, m);
    draw_singles(&row, m);
    Shape *beside = inline_label(f, m);
    drop_item(m, beside);
    if (beside)
        label_put(f, m, beside, &row, m->left + beside->end_column + 1, m->items.len);
    else
        row_put(f, &row, 0, (Str){0});
    hanging_labels(f, m);
}

// The row `___^` that opens a bracket, or `|___^ label` that closes it.
static void bracket_row(Frame *f, const LineMarks *m, Shape *s, uint32_t at, bool closes)
{
    Canvas row = marks_canvas(f, m);
    uint32_t lane = s->lane * LANE_WIDTH;
    for (uint32_t i = lane + 1; i < m->left + at; i++)
        if (row.chars[i] == ' ')
            canvas_set(&row, i, '_', s->mark->style);
    canvas_set(&row, m->left + at, mark_char(s), s->mark->style);
    s->open = !closes;
    if (!closes || !s->mark->label) {
        row_put(f, &row, 0, (Str){0});
        return;
    }
    LineMarks none = {.window = m->window, .left = m->left};
    uint32_t beside = m->left + at + 2;
    uint32_t column = hanging_column(f, s, beside);
    if (column < beside) {
        row_put(f, &row, 0, (Str){0});
        row = marks_canvas(f, m);
    }
    label_put(f, &none, s, &row, column, 0);
}

static uint32_t in_window(const Window *w, uint32_t column)
{
    if (column < w->from)
        return 0;
    return column - w->from < w->width ? column - w->from : w->width - 1;
}

// Finds the columns of the shapes that begin or end on `line`, within the window.
static void place_shapes(Frame *f, uint32_t line, const Cells *cells, LineMarks *m)
{
    const Window *w = &m->window;
    VEC_EACH (Shape, s, &f->shapes) {
        if (is_single(s) && s->line == line) {
            s->column = in_window(w, cells_column(cells, s->start));
            uint32_t end = cells_column(cells, s->end);
            s->end_column = end > w->from + w->width ? w->width : in_window(w, end);
            if (s->end_column <= s->column)
                s->end_column = s->column + 1;
            vec_push(&f->scratch, &m->items, s);
        } else if (!is_single(s) && s->line == line) {
            s->column = in_window(w, cells_column(cells, s->start));
        } else if (!is_single(s) && s->last == line) {
            uint32_t end = cells_column(cells, s->end);
            s->end_column = in_window(w, end > 0 ? end - 1 : 0);
        }
    }
}

// The bytes of `line` that marks stand under: those of the primary mark alone if there is one.
static bool focus_of(const Frame *f, uint32_t line, uint32_t *low, uint32_t *high)
{
    bool any = false, primary = false;
    VEC_EACH (Shape, s, &f->shapes) {
        bool first = s->line == line, last = s->last == line;
        if ((!first && !last) || (primary && !s->mark->primary))
            continue;
        uint32_t start = first ? s->start : s->end - 1;
        uint32_t end = last ? s->end : s->start + 1;
        if (!any || (s->mark->primary && !primary) || start < *low)
            *low = start;
        if (!any || (s->mark->primary && !primary) || end > *high)
            *high = end;
        any = true;
        primary = s->mark->primary;
    }
    return any;
}

// The widest range of columns wins that fits: all marks, else those of the primary span.
static Window window_of(const Frame *f, uint32_t line, const Cells *cells, uint32_t width)
{
    uint32_t low = 0, high = 0, all_low = UINT32_MAX, all_high = 0;
    if (focus_of(f, line, &low, &high)) {
        low = cells_column(cells, low);
        high = cells_column(cells, high);
    }
    VEC_EACH (Shape, s, &f->shapes) {
        if (s->line != line || s->last != line)
            continue;
        uint32_t start = cells_column(cells, s->start), end = cells_column(cells, s->end);
        all_low = start < all_low ? start : all_low;
        all_high = end > all_high ? end : all_high;
    }
    if (all_low <= low && all_high >= high && all_high - all_low + 2 <= width)
        return cells_window(cells, all_low, all_high, width);
    return cells_window(cells, low, high, width);
}

static void source_row(Frame *f, uint32_t line, const Cells *cells, const LineMarks *m)
{
    const Terminal *t = f->style->terminal;
    Canvas lanes = canvas_new(f, m->left);
    draw_lanes(f, &lanes);
    VEC_EACH (Shape, s, &f->shapes) {
        if (is_single(s) || s->line != line || !s->at_indent)
            continue;
        canvas_set(&lanes, s->lane * LANE_WIDTH, '/', s->mark->style);
        s->open = true;
    }
    frame_gutter_put(f->style, line, '|', f->out);
    if (!cells_blank(cells)) {
        strbuf_addc(f->out, ' ');
        canvas_put(&lanes, m->left, t, f->out);
        cells_put(cells, &m->window, t, STYLE_PLAIN, f->out);
    } else if (canvas_used(&lanes) > 0) {
        strbuf_addc(f->out, ' ');
        canvas_put(&lanes, canvas_used(&lanes), t, f->out);
    }
    strbuf_addc(f->out, '\n');
}

void frame_line_put(Frame *f, uint32_t line)
{
    uint32_t low = 0, high = 0;
    focus_of(f, line, &low, &high);
    Cells cells = cells_of(&f->scratch, source_line(f->source, line), low, line == 1);
    LineMarks m = {.left = f->lanes * LANE_WIDTH};
    uint32_t used = frame_left(f) + m.left;
    uint32_t width = f->style->terminal->width;
    m.window = window_of(f, line, &cells, used + 10 < width ? width - used : 10);
    place_shapes(f, line, &cells, &m);
    source_row(f, line, &cells, &m);
    single_rows(f, &m);
    VEC_EACH (Shape, s, &f->shapes)
        if (!is_single(s) && s->line == line && !s->at_indent)
            bracket_row(f, &m, s, s->column, false);
    for (uint32_t i = f->shapes.len; i-- > 0;) {
        Shape *s = &f->shapes.data[i];
        if (!is_single(s) && s->last == line)
            bracket_row(f, &m, s, s->end_column, true);
    }
}

void frame_gap_put(Frame *f)
{
    const Terminal *t = f->style->terminal;
    Canvas lanes = canvas_new(f, f->lanes * LANE_WIDTH);
    draw_lanes(f, &lanes);
    style_put(t, STYLE_FRAME, "...", f->out);
    uint32_t used = canvas_used(&lanes);
    if (used > 0) {
        strbuf_repeat(f->out, ' ', f->style->gutter);
        canvas_put(&lanes, used, t, f->out);
    }
    strbuf_addc(f->out, '\n');
}

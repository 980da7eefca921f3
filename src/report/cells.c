// cells.c - one source line laid out in columns.
#include "report/cells.h"

#include <string.h>

static const char ellipsis[] = "…";

// Moves back to the first byte of the character that `at` lies in.
static uint32_t char_start(Str line, uint32_t at)
{
    for (int back = 0; back < 3 && at > 0; back++) {
        if (((unsigned char)line.ptr[at] & 0xC0) != 0x80)
            break;
        at--;
    }
    return at;
}

static Glyph tab_glyph(uint32_t column)
{
    Glyph g = {.len = 1, .width = CELLS_TAB - column % CELLS_TAB};
    g.text_len = (uint8_t)g.width;
    memset(g.text, ' ', g.text_len);
    return g;
}

Cells cells_of(Arena *a, Str line, uint32_t focus, bool hide_bom)
{
    Cells c = {0};
    uint32_t from = 0;
    if (line.len > CELLS_MAX && focus > CELLS_MAX / 4)
        from = char_start(line, focus < line.len ? focus - CELLS_MAX / 4
                                                 : (uint32_t)line.len - CELLS_MAX / 4);
    if (from == 0 && hide_bom && str_starts(line, "\xEF\xBB\xBF"))
        from = 3;
    else
        c.cut_left = from > 0;
    uint32_t at = from;
    while (at < line.len && at - from < CELLS_MAX) {
        Glyph g = line.ptr[at] == '\t' ? tab_glyph(c.width) : glyph_at(line, at);
        vec_push(a, &c.cells, (Cell){at, c.width, g});
        c.width += g.width;
        at += g.len;
    }
    c.end = at;
    c.cut_right = at < line.len;
    return c;
}

uint32_t cells_column(const Cells *c, uint32_t byte)
{
    if (c->cells.len == 0 || byte >= c->end)
        return c->width;
    uint32_t low = 0, high = c->cells.len;
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (c->cells.data[mid].byte <= byte)
            low = mid;
        else
            high = mid;
    }
    return c->cells.data[low].column;
}

Window cells_window(const Cells *c, uint32_t low, uint32_t high, uint32_t width)
{
    Window w = {.width = width};
    if (c->width > width && high + 1 > width) {
        uint32_t seen = high - low < width - 2 ? high - low : width - 2;
        uint32_t before = (width - seen) / 2;
        w.from = low > before ? low - before : 0;
        if (w.from + width > c->width && !c->cut_right)
            w.from = c->width - width;
    }
    w.left = w.from > 0 || c->cut_left;
    w.right = w.from + width < c->width || c->cut_right;
    return w;
}

static void put_cell(const Cell *cell, const Terminal *t, Style style, StrBuf *out)
{
    Str text = {cell->glyph.text, cell->glyph.text_len};
    if (!cell->glyph.escaped) {
        strbuf_add(out, text);
        return;
    }
    style_off(t, style, out);
    style_on(t, STYLE_ESCAPE, out);
    strbuf_add(out, text);
    style_off(t, STYLE_ESCAPE, out);
    style_on(t, style, out);
}

// The number of cells without the blank ones at the end.
static uint32_t visible_cells(const Cells *c)
{
    uint32_t n = c->cells.len;
    while (n > 0 && c->cells.data[n - 1].glyph.text[0] == ' ')
        n--;
    return n;
}

bool cells_blank(const Cells *c)
{
    return visible_cells(c) == 0;
}

void cells_put(const Cells *c, const Window *w, const Terminal *t, Style style, StrBuf *out)
{
    uint32_t first = w->from + (w->left ? 1 : 0);
    uint32_t last = w->from + w->width - (w->right ? 1 : 0);
    uint32_t column = first;
    if (w->left)
        style_put(t, STYLE_FAINT, ellipsis, out);
    style_on(t, style, out);
    for (uint32_t i = 0, n = visible_cells(c); i < n; i++) {
        const Cell *cell = &c->cells.data[i];
        uint32_t end = cell->column + cell->glyph.width;
        if (cell->column < first || end > last)
            continue; // a wide character cut by the window's edge leaves spaces
        strbuf_repeat(out, ' ', cell->column - column);
        put_cell(cell, t, style, out);
        column = end;
    }
    style_off(t, style, out);
    if (w->right) {
        strbuf_repeat(out, ' ', last - column);
        style_put(t, STYLE_FAINT, ellipsis, out);
    }
}

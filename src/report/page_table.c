// page_table.c - a Markdown table laid out for the terminal: columns side by side, cells wrapped.
#include "report/page_table.h"

#include "base/vec.h"
#include "report/glyph.h"

enum {
    TABLE_COLUMNS = 12, // further columns of a table are not shown
    COLUMN_MIN = 12,    // columns narrower than this are not made narrower still
    COLUMN_GAP = 2,
};

typedef struct Table {
    const Terminal *terminal;
    uint32_t indent;
    uint32_t columns;
    uint32_t widths[TABLE_COLUMNS];
    StrBuf *out;
} Table;

static void cell_text(const Table *t, cmark_node *cell, bool header, Rich *text)
{
    inlines_add(cell, header ? STYLE_STRONG : STYLE_PLAIN, t->terminal, text);
}

static void measure_row(Table *t, cmark_node *row)
{
    uint32_t column = 0;
    for (cmark_node *c = cmark_node_first_child(row); c && column < TABLE_COLUMNS;
         c = cmark_node_next(c), column++) {
        Rich text = {0};
        cell_text(t, c, false, &text);
        uint32_t width = glyph_width(strbuf_view(&text.text));
        if (width > t->widths[column])
            t->widths[column] = width;
        rich_free(&text);
    }
    if (column > t->columns)
        t->columns = column;
}

static uint32_t total_width(const Table *t)
{
    uint32_t width = t->indent;
    for (uint32_t i = 0; i < t->columns; i++)
        width += t->widths[i] + (i ? COLUMN_GAP : 0);
    return width;
}

// Takes columns from the widest until the rows fit or nothing can be taken.
static void shrink(Table *t, uint32_t width)
{
    while (total_width(t) > width) {
        uint32_t widest = 0;
        for (uint32_t i = 1; i < t->columns; i++)
            if (t->widths[i] > t->widths[widest])
                widest = i;
        if (t->widths[widest] <= COLUMN_MIN)
            return;
        t->widths[widest]--;
    }
}

// Columns of a line that holds style sequences.
static uint32_t visible_width(Str line)
{
    uint32_t width = 0;
    while (line.len > 0) {
        size_t escape = str_find(line, STR("\x1b["));
        width += glyph_width(str_sub(line, 0, escape));
        if (escape == SIZE_MAX)
            break;
        line = str_sub(line, escape, line.len);
        size_t end = str_find(line, STR("m"));
        line = str_sub(line, end == SIZE_MAX ? line.len : end + 1, line.len);
    }
    return width;
}

typedef struct CellLines {
    StrBuf text;
    Str rest;
} CellLines;

static void wrap_cells(const Table *t, cmark_node *row, bool header, CellLines *cells)
{
    cmark_node *c = cmark_node_first_child(row);
    for (uint32_t i = 0; c && i < t->columns; c = cmark_node_next(c), i++) {
        Rich text = {0};
        cell_text(t, c, header, &text);
        if (text.text.len > 0)
            rich_wrap(&text, t->terminal, (Wrap){.width = t->widths[i]}, &cells[i].text);
        cells[i].rest = strbuf_view(&cells[i].text);
        rich_free(&text);
    }
}

// Writes the next line of every cell; false when all cells are at their end.
static bool row_line(Table *t, CellLines *cells)
{
    bool any = false;
    for (uint32_t i = 0; i < t->columns; i++)
        any |= cells[i].rest.len > 0;
    if (!any)
        return false;
    uint32_t owed = t->indent;
    for (uint32_t i = 0; i < t->columns; i++) {
        Str line = str_sub(cells[i].rest, 0, str_find(cells[i].rest, STR("\n")));
        cells[i].rest = str_sub(cells[i].rest, line.len + 1, cells[i].rest.len);
        uint32_t width = visible_width(line);
        if (line.len > 0) {
            strbuf_repeat(t->out, ' ', owed);
            strbuf_add(t->out, line);
            owed = 0;
        }
        owed += (t->widths[i] > width ? t->widths[i] - width : 0) + COLUMN_GAP;
    }
    strbuf_addc(t->out, '\n');
    return true;
}

static void row_put(Table *t, cmark_node *row, bool header)
{
    CellLines cells[TABLE_COLUMNS] = {0};
    wrap_cells(t, row, header, cells);
    while (row_line(t, cells))
        ;
    for (uint32_t i = 0; i < t->columns; i++)
        strbuf_free(&cells[i].text);
}

static void header_line(Table *t)
{
    strbuf_repeat(t->out, ' ', t->indent);
    style_on(t->terminal, STYLE_FAINT, t->out);
    for (uint32_t i = 0; i < t->columns; i++) {
        strbuf_repeat(t->out, ' ', i ? COLUMN_GAP : 0);
        for (uint32_t k = 0; k < t->widths[i]; k++)
            strbuf_adds(t->out, "─");
    }
    style_off(t->terminal, STYLE_FAINT, t->out);
    strbuf_addc(t->out, '\n');
}

void page_table_put(cmark_node *table, uint32_t indent, uint32_t width, const Terminal *terminal,
                    StrBuf *out)
{
    Table t = {.terminal = terminal, .indent = indent, .out = out};
    for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row))
        measure_row(&t, row);
    shrink(&t, width);
    bool header = true;
    for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
        row_put(&t, row, header);
        if (header)
            header_line(&t);
        header = false;
    }
}

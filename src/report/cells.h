// cells.h - one source line laid out in columns: tabs expanded, odd bytes escaped, long lines cut.
#ifndef CURFEW_REPORT_CELLS_H
#define CURFEW_REPORT_CELLS_H

#include "base/vec.h"
#include "report/glyph.h"
#include "report/terminal.h"

// One glyph in its place.
typedef struct Cell {
    uint32_t byte;   // offset in the line
    uint32_t column; // from 0
    Glyph glyph;     // a tab is a glyph of spaces
} Cell;

// The part of a line that is laid out. Lines of any length cost the same: only CELLS_MAX bytes
// around what must be seen are looked at.
typedef struct Cells {
    VEC(Cell) cells;
    uint32_t width; // columns of all cells
    uint32_t end;   // byte after the last cell
    bool cut_left, cut_right;
} Cells;

enum {
    CELLS_TAB = 4,    // columns between tab stops; eight would push Go code out of the window
    CELLS_MAX = 4096, // bytes of a line that are laid out, more than any terminal shows
};

// Lays out `line`; `focus` is the first byte in it that must be seen, `hide_bom` leaves out a byte
// order mark at the line's start.
Cells cells_of(Arena *a, Str line, uint32_t focus, bool hide_bom);

// The column of byte `byte` (of the one after the last: the width); clamped to what is laid out.
uint32_t cells_column(const Cells *c, uint32_t byte);

// Whether nothing is to be seen of the line.
bool cells_blank(const Cells *c);

// The columns [from, from + width) that are shown of a line.
typedef struct Window {
    uint32_t from, width;
    bool left, right; // the first or last column shows an ellipsis
} Window;

// Chooses what to show in `width` columns so that the columns [low, high) are seen, as far as they
// fit, with as much as possible before them.
Window cells_window(const Cells *c, uint32_t low, uint32_t high, uint32_t width);

// Appends the window's text without the blanks at the line's end.
void cells_put(const Cells *c, const Window *w, const Terminal *t, Style style, StrBuf *out);

#endif

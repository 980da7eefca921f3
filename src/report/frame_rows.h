// frame_rows.h - the rows that belong to one source line of a frame; private to frame*.c.
#ifndef CURFEW_REPORT_FRAME_ROWS_H
#define CURFEW_REPORT_FRAME_ROWS_H

#include "report/cells.h"
#include "report/frame.h"

// A mark brought to lines and bytes within them.
typedef struct Shape {
    const Mark *mark;
    uint32_t line, last; // first and last line
    uint32_t start, end; // first byte in `line`, byte after the last in `last`
    uint32_t lane;       // for shapes of several lines: which bracket, from the left
    bool at_indent;      // nothing but blanks stands before the start: "/" opens the bracket
    bool open;           // its bracket is being drawn
    uint32_t column, end_column; // on the line that is drawn, within the window
} Shape;

typedef VEC(Shape) ShapeList;

typedef struct Frame {
    const FrameStyle *style;
    const Source *source;
    ShapeList shapes; // sorted by first line and start
    uint32_t lanes;   // number of brackets side by side
    Arena scratch;
    StrBuf *out;
} Frame;

// Draws a source line and the marks under it.
void frame_line_put(Frame *f, uint32_t line);

// Draws the row that stands for lines left out.
void frame_gap_put(Frame *f);

#endif

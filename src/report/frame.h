// frame.h - an excerpt of source with marks under the spans that matter.
//
// The layout is that of the Rust compiler's diagnostics: a gutter with line numbers, `^` under the
// primary span, `-` under others, labels beside or below them, spans of several lines drawn as
// brackets at the left, lines of no interest left out as "...".
#ifndef CURFEW_REPORT_FRAME_H
#define CURFEW_REPORT_FRAME_H

#include "base/source.h"
#include "base/vec.h"
#include "report/terminal.h"

typedef struct Mark {
    Span span;
    bool primary;
    Style style;
    const char *label; // NULL: none
} Mark;

typedef VEC(Mark) MarkList;

// How the frames of one finding are printed.
typedef struct FrameStyle {
    const Terminal *terminal;
    uint32_t gutter; // columns of a line number, the same for all frames of a finding
} FrameStyle;

// Columns that the number of the last line of `span` takes.
uint32_t frame_gutter(const Source *source, Span span);

// Appends the excerpt that shows all marks. The marks need no order.
void frame_put(const FrameStyle *style, const Source *source, const MarkList *marks, StrBuf *out);

// Appends "--> path:line:column" (or another arrow) in front of an excerpt; column 0: only the
// line.
void frame_path_put(const FrameStyle *style, const char *arrow, const Source *source, uint32_t line,
                    uint32_t column, StrBuf *out);

// Appends the gutter of a line; line 0 gives a gutter without number.
void frame_gutter_put(const FrameStyle *style, uint32_t line, char separator, StrBuf *out);

#endif

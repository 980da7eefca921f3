// diff.h - a fix shown as a small diff.
#ifndef CURFEW_REPORT_DIFF_H
#define CURFEW_REPORT_DIFF_H

#include "report/frame.h"
#include "rules/finding.h"

// Columns that the largest line number in the fix's diff takes.
uint32_t diff_gutter(const Fix *fix);

// Appends what the fix removes (`-`) and adds (`+`) with a little context, one excerpt for each
// group of edits that lie close together. Sources are named above their excerpts, but not `home`
// when it comes first.
// Nothing is appended when the edits are not valid (edit_valid).
void diff_put(const FrameStyle *style, const Fix *fix, const Source *home, StrBuf *out);

#endif

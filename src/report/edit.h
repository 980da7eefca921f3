// edit.h - carrying out the edits of a fix.
#ifndef CURFEW_REPORT_EDIT_H
#define CURFEW_REPORT_EDIT_H

#include "rules/finding.h"

// True when the edits of `fix` that lie in `source` are inside it, in order and disjoint. An
// insertion may touch a replacement; two insertions at one place keep their order.
bool edit_valid(const Fix *fix, const Source *source);

// Appends what the edit puts in: its text with the line ends of the source.
void edit_text(const Edit *e, StrBuf *out);

// Appends the bytes of `range` with the edits of `fix` carried out that lie in it whole. The fix
// must be valid for `source`, and no edit may cross an end of the range.
void edit_apply(const Fix *fix, const Source *source, Span range, StrBuf *out);

#endif

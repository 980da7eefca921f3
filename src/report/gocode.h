// gocode.h - blocks of code on a page.
#ifndef CURFEW_REPORT_GOCODE_H
#define CURFEW_REPORT_GOCODE_H

#include "report/terminal.h"

// Appends the lines of `code` behind `indent` spaces, tabs expanded, keywords, literals and
// comments of Go in their styles.
void gocode_put(Str code, uint32_t indent, const Terminal *t, StrBuf *out);

// As gocode_put, for other text: all of it in `style`.
void plaincode_put(Str code, Style style, uint32_t indent, const Terminal *t, StrBuf *out);

#endif

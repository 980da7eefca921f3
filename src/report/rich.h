// rich.h - running text with styles, and its wrapping to a width.
#ifndef CURFEW_REPORT_RICH_H
#define CURFEW_REPORT_RICH_H

#include "report/terminal.h"

// Text with one Style for each byte. Freed by rich_free.
typedef struct Rich {
    StrBuf text;
    StrBuf styles;
} Rich;

// How text is laid out: columns before the first and before every other line, and the column that
// no word passes unless it stands alone.
typedef struct Wrap {
    uint32_t first, rest;
    uint32_t width;
} Wrap;

void rich_add(Rich *r, Style style, Str text);
void rich_adds(Rich *r, Style style, const char *text);

// Adds text in which line ends and tabs mean something: a path.
void rich_name(Rich *r, Style style, const char *name);

// Empties the text and keeps the memory.
void rich_clear(Rich *r);
void rich_free(Rich *r);

// Appends the text broken at white space, each line ended by a newline; `first` spaces are written
// too. Line ends in the text are blanks like others. Control characters come out as escapes.
void rich_wrap(const Rich *r, const Terminal *t, Wrap wrap, StrBuf *out);

#endif

// page.h - a Markdown page laid out for the terminal.
#ifndef CURFEW_REPORT_PAGE_H
#define CURFEW_REPORT_PAGE_H

#include "report/terminal.h"

// Appends the page: headings, paragraphs, lists, quotes, tables, and code, coloured where it is Go.
void page_put(Str markdown, const Terminal *t, StrBuf *out);

#endif

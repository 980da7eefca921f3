// page_table.h - a Markdown table laid out for the terminal; private to page*.c.
#ifndef CURFEW_REPORT_PAGE_TABLE_H
#define CURFEW_REPORT_PAGE_TABLE_H

#include "report/inlines.h"

// Appends the table behind `indent` spaces, its cells wrapped so that rows fit `width` columns.
void page_table_put(cmark_node *table, uint32_t indent, uint32_t width, const Terminal *t,
                    StrBuf *out);

#endif

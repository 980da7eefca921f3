// inlines.h - the text of a Markdown block as styled text; private to page*.c.
#ifndef CURFEW_REPORT_INLINES_H
#define CURFEW_REPORT_INLINES_H

#include "report/rich.h"

#include <cmark-gfm.h>

// Adds the inline children of `block`. Without colour, code keeps its quote marks.
void inlines_add(cmark_node *block, Style style, const Terminal *t, Rich *out);

#endif

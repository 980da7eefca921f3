// rule_page.h - the pages of the rules, which are built into the program, and their parts.
#ifndef CURFEW_REPORT_RULE_PAGE_H
#define CURFEW_REPORT_RULE_PAGE_H

#include "base/str.h"

// The page of a rule in Markdown; empty when it has none.
Str rule_page(const char *slug);

// The first paragraph: what the rule finds, in a sentence or two.
Str rule_page_lead(Str page);

// What stands under the heading of the second degree that is `title`, without the heading; empty when
// there is none.
Str rule_page_section(Str page, const char *title);

#endif

// explanation.h - what the pages say of the rules that were reported.
#ifndef CURFEW_REPORT_EXPLANATION_H
#define CURFEW_REPORT_EXPLANATION_H

#include "report/terminal.h"
#include "rules/finding.h"

// Appends, for each rule of the findings once and in their order, how what it finds fails, which
// principle is broken, and the fix.
void explanation_put(const FindingList *findings, const Terminal *t, StrBuf *out);

#endif

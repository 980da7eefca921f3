// summary.h - the line that ends a run.
#ifndef CURFEW_REPORT_SUMMARY_H
#define CURFEW_REPORT_SUMMARY_H

#include "report/report.h"

// "3 findings (1 error, 2 warnings) in 12 files, 1 skipped; 4 advice hidden (--level advice)".
const char *summary_line(const Report *r, Arena *a);

#endif

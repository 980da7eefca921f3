// timings.h - where the processor time of a run went.
#ifndef CURFEW_CLI_TIMINGS_H
#define CURFEW_CLI_TIMINGS_H

#include "rules/check.h"

// Prints the time of each rule and of each package, the slowest first, to standard error.
void timings_print(const CheckResult *result);

#endif

// deaf_range.h - which endless goroutines deaf-range speaks for.
#ifndef CURFEW_RULES_DEAF_RANGE_H
#define CURFEW_RULES_DEAF_RANGE_H

#include "rules/evidence.h"

// Whether what keeps the goroutine from ending is a range over a channel that nobody closes:
// deaf-range says so, and says it better than immortal-goroutine.
bool deaf_range_speaks(RuleContext *ctx, const Story *s);

#endif

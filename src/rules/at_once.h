// at_once.h - whether two places can run at the same time, on two goroutines.
#ifndef CURFEW_RULES_AT_ONCE_H
#define CURFEW_RULES_AT_ONCE_H

#include "rules/stops.h"

typedef enum AtOnce {
    AT_ONCE_NO,   // one goroutine runs both, or one is over before the other starts
    AT_ONCE_OPEN, // callers that are not seen decide: what is shared may be called by anybody
    AT_ONCE_SEEN, // two goroutines are seen to run them
} AtOnce;

AtOnce at_once(RuleContext *ctx, Site a, Site b);

#endif

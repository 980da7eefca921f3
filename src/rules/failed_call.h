// failed_call.h - branches that are only taken where a call gave an error.
#ifndef CURFEW_RULES_FAILED_CALL_H
#define CURFEW_RULES_FAILED_CALL_H

#include "rules/evidence.h"

// A call and the variable that its error is put into, or none.
typedef struct CalledBefore {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue call;
    VarId error;
} CalledBefore;

// Whether the edge from the block to its successor number `succ` is taken only where the call failed:
// its error is not nil, is a certain other one, or is what a function asked for (errors.Is).
bool call_failed_on(const CalledBefore *called, uint32_t block, uint32_t succ);

#endif

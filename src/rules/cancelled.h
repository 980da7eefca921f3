// cancelled.h - where a context is known to be cancelled.
#ifndef CURFEW_RULES_CANCELLED_H
#define CURFEW_RULES_CANCELLED_H

#include "rules/evidence.h"

// Why a context is known to be cancelled at an instruction: a receive from its Done channel, a
// check of its Err, or a call of its cancel function that lies on every path to it.
typedef struct Cancelled {
    bool known;
    Site site;
    const char *what; // "Done is received from here", …
} Cancelled;

// Whether the context value `ctx_value` is cancelled at `at` of `func`, whatever the path.
Cancelled context_cancelled(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue ctx_value);

// Whether any context at all is known to be cancelled at `at`: what stands there is clean-up.
Cancelled cancellation_seen(RuleContext *ctx, const IrFunc *func, IrValue at);

// Whether instruction a is passed on every path to instruction b.
bool instr_dominates(const IrFunc *func, IrValue a, IrValue b);

#endif

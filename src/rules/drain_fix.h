// drain_fix.h - a shutdown is given a context of its own with a deadline.
#ifndef CURFEW_RULES_DRAIN_FIX_H
#define CURFEW_RULES_DRAIN_FIX_H

#include "rules/mend.h"

// Adds a fix that derives a context with a deadline from `parent`, Go text, and gives it to the call in place of
// its argument `arg`. None where the statement cannot take it; at most a sketch in a loop.
void drain_fix_deadline(RuleContext *ctx, Finding *f, const IrFunc *func, const IrInstr *call, IrValue arg, const char *parent,
                        FixSafety safety);

#endif

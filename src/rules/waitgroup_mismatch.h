// waitgroup_mismatch.h - what the files of the rule waitgroup-mismatch share. Nothing else includes it.
#ifndef CURFEW_RULES_WAITGROUP_MISMATCH_H
#define CURFEW_RULES_WAITGROUP_MISMATCH_H

#include "rules/wait_counts.h"

// A wait that the group's count can keep for ever; NULL where nobody is seen to wait for it.
const CountOp *mismatch_wait(const WaitCounts *w, const CountOp *op);

// An Add in the function, before the instruction on every way there; NULL where there is none.
const CountOp *mismatch_added(const WaitCounts *w, const CountOp *op, Site before);

// Whether an edge is only taken where the pointer to the group is nil: then nothing is counted.
bool mismatch_is_nil_edge(const RuleContext *ctx, const IrFunc *func, const CountOp *op, uint32_t block,
                          uint32_t succ);

// Counts that are raised by another number than goroutines are started.
void mismatch_totals(WaitCounts *w);

// The fixes: Done is deferred, Add stands before its go or its Done is deferred, the second Done is left out.
void mismatch_fix_done(RuleContext *ctx, Finding *f, const CountOp *done);
void mismatch_fix_add(RuleContext *ctx, Finding *f, const CountOp *add, IrValue by);
void mismatch_fix_twice(RuleContext *ctx, Finding *f, const CountOp *done, Site second);

#endif

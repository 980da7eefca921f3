// child_stop.h - calls with which a child reaches for its owner.
#ifndef CURFEW_RULES_CHILD_STOP_H
#define CURFEW_RULES_CHILD_STOP_H

#include "rules/self_join.h"

// Whether the call stands in a method of one type (or a literal in it), and runs a method of another
// type on the value in a field of the first one's receiver.
bool calls_owner(RuleContext *ctx, const Frame *frame, IrValue call);

// The first such call on the way to the wait; no frame where there is none.
Spot child_calls_owner(RuleContext *ctx, const SelfJoin *join);

#endif

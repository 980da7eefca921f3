// self_join.h - waits of a goroutine for its own end.
//
// A walk down the calls of each goroutine, which keeps what the values of each call are (identity.h):
// whether the group that a wait is for is the very one that this goroutine is counted in.
#ifndef CURFEW_RULES_SELF_JOIN_H
#define CURFEW_RULES_SELF_JOIN_H

#include "rules/stops.h"

// A place on the way: an instruction in the function of a frame.
typedef struct Spot {
    const Frame *frame;
    IrValue at;
} Spot;

typedef struct SelfJoin {
    const Story *story;
    const FuncsRun *own; // functions that run on the goroutine
    Spot wait;
    Spot tell;  // where it would tell of its end; no frame: when its body returns, as the spawn has it
    bool group; // waits for a group, else for a channel
    bool same;  // it is sure to be the very group or channel, not another value's
} SelfJoin;

typedef void SelfJoinVisit(void *context, const SelfJoin *join);
void self_joins_each(RuleContext *ctx, SelfJoinVisit *visit, void *context);

// The call of the wait's chain with which the goroutine leaves its own code: the first that runs what
// others run as well. The wait itself where there is none.
Spot self_join_call(RuleContext *ctx, const SelfJoin *join);

// Adds to a finding how the run comes about: started, called, waits, never tells.
void self_join_show(RuleContext *ctx, Finding *f, const SelfJoin *join);

#endif

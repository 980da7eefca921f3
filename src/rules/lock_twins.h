// lock_twins.h - the same lock of two values of a type, one under the other.
#ifndef CURFEW_RULES_LOCK_TWINS_H
#define CURFEW_RULES_LOCK_TWINS_H

#include "rules/lock_edges.h"

// A function that takes the same lock of two values that it is given.
typedef struct LockTwin {
    const LockEdge *edge;
    VarId first, second; // the parameters
    bool both_ways;      // callers are seen to give the same two values either way round, at once
} LockTwin;

// Whether the edge is such a one, and nothing in the function orders the two.
bool lock_twin(RuleContext *ctx, const LockEdges *edges, const LockEdge *e, LockTwin *out);

#endif

// lock_edges.h - which lock is asked for while which other one is held.
//
// From each place that takes a lock the paths of its function are followed while nothing gives the
// lock back, and from there into the functions that are called, with the identities (identity.h) of
// both locks in the terms of the outermost function. A helper that returns with its lock held takes
// it for its callers.
#ifndef CURFEW_RULES_LOCK_EDGES_H
#define CURFEW_RULES_LOCK_EDGES_H

#include "rules/identity.h"
#include "rules/locks_held.h"

// A lock that is taken on the way from the outermost function.
typedef struct LockTake {
    uint32_t acquisition; // locks_at
    const Frame *frame;   // of the function that takes it
    Identity id;
    AbsSet lock; // what it can be, as exact as the way there tells
    bool exact;  // a variable or field that is no pointer: it is the lock
} LockTake;

typedef struct LockEdge {
    const Frame *root;
    IrValue from; // the instruction of the root after which the first lock is held
    IrValue out;  // and the one that comes to the second
    LockTake held, wanted;
} LockEdge;

typedef struct LockEdges {
    const LocksHeld *locks;
    VEC(LockEdge) items; // in the order of the first lock's places
} LockEdges;

// Everything lives in the scratch arena.
LockEdges lock_edges(RuleContext *ctx);

// Whether both may be one lock.
bool lock_takes_meet(const LockTake *a, const LockTake *b);

#endif

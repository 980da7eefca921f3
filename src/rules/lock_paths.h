// lock_paths.h - what happens to a lock on the paths from where it is taken.
//
// A lock has a name here: the variable that its address starts from and the fields that lead to it.
// Two places of one function with equal names mean the same lock, as long as nothing is assigned to
// the variable in between; calls translate names from arguments to parameters.
#ifndef CURFEW_RULES_LOCK_PATHS_H
#define CURFEW_RULES_LOCK_PATHS_H

#include "rules/branches.h"
#include "rules/locks_held.h"

// How many fields may lead to a lock that is followed.
enum { LOCK_FIELDS_MAX = 6 };

typedef struct LockName {
    bool ok; // false: the address is computed, or goes through a pointer that changes
    VarId root;
    Name fields[LOCK_FIELDS_MAX];
    uint32_t len;
} LockName;

typedef enum LockOp { LOCK_OP_NONE, LOCK_OP_LOCK, LOCK_OP_RLOCK, LOCK_OP_RELEASE } LockOp;

// A CALL or DEFER on a lock, and which.
typedef struct LockCall {
    LockOp op;
    LockName name;
    AbsSet lock;   // what it can be
    bool abstract; // by an interface: it may be shared, or know its holder
} LockCall;

typedef struct LockPaths LockPaths;

// Everything lives in the scratch arena.
LockPaths *lock_paths(RuleContext *ctx);

// One place that takes a lock, and the searches from there.
typedef struct Taken {
    LockPaths *all;
    const IrFunc *func;
    IrValue at;
    LockCall lock;
    KnownBranches known;
} Taken;

// Runs `visit` for each place that takes a lock whose name is known; tries are left out.
void lock_paths_each(LockPaths *p, void (*visit)(RuleContext *ctx, Taken *t));

LockCall lock_call(LockPaths *p, Site site);
bool lock_same(const LockName *a, const LockName *b);

// Whether the instruction gives the lock back, or may, or makes its name mean another one. A DEFER
// counts where `deferred` is set.
bool lock_settled(const Taken *t, IrValue at, bool deferred);

// The place that takes the same lock again whenever the CALL is made: itself or what it calls. None
// where that is not sure.
Site lock_taken_again(Taken *t, IrValue at, LockCall *again);

// Whether some function gives the lock back without taking it itself: it is held from call to call.
bool lock_held_across_calls(const Taken *t);

// Whether all who can give the lock back are in sight: no other package can name it, and its address
// is handed to nobody who is not seen.
bool lock_is_private(const Taken *t);

// Whether the lock is a local variable that another function, which this one does not call, gives
// back without having taken it: goroutines hand it to each other.
bool lock_handed_around(const Taken *t);

#endif

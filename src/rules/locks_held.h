// locks_held.h - which locks may be held where.
//
// A forward may-analysis over each function's graph, with the places that take a lock as its facts
// (Kildall 1973). Functions that lock or unlock for their callers have a summary, and what callers
// hold is held in the functions that they call. Deferred calls run at RUN_DEFERS, last first, so a
// deferred unlock holds its lock until then.
#ifndef CURFEW_RULES_LOCKS_HELD_H
#define CURFEW_RULES_LOCKS_HELD_H

#include "rules/evidence.h"

// One place that takes a lock.
typedef struct Acquisition {
    Site site;
    AbsSet lock; // what the lock can be, with the field or variable that it is read from
    FuncId recv_func;
    IrValue recv; // the lock's address
    bool read;    // shared with other readers
    bool tries;   // held only where the result is true
} Acquisition;

typedef struct LocksHeld LocksHeld;

// In a package with more places that take a lock, none is followed, and the check says so: each
// function has sets of all these places, so that memory would grow with the product. The largest
// packages that people write have some hundreds.
enum { ACQUISITIONS_MAX = 1024 };

// Everything lives in the scratch arena.
LocksHeld *locks_held(RuleContext *ctx);

uint32_t locks_count(const LocksHeld *l);
const Acquisition *locks_at(const LocksHeld *l, uint32_t acquisition);
// The acquisition that the CALL or DEFER is, as its number + 1; 0 where it is none.
uint32_t locks_taken_at(const LocksHeld *l, Site site);

// Runs `visit` for every event that control can reach while a lock may be held, `held` being a
// set of acquisitions. A deferred call is visited where it runs, with the DEFER as its instruction.
typedef void HeldVisit(void *context, Site site, const Bitset *held);
void locks_each(const LocksHeld *l, HeldVisit *visit, void *context);

// The call through which a lock that a caller took is held in a function; none where it takes it
// itself.
Site locks_entered(const LocksHeld *l, FuncId func, uint32_t acquisition);

// Whether the function, itself or in calls, may give back one of the locks without having taken it.
bool locks_given_back(const LocksHeld *l, FuncId func, AbsSet lock);

// The lock as its user writes it: x.mu of x.mu.Lock(), where the call takes the lock whose address
// is `recv` of `recv_func`.
const char *locks_text(RuleContext *ctx, Site call, FuncId recv_func, IrValue recv);

// What a value can be, together with the field or variable that it is read from: two values with a
// member in common may be the same.
AbsSet value_identity(RuleContext *ctx, FuncId func, IrValue v);

#endif

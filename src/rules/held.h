// held.h - a value that must be released, on the paths of the function that holds it.
#ifndef CURFEW_RULES_HELD_H
#define CURFEW_RULES_HELD_H

#include "rules/branches.h"

// A local variable that holds what must be released, from an instruction on.
typedef struct Held {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue call;       // what acquired it,
    IrValue from;       // and the instruction after which it is held
    VarId var, error;   // error: that of the call, or none
    const Effect *ends; // its `until` methods release it
    VarId next;         // a function that releases it when its last result is false, or none
    KnownBranches known; // filled by held_lost
} Held;

// Where some path from `from` on, on which the call succeeded, loses the value unreleased: a return, or
// an assignment of another value; none where there is no such path. What is handed to somebody who may
// release it, or is read until a model says that it has released itself, is not lost.
IrValue held_lost(Held *h);

// Whether a call that was deferred before releases it in the end.
bool held_settled_before(const Held *h);

// The local variable of the function that a value is put into, and the store; none otherwise.
VarId held_variable(const RuleContext *ctx, const IrFunc *func, IrValue value, IrValue *store);

// Warning; advice in main and in tests, which end soon after.
Level held_level(const RuleContext *ctx, const IrFunc *func);

#endif

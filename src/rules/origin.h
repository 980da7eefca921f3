// origin.h - where a context comes from, who holds one, and who waits under one.
#ifndef CURFEW_RULES_ORIGIN_H
#define CURFEW_RULES_ORIGIN_H

#include "rules/evidence.h"

typedef enum OriginKind {
    ORIGIN_ROOT,     // a call that makes a fresh root
    ORIGIN_PARAM,    // a parameter
    ORIGIN_FIELD,    // a struct field
    ORIGIN_DETACHED, // cut off from its parent's cancellation on purpose
    ORIGIN_OTHER,    // anything else, unseen results included
} OriginKind;

typedef struct Origin {
    OriginKind kind;
    Site site;      // the call that made it, or the load
    VarId var;      // ORIGIN_PARAM
    AbsId field;    // ORIGIN_FIELD
    VarId captured; // the variable of an enclosing function that it came through first; none
} Origin;

typedef struct Origins {
    VEC(Origin) items;
} Origins;

// Follows a context, or a value that carries one, back through variables, derivations and carriers
// to what it was made from. The result lives in the scratch arena.
Origins context_origins(RuleContext *ctx, FuncId func, IrValue v);

// Whether there are origins and all of them are of a kind.
bool origins_all(const Origins *o, OriginKind kind);

typedef enum Under { UNDER_NO, UNDER_MAYBE, UNDER_YES } Under;

// Whether a CALL may wait until the context that is (or is carried by) its args[arg] ends. MAYBE
// where that depends on code that is not seen.
Under call_waits_under(const RuleContext *ctx, Site call, uint32_t arg);

// One place in a function that waits under a context.
typedef struct ContextWait {
    Site site;
    IrValue context; // the context, or what carries it
    Under under;
    bool listens;    // receives from its Done channel itself, rather than calling what waits
} ContextWait;

typedef struct ContextWaits {
    VEC(ContextWait) items;
} ContextWaits;

// All such places that control can reach, in the scratch arena. Calls that are deferred or run on a
// new goroutine are none.
ContextWaits context_waits(RuleContext *ctx, const IrFunc *func);

// The parameter, or variable of an enclosing function, with which the code of `func` could end its
// waits: a context or a request. None where it holds no such thing. Literals hold what encloses
// them only where they run while it lasts: called there, or started and joined there.
VarId held_context(RuleContext *ctx, const IrFunc *func);

// Whether a literal (and each one around it) runs while the function it stands in does.
bool runs_within(const RuleContext *ctx, const IrFunc *func);

// The variable at the root of an address or value x.a.b, where x is one; none otherwise.
VarId base_variable(const IrFunc *func, IrValue v);

// The declared function around a literal, or the function itself.
const IrFunc *outermost(const RuleContext *ctx, const IrFunc *func);

// Whether contexts are rightly made there: main, init, package variables, tests.
bool makes_roots(const RuleContext *ctx, const IrFunc *func);

// Somebody up the call chain who holds a context, found through functions that hold none.
typedef struct Holder {
    FuncId func;  // none: nobody is seen to hold one
    VarId var;
    Site call;    // where it calls towards the function asked about
    bool unseen;  // callers exist that are not seen
    bool unsure;  // some call on the way may mean another function
} Holder;
Holder find_holder(RuleContext *ctx, const IrFunc *func);

#endif

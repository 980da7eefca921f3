// identity.h - which value is meant, and what it was built from.
//
// Where points-to (flow) answers what a value may be in any run, an identity answers which one it is
// in this run: the instruction that made it, traced back through variables with one assignment that
// reaches, through fields of values made in sight, captured variables, and the parameters of the
// calls that led here. Two values with equal identities are the same value; different ones say nothing.
#ifndef CURFEW_RULES_IDENTITY_H
#define CURFEW_RULES_IDENTITY_H

#include "rules/evidence.h"

// One call on the way from the function that is looked at to a function inside it.
typedef struct Frame {
    const struct Frame *up; // NULL for the outermost function
    const IrFunc *func;
    IrValue call;   // the instruction of up->func that runs func
    bool with_args; // the call's arguments are func's (a callback that a library runs has none)
} Frame;

typedef enum IdentityKind {
    ID_NONE,
    ID_MADE,  // result `index` of `instr`
    ID_VAR,   // a variable: a parameter's value, or the variable itself by its address
    ID_FIELD, // `field` of what `base` is
} IdentityKind;

typedef struct Identity {
    IdentityKind kind;
    const Frame *frame; // where it was made
    IrValue instr;      // MADE; VAR: the first assignment of several that can reach
    uint32_t index;     // MADE; VAR: how many can reach
    VarId var;
    bool global;        // VAR: of the package, the same in every call
    const struct Identity *base; // FIELD; of another kind: the struct that it was asked for as a field of, or none
    Name field;
    AbsId place; // FIELD: the place in flow, or none
} Identity;

Frame *frame_root(RuleContext *ctx, const IrFunc *func);
const Frame *frame_call(RuleContext *ctx, const Frame *up, IrValue call, const IrFunc *func, CallMode mode);

// The identity of a value of frame->func. Frames and what identities point to live in ctx->scratch.
Identity identity_of(RuleContext *ctx, const Frame *frame, IrValue v);
// Identities that were found, for a rule that asks for the same ones again and again: as long as a
// memo is set in the context, each is found once. Frames and identities must live as long as the memo.
typedef struct IdentityMemo {
    Arena *arena;
    Map found;  // hash of frame and value → the identity
    Map frames; // hash of frame, call and callee → the callee's frame
} IdentityMemo;

// The identity of a field of the value.
Identity identity_of_field(RuleContext *ctx, const Identity *owner, Name field);
bool identity_same(const Identity *a, const Identity *b);

// Where a built value was made from another: the constructor's call, the literal, the assignment.
typedef struct Built {
    bool yes;
    const Frame *frame;
    IrValue site;
} Built;

// Whether b was built from a: a is an argument of the call that made b (and is kept, where its body
// is seen), or is stored in a field of the literal that b is; at any remove.
Built identity_built_from(RuleContext *ctx, const Identity *b, const Identity *a);

// A call of a method, however it is written: x.Close(), a method value, a method that types do not
// know.
typedef struct MethodCall {
    bool ok;
    const Frame *frame; // where `recv` is a value
    IrValue recv;
    Identity value; // of the receiver
    ObjId method;   // none when unresolved
    Name name;
    bool plain;       // no arguments, or one context only
    bool has_context; // one context
} MethodCall;

MethodCall method_called(RuleContext *ctx, const Frame *frame, IrValue call);
// The same without the receiver: only its name and shape.
MethodCall method_named(RuleContext *ctx, const IrFunc *func, IrValue call);

// The function with a body that a call runs, when there is one only and no other may run there.
const IrFunc *call_only_callee(RuleContext *ctx, const Frame *frame, IrValue call, CallMode *mode);

#endif

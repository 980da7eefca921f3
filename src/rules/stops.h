// stops.h - which calls stop a value, and what is lost when one does not run.
//
// Where a library's model or a body is there to see, what it does decides: it releases, closes,
// cancels, joins, flushes. Where neither is seen, only the shape is left: a deferred method call
// without arguments (or with a context only), or io.Closer's Close.
#ifndef CURFEW_RULES_STOPS_H
#define CURFEW_RULES_STOPS_H

#include "rules/identity.h"

// What a call does, itself and through the calls that it makes on the same goroutine.
enum {
    DOES_RELEASE = 1 << 0, // frees something, by model
    DOES_CLOSE = 1 << 1,   // closes a channel
    DOES_CANCEL = 1 << 2,  // calls a cancel function
    DOES_SEND = 1 << 3,    // sends on a channel
    DOES_WAIT = 1 << 4,    // waits for a channel or a group
    DOES_JOIN = 1 << 5,    // waits for goroutines that are seen to end
    DOES_FLUSH = 1 << 6,   // writes out what was buffered, drains, has an effect outside the process
    DOES_CHANGE = 1 << 7,  // assigns to a field
    DOES_UNKNOWN = 1 << 8, // calls what is not seen
    DOES_CLOSER = 1 << 9,  // calls Close of something
    DOES_STOP = 1 << 10,   // has a call that may be a stop
    // What ends something, as opposed to waiting for its end.
    DOES_END = DOES_RELEASE | DOES_CLOSE | DOES_CANCEL | DOES_FLUSH | DOES_CLOSER,
    // What the end of the process does not do by itself.
    DOES_SAVE = DOES_JOIN | DOES_FLUSH,
};

// Computes for all functions what the questions below ask for; once a package. A rule that asks
// calls it first.
void stops_prepare(RuleContext *ctx);

// Of a function with a body.
uint32_t function_does(const RuleContext *ctx, FuncId func);
// Of a CALL or DEFER instruction.
uint32_t call_does(RuleContext *ctx, const IrFunc *func, IrValue call);

// The functions with bodies that a call is sure to mean: a library's interface, or one that several
// types here implement, means any of them.
CallEdges call_certain_callees(const RuleContext *ctx, Site site);

// Functions that run on the same goroutine when `func` does, itself included. Nobody changes the set.
Bitset functions_run(RuleContext *ctx, FuncId func);

// The same as a set that can be added to. Starts as {0}; emptying it takes time in what it holds, not
// in the size of the package. funcs_run_done gives its memory back, for sets that are made anew in
// each of many places.
typedef struct FuncsRun {
    Bitset has;
    VEC(FuncId) list; // in the order of finding
    bool shared;      // both belong to an answer that is kept
} FuncsRun;
void funcs_run_add(RuleContext *ctx, FuncsRun *run, FuncId func);
// Adds the function alone; tells whether it was new.
bool funcs_run_add_one(RuleContext *ctx, FuncsRun *run, FuncId func);
void funcs_run_clear(FuncsRun *run);
void funcs_run_done(RuleContext *ctx, FuncsRun *run);

// The goroutines that a function itself starts, in the order of stories.
typedef struct StartedStories {
    const Story *const *items;
    uint32_t len;
} StartedStories;
StartedStories stories_started(RuleContext *ctx, FuncId spawner);

// io.Closer's Close, or Shutdown with a context as http.Server has it.
bool is_closer(const RuleContext *ctx, const MethodCall *m);

// Where a call stands: what is deferred is clean-up.
typedef enum Late {
    LATE_NO,
    LATE_INSIDE, // in a literal that is deferred, among other statements
    LATE_ITSELF, // it is what is deferred
} Late;

// Whether a method call stops its receiver.
bool is_stop(RuleContext *ctx, const Frame *frame, IrValue call, const MethodCall *m, Late late);

// Whether all it does is wait for an end that something else brings about.
bool only_waits(RuleContext *ctx, const Frame *frame, IrValue call, const MethodCall *m);

#endif

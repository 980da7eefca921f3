// chan_events.h - who closes and who sends on a channel: in which goroutine, under what guard, and in
// which order.
//
// An event is one close or send that a run of a root function can make, itself or through calls and
// go statements whose function is sure. The way that leads to it tells its goroutine and what guards
// it; the channel's identity (identity.h) tells which channel it means in that run.
#ifndef CURFEW_RULES_CHAN_EVENTS_H
#define CURFEW_RULES_CHAN_EVENTS_H

#include "rules/func_sites.h"
#include "rules/identity.h"

// How far below the root events are looked for, and how many are looked at.
enum { EVENT_STEPS = 5, EVENT_MAX = 64, EVENT_FRAMES = 200 };

// One instruction on the way from the root to the event; the event itself is the last.
typedef struct EventStep {
    const IrFunc *func;
    IrValue at;
    CallMode mode; // how it runs the next step; CALL_DEFER for an event that is deferred itself
} EventStep;

typedef enum ChanGuard {
    GUARD_NONE,
    GUARD_SELF,  // the channel itself is asked first whether it is closed
    GUARD_STATE, // a condition that may tell whether it has happened before
    GUARD_ONCE,  // a Once: whether it is the same one is another question
} ChanGuard;

typedef struct ChanEvent {
    ChanOp op;
    EventStep steps[EVENT_STEPS];
    uint32_t len;
    const Frame *frame; // of the event's function
    IrValue chan;       // the channel there
    Span span;          // of the operation, a select's case by itself
    Identity id;
    bool once_inside;   // it lies in a variable of a function, by value
    AbsId place;        // the field or variable that it is read from, or none
    ChanGuard guard;      // below the root
    ChanGuard root_guard; // in the root
    Identity once;      // GUARD_ONCE: the Once
    bool apart;         // on a goroutine that is started on the way
    bool recovers;      // a panic there is caught on purpose
} ChanEvent;

typedef struct ChanEvents {
    VEC(ChanEvent) items;
} ChanEvents;

// What is asked again and again, found once a package.
typedef struct ChanScan {
    unsigned ops;       // 1 << ChanOp
    Bitset roots;       // functions below which, on any goroutine, one of the operations is done
    InstrList *instrs;  // by function: operations, and calls that lead to some
    ChanEvents **events; // by root; NULL until asked for
} ChanScan;

ChanScan *chan_scan(RuleContext *ctx, unsigned ops);

// The events of one root, in source order.
const ChanEvents *chan_events(RuleContext *ctx, ChanScan *scan, FuncId root);

// Whether some lock is taken before the event on the way.
bool event_is_locked(const RuleContext *ctx, const ChanEvent *e);

// Whether callers that are not seen may call the declared function. Nobody imports package main: what
// is called there is called by what is seen.
bool event_root_is_open(const RuleContext *ctx, const IrFunc *root);

Site event_site(const ChanEvent *e);
// The instruction of the root that leads to the event.
IrValue event_root_instr(const ChanEvent *e);

// Whether the two surely mean one channel of the run and part in the root itself.
bool events_meet(const ChanEvent *a, const ChanEvent *b);
// Whether some run of the root makes both, `a` before `b` where they are on one goroutine.
bool events_in_turn(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b);
// Whether some run of the root makes both, in whatever order.
bool events_both(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b);
// Whether the root's run can make the event again for the same channel: it lies in a loop that does
// not make the channel anew.
bool event_repeats(RuleContext *ctx, const ChanEvent *e);
// Whether the value (of the root's run) is one and the same in all rounds of the loop around the
// event's instruction in the root.
bool identity_fixed(const ChanEvent *e, const Identity *id);

// Whether something that runs in one of the functions on the way gives the field a new value: then
// each run of it has a channel of its own.
bool event_renews(RuleContext *ctx, const ChanEvent *e);

// Whether before the event, on its own way, something is waited for that may depend on the goroutines
// that `other` runs on.
bool event_awaits(RuleContext *ctx, const ChanEvent *e, const ChanEvent *other);

// Whether one lock is taken on the way to both.
bool events_share_lock(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b);

// The channel as the code names it.
const char *event_chan_name(RuleContext *ctx, const ChanEvent *e);
// How the root comes to the event, for messages: "s.Stop", or NULL where it does it itself.
const char *event_via(RuleContext *ctx, const ChanEvent *e);
// Adds the way to the event as steps of the failing run.
void event_steps(RuleContext *ctx, Finding *f, const ChanEvent *e, const char *what);

#endif

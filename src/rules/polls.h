// polls.h - loops that ask for their cancellation.
//
// A loop is cancellable where each round asks whether it shall end: a select with a default beside a
// case that receives the stop signal, or a context's Err. It hears of the signal when it asks again.
#ifndef CURFEW_RULES_POLLS_H
#define CURFEW_RULES_POLLS_H

#include "rules/evidence.h"

typedef struct Poll {
    Site site;       // none: no poll
    FuncId func;     // where `context` is
    IrValue context; // the context whose Err or Done is asked; none for a plain channel
    IrValue chan;    // the channel that a select asks
} Poll;

typedef struct PolledLoop {
    Poll poll;
    Site call; // the call in the loop that leads to the wait; the wait itself
} PolledLoop;

// How many calls a poll may lie away from its loop, where rules do not say otherwise.
enum { POLL_CALLS_AWAY = 4 };

// Whether a loop around the wait, or around a call that leads to it, polls within so many calls.
// What waits after the signal has been seen, and what tests do, is in no such loop.
bool polled_loop(RuleContext *ctx, Site wait, unsigned calls, PolledLoop *out);

// What `waiter` would have to receive from to hear of the stop; NULL where that has no name there.
const char *polled_stop_text(RuleContext *ctx, const Poll *p, FuncId waiter);

#endif

// chan_race.h - a close and a send of one channel that nothing orders.
#ifndef CURFEW_RULES_CHAN_RACE_H
#define CURFEW_RULES_CHAN_RACE_H

#include "rules/chan_events.h"

typedef enum RaceKind {
    RACE_CLOSED_BY_RECEIVER, // the closing function receives from the channel and does not send on it
    RACE_CLOSED_BY_OTHER,    // anyone else but a receiver closes it
} RaceKind;

typedef void RaceVisit(RuleContext *ctx, const ChanEvent *close, const ChanEvent *send, void *context);

// Runs `visit` for each close and send of one channel on different goroutines, where the close may come
// first: the goroutine that sends is started in sight and not waited for before the close.
void chan_races(RuleContext *ctx, RaceKind kind, RaceVisit *visit, void *context);

#endif

// tally.h - runs on which more is sent on a channel than it has slots and receives.
//
// For a channel whose every use is in sight: the goroutines that send on it, how often each of them
// does, and along the paths of the function that made it, how many of them are started and how many
// values are received before it leaves. Counts are multiplied through loops, with bounds such as
// len(items) kept as symbols (bounds.h).
#ifndef CURFEW_RULES_TALLY_H
#define CURFEW_RULES_TALLY_H

#include "rules/bounds.h"

// Which of the rules about sends without a receiver, and receives without a sender, speaks for a channel.
typedef enum ExcessKind {
    EXCESS_SENDERS, // several goroutines send, and not all of them are received from
    EXCESS_SENDER,  // one goroutine sends, and the receiver leaves
    EXCESS_TWICE,   // one goroutine sends again where there is room for its first send only
    EXCESS_RECEIVER, // a goroutine receives, and whoever should send or close leaves
    EXCESS_AWAITED, // the owner receives, and the goroutine that should send ends without
    EXCESS_NONE,    // all sends are received, from more goroutines than the channel has slots
} ExcessKind;

// `fixed`, and `rounds` times the tally's symbol.
typedef struct Amount {
    int64_t fixed, rounds;
} Amount;

typedef struct Excess {
    ExcessKind kind;
    AbsId chan;
    Site make;
    const Frame *root; // the function that starts the senders and receives
    Site spawn;        // where the first of the senders starts
    Site send;         // where it sends (RECEIVER, AWAITED: the receive),
    Site again;        // and where it does so again, or none
    Site quiet;        // AWAITED: where a goroutine ends that has not sent, or none
    Site turn;         // the branch or select at which the receiver leaves early, or none
    Site end;          // where it returns, or waits for the senders; none: it begins its next round
    bool stuck;        // `end` is a wait for the senders, which never ends
    bool chosen;       // the number of slots has a name of its own
    bool one_loop;     // one go statement starts all senders, in a loop of as many rounds as the symbol says
    bool stream;       // nothing here bounds how much is sent,
    bool endless;      // and the sender never leaves its loop
    Amount sends;      // by one goroutine
    Amount total;      // sends less receives
    Bound slots;       // known
    Bound symbol;      // what the rounds are of
    int64_t goroutines; // that were started, as far as that is a number
} Excess;

typedef struct Excesses {
    VEC(Excess) items; // at most one a channel, in the order of channels
} Excesses;

// Of the whole package; computed once.
const Excesses *tally_excesses(RuleContext *ctx);

#endif

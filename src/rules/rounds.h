// rounds.h - what decides how often a loop runs.
#ifndef CURFEW_RULES_ROUNDS_H
#define CURFEW_RULES_ROUNDS_H

#include "rules/evidence.h"

typedef enum RoundsKind {
    ROUNDS_UNKNOWN,    // a condition that is not understood
    ROUNDS_BOUNDED,    // a counter, a constant
    ROUNDS_COLLECTION, // one for each element of what is in memory
    ROUNDS_STREAM,     // one for each item of what somebody else produces
} RoundsKind;

typedef struct RoundsOf {
    RoundsKind kind;
    uint32_t loop;    // index into the function's loops
    Site take;        // STREAM: where the item is taken
    IrValue of;       // the collection, the channel, or the reader or listener
    bool reader;      // STREAM: not a channel
    bool unseen_end;  // STREAM: what it reads from is not seen, and may be in memory
} RoundsOf;

// The loop around a block that decides how often the block runs in one call: the innermost stream,
// else the innermost loop over a collection, else what the innermost loop is.
RoundsOf rounds_of(RuleContext *ctx, const IrFunc *func, uint32_t block);

#endif

// bounds.h - how often a loop goes round and how large a count is, as far as the code says.
//
// A count is a number, or `factor` times something that has one value throughout (the length of a
// slice, a parameter) plus a number. Two counts can be compared where they speak of the same thing:
// a loop over items goes round as often as make(chan T, len(items)) has slots.
#ifndef CURFEW_RULES_BOUNDS_H
#define CURFEW_RULES_BOUNDS_H

#include "rules/identity.h"

typedef enum BoundKind {
    BOUND_NONE,   // the code does not say in a way that is understood here
    BOUND_COUNT,  // `plus`
    BOUND_LENGTH, // factor × len(of) + plus
    BOUND_VALUE,  // factor × of + plus
    BOUND_STREAM, // as many as come: no end in sight, or a channel that somebody feeds
} BoundKind;

typedef struct Bound {
    BoundKind kind;
    int64_t factor, plus;
    Identity of;
    Str text; // of what `of` is in the source
} Bound;

// What a number is.
Bound bound_of_value(RuleContext *ctx, const Frame *frame, IrValue v);
// How often the body of frame->func->loops[loop] runs when the loop is not left early.
Bound bound_of_loop(RuleContext *ctx, const Frame *frame, uint32_t loop);
// Whether both are multiples of the same thing.
bool bound_same_thing(const Bound *a, const Bound *b);

// Whether a branch can be taken either way, whatever happened before: its condition tests an error
// that a call gave, a value that was received, an element of what is looped over. Conditions on
// counters, lengths, parameters and what several assignments leave in a variable are not free: they
// may know how many values are still to come. `knows` tells of calls and receives whose results know that.
bool branch_is_free(RuleContext *ctx, const IrFunc *func, IrValue condition,
                    bool (*knows)(void *data, Site call), void *data);

#endif

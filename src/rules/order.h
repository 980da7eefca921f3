// order.h - the stops that one run of a function makes, and which of two comes first.
#ifndef CURFEW_RULES_ORDER_H
#define CURFEW_RULES_ORDER_H

#include "rules/stops.h"

// A stop of a value: in the function that is looked at, or in one that it calls or defers.
typedef struct Stop {
    MethodCall m;
    const Frame *frame; // the call that stops it is `at` of frame->func
    IrValue at;
    Late late;
} Stop;

typedef struct Stops {
    VEC(Stop) items;
} Stops;

// The stops that a run of the function can make, in source order; a great many are cut short.
Stops stops_of(RuleContext *ctx, const IrFunc *func);

// How two stops that happen in one run follow each other.
typedef struct Order {
    bool before;       // some run makes the first and later the second
    bool deferred;     // because deferred calls run last in, first out
    const IrFunc *func; // the function in which the two are told apart,
    IrValue first, second; // and the instructions of it that make them
} Order;

// Whether some run that built the second value (at `built`) stops the first one and, only after
// that, the second for the first time.
Order stops_order(RuleContext *ctx, const Stops *all, const Stop *first, const Stop *second,
                  const Built *built);

#endif

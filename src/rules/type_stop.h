// type_stop.h - the method of a type with which its owner tells a goroutine to end.
#ifndef CURFEW_RULES_TYPE_STOP_H
#define CURFEW_RULES_TYPE_STOP_H

#include "rules/stops.h"

typedef struct TypeStop {
    const IrFunc *method; // NULL: no method of a type ends the goroutine
    Site signal;          // where it cancels or closes what the goroutine listens to
    Site next;            // what it closes after that, though the goroutine uses it; none
    bool may_wait;        // it waits for something that may be the goroutine's end, or the type offers a wait
    bool hands_over;      // by a value that the goroutine takes at its wait: nothing is under way then
} TypeStop;

// The method that ends the goroutine by a cancel function or channel in a field of its receiver. One
// that starts the goroutine as well, or that only the goroutine itself calls, is none: its owner
// stops it elsewhere.
TypeStop type_stop(RuleContext *ctx, const Story *s);

// The method that the call or close stands in, where it cancels or closes by a field of that
// method's receiver; NULL otherwise.
const IrFunc *type_stop_method(RuleContext *ctx, Site *signal);

// Whether the method, after the signal, waits for something that may be an end of what it signals.
bool type_stop_waits(RuleContext *ctx, const IrFunc *method, Site signal);

// Whether another method of the method's type gives its caller a channel of signals, as context.Context's
// Done does: something to wait for.
bool type_hands_out_end(RuleContext *ctx, const IrFunc *method);

// Whether the type is a channel that carries signals only: values of no size.
bool carries_nothing(const RuleContext *ctx, TypeId chan);

#endif

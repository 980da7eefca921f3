// trail.h - where a value goes, and with what it travels.
//
// From the instruction that made a value forwards: through variables, calls and results, closures,
// and through the structs made in sight that it is put into. Paths and calling contexts are not told
// apart, so a trail says what may become of the value somewhere, never what becomes of it on one path.
#ifndef CURFEW_RULES_TRAIL_H
#define CURFEW_RULES_TRAIL_H

#include "rules/evidence.h"

// What may become of the value.
typedef enum Fate {
    FATE_RELEASED, // a method that releases it is called, or its name taken as a value
    FATE_SHARED,   // a package variable, a collection, a channel
    FATE_KEPT,     // a field of something that is not made in sight, a function value that outlives its maker
    FATE_RETURNED, // to callers that are not seen
    FATE_UNSEEN,   // code that is not seen is given it
    FATE_COUNT,
} Fate;

typedef struct Trail {
    uint32_t fates;           // bits 1 << Fate
    Site sites[FATE_COUNT];   // the first place of each fate
    VEC(Site) calls;          // of methods of the value, or of what holds it, by a library
    VEC(Site) settings;       // stores to fields of the value or of what holds it, of something else
    VEC(Site) returns;        // to callers, seen or not
    bool parts;               // a pointer in a field of it is read
    bool spawned;             // a goroutine is given it
} Trail;

// Follows the value that an instruction gives, or the variable that it declares (DECLARE). The
// `until` methods of `ends` release it.
Trail trail_follow(RuleContext *ctx, Site made, const Effect *ends);
// The same for whatever a variable holds.
Trail trail_follow_var(RuleContext *ctx, VarId var, const Effect *ends);

// The same for whatever a field holds (flow_field), wherever it is read.
Trail trail_follow_field(RuleContext *ctx, AbsId field, const Effect *ends);

// Whether a model describes the package of a function: of a method that it says nothing about, it says
// that nothing happens to the receiver.
bool trail_is_modelled(const RuleContext *ctx, ObjId callee);

static inline bool trail_has(const Trail *t, Fate fate)
{
    return t->fates >> fate & 1;
}

#endif

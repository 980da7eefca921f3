// lifetime.h - who stops and who joins a goroutine, on which paths.
#ifndef CURFEW_RULES_LIFETIME_H
#define CURFEW_RULES_LIFETIME_H

#include "rules/evidence.h"

// Places that do something to a goroutine: stop it, or wait for it.
typedef struct SiteSet {
    VEC(Site) sites;
    bool always; // something that is sure to happen does it (a test's own context ends)
} SiteSet;

SiteSet lifetime_joins(RuleContext *ctx, const Story *s);
SiteSet lifetime_stops(RuleContext *ctx, const Story *s);

// Where the spawner returns after the spawn without having passed one of the places: itself, in a
// call, a deferred call or a registered clean-up. None when every path passes one, or when a place
// lies with someone other than the spawner.
Site lifetime_escape(RuleContext *ctx, const Story *s, const SiteSet *set);

// WAIT_… bits of the goroutine's bodies.
uint32_t lifetime_waits(RuleContext *ctx, const Story *s);

// Whether a goroutine whose body is not seen is given a context, and only contexts, that nobody
// can cancel.
bool lifetime_hopeless(RuleContext *ctx, const Story *s);

// Whether the spawn runs a library function that a model describes.
bool lifetime_known_by_model(RuleContext *ctx, const Story *s);

// Whether something that a caller of the spawner holds, or that seen code uses to stop it, reaches
// a goroutine whose body is not seen.
bool lifetime_reaches_caller(RuleContext *ctx, const Story *s);

// Whether the function that starts it also waits for it.
bool lifetime_joined_at_home(RuleContext *ctx, const Story *s);

// Whether the goroutine is started by a method of a type that has a shutdown.
bool lifetime_has_shutdown(RuleContext *ctx, const Story *s);

#endif

// wait_ends.h - who ends a wait that goes on under a lock, and whether it is bound to end soon.
#ifndef CURFEW_RULES_WAIT_ENDS_H
#define CURFEW_RULES_WAIT_ENDS_H

#include "rules/locks_held.h"
#include "rules/waiting.h"

// Why a wait under the lock is no bug as far as is seen, as a sentence; NULL where nothing says so.
const char *wait_excuse(RuleContext *ctx, const LocksHeld *locks, Site site, const Waiting *w, const Acquisition *held);

// Whether a channel's operations are all seen: it is made here and no unseen code holds it.
bool wait_channels_seen(const RuleContext *ctx, AbsSet channels);

// Whether the wait, be it a receive or a select that does nothing but receive, ends when a timer fires.
bool wait_is_timed(const RuleContext *ctx, Site site);

#endif

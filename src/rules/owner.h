// owner.h - which owner rule speaks for a goroutine, and why.
//
// Of the owner rules one speaks for a goroutine, the first that matches in the order of OwnerRule.
#ifndef CURFEW_RULES_OWNER_H
#define CURFEW_RULES_OWNER_H

#include "rules/type_stop.h"

typedef enum OwnerRule {
    OWNER_SILENT,
    OWNER_TEST_OUTLIVED,
    OWNER_UNCLOSABLE_SINGLETON,
    OWNER_UNCLOSABLE_CONSTRUCTOR,
    OWNER_UNTRACKED,
    OWNER_IMMORTAL,
    OWNER_STOP_WITHOUT_WAIT,
} OwnerRule;

typedef struct OwnerVerdict {
    OwnerRule rule;
    Level level;
    Site evidence;     // a second place that belongs to it: where the test returns, the effect; or none
    const char *role;  // of that place
    bool stopped;      // test-outlived: told to stop on every path, not joined
    bool handler;      // untracked: reachable from a handler (else from a type with a shutdown)
    const char *effect; // untracked, stop-without-wait: what the body does outside the process
    TypeStop stop;      // stop-without-wait
} OwnerVerdict;

// Of a story of the flow; found once, since each of the owner rules asks.
OwnerVerdict owner_verdict(RuleContext *ctx, const Story *story);

// Runs `report` for each goroutine that the given rule speaks for.
void owner_each(RuleContext *ctx, OwnerRule rule,
                void (*report)(RuleContext *ctx, const Story *s, OwnerVerdict v));

// The goroutine, for messages: "p.run", "the goroutine that New starts".
const char *owner_body_name(RuleContext *ctx, const Story *s);
// The same as the subject of a sentence: "p.run, started in New,".
const char *owner_subject(RuleContext *ctx, const Story *s);

// Notes that several owner rules add: where the body loops without end.
void owner_show_endless(RuleContext *ctx, Finding *f, const Story *s);

#endif

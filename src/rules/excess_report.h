// excess_report.h - what the rules about sends without a receiver say in common.
#ifndef CURFEW_RULES_EXCESS_REPORT_H
#define CURFEW_RULES_EXCESS_REPORT_H

#include "rules/tally.h"

// The channel's name, for messages.
const char *excess_channel(RuleContext *ctx, const Excess *e);
// "no slot", "1 slot", "100 slots", "len(items) slots".
const char *excess_slots(RuleContext *ctx, const Excess *e);
// "first returns", "first waits for them", "first goes on with its next round".
const char *excess_leaves(RuleContext *ctx, const Excess *e);
// The goroutines that are started, as a subject: "2 goroutines", "len(items) goroutines".
const char *excess_goroutines(RuleContext *ctx, const Excess *e);

// How loud the rules may be: what a test or main leaves behind ends with the process. False where
// nothing is to be said at all.
bool excess_level(RuleContext *ctx, const Excess *e, Level *level);

// Adds the places and the failing run.
void excess_show(RuleContext *ctx, Finding *f, const Excess *e);

// Adds the fix that gives the channel a slot for each send, where the code has a name for that number.
void excess_fix_slots(RuleContext *ctx, Finding *f, const Excess *e);

// Where there is no other fix: adds the one that lets the sender go when the receiver has left.
void excess_fix_signal(RuleContext *ctx, Finding *f, const Excess *e);

#endif

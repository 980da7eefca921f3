// ignore.h - comments that say which findings are meant to be there, brought together with findings.
#ifndef CURFEW_POLICY_IGNORE_H
#define CURFEW_POLICY_IGNORE_H

#include "policy/config.h"
#include "rules/check.h"

// Which rules a directive names, by the indexes of its words; see ignore_apply.
typedef struct IgnoreUse {
    const CheckDirective *directive;
    bool *used; // by word: a finding of that rule was ignored for it
    bool partial; // the file was not read whole, so that nothing follows from silence
} IgnoreUse;

typedef struct IgnoreUses {
    IgnoreUse *items;
    uint32_t len;
} IgnoreUses;

// Sets the standing of the findings from number `first` on that a directive covers to STANDING_IGNORED, and
// gives what each directive was good for; `uses` is NULL where only words that name the findings' rule
// count and nobody asks what was used.
void ignore_apply(Arena *a, CheckResult *result, uint32_t first, IgnoreUses *uses);

// Adds a finding of unused-ignore for each directive that ignores nothing though its rules were run, or that
// cannot work: no rule, no reason, a rule that does not exist. `mode_of` says what holds for a rule in a file.
typedef RuleMode IgnoreMode(void *ctx, const Rule *rule, const Source *source);
void ignore_report_unused(CheckResult *result, const IgnoreUses *uses, Level lowest, IgnoreMode *mode_of, void *ctx);

#endif

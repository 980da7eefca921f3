// rule.h - a rule is one row of rules.def and one function.
#ifndef CURFEW_RULES_RULE_H
#define CURFEW_RULES_RULE_H

#include "rules/finding.h"

typedef struct RuleContext RuleContext;

typedef struct Rule {
    const char *slug; // "lost-cancel"
    Level level;      // the highest level at which it speaks
    Failure failure;  // the primary failure
    Principle principle;
    const char *summary; // one line, for `curfew rules`
    void (*check)(RuleContext *ctx);
} Rule;

// All rules in the order of rules.def.
extern const Rule rules[];
extern const size_t rules_count;

// NULL when there is no such rule.
const Rule *rule_find(Str slug);

#endif

// rules.c - the table of rules.
#include "rules/rule.h"

#define RULE(id, slug, level, failure, principle, summary) void rule_##id(RuleContext *ctx);
#include "rules/rules.def"

const Rule rules[] = {
#define RULE(id, slug, level, failure, principle, summary)                                         \
    {slug, LEVEL_##level, FAIL_##failure, PRINCIPLE_##principle, summary, rule_##id},
#include "rules/rules.def"
};

const size_t rules_count = sizeof rules / sizeof *rules;

const Rule *rule_find(Str slug)
{
    for (size_t k = 0; k < rules_count; k++)
        if (str_is(slug, rules[k].slug))
            return &rules[k];
    return NULL;
}

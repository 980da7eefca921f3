// unused_ignore.c - a comment that ignores findings which are not there.
//
// What such a comment is good for is known only when all rules have spoken and policy has brought their
// findings and the comments together: src/policy/unused.c makes the findings. There is nothing to look for in
// a package by itself.
#include "rules/rule.h"

void rule_unused_ignore(RuleContext *ctx);

void rule_unused_ignore(RuleContext *ctx)
{
    (void)ctx;
}

// unclosable_constructor.c - a constructor that starts a goroutine which nothing can stop.
//
// True at run time where the constructor returns a value whose goroutine goes on after the last
// user of the value is gone, because no context, channel, flag or method of it leads to an end of
// the goroutine's body. Each call leaves one behind.
#include "rules/owner.h"

static void report(RuleContext *ctx, const Story *s, OwnerVerdict v)
{
    const char *maker = rule_func_name(ctx, rule_func(ctx, s->root));
    const char *body = owner_body_name(ctx, s);
    Finding *f;
    if (v.level == LEVEL_WARNING)
        f = finding_at(ctx, v.level, s->spawn, "each call of %s starts %s, which never ends and which nothing can stop", maker, body);
    else
        f = finding_at(ctx, v.level, s->spawn,
                       "%s starts %s, and no context, channel or handle of its caller reaches it", maker, body);
    finding_also(ctx, f, FAIL_MEMORY_GROWTH);
    if (v.level == LEVEL_WARNING)
        owner_show_endless(ctx, f, s);
    else
        finding_note(ctx, f, "the body of %s is not seen: if it ends by itself, nothing is lost", body);
    finding_note(ctx, f, "take a context, or offer a Close that ends the goroutine and waits for it");
}

void rule_unclosable_constructor(RuleContext *ctx)
{
    owner_each(ctx, OWNER_UNCLOSABLE_CONSTRUCTOR, report);
}

// immortal_goroutine.c - a goroutine whose body can never end.
//
// True at run time where, from the goroutine's first instruction, no return, panic or exit can be
// reached: it loops, or waits for what never comes. Then nothing can stop it, and whatever it
// refers to stays alive with it.
#include "rules/deaf_range.h"
#include "rules/owner.h"

static void report(RuleContext *ctx, const Story *s, OwnerVerdict v)
{
    if (deaf_range_speaks(ctx, s))
        return;
    const char *why = s->role == ROLE_MAIN ? "it stops only with the process" : "nothing stops it";
    Finding *f = finding_at(ctx, v.level, s->spawn, "%s can never end: %s", owner_subject(ctx, s), why);
    owner_show_endless(ctx, f, s);
    if (s->in_loop)
        finding_also(ctx, f, FAIL_MEMORY_GROWTH);
    if (ctx->old_timers)
        finding_note(ctx, f, "before Go 1.23 a ticker that is not stopped is never collected either");
    finding_note(ctx, f, "give it a context or a channel to listen to, and return when that ends; or say `//curfew:detached` with the reason");
}

void rule_immortal_goroutine(RuleContext *ctx)
{
    owner_each(ctx, OWNER_IMMORTAL, report);
}

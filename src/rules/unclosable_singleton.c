// unclosable_singleton.c - a goroutine started once for the whole process that nothing can stop.
//
// True at run time where code that runs at most once (under a Once, or at initialisation) starts a
// goroutine whose body does not end by itself, and no function that can be reached ends it: a
// shutdown of the process cuts it off in the middle of its work.
#include "rules/owner.h"

static void report(RuleContext *ctx, const Story *s, OwnerVerdict v)
{
    const char *body = owner_body_name(ctx, s);
    Finding *f;
    if (v.level == LEVEL_WARNING)
        f = finding_at(ctx, v.level, s->spawn, "%s never ends, and nothing that can be called stops it", owner_subject(ctx, s));
    else
        f = finding_at(ctx, v.level, s->spawn, "%s may live as long as the process: no function that is seen stops it", owner_subject(ctx, s));
    finding_also(ctx, f, FAIL_LOST_WORK);
    if (v.level == LEVEL_WARNING)
        owner_show_endless(ctx, f, s);
    else
        finding_note(ctx, f, "the body of %s is not seen: if it ends by itself, nothing is lost", body);
    if (v.level == LEVEL_WARNING)
        finding_note(ctx, f, "every program and every test that uses the package keeps it: a test that looks for leaked goroutines finds it, "
                             "and a shutdown cuts it off wherever it is");
    finding_note(ctx, f, "construct it in main and close it there, or export a function that stops it and waits");
}

void rule_unclosable_singleton(RuleContext *ctx)
{
    owner_each(ctx, OWNER_UNCLOSABLE_SINGLETON, report);
}

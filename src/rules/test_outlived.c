// test_outlived.c - a goroutine that a test starts and does not stop and join.
//
// True at run time where the test function returns, on some path, while the goroutine can still
// run: it then runs beside the tests that follow, writes to their state, or logs to a test that has
// ended, which panics.
#include "rules/owner.h"

static void report(RuleContext *ctx, const Story *s, OwnerVerdict v)
{
    const char *test = rule_func_name(ctx, rule_func(ctx, s->root));
    const char *body = owner_body_name(ctx, s);
    const char *what =
        v.stopped ? arena_printf(ctx->arena, "is told to stop, but %s does not wait for its end: it can outlive the test", test)
        : v.level == LEVEL_ADVICE ? arena_printf(ctx->arena, "can outlive %s, which does not wait for its end", test)
                                  : arena_printf(ctx->arena, "outlives %s: nothing stops it before the test returns", test);
    Finding *f = finding_at(ctx, v.level, s->spawn, "%s %s", body, what);
    if (v.level != LEVEL_ADVICE)
        finding_also(ctx, f, FAIL_LEAK);
    if (v.evidence.instr.v && !v.stopped)
        finding_related(ctx, f, v.evidence, v.role, NULL);
    finding_note(ctx, f, "stop it and wait for it in a deferred call or t.Cleanup");
}

void rule_test_outlived(RuleContext *ctx)
{
    owner_each(ctx, OWNER_TEST_OUTLIVED, report);
}

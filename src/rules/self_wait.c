// self_wait.c - a goroutine that waits for its own end.
//
// True at run time where a goroutine comes to a wait (of a group, or of a channel) that ends only
// when this very goroutine has told of its end, and it tells after the wait only: deferred, or
// further down, or by returning. It waits for ever, and so does everybody else who waits for it.
#include "rules/child_stop.h"
#include "rules/self_join.h"

typedef struct Report {
    RuleContext *ctx;
    VEC(Site) done;
} Report;

static void report(void *context, const SelfJoin *join)
{
    Report *r = context;
    RuleContext *ctx = r->ctx;
    if (!join->same || child_calls_owner(ctx, join).frame)
        return; // another value's, or child-stops-owner's
    Spot call = self_join_call(ctx, join);
    Site site = {call.frame->func->id, call.at};
    VEC_EACH(const Site, d, &r->done)
        if (d->func.v == site.func.v && d->instr.v == site.instr.v)
            return;
    vec_push(ctx->scratch, &r->done, site);
    const char *what = rule_callee_name(ctx, call.frame->func, ir_instr(call.frame->func, call.at));
    const char *spawner = rule_func_name(ctx, rule_func(ctx, join->story->spawner));
    IrOp op = ir_instr(call.frame->func, call.at)->op;
    Finding *f;
    if (op != IR_CALL && op != IR_DEFER)
        f = finding_at(ctx, LEVEL_ERROR, site, "the goroutine that %s starts waits here for what only it can send or close, further down", spawner);
    else if (call.frame == join->wait.frame)
        f = finding_at(ctx, LEVEL_ERROR, site, "%s waits for the goroutine that calls it: the one that %s starts waits for itself", what, spawner);
    else
        f = finding_at(ctx, LEVEL_ERROR, site, "%s waits for the goroutine that calls it here, the one that %s starts: it waits for itself", what, spawner);
    finding_also(ctx, f, FAIL_LEAK);
    self_join_show(ctx, f, join);
    finding_note(ctx, f, "let the goroutine return and leave the waiting to its owner; or tell the owner by a channel that it should stop");
}

void rule_self_wait(RuleContext *ctx)
{
    Report r = {.ctx = ctx};
    self_joins_each(ctx, report, &r);
}

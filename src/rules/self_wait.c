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

// ---- Servers ----

// Whether nothing ever ends the context, so that what waits under it waits for as long as it has to.
static bool never_ends(RuleContext *ctx, const Act *drain)
{
    AbsSet set = ir_ok(drain->arg) ? flow_value(ctx->flow, drain->func, drain->arg) : (AbsSet){0};
    for (uint32_t k = 0; k < set.len; k++)
        if (!flow_ctx_is_root(ctx->flow, set.items[k]))
            return false;
    return set.len > 0;
}

// Whether the function also runs on a goroutine that the package starts, which answers nobody.
static bool runs_aside(RuleContext *ctx, FuncId func)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        for (uint32_t b = 0; b < s->body_count; b++) {
            Bitset run = functions_run(ctx, s->bodies[b]);
            if (bitset_has(&run, func.v))
                return true;
        }
    }
    return false;
}

// A server's graceful shutdown waits for the requests that are being answered: a handler that calls it is
// among them.
static void check_drain(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act drain;
    Site site = {func->id, at};
    if (i->op != IR_CALL || !flow_act(ctx->flow, site, EFFECT_DRAINS, &drain) || !never_ends(ctx, &drain) ||
        !flow_is_handler(ctx->flow, func->id) || runs_aside(ctx, func->id))
        return;
    const char *what = rule_callee_name(ctx, func, i);
    Finding *f = finding_at(ctx, LEVEL_ERROR, site, "%s waits until all requests are answered, and is called while this one is: it waits for itself", what);
    finding_also(ctx, f, FAIL_HANG);
    finding_step(ctx, f, (Site){func->id, {1}}, "answers a request");
    finding_step(ctx, f, site, "waits for all requests, this one included, under a context that never ends");
    finding_note(ctx, f, "tell main by a channel that it should shut the server down, and answer the request");
}

void rule_self_wait(RuleContext *ctx)
{
    Report r = {.ctx = ctx};
    self_joins_each(ctx, report, &r);
    rule_each_call(ctx, check_drain);
}

// deaf_sleep.c - a cancellable loop that sleeps without listening for its cancellation.
//
// True at run time where the signal comes just after the loop looked: it is seen when the sleep is
// over. The sleep may stand in a function that the loop calls; the finding is on the sleep.
#include "rules/mend.h"
#include "rules/pauses.h"
#include "rules/polls.h"

// Whether the signal can be received and is there again for the loop to see: a context's, or a channel that is
// closed and never sent on.
static bool signal_stays(const RuleContext *ctx, const Poll *p)
{
    AbsSet set = ir_ok(p->chan) ? flow_value(ctx->flow, p->func, p->chan) : (AbsSet){0};
    if (!ir_ok(p->chan) || flow_done_contexts(ctx->flow, p->func, p->chan).len)
        return true;
    for (uint32_t k = 0; k < set.len; k++)
        if (flow_abs(ctx->flow, set.items[k])->kind != ABS_CHAN || flow_chan_ops_anywhere(ctx->flow, set.items[k], CHAN_OP_SEND).len ||
            !flow_chan_ops_anywhere(ctx->flow, set.items[k], CHAN_OP_CLOSE).len)
            return false;
    return set.len > 0;
}

// Waits for the signal and the time together, and leaves it to the loop to see the signal: it asks
// each round, and knows what is to be done then. Before Go 1.23's timers the time that is not waited for would
// stay behind.
static void add_fix(RuleContext *ctx, Finding *f, const PolledLoop *s, const IrFunc *func, const IrInstr *sleep, IrValue duration)
{
    const char *stop = polled_stop_text(ctx, &s->poll, func->id), *time = mend_package(ctx, func, "time");
    const Ast *ast = rule_ast(ctx, func);
    Stmt stmt = mend_stmt(ctx, func, sleep->span);
    if (!stop || !time || !node_ok(stmt.node) || node_kind(ast, stmt.node) != NODE_EXPR_STMT || !node_ok(sleep->node) ||
        node_kind(ast, sleep->node) != NODE_CALL_EXPR || !ir_ok(duration))
        return;
    NodeList args = ast_call(ast, sleep->node).args;
    bool selected = node_kind(ast, ast_call(ast, sleep->node).fun) == NODE_SELECTOR_EXPR; // no variable that would be left unused
    if (args.len != 1 || !selected || stmt.span.end != sleep->span.end)
        return;
    FixSafety safety = !signal_stays(ctx, &s->poll) ? FIX_SKETCH : ctx->old_timers ? FIX_UNSAFE : FIX_SAFE;
    Fix *fix = finding_fix(ctx, f, safety, "wait for the signal and the time together");
    mend_import(ctx, fix, func, "time");
    mend_replace(ctx, fix, &stmt, stmt.span,
                 arena_printf(ctx->arena, "select {\ncase <-%s:\ncase <-%s.After(%.*s):\n}", stop, time,
                              STR_ARG(ast_text(ast, args.items[0]))));
}

// Whether what the loop asks is a deadline of its own, made in the same function from what nobody ends: the
// sleep makes the time-out a little longer, and keeps nobody waiting who wants to stop.
static bool is_own_deadline(const RuleContext *ctx, const Poll *p)
{
    AbsSet contexts = ir_ok(p->chan)      ? flow_done_contexts(ctx->flow, p->func, p->chan)
                      : ir_ok(p->context) ? flow_value(ctx->flow, p->func, p->context)
                                          : (AbsSet){0};
    for (uint32_t k = 0; k < contexts.len; k++) {
        const Abs *a = flow_abs(ctx->flow, contexts.items[k]);
        const IrInstr *made = a->kind == ABS_RESULT && a->func.v == p->func.v ? rule_instr(ctx, (Site){a->func, a->site}) : NULL;
        if (!made || !made->call || !flow_effect(ctx->flow, made, EFFECT_EXPIRES))
            return false;
        AbsSet parents = flow_ctx_parents(ctx->flow, contexts.items[k]);
        for (uint32_t j = 0; j < parents.len; j++)
            if (flow_ctx_cancellable(ctx->flow, parents.items[j]))
                return false;
    }
    return contexts.len > 0;
}

// Whether the sleep belongs to a loop of its own in a function that is called away from the loop which asks:
// until that loop's condition holds, which the sleep does not bound, the round goes on anyhow.
static bool is_of_inner_wait(const RuleContext *ctx, const PolledLoop *s, Site site)
{
    const IrFunc *func = rule_func(ctx, site.func);
    return s->call.func.v != site.func.v && func->blocks.data[rule_instr(ctx, site)->block].loop;
}

static const char *excuse(const RuleContext *ctx, const PolledLoop *s, Site site)
{
    if (is_own_deadline(ctx, &s->poll))
        return "what it asks is a deadline of its own: the time-out comes that much later";
    if (is_of_inner_wait(ctx, s, site))
        return "it sleeps in a loop of its own, and goes on with the round when that loop's condition holds: how late that is, is not seen";
    return NULL;
}

static void report(RuleContext *ctx, const PolledLoop *s, Site site, const Act *sleep, int64_t ns)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrInstr *i = rule_instr(ctx, site);
    const char *callee = rule_callee_name(ctx, func, i);
    const char *poll = rule_text(ctx, rule_func(ctx, s->poll.site.func), s->poll.site.instr);
    bool in_select = rule_instr(ctx, s->poll.site)->op == IR_SELECT;
    const char *excused = excuse(ctx, s, site);
    Finding *f;
    if (ns >= 0)
        f = finding_at(ctx, excused ? LEVEL_ADVICE : LEVEL_WARNING, site, "%s sleeps %s without listening: the loop hears of its cancellation up to %s late",
                       callee, rule_duration_text(ctx, ns), rule_duration_text(ctx, ns));
    else
        f = finding_at(ctx, LEVEL_ADVICE, site, "%s sleeps for %s without listening: the loop hears of its cancellation that much late",
                       callee, ir_ok(sleep->arg) ? rule_text(ctx, rule_func(ctx, sleep->func), sleep->arg) : "a while");
    finding_related(ctx, f, s->poll.site, "asks for the cancellation here",
                    in_select ? "the select has a default and does not wait" : arena_printf(ctx->arena, "%s does not wait", poll));
    if (s->call.func.v != site.func.v || s->call.instr.v != site.instr.v)
        finding_related(ctx, f, s->call, "called here, in the loop", NULL);
    if (excused)
        finding_note(ctx, f, "%s", excused);
    if (ns < 0)
        finding_note(ctx, f, "how long the sleep is cannot be seen here");
    add_fix(ctx, f, s, func, i, sleep->arg);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act sleep;
    Site site = {func->id, at};
    if (i->op != IR_CALL || !flow_act(ctx->flow, site, EFFECT_SLEEPS, &sleep))
        return;
    int64_t ns = ir_ok(sleep.arg) ? flow_duration(ctx->flow, sleep.func, sleep.arg) : -1;
    if (ns >= 0 && ns < SHORT_PAUSE_NS)
        return;
    PolledLoop s = {0};
    if (polled_loop(ctx, site, POLL_CALLS_AWAY, &s))
        report(ctx, &s, site, &sleep, ns);
}

void rule_deaf_sleep(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

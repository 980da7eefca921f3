// unbounded_drain.c - a shutdown that waits for others without a deadline.
//
// True at run time where the other side takes its time: a graceful shutdown ends when the work in flight has, or
// when its context does; given a root, one client that keeps its connection busy keeps the process. The same
// holds for a stop method that joins its goroutine while that one is at the network or waits for another process,
// where nothing that the stop does ends such a wait. Whoever told the process to stop kills it then, and everything
// that was to be saved behind the drain is lost.
#include "rules/drain_fix.h"
#include "rules/lifetime.h"
#include "rules/origin.h"
#include "rules/type_stop.h"
#include "rules/waiting.h"

void rule_unbounded_drain(RuleContext *ctx);

// ---- A drain under a root ----

static bool can_end(const RuleContext *ctx, AbsSet contexts)
{
    for (uint32_t k = 0; k < contexts.len; k++)
        if (flow_ctx_cancellable(ctx->flow, contexts.items[k]))
            return true;
    return !flow_set_closed(ctx->flow, contexts);
}

// Whether the function is, or stands in, what a goroutine runs.
static bool is_started(const RuleContext *ctx, const IrFunc *func)
{
    for (;; func = rule_func(ctx, func->parent)) {
        CallEdges callers = flow_callers(ctx->flow, func->id);
        for (uint32_t k = 0; k < callers.len; k++)
            if (callers.items[k].mode == CALL_GO)
                return true;
        if (!func->parent.v)
            return false;
    }
}

// A select whose cases are several: whoever waits there need not wait for the drain.
static bool chooses(const IrInstr *i)
{
    return i->op == IR_SELECT && i->case_count > 1;
}

// Another release of the same value bounds the drain: by force, after a while.
static bool forces(const RuleContext *ctx, Site site, AbsSet drained)
{
    Act act, drains;
    return flow_act(ctx->flow, site, EFFECT_RELEASES, &act) && !flow_act(ctx->flow, site, EFFECT_DRAINS, &drains) &&
           ir_ok(act.recv) && flow_sets_meet(flow_value(ctx->flow, act.recv_func, act.recv), drained);
}

// Whether the declared function around the drain, or the one that starts it, bounds it by other means.
static bool is_bounded(const RuleContext *ctx, const IrFunc *func, const Act *drain)
{
    const IrFunc *outer = outermost(ctx, func);
    bool started = is_started(ctx, func);
    AbsSet drained = ir_ok(drain->recv) ? flow_value(ctx->flow, drain->recv_func, drain->recv) : (AbsSet){0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *f = ctx->ir->funcs.data[id];
        if (outermost(ctx, f) != outer)
            continue;
        for (IrValue at = ir_first_event(f); ir_ok(at); at = ir_next_event(f, at)) {
            const IrInstr *i = rule_live_instr(ctx, f, at);
            bool calls = i && (i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO);
            if (i && ((started && f != func && chooses(i)) || (calls && forces(ctx, (Site){f->id, at}, drained))))
                return true;
        }
    }
    return false;
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act act;
    if ((i->op != IR_CALL && i->op != IR_DEFER) || rule_in_test_file(ctx, func) ||
        !flow_act(ctx->flow, (Site){func->id, at}, EFFECT_DRAINS, &act) || !ir_ok(act.arg) ||
        !flow_is_context(ctx->flow, ir_instr(rule_func(ctx, act.func), act.arg)->type))
        return;
    AbsSet contexts = flow_value(ctx->flow, act.func, act.arg);
    if (can_end(ctx, contexts) || is_bounded(ctx, func, &act))
        return;
    const char *text = rule_text(ctx, rule_func(ctx, act.func), act.arg);
    Finding *f = finding_at(ctx, LEVEL_ADVICE, (Site){func->id, at},
                            "%s waits for the work in flight however long that takes: %s never ends",
                            rule_callee_name(ctx, func, i), text);
    finding_also(ctx, f, FAIL_HANG);
    if (act.func.v == func->id.v)
        drain_fix_deadline(ctx, f, func, i, act.arg, text, FIX_UNSAFE);
    finding_note(ctx, f, "give it a context with a deadline that is shorter than what whoever stops the process waits before killing it");
}

// ---- A join of what waits for others ----

// Where the goroutine waits for the network or another process with nothing to bound it.
static Site deaf_wait(RuleContext *ctx, const Story *s)
{
    Site found = {0};
    FuncsRun own = {0};
    for (uint32_t b = 0; b < s->body_count; b++)
        funcs_run_add(ctx, &own, s->bodies[b]);
    VEC_EACH (const FuncId, id, &own.list) {
        const IrFunc *func = rule_func(ctx, *id);
        for (IrValue at = ir_first_event(func); ir_ok(at) && !found.func.v; at = ir_next_event(func, at)) {
            Waiting w = rule_live_instr(ctx, func, at) ? waiting_at(ctx, (Site){*id, at}) : (Waiting){0};
            if ((w.kind == WAITS_IO || w.kind == WAITS_PROCESS) && !w.unsure)
                found = (Site){*id, at};
        }
    }
    funcs_run_done(ctx, &own);
    return found;
}

// Where the stop waits for the goroutine and for nothing else.
static Site join_in(RuleContext *ctx, const Story *s, const IrFunc *stop)
{
    Site found = {0};
    FuncsRun run = {0};
    funcs_run_add(ctx, &run, stop->id);
    for (uint32_t k = 0; k < s->join_count && !found.func.v; k++)
        if (bitset_has(&run.has, s->joins[k].site.func.v) && !chooses(rule_instr(ctx, s->joins[k].site)))
            found = s->joins[k].site;
    funcs_run_done(ctx, &run);
    return found;
}

static void check_join(RuleContext *ctx, const Story *s)
{
    if (!s->body_seen || !s->ends || s->role == ROLE_TEST || !s->join_count)
        return;
    TypeStop stop = type_stop(ctx, s);
    // What it releases or closes may be what the goroutine waits for.
    enum { MAY_END_A_WAIT = DOES_RELEASE | DOES_CLOSER | DOES_UNKNOWN };
    if (!stop.method || rule_in_test_file(ctx, stop.method) || function_does(ctx, stop.method->id) & MAY_END_A_WAIT)
        return;
    Site join = join_in(ctx, s, stop.method), wait = join.func.v ? deaf_wait(ctx, s) : (Site){0};
    if (!wait.func.v)
        return;
    Finding *f = finding_at(ctx, LEVEL_ADVICE, join, "%s waits for its goroutine, which %s can keep for as long as the other side likes",
                            rule_func_name(ctx, stop.method), rule_callee_name(ctx, rule_func(ctx, wait.func), rule_instr(ctx, wait)));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, s->spawn, "the goroutine starts here", NULL);
    finding_related(ctx, f, wait, "it may wait here", NULL);
    finding_note(ctx, f, "let the stop signal reach that wait, as a context of the call, or set a deadline");
}

void rule_unbounded_drain(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
    stops_prepare(ctx);
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        check_join(ctx, flow_story(ctx->flow, k));
}

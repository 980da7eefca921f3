// timer_churn.c - a new timer each round of a loop, before Go 1.23 could collect them.
//
// Before Go 1.23's timers (main module's go line below 1.23) the channel of time.After keeps its
// timer alive until it fires. A loop that makes one each round holds as many as rounds fit into
// the duration: many where another case of the select wins again and again, one where the timer's
// own case ends each round. A ticker made by time.Tick can never be stopped at all.
#include "rules/mend.h"

// The modelled call that made the channel, when the channel is one that the library feeds so.
static bool feed_of(const RuleContext *ctx, AbsSet channels, uint32_t mode, Site *made)
{
    for (uint32_t k = 0; k < channels.len; k++) {
        const Abs *a = flow_abs(ctx->flow, channels.items[k]);
        if (a->kind != ABS_RESULT)
            continue;
        *made = (Site){a->func, a->site};
        Act feeds;
        if (flow_act(ctx->flow, *made, EFFECT_FEEDS, &feeds) && feeds.effect->modes & mode &&
            feeds.effect->target.kind == REF_RESULT && !feeds.effect->target.field.v)
            return true;
    }
    return false;
}

// Whether the channel is made anew each round: the value is computed inside the loop.
static bool made_each_round(const IrFunc *func, IrValue chan, uint32_t loop)
{
    const IrInstr *i = ir_instr(func, chan);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    return i->op == IR_CALL && ir_in_loop(func, loop, i->block);
}

// A channel kept in a variable that is assigned in the loop.
static bool stored_each_round(const RuleContext *ctx, const IrFunc *func, IrValue chan, uint32_t loop)
{
    VarId var = flow_loaded_var(ctx->flow, func->id, chan);
    SiteList stores = var.v ? flow_var_stores(ctx->flow, var) : (SiteList){0};
    for (uint32_t k = 0; k < stores.len; k++)
        if (stores.items[k].func.v == func->id.v &&
            ir_in_loop(func, loop, rule_instr(ctx, stores.items[k])->block))
            return true;
    return false;
}

// Whether another round can follow when case `k` of the select wins.
static bool case_loops(const IrFunc *func, const IrInstr *select, uint32_t k, uint32_t loop)
{
    uint32_t body = func->blocks.data[select->block].succs.data[k];
    return ir_in_loop(func, loop, body);
}

// ---- The fix ----

// The innermost loop statement around a span, where it is a statement of its own; none otherwise.
static Stmt loop_around(RuleContext *ctx, const IrFunc *func, Span span)
{
    const Ast *ast = rule_ast(ctx, func);
    Span best = {0};
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        NodeKind kind = node_kind(ast, n);
        Span s = node_span(ast, n);
        if ((kind == NODE_FOR_STMT || kind == NODE_RANGE_STMT) && s.start <= span.start && span.end <= s.end &&
            (!best.end || s.end - s.start < best.end - best.start))
            best = s;
    }
    Stmt stmt = best.end ? mend_stmt(ctx, func, best) : (Stmt){0};
    return node_ok(stmt.node) && stmt.span.start == best.start ? stmt : (Stmt){0};
}

// The duration of time.After(d) or time.Tick(d), where it is written there as a call of the package, and
// means the same before the loop: a positive constant.
static Str constant_duration(RuleContext *ctx, const IrFunc *func, const IrInstr *call)
{
    const Ast *ast = rule_ast(ctx, func);
    if (!node_ok(call->node) || node_kind(ast, call->node) != NODE_CALL_EXPR || call->call->dynamic || call->arg_count != 1)
        return (Str){0};
    CallView v = ast_call(ast, call->node);
    int64_t ns = flow_duration(ctx->flow, func->id, call->args[0]);
    bool fixed = ir_instr(func, call->args[0])->constant != NULL;
    return fixed && ns > 0 && v.args.len == 1 && node_kind(ast, v.fun) == NODE_SELECTOR_EXPR ? ast_text(ast, v.args.items[0]) : (Str){0};
}

static const char *const ticker_names[] = {"ticker", "tick", "pulse", NULL};

// A ticker that is made before the statement and stopped at the end of the function.
static void fix_with_ticker(RuleContext *ctx, Finding *f, const IrFunc *func, const IrInstr *call, const Stmt *before, FixSafety safety)
{
    const char *time = mend_package(ctx, func, "time"), *name = mend_fresh(ctx, func, ticker_names);
    Str duration = constant_duration(ctx, func, call);
    if (!duration.len || !time || !name || !node_ok(before->node))
        return;
    Fix *fix = finding_fix(ctx, f, safety, "use one ticker");
    mend_before(ctx, fix, before,
                arena_printf(ctx->arena, "%s := %s.NewTicker(%.*s)\ndefer %s.Stop()", name, time, STR_ARG(duration), name));
    fix_edit(ctx, fix, func, call->span, "%s.C", name);
}

// A ticker goes on while a round works, and is not set back when another case wins: where the case of the time
// is the only one that starts another round, that is no difference worth a word.
static void fix_after(RuleContext *ctx, Finding *f, const IrFunc *func, Site made, Level level, const IrInstr *wait)
{
    const IrInstr *call = rule_instr(ctx, made);
    const Ast *ast = rule_ast(ctx, func);
    const char *time = mend_package(ctx, func, "time");
    if (made.func.v != func->id.v || call->op != IR_CALL || !time)
        return;
    Stmt own = mend_stmt(ctx, func, wait->span);
    bool sleeps = wait->op == IR_RECV && node_ok(own.node) && node_kind(ast, own.node) == NODE_EXPR_STMT &&
                  own.span.start == wait->span.start && own.span.end == wait->span.end && constant_duration(ctx, func, call).len;
    if (sleeps) {
        Fix *fix = finding_fix(ctx, f, FIX_SAFE, "sleep");
        fix_edit(ctx, fix, func, wait->span, "%s.Sleep(%.*s)", time, STR_ARG(constant_duration(ctx, func, call)));
        return;
    }
    Stmt loop = loop_around(ctx, func, call->span);
    bool nested = !node_ok(loop.node) || node_ok(loop_around(ctx, func, (Span){loop.span.start, loop.span.end + 1}).node);
    if (!nested)
        fix_with_ticker(ctx, f, func, call, &loop, level == LEVEL_WARNING ? FIX_UNSAFE : FIX_SAFE);
}

static Finding *report_after(RuleContext *ctx, Site made, Level level, const IrFunc *func, const IrInstr *wait)
{
    const char *callee = rule_callee_name(ctx, rule_func(ctx, made.func), rule_instr(ctx, made));
    Finding *f = finding_at(ctx, level, made, level == LEVEL_WARNING
            ? "%s makes a timer each round of this loop, and each lives until it fires although another case wins"
            : "%s makes a timer each round of this loop; one that has fired is garbage, at most one lives at a time",
            callee);
    finding_related_span(ctx, f, func, wait->span, "waits here", NULL);
    finding_note(ctx, f, "from Go 1.23 on, timers that nothing refers to are collected; use one timer or ticker made before the loop until then");
    fix_after(ctx, f, func, made, level, wait);
    return f;
}

static void check_select(RuleContext *ctx, const IrFunc *func, const IrInstr *i, uint32_t loop)
{
    for (uint32_t k = 0; k < i->case_count; k++) {
        const IrCase *c = &i->cases[k];
        Site made;
        if (c->is_default || c->is_send || !feed_of(ctx, flow_value(ctx->flow, func->id, c->chan), MODE_ONCE, &made) ||
            !(made_each_round(func, c->chan, loop) || stored_each_round(ctx, func, c->chan, loop)))
            continue;
        bool other_loops = false;
        for (uint32_t j = 0; j < i->case_count; j++)
            other_loops |= j != k && case_loops(func, i, j, loop);
        if (other_loops || case_loops(func, i, k, loop))
            report_after(ctx, made, other_loops ? LEVEL_WARNING : LEVEL_ADVICE, func, i);
    }
}

// Where the function is called in a loop of its caller: each call is a round.
static Site called_in_loop(const RuleContext *ctx, const IrFunc *func)
{
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; k < callers.len; k++) {
        const IrFunc *caller = rule_func(ctx, callers.items[k].site.func);
        if (callers.items[k].mode == CALL_NOW &&
            caller->blocks.data[rule_instr(ctx, callers.items[k].site)->block].loop)
            return callers.items[k].site;
    }
    return (Site){0};
}

// A select that is the whole of a round. That a context ends is taken to end the loop as well.
static void check_round(RuleContext *ctx, const IrFunc *func, const IrInstr *i, Site round)
{
    for (uint32_t k = 0; k < i->case_count; k++) {
        Site made;
        if (i->cases[k].is_default || i->cases[k].is_send ||
            !feed_of(ctx, flow_value(ctx->flow, func->id, i->cases[k].chan), MODE_ONCE, &made))
            continue;
        bool other_wins = false;
        for (uint32_t j = 0; j < i->case_count; j++)
            other_wins |= j != k && (i->cases[j].is_default || i->cases[j].is_send ||
                                     !flow_done_contexts(ctx->flow, func->id, i->cases[j].chan).len);
        Finding *f = report_after(ctx, made, other_wins ? LEVEL_WARNING : LEVEL_ADVICE, func, i);
        finding_related(ctx, f, round, "called here, round after round", NULL);
    }
}

static void check_tick(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    const Effect *feeds = flow_effect(ctx->flow, i, EFFECT_FEEDS);
    if (!feeds || !(feeds->modes & MODE_FOREVER) || feeds->target.kind != REF_RESULT || feeds->target.field.v ||
        !flow_facts(ctx->flow, func->id)->returns || func->kind == FUNC_INIT)
        return;
    bool is_main = func->kind == FUNC_DECL && !func->has_recv && str_is(object_name(ctx->types, func->obj), "main");
    if (is_main)
        return;
    Finding *f = finding_at(ctx, LEVEL_WARNING, (Site){func->id, at},
               "%s makes a ticker that can never be stopped, and %s returns: one is left behind by each call",
               rule_callee_name(ctx, func, i), rule_func_name(ctx, func));
    Stmt stmt = mend_stmt(ctx, func, i->span);
    FixSafety safety = mend_at_return(ctx, func, at);
    bool loop = func->blocks.data[i->block].loop != 0;
    if (!loop)
        fix_with_ticker(ctx, f, func, i, &stmt, safety);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    bool looping = func->blocks.data[i->block].loop != 0;
    uint32_t loop = func->blocks.data[i->block].loop - 1; // the innermost
    Site made;
    if (i->op == IR_CALL)
        check_tick(ctx, func, at, i);
    else if (looping && i->op == IR_SELECT)
        check_select(ctx, func, i, loop);
    else if (i->op == IR_SELECT && called_in_loop(ctx, func).instr.v)
        check_round(ctx, func, i, called_in_loop(ctx, func));
    else if (looping && i->op == IR_RECV && feed_of(ctx, flow_value(ctx->flow, func->id, i->args[0]), MODE_ONCE, &made) &&
             (made_each_round(func, i->args[0], loop) || stored_each_round(ctx, func, i->args[0], loop)))
        report_after(ctx, made, LEVEL_ADVICE, func, i);
}

void rule_timer_churn(RuleContext *ctx)
{
    if (ctx->old_timers)
        rule_each_instr(ctx, visit);
}

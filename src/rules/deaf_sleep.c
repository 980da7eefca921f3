// deaf_sleep.c - a cancellable loop that sleeps without listening for its cancellation.
//
// True at run time where the signal comes just after the loop looked: it is seen when the sleep is
// over. The sleep may stand in a function that the loop calls; the finding is on the sleep.
#include "rules/cancelled.h"
#include "rules/pauses.h"

// How many calls a poll or a sleep may lie away from its loop.
enum { MAX_CALLS_AWAY = 4 };

// ---- Is there a poll? ----

typedef struct Poll {
    Site site;     // none: no poll
    FuncId func;   // where `context` is
    IrValue context; // the context whose Err or Done is asked; none for a plain channel
    IrValue chan;  // the channel that a select asks
} Poll;

static bool someone_cancels(const RuleContext *ctx, const IrFunc *func, IrValue context)
{
    AbsSet set = flow_value(ctx->flow, func->id, context);
    for (uint32_t k = 0; k < set.len; k++)
        if (flow_ctx_cancellable(ctx->flow, set.items[k]))
            return true;
    return set.len == 0;
}

// Whether a channel is a context's Done or one that somebody closes.
static bool carries_stop(const RuleContext *ctx, const IrFunc *func, IrValue chan)
{
    AbsSet contexts = flow_done_contexts(ctx->flow, func->id, chan);
    for (uint32_t k = 0; k < contexts.len; k++)
        if (flow_ctx_cancellable(ctx->flow, contexts.items[k]))
            return true;
    AbsSet channels = flow_value(ctx->flow, func->id, chan);
    for (uint32_t k = 0; k < channels.len; k++) {
        const Abs *a = flow_abs(ctx->flow, channels.items[k]);
        if (flow_chan_ops_anywhere(ctx->flow, channels.items[k], CHAN_OP_CLOSE).len)
            return true;
        Act done;
        if (a->kind == ABS_RESULT && contexts.len == 0 &&
            flow_act(ctx->flow, (Site){a->func, a->site}, EFFECT_DONE_CHANNEL, &done))
            return true; // of a context whose makers are not seen
    }
    return false;
}

// The select's default follows a case that asks for the stop signal.
static bool poll_select(const RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i, Poll *out)
{
    if (i->op != IR_SELECT || i->may_block)
        return false;
    for (uint32_t k = 0; k < i->case_count; k++) {
        const IrCase *c = &i->cases[k];
        if (c->is_send || c->is_default || !carries_stop(ctx, func, c->chan))
            continue;
        *out = (Poll){.site = {func->id, at}, .func = func->id, .chan = c->chan};
        return true;
    }
    return false;
}

static bool poll_call(const RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i, Poll *out)
{
    Act polls;
    if (i->op != IR_CALL || !flow_act(ctx->flow, (Site){func->id, at}, EFFECT_POLLS, &polls))
        return false;
    IrValue context = ir_ok(polls.recv) ? polls.recv : i->arg_count ? i->args[0] : (IrValue){0};
    FuncId in = ir_ok(polls.recv) ? polls.recv_func : func->id;
    if (ir_ok(context) && !someone_cancels(ctx, rule_func(ctx, in), context))
        return false;
    *out = (Poll){.site = {func->id, at}, .func = in, .context = context};
    return true;
}

// The functions that a search for a poll has gone through; each is searched once.
typedef struct PollSearch {
    const RuleContext *ctx;
    Bitset seen;
    Poll *out;
} PollSearch;

static bool polls_in(PollSearch *p, const IrFunc *func, uint32_t loop, unsigned depth);

static bool poll_in_callee(PollSearch *p, Site call, unsigned depth)
{
    CallEdges callees = flow_callees(p->ctx->flow, call);
    for (uint32_t k = 0; depth < MAX_CALLS_AWAY && k < callees.len; k++) {
        FuncId callee = callees.items[k].callee;
        if (callees.items[k].mode != CALL_NOW || bitset_has(&p->seen, callee.v))
            continue;
        bitset_add(&p->seen, callee.v);
        if (polls_in(p, rule_func(p->ctx, callee), UINT32_MAX, depth + 1))
            return true;
    }
    return false;
}

// A poll among the instructions of a loop (UINT32_MAX: of the whole function) or of what it calls.
static bool polls_in(PollSearch *p, const IrFunc *func, uint32_t loop, unsigned depth)
{
    const RuleContext *ctx = p->ctx;
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || (loop != UINT32_MAX && !ir_in_loop(func, loop, i->block)))
            continue;
        if (poll_select(ctx, func, at, i, p->out) || poll_call(ctx, func, at, i, p->out) ||
            (i->op == IR_CALL && poll_in_callee(p, (Site){func->id, at}, depth)))
            return true;
    }
    return false;
}

// ---- From the sleep outwards ----

typedef struct Search {
    RuleContext *ctx;
    Bitset seen;
    Site loop_call; // the call in the loop that leads to the sleep; the sleep itself
    Poll poll;
} Search;

// Whether some loop around the instruction polls.
static bool polled_around(Search *s, const IrFunc *func, IrValue at)
{
    uint32_t block = ir_instr(func, at)->block;
    for (uint32_t loop = func->blocks.data[block].loop; loop; loop = func->loops.data[loop - 1].parent) {
        PollSearch p = {s->ctx, bitset_new(s->ctx->scratch, s->ctx->ir->funcs.len), &s->poll};
        if (!polls_in(&p, func, loop - 1, 0))
            continue;
        s->loop_call = (Site){func->id, at};
        return true;
    }
    return false;
}

static bool polled_by_callers(Search *s, const IrFunc *func, IrValue at, unsigned depth)
{
    if (rule_in_test_file(s->ctx, func) || cancellation_seen(s->ctx, func, at).known)
        return false;
    if (polled_around(s, func, at))
        return true;
    if (depth >= MAX_CALLS_AWAY || bitset_has(&s->seen, func->id.v))
        return false;
    bitset_add(&s->seen, func->id.v);
    CallEdges callers = flow_callers(s->ctx->flow, func->id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode == CALL_NOW &&
            polled_by_callers(s, rule_func(s->ctx, callers.items[k].site.func), callers.items[k].site.instr, depth + 1))
            return true;
    return false;
}

// ---- The report ----

// What a select would have to receive from to hear of the stop; NULL where that has no name here.
static const char *stop_text(RuleContext *ctx, const Search *s, FuncId sleeper)
{
    const Poll *p = &s->poll;
    if (p->func.v != sleeper.v)
        return NULL;
    const IrFunc *func = rule_func(ctx, p->func);
    if (ir_ok(p->chan))
        return rule_text(ctx, func, p->chan);
    return ir_ok(p->context) ? arena_printf(ctx->arena, "%s.Done()", rule_text(ctx, func, p->context)) : NULL;
}

// How the function ends when the signal comes; NULL where that is for a person to say.
static const char *leave_text(RuleContext *ctx, const Search *s, const IrFunc *func)
{
    if (func->results.len == 0)
        return "return";
    Str result = type_string(ctx->types, ctx->scratch, ir_var(ctx->ir, func->results.data[0])->type);
    if (func->results.len > 1 || !str_is(result, "error") || !ir_ok(s->poll.context))
        return NULL;
    return arena_printf(ctx->arena, "return %s.Err()", rule_text(ctx, rule_func(ctx, s->poll.func), s->poll.context));
}

static void add_fix(RuleContext *ctx, Finding *f, const Search *s, const IrFunc *func, const IrInstr *sleep, IrValue duration)
{
    const char *stop = stop_text(ctx, s, func->id), *leave = stop ? leave_text(ctx, s, func) : NULL;
    const Ast *ast = rule_ast(ctx, func);
    if (!leave || !node_ok(sleep->node) || node_kind(ast, sleep->node) != NODE_CALL_EXPR || !ir_ok(duration))
        return;
    Str text = ast_text(ast, ast_call(ast, sleep->node).args.items[0]);
    const char *indent = rule_indent(ctx, func, sleep->span.start);
    Fix *fix = finding_fix(ctx, f, FIX_SKETCH, "wait for the signal and the time together");
    fix_edit(ctx, fix, func, sleep->span, "select {\n%scase <-%s:\n%s\t%s\n%scase <-time.After(%.*s):\n%s}", indent, stop,
             indent, leave, indent, STR_ARG(text), indent);
}

static void report(RuleContext *ctx, const Search *s, Site site, const Act *sleep, int64_t ns)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrInstr *i = rule_instr(ctx, site);
    const char *callee = rule_callee_name(ctx, func, i);
    const char *poll = rule_text(ctx, rule_func(ctx, s->poll.site.func), s->poll.site.instr);
    bool in_select = rule_instr(ctx, s->poll.site)->op == IR_SELECT;
    Finding *f;
    if (ns >= 0)
        f = finding_at(ctx, LEVEL_WARNING, site, "%s sleeps %s without listening: the loop hears of its cancellation up to %s late",
                       callee, rule_duration_text(ctx, ns), rule_duration_text(ctx, ns));
    else
        f = finding_at(ctx, LEVEL_ADVICE, site, "%s sleeps for %s without listening: the loop hears of its cancellation that much late",
                       callee, ir_ok(sleep->arg) ? rule_text(ctx, rule_func(ctx, sleep->func), sleep->arg) : "a while");
    finding_related(ctx, f, s->poll.site, "asks for the cancellation here",
                    in_select ? "the select has a default and does not wait" : arena_printf(ctx->arena, "%s does not wait", poll));
    if (s->loop_call.func.v != site.func.v || s->loop_call.instr.v != site.instr.v)
        finding_related(ctx, f, s->loop_call, "called here, in the loop", NULL);
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
    Search s = {.ctx = ctx, .seen = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
    if (polled_by_callers(&s, func, at, 0))
        report(ctx, &s, site, &sleep, ns);
}

void rule_deaf_sleep(RuleContext *ctx)
{
    rule_each_instr(ctx, visit);
}

// polls.c - loops that ask for their cancellation.
#include "rules/polls.h"
#include "rules/cancelled.h"

// How many calls a wait may lie away from its loop.
enum { MAX_CALLS_AWAY = 4 };

// ---- Is there a poll? ----

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
    unsigned calls; // how many away it may lie
    Bitset seen;
    Poll *out;
} PollSearch;

static bool polls_in(PollSearch *p, const IrFunc *func, uint32_t loop, unsigned depth);

static bool poll_in_callee(PollSearch *p, Site call, unsigned depth)
{
    CallEdges callees = flow_callees(p->ctx->flow, call);
    for (uint32_t k = 0; depth < p->calls && k < callees.len; k++) {
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
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || (loop != UINT32_MAX && !ir_in_loop(func, loop, i->block)))
            continue;
        if (poll_select(ctx, func, at, i, p->out) || poll_call(ctx, func, at, i, p->out) ||
            (i->op == IR_CALL && poll_in_callee(p, (Site){func->id, at}, depth)))
            return true;
    }
    return false;
}

// ---- From the wait outwards ----

typedef struct Search {
    RuleContext *ctx;
    unsigned calls;
    Bitset seen;
    PolledLoop *out;
} Search;

// Whether some loop around the instruction polls.
static bool polled_around(Search *s, const IrFunc *func, IrValue at)
{
    uint32_t block = ir_instr(func, at)->block;
    for (uint32_t loop = func->blocks.data[block].loop; loop; loop = func->loops.data[loop - 1].parent) {
        PollSearch p = {s->ctx, s->calls, bitset_new(s->ctx->scratch, s->ctx->ir->funcs.len), &s->out->poll};
        if (!polls_in(&p, func, loop - 1, 0))
            continue;
        s->out->call = (Site){func->id, at};
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

bool polled_loop(RuleContext *ctx, Site wait, unsigned calls, PolledLoop *out)
{
    Search s = {ctx, calls, bitset_new(ctx->scratch, ctx->ir->funcs.len), out};
    *out = (PolledLoop){0};
    return polled_by_callers(&s, rule_func(ctx, wait.func), wait.instr, 0);
}

const char *polled_stop_text(RuleContext *ctx, const Poll *p, FuncId waiter)
{
    if (p->func.v != waiter.v)
        return NULL;
    const IrFunc *func = rule_func(ctx, p->func);
    if (ir_ok(p->chan))
        return rule_text(ctx, func, p->chan);
    return ir_ok(p->context) ? arena_printf(ctx->arena, "%s.Done()", rule_text(ctx, func, p->context)) : NULL;
}

// cancelled.c - where a context is known to be cancelled.
//
// Contexts are compared by identity (identity.h), which follows assignments: after
// `ctx, cancel := WithTimeout(Background(), …)` the name ctx means another context than before.
#include "rules/cancelled.h"
#include "rules/identity.h"

// Longer derivations are not written by hand.
enum { MAX_DERIVATION = 16 };

bool instr_dominates(const IrFunc *func, IrValue a, IrValue b)
{
    uint32_t x = ir_instr(func, a)->block, y = ir_instr(func, b)->block;
    // Within a block instructions are numbered in their order.
    return x == y ? a.v <= b.v : ir_dominates(func, x, y);
}

typedef struct Question {
    RuleContext *ctx;
    const IrFunc *func; // where it is asked
    const Frame *frame;
    IrValue at;
    bool any;         // whatever context
    Identity context; // else this one
    Cancelled answer;
} Question;

// The identity of the context that a made one was derived from.
static Identity parent_of(const Question *q, const Identity *child)
{
    Act act;
    if (child->kind != ID_MADE ||
        (!flow_act(q->ctx->flow, (Site){child->frame->func->id, child->instr}, EFFECT_DERIVES, &act) &&
         !flow_act(q->ctx->flow, (Site){child->frame->func->id, child->instr}, EFFECT_CARRIES, &act)) ||
        !ir_ok(act.arg) || act.func.v != child->frame->func->id.v)
        return (Identity){0};
    return identity_of(q->ctx, child->frame, act.arg);
}

// Whether the context asked about is this one or was derived from it.
static bool concerns(const Question *q, const Identity *cancelled)
{
    if (q->any)
        return true;
    Identity at = q->context;
    for (unsigned depth = 0; depth < MAX_DERIVATION && at.kind != ID_NONE; depth++) {
        if (identity_same(&at, cancelled))
            return true;
        at = parent_of(q, &at);
    }
    return false;
}

static bool value_concerns(const Question *q, const Frame *frame, IrValue context)
{
    Identity id = identity_of(q->ctx, frame, context);
    return concerns(q, &id);
}

// Whether a channel is the Done channel of a context asked about.
static bool done_concerns(const Question *q, const Frame *frame, IrValue chan)
{
    Identity id = identity_of(q->ctx, frame, chan);
    Act act;
    if (id.kind == ID_MADE && ir_instr(id.frame->func, id.instr)->call &&
        flow_act(q->ctx->flow, (Site){id.frame->func->id, id.instr}, EFFECT_DONE_CHANNEL, &act) && ir_ok(act.recv))
        return act.recv_func.v == id.frame->func->id.v && value_concerns(q, id.frame, act.recv);
    return q->any && flow_done_contexts(q->ctx->flow, frame->func->id, chan).len > 0;
}

static void answer(Question *q, Site site, const char *what)
{
    if (!q->answer.known)
        q->answer = (Cancelled){true, site, what};
}

static Site here(const Question *q, IrValue v)
{
    return (Site){q->func->id, v};
}

static void ask_receive(Question *q, IrValue v, const IrInstr *i)
{
    if (i->op == IR_RECV && instr_dominates(q->func, v, q->at) && done_concerns(q, q->frame, i->args[0]))
        answer(q, here(q, v), "is cancelled when this receive from Done returns");
    if (i->op != IR_SELECT)
        return;
    const IrBlock *b = &q->func->blocks.data[i->block];
    for (uint32_t k = 0; k < i->case_count && k < b->succs.len; k++) {
        uint32_t body = b->succs.data[k];
        // A block that several cases lead to says nothing about one of them.
        if (i->cases[k].is_send || i->cases[k].is_default || q->func->blocks.data[body].preds.len != 1 ||
            !ir_dominates(q->func, body, ir_instr(q->func, q->at)->block))
            continue;
        if (done_concerns(q, q->frame, i->cases[k].chan))
            answer(q, here(q, v), "is cancelled in this case: its Done was received from");
    }
}

// `if ctx.Err() != nil { … at … }`
static void ask_poll(Question *q, IrValue v, const IrInstr *i)
{
    if (i->op != IR_IF)
        return;
    const IrInstr *cond = ir_instr(q->func, i->args[0]);
    if (cond->op != IR_BINARY || (cond->token != TOK_NEQ && cond->token != TOK_EQL))
        return;
    const IrInstr *call = ir_instr(q->func, cond->args[0]);
    if (call->op != IR_CALL || !flow_effect(q->ctx->flow, call, EFFECT_POLLS))
        return;
    uint32_t body = q->func->blocks.data[i->block].succs.data[cond->token == TOK_NEQ ? 0 : 1];
    if (q->func->blocks.data[body].preds.len == 1 &&
        ir_dominates(q->func, body, ir_instr(q->func, q->at)->block) &&
        value_concerns(q, q->frame, call->args[0]))
        answer(q, here(q, v), "is known to be cancelled here: its Err is not nil");
}

// Whether a function value is the cancel function of a context asked about.
static bool cancels(const Question *q, const Frame *frame, IrValue fun)
{
    AbsSet set = flow_value(q->ctx->flow, frame->func->id, fun);
    Identity id = identity_of(q->ctx, frame, fun);
    if (set.len != 1 || !flow_is_cancel(q->ctx->flow, set.items[0]) || id.kind != ID_MADE)
        return false;
    Identity context = id;
    context.index = 0; // every model gives the context first
    return concerns(q, &context);
}

// cancel() called outright before, or the group that the context belongs to waited for.
static void ask_call(Question *q, IrValue v, const IrInstr *i)
{
    if (q->any || i->op != IR_CALL || !instr_dominates(q->func, v, q->at))
        return;
    if (i->call->dynamic && cancels(q, q->frame, i->args[0]))
        answer(q, here(q, v), "is cancelled by this call");
    Act wait, makes;
    if (!flow_act(q->ctx->flow, here(q, v), EFFECT_WG_WAIT, &wait) || !ir_ok(wait.recv) || wait.recv_func.v != q->func->id.v)
        return;
    Identity group = identity_of(q->ctx, q->frame, wait.recv);
    if (group.kind != ID_MADE ||
        !flow_act(q->ctx->flow, (Site){group.frame->func->id, group.instr}, EFFECT_MAKES_GROUP, &makes))
        return;
    group.index = 1; // the context is the second result
    if (concerns(q, &group))
        answer(q, here(q, v), "is cancelled when this Wait returns");
}

// A helper that returns only once the context in its parameter is cancelled.
static void ask_helper(Question *q, IrValue v, const IrInstr *i)
{
    CallMode mode;
    const IrFunc *callee = i->op == IR_CALL && instr_dominates(q->func, v, q->at)
                               ? call_only_callee(q->ctx, q->frame, v, &mode)
                               : NULL;
    if (!callee || mode != CALL_NOW || callee->id.v == q->func->id.v)
        return;
    const Frame *frame = frame_call(q->ctx, q->frame, v, callee, mode);
    for (IrValue at = ir_first_event(callee); ir_ok(at); at = ir_next_event(callee, at)) {
        const IrInstr *in = ir_instr(callee, at);
        if (in->op == IR_RECV && ir_postdominates(callee, in->block, 0) && done_concerns(q, frame, in->args[0]))
            answer(q, (Site){callee->id, at}, "is cancelled when this receive from Done returns");
    }
}

// A function that runs only once a context is cancelled, or that was deferred before the deferred
// cancel, which therefore runs first.
static void ask_callers(Question *q)
{
    CallEdges callers = flow_callers(q->ctx->flow, q->func->id);
    if (callers.len != 1 || flow_has_unseen_callers(q->ctx->flow, q->func->id))
        return;
    Site site = callers.items[0].site;
    const IrFunc *caller = rule_func(q->ctx, site.func);
    const Frame *frame = frame_root(q->ctx, caller);
    Act after;
    if (flow_act(q->ctx->flow, site, EFFECT_AFTER, &after) && ir_ok(after.arg) && value_concerns(q, frame, after.arg))
        answer(q, site, "is cancelled before this runs its function");
    for (IrValue at = ir_first_event(caller); !q->any && callers.items[0].mode == CALL_DEFER && ir_ok(at); at = ir_next_event(caller, at)) {
        const IrInstr *i = ir_instr(caller, at);
        if (i->op == IR_DEFER && i->call->dynamic && instr_dominates(caller, site.instr, at) &&
            at.v != site.instr.v && ir_postdominates(caller, i->block, ir_instr(caller, site.instr)->block) &&
            cancels(q, frame, i->args[0]))
            answer(q, (Site){site.func, at}, "is cancelled by this deferred call, which runs first");
    }
}

// `spent` is the answer when the package is not to be searched any more.
static Cancelled ask(Question *q, Cancelled spent)
{
    if (!flow_may_search(q->ctx->flow, q->func->instrs.len / 8 + 1))
        return spent;
    for (IrValue v = {1}; v.v < q->func->instrs.len && !q->answer.known; v.v++) {
        const IrInstr *i = rule_live_instr(q->ctx, q->func, v);
        if (!i)
            continue;
        ask_receive(q, v, i);
        ask_poll(q, v, i);
        ask_call(q, v, i);
        ask_helper(q, v, i);
    }
    if (!q->answer.known)
        ask_callers(q);
    return q->answer;
}

Cancelled context_cancelled(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue ctx_value)
{
    Question q = {.ctx = ctx, .func = func, .frame = frame_root(ctx, func), .at = at};
    q.context = identity_of(ctx, q.frame, ctx_value);
    return q.context.kind == ID_NONE ? (Cancelled){0} : ask(&q, (Cancelled){0});
}

Cancelled cancellation_seen(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Question q = {.ctx = ctx, .func = func, .frame = frame_root(ctx, func), .at = at, .any = true};
    return ask(&q, (Cancelled){.known = true, .site = {func->id, at}, .what = ""});
}

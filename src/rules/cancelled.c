// cancelled.c - where a context is known to be cancelled.
#include "rules/cancelled.h"

bool instr_dominates(const IrFunc *func, IrValue a, IrValue b)
{
    uint32_t x = ir_instr(func, a)->block, y = ir_instr(func, b)->block;
    if (x != y)
        return ir_dominates(func, x, y);
    const IrBlock *block = &func->blocks.data[x];
    for (uint32_t k = 0; k < block->instrs.len; k++) {
        if (block->instrs.data[k] == a.v)
            return true;
        if (block->instrs.data[k] == b.v)
            return false;
    }
    return false;
}

// Every object of `what` is one of `of` or derived from one. Empty sets say nothing.
static bool all_descend(const RuleContext *ctx, AbsSet what, AbsSet of)
{
    for (uint32_t k = 0; k < what.len; k++) {
        bool found = false;
        for (uint32_t j = 0; j < of.len && !found; j++)
            found = flow_ctx_descends(ctx->flow, what.items[k], of.items[j]);
        if (!found)
            return false;
    }
    return what.len > 0 && of.len > 0;
}

typedef struct Question {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue at;
    bool any;       // whatever context
    AbsSet context; // else this one
    Cancelled answer;
} Question;

static bool concerns(const Question *q, AbsSet cancelled)
{
    return q->any ? cancelled.len > 0 : all_descend(q->ctx, q->context, cancelled);
}

static void answer(Question *q, IrValue site, const char *what)
{
    if (!q->answer.known)
        q->answer = (Cancelled){true, {q->func->id, site}, what};
}

static void ask_receive(Question *q, IrValue v, const IrInstr *i)
{
    if (i->op == IR_RECV && instr_dominates(q->func, v, q->at) &&
        concerns(q, flow_done_contexts(q->ctx->flow, q->func->id, i->args[0])))
        answer(q, v, "is cancelled when this receive from Done returns");
    if (i->op != IR_SELECT)
        return;
    const IrBlock *b = &q->func->blocks.data[i->block];
    for (uint32_t k = 0; k < i->case_count && k < b->succs.len; k++) {
        uint32_t body = b->succs.data[k];
        // A block that several cases lead to says nothing about one of them.
        if (i->cases[k].is_send || i->cases[k].is_default || q->func->blocks.data[body].preds.len != 1 ||
            !ir_dominates(q->func, body, ir_instr(q->func, q->at)->block))
            continue;
        if (concerns(q, flow_done_contexts(q->ctx->flow, q->func->id, i->cases[k].chan)))
            answer(q, v, "is cancelled in this case: its Done was received from");
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
        concerns(q, flow_value(q->ctx->flow, q->func->id, call->args[0])))
        answer(q, v, "is known to be cancelled here: its Err is not nil");
}

// cancel() called outright, before.
static void ask_cancel(Question *q, IrValue v, const IrInstr *i)
{
    if (i->op != IR_CALL || !i->call->dynamic || !instr_dominates(q->func, v, q->at))
        return;
    AbsSet fun = flow_value(q->ctx->flow, q->func->id, i->args[0]);
    for (uint32_t k = 0; k < fun.len; k++) {
        if (!flow_is_cancel(q->ctx->flow, fun.items[k]))
            return;
        const Abs *cancel = flow_abs(q->ctx->flow, fun.items[k]);
        AbsSet made = flow_component(q->ctx->flow, cancel->func, cancel->site, 0);
        if (!concerns(q, made))
            return;
    }
    if (fun.len)
        answer(q, v, "is cancelled by this call");
}

static Cancelled ask(Question *q)
{
    for (IrValue v = {1}; v.v < q->func->instrs.len && !q->answer.known; v.v++) {
        const IrInstr *i = ir_instr(q->func, v);
        ask_receive(q, v, i);
        ask_poll(q, v, i);
        ask_cancel(q, v, i);
    }
    return q->answer;
}

Cancelled context_cancelled(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue ctx_value)
{
    Question q = {.ctx = ctx, .func = func, .at = at, .context = flow_value(ctx->flow, func->id, ctx_value)};
    return ask(&q);
}

Cancelled cancellation_seen(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Question q = {.ctx = ctx, .func = func, .at = at, .any = true};
    return ask(&q);
}

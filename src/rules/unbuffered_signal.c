// unbuffered_signal.c - signals delivered to a channel without a slot.
//
// The runtime hands a signal over without waiting: where no goroutine is receiving at that very
// moment and the channel has no free slot, the signal is dropped. True at run time where the
// channel that os/signal feeds can only be one without slots, and a signal comes while its receiver
// is still starting, or busy with the one before.
#include "rules/evidence.h"

static bool has_no_slot(const IrFunc *func, const IrInstr *make)
{
    int64_t slots;
    const Constant *capacity = make->arg_count ? ir_instr(func, make->args[0])->constant : NULL;
    return make->arg_count == 0 || (capacity && constant_int64(capacity, &slots) && slots == 0);
}

// The channel's only maker; none where it may have a slot. A channel that is made in the argument
// list cannot be received from: it is a way to ignore a signal.
static AbsId unbuffered(const RuleContext *ctx, const Act *act)
{
    const IrInstr *i = ir_instr(rule_func(ctx, act->func), act->arg);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(rule_func(ctx, act->func), i->args[0]);
    AbsSet set = i->op == IR_MAKE_CHAN ? (AbsSet){0} : flow_value(ctx->flow, act->func, act->arg);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        if (a->kind != ABS_CHAN ||
            !has_no_slot(rule_func(ctx, a->func), rule_instr(ctx, (Site){a->func, a->site})))
            return (AbsId){0};
    }
    return set.len ? set.items[0] : (AbsId){0};
}

// Whether anybody but the library sends.
static bool has_senders(const RuleContext *ctx, AbsId chan)
{
    SiteList sends = flow_chan_ops_anywhere(ctx->flow, chan, CHAN_OP_SEND);
    for (uint32_t k = 0; k < sends.len; k++) {
        IrOp op = rule_instr(ctx, sends.items[k])->op;
        if (op == IR_SEND || op == IR_SELECT)
            return true;
    }
    return false;
}

// A slot is the right one for signals; other senders may count on having none.
static void add_fix(RuleContext *ctx, Finding *f, AbsId chan, bool only)
{
    const Abs *a = flow_abs(ctx->flow, chan);
    const IrFunc *func = rule_func(ctx, a->func);
    const IrInstr *make = ir_instr(func, a->site);
    const Ast *ast = rule_ast(ctx, func);
    if (!node_ok(make->node) || node_kind(ast, make->node) != NODE_CALL_EXPR)
        return;
    CallView call = ast_call(ast, make->node);
    bool safe = only && !has_senders(ctx, chan);
    Fix *fix = finding_fix(ctx, f, safe ? FIX_SAFE : FIX_SKETCH, "give the channel a slot");
    if (call.args.len > 1) {
        fix_edit(ctx, fix, func, node_span(ast, call.args.items[1]), "1");
    } else {
        uint32_t end = node_span(ast, call.args.items[0]).end;
        fix_edit(ctx, fix, func, (Span){end, end}, ", 1");
    }
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act act;
    Site site = {func->id, at};
    if ((i->op != IR_CALL && i->op != IR_DEFER && i->op != IR_GO) ||
        !flow_act(ctx->flow, site, EFFECT_FEEDS, &act) || !(act.effect->modes & MODE_SIGNALS) ||
        !ir_ok(act.arg))
        return;
    AbsId chan = unbuffered(ctx, &act);
    if (!chan.v)
        return;
    const Abs *a = flow_abs(ctx->flow, chan);
    Finding *f = finding_at(ctx, LEVEL_WARNING, site,
                            "%s has no slot: a signal that comes while nobody receives is dropped",
                            rule_text(ctx, rule_func(ctx, act.func), act.arg));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, (Site){a->func, a->site}, "made here", NULL);
    AbsSet set = flow_value(ctx->flow, act.func, act.arg);
    add_fix(ctx, f, chan, set.len == 1);
}

void rule_unbuffered_signal(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

// double_send.c - one goroutine sends again where there is room for its first send only.
//
// True at run time where a path of a goroutine passes two sends on a channel that gets one receive
// (or has one slot) for it: the error is sent and the return after it is missing, so that the result
// is sent as well; a deferred send follows an explicit one. The second send blocks for good.
//
// It is right where each path of the goroutine sends once, and where the second send has a receiver
// or a slot of its own.
#include "rules/excess_report.h"
#include "rules/mend.h"

// Leaves after the first send, where it is the last thing that its branch does and the function gives nothing.
static void add_fix(RuleContext *ctx, Finding *f, const Excess *e)
{
    const IrFunc *func = rule_func(ctx, e->send.func);
    const Ast *ast = rule_ast(ctx, func);
    Stmt first = mend_stmt(ctx, func, rule_instr(ctx, e->send)->span);
    if (e->send.func.v != e->again.func.v || func->results.len || !node_ok(first.node) ||
        node_kind(ast, first.node) != NODE_SEND_STMT || first.index + 1 != first.list.len)
        return;
    Stmt second = mend_any_stmt(ctx, func, rule_instr(ctx, e->again)->span);
    if (second.list.items == first.list.items)
        return;
    bool last = node_ok(second.node) && second.index + 1 == second.list.len; // else the return skips what follows
    Fix *fix = finding_fix(ctx, f, last ? FIX_SAFE : FIX_UNSAFE, "return after the first send");
    mend_after(ctx, fix, &first, "return");
}

void rule_double_send(RuleContext *ctx)
{
    VEC_EACH (const Excess, e, &tally_excesses(ctx)->items) {
        Level level;
        if (e->kind != EXCESS_TWICE || !excess_level(ctx, e, &level))
            continue;
        const char *chan = excess_channel(ctx, e);
        bool deferred = rule_instr(ctx, e->send)->op == IR_DEFER;
        Finding *f = finding_at(ctx, level, e->again,
                                "%s is sent on again on the same path: %s receives once, %s, and this send blocks for good",
                                chan, rule_func_name(ctx, e->root->func),
                                e->slots.kind == BOUND_COUNT && e->slots.plus == 0 ? "there is no slot"
                                    : arena_printf(ctx->arena, "there is %s", excess_slots(ctx, e)));
        if (e->stuck)
            finding_also(ctx, f, FAIL_DEADLOCK);
        finding_related(ctx, f, e->send, deferred ? "the other send is deferred here" : "sends here first", NULL);
        finding_related(ctx, f, e->make, "made here", NULL);
        finding_step(ctx, f, e->spawn, "starts the goroutine that sends");
        finding_step(ctx, f, e->send, "sends, and goes on");
        if (e->end.instr.v)
            finding_step(ctx, f, e->end, "%s", excess_leaves(ctx, e));
        finding_step(ctx, f, e->again, "sends again: nothing receives, and no slot is left");
        add_fix(ctx, f, e);
        finding_note(ctx, f, "return after the first send, or send the value and the error together as one struct");
    }
}

// double_send.c - one goroutine sends again where there is room for its first send only.
//
// True at run time where a path of a goroutine passes two sends on a channel that gets one receive
// (or has one slot) for it: the error is sent and the return after it is missing, so that the result
// is sent as well; a deferred send follows an explicit one. The second send blocks for good.
//
// It is right where each path of the goroutine sends once, and where the second send has a receiver
// or a slot of its own.
#include "rules/excess_report.h"

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
        finding_note(ctx, f, "return after the first send, or send the value and the error together as one struct");
    }
}

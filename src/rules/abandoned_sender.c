// abandoned_sender.c - the goroutine that sends is left alone by whoever should receive.
//
// True at run time where one goroutine sends on a channel, and the function that receives from it
// leaves on some path before it has received all: a timer or context wins its select, an error
// returns between start and receive, a range over the stream is left by break or return. The send
// then finds neither receiver nor slot and blocks for as long as the process lives. The run is shown.
//
// It is right where the channel has a slot for the send, where each path receives, where the sender
// selects between the send and something that ends when the receiver leaves, and where somebody
// else drains the channel.
#include "rules/excess_report.h"

static const char *what_is_lost(RuleContext *ctx, const Excess *e)
{
    if (e->sends.rounds)
        return "the goroutine that goes on sending";
    if (e->sends.fixed > 1)
        return arena_printf(ctx->arena, "the goroutine that sends up to %lld values", (long long)e->sends.fixed);
    return "the goroutine that sends its result";
}

void rule_abandoned_sender(RuleContext *ctx)
{
    VEC_EACH (const Excess, e, &tally_excesses(ctx)->items) {
        Level level;
        if (e->kind != EXCESS_SENDER || !excess_level(ctx, e, &level))
            continue;
        const char *chan = excess_channel(ctx, e);
        Finding *f = finding_at(ctx, level, e->send,
                                e->stuck ? "%s has %s for %s, and %s before it has received: neither side goes on"
                                         : "%s has %s for %s: when %s without having received, it blocks here for good",
                                chan, excess_slots(ctx, e), what_is_lost(ctx, e), excess_leaves(ctx, e));
        if (e->stuck)
            finding_also(ctx, f, FAIL_DEADLOCK);
        finding_also(ctx, f, FAIL_MEMORY_GROWTH);
        finding_related(ctx, f, e->make, "made here", NULL);
        excess_show(ctx, f, e);
        excess_fix_slots(ctx, f, e);
        excess_fix_signal(ctx, f, e);
        if (e->sends.rounds)
            finding_note(ctx, f, "no number of slots is enough here: let the sender select between the send and a stop signal that the receiver gives when it leaves");
    }
}

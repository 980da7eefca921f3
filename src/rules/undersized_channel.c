// undersized_channel.c - several goroutines send, and nobody receives from all of them.
//
// True at run time where more is sent on a channel than it has slots and than is received from it:
// the first result wins and the function returns, an error ends the loop that collects, or the
// wait for the senders comes before the receives. Each sender that finds neither slot nor receiver
// blocks for as long as the process lives, with all that it holds. The run that fails is shown.
//
// It is right where every send has a slot, where every path receives as often as is sent, where a
// sender has another way out (a select), and where somebody drains what is left.
#include "rules/excess_report.h"

// All are received today, but the number of slots was chosen without regard to the number of senders.
static void advise(RuleContext *ctx, const Excess *e)
{
    const char *chan = excess_channel(ctx, e);
    Finding *f = finding_at(ctx, LEVEL_ADVICE, e->make,
                            "%s has %s for %s: all are received today; an early return would strand what exceeds the slots",
                            chan, excess_slots(ctx, e), excess_goroutines(ctx, e));
    finding_related(ctx, f, e->send, "each of them sends here", NULL);
    excess_fix_slots(ctx, f, e);
}

void rule_undersized_channel(RuleContext *ctx)
{
    VEC_EACH (const Excess, e, &tally_excesses(ctx)->items) {
        Level level;
        if (e->kind == EXCESS_NONE)
            advise(ctx, e);
        if (e->kind != EXCESS_SENDERS || !excess_level(ctx, e, &level))
            continue;
        const char *chan = excess_channel(ctx, e);
        Finding *f = finding_at(ctx, level, e->make,
                                e->stuck ? "%s has %s, and %s send on it: %s before all of that is received, so neither side goes on"
                                         : "%s has %s, and %s send on it: when %s before all of that is received, the rest block for good",
                                chan, excess_slots(ctx, e), excess_goroutines(ctx, e), excess_leaves(ctx, e));
        if (e->stuck)
            finding_also(ctx, f, FAIL_DEADLOCK);
        finding_also(ctx, f, FAIL_MEMORY_GROWTH);
        excess_show(ctx, f, e);
        excess_fix_slots(ctx, f, e);
    }
}

// abandoned_receiver.c - a receive that nobody sends for, nor closes, on some path.
//
// True at run time in two ways. A goroutine waits for a value or the close of a channel, and the
// function that started it returns on some path without either: the goroutine blocks for as long as
// the process lives. Or the function itself waits for what a goroutine of its own should send, and the
// goroutine returns on some path without: the function hangs. Who sends and who closes is all in sight.
//
// It is right where each path sends or closes (a deferred close), where the receive has another
// way out, and where the goroutine that ends early says so on a channel that is received from too.
#include "rules/excess_report.h"

static void report_left(RuleContext *ctx, const Excess *e, Level level)
{
    const char *chan = excess_channel(ctx, e);
    const char *leaves = excess_leaves(ctx, e);
    Finding *f = finding_at(ctx, level, e->send,
                            e->stuck ? "%s is neither sent on nor closed before %s: neither side goes on"
                                     : "%s is neither sent on nor closed when %s here: the goroutine that receives blocks for good",
                            chan, leaves);
    if (e->stuck)
        finding_also(ctx, f, FAIL_DEADLOCK);
    finding_related(ctx, f, e->make, "made here", NULL);
    if (e->end.instr.v)
        finding_related(ctx, f, e->end, e->stuck ? "waits here" : "returns here", NULL);
    finding_step(ctx, f, e->spawn, "starts the goroutine that receives");
    if (e->turn.instr.v)
        finding_step(ctx, f, e->turn, "leaves before anything was sent");
    if (e->end.instr.v)
        finding_step(ctx, f, e->end, "%s", leaves);
    finding_step(ctx, f, e->send, "blocks for good: nobody sends on %s or closes it any more", chan);
}

static void report_awaited(RuleContext *ctx, const Excess *e, Level level)
{
    const char *chan = excess_channel(ctx, e);
    const char *waits = rule_func_name(ctx, rule_func(ctx, e->send.func));
    Finding *f = finding_at(ctx, level, e->send,
                            e->quiet.instr.v ? "%s waits here for %s, and a goroutine that should send on it can end without: the wait never ends"
                                             : "%s receives more from %s than its goroutines send: the wait never ends",
                            waits, chan);
    f->failure = FAIL_HANG;
    finding_also(ctx, f, FAIL_LEAK);
    finding_related(ctx, f, e->make, "made here", NULL);
    if (e->quiet.instr.v)
        finding_related(ctx, f, e->quiet, "ends here without having sent", NULL);
    finding_step(ctx, f, e->spawn, "starts a goroutine that should send");
    if (e->quiet.instr.v)
        finding_step(ctx, f, e->quiet, "ends, and has not sent");
    finding_step(ctx, f, e->send, "waits for good: nobody sends on %s or closes it any more", chan);
}

void rule_abandoned_receiver(RuleContext *ctx)
{
    VEC_EACH (const Excess, e, &tally_excesses(ctx)->items) {
        Level level;
        if ((e->kind != EXCESS_RECEIVER && e->kind != EXCESS_AWAITED) || !excess_level(ctx, e, &level))
            continue;
        if (e->kind == EXCESS_RECEIVER)
            report_left(ctx, e, level);
        else
            report_awaited(ctx, e, level);
    }
}

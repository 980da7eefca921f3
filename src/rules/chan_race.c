// chan_race.c - a close and a send of one channel that nothing orders.
//
// The two part in a function that starts at least one of their goroutines. The close comes after all
// sends only where its goroutine waits first for something that the sender's goroutine brings about:
// its group, a channel that it (or whoever waits for it) sends on or closes. A stop signal is no such
// thing: whoever is told to stop may be in the middle of a send.
#include "rules/chan_race.h"

// Whether the closing function takes values from the channel itself, and how: in a counted loop all of
// the values may have been taken.
static bool receives(const RuleContext *ctx, const ChanEvent *close, bool *counted)
{
    AbsSet chan = flow_value(ctx->flow, close->frame->func->id, close->chan);
    const IrFunc *func = close->frame->func;
    bool found = false;
    for (uint32_t k = 0; k < chan.len; k++) {
        SiteList ops = flow_chan_ops_anywhere(ctx->flow, chan.items[k], CHAN_OP_RECV);
        for (uint32_t j = 0; j < ops.len; j++) {
            if (ops.items[j].func.v != func->id.v)
                continue;
            found = true;
            const IrInstr *i = rule_instr(ctx, ops.items[j]);
            uint32_t loop = func->blocks.data[i->block].loop;
            // `for range ch` ends by itself only once somebody closed; any other loop may count.
            const IrInstr *head = loop ? ir_terminator(func, func->loops.data[loop - 1].header) : NULL;
            *counted |= i->op != IR_RANGE_NEXT && (!head || head->op == IR_IF || (head->op == IR_RANGE_NEXT && head != i));
        }
    }
    return found;
}

// Whether the sender goes on for as long as it can: its send stands in a loop.
static bool keeps_sending(const ChanEvent *send)
{
    const IrFunc *func = send->frame->func;
    return func->blocks.data[ir_instr(func, event_site(send).instr)->block].loop != 0;
}

static bool same_goroutine(const ChanEvent *a, const ChanEvent *b)
{
    return !a->apart && !b->apart;
}

// Whether both know of each other's state: a lock around both, and a condition before the send.
static bool agree(RuleContext *ctx, const ChanEvent *close, const ChanEvent *send)
{
    bool asks = send->guard != GUARD_NONE || send->root_guard != GUARD_NONE;
    return asks && events_share_lock(ctx, close, send);
}

static bool races(RuleContext *ctx, RaceKind kind, const ChanEvent *close, const ChanEvent *send)
{
    if (close->op != CHAN_OP_CLOSE || send->op != CHAN_OP_SEND || same_goroutine(close, send) || send->recovers ||
        close->guard == GUARD_STATE || !events_meet(close, send))
        return false;
    bool counted = false, receiver = receives(ctx, close, &counted);
    if (receiver != (kind == RACE_CLOSED_BY_RECEIVER) || (receiver && (counted || !keeps_sending(send))))
        return false;
    // What the function sends before it starts the closer is in the channel by then.
    if (close->apart && !send->apart && !events_in_turn(ctx, close, send))
        return false;
    return !event_renews(ctx, close) && !event_renews(ctx, send) && !agree(ctx, close, send) &&
           events_both(ctx, close, send) && (receiver || !event_awaits(ctx, close, send));
}

void chan_races(RuleContext *ctx, RaceKind kind, RaceVisit *visit, void *context)
{
    ChanScan *closers = chan_scan(ctx, 1 << CHAN_OP_CLOSE);
    ChanScan *both = chan_scan(ctx, 1 << CHAN_OP_CLOSE | 1 << CHAN_OP_SEND);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        if (!bitset_has(&closers->roots, id))
            continue;
        const ChanEvents *events = chan_events(ctx, both, (FuncId){id});
        VEC_EACH(const ChanEvent, close, &events->items)
            VEC_EACH(const ChanEvent, send, &events->items)
                if (races(ctx, kind, close, send))
                    visit(ctx, close, send, context);
    }
}

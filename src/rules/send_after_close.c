// send_after_close.c - a send on a channel that may be closed by then.
//
// True at run time where a send comes after a close of the same channel: on one path of a goroutine, or
// on two goroutines that nothing orders. Telling the sender to stop orders nothing, for it may be in the
// middle of a send; a select with another case does not either, for it may pick the send, which panics.
// Only a wait for the sender, or a lock around both with a flag that the sender asks, puts the close last.
#include "rules/chan_race.h"

typedef struct Sends {
    RuleContext *ctx;
    ChanScan *scan;
    Map reported; // map_pair(func, instr) of the send → 1
} Sends;

static bool take(Sends *s, Site site)
{
    uint64_t key = map_pair(site.func.v, site.instr.v);
    if (map_or(&s->reported, key, 0))
        return false;
    map_put(s->ctx->scratch, &s->reported, key, 1);
    return true;
}

static void note_fix(RuleContext *ctx, Finding *f)
{
    finding_note(ctx, f, "wait for all senders before the close, or leave the channel open and end its receivers by a context or a channel of their own");
}

// ---- On one path ----

static void report_turn(Sends *s, const ChanEvent *close, const ChanEvent *send)
{
    RuleContext *ctx = s->ctx;
    if (!take(s, event_site(send)))
        return;
    Finding *f = finding_on(ctx, LEVEL_ERROR, send->frame->func, send->span, "%s is closed before this send, which panics",
                            event_chan_name(ctx, send));
    finding_related(ctx, f, event_site(close), "closed here", NULL);
    event_steps(ctx, f, close, "closes the channel");
    event_steps(ctx, f, send, "sends on it: panic");
    note_fix(ctx, f);
}

static bool is_free(const ChanEvent *e)
{
    return e->guard != GUARD_STATE && e->guard != GUARD_SELF && !e->recovers;
}

static void check_turn(Sends *s, const ChanEvents *events)
{
    RuleContext *ctx = s->ctx;
    VEC_EACH(const ChanEvent, close, &events->items)
        VEC_EACH(const ChanEvent, send, &events->items)
            if (close->op == CHAN_OP_CLOSE && send->op == CHAN_OP_SEND && !close->apart && is_free(close) && is_free(send) &&
                send->root_guard != GUARD_SELF && events_meet(close, send) && !event_renews(ctx, close) &&
                !event_renews(ctx, send) && events_in_turn(ctx, close, send))
                report_turn(s, close, send);
}

// ---- Beside each other ----

static void report_race(RuleContext *ctx, const ChanEvent *close, const ChanEvent *send, void *context)
{
    Sends *s = context;
    if (!take(s, event_site(send)))
        return;
    const char *sender = rule_func_name(ctx, send->frame->func), *closer = rule_func_name(ctx, close->frame->func);
    Finding *f = finding_on(ctx, LEVEL_WARNING, send->frame->func, send->span, "%s may be closed by %s before or while %s sends on it: a send on a closed channel panics",
                            event_chan_name(ctx, send), closer, sender);
    finding_related(ctx, f, event_site(close), "closed here, without waiting for the sender", NULL);
    const ChanEvent *apart = send->apart ? send : close;
    for (uint32_t k = 0; k < apart->len; k++)
        if (apart->steps[k].mode == CALL_GO)
            finding_related(ctx, f, (Site){apart->steps[k].func->id, apart->steps[k].at}, "started here", NULL);
    note_fix(ctx, f);
}

// ---- Methods of one type ----

// The field of its receiver that a root's event is about; none otherwise.
static AbsId receivers_field(const RuleContext *ctx, const ChanEvent *e)
{
    const Identity *base = e->id.kind == ID_FIELD ? e->id.base : NULL;
    bool own = base && base->kind == ID_VAR && !base->global && ir_var(ctx->ir, base->var)->param == 0 &&
               e->steps[0].func->has_recv && base->frame->func == e->steps[0].func;
    return own && e->place.v && flow_abs(ctx->flow, e->place)->kind == ABS_FIELD ? e->place : (AbsId){0};
}

// Whether the channel is the field's of a value that the root made: a constructor's.
static AbsId made_field(const RuleContext *ctx, const ChanEvent *e)
{
    AbsId own = receivers_field(ctx, e);
    bool made = e->apart && e->place.v && flow_abs(ctx->flow, e->place)->kind == ABS_FIELD && !e->steps[0].func->has_recv;
    return own.v ? own : made ? e->place : (AbsId){0};
}

static bool is_open(const RuleContext *ctx, const IrFunc *root)
{
    return event_root_is_open(ctx, root) && !rule_in_test_file(ctx, root);
}

// Whether a lock around both and a question before the send keep the close from coming first.
static bool agree(RuleContext *ctx, const ChanEvent *close, const ChanEvent *send)
{
    bool asks = send->guard != GUARD_NONE || send->root_guard != GUARD_NONE;
    return asks && events_share_lock(ctx, close, send);
}

static void report_type(Sends *s, const ChanEvent *close, const ChanEvent *send)
{
    RuleContext *ctx = s->ctx;
    bool started = close->apart || send->apart;
    if (!take(s, event_site(send)))
        return;
    const char *closer = rule_func_name(ctx, close->steps[0].func), *sender = rule_func_name(ctx, send->steps[0].func);
    Finding *f;
    if (send->apart)
        f = finding_on(ctx, LEVEL_WARNING, send->frame->func, send->span, "%s may be closed by %s while the goroutine that %s starts sends on it: that send panics",
                       event_chan_name(ctx, send), closer, sender);
    else if (started)
        f = finding_on(ctx, LEVEL_WARNING, send->frame->func, send->span, "%s may be closed by the goroutine that %s starts before %s sends on it: that send panics",
                       event_chan_name(ctx, send), closer, sender);
    else
        f = finding_on(ctx, LEVEL_ADVICE, send->frame->func, send->span, "%s panics when it is called during or after %s, which closes %s",
                       sender, closer, event_chan_name(ctx, send));
    finding_related(ctx, f, event_site(close), "closed here", NULL);
    if (!started)
        finding_note(ctx, f, "its callers are not seen: they may have an order of their own");
    note_fix(ctx, f);
}

// Whether the goroutine that does the one does the other as well: then it has an order of its own, and
// nobody is seen to come in between.
static bool is_done_by_both(Sends *s, const ChanEvent *apart, const ChanEvent *other)
{
    Site site = event_site(other);
    VEC_EACH(const ChanEvent, e, &chan_events(s->ctx, s->scan, apart->steps[0].func->id)->items)
        if (e->apart && e->steps[0].at.v == apart->steps[0].at.v && event_site(e).func.v == site.func.v &&
            event_site(e).instr.v == site.instr.v)
            return true;
    return false;
}

// The close that may come before or beside the send: of the same field, by another method.
static bool may_meet(RuleContext *ctx, const ChanEvent *close, const ChanEvent *send)
{
    AbsId a = made_field(ctx, close), b = made_field(ctx, send);
    if (!a.v || a.v != b.v || close->steps[0].func == send->steps[0].func || (close->apart && send->apart))
        return false;
    // What is called from outside is a method; only what is started there may be a constructor's.
    bool open = (close->apart || is_open(ctx, close->steps[0].func)) && (send->apart || is_open(ctx, send->steps[0].func));
    return open && is_free(close) && close->root_guard != GUARD_SELF && !send->recovers && !event_renews(ctx, send) &&
           !event_renews(ctx, close) && !agree(ctx, close, send) && !event_awaits(ctx, close, send);
}

static void check_types(Sends *s, bool started)
{
    RuleContext *ctx = s->ctx;
    VEC(const ChanEvent *) closes = {0}, sends = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        VEC_EACH(const ChanEvent, e, &chan_events(ctx, s->scan, (FuncId){id})->items) {
            if (!made_field(ctx, e).v)
                continue;
            if (e->op == CHAN_OP_CLOSE)
                vec_push(ctx->scratch, &closes, e);
            else
                vec_push(ctx->scratch, &sends, e);
        }
    VEC_EACH(const ChanEvent *, close, &closes)
        VEC_EACH(const ChanEvent *, send, &sends)
            if (((*close)->apart || (*send)->apart) == started && may_meet(ctx, *close, *send) &&
                !(started && is_done_by_both(s, (*close)->apart ? *close : *send, (*close)->apart ? *send : *close)))
                report_type(s, *close, *send);
}

void rule_send_after_close(RuleContext *ctx)
{
    Sends s = {.ctx = ctx, .scan = chan_scan(ctx, 1 << CHAN_OP_CLOSE | 1 << CHAN_OP_SEND)};
    const ChanScan *closers = chan_scan(ctx, 1 << CHAN_OP_CLOSE);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (bitset_has(&closers->roots, id))
            check_turn(&s, chan_events(ctx, s.scan, (FuncId){id}));
    chan_races(ctx, RACE_CLOSED_BY_OTHER, report_race, &s);
    check_types(&s, true);
    check_types(&s, false);
}

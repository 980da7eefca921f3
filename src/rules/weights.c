// weights.c - what single instructions of a run ask of a channel, and what they give.
#include "rules/cancelled.h"
#include "rules/stops.h"
#include "rules/walk.h"

Gain gain_plus(Gain a, Gain b)
{
    if (a.kind != GAIN_SOME)
        return a;
    if (b.kind != GAIN_SOME)
        return b;
    a.ended |= b.ended;
    a.amount.fixed += b.amount.fixed;
    a.amount.rounds += b.amount.rounds;
    a.goroutines += b.goroutines;
    if (!a.again.instr.v && a.send.instr.v && b.send.instr.v && !b.spawn.instr.v)
        a.again = b.send;
    if (!a.send.instr.v) {
        a.send = b.send;
        a.again = b.again;
        a.spawn = b.spawn;
        a.one = b.one;
        a.endless = b.endless;
    }
    if (!a.turn.instr.v)
        a.turn = b.turn;
    if (!a.quiet.instr.v)
        a.quiet = b.quiet;
    a.end = b.end;
    return a;
}

int amount_compare(Amount a, Amount b)
{
    if (a.rounds != b.rounds)
        return a.rounds < b.rounds ? -1 : 1;
    return a.fixed < b.fixed ? -1 : a.fixed > b.fixed;
}

Gain gain_best(Gain a, Gain b)
{
    if (a.kind == GAIN_SOME && b.kind == GAIN_SOME)
        return amount_compare(a.amount, b.amount) >= 0 ? a : b;
    return a.kind > b.kind ? a : b;
}

// The worse: what can be counted on. Ways that end in a panic are not taken.
Gain gain_worst(Gain a, Gain b)
{
    if (a.kind == GAIN_DEAD || b.kind == GAIN_DEAD)
        return a.kind == GAIN_DEAD ? b : a;
    if (a.kind != GAIN_SOME || b.kind != GAIN_SOME)
        return a.kind == GAIN_SOME ? b : a;
    return amount_compare(a.amount, b.amount) <= 0 ? a : b;
}

// ---- The channel ----

bool walk_may_be(const Walk *w, IrValue v)
{
    return flow_set_has(flow_value(w->t->ctx->flow, w->func->id, v), w->t->chan);
}

static bool must_be(const Walk *w, IrValue v)
{
    AbsSet set = flow_value(w->t->ctx->flow, w->func->id, v);
    if (!flow_set_has(set, w->t->chan))
        return false;
    // What is taken from a field may belong to another value of its type.
    if (set.len == 1 && !game_from_place(w->t, w->func, v))
        return true;
    Identity of = identity_of(w->t->ctx, w->frame, v);
    return identity_same(&of, &w->t->made);
}

bool game_story_runs(const Tally *t, const Story *s, FuncId func)
{
    for (uint32_t k = 0; k < s->body_count; k++) {
        Bitset run = functions_run(t->ctx, s->bodies[k]);
        if (bitset_has(&run, func.v))
            return true;
    }
    return false;
}

// Whether what runs on the goroutine waits for others, and so may come after the senders.
static bool waits_for_others(const Tally *t, FuncId id)
{
    const IrFunc *func = rule_func(t->ctx, id);
    for (uint32_t at = 1; at < func->instrs.len; at++) {
        const IrInstr *i = &func->instrs.data[at];
        bool receives = i->op == IR_RECV || i->op == IR_SELECT || (i->op == IR_RANGE_NEXT && i->may_block);
        if (receives || flow_own_waits(t->ctx->flow, id, i) & (WAIT_GROUP | WAIT_COND))
            return true;
    }
    return false;
}

// What comes over another channel says of the senders: from one of them, it has sent there instead;
// from somebody who waits, it may say that all have been received.
static Gain other_site(const Walk *w, Site event)
{
    const Tally *t = w->t;
    VEC_EACH (const Story *const, s, &t->senders)
        if (game_story_runs(t, *s, event.func))
            return t->largest.rounds || t->shape == SHAPE_AWAITS ? (Gain){.kind = GAIN_STAY}
                                     : (Gain){.kind = GAIN_SOME, .amount = {-t->largest.fixed, 0}};
    if (bitset_has(&t->spawned, event.func.v) && waits_for_others(t, event.func))
        return (Gain){.kind = GAIN_STAY};
    return gain_nothing;
}

static Gain other_channel(const Walk *w, IrValue chan)
{
    const Flow *flow = w->t->ctx->flow;
    AbsSet set = flow_value(flow, w->func->id, chan);
    Gain g = gain_nothing;
    for (uint32_t k = 0; k < set.len; k++) {
        if (flow_abs(flow, set.items[k])->kind != ABS_CHAN)
            continue;
        for (int op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
            SiteList sites = op == CHAN_OP_RECV ? (SiteList){0} : flow_chan_ops_anywhere(flow, set.items[k], (ChanOp)op);
            for (uint32_t j = 0; j < sites.len; j++)
                g = gain_worst(g, other_site(w, sites.items[j]));
        }
    }
    return g;
}

// An operation that asks for its counterpart, or gives it. What may be on another channel asks for
// nothing; what may be on this one gives.
static Gain of_operation(const Walk *w, IrValue at, IrValue chan, bool asks, bool gives)
{
    if (asks && w->demands && must_be(w, chan))
        return (Gain){.kind = GAIN_SOME, .amount = {1, 0}, .send = {w->func->id, at}};
    if (gives && !w->demands && walk_may_be(w, chan))
        return (Gain){.kind = GAIN_SOME, .amount = {-1, 0}};
    return gain_nothing;
}

static Gain of_send(const Walk *w, IrValue at, IrValue chan)
{
    bool demand = w->t->shape == SHAPE_SENDS;
    return of_operation(w, at, chan, demand, !demand);
}

// `plain`: nothing else can happen there.
static Gain of_receive(const Walk *w, IrValue at, IrValue chan, bool plain)
{
    bool demand = w->t->shape != SHAPE_SENDS;
    if (walk_may_be(w, chan))
        return of_operation(w, at, chan, demand && plain, !demand);
    return w->started ? gain_nothing : other_channel(w, chan);
}

// After the close nobody is waited for: receives give way, whatever they ask for.
static Gain of_close(const Walk *w, IrValue chan)
{
    bool ends = !w->demands || w->t->shape == SHAPE_AWAITS;
    return ends && walk_may_be(w, chan) ? (Gain){.kind = GAIN_STAY} : gain_nothing;
}

// ---- Calls and spawns ----

static Gain inside_call(const Walk *w, IrValue at, const IrFunc *callee, CallMode mode, bool started)
{
    if (w->depth >= DEPTH_MAX || callee->blocks.len == 0)
        return (Gain){.kind = GAIN_STAY};
    Walk inner = {.t = w->t, .func = callee, .started = started, .depth = w->depth + 1};
    inner.demands = started == (w->t->shape != SHAPE_AWAITS);
    inner.frame = frame_call(w->t->ctx, w->frame, at, callee, mode);
    return walk_solve(&inner);
}

static const Story *story_at(const Tally *t, Site spawn)
{
    VEC_EACH (const Story *const, s, &t->senders)
        if ((*s)->spawn.func.v == spawn.func.v && (*s)->spawn.instr.v == spawn.instr.v)
            return *s;
    return NULL;
}

// What the goroutine asks for at most.
static Gain asked_by(const Walk *w, IrValue at, Gain g)
{
    if (g.kind != GAIN_SOME || amount_compare(g.amount, (Amount){0}) <= 0)
        return gain_nothing;
    g.one = g.amount;
    if (amount_compare(g.one, w->t->largest) > 0)
        w->t->largest = g.one;
    g.goroutines = g.goroutines ? g.goroutines : 1;
    g.spawn = (Site){w->func->id, at};
    g.ended = false;
    g.turn = g.end = (Site){0};
    return g;
}

// What it gives at least.
static Gain given_by(const Walk *w, IrValue at, Gain g)
{
    if (g.kind != GAIN_SOME)
        return (Gain){.kind = GAIN_STAY};
    Gain out = {.kind = GAIN_SOME, .amount = g.amount, .goroutines = 1};
    bool quiet = g.end.instr.v && amount_compare(g.amount, (Amount){0}) == 0;
    if (quiet)
        out.quiet = g.end;
    if (quiet || !w->t->giver.instr.v)
        w->t->giver = (Site){w->func->id, at};
    return out;
}

static Gain of_spawn(const Walk *w, IrValue at, const Story *s)
{
    bool seen = s->body_count == 1 && s->body_seen;
    if (w->t->shape == SHAPE_AWAITS)
        return seen ? given_by(w, at, inside_call(w, at, rule_func(w->t->ctx, s->bodies[0]), CALL_GO, true))
                    : (Gain){.kind = GAIN_STAY};
    return seen ? asked_by(w, at, inside_call(w, at, rule_func(w->t->ctx, s->bodies[0]), CALL_GO, true)) : gain_nothing;
}

// Whether the call is about the group that is waited for at `wait`; where either is not seen, it may be.
static bool is_of_group(const Walk *w, const Act *act, IrValue wait)
{
    Act waits;
    if (!ir_ok(act->recv) || !flow_act(w->t->ctx->flow, (Site){w->func->id, wait}, EFFECT_WG_WAIT, &waits) || !ir_ok(waits.recv))
        return true;
    AbsSet group = flow_value(w->t->ctx->flow, waits.recv_func, waits.recv);
    AbsSet other = flow_value(w->t->ctx->flow, act->recv_func, act->recv);
    return group.len == 0 || other.len == 0 || flow_sets_meet(group, other);
}

// Whether the goroutine tells the group that is waited for of its end, and only after it has sent.
static bool counted_to_the_end(const Walk *w, const Story *s, IrValue wait)
{
    Act act;
    if (flow_act(w->t->ctx->flow, s->spawn, EFFECT_SPAWNS, &act) && act.effect->modes & MODE_COUNTED && is_of_group(w, &act, wait))
        return true;
    for (uint32_t k = 0; k < s->body_count; k++) {
        const IrFunc *body = rule_func(w->t->ctx, s->bodies[k]);
        for (IrValue at = ir_first_event(body); ir_ok(at); at = ir_next_event(body, at))
            if (ir_instr(body, at)->op == IR_DEFER && flow_counts_down(w->t->ctx->flow, (Site){body->id, at}, &act) &&
                is_of_group(w, &act, wait))
                return true;
    }
    return false;
}

// Whether the goroutine tells the group before it does anything with the channel: who waits for the
// group goes on.
static bool counted_at_first(const Walk *w, const Story *s, IrValue wait)
{
    const Flow *flow = w->t->ctx->flow;
    const IrFunc *body = rule_func(w->t->ctx, s->bodies[0]);
    SiteList ops = flow_chan_ops_anywhere(flow, w->t->chan, w->t->shape == SHAPE_RECEIVES ? CHAN_OP_RECV : CHAN_OP_SEND);
    IrValue told = {0};
    for (IrValue at = {1}; at.v < body->instrs.len && !told.v; at.v++) {
        Act act;
        if (ir_instr(body, at)->op == IR_CALL && flow_counts_down(flow, (Site){body->id, at}, &act) && is_of_group(w, &act, wait))
            told = at;
    }
    for (uint32_t k = 0; told.v && k < ops.len; k++)
        if (ops.items[k].func.v != body->id.v || !instr_dominates(body, told, ops.items[k].instr))
            return false;
    return told.v && s->body_count == 1;
}

// A wait for the senders' group: with a send outstanding it never ends.
static Gain of_join(const Walk *w, IrValue at)
{
    if (w->t->shape == SHAPE_AWAITS)
        return gain_nothing;
    VEC_EACH (const Story *const, s, &w->t->senders)
        for (uint32_t k = 0; k < (*s)->join_count; k++) {
            const Join *j = &(*s)->joins[k];
            if (j->kind != JOIN_GROUP || j->site.func.v != w->func->id.v || j->site.instr.v != at.v)
                continue;
            Site here = {w->func->id, at};
            if (!counted_to_the_end(w, *s, at) && counted_at_first(w, *s, at))
                continue;
            return counted_to_the_end(w, *s, at) ? (Gain){.kind = GAIN_SOME, .ended = true, .end = here}
                                             : (Gain){.kind = GAIN_STAY};
        }
    return gain_nothing;
}

bool walk_touches(const Tally *t, FuncId func)
{
    return bitset_has(&t->touching, func.v);
}

// A function that the owner may run there, or may not, receives what it likes; one that a sender may
// run sends nothing for sure.
static Gain of_call(const Walk *w, IrValue at, const IrInstr *i)
{
    const Flow *flow = w->t->ctx->flow;
    Site site = {w->func->id, at};
    if (i->call->builtin == BUILTIN_CLOSE)
        return i->arg_count ? of_close(w, i->args[i->arg_count - 1]) : gain_nothing;
    const Story *s = story_at(w->t, site);
    if (s)
        return of_spawn(w, at, s);
    Gain join = w->started ? gain_nothing : of_join(w, at);
    if (join.ended || join.kind != GAIN_SOME)
        return join;
    CallEdges callees = flow_callees(flow, site);
    uint32_t touching = 0;
    // A run of the owner inside its own has a channel of its own.
    for (uint32_t k = 0; k < callees.len; k++)
        touching += callees.items[k].mode != CALL_GO && walk_touches(w->t, callees.items[k].callee) &&
                    callees.items[k].callee.v != w->t->root->func->id.v;
    if (!touching)
        return gain_nothing;
    CallMode mode = callees.items[0].mode;
    bool plain = callees.len == 1 && (mode == CALL_NOW || mode == CALL_DEFER);
    if (!plain)
        return w->demands ? gain_nothing : (Gain){.kind = GAIN_STAY};
    Gain g = inside_call(w, at, rule_func(w->t->ctx, callees.items[0].callee), mode, w->started);
    if (w->demands && w->started && g.kind != GAIN_SOME)
        return gain_nothing;
    g.turn = (Site){0};
    if (!g.ended)
        g.end = (Site){0};
    return g;
}

static Gain weigh_call(Walk *w, IrValue at, const IrInstr *i)
{
    uint64_t *known = map_get(&w->weights, at.v);
    if (known)
        return *(Gain *)(uintptr_t)*known;
    Gain *g = arena_new(w->t->cells, Gain);
    *g = of_call(w, at, i);
    map_put(w->t->cells, &w->weights, at.v, (uintptr_t)g);
    return *g;
}

Gain walk_weigh(Walk *w, IrValue at)
{
    const IrInstr *i = ir_instr(w->func, at);
    switch (i->op) {
    case IR_SEND:
        return of_send(w, at, i->args[0]);
    case IR_RECV:
        return of_receive(w, at, i->args[0], true);
    case IR_RANGE_NEXT:
        return i->may_block ? of_receive(w, at, i->args[0], false) : gain_nothing;
    case IR_CLOSE:
        return of_close(w, i->args[0]);
    case IR_CALL:
    case IR_GO:
    case IR_DEFER:
        return weigh_call(w, at, i);
    default:
        return gain_nothing;
    }
}

// ---- Cases of a select ----

// What a case adds when it is taken. Where there are others too, it asks for nothing for sure; and
// where a goroutine gives in one case, it is taken to give.
Gain walk_case(const Walk *w, IrValue select, const IrInstr *i, const IrCase *c)
{
    bool alone = i->case_count == 1;
    if (c->is_default)
        return gain_nothing;
    if (c->is_send)
        return w->demands && !alone ? gain_nothing : of_send(w, select, c->chan);
    return of_receive(w, select, c->chan, alone);
}

// A goroutine that selects between giving and something else gives.
Gain walk_gives(const Walk *w, IrValue select, const IrInstr *i)
{
    for (uint32_t k = 0; w->started && !w->demands && k < i->case_count; k++) {
        Gain g = walk_case(w, select, i, &i->cases[k]);
        if (g.amount.fixed < 0)
            return g;
    }
    return gain_nothing;
}

// A send that nobody in sight receives is never the case that is taken.
bool walk_can_send(const Walk *w, IrValue chan)
{
    const Flow *flow = w->t->ctx->flow;
    AbsSet set = flow_value(flow, w->func->id, chan);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(flow, set.items[k]);
        if (a->kind != ABS_CHAN || flow_escapes(flow, set.items[k]) ||
            rule_instr(w->t->ctx, (Site){a->func, a->site})->arg_count ||
            flow_chan_ops_anywhere(flow, set.items[k], CHAN_OP_RECV).len)
            return true;
    }
    return set.len == 0;
}

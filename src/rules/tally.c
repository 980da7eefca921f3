// tally.c - channels that more is asked of than is given: each channel whose every use is in sight
// is put to the game (game.h).
#include "rules/tally.h"
#include "rules/game.h"
#include "rules/stops.h"

#include <stdlib.h>

// ---- One channel ----

// The functions in sight; the tally's sets are theirs.
typedef struct Sight {
    FuncsRun own, spawned, touching;
} Sight;

static void add_started(Tally *t, Sight *sight, FuncId spawner)
{
    StartedStories started = stories_started(t->ctx, spawner);
    for (uint32_t k = 0; k < started.len; k++)
        for (uint32_t b = 0; b < started.items[k]->body_count; b++)
            funcs_run_add(t->ctx, &sight->spawned, started.items[k]->bodies[b]);
}

// Functions that the goroutines which the owner starts run, at any remove.
static void add_spawned(Tally *t, Sight *sight)
{
    for (uint32_t k = 0; k < sight->own.list.len; k++)
        add_started(t, sight, sight->own.list.data[k]);
    for (uint32_t k = 0; k < sight->spawned.list.len; k++)
        add_started(t, sight, sight->spawned.list.data[k]);
    t->own = sight->own.has;
    t->spawned = sight->spawned.has;
}

static bool all_in(const Tally *t, ChanOp op, const Bitset *in, const Bitset *not_in)
{
    SiteList sites = flow_chan_ops_anywhere(t->ctx->flow, t->chan, op);
    for (uint32_t k = 0; k < sites.len; k++)
        if (!bitset_has(in, sites.items[k].func.v) || bitset_has(not_in, sites.items[k].func.v))
            return false;
    return true;
}

static bool closed_in_sight(const Tally *t)
{
    SiteList sites = flow_chan_ops_anywhere(t->ctx->flow, t->chan, CHAN_OP_CLOSE);
    for (uint32_t k = 0; k < sites.len; k++)
        if (!bitset_has(&t->own, sites.items[k].func.v) && !bitset_has(&t->spawned, sites.items[k].func.v))
            return false;
    return true;
}

static void mark_touching(Tally *t, Sight *sight, FuncId func)
{
    if (!funcs_run_add_one(t->ctx, &sight->touching, func))
        return;
    CallEdges callers = flow_callers(t->ctx->flow, func);
    for (uint32_t k = 0; k < callers.len; k++) {
        FuncId caller = callers.items[k].site.func;
        if (bitset_has(&t->own, caller.v) || bitset_has(&t->spawned, caller.v))
            mark_touching(t, sight, caller);
    }
}

static int by_number(const void *x, const void *y)
{
    const Story *a = *(const Story *const *)x, *b = *(const Story *const *)y;
    uint32_t func = a->spawn.func.v, other = b->spawn.func.v;
    return func != other ? (func > other) - (func < other) : (a->spawn.instr.v > b->spawn.instr.v) - (a->spawn.instr.v < b->spawn.instr.v);
}

static void find_senders_in(Tally *t, FuncId spawner)
{
    ChanOp op = t->shape == SHAPE_RECEIVES ? CHAN_OP_RECV : CHAN_OP_SEND;
    SiteList sends = flow_chan_ops_anywhere(t->ctx->flow, t->chan, op);
    StartedStories started = stories_started(t->ctx, spawner);
    for (uint32_t k = 0; k < started.len; k++) {
        const Story *s = started.items[k];
        Act act;
        bool waits = flow_act(t->ctx->flow, s->spawn, EFFECT_SPAWNS, &act) && !(act.effect->modes & MODE_COUNTED);
        // What never ends, whatever comes, is immortal-goroutine's.
        if (waits || rule_is_detached(t->ctx, s) || (t->shape == SHAPE_RECEIVES && !s->ends))
            continue;
        bool does = false;
        for (uint32_t j = 0; j < sends.len && !does; j++)
            does = game_story_runs(t, s, sends.items[j].func);
        if (does)
            vec_push(t->ctx->scratch, &t->senders, s);
    }
}

static void find_senders(Tally *t, const Sight *sight)
{
    VEC_EACH(const FuncId, id, &sight->own.list)
        find_senders_in(t, *id);
    VEC_EACH(const FuncId, id, &sight->spawned.list)
        if (!bitset_has(&t->own, id->v))
            find_senders_in(t, *id);
    if (t->senders.len)
        qsort(t->senders.data, t->senders.len, sizeof *t->senders.data, by_number);
}

// Whether values come from what is no operation of the package: a library feeds the channel.
static bool is_fed(const Tally *t)
{
    SiteList sends = flow_chan_ops_anywhere(t->ctx->flow, t->chan, CHAN_OP_SEND);
    for (uint32_t k = 0; k < sends.len; k++) {
        IrOp op = rule_instr(t->ctx, sends.items[k])->op;
        if (op != IR_SEND && op != IR_SELECT)
            return true;
    }
    return false;
}

static bool in_sight(Tally *t, Sight *sight)
{
    RuleContext *ctx = t->ctx;
    if (is_fed(t))
        return false;
    funcs_run_add(ctx, &sight->own, t->root->func->id);
    add_spawned(t, sight);
    bool receivers = t->shape == SHAPE_RECEIVES;
    if (!all_in(t, receivers ? CHAN_OP_RECV : CHAN_OP_SEND, &t->spawned, &t->own) ||
        !all_in(t, receivers ? CHAN_OP_SEND : CHAN_OP_RECV, &t->own, &t->spawned) || !closed_in_sight(t) ||
        !game_is_private(t))
        return false;
    for (int op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
        SiteList sites = flow_chan_ops_anywhere(ctx->flow, t->chan, (ChanOp)op);
        for (uint32_t k = 0; k < sites.len; k++)
            mark_touching(t, sight, sites.items[k].func);
    }
    t->touching = sight->touching.has;
    find_senders(t, sight);
    return t->senders.len > 0;
}

static bool exceeds(const Gain *g, const Bound *slots, const Tally *t)
{
    Amount left = g->amount;
    if (slots->kind != BOUND_COUNT) {
        if (!bound_same_thing(slots, &t->symbol))
            return false;
        left.rounds -= slots->factor;
    }
    left.fixed -= slots->plus;
    return amount_compare(left, (Amount){0}) > 0;
}

static ExcessKind kind_of(const Gain *g, const Bound *slots, const Tally *t)
{
    if (g->goroutines > 1)
        return EXCESS_SENDERS;
    Gain once = *g;
    once.amount.fixed -= g->one.fixed - 1;
    bool twice = g->one.rounds == 0 && g->one.fixed > 1 && g->again.instr.v;
    return twice && !exceeds(&once, slots, t) ? EXCESS_TWICE : EXCESS_SENDER;
}

// A goroutine for each of what there may be any number, against a number of slots that somebody chose.
static void note_chosen(const Tally *t, Excesses *out, const Frame *home, IrValue make, const Bound *slots, Gain sender)
{
    bool counted = t->symbol.kind == BOUND_LENGTH || t->symbol.kind == BOUND_VALUE;
    if (!counted || slots->kind != BOUND_COUNT || slots->plus < 1 || sender.goroutines < GAME_MANY || sender.one.rounds)
        return;
    vec_push(t->ctx->package, &out->items,
             (Excess){.kind = EXCESS_NONE, .chan = t->chan, .make = {home->func->id, make}, .root = t->root,
                      .spawn = sender.spawn, .send = sender.send, .one_loop = sender.goroutines == GAME_MANY,
                      .sends = sender.one, .total = {0, 1}, .slots = *slots, .symbol = t->symbol,
                      .goroutines = sender.goroutines});
}

static bool in_reach(const Frame *root, const IrInstr *i, uint32_t home)
{
    return i && (i->op == IR_GO || i->op == IR_CALL) && (!home || ir_in_loop(root->func, home - 1, i->block));
}

// The worst run of the channel, of kind SOME where it exceeds the slots; `any`: of some run.
static Gain worst_run(Tally *t, uint32_t home, const Bound *slots, Gain *any)
{
    Gain found = {0};
    for (IrValue at = {1}; at.v < t->root->func->instrs.len; at.v++) {
        if (!in_reach(t->root, rule_live_instr(t->ctx, t->root->func, at), home))
            continue;
        Gain g = game_from(t, at, home);
        if (g.spawn.instr.v)
            *any = g;
        if (g.kind == GAIN_SOME && g.send.instr.v && exceeds(&g, slots, t))
            found = gain_best(found, g);
    }
    return found;
}

// Whether the number of slots has a name: whoever named it may know that no more will be needed.
static bool slots_are_named(const RuleContext *ctx, const IrFunc *func, IrValue make)
{
    const IrInstr *made = ir_instr(func, make);
    NodeId node = made->arg_count ? ir_instr(func, made->args[0])->node : (NodeId){0};
    return node_ok(node) && node_kind(rule_ast(ctx, func), node) != NODE_BASIC_LIT;
}

static ExcessKind kind_in(const Tally *t, const Gain *g, const Bound *slots)
{
    return t->shape == SHAPE_SENDS ? kind_of(g, slots, t) : t->shape == SHAPE_RECEIVES ? EXCESS_RECEIVER : EXCESS_AWAITED;
}

// Plays one game for a channel in sight; tells whether something was found.
static bool play(Excesses *out, Tally *t, IrValue make, const Bound *slots)
{
    uint32_t home = t->root->func->blocks.data[ir_instr(t->root->func, make)->block].loop;
    Gain any = {0}, found = worst_run(t, home, slots, &any);
    if (found.kind != GAIN_SOME) {
        if (t->shape == SHAPE_SENDS)
            note_chosen(t, out, t->root, make, slots, any);
        return false;
    }
    Site spawn = found.spawn.instr.v ? found.spawn : t->giver;
    vec_push(t->ctx->package, &out->items,
             (Excess){.kind = kind_in(t, &found, slots), .chan = t->chan, .make = {t->root->func->id, make},
                      .root = t->root, .spawn = spawn, .send = found.send, .again = found.again,
                      .quiet = found.quiet, .turn = found.turn, .end = found.end, .stuck = found.ended,
                      .stream = found.amount.rounds && t->symbol.kind == BOUND_STREAM, .endless = found.endless,
                      .sends = found.one, .total = found.amount, .slots = *slots, .symbol = t->symbol,
                      .chosen = slots_are_named(t->ctx, t->root->func, make), .one_loop = found.goroutines == GAME_MANY, .goroutines = found.goroutines});
    return true;
}

static bool judge(Excesses *out, Tally *t, IrValue make, const Bound *slots)
{
    Sight sight = {0};
    bool found = in_sight(t, &sight) && play(out, t, make, slots);
    funcs_run_done(t->ctx, &sight.own);
    funcs_run_done(t->ctx, &sight.spawned);
    funcs_run_done(t->ctx, &sight.touching);
    return found;
}

static void judge_made(RuleContext *ctx, Excesses *out, const IrFunc *func, IrValue make)
{
    const IrInstr *made = ir_instr(func, make);
    AbsSet set = flow_value(ctx->flow, func->id, make);
    if (set.len != 1 || flow_escapes(ctx->flow, set.items[0]) ||
        flow_chan_ops_anywhere(ctx->flow, set.items[0], CHAN_OP_RECV).len == 0)
        return;
    const Frame *root = frame_root(ctx, func);
    Bound slots = made->arg_count ? bound_of_value(ctx, root, made->args[0]) : (Bound){.kind = BOUND_COUNT};
    static const Bound none = {.kind = BOUND_COUNT};
    for (int shape = SHAPE_SENDS; shape <= SHAPE_AWAITS; shape++) {
        if (shape == SHAPE_SENDS && slots.kind == BOUND_NONE)
            continue;
        Tally t = {.ctx = ctx, .shape = (Shape)shape, .chan = set.items[0], .root = root};
        t.made = (Identity){.kind = ID_MADE, .frame = root, .instr = make};
        if (judge(out, &t, make, shape == SHAPE_SENDS ? &slots : &none))
            return; // one finding a channel: what is mended first may mend the others
    }
}

const Excesses *tally_excesses(RuleContext *ctx)
{
    if (ctx->excesses)
        return ctx->excesses;
    Excesses *out = arena_new(ctx->package, Excesses);
    Arena *scratch = ctx->scratch;
    ctx->scratch = ctx->package; // other rules ask for the frames and bounds as well
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i && i->op == IR_MAKE_CHAN)
                judge_made(ctx, out, func, at);
        }
    }
    ctx->scratch = scratch;
    ctx->excesses = out;
    return out;
}

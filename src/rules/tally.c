// tally.c - runs on which more is sent on a channel than it has slots and receives.
//
// A game on the graph of the function that made the channel, solved backwards: the value of a block is
// the largest number of sends less receives on a way from there to the function's end. Where a
// branch is free (bounds.h) the run takes the way that strands most; where it may depend on
// how much was sent or received, the way that strands least. Loops are taken as a whole, innermost
// first: so many rounds of the best round, or left early.
#include "rules/tally.h"
#include "rules/branches.h"
#include "rules/stops.h"

enum {
    DEPTH_MAX = 4,    // calls and spawns between the function and an operation
    BLOCKS_MAX = 2000, // the game is solved recursively
    MANY = 1000,      // goroutines of a loop without a number
};

typedef enum GainKind {
    GAIN_UNKNOWN, // not computed yet
    GAIN_BUSY,
    GAIN_DEAD, // no way leads to the end: panic, exit
    GAIN_STAY, // all that lead there receive whatever comes, or go on until it has come
    GAIN_SOME,
} GainKind;

typedef struct Gain {
    GainKind kind;
    bool ended; // at a wait for the senders
    bool endless; // the sender never leaves its loop
    Amount amount;
    Amount one; // what the sender that is reported sends
    int64_t goroutines;
    Site spawn, send, again, turn, end;
} Gain;

typedef struct Tally {
    RuleContext *ctx;
    AbsId chan;
    const Frame *root;
    Identity made;
    Bound symbol;
    bool has_symbol;
    Amount largest; // of the senders
    Bitset own, spawned; // functions on the owner's goroutine, and on those that it starts
    Bitset touching;     // functions that operate on the channel, also through calls
    VEC(const Story *) senders;
} Tally;

// One function in one frame. `known` is NULL but in the root.
typedef struct Walk {
    Tally *t;
    const Frame *frame;
    const IrFunc *func;
    bool sender; // runs on a goroutine that sends
    unsigned depth;
    const KnownBranches *known;
    uint32_t home; // the loop (index + 1) whose rounds each make a channel of their own; 0 none
    Gain **memo;  // by mode (0: to the end; k + 1: round loop k), then by block
    Map weights;  // instruction → Gain *: what calls and spawns add
} Walk;

static const Gain nothing = {.kind = GAIN_SOME};

static Gain plus(Gain a, Gain b)
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
    a.end = b.end;
    return a;
}

static int compare(Amount a, Amount b)
{
    if (a.rounds != b.rounds)
        return a.rounds < b.rounds ? -1 : 1;
    return a.fixed < b.fixed ? -1 : a.fixed > b.fixed;
}

// The better for a run that may choose.
static Gain best(Gain a, Gain b)
{
    if (a.kind == GAIN_SOME && b.kind == GAIN_SOME)
        return compare(a.amount, b.amount) >= 0 ? a : b;
    return a.kind > b.kind ? a : b;
}

// The worse: what can be counted on. Ways that end in a panic are not taken.
static Gain worst(Gain a, Gain b)
{
    if (a.kind == GAIN_DEAD || b.kind == GAIN_DEAD)
        return a.kind == GAIN_DEAD ? b : a;
    if (a.kind != GAIN_SOME || b.kind != GAIN_SOME)
        return a.kind == GAIN_SOME ? b : a;
    return compare(a.amount, b.amount) <= 0 ? a : b;
}

// ---- The channel ----

static bool may_be(const Walk *w, IrValue v)
{
    return flow_set_has(flow_value(w->t->ctx->flow, w->func->id, v), w->t->chan);
}

static bool must_be(const Walk *w, IrValue v)
{
    AbsSet set = flow_value(w->t->ctx->flow, w->func->id, v);
    if (!flow_set_has(set, w->t->chan))
        return false;
    if (set.len == 1)
        return true;
    Identity of = identity_of(w->t->ctx, w->frame, v);
    return identity_same(&of, &w->t->made);
}

static bool story_runs(const Tally *t, const Story *s, FuncId func)
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
        if (story_runs(t, *s, event.func))
            return t->largest.rounds ? (Gain){.kind = GAIN_STAY}
                                     : (Gain){.kind = GAIN_SOME, .amount = {-t->largest.fixed, 0}};
    if (bitset_has(&t->spawned, event.func.v) && waits_for_others(t, event.func))
        return (Gain){.kind = GAIN_STAY};
    return nothing;
}

static Gain other_channel(const Walk *w, IrValue chan)
{
    const Flow *flow = w->t->ctx->flow;
    AbsSet set = flow_value(flow, w->func->id, chan);
    Gain g = nothing;
    for (uint32_t k = 0; k < set.len; k++) {
        if (flow_abs(flow, set.items[k])->kind != ABS_CHAN)
            continue;
        for (int op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
            SiteList sites = op == CHAN_OP_RECV ? (SiteList){0} : flow_chan_ops_anywhere(flow, set.items[k], (ChanOp)op);
            for (uint32_t j = 0; j < sites.len; j++)
                g = worst(g, other_site(w, sites.items[j]));
        }
    }
    return g;
}

static Gain of_receive(const Walk *w, IrValue chan)
{
    if (w->sender)
        return nothing;
    if (may_be(w, chan))
        return (Gain){.kind = GAIN_SOME, .amount = {-1, 0}};
    return other_channel(w, chan);
}

static Gain of_send(const Walk *w, IrValue at, IrValue chan)
{
    if (!w->sender || !must_be(w, chan))
        return nothing;
    Gain g = {.kind = GAIN_SOME, .amount = {1, 0}, .send = {w->func->id, at}};
    return g;
}

// ---- Calls and spawns ----

static Gain solve(Walk *w);

static Gain inside_call(const Walk *w, IrValue at, const IrFunc *callee, CallMode mode, bool sender)
{
    if (w->depth >= DEPTH_MAX || callee->blocks.len == 0 || callee->blocks.len > BLOCKS_MAX)
        return (Gain){.kind = GAIN_STAY};
    Walk inner = {.t = w->t, .func = callee, .sender = sender, .depth = w->depth + 1};
    inner.frame = frame_call(w->t->ctx, w->frame, at, callee, mode);
    return solve(&inner);
}

static const Story *story_at(const Tally *t, Site spawn)
{
    VEC_EACH (const Story *const, s, &t->senders)
        if ((*s)->spawn.func.v == spawn.func.v && (*s)->spawn.instr.v == spawn.instr.v)
            return *s;
    return NULL;
}

static Gain of_spawn(const Walk *w, IrValue at, const Story *s)
{
    if (s->body_count != 1 || !s->body_seen)
        return nothing;
    Gain g = inside_call(w, at, rule_func(w->t->ctx, s->bodies[0]), CALL_GO, true);
    if (g.kind != GAIN_SOME || g.amount.fixed < 0 || (g.amount.fixed == 0 && g.amount.rounds == 0))
        return nothing;
    g.one = g.amount;
    if (compare(g.one, w->t->largest) > 0)
        w->t->largest = g.one;
    g.goroutines = g.goroutines ? g.goroutines : 1;
    g.spawn = (Site){w->func->id, at};
    g.ended = false;
    g.turn = g.end = (Site){0};
    return g;
}

// Whether the goroutine tells its group of its end only after it has sent.
static bool counted_to_the_end(const Walk *w, const Story *s)
{
    Act act;
    if (flow_act(w->t->ctx->flow, s->spawn, EFFECT_SPAWNS, &act) && act.effect->modes & MODE_COUNTED)
        return true;
    for (uint32_t k = 0; k < s->body_count; k++) {
        const IrFunc *body = rule_func(w->t->ctx, s->bodies[k]);
        for (IrValue at = {1}; at.v < body->instrs.len; at.v++)
            if (ir_instr(body, at)->op == IR_DEFER && flow_counts_down(w->t->ctx->flow, (Site){body->id, at}, &act))
                return true;
    }
    return false;
}

// A wait for the senders' group: with a send outstanding it never ends.
static Gain of_join(const Walk *w, IrValue at)
{
    VEC_EACH (const Story *const, s, &w->t->senders)
        for (uint32_t k = 0; k < (*s)->join_count; k++) {
            const Join *j = &(*s)->joins[k];
            if (j->kind != JOIN_GROUP || j->site.func.v != w->func->id.v || j->site.instr.v != at.v)
                continue;
            Site here = {w->func->id, at};
            return counted_to_the_end(w, *s) ? (Gain){.kind = GAIN_SOME, .ended = true, .end = here}
                                             : (Gain){.kind = GAIN_STAY};
        }
    return nothing;
}

static bool touches(const Tally *t, FuncId func)
{
    return bitset_has(&t->touching, func.v);
}

// A function that the owner may run there, or may not, receives what it likes; one that a sender may
// run sends nothing for sure.
static Gain of_call(const Walk *w, IrValue at, const IrInstr *i)
{
    const Flow *flow = w->t->ctx->flow;
    Site site = {w->func->id, at};
    if (i->call->builtin == BUILTIN_CLOSE && i->arg_count && may_be(w, i->args[i->arg_count - 1]))
        return w->sender ? nothing : (Gain){.kind = GAIN_STAY};
    const Story *s = story_at(w->t, site);
    if (s)
        return of_spawn(w, at, s);
    Gain join = w->sender ? nothing : of_join(w, at);
    if (join.ended || join.kind != GAIN_SOME)
        return join;
    CallEdges callees = flow_callees(flow, site);
    uint32_t touching = 0;
    for (uint32_t k = 0; k < callees.len; k++)
        touching += callees.items[k].mode != CALL_GO && touches(w->t, callees.items[k].callee);
    if (!touching)
        return nothing;
    CallMode mode = callees.items[0].mode;
    bool plain = callees.len == 1 && (mode == CALL_NOW || mode == CALL_DEFER);
    if (!plain)
        return w->sender ? nothing : (Gain){.kind = GAIN_STAY};
    Gain g = inside_call(w, at, rule_func(w->t->ctx, callees.items[0].callee), mode, w->sender);
    if (w->sender && g.kind != GAIN_SOME)
        return nothing;
    g.turn = (Site){0};
    if (!g.ended)
        g.end = (Site){0};
    return g;
}

static Gain weigh_call(Walk *w, IrValue at, const IrInstr *i)
{
    RuleContext *ctx = w->t->ctx;
    uint64_t *known = map_get(&w->weights, at.v);
    if (known)
        return *(Gain *)(uintptr_t)*known;
    Gain *g = arena_new(ctx->scratch, Gain);
    *g = of_call(w, at, i);
    map_put(ctx->scratch, &w->weights, at.v, (uintptr_t)g);
    return *g;
}

static Gain weigh(Walk *w, IrValue at)
{
    const IrInstr *i = ir_instr(w->func, at);
    switch (i->op) {
    case IR_SEND:
        return of_send(w, at, i->args[0]);
    case IR_RECV:
        return of_receive(w, i->args[0]);
    case IR_RANGE_NEXT:
        return i->may_block ? of_receive(w, i->args[0]) : nothing;
    case IR_CLOSE:
        return !w->sender && may_be(w, i->args[0]) ? (Gain){.kind = GAIN_STAY} : nothing;
    case IR_CALL:
    case IR_GO:
    case IR_DEFER:
        return weigh_call(w, at, i);
    default:
        return nothing;
    }
}

// ---- Blocks ----

static Gain value(Walk *w, uint32_t block, uint32_t mode);

static bool knows(void *data, Site call)
{
    const Walk *w = data;
    const IrInstr *i = ir_instr(w->func, call.instr);
    if (i->op == IR_RECV)
        return may_be(w, i->args[0]);
    CallEdges callees = flow_callees(w->t->ctx->flow, call);
    for (uint32_t k = 0; k < callees.len; k++)
        if (touches(w->t, callees.items[k].callee))
            return true;
    return false;
}

static bool exits_loop(const IrFunc *func, uint32_t loop, uint32_t block)
{
    return !ir_in_loop(func, loop, block);
}

// The loop that the block is the header of, as index + 1; 0 none.
static uint32_t headed(const IrFunc *func, uint32_t block)
{
    uint32_t loop = func->blocks.data[block].loop;
    return loop && func->loops.data[loop - 1].header == block ? loop : 0;
}

// Whether the loop ends by its head: what it ranges over, or its condition, is used up.
static bool ends_at_head(Walk *w, uint32_t header)
{
    const IrInstr *end = ir_terminator(w->func, header);
    const IrBlock *b = &w->func->blocks.data[header];
    if (end->op != IR_IF)
        return end->op == IR_RANGE_NEXT;
    return ir_in_loop(w->func, b->loop - 1, b->succs.data[0]) && exits_loop(w->func, b->loop - 1, b->succs.data[1]) &&
           !branch_is_free(w->t->ctx, w->func, end->args[0], knows, w);
}

static Gain after_select(Walk *w, uint32_t block, const IrInstr *i, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    Gain out = {.kind = GAIN_DEAD};
    for (uint32_t k = 0; k < i->case_count && k < b->succs.len; k++) {
        const IrCase *c = &i->cases[k];
        Gain g = nothing;
        bool receives = !c->is_default && !c->is_send;
        if (receives && !may_be(w, c->chan) && !flow_chan_may_yield(w->t->ctx->flow, w->func->id, c->chan))
            continue;
        if (receives)
            g = of_receive(w, c->chan);
        else if (c->is_send && i->case_count == 1)
            g = of_send(w, (IrValue){b->instrs.data[b->instrs.len - 1]}, c->chan);
        bool leaves = receives && !may_be(w, c->chan);
        if (leaves)
            g.turn = (Site){w->func->id, {b->instrs.data[b->instrs.len - 1]}};
        out = best(out, plus(g, value(w, b->succs.data[k], mode)));
    }
    return out;
}

static Gain after_if(Walk *w, uint32_t block, const IrInstr *i, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    bool is_free = branch_is_free(w->t->ctx, w->func, i->args[0], knows, w);
    Gain out = {.kind = GAIN_DEAD};
    for (uint32_t k = 0; k < b->succs.len; k++) {
        if (w->known && !branches_allow(w->known, block, k))
            continue;
        Gain g = value(w, b->succs.data[k], mode);
        uint32_t loop = b->loop;
        if (g.kind == GAIN_SOME && is_free && (!loop || exits_loop(w->func, loop - 1, b->succs.data[k])) && !g.turn.instr.v && k == 0)
            g.turn = (Site){w->func->id, {b->instrs.data[b->instrs.len - 1]}};
        out = is_free ? best(out, g) : worst(out, g);
    }
    return out;
}

// The value of the way from the block on, where a loop that it heads is entered already.
static Gain inside(Walk *w, uint32_t block, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    Gain sum = nothing;
    for (uint32_t k = 0; k < b->instrs.len && !sum.ended && sum.kind == GAIN_SOME; k++) {
        IrValue at = {b->instrs.data[k]};
        sum = plus(sum, weigh(w, at));
        if (sum.kind == GAIN_SOME && !sum.ended && !flow_continues(w->t->ctx->flow, w->func->id, ir_instr(w->func, at)))
            return w->sender && sum.amount.fixed ? sum : (Gain){.kind = GAIN_DEAD};
    }
    if (sum.ended || sum.kind != GAIN_SOME)
        return sum;
    IrValue last = {b->instrs.data[b->instrs.len - 1]};
    const IrInstr *end = ir_instr(w->func, last);
    uint32_t loop = headed(w->func, block);
    if (loop && ends_at_head(w, block))
        return plus(sum, value(w, b->succs.data[0], mode));
    switch (end->op) {
    case IR_RETURN:
        sum.end = (Site){w->func->id, last};
        return mode == 0 ? sum : (Gain){.kind = GAIN_DEAD};
    case IR_PANIC:
    case IR_EXIT:
    case IR_UNREACHABLE:
        return (Gain){.kind = GAIN_DEAD};
    case IR_SELECT:
        return plus(sum, after_select(w, block, end, mode));
    case IR_IF:
        return plus(sum, after_if(w, block, end, mode));
    default:
        return b->succs.len ? plus(sum, value(w, b->succs.data[0], mode)) : (Gain){.kind = GAIN_DEAD};
    }
}

// ---- Loops ----

static bool positive(Amount a)
{
    return a.rounds > 0 || (a.rounds == 0 && a.fixed > 0);
}

static bool zero(Amount a)
{
    return a.rounds == 0 && a.fixed == 0;
}

// So many rounds, less the last where that is left early.
static Gain multiply(Tally *t, Gain round, Bound b, int64_t less)
{
    if (zero(round.amount))
        return nothing;
    bool more = positive(round.amount);
    if (b.kind == BOUND_COUNT) {
        int64_t n = b.plus - less > 0 ? b.plus - less : 0;
        if (n == 0)
            return nothing;
        round.amount = (Amount){round.amount.fixed * n, round.amount.rounds * n};
        round.goroutines *= n;
        return round;
    }
    if (more && !t->has_symbol) {
        t->has_symbol = true;
        t->symbol = b;
    }
    round.goroutines *= MANY;
    if (round.amount.rounds)
        return more ? round : (Gain){.kind = GAIN_STAY};
    bool same = bound_same_thing(&b, &t->symbol);
    if (!same && !more)
        return (Gain){.kind = GAIN_STAY};
    if (b.kind == BOUND_NONE)
        return nothing; // not even one round is sure
    int64_t factor = same ? b.factor : 1, rest = same ? b.plus : 0;
    round.amount.rounds = round.amount.fixed * factor;
    round.amount.fixed *= rest - less;
    return round;
}

static bool receives_all(const Walk *w, uint32_t header)
{
    const IrInstr *end = ir_terminator(w->func, header);
    return !w->sender && end->op == IR_RANGE_NEXT && end->may_block && may_be(w, end->args[0]);
}

// How often a loop of a sender or of the owner goes round. What the owner itself feeds, it may have
// counted: it receives as many results.
static Bound loop_rounds(const Walk *w, uint32_t loop)
{
    const Flow *flow = w->t->ctx->flow;
    const IrInstr *end = ir_terminator(w->func, w->func->loops.data[loop].header);
    Bound b = bound_of_loop(w->t->ctx, w->frame, loop);
    if (!w->sender || b.kind != BOUND_STREAM || end->op != IR_RANGE_NEXT)
        return b;
    AbsSet set = flow_value(flow, w->func->id, end->args[0]);
    for (uint32_t k = 0; k < set.len; k++) {
        SiteList feeds = flow_chan_ops_anywhere(flow, set.items[k], CHAN_OP_SEND);
        for (uint32_t j = 0; j < feeds.len; j++)
            if (bitset_has(&w->t->own, feeds.items[j].func.v))
                return (Bound){0};
    }
    return b;
}

static Gain loop_value(Walk *w, uint32_t loop, uint32_t mode)
{
    const IrLoop *l = &w->func->loops.data[loop];
    const IrBlock *head = &w->func->blocks.data[l->header];
    Bound bound = loop_rounds(w, loop);
    Gain round = inside(w, l->header, loop + 1);
    Gain early = inside(w, l->header, mode);
    if (round.kind == GAIN_SOME && positive(round.amount) && early.kind == GAIN_SOME)
        early = plus(multiply(w->t, round, bound, 1), early);
    Gain out = early;
    bool by_head = head->succs.len == 2 && ends_at_head(w, l->header) && exits_loop(w->func, loop, head->succs.data[1]);
    if (by_head && !receives_all(w, l->header)) {
        Gain all = round.kind == GAIN_SOME ? multiply(w->t, round, bound, 0)
                   : round.kind == GAIN_STAY ? round : nothing;
        out = best(out, plus(all, value(w, head->succs.data[1], mode)));
    }
    // A sender that never leaves its loop sends as long as somebody receives.
    if (w->sender && out.kind != GAIN_SOME && round.kind == GAIN_SOME && positive(round.amount)) {
        out = multiply(w->t, round, (Bound){.kind = BOUND_STREAM}, 0);
        out.endless = true;
    }
    return out;
}

static Gain compute(Walk *w, uint32_t block, uint32_t mode)
{
    uint32_t loop = headed(w->func, block);
    if (loop && mode != loop)
        return loop_value(w, loop - 1, mode);
    return inside(w, block, mode);
}

static Gain value(Walk *w, uint32_t block, uint32_t mode)
{
    const IrFunc *func = w->func;
    if (mode && func->loops.data[mode - 1].header == block)
        return nothing; // the round is complete
    if (w->home && func->loops.data[w->home - 1].header == block)
        return (Gain){.kind = GAIN_DEAD}; // the next round has another channel
    if (mode && exits_loop(func, mode - 1, block))
        return (Gain){.kind = GAIN_DEAD};
    if (!bitset_has(flow_live_blocks(w->t->ctx->flow, func->id), block) || !flow_may_search(w->t->ctx->flow, 1))
        return (Gain){.kind = GAIN_DEAD};
    if (!w->memo)
        w->memo = arena_array(w->t->ctx->scratch, Gain *, func->loops.len + 1);
    if (!w->memo[mode])
        w->memo[mode] = arena_array(w->t->ctx->scratch, Gain, func->blocks.len);
    Gain *m = &w->memo[mode][block];
    if (m->kind == GAIN_BUSY)
        return (Gain){.kind = GAIN_STAY}; // one more round
    if (m->kind == GAIN_UNKNOWN) {
        m->kind = GAIN_BUSY;
        Gain g = compute(w, block, mode);
        w->memo[mode][block] = g;
    }
    return *m;
}

static Gain solve(Walk *w)
{
    return value(w, 0, 0);
}

// ---- One channel ----

// Functions that the goroutines which `func` starts run, at any remove.
static void add_spawned(Tally *t)
{
    bool grew = true;
    for (unsigned rounds = 0; grew && rounds < DEPTH_MAX; rounds++) {
        grew = false;
        for (uint32_t k = 0; k < flow_story_count(t->ctx->flow); k++) {
            const Story *s = flow_story(t->ctx->flow, k);
            if (!bitset_has(&t->own, s->spawner.v) && !bitset_has(&t->spawned, s->spawner.v))
                continue;
            for (uint32_t b = 0; b < s->body_count; b++) {
                Bitset run = functions_run(t->ctx, s->bodies[b]);
                grew |= bitset_union(&t->spawned, &run);
            }
        }
    }
}

static bool all_in(const Tally *t, ChanOp op, const Bitset *in, const Bitset *not_in)
{
    SiteList sites = flow_chan_ops_anywhere(t->ctx->flow, t->chan, op);
    for (uint32_t k = 0; k < sites.len; k++)
        if (!bitset_has(in, sites.items[k].func.v) || (not_in && bitset_has(not_in, sites.items[k].func.v)))
            return false;
    return true;
}

static void mark_touching(Tally *t, FuncId func)
{
    if (bitset_has(&t->touching, func.v))
        return;
    bitset_add(&t->touching, func.v);
    CallEdges callers = flow_callers(t->ctx->flow, func);
    for (uint32_t k = 0; k < callers.len; k++) {
        FuncId caller = callers.items[k].site.func;
        if (bitset_has(&t->own, caller.v) || bitset_has(&t->spawned, caller.v))
            mark_touching(t, caller);
    }
}

static void find_senders(Tally *t)
{
    SiteList sends = flow_chan_ops_anywhere(t->ctx->flow, t->chan, CHAN_OP_SEND);
    for (uint32_t k = 0; k < flow_story_count(t->ctx->flow); k++) {
        const Story *s = flow_story(t->ctx->flow, k);
        Act act;
        bool waits = flow_act(t->ctx->flow, s->spawn, EFFECT_SPAWNS, &act) && !(act.effect->modes & MODE_COUNTED);
        if ((!bitset_has(&t->own, s->spawner.v) && !bitset_has(&t->spawned, s->spawner.v)) || waits)
            continue;
        bool does = false;
        for (uint32_t j = 0; j < sends.len && !does; j++)
            does = story_runs(t, s, sends.items[j].func);
        if (does)
            vec_push(t->ctx->scratch, &t->senders, s);
    }
}

static bool in_sight(Tally *t)
{
    RuleContext *ctx = t->ctx;
    t->own = functions_run(ctx, t->root->func->id);
    t->spawned = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    add_spawned(t);
    Bitset all = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    bitset_union(&all, &t->own);
    bitset_union(&all, &t->spawned);
    if (!all_in(t, CHAN_OP_SEND, &t->spawned, &t->own) || !all_in(t, CHAN_OP_RECV, &t->own, &t->spawned) ||
        !all_in(t, CHAN_OP_CLOSE, &all, NULL))
        return false;
    t->touching = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    for (int op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
        SiteList sites = flow_chan_ops_anywhere(ctx->flow, t->chan, (ChanOp)op);
        for (uint32_t k = 0; k < sites.len; k++)
            mark_touching(t, sites.items[k].func);
    }
    find_senders(t);
    return t->senders.len > 0;
}

// The loop directly inside `home` that the block is in, or the block itself.
static uint32_t start_block(const IrFunc *func, uint32_t block, uint32_t home)
{
    uint32_t loop = func->blocks.data[block].loop, at = block;
    while (loop && loop != home) {
        at = func->loops.data[loop - 1].header;
        loop = func->loops.data[loop - 1].parent;
    }
    return at;
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
    return positive(left);
}

// The largest excess on a run from `at` on, a call or spawn in the root that adds sends.
static Gain from_spawn(Tally *t, IrValue at, uint32_t home)
{
    const IrFunc *func = t->root->func;
    uint32_t start = start_block(func, ir_instr(func, at)->block, home);
    KnownBranches known = branches_before(t->ctx, func, start);
    Walk w = {.t = t, .frame = t->root, .func = func, .known = &known, .home = home};
    if (weigh(&w, at).spawn.instr.v == 0)
        return (Gain){.kind = GAIN_DEAD};
    uint32_t loop = func->blocks.data[ir_instr(func, at)->block].loop;
    if (!t->has_symbol && loop && loop != home) {
        t->symbol = bound_of_loop(t->ctx, t->root, loop - 1);
        t->has_symbol = t->symbol.kind != BOUND_COUNT;
    }
    Gain g = value(&w, start, 0);
    return home ? best(g, value(&w, start, home)) : g;
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
    if (!counted || slots->kind != BOUND_COUNT || slots->plus < 1 || sender.goroutines < MANY || sender.one.rounds)
        return;
    vec_push(t->ctx->package, &out->items,
             (Excess){.kind = EXCESS_NONE, .chan = t->chan, .make = {home->func->id, make}, .root = t->root,
                      .spawn = sender.spawn, .send = sender.send, .one_loop = sender.goroutines == MANY,
                      .sends = sender.one, .total = {0, 1}, .slots = *slots, .symbol = t->symbol,
                      .goroutines = sender.goroutines});
}

static void judge(RuleContext *ctx, Excesses *out, AbsId chan, const Frame *root, const Frame *home, IrValue make)
{
    Tally t = {.ctx = ctx, .chan = chan, .root = root};
    t.made = (Identity){.kind = ID_MADE, .frame = home, .instr = make};
    const IrInstr *made = ir_instr(home->func, make);
    Bound slots = made->arg_count ? bound_of_value(ctx, home, made->args[0]) : (Bound){.kind = BOUND_COUNT};
    if (slots.kind == BOUND_NONE || root->func->blocks.len > BLOCKS_MAX || !in_sight(&t))
        return;
    uint32_t loop = root == home ? root->func->blocks.data[made->block].loop : 0;
    Gain found = {0}, sender = {0};
    for (IrValue at = {1}; at.v < root->func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(ctx, root->func, at);
        if (!i || (i->op != IR_GO && i->op != IR_CALL) || (loop && !ir_in_loop(root->func, loop - 1, i->block)))
            continue;
        Gain g = from_spawn(&t, at, loop);
        if (g.spawn.instr.v)
            sender = g;
        if (g.kind == GAIN_SOME && g.spawn.instr.v && exceeds(&g, &slots, &t))
            found = best(found, g);
    }
    if (found.kind != GAIN_SOME) {
        note_chosen(&t, out, home, make, &slots, sender);
        return;
    }
    vec_push(ctx->package, &out->items,
             (Excess){.kind = kind_of(&found, &slots, &t), .chan = chan, .make = {home->func->id, make},
                      .root = root, .spawn = found.spawn, .send = found.send, .again = found.again,
                      .turn = found.turn, .end = found.end, .stuck = found.ended,
                      .stream = found.amount.rounds && t.symbol.kind == BOUND_STREAM, .endless = found.endless,
                      .sends = found.one, .total = found.amount, .slots = slots, .symbol = t.symbol,
                      .one_loop = found.goroutines == MANY, .goroutines = found.goroutines});
}

static void judge_made(RuleContext *ctx, Excesses *out, const IrFunc *func, IrValue at)
{
    SiteList uses = flow_uses(ctx->flow, func->id, at);
    AbsSet set = flow_value(ctx->flow, func->id, at);
    if (uses.len == 0 || set.len != 1 || flow_escapes(ctx->flow, set.items[0]) ||
        flow_chan_ops_anywhere(ctx->flow, set.items[0], CHAN_OP_SEND).len == 0)
        return;
    const Frame *root = frame_root(ctx, func);
    judge(ctx, out, set.items[0], root, root, at);
}

const Excesses *tally_excesses(RuleContext *ctx)
{
    if (ctx->excesses)
        return ctx->excesses;
    Excesses *out = arena_new(ctx->package, Excesses);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i && i->op == IR_MAKE_CHAN)
                judge_made(ctx, out, func, at);
        }
    }
    ctx->excesses = out;
    return out;
}

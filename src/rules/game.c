// game.c - the largest imbalance between asking and giving on a channel that some run leads to.
#include "rules/game.h"
#include "rules/branches.h"
#include "rules/stops.h"

// Calls and spawns between the function and an operation.
enum { DEPTH_MAX = 4 };

// One function in one frame. `known` is NULL but in the root.
typedef struct Walk {
    Tally *t;
    const Frame *frame;
    const IrFunc *func;
    bool started; // runs on a goroutine that the owner starts
    bool demands; // its operations ask for others: the positive side
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
static Gain worst(Gain a, Gain b)
{
    if (a.kind == GAIN_DEAD || b.kind == GAIN_DEAD)
        return a.kind == GAIN_DEAD ? b : a;
    if (a.kind != GAIN_SOME || b.kind != GAIN_SOME)
        return a.kind == GAIN_SOME ? b : a;
    return amount_compare(a.amount, b.amount) <= 0 ? a : b;
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

// An operation that asks for its counterpart, or gives it. What may be on another channel asks for
// nothing; what may be on this one gives.
static Gain of_operation(const Walk *w, IrValue at, IrValue chan, bool asks, bool gives)
{
    if (asks && w->demands && must_be(w, chan))
        return (Gain){.kind = GAIN_SOME, .amount = {1, 0}, .send = {w->func->id, at}};
    if (gives && !w->demands && may_be(w, chan))
        return (Gain){.kind = GAIN_SOME, .amount = {-1, 0}};
    return nothing;
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
    if (may_be(w, chan))
        return of_operation(w, at, chan, demand && plain, !demand);
    return w->started ? nothing : other_channel(w, chan);
}

// After the close nobody is waited for: receives give way, whatever they ask for.
static Gain of_close(const Walk *w, IrValue chan)
{
    bool ends = !w->demands || w->t->shape == SHAPE_AWAITS;
    return ends && may_be(w, chan) ? (Gain){.kind = GAIN_STAY} : nothing;
}

// ---- Calls and spawns ----

static Gain solve(Walk *w);

static Gain inside_call(const Walk *w, IrValue at, const IrFunc *callee, CallMode mode, bool started)
{
    if (w->depth >= DEPTH_MAX || callee->blocks.len == 0 || callee->blocks.len > GAME_BLOCKS_MAX)
        return (Gain){.kind = GAIN_STAY};
    Walk inner = {.t = w->t, .func = callee, .started = started, .depth = w->depth + 1};
    inner.demands = started == (w->t->shape != SHAPE_AWAITS);
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

// What the goroutine asks for at most.
static Gain asked_by(const Walk *w, IrValue at, Gain g)
{
    if (g.kind != GAIN_SOME || amount_compare(g.amount, (Amount){0}) <= 0)
        return nothing;
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
    return seen ? asked_by(w, at, inside_call(w, at, rule_func(w->t->ctx, s->bodies[0]), CALL_GO, true)) : nothing;
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
    if (w->t->shape == SHAPE_AWAITS)
        return nothing;
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
    if (i->call->builtin == BUILTIN_CLOSE)
        return i->arg_count ? of_close(w, i->args[i->arg_count - 1]) : nothing;
    const Story *s = story_at(w->t, site);
    if (s)
        return of_spawn(w, at, s);
    Gain join = w->started ? nothing : of_join(w, at);
    if (join.ended || join.kind != GAIN_SOME)
        return join;
    CallEdges callees = flow_callees(flow, site);
    uint32_t touching = 0;
    // A run of the owner inside its own has a channel of its own.
    for (uint32_t k = 0; k < callees.len; k++)
        touching += callees.items[k].mode != CALL_GO && touches(w->t, callees.items[k].callee) &&
                    callees.items[k].callee.v != w->t->root->func->id.v;
    if (!touching)
        return nothing;
    CallMode mode = callees.items[0].mode;
    bool plain = callees.len == 1 && (mode == CALL_NOW || mode == CALL_DEFER);
    if (!plain)
        return w->demands ? nothing : (Gain){.kind = GAIN_STAY};
    Gain g = inside_call(w, at, rule_func(w->t->ctx, callees.items[0].callee), mode, w->started);
    if (w->demands && w->started && g.kind != GAIN_SOME)
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
        return of_receive(w, at, i->args[0], true);
    case IR_RANGE_NEXT:
        return i->may_block ? of_receive(w, at, i->args[0], false) : nothing;
    case IR_CLOSE:
        return of_close(w, i->args[0]);
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
        return (w->started && !w->demands) || (i->comma_ok && may_be(w, i->args[0]));
    Act polls;
    if (w->started && !w->demands && flow_act(w->t->ctx->flow, call, EFFECT_POLLS, &polls))
        return true; // whoever waits for it has not cancelled it
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
    NodeId node = w->func->loops.data[b->loop - 1].node;
    const Ast *ast = rule_ast(w->t->ctx, w->func);
    if (end->op != IR_IF || !node_ok(node) || node_kind(ast, node) != NODE_FOR_STMT || !node_ok(ast_for(ast, node).cond))
        return end->op == IR_RANGE_NEXT; // an if at the start of the body is none of the loop's
    return ir_in_loop(w->func, b->loop - 1, b->succs.data[0]) && exits_loop(w->func, b->loop - 1, b->succs.data[1]) &&
           !branch_is_free(w->t->ctx, w->func, end->args[0], knows, w);
}

// What a case adds when it is taken. Where there are others too, it asks for nothing for sure; and
// where a goroutine gives in one case, it is taken to give.
static Gain of_case(const Walk *w, IrValue select, const IrInstr *i, const IrCase *c)
{
    bool alone = i->case_count == 1;
    if (c->is_default)
        return nothing;
    if (c->is_send)
        return w->demands && !alone ? nothing : of_send(w, select, c->chan);
    return of_receive(w, select, c->chan, alone);
}

// A goroutine that selects between giving and something else gives.
static Gain gives_in_some_case(const Walk *w, IrValue select, const IrInstr *i)
{
    for (uint32_t k = 0; w->started && !w->demands && k < i->case_count; k++) {
        Gain g = of_case(w, select, i, &i->cases[k]);
        if (g.amount.fixed < 0)
            return g;
    }
    return nothing;
}

// A send that nobody in sight receives is never the case that is taken.
static bool send_can_proceed(const Walk *w, IrValue chan)
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

static Gain after_select(Walk *w, uint32_t block, const IrInstr *i, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    IrValue select = {b->instrs.data[b->instrs.len - 1]};
    Gain out = {.kind = GAIN_DEAD}, gives = gives_in_some_case(w, select, i);
    for (uint32_t k = 0; k < i->case_count && k < b->succs.len; k++) {
        const IrCase *c = &i->cases[k];
        bool other = !c->is_default && !c->is_send && !may_be(w, c->chan);
        // Whoever waits for this goroutine has not told it to stop.
        if (other && w->started && !w->demands && i->case_count > 1)
            continue;
        if (c->is_send && !send_can_proceed(w, c->chan))
            continue;
        if (other && !flow_chan_may_yield(w->t->ctx->flow, w->func->id, c->chan))
            continue;
        Gain g = gives.amount.fixed ? gives : of_case(w, select, i, c);
        if (other && g.kind == GAIN_SOME)
            g.turn = (Site){w->func->id, select};
        out = gain_best(out, plus(g, value(w, b->succs.data[k], mode)));
    }
    return out;
}

// Whether the condition means the same wherever it stands: its variables are assigned once.
static bool is_stable(const Walk *w, IrValue v, unsigned depth)
{
    const IrInstr *i = ir_instr(w->func, v);
    if (i->op == IR_ADDR_VAR)
        return flow_var_stores(w->t->ctx->flow, i->var).len <= 1;
    if (depth > DEPTH_MAX)
        return false;
    for (uint32_t k = 0; k < i->arg_count; k++)
        if (!is_stable(w, i->args[k], depth + 1))
            return false;
    return true;
}

static Gain after_if(Walk *w, uint32_t block, const IrInstr *i, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    bool is_free = branch_is_free(w->t->ctx, w->func, i->args[0], knows, w);
    bool decided = w->known && is_stable(w, i->args[0], 0);
    Gain out = {.kind = GAIN_DEAD};
    for (uint32_t k = 0; k < b->succs.len; k++) {
        if (decided && !branches_allow(w->known, block, k))
            continue;
        Gain g = value(w, b->succs.data[k], mode);
        uint32_t loop = b->loop;
        if (g.kind == GAIN_SOME && is_free && (!loop || exits_loop(w->func, loop - 1, b->succs.data[k])) && !g.turn.instr.v && k == 0)
            g.turn = (Site){w->func->id, {b->instrs.data[b->instrs.len - 1]}};
        out = is_free ? gain_best(out, g) : worst(out, g);
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
            return w->started && w->demands && sum.amount.fixed ? sum : (Gain){.kind = GAIN_DEAD};
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
    round.goroutines *= GAME_MANY;
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
    return !w->started && w->t->shape == SHAPE_SENDS && end->op == IR_RANGE_NEXT && end->may_block && may_be(w, end->args[0]);
}

// How often a loop of a sender or of the owner goes round. What the owner itself feeds, it may have
// counted: it receives as many results.
static Bound loop_rounds(const Walk *w, uint32_t loop)
{
    const Flow *flow = w->t->ctx->flow;
    const IrInstr *end = ir_terminator(w->func, w->func->loops.data[loop].header);
    Bound b = bound_of_loop(w->t->ctx, w->frame, loop);
    if (!w->started || b.kind != BOUND_STREAM || end->op != IR_RANGE_NEXT)
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
        out = gain_best(out, plus(all, value(w, head->succs.data[1], mode)));
    }
    // A sender that never leaves its loop sends as long as somebody receives.
    if (w->started && out.kind != GAIN_SOME && round.kind == GAIN_SOME && positive(round.amount)) {
        out = multiply(w->t, round, (Bound){.kind = BOUND_STREAM}, 0);
        out.endless = !l->has_exit;
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

// Rounds are counted in what the loop around the first of those that ask goes over.
static void choose_symbol(Tally *t, const IrFunc *func, IrValue at, uint32_t home)
{
    uint32_t loop = func->blocks.data[ir_instr(func, at)->block].loop;
    if (t->has_symbol || !loop || loop == home)
        return;
    t->symbol = bound_of_loop(t->ctx, t->root, loop - 1);
    t->has_symbol = t->symbol.kind != BOUND_COUNT;
}

// What calls that were deferred before the start add at the end.
static Gain deferred_before(Walk *w, IrValue at, uint32_t start)
{
    Gain sum = nothing;
    for (IrValue v = {1}; v.v < w->func->instrs.len; v.v++) {
        const IrInstr *i = rule_live_instr(w->t->ctx, w->func, v);
        if (i && i->op == IR_DEFER && i->block != start && ir_dominates(w->func, i->block, start) && v.v != at.v)
            sum = plus(sum, weigh(w, v));
    }
    return sum;
}

// Whether a goroutine that does not count gives as well: one that closes when the others have ended.
static bool given_elsewhere(const Tally *t)
{
    if (t->shape == SHAPE_SENDS)
        return false;
    SiteList closes = flow_chan_ops_anywhere(t->ctx->flow, t->chan, CHAN_OP_CLOSE);
    for (uint32_t k = 0; k < closes.len; k++) {
        bool counted = t->shape == SHAPE_RECEIVES || !bitset_has(&t->spawned, closes.items[k].func.v);
        if (t->shape == SHAPE_RECEIVES && bitset_has(&t->spawned, closes.items[k].func.v))
            return true;
        for (uint32_t s = 0; s < t->senders.len && !counted; s++)
            counted = game_story_runs(t, t->senders.data[s], closes.items[k].func);
        if (!counted)
            return true;
    }
    return false;
}

static bool counts(const Tally *t, const Gain *first)
{
    return t->shape == SHAPE_AWAITS ? first->kind == GAIN_SOME && first->goroutines : first->spawn.instr.v != 0;
}

Gain game_from(Tally *t, IrValue at, uint32_t home)
{
    const IrFunc *func = t->root->func;
    bool awaits = t->shape == SHAPE_AWAITS;
    // All who give count, also those that started earlier.
    uint32_t start = start_block(func, ir_instr(func, awaits ? t->made.instr : at)->block, home);
    KnownBranches known = branches_before(t->ctx, func, start);
    Walk w = {.t = t, .frame = t->root, .func = func, .demands = awaits, .known = &known, .home = home};
    Gain first = weigh(&w, at);
    if (!counts(t, &first) || given_elsewhere(t))
        return (Gain){.kind = GAIN_DEAD};
    SiteList asks = awaits ? flow_chan_ops_anywhere(t->ctx->flow, t->chan, CHAN_OP_RECV) : (SiteList){0};
    if (!awaits)
        choose_symbol(t, func, at, home);
    for (uint32_t k = 0; k < asks.len; k++)
        if (asks.items[k].func.v == func->id.v)
            choose_symbol(t, func, asks.items[k].instr, home);
    Gain g = value(&w, start, 0);
    if (home)
        g = gain_best(g, value(&w, start, home));
    return plus(deferred_before(&w, at, start), g);
}

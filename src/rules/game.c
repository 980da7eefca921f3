// game.c - the largest imbalance between asking and giving on a channel that some run leads to.
#include "rules/walk.h"

// ---- Blocks ----

static Gain value(Walk *w, uint32_t block, uint32_t mode);

static bool knows(void *data, Site call)
{
    const Walk *w = data;
    const IrInstr *i = ir_instr(w->func, call.instr);
    if (i->op == IR_RECV)
        return (w->started && !w->demands) || (i->comma_ok && walk_may_be(w, i->args[0]));
    Act polls;
    if (w->started && !w->demands && flow_act(w->t->ctx->flow, call, EFFECT_POLLS, &polls))
        return true; // whoever waits for it has not cancelled it
    CallEdges callees = flow_callees(w->t->ctx->flow, call);
    for (uint32_t k = 0; k < callees.len; k++)
        if (walk_touches(w->t, callees.items[k].callee))
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

static Gain after_select(Walk *w, uint32_t block, const IrInstr *i, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    IrValue select = {b->instrs.data[b->instrs.len - 1]};
    Gain out = {.kind = GAIN_DEAD}, gives = walk_gives(w, select, i);
    for (uint32_t k = 0; k < i->case_count && k < b->succs.len; k++) {
        const IrCase *c = &i->cases[k];
        bool other = !c->is_default && !c->is_send && !walk_may_be(w, c->chan);
        // Whoever waits for this goroutine has not told it to stop.
        if (other && w->started && !w->demands && i->case_count > 1)
            continue;
        if (c->is_send && !walk_can_send(w, c->chan))
            continue;
        if (other && !flow_chan_may_yield(w->t->ctx->flow, w->func->id, c->chan))
            continue;
        Gain g = gives.amount.fixed ? gives : walk_case(w, select, i, c);
        if (other && g.kind == GAIN_SOME)
            g.turn = (Site){w->func->id, select};
        out = gain_best(out, gain_plus(g, value(w, b->succs.data[k], mode)));
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
        out = is_free ? gain_best(out, g) : gain_worst(out, g);
    }
    return out;
}

// The value of the way from the block on, where a loop that it heads is entered already.
static Gain inside(Walk *w, uint32_t block, uint32_t mode)
{
    const IrBlock *b = &w->func->blocks.data[block];
    Gain sum = gain_nothing;
    for (uint32_t k = 0; k < b->instrs.len && !sum.ended && sum.kind == GAIN_SOME; k++) {
        IrValue at = {b->instrs.data[k]};
        sum = gain_plus(sum, walk_weigh(w, at));
        if (sum.kind == GAIN_SOME && !sum.ended && !flow_continues(w->t->ctx->flow, w->func->id, ir_instr(w->func, at)))
            return w->started && w->demands && sum.amount.fixed ? sum : (Gain){.kind = GAIN_DEAD};
    }
    if (sum.ended || sum.kind != GAIN_SOME)
        return sum;
    IrValue last = {b->instrs.data[b->instrs.len - 1]};
    const IrInstr *end = ir_instr(w->func, last);
    uint32_t loop = headed(w->func, block);
    if (loop && ends_at_head(w, block))
        return gain_plus(sum, value(w, b->succs.data[0], mode));
    switch (end->op) {
    case IR_RETURN:
        sum.end = (Site){w->func->id, last};
        return mode == 0 ? sum : (Gain){.kind = GAIN_DEAD};
    case IR_PANIC:
    case IR_EXIT:
    case IR_UNREACHABLE:
        return (Gain){.kind = GAIN_DEAD};
    case IR_SELECT:
        return gain_plus(sum, after_select(w, block, end, mode));
    case IR_IF:
        return gain_plus(sum, after_if(w, block, end, mode));
    default:
        return b->succs.len ? gain_plus(sum, value(w, b->succs.data[0], mode)) : (Gain){.kind = GAIN_DEAD};
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
        return gain_nothing;
    bool more = positive(round.amount);
    if (b.kind == BOUND_COUNT) {
        int64_t n = b.plus - less > 0 ? b.plus - less : 0;
        if (n == 0)
            return gain_nothing;
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
        return gain_nothing; // not even one round is sure
    int64_t factor = same ? b.factor : 1, rest = same ? b.plus : 0;
    round.amount.rounds = round.amount.fixed * factor;
    round.amount.fixed *= rest - less;
    return round;
}

static bool receives_all(const Walk *w, uint32_t header)
{
    const IrInstr *end = ir_terminator(w->func, header);
    return !w->started && w->t->shape == SHAPE_SENDS && end->op == IR_RANGE_NEXT && end->may_block && walk_may_be(w, end->args[0]);
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
        early = gain_plus(multiply(w->t, round, bound, 1), early);
    Gain out = early;
    bool by_head = head->succs.len == 2 && ends_at_head(w, l->header) && exits_loop(w->func, loop, head->succs.data[1]);
    if (by_head && !receives_all(w, l->header)) {
        Gain all = round.kind == GAIN_SOME ? multiply(w->t, round, bound, 0)
                   : round.kind == GAIN_STAY ? round : gain_nothing;
        out = gain_best(out, gain_plus(all, value(w, head->succs.data[1], mode)));
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
        return gain_nothing; // the round is complete
    if (w->home && func->loops.data[w->home - 1].header == block)
        return (Gain){.kind = GAIN_DEAD}; // the next round has another channel
    if (mode && exits_loop(func, mode - 1, block))
        return (Gain){.kind = GAIN_DEAD};
    if (!bitset_has(flow_live_blocks(w->t->ctx->flow, func->id), block) || !flow_may_search(w->t->ctx->flow, 1))
        return (Gain){.kind = GAIN_DEAD};
    if (!w->memo)
        w->memo = arena_array(w->t->cells, Gain *, func->loops.len + 1);
    if (!w->memo[mode])
        w->memo[mode] = arena_array(w->t->cells, Gain, func->blocks.len);
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

static bool too_large(const IrFunc *func)
{
    return func->blocks.len > GAME_BLOCKS_MAX || (uint64_t)func->blocks.len * (func->loops.len + 1) > GAME_CELLS_MAX;
}

Gain walk_solve(Walk *w)
{
    if (too_large(w->func))
        return (Gain){.kind = GAIN_STAY};
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
    Gain sum = gain_nothing;
    for (IrValue v = ir_first_event(w->func); ir_ok(v); v = ir_next_event(w->func, v)) {
        const IrInstr *i = rule_live_instr(w->t->ctx, w->func, v);
        if (i && i->op == IR_DEFER && i->block != start && ir_dominates(w->func, i->block, start) && v.v != at.v)
            sum = gain_plus(sum, walk_weigh(w, v));
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

static Gain run_from(Tally *t, IrValue at, uint32_t home)
{
    const IrFunc *func = t->root->func;
    bool awaits = t->shape == SHAPE_AWAITS;
    // All who give count, also those that started earlier.
    uint32_t start = start_block(func, ir_instr(func, awaits ? t->made.instr : at)->block, home);
    KnownBranches known = branches_before(t->ctx, func, start);
    Walk w = {.t = t, .frame = t->root, .func = func, .demands = awaits, .known = &known, .home = home};
    Gain first = walk_weigh(&w, at);
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
    return gain_plus(deferred_before(&w, at, start), g);
}

Gain game_from(Tally *t, IrValue at, uint32_t home)
{
    if (too_large(t->root->func)) {
        t->ctx->counts_cut = true;
        return (Gain){.kind = GAIN_DEAD};
    }
    Arena cells = {0};
    t->cells = &cells;
    Gain g = run_from(t, at, home);
    t->cells = NULL;
    arena_free(&cells);
    return g;
}

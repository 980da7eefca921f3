// waiting.c - instructions at which a goroutine waits for others, and how long.
#include "rules/waiting.h"
#include "rules/cancelled.h"
#include "rules/locks_held.h"
#include "rules/pauses.h"

// ---- Room in a channel ----

static Str text_of(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    return node_ok(i->node) ? str_trim(ast_text(rule_ast(ctx, func), i->node)) : (Str){0};
}

// How often a loop runs at most: what it ranges over, or what its counter stays below. Either the
// length of `items`, or the value `bound`.
typedef struct Rounds {
    IrValue items, bound;
} Rounds;

static Rounds rounds_of(const IrFunc *func, const IrLoop *loop)
{
    const IrInstr *end = ir_terminator(func, loop->header);
    if (end->op == IR_RANGE_NEXT)
        return (Rounds){.items = end->args[0], .bound = end->args[0]};
    const IrInstr *cond = end->op == IR_IF ? ir_instr(func, end->args[0]) : NULL;
    if (cond && cond->op == IR_BINARY && cond->token == TOK_LSS)
        return (Rounds){.bound = cond->args[1]};
    return (Rounds){0};
}

static bool same_text(Str a, Str b)
{
    return a.len && str_eq(a, b);
}

// Whether `capacity` slots suffice for a send in each round of the loop.
static bool room_for_rounds(const RuleContext *ctx, const IrFunc *func, const IrLoop *loop, IrValue capacity)
{
    Rounds r = rounds_of(func, loop);
    const IrInstr *cap = ir_instr(func, capacity);
    while (cap->op == IR_CONVERT)
        cap = ir_instr(func, cap->args[0]);
    if (ir_ok(r.items) && cap->op == IR_BUILTIN && cap->builtin == BUILTIN_LEN && cap->arg_count &&
        same_text(text_of(ctx, func, cap->args[0]), text_of(ctx, func, r.items)))
        return true;
    int64_t slots, rounds;
    const Constant *bound = ir_ok(r.bound) ? ir_instr(func, r.bound)->constant : NULL;
    if (cap->constant && bound && constant_int64(cap->constant, &slots) && constant_int64(bound, &rounds))
        return rounds <= slots;
    return ir_ok(r.bound) && same_text(text_of(ctx, func, capacity), text_of(ctx, func, r.bound));
}

// Whether the channel is made in the same function with a slot for each of its sends there, and all
// sends that there are stand there.
static bool has_room(const RuleContext *ctx, Site send)
{
    const IrFunc *func = rule_func(ctx, send.func);
    AbsSet set = flow_value(ctx->flow, send.func, rule_instr(ctx, send)->args[0]);
    const Abs *chan = set.len == 1 ? flow_abs(ctx->flow, set.items[0]) : NULL;
    if (!chan || chan->kind != ABS_CHAN || chan->func.v != send.func.v)
        return false;
    const IrInstr *make = ir_instr(func, chan->site);
    SiteList sends = flow_chan_ops_anywhere(ctx->flow, set.items[0], CHAN_OP_SEND);
    uint32_t home = func->blocks.data[make->block].loop, once = 0;
    int64_t slots;
    for (uint32_t k = 0; k < sends.len; k++) {
        if (sends.items[k].func.v != send.func.v || make->arg_count == 0)
            return false;
        uint32_t loop = func->blocks.data[rule_instr(ctx, sends.items[k])->block].loop;
        if (loop == home)
            once++;
        else if (sends.len > 1 || !loop || func->loops.data[loop - 1].parent != home ||
                 !room_for_rounds(ctx, func, &func->loops.data[loop - 1], make->args[0]))
            return false;
    }
    if (once == 0)
        return sends.len == 1;
    const Constant *c = make->arg_count ? ir_instr(func, make->args[0])->constant : NULL;
    return c && constant_int64(c, &slots) && once <= slots;
}

// Whether all channels that this may be have, as far as is seen, a slot for each place that sends,
// none of which sends in a loop: results that are sent once look like that.
static bool has_slots(const RuleContext *ctx, Site send)
{
    AbsSet set = flow_value(ctx->flow, send.func, rule_instr(ctx, send)->args[0]);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *chan = flow_abs(ctx->flow, set.items[k]);
        if (chan->kind != ABS_CHAN || flow_escapes(ctx->flow, set.items[k]))
            return false;
        const IrInstr *make = rule_instr(ctx, (Site){chan->func, chan->site});
        const Constant *c = make->arg_count ? ir_instr(rule_func(ctx, chan->func), make->args[0])->constant : NULL;
        SiteList sends = flow_chan_ops_anywhere(ctx->flow, set.items[k], CHAN_OP_SEND);
        int64_t slots;
        if (!c || !constant_int64(c, &slots) || slots < (int64_t)sends.len)
            return false;
        for (uint32_t j = 0; j < sends.len; j++)
            if (rule_func(ctx, sends.items[j].func)->blocks.data[rule_instr(ctx, sends.items[j])->block].loop)
                return false;
    }
    return set.len > 0;
}

// ---- Bounded waits ----

// Whether the channel is fed by the library after a time too short to matter.
static bool fires_soon(const RuleContext *ctx, FuncId func, IrValue chan)
{
    AbsSet set = flow_value(ctx->flow, func, chan);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        if (a->kind != ABS_RESULT) // what feeds a timer's field is not known by one call
            return false;
        const IrInstr *call = rule_instr(ctx, (Site){a->func, a->site});
        Act feeds;
        if (!call->call || !flow_act(ctx->flow, (Site){a->func, a->site}, EFFECT_FEEDS, &feeds) || call->arg_count == 0)
            return false;
        int64_t ns = flow_duration(ctx->flow, a->func, call->args[call->arg_count - 1]);
        if (ns < 0 || ns >= SHORT_PAUSE_NS)
            return false;
    }
    return set.len > 0;
}

static bool select_is_short(const RuleContext *ctx, FuncId func, const IrInstr *i)
{
    for (uint32_t k = 0; k < i->case_count; k++)
        if (!i->cases[k].is_send && !i->cases[k].is_default && fires_soon(ctx, func, i->cases[k].chan))
            return true;
    return false;
}

// Whether a method that ends such waits, other than by closing, is called on the same thing: its
// deadline is set. Where else that is done does not matter: whoever sets deadlines has thought of it.
static bool has_deadline(RuleContext *ctx, const Act *blocks)
{
    AbsSet on = value_identity(ctx, blocks->recv_func, blocks->recv);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = ir_instr(func, at);
            Act act;
            if (i->op != IR_CALL || !i->call->has_recv || !obj_ok(i->call->callee) ||
                flow_act(ctx->flow, (Site){{id}, at}, EFFECT_RELEASES, &act))
                continue;
            Name name = object_at(ctx->types, i->call->callee)->name;
            VEC_EACH(const Name, until, &blocks->effect->until)
                if (until->v == name.v && flow_sets_meet(on, value_identity(ctx, (FuncId){id}, i->args[0])))
                    return true;
        }
    }
    return false;
}

// ---- Calls ----

static Waiting waiting_call(RuleContext *ctx, Site site)
{
    Waiting w = {0};
    Act act;
    uint32_t waits = flow_model_waits(ctx->flow, site);
    if (waits & WAIT_COND && flow_act(ctx->flow, site, EFFECT_COND_WAIT, &act))
        w = (Waiting){WAITS_COND, NULL, act.recv_func, act.recv};
    else if (waits & WAIT_GROUP && flow_act(ctx->flow, site, EFFECT_WG_WAIT, &act))
        w = (Waiting){WAITS_GROUP, NULL, act.recv_func, act.recv};
    else if (waits & WAIT_SLEEP && flow_act(ctx->flow, site, EFFECT_SLEEPS, &act)) {
        int64_t ns = ir_ok(act.arg) ? flow_duration(ctx->flow, act.func, act.arg) : -1;
        w = (Waiting){ns >= 0 && ns < SHORT_PAUSE_NS ? WAITS_NOT : WAITS_SLEEP,
                      ns < 0 ? "how long the sleep is cannot be seen here" : NULL, act.func, act.arg};
    } else if (waits & WAIT_NETWORK && flow_act(ctx->flow, site, EFFECT_BLOCKS, &act)) {
        bool bounded = ir_ok(act.recv) && has_deadline(ctx, &act);
        w = (Waiting){bounded ? WAITS_NOT : WAITS_IO, NULL, act.recv_func, act.recv};
    } else if (waits & WAIT_SERVE)
        w.kind = WAITS_SERVE;
    else if (waits & WAIT_PROCESS)
        w.kind = WAITS_PROCESS;
    else if (waits & WAIT_FOREVER)
        w.kind = WAITS_FOREVER;
    return w;
}

Waiting waiting_at(RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    if (i->op == IR_CALL || i->op == IR_DEFER)
        return i->call->builtin != BUILTIN_NONE ? (Waiting){0} : waiting_call(ctx, site);
    uint32_t waits = flow_own_waits(ctx->flow, site.func, i);
    if (waits & WAIT_FOREVER)
        return (Waiting){.kind = WAITS_FOREVER};
    if (!(waits & WAIT_CHAN))
        return (Waiting){0};
    if (i->op == IR_SELECT)
        return (Waiting){.kind = select_is_short(ctx, site.func, i) ? WAITS_NOT : WAITS_SELECT};
    if (i->op == IR_SEND)
        return (Waiting){has_room(ctx, site) ? WAITS_NOT : WAITS_SEND,
                         has_slots(ctx, site) ? "the channel has a slot for each place that sends on it; how often they do is not seen" : NULL,
                         site.func, i->args[0]};
    return (Waiting){fires_soon(ctx, site.func, i->args[0]) ? WAITS_NOT : WAITS_RECEIVE, NULL, site.func, i->args[0]};
}

// chan_order.c - whether two events mean one channel, both happen, and in which order.
#include "rules/branches.h"
#include "rules/cancelled.h"
#include "rules/chan_events.h"
#include "rules/func_sites.h"
#include "rules/stops.h"

// A goroutine that ends a wait may itself wait for others first; longer chains count as order.
enum { MAX_CHAIN = 3 };

// ---- One channel ----

static const Identity *base_of(const Identity *id)
{
    while (id->kind == ID_FIELD && id->base)
        id = id->base;
    return id;
}

// Whether the variable's value is not known to be one: several assignments, anywhere.
static bool is_loose(const Identity *id)
{
    const Identity *base = base_of(id);
    return base->kind == ID_NONE || (base->kind == ID_VAR && !ir_ok(base->instr) && base->index > 0);
}

bool events_meet(const ChanEvent *a, const ChanEvent *b)
{
    return a->steps[0].at.v != b->steps[0].at.v && !is_loose(&a->id) && identity_same(&a->id, &b->id);
}

bool identity_fixed(const ChanEvent *e, const Identity *id)
{
    const Identity *base = base_of(id);
    const IrFunc *root = e->steps[0].func;
    if (is_loose(id) || (base->frame->up && !base->global))
        return false;
    if (base->kind == ID_VAR)
        return base->global || base->index == 0 || base->frame->func != root;
    if (base->frame->func != root)
        return true; // made in a function around this one
    uint32_t loop = root->blocks.data[ir_instr(root, event_root_instr(e))->block].loop;
    return loop && !ir_in_loop(root, loop - 1, ir_instr(root, base->instr)->block);
}

// ---- Fields that get a new channel ----

static bool stores_field(RuleContext *ctx, const IrFunc *func, AbsId place)
{
    const Abs *a = flow_abs(ctx->flow, place);
    if (a->kind != ABS_FIELD)
        return false;
    InstrList stores = func_field_stores(ctx, func, a->name);
    VEC_EACH (const uint32_t, k, &stores)
        if (flow_place(ctx->flow, func->id, func->instrs.data[*k].args[0]).v == place.v)
            return true;
    return false;
}

bool event_renews(RuleContext *ctx, const ChanEvent *e)
{
    // A channel whose making is known in the root was stored there once.
    uint32_t first = e->id.kind == ID_MADE ? 1 : 0;
    for (uint32_t k = first; k < e->len; k++)
        if (stores_field(ctx, e->steps[k].func, e->place))
            return true;
    return false;
}

// Functions that store to the field, and those that call them.
static Bitset renewers(RuleContext *ctx, AbsId place)
{
    VEC(FuncId) work = {0};
    SiteList stores = place.v && flow_abs(ctx->flow, place)->kind == ABS_FIELD ? flow_field_stores(ctx->flow, place)
                                                                              : (SiteList){0};
    Bitset set = {0};
    if (stores.len)
        set = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    for (uint32_t k = 0; k < stores.len; k++)
        vec_push(ctx->scratch, &work, stores.items[k].func);
    while (work.len) {
        FuncId func = work.data[--work.len];
        if (bitset_has(&set, func.v))
            continue;
        bitset_add(&set, func.v);
        CallEdges callers = flow_callers(ctx->flow, func);
        for (uint32_t k = 0; k < callers.len; k++)
            vec_push(ctx->scratch, &work, callers.items[k].site.func);
    }
    return set;
}

// ---- Paths in the root ----

typedef struct Leg {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue to;
    const Identity *base; // not made or assigned anew on the way
    AbsId place;
    Bitset renew;
    KnownBranches known;
} Leg;

static bool leg_goal(void *p, IrValue at)
{
    return at.v == ((const Leg *)p)->to.v;
}

static bool renews_by_call(const Leg *l, IrValue at)
{
    CallEdges callees = l->renew.size ? flow_callees(l->ctx->flow, (Site){l->func->id, at}) : (CallEdges){0};
    for (uint32_t k = 0; k < callees.len; k++)
        if (bitset_has(&l->renew, callees.items[k].callee.v))
            return true;
    return false;
}

static bool leg_avoids(void *p, IrValue at)
{
    const Leg *l = p;
    const IrInstr *i = ir_instr(l->func, at);
    if (l->base->kind == ID_MADE && l->base->frame->func == l->func && l->base->instr.v == at.v)
        return true;
    if (i->op == IR_STORE) {
        const IrInstr *addr = ir_instr(l->func, i->args[0]);
        return (addr->op == IR_ADDR_VAR && l->base->kind == ID_VAR && addr->var.v == l->base->var.v) ||
               (addr->op == IR_ADDR_FIELD && l->place.v && flow_place(l->ctx->flow, l->func->id, i->args[0]).v == l->place.v);
    }
    return (i->op == IR_CALL || i->op == IR_GO) && renews_by_call(l, at);
}

static bool leg_edge(void *p, uint32_t block, uint32_t succ)
{
    return branches_allow(&((const Leg *)p)->known, block, succ);
}

static bool is_stored_after(const Leg *l, VarId var, uint32_t block)
{
    SiteList stores = flow_var_stores(l->ctx->flow, var);
    for (uint32_t k = 0; k < stores.len; k++) {
        if (stores.items[k].func.v != l->func->id.v)
            return true;
        uint32_t in = rule_instr(l->ctx, stores.items[k])->block;
        if (in == block || ir_reaches(l->func, block, in))
            return true;
    }
    return false;
}

// Whether what a condition reads may have changed since control was in `block`.
static bool may_change(const Leg *l, IrValue cond, uint32_t block, unsigned depth)
{
    const IrInstr *i = ir_instr(l->func, cond);
    if (i->constant || i->op == IR_CONST || i->op == IR_ZERO)
        return false;
    if (i->op == IR_LOAD && ir_instr(l->func, i->args[0])->op == IR_ADDR_VAR)
        return is_stored_after(l, ir_instr(l->func, i->args[0])->var, block);
    if ((i->op != IR_BINARY && i->op != IR_UNARY && i->op != IR_CONVERT) || depth > 8)
        return true;
    for (uint32_t k = 0; k < i->arg_count; k++)
        if (may_change(l, i->args[k], block, depth + 1))
            return true;
    return false;
}

// Whether a branch above `to` asks for something that may have changed after control was at `from`:
// it may well tell what happened there.
static bool asks_anew(const Leg *l, IrValue from, IrValue to)
{
    uint32_t block = ir_instr(l->func, to)->block, before = ir_instr(l->func, from)->block;
    for (uint32_t up = block, next;; up = next) {
        next = l->func->blocks.data[up].idom;
        if (next == UINT32_MAX || next == up)
            return false;
        const IrBlock *b = &l->func->blocks.data[next];
        const IrInstr *end = ir_terminator(l->func, next);
        uint32_t loop = b->loop;
        bool heads = loop && l->func->loops.data[loop - 1].header == next;
        if (end->op != IR_IF || heads || b->succs.len != 2)
            continue;
        bool yes = ir_dominates(l->func, b->succs.data[0], block), no = ir_dominates(l->func, b->succs.data[1], block);
        if (yes != no && may_change(l, end->args[0], before, 0))
            return true;
    }
}

// `noted`: control comes to both in this order, though what is deferred there runs later.
static bool leg_exists(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b, bool noted)
{
    Leg l = {.ctx = ctx, .func = a->steps[0].func, .to = event_root_instr(b), .base = base_of(&a->id), .place = a->place};
    IrValue from = event_root_instr(a);
    l.renew = renewers(ctx, a->place);
    l.known = branches_before(ctx, l.func, ir_instr(l.func, from)->block);
    PathQuery q = {.func = l.func->id, .from = from, .goal = leg_goal, .avoid = leg_avoids, .edge = leg_edge, .ctx = &l};
    return ir_ok(flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL)) && (noted || !asks_anew(&l, from, l.to));
}

static bool is_late(const ChanEvent *e)
{
    return e->steps[0].mode == CALL_DEFER;
}

static bool runs_defers(void *p, IrValue at)
{
    const IrInstr *i = ir_instr(p, at);
    return i->op == IR_RUN_DEFERS || i->op == IR_PANIC;
}

// Whether what was deferred can still run after an event: not where the process ends first.
static bool defers_follow(RuleContext *ctx, const ChanEvent *e)
{
    const IrFunc *func = e->steps[0].func;
    PathQuery q = {.func = func->id, .from = event_root_instr(e), .goal = runs_defers, .ctx = (void *)(uintptr_t)func};
    return ir_ok(flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL));
}

bool events_in_turn(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b)
{
    if (is_late(a))
        return is_late(b) && leg_exists(ctx, b, a, true);
    return leg_exists(ctx, a, b, false) || (is_late(b) && leg_exists(ctx, b, a, true) && defers_follow(ctx, a));
}

bool events_both(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b)
{
    return leg_exists(ctx, a, b, is_late(a)) || leg_exists(ctx, b, a, is_late(b));
}

static bool reads_calls(const IrFunc *func, IrValue v, unsigned depth)
{
    const IrInstr *i = ir_instr(func, v);
    if (i->op == IR_CALL || depth > 8)
        return true;
    for (uint32_t k = 0; k < i->arg_count; k++)
        if (reads_calls(func, i->args[k], depth + 1))
            return true;
    return false;
}

// Whether the loop asks somebody before each round: the answer may depend on what was closed.
static bool asks_each_round(const IrFunc *root, uint32_t loop)
{
    const IrInstr *head = ir_terminator(root, root->loops.data[loop - 1].header);
    return head->op == IR_IF && reads_calls(root, head->args[0], 0);
}

bool event_repeats(RuleContext *ctx, const ChanEvent *e)
{
    const IrFunc *root = e->steps[0].func;
    uint32_t loop = root->blocks.data[ir_instr(root, event_root_instr(e))->block].loop;
    if (!loop || !identity_fixed(e, &e->id) || (!e->apart && asks_each_round(root, loop)))
        return false;
    // In a loop every condition may have another answer in the next round.
    return e->root_guard != GUARD_STATE && leg_exists(ctx, e, e, is_late(e));
}

// ---- What is waited for first ----

typedef struct Awaiting {
    RuleContext *ctx;
    FuncsRun other; // functions that run on the goroutine asked about
    Act spawned;    // how it was started, by a model
    bool by_model;
    Bitset asked; // functions whose waits have been looked at
} Awaiting;

static bool function_awaits(Awaiting *w, const IrFunc *func, unsigned depth);

static bool ends_by_other(Awaiting *w, SiteList ops, unsigned depth)
{
    for (uint32_t k = 0; k < ops.len; k++) {
        IrOp op = rule_instr(w->ctx, ops.items[k])->op;
        if (op == IR_CALL)
            continue; // the library feeds it
        if (bitset_has(&w->other.has, ops.items[k].func.v) ||
            function_awaits(w, rule_func(w->ctx, ops.items[k].func), depth + 1))
            return true;
    }
    return false;
}

static bool channel_awaits(Awaiting *w, FuncId func, IrValue chan, unsigned depth)
{
    const Flow *flow = w->ctx->flow;
    if (flow_done_contexts(flow, func, chan).len)
        return false;
    AbsSet set = flow_value(flow, func, chan);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(flow, set.items[k]);
        Act act;
        if (a->kind == ABS_FEED || (a->kind == ABS_RESULT && flow_act(flow, (Site){a->func, a->site}, EFFECT_FEEDS, &act)))
            continue;
        if (a->kind != ABS_CHAN || flow_escapes(flow, set.items[k]) ||
            ends_by_other(w, flow_chan_ops_anywhere(flow, set.items[k], CHAN_OP_SEND), depth) ||
            ends_by_other(w, flow_chan_ops_anywhere(flow, set.items[k], CHAN_OP_CLOSE), depth))
            return true;
    }
    return set.len == 0;
}

static bool counts_for(const Awaiting *w, FuncId func, AbsSet group)
{
    const IrFunc *f = rule_func(w->ctx, func);
    for (IrValue at = ir_first_event(f); ir_ok(at); at = ir_next_event(f, at)) {
        Act act;
        IrOp op = ir_instr(f, at)->op;
        if ((op == IR_CALL || op == IR_DEFER) && flow_counts_down(w->ctx->flow, (Site){func, at}, &act) &&
            ir_ok(act.recv) && flow_sets_meet(group, flow_value(w->ctx->flow, act.recv_func, act.recv)))
            return true;
    }
    return false;
}

static bool group_awaits(Awaiting *w, const Act *wait, unsigned depth)
{
    const Flow *flow = w->ctx->flow;
    AbsSet group = flow_value(flow, wait->recv_func, wait->recv);
    if (w->by_model && ir_ok(w->spawned.recv) &&
        flow_sets_meet(group, flow_value(flow, w->spawned.recv_func, w->spawned.recv)))
        return true;
    for (uint32_t id = 1; id < w->ctx->ir->funcs.len; id++)
        if (counts_for(w, (FuncId){id}, group) &&
            (bitset_has(&w->other.has, id) || function_awaits(w, w->ctx->ir->funcs.data[id], depth + 1)))
            return true;
    for (uint32_t k = 0; k < group.len; k++)
        if (flow_abs(flow, group.items[k])->kind == ABS_UNKNOWN)
            return true;
    return group.len == 0;
}

// A call of what is not seen, on a value that the goroutine hands to such calls as well.
static bool unseen_awaits(const Awaiting *w, Site call)
{
    const IrInstr *i = rule_instr(w->ctx, call);
    if (!i->call->has_recv || !flow_call_open(w->ctx->flow, call))
        return false;
    AbsSet recv = flow_value(w->ctx->flow, call.func, i->args[0]);
    VEC_EACH(const FuncId, id, &w->other.list) {
        const IrFunc *f = rule_func(w->ctx, *id);
        for (IrValue at = ir_first_event(f); ir_ok(at); at = ir_next_event(f, at)) {
            const IrInstr *j = ir_instr(f, at);
            if ((j->op == IR_CALL || j->op == IR_DEFER) && j->call->has_recv && flow_call_open(w->ctx->flow, (Site){*id, at}) &&
                flow_sets_meet(recv, flow_value(w->ctx->flow, *id, j->args[0])))
                return true;
        }
    }
    return false;
}

static bool instr_awaits(Awaiting *w, Site site, unsigned depth)
{
    const IrInstr *i = rule_instr(w->ctx, site);
    Act act;
    switch (i->op) {
    case IR_RECV:
        return channel_awaits(w, site.func, i->args[0], depth);
    case IR_RANGE_NEXT:
        return flow_own_waits(w->ctx->flow, site.func, i) & WAIT_CHAN && channel_awaits(w, site.func, i->args[0], depth);
    case IR_SELECT:
        for (uint32_t k = 0; k < i->case_count; k++)
            if (!i->cases[k].is_default && !i->cases[k].is_send && channel_awaits(w, site.func, i->cases[k].chan, depth))
                return true;
        return false;
    case IR_CALL:
    case IR_DEFER:
        if (i->call->builtin != BUILTIN_NONE)
            return false;
        if (flow_act(w->ctx->flow, site, EFFECT_WG_WAIT, &act) && ir_ok(act.recv))
            return group_awaits(w, &act, depth);
        if (flow_act(w->ctx->flow, site, EFFECT_COND_WAIT, &act))
            return true;
        break;
    default:
        return false;
    }
    CallEdges callees = call_certain_callees(w->ctx, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if ((callees.items[k].mode == CALL_NOW || callees.items[k].mode == CALL_ONCE || callees.items[k].mode == CALL_DEFER) &&
            function_awaits(w, rule_func(w->ctx, callees.items[k].callee), depth + 1))
            return true;
    return unseen_awaits(w, site);
}

// Whether the function, or what it calls, waits anywhere for the goroutine.
static bool function_awaits(Awaiting *w, const IrFunc *func, unsigned depth)
{
    if (bitset_has(&w->asked, func->id.v))
        return false;
    bitset_add(&w->asked, func->id.v);
    if (depth > MAX_CHAIN * 2)
        return true;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
        if (instr_awaits(w, (Site){func->id, at}, depth))
            return true;
    return false;
}

static bool comes_before(const IrFunc *func, IrValue a, const EventStep *s)
{
    if (s->mode == CALL_DEFER)
        return true;
    uint32_t x = ir_instr(func, a)->block, y = ir_instr(func, s->at)->block;
    return (x == y && a.v < s->at.v) || ir_reaches(func, x, y);
}

static bool step_awaits(Awaiting *w, const EventStep *s)
{
    for (IrValue at = ir_first_event(s->func); ir_ok(at); at = ir_next_event(s->func, at))
        if (at.v != s->at.v && comes_before(s->func, at, s) && rule_live_instr(w->ctx, s->func, at) &&
            instr_awaits(w, (Site){s->func->id, at}, 0))
            return true;
    return false;
}

bool event_awaits(RuleContext *ctx, const ChanEvent *e, const ChanEvent *other)
{
    Awaiting w = {.ctx = ctx, .asked = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
    for (uint32_t k = other->len; k-- > 0;) {
        const EventStep *s = &other->steps[k];
        if (s->mode == CALL_GO) {
            w.by_model = flow_act(ctx->flow, (Site){s->func->id, s->at}, EFFECT_SPAWNS, &w.spawned);
            break;
        }
        funcs_run_add(ctx, &w.other, s->func->id);
    }
    bool awaits = false;
    for (uint32_t k = 0; k < e->len && !awaits; k++)
        awaits = step_awaits(&w, &e->steps[k]);
    funcs_run_done(ctx, &w.other);
    return awaits;
}

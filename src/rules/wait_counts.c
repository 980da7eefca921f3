// wait_counts.c - who counts a wait group up and down, and what may lead to that.
#include "rules/cancelled.h"
#include "rules/wait_counts.h"
#include "types/constant.h"

typedef struct GroupFacts {
    Bitset down;  // functions that may count it down, themselves or in what they call
    Bitset later; // the same with what they start, make or leave to others
    bool open;   // code that is not seen may
    bool again;  // it is counted up again after a wait for it
    bool handed; // a literal that counts it down is called by such code
} GroupFacts;

// ---- Operations ----

bool counts_known(const WaitCounts *w, const CountOp *op)
{
    for (uint32_t k = 0; k < op->group.len; k++) {
        AbsKind kind = flow_abs(w->ctx->flow, op->group.items[k])->kind;
        if (kind != ABS_VAR && kind != ABS_FIELD && kind != ABS_ALLOC)
            return false;
    }
    return op->group.len > 0;
}

static void note_op(WaitCounts *w, Site site, CountKind kind, const Act *act)
{
    if (!ir_ok(act->recv))
        return;
    CountOp op = {.kind = kind,
                  .site = site,
                  .deferred = rule_instr(w->ctx, site)->op == IR_DEFER,
                  .group = flow_value(w->ctx->flow, act->recv_func, act->recv),
                  .recv_func = act->recv_func,
                  .recv = act->recv,
                  .delta = -1};
    if (kind == COUNT_UP && ir_ok(act->arg)) {
        op.arg_func = act->func;
        op.arg = act->arg;
        const Constant *c = ir_instr(rule_func(w->ctx, act->func), act->arg)->constant;
        if (!c || !constant_int64(c, &op.delta))
            op.delta = -1;
    }
    vec_push(w->ctx->scratch, &w->ops, op);
}

static void note_call(WaitCounts *w, Site site)
{
    Act act;
    if (flow_counts_down(w->ctx->flow, site, &act))
        note_op(w, site, COUNT_DOWN, &act);
    else if (flow_act(w->ctx->flow, site, EFFECT_WG_ADD, &act))
        note_op(w, site, COUNT_UP, &act);
    else if (flow_act(w->ctx->flow, site, EFFECT_WG_WAIT, &act))
        note_op(w, site, COUNT_WAIT, &act);
}

WaitCounts wait_counts(RuleContext *ctx)
{
    WaitCounts w = {.ctx = ctx};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i && (i->op == IR_CALL || i->op == IR_DEFER) && i->call->builtin == BUILTIN_NONE)
                note_call(&w, (Site){{id}, at});
        }
    }
    return w;
}

bool counts_meet(const CountOp *a, const CountOp *b)
{
    return flow_sets_meet(a->group, b->group);
}

bool counts_same(RuleContext *ctx, const Frame *frame, const CountOp *a, const CountOp *b)
{
    if (a->recv_func.v != frame->func->id.v || b->recv_func.v != frame->func->id.v)
        return false;
    Identity x = identity_of(ctx, frame, a->recv), y = identity_of(ctx, frame, b->recv);
    return x.kind != ID_NONE && identity_same(&x, &y);
}

// ---- What leads to counting down ----

typedef VEC(FuncId) FuncIds;

static void add(WaitCounts *w, Bitset *set, FuncId func, FuncIds *work)
{
    if (!func.v || bitset_has(set, func.v))
        return;
    bitset_add(set, func.v);
    vec_push(w->ctx->scratch, work, func);
}

// Adds who calls the function; with `later` also who starts, makes or hands on what calls it.
static void add_callers(WaitCounts *w, GroupFacts *g, FuncId func, bool later, FuncIds *work)
{
    CallEdges callers = flow_callers(w->ctx->flow, func);
    for (uint32_t k = 0; k < callers.len; k++)
        if (later || flow_runs_here(callers.items[k].mode))
            add(w, later ? &g->later : &g->down, callers.items[k].site.func, work);
    if (later)
        add(w, &g->later, rule_func(w->ctx, func)->parent, work);
}

static bool is_used_again(const WaitCounts *w, const CountOp *op)
{
    VEC_EACH (const CountOp, wait, &w->ops) {
        bool waits = wait->kind == COUNT_WAIT && counts_meet(wait, op);
        for (uint32_t k = 0; waits && k < w->ops.len; k++) {
            const CountOp *up = &w->ops.data[k];
            if (up->kind == COUNT_UP && up->site.func.v == wait->site.func.v && counts_meet(up, op) &&
                instr_dominates(rule_func(w->ctx, up->site.func), wait->site.instr, up->site.instr))
                return true;
        }
    }
    return false;
}

static GroupFacts *facts_of(WaitCounts *w, const CountOp *op)
{
    RuleContext *ctx = w->ctx;
    uint64_t *known = map_get(&w->by_group, op->group.items[0].v);
    if (known)
        return (GroupFacts *)(uintptr_t)*known;
    GroupFacts *g = arena_new(ctx->scratch, GroupFacts);
    g->down = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    FuncIds work = {0};
    for (uint32_t k = 0; k < op->group.len; k++)
        g->open |= flow_escapes(ctx->flow, op->group.items[k]);
    VEC_EACH (const CountOp, o, &w->ops) {
        if (o->kind != COUNT_DOWN || !counts_meet(o, op))
            continue;
        bool unseen = flow_has_unseen_callers(ctx->flow, o->site.func);
        g->open |= unseen;
        g->handed |= unseen && rule_func(ctx, o->site.func)->kind == FUNC_LITERAL;
        if (!bitset_has(&g->down, o->site.func.v))
            vec_push(ctx->scratch, &work, o->site.func);
        bitset_add(&g->down, o->site.func.v);
    }
    g->again = is_used_again(w, op);
    g->later = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    bitset_copy(&g->later, &g->down);
    FuncIds makers = {0};
    VEC_EACH (const FuncId, id, &work)
        vec_push(ctx->scratch, &makers, *id);
    while (work.len)
        add_callers(w, g, work.data[--work.len], false, &work);
    while (makers.len)
        add_callers(w, g, makers.data[--makers.len], true, &makers);
    map_put(ctx->scratch, &w->by_group, op->group.items[0].v, (uint64_t)(uintptr_t)g);
    return g;
}

bool counts_open(WaitCounts *w, const CountOp *op)
{
    return facts_of(w, op)->open;
}

bool counts_again_later(WaitCounts *w, const CountOp *op)
{
    return facts_of(w, op)->again;
}

bool counts_handed(WaitCounts *w, const CountOp *op)
{
    return facts_of(w, op)->handed;
}

bool counts_maybe(WaitCounts *w, FuncId func, const CountOp *op)
{
    return bitset_has(&facts_of(w, op)->down, func.v);
}

// Whether code that is not seen is given something by which it could come to the group; what its function
// literals do is seen.
static bool could_reach(const WaitCounts *w, const IrFunc *func, const IrInstr *i)
{
    if (i->call->dynamic || i->call->interface)
        return true;
    for (uint32_t k = 0; k < i->arg_count; k++) {
        const IrInstr *arg = ir_instr(func, i->args[k]);
        while (arg->op == IR_CONVERT && arg->arg_count)
            arg = ir_instr(func, arg->args[0]);
        if (arg->op != IR_CLOSURE &&
            type_kind(w->ctx->types, type_underlying(w->ctx->types, arg->type)) != T_BASIC)
            return true;
    }
    return false;
}

static bool call_counts(const WaitCounts *w, const GroupFacts *g, Site site)
{
    CallEdges callees = flow_callees(w->ctx->flow, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (bitset_has(&g->later, callees.items[k].callee.v))
            return true;
    return g->open && flow_call_open(w->ctx->flow, site) &&
           could_reach(w, rule_func(w->ctx, site.func), rule_instr(w->ctx, site));
}

bool counts_settled(WaitCounts *w, const IrFunc *func, IrValue at, const CountOp *op)
{
    const GroupFacts *g = facts_of(w, op);
    const IrInstr *i = ir_instr(func, at);
    switch (i->op) {
    case IR_CALL:
    case IR_GO:
    case IR_DEFER:
        VEC_EACH (const CountOp, o, &w->ops)
            if (o->site.func.v == func->id.v && o->site.instr.v == at.v)
                return o->kind == COUNT_DOWN && counts_meet(o, op);
        return i->call->builtin == BUILTIN_NONE && call_counts(w, g, (Site){func->id, at});
    case IR_CLOSURE:
        return bitset_has(&g->later, i->func.v);
    case IR_METHOD_VALUE:
        return obj_ok(i->callee) && ((ir_func_of(w->ctx->ir, i->callee) &&
                                      bitset_has(&g->later, ir_func_of(w->ctx->ir, i->callee)->id.v)) ||
                                     effect_find(flow_object_model(w->ctx->flow, i->callee), EFFECT_WG_DONE,
                                                 w->ctx->go_minor));
    case IR_FUNC_REF:
        return obj_ok(i->callee) && ir_func_of(w->ctx->ir, i->callee) &&
               bitset_has(&g->later, ir_func_of(w->ctx->ir, i->callee)->id.v);
    case IR_SEND:
        return true; // for whoever receives it
    case IR_SELECT:
        for (uint32_t k = 0; k < i->case_count; k++)
            if (i->cases[k].is_send)
                return true;
        return false;
    default:
        return false;
    }
}

bool counts_always(WaitCounts *w, FuncId id, const CountOp *op)
{
    const IrFunc *func = rule_func(w->ctx, id);
    VEC_EACH (const CountOp, o, &w->ops) {
        if (o->kind != COUNT_DOWN || o->site.func.v != id.v || !counts_meet(o, op))
            continue;
        const IrInstr *i = rule_instr(w->ctx, o->site);
        if (!func->blocks.data[i->block].loop && (i->block == 0 || ir_postdominates(func, i->block, 0)))
            return true;
    }
    return false;
}

// held.c - a value that must be released, on the paths of the function that holds it.
#include "rules/held.h"
#include "rules/failed_call.h"
#include "rules/trail.h"

static bool is_until(const Held *h, ObjId method)
{
    Name name = obj_ok(method) ? object_at(h->ctx->types, method)->name : (Name){0};
    VEC_EACH (const Name, until, &h->ends->until)
        if (name.v && until->v == name.v)
            return true;
    return false;
}

static bool exhausts(const RuleContext *ctx, Site call)
{
    Act act;
    return flow_act(ctx->flow, call, EFFECT_EXHAUSTS, &act);
}

// Whether a function that is given the value may release it, hand it on, or read it to its end.
static bool callee_settles(const Held *h, IrValue call, uint32_t arg)
{
    Site site = {h->func->id, call};
    CallEdges callees = flow_callees(h->ctx->flow, site);
    if (callees.len == 0 || flow_call_open(h->ctx->flow, site) || ir_instr(h->func, call)->call->model)
        return true;
    for (uint32_t k = 0; k < callees.len; k++) {
        const IrFunc *callee = rule_func(h->ctx, callees.items[k].callee);
        int32_t param = flow_param_of_arg(h->ctx->flow, site, callee->id, arg);
        if (param < 0 || callees.items[k].mode != CALL_NOW)
            return true;
        Trail trail = trail_follow_var(h->ctx, callee->params.data[param], h->ends);
        if (trail.fates || trail.returns.len || trail.spawned)
            return true;
        VEC_EACH (const Site, use, &trail.calls)
            if (exhausts(h->ctx, *use) || rule_instr(h->ctx, *use)->call->dynamic) // the value itself is called
                return true;
    }
    return false;
}

static bool call_settles(const Held *h, IrValue v, IrValue use, const IrInstr *i)
{
    for (uint32_t k = 0; k < i->arg_count; k++) {
        if (i->args[k].v != v.v)
            continue;
        if (k == 0 && i->call->has_recv) {
            if (is_until(h, i->call->callee) || (!i->call->model && !trail_is_modelled(h->ctx, i->call->callee) && callee_settles(h, use, k)))
                return true;
        } else if (i->op != IR_CALL || callee_settles(h, use, k)) {
            return true;
        }
    }
    return false;
}

// Whether a use of a pointer that is read from one of its fields releases it, or may: a command's
// process can be waited for as well.
static bool part_settles(const Held *h, IrValue part, IrValue use)
{
    const IrInstr *i = ir_instr(h->func, use);
    Act act;
    switch (i->op) {
    case IR_BINARY:
    case IR_ADDR_FIELD:
    case IR_FIELD:
        return false;
    case IR_CALL:
    case IR_DEFER:
    case IR_GO:
        if (!i->call->has_recv || i->args[0].v != part.v || !trail_is_modelled(h->ctx, i->call->callee))
            return true;
        return is_until(h, i->call->callee) || flow_act(h->ctx->flow, (Site){h->func->id, use}, EFFECT_RELEASES, &act);
    default:
        return true;
    }
}

static bool field_settles(const Held *h, IrValue field)
{
    SiteList loads = flow_uses(h->ctx->flow, h->func->id, field);
    for (uint32_t k = 0; k < loads.len; k++) {
        const IrInstr *load = rule_instr(h->ctx, loads.items[k]);
        if (load->op != IR_LOAD || type_kind(h->ctx->types, type_unalias(h->ctx->types, load->type)) != T_POINTER)
            continue;
        SiteList uses = flow_uses(h->ctx->flow, h->func->id, loads.items[k].instr);
        for (uint32_t u = 0; u < uses.len; u++)
            if (part_settles(h, loads.items[k].instr, uses.items[u].instr))
                return true;
    }
    return false;
}

// Whether a use of the value releases it, or may lead to someone who does.
static bool use_settles(const Held *h, IrValue v, IrValue use)
{
    const IrInstr *i = ir_instr(h->func, use);
    switch (i->op) {
    case IR_BINARY:
    case IR_FIELD:
        return false;
    case IR_ADDR_FIELD:
        return field_settles(h, use);
    case IR_CONVERT: {
        SiteList uses = flow_uses(h->ctx->flow, h->func->id, use);
        for (uint32_t k = 0; k < uses.len; k++)
            if (use_settles(h, use, uses.items[k].instr))
                return true;
        return false;
    }
    case IR_CALL:
    case IR_DEFER:
    case IR_GO:
        return call_settles(h, v, use, i);
    default:
        return true;
    }
}

static bool literal_uses(const Held *h, FuncId literal)
{
    const IrFunc *func = rule_func(h->ctx, literal);
    for (uint32_t k = 1; k < func->instrs.len; k++) {
        const IrInstr *i = &func->instrs.data[k];
        if ((i->op == IR_ADDR_VAR && i->var.v == h->var.v) || (i->op == IR_CLOSURE && literal_uses(h, i->func)))
            return true;
    }
    return false;
}

static bool settles(void *p, IrValue at)
{
    const Held *h = p;
    const IrInstr *i = ir_instr(h->func, at);
    if (i->op == IR_CLOSURE || ((i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO) && i->call->literal.v))
        return literal_uses(h, i->op == IR_CLOSURE ? i->func : i->call->literal);
    bool address = i->op == IR_ADDR_VAR && i->var.v == h->var.v;
    bool load = i->op == IR_LOAD && flow_loaded_var(h->ctx->flow, h->func->id, at).v == h->var.v;
    SiteList uses = address || load ? flow_uses(h->ctx->flow, h->func->id, at) : (SiteList){0};
    for (uint32_t k = 0; k < uses.len; k++) {
        IrOp op = rule_instr(h->ctx, uses.items[k])->op;
        if (address ? op != IR_LOAD && op != IR_STORE : use_settles(h, at, uses.items[k].instr))
            return true;
    }
    return false;
}

static bool loses(void *p, IrValue at)
{
    const Held *h = p;
    const IrInstr *i = ir_instr(h->func, at);
    return i->op == IR_RETURN || (i->op == IR_STORE && ir_instr(h->func, i->args[0])->op == IR_ADDR_VAR &&
                                  ir_instr(h->func, i->args[0])->var.v == h->var.v);
}

// Whether the value is the last result of a call of the function that gives the next.
static bool from_next(const Held *h, IrValue v)
{
    const IrInstr *i = ir_instr(h->func, v);
    if (i->op != IR_EXTRACT)
        return false;
    const IrInstr *call = ir_instr(h->func, i->args[0]);
    return call->op == IR_CALL && call->call->dynamic && i->index + 1 == type_tuple_len(h->ctx->types, call->type) &&
           flow_loaded_var(h->ctx->flow, h->func->id, call->args[0]).v == h->next.v;
}

static bool says_more(const Held *h, IrValue cond)
{
    VarId ok = h->next.v ? flow_loaded_var(h->ctx->flow, h->func->id, cond) : (VarId){0};
    SiteList stores = ok.v ? flow_var_stores(h->ctx->flow, ok) : (SiteList){0};
    for (uint32_t k = 0; k < stores.len; k++) {
        IrValue stored = rule_instr(h->ctx, stores.items[k])->args[1];
        if (stores.items[k].func.v != h->func->id.v)
            return false;
        // A loop variable takes its own value over from round to round.
        if (flow_loaded_var(h->ctx->flow, h->func->id, stored).v != ok.v && !from_next(h, stored))
            return false;
    }
    return stores.len > 0;
}

// Whether the branch is taken only where the value said that it is at its end.
static bool at_end(const Held *h, const IrInstr *end, uint32_t succ)
{
    IrValue cond = end->op == IR_IF ? end->args[0] : (IrValue){0};
    bool wanted = succ == 0;
    while (ir_ok(cond) && ir_instr(h->func, cond)->op == IR_UNARY && ir_instr(h->func, cond)->token == TOK_NOT) {
        cond = ir_instr(h->func, cond)->args[0];
        wanted = !wanted;
    }
    if (ir_ok(cond) && !wanted && says_more(h, cond))
        return true;
    if (!ir_ok(cond) || wanted || ir_instr(h->func, cond)->op != IR_CALL || !exhausts(h->ctx, (Site){h->func->id, cond}))
        return false;
    return flow_loaded_var(h->ctx->flow, h->func->id, ir_instr(h->func, cond)->args[0]).v == h->var.v;
}

static bool may_go(void *p, uint32_t block, uint32_t succ)
{
    const Held *h = p;
    CalledBefore called = {h->ctx, h->func, h->call, h->error};
    return !call_failed_on(&called, block, succ) && !at_end(h, ir_terminator(h->func, block), succ) &&
           branches_allow(&h->known, block, succ);
}

// What was nil before may not be now: one variable takes the errors of many calls.
static void forget_nil(Held *h)
{
    uint32_t kept = 0;
    for (uint32_t k = 0; k < h->known.texts.len; k++) {
        if (str_find(h->known.texts.data[k], STR("nil")) != SIZE_MAX)
            continue;
        h->known.texts.data[kept] = h->known.texts.data[k];
        h->known.taken.data[kept++] = h->known.taken.data[k];
    }
    h->known.texts.len = h->known.taken.len = kept;
}

IrValue held_lost(Held *h)
{
    h->known = branches_before(h->ctx, h->func, ir_instr(h->func, h->from)->block);
    forget_nil(h);
    h->known.not_nil = h->var;
    PathQuery q = {.func = h->func->id, .from = h->from, .goal = loses, .avoid = settles, .edge = may_go, .ctx = h};
    return flow_find_path(h->ctx->flow, h->ctx->scratch, &q, NULL, NULL);
}

bool held_settled_before(const Held *h)
{
    Held copy = *h;
    for (IrValue at = ir_first_event(h->func); ir_ok(at); at = ir_next_event(h->func, at)) {
        const IrInstr *i = ir_instr(h->func, at);
        if (i->op != IR_DEFER || !ir_dominates(h->func, i->block, ir_instr(h->func, h->from)->block))
            continue;
        if (i->call->literal.v && literal_uses(&copy, i->call->literal))
            return true;
        for (uint32_t k = 0; k < i->arg_count; k++)
            if (flow_loaded_var(h->ctx->flow, h->func->id, i->args[k]).v == h->var.v && call_settles(h, i->args[k], at, i))
                return true;
    }
    return false;
}

VarId held_variable(const RuleContext *ctx, const IrFunc *func, IrValue value, IrValue *store)
{
    SiteList uses = flow_uses(ctx->flow, func->id, value);
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *i = rule_instr(ctx, uses.items[k]);
        if (i->op != IR_STORE || i->args[1].v != value.v || ir_instr(func, i->args[0])->op != IR_ADDR_VAR)
            continue;
        VarId var = ir_instr(func, i->args[0])->var;
        *store = uses.items[k].instr;
        return ir_var(ctx->ir, var)->owner.v == func->id.v ? var : (VarId){0};
    }
    return (VarId){0};
}

Level held_level(const RuleContext *ctx, const IrFunc *func)
{
    bool is_main = func->kind == FUNC_DECL && !func->has_recv && str_is(object_name(ctx->types, func->obj), "main") &&
                   str_is(package_name(ctx->types), "main");
    return is_main || rule_in_test_file(ctx, func) ? LEVEL_ADVICE : LEVEL_WARNING;
}

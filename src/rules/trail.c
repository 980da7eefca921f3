// trail.c - where a value goes.
//
// A worklist over uses, after the forward half of taint analyses (Tripp et al., TAJ, 2009) without
// their contexts: what is put into a field taints the struct that it is a field of, and only that
// field of it is read on.
#include "rules/trail.h"
#include "rules/identity.h"

// Values and variables on one trail; more is taken for something that is handed to everybody.
enum { TRAIL_MAX = 2048 };

typedef struct Walk {
    RuleContext *ctx;
    Trail *trail;
    const Effect *ends;
    Map seen;       // map_pair(function, value), and map_pair(0, variable)
    VEC(Site) todo; // of a variable: no function, its number
    VEC(Name) fields; // that hold it, or what holds it
} Walk;

static void meet(Walk *w, Fate fate, Site site)
{
    if (!trail_has(w->trail, fate))
        w->trail->sites[fate] = site;
    w->trail->fates |= 1u << fate;
}

static void add(Walk *w, FuncId func, uint32_t number, Site from)
{
    uint64_t key = map_pair(func.v, number);
    if (map_get(&w->seen, key))
        return;
    if (w->seen.len >= TRAIL_MAX) {
        meet(w, FATE_UNSEEN, from);
        return;
    }
    map_put(w->ctx->scratch, &w->seen, key, 1);
    vec_push(w->ctx->scratch, &w->todo, (Site){func, {number}});
}

static void add_value(Walk *w, Site value)
{
    add(w, value.func, value.instr.v, value);
}

static bool is_holding_field(const Walk *w, Name name)
{
    VEC_EACH (const Name, f, &w->fields)
        if (f->v == name.v)
            return true;
    return false;
}

// A struct begins to hold it by one more field: its uses are looked at again.
static void add_field(Walk *w, Name name)
{
    if (is_holding_field(w, name))
        return;
    vec_push(w->ctx->scratch, &w->fields, name);
    for (uint32_t k = 0; k < w->seen.cap; k++)
        if (w->seen.slots[k].key)
            vec_push(w->ctx->scratch, &w->todo,
                     (Site){{(uint32_t)(w->seen.slots[k].key >> 32)}, {(uint32_t)w->seen.slots[k].key}});
}

static bool releases(const Walk *w, ObjId method)
{
    Name name = obj_ok(method) ? object_at(w->ctx->types, method)->name : (Name){0};
    for (uint32_t k = 0; w->ends && k < w->ends->until.len; k++)
        if (name.v && w->ends->until.data[k].v == name.v)
            return true;
    return false;
}

// ---- Stores ----

static void add_var(Walk *w, VarId var, Site at)
{
    if (!ir_var(w->ctx->ir, var)->owner.v)
        meet(w, FATE_SHARED, at);
    else
        add(w, (FuncId){0}, var.v, at);
}

// Of a struct that is not made in sight any value may be meant wherever the field is read.
static void keep(Walk *w, Site at, IrValue address)
{
    meet(w, FATE_KEPT, at);
    AbsId place = flow_place(w->ctx->flow, at.func, address);
    SiteList loads = place.v ? flow_field_loads(w->ctx->flow, place) : (SiteList){0};
    for (uint32_t k = 0; k < loads.len; k++)
        add_value(w, loads.items[k]);
}

// The struct whose field it was put into holds it from now on.
static void add_owner(Walk *w, Site at, IrValue address)
{
    IrValue base = ir_instr(rule_func(w->ctx, at.func), address)->args[0];
    Identity owner = identity_of(w->ctx, frame_root(w->ctx, rule_func(w->ctx, at.func)), base);
    const IrInstr *maker = owner.kind == ID_MADE ? ir_instr(owner.frame->func, owner.instr) : NULL;
    if (maker && maker->op == IR_ALLOC)
        add_value(w, (Site){owner.frame->func->id, owner.instr});
    else if (owner.kind == ID_VAR && !owner.global && ir_var(w->ctx->ir, owner.var)->param < 0 && owner.index == 0)
        add_var(w, owner.var, at);
    else if (owner.kind == ID_VAR && owner.global)
        meet(w, FATE_SHARED, at);
    else
        keep(w, at, address);
}

static void store_into(Walk *w, Site at, IrValue address)
{
    const IrFunc *func = rule_func(w->ctx, at.func);
    const IrInstr *a = ir_instr(func, address);
    switch (a->op) {
    case IR_ADDR_VAR:
        add_var(w, a->var, at);
        break;
    case IR_ADDR_FIELD:
        add_field(w, a->field_name);
        add_owner(w, at, address);
        break;
    case IR_ALLOC:
        add_value(w, (Site){at.func, address});
        break;
    case IR_ADDR_INDEX:
        meet(w, FATE_SHARED, at);
        break;
    default:
        meet(w, FATE_UNSEEN, at);
    }
}

// ---- Calls ----

static void enter_callees(Walk *w, Site call, uint32_t arg)
{
    CallEdges callees = flow_callees(w->ctx->flow, call);
    for (uint32_t k = 0; k < callees.len; k++) {
        const IrFunc *callee = rule_func(w->ctx, callees.items[k].callee);
        int32_t param = flow_param_of_arg(w->ctx->flow, call, callee->id, arg);
        if (param < 0)
            continue;
        bool rest = type_variadic(w->ctx->types, callee->signature) && (uint32_t)param + 1 == callee->params.len;
        if (rest)
            meet(w, FATE_UNSEEN, call);
        else
            add_var(w, callee->params.data[param], call);
    }
}

// Whether a model says that the call only reads from or writes to the argument.
static bool only_uses(const Walk *w, const IrInstr *call, IrValue arg)
{
    static const EffectKind kinds[] = {EFFECT_READS, EFFECT_WRITES};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const Effect *e = call->call->dynamic ? NULL : flow_effect(w->ctx->flow, call, kinds[k]);
        if (e && flow_effect_arg(w->ctx->flow, call, e).v == arg.v)
            return true;
    }
    return false;
}

// Whether the call gives a reader or writer around the argument, through which it is used on.
static bool wraps(const Walk *w, const IrInstr *call, IrValue arg)
{
    const Effect *e = call->call->dynamic ? NULL : flow_effect(w->ctx->flow, call, EFFECT_WRAPS);
    return call->op == IR_CALL && e && flow_effect_arg(w->ctx->flow, call, e).v == arg.v;
}

bool trail_is_modelled(const RuleContext *ctx, ObjId callee)
{
    return obj_ok(callee) && ctx->ir->models && model_package(ctx->ir->models, object_path(ctx->types, callee)) != NULL;
}

static void use_by_method(Walk *w, Site at, const IrInstr *i)
{
    if (releases(w, i->call->callee))
        meet(w, FATE_RELEASED, at);
    else if (i->call->model || trail_is_modelled(w->ctx, i->call->callee))
        vec_push(w->ctx->scratch, &w->trail->calls, at);
    else if (flow_call_open(w->ctx->flow, at))
        meet(w, FATE_UNSEEN, at);
    enter_callees(w, at, 0);
}

// A call of the function value that a method of it was bound to.
static void use_by_value(Walk *w, Site at)
{
    Act act;
    if (flow_act(w->ctx->flow, at, EFFECT_RELEASES, &act))
        return; // the method value said so already
    vec_push(w->ctx->scratch, &w->trail->calls, at);
}

static void use_by_call(Walk *w, Site at, IrValue v)
{
    const IrInstr *i = rule_instr(w->ctx, at);
    if (i->call->builtin != BUILTIN_NONE)
        return;
    w->trail->spawned |= i->op == IR_GO;
    for (uint32_t k = 0; k < i->arg_count; k++) {
        if (i->args[k].v != v.v)
            continue;
        if (k == 0 && i->call->dynamic) {
            use_by_value(w, at);
        } else if (k == 0 && i->call->has_recv) {
            use_by_method(w, at, i);
        } else {
            bool seen = flow_callees(w->ctx->flow, at).len && !flow_call_open(w->ctx->flow, at) && !i->call->model;
            if (!seen && wraps(w, i, v))
                add_value(w, at);
            else if (!seen && !only_uses(w, i, v))
                meet(w, FATE_UNSEEN, at);
            enter_callees(w, at, k);
        }
    }
}

static void use_by_return(Walk *w, Site at, IrValue v)
{
    const IrInstr *ret = rule_instr(w->ctx, at);
    vec_push(w->ctx->scratch, &w->trail->returns, at);
    if (flow_has_unseen_callers(w->ctx->flow, at.func))
        meet(w, FATE_RETURNED, at);
    CallEdges callers = flow_callers(w->ctx->flow, at.func);
    for (uint32_t k = 0; k < callers.len; k++) {
        Site call = callers.items[k].site;
        if (rule_instr(w->ctx, call)->op != IR_CALL)
            continue;
        if (type_kind(w->ctx->types, rule_instr(w->ctx, call)->type) != T_TUPLE) {
            add_value(w, call);
            continue;
        }
        SiteList parts = flow_uses(w->ctx->flow, call.func, call.instr);
        for (uint32_t p = 0; p < parts.len; p++) {
            const IrInstr *part = rule_instr(w->ctx, parts.items[p]);
            if (part->op == IR_EXTRACT && part->index < ret->arg_count && ret->args[part->index].v == v.v)
                add_value(w, parts.items[p]);
            else if (part->op == IR_RETURN)
                meet(w, FATE_UNSEEN, parts.items[p]);
        }
    }
}

// ---- Uses ----

static void use_by_field(Walk *w, Site at, const IrInstr *i)
{
    if (is_holding_field(w, i->field_name)) {
        add_value(w, at);
        return;
    }
    SiteList uses = flow_uses(w->ctx->flow, at.func, at.instr);
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *store = rule_instr(w->ctx, uses.items[k]);
        if (store->op == IR_STORE && store->args[0].v == at.instr.v)
            vec_push(w->ctx->scratch, &w->trail->settings, uses.items[k]);
        else if (store->op == IR_LOAD && type_kind(w->ctx->types, type_unalias(w->ctx->types, store->type)) == T_POINTER)
            w->trail->parts = true;
    }
}

static void use(Walk *w, Site at, IrValue v)
{
    const IrInstr *i = rule_instr(w->ctx, at);
    switch (i->op) {
    case IR_LOAD:
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
        add_value(w, at);
        break;
    case IR_EXTRACT:
        if (i->index == 0)
            add_value(w, at);
        break;
    case IR_STORE:
        if (i->args[1].v == v.v)
            store_into(w, at, i->args[0]);
        break;
    case IR_ADDR_FIELD:
    case IR_FIELD:
        use_by_field(w, at, i);
        break;
    case IR_CALL:
    case IR_GO:
    case IR_DEFER:
        use_by_call(w, at, v);
        break;
    case IR_RETURN:
        use_by_return(w, at, v);
        break;
    case IR_METHOD_VALUE:
        if (releases(w, i->callee))
            meet(w, FATE_RELEASED, at);
        add_value(w, at);
        break;
    case IR_MAP_UPDATE:
    case IR_SEND:
    case IR_SELECT:
    case IR_BUILTIN:
        meet(w, FATE_SHARED, at);
        break;
    case IR_BINARY:
    case IR_IF:
    case IR_DECLARE:
        break;
    default:
        meet(w, FATE_UNSEEN, at);
    }
}

// Whether a literal runs only while the function around it does: it is called, deferred or started
// there.
static bool runs_at_home(const Walk *w, const IrFunc *literal)
{
    if (literal->kind == FUNC_RANGE_BODY)
        return true;
    CallEdges callers = flow_callers(w->ctx->flow, literal->id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode == CALL_LATER || callers.items[k].site.func.v != literal->parent.v)
            return false;
    return callers.len > 0 && !flow_has_unseen_callers(w->ctx->flow, literal->id);
}

// Everywhere the variable is used: as its value, or by its address where it is a struct.
static void follow_var(Walk *w, VarId var)
{
    FuncId owner = ir_var(w->ctx->ir, var)->owner;
    for (uint32_t id = owner.v; id < w->ctx->ir->funcs.len; id++) {
        const IrFunc *func = w->ctx->ir->funcs.data[id];
        const IrFunc *up = func;
        while (up->id.v != owner.v && up->parent.v)
            up = rule_func(w->ctx, up->parent);
        if (up->id.v != owner.v)
            continue;
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = ir_instr(func, at);
            if (i->op != IR_ADDR_VAR || i->var.v != var.v)
                continue;
            add_value(w, (Site){func->id, at});
            for (const IrFunc *f = func; f->id.v != owner.v; f = rule_func(w->ctx, f->parent))
                if (!runs_at_home(w, f))
                    meet(w, FATE_KEPT, (Site){func->id, at});
        }
    }
}

static void walk(Walk *w)
{
    RuleContext *ctx = w->ctx;
    for (uint32_t k = 0; k < w->todo.len; k++) {
        Site next = w->todo.data[k];
        if (!next.func.v) {
            follow_var(w, (VarId){next.instr.v});
            continue;
        }
        SiteList uses = flow_uses(ctx->flow, next.func, next.instr);
        for (uint32_t u = 0; u < uses.len; u++)
            if (rule_live_instr(ctx, rule_func(ctx, next.func), uses.items[u].instr))
                use(w, uses.items[u], next.instr);
    }
}

Trail trail_follow(RuleContext *ctx, Site made, const Effect *ends)
{
    const IrInstr *maker = rule_instr(ctx, made);
    if (maker->op == IR_DECLARE)
        return trail_follow_var(ctx, maker->var, ends);
    Trail trail = {0};
    Walk w = {.ctx = ctx, .trail = &trail, .ends = ends};
    add_value(&w, made);
    walk(&w);
    return trail;
}

Trail trail_follow_var(RuleContext *ctx, VarId var, const Effect *ends)
{
    Trail trail = {0};
    Walk w = {.ctx = ctx, .trail = &trail, .ends = ends};
    add_var(&w, var, (Site){0});
    walk(&w);
    return trail;
}

Trail trail_follow_field(RuleContext *ctx, AbsId field, const Effect *ends)
{
    Trail trail = {0};
    Walk w = {.ctx = ctx, .trail = &trail, .ends = ends};
    SiteList loads = flow_field_loads(ctx->flow, field);
    for (uint32_t k = 0; k < loads.len; k++)
        add_value(&w, loads.items[k]);
    walk(&w);
    return trail;
}

// identity.c - which value is meant.
#include "rules/identity.h"
#include "base/hash.h"
#include "rules/func_sites.h"
#include "rules/stops.h"

// Chains of assignments and fields longer than this do not occur by hand.
enum { MAX_TRACE = 24 };

typedef struct Trace {
    RuleContext *ctx;
    unsigned depth;
} Trace;

static Identity trace(Trace *t, const Frame *frame, IrValue v);

// ---- Frames ----

Frame *frame_root(RuleContext *ctx, const IrFunc *func)
{
    Frame *f = arena_new(ctx->scratch, Frame);
    f->func = func;
    return f;
}

static Frame *new_call(RuleContext *ctx, const Frame *up, IrValue call, const IrFunc *func, CallMode mode)
{
    Frame *f = frame_root(ctx, func);
    f->up = up;
    f->call = call;
    const IrInstr *i = ir_instr(up->func, call);
    f->with_args = (mode == CALL_NOW || mode == CALL_GO || mode == CALL_DEFER) && !i->call->model;
    return f;
}

// With a memo, a call from one frame has one frame: else nothing that is found below it is met again.
const Frame *frame_call(RuleContext *ctx, const Frame *up, IrValue call, const IrFunc *func, CallMode mode)
{
    IdentityMemo *memo = ctx->identities;
    if (!memo)
        return new_call(ctx, up, call, func, mode);
    uint64_t key = hash_mix(hash_mix((uintptr_t)up, call.v), map_pair(func->id.v, mode));
    const Frame *known = (const Frame *)(uintptr_t)map_or(&memo->frames, key, 0);
    if (known && known->up == up && known->call.v == call.v && known->func == func)
        return known;
    known = new_call(ctx, up, call, func, mode);
    map_put(memo->arena, &memo->frames, key, (uintptr_t)known);
    return known;
}

// The frame of a function on the way here; a literal's variables belong to the function around it.
static const Frame *frame_of(RuleContext *ctx, const Frame *from, FuncId func)
{
    if (!func.v)
        return from; // package level
    for (const Frame *f = from; f; f = f->up)
        if (f->func->id.v == func.v)
            return f;
    return frame_root(ctx, rule_func(ctx, func));
}

// A value made by one call of a function is not the one made by another call of it.
static bool frame_same(const Frame *a, const Frame *b)
{
    while (a && b && a != b) {
        if (a->func != b->func || a->call.v != b->call.v)
            return false;
        a = a->up;
        b = b->up;
    }
    return a == b;
}

bool identity_same(const Identity *a, const Identity *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case ID_MADE:
        return a->instr.v == b->instr.v && a->index == b->index && frame_same(a->frame, b->frame);
    case ID_VAR:
        return a->var.v == b->var.v && a->instr.v == b->instr.v && a->index == b->index &&
               (a->global || frame_same(a->frame, b->frame));
    case ID_FIELD:
        return name_eq(a->field, b->field) && identity_same(a->base, b->base);
    case ID_NONE:
        break;
    }
    return false;
}

static Identity made(const Frame *frame, IrValue v, uint32_t index)
{
    return (Identity){.kind = ID_MADE, .frame = frame, .instr = v, .index = index};
}

static Identity of_var(const Trace *t, VarId var, IrValue first, uint32_t count, const Frame *frame)
{
    bool global = ir_var(t->ctx->ir, var)->owner.v == 0;
    return (Identity){.kind = ID_VAR, .frame = frame, .var = var, .instr = first, .index = count, .global = global};
}

// ---- Variables ----

// The receiver that is bound in the method value which a library was given to run.
static Identity bound_receiver(Trace *t, const Frame *frame, Identity itself)
{
    const IrInstr *call = ir_instr(frame->up->func, frame->call);
    const Effect *runs = flow_effect(t->ctx->flow, call, EFFECT_SPAWNS);
    runs = runs ? runs : flow_effect(t->ctx->flow, call, EFFECT_RUNS);
    IrValue target = runs && frame->func->has_recv ? flow_effect_arg(t->ctx->flow, call, runs) : (IrValue){0};
    Identity fun = ir_ok(target) ? trace(t, frame->up, target) : (Identity){0};
    const IrInstr *value = fun.kind == ID_MADE ? ir_instr(fun.frame->func, fun.instr) : NULL;
    return value && value->op == IR_METHOD_VALUE ? trace(t, fun.frame, value->args[0]) : itself;
}

// What a parameter was given by the call that led here.
static Identity of_param(Trace *t, const Frame *frame, VarId var)
{
    int32_t param = ir_var(t->ctx->ir, var)->param;
    Identity itself = of_var(t, var, (IrValue){0}, 0, frame);
    if (frame->up && !frame->with_args && param == 0)
        return bound_receiver(t, frame, itself);
    if (!frame->up || !frame->with_args || param < 0)
        return itself;
    const IrInstr *call = ir_instr(frame->up->func, frame->call);
    uint32_t index = (uint32_t)param;
    if (call->call->dynamic && call->arg_count) {
        // Through a method value the receiver is the one that is bound in it.
        Identity fun = trace(t, frame->up, call->args[0]);
        const IrInstr *value = fun.kind == ID_MADE ? ir_instr(fun.frame->func, fun.instr) : NULL;
        if (!value || value->op != IR_METHOD_VALUE)
            index++;
        else if (param == 0)
            return trace(t, fun.frame, value->args[0]);
    }
    if (index >= call->arg_count || type_variadic(t->ctx->types, frame->func->signature))
        return itself;
    return trace(t, frame->up, call->args[index]);
}

static Identity of_store(Trace *t, const Frame *frame, IrValue store)
{
    return trace(t, frame, ir_instr(frame->func, store)->args[1]);
}

// A variable that more than one function uses: known where it is assigned once.
static Identity of_shared(Trace *t, const Frame *frame, VarId var, SiteList stores)
{
    FuncId owner = ir_var(t->ctx->ir, var)->owner;
    const Frame *home = frame_of(t->ctx, frame, owner);
    bool is_param = ir_var(t->ctx->ir, var)->param >= 0;
    if (stores.len == 0 && is_param)
        return of_param(t, home, var);
    if (stores.len != 1 || is_param)
        return of_var(t, var, (IrValue){0}, stores.len, home);
    return of_store(t, frame_of(t->ctx, frame, stores.items[0].func), stores.items[0].instr);
}

// The value that a variable has at an instruction.
static Identity of_load(Trace *t, const Frame *frame, IrValue at, VarId var)
{
    SiteList stores = flow_var_stores(t->ctx->flow, var);
    bool local = ir_var(t->ctx->ir, var)->owner.v == frame->func->id.v;
    for (uint32_t k = 0; k < stores.len; k++)
        local &= stores.items[k].func.v == frame->func->id.v;
    if (!local)
        return of_shared(t, frame, var, stores);
    // A parameter that nothing assigns to needs no search, which goes back through the whole block.
    if (stores.len == 0)
        return of_param(t, frame, var);
    Reaching r;
    if (!func_reaching(t->ctx, frame->func, at, var, &r))
        return (Identity){0};
    if (r.count == 0)
        return of_param(t, frame, var);
    if (r.count == 1 && !r.entry)
        return of_store(t, frame, r.first);
    return of_var(t, var, r.first, r.count, frame);
}

// ---- Fields ----

static Identity field_of(Trace *t, const Identity *base, Name field, AbsId place);

// The only assignment to the field in the function that made the struct, or none.
static IrValue the_field_store(Trace *t, const Identity *base, Name field)
{
    const IrFunc *func = base->frame->func;
    IrValue found = {0};
    InstrList stores = func_field_stores(t->ctx, func, field);
    VEC_EACH (const uint32_t, k, &stores) {
        const IrInstr *addr = ir_instr(func, func->instrs.data[*k].args[0]);
        Identity of = trace(t, base->frame, addr->args[0]);
        if (!identity_same(&of, base))
            continue;
        if (ir_ok(found))
            return (IrValue){0};
        found = (IrValue){*k};
    }
    return found;
}

// The one value that a function returns as its result, nil aside; NONE when there are several.
static Identity returned(Trace *t, const Frame *frame, uint32_t index)
{
    Identity found = {0};
    VEC_EACH (const uint32_t, k, &func_sites(t->ctx, frame->func)->returns) {
        const IrInstr *i = &frame->func->instrs.data[*k];
        if (index >= i->arg_count)
            continue;
        const IrInstr *value = ir_instr(frame->func, i->args[index]);
        while (value->op == IR_CONVERT && value->arg_count)
            value = ir_instr(frame->func, value->args[0]);
        if ((value->op == IR_CONST || value->op == IR_ZERO) && !value->constant)
            continue;
        Identity o = trace(t, frame, i->args[index]);
        if (found.kind != ID_NONE && !identity_same(&found, &o))
            return (Identity){0};
        found = o;
    }
    return found;
}

// A struct variable that is assigned once: its fields are those of what was assigned.
static Identity field_of_var(Trace *t, const Identity *base, Name field, AbsId place)
{
    SiteList stores = flow_var_stores(t->ctx->flow, base->var);
    if (base->index == 0 && stores.len == 0 && ir_var(t->ctx->ir, base->var)->param >= 0) {
        Identity given = of_param(t, base->frame, base->var);
        return given.kind == ID_VAR && given.var.v == base->var.v ? (Identity){0}
                                                                  : field_of(t, &given, field, place);
    }
    if (base->index || stores.len != 1 || stores.items[0].func.v != base->frame->func->id.v)
        return (Identity){0};
    Identity value = of_store(t, base->frame, stores.items[0].instr);
    return value.kind == ID_NONE ? value : field_of(t, &value, field, place);
}

// The field's value where the struct was made in sight and the field was assigned once.
static Identity known_field(Trace *t, const Identity *base, Name field, AbsId place)
{
    if (base->kind == ID_VAR)
        return field_of_var(t, base, field, place);
    if (base->kind != ID_MADE)
        return (Identity){0};
    const IrInstr *maker = ir_instr(base->frame->func, base->instr);
    if (maker->op != IR_ALLOC && maker->op != IR_CALL)
        return (Identity){0};
    IrValue store = the_field_store(t, base, field);
    if (ir_ok(store))
        return of_store(t, base->frame, store);
    CallMode mode = CALL_NOW;
    const IrFunc *callee =
        maker->op == IR_CALL ? call_only_callee(t->ctx, base->frame, base->instr, &mode) : NULL;
    if (!callee || mode != CALL_NOW)
        return (Identity){0};
    Identity result = returned(t, frame_call(t->ctx, base->frame, base->instr, callee, mode), base->index);
    return result.kind == ID_MADE ? field_of(t, &result, field, place) : (Identity){0};
}

static Identity field_of(Trace *t, const Identity *base, Name field, AbsId place)
{
    Identity known = {0};
    if (t->depth < MAX_TRACE) {
        t->depth++;
        known = known_field(t, base, field, place);
        t->depth--;
    }
    Identity *kept = arena_new(t->ctx->scratch, Identity);
    *kept = *base;
    if (known.kind != ID_NONE) {
        known.base = kept;
        return known;
    }
    return (Identity){.kind = ID_FIELD, .frame = base->frame, .base = kept, .field = field, .place = place};
}

// A variable of unknown type may be a pointer: what is selected from it belongs to its value.
static Identity of_base(Trace *t, const Frame *frame, IrValue base)
{
    const IrInstr *i = ir_instr(frame->func, base);
    if (i->op == IR_ADDR_VAR && !type_known(ir_var(t->ctx->ir, i->var)->type))
        return of_load(t, frame, base, i->var);
    return trace(t, frame, base);
}

static Identity of_field_instr(Trace *t, const Frame *frame, IrValue v)
{
    const IrInstr *i = ir_instr(frame->func, v);
    Identity base = of_base(t, frame, i->args[0]);
    AbsId place = i->op == IR_ADDR_FIELD ? flow_place(t->ctx->flow, frame->func->id, v) : (AbsId){0};
    return base.kind == ID_NONE ? base : field_of(t, &base, i->field_name, place);
}

Identity identity_of_field(RuleContext *ctx, const Identity *owner, Name field)
{
    Trace t = {ctx, 0};
    return field_of(&t, owner, field, (AbsId){0});
}

// ---- Values ----

static Identity of_loaded(Trace *t, const Frame *frame, IrValue v)
{
    IrValue address = ir_instr(frame->func, v)->args[0];
    const IrInstr *addr = ir_instr(frame->func, address);
    switch (addr->op) {
    case IR_ADDR_VAR:
        return of_load(t, frame, v, addr->var);
    case IR_ADDR_FIELD:
        return of_field_instr(t, frame, address);
    case IR_ALLOC:
        return made(frame, address, 0);
    default:
        return made(frame, v, 0);
    }
}

static Identity of_extract(Trace *t, const Frame *frame, const IrInstr *i)
{
    const IrInstr *tuple = ir_instr(frame->func, i->args[0]);
    if (tuple->op == IR_TYPE_ASSERT && i->index == 0)
        return trace(t, frame, tuple->args[0]);
    return made(frame, i->args[0], i->index);
}

static Identity trace_known(Trace *t, const Frame *frame, IrValue v)
{
    const IrInstr *i = ir_instr(frame->func, v);
    switch (i->op) {
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
        return i->arg_count ? trace(t, frame, i->args[0]) : made(frame, v, 0);
    case IR_EXTRACT:
        return of_extract(t, frame, i);
    case IR_ADDR_VAR:
        return of_var(t, i->var, (IrValue){0}, 0, frame_of(t->ctx, frame, ir_var(t->ctx->ir, i->var)->owner));
    case IR_ADDR_FIELD:
    case IR_FIELD:
        return of_field_instr(t, frame, v);
    case IR_LOAD:
        return of_loaded(t, frame, v);
    default:
        return made(frame, v, 0);
    }
}

static Identity trace(Trace *t, const Frame *frame, IrValue v)
{
    if (!ir_ok(v) || t->depth >= MAX_TRACE)
        return (Identity){0};
    t->depth++;
    Identity o = trace_known(t, frame, v);
    t->depth--;
    return o;
}

// An identity that is kept, and whose it is: keys are hashes.
typedef struct Known {
    const Frame *frame;
    IrValue v;
    Identity identity;
} Known;

Identity identity_of(RuleContext *ctx, const Frame *frame, IrValue v)
{
    Trace t = {ctx, 0};
    ctx->identities_asked++;
    IdentityMemo *memo = ctx->identities;
    if (!memo)
        return trace(&t, frame, v);
    uint64_t key = hash_mix((uintptr_t)frame, v.v);
    const Known *known = (const Known *)(uintptr_t)map_or(&memo->found, key, 0);
    if (known && known->frame == frame && known->v.v == v.v)
        return known->identity;
    Known *made = arena_new(memo->arena, Known);
    *made = (Known){frame, v, trace(&t, frame, v)};
    map_put(memo->arena, &memo->found, key, (uintptr_t)made);
    return made->identity;
}

// ---- Calls ----

const IrFunc *call_only_callee(RuleContext *ctx, const Frame *frame, IrValue call, CallMode *mode)
{
    Site site = {frame->func->id, call};
    CallEdges callees = call_certain_callees(ctx, site);
    if (callees.len != 1 || flow_call_open(ctx->flow, site))
        return NULL;
    *mode = callees.items[0].mode;
    return rule_func(ctx, callees.items[0].callee);
}

// Where a called function value stands: itself, or what its variable was assigned, once.
static Site called_value(const RuleContext *ctx, const IrFunc *func, IrValue fun)
{
    VarId var = flow_loaded_var(ctx->flow, func->id, fun);
    SiteList stores = var.v ? flow_var_stores(ctx->flow, var) : (SiteList){0};
    if (stores.len != 1)
        return (Site){func->id, fun};
    return (Site){stores.items[0].func, rule_instr(ctx, stores.items[0])->args[1]};
}

// x.m, called or kept, where types know nothing of m.
static const IrInstr *unresolved_selector(const RuleContext *ctx, Site value)
{
    const IrFunc *func = rule_func(ctx, value.func);
    const IrInstr *i = ir_instr(func, value.instr);
    if (i->op == IR_LOAD)
        i = ir_instr(func, i->args[0]);
    bool field = i->op == IR_ADDR_FIELD || i->op == IR_FIELD;
    return field && !obj_ok(i->field) ? i : NULL;
}

// What a call of a function value says of a method: resolved by points-to, which is cheap.
static bool named_by_value(const RuleContext *ctx, const IrFunc *func, IrValue fun, MethodCall *out)
{
    const IrInstr *selector = unresolved_selector(ctx, called_value(ctx, func, fun));
    if (selector) {
        out->name = selector->field_name;
        return true;
    }
    AbsSet set = flow_value(ctx->flow, func->id, fun);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        if (a->kind == ABS_BOUND && obj_ok(a->obj)) {
            out->method = a->obj;
            return true;
        }
    }
    return false;
}

MethodCall method_named(RuleContext *ctx, const IrFunc *func, IrValue call)
{
    MethodCall m = {0};
    const IrInstr *i = ir_instr(func, call);
    if (!i->call || i->call->builtin != BUILTIN_NONE || i->arg_count == 0)
        return m;
    if (i->call->dynamic) {
        m.ok = named_by_value(ctx, func, i->args[0], &m);
    } else {
        m.ok = i->call->has_recv;
        m.method = i->call->callee;
    }
    if (!m.ok)
        return m;
    if (obj_ok(m.method))
        m.name = object_at(ctx->types, m.method)->name;
    uint32_t rest = i->arg_count - 1; // after the receiver or the function value
    m.has_context = rest == 1 && flow_is_context(ctx->flow, ir_instr(func, i->args[1])->type);
    m.plain = rest == 0 || m.has_context;
    return m;
}

static bool find_receiver(RuleContext *ctx, const Frame *frame, IrValue fun, MethodCall *m)
{
    Site called = called_value(ctx, frame->func, fun);
    const IrInstr *selector = unresolved_selector(ctx, called);
    if (selector) {
        Trace t = {ctx, 0};
        m->frame = frame_of(ctx, frame, called.func);
        m->recv = selector->args[0];
        m->value = of_base(&t, m->frame, m->recv);
        return true;
    }
    Identity o = identity_of(ctx, frame, fun);
    const IrInstr *value = o.kind == ID_MADE ? ir_instr(o.frame->func, o.instr) : NULL;
    if (!value || value->op != IR_METHOD_VALUE)
        return false;
    m->frame = o.frame;
    m->recv = value->args[0];
    m->value = identity_of(ctx, o.frame, value->args[0]);
    m->method = value->callee;
    m->name = object_at(ctx->types, value->callee)->name;
    return true;
}

MethodCall method_called(RuleContext *ctx, const Frame *frame, IrValue call)
{
    MethodCall m = method_named(ctx, frame->func, call);
    if (!m.ok)
        return m;
    const IrInstr *i = ir_instr(frame->func, call);
    if (i->call->dynamic) {
        m.ok = find_receiver(ctx, frame, i->args[0], &m);
        return m;
    }
    m.frame = frame;
    m.recv = i->args[0];
    m.value = identity_of(ctx, frame, i->args[0]);
    return m;
}

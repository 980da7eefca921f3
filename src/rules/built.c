// built.c - what a value was built from.
//
// An argument of a constructor whose body is not seen counts as kept: that is what constructors take
// their dependencies for. Where the body is seen, it has to keep it: in what it returns, or in a
// goroutine that it starts.
#include "rules/func_sites.h"
#include "rules/identity.h"

enum { MAX_BUILT = 8 };

static Built built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth);

static Built built_at(const Frame *frame, IrValue site)
{
    return (Built){true, frame, site};
}

// Numbers and texts keep nothing of what they were computed from.
static bool can_refer(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    TypeId t = ir_instr(func, v)->type;
    return type_kind(ctx->types, type_underlying(ctx->types, t)) != T_BASIC;
}

// Whether the value is a, or was built from it.
static bool holds(RuleContext *ctx, const Frame *frame, IrValue v, const Identity *a, unsigned depth)
{
    if (!can_refer(ctx, frame->func, v))
        return false;
    Identity o = identity_of(ctx, frame, v);
    return identity_same(&o, a) || built(ctx, &o, a, depth + 1).yes;
}

// ---- Literals ----

static Built literal_built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    const IrFunc *func = b->frame->func;
    VEC_EACH (const uint32_t, k, &func_sites(ctx, func)->field_stores_all) {
        const IrInstr *i = &func->instrs.data[*k];
        Identity base = identity_of(ctx, b->frame, ir_instr(func, i->args[0])->args[0]);
        if (identity_same(&base, b) && holds(ctx, b->frame, i->args[1], a, depth))
            return built_at(b->frame, b->kind == ID_MADE ? b->instr : (IrValue){*k});
    }
    return (Built){0};
}

// ---- Calls ----

// Whether a model says that the result goes on using the argument: it wraps it, or runs it for each
// request.
static bool model_keeps(const RuleContext *ctx, const IrFunc *func, IrValue call, IrValue arg)
{
    const IrInstr *i = ir_instr(func, call);
    VEC_EACH(const Effect, e, &i->call->model->effects)
        if ((e->kind == EFFECT_WRAPS || (e->kind == EFFECT_RUNS && e->modes & MODE_HANDLER)) &&
            flow_effect_arg(ctx->flow, i, e).v == arg.v)
            return true;
    return false;
}

static Built opaque_built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    const IrFunc *func = b->frame->func;
    const IrInstr *i = ir_instr(func, b->instr);
    uint32_t first = i->call->dynamic || i->call->has_recv ? 1 : 0;
    for (uint32_t k = first; k < i->arg_count; k++) {
        if (i->call->model && !model_keeps(ctx, func, b->instr, i->args[k]))
            continue;
        if (holds(ctx, b->frame, i->args[k], a, depth))
            return built_at(b->frame, b->instr);
    }
    return (Built){0};
}

// A literal that uses a variable which holds a.
static bool captures(RuleContext *ctx, const Frame *frame, FuncId literal, const Identity *a)
{
    const IrFunc *func = rule_func(ctx, literal);
    Frame *inner = frame_root(ctx, func);
    inner->up = frame;
    VEC_EACH (const uint32_t, k, &func_sites(ctx, func)->var_loads) {
        Identity o = identity_of(ctx, inner, (IrValue){*k});
        if (identity_same(&o, a))
            return true;
    }
    return false;
}

// A goroutine that is started here and is given a.
static bool spawns_with(RuleContext *ctx, const Frame *frame, const Identity *a)
{
    VEC_EACH (const uint32_t, k, &func_sites(ctx, frame->func)->spawns) {
        const IrInstr *i = &frame->func->instrs.data[*k];
        if (i->call->literal.v && captures(ctx, frame, i->call->literal, a))
            return true;
        for (uint32_t n = 0; n < i->arg_count; n++) {
            Identity o = identity_of(ctx, frame, i->args[n]);
            if (identity_same(&o, a))
                return true;
        }
    }
    return false;
}

static IrValue result_value(const IrFunc *func, const IrInstr *ret, uint32_t index, uint32_t *component)
{
    *component = 0;
    if (index < ret->arg_count)
        return ret->args[index];
    if (ret->arg_count != 1 || ir_instr(func, ret->args[0])->op != IR_CALL)
        return (IrValue){0};
    *component = index; // return f()
    return ret->args[0];
}

static Built seen_built(RuleContext *ctx, const Identity *b, const IrFunc *callee, CallMode mode,
                        const Identity *a, unsigned depth)
{
    const Frame *inner = frame_call(ctx, b->frame, b->instr, callee, mode);
    VEC_EACH (const uint32_t, k, &func_sites(ctx, callee)->returns) {
        uint32_t component;
        IrValue value = result_value(callee, &callee->instrs.data[*k], b->index, &component);
        if (!ir_ok(value))
            continue;
        Identity o = identity_of(ctx, inner, value);
        if (component && o.kind == ID_MADE)
            o.index = component;
        // What gives back what it was given makes nothing.
        if ((depth > 0 && identity_same(&o, a)) || built(ctx, &o, a, depth + 1).yes)
            return built_at(b->frame, b->instr);
    }
    return spawns_with(ctx, inner, a) ? built_at(b->frame, b->instr) : (Built){0};
}

// Whoever makes values by methods of its own tends to end them itself.
static bool is_made_by(RuleContext *ctx, const Identity *b, const Identity *a)
{
    const IrInstr *i = ir_instr(b->frame->func, b->instr);
    if (!i->call->has_recv || i->arg_count == 0)
        return false;
    Identity maker = identity_of(ctx, b->frame, i->args[0]);
    return identity_same(&maker, a);
}

static Built call_built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    if (is_made_by(ctx, b, a))
        return (Built){0};
    CallMode mode;
    const IrFunc *callee = call_only_callee(ctx, b->frame, b->instr, &mode);
    if (callee && mode == CALL_NOW)
        return seen_built(ctx, b, callee, mode, a, depth);
    return opaque_built(ctx, b, a, depth);
}

// Whether the value is the struct that has `a` as a field. A method of it that is handed out to what it owns
// reports back; which of the fields it uses is not told by that.
static bool is_owner(RuleContext *ctx, const Frame *frame, IrValue v, const Identity *a)
{
    Identity o = identity_of(ctx, frame, v);
    return a->base && identity_same(&o, a->base);
}

static Built made_built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    const IrInstr *i = ir_instr(b->frame->func, b->instr);
    switch (i->op) {
    case IR_CALL:
        return call_built(ctx, b, a, depth);
    case IR_ALLOC:
        return literal_built(ctx, b, a, depth);
    case IR_UNKNOWN: // a literal of unknown type: its elements
    case IR_METHOD_VALUE:
        for (uint32_t k = 0; k < i->arg_count; k++)
            if (!(i->op == IR_METHOD_VALUE && is_owner(ctx, b->frame, i->args[k], a)) && holds(ctx, b->frame, i->args[k], a, depth))
                return built_at(b->frame, b->instr);
        return (Built){0};
    default:
        return (Built){0};
    }
}

// ---- Variables and fields ----

static Built var_built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    if (b->index != 0 || ir_var(ctx->ir, b->var)->param >= 0)
        return (Built){0};
    SiteList stores = flow_var_stores(ctx->flow, b->var);
    for (uint32_t k = 0; k < stores.len; k++) {
        if (stores.items[k].func.v != b->frame->func->id.v)
            continue;
        IrValue value = rule_instr(ctx, stores.items[k])->args[1];
        Identity o = identity_of(ctx, b->frame, value);
        Built one = built(ctx, &o, a, depth + 1);
        if (one.yes)
            return one;
    }
    return literal_built(ctx, b, a, depth);
}

static bool is_nil(const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

// The value of the same struct's other field at an assignment of one.
static bool built_beside(RuleContext *ctx, const Frame *frame, IrValue store, Name other, unsigned depth)
{
    const IrInstr *i = ir_instr(frame->func, store);
    Identity owner = identity_of(ctx, frame, ir_instr(frame->func, i->args[0])->args[0]);
    Identity b = identity_of(ctx, frame, i->args[1]);
    Identity a = identity_of_field(ctx, &owner, other);
    return built(ctx, &b, &a, depth + 1).yes;
}

// Two fields of one value whose making is elsewhere: whoever assigns the one must have built it from
// the other.
static Built field_built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    if (a->kind != ID_FIELD || !identity_same(a->base, b->base) || !b->place.v)
        return (Built){0};
    SiteList stores = flow_field_stores(ctx->flow, b->place);
    Built found = {0};
    for (uint32_t k = 0; k < stores.len; k++) {
        const IrFunc *func = rule_func(ctx, stores.items[k].func);
        const IrInstr *store = rule_instr(ctx, stores.items[k]);
        if (ir_instr(func, store->args[0])->op != IR_ADDR_FIELD || is_nil(func, store->args[1]))
            continue;
        const Frame *frame = frame_root(ctx, func);
        if (!built_beside(ctx, frame, stores.items[k].instr, a->field, depth))
            return (Built){0};
        if (!found.yes) {
            Identity made = identity_of(ctx, frame, store->args[1]);
            found = made.kind == ID_MADE ? built_at(made.frame, made.instr)
                                             : built_at(frame, stores.items[k].instr);
        }
    }
    return found;
}

static Built built(RuleContext *ctx, const Identity *b, const Identity *a, unsigned depth)
{
    if (depth > MAX_BUILT || a->kind == ID_NONE)
        return (Built){0};
    if (ctx->identities_allowed && ctx->identities_asked > ctx->identities_allowed) {
        ctx->cut_short = true;
        return (Built){0};
    }
    switch (b->kind) {
    case ID_MADE:
        return made_built(ctx, b, a, depth);
    case ID_VAR:
        return var_built(ctx, b, a, depth);
    case ID_FIELD:
        return field_built(ctx, b, a, depth);
    case ID_NONE:
        break;
    }
    return (Built){0};
}

Built identity_built_from(RuleContext *ctx, const Identity *b, const Identity *a)
{
    return built(ctx, b, a, 0);
}

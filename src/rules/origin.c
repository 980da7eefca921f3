// origin.c - where a context comes from, who holds one, and who waits under one.
#include "rules/origin.h"
#include "flow/summary.h"
#include "rules/cancelled.h"

// Derivations deeper than this do not occur by hand.
enum { MAX_TRACE = 32, MAX_CALLERS_UP = 8 };

// ---- Backwards from a context ----

typedef struct Trace {
    RuleContext *ctx;
    Origins out;
    VEC(VarId) seen;
} Trace;

static void trace(Trace *t, FuncId func, IrValue v, VarId captured, unsigned depth);

static void found(Trace *t, Origin o)
{
    vec_push(t->ctx->scratch, &t->out.items, o);
}

static void trace_call(Trace *t, Site site, const IrInstr *i, VarId captured, unsigned depth)
{
    const Flow *flow = t->ctx->flow;
    Act act;
    if (flow_act(flow, site, EFFECT_ROOT, &act)) {
        found(t, (Origin){.kind = ORIGIN_ROOT, .site = site, .captured = captured});
        return;
    }
    if (flow_act(flow, site, EFFECT_DETACHES, &act)) {
        found(t, (Origin){.kind = ORIGIN_DETACHED, .site = site, .captured = captured});
        return;
    }
    bool from = flow_act(flow, site, EFFECT_DERIVES, &act) || flow_act(flow, site, EFFECT_CARRIES, &act) ||
                flow_act(flow, site, EFFECT_DONE_CHANNEL, &act);
    if (from && act.effect->kind == EFFECT_DONE_CHANNEL) {
        act.arg = i->call->has_recv ? i->args[0] : (IrValue){0};
        act.func = site.func;
    }
    if (from && ir_ok(act.arg))
        trace(t, act.func, act.arg, captured, depth + 1);
    else
        found(t, (Origin){.kind = ORIGIN_OTHER, .site = site, .captured = captured});
}

static void trace_var(Trace *t, Site site, VarId var, VarId captured, unsigned depth)
{
    VEC_EACH(VarId, s, &t->seen)
        if (s->v == var.v)
            return;
    vec_push(t->ctx->scratch, &t->seen, var);
    const IrVar *info = ir_var(t->ctx->ir, var);
    if (!info->owner.v || info->addressed) {
        found(t, (Origin){.kind = ORIGIN_OTHER, .site = site, .captured = captured});
        return;
    }
    if (info->owner.v != site.func.v && !captured.v)
        captured = var;
    if (info->param >= 0)
        found(t, (Origin){.kind = ORIGIN_PARAM, .site = site, .var = var, .captured = captured});
    SiteList stores = flow_var_stores(t->ctx->flow, var);
    if (stores.len > FLOW_STORES_MAX)
        found(t, (Origin){.kind = ORIGIN_OTHER, .site = site, .captured = captured});
    for (uint32_t k = 0; k < stores.len && k < FLOW_STORES_MAX; k++)
        trace(t, stores.items[k].func, rule_instr(t->ctx, stores.items[k])->args[1], captured, depth + 1);
}

static void trace(Trace *t, FuncId func, IrValue v, VarId captured, unsigned depth)
{
    const IrFunc *fn = rule_func(t->ctx, func);
    const IrInstr *i = ir_instr(fn, v);
    Site site = {func, v};
    if (!ir_ok(v) || depth > MAX_TRACE)
        return;
    if (i->op == IR_CONVERT || i->op == IR_EXTRACT || i->op == IR_TYPE_ASSERT) {
        trace(t, func, i->args[0], captured, depth + 1);
        return;
    }
    if (i->op == IR_CALL) {
        trace_call(t, site, i, captured, depth);
        return;
    }
    VarId var = flow_loaded_var(t->ctx->flow, func, v);
    if (var.v) {
        trace_var(t, site, var, captured, depth);
        return;
    }
    if (i->op == IR_LOAD && ir_instr(fn, i->args[0])->op == IR_ADDR_FIELD) {
        AbsId place = flow_place(t->ctx->flow, func, i->args[0]);
        found(t, (Origin){.kind = place.v ? ORIGIN_FIELD : ORIGIN_OTHER, .site = site, .field = place,
                          .captured = captured});
        return;
    }
    found(t, (Origin){.kind = ORIGIN_OTHER, .site = site, .captured = captured});
}

Origins context_origins(RuleContext *ctx, FuncId func, IrValue v)
{
    Trace t = {.ctx = ctx};
    trace(&t, func, v, (VarId){0}, 0);
    return t.out;
}

bool origins_all(const Origins *o, OriginKind kind)
{
    VEC_EACH(Origin, x, &o->items)
        if (x->kind != kind)
            return false;
    return o->items.len > 0;
}

VarId base_variable(const IrFunc *func, IrValue v)
{
    for (;;) {
        const IrInstr *i = ir_instr(func, v);
        if (i->op == IR_ADDR_VAR)
            return i->var;
        if (i->op != IR_ADDR_FIELD && i->op != IR_LOAD && i->op != IR_FIELD && i->op != IR_CONVERT)
            return (VarId){0};
        v = i->args[0];
    }
}

// ---- Waiting under a context ----

Under call_waits_under(const RuleContext *ctx, Site call, uint32_t arg)
{
    const IrInstr *i = rule_instr(ctx, call);
    Act waits;
    if (flow_act(ctx->flow, call, EFFECT_WAITS, &waits) && waits.func.v == call.func.v &&
        waits.arg.v == i->args[arg].v)
        return UNDER_YES;
    Under under = UNDER_NO;
    CallEdges callees = flow_callees(ctx->flow, call);
    for (uint32_t k = 0; k < callees.len; k++) {
        if (callees.items[k].mode != CALL_NOW)
            continue;
        int32_t param = flow_param_of_arg(ctx->flow, call, callees.items[k].callee, arg);
        const FuncFacts *facts = flow_facts(ctx->flow, callees.items[k].callee);
        if (param < 0 || param >= 64)
            continue;
        if (facts->ctx_params >> param & 1)
            return UNDER_YES;
        if (facts->ctx_params_maybe >> param & 1)
            under = UNDER_MAYBE;
    }
    const Summary *known = i->call->model ? NULL : flow_summary(ctx->flow, i->call->callee);
    if (known && arg < 64)
        return known->ctx_params >> arg & 1 ? UNDER_YES : known->ctx_params_maybe >> arg & 1 ? UNDER_MAYBE : UNDER_NO;
    // The receiver of ctx.Value is asked, not handed on.
    bool handed_on = flow_is_context(ctx->flow, ir_instr(rule_func(ctx, call.func), i->args[arg])->type) &&
                     !(i->call->has_recv && arg == 0);
    return under == UNDER_NO && handed_on && flow_call_open(ctx->flow, call) ? UNDER_MAYBE : under;
}

// The context whose Done channel a value is, in the same function; none when it is not seen.
static IrValue done_receiver(const RuleContext *ctx, const IrFunc *func, IrValue chan)
{
    for (unsigned steps = 0; steps < MAX_TRACE && ir_ok(chan); steps++) {
        const IrInstr *i = ir_instr(func, chan);
        Act act;
        if (i->op == IR_CONVERT) {
            chan = i->args[0];
        } else if (i->op == IR_CALL) {
            bool done = flow_act(ctx->flow, (Site){func->id, chan}, EFFECT_DONE_CHANNEL, &act);
            return done && act.recv_func.v == func->id.v ? act.recv : (IrValue){0};
        } else {
            VarId var = flow_loaded_var(ctx->flow, func->id, chan);
            SiteList stores = var.v ? flow_var_stores(ctx->flow, var) : (SiteList){0};
            if (stores.len != 1 || stores.items[0].func.v != func->id.v)
                return (IrValue){0};
            chan = rule_instr(ctx, stores.items[0])->args[1];
        }
    }
    return (IrValue){0};
}

static void add_listening(RuleContext *ctx, ContextWaits *out, const IrFunc *func, IrValue at, IrValue chan)
{
    IrValue context = done_receiver(ctx, func, chan);
    if (ir_ok(context))
        vec_push(ctx->scratch, &out->items, (ContextWait){{func->id, at}, context, UNDER_YES, true});
}

ContextWaits context_waits(RuleContext *ctx, const IrFunc *func)
{
    ContextWaits out = {0};
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i)
            continue;
        if (i->op == IR_RECV)
            add_listening(ctx, &out, func, at, i->args[0]);
        for (uint32_t k = 0; i->op == IR_SELECT && i->may_block && k < i->case_count; k++)
            if (!i->cases[k].is_send)
                add_listening(ctx, &out, func, at, i->cases[k].chan);
        for (uint32_t k = i->op == IR_CALL && i->call->dynamic ? 1 : 0; i->op == IR_CALL && k < i->arg_count; k++) {
            Under under = call_waits_under(ctx, (Site){func->id, at}, k);
            if (under != UNDER_NO)
                vec_push(ctx->scratch, &out.items, (ContextWait){{func->id, at}, i->args[k], under, false});
        }
    }
    return out;
}

// ---- Who holds a context ----

const IrFunc *outermost(const RuleContext *ctx, const IrFunc *func)
{
    while (func->parent.v)
        func = rule_func(ctx, func->parent);
    return func;
}

// Whether the goroutine started at `spawn` is waited for in the function that starts it.
static bool joined_where_started(const RuleContext *ctx, Site spawn)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        if (s->spawn.func.v != spawn.func.v || s->spawn.instr.v != spawn.instr.v)
            continue;
        for (uint32_t j = 0; j < s->join_count; j++)
            if (outermost(ctx, rule_func(ctx, s->joins[j].site.func)) ==
                outermost(ctx, rule_func(ctx, spawn.func)))
                return true;
    }
    return false;
}

bool runs_within(const RuleContext *ctx, const IrFunc *func)
{
    if (!func->parent.v)
        return true;
    bool within = func->kind == FUNC_RANGE_BODY;
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; k < callers.len && !within; k++)
        within = callers.items[k].mode == CALL_NOW ||
                 (callers.items[k].mode == CALL_GO && joined_where_started(ctx, callers.items[k].site));
    return within && runs_within(ctx, rule_func(ctx, func->parent));
}

// Whether a literal that is handed over has a use for the parameter: one without a name is there for
// the sake of the type.
static bool has_name(const RuleContext *ctx, const IrFunc *func, VarId param)
{
    Str name = name_str(package_names(ctx->types), ir_var(ctx->ir, param)->name);
    return func->kind != FUNC_LITERAL || (name.len && !str_is(name, "_"));
}

static VarId held_param(const RuleContext *ctx, const IrFunc *func)
{
    VEC_EACH(VarId, p, &func->params)
        if (flow_carries_context(ctx->flow, ir_var(ctx->ir, *p)->type) && has_name(ctx, func, *p))
            return *p;
    return (VarId){0};
}

// Whether nothing but fresh roots, and what is derived from them, is ever in the variable.
static bool holds_roots_only(RuleContext *ctx, VarId var)
{
    SiteList stores = flow_var_stores(ctx->flow, var);
    for (uint32_t k = 0; k < stores.len; k++) {
        Origins from = context_origins(ctx, stores.items[k].func, rule_instr(ctx, stores.items[k])->args[1]);
        if (!origins_all(&from, ORIGIN_ROOT))
            return false;
    }
    return stores.len > 0;
}

VarId held_context(RuleContext *ctx, const IrFunc *func)
{
    VarId held = held_param(ctx, func);
    if (held.v || !func->parent.v || !runs_within(ctx, func))
        return held;
    VEC_EACH(VarId, c, &func->captures)
        if (ir_var(ctx->ir, *c)->owner.v && flow_carries_context(ctx->flow, ir_var(ctx->ir, *c)->type) &&
            !holds_roots_only(ctx, *c))
            return *c;
    return held_context(ctx, rule_func(ctx, func->parent));
}

bool makes_roots(const RuleContext *ctx, const IrFunc *func)
{
    const IrFunc *decl = outermost(ctx, func);
    if (decl->kind == FUNC_INIT || rule_in_test_file(ctx, decl))
        return true;
    if (decl->kind != FUNC_DECL || decl->has_recv)
        return false;
    Str name = object_name(ctx->types, decl->obj);
    return str_is(name, "main") || str_is(name, "init");
}

typedef struct Climb {
    RuleContext *ctx;
    Bitset seen;
    Holder holder;
} Climb;

// Whether the call means the function and no other.
static bool is_sure_call(const RuleContext *ctx, Site site)
{
    return flow_callees(ctx->flow, site).len == 1;
}

static void climb(Climb *c, const IrFunc *func, unsigned depth, bool unsure)
{
    if (bitset_has(&c->seen, func->id.v) || depth > MAX_CALLERS_UP)
        return;
    bitset_add(&c->seen, func->id.v);
    RuleContext *ctx = c->ctx;
    CallEdges callers = flow_callers(ctx->flow, func->id);
    bool alone = callers.len == 0 && func->kind == FUNC_DECL && !makes_roots(ctx, func);
    c->holder.unseen |= alone || (flow_has_unseen_callers(ctx->flow, func->id) && !makes_roots(ctx, func));
    for (uint32_t k = 0; k < callers.len && !c->holder.func.v; k++) {
        const IrFunc *caller = rule_func(ctx, callers.items[k].site.func);
        if (callers.items[k].mode != CALL_NOW || makes_roots(ctx, caller) ||
            cancellation_seen(ctx, caller, callers.items[k].site.instr).known)
            continue;
        VarId held = held_context(ctx, caller);
        bool doubt = unsure || !is_sure_call(ctx, callers.items[k].site);
        if (held.v) {
            c->holder.unsure = doubt;
            c->holder.func = caller->id;
            c->holder.var = held;
            c->holder.call = callers.items[k].site;
            return;
        }
        if (runs_within(ctx, caller))
            climb(c, outermost(ctx, caller), depth + 1, doubt);
        if (caller->parent.v)
            climb(c, caller, depth + 1, doubt);
    }
}

Holder find_holder(RuleContext *ctx, const IrFunc *func)
{
    Climb c = {.ctx = ctx, .seen = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
    climb(&c, func, 0, false);
    if (func->parent.v && !c.holder.func.v && runs_within(ctx, func))
        climb(&c, outermost(ctx, func), 0, false);
    return c.holder;
}

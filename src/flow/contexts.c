// contexts.c - which context comes from which, who can cancel it, and whose Done a channel is.
#include "flow/internal.h"

// A context with more ancestors than this does not occur by hand.
enum { MAX_ANCESTORS = 128 };

// The ancestors that a question has gone through. Each is asked once: contexts that may be derived
// from one another (a field that holds any of them) would be asked anew on every way to them.
typedef struct Ancestors {
    AbsId items[MAX_ANCESTORS];
    uint32_t len;
} Ancestors;

// Adds an ancestor; false where it is there already or there are too many.
static bool add_ancestor(Ancestors *s, AbsId ctx)
{
    for (uint32_t k = 0; k < s->len; k++)
        if (s->items[k].v == ctx.v)
            return false;
    if (s->len == MAX_ANCESTORS)
        return false;
    s->items[s->len++] = ctx;
    return true;
}

bool flow_is_context(const Flow *f, TypeId t)
{
    TypeId plain = type_unalias(f->types, t);
    return type_kind(f->types, plain) == T_NAMED &&
           type_is_named(f->types, plain, "context", "Context");
}

// Where a RESULT object was made; instruction 0 for other objects.
static Site making_site(const Flow *f, AbsId a)
{
    const Abs *object = flow_abs(f, a);
    return object->kind == ABS_RESULT ? (Site){object->func, object->site} : (Site){0};
}

// What the call that made the object does, by its model.
static bool made_by(const Flow *f, AbsId a, EffectKind kind, Act *act)
{
    Site site = making_site(f, a);
    return ir_ok(site.instr) && flow_act(f, site, kind, act);
}

static bool made_with(const Flow *f, AbsId a, EffectKind kind)
{
    Act act;
    return made_by(f, a, kind, &act);
}

bool flow_ctx_is_root(const Flow *f, AbsId ctx)
{
    return made_with(f, ctx, EFFECT_ROOT);
}

AbsSet flow_ctx_parents(const Flow *f, AbsId ctx)
{
    Act act;
    if (!made_by(f, ctx, EFFECT_DERIVES, &act) && !made_by(f, ctx, EFFECT_CARRIES, &act))
        return (AbsSet){0};
    return ir_ok(act.arg) ? flow_value(f, act.func, act.arg) : (AbsSet){0};
}

// Whether the cancel function that was made together with the context can ever be called.
static bool cancel_can_run(const Flow *f, AbsId ctx, const Effect *must_call)
{
    const Abs *object = flow_abs(f, ctx);
    AbsSet cancel = flow_component(f, object->func, object->site, must_call->target.index);
    for (uint32_t k = 0; k < cancel.len; k++)
        if (bitset_has(&f->called, cancel.items[k].v) || flow_escapes(f, cancel.items[k]))
            return true;
    return false;
}

static bool cancellable(const Flow *f, AbsId ctx, Ancestors *seen)
{
    Act derives, must_call;
    if (!add_ancestor(seen, ctx))
        return seen->len == MAX_ANCESTORS;
    if (made_with(f, ctx, EFFECT_ROOT) || made_with(f, ctx, EFFECT_DETACHES))
        return false;
    if (made_with(f, ctx, EFFECT_EXPIRES) || made_with(f, ctx, EFFECT_MAKES_GROUP) ||
        !made_by(f, ctx, EFFECT_DERIVES, &derives) || derives.effect->modes & MODE_SIGNALS)
        return true;
    if (made_by(f, ctx, EFFECT_MUST_CALL, &must_call) && cancel_can_run(f, ctx, must_call.effect))
        return true;
    AbsSet parents = flow_ctx_parents(f, ctx);
    for (uint32_t k = 0; k < parents.len; k++)
        if (cancellable(f, parents.items[k], seen))
            return true;
    return parents.len == 0;
}

bool flow_ctx_cancellable(const Flow *f, AbsId ctx)
{
    Ancestors seen;
    seen.len = 0;
    return cancellable(f, ctx, &seen);
}

static bool descends(const Flow *f, AbsId a, AbsId b, Ancestors *seen)
{
    if (a.v == b.v)
        return true;
    if (!add_ancestor(seen, a))
        return false;
    AbsSet parents = flow_ctx_parents(f, a);
    for (uint32_t k = 0; k < parents.len; k++)
        if (descends(f, parents.items[k], b, seen))
            return true;
    return false;
}

bool flow_ctx_descends(const Flow *f, AbsId a, AbsId b)
{
    Ancestors seen;
    seen.len = 0;
    return descends(f, a, b, &seen);
}

AbsSet flow_done_contexts(const Flow *f, FuncId func, IrValue chan)
{
    AbsSet channels = flow_value(f, func, chan);
    AbsSet found = {0};
    for (uint32_t k = 0; k < channels.len && !found.len; k++) {
        // A variable that holds one of several Done channels is rare: the first one speaks.
        Act act;
        if (made_by(f, channels.items[k], EFFECT_DONE_CHANNEL, &act) && ir_ok(act.recv))
            found = flow_value(f, act.recv_func, act.recv);
    }
    return found;
}

// Whether a receive from a channel object can proceed (`close_only`: because it is closed).
static bool object_may_yield(const Flow *f, AbsId a, bool close_only)
{
    const Abs *object = flow_abs(f, a);
    if (object->kind == ABS_FEED)
        return !close_only;
    if (object->kind == ABS_CHAN)
        return flow_escapes(f, a) || flow_chan_ops(f, a, CHAN_OP_CLOSE).len > 0 ||
               (!close_only && flow_chan_ops(f, a, CHAN_OP_SEND).len > 0);
    if (made_with(f, a, EFFECT_FEEDS))
        return !close_only;
    Act act;
    if (!made_by(f, a, EFFECT_DONE_CHANNEL, &act) || !ir_ok(act.recv))
        return true;
    AbsSet contexts = flow_value(f, act.recv_func, act.recv);
    for (uint32_t k = 0; k < contexts.len; k++)
        if (flow_ctx_cancellable(f, contexts.items[k]))
            return true;
    return contexts.len == 0;
}

static bool may_yield(const Flow *f, FuncId func, IrValue chan, bool close_only)
{
    AbsSet channels = flow_value(f, func, chan);
    for (uint32_t k = 0; k < channels.len; k++)
        if (object_may_yield(f, channels.items[k], close_only))
            return true;
    return channels.len == 0;
}

bool flow_chan_may_yield(const Flow *f, FuncId func, IrValue chan)
{
    return may_yield(f, func, chan, false);
}

bool flow_chan_may_close(const Flow *f, FuncId func, IrValue chan)
{
    return may_yield(f, func, chan, true);
}

bool flow_is_cancel(const Flow *f, AbsId a)
{
    Act act;
    return made_by(f, a, EFFECT_MUST_CALL, &act) && act.effect->target.kind == REF_RESULT &&
           act.effect->target.index == flow_abs(f, a)->index;
}

// ---- Calls that go on until something ends ----

bool flow_is_stop_channel(const Flow *f, FuncId func, IrValue v)
{
    return type_kind(f->types, type_underlying(f->types, ir_instr(func_at(f, func), v)->type)) == T_CHAN;
}

// Whether a model says of the package variable that nothing closes its channel.
static bool never_closed(const Flow *f, FuncId func, IrValue v)
{
    VarId var = flow_loaded_var(f, func, v);
    return var.v && effect_find(flow_object_model(f, ir_var(f->ir, var)->obj), EFFECT_ROOT, f->options.go_minor);
}

bool flow_may_end(const Flow *f, FuncId func, IrValue v)
{
    if (!ir_ok(v))
        return true;
    const IrFunc *fn = func_at(f, func);
    while (ir_instr(fn, v)->op == IR_CONVERT)
        v = ir_instr(fn, v)->args[0];
    if (flow_is_stop_channel(f, func, v))
        return !never_closed(f, func, v) && flow_chan_may_yield(f, func, v);
    AbsSet contexts = flow_value(f, func, v);
    for (uint32_t k = 0; k < contexts.len; k++)
        if (flow_ctx_cancellable(f, contexts.items[k]))
            return true;
    return contexts.len == 0;
}

bool flow_repeats_for_ever(const Flow *f, FuncId func, const IrInstr *call)
{
    const Effect *runs = call->call ? flow_effect(f, call, EFFECT_RUNS) : NULL;
    const Effect *waits = call->call ? flow_effect(f, call, EFFECT_WAITS) : NULL;
    return runs && runs->modes & MODE_FOREVER && !(waits && flow_may_end(f, func, flow_effect_arg(f, call, waits)));
}

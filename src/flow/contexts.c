// contexts.c - which context comes from which, who can cancel it, and whose Done a channel is.
#include "flow/internal.h"

// Contexts derived from contexts derived from …: deeper chains than this do not occur by hand, and
// loops in the derivation (ctx = WithValue(ctx, …) in a loop) end here.
enum { MAX_DERIVATION = 32 };

bool flow_is_context(const Flow *f, TypeId t)
{
    TypeId plain = type_unalias(f->types, t);
    return type_kind(f->types, plain) == T_NAMED &&
           type_is_named(f->types, plain, "context", "Context");
}

// The call that made a RESULT object, or NULL.
static const IrInstr *making_call(const Flow *f, AbsId a)
{
    const Abs *object = flow_abs(f, a);
    if (object->kind != ABS_RESULT)
        return NULL;
    const IrInstr *i = site_instr(f, (Site){object->func, object->site});
    return i->call ? i : NULL;
}

static bool has_effect(const Flow *f, const IrInstr *call, EffectKind kind)
{
    return call && flow_effect(f, call, kind) != NULL;
}

bool flow_ctx_is_root(const Flow *f, AbsId ctx)
{
    return has_effect(f, making_call(f, ctx), EFFECT_ROOT);
}

AbsSet flow_ctx_parents(const Flow *f, AbsId ctx)
{
    const IrInstr *call = making_call(f, ctx);
    if (!call)
        return (AbsSet){0};
    const Effect *e = flow_effect(f, call, EFFECT_DERIVES);
    if (!e)
        e = flow_effect(f, call, EFFECT_CARRIES);
    IrValue arg = e ? flow_effect_arg(f, call, e) : (IrValue){0};
    return ir_ok(arg) ? flow_value(f, flow_abs(f, ctx)->func, arg) : (AbsSet){0};
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

static bool cancellable(const Flow *f, AbsId ctx, unsigned depth)
{
    const IrInstr *call = making_call(f, ctx);
    if (!call || !call->call->model || depth > MAX_DERIVATION)
        return true;
    if (has_effect(f, call, EFFECT_ROOT) || has_effect(f, call, EFFECT_DETACHES))
        return false;
    const Effect *derives = flow_effect(f, call, EFFECT_DERIVES);
    if (has_effect(f, call, EFFECT_EXPIRES) || has_effect(f, call, EFFECT_MAKES_GROUP) ||
        !derives || derives->modes & MODE_SIGNALS)
        return true;
    const Effect *must_call = flow_effect(f, call, EFFECT_MUST_CALL);
    if (must_call && cancel_can_run(f, ctx, must_call))
        return true;
    AbsSet parents = flow_ctx_parents(f, ctx);
    for (uint32_t k = 0; k < parents.len; k++)
        if (cancellable(f, parents.items[k], depth + 1))
            return true;
    return parents.len == 0;
}

bool flow_ctx_cancellable(const Flow *f, AbsId ctx)
{
    return cancellable(f, ctx, 0);
}

static bool descends(const Flow *f, AbsId a, AbsId b, unsigned depth)
{
    if (a.v == b.v)
        return true;
    if (depth > MAX_DERIVATION)
        return false;
    AbsSet parents = flow_ctx_parents(f, a);
    for (uint32_t k = 0; k < parents.len; k++)
        if (descends(f, parents.items[k], b, depth + 1))
            return true;
    return false;
}

bool flow_ctx_descends(const Flow *f, AbsId a, AbsId b)
{
    return descends(f, a, b, 0);
}

AbsSet flow_done_contexts(const Flow *f, FuncId func, IrValue chan)
{
    AbsSet channels = flow_value(f, func, chan);
    AbsSet found = {0};
    for (uint32_t k = 0; k < channels.len; k++) {
        const IrInstr *call = making_call(f, channels.items[k]);
        if (!has_effect(f, call, EFFECT_DONE_CHANNEL))
            continue;
        // A variable that holds one of several Done channels is rare: the first one speaks.
        found = flow_value(f, flow_abs(f, channels.items[k])->func, call->args[0]);
        if (found.len)
            break;
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
    const IrInstr *call = making_call(f, a);
    if (has_effect(f, call, EFFECT_FEEDS))
        return !close_only;
    if (!has_effect(f, call, EFFECT_DONE_CHANNEL))
        return true;
    AbsSet contexts = flow_value(f, object->func, call->args[0]);
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
    const IrInstr *call = making_call(f, a);
    const Effect *e = call ? flow_effect(f, call, EFFECT_MUST_CALL) : NULL;
    return e && e->target.kind == REF_RESULT && e->target.index == flow_abs(f, a)->index;
}

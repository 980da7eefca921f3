// stops.c - which calls stop a value.
#include "rules/stops.h"

bool is_closer(const RuleContext *ctx, const MethodCall *m)
{
    Str name = name_str(package_names(ctx->types), m->name);
    return m->plain && ((str_is(name, "Close") && !m->has_context) || (str_is(name, "Shutdown") && m->has_context));
}

// Idle connections, timers and tickers are not used by name after they are stopped.
static bool is_harmless(const RuleContext *ctx, const MethodCall *m)
{
    if (!obj_ok(m->method))
        return false;
    Str home = object_path(ctx->types, m->method);
    return str_is(home, "time") || object_is(ctx->types, m->method, "net/http", "Client", "CloseIdleConnections") ||
           object_is(ctx->types, m->method, "net/http", "Transport", "CloseIdleConnections");
}

static bool is_modelled(const RuleContext *ctx, const IrInstr *i, const MethodCall *m)
{
    return i->call->model || (obj_ok(m->method) && flow_object_model(ctx->flow, m->method));
}

// ---- A body that stops its receiver ----

static bool is_field_of(const Identity *value, const Identity *owner)
{
    return value->kind == ID_FIELD && (identity_same(value->base, owner) || is_field_of(value->base, owner));
}

// Whether an instruction ends something that belongs to the receiver: closes its channel, calls its
// cancel function, releases or joins one of its fields.
static bool ends_part(RuleContext *ctx, const Frame *frame, IrValue at, const Identity *owner)
{
    const IrInstr *i = ir_instr(frame->func, at);
    IrValue part = {0};
    if (i->op == IR_CLOSE || i->op == IR_RECV) {
        part = i->args[0];
    } else if ((i->op == IR_CALL || i->op == IR_DEFER) && i->arg_count) {
        uint32_t does = call_does(ctx, frame->func, at);
        bool closes = i->call->builtin == BUILTIN_CLOSE;
        if (closes || (does & (DOES_RELEASE | DOES_CANCEL | DOES_JOIN | DOES_CLOSER)))
            part = i->args[closes ? i->arg_count - 1 : 0];
    }
    if (!ir_ok(part))
        return false;
    Identity value = identity_of(ctx, frame, part);
    return is_field_of(&value, owner);
}

static bool body_stops_receiver(RuleContext *ctx, const Frame *frame, unsigned depth, const Identity *owner)
{
    for (IrValue at = ir_first_event(frame->func); ir_ok(at); at = ir_next_event(frame->func, at)) {
        const IrInstr *i = rule_live_instr(ctx, frame->func, at);
        if (!i)
            continue;
        if (ends_part(ctx, frame, at, owner))
            return true;
        CallMode mode;
        bool call = (i->op == IR_CALL || i->op == IR_DEFER) && i->call->builtin == BUILTIN_NONE;
        const IrFunc *inner = call && depth == 0 ? call_only_callee(ctx, frame, at, &mode) : NULL;
        if (inner && inner->kind == FUNC_LITERAL && mode != CALL_GO &&
            body_stops_receiver(ctx, frame_call(ctx, frame, at, inner, mode), depth + 1, owner))
            return true;
    }
    return false;
}

static bool stops_receiver(RuleContext *ctx, const Frame *frame, IrValue call)
{
    CallMode mode;
    const IrFunc *callee = call_only_callee(ctx, frame, call, &mode);
    if (!callee || !callee->has_recv || callee->params.len == 0)
        return false;
    const Frame *inside = frame_root(ctx, callee);
    Identity owner = {.kind = ID_VAR, .frame = inside, .var = callee->params.data[0]};
    return body_stops_receiver(ctx, inside, 0, &owner);
}

bool is_stop(RuleContext *ctx, const Frame *frame, IrValue call, const MethodCall *m, Late late)
{
    const IrInstr *i = ir_instr(frame->func, call);
    if (!m->ok || !m->plain || is_harmless(ctx, m))
        return false;
    bool closer = is_closer(ctx, m);
    uint32_t does = call_does(ctx, frame->func, call);
    bool open = flow_call_open(ctx->flow, (Site){frame->func->id, call});
    if (is_modelled(ctx, i, m) && !open)
        return closer || does & (DOES_RELEASE | DOES_FLUSH);
    if (closer || open)
        return closer || late != LATE_NO;
    if (late == LATE_ITSELF)
        return does & (DOES_END | DOES_JOIN | DOES_CHANGE | DOES_UNKNOWN);
    return does & (DOES_END | DOES_JOIN) && stops_receiver(ctx, frame, call);
}

bool only_waits(RuleContext *ctx, const Frame *frame, IrValue call, const MethodCall *m)
{
    Site site = {frame->func->id, call};
    uint32_t does = call_does(ctx, frame->func, call);
    if (!flow_call_open(ctx->flow, site))
        return does & DOES_WAIT && !(does & (DOES_END | DOES_SEND));
    // The library's word for it, and everybody's.
    return str_is(name_str(package_names(ctx->types), m->name), "Wait");
}

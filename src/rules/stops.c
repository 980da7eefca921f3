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

bool is_stop(RuleContext *ctx, const Frame *frame, IrValue call, const MethodCall *m, bool deferred)
{
    const IrInstr *i = ir_instr(frame->func, call);
    if (!m->ok || !m->plain || is_harmless(ctx, m))
        return false;
    bool closer = is_closer(ctx, m);
    uint32_t does = call_does(ctx, frame->func, call);
    bool open = flow_call_open(ctx->flow, (Site){frame->func->id, call});
    if (is_modelled(ctx, i, m) && !open)
        return closer || does & (DOES_RELEASE | DOES_FLUSH);
    if (open)
        return deferred || closer;
    return closer || does & (DOES_END | DOES_JOIN) || (deferred && does & (DOES_CHANGE | DOES_UNKNOWN));
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

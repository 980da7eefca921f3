// stops.c - which calls stop a value, and what is lost when one does not run.
#include "rules/stops.h"

enum { MAX_DEPTH = 6 };

typedef struct Doing {
    RuleContext *ctx;
    Bitset seen;
    bool calls_only; // which functions run is all that is asked
    uint32_t bits;
} Doing;

// ---- By model ----

static bool has_act(const RuleContext *ctx, Site site, EffectKind kind)
{
    Act act;
    return flow_act(ctx->flow, site, kind, &act);
}

// Whether a call writes out what its receiver has buffered: it writes, but is given nothing to write.
static bool flushes(const RuleContext *ctx, Site site)
{
    Act act;
    const IrInstr *i = rule_instr(ctx, site);
    return i->arg_count == 1 && flow_act(ctx->flow, site, EFFECT_WRITES, &act) &&
           act.effect->target.kind == REF_RECV;
}

static bool affects_outside(const RuleContext *ctx, Site site)
{
    Act act;
    return flow_act(ctx->flow, site, EFFECT_AFFECTS, &act) && act.effect->modes & ~(uint32_t)MODE_OUTPUT;
}

static bool cancels(const RuleContext *ctx, const IrFunc *func, const IrInstr *i)
{
    AbsSet fun = i->call->dynamic && i->arg_count ? flow_value(ctx->flow, func->id, i->args[0]) : (AbsSet){0};
    for (uint32_t k = 0; k < fun.len; k++)
        if (flow_is_cancel(ctx->flow, fun.items[k]))
            return true;
    return false;
}

static bool is_closer_name(const RuleContext *ctx, const MethodCall *m)
{
    Str name = name_str(package_names(ctx->types), m->name);
    return m->plain && ((str_is(name, "Close") && !m->has_context) || (str_is(name, "Shutdown") && m->has_context));
}

static uint32_t model_does(const RuleContext *ctx, Site site)
{
    uint32_t bits = 0;
    if (has_act(ctx, site, EFFECT_RELEASES))
        bits |= DOES_RELEASE;
    if (has_act(ctx, site, EFFECT_DRAINS) || flushes(ctx, site) || affects_outside(ctx, site))
        bits |= DOES_FLUSH;
    if (has_act(ctx, site, EFFECT_WG_WAIT))
        bits |= DOES_WAIT | DOES_JOIN;
    return bits;
}

// ---- By body ----

static bool waits_at(const Story *story, Site site)
{
    for (uint32_t k = 0; k < story->join_count; k++)
        if (story->joins[k].site.func.v == site.func.v && story->joins[k].site.instr.v == site.instr.v)
            return true;
    return false;
}

// A channel from which the goroutine itself receives as well counts who may run: a semaphore.
static bool is_semaphore(RuleContext *ctx, const Story *story, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    AbsSet chans = i->arg_count ? flow_value(ctx->flow, site.func, i->args[0]) : (AbsSet){0};
    for (uint32_t b = 0; b < story->body_count; b++) {
        Bitset run = functions_run(ctx, story->bodies[b]);
        for (uint32_t c = 0; c < chans.len; c++) {
            SiteList ops = flow_chan_ops(ctx->flow, chans.items[c], CHAN_OP_RECV);
            for (uint32_t k = 0; k < ops.len; k++)
                if (bitset_has(&run, ops.items[k].func.v))
                    return true;
        }
    }
    return false;
}

static bool is_join(RuleContext *ctx, Site site)
{
    for (uint32_t s = 0; s < flow_story_count(ctx->flow); s++) {
        const Story *story = flow_story(ctx->flow, s);
        if (waits_at(story, site) && !is_semaphore(ctx, story, site))
            return true;
    }
    return false;
}

CallEdges call_certain_callees(const RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    CallEdges all = flow_callees(ctx->flow, site);
    bool library = i->call->interface && obj_ok(i->call->callee) && object_at(ctx->types, i->call->callee)->home != 0;
    return library || (i->call->interface && all.len > 1) ? (CallEdges){0} : all;
}

static bool runs_here(CallMode mode)
{
    return mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER;
}

static void do_function(Doing *d, FuncId id, unsigned depth);

static void do_call(Doing *d, const IrFunc *func, IrValue at, unsigned depth)
{
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    if (i->call->builtin != BUILTIN_NONE) {
        d->bits |= i->call->builtin == BUILTIN_CLOSE ? DOES_CLOSE : 0;
        return;
    }
    d->bits |= model_does(d->ctx, site);
    d->bits |= cancels(d->ctx, func, i) ? DOES_CANCEL : 0;
    CallEdges callees = call_certain_callees(d->ctx, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (runs_here(callees.items[k].mode))
            do_function(d, callees.items[k].callee, depth + 1);
    if (!flow_call_open(d->ctx->flow, site))
        return;
    d->bits |= DOES_UNKNOWN;
    MethodCall m = method_called(d->ctx, frame_root(d->ctx, func), at);
    if (m.ok && is_closer_name(d->ctx, &m))
        d->bits |= DOES_CLOSER;
}

static void do_wait(Doing *d, Site site)
{
    d->bits |= DOES_WAIT;
    if (!d->calls_only && is_join(d->ctx, site))
        d->bits |= DOES_JOIN;
}

static void do_instr(Doing *d, const IrFunc *func, IrValue at, unsigned depth)
{
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    switch (i->op) {
    case IR_CLOSE:
        d->bits |= DOES_CLOSE;
        break;
    case IR_SEND:
        d->bits |= DOES_SEND;
        break;
    case IR_RECV:
    case IR_SELECT:
        do_wait(d, site);
        break;
    case IR_RANGE_NEXT:
        if (flow_own_waits(d->ctx->flow, func->id, i))
            do_wait(d, site);
        break;
    case IR_STORE:
        if (ir_instr(func, i->args[0])->op == IR_ADDR_FIELD)
            d->bits |= DOES_CHANGE;
        break;
    case IR_CALL:
    case IR_DEFER:
        do_call(d, func, at, depth);
        break;
    case IR_BUILTIN:
        d->bits |= DOES_CHANGE; // clear, delete, copy, append
        break;
    default:
        break;
    }
}

static void do_function(Doing *d, FuncId id, unsigned depth)
{
    if (depth > MAX_DEPTH || bitset_has(&d->seen, id.v))
        return;
    bitset_add(&d->seen, id.v);
    const IrFunc *func = rule_func(d->ctx, id);
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
        if (rule_live_instr(d->ctx, func, at))
            do_instr(d, func, at, depth);
}

static Doing doing_new(RuleContext *ctx)
{
    return (Doing){.ctx = ctx, .seen = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
}

uint32_t function_does(RuleContext *ctx, FuncId func)
{
    Doing d = doing_new(ctx);
    do_function(&d, func, 0);
    return d.bits;
}

uint32_t call_does(RuleContext *ctx, const IrFunc *func, IrValue call)
{
    Doing d = doing_new(ctx);
    do_call(&d, func, call, 0);
    return d.bits;
}

Bitset functions_run(RuleContext *ctx, FuncId func)
{
    Doing d = doing_new(ctx);
    d.calls_only = true;
    do_function(&d, func, 0);
    return d.seen;
}

// ---- Stops ----

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
    bool closer = is_closer_name(ctx, m);
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

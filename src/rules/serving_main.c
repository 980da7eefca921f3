// serving_main.c - a main that serves for the life of the process and handles no signal.
//
// SIGTERM and SIGINT end a process that does not handle them at once. Advice only: whether the
// call that main ends in serves, and whether it handles signals itself, is often out of sight.
#include "rules/serving_main.h"
#include "rules/order.h"

enum { MAX_CALLERS_UP = 8 };

// ---- Functions that last as long as the process ----

static bool is_main(const RuleContext *ctx, const IrFunc *func)
{
    return func->kind == FUNC_DECL && !func->has_recv && str_is(object_name(ctx->types, func->obj), "main") &&
           str_is(package_name(ctx->types), "main");
}

static bool is_test_main(const RuleContext *ctx, const IrFunc *func)
{
    return func->kind == FUNC_DECL && !func->has_recv && rule_in_test_file(ctx, func) &&
           str_is(object_name(ctx->types, func->obj), "TestMain");
}

static bool lasts(RuleContext *ctx, const IrFunc *func, unsigned depth)
{
    if (is_main(ctx, func) || is_test_main(ctx, func))
        return true;
    CallEdges callers = flow_callers(ctx->flow, func->id);
    if (depth > MAX_CALLERS_UP || callers.len == 0)
        return false;
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode != CALL_NOW ||
            !lasts(ctx, rule_func(ctx, callers.items[k].site.func), depth + 1))
            return false;
    return true;
}

static bool only_main_calls(RuleContext *ctx, const IrFunc *func)
{
    return lasts(ctx, func, 0);
}

bool runs_once_in_main(RuleContext *ctx, const IrFunc *func)
{
    for (unsigned depth = 0; depth <= MAX_CALLERS_UP; depth++) {
        if (is_main(ctx, func))
            return true;
        CallEdges callers = flow_callers(ctx->flow, func->id);
        if (callers.len != 1 || (callers.items[0].mode != CALL_NOW && callers.items[0].mode != CALL_GO))
            return false;
        func = rule_func(ctx, callers.items[0].site.func);
        if (func->blocks.data[rule_instr(ctx, callers.items[0].site)->block].loop)
            return false;
    }
    return false;
}

bool lasts_as_process(RuleContext *ctx, const IrFunc *func)
{
    static const uint32_t long_waits = WAIT_CHAN | WAIT_GROUP | WAIT_SERVE | WAIT_FOREVER | WAIT_COND;
    return is_main(ctx, func) || is_test_main(ctx, func) ||
           (only_main_calls(ctx, func) && flow_facts(ctx->flow, func->id)->waits & long_waits);
}

// ---- Signals ----

static bool handles_signals(const RuleContext *ctx)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            Act act;
            Site site = {{id}, at};
            if ((flow_act(ctx->flow, site, EFFECT_FEEDS, &act) && act.effect->modes & MODE_SIGNALS) ||
                (flow_act(ctx->flow, site, EFFECT_DERIVES, &act) && act.effect->modes & MODE_SIGNALS))
                return true;
        }
    }
    return false;
}

// ---- The stops that are pending where main serves ----

typedef struct Serving {
    RuleContext *ctx;
    VEC(Stop) pending;
} Serving;

static IrValue outermost_call(const Stop *s)
{
    IrValue at = s->at;
    for (const Frame *f = s->frame; f->up; f = f->up)
        at = f->call;
    return at;
}

// Values that live as long as the process and lose something when they are not stopped, as far as
// their stop is seen.
static bool is_worth_running(RuleContext *ctx, const Stop *s)
{
    const Identity *value = &s->m.value;
    bool made_here = value->kind == ID_MADE || (value->kind == ID_VAR && ir_var(ctx->ir, value->var)->param < 0);
    Site site = {s->frame->func->id, s->at};
    return made_here && (flow_call_open(ctx->flow, site) || call_does(ctx, s->frame->func, s->at) & DOES_SAVE);
}

typedef struct Reach {
    IrValue to;
} Reach;

static bool is_goal(void *p, IrValue at)
{
    return at.v == ((const Reach *)p)->to.v;
}

static bool leads_to(RuleContext *ctx, const IrFunc *func, IrValue from, IrValue to)
{
    Reach r = {to};
    PathQuery q = {.func = func->id, .from = from, .goal = is_goal, .ctx = &r};
    return ir_ok(flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL));
}

static void add_pending(Serving *s, const IrFunc *func, IrValue call)
{
    Stops all = stops_of(s->ctx, func);
    VEC_EACH(const Stop, stop, &all.items)
    {
        IrValue at = outermost_call(stop);
        if (ir_instr(func, at)->op == IR_DEFER && is_worth_running(s->ctx, stop) && leads_to(s->ctx, func, at, call))
            vec_push(s->ctx->scratch, &s->pending, *stop);
    }
}

// ---- Calls that serve ----

// A loop that accepts connections.
static bool accepts(const RuleContext *ctx, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        Act waits, opens;
        Site site = {func->id, at};
        if (i->op == IR_CALL && func->blocks.data[i->block].loop &&
            flow_act(ctx->flow, site, EFFECT_BLOCKS, &waits) && waits.effect->modes & MODE_NETWORK &&
            flow_act(ctx->flow, site, EFFECT_OPENS, &opens))
            return true;
    }
    return false;
}

static bool serves(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    if (flow_instr_waits(ctx->flow, func->id, i) & (WAIT_SERVE | WAIT_FOREVER))
        return true;
    CallEdges callees = flow_callees(ctx->flow, (Site){func->id, at});
    for (uint32_t k = 0; k < callees.len; k++) {
        if (callees.items[k].mode != CALL_NOW)
            continue;
        Bitset run = functions_run(ctx, callees.items[k].callee);
        for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
            if (bitset_has(&run, id) && accepts(ctx, ctx->ir->funcs.data[id]))
                return true;
    }
    return false;
}

static bool is_pending_value(const Serving *s, const MethodCall *m)
{
    VEC_EACH(const Stop, stop, &s->pending)
        if (m->ok && identity_same(&stop->m.value, &m->value))
            return true;
    return false;
}

// Whether main ends in the call: no other method of the values that are to be stopped follows.
static bool is_last(Serving *s, const IrFunc *func, IrValue call)
{
    const Frame *frame = frame_root(s->ctx, func);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(s->ctx, func, at);
        if (!i || i->op != IR_CALL || !leads_to(s->ctx, func, call, at))
            continue;
        MethodCall m = method_called(s->ctx, frame, at);
        if (is_pending_value(s, &m))
            return false;
    }
    return true;
}

static bool is_error(const RuleContext *ctx, TypeId t)
{
    ObjId named = type_kind(ctx->types, t) == T_NAMED ? type_named_object(ctx->types, t) : OBJ_NONE;
    return obj_ok(named) && str_is(object_name(ctx->types, named), "error") && !object_path(ctx->types, named).len;
}

// Whether what becomes of a value is what becomes of an error: it is tested, returned, handed on.
static bool used_as_error(const RuleContext *ctx, FuncId func, IrValue v, unsigned depth)
{
    SiteList uses = flow_uses(ctx->flow, func, v);
    for (uint32_t k = 0; depth < 4 && k < uses.len; k++) {
        const IrInstr *i = rule_instr(ctx, uses.items[k]);
        bool plain = i->op == IR_RETURN || i->op == IR_BINARY || i->op == IR_IF || i->op == IR_CALL || i->op == IR_BUILTIN ||
                     (i->op == IR_CONVERT && used_as_error(ctx, func, uses.items[k].instr, depth + 1));
        if (plain)
            continue;
        const IrInstr *to = i->op == IR_STORE ? ir_instr(rule_func(ctx, func), i->args[0]) : NULL;
        SiteList loads = to && to->op == IR_ADDR_VAR ? flow_var_loads(ctx->flow, to->var) : (SiteList){0};
        if (!to || to->op != IR_ADDR_VAR)
            return false;
        for (uint32_t n = 0; n < loads.len; n++)
            if (!used_as_error(ctx, loads.items[n].func, loads.items[n].instr, depth + 1))
                return false;
    }
    return true;
}

// What serves has nothing to give but an error.
static bool gives_no_data(const RuleContext *ctx, const IrFunc *func, IrValue call)
{
    TypeId t = ir_instr(func, call)->type;
    if (!type_known(t))
        return used_as_error(ctx, func->id, call, 0);
    return is_error(ctx, t) || (type_kind(ctx->types, t) == T_TUPLE && type_tuple_len(ctx->types, t) == 0);
}

// A method of a value that is stopped at the end, whose body is not seen, and that main ends in.
static bool may_serve(Serving *s, const IrFunc *func, IrValue at)
{
    const Frame *frame = frame_root(s->ctx, func);
    MethodCall m = method_called(s->ctx, frame, at);
    return m.ok && flow_call_open(s->ctx->flow, (Site){func->id, at}) && is_pending_value(s, &m) &&
           gives_no_data(s->ctx, func, at) && !is_stop(s->ctx, frame, at, &m, LATE_NO) && is_last(s, func, at);
}

// ---- Reporting ----

static const char *stop_name(RuleContext *ctx, const Stop *s)
{
    return rule_callee_name(ctx, s->frame->func, ir_instr(s->frame->func, s->at));
}

// In the order in which they would have run.
static const char *list_stops(Serving *s)
{
    RuleContext *ctx = s->ctx;
    uint32_t n = s->pending.len;
    const Stop *all = s->pending.data;
    if (n == 1)
        return stop_name(ctx, &all[0]);
    if (n == 2)
        return arena_printf(ctx->arena, "%s and %s", stop_name(ctx, &all[1]), stop_name(ctx, &all[0]));
    if (n == 3)
        return arena_printf(ctx->arena, "%s, %s and %s", stop_name(ctx, &all[2]), stop_name(ctx, &all[1]),
                            stop_name(ctx, &all[0]));
    return arena_printf(ctx->arena, "%s, %s and %u more", stop_name(ctx, &all[n - 1]), stop_name(ctx, &all[n - 2]),
                        n - 2);
}

static void report(Serving *s, const IrFunc *func, IrValue at)
{
    RuleContext *ctx = s->ctx;
    const char *callee = rule_callee_name(ctx, func, ir_instr(func, at));
    Finding *f = finding_at(ctx, LEVEL_ADVICE, (Site){func->id, at},
                            "%s stays in %s and nothing handles a signal: on SIGTERM the deferred %s %s",
                            rule_func_name(ctx, func), callee, list_stops(s),
                            s->pending.len == 1 ? "never runs" : "never run");
    VEC_EACH(const Stop, stop, &s->pending)
        finding_related(ctx, f, (Site){stop->frame->func->id, stop->at}, "deferred here", NULL);
    if (flow_call_open(ctx->flow, (Site){func->id, at}))
        finding_note(ctx, f, "the body of %s is not seen: it might handle signals itself, or return by itself", callee);
    finding_note(ctx, f, "wait for a context of signal.NotifyContext, stop serving, and return: then they run");
}

static void check_serving(RuleContext *ctx, const IrFunc *func, const Serving *above, unsigned depth)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || i->op != IR_CALL)
            continue;
        Serving s = {.ctx = ctx};
        VEC_EACH(const Stop, stop, &above->pending)
            vec_push(ctx->scratch, &s.pending, *stop);
        CallMode mode;
        const IrFunc *callee = call_only_callee(ctx, frame_root(ctx, func), at, &mode);
        bool inner = callee && mode == CALL_NOW && depth < MAX_CALLERS_UP && only_main_calls(ctx, callee) &&
                     !accepts(ctx, callee);
        add_pending(&s, func, at);
        if (inner)
            check_serving(ctx, callee, &s, depth + 1);
        else if (s.pending.len && (serves(ctx, func, at) || may_serve(&s, func, at)))
            report(&s, func, at);
    }
}

void serving_main_check(RuleContext *ctx)
{
    if (handles_signals(ctx))
        return;
    Serving none = {.ctx = ctx};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (is_main(ctx, ctx->ir->funcs.data[id]))
            check_serving(ctx, ctx->ir->funcs.data[id], &none, 0);
}

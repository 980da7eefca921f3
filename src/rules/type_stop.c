// type_stop.c - the method of a type with which its owner tells a goroutine to end.
#include "rules/type_stop.h"
#include "rules/func_sites.h"
#include "rules/lifetime.h"
#include "rules/origin.h"

// A method calls a field, the field holds a literal, the literal cancels: more steps do not occur.
enum { MAX_STEPS = 3 };

// ---- Types ----

bool carries_nothing(const RuleContext *ctx, TypeId chan)
{
    TypeId t = type_underlying(ctx->types, chan);
    TypeId elem = type_kind(ctx->types, t) == T_CHAN ? type_underlying(ctx->types, type_elem(ctx->types, t)) : (TypeId){0};
    return type_kind(ctx->types, elem) == T_STRUCT && type_field_count(ctx->types, elem) == 0;
}

bool type_hands_out_end(RuleContext *ctx, const IrFunc *method)
{
    TypeId origin = type_origin(ctx->types, type_deref(ctx->types, ir_var(ctx->ir, method->params.data[0])->type));
    for (uint32_t k = 0; k < type_method_count(ctx->types, origin); k++) {
        const IrFunc *m = ir_func_of(ctx->ir, type_method(ctx->types, origin, k));
        TypeId results = m && m != method ? type_results(ctx->types, m->signature) : (TypeId){0};
        for (uint32_t j = 0; results.v && j < type_tuple_len(ctx->types, results); j++)
            if (carries_nothing(ctx, type_tuple_at(ctx->types, results, j)))
                return true;
    }
    return false;
}

// ---- The method ----

// The cancel function or channel that an instruction calls or closes.
static IrValue signalled(RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    if (i->op == IR_CLOSE || i->op == IR_SEND)
        return i->args[0];
    if ((i->op != IR_CALL && i->op != IR_DEFER) || i->arg_count == 0)
        return (IrValue){0};
    if (i->call->builtin == BUILTIN_CLOSE)
        return i->args[i->arg_count - 1];
    if (i->call->dynamic)
        return i->args[0];
    Act runs;
    bool handed = flow_act(ctx->flow, site, EFFECT_RUNS, &runs) && runs.func.v == site.func.v;
    return handed ? runs.arg : (IrValue){0};
}

static bool is_own_field(const Identity *value, VarId recv)
{
    bool field = value->kind == ID_FIELD;
    while (value->kind == ID_FIELD)
        value = value->base;
    return field && value->kind == ID_VAR && value->var.v == recv.v;
}

static const IrFunc *method_at(RuleContext *ctx, Site *signal, unsigned steps)
{
    const IrFunc *func = rule_func(ctx, signal->func);
    const IrFunc *outer = outermost(ctx, func);
    IrValue value = signalled(ctx, *signal);
    if (ir_ok(value) && outer->has_recv && outer->params.len) {
        Identity id = identity_of(ctx, frame_root(ctx, func), value);
        if (is_own_field(&id, outer->params.data[0]))
            return outer;
    }
    CallEdges callers = func->kind == FUNC_LITERAL && steps < MAX_STEPS ? flow_callers(ctx->flow, func->id) : (CallEdges){0};
    for (uint32_t k = 0; k < callers.len; k++) {
        Site call = callers.items[k].site;
        const IrFunc *method = callers.items[k].mode == CALL_GO ? NULL : method_at(ctx, &call, steps + 1);
        if (!method)
            continue;
        *signal = call;
        return method;
    }
    return NULL;
}

const IrFunc *type_stop_method(RuleContext *ctx, Site *signal)
{
    return method_at(ctx, signal, 0);
}

// ---- What it does after the signal ----

static bool comes_after(const IrFunc *func, Site signal, IrValue at)
{
    const IrInstr *i = ir_instr(func, at), *s = ir_instr(func, signal.instr);
    if (func->id.v != signal.func.v)
        return true;
    if (s->op == IR_DEFER)
        return i->op == IR_DEFER && at.v < signal.instr.v;
    return i->op == IR_DEFER || (i->block == s->block && at.v > signal.instr.v) || ir_reaches(func, s->block, i->block);
}

// Whether the end of a goroutine may be what arrives there. Where all that it can be is seen, flow
// would have found the goroutine that tells of its end.
static bool may_tell_of_an_end(RuleContext *ctx, FuncId func, IrValue chan)
{
    return flow_done_contexts(ctx->flow, func, chan).len == 0 && !flow_set_closed(ctx->flow, flow_value(ctx->flow, func, chan));
}

static bool may_wait_at(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    uint32_t waits = flow_own_waits(ctx->flow, func->id, i);
    if (i->op == IR_RECV || (i->op == IR_RANGE_NEXT && waits & WAIT_CHAN))
        return may_tell_of_an_end(ctx, func->id, i->args[0]);
    if (i->op == IR_SELECT) {
        bool may = false;
        for (uint32_t k = 0; k < i->case_count; k++)
            may |= !i->cases[k].is_default && !i->cases[k].is_send && may_tell_of_an_end(ctx, func->id, i->cases[k].chan);
        return may;
    }
    if (i->op != IR_CALL && i->op != IR_DEFER)
        return false;
    waits |= flow_model_waits(ctx->flow, site);
    if (waits & WAIT_GROUP)
        return !flow_set_closed(ctx->flow, flow_value(ctx->flow, func->id, i->args[0]));
    if (waits & (WAIT_SLEEP | WAIT_COND | WAIT_CONTEXT))
        return true;
    // What is not seen and has the shape of a stop, or of a wait, may wait for whatever uses it.
    MethodCall m = method_named(ctx, func, at);
    return !i->call->model && i->call->builtin == BUILTIN_NONE && m.ok && m.plain && flow_call_open(ctx->flow, site);
}

bool type_stop_waits(RuleContext *ctx, const IrFunc *method, Site signal)
{
    FuncsRun run = {0};
    funcs_run_add(ctx, &run, method->id);
    funcs_run_add(ctx, &run, signal.func);
    bool waits = false;
    for (uint32_t k = 0; k < run.list.len && !waits; k++) {
        const IrFunc *func = rule_func(ctx, run.list.data[k]);
        for (IrValue at = ir_first_event(func); ir_ok(at) && !waits; at = ir_next_event(func, at)) {
            bool itself = func->id.v == signal.func.v && at.v == signal.instr.v;
            waits = !itself && rule_live_instr(ctx, func, at) && comes_after(func, signal, at) && may_wait_at(ctx, func, at);
        }
    }
    funcs_run_done(ctx, &run);
    return waits;
}

// Whether the release of a value takes nothing away from whoever uses it: a timer, or a connection or
// listener, where the release is what ends waits on it, by an error, and so a signal of its own.
static bool is_harmless_release(const RuleContext *ctx, const IrInstr *call)
{
    static const char *const waits[] = {"Read", "ReadFrom", "Accept"};
    ObjId method = call->call->callee;
    if (obj_ok(method) && str_is(object_path(ctx->types, method), "time"))
        return true;
    for (size_t k = 0; obj_ok(method) && ctx->ir->models && k < sizeof waits / sizeof *waits; k++) {
        const ModelEntry *entry = model_entry(ctx->ir->models, object_path(ctx->types, method), object_receiver(ctx->types, method),
                                              name_ofs(package_names(ctx->types), waits[k]));
        const Effect *blocks = entry ? effect_find(entry, EFFECT_BLOCKS, ctx->go_minor) : NULL;
        if (blocks && blocks->modes & (MODE_NETWORK | MODE_PIPE))
            return true;
    }
    return false;
}

// The field of its receiver that an instruction closes or releases; none otherwise.
static AbsId closed_field(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    IrValue value = {0};
    Act act;
    if (i->op == IR_CLOSE)
        value = i->args[0];
    else if ((i->op == IR_CALL || i->op == IR_DEFER) && i->call->has_recv &&
             flow_act(ctx->flow, (Site){func->id, at}, EFFECT_RELEASES, &act) && !is_harmless_release(ctx, i))
        value = i->args[0];
    while (ir_ok(value) && ir_instr(func, value)->op == IR_CONVERT)
        value = ir_instr(func, value)->args[0];
    const IrInstr *v = ir_ok(value) ? ir_instr(func, value) : NULL;
    return !v                 ? (AbsId){0}
           : v->op == IR_LOAD ? flow_place(ctx->flow, func->id, v->args[0])
                              : flow_place(ctx->flow, func->id, value);
}

static bool loads_field(RuleContext *ctx, const FuncsRun *own, AbsId field)
{
    if (!field.v || flow_abs(ctx->flow, field)->kind != ABS_FIELD)
        return false;
    SiteList loads = flow_field_loads(ctx->flow, field);
    for (uint32_t k = 0; k < loads.len; k++)
        if (bitset_has(&own->has, loads.items[k].func.v))
            return true;
    return false;
}

static Site closes_next(RuleContext *ctx, Site signal, const FuncsRun *own)
{
    const IrFunc *func = rule_func(ctx, signal.func);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
        if (at.v != signal.instr.v && rule_live_instr(ctx, func, at) && comes_after(func, signal, at) &&
            loads_field(ctx, own, closed_field(ctx, func, at)))
            return (Site){func->id, at};
    return (Site){0};
}

// ---- Is it the owner's? ----

// Whether somebody other than the goroutine calls the method.
static bool called_by_owner(RuleContext *ctx, const IrFunc *method, const FuncsRun *own)
{
    if (!bitset_has(&own->has, method->id.v) || flow_has_unseen_callers(ctx->flow, method->id))
        return true;
    CallEdges callers = flow_callers(ctx->flow, method->id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (!bitset_has(&own->has, callers.items[k].site.func.v))
            return true;
    return false;
}

static bool starts_it(RuleContext *ctx, const IrFunc *method, const Story *s)
{
    FuncsRun run = {0};
    funcs_run_add(ctx, &run, method->id);
    bool starts = bitset_has(&run.has, s->spawner.v);
    funcs_run_done(ctx, &run);
    return starts || outermost(ctx, rule_func(ctx, s->spawner)) == method;
}

static bool has_slots(const RuleContext *ctx, Site send)
{
    AbsSet chans = flow_value(ctx->flow, send.func, rule_instr(ctx, send)->args[0]);
    for (uint32_t k = 0; k < chans.len; k++) {
        const Abs *a = flow_abs(ctx->flow, chans.items[k]);
        if (a->kind == ABS_CHAN && rule_instr(ctx, (Site){a->func, a->site})->arg_count)
            return true;
    }
    return false;
}

// Whether a send gives the signal, rather than one more thing to work on.
static bool sends_signal(const RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    return i->op == IR_SEND && carries_nothing(ctx, ir_instr(rule_func(ctx, site.func), i->args[0])->type);
}

static TypeStop stop_of(RuleContext *ctx, const Story *s, const FuncsRun *own)
{
    SiteSet stops = lifetime_stops(ctx, s);
    VEC_EACH(const Site, site, &stops.sites) {
        TypeStop stop = {.signal = *site};
        IrOp op = rule_instr(ctx, *site)->op;
        bool sends = sends_signal(ctx, *site);
        if (bitset_has(&own->has, site->func.v) || (!sends && op != IR_CLOSE && op != IR_CALL && op != IR_DEFER))
            continue;
        stop.hands_over = sends && !has_slots(ctx, *site);
        stop.method = type_stop_method(ctx, &stop.signal);
        if (!stop.method || starts_it(ctx, stop.method, s) || !called_by_owner(ctx, stop.method, own))
            continue;
        stop.next = closes_next(ctx, stop.signal, own);
        stop.may_wait = type_stop_waits(ctx, stop.method, stop.signal) || type_hands_out_end(ctx, stop.method);
        return stop;
    }
    return (TypeStop){0};
}

TypeStop type_stop(RuleContext *ctx, const Story *s)
{
    FuncsRun own = {0};
    for (uint32_t b = 0; b < s->body_count; b++)
        funcs_run_add(ctx, &own, s->bodies[b]);
    TypeStop stop = stop_of(ctx, s, &own);
    funcs_run_done(ctx, &own);
    return stop;
}

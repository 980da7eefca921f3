// unstopped_notify.c - registrations with something that outlives the caller, made again and again.
//
// signal.Notify keeps the channel, and context.AfterFunc the function and all that it refers to, until the
// registration is undone; for a context also until it ends. True at run time where a function that is
// called again and again, or a loop, registers something new each time with what outlives it (the process;
// a context from outside of the loop, or kept in a field) and some path goes on without undoing that:
// every round leaves one more behind. Once in the life of a process is what main and init do.
#include "rules/held.h"
#include "rules/origin.h"
#include "rules/stops.h"

// Callers are looked at so far up.
enum { MAX_CALLERS_UP = 4 };

// ---- Again and again ----

typedef enum Again { AGAIN_NO, AGAIN_UNSEEN, AGAIN_LOOP, AGAIN_REQUEST } Again;

typedef struct Often {
    Again again;
    Site site; // the call in a loop, or the handler's own
} Often;

static bool in_loop(const IrFunc *func, IrValue at)
{
    return func->blocks.data[ir_instr(func, at)->block].loop != 0;
}

static bool is_start(const RuleContext *ctx, const IrFunc *func)
{
    if (func->kind == FUNC_INIT)
        return true;
    Str name = func->kind == FUNC_DECL && !func->has_recv ? object_name(ctx->types, func->obj) : (Str){0};
    return str_is(name, "init") || (str_is(name, "main") && str_is(package_name(ctx->types), "main"));
}

static Often how_often(const RuleContext *ctx, Site site, unsigned depth)
{
    const IrFunc *func = rule_func(ctx, site.func);
    if (in_loop(func, site.instr))
        return (Often){AGAIN_LOOP, site};
    if (is_start(ctx, func) || rule_in_test_file(ctx, func))
        return (Often){AGAIN_NO, site};
    if (flow_is_handler(ctx->flow, func->id))
        return (Often){AGAIN_REQUEST, site};
    Often most = {flow_has_unseen_callers(ctx->flow, func->id) ? AGAIN_UNSEEN : AGAIN_NO, site};
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; depth < MAX_CALLERS_UP && k < callers.len; k++) {
        if (callers.items[k].mode == CALL_ONCE)
            continue;
        Often up = how_often(ctx, callers.items[k].site, depth + 1);
        if (up.again > most.again)
            most = up;
    }
    return most;
}

static void tell(RuleContext *ctx, Finding *f, const Often *often, Site site)
{
    if (often->again == AGAIN_UNSEEN)
        finding_note(ctx, f, "how often %s is called is not seen", rule_func_name(ctx, rule_func(ctx, site.func)));
    else if (often->site.func.v != site.func.v || often->site.instr.v != site.instr.v)
        finding_related(ctx, f, often->site, often->again == AGAIN_LOOP ? "comes there in a loop" : "comes there for each request", NULL);
}

static Level level_of(const RuleContext *ctx, const Often *often, const IrFunc *func)
{
    return often->again == AGAIN_UNSEEN || rule_in_test_file(ctx, func) ? LEVEL_ADVICE : LEVEL_WARNING;
}

// ---- Signals ----

typedef struct Registered {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue at;
    AbsSet chans;
} Registered;

static bool undoes(const Registered *r, Site site)
{
    Act act;
    return flow_act(r->ctx->flow, site, EFFECT_UNFEEDS, &act) && ir_ok(act.arg) &&
           flow_sets_meet(flow_value(r->ctx->flow, act.func, act.arg), r->chans);
}

// Whether an instruction of a function that runs does it.
static bool run_undoes(const Registered *r, const Bitset *run)
{
    for (uint32_t id = 1; id < r->ctx->ir->funcs.len; id++) {
        const IrFunc *func = r->ctx->ir->funcs.data[id];
        for (IrValue at = {1}; bitset_has(run, id) && at.v < func->instrs.len; at.v++)
            if (undoes(r, (Site){{id}, at}))
                return true;
    }
    return false;
}

// Whether the instruction undoes it, now or when the function returns, or starts somebody who does.
static bool settles(void *context, IrValue at)
{
    const Registered *r = context;
    IrOp op = ir_instr(r->func, at)->op;
    if (op != IR_CALL && op != IR_DEFER && op != IR_GO)
        return false;
    Site site = {r->func->id, at};
    CallEdges callees = flow_callees(r->ctx->flow, site);
    bool found = undoes(r, site);
    for (uint32_t k = 0; !found && k < callees.len; k++) {
        Bitset run = functions_run(r->ctx, callees.items[k].callee);
        found = run_undoes(r, &run);
    }
    return found;
}

static bool leaves(void *context, IrValue at)
{
    const Registered *r = context;
    return at.v == r->at.v || ir_instr(r->func, at)->op == IR_RETURN;
}

// Whether a function that this one neither calls nor holds undoes it.
static bool undone_elsewhere(const Registered *r)
{
    for (uint32_t id = 1; id < r->ctx->ir->funcs.len; id++) {
        const IrFunc *func = r->ctx->ir->funcs.data[id];
        for (IrValue at = {1}; id != r->func->id.v && at.v < func->instrs.len; at.v++)
            if ((ir_instr(func, at)->op == IR_CALL || ir_instr(func, at)->op == IR_DEFER) && undoes(r, (Site){{id}, at}) &&
                flow_callers(r->ctx->flow, func->id).len == 0)
                return true;
    }
    return false;
}

// Whether each call, or each round, has a channel of its own, which nobody else can undo it for.
static bool is_fresh(const Registered *r)
{
    for (uint32_t k = 0; k < r->chans.len; k++) {
        const Abs *a = flow_abs(r->ctx->flow, r->chans.items[k]);
        if (a->kind != ABS_CHAN || a->func.v != r->func->id.v || flow_escapes(r->ctx->flow, r->chans.items[k]) ||
            (in_loop(r->func, r->at) && !in_loop(r->func, a->site)))
            return false;
    }
    return r->chans.len > 0;
}

// Deferred before it.
static bool settled_before(Registered *r)
{
    uint32_t block = ir_instr(r->func, r->at)->block;
    for (IrValue at = {1}; at.v < r->at.v; at.v++)
        if (ir_instr(r->func, at)->op == IR_DEFER && ir_dominates(r->func, ir_instr(r->func, at)->block, block) && settles(r, at))
            return true;
    return false;
}

static void check_signals(RuleContext *ctx, const IrFunc *func, IrValue at, const Act *act)
{
    Site site = {func->id, at};
    Registered r = {ctx, func, at, flow_value(ctx->flow, act->func, act->arg)};
    Often often = how_often(ctx, site, 0);
    if (often.again == AGAIN_NO || !is_fresh(&r) || settled_before(&r) || undone_elsewhere(&r))
        return;
    PathQuery q = {.func = func->id, .from = at, .goal = leaves, .avoid = settles, .ctx = &r};
    IrValue end = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    if (!ir_ok(end))
        return;
    // A command that goes through its rounds ends with its process.
    bool command = often.again == AGAIN_LOOP && str_is(package_name(ctx->types), "main");
    const char *name = rule_text(ctx, rule_func(ctx, act->func), act->arg);
    Finding *f = finding_at(ctx, command ? LEVEL_ADVICE : level_of(ctx, &often, func), site,
                            "%s stays registered for signals: each time one more channel is kept for the life of the process", name);
    if (end.v != at.v)
        finding_related(ctx, f, (Site){func->id, end}, "returns here without undoing it", NULL);
    tell(ctx, f, &often, site);
    finding_note(ctx, f, "defer signal.Stop(%s), or use signal.NotifyContext and call its stop function", name);
}

// ---- The end of a context ----

static bool declared_outside(const IrFunc *func, VarId var, uint32_t loop)
{
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        bool assigns = i->op == IR_STORE && ir_instr(func, i->args[0])->op == IR_ADDR_VAR && ir_instr(func, i->args[0])->var.v == var.v;
        if (assigns && ir_in_loop(func, loop, i->block))
            return false;
    }
    return true;
}

// Whether a context that can end lives longer than what registers with it, and how often that comes by.
static Often outlived(RuleContext *ctx, Site site, IrValue context, unsigned depth)
{
    const IrFunc *func = rule_func(ctx, site.func);
    VarId var = flow_loaded_var(ctx->flow, func->id, context);
    uint32_t loop = func->blocks.data[ir_instr(func, site.instr)->block].loop;
    Origins from = context_origins(ctx, func->id, context);
    if (from.items.len == 0 || origins_all(&from, ORIGIN_ROOT))
        return (Often){0};
    if (loop && var.v && declared_outside(func, var, loop - 1))
        return (Often){AGAIN_LOOP, site};
    if (origins_all(&from, ORIGIN_FIELD) && !var.v)
        return how_often(ctx, site, 0);
    int32_t param = var.v && ir_var(ctx->ir, var)->owner.v == func->id.v ? ir_var(ctx->ir, var)->param : -1;
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; param >= 0 && depth < MAX_CALLERS_UP && k < callers.len; k++) {
        const IrInstr *call = rule_instr(ctx, callers.items[k].site);
        if (callers.items[k].mode != CALL_NOW || call->call->dynamic || (uint32_t)param >= call->arg_count)
            continue;
        Often up = outlived(ctx, callers.items[k].site, call->args[param], depth + 1);
        if (up.again != AGAIN_NO)
            return up;
    }
    return (Often){0};
}

static void check_context(RuleContext *ctx, const IrFunc *func, IrValue at, const Act *after)
{
    Site site = {func->id, at};
    if (after->func.v != func->id.v || !ir_ok(after->arg))
        return;
    IrValue from = {0};
    VarId var = held_variable(ctx, func, at, &from);
    if (!var.v && flow_uses(ctx->flow, func->id, at).len)
        return; // handed on
    Often often = outlived(ctx, site, after->arg, 0);
    if (often.again == AGAIN_NO)
        return;
    static const Effect none;
    Held h = {.ctx = ctx, .func = func, .call = at, .from = from, .var = var, .ends = &none};
    IrValue end = var.v ? held_lost(&h) : at;
    if (!ir_ok(end) || (var.v && ir_var(ctx->ir, var)->result >= 0))
        return;
    const char *context = rule_text(ctx, func, after->arg);
    Finding *f = finding_at(ctx, level_of(ctx, &often, func), site,
                            "what %s registers with %s stays until that context ends: each time one more", rule_callee_name(ctx, func, ir_instr(func, at)), context);
    if (var.v)
        finding_related(ctx, f, (Site){func->id, end}, "goes on here without undoing it", NULL);
    tell(ctx, f, &often, site);
    finding_note(ctx, f, "call the stop function that it returns when the work is done, or register with a context that ends with the work");
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act act;
    Site site = {func->id, at};
    if (i->op != IR_CALL)
        return;
    if (flow_act(ctx->flow, site, EFFECT_FEEDS, &act) && act.effect->modes & MODE_SIGNALS && ir_ok(act.arg))
        check_signals(ctx, func, at, &act);
    else if (flow_act(ctx->flow, site, EFFECT_AFTER, &act))
        check_context(ctx, func, at, &act);
}

void rule_unstopped_notify(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

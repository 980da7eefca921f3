// does.c - what each function does that stops, saves or waits for something.
//
// A least fixpoint over the call graph, once a package: what a function does itself, and what the
// functions do that it runs on the same goroutine.
#include "rules/stops.h"

typedef struct Table {
    RuleContext *ctx;
    uint32_t *does; // by function
} Table;

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
    return rule_instr(ctx, site)->arg_count == 1 && flow_act(ctx->flow, site, EFFECT_WRITES, &act) &&
           act.effect->target.kind == REF_RECV;
}

static bool affects_outside(const RuleContext *ctx, Site site)
{
    Act act;
    return flow_act(ctx->flow, site, EFFECT_AFFECTS, &act) && act.effect->modes & ~(uint32_t)MODE_OUTPUT;
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

static bool cancels(const RuleContext *ctx, const IrFunc *func, const IrInstr *i)
{
    // A function of the library's type for it cancels, wherever it was made.
    TypeId t = i->call->dynamic && i->arg_count ? ir_instr(func, i->args[0])->type : (TypeId){0};
    if (type_is_named(ctx->types, t, "context", "CancelFunc") || type_is_named(ctx->types, t, "context", "CancelCauseFunc"))
        return true;
    AbsSet fun = i->call->dynamic && i->arg_count ? flow_value(ctx->flow, func->id, i->args[0]) : (AbsSet){0};
    for (uint32_t k = 0; k < fun.len; k++)
        if (flow_is_cancel(ctx->flow, fun.items[k]))
            return true;
    return false;
}

// ---- Joins ----

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

// ---- One instruction ----

CallEdges call_certain_callees(const RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    CallEdges all = flow_callees(ctx->flow, site);
    bool library = i->call->interface && obj_ok(i->call->callee) && object_at(ctx->types, i->call->callee)->home != 0;
    return library || (i->call->interface && all.len > 1) ? (CallEdges){0} : all;
}

static uint32_t callees_do(const Table *t, Site site)
{
    uint32_t bits = 0;
    CallEdges callees = call_certain_callees(t->ctx, site);
    // What a function does that ends the process or panics is not what its caller means to do.
    for (uint32_t k = 0; k < callees.len; k++)
        if (flow_runs_here(callees.items[k].mode) && flow_facts(t->ctx->flow, callees.items[k].callee)->returns)
            bits |= t->does[callees.items[k].callee.v];
    return bits;
}

// What a call does by itself: by its model, by being unseen, by its shape.
static uint32_t call_itself_does(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    if (i->call->builtin != BUILTIN_NONE)
        return i->call->builtin == BUILTIN_CLOSE ? DOES_CLOSE : 0;
    uint32_t bits = model_does(ctx, site) | (cancels(ctx, func, i) ? DOES_CANCEL : 0);
    MethodCall m = method_named(ctx, func, at);
    bool closer = m.ok && is_closer(ctx, &m);
    if (flow_call_open(ctx->flow, site))
        bits |= DOES_UNKNOWN | (closer ? DOES_CLOSER : 0);
    if (m.ok && m.plain && (closer || i->op == IR_DEFER || bits & (DOES_RELEASE | DOES_FLUSH)))
        bits |= DOES_STOP;
    return bits;
}

static uint32_t instr_does(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    switch (i->op) {
    case IR_CLOSE:
        return DOES_CLOSE;
    case IR_SEND:
        return DOES_SEND;
    case IR_RECV:
    case IR_SELECT:
        return DOES_WAIT | (is_join(ctx, site) ? DOES_JOIN : 0);
    case IR_RANGE_NEXT:
        return flow_own_waits(ctx->flow, func->id, i) ? DOES_WAIT | (is_join(ctx, site) ? DOES_JOIN : 0) : 0;
    case IR_STORE:
        return ir_instr(func, i->args[0])->op == IR_ADDR_FIELD ? DOES_CHANGE : 0;
    case IR_BUILTIN: // clear, delete, copy, append
        return DOES_CHANGE;
    case IR_CALL:
    case IR_DEFER:
        return call_itself_does(ctx, func, at);
    default:
        return 0;
    }
}

// ---- The fixpoint ----

static uint32_t called_do(const Table *t, const IrFunc *func)
{
    uint32_t bits = 0;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        if ((i->op == IR_CALL || i->op == IR_DEFER) && rule_live_instr(t->ctx, func, at))
            bits |= callees_do(t, (Site){func->id, at});
    }
    return bits;
}

static void queue_callers(const Table *t, FuncId id, uint32_t *queue, uint32_t *tail, Bitset *queued)
{
    CallEdges callers = flow_callers(t->ctx->flow, id);
    for (uint32_t k = 0; k < callers.len; k++) {
        uint32_t caller = callers.items[k].site.func.v;
        if (!flow_runs_here(callers.items[k].mode) || bitset_has(queued, caller))
            continue;
        bitset_add(queued, caller);
        queue[(*tail)++ % t->ctx->ir->funcs.len] = caller;
    }
}

void stops_prepare(RuleContext *ctx)
{
    if (ctx->does)
        return;
    uint32_t n = ctx->ir->funcs.len, head = 0, tail = 0;
    Table t = {ctx, arena_array(ctx->package, uint32_t, n)};
    uint32_t *queue = arena_array(ctx->scratch, uint32_t, n);
    Bitset queued = bitset_new(ctx->scratch, n);
    for (uint32_t k = 0; k + 1 < n; k++) {
        uint32_t id = flow_callees_first(ctx->flow)[k].v;
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
            if (rule_live_instr(ctx, func, at))
                t.does[id] |= instr_does(ctx, func, at);
        bitset_add(&queued, id);
        queue[tail++ % n] = id;
    }
    while (head < tail) {
        uint32_t id = queue[head++ % n];
        bitset_remove(&queued, id);
        uint32_t bits = t.does[id] | called_do(&t, ctx->ir->funcs.data[id]);
        bool grew = bits != t.does[id];
        t.does[id] = bits;
        if (grew)
            queue_callers(&t, (FuncId){id}, queue, &tail, &queued);
    }
    ctx->does = t.does;
}

uint32_t function_does(const RuleContext *ctx, FuncId func)
{
    return ctx->does[func.v];
}

uint32_t call_does(RuleContext *ctx, const IrFunc *func, IrValue call)
{
    Table t = {ctx, ctx->does};
    return call_itself_does(ctx, func, call) | callees_do(&t, (Site){func->id, call});
}

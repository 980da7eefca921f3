// lifetime.c - who stops and who joins a goroutine, on which paths.
#include "rules/lifetime.h"
#include "rules/origin.h"

enum { MAX_DEPTH = 10 };

static void add_site(RuleContext *ctx, SiteSet *set, Site site)
{
    vec_push(ctx->scratch, &set->sites, site);
}

SiteSet lifetime_joins(RuleContext *ctx, const Story *s)
{
    SiteSet set = {0};
    for (uint32_t k = 0; k < s->join_count; k++)
        add_site(ctx, &set, s->joins[k].site);
    return set;
}

// ---- Stops ----

// What a call runs: its function value, or the callback that it hands to a library (t.Cleanup(cancel)).
static AbsSet run_by(RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    Act runs;
    if (i->call->dynamic)
        return flow_value(ctx->flow, site.func, i->args[0]);
    return flow_act(ctx->flow, site, EFFECT_RUNS, &runs) ? flow_value(ctx->flow, runs.func, runs.arg) : (AbsSet){0};
}

// Calls of the cancel function of a context or of one that it was derived from.
static void add_cancels(RuleContext *ctx, SiteSet *set, AbsId context)
{
    SiteList calls = flow_cancel_calls(ctx->flow);
    for (uint32_t c = 0; c < calls.len; c++) {
        AbsSet fun = run_by(ctx, calls.items[c]);
        for (uint32_t k = 0; k < fun.len; k++) {
            const Abs *a = flow_abs(ctx->flow, fun.items[k]);
            if (!flow_is_cancel(ctx->flow, fun.items[k]))
                continue;
            AbsSet made = flow_component(ctx->flow, a->func, a->site, 0);
            for (uint32_t m = 0; m < made.len; m++)
                if (flow_ctx_descends(ctx->flow, context, made.items[m]))
                    add_site(ctx, set, calls.items[c]);
        }
    }
}

// A context that ends with the test, or that is not made here, is stopped by someone.
static bool ends_by_scope(const RuleContext *ctx, AbsId context, unsigned depth)
{
    const Abs *a = flow_abs(ctx->flow, context);
    if (a->kind == ABS_OUTSIDE || a->kind == ABS_UNKNOWN)
        return true;
    if (a->kind != ABS_RESULT || depth > MAX_DEPTH)
        return false;
    const IrInstr *call = rule_instr(ctx, (Site){a->func, a->site});
    if (call->call && (flow_effect(ctx->flow, call, EFFECT_SCOPED) || flow_effect(ctx->flow, call, EFFECT_EXPIRES)))
        return true;
    AbsSet parents = flow_ctx_parents(ctx->flow, context);
    for (uint32_t k = 0; k < parents.len; k++)
        if (ends_by_scope(ctx, parents.items[k], depth + 1))
            return true;
    return false;
}

static void add_context(RuleContext *ctx, SiteSet *set, AbsId context)
{
    add_cancels(ctx, set, context);
    set->always |= ends_by_scope(ctx, context, 0);
}

static void add_channel(RuleContext *ctx, SiteSet *set, const Story *s, AbsId chan)
{
    SiteList closes = flow_chan_ops(ctx->flow, chan, CHAN_OP_CLOSE);
    SiteList sends = flow_chan_ops(ctx->flow, chan, CHAN_OP_SEND);
    for (uint32_t k = 0; k < closes.len; k++)
        add_site(ctx, set, closes.items[k]);
    // A value ends a range only by closing it.
    bool ranges = false;
    for (uint32_t k = 0; k < s->stop_count; k++)
        ranges |= s->stops[k].what.v == chan.v && rule_instr(ctx, s->stops[k].site)->op == IR_RANGE_NEXT;
    for (uint32_t k = 0; k < sends.len && !ranges; k++)
        add_site(ctx, set, sends.items[k]);
}

SiteSet lifetime_stops(RuleContext *ctx, const Story *s)
{
    SiteSet set = {0};
    for (uint32_t k = 0; k < s->stop_count; k++) {
        if (s->stops[k].kind == STOP_CONTEXT)
            add_context(ctx, &set, s->stops[k].what);
        else if (s->stops[k].kind == STOP_CHANNEL)
            add_channel(ctx, &set, s, s->stops[k].what);
        else if (s->stops[k].kind == STOP_OUTSIDE)
            set.always = true;
    }
    if (s->body_seen)
        return set;
    const IrInstr *spawn = rule_instr(ctx, s->spawn);
    for (uint32_t k = 0; k < spawn->arg_count; k++) {
        const IrFunc *spawner = rule_func(ctx, s->spawner);
        if (!flow_is_context(ctx->flow, ir_instr(spawner, spawn->args[k])->type))
            continue;
        AbsSet contexts = flow_value(ctx->flow, s->spawner, spawn->args[k]);
        for (uint32_t c = 0; c < contexts.len; c++)
            add_context(ctx, &set, contexts.items[c]);
    }
    return set;
}

// ---- Paths ----

typedef struct Escape {
    RuleContext *ctx;
    const IrFunc *func;
    const SiteSet *set;
    Bitset does; // functions that pass one of the places, themselves or in what they call
} Escape;

// Functions that come to the function, itself included: found from it up to everybody who calls it, and
// kept, since many goroutines are stopped in the same few. Asked the other way, from each call down, all
// that a program does would be looked at for each goroutine.
static Bitset comes_to(RuleContext *ctx, FuncId func)
{
    uint64_t words = map_or(&ctx->comes_to, func.v, 0);
    if (words)
        return (Bitset){(uint64_t *)(uintptr_t)words, ctx->ir->funcs.len};
    Bitset set = bitset_new(ctx->package, ctx->ir->funcs.len);
    map_put(ctx->package, &ctx->comes_to, func.v, (uintptr_t)set.words);
    Arena own = {0};
    VEC(FuncId) work = {0};
    bitset_add(&set, func.v);
    vec_push(&own, &work, func);
    while (work.len) {
        CallEdges callers = flow_callers(ctx->flow, work.data[--work.len]);
        for (uint32_t k = 0; k < callers.len; k++) {
            const CallEdge *e = &callers.items[k];
            IrOp op = rule_instr(ctx, e->site)->op;
            if (bitset_has(&set, e->site.func.v) || (op != IR_CALL && op != IR_DEFER) || e->mode == CALL_GO || e->mode == CALL_LATER)
                continue;
            bitset_add(&set, e->site.func.v);
            vec_push(&own, &work, e->site.func);
        }
    }
    arena_free(&own);
    return set;
}

static void find_doers(Escape *e, Arena *own)
{
    Bitset known = bitset_new(own, e->ctx->ir->funcs.len);
    e->does = bitset_new(own, e->ctx->ir->funcs.len);
    VEC_EACH(Site, s, &e->set->sites) {
        if (bitset_has(&known, s->func.v))
            continue;
        bitset_add(&known, s->func.v);
        Bitset set = comes_to(e->ctx, s->func);
        bitset_union(&e->does, &set);
    }
}

static bool does_it(void *p, IrValue at)
{
    const Escape *e = p;
    const IrInstr *i = ir_instr(e->func, at);
    VEC_EACH(Site, s, &e->set->sites)
        if (s->func.v == e->func->id.v && s->instr.v == at.v)
            return true;
    if (i->op != IR_CALL && i->op != IR_DEFER)
        return false;
    CallEdges callees = flow_callees(e->ctx->flow, (Site){e->func->id, at});
    for (uint32_t c = 0; c < callees.len; c++)
        if (callees.items[c].mode != CALL_GO && bitset_has(&e->does, callees.items[c].callee.v))
            return true;
    return false;
}

static bool is_return(void *p, IrValue at)
{
    const Escape *e = p;
    return ir_instr(e->func, at)->op == IR_RETURN;
}

static bool inside(const RuleContext *ctx, FuncId id, FuncId outer)
{
    for (; id.v; id = rule_func(ctx, id)->parent)
        if (id.v == outer.v)
            return true;
    return false;
}

// A deferred call or clean-up that was noted before the spawn does it as well.
static bool noted_before(RuleContext *ctx, const Escape *e, IrValue spawn)
{
    for (IrValue at = ir_first_event(e->func); ir_ok(at); at = ir_next_event(e->func, at)) {
        const IrInstr *i = ir_instr(e->func, at);
        bool noted = i->op == IR_DEFER;
        CallEdges callees = i->op == IR_CALL ? flow_callees(ctx->flow, (Site){e->func->id, at}) : (CallEdges){0};
        for (uint32_t k = 0; k < callees.len; k++)
            noted |= callees.items[k].mode == CALL_CLEANUP;
        const Effect *runs = i->op == IR_CALL ? flow_effect(ctx->flow, i, EFFECT_RUNS) : NULL;
        noted |= runs && runs->modes & MODE_CLEANUP;
        if (noted && ir_dominates(e->func, i->block, ir_instr(e->func, spawn)->block) && does_it((void *)(uintptr_t)e, at))
            return true;
    }
    return false;
}

// The number of the outermost loop around a block that does not hold the spawn, or UINT32_MAX.
static uint32_t loop_without(const IrFunc *func, uint32_t block, uint32_t spawn_block)
{
    uint32_t found = UINT32_MAX;
    for (uint32_t n = func->blocks.data[block].loop; n; n = func->loops.data[n - 1].parent)
        if (!ir_in_loop(func, n - 1, spawn_block))
            found = n - 1;
    return found;
}

// A loop that receives one result for each goroutine passes for having received them: that it may
// run no round at all is not held against it.
static SiteSet with_loops(RuleContext *ctx, const IrFunc *func, IrValue spawn, const SiteSet *set)
{
    SiteSet out = {.always = set->always};
    VEC_EACH(Site, s, &set->sites)
    {
        add_site(ctx, &out, *s);
        if (s->func.v != func->id.v)
            continue;
        uint32_t loop = loop_without(func, ir_instr(func, s->instr)->block, ir_instr(func, spawn)->block);
        if (loop == UINT32_MAX)
            continue;
        const IrBlock *header = &func->blocks.data[func->loops.data[loop].header];
        add_site(ctx, &out, (Site){func->id, {header->instrs.data[0]}});
    }
    return out;
}

Site lifetime_escape(RuleContext *ctx, const Story *s, const SiteSet *set)
{
    // What is handed out, as a helper's result, is stopped and joined by whoever has it.
    const IrFunc *root = rule_func(ctx, s->root);
    bool hands_out = root->params.len > 1 || type_tuple_len(ctx->types, type_results(ctx->types, root->signature)) > 0;
    VEC_EACH(Site, site, &set->sites)
        if (hands_out && !inside(ctx, site->func, s->root))
            return (Site){0};
    SiteSet places = with_loops(ctx, rule_func(ctx, s->spawner), s->spawn.instr, set);
    Escape e = {.ctx = ctx, .func = rule_func(ctx, s->spawner), .set = &places};
    Site found = {0};
    Arena own = {0};
    find_doers(&e, &own);
    if (!noted_before(ctx, &e, s->spawn.instr)) {
        PathQuery q = {.func = s->spawner, .from = s->spawn.instr, .goal = is_return, .avoid = does_it, .ctx = &e};
        found = (Site){s->spawner, flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL)};
    }
    arena_free(&own);
    return found;
}

// ---- The goroutine ----

uint32_t lifetime_waits(RuleContext *ctx, const Story *s)
{
    uint32_t waits = 0;
    for (uint32_t k = 0; k < s->body_count; k++)
        waits |= flow_facts(ctx->flow, s->bodies[k])->waits;
    return waits;
}

bool lifetime_hopeless(RuleContext *ctx, const Story *s)
{
    const IrFunc *spawner = rule_func(ctx, s->spawner);
    const IrInstr *spawn = rule_instr(ctx, s->spawn);
    bool given = false;
    for (uint32_t k = 0; k < spawn->arg_count; k++) {
        if (!flow_is_context(ctx->flow, ir_instr(spawner, spawn->args[k])->type))
            continue;
        AbsSet contexts = flow_value(ctx->flow, s->spawner, spawn->args[k]);
        given |= contexts.len > 0;
        for (uint32_t c = 0; c < contexts.len; c++)
            if (flow_ctx_cancellable(ctx->flow, contexts.items[c]))
                return false;
    }
    return given;
}

bool lifetime_known_by_model(RuleContext *ctx, const Story *s)
{
    const IrInstr *spawn = rule_instr(ctx, s->spawn);
    const Effect *spawns = flow_effect(ctx->flow, spawn, EFFECT_SPAWNS);
    if (!spawns)
        return spawn->call->model != NULL;
    IrValue target = flow_effect_arg(ctx->flow, spawn, spawns);
    AbsSet functions = ir_ok(target) ? flow_value(ctx->flow, s->spawner, target) : (AbsSet){0};
    for (uint32_t k = 0; k < functions.len; k++) {
        const Abs *a = flow_abs(ctx->flow, functions.items[k]);
        if (flow_is_cancel(ctx->flow, functions.items[k]))
            continue; // time.AfterFunc(d, cancel)
        if (a->kind != ABS_EXTERN && a->kind != ABS_BOUND)
            return false;
        Str path = object_path(ctx->types, a->obj);
        if (!model_entry(ctx->ir->models, path, object_receiver(ctx->types, a->obj),
                         object_at(ctx->types, a->obj)->name))
            return false;
    }
    return functions.len > 0;
}

static bool is_handle(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_deref(ctx->types, t);
    return flow_is_context(ctx->flow, t) ||
           type_kind(ctx->types, type_underlying(ctx->types, t)) == T_CHAN ||
           type_is_named(ctx->types, plain, "sync", "WaitGroup") ||
           type_is_named(ctx->types, plain, "net/http", "Request");
}

// Whether a context or channel comes from a caller, or seen code ends it.
static bool in_callers_hand(RuleContext *ctx, AbsId a)
{
    const Abs *object = flow_abs(ctx->flow, a);
    if (object->kind == ABS_OUTSIDE || object->kind == ABS_UNKNOWN)
        return true;
    if (object->kind == ABS_CHAN)
        return flow_chan_ops(ctx->flow, a, CHAN_OP_CLOSE).len > 0;
    SiteSet stops = {0};
    add_cancels(ctx, &stops, a);
    return stops.sites.len > 0 || ends_by_scope(ctx, a, 0);
}

static bool set_in_callers_hand(RuleContext *ctx, AbsSet set)
{
    for (uint32_t k = 0; k < set.len; k++)
        if (in_callers_hand(ctx, set.items[k]))
            return true;
    return false;
}

// Whether a parameter of the root function is kept by what it makes or goes to the goroutine.
static bool parameter_is_kept(RuleContext *ctx, const IrFunc *root)
{
    VEC_EACH(VarId, v, &root->params)
    {
        if (!is_handle(ctx, ir_var(ctx->ir, *v)->type) || !set_in_callers_hand(ctx, flow_var(ctx->flow, *v)))
            continue;
        SiteList loads = flow_var_loads(ctx->flow, *v);
        for (uint32_t k = 0; k < loads.len; k++) {
            SiteList uses = flow_uses(ctx->flow, loads.items[k].func, loads.items[k].instr);
            for (uint32_t u = 0; u < uses.len; u++) {
                const IrInstr *i = rule_instr(ctx, uses.items[u]);
                if ((i->op == IR_STORE && i->args[1].v == loads.items[k].instr.v) || i->op == IR_GO)
                    return true;
            }
        }
    }
    return false;
}

bool lifetime_reaches_caller(RuleContext *ctx, const Story *s)
{
    const IrFunc *spawner = rule_func(ctx, s->spawner);
    const IrInstr *spawn = rule_instr(ctx, s->spawn);
    for (uint32_t k = 0; k < spawn->arg_count; k++)
        if (is_handle(ctx, ir_instr(spawner, spawn->args[k])->type) &&
            set_in_callers_hand(ctx, flow_value(ctx->flow, s->spawner, spawn->args[k])))
            return true;
    return parameter_is_kept(ctx, rule_func(ctx, s->root)) || lifetime_has_shutdown(ctx, s);
}

bool lifetime_joined_at_home(RuleContext *ctx, const Story *s)
{
    for (uint32_t k = 0; k < s->join_count; k++)
        if (inside(ctx, s->joins[k].site.func, s->root))
            return true;
    return false;
}

// ---- Shutdown methods ----

// Whether a release is of a variable of the function's own: of what it uses for this one call.
static bool releases_local(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Act act;
    if (!flow_act(ctx->flow, (Site){func->id, at}, EFFECT_RELEASES, &act) || !ir_ok(act.recv))
        return false;
    VarId base = base_variable(rule_func(ctx, act.recv_func), act.recv);
    return base.v && ir_var(ctx->ir, base)->owner.v == func->id.v && ir_var(ctx->ir, base)->param < 0;
}

// Whether the function stops something: cancels, closes a channel, releases, drains or joins.
static bool stops_something(const RuleContext *ctx, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        if (i->op == IR_CLOSE)
            return true;
        if ((i->op != IR_CALL && i->op != IR_DEFER) || releases_local(ctx, func, at))
            continue;
        if (i->call->builtin == BUILTIN_CLOSE || flow_effect(ctx->flow, i, EFFECT_DRAINS) ||
            flow_effect(ctx->flow, i, EFFECT_RELEASES) || flow_effect(ctx->flow, i, EFFECT_WG_WAIT))
            return true;
        AbsSet fun = i->call->dynamic ? flow_value(ctx->flow, func->id, i->args[0]) : (AbsSet){0};
        for (uint32_t k = 0; k < fun.len; k++)
            if (flow_is_cancel(ctx->flow, fun.items[k]))
                return true;
    }
    return false;
}

// The types that own the goroutine: the receiver of the method that starts it, what its constructor
// makes, the receiver of the method that it runs.
static void add_owner(RuleContext *ctx, TypeId t, TypeId *owners, uint32_t *count)
{
    TypeId plain = type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t)));
    if (*count < 4 && type_kind(ctx->types, plain) == T_NAMED)
        owners[(*count)++] = plain;
}

static bool type_has_shutdown(RuleContext *ctx, TypeId t, FuncId spawner)
{
    // The library's names for it: io.Closer's, http.Server's, time.Ticker's.
    static const char *const names[] = {"Close", "Shutdown", "Stop"};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        Selection sel = type_lookup(ctx->types, t, name_ofs(package_names(ctx->types), names[k]));
        if (sel.kind == SEL_METHOD)
            return true;
    }
    TypeId origin = type_origin(ctx->types, t);
    for (uint32_t k = 0; k < type_method_count(ctx->types, origin); k++) {
        const IrFunc *m = ir_func_of(ctx->ir, type_method(ctx->types, origin, k));
        if (m && m->has_body && m->id.v != spawner.v && flow_is_reachable(ctx->flow, m->id) &&
            stops_something(ctx, m))
            return true;
    }
    return false;
}

bool lifetime_has_shutdown(RuleContext *ctx, const Story *s)
{
    TypeId owners[4];
    uint32_t count = 0;
    const IrFunc *root = rule_func(ctx, s->root);
    const IrFunc *outer = rule_func(ctx, s->spawner);
    while (outer->parent.v)
        outer = rule_func(ctx, outer->parent);
    if (outer->has_recv && outer->params.len)
        add_owner(ctx, ir_var(ctx->ir, outer->params.data[0])->type, owners, &count);
    if (s->role == ROLE_CONSTRUCTOR)
        for (uint32_t k = 0; k < type_tuple_len(ctx->types, type_results(ctx->types, root->signature)); k++)
            add_owner(ctx, type_tuple_at(ctx->types, type_results(ctx->types, root->signature), k), owners, &count);
    for (uint32_t k = 0; k < count; k++)
        if (type_has_shutdown(ctx, owners[k], outer->id))
            return true;
    return false;
}

// misordered_shutdown.c - a dependency that is stopped before what was built from it.
//
// True at run time where one run of a function builds B from A, stops A and after that stops B: in
// between, B stands on a closed A. Construction is the evidence of the dependency; what B's stop or
// goroutine then does with A decides whether it is seen to fail. Silent where the order is the
// point: A's stop tells B to end, and B's stop waits for that; or B's stop closes A itself.
#include "rules/mend.h"
#include "rules/order.h"

enum { MAX_USE_DEPTH = 4 };

// Where B is seen to use A; certain where the use needs A to be open.
typedef struct Use {
    bool seen, certain;
    bool by_stop; // B's stop does, not a goroutine
    Site site;
} Use;

typedef struct Pair {
    RuleContext *ctx;
    const Stops *all; // of the function
    const Stop *a, *b;
    Built built;
    Order order;
    Use use;
} Pair;

// ---- What runs when B is stopped, and in its goroutines ----

// Runs `visit` for each method call below a frame, deferred ones included, until it says stop.
typedef bool CallVisit(Pair *p, const Frame *frame, IrValue at, const MethodCall *m);

static bool each_call(Pair *p, const Frame *frame, CallVisit *visit, unsigned depth)
{
    for (IrValue at = ir_first_event(frame->func); ir_ok(at); at = ir_next_event(frame->func, at)) {
        const IrInstr *i = rule_live_instr(p->ctx, frame->func, at);
        if (!i || (i->op != IR_CALL && i->op != IR_DEFER) || i->call->builtin != BUILTIN_NONE)
            continue;
        MethodCall m = method_called(p->ctx, frame, at);
        if (m.ok && visit(p, frame, at, &m))
            return true;
        CallMode mode;
        const IrFunc *callee = depth < MAX_USE_DEPTH ? call_only_callee(p->ctx, frame, at, &mode) : NULL;
        if (callee && (mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER) &&
            each_call(p, frame_call(p->ctx, frame, at, callee, mode), visit, depth + 1))
            return true;
    }
    return false;
}

static bool each_call_of_stop(Pair *p, CallVisit *visit)
{
    CallMode mode;
    const IrFunc *callee = call_only_callee(p->ctx, p->b->frame, p->b->at, &mode);
    return callee && each_call(p, frame_call(p->ctx, p->b->frame, p->b->at, callee, mode), visit, 0);
}

// ---- B takes A over ----

static bool is_stop_of_a(Pair *p, const Frame *frame, IrValue at, const MethodCall *m)
{
    if (!is_stop(p->ctx, frame, at, m, LATE_ITSELF))
        return false;
    AbsSet mine = flow_value(p->ctx->flow, m->frame->func->id, m->recv);
    AbsSet theirs = flow_value(p->ctx->flow, p->a->m.frame->func->id, p->a->m.recv);
    return identity_same(&m->value, &p->a->m.value) || flow_sets_meet(mine, theirs);
}

// ---- A's stop is B's signal ----

typedef struct Signals {
    VEC(AbsId) channels, contexts;
} Signals;

static void add_all(Arena *arena, Signals *s, AbsSet set, bool contexts)
{
    for (uint32_t k = 0; k < set.len; k++) {
        if (contexts)
            vec_push(arena, &s->contexts, set.items[k]);
        else
            vec_push(arena, &s->channels, set.items[k]);
    }
}

static void signals_of_instr(RuleContext *ctx, const IrFunc *func, const IrInstr *i, Signals *out)
{
    bool close_later = i->op == IR_DEFER && i->call->builtin == BUILTIN_CLOSE && i->arg_count;
    if (i->op == IR_CLOSE || i->op == IR_SEND)
        add_all(ctx->scratch, out, flow_value(ctx->flow, func->id, i->args[0]), false);
    else if (close_later)
        add_all(ctx->scratch, out, flow_value(ctx->flow, func->id, i->args[i->arg_count - 1]), false);
    else if ((i->op == IR_CALL || i->op == IR_DEFER) && i->call->dynamic && i->arg_count) {
        AbsSet fun = flow_value(ctx->flow, func->id, i->args[0]);
        for (uint32_t k = 0; k < fun.len; k++) {
            const Abs *a = flow_abs(ctx->flow, fun.items[k]);
            if (flow_is_cancel(ctx->flow, fun.items[k]))
                add_all(ctx->scratch, out, flow_component(ctx->flow, a->func, a->site, 0), true);
        }
    }
}

// The channels that a stop closes or sends on, and the contexts that it cancels.
static Signals signals_of(RuleContext *ctx, const Stop *s)
{
    Signals out = {0};
    CallEdges callees = flow_callees(ctx->flow, (Site){s->frame->func->id, s->at});
    for (uint32_t k = 0; k < callees.len; k++) {
        Bitset funcs = functions_run(ctx, callees.items[k].callee);
        for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
            const IrFunc *func = ctx->ir->funcs.data[id];
            for (uint32_t n = 1; bitset_has(&funcs, id) && n < func->instrs.len; n++)
                signals_of_instr(ctx, func, &func->instrs.data[n], &out);
        }
    }
    return out;
}

static bool signals_reach(const RuleContext *ctx, const Signals *s, const Story *story)
{
    for (uint32_t k = 0; k < story->stop_count; k++) {
        const StopSignal *stop = &story->stops[k];
        VEC_EACH(AbsId, c, &s->channels)
            if (stop->kind == STOP_CHANNEL && stop->what.v == c->v)
                return true;
        VEC_EACH(AbsId, c, &s->contexts)
            if (stop->kind == STOP_CONTEXT && flow_ctx_descends(ctx->flow, stop->what, *c))
                return true;
    }
    return false;
}

static bool until_has(const Effect *e, Name name)
{
    VEC_EACH(const Name, u, &e->until)
        if (name_eq(*u, name))
            return true;
    return false;
}

// A call in the goroutine that A's stop makes return: Accept of a listener that is closed.
static bool waits_for_stop(const RuleContext *ctx, const Stop *a, const IrFunc *func, IrValue at)
{
    Act act;
    return flow_act(ctx->flow, (Site){func->id, at}, EFFECT_BLOCKS, &act) && until_has(act.effect, a->m.name) &&
           ir_ok(act.recv) &&
           flow_sets_meet(flow_value(ctx->flow, act.recv_func, act.recv),
                          flow_value(ctx->flow, a->m.frame->func->id, a->m.recv));
}

static bool story_waits_for(RuleContext *ctx, const Stop *a, const Story *story)
{
    for (uint32_t b = 0; b < story->body_count; b++) {
        Bitset funcs = functions_run(ctx, story->bodies[b]);
        for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
            for (IrValue at = ir_first_event(ctx->ir->funcs.data[id]); bitset_has(&funcs, id) && ir_ok(at); at = ir_next_event(ctx->ir->funcs.data[id], at))
                if (waits_for_stop(ctx, a, ctx->ir->funcs.data[id], at))
                    return true;
    }
    return false;
}

// Whether the stop waits for the end of the goroutine.
static bool stop_joins(RuleContext *ctx, const Stop *s, const Story *story)
{
    CallEdges callees = flow_callees(ctx->flow, (Site){s->frame->func->id, s->at});
    for (uint32_t k = 0; k < callees.len; k++) {
        Bitset funcs = functions_run(ctx, callees.items[k].callee);
        for (uint32_t j = 0; j < story->join_count; j++)
            if (bitset_has(&funcs, story->joins[j].site.func.v))
                return true;
    }
    return false;
}

// Values of the network whose stop ends what waits on them: that is how their users are told.
static bool ends_waits_on_it(const RuleContext *ctx, const MethodCall *m)
{
    if (!obj_ok(m->method) || !ctx->ir->models)
        return false;
    const ModelPackage *p = model_package(ctx->ir->models, object_path(ctx->types, m->method));
    Name recv = object_receiver(ctx->types, m->method);
    for (uint32_t k = 0; p && k < p->entries.len; k++) {
        const ModelEntry *e = &p->entries.data[k];
        const Effect *blocks = name_eq(e->recv, recv) ? effect_find(e, EFFECT_BLOCKS, ctx->go_minor) : NULL;
        if (blocks && blocks->modes & (MODE_NETWORK | MODE_PIPE) && until_has(blocks, m->name))
            return true;
    }
    return false;
}

static bool is_signal(Pair *p)
{
    RuleContext *ctx = p->ctx;
    if (only_waits(ctx, p->b->frame, p->b->at, &p->b->m))
        return true;
    if (ends_waits_on_it(ctx, &p->a->m) && !(p->use.certain && p->use.by_stop))
        return true;
    Signals sent = signals_of(ctx, p->a);
    for (uint32_t s = 0; s < flow_story_count(ctx->flow); s++) {
        const Story *story = flow_story(ctx->flow, s);
        if (stop_joins(ctx, p->b, story) &&
            (signals_reach(ctx, &sent, story) || story_waits_for(ctx, p->a, story)))
            return true;
    }
    return false;
}

// ---- B is seen to use A after that ----

static bool has_effect(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    static const EffectKind kinds[] = {EFFECT_BLOCKS, EFFECT_WAITS, EFFECT_AFFECTS, EFFECT_READS, EFFECT_WRITES};
    Act act;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (flow_act(ctx->flow, (Site){func->id, at}, kinds[k], &act))
            return true;
    return call_does(ctx, func, at) & (DOES_FLUSH | DOES_SEND | DOES_WAIT);
}

static bool uses_a(Pair *p, const Frame *frame, IrValue at, const MethodCall *m)
{
    if (!identity_same(&m->value, &p->a->m.value))
        return false;
    Use use = {.seen = true, .certain = has_effect(p->ctx, frame->func, at), .site = {frame->func->id, at}};
    if (!p->use.seen || use.certain)
        p->use = use;
    return p->use.certain;
}

// The stop of a wrapper that the library says writes to what it wraps: Flush.
static Use use_by_model(const Pair *p)
{
    Act act;
    Site stop = {p->b->frame->func->id, p->b->at};
    const IrInstr *made = ir_instr(p->built.frame->func, p->built.site);
    bool wraps = made->op == IR_CALL && made->call->model &&
                 effect_find(made->call->model, EFFECT_WRAPS, p->ctx->go_minor);
    if (!wraps || !flow_act(p->ctx->flow, stop, EFFECT_WRITES, &act) || act.effect->target.kind != REF_RECV)
        return (Use){0};
    return (Use){.seen = true, .certain = true, .by_stop = true, .site = stop};
}

static const Story *story_at(const RuleContext *ctx, Site spawn)
{
    for (uint32_t s = 0; s < flow_story_count(ctx->flow); s++) {
        const Story *story = flow_story(ctx->flow, s);
        if (story->spawn.func.v == spawn.func.v && story->spawn.instr.v == spawn.instr.v)
            return story;
    }
    return NULL;
}

// A goroutine that B's stop ends or waits for lives until then.
static bool lives_until_stop(Pair *p, const Story *story)
{
    Signals sent = signals_of(p->ctx, p->b);
    return story && (signals_reach(p->ctx, &sent, story) || stop_joins(p->ctx, p->b, story));
}

// The goroutines that B's constructor starts.
static void search_goroutines(Pair *p)
{
    CallMode mode;
    const IrInstr *made = ir_instr(p->built.frame->func, p->built.site);
    const IrFunc *maker =
        made->op == IR_CALL ? call_only_callee(p->ctx, p->built.frame, p->built.site, &mode) : NULL;
    if (!maker)
        return;
    const Frame *inside = frame_call(p->ctx, p->built.frame, p->built.site, maker, mode);
    for (IrValue at = ir_first_event(maker); ir_ok(at) && !p->use.certain; at = ir_next_event(maker, at)) {
        const IrInstr *i = rule_live_instr(p->ctx, maker, at);
        const IrFunc *body = i && i->op == IR_GO ? call_only_callee(p->ctx, inside, at, &mode) : NULL;
        if (body && lives_until_stop(p, story_at(p->ctx, (Site){maker->id, at})))
            each_call(p, frame_call(p->ctx, inside, at, body, mode), uses_a, 0);
    }
}

static void find_use(Pair *p)
{
    each_call_of_stop(p, uses_a);
    p->use.by_stop = p->use.seen;
    if (p->use.certain)
        return;
    Use by_model = use_by_model(p);
    if (by_model.seen)
        p->use = by_model;
    else
        search_goroutines(p);
}

// ---- Reporting ----

static const char *name_of_value(RuleContext *ctx, const Stop *s)
{
    return rule_text(ctx, s->m.frame->func, s->m.recv);
}

// ---- The fix ----

// The statement of a stop, where it is one call on lines of its own.
static Stmt stop_stmt(Pair *p, IrValue at)
{
    const IrInstr *i = ir_instr(p->order.func, at);
    Stmt s = mend_stmt(p->ctx, p->order.func, i->span);
    bool whole = node_ok(s.node) && s.span.start == i->span.start && s.span.end == i->span.end;
    return whole ? s : (Stmt){0};
}

static bool depends(Pair *p, const Stop *user)
{
    return user == p->b || identity_built_from(p->ctx, &user->m.value, &p->a->m.value).yes;
}

// Of the stops of what was built from A, the one that stands furthest away from A's in the same list of
// statements: A's belongs on its other side.
static Stmt furthest(Pair *p, const Stmt *own, Stmt best)
{
    bool up = best.index < own->index;
    VEC_EACH (const Stop, s, &p->all->items) {
        if (s->frame->func != p->order.func || ir_instr(s->frame->func, s->at)->op != ir_instr(p->order.func, p->a->at)->op ||
            !depends(p, s))
            continue;
        Stmt other = stop_stmt(p, s->at);
        if (node_ok(other.node) && other.list.items == own->list.items && (other.index < own->index) == up &&
            (up ? other.index < best.index : other.index > best.index))
            best = other;
    }
    return best;
}

// Whether nothing but statements of the same kind stands from one to the other.
static bool is_run(const Ast *ast, const Stmt *from, const Stmt *to)
{
    uint32_t low = from->index < to->index ? from->index : to->index, high = from->index + to->index - low;
    for (uint32_t k = low; k <= high; k++)
        if (node_kind(ast, from->list.items[k]) != node_kind(ast, from->node))
            return false;
    return true;
}

// A's stop moves to the other side of the stops of what was built from it. Certain to be right where only
// stops are passed on the way and B is seen to use A after that: a pool that joins its user's goroutines
// may well stop first.
static void add_fix(Pair *p, Finding *f)
{
    RuleContext *ctx = p->ctx;
    const IrFunc *func = p->order.func;
    if (p->a->frame->func != func || p->b->frame->func != func)
        return;
    const Ast *ast = rule_ast(ctx, func);
    Stmt own = stop_stmt(p, p->a->at), other = stop_stmt(p, p->b->at);
    if (!node_ok(own.node) || !node_ok(other.node) || own.list.items != other.list.items ||
        node_kind(ast, own.node) != node_kind(ast, other.node))
        return;
    other = furthest(p, &own, other);
    Fix *fix = finding_fix(ctx, f, !is_run(ast, &own, &other) ? FIX_SKETCH : p->use.certain ? FIX_SAFE : FIX_UNSAFE, "stop %s before %s",
                           name_of_value(ctx, p->b), name_of_value(ctx, p->a));
    Span line = {own.span.start, rule_line_end(ctx, func, own.span.end)};
    Str text = str_trim(source_str(ast_source(ast), line));
    const char *copy = arena_strndup(ctx->arena, text.ptr, text.len);
    mend_remove(ctx, fix, &own);
    if (other.index < own.index)
        mend_before(ctx, fix, &other, copy);
    else
        mend_after(ctx, fix, &other, copy);
}

// A deferred call of a method that is not seen and has not the library's name for it: it may stop
// something, or count something down.
static bool is_guess(const RuleContext *ctx, const Stop *s)
{
    return flow_call_open(ctx->flow, (Site){s->frame->func->id, s->at}) && !is_closer(ctx, &s->m);
}

static void report(Pair *p)
{
    RuleContext *ctx = p->ctx;
    Use use = p->use;
    const char *a = name_of_value(ctx, p->a), *b = name_of_value(ctx, p->b);
    Site a_site = {p->a->frame->func->id, p->a->at}, b_site = {p->b->frame->func->id, p->b->at};
    bool guessed = is_guess(ctx, p->a) || is_guess(ctx, p->b);
    Level level = guessed ? LEVEL_ADVICE : use.certain ? LEVEL_ERROR : LEVEL_WARNING;
    Finding *f = finding_at(ctx, level, a_site,
                            use.certain ? "%s is stopped before %s, which was built from it and still uses it"
                                        : "%s is stopped before %s, which was built from it",
                            a, b);
    finding_also(ctx, f, FAIL_LOST_WORK);
    finding_related(ctx, f, (Site){p->built.frame->func->id, p->built.site},
                    arena_printf(ctx->arena, "built from %s here", a), NULL);
    bool same = use.seen && use.site.func.v == b_site.func.v && use.site.instr.v == b_site.instr.v;
    finding_related(ctx, f, b_site,
                    arena_printf(ctx->arena, same ? "%s is stopped here, after it, and still uses it"
                                                  : "%s is stopped here, after it", b), NULL);
    if (use.seen && !same)
        finding_related(ctx, f, use.site, arena_printf(ctx->arena, "still uses %s here", a), NULL);
    if (use.certain) {
        finding_step(ctx, f, a_site, "%s is stopped", a);
        finding_step(ctx, f, use.site, "%s uses %s, which is stopped already", b, a);
    }
    if (guessed)
        finding_note(ctx, f, "whether these calls stop anything is not seen: their bodies are out of sight");
    if (p->order.deferred)
        finding_note(ctx, f, "what is deferred last runs first: defer each stop directly after its value is made");
    add_fix(p, f);
}

// ---- The rule ----

// Whether the later stop stands nearer: with a chain of three, each is told of its own user.
static bool is_nearer(const Stop *user, const Stop *known, RuleContext *ctx)
{
    return !known || identity_built_from(ctx, &known->m.value, &user->m.value).yes;
}

static bool is_reported(const RuleContext *ctx, const Stop *a)
{
    Span span = ir_instr(a->frame->func, a->at)->span;
    const Source *source = ast_source(rule_ast(ctx, a->frame->func));
    VEC_EACH(Finding *, f, &ctx->out->items)
        if ((*f)->rule == ctx->rule && (*f)->place.source == source && (*f)->place.span.start == span.start)
            return true;
    return false;
}

typedef struct LaterUse {
    Pair *pair;
    const Frame *frame;
} LaterUse;

static bool is_later_use(void *p, IrValue at)
{
    const LaterUse *l = p;
    Pair *pair = l->pair;
    const IrInstr *i = ir_instr(l->frame->func, at);
    if (i->op != IR_CALL)
        return false;
    MethodCall m = method_called(pair->ctx, l->frame, at);
    return m.ok && identity_same(&m.value, &pair->a->m.value) && !is_stop(pair->ctx, l->frame, at, &m, LATE_ITSELF);
}

// A is worked with further on: then the call did not stop it, whatever else it ends.
static bool lives_on(Pair *p)
{
    const Stop *a = p->a;
    if (ir_instr(a->frame->func, a->at)->op != IR_CALL || is_closer(p->ctx, &a->m))
        return false;
    LaterUse use = {p, a->frame};
    PathQuery q = {.func = a->frame->func->id, .from = a->at, .goal = is_later_use, .ctx = &use};
    return ir_ok(flow_find_path(p->ctx->flow, p->ctx->scratch, &q, NULL, NULL));
}

// A buffer that is flushed in passing goes on; one that is flushed at the end is done with.
static bool only_flushes(RuleContext *ctx, const Stop *a)
{
    return a->late == LATE_NO && !is_closer(ctx, &a->m) &&
           !(call_does(ctx, a->frame->func, a->at) & (DOES_END & ~(uint32_t)DOES_FLUSH));
}

// x.part and x: who reaches through a value to its parts does not take them for separate ones.
static bool is_part_of(RuleContext *ctx, const Stop *a, const Stop *b)
{
    const Frame *frame = a->m.frame;
    const IrInstr *i = ir_instr(frame->func, a->m.recv);
    if (i->op == IR_LOAD)
        i = ir_instr(frame->func, i->args[0]);
    if (i->op != IR_ADDR_FIELD && i->op != IR_FIELD)
        return false;
    Identity whole = identity_of(ctx, frame, i->args[0]);
    return identity_same(&whole, &b->m.value);
}

static void check_dependency(RuleContext *ctx, const Stops *all, const Stop *a)
{
    if (only_flushes(ctx, a) || only_waits(ctx, a->frame, a->at, &a->m) || a->m.value.kind == ID_NONE)
        return;
    Pair found = {0};
    VEC_EACH(const Stop, b, &all->items)
    {
        if (b == a || identity_same(&a->m.value, &b->m.value) || is_part_of(ctx, a, b))
            continue;
        Pair p = {.ctx = ctx, .all = all, .a = a, .b = b, .built = identity_built_from(ctx, &b->m.value, &a->m.value)};
        if (!p.built.yes || !is_nearer(b, found.b, ctx))
            continue;
        p.order = stops_order(ctx, all, a, b, &p.built);
        if (!p.order.before || lives_on(&p) || each_call_of_stop(&p, is_stop_of_a))
            continue;
        find_use(&p);
        if (!is_signal(&p))
            found = p;
    }
    if (found.b && !is_reported(ctx, a))
        report(&found);
}

// A function with a handful of stops asks a few thousand questions; one that would ask millions, as
// some tests of a thousand lines do, is left after a fraction of a second.
enum { IDENTITIES_A_FUNCTION = 20000 };

static void check_function(RuleContext *ctx, const IrFunc *func)
{
    ctx->identities_allowed = ctx->identities_asked + IDENTITIES_A_FUNCTION;
    Stops all = stops_of(ctx, func);
    IdentityMemo memo = {.arena = ctx->scratch};
    ctx->identities = &memo; // each pair of stops asks for the same ones
    for (uint32_t k = 0; all.items.len > 1 && k < all.items.len; k++)
        check_dependency(ctx, &all, &all.items.data[k]);
    ctx->identities = NULL;
}

void rule_misordered_shutdown(RuleContext *ctx)
{
    stops_prepare(ctx);
    Arena *scratch = ctx->scratch, own = {0}; // what one function needs is of no use to the next
    ctx->scratch = &own;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        check_function(ctx, ctx->ir->funcs.data[id]);
        arena_reset(&own);
    }
    arena_free(&own);
    ctx->scratch = scratch;
    ctx->identities_allowed = 0;
}

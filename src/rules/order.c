// order.c - the stops that one run of a function makes, and which of two comes first.
//
// Two stops are told apart in the innermost function that makes both: by the calls in it that lead
// to the one and to the other. Calls run where they stand, deferred calls at the return, last in
// first out, and cleanups of a test after its deferred calls, in the same order.
#include "rules/branches.h"
#include "rules/func_sites.h"
#include "rules/order.h"

// How far below a function its stops are looked for, and how many calls and stops are looked at.
enum { MAX_CALLS_DEEP = 3, MAX_FRAMES = 200, MAX_STOPS = 64 };

// When an instruction runs what it calls.
typedef enum When { WHEN_NOW, WHEN_RETURN, WHEN_CLEANUP } When;

static When when_runs(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Act act;
    if (ir_instr(func, at)->op == IR_DEFER)
        return WHEN_RETURN;
    if (flow_act(ctx->flow, (Site){func->id, at}, EFFECT_RUNS, &act) && act.effect->modes & MODE_CLEANUP)
        return WHEN_CLEANUP;
    return WHEN_NOW;
}

// ---- Collecting ----

typedef struct Collector {
    RuleContext *ctx;
    uint32_t frames;
    Stops out;
} Collector;

static void collect(Collector *c, const Frame *frame, bool deferred, unsigned depth);

// t.Cleanup(x.Close)
static bool collect_cleanup_value(Collector *c, const Frame *frame, IrValue at)
{
    Act act;
    if (!flow_act(c->ctx->flow, (Site){frame->func->id, at}, EFFECT_RUNS, &act) ||
        !(act.effect->modes & MODE_CLEANUP) || act.func.v != frame->func->id.v || !ir_ok(act.arg))
        return false;
    Identity fun = identity_of(c->ctx, frame, act.arg);
    const IrInstr *value = fun.kind == ID_MADE ? ir_instr(fun.frame->func, fun.instr) : NULL;
    if (!value || value->op != IR_METHOD_VALUE)
        return false;
    MethodCall m = {.ok = true, .frame = fun.frame, .recv = value->args[0], .method = value->callee, .plain = true};
    m.value = identity_of(c->ctx, fun.frame, value->args[0]);
    m.name = object_at(c->ctx->types, value->callee)->name;
    vec_push(c->ctx->scratch, &c->out.items, (Stop){m, frame, at, LATE_ITSELF});
    return true;
}

static bool is_recursive(const Frame *frame, const IrFunc *func)
{
    for (; frame; frame = frame->up)
        if (frame->func == func)
            return true;
    return false;
}

static void collect_call(Collector *c, const Frame *frame, IrValue at, bool deferred, unsigned depth)
{
    const IrInstr *i = ir_instr(frame->func, at);
    bool itself = when_runs(c->ctx, frame->func, at) != WHEN_NOW;
    Late late = itself ? LATE_ITSELF : deferred ? LATE_INSIDE : LATE_NO;
    // Stops are few among the calls: what the receiver is, is asked of those only that can be one.
    MethodCall m = method_named(c->ctx, frame->func, at);
    if (m.ok && m.plain && (i->call->dynamic || is_stop(c->ctx, frame, at, &m, late)))
        m = method_called(c->ctx, frame, at);
    if (m.frame && is_stop(c->ctx, frame, at, &m, late)) {
        vec_push(c->ctx->scratch, &c->out.items, (Stop){m, frame, at, late});
        return;
    }
    CallMode mode;
    const IrFunc *callee = call_only_callee(c->ctx, frame, at, &mode);
    if (!callee || depth >= MAX_CALLS_DEEP || is_recursive(frame, callee)) {
        collect_cleanup_value(c, frame, at);
        return;
    }
    if (mode == CALL_CLEANUP && callee->kind != FUNC_LITERAL && collect_cleanup_value(c, frame, at))
        return;
    bool is_literal = callee->kind == FUNC_LITERAL;
    if ((mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER || mode == CALL_CLEANUP) &&
        (is_literal || i->arg_count > 0) && function_does(c->ctx, callee->id) & DOES_STOP &&
        c->frames++ < MAX_FRAMES)
        collect(c, frame_call(c->ctx, frame, at, callee, mode), late != LATE_NO && is_literal, depth + 1);
}

// Whether a call may be a stop, lead to one, or register one, whatever frame it is looked at in.
static bool may_stop(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    const Frame frame = {.func = func};
    MethodCall m = method_named(ctx, func, at);
    CallMode mode;
    Act act;
    if (m.ok && m.plain &&
        (i->call->dynamic || is_stop(ctx, &frame, at, &m, when_runs(ctx, func, at) != WHEN_NOW ? LATE_ITSELF : LATE_INSIDE)))
        return true;
    const IrFunc *callee = call_only_callee(ctx, &frame, at, &mode);
    return (callee && function_does(ctx, callee->id) & DOES_STOP) || flow_act(ctx->flow, (Site){func->id, at}, EFFECT_RUNS, &act);
}

// The calls of a function that the search looks at: it comes to most functions again and again.
static InstrList stop_calls(RuleContext *ctx, const IrFunc *func)
{
    FuncSites *s = func_sites(ctx, func);
    for (IrValue at = ir_first_event(func); ir_ok(at) && !s->stop_calls_known; at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        bool call = i && (i->op == IR_CALL || i->op == IR_DEFER) && i->call->builtin == BUILTIN_NONE;
        if (call && may_stop(ctx, func, at))
            vec_push(ctx->package, &s->stop_calls, at.v);
    }
    s->stop_calls_known = true;
    return s->stop_calls;
}

static void collect(Collector *c, const Frame *frame, bool deferred, unsigned depth)
{
    InstrList calls = stop_calls(c->ctx, frame->func);
    for (uint32_t k = 0; k < calls.len && c->out.items.len < MAX_STOPS; k++)
        collect_call(c, frame, (IrValue){calls.data[k]}, deferred, depth);
}

static bool has_cleanups(const RuleContext *ctx, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
        if (ir_instr(func, at)->op == IR_CALL && when_runs(ctx, func, at) == WHEN_CLEANUP)
            return true;
    return false;
}

Stops stops_of(RuleContext *ctx, const IrFunc *func)
{
    Collector c = {.ctx = ctx};
    if (function_does(ctx, func->id) & DOES_STOP || has_cleanups(ctx, func))
        collect(&c, frame_root(ctx, func), false, 0);
    return c.out;
}

// ---- Where two part ----

// The calls that lead from the outermost function to a stop; the stop itself is the last.
typedef struct Way {
    IrValue at[MAX_CALLS_DEEP + 1];
    const IrFunc *func[MAX_CALLS_DEEP + 1];
    uint32_t len;
} Way;

static Way way_to(const Frame *frame, IrValue at)
{
    Way w = {0};
    for (const Frame *f = frame; f; f = f->up)
        w.len++;
    if (w.len > MAX_CALLS_DEEP + 1)
        return (Way){0};
    uint32_t k = w.len;
    for (const Frame *f = frame; f; f = f->up) {
        w.at[--k] = at;
        w.func[k] = f->func;
        at = f->call;
    }
    return w;
}

static uint32_t common(const Way *a, const Way *b)
{
    uint32_t n = 0;
    while (n < a->len && n < b->len && a->at[n].v == b->at[n].v && a->func[n] == b->func[n])
        n++;
    return n;
}

// ---- Paths ----

typedef struct Leg {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue to;          // none: a return
    VEC(IrValue) avoid;
    bool narrow;         // only branches that agree with those before `from`
    KnownBranches known;
} Leg;

static bool leg_goal(void *p, IrValue at)
{
    const Leg *l = p;
    return ir_ok(l->to) ? at.v == l->to.v : ir_instr(l->func, at)->op == IR_RETURN;
}

static bool leg_avoids(void *p, IrValue at)
{
    const Leg *l = p;
    VEC_EACH(IrValue, v, &l->avoid)
        if (v->v == at.v)
            return true;
    return false;
}

static bool leg_edge(void *p, uint32_t block, uint32_t succ)
{
    return branches_allow(&((const Leg *)p)->known, block, succ);
}

static bool leg_exists(Leg *l, IrValue from, IrValue to)
{
    l->to = to;
    if (l->narrow)
        l->known = branches_before(l->ctx, l->func, ir_instr(l->func, from)->block);
    PathQuery q = {.func = l->func->id, .from = from, .goal = leg_goal, .avoid = leg_avoids,
                   .edge = l->narrow ? leg_edge : NULL, .ctx = l};
    return ir_ok(flow_find_path(l->ctx->flow, l->ctx->scratch, &q, NULL, NULL));
}

// The two halves of the question: paths after the second value was built and before it was stopped
// (`open`), and paths on which it is not built anew (`same`).
typedef struct Paths {
    Leg open, same, either;
    IrValue built; // none: before this function
} Paths;

static Paths paths_of(RuleContext *ctx, const IrFunc *func, IrValue built)
{
    Paths p = {.open = {.ctx = ctx, .func = func}, .same = {.ctx = ctx, .func = func, .narrow = true},
               .either = {.ctx = ctx, .func = func}};
    if (ir_ok(built)) {
        vec_push(ctx->scratch, &p.same.avoid, built);
        vec_push(ctx->scratch, &p.either.avoid, built);
        p.built = built;
    }
    return p;
}

static bool called_in_turn(Paths *p, IrValue a, IrValue b)
{
    return leg_exists(&p->open, p->built, a) && leg_exists(&p->same, a, b);
}

// a is called, b was deferred before that or is after it.
static bool called_then_deferred(Paths *p, IrValue a, IrValue b)
{
    return leg_exists(&p->either, b, a) || called_in_turn(p, a, b);
}

// Both run at the end, a first because it was noted later; nothing stopped b by hand until then.
static bool deferred_in_turn(Paths *p, IrValue a, IrValue b, bool any_order)
{
    bool noted = leg_exists(&p->same, b, a) || (any_order && leg_exists(&p->same, a, b));
    return noted && leg_exists(&p->open, a, (IrValue){0});
}

static bool in_turn(Paths *p, When a_when, IrValue a, When b_when, IrValue b)
{
    if (a_when == WHEN_NOW)
        return b_when == WHEN_NOW ? called_in_turn(p, a, b) : called_then_deferred(p, a, b);
    if (b_when == WHEN_NOW || (a_when == WHEN_CLEANUP && b_when == WHEN_RETURN))
        return false;
    return deferred_in_turn(p, a, b, a_when != b_when);
}

Order stops_order(RuleContext *ctx, const Stops *all, const Stop *first, const Stop *second, const Built *built)
{
    Order o = {0};
    Way a = way_to(first->frame, first->at), b = way_to(second->frame, second->at);
    uint32_t n = common(&a, &b);
    if (n >= a.len || n >= b.len)
        return o;
    o = (Order){.func = a.func[n], .first = a.at[n], .second = b.at[n]};
    // Built below the call that stops the second, it came after the first was stopped; below the
    // call that stops the first, it may have.
    Way c = way_to(built->frame, built->site);
    bool here = c.len > n && common(&c, &a) >= n && c.func[n] == o.func;
    if (here && (c.at[n].v == o.first.v || c.at[n].v == o.second.v))
        return o;
    Paths p = paths_of(ctx, o.func, here ? c.at[n] : (IrValue){0});
    VEC_EACH(const Stop, s, &all->items)
    {
        Way w = way_to(s->frame, s->at);
        if (!identity_same(&s->m.value, &second->m.value) || common(&w, &b) < n || n >= w.len ||
            when_runs(ctx, o.func, w.at[n]) != WHEN_NOW)
            continue;
        vec_push(ctx->scratch, &p.open.avoid, w.at[n]);
        vec_push(ctx->scratch, &p.either.avoid, w.at[n]);
    }
    When a_when = when_runs(ctx, o.func, o.first), b_when = when_runs(ctx, o.func, o.second);
    o.deferred = a_when != WHEN_NOW && b_when != WHEN_NOW;
    o.before = in_turn(&p, a_when, o.first, b_when, o.second);
    return o;
}

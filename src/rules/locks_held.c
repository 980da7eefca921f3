// locks_held.c - which locks may be held where.
#include "rules/locks_held.h"

// Summaries settle after as many rounds as lock helpers call each other; deeper nests stay coarse.
enum { MAX_ROUNDS = 8 };

struct LocksHeld {
    RuleContext *ctx;
    VEC(Acquisition) acquisitions;
    Map by_site;      // map_pair(func, instr) → acquisition + 1
    Bitset relevant;  // functions that take or release a lock, themselves or in calls
    Bitset *entry;    // by function: what callers may hold
    Bitset *gives;    // by function: held when it returns, though not when it was called
    Bitset *takes;    // by function: released, though not taken there
    Map entered;      // map_pair(func, acquisition) → index into calls
    VEC(Site) calls;
};

// ---- Identity ----

AbsSet value_identity(RuleContext *ctx, FuncId func, IrValue v)
{
    AbsSet objects = flow_value(ctx->flow, func, v);
    VEC(AbsId) ids = {0};
    for (uint32_t k = 0; k < objects.len; k++)
        if (flow_abs(ctx->flow, objects.items[k])->kind != ABS_UNKNOWN)
            vec_push(ctx->scratch, &ids, objects.items[k]);
    const IrFunc *fn = rule_func(ctx, func);
    const IrInstr *i = ir_instr(fn, v);
    while (i->op == IR_CONVERT)
        i = ir_instr(fn, i->args[0]);
    AbsId place = i->op == IR_LOAD ? flow_place(ctx->flow, func, i->args[0]) : (AbsId){0};
    uint32_t at = 0;
    while (place.v && at < ids.len && ids.data[at].v < place.v)
        at++;
    if (place.v && (at == ids.len || ids.data[at].v != place.v)) {
        vec_push(ctx->scratch, &ids, place);
        for (uint32_t k = ids.len - 1; k > at; k--)
            ids.data[k] = ids.data[k - 1];
        ids.data[at] = place;
    }
    return (AbsSet){ids.data, ids.len};
}

// ---- Acquisitions and releases ----

static void note_acquisition(LocksHeld *l, Site site)
{
    static const struct {
        EffectKind kind;
        bool read, tries;
    } kinds[] = {{EFFECT_LOCK, false, false}, {EFFECT_RLOCK, true, false}, {EFFECT_TRYLOCK, false, true}};
    Act act;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (!flow_act(l->ctx->flow, site, kinds[k].kind, &act) || !ir_ok(act.recv))
            continue;
        vec_push(l->ctx->scratch, &l->acquisitions,
                 (Acquisition){site, value_identity(l->ctx, act.recv_func, act.recv), act.recv_func, act.recv,
                               kinds[k].read, kinds[k].tries});
        map_put(l->ctx->scratch, &l->by_site, map_pair(site.func.v, site.instr.v), l->acquisitions.len);
        return;
    }
}

static bool releases(const LocksHeld *l, Site site, Act *act)
{
    return (flow_act(l->ctx->flow, site, EFFECT_UNLOCK, act) || flow_act(l->ctx->flow, site, EFFECT_RUNLOCK, act)) &&
           ir_ok(act->recv);
}

static bool is_call(IrOp op)
{
    return op == IR_CALL || op == IR_DEFER;
}

static void collect(LocksHeld *l)
{
    for (uint32_t id = 1; id < l->ctx->ir->funcs.len; id++) {
        const IrFunc *func = l->ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            Act act;
            Site site = {{id}, at};
            if (!is_call(ir_instr(func, at)->op))
                continue;
            uint32_t before = l->acquisitions.len;
            note_acquisition(l, site);
            if (l->acquisitions.len > before || releases(l, site, &act))
                bitset_add(&l->relevant, id);
        }
    }
}

// ---- One function ----

typedef struct Walk {
    const LocksHeld *l;
    const IrFunc *func;
    Bitset state;
    Bitset given;   // what calls in this function have taken for it
    Bitset *in;     // by block
    Bitset *takes;  // where releases of what was not taken here are noted; NULL when not asked
    HeldVisit *visit;
    void *context;
} Walk;

// Whether the lock was taken in this function, by itself or by what it called, rather than by a caller.
static bool is_own(const Walk *w, uint32_t acquisition)
{
    return bitset_has(&w->given, acquisition) || w->l->acquisitions.data[acquisition].site.func.v == w->func->id.v;
}

// Releases a lock: what was taken in this function, else what its callers took.
static void release(Walk *w, const Bitset *released)
{
    const LocksHeld *l = w->l;
    bool own = false;
    for (uint32_t k = 0; k < l->acquisitions.len && !own; k++)
        own = bitset_has(released, k) && bitset_has(&w->state, k) && is_own(w, k);
    if (!own && w->takes)
        bitset_union(w->takes, released);
    for (uint32_t k = 0; k < l->acquisitions.len; k++)
        if (bitset_has(released, k) && (!own || is_own(w, k)))
            bitset_remove(&w->state, k);
}

static Bitset acquisitions_of(const LocksHeld *l, AbsSet lock)
{
    Bitset set = bitset_new(l->ctx->scratch, l->acquisitions.len);
    for (uint32_t k = 0; k < l->acquisitions.len; k++)
        if (flow_sets_meet(lock, l->acquisitions.data[k].lock))
            bitset_add(&set, k);
    return set;
}

static bool is_empty(const Bitset *s)
{
    for (uint32_t k = 0; k < bitset_words(s); k++)
        if (s->words[k])
            return false;
    return true;
}

// Of the methods that an interface may mean, all are followed where they are all there are, and a
// single one of an interface of this package: what stands behind an io.Closer is anybody's guess.
static bool follows(const LocksHeld *l, Site site, CallEdges callees)
{
    const IrCall *call = rule_instr(l->ctx, site)->call;
    if (!call->interface)
        return true;
    bool own = object_at(l->ctx->types, call->callee)->home == 0;
    return own && (callees.len == 1 || !flow_call_open(l->ctx->flow, site));
}

// Most calls have nothing to do with locks.
static bool any_relevant(const LocksHeld *l, CallEdges callees)
{
    for (uint32_t k = 0; k < callees.len; k++)
        if (bitset_has(&l->relevant, callees.items[k].callee.v))
            return true;
    return false;
}

static void apply_callees(Walk *w, Site site)
{
    const LocksHeld *l = w->l;
    CallEdges callees = flow_callees(l->ctx->flow, site);
    if (!any_relevant(l, callees) || !follows(l, site, callees))
        return;
    Bitset before = bitset_new(l->ctx->scratch, l->acquisitions.len);
    Bitset after = bitset_new(l->ctx->scratch, l->acquisitions.len);
    bitset_copy(&before, &w->state);
    bool any = false;
    for (uint32_t k = 0; k < callees.len; k++) {
        if (!flow_runs_here(callees.items[k].mode))
            continue;
        uint32_t callee = callees.items[k].callee.v;
        bitset_copy(&w->state, &before);
        if (!is_empty(&l->takes[callee]))
            release(w, &l->takes[callee]);
        bitset_union(&w->state, &l->gives[callee]);
        bitset_union(&w->given, &l->gives[callee]);
        bitset_union(&after, &w->state);
        any = true;
    }
    bitset_copy(&w->state, any ? &after : &before);
}

// A call that runs here; deferred ones run at the function's end.
static void run_call(Walk *w, Site site)
{
    const LocksHeld *l = w->l;
    if (w->visit && !is_empty(&w->state))
        w->visit(w->context, site, &w->state);
    uint32_t taken = (uint32_t)map_or(&l->by_site, map_pair(site.func.v, site.instr.v), 0);
    Act act;
    if (taken) {
        if (!l->acquisitions.data[taken - 1].tries)
            bitset_add(&w->state, taken - 1);
    } else if (releases(l, site, &act)) {
        Bitset released = acquisitions_of(l, value_identity(l->ctx, act.recv_func, act.recv));
        release(w, &released);
    } else {
        apply_callees(w, site);
    }
}

static void run_defers(Walk *w, uint32_t block)
{
    for (uint32_t at = (uint32_t)w->func->instrs.len; at-- > 1;) {
        const IrInstr *i = &w->func->instrs.data[at];
        if (i->op == IR_DEFER && (i->block == block || ir_reaches(w->func, i->block, block)))
            run_call(w, (Site){w->func->id, {at}});
    }
}

static void walk_block(Walk *w, uint32_t block)
{
    bitset_copy(&w->state, &w->in[block]);
    VEC_EACH(uint32_t, index, &w->func->blocks.data[block].instrs)
    {
        if (!bitset_has(&w->func->events, *index))
            continue;
        const IrInstr *i = &w->func->instrs.data[*index];
        if (i->op == IR_CALL)
            run_call(w, (Site){w->func->id, {*index}});
        else if (i->op == IR_RUN_DEFERS)
            run_defers(w, block);
        else if (w->visit && i->op != IR_DEFER && !is_empty(&w->state))
            w->visit(w->context, (Site){w->func->id, {*index}}, &w->state);
    }
}

// The attempt whose success the edge out of `block` stands for, or 0; else its number + 1.
static uint32_t tried_on_edge(const Walk *w, uint32_t block, uint32_t succ)
{
    const IrInstr *end = ir_terminator(w->func, block);
    if (end->op != IR_IF || succ != 0)
        return 0;
    IrValue cond = end->args[0];
    VarId var = flow_loaded_var(w->l->ctx->flow, w->func->id, cond);
    SiteList stores = var.v ? flow_var_stores(w->l->ctx->flow, var) : (SiteList){0};
    if (stores.len == 1 && stores.items[0].func.v == w->func->id.v)
        cond = rule_instr(w->l->ctx, stores.items[0])->args[1];
    uint32_t tried = (uint32_t)map_or(&w->l->by_site, map_pair(w->func->id.v, cond.v), 0);
    return tried && w->l->acquisitions.data[tried - 1].tries ? tried : 0;
}

typedef struct Queue {
    VEC(uint32_t) blocks;
    Bitset queued, seen;
} Queue;

// Passes the state after a block on to one that follows; queues that one when it is new to it.
static void pass_on(Walk *w, Queue *q, uint32_t block, uint32_t succ)
{
    uint32_t to = w->func->blocks.data[block].succs.data[succ], tried = tried_on_edge(w, block, succ);
    bool grew = bitset_union(&w->in[to], &w->state);
    if (tried && !bitset_has(&w->in[to], tried - 1)) {
        bitset_add(&w->in[to], tried - 1);
        grew = true;
    }
    if ((!grew && bitset_has(&q->seen, to)) || bitset_has(&q->queued, to) ||
        !bitset_has(flow_live_blocks(w->l->ctx->flow, w->func->id), to))
        return;
    bitset_add(&q->queued, to);
    vec_push(w->l->ctx->scratch, &q->blocks, to);
}

// The state of each block when it is entered.
static void solve(Walk *w, const Bitset *entry)
{
    uint32_t blocks = w->func->blocks.len, size = w->l->acquisitions.len;
    Arena *a = w->l->ctx->scratch;
    w->in = arena_array(a, Bitset, blocks + 1);
    for (uint32_t b = 0; b < blocks; b++)
        w->in[b] = bitset_new(a, size);
    w->state = bitset_new(a, size);
    w->given = bitset_new(a, size);
    if (entry)
        bitset_copy(&w->in[0], entry);
    Queue q = {.queued = bitset_new(a, blocks), .seen = bitset_new(a, blocks)};
    vec_push(a, &q.blocks, 0);
    for (uint32_t head = 0; head < q.blocks.len; head++) {
        uint32_t block = q.blocks.data[head];
        bitset_remove(&q.queued, block);
        bitset_add(&q.seen, block);
        walk_block(w, block);
        for (uint32_t k = 0; k < w->func->blocks.data[block].succs.len; k++)
            pass_on(w, &q, block, k);
    }
}

// ---- Summaries ----

static bool summarize(LocksHeld *l, const IrFunc *func)
{
    Bitset takes = bitset_new(l->ctx->scratch, l->acquisitions.len);
    Walk w = {.l = l, .func = func, .takes = &takes};
    solve(&w, NULL);
    bool grew = bitset_union(&l->takes[func->id.v], &takes);
    for (uint32_t b = 0; b < func->blocks.len; b++) {
        if (ir_terminator(func, b)->op != IR_RETURN || !bitset_has(flow_live_blocks(l->ctx->flow, func->id), b))
            continue;
        walk_block(&w, b);
        grew |= bitset_union(&l->gives[func->id.v], &w.state);
    }
    return grew;
}

// Callees come first: what a caller is found to hold stays, also where a callee then turns out to
// give it back.
static void summarize_all(LocksHeld *l)
{
    const FuncId *order = flow_callees_first(l->ctx->flow);
    bool grew = true;
    for (uint32_t round = 0; grew && round < MAX_ROUNDS; round++) {
        grew = false;
        for (uint32_t k = 0; k + 1 < l->ctx->ir->funcs.len; k++) {
            const IrFunc *func = rule_func(l->ctx, order[k]);
            if (bitset_has(&l->relevant, order[k].v) && func->has_body)
                grew |= summarize(l, func);
        }
    }
}

// Functions that call a function with a summary have one.
static void spread_relevance(LocksHeld *l)
{
    VEC(uint32_t) work = {0};
    for (uint32_t id = 1; id < l->ctx->ir->funcs.len; id++)
        if (bitset_has(&l->relevant, id))
            vec_push(l->ctx->scratch, &work, id);
    while (work.len) {
        CallEdges callers = flow_callers(l->ctx->flow, (FuncId){work.data[--work.len]});
        for (uint32_t k = 0; k < callers.len; k++) {
            uint32_t id = callers.items[k].site.func.v;
            if (!flow_runs_here(callers.items[k].mode) || bitset_has(&l->relevant, id))
                continue;
            bitset_add(&l->relevant, id);
            vec_push(l->ctx->scratch, &work, id);
        }
    }
}

// ---- What callers hold ----

typedef struct Entering {
    LocksHeld *l;
    VEC(uint32_t) queue;
    Bitset queued;
} Entering;

static void enter_callees(void *context, Site site, const Bitset *held)
{
    Entering *e = context;
    LocksHeld *l = e->l;
    if (!is_call(rule_instr(l->ctx, site)->op))
        return;
    CallEdges callees = flow_callees(l->ctx->flow, site);
    for (uint32_t k = 0; k < callees.len && follows(l, site, callees); k++) {
        FuncId callee = callees.items[k].callee;
        if (!flow_runs_here(callees.items[k].mode))
            continue;
        for (uint32_t a = 0; a < l->acquisitions.len; a++) {
            if (!bitset_has(held, a) || bitset_has(&l->entry[callee.v], a))
                continue;
            vec_push(l->ctx->package, &l->calls, site);
            map_put(l->ctx->package, &l->entered, map_pair(callee.v, a), l->calls.len);
        }
        if (bitset_union(&l->entry[callee.v], held) && !bitset_has(&e->queued, callee.v)) {
            bitset_add(&e->queued, callee.v);
            vec_push(l->ctx->scratch, &e->queue, callee.v);
        }
    }
}

static void visit_function(const LocksHeld *l, FuncId id, HeldVisit *visit, void *context)
{
    const IrFunc *func = rule_func(l->ctx, id);
    if (!func->has_body)
        return;
    Walk w = {.l = l, .func = func};
    solve(&w, &l->entry[id.v]);
    w.visit = visit;
    w.context = context;
    for (uint32_t b = 0; b < func->blocks.len; b++)
        if (bitset_has(flow_live_blocks(l->ctx->flow, id), b))
            walk_block(&w, b);
}

static void find_entries(LocksHeld *l)
{
    Entering e = {.l = l, .queued = bitset_new(l->ctx->scratch, l->ctx->ir->funcs.len)};
    for (uint32_t id = 1; id < l->ctx->ir->funcs.len; id++)
        if (bitset_has(&l->relevant, id)) {
            bitset_add(&e.queued, id);
            vec_push(l->ctx->scratch, &e.queue, id);
        }
    for (uint32_t head = 0; head < e.queue.len; head++) {
        bitset_remove(&e.queued, e.queue.data[head]);
        visit_function(l, (FuncId){e.queue.data[head]}, enter_callees, &e);
    }
}

// ---- The whole ----

// What is kept lives as long as the check of the package; the walks work in the rule's own memory.
static LocksHeld *begin(RuleContext *ctx)
{
    Arena *scratch = ctx->scratch;
    LocksHeld *l = arena_new(ctx->package, LocksHeld);
    *l = (LocksHeld){.ctx = ctx, .relevant = bitset_new(ctx->package, ctx->ir->funcs.len)};
    ctx->scratch = ctx->package;
    collect(l);
    ctx->scratch = scratch;
    ctx->locks = l;
    return l;
}

LocksHeld *locks_held(RuleContext *ctx)
{
    if (ctx->locks)
        return ctx->locks;
    uint32_t funcs = ctx->ir->funcs.len;
    LocksHeld *l = begin(ctx);
    if (l->acquisitions.len > ACQUISITIONS_MAX) {
        ctx->locks_cut = true;
        l->acquisitions.len = 0;
    }
    if (l->acquisitions.len == 0)
        return l;
    l->entry = arena_array(ctx->package, Bitset, funcs);
    l->gives = arena_array(ctx->package, Bitset, funcs);
    l->takes = arena_array(ctx->package, Bitset, funcs);
    for (uint32_t id = 0; id < funcs; id++) {
        l->entry[id] = bitset_new(ctx->package, l->acquisitions.len);
        l->gives[id] = bitset_new(ctx->package, l->acquisitions.len);
        l->takes[id] = bitset_new(ctx->package, l->acquisitions.len);
    }
    spread_relevance(l);
    summarize_all(l);
    find_entries(l);
    return l;
}

uint32_t locks_count(const LocksHeld *l)
{
    return l->acquisitions.len;
}

const Acquisition *locks_at(const LocksHeld *l, uint32_t acquisition)
{
    return &l->acquisitions.data[acquisition];
}

uint32_t locks_taken_at(const LocksHeld *l, Site site)
{
    uint32_t taken = (uint32_t)map_or(&l->by_site, map_pair(site.func.v, site.instr.v), 0);
    return taken <= l->acquisitions.len ? taken : 0;
}

void locks_each(const LocksHeld *l, HeldVisit *visit, void *context)
{
    for (uint32_t id = 1; id < l->ctx->ir->funcs.len && l->acquisitions.len; id++)
        if (bitset_has(&l->relevant, id) || !is_empty(&l->entry[id]))
            visit_function(l, (FuncId){id}, visit, context);
}

Site locks_entered(const LocksHeld *l, FuncId func, uint32_t acquisition)
{
    uint32_t index = (uint32_t)map_or(&l->entered, map_pair(func.v, acquisition), 0);
    return index ? l->calls.data[index - 1] : (Site){0};
}

bool locks_given_back(const LocksHeld *l, FuncId func, AbsSet lock)
{
    for (uint32_t k = 0; k < l->acquisitions.len; k++)
        if (bitset_has(&l->takes[func.v], k) && flow_sets_meet(lock, l->acquisitions.data[k].lock))
            return true;
    return false;
}

const char *locks_text(RuleContext *ctx, Site call, FuncId recv_func, IrValue recv)
{
    const Ast *ast = rule_ast(ctx, rule_func(ctx, call.func));
    NodeId n = rule_instr(ctx, call)->node;
    if (node_ok(n) && node_kind(ast, n) == NODE_DEFER_STMT)
        n = ast_operand(ast, n);
    NodeId fun = node_ok(n) && node_kind(ast, n) == NODE_CALL_EXPR ? ast_call(ast, n).fun : (NodeId){0};
    if (node_ok(fun) && node_kind(ast, fun) == NODE_SELECTOR_EXPR) {
        Str text = ast_text(ast, ast_selector(ast, fun).x);
        return arena_strndup(ctx->arena, text.ptr, text.len);
    }
    return rule_text(ctx, rule_func(ctx, recv_func), recv);
}

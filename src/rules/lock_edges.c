// lock_edges.c - which lock is asked for while which other one is held.
//
// The edges of the lock graph of Goodlock (Havelund 2000), found on the program's text: an edge is a
// path on which the second lock is asked for while the first is held.
#include "rules/lock_edges.h"
#include "rules/branches.h"
#include "rules/cancelled.h"
#include "rules/func_sites.h"
#include "rules/stops.h"

// How far below the first lock the second is looked for, and how many things a lock may be before
// nothing can be said of it.
enum { CALLS_DOWN = 6, LOCK_MAX = 4 };

typedef struct Search {
    RuleContext *ctx;
    LockEdges *out;
    Bitset leads; // functions that take a lock, themselves or through calls
    // Of one place that takes a lock:
    LockTake held;
    const Frame *root;
    IrValue from;
    FuncsRun seen;
} Search;

// ---- Locks ----

static AbsSet one_place(RuleContext *ctx, AbsId place)
{
    AbsId *items = arena_array(ctx->scratch, AbsId, 1);
    items[0] = place;
    return (AbsSet){items, 1};
}

// The lock itself rather than a pointer to it: nothing is ever stored in its place.
static bool is_itself(const RuleContext *ctx, const Identity *id, AbsId *place)
{
    if (id->kind != ID_FIELD || !id->place.v || flow_content(ctx->flow, id->place).len)
        return false;
    *place = id->place;
    return true;
}

static LockTake take_at(Search *s, const Frame *frame, uint32_t acquisition)
{
    const Acquisition *q = locks_at(s->out->locks, acquisition);
    LockTake t = {.acquisition = acquisition, .frame = frame, .lock = q->lock};
    if (q->recv_func.v != frame->func->id.v)
        return t;
    t.id = identity_of(s->ctx, frame, q->recv);
    AbsId place;
    if (is_itself(s->ctx, &t.id, &place)) {
        t.lock = one_place(s->ctx, place);
        t.exact = true;
    } else if (t.id.kind == ID_VAR) {
        t.exact = t.lock.len == 1 && flow_abs(s->ctx->flow, t.lock.items[0])->kind == ABS_VAR;
    }
    return t;
}

bool lock_takes_meet(const LockTake *a, const LockTake *b)
{
    return flow_sets_meet(a->lock, b->lock);
}

static bool is_usable(const LockTake *t)
{
    return t->id.kind != ID_NONE && t->lock.len > 0 && t->lock.len <= LOCK_MAX;
}

// ---- Paths on which the lock is held ----

typedef struct Stretch {
    const Search *s;
    const IrFunc *func;
    const KnownBranches *known; // NULL: nothing
    InstrList calls;            // CALL and DEFER that are come to with the lock held
    bool returns;               // and whether the function is left so
    bool deferred;              // where deferred calls give it back as well
} Stretch;

// Whether the instruction gives the held lock back.
static bool releases(const Stretch *t, IrValue at)
{
    const RuleContext *ctx = t->s->ctx;
    const IrInstr *i = ir_instr(t->func, at);
    Site site = {t->func->id, at};
    Act act;
    if (i->op != IR_CALL && i->op != IR_GO && i->op != IR_DEFER)
        return false;
    if ((flow_act(ctx->flow, site, EFFECT_UNLOCK, &act) || flow_act(ctx->flow, site, EFFECT_RUNLOCK, &act)) &&
        ir_ok(act.recv))
        return flow_sets_meet(value_identity(t->s->ctx, act.recv_func, act.recv), t->s->held.lock);
    CallEdges callees = flow_callees(ctx->flow, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (locks_given_back(t->s->out->locks, callees.items[k].callee, t->s->held.lock))
            return true;
    return false;
}

static bool note(void *p, IrValue at)
{
    Stretch *t = p;
    IrOp op = ir_instr(t->func, at)->op;
    if (op == IR_CALL || op == IR_DEFER)
        vec_push(t->s->ctx->scratch, &t->calls, at.v);
    t->returns |= op == IR_RETURN;
    return false;
}

static bool settled(void *p, IrValue at)
{
    const Stretch *t = p;
    return (t->deferred || ir_instr(t->func, at)->op != IR_DEFER) && releases(t, at);
}

static bool possible(void *p, uint32_t block, uint32_t succ)
{
    const Stretch *t = p;
    return !t->known || branches_allow(t->known, block, succ);
}

static void follow(Stretch *t, IrValue from)
{
    PathQuery q = {.func = t->func->id, .from = from, .goal = note, .avoid = settled, .edge = possible, .ctx = t};
    flow_find_path(t->s->ctx->flow, t->s->ctx->scratch, &q, NULL, NULL);
}

// Whether a deferred call of the function that took the lock runs before the lock is given back: the
// call that gives it back was deferred before.
static bool runs_under(const Stretch *t, IrValue deferred)
{
    for (IrValue at = {1}; at.v < deferred.v; at.v++)
        if (ir_instr(t->func, at)->op == IR_DEFER && instr_dominates(t->func, at, deferred) && releases(t, at))
            return true;
    return false;
}

// ---- Down the calls ----

static void explore(Search *s, const Frame *frame, IrValue from, IrValue out, unsigned depth);

// Whether the function itself gives the lock back first, without having taken it: it has had it from
// its callers, and whether they hold it here is not seen.
static bool takes_back(const Search *s, const IrFunc *func, IrValue take, AbsSet lock)
{
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        Act act;
        const IrInstr *i = ir_instr(func, at), *t = ir_instr(func, take);
        bool before = i->block == t->block ? at.v < take.v : ir_reaches(func, i->block, t->block);
        if (i->op != IR_CALL || !before || locks_taken_at(s->out->locks, (Site){func->id, at}) ||
            (!flow_act(s->ctx->flow, (Site){func->id, at}, EFFECT_UNLOCK, &act) &&
             !flow_act(s->ctx->flow, (Site){func->id, at}, EFFECT_RUNLOCK, &act)))
            continue;
        bool own = !ir_ok(act.recv) ||
                   !flow_sets_meet(value_identity(s->ctx, act.recv_func, act.recv), lock);
        for (uint32_t k = 0; k < locks_count(s->out->locks) && !own; k++) {
            const Acquisition *q = locks_at(s->out->locks, k);
            own = q->site.func.v == func->id.v && flow_sets_meet(q->lock, lock) &&
                  instr_dominates(func, q->site.instr, at);
        }
        if (!own)
            return true;
    }
    return false;
}

static void add_edge(Search *s, const Frame *frame, uint32_t acquisition, IrValue out)
{
    const Acquisition *q = locks_at(s->out->locks, acquisition);
    LockTake wanted = take_at(s, frame, acquisition);
    if (q->tries || !is_usable(&wanted) || takes_back(s, frame->func, q->site.instr, wanted.lock))
        return;
    vec_push(s->ctx->scratch, &s->out->items,
             (LockEdge){.root = s->root, .from = s->from, .out = out, .held = s->held, .wanted = wanted});
}

// The function that a called value is in this run; none where that is not known.
static FuncId called_function(Search *s, const Frame *frame, const IrInstr *i)
{
    Identity fun = identity_of(s->ctx, frame, i->args[0]);
    const IrInstr *value = fun.kind == ID_MADE ? ir_instr(fun.frame->func, fun.instr) : NULL;
    if (value && value->op == IR_CLOSURE)
        return value->func;
    if (value && (value->op == IR_FUNC_REF || value->op == IR_METHOD_VALUE)) {
        const IrFunc *func = obj_ok(value->callee) ? ir_func_of(s->ctx->ir, value->callee) : NULL;
        return func ? func->id : (FuncId){0};
    }
    return (FuncId){0};
}

static void explore_callees(Search *s, const Frame *frame, IrValue at, IrValue out, unsigned depth)
{
    const IrInstr *i = ir_instr(frame->func, at);
    CallEdges callees = call_certain_callees(s->ctx, (Site){frame->func->id, at});
    FuncId only = i->call->dynamic && callees.len > 1 ? called_function(s, frame, i) : (FuncId){0};
    for (uint32_t k = 0; k < callees.len; k++) {
        FuncId callee = callees.items[k].callee;
        if (!flow_runs_here(callees.items[k].mode) || !bitset_has(&s->leads, callee.v) ||
            (i->call->dynamic && callees.len > 1 && callee.v != only.v) ||
            !funcs_run_add_one(s->ctx, &s->seen, callee))
            continue;
        const Frame *inner =
            frame_call(s->ctx, frame, at, rule_func(s->ctx, callee), callees.items[k].mode);
        explore(s, inner, (IrValue){0}, out, depth + 1);
    }
}

// What is asked for in the function, from an instruction (its start where there is none) on.
static void explore(Search *s, const Frame *frame, IrValue from, IrValue out, unsigned depth)
{
    bool is_root = frame == s->root;
    KnownBranches known = {0};
    if (ir_ok(from))
        known = branches_before(s->ctx, frame->func, ir_instr(frame->func, from)->block);
    Stretch t = {.s = s, .func = frame->func, .known = ir_ok(from) ? &known : NULL};
    follow(&t, from);
    VEC_EACH (const uint32_t, k, &t.calls) {
        IrValue at = {*k};
        if (is_root && ir_instr(frame->func, at)->op == IR_DEFER && !runs_under(&t, at))
            continue;
        IrValue first = is_root ? at : out;
        uint32_t taken = locks_taken_at(s->out->locks, (Site){frame->func->id, at});
        if (taken)
            add_edge(s, frame, taken - 1, first);
        else if (depth < CALLS_DOWN)
            explore_callees(s, frame, at, first, depth);
    }
}

// ---- Up the calls ----

// Whether the function that took the lock can return with it.
static bool leaves_with(Search *s, const IrFunc *func, IrValue from)
{
    Stretch t = {.s = s, .func = func, .deferred = true};
    follow(&t, from);
    return t.returns;
}

static void search_from(Search *s, const Frame *root, const Frame *frame, IrValue from, uint32_t acquisition)
{
    s->root = root;
    s->from = from;
    s->held = take_at(s, frame, acquisition);
    if (!is_usable(&s->held))
        return;
    funcs_run_clear(&s->seen);
    explore(s, root, from, (IrValue){0}, 0);
}

// What the callers of a helper that returns with the lock held do under it.
static void search_callers(Search *s, const IrFunc *helper, uint32_t acquisition)
{
    CallEdges callers = flow_callers(s->ctx->flow, helper->id);
    for (uint32_t k = 0; k < callers.len; k++) {
        Site call = callers.items[k].site;
        const IrInstr *i = rule_live_instr(s->ctx, rule_func(s->ctx, call.func), call.instr);
        if (callers.items[k].mode != CALL_NOW || !i || i->op != IR_CALL || i->call->dynamic)
            continue;
        const Frame *root = frame_root(s->ctx, rule_func(s->ctx, call.func));
        search_from(s, root, frame_call(s->ctx, root, call.instr, helper, CALL_NOW), call.instr, acquisition);
    }
}

// ---- The whole ----

static void find_leads(Search *s)
{
    s->leads = bitset_new(s->ctx->scratch, s->ctx->ir->funcs.len);
    VEC(FuncId) work = {0};
    for (uint32_t k = 0; k < locks_count(s->out->locks); k++) {
        FuncId func = locks_at(s->out->locks, k)->site.func;
        if (!bitset_has(&s->leads, func.v))
            vec_push(s->ctx->scratch, &work, func);
        bitset_add(&s->leads, func.v);
    }
    while (work.len) {
        CallEdges callers = flow_callers(s->ctx->flow, work.data[--work.len]);
        for (uint32_t k = 0; k < callers.len; k++) {
            FuncId up = callers.items[k].site.func;
            if (!flow_runs_here(callers.items[k].mode) || bitset_has(&s->leads, up.v))
                continue;
            bitset_add(&s->leads, up.v);
            vec_push(s->ctx->scratch, &work, up);
        }
    }
}

LockEdges lock_edges(RuleContext *ctx)
{
    LockEdges out = {.locks = locks_held(ctx)};
    Search s = {.ctx = ctx, .out = &out};
    find_leads(&s);
    for (uint32_t k = 0; k < locks_count(out.locks); k++) {
        const Acquisition *q = locks_at(out.locks, k);
        const IrFunc *func = rule_func(ctx, q->site.func);
        if (q->tries || ir_instr(func, q->site.instr)->op != IR_CALL || !rule_live_instr(ctx, func, q->site.instr))
            continue;
        const Frame *root = frame_root(ctx, func);
        s.held = take_at(&s, root, k);
        bool leaves = is_usable(&s.held) && leaves_with(&s, func, q->site.instr);
        if (leaves && func->kind == FUNC_LITERAL)
            continue; // it hands the lock to somebody: who holds it from then on is not seen
        search_from(&s, root, root, q->site.instr, k);
        if (leaves && ir_postdominates(func, ir_instr(func, q->site.instr)->block, 0))
            search_callers(&s, func, k);
    }
    return out;
}

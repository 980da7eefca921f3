// lock_order.c - two locks that are taken in two orders.
//
// True at run time where one goroutine holds the first lock and asks for the second, while another
// one holds the second and asks for the first: neither goes on, nor does anybody who wants one of the
// two. Needed for it: the two orders stand on paths that can run at once; the locks are the same
// two, not those of other values; nothing that both hold keeps them apart; and of the holder and the
// asker of each lock one writes. Two readers of one lock get in each other's way only where a writer
// asks in between.
#include "rules/at_once.h"
#include "rules/cancelled.h"
#include "rules/func_sites.h"
#include "rules/lock_twins.h"
#include "types/constant.h"

typedef struct Study {
    RuleContext *ctx;
    LockEdges edges;
    Bitset *before; // by acquisition: what may be held already when it is made; empty where nothing is
} Study;

// ---- Which lock is meant ----

// From where, and by which fields, a lock is reached.
typedef struct Way {
    enum { WAY_UNKNOWN, WAY_VAR, WAY_VALUE } kind; // a variable that all share; some value of a type
    const Identity *root;
    TypeId type;
    const Identity *fields[8]; // from the lock inwards
    uint32_t len;
} Way;

static TypeId pointed(const Package *p, TypeId t)
{
    t = type_unalias(p, t);
    return type_canonical(p, type_kind(p, t) == T_POINTER ? type_elem(p, t) : t);
}

static Way way_of(const RuleContext *ctx, const Identity *id)
{
    Way w = {0};
    for (; id->kind == ID_FIELD; id = id->base) {
        if (w.len == sizeof w.fields / sizeof *w.fields)
            return (Way){0};
        w.fields[w.len++] = id;
    }
    w.root = id;
    if (id->kind == ID_MADE) {
        const IrInstr *i = ir_instr(id->frame->func, id->instr);
        w.kind = i->op == IR_ALLOC || ir_gives_value(i->op) ? WAY_VALUE : WAY_UNKNOWN;
        w.type = pointed(ctx->types, i->type);
    } else if (id->kind == ID_VAR) {
        const IrVar *var = ir_var(ctx->ir, id->var);
        w.kind = var->param >= 0 || id->index ? WAY_VALUE : WAY_VAR;
        w.type = pointed(ctx->types, var->type);
    }
    return w;
}

typedef enum Match {
    MATCH_UNKNOWN, // reached from different types
    MATCH_OTHER,   // another variable, or another field of the same type
    MATCH_TYPE,    // the same fields of the same type: the same lock where the values are the same
    MATCH_SAME,
} Match;

static Match match(const LockTake *a, const LockTake *b, const Way *x, const Way *y)
{
    if (x->kind == WAY_UNKNOWN || y->kind == WAY_UNKNOWN)
        return MATCH_UNKNOWN;
    bool same_var = x->kind == WAY_VAR && y->kind == WAY_VAR && x->root->var.v == y->root->var.v;
    if (x->kind == WAY_VAR && y->kind == WAY_VAR && !same_var)
        return a->exact && b->exact ? MATCH_OTHER : MATCH_UNKNOWN;
    if (!same_var && (!type_known(x->type) || !type_same_id(x->type, y->type)))
        return MATCH_UNKNOWN;
    bool same = x->len == y->len;
    for (uint32_t k = 0; same && k < x->len; k++)
        same = name_eq(x->fields[k]->field, y->fields[k]->field);
    if (!same)
        return MATCH_OTHER;
    return same_var ? MATCH_SAME : MATCH_TYPE;
}

typedef enum Relation {
    LOCKS_OTHER,  // not the same two
    LOCKS_UNSURE, // a type that one value has several of
    LOCKS_LIKELY, // by type and field
    LOCKS_SAME,   // reached in the same way from one value
} Relation;

// Whether some struct has two fields of the type: then which of them is meant is a question.
static bool has_several(const Study *s, const LockTake *t)
{
    RuleContext *ctx = s->ctx;
    const Abs *lock = flow_abs(ctx->flow, t->lock.items[0]);
    if (lock->kind != ABS_FIELD || !type_known(lock->owner))
        return false;
    Map owners = {0}; // struct → name of its field of the type
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        for (uint32_t at = 1; at < ctx->ir->funcs.data[id]->instrs.len; at++) {
            const IrInstr *i = &ctx->ir->funcs.data[id]->instrs.data[at];
            if (i->op != IR_ADDR_FIELD || !type_same_id(pointed(ctx->types, i->place), lock->owner))
                continue;
            TypeId owner = pointed(ctx->types, ir_instr(ctx->ir->funcs.data[id], i->args[0])->type);
            uint64_t *known = map_get(&owners, owner.v);
            if (known && *known != i->field_name.v)
                return true;
            map_put(ctx->scratch, &owners, owner.v, i->field_name.v);
        }
    return false;
}

// Whether what both edges speak of are the same two locks.
static Relation relation(const Study *s, const LockEdge *e, const LockEdge *f)
{
    Way held = way_of(s->ctx, &e->held.id), wanted = way_of(s->ctx, &e->wanted.id);
    Way their_held = way_of(s->ctx, &f->held.id), their_wanted = way_of(s->ctx, &f->wanted.id);
    Match first = match(&e->held, &f->wanted, &held, &their_wanted);
    Match second = match(&e->wanted, &f->held, &wanted, &their_held);
    if (first == MATCH_SAME && second == MATCH_SAME)
        return LOCKS_SAME;
    bool one = held.kind && wanted.kind && identity_same(held.root, wanted.root) && their_held.kind &&
               their_wanted.kind && identity_same(their_held.root, their_wanted.root);
    if (one && first == MATCH_TYPE && second == MATCH_TYPE)
        return LOCKS_SAME;
    if (first == MATCH_OTHER || second == MATCH_OTHER)
        return LOCKS_OTHER;
    if ((first != MATCH_SAME && has_several(s, &e->held)) || (second != MATCH_SAME && has_several(s, &e->wanted)))
        return LOCKS_UNSURE;
    return LOCKS_LIKELY;
}

// ---- What keeps them apart ----

static void note_before(void *context, Site site, const Bitset *held)
{
    Study *s = context;
    uint32_t taken = locks_taken_at(s->edges.locks, site);
    if (!taken)
        return;
    Bitset *b = &s->before[taken - 1];
    if (!b->size)
        *b = bitset_new(s->ctx->scratch, held->size);
    bitset_union(b, held);
}

// Whether a third lock is held on both sides before the first of the two is taken.
static bool behind_a_gate(const Study *s, const LockEdge *e, const LockEdge *f)
{
    const LocksHeld *locks = s->edges.locks;
    const Bitset *x = &s->before[e->held.acquisition], *y = &s->before[f->held.acquisition];
    for (uint32_t a = 0; x->size && y->size && a < locks_count(locks); a++) {
        const Acquisition *p = locks_at(locks, a);
        if (!bitset_has(x, a) || flow_sets_meet(p->lock, e->held.lock) || flow_sets_meet(p->lock, e->wanted.lock))
            continue;
        for (uint32_t b = 0; b < locks_count(locks); b++) {
            const Acquisition *q = locks_at(locks, b);
            if (bitset_has(y, b) && !(p->read && q->read) && flow_sets_meet(p->lock, q->lock))
                return true;
        }
    }
    return false;
}

static bool is_constant(const RuleContext *ctx, Site store, bool value)
{
    const IrFunc *func = rule_func(ctx, store.func);
    const Constant *c = ir_instr(func, ir_instr(func, store.instr)->args[1])->constant;
    return c && constant_kind(c) == CONST_BOOL && constant_bool(c) == value;
}

// The flag whose being set a branch asks for before `at` is come to; none where the branch that
// dominates it is no such one.
static AbsId flag_asked(const RuleContext *ctx, const IrFunc *func, uint32_t block, IrValue at)
{
    const IrInstr *end = ir_terminator(func, block);
    const IrInstr *cond = end->op == IR_IF ? ir_instr(func, end->args[0]) : NULL;
    if (!cond || cond->op != IR_LOAD || ir_instr(func, cond->args[0])->op != IR_ADDR_FIELD ||
        !ir_dominates(func, func->blocks.data[block].succs.data[0], ir_instr(func, at)->block))
        return (AbsId){0};
    return flow_place(ctx->flow, func->id, cond->args[0]);
}

// Whether the first side comes to its second lock only where a flag is set, which the second side sets
// when it has taken that lock, and nobody else does: then it has passed.
static bool waits_for_passage(const Study *s, const LockEdge *e, const LockEdge *f)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *func = e->root->func;
    for (uint32_t block = 0; block < func->blocks.len; block++) {
        AbsId flag = flag_asked(ctx, func, block, e->out);
        SiteList stores = flag.v ? flow_field_stores(ctx->flow, flag) : (SiteList){0};
        bool set = false;
        for (uint32_t k = 0; k < stores.len; k++) {
            bool there = stores.items[k].func.v == f->wanted.frame->func->id.v;
            if (is_constant(ctx, stores.items[k], false))
                continue;
            if (!there || !is_constant(ctx, stores.items[k], true)) {
                set = false;
                break;
            }
            set = true;
        }
        if (set)
            return true;
    }
    return false;
}

// Whether the second side has always been through the function of the first before it takes its own
// first lock, and that one does not always ask for its second lock: what is made once, by who comes
// first, is over then.
static bool is_made_before(const Study *s, const LockEdge *e, const LockEdge *f)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *first = e->root->func, *second = f->root->func;
    uint32_t asks = ir_instr(first, e->out)->block;
    if (first == second || asks == 0 || ir_postdominates(first, asks, 0))
        return false;
    for (IrValue at = {1}; at.v < f->from.v; at.v++) {
        if (ir_instr(second, at)->op != IR_CALL || !instr_dominates(second, at, f->from))
            continue;
        CallEdges callees = flow_callees(ctx->flow, (Site){second->id, at});
        for (uint32_t k = 0; k < callees.len; k++) {
            Bitset run = functions_run(ctx, callees.items[k].callee);
            if (callees.items[k].mode == CALL_NOW && bitset_has(&run, first->id.v))
                return true;
        }
    }
    return false;
}

// Whether what the instruction does makes the value known to others.
static bool publishes(RuleContext *ctx, const Frame *root, IrValue at, const Identity *value)
{
    const IrInstr *i = ir_instr(root->func, at);
    if (i->op == IR_GO)
        return true;
    if (i->op != IR_SEND && i->op != IR_STORE && i->op != IR_MAP_UPDATE && i->op != IR_CALL)
        return false;
    bool to_variable = i->op == IR_STORE && ir_instr(root->func, i->args[0])->op == IR_ADDR_VAR &&
                       ir_var(ctx->ir, ir_instr(root->func, i->args[0])->var)->owner.v;
    for (uint32_t k = i->op == IR_CALL ? 0 : 1; !to_variable && k < i->arg_count; k++) {
        Identity given = identity_of(ctx, root, i->args[k]);
        if (!identity_same(&given, value))
            continue;
        if (i->op != IR_CALL)
            return true;
        CallEdges callees = flow_callees(ctx->flow, (Site){root->func->id, at});
        for (uint32_t c = 0; c < callees.len; c++) {
            Bitset run = functions_run(ctx, callees.items[c].callee);
            for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
                if (bitset_has(&run, id) && stories_started(ctx, (FuncId){id}).len)
                    return true;
        }
        if (flow_call_open(ctx->flow, (Site){root->func->id, at}))
            return true;
    }
    return false;
}

// Whether the first lock belongs to a value that the function has made and nobody else knows yet.
static bool is_private(RuleContext *ctx, const LockEdge *e)
{
    Way w = way_of(ctx, &e->held.id);
    if (w.kind == WAY_UNKNOWN || w.root->frame->func != e->root->func)
        return false;
    if (w.root->kind == ID_VAR) {
        const IrVar *var = ir_var(ctx->ir, w.root->var);
        return w.kind == WAY_VAR && !w.root->global && !var->captured;
    }
    if (ir_instr(e->root->func, w.root->instr)->op != IR_ALLOC)
        return false;
    uint32_t block = ir_instr(e->root->func, e->from)->block;
    for (IrValue at = {1}; at.v < e->root->func->instrs.len; at.v++) {
        uint32_t here = ir_instr(e->root->func, at)->block;
        if ((here == block ? at.v < e->from.v : ir_reaches(e->root->func, here, block)) &&
            publishes(ctx, e->root, at, w.root))
            return false;
    }
    return true;
}

// ---- Pairs ----

typedef struct Pair {
    const LockEdge *e, *f;
    Relation relation;
    AtOnce at_once;
    bool shared; // one of the locks is held and asked for by readers only
    Level level;
} Pair;

static const Acquisition *taken_by(const Study *s, const LockTake *t)
{
    return locks_at(s->edges.locks, t->acquisition);
}

// Whether the lock is ever asked for by a writer.
static bool has_writer(const Study *s, const LockTake *t)
{
    for (uint32_t k = 0; k < locks_count(s->edges.locks); k++) {
        const Acquisition *q = locks_at(s->edges.locks, k);
        if (!q->read && flow_sets_meet(q->lock, t->lock))
            return true;
    }
    return false;
}

// Whether the holder of a lock keeps out who asks for it.
static bool keeps_out(const Study *s, const LockTake *held, const LockTake *wanted, bool *shared)
{
    bool readers = taken_by(s, held)->read && taken_by(s, wanted)->read;
    *shared |= readers;
    return !readers || has_writer(s, held);
}

static bool is_abstract(const Study *s, const LockTake *t)
{
    return rule_instr(s->ctx, taken_by(s, t)->site)->call->interface;
}

static bool is_pair(const Study *s, const LockEdge *e, const LockEdge *f, Pair *out)
{
    *out = (Pair){.e = e, .f = f};
    if (!lock_takes_meet(&e->held, &f->wanted) || !lock_takes_meet(&e->wanted, &f->held) ||
        lock_takes_meet(&e->held, &e->wanted) || !keeps_out(s, &e->held, &f->wanted, &out->shared) ||
        !keeps_out(s, &f->held, &e->wanted, &out->shared))
        return false;
    out->relation = relation(s, e, f);
    if (out->relation == LOCKS_OTHER || behind_a_gate(s, e, f) || is_private(s->ctx, e) || is_private(s->ctx, f) ||
        waits_for_passage(s, e, f) || waits_for_passage(s, f, e) || is_made_before(s, e, f) || is_made_before(s, f, e))
        return false;
    out->at_once = at_once(s->ctx, (Site){e->root->func->id, e->from}, (Site){f->root->func->id, f->from});
    if (out->at_once == AT_ONCE_NO)
        return false;
    bool abstract = is_abstract(s, &e->held) || is_abstract(s, &e->wanted) || is_abstract(s, &f->held) ||
                    is_abstract(s, &f->wanted);
    if (abstract || out->relation == LOCKS_UNSURE)
        out->level = LEVEL_ADVICE;
    else
        out->level = out->relation == LOCKS_SAME && out->at_once == AT_ONCE_SEEN && !out->shared ? LEVEL_ERROR
                                                                                               : LEVEL_WARNING;
    return true;
}

// ---- Reports ----

static const char *take_text(const Study *s, const LockTake *t)
{
    const Acquisition *q = taken_by(s, t);
    return locks_text(s->ctx, q->site, q->recv_func, q->recv);
}

// Adds the places of one side of the pair.
static void show_side(const Study *s, Finding *f, const LockEdge *e, bool other)
{
    Site held = taken_by(s, &e->held)->site, wanted = taken_by(s, &e->wanted)->site;
    Site out = {e->root->func->id, e->out};
    bool through = out.func.v != wanted.func.v || out.instr.v != wanted.instr.v;
    finding_related(s->ctx, f, held, other ? "the other order: held since here" : "held since here", NULL);
    if (other)
        finding_related(s->ctx, f, out, through ? "and this comes to the first" : "and the first is taken here", NULL);
    if (through)
        finding_related(s->ctx, f, wanted, "taken here", NULL);
}

static void report(const Study *s, const Pair *p)
{
    RuleContext *ctx = s->ctx;
    const LockEdge *e = p->e, *f = p->f;
    Site out = {e->root->func->id, e->out}, wanted = taken_by(s, &e->wanted)->site;
    bool through = out.func.v != wanted.func.v || out.instr.v != wanted.instr.v;
    const char *lock = take_text(s, &e->wanted), *held = take_text(s, &e->held);
    const char *where = rule_func_name(ctx, f->root->func);
    Finding *found =
        through
            ? finding_at(ctx, p->level, out,
                         "%s takes %s while %s is held, and %s takes them in the other order: each can wait for the other",
                         rule_callee_name(ctx, e->root->func, ir_instr(e->root->func, e->out)), lock, held, where)
            : finding_at(ctx, p->level, out,
                         "%s is taken while %s is held, and %s takes them in the other order: each can wait for the other",
                         lock, held, where);
    finding_also(ctx, found, FAIL_HANG);
    show_side(s, found, e, false);
    show_side(s, found, f, true);
    finding_step(ctx, found, taken_by(s, &e->held)->site, "one goroutine takes %s", held);
    finding_step(ctx, found, taken_by(s, &f->held)->site, "another takes %s", take_text(s, &f->held));
    finding_step(ctx, found, wanted, "the first waits for the second");
    finding_step(ctx, found, taken_by(s, &f->wanted)->site, "and the second for the first");
    if (p->shared)
        finding_note(ctx, found, "readers share a lock until a writer asks for it; RWMutex lets no new reader in once a writer waits");
    if (p->relation == LOCKS_UNSURE)
        finding_note(ctx, found, "the locks are the same by type and field only, and there is more than one value of that type to choose from");
    else if (p->relation == LOCKS_LIKELY)
        finding_note(ctx, found, "the locks are the same by type and field; it takes the same two values on both sides");
    if (p->at_once == AT_ONCE_OPEN)
        finding_note(ctx, found, "that two goroutines run both at once is up to callers that are not seen here");
}

// How many edges go the same way, by different functions.
static uint32_t edges_like(const Study *s, const LockEdge *e)
{
    uint32_t n = 0;
    const IrFunc *last = NULL;
    VEC_EACH (const LockEdge, o, &s->edges.items)
        if (o->root->func != last && lock_takes_meet(&o->held, &e->held) && lock_takes_meet(&o->wanted, &e->wanted)) {
            last = o->root->func;
            n++;
        }
    return n;
}

static bool stands_before(const Study *s, const LockEdge *a, const LockEdge *b)
{
    if (a->root->func->file != b->root->func->file)
        return a->root->func->file < b->root->func->file;
    return rule_instr(s->ctx, taken_by(s, &a->held)->site)->span.start <
           rule_instr(s->ctx, taken_by(s, &b->held)->site)->span.start;
}

static bool better(const Pair *a, const Pair *b)
{
    return a->level != b->level ? a->level > b->level : a->relation > b->relation;
}

// One finding for each two locks, at the order that fewer functions follow.
static void check_edge(Study *s, const LockEdge *e, Map *done)
{
    Pair best = {0};
    uint64_t key = map_pair(e->held.lock.items[0].v, e->wanted.lock.items[0].v);
    if (map_get(done, key))
        return;
    VEC_EACH (const LockEdge, x, &s->edges.items) {
        if (!lock_takes_meet(&x->held, &e->held) || !lock_takes_meet(&x->wanted, &e->wanted))
            continue;
        VEC_EACH (const LockEdge, y, &s->edges.items) {
            Pair p;
            if (lock_takes_meet(&y->wanted, &e->held) && is_pair(s, x, y, &p) && (!best.e || better(&p, &best)))
                best = p;
        }
    }
    map_put(s->ctx->scratch, done, key, 1);
    map_put(s->ctx->scratch, done, map_pair(e->wanted.lock.items[0].v, e->held.lock.items[0].v), 1);
    if (!best.e)
        return;
    uint32_t here = edges_like(s, best.e), there = edges_like(s, best.f);
    if (here > there || (here == there && stands_before(s, best.e, best.f))) {
        const LockEdge *swap = best.e;
        best.e = best.f;
        best.f = swap;
    }
    report(s, &best);
}

// One value of a type under another.
static void check_twin(Study *s, const LockEdge *e, const IrFunc **last)
{
    RuleContext *ctx = s->ctx;
    LockTwin t;
    if (e->root->func == *last || !lock_twin(ctx, &s->edges, e, &t) || behind_a_gate(s, e, e))
        return;
    *last = e->root->func;
    const char *first = rule_var_name(ctx, t.first), *second = rule_var_name(ctx, t.second);
    Site out = {e->root->func->id, e->out}, held = taken_by(s, &e->held)->site, wanted = taken_by(s, &e->wanted)->site;
    Finding *f = finding_at(ctx, t.both_ways ? LEVEL_WARNING : LEVEL_ADVICE, out,
                            "the lock of %s is taken while that of %s is held: a call with the two the other way round, "
                            "at the same time, waits for this one, and this one for it",
                            second, first);
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, held, "held since here", NULL);
    if (out.func.v != wanted.func.v || out.instr.v != wanted.instr.v)
        finding_related(ctx, f, wanted, "taken here", NULL);
    finding_note(ctx, f, "take the two locks in an order that both calls agree on (by an id), or copy under one lock and then take the other");
    if (!t.both_ways)
        finding_note(ctx, f, "whether two callers ever give the same two values either way round is not seen");
}

void rule_lock_order(RuleContext *ctx)
{
    Study s = {.ctx = ctx, .edges = lock_edges(ctx)};
    if (!s.edges.items.len)
        return;
    s.before = arena_array(ctx->scratch, Bitset, locks_count(s.edges.locks));
    locks_each(s.edges.locks, note_before, &s);
    Map done = {0};
    VEC_EACH (const LockEdge, e, &s.edges.items)
        check_edge(&s, e, &done);
    const IrFunc *last = NULL;
    VEC_EACH (const LockEdge, e, &s.edges.items)
        check_twin(&s, e, &last);
}

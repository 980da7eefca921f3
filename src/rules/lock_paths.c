// lock_paths.c - what happens to a lock on the paths from where it is taken.
#include "rules/lock_paths.h"
#include "base/hash.h"
#include "rules/cancelled.h"
#include "rules/identity.h"

// How many calls deep a second taking of the lock is looked for.
enum { MAX_CALLS_DOWN = 4 };

typedef struct LockSite {
    Site site;
    LockCall call;
} LockSite;

typedef VEC(const LockSite *) LockSites;

// The calls on one lock, or on locks whose names start with one variable.
typedef struct LockUses {
    LockSites takes, releases;
} LockUses;

struct LockPaths {
    RuleContext *ctx;
    LockSites takes; // in functions that control can reach
    Map by_object;   // AbsId → LockUses *: what may be on the lock
    Map by_root;     // VarId → LockUses *
    Map releasers;   // first object of a lock → Bitset *: functions that may give it back
    Map held;        // hash of a lock's objects → whether it is held across calls
};

// ---- Names ----

static bool add_field(LockName *n, Name field)
{
    if (n->len == LOCK_FIELDS_MAX)
        return false;
    n->fields[n->len++] = field;
    return true;
}

// The name of the value or address; the fields are found from the last to the first, and turned
// round.
static LockName lock_name(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    LockName n = {0};
    for (;;) {
        const IrInstr *i = ir_instr(func, v);
        if (i->op == IR_ADDR_VAR) {
            n.root = i->var;
            break;
        }
        if ((i->op != IR_ADDR_FIELD && i->op != IR_LOAD && i->op != IR_CONVERT) || !i->arg_count ||
            (i->op == IR_ADDR_FIELD && !add_field(&n, i->field_name)))
            return n;
        const IrInstr *from = ir_instr(func, i->args[0]);
        AbsId place = i->op == IR_LOAD && from->op == IR_ADDR_FIELD
                          ? flow_place(ctx->flow, func->id, i->args[0])
                          : (AbsId){0};
        if (i->op == IR_LOAD && from->op != IR_ADDR_VAR &&
            (!place.v || flow_field_stores(ctx->flow, place).len > 1))
            return n; // a pointer that may be another one the next time
        v = i->args[0];
    }
    for (uint32_t a = 0, b = n.len; a + 1 < b; a++) {
        Name swap = n.fields[a];
        n.fields[a] = n.fields[--b];
        n.fields[b] = swap;
    }
    n.ok = true;
    return n;
}

bool lock_same(const LockName *a, const LockName *b)
{
    if (!a->ok || !b->ok || a->root.v != b->root.v || a->len != b->len)
        return false;
    for (uint32_t k = 0; k < a->len; k++)
        if (a->fields[k].v != b->fields[k].v)
            return false;
    return true;
}

// The same lock in the terms of a function that is called: it starts with what an argument is.
static LockName in_callee(const RuleContext *ctx, const IrFunc *func, IrValue call,
                          const IrFunc *callee, const LockName *name)
{
    if (!ir_var(ctx->ir, name->root)->owner.v || callee->parent.v == func->id.v)
        return *name; // a variable of the package, or one that the literal shares
    const IrInstr *i = ir_instr(func, call);
    for (uint32_t arg = 0; arg < i->arg_count; arg++) {
        LockName prefix = lock_name(ctx, func, i->args[arg]);
        int32_t param = flow_param_of_arg(ctx->flow, (Site){func->id, call}, callee->id, arg);
        if (!prefix.ok || param < 0 || prefix.root.v != name->root.v || prefix.len > name->len ||
            memcmp(prefix.fields, name->fields, prefix.len * sizeof(Name)) != 0)
            continue;
        VarId var = callee->params.data[param];
        // A struct that is passed by value has a lock of its own.
        if (type_kind(ctx->types, type_underlying(ctx->types, ir_var(ctx->ir, var)->type)) ==
            T_STRUCT)
            continue;
        LockName out = {.ok = true, .root = var, .len = name->len - prefix.len};
        memcpy(out.fields, name->fields + prefix.len, out.len * sizeof(Name));
        return out;
    }
    return (LockName){0};
}

// ---- Calls on locks ----

LockCall lock_call(LockPaths *p, Site site)
{
    static const struct {
        EffectKind kind;
        LockOp op;
    } kinds[] = {{EFFECT_LOCK, LOCK_OP_LOCK},
                 {EFFECT_RLOCK, LOCK_OP_RLOCK},
                 {EFFECT_UNLOCK, LOCK_OP_RELEASE},
                 {EFFECT_RUNLOCK, LOCK_OP_RELEASE}};
    const IrFunc *func = rule_func(p->ctx, site.func);
    IrOp op = ir_instr(func, site.instr)->op;
    Act act;
    for (size_t k = 0; (op == IR_CALL || op == IR_DEFER) && k < sizeof kinds / sizeof *kinds; k++)
        if (flow_act(p->ctx->flow, site, kinds[k].kind, &act) && ir_ok(act.recv))
            return (LockCall){kinds[k].op,
                              act.recv_func.v == site.func.v ? lock_name(p->ctx, func, act.recv)
                                                             : (LockName){0},
                              value_identity(p->ctx, act.recv_func, act.recv),
                              ir_instr(func, site.instr)->call->interface};
    return (LockCall){0};
}

static LockUses *uses_of(RuleContext *ctx, Map *map, uint32_t key)
{
    uint64_t *known = map_get(map, key);
    if (known)
        return (LockUses *)(uintptr_t)*known;
    LockUses *u = arena_new(ctx->scratch, LockUses);
    map_put(ctx->scratch, map, key, (uint64_t)(uintptr_t)u);
    return u;
}

static void add_use(RuleContext *ctx, LockUses *u, const LockSite *s)
{
    if (s->call.op == LOCK_OP_RELEASE)
        vec_push(ctx->scratch, &u->releases, s);
    else
        vec_push(ctx->scratch, &u->takes, s);
}

static void note_call(LockPaths *p, Site site)
{
    LockCall call = lock_call(p, site);
    if (call.op == LOCK_OP_NONE)
        return;
    LockSite *s = arena_new(p->ctx->scratch, LockSite);
    *s = (LockSite){site, call};
    if (call.op != LOCK_OP_RELEASE)
        vec_push(p->ctx->scratch, &p->takes, s);
    for (uint32_t k = 0; k < call.lock.len; k++)
        add_use(p->ctx, uses_of(p->ctx, &p->by_object, call.lock.items[k].v), s);
    if (call.name.ok)
        add_use(p->ctx, uses_of(p->ctx, &p->by_root, call.name.root.v), s);
}

LockPaths *lock_paths(RuleContext *ctx)
{
    LockPaths *p = arena_new(ctx->scratch, LockPaths);
    p->ctx = ctx;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
            if (rule_live_instr(ctx, func, at))
                note_call(p, (Site){{id}, at});
    }
    return p;
}

void lock_paths_each(LockPaths *p, void (*visit)(RuleContext *ctx, Taken *t))
{
    VEC_EACH (const LockSite *, s, &p->takes) {
        Taken t = {.all = p,
                   .func = rule_func(p->ctx, (*s)->site.func),
                   .at = (*s)->site.instr,
                   .lock = (*s)->call};
        if (!t.lock.name.ok || ir_instr(t.func, t.at)->op != IR_CALL || !t.lock.lock.len)
            continue;
        t.known = branches_before(p->ctx, t.func, ir_instr(t.func, t.at)->block);
        visit(p->ctx, &t);
    }
}

// ---- Who gives it back ----

// Functions that may give one of the locks back, themselves or through calls.
static const Bitset *releasers(const Taken *t)
{
    LockPaths *p = t->all;
    RuleContext *ctx = p->ctx;
    uint64_t *known = map_get(&p->releasers, t->lock.lock.items[0].v);
    if (known)
        return (const Bitset *)(uintptr_t)*known;
    Bitset *set = arena_new(ctx->scratch, Bitset);
    *set = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    VEC(FuncId) work = {0};
    for (uint32_t k = 0; k < t->lock.lock.len; k++) {
        const LockUses *u = uses_of(ctx, &p->by_object, t->lock.lock.items[k].v);
        VEC_EACH (const LockSite *, s, &u->releases) {
            FuncId func = (*s)->site.func;
            if (bitset_has(set, func.v))
                continue;
            bitset_add(set, func.v);
            vec_push(ctx->scratch, &work, func);
        }
    }
    while (work.len) {
        FuncId func = vec_last(&work);
        work.len--;
        CallEdges callers = flow_callers(ctx->flow, func);
        for (uint32_t k = 0; k < callers.len; k++) {
            FuncId up = callers.items[k].site.func;
            if (!flow_runs_here(callers.items[k].mode) || bitset_has(set, up.v))
                continue;
            bitset_add(set, up.v);
            vec_push(ctx->scratch, &work, up);
        }
    }
    map_put(ctx->scratch, &p->releasers, t->lock.lock.items[0].v, (uint64_t)(uintptr_t)set);
    return set;
}

static bool may_release(const Taken *t, IrValue call)
{
    const RuleContext *ctx = t->all->ctx;
    Site site = {t->func->id, call};
    CallEdges callees = flow_callees(ctx->flow, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (bitset_has(releasers(t), callees.items[k].callee.v))
            return true;
    const IrInstr *i = ir_instr(t->func, call);
    // Code that is not seen can do it where it is given what the lock belongs to.
    for (uint32_t arg = 0; flow_call_open(ctx->flow, site) && arg < i->arg_count; arg++) {
        LockName n = lock_name(ctx, t->func, i->args[arg]);
        if (n.ok && n.root.v == t->lock.name.root.v && n.len <= t->lock.name.len)
            return true;
    }
    return false;
}

bool lock_settled(const Taken *t, IrValue at, bool deferred)
{
    const RuleContext *ctx = t->all->ctx;
    const IrInstr *i = ir_instr(t->func, at);
    switch (i->op) {
    case IR_DECLARE:
        return i->var.v == t->lock.name.root.v;
    case IR_STORE:
        return ir_instr(t->func, i->args[0])->op == IR_ADDR_VAR &&
               ir_instr(t->func, i->args[0])->var.v == t->lock.name.root.v;
    case IR_CLOSURE:
        return deferred && bitset_has(releasers(t), i->func.v);
    case IR_METHOD_VALUE:
        return deferred && (effect_find(flow_object_model(ctx->flow, i->callee), EFFECT_UNLOCK, ctx->go_minor) ||
                            effect_find(flow_object_model(ctx->flow, i->callee), EFFECT_RUNLOCK, ctx->go_minor));
    case IR_DEFER:
        if (!deferred)
            return false;
        break;
    case IR_GO: // the lock is handed to the goroutine
    case IR_CALL:
        break;
    default:
        return false;
    }
    LockCall c = lock_call(t->all, (Site){t->func->id, at});
    if (c.op != LOCK_OP_NONE)
        return c.op == LOCK_OP_RELEASE &&
               (lock_same(&c.name, &t->lock.name) || flow_sets_meet(c.lock, t->lock.lock));
    return may_release(t, at);
}

static FuncId declared_around(const RuleContext *ctx, FuncId func)
{
    while (rule_func(ctx, func)->parent.v)
        func = rule_func(ctx, func)->parent;
    return func;
}

// Whether some function gives one of the locks back, and none in it takes one of them.
static bool held_across_calls(LockPaths *p, AbsSet lock)
{
    Map takers = {0};
    for (uint32_t k = 0; k < lock.len; k++) {
        const LockUses *u = uses_of(p->ctx, &p->by_object, lock.items[k].v);
        VEC_EACH (const LockSite *, s, &u->takes)
            map_put(p->ctx->scratch, &takers, declared_around(p->ctx, (*s)->site.func).v, 1);
    }
    for (uint32_t k = 0; k < lock.len; k++) {
        const LockUses *u = uses_of(p->ctx, &p->by_object, lock.items[k].v);
        VEC_EACH (const LockSite *, s, &u->releases)
            if (!map_get(&takers, declared_around(p->ctx, (*s)->site.func).v))
                return true;
    }
    return false;
}

bool lock_held_across_calls(const Taken *t)
{
    LockPaths *p = t->all;
    uint64_t key = t->lock.lock.len;
    for (uint32_t k = 0; k < t->lock.lock.len; k++)
        key = hash_mix(key, t->lock.lock.items[k].v);
    uint64_t *known = map_get(&p->held, key);
    if (known)
        return *known;
    bool held = held_across_calls(p, t->lock.lock);
    map_put(p->ctx->scratch, &p->held, key, held);
    return held;
}

// Whether the type that declares the field can be named in other packages.
static bool owner_is_exported(const RuleContext *ctx, const Abs *field)
{
    ObjId obj = type_kind(ctx->types, field->owner) == T_NAMED ? type_named_object(ctx->types, field->owner) : OBJ_NONE;
    return obj_ok(obj) && rule_is_exported(ctx, object_at(ctx->types, obj)->name);
}

bool lock_is_private(const Taken *t)
{
    const RuleContext *ctx = t->all->ctx;
    if (flow_incomplete(ctx->flow) || t->lock.abstract)
        return false;
    for (uint32_t k = 0; k < t->lock.lock.len; k++) {
        const Abs *a = flow_abs(ctx->flow, t->lock.lock.items[k]);
        if (flow_escapes(ctx->flow, t->lock.lock.items[k]))
            return false;
        if (a->kind == ABS_FIELD && rule_is_exported(ctx, a->name) && owner_is_exported(ctx, a))
            return false;
        if (a->kind == ABS_VAR && !ir_var(ctx->ir, a->var)->owner.v && rule_is_exported(ctx, object_at(ctx->types, ir_var(ctx->ir, a->var)->obj)->name))
            return false;
        if (a->kind != ABS_FIELD && a->kind != ABS_VAR)
            return false;
    }
    return true;
}

static bool calls(const RuleContext *ctx, FuncId caller, FuncId callee)
{
    CallEdges callers = flow_callers(ctx->flow, callee);
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].site.func.v == caller.v && flow_runs_here(callers.items[k].mode))
            return true;
    return false;
}

// Whether the function takes the lock before it gives it back.
static bool taken_before(const RuleContext *ctx, const LockUses *u, const LockSite *release)
{
    VEC_EACH (const LockSite *, take, &u->takes)
        if ((*take)->site.func.v == release->site.func.v &&
            lock_same(&(*take)->call.name, &release->call.name) &&
            instr_dominates(rule_func(ctx, release->site.func), (*take)->site.instr,
                            release->site.instr))
            return true;
    return false;
}

bool lock_handed_around(const Taken *t)
{
    RuleContext *ctx = t->all->ctx;
    if (!ir_var(ctx->ir, t->lock.name.root)->owner.v)
        return false;
    const LockUses *u = uses_of(ctx, &t->all->by_root, t->lock.name.root.v);
    VEC_EACH (const LockSite *, release, &u->releases) {
        FuncId func = (*release)->site.func;
        if (func.v != t->func->id.v && lock_same(&(*release)->call.name, &t->lock.name) &&
            !calls(ctx, t->func->id, func) && !taken_before(ctx, u, *release))
            return true;
    }
    return false;
}

// ---- Who takes it again ----

static Site taken_in(Taken *t, const IrFunc *func, const LockName *name, unsigned depth,
                     LockCall *again);

static Site taken_by_call(Taken *t, const IrFunc *func, IrValue at, const LockName *name,
                          unsigned depth, LockCall *again)
{
    RuleContext *ctx = t->all->ctx;
    Site site = {func->id, at};
    LockCall c = lock_call(t->all, site);
    if (c.op != LOCK_OP_NONE) {
        *again = c;
        return c.op != LOCK_OP_RELEASE && lock_same(&c.name, name) ? site : (Site){0};
    }
    CallMode mode;
    const Frame *frame = ir_instr(func, at)->op == IR_CALL ? frame_root(ctx, func) : NULL;
    const IrFunc *callee = frame ? call_only_callee(ctx, frame, at, &mode) : NULL;
    if (!callee || mode != CALL_NOW || depth == MAX_CALLS_DOWN)
        return (Site){0};
    LockName inner = in_callee(ctx, func, at, callee, name);
    return inner.ok ? taken_in(t, callee, &inner, depth + 1, again) : (Site){0};
}

// Whether something may give the lock back before an instruction of the function is reached.
static bool released_before(Taken *t, const IrFunc *func, IrValue at)
{
    uint32_t block = ir_instr(func, at)->block;
    for (IrValue k = ir_first_event(func); ir_ok(k); k = ir_next_event(func, k)) {
        const IrInstr *i = ir_instr(func, k);
        if (i->op != IR_CALL ||
            (i->block == block ? k.v >= at.v : !ir_reaches(func, i->block, block)))
            continue;
        LockCall c = lock_call(t->all, (Site){func->id, k});
        if (c.op == LOCK_OP_RELEASE && flow_sets_meet(c.lock, t->lock.lock))
            return true;
        CallEdges callees = flow_callees(t->all->ctx->flow, (Site){func->id, k});
        for (uint32_t e = 0; e < callees.len; e++)
            if (bitset_has(releasers(t), callees.items[e].callee.v))
                return true;
    }
    return false;
}

// The first instruction of a function that runs whenever it is called and takes the lock, nothing
// before it having given it back.
static Site taken_in(Taken *t, const IrFunc *func, const LockName *name, unsigned depth,
                     LockCall *again)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        if (i->op != IR_CALL || (i->block != 0 && !ir_postdominates(func, i->block, 0)))
            continue;
        Site found = taken_by_call(t, func, at, name, depth, again);
        if (found.func.v)
            return released_before(t, func, at) ? (Site){0} : found;
    }
    return (Site){0};
}

Site lock_taken_again(Taken *t, IrValue at, LockCall *again)
{
    return taken_by_call(t, t->func, at, &t->lock.name, 0, again);
}

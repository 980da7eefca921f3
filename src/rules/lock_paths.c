// lock_paths.c - what happens to a lock on the paths from where it is taken.
#include "rules/lock_paths.h"
#include "rules/cancelled.h"
#include "rules/identity.h"

// How many calls deep a second taking of the lock is looked for.
enum { MAX_CALLS_DOWN = 4 };

struct LockPaths {
    RuleContext *ctx;
    VEC(Site) takes, releases; // in functions that control can reach
    Map releasers; // first object of a lock → Bitset *: functions that may give it back
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

LockPaths *lock_paths(RuleContext *ctx)
{
    LockPaths *p = arena_new(ctx->scratch, LockPaths);
    p->ctx = ctx;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            LockCall c =
                rule_live_instr(ctx, func, at) ? lock_call(p, (Site){{id}, at}) : (LockCall){0};
            if (c.op == LOCK_OP_RELEASE)
                vec_push(ctx->scratch, &p->releases, ((Site){{id}, at}));
            else if (c.op != LOCK_OP_NONE)
                vec_push(ctx->scratch, &p->takes, ((Site){{id}, at}));
        }
    }
    return p;
}

void lock_paths_each(LockPaths *p, void (*visit)(RuleContext *ctx, Taken *t))
{
    VEC_EACH (const Site, site, &p->takes) {
        Taken t = {.all = p,
                   .func = rule_func(p->ctx, site->func),
                   .at = site->instr,
                   .lock = lock_call(p, *site)};
        if (!t.lock.name.ok || ir_instr(t.func, t.at)->op != IR_CALL || !t.lock.lock.len)
            continue;
        t.known = branches_before(p->ctx, t.func, ir_instr(t.func, t.at)->block);
        visit(p->ctx, &t);
    }
}

// ---- Who gives it back ----

static bool runs_here(CallMode mode)
{
    return mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER;
}

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
    VEC_EACH (const Site, site, &p->releases)
        if (!bitset_has(set, site->func.v) &&
            flow_sets_meet(lock_call(p, *site).lock, t->lock.lock)) {
            bitset_add(set, site->func.v);
            vec_push(ctx->scratch, &work, site->func);
        }
    while (work.len) {
        FuncId func = vec_last(&work);
        work.len--;
        CallEdges callers = flow_callers(ctx->flow, func);
        for (uint32_t k = 0; k < callers.len; k++) {
            FuncId up = callers.items[k].site.func;
            if (!runs_here(callers.items[k].mode) || bitset_has(set, up.v))
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
        return deferred &&
               effect_find(flow_object_model(ctx->flow, i->callee), EFFECT_UNLOCK, ctx->go_minor);
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

bool lock_held_across_calls(const Taken *t)
{
    LockPaths *p = t->all;
    VEC_EACH (const Site, site, &p->releases) {
        const IrFunc *func = rule_func(p->ctx, site->func);
        while (func->parent.v)
            func = rule_func(p->ctx, func->parent);
        const IrFunc *own = t->func;
        while (own->parent.v)
            own = rule_func(p->ctx, own->parent);
        if (func == own || !flow_sets_meet(lock_call(p, *site).lock, t->lock.lock))
            continue;
        bool takes = false;
        VEC_EACH (const Site, take, &p->takes) {
            const IrFunc *taker = rule_func(p->ctx, take->func);
            while (taker->parent.v)
                taker = rule_func(p->ctx, taker->parent);
            takes |= taker == func && flow_sets_meet(lock_call(p, *take).lock, t->lock.lock);
        }
        if (!takes)
            return true;
    }
    return false;
}

static bool calls(const RuleContext *ctx, FuncId caller, FuncId callee)
{
    CallEdges callers = flow_callers(ctx->flow, callee);
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].site.func.v == caller.v && runs_here(callers.items[k].mode))
            return true;
    return false;
}

bool lock_handed_around(const Taken *t)
{
    LockPaths *p = t->all;
    VEC_EACH (const Site, site, &p->releases) {
        LockCall release = lock_call(p, *site);
        if (site->func.v == t->func->id.v || !lock_same(&release.name, &t->lock.name) ||
            calls(p->ctx, t->func->id, site->func))
            continue;
        if (!ir_var(p->ctx->ir, t->lock.name.root)->owner.v)
            continue;
        bool taken = false;
        VEC_EACH (const Site, take, &p->takes) {
            LockCall c = take->func.v == site->func.v ? lock_call(p, *take) : (LockCall){0};
            taken |= lock_same(&c.name, &release.name) &&
                     instr_dominates(rule_func(p->ctx, site->func), take->instr, site->instr);
        }
        if (!taken)
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
    for (IrValue k = {1}; k.v < func->instrs.len; k.v++) {
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
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
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

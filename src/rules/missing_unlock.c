// missing_unlock.c - a lock that is still held on some path out of the function that took it.
//
// True at run time where a path leads from the place that takes the lock to a return and nothing on
// it gives the lock back, now or by a deferred call: the next one who wants it waits for ever. That
// the function gives it back elsewhere shows that this is its own business. Where it never does, it
// may hold the lock for its callers; but then somebody gives back what he has not taken, and where
// all who can name the lock are in sight and nobody does, the lock is lost.
#include "rules/cancelled.h"
#include "rules/lock_paths.h"
#include "rules/mend.h"

static bool returns(void *p, IrValue at)
{
    return ir_instr(((const Taken *)p)->func, at)->op == IR_RETURN;
}

static bool settled(void *p, IrValue at)
{
    return lock_settled(p, at, true);
}

static bool possible(void *p, uint32_t block, uint32_t succ)
{
    return branches_allow(&((const Taken *)p)->known, block, succ);
}

// The first place in the function that gives the lock back itself; none where there is none.
// `deferred` tells whether a deferred call before the lock is taken may do so.
static IrValue given_back(const Taken *t, bool *deferred)
{
    IrValue found = {0};
    *deferred = false;
    for (IrValue at = ir_first_event(t->func); ir_ok(at); at = ir_next_event(t->func, at)) {
        const IrInstr *i = ir_instr(t->func, at);
        if (i->op == IR_DEFER && lock_settled(t, at, true) && at.v < t->at.v)
            *deferred = true;
        if (i->op != IR_CALL && i->op != IR_DEFER)
            continue;
        LockCall c = lock_call(t->all, (Site){t->func->id, at});
        if (!ir_ok(found) && c.op == LOCK_OP_RELEASE && lock_same(&c.name, &t->lock.name) &&
            (i->block == ir_instr(t->func, t->at)->block
                 ? at.v > t->at.v
                 : ir_reaches(t->func, ir_instr(t->func, t->at)->block, i->block)))
            found = at;
    }
    return found;
}

// Whether the function gives the lock back by another name, as that of another element, or through a
// call before it takes it: then the lock is its caller's, and it takes it again for him.
static bool given_back_otherwise(const Taken *t)
{
    uint32_t block = ir_instr(t->func, t->at)->block;
    for (IrValue at = {1}; at.v < t->func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(t->func, at);
        if (i->op != IR_CALL && i->op != IR_DEFER)
            continue;
        LockCall c = lock_call(t->all, (Site){t->func->id, at});
        if (c.op == LOCK_OP_RELEASE && flow_sets_meet(c.lock, t->lock.lock))
            return true;
        if (i->op == IR_CALL && (i->block == block ? at.v < t->at.v : ir_reaches(t->func, i->block, block)) &&
            lock_settled(t, at, false))
            return true;
    }
    return false;
}

// Whether some place that takes the same lock comes before the instruction on every path to it.
static bool taken_before(const Taken *t, IrValue release)
{
    for (IrValue at = ir_first_event(t->func); ir_ok(at); at = ir_next_event(t->func, at)) {
        if (ir_instr(t->func, at)->op != IR_CALL || !instr_dominates(t->func, at, release))
            continue;
        LockCall c = lock_call(t->all, (Site){t->func->id, at});
        if ((c.op == LOCK_OP_LOCK || c.op == LOCK_OP_RLOCK) && lock_same(&c.name, &t->lock.name))
            return true;
    }
    return false;
}

// Whether the function gives up a lock that it has not taken before it takes it here: it is called
// with the lock held, and returns so.
static bool takes_back(const Taken *t)
{
    for (IrValue at = ir_first_event(t->func); ir_ok(at); at = ir_next_event(t->func, at)) {
        if (ir_instr(t->func, at)->op != IR_CALL || !instr_dominates(t->func, at, t->at))
            continue;
        LockCall c = lock_call(t->all, (Site){t->func->id, at});
        if (c.op == LOCK_OP_RELEASE && lock_same(&c.name, &t->lock.name) && !taken_before(t, at))
            return true;
    }
    return false;
}

// ---- The fix ----

// The call that gives back what this one takes: x.mu.Unlock() for x.mu.Lock(). NULL for other calls.
static const char *undo_text(RuleContext *ctx, const IrFunc *func, const IrInstr *call)
{
    const Ast *ast = rule_ast(ctx, func);
    if (!node_ok(call->node) || node_kind(ast, call->node) != NODE_CALL_EXPR)
        return NULL;
    CallView v = ast_call(ast, call->node);
    if (v.args.len || node_kind(ast, v.fun) != NODE_SELECTOR_EXPR)
        return NULL;
    SelectorView s = ast_selector(ast, v.fun);
    Str method = ast_text(ast, s.sel);
    bool read = str_is(method, "RLock");
    if (!read && !str_is(method, "Lock"))
        return NULL;
    return arena_printf(ctx->arena, "%.*s.%s()", STR_ARG(ast_text(ast, s.x)), read ? "RUnlock" : "Unlock");
}

static void fix_never(RuleContext *ctx, Finding *f, const Taken *t)
{
    const IrInstr *call = ir_instr(t->func, t->at);
    Stmt stmt = mend_stmt(ctx, t->func, call->span);
    const char *undo = undo_text(ctx, t->func, call);
    if (!undo || !node_ok(stmt.node) || stmt.span.start != call->span.start || stmt.span.end != call->span.end)
        return;
    bool loop = t->func->blocks.data[call->block].loop != 0;
    Fix *fix = finding_fix(ctx, f, loop ? FIX_SKETCH : FIX_SAFE, "give the lock back when the function returns");
    mend_after(ctx, fix, &stmt, arena_printf(ctx->arena, "defer %s", undo));
}

// Whether an expression reads nothing that a lock might guard: a name or a literal.
static bool is_plain(const Ast *ast, NodeId n)
{
    NodeKind kind = node_kind(ast, n);
    return kind == NODE_IDENT || kind == NODE_BASIC_LIT;
}

// One return, and paths to it.
typedef struct Leave {
    Taken *t;
    IrValue at;
} Leave;

static bool is_leave(void *p, IrValue at)
{
    return at.v == ((const Leave *)p)->at.v;
}

static bool leave_settled(void *p, IrValue at)
{
    return settled(((Leave *)p)->t, at);
}

static bool leave_possible(void *p, uint32_t block, uint32_t succ)
{
    return possible(((Leave *)p)->t, block, succ);
}

static bool takes_again(void *p, IrValue at)
{
    return at.v == ((const Leave *)p)->t->at.v;
}

static bool is_left_held(RuleContext *ctx, Leave *l)
{
    PathQuery q = {.func = l->t->func->id, .from = l->t->at, .goal = is_leave, .avoid = leave_settled,
                   .edge = leave_possible, .ctx = l};
    return ir_ok(flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL));
}

// Whether the return can also be come to with the lock given back: giving it back again would panic.
static bool is_left_free(RuleContext *ctx, Leave *l)
{
    for (IrValue at = {1}; at.v < l->t->func->instrs.len; at.v++) {
        if (!lock_settled(l->t, at, true))
            continue;
        PathQuery q = {.func = l->t->func->id, .from = at, .goal = is_leave, .avoid = takes_again, .ctx = l};
        if (ir_ok(flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL)))
            return true;
    }
    return false;
}

// Gives the lock back in front of each return that is come to with it; what such a return computes would
// then be computed without it.
static void fix_returns(RuleContext *ctx, Finding *f, Taken *t)
{
    const Ast *ast = rule_ast(ctx, t->func);
    const IrInstr *lock = ir_instr(t->func, t->at);
    const char *undo = undo_text(ctx, t->func, lock);
    Fix fix = {.description = "give the lock back before the return", .safety = FIX_SAFE};
    for (Leave l = {t, {1}}; undo && l.at.v < t->func->instrs.len; l.at.v++) {
        const IrInstr *i = rule_live_instr(ctx, t->func, l.at);
        if (!i || i->op != IR_RETURN || !is_left_held(ctx, &l))
            continue;
        Stmt stmt = mend_stmt(ctx, t->func, i->span);
        if (!node_ok(stmt.node) || node_kind(ast, stmt.node) != NODE_RETURN_STMT || is_left_free(ctx, &l) ||
            !mend_in_scope(ctx, t->func, lock->span, stmt.span.start))
            return;
        NodeList results = ast_return_results(ast, stmt.node);
        LIST_EACH(r, results)
            if (!is_plain(ast, *r))
                fix.safety = FIX_UNSAFE;
        mend_before(ctx, &fix, &stmt, undo);
    }
    if (fix.edits.len)
        vec_push(ctx->arena, &f->fixes, fix);
}

// ---- The report ----

static void report_never(RuleContext *ctx, const Taken *t, IrValue end)
{
    Site first = {t->func->id, t->at}, last = {t->func->id, end};
    Finding *f = finding_at(ctx, LEVEL_WARNING, first, "%s is never undone: %s returns with the lock held, and nobody gives it back for it",
                            rule_callee_name(ctx, t->func, ir_instr(t->func, t->at)), rule_func_name(ctx, t->func));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, last, "returns here with the lock held", NULL);
    fix_never(ctx, f, t);
}

static void check(RuleContext *ctx, Taken *t)
{
    bool deferred;
    IrValue elsewhere = given_back(t, &deferred);
    if (deferred || takes_back(t) || lock_held_across_calls(t) || (!ir_ok(elsewhere) && (!lock_is_private(t) || lock_handed_around(t) || given_back_otherwise(t))))
        return;
    PathQuery q = {.func = t->func->id,
                   .from = t->at,
                   .goal = returns,
                   .avoid = settled,
                   .edge = possible,
                   .ctx = t};
    IrValue end = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    if (!ir_ok(end))
        return;
    if (!ir_ok(elsewhere)) {
        report_never(ctx, t, end);
        return;
    }
    Site first = {t->func->id, t->at}, last = {t->func->id, end};
    Finding *f = finding_at(
        ctx, LEVEL_ERROR, first, "%s is not undone on every path: %s can return with the lock held",
        rule_callee_name(ctx, t->func, ir_instr(t->func, t->at)), rule_func_name(ctx, t->func));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, last, "returns here with the lock held", NULL);
    finding_related(ctx, f, (Site){t->func->id, elsewhere}, "given back here", NULL);
    finding_step(ctx, f, first, "takes the lock");
    finding_step(ctx, f, last, "returns, and nobody gives it back");
    fix_returns(ctx, f, t);
}

void rule_missing_unlock(RuleContext *ctx)
{
    lock_paths_each(lock_paths(ctx), check);
}

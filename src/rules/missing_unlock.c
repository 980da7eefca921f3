// missing_unlock.c - a lock that is still held on some path out of the function that gives it back
// on others.
//
// True at run time where a path leads from the place that takes the lock to a return and nothing on
// it gives the lock back, now or by a deferred call: the next one who wants it waits for ever. That
// the function gives it back elsewhere shows that this is its own business; functions that hold a
// lock for their callers have somebody who gives back what he has not taken.
#include "rules/lock_paths.h"

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

static void check(RuleContext *ctx, Taken *t)
{
    bool deferred;
    IrValue elsewhere = given_back(t, &deferred);
    if (!ir_ok(elsewhere) || deferred || lock_held_across_calls(t))
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
    Site first = {t->func->id, t->at}, last = {t->func->id, end};
    Finding *f = finding_at(
        ctx, LEVEL_ERROR, first, "%s is not undone on every path: %s can return with the lock held",
        rule_callee_name(ctx, t->func, ir_instr(t->func, t->at)), rule_func_name(ctx, t->func));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, last, "returns here with the lock held", NULL);
    finding_related(ctx, f, (Site){t->func->id, elsewhere}, "given back here", NULL);
    finding_step(ctx, f, first, "takes the lock");
    finding_step(ctx, f, last, "returns, and nobody gives it back");
}

void rule_missing_unlock(RuleContext *ctx)
{
    lock_paths_each(lock_paths(ctx), check);
}

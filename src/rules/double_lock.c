// double_lock.c - a lock that is taken again by the goroutine that holds it.
//
// Go's locks do not know who holds them. True at run time where some path leads from the place that
// takes a lock to one that takes the same again, itself or in a function that always does, and
// nothing on it gives the lock back: the goroutine waits for itself. Two read locks go together
// until a writer asks in between.
#include "rules/lock_paths.h"

static bool taken_again(void *p, IrValue at)
{
    Taken *t = p;
    const IrInstr *i = ir_instr(t->func, at);
    LockCall again;
    return (i->op == IR_CALL || i->op == IR_DEFER) && lock_taken_again(t, at, &again).func.v;
}

static bool settled(void *p, IrValue at)
{
    return !taken_again(p, at) && lock_settled(p, at, false);
}

static bool possible(void *p, uint32_t block, uint32_t succ)
{
    return branches_allow(&((const Taken *)p)->known, block, succ);
}

// A lock that nobody else can know has no writer that could ask in between.
static bool is_private(const RuleContext *ctx, const Taken *t)
{
    const IrVar *root = ir_var(ctx->ir, t->lock.name.root);
    return root->owner.v == t->func->id.v && root->param < 0 && !root->captured;
}

static void check(RuleContext *ctx, Taken *t)
{
    PathQuery q = {.func = t->func->id,
                   .from = t->at,
                   .goal = taken_again,
                   .avoid = settled,
                   .edge = possible,
                   .ctx = t};
    IrValue call = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    LockCall again = {0};
    Site second = ir_ok(call) ? lock_taken_again(t, call, &again) : (Site){0};
    if (!second.func.v || lock_handed_around(t))
        return;
    Site first = {t->func->id, t->at}, here = {t->func->id, call};
    bool shared = t->lock.op == LOCK_OP_RLOCK && again.op == LOCK_OP_RLOCK;
    if (shared && is_private(ctx, t))
        return;
    bool through = second.func.v != here.func.v || second.instr.v != here.instr.v;
    const char *lock = rule_callee_name(ctx, t->func, ir_instr(t->func, t->at));
    bool abstract = t->lock.abstract || again.abstract;
    Level level = abstract ? LEVEL_ADVICE : shared ? LEVEL_WARNING : LEVEL_ERROR;
    Finding *f = finding_at(
        ctx, level, here,
        shared ? "%s %s while %s of the same goroutine is still held: a writer that waits in "
                 "between blocks both"
               : "%s %s while %s of the same goroutine is still held: it waits for itself",
        rule_callee_name(ctx, t->func, ir_instr(t->func, call)),
        through ? "takes the lock again" : "is called", lock);
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, first, "held since here", NULL);
    if (through)
        finding_related(ctx, f, second, "taken again here", NULL);
    finding_step(ctx, f, first, "takes the lock");
    if (abstract)
        finding_note(ctx, f, "which lock stands behind the interface is not seen");
    if (shared)
        finding_note(ctx, f, "RWMutex lets no new reader in once a writer waits");
    finding_step(ctx, f, second,
                 shared ? "waits behind a writer, which waits for the first read lock"
                        : "waits for the lock that it holds itself");
}

void rule_double_lock(RuleContext *ctx)
{
    lock_paths_each(lock_paths(ctx), check);
}

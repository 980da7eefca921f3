// waitgroup_totals.c - counts that are raised by another number than goroutines are started.
//
// One Add for several goroutines, which the same function starts one by one or in one loop: then both
// numbers can be compared (bounds.h). Each of the goroutines takes itself off exactly once.
#include "rules/bounds.h"
#include "rules/cancelled.h"
#include "rules/waitgroup_mismatch.h"

typedef struct Totals {
    WaitCounts *w;
    const IrFunc *func;
    const Frame *frame;
    const CountOp *add;
    VEC(IrValue) spawns; // all of the same loop
    uint32_t loop;       // of the spawns, as index + 1
    uint32_t home;       // of the Add
} Totals;

// Whether the goroutine takes itself off once: its body does, and what it calls does not.
static bool tells_once(Totals *t, const IrInstr *spawn, IrValue at)
{
    RuleContext *ctx = t->w->ctx;
    CallEdges bodies = flow_callees(ctx->flow, (Site){t->func->id, at});
    if (spawn->op != IR_GO || bodies.len != 1 || flow_call_open(ctx->flow, (Site){t->func->id, at}) ||
        !counts_always(t->w, bodies.items[0].callee, t->add))
        return false;
    uint32_t downs = 0;
    VEC_EACH (const CountOp, o, &t->w->ops)
        downs += o->kind == COUNT_DOWN && counts_meet(o, t->add) && o->site.func.v == bodies.items[0].callee.v;
    return downs == 1;
}

// Collects the goroutines that the Add may be for; false where anything else settles it.
static bool collect(Totals *t)
{
    for (IrValue at = {1}; at.v < t->func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(t->w->ctx, t->func, at);
        if (!i || i->op == IR_CLOSURE || !counts_settled(t->w, t->func, at, t->add))
            continue;
        uint32_t loop = t->func->blocks.data[i->block].loop;
        if (!tells_once(t, i, at) || !instr_dominates(t->func, t->add->site.instr, at) ||
            (t->spawns.len && loop != t->loop))
            return false;
        t->loop = loop;
        vec_push(t->w->ctx->scratch, &t->spawns, at);
    }
    return t->spawns.len > 0;
}

// Whether nothing else raises the group's count, and somebody waits for it.
static bool is_only_add(const Totals *t)
{
    VEC_EACH (const CountOp, o, &t->w->ops)
        if (o->kind == COUNT_UP && o != t->add && counts_meet(o, t->add))
            return false;
    return true;
}

typedef struct Round {
    Totals *t;
    uint32_t header;
} Round;

static bool is_next_round(void *p, IrValue at)
{
    const Round *r = p;
    const IrFunc *func = r->t->func;
    return ir_instr(func, at)->block == r->header && at.v == func->blocks.data[r->header].instrs.data[0];
}

static bool is_start(void *p, IrValue at)
{
    const Round *r = p;
    return counts_settled(r->t->w, r->t->func, at, r->t->add) && ir_instr(r->t->func, at)->op != IR_CLOSURE;
}

static bool stays(void *p, uint32_t block, uint32_t succ)
{
    const Round *r = p;
    const IrFunc *func = r->t->func;
    return ir_in_loop(func, r->t->loop - 1, func->blocks.data[block].succs.data[succ]);
}

// Whether a round of the loop can go by without a start.
static bool skips_rounds(Totals *t, uint32_t header)
{
    Round r = {t, header};
    IrValue end = {vec_last(&t->func->blocks.data[header].instrs)};
    PathQuery q = {.func = t->func->id, .from = end, .goal = is_next_round, .avoid = is_start, .edge = stays, .ctx = &r};
    return ir_ok(flow_find_path(t->w->ctx->flow, t->w->ctx->scratch, &q, NULL, NULL));
}

static const char *op_name(Totals *t, const CountOp *op)
{
    return rule_callee_name(t->w->ctx, rule_func(t->w->ctx, op->site.func), rule_instr(t->w->ctx, op->site));
}

static void report(Totals *t, const CountOp *wait, const char *message, bool fewer)
{
    RuleContext *ctx = t->w->ctx;
    Finding *f = finding_at(ctx, LEVEL_ERROR, t->add->site, "%s %s: %s", op_name(t, t->add), message,
                            fewer ? arena_printf(ctx->arena, "%s waits for ever", op_name(t, wait)) : "the count gets negative, and that panics");
    finding_also(ctx, f, fewer ? FAIL_HANG : FAIL_PANIC);
    VEC_EACH (const IrValue, at, &t->spawns)
        finding_related(ctx, f, (Site){t->func->id, *at}, "started here", NULL);
    finding_related(ctx, f, wait->site, "waits here", NULL);
    finding_step(ctx, f, t->add->site, "raises the count");
    finding_step(ctx, f, (Site){t->func->id, t->spawns.data[0]}, fewer ? "starts fewer goroutines than were counted" : "starts more goroutines than were counted");
    finding_step(ctx, f, wait->site, fewer ? "waits for goroutines that were never started" : "waits, while one goroutine takes off what was never added");
    finding_note(ctx, f, "count one right before each go statement, and the numbers cannot differ");
}

// Whether each goroutine starts whenever the Add runs.
static bool all_start(const Totals *t)
{
    uint32_t from = rule_instr(t->w->ctx, t->add->site)->block;
    VEC_EACH (const IrValue, at, &t->spawns) {
        uint32_t block = ir_instr(t->func, *at)->block;
        if (block != from && !ir_postdominates(t->func, block, from))
            return false;
    }
    return true;
}

static void check_straight(Totals *t, const CountOp *wait)
{
    int64_t starts = t->spawns.len;
    if (t->add->delta <= 0 || t->add->delta == starts || !all_start(t))
        return;
    bool fewer = starts < t->add->delta;
    report(t, wait, arena_printf(t->w->ctx->arena, "counts %d goroutine%s and %d %s started", (int)t->add->delta,
                                 t->add->delta == 1 ? "" : "s", (int)starts, starts == 1 ? "is" : "are"), fewer);
}

static void check_loop(Totals *t, const CountOp *wait)
{
    RuleContext *ctx = t->w->ctx;
    const IrLoop *loop = &t->func->loops.data[t->loop - 1];
    if (loop->parent != t->home || t->add->arg_func.v != t->func->id.v)
        return;
    Bound count = bound_of_value(ctx, t->frame, t->add->arg), rounds = bound_of_loop(ctx, t->frame, t->loop - 1);
    bool numbers = count.kind == BOUND_COUNT && rounds.kind == BOUND_COUNT;
    if (!numbers && !bound_same_thing(&count, &rounds))
        return;
    int64_t each = t->spawns.len;
    if (count.factor == rounds.factor * each && count.plus == rounds.plus * each) {
        if (each == 1 && skips_rounds(t, loop->header))
            report(t, wait, "counts a goroutine for each round, and some rounds start none", true);
        return;
    }
    if (count.factor != rounds.factor * each || each != 1 || skips_rounds(t, loop->header))
        return;
    bool fewer = rounds.plus < count.plus;
    report(t, wait, fewer ? "counts more goroutines than the loop starts" : "counts fewer goroutines than the loop starts", fewer);
}

void mismatch_totals(WaitCounts *w)
{
    for (uint32_t k = 0; k < w->ops.len; k++) {
        const CountOp *add = &w->ops.data[k];
        const CountOp *wait = add->kind == COUNT_UP && !add->deferred ? mismatch_wait(w, add) : NULL;
        if (!wait || counts_open(w, add) || !counts_known(w, add) || add->recv_func.v != add->site.func.v)
            continue;
        const IrFunc *func = rule_func(w->ctx, add->site.func);
        Totals t = {.w = w, .func = func, .frame = frame_root(w->ctx, func), .add = add,
                    .home = func->blocks.data[rule_instr(w->ctx, add->site)->block].loop};
        if (!is_only_add(&t) || !collect(&t))
            continue;
        if (t.loop == t.home)
            check_straight(&t, wait);
        else if (t.loop)
            check_loop(&t, wait);
    }
}

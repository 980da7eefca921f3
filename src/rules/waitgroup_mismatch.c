// waitgroup_mismatch.c - a wait group whose Add and Done cannot balance.
//
// True at run time where the count of a group does not come back to zero: a goroutine that it was
// raised for returns, on some path, without taking itself off; the count was raised and the goroutine
// is not started, on some path to the wait; nobody ever takes anything off; or the count was raised by
// another number than goroutines are started. Wait then waits for ever. Where more is taken off than
// was added, on one path or by one goroutine too many, the count gets negative and Done panics.
#include "rules/waitgroup_mismatch.h"
#include "rules/branches.h"
#include "rules/cancelled.h"
#include "rules/stops.h"

// How many calls may lie between a goroutine's body and the Done that it leaves out.
enum { CALLS_UP = 4 };

// ---- What is shared ----

const CountOp *mismatch_wait(const WaitCounts *w, const CountOp *op)
{
    VEC_EACH (const CountOp, o, &w->ops)
        if (o->kind == COUNT_WAIT && counts_meet(o, op))
            return o;
    return NULL;
}

const CountOp *mismatch_added(const WaitCounts *w, const CountOp *op, Site before)
{
    VEC_EACH (const CountOp, o, &w->ops)
        if (o->kind == COUNT_UP && !o->deferred && o->site.func.v == before.func.v && counts_meet(o, op) &&
            instr_dominates(rule_func(w->ctx, before.func), o->site.instr, before.instr))
            return o;
    return NULL;
}

static bool is_nil(const IrInstr *i)
{
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

bool mismatch_is_nil_edge(const RuleContext *ctx, const IrFunc *func, const CountOp *op, uint32_t block,
                          uint32_t succ)
{
    const IrInstr *end = ir_terminator(func, block);
    const IrInstr *cond = end->op == IR_IF ? ir_instr(func, end->args[0]) : NULL;
    if (!cond || cond->op != IR_BINARY || (cond->token != TOK_EQL && cond->token != TOK_NEQ))
        return false;
    for (uint32_t side = 0; side < 2; side++)
        if (is_nil(ir_instr(func, cond->args[1 - side])) &&
            flow_sets_meet(flow_value(ctx->flow, func->id, cond->args[side]), op->group))
            return (cond->token == TOK_EQL) == (succ == 0);
    return false;
}

static const char *call_name(WaitCounts *w, const CountOp *op)
{
    return rule_callee_name(w->ctx, rule_func(w->ctx, op->site.func), rule_instr(w->ctx, op->site));
}

// Adds where the group is waited for, as the last step.
static void show_wait(WaitCounts *w, Finding *f, const CountOp *wait)
{
    finding_related(w->ctx, f, wait->site, "waits here", NULL);
    finding_step(w->ctx, f, wait->site, "%s waits for a count that never gets to zero", call_name(w, wait));
}

// ---- Paths without Done ----

typedef struct Path {
    WaitCounts *w;
    const IrFunc *func;
    const CountOp *op;
    const KnownBranches *known;
    uint32_t header; // of the loop whose next round is a goal, as number + 1; 0 none
    bool wait_goal, return_goal;
} Path;

static bool is_goal(void *p, IrValue at)
{
    const Path *t = p;
    const IrInstr *i = ir_instr(t->func, at);
    if (i->op == IR_RETURN)
        return t->return_goal;
    if (t->header && i->op == IR_RANGE_NEXT && i->block == t->header - 1)
        return true;
    VEC_EACH (const CountOp, o, &t->w->ops)
        if (t->wait_goal && o->kind == COUNT_WAIT && !o->deferred && o->site.func.v == t->func->id.v &&
            o->site.instr.v == at.v)
            return counts_meet(o, t->op);
    return false;
}

static bool is_settled(void *p, IrValue at)
{
    const Path *t = p;
    return counts_settled(t->w, t->func, at, t->op);
}

static bool is_possible(void *p, uint32_t block, uint32_t succ)
{
    const Path *t = p;
    if (t->header && block == t->header - 1 && succ == 1)
        return false;
    return !mismatch_is_nil_edge(t->w->ctx, t->func, t->op, block, succ) &&
           (!t->known || branches_allow(t->known, block, succ));
}

static IrValue find(Path *t, IrValue from)
{
    PathQuery q = {.func = t->func->id, .from = from, .goal = is_goal, .avoid = is_settled, .edge = is_possible, .ctx = t};
    return flow_find_path(t->w->ctx->flow, t->w->ctx->scratch, &q, NULL, NULL);
}

// What is known where the goroutine starts holds in its own function as well: `if track` twice.
static KnownBranches known_in(const RuleContext *ctx, const KnownBranches *outer, const IrFunc *func)
{
    KnownBranches k = *outer;
    k.func = func;
    k.ast = rule_ast(ctx, func);
    return k;
}

// ---- A goroutine that leaves Done out ----

typedef struct Missing {
    const Story *story;
    const CountOp *add;
    IrValue end; // where the function of the Done returns without it
} Missing;

// Whether the function that makes the call has other ways to tell: it may know what the call has left out.
static bool tells_otherwise(WaitCounts *w, const CountOp *done, Site call)
{
    const IrFunc *func = rule_func(w->ctx, call.func);
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
        if (at.v != call.instr.v && rule_live_instr(w->ctx, func, at) && counts_settled(w, func, at, done))
            return true;
    return false;
}

// Whether the function, left without Done from `from` on, is left so by a goroutine that was counted.
static bool ends_uncounted(WaitCounts *w, const CountOp *done, FuncId id, IrValue from, unsigned depth,
                           Missing *out)
{
    RuleContext *ctx = w->ctx;
    const IrFunc *func = rule_func(ctx, id);
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        bool body = false;
        for (uint32_t b = 0; b < s->body_count; b++)
            body |= s->bodies[b].v == id.v;
        const CountOp *add = body ? mismatch_added(w, done, s->spawn) : NULL;
        if (!add)
            continue;
        KnownBranches outer = branches_before(ctx, rule_func(ctx, s->spawner), rule_instr(ctx, s->spawn)->block);
        KnownBranches known = known_in(ctx, &outer, func);
        Path p = {.w = w, .func = func, .op = done, .known = &known, .return_goal = true};
        IrValue end = find(&p, from);
        if (!ir_ok(end))
            continue;
        out->story = s;
        out->add = add;
        out->end = depth ? out->end : end;
        return true;
    }
    CallEdges callers = flow_callers(ctx->flow, id);
    for (uint32_t k = 0; depth < CALLS_UP && k < callers.len; k++) {
        Path p = {.w = w, .func = func, .op = done, .return_goal = true};
        IrValue end = callers.items[k].mode == CALL_NOW ? find(&p, from) : (IrValue){0};
        Site call = callers.items[k].site;
        if (!ir_ok(end) || call.func.v == id.v || rule_instr(ctx, call)->op != IR_CALL || tells_otherwise(w, done, call))
            continue;
        if (ends_uncounted(w, done, call.func, call.instr, depth + 1, out)) {
            out->end = end;
            return true;
        }
    }
    return false;
}

// Whether a parameter that is a number or a flag decides on the way to the instruction: callers know then
// whether it is come to.
static bool is_chosen_by_caller(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    uint32_t block = ir_instr(func, at)->block;
    for (uint32_t b = 0; b < func->blocks.len; b++) {
        const IrInstr *end = ir_terminator(func, b);
        if (end->op != IR_IF || !ir_dominates(func, b, block) || ir_postdominates(func, block, b))
            continue;
        const IrInstr *cond = ir_instr(func, end->args[0]);
        for (uint32_t side = 0; side < (cond->op == IR_BINARY ? 2u : 1u); side++) {
            VarId var = flow_loaded_var(ctx->flow, func->id, cond->op == IR_BINARY ? cond->args[side] : end->args[0]);
            if (var.v && ir_var(ctx->ir, var)->param >= 0 && ir_var(ctx->ir, var)->owner.v == func->id.v &&
                type_kind(ctx->types, type_underlying(ctx->types, ir_var(ctx->ir, var)->type)) == T_BASIC)
                return true;
        }
    }
    return false;
}

static void check_missing(WaitCounts *w, const CountOp *done)
{
    RuleContext *ctx = w->ctx;
    const IrFunc *func = rule_func(ctx, done->site.func);
    const CountOp *wait = mismatch_wait(w, done);
    Missing m = {0};
    VEC_EACH (const CountOp, o, &w->ops)
        if (o->site.func.v == func->id.v && counts_meet(o, done) &&
            (o->kind == COUNT_UP || (o->kind == COUNT_DOWN && o->site.instr.v < done->site.instr.v)))
            return; // counted for others, or spoken of already
    if (!wait || is_chosen_by_caller(ctx, func, done->site.instr) || !ends_uncounted(w, done, func->id, (IrValue){0}, 0, &m))
        return;
    Site end = {func->id, m.end};
    Finding *f = finding_at(ctx, LEVEL_ERROR, done->site,
                            "%s is not reached on every path: %s can return without it, and %s waits for ever",
                            call_name(w, done), rule_func_name(ctx, func), call_name(w, wait));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, end, "returns here without it", NULL);
    finding_related(ctx, f, m.add->site, "counted here", NULL);
    finding_step(ctx, f, m.story->spawn, "starts the goroutine, counted before");
    finding_step(ctx, f, end, "returns, still counted");
    show_wait(w, f, wait);
    mismatch_fix_done(ctx, f, done);
    finding_note(ctx, f, "defer it as the goroutine's first statement");
}

// The first call outside of any loop by which the body tells, through a helper; none where it has none,
// or tells by itself.
static IrValue told_by_helper(WaitCounts *w, const IrFunc *body, const CountOp *add)
{
    IrValue found = {0};
    for (IrValue at = {1}; at.v < body->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(w->ctx, body, at);
        if (!i || !counts_settled(w, body, at, add))
            continue;
        if (i->op != IR_CALL || body->blocks.data[i->block].loop)
            return (IrValue){0};
        VEC_EACH (const CountOp, o, &w->ops)
            if (o->site.func.v == body->id.v && o->site.instr.v == at.v)
                return (IrValue){0};
        found = ir_ok(found) ? found : at;
    }
    return found;
}

// The same where the body leaves out the call of the function that has the Done.
static void check_body(WaitCounts *w, const Story *s, const CountOp *add)
{
    RuleContext *ctx = w->ctx;
    const IrFunc *body = rule_func(ctx, s->bodies[0]);
    const CountOp *wait = mismatch_wait(w, add);
    IrValue by = wait ? told_by_helper(w, body, add) : (IrValue){0};
    if (!ir_ok(by) || flow_call_open(ctx->flow, (Site){body->id, by}))
        return;
    KnownBranches outer = branches_before(ctx, rule_func(ctx, s->spawner), rule_instr(ctx, s->spawn)->block);
    KnownBranches known = known_in(ctx, &outer, body);
    Path p = {.w = w, .func = body, .op = add, .known = &known, .return_goal = true};
    IrValue end = find(&p, (IrValue){0});
    if (!ir_ok(end))
        return;
    Finding *f = finding_at(ctx, LEVEL_ERROR, (Site){body->id, by},
                            "%s, which takes the goroutine off the count, is not reached on every path: %s waits for ever",
                            rule_callee_name(ctx, body, ir_instr(body, by)), call_name(w, wait));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, (Site){body->id, end}, "returns here without it", NULL);
    finding_related(ctx, f, add->site, "counted here", NULL);
    finding_step(ctx, f, s->spawn, "starts the goroutine, counted before");
    finding_step(ctx, f, (Site){body->id, end}, "returns, still counted");
    show_wait(w, f, wait);
}

static void check_bodies(WaitCounts *w)
{
    for (uint32_t k = 0; k < flow_story_count(w->ctx->flow); k++) {
        const Story *s = flow_story(w->ctx->flow, k);
        for (uint32_t o = 0; s->body_count == 1 && o < w->ops.len; o++) {
            const CountOp *add = &w->ops.data[o];
            const IrFunc *func = rule_func(w->ctx, s->spawner);
            if (add->kind != COUNT_UP || add->deferred || !counts_known(w, add) || !counts_known(w, add) || add->site.func.v != func->id.v ||
                !instr_dominates(func, add->site.instr, s->spawn.instr) ||
                func->blocks.data[rule_instr(w->ctx, add->site)->block].loop !=
                    func->blocks.data[rule_instr(w->ctx, s->spawn)->block].loop)
                continue;
            check_body(w, s, add);
            break;
        }
    }
}

// ---- A round of a worker that leaves Done out ----

// Whether the function counts up for what it sends on one of the channels.
static const CountOp *added_for_send(WaitCounts *w, const CountOp *done, AbsSet channels)
{
    RuleContext *ctx = w->ctx;
    for (uint32_t c = 0; c < channels.len; c++) {
        SiteList sends = flow_chan_ops(ctx->flow, channels.items[c], CHAN_OP_SEND);
        for (uint32_t k = 0; k < sends.len; k++) {
            const CountOp *add = mismatch_added(w, done, sends.items[k]);
            const IrFunc *func = rule_func(ctx, sends.items[k].func);
            if (add && add->delta == 1 &&
                func->blocks.data[rule_instr(ctx, add->site)->block].loop ==
                    func->blocks.data[rule_instr(ctx, sends.items[k])->block].loop)
                return add;
        }
    }
    return NULL;
}

static void check_round(WaitCounts *w, const CountOp *done)
{
    RuleContext *ctx = w->ctx;
    const IrFunc *func = rule_func(ctx, done->site.func);
    uint32_t loop = func->blocks.data[rule_instr(ctx, done->site)->block].loop;
    uint32_t header = func->loops.data[loop - 1].header;
    const IrInstr *next = ir_terminator(func, header);
    const CountOp *wait = mismatch_wait(w, done);
    if (!wait || next->op != IR_RANGE_NEXT || !(flow_own_waits(ctx->flow, func->id, next) & WAIT_CHAN))
        return;
    const CountOp *add = added_for_send(w, done, flow_value(ctx->flow, func->id, next->args[0]));
    IrValue take = {vec_last(&func->blocks.data[header].instrs)};
    Path p = {.w = w, .func = func, .op = done, .header = header + 1, .return_goal = true};
    IrValue end = add ? find(&p, take) : (IrValue){0};
    VEC_EACH (const CountOp, o, &w->ops)
        if (o->kind == COUNT_DOWN && o->site.func.v == func->id.v && o->site.instr.v < done->site.instr.v && counts_meet(o, done))
            return; // spoken of already
    if (!ir_ok(end))
        return;
    Finding *f = finding_at(ctx, LEVEL_ERROR, done->site,
                            "%s is not reached in every round: %s can go on with the next item without it, and %s waits for ever",
                            call_name(w, done), rule_func_name(ctx, func), call_name(w, wait));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, add->site, "counted here", NULL);
    finding_step(ctx, f, add->site, "counts an item, which is sent");
    finding_step(ctx, f, (Site){func->id, take}, "takes it, and takes the next one without having told");
    show_wait(w, f, wait);
}

// ---- Counted and not started ----

// Whether the group is still there when the function has returned.
static bool outlives(const RuleContext *ctx, const CountOp *add)
{
    for (uint32_t k = 0; k < add->group.len; k++) {
        const Abs *a = flow_abs(ctx->flow, add->group.items[k]);
        if (a->kind != ABS_VAR || ir_var(ctx->ir, a->var)->owner.v != add->site.func.v)
            return true;
    }
    return false;
}

static bool waits_at_end(const WaitCounts *w, const CountOp *add)
{
    VEC_EACH (const CountOp, o, &w->ops)
        if (o->kind == COUNT_WAIT && o->deferred && o->site.func.v == add->site.func.v && counts_meet(o, add))
            return true;
    return false;
}

// The first instruction that settles the Add, where all that come after it stand in its own loop; none
// otherwise: a loop that starts what is counted may have no rounds.
static IrValue settled_by(WaitCounts *w, const IrFunc *func, const CountOp *add)
{
    IrValue found = {0};
    uint32_t loop = func->blocks.data[rule_instr(w->ctx, add->site)->block].loop;
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(w->ctx, func, at);
        if (!i || at.v == add->site.instr.v || !counts_settled(w, func, at, add) ||
            !instr_dominates(func, add->site.instr, at))
            continue;
        if (func->blocks.data[i->block].loop != loop || i->op == IR_SEND || i->op == IR_SELECT)
            return (IrValue){0};
        found = ir_ok(found) ? found : at;
    }
    return found;
}

static void check_unstarted(WaitCounts *w, const CountOp *add)
{
    RuleContext *ctx = w->ctx;
    const IrFunc *func = rule_func(ctx, add->site.func);
    const CountOp *wait = mismatch_wait(w, add);
    IrValue by = wait && add->delta > 0 && !add->deferred ? settled_by(w, func, add) : (IrValue){0};
    if (!ir_ok(by))
        return;
    KnownBranches known = branches_before(ctx, func, rule_instr(ctx, add->site)->block);
    Path p = {.w = w, .func = func, .op = add, .known = &known, .wait_goal = true,
              .return_goal = outlives(ctx, add) || waits_at_end(w, add)};
    for (IrValue at = {1}; at.v < by.v; at.v++)
        if (ir_instr(func, at)->op == IR_DEFER && at.v < add->site.instr.v && counts_settled(w, func, at, add))
            return; // deferred before
    IrValue end = find(&p, add->site.instr);
    if (!ir_ok(end))
        return;
    bool starts = ir_instr(func, by)->op == IR_GO;
    Finding *f = finding_at(ctx, LEVEL_ERROR, add->site,
                            starts ? "%s counts a goroutine that is not started on every path: %s waits for ever"
                                   : "%s is not taken back on every path: %s waits for ever",
                            call_name(w, add), call_name(w, wait));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, (Site){func->id, by}, starts ? "started here" : "taken back here", NULL);
    finding_step(ctx, f, add->site, "raises the count");
    finding_step(ctx, f, (Site){func->id, end}, starts ? "comes here without having started anything" : "comes here without having taken it back");
    show_wait(w, f, wait);
    mismatch_fix_add(ctx, f, add, by);
    finding_note(ctx, f, starts ? "count right before the go statement" : "defer it right after Add");
}

// ---- Done too many ----

// Whether every Add of the group is of one, so that no goroutine may tell twice.
static bool counts_by_one(const WaitCounts *w, const CountOp *op)
{
    bool any = false;
    VEC_EACH (const CountOp, o, &w->ops) {
        if (o->kind != COUNT_UP || !counts_meet(o, op))
            continue;
        if (o->delta != 1)
            return false;
        any = true;
    }
    return any;
}

typedef struct Twice {
    WaitCounts *w;
    const IrFunc *func;
    const Frame *frame;
    const CountOp *first;
    uint32_t header; // of the loop around the first, as number + 1; 0 none
} Twice;

static bool counts_again(void *p, IrValue at)
{
    const Twice *t = p;
    const IrInstr *i = ir_instr(t->func, at);
    if (at.v == t->first->site.instr.v || (i->op != IR_CALL && i->op != IR_DEFER))
        return false;
    VEC_EACH (const CountOp, o, &t->w->ops)
        if (o->site.func.v == t->func->id.v && o->site.instr.v == at.v)
            return o->kind == COUNT_DOWN && counts_same(t->w->ctx, t->frame, t->first, o);
    CallMode mode;
    const IrFunc *callee = i->call->builtin == BUILTIN_NONE ? call_only_callee(t->w->ctx, t->frame, at, &mode) : NULL;
    return callee && (mode == CALL_NOW || mode == CALL_DEFER) && counts_always(t->w, callee->id, t->first);
}

static bool counts_up(void *p, IrValue at)
{
    const Twice *t = p;
    VEC_EACH (const CountOp, o, &t->w->ops)
        if (o->kind == COUNT_UP && o->site.func.v == t->func->id.v && o->site.instr.v == at.v)
            return true;
    CallEdges callees = ir_instr(t->func, at)->op == IR_CALL ? flow_callees(t->w->ctx->flow, (Site){t->func->id, at}) : (CallEdges){0};
    for (uint32_t k = 0; k < callees.len; k++) {
        Bitset run = functions_run(t->w->ctx, callees.items[k].callee);
        VEC_EACH (const CountOp, o, &t->w->ops)
            if (o->kind == COUNT_UP && bitset_has(&run, o->site.func.v) && counts_meet(o, t->first))
                return true;
    }
    return false;
}

static bool same_round(void *p, uint32_t block, uint32_t succ)
{
    const Twice *t = p;
    return !t->header || t->func->blocks.data[block].succs.data[succ] != t->header - 1;
}

static void check_twice(WaitCounts *w, const CountOp *done)
{
    RuleContext *ctx = w->ctx;
    const IrFunc *func = rule_func(ctx, done->site.func);
    uint32_t loop = func->blocks.data[rule_instr(ctx, done->site)->block].loop;
    if ((loop && done->deferred) || !counts_by_one(w, done) || counts_open(w, done) || counts_again_later(w, done))
        return;
    VEC_EACH (const CountOp, o, &w->ops)
        if (o->kind == COUNT_UP && o->site.func.v == func->id.v && counts_meet(o, done))
            return; // counts for more than itself
    Twice t = {w, func, frame_root(ctx, func), done, loop ? func->loops.data[loop - 1].header + 1 : 0};
    PathQuery q = {.func = func->id, .from = done->site.instr, .goal = counts_again, .avoid = counts_up, .edge = same_round, .ctx = &t};
    IrValue again = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    if (!ir_ok(again))
        return;
    Site second = {func->id, again};
    Finding *f = finding_at(ctx, LEVEL_ERROR, second, "%s takes off the count what %s takes off as well: it gets negative, and that panics",
                            rule_callee_name(ctx, func, ir_instr(func, again)), call_name(w, done));
    finding_also(ctx, f, FAIL_PANIC);
    finding_related(ctx, f, done->site, done->deferred ? "deferred here" : "the first time here", NULL);
    finding_step(ctx, f, done->site, done->deferred ? "will take one off when the function returns" : "takes one off");
    finding_step(ctx, f, second, "takes off another, which nobody has added for it");
    mismatch_fix_twice(ctx, f, done, second);
}

// ---- Nobody tells ----

static void check_never(WaitCounts *w, const CountOp *add)
{
    RuleContext *ctx = w->ctx;
    const CountOp *wait = mismatch_wait(w, add);
    if (!wait || add->deferred || add->delta <= 0 || counts_open(w, add) || flow_incomplete(ctx->flow))
        return;
    for (uint32_t k = 0; k < add->group.len; k++)
        if (flow_abs(ctx->flow, add->group.items[k])->kind == ABS_ALLOC)
            return;
    VEC_EACH (const CountOp, o, &w->ops) {
        bool again = o->kind == COUNT_UP && (o->site.func.v < add->site.func.v ||
                                             (o->site.func.v == add->site.func.v && o->site.instr.v < add->site.instr.v));
        if (counts_meet(o, add) && (o->kind == COUNT_DOWN || again))
            return;
        if (o->kind == COUNT_DOWN && !flow_set_closed(ctx->flow, o->group))
            return; // which group that is is not seen
    }
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
            if (ir_instr(func, at)->op == IR_LOAD && type_is_named(ctx->types, ir_instr(func, at)->type, "sync", "WaitGroup"))
                return; // copies are counted as well, which copied-lock speaks of
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
            if (ir_instr(func, at)->op == IR_METHOD_VALUE &&
                flow_sets_meet(flow_value(ctx->flow, func->id, ir_instr(func, at)->args[0]), add->group))
                return; // kept as a function value
    }
    Finding *f = finding_at(ctx, LEVEL_ERROR, add->site, "%s raises a count that nothing takes anything off: %s waits for ever",
                            call_name(w, add), call_name(w, wait));
    finding_also(ctx, f, FAIL_HANG);
    finding_step(ctx, f, add->site, "raises the count");
    show_wait(w, f, wait);
}

void rule_waitgroup_mismatch(RuleContext *ctx)
{
    WaitCounts w = wait_counts(ctx);
    if (w.ops.len > COUNT_OPS_MAX) {
        ctx->groups_cut = true;
        return;
    }
    for (uint32_t k = 0; k < w.ops.len; k++) {
        const CountOp *op = &w.ops.data[k];
        const IrFunc *func = rule_func(ctx, op->site.func);
        bool loop = func->blocks.data[rule_instr(ctx, op->site)->block].loop != 0;
        if (!counts_known(&w, op) || counts_handed(&w, op))
            continue;
        if (op->kind == COUNT_UP) {
            check_unstarted(&w, op);
            check_never(&w, op);
        } else if (op->kind == COUNT_DOWN) {
            check_twice(&w, op);
            if (!op->deferred && loop)
                check_round(&w, op);
            else if (!op->deferred)
                check_missing(&w, op);
        }
    }
    check_bodies(&w);
    mismatch_totals(&w);
}

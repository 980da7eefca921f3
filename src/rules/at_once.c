// at_once.c - whether two places can run at the same time, on two goroutines.
//
// A place runs on every goroutine whose body comes to it by calls, on the package's own first
// goroutine (main, init, a test), and wherever callers that are not seen may run it. Two of these
// overlap, unless the goroutine starts after the other place has been passed, or has been waited for
// before it is reached.
#include "rules/at_once.h"
#include "rules/cancelled.h"

// Where a place runs.
typedef struct Lanes {
    VEC(const Story *) stories;
    bool first; // on the package's first goroutine
    bool open;  // wherever callers like, more than one at a time
} Lanes;

// Whether the function is where the package's first goroutine begins: main, init, a test.
static bool is_first(const RuleContext *ctx, const IrFunc *func)
{
    if (func->kind == FUNC_INIT || func->kind == FUNC_FRAGMENT)
        return true;
    if (func->kind != FUNC_DECL || func->has_recv)
        return false;
    Str name = object_name(ctx->types, func->obj);
    bool main = str_is(name, "main") && str_is(package_name(ctx->types), "main");
    return main || str_is(name, "init") || (rule_in_test_file(ctx, func) && func->params.len == 1);
}

// Goes up the calls that run the function on its caller's goroutine.
static void climb(RuleContext *ctx, FuncId func, Lanes *out)
{
    FuncsRun seen = {0};
    funcs_run_add_one(ctx, &seen, func);
    for (uint32_t head = 0; head < seen.list.len; head++) {
        FuncId id = seen.list.data[head];
        CallEdges callers = flow_callers(ctx->flow, id);
        if (is_first(ctx, rule_func(ctx, id)))
            out->first = true;
        else if (flow_has_unseen_callers(ctx->flow, id) &&
                 !(callers.len && str_is(package_name(ctx->types), "main") &&
                   rule_func(ctx, id)->kind == FUNC_DECL))
            out->open = true;
        for (uint32_t k = 0; k < callers.len; k++) {
            CallMode mode = callers.items[k].mode;
            if (flow_runs_here(mode))
                funcs_run_add_one(ctx, &seen, callers.items[k].site.func);
            else if (mode == CALL_TEST || mode == CALL_CLEANUP)
                out->first = true;
            else if (mode == CALL_LATER)
                out->open = true;
        }
    }
    funcs_run_done(ctx, &seen);
}

static bool runs(RuleContext *ctx, FuncId from, FuncId func)
{
    Bitset run = functions_run(ctx, from);
    return bitset_has(&run, func.v);
}

static Lanes lanes_of(RuleContext *ctx, FuncId func)
{
    Lanes out = {0};
    climb(ctx, func, &out);
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        bool found = false;
        for (uint32_t b = 0; b < s->body_count && !found; b++)
            found = runs(ctx, s->bodies[b], func);
        if (found)
            vec_push(ctx->scratch, &out.stories, s);
    }
    return out;
}

// ---- Order ----

// Whether the instruction is the place, or a call that comes to it on the same goroutine.
static bool leads_to(RuleContext *ctx, const IrFunc *func, IrValue at, Site place)
{
    if (func->id.v == place.func.v && at.v == place.instr.v)
        return true;
    IrOp op = ir_instr(func, at)->op;
    if (op != IR_CALL && op != IR_DEFER)
        return false;
    CallEdges callees = flow_callees(ctx->flow, (Site){func->id, at});
    for (uint32_t k = 0; k < callees.len; k++)
        if (flow_runs_here(callees.items[k].mode) && runs(ctx, callees.items[k].callee, place.func))
            return true;
    return false;
}

// Whether the goroutine has been waited for in the function that starts it, before the instruction.
static bool joined_before(const RuleContext *ctx, const Story *s, IrValue at)
{
    const IrFunc *func = rule_func(ctx, s->spawner);
    for (uint32_t k = 0; k < s->join_count; k++)
        if (s->joins[k].site.func.v == func->id.v && s->joins[k].site.instr.v != at.v &&
            ir_instr(func, s->joins[k].site.instr)->op != IR_DEFER &&
            instr_dominates(func, s->joins[k].site.instr, at))
            return true;
    return false;
}

// Whether the goroutine cannot have started yet when the instruction of its spawner is passed.
static bool not_yet_started(const Story *s, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at), *spawn = ir_instr(func, s->spawn.instr);
    bool after = i->block == spawn->block ? at.v > s->spawn.instr.v : false;
    return i->op != IR_DEFER && !after && !ir_reaches(func, spawn->block, i->block);
}

// Whether the function that starts the goroutine always waits for it before it returns.
static bool is_contained(const RuleContext *ctx, const Story *s)
{
    const IrFunc *func = rule_func(ctx, s->spawner);
    for (uint32_t k = 0; k < s->join_count; k++) {
        const IrInstr *join = rule_instr(ctx, s->joins[k].site);
        if (s->joins[k].site.func.v == func->id.v &&
            (join->op == IR_DEFER || ir_postdominates(func, join->block, rule_instr(ctx, s->spawn)->block)))
            return true;
    }
    return s->scoped_join;
}

// Whether the place can be passed while the goroutine runs: by its spawner after the start and before
// a wait for it, or elsewhere on the first goroutine while the spawner leaves it running.
static bool overlaps(RuleContext *ctx, const Story *s, const Lanes *lanes, Site place)
{
    const IrFunc *func = rule_func(ctx, s->spawner);
    bool any = false;
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        if (!rule_live_instr(ctx, func, at) || !leads_to(ctx, func, at, place))
            continue;
        any = true;
        if (!joined_before(ctx, s, at) && !not_yet_started(s, func, at))
            return true;
    }
    return !any && lanes->first && !is_contained(ctx, s);
}

static bool stories_apart(RuleContext *ctx, const Story *a, const Story *b)
{
    if (a->spawner.v != b->spawner.v)
        return false;
    return joined_before(ctx, a, b->spawn.instr) || joined_before(ctx, b, a->spawn.instr);
}

// ---- The question ----

// Whether the goroutine is started more than once, as far as its spawner's calls are seen.
static AtOnce starts_again(const RuleContext *ctx, const Story *s)
{
    if (s->in_loop)
        return AT_ONCE_SEEN;
    CallEdges callers = flow_callers(ctx->flow, s->spawner);
    for (uint32_t k = 0; k < callers.len; k++) {
        const IrFunc *func = rule_func(ctx, callers.items[k].site.func);
        if (callers.len > 1 || func->blocks.data[rule_instr(ctx, callers.items[k].site)->block].loop)
            return AT_ONCE_SEEN;
    }
    return flow_has_unseen_callers(ctx->flow, s->spawner) ? AT_ONCE_OPEN : AT_ONCE_NO;
}

static AtOnce stories_at_once(RuleContext *ctx, const Lanes *a, const Lanes *b)
{
    AtOnce best = AT_ONCE_NO;
    VEC_EACH (const Story *, x, &a->stories)
        VEC_EACH (const Story *, y, &b->stories) {
            AtOnce now = AT_ONCE_SEEN;
            if (*x == *y)
                now = starts_again(ctx, *x);
            else if (stories_apart(ctx, *x, *y))
                now = AT_ONCE_NO;
            best = now > best ? now : best;
        }
    return best;
}

static bool beside_spawner(RuleContext *ctx, const Lanes *a, const Lanes *b, Site place)
{
    VEC_EACH (const Story *, s, &a->stories)
        if (overlaps(ctx, *s, b, place))
            return true;
    return false;
}

AtOnce at_once(RuleContext *ctx, Site a, Site b)
{
    Lanes x = lanes_of(ctx, a.func), y = lanes_of(ctx, b.func);
    AtOnce stories = stories_at_once(ctx, &x, &y);
    if (stories == AT_ONCE_SEEN || beside_spawner(ctx, &x, &y, b) || beside_spawner(ctx, &y, &x, a))
        return AT_ONCE_SEEN;
    bool some = stories == AT_ONCE_OPEN || (x.open && (y.open || y.first || y.stories.len)) || (y.open && (x.first || x.stories.len));
    return some ? AT_ONCE_OPEN : AT_ONCE_NO;
}

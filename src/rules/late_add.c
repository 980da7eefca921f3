// late_add.c - a wait group that is counted up inside the goroutine that it counts.
//
// True at run time where the waiter is scheduled first: it sees a count of zero and returns. That
// cannot happen while the goroutine that adds is itself counted, nor where the waiter has waited
// for that goroutine in another way before.
#include "rules/cancelled.h"
#include "rules/origin.h"
#include "rules/stops.h"

// How many calls above the spawn the count may have been raised.
enum { MAX_CALLERS_UP = 4 };

// ---- Groups ----

// Whether both sets hold one and the same group that is seen: neither one from unseen code, nor an
// element that may be another one of its container.
static bool same_group(const RuleContext *ctx, AbsSet a, AbsSet b)
{
    for (uint32_t k = 0; k < a.len; k++) {
        AbsKind kind = flow_abs(ctx->flow, a.items[k])->kind;
        if ((kind == ABS_VAR || kind == ABS_FIELD || kind == ABS_ALLOC) && flow_set_has(b, a.items[k]))
            return true;
    }
    return false;
}

// The group that an instruction does something of this kind to.
static bool group_of(const RuleContext *ctx, Site site, EffectKind kind, Act *act, AbsSet *group)
{
    const IrOp op = rule_instr(ctx, site)->op;
    if ((op != IR_CALL && op != IR_DEFER) || !flow_act(ctx->flow, site, kind, act) || !ir_ok(act->recv))
        return false;
    *group = flow_value(ctx->flow, act->recv_func, act->recv);
    return true;
}

// Whether the instruction raises the count: Add of a positive number, or a spawn that counts.
static bool raises(const RuleContext *ctx, Site site, AbsSet *group)
{
    Act act;
    if (group_of(ctx, site, EFFECT_WG_ADD, &act, group)) {
        Act down;
        return !flow_counts_down(ctx->flow, site, &down);
    }
    return group_of(ctx, site, EFFECT_SPAWNS, &act, group) && act.effect->modes & MODE_COUNTED;
}

// ---- One goroutine ----

typedef VEC(Site) Sites;

// Who raises the count of one group.
typedef struct Counters {
    Bitset run;  // functions that do on the goroutine that runs them, themselves or in what they call
    Bitset near; // functions that do themselves, or have a call of such a function
} Counters;

typedef struct Adder {
    RuleContext *ctx;
    Sites raises; // instructions that raise a count
    Sites adds;  // those of them that are calls in reach of control
    Sites waits; // and those that wait for a group
    Sites done;  // reported or found to be in order
    const Story *story;
    FuncsRun own; // functions that run on the goroutine
    AbsSet group;
    Map counters; // by the group's objects: Counters *
    Site add;
    FuncsRun climbed; // functions that the search for an earlier count has gone up through
} Adder;

// Goes from the places where the count is raised up to who calls them.
static Counters *find_counters(const Adder *a)
{
    RuleContext *ctx = a->ctx;
    uint32_t n = ctx->ir->funcs.len;
    Counters *c = arena_new(ctx->scratch, Counters);
    *c = (Counters){bitset_new(ctx->scratch, n), bitset_new(ctx->scratch, n)};
    FuncsRun found = {0};
    VEC_EACH (const Site, s, &a->raises) {
        AbsSet raised;
        if (raises(ctx, *s, &raised) && same_group(ctx, a->group, raised) && funcs_run_add_one(ctx, &found, s->func))
            bitset_add(&c->near, s->func.v);
    }
    for (uint32_t head = 0; head < found.list.len; head++) {
        CallEdges callers = flow_callers(ctx->flow, found.list.data[head]);
        bitset_add(&c->run, found.list.data[head].v);
        for (uint32_t k = 0; k < callers.len; k++) {
            const CallEdge *e = &callers.items[k];
            IrOp op = rule_instr(ctx, e->site)->op;
            bitset_add(&c->near, e->site.func.v);
            if ((op == IR_CALL || op == IR_DEFER) && (e->mode == CALL_NOW || e->mode == CALL_ONCE || e->mode == CALL_DEFER) &&
                call_certain_callees(ctx, e->site).len)
                funcs_run_add_one(ctx, &found, e->site.func);
        }
    }
    funcs_run_done(ctx, &found);
    return c;
}

// Of the group at hand.
static const Counters *counters(Adder *a)
{
    uint64_t key = (uintptr_t)a->group.items; // sets of equal places are one
    Counters *known = (Counters *)(uintptr_t)map_or(&a->counters, key, 0);
    if (known)
        return known;
    known = find_counters(a);
    map_put(a->ctx->scratch, &a->counters, key, (uintptr_t)known);
    return known;
}

// Whether the call, or what it runs on the same goroutine, raises the count of the group at hand.
static bool raises_count(Adder *a, Site site)
{
    AbsSet raised;
    if (raises(a->ctx, site, &raised))
        return same_group(a->ctx, a->group, raised);
    CallEdges callees = flow_callees(a->ctx->flow, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if ((callees.items[k].mode == CALL_NOW || callees.items[k].mode == CALL_ONCE) &&
            bitset_has(&counters(a)->run, callees.items[k].callee.v))
            return true;
    return false;
}

// Whether functions that a goroutine runs take something off the group's count.
static bool run_counts_down(const Adder *a, const FuncsRun *run)
{
    VEC_EACH(const FuncId, id, &run->list) {
        const IrFunc *func = rule_func(a->ctx, *id);
        for (uint32_t at = 1; at < func->instrs.len; at++) {
            Act act;
            IrOp op = func->instrs.data[at].op;
            if ((op != IR_CALL && op != IR_DEFER) || !flow_counts_down(a->ctx->flow, (Site){*id, {at}}, &act) || !ir_ok(act.recv))
                continue;
            if (same_group(a->ctx, a->group, flow_value(a->ctx->flow, act.recv_func, act.recv)))
                return true;
        }
    }
    return false;
}

// Whether the goroutine takes itself off the group's count.
static bool takes_itself_off(const Adder *a)
{
    return run_counts_down(a, &a->own);
}

// How much an instruction raises the count by; -1 where that is not a constant, or happens many times.
static int64_t raised_by(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Act act;
    AbsSet group;
    int64_t delta;
    if (func->blocks.data[ir_instr(func, at)->block].loop || !group_of(ctx, (Site){func->id, at}, EFFECT_WG_ADD, &act, &group))
        return -1;
    const Constant *c = ir_ok(act.arg) ? ir_instr(rule_func(ctx, act.func), act.arg)->constant : NULL;
    return c && constant_int64(c, &delta) && delta > 0 ? delta : -1;
}

// How many goroutines that are started before take themselves off: they are who the count was raised for.
static int64_t claims_before(Adder *a, Site spawn)
{
    const IrFunc *func = rule_func(a->ctx, spawn.func);
    int64_t claims = 0;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        CallEdges bodies = i->op == IR_GO ? flow_callees(a->ctx->flow, (Site){spawn.func, at}) : (CallEdges){0};
        if (bodies.len != 1 || at.v == spawn.instr.v || !instr_dominates(func, at, spawn.instr))
            continue;
        FuncsRun run = {0};
        funcs_run_add(a->ctx, &run, bodies.items[0].callee);
        claims += run_counts_down(a, &run);
    }
    return claims;
}

// Whether the count was raised on every path to `site`, here or in callers.
static bool counted_before(Adder *a, Site site, unsigned depth)
{
    RuleContext *ctx = a->ctx;
    if (bitset_has(&a->climbed.has, site.func.v)) {
        if (depth)
            return false;
    } else {
        bitset_add(&a->climbed.has, site.func.v);
        vec_push(ctx->scratch, &a->climbed.list, site.func);
    }
    const IrFunc *func = rule_func(ctx, site.func);
    int64_t raised = 0;
    bool near = bitset_has(&counters(a)->near, site.func.v);
    for (IrValue at = ir_first_event(func); near && ir_ok(at); at = ir_next_event(func, at)) {
        if (ir_instr(func, at)->op != IR_CALL || at.v == site.instr.v || !instr_dominates(func, at, site.instr) ||
            !raises_count(a, (Site){site.func, at}))
            continue;
        int64_t delta = raised_by(ctx, func, at);
        if (delta < 0)
            return true;
        raised += delta;
    }
    if (raised > 0 && raised > claims_before(a, site))
        return true;
    CallEdges callers = flow_callers(ctx->flow, site.func);
    for (uint32_t k = 0; depth < MAX_CALLERS_UP && k < callers.len; k++)
        if (counted_before(a, callers.items[k].site, depth + 1))
            return true;
    return false;
}

static bool is_counted(Adder *a)
{
    Act act;
    AbsSet group;
    if (group_of(a->ctx, a->story->spawn, EFFECT_SPAWNS, &act, &group) && act.effect->modes & MODE_COUNTED &&
        same_group(a->ctx, a->group, group))
        return true;
    funcs_run_clear(&a->climbed);
    return counted_before(a, a->story->spawn, 0);
}

// Whether the wait comes after another wait for the end of the same goroutine.
static bool ordered(const Adder *a, Site wait, unsigned depth)
{
    const IrFunc *func = rule_func(a->ctx, wait.func);
    bool at_end = rule_instr(a->ctx, wait)->op == IR_DEFER;
    for (uint32_t k = 0; k < a->story->join_count; k++) {
        Site join = a->story->joins[k].site;
        if (join.func.v == wait.func.v && join.instr.v != wait.instr.v &&
            (at_end || instr_dominates(func, join.instr, wait.instr)))
            return true;
    }
    CallEdges callers = flow_callers(a->ctx->flow, wait.func);
    return depth < MAX_CALLERS_UP && callers.len == 1 && ordered(a, callers.items[0].site, depth + 1);
}

// A wait for the group that this goroutine's Add may come too late for; none where there is none.
static Site early_wait(const Adder *a)
{
    VEC_EACH(const Site, wait, &a->waits) {
        Act act;
        AbsSet group;
        if (!bitset_has(&a->own.has, wait->func.v) && group_of(a->ctx, *wait, EFFECT_WG_WAIT, &act, &group) &&
            same_group(a->ctx, a->group, group) && !ordered(a, *wait, 0))
            return *wait;
    }
    return (Site){0};
}

// ---- The fix ----

// The parts of `go func() { wg.Add(1); … }()`, where Add is the literal's first statement.
typedef struct FirstAdd {
    bool found;
    Span statement; // from the end of what stands before it to its own end
    Str text;
} FirstAdd;

static FirstAdd first_statement(RuleContext *ctx, const IrFunc *literal, const IrInstr *add)
{
    FirstAdd out = {0};
    const Ast *ast = rule_ast(ctx, literal);
    if (node_kind(ast, literal->node) != NODE_FUNC_LIT)
        return out;
    BlockView body = ast_block(ast, ast_func_lit(ast, literal->node).body);
    if (body.stmts.len == 0 || node_kind(ast, body.stmts.items[0]) != NODE_EXPR_STMT ||
        ast_operand(ast, body.stmts.items[0]).v != add->node.v)
        return out;
    out.statement = (Span){token_span(ast, body.lbrace).end, node_span(ast, body.stmts.items[0]).end};
    Span before = {out.statement.start, node_span(ast, body.stmts.items[0]).start};
    if (str_trim(source_str(ast_source(ast), before)).len)
        return out; // a comment stands there, and stays
    out.text = ast_text(ast, body.stmts.items[0]);
    out.found = true;
    return out;
}

static void add_fix(Adder *a, Finding *f)
{
    RuleContext *ctx = a->ctx;
    const IrInstr *spawn = rule_instr(ctx, a->story->spawn);
    const IrInstr *add = rule_instr(ctx, a->add);
    const IrFunc *literal = rule_func(ctx, a->add.func), *spawner = rule_func(ctx, a->story->spawner);
    if (spawn->op != IR_GO || spawn->call->literal.v != a->add.func.v || !spawn->call->literal.v)
        return;
    FirstAdd first = first_statement(ctx, literal, add);
    // Parameters of the literal have no meaning in front of it.
    if (!first.found || literal->params.len)
        return;
    const char *indent = rule_indent(ctx, spawner, spawn->span.start);
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "count the goroutine before it starts");
    fix_edit(ctx, fix, spawner, (Span){spawn->span.start, spawn->span.start}, "%.*s\n%s", STR_ARG(first.text), indent);
    fix_edit(ctx, fix, literal, first.statement, "%s", "");
}

// ---- Reports ----

static void report(Adder *a, Site wait)
{
    RuleContext *ctx = a->ctx;
    const IrFunc *func = rule_func(ctx, a->add.func);
    const char *add = rule_callee_name(ctx, func, rule_instr(ctx, a->add));
    const char *waits = rule_callee_name(ctx, rule_func(ctx, wait.func), rule_instr(ctx, wait));
    bool itself = takes_itself_off(a);
    Finding *f = finding_at(ctx, LEVEL_ERROR, a->add,
                            itself ? "%s runs inside the goroutine that it counts: %s can see a count of zero before that, and return"
                                   : "%s runs in a goroutine that the group does not count: %s can see a count of zero before that, and return",
                            add, waits);
    finding_also(ctx, f, FAIL_LOST_WORK);
    finding_related(ctx, f, a->story->spawn, "the goroutine starts here", NULL);
    finding_related(ctx, f, wait, "waits here", NULL);
    finding_step(ctx, f, a->story->spawn, "makes the goroutine ready to run, and goes on");
    finding_step(ctx, f, wait, "%s sees a count of zero and returns at once", waits);
    finding_step(ctx, f, a->add, "the goroutine runs, and counts when nobody waits any more");
    if (itself)
        add_fix(a, f);
}

// A goroutine that adds without being counted itself, for a wait that is not seen.
static void report_unseen(Adder *a)
{
    RuleContext *ctx = a->ctx;
    const char *add = rule_callee_name(ctx, rule_func(ctx, a->add.func), rule_instr(ctx, a->add));
    Finding *f = finding_at(ctx, LEVEL_ADVICE, a->add, "%s runs in a goroutine that never takes itself off the count, so nothing orders it before a wait", add);
    finding_related(ctx, f, a->story->spawn, "the goroutine starts here", NULL);
    finding_note(ctx, f, "who waits for the group is not seen");
}

// Whether nobody is seen to wait for the group, and the goroutine's own literal adds to it, here first.
static bool adds_unseen(const Adder *a)
{
    VEC_EACH(const Site, wait, &a->waits) {
        Act act;
        AbsSet group;
        if (group_of(a->ctx, *wait, EFFECT_WG_WAIT, &act, &group) && flow_sets_meet(a->group, group))
            return false;
    }
    const IrInstr *spawn = rule_instr(a->ctx, a->story->spawn);
    if (spawn->op != IR_GO || !spawn->call->literal.v || spawn->call->literal.v != a->add.func.v || takes_itself_off(a))
        return false;
    VEC_EACH(const Site, done, &a->done)
        if (done->func.v == a->add.func.v)
            return false;
    return same_group(a->ctx, a->group, a->group);
}

static bool is_done(const Adder *a)
{
    VEC_EACH(const Site, s, &a->done)
        if (s->func.v == a->add.func.v && s->instr.v == a->add.instr.v)
            return true;
    return false;
}

// An Add for others counts against the goroutine only in its own body: what lies in functions that
// it calls may be ordered by what they are called for.
static bool speaks_for_others(const Adder *a)
{
    Act act;
    AbsSet group;
    if (!group_of(a->ctx, a->add, EFFECT_WG_ADD, &act, &group) || takes_itself_off(a))
        return false;
    for (uint32_t k = 0; k < a->story->body_count; k++)
        if (a->story->bodies[k].v == a->add.func.v)
            return false;
    return true;
}

// ---- Whose group it is ----

static bool is_from_outside(const Adder *a, const IrFunc *func, IrValue v, unsigned depth);

static bool is_body(const Adder *a, FuncId func)
{
    for (uint32_t k = 0; k < a->story->body_count; k++)
        if (a->story->bodies[k].v == func.v)
            return true;
    return false;
}

// Whether some caller on the goroutine, at a call that can mean no other function, hands in what came
// from outside.
static bool is_handed_in(const Adder *a, const IrFunc *func, int32_t param, unsigned depth)
{
    const Flow *flow = a->ctx->flow;
    CallEdges callers = flow_callers(flow, func->id);
    for (uint32_t k = 0; k < callers.len; k++) {
        Site site = callers.items[k].site;
        const IrInstr *call = rule_instr(a->ctx, site);
        if (callers.items[k].mode == CALL_GO || !bitset_has(&a->own.has, site.func.v) || flow_callees(flow, site).len != 1)
            continue;
        for (uint32_t arg = 0; arg < call->arg_count; arg++)
            if (flow_param_of_arg(flow, site, func->id, arg) == param &&
                is_from_outside(a, rule_func(a->ctx, site.func), call->args[arg], depth + 1))
                return true;
    }
    return false;
}

// Whether the value belongs to something that was there when the goroutine started, so that others
// can wait for it: not to what the goroutine makes, or is given by a call.
static bool is_from_outside(const Adder *a, const IrFunc *func, IrValue v, unsigned depth)
{
    VarId base = depth <= MAX_CALLERS_UP ? base_variable(func, v) : (VarId){0};
    if (!base.v)
        return false;
    const IrVar *var = ir_var(a->ctx->ir, base);
    if (!var->owner.v || !bitset_has(&a->own.has, var->owner.v))
        return true;
    const IrFunc *owner = rule_func(a->ctx, var->owner);
    if (var->param >= 0)
        return is_body(a, owner->id) || is_handed_in(a, owner, var->param, depth);
    SiteList stores = flow_var_stores(a->ctx->flow, base);
    for (uint32_t k = 0; k < stores.len; k++)
        if (is_from_outside(a, rule_func(a->ctx, stores.items[k].func), rule_instr(a->ctx, stores.items[k])->args[1], depth + 1))
            return true;
    return false;
}

static bool is_own_group(const Adder *a)
{
    Act act;
    AbsSet group;
    if (is_body(a, a->add.func))
        return false;
    if (!group_of(a->ctx, a->add, EFFECT_WG_ADD, &act, &group) && !group_of(a->ctx, a->add, EFFECT_SPAWNS, &act, &group))
        return false;
    return !is_from_outside(a, rule_func(a->ctx, act.recv_func), act.recv, 0);
}

// The adds of one function; they are collected in the order of functions.
static Sites adds_in(const Adder *a, FuncId func)
{
    uint32_t low = 0, high = a->adds.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (a->adds.data[middle].func.v < func.v)
            low = middle + 1;
        else
            high = middle;
    }
    Sites found = {0};
    while (low + found.len < a->adds.len && a->adds.data[low + found.len].func.v == func.v)
        found.len++;
    found.data = found.len ? a->adds.data + low : NULL;
    return found;
}

static void collect_sites(Adder *a)
{
    RuleContext *ctx = a->ctx;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            Site site = {{id}, at};
            Act act;
            AbsSet group;
            const IrInstr *i = rule_live_instr(ctx, func, at);
            bool raising = raises(ctx, site, &group);
            if (raising)
                vec_push(ctx->scratch, &a->raises, site);
            if (i && i->op == IR_CALL && raising)
                vec_push(ctx->scratch, &a->adds, site);
            if (i && group_of(ctx, site, EFFECT_WG_WAIT, &act, &group))
                vec_push(ctx->scratch, &a->waits, site);
        }
    }
}

static void check_add(Adder *a)
{
    if (!raises(a->ctx, a->add, &a->group) || is_done(a))
        return;
    if (adds_unseen(a)) {
        vec_push(a->ctx->scratch, &a->done, a->add);
        report_unseen(a);
        return;
    }
    if (is_counted(a) || speaks_for_others(a) || is_own_group(a))
        return;
    Site wait = early_wait(a);
    if (!wait.func.v)
        return;
    vec_push(a->ctx->scratch, &a->done, a->add);
    report(a, wait);
}

// Whether the goroutine may as well run other code, by an interface that others implement too.
static bool is_anybodys(const Adder *a, const Story *story)
{
    const IrInstr *spawn = rule_instr(a->ctx, story->spawn);
    return spawn->call->interface &&
           (flow_call_open(a->ctx->flow, story->spawn) || !call_certain_callees(a->ctx, story->spawn).len);
}

static void check_story(Adder *a, const Story *story)
{
    if (is_anybodys(a, story))
        return;
    a->story = story;
    funcs_run_clear(&a->own);
    for (uint32_t b = 0; b < story->body_count; b++)
        funcs_run_add(a->ctx, &a->own, story->bodies[b]);
    // Where few functions run, the others' Adds are not looked at.
    if (a->own.list.len < a->adds.len) {
        VEC_EACH(const FuncId, id, &a->own.list) {
            Sites in = adds_in(a, *id);
            VEC_EACH(const Site, add, &in) {
                a->add = *add;
                check_add(a);
            }
        }
        return;
    }
    VEC_EACH(const Site, add, &a->adds) {
        a->add = *add;
        if (bitset_has(&a->own.has, add->func.v))
            check_add(a);
    }
}

// Where nothing counts, no goroutine is looked at.
void rule_late_add(RuleContext *ctx)
{
    Adder a = {.ctx = ctx, .climbed.has = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
    collect_sites(&a);
    for (uint32_t k = 0; a.adds.len && k < flow_story_count(ctx->flow); k++)
        check_story(&a, flow_story(ctx->flow, k));
}

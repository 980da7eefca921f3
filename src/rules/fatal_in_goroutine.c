// fatal_in_goroutine.c - a test that is ended from a goroutine that is not its own.
//
// FailNow, Fatal, Skip and their kin mark the test and then end the goroutine that calls them. True
// at run time where that goroutine is another one than the test's: the test goes on as if nothing
// had happened, waits for what will not come, or has returned already, in which case the report is
// a panic. In a subtest the same call on an outer test ends the subtest's goroutine and leaves the
// outer one's caller to find out.
#include "rules/func_sites.h"
#include "rules/mend.h"
#include "rules/stops.h"

enum { MAX_ALIASES = 4 };

// The first instruction of a function that ends a test, itself or through what it calls.
typedef struct Ending {
    bool known, busy;
    Site at;      // none: it ends no test
    Site deepest; // the call of the test's method that this leads to
} Ending;

typedef struct Search {
    RuleContext *ctx;
    Ending *endings; // by function
    Bitset enders;   // functions in which a test is ended, whatever becomes of the call
} Search;

// ---- Calls that end a test ----

// Whether a CALL, GO or DEFER is of a method that ends its receiver, a test, or of a function that
// ends the test which it is given where something does not hold. The act's receiver is that test.
static bool ends_test(const RuleContext *ctx, Site site, Act *act)
{
    if (flow_act(ctx->flow, site, EFFECT_EXITS, act) && act->effect->modes & MODE_TEST)
        return true;
    if (!flow_act(ctx->flow, site, EFFECT_FAILS, act))
        return false;
    act->recv = act->arg;
    act->recv_func = act->func;
    return true;
}

static const Ending *ending_of(Search *s, FuncId func);

// What all functions that may run at a call lead to.
static Site ending_of_callees(Search *s, Site site)
{
    CallEdges callees = call_certain_callees(s->ctx, site);
    Site deepest = {0};
    for (uint32_t k = 0; k < callees.len; k++) {
        const Ending *e =
            flow_runs_here(callees.items[k].mode) ? ending_of(s, callees.items[k].callee) : NULL;
        if (!e || !e->at.func.v)
            return (Site){0};
        deepest = e->deepest;
    }
    return deepest;
}

static const Ending *ending_of(Search *s, FuncId id)
{
    Ending *e = &s->endings[id.v];
    if (e->known || e->busy)
        return e;
    e->busy = true;
    const IrFunc *func = rule_func(s->ctx, id);
    for (IrValue at = ir_first_event(func); ir_ok(at) && !e->at.func.v; at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(s->ctx, func, at);
        if (!i || (i->op != IR_CALL && i->op != IR_DEFER))
            continue;
        Site site = {id, at};
        Act act;
        Site deepest = ends_test(s->ctx, site, &act) ? site : ending_of_callees(s, site);
        if (deepest.func.v) {
            e->at = site;
            e->deepest = deepest;
        }
    }
    e->known = true;
    e->busy = false;
    return e;
}

// ---- Goroutines ----

// The one literal or function that a variable holds where it is started, if only one assignment can
// have put it there.
static FuncId started_here(RuleContext *ctx, Site spawn)
{
    const IrInstr *i = rule_instr(ctx, spawn);
    const IrFunc *func = rule_func(ctx, spawn.func);
    if (i->op != IR_GO || !i->call->dynamic)
        return (FuncId){0};
    VarId var = flow_loaded_var(ctx->flow, spawn.func, i->args[0]);
    Reaching r;
    if (!var.v || ir_var(ctx->ir, var)->owner.v != spawn.func.v ||
        ir_instr(func, i->args[0])->op != IR_LOAD ||
        !func_reaching(ctx, func, i->args[0], var, &r) || r.count != 1 || r.entry)
        return (FuncId){0};
    const IrInstr *store = ir_instr(func, r.first);
    AbsSet set =
        store->op == IR_STORE ? flow_value(ctx->flow, spawn.func, store->args[1]) : (AbsSet){0};
    const Abs *only = set.len == 1 ? flow_abs(ctx->flow, set.items[0]) : NULL;
    return only && only->kind == ABS_FUNC ? only->callee : (FuncId){0};
}

static const char *method_name(RuleContext *ctx, Site call)
{
    const IrFunc *func = rule_func(ctx, call.func);
    return rule_callee_name(ctx, func, rule_instr(ctx, call));
}

// What reports as the method does and goes on; NULL where there is no such thing.
static const char *gentle_name(Str method)
{
    static const char *const table[][2] = {
        {"Fatal", "Error"}, {"Fatalf", "Errorf"}, {"FailNow", "Fail"}, {"Skip", "Log"}, {"Skipf", "Logf"}};
    for (size_t k = 0; k < sizeof table / sizeof *table; k++)
        if (str_is(method, table[k][0]))
            return table[k][1];
    return NULL;
}

// The selector of a call that is a statement of its own; none otherwise.
static NodeId method_node(RuleContext *ctx, const IrFunc *func, const IrInstr *i, Stmt *stmt)
{
    const Ast *ast = rule_ast(ctx, func);
    if (i->op != IR_CALL || !node_ok(i->node) || node_kind(ast, i->node) != NODE_CALL_EXPR ||
        node_kind(ast, ast_call(ast, i->node).fun) != NODE_SELECTOR_EXPR)
        return (NodeId){0};
    *stmt = mend_stmt(ctx, func, i->span);
    bool own = node_ok(stmt->node) && node_kind(ast, stmt->node) == NODE_EXPR_STMT && stmt->span.end == i->span.end;
    return own ? ast_selector(ast, ast_call(ast, i->node).fun).sel : (NodeId){0};
}

// t.Fatal(x) becomes t.Error(x) and a return, everywhere in the literal that is the goroutine. In a function
// that it calls, the return would end that alone.
static void add_fix(RuleContext *ctx, Finding *f, Site call, bool own)
{
    const IrFunc *func = rule_func(ctx, call.func);
    const Ast *ast = rule_ast(ctx, func);
    if (func->results.len)
        return;
    Fix *fix = NULL;
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        Act act;
        Stmt stmt;
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || i->op != IR_CALL || !ends_test(ctx, (Site){func->id, at}, &act))
            continue;
        NodeId sel = method_node(ctx, func, i, &stmt);
        const char *name = node_ok(sel) ? gentle_name(ast_text(ast, sel)) : NULL;
        if (!name) {
            if (fix)
                fix->safety = FIX_SKETCH; // one of several stays
            continue;
        }
        if (!fix)
            fix = finding_fix(ctx, f, own ? FIX_SAFE : FIX_SKETCH, "report with %s and return", name);
        fix_edit(ctx, fix, func, node_span(ast, sel), "%s", name);
        Stmt next = mend_next(ctx, &stmt);
        if (!node_ok(next.node) || node_kind(ast, next.node) != NODE_RETURN_STMT)
            mend_after(ctx, fix, &stmt, "return");
    }
}

// Whether the function is nothing but the body of goroutines.
static bool only_spawned(const RuleContext *ctx, FuncId id)
{
    CallEdges callers = flow_callers(ctx->flow, id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode != CALL_GO)
            return false;
    return callers.len > 0 && !flow_has_unseen_callers(ctx->flow, id);
}

// Whether the function would tell others something after the call: a goroutine that the call ends does not.
static bool tells_after(const RuleContext *ctx, Site call)
{
    const IrFunc *func = rule_func(ctx, call.func);
    uint32_t block = rule_instr(ctx, call)->block;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        Act act;
        bool tells = i && (i->op == IR_SEND || i->op == IR_CLOSE ||
                           (i->op == IR_CALL && flow_counts_down(ctx->flow, (Site){func->id, at}, &act)));
        if (tells && ((i->block == block && at.v > call.instr.v) || ir_reaches(func, block, i->block)))
            return true;
    }
    return false;
}

// An assertion ends the goroutine only where it fails. Where all that it has to tell is deferred, or nothing,
// the test fails as it should, a little later.
static Level level_of(const RuleContext *ctx, const Ending *e)
{
    Act act;
    bool asserts = flow_act(ctx->flow, e->deepest, EFFECT_FAILS, &act);
    return asserts && !tells_after(ctx, e->deepest) && !tells_after(ctx, e->at) ? LEVEL_ADVICE : LEVEL_WARNING;
}

// Whether the function can return, so that a call in it which never returns is made on some ways only.
static bool may_return(RuleContext *ctx, FuncId id)
{
    const IrFunc *func = rule_func(ctx, id);
    VEC_EACH (const uint32_t, k, &func_sites(ctx, func)->returns)
        if (rule_live_instr(ctx, func, (IrValue){*k}))
            return true;
    return false;
}

// Whether the test is skipped under a condition, which says where it can run and not that something
// failed: on most machines it never holds.
static bool skips_somewhere(RuleContext *ctx, FuncId body, const Ending *e)
{
    ObjId method = rule_instr(ctx, e->deepest)->call->callee;
    return obj_ok(method) && str_starts(object_name(ctx->types, method), "Skip") &&
           (may_return(ctx, body) || may_return(ctx, e->deepest.func));
}

static void report_goroutine(RuleContext *ctx, const Story *s, FuncId body, const Ending *e)
{
    bool direct = rule_func(ctx, body)->kind == FUNC_LITERAL &&
                  rule_func(ctx, body)->parent.v == s->spawn.func.v &&
                  (rule_instr(ctx, s->spawn)->op != IR_GO ||
                   rule_instr(ctx, s->spawn)->call->literal.v == body.v);
    const char *name = method_name(ctx, e->deepest);
    bool skips = skips_somewhere(ctx, body, e);
    Finding *f = finding_at(
        ctx, skips ? LEVEL_ADVICE : level_of(ctx, e), direct ? e->at : s->spawn,
        direct && e->at.instr.v == e->deepest.instr.v && e->at.func.v == e->deepest.func.v
            ? "%s ends the goroutine that calls it, not the test, which goes on"
            : "this goroutine calls %s, which ends it and not the test, which goes on",
        name);
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, s->spawn, "started here", NULL);
    if (e->deepest.func.v != e->at.func.v || e->deepest.instr.v != e->at.instr.v || !direct)
        finding_related(ctx, f, e->deepest, "ends it here", NULL);
    if (skips)
        finding_note(ctx, f, "it does where the condition for the skip holds");
    if (direct || only_spawned(ctx, body))
        add_fix(ctx, f, e->deepest, e->deepest.func.v == body.v);
}

static void check_story(Search *s, const Story *story)
{
    Act act;
    if (rule_instr(s->ctx, story->spawn)->op == IR_GO && ends_test(s->ctx, story->spawn, &act)) {
        finding_at(s->ctx, LEVEL_WARNING, story->spawn,
                   "%s ends the goroutine that calls it, not the test, which goes on",
                   method_name(s->ctx, story->spawn));
        return;
    }
    FuncId only = started_here(s->ctx, story->spawn), body = {0};
    if (only.v)
        body = ending_of(s, only)->at.func.v ? only : (FuncId){0};
    for (uint32_t k = 0; !only.v && story->body_seen && k < story->body_count; k++) {
        if (!ending_of(s, story->bodies[k])->at.func.v)
            return; // another body may be meant
        body = story->bodies[k];
    }
    if (body.v)
        report_goroutine(s->ctx, story, body, ending_of(s, body));
}

// ---- Subtests ----

// The parameter of a function around that a test's method is called on; none otherwise.
static VarId receiver(RuleContext *ctx, const Act *act)
{
    IrValue v = act->recv;
    FuncId func = act->recv_func;
    for (unsigned k = 0; ir_ok(v) && k < MAX_ALIASES; k++) {
        v = rule_without_embedding(ctx, rule_func(ctx, func), v);
        VarId var = flow_loaded_var(ctx->flow, func, v);
        if (!var.v)
            return (VarId){0};
        if (ir_var(ctx->ir, var)->param >= 0)
            return var;
        SiteList stores = flow_var_stores(ctx->flow, var);
        if (stores.len != 1)
            return (VarId){0};
        func = stores.items[0].func;
        v = rule_instr(ctx, stores.items[0])->args[1];
    }
    return (VarId){0};
}

static bool stands_in(const RuleContext *ctx, FuncId inner, FuncId outer)
{
    FuncId up = rule_func(ctx, inner)->parent;
    while (up.v && up.v != outer.v)
        up = rule_func(ctx, up)->parent;
    return up.v != 0;
}

// Reports the first call of a function in the subtest that ends an outer test; tells whether there was one.
static bool report_outer(RuleContext *ctx, const IrFunc *func, Site run, FuncId subtest)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        Site site = {func->id, at};
        Act act;
        if (!i || (i->op != IR_CALL && i->op != IR_DEFER) || !ends_test(ctx, site, &act))
            continue;
        VarId var = receiver(ctx, &act);
        if (!var.v || !stands_in(ctx, subtest, ir_var(ctx->ir, var)->owner))
            continue;
        Finding *f = finding_at(ctx, LEVEL_ADVICE, site,
                                "%s is called on the outer test from a subtest, whose goroutine it ends",
                                method_name(ctx, site));
        finding_related(ctx, f, run, "the subtest runs here", NULL);
        return true;
    }
    return false;
}

// Of the functions that a subtest runs, which may be most of the package, few end a test themselves.
static void check_subtest(Search *s, Site run, FuncId subtest)
{
    if (rule_func(s->ctx, subtest)->kind != FUNC_LITERAL)
        return;
    FuncsRun fr = {0};
    funcs_run_add(s->ctx, &fr, subtest);
    bool found = false;
    for (uint32_t k = 0; k < fr.list.len && !found; k++)
        found = bitset_has(&s->enders, fr.list.data[k].v) &&
                report_outer(s->ctx, rule_func(s->ctx, fr.list.data[k]), run, subtest);
    funcs_run_done(s->ctx, &fr);
}

static void find_enders(Search *s)
{
    s->enders = bitset_new(s->ctx->scratch, s->ctx->ir->funcs.len);
    for (uint32_t id = 1; id < s->ctx->ir->funcs.len; id++) {
        const IrFunc *func = s->ctx->ir->funcs.data[id];
        Act act;
        for (IrValue at = ir_first_event(func); ir_ok(at) && !bitset_has(&s->enders, id); at = ir_next_event(func, at))
            if (ends_test(s->ctx, (Site){{id}, at}, &act))
                bitset_add(&s->enders, id);
    }
}

static void find_subtests(Search *s, Site site)
{
    CallEdges callees = flow_callees(s->ctx->flow, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (callees.items[k].mode == CALL_TEST)
            check_subtest(s, site, callees.items[k].callee);
}

// A go statement that a skipped or failed test does not come to, and that has no story for that.
static void check_unreached(Search *s, Site spawn)
{
    CallEdges callees = flow_callees(s->ctx->flow, spawn);
    FuncId body = {0};
    for (uint32_t k = 0; k < callees.len; k++)
        body =
            callees.len == 1 && callees.items[k].mode == CALL_GO ? callees.items[k].callee : body;
    Story story = {.spawn = spawn,
                   .spawner = spawn.func,
                   .bodies = &body,
                   .body_count = body.v != 0,
                   .body_seen = body.v != 0};
    check_story(s, &story);
}

// Tests that begin with a Skip are looked at as well: it is meant to be taken away again.
static void check_function(Search *s, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        Site site = {func->id, at};
        if (i->op == IR_GO && !rule_live_instr(s->ctx, func, at))
            check_unreached(s, site);
        if (i->op == IR_CALL || i->op == IR_GO || i->op == IR_DEFER)
            find_subtests(s, site);
    }
}

void rule_fatal_in_goroutine(RuleContext *ctx)
{
    Search s = {.ctx = ctx, .endings = arena_array(ctx->scratch, Ending, ctx->ir->funcs.len)};
    find_enders(&s);
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        check_story(&s, flow_story(ctx->flow, k));
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        check_function(&s, ctx->ir->funcs.data[id]);
}

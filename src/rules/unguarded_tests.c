// unguarded_tests.c - tests of goroutines that nobody looks for when the tests are over.
//
// True at run time when a goroutine of the package outlives the test that led to its start: the test passes, the
// next one runs beside what is left, and the leak is found in production. Reported where tests are seen to come to
// the start of a goroutine that the function which starts it does not join, and no function of the tests looks at
// which goroutines run: not itself and not through what it calls, in other packages too. What looks is said by
// models (watches).
#include "rules/lifetime.h"
#include "rules/origin.h"

void rule_unguarded_tests(RuleContext *ctx);

typedef struct Study {
    RuleContext *ctx;
    Bitset reached; // functions that the tests come to
    VEC(FuncId) work;
    bool only_tests; // no file but those of tests is here
    Site unseen;    // a call of a test that gives itself to what is not seen; none
} Study;

static bool is_testing(const RuleContext *ctx, const IrFunc *func, uint32_t param, const char *name)
{
    return param < func->params.len &&
           type_is_named(ctx->types, type_deref(ctx->types, ir_var(ctx->ir, func->params.data[param])->type), "testing", name);
}

// A test, benchmark or fuzz target, or TestMain.
static bool is_test(const RuleContext *ctx, const IrFunc *func)
{
    static const char *const roots[] = {"T", "B", "F", "M"};
    if (func->kind != FUNC_DECL || func->has_recv || !func->has_body || !rule_in_test_file(ctx, func) || func->params.len != 1)
        return false;
    for (size_t k = 0; k < sizeof roots / sizeof *roots; k++)
        if (is_testing(ctx, func, 0, roots[k]))
            return rule_is_exported(ctx, object_at(ctx->types, func->obj)->name);
    return false;
}

static bool may_watch(const RuleContext *ctx, const IrFunc *func)
{
    return rule_in_test_file(ctx, func) && flow_facts(ctx->flow, func->id)->watches;
}

// Whether a call gives a value of one of testing's types to what is not seen.
static bool gives_away(const RuleContext *ctx, Site site, const char *name)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrInstr *i = rule_instr(ctx, site);
    if ((i->op != IR_CALL && i->op != IR_DEFER) || !rule_in_test_file(ctx, func) || !flow_call_open(ctx->flow, site) ||
        flow_summary(ctx->flow, i->call->callee) || i->call->model)
        return false;
    bool method = obj_ok(i->call->callee) && object_receiver(ctx->types, i->call->callee).v;
    for (uint32_t k = method; k < i->arg_count; k++)
        if (type_is_named(ctx->types, type_deref(ctx->types, ir_instr(func, i->args[k])->type), "testing", name))
            return true;
    return false;
}

// TestMain gives its M to what is not seen: that may be the check.
static bool is_open_main(const RuleContext *ctx, const IrFunc *func)
{
    for (IrValue at = is_testing(ctx, func, 0, "M") ? ir_first_event(func) : (IrValue){0}; ir_ok(at); at = ir_next_event(func, at))
        if (gives_away(ctx, (Site){func->id, at}, "M"))
            return true;
    return false;
}

static bool is_guarded(const RuleContext *ctx)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (may_watch(ctx, ctx->ir->funcs.data[id]) || is_open_main(ctx, ctx->ir->funcs.data[id]))
            return true;
    return false;
}

// ---- What the tests come to ----

static void reach(Study *s, FuncId id)
{
    if (bitset_has(&s->reached, id.v))
        return;
    bitset_add(&s->reached, id.v);
    vec_push(s->ctx->scratch, &s->work, id);
}

static void note_unseen(Study *s, Site site)
{
    if (!s->unseen.func.v && (gives_away(s->ctx, site, "T") || gives_away(s->ctx, site, "TB")))
        s->unseen = site;
}

static void visit_calls(Study *s, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(s->ctx, func, at);
        if (!i || (i->op != IR_CALL && i->op != IR_DEFER && i->op != IR_GO))
            continue;
        CallEdges callees = flow_callees(s->ctx->flow, (Site){func->id, at});
        for (uint32_t k = 0; k < callees.len; k++)
            reach(s, callees.items[k].callee);
        note_unseen(s, (Site){func->id, at});
    }
}

static void find_reached(Study *s)
{
    RuleContext *ctx = s->ctx;
    s->reached = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (is_test(ctx, ctx->ir->funcs.data[id]))
            reach(s, (FuncId){id});
    while (s->work.len)
        visit_calls(s, rule_func(ctx, s->work.data[--s->work.len]));
}

// ---- The report ----

static bool outlives(const Study *s, const Story *story)
{
    RuleContext *ctx = s->ctx;
    const Effect *spawns = flow_effect(ctx->flow, rule_instr(ctx, story->spawn), EFFECT_SPAWNS);
    if (spawns && spawns->modes & MODE_DELAYED)
        return false; // a timer is no goroutine until it fires
    // What a test starts itself is test-outlived's, and what stands in for others in tests is no code of the package.
    bool code = story->role != ROLE_TEST && (s->only_tests || !rule_in_test_file(ctx, rule_func(ctx, story->spawner)));
    return code && bitset_has(&s->reached, story->spawner.v) &&
           !rule_is_detached(ctx, story) && !story->scoped_join && !lifetime_joined_at_home(ctx, story);
}

// The first file, in the order of the package, that declares a test.
static uint32_t first_test_file(const RuleContext *ctx)
{
    uint32_t first = UINT32_MAX;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        if (is_test(ctx, func) && func->file < first)
            first = func->file;
    }
    return first;
}

static bool has_only_tests(const RuleContext *ctx)
{
    bool only = true;
    for (uint32_t k = 0; k < package_file_count(ctx->types); k++)
        only &= package_file(ctx->types, k)->is_test;
    return only;
}

static Span package_clause(const Ast *ast)
{
    FileView v = ast_file(ast);
    return node_ok(v.name) ? (Span){token_span(ast, v.package).start, node_span(ast, v.name).end} : (Span){0, 0};
}

static void report(Study *s, const Story *story, uint32_t count)
{
    RuleContext *ctx = s->ctx;
    uint32_t file = first_test_file(ctx);
    Span clause = file == UINT32_MAX ? (Span){0, 0} : package_clause(package_file(ctx->types, file)->ast);
    if (clause.end == clause.start)
        return;
    Finding *f = finding_in_file(ctx, LEVEL_ADVICE, file, clause,
                                 "the tests come to the start of %u goroutine%s that can outlive them, and nothing looks whether any is left",
                                 count, count == 1 ? "" : "s");
    finding_related(ctx, f, story->spawn, "one starts here", NULL);
    if (s->unseen.func.v)
        finding_note(ctx, f, "what %s does with its test is not seen; it may look",
                     rule_callee_name(ctx, rule_func(ctx, s->unseen.func), rule_instr(ctx, s->unseen)));
    finding_note(ctx, f, "a TestMain with goleak.VerifyTestMain looks once behind all tests; synctest.Test fails a test that leaves a goroutine");
}

void rule_unguarded_tests(RuleContext *ctx)
{
    if (ctx->other_tests || first_test_file(ctx) == UINT32_MAX || is_guarded(ctx))
        return;
    Study s = {.ctx = ctx, .only_tests = has_only_tests(ctx)};
    find_reached(&s);
    const Story *first = NULL;
    uint32_t count = 0;
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *story = flow_story(ctx->flow, k);
        if (!outlives(&s, story))
            continue;
        first = first ? first : story;
        count++;
    }
    if (first)
        report(&s, first, count);
}

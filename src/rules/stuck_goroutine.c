// stuck_goroutine.c - a run after which somebody waits for what no other will ever do.
//
// Where the other rules ask what a shape of code may lead to, this one runs it: each function, with
// unknown arguments, main and tests with the program that they begin (src/explore). A run that ends with
// goroutines that can never go on is the evidence, whatever led there: locks in circles, sends without
// receivers, counts that do not come down, signals that came too early. It speaks last, and only where no other
// rule has said something of the functions concerned.
//
// It is silent about waits that something unseen may end, about `select {}`, about what main leaves
// behind in a receive when it returns, and about goroutines that are declared detached.
#include "explore/explore.h"
#include "rules/evidence.h"
#include "syntax/tree.h"

// Steps of all runs of a package, and for each of its instructions: large packages get fewer runs of
// each function, so that the runs take no more time than the other rules.
enum { STEPS_LEAST = 150000, STEPS_EACH = 5 };

static FuncId declared_around(const RuleContext *ctx, FuncId func)
{
    while (rule_func(ctx, func)->parent.v)
        func = rule_func(ctx, func)->parent;
    return func;
}

static bool is_main(const RuleContext *ctx, const IrFunc *func)
{
    return func->kind == FUNC_DECL && str_is(package_name(ctx->types), "main") && !func->has_recv && str_is(object_name(ctx->types, func->obj), "main");
}

static bool is_test(const RuleContext *ctx, const IrFunc *func)
{
    return rule_in_test_file(ctx, func) && !func->has_recv && str_starts(object_name(ctx->types, func->obj), "Test");
}

static bool is_detached(const RuleContext *ctx, Site spawn)
{
    for (uint32_t k = 0; spawn.func.v && k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        if (s->spawn.func.v == spawn.func.v && s->spawn.instr.v == spawn.instr.v)
            return rule_is_detached(ctx, s);
    }
    return false;
}

static bool counts(const RuleContext *ctx, const Stuck *s, const StuckGoroutine *g)
{
    const IrInstr *i = rule_instr(ctx, g->site);
    if (i->op == IR_SELECT && i->case_count == 0)
        return false;
    if (g->kind == STUCK_NEVER && g->number == 0 && is_main(ctx, rule_func(ctx, s->root)))
        return false; // main means to wait
    bool waits = g->kind == STUCK_RECEIVE || g->kind == STUCK_SELECT || g->kind == STUCK_COND || g->kind == STUCK_NEVER;
    if (waits && s->returned && is_main(ctx, rule_func(ctx, s->root)))
        return false; // it lives as long as the process
    return !is_detached(ctx, g->spawn);
}

static bool lies_in(const Source *source, Span span, Place p)
{
    return p.source == source && p.span.start >= span.start && p.span.start < span.end;
}

// Whether a finding that counts by itself speaks of the function: of that rule, or of any.
static bool is_said(const RuleContext *ctx, FuncId id, const char *slug)
{
    const IrFunc *func = rule_func(ctx, declared_around(ctx, id));
    const Source *source = ast_source(rule_ast(ctx, func));
    Span span = rule_node_span(ctx, func, func->node);
    VEC_EACH (Finding *const, f, &ctx->out->items) {
        if ((*f)->level == LEVEL_ADVICE || (slug && strcmp((*f)->rule->slug, slug) != 0))
            continue;
        bool said = lies_in(source, span, (*f)->place);
        VEC_EACH (const Related, r, &(*f)->related)
            said |= lies_in(source, span, r->place);
        if (said)
            return true;
    }
    return false;
}

// The wait that tells most: a goroutine that joins the others comes last.
static const StuckGoroutine *chosen(const RuleContext *ctx, const Stuck *s)
{
    static const uint8_t rank[] = {[STUCK_LOCK] = 9, [STUCK_ONCE] = 8, [STUCK_COND] = 7, [STUCK_SEND] = 6, [STUCK_NEVER] = 5, [STUCK_SELECT] = 4,
                                   [STUCK_RECEIVE] = 3, [STUCK_GROUP] = 2, [STUCK_CLOSED_AGAIN] = 1, [STUCK_SEND_CLOSED] = 1, [STUCK_NEGATIVE] = 1};
    const StuckGoroutine *best = NULL;
    VEC_EACH (const StuckGoroutine, g, &s->goroutines)
        if (counts(ctx, s, g) && (!best || rank[g->kind] > rank[best->kind]))
            best = g;
    return best;
}

static const char *reason(const StuckGoroutine *g)
{
    switch (g->kind) {
    case STUCK_LOCK:
        return g->own ? "it waits for a lock that it holds itself" : "who holds the lock never gives it back";
    case STUCK_ONCE:
        return "the function that the Once runs never ends";
    case STUCK_COND:
        return "nobody signals any more";
    case STUCK_SEND:
        return "nobody receives any more, and no slot is left";
    case STUCK_NEVER:
        return "the channel is nil";
    case STUCK_SELECT:
        return "none of its cases can come";
    case STUCK_RECEIVE:
        return "nobody sends or closes any more";
    case STUCK_GROUP:
        return "the count never comes down to zero";
    case STUCK_CLOSED_AGAIN:
        return "the channel is closed already";
    case STUCK_SEND_CLOSED:
        return "the channel is closed by then";
    case STUCK_NEGATIVE:
        return "it counts down more often than was added";
    }
    return "";
}

static const char *rule_of(StuckKind kind)
{
    return kind == STUCK_CLOSED_AGAIN ? "unsafe-close" : kind == STUCK_SEND_CLOSED ? "send-after-close" : kind == STUCK_NEGATIVE ? "waitgroup-mismatch" : NULL;
}

static Finding *start(RuleContext *ctx, const Stuck *s, const StuckGoroutine *w)
{
    const char *slug = rule_of(w->kind);
    const Rule *own = ctx->rule, *other = slug ? rule_find((Str){slug, strlen(slug)}) : NULL;
    ctx->rule = other ? other : own;
    const char *who = rule_func_name(ctx, rule_func(ctx, w->site.func));
    Finding *f = slug ? finding_at(ctx, LEVEL_ERROR, w->site, "a run of %s ends in a panic here: %s", rule_func_name(ctx, rule_func(ctx, s->root)), reason(w))
                      : finding_at(ctx, LEVEL_ERROR, w->site, "%s can wait here for good: %s", who, reason(w));
    ctx->rule = own;
    if (slug)
        f->failure = FAIL_PANIC;
    else if (s->returned)
        f->failure = FAIL_LEAK;
    return f;
}

static void report(RuleContext *ctx, const Stuck *s)
{
    const StuckGoroutine *w = chosen(ctx, s);
    const char *slug = w ? rule_of(w->kind) : NULL;
    if (!w || is_said(ctx, s->root, slug))
        return;
    VEC_EACH (const StuckGoroutine, g, &s->goroutines)
        if (is_said(ctx, g->site.func, slug) || (g->spawn.func.v && is_said(ctx, g->spawn.func, slug)))
            return;
    Finding *f = start(ctx, s, w);
    if (w->kind == STUCK_LOCK && w->held.func.v)
        finding_related(ctx, f, w->held, "the lock is held since here", NULL);
    if (w->spawn.func.v)
        finding_related(ctx, f, w->spawn, "its goroutine is started here", NULL);
    VEC_EACH (const StuckGoroutine, g, &s->goroutines)
        if (g != w)
            finding_related(ctx, f, g->site, "waits for good as well", reason(g));
    VEC_EACH (const ExploreEvent, e, &s->events)
        finding_step(ctx, f, e->site, "%s%s", e->goroutine ? arena_printf(ctx->arena, "goroutine %u ", e->goroutine) : "", e->what);
    finding_step(ctx, f, w->site, rule_of(w->kind) ? "panics: %s" : "waits for good: %s", reason(w));
}

// Whether a run of the function can come to a wait for others, or starts somebody who can.
static bool is_worth(RuleContext *ctx, const IrFunc *func, const Bitset *starters)
{
    if (is_main(ctx, func) || is_test(ctx, func))
        return true;
    return flow_facts(ctx->flow, func->id)->waits & (WAIT_CHAN | WAIT_GROUP | WAIT_LOCK | WAIT_COND) || bitset_has(starters, func->id.v);
}

// Functions that start goroutines, themselves or through calls.
static Bitset starters_of(RuleContext *ctx)
{
    Bitset set = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    VEC(FuncId) work = {0};
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        vec_push(ctx->scratch, &work, flow_story(ctx->flow, k)->spawner);
    while (work.len) {
        FuncId id = vec_last(&work);
        work.len--;
        if (bitset_has(&set, id.v))
            continue;
        bitset_add(&set, id.v);
        CallEdges callers = flow_callers(ctx->flow, id);
        for (uint32_t k = 0; k < callers.len; k++)
            vec_push(ctx->scratch, &work, callers.items[k].site.func);
    }
    return set;
}

static void explore(RuleContext *ctx, const IrFunc *func, const ExploreInits *inits, uint64_t *budget, Arena *own)
{
    ExploreRoot kind = is_main(ctx, func) ? ROOT_MAIN : is_test(ctx, func) ? ROOT_TEST : ROOT_FUNCTION;
    const Stuck *s = explore_function(ctx->flow, func->id, kind, ctx->go_minor, inits, budget, own, ctx->scratch);
    if (s)
        report(ctx, s);
}

// Those that start goroutines first: they need the runs more than the others.
void rule_stuck_goroutine(RuleContext *ctx)
{
    uint64_t budget = STEPS_LEAST;
    Arena own = {0}; // of one run after the other
    Bitset starters = starters_of(ctx);
    ExploreInits inits = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (ctx->ir->funcs.data[id]->kind == FUNC_INIT)
            vec_push(ctx->scratch, &inits.funcs, ctx->ir->funcs.data[id]);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        budget += (uint64_t)ctx->ir->funcs.data[id]->instrs.len * STEPS_EACH;
    for (int first = 1; first >= 0; first--)
        for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
            const IrFunc *func = ctx->ir->funcs.data[id];
            if (func->kind == FUNC_DECL && func->has_body && bitset_has(&starters, id) == (bool)first && is_worth(ctx, func, &starters))
                explore(ctx, func, &inits, &budget, &own);
        }
    arena_free(&own);
}

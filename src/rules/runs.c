// runs.c - which functions run on the same goroutine when one does, and which goroutines each starts.
//
// The calls that count are listed once a package. Functions that call each other in a circle (strongly
// connected components, Tarjan 1972) run the same functions, so that the answer is kept once for all of
// them: without that, n functions in a circle would be asked for n times n.
#include "rules/stops.h"

// What is kept of all answers together, in functions for each function of the package. The answers of
// a chain of n functions have n² / 2 in them; what is not kept is found again.
enum { KEPT_EACH = 64 };

// Functions in the order of finding, breadth first.
typedef struct Answer {
    FuncId *list;
    uint32_t len;
    Bitset has; // where it is asked for, or is no larger than the list
} Answer;

typedef struct RunGraph {
    uint32_t *first; // calls of function f are next[first[f]] up to next[first[f + 1]]
    VEC(FuncId) next;
    uint32_t *circle; // by function: a number that only those in a circle with it share
    Answer **answers; // by circle; NULL until it is asked for
    uint64_t kept;
    uint64_t **sets; // by circle, for functions_run: the words of its set; NULL until it is asked for
    uint32_t *first_story; // goroutines of function f are stories[first_story[f]] up to [first_story[f + 1]]
    const Story **stories;
    VEC(FuncsRun) spare; // empty ones
} RunGraph;

// ---- The graph ----

static void add_calls(RuleContext *ctx, RunGraph *g, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        IrOp op = ir_instr(func, at)->op;
        if (op != IR_CALL && op != IR_DEFER)
            continue;
        CallEdges callees = call_certain_callees(ctx, (Site){func->id, at});
        for (uint32_t k = 0; k < callees.len; k++)
            if (flow_runs_here(callees.items[k].mode))
                vec_push(ctx->package, &g->next, callees.items[k].callee);
    }
}

typedef struct Circles {
    const RunGraph *g;
    uint32_t *index, *low; // by function; index 0: not seen
    uint32_t *at;          // the next call of each function on the path
    uint32_t *path, *open; // stacks
    uint32_t path_len, open_len, seen;
} Circles;

static void enter(Circles *c, uint32_t func)
{
    c->index[func] = c->low[func] = ++c->seen;
    c->at[func] = c->g->first[func];
    c->path[c->path_len++] = c->open[c->open_len++] = func;
}

static void leave(Circles *c, uint32_t func)
{
    c->path_len--;
    if (c->path_len && c->low[func] < c->low[c->path[c->path_len - 1]])
        c->low[c->path[c->path_len - 1]] = c->low[func];
    if (c->low[func] != c->index[func])
        return;
    for (uint32_t member = 0; member != func;) {
        member = c->open[--c->open_len];
        c->g->circle[member] = func;
    }
}

static void find_circles(Circles *c, uint32_t root)
{
    enter(c, root);
    while (c->path_len) {
        uint32_t func = c->path[c->path_len - 1];
        if (c->at[func] == c->g->first[func + 1]) {
            leave(c, func);
            continue;
        }
        uint32_t to = c->g->next.data[c->at[func]++].v;
        if (!c->index[to])
            enter(c, to);
        else if (!c->g->circle[to] && c->index[to] < c->low[func])
            c->low[func] = c->index[to];
    }
}

static void add_stories(RuleContext *ctx, RunGraph *g)
{
    uint32_t n = ctx->ir->funcs.len, count = flow_story_count(ctx->flow);
    g->first_story = arena_array(ctx->package, uint32_t, n + 1);
    g->stories = arena_array(ctx->package, const Story *, count);
    for (uint32_t k = 0; k < count; k++)
        g->first_story[flow_story(ctx->flow, k)->spawner.v]++;
    for (uint32_t id = 0, before = 0; id <= n; id++) {
        before += id < n ? g->first_story[id] : 0;
        g->first_story[id] = before;
    }
    for (uint32_t k = count; k-- > 0;) {
        const Story *s = flow_story(ctx->flow, k);
        g->stories[--g->first_story[s->spawner.v]] = s;
    }
}

static RunGraph *graph_of(RuleContext *ctx)
{
    if (ctx->runs)
        return ctx->runs;
    uint32_t n = ctx->ir->funcs.len;
    RunGraph *g = arena_new(ctx->package, RunGraph);
    g->first = arena_array(ctx->package, uint32_t, n + 1);
    g->circle = arena_array(ctx->package, uint32_t, n);
    g->answers = arena_array(ctx->package, Answer *, n);
    g->sets = arena_array(ctx->package, uint64_t *, n);
    for (uint32_t id = 1; id < n; id++) {
        g->first[id] = g->next.len;
        add_calls(ctx, g, ctx->ir->funcs.data[id]);
    }
    g->first[n] = g->next.len;
    add_stories(ctx, g);
    Arena own = {0};
    uint32_t *memory = arena_array(&own, uint32_t, (size_t)n * 5);
    Circles c = {.g = g, .index = memory, .low = memory + n, .at = memory + 2 * (size_t)n,
                 .path = memory + 3 * (size_t)n, .open = memory + 4 * (size_t)n};
    for (uint32_t id = 1; id < n; id++)
        if (!c.index[id])
            find_circles(&c, id);
    arena_free(&own);
    ctx->runs = g;
    return g;
}

// ---- Sets ----

static FuncsRun empty_run(RuleContext *ctx, RunGraph *g)
{
    if (g->spare.len)
        return g->spare.data[--g->spare.len];
    return (FuncsRun){.has = bitset_new(ctx->package, ctx->ir->funcs.len)};
}

static bool run_add(RuleContext *ctx, FuncsRun *run, FuncId func)
{
    if (bitset_has(&run->has, func.v))
        return false;
    bitset_add(&run->has, func.v);
    vec_push(ctx->package, &run->list, func);
    return true;
}

static void search(RuleContext *ctx, const RunGraph *g, FuncsRun *run, FuncId func)
{
    uint32_t head = run->list.len;
    for (run_add(ctx, run, func); head < run->list.len; head++) {
        uint32_t from = run->list.data[head].v;
        for (uint32_t k = g->first[from]; k < g->first[from + 1]; k++)
            run_add(ctx, run, g->next.data[k]);
    }
}

// Keeps an answer that was found. A set that is larger than its list is made from the list again.
static Answer *keep(RuleContext *ctx, RunGraph *g, FuncId func, const FuncsRun *run)
{
    uint32_t len = run->list.len;
    if (g->kept + len > (uint64_t)KEPT_EACH * ctx->ir->funcs.len)
        return NULL;
    Answer *a = arena_new(ctx->package, Answer);
    a->list = arena_array(ctx->package, FuncId, len);
    a->len = len;
    memcpy(a->list, run->list.data, sizeof *a->list * len);
    if (len >= ctx->ir->funcs.len / 32) {
        a->has = bitset_new(ctx->package, ctx->ir->funcs.len);
        bitset_copy(&a->has, &run->has);
    }
    g->kept += len;
    g->answers[g->circle[func.v]] = a;
    return a;
}

// Makes room of its own for a set that was taken over from an answer.
static void own(RuleContext *ctx, RunGraph *g, FuncsRun *run)
{
    if (!run->shared && run->has.size)
        return;
    FuncsRun mine = empty_run(ctx, g);
    VEC_EACH (FuncId, f, &run->list)
        run_add(ctx, &mine, *f);
    *run = mine;
}

void funcs_run_add(RuleContext *ctx, FuncsRun *run, FuncId func)
{
    RunGraph *g = graph_of(ctx);
    const Answer *known = g->answers[g->circle[func.v]];
    if (known && known->has.size && !run->list.len) {
        funcs_run_done(ctx, run);
        run->has = known->has;
        run->list.data = known->list;
        run->list.len = run->list.cap = known->len;
        run->shared = true;
        return;
    }
    own(ctx, g, run);
    if (!known) {
        bool first = run->list.len == 0;
        search(ctx, g, run, func);
        if (first)
            keep(ctx, g, func, run);
        return;
    }
    for (uint32_t k = 0; k < known->len; k++)
        run_add(ctx, run, known->list[k]);
}

bool funcs_run_add_one(RuleContext *ctx, FuncsRun *run, FuncId func)
{
    own(ctx, graph_of(ctx), run);
    return run_add(ctx, run, func);
}

void funcs_run_clear(FuncsRun *run)
{
    if (run->shared) {
        *run = (FuncsRun){0};
        return;
    }
    VEC_EACH (FuncId, f, &run->list)
        bitset_remove(&run->has, f->v);
    run->list.len = 0;
}

void funcs_run_done(RuleContext *ctx, FuncsRun *run)
{
    funcs_run_clear(run);
    if (run->has.size)
        vec_push(ctx->package, &ctx->runs->spare, *run);
    *run = (FuncsRun){0};
}

// A set takes a bit a function, its list up to thirty-two: the set is kept in any case, so that no
// list is made anew each time somebody asks.
Bitset functions_run(RuleContext *ctx, FuncId func)
{
    RunGraph *g = graph_of(ctx);
    uint64_t **words = &g->sets[g->circle[func.v]];
    if (*words)
        return (Bitset){*words, ctx->ir->funcs.len};
    FuncsRun run = {0};
    funcs_run_add(ctx, &run, func);
    Answer *kept = g->answers[g->circle[func.v]];
    Bitset set = kept && kept->has.size ? kept->has : bitset_new(ctx->package, ctx->ir->funcs.len);
    if (!run.shared && !(kept && kept->has.size))
        bitset_copy(&set, &run.has);
    *words = set.words;
    if (kept)
        kept->has = set;
    funcs_run_done(ctx, &run);
    return set;
}

// ---- Goroutines ----

StartedStories stories_started(RuleContext *ctx, FuncId spawner)
{
    const RunGraph *g = graph_of(ctx);
    uint32_t start = g->first_story[spawner.v];
    return (StartedStories){g->stories + start, g->first_story[spawner.v + 1] - start};
}

// inventory.c - exit stories as plain data in words.
#include "rules/inventory.h"
#include "rules/owner.h"
#include "rules/waiting.h"

enum { WAITS_LISTED = 12 };

typedef struct Gather {
    RuleContext *ctx;
    Arena *arena; // of the result
    Goroutine *out;
} Gather;

const char *goroutine_tag_name(GoroutineTag tag)
{
    static const char *const names[GOROUTINE_TAGS] = {"owned", "implicit", "orphan", "detached", "unseen"};
    return names[tag];
}

const char *goroutine_identity(Arena *a, const Goroutine *g)
{
    return arena_printf(a, "%s#%u", g->function, g->ordinal);
}

// ---- Words and places ----

static const char *kept(const Gather *g, const char *text)
{
    return text ? arena_strndup(g->arena, text, strlen(text)) : NULL;
}

static InventoryPlace place_of(const Gather *g, Site site)
{
    const IrFunc *func = rule_func(g->ctx, site.func);
    const Source *source = ast_source(rule_ast(g->ctx, func));
    Position at = source_position(source, rule_instr(g->ctx, site)->span.start);
    return (InventoryPlace){kept(g, source->path), at.line, at.column};
}

static const char *wait_text(const Gather *g, Site site, const Waiting *w)
{
    static const char *const verbs[] = {
        [WAITS_SEND] = "sends to",     [WAITS_RECEIVE] = "receives from", [WAITS_SELECT] = "selects",
        [WAITS_GROUP] = "waits for",   [WAITS_COND] = "waits for",        [WAITS_SLEEP] = "sleeps",
        [WAITS_IO] = "does I/O on",    [WAITS_PROCESS] = "waits for another process",
        [WAITS_SERVE] = "serves",      [WAITS_FOREVER] = "blocks for ever",
    };
    bool named = ir_ok(w->on) && w->func.v == site.func.v && w->kind != WAITS_SLEEP;
    if (!named)
        return kept(g, verbs[w->kind]);
    return arena_printf(g->arena, "%s %s", verbs[w->kind], rule_text(g->ctx, rule_func(g->ctx, w->func), w->on));
}

static bool same_fact(const InventoryFact *a, const InventoryFact *b)
{
    return a->place.line == b->place.line && a->place.column == b->place.column && strcmp(a->what, b->what) == 0 &&
           (!a->place.line || strcmp(a->place.path, b->place.path) == 0);
}

static void add_fact(const Gather *g, InventoryFacts *list, InventoryFact fact)
{
    VEC_EACH (const InventoryFact, f, list)
        if (same_fact(f, &fact))
            return;
    vec_push(g->arena, list, fact);
}

// ---- Waits ----

static void add_wait(Gather *g, Site site)
{
    Waiting w = waiting_at(g->ctx, site);
    const char *what = NULL;
    if (w.kind != WAITS_NOT)
        what = wait_text(g, site, &w);
    else if (rule_instr(g->ctx, site)->op == IR_CALL && flow_model_waits(g->ctx->flow, site) & WAIT_CONTEXT)
        what = arena_printf(g->arena, "waits in %s under a context",
                            rule_callee_name(g->ctx, rule_func(g->ctx, site.func), rule_instr(g->ctx, site)));
    if (!what)
        return;
    if (g->out->waits.len == WAITS_LISTED) {
        g->out->more_waits = true;
        return;
    }
    add_fact(g, &g->out->waits, (InventoryFact){what, place_of(g, site)});
}

static void add_waits(Gather *g, const Story *s)
{
    for (uint32_t b = 0; b < s->body_count; b++) {
        Bitset run = functions_run(g->ctx, s->bodies[b]);
        for (uint32_t id = 1; id < g->ctx->ir->funcs.len; id++) {
            if (!bitset_has(&run, id))
                continue;
            const IrFunc *func = g->ctx->ir->funcs.data[id];
            for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
                if (rule_live_instr(g->ctx, func, at))
                    add_wait(g, (Site){func->id, at});
        }
    }
}

// ---- What ends it, who waits ----

static void add_stops(Gather *g, const Story *s)
{
    static const char *const kinds[] = {
        [STOP_CONTEXT] = "its context is cancelled",
        [STOP_CHANNEL] = "a channel is closed or sent to",
        [STOP_WORK] = "its work ends",
        [STOP_OUTSIDE] = "code that is not seen decides",
    };
    Bitset run = bitset_new(g->ctx->scratch, g->ctx->ir->funcs.len);
    for (uint32_t b = 0; b < s->body_count; b++) {
        Bitset more = functions_run(g->ctx, s->bodies[b]);
        bitset_union(&run, &more);
    }
    // Where no run ends, what it listens to does not end it.
    for (uint32_t k = 0; s->ends && k < s->stop_count; k++) {
        const StopSignal *stop = &s->stops[k];
        if (stop->site.func.v && !bitset_has(&run, stop->site.func.v))
            continue;
        InventoryPlace place = stop->site.func.v ? place_of(g, stop->site) : (InventoryPlace){0};
        add_fact(g, &g->out->stops, (InventoryFact){kinds[stop->kind], place});
    }
}

static void add_joins(Gather *g, const Story *s)
{
    for (uint32_t k = 0; k < s->join_count; k++)
        add_fact(g, &g->out->joins,
                 (InventoryFact){s->joins[k].kind == JOIN_GROUP ? "waits for the group" : "waits for its signal",
                                 place_of(g, s->joins[k].site)});
    if (s->scoped_join)
        add_fact(g, &g->out->joins, (InventoryFact){"the call that starts it waits", place_of(g, s->spawn)});
}

// The function that is declared around a literal.
static const IrFunc *declared_around(const Gather *g, FuncId id)
{
    const IrFunc *func = rule_func(g->ctx, id);
    while (func->parent.v)
        func = rule_func(g->ctx, func->parent);
    return func;
}

// Signals are followed by field, not by value: only a method of the type that starts the goroutine, or
// of what a constructor makes, is taken for its owner's.
static bool stops_own_type(const Gather *g, const Story *s, const IrFunc *method)
{
    const Package *types = g->ctx->types;
    const IrFunc *starter = declared_around(g, s->spawner);
    if (s->role == ROLE_CONSTRUCTOR)
        return true;
    return obj_ok(starter->obj) && obj_ok(method->obj) && object_receiver(types, starter->obj).v &&
           name_eq(object_receiver(types, starter->obj), object_receiver(types, method->obj));
}

static const char *owner_of(const Gather *g, const Story *s)
{
    TypeStop stop = s->body_seen && s->ends ? type_stop(g->ctx, s) : (TypeStop){0};
    if (stop.method && stops_own_type(g, s, stop.method))
        return arena_printf(g->arena, "whoever calls %s", rule_func_name(g->ctx, stop.method));
    const char *root = s->root.v ? rule_func_name(g->ctx, rule_func(g->ctx, s->root)) : NULL;
    switch (s->role) {
    case ROLE_TEST:
        return root ? arena_printf(g->arena, "the test %s", root) : "a test";
    case ROLE_ONCE:
        return "the package";
    case ROLE_CONSTRUCTOR:
        return root ? arena_printf(g->arena, "the value that %s returns", root) : "the value that is made";
    case ROLE_MAIN:
        return "the process";
    case ROLE_PLAIN:
        break;
    }
    if (s->join_count || s->scoped_join)
        return arena_printf(g->arena, "%s", rule_func_name(g->ctx, rule_func(g->ctx, s->spawner)));
    return s->ends && s->stop_count ? "whoever holds its stop signal" : NULL;
}

static GoroutineTag tag_of(const Story *s)
{
    if (s->detached)
        return GOROUTINE_DETACHED;
    if (!s->body_seen)
        return GOROUTINE_UNSEEN;
    if (!s->ends)
        return GOROUTINE_ORPHAN;
    return s->join_count || s->scoped_join ? GOROUTINE_OWNED : GOROUTINE_IMPLICIT;
}

// Waits that hear of no signal bound nothing; a constant sleep bounds itself.
static int64_t latency_of(const Gather *g, const Story *s)
{
    enum { DEAF = WAIT_GROUP | WAIT_NETWORK | WAIT_COND | WAIT_FOREVER | WAIT_SERVE | WAIT_FILE | WAIT_PROCESS };
    int64_t longest = 0;
    for (uint32_t b = 0; b < s->body_count; b++) {
        const FuncFacts *facts = flow_facts(g->ctx->flow, s->bodies[b]);
        if (!facts->ends || facts->waits & DEAF || facts->sleep_ns < 0)
            return LATENCY_UNBOUNDED;
        if (facts->open)
            return LATENCY_UNKNOWN;
        longest = facts->sleep_ns > longest ? facts->sleep_ns : longest;
    }
    return s->body_seen ? longest : LATENCY_UNKNOWN;
}

static uint32_t ordinal_of(const RuleContext *ctx, Site spawn)
{
    uint32_t n = 1;
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        Site other = flow_story(ctx->flow, k)->spawn;
        n += other.func.v == spawn.func.v && other.instr.v < spawn.instr.v;
    }
    return n;
}

static void gather(Gather *g, const Story *s)
{
    const IrFunc *spawner = rule_func(g->ctx, s->spawn.func);
    Str package = package_path(g->ctx->types);
    *g->out = (Goroutine){
        .package = arena_strndup(g->arena, package.ptr, package.len),
        .function = kept(g, spawner->name ? spawner->name : "init"),
        .ordinal = ordinal_of(g->ctx, s->spawn),
        .spawn = place_of(g, s->spawn),
        .body = kept(g, owner_body_name(g->ctx, s)),
        .owner = owner_of(g, s),
        .many = s->in_loop,
        .ends = s->ends,
        .latency_ns = latency_of(g, s),
        .tag = tag_of(s),
    };
    add_stops(g, s);
    add_joins(g, s);
    add_waits(g, s);
}

void inventory_gather(RuleContext *ctx, bool (*wanted)(const void *from, Place place), const void *from,
                      Arena *a, Inventory *out)
{
    stops_prepare(ctx);
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        const IrFunc *func = rule_func(ctx, s->spawn.func);
        Place at = {ast_source(rule_ast(ctx, func)), rule_instr(ctx, s->spawn)->span};
        if (!wanted(from, at))
            continue;
        Goroutine made;
        Gather g = {ctx, a, &made};
        gather(&g, s);
        vec_push(a, &out->items, made);
    }
}

// story.c - the exit story of every goroutine that the package can start.
#include "flow/internal.h"
#include "syntax/directive.h"

// Goroutine bodies call helpers; what lies deeper than this is summed up in facts only.
enum { MAX_DEPTH = 12 };

// A goroutine that runs more functions than this is not followed further and counts as open: n
// goroutines that each run most of n functions would take time of n².
enum { OWN_MAX = 512 };

typedef struct StoryBuilder {
    Flow *f;
    Story *story;
    uint32_t *story_of; // by function: the last story, by its number, that runs it
    uint32_t number;
    VEC(FuncId) own; // functions that run on the goroutine
    VEC(StopSignal) stops;
    VEC(Join) joins;
} StoryBuilder;

// ---- What runs on the goroutine ----

static void collect_own(StoryBuilder *b, FuncId id, unsigned depth)
{
    if (depth > MAX_DEPTH || b->story_of[id.v] == b->number)
        return;
    if (b->own.len == OWN_MAX) {
        b->story->open = true;
        return;
    }
    b->story_of[id.v] = b->number;
    vec_push(&b->f->scratch, &b->own, id);
    uint32_t start = b->f->edges_of_func[id.v], end = b->f->edges_of_func[id.v + 1];
    for (uint32_t k = start; k < end; k++) {
        CallMode mode = b->f->edges.data[k].mode;
        if (mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER)
            collect_own(b, b->f->edges.data[k].callee, depth + 1);
    }
}

// ---- Stop signals ----

static void add_stop(StoryBuilder *b, StopKind kind, Site site, AbsId what)
{
    VEC_EACH(StopSignal, s, &b->stops)
        if (s->kind == kind && s->what.v == what.v)
            return;
    vec_push(&b->f->arena, &b->stops, (StopSignal){kind, site, what});
}

static void hear_contexts(StoryBuilder *b, Site site, AbsSet contexts)
{
    for (uint32_t k = 0; k < contexts.len; k++)
        if (flow_ctx_cancellable(b->f, contexts.items[k]))
            add_stop(b, STOP_CONTEXT, site, contexts.items[k]);
}

static void hear_channel(StoryBuilder *b, Site site, IrValue chan)
{
    Flow *f = b->f;
    AbsSet contexts = flow_done_contexts(f, site.func, chan);
    hear_contexts(b, site, contexts);
    if (contexts.len)
        return;
    AbsSet channels = flow_value(f, site.func, chan);
    for (uint32_t k = 0; k < channels.len; k++) {
        AbsKind kind = flow_abs(f, channels.items[k])->kind;
        if (kind == ABS_CHAN)
            add_stop(b, STOP_CHANNEL, site, channels.items[k]);
        else if (kind == ABS_OUTSIDE || kind == ABS_UNKNOWN)
            add_stop(b, STOP_OUTSIDE, site, channels.items[k]);
    }
    if (channels.len == 0)
        add_stop(b, STOP_OUTSIDE, site, (AbsId){0});
}

// What arrives on the channel is a stop signal only where control then leaves without coming back
// for more: it goes on at block `then`.
static void listen_on(StoryBuilder *b, Site site, IrValue chan, uint32_t then)
{
    if (ir_ok(chan) && flow_chan_may_yield(b->f, site.func, chan) &&
        flow_leads_out(b->f, site.func, then, site_instr(b->f, site)->block))
        hear_channel(b, site, chan);
}

// A call that asks for, or waits under, a context or a channel that ends it.
static void hear_call(StoryBuilder *b, Site site)
{
    Flow *f = b->f;
    const IrInstr *i = site_instr(f, site);
    const Effect *polls = flow_effect(f, i, EFFECT_POLLS);
    const Effect *waits = flow_effect(f, i, EFFECT_WAITS);
    IrValue on = polls ? i->args[0] : waits ? flow_effect_arg(f, i, waits) : (IrValue){0};
    if (!ir_ok(on))
        return;
    if (!flow_is_stop_channel(f, site.func, on))
        hear_contexts(b, site, flow_value(f, site.func, on));
    else if (flow_may_end(f, site.func, on))
        hear_channel(b, site, on);
}

static void collect_stops(StoryBuilder *b, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        Site site = {func->id, at};
        const IrBlock *block = &func->blocks.data[i->block];
        if (i->op == IR_RECV)
            listen_on(b, site, i->args[0], i->block);
        if (i->op == IR_RANGE_NEXT && block->succs.len == 2)
            listen_on(b, site, i->args[0], block->succs.data[1]);
        for (uint32_t c = 0; i->op == IR_SELECT && c < i->case_count && c < block->succs.len; c++)
            if (!i->cases[c].is_send && !i->cases[c].is_default)
                listen_on(b, site, i->cases[c].chan, block->succs.data[c]);
        if (i->op == IR_CALL)
            hear_call(b, site);
    }
}

// ---- Joins ----

// Whether someone other than the goroutine runs the function, be it that the goroutine does as well.
static bool runs_elsewhere(const StoryBuilder *b, FuncId func)
{
    if (b->story_of[func.v] != b->number || flow_has_unseen_callers(b->f, func))
        return true;
    CallEdges callers = flow_callers(b->f, func);
    for (uint32_t k = 0; k < callers.len; k++)
        if (b->story_of[callers.items[k].site.func.v] != b->number && callers.items[k].mode != CALL_GO)
            return true;
    return false;
}

static void add_join(StoryBuilder *b, JoinKind kind, Site site)
{
    VEC_EACH(Join, j, &b->joins)
        if (j->site.func.v == site.func.v && j->site.instr.v == site.instr.v)
            return;
    vec_push(&b->f->arena, &b->joins, (Join){kind, site});
}

static void join_by_group(StoryBuilder *b, AbsSet groups)
{
    Flow *f = b->f;
    for (uint32_t k = 0; k < groups.len; k++) {
        AbsKind kind = flow_abs(f, groups.items[k])->kind;
        if (flow_escapes(f, groups.items[k]) || kind == ABS_OUTSIDE || kind == ABS_UNKNOWN)
            b->story->maybe_joined = true;
    }
    VEC_EACH(Site, wait, &f->group_waits)
    {
        const IrInstr *i = site_instr(f, *wait);
        if (runs_elsewhere(b, wait->func) && flow_sets_meet(groups, flow_value(f, wait->func, i->args[0])))
            add_join(b, JOIN_GROUP, *wait);
    }
}

static void join_by_channel(StoryBuilder *b, Site site, IrValue chan)
{
    Flow *f = b->f;
    AbsSet channels = flow_value(f, site.func, chan);
    for (uint32_t k = 0; k < channels.len; k++) {
        AbsKind kind = flow_abs(f, channels.items[k])->kind;
        if (flow_escapes(f, channels.items[k]) || kind == ABS_OUTSIDE || kind == ABS_UNKNOWN)
            b->story->maybe_joined = true;
        SiteList waits = flow_chan_ops(f, channels.items[k], CHAN_OP_RECV);
        for (uint32_t w = 0; w < waits.len; w++)
            if (runs_elsewhere(b, waits.items[w].func))
                add_join(b, JOIN_CHANNEL, waits.items[w]);
    }
}

// What unseen code is given: a group or a channel with which it may tell of its end.
static void note_handles(StoryBuilder *b, const IrFunc *spawner, const IrInstr *spawn)
{
    Flow *f = b->f;
    for (uint32_t k = spawn->call->has_recv ? 1 : 0; k < spawn->arg_count; k++) {
        TypeId t = ir_instr(spawner, spawn->args[k])->type;
        if (type_is_named(f->types, type_deref(f->types, t), "sync", "WaitGroup"))
            join_by_group(b, flow_value(f, spawner->id, spawn->args[k]));
        if (type_kind(f->types, type_underlying(f->types, t)) == T_CHAN)
            join_by_channel(b, b->story->spawn, spawn->args[k]);
    }
}

// A send or a Done tells of the end only where it is not one of many: not in a loop.
static void collect_joins(StoryBuilder *b, const IrFunc *func)
{
    Flow *f = b->f;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        Site site = {func->id, at};
        if (func->blocks.data[i->block].loop && i->op != IR_DEFER)
            continue;
        Act done;
        if ((i->op == IR_CALL || i->op == IR_DEFER) && flow_counts_down(f, site, &done) && ir_ok(done.recv))
            join_by_group(b, flow_value(f, done.recv_func, done.recv));
        if (i->op == IR_SEND || i->op == IR_CLOSE)
            join_by_channel(b, site, i->args[0]);
        if (i->op == IR_DEFER && i->call->builtin == BUILTIN_CLOSE && i->arg_count)
            join_by_channel(b, site, i->args[i->arg_count - 1]);
        for (uint32_t c = 0; i->op == IR_SELECT && c < i->case_count; c++)
            if (i->cases[c].is_send)
                join_by_channel(b, site, i->cases[c].chan);
    }
}

// ---- The spawner's side ----

static const IrFunc *declared_parent(const Flow *f, const IrFunc *func)
{
    while (func->parent.v)
        func = func_at(f, func->parent);
    return func;
}

static bool takes_test(const Flow *f, const IrFunc *func)
{
    VEC_EACH(VarId, v, &func->params)
    {
        TypeId t = type_deref(f->types, ir_var(f->ir, *v)->type);
        if (type_is_named(f->types, t, "testing", "T") || type_is_named(f->types, t, "testing", "B") ||
            type_is_named(f->types, t, "testing", "F") || type_is_named(f->types, t, "testing", "TB"))
            return true;
    }
    return false;
}

static bool in_test(const Flow *f, const IrFunc *func)
{
    for (;; func = func_at(f, func->parent)) {
        if (takes_test(f, func))
            return true;
        if (!func->parent.v)
            return false;
    }
}

// Whether the function only ever runs under a Once or at initialisation.
static bool runs_once(const Flow *f, const IrFunc *func, unsigned depth)
{
    if (func->kind == FUNC_INIT)
        return true;
    if (func->kind == FUNC_DECL && !func->has_recv && str_is(object_name(f->types, func->obj), "init"))
        return true;
    CallEdges callers = flow_callers(f, func->id);
    if (depth > MAX_DEPTH || callers.len == 0 || flow_has_unseen_callers(f, func->id))
        return false;
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode != CALL_ONCE &&
            !runs_once(f, func_at(f, callers.items[k].site.func), depth + 1))
            return false;
    return true;
}

static bool is_own_named(const Flow *f, TypeId t)
{
    TypeId plain = type_unalias(f->types, type_deref(f->types, type_unalias(f->types, t)));
    ObjId named = type_kind(f->types, plain) == T_NAMED ? type_named_object(f->types, plain) : OBJ_NONE;
    return obj_ok(named) && object_at(f->types, named)->home == 0;
}

// A constructor: a function without receiver that returns a value of a type of this package, which
// it or what it calls makes.
static bool is_constructor(const Flow *f, const IrFunc *func)
{
    if (func->kind != FUNC_DECL || func->has_recv)
        return false;
    TypeId results = type_results(f->types, func->signature);
    for (uint32_t k = 0; k < type_tuple_len(f->types, results); k++)
        if (is_own_named(f, type_tuple_at(f->types, results, k)))
            return true;
    return false;
}

// The constructor that starts the goroutine, itself or through functions that only constructors
// call; none otherwise.
static FuncId constructor_of(const Flow *f, const IrFunc *func, unsigned depth)
{
    const IrFunc *decl = declared_parent(f, func);
    if (is_constructor(f, decl))
        return decl->id;
    CallEdges callers = flow_callers(f, decl->id);
    FuncId found = {0};
    if (depth > MAX_DEPTH || flow_has_unseen_callers(f, decl->id))
        return found;
    for (uint32_t k = 0; k < callers.len; k++) {
        found = constructor_of(f, func_at(f, callers.items[k].site.func), depth + 1);
        if (!found.v)
            return found;
    }
    return found;
}

static bool in_main_package(const Flow *f)
{
    return str_is(package_name(f->types), "main");
}

static void find_role(const Flow *f, const IrFunc *spawner, Story *s)
{
    const IrFunc *decl = declared_parent(f, spawner);
    s->root = decl->id;
    if (in_test(f, spawner)) {
        s->role = ROLE_TEST;
        return;
    }
    bool once = false;
    for (const IrFunc *at = spawner; !once; at = func_at(f, at->parent)) {
        once = runs_once(f, at, 0);
        if (!at->parent.v)
            break;
    }
    bool is_init = decl->kind == FUNC_INIT || (decl->kind == FUNC_DECL && !decl->has_recv &&
                                               str_is(object_name(f->types, decl->obj), "init"));
    bool is_main = decl->kind == FUNC_DECL && !decl->has_recv && str_is(object_name(f->types, decl->obj), "main");
    FuncId constructor = constructor_of(f, spawner, 0);
    if (in_main_package(f) && (is_init || is_main)) {
        s->role = ROLE_MAIN;
    } else if (once) {
        s->role = ROLE_ONCE;
    } else if (constructor.v) {
        s->role = ROLE_CONSTRUCTOR;
        s->root = constructor;
    }
}

// Whether the code runs only inside calls that return when all goroutines started there have ended
// (a bubble of synctest).
static bool in_joined_scope(const Flow *f, const IrFunc *func, unsigned depth)
{
    CallEdges callers = flow_callers(f, func->id);
    for (uint32_t k = 0; k < callers.len; k++) {
        const IrInstr *site = site_instr(f, callers.items[k].site);
        const Effect *runs = flow_effect(f, site, EFFECT_RUNS);
        bool joined = runs && runs->modes & MODE_JOINED;
        if (!joined && (depth > MAX_DEPTH ||
                        !in_joined_scope(f, func_at(f, callers.items[k].site.func), depth + 1)))
            return false;
    }
    if (callers.len)
        return true;
    return func->parent.v && depth <= MAX_DEPTH && in_joined_scope(f, func_at(f, func->parent), depth + 1);
}

// `//curfew:detached reason` on the line of the spawn or the line above it.
static bool is_detached(const Flow *f, const IrFunc *spawner, const IrInstr *spawn)
{
    const Ast *ast = package_file(f->types, spawner->file)->ast;
    const Source *source = ast_source(ast);
    uint32_t line = source_position(source, spawn->span.start).line, count;
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t k = 0; k < count; k++) {
        if (comments[k].span.start > spawn->span.end + 4096)
            break;
        Str reason;
        if (!directive_is_detached(source_str(source, comments[k].span), &reason))
            continue;
        uint32_t at = source_position(source, comments[k].span.start).line;
        if ((at == line || at + 1 == line) && reason.len)
            return true;
    }
    return false;
}

static bool story_ends(const Flow *f, const Story *s)
{
    for (uint32_t k = 0; k < s->body_count; k++)
        if (!f->facts[s->bodies[k].v].ends)
            return false;
    return true;
}

static void build_story(Flow *f, Site site, uint32_t *story_of)
{
    const IrFunc *spawner = func_at(f, site.func);
    const IrInstr *spawn = site_instr(f, site);
    Story *s = arena_new(&f->arena, Story);
    StoryBuilder b = {.f = f, .story = s, .story_of = story_of, .number = f->stories.len + 1};
    VEC(FuncId) bodies = {0};
    CallEdges callees = flow_callees(f, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (callees.items[k].mode == CALL_GO)
            vec_push(&f->arena, &bodies, callees.items[k].callee);
    *s = (Story){.spawn = site, .spawner = site.func, .bodies = bodies.data, .body_count = bodies.len};
    const Effect *spawns = flow_effect(f, spawn, EFFECT_SPAWNS);
    IrValue target = spawns ? flow_effect_arg(f, spawn, spawns) : (IrValue){0};
    s->body_seen = bodies.len > 0 && (spawns ? flow_set_closed(f, flow_value(f, site.func, target))
                                             : !flow_call_open(f, site));
    s->ends = story_ends(f, s) && !(spawn->op == IR_GO && flow_repeats_for_ever(f, site.func, spawn));
    s->in_loop = spawner->blocks.data[spawn->block].loop != 0;
    find_role(f, spawner, s);
    s->detached = is_detached(f, spawner, spawn);
    s->scoped_join = in_joined_scope(f, spawner, 0);
    for (uint32_t k = 0; k < bodies.len; k++)
        collect_own(&b, bodies.data[k], 0);
    for (uint32_t k = 0; k < b.own.len; k++) {
        s->open |= f->facts[b.own.data[k].v].open;
        collect_stops(&b, func_at(f, b.own.data[k]));
        collect_joins(&b, func_at(f, b.own.data[k]));
    }
    if (spawn->op == IR_GO)
        hear_call(&b, site);
    if (spawns && spawns->modes & MODE_COUNTED)
        join_by_group(&b, flow_value(f, site.func, spawn->args[0]));
    if (!s->body_seen)
        note_handles(&b, spawner, spawn);
    s->stops = b.stops.data;
    s->stop_count = b.stops.len;
    s->joins = b.joins.data;
    s->join_count = b.joins.len;
    vec_push(&f->arena, &f->stories, s);
}

static bool is_spawn(const Flow *f, const IrInstr *i)
{
    return i->op == IR_GO || (i->op == IR_CALL && flow_effect(f, i, EFFECT_SPAWNS));
}

void stories_build(Flow *f)
{
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = ir_instr(func, at);
            if (is_call_op(i->op) && flow_effect(f, i, EFFECT_WG_WAIT))
                vec_push(&f->arena, &f->group_waits, (Site){{id}, at});
        }
    }
    uint32_t *story_of = arena_array(&f->arena, uint32_t, f->ir->funcs.len);
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        arena_reset(&f->scratch);
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = ir_instr(func, at);
            if (is_spawn(f, i) && bitset_has(&f->live[id], i->block))
                build_story(f, (Site){{id}, at}, story_of);
        }
    }
}

uint32_t flow_story_count(const Flow *f)
{
    return f->stories.len;
}

const Story *flow_story(const Flow *f, uint32_t i)
{
    return f->stories.data[i];
}

// nested_group_limit.c - a group with a limit that is given work by its own goroutines.
//
// Starting a goroutine of such a group waits until fewer than the limit run. True at run time where as
// many goroutines as the limit allows are in that call at once: each of them keeps its slot while it
// waits for another's, so that none is ever given back, and whoever waits for the group waits for good.
// With a limit of one the first such call is enough. It cannot happen where the goroutines that give the
// group work are fewer than its limit: the others end, and give their slots back.
#include "rules/bounds.h"
#include "rules/stops.h"

// Calls are followed so far.
enum { MAX_DEPTH = 10 };

// A goroutine of a group that comes to a call which waits for a slot of the same group.
typedef struct Nesting {
    const Story *story; // the goroutine that holds a slot
    Site inner;         // the call that waits for one,
    Site entry;         // and the call in its own body that leads there: the same, or the first of the way
    AbsSet group;
} Nesting;

// What the group was limited to.
typedef struct Limit {
    Site site; // none where the group has no limit
    Bound bound;
} Limit;

typedef struct Search {
    RuleContext *ctx;
    const Story *story;
    const Frame *spawner;
    Identity group; // of the story
    AbsSet set;
    FuncsRun seen;
    VEC(Nesting) found;
} Search;

// ---- The walk ----

// The identity of what an act is done to, seen from a frame.
static Identity receiver(RuleContext *ctx, const Frame *frame, const Act *act)
{
    if (!ir_ok(act->recv))
        return (Identity){0};
    for (const Frame *f = frame; f; f = f->up)
        if (f->func->id.v == act->recv_func.v)
            return identity_of(ctx, f, act->recv);
    return identity_of(ctx, frame_root(ctx, rule_func(ctx, act->recv_func)), act->recv);
}

static bool waits_for_slot(const RuleContext *ctx, Site site, Act *act)
{
    return flow_act(ctx->flow, site, EFFECT_SPAWNS, act) && act->effect->modes & MODE_LIMITED;
}

static void note(Search *s, const Frame *frame, IrValue at, const Act *act)
{
    Identity of = receiver(s->ctx, frame, act);
    if (of.kind == ID_NONE || !identity_same(&of, &s->group))
        return;
    Site inner = {frame->func->id, at}, entry = inner;
    for (const Frame *f = frame; f->up && f->up != s->spawner; f = f->up)
        entry = (Site){f->up->func->id, f->call};
    vec_push(s->ctx->scratch, &s->found, (Nesting){s->story, inner, entry, s->set});
}

static void walk(Search *s, const Frame *frame, unsigned depth)
{
    if (depth > MAX_DEPTH || !funcs_run_add_one(s->ctx, &s->seen, frame->func->id))
        return;
    for (IrValue at = {1}; at.v < frame->func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(s->ctx, frame->func, at);
        if (!i || (i->op != IR_CALL && i->op != IR_DEFER) || i->call->builtin != BUILTIN_NONE)
            continue;
        Act act;
        if (waits_for_slot(s->ctx, (Site){frame->func->id, at}, &act)) {
            note(s, frame, at, &act);
            continue;
        }
        CallMode mode;
        const IrFunc *callee = call_only_callee(s->ctx, frame, at, &mode);
        if (callee && (mode == CALL_NOW || mode == CALL_DEFER || mode == CALL_ONCE))
            walk(s, frame_call(s->ctx, frame, at, callee, mode), depth + 1);
    }
}

static void search_story(Search *s, const Story *story)
{
    Act act;
    if (!flow_act(s->ctx->flow, story->spawn, EFFECT_SPAWNS, &act) || !(act.effect->modes & MODE_COUNTED) || !ir_ok(act.recv))
        return;
    s->story = story;
    s->spawner = frame_root(s->ctx, rule_func(s->ctx, story->spawner));
    s->group = receiver(s->ctx, s->spawner, &act);
    s->set = flow_value(s->ctx->flow, act.recv_func, act.recv);
    if (s->group.kind == ID_NONE)
        return;
    for (uint32_t b = 0; b < story->body_count; b++) {
        funcs_run_clear(&s->seen);
        walk(s, frame_call(s->ctx, s->spawner, story->spawn.instr, rule_func(s->ctx, story->bodies[b]), CALL_GO), 0);
    }
}

// ---- The limit ----

static bool is_negative(const Bound *b)
{
    return b->kind == BOUND_COUNT && b->plus < 0;
}

// The limit of the group: the only one, or the first whose number is not known.
static Limit limit_of(RuleContext *ctx, AbsSet group)
{
    Limit found = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            Act act;
            if (!i || i->op != IR_CALL || !flow_act(ctx->flow, (Site){{id}, at}, EFFECT_LIMITS, &act) ||
                !flow_sets_meet(group, flow_value(ctx->flow, act.recv_func, act.recv)))
                continue;
            Bound bound = ir_ok(act.arg) && act.func.v == id ? bound_of_value(ctx, frame_root(ctx, func), act.arg) : (Bound){0};
            if (is_negative(&bound))
                continue;
            if (!found.site.func.v || bound.kind != BOUND_COUNT || (found.bound.kind == BOUND_COUNT && bound.plus > found.bound.plus))
                found = (Limit){(Site){{id}, at}, bound};
        }
    }
    return found;
}

// ---- How many hold a slot and wait for another ----

static bool same_site(Site a, Site b)
{
    return a.func.v == b.func.v && a.instr.v == b.instr.v;
}

// Whether the goroutines that a call starts come, at any remove, to that call again.
static bool starts_itself(const Search *s, Site from, Site spawn, unsigned depth)
{
    VEC_EACH (const Nesting, n, &s->found)
        if (same_site(n->story->spawn, from) &&
            (same_site(n->inner, spawn) || (depth < MAX_DEPTH && starts_itself(s, n->inner, spawn, depth + 1))))
            return true;
    return false;
}

// Whether another goroutine of the group starts it: where it ends there is a slot again.
static bool is_started_inside(const Search *s, Site spawn)
{
    VEC_EACH (const Nesting, n, &s->found)
        if (same_site(n->inner, spawn))
            return true;
    return false;
}

// How often a group's spawn runs: by its own loop, where the function that it is in runs once for the group.
static Bound times(RuleContext *ctx, const Nesting *n, bool *unseen)
{
    const IrFunc *func = rule_func(ctx, n->story->spawner);
    uint32_t loop = func->blocks.data[rule_instr(ctx, n->story->spawn)->block].loop;
    const Abs *group = n->group.len == 1 ? flow_abs(ctx->flow, n->group.items[0]) : NULL;
    FuncId home = !group ? (FuncId){0} : group->kind == ABS_VAR ? ir_var(ctx->ir, group->var)->owner : group->func;
    if (home.v != func->id.v) {
        CallEdges callers = flow_callers(ctx->flow, func->id);
        *unseen |= flow_has_unseen_callers(ctx->flow, func->id);
        bool again = callers.len > 1;
        for (uint32_t k = 0; k < callers.len; k++) {
            const IrFunc *caller = rule_func(ctx, callers.items[k].site.func);
            again |= caller->blocks.data[rule_instr(ctx, callers.items[k].site)->block].loop != 0;
        }
        if (again)
            return (Bound){.kind = BOUND_STREAM};
    }
    if (!loop)
        return (Bound){.kind = BOUND_COUNT, .plus = 1};
    if (func->loops.data[loop - 1].parent)
        return (Bound){.kind = BOUND_STREAM};
    return bound_of_loop(ctx, frame_root(ctx, func), loop - 1);
}

// Whether fewer goroutines than the limit wait for a slot, whatever is counted.
static bool is_below(const Bound *times, int64_t others, const Limit *limit)
{
    const Bound *l = &limit->bound;
    bool counts = times->kind == BOUND_COUNT && l->kind == BOUND_COUNT;
    if (!counts && (times->kind != l->kind || !bound_same_thing(times, l)))
        return false;
    return l->factor >= times->factor && (l->factor > times->factor || l->plus > times->plus + others) &&
           l->plus >= times->plus + others;
}

// What the numbers say of a group.
typedef struct Verdict {
    bool silent;
    Level level;
    bool unseen; // only callers that are not seen make it many
} Verdict;

static Verdict judge(const Search *s, const Nesting *n, const Limit *limit)
{
    Verdict v = {.level = LEVEL_WARNING};
    Bound own = times(s->ctx, n, &v.unseen);
    bool grows = starts_itself(s, n->story->spawn, n->story->spawn, 0);
    int64_t others = 0;
    VEC_EACH (const Nesting, o, &s->found) {
        bool counted = same_site(o->story->spawn, n->story->spawn) || is_started_inside(s, o->story->spawn);
        for (const Nesting *p = s->found.data; p < o && !counted; p++)
            counted = same_site(p->story->spawn, o->story->spawn);
        others += !counted && flow_sets_meet(o->group, n->group);
    }
    bool known = limit->bound.kind == BOUND_COUNT;
    bool one = own.kind == BOUND_COUNT && !grows;
    if (known && (limit->bound.plus <= 1 || (one && own.plus + others >= limit->bound.plus)))
        return (Verdict){.level = LEVEL_ERROR};
    if (grows)
        return (Verdict){.level = LEVEL_WARNING};
    if (v.unseen || (one && !known)) {
        v.level = LEVEL_ADVICE;
        return v;
    }
    v.silent = is_below(&own, others, limit);
    return v;
}

// ---- The report ----

static void report(Search *s, const Nesting *n, const Limit *limit, Verdict verdict)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *func = rule_func(ctx, n->inner.func);
    const char *name = rule_callee_name(ctx, func, rule_instr(ctx, n->inner));
    bool one = limit->bound.kind == BOUND_COUNT && limit->bound.plus <= 1;
    Finding *f = finding_at(ctx, verdict.level, n->inner,
                            one ? "%s waits for the only slot of its group, which the goroutine that calls it holds itself"
                                : "%s waits for a free slot of its group in a goroutine that holds one: once all slots are held by such goroutines, none comes free",
                            name);
    finding_also(ctx, f, FAIL_LEAK);
    finding_related(ctx, f, limit->site, "limited here", NULL);
    bool itself = same_site(n->story->spawn, n->inner);
    if (!itself)
        finding_related(ctx, f, n->story->spawn, "the goroutine starts here and takes a slot", NULL);
    if (!same_site(n->entry, n->inner) && !same_site(n->entry, n->story->spawn))
        finding_related(ctx, f, n->entry, "comes there from here", NULL);
    if (verdict.level == LEVEL_ERROR) {
        finding_step(ctx, f, n->story->spawn, one ? "starts the goroutine, which takes the slot" : "starts the last goroutine that the limit allows");
        finding_step(ctx, f, n->inner, one ? "waits for the slot, which comes free when this goroutine ends" : "waits for a slot, as every other goroutine of the group does");
    }
    if (verdict.unseen)
        finding_note(ctx, f, "how often %s is called is not seen: it takes as many calls at a time as the limit allows", rule_func_name(ctx, rule_func(ctx, n->story->spawner)));
    else if (verdict.level == LEVEL_ADVICE)
        finding_note(ctx, f, "the limit is not seen: this goroutine needs one slot for itself and one for those that it starts");
    finding_note(ctx, f, "let one goroutine outside of the group give it work from a queue, or use TryGo and do the work in place where it is refused");
}

static bool told_before(const Search *s, const Nesting *n)
{
    for (const Nesting *p = s->found.data; p < n; p++)
        if (same_site(p->inner, n->inner))
            return true;
    return false;
}

void rule_nested_group_limit(RuleContext *ctx)
{
    Search s = {.ctx = ctx};
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        search_story(&s, flow_story(ctx->flow, k));
    VEC_EACH (const Nesting, n, &s.found) {
        Limit limit = limit_of(ctx, n->group);
        if (!limit.site.func.v || told_before(&s, n))
            continue;
        Verdict verdict = judge(&s, n, &limit);
        if (!verdict.silent)
            report(&s, n, &limit, verdict);
    }
}

// self_join.c - waits of a goroutine for its own end.
#include "rules/self_join.h"
#include "rules/cancelled.h"

// Calls are followed so far; stops that lie deeper in a goroutine do not occur.
enum { MAX_DEPTH = 10 };

// Something that the goroutine does to a group or channel: tells of an end, or waits for one.
typedef struct Deed {
    Spot spot;
    bool group;
    bool loop; // may happen many times
    Identity of;
    AbsSet set;
} Deed;

typedef struct Walk {
    RuleContext *ctx;
    const Story *story;
    FuncsRun own;
    FuncsRun seen;
    VEC(Deed) tells, waits;
    VEC(Deed) counts; // that it raises groups by itself
} Walk;

// ---- The walk ----

// Whether the goroutine may come to the function again and again. The outermost function is the spawner.
static bool runs_in_loop(const Frame *frame)
{
    for (; frame->up && frame->up->up; frame = frame->up)
        if (frame->up->func->blocks.data[ir_instr(frame->up->func, frame->call)->block].loop)
            return true;
    return false;
}

static Deed act_at(Walk *w, const Frame *frame, IrValue at, bool group, FuncId value_func, IrValue value)
{
    const IrInstr *i = ir_instr(frame->func, at);
    bool loop = (frame->func->blocks.data[i->block].loop && i->op != IR_DEFER) || runs_in_loop(frame);
    Deed a = {.spot = {frame, at}, .group = group, .loop = loop};
    if (ir_ok(value) && value_func.v == frame->func->id.v) {
        a.of = identity_of(w->ctx, frame, value);
        a.set = flow_value(w->ctx->flow, value_func, value);
    }
    return a;
}

static void note_channel(Walk *w, const Frame *frame, IrValue at, const IrInstr *i)
{
    FuncId here = frame->func->id;
    bool waits = i->op == IR_RECV || (i->op == IR_RANGE_NEXT && flow_own_waits(w->ctx->flow, here, i) & WAIT_CHAN);
    bool closes = (i->op == IR_CLOSE || i->op == IR_SEND) ||
                  (i->op == IR_DEFER && i->call->builtin == BUILTIN_CLOSE && i->arg_count);
    if (waits)
        vec_push(w->ctx->scratch, &w->waits, act_at(w, frame, at, false, here, i->args[0]));
    if (closes)
        vec_push(w->ctx->scratch, &w->tells,
                 act_at(w, frame, at, false, here, i->args[i->op == IR_DEFER ? i->arg_count - 1 : 0]));
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++) {
        bool only = i->case_count == 1;
        if (i->cases[k].is_send)
            vec_push(w->ctx->scratch, &w->tells, act_at(w, frame, at, false, here, i->cases[k].chan));
        else if (only && !i->cases[k].is_default)
            vec_push(w->ctx->scratch, &w->waits, act_at(w, frame, at, false, here, i->cases[k].chan));
    }
}

static void note_group(Walk *w, const Frame *frame, IrValue at)
{
    Act act;
    Site site = {frame->func->id, at};
    if (flow_counts_down(w->ctx->flow, site, &act))
        vec_push(w->ctx->scratch, &w->tells, act_at(w, frame, at, true, act.recv_func, act.recv));
    else if (flow_act(w->ctx->flow, site, EFFECT_WG_ADD, &act))
        vec_push(w->ctx->scratch, &w->counts, act_at(w, frame, at, true, act.recv_func, act.recv));
    if (flow_act(w->ctx->flow, site, EFFECT_WG_WAIT, &act))
        vec_push(w->ctx->scratch, &w->waits, act_at(w, frame, at, true, act.recv_func, act.recv));
}

static void walk(Walk *w, const Frame *frame, unsigned depth)
{
    if (depth > MAX_DEPTH || !funcs_run_add_one(w->ctx, &w->seen, frame->func->id))
        return;
    for (IrValue at = ir_first_event(frame->func); ir_ok(at); at = ir_next_event(frame->func, at)) {
        const IrInstr *i = rule_live_instr(w->ctx, frame->func, at);
        if (!i)
            continue;
        note_channel(w, frame, at, i);
        if ((i->op != IR_CALL && i->op != IR_DEFER) || i->call->builtin != BUILTIN_NONE)
            continue;
        note_group(w, frame, at);
        CallMode mode;
        const IrFunc *callee = call_only_callee(w->ctx, frame, at, &mode);
        if (callee && (mode == CALL_NOW || mode == CALL_DEFER || mode == CALL_ONCE))
            walk(w, frame_call(w->ctx, frame, at, callee, mode), depth + 1);
    }
}

// ---- What comes first ----

// Where the two ways part: the function that both run through, and the instruction of each there.
static const Frame *parting(const Spot *tell, const Spot *wait, IrValue *t, IrValue *w)
{
    for (Spot a = *tell; a.frame; a = (Spot){a.frame->up, a.frame->call})
        for (Spot b = *wait; b.frame; b = (Spot){b.frame->up, b.frame->call})
            if (a.frame == b.frame) {
                *t = a.at;
                *w = b.at;
                return a.frame;
            }
    return NULL;
}

// Whether the goroutine may have told of its end when it comes to the wait. Deferred calls run last
// in, first out.
static bool told_before(const Spot *tell, const Spot *wait)
{
    IrValue t, w;
    const Frame *frame = parting(tell, wait, &t, &w);
    if (!frame)
        return true;
    const IrInstr *ti = ir_instr(frame->func, t), *wi = ir_instr(frame->func, w);
    if (ti->op == IR_DEFER)
        return wi->op == IR_DEFER && !instr_dominates(frame->func, t, w);
    return wi->op == IR_DEFER || (ti->block == wi->block && t.v < w.v) ||
           ir_reaches(frame->func, ti->block, wi->block);
}

// Whether the tell lies on some way on from the wait, rather than in another branch.
static bool told_after(const Spot *tell, const Spot *wait)
{
    IrValue t, w;
    const Frame *frame = parting(tell, wait, &t, &w);
    if (!frame)
        return false;
    const IrInstr *ti = ir_instr(frame->func, t), *wi = ir_instr(frame->func, w);
    if (ti->op == IR_DEFER && (ti->block == wi->block || ir_reaches(frame->func, ti->block, wi->block)))
        return true; // noted before the wait
    return (ti->block == wi->block && t.v > w.v) || ir_reaches(frame->func, wi->block, ti->block);
}

// ---- Pairs ----

// What the goroutine makes itself counts others than itself.
static bool made_on_goroutine(const Walk *w, const Identity *id)
{
    while (id->kind == ID_FIELD)
        id = id->base;
    if (id->kind == ID_VAR) {
        const IrVar *var = ir_var(w->ctx->ir, id->var);
        return var->param < 0 && bitset_has(&w->own.has, var->owner.v);
    }
    if (id->kind != ID_MADE || !bitset_has(&w->own.has, id->frame->func->id.v))
        return false;
    IrOp op = ir_instr(id->frame->func, id->instr)->op;
    return op == IR_ALLOC || op == IR_MAKE_CHAN;
}

// How sure it has to be that two places mean the same group or channel.
typedef enum Match { MATCH_SAME, MATCH_PLACE } Match;

static bool is_ours(const Deed *tell, const Deed *wait, Match match)
{
    if (tell->group != wait->group || tell->of.kind == ID_NONE)
        return false;
    return match == MATCH_SAME ? identity_same(&tell->of, &wait->of)
                               : (tell->of.kind == ID_MADE || (tell->of.kind == ID_FIELD && name_eq(tell->of.field, wait->of.field))) &&
                                     wait->of.kind == ID_FIELD && flow_sets_meet(tell->set, wait->set);
}

// Whether all who send on or close the channel are among the tells that the walk has seen.
static bool nobody_else_tells(const Walk *w, const Deed *wait, Match match)
{
    const Flow *flow = w->ctx->flow;
    uint32_t sites = 0, tells = 0;
    if (!flow_set_closed(flow, wait->set))
        return false;
    for (uint32_t k = 0; k < wait->set.len; k++) {
        if (flow_abs(flow, wait->set.items[k])->kind != ABS_CHAN || flow_escapes(flow, wait->set.items[k]))
            return false;
        sites += flow_chan_ops_anywhere(flow, wait->set.items[k], CHAN_OP_SEND).len +
                 flow_chan_ops_anywhere(flow, wait->set.items[k], CHAN_OP_CLOSE).len;
    }
    VEC_EACH(const Deed, t, &w->tells)
        tells += is_ours(t, wait, match);
    return sites == tells;
}

// Whether what the goroutine tells of at the wait is what it counts itself, later or on another way.
static bool counts_later(const Walk *w, const Deed *wait, Match match)
{
    VEC_EACH(const Deed, c, &w->counts)
        if (is_ours(c, wait, match) && !told_before(&c->spot, &wait->spot))
            return true;
    return false;
}

// The tell that never comes; false where one may have come before, or others can tell as well.
static bool never_told(const Walk *w, const Deed *wait, Match match, Spot *tell)
{
    bool found = false;
    if (counts_later(w, wait, match))
        return false;
    VEC_EACH(const Deed, t, &w->tells) {
        if (!is_ours(t, wait, match))
            continue;
        if (t->loop || told_before(&t->spot, &wait->spot))
            return false;
        if (!found && told_after(&t->spot, &wait->spot)) {
            *tell = t->spot;
            found = true;
        }
    }
    return found && (wait->group || nobody_else_tells(w, wait, match));
}

// A group that counts the goroutine by itself (errgroup's Go) hears of its end when its body returns.
static bool counted_by_spawn(const Walk *w, const Frame *spawner, const Deed *wait)
{
    const IrInstr *spawn = rule_instr(w->ctx, w->story->spawn);
    const Effect *spawns = flow_effect(w->ctx->flow, spawn, EFFECT_SPAWNS);
    if (!wait->group || !spawns || !(spawns->modes & MODE_COUNTED) || spawn->arg_count == 0)
        return false;
    Identity group = identity_of(w->ctx, spawner, spawn->args[0]);
    return group.kind != ID_NONE && identity_same(&group, &wait->of);
}

static void check_body(Walk *w, const IrFunc *body, SelfJoinVisit *visit, void *context)
{
    const Frame *spawner = frame_root(w->ctx, rule_func(w->ctx, w->story->spawner));
    const Frame *frame = frame_call(w->ctx, spawner, w->story->spawn.instr, body, CALL_GO);
    w->tells.len = w->waits.len = w->counts.len = 0;
    funcs_run_clear(&w->seen);
    walk(w, frame, 0);
    VEC_EACH(const Deed, wait, &w->waits) {
        SelfJoin join = {.story = w->story, .own = &w->own, .wait = wait->spot, .group = wait->group, .same = true};
        if (wait->of.kind == ID_NONE || made_on_goroutine(w, &wait->of))
            continue;
        bool found = never_told(w, wait, MATCH_SAME, &join.tell) || counted_by_spawn(w, spawner, wait);
        join.same = found;
        if (found || never_told(w, wait, MATCH_PLACE, &join.tell))
            visit(context, &join);
    }
}

void self_joins_each(RuleContext *ctx, SelfJoinVisit *visit, void *context)
{
    Walk w = {.ctx = ctx};
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        w.story = flow_story(ctx->flow, k);
        funcs_run_clear(&w.own);
        for (uint32_t b = 0; b < w.story->body_count; b++)
            funcs_run_add(ctx, &w.own, w.story->bodies[b]);
        for (uint32_t b = 0; b < w.story->body_count; b++)
            check_body(&w, rule_func(ctx, w.story->bodies[b]), visit, context);
    }
}

// ---- For findings ----

static bool others_run(RuleContext *ctx, const SelfJoin *join, const IrFunc *func)
{
    if (flow_has_unseen_callers(ctx->flow, func->id))
        return true;
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (!bitset_has(&join->own->has, callers.items[k].site.func.v))
            return true;
    return false;
}

Spot self_join_call(RuleContext *ctx, const SelfJoin *join)
{
    Spot spot = join->wait;
    for (const Frame *f = join->wait.frame; f->up && f->up->up; f = f->up)
        if (others_run(ctx, join, f->func))
            spot = (Spot){f->up, f->call};
    return spot;
}

void self_join_show(RuleContext *ctx, Finding *f, const SelfJoin *join)
{
    Site wait = {join->wait.frame->func->id, join->wait.at};
    Spot call = self_join_call(ctx, join);
    finding_step(ctx, f, join->story->spawn, "starts the goroutine");
    if (call.frame != join->wait.frame)
        finding_step(ctx, f, (Site){call.frame->func->id, call.at}, "calls %s on that goroutine",
                     rule_callee_name(ctx, call.frame->func, ir_instr(call.frame->func, call.at)));
    finding_step(ctx, f, wait, "waits for the end of that goroutine, which is the one that waits");
    if (join->tell.frame)
        finding_step(ctx, f, (Site){join->tell.frame->func->id, join->tell.at}, "would tell of its end, and is never reached");
}

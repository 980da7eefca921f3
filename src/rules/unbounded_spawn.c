// unbounded_spawn.c - goroutines whose number nothing here bounds.
//
// True at run time where more goroutines are started than end, for as long as work comes in: one for
// each item of a stream whose length somebody else decides, or several in each call of a function that
// the goroutines themselves call again. Each holds its stack and what it refers to, and all of them
// want the same connections, files and locks.
#include "rules/cancelled.h"
#include "rules/lifetime.h"
#include "rules/locks_held.h"
#include "rules/origin.h"
#include "rules/rounds.h"
#include "rules/stops.h"

typedef struct Spawn {
    RuleContext *ctx;
    const Story *story;
    const IrFunc *func; // where the spawn is, or the call of the function that spawns
    IrValue at;
    FuncsRun own; // functions that run on the goroutine
} Spawn;

// ---- Limits ----

static bool is_interface(const RuleContext *ctx, TypeId t)
{
    return type_kind(ctx->types, type_underlying(ctx->types, t)) == T_INTERFACE;
}

static bool runs_on_goroutine(const Spawn *s, FuncId func)
{
    return bitset_has(&s->own.has, func.v);
}

// Whether the spawner takes a token that the goroutine gives back: an operation on a channel of which
// the goroutine does the opposite.
static bool goroutine_does(const Spawn *s, AbsSet chans, ChanOp op)
{
    for (uint32_t k = 0; k < chans.len; k++) {
        SiteList ops = flow_chan_ops(s->ctx->flow, chans.items[k], op);
        for (uint32_t j = 0; j < ops.len; j++)
            if (runs_on_goroutine(s, ops.items[j].func))
                return true;
    }
    return false;
}

static bool is_token(const Spawn *s, const IrFunc *func, const IrInstr *i)
{
    const Flow *flow = s->ctx->flow;
    if (i->op == IR_SEND)
        return goroutine_does(s, flow_value(flow, func->id, i->args[0]), CHAN_OP_RECV);
    if (i->op == IR_RECV)
        return goroutine_does(s, flow_value(flow, func->id, i->args[0]), CHAN_OP_SEND);
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (!i->cases[k].is_default && goroutine_does(s, flow_value(flow, func->id, i->cases[k].chan),
                                                      i->cases[k].is_send ? CHAN_OP_RECV : CHAN_OP_SEND))
            return true;
    return false;
}

// Calls that count, lock or log bound nothing.
static bool may_limit(const Spawn *s, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    Act act;
    if ((i->op != IR_CALL && i->op != IR_DEFER) || i->call->builtin != BUILTIN_NONE || !i->call->has_recv)
        return false;
    static const EffectKind others[] = {EFFECT_LOCK, EFFECT_RLOCK, EFFECT_TRYLOCK, EFFECT_UNLOCK, EFFECT_RUNLOCK, EFFECT_WG_ADD, EFFECT_WG_DONE,
                                        EFFECT_POLLS, EFFECT_DONE_CHANNEL};
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (flow_act(s->ctx->flow, site, others[k], &act))
            return false;
    return true;
}

// A call that is not seen may wait for a token where it gives no more than an error.
static bool is_unseen_acquire(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    TypeId none = (TypeId){0};
    TypeId t = obj_ok(i->call->callee) ? object_at(ctx->types, i->call->callee)->type : none;
    TypeId results = type_kind(ctx->types, t) == T_SIGNATURE ? type_results(ctx->types, t) : none;
    uint32_t count = results.v ? type_tuple_len(ctx->types, results) : 0;
    bool error = count == 1 && is_interface(ctx, type_tuple_at(ctx->types, results, 0));
    return flow_call_open(ctx->flow, (Site){func->id, at}) && (count == 0 || error);
}

// Whether the goroutine calls another method of what the spawner's call, which may wait, was on.
static bool is_given_back(const Spawn *s, const IrFunc *func, IrValue at)
{
    RuleContext *ctx = s->ctx;
    const IrInstr *call = ir_instr(func, at);
    bool waits = flow_instr_waits(ctx->flow, func->id, call) & (WAIT_CHAN | WAIT_COND | WAIT_CONTEXT | WAIT_GROUP);
    if (!may_limit(s, func, at) || (!waits && !is_unseen_acquire(ctx, func, at)))
        return false;
    AbsSet on = value_identity(ctx, func->id, call->args[0]);
    VEC_EACH(const FuncId, id, &s->own.list) {
        const IrFunc *body = rule_func(ctx, *id);
        for (IrValue k = ir_first_event(body); ir_ok(k); k = ir_next_event(body, k)) {
            const IrInstr *i = ir_instr(body, k);
            MethodCall m = method_named(ctx, body, k);
            if (may_limit(s, body, k) && i->call->callee.v != call->call->callee.v && m.ok &&
                (m.plain || (i->arg_count == 2 && ir_instr(body, i->args[1])->constant)) &&
                flow_sets_meet(on, value_identity(ctx, *id, i->args[0])))
                return true;
        }
    }
    return false;
}

// Whether something in the function, inside the loop where there is one, makes the spawner wait for
// goroutines that it started.
static bool is_limited_in(const Spawn *s, const IrFunc *func, uint32_t loop, IrValue take)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(s->ctx, func, at);
        if (!i || at.v == take.v || (loop != UINT32_MAX && !ir_in_loop(func, loop, i->block)))
            continue;
        for (uint32_t j = 0; j < s->story->join_count; j++)
            if (s->story->joins[j].site.func.v == func->id.v && s->story->joins[j].site.instr.v == at.v)
                return true;
        if (is_token(s, func, i) || is_given_back(s, func, at))
            return true;
    }
    return false;
}

// Whether the group that starts the goroutine is given a limit anywhere.
static bool group_has_limit(const Spawn *s)
{
    RuleContext *ctx = s->ctx;
    const IrInstr *spawn = rule_instr(ctx, s->story->spawn);
    const Effect *spawns = flow_effect(ctx->flow, spawn, EFFECT_SPAWNS);
    if (!spawns || !spawn->call->has_recv)
        return false;
    AbsSet group = value_identity(ctx, s->story->spawner, spawn->args[0]);
    bool seen = flow_set_closed(ctx->flow, flow_value(ctx->flow, s->story->spawner, spawn->args[0]));
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            Act act;
            if (ir_instr(func, at)->op == IR_CALL && flow_act(ctx->flow, (Site){{id}, at}, EFFECT_LIMITS, &act) &&
                flow_sets_meet(group, value_identity(ctx, act.recv_func, act.recv)))
                return true;
        }
    }
    return !seen;
}

// Whether the goroutine itself takes a token, and so works one of a bounded number at a time.
static bool limits_its_work(const Spawn *s)
{
    VEC_EACH(const FuncId, id, &s->own.list) {
        const IrFunc *func = rule_func(s->ctx, *id);
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = rule_live_instr(s->ctx, func, at);
            if (i && (is_token(s, func, i) || is_given_back(s, func, at)))
                return true;
        }
    }
    return false;
}

// ---- What the goroutine does ----

// Waits that may take long. A goroutine without one, whose calls are all seen, ends at once.
enum {
    LASTS = WAIT_CHAN | WAIT_GROUP | WAIT_SLEEP | WAIT_NETWORK | WAIT_CONTEXT | WAIT_COND | WAIT_FOREVER | WAIT_SERVE |
            WAIT_FILE | WAIT_PROCESS,
};

static bool reads(const Spawn *s)
{
    Act act;
    if (flow_act(s->ctx->flow, s->story->spawn, EFFECT_READS, &act))
        return true;
    VEC_EACH(const FuncId, id, &s->own.list) {
        const IrFunc *func = rule_func(s->ctx, *id);
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
            if (ir_instr(func, at)->op == IR_CALL && flow_act(s->ctx->flow, (Site){*id, at}, EFFECT_READS, &act))
                return true;
    }
    return false;
}

// Whether the goroutine is seen to take time: it waits, reads, or has an effect outside the process.
static bool lasts(const Spawn *s)
{
    const Flow *flow = s->ctx->flow;
    uint32_t waits = lifetime_waits(s->ctx, s->story) | flow_model_waits(flow, s->story->spawn);
    uint32_t affects = flow_affects(flow, s->story->spawn);
    for (uint32_t b = 0; b < s->story->body_count; b++)
        affects |= flow_facts(flow, s->story->bodies[b])->affects;
    return waits & LASTS || affects & ~(uint32_t)MODE_OUTPUT || reads(s);
}

static bool is_unseen(const Spawn *s)
{
    return s->story->open || (!s->story->body_seen && !lifetime_known_by_model(s->ctx, s->story));
}

static bool sets_deadline(const Spawn *s)
{
    VEC_EACH(const FuncId, id, &s->own.list) {
        const IrFunc *func = rule_func(s->ctx, *id);
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = ir_instr(func, at);
            if (i->op != IR_CALL || !i->call->has_recv || !obj_ok(i->call->callee))
                continue;
            // net.Conn's names for it.
            Str name = object_name(s->ctx->types, i->call->callee);
            if (str_is(name, "SetDeadline") || str_is(name, "SetReadDeadline"))
                return true;
        }
    }
    return false;
}

// Whether every item is spawned for, but for those that were no item: a condition on anything else
// than an error, or whether there was an item, may well be the bound.
static bool every_item(const Spawn *s, const RoundsOf *r)
{
    const IrFunc *func = s->func;
    uint32_t block = ir_instr(func, s->at)->block;
    uint32_t from = rule_instr(s->ctx, r->take)->block;
    for (uint32_t b = func->blocks.data[block].idom; b != UINT32_MAX; b = func->blocks.data[b].idom) {
        if (!ir_dominates(func, from, b) || b == from)
            return true;
        const IrInstr *end = ir_terminator(func, b);
        if (end->op != IR_IF || ir_postdominates(func, block, b))
            continue;
        const IrInstr *cond = ir_instr(func, end->args[0]);
        const IrInstr *left = cond->op == IR_BINARY ? ir_instr(func, cond->args[0]) : cond;
        bool about_error = cond->op == IR_BINARY && is_interface(s->ctx, left->type);
        if (!about_error && left->op != IR_EXTRACT)
            return false;
        if (func->blocks.data[b].idom == b)
            return true;
    }
    return true;
}

// ---- Recursion ----

static uint32_t calls_to(const Spawn *s, const IrFunc *func, FuncId callee, bool *loop)
{
    uint32_t count = 0;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(s->ctx, func, at);
        if (!i || (i->op != IR_CALL && i->op != IR_GO))
            continue;
        CallEdges edges = flow_callees(s->ctx->flow, (Site){func->id, at});
        for (uint32_t k = 0; k < edges.len; k++) {
            bool hit = edges.items[k].callee.v == callee.v;
            count += hit;
            *loop |= hit && func->blocks.data[i->block].loop;
        }
    }
    return count;
}

// The function that the goroutine runs again, which starts more of them: the spawner, or the function
// around it that the body calls. None where the body leads there by longer ways: events, restarts.
static const IrFunc *runs_again(const Spawn *s, Site *again)
{
    const Story *story = s->story;
    for (const IrFunc *f = rule_func(s->ctx, story->spawner);; f = rule_func(s->ctx, f->parent)) {
        for (uint32_t b = 0; b < story->body_count; b++) {
            const IrFunc *body = rule_func(s->ctx, story->bodies[b]);
            *again = story->spawn;
            if (body == f) // by a wrapper's call of what it wraps, another one runs
                return call_certain_callees(s->ctx, story->spawn).len ? f : NULL;
            for (IrValue at = ir_first_event(body); ir_ok(at); at = ir_next_event(body, at)) {
                const IrInstr *i = rule_live_instr(s->ctx, body, at);
                CallEdges edges = i && i->op == IR_CALL ? flow_callees(s->ctx->flow, (Site){body->id, at}) : (CallEdges){0};
                *again = (Site){body->id, at};
                if (edges.len == 1 && edges.items[0].callee.v == f->id.v && edges.items[0].mode == CALL_NOW)
                    return f;
            }
        }
        if (!f->parent.v)
            return NULL;
    }
}

// Whether each call leads to more than one other: in a loop, or in two places.
static bool multiplies(const Spawn *s, const IrFunc *func)
{
    bool loop = s->story->in_loop;
    uint32_t count = calls_to(s, func, func->id, &loop);
    for (uint32_t b = 0; b < s->story->body_count; b++)
        if (s->story->bodies[b].v != func->id.v)
            count += calls_to(s, rule_func(s->ctx, s->story->bodies[b]), func->id, &loop);
    return loop || count > 1;
}

// Whether a comparison of the function's own argument with something stands on the way to the spawn:
// a depth, or a size below which the work is done in place.
static bool has_depth(const Spawn *s, const IrFunc *func)
{
    uint32_t block = ir_instr(s->func, s->at)->block;
    const IrFunc *f = s->func;
    for (uint32_t b = f->blocks.data[block].idom;; b = f->blocks.data[b].idom) {
        if (b == UINT32_MAX)
            return false;
        const IrInstr *end = ir_terminator(f, b);
        const IrInstr *cond = end->op == IR_IF ? ir_instr(f, end->args[0]) : NULL;
        bool compares = cond && cond->op == IR_BINARY;
        bool orders = compares && cond->token != TOK_EQL && cond->token != TOK_NEQ;
        for (uint32_t k = 0; compares && k < 2; k++) {
            const IrInstr *side = ir_instr(f, cond->args[k]);
            BasicKind basic = type_basic(s->ctx->types, side->type);
            bool counts = basic >= BASIC_INT && basic <= BASIC_UINTPTR;
            while ((side->op == IR_BUILTIN || side->op == IR_BINARY) && side->arg_count)
                side = ir_instr(f, side->args[0]);
            VarId var = base_variable(f, (IrValue){(uint32_t)(side - f->instrs.data)});
            if ((orders || counts) && var.v && ir_var(s->ctx->ir, var)->param >= 0 && ir_var(s->ctx->ir, var)->owner.v == func->id.v)
                return true;
        }
        if (f->blocks.data[b].idom == b)
            return false;
    }
}

// Whether each call of the function waits for the goroutines that it started. One wait at the root of it
// all bounds nothing.
static bool each_call_waits(const Spawn *s, const IrFunc *func)
{
    for (uint32_t k = 0; k < s->story->join_count; k++)
        if (s->story->joins[k].site.func.v == func->id.v)
            return true;
    return false;
}

static bool check_recursion(Spawn *s)
{
    RuleContext *ctx = s->ctx;
    Site again;
    const IrFunc *func = runs_again(s, &again);
    if (!func || !multiplies(s, func) || has_depth(s, func) || is_limited_in(s, s->func, UINT32_MAX, (IrValue){0}))
        return false;
    bool joined = each_call_waits(s, func), limits = limits_its_work(s);
    const char *name = rule_func_name(ctx, func);
    Finding *f = finding_at(ctx, joined || limits ? LEVEL_ADVICE : LEVEL_WARNING, s->story->spawn,
                            "%s starts goroutines that run %s again: nothing bounds how many there are", name, name);
    if (again.func.v != s->story->spawn.func.v || again.instr.v != s->story->spawn.instr.v)
        finding_related(ctx, f, again, "runs it again here", NULL);
    if (joined)
        finding_note(ctx, f, "each call waits for those that it started, so that they end with what is walked through; how large that is, is not seen here");
    if (limits)
        finding_note(ctx, f, "the goroutines wait for a token, so that few work at a time; they are all started nevertheless");
    finding_note(ctx, f, "hand the work to a fixed number of workers through a queue, and keep track of what was visited; an errgroup with SetLimit must not start goroutines from its own");
    return true;
}

// ---- Streams and collections ----

static const char *bound_advice(void)
{
    return "bound them: acquire a slot before each start (an errgroup with SetLimit, a semaphore), or give the work to a fixed number of workers";
}

static void report_stream(Spawn *s, const RoundsOf *r)
{
    RuleContext *ctx = s->ctx;
    bool waits = lasts(s);
    const IrInstr *take = rule_instr(ctx, r->take);
    bool accepts = r->reader && flow_effect(ctx->flow, take, EFFECT_OPENS);
    bool limits = limits_its_work(s);
    if ((!waits && !is_unseen(s)) || !every_item(s, r) || (accepts && sets_deadline(s)))
        return;
    bool sure = waits && !r->unseen_end && !limits;
    const char *what = r->reader ? rule_callee_name(ctx, s->func, take) : rule_text(ctx, s->func, r->of);
    Finding *f = finding_at(ctx, sure ? LEVEL_WARNING : LEVEL_ADVICE, s->story->spawn,
                            accepts     ? "a goroutine for each connection that %s gives: nothing here bounds how many, nor how long one lasts"
                            : r->reader ? "a goroutine for each item that %s gives: nothing here bounds how many there are at a time"
                                        : "a goroutine for each value from %s: nothing here bounds how many there are at a time",
                            what);
    finding_related(ctx, f, r->take, accepts ? "accepted here" : "taken here", NULL);
    if (limits)
        finding_note(ctx, f, "the goroutines wait for a token, so that few work at a time; they are all started nevertheless");
    else if (!waits)
        finding_note(ctx, f, "what the goroutine does is not all seen: if it ends at once, they do not pile up");
    else if (r->unseen_end)
        finding_note(ctx, f, "where the items come from is not seen: if it is short, they are few");
    finding_note(ctx, f, "%s%s", bound_advice(), accepts ? "; and set deadlines on each connection" : "");
}

static bool is_joined(const Spawn *s)
{
    for (uint32_t k = 0; k < s->story->join_count; k++)
        if (outermost(s->ctx, rule_func(s->ctx, s->story->joins[k].site.func)) == outermost(s->ctx, s->func))
            return true;
    return lifetime_joined_at_home(s->ctx, s->story) || s->story->maybe_joined || s->story->scoped_join;
}

static void report_collection(Spawn *s, const RoundsOf *r)
{
    RuleContext *ctx = s->ctx;
    const Effect *spawns = flow_effect(ctx->flow, rule_instr(ctx, s->story->spawn), EFFECT_SPAWNS);
    bool delayed = spawns && spawns->modes & MODE_DELAYED;
    if ((!lasts(s) && !is_unseen(s)) || delayed || is_joined(s) || limits_its_work(s))
        return;
    Finding *f = finding_at(ctx, LEVEL_ADVICE, s->story->spawn, "a goroutine for each element of %s, and %s does not wait for them",
                            rule_text(ctx, s->func, r->of), rule_func_name(ctx, s->func));
    finding_note(ctx, f, "called again while they run, it starts as many again; %s", bound_advice());
}

static bool has_bound(Spawn *s, const RoundsOf *r)
{
    return is_limited_in(s, s->func, r->loop, r->kind == ROUNDS_STREAM ? r->take.instr : (IrValue){0}) || group_has_limit(s);
}

// Where the function has no loop of its own, its one caller's counts.
static void step_out(Spawn *s)
{
    const IrFunc *outer = s->func;
    CallEdges callers = flow_callers(s->ctx->flow, outer->id);
    if (s->story->in_loop || callers.len != 1 || callers.items[0].mode != CALL_NOW ||
        flow_has_unseen_callers(s->ctx->flow, outer->id))
        return;
    s->func = rule_func(s->ctx, callers.items[0].site.func);
    s->at = callers.items[0].site.instr;
}

static void check(RuleContext *ctx, const Story *story, Spawn *s)
{
    s->ctx = ctx;
    s->story = story;
    s->func = rule_func(ctx, story->spawner);
    s->at = story->spawn.instr;
    const Effect *spawns = flow_effect(ctx->flow, rule_instr(ctx, story->spawn), EFFECT_SPAWNS);
    if (rule_is_detached(ctx, story) || story->role == ROLE_TEST || rule_in_test_file(ctx, s->func))
        return;
    funcs_run_clear(&s->own);
    for (uint32_t b = 0; b < story->body_count; b++)
        funcs_run_add(ctx, &s->own, story->bodies[b]);
    bool delayed = spawns && spawns->modes & MODE_DELAYED;
    if (story->body_seen && !(delayed && !story->in_loop) && !group_has_limit(s) && check_recursion(s))
        return;
    const IrFunc *spawner = s->func;
    step_out(s);
    RoundsOf r = rounds_of(ctx, s->func, ir_instr(s->func, s->at)->block);
    if (r.kind < ROUNDS_COLLECTION || has_bound(s, &r))
        return;
    if (spawner != s->func && is_limited_in(s, spawner, UINT32_MAX, (IrValue){0}))
        return;
    if (r.kind == ROUNDS_STREAM)
        report_stream(s, &r);
    else
        report_collection(s, &r);
}

void rule_unbounded_spawn(RuleContext *ctx)
{
    Spawn s = {0};
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        check(ctx, flow_story(ctx->flow, k), &s);
}

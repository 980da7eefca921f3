// undrained_close.c - a stop that ends the worker of a queue while items are left in it.
//
// True at run time where items wait in the slots of a channel, the type's stop cancels its worker, and
// the worker's select takes the signal: it leaves, and nobody receives what is left. Whoever sent it
// was told that it is accepted.
#include "rules/lifetime.h"
#include "rules/origin.h"
#include "rules/type_stop.h"

// A send of a type's method on a channel in a field of its receiver.
typedef struct Queue {
    Site send;
    IrValue chan; // of the send
    AbsSet set;
    AbsId field;
    const IrFunc *method;
} Queue;

// A goroutine that may be a queue's worker, with the selects that it waits at.
typedef struct Worker {
    const Story *story;
    VEC(Site) selects;
} Worker;

typedef struct Study {
    RuleContext *ctx;
    VEC(Queue) queues;
    VEC(Worker) workers;
    VEC(Site) cancels; // calls of cancel functions
    Map lossy;         // channel → whether a sender gives up
    Map fields;        // field → FieldUse *
    VEC(Site) done; // signals that were spoken of
} Study;

// ---- Queues ----

static AbsId field_of(RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    return i->op == IR_LOAD ? flow_place(ctx->flow, func->id, i->args[0]) : (AbsId){0};
}

// Whether a value of the type lets its sender learn what became of it: it is, or holds, a channel, a
// function or a context.
static bool reports_back(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_underlying(ctx->types, type_deref(ctx->types, t));
    TypeKind kind = type_kind(ctx->types, plain);
    if (kind == T_CHAN || kind == T_SIGNATURE || flow_carries_context(ctx->flow, t))
        return true;
    for (uint32_t k = 0; kind == T_STRUCT && k < type_field_count(ctx->types, plain); k++) {
        TypeId field = object_at(ctx->types, type_field(ctx->types, plain, k))->type;
        TypeKind inner = type_kind(ctx->types, type_underlying(ctx->types, field));
        if (inner == T_CHAN || inner == T_SIGNATURE || flow_is_context(ctx->flow, field))
            return true;
    }
    return false;
}

// Whether the sender, having sent, waits for an answer.
static bool waits_afterwards(RuleContext *ctx, const IrFunc *func, Site send)
{
    const IrInstr *s = rule_instr(ctx, send);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        bool after = i && at.v != send.instr.v && ((i->block == s->block && at.v > send.instr.v) || ir_reaches(func, s->block, i->block));
        if (after && flow_instr_waits(ctx->flow, func->id, i) & (WAIT_CHAN | WAIT_GROUP | WAIT_COND) && i->op != IR_SEND)
            return true;
    }
    return false;
}

static void note_send(Study *s, const IrFunc *func, IrValue at, IrValue chan)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *method = outermost(ctx, func);
    AbsId field = field_of(ctx, func, chan);
    TypeId t = type_underlying(ctx->types, ir_instr(func, chan)->type);
    if (!field.v || !method->has_recv || method->params.len == 0 || base_variable(func, chan).v != method->params.data[0].v ||
        type_kind(ctx->types, t) != T_CHAN || carries_nothing(ctx, t) || reports_back(ctx, type_elem(ctx->types, t)) ||
        waits_afterwards(ctx, func, (Site){func->id, at}))
        return;
    Queue q = {{func->id, at}, chan, flow_value(ctx->flow, func->id, chan), field, method};
    vec_push(ctx->scratch, &s->queues, q);
}

static bool has_default(const IrInstr *select)
{
    for (uint32_t k = 0; k < select->case_count; k++)
        if (select->cases[k].is_default)
            return true;
    return false;
}

static bool calls_cancel(const RuleContext *ctx, const IrFunc *func, const IrInstr *i)
{
    return (i->op == IR_CALL || i->op == IR_DEFER) && i->call->dynamic && i->arg_count &&
           type_is_named(ctx->types, ir_instr(func, i->args[0])->type, "context", "CancelFunc");
}

static void collect(Study *s)
{
    for (uint32_t id = 1; id < s->ctx->ir->funcs.len; id++) {
        const IrFunc *func = s->ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = rule_live_instr(s->ctx, func, at);
            if (i && i->op == IR_SEND)
                note_send(s, func, at, i->args[0]);
            if (i && calls_cancel(s->ctx, func, i))
                vec_push(s->ctx->scratch, &s->cancels, (Site){func->id, at});
            for (uint32_t k = 0; i && i->op == IR_SELECT && !has_default(i) && k < i->case_count; k++)
                if (i->cases[k].is_send)
                    note_send(s, func, at, i->cases[k].chan);
        }
    }
}

// Whether anybody gives up a value rather than wait for room: the queue is lossy by intent.
static bool is_lossy(Study *s, const Queue *q)
{
    AbsId chan = q->set.len ? q->set.items[0] : (AbsId){0};
    uint64_t *known = map_get(&s->lossy, chan.v);
    if (known)
        return *known;
    bool lossy = false;
    SiteList sends = flow_chan_ops_anywhere(s->ctx->flow, chan, CHAN_OP_SEND);
    for (uint32_t k = 0; k < sends.len && !lossy; k++) {
        const IrInstr *i = rule_instr(s->ctx, sends.items[k]);
        lossy = i->op == IR_SELECT && has_default(i);
    }
    map_put(s->ctx->scratch, &s->lossy, chan.v, lossy);
    return lossy;
}

// Where a channel with slots is made for the queue; none where one without is, or the maker is not seen.
static Site made_with_slots(Study *s, const Queue *q)
{
    Site made = {0};
    for (uint32_t k = 0; k < q->set.len; k++) {
        const Abs *a = flow_abs(s->ctx->flow, q->set.items[k]);
        const IrInstr *make = a->kind == ABS_CHAN ? rule_instr(s->ctx, (Site){a->func, a->site}) : NULL;
        int64_t slots;
        const Constant *c = make && make->arg_count ? ir_instr(rule_func(s->ctx, a->func), make->args[0])->constant : NULL;
        if (!make || make->arg_count == 0 || (c && constant_int64(c, &slots) && slots == 0))
            return (Site){0};
        made = (Site){a->func, a->site};
    }
    return made;
}

// ---- What receives ----

static bool receives(RuleContext *ctx, const IrFunc *func, const IrInstr *i, const Queue *q)
{
    IrValue one = i->op == IR_RECV || i->op == IR_RANGE_NEXT ? i->args[0] : (IrValue){0};
    if (i->op == IR_BUILTIN && i->builtin == BUILTIN_LEN && i->arg_count)
        one = i->args[0]; // asks how many are left
    if (ir_ok(one))
        return flow_sets_meet(flow_value(ctx->flow, func->id, one), q->set) || field_of(ctx, func, one).v == q->field.v;
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (!i->cases[k].is_send && !i->cases[k].is_default &&
            flow_sets_meet(flow_value(ctx->flow, func->id, i->cases[k].chan), q->set))
            return true;
    return false;
}

// Whether the instruction, or what it calls on the same goroutine, receives from the queue.
static bool drains(RuleContext *ctx, const IrFunc *func, IrValue at, const Queue *q)
{
    const IrInstr *i = ir_instr(func, at);
    if (receives(ctx, func, i, q))
        return true;
    CallEdges callees = i->op == IR_CALL || i->op == IR_DEFER ? flow_callees(ctx->flow, (Site){func->id, at}) : (CallEdges){0};
    for (uint32_t k = 0; k < callees.len; k++) {
        FuncsRun run = {0};
        bool found = false;
        funcs_run_add(ctx, &run, callees.items[k].callee);
        VEC_EACH(const FuncId, id, &run.list) {
            const IrFunc *f = rule_func(ctx, *id);
            for (IrValue n = ir_first_event(f); ir_ok(n) && !found; n = ir_next_event(f, n))
                found = receives(ctx, f, ir_instr(f, n), q);
        }
        funcs_run_done(ctx, &run);
        if (found)
            return true;
    }
    return false;
}

static bool function_drains(RuleContext *ctx, const IrFunc *func, const Queue *q)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
        if (rule_live_instr(ctx, func, at) && drains(ctx, func, at, q))
            return true;
    return false;
}

// Whether control can come from `block` to a receive from the queue without the select of `avoid`.
// Deferred calls run on every way out.
static bool drains_from(RuleContext *ctx, const IrFunc *func, uint32_t block, uint32_t avoid, const Queue *q)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || i->block == avoid)
            continue;
        bool comes = i->op == IR_DEFER || i->block == block || ir_reaches(func, block, i->block);
        // A receive that only another round of the worker's loop comes to is no drain.
        bool by_round = i->op != IR_DEFER && ir_reaches(func, block, avoid) && ir_reaches(func, avoid, i->block) && i->block != block &&
                        !ir_dominates(func, block, i->block);
        if (comes && !by_round && drains(ctx, func, at, q))
            return true;
    }
    return false;
}

// ---- The worker ----

typedef struct Leave {
    Site select;     // where the worker takes the signal instead of an item
    uint32_t number; // of the case
} Leave;

static bool is_stop_case(RuleContext *ctx, const Story *story, Site select, IrValue chan)
{
    AbsSet contexts = flow_done_contexts(ctx->flow, select.func, chan);
    AbsSet channels = flow_value(ctx->flow, select.func, chan);
    for (uint32_t k = 0; k < story->stop_count; k++)
        if (flow_set_has(contexts, story->stops[k].what) || flow_set_has(channels, story->stops[k].what))
            return true;
    return false;
}

// Whether the worker, at its select, waits for items and the signal and leaves on the signal without a
// look at the queue; no function where it does not.
static Leave leaves_items(RuleContext *ctx, const Story *story, Site site, const Queue *q)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrInstr *i = ir_instr(func, site.instr);
    const IrBlock *block = &func->blocks.data[i->block];
    if (!receives(ctx, func, i, q))
        return (Leave){0};
    for (uint32_t k = 0; k < i->case_count && k < block->succs.len; k++) {
        if (i->cases[k].is_send || i->cases[k].is_default || !is_stop_case(ctx, story, site, i->cases[k].chan) ||
            flow_sets_meet(flow_value(ctx->flow, func->id, i->cases[k].chan), q->set) ||
            !flow_leads_out(ctx->flow, func->id, block->succs.data[k], i->block))
            continue;
        if (!drains_from(ctx, func, block->succs.data[k], i->block, q))
            return (Leave){site, k};
    }
    return (Leave){0};
}

// Whether another goroutine, or a caller of the worker, receives what the worker leaves.
static bool others_receive(RuleContext *ctx, const Story *story, const Queue *q)
{
    FuncsRun own = {0};
    bool others = false;
    for (uint32_t b = 0; b < story->body_count; b++)
        funcs_run_add(ctx, &own, story->bodies[b]);
    for (uint32_t k = 0; k < q->set.len; k++) {
        SiteList ops = flow_chan_ops_anywhere(ctx->flow, q->set.items[k], CHAN_OP_RECV);
        for (uint32_t j = 0; j < ops.len; j++)
            others |= !bitset_has(&own.has, ops.items[j].func.v);
    }
    funcs_run_done(ctx, &own);
    return others;
}

// ---- Reports ----

static bool is_done(Study *s, Site signal)
{
    VEC_EACH(const Site, d, &s->done)
        if (d->func.v == signal.func.v && d->instr.v == signal.instr.v)
            return true;
    vec_push(s->ctx->scratch, &s->done, signal);
    return false;
}

static const char *queue_text(Study *s, const Queue *q)
{
    return rule_text(s->ctx, rule_func(s->ctx, q->send.func), q->chan);
}

static void add_advice(Study *s, Finding *f, const Queue *q)
{
    finding_note(s->ctx, f, "let the stop close %s (no sender may send after that) or refuse new items, and let the worker go on until the queue is empty; then wait for the worker's end",
                 queue_text(s, q));
}

enum { LASTING = MODE_NETWORK | MODE_FILE | MODE_DATABASE | MODE_PROCESS };

static void report(Study *s, const Queue *q, const Story *story, const TypeStop *stop, const Leave *leave)
{
    RuleContext *ctx = s->ctx;
    uint32_t affects = 0;
    for (uint32_t b = 0; b < story->body_count; b++)
        affects |= flow_facts(ctx->flow, story->bodies[b])->affects;
    Site made = made_with_slots(s, q);
    bool lasting = affects & LASTING && made.func.v;
    if ((!lasting && !story->open && made.func.v) || (made.func.v && !affects && !story->open) || is_done(s, stop->signal))
        return;
    const char *name = rule_func_name(ctx, stop->method), *queue = queue_text(s, q);
    bool test = rule_in_test_file(ctx, stop->method);
    Finding *f = finding_at(ctx, lasting && !test ? LEVEL_WARNING : LEVEL_ADVICE, stop->signal,
                            "%s ends the worker while items may be left in %s: what %s has accepted is lost", name, queue,
                            rule_func_name(ctx, q->method));
    finding_related(ctx, f, leave->select, "the worker leaves here, without a look at the queue", NULL);
    finding_related(ctx, f, q->send, "accepted here", NULL);
    if (made.func.v)
        finding_related(ctx, f, made, "made with slots here", NULL);
    if (!made.func.v)
        finding_note(ctx, f, "whether %s has slots is not seen: without any, none is left in it", queue);
    else if (!lasting)
        finding_note(ctx, f, "what the worker does with an item is not all seen: if nobody misses it, nothing is lost");
    add_advice(s, f, q);
}

// The method that gives the signal of the case at which the worker leaves, and no other.
static TypeStop stop_at(RuleContext *ctx, const Story *story, const Leave *leave)
{
    Story of_case = *story;
    VEC(StopSignal) stops = {0};
    IrValue chan = rule_instr(ctx, leave->select)->cases[leave->number].chan;
    AbsSet contexts = flow_done_contexts(ctx->flow, leave->select.func, chan);
    AbsSet channels = flow_value(ctx->flow, leave->select.func, chan);
    for (uint32_t k = 0; k < story->stop_count; k++)
        if (flow_set_has(contexts, story->stops[k].what) || flow_set_has(channels, story->stops[k].what))
            vec_push(ctx->scratch, &stops, story->stops[k]);
    of_case.stops = stops.data;
    of_case.stop_count = stops.len;
    return type_stop(ctx, &of_case);
}

static void collect_workers(Study *s)
{
    RuleContext *ctx = s->ctx;
    FuncsRun own = {0};
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        Worker w = {.story = flow_story(ctx->flow, k)};
        if (!w.story->body_seen || rule_is_detached(ctx, w.story) || w.story->role == ROLE_TEST)
            continue;
        funcs_run_clear(&own);
        for (uint32_t b = 0; b < w.story->body_count; b++)
            funcs_run_add(ctx, &own, w.story->bodies[b]);
        VEC_EACH(const FuncId, id, &own.list) {
            const IrFunc *func = rule_func(ctx, *id);
            for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
                if (ir_instr(func, at)->op == IR_SELECT && rule_live_instr(ctx, func, at))
                    vec_push(ctx->scratch, &w.selects, (Site){*id, at});
        }
        if (w.selects.len)
            vec_push(ctx->scratch, &s->workers, w);
    }
    funcs_run_done(ctx, &own);
}

static void check_worker(Study *s, const Queue *q, const Worker *worker)
{
    RuleContext *ctx = s->ctx;
    VEC_EACH(const Site, site, &worker->selects) {
        Leave leave = leaves_items(ctx, worker->story, *site, q);
        if (!leave.select.func.v)
            continue;
        TypeStop stop = stop_at(ctx, worker->story, &leave);
        if (!stop.method || function_drains(ctx, stop.method, q) || others_receive(ctx, worker->story, q))
            return;
        // Two types: whose stop is it that ends this queue's worker?
        if (type_origin(ctx->types, type_deref(ctx->types, ir_var(ctx->ir, stop.method->params.data[0])->type)).v !=
            type_origin(ctx->types, type_deref(ctx->types, ir_var(ctx->ir, q->method->params.data[0])->type)).v)
            return;
        report(s, q, worker->story, &stop, &leave);
        return;
    }
}

// ---- Workers that are not seen ----

// What becomes of the values of a queue's field but in sends.
typedef struct FieldUse {
    bool elsewhere; // received, closed, measured, or given to somebody who may
    Site select;    // where it is in a select, or none
    bool selects;   // in several
} FieldUse;

static FieldUse use_of_field(RuleContext *ctx, AbsId field)
{
    FieldUse found = {0};
    SiteList loads = flow_field_loads(ctx->flow, field);
    for (uint32_t k = 0; k < loads.len; k++) {
        SiteList uses = flow_uses(ctx->flow, loads.items[k].func, loads.items[k].instr);
        for (uint32_t u = 0; u < uses.len; u++) {
            IrOp op = rule_instr(ctx, uses.items[u])->op;
            found.elsewhere |= op != IR_SEND && op != IR_SELECT;
            if (op != IR_SELECT)
                continue;
            found.selects |= found.select.func.v && found.select.instr.v != uses.items[u].instr.v;
            found.select = uses.items[u];
        }
    }
    return found;
}

static bool is_received(Study *s, const Queue *q)
{
    uint64_t *known = map_get(&s->fields, q->field.v);
    FieldUse *use = known ? (FieldUse *)(uintptr_t)*known : arena_new(s->ctx->scratch, FieldUse);
    if (!known) {
        *use = use_of_field(s->ctx, q->field);
        map_put(s->ctx->scratch, &s->fields, q->field.v, (uint64_t)(uintptr_t)use);
    }
    return use->elsewhere || use->selects || (use->select.func.v && use->select.instr.v != q->send.instr.v);
}

static const IrFunc *method_of_same_type(RuleContext *ctx, const IrFunc *method, const IrFunc *of)
{
    TypeId a = type_deref(ctx->types, ir_var(ctx->ir, method->params.data[0])->type);
    TypeId b = type_deref(ctx->types, ir_var(ctx->ir, of->params.data[0])->type);
    return type_origin(ctx->types, a).v == type_origin(ctx->types, b).v ? method : NULL;
}

static void check_unseen(Study *s, const Queue *q)
{
    RuleContext *ctx = s->ctx;
    if (is_received(s, q))
        return;
    VEC_EACH(const Site, cancel, &s->cancels) {
        Site signal = *cancel;
        const IrFunc *method = type_stop_method(ctx, &signal);
        if (!method || method == q->method || !method_of_same_type(ctx, method, q->method) || is_done(s, signal))
            continue;
        Finding *f = finding_at(ctx, LEVEL_ADVICE, signal, "%s cancels and does not drain %s: what %s has accepted may be lost",
                                rule_func_name(ctx, method), queue_text(s, q), rule_func_name(ctx, q->method));
        finding_related(ctx, f, q->send, "accepted here", NULL);
        finding_note(ctx, f, "who receives from %s is not seen: if it drains the queue after the signal, or the items may be lost, all is well", queue_text(s, q));
        add_advice(s, f, q);
    }
}

void rule_undrained_close(RuleContext *ctx)
{
    Study s = {.ctx = ctx};
    stops_prepare(ctx);
    collect(&s);
    if (s.queues.len)
        collect_workers(&s);
    VEC_EACH(const Queue, q, &s.queues) {
        if (is_lossy(&s, q))
            continue;
        VEC_EACH(const Worker, worker, &s.workers)
            check_worker(&s, q, worker);
        check_unseen(&s, q);
    }
}

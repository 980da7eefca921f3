// stop_without_wait.c - a type's stop that signals its goroutine and does not wait for its end.
//
// True at run time where the stop method returns while the goroutine is between two looks at its
// signal: in the middle of a write, a request, a commit. The caller goes on to close what the
// goroutine uses, or the process ends, and that work is lost or fails.
//
// A stop that calls a cancel function whose goroutine is not seen promises no more than it does; that
// is said as advice.
#include "rules/owner.h"

typedef struct Spoken {
    Site signal;
    Finding *finding;
} Spoken;

typedef struct Report {
    RuleContext *ctx;
    VEC(Spoken) spoken;
} Report;

// ---- Seen goroutines ----

static const char *signal_text(RuleContext *ctx, Site signal)
{
    const IrInstr *i = rule_instr(ctx, signal);
    if (i->op == IR_SEND)
        return "leaves it a signal";
    return i->op == IR_CLOSE || i->call->builtin == BUILTIN_CLOSE ? "closes the channel that it listens to" : "cancels it";
}

static Finding *start(RuleContext *ctx, const Story *s, const OwnerVerdict *v)
{
    const char *stop = rule_func_name(ctx, v->stop.method), *body = owner_subject(ctx, s);
    if (v->effect)
        return finding_at(ctx, v->level, v->stop.signal, "%s does not wait for the goroutine that it stops: %s %s, and may still do so when %s has returned",
                          stop, body, v->effect, stop);
    if (v->stop.next.func.v)
        return finding_at(ctx, v->level, v->stop.signal, "%s does not wait for the goroutine that it stops, and then closes what %s may still be using",
                          stop, body);
    return finding_at(ctx, v->level, v->stop.signal, "%s does not wait for the goroutine that it stops: %s may still be running when it has returned", stop, body);
}

static void add_story(Report *r, Finding *f, const Story *s, const OwnerVerdict *v)
{
    RuleContext *ctx = r->ctx;
    finding_related(ctx, f, s->spawn, "started here", NULL);
    if (v->effect)
        finding_related(ctx, f, v->evidence, v->role, NULL);
    if (v->stop.next.func.v)
        finding_related(ctx, f, v->stop.next, "closed here, though the goroutine uses it", NULL);
}

// The field of the stop's type that is a group in which the goroutine is counted; none where it is in none.
static Name counted_in(RuleContext *ctx, const Story *s, const IrFunc *stop)
{
    TypeId owner = type_deref(ctx->types, ir_var(ctx->ir, stop->params.data[0])->type);
    for (uint32_t b = 0; b < s->body_count; b++) {
        const IrFunc *body = rule_func(ctx, s->bodies[b]);
        for (IrValue at = ir_first_event(body); ir_ok(at); at = ir_next_event(body, at)) {
            Act done;
            const IrInstr *i = rule_live_instr(ctx, body, at);
            if (!i || (i->op != IR_CALL && i->op != IR_DEFER) || !flow_counts_down(ctx->flow, (Site){body->id, at}, &done) ||
                done.recv_func.v != body->id.v)
                continue;
            const IrInstr *group = ir_instr(body, done.recv);
            if (group->op == IR_ADDR_FIELD &&
                type_identical(ctx->types, type_deref(ctx->types, ir_instr(body, group->args[0])->type), owner))
                return group->field_name;
        }
    }
    return (Name){0};
}

// Where the goroutine is counted already, one line is missing. It is a sketch, since a stop that the
// goroutine itself calls must not wait.
static void add_fix(RuleContext *ctx, Finding *f, const Story *s, const OwnerVerdict *v)
{
    const IrFunc *stop = v->stop.method;
    const IrInstr *signal = rule_instr(ctx, v->stop.signal);
    Name group = counted_in(ctx, s, stop);
    const char *recv = rule_var_name(ctx, stop->params.data[0]);
    if (!group.v || v->stop.signal.func.v != stop->id.v || signal->op == IR_DEFER)
        return;
    const char *name = arena_printf(ctx->arena, "%.*s", STR_ARG(name_str(package_names(ctx->types), group)));
    uint32_t end = rule_line_end(ctx, stop, signal->span.end);
    Fix *fix = finding_fix(ctx, f, FIX_SKETCH, "wait for %s.%s after the signal", recv, name);
    fix_edit(ctx, fix, stop, (Span){end, end}, "\n%s%s.%s.Wait()", rule_indent(ctx, stop, signal->span.start), recv, name);
}

static void report(Report *r, const Story *s, const OwnerVerdict *v)
{
    RuleContext *ctx = r->ctx;
    VEC_EACH(Spoken, old, &r->spoken) {
        if (old->signal.func.v != v->stop.signal.func.v || old->signal.instr.v != v->stop.signal.instr.v)
            continue;
        if (old->finding->level <= v->level)
            add_story(r, old->finding, s, v);
        return;
    }
    Finding *f = start(ctx, s, v);
    vec_push(ctx->scratch, &r->spoken, (Spoken){v->stop.signal, f});
    add_story(r, f, s, v);
    if (!v->effect && !v->stop.next.func.v)
        finding_note(ctx, f, "it calls what is not seen: if that has no effect outside the process, nothing is lost");
    finding_note(ctx, f, "%s %s and returns; count the goroutine in a sync.WaitGroup, or let it close a channel at its end, and wait for that after the signal",
                 rule_func_name(ctx, v->stop.method), signal_text(ctx, v->stop.signal));
    add_fix(ctx, f, s, v);
}

// Warnings first: what is only advice for the same stop adds nothing to them.
static void report_stories(Report *r)
{
    for (Level level = LEVEL_WARNING;; level = LEVEL_ADVICE) {
        for (uint32_t k = 0; k < flow_story_count(r->ctx->flow); k++) {
            const Story *s = flow_story(r->ctx->flow, k);
            OwnerVerdict v = owner_verdict(r->ctx, s);
            if (v.rule == OWNER_STOP_WITHOUT_WAIT && v.level == level)
                report(r, s, &v);
        }
        if (level == LEVEL_ADVICE)
            return;
    }
}

// ---- Goroutines that are not seen ----

static bool is_signal_of_a_story(RuleContext *ctx, const IrFunc *method)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        if (s->body_seen && s->ends && type_stop(ctx, s).method == method)
            return true;
    }
    return false;
}

// Whether the cancel function is made out of sight, or what it cancels is given to a goroutine that is.
static bool goroutine_is_unseen(RuleContext *ctx, FuncId func, IrValue cancel)
{
    AbsSet set = flow_value(ctx->flow, func, cancel);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        if (a->kind != ABS_RESULT && a->kind != ABS_OUTSIDE)
            return false;
        if (a->kind == ABS_OUTSIDE)
            continue;
        AbsSet contexts = flow_component(ctx->flow, a->func, a->site, 0);
        bool given = false;
        for (uint32_t s = 0; s < flow_story_count(ctx->flow); s++) {
            const Story *story = flow_story(ctx->flow, s);
            const IrInstr *spawn = rule_instr(ctx, story->spawn);
            for (uint32_t n = 0; !story->body_seen && n < spawn->arg_count; n++)
                given |= flow_sets_meet(contexts, flow_value(ctx->flow, story->spawner, spawn->args[n]));
        }
        if (!given)
            return false;
    }
    return true;
}

// Whether the function waits for something to happen, rather than for somebody to take what it sends.
static bool may_await(RuleContext *ctx, const IrFunc *func)
{
    if (flow_facts(ctx->flow, func->id)->waits & (WAIT_GROUP | WAIT_COND))
        return true;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (i && (i->op == IR_RECV || i->op == IR_SELECT))
            return true;
    }
    return false;
}

// A type with another method that waits, or that gives out what to wait for, is asynchronous by intent.
static bool offers_a_wait(RuleContext *ctx, const IrFunc *method)
{
    TypeId owner = type_deref(ctx->types, ir_var(ctx->ir, method->params.data[0])->type);
    TypeId origin = type_origin(ctx->types, owner);
    for (uint32_t k = 0; k < type_method_count(ctx->types, origin); k++) {
        const IrFunc *m = ir_func_of(ctx->ir, type_method(ctx->types, origin, k));
        if (m && m != method && (!m->has_body || may_await(ctx, m)))
            return true;
    }
    return type_hands_out_end(ctx, method);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if ((i->op != IR_CALL && i->op != IR_DEFER) || !i->call->dynamic || i->arg_count == 0 ||
        !type_is_named(ctx->types, ir_instr(func, i->args[0])->type, "context", "CancelFunc"))
        return;
    Site signal = {func->id, at};
    const IrFunc *method = type_stop_method(ctx, &signal);
    if (!method || signal.func.v != func->id.v || signal.instr.v != at.v || !goroutine_is_unseen(ctx, func->id, i->args[0]) ||
        is_signal_of_a_story(ctx, method) || offers_a_wait(ctx, method) || type_stop_waits(ctx, method, signal))
        return;
    Finding *f = finding_at(ctx, LEVEL_ADVICE, signal, "%s calls %s and does not wait: what runs under that context may still be running when %s has returned",
                            rule_func_name(ctx, method), rule_callee_name(ctx, func, i), rule_func_name(ctx, method));
    finding_note(ctx, f, "what runs under the context is not seen: if it has no effect and uses nothing that is closed next, nothing is lost");
}

void rule_stop_without_wait(RuleContext *ctx)
{
    Report r = {.ctx = ctx};
    stops_prepare(ctx);
    report_stories(&r);
    rule_each_call(ctx, visit);
}

// child_stops_owner.c - a child that stops its owner, whose stop reaches back to the child.
//
// True at run time where a method of the child, or a goroutine that runs it, calls the stop of the
// value that owns the child (a field of the child leads there), and that stop stops the child in turn.
// Where the owner's stop waits for the child's goroutine, and that goroutine is the caller, neither
// goes on: an error. Otherwise two owners stop each other's things, in an order that nobody chose.
#include "rules/child_stop.h"
#include "rules/origin.h"

static TypeId receiver_type(const RuleContext *ctx, const IrFunc *func)
{
    if (!func->has_recv || func->params.len == 0)
        return (TypeId){0};
    TypeId t = type_deref(ctx->types, type_unalias(ctx->types, ir_var(ctx->ir, func->params.data[0])->type));
    return type_kind(ctx->types, t) == T_NAMED ? type_origin(ctx->types, t) : (TypeId){0};
}

// Whether the value is a field of the receiver of the method around, at any remove of fields.
static bool is_field_of_receiver(RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrFunc *outer = outermost(ctx, func);
    Identity id = identity_of(ctx, frame_root(ctx, func), v);
    bool field = id.kind == ID_FIELD;
    const Identity *root = &id;
    while (root->kind == ID_FIELD)
        root = root->base;
    return field && root->kind == ID_VAR && outer->params.len && root->var.v == outer->params.data[0].v;
}

bool calls_owner(RuleContext *ctx, const Frame *frame, IrValue call)
{
    const IrFunc *child = outermost(ctx, frame->func);
    const IrInstr *i = ir_instr(frame->func, call);
    CallMode mode;
    if (!child->has_recv || (i->op != IR_CALL && i->op != IR_DEFER) || i->call->builtin != BUILTIN_NONE)
        return false;
    const IrFunc *owner = call_only_callee(ctx, frame, call, &mode);
    if (!owner || (mode != CALL_NOW && mode != CALL_DEFER))
        return false;
    TypeId a = receiver_type(ctx, child), b = receiver_type(ctx, owner);
    if (a.v == 0 || b.v == 0 || a.v == b.v || i->arg_count == 0)
        return false;
    MethodCall m = method_called(ctx, frame_root(ctx, frame->func), call);
    return m.ok && ir_ok(m.recv) && m.frame && is_field_of_receiver(ctx, m.frame->func, m.recv);
}

Spot child_calls_owner(RuleContext *ctx, const SelfJoin *join)
{
    Spot found = {0};
    for (const Frame *f = join->wait.frame; f->up && f->up->up; f = f->up)
        if (calls_owner(ctx, f->up, f->call))
            found = (Spot){f->up, f->call};
    return found;
}

// ---- Deadlocks ----

typedef struct Report {
    RuleContext *ctx;
    VEC(Site) done;
} Report;

static bool is_done(Report *r, Site site)
{
    VEC_EACH(const Site, d, &r->done)
        if (d->func.v == site.func.v && d->instr.v == site.instr.v)
            return true;
    vec_push(r->ctx->scratch, &r->done, site);
    return false;
}

static const char *type_text(RuleContext *ctx, const IrFunc *func)
{
    Str name = name_str(package_names(ctx->types), object_receiver(ctx->types, func->obj));
    return arena_strndup(ctx->arena, name.ptr, name.len);
}

static void add_advice(RuleContext *ctx, Finding *f, const IrFunc *child)
{
    finding_note(ctx, f, "let %s report that it failed, by a channel or a callback, and let the one who owns both decide: parents stop children, never the other way",
                 type_text(ctx, child));
}

static void report_deadlock(void *context, const SelfJoin *join)
{
    Report *r = context;
    RuleContext *ctx = r->ctx;
    Spot call = child_calls_owner(ctx, join);
    if (!call.frame || is_done(r, (Site){call.frame->func->id, call.at}))
        return;
    const char *stop = rule_callee_name(ctx, call.frame->func, ir_instr(call.frame->func, call.at));
    Finding *f = finding_at(ctx, LEVEL_ERROR, (Site){call.frame->func->id, call.at},
                            "%s waits for the goroutine that calls it here, the one that %s starts: neither goes on", stop,
                            rule_func_name(ctx, rule_func(ctx, join->story->spawner)));
    finding_also(ctx, f, FAIL_HANG);
    self_join_show(ctx, f, join);
    add_advice(ctx, f, outermost(ctx, call.frame->func));
}

// ---- Two owners ----

// Where the functions stop a value of the type; none if they do not.
static Site stop_of(RuleContext *ctx, const FuncsRun *run, TypeId child)
{
    VEC_EACH(const FuncId, id, &run->list) {
        const IrFunc *func = rule_func(ctx, *id);
        const Frame *frame = frame_root(ctx, func);
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            CallMode mode;
            if (!i || (i->op != IR_CALL && i->op != IR_DEFER) || i->call->builtin != BUILTIN_NONE)
                continue;
            const IrFunc *callee = call_only_callee(ctx, frame, at, &mode);
            if (!callee || receiver_type(ctx, callee).v != child.v)
                continue;
            MethodCall m = method_called(ctx, frame, at);
            if (m.ok && is_stop(ctx, frame, at, &m, LATE_NO))
                return (Site){*id, at};
        }
    }
    return (Site){0};
}

// One that starts goroutines as well replaces what it stops: that is no stop of the owner.
static bool starts_goroutines(RuleContext *ctx, const FuncsRun *run)
{
    VEC_EACH(const FuncId, id, &run->list)
        if (stories_started(ctx, *id).len)
            return true;
    return false;
}

// Where the stop of the owner stops the child in turn; none where it does not.
static Site stop_in_turn(RuleContext *ctx, const IrFunc *stop, const IrFunc *child)
{
    FuncsRun run = {0};
    funcs_run_add(ctx, &run, stop->id);
    bool other = bitset_has(&run.has, child->id.v) || starts_goroutines(ctx, &run);
    Site back = other ? (Site){0} : stop_of(ctx, &run, receiver_type(ctx, child));
    funcs_run_done(ctx, &run);
    return back;
}

static void check_call(Report *r, const IrFunc *func, IrValue at)
{
    RuleContext *ctx = r->ctx;
    const Frame *frame = frame_root(ctx, func);
    CallMode mode;
    MethodCall m = method_named(ctx, func, at);
    if (!m.ok || !m.plain || rule_in_test_file(ctx, func) || !calls_owner(ctx, frame, at))
        return;
    const IrFunc *child = outermost(ctx, func), *stop = call_only_callee(ctx, frame, at, &mode);
    Site back = stop_in_turn(ctx, stop, child);
    if (!back.func.v || is_done(r, (Site){func->id, at}))
        return;
    const char *text = rule_callee_name(ctx, func, ir_instr(func, at));
    Finding *f = finding_at(ctx, LEVEL_WARNING, (Site){func->id, at},
                            "%s calls %s, the stop of its owner, which stops %s in turn: two owners stop each other",
                            rule_func_name(ctx, child), text, type_text(ctx, child));
    finding_also(ctx, f, FAIL_PANIC);
    finding_related(ctx, f, back, "stops the child here", NULL);
    finding_note(ctx, f, "once one of the two stops waits for the goroutine that calls it, neither goes on; where a stop is not safe to call twice, it panics");
    add_advice(ctx, f, child);
}

void rule_child_stops_owner(RuleContext *ctx)
{
    Report r = {.ctx = ctx};
    stops_prepare(ctx);
    self_joins_each(ctx, report_deadlock, &r);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i && (i->op == IR_CALL || i->op == IR_DEFER) && i->call->builtin == BUILTIN_NONE)
                check_call(&r, func, at);
        }
    }
}

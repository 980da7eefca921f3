// severed_context.c - a fresh root context given to a call that waits, where the caller's was at hand.
//
// True at run time where the caller's context ends while the callee waits: the callee listens to
// another root and goes on waiting. Asked from the side of the waits: a call that waits under one
// of its arguments, all of whose origins are roots made here.
#include "rules/cancelled.h"
#include "rules/identity.h"
#include "rules/mend.h"
#include "rules/origin.h"

typedef struct Severed {
    Site root;
    Site wait;     // the call that waits under it
    Level level;
    Under under;
    FuncId holder; // function that holds a context: this one, an enclosing one, or a caller
    VarId held;
    Site call;     // the holder's call towards this function; none when it holds one itself
} Severed;

typedef struct Severances {
    VEC(Severed) items;
} Severances;

// ---- Deliberate severance ----

static bool is_drain(const RuleContext *ctx, Site call)
{
    Act act;
    return flow_act(ctx->flow, call, EFFECT_DRAINS, &act) || flow_act(ctx->flow, call, EFFECT_RELEASES, &act);
}

// Whether the function, or one around it, runs for others than the one who happens to come first,
// at some later time, or as clean-up.
static bool runs_apart(const RuleContext *ctx, const IrFunc *func)
{
    for (;; func = rule_func(ctx, func->parent)) {
        CallEdges callers = flow_callers(ctx->flow, func->id);
        for (uint32_t k = 0; k < callers.len; k++) {
            CallMode mode = callers.items[k].mode;
            if (mode == CALL_ONCE || mode == CALL_CLEANUP || mode == CALL_TEST ||
                (mode == CALL_DEFER && func->parent.v))
                return true;
        }
        if (!func->parent.v)
            return false;
    }
}

// Close of io.Closer takes no context, and cleans up.
static bool is_closer(const RuleContext *ctx, const IrFunc *func)
{
    const IrFunc *decl = outermost(ctx, func);
    return decl->kind == FUNC_DECL && decl->has_recv && decl->params.len == 1 &&
           str_is(object_name(ctx->types, decl->obj), "Close");
}

// Whether the literal is called where a cancellation has been seen: then it needs a context of its own.
static bool finishes_after_cancellation(RuleContext *ctx, const IrFunc *func)
{
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; func->kind == FUNC_LITERAL && k < callers.len; k++)
        if (callers.items[k].mode == CALL_NOW &&
            cancellation_seen(ctx, rule_func(ctx, callers.items[k].site.func), callers.items[k].site.instr).known)
            return true;
    return false;
}

static bool is_deliberate(RuleContext *ctx, const IrFunc *func, Site wait, Site root)
{
    return makes_roots(ctx, func) || func->kind == FUNC_FRAGMENT || is_drain(ctx, wait) || runs_apart(ctx, func) ||
           finishes_after_cancellation(ctx, func) || cancellation_seen(ctx, func, wait.instr).known ||
           cancellation_seen(ctx, rule_func(ctx, root.func), root.instr).known;
}

// ---- Judging one wait ----

// At which level, and who holds the context; false where nothing is to be said.
static bool judge(RuleContext *ctx, const IrFunc *func, Severed *s)
{
    s->held = held_context(ctx, func);
    s->holder = func->id;
    s->level = s->under == UNDER_YES ? LEVEL_WARNING : LEVEL_ADVICE;
    if (s->held.v)
        return true;
    if (func->parent.v && !runs_within(ctx, func))
        return false;
    Holder h = find_holder(ctx, func);
    s->holder = h.func;
    s->held = h.var;
    s->call = h.call;
    if (h.unsure)
        s->level = LEVEL_ADVICE;
    if (h.func.v)
        return true;
    s->level = LEVEL_ADVICE;
    return h.unseen && !is_closer(ctx, func);
}

static void note(RuleContext *ctx, Severances *all, Severed s)
{
    VEC_EACH(Severed, old, &all->items)
    {
        if (old->root.func.v != s.root.func.v || old->root.instr.v != s.root.instr.v)
            continue;
        if (s.level > old->level)
            *old = s;
        return;
    }
    vec_push(ctx->scratch, &all->items, s);
}

static void check_roots(RuleContext *ctx, Severances *all, Site wait, const Origins *from, Under under)
{
    const IrFunc *func = rule_func(ctx, wait.func);
    VEC_EACH(Origin, o, &from->items)
    {
        Severed s = {.root = o->site, .wait = wait, .under = under};
        if (!is_deliberate(ctx, func, wait, o->site) && judge(ctx, func, &s))
            note(ctx, all, s);
    }
}

static void check_wait(RuleContext *ctx, Severances *all, const ContextWait *w)
{
    Origins from = context_origins(ctx, w->site.func, w->context);
    if (!w->listens && origins_all(&from, ORIGIN_ROOT))
        check_roots(ctx, all, w->site, &from, w->under);
}

// ---- Through a field ----

// Whether a function waits under the context that a field holds.
static bool waits_under_field(RuleContext *ctx, const IrFunc *func, AbsId field)
{
    ContextWaits waits = context_waits(ctx, func);
    VEC_EACH(ContextWait, w, &waits.items)
    {
        Origins from = context_origins(ctx, func->id, w->context);
        if (w->under == UNDER_YES && from.items.len == 1 && from.items.data[0].field.v == field.v)
            return true;
    }
    return false;
}

static bool callee_waits_under_field(RuleContext *ctx, Site call, AbsId field)
{
    CallEdges callees = flow_callees(ctx->flow, call);
    for (uint32_t k = 0; k < callees.len; k++)
        if (callees.items[k].mode == CALL_NOW &&
            waits_under_field(ctx, rule_func(ctx, callees.items[k].callee), field))
            return true;
    return false;
}

// `c := &call{ctx: context.Background()}` and then a method that waits under c.ctx.
static void check_store(RuleContext *ctx, Severances *all, Site store, const IrInstr *i)
{
    const IrFunc *func = rule_func(ctx, store.func);
    const IrInstr *address = ir_instr(func, i->args[0]);
    if (address->op != IR_ADDR_FIELD || !flow_is_context(ctx->flow, ir_instr(func, i->args[1])->type))
        return;
    Origins from = context_origins(ctx, store.func, i->args[1]);
    AbsId field = flow_place(ctx->flow, store.func, i->args[0]);
    if (!origins_all(&from, ORIGIN_ROOT) || !field.v || !held_context(ctx, func).v)
        return;
    const Frame *frame = frame_root(ctx, func);
    Identity base = identity_of(ctx, frame, address->args[0]);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *call = rule_live_instr(ctx, func, at);
        if (!call || call->op != IR_CALL || !instr_dominates(func, store.instr, at))
            continue;
        bool given = false;
        for (uint32_t a = 0; a < call->arg_count; a++) {
            Identity arg = identity_of(ctx, frame, call->args[a]);
            given |= base.kind != ID_NONE && identity_same(&base, &arg);
        }
        if (given && callee_waits_under_field(ctx, (Site){store.func, at}, field))
            check_roots(ctx, all, (Site){store.func, at}, &from, UNDER_YES);
    }
}

// ---- The report ----

static bool is_blank(RuleContext *ctx, VarId held)
{
    return strcmp(rule_var_name(ctx, held), "_") == 0;
}

static const char *held_text(RuleContext *ctx, VarId held)
{
    const char *name = rule_var_name(ctx, held);
    if (is_blank(ctx, held))
        return "the context parameter";
    const char *text = flow_context_text(ctx->flow, ctx->arena, ir_var(ctx->ir, held)->type, name);
    return text ? text : name;
}

// The work can then be ended with its caller: that is wanted, and changes what the program does.
static void fix_with_held(RuleContext *ctx, Finding *f, const Severed *s)
{
    const IrFunc *func = rule_func(ctx, s->root.func);
    Span root = rule_instr(ctx, s->root)->span;
    const char *text = mend_context(ctx, func, s->held, root.start), *package = mend_package(ctx, func, "context");
    if (is_blank(ctx, s->held))
        return;
    bool sound = text && package && mend_used_elsewhere(ctx, func, package, root);
    Fix *fix = finding_fix(ctx, f, sound ? FIX_UNSAFE : FIX_SKETCH, "pass %s on", held_text(ctx, s->held));
    fix_edit(ctx, fix, func, root, "%s", held_text(ctx, s->held));
}

// Adds a parameter to the function and uses it; callers are for a person to change.
static void fix_with_parameter(RuleContext *ctx, Finding *f, const Severed *s)
{
    const IrFunc *func = outermost(ctx, rule_func(ctx, s->root.func));
    const Ast *ast = rule_ast(ctx, func);
    if (func->kind != FUNC_DECL || node_kind(ast, func->node) != NODE_FUNC_DECL)
        return;
    NodeId params = ast_func_type(ast, ast_func_decl(ast, func->node).type).params;
    if (!node_ok(params))
        return;
    FieldListView list = ast_field_list(ast, params);
    uint32_t at = token_span(ast, list.open).end;
    Fix *fix = finding_fix(ctx, f, FIX_SKETCH, "take a context as first parameter, and let the callers of %s pass theirs",
                           rule_func_name(ctx, func));
    fix_edit(ctx, fix, func, (Span){at, at}, list.fields.len ? "ctx context.Context, " : "ctx context.Context");
    fix_edit(ctx, fix, rule_func(ctx, s->root.func), rule_instr(ctx, s->root)->span, "ctx");
}

static Finding *report_held(RuleContext *ctx, const Severed *s, const char *callee, const char *root)
{
    const char *held = held_text(ctx, s->held);
    Finding *f;
    if (s->under == UNDER_YES)
        f = finding_at(ctx, s->level, s->root,
                       "%s waits under a fresh %s although %s is at hand: it goes on waiting when %s has ended",
                       callee, root, held, held);
    else
        f = finding_at(ctx, s->level, s->root,
                       "%s is given a fresh %s although %s is at hand: if it waits, it does not hear of the end of %s",
                       callee, root, held, held);
    return f;
}

static Finding *report_caller(RuleContext *ctx, const Severed *s, const char *callee, const char *root)
{
    const char *func = rule_func_name(ctx, outermost(ctx, rule_func(ctx, s->wait.func)));
    Finding *f = finding_at(ctx, s->level, s->root,
                            s->under == UNDER_YES
                                ? "%s waits under a fresh %s: %s, a caller of %s, holds %s and cannot end the wait"
                                : "%s is given a fresh %s: %s, a caller of %s, holds %s and cannot end what waits there",
                            callee, root, rule_func_name(ctx, rule_func(ctx, s->holder)), func, held_text(ctx, s->held));
    finding_related(ctx, f, s->call, "called here, with a context at hand", NULL);
    return f;
}

static Finding *report_alone(RuleContext *ctx, const Severed *s, const char *callee, const char *root)
{
    const char *func = rule_func_name(ctx, outermost(ctx, rule_func(ctx, s->wait.func)));
    Finding *f = finding_at(ctx, s->level, s->root,
                            s->under == UNDER_YES ? "%s waits under a fresh %s: no caller of %s can end the wait"
                                                  : "%s is given a fresh %s: no caller of %s can end what waits there",
                            callee, root, func);
    finding_note(ctx, f, "the callers of %s are not seen; where one has a context, this cuts it off", func);
    return f;
}

static void report(RuleContext *ctx, const Severed *s)
{
    const char *callee = rule_callee_name(ctx, rule_func(ctx, s->wait.func), rule_instr(ctx, s->wait));
    const char *root = rule_text(ctx, rule_func(ctx, s->root.func), s->root.instr);
    bool own = s->held.v && !s->call.instr.v;
    Finding *f = own           ? report_held(ctx, s, callee, root)
                 : s->holder.v ? report_caller(ctx, s, callee, root)
                               : report_alone(ctx, s, callee, root);
    const IrFunc *wait_func = rule_func(ctx, s->wait.func);
    Span wait = rule_instr(ctx, s->wait)->span, root_span = rule_instr(ctx, s->root)->span;
    if (s->wait.func.v != s->root.func.v || root_span.start < wait.start || root_span.end > wait.end)
        finding_related_span(ctx, f, wait_func, wait, "waits here", NULL);
    if (s->under == UNDER_MAYBE)
        finding_note(ctx, f, "what %s does with its context is not seen", callee);
    if (own)
        fix_with_held(ctx, f, s);
    else
        fix_with_parameter(ctx, f, s);
}

void rule_severed_context(RuleContext *ctx)
{
    Severances all = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        ContextWaits waits = context_waits(ctx, func);
        VEC_EACH(ContextWait, w, &waits.items)
            check_wait(ctx, &all, w);
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i && i->op == IR_STORE)
                check_store(ctx, &all, (Site){func->id, at}, i);
        }
    }
    VEC_EACH(Severed, s, &all.items)
        report(ctx, s);
}

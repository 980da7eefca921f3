// bare_errgroup.c - an errgroup without context whose functions wait under one.
//
// True at run time where one function of the group fails while another waits: the group has no
// context that the first error could cancel, so the others work on and Wait returns no sooner than
// the last of them. Asked from the side of the spawns: which groups they go to, and what their
// functions wait under.
#include "rules/mend.h"
#include "rules/origin.h"
#include "rules/stops.h"

// A group that no context came to, and what was found about its functions.
typedef struct Bare {
    AbsId group;
    Site spawn;      // the first call that gives it a function
    uint32_t spawns; // calls that do, a call in a loop or in another function counting as several
    Under under;
    ContextWait wait;
    VarId context;   // what the waiting function waits under
    bool cancels;    // one of its functions cancels that context by itself
} Bare;

typedef struct BareList {
    VEC(Bare) items;
} BareList;

// ---- Groups ----

static bool is_group_type(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_known(t) ? type_unalias(ctx->types, t) : TYPE_UNKNOWN;
    ObjId obj = type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
    return effect_find(flow_object_model(ctx->flow, obj), EFFECT_GROUP, ctx->go_minor) != NULL;
}

// The type of what is at an object's address.
static TypeId stored_type(const RuleContext *ctx, const Abs *a)
{
    if (a->kind == ABS_VAR)
        return ir_var(ctx->ir, a->var)->type;
    if (a->kind == ABS_ALLOC)
        return type_deref(ctx->types, rule_instr(ctx, (Site){a->func, a->site})->type);
    for (uint32_t k = 0; a->kind == ABS_FIELD && k < type_field_count(ctx->types, a->owner); k++) {
        const Object *o = object_at(ctx->types, type_field(ctx->types, a->owner, k));
        if (o->name.v == a->name.v)
            return o->type;
    }
    return TYPE_UNKNOWN;
}

static Bare *bare_of(RuleContext *ctx, BareList *all, AbsId group, Site spawn)
{
    VEC_EACH(Bare, b, &all->items)
        if (b->group.v == group.v)
            return b;
    vec_push(ctx->scratch, &all->items, (Bare){.group = group, .spawn = spawn});
    return &vec_last(&all->items);
}

// ---- What a group's functions wait under ----

// The first context that came from outside of the goroutine's functions; none where one was cut off.
static VarId outer_context(RuleContext *ctx, const ContextWait *w, const Bitset *own)
{
    Origins from = context_origins(ctx, w->site.func, w->context);
    VarId found = {0};
    VEC_EACH(Origin, o, &from.items)
    {
        if (o->kind == ORIGIN_DETACHED)
            return (VarId){0};
        if (o->captured.v && !found.v && !bitset_has(own, ir_var(ctx->ir, o->captured)->owner.v))
            found = o->captured;
    }
    return found;
}

// Whether a function calls the cancel function that belongs to one of the contexts.
static bool calls_cancel(const RuleContext *ctx, const IrFunc *func, AbsSet contexts)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        if ((i->op != IR_CALL && i->op != IR_DEFER) || !i->call->dynamic)
            continue;
        AbsSet called = flow_value(ctx->flow, func->id, i->args[0]);
        for (uint32_t k = 0; k < called.len; k++) {
            const Abs *a = flow_abs(ctx->flow, called.items[k]);
            if (flow_is_cancel(ctx->flow, called.items[k]) &&
                flow_sets_meet(flow_component(ctx->flow, a->func, a->site, 0), contexts))
                return true;
        }
    }
    return false;
}

static void study_function(RuleContext *ctx, Bare *b, const IrFunc *func, const Bitset *own)
{
    ContextWaits waits = context_waits(ctx, func);
    VEC_EACH(ContextWait, w, &waits.items)
    {
        // A channel of work is waited on as a Done channel is, but no error of the group closes it.
        bool carries = flow_carries_context(ctx->flow, ir_instr(func, w->context)->type);
        VarId context = carries ? outer_context(ctx, w, own) : (VarId){0};
        if (!context.v)
            continue;
        AbsSet set = flow_value(ctx->flow, func->id, w->context);
        for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
            b->cancels |= bitset_has(own, id) && calls_cancel(ctx, ctx->ir->funcs.data[id], set);
        if (w->under > b->under) {
            b->under = w->under;
            b->wait = *w;
            b->context = context;
        }
    }
}

static void study_spawn(RuleContext *ctx, Bare *b, Site spawn)
{
    const IrFunc *spawner = rule_func(ctx, spawn.func);
    const Abs *group = flow_abs(ctx->flow, b->group);
    bool own = group->kind == ABS_VAR ? ir_var(ctx->ir, group->var)->owner.v == spawn.func.v : group->func.v == spawn.func.v;
    b->spawns += spawner->blocks.data[rule_instr(ctx, spawn)->block].loop || !own ? 2 : 1;
    CallEdges callees = flow_callees(ctx->flow, spawn);
    for (uint32_t k = 0; k < callees.len; k++) {
        if (callees.items[k].mode != CALL_GO)
            continue;
        Bitset run = functions_run(ctx, callees.items[k].callee);
        for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
            if (bitset_has(&run, id))
                study_function(ctx, b, ctx->ir->funcs.data[id], &run);
    }
}

static void collect(RuleContext *ctx, BareList *all)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        Act act;
        if (!flow_act(ctx->flow, s->spawn, EFFECT_SPAWNS, &act) || !ir_ok(act.recv))
            continue;
        AbsSet groups = flow_value(ctx->flow, act.recv_func, act.recv);
        for (uint32_t g = 0; g < groups.len; g++)
            if (is_group_type(ctx, stored_type(ctx, flow_abs(ctx->flow, groups.items[g]))))
                study_spawn(ctx, bare_of(ctx, all, groups.items[g], s->spawn), s->spawn);
    }
}

// ---- Where a group is made ----

typedef struct Made {
    const IrFunc *func;
    Span span; // empty: not seen
} Made;

static Made made_var(const RuleContext *ctx, VarId var)
{
    const IrVar *v = ir_var(ctx->ir, var);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (ctx->ir->funcs.data[id]->file == v->file && (!v->owner.v || v->owner.v == id) && node_ok(v->decl))
            return (Made){ctx->ir->funcs.data[id], rule_node_span(ctx, ctx->ir->funcs.data[id], v->decl)};
    return (Made){0};
}

static Made made_field(const RuleContext *ctx, const Abs *a)
{
    for (uint32_t k = 0; k < type_field_count(ctx->types, a->owner); k++) {
        const Object *o = object_at(ctx->types, type_field(ctx->types, a->owner, k));
        for (uint32_t id = 1; o->name.v == a->name.v && node_ok(o->ident) && id < ctx->ir->funcs.len; id++)
            if (o->home == 0 && ctx->ir->funcs.data[id]->file == o->file)
                return (Made){ctx->ir->funcs.data[id], rule_node_span(ctx, ctx->ir->funcs.data[id], o->ident)};
    }
    return (Made){0};
}

static Made made(const RuleContext *ctx, const Bare *b)
{
    const Abs *a = flow_abs(ctx->flow, b->group);
    if (a->kind == ABS_VAR)
        return made_var(ctx, a->var);
    if (a->kind == ABS_FIELD)
        return made_field(ctx, a);
    return (Made){rule_func(ctx, a->func), rule_instr(ctx, (Site){a->func, a->site})->span};
}

// ---- The report ----

// The whole statement that declares the variable, and the name of errgroup's package in it; false
// where it is no statement of its own.
static bool declaration(const RuleContext *ctx, const IrFunc *func, VarId var, Span *statement, Str *package)
{
    const Ast *ast = rule_ast(ctx, func);
    const Object *o = obj_ok(ir_var(ctx->ir, var)->obj) ? object_at(ctx->types, ir_var(ctx->ir, var)->obj) : NULL;
    if (!o || !node_ok(o->decl))
        return false;
    Span decl = node_span(ast, o->decl);
    const Source *source = ast_source(ast);
    Str line = source_line(source, source_position(source, decl.start).line);
    Str text = str_trim(line), spec = ast_text(ast, o->decl);
    uint32_t start = (uint32_t)(text.ptr - source->text);
    size_t len = spec.len + (str_starts(text, "var ") ? 4 : 0);
    Str rest = str_trim(str_sub(text, len, text.len));
    if (start + len != decl.end || (rest.len && !str_starts(rest, "//")))
        return false;
    // …errgroup.Group, with or without {} or new().
    size_t dot = spec.len;
    while (dot > 0 && spec.ptr[dot - 1] != '.')
        dot--;
    size_t from = dot ? dot - 1 : 0;
    while (from > 0 && spec.ptr[from - 1] != ' ' && spec.ptr[from - 1] != '(' && spec.ptr[from - 1] != '&')
        from--;
    *statement = (Span){start, decl.end};
    *package = str_sub(spec, from, dot ? dot - 1 : 0);
    return package->len > 0;
}

// What the identifiers of a scope say about the change from a group to a pointer to one, and from the
// context that is at hand to the group's.
typedef struct Names {
    bool sound;  // nothing needs the group as a value, or the outer context when the group has ended
    bool used;   // the context is named behind the declaration
    VEC(Span) amps; // the & of each &group
} Names;

static Names names_behind(RuleContext *ctx, const IrFunc *func, Span declaration, const char *group, const char *context)
{
    const Ast *ast = rule_ast(ctx, func);
    Names n = {.sound = true};
    bool waited = false;
    for (TokenId t = token_at(ast, declaration.end); t.v + 1 < ast_token_count(ast); t.v++) {
        Span s = token_span(ast, t);
        if (s.start < declaration.end || token_kind(ast, t) != TOK_IDENT || token_kind(ast, (TokenId){t.v - 1}) == TOK_PERIOD)
            continue;
        if (!mend_in_scope(ctx, func, declaration, s.start))
            break;
        if (str_is(token_text(ast, t), context)) {
            n.used = true;
            n.sound &= !waited;
        }
        if (!str_is(token_text(ast, t), group))
            continue;
        TokenId before = {t.v - 1}, after = {t.v + 1};
        if (token_kind(ast, after) == TOK_PERIOD)
            waited |= str_is(token_text(ast, (TokenId){t.v + 2}), "Wait");
        else if (token_kind(ast, before) == TOK_AND)
            vec_push(ctx->scratch, &n.amps, token_span(ast, before));
        else
            n.sound = false;
    }
    return n;
}

static void add_fix(RuleContext *ctx, Finding *f, const Bare *b, const char *name)
{
    const Abs *a = flow_abs(ctx->flow, b->group);
    const IrVar *context = ir_var(ctx->ir, b->context);
    Span statement;
    Str package;
    if (a->kind != ABS_VAR || !ir_var(ctx->ir, a->var)->owner.v || context->owner.v != ir_var(ctx->ir, a->var)->owner.v ||
        !declaration(ctx, rule_func(ctx, context->owner), a->var, &statement, &package))
        return;
    const IrFunc *func = rule_func(ctx, context->owner);
    const char *held = rule_var_name(ctx, b->context);
    bool request = !flow_is_context(ctx->flow, context->type);
    Names n = names_behind(ctx, func, statement, name, held);
    // Where it is a pointer already, &group is a pointer to that.
    bool pointer = memchr(source_str(ast_source(rule_ast(ctx, func)), statement).ptr, '&', statement.end - statement.start) ||
                   str_find(source_str(ast_source(rule_ast(ctx, func)), statement), STR("new(")) != SIZE_MAX;
    bool sound = n.sound && n.used && !request && !(pointer && n.amps.len) && mend_var_visible(ctx, func, b->context, statement.start);
    Fix *fix = finding_fix(ctx, f, sound ? FIX_SAFE : FIX_SKETCH, "make the group with the context, and let its functions use the group's");
    fix_edit(ctx, fix, func, statement, "%s, %s := %.*s.WithContext(%s)", name, request ? "ctx" : held, STR_ARG(package),
             flow_context_text(ctx->flow, ctx->scratch, context->type, held));
    VEC_EACH (const Span, amp, &n.amps)
        fix_edit(ctx, fix, func, *amp, "%s", "");
}

static const char *group_name(RuleContext *ctx, const Bare *b)
{
    const Abs *a = flow_abs(ctx->flow, b->group);
    if (a->kind == ABS_VAR)
        return rule_var_name(ctx, a->var);
    Act act;
    flow_act(ctx->flow, b->spawn, EFFECT_SPAWNS, &act);
    return rule_text(ctx, rule_func(ctx, act.recv_func), act.recv);
}

static void report(RuleContext *ctx, const Bare *b)
{
    Made place = made(ctx, b);
    if (!place.func || place.span.end <= place.span.start)
        return;
    const char *name = group_name(ctx, b), *held = rule_var_name(ctx, b->context);
    bool seen = b->under == UNDER_YES;
    const IrFunc *wait_func = rule_func(ctx, b->wait.site.func);
    const IrInstr *wait = rule_instr(ctx, b->wait.site);
    const char *what = b->wait.listens ? "another" : rule_callee_name(ctx, wait_func, wait);
    Finding *f = finding_on(ctx, seen ? LEVEL_WARNING : LEVEL_ADVICE, place.func, place.span,
                            seen ? "%s is a group without a context: when one of its functions fails, %s goes on waiting under %s"
                                 : "%s is a group without a context: when one of its functions fails, nothing tells %s, which is given %s",
                            name, what, held);
    finding_related(ctx, f, b->spawn, "gets its functions here", NULL);
    finding_related(ctx, f, b->wait.site, seen ? "waits here" : "passes the context on here", NULL);
    if (!seen)
        finding_note(ctx, f, "what %s does with its context is not seen", what);
    add_fix(ctx, f, b, name);
}

void rule_bare_errgroup(RuleContext *ctx)
{
    BareList all = {0};
    collect(ctx, &all);
    VEC_EACH(Bare, b, &all.items)
        if (b->under != UNDER_NO && !b->cancels && b->spawns > 1 && !rule_in_test_file(ctx, rule_func(ctx, b->spawn.func)))
            report(ctx, b);
}

// stored_context.c - a context kept in a struct and used for the work of single calls.
//
// True at run time where two calls of a method have callers whose contexts end at different times:
// the work of both ends with the stored one, too early for some and too late for others. The field
// is right where it is the life of something that the value itself owns, or where the value lives
// no longer than the call that it carries the context of.
#include "rules/cancelled.h"
#include "rules/mend.h"
#include "rules/origin.h"

// ---- The value that a field is read from ----

// The method of whose receiver the load at `site` reads a field, itself or in a literal; NULL else.
static const IrFunc *reading_method(const RuleContext *ctx, Site site)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrFunc *method = outermost(ctx, func);
    VarId base = base_variable(func, rule_instr(ctx, site)->args[0]);
    bool is_method = method->kind == FUNC_DECL && method->has_recv && method->params.len;
    return is_method && base.v && base.v == method->params.data[0].v ? method : NULL;
}

static bool is_own_field(const RuleContext *ctx, AbsId field)
{
    const Abs *a = flow_abs(ctx->flow, field);
    if (a->kind != ABS_FIELD || !type_known(a->owner))
        return false;
    ObjId owner = type_named_object(ctx->types, a->owner);
    return obj_ok(owner) && object_at(ctx->types, owner)->home == 0;
}

// The declared field, none where it cannot be found.
static ObjId field_object(const RuleContext *ctx, AbsId field)
{
    const Abs *a = flow_abs(ctx->flow, field);
    for (uint32_t k = 0; k < type_field_count(ctx->types, a->owner); k++) {
        ObjId o = type_field(ctx->types, a->owner, k);
        if (object_at(ctx->types, o)->name.v == a->name.v)
            return o;
    }
    return OBJ_NONE;
}

static bool is_context_field(const RuleContext *ctx, AbsId field)
{
    ObjId o = is_own_field(ctx, field) ? field_object(ctx, field) : OBJ_NONE;
    return obj_ok(o) && flow_is_context(ctx->flow, object_at(ctx->types, o)->type);
}

static const char *field_name(RuleContext *ctx, AbsId field)
{
    const Abs *a = flow_abs(ctx->flow, field);
    Str owner = object_name(ctx->types, type_named_object(ctx->types, a->owner));
    Str name = name_str(package_names(ctx->types), a->name);
    return arena_printf(ctx->arena, "%.*s.%.*s", STR_ARG(owner), STR_ARG(name));
}

// ---- Fields that rightly hold a context ----

// A method gives the field away: the value is a carrier, as a request is.
static bool is_handed_out(RuleContext *ctx, AbsId field)
{
    SiteList loads = flow_field_loads(ctx->flow, field);
    for (uint32_t k = 0; k < loads.len; k++) {
        SiteList uses = flow_uses(ctx->flow, loads.items[k].func, loads.items[k].instr);
        for (uint32_t u = 0; u < uses.len; u++) {
            const IrInstr *use = rule_instr(ctx, uses.items[u]);
            bool to_result = use->op == IR_STORE && ir_instr(rule_func(ctx, uses.items[u].func), use->args[0])->op == IR_ADDR_VAR &&
                             ir_var(ctx->ir, ir_instr(rule_func(ctx, uses.items[u].func), use->args[0])->var)->result >= 0;
            if (use->op == IR_RETURN || to_result)
                return true;
        }
    }
    return false;
}

// The struct that a store to one of its fields fills: the type of a result or of what is kept.
static bool has_owner_type(const RuleContext *ctx, AbsId field, TypeId t)
{
    TypeId plain = type_origin(ctx->types, type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t))));
    return type_known(plain) && type_identical(ctx->types, plain, flow_abs(ctx->flow, field)->owner);
}

// Whether `struct` may hold a value of the field's owner: itself, or embedded.
static bool contains_owner(const RuleContext *ctx, AbsId field, TypeId t, unsigned depth)
{
    if (has_owner_type(ctx, field, t))
        return true;
    TypeId plain = type_deref(ctx->types, t);
    for (uint32_t k = 0; depth < 4 && k < type_field_count(ctx->types, plain); k++)
        if (contains_owner(ctx, field, object_at(ctx->types, type_field(ctx->types, plain, k))->type, depth + 1))
            return true;
    return false;
}

// The type that a value has before it is converted, to an interface for example.
static TypeId inner_type(const IrFunc *func, IrValue v)
{
    while (ir_instr(func, v)->op == IR_CONVERT)
        v = ir_instr(func, v)->args[0];
    return ir_instr(func, v)->type;
}

static bool returns_owner(const RuleContext *ctx, const IrFunc *func, AbsId field, IrValue result)
{
    if (contains_owner(ctx, field, inner_type(func, result), 0))
        return true;
    VarId var = flow_loaded_var(ctx->flow, func->id, result);
    SiteList stores = var.v ? flow_var_stores(ctx->flow, var) : (SiteList){0};
    for (uint32_t k = 0; k < stores.len; k++)
        if (contains_owner(ctx, field, inner_type(rule_func(ctx, stores.items[k].func), rule_instr(ctx, stores.items[k])->args[1]), 0))
            return true;
    return false;
}

// Whether the function lets a value of the owner's type out: returned, stored in a field, element
// or package variable.
static bool lets_value_out(const RuleContext *ctx, const IrFunc *func, AbsId field)
{
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        for (uint32_t k = 0; i->op == IR_RETURN && k < i->arg_count; k++)
            if (returns_owner(ctx, func, field, i->args[k]))
                return true;
        if (i->op != IR_STORE || !has_owner_type(ctx, field, inner_type(func, i->args[1])))
            continue;
        const IrInstr *to = ir_instr(func, i->args[0]);
        if (to->op != IR_ADDR_VAR || !ir_var(ctx->ir, to->var)->owner.v)
            return true;
    }
    return false;
}

// Whether every value with this field lives for one call: filled from that call's own context by a
// function that keeps the value to itself, or by a method that sets it for the call at hand.
static bool lives_for_one_call(RuleContext *ctx, AbsId field)
{
    SiteList stores = flow_field_stores(ctx->flow, field);
    for (uint32_t k = 0; k < stores.len; k++) {
        const IrFunc *func = rule_func(ctx, stores.items[k].func);
        const IrInstr *store = rule_instr(ctx, stores.items[k]);
        Origins from = context_origins(ctx, func->id, store->args[1]);
        bool own = from.items.len == 1 && from.items.data[0].kind == ORIGIN_PARAM;
        VarId base = base_variable(func, store->args[0]);
        const IrFunc *decl = outermost(ctx, func);
        bool sets_copy = own && decl->has_recv && base.v && base.v == decl->params.data[0].v;
        if (!sets_copy && (!own || lets_value_out(ctx, func, field)))
            return false;
    }
    return stores.len > 0;
}

// Whether the cancel function that was made with the stored context lies in a field beside it and
// is called: the field is the life of the value, which its owner ends.
static bool is_own_life(RuleContext *ctx, AbsId field)
{
    AbsSet contexts = flow_content(ctx->flow, field);
    const Abs *a = flow_abs(ctx->flow, field);
    for (uint32_t k = 0; k < contexts.len; k++) {
        const Abs *made = flow_abs(ctx->flow, contexts.items[k]);
        if (made->kind != ABS_RESULT)
            continue;
        Act must_call;
        if (!flow_act(ctx->flow, (Site){made->func, made->site}, EFFECT_MUST_CALL, &must_call) ||
            must_call.effect->target.kind != REF_RESULT)
            continue;
        AbsSet cancel = flow_component(ctx->flow, made->func, made->site, must_call.effect->target.index);
        for (uint32_t j = 0; j < type_field_count(ctx->types, a->owner); j++) {
            AbsId beside = flow_field(ctx->flow, a->owner, object_at(ctx->types, type_field(ctx->types, a->owner, j))->name);
            if (beside.v && flow_sets_meet(cancel, flow_content(ctx->flow, beside)) &&
                flow_field_loads(ctx->flow, beside).len)
                return true;
        }
    }
    return false;
}

// ---- Whose work it is ----

typedef struct Calls {
    RuleContext *ctx;
    Bitset seen;
} Calls;

// Whether somebody calls the function for work of their own: not only goroutines that run it.
static bool serves_callers(Calls *c, const IrFunc *func)
{
    if (bitset_has(&c->seen, func->id.v))
        return false;
    bitset_add(&c->seen, func->id.v);
    CallEdges callers = flow_callers(c->ctx->flow, func->id);
    if (!func->parent.v && (callers.len == 0 || flow_has_unseen_callers(c->ctx->flow, func->id)))
        return true;
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode != CALL_GO && serves_callers(c, rule_func(c->ctx, callers.items[k].site.func)))
            return true;
    return false;
}

static bool is_work_of_callers(RuleContext *ctx, const IrFunc *func)
{
    Calls c = {.ctx = ctx, .seen = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
    return serves_callers(&c, func);
}

// ---- Reports ----

typedef struct Stored {
    Site load, wait;
    AbsId field;
    Under under;
} Stored;

typedef struct StoredList {
    VEC(Stored) items;
} StoredList;

static void note(RuleContext *ctx, StoredList *all, Stored s)
{
    VEC_EACH(Stored, old, &all->items)
    {
        if (old->load.func.v != s.load.func.v || old->load.instr.v != s.load.instr.v)
            continue;
        if (s.under > old->under)
            *old = s;
        return;
    }
    vec_push(ctx->scratch, &all->items, s);
}

static void check_wait(RuleContext *ctx, StoredList *all, const ContextWait *w)
{
    if (w->listens)
        return;
    const IrFunc *func = rule_func(ctx, w->site.func);
    Origins from = context_origins(ctx, func->id, w->context);
    VEC_EACH(Origin, o, &from.items)
    {
        if (o->kind != ORIGIN_FIELD || !is_context_field(ctx, o->field) || !reading_method(ctx, o->site) ||
            rule_in_test_file(ctx, func) || !is_work_of_callers(ctx, func) || is_handed_out(ctx, o->field) ||
            lives_for_one_call(ctx, o->field) || is_own_life(ctx, o->field))
            continue;
        note(ctx, all, (Stored){o->site, w->site, o->field, w->under});
    }
}

static VarId context_param(const RuleContext *ctx, const IrFunc *method)
{
    for (uint32_t k = 1; k < method->params.len; k++)
        if (flow_carries_context(ctx->flow, ir_var(ctx->ir, method->params.data[k])->type))
            return method->params.data[k];
    return (VarId){0};
}

static void add_fix(RuleContext *ctx, Finding *f, const Stored *s, const IrFunc *method, VarId own)
{
    const Ast *ast = rule_ast(ctx, method);
    const IrFunc *func = rule_func(ctx, s->load.func);
    Span load = rule_instr(ctx, s->load)->span;
    const char *held = mend_context(ctx, func, own, load.start);
    if (held) {
        Fix *fix = finding_fix(ctx, f, FIX_UNSAFE, "use the context of this call");
        fix_edit(ctx, fix, func, load, "%s", held);
    }
    if (own.v)
        return;
    NodeId params = ast_func_type(ast, ast_func_decl(ast, method->node).type).params;
    if (!node_ok(params))
        return;
    FieldListView list = ast_field_list(ast, params);
    uint32_t at = token_span(ast, list.open).end;
    Fix *fix = finding_fix(ctx, f, FIX_SKETCH, "take the context as a parameter of %s, and remove the field",
                           rule_func_name(ctx, method));
    fix_edit(ctx, fix, method, (Span){at, at}, list.fields.len ? "ctx context.Context, " : "ctx context.Context");
    fix_edit(ctx, fix, func, rule_instr(ctx, s->load)->span, "ctx");
}

// Whether the caller has put the context that it holds into the field itself.
static bool stores_own_context(const RuleContext *ctx, AbsId field, const Holder *h)
{
    SiteList stores = flow_field_stores(ctx->flow, field);
    for (uint32_t k = 0; k < stores.len; k++)
        if (stores.items[k].func.v == h->func.v &&
            flow_loaded_var(ctx->flow, h->func, rule_instr(ctx, stores.items[k])->args[1]).v == h->var.v)
            return true;
    return false;
}

static void report(RuleContext *ctx, const Stored *s)
{
    const IrFunc *method = reading_method(ctx, s->load);
    const char *callee = rule_callee_name(ctx, rule_func(ctx, s->wait.func), rule_instr(ctx, s->wait));
    const char *field = field_name(ctx, s->field), *name = rule_func_name(ctx, method);
    const char *waits = s->under == UNDER_YES ? "waits under" : "is given";
    VarId own = context_param(ctx, method);
    Holder h = own.v ? (Holder){0} : find_holder(ctx, method);
    if (h.func.v && stores_own_context(ctx, s->field, &h))
        return;
    Level level = s->under == UNDER_YES && (own.v || (h.func.v && !h.unsure)) ? LEVEL_WARNING : LEVEL_ADVICE;
    Finding *f;
    if (own.v)
        f = finding_at(ctx, level, s->load, "%s %s the stored %s, not %s of this call of %s", callee, waits, field,
                       rule_var_name(ctx, own), name);
    else if (h.func.v)
        f = finding_at(ctx, level, s->load, "%s %s the stored %s: %s calls %s and holds %s, which cannot end the call",
                       callee, waits, field, rule_func_name(ctx, rule_func(ctx, h.func)), name, rule_var_name(ctx, h.var));
    else
        f = finding_at(ctx, level, s->load, "%s %s the stored %s, whatever context the caller of %s works under",
                       callee, waits, field, name);
    if (h.func.v)
        finding_related(ctx, f, h.call, "called here, with a context at hand", NULL);
    SiteList stores = flow_field_stores(ctx->flow, s->field);
    if (stores.len)
        finding_related(ctx, f, stores.items[0], "stored here", NULL);
    if (!own.v && !h.func.v)
        finding_note(ctx, f, "no caller of %s that holds a context is seen", name);
    if (s->under == UNDER_MAYBE)
        finding_note(ctx, f, "what %s does with its context is not seen", callee);
    add_fix(ctx, f, s, method, own);
}

// A field that is filled and that nothing reads.
static void check_kept(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *store)
{
    const IrInstr *to = ir_instr(func, store->args[0]);
    AbsId field = to->op == IR_ADDR_FIELD ? flow_place(ctx->flow, func->id, store->args[0]) : (AbsId){0};
    SiteList stores = flow_field_stores(ctx->flow, field);
    bool first = field.v && flow_is_context(ctx->flow, to->place) && stores.len && stores.items[0].func.v == func->id.v && stores.items[0].instr.v == at.v;
    if (!first || !is_context_field(ctx, field) || flow_field_loads(ctx->flow, field).len || rule_in_test_file(ctx, func))
        return;
    const Object *o = object_at(ctx->types, field_object(ctx, field));
    Str name = name_str(package_names(ctx->types), o->name);
    bool exported = name.len && name.ptr[0] >= 'A' && name.ptr[0] <= 'Z';
    if (o->embedded || exported || !node_ok(o->ident))
        return;
    const IrFunc *there = NULL;
    for (uint32_t id = 1; id < ctx->ir->funcs.len && !there; id++)
        if (ctx->ir->funcs.data[id]->file == o->file)
            there = ctx->ir->funcs.data[id];
    if (!there)
        return;
    Finding *f = finding_on(ctx, LEVEL_ADVICE, there, rule_node_span(ctx, there, o->ident),
                            "%s keeps a context that nothing reads: a context belongs to a call, not to a value",
                            field_name(ctx, field));
    f->symbol = ""; // it stands in no function
    finding_related(ctx, f, (Site){func->id, at}, "stored here", NULL);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op == IR_STORE)
        check_kept(ctx, func, at, i);
}

void rule_stored_context(RuleContext *ctx)
{
    StoredList all = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        ContextWaits waits = context_waits(ctx, ctx->ir->funcs.data[id]);
        VEC_EACH(ContextWait, w, &waits.items)
            check_wait(ctx, &all, w);
    }
    VEC_EACH(Stored, s, &all.items)
        report(ctx, s);
    rule_each_instr(ctx, visit);
}

// discarded_transport.c - a transport made for each call, whose idle connections nobody ends.
//
// A transport keeps the connections of answered requests open for the next one, each with two
// goroutines, and with the zero IdleConnTimeout it keeps them until the other end hangs up. True at
// run time where a request went through the transport, where what is left of it is only those
// goroutines when its maker returns (nobody holds it who could use it again), where nothing calls
// CloseIdleConnections, and where its maker runs again. The model says which types start goroutines
// of their own, which method ends them, and which fields make them end by themselves.
#include "rules/trail.h"
#include "rules/origin.h"

enum { MAX_CALLERS_UP = 6 };

// ---- What a model says ----

// The type's entry, or that of a field of it (`field` not none).
static const ModelEntry *type_entry(const RuleContext *ctx, TypeId t, Name field)
{
    TypeId plain = type_known(t) ? type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t))) : TYPE_UNKNOWN;
    ObjId named = type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
    if (!obj_ok(named) || !ctx->ir->models)
        return NULL;
    Name name = object_at(ctx->types, named)->name;
    return model_entry(ctx->ir->models, object_path(ctx->types, named), field.v ? name : (Name){0}, field.v ? field : name);
}

// What says that values of the type start goroutines once they are used.
static const Effect *starts(const RuleContext *ctx, TypeId t)
{
    if (type_kind(ctx->types, type_unalias(ctx->types, t)) == T_POINTER)
        return NULL;
    const ModelEntry *entry = type_entry(ctx, t, (Name){0});
    const Effect *e = entry ? effect_find(entry, EFFECT_STARTS, ctx->go_minor) : NULL;
    return e && e->until.len ? e : NULL;
}

// Whether the store gives a field a value with which those goroutines end by themselves.
static bool relieves(const RuleContext *ctx, Site store)
{
    const IrFunc *func = rule_func(ctx, store.func);
    const IrInstr *i = rule_instr(ctx, store), *address = ir_instr(func, i->args[0]);
    if (address->op != IR_ADDR_FIELD)
        return false;
    const ModelEntry *entry = type_entry(ctx, ir_instr(func, address->args[0])->type, address->field_name);
    const Effect *spares = entry ? effect_find(entry, EFFECT_SPARES, ctx->go_minor) : NULL;
    if (!spares)
        return false;
    const Constant *value = ir_instr(func, i->args[1])->constant;
    int64_t number;
    if (!value)
        return true; // whoever computes it has thought of it
    if (constant_kind(value) == CONST_BOOL)
        return constant_bool(value);
    return !constant_int64(value, &number) || (spares->modes & MODE_NEGATIVE ? number < 0 : number != 0);
}

// ---- Connections that others know ----

// Whether a value of a type that this package declares is given in place of the library's.
static bool gives_own(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(func, i->args[0]);
    TypeId plain = type_known(i->type) ? type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, i->type))) : TYPE_UNKNOWN;
    ObjId named = type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
    return obj_ok(named) && object_at(ctx->types, named)->home == 0;
}

// Whether a function that makes the transport's connections does more with one than to give it
// back: it calls a method of it (a deadline ends its goroutines as well), keeps it for somebody who
// may close it, or wraps it in a type with ways of its own.
static bool handles_connection(const RuleContext *ctx, const IrFunc *func)
{
    TypeId results = type_results(ctx->types, func->signature);
    if (type_tuple_len(ctx->types, results) != 2)
        return false;
    TypeId conn = type_tuple_at(ctx->types, results, 0);
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        if ((i->op == IR_CALL || i->op == IR_DEFER) && i->call->has_recv && i->arg_count &&
            type_identical(ctx->types, ir_instr(func, i->args[0])->type, conn))
            return true;
        if (i->op == IR_STORE && type_identical(ctx->types, ir_instr(func, i->args[1])->type, conn) &&
            (ir_instr(func, i->args[0])->op != IR_ADDR_VAR || ir_var(ctx->ir, ir_instr(func, i->args[0])->var)->owner.v != func->id.v))
            return true;
        if (i->op == IR_RETURN && i->arg_count == 2 && gives_own(ctx, func, i->args[0]))
            return true;
    }
    return false;
}

static bool dials_by_itself(const RuleContext *ctx, Site store)
{
    AbsSet set = flow_value(ctx->flow, store.func, rule_instr(ctx, store)->args[1]);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        const IrFunc *func = a->kind == ABS_FUNC ? rule_func(ctx, a->callee)
                             : a->kind == ABS_BOUND ? ir_func_of(ctx->ir, a->obj) : NULL;
        if (func && handles_connection(ctx, func))
            return true;
    }
    return false;
}

// ---- How often it is made ----

typedef enum Often { OFTEN_ONCE, OFTEN_UNSEEN, OFTEN_AGAIN } Often;

static bool is_process(const RuleContext *ctx, const IrFunc *func)
{
    Str name = func->kind == FUNC_DECL && !func->has_recv ? object_name(ctx->types, func->obj) : (Str){0};
    return func->kind == FUNC_INIT || str_is(name, "init") || (str_is(name, "main") && str_is(package_name(ctx->types), "main"));
}

// A function that serves or waits for others may last as long as the process.
static bool may_last(const RuleContext *ctx, const IrFunc *func)
{
    static const uint32_t long_waits = WAIT_CHAN | WAIT_GROUP | WAIT_SERVE | WAIT_FOREVER | WAIT_COND;
    return flow_facts(ctx->flow, func->id)->waits & long_waits;
}

static Often how_often(RuleContext *ctx, Site site, unsigned depth, Site *again)
{
    const IrFunc *func = rule_func(ctx, site.func);
    *again = site;
    if (func->blocks.data[rule_instr(ctx, site)->block].loop || flow_is_handler(ctx->flow, func->id))
        return OFTEN_AGAIN;
    if (is_process(ctx, func) || rule_in_test_file(ctx, func))
        return OFTEN_ONCE;
    if (depth >= MAX_CALLERS_UP)
        return OFTEN_UNSEEN;
    CallEdges callers = flow_callers(ctx->flow, func->id);
    Often most = !flow_has_unseen_callers(ctx->flow, func->id) ? OFTEN_ONCE : may_last(ctx, func) ? OFTEN_UNSEEN : OFTEN_AGAIN;
    for (uint32_t k = 0; k < callers.len && most != OFTEN_AGAIN; k++) {
        Often one = callers.items[k].mode == CALL_ONCE ? OFTEN_ONCE : how_often(ctx, callers.items[k].site, depth + 1, again);
        most = one > most ? one : most;
    }
    return most;
}

// ---- Reports ----

// The call through which a request goes; none where nothing shows that one does.
static Site request_of(const RuleContext *ctx, const Trail *trail)
{
    VEC_EACH (const Site, call, &trail->calls)
        if (flow_model_waits(ctx->flow, *call) & (WAIT_NETWORK | WAIT_CONTEXT))
            return *call;
    return (Site){0};
}

// Whether a function that sends requests through it asks there for connections that are not kept.
static bool spared_by_requests(const RuleContext *ctx, const Trail *trail)
{
    VEC_EACH (const Site, call, &trail->calls) {
        const IrFunc *func = rule_func(ctx, call->func);
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
            if (ir_instr(func, at)->op == IR_STORE && relieves(ctx, (Site){func->id, at}))
                return true;
    }
    return false;
}

// The statement of a block that defines one variable from what contains the instruction.
static NodeId defining_statement(const RuleContext *ctx, const IrFunc *func, Span made)
{
    const Ast *ast = rule_ast(ctx, func);
    NodeId best = {0};
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        if (node_kind(ast, n) != NODE_BLOCK_STMT || node_span(ast, n).start > made.start || node_span(ast, n).end < made.end)
            continue;
        NodeList list = ast_block(ast, n).stmts;
        for (uint32_t k = 0; k < list.len; k++) {
            Span span = node_span(ast, list.items[k]);
            if (span.start <= made.start && span.end >= made.end)
                best = list.items[k]; // blocks inside come later or are smaller
        }
    }
    return node_ok(best) && node_kind(ast, best) == NODE_ASSIGN_STMT ? best : (NodeId){0};
}

// The variable that the statement defines, where its value has the method; none otherwise.
static VarId defined_with_method(const RuleContext *ctx, const IrFunc *func, NodeId stmt, Name method)
{
    const Ast *ast = rule_ast(ctx, func);
    AssignView v = ast_assign(ast, stmt);
    if (v.op != TOK_DEFINE || v.lhs.len != 1)
        return (VarId){0};
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        if (i->op != IR_DECLARE || i->span.start != node_span(ast, v.lhs.items[0]).start)
            continue;
        TypeId t = ir_var(ctx->ir, i->var)->type;
        if (type_kind(ctx->types, type_unalias(ctx->types, t)) != T_POINTER)
            t = type_pointer_to(ctx->types, t);
        return type_known(t) && obj_ok(type_lookup(ctx->types, t, method).obj) ? i->var : (VarId){0};
    }
    return (VarId){0};
}

// Whether the transport is put into a type of this package: to end what is inside, that type would
// have to pass the release on.
static bool is_wrapped(const RuleContext *ctx, Site made)
{
    const IrFunc *func = rule_func(ctx, made.func);
    SiteList uses = flow_uses(ctx->flow, made.func, made.instr);
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *i = rule_instr(ctx, uses.items[k]);
        if (i->op == IR_CONVERT && is_wrapped(ctx, uses.items[k]))
            return true;
        const IrInstr *address = i->op == IR_STORE ? ir_instr(func, i->args[0]) : NULL;
        if (address && address->op == IR_ADDR_FIELD && gives_own(ctx, func, address->args[0]))
            return true;
    }
    return false;
}

// Deferring the release is always right where nobody but this function uses the value.
static void add_fix(RuleContext *ctx, Finding *f, Site made, const Trail *trail, Name method)
{
    const IrFunc *func = rule_func(ctx, made.func);
    const IrInstr *i = rule_instr(ctx, made);
    NodeId stmt = trail->returns.len || is_wrapped(ctx, made) ? (NodeId){0} : defining_statement(ctx, func, i->span);
    VarId var = node_ok(stmt) ? defined_with_method(ctx, func, stmt, method) : (VarId){0};
    if (!var.v)
        return;
    bool loop = func->blocks.data[i->block].loop != 0;
    Fix *fix = finding_fix(ctx, f, loop || trail->spawned ? FIX_SKETCH : FIX_SAFE, "close the idle connections when the function returns");
    Span span = rule_node_span(ctx, func, stmt);
    fix_edit(ctx, fix, func, (Span){span.end, span.end}, "\n%sdefer %s.%.*s()", rule_indent(ctx, func, span.start),
             rule_var_name(ctx, var), STR_ARG(name_str(package_names(ctx->types), method)));
}

// "http.Transport" of net/http.Transport.
static const char *short_type(RuleContext *ctx, TypeId t)
{
    const char *text = arena_printf(ctx->arena, "%.*s", STR_ARG(type_string(ctx->types, ctx->scratch, t)));
    const char *slash = strrchr(text, '/');
    return slash ? slash + 1 : text;
}

static void report_discarded(RuleContext *ctx, Site made, TypeId type, const Trail *trail, const Effect *e, Site request, Site again)
{
    const IrFunc *func = rule_func(ctx, made.func);
    Str end = name_str(package_names(ctx->types), e->until.data[0]);
    bool loop = func->blocks.data[rule_instr(ctx, made)->block].loop != 0;
    const char *each = loop ? "round" : arena_printf(ctx->arena, "call of %s", rule_func_name(ctx, func));
    Finding *f = finding_at(ctx, LEVEL_WARNING, made,
                            "each %s makes its own %s, and nothing ends its idle connections: they stay, with two goroutines each, until the server hangs up",
                            each, short_type(ctx, type));
    finding_also(ctx, f, FAIL_MEMORY_GROWTH);
    finding_related(ctx, f, request, "a request goes through it here", NULL);
    if (again.func.v != made.func.v)
        finding_related(ctx, f, again, "called from here, again and again", NULL);
    finding_note(ctx, f, "make one and share it, or call %.*s when it is no longer needed", STR_ARG(end));
    add_fix(ctx, f, made, trail, e->until.data[0]);
}

static void report_kept(RuleContext *ctx, Site made, TypeId type, const Trail *trail)
{
    const IrFunc *func = rule_func(ctx, made.func);
    bool returned = trail_has(trail, FATE_RETURNED);
    Site at = trail->sites[returned ? FATE_RETURNED : FATE_KEPT];
    Finding *f = finding_at(ctx, LEVEL_ADVICE, made, "%s makes its own %s, and nothing here can end its idle connections",
                            rule_func_name(ctx, func), short_type(ctx, type));
    finding_related(ctx, f, at, returned ? "handed to the caller here" : "kept here", NULL);
    finding_note(ctx, f, "how often %s is called is not seen: each value leaves its connections behind, with two goroutines each", rule_func_name(ctx, func));
    finding_note(ctx, f, "share one transport, set IdleConnTimeout, or give the owner a method that calls CloseIdleConnections");
}

static void check_made(RuleContext *ctx, Site made, TypeId type, const Effect *e)
{
    const IrFunc *func = rule_func(ctx, made.func);
    if (rule_in_test_file(ctx, func))
        return;
    Trail trail = trail_follow(ctx, made, e);
    if (trail_has(&trail, FATE_RELEASED) || trail_has(&trail, FATE_SHARED) || trail_has(&trail, FATE_UNSEEN))
        return;
    VEC_EACH (const Site, store, &trail.settings)
        if (relieves(ctx, *store) || dials_by_itself(ctx, *store))
            return;
    if (spared_by_requests(ctx, &trail))
        return;
    Site again, request = request_of(ctx, &trail);
    Often often = how_often(ctx, made, 0, &again);
    if (trail_has(&trail, FATE_RETURNED) || trail_has(&trail, FATE_KEPT)) {
        if (often != OFTEN_ONCE)
            report_kept(ctx, made, type, &trail);
    } else if (often == OFTEN_AGAIN && request.func.v) {
        report_discarded(ctx, made, type, &trail, e, request, again);
    }
}

// Whether the variable begins with a value that was made elsewhere.
static bool is_given(const RuleContext *ctx, VarId var)
{
    return flow_var_stores(ctx->flow, var).len > 0;
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op != IR_ALLOC && (i->op != IR_DECLARE || is_given(ctx, i->var)))
        return;
    const Effect *e = starts(ctx, i->place);
    if (e)
        check_made(ctx, (Site){func->id, at}, i->place, e);
}

void rule_discarded_transport(RuleContext *ctx)
{
    rule_each_instr(ctx, visit);
}

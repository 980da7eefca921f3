// lost_cancel.c - a cancel function that is discarded, or not called on some path.
//
// The context package keeps a child registered with its parent until the child is cancelled, so a
// cancel function that is never called keeps the child, its timer and what it refers to alive for
// as long as the parent lives. True at run time where, from the call that made it on, some path
// reaches a return (or makes the next one) without calling the function and without handing it to
// someone who may.
#include "rules/branches.h"
#include "rules/mend.h"

typedef struct Lost {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue call;
    IrValue store; // where the variable takes the function
    VarId var;
    VarId context; // the variable that takes the context of the same call; none
    KnownBranches known;
} Lost;

// ---- Is a value put to use? ----

static bool is_used(const RuleContext *ctx, FuncId func, IrValue v)
{
    SiteList uses = flow_uses(ctx->flow, func, v);
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *i = rule_instr(ctx, uses.items[k]);
        if (i->op == IR_BINARY)
            continue; // comparing it with nil calls nothing
        if ((i->op == IR_CONVERT || i->op == IR_TYPE_ASSERT) && !is_used(ctx, func, uses.items[k].instr))
            continue;
        return true;
    }
    return false;
}

static bool loads_var(const RuleContext *ctx, const IrFunc *func, VarId var)
{
    SiteList loads = flow_var_loads(ctx->flow, var);
    for (uint32_t k = 0; k < loads.len; k++)
        if (loads.items[k].func.v == func->id.v && is_used(ctx, func->id, loads.items[k].instr))
            return true;
    return false;
}

// A literal that uses the variable, itself or in a literal of its own.
static bool literal_uses(const RuleContext *ctx, FuncId literal, VarId var)
{
    const IrFunc *func = rule_func(ctx, literal);
    if (loads_var(ctx, func, var))
        return true;
    for (uint32_t k = 1; k < func->instrs.len; k++)
        if (func->instrs.data[k].op == IR_CLOSURE && literal_uses(ctx, func->instrs.data[k].func, var))
            return true;
    return false;
}

// Whether a value can be a literal that uses the variable.
static bool value_uses(const Lost *l, IrValue value)
{
    AbsSet set = flow_value(l->ctx->flow, l->func->id, value);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(l->ctx->flow, set.items[k]);
        if (a->kind == ABS_FUNC && rule_func(l->ctx, a->callee)->kind == FUNC_LITERAL &&
            literal_uses(l->ctx, a->callee, l->var))
            return true;
    }
    return false;
}

// Calls the literal or hands it on; keeping it in a local variable is neither.
static bool hands_on_literal(const Lost *l, const IrInstr *i)
{
    if ((i->op == IR_CALL || i->op == IR_GO || i->op == IR_DEFER) && i->call->literal.v &&
        literal_uses(l->ctx, i->call->literal, l->var))
        return true;
    if (i->op == IR_CLOSURE || i->op == IR_LOAD || i->op == IR_CONVERT)
        return false;
    if (i->op == IR_STORE && ir_instr(l->func, i->args[0])->op == IR_ADDR_VAR &&
        ir_var(l->ctx->ir, ir_instr(l->func, i->args[0])->var)->owner.v == l->func->id.v)
        return false;
    for (uint32_t k = 0; k < i->arg_count; k++)
        if (value_uses(l, i->args[k]))
            return true;
    return false;
}

// A literal deferred before the variable was set calls what it holds in the end.
static bool deferred_before(const Lost *l)
{
    for (IrValue at = ir_first_event(l->func); ir_ok(at); at = ir_next_event(l->func, at)) {
        const IrInstr *i = ir_instr(l->func, at);
        if (i->op == IR_DEFER && hands_on_literal(l, i) &&
            ir_dominates(l->func, i->block, ir_instr(l->func, l->store)->block))
            return true;
    }
    return false;
}

// Whether somebody else is given the variable's address.
static bool address_given(const Lost *l, IrValue at)
{
    SiteList uses = flow_uses(l->ctx->flow, l->func->id, at);
    for (uint32_t k = 0; k < uses.len; k++) {
        IrOp op = rule_instr(l->ctx, uses.items[k])->op;
        if (op != IR_LOAD && op != IR_STORE)
            return true;
    }
    return false;
}

static bool uses_var(void *p, IrValue at)
{
    const Lost *l = p;
    const IrInstr *i = ir_instr(l->func, at);
    if (i->op == IR_ADDR_VAR && i->var.v == l->var.v)
        return address_given(l, at);
    if (i->op == IR_RUN_DEFERS)
        return deferred_before(l);
    if (i->op == IR_LOAD && flow_loaded_var(l->ctx->flow, l->func->id, at).v == l->var.v)
        return is_used(l->ctx, l->func->id, at);
    return hands_on_literal(l, i);
}

static bool loses_var(void *p, IrValue at)
{
    const Lost *l = p;
    const IrInstr *i = ir_instr(l->func, at);
    if (i->op == IR_RETURN)
        return true;
    return i->op == IR_STORE && ir_instr(l->func, i->args[0])->op == IR_ADDR_VAR &&
           ir_instr(l->func, i->args[0])->var.v == l->var.v;
}

static bool is_nil(const IrInstr *i)
{
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

// Whether the way out of the block is the one where the call's context is nil: as long as its cancel function
// has not been called, the variable holds what the call made.
static bool context_is_nil(const Lost *l, uint32_t block, uint32_t succ)
{
    const IrInstr *end = ir_terminator(l->func, block);
    const IrInstr *cond = end->op == IR_IF ? ir_instr(l->func, end->args[0]) : NULL;
    if (!l->context.v || !cond || cond->op != IR_BINARY || (cond->token != TOK_EQL && cond->token != TOK_NEQ))
        return false;
    for (uint32_t k = 0; k < 2; k++)
        if (flow_loaded_var(l->ctx->flow, l->func->id, cond->args[k]).v == l->context.v && is_nil(ir_instr(l->func, cond->args[1 - k])))
            return (cond->token == TOK_EQL) == (succ == 0);
    return false;
}

static bool edge_possible(void *p, uint32_t block, uint32_t succ)
{
    const Lost *l = p;
    return branches_allow(&l->known, block, succ) && !context_is_nil(l, block, succ);
}

// ---- Reporting ----

// In a test or in main the end of the function is the end of the process or close to it.
static Level level_here(const RuleContext *ctx, const IrFunc *func)
{
    const IrFunc *outer = func;
    while (outer->parent.v)
        outer = rule_func(ctx, outer->parent);
    if (rule_in_test_file(ctx, outer))
        return LEVEL_ADVICE;
    bool is_main = outer->kind == FUNC_DECL && !outer->has_recv && outer == func &&
                   str_is(object_name(ctx->types, outer->obj), "main") &&
                   str_is(package_name(ctx->types), "main");
    return is_main ? LEVEL_ADVICE : LEVEL_WARNING;
}

// The define or assign statement whose only right-hand side is the call, or none.
static NodeId assignment_of(const RuleContext *ctx, const IrFunc *func, const IrInstr *call)
{
    const Ast *ast = rule_ast(ctx, func);
    for (uint32_t n = call->node.v + 1; n < ast_node_count(ast) && n < call->node.v + 8; n++) {
        if (node_kind(ast, (NodeId){n}) != NODE_ASSIGN_STMT)
            continue;
        AssignView v = ast_assign(ast, (NodeId){n});
        if (v.rhs.len == 1 && node_eq(v.rhs.items[0], call->node))
            return (NodeId){n};
    }
    return (NodeId){0};
}

// The call of the cancel function: those with a cause take it, and nil is no cause of its own.
static const char *call_text(RuleContext *ctx, const IrFunc *func, IrValue at, uint32_t result, const char *name)
{
    TypeId type = ir_instr(func, at)->type;
    if (type_kind(ctx->types, type) == T_TUPLE)
        type = type_tuple_at(ctx->types, type, result);
    type = type_shape(ctx->types, type);
    bool takes = type_kind(ctx->types, type) == T_SIGNATURE &&
                 type_tuple_len(ctx->types, type_params(ctx->types, type)) == 1;
    return arena_printf(ctx->arena, "defer %s(%s)", name, takes ? "nil" : "");
}

// The value of another result of the call: the context that belongs to the cancel function.
static IrValue other_result(const RuleContext *ctx, const IrFunc *func, IrValue at, uint32_t result)
{
    SiteList parts = flow_uses(ctx->flow, func->id, at);
    for (uint32_t k = 0; k < parts.len; k++) {
        const IrInstr *i = rule_instr(ctx, parts.items[k]);
        if (i->op == IR_EXTRACT && i->index != result && flow_is_context(ctx->flow, i->type))
            return parts.items[k].instr;
    }
    return (IrValue){0};
}

// Adds `defer NAME()` behind the statement; inside a loop that would pile up, so it is a sketch.
static void add_fix(RuleContext *ctx, Finding *f, const IrFunc *func, IrValue at, uint32_t result)
{
    const IrInstr *call = ir_instr(func, at);
    const Ast *ast = rule_ast(ctx, func);
    NodeId assignment = assignment_of(ctx, func, call);
    if (!node_ok(assignment))
        return;
    AssignView v = ast_assign(ast, assignment);
    Stmt stmt = mend_any_stmt(ctx, func, node_span(ast, assignment));
    if (v.lhs.len <= result || !node_eq(stmt.node, assignment) || node_kind(ast, v.lhs.items[result]) != NODE_IDENT)
        return;
    Str target = ast_text(ast, v.lhs.items[result]);
    static const char *const names[] = {"cancel", "cancelCtx", "stop", NULL};
    bool blank = str_is(target, "_");
    const char *name = blank ? mend_fresh(ctx, func, names) : arena_strndup(ctx->arena, target.ptr, target.len);
    if (!name || (blank && v.op != TOK_DEFINE))
        return;
    IrValue context = other_result(ctx, func, at, result);
    FixSafety safety = ir_ok(context) ? mend_at_return(ctx, func, context) : FIX_UNSAFE;
    bool loop = func->blocks.data[call->block].loop != 0;
    Fix *fix = finding_fix(ctx, f, loop ? FIX_SKETCH : safety, "defer the cancel function");
    if (blank)
        fix_edit(ctx, fix, func, node_span(ast, v.lhs.items[result]), "%s", name);
    const char *text = call_text(ctx, func, at, result, name);
    // Where more code stands on the line, a line of its own might lie outside the block.
    if (node_ok(mend_stmt(ctx, func, stmt.span).node))
        mend_after(ctx, fix, &stmt, text);
    else
        fix_edit(ctx, fix, func, (Span){stmt.span.end, stmt.span.end}, "; %s", text);
}

static Finding *report(RuleContext *ctx, const IrFunc *func, IrValue at, const char *name, const char *what)
{
    const IrInstr *call = ir_instr(func, at);
    Finding *f = finding_at(ctx, level_here(ctx, func), (Site){func->id, at},
                            "%s from %s is %s: its context stays registered with the parent", name,
                            rule_callee_name(ctx, func, call), what);
    finding_also(ctx, f, FAIL_MEMORY_GROWTH);
    return f;
}

// ---- Where the function went ----

static bool place_is_read(const RuleContext *ctx, AbsId place)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = ir_instr(func, at);
            bool reads = (i->op == IR_LOAD && flow_place(ctx->flow, func->id, i->args[0]).v == place.v) ||
                         (i->op == IR_FIELD && i->field_name.v == flow_abs(ctx->flow, place)->name.v);
            if (reads && is_used(ctx, func->id, at))
                return true;
        }
    }
    return false;
}

// A field or package variable that nothing ever reads, though all that could is seen.
static bool is_dead_place(const RuleContext *ctx, AbsId place)
{
    const Abs *a = flow_abs(ctx->flow, place);
    bool shared = a->kind == ABS_FIELD || (a->kind == ABS_VAR && !ir_var(ctx->ir, a->var)->owner.v);
    return shared && flow_set_closed(ctx->flow, flow_content(ctx->flow, place)) &&
           !flow_escapes(ctx->flow, place) && !flow_incomplete(ctx->flow) && !place_is_read(ctx, place);
}

static void check_place(RuleContext *ctx, const IrFunc *func, IrValue call, AbsId place)
{
    if (!is_dead_place(ctx, place))
        return;
    const Abs *a = flow_abs(ctx->flow, place);
    Str name = a->kind == ABS_FIELD ? name_str(package_names(ctx->types), a->name)
                                    : name_str(package_names(ctx->types), ir_var(ctx->ir, a->var)->name);
    report(ctx, func, call, "the cancel function",
           arena_printf(ctx->arena, "stored in %.*s, which nothing ever calls", STR_ARG(name)));
}

// The dead place that all uses of a local variable store it into; none when there is another use.
static AbsId only_stored(const RuleContext *ctx, VarId var)
{
    AbsId only = {0};
    SiteList loads = flow_var_loads(ctx->flow, var);
    for (uint32_t k = 0; k < loads.len; k++) {
        SiteList uses = flow_uses(ctx->flow, loads.items[k].func, loads.items[k].instr);
        for (uint32_t u = 0; u < uses.len; u++) {
            const IrInstr *i = rule_instr(ctx, uses.items[u]);
            AbsId place = i->op == IR_STORE ? flow_place(ctx->flow, uses.items[u].func, i->args[0]) : (AbsId){0};
            if (!place.v || !is_dead_place(ctx, place))
                return (AbsId){0};
            only = place;
        }
    }
    return only;
}

// The variable that takes the error of the same call: where it is not nil there is nothing to cancel,
// as is the custom of functions that return both. The library's own calls give no error.
static VarId error_of(const RuleContext *ctx, const IrFunc *func, IrValue call)
{
    SiteList parts = flow_uses(ctx->flow, func->id, call);
    for (uint32_t k = 0; k < parts.len; k++) {
        const IrInstr *part = rule_instr(ctx, parts.items[k]);
        Str type = part->op == IR_EXTRACT ? type_string(ctx->types, ctx->scratch, part->type) : (Str){0};
        SiteList uses = str_is(type, "error") ? flow_uses(ctx->flow, func->id, parts.items[k].instr) : (SiteList){0};
        for (uint32_t u = 0; u < uses.len; u++) {
            const IrInstr *store = rule_instr(ctx, uses.items[u]);
            if (store->op == IR_STORE && ir_instr(func, store->args[0])->op == IR_ADDR_VAR)
                return ir_instr(func, store->args[0])->var;
        }
    }
    return (VarId){0};
}

// The variable that takes the context of the same call.
static VarId context_of(const RuleContext *ctx, const IrFunc *func, IrValue call, uint32_t result)
{
    IrValue context = other_result(ctx, func, call, result);
    SiteList uses = ir_ok(context) ? flow_uses(ctx->flow, func->id, context) : (SiteList){0};
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *store = rule_instr(ctx, uses.items[k]);
        if (store->op == IR_STORE && store->args[1].v == context.v && ir_instr(func, store->args[0])->op == IR_ADDR_VAR)
            return ir_instr(func, store->args[0])->var;
    }
    return (VarId){0};
}

static void check_local(RuleContext *ctx, const IrFunc *func, IrValue call, uint32_t result,
                        IrValue store, VarId var)
{
    const char *name = rule_var_name(ctx, var);
    if (ir_var(ctx->ir, var)->owner.v != func->id.v)
        return; // a variable of an outer function: whoever reads it there decides
    Lost l = {ctx, func, call, store, var, context_of(ctx, func, call, result), branches_before(ctx, func, ir_instr(func, store)->block)};
    l.known.not_nil = var;
    l.known.nil = error_of(ctx, func, call);
    PathQuery q = {.func = func->id, .from = store, .goal = loses_var, .avoid = uses_var,
                   .edge = edge_possible, .ctx = &l};
    AbsId only = only_stored(ctx, var);
    if (only.v) {
        check_place(ctx, func, call, only);
        return;
    }
    IrValue end = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    if (!ir_ok(end))
        return;
    bool returns = ir_instr(func, end)->op == IR_RETURN;
    bool never = !loads_var(ctx, func, var);
    Finding *f = report(ctx, func, call, name,
                        never ? "never called" : "not called on every path");
    finding_related(ctx, f, (Site){func->id, end},
                    returns ? "returns here without cancelling" : "replaced here without cancelling", NULL);
    add_fix(ctx, f, func, call, result);
}

static void check_result(RuleContext *ctx, const IrFunc *func, IrValue call, uint32_t result, bool tuple)
{
    SiteList uses = tuple ? flow_uses(ctx->flow, func->id, call) : (SiteList){0};
    IrValue value = tuple ? (IrValue){0} : call;
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *i = rule_instr(ctx, uses.items[k]);
        if (i->op != IR_EXTRACT)
            return; // the whole tuple is handed on
        if (i->index == result)
            value = uses.items[k].instr;
    }
    if (!ir_ok(value) || flow_uses(ctx->flow, func->id, value).len == 0) {
        Finding *f = report(ctx, func, call, "the cancel function", "discarded");
        add_fix(ctx, f, func, call, result);
        return;
    }
    SiteList to = flow_uses(ctx->flow, func->id, value);
    for (uint32_t k = 0; k < to.len; k++) {
        const IrInstr *i = rule_instr(ctx, to.items[k]);
        if (i->op != IR_STORE || i->args[1].v != value.v) {
            continue;
        }
        AbsId place = flow_place(ctx->flow, func->id, i->args[0]);
        const Abs *a = flow_abs(ctx->flow, place);
        if (a->kind == ABS_VAR && ir_var(ctx->ir, a->var)->owner.v)
            check_local(ctx, func, call, result, to.items[k].instr, a->var);
        else if (a->kind == ABS_VAR || a->kind == ABS_FIELD)
            check_place(ctx, func, call, place);
    }
}

// Whether result `index` of a call is, whatever runs, a cancel function.
static bool gives_cancel(const RuleContext *ctx, const IrFunc *func, IrValue at, uint32_t index, bool tuple)
{
    AbsSet set = tuple ? flow_component(ctx->flow, func->id, at, index) : flow_value(ctx->flow, func->id, at);
    for (uint32_t k = 0; k < set.len; k++)
        if (!flow_is_cancel(ctx->flow, set.items[k]))
            return false;
    return set.len > 0;
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op != IR_CALL)
        return;
    bool tuple = type_kind(ctx->types, i->type) == T_TUPLE;
    uint32_t count = tuple ? type_tuple_len(ctx->types, i->type) : 1;
    for (uint32_t k = 0; k < count; k++)
        if (gives_cancel(ctx, func, at, k, tuple))
            check_result(ctx, func, at, k, tuple);
}

void rule_lost_cancel(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

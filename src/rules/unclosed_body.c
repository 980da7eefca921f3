// unclosed_body.c - a response whose body is not closed, or is used before its error is looked at.
//
// A client keeps a connection, and two goroutines that serve it, for as long as the body of its
// response is neither read to the end nor closed. True at run time where, from the call that gave
// the response on, some path on which it succeeded reaches a return without closing the body and
// without handing it, or the response, to somebody who may. Where the call failed there is no
// response: reaching for its body is a nil dereference, true on every path to it that has not
// looked at the error.
#include "rules/branches.h"
#include "rules/failed_call.h"

// A call that gives a response with something in `field` to close, and the variables it is put
// into.
typedef struct Response {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue call, store;
    VarId var, error; // none: not kept
    Name field;
    const Effect *effect;
    KnownBranches known;
} Response;

// ---- Uses of the body ----

static bool releases(const Response *r, const IrInstr *call)
{
    if (!obj_ok(call->call->callee))
        return false;
    Name name = object_at(r->ctx->types, call->call->callee)->name;
    VEC_EACH (const Name, until, &r->effect->until)
        if (until->v == name.v)
            return true;
    return false;
}

// Whether a model says that the call only reads from the argument.
static bool only_reads(const Response *r, const IrInstr *call, IrValue arg)
{
    static const EffectKind kinds[] = {EFFECT_READS, EFFECT_WRAPS};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const Effect *e = call->call->dynamic ? NULL : flow_effect(r->ctx->flow, call, kinds[k]);
        if (e && flow_effect_arg(r->ctx->flow, call, e).v == arg.v)
            return true;
    }
    return false;
}

// Whether a use of the body's value closes it, or may lead to someone who does.
static bool body_use_settles(const Response *r, IrValue body, IrValue use)
{
    const IrInstr *i = ir_instr(r->func, use);
    switch (i->op) {
    case IR_BINARY:
        return false;
    case IR_CONVERT: {
        SiteList uses = flow_uses(r->ctx->flow, r->func->id, use);
        for (uint32_t k = 0; k < uses.len; k++)
            if (body_use_settles(r, use, uses.items[k].instr))
                return true;
        return false;
    }
    case IR_CALL:
    case IR_DEFER:
    case IR_GO:
        if (i->call->has_recv && i->arg_count && i->args[0].v == body.v)
            return releases(r, i);
        return !only_reads(r, i, body);
    default:
        return true;
    }
}

// The same for an address or value that is the response's field, which may be loaded first.
static bool field_use_settles(const Response *r, IrValue field, IrValue use)
{
    const IrInstr *i = ir_instr(r->func, use);
    if (i->op == IR_STORE)
        return i->args[1].v == field.v; // another body is put in its place
    if (i->op != IR_LOAD)
        return body_use_settles(r, field, use);
    SiteList uses = flow_uses(r->ctx->flow, r->func->id, use);
    for (uint32_t k = 0; k < uses.len; k++)
        if (body_use_settles(r, use, uses.items[k].instr))
            return true;
    return false;
}

// A use of the response itself: its other fields tell nothing, everything else may close the body.
static bool response_use_settles(const Response *r, IrValue use)
{
    const IrInstr *i = ir_instr(r->func, use);
    if (i->op == IR_BINARY)
        return false;
    if (i->op != IR_ADDR_FIELD && i->op != IR_FIELD)
        return true;
    SiteList uses =
        i->field_name.v == r->field.v ? flow_uses(r->ctx->flow, r->func->id, use) : (SiteList){0};
    for (uint32_t k = 0; k < uses.len; k++)
        if (field_use_settles(r, use, uses.items[k].instr))
            return true;
    return false;
}

static bool literal_uses(const Response *r, FuncId literal)
{
    const IrFunc *func = rule_func(r->ctx, literal);
    for (uint32_t k = 1; k < func->instrs.len; k++) {
        const IrInstr *i = &func->instrs.data[k];
        if ((i->op == IR_ADDR_VAR && i->var.v == r->var.v) ||
            (i->op == IR_CLOSURE && literal_uses(r, i->func)))
            return true;
    }
    return false;
}

static bool settles(void *p, IrValue at)
{
    const Response *r = p;
    const IrInstr *i = ir_instr(r->func, at);
    if (i->op == IR_CLOSURE ||
        ((i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO) && i->call->literal.v))
        return literal_uses(r, i->op == IR_CLOSURE ? i->func : i->call->literal);
    if (i->op == IR_ADDR_VAR && i->var.v == r->var.v) {
        SiteList uses = flow_uses(r->ctx->flow, r->func->id, at);
        for (uint32_t k = 0; k < uses.len; k++) {
            IrOp op = rule_instr(r->ctx, uses.items[k])->op;
            if (op != IR_LOAD && op != IR_STORE)
                return true;
        }
    }
    if (i->op != IR_LOAD || flow_loaded_var(r->ctx->flow, r->func->id, at).v != r->var.v)
        return false;
    SiteList uses = flow_uses(r->ctx->flow, r->func->id, at);
    for (uint32_t k = 0; k < uses.len; k++)
        if (response_use_settles(r, uses.items[k].instr))
            return true;
    return false;
}

static bool loses(void *p, IrValue at)
{
    const Response *r = p;
    const IrInstr *i = ir_instr(r->func, at);
    return i->op == IR_RETURN ||
           (i->op == IR_STORE && ir_instr(r->func, i->args[0])->op == IR_ADDR_VAR &&
            ir_instr(r->func, i->args[0])->var.v == r->var.v);
}

// Where the call failed there is nothing to close.
static bool succeeded(void *p, uint32_t block, uint32_t succ)
{
    const Response *r = p;
    CalledBefore called = {r->ctx, r->func, r->call, r->error};
    if (call_failed_on(&called, block, succ))
        return false;
    return branches_allow(&r->known, block, succ);
}

// ---- Reports ----

static Level level_here(const RuleContext *ctx, const IrFunc *func)
{
    bool is_main = func->kind == FUNC_DECL && !func->has_recv &&
                   str_is(object_name(ctx->types, func->obj), "main") &&
                   str_is(package_name(ctx->types), "main");
    return is_main || rule_in_test_file(ctx, func) ? LEVEL_ADVICE : LEVEL_WARNING;
}

// The if statement that looks at the error, where it follows the call's statement at once and
// leaves.
static NodeId error_check(const Response *r, NodeId *assignment)
{
    const Ast *ast = rule_ast(r->ctx, r->func);
    Str error = name_str(package_names(r->ctx->types), ir_var(r->ctx->ir, r->error)->name);
    Span call = ir_instr(r->func, r->call)->span;
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        if (node_kind(ast, n) != NODE_BLOCK_STMT || node_span(ast, n).start > call.start ||
            node_span(ast, n).end < call.end)
            continue;
        NodeList list = ast_block(ast, n).stmts;
        for (uint32_t k = 0; k + 1 < list.len; k++) {
            Span span = node_span(ast, list.items[k]);
            if (node_kind(ast, list.items[k]) != NODE_ASSIGN_STMT || span.start > call.start ||
                span.end != call.end || node_kind(ast, list.items[k + 1]) != NODE_IF_STMT)
                continue;
            IfView v = ast_if(ast, list.items[k + 1]);
            NodeList body = ast_block(ast, v.body).stmts;
            bool leaves = body.len && node_kind(ast, body.items[body.len - 1]) == NODE_RETURN_STMT;
            const char *wanted = arena_printf(r->ctx->scratch, "%.*s != nil", STR_ARG(error));
            *assignment = list.items[k];
            return leaves && !node_ok(v.els) && !node_ok(v.init) &&
                           str_is(ast_text(ast, v.cond), wanted)
                       ? list.items[k + 1]
                       : (NodeId){0};
        }
    }
    return (NodeId){0};
}

static void add_fix(const Response *r, Finding *f, bool never)
{
    NodeId assignment = {0}, check = r->error.v ? error_check(r, &assignment) : (NodeId){0};
    if (!node_ok(check))
        return;
    RuleContext *ctx = r->ctx;
    bool loop = r->func->blocks.data[ir_instr(r->func, r->call)->block].loop != 0;
    Fix *fix = finding_fix(ctx, f, never && !loop ? FIX_SAFE : FIX_SKETCH,
                           "close the body when the function returns");
    uint32_t end = rule_node_span(ctx, r->func, check).end;
    Str field = name_str(package_names(ctx->types), r->field);
    fix_edit(ctx, fix, r->func, (Span){end, end}, "\n%sdefer %s.%.*s.Close()",
             rule_indent(ctx, r->func, rule_node_span(ctx, r->func, assignment).start),
             rule_var_name(ctx, r->var), STR_ARG(field));
}

static void check_closed(Response *r)
{
    RuleContext *ctx = r->ctx;
    PathQuery q = {.func = r->func->id,
                   .from = r->store,
                   .goal = loses,
                   .avoid = settles,
                   .edge = succeeded,
                   .ctx = r};
    IrValue end = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    if (!ir_ok(end))
        return;
    bool never = true;
    for (IrValue at = {1}; never && at.v < r->func->instrs.len; at.v++)
        never = !settles(r, at);
    Finding *f = finding_at(ctx, level_here(ctx, r->func), (Site){r->func->id, r->call},
                            "the body of %s, from %s, is not closed%s: its connection stays open",
                            rule_var_name(ctx, r->var),
                            rule_callee_name(ctx, r->func, ir_instr(r->func, r->call)),
                            never ? "" : " on every path");
    finding_also(ctx, f, FAIL_MEMORY_GROWTH);
    bool returns = ir_instr(r->func, end)->op == IR_RETURN;
    finding_related(
        ctx, f, (Site){r->func->id, end},
        returns ? "returns here without closing it" : "replaced here without closing it", NULL);
    add_fix(r, f, never);
}

// ---- Before the error is looked at ----

static bool reaches_in(void *p, IrValue at)
{
    const Response *r = p;
    const IrInstr *i = ir_instr(r->func, at);
    return (i->op == IR_ADDR_FIELD || i->op == IR_FIELD) &&
           flow_loaded_var(r->ctx->flow, r->func->id, i->args[0]).v == r->var.v;
}

// Whether somebody looks at the error, or whether there is a response.
static bool asks(void *p, IrValue at)
{
    const Response *r = p;
    const IrInstr *i = ir_instr(r->func, at);
    if (i->op == IR_LOAD && r->error.v &&
        flow_loaded_var(r->ctx->flow, r->func->id, at).v == r->error.v)
        return true;
    if (i->op == IR_ADDR_VAR && (i->var.v == r->error.v || i->var.v == r->var.v)) {
        SiteList uses = flow_uses(r->ctx->flow, r->func->id, at);
        for (uint32_t k = 0; k < uses.len; k++) {
            IrOp op = rule_instr(r->ctx, uses.items[k])->op;
            if (op != IR_LOAD && op != IR_STORE)
                return true;
        }
    }
    if (i->op == IR_BINARY)
        for (uint32_t side = 0; side < 2; side++)
            if (flow_loaded_var(r->ctx->flow, r->func->id, i->args[side]).v == r->var.v)
                return true;
    return i->op == IR_STORE && at.v != r->store.v && loses(p, at);
}

static bool check_asked(Response *r)
{
    RuleContext *ctx = r->ctx;
    PathQuery q = {
        .func = r->func->id, .from = r->store, .goal = reaches_in, .avoid = asks, .ctx = r};
    IrValue use = flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL);
    if (!ir_ok(use))
        return false;
    Finding *f = finding_at(ctx, rule_in_test_file(ctx, r->func) ? LEVEL_ADVICE : LEVEL_WARNING,
                            (Site){r->func->id, use},
                            "%s is nil where %s fails, and its error has not been looked at here",
                            rule_var_name(ctx, r->var),
                            rule_callee_name(ctx, r->func, ir_instr(r->func, r->call)));
    f->failure = FAIL_PANIC;
    finding_related(ctx, f, (Site){r->func->id, r->call}, "made here", NULL);
    return true;
}

// ---- Calls that give a response ----

static VarId stored_in(const Response *r, IrValue part, IrValue *store)
{
    SiteList uses = flow_uses(r->ctx->flow, r->func->id, part);
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *i = rule_instr(r->ctx, uses.items[k]);
        if (i->op == IR_STORE && i->args[1].v == part.v &&
            ir_instr(r->func, i->args[0])->op == IR_ADDR_VAR) {
            *store = uses.items[k].instr;
            return ir_instr(r->func, i->args[0])->var;
        }
    }
    return (VarId){0};
}

static void check_response(Response *r, uint32_t result)
{
    RuleContext *ctx = r->ctx;
    SiteList parts = flow_uses(ctx->flow, r->func->id, r->call);
    IrValue ignored, value = {0};
    for (uint32_t k = 0; k < parts.len; k++) {
        const IrInstr *part = rule_instr(ctx, parts.items[k]);
        if (part->op != IR_EXTRACT)
            return; // the whole tuple is handed on
        if (part->index == result)
            value = parts.items[k].instr;
        else
            r->error = stored_in(r, parts.items[k].instr, &ignored);
    }
    if (!ir_ok(value) || flow_uses(ctx->flow, r->func->id, value).len == 0) {
        finding_at(ctx, level_here(ctx, r->func), (Site){r->func->id, r->call},
                   "the response of %s is discarded, and its body is never closed",
                   rule_callee_name(ctx, r->func, ir_instr(r->func, r->call)));
        return;
    }
    r->var = stored_in(r, value, &r->store);
    if (!r->var.v || ir_var(ctx->ir, r->var)->owner.v != r->func->id.v ||
        ir_var(ctx->ir, r->var)->result >= 0)
        return;
    if (r->error.v && ir_var(ctx->ir, r->error)->owner.v != r->func->id.v)
        return; // whoever reads it in the function around decides
    r->known = branches_before(ctx, r->func, ir_instr(r->func, r->store)->block);
    r->known.not_nil = r->var;
    if (!check_asked(r))
        check_closed(r);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op != IR_CALL || i->call->dynamic || type_kind(ctx->types, i->type) != T_TUPLE ||
        type_tuple_len(ctx->types, i->type) != 2)
        return;
    const Effect *e = flow_effect(ctx->flow, i, EFFECT_MUST_RELEASE);
    if (!e || e->target.kind != REF_RESULT || !e->target.field.v)
        return;
    Response r = {.ctx = ctx, .func = func, .call = at, .field = e->target.field, .effect = e};
    check_response(&r, e->target.index);
}

void rule_unclosed_body(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

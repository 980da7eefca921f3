// expr.c - expressions (spec: Expressions): dispatch by kind, and what a context asks of one.
#include "types/check.h"

static NodeId unparen(const Ast *ast, NodeId n)
{
    while (node_kind(ast, n) == NODE_PAREN_EXPR)
        n = ast_operand(ast, n);
    return n;
}

static void star(Checker *c, Operand *x, NodeId n)
{
    check_expr_or_type(c, x, ast_operand(check_ast(c), n));
    if (x->mode == EXPR_TYPE) {
        x->type = type_known(x->type) ? table_pointer(c->p, x->type) : TYPE_UNKNOWN;
        return;
    }
    TypeId core = type_core(c->p, x->type);
    bool pointer = type_kind(c->p, core) == T_POINTER;
    TypeId elem = pointer ? type_at(c->p, core)->elem : TYPE_UNKNOWN;
    check_invalid(x);
    x->mode = EXPR_VARIABLE;
    x->type = elem;
}

static void type_assertion(Checker *c, Operand *x, NodeId n)
{
    TypeAssertView v = ast_type_assert(check_ast(c), n);
    check_expr(c, x, v.x);
    check_invalid(x);
    if (!node_ok(v.type))
        return;
    x->type = check_type(c, v.type);
    x->mode = EXPR_COMMA_OK;
}

static void index_operand(Checker *c, Operand *x, NodeId n, Want want)
{
    if (!check_index(c, x, n))
        return;
    // A generic function with type arguments: what is missing may come from where it goes.
    check_instantiate_func(c, x, n, want.target, want.generic);
}

static void internal(Checker *c, Operand *x, NodeId n, Want want)
{
    const Ast *ast = check_ast(c);
    switch (node_kind(ast, n)) {
    case NODE_IDENT:
        check_ident(c, x, n, false, false);
        break;
    case NODE_BASIC_LIT:
        check_basic_lit(c, x, n);
        break;
    case NODE_FUNC_LIT:
        check_func_lit(c, x, n);
        break;
    case NODE_COMPOSITE_LIT:
        check_composite(c, x, n, want.hint);
        break;
    case NODE_PAREN_EXPR:
        check_raw(c, x, ast_operand(ast, n), (Want){0});
        break;
    case NODE_SELECTOR_EXPR:
        check_selector(c, x, n, false, false);
        break;
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        index_operand(c, x, n, want);
        break;
    case NODE_SLICE_EXPR:
        check_slice(c, x, n);
        break;
    case NODE_TYPE_ASSERT_EXPR:
        type_assertion(c, x, n);
        break;
    case NODE_CALL_EXPR:
        check_call(c, x, n, want.target);
        break;
    case NODE_STAR_EXPR:
        star(c, x, n);
        break;
    case NODE_UNARY_EXPR:
        check_unary(c, x, n);
        break;
    case NODE_BINARY_EXPR: {
        BinaryView v = ast_binary(ast, n);
        check_binary(c, x, n, v.x, v.y, v.op);
        break;
    }
    case NODE_KEY_VALUE_EXPR:
        check_use(c, ast_key_value(ast, n).value);
        check_invalid(x);
        break;
    case NODE_ARRAY_TYPE:
    case NODE_STRUCT_TYPE:
    case NODE_FUNC_TYPE:
    case NODE_INTERFACE_TYPE:
    case NODE_MAP_TYPE:
    case NODE_CHAN_TYPE:
        x->type = check_type(c, n);
        x->mode = EXPR_TYPE;
        break;
    default:
        check_invalid(x);
    }
    x->expr = n;
}

void check_take_target(Checker *c, Operand *x, TypeId target)
{
    const Type *t = type_at(c->p, x->type);
    if (x->mode != EXPR_VALUE || t->kind != T_SIGNATURE || t->sig->tparam_count == 0)
        return;
    TypeId core = type_known(target) ? type_core(c->p, target) : TYPE_UNKNOWN;
    if (type_kind(c->p, core) == T_SIGNATURE)
        check_instantiate_func(c, x, (NodeId){0}, core, false);
}

void check_raw(Checker *c, Operand *x, NodeId n, Want want)
{
    *x = (Operand){.expr = n};
    check_invalid(x);
    if (!node_ok(n) || c->depth >= CHECK_DEPTH_MAX)
        return;
    c->depth++;
    internal(c, x, n, want);
    c->depth--;
    if (!want.generic)
        check_take_target(c, x, want.target);
    record_operand(c, x);
}

// A value is wanted: types, builtins and calls without results are none.
static void only_value(Operand *x)
{
    if (x->mode == EXPR_NOVALUE || x->mode == EXPR_BUILTIN || x->mode == EXPR_TYPE ||
        x->mode == EXPR_PACKAGE)
        check_invalid(x);
}

static void single(Checker *c, Operand *x)
{
    if (x->mode == EXPR_VALUE && type_kind(c->p, x->type) == T_TUPLE)
        check_invalid(x);
}

void check_expr(Checker *c, Operand *x, NodeId n)
{
    check_raw(c, x, n, (Want){0});
    only_value(x);
    single(c, x);
}

void check_expr_to(Checker *c, Operand *x, NodeId n, TypeId to)
{
    Want want = {0};
    if (type_known(to) && type_kind(c->p, type_core(c->p, to)) == T_SIGNATURE)
        want.target = type_core(c->p, to);
    check_raw(c, x, n, want);
    only_value(x);
    single(c, x);
}

void check_generic_expr(Checker *c, Operand *x, NodeId n, TypeId hint)
{
    check_raw(c, x, n, (Want){.hint = hint, .generic = true});
    only_value(x);
    single(c, x);
}

void check_expr_or_type(Checker *c, Operand *x, NodeId n)
{
    check_raw(c, x, n, (Want){.generic = true});
    if (x->mode == EXPR_NOVALUE || x->mode == EXPR_PACKAGE)
        check_invalid(x);
    single(c, x);
}

void check_use(Checker *c, NodeId n)
{
    Operand x;
    if (!node_ok(n))
        return;
    const Ast *ast = check_ast(c);
    NodeId plain = unparen(ast, n);
    if (node_kind(ast, plain) == NODE_IDENT && str_is(ast_text(ast, plain), "_"))
        return;
    check_raw(c, &x, n, (Want){.generic = true});
}

void check_func_lit(Checker *c, Operand *x, NodeId n)
{
    FuncLitView v = ast_func_lit(check_ast(c), n);
    TypeId sig = check_type(c, v.type);
    x->mode = EXPR_VALUE;
    x->type = sig;
    if (!c->frame->in_function) {
        // Its body may use what depends on the variable being initialized: checked at the end.
        vec_push(&c->scratch, &c->later,
                 (Later){.file = c->frame->file,
                         .signature = sig,
                         .func_type = v.type,
                         .body = v.body,
                         .iota = c->frame->iota});
        return;
    }
    Map labels = {0};
    Frame f = {.names = c->frame->names,
               .signature = sig,
               .in_function = true,
               .iota = c->frame->iota,
               .labels = &labels};
    check_frame_push(c, &f, c->frame->file);
    uint32_t mark = scope_open(c);
    check_bind_signature(c, v.type, (NodeId){0});
    check_body(c, v.body);
    scope_close(c, mark);
    check_frame_pop(c);
}

// assign.c - initializations and assignments (spec: Variable declarations, Assignment statements,
// Short variable declarations).
#include "types/check.h"

static bool blank_ident(const Checker *c, NodeId n)
{
    const Ast *ast = check_ast(c);
    while (node_kind(ast, n) == NODE_PAREN_EXPR)
        n = ast_operand(ast, n);
    return node_kind(ast, n) == NODE_IDENT && str_is(ast_text(ast, n), "_");
}

static void init_var(Checker *c, ObjId o, Operand *x)
{
    TypeId t = object_mut(c->p, o)->type;
    if (!type_known(t) && !object_mut(c->p, o)->synthetic) {
        t = type_default(c->p, x->type);
        if (t.v == BASIC_UNTYPED_NIL)
            t = TYPE_UNKNOWN;
        object_mut(c->p, o)->type = t;
    }
    check_assignment(c, x, t);
}

// v, ok := x: the expression's type becomes that of the pair.
static void record_pair(Checker *c, NodeId n, TypeId first, TypeId second)
{
    Package *p = c->p;
    const Ast *ast = check_ast(c);
    if (!type_known(first) || !type_known(second))
        return;
    TypeId types[2] = {first, second};
    TypeId pair = table_tuple_of(p, types, 2);
    for (;;) {
        check_file(c)->node_types[n.v] = pair;
        if (node_kind(ast, n) != NODE_PAREN_EXPR)
            return;
        n = ast_operand(ast, n);
    }
}

static bool is_pair(const Operands *v, NodeList rhs)
{
    return rhs.len == 1 && v->len == 2 && node_eq(v->items[0].expr, rhs.items[0]);
}

void check_init_vars(Checker *c, const ObjId *lhs, uint32_t n, NodeList rhs, bool returning)
{
    TypeId *targets = arena_array(&c->p->scratch, TypeId, n + 1);
    for (uint32_t i = 0; i < n; i++)
        targets[i] = object_mut(c->p, lhs[i])->type;
    // return f() may pass on several results, but never a comma-ok pair.
    Operands v = check_values(c, rhs, n, !returning, targets);
    for (uint32_t i = 0; i < v.len; i++) {
        if (i < n)
            init_var(c, lhs[i], &v.items[i]);
        else
            check_default(c, &v.items[i]);
    }
    if (is_pair(&v, rhs))
        record_pair(c, rhs.items[0], v.items[0].type, v.items[1].type);
}

// The type of what is assigned to; unknown for the blank identifier.
static TypeId left_side(Checker *c, NodeId lhs)
{
    if (blank_ident(c, lhs))
        return TYPE_UNKNOWN;
    Operand x;
    check_expr(c, &x, lhs);
    return x.type;
}

void check_assign_var(Checker *c, NodeId lhs, Operand *x)
{
    check_assignment(c, x, left_side(c, lhs));
}

void check_assign_vars(Checker *c, NodeList lhs, NodeList rhs)
{
    if (lhs.len == rhs.len) {
        for (uint32_t i = 0; i < lhs.len; i++) {
            Operand x;
            TypeId t = left_side(c, lhs.items[i]);
            check_expr_to(c, &x, rhs.items[i], t);
            check_assignment(c, &x, t);
        }
        return;
    }
    Operands v = check_values(c, rhs, lhs.len, true, NULL);
    for (uint32_t i = 0; i < lhs.len; i++) {
        TypeId t = left_side(c, lhs.items[i]);
        if (i < v.len)
            check_assignment(c, &v.items[i], t);
    }
    for (uint32_t i = lhs.len; i < v.len; i++)
        check_default(c, &v.items[i]);
    if (is_pair(&v, rhs))
        record_pair(c, rhs.items[0], v.items[0].type, v.items[1].type);
}

void check_short_vars(Checker *c, NodeId n, NodeList lhs, NodeList rhs)
{
    const Ast *ast = check_ast(c);
    ObjId *objs = arena_array(&c->scratch, ObjId, lhs.len);
    for (uint32_t i = 0; i < lhs.len; i++) {
        NodeId id = lhs.items[i];
        if (node_kind(ast, id) != NODE_IDENT) {
            check_use(c, id);
            objs[i] = table_var(c->p, (Name){0}, TYPE_UNKNOWN, VAR_LOCAL);
            continue;
        }
        // A name that this block has declared already is assigned to.
        ObjId old = scope_lookup_block(c, check_name(c, id));
        if (obj_ok(old) && object_mut(c->p, old)->kind == OBJ_VAR) {
            record_object(c, id, old);
            objs[i] = old;
        } else {
            objs[i] = scope_declare(c, id, n, OBJ_VAR, VAR_LOCAL, TYPE_UNKNOWN);
        }
    }
    check_init_vars(c, objs, lhs.len, rhs, false);
    // Of a name that stands there twice the first is declared.
    for (uint32_t i = 0; i < lhs.len; i++)
        if (node_eq(object_mut(c->p, objs[i])->decl, n) &&
            !obj_ok(scope_lookup_block(c, object_mut(c->p, objs[i])->name)))
            scope_bind(c, objs[i]);
}

// The binary operator of an assignment operation.
static TokenKind operator_of(TokenKind assign)
{
    switch (assign) {
    case TOK_ADD_ASSIGN:
        return TOK_ADD;
    case TOK_SUB_ASSIGN:
        return TOK_SUB;
    case TOK_MUL_ASSIGN:
        return TOK_MUL;
    case TOK_QUO_ASSIGN:
        return TOK_QUO;
    case TOK_REM_ASSIGN:
        return TOK_REM;
    case TOK_AND_ASSIGN:
        return TOK_AND;
    case TOK_OR_ASSIGN:
        return TOK_OR;
    case TOK_XOR_ASSIGN:
        return TOK_XOR;
    case TOK_SHL_ASSIGN:
        return TOK_SHL;
    case TOK_SHR_ASSIGN:
        return TOK_SHR;
    default:
        return TOK_AND_NOT;
    }
}

void check_assign_stmt(Checker *c, NodeId n)
{
    AssignView v = ast_assign(check_ast(c), n);
    if (v.op == TOK_DEFINE) {
        check_short_vars(c, n, v.lhs, v.rhs);
    } else if (v.op == TOK_ASSIGN) {
        check_assign_vars(c, v.lhs, v.rhs);
    } else if (v.lhs.len == 1 && v.rhs.len == 1) {
        Operand x;
        check_binary(c, &x, (NodeId){0}, v.lhs.items[0], v.rhs.items[0], operator_of(v.op));
        x.expr = (NodeId){0};
        TypeId t = left_side(c, v.lhs.items[0]);
        check_assignment(c, &x, t);
    } else {
        LIST_EACH (e, v.lhs)
            check_use(c, *e);
        LIST_EACH (e, v.rhs)
            check_use(c, *e);
    }
}

// convert.c - untyped operands take their final types (spec: Constants, Assignability,
// Representability).
//
// An untyped expression is recorded untyped first. When the context gives it a type, the tree is
// walked down again and the operands that have not got a final type are given the same one; the
// operands of a constant expression keep theirs, because they are never made at run time.
#include "types/check.h"

// The wider of two untyped numeric types; equal types otherwise.
static TypeId max_untyped(TypeId a, TypeId b)
{
    if (a.v == b.v)
        return a;
    bool numeric = a.v >= BASIC_UNTYPED_INT && a.v <= BASIC_UNTYPED_COMPLEX &&
                   b.v >= BASIC_UNTYPED_INT && b.v <= BASIC_UNTYPED_COMPLEX;
    if (!numeric)
        return TYPE_UNKNOWN;
    return a.v > b.v ? a : b;
}

static bool untyped_id(const Package *p, TypeId t)
{
    const Type *at = type_at(p, t);
    return at->kind == T_BASIC && basic_untyped((BasicKind)at->sub);
}

static TypeId implicit_basic(Checker *c, const Operand *x, TypeId target, const Constant **value)
{
    Package *p = c->p;
    if (x->mode == EXPR_CONSTANT)
        return check_represent(c, x->value, type_basic(p, target), value) ? target : TYPE_UNKNOWN;
    switch (type_basic(p, x->type)) {
    case BASIC_UNTYPED_BOOL:
        return basic_is(p, target, CLASS_BOOL) ? target : TYPE_UNKNOWN;
    case BASIC_UNTYPED_INT:
    case BASIC_UNTYPED_RUNE:
    case BASIC_UNTYPED_FLOAT:
    case BASIC_UNTYPED_COMPLEX:
        return basic_is(p, target, CLASS_NUMERIC) ? target : TYPE_UNKNOWN;
    case BASIC_UNTYPED_STRING:
        return basic_is(p, target, CLASS_STRING) ? target : TYPE_UNKNOWN;
    case BASIC_UNTYPED_NIL:
        return type_has_nil(p, target) ? x->type : TYPE_UNKNOWN;
    default:
        return TYPE_UNKNOWN;
    }
}

static TypeId implicit_param(Checker *c, const Operand *x, TypeId target)
{
    const Term *terms;
    uint32_t count;
    const Constant *ignored;
    if (!type_terms(c->p, target, &terms, &count) || count == 0)
        return TYPE_UNKNOWN;
    for (uint32_t i = 0; i < count; i++) {
        TypeId under = type_underlying(c->p, terms[i].type);
        if (!type_known(check_implicit_type(c, x, under, &ignored)))
            return TYPE_UNKNOWN;
    }
    return operand_nil(c, x) ? x->type : target;
}

TypeId check_implicit_type(Checker *c, const Operand *x, TypeId target, const Constant **value)
{
    Package *p = c->p;
    *value = NULL;
    if (!operand_untyped(c, x) || !type_known(target))
        return x->type;
    if (untyped_id(p, target))
        return max_untyped(x->type, target);
    if (type_is_param(p, target))
        return implicit_param(c, x, target);
    TypeId under = type_underlying(p, target);
    switch (type_kind(p, under)) {
    case T_BASIC:
        return implicit_basic(c, x, target, value);
    case T_INTERFACE: {
        const TypeSet *s = type_set(p, under);
        if (operand_nil(c, x))
            return x->type;
        return s->method_count || s->restricted ? TYPE_UNKNOWN : type_default(p, x->type);
    }
    case T_POINTER:
    case T_SIGNATURE:
    case T_SLICE:
    case T_MAP:
    case T_CHAN:
        return operand_nil(c, x) ? x->type : TYPE_UNKNOWN;
    case T_UNKNOWN:
        return operand_nil(c, x) ? x->type : target;
    default:
        return TYPE_UNKNOWN;
    }
}

void check_update_value(Checker *c, NodeId n, const Constant *v)
{
    if (!node_ok(n))
        return;
    PackageFile *f = check_file(c);
    if (untyped_id(c->p, f->node_types[n.v]))
        f->node_constants[n.v] = v;
}

static void update_operands(Checker *c, NodeId n, TypeId t, bool final, bool constant)
{
    const Ast *ast = check_ast(c);
    switch (node_kind(ast, n)) {
    case NODE_PAREN_EXPR:
        check_update_type(c, ast_operand(ast, n), t, final);
        break;
    case NODE_UNARY_EXPR:
        if (!constant)
            check_update_type(c, ast_unary(ast, n).x, t, final);
        break;
    case NODE_BINARY_EXPR: {
        BinaryView v = ast_binary(ast, n);
        int precedence = token_precedence(v.op);
        if (constant || precedence == 3) // comparisons
            break;
        check_update_type(c, v.x, t, final);
        if (v.op != TOK_SHL && v.op != TOK_SHR)
            check_update_type(c, v.y, t, final);
        break;
    }
    default:
        break;
    }
}

void check_update_type(Checker *c, NodeId n, TypeId t, bool final)
{
    if (!node_ok(n) || c->depth >= CHECK_DEPTH_MAX)
        return;
    PackageFile *f = check_file(c);
    if (!untyped_id(c->p, f->node_types[n.v]) || f->node_modes[n.v] == EXPR_INVALID)
        return;
    const Constant *old = node_constant(c->p, c->frame->file, n);
    bool constant = f->node_modes[n.v] == EXPR_CONSTANT;
    c->depth++;
    update_operands(c, n, t, final, constant);
    c->depth--;
    if (!final && untyped_id(c->p, t)) {
        f->node_types[n.v] = t;
        return;
    }
    if (constant && old) {
        const Constant *value = old;
        Operand x = {.mode = EXPR_CONSTANT, .type = f->node_types[n.v], .value = old};
        TypeId ok = check_implicit_type(c, &x, t, &value);
        if (!type_known(ok) && type_known(t))
            return;
    }
    f->node_types[n.v] = t;
}

void check_convert_untyped(Checker *c, Operand *x, TypeId target)
{
    const Constant *value;
    TypeId t = check_implicit_type(c, x, target, &value);
    if (!type_known(t)) {
        x->mode = EXPR_VALUE;
        x->type = TYPE_UNKNOWN;
        x->value = NULL;
        return;
    }
    if (value) {
        x->value = value;
        check_update_value(c, x->expr, value);
    }
    if (t.v != x->type.v) {
        x->type = t;
        check_update_type(c, x->expr, t, false);
    }
}

void check_default(Checker *c, Operand *x)
{
    if (operand_untyped(c, x) && !operand_nil(c, x))
        check_convert_untyped(c, x, type_default(c->p, x->type));
}

void check_assignment(Checker *c, Operand *x, TypeId target)
{
    if (!operand_untyped(c, x)) {
        check_take_target(c, x, target);
        return;
    }
    if (!type_known(target) || type_is_interface(c->p, target)) {
        check_default(c, x);
        return;
    }
    Operand before = *x;
    check_convert_untyped(c, x, target);
    // What cannot be assigned is an error in the code; it still has a type of its own.
    if (!type_known(x->type)) {
        *x = before;
        check_default(c, x);
    }
}

void check_match_types(Checker *c, Operand *x, Operand *y)
{
    Package *p = c->p;
    bool ux = operand_untyped(c, x), uy = operand_untyped(c, y);
    if ((!ux && !uy) || !type_known(x->type) || !type_known(y->type))
        return;
    if (type_all(p, x->type, CLASS_NUMERIC) != type_all(p, y->type, CLASS_NUMERIC))
        return;
    bool interface = type_is_interface(p, x->type) || type_is_interface(p, y->type);
    if (!interface) {
        if (type_all(p, x->type, CLASS_BOOL) != type_all(p, y->type, CLASS_BOOL) ||
            type_all(p, x->type, CLASS_STRING) != type_all(p, y->type, CLASS_STRING))
            return;
        bool nil = operand_nil(c, x) || operand_nil(c, y);
        TypeId other = operand_nil(c, x) ? y->type : x->type;
        if (nil && !type_has_nil(p, other))
            return;
        if (!nil && (type_kind(p, type_underlying(p, x->type)) == T_POINTER ||
                     type_kind(p, type_underlying(p, y->type)) == T_POINTER))
            return;
    }
    check_convert_untyped(c, x, y->type);
    check_convert_untyped(c, y, x->type);
}

// binary.c - operators (spec: Operators).
#include "types/check.h"

static unsigned unsigned_bits(const Package *p, TypeId t)
{
    switch (type_basic(p, t)) {
    case BASIC_UINT8:
        return 8;
    case BASIC_UINT16:
        return 16;
    case BASIC_UINT32:
        return 32;
    case BASIC_UINT:
    case BASIC_UINTPTR:
        return 8u * p->word;
    case BASIC_UINT64:
        return 64;
    default:
        return 0;
    }
}

static void receive(Checker *c, Operand *x)
{
    c->calls++;
    TypeId core = type_core(c->p, x->type);
    bool chan = type_kind(c->p, core) == T_CHAN;
    TypeId elem = chan ? type_at(c->p, core)->elem : TYPE_UNKNOWN;
    check_invalid(x);
    x->mode = EXPR_COMMA_OK;
    x->type = elem;
}

void check_unary(Checker *c, Operand *x, NodeId n)
{
    UnaryView v = ast_unary(check_ast(c), n);
    check_expr(c, x, v.x);
    if (v.op == TOK_ARROW) {
        receive(c, x);
        return;
    }
    if (v.op == TOK_AND) {
        TypeId t = type_known(x->type) ? table_pointer(c->p, x->type) : TYPE_UNKNOWN;
        check_invalid(x);
        x->type = t;
        return;
    }
    if (x->mode == EXPR_CONSTANT) {
        x->value = constant_unary(&c->p->arena, v.op, x->value, unsigned_bits(c->p, x->type));
        check_overflow(c, x);
        return;
    }
    x->mode = EXPR_VALUE;
    if (!type_known(x->type) && v.op == TOK_NOT)
        x->type = TID(BASIC_BOOL);
}

static void shift(Checker *c, Operand *x, Operand *y, NodeId n, TokenKind op)
{
    Package *p = c->p;
    if (y->mode != EXPR_CONSTANT && operand_untyped(c, y) && !basic_is(p, y->type, CLASS_INTEGER))
        check_convert_untyped(c, y, TID(BASIC_UINT));
    if (x->mode == EXPR_CONSTANT && y->mode == EXPR_CONSTANT) {
        uint64_t count;
        const Constant *value = NULL;
        if (x->value && y->value && constant_uint64(y->value, &count))
            value = constant_shift(&p->arena, op, x->value, count);
        if (!basic_is(p, x->type, CLASS_INTEGER))
            x->type = TID(BASIC_UNTYPED_INT);
        x->value = value;
        x->expr = n;
        check_overflow(c, x);
        return;
    }
    // A constant shifted by a variable takes the type that the context would give it.
    x->mode = EXPR_VALUE;
    x->value = NULL;
    if (!operand_untyped(c, x) && type_known(x->type) && !type_all(p, x->type, CLASS_INTEGER))
        x->type = TYPE_UNKNOWN;
}

void check_comparison(Checker *c, Operand *x, Operand *y, TokenKind op)
{
    bool result;
    bool constant = x->mode == EXPR_CONSTANT && y->mode == EXPR_CONSTANT;
    const Constant *value = NULL;
    if (constant && constant_compare(op, x->value, y->value, &result))
        value = constant_of_bool(&c->p->arena, result);
    if (!constant) {
        // The operands are never made into anything wider: their default types are final.
        check_update_type(c, x->expr, type_default(c->p, x->type), true);
        check_update_type(c, y->expr, type_default(c->p, y->type), true);
    }
    x->mode = constant ? EXPR_CONSTANT : EXPR_VALUE;
    x->value = value;
    x->type = TID(BASIC_UNTYPED_BOOL);
}

static bool is_comparison(TokenKind op)
{
    return token_precedence(op) == 3;
}

// With one side unknown the other tells the type, if it has one of its own.
static void half_known(Checker *c, Operand *x, const Operand *y, TokenKind op)
{
    TypeId t = type_known(x->type) ? x->type : y->type;
    const Operand *known = type_known(x->type) ? x : y;
    bool untyped = type_known(t) && operand_untyped(c, known);
    if (untyped)
        check_update_type(c, known->expr, type_default(c->p, t), true);
    if (op == TOK_LAND || op == TOK_LOR)
        t = type_known(t) && !untyped ? t : TID(BASIC_BOOL);
    else if (untyped)
        t = TYPE_UNKNOWN;
    check_invalid(x);
    x->type = t;
}

static void constant_operation(Checker *c, Operand *x, const Operand *y, NodeId n, TokenKind op)
{
    bool integer = basic_is(c->p, x->type, CLASS_INTEGER);
    x->value = constant_binary(&c->p->arena, op, x->value, y->value, integer);
    x->expr = n;
    check_overflow(c, x);
}

void check_binary(Checker *c, Operand *x, NodeId n, NodeId lhs, NodeId rhs, TokenKind op)
{
    Operand y;
    check_expr(c, x, lhs);
    if (node_ok(rhs)) {
        check_expr(c, &y, rhs);
    } else {
        // x++ adds an untyped one.
        y = (Operand){.mode = EXPR_CONSTANT,
                      .type = TID(BASIC_UNTYPED_INT),
                      .value = constant_of_int(&c->p->arena, 1)};
    }
    if (op == TOK_SHL || op == TOK_SHR) {
        shift(c, x, &y, n, op);
        return;
    }
    if ((!type_known(x->type) || !type_known(y.type)) && !is_comparison(op)) {
        half_known(c, x, &y, op);
        return;
    }
    check_match_types(c, x, &y);
    if (is_comparison(op)) {
        check_comparison(c, x, &y, op);
        return;
    }
    if (x->mode == EXPR_CONSTANT && y.mode == EXPR_CONSTANT) {
        constant_operation(c, x, &y, n, op);
        return;
    }
    if (!type_known(x->type) || !type_known(y.type)) {
        half_known(c, x, &y, op);
        return;
    }
    x->mode = EXPR_VALUE;
    x->value = NULL;
}

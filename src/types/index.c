// index.c - index and slice expressions (spec: Index expressions, Slice expressions).
#include "types/check.h"

// An index takes type int where it is an untyped constant.
static void index_value(Checker *c, NodeId n)
{
    if (!node_ok(n))
        return;
    Operand x;
    check_expr(c, &x, n);
    check_assignment(c, &x, TID(BASIC_INT));
}

typedef struct Indexed {
    TypeId key, elem;
    ExprMode mode;
    bool ok;
} Indexed;

static Indexed indexed_type(Checker *c, const Operand *x, TypeId t)
{
    Package *p = c->p;
    TypeId under = type_underlying(p, t);
    const Type *at = type_at(p, under);
    switch ((TypeKind)at->kind) {
    case T_BASIC:
        if (basic_is(p, under, CLASS_STRING))
            return (Indexed){.elem = TID(TID_BYTE), .mode = EXPR_VALUE, .ok = true};
        break;
    case T_ARRAY:
        return (Indexed){.elem = at->elem,
                         .ok = true,
                         .mode = x->mode == EXPR_VARIABLE ? EXPR_VARIABLE : EXPR_VALUE};
    case T_POINTER:
        under = type_underlying(p, at->elem);
        if (type_at(p, under)->kind == T_ARRAY)
            return (Indexed){.elem = type_at(p, under)->elem, .mode = EXPR_VARIABLE, .ok = true};
        break;
    case T_SLICE:
        return (Indexed){.elem = at->elem, .mode = EXPR_VARIABLE, .ok = true};
    case T_MAP:
        return (Indexed){.key = at->key, .elem = at->elem, .mode = EXPR_MAP_INDEX, .ok = true};
    default:
        break;
    }
    return (Indexed){0};
}

// All types of a type parameter's set must agree.
static Indexed indexed_param(Checker *c, const Operand *x)
{
    const Term *terms;
    uint32_t count;
    if (!type_terms(c->p, x->type, &terms, &count) || count == 0)
        return (Indexed){0};
    Indexed all = indexed_type(c, x, terms[0].type);
    for (uint32_t i = 1; i < count && all.ok; i++) {
        Indexed one = indexed_type(c, x, terms[i].type);
        all.ok = one.ok && type_identical(c->p, one.elem, all.elem);
        if (one.mode == EXPR_VALUE)
            all.mode = EXPR_VALUE;
    }
    return all;
}

static bool generic_func(const Package *p, const Operand *x)
{
    const Type *t = type_at(p, x->type);
    return x->mode == EXPR_VALUE && t->kind == T_SIGNATURE && t->sig->tparam_count > 0;
}

bool check_index(Checker *c, Operand *x, NodeId n)
{
    IndexView v = ast_index(check_ast(c), n);
    check_expr_or_type(c, x, v.x);
    x->expr = n;
    if (x->mode == EXPR_TYPE) {
        x->type = check_type(c, n);
        return false;
    }
    if (generic_func(c->p, x))
        return true;
    Indexed r = type_is_param(c->p, x->type) ? indexed_param(c, x) : indexed_type(c, x, x->type);
    check_invalid(x);
    if (r.ok && r.mode == EXPR_MAP_INDEX && v.indices.len) {
        Operand key;
        check_expr(c, &key, v.indices.items[0]);
        check_assignment(c, &key, r.key);
    } else if (r.ok && v.indices.len) {
        index_value(c, v.indices.items[0]);
    } else {
        // It may be a map with keys of any type, or the instance of an unknown function.
        LIST_EACH (i, v.indices) {
            Operand key;
            check_expr_or_type(c, &key, *i);
            if (key.mode != EXPR_TYPE)
                check_default(c, &key);
        }
    }
    if (r.ok) {
        x->mode = r.mode;
        x->type = r.elem;
    }
    return false;
}

static TypeId sliced(Checker *c, TypeId t)
{
    Package *p = c->p;
    TypeId core = type_core(p, t);
    // A type set of strings and byte slices has no core type, but all of it can be sliced.
    if (!type_known(core) && type_is_param(p, t))
        return type_text_like(p, t) ? t : TYPE_UNKNOWN;
    const Type *at = type_at(p, core);
    switch ((TypeKind)at->kind) {
    case T_BASIC:
        if (!basic_is(p, core, CLASS_STRING))
            return TYPE_UNKNOWN;
        return core.v == BASIC_UNTYPED_STRING ? TID(BASIC_STRING) : t;
    case T_ARRAY:
        return table_slice(p, at->elem);
    case T_POINTER: {
        TypeId under = type_underlying(p, at->elem);
        return type_kind(p, under) == T_ARRAY ? table_slice(p, type_at(p, under)->elem)
                                              : TYPE_UNKNOWN;
    }
    case T_SLICE:
        return t;
    default:
        return TYPE_UNKNOWN;
    }
}

void check_slice(Checker *c, Operand *x, NodeId n)
{
    SliceView v = ast_slice(check_ast(c), n);
    check_expr(c, x, v.x);
    TypeId t = sliced(c, x->type);
    check_invalid(x);
    x->type = t;
    index_value(c, v.low);
    index_value(c, v.high);
    index_value(c, v.max);
}

// predicate.c - what kind of type a type is.
#include "types/check.h"

static const uint32_t basic_classes[] = {
    [BASIC_INVALID] = 0,
    [BASIC_BOOL] = CLASS_BOOL,
    [BASIC_INT] = CLASS_INTEGER,
    [BASIC_INT8] = CLASS_INTEGER,
    [BASIC_INT16] = CLASS_INTEGER,
    [BASIC_INT32] = CLASS_INTEGER,
    [BASIC_INT64] = CLASS_INTEGER,
    [BASIC_UINT] = CLASS_INTEGER | CLASS_UNSIGNED,
    [BASIC_UINT8] = CLASS_INTEGER | CLASS_UNSIGNED,
    [BASIC_UINT16] = CLASS_INTEGER | CLASS_UNSIGNED,
    [BASIC_UINT32] = CLASS_INTEGER | CLASS_UNSIGNED,
    [BASIC_UINT64] = CLASS_INTEGER | CLASS_UNSIGNED,
    [BASIC_UINTPTR] = CLASS_INTEGER | CLASS_UNSIGNED,
    [BASIC_FLOAT32] = CLASS_FLOAT,
    [BASIC_FLOAT64] = CLASS_FLOAT,
    [BASIC_COMPLEX64] = CLASS_COMPLEX,
    [BASIC_COMPLEX128] = CLASS_COMPLEX,
    [BASIC_STRING] = CLASS_STRING,
    [BASIC_UNSAFE_POINTER] = 0,
    [BASIC_UNTYPED_BOOL] = CLASS_BOOL,
    [BASIC_UNTYPED_INT] = CLASS_INTEGER,
    [BASIC_UNTYPED_RUNE] = CLASS_INTEGER,
    [BASIC_UNTYPED_FLOAT] = CLASS_FLOAT,
    [BASIC_UNTYPED_COMPLEX] = CLASS_COMPLEX,
    [BASIC_UNTYPED_STRING] = CLASS_STRING,
    [BASIC_UNTYPED_NIL] = 0,
};

bool basic_is(const Package *p, TypeId t, uint32_t classes)
{
    return (basic_classes[type_basic(p, t)] & classes) != 0;
}

bool type_is_param(const Package *p, TypeId t)
{
    return type_kind(p, type_unalias(p, t)) == T_TYPE_PARAM;
}

bool type_is_interface(const Package *p, TypeId t)
{
    return !type_is_param(p, t) && type_kind(p, type_underlying(p, t)) == T_INTERFACE;
}

bool type_all(Package *p, TypeId t, uint32_t classes)
{
    if (!type_is_param(p, t))
        return basic_is(p, t, classes);
    const Term *terms;
    uint32_t count;
    if (!type_terms(p, t, &terms, &count) || count == 0)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!basic_is(p, terms[i].type, classes))
            return false;
    return true;
}

// Whether every type of a type parameter's set is a string or a byte slice.
bool type_text_like(Package *p, TypeId t)
{
    const Term *terms;
    uint32_t count;
    if (!type_terms(p, t, &terms, &count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        TypeId under = type_underlying(p, terms[i].type);
        bool bytes =
            type_kind(p, under) == T_SLICE && type_basic(p, type_at(p, under)->elem) == BASIC_UINT8;
        if (!bytes && !basic_is(p, under, CLASS_STRING))
            return false;
    }
    return count > 0;
}

bool type_has_nil(Package *p, TypeId t)
{
    if (type_is_param(p, t)) {
        const Term *terms;
        uint32_t count;
        if (!type_terms(p, t, &terms, &count))
            return false;
        for (uint32_t i = 0; i < count; i++)
            if (!type_has_nil(p, terms[i].type))
                return false;
        return count > 0;
    }
    switch (type_kind(p, type_underlying(p, t))) {
    case T_BASIC: {
        BasicKind k = type_basic(p, t);
        return k == BASIC_UNSAFE_POINTER || k == BASIC_UNTYPED_NIL;
    }
    case T_POINTER:
    case T_SLICE:
    case T_MAP:
    case T_CHAN:
    case T_SIGNATURE:
    case T_INTERFACE:
        return true;
    default:
        return false;
    }
}

static bool parts_comparable(Package *p, Type *at)
{
    if (at->walk & (WALK_COMPARABLE_BUSY | WALK_COMPARABLE | WALK_INCOMPARABLE))
        return !(at->walk & WALK_INCOMPARABLE);
    at->walk |= WALK_COMPARABLE_BUSY;
    bool ok = true;
    if (at->kind == T_ARRAY)
        ok = type_comparable(p, at->elem);
    else
        for (uint32_t i = 0; i < at->strct->count && ok; i++)
            ok = type_comparable(p, object_mut(p, at->strct->fields[i])->type);
    at->walk =
        (uint8_t)((at->walk & ~WALK_COMPARABLE_BUSY) | (ok ? WALK_COMPARABLE : WALK_INCOMPARABLE));
    return ok;
}

// Spec: Comparison operators.
bool type_comparable(Package *p, TypeId t)
{
    TypeId under = type_underlying(p, t);
    const Type *at = type_at(p, under);
    switch ((TypeKind)at->kind) {
    case T_BASIC:
        return at->sub != BASIC_UNTYPED_NIL;
    case T_POINTER:
    case T_CHAN:
    case T_UNKNOWN:
        return true;
    case T_INTERFACE: {
        const TypeSet *s = type_set(p, under);
        if (!type_is_param(p, t) || s->comparable)
            return true;
        for (uint32_t i = 0; i < s->term_count; i++)
            if (!type_comparable(p, s->terms[i].type))
                return false;
        return s->restricted && s->term_count > 0;
    }
    case T_STRUCT:
    case T_ARRAY:
        return parts_comparable(p, type_at(p, under));
    default:
        return false;
    }
}

TypeId type_default(const Package *p, TypeId t)
{
    const Type *at = type_at(p, t);
    if (at->kind != T_BASIC || !basic_untyped((BasicKind)at->sub))
        return t;
    // An untyped rune prints as rune, not int32.
    if (at->sub == BASIC_UNTYPED_RUNE)
        return TID(TID_RUNE);
    return TID(basic_default((BasicKind)at->sub));
}

bool operand_untyped(const Checker *c, const Operand *x)
{
    const Type *at = type_at(c->p, x->type);
    return at->kind == T_BASIC && basic_untyped((BasicKind)at->sub);
}

bool operand_nil(const Checker *c, const Operand *x)
{
    (void)c;
    return x->mode == EXPR_VALUE && x->type.v == BASIC_UNTYPED_NIL;
}

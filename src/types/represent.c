// represent.c - whether a type holds a constant (spec: Representability), and conversions.
#include "types/check.h"

enum {
    // The compiler's limit for untyped integer constants, in bits.
    CONST_INT_BITS = 512,
};

typedef struct IntRange {
    uint8_t bits; // 0: no bound but CONST_INT_BITS
    bool is_signed;
} IntRange;

static IntRange int_range(const Package *p, BasicKind k)
{
    switch (k) {
    case BASIC_INT8:
        return (IntRange){8, true};
    case BASIC_INT16:
        return (IntRange){16, true};
    case BASIC_INT32:
        return (IntRange){32, true};
    case BASIC_INT:
        return (IntRange){(uint8_t)(8 * p->word), true};
    case BASIC_INT64:
        return (IntRange){64, true};
    case BASIC_UINT8:
        return (IntRange){8, false};
    case BASIC_UINT16:
        return (IntRange){16, false};
    case BASIC_UINT32:
        return (IntRange){32, false};
    case BASIC_UINT:
    case BASIC_UINTPTR:
        return (IntRange){(uint8_t)(8 * p->word), false};
    case BASIC_UINT64:
        return (IntRange){64, false};
    default:
        return (IntRange){0, true};
    }
}

static bool int_fits(const Package *p, const Constant *v, BasicKind k)
{
    IntRange r = int_range(p, k);
    if (r.bits == 0)
        return constant_bits(v) <= CONST_INT_BITS;
    int64_t small;
    if (!r.is_signed) {
        uint64_t u;
        return constant_sign(v) >= 0 && constant_uint64(v, &u) &&
               (r.bits == 64 || u >> r.bits == 0);
    }
    if (!constant_int64(v, &small))
        return false;
    return r.bits == 64 ||
           (small >= -((int64_t)1 << (r.bits - 1)) && small < (int64_t)1 << (r.bits - 1));
}

static bool complex_fits(Checker *c, const Constant *v, BasicKind k, const Constant **out)
{
    Arena *a = &c->p->arena;
    v = constant_to_complex(a, v);
    if (!v)
        return false;
    *out = v;
    if (k == BASIC_UNTYPED_COMPLEX)
        return true;
    int bits = k == BASIC_COMPLEX64 ? 32 : 64;
    const Constant *re = constant_round(a, constant_real(a, v), bits);
    const Constant *im = constant_round(a, constant_imag(a, v), bits);
    *out = constant_make_complex(a, re, im);
    return re && im;
}

bool check_represent(Checker *c, const Constant *v, BasicKind k, const Constant **out)
{
    Arena *a = &c->p->arena;
    *out = v;
    if (!v)
        return true;
    TypeId t = TID(k);
    if (basic_is(c->p, t, CLASS_INTEGER)) {
        v = constant_to_int(a, v);
        *out = v;
        return v && int_fits(c->p, v, k);
    }
    if (basic_is(c->p, t, CLASS_FLOAT)) {
        v = constant_to_float(a, v);
        if (v && k != BASIC_UNTYPED_FLOAT)
            v = constant_round(a, v, k == BASIC_FLOAT32 ? 32 : 64);
        *out = v;
        return v != NULL;
    }
    if (basic_is(c->p, t, CLASS_COMPLEX))
        return complex_fits(c, v, k, out);
    if (basic_is(c->p, t, CLASS_STRING))
        return constant_kind(v) == CONST_STRING;
    return basic_is(c->p, t, CLASS_BOOL) && constant_kind(v) == CONST_BOOL;
}

// The result of a constant operation must fit its type (spec: Constant expressions).
void check_overflow(Checker *c, Operand *x)
{
    if (x->mode != EXPR_CONSTANT || !x->value)
        return;
    if (operand_untyped(c, x)) {
        if (constant_kind(x->value) == CONST_INT && constant_bits(x->value) > CONST_INT_BITS)
            x->value = NULL;
        return;
    }
    const Constant *v;
    bool fits = check_represent(c, x->value, type_basic(c->p, x->type), &v);
    x->value = fits ? v : NULL;
}

static const Constant *rune_string(Checker *c, const Constant *v)
{
    uint64_t r;
    if (!constant_uint64(v, &r) || r > 0x10FFFF || (r >= 0xD800 && r < 0xE000))
        r = 0xFFFD;
    char *b = arena_alloc(&c->p->arena, 5);
    size_t n = 0;
    if (r < 0x80) {
        b[n++] = (char)r;
    } else if (r < 0x800) {
        b[n++] = (char)(0xC0 | r >> 6);
    } else if (r < 0x10000) {
        b[n++] = (char)(0xE0 | r >> 12);
        b[n++] = (char)(0x80 | (r >> 6 & 63));
    } else {
        b[n++] = (char)(0xF0 | r >> 18);
        b[n++] = (char)(0x80 | (r >> 12 & 63));
        b[n++] = (char)(0x80 | (r >> 6 & 63));
    }
    if (r >= 0x80)
        b[n++] = (char)(0x80 | (r & 63));
    return constant_of_string(&c->p->arena, (Str){b, n});
}

// A constant converted to a type that constants may have; false when it becomes a plain value.
static bool constant_conversion(Checker *c, Operand *x, TypeId t)
{
    Package *p = c->p;
    if (x->mode != EXPR_CONSTANT || type_is_param(p, t) || !basic_is(p, t, CLASS_CONST))
        return false;
    const Constant *v;
    if (!x->value && basic_is(p, x->type, CLASS_CONST))
        return true;
    if (check_represent(c, x->value, type_basic(p, t), &v)) {
        x->value = v;
        return true;
    }
    if (basic_is(p, t, CLASS_STRING) && basic_is(p, x->type, CLASS_INTEGER)) {
        x->value = rune_string(c, constant_to_int(&p->arena, x->value));
        return true;
    }
    return false;
}

// Spec: Conversions. The operand's own type becomes final: the target for constants, its default
// for values that go into interfaces or type parameters.
void check_conversion(Checker *c, Operand *x, TypeId t)
{
    Package *p = c->p;
    bool kept = constant_conversion(c, x, t);
    if (operand_untyped(c, x)) {
        TypeId final = t;
        bool const_arg = x->mode == EXPR_CONSTANT;
        if (operand_nil(c, x))
            final = x->type;
        else if (type_is_interface(p, t) || (const_arg && !basic_is(p, t, CLASS_CONST)) ||
                 type_is_param(p, t))
            final = type_default(p, x->type);
        else if (const_arg && basic_is(p, x->type, CLASS_INTEGER) && basic_is(p, t, CLASS_STRING))
            final = x->type;
        check_update_type(c, x->expr, final, true);
    }
    x->mode = kept ? EXPR_CONSTANT : EXPR_VALUE;
    if (!kept)
        x->value = NULL;
    x->type = t;
}

// constant_ops.c - operations on constants (spec: Constant expressions).
#include "types/constant_make.h"
#include "types/constant_rep.h"

// The form in which both operands are computed with: the wider of theirs.
static ConstantRep common_rep(const Constant *x, const Constant *y)
{
    return x->rep > y->rep ? x->rep : y->rep;
}

static const Constant *negate(Arena *a, const Constant *x)
{
    switch (x->rep) {
    case REP_SMALL:
        if (x->small != INT64_MIN)
            return constant_of_int(a, -x->small);
        // fall through
    case REP_BIG: {
        mpz_t z;
        constant_get_mpz(z, x);
        mpz_neg(z, z);
        const Constant *c = constant_from_mpz(a, z);
        mpz_clear(z);
        return c;
    }
    case REP_RATIONAL: {
        mpq_t q;
        constant_get_mpq(q, x);
        mpq_neg(q, q);
        const Constant *c = constant_from_mpq(a, q);
        mpq_clear(q);
        return c;
    }
    case REP_FLOAT: {
        mpfr_t f;
        constant_get_mpfr(f, x);
        mpfr_neg(f, f, MPFR_RNDN);
        const Constant *c = constant_from_mpfr(a, f);
        mpfr_clear(f);
        return c;
    }
    case REP_COMPLEX:
        return constant_make_complex(a, negate(a, x->complex.re), negate(a, x->complex.im));
    default:
        return NULL;
    }
}

static const Constant *complement(Arena *a, const Constant *x, unsigned unsigned_bits)
{
    if (constant_kind(x) != CONST_INT)
        return NULL;
    mpz_t z;
    constant_get_mpz(z, x);
    mpz_com(z, z);
    // For unsigned types the result keeps within the type's width.
    if (unsigned_bits)
        mpz_fdiv_r_2exp(z, z, unsigned_bits);
    const Constant *c = constant_from_mpz(a, z);
    mpz_clear(z);
    return c;
}

const Constant *constant_unary(Arena *a, TokenKind op, const Constant *x, unsigned unsigned_bits)
{
    if (!x)
        return NULL;
    switch (op) {
    case TOK_ADD:
        return x;
    case TOK_SUB:
        return negate(a, x);
    case TOK_XOR:
        return complement(a, x, unsigned_bits);
    case TOK_NOT:
        return x->rep == REP_BOOL ? constant_of_bool(a, !x->boolean) : NULL;
    default:
        return NULL;
    }
}

static bool small_op(TokenKind op, int64_t x, int64_t y, int64_t *r)
{
    switch (op) {
    case TOK_ADD:
        return !__builtin_add_overflow(x, y, r);
    case TOK_SUB:
        return !__builtin_sub_overflow(x, y, r);
    case TOK_MUL:
        return !__builtin_mul_overflow(x, y, r);
    case TOK_AND:
        *r = x & y;
        return true;
    case TOK_OR:
        *r = x | y;
        return true;
    case TOK_XOR:
        *r = x ^ y;
        return true;
    case TOK_AND_NOT:
        *r = x & ~y;
        return true;
    default:
        return false;
    }
}

static bool big_op(TokenKind op, mpz_ptr r, mpz_srcptr x, mpz_ptr y)
{
    switch (op) {
    case TOK_ADD:
        mpz_add(r, x, y);
        return true;
    case TOK_SUB:
        mpz_sub(r, x, y);
        return true;
    case TOK_MUL:
        mpz_mul(r, x, y);
        return true;
    case TOK_QUO:
        mpz_tdiv_q(r, x, y);
        return true;
    case TOK_REM:
        mpz_tdiv_r(r, x, y);
        return true;
    case TOK_AND:
        mpz_and(r, x, y);
        return true;
    case TOK_OR:
        mpz_ior(r, x, y);
        return true;
    case TOK_XOR:
        mpz_xor(r, x, y);
        return true;
    case TOK_AND_NOT:
        mpz_com(y, y);
        mpz_and(r, x, y);
        return true;
    default:
        return false;
    }
}

static const Constant *int_quotient(Arena *a, const Constant *x, const Constant *y)
{
    mpq_t p, q;
    constant_get_mpq(p, x);
    constant_get_mpq(q, y);
    mpq_div(p, p, q);
    const Constant *c = constant_from_mpq(a, p);
    mpq_clear(p);
    mpq_clear(q);
    return c;
}

static const Constant *int_op(Arena *a, TokenKind op, const Constant *x, const Constant *y,
                              bool integer_division)
{
    int64_t small;
    if (x->rep == REP_SMALL && y->rep == REP_SMALL && small_op(op, x->small, y->small, &small))
        return constant_of_int(a, small);
    if ((op == TOK_QUO || op == TOK_REM) && constant_sign(y) == 0)
        return NULL;
    if (op == TOK_QUO && !integer_division)
        return int_quotient(a, x, y);
    mpz_t p, q, r;
    constant_get_mpz(p, x);
    constant_get_mpz(q, y);
    mpz_init(r);
    const Constant *c = big_op(op, r, p, q) ? constant_from_mpz(a, r) : NULL;
    mpz_clears(p, q, r, NULL);
    return c;
}

static const Constant *rational_op(Arena *a, TokenKind op, const Constant *x, const Constant *y)
{
    if (op == TOK_QUO && constant_sign(y) == 0)
        return NULL;
    mpq_t p, q;
    constant_get_mpq(p, x);
    constant_get_mpq(q, y);
    bool ok = true;
    if (op == TOK_ADD)
        mpq_add(p, p, q);
    else if (op == TOK_SUB)
        mpq_sub(p, p, q);
    else if (op == TOK_MUL)
        mpq_mul(p, p, q);
    else if (op == TOK_QUO)
        mpq_div(p, p, q);
    else
        ok = false;
    const Constant *c = ok ? constant_from_mpq(a, p) : NULL;
    mpq_clear(p);
    mpq_clear(q);
    return c;
}

static const Constant *float_op(Arena *a, TokenKind op, const Constant *x, const Constant *y)
{
    if (op == TOK_QUO && constant_sign(y) == 0)
        return NULL;
    mpfr_t p, q;
    constant_get_mpfr(p, x);
    constant_get_mpfr(q, y);
    bool ok = true;
    if (op == TOK_ADD)
        mpfr_add(p, p, q, MPFR_RNDN);
    else if (op == TOK_SUB)
        mpfr_sub(p, p, q, MPFR_RNDN);
    else if (op == TOK_MUL)
        mpfr_mul(p, p, q, MPFR_RNDN);
    else if (op == TOK_QUO)
        mpfr_div(p, p, q, MPFR_RNDN);
    else
        ok = false;
    const Constant *c = ok ? constant_from_mpfr(a, p) : NULL;
    mpfr_clears(p, q, (mpfr_ptr)0);
    return c;
}

static const Constant *real_op(Arena *a, TokenKind op, const Constant *x, const Constant *y)
{
    return constant_binary(a, op, x, y, false);
}

static const Constant *complex_op(Arena *a, TokenKind op, const Constant *x, const Constant *y)
{
    const Constant *re = constant_real(a, x), *im = constant_imag(a, x);
    const Constant *c = constant_real(a, y), *d = constant_imag(a, y);
    if (op == TOK_ADD || op == TOK_SUB)
        return constant_make_complex(a, real_op(a, op, re, c), real_op(a, op, im, d));
    const Constant *ac = real_op(a, TOK_MUL, re, c), *bd = real_op(a, TOK_MUL, im, d);
    const Constant *bc = real_op(a, TOK_MUL, im, c), *ad = real_op(a, TOK_MUL, re, d);
    if (op == TOK_MUL)
        return constant_make_complex(a, real_op(a, TOK_SUB, ac, bd), real_op(a, TOK_ADD, bc, ad));
    if (op != TOK_QUO)
        return NULL;
    const Constant *cc = real_op(a, TOK_MUL, c, c), *dd = real_op(a, TOK_MUL, d, d);
    const Constant *s = real_op(a, TOK_ADD, cc, dd);
    return constant_make_complex(a, real_op(a, TOK_QUO, real_op(a, TOK_ADD, ac, bd), s),
                                 real_op(a, TOK_QUO, real_op(a, TOK_SUB, bc, ad), s));
}

const Constant *constant_binary(Arena *a, TokenKind op, const Constant *x, const Constant *y,
                                bool integer_division)
{
    if (!x || !y)
        return NULL;
    if (x->rep == REP_BOOL && y->rep == REP_BOOL) {
        if (op == TOK_LAND)
            return constant_of_bool(a, x->boolean && y->boolean);
        return op == TOK_LOR ? constant_of_bool(a, x->boolean || y->boolean) : NULL;
    }
    if (x->rep == REP_STRING && y->rep == REP_STRING)
        return op == TOK_ADD ? constant_concat(a, x, y) : NULL;
    ConstantRep rep = common_rep(x, y);
    if (x->rep < REP_SMALL || y->rep < REP_SMALL)
        return NULL;
    if (rep <= REP_BIG)
        return int_op(a, op, x, y, integer_division);
    if (rep == REP_RATIONAL)
        return rational_op(a, op, x, y);
    return rep == REP_FLOAT ? float_op(a, op, x, y) : complex_op(a, op, x, y);
}

enum {
    // The compiler's limit: the exponent range of a float64 and its mantissa.
    SHIFT_MAX = 1023 - 1 + 52,
};

const Constant *constant_shift(Arena *a, TokenKind op, const Constant *x, uint64_t count)
{
    x = constant_to_int(a, x);
    if (!x || count > SHIFT_MAX)
        return NULL;
    mpz_t z;
    constant_get_mpz(z, x);
    if (op == TOK_SHL)
        mpz_mul_2exp(z, z, count);
    else
        mpz_fdiv_q_2exp(z, z, count);
    const Constant *c = constant_from_mpz(a, z);
    mpz_clear(z);
    return c;
}

static bool holds(TokenKind op, int order)
{
    switch (op) {
    case TOK_EQL:
        return order == 0;
    case TOK_NEQ:
        return order != 0;
    case TOK_LSS:
        return order < 0;
    case TOK_LEQ:
        return order <= 0;
    case TOK_GTR:
        return order > 0;
    default:
        return order >= 0;
    }
}

static int real_order(const Constant *x, const Constant *y)
{
    int order;
    if (common_rep(x, y) == REP_FLOAT) {
        mpfr_t p, q;
        constant_get_mpfr(p, x);
        constant_get_mpfr(q, y);
        order = mpfr_cmp(p, q);
        mpfr_clears(p, q, (mpfr_ptr)0);
        return order;
    }
    mpq_t p, q;
    constant_get_mpq(p, x);
    constant_get_mpq(q, y);
    order = mpq_cmp(p, q);
    mpq_clear(p);
    mpq_clear(q);
    return order;
}

static bool is_real(const Constant *c)
{
    return c->rep >= REP_SMALL && c->rep <= REP_FLOAT;
}

bool constant_compare(TokenKind op, const Constant *x, const Constant *y, bool *result)
{
    if (!x || !y)
        return false;
    if (x->rep == REP_BOOL && y->rep == REP_BOOL) {
        *result = holds(op, x->boolean != y->boolean);
        return true;
    }
    if (x->rep == REP_STRING && y->rep == REP_STRING) {
        *result = holds(op, str_cmp(constant_string(x), constant_string(y)));
        return true;
    }
    if (x->rep == REP_SMALL && y->rep == REP_SMALL) {
        *result = holds(op, (x->small > y->small) - (x->small < y->small));
        return true;
    }
    if (is_real(x) && is_real(y)) {
        *result = holds(op, real_order(x, y));
        return true;
    }
    bool complex = (x->rep == REP_COMPLEX || is_real(x)) && (y->rep == REP_COMPLEX || is_real(y));
    if (!complex || (op != TOK_EQL && op != TOK_NEQ))
        return false;
    Arena a = {0};
    const Constant *xi = constant_imag(&a, x), *yi = constant_imag(&a, y);
    int order = real_order(constant_real(&a, x), constant_real(&a, y)) || real_order(xi, yi);
    arena_free(&a);
    *result = holds(op, order);
    return true;
}

double constant_ieee(mpfr_srcptr f, mpq_srcptr q, int bits)
{
    mpfr_exp_t lowest = bits == 32 ? -125 : -1021, e = mpfr_zero_p(f) ? 0 : mpfr_get_exp(f);
    long precision = (bits == 32 ? 24 : 53) - (long)(e < lowest ? lowest - e : 0);
    if (mpfr_zero_p(f) || e >= lowest || precision < 2)
        return bits == 32 ? (double)mpfr_get_flt(f, MPFR_RNDN) : mpfr_get_d(f, MPFR_RNDN);
    mpfr_t narrow;
    mpfr_init2(narrow, precision);
    mpfr_set_q(narrow, q, MPFR_RNDN);
    double d = bits == 32 ? (double)mpfr_get_flt(narrow, MPFR_RNDN) : mpfr_get_d(narrow, MPFR_RNDN);
    mpfr_clear(narrow);
    return d;
}

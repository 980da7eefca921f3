// constant.c - exact constant values (spec: Constants).
//
// Integers are int64 where they fit, else GMP integers. Floats are rationals while numerator and
// denominator stay below RATIONAL_BITS, else 512-bit binary floats: the representation that
// go/constant chooses, so that values print the same. Results are copied out of GMP and MPFR into
// the arena at once, so nothing here needs freeing.
#include "types/constant_make.h"
#include "types/constant_rep.h"

#include <stdlib.h>

ConstantKind constant_kind(const Constant *c)
{
    if (!c)
        return CONST_UNKNOWN;
    switch (c->rep) {
    case REP_BOOL:
        return CONST_BOOL;
    case REP_STRING:
        return CONST_STRING;
    case REP_SMALL:
    case REP_BIG:
        return CONST_INT;
    case REP_RATIONAL:
    case REP_FLOAT:
        return CONST_FLOAT;
    case REP_COMPLEX:
        return CONST_COMPLEX;
    }
    return CONST_UNKNOWN;
}

static Constant *make(Arena *a, ConstantRep rep)
{
    Constant *c = arena_new(a, Constant);
    c->rep = rep;
    return c;
}

const Constant *constant_of_bool(Arena *a, bool v)
{
    Constant *c = make(a, REP_BOOL);
    c->boolean = v;
    return c;
}

const Constant *constant_of_int(Arena *a, int64_t v)
{
    Constant *c = make(a, REP_SMALL);
    c->small = v;
    return c;
}

const Constant *constant_of_string(Arena *a, Str s)
{
    Constant *c = make(a, REP_STRING);
    c->string = s;
    return c;
}

static Limbs limbs_copy(Arena *a, mpz_srcptr z)
{
    size_t n = mpz_size(z);
    Limbs l = {.count = (int32_t)n, .data = arena_array(a, mp_limb_t, n)};
    for (size_t i = 0; i < n; i++)
        l.data[i] = mpz_getlimbn(z, (mp_size_t)i);
    if (mpz_sgn(z) < 0)
        l.count = -l.count;
    return l;
}

const Constant *constant_from_mpz(Arena *a, mpz_srcptr z)
{
    if (mpz_fits_slong_p(z))
        return constant_of_int(a, mpz_get_si(z));
    Constant *c = make(a, REP_BIG);
    c->big = limbs_copy(a, z);
    return c;
}

const Constant *constant_from_mpq(Arena *a, mpq_srcptr q)
{
    if (mpz_sizeinbase(mpq_numref(q), 2) >= RATIONAL_BITS ||
        mpz_sizeinbase(mpq_denref(q), 2) >= RATIONAL_BITS) {
        mpfr_t f;
        mpfr_init2(f, FLOAT_BITS);
        mpfr_set_q(f, q, MPFR_RNDN);
        const Constant *c = constant_from_mpfr(a, f);
        mpfr_clear(f);
        return c;
    }
    Constant *c = make(a, REP_RATIONAL);
    c->rational.num = limbs_copy(a, mpq_numref(q));
    c->rational.den = limbs_copy(a, mpq_denref(q));
    return c;
}

const Constant *constant_from_mpfr(Arena *a, mpfr_srcptr f)
{
    if (!mpfr_number_p(f) || (mpfr_regular_p(f) && mpfr_get_exp(f) > INT32_MAX))
        return NULL;
    if (mpfr_regular_p(f) && mpfr_get_exp(f) < INT32_MIN)
        return constant_to_float(a, constant_of_int(a, 0));
    Constant *c = make(a, REP_FLOAT);
    size_t n = mpfr_custom_get_size(FLOAT_BITS);
    c->real.mantissa = arena_alloc(a, n);
    c->real.negative = mpfr_signbit(f);
    c->real.zero = mpfr_zero_p(f);
    if (!c->real.zero) {
        memcpy(c->real.mantissa, mpfr_custom_get_significand(f), n);
        c->real.exponent = mpfr_get_exp(f);
    }
    return c;
}

const Constant *constant_make_complex(Arena *a, const Constant *re, const Constant *im)
{
    if (!re || !im)
        return NULL;
    Constant *c = make(a, REP_COMPLEX);
    c->complex.re = re;
    c->complex.im = im;
    return c;
}

void constant_get_mpz(mpz_ptr z, const Constant *c)
{
    if (c->rep == REP_SMALL) {
        mpz_init_set_si(z, c->small);
        return;
    }
    mpz_t view;
    mpz_init_set(z, mpz_roinit_n(view, c->big.data, c->big.count));
}

void constant_get_mpq(mpq_ptr q, const Constant *c)
{
    mpq_init(q);
    if (c->rep == REP_RATIONAL) {
        mpz_t view;
        mpq_set_num(q, mpz_roinit_n(view, c->rational.num.data, c->rational.num.count));
        mpq_set_den(q, mpz_roinit_n(view, c->rational.den.data, c->rational.den.count));
        return;
    }
    mpz_t z;
    constant_get_mpz(z, c);
    mpq_set_z(q, z);
    mpz_clear(z);
}

void constant_get_mpfr(mpfr_ptr f, const Constant *c)
{
    constant_widen_range();
    mpfr_init2(f, FLOAT_BITS);
    if (c->rep == REP_FLOAT) {
        if (c->real.zero) {
            mpfr_set_zero(f, c->real.negative ? -1 : 1);
            return;
        }
        mpfr_t view;
        mpfr_custom_init_set(view, c->real.negative ? -MPFR_REGULAR_KIND : MPFR_REGULAR_KIND,
                             c->real.exponent, FLOAT_BITS, c->real.mantissa);
        mpfr_set(f, view, MPFR_RNDN);
        return;
    }
    mpq_t q;
    constant_get_mpq(q, c);
    mpfr_set_q(f, q, MPFR_RNDN);
    mpq_clear(q);
}

const Constant *constant_of_double(Arena *a, double v)
{
    mpfr_t f;
    mpfr_init2(f, FLOAT_BITS);
    mpfr_set_d(f, v, MPFR_RNDN);
    const Constant *c = constant_float_or_rational(a, f);
    mpfr_clear(f);
    return c;
}

// Values of moderate exponent are rationals, as in go/constant.
const Constant *constant_float_or_rational(Arena *a, mpfr_srcptr f)
{
    if (!mpfr_number_p(f))
        return NULL;
    bool moderate =
        mpfr_zero_p(f) || (mpfr_get_exp(f) > -RATIONAL_BITS && mpfr_get_exp(f) < RATIONAL_BITS);
    if (!moderate)
        return constant_from_mpfr(a, f);
    mpq_t q;
    mpq_init(q);
    mpfr_get_q(q, f);
    const Constant *c = constant_from_mpq(a, q);
    mpq_clear(q);
    return c;
}

bool constant_bool(const Constant *c)
{
    return c && c->rep == REP_BOOL && c->boolean;
}

// The integer that a number is, where it is one; the caller clears z on true.
static bool integral(const Constant *c, mpz_ptr z)
{
    switch (constant_kind(c)) {
    case CONST_INT:
        constant_get_mpz(z, c);
        return true;
    case CONST_FLOAT: {
        bool is = false;
        if (c->rep == REP_RATIONAL) {
            mpq_t q;
            constant_get_mpq(q, c);
            is = mpz_cmp_ui(mpq_denref(q), 1) == 0;
            if (is)
                mpz_init_set(z, mpq_numref(q));
            mpq_clear(q);
            return is;
        }
        mpfr_t f;
        constant_get_mpfr(f, c);
        // Integers beyond the compiler's limit are of no use as integers.
        is = mpfr_integer_p(f) && mpfr_get_exp(f) < RATIONAL_BITS;
        if (is) {
            mpz_init(z);
            mpfr_get_z(z, f, MPFR_RNDN);
        }
        mpfr_clear(f);
        return is;
    }
    case CONST_COMPLEX:
        return constant_sign(c->complex.im) == 0 && integral(c->complex.re, z);
    default:
        return false;
    }
}

bool constant_int64(const Constant *c, int64_t *value)
{
    if (c && c->rep == REP_SMALL) {
        *value = c->small;
        return true;
    }
    mpz_t z;
    if (!integral(c, z))
        return false;
    bool fits = mpz_fits_slong_p(z);
    if (fits)
        *value = mpz_get_si(z);
    mpz_clear(z);
    return fits;
}

bool constant_uint64(const Constant *c, uint64_t *value)
{
    mpz_t z;
    if (!integral(c, z))
        return false;
    bool fits = mpz_fits_ulong_p(z);
    if (fits)
        *value = mpz_get_ui(z);
    mpz_clear(z);
    return fits;
}

size_t constant_bits(const Constant *c)
{
    if (constant_kind(c) != CONST_INT)
        return 0;
    mpz_t z;
    constant_get_mpz(z, c);
    size_t bits = mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0;
    mpz_clear(z);
    return bits;
}

int constant_sign(const Constant *c)
{
    switch (constant_kind(c)) {
    case CONST_INT:
        if (c->rep == REP_SMALL)
            return (c->small > 0) - (c->small < 0);
        return c->big.count < 0 ? -1 : 1;
    case CONST_FLOAT:
        if (c->rep == REP_RATIONAL)
            return (c->rational.num.count > 0) - (c->rational.num.count < 0);
        return c->real.zero ? 0 : c->real.negative ? -1 : 1;
    case CONST_COMPLEX: {
        int re = constant_sign(c->complex.re);
        return re ? re : constant_sign(c->complex.im);
    }
    default:
        return 1;
    }
}

const Constant *constant_to_int(Arena *a, const Constant *x)
{
    if (constant_kind(x) == CONST_INT)
        return x;
    mpz_t z;
    if (!integral(x, z))
        return NULL;
    const Constant *c = constant_from_mpz(a, z);
    mpz_clear(z);
    return c;
}

const Constant *constant_to_float(Arena *a, const Constant *x)
{
    switch (constant_kind(x)) {
    case CONST_FLOAT:
        return x;
    case CONST_INT: {
        mpq_t q;
        constant_get_mpq(q, x);
        const Constant *c = constant_from_mpq(a, q);
        mpq_clear(q);
        return c;
    }
    case CONST_COMPLEX:
        return constant_sign(x->complex.im) == 0 ? constant_to_float(a, x->complex.re) : NULL;
    default:
        return NULL;
    }
}

const Constant *constant_to_complex(Arena *a, const Constant *x)
{
    ConstantKind k = constant_kind(x);
    if (k == CONST_COMPLEX)
        return x;
    return k == CONST_INT || k == CONST_FLOAT ? constant_make_complex(a, x, constant_of_int(a, 0))
                                              : NULL;
}

const Constant *constant_real(Arena *a, const Constant *x)
{
    (void)a;
    return constant_kind(x) == CONST_COMPLEX ? x->complex.re : x;
}

const Constant *constant_imag(Arena *a, const Constant *x)
{
    if (!x)
        return NULL;
    return constant_kind(x) == CONST_COMPLEX ? x->complex.im : constant_of_int(a, 0);
}

const Constant *constant_round(Arena *a, const Constant *x, int bits)
{
    x = constant_to_float(a, x);
    if (!x)
        return NULL;
    double d;
    if (x->rep == REP_RATIONAL) {
        // Rounded once, from the exact quotient.
        mpq_t q;
        mpfr_t f;
        constant_get_mpq(q, x);
        mpfr_init2(f, bits == 32 ? 24 : 53);
        mpfr_set_q(f, q, MPFR_RNDN);
        d = constant_ieee(f, q, bits);
        mpfr_clear(f);
        mpq_clear(q);
    } else {
        mpfr_t f;
        constant_get_mpfr(f, x);
        d = bits == 32 ? (double)mpfr_get_flt(f, MPFR_RNDN) : mpfr_get_d(f, MPFR_RNDN);
        mpfr_clear(f);
    }
    if (d - d != 0) // infinite
        return NULL;
    return constant_of_double(a, d);
}

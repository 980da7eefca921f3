// constant_rep.h - how constant values are held, for constant*.c only.
#ifndef CURFEW_TYPES_CONSTANT_REP_H
#define CURFEW_TYPES_CONSTANT_REP_H

#include "types/constant.h"

#include <gmp.h>
#include <mpfr.h>
#include <string.h>

enum {
    FLOAT_BITS = 512,     // mantissa of a float, go/constant's precision
    RATIONAL_BITS = 4096, // beyond, a rational becomes a float
};

// Binary exponents of floats are those of math/big, which fit 32 bits; MPFR's own limits start out
// narrower, on each thread. To be called before results that may lie beyond those.
static inline void constant_widen_range(void)
{
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_set_emax(mpfr_get_emax_max());
}

typedef enum ConstantRep {
    REP_BOOL,
    REP_STRING,
    REP_SMALL,
    REP_BIG,
    REP_RATIONAL,
    REP_FLOAT,
    REP_COMPLEX,
} ConstantRep;

typedef struct Limbs {
    mp_limb_t *data;
    int32_t count; // negative for negative numbers
} Limbs;

struct Constant {
    ConstantRep rep;
    // A concatenation whose text nobody has asked for: string.ptr is NULL, the length is right.
    const struct Constant *left, *right;
    Arena *arena;
    union {
        bool boolean;
        Str string;
        int64_t small;
        Limbs big;
        struct {
            Limbs num, den;
        } rational;
        struct {
            void *mantissa;
            mpfr_exp_t exponent;
            bool negative, zero;
        } real;
        struct {
            const Constant *re, *im;
        } complex;
    };
};

// Initialize their first argument; the caller clears it.
void constant_get_mpz(mpz_ptr z, const Constant *c);
void constant_get_mpq(mpq_ptr q, const Constant *c);
void constant_get_mpfr(mpfr_ptr f, const Constant *c);

const Constant *constant_from_mpz(Arena *a, mpz_srcptr z);
const Constant *constant_from_mpq(Arena *a, mpq_srcptr q);
const Constant *constant_from_mpfr(Arena *a, mpfr_srcptr f);
const Constant *constant_float_or_rational(Arena *a, mpfr_srcptr f);

// `q` rounded to float32 or float64, given its rounding `f` to the full mantissa: subnormal results
// have fewer bits and are rounded from the quotient itself.
double constant_ieee(mpfr_srcptr f, mpq_srcptr q, int bits);

#endif

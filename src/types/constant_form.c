// constant_form.c - constants as bytes, exact, in the representation that they have.
//
// Numbers are written byte by byte, lowest first, so that the bytes are the same on machines with
// other word sizes.
#include "types/constant_make.h"
#include "types/constant_rep.h"
#include "types/form.h"

enum {
    // The checker makes no longer integers (spec: Constants, the compiler's limits); a rational's
    // parts are shorter than RATIONAL_BITS.
    NUMBER_BYTES_MAX = RATIONAL_BITS / 8,
    MANTISSA_BYTES = FLOAT_BITS / 8,
    UNKNOWN = 0, // the byte before any other constant is its representation + 1
};

static void write_mpz(Writer *w, mpz_srcptr z)
{
    unsigned char bytes[NUMBER_BYTES_MAX] = {0};
    size_t n = (mpz_sizeinbase(z, 2) + 7) / 8;
    if (mpz_sgn(z) == 0 || n > sizeof bytes)
        n = 0;
    else
        mpz_export(bytes, &n, -1, 1, 0, 0, z);
    writer_varint(w, n << 1 | (mpz_sgn(z) < 0));
    writer_bytes(w, bytes, n);
}

static void write_limbs(Writer *w, const Limbs *l)
{
    mpz_t view;
    write_mpz(w, mpz_roinit_n(view, l->data, l->count));
}

static void write_real(Writer *w, const Constant *c)
{
    writer_byte(w, (uint8_t)(c->real.negative | c->real.zero << 1));
    if (c->real.zero)
        return;
    writer_signed(w, c->real.exponent);
    mpz_t view;
    int limbs = MANTISSA_BYTES / (int)sizeof(mp_limb_t);
    write_mpz(w, mpz_roinit_n(view, c->real.mantissa, limbs));
}

void constant_write(const Constant *c, Writer *w, Arena *a, StringWriter *strings)
{
    if (!c) {
        writer_byte(w, UNKNOWN);
        return;
    }
    writer_byte(w, (uint8_t)(c->rep + 1));
    switch (c->rep) {
    case REP_BOOL:
        writer_byte(w, c->boolean);
        break;
    case REP_STRING:
        writer_varint(w, strings_add(a, strings, constant_string(c)));
        break;
    case REP_SMALL:
        writer_signed(w, c->small);
        break;
    case REP_BIG:
        write_limbs(w, &c->big);
        break;
    case REP_RATIONAL:
        write_limbs(w, &c->rational.num);
        write_limbs(w, &c->rational.den);
        break;
    case REP_FLOAT:
        write_real(w, c);
        break;
    case REP_COMPLEX:
        constant_write(c->complex.re, w, a, strings);
        constant_write(c->complex.im, w, a, strings);
        break;
    }
}

// Initializes z in any case.
static void read_mpz(Reader *r, mpz_ptr z)
{
    mpz_init(z);
    uint64_t head = reader_varint(r);
    const uint8_t *bytes = NULL;
    if (head >> 1 > NUMBER_BYTES_MAX)
        reader_fail(r);
    else
        bytes = reader_bytes(r, head >> 1);
    if (!bytes || head >> 1 == 0)
        return;
    mpz_import(z, head >> 1, -1, 1, 0, 0, bytes);
    if (head & 1)
        mpz_neg(z, z);
}

static const Constant *read_big(Arena *a, Reader *r)
{
    mpz_t z;
    read_mpz(r, z);
    const Constant *c = constant_from_mpz(a, z);
    mpz_clear(z);
    return c;
}

static const Constant *read_rational(Arena *a, Reader *r)
{
    mpz_t num, den;
    read_mpz(r, num);
    read_mpz(r, den);
    const Constant *c = NULL;
    if (mpz_sgn(den) > 0) {
        mpq_t q;
        mpq_init(q);
        mpq_set_num(q, num);
        mpq_set_den(q, den);
        mpq_canonicalize(q);
        c = constant_from_mpq(a, q);
        mpq_clear(q);
    } else {
        reader_fail(r);
    }
    mpz_clear(num);
    mpz_clear(den);
    return c;
}

static const Constant *read_real(Arena *a, Reader *r)
{
    uint8_t flags = reader_byte(r);
    mpfr_t f;
    constant_widen_range();
    mpfr_init2(f, FLOAT_BITS);
    mpfr_set_zero(f, flags & 1 ? -1 : 1);
    if (!(flags & 2)) {
        int64_t exponent = reader_signed(r);
        mpz_t z;
        read_mpz(r, z);
        bool sound =
            mpz_sizeinbase(z, 2) == FLOAT_BITS && exponent >= INT32_MIN && exponent <= INT32_MAX;
        if (sound) {
            mpfr_set_z(f, z, MPFR_RNDN);
            mpfr_set_exp(f, (mpfr_exp_t)exponent);
            mpfr_setsign(f, f, flags & 1, MPFR_RNDN);
        } else {
            reader_fail(r);
        }
        mpz_clear(z);
    }
    const Constant *c = flags < 4 ? constant_from_mpfr(a, f) : NULL;
    mpfr_clear(f);
    if (!c)
        reader_fail(r);
    return c;
}

static const Constant *read_part(Arena *a, Reader *r, uint8_t rep)
{
    switch (rep) {
    case REP_SMALL + 1:
        return constant_of_int(a, reader_signed(r));
    case REP_BIG + 1:
        return read_big(a, r);
    case REP_RATIONAL + 1:
        return read_rational(a, r);
    case REP_FLOAT + 1:
        return read_real(a, r);
    default:
        reader_fail(r);
        return NULL;
    }
}

const Constant *constant_read(Arena *a, Reader *r, const StringReader *strings)
{
    uint8_t rep = reader_byte(r);
    switch (rep) {
    case UNKNOWN:
        return NULL;
    case REP_BOOL + 1:
        return constant_of_bool(a, reader_byte(r) != 0);
    case REP_STRING + 1:
        return constant_of_string(a, strings_at(strings, reader_below(r, strings->count)));
    case REP_COMPLEX + 1: {
        const Constant *re = read_part(a, r, reader_byte(r));
        return constant_make_complex(a, re, read_part(a, r, reader_byte(r)));
    }
    default:
        return read_part(a, r, rep);
    }
}

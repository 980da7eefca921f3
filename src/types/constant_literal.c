// constant_literal.c - values of literals (spec: Integer, Floating-point, Imaginary, Rune and
// String literals). Malformed ones, which the scanner has reported, give no value.
#include "types/constant_make.h"
#include "types/constant_rep.h"

#include <stdlib.h>

enum {
    // Digits of a number that are read exactly: four times what 512 bits need even in binary.
    DIGITS_MAX = 2048,
    // Powers of ten whose binary exponents fit 32 bits, as in go/constant.
    EXPONENT_MAX = 646456992,
};

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

// The literal without underscores; NULL when it is too long to be a constant.
static char *plain(Arena *a, Str text)
{
    if (text.len > 4 * DIGITS_MAX)
        return NULL;
    char *s = arena_alloc(a, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '_')
            s[n++] = text.ptr[i];
    return s;
}

// Takes the prefix of a number off; 0, 8 for the octal form without a letter.
static int number_base(const char **s)
{
    if ((*s)[0] != '0' || !(*s)[1])
        return 10;
    char c = (*s)[1];
    int base = c == 'x' || c == 'X' ? 16 : c == 'b' || c == 'B' ? 2 : c == 'o' || c == 'O' ? 8 : 0;
    if (base)
        *s += 2;
    return base ? base : 8;
}

static const Constant *int_literal(Arena *a, Str text)
{
    const char *s = plain(a, text);
    if (!s)
        return NULL;
    int base = number_base(&s);
    uint64_t v = 0;
    size_t n = 0;
    // Up to 15 digits fit 60 bits in every base.
    for (; s[n] && n < 15; n++) {
        if (digit_value(s[n]) >= base)
            return NULL;
        v = v * (uint64_t)base + (uint64_t)digit_value(s[n]);
    }
    if (!s[n])
        return n ? constant_of_int(a, (int64_t)v) : NULL;
    mpz_t z;
    mpz_init(z);
    const Constant *c = mpz_set_str(z, s, base) == 0 ? constant_from_mpz(a, z) : NULL;
    mpz_clear(z);
    return c;
}

typedef struct Decimal {
    char *digits;
    int base;
    long exponent; // of 10, or of 2 for hexadecimal
} Decimal;

// Splits digits, fraction and exponent; false when malformed.
static bool split_float(Arena *a, const char *s, Decimal *d)
{
    d->base = s[0] == '0' && (s[1] == 'x' || s[1] == 'X') ? 16 : 10;
    s += d->base == 16 ? 2 : 0;
    d->digits = arena_alloc(a, strlen(s) + 2);
    size_t n = 0;
    bool fraction = false;
    for (; *s; s++) {
        if (*s == '.') {
            fraction = true;
            continue;
        }
        if (digit_value(*s) >= d->base)
            break;
        d->digits[n++] = *s;
        d->exponent -= fraction ? (d->base == 16 ? 4 : 1) : 0;
    }
    if (n == 0)
        d->digits[n++] = '0';
    if (!*s)
        return true;
    if (*s != 'e' && *s != 'E' && *s != 'p' && *s != 'P')
        return false;
    char *end;
    long e = strtol(s + 1, &end, 10);
    if (*end || e > EXPONENT_MAX || e < -EXPONENT_MAX)
        return false;
    d->exponent += e;
    return true;
}

static const Constant *exact_float(Arena *a, const Decimal *d)
{
    mpq_t q;
    mpz_t scale;
    mpq_init(q);
    mpz_init(scale);
    mpz_set_str(mpq_numref(q), d->digits, d->base);
    unsigned long e = (unsigned long)labs(d->exponent);
    if (d->base == 16)
        mpz_ui_pow_ui(scale, 2, e);
    else
        mpz_ui_pow_ui(scale, 10, e);
    if (d->exponent >= 0)
        mpz_mul(mpq_numref(q), mpq_numref(q), scale);
    else
        mpz_set(mpq_denref(q), scale);
    mpq_canonicalize(q);
    const Constant *c = constant_from_mpq(a, q);
    mpz_clear(scale);
    mpq_clear(q);
    return c;
}

static const Constant *float_literal(Arena *a, Str text)
{
    const char *s = plain(a, text);
    Decimal d = {0};
    if (!s || !split_float(a, s, &d))
        return NULL;
    mpfr_t f;
    constant_widen_range();
    mpfr_init2(f, FLOAT_BITS);
    char *end;
    mpfr_strtofr(f, s, &end, d.base, MPFR_RNDN);
    const Constant *c = NULL;
    if (mpfr_zero_p(f))
        c = constant_float_or_rational(a, f);
    else if (mpfr_number_p(f) && mpfr_get_exp(f) > -RATIONAL_BITS &&
             mpfr_get_exp(f) < RATIONAL_BITS && labs(d.exponent) < 4 * RATIONAL_BITS)
        c = exact_float(a, &d);
    else
        c = constant_from_mpfr(a, f);
    mpfr_clear(f);
    return c;
}

static const Constant *imaginary_literal(Arena *a, Str text)
{
    Str number = str_sub(text, 0, text.len - 1);
    // For old code's sake 0123i is decimal.
    bool prefixed = number.len > 1 && number.ptr[0] == '0' && strchr("xXbBoO", number.ptr[1]);
    const Constant *im =
        prefixed && str_find(number, STR("p")) == SIZE_MAX && str_find(number, STR("P")) == SIZE_MAX
            ? constant_to_float(a, int_literal(a, number))
            : float_literal(a, number);
    return constant_make_complex(a, constant_of_int(a, 0), im);
}

static size_t put_rune(char *b, uint32_t r)
{
    if (r > 0x10FFFF || (r >= 0xD800 && r < 0xE000))
        r = 0xFFFD;
    size_t n = 0;
    if (r < 0x80) {
        b[n++] = (char)r;
        return n;
    }
    if (r < 0x800) {
        b[n++] = (char)(0xC0 | r >> 6);
    } else if (r < 0x10000) {
        b[n++] = (char)(0xE0 | r >> 12);
        b[n++] = (char)(0x80 | (r >> 6 & 63));
    } else {
        b[n++] = (char)(0xF0 | r >> 18);
        b[n++] = (char)(0x80 | (r >> 12 & 63));
        b[n++] = (char)(0x80 | (r >> 6 & 63));
    }
    b[n++] = (char)(0x80 | (r & 63));
    return n;
}

static const char simple_escapes[] = "abfnrtv\\'\"";
static const char simple_values[] = "\a\b\f\n\r\t\v\\'\"";

// Reads the escape at s[*i], which is the character after the backslash. *byte tells that the value
// is a byte (\x, octal), not a code point.
static bool escape(Str s, size_t *i, uint32_t *value, bool *byte)
{
    char c = s.ptr[(*i)++];
    const char *simple = c ? strchr(simple_escapes, c) : NULL;
    *byte = false;
    if (simple) {
        *value = (unsigned char)simple_values[simple - simple_escapes];
        return true;
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 3, base = 16;
    if (digits == 3) {
        base = 8;
        (*i)--;
    }
    *byte = digits <= 3;
    *value = 0;
    for (int k = 0; k < digits; k++, (*i)++) {
        if (*i >= s.len || digit_value(s.ptr[*i]) >= base)
            return false;
        *value = *value * (uint32_t)base + (uint32_t)digit_value(s.ptr[*i]);
    }
    return true;
}

static const Constant *string_literal(Arena *a, Str text)
{
    if (text.len < 2)
        return NULL;
    Str body = str_sub(text, 1, text.len - 1);
    const char *drop = text.ptr[0] == '`' ? "\r" : "\\";
    if (!memchr(body.ptr, *drop, body.len))
        return constant_of_string(a, body);
    char *out = arena_alloc(a, body.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < body.len;) {
        if (*drop == '\r' || body.ptr[i] != '\\') {
            if (body.ptr[i] != '\r' || *drop != '\r')
                out[n++] = body.ptr[i];
            i++;
            continue;
        }
        uint32_t v;
        bool byte;
        if (++i >= body.len || !escape(body, &i, &v, &byte))
            return NULL;
        if (byte)
            out[n++] = (char)v;
        else
            n += put_rune(out + n, v);
    }
    return constant_of_string(a, (Str){out, n});
}

static uint32_t first_rune(Str s)
{
    unsigned char c = (unsigned char)s.ptr[0];
    int more = c < 0xC0 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    uint32_t r = more == 0 ? c : c & (0x3Fu >> more);
    for (int i = 1; i <= more && (size_t)i < s.len; i++)
        r = r << 6 | ((unsigned char)s.ptr[i] & 63);
    return r;
}

static const Constant *rune_literal(Arena *a, Str text)
{
    if (text.len < 3)
        return NULL;
    Str body = str_sub(text, 1, text.len - 1);
    uint32_t v;
    bool byte;
    size_t i = 1;
    if (body.ptr[0] != '\\')
        return constant_of_int(a, first_rune(body));
    if (body.len < 2 || !escape(body, &i, &v, &byte))
        return NULL;
    return constant_of_int(a, v);
}

const Constant *constant_literal(Arena *a, TokenKind kind, Str text)
{
    switch (kind) {
    case TOK_INT:
        return int_literal(a, text);
    case TOK_FLOAT:
        return float_literal(a, text);
    case TOK_IMAG:
        return text.len > 1 ? imaginary_literal(a, text) : NULL;
    case TOK_CHAR:
        return rune_literal(a, text);
    case TOK_STRING:
        return string_literal(a, text);
    default:
        return NULL;
    }
}

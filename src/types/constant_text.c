// constant_text.c - constants as text, as go/constant's ExactString prints them, and strings that
// are concatenations.
//
// A sum of many literals is a constant at every + on the way. Kept as a tree, it costs its own
// length once it is asked for, instead of the length of all its prefixes.
#include "types/constant_make.h"
#include "types/constant_rep.h"

#include <stdio.h>

enum {
    // Bytes of one constant string. Doubling makes strings of any length out of a few lines; the
    // compiler's own limit is two gigabytes, which no analysis has a use for.
    STRING_MAX = 1 << 24,
};

const Constant *constant_concat(Arena *a, const Constant *x, const Constant *y)
{
    if (x->string.len + y->string.len > STRING_MAX)
        return NULL;
    Constant *c = arena_new(a, Constant);
    c->rep = REP_STRING;
    c->string = (Str){NULL, x->string.len + y->string.len};
    c->left = x;
    c->right = y;
    c->arena = a;
    return c;
}

// Writes the text of a string from its end: right sides are short, the left one is the rest. The
// parts stay as they are, because they may belong to another package.
static void fill(const Constant *c, char *text)
{
    size_t end = c->string.len;
    while (c->left && !c->string.ptr) {
        end -= c->right->string.len;
        fill(c->right, text + end);
        c = c->left;
    }
    if (c->string.len)
        memcpy(text, c->string.ptr, c->string.len);
}

static void flatten(Constant *c)
{
    char *text = arena_alloc(c->arena, c->string.len + 1);
    fill(c, text);
    c->string.ptr = text;
}

const Constant *constant_share(Arena *a, const Constant *c)
{
    if (constant_kind(c) != CONST_STRING || !c->left || c->string.ptr)
        return c;
    Constant *own = arena_new(a, Constant);
    *own = *c;
    own->arena = a;
    return own;
}

Str constant_string(const Constant *c)
{
    if (!c || c->rep != REP_STRING)
        return (Str){0};
    if (c->left && !c->string.ptr)
        flatten((Constant *)(uintptr_t)c);
    return c->string;
}

Str constant_string_prefix(const Constant *c, Arena *a, size_t max)
{
    char *text = arena_alloc(a, max + 1);
    size_t n = 0;
    while (c && n < max) {
        // What lies right of a left part that is long enough is not needed.
        while (c->left && !c->string.ptr && c->left->string.len >= max - n)
            c = c->left;
        bool leaf = !c->left || c->string.ptr;
        Str part = constant_string(leaf ? c : constant_share(a, c->left));
        size_t take = part.len < max - n ? part.len : max - n;
        if (take)
            memcpy(text + n, part.ptr, take);
        n += take;
        c = leaf ? NULL : c->right;
    }
    return (Str){text, n};
}

size_t constant_string_len(const Constant *c)
{
    return c && c->rep == REP_STRING ? c->string.len : 0;
}

static void write_mpz(StrBuf *b, mpz_srcptr z)
{
    char *s = mpz_get_str(NULL, 10, z);
    strbuf_adds(b, s);
    void (*release)(void *, size_t);
    mp_get_memory_functions(NULL, NULL, &release);
    release(s, strlen(s) + 1);
}

static void write_rational(StrBuf *b, const Constant *c)
{
    mpq_t q;
    constant_get_mpq(q, c);
    write_mpz(b, mpq_numref(q));
    if (mpz_cmp_ui(mpq_denref(q), 1) != 0) {
        strbuf_addc(b, '/');
        write_mpz(b, mpq_denref(q));
    }
    mpq_clear(q);
}

// Hexadecimal mantissa in [0.5, 1) and binary exponent, Go's 'p' format.
static void write_float(StrBuf *b, const Constant *c)
{
    if (c->real.zero) {
        strbuf_adds(b, c->real.negative ? "-0" : "0");
        return;
    }
    const mp_limb_t *limbs = c->real.mantissa;
    char hex[FLOAT_BITS / 4 + 1] = "";
    size_t n = 0;
    for (int i = FLOAT_BITS / 64 - 1; i >= 0; i--)
        n += (size_t)snprintf(hex + n, sizeof hex - n, "%016lx", (unsigned long)limbs[i]);
    while (n > 0 && hex[n - 1] == '0')
        hex[--n] = 0;
    strbuf_printf(b, "%s0x.%sp%+ld", c->real.negative ? "-" : "", hex, (long)c->real.exponent);
}

static void write_constant(StrBuf *b, const Constant *c)
{
    switch (c->rep) {
    case REP_BOOL:
        strbuf_adds(b, c->boolean ? "true" : "false");
        break;
    case REP_STRING:
        constant_quote(b, constant_string(c));
        break;
    case REP_SMALL:
        strbuf_printf(b, "%lld", (long long)c->small);
        break;
    case REP_BIG: {
        mpz_t z;
        constant_get_mpz(z, c);
        write_mpz(b, z);
        mpz_clear(z);
        break;
    }
    case REP_RATIONAL:
        write_rational(b, c);
        break;
    case REP_FLOAT:
        write_float(b, c);
        break;
    case REP_COMPLEX:
        strbuf_addc(b, '(');
        write_constant(b, c->complex.re);
        strbuf_adds(b, " + ");
        write_constant(b, c->complex.im);
        strbuf_adds(b, "i)");
        break;
    }
}

Str constant_exact(const Constant *c, Arena *a)
{
    if (!c)
        return STR("unknown");
    StrBuf b = {0};
    write_constant(&b, c);
    Str s = {arena_strndup(a, b.data ? b.data : "", b.len), b.len};
    strbuf_free(&b);
    return s;
}

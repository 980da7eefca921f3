// constant_make.h - making and computing constants, for the checker.
//
// Every result is in the given arena. NULL stands for a value that is not known (also as argument:
// the result is then NULL), which includes what is beyond the compiler's limits.
#ifndef CURFEW_TYPES_CONSTANT_MAKE_H
#define CURFEW_TYPES_CONSTANT_MAKE_H

#include "types/constant.h"

const Constant *constant_of_bool(Arena *a, bool v);
const Constant *constant_of_int(Arena *a, int64_t v);
const Constant *constant_of_string(Arena *a, Str s); // borrows the bytes
const Constant *constant_of_double(Arena *a, double v);

// The value of a literal token (spec: Integer, Floating-point, Imaginary, Rune, String literals).
const Constant *constant_literal(Arena *a, TokenKind kind, Str text);

// Operands must have been matched with constant_match_kind where kinds differ.
const Constant *constant_unary(Arena *a, TokenKind op, const Constant *x, unsigned unsigned_bits);
const Constant *constant_binary(Arena *a, TokenKind op, const Constant *x, const Constant *y,
                                bool integer_division);
const Constant *constant_shift(Arena *a, TokenKind op, const Constant *x, uint64_t count);
// False when it cannot be decided.
bool constant_compare(TokenKind op, const Constant *x, const Constant *y, bool *result);

// Conversions that keep the value exactly; NULL when the value is no such number.
const Constant *constant_to_int(Arena *a, const Constant *x);
const Constant *constant_to_float(Arena *a, const Constant *x);
const Constant *constant_to_complex(Arena *a, const Constant *x);
const Constant *constant_real(Arena *a, const Constant *x);
const Constant *constant_imag(Arena *a, const Constant *x);
const Constant *constant_make_complex(Arena *a, const Constant *re, const Constant *im);

// Rounds to float32 or float64; NULL when out of range.
const Constant *constant_round(Arena *a, const Constant *x, int bits);
int constant_sign(const Constant *x); // of the real part
bool constant_uint64(const Constant *c, uint64_t *value);
// Bits of the absolute value of an integer.
size_t constant_bits(const Constant *c);
const Constant *constant_concat(Arena *a, const Constant *x, const Constant *y);
// The constant for use by another package: what is filled in on demand is filled in a copy.
const Constant *constant_share(Arena *a, const Constant *c);
size_t constant_string_len(const Constant *c);
// The first bytes, without making the text of a long concatenation.
Str constant_string_prefix(const Constant *c, Arena *a, size_t max);
// As strconv.Quote.
void constant_quote(StrBuf *b, Str s);

#endif

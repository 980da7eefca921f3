// constant.h - exact constant values (spec: Constants), within the compiler's limits: integers of
// at most 512 bits and the shift counts that keep them so, floats of 512 bits of mantissa.
#ifndef CURFEW_TYPES_CONSTANT_H
#define CURFEW_TYPES_CONSTANT_H

#include "base/str.h"
#include "syntax/token.h"

typedef enum ConstantKind {
    CONST_UNKNOWN,
    CONST_BOOL,
    CONST_STRING,
    CONST_INT,
    CONST_FLOAT,
    CONST_COMPLEX
} ConstantKind;

typedef struct Constant Constant; // immutable, in an arena

ConstantKind constant_kind(const Constant *c); // CONST_UNKNOWN for NULL
bool constant_bool(const Constant *c);
Str constant_string(const Constant *c);
// The value as int64; false when it is no integer or does not fit.
bool constant_int64(const Constant *c, int64_t *value);
// As go/constant's ExactString prints it.
Str constant_exact(const Constant *c, Arena *a);

#endif

// constraint.h - what build constraint lines say: //go:build expressions and the older // +build
// lines (go/build/constraint, `go help buildconstraint`).
#ifndef CURFEW_LOAD_CONSTRAINT_H
#define CURFEW_LOAD_CONSTRAINT_H

#include "syntax/ast.h"

// Which tags hold.
typedef struct ConstraintTags {
    bool (*holds)(const void *ctx, Str tag);
    const void *ctx;
} ConstraintTags;

typedef struct Constraint {
    bool holds;
    // The Go version 1.N that it demands: the largest N of the go1.N tags that must hold; 0 where
    // there is none.
    uint32_t go_minor;
    const char *error; // why it is no valid constraint (a constant text), else NULL
} Constraint;

// Whether a line, without blanks around it, is a //go:build or a // +build line. Only its beginning
// is looked at.
bool constraint_is_go_build(Str line);
bool constraint_is_plus_build(Str line);

// Evaluates a line of either kind.
Constraint constraint_eval(Str line, ConstraintTags tags);

// The version that the file's //go:build line demands; 0 where there is no such line.
uint32_t constraint_go_minor(const Ast *ast);

#endif

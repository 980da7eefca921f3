// constraint.h - what a file's //go:build line says.
#ifndef CURFEW_LOAD_CONSTRAINT_H
#define CURFEW_LOAD_CONSTRAINT_H

#include "syntax/ast.h"

// The Go version 1.N that the file's //go:build line demands (go/build/constraint: GoVersion): the
// largest N of the go1.N tags that must hold. 0 where there is no such line or no such tag.
uint32_t constraint_go_minor(const Ast *ast);

#endif

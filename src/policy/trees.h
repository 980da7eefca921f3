// trees.h - the syntax trees of texts that findings lie in, read when first asked for.
//
// The analysis frees its trees package by package; the few that policy needs are read again.
#ifndef CURFEW_POLICY_TREES_H
#define CURFEW_POLICY_TREES_H

#include "base/map.h"
#include "base/vec.h"
#include "syntax/ast.h"

typedef struct Trees {
    Arena arena;
    Map known; // source → TreeList *
    VEC(Ast *) all;
} Trees;

// The tree in which an offset lies: of the Go file, or of the document's block. NULL where no code stands
// there.
const Ast *trees_at(Trees *t, const Source *source, uint32_t offset);

void trees_free(Trees *t);

#endif

// branches.h - conditions that an earlier branch has already decided.
#ifndef CURFEW_RULES_BRANCHES_H
#define CURFEW_RULES_BRANCHES_H

#include "rules/evidence.h"

// What is known where a path starts: the conditions of the branches that lead there, so that a
// later branch on the same condition is taken the same way.
typedef struct KnownBranches {
    const Flow *flow;
    const IrFunc *func;
    const Ast *ast;
    VarId not_nil; // a variable known not to be nil on the path, or none
    VarId nil;     // a variable known to be nil on the path, or none
    VEC(Str) texts;
    VEC(bool) taken; // whether the condition held
} KnownBranches;

KnownBranches branches_before(RuleContext *ctx, const IrFunc *func, uint32_t block);

// Whether the edge contradicts what is known; for PathQuery.edge with KnownBranches as context.
bool branches_allow(const KnownBranches *k, uint32_t block, uint32_t succ);

#endif

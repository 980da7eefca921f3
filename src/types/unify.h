// unify.h - type unification (spec: Type unification), for infer.c.
#ifndef CURFEW_TYPES_UNIFY_H
#define CURFEW_TYPES_UNIFY_H

#include "types/check.h"

typedef enum UnifyMode {
    UNIFY_INEXACT = 0,
    UNIFY_EXACT = 1,  // types must be identical, not only assignable
    UNIFY_ASSIGN = 2, // at the top of an assignment: components must be identical
} UnifyMode;

typedef struct Unifier {
    Package *p;
    const TypeId *tparams; // bound parameters
    uint32_t count;
    uint32_t *slots;  // parameter → slot; joined parameters share one
    TypeId *inferred; // by slot
    uint32_t depth;
} Unifier;

Unifier unifier_new(Package *p, const TypeId *tparams, const TypeId *args, uint32_t count);
bool unify_types(Unifier *u, TypeId x, TypeId y, unsigned mode);
TypeId unifier_at(const Unifier *u, uint32_t i);
void unifier_set(Unifier *u, uint32_t i, TypeId t);
uint32_t unifier_unknowns(const Unifier *u);

#endif

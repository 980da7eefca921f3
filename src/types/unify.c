// unify.c - type unification (spec: Type unification).
//
// Two types unify when the bound type parameters in them can be given types that make the two
// identical, or, where the mode is inexact, assignable. Parameters that must be equal share a slot.
#include "types/unify.h"

enum { UNIFY_DEPTH_MAX = 100 };

static bool nify(Unifier *u, TypeId x, TypeId y, unsigned mode);

Unifier unifier_new(Package *p, const TypeId *tparams, const TypeId *args, uint32_t count)
{
    Unifier u = {.p = p, .tparams = tparams, .count = count};
    u.slots = arena_array(&p->scratch, uint32_t, count);
    u.inferred = arena_array(&p->scratch, TypeId, count);
    for (uint32_t i = 0; i < count; i++) {
        u.slots[i] = i;
        u.inferred[i] = args[i];
    }
    return u;
}

TypeId unifier_at(const Unifier *u, uint32_t i)
{
    return u->inferred[u->slots[i]];
}

void unifier_set(Unifier *u, uint32_t i, TypeId t)
{
    u->inferred[u->slots[i]] = t;
}

uint32_t unifier_unknowns(const Unifier *u)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < u->count; i++)
        n += !type_known(unifier_at(u, i));
    return n;
}

// The number of a bound parameter, or -1.
static int64_t bound_index(const Unifier *u, TypeId t)
{
    t = type_unalias(u->p, t);
    if (type_at(u->p, t)->kind != T_TYPE_PARAM)
        return -1;
    for (uint32_t i = 0; i < u->count; i++)
        if (u->tparams[i].v == t.v)
            return i;
    return -1;
}

static bool is_named(const Unifier *u, TypeId t)
{
    return type_kind(u->p, type_unalias(u->p, t)) == T_NAMED;
}

static bool is_literal(const Unifier *u, TypeId t)
{
    TypeKind k = type_kind(u->p, type_unalias(u->p, t));
    return k != T_NAMED && k != T_TYPE_PARAM;
}

// Two bound parameters become one; false when both have types already.
static bool join(Unifier *u, uint32_t i, uint32_t k)
{
    uint32_t a = u->slots[i], b = u->slots[k];
    if (a == b)
        return true;
    if (type_known(u->inferred[a]) && type_known(u->inferred[b]))
        return false;
    if (!type_known(u->inferred[a]))
        u->inferred[a] = u->inferred[b];
    for (uint32_t n = 0; n < u->count; n++)
        if (u->slots[n] == b)
            u->slots[n] = a;
    return true;
}

// A bound parameter with a type meets another: a defined type or a directed channel is preferred.
static bool meet(Unifier *u, uint32_t i, TypeId y, unsigned mode)
{
    Package *p = u->p;
    TypeId x = unifier_at(u, i);
    if (!type_known(x)) {
        unifier_set(u, i, y);
        return true;
    }
    if (!nify(u, x, y, mode))
        return false;
    bool xi = type_is_interface(p, x), yi = type_is_interface(p, y);
    bool xn = is_named(u, x), yn = is_named(u, y);
    if (xi != yi)
        return false;
    if (xi && xn && yn)
        return type_identical(p, x, y);
    if (xi && type_interface_method_count(p, x) != type_interface_method_count(p, y))
        return false;
    if (mode & UNIFY_EXACT || xn)
        return true;
    const Type *under = type_at(p, type_underlying(p, y));
    if (yn || (under->kind == T_CHAN && under->sub != CHAN_BOTH))
        unifier_set(u, i, y);
    return true;
}

static bool methods_unify(Unifier *u, ObjId a, ObjId b)
{
    TypeId x = object_type(u->p, a), y = object_type(u->p, b);
    return nify(u, x, y, UNIFY_EXACT);
}

// Inexactly, an interface unifies with whatever has its methods.
static bool interfaces(Unifier *u, TypeId x, TypeId y)
{
    Package *p = u->p;
    if (!type_is_interface(p, x)) {
        TypeId swap = x;
        x = y;
        y = swap;
    }
    if (type_is_interface(p, y) &&
        type_interface_method_count(p, x) > type_interface_method_count(p, y)) {
        TypeId swap = x;
        x = y;
        y = swap;
    }
    const TypeSet *s = type_set(p, type_underlying(p, x));
    for (uint32_t i = 0; i < s->method_count; i++) {
        Selection m = lookup_member(p, y, object_mut(p, s->methods[i])->name, false);
        if (m.kind != SEL_METHOD || !methods_unify(u, s->methods[i], m.obj))
            return false;
    }
    return true;
}

static bool tuples(Unifier *u, TypeId x, TypeId y, unsigned mode)
{
    const Type *a = type_at(u->p, x), *b = type_at(u->p, y);
    if (a->tuple.count != b->tuple.count)
        return false;
    for (uint32_t i = 0; i < a->tuple.count; i++)
        if (!nify(u, object_mut(u->p, a->tuple.vars[i])->type,
                  object_mut(u->p, b->tuple.vars[i])->type, mode))
            return false;
    return true;
}

static bool structs(Unifier *u, const StructInfo *a, const StructInfo *b, unsigned mode)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        const Object *f = object_mut(u->p, a->fields[i]), *g = object_mut(u->p, b->fields[i]);
        if (f->embedded != g->embedded || !name_eq(f->name, g->name) ||
            !nify(u, f->type, g->type, mode))
            return false;
    }
    return true;
}

static bool named(Unifier *u, TypeId x, TypeId y, unsigned mode)
{
    const Named *a = type_at(u->p, x)->named, *b = type_at(u->p, y)->named;
    if (type_origin(u->p, x).v != type_origin(u->p, y).v || a->arg_count != b->arg_count)
        return false;
    for (uint32_t i = 0; i < a->arg_count; i++)
        if (!nify(u, a->args[i], b->args[i], mode))
            return false;
    return a->arg_count > 0 || x.v == y.v;
}

static bool exact_interfaces(Unifier *u, TypeId x, TypeId y)
{
    const TypeSet *a = type_set(u->p, x), *b = type_set(u->p, y);
    if (a->method_count != b->method_count || a->comparable != b->comparable ||
        a->restricted != b->restricted)
        return false;
    for (uint32_t i = 0; i < a->method_count; i++)
        if (!name_eq(object_mut(u->p, a->methods[i])->name,
                     object_mut(u->p, b->methods[i])->name) ||
            !methods_unify(u, a->methods[i], b->methods[i]))
            return false;
    return true;
}

// `top` is the mode between the two themselves, `mode` that between their parts.
static bool same_kind(Unifier *u, TypeId x, TypeId y, unsigned top, unsigned mode)
{
    const Type *a = type_at(u->p, x), *b = type_at(u->p, y);
    if (a->kind != b->kind)
        return false;
    switch ((TypeKind)a->kind) {
    case T_BASIC:
        return a->sub == b->sub;
    case T_ARRAY:
        return (a->len < 0 || b->len < 0 || a->len == b->len) && nify(u, a->elem, b->elem, mode);
    case T_SLICE:
    case T_POINTER:
        return nify(u, a->elem, b->elem, mode);
    case T_MAP:
        return nify(u, a->key, b->key, mode) && nify(u, a->elem, b->elem, mode);
    case T_CHAN:
        return (!(top & UNIFY_EXACT) || a->sub == b->sub) && nify(u, a->elem, b->elem, mode);
    case T_STRUCT:
        return structs(u, a->strct, b->strct, mode);
    case T_TUPLE:
        return tuples(u, x, y, mode);
    case T_SIGNATURE:
        return a->sig->variadic == b->sig->variadic &&
               tuples(u, a->sig->params, b->sig->params, mode) &&
               tuples(u, a->sig->results, b->sig->results, mode);
    case T_INTERFACE:
        return exact_interfaces(u, x, y);
    default:
        return false;
    }
}

static bool differing(Unifier *u, TypeId x, TypeId y, unsigned mode)
{
    Package *p = u->p;
    if (!(mode & UNIFY_EXACT) && (type_is_interface(p, x) || type_is_interface(p, y)))
        return interfaces(u, x, y);
    x = type_unalias(p, x);
    y = type_unalias(p, y);
    if (type_at(p, x)->kind == T_NAMED && type_at(p, y)->kind == T_NAMED)
        return named(u, x, y, mode);
    if (type_at(p, y)->kind == T_TYPE_PARAM) {
        TypeId swap = x;
        x = y;
        y = swap;
    }
    // A parameter of the caller's stands for its core type.
    if (type_at(p, x)->kind == T_TYPE_PARAM) {
        TypeId core = type_core(p, x);
        return type_known(core) && nify(u, core, y, UNIFY_ASSIGN);
    }
    return same_kind(u, x, y, mode, mode & UNIFY_ASSIGN ? mode | UNIFY_EXACT : mode);
}

static bool nify_step(Unifier *u, TypeId x, TypeId y, unsigned mode)
{
    Package *p = u->p;
    if (is_named(u, x) || bound_index(u, y) >= 0) {
        TypeId swap = x;
        x = y;
        y = swap;
    }
    if (!(mode & UNIFY_EXACT) && is_named(u, y) && is_literal(u, x) && !type_is_interface(p, x)) {
        y = type_underlying(p, y);
        if (x.v == y.v)
            return true;
    }
    int64_t px = bound_index(u, x), py = bound_index(u, y);
    if (px >= 0 && py >= 0)
        return join(u, (uint32_t)px, (uint32_t)py) ||
               nify(u, unifier_at(u, (uint32_t)px), unifier_at(u, (uint32_t)py), mode);
    if (px >= 0)
        return meet(u, (uint32_t)px, y, mode);
    return differing(u, x, y, mode);
}

static bool nify(Unifier *u, TypeId x, TypeId y, unsigned mode)
{
    if (x.v == y.v || type_unalias(u->p, x).v == type_unalias(u->p, y).v)
        return true;
    // What is unknown matches everything and tells nothing.
    if (!type_known(x) || !type_known(y))
        return true;
    if (u->depth >= UNIFY_DEPTH_MAX)
        return false;
    u->depth++;
    bool ok = nify_step(u, x, y, mode);
    u->depth--;
    return ok;
}

bool unify_types(Unifier *u, TypeId x, TypeId y, unsigned mode)
{
    return nify(u, x, y, mode);
}

// infer.c - type arguments that are not written out (spec: Type inference): from function
// arguments, from constraints, from untyped constants, and from the type of what a generic function
// is assigned to.
#include "types/unify.h"

static bool mentions(Package *p, TypeId t, const TypeId *tparams, uint32_t count)
{
    if (!type_parametric(p, t))
        return false;
    // Substituting a basic type tells whether any of them occurs.
    TypeId *to = arena_array(&p->scratch, TypeId, count);
    for (uint32_t i = 0; i < count; i++)
        to[i] = TID(BASIC_INT);
    Subst s = {.from = tparams, .to = to, .count = count};
    return subst_type(p, &s, t).v != t.v;
}

static void from_arguments(Unifier *u, Checker *c, const TypeId *params, Operand *args, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        // Either side may be generic: arguments can be generic functions.
        bool generic = type_parametric(u->p, params[i]) || type_parametric(u->p, args[i].type);
        if (type_known(args[i].type) && generic && !operand_untyped(c, &args[i]))
            unify_types(u, params[i], args[i].type, UNIFY_ASSIGN);
    }
}

typedef struct CoreTerm {
    TypeId type;
    bool tilde, single;
} CoreTerm;

// The one type that a constraint is about, if there is one.
static CoreTerm core_term(Package *p, TypeId tparam)
{
    const Term *terms;
    uint32_t count;
    if (!type_terms(p, tparam, &terms, &count) || count == 0)
        return (CoreTerm){0};
    if (count == 1)
        return (CoreTerm){terms[0].type, terms[0].tilde, true};
    return (CoreTerm){type_core(p, tparam), true, false};
}

// A type argument has the methods of its constraint, whose types may tell other arguments.
static void from_methods(Unifier *u, TypeId arg, TypeId tparam)
{
    Package *p = u->p;
    TypeId under = type_underlying(p, tparam);
    if (type_kind(p, under) != T_INTERFACE)
        return;
    const TypeSet *s = type_set(p, under);
    for (uint32_t i = 0; i < s->method_count; i++) {
        Selection m = lookup_member(p, arg, object_mut(p, s->methods[i])->name, false);
        if (m.kind == SEL_METHOD)
            unify_types(u, object_type(p, m.obj), object_type(p, s->methods[i]), UNIFY_EXACT);
    }
}

static void from_constraints(Unifier *u)
{
    Package *p = u->p;
    for (;;) {
        uint32_t before = unifier_unknowns(u);
        for (uint32_t i = 0; i < u->count; i++) {
            TypeId at = unifier_at(u, i);
            CoreTerm core = core_term(p, u->tparams[i]);
            if (type_known(core.type) && type_known(at)) {
                // The argument's underlying type must match where the constraint says ~.
                unify_types(u, at, core.type, UNIFY_INEXACT);
            } else if (type_known(core.type) && core.single && !core.tilde) {
                unifier_set(u, i, core.type);
            }
            at = unifier_at(u, i);
            if (type_known(at) && !mentions(p, at, u->tparams, u->count))
                from_methods(u, at, u->tparams[i]);
        }
        if (unifier_unknowns(u) == before)
            return;
    }
}

static TypeId wider(TypeId a, TypeId b)
{
    if (!type_known(a))
        return b;
    bool numeric = a.v >= BASIC_UNTYPED_INT && a.v <= BASIC_UNTYPED_COMPLEX &&
                   b.v >= BASIC_UNTYPED_INT && b.v <= BASIC_UNTYPED_COMPLEX;
    return numeric && b.v > a.v ? b : a;
}

// Parameters that only untyped constants are passed for take the widest one's default type.
static void from_untyped(Unifier *u, Checker *c, const TypeId *params, Operand *args, uint32_t n)
{
    TypeId *max = arena_array(&u->p->scratch, TypeId, u->count);
    for (uint32_t i = 0; i < n; i++) {
        if (!operand_untyped(c, &args[i]) || operand_nil(c, &args[i]))
            continue;
        for (uint32_t k = 0; k < u->count; k++)
            if (u->tparams[k].v == params[i].v && !type_known(unifier_at(u, k)))
                max[k] = wider(max[k], args[i].type);
    }
    for (uint32_t k = 0; k < u->count; k++)
        if (type_known(max[k]) && !type_known(unifier_at(u, k)))
            unifier_set(u, k, type_default(u->p, max[k]));
}

// Inferred types may mention other parameters: substituted until nothing changes. What still
// mentions one after as many rounds as there are parameters is a cycle.
static bool simplify(Unifier *u, TypeId *args)
{
    Package *p = u->p;
    for (uint32_t i = 0; i < u->count; i++)
        args[i] = unifier_at(u, i);
    for (uint32_t round = 0; round <= u->count; round++) {
        bool changed = false;
        for (uint32_t i = 0; i < u->count; i++) {
            Subst s = {.from = u->tparams, .to = args, .count = u->count};
            TypeId t = type_known(args[i]) ? subst_type(p, &s, args[i]) : args[i];
            changed |= t.v != args[i].v;
            args[i] = t;
        }
        if (!changed)
            break;
    }
    bool all = true;
    for (uint32_t i = 0; i < u->count; i++) {
        if (type_known(args[i]) && mentions(p, args[i], u->tparams, u->count))
            args[i] = TYPE_UNKNOWN;
        all &= type_known(args[i]);
    }
    return all;
}

bool infer_arguments(Checker *c, Inference *in, const TypeId *params, Operand *args, uint32_t n)
{
    Package *p = c->p;
    // Parameters that have explicit arguments are put in first: passing then follows assignability.
    Subst s = {.from = in->tparams, .to = in->args, .count = in->count};
    TypeId *known = arena_array(&p->scratch, TypeId, n + 1);
    for (uint32_t i = 0; i < n; i++)
        known[i] = subst_type(p, &s, params[i]);
    Unifier u = unifier_new(p, in->tparams, in->args, in->count);
    from_arguments(&u, c, known, args, n);
    from_constraints(&u);
    from_untyped(&u, c, known, args, n);
    return simplify(&u, in->args);
}

TypeId infer_rename(Checker *c, TypeId *tparams, uint32_t count, TypeId t)
{
    Package *p = c->p;
    if (count == 0)
        return t;
    TypeId *fresh = arena_array(&p->arena, TypeId, count);
    for (uint32_t i = 0; i < count; i++)
        fresh[i] = table_type_param(p, type_at(p, tparams[i])->tparam->obj, i);
    Subst s = {.from = tparams, .to = fresh, .count = count};
    for (uint32_t i = 0; i < count; i++) {
        TypeId bound = subst_type(p, &s, type_at(p, tparams[i])->tparam->bound);
        type_at(p, fresh[i])->tparam->bound = bound;
    }
    t = subst_type(p, &s, t);
    memcpy(tparams, fresh, count * sizeof *tparams);
    return t;
}

TypeId infer_partial(Checker *c, TypeId sig, const TypeId *args)
{
    Package *p = c->p;
    uint32_t count = type_at(p, sig)->sig->tparam_count;
    const Signature *generic = type_at(p, sig)->sig;
    Subst s = {.from = generic->tparams, .to = args, .count = count, .forget = true};
    Signature plain = {.variadic = generic->variadic};
    plain.params = subst_type(p, &s, generic->params);
    plain.results = subst_type(p, &s, generic->results);
    return table_signature(p, plain);
}

// A generic function with its first arguments given is generic in the others.
static TypeId partly_instantiated(Checker *c, TypeId t, const TypeId *args, uint32_t given)
{
    Package *p = c->p;
    Signature sig = *type_at(p, t)->sig;
    Subst s = {.from = sig.tparams, .to = args, .count = given};
    Signature rest = {.variadic = sig.variadic, .tparam_count = sig.tparam_count - given};
    rest.tparams = arena_array(&p->arena, TypeId, rest.tparam_count);
    memcpy(rest.tparams, sig.tparams + given, rest.tparam_count * sizeof *rest.tparams);
    Signature plain = {.params = sig.params, .results = sig.results, .variadic = sig.variadic};
    TypeId renamed = infer_rename(c, rest.tparams, rest.tparam_count, table_signature(p, plain));
    const Signature *open = type_at(p, renamed)->sig;
    rest.params = subst_type(p, &s, open->params);
    rest.results = subst_type(p, &s, open->results);
    for (uint32_t i = 0; i < rest.tparam_count; i++) {
        TypeId bound = subst_type(p, &s, type_at(p, rest.tparams[i])->tparam->bound);
        type_at(p, rest.tparams[i])->tparam->bound = bound;
    }
    return table_signature(p, rest);
}

void check_instantiate_func(Checker *c, Operand *x, NodeId index, TypeId target, bool partly)
{
    Package *p = c->p;
    Signature sig = *type_at(p, x->type)->sig;
    uint32_t given = 0;
    TypeId *explicit = NULL;
    if (node_ok(index))
        explicit = check_type_list(c, ast_index(check_ast(c), index).indices, &given);
    TypeId *args = arena_array(&c->scratch, TypeId, sig.tparam_count);
    for (uint32_t i = 0; i < given && i < sig.tparam_count; i++)
        args[i] = explicit[i];
    if (given < sig.tparam_count) {
        TypeId *fresh = arena_array(&p->arena, TypeId, sig.tparam_count);
        memcpy(fresh, sig.tparams, sig.tparam_count * sizeof *fresh);
        Signature plain = {.params = sig.params, .results = sig.results, .variadic = sig.variadic};
        TypeId param = infer_rename(c, fresh, sig.tparam_count, table_signature(p, plain));
        Operand arg = {.mode = EXPR_VALUE, .type = target};
        Inference in = {.tparams = fresh, .count = sig.tparam_count, .args = args};
        if (!infer_arguments(c, &in, &param, &arg, type_known(target) ? 1 : 0)) {
            if (partly && given > 0)
                x->type = partly_instantiated(c, x->type, explicit, given);
            else if (node_ok(index))
                x->type = infer_partial(c, x->type, args);
            return;
        }
    }
    x->type = instantiate_signature(p, x->type, args, sig.tparam_count);
    record_instance(c, x->expr, x->type);
}

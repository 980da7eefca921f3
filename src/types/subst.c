// subst.c - types with type arguments put in for type parameters (spec: Instantiations).
//
// A walk that gives back the same id where nothing changes. Instances of defined types are not
// expanded here: their underlying types and methods are made when asked for, so recursive generic
// types end.
#include "types/package.h"

static TypeId subst_param(const Subst *s, TypeId t)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (s->from[i].v == t.v)
            return type_known(s->to[i]) || s->forget ? s->to[i] : t;
    return t;
}

ObjId object_with_type(Package *p, ObjId o, TypeId t)
{
    Object copy = *object_mut(p, o);
    copy.type = t;
    return table_object(p, copy);
}

// Substitutes the types of some variables or methods; returns `vars` itself when nothing changes.
static ObjId *subst_objects(Package *p, Subst *s, ObjId *vars, uint32_t count)
{
    ObjId *copy = vars;
    for (uint32_t i = 0; i < count; i++) {
        TypeId before = object_mut(p, vars[i])->type;
        TypeId after = subst_type(p, s, before);
        if (after.v == before.v)
            continue;
        if (copy == vars) {
            copy = arena_array(&p->arena, ObjId, count);
            memcpy(copy, vars, count * sizeof *vars);
        }
        copy[i] = object_with_type(p, vars[i], after);
    }
    return copy;
}

static TypeId *subst_types(Package *p, Subst *s, TypeId *types, uint32_t count)
{
    TypeId *copy = types;
    for (uint32_t i = 0; i < count; i++) {
        TypeId after = subst_type(p, s, types[i]);
        if (after.v == types[i].v)
            continue;
        if (copy == types) {
            copy = arena_array(&p->arena, TypeId, count);
            memcpy(copy, types, count * sizeof *types);
        }
        copy[i] = after;
    }
    return copy;
}

static Term *subst_terms(Package *p, Subst *s, Term *terms, uint32_t count)
{
    Term *copy = arena_array(&p->arena, Term, count);
    bool changed = false;
    for (uint32_t i = 0; i < count; i++) {
        copy[i] = (Term){subst_type(p, s, terms[i].type), terms[i].tilde};
        changed |= copy[i].type.v != terms[i].type.v;
    }
    return changed ? copy : terms;
}

static TypeId subst_struct(Package *p, Subst *s, TypeId t)
{
    StructInfo info = *type_at(p, t)->strct;
    ObjId *fields = subst_objects(p, s, info.fields, info.count);
    if (fields == info.fields)
        return t;
    info.fields = fields;
    info.index = NULL;
    return table_struct(p, info);
}

static TypeId subst_signature(Package *p, Subst *s, TypeId t)
{
    Signature sig = *type_at(p, t)->sig;
    TypeId params = subst_type(p, s, sig.params), results = subst_type(p, s, sig.results);
    if (params.v == sig.params.v && results.v == sig.results.v)
        return t;
    sig.params = params;
    sig.results = results;
    return table_signature(p, sig);
}

static TypeId subst_interface(Package *p, Subst *s, TypeId t)
{
    Interface info = *type_at(p, t)->iface;
    ObjId *methods = subst_objects(p, s, info.methods, info.method_count);
    TypeId *embeds = subst_types(p, s, info.embeds, info.embed_count);
    if (methods == info.methods && embeds == info.embeds)
        return t;
    Interface copy = {.methods = methods,
                      .method_count = info.method_count,
                      .embeds = embeds,
                      .embed_count = info.embed_count,
                      .implicit = info.implicit};
    return table_interface(p, copy);
}

static TypeId subst_named(Package *p, Subst *s, TypeId t)
{
    Named *n = type_at(p, t)->named;
    if (!type_known(n->origin))
        return t;
    TypeId *args = subst_types(p, s, n->args, n->arg_count);
    return args == n->args ? t : instantiate_named(p, n->origin, args, n->arg_count);
}

static TypeId subst_walk(Package *p, Subst *s, TypeId t)
{
    const Type *at = type_at(p, t);
    switch ((TypeKind)at->kind) {
    case T_UNKNOWN:
    case T_BASIC:
        return t;
    case T_TYPE_PARAM:
        return subst_param(s, t);
    case T_NAMED:
    case T_ALIAS:
        return subst_named(p, s, t);
    case T_POINTER:
        return table_pointer(p, subst_type(p, s, at->elem));
    case T_SLICE:
        return table_slice(p, subst_type(p, s, at->elem));
    case T_ARRAY:
        return table_array(p, subst_type(p, s, at->elem), at->len);
    case T_CHAN:
        return table_chan(p, (ChanDir)at->sub, subst_type(p, s, at->elem));
    case T_MAP: {
        TypeId key = subst_type(p, s, at->key);
        return table_map(p, key, subst_type(p, s, at->elem));
    }
    case T_STRUCT:
        return subst_struct(p, s, t);
    case T_TUPLE: {
        ObjId *vars = subst_objects(p, s, at->tuple.vars, at->tuple.count);
        return vars == at->tuple.vars ? t : table_tuple(p, vars, at->tuple.count);
    }
    case T_SIGNATURE:
        return subst_signature(p, s, t);
    case T_INTERFACE:
        return subst_interface(p, s, t);
    case T_UNION: {
        Term *terms = subst_terms(p, s, at->onion.terms, at->onion.count);
        return terms == at->onion.terms ? t : table_union(p, terms, at->onion.count);
    }
    }
    return t;
}

TypeId subst_type(Package *p, Subst *s, TypeId t)
{
    if (!type_at(p, t)->parametric || s->count == 0)
        return t;
    uint64_t *known = map_get(&s->memo, t.v);
    if (known)
        return TID(*known);
    TypeId result = subst_walk(p, s, t);
    if (type_at(p, t)->kind != T_TYPE_PARAM)
        map_put(&p->scratch, &s->memo, t.v, result.v);
    return result;
}

static TypeId new_instance(Package *p, TypeId generic, const TypeId *args, uint32_t count)
{
    TypeKind kind = (TypeKind)type_at(p, generic)->kind;
    Named *origin = type_at(p, generic)->named;
    TypeId *copy = arena_array(&p->arena, TypeId, count);
    memcpy(copy, args, count * sizeof *args);
    return table_named(p, kind,
                       (Named){.obj = origin->obj,
                               .origin = generic,
                               .args = copy,
                               .arg_count = count,
                               .home = origin->home,
                               .tparams_state = LAZY_DONE});
}

TypeId instantiate_named(Package *p, TypeId generic, const TypeId *args, uint32_t count)
{
    VEC(uint32_t) key = {0};
    vec_push(&p->scratch, &key, T_NAMED << 8);
    vec_push(&p->scratch, &key, generic.v);
    for (uint32_t i = 0; i < count; i++)
        vec_push(&p->scratch, &key, args[i].v);
    uint32_t *slot = keytable_slot(&p->arena, &p->exact, key.data, key.len);
    if (*slot)
        return TID(*slot);
    TypeId t = new_instance(p, generic, args, count);
    *slot = t.v;
    // An alias is as deep as what it stands for, which must be known before anything is made of it.
    if (type_at(p, t)->kind == T_ALIAS)
        named_complete(p, t);
    return t;
}

TypeId instantiate_signature(Package *p, TypeId sig, const TypeId *args, uint32_t count)
{
    Signature generic = *type_at(p, sig)->sig;
    Subst s = {.from = generic.tparams, .to = args, .count = count};
    if (count > generic.tparam_count)
        s.count = generic.tparam_count;
    Signature copy = {.variadic = generic.variadic};
    copy.params = subst_type(p, &s, generic.params);
    copy.results = subst_type(p, &s, generic.results);
    return table_signature(p, copy);
}

// A generic method's own type parameters are constrained in terms of the receiver's: each receiver
// instance has its own.
static TypeId subst_generic_method(Package *p, const Subst *s, TypeId t)
{
    Signature sig = *type_at(p, t)->sig;
    uint32_t n = s->count + sig.tparam_count;
    TypeId *from = arena_array(&p->arena, TypeId, n), *to = arena_array(&p->arena, TypeId, n);
    TypeId *fresh = arena_array(&p->arena, TypeId, sig.tparam_count);
    memcpy(from, s->from, s->count * sizeof *from);
    memcpy(to, s->to, s->count * sizeof *to);
    for (uint32_t i = 0; i < sig.tparam_count; i++) {
        fresh[i] = table_type_param(p, type_at(p, sig.tparams[i])->tparam->obj, i);
        from[s->count + i] = sig.tparams[i];
        to[s->count + i] = fresh[i];
    }
    Subst all = {.from = from, .to = to, .count = n};
    for (uint32_t i = 0; i < sig.tparam_count; i++) {
        TypeId bound = subst_type(p, &all, type_at(p, sig.tparams[i])->tparam->bound);
        type_at(p, fresh[i])->tparam->bound = bound;
    }
    sig.params = subst_type(p, &all, sig.params);
    sig.results = subst_type(p, &all, sig.results);
    sig.tparams = fresh;
    return table_signature(p, sig);
}

ObjId instance_method(Package *p, TypeId recv, ObjId method)
{
    TypeId sig = object_type(p, method);
    Object copy = *object_mut(p, method);
    Named *n = type_at(p, recv)->named;
    if (type_at(p, sig)->kind == T_SIGNATURE) {
        Signature *generic = type_at(p, sig)->sig;
        Subst s = {.from = generic->rparams, .to = n->args, .count = generic->rparam_count};
        if (s.count > n->arg_count)
            s.count = n->arg_count;
        copy.type =
            generic->tparam_count ? subst_generic_method(p, &s, sig) : subst_signature(p, &s, sig);
        copy.recv = subst_type(p, &s, copy.recv);
    }
    return table_object(p, copy);
}

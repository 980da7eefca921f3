// typeset.c - type sets of interfaces (spec: Interface types, Type sets): methods sorted by name,
// and the terms that the types must match.
#include "types/package.h"

#include <stdlib.h>

enum {
    // The compiler's limit for the terms of one union. Every use of a type parameter asks all of
    // them, so beyond it the set counts as partly unknown.
    UNION_TERMS_MAX = 100,
};

typedef struct SetBuilder {
    Package *p;
    TypeSet *set;
    VEC(ObjId) methods;
    VEC(Term) terms;
    Map seen; // Name of method
} SetBuilder;

static void add_method(SetBuilder *b, ObjId m)
{
    const Object *o = object_mut(b->p, m);
    uint64_t key = map_pair(name_exported(b->p, o->name) ? 0 : o->home + 1, o->name.v);
    if (map_get(&b->seen, key))
        return;
    map_put(&b->p->arena, &b->seen, key, m.v);
    vec_push(&b->p->arena, &b->methods, m);
}

// Intersects what has been collected with a union of terms.
static void restrict_to(SetBuilder *b, const Term *terms, uint32_t count)
{
    Package *p = b->p;
    if (!b->set->restricted) {
        b->set->restricted = true;
        for (uint32_t i = 0; i < count; i++)
            vec_push(&p->arena, &b->terms, terms[i]);
        return;
    }
    VEC(Term) both = {0};
    for (uint32_t i = 0; i < b->terms.len; i++)
        for (uint32_t k = 0; k < count; k++) {
            Term x = b->terms.data[i], y = terms[k];
            TypeId ux = y.tilde ? type_underlying(p, x.type) : x.type;
            TypeId uy = x.tilde ? type_underlying(p, y.type) : y.type;
            if (type_identical(p, ux, uy))
                vec_push(&p->arena, &both, x.tilde ? y : x);
        }
    memcpy(&b->terms, &both, sizeof both);
}

static void add_interface(SetBuilder *b, TypeId iface)
{
    const TypeSet *s = type_set(b->p, iface);
    for (uint32_t i = 0; i < s->method_count; i++)
        add_method(b, s->methods[i]);
    b->set->comparable |= s->comparable;
    b->set->partial |= s->partial;
    if (s->restricted)
        restrict_to(b, s->terms, s->term_count);
}

// A union's terms may be interfaces: those stand for their own terms, or for every type.
static void add_union(SetBuilder *b, const Type *u)
{
    Package *p = b->p;
    VEC(Term) terms = {0};
    b->set->partial |= u->onion.count > UNION_TERMS_MAX;
    for (uint32_t i = 0; i < u->onion.count && terms.len < UNION_TERMS_MAX; i++) {
        Term term = u->onion.terms[i];
        TypeId under = type_underlying(p, term.type);
        if (!type_known(under)) {
            b->set->partial = true;
        } else if (type_at(p, under)->kind == T_INTERFACE) {
            const TypeSet *s = type_set(p, under);
            if (!s->restricted)
                return;
            for (uint32_t k = 0; k < s->term_count && terms.len < UNION_TERMS_MAX; k++)
                vec_push(&p->arena, &terms, s->terms[k]);
        } else {
            vec_push(&p->arena, &terms, term);
        }
    }
    restrict_to(b, terms.data, terms.len);
}

static void add_embedded(SetBuilder *b, TypeId e)
{
    TypeId under = type_underlying(b->p, e);
    switch ((TypeKind)type_at(b->p, under)->kind) {
    case T_UNKNOWN:
        b->set->partial = true;
        break;
    case T_INTERFACE:
        add_interface(b, under);
        break;
    case T_UNION:
        add_union(b, type_at(b->p, under));
        break;
    default:
        restrict_to(b, &(Term){.type = e}, 1);
    }
}

typedef struct Sortable {
    Str name;
    ObjId obj;
} Sortable;

static int by_name(const void *a, const void *b)
{
    const Sortable *x = a, *y = b;
    int order = str_cmp(x->name, y->name);
    if (order)
        return order;
    return x->obj.v < y->obj.v ? -1 : x->obj.v > y->obj.v;
}

void type_sort_methods(Package *p, ObjId *methods, uint32_t count)
{
    Sortable *s = arena_array(&p->scratch, Sortable, count);
    for (uint32_t i = 0; i < count; i++)
        s[i] = (Sortable){name_str(p->names, object_mut(p, methods[i])->name), methods[i]};
    if (count)
        qsort(s, count, sizeof *s, by_name);
    for (uint32_t i = 0; i < count; i++)
        methods[i] = s[i].obj;
}

const TypeSet *type_set(Package *p, TypeId t)
{
    Interface *iface = type_at(p, t)->iface;
    if (iface->state != LAZY_NONE)
        return &iface->set;
    iface->state = LAZY_BUSY;
    SetBuilder b = {.p = p, .set = &iface->set};
    for (uint32_t i = 0; i < iface->method_count; i++)
        add_method(&b, iface->methods[i]);
    for (uint32_t i = 0; i < iface->embed_count; i++)
        add_embedded(&b, iface->embeds[i]);
    type_sort_methods(p, b.methods.data, b.methods.len);
    iface->set.methods = b.methods.data;
    iface->set.method_count = b.methods.len;
    iface->set.terms = b.terms.data;
    iface->set.term_count = b.terms.len;
    iface->state = LAZY_DONE;
    return &iface->set;
}

ObjId type_set_method(const Package *p, const TypeSet *s, Name name)
{
    bool exported = name_exported(p, name);
    Str text = name_str(p->names, name);
    uint32_t low = 0, high = s->method_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int order = str_cmp(name_str(p->names, object_mut(p, s->methods[mid])->name), text);
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < s->method_count; low++) {
        const Object *m = object_mut(p, s->methods[low]);
        if (!name_eq(m->name, name))
            break;
        if (exported || m->home == 0)
            return s->methods[low];
    }
    return OBJ_NONE;
}

// Spec: Implementing an interface, for the methods only.
bool type_has_methods(Package *p, TypeId t, TypeId iface, Name *missing)
{
    TypeId under = type_underlying(p, iface);
    if (type_at(p, under)->kind != T_INTERFACE)
        return true;
    const TypeSet *s = type_set(p, under);
    for (uint32_t i = 0; i < s->method_count; i++) {
        const Object *want = object_mut(p, s->methods[i]);
        Selection found = lookup_member(p, t, want->name, false);
        if (found.kind == SEL_NONE || object_mut(p, found.obj)->kind != OBJ_FUNC) {
            if (found.kind != SEL_NONE && object_mut(p, found.obj)->synthetic)
                continue;
            *missing = want->name;
            return false;
        }
        // A method with a pointer receiver is not in the value's method set.
        if (!found.indirect && method_has_pointer_receiver(p, found.obj)) {
            *missing = want->name;
            return false;
        }
        TypeId have = object_type(p, found.obj), wanted = object_type(p, s->methods[i]);
        if (type_known(have) && type_known(wanted) && !type_identical(p, have, wanted)) {
            *missing = want->name;
            return false;
        }
    }
    return true;
}

bool type_terms(Package *p, TypeId t, const Term **terms, uint32_t *count)
{
    t = type_unalias(p, t);
    TypeId under = type_underlying(p, t);
    if (type_at(p, under)->kind != T_INTERFACE)
        return false;
    const TypeSet *s = type_set(p, under);
    *terms = s->terms;
    *count = s->term_count;
    return s->restricted;
}

// Of two channels with one element type the more restricted one; unknown when they conflict.
static TypeId narrower_channel(const Package *p, TypeId a, TypeId b)
{
    const Type *x = type_at(p, a), *y = type_at(p, b);
    if (x->kind != T_CHAN || y->kind != T_CHAN || !type_identical(p, x->elem, y->elem))
        return TYPE_UNKNOWN;
    if (x->sub == CHAN_BOTH)
        return b;
    return y->sub == CHAN_BOTH || x->sub == y->sub ? a : TYPE_UNKNOWN;
}

TypeId type_core(Package *p, TypeId t)
{
    if (type_at(p, type_unalias(p, t))->kind != T_TYPE_PARAM)
        return type_underlying(p, t);
    const Term *terms;
    uint32_t count;
    if (!type_terms(p, t, &terms, &count) || count == 0)
        return TYPE_UNKNOWN;
    TypeId core = type_underlying(p, terms[0].type);
    for (uint32_t i = 1; i < count && type_known(core); i++) {
        TypeId u = type_underlying(p, terms[i].type);
        if (!type_identical(p, core, u) || type_at(p, core)->kind == T_CHAN)
            core = narrower_channel(p, core, u);
    }
    return core;
}

// canon.c - canonical ids: two types of a package are identical (spec: Type identity) exactly when
// theirs are equal.
//
// A type's key is made of its components' canonical ids, and the first type with a key is the
// canonical one. Cycles run through defined types, which are their own identity; the one that can
// pass by them (an anonymous interface whose method mentions an enclosing alias of it) is cut by
// taking the type in progress as itself.
#include "types/package.h"

#include <stdlib.h>

typedef VEC(uint32_t) Words;

static void word(Package *p, Words *w, uint32_t v)
{
    vec_push(&p->scratch, w, v);
}

static TypeId unify(Package *p, TypeId t, const uint32_t *words, uint32_t len)
{
    uint32_t *slot = keytable_slot(&p->arena, &p->canon, words, len);
    if (!*slot)
        *slot = t.v;
    return TID(*slot);
}

static void vars_key(Package *p, Words *w, TypeId tuple)
{
    const Type *t = type_at(p, tuple);
    word(p, w, t->tuple.count);
    for (uint32_t i = 0; i < t->tuple.count; i++)
        word(p, w, type_canonical(p, object_mut(p, t->tuple.vars[i])->type).v);
}

static void struct_key(Package *p, Words *w, const StructInfo *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        const Object *f = object_mut(p, s->fields[i]);
        word(p, w, f->name.v << 1 | f->embedded);
        word(p, w, name_exported(p, f->name) ? 0 : f->home + 1);
        word(p, w, s->tags && s->tags[i].len ? name_of(p->names, s->tags[i]).v : 0);
        word(p, w, type_canonical(p, f->type).v);
    }
}

static void signature_key(Package *p, Words *w, const Signature *s)
{
    word(p, w, s->variadic);
    vars_key(p, w, s->params);
    vars_key(p, w, s->results);
    for (uint32_t i = 0; i < s->tparam_count; i++)
        word(p, w, s->tparams[i].v);
}

static int term_order(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    if (a[0] != b[0])
        return a[0] < b[0] ? -1 : 1;
    return a[1] < b[1] ? -1 : a[1] > b[1];
}

// Terms are a set: sorted by canonical id.
static void terms_key(Package *p, Words *w, const Term *terms, uint32_t count)
{
    uint32_t start = w->len;
    for (uint32_t i = 0; i < count; i++) {
        word(p, w, type_canonical(p, terms[i].type).v);
        word(p, w, terms[i].tilde);
    }
    if (count)
        qsort(w->data + start, count, 2 * sizeof *w->data, term_order);
}

static void interface_key(Package *p, Words *w, TypeId t)
{
    const TypeSet *s = type_set(p, t);
    word(p, w, s->method_count);
    for (uint32_t i = 0; i < s->method_count; i++) {
        const Object *m = object_mut(p, s->methods[i]);
        word(p, w, m->name.v);
        word(p, w, name_exported(p, m->name) ? 0 : m->home + 1);
        word(p, w, type_canonical(p, m->type).v);
    }
    word(p, w, s->comparable | (uint32_t)s->restricted << 1);
    if (s->restricted)
        terms_key(p, w, s->terms, s->term_count);
    if (s->partial)
        word(p, w, t.v);
}

static TypeId canon_of(Package *p, TypeId id)
{
    Type *t = type_at(p, id);
    Words w = {0};
    word(p, &w, t->kind);
    word(p, &w, t->sub);
    switch ((TypeKind)t->kind) {
    case T_UNKNOWN:
    case T_TYPE_PARAM:
        return id;
    case T_BASIC:
        return TID(t->sub);
    case T_ALIAS:
        return type_canonical(p, t->named->underlying);
    case T_NAMED:
        if (!type_known(t->named->origin))
            return id;
        word(p, &w, t->named->origin.v);
        for (uint32_t i = 0; i < t->named->arg_count; i++)
            word(p, &w, type_canonical(p, t->named->args[i]).v);
        break;
    case T_POINTER:
    case T_SLICE:
    case T_ARRAY:
    case T_MAP:
    case T_CHAN:
        word(p, &w, (uint32_t)t->len);
        word(p, &w, (uint32_t)((uint64_t)t->len >> 32));
        word(p, &w, type_canonical(p, t->key).v);
        word(p, &w, type_canonical(p, t->elem).v);
        break;
    case T_STRUCT:
        struct_key(p, &w, t->strct);
        break;
    case T_TUPLE:
        vars_key(p, &w, id);
        break;
    case T_SIGNATURE:
        signature_key(p, &w, t->sig);
        break;
    case T_INTERFACE:
        interface_key(p, &w, id);
        break;
    case T_UNION:
        terms_key(p, &w, t->onion.terms, t->onion.count);
        break;
    }
    return unify(p, id, w.data, w.len);
}

TypeId type_canonical(const Package *cp, TypeId t)
{
    Package *p = package_mut(cp);
    Type *at = type_at(p, t);
    if (type_known(at->canon))
        return at->canon;
    if (t.v == 0 || at->canon_busy)
        return t;
    // The target of an alias is not known yet while the alias is being resolved.
    if (at->kind == T_ALIAS && at->named->state != LAZY_DONE) {
        named_complete(p, t);
        if (at->named->state != LAZY_DONE)
            return TYPE_UNKNOWN;
    }
    at->canon_busy = true;
    scratch_hold(p);
    TypeId canon = canon_of(p, t);
    scratch_release(p);
    at->canon_busy = false;
    at->canon = canon;
    return canon;
}

bool type_identical(const Package *p, TypeId a, TypeId b)
{
    return a.v == b.v || type_canonical(p, a).v == type_canonical(p, b).v;
}

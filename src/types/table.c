// table.c - a package's type and object records.
//
// Types without declared parts (pointers, slices, arrays, maps, channels, instances) are made once
// for the same components, so their ids are shared. Structs, signatures and interfaces keep the
// declaration's own objects and so may exist several times; canon.c finds the identical ones.
#include "types/package.h"

#include <stdlib.h>

Type *type_at(const Package *p, TypeId t)
{
    return &p->type_pages[t.v >> PAGE_BITS][t.v & (PAGE_ITEMS - 1)];
}

Object *object_mut(const Package *p, ObjId o)
{
    return &p->object_pages[o.v >> PAGE_BITS][o.v & (PAGE_ITEMS - 1)];
}

Package *package_mut(const Package *p)
{
    return (Package *)(uintptr_t)p;
}

// Makes room in a page list for item number `count`.
static void **page_room(Package *p, void **pages, uint32_t *cap, uint32_t count, size_t item)
{
    uint32_t page = count >> PAGE_BITS;
    if (page >= *cap) {
        uint32_t wider = *cap ? *cap * 2 : 8;
        void **copy = arena_array(&p->arena, void *, wider);
        if (*cap)
            memcpy(copy, pages, *cap * sizeof *copy);
        pages = copy;
        *cap = wider;
    }
    if (!pages[page])
        pages[page] = arena_alloc(&p->arena, item * PAGE_ITEMS);
    return pages;
}

ObjId table_object(Package *p, Object o)
{
    p->object_pages = (Object **)page_room(p, (void **)p->object_pages, &p->object_page_cap,
                                           p->object_count, sizeof(Object));
    ObjId id = {p->object_count++};
    *object_mut(p, id) = o;
    return id;
}

// The depth of a type made of these two, or TYPE_DEPTH_MAX where it would be too deep.
static uint16_t depth_over(const Package *p, uint16_t depth, TypeId part)
{
    uint16_t d = (uint16_t)(type_at(p, part)->depth + 1);
    return d > depth ? d : depth;
}

static bool vars_parts(const Package *p, Type *t, const ObjId *vars, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        TypeId part = object_mut(p, vars[i])->type;
        t->parametric |= type_at(p, part)->parametric;
        t->depth = depth_over(p, t->depth, part);
    }
    return t->depth < TYPE_DEPTH_MAX;
}

static void part(const Package *p, Type *t, TypeId of)
{
    t->parametric |= type_at(p, of)->parametric;
    t->depth = depth_over(p, t->depth, of);
}

TypeId table_add(Package *p, Type t)
{
    if (t.depth >= TYPE_DEPTH_MAX)
        return TYPE_UNKNOWN;
    p->type_pages = (Type **)page_room(p, (void **)p->type_pages, &p->type_page_cap, p->type_count,
                                       sizeof(Type));
    TypeId id = {p->type_count++};
    *type_at(p, id) = t;
    return id;
}

static TypeId intern(Package *p, Type t)
{
    uint32_t key[6] = {t.kind,  t.sub,           t.elem.v,
                       t.key.v, (uint32_t)t.len, (uint32_t)((uint64_t)t.len >> 32)};
    uint32_t *slot = keytable_slot(&p->arena, &p->exact, key, 6);
    if (!*slot) {
        part(p, &t, t.elem);
        part(p, &t, t.key);
        *slot = table_add(p, t).v;
    }
    return TID(*slot);
}

TypeId table_pointer(Package *p, TypeId elem)
{
    return intern(p, (Type){.kind = T_POINTER, .elem = elem});
}

TypeId table_slice(Package *p, TypeId elem)
{
    return intern(p, (Type){.kind = T_SLICE, .elem = elem});
}

TypeId table_array(Package *p, TypeId elem, int64_t len)
{
    return intern(p, (Type){.kind = T_ARRAY, .elem = elem, .len = len});
}

TypeId table_map(Package *p, TypeId key, TypeId elem)
{
    return intern(p, (Type){.kind = T_MAP, .key = key, .elem = elem});
}

TypeId table_chan(Package *p, ChanDir dir, TypeId elem)
{
    return intern(p, (Type){.kind = T_CHAN, .sub = (uint8_t)dir, .elem = elem});
}

TypeId table_tuple(Package *p, const ObjId *vars, uint32_t count)
{
    if (count == 0 && p->type_count > TID_EMPTY_TUPLE)
        return TID(TID_EMPTY_TUPLE);
    Type t = {.kind = T_TUPLE};
    t.tuple.count = count;
    t.tuple.vars = arena_array(&p->arena, ObjId, count);
    if (count)
        memcpy(t.tuple.vars, vars, count * sizeof *vars);
    vars_parts(p, &t, vars, count);
    return table_add(p, t);
}

ObjId table_var(Package *p, Name name, TypeId t, VarRole role)
{
    return table_object(p, (Object){.kind = OBJ_VAR, .name = name, .type = t, .role = role});
}

TypeId table_tuple_of(Package *p, const TypeId *types, uint32_t count)
{
    ObjId *vars = arena_array(&p->arena, ObjId, count);
    for (uint32_t i = 0; i < count; i++)
        vars[i] = table_var(p, (Name){0}, types[i], VAR_LOCAL);
    return table_tuple(p, vars, count);
}

TypeId table_signature(Package *p, Signature sig)
{
    Type t = {.kind = T_SIGNATURE};
    t.sig = arena_new(&p->arena, Signature);
    *t.sig = sig;
    if (!type_known(sig.params))
        t.sig->params = TID(TID_EMPTY_TUPLE);
    if (!type_known(sig.results))
        t.sig->results = TID(TID_EMPTY_TUPLE);
    part(p, &t, t.sig->params);
    part(p, &t, t.sig->results);
    t.parametric |= sig.tparam_count > 0;
    return table_add(p, t);
}

enum { WIDE_STRUCT = 12 };

static void index_embeds(Package *p, StructInfo *s)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->count; i++)
        n += object_mut(p, s->fields[i])->embedded;
    s->embeds = arena_array(&p->arena, uint32_t, n);
    s->embed_count = 0;
    for (uint32_t i = 0; i < s->count; i++)
        if (object_mut(p, s->fields[i])->embedded)
            s->embeds[s->embed_count++] = i;
}

TypeId table_struct(Package *p, StructInfo info)
{
    Type t = {.kind = T_STRUCT};
    t.strct = arena_new(&p->arena, StructInfo);
    *t.strct = info;
    vars_parts(p, &t, info.fields, info.count);
    index_embeds(p, t.strct);
    if (info.count > WIDE_STRUCT) {
        t.strct->index = arena_new(&p->arena, Map);
        for (uint32_t i = info.count; i-- > 0;)
            map_put(&p->arena, t.strct->index, object_mut(p, info.fields[i])->name.v, i + 1);
    }
    return table_add(p, t);
}

TypeId table_interface(Package *p, Interface info)
{
    Type t = {.kind = T_INTERFACE};
    t.iface = arena_new(&p->arena, Interface);
    *t.iface = info;
    vars_parts(p, &t, info.methods, info.method_count);
    for (uint32_t i = 0; i < info.embed_count; i++)
        part(p, &t, info.embeds[i]);
    return table_add(p, t);
}

TypeId table_union(Package *p, const Term *terms, uint32_t count)
{
    Type t = {.kind = T_UNION};
    t.onion.count = count;
    t.onion.terms = arena_array(&p->arena, Term, count);
    for (uint32_t i = 0; i < count; i++) {
        t.onion.terms[i] = terms[i];
        part(p, &t, terms[i].type);
    }
    return table_add(p, t);
}

TypeId table_named(Package *p, TypeKind kind, Named info)
{
    Type t = {.kind = (uint8_t)kind};
    t.named = arena_new(&p->arena, Named);
    *t.named = info;
    for (uint32_t i = 0; i < info.arg_count; i++)
        part(p, &t, info.args[i]);
    return table_add(p, t);
}

TypeId table_type_param(Package *p, ObjId obj, uint32_t index)
{
    Type t = {.kind = T_TYPE_PARAM, .parametric = true};
    t.tparam = arena_new(&p->arena, TypeParam);
    t.tparam->obj = obj;
    t.tparam->index = index;
    return table_add(p, t);
}

void table_set_alias(Package *p, TypeId alias, TypeId to)
{
    Type *t = type_at(p, alias);
    t->named->underlying = to;
    t->named->state = LAZY_DONE;
    t->parametric |= type_at(p, to)->parametric;
    if (t->depth < type_at(p, to)->depth)
        t->depth = type_at(p, to)->depth;
}

bool type_parametric(const Package *p, TypeId t)
{
    return type_at(p, t)->parametric;
}

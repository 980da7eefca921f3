// objects.c - abstract objects: what stands for the things that exist at run time.
#include "flow/internal.h"
#include "base/hash.h"

static uint64_t hash_abs(const Abs *a)
{
    uint64_t h = hash_mix(a->kind, map_pair(a->func.v, a->site.v));
    h = hash_mix(h, map_pair(a->index, a->var.v));
    h = hash_mix(h, map_pair(a->obj.v, a->owner.v));
    h = hash_mix(h, map_pair(a->name.v, a->base.v));
    return hash_mix(h, a->callee.v);
}

static bool same_abs(const Abs *a, const Abs *b)
{
    return a->kind == b->kind && a->func.v == b->func.v && a->site.v == b->site.v &&
           a->index == b->index && a->var.v == b->var.v && a->obj.v == b->obj.v &&
           a->owner.v == b->owner.v && a->name.v == b->name.v && a->base.v == b->base.v &&
           a->callee.v == b->callee.v;
}

AbsId abs_find(const Flow *f, Abs a)
{
    for (uint32_t i = (uint32_t)map_or(&f->abs_index, hash_abs(&a), 0); i; i = f->abs_next.data[i])
        if (same_abs(&f->abs.data[i], &a))
            return (AbsId){i};
    return (AbsId){0};
}

AbsId abs_intern(Flow *f, Abs a)
{
    AbsId known = abs_find(f, a);
    if (known.v)
        return known;
    uint64_t h = hash_abs(&a);
    uint32_t first = (uint32_t)map_or(&f->abs_index, h, 0);
    uint32_t id = f->abs.len;
    vec_push(&f->arena, &f->abs, a);
    vec_push(&f->arena, &f->abs_next, first);
    vec_push(&f->arena, &f->abs_content, 0);
    vec_push(&f->arena, &f->abs_address, NULL);
    map_put(&f->arena, &f->abs_index, h, id);
    return (AbsId){id};
}

AbsId abs_of_var(Flow *f, VarId v)
{
    return abs_intern(f, (Abs){.kind = ABS_VAR, .var = v});
}

// The struct type that owns a field, whatever instance, alias or pointer it was reached through.
static TypeId owner_type(const Flow *f, TypeId base)
{
    TypeId t = type_unalias(f->types, type_deref(f->types, type_unalias(f->types, base)));
    return type_canonical(f->types, type_origin(f->types, t));
}

// Unseen code may store to a field that it can name: an exported field of a type that other
// packages may import, any field of a type of another package, and every field where files of this
// package are missing.
bool abs_is_open_field(const Flow *f, const Abs *a)
{
    if (f->incomplete || !type_known(a->owner))
        return true;
    ObjId owner = type_named_object(f->types, a->owner);
    if (!obj_ok(owner))
        return false;
    if (object_at(f->types, owner)->home != 0)
        return true;
    if (str_is(package_name(f->types), "main"))
        return false;
    Str name = name_str(package_names(f->types), a->name);
    return name.len && ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') || (unsigned char)name.ptr[0] >= 0x80);
}

// A field that the library feeds (a ticker's C): some function of its package says so of the value
// that it gives. User code does not store there.
static bool is_fed_field(const Flow *f, const Abs *a)
{
    ObjId owner = type_known(a->owner) ? type_named_object(f->types, a->owner) : OBJ_NONE;
    if (!obj_ok(owner) || object_at(f->types, owner)->home == 0)
        return false;
    const ModelPackage *model = model_package(f->ir->models, object_path(f->types, owner));
    for (uint32_t k = 0; model && k < model->entries.len; k++)
        VEC_EACH(const Effect, e, &model->entries.data[k].effects)
            if (e->kind == EFFECT_FEEDS && e->target.kind == REF_RESULT && name_eq(e->target.field, a->name))
                return true;
    return false;
}

AbsId abs_of_field(Flow *f, TypeId base, Name name)
{
    Abs a = {.kind = ABS_FIELD, .owner = owner_type(f, base), .name = name};
    uint32_t before = f->abs.len;
    AbsId id = abs_intern(f, a);
    if (id.v < before)
        return id;
    if (is_fed_field(f, &a)) {
        node_add(f, node_content(f, id), abs_intern(f, (Abs){.kind = ABS_FEED, .owner = a.owner, .name = a.name}));
    } else if (abs_is_open_field(f, &a)) {
        AbsId outside =
            abs_intern(f, (Abs){.kind = ABS_OUTSIDE, .owner = a.owner, .name = a.name});
        uint32_t content = node_content(f, id);
        node_add(f, content, outside);
        node_complex(f, content, COMPLEX_ESCAPE, 0);
    }
    return id;
}

AbsId flow_field(const Flow *f, TypeId owner, Name name)
{
    Abs a = {.kind = ABS_FIELD, .owner = owner_type(f, owner), .name = name};
    for (uint32_t i = (uint32_t)map_or(&f->abs_index, hash_abs(&a), 0); i; i = f->abs_next.data[i])
        if (same_abs(&f->abs.data[i], &a))
            return (AbsId){i};
    return (AbsId){0};
}

AbsId abs_at(Flow *f, AbsKind kind, Site site, uint32_t index)
{
    return abs_intern(f, (Abs){.kind = kind, .func = site.func, .site = site.instr, .index = index});
}

AbsId abs_elem(Flow *f, AbsId base)
{
    // Elements of elements of … of one container are one place: it bounds the number of objects.
    if (flow_abs(f, base)->kind == ABS_ELEM)
        return base;
    return abs_intern(f, (Abs){.kind = ABS_ELEM, .base = base});
}

AbsId abs_func(Flow *f, FuncId callee)
{
    return abs_intern(f, (Abs){.kind = ABS_FUNC, .callee = callee});
}

const Abs *flow_abs(const Flow *f, AbsId a)
{
    return &f->abs.data[a.v];
}

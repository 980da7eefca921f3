// lookup.c - fields and methods by name (spec: Selectors).
//
// Breadth first through embedded fields: the shallowest depth at which the name occurs wins, and
// twice at that depth is ambiguous. A type met again deeper is not searched again; met twice at one
// depth, whatever it holds is ambiguous.
#include "types/check.h"

#include <utf8proc.h>

enum {
    // Types met in a search beyond which its result is kept.
    WIDE_SEARCH = 16,
    // Types met in all searches of a package beyond which wide ones are given up. Thousands of
    // embedded fields searched for thousands of names would take minutes.
    SEARCH_BUDGET = 2000000,
};

typedef struct Step {
    TypeId type;
    uint32_t parent; // index + 1 into the steps, 0 at the top
    ObjId field;     // embedded field that led here
    bool indirect, multiple;
} Step;

typedef struct Search {
    Package *p;
    Name name;
    VEC(Step) steps; // all depths, one after the other
    Map seen;        // canonical types → 1
    ObjId found;
    uint32_t found_step;
    uint32_t open_step; // index + 1 of the first type with unseen members
    bool twice;
} Search;

bool name_exported(const Package *p, Name n)
{
    Str s = name_str(p->names, n);
    if (s.len == 0)
        return false;
    unsigned char c = (unsigned char)s.ptr[0];
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    utf8proc_int32_t rune;
    utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len, &rune);
    return bytes > 0 && utf8proc_category(rune) == UTF8PROC_CATEGORY_LU;
}

static bool visible(const Search *s, const Object *o)
{
    return name_eq(o->name, s->name) && (o->home == 0 || name_exported(s->p, o->name));
}

static void hit(Search *s, ObjId o, uint32_t step)
{
    if (obj_ok(s->found) || s->steps.data[step].multiple)
        s->twice = true;
    s->found = o;
    s->found_step = step;
}

static ObjId struct_field(const Search *s, const StructInfo *info)
{
    if (info->index) {
        uint64_t at = map_or(info->index, s->name.v, 0);
        if (at && visible(s, object_mut(s->p, info->fields[at - 1])))
            return info->fields[at - 1];
        return OBJ_NONE;
    }
    for (uint32_t i = 0; i < info->count; i++)
        if (visible(s, object_mut(s->p, info->fields[i])))
            return info->fields[i];
    return OBJ_NONE;
}

// Queues the embedded fields of a struct for the next depth. `level` is where that depth starts.
static void push_embeds(Search *s, const StructInfo *info, uint32_t from, uint32_t level)
{
    Package *p = s->p;
    p->search_steps += info->embed_count;
    if (p->search_steps > SEARCH_BUDGET && info->embed_count > WIDE_SEARCH)
        return;
    for (uint32_t i = 0; i < info->embed_count; i++) {
        ObjId f = info->fields[info->embeds[i]];
        TypeId t = type_unalias(p, object_mut(p, f)->type);
        bool pointer = type_at(p, t)->kind == T_POINTER;
        if (pointer)
            t = type_unalias(p, type_at(p, t)->elem);
        if (type_at(p, t)->kind != T_NAMED && type_at(p, t)->kind != T_STRUCT &&
            type_at(p, t)->kind != T_INTERFACE)
            continue;
        const Step *up = &s->steps.data[from];
        Step next = {t, from + 1, f, up->indirect || pointer, up->multiple};
        bool merged = false;
        // A wide struct of embedded fields would make this quadratic; the map keeps it linear.
        uint64_t key = map_pair(level + 1, type_canonical(p, t).v);
        uint64_t *known = map_get(&s->seen, key);
        if (known && *known > level) {
            s->steps.data[*known - 1].multiple = true;
            merged = true;
        }
        if (!merged) {
            vec_push(&p->search, &s->steps, next);
            map_put(&p->search, &s->seen, key, s->steps.len);
        }
    }
}

static void search_type(Search *s, uint32_t step, uint32_t level)
{
    Package *p = s->p;
    TypeId t = s->steps.data[step].type;
    uint64_t key = map_pair(0, type_canonical(p, t).v);
    if (map_get(&s->seen, key))
        return;
    map_put(&p->search, &s->seen, key, 1);
    if (type_at(p, t)->kind == T_NAMED) {
        ObjId m = named_method(p, t, s->name);
        if (obj_ok(m)) {
            hit(s, m, step);
            return;
        }
        if (type_is_open(p, t) && !s->open_step)
            s->open_step = step + 1;
    }
    TypeId under = type_underlying(p, t);
    const Type *u = type_at(p, under);
    if (u->kind == T_STRUCT) {
        ObjId f = struct_field(s, u->strct);
        if (obj_ok(f))
            hit(s, f, step);
        else if (!obj_ok(s->found))
            push_embeds(s, u->strct, step, level);
    } else if (u->kind == T_INTERFACE) {
        ObjId m = type_set_method(p, type_set(p, under), s->name);
        if (obj_ok(m))
            hit(s, m, step);
    }
}

static Selection result(Search *s, ObjId o, uint32_t step, TypeId recv)
{
    Selection sel = {.obj = o, .recv = recv, .indirect = s->steps.data[step].indirect};
    sel.kind = object_mut(s->p, o)->kind == OBJ_FUNC ? SEL_METHOD : SEL_FIELD;
    for (uint32_t i = step; s->steps.data[i].parent; i = s->steps.data[i].parent - 1)
        sel.path_len++;
    ObjId *path = arena_array(&s->p->arena, ObjId, sel.path_len);
    uint32_t at = sel.path_len;
    for (uint32_t i = step; s->steps.data[i].parent; i = s->steps.data[i].parent - 1)
        path[--at] = s->steps.data[i].field;
    sel.path = path;
    return sel;
}

static Selection search_levels(Search *s, TypeId start, bool indirect, TypeId recv, bool called)
{
    Package *p = s->p;
    vec_push(&p->search, &s->steps, (Step){.type = start, .indirect = indirect});
    uint32_t level = 0;
    while (level < s->steps.len) {
        uint32_t end = s->steps.len;
        for (uint32_t i = level; i < end; i++)
            search_type(s, i, end);
        if (s->twice)
            return (Selection){0};
        if (obj_ok(s->found))
            return result(s, s->found, s->found_step, recv);
        level = end;
    }
    if (s->open_step) {
        ObjId o = open_member(p, s->steps.data[s->open_step - 1].type, s->name, called);
        return result(s, o, s->open_step - 1, recv);
    }
    return (Selection){0};
}

// Most names are found in the type itself, without a search.
static Selection search(Package *p, TypeId t, bool indirect, TypeId recv, Name name, bool called)
{
    Search s = {.p = p, .name = name};
    ObjId o = OBJ_NONE;
    if (type_at(p, t)->kind == T_NAMED)
        o = named_method(p, t, name);
    TypeId under = type_underlying(p, t);
    if (!obj_ok(o) && type_at(p, under)->kind == T_STRUCT)
        o = struct_field(&s, type_at(p, under)->strct);
    if (!obj_ok(o) && type_at(p, under)->kind == T_INTERFACE)
        o = type_set_method(p, type_set(p, under), name);
    if (obj_ok(o)) {
        SelectionKind kind = object_mut(p, o)->kind == OBJ_FUNC ? SEL_METHOD : SEL_FIELD;
        return (Selection){.kind = kind, .obj = o, .recv = recv, .indirect = indirect};
    }
    uint64_t key = map_pair(type_canonical(p, t).v << 1 | indirect, name.v);
    const Selection *known = (const Selection *)(uintptr_t)map_or(&p->wide_lookups, key, 0);
    if (known) {
        Selection again = *known;
        again.recv = recv;
        return again;
    }
    p->search_users++;
    Selection sel = search_levels(&s, t, indirect, recv, called);
    // Types may be incomplete while declarations are being resolved.
    if (s.steps.len > WIDE_SEARCH && (!p->checker || p->checker->in_bodies)) {
        Selection *copy = arena_new(&p->arena, Selection);
        *copy = sel;
        map_put(&p->arena, &p->wide_lookups, key, (uint64_t)(uintptr_t)copy);
    }
    if (--p->search_users == 0)
        arena_reset(&p->search);
    return sel;
}

Selection lookup_member(Package *p, TypeId t, Name name, bool called)
{
    TypeId recv = t;
    if (name_eq(name, p->blank) || name.v == 0)
        return (Selection){0};
    t = type_unalias(p, t);
    const Type *at = type_at(p, t);
    // A defined pointer type has no methods, but its base's fields are reached.
    if (at->kind == T_NAMED) {
        TypeId under = type_underlying(p, t);
        if (type_at(p, under)->kind == T_POINTER) {
            Selection sel = lookup_member(p, under, name, false);
            sel.recv = recv;
            return sel.kind == SEL_FIELD ? sel : (Selection){0};
        }
    }
    bool indirect = at->kind == T_POINTER;
    if (indirect) {
        t = type_unalias(p, at->elem);
        TypeId under = type_underlying(p, t);
        if (type_at(p, under)->kind == T_INTERFACE)
            return (Selection){0};
    }
    return search(p, t, indirect, recv, name, called);
}

Selection type_lookup(const Package *p, TypeId t, Name name)
{
    return lookup_member(package_mut(p), t, name, false);
}

// export.c - the byte form of a checked package: a walk from its sorted exported names.
//
// Each record is gone through twice: first to give numbers to what it mentions, then to write it.
// So a record's parts come before it, whichever way the walk came by them.
#include "types/form.h"

#include <stdlib.h>

#define IN_PROGRESS UINT32_MAX // instead of a number, while the parts of a type are gone through

typedef struct Record {
    size_t start, len;
} Record;

typedef struct Walk {
    const Package *p;
    Arena arena;
    StringWriter strings;
    Map numbers;      // TypeId → number
    Map package_refs; // PackageRef → index
    VEC(Str) packages;
    VEC(TypeId) queue; // defined types and type parameters, by the order of their numbers
    uint32_t queue_at;
    VEC(Record) records;
    Writer out;       // all records, in the order in which they were written
    bool reaching;    // numbers are given, nothing is written
    uint32_t unnamed; // types so far that are no package-level object of their name
} Walk;

static void reach(Walk *w, TypeId t);

// ---- Parts of records ----

static void put_number(Walk *w, uint64_t v)
{
    if (!w->reaching)
        writer_varint(&w->out, v);
}

static void put_text(Walk *w, Str s)
{
    if (!w->reaching)
        writer_varint(&w->out, strings_add(&w->arena, &w->strings, s));
}

static void put_name(Walk *w, Name n)
{
    put_text(w, name_str(w->p->names, n));
}

static void put_type(Walk *w, TypeId t)
{
    if (w->reaching) {
        reach(w, t);
        return;
    }
    uint32_t number = t.v < TID_UNIVERSE_END ? t.v : (uint32_t)map_or(&w->numbers, t.v, 0);
    // A type that is made of itself without a name between is an error and stands for nothing.
    writer_varint(&w->out, number == IN_PROGRESS ? 0 : number);
}

static void put_types(Walk *w, const TypeId *types, uint32_t count)
{
    put_number(w, count);
    for (uint32_t i = 0; i < count; i++)
        put_type(w, types[i]);
}

static uint32_t package_index(Walk *w, PackageRef home)
{
    if (home == 0)
        return 0;
    uint64_t *known = map_get(&w->package_refs, home);
    if (known)
        return (uint32_t)*known;
    vec_push(&w->arena, &w->packages, package_ref_path(w->p, home));
    map_put(&w->arena, &w->package_refs, home, w->packages.len);
    return w->packages.len;
}

static void put_vars(Walk *w, TypeId tuple)
{
    const Type *t = type_at(w->p, tuple);
    put_number(w, t->tuple.count);
    for (uint32_t i = 0; i < t->tuple.count; i++) {
        const Object *o = object_mut(w->p, t->tuple.vars[i]);
        put_name(w, o->name);
        put_type(w, o->type);
    }
}

static void put_signature(Walk *w, const Signature *s)
{
    unsigned flags = s->variadic ? FORM_VARIADIC : 0;
    flags |= s->tparam_count ? FORM_TPARAMS : 0u;
    flags |= s->rparam_count ? FORM_RPARAMS : 0u;
    flags |= s->recv_name.v ? FORM_RECV_NAME : 0u;
    put_number(w, flags);
    if (flags & FORM_TPARAMS)
        put_types(w, s->tparams, s->tparam_count);
    if (flags & FORM_RPARAMS)
        put_types(w, s->rparams, s->rparam_count);
    if (flags & FORM_RECV_NAME)
        put_name(w, s->recv_name);
    put_vars(w, s->params);
    put_vars(w, s->results);
}

static void put_struct(Walk *w, const StructInfo *s)
{
    put_number(w, s->count);
    for (uint32_t i = 0; i < s->count; i++) {
        const Object *f = object_mut(w->p, s->fields[i]);
        bool tagged = s->tags && s->tags[i].len;
        unsigned flags = (f->embedded ? FORM_EMBEDDED : 0u) | (tagged ? FORM_TAGGED : 0u);
        put_name(w, f->name);
        if (!w->reaching)
            put_number(w, (uint64_t)package_index(w, f->home) << FORM_FIELD_BITS | flags);
        put_type(w, f->type);
        if (tagged)
            put_text(w, s->tags[i]);
    }
}

static void put_interface(Walk *w, const Interface *i)
{
    put_number(w, i->implicit);
    put_number(w, i->method_count);
    for (uint32_t k = 0; k < i->method_count; k++) {
        const Object *m = object_mut(w->p, i->methods[k]);
        // The receiver of a method is the defined type around the interface, else the interface.
        bool own = type_at(w->p, m->recv)->kind == T_INTERFACE;
        put_name(w, m->name);
        if (!w->reaching)
            put_number(w, (uint64_t)package_index(w, m->home) << 1 | own);
        put_type(w, m->type);
        if (!own)
            put_type(w, m->recv);
    }
    put_types(w, i->embeds, i->embed_count);
}

static void put_union(Walk *w, const Type *t)
{
    put_number(w, t->onion.count);
    for (uint32_t i = 0; i < t->onion.count; i++) {
        put_number(w, t->onion.terms[i].tilde);
        put_type(w, t->onion.terms[i].type);
    }
}

// ---- Declared types ----

static bool is_foreign(const Package *p, const Named *n)
{
    return n->home != 0 || object_mut(p, n->obj)->synthetic;
}

static bool package_level(const Package *p, ObjId o)
{
    const Object *obj = object_mut(p, o);
    return obj->package_level && obj_eq(package_lookup(p, obj->name), o);
}

static Str declared_path(Walk *w, const Named *n)
{
    Str name = name_str(w->p->names, object_mut(w->p, n->obj)->name);
    if (package_level(w->p, n->obj))
        return name;
    char *path = arena_printf(&w->arena, "%.*s\xc2\xb7%u", STR_ARG(name), ++w->unnamed);
    return str_of(path);
}

static void put_foreign(Walk *w, const Named *n)
{
    Str name = name_str(w->p->names, object_mut(w->p, n->obj)->name), path = name;
    if (type_known(n->foreign))
        path = form_type_path(w->p->imports.data[n->home]->form, n->foreign);
    if (!w->reaching)
        put_number(w, package_index(w, n->home));
    put_text(w, path);
    put_text(w, name);
}

typedef struct Method {
    Str name;
    ObjId obj;
} Method;

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const Method *)a)->name, ((const Method *)b)->name);
}

// Sorted by name, because the order of declaration depends on the order of files.
static void put_methods(Walk *w, const Named *n)
{
    const Package *p = w->p;
    Method *methods = arena_array(&w->arena, Method, n->methods.len);
    for (uint32_t i = 0; i < n->methods.len; i++)
        methods[i] = (Method){object_name(p, n->methods.data[i]), n->methods.data[i]};
    if (n->methods.len)
        qsort(methods, n->methods.len, sizeof *methods, by_name);
    put_number(w, n->methods.len);
    for (uint32_t i = 0; i < n->methods.len; i++) {
        const Object *m = object_mut(p, methods[i].obj);
        put_name(w, m->name);
        put_type(w, m->recv);
        put_type(w, m->type);
    }
}

static void put_named(Walk *w, const Named *n)
{
    if (!w->reaching)
        put_text(w, declared_path(w, n));
    put_name(w, object_mut(w->p, n->obj)->name);
    put_number(w, n->open ? FORM_OPEN : 0);
    put_type(w, n->underlying);
    put_types(w, n->tparams, n->tparam_count);
}

static void put_record(Walk *w, FormRecord kind, TypeId id)
{
    const Type *t = type_at(w->p, id);
    put_number(w, kind);
    switch (kind) {
    case FORM_NAMED:
        put_named(w, t->named);
        put_methods(w, t->named);
        break;
    case FORM_ALIAS:
        put_named(w, t->named);
        break;
    case FORM_TPARAM:
        put_name(w, object_mut(w->p, t->tparam->obj)->name);
        put_number(w, t->tparam->index);
        put_type(w, t->tparam->bound);
        break;
    case FORM_FOREIGN:
        put_foreign(w, t->named);
        break;
    case FORM_INSTANCE:
        put_type(w, t->named->origin);
        put_types(w, t->named->args, t->named->arg_count);
        break;
    case FORM_CHAN:
        put_number(w, t->sub);
        put_type(w, t->elem);
        break;
    case FORM_MAP:
        put_type(w, t->key);
        put_type(w, t->elem);
        break;
    case FORM_ARRAY:
        put_type(w, t->elem);
        if (!w->reaching)
            writer_signed(&w->out, t->len);
        break;
    case FORM_STRUCT:
        put_struct(w, t->strct);
        break;
    case FORM_TUPLE:
        put_vars(w, id);
        break;
    case FORM_SIGNATURE:
        put_signature(w, t->sig);
        break;
    case FORM_INTERFACE:
        put_interface(w, t->iface);
        break;
    case FORM_UNION:
        put_union(w, t);
        break;
    default: // pointers and slices
        put_type(w, t->elem);
    }
}

static FormRecord record_kind(const Package *p, const Type *t)
{
    static const FormRecord plain[] = {
        [T_TYPE_PARAM] = FORM_TPARAM,
        [T_POINTER] = FORM_POINTER,
        [T_SLICE] = FORM_SLICE,
        [T_ARRAY] = FORM_ARRAY,
        [T_MAP] = FORM_MAP,
        [T_CHAN] = FORM_CHAN,
        [T_STRUCT] = FORM_STRUCT,
        [T_SIGNATURE] = FORM_SIGNATURE,
        [T_INTERFACE] = FORM_INTERFACE,
        [T_UNION] = FORM_UNION,
        [T_TUPLE] = FORM_TUPLE,
    };
    if (t->kind != T_NAMED && t->kind != T_ALIAS)
        return plain[t->kind];
    if (type_known(t->named->origin))
        return FORM_INSTANCE;
    if (is_foreign(p, t->named))
        return FORM_FOREIGN;
    return t->kind == T_NAMED ? FORM_NAMED : FORM_ALIAS;
}

static void write_record(Walk *w, TypeId t, FormRecord kind)
{
    uint32_t number = (uint32_t)map_or(&w->numbers, t.v, 0);
    Record *r = &w->records.data[number - TID_UNIVERSE_END];
    r->start = w->out.len;
    bool before = w->reaching;
    w->reaching = false;
    put_record(w, kind, t);
    w->reaching = before;
    r = &w->records.data[number - TID_UNIVERSE_END];
    r->len = w->out.len - r->start;
}

static void give_number(Walk *w, TypeId t)
{
    vec_push(&w->arena, &w->records, (Record){0});
    map_put(&w->arena, &w->numbers, t.v, w->records.len - 1 + TID_UNIVERSE_END);
}

static void reach_parts(Walk *w, TypeId t, FormRecord kind)
{
    bool before = w->reaching;
    w->reaching = true;
    put_record(w, kind, t);
    w->reaching = before;
}

static void reach(Walk *w, TypeId t)
{
    if (t.v < TID_UNIVERSE_END || map_get(&w->numbers, t.v))
        return;
    FormRecord kind = record_kind(w->p, type_at(w->p, t));
    if (kind == FORM_NAMED || kind == FORM_TPARAM) {
        give_number(w, t);
        vec_push(&w->arena, &w->queue, t);
        return;
    }
    map_put(&w->arena, &w->numbers, t.v, IN_PROGRESS);
    reach_parts(w, t, kind);
    give_number(w, t);
    write_record(w, t, kind);
}

static void drain(Walk *w)
{
    while (w->queue_at < w->queue.len) {
        TypeId t = w->queue.data[w->queue_at++];
        FormRecord kind = record_kind(w->p, type_at(w->p, t));
        reach_parts(w, t, kind);
        write_record(w, t, kind);
    }
}

// ---- Objects ----

static int object_by_name(const void *a, const void *b)
{
    return by_name(a, b);
}

// The exported package-level objects, sorted by name.
static Method *exported(Walk *w, uint32_t *count)
{
    const Package *p = w->p;
    VEC(Method) found = {0};
    for (uint32_t i = p->universe_objects; i < p->object_count; i++) {
        const Object *o = object_mut(p, (ObjId){i});
        if (o->home == 0 && package_level(p, (ObjId){i}) && name_exported(p, o->name))
            vec_push(&w->arena, &found, (Method){name_str(p->names, o->name), {i}});
    }
    if (found.len)
        qsort(found.data, found.len, sizeof *found.data, object_by_name);
    *count = found.len;
    return found.data;
}

static void put_object(Walk *w, Writer *objects, const Object *o)
{
    TypeId t = o->type;
    w->reaching = true;
    reach(w, t);
    w->reaching = false;
    uint32_t number = t.v < TID_UNIVERSE_END ? t.v : (uint32_t)map_or(&w->numbers, t.v, 0);
    writer_byte(objects, (uint8_t)o->kind);
    writer_varint(objects, number);
    if (o->kind == OBJ_CONST)
        constant_write(o->value, objects, &w->arena, &w->strings);
}

static void finish(Walk *w, const Writer *objects, uint32_t object_count, char **bytes, size_t *len)
{
    uint32_t path = strings_add(&w->arena, &w->strings, w->p->path);
    uint32_t name = strings_add(&w->arena, &w->strings, w->p->name);
    Writer packages = {0}, all = {0};
    writer_varint(&packages, w->packages.len);
    VEC_EACH (Str, s, &w->packages)
        writer_varint(&packages, strings_add(&w->arena, &w->strings, *s));
    writer_byte(&all, w->p->snippet ? FORM_OPEN : 0);
    strings_write(&w->strings, &all);
    writer_varint(&all, path);
    writer_varint(&all, name);
    writer_bytes(&all, packages.data, packages.len);
    writer_varint(&all, w->records.len);
    VEC_EACH (Record, r, &w->records)
        writer_bytes(&all, w->out.data + r->start, r->len);
    writer_varint(&all, object_count);
    writer_bytes(&all, objects->data, objects->len);
    *bytes = seal_bytes(FORM_MAGIC, FORM_VERSION, (Str){all.data, all.len}, len);
    writer_free(&packages);
    writer_free(&all);
}

void package_export(const Package *p, char **bytes, size_t *len)
{
    Walk w = {.p = p};
    Writer objects = {0};
    uint32_t count;
    const Method *names = exported(&w, &count);
    for (uint32_t i = 0; i < count; i++)
        strings_add(&w.arena, &w.strings, names[i].name);
    for (uint32_t i = 0; i < count; i++)
        put_object(&w, &objects, object_mut(p, names[i].obj));
    drain(&w);
    finish(&w, &objects, count, bytes, len);
    writer_free(&objects);
    writer_free(&w.out);
    arena_free(&w.arena);
}

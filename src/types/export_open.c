// export_open.c - opens the byte form of a package: checks every record, and notes where each is.
//
// What is checked here, the decoder relies on: texts, packages and types that are mentioned exist,
// a record's parts come before it unless they are looked into on demand, and nothing is nested
// deeper than a type can be.
#include "types/form.h"

#include <stdlib.h>

typedef enum Part {
    PART_ANY,    // decoded on demand
    PART_EAGER,  // decoded with the record
    PART_TPARAM, // must be a type parameter
    PART_ORIGIN, // of an instance: a declared type
} Part;

typedef struct Forward {
    uint32_t number;
    Part part;
} Forward;

typedef struct Opening {
    Export *e;
    Reader r;
    Arena arena;
    uint16_t *depths; // by index of the record
    uint8_t *kinds;
    uint32_t at; // the record being read
    uint16_t depth;
    VEC(Forward) forwards; // parts that come later
} Opening;

static bool on_demand(uint8_t kind)
{
    return kind == FORM_NAMED || kind == FORM_TPARAM || kind == FORM_FOREIGN;
}

static bool fits(uint8_t kind, Part part)
{
    if (part == PART_TPARAM)
        return kind == FORM_TPARAM;
    if (part == PART_ORIGIN)
        return kind == FORM_NAMED || kind == FORM_ALIAS || kind == FORM_FOREIGN;
    return true;
}

static void part(Opening *o, Part as)
{
    TypeId t = form_ref(o->e, &o->r);
    if (t.v < TID_UNIVERSE_END) {
        if (as == PART_TPARAM || as == PART_ORIGIN)
            reader_fail(&o->r);
        return;
    }
    uint32_t i = t.v - TID_UNIVERSE_END;
    if (i >= o->at) {
        if (as != PART_ANY)
            vec_push(&o->arena, &o->forwards, (Forward){i, as});
        return;
    }
    if (!fits(o->kinds[i], as))
        reader_fail(&o->r);
    else if (as != PART_ANY && o->depths[i] >= o->depth)
        o->depth = (uint16_t)(o->depths[i] + 1);
}

static void parts(Opening *o, Part as)
{
    for (uint32_t n = reader_count(&o->r); n > 0; n--)
        part(o, as);
}

static void text(Opening *o)
{
    form_text(o->e, &o->r);
}

static uint32_t home(Opening *o, uint32_t bits)
{
    return reader_below(&o->r, (uint64_t)o->e->package_count << bits) & ((1u << bits) - 1);
}

static void vars(Opening *o)
{
    for (uint32_t n = reader_count(&o->r); n > 0; n--) {
        text(o);
        part(o, PART_EAGER);
    }
}

static void signature(Opening *o)
{
    uint32_t flags = reader_below(&o->r, FORM_RECV_NAME << 1);
    if (flags & FORM_TPARAMS)
        parts(o, PART_TPARAM);
    if (flags & FORM_RPARAMS)
        parts(o, PART_TPARAM);
    if (flags & FORM_RECV_NAME)
        text(o);
    vars(o);
    vars(o);
}

static void fields(Opening *o)
{
    for (uint32_t n = reader_count(&o->r); n > 0; n--) {
        text(o);
        uint32_t flags = home(o, FORM_FIELD_BITS);
        part(o, PART_EAGER);
        if (flags & FORM_TAGGED)
            text(o);
    }
}

static void interface(Opening *o)
{
    reader_below(&o->r, 2);
    for (uint32_t n = reader_count(&o->r); n > 0; n--) {
        text(o);
        bool own = home(o, 1);
        part(o, PART_EAGER);
        if (!own)
            part(o, PART_EAGER);
    }
    parts(o, PART_EAGER);
}

static void declared(Opening *o, uint8_t kind)
{
    uint32_t path = reader_below(&o->r, o->e->strings.count);
    text(o);
    reader_below(&o->r, FORM_OPEN << 1);
    part(o, kind == FORM_ALIAS ? PART_EAGER : PART_ANY);
    parts(o, PART_TPARAM);
    // What an alias stands for is as deep as the alias; its type parameters do not count.
    if (o->e->declared[path])
        reader_fail(&o->r);
    o->e->declared[path] = o->at + TID_UNIVERSE_END;
    if (kind == FORM_ALIAS)
        return;
    for (uint32_t n = reader_count(&o->r); n > 0; n--) {
        text(o);
        part(o, PART_ANY);
        part(o, PART_ANY);
    }
}

static void record(Opening *o)
{
    Reader *r = &o->r;
    uint8_t kind = (uint8_t)reader_below(r, FORM_RECORD_COUNT);
    o->kinds[o->at] = kind;
    o->depth = 1;
    switch ((FormRecord)kind) {
    case FORM_NAMED:
    case FORM_ALIAS:
        declared(o, kind);
        break;
    case FORM_TPARAM:
        text(o);
        reader_below(r, UINT32_MAX);
        part(o, PART_ANY);
        break;
    case FORM_FOREIGN:
        home(o, 0);
        text(o);
        text(o);
        break;
    case FORM_INSTANCE:
        part(o, PART_ORIGIN);
        parts(o, PART_EAGER);
        break;
    case FORM_CHAN:
        reader_below(r, CHAN_RECV + 1);
        part(o, PART_EAGER);
        break;
    case FORM_MAP:
        part(o, PART_EAGER);
        part(o, PART_EAGER);
        break;
    case FORM_ARRAY:
        part(o, PART_EAGER);
        if (reader_signed(r) < -1)
            reader_fail(r);
        break;
    case FORM_STRUCT:
        fields(o);
        break;
    case FORM_TUPLE:
        vars(o);
        break;
    case FORM_SIGNATURE:
        signature(o);
        break;
    case FORM_INTERFACE:
        interface(o);
        break;
    case FORM_UNION:
        for (uint32_t n = reader_count(r); n > 0; n--) {
            reader_below(r, 2);
            part(o, PART_EAGER);
        }
        break;
    default: // pointers and slices
        part(o, PART_EAGER);
    }
    if (o->depth >= TYPE_DEPTH_MAX)
        reader_fail(r);
    o->depths[o->at] = on_demand(kind) ? 0 : o->depth;
}

// Gives zeroed room for n numbers.
static uint32_t *numbers(uint32_t n)
{
    uint32_t *p = mem_alloc(((size_t)n + 1) * sizeof *p);
    memset(p, 0, ((size_t)n + 1) * sizeof *p);
    return p;
}

static uint32_t place(const Opening *o)
{
    return (uint32_t)(o->r.at - (const uint8_t *)o->e->bytes);
}

static void read_types(Opening *o)
{
    Export *e = o->e;
    e->declared = numbers(e->strings.count);
    e->type_count = reader_count(&o->r);
    e->types = numbers(e->type_count);
    o->depths = arena_array(&o->arena, uint16_t, e->type_count);
    o->kinds = arena_array(&o->arena, uint8_t, e->type_count);
    for (o->at = 0; o->at < e->type_count && !reader_failed(&o->r); o->at++) {
        e->types[o->at] = place(o);
        record(o);
    }
    if (reader_failed(&o->r))
        return;
    VEC_EACH (Forward, f, &o->forwards)
        if (!fits(o->kinds[f->number], f->part) || !on_demand(o->kinds[f->number]))
            reader_fail(&o->r);
}

static void read_objects(Opening *o)
{
    Export *e = o->e;
    e->object_count = reader_count(&o->r);
    e->objects = numbers(e->object_count);
    if (e->object_count > e->strings.count)
        reader_fail(&o->r);
    for (uint32_t i = 0; i < e->object_count && !reader_failed(&o->r); i++) {
        e->objects[i] = place(o);
        uint8_t kind = reader_byte(&o->r);
        if (kind != OBJ_CONST && kind != OBJ_TYPE && kind != OBJ_VAR && kind != OBJ_FUNC)
            reader_fail(&o->r);
        form_ref(e, &o->r);
        if (kind == OBJ_CONST)
            constant_read(&o->arena, &o->r, &e->strings);
    }
}

static void read_packages(Opening *o)
{
    Export *e = o->e;
    uint32_t path = reader_below(&o->r, e->strings.count);
    e->path = strings_at(&e->strings, path);
    e->name = form_text(e, &o->r);
    uint32_t mentioned = reader_count(&o->r);
    e->packages = numbers(mentioned + 1);
    e->package_count = mentioned + 1;
    e->packages[0] = path;
    for (uint32_t i = 1; i < e->package_count; i++)
        e->packages[i] = reader_below(&o->r, e->strings.count);
}

static bool open(Opening *o)
{
    Export *e = o->e;
    e->open = reader_below(&o->r, FORM_OPEN << 1) != 0;
    if (!strings_read(&e->strings, &o->r) || e->strings.count == 0)
        return false;
    read_packages(o);
    if (!reader_failed(&o->r))
        read_types(o);
    if (!reader_failed(&o->r))
        read_objects(o);
    return !reader_failed(&o->r) && reader_left(&o->r) == 0;
}

Export *export_open(char *bytes, size_t len, bool own, const char **error)
{
    Export *e = mem_alloc(sizeof *e);
    *e = (Export){.bytes = bytes, .len = len};
    if (!own) {
        e->bytes = mem_alloc(len);
        if (len)
            memcpy(e->bytes, bytes, len);
    }
    Str payload;
    Opening o = {.e = e};
    bool sound = false;
    *error = "they are too long";
    if (len < UINT32_MAX &&
        seal_check((Str){e->bytes, len}, FORM_MAGIC, FORM_VERSION, &payload, error)) {
        o.r = form_reader(e, SEAL_BYTES);
        sound = open(&o);
        *error = "they are malformed";
    }
    arena_free(&o.arena);
    if (sound) {
        *error = NULL;
        return e;
    }
    export_free(e);
    return NULL;
}

void export_free(Export *e)
{
    if (!e)
        return;
    strings_free(&e->strings);
    free(e->packages);
    free(e->types);
    free(e->objects);
    free(e->declared);
    free(e->bytes);
    free(e);
}

Str export_path(const Export *e)
{
    return e->path;
}

Str export_name(const Export *e)
{
    return e->name;
}

Str export_bytes(const Export *e)
{
    return (Str){e->bytes, e->len};
}

void form_skip_refs(const Export *e, Reader *r)
{
    for (uint32_t n = reader_count(r); n > 0; n--)
        form_ref(e, r);
}

uint32_t form_object(const Export *e, Str name)
{
    uint32_t number = strings_find(&e->strings, name);
    return number < e->object_count ? number : UINT32_MAX;
}

TypeId form_declared(const Export *e, Str path)
{
    uint32_t number = strings_find(&e->strings, path);
    return TID(number == UINT32_MAX ? 0 : e->declared[number]);
}

Str form_type_path(const Export *e, TypeId number)
{
    Reader r = form_type(e, number);
    reader_varint(&r);
    return form_text(e, &r);
}

// universe.c - what is declared before any package (spec: Predeclared identifiers) and package
// unsafe. Every package has its own copy under the same ids, so they need no translation.
#include "types/check.h"

typedef struct BasicRow {
    BasicKind kind;
    const char *name;
} BasicRow;

static const BasicRow basics[] = {
    {BASIC_BOOL, "bool"},
    {BASIC_INT, "int"},
    {BASIC_INT8, "int8"},
    {BASIC_INT16, "int16"},
    {BASIC_INT32, "int32"},
    {BASIC_INT64, "int64"},
    {BASIC_UINT, "uint"},
    {BASIC_UINT8, "uint8"},
    {BASIC_UINT16, "uint16"},
    {BASIC_UINT32, "uint32"},
    {BASIC_UINT64, "uint64"},
    {BASIC_UINTPTR, "uintptr"},
    {BASIC_FLOAT32, "float32"},
    {BASIC_FLOAT64, "float64"},
    {BASIC_COMPLEX64, "complex64"},
    {BASIC_COMPLEX128, "complex128"},
    {BASIC_STRING, "string"},
    {BASIC_UNSAFE_POINTER, "unsafe.Pointer"},
    {BASIC_UNTYPED_BOOL, "untyped bool"},
    {BASIC_UNTYPED_INT, "untyped int"},
    {BASIC_UNTYPED_RUNE, "untyped rune"},
    {BASIC_UNTYPED_FLOAT, "untyped float"},
    {BASIC_UNTYPED_COMPLEX, "untyped complex"},
    {BASIC_UNTYPED_STRING, "untyped string"},
    {BASIC_UNTYPED_NIL, "untyped nil"},
};

static const char *const builtin_names[] = {
#define BUILTIN(name, text) text,
#include "types/builtins.def"
};

static ObjId declare(Package *p, const char *name, Object o)
{
    o.name = name_ofs(p->names, name);
    o.home = 1;
    o.package_level = true;
    ObjId id = table_object(p, o);
    map_put(&p->arena, &p->universe, o.name.v, id.v);
    return id;
}

static ObjId declare_type(Package *p, const char *name, TypeId t)
{
    return declare(p, name, (Object){.kind = OBJ_TYPE, .type = t});
}

static void fill_basics(Package *p)
{
    table_add(p, (Type){.kind = T_UNKNOWN});
    for (size_t i = 0; i < sizeof basics / sizeof *basics; i++) {
        Type t = {.kind = T_BASIC, .sub = (uint8_t)basics[i].kind};
        t.basic_name = basics[i].name;
        TypeId id = table_add(p, t);
        if (basics[i].kind < BASIC_UNSAFE_POINTER)
            declare_type(p, basics[i].name, id);
    }
    Type byte = {.kind = T_BASIC, .sub = BASIC_UINT8};
    byte.basic_name = "byte";
    declare_type(p, "byte", table_add(p, byte));
    Type rune = {.kind = T_BASIC, .sub = BASIC_INT32};
    rune.basic_name = "rune";
    declare_type(p, "rune", table_add(p, rune));
}

static TypeId named(Package *p, TypeKind kind, const char *name, uint32_t underlying)
{
    ObjId obj = declare(p, name, (Object){.kind = OBJ_TYPE});
    Named info = {.obj = obj,
                  .underlying = TID(underlying),
                  .state = LAZY_DONE,
                  .home = 1,
                  .methods_done = true,
                  .tparams_state = LAZY_DONE};
    TypeId id = table_named(p, kind, info);
    object_mut(p, obj)->type = id;
    return id;
}

// The types of error, any and comparable take the ids that package.h promises, in its order.
static void fill_interfaces(Package *p)
{
    table_tuple(p, NULL, 0);
    table_interface(p, (Interface){0});
    named(p, T_ALIAS, "any", TID_EMPTY_INTERFACE);
    TypeId error = named(p, T_NAMED, "error", TID_ERROR_INTERFACE);

    ObjId method = table_object(
        p,
        (Object){.kind = OBJ_FUNC, .home = 1, .recv = error, .name = name_ofs(p->names, "Error")});
    ObjId *methods = arena_new(&p->arena, ObjId);
    *methods = method;
    table_interface(p, (Interface){.methods = methods, .method_count = 1});

    named(p, T_NAMED, "comparable", TID_COMPARABLE_INTERFACE);
    TypeId plain = table_interface(p, (Interface){.state = LAZY_DONE, .set = {.comparable = true}});
    (void)plain;
    ObjId result = table_var(p, (Name){0}, TID(BASIC_STRING), VAR_RESULT);
    TypeId results = table_tuple(p, &result, 1);
    TypeId sig = table_signature(p, (Signature){.results = results});
    object_mut(p, method)->type = sig;
    object_mut(p, method)->home = 1;
}

void universe_fill(Package *p)
{
    table_object(p, (Object){0});
    fill_basics(p);
    fill_interfaces(p);
    declare(p, "true",
            (Object){.kind = OBJ_CONST,
                     .type = TID(BASIC_UNTYPED_BOOL),
                     .value = constant_of_bool(&p->arena, true)});
    declare(p, "false",
            (Object){.kind = OBJ_CONST,
                     .type = TID(BASIC_UNTYPED_BOOL),
                     .value = constant_of_bool(&p->arena, false)});
    declare(p, "iota",
            (Object){.kind = OBJ_CONST,
                     .type = TID(BASIC_UNTYPED_INT),
                     .value = constant_of_int(&p->arena, 0)});
    declare(p, "nil", (Object){.kind = OBJ_NIL, .type = TID(BASIC_UNTYPED_NIL)});
    for (int b = BUILTIN_NONE + 1; b < BUILTIN_UNSAFE_ADD; b++)
        declare(p, builtin_names[b], (Object){.kind = OBJ_BUILTIN, .builtin = (BuiltinKind)b});
}

ObjId universe_unsafe(Package *p, Name name)
{
    PackageRef home = import_ref(p, STR("unsafe"));
    Import *imp = p->imports.data[home];
    uint64_t *known = map_get(&imp->synth_values, name.v);
    if (known)
        return (ObjId){(uint32_t)*known};
    Str text = name_str(p->names, name);
    Object o = {.name = name, .home = home, .package_level = true};
    if (str_is(text, "Pointer")) {
        o.kind = OBJ_TYPE;
        o.type = TID(BASIC_UNSAFE_POINTER);
    }
    for (int b = BUILTIN_UNSAFE_ADD; b < BUILTIN_COUNT; b++)
        if (str_is(text, builtin_names[b])) {
            o.kind = OBJ_BUILTIN;
            o.builtin = (BuiltinKind)b;
        }
    if (o.kind == OBJ_INVALID)
        return OBJ_NONE;
    ObjId id = table_object(p, o);
    map_put(&p->arena, &imp->synth_values, name.v, id.v);
    return id;
}

bool basic_untyped(BasicKind k)
{
    return k >= BASIC_UNTYPED_BOOL && k <= BASIC_UNTYPED_NIL;
}

// The type that an untyped value takes where none is asked for (spec: Constants).
BasicKind basic_default(BasicKind untyped)
{
    switch (untyped) {
    case BASIC_UNTYPED_BOOL:
        return BASIC_BOOL;
    case BASIC_UNTYPED_INT:
        return BASIC_INT;
    case BASIC_UNTYPED_RUNE:
        return BASIC_INT32;
    case BASIC_UNTYPED_FLOAT:
        return BASIC_FLOAT64;
    case BASIC_UNTYPED_COMPLEX:
        return BASIC_COMPLEX128;
    case BASIC_UNTYPED_STRING:
        return BASIC_STRING;
    default:
        return untyped;
    }
}

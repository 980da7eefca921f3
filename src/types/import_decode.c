// import_decode.c - types out of other packages' byte forms.
//
// A type is decoded when first asked for and remembered by its number. Its parts are decoded with
// it, but a declared type is only a stand-in until someone looks into it (import.c), and the
// bounds of type parameters wait until the outermost type is done, so that the recursion is as
// deep as a type and no deeper. A declared type names its home by import path: one that reaches
// this package through several others is the same type.
#include "types/import.h"

enum {
    // Decoding within decoding. Forms that fit together stay below TYPE_DEPTH_MAX.
    IMPORT_NESTING_MAX = 2 * TYPE_DEPTH_MAX,
};

static Name carry_name(Package *p, const Export *e, Reader *r)
{
    return name_of(p->names, form_text(e, r));
}

static TypeId carry_ref(Package *p, PackageRef ref, Reader *r)
{
    return import_type(p, ref, form_ref(p->imports.data[ref]->form, r));
}

// This package's reference for a package that a form mentions.
static PackageRef carry_home(Package *p, PackageRef ref, uint32_t package)
{
    const Export *e = p->imports.data[ref]->form;
    if (package == 0)
        return ref;
    Str path = strings_at(&e->strings, e->packages[package]);
    return str_eq(path, p->path) ? 0 : import_ref(p, path);
}

static TypeId *carry_refs(Package *p, PackageRef ref, Reader *r, uint32_t *count)
{
    *count = reader_count(r);
    TypeId *types = arena_array(&p->arena, TypeId, *count);
    for (uint32_t i = 0; i < *count; i++)
        types[i] = carry_ref(p, ref, r);
    return types;
}

TypeId *carry_tparams(Package *p, PackageRef ref, Reader *r, uint32_t *count)
{
    TypeId *types = carry_refs(p, ref, r, count);
    for (uint32_t i = 0; i < *count; i++)
        if (type_at(p, types[i])->kind != T_TYPE_PARAM)
            *count = 0;
    return types;
}

static void remember(Package *p, PackageRef ref, TypeId foreign, TypeId local)
{
    map_put(&p->arena, &p->imports.data[ref]->types, foreign.v, local.v);
}

static TypeId carry_declared(Package *p, PackageRef ref, TypeId foreign, Reader *r, TypeKind kind)
{
    const Export *e = p->imports.data[ref]->form;
    Str path = form_text(e, r);
    Name name = carry_name(p, e, r);
    bool open = e->open || reader_varint(r) & FORM_OPEN;
    ObjId proxy =
        table_object(p, (Object){.kind = OBJ_TYPE,
                                 .name = name,
                                 .home = ref,
                                 .package_level = str_eq(path, name_str(p->names, name))});
    TypeId t =
        table_named(p, kind, (Named){.obj = proxy, .home = ref, .foreign = foreign, .open = open});
    object_mut(p, proxy)->type = t;
    if (kind == T_ALIAS) {
        remember(p, ref, foreign, t);
        named_complete(p, t);
    }
    return t;
}

// A type that the checked package itself declares: its own path reaches it through others in
// tests.
static TypeId own_declared(Package *p, Str path, Name name)
{
    ObjId o = package_lookup(p, name_of(p->names, path));
    if (obj_ok(o) && object_mut(p, o)->kind == OBJ_TYPE)
        return object_mut(p, o)->type;
    return object_mut(p, synthetic_type(p, 0, name))->type;
}

static TypeId carry_foreign(Package *p, PackageRef ref, Reader *r)
{
    const Export *e = p->imports.data[ref]->form;
    PackageRef home = carry_home(p, ref, reader_below(r, e->package_count));
    Str path = form_text(e, r);
    Name name = carry_name(p, e, r);
    if (home == 0)
        return own_declared(p, path, name);
    const Export *of = p->imports.data[home]->form;
    TypeId declared = of ? form_declared(of, path) : TYPE_UNKNOWN;
    if (type_known(declared))
        return import_type(p, home, declared);
    return object_mut(p, synthetic_type(p, home, name))->type;
}

static TypeId carry_instance(Package *p, PackageRef ref, Reader *r)
{
    TypeId origin = carry_ref(p, ref, r);
    uint32_t count;
    TypeId *args = carry_refs(p, ref, r, &count);
    TypeKind kind = (TypeKind)type_at(p, origin)->kind;
    if (kind != T_NAMED && kind != T_ALIAS)
        return TYPE_UNKNOWN;
    return instantiate_named(p, origin, args, count);
}

static TypeId carry_type_param(Package *p, PackageRef ref, Reader *r)
{
    const Export *e = p->imports.data[ref]->form;
    ObjId proxy =
        table_object(p, (Object){.kind = OBJ_TYPE, .name = carry_name(p, e, r), .home = ref});
    TypeId t = table_type_param(p, proxy, (uint32_t)reader_varint(r));
    object_mut(p, proxy)->type = t;
    vec_push(&p->arena, &p->unbound, (Unbound){t, ref, form_ref(e, r)});
    return t;
}

static TypeId carry_vars(Package *p, PackageRef ref, Reader *r, VarRole role)
{
    const Export *e = p->imports.data[ref]->form;
    uint32_t count = reader_count(r);
    ObjId *vars = arena_array(&p->arena, ObjId, count);
    for (uint32_t i = 0; i < count; i++) {
        Name name = carry_name(p, e, r);
        vars[i] = table_var(p, name, carry_ref(p, ref, r), role);
        object_mut(p, vars[i])->home = ref;
    }
    return table_tuple(p, vars, count);
}

static TypeId carry_signature(Package *p, PackageRef ref, Reader *r)
{
    uint64_t flags = reader_varint(r);
    Signature s = {.variadic = flags & FORM_VARIADIC};
    if (flags & FORM_TPARAMS)
        s.tparams = carry_tparams(p, ref, r, &s.tparam_count);
    if (flags & FORM_RPARAMS)
        s.rparams = carry_tparams(p, ref, r, &s.rparam_count);
    if (flags & FORM_RECV_NAME)
        s.recv_name = carry_name(p, p->imports.data[ref]->form, r);
    s.params = carry_vars(p, ref, r, VAR_PARAM);
    s.results = carry_vars(p, ref, r, VAR_RESULT);
    return table_signature(p, s);
}

static TypeId carry_struct(Package *p, PackageRef ref, Reader *r)
{
    const Export *e = p->imports.data[ref]->form;
    StructInfo s = {.count = reader_count(r)};
    s.fields = arena_array(&p->arena, ObjId, s.count);
    for (uint32_t i = 0; i < s.count; i++) {
        Object o = {.kind = OBJ_VAR, .role = VAR_FIELD, .name = carry_name(p, e, r)};
        uint64_t flags = reader_varint(r);
        o.home = carry_home(p, ref, (uint32_t)(flags >> FORM_FIELD_BITS));
        o.embedded = flags & FORM_EMBEDDED;
        o.type = carry_ref(p, ref, r);
        s.fields[i] = table_object(p, o);
        if (!(flags & FORM_TAGGED))
            continue;
        if (!s.tags)
            s.tags = arena_array(&p->arena, Str, s.count);
        s.tags[i] = form_text(e, r);
    }
    return table_struct(p, s);
}

static TypeId carry_interface(Package *p, PackageRef ref, Reader *r)
{
    const Export *e = p->imports.data[ref]->form;
    Interface i = {.implicit = reader_varint(r) != 0};
    i.method_count = reader_count(r);
    i.methods = arena_array(&p->arena, ObjId, i.method_count);
    bool *own = arena_array(&p->arena, bool, i.method_count);
    for (uint32_t k = 0; k < i.method_count; k++) {
        Object o = {.kind = OBJ_FUNC, .name = carry_name(p, e, r)};
        uint64_t flags = reader_varint(r);
        own[k] = flags & 1;
        o.home = carry_home(p, ref, (uint32_t)(flags >> 1));
        o.type = carry_ref(p, ref, r);
        if (!own[k])
            o.recv = carry_ref(p, ref, r);
        i.methods[k] = table_object(p, o);
    }
    i.embeds = carry_refs(p, ref, r, &i.embed_count);
    TypeId t = table_interface(p, i);
    for (uint32_t k = 0; k < i.method_count; k++)
        if (own[k])
            object_mut(p, i.methods[k])->recv = t;
    return t;
}

static TypeId carry_union(Package *p, PackageRef ref, Reader *r)
{
    uint32_t count = reader_count(r);
    Term *terms = arena_array(&p->arena, Term, count);
    for (uint32_t i = 0; i < count; i++) {
        terms[i].tilde = reader_varint(r) != 0;
        terms[i].type = carry_ref(p, ref, r);
    }
    return table_union(p, terms, count);
}

static TypeId carry(Package *p, PackageRef ref, TypeId foreign)
{
    Reader reader = form_type(p->imports.data[ref]->form, foreign), *r = &reader;
    switch ((FormRecord)reader_byte(r)) {
    case FORM_NAMED:
        return carry_declared(p, ref, foreign, r, T_NAMED);
    case FORM_ALIAS:
        return carry_declared(p, ref, foreign, r, T_ALIAS);
    case FORM_TPARAM:
        return carry_type_param(p, ref, r);
    case FORM_FOREIGN:
        return carry_foreign(p, ref, r);
    case FORM_INSTANCE:
        return carry_instance(p, ref, r);
    case FORM_POINTER:
        return table_pointer(p, carry_ref(p, ref, r));
    case FORM_SLICE:
        return table_slice(p, carry_ref(p, ref, r));
    case FORM_ARRAY: {
        TypeId elem = carry_ref(p, ref, r);
        return table_array(p, elem, reader_signed(r));
    }
    case FORM_MAP: {
        TypeId key = carry_ref(p, ref, r);
        return table_map(p, key, carry_ref(p, ref, r));
    }
    case FORM_CHAN: {
        ChanDir dir = (ChanDir)reader_byte(r);
        return table_chan(p, dir, carry_ref(p, ref, r));
    }
    case FORM_STRUCT:
        return carry_struct(p, ref, r);
    case FORM_TUPLE:
        return carry_vars(p, ref, r, VAR_RESULT);
    case FORM_SIGNATURE:
        return carry_signature(p, ref, r);
    case FORM_INTERFACE:
        return carry_interface(p, ref, r);
    case FORM_UNION:
        return carry_union(p, ref, r);
    case FORM_RECORD_COUNT:
        break;
    }
    return TYPE_UNKNOWN;
}

// A bound may bring further type parameters.
static void bind_type_params(Package *p)
{
    p->import_nesting++;
    for (uint32_t i = 0; i < p->unbound.len; i++) {
        Unbound u = p->unbound.data[i];
        TypeId bound = import_type(p, u.ref, u.bound);
        type_at(p, u.tparam)->tparam->bound = bound;
    }
    p->unbound.len = 0;
    p->import_nesting--;
}

TypeId import_type(Package *p, PackageRef ref, TypeId foreign)
{
    if (foreign.v < TID_UNIVERSE_END)
        return foreign;
    uint64_t *known = map_get(&p->imports.data[ref]->types, foreign.v);
    if (known)
        return TID(*known);
    if (p->import_nesting >= IMPORT_NESTING_MAX)
        return TYPE_UNKNOWN;
    p->import_nesting++;
    TypeId t = carry(p, ref, foreign);
    remember(p, ref, foreign, t);
    p->import_nesting--;
    if (p->import_nesting == 0)
        bind_type_params(p);
    return t;
}

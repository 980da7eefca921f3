// import.c - what belongs to other packages: proxies of their objects and types in this package's
// tables, made when first asked for and remembered by the other package's id.
//
// A translated type names its home by import path, so a type that reaches this package through
// several others is the same type. Universe types have the same ids everywhere.
#include "types/check.h"

static Name carry_name(const Package *to, const Package *from, Name n)
{
    if (to->names == from->names)
        return n;
    return name_of(to->names, name_str(from->names, n));
}

static bool version_element(Str s)
{
    if (s.len < 2 || s.ptr[0] != 'v')
        return false;
    for (size_t i = 1; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
    return true;
}

static Str last_element(Str path)
{
    size_t i = path.len;
    while (i > 0 && path.ptr[i - 1] != '/')
        i--;
    return str_sub(path, i, path.len);
}

static Str cut_suffix(Str s, const char *suffix)
{
    return str_ends(s, suffix) ? str_sub(s, 0, s.len - strlen(suffix)) : s;
}

Str import_guess_name(Str path)
{
    Str last = last_element(path);
    if (version_element(last) && last.len < path.len)
        last = last_element(str_sub(path, 0, path.len - last.len - 1));
    for (size_t i = last.len; i-- > 1;)
        if (last.ptr[i] == '.' && version_element(str_sub(last, i + 1, last.len))) {
            last = str_sub(last, 0, i);
            break;
        }
    last = cut_suffix(cut_suffix(last, "-go"), ".go");
    if (str_starts(last, "go-") || str_starts(last, "go."))
        last = str_sub(last, 3, last.len);
    // What follows the last hyphen or dot is the likeliest identifier in what is left.
    for (size_t i = last.len; i-- > 1;)
        if (last.ptr[i] == '-' || last.ptr[i] == '.') {
            last = str_sub(last, i + 1, last.len);
            break;
        }
    return last;
}

static PackageRef add_import(Package *p, Name key, bool ask)
{
    Import *imp = arena_new(&p->arena, Import);
    imp->path = name_str(p->names, key);
    PackageRef ref = p->imports.len;
    vec_push(&p->arena, &p->imports, imp);
    map_put(&p->arena, &p->import_refs, key.v, ref);
    bool own = str_is(imp->path, "unsafe") || str_is(imp->path, "C");
    if (ask && !own && p->importer.import && !str_eq(imp->path, p->path))
        imp->pkg = p->importer.import(p->importer.ctx, imp->path);
    imp->name = imp->pkg ? package_name(imp->pkg) : import_guess_name(imp->path);
    if (ask && !imp->pkg && !own)
        vec_push(&p->arena, &p->missing, imp->path);
    return ref;
}

PackageRef import_ref(Package *p, Str path)
{
    Name key = name_of(p->names, path);
    uint64_t *known = map_get(&p->import_refs, key.v);
    return known ? (PackageRef)*known : add_import(p, key, true);
}

PackageRef import_phantom(Package *p, Str path)
{
    Name key = name_of(p->names, path);
    uint64_t *known = map_get(&p->import_refs, key.v);
    return known ? (PackageRef)*known : add_import(p, key, false);
}

// This package's reference for a home of another package's tables.
static PackageRef carry_home(Package *p, PackageRef via, PackageRef home)
{
    if (home <= 1)
        return home == 0 ? via : 1;
    return import_ref(p, p->imports.data[via]->pkg->imports.data[home]->path);
}

static ObjId carry_object(Package *p, PackageRef ref, ObjId foreign)
{
    Import *imp = p->imports.data[ref];
    uint64_t *known = map_get(&imp->objects, foreign.v);
    if (known)
        return (ObjId){(uint32_t)*known};
    if (foreign.v == 0 || foreign.v < p->universe_objects)
        return foreign;
    const Package *f = imp->pkg;
    Object o = *object_mut(f, foreign);
    TypeId type = object_type(f, foreign), recv = o.recv;
    o.name = carry_name(p, f, o.name);
    o.home = carry_home(p, ref, o.home);
    o.decl = (NodeId){0};
    o.ident = (NodeId){0};
    o.type = TYPE_UNKNOWN;
    o.recv = TYPE_UNKNOWN;
    o.used = false;
    o.value = constant_share(&p->arena, o.value);
    ObjId id = table_object(p, o);
    map_put(&p->arena, &imp->objects, foreign.v, id.v);
    TypeId t = import_type(p, ref, type);
    object_mut(p, id)->type = t;
    TypeId r = import_type(p, ref, recv);
    object_mut(p, id)->recv = r;
    return id;
}

static ObjId *carry_objects(Package *p, PackageRef ref, const ObjId *objects, uint32_t count)
{
    ObjId *copy = arena_array(&p->arena, ObjId, count);
    for (uint32_t i = 0; i < count; i++)
        copy[i] = carry_object(p, ref, objects[i]);
    return copy;
}

static TypeId *carry_types(Package *p, PackageRef ref, const TypeId *types, uint32_t count)
{
    TypeId *copy = arena_array(&p->arena, TypeId, count);
    for (uint32_t i = 0; i < count; i++)
        copy[i] = import_type(p, ref, types[i]);
    return copy;
}

static void remember(Package *p, PackageRef ref, TypeId foreign, TypeId local)
{
    map_put(&p->arena, &p->imports.data[ref]->types, foreign.v, local.v);
}

static ObjId type_object_proxy(Package *p, PackageRef ref, const Package *f, ObjId foreign)
{
    Object o = *object_mut(f, foreign);
    o.name = carry_name(p, f, o.name);
    o.home = ref;
    o.decl = (NodeId){0};
    o.ident = (NodeId){0};
    o.type = TYPE_UNKNOWN;
    ObjId id = table_object(p, o);
    map_put(&p->arena, &p->imports.data[ref]->objects, foreign.v, id.v);
    return id;
}

static TypeId carry_named(Package *p, PackageRef ref, TypeId foreign)
{
    const Package *f = p->imports.data[ref]->pkg;
    const Type *at = type_at(f, foreign);
    const Named *n = at->named;
    if (type_known(n->origin)) {
        TypeId origin = import_type(p, ref, n->origin);
        TypeId *args = carry_types(p, ref, n->args, n->arg_count);
        return instantiate_named(p, origin, args, n->arg_count);
    }
    const Object *obj = object_mut(f, n->obj);
    if (n->home > 1) {
        PackageRef home = carry_home(p, ref, n->home);
        const Package *declared = f->imports.data[n->home]->pkg;
        if (type_known(n->foreign) && declared && declared == p->imports.data[home]->pkg)
            return import_type(p, home, n->foreign);
        if (home == 0 || str_eq(p->imports.data[home]->path, p->path))
            home = 0;
        return object_mut(p, synthetic_type(p, home, carry_name(p, f, obj->name)))->type;
    }
    if (obj->synthetic)
        return object_mut(p, synthetic_type(p, ref, carry_name(p, f, obj->name)))->type;
    ObjId proxy = type_object_proxy(p, ref, f, n->obj);
    TypeId t =
        table_named(p, (TypeKind)at->kind,
                    (Named){.obj = proxy, .home = ref, .foreign = foreign, .open = f->snippet});
    object_mut(p, proxy)->type = t;
    if (at->kind == T_ALIAS) {
        remember(p, ref, foreign, t);
        named_complete(p, t);
    }
    return t;
}

static TypeId carry_type_param(Package *p, PackageRef ref, TypeId foreign)
{
    const Package *f = p->imports.data[ref]->pkg;
    const TypeParam *tp = type_at(f, foreign)->tparam;
    ObjId proxy = type_object_proxy(p, ref, f, tp->obj);
    TypeId t = table_type_param(p, proxy, tp->index);
    object_mut(p, proxy)->type = t;
    remember(p, ref, foreign, t); // its bound may mention it
    TypeId bound = import_type(p, ref, tp->bound);
    type_at(p, t)->tparam->bound = bound;
    return t;
}

static TypeId carry_signature(Package *p, PackageRef ref, const Signature *sig)
{
    Signature s = *sig;
    s.tparams = carry_types(p, ref, sig->tparams, sig->tparam_count);
    s.rparams = carry_types(p, ref, sig->rparams, sig->rparam_count);
    s.recv_name = carry_name(p, p->imports.data[ref]->pkg, sig->recv_name);
    s.params = import_type(p, ref, sig->params);
    s.results = import_type(p, ref, sig->results);
    return table_signature(p, s);
}

static TypeId carry_interface(Package *p, PackageRef ref, const Interface *i)
{
    Interface copy = {
        .implicit = i->implicit, .method_count = i->method_count, .embed_count = i->embed_count};
    copy.methods = carry_objects(p, ref, i->methods, i->method_count);
    copy.embeds = carry_types(p, ref, i->embeds, i->embed_count);
    return table_interface(p, copy);
}

static TypeId carry_struct(Package *p, PackageRef ref, const StructInfo *s)
{
    StructInfo copy = {.count = s->count};
    copy.fields = carry_objects(p, ref, s->fields, s->count);
    if (s->tags) {
        copy.tags = arena_array(&p->arena, Str, s->count);
        for (uint32_t i = 0; i < s->count; i++)
            copy.tags[i] =
                (Str){arena_strndup(&p->arena, s->tags[i].ptr, s->tags[i].len), s->tags[i].len};
    }
    return table_struct(p, copy);
}

static TypeId carry(Package *p, PackageRef ref, TypeId foreign)
{
    const Type *t = type_at(p->imports.data[ref]->pkg, foreign);
    switch ((TypeKind)t->kind) {
    case T_UNKNOWN:
    case T_BASIC:
        return TID(t->sub);
    case T_NAMED:
    case T_ALIAS:
        return carry_named(p, ref, foreign);
    case T_TYPE_PARAM:
        return carry_type_param(p, ref, foreign);
    case T_POINTER:
        return table_pointer(p, import_type(p, ref, t->elem));
    case T_SLICE:
        return table_slice(p, import_type(p, ref, t->elem));
    case T_ARRAY:
        return table_array(p, import_type(p, ref, t->elem), t->len);
    case T_CHAN:
        return table_chan(p, (ChanDir)t->sub, import_type(p, ref, t->elem));
    case T_MAP: {
        TypeId key = import_type(p, ref, t->key);
        return table_map(p, key, import_type(p, ref, t->elem));
    }
    case T_STRUCT:
        return carry_struct(p, ref, t->strct);
    case T_TUPLE:
        return table_tuple(p, carry_objects(p, ref, t->tuple.vars, t->tuple.count), t->tuple.count);
    case T_SIGNATURE:
        return carry_signature(p, ref, t->sig);
    case T_INTERFACE:
        return carry_interface(p, ref, t->iface);
    case T_UNION: {
        Term *terms = arena_array(&p->arena, Term, t->onion.count);
        for (uint32_t i = 0; i < t->onion.count; i++)
            terms[i] = (Term){import_type(p, ref, t->onion.terms[i].type), t->onion.terms[i].tilde};
        return table_union(p, terms, t->onion.count);
    }
    }
    return TYPE_UNKNOWN;
}

TypeId import_type(Package *p, PackageRef ref, TypeId foreign)
{
    if (foreign.v < TID_UNIVERSE_END)
        return foreign;
    uint64_t *known = map_get(&p->imports.data[ref]->types, foreign.v);
    if (known)
        return TID(*known);
    TypeId t = carry(p, ref, foreign);
    remember(p, ref, foreign, t);
    return t;
}

void import_underlying(Package *p, TypeId named)
{
    Named *n = type_at(p, named)->named;
    const Package *f = p->imports.data[n->home]->pkg;
    TypeId foreign = n->foreign;
    if (type_at(p, named)->kind == T_ALIAS) {
        named_complete(package_mut(f), foreign);
        TypeId to = type_at(f, foreign)->named->underlying;
        table_set_alias(p, named, import_type(p, n->home, to));
        return;
    }
    n->underlying = import_type(p, n->home, type_underlying(f, foreign));
    n->state = LAZY_DONE;
}

void import_type_params(Package *p, TypeId named)
{
    Named *n = type_at(p, named)->named;
    TypeId *tparams;
    const Package *f = p->imports.data[n->home]->pkg;
    uint32_t count = named_type_params(package_mut(f), n->foreign, &tparams);
    n->tparams = carry_types(p, n->home, tparams, count);
    n->tparam_count = count;
}

ObjId import_method(Package *p, TypeId named, Name name)
{
    Named *n = type_at(p, named)->named;
    const Package *f = p->imports.data[n->home]->pkg;
    ObjId m = named_method(package_mut(f), n->foreign, carry_name(f, p, name));
    return obj_ok(m) ? carry_object(p, n->home, m) : OBJ_NONE;
}

void import_methods(Package *p, TypeId named)
{
    Named *n = type_at(p, named)->named;
    const Package *f = p->imports.data[n->home]->pkg;
    uint32_t count = type_method_count(f, n->foreign);
    for (uint32_t i = 0; i < count; i++) {
        ObjId m = carry_object(p, n->home, type_method(f, n->foreign, i));
        vec_push(&p->arena, &n->methods, m);
    }
}

ObjId synthetic_type(Package *p, PackageRef home, Name name)
{
    Map *known = home == 0 ? &p->synth_types : &p->imports.data[home]->synth_types;
    uint64_t *at = map_get(known, name.v);
    if (at)
        return (ObjId){(uint32_t)*at};
    ObjId id = table_object(p, (Object){.kind = OBJ_TYPE,
                                        .name = name,
                                        .home = home,
                                        .synthetic = true,
                                        .package_level = true});
    map_put(&p->arena, known, name.v, id.v);
    TypeId t = table_named(p, T_NAMED,
                           (Named){.obj = id,
                                   .home = home,
                                   .open = true,
                                   .state = LAZY_DONE,
                                   .tparams_state = LAZY_DONE,
                                   .methods_done = true});
    object_mut(p, id)->type = t;
    return id;
}

ObjId synthetic_value(Package *p, PackageRef home, Name name, bool called)
{
    Map *known = home == 0 ? &p->synth_values : &p->imports.data[home]->synth_values;
    uint64_t *at = map_get(known, name.v);
    if (at)
        return (ObjId){(uint32_t)*at};
    ObjId id = table_object(p, (Object){.kind = called ? OBJ_FUNC : OBJ_VAR,
                                        .name = name,
                                        .home = home,
                                        .role = VAR_PACKAGE,
                                        .synthetic = true,
                                        .package_level = true});
    map_put(&p->arena, known, name.v, id.v);
    return id;
}

static ObjId carry_package_object(Package *p, PackageRef ref, ObjId foreign)
{
    const Package *f = p->imports.data[ref]->pkg;
    const Object *o = object_mut(f, foreign);
    if (o->kind == OBJ_TYPE) {
        TypeId t = import_type(p, ref, object_type(f, foreign));
        TypeKind kind = (TypeKind)type_at(p, t)->kind;
        if (kind == T_NAMED || kind == T_ALIAS)
            return type_at(p, t)->named->obj;
    }
    return carry_object(p, ref, foreign);
}

ObjId import_object(Package *p, PackageRef ref, Name name, bool want_type, bool called)
{
    Import *imp = p->imports.data[ref];
    if (str_is(imp->path, "unsafe"))
        return universe_unsafe(p, name);
    if (imp->pkg && name_exported(p, name)) {
        ObjId foreign = package_lookup(imp->pkg, carry_name(imp->pkg, p, name));
        if (obj_ok(foreign))
            return carry_package_object(p, ref, foreign);
    }
    if (want_type || (!called && map_get(&imp->synth_types, name.v)))
        return synthetic_type(p, ref, name);
    return synthetic_value(p, ref, name, called);
}

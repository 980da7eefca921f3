// import.c - what belongs to other packages: which packages are imported, and stand-ins in this
// package's tables for what their byte forms declare, made when first asked for.
//
// Underlying types, type parameters and methods of a declared type are looked up in its record on
// demand. What an import lacks, and what no one declares, gets a synthetic object.
#include "types/import.h"

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
        imp->form = p->importer.import(p->importer.ctx, imp->path);
    imp->name = imp->form ? imp->form->name : import_guess_name(imp->path);
    if (ask && !imp->form && !own)
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

// The record of a declared type, after its path and name.
static Reader declared_record(const Export *e, TypeId number, uint32_t *flags)
{
    Reader r = form_type(e, number);
    reader_byte(&r);
    form_text(e, &r);
    form_text(e, &r);
    *flags = reader_below(&r, FORM_OPEN << 1);
    return r;
}

// What a declared type can stand on; anything else comes from bytes that no exporter writes.
static bool is_plain(const Package *p, TypeId t)
{
    TypeKind kind = (TypeKind)type_at(p, t)->kind;
    return kind != T_NAMED && kind != T_ALIAS && kind != T_TYPE_PARAM;
}

void import_underlying(Package *p, TypeId named)
{
    Named *n = type_at(p, named)->named;
    uint32_t flags;
    const Export *e = p->imports.data[n->home]->form;
    Reader r = declared_record(e, n->foreign, &flags);
    TypeId under = import_type(p, n->home, form_ref(e, &r));
    if (type_at(p, named)->kind == T_ALIAS) {
        // Forms that were not made together can lead in a circle.
        bool circle =
            type_at(p, under)->kind == T_ALIAS && type_at(p, under)->named->state != LAZY_DONE;
        table_set_alias(p, named, circle ? TYPE_UNKNOWN : type_unalias(p, under));
        return;
    }
    n->underlying = is_plain(p, under) ? under : TYPE_UNKNOWN;
    n->state = LAZY_DONE;
}

void import_type_params(Package *p, TypeId named)
{
    Named *n = type_at(p, named)->named;
    uint32_t flags;
    const Export *e = p->imports.data[n->home]->form;
    Reader r = declared_record(e, n->foreign, &flags);
    form_ref(e, &r);
    n->tparams = carry_tparams(p, n->home, &r, &n->tparam_count);
}

static Reader method_records(const Export *e, TypeId number)
{
    uint32_t flags;
    Reader r = declared_record(e, number, &flags);
    form_ref(e, &r);
    form_skip_refs(e, &r);
    return r;
}

static ObjId carry_method(Package *p, PackageRef ref, Name name, TypeId recv, TypeId type)
{
    ObjId m = table_object(p, (Object){.kind = OBJ_FUNC, .name = name, .home = ref});
    TypeId t = import_type(p, ref, type);
    object_mut(p, m)->type = t;
    TypeId receiver = import_type(p, ref, recv);
    object_mut(p, m)->recv = receiver;
    return m;
}

ObjId import_method(Package *p, TypeId named, Name name)
{
    Named *n = type_at(p, named)->named;
    const Export *e = p->imports.data[n->home]->form;
    uint32_t text = strings_find(&e->strings, name_str(p->names, name));
    if (type_at(p, named)->kind == T_ALIAS || text == UINT32_MAX)
        return OBJ_NONE;
    Reader r = method_records(e, n->foreign);
    for (uint32_t left = reader_count(&r); left > 0; left--) {
        uint32_t found = reader_below(&r, e->strings.count);
        TypeId recv = form_ref(e, &r), type = form_ref(e, &r);
        if (found == text)
            return carry_method(p, n->home, name, recv, type);
    }
    return OBJ_NONE;
}

void import_methods(Package *p, TypeId named)
{
    Named *n = type_at(p, named)->named;
    const Export *e = p->imports.data[n->home]->form;
    if (type_at(p, named)->kind == T_ALIAS)
        return;
    Reader r = method_records(e, n->foreign);
    for (uint32_t left = reader_count(&r); left > 0; left--) {
        Name name = name_of(p->names, form_text(e, &r));
        TypeId recv = form_ref(e, &r), type = form_ref(e, &r);
        uint32_t known = (uint32_t)map_or(&n->method_index, name.v, 0);
        ObjId m = known ? (ObjId){known} : carry_method(p, n->home, name, recv, type);
        map_put(&p->arena, &n->method_index, name.v, m.v);
        vec_push(&p->arena, &n->methods, m);
    }
}

static ObjId carry_package_object(Package *p, PackageRef ref, uint32_t number, Name name)
{
    Import *imp = p->imports.data[ref];
    uint64_t *known = map_get(&imp->objects, number);
    if (known)
        return (ObjId){(uint32_t)*known};
    Reader r = form_reader(imp->form, imp->form->objects[number]);
    ObjKind kind = (ObjKind)reader_byte(&r);
    TypeId t = import_type(p, ref, form_ref(imp->form, &r));
    TypeKind tk = (TypeKind)type_at(p, t)->kind;
    ObjId id;
    if (kind == OBJ_TYPE && (tk == T_NAMED || tk == T_ALIAS)) {
        id = type_at(p, t)->named->obj;
    } else {
        Object o = {.kind = kind,
                    .name = name,
                    .home = ref,
                    .type = t,
                    .role = VAR_PACKAGE,
                    .package_level = true};
        if (kind == OBJ_CONST)
            o.value = constant_read(&p->arena, &r, &imp->form->strings);
        id = table_object(p, o);
    }
    map_put(&p->arena, &imp->objects, number, id.v);
    return id;
}

bool import_declares(const Package *p, PackageRef ref, Name name)
{
    const Export *e = p->imports.data[ref]->form;
    return e && form_object(e, name_str(p->names, name)) != UINT32_MAX;
}

ObjId import_object(Package *p, PackageRef ref, Name name, bool want_type, bool called)
{
    Import *imp = p->imports.data[ref];
    if (str_is(imp->path, "unsafe"))
        return universe_unsafe(p, name);
    uint32_t number = UINT32_MAX;
    if (imp->form && name_exported(p, name))
        number = form_object(imp->form, name_str(p->names, name));
    if (number != UINT32_MAX)
        return carry_package_object(p, ref, number, name);
    if (want_type || (!called && map_get(&imp->synth_types, name.v)))
        return synthetic_type(p, ref, name);
    return synthetic_value(p, ref, name, called);
}

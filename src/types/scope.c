// scope.c - names and what they denote (spec: Declarations and scope).
#include "types/check.h"

uint32_t scope_open(Checker *c)
{
    Bindings *b = c->frame->names;
    vec_push(&c->scratch, &b->blocks, b->stack.len);
    return b->blocks.len - 1;
}

void scope_close(Checker *c, uint32_t mark)
{
    Bindings *b = c->frame->names;
    uint32_t start = b->blocks.data[mark];
    while (b->stack.len > start) {
        const Binding *last = &vec_last(&b->stack);
        map_put(&c->scratch, &b->heads, last->name.v, last->outer);
        b->stack.len--;
    }
    b->blocks.len = mark;
}

void scope_bind(Checker *c, ObjId o)
{
    Name name = object_mut(c->p, o)->name;
    if (name.v == 0 || name_eq(name, c->p->blank))
        return;
    Bindings *b = c->frame->names;
    uint32_t outer = (uint32_t)map_or(&b->heads, name.v, 0);
    vec_push(&c->scratch, &b->stack, (Binding){name, o, outer});
    map_put(&c->scratch, &b->heads, name.v, b->stack.len);
}

static ObjId lookup_since(Checker *c, Name name, uint32_t start)
{
    Bindings *b = c->frame->names;
    uint32_t head = (uint32_t)map_or(&b->heads, name.v, 0);
    return head > start ? b->stack.data[head - 1].obj : OBJ_NONE;
}

ObjId scope_lookup_block(Checker *c, Name name)
{
    Bindings *b = c->frame->names;
    return lookup_since(c, name, b->blocks.len ? vec_last(&b->blocks) : 0);
}

static ObjId lookup_dots(Checker *c, const FileScope *s, Name name)
{
    if (!name_exported(c->p, name))
        return OBJ_NONE;
    for (uint32_t i = 0; i < s->dots.len; i++) {
        const Import *imp = c->p->imports.data[s->dots.data[i]];
        if (str_is(imp->path, "unsafe") && obj_ok(universe_unsafe(c->p, name)))
            return universe_unsafe(c->p, name);
        if (import_declares(c->p, s->dots.data[i], name))
            return import_object(c->p, s->dots.data[i], name, false, false);
    }
    return OBJ_NONE;
}

ObjId scope_lookup(Checker *c, Name name)
{
    ObjId o = lookup_since(c, name, 0);
    if (obj_ok(o))
        return o;
    const FileScope *s = &c->scopes[c->frame->file];
    o.v = (uint32_t)map_or(&s->names, name.v, 0);
    if (!obj_ok(o))
        o = package_lookup(c->p, name);
    if (!obj_ok(o))
        o = lookup_dots(c, s, name);
    if (!obj_ok(o))
        o.v = (uint32_t)map_or(&c->p->universe, name.v, 0);
    return o;
}

ObjId scope_declare(Checker *c, NodeId ident, NodeId decl, ObjKind kind, VarRole role, TypeId t)
{
    ObjId o = table_object(c->p, (Object){.kind = kind,
                                          .name = check_name(c, ident),
                                          .type = t,
                                          .file = c->frame->file,
                                          .decl = decl,
                                          .ident = ident,
                                          .role = role});
    record_object(c, ident, o);
    return o;
}

ObjId scope_undeclared(Checker *c, Name name, bool want_type, bool called)
{
    Package *p = c->p;
    if (name_eq(name, p->blank) || name.v == 0)
        return OBJ_NONE;
    uint64_t *package = map_get(&c->undeclared_packages, name.v);
    if (package && *package && !want_type)
        return (ObjId){(uint32_t)*package};
    uint64_t *type = map_get(&p->synth_types, name.v);
    if (type)
        return (ObjId){(uint32_t)*type};
    return want_type ? synthetic_type(p, 0, name) : synthetic_value(p, 0, name, called);
}

// Whether the package of this path may well be called `name`: its last element says so once
// hyphens and dots are dropped, or one of its parts does.
static bool path_suggests(Str path, Str name)
{
    char flat[256];
    size_t n = 0, start = 0;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/' && i + 2 < path.len && path.ptr[i + 1] != 'v')
            start = i + 1;
    Str last = str_sub(path, start, path.len);
    for (size_t i = 0; i < last.len && last.ptr[i] != '/' && n < sizeof flat; i++)
        if (last.ptr[i] != '-' && last.ptr[i] != '.' && last.ptr[i] != '_')
            flat[n++] = last.ptr[i];
    Str text = {flat, n};
    return name.len >= 2 && str_find(text, name) != SIZE_MAX;
}

enum {
    // Missing imports of a file that an undeclared name is compared with.
    MISSING_IMPORTS_MAX = 200,
};

static PackageRef missing_import_named(Checker *c, Name name)
{
    Package *p = c->p;
    const FileScope *s = &c->scopes[c->frame->file];
    for (uint32_t i = 0; i < s->missing.len && i < MISSING_IMPORTS_MAX; i++) {
        PackageRef ref = s->missing.data[i];
        if (path_suggests(p->imports.data[ref]->path, name_str(p->names, name)))
            return ref;
    }
    return 0;
}

ObjId scope_undeclared_package(Checker *c, Name name, bool surely)
{
    Package *p = c->p;
    uint64_t *known = map_get(&c->undeclared_packages, name.v);
    if (known && (*known || !surely))
        return (ObjId){(uint32_t)*known};
    PackageRef ref = missing_import_named(c, name);
    if (!ref && p->snippet && p->models) {
        Str path = model_well_known(p->models, name_str(p->names, name));
        if (path.len)
            ref = import_ref(p, path);
    }
    if (!ref && surely)
        ref = import_phantom(p, name_str(p->names, name));
    if (!ref) {
        map_put(&c->scratch, &c->undeclared_packages, name.v, 0);
        return OBJ_NONE;
    }
    ObjId o = table_object(p, (Object){.kind = OBJ_PACKAGE,
                                       .name = name,
                                       .file = c->frame->file,
                                       .imported = ref,
                                       .synthetic = true});
    map_put(&c->scratch, &c->undeclared_packages, name.v, o.v);
    return o;
}

// api.c - questions to a checked package.
#include "types/package.h"

Str package_path(const Package *p)
{
    return p->path;
}

Str package_name(const Package *p)
{
    return p->name;
}

Names *package_names(const Package *p)
{
    return p->names;
}

uint32_t package_file_count(const Package *p)
{
    return p->file_count;
}

const PackageFile *package_file(const Package *p, uint32_t file)
{
    return &p->files[file];
}

uint32_t package_object_count(const Package *p)
{
    return p->object_count;
}

uint32_t package_type_count(const Package *p)
{
    return p->type_count;
}

ObjId package_lookup(const Package *p, Name name)
{
    return (ObjId){(uint32_t)map_or(&p->scope, name.v, 0)};
}

Str package_ref_path(const Package *p, PackageRef ref)
{
    if (ref == 0)
        return p->path;
    return ref < p->imports.len ? p->imports.data[ref]->path : STR("");
}

const Str *package_missing_imports(const Package *p, uint32_t *count)
{
    *count = p->missing.len;
    return p->missing.data;
}

size_t package_bytes(const Package *p)
{
    return p->arena.used + p->scratch.used;
}

const Object *object_at(const Package *p, ObjId o)
{
    return object_mut(p, o);
}

Str object_name(const Package *p, ObjId o)
{
    return name_str(p->names, object_mut(p, o)->name);
}

Str object_path(const Package *p, ObjId o)
{
    return package_ref_path(p, object_mut(p, o)->home);
}

Name object_receiver(const Package *p, ObjId o)
{
    const Object *obj = object_mut(p, o);
    if (obj->kind != OBJ_FUNC && !obj->synthetic)
        return (Name){0};
    TypeId t = type_unalias(p, type_deref(p, obj->recv));
    ObjId named = type_named_object(p, t);
    return obj_ok(named) ? object_mut(p, named)->name : (Name){0};
}

bool object_is(const Package *p, ObjId o, const char *path, const char *recv, const char *name)
{
    if (!obj_ok(o) || !str_is(object_name(p, o), name) || !str_is(object_path(p, o), path))
        return false;
    return str_is(name_str(p->names, object_receiver(p, o)), recv ? recv : "");
}

TypeId node_type(const Package *p, uint32_t file, NodeId n)
{
    return p->files[file].node_types[n.v];
}

ObjId node_object(const Package *p, uint32_t file, NodeId ident)
{
    return p->files[file].node_objects[ident.v];
}

const Constant *node_constant(const Package *p, uint32_t file, NodeId n)
{
    return p->files[file].node_constants[n.v];
}

const Selection *node_selection(const Package *p, uint32_t file, NodeId n)
{
    return (const Selection *)(uintptr_t)map_or(&p->files[file].node_selections, n.v, 0);
}

ObjId node_implicit(const Package *p, uint32_t file, NodeId n)
{
    return (ObjId){(uint32_t)map_or(&p->files[file].node_implicits, n.v, 0)};
}

bool node_is_type(const Package *p, uint32_t file, NodeId n)
{
    return p->files[file].node_modes[n.v] == EXPR_TYPE;
}

ExprMode node_mode(const Package *p, uint32_t file, NodeId n)
{
    return (ExprMode)p->files[file].node_modes[n.v];
}

ObjId node_callee(const Package *p, uint32_t file, NodeId call)
{
    const Ast *ast = p->files[file].ast;
    if (node_kind(ast, call) != NODE_CALL_EXPR)
        return OBJ_NONE;
    NodeId fun = ast_call(ast, call).fun;
    for (;;) {
        NodeKind kind = node_kind(ast, fun);
        if (kind == NODE_PAREN_EXPR)
            fun = ast_operand(ast, fun);
        else if (kind == NODE_INDEX_EXPR || kind == NODE_INDEX_LIST_EXPR)
            fun = ast_index(ast, fun).x;
        else if (kind == NODE_SELECTOR_EXPR)
            fun = ast_selector(ast, fun).sel;
        else
            break;
    }
    if (node_kind(ast, fun) != NODE_IDENT)
        return OBJ_NONE;
    ObjId o = node_object(p, file, fun);
    return obj_ok(o) && object_mut(p, o)->kind == OBJ_FUNC ? o : OBJ_NONE;
}

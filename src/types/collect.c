// collect.c - a package's top-level declarations: objects for all names before any is resolved
// (spec: Declarations and scope), methods with their receivers' types, imports in file scopes.
#include "types/check.h"

typedef struct Method {
    ObjId obj;
    uint32_t file;
    Name base; // name of the receiver's type
} Method;

typedef struct Collector {
    Checker *c;
    uint32_t file;
    const Ast *ast;
    VEC(Method) methods;
} Collector;

static ObjId add(Collector *col, Object o, Decl d)
{
    Package *p = col->c->p;
    o.file = col->file;
    d.file = col->file;
    ObjId id = table_object(p, o);
    vec_push(&col->c->scratch, &col->c->decls, d);
    if (node_ok(o.ident))
        p->files[col->file].node_objects[o.ident.v] = id;
    return id;
}

// The first declaration of a name stands; a later one is checked but not found.
static void declare(Collector *col, ObjId o)
{
    Package *p = col->c->p;
    Name name = object_mut(p, o)->name;
    if (!name_eq(name, p->blank) && !map_get(&p->scope, name.v))
        map_put(&p->arena, &p->scope, name.v, o.v);
}

static Object object(Collector *col, ObjKind kind, NodeId ident, NodeId decl)
{
    return (Object){.kind = kind,
                    .name = name_cached(&col->c->names, ast_text(col->ast, ident)),
                    .ident = ident,
                    .decl = decl,
                    .package_level = true,
                    .role = VAR_PACKAGE};
}

static void collect_import(Collector *col, NodeId n)
{
    Checker *c = col->c;
    Package *p = c->p;
    ImportSpecView v = ast_import_spec(col->ast, n);
    const Constant *path = NULL;
    if (node_ok(v.path))
        path = constant_literal(&p->arena, TOK_STRING, ast_text(col->ast, v.path));
    if (constant_kind(path) != CONST_STRING || constant_string(path).len == 0)
        return;
    Str spec = constant_string(path);
    if (p->importer.resolve)
        spec = p->importer.resolve(p->importer.ctx, spec);
    PackageRef ref = import_ref(p, spec);
    Object o = {.kind = OBJ_PACKAGE, .decl = n, .imported = ref, .ident = v.name};
    o.name = name_of(p->names,
                     node_ok(v.name) ? ast_text(col->ast, v.name) : p->imports.data[ref]->name);
    ObjId id = add(col, o, (Decl){.state = LAZY_DONE});
    if (!node_ok(v.name))
        map_put(&p->arena, &p->files[col->file].node_implicits, n.v, id.v);
    FileScope *s = &c->scopes[col->file];
    if (!node_ok(v.name) && !p->imports.data[ref]->form)
        vec_push(&c->scratch, &s->missing, ref);
    if (str_is(name_str(p->names, o.name), "."))
        vec_push(&c->scratch, &s->dots, ref);
    else if (!name_eq(o.name, p->blank))
        map_put(&c->scratch, &s->names, o.name.v, id.v);
}

static NodeId nth(NodeList list, uint32_t i)
{
    return i < list.len ? list.items[i] : (NodeId){0};
}

// An empty specification repeats the one before it (spec: Constant declarations).
static void collect_consts(Collector *col, NodeList specs)
{
    NodeId type = {0};
    NodeList values = {0};
    int64_t iota = 0;
    LIST_EACH (n, specs) {
        ValueSpecView v = ast_value_spec(col->ast, *n);
        bool inherited = !node_ok(v.type) && v.values.len == 0;
        if (!inherited) {
            type = v.type;
            values = v.values;
        }
        for (uint32_t i = 0; i < v.names.len; i++) {
            Decl d = {.spec = *n,
                      .type = type,
                      .value = nth(values, i),
                      .index = i,
                      .iota = iota,
                      .inherited = inherited};
            declare(col, add(col, object(col, OBJ_CONST, v.names.items[i], *n), d));
        }
        iota++;
    }
}

static void collect_vars(Collector *col, NodeId n)
{
    Checker *c = col->c;
    ValueSpecView v = ast_value_spec(col->ast, n);
    ObjId *group = arena_array(&c->scratch, ObjId, v.names.len);
    bool shared = v.values.len == 1 && v.names.len > 1;
    for (uint32_t i = 0; i < v.names.len; i++) {
        Decl d = {.spec = n,
                  .type = v.type,
                  .index = i,
                  .shared = shared,
                  .group = group,
                  .group_len = v.names.len,
                  .value = shared ? v.values.items[0] : nth(v.values, i)};
        group[i] = add(col, object(col, OBJ_VAR, v.names.items[i], n), d);
        declare(col, group[i]);
    }
}

static void collect_type(Collector *col, NodeId n)
{
    Package *p = col->c->p;
    TypeSpecView v = ast_type_spec(col->ast, n);
    if (!node_ok(v.name))
        return;
    ObjId o = add(col, object(col, OBJ_TYPE, v.name, n), (Decl){.spec = n});
    object_mut(p, o)->type =
        table_named(p, v.assign.v ? T_ALIAS : T_NAMED,
                    (Named){.obj = o,
                            .methods_done = true,
                            .tparams_state = node_ok(v.type_params) ? LAZY_NONE : LAZY_DONE});
    declare(col, o);
}

// The identifier of a receiver's type: (r *(T[P])) names T.
static NodeId receiver_base(const Ast *ast, NodeId recv)
{
    NodeList fields = ast_field_list(ast, recv).fields;
    NodeId t = fields.len ? ast_field(ast, fields.items[0]).type : (NodeId){0};
    for (;;) {
        switch (node_kind(ast, t)) {
        case NODE_PAREN_EXPR:
        case NODE_STAR_EXPR:
            t = ast_operand(ast, t);
            break;
        case NODE_INDEX_EXPR:
        case NODE_INDEX_LIST_EXPR:
            t = ast_index(ast, t).x;
            break;
        case NODE_IDENT:
            return t;
        default:
            return (NodeId){0};
        }
    }
}

static void collect_func(Collector *col, NodeId n)
{
    Checker *c = col->c;
    FuncDeclView v = ast_func_decl(col->ast, n);
    if (!node_ok(v.name))
        return;
    Object o = object(col, OBJ_FUNC, v.name, n);
    o.package_level = !node_ok(v.recv);
    ObjId id = add(col, o, (Decl){.spec = n});
    if (node_ok(v.recv)) {
        NodeId base = receiver_base(col->ast, v.recv);
        if (node_ok(base)) {
            Name name = name_of(c->p->names, ast_text(col->ast, base));
            vec_push(&c->scratch, &col->methods, (Method){id, col->file, name});
        }
    } else if (!str_is(ast_text(col->ast, v.name), "init")) {
        declare(col, id);
    }
}

static void collect_decl(Collector *col, NodeId n)
{
    if (node_kind(col->ast, n) == NODE_FUNC_DECL) {
        collect_func(col, n);
        return;
    }
    if (node_kind(col->ast, n) != NODE_GEN_DECL)
        return;
    GenDeclView v = ast_gen_decl(col->ast, n);
    if (v.keyword == TOK_CONST)
        collect_consts(col, v.specs);
    LIST_EACH (s, v.specs) {
        if (v.keyword == TOK_IMPORT)
            collect_import(col, *s);
        else if (v.keyword == TOK_VAR)
            collect_vars(col, *s);
        else if (v.keyword == TOK_TYPE)
            collect_type(col, *s);
    }
}

static void collect_file(Collector *col, uint32_t file)
{
    const FileInput *in = &col->c->in->files[file];
    col->file = file;
    col->ast = in->ast;
    FileView v = ast_file(in->ast);
    Package *p = col->c->p;
    if (node_ok(v.name) && p->name.len == 0)
        p->name = name_str(p->names, name_of(p->names, ast_text(in->ast, v.name)));
    LIST_EACH (n, v.decls)
        if (!in->active || bitset_has(in->active, n->v))
            collect_decl(col, *n);
}

// An alias of a local type passes its methods on; the chain is followed by spelling.
static ObjId method_base(Checker *c, Name name)
{
    for (int hops = 0; hops < 100; hops++) {
        ObjId o = package_lookup(c->p, name);
        if (!obj_ok(o)) {
            bool predeclared = map_get(&c->p->universe, name.v) != NULL;
            return predeclared || hops ? OBJ_NONE : synthetic_type(c->p, 0, name);
        }
        const Object *obj = object_mut(c->p, o);
        if (obj->kind != OBJ_TYPE)
            return OBJ_NONE;
        if (type_at(c->p, obj->type)->kind == T_NAMED)
            return o;
        const Ast *ast = c->p->files[obj->file].ast;
        NodeId t = ast_type_spec(ast, obj->decl).type;
        while (node_kind(ast, t) == NODE_PAREN_EXPR || node_kind(ast, t) == NODE_STAR_EXPR)
            t = ast_operand(ast, t);
        if (node_kind(ast, t) != NODE_IDENT)
            return OBJ_NONE;
        name = name_of(c->p->names, ast_text(ast, t));
    }
    return OBJ_NONE;
}

static void attach_methods(Collector *col)
{
    Package *p = col->c->p;
    VEC_EACH (Method, m, &col->methods) {
        ObjId base = method_base(col->c, m->base);
        if (!obj_ok(base))
            continue;
        Named *n = type_at(p, object_mut(p, base)->type)->named;
        Name name = object_mut(p, m->obj)->name;
        if (name_eq(name, p->blank))
            continue;
        if (!map_get(&n->method_index, name.v)) {
            map_put(&p->arena, &n->method_index, name.v, m->obj.v);
            vec_push(&p->arena, &n->methods, m->obj);
        }
    }
}

void collect_package(Checker *c)
{
    Package *p = c->p;
    Collector col = {.c = c};
    c->first_decl = p->object_count;
    for (uint32_t i = 0; i < p->file_count; i++)
        collect_file(&col, i);
    attach_methods(&col);
    if (p->name.len == 0)
        p->name = obj_ok(package_lookup(p, name_ofs(p->names, "main"))) || p->path.len == 0
                      ? STR("main")
                      : import_guess_name(p->path);
}

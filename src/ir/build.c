// build.c - sets up the package and its functions, and has their bodies lowered.
//
// A literal is built where it stands, in the middle of the function around it: that gives source
// order, and a range over a function needs to know how its body leaves before it can go on.
#include "ir/lower.h"

#include <stdio.h>
#include <stdlib.h>

static Fn *open_function(Build *b, Fn *parent, IrFuncKind kind, uint32_t file, NodeId node)
{
    Scratch *s = b->free_scratch;
    if (s) {
        b->free_scratch = s->next;
    } else {
        s = mem_alloc(sizeof *s);
        *s = (Scratch){0};
    }
    Fn *fn = arena_new(&s->arena, Fn);
    const PackageFile *pf = package_file(b->types, file);
    IrFunc *f = arena_new(b->arena, IrFunc);
    *f = (IrFunc){.id = {b->p->funcs.len}, .kind = kind, .file = file, .node = node};
    if (parent)
        f->parent = parent->f->id;
    vec_push(b->arena, &b->p->funcs, f);
    *fn = (Fn){.b = b,
               .f = f,
               .parent = parent,
               .root = fn,
               .ast = pf->ast,
               .file = file,
               .go_minor = pf->go_minor,
               .scratch = &s->arena,
               .scratch_node = s,
               .cur = NO_BLOCK,
               .fallthrough_to = NO_BLOCK};
    return fn;
}

static void open_body(Fn *fn)
{
    fn->f->has_body = true;
    vec_push(fn->scratch, &fn->f->instrs, (IrInstr){0});
    block_enter(fn, block_new(fn, "entry"));
}

FuncId build_close(Fn *fn)
{
    FuncId id = fn->f->id;
    if (fn->f->has_body)
        fn_finish(fn);
    Build *b = fn->b;
    Scratch *s = fn->scratch_node;
    arena_reset(&s->arena);
    s->next = b->free_scratch;
    b->free_scratch = s;
    return id;
}

static void build_body(Fn *fn, NodeId body)
{
    open_body(fn);
    NodeList stmts = ast_block(fn->ast, body).stmts;
    lower_prescan(fn, stmts);
    lower_stmts(fn, stmts);
    lower_implicit_return(fn, body);
}

static void build_declared(Build *b, uint32_t file, NodeId node)
{
    const Ast *ast = package_file(b->types, file)->ast;
    FuncDeclView decl = ast_func_decl(ast, node);
    Fn *fn = open_function(b, NULL, FUNC_DECL, file, node);
    fn->f->name = name_declared(b, file, &decl);
    fn->f->obj = node_object(b->types, file, decl.name);
    if (obj_ok(fn->f->obj)) {
        fn->f->signature = object_at(b->types, fn->f->obj)->type;
        map_put(b->arena, &b->p->by_object, fn->f->obj.v, fn->f->id.v);
    }
    map_put(b->arena, &b->p->by_node, map_pair(file, node.v), fn->f->id.v);
    vars_of_signature(fn, decl.recv, decl.type, fn->f->signature);
    if (node_ok(decl.body))
        build_body(fn, decl.body);
    build_close(fn);
}

FuncId build_literal(Fn *parent, NodeId lit)
{
    Build *b = parent->b;
    FuncLitView view = ast_func_lit(parent->ast, lit);
    const char *name = name_literal(parent);
    Fn *fn = open_function(b, parent, FUNC_LITERAL, parent->file, lit);
    fn->f->name = name;
    fn->f->signature = fn_type(parent, lit);
    map_put(b->arena, &b->p->by_node, map_pair(parent->file, lit.v), fn->f->id.v);
    vars_of_signature(fn, (NodeId){0}, view.type, fn->f->signature);
    if (node_ok(view.body))
        build_body(fn, view.body);
    return build_close(fn);
}

Fn *build_range_open(Fn *parent, NodeId range, TypeId signature)
{
    Build *b = parent->b;
    const char *name = name_range_body(parent);
    Fn *fn = open_function(b, parent, FUNC_RANGE_BODY, parent->file, range);
    fn->root = parent->root;
    fn->f->name = name;
    fn->f->signature = signature;
    fn->body = node_span(parent->ast, ast_range(parent->ast, range).body);
    map_put(b->arena, &b->p->by_node, map_pair(parent->file, range.v), fn->f->id.v);
    open_body(fn);
    return fn;
}

// ---- Package level ----

typedef void (*SpecVisit)(void *ctx, NodeId spec);

static void each_var_spec(const Ast *ast, NodeList decls, SpecVisit visit, void *ctx)
{
    LIST_EACH (n, decls) {
        if (node_kind(ast, *n) != NODE_GEN_DECL)
            continue;
        GenDeclView decl = ast_gen_decl(ast, *n);
        if (decl.keyword != TOK_VAR)
            continue;
        LIST_EACH (spec, decl.specs)
            if (node_kind(ast, *spec) == NODE_VALUE_SPEC)
                visit(ctx, *spec);
    }
}

typedef struct FileBuild {
    Build *b;
    uint32_t file;
    Fn *init; // of this file; NULL until something is initialised
} FileBuild;

// Every package variable gets its number before any function is built, in source order.
static void declare_package_vars(void *ctx, NodeId spec)
{
    FileBuild *fb = ctx;
    Build *b = fb->b;
    const Ast *ast = package_file(b->types, fb->file)->ast;
    LIST_EACH (name, ast_value_spec(ast, spec).names) {
        ObjId obj = node_object(b->types, fb->file, *name);
        if (!obj_ok(obj) || map_get(&b->p->var_by_object, obj.v))
            continue;
        const Object *o = object_at(b->types, obj);
        IrVar v = {.obj = obj,
                   .name = o->name,
                   .type = o->type,
                   .param = -1,
                   .result = -1,
                   .file = fb->file,
                   .decl = *name};
        var_bind(b, obj, var_new(b, v));
    }
}

static void init_package_vars(void *ctx, NodeId spec)
{
    FileBuild *fb = ctx;
    const Ast *ast = package_file(fb->b->types, fb->file)->ast;
    if (ast_value_spec(ast, spec).values.len == 0)
        return;
    if (!fb->init) {
        fb->init = open_function(fb->b, NULL, FUNC_INIT, fb->file, ast_root(ast));
        fb->init->f->name = name_package_function(fb->b, "init");
        open_body(fb->init);
    }
    lower_var_spec(fb->init, spec);
}

static void build_fragment(Build *b, uint32_t file, NodeList stmts)
{
    const Ast *ast = package_file(b->types, file)->ast;
    Fn *fn = open_function(b, NULL, FUNC_FRAGMENT, file, ast_root(ast));
    fn->f->name = name_package_function(b, "_");
    open_body(fn);
    lower_prescan(fn, stmts);
    lower_stmts(fn, stmts);
    lower_implicit_return(fn, (NodeId){0});
    build_close(fn);
}

static bool is_active(const PackageFile *pf, NodeId n)
{
    return !pf->active || bitset_has(pf->active, n.v);
}

static NodeList active_of(Build *b, const PackageFile *pf, NodeList list)
{
    if (!pf->active)
        return list;
    NodeId *items = arena_array(b->arena, NodeId, list.len);
    uint32_t len = 0;
    LIST_EACH (n, list)
        if (is_active(pf, *n))
            items[len++] = *n;
    return (NodeList){items, len};
}

static void build_file(Build *b, uint32_t file, FileView view)
{
    const Ast *ast = package_file(b->types, file)->ast;
    FileBuild fb = {.b = b, .file = file};
    each_var_spec(ast, view.decls, init_package_vars, &fb);
    if (fb.init) {
        lower_implicit_return(fb.init, (NodeId){0});
        build_close(fb.init);
    }
    // Functions of a snippet can use the variables of its statements, which must have their owner.
    if (view.stmts.len)
        build_fragment(b, file, view.stmts);
    LIST_EACH (n, view.decls)
        if (node_kind(ast, *n) == NODE_FUNC_DECL)
            build_declared(b, file, *n);
}

void build_bodies(Build *b)
{
    uint32_t count = package_file_count(b->types);
    FileView *views = arena_array(b->arena, FileView, count);
    for (uint32_t i = 0; i < count; i++) {
        const PackageFile *pf = package_file(b->types, i);
        views[i] = ast_file(pf->ast);
        views[i].decls = active_of(b, pf, views[i].decls);
        views[i].stmts = active_of(b, pf, views[i].stmts);
        FileBuild fb = {.b = b, .file = i};
        each_var_spec(pf->ast, views[i].decls, declare_package_vars, &fb);
    }
    for (uint32_t i = 0; i < count; i++)
        build_file(b, i, views[i]);
}

static void free_scratch(Build *b)
{
    for (Scratch *s = b->free_scratch; s;) {
        Scratch *next = s->next;
        arena_free(&s->arena);
        free(s);
        s = next;
    }
}

// In debug builds a graph that breaks the rules of its form stops the program here, not in some
// later stage.
static void check_form(const IrPackage *p)
{
#ifdef NDEBUG
    (void)p;
#else
    Arena a = {0};
    const char *fault = ir_verify(p, &a);
    if (fault) {
        fprintf(stderr, "curfew: %s\n", fault);
        abort();
    }
    arena_free(&a);
#endif
}

IrPackage *ir_build(const Package *types, ModelStore *models)
{
    IrPackage *p = mem_alloc(sizeof *p);
    *p = (IrPackage){.types = types, .models = models};
    vec_push(&p->arena, &p->funcs, NULL);
    vec_push(&p->arena, &p->vars, (IrVar){.param = -1, .result = -1});
    Build b = {.p = p, .types = types, .names = package_names(types), .arena = &p->arena};
    b.object_count = package_object_count(types);
    b.vars = mem_alloc(sizeof *b.vars * b.object_count);
    memset(b.vars, 0, sizeof *b.vars * b.object_count);
    build_bodies(&b);
    free_scratch(&b);
    free(b.pointers);
    free(b.vars);
    check_form(p);
    return p;
}

void ir_free(IrPackage *p)
{
    if (!p)
        return;
    arena_free(&p->arena);
    free(p);
}

// check.c - checks a package: collects its declarations, resolves them in any order, then its
// function bodies.
#include "types/check.h"

#include <stdlib.h>

const Ast *check_ast(const Checker *c)
{
    return c->p->files[c->frame->file].ast;
}

PackageFile *check_file(const Checker *c)
{
    return &c->p->files[c->frame->file];
}

Name check_name(Checker *c, NodeId ident)
{
    return name_cached(&c->names, ast_text(check_ast(c), ident));
}

void check_frame_push(Checker *c, Frame *f, uint32_t file)
{
    f->outer = c->frame;
    f->file = file;
    if (!f->names) {
        f->owns_names = true;
        if (c->spare.len > 0)
            f->names = c->spare.data[--c->spare.len];
        else
            f->names = arena_new(&c->scratch, Bindings);
    }
    f->calls = c->calls;
    c->frame = f;
}

void check_frame_pop(Checker *c)
{
    Frame *f = c->frame;
    c->frame = f->outer;
    // What another declaration or a literal's body calls is not called by evaluating this one.
    c->calls = f->calls;
    if (f->owns_names)
        vec_push(&c->scratch, &c->spare, f->names);
}

static void resolve(Checker *c, ObjId o, Decl *d)
{
    Object *obj = object_mut(c->p, o);
    switch (obj->kind) {
    case OBJ_CONST:
        check_const_decl(c, o, d);
        break;
    case OBJ_VAR:
        check_var_decl(c, o, d);
        break;
    case OBJ_FUNC:
        check_func_decl(c, o, d);
        break;
    default:
        break;
    }
}

void check_resolve(Checker *c, ObjId o)
{
    if (o.v < c->first_decl || o.v - c->first_decl >= c->decls.len)
        return;
    Decl *d = &c->decls.data[o.v - c->first_decl];
    if (d->state != LAZY_NONE || object_mut(c->p, o)->kind == OBJ_TYPE)
        return;
    if (c->depth >= CHECK_DEPTH_MAX)
        return;
    d->state = LAZY_BUSY;
    scratch_hold(c->p);
    c->depth++;
    Frame f = {0};
    // What a snippet declares beside its statements may use what they declare.
    bool inside = c->snippet_frame && c->snippet_frame->file == d->file &&
                  object_mut(c->p, o)->kind != OBJ_FUNC;
    if (inside) {
        f.names = c->snippet_frame->names;
        f.in_function = true;
    }
    check_frame_push(c, &f, d->file);
    resolve(c, o, d);
    check_frame_pop(c);
    c->depth--;
    scratch_release(c->p);
    d->state = LAZY_DONE;
}

static void resolve_types(Checker *c, TypeKind kind)
{
    for (uint32_t i = 0; i < c->decls.len; i++) {
        ObjId o = {c->first_decl + i};
        if (object_mut(c->p, o)->kind != OBJ_TYPE)
            continue;
        TypeId t = object_mut(c->p, o)->type, *tparams;
        if (type_kind(c->p, t) != kind)
            continue;
        named_type_params(c->p, t, &tparams);
        named_complete(c->p, t);
    }
}

// Types first, as go/types does: where several constants share an expression, the one evaluated
// last is what is recorded for it.
static void resolve_all(Checker *c)
{
    resolve_types(c, T_NAMED);
    resolve_types(c, T_ALIAS);
    for (uint32_t i = 0; i < c->decls.len; i++)
        check_resolve(c, (ObjId){c->first_decl + i});
}

static void check_later_body(Checker *c, const Later *l)
{
    Map labels = {0};
    Frame f = {.signature = l->signature, .in_function = true, .iota = l->iota, .labels = &labels};
    scratch_hold(c->p);
    check_frame_push(c, &f, l->file);
    uint32_t mark = scope_open(c);
    check_bind_signature(c, l->func_type, l->recv);
    check_body(c, l->body);
    scope_close(c, mark);
    check_frame_pop(c);
    scratch_release(c->p);
}

static void check_bodies(Checker *c)
{
    // Bodies may queue further ones: literals in package-level values resolved late.
    for (uint32_t i = 0; i < c->later.len; i++) {
        Later l = c->later.data[i];
        check_later_body(c, &l);
    }
}

static void prepare_files(Package *p, const CheckInput *in)
{
    p->file_count = in->file_count;
    p->files = arena_array(&p->arena, PackageFile, in->file_count);
    for (uint32_t i = 0; i < in->file_count; i++) {
        PackageFile *f = &p->files[i];
        f->ast = in->files[i].ast;
        f->go_minor = in->files[i].go_minor;
        f->is_test = in->files[i].is_test;
        f->active = in->files[i].active;
        uint32_t n = ast_node_count(f->ast) + 1;
        f->node_types = arena_array(&p->arena, TypeId, n);
        f->node_objects = arena_array(&p->arena, ObjId, n);
        f->node_modes = arena_array(&p->arena, uint8_t, n);
        f->node_constants = arena_array(&p->arena, const Constant *, n);
    }
}

static Package *package_new(const CheckInput *in)
{
    Package *p = mem_alloc(sizeof *p);
    *p = (Package){.names = in->names,
                   .importer = in->importer,
                   .models = in->models,
                   .snippet = in->snippet,
                   .word = in->word_bytes ? in->word_bytes : 8};
    p->path = (Str){arena_strndup(&p->arena, in->path.ptr, in->path.len), in->path.len};
    p->blank = name_ofs(p->names, "_");
    static const char *const homes[] = {NULL, ""};
    for (int i = 0; i < 2; i++) {
        Import *self = arena_new(&p->arena, Import);
        self->path = homes[i] ? STR("") : p->path;
        vec_push(&p->arena, &p->imports, self);
    }
    universe_fill(p);
    p->universe_objects = p->object_count;
    return p;
}

Package *package_check(const CheckInput *in)
{
    Package *p = package_new(in);
    prepare_files(p, in);
    Checker c = {.p = p, .in = in, .names = {.names = in->names}};
    c.scopes = arena_array(&c.scratch, FileScope, in->file_count);
    p->checker = &c;
    collect_package(&c);
    for (uint32_t i = 0; i < in->file_count; i++)
        check_snippet_stmts(&c, i);
    resolve_all(&c);
    c.in_bodies = true;
    if (!in->skip_bodies)
        check_bodies(&c);
    p->checker = NULL;
    arena_free(&c.scratch);
    return p;
}

void package_free(Package *p)
{
    if (!p)
        return;
    arena_free(&p->scratch);
    arena_free(&p->search);
    arena_free(&p->arena);
    free(p);
}

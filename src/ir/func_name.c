// func_name.c - names of functions as Go's runtime and its profiles print them.
//
// They are what goroutine profiles, baselines and stories are joined on: "pkg.F", "pkg.T.M",
// "pkg.(*T[...]).M", "pkg.init.0", and for literals "pkg.F.func1" with ".1" for each further level,
// numbered through the whole function in source order. The body of a range over a function is
// "pkg.F-range1"; literals in it count as the function's own. Literals in initialisers of package
// variables are "pkg.init.func1"; those in functions named _ are "pkg.glob..func1".
// Inlining renames literals further; no source analysis can follow that.
#include "ir/lower.h"

// The import path as the linker writes it: what could be confused is escaped, a period only after
// the last slash.
static void add_escaped_path(StrBuf *out, Str path)
{
    size_t slash = 0;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/')
            slash = i;
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        bool dot = c == '.' && (i > slash || slash == 0);
        if (c <= ' ' || dot || c == '%' || c == '"' || c >= 0x7f)
            strbuf_printf(out, "%%%02x", c);
        else
            strbuf_addc(out, (char)c);
    }
}

static void add_package(StrBuf *out, const Build *b)
{
    Str path = package_path(b->types);
    Str name = package_name(b->types);
    if (name.len == 0 || str_is(name, "main") || path.len == 0)
        path = name.len ? name : STR("main");
    add_escaped_path(out, path);
}

static const char *take(Build *b, StrBuf *buf)
{
    const char *name = arena_strndup(b->arena, buf->data, buf->len);
    strbuf_free(buf);
    return name;
}

// T, *T, T[P] and any parentheses around and in them.
static void add_receiver(StrBuf *out, const Ast *ast, NodeId type)
{
    bool pointer = false;
    bool generic = false;
    for (;;) {
        NodeKind kind = node_kind(ast, type);
        if (kind == NODE_STAR_EXPR)
            pointer = true;
        if (kind == NODE_STAR_EXPR || kind == NODE_PAREN_EXPR) {
            type = ast_operand(ast, type);
        } else if (kind == NODE_INDEX_EXPR || kind == NODE_INDEX_LIST_EXPR) {
            generic = true;
            type = ast_index(ast, type).x;
        } else {
            break;
        }
    }
    Str name = node_kind(ast, type) == NODE_IDENT ? ast_text(ast, type) : STR("_");
    strbuf_printf(out, "%s%.*s%s%s.", pointer ? "(*" : "", STR_ARG(name), generic ? "[...]" : "",
                  pointer ? ")" : "");
}

static NodeId receiver_type(const Ast *ast, NodeId recv)
{
    if (!node_ok(recv))
        return (NodeId){0};
    FieldListView list = ast_field_list(ast, recv);
    if (list.fields.len == 0 || node_kind(ast, list.fields.items[0]) != NODE_FIELD)
        return (NodeId){0};
    return ast_field(ast, list.fields.items[0]).type;
}

const char *name_declared(Build *b, uint32_t file, const FuncDeclView *decl)
{
    const Ast *ast = package_file(b->types, file)->ast;
    StrBuf out = {0};
    add_package(&out, b);
    strbuf_addc(&out, '.');
    Str name = ast_text(ast, decl->name);
    if (node_ok(decl->recv)) {
        add_receiver(&out, ast, receiver_type(ast, decl->recv));
        strbuf_add(&out, name);
    } else if (str_is(name, "init")) {
        strbuf_printf(&out, "init.%u", b->inits++);
    } else {
        strbuf_add(&out, name);
        if (node_ok(ast_func_type(ast, decl->type).type_params))
            strbuf_adds(&out, "[...]");
    }
    return take(b, &out);
}

static bool is_blank_function(const Fn *fn)
{
    if (fn->f->kind != FUNC_DECL)
        return false;
    FuncDeclView decl = ast_func_decl(fn->ast, fn->f->node);
    return !node_ok(decl.recv) && str_is(ast_text(fn->ast, decl.name), "_");
}

const char *name_literal(Fn *parent)
{
    Build *b = parent->b;
    Fn *root = parent->root;
    if (is_blank_function(root)) {
        StrBuf out = {0};
        add_package(&out, b);
        strbuf_printf(&out, ".glob..func%u", ++b->blank_literals);
        return take(b, &out);
    }
    if (root->f->kind == FUNC_INIT)
        return arena_printf(b->arena, "%s.func%u", root->f->name, ++b->init_literals);
    const char *join = root->f->kind == FUNC_LITERAL ? "" : "func";
    return arena_printf(b->arena, "%s.%s%u", root->f->name, join, ++root->literals);
}

const char *name_range_body(Fn *parent)
{
    Fn *root = parent->root;
    return arena_printf(parent->b->arena, "%s-range%u", root->f->name, ++root->ranges);
}

const char *name_package_function(Build *b, const char *name)
{
    StrBuf out = {0};
    add_package(&out, b);
    strbuf_printf(&out, ".%s", name);
    return take(b, &out);
}

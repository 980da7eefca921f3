// mend_import.c - imports that fixes need, put where gofmt wants them.
//
// gofmt sorts the imports of a group, lines without an empty one between them, by their paths.
#include "rules/mend.h"

typedef struct Imports {
    const Ast *ast;
    VEC(NodeId) decls;
    VEC(NodeId) specs;
} Imports;

static Imports imports_of(RuleContext *ctx, const IrFunc *func)
{
    Imports out = {.ast = rule_ast(ctx, func)};
    FileView file = ast_file(out.ast);
    LIST_EACH(d, file.decls)
    {
        if (node_kind(out.ast, *d) != NODE_GEN_DECL || ast_gen_decl(out.ast, *d).keyword != TOK_IMPORT)
            continue;
        vec_push(ctx->scratch, &out.decls, *d);
        GenDeclView decl = ast_gen_decl(out.ast, *d);
        LIST_EACH(s, decl.specs)
            vec_push(ctx->scratch, &out.specs, *s);
    }
    return out;
}

// The path without its quotes.
static Str path_of(const Ast *ast, NodeId spec)
{
    Str text = ast_text(ast, ast_import_spec(ast, spec).path);
    return text.len >= 2 ? str_sub(text, 1, text.len - 1) : (Str){0};
}

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// Whether a variable or a name of the package hides the name in the function.
static bool is_hidden(const RuleContext *ctx, const IrFunc *func, const char *name)
{
    if (obj_ok(package_lookup(ctx->types, name_ofs(package_names(ctx->types), name))))
        return true;
    for (uint32_t k = 1; k < ctx->ir->vars.len; k++) {
        const IrVar *v = &ctx->ir->vars.data[k];
        if (!str_is(name_str(package_names(ctx->types), v->name), name))
            continue;
        const IrFunc *f = func;
        while (f->parent.v && f->id.v != v->owner.v)
            f = rule_func(ctx, f->parent);
        if (f->id.v == v->owner.v)
            return true;
    }
    return false;
}

// A snippet without imports is read as if it had all that it needs.
static bool is_loose(const Imports *i)
{
    return i->decls.len == 0 && !ast_file(i->ast).package.v;
}

const char *mend_package(RuleContext *ctx, const IrFunc *func, const char *path)
{
    Imports i = imports_of(ctx, func);
    VEC_EACH (const NodeId, s, &i.specs) {
        NodeId alias = ast_import_spec(i.ast, *s).name;
        Str name = node_ok(alias) ? ast_text(i.ast, alias) : str_of(base_of(path));
        if (!str_is(path_of(i.ast, *s), path) || str_is(name, "_"))
            continue;
        const char *copy = arena_strndup(ctx->arena, name.ptr, name.len);
        return str_is(name, ".") || is_hidden(ctx, func, copy) ? NULL : copy;
    }
    const char *base = base_of(path);
    if (is_loose(&i))
        return is_hidden(ctx, func, base) ? NULL : base;
    if (is_hidden(ctx, func, base))
        return NULL;
    // Another package of that name, or anything else in the file.
    VEC_EACH (const NodeId, s, &i.specs) {
        NodeId alias = ast_import_spec(i.ast, *s).name;
        Str other = path_of(i.ast, *s);
        size_t len = strlen(base);
        bool same = node_ok(alias) ? str_is(ast_text(i.ast, alias), base)
                                   : str_ends(other, base) && (other.len == len || other.ptr[other.len - len - 1] == '/');
        if (same)
            return NULL;
    }
    for (TokenId t = {1}; t.v < ast_token_count(i.ast); t.v++)
        if (token_kind(i.ast, t) == TOK_IDENT && str_is(token_text(i.ast, t), base) &&
            token_kind(i.ast, (TokenId){t.v - 1}) != TOK_PERIOD)
            return NULL;
    return base;
}

static bool is_imported(const Imports *i, const char *path)
{
    VEC_EACH (const NodeId, s, &i->specs) {
        NodeId alias = ast_import_spec(i->ast, *s).name;
        if (str_is(path_of(i->ast, *s), path) && !(node_ok(alias) && str_is(ast_text(i->ast, alias), "_")))
            return true;
    }
    return false;
}

// Standard packages have no dot in the first part of their paths, and mostly a group of their own.
static bool is_standard(Str path)
{
    Str first = str_sub(path, 0, str_find(path, STR("/")));
    return str_find(first, STR(".")) == SIZE_MAX;
}

static uint32_t line_of(const Imports *i, NodeId n)
{
    return source_position(ast_source(i->ast), node_span(i->ast, n).start).line;
}

// The spec of a parenthesised list behind which the path belongs: of the last group of its kind the last
// with a smaller path; none where it belongs in front of `before`.
static NodeId neighbour(const Imports *i, NodeList specs, const char *path, NodeId *before)
{
    uint32_t first = 0, best = 0, best_end = specs.len;
    bool found = false;
    for (uint32_t k = 1; k <= specs.len; k++) {
        bool ends = k == specs.len || line_of(i, specs.items[k]) > line_of(i, specs.items[k - 1]) + 1;
        if (!ends)
            continue;
        if (!found && is_standard(path_of(i->ast, specs.items[first])) == is_standard(str_of(path))) {
            found = true;
            best = first;
            best_end = k;
        }
        first = k;
    }
    NodeId after = {0};
    *before = specs.items[best];
    for (uint32_t k = best; k < best_end; k++)
        if (str_cmp(path_of(i->ast, specs.items[k]), str_of(path)) < 0)
            after = specs.items[k];
    return after;
}

static void into_list(RuleContext *ctx, Fix *fix, const IrFunc *func, const Imports *i, NodeList specs, const char *path)
{
    NodeId before, after = neighbour(i, specs, path, &before);
    if (node_ok(after)) {
        uint32_t end = rule_line_end(ctx, func, node_span(i->ast, after).end);
        fix_edit(ctx, fix, func, (Span){end, end}, "\n%s\"%s\"", rule_indent(ctx, func, node_span(i->ast, after).start), path);
        return;
    }
    uint32_t start = node_span(i->ast, before).start;
    fix_edit(ctx, fix, func, (Span){start, start}, "\"%s\"\n%s", path, rule_indent(ctx, func, start));
}

// `import "a"` becomes a list of two.
static void make_list(RuleContext *ctx, Fix *fix, const IrFunc *func, const Imports *i, NodeId spec, const char *path)
{
    Span span = node_span(i->ast, spec);
    const char *indent = rule_indent(ctx, func, span.start);
    bool first = str_cmp(str_of(path), path_of(i->ast, spec)) < 0;
    fix_edit(ctx, fix, func, (Span){span.start, span.start}, first ? "(\n%s\t\"%s\"\n%s\t" : "(\n%s\t", indent, path, indent);
    fix_edit(ctx, fix, func, (Span){span.end, span.end}, first ? "\n%s)" : "\n%s\t\"%s\"\n%s)", indent, path, indent);
}

void mend_import(RuleContext *ctx, Fix *fix, const IrFunc *func, const char *path)
{
    Imports i = imports_of(ctx, func);
    if (is_imported(&i, path) || is_loose(&i))
        return;
    VEC_EACH (const NodeId, d, &i.decls) {
        GenDeclView decl = ast_gen_decl(i.ast, *d);
        if (decl.lparen.v && decl.specs.len) {
            into_list(ctx, fix, func, &i, decl.specs, path);
            return;
        }
    }
    FileView file = ast_file(i.ast);
    uint32_t end = i.decls.len ? node_span(i.ast, vec_last(&i.decls)).end : node_span(i.ast, file.name).end;
    uint32_t line_end = rule_line_end(ctx, func, end);
    bool alone = str_trim(source_str(ast_source(i.ast), (Span){end, line_end})).len == 0;
    if (i.specs.len == 1 && alone && !ast_gen_decl(i.ast, i.decls.data[0]).lparen.v)
        make_list(ctx, fix, func, &i, i.specs.data[0], path);
    else
        fix_edit(ctx, fix, func, (Span){line_end, line_end}, i.decls.len ? "\nimport \"%s\"" : "\n\nimport \"%s\"", path);
}

// dump.c - what was found for the nodes of a file, as text.
#include "types/dump.h"
#include "types/constant_make.h"
#include "types/package.h"

enum { TEXT_MAX = 300 };

typedef struct Dump {
    const Package *p;
    uint32_t file;
    const Ast *ast;
    StrBuf *out;
    Arena scratch;
} Dump;

static void cut(Dump *d, Str s)
{
    if (s.len <= TEXT_MAX) {
        strbuf_add(d->out, s);
        return;
    }
    strbuf_add(d->out, str_sub(s, 0, TEXT_MAX));
    strbuf_adds(d->out, "...");
}

static void write_type(Dump *d, TypeId t)
{
    cut(d, type_string_cut(d->p, &d->scratch, t, TEXT_MAX));
}

static void write_constant(Dump *d, const Constant *v)
{
    if (constant_string_len(v) <= TEXT_MAX) {
        cut(d, constant_exact(v, &d->scratch));
        return;
    }
    // The cut falls within the quotation of as many bytes and one character.
    StrBuf b = {0};
    constant_quote(&b, constant_string_prefix(v, &d->scratch, TEXT_MAX + 4));
    cut(d, strbuf_view(&b));
    strbuf_free(&b);
}

static void open_line(Dump *d, NodeId n)
{
    Span s = node_span(d->ast, n);
    strbuf_printf(d->out, "%u-%u ", s.start, s.end);
}

static const char *object_kind_name(const Object *o)
{
    static const char *const names[] = {
        [OBJ_INVALID] = "invalid", [OBJ_PACKAGE] = "package", [OBJ_CONST] = "const",
        [OBJ_TYPE] = "type",       [OBJ_VAR] = "var",         [OBJ_FUNC] = "func",
        [OBJ_LABEL] = "label",     [OBJ_BUILTIN] = "builtin", [OBJ_NIL] = "nil",
    };
    return o->kind == OBJ_VAR && o->role == VAR_FIELD ? "field" : names[o->kind];
}

static void write_object(Dump *d, ObjId id)
{
    const Object *o = object_at(d->p, id);
    strbuf_printf(d->out, "%s ", object_kind_name(o));
    if (o->kind == OBJ_PACKAGE) {
        strbuf_add(d->out, object_name(d->p, id));
        strbuf_addc(d->out, ' ');
        strbuf_add(d->out, package_ref_path(d->p, o->imported));
    } else {
        cut(d, object_full_name(d->p, &d->scratch, id));
    }
    bool typed =
        o->kind == OBJ_CONST || o->kind == OBJ_TYPE || o->kind == OBJ_VAR || o->kind == OBJ_FUNC;
    if (typed) {
        strbuf_addc(d->out, ' ');
        write_type(d, o->type);
    }
    if (node_ok(o->ident) && o->home == 0 && o->kind != OBJ_PACKAGE) {
        const Ast *ast = package_file(d->p, o->file)->ast;
        strbuf_adds(d->out, " @");
        if (o->file != d->file)
            strbuf_printf(d->out, "%u:", o->file);
        strbuf_printf(d->out, "%u", node_span(ast, o->ident).start);
    }
    strbuf_addc(d->out, '\n');
}

static void dump_expr(Dump *d, NodeId n)
{
    static const char *const modes[] = {
        [EXPR_INVALID] = "invalid",    [EXPR_NOVALUE] = "novalue", [EXPR_BUILTIN] = "builtin",
        [EXPR_TYPE] = "type",          [EXPR_CONSTANT] = "const",  [EXPR_VARIABLE] = "var",
        [EXPR_MAP_INDEX] = "mapindex", [EXPR_VALUE] = "value",     [EXPR_COMMA_OK] = "commaok",
        [EXPR_PACKAGE] = "package",
    };
    ExprMode mode = node_mode(d->p, d->file, n);
    if (mode == EXPR_INVALID || mode == EXPR_PACKAGE)
        return;
    open_line(d, n);
    strbuf_printf(d->out, "%s %s ", node_kind_name(node_kind(d->ast, n)), modes[mode]);
    write_type(d, node_type(d->p, d->file, n));
    const Constant *v = node_constant(d->p, d->file, n);
    if (v) {
        strbuf_adds(d->out, " = ");
        write_constant(d, v);
    }
    strbuf_addc(d->out, '\n');
}

static void dump_ident(Dump *d, NodeId n)
{
    ObjId o = node_object(d->p, d->file, n);
    if (!obj_ok(o))
        return;
    open_line(d, n);
    strbuf_adds(d->out, "Ident ");
    strbuf_add(d->out, ast_text(d->ast, n));
    strbuf_adds(d->out, " -> ");
    write_object(d, o);
}

static void dump_selection(Dump *d, NodeId n)
{
    const Selection *s = node_selection(d->p, d->file, n);
    if (!s || s->kind == SEL_QUALIFIED)
        return;
    open_line(d, n);
    strbuf_printf(d->out, "select %s ",
                  s->kind == SEL_FIELD    ? "field"
                  : s->kind == SEL_METHOD ? "method"
                                          : "methodexpr");
    write_type(d, s->recv);
    strbuf_adds(d->out, s->indirect ? " *" : " ");
    for (uint32_t i = 0; i < s->path_len; i++) {
        strbuf_add(d->out, object_name(d->p, s->path[i]));
        strbuf_addc(d->out, '.');
    }
    strbuf_add(d->out, object_name(d->p, s->obj));
    strbuf_addc(d->out, '\n');
}

static bool dump_node(void *ctx, NodeId n)
{
    Dump *d = ctx;
    dump_expr(d, n);
    if (node_kind(d->ast, n) == NODE_IDENT)
        dump_ident(d, n);
    if (node_kind(d->ast, n) == NODE_SELECTOR_EXPR)
        dump_selection(d, n);
    ObjId implicit = node_implicit(d->p, d->file, n);
    if (obj_ok(implicit)) {
        open_line(d, n);
        strbuf_adds(d->out, "implicit -> ");
        write_object(d, implicit);
    }
    arena_reset(&d->scratch);
    ast_each_child(d->ast, n, dump_node, d);
    return true;
}

void types_dump(const Package *p, uint32_t file, StrBuf *out)
{
    Dump d = {.p = p, .file = file, .ast = package_file(p, file)->ast, .out = out};
    dump_node(&d, ast_root(d.ast));
    arena_free(&d.scratch);
}

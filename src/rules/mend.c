// mend.c - statements and their lines, and names, for the fixes that rules write.
#include "rules/mend.h"

static const Source *source_of(const RuleContext *ctx, const IrFunc *func)
{
    return ast_source(rule_ast(ctx, func));
}

static bool holds(Span outer, Span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

// ---- Statements ----

static NodeList list_of(const Ast *ast, NodeId n)
{
    switch (node_kind(ast, n)) {
    case NODE_BLOCK_STMT:
        return ast_block(ast, n).stmts;
    case NODE_CASE_CLAUSE:
    case NODE_COMM_CLAUSE:
        return ast_clause(ast, n).body;
    case NODE_FILE:
        return ast_file(ast).stmts;
    default:
        return (NodeList){0};
    }
}

static Stmt stmt_at(RuleContext *ctx, const IrFunc *func, NodeList list, uint32_t index)
{
    Span span = rule_node_span(ctx, func, list.items[index]);
    return (Stmt){func, list.items[index], list, index, span, rule_indent(ctx, func, span.start)};
}

typedef struct Descent {
    const Ast *ast;
    Span span;
    NodeId into; // the child that holds the span; none where no child does
} Descent;

static bool pick_child(void *p, NodeId child)
{
    Descent *d = p;
    if (!holds(node_span(d->ast, child), d->span))
        return true;
    d->into = child;
    return false;
}

// From the function down to the innermost statement; from the file where the span lies in another one.
Stmt mend_any_stmt(RuleContext *ctx, const IrFunc *func, Span span)
{
    const Ast *ast = rule_ast(ctx, func);
    NodeList best = {0};
    uint32_t index = 0;
    bool own = node_ok(func->node) && holds(node_span(ast, func->node), span);
    Descent d = {.ast = ast, .span = span, .into = own ? func->node : ast_root(ast)};
    while (node_ok(d.into)) {
        NodeId n = d.into;
        NodeList list = list_of(ast, n);
        d.into = (NodeId){0};
        for (uint32_t k = 0; k < list.len && !node_ok(d.into); k++) {
            if (!holds(node_span(ast, list.items[k]), span))
                continue;
            best = list;
            index = k;
            d.into = list.items[k];
        }
        if (!node_ok(d.into))
            ast_each_child(ast, n, pick_child, &d);
    }
    return best.len ? stmt_at(ctx, func, best, index) : (Stmt){0};
}

// What stands on the statement's first line before it, and on its last line behind it.
static bool has_own_lines(const RuleContext *ctx, const IrFunc *func, Span s)
{
    const Source *source = source_of(ctx, func);
    const char *line = source_line(source, source_position(source, s.start).line).ptr;
    for (const char *p = line; p < source->text + s.start; p++)
        if (*p != ' ' && *p != '\t' && *p != '>')
            return false;
    Str rest = str_trim(source_str(source, (Span){s.end, rule_line_end(ctx, func, s.end)}));
    return rest.len == 0 || str_starts(rest, "//");
}

Stmt mend_stmt(RuleContext *ctx, const IrFunc *func, Span span)
{
    Stmt s = mend_any_stmt(ctx, func, span);
    return node_ok(s.node) && has_own_lines(ctx, func, s.span) ? s : (Stmt){0};
}

Stmt mend_next(RuleContext *ctx, const Stmt *s)
{
    if (!node_ok(s->node) || s->index + 1 >= s->list.len)
        return (Stmt){0};
    return stmt_at(ctx, s->func, s->list, s->index + 1);
}

// ---- Lines ----

// The text with the indent behind each of its line breaks.
static const char *indented(RuleContext *ctx, const char *indent, const char *text)
{
    StrBuf out = {0};
    for (const char *p = text; *p; p++) {
        strbuf_addc(&out, *p);
        if (*p == '\n' && p[1] != '\n')
            strbuf_adds(&out, indent);
    }
    const char *copy = arena_strndup(ctx->arena, out.data ? out.data : "", out.len);
    strbuf_free(&out);
    return copy;
}

void mend_before(RuleContext *ctx, Fix *fix, const Stmt *s, const char *text)
{
    fix_edit(ctx, fix, s->func, (Span){s->span.start, s->span.start}, "%s\n%s", indented(ctx, s->indent, text), s->indent);
}

void mend_after(RuleContext *ctx, Fix *fix, const Stmt *s, const char *text)
{
    uint32_t end = rule_line_end(ctx, s->func, s->span.end);
    fix_edit(ctx, fix, s->func, (Span){end, end}, "\n%s%s", s->indent, indented(ctx, s->indent, text));
}

void mend_replace(RuleContext *ctx, Fix *fix, const Stmt *s, Span part, const char *text)
{
    fix_edit(ctx, fix, s->func, part, "%s", indented(ctx, s->indent, text));
}

void mend_remove(RuleContext *ctx, Fix *fix, const Stmt *s)
{
    const Source *source = source_of(ctx, s->func);
    const char *line = source_line(source, source_position(source, s->span.start).line).ptr;
    uint32_t start = (uint32_t)(line - source->text), end = rule_line_end(ctx, s->func, s->span.end);
    while (end < source->len && source->text[end] == '\r')
        end++;
    if (end < source->len && source->text[end] == '\n')
        end++;
    fix_edit(ctx, fix, s->func, (Span){start, end}, "%s", "");
}

const char *mend_indented(RuleContext *ctx, const Stmt *s)
{
    Str text = source_str(source_of(ctx, s->func), s->span);
    StrBuf out = {0};
    // The fix indents every line anew: what the statement's own lines have of it is left out.
    size_t own = strlen(s->indent);
    for (size_t k = 0; k < text.len; k++) {
        if (text.ptr[k] == '\r')
            continue;
        strbuf_addc(&out, text.ptr[k]);
        if (text.ptr[k] != '\n')
            continue;
        bool same = k + own < text.len && strncmp(text.ptr + k + 1, s->indent, own) == 0;
        k += same ? own : 0;
        if (k + 1 < text.len && text.ptr[k + 1] != '\n')
            strbuf_addc(&out, '\t');
    }
    const char *copy = arena_strndup(ctx->arena, out.data ? out.data : "", out.len);
    strbuf_free(&out);
    return copy;
}

// ---- Names ----

// What the declared function around a literal spans; in a snippet's loose statements all of its text.
static Span scope_of(const RuleContext *ctx, const IrFunc *func)
{
    while (func->parent.v)
        func = rule_func(ctx, func->parent);
    const Ast *ast = rule_ast(ctx, func);
    bool declared = func->kind == FUNC_DECL && node_ok(func->node);
    return declared ? node_span(ast, func->node) : (Span){0, ast_source(ast)->len};
}

// Whether the token is an identifier that is not a selected one: x.name is no use of name.
static bool is_name(const Ast *ast, TokenId t, const char *name)
{
    return token_kind(ast, t) == TOK_IDENT && str_is(token_text(ast, t), name) &&
           (t.v < 2 || token_kind(ast, (TokenId){t.v - 1}) != TOK_PERIOD);
}

static bool name_in(const Ast *ast, Span scope, const char *name)
{
    for (TokenId t = {1}; t.v < ast_token_count(ast); t.v++) {
        Span s = token_span(ast, t);
        if (s.start >= scope.end)
            break;
        if (s.start >= scope.start && is_name(ast, t, name))
            return true;
    }
    return false;
}

bool mend_name_used(const RuleContext *ctx, const IrFunc *func, const char *name)
{
    return name_in(rule_ast(ctx, func), scope_of(ctx, func), name);
}

const char *mend_fresh(const RuleContext *ctx, const IrFunc *func, const char *const *names)
{
    for (; *names; names++)
        if (!mend_name_used(ctx, func, *names))
            return *names;
    return NULL;
}

// The span in which a name that is declared at a node is known: that of the innermost list of statements
// or statement with a head around it.
static Span scope_around(const Ast *ast, Span decl)
{
    Span best = {0, ast_source(ast)->len};
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        switch (node_kind(ast, n)) {
        case NODE_BLOCK_STMT:
        case NODE_CASE_CLAUSE:
        case NODE_COMM_CLAUSE:
        case NODE_IF_STMT:
        case NODE_FOR_STMT:
        case NODE_RANGE_STMT:
        case NODE_SWITCH_STMT:
        case NODE_TYPE_SWITCH_STMT:
        case NODE_FUNC_LIT:
        case NODE_FUNC_DECL:
            if (holds(node_span(ast, n), decl) && holds(best, node_span(ast, n)))
                best = node_span(ast, n);
            break;
        default:
            break;
        }
    }
    return best;
}

bool mend_in_scope(const RuleContext *ctx, const IrFunc *func, Span decl, uint32_t offset)
{
    Span scope = scope_around(rule_ast(ctx, func), decl);
    return decl.end <= offset && scope.start <= offset && offset < scope.end;
}

// Whether the variable, by its owner, can be meant in the function at all.
static bool owner_encloses(const RuleContext *ctx, const IrFunc *func, FuncId owner)
{
    while (func->id.v != owner.v && func->parent.v)
        func = rule_func(ctx, func->parent);
    return func->id.v == owner.v;
}

bool mend_var_visible(const RuleContext *ctx, const IrFunc *func, VarId var, uint32_t offset)
{
    const IrVar *v = ir_var(ctx->ir, var);
    Str name = name_str(package_names(ctx->types), v->name);
    if (!v->owner.v || !owner_encloses(ctx, func, v->owner) || name.len == 0 || str_is(name, "_") || v->file != func->file)
        return false;
    for (uint32_t k = 1; k < ctx->ir->vars.len; k++) {
        const IrVar *other = &ctx->ir->vars.data[k];
        if (k != var.v && name_eq(other->name, v->name) && other->owner.v && owner_encloses(ctx, func, other->owner))
            return false;
    }
    if (!node_ok(v->decl))
        return false;
    return mend_in_scope(ctx, func, rule_node_span(ctx, func, v->decl), offset);
}

const char *mend_context(RuleContext *ctx, const IrFunc *func, VarId held, uint32_t offset)
{
    if (!held.v || !mend_var_visible(ctx, func, held, offset))
        return NULL;
    return flow_context_text(ctx->flow, ctx->arena, ir_var(ctx->ir, held)->type, rule_var_name(ctx, held));
}

bool mend_used_elsewhere(const RuleContext *ctx, const IrFunc *func, const char *package, Span without)
{
    const Ast *ast = rule_ast(ctx, func);
    for (TokenId t = {1}; t.v + 1 < ast_token_count(ast); t.v++) {
        Span s = token_span(ast, t);
        if (!holds(without, s) && is_name(ast, t, package) && token_kind(ast, (TokenId){t.v + 1}) == TOK_PERIOD)
            return true;
    }
    return false;
}

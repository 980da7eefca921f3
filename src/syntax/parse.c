// parse.c - entry of the parser, lists, source files and snippets.
#include "syntax/parse.h"

#include <stdlib.h>
#include <string.h>

void grow_nodes(Parser *p)
{
    p->node_cap += p->node_cap / 2;
    p->nodes = mem_resize(p->nodes, p->node_cap * sizeof *p->nodes);
}

void grow_extra(Parser *p, uint32_t more)
{
    p->extra_cap += p->extra_cap / 2 + more;
    p->extra = mem_resize(p->extra, p->extra_cap * sizeof *p->extra);
}

void grow_stack(Parser *p)
{
    p->stack_cap += p->stack_cap / 2;
    p->stack = mem_resize(p->stack, p->stack_cap * sizeof *p->stack);
}

// The readers in ast.c look at the Ast, which gets the arrays at the end; errors need them earlier.
static const Ast *lend_arrays(const Parser *p)
{
    p->ast->nodes = p->nodes;
    p->ast->extra = p->extra;
    return p->ast;
}

uint32_t first_token_of(const Parser *p, NodeId n)
{
    return node_first(lend_arrays(p), n).v;
}

uint32_t start_of(const Parser *p, NodeId n)
{
    return node_span(lend_arrays(p), n).start;
}

uint32_t end_of(const Parser *p, NodeId n)
{
    return node_span(lend_arrays(p), n).end;
}

// ---- Source files ----

// PackageClause = "package" PackageName .
static NodeId parse_package_clause(Parser *p, uint32_t *package)
{
    *package = expect(p, TOK_PACKAGE);
    NodeId name = parse_name(p);
    expect_semicolon(p);
    return name;
}

// Makes the File; its declarations and then `stmts` statements are on the stack from `mark` on.
static NodeId finish_file(Parser *p, uint32_t package, NodeId name, uint32_t mark, uint32_t stmts)
{
    uint32_t decls = p->stack_len - mark - stmts;
    uint32_t record = RECORD(p, mark, name.v, decls, stmts);
    return add_node(p, NODE_FILE, package, record, 0);
}

// SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } .
static NodeId parse_source_file(Parser *p)
{
    uint32_t package, mark = p->stack_len;
    NodeId name = parse_package_clause(p, &package);
    bool imports = true;
    while (!at(p, TOK_EOF)) {
        if (at(p, TOK_IMPORT) && !imports)
            error_at(p, token_start(p, p->t), "imports must appear before other declarations");
        imports = at(p, TOK_IMPORT);
        push(p, parse_decl(p).v);
    }
    return finish_file(p, package, name, mark, 0);
}

// ---- Snippets ----

// Reads one statement of a snippet, or reports and skips what can only stand inside a block.
static NodeId parse_snippet_stmt(Parser *p)
{
    if (at(p, TOK_RBRACE) || at(p, TOK_CASE) || at(p, TOK_DEFAULT))
        return parse_no_stmt(p);
    return parse_stmt(p);
}

// Snippet = [ PackageClause ";" ] { ( ImportDecl | TopLevelDecl | Statement ) ";" } .
// Declarations and statements are gathered on two stacks, the second of which is `stmts`.
static NodeId parse_snippet(Parser *p)
{
    uint32_t package = 0, mark = p->stack_len;
    NodeId name = {0};
    if (at(p, TOK_PACKAGE))
        name = parse_package_clause(p, &package);
    Parser stmts = {.stack_cap = 16};
    stmts.stack = mem_alloc(stmts.stack_cap * sizeof *stmts.stack);
    while (!at(p, TOK_EOF)) {
        uint32_t before = p->t;
        if (starts_decl(p))
            push(p, parse_decl(p).v);
        else
            push(&stmts, parse_snippet_stmt(p).v);
        if (p->t == before)
            take(p); // whatever a statement stops at, the next must go on
    }
    for (uint32_t i = 0; i < stmts.stack_len; i++)
        push(p, stmts.stack[i]);
    free(stmts.stack);
    return finish_file(p, package, name, mark, stmts.stack_len);
}

// ---- Entry ----

// The estimates are for ordinary Go, which has 0.75 nodes and 0.67 words a token.
static void parser_init(Parser *p, Ast *ast)
{
    uint32_t tokens = ast->tokens.count;
    *p = (Parser){.ast = ast, .kinds = ast->tokens.kinds, .t = 1};
    p->node_cap = tokens / 5 * 4 + 32;
    p->nodes = mem_alloc(p->node_cap * sizeof *p->nodes);
    p->nodes[0] = (Node){0};
    p->node_count = 1;
    p->extra_cap = tokens / 4 * 3 + 32;
    p->extra = mem_alloc(p->extra_cap * sizeof *p->extra);
    p->extra[0] = 0;
    p->extra_count = 1;
    p->stack_cap = 256;
    p->stack = mem_alloc(p->stack_cap * sizeof *p->stack);
}

static void parser_finish(Parser *p)
{
    Ast *ast = p->ast;
    ast->nodes = mem_resize(p->nodes, p->node_count * sizeof *p->nodes);
    ast->node_count = ast->node_cap = p->node_count;
    ast->extra = mem_resize(p->extra, p->extra_count * sizeof *p->extra);
    ast->extra_count = ast->extra_cap = p->extra_count;
    free(p->stack);
}

// The bytes of the range, followed by a NUL: the source's own, or a copy.
static void set_text(Ast *ast, const char *text)
{
    const Source *s = ast->source;
    size_t len = ast->range.end - ast->range.start;
    if (!text && ast->range.end == s->len) {
        ast->text = s->text + ast->range.start;
        return;
    }
    ast->copy = mem_alloc(len + 1);
    memcpy(ast->copy, text ? text : s->text + ast->range.start, len);
    ast->copy[len] = 0;
    ast->text = ast->copy;
}

Ast *ast_parse(const Source *source, Span range, const char *text, ParseMode mode)
{
    Ast *ast = mem_alloc(sizeof *ast);
    *ast = (Ast){.source = source, .range = range};
    set_text(ast, text);
    scan_text(ast->text, range.end - range.start, range.start, &ast->tokens, &ast->faults);
    Parser p;
    parser_init(&p, ast);
    faults_begin_phase(&ast->faults);
    ast->root = mode == PARSE_FILE ? parse_source_file(&p) : parse_snippet(&p);
    parser_finish(&p);
    faults_sort(&ast->faults);
    return ast;
}

void ast_free(Ast *ast)
{
    if (!ast)
        return;
    tokens_free(&ast->tokens);
    free(ast->nodes);
    free(ast->extra);
    free(ast->copy);
    arena_free(&ast->faults.arena);
    free(ast);
}

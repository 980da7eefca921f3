// fuzz_parse.c - any bytes are parsed, as a file and as a snippet: nodes lie in their parents, the
// dumps and look-ups of every node work, and what is a good file is a good snippet.
#include "check_syntax.h"
#include "syntax/dump.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Long inputs are parsed but their dumps, which are ten times as long, would take the time.
enum { DUMP_MAX = 512 };

typedef struct Parent {
    const Ast *ast;
    NodeId node;
    Span span;
    uint32_t last_start;
    bool ordered; // children must come in source order, which error nodes may break
} Parent;

static void print_pair(const Parent *parent, NodeId child, Span span)
{
    fprintf(stderr, "%s %u-%u in %s %u-%u\n", node_kind_name(node_kind(parent->ast, child)),
            span.start, span.end, node_kind_name(node_kind(parent->ast, parent->node)),
            parent->span.start, parent->span.end);
}

static bool check_child(void *ctx, NodeId child)
{
    Parent *parent = ctx;
    MUST(child.v > 0 && child.v < parent->node.v);
    Span span = node_span(parent->ast, child);
    bool inside = span.start >= parent->span.start && span.end <= parent->span.end;
    if (!inside)
        print_pair(parent, child, span);
    MUST(inside);
    MUST(!parent->ordered || span.start >= parent->last_start);
    parent->last_start = span.start;
    return true;
}

static void check_node(const Ast *ast, NodeId n, Span range, bool good)
{
    Span span = node_span(ast, n);
    MUST(span.start >= range.start && span.start <= span.end && span.end <= range.end);
    MUST(node_kind(ast, n) > NODE_NONE && node_kind(ast, n) < NODE_KIND_COUNT);
    MUST(node_first(ast, n).v < ast_token_count(ast));
    MUST(node_last(ast, n).v < ast_token_count(ast));
    MUST(node_token(ast, n).v < ast_token_count(ast));
    ast_text(ast, n);
    CommentRange doc = ast_doc(ast, n);
    uint32_t comment_count;
    ast_comments(ast, &comment_count);
    MUST(doc.start <= doc.end && doc.end <= comment_count);
    // A FuncType starts with "func", before the receiver and name of its FuncDecl.
    bool ordered = good && node_kind(ast, n) != NODE_FILE && node_kind(ast, n) != NODE_FUNC_DECL;
    Parent parent = {ast, n, span, span.start, ordered};
    ast_each_child(ast, n, check_child, &parent);
}

static Ast *check_parse(const Source *source, Span range, ParseMode mode, bool *good)
{
    Ast *ast = ast_parse(source, range, NULL, mode);
    *good = check_errors(ast, range) == 0;
    check_tokens(ast, range);
    MUST(ast_root(ast).v + 1 == ast_node_count(ast));
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++)
        check_node(ast, n, range, *good);
    if (range.end - range.start <= DUMP_MAX) {
        StrBuf out = {0};
        ast_dump_tokens(ast, &out);
        ast_dump_tree(ast, &out);
        strbuf_free(&out);
    }
    return ast;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Source *source = source_from("fuzz.go", (Str){(const char *)data, size});
    bool good_file, good_snippet, good_part;
    Span all = {0, source->len}, part = {source->len / 4, source->len / 4 * 3};
    Ast *file = check_parse(source, all, PARSE_FILE, &good_file);
    Ast *snippet = check_parse(source, all, PARSE_SNIPPET, &good_snippet);
    MUST(!good_file || (good_snippet && ast_file(snippet).stmts.len == 0 &&
                        ast_file(snippet).decls.len == ast_file(file).decls.len));
    ast_free(check_parse(source, part, PARSE_SNIPPET, &good_part));
    ast_free(file);
    ast_free(snippet);
    source_free(source);
    return 0;
}

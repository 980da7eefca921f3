// ast.c - the tree's tokens, comments and nodes as a whole.
#include "syntax/tree.h"

static const char *const kind_names[NODE_KIND_COUNT] = {
    [NODE_NONE] = "none",
#define NODE(name, text) [NODE_##name] = text,
#include "syntax/nodes.def"
};

const char *node_kind_name(NodeKind kind)
{
    return kind_names[kind];
}

const Source *ast_source(const Ast *ast)
{
    return ast->source;
}

NodeId ast_root(const Ast *ast)
{
    return ast->root;
}

uint32_t ast_node_count(const Ast *ast)
{
    return ast->node_count;
}

uint32_t ast_token_count(const Ast *ast)
{
    return ast->tokens.count;
}

const SyntaxError *ast_errors(const Ast *ast, uint32_t *count)
{
    *count = ast->faults.count;
    return ast->faults.items;
}

const Comment *ast_comments(const Ast *ast, uint32_t *count)
{
    *count = ast->tokens.comment_count;
    return ast->tokens.comments;
}

size_t ast_bytes(const Ast *ast)
{
    size_t copy = ast->copy ? ast->range.end - ast->range.start + 1 : 0;
    return sizeof *ast + copy + tokens_bytes(&ast->tokens) + ast->node_cap * sizeof *ast->nodes +
           ast->extra_cap * sizeof *ast->extra + ast->faults.arena.used;
}

// ---- Tokens ----

TokenKind token_kind(const Ast *ast, TokenId t)
{
    return (TokenKind)ast->tokens.kinds[t.v];
}

Span token_span(const Ast *ast, TokenId t)
{
    return (Span){ast->tokens.starts[t.v], tokens_end(&ast->tokens, t.v)};
}

static Str text_of(const Ast *ast, Span span)
{
    return (Str){ast->text + (span.start - ast->range.start), span.end - span.start};
}

Str token_text(const Ast *ast, TokenId t)
{
    return text_of(ast, token_span(ast, t));
}

bool token_is_auto(const Ast *ast, TokenId t)
{
    return token_kind(ast, t) == TOK_SEMICOLON && ast->tokens.lengths[t.v] == 0;
}

TokenId token_at(const Ast *ast, uint32_t offset)
{
    uint32_t low = 0, high = ast->tokens.count; // starts[low] <= offset < starts[high]
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (ast->tokens.starts[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    return (TokenId){low};
}

// ---- Nodes ----

NodeKind node_kind(const Ast *ast, NodeId n)
{
    return head_kind(ast->nodes[n.v].head);
}

TokenId node_token(const Ast *ast, NodeId n)
{
    return (TokenId){ast->nodes[n.v].token};
}

Str ast_text(const Ast *ast, NodeId n)
{
    const Node *node = tree_node(ast, n);
    // A name that is missing reads as the blank identifier, which declares and means nothing.
    if (head_kind(node->head) == NODE_IDENT)
        return node->head & FLAG_MISSING ? STR("_") : token_text(ast, (TokenId){node->token});
    return text_of(ast, node_span(ast, n));
}

// ---- Comments ----

static uint32_t line_of(const Ast *ast, uint32_t offset)
{
    return source_position(ast->source, offset).line;
}

// The first comment whose next token is `token` or a later one.
static uint32_t first_comment_before(const Ast *ast, uint32_t token)
{
    uint32_t low = 0, high = ast->tokens.comment_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (ast->tokens.comments[mid].next.v < token)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

uint32_t ast_comment_group_end(const Ast *ast, uint32_t first)
{
    const Comment *c = ast->tokens.comments;
    uint32_t next = c[first].next.v, count = ast->tokens.comment_count;
    uint32_t line = line_of(ast, c[first].span.start);
    // What follows a token on its own line does not reach over to the next line.
    bool starts_next = first == 0 || c[first - 1].next.v != next;
    bool beside = starts_next && next > 1 && line_of(ast, ast->tokens.starts[next - 1]) == line;
    uint32_t gap = beside ? 0 : 1;
    uint32_t i = first;
    do {
        line = line_of(ast, c[i].span.end > c[i].span.start ? c[i].span.end - 1 : c[i].span.end);
        i++;
    } while (i < count && c[i].next.v == next && line_of(ast, c[i].span.start) <= line + gap);
    return i;
}

CommentRange ast_doc(const Ast *ast, NodeId n)
{
    uint32_t token = node_first(ast, n).v;
    uint32_t start = first_comment_before(ast, token);
    const Comment *c = ast->tokens.comments;
    CommentRange none = {start, start};
    if (start == ast->tokens.comment_count || c[start].next.v != token)
        return none;
    bool beside = token > 1 &&
                  line_of(ast, ast->tokens.starts[token - 1]) == line_of(ast, c[start].span.start);
    uint32_t end = ast_comment_group_end(ast, start);
    bool first_group = true;
    while (end < ast->tokens.comment_count && c[end].next.v == token) {
        start = end;
        end = ast_comment_group_end(ast, start);
        first_group = false;
    }
    uint32_t last_line = line_of(ast, c[end - 1].span.end - 1);
    uint32_t line = line_of(ast, ast->tokens.starts[token]);
    // A group beside the token before is that token's; one that ends too early is nobody's.
    if (last_line + 1 < line || (first_group && beside && last_line != line))
        return none;
    return (CommentRange){start, end};
}

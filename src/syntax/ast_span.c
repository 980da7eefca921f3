// ast_span.c - where nodes begin and end, and what their children are.
#include "syntax/tree.h"

// ---- First token ----

// The left-most child of a node that may start with a child, the none node where it starts with its
// own token.
static NodeId left_child(const Ast *ast, const Node *node)
{
    const uint32_t *extra = ast->extra;
    switch (head_kind(node->head)) {
    case NODE_SELECTOR_EXPR:
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
    case NODE_SLICE_EXPR:
    case NODE_TYPE_ASSERT_EXPR:
    case NODE_CALL_EXPR:
    case NODE_BINARY_EXPR:
    case NODE_KEY_VALUE_EXPR:
    case NODE_COMPOSITE_LIT:
    case NODE_SEND_STMT:
    case NODE_INC_DEC_STMT:
    case NODE_LABELED_STMT:
    case NODE_IMPORT_SPEC:
        return tree_child(node->a);
    case NODE_ASSIGN_STMT:
        return tree_child(node->head & FLAG_ONE ? node->a : extra[node->a + 2]);
    case NODE_FIELD_LIST: // without brackets
        return tree_child(extra[node->a + 2]);
    case NODE_FUNC_TYPE: // of an interface's method
        return tree_child(node->a);
    default:
        return (NodeId){0};
    }
}

static bool starts_with_child(const Node *node)
{
    return head_distance(node->head) == DISTANCE_MAX || node->token == 0;
}

// Without a package clause: the name that may be there all the same, or the earlier of the first
// declaration and, in a snippet, the first statement.
static TokenId first_of_file(const Ast *ast, const Node *file)
{
    const uint32_t *r = ast->extra + file->a; // {name, #decls, #stmts, decls*, stmts*}
    if (r[0])
        return node_first(ast, tree_child(r[0]));
    TokenId first = {ast->tokens.count - 1};
    if (r[1])
        first = node_first(ast, tree_child(r[3]));
    if (r[2]) {
        TokenId stmt = node_first(ast, tree_child(r[3 + r[1]]));
        if (stmt.v < first.v)
            first = stmt;
    }
    return first;
}

TokenId node_first(const Ast *ast, NodeId n)
{
    const Node *node = tree_node(ast, n);
    while (starts_with_child(node)) {
        if (head_kind(node->head) == NODE_FILE)
            return first_of_file(ast, node);
        NodeId left = left_child(ast, node);
        if (!node_ok(left))
            break;
        node = tree_node(ast, left);
    }
    uint32_t distance = head_distance(node->head);
    return (TokenId){distance == DISTANCE_MAX ? node->token : node->token - distance};
}

// ---- End ----

// Where a node ends: behind a token, or where a child ends, or at an offset.
typedef struct Ending {
    enum { END_TOKEN, END_CHILD, END_OFFSET } by;
    uint32_t at;
} Ending;

static Ending by_token(uint32_t token)
{
    return (Ending){END_TOKEN, token};
}

// At the first of the children that there is, else behind the token.
static Ending by_child(uint32_t child, uint32_t other, uint32_t token)
{
    if (child)
        return (Ending){END_CHILD, child};
    return other ? (Ending){END_CHILD, other} : by_token(token);
}

// Behind the closing token, where it is missing at the last of the list, else behind the opening.
static Ending by_close(const uint32_t *list, uint32_t len, uint32_t close, uint32_t open)
{
    if (close)
        return by_token(close);
    return by_child(len ? list[len - 1] : 0, 0, open);
}

static Ending ending_of_expr(const Ast *ast, const Node *node)
{
    const uint32_t *r = ast->extra;
    switch (head_kind(node->head)) {
    case NODE_IDENT:
    case NODE_BASIC_LIT:
        if (node->head & FLAG_MISSING)
            return (Ending){END_OFFSET, ast->tokens.starts[node->token]};
        return by_token(node->token);
    case NODE_FUNC_LIT:
    case NODE_SELECTOR_EXPR:
    case NODE_BINARY_EXPR:
    case NODE_KEY_VALUE_EXPR:
    case NODE_ARRAY_TYPE:
    case NODE_MAP_TYPE:
        return (Ending){END_CHILD, node->b};
    case NODE_ELLIPSIS:
    case NODE_STAR_EXPR:
    case NODE_UNARY_EXPR:
    case NODE_STRUCT_TYPE:
    case NODE_INTERFACE_TYPE:
    case NODE_CHAN_TYPE:
        return by_child(node->a, 0, node->token);
    case NODE_FUNC_TYPE:
        return by_child(node->head & FLAG_GENERIC ? r[node->b] : node->b, node->a, node->token);
    case NODE_COMPOSITE_LIT:
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        r += node->b;
        return by_close(r + 2, r[1], r[0], node->token);
    case NODE_CALL_EXPR:
        r += node->b;
        return by_close(r + 3, r[1] ? 0 : r[2], r[0] ? r[0] : r[1], node->token);
    case NODE_PAREN_EXPR:
        return by_close(&node->a, 1, node->b, node->token);
    case NODE_SLICE_EXPR:
        r += node->b;
        if (r[0])
            return by_token(r[0]);
        return by_child(r[3] ? r[3] : r[2], r[1], node->token);
    case NODE_TYPE_ASSERT_EXPR:
        r += node->b;
        return by_close(r + 1, r[1] != 0, r[0], node->token);
    default:
        return by_token(node->token);
    }
}

static Ending ending_of_stmt(const Ast *ast, const Node *node)
{
    const uint32_t *r = ast->extra;
    switch (head_kind(node->head)) {
    case NODE_EMPTY_STMT:
        if (ast->tokens.kinds[node->token] == TOK_RBRACE)
            return (Ending){END_OFFSET, ast->tokens.starts[node->token]};
        return by_token(node->token);
    case NODE_DECL_STMT:
    case NODE_EXPR_STMT:
    case NODE_GO_STMT:
    case NODE_DEFER_STMT:
    case NODE_SELECT_STMT:
    case NODE_BRANCH_STMT:
        return by_child(node->a, 0, node->token);
    case NODE_LABELED_STMT:
    case NODE_SEND_STMT:
    case NODE_SWITCH_STMT:
    case NODE_TYPE_SWITCH_STMT:
    case NODE_FOR_STMT:
    case NODE_RANGE_STMT:
        return (Ending){END_CHILD, node->b};
    case NODE_ASSIGN_STMT:
        if (node->head & FLAG_ONE)
            return (Ending){END_CHILD, node->b};
        r += node->a;
        return (Ending){END_CHILD, r[1 + r[0] + r[1]]};
    case NODE_RETURN_STMT:
        if (node->head & FLAG_ONE)
            return (Ending){END_CHILD, node->a};
        return by_close(r + node->a + 1, node->a ? r[node->a] : 0, 0, node->token);
    case NODE_BLOCK_STMT:
        r += node->a;
        if (node->head & FLAG_MISSING && r[1] == 0)
            return (Ending){END_OFFSET, ast->tokens.starts[node->token]};
        return by_close(r + 2, r[1], r[0], node->token);
    case NODE_IF_STMT:
        return by_child(r[node->a + 2], node->b, node->token);
    case NODE_CASE_CLAUSE:
        r += node->a;
        return by_close(r + 3, r[0] && !r[2] ? 0 : r[1] + r[2], 0, r[0] ? r[0] : node->token);
    case NODE_COMM_CLAUSE:
        r += node->b;
        if (r[1])
            return (Ending){END_CHILD, r[1 + r[1]]};
        return r[0] ? by_token(r[0]) : by_child(node->a, 0, node->token);
    default: // IncDecStmt
        return by_token(node->token);
    }
}

static Ending ending_of_decl(const Ast *ast, const Node *node)
{
    const uint32_t *r = ast->extra + node->a;
    switch (head_kind(node->head)) {
    case NODE_GEN_DECL:
        return by_close(r + 3, r[2], r[1], r[0] ? r[0] : node->token);
    case NODE_FUNC_DECL:
        return by_child(node->b, r[2], node->token);
    case NODE_IMPORT_SPEC:
    case NODE_TYPE_SPEC:
        return (Ending){END_CHILD, node->b};
    case NODE_VALUE_SPEC: // {type, #names, #values, names*, values*}
        return by_child(r[2] ? r[2 + r[1] + r[2]] : r[0], r[2 + r[1]], node->token);
    case NODE_FIELD_LIST:
        if (node->head & FLAG_MISSING)
            return (Ending){END_OFFSET, ast->tokens.starts[node->token]};
        return by_close(r + 2, r[1], r[0], node->token);
    case NODE_FIELD: {
        bool record = !(node->head & FLAG_ONE) && node->b;
        return by_child(record ? ast->extra[node->b] : 0, node->a, node->token);
    }
    default:
        return by_token(node->token);
    }
}

static Ending ending_of(const Ast *ast, const Node *node)
{
    NodeKind kind = head_kind(node->head);
    if (kind == NODE_BAD_DECL || kind == NODE_BAD_EXPR || kind == NODE_BAD_STMT)
        return (Ending){END_OFFSET, node->b};
    if (kind <= NODE_FIELD)
        return ending_of_decl(ast, node);
    return kind <= NODE_CHAN_TYPE ? ending_of_expr(ast, node) : ending_of_stmt(ast, node);
}

static uint32_t end_of_node(const Ast *ast, NodeId n);

// Declarations and, in a snippet, statements: the later of the last ones counts.
static uint32_t end_of_file(const Ast *ast, const Node *file)
{
    const uint32_t *r = ast->extra + file->a; // {name, #decls, #stmts, decls*, stmts*}
    uint32_t end = r[0] ? end_of_node(ast, tree_child(r[0])) : ast->range.start;
    if (r[1])
        end = end_of_node(ast, tree_child(r[2 + r[1]]));
    if (r[2]) {
        uint32_t stmts = end_of_node(ast, tree_child(r[2 + r[1] + r[2]]));
        end = stmts > end ? stmts : end;
    }
    return end;
}

static uint32_t end_of_node(const Ast *ast, NodeId n)
{
    for (;;) {
        const Node *node = tree_node(ast, n);
        Ending e = ending_of(ast, node);
        if (e.by == END_OFFSET)
            return e.at;
        if (e.by == END_TOKEN)
            return tokens_end(&ast->tokens, e.at);
        n = tree_child(e.at);
    }
}

Span node_span(const Ast *ast, NodeId n)
{
    uint32_t start = ast->tokens.starts[node_first(ast, n).v];
    const Node *node = tree_node(ast, n);
    if (head_kind(node->head) == NODE_FILE) {
        uint32_t end = end_of_file(ast, node);
        return (Span){start, end > start ? end : start};
    }
    return (Span){start, end_of_node(ast, n)};
}

TokenId node_last(const Ast *ast, NodeId n)
{
    Span span = node_span(ast, n);
    // An empty node stands before its token; else the last byte belongs to the last token.
    return token_at(ast, span.end > span.start ? span.end - 1 : span.start);
}

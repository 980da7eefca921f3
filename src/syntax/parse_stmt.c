// parse_stmt.c - statements.
#include "syntax/parse.h"

// Where a simple statement stands decides what it may be.
typedef enum SimpleMode {
    SIMPLE_PLAIN,
    SIMPLE_LABEL, // may be a label
} SimpleMode;

// A range clause, which is read in place of a simple statement.
typedef struct RangeClause {
    bool found;
    uint32_t lhs_count, op;
    NodeId lhs[2], last; // `last`: the left expression that may be one too many
    NodeId x;
} RangeClause;

static bool ends_stmt_list(const Parser *p)
{
    switch (peek(p)) {
    case TOK_CASE:
    case TOK_DEFAULT:
    case TOK_RBRACE:
    case TOK_EOF:
        return true;
    case TOK_CONST:
    case TOK_FUNC:
    case TOK_IMPORT:
    case TOK_TYPE:
    case TOK_VAR:
        return at_outer_decl(p);
    default:
        return false;
    }
}

// StatementList = { Statement ";" } . Pushes the statements.
static void parse_stmt_list(Parser *p)
{
    while (!ends_stmt_list(p))
        push(p, parse_stmt(p).v);
}

// The statements of a block. A clause outside every switch and select is an error, not its end.
static void parse_block_list(Parser *p)
{
    uint32_t clauses = p->clauses;
    for (parse_stmt_list(p); clauses == 0 && (at(p, TOK_CASE) || at(p, TOK_DEFAULT));
         parse_stmt_list(p))
        push(p, parse_no_stmt(p).v);
}

// Block = "{" StatementList "}" .
NodeId parse_block(Parser *p)
{
    uint32_t mark = p->stack_len, lbrace = expect_lbrace(p);
    if (lbrace == 0) {
        uint32_t none = RECORD(p, mark, 0, 0);
        return add_node(p, NODE_BLOCK_STMT | FLAG_MISSING, p->t, none, 0);
    }
    parse_block_list(p);
    uint32_t rbrace = expect(p, TOK_RBRACE);
    uint32_t record = RECORD(p, mark, rbrace, p->stack_len - mark);
    return add_node(p, NODE_BLOCK_STMT, lbrace, record, 0);
}

NodeId parse_func_block(Parser *p)
{
    uint32_t outer = p->clauses;
    p->clauses = 0;
    NodeId block = parse_block(p);
    p->clauses = outer;
    return block;
}

// ---- Simple statements ----

static NodeId add_assign(Parser *p, uint32_t first, uint32_t op, uint32_t mark, uint32_t lhs)
{
    uint32_t rhs = p->stack_len - mark - lhs;
    if (lhs == 1 && rhs == 1) {
        p->stack_len = mark;
        return add_node(p, head_from(NODE_ASSIGN_STMT | FLAG_ONE, first, op), op, p->stack[mark],
                        p->stack[mark + 1]);
    }
    uint32_t record = RECORD(p, mark, lhs, rhs);
    return add_node(p, head_from(NODE_ASSIGN_STMT, first, op), op, record, 0);
}

// RangeClause = [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression .
// The left side is on the stack from `mark` on; the current token is "range".
static void parse_range_clause(Parser *p, uint32_t mark, uint32_t op, RangeClause *r)
{
    *r = (RangeClause){.found = true, .lhs_count = p->stack_len - mark, .op = op};
    for (uint32_t i = 0; i < r->lhs_count && i < 2; i++)
        r->lhs[i].v = p->stack[mark + i];
    if (r->lhs_count > 0)
        r->last.v = p->stack[p->stack_len - 1];
    p->stack_len = mark;
    take(p);
    r->x = parse_rhs(p);
}

// Assignment = ExpressionList assign_op ExpressionList .
// ShortVarDecl = IdentifierList ":=" ExpressionList .
static NodeId parse_assignment(Parser *p, uint32_t first, uint32_t mark, RangeClause *range)
{
    TokenKind kind = peek(p);
    uint32_t op = take(p), lhs = p->stack_len - mark;
    if (range && at(p, TOK_RANGE) && (kind == TOK_DEFINE || kind == TOK_ASSIGN)) {
        parse_range_clause(p, mark, op, range);
        return (NodeId){0};
    }
    parse_expr_list(p, true);
    return add_assign(p, first, op, mark, lhs);
}

// LabeledStmt = Label ":" Statement .
static NodeId parse_labeled(Parser *p, uint32_t first, NodeId x, bool label)
{
    uint32_t colon = take(p);
    if (label && kind_of(p, x) == NODE_IDENT) {
        NodeId stmt = parse_stmt(p);
        return add_node(p, head_from(NODE_LABELED_STMT, first, colon), colon, x.v, stmt.v);
    }
    error_at(p, token_start(p, colon), "illegal label declaration");
    return bad_node(p, NODE_BAD_STMT, first);
}

// SimpleStmt = EmptyStmt | ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl .
// SendStmt = Channel "<-" Expression . IncDecStmt = Expression ( "++" | "--" ) .
// Where `range` is given, the statement may be a range clause; then the result is the none node.
static NodeId parse_simple_stmt(Parser *p, SimpleMode mode, RangeClause *range)
{
    uint32_t first = p->t, mark = p->stack_len;
    parse_expr_list(p, false);
    TokenKind kind = peek(p);
    if (kind == TOK_DEFINE || kind == TOK_ASSIGN ||
        (kind >= TOK_ADD_ASSIGN && kind <= TOK_AND_NOT_ASSIGN))
        return parse_assignment(p, first, mark, range);
    NodeId x = {p->stack[mark]};
    if (p->stack_len - mark > 1)
        error_expected_at(p, x, "1 expression");
    p->stack_len = mark;
    if (kind == TOK_COLON)
        return parse_labeled(p, first, x, mode == SIMPLE_LABEL);
    if (kind == TOK_ARROW) {
        uint32_t arrow = take(p);
        NodeId value = parse_rhs(p);
        return add_node(p, head_from(NODE_SEND_STMT, first, arrow), arrow, x.v, value.v);
    }
    if (kind == TOK_INC || kind == TOK_DEC) {
        uint32_t op = take(p);
        return add_node(p, head_from(NODE_INC_DEC_STMT, first, op), op, x.v, 0);
    }
    return add_node(p, NODE_EXPR_STMT, first, x.v, 0);
}

static NodeId parse_plain_simple(Parser *p)
{
    return parse_simple_stmt(p, SIMPLE_PLAIN, NULL);
}

// The expression of an expression statement read in a header; anything else is an error.
static NodeId stmt_to_expr(Parser *p, NodeId stmt, const char *wanted)
{
    if (!node_ok(stmt))
        return stmt;
    Node *node = &p->nodes[stmt.v];
    if (kind_of(p, stmt) == NODE_EXPR_STMT) {
        NodeId x = {node->a};
        // The statement was only a wrapper; nothing refers to it.
        if (stmt.v == p->node_count - 1)
            p->node_count--;
        return x;
    }
    bool assigns = kind_of(p, stmt) == NODE_ASSIGN_STMT;
    Span span = {start_of(p, stmt), end_of(p, stmt)};
    error_at(p, span.start, "expected %s, found %s (missing parentheses around composite literal?)",
             wanted, assigns ? "assignment" : "simple statement");
    return bad_span(p, NODE_BAD_EXPR, first_token_of(p, stmt), span);
}

// ---- go, defer, return, break … ----

// GoStmt = "go" Expression . DeferStmt = "defer" Expression . The expression must be a call.
static NodeId parse_call_stmt(Parser *p, NodeKind kind)
{
    const char *word = token_kind_text(peek(p));
    uint32_t token = take(p);
    NodeId x = parse_rhs(p), call = unparen(p, x);
    if (!node_eq(x, call))
        error_at(p, start_of(p, x), "expression in %s must not be parenthesized", word);
    if (kind_of(p, call) == NODE_CALL_EXPR) {
        expect_semicolon(p);
        return add_node(p, kind, token, call.v, 0);
    }
    if (kind_of(p, call) != NODE_BAD_EXPR)
        error_at(p, end_of(p, call), "expression in %s must be function call", word);
    NodeId bad = bad_node(p, NODE_BAD_STMT, token);
    expect_semicolon(p);
    return bad;
}

// ReturnStmt = "return" [ ExpressionList ] .
static NodeId parse_return_stmt(Parser *p)
{
    uint32_t token = take(p), mark = p->stack_len;
    if (!at(p, TOK_SEMICOLON) && !at(p, TOK_RBRACE))
        parse_expr_list(p, true);
    expect_semicolon(p);
    uint32_t count = p->stack_len - mark;
    if (count == 0)
        return add_node(p, NODE_RETURN_STMT, token, 0, 0);
    if (count == 1) {
        p->stack_len = mark;
        return add_node(p, NODE_RETURN_STMT | FLAG_ONE, token, p->stack[mark], 0);
    }
    uint32_t record = RECORD(p, mark, count);
    return add_node(p, NODE_RETURN_STMT, token, record, 0);
}

// BreakStmt = "break" [ Label ] . ContinueStmt = "continue" [ Label ] . GotoStmt = "goto" Label .
// FallthroughStmt = "fallthrough" .
static NodeId parse_branch_stmt(Parser *p)
{
    TokenKind keyword = peek(p);
    uint32_t token = take(p);
    NodeId label = {0};
    if (keyword == TOK_GOTO || (keyword != TOK_FALLTHROUGH && at(p, TOK_IDENT)))
        label = parse_name(p);
    expect_semicolon(p);
    return add_node(p, NODE_BRANCH_STMT, token, label.v, 0);
}

// ---- if ----

typedef struct IfHeader {
    NodeId init, cond;
} IfHeader;

static NodeId empty_bad_expr(Parser *p)
{
    return bad_node(p, NODE_BAD_EXPR, p->t);
}

// Behind the first statement of an if header: a semicolon and the condition, or nothing, where that
// statement was the condition.
static IfHeader parse_if_condition(Parser *p, NodeId init)
{
    if (at(p, TOK_LBRACE))
        return (IfHeader){{0}, stmt_to_expr(p, init, "boolean expression")};
    uint32_t semicolon = p->t;
    bool automatic = is_auto_semicolon(p);
    bool found = expect(p, TOK_SEMICOLON) != 0;
    NodeId cond = {0};
    if (!at(p, TOK_LBRACE)) {
        cond = stmt_to_expr(p, parse_plain_simple(p), "boolean expression");
    } else if (found && automatic) {
        error_at(p, token_start(p, semicolon), "unexpected newline, expecting { after if clause");
        return (IfHeader){{0}, stmt_to_expr(p, init, "boolean expression")};
    } else if (found) {
        error_at(p, token_start(p, semicolon), "missing condition in if statement");
    }
    return (IfHeader){init, cond};
}

static IfHeader parse_if_header(Parser *p)
{
    if (at(p, TOK_LBRACE)) {
        error_at(p, token_start(p, p->t), "missing condition in if statement");
        return (IfHeader){{0}, empty_bad_expr(p)};
    }
    int outer = p->expr_level;
    p->expr_level = -1;
    NodeId init = {0};
    if (!at(p, TOK_SEMICOLON)) {
        if (at(p, TOK_VAR)) {
            take(p);
            error_at(p, token_start(p, p->t), "var declaration not allowed in if initializer");
        }
        init = parse_plain_simple(p);
    }
    IfHeader header = parse_if_condition(p, init);
    if (!node_ok(header.cond))
        header.cond = empty_bad_expr(p);
    p->expr_level = outer;
    return header;
}

static NodeId parse_if_stmt(Parser *p);

static NodeId parse_else(Parser *p)
{
    if (at(p, TOK_IF))
        return parse_if_stmt(p);
    if (at(p, TOK_LBRACE)) {
        NodeId block = parse_block(p);
        expect_semicolon(p);
        return block;
    }
    error_expected(p, "if statement or block");
    return bad_node(p, NODE_BAD_STMT, p->t);
}

// IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] .
static NodeId parse_if_stmt(Parser *p)
{
    if (!enter(p)) {
        leave(p);
        return too_deep(p, NODE_BAD_STMT);
    }
    uint32_t token = take(p), mark = p->stack_len;
    IfHeader header = parse_if_header(p);
    NodeId body = parse_block(p), els = {0};
    if (at(p, TOK_ELSE)) {
        take(p);
        els = parse_else(p);
    } else {
        expect_semicolon(p);
    }
    leave(p);
    uint32_t record = RECORD(p, mark, header.init.v, header.cond.v, els.v);
    return add_node(p, NODE_IF_STMT, token, record, body.v);
}

// ---- switch and select ----

// ExprCaseClause = ExprSwitchCase ":" StatementList . TypeCaseClause likewise.
// ExprSwitchCase = "case" ExpressionList | "default" .
static NodeId parse_case_clause(Parser *p)
{
    uint32_t token = p->t, mark = p->stack_len;
    if (at(p, TOK_CASE)) {
        take(p);
        parse_expr_list(p, true);
    } else {
        expect(p, TOK_DEFAULT);
    }
    uint32_t exprs = p->stack_len - mark;
    uint32_t colon = expect(p, TOK_COLON);
    parse_stmt_list(p);
    uint32_t record = RECORD(p, mark, colon, exprs, p->stack_len - mark - exprs);
    return add_node(p, NODE_CASE_CLAUSE, token, record, 0);
}

// The left side of a receive with assignment: one or two expressions.
static NodeId parse_recv_assign(Parser *p, uint32_t first, uint32_t mark)
{
    uint32_t lhs = p->stack_len - mark;
    if (lhs > 2) {
        error_expected_at(p, (NodeId){p->stack[mark]}, "1 or 2 expressions");
        p->stack_len = mark + 2;
        lhs = 2;
    }
    uint32_t op = take(p);
    push(p, parse_rhs(p).v);
    return add_assign(p, first, op, mark, lhs);
}

// CommCase's statement: SendStmt | RecvStmt .
// RecvStmt = [ ExpressionList "=" | IdentifierList ":=" ] RecvExpr .
static NodeId parse_comm(Parser *p)
{
    uint32_t first = p->t, mark = p->stack_len;
    parse_expr_list(p, false);
    if (at(p, TOK_ASSIGN) || at(p, TOK_DEFINE))
        return parse_recv_assign(p, first, mark);
    NodeId x = {p->stack[mark]};
    if (p->stack_len - mark > 1)
        error_expected_at(p, x, "1 expression");
    p->stack_len = mark;
    if (!at(p, TOK_ARROW))
        return add_node(p, NODE_EXPR_STMT, first, x.v, 0);
    uint32_t arrow = take(p);
    NodeId value = parse_rhs(p);
    return add_node(p, head_from(NODE_SEND_STMT, first, arrow), arrow, x.v, value.v);
}

// CommClause = CommCase ":" StatementList . CommCase = "case" ( SendStmt | RecvStmt ) | "default" .
static NodeId parse_comm_clause(Parser *p)
{
    uint32_t token = p->t, mark = p->stack_len;
    NodeId comm = {0};
    if (at(p, TOK_CASE)) {
        take(p);
        comm = parse_comm(p);
    } else {
        expect(p, TOK_DEFAULT);
    }
    uint32_t colon = expect(p, TOK_COLON);
    parse_stmt_list(p);
    uint32_t record = RECORD(p, mark, colon, p->stack_len - mark);
    return add_node(p, NODE_COMM_CLAUSE, token, comm.v, record);
}

// Reads what stands before the first clause, where nothing may, and drops it. False at the end.
static bool skip_before_clause(Parser *p)
{
    if (at(p, TOK_RBRACE) || at(p, TOK_EOF))
        return false;
    uint32_t before = p->t, mark = p->stack_len;
    error_expected(p, "case or '}'");
    parse_stmt_list(p);
    p->stack_len = mark;
    return p->t > before;
}

// "{" { Clause } "}" : the body of a switch or select.
static NodeId parse_clauses(Parser *p, NodeId (*clause)(Parser *))
{
    uint32_t lbrace = expect_lbrace(p), mark = p->stack_len, token = lbrace ? lbrace : p->t;
    p->clauses++;
    do {
        while (at(p, TOK_CASE) || at(p, TOK_DEFAULT))
            push(p, clause(p).v);
    } while (lbrace && skip_before_clause(p));
    p->clauses--;
    uint32_t rbrace = lbrace ? expect(p, TOK_RBRACE) : 0;
    expect_semicolon(p);
    uint32_t record = RECORD(p, mark, rbrace, p->stack_len - mark);
    return add_node(p, NODE_BLOCK_STMT | (lbrace ? 0 : (uint32_t)FLAG_MISSING), token, record, 0);
}

static bool is_type_query(const Parser *p, NodeId x)
{
    return kind_of(p, x) == NODE_TYPE_ASSERT_EXPR && p->extra[p->nodes[x.v].b + 1] == 0;
}

// TypeSwitchGuard = [ identifier ":=" ] PrimaryExpr "." "(" "type" ")" .
static bool is_type_switch_guard(Parser *p, NodeId stmt)
{
    const Node *node = &p->nodes[stmt.v];
    if (kind_of(p, stmt) == NODE_EXPR_STMT)
        return is_type_query(p, (NodeId){node->a});
    if (kind_of(p, stmt) != NODE_ASSIGN_STMT || !(node->head & FLAG_ONE) ||
        !is_type_query(p, (NodeId){node->b}))
        return false;
    TokenKind op = (TokenKind)p->kinds[node->token];
    if (op == TOK_ASSIGN)
        error_at(p, token_start(p, node->token), "expected ':=', found '='");
    return op == TOK_ASSIGN || op == TOK_DEFINE;
}

// ExprSwitchStmt = "switch" [ SimpleStmt ";" ] [ Expression ] "{" { ExprCaseClause } "}" .
// TypeSwitchStmt = "switch" [ SimpleStmt ";" ] TypeSwitchGuard "{" { TypeCaseClause } "}" .
static NodeId parse_switch_stmt(Parser *p)
{
    uint32_t token = take(p), mark = p->stack_len;
    NodeId init = {0}, tag = {0};
    int outer = p->expr_level;
    p->expr_level = -1;
    if (!at(p, TOK_LBRACE) && !at(p, TOK_SEMICOLON))
        tag = parse_plain_simple(p);
    if (at(p, TOK_SEMICOLON)) {
        take(p);
        init = tag;
        tag = (NodeId){0};
        if (!at(p, TOK_LBRACE))
            tag = parse_plain_simple(p);
    }
    p->expr_level = outer;
    bool type_switch = node_ok(tag) && is_type_switch_guard(p, tag);
    if (!type_switch)
        tag = stmt_to_expr(p, tag, "switch expression");
    NodeId body = parse_clauses(p, parse_case_clause);
    uint32_t record = RECORD(p, mark, init.v, tag.v);
    return add_node(p, type_switch ? NODE_TYPE_SWITCH_STMT : NODE_SWITCH_STMT, token, record,
                    body.v);
}

// SelectStmt = "select" "{" { CommClause } "}" .
static NodeId parse_select_stmt(Parser *p)
{
    uint32_t token = take(p);
    NodeId body = parse_clauses(p, parse_comm_clause);
    return add_node(p, NODE_SELECT_STMT, token, body.v, 0);
}

// ---- for ----

typedef struct ForHeader {
    NodeId init, cond, post;
    RangeClause range;
} ForHeader;

// ForClause = [ InitStmt ] ";" [ Condition ] ";" [ PostStmt ] . InitStmt is read.
static void parse_for_clause(Parser *p, ForHeader *h)
{
    take(p);
    if (!at(p, TOK_SEMICOLON))
        h->cond = stmt_to_expr(p, parse_plain_simple(p), "boolean or range expression");
    expect_semicolon(p);
    if (!at(p, TOK_LBRACE))
        h->post = parse_plain_simple(p);
}

static void parse_for_header(Parser *p, ForHeader *h)
{
    int outer = p->expr_level;
    p->expr_level = -1;
    NodeId first = {0};
    if (at(p, TOK_RANGE))
        parse_range_clause(p, p->stack_len, 0, &h->range);
    else if (!at(p, TOK_SEMICOLON))
        first = parse_simple_stmt(p, SIMPLE_PLAIN, &h->range);
    if (!h->range.found) {
        if (at(p, TOK_SEMICOLON)) {
            h->init = first;
            parse_for_clause(p, h);
        } else {
            h->cond = stmt_to_expr(p, first, "boolean or range expression");
        }
    }
    p->expr_level = outer;
}

static NodeId add_range_stmt(Parser *p, uint32_t token, const RangeClause *r, NodeId body)
{
    if (r->lhs_count > 2) {
        error_expected_at(p, r->last, "at most 2 expressions");
        return bad_node(p, NODE_BAD_STMT, token);
    }
    uint32_t record = RECORD(p, p->stack_len, r->lhs[0].v, r->lhs[1].v, r->op, r->x.v);
    return add_node(p, NODE_RANGE_STMT, token, record, body.v);
}

// ForStmt = "for" [ Condition | ForClause | RangeClause ] Block .
static NodeId parse_for_stmt(Parser *p)
{
    uint32_t token = take(p), mark = p->stack_len;
    ForHeader h = {0};
    if (!at(p, TOK_LBRACE))
        parse_for_header(p, &h);
    NodeId body = parse_block(p);
    expect_semicolon(p);
    if (h.range.found)
        return add_range_stmt(p, token, &h.range, body);
    uint32_t record = RECORD(p, mark, h.init.v, h.cond.v, h.post.v);
    return add_node(p, NODE_FOR_STMT, token, record, body.v);
}

// ---- Statements ----

static NodeId parse_decl_stmt(Parser *p)
{
    uint32_t token = p->t;
    NodeId decl = parse_decl(p);
    return add_node(p, NODE_DECL_STMT, token, decl.v, 0);
}

static NodeId parse_block_stmt(Parser *p)
{
    NodeId block = parse_block(p);
    expect_semicolon(p);
    return block;
}

static NodeId parse_started_simple(Parser *p)
{
    NodeId stmt = parse_simple_stmt(p, SIMPLE_LABEL, NULL);
    // The labeled statement has taken its own semicolon.
    if (kind_of(p, stmt) != NODE_LABELED_STMT)
        expect_semicolon(p);
    return stmt;
}

NodeId parse_no_stmt(Parser *p)
{
    uint32_t from = p->t;
    bool clause = at(p, TOK_CASE) || at(p, TOK_DEFAULT);
    error_expected(p, "statement");
    skip_token(p);
    // What stands alone in its line, as "..." for something left out, takes no more with it.
    if (!at_line_start(p))
        skip_to(p, clause ? SKIP_EXPR : SKIP_STMT);
    if (at(p, TOK_SEMICOLON) || (clause && at(p, TOK_COLON)))
        take(p);
    return bad_node(p, NODE_BAD_STMT, from);
}

static NodeId parse_stmt_at(Parser *p)
{
    switch (peek(p)) {
    case TOK_CONST:
    case TOK_TYPE:
    case TOK_VAR:
        return parse_decl_stmt(p);
    case TOK_IDENT:
    case TOK_INT:
    case TOK_FLOAT:
    case TOK_IMAG:
    case TOK_CHAR:
    case TOK_STRING:
    case TOK_FUNC:
    case TOK_LPAREN:
    case TOK_LBRACK:
    case TOK_STRUCT:
    case TOK_MAP:
    case TOK_CHAN:
    case TOK_INTERFACE:
    case TOK_ADD:
    case TOK_SUB:
    case TOK_MUL:
    case TOK_AND:
    case TOK_XOR:
    case TOK_ARROW:
    case TOK_NOT:
        return parse_started_simple(p);
    case TOK_GO:
        return parse_call_stmt(p, NODE_GO_STMT);
    case TOK_DEFER:
        return parse_call_stmt(p, NODE_DEFER_STMT);
    case TOK_RETURN:
        return parse_return_stmt(p);
    case TOK_BREAK:
    case TOK_CONTINUE:
    case TOK_GOTO:
    case TOK_FALLTHROUGH:
        return parse_branch_stmt(p);
    case TOK_LBRACE:
        return parse_block_stmt(p);
    case TOK_IF:
        return parse_if_stmt(p);
    case TOK_SWITCH:
        return parse_switch_stmt(p);
    case TOK_SELECT:
        return parse_select_stmt(p);
    case TOK_FOR:
        return parse_for_stmt(p);
    case TOK_SEMICOLON:
        return add_node(p, NODE_EMPTY_STMT, take(p), 0, 0);
    case TOK_RBRACE:
        // The semicolon of an empty statement may be left out before }.
        return add_node(p, NODE_EMPTY_STMT, p->t, 0, 0);
    default:
        return parse_no_stmt(p);
    }
}

// Statement = Declaration | LabeledStmt | SimpleStmt | GoStmt | ReturnStmt | BreakStmt |
//             ContinueStmt | GotoStmt | FallthroughStmt | Block | IfStmt | SwitchStmt |
//             SelectStmt | ForStmt | DeferStmt .
NodeId parse_stmt(Parser *p)
{
    if (!enter(p)) {
        leave(p);
        NodeId bad = too_deep(p, NODE_BAD_STMT);
        // A list of statements goes on until its end: each must take a token.
        if (at(p, TOK_SEMICOLON) || at(p, TOK_RPAREN) || at(p, TOK_RBRACK))
            take(p);
        return bad;
    }
    NodeId stmt = parse_stmt_at(p);
    leave(p);
    return stmt;
}

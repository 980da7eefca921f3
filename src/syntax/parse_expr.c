// parse_expr.c - expressions, by precedence climbing. Chains that lean to the left (a.b().c, a+b+c)
// are read by loops; recursion is only on what nests.
#include "syntax/parse.h"

NodeId parse_name(Parser *p)
{
    if (at(p, TOK_IDENT))
        return add_node(p, NODE_IDENT, take(p), 0, 0);
    NodeId name = missing_name(p);
    expect(p, TOK_IDENT);
    return name;
}

NodeId unparen(const Parser *p, NodeId n)
{
    while (kind_of(p, n) == NODE_PAREN_EXPR)
        n.v = p->nodes[n.v].a;
    return n;
}

NodeId parse_rhs(Parser *p)
{
    bool outer = p->in_rhs;
    p->in_rhs = true;
    NodeId x = parse_expr(p);
    p->in_rhs = outer;
    return x;
}

// ExpressionList = Expression { "," Expression } .
void parse_expr_list(Parser *p, bool in_rhs)
{
    bool outer = p->in_rhs;
    p->in_rhs = in_rhs;
    push(p, parse_expr(p).v);
    while (at(p, TOK_COMMA)) {
        take(p);
        push(p, parse_expr(p).v);
    }
    p->in_rhs = outer;
}

// ---- Operands ----

// FunctionLit = "func" Signature FunctionBody . Or a function type alone.
static NodeId parse_func_type_or_lit(Parser *p)
{
    uint32_t token = p->t;
    NodeId type = parse_func_type(p);
    if (!at(p, TOK_LBRACE))
        return type;
    p->expr_level++;
    NodeId body = parse_func_block(p);
    p->expr_level--;
    return add_node(p, NODE_FUNC_LIT, token, type.v, body.v);
}

static NodeId parse_paren(Parser *p)
{
    uint32_t lparen = take(p);
    p->expr_level++;
    NodeId x = parse_rhs(p); // a type may be in parentheses too
    p->expr_level--;
    uint32_t rparen = expect(p, TOK_RPAREN);
    return add_node(p, NODE_PAREN_EXPR, lparen, x.v, rparen);
}

// Operand = Literal | OperandName [ TypeArgs ] | "(" Expression ")" .
// Literal = BasicLit | CompositeLit | FunctionLit . Types are read here too; who uses them as
// values is found out later.
static NodeId parse_operand(Parser *p)
{
    switch (peek(p)) {
    case TOK_IDENT:
        return add_node(p, NODE_IDENT, take(p), 0, 0);
    case TOK_INT:
    case TOK_FLOAT:
    case TOK_IMAG:
    case TOK_CHAR:
    case TOK_STRING:
        return add_node(p, NODE_BASIC_LIT, take(p), 0, 0);
    case TOK_LPAREN:
        return parse_paren(p);
    case TOK_FUNC:
        if (!at_func_head(p))
            return parse_func_type_or_lit(p);
        break;
    default:
        break;
    }
    NodeId type = parse_type_or_none(p);
    if (node_ok(type))
        return type;
    uint32_t from = p->t;
    error_expected(p, "operand");
    if (at(p, TOK_ILLEGAL))
        take(p); // one character that may have been meant as one
    else
        skip_to(p, SKIP_EXPR);
    return bad_node(p, NODE_BAD_EXPR, from);
}

// ---- What may follow an operand ----

// TypeAssertion = "." "(" Type ")" . In a type switch guard: "." "(" "type" ")" .
static NodeId parse_type_assertion(Parser *p, NodeId x, uint32_t first)
{
    uint32_t lparen = take(p), mark = p->stack_len;
    NodeId type = {0};
    if (at(p, TOK_TYPE))
        take(p);
    else
        type = parse_type(p);
    uint32_t rparen = expect(p, TOK_RPAREN);
    uint32_t record = RECORD(p, mark, rparen, type.v);
    return add_node(p, head_from(NODE_TYPE_ASSERT_EXPR, first, lparen), lparen, x.v, record);
}

// Selector = "." identifier .
static NodeId parse_selector(Parser *p, NodeId x, uint32_t first)
{
    uint32_t period = take(p);
    if (at(p, TOK_LPAREN))
        return parse_type_assertion(p, x, first);
    NodeId sel;
    if (at(p, TOK_IDENT)) {
        sel = add_node(p, NODE_IDENT, take(p), 0, 0);
    } else {
        error_expected(p, "selector or type assertion");
        sel = missing_name(p);
        skip_misspelled(p);
    }
    return add_node(p, head_from(NODE_SELECTOR_EXPR, first, period), period, x.v, sel.v);
}

// Slice = "[" [ Expression ] ":" [ Expression ] "]" | "[" [ Expression ] ":" Expression ":"
//         Expression "]" . The [ and the first expression are read.
static NodeId parse_slice(Parser *p, NodeId x, uint32_t first, uint32_t lbrack, NodeId low)
{
    NodeId index[3] = {low, {0}, {0}};
    uint32_t colons[2] = {0, 0}, count = 0, mark = p->stack_len;
    while (at(p, TOK_COLON) && count < 2) {
        colons[count++] = take(p);
        if (!at(p, TOK_COLON) && !at(p, TOK_RBRACK) && !at(p, TOK_EOF))
            index[count] = parse_rhs(p);
    }
    p->expr_level--;
    uint32_t close = p->t, rbrack = expect(p, TOK_RBRACK);
    for (uint32_t i = 1; count == 2 && i <= 2; i++) {
        if (node_ok(index[i]))
            continue;
        error_at(p, token_start(p, colons[i - 1]), "%s index required in 3-index slice",
                 i == 1 ? "middle" : "final");
        uint32_t behind = i == 1 ? colons[1] : close;
        uint32_t offset = token_start(p, behind);
        index[i] = bad_span(p, NODE_BAD_EXPR, behind, (Span){offset, offset});
    }
    uint32_t record = RECORD(p, mark, rbrack, index[0].v, index[1].v, index[2].v);
    uint32_t kind = NODE_SLICE_EXPR | (count == 2 ? (uint32_t)FLAG_THREE : 0);
    return add_node(p, head_from(kind, first, lbrack), lbrack, x.v, record);
}

// Index = "[" Expression [ "," ] "]" , or Slice, or TypeArgs.
static NodeId parse_brackets(Parser *p, NodeId x, uint32_t first)
{
    uint32_t lbrack = take(p), mark = p->stack_len;
    if (at(p, TOK_RBRACK)) {
        error_expected(p, "operand");
        push(p, bad_node(p, NODE_BAD_EXPR, p->t).v);
        return pack_index(p, x, first, lbrack, mark, take(p));
    }
    p->expr_level++;
    NodeId index = {0};
    if (!at(p, TOK_COLON))
        index = parse_rhs(p);
    if (at(p, TOK_COLON))
        return parse_slice(p, x, first, lbrack, index);
    push(p, index.v);
    while (at(p, TOK_COMMA)) {
        take(p);
        if (!at(p, TOK_RBRACK) && !at(p, TOK_EOF))
            push(p, parse_type(p).v);
    }
    p->expr_level--;
    uint32_t rbrack = expect(p, TOK_RBRACK);
    return pack_index(p, x, first, lbrack, mark, rbrack);
}

// Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" .
static NodeId parse_call(Parser *p, NodeId fun, uint32_t first)
{
    uint32_t lparen = take(p), mark = p->stack_len, ellipsis = 0;
    p->expr_level++;
    while (!at(p, TOK_RPAREN) && !at(p, TOK_EOF) && !ellipsis) {
        push(p, parse_rhs(p).v); // make(some type, …): an argument may be a type
        if (at(p, TOK_ELLIPSIS))
            ellipsis = take(p);
        if (!next_in_list(p, "argument list", TOK_RPAREN))
            break;
    }
    p->expr_level--;
    uint32_t rparen = expect_closing(p, TOK_RPAREN, "argument list");
    uint32_t record = RECORD(p, mark, rparen, ellipsis, p->stack_len - mark);
    return add_node(p, head_from(NODE_CALL_EXPR, first, lparen), lparen, fun.v, record);
}

static NodeId parse_literal_value(Parser *p, NodeId type, uint32_t first);

// Key = FieldName | Expression | LiteralValue . Element = Expression | LiteralValue .
static NodeId parse_literal_part(Parser *p)
{
    if (at(p, TOK_LBRACE))
        return parse_literal_value(p, (NodeId){0}, p->t);
    return parse_expr(p);
}

// KeyedElement = [ Key ":" ] Element .
static NodeId parse_element(Parser *p)
{
    uint32_t first = p->t;
    NodeId x = parse_literal_part(p);
    if (!at(p, TOK_COLON))
        return x;
    uint32_t colon = take(p);
    NodeId value = parse_literal_part(p);
    return add_node(p, head_from(NODE_KEY_VALUE_EXPR, first, colon), colon, x.v, value.v);
}

// LiteralValue = "{" [ ElementList [ "," ] ] "}" .
// ElementList = KeyedElement { "," KeyedElement } .
static NodeId parse_literal_value(Parser *p, NodeId type, uint32_t first)
{
    if (!enter(p)) {
        leave(p);
        return too_deep(p, NODE_BAD_EXPR);
    }
    uint32_t lbrace = take(p), mark = p->stack_len;
    p->expr_level++;
    while (!at(p, TOK_RBRACE) && !at(p, TOK_EOF)) {
        push(p, parse_element(p).v);
        if (!next_in_list(p, "composite literal", TOK_RBRACE))
            break;
    }
    p->expr_level--;
    uint32_t rbrace = expect_closing(p, TOK_RBRACE, "composite literal");
    uint32_t record = RECORD(p, mark, rbrace, p->stack_len - mark);
    leave(p);
    return add_node(p, head_from(NODE_COMPOSITE_LIT, first, lbrace), lbrace, type.v, record);
}

// Whether { behind `x` opens a composite literal and not a block. Spec, Composite literals: in the
// header of if, for and switch a type's name before { needs parentheses.
static bool is_literal_type(const Parser *p, NodeId x)
{
    switch (kind_of(p, unparen(p, x))) {
    case NODE_BAD_EXPR:
    case NODE_IDENT:
    case NODE_SELECTOR_EXPR:
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        return p->expr_level >= 0;
    case NODE_ARRAY_TYPE:
    case NODE_STRUCT_TYPE:
    case NODE_MAP_TYPE:
        return true;
    default:
        return false;
    }
}

NodeId chain_too_long(Parser *p, NodeId x)
{
    error_at(p, token_start(p, p->t), "chain of more than %d operators is not read",
             SYNTAX_CHAIN_MAX);
    skip_to(p, SKIP_STMT);
    return x;
}

static bool continues_primary(const Parser *p, NodeId x)
{
    return at(p, TOK_PERIOD) || at(p, TOK_LBRACK) || at(p, TOK_LPAREN) ||
           (at(p, TOK_LBRACE) && is_literal_type(p, x));
}

// PrimaryExpr = Operand | Conversion | MethodExpr | PrimaryExpr Selector | PrimaryExpr Index |
//               PrimaryExpr Slice | PrimaryExpr TypeAssertion | PrimaryExpr Arguments .
// `x` is the operand, read from token `first` on.
NodeId parse_primary(Parser *p, NodeId x, uint32_t first)
{
    for (uint32_t length = 0;; length++) {
        if (length == SYNTAX_CHAIN_MAX && continues_primary(p, x))
            return chain_too_long(p, x);
        switch (peek(p)) {
        case TOK_PERIOD:
            x = parse_selector(p, x, first);
            break;
        case TOK_LBRACK:
            x = parse_brackets(p, x, first);
            break;
        case TOK_LPAREN:
            x = parse_call(p, x, first);
            break;
        case TOK_LBRACE:
            if (!is_literal_type(p, x))
                return x;
            if (kind_of(p, x) == NODE_PAREN_EXPR)
                error_at(p, start_of(p, unparen(p, x)),
                         "cannot parenthesize type in composite literal");
            x = parse_literal_value(p, x, first);
            break;
        default:
            return x;
        }
    }
}

// ---- Operators ----

static NodeId parse_unary(Parser *p);

// <- before what turned out to be a channel type belongs to that type: <-chan T, and in
// <-chan<- T the arrows move one channel inwards each.
static NodeId associate_arrow(Parser *p, NodeId x, uint32_t arrow)
{
    NodeId type = x;
    for (;;) {
        Node *node = &p->nodes[type.v];
        if (kind_of(p, type) != NODE_CHAN_TYPE) {
            error_at(p, token_start(p, arrow), "expected channel type");
            return x;
        }
        uint32_t dir = node->b;
        // The arrow of chan<- T is behind its first token, that of <-chan T is its first.
        uint32_t own = dir == CHAN_SEND ? node->token + 1 : node->token;
        if (dir == CHAN_RECV)
            error_at(p, token_start(p, own), "expected 'chan'");
        node->token = arrow;
        node->b = CHAN_RECV;
        if (dir != CHAN_SEND)
            return x;
        arrow = own;
        type.v = node->a;
    }
}

static NodeId parse_operator_operand(Parser *p)
{
    uint32_t token = p->t;
    TokenKind op = peek(p);
    take(p);
    NodeId x = parse_unary(p);
    if (op == TOK_MUL)
        return add_node(p, NODE_STAR_EXPR, token, x.v, 0);
    if (op == TOK_ARROW && kind_of(p, x) == NODE_CHAN_TYPE)
        return associate_arrow(p, x, token);
    return add_node(p, NODE_UNARY_EXPR, token, x.v, 0);
}

// UnaryExpr = PrimaryExpr | unary_op UnaryExpr .
// unary_op = "+" | "-" | "!" | "^" | "*" | "&" | "<-" . Also "~", for constraints read as
// expressions.
static NodeId parse_unary(Parser *p)
{
    if (!enter(p)) {
        leave(p);
        return too_deep(p, NODE_BAD_EXPR);
    }
    NodeId x;
    uint32_t first = p->t;
    switch (peek(p)) {
    case TOK_ADD:
    case TOK_SUB:
    case TOK_NOT:
    case TOK_XOR:
    case TOK_AND:
    case TOK_TILDE:
    case TOK_ARROW:
    case TOK_MUL:
        x = parse_operator_operand(p);
        break;
    default:
        x = parse_primary(p, parse_operand(p), first);
        break;
    }
    leave(p);
    return x;
}

static const uint8_t precedences[TOKEN_KIND_COUNT] = {
#define TOKEN(name, text, prec) [TOK_##name] = prec,
#include "syntax/tokens.def"
};

// Expression = UnaryExpr | Expression binary_op Expression .
// `x` is the left operand, read from token `first` on; operators that bind less tightly than
// `min_precedence` are left to the caller.
NodeId parse_binary(Parser *p, NodeId x, uint32_t first, int min_precedence)
{
    for (uint32_t length = 0;; length++) {
        int precedence = precedences[peek(p)];
        if (at(p, TOK_ASSIGN) && p->in_rhs)
            precedence = precedences[TOK_EQL];
        if (precedence < min_precedence)
            return x;
        if (length == SYNTAX_CHAIN_MAX)
            return chain_too_long(p, x);
        if (at(p, TOK_ASSIGN))
            error_expected(p, "'=='");
        uint32_t op = take(p), right = p->t;
        NodeId y = parse_binary(p, parse_unary(p), right, precedence + 1);
        x = add_node(p, head_from(NODE_BINARY_EXPR, first, op), op, x.v, y.v);
    }
}

NodeId parse_expr(Parser *p)
{
    uint32_t first = p->t;
    return parse_binary(p, parse_unary(p), first, 1);
}

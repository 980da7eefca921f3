// parse_decl.c - declarations.
#include "syntax/parse.h"

// ImportSpec = [ "." | PackageName ] ImportPath .
static NodeId parse_import_spec(Parser *p)
{
    uint32_t first = p->t;
    NodeId name = {0};
    if (at(p, TOK_IDENT) || at(p, TOK_PERIOD))
        name = add_node(p, NODE_IDENT, take(p), 0, 0);
    uint32_t token = p->t;
    NodeId path;
    if (at(p, TOK_STRING)) {
        path = add_node(p, NODE_BASIC_LIT, take(p), 0, 0);
    } else {
        path = add_node(p, NODE_BASIC_LIT | FLAG_MISSING, token, token_start(p, token), 0);
        if (peek(p) >= TOK_IDENT && peek(p) <= TOK_STRING) {
            error_at(p, token_start(p, token), "import path must be a string");
            take(p);
        } else {
            error_at(p, token_start(p, token), "missing import path");
            skip_to(p, SKIP_EXPR);
        }
    }
    expect_semicolon(p);
    return add_node(p, head_from(NODE_IMPORT_SPEC, first, token), token, name.v, path.v);
}

// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
// VarSpec   = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
static NodeId parse_value_spec(Parser *p, TokenKind keyword)
{
    uint32_t first = p->t, mark = p->stack_len;
    push(p, parse_name(p).v);
    while (at(p, TOK_COMMA)) {
        take(p);
        push(p, parse_name(p).v);
    }
    uint32_t names = p->stack_len - mark;
    NodeId type = {0};
    if (keyword == TOK_VAR) {
        if (!at(p, TOK_ASSIGN))
            type = parse_type(p);
    } else if (!at(p, TOK_EOF) && !at(p, TOK_SEMICOLON) && !at(p, TOK_RPAREN)) {
        type = parse_type_or_none(p);
    }
    if (at(p, TOK_ASSIGN)) {
        take(p);
        parse_expr_list(p, true);
    }
    uint32_t values = p->stack_len - mark - names;
    expect_semicolon(p);
    uint32_t record = RECORD(p, mark, type.v, names, values);
    return add_node(p, NODE_VALUE_SPEC, first, record, 0);
}

// Whether an expression can only be a type element: then the [ before it opened type parameters.
static bool is_type_element(const Parser *p, NodeId n)
{
    for (;;) {
        const Node *node = &p->nodes[n.v];
        switch (kind_of(p, n)) {
        case NODE_ARRAY_TYPE:
        case NODE_STRUCT_TYPE:
        case NODE_FUNC_TYPE:
        case NODE_INTERFACE_TYPE:
        case NODE_MAP_TYPE:
        case NODE_CHAN_TYPE:
            return true;
        case NODE_UNARY_EXPR:
            return p->kinds[node->token] == TOK_TILDE;
        case NODE_BINARY_EXPR:
            // Right operands nest no deeper than brackets do, left ones do.
            if (is_type_element(p, (NodeId){node->b}))
                return true;
            n.v = node->a;
            break;
        case NODE_PAREN_EXPR:
            n.v = node->a;
            break;
        default:
            return false;
        }
    }
}

// What an expression read behind "type T [" turns out to be: a type parameter's name and, where
// `constraint` is set, its constraint, or (no name) an array length.
typedef struct NamedConstraint {
    NodeId name, constraint;
} NamedConstraint;

// Splits P*E into P and *E, and P(E) into P and (E), rewriting the node in place.
static NamedConstraint split_name(Parser *p, NodeId x, bool force)
{
    Node *node = &p->nodes[x.v];
    NodeId name = {node->a};
    if (kind_of(p, x) == NODE_BINARY_EXPR && p->kinds[node->token] == TOK_MUL) {
        if (kind_of(p, name) != NODE_IDENT || !(force || is_type_element(p, (NodeId){node->b})))
            return (NamedConstraint){{0}, x};
        *node = (Node){NODE_STAR_EXPR, node->token, node->b, 0};
        return (NamedConstraint){name, x};
    }
    if (kind_of(p, x) == NODE_CALL_EXPR) {
        const uint32_t *call = p->extra + node->b; // {), ellipsis, #args, args*}
        if (kind_of(p, name) != NODE_IDENT || call[1] || call[2] != 1 ||
            !(force || is_type_element(p, (NodeId){call[3]})))
            return (NamedConstraint){{0}, x};
        *node = (Node){NODE_PAREN_EXPR, node->token, call[3], call[0]};
        return (NamedConstraint){name, x};
    }
    return (NamedConstraint){{0}, x};
}

// As split_name, also for a union P*E|F|G: its left-most term is split. `force` is set where a
// comma follows, which no array length can have.
static NamedConstraint extract_name(Parser *p, NodeId x, bool force)
{
    if (kind_of(p, x) == NODE_IDENT)
        return (NamedConstraint){x, {0}};
    NodeId term = x;
    while (kind_of(p, term) == NODE_BINARY_EXPR && p->kinds[p->nodes[term.v].token] == TOK_OR) {
        force = force || is_type_element(p, (NodeId){p->nodes[term.v].b});
        term.v = p->nodes[term.v].a;
    }
    NamedConstraint split = split_name(p, term, force);
    if (!node_ok(split.name))
        return (NamedConstraint){{0}, x};
    // The terms of the union now start behind the name.
    uint32_t first = p->nodes[term.v].token;
    for (NodeId n = x; n.v != term.v; n.v = p->nodes[n.v].a)
        p->nodes[n.v].head = head_from(NODE_BINARY_EXPR, first, p->nodes[n.v].token);
    return (NamedConstraint){split.name, x};
}

typedef struct TypeSpecParts {
    NodeId type_params, type;
    uint32_t assign;
} TypeSpecParts;

// "type T [" opens a type parameter list or an array type. Where a name follows, an expression is
// read, which is the array's length or holds the first parameter's name and constraint.
static TypeSpecParts parse_type_behind_bracket(Parser *p)
{
    TypeSpecParts parts = {0};
    uint32_t lbrack = take(p);
    if (!at(p, TOK_IDENT)) {
        parts.type = parse_array_type(p, lbrack, (NodeId){0});
        return parts;
    }
    uint32_t first = p->t;
    NodeId x = parse_name(p);
    // P []E: a length is constant and so never an index expression.
    if (!at(p, TOK_LBRACK)) {
        p->expr_level++;
        x = parse_binary(p, parse_primary(p, x, first), first, 1);
        p->expr_level--;
    }
    NamedConstraint param = extract_name(p, x, at(p, TOK_COMMA));
    if (!node_ok(param.name) || (!node_ok(param.constraint) && at(p, TOK_RBRACK))) {
        parts.type = parse_array_type(p, lbrack, x);
        return parts;
    }
    parts.type_params = parse_type_parameters_from(p, lbrack, param.name, param.constraint);
    if (at(p, TOK_ASSIGN))
        parts.assign = take(p);
    parts.type = parse_type(p);
    return parts;
}

// TypeSpec = AliasDecl | TypeDef .
// AliasDecl = identifier [ TypeParameters ] "=" Type .
// TypeDef = identifier [ TypeParameters ] Type .
static NodeId parse_type_spec(Parser *p)
{
    uint32_t first = p->t, mark = p->stack_len;
    NodeId name = parse_name(p);
    TypeSpecParts parts = {0};
    if (at(p, TOK_LBRACK)) {
        parts = parse_type_behind_bracket(p);
    } else {
        if (at(p, TOK_ASSIGN))
            parts.assign = take(p);
        parts.type = parse_type(p);
    }
    expect_semicolon(p);
    uint32_t record = RECORD(p, mark, name.v, parts.type_params.v, parts.assign);
    return add_node(p, NODE_TYPE_SPEC, first, record, parts.type.v);
}

static NodeId parse_spec(Parser *p, TokenKind keyword)
{
    if (keyword == TOK_IMPORT)
        return parse_import_spec(p);
    if (keyword == TOK_TYPE)
        return parse_type_spec(p);
    return parse_value_spec(p, keyword);
}

// Whether a declaration begins that no group of specs contains: its ) is missing.
static bool closes_group(const Parser *p)
{
    switch (peek(p)) {
    case TOK_CONST:
    case TOK_FUNC:
    case TOK_IMPORT:
    case TOK_TYPE:
    case TOK_VAR:
        return starts_decl(p);
    default:
        return false;
    }
}

// ImportDecl = "import" ( ImportSpec | "(" { ImportSpec ";" } ")" ) .
// ConstDecl = "const" ( ConstSpec | "(" { ConstSpec ";" } ")" ) .
// TypeDecl = "type" ( TypeSpec | "(" { TypeSpec ";" } ")" ) .
// VarDecl = "var" ( VarSpec | "(" { VarSpec ";" } ")" ) .
static NodeId parse_gen_decl(Parser *p)
{
    TokenKind keyword = peek(p);
    uint32_t token = take(p), mark = p->stack_len, lparen = 0, rparen = 0;
    if (at(p, TOK_LPAREN)) {
        lparen = take(p);
        while (!at(p, TOK_RPAREN) && !at(p, TOK_EOF) && !closes_group(p)) {
            uint32_t before = p->t;
            push(p, parse_spec(p, keyword).v);
            if (p->t == before)
                take(p); // a spec may consist of nothing but errors
        }
        rparen = expect(p, TOK_RPAREN);
        expect_semicolon(p);
    } else {
        push(p, parse_spec(p, keyword).v);
    }
    uint32_t record = RECORD(p, mark, lparen, rparen, p->stack_len - mark);
    return add_node(p, NODE_GEN_DECL, token, record, 0);
}

// FunctionBody = Block . Its absence is legal: the function is implemented elsewhere.
static NodeId parse_func_body(Parser *p)
{
    NodeId body = {0};
    if (at(p, TOK_SEMICOLON)) {
        take(p);
        if (!at(p, TOK_LBRACE))
            return body;
        error_at(p, token_start(p, p->t), "unexpected semicolon or newline before {");
    }
    if (at(p, TOK_LBRACE))
        body = parse_func_block(p);
    expect_semicolon(p);
    return body;
}

// FunctionDecl = "func" FunctionName [ TypeParameters ] Signature [ FunctionBody ] .
// MethodDecl = "func" Receiver MethodName [ TypeParameters ] Signature [ FunctionBody ] .
static NodeId parse_func_decl(Parser *p)
{
    uint32_t token = take(p), mark = p->stack_len;
    NodeId receiver = {0}, type_params = {0};
    if (at(p, TOK_LPAREN))
        receiver = parse_parameters(p);
    NodeId name = parse_name(p);
    if (at(p, TOK_LBRACK))
        type_params = parse_type_parameters(p);
    NodeId params = parse_parameters(p);
    NodeId results = parse_result(p);
    NodeId type;
    if (node_ok(type_params))
        type = add_node(p, NODE_FUNC_TYPE | FLAG_GENERIC, token, params.v,
                        RECORD(p, mark, results.v, type_params.v));
    else
        type = add_node(p, NODE_FUNC_TYPE, token, params.v, results.v);
    NodeId body = parse_func_body(p);
    uint32_t record = RECORD(p, mark, receiver.v, name.v, type.v);
    return add_node(p, NODE_FUNC_DECL, token, record, body.v);
}

// TopLevelDecl = Declaration | FunctionDecl | MethodDecl .
// Declaration = ConstDecl | TypeDecl | VarDecl .
NodeId parse_decl(Parser *p)
{
    switch (peek(p)) {
    case TOK_IMPORT:
    case TOK_CONST:
    case TOK_VAR:
    case TOK_TYPE:
        return parse_gen_decl(p);
    case TOK_FUNC:
        return parse_func_decl(p);
    default: {
        uint32_t from = p->t;
        error_expected(p, "declaration");
        skip_to_decl(p);
        return bad_node(p, NODE_BAD_DECL, from);
    }
    }
}

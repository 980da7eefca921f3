// parse_type.c - types.
#include "syntax/parse.h"

// TypeArgs = "[" TypeList [ "," ] "]" . Makes an IndexExpr of one argument, an IndexListExpr of
// several; the arguments are on the stack from `mark` on.
NodeId pack_index(Parser *p, NodeId x, uint32_t first, uint32_t lbrack, uint32_t mark,
                  uint32_t rbrack)
{
    uint32_t count = p->stack_len - mark;
    NodeKind kind = count == 1 ? NODE_INDEX_EXPR : NODE_INDEX_LIST_EXPR;
    uint32_t record = RECORD(p, mark, rbrack, count);
    return add_node(p, head_from(kind, first, lbrack), lbrack, x.v, record);
}

static NodeId parse_type_instance(Parser *p, NodeId type, uint32_t first)
{
    uint32_t lbrack = take(p), mark = p->stack_len;
    p->expr_level++;
    while (!at(p, TOK_RBRACK) && !at(p, TOK_EOF)) {
        push(p, parse_type(p).v);
        if (!next_in_list(p, "type argument list", TOK_RBRACK))
            break;
    }
    p->expr_level--;
    uint32_t close = p->t;
    uint32_t rbrack = expect_closing(p, TOK_RBRACK, "type argument list");
    if (p->stack_len == mark) {
        error_at(p, token_start(p, close), "expected type argument list");
        push(p, bad_node(p, NODE_BAD_EXPR, close).v);
    }
    return pack_index(p, type, first, lbrack, mark, rbrack);
}

// TypeName = identifier | QualifiedIdent .
// QualifiedIdent = PackageName "." identifier .
static NodeId parse_type_name(Parser *p, NodeId name, uint32_t first)
{
    if (!node_ok(name))
        name = parse_name(p);
    if (!at(p, TOK_PERIOD))
        return name;
    uint32_t period = take(p);
    NodeId sel = parse_name(p);
    return add_node(p, head_from(NODE_SELECTOR_EXPR, first, period), period, name.v, sel.v);
}

// TypeName [ TypeArgs ] . `name` is its first name where that is already read.
NodeId parse_named_type(Parser *p, NodeId name, uint32_t first)
{
    NodeId type = parse_type_name(p, name, first);
    return at(p, TOK_LBRACK) ? parse_type_instance(p, type, first) : type;
}

// ArrayType = "[" ArrayLength "]" ElementType . SliceType = "[" "]" ElementType .
// The [ and perhaps the length are read.
NodeId parse_array_type(Parser *p, uint32_t lbrack, NodeId len)
{
    if (!node_ok(len)) {
        p->expr_level++;
        if (at(p, TOK_ELLIPSIS))
            len = add_node(p, NODE_ELLIPSIS, take(p), 0, 0);
        else if (!at(p, TOK_RBRACK))
            len = parse_rhs(p);
        p->expr_level--;
    }
    if (at(p, TOK_COMMA)) {
        error_at(p, token_start(p, p->t), "unexpected comma; expecting ]");
        take(p);
    }
    expect(p, TOK_RBRACK);
    NodeId elem = parse_type(p);
    return add_node(p, NODE_ARRAY_TYPE, lbrack, len.v, elem.v);
}

// Behind a name, [ begins the type of a field or parameter (x []E, x [P]E) or type arguments of an
// embedded or unnamed type x[P1, P2]; then the result has no name.
NamedType parse_array_or_instance(Parser *p, NodeId name, uint32_t first)
{
    uint32_t lbrack = take(p), mark = p->stack_len, trailing = 0;
    if (!at(p, TOK_RBRACK)) {
        p->expr_level++;
        push(p, parse_rhs(p).v);
        while (at(p, TOK_COMMA)) {
            uint32_t comma = take(p);
            if (at(p, TOK_RBRACK)) {
                trailing = comma;
                break;
            }
            push(p, parse_rhs(p).v);
        }
        p->expr_level--;
    }
    uint32_t rbrack = expect(p, TOK_RBRACK), count = p->stack_len - mark;
    if (count > 1)
        return (NamedType){{0}, pack_index(p, name, first, lbrack, mark, rbrack)};
    NodeId len = {count ? p->stack[mark] : 0};
    NodeId elem = count ? parse_type_or_none(p) : parse_type(p);
    if (!node_ok(elem))
        return (NamedType){{0}, pack_index(p, name, first, lbrack, mark, rbrack)};
    if (trailing)
        error_at(p, token_start(p, trailing), "unexpected comma; expecting ]");
    p->stack_len = mark;
    return (NamedType){name, add_node(p, NODE_ARRAY_TYPE, lbrack, len.v, elem.v)};
}

// ---- Structs ----

// EmbeddedField = [ "*" ] TypeName [ TypeArgs ] . Parentheses are an error.
static NodeId parse_embedded_pointer(Parser *p)
{
    bool paren = false;
    if (at(p, TOK_LPAREN)) {
        error_at(p, token_start(p, p->t), "cannot parenthesize embedded type");
        take(p);
        paren = true;
    }
    uint32_t star = 0;
    if (at(p, TOK_MUL))
        star = take(p);
    if (star && !paren && at(p, TOK_LPAREN)) {
        error_at(p, token_start(p, p->t), "cannot parenthesize embedded type");
        take(p);
        paren = true;
    }
    NodeId type = parse_named_type(p, (NodeId){0}, p->t);
    if (paren && at(p, TOK_RPAREN))
        take(p);
    return star ? add_node(p, NODE_STAR_EXPR, star, type.v, 0) : type;
}

// Names and type of a field, from its first name on. The names go to the stack.
static NodeId parse_named_field(Parser *p)
{
    uint32_t first = p->t, mark = p->stack_len;
    NodeId name = parse_name(p);
    if (at(p, TOK_PERIOD))
        return parse_named_type(p, name, first);
    if (at(p, TOK_STRING) || at(p, TOK_SEMICOLON) || at(p, TOK_RBRACE))
        return name;
    push(p, name.v);
    while (at(p, TOK_COMMA)) {
        take(p);
        push(p, parse_name(p).v);
    }
    if (p->stack_len - mark > 1 || !at(p, TOK_LBRACK))
        return parse_type(p);
    p->stack_len = mark;
    NamedType field = parse_array_or_instance(p, name, first);
    if (node_ok(field.name))
        push(p, field.name.v);
    return field.type;
}

// Makes a Field; its names are on the stack from `mark` on.
NodeId add_field(Parser *p, uint32_t first, uint32_t mark, NodeId type, NodeId tag)
{
    uint32_t names = p->stack_len - mark;
    if (names == 0 && !node_ok(tag))
        return add_node(p, NODE_FIELD, first, type.v, 0);
    if (names == 1 && !node_ok(tag)) {
        p->stack_len = mark;
        return add_node(p, NODE_FIELD | FLAG_ONE, first, type.v, p->stack[mark]);
    }
    uint32_t record = RECORD(p, mark, tag.v, names);
    return add_node(p, NODE_FIELD, first, type.v, record);
}

// FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
static NodeId parse_field_decl(Parser *p)
{
    uint32_t first = p->t, mark = p->stack_len;
    NodeId type = at(p, TOK_IDENT) ? parse_named_field(p) : parse_embedded_pointer(p);
    NodeId tag = {0};
    if (at(p, TOK_STRING))
        tag = add_node(p, NODE_BASIC_LIT, take(p), 0, 0);
    expect_semicolon(p);
    return add_field(p, first, mark, type, tag);
}

// Reports what is no member of a struct or interface, and skips it. False where the type ends.
static bool skip_bad_member(Parser *p, const char *wanted)
{
    if (at(p, TOK_RBRACE) || at(p, TOK_EOF) || starts_decl(p))
        return false;
    uint32_t before = p->t;
    error_expected(p, wanted);
    skip_misspelled(p);
    skip_to(p, SKIP_STMT);
    if (at(p, TOK_SEMICOLON))
        take(p);
    return p->t > before;
}

static NodeId finish_members(Parser *p, uint32_t open, uint32_t mark)
{
    uint32_t close = expect(p, TOK_RBRACE);
    uint32_t record = RECORD(p, mark, close, p->stack_len - mark);
    return add_node(p, NODE_FIELD_LIST, open, record, 0);
}

// StructType = "struct" "{" { FieldDecl ";" } "}" .
static NodeId parse_struct_type(Parser *p)
{
    uint32_t token = take(p), mark = p->stack_len, open = expect_lbrace(p);
    do {
        while (at(p, TOK_IDENT) || at(p, TOK_MUL) || at(p, TOK_LPAREN))
            push(p, parse_field_decl(p).v);
    } while (open && skip_bad_member(p, "field name or embedded type"));
    NodeId fields = finish_members(p, open ? open : token, mark);
    return add_node(p, NODE_STRUCT_TYPE, token, fields.v, 0);
}

// ---- Interfaces ----

// TypeTerm = Type | UnderlyingType . UnderlyingType = "~" Type .
static NodeId parse_term(Parser *p)
{
    uint32_t from = p->t;
    if (at(p, TOK_TILDE)) {
        take(p);
        NodeId type = parse_type(p);
        return add_node(p, NODE_UNARY_EXPR, from, type.v, 0);
    }
    NodeId type = parse_type_or_none(p);
    if (node_ok(type))
        return type;
    error_expected(p, "~ term or type");
    skip_to(p, SKIP_EXPR);
    return bad_node(p, NODE_BAD_EXPR, from);
}

// TypeElem = TypeTerm { "|" TypeTerm } . `x` is its first term where that is already read.
NodeId parse_union(Parser *p, NodeId x, uint32_t first)
{
    if (!node_ok(x))
        x = parse_term(p);
    for (uint32_t length = 0; at(p, TOK_OR); length++) {
        if (length == SYNTAX_CHAIN_MAX)
            return chain_too_long(p, x);
        uint32_t token = take(p);
        NodeId y = parse_term(p);
        x = add_node(p, head_from(NODE_BINARY_EXPR, first, token), token, x.v, y.v);
    }
    return x;
}

static NodeId parse_method_signature(Parser *p)
{
    NodeId params = parse_parameters(p);
    NodeId results = parse_result(p);
    return add_node(p, NODE_FUNC_TYPE, 0, params.v, results.v);
}

// Behind a name in an interface, [ begins type arguments of an embedded type. Type parameters of a
// method, which no interface method has, are read for a better error.
static NodeId parse_bracket_in_interface(Parser *p, NodeId name, uint32_t first, bool *method)
{
    uint32_t lbrack = take(p), mark = p->stack_len;
    p->expr_level++;
    NodeId x = parse_expr(p);
    p->expr_level--;
    if (kind_of(p, x) == NODE_IDENT && !at(p, TOK_COMMA) && !at(p, TOK_RBRACK)) {
        parse_type_parameters_from(p, lbrack, x, (NodeId){0});
        error_at(p, token_start(p, lbrack), "interface method must have no type parameters");
        *method = true;
        return parse_method_signature(p);
    }
    push(p, x.v);
    p->expr_level++;
    while (next_in_list(p, "type argument list", TOK_RBRACK) && !at(p, TOK_RBRACK) &&
           !at(p, TOK_EOF))
        push(p, parse_type(p).v);
    p->expr_level--;
    uint32_t rbrack = expect_closing(p, TOK_RBRACK, "type argument list");
    return pack_index(p, name, first, lbrack, mark, rbrack);
}

// MethodSpec = MethodName Signature . Or an embedded type that starts with a name.
static NodeId parse_method_spec(Parser *p)
{
    uint32_t first = p->t, mark = p->stack_len;
    NodeId name = parse_type_name(p, (NodeId){0}, first), type = name;
    bool method = false;
    if (kind_of(p, name) == NODE_SELECTOR_EXPR) {
        if (at(p, TOK_LBRACK))
            type = parse_type_instance(p, name, first);
    } else if (at(p, TOK_LBRACK)) {
        type = parse_bracket_in_interface(p, name, first, &method);
    } else if (at(p, TOK_LPAREN)) {
        type = parse_method_signature(p);
        method = true;
    }
    if (method)
        push(p, name.v);
    else
        type = parse_union(p, type, first);
    return add_field(p, first, mark, type, (NodeId){0});
}

// InterfaceElem = MethodElem | TypeElem . The none node where neither starts.
static NodeId parse_interface_elem(Parser *p)
{
    uint32_t first = p->t;
    NodeId elem = {0};
    if (at(p, TOK_IDENT)) {
        elem = parse_method_spec(p);
    } else if (at(p, TOK_TILDE)) {
        elem = add_node(p, NODE_FIELD, first, parse_union(p, elem, first).v, 0);
    } else {
        NodeId type = parse_type_or_none(p);
        if (!node_ok(type))
            return type;
        elem = add_node(p, NODE_FIELD, first, parse_union(p, type, first).v, 0);
    }
    expect_semicolon(p);
    return elem;
}

// InterfaceType = "interface" "{" { InterfaceElem ";" } "}" .
static NodeId parse_interface_type(Parser *p)
{
    uint32_t token = take(p), mark = p->stack_len, open = expect_lbrace(p);
    do {
        for (NodeId elem; node_ok(elem = parse_interface_elem(p));)
            push(p, elem.v);
    } while (open && skip_bad_member(p, "method or embedded element"));
    NodeId methods = finish_members(p, open ? open : token, mark);
    return add_node(p, NODE_INTERFACE_TYPE, token, methods.v, 0);
}

// ---- The other types ----

// MapType = "map" "[" KeyType "]" ElementType .
static NodeId parse_map_type(Parser *p)
{
    uint32_t token = take(p);
    expect(p, TOK_LBRACK);
    NodeId key = parse_type(p);
    expect(p, TOK_RBRACK);
    NodeId value = parse_type(p);
    return add_node(p, NODE_MAP_TYPE, token, key.v, value.v);
}

// ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType .
static NodeId parse_chan_type(Parser *p)
{
    uint32_t token = p->t;
    uint32_t dir = CHAN_BOTH;
    if (at(p, TOK_CHAN)) {
        take(p);
        if (at(p, TOK_ARROW)) {
            take(p);
            dir = CHAN_SEND;
        }
    } else {
        take(p);
        expect(p, TOK_CHAN);
        dir = CHAN_RECV;
    }
    NodeId value = parse_type(p);
    return add_node(p, NODE_CHAN_TYPE, token, value.v, dir);
}

static NodeId parse_paren_type(Parser *p)
{
    uint32_t lparen = take(p);
    NodeId type = parse_type(p);
    uint32_t rparen = expect(p, TOK_RPAREN);
    return add_node(p, NODE_PAREN_EXPR, lparen, type.v, rparen);
}

// TypeLit = ArrayType | StructType | PointerType | FunctionType | InterfaceType | SliceType |
//           MapType | ChannelType .
// Type = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" .
static NodeId parse_type_at(Parser *p)
{
    switch (peek(p)) {
    case TOK_IDENT:
        return parse_named_type(p, (NodeId){0}, p->t);
    case TOK_LBRACK:
        return parse_array_type(p, take(p), (NodeId){0});
    case TOK_STRUCT:
        return parse_struct_type(p);
    case TOK_MUL: {
        // PointerType = "*" BaseType .
        uint32_t star = take(p);
        NodeId base = parse_type(p);
        return add_node(p, NODE_STAR_EXPR, star, base.v, 0);
    }
    case TOK_FUNC:
        return parse_func_type(p);
    case TOK_INTERFACE:
        return parse_interface_type(p);
    case TOK_MAP:
        return parse_map_type(p);
    case TOK_CHAN:
    case TOK_ARROW:
        return parse_chan_type(p);
    default: // TOK_LPAREN
        return parse_paren_type(p);
    }
}

NodeId parse_type_or_none(Parser *p)
{
    TokenKind kind = peek(p);
    if (kind != TOK_IDENT && kind != TOK_LBRACK && !starts_parameter_type(kind))
        return (NodeId){0};
    if (kind == TOK_FUNC && at_func_head(p))
        return (NodeId){0};
    if (!enter(p)) {
        leave(p);
        return too_deep(p, NODE_BAD_EXPR);
    }
    NodeId type = parse_type_at(p);
    leave(p);
    return type;
}

NodeId parse_type(Parser *p)
{
    NodeId type = parse_type_or_none(p);
    if (node_ok(type))
        return type;
    uint32_t from = p->t;
    error_expected(p, "type");
    skip_to(p, SKIP_EXPR);
    return bad_node(p, NODE_BAD_EXPR, from);
}

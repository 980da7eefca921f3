// parse_param.c - parameters, type parameters and results.
//
// Whether "a, b" in a list names parameters or types shows only at its end, so a list is read as
// pairs of what may be names and types, and the pairs are told apart when it is complete.
#include "syntax/parse.h"

// ParameterDecl's type with "..." : [ "..." ] Type .
static NodeId parse_variadic_type(Parser *p)
{
    uint32_t token = take(p);
    NodeId elem = parse_type(p);
    return add_node(p, NODE_ELLIPSIS, token, elem.v, 0);
}

bool starts_parameter_type(TokenKind kind)
{
    switch (kind) {
    case TOK_MUL:
    case TOK_ARROW:
    case TOK_FUNC:
    case TOK_CHAN:
    case TOK_MAP:
    case TOK_STRUCT:
    case TOK_INTERFACE:
    case TOK_LPAREN:
        return true;
    default:
        return false;
    }
}

// What may follow a parameter's name, or a name that is itself the type. `sets`: in a type
// parameter list, where type sets (~T, A|B) are read. *whole is set where no | may follow any more.
static NamedType parse_behind_param_name(Parser *p, NodeId name, uint32_t first, bool sets,
                                         bool *whole)
{
    TokenKind kind = peek(p);
    if (kind == TOK_IDENT || starts_parameter_type(kind))
        return (NamedType){name, parse_type(p)};
    switch (kind) {
    case TOK_LBRACK:
        return parse_array_or_instance(p, name, first);
    case TOK_ELLIPSIS:
        *whole = true;
        return (NamedType){name, parse_variadic_type(p)};
    case TOK_PERIOD:
        return (NamedType){{0}, parse_named_type(p, name, first)};
    case TOK_TILDE:
        *whole = sets;
        return (NamedType){name, sets ? parse_union(p, (NodeId){0}, p->t) : (NodeId){0}};
    case TOK_OR:
        *whole = sets;
        return sets ? (NamedType){{0}, parse_union(p, name, first)} : (NamedType){name, {0}};
    default:
        return (NamedType){name, {0}};
    }
}

// ParameterDecl = [ IdentifierList ] [ "..." ] Type . TypeParamDecl = IdentifierList TypeConstraint
// . Reads one name, one type or one of each: which it is shows only when the list is known.
static NamedType parse_param(Parser *p, NodeId name, uint32_t first, bool sets)
{
    NamedType param = {0};
    bool whole = false;
    uint32_t type_first = p->t;
    if (node_ok(name) || at(p, TOK_IDENT)) {
        if (!node_ok(name))
            name = parse_name(p);
        type_first = p->t;
        param = parse_behind_param_name(p, name, first, sets, &whole);
        if (!node_ok(param.name))
            type_first = first;
    } else if (sets && at(p, TOK_TILDE)) {
        return (NamedType){{0}, parse_union(p, (NodeId){0}, first)};
    } else if (at(p, TOK_LBRACK) || starts_parameter_type(peek(p))) {
        param.type = parse_type(p);
    } else if (at(p, TOK_ELLIPSIS)) {
        return (NamedType){{0}, parse_variadic_type(p)};
    } else {
        error_expected(p, sets ? "']'" : "')'");
        skip_to(p, SKIP_EXPR);
    }
    if (sets && !whole && at(p, TOK_OR) && node_ok(param.type))
        param.type = parse_union(p, param.type, type_first);
    return param;
}

// A parameter list while it is read: names and types in pairs on the stack from `mark` on.
typedef struct ParamList {
    uint32_t mark, count;
    uint32_t named, typed; // how many have a name and a type, a type
    uint32_t start;        // offset of the first
    TokenKind closing;
} ParamList;

// The two words of a pair: name and type.
static uint32_t *param_words(Parser *p, const ParamList *list, uint32_t i)
{
    return p->stack + list->mark + 2 * i;
}

static void push_param(Parser *p, ParamList *list, NamedType param)
{
    if (!node_ok(param.name) && !node_ok(param.type))
        return;
    push(p, param.name.v);
    push(p, param.type.v);
    list->count++;
    list->named += node_ok(param.name) && node_ok(param.type);
    list->typed += node_ok(param.type);
}

static void report_missing(Parser *p, const ParamList *list, uint32_t at_offset)
{
    bool type_params = list->closing == TOK_RBRACK;
    if (list->named == list->typed)
        error_at(p, token_start(p, p->t),
                 type_params ? "missing type constraint" : "missing parameter type");
    else if (type_params)
        error_at(p, at_offset, "missing type parameter name%s",
                 list->count == 1 ? " or invalid array length" : "");
    else
        error_at(p, at_offset, "missing parameter name");
}

// All unnamed: every name that was read is a type.
static void names_to_types(Parser *p, const ParamList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t *param = param_words(p, list, i);
        if (param[0])
            param[1] = param[0];
        param[0] = 0;
    }
    if (list->closing == TOK_RBRACK)
        report_missing(p, list, list->start);
}

// Some are named, so all must be: a name without type takes the type to its right.
static void distribute_types(Parser *p, const ParamList *list)
{
    NodeId type = {0};
    uint32_t wrong = UINT32_MAX; // offset of the left-most parameter that is not complete
    for (uint32_t i = list->count; i-- > 0;) {
        uint32_t *param = param_words(p, list, i);
        NodeId name = {param[0]};
        if (param[1]) {
            type.v = param[1];
            if (node_ok(name))
                continue;
            wrong = start_of(p, type);
            param[0] = add_node(p, NODE_IDENT | FLAG_MISSING, first_token_of(p, type), wrong, 0).v;
        } else if (node_ok(type)) {
            param[1] = type.v;
        } else {
            wrong = start_of(p, name);
            Span span = {wrong, end_of(p, name)};
            param[1] = bad_span(p, NODE_BAD_EXPR, first_token_of(p, name), span).v;
        }
    }
    if (wrong != UINT32_MAX)
        report_missing(p, list, wrong);
}

// Spec, Parameter: "..." is for the last parameter only, and not for results.
static void check_variadic(Parser *p, const ParamList *list, bool variadic)
{
    bool reported = false;
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t *param = param_words(p, list, i);
        NodeId type = {param[1]};
        if (kind_of(p, type) != NODE_ELLIPSIS || (variadic && i + 1 == list->count))
            continue;
        if (!reported)
            error_at(p, start_of(p, type),
                     variadic ? "can only use ... with final parameter" : "invalid use of ...");
        reported = true;
        Span span = {start_of(p, type), end_of(p, type)};
        param[1] = bad_span(p, NODE_BAD_EXPR, first_token_of(p, type), span).v;
    }
}

// Makes one Field for each type: names that share a type share a Field. The Fields take the place
// of the pairs on the stack.
static void pairs_to_fields(Parser *p, const ParamList *list)
{
    uint32_t base = p->stack_len;
    for (uint32_t i = 0; i < list->count;) {
        uint32_t mark = p->stack_len;
        NodeId name = {param_words(p, list, i)[0]}, type = {param_words(p, list, i)[1]};
        uint32_t first = node_ok(name) ? p->nodes[name.v].token : first_token_of(p, type);
        do {
            if (node_ok(name))
                push(p, param_words(p, list, i)[0]);
            i++;
        } while (node_ok(name) && i < list->count && param_words(p, list, i)[1] == type.v);
        push(p, add_field(p, first, mark, type, (NodeId){0}).v);
    }
    uint32_t fields = p->stack_len - base;
    for (uint32_t i = 0; i < fields; i++)
        p->stack[list->mark + i] = p->stack[base + i];
    p->stack_len = list->mark + fields;
}

// ParameterList = ParameterDecl { "," ParameterDecl } . TypeParamList likewise. Pushes the Fields.
static void parse_param_list(Parser *p, NamedType first, TokenKind closing, bool variadic)
{
    ParamList list = {.mark = p->stack_len, .closing = closing};
    bool sets = closing == TOK_RBRACK;
    uint32_t first_token = p->t;
    if (node_ok(first.name))
        first_token = p->nodes[first.name.v].token;
    list.start = token_start(p, first_token);
    while (node_ok(first.name) || (!at(p, closing) && !at(p, TOK_EOF))) {
        NamedType param = first;
        if (node_ok(first.type))
            param.type = parse_union(p, first.type, first_token_of(p, first.type));
        else
            param = parse_param(p, first.name, node_ok(first.name) ? first_token : p->t, sets);
        first = (NamedType){0};
        push_param(p, &list, param);
        if (!next_in_list(p, "parameter list", closing))
            break;
    }
    if (list.count == 0)
        return;
    if (list.named == 0)
        names_to_types(p, &list);
    else if (list.named != list.count)
        distribute_types(p, &list);
    check_variadic(p, &list, variadic);
    pairs_to_fields(p, &list);
}

static NodeId finish_params(Parser *p, uint32_t open, uint32_t mark, TokenKind closing)
{
    uint32_t close = expect(p, closing);
    uint32_t record = RECORD(p, mark, close, p->stack_len - mark);
    return add_node(p, NODE_FIELD_LIST, open, record, 0);
}

NodeId parse_type_parameters_from(Parser *p, uint32_t lbrack, NodeId name, NodeId constraint)
{
    uint32_t mark = p->stack_len;
    parse_param_list(p, (NamedType){name, constraint}, TOK_RBRACK, false);
    return finish_params(p, lbrack, mark, TOK_RBRACK);
}

// TypeParameters = "[" TypeParamList [ "," ] "]" .
NodeId parse_type_parameters(Parser *p)
{
    uint32_t open = take(p), mark = p->stack_len;
    if (!at(p, TOK_RBRACK))
        parse_param_list(p, (NamedType){{0}, {0}}, TOK_RBRACK, false);
    bool empty = p->stack_len == mark;
    uint32_t close = p->t;
    NodeId list = finish_params(p, open, mark, TOK_RBRACK);
    if (empty) {
        error_at(p, token_start(p, close), "empty type parameter list");
        return (NodeId){0};
    }
    return list;
}

static NodeId parse_paren_params(Parser *p, bool variadic)
{
    uint32_t mark = p->stack_len, open = expect(p, TOK_LPAREN);
    if (open == 0) {
        uint32_t none = RECORD(p, mark, 0, 0);
        return add_node(p, NODE_FIELD_LIST | FLAG_MISSING, p->t, none, 0);
    }
    if (!at(p, TOK_RPAREN))
        parse_param_list(p, (NamedType){{0}, {0}}, TOK_RPAREN, variadic);
    return finish_params(p, open, mark, TOK_RPAREN);
}

// Parameters = "(" [ ParameterList [ "," ] ] ")" .
NodeId parse_parameters(Parser *p)
{
    return parse_paren_params(p, true);
}

// Result = Parameters | Type . The none node where there is no result.
NodeId parse_result(Parser *p)
{
    if (at(p, TOK_LPAREN))
        return parse_paren_params(p, false);
    uint32_t first = p->t, mark = p->stack_len;
    NodeId type = parse_type_or_none(p);
    if (!node_ok(type))
        return type;
    push(p, add_node(p, NODE_FIELD, first, type.v, 0).v);
    uint32_t record = RECORD(p, mark, 0, 1);
    return add_node(p, NODE_FIELD_LIST, 0, record, 0);
}

// FunctionType = "func" Signature . Signature = Parameters [ Result ] .
NodeId parse_func_type(Parser *p)
{
    uint32_t token = take(p);
    if (at(p, TOK_LBRACK)) {
        uint32_t open = p->t;
        if (node_ok(parse_type_parameters(p)))
            error_at(p, token_start(p, open), "function type must have no type parameters");
    }
    NodeId params = parse_parameters(p);
    NodeId results = parse_result(p);
    return add_node(p, NODE_FUNC_TYPE, token, params.v, results.v);
}

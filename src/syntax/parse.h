// parse.h - what the files of the parser share. Private to src/syntax.
//
// Recursive descent over the token arrays, after the grammar of the Go specification; each function
// is headed by its clause. What the parser accepts, where errors are placed and how it goes on
// after them follows go/parser, so that both agree on what a Go file is. Nodes are made after their
// children; lists are gathered on a stack of words and copied to `extra` when they end.
//
//   parse.c       entry, list building, source files and snippets
//   recover.c     errors and how to go on after them
//   parse_decl.c  declarations
//   parse_type.c  types
//   parse_param.c parameters, type parameters, results
//   parse_expr.c  expressions
//   parse_stmt.c  statements
#ifndef CURFEW_SYNTAX_PARSE_H
#define CURFEW_SYNTAX_PARSE_H

#include "syntax/tree.h"

typedef struct Parser {
    const uint8_t *kinds; // of the tokens
    uint32_t t;           // the current token
    uint32_t depth;       // open recursions, see SYNTAX_DEPTH_MAX
    int expr_level;       // below 0 in the header of if, for, switch: { opens the block there
    uint32_t clauses;     // open clauses of switch and select
    bool in_rhs;          // = where an operator may stand is a mistyped ==
    Node *nodes;
    uint32_t node_count, node_cap;
    uint32_t *extra;
    uint32_t extra_count, extra_cap;
    uint32_t *stack; // words of lists that are being read
    uint32_t stack_len, stack_cap;
    Ast *ast;
} Parser;

// ---- Tokens ----

static inline TokenKind peek(const Parser *p)
{
    return (TokenKind)p->kinds[p->t];
}

static inline bool at(const Parser *p, TokenKind kind)
{
    return p->kinds[p->t] == kind;
}

// Takes the current token, which is known not to be TOK_EOF.
static inline uint32_t take(Parser *p)
{
    return p->t++;
}

// Goes on by one token; stays at TOK_EOF.
static inline void skip_token(Parser *p)
{
    if (!at(p, TOK_EOF))
        p->t++;
}

static inline bool is_auto_semicolon(const Parser *p)
{
    return at(p, TOK_SEMICOLON) && p->ast->tokens.lengths[p->t] == 0;
}

static inline uint32_t token_start(const Parser *p, uint32_t token)
{
    return p->ast->tokens.starts[token];
}

// ---- recover.c ----

uint32_t expect_failed(Parser *p, TokenKind kind);

// Takes a token of this kind and returns it. Another kind is an error; it is skipped unless it is a
// landmark (see recover.c), and the result is 0 where the wanted kind does not follow it either.
static inline uint32_t expect(Parser *p, TokenKind kind)
{
    if (at(p, kind))
        return p->t++;
    return expect_failed(p, kind);
}

// As expect, and names the list in which a line end came instead of a comma.
uint32_t expect_closing(Parser *p, TokenKind kind, const char *context);

uint32_t expect_lbrace_failed(Parser *p);

// As expect for {; where it is missing, it is looked for in the rest of the line and in the next.
static inline uint32_t expect_lbrace(Parser *p)
{
    return at(p, TOK_LBRACE) ? p->t++ : expect_lbrace_failed(p);
}

void expect_semicolon_failed(Parser *p);

static inline void expect_semicolon(Parser *p)
{
    if (at(p, TOK_SEMICOLON))
        p->t++;
    else if (!at(p, TOK_RPAREN) && !at(p, TOK_RBRACE))
        expect_semicolon_failed(p); // it may be left out before a closing ) or }
}

bool comma_missing(Parser *p, const char *context, TokenKind closing);

// Whether a list goes on behind an element. Takes the comma; a missing one is an error.
static inline bool next_in_list(Parser *p, const char *context, TokenKind closing)
{
    if (at(p, TOK_COMMA)) {
        p->t++;
        return true;
    }
    return !at(p, closing) && comma_missing(p, context, closing);
}

void error_at(Parser *p, uint32_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// "expected WHAT, found …" at the current token, and at the start of a node.
void error_expected(Parser *p, const char *what);
void error_expected_at(Parser *p, NodeId n, const char *what);

typedef enum SkipTo {
    SKIP_STMT, // where a statement ends or the next begins, or a block
    SKIP_EXPR, // also at what stands between expressions: comma and colon
} SkipTo;

// Skips tokens up to one of the set outside the brackets that are opened on the way. May skip none.
void skip_to(Parser *p, SkipTo set);

// Skips the current token unless it is a landmark.
void skip_misspelled(Parser *p);

// Skips at least one token, up to the next declaration at the start of a line.
void skip_to_decl(Parser *p);

// Whether the current token begins a declaration (and not a function literal).
bool starts_decl(const Parser *p);

// Whether "func" at the current token can only be the head of a declared function: where a type or
// operand is wanted, something before it is missing.
bool at_func_head(const Parser *p);

// Whether the current token is the first of its line.
bool at_line_start(const Parser *p);

// Whether a declaration keyword inside a block shows that the block was not closed: functions are
// declared outside only. Call at const, func, import, type, var.
bool at_outer_decl(const Parser *p);

// Makes a Bad… node from `from` (a token that was current before) up to the current token.
NodeId bad_node(Parser *p, NodeKind kind, uint32_t from);
NodeId bad_span(Parser *p, NodeKind kind, uint32_t token, Span span);
NodeId missing_name(Parser *p);

// Reports that nesting is too deep and skips to the end of the surrounding brackets.
NodeId too_deep(Parser *p, NodeKind bad);

static inline bool enter(Parser *p)
{
    return ++p->depth <= SYNTAX_DEPTH_MAX;
}

static inline void leave(Parser *p)
{
    p->depth--;
}

// ---- Nodes and lists: parse.c ----

void grow_nodes(Parser *p);
void grow_extra(Parser *p, uint32_t more);
void grow_stack(Parser *p);

static inline NodeId add_node(Parser *p, uint32_t head, uint32_t token, uint32_t a, uint32_t b)
{
    if (p->node_count == p->node_cap)
        grow_nodes(p);
    p->nodes[p->node_count] = (Node){head, token, a, b};
    return (NodeId){p->node_count++};
}

// The head of a node that starts at token `first`, before its own token.
static inline uint32_t head_from(uint32_t kind_and_flags, uint32_t first, uint32_t token)
{
    uint32_t distance = token - first;
    if (distance > DISTANCE_MAX)
        distance = DISTANCE_MAX;
    return kind_and_flags | distance << DISTANCE_SHIFT;
}

static inline void push(Parser *p, uint32_t word)
{
    if (p->stack_len == p->stack_cap)
        grow_stack(p);
    p->stack[p->stack_len++] = word;
}

// Makes a record of `count` words and then the words on the stack from `mark` on, which leave it.
static inline uint32_t add_record(Parser *p, uint32_t count, const uint32_t *words, uint32_t mark)
{
    uint32_t list = p->stack_len - mark;
    if (p->extra_cap - p->extra_count < count + list)
        grow_extra(p, count + list);
    uint32_t index = p->extra_count;
    uint32_t *to = p->extra + index;
    for (uint32_t i = 0; i < count; i++)
        to[i] = words[i];
    for (uint32_t i = 0; i < list; i++)
        to[count + i] = p->stack[mark + i];
    p->extra_count += count + list;
    p->stack_len = mark;
    return index;
}

#define RECORD(p, mark, ...)                                                                       \
    add_record((p), (uint32_t)(sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t)),              \
               (uint32_t[]){__VA_ARGS__}, (mark))

static inline NodeKind kind_of(const Parser *p, NodeId n)
{
    return head_kind(p->nodes[n.v].head);
}

uint32_t first_token_of(const Parser *p, NodeId n);
uint32_t start_of(const Parser *p, NodeId n);
uint32_t end_of(const Parser *p, NodeId n);

// ---- parse_type.c ----

typedef struct NamedType {
    NodeId name, type;
} NamedType;

NodeId parse_type(Parser *p);
NodeId parse_type_or_none(Parser *p); // the none node where no type starts
NodeId parse_array_type(Parser *p, uint32_t lbrack, NodeId len);
NodeId parse_func_type(Parser *p);
// These go on from a name or type that is read from token `first` on, or start with the none node.
NodeId parse_named_type(Parser *p, NodeId name, uint32_t first);
NodeId parse_union(Parser *p, NodeId x, uint32_t first);
NamedType parse_array_or_instance(Parser *p, NodeId name, uint32_t first);
// These take the nodes that are on the stack from `mark` on: arguments, and names.
NodeId pack_index(Parser *p, NodeId x, uint32_t first, uint32_t lbrack, uint32_t mark,
                  uint32_t rbrack);
NodeId add_field(Parser *p, uint32_t first, uint32_t mark, NodeId type, NodeId tag);

// ---- parse_param.c ----

bool starts_parameter_type(TokenKind kind); // a type that is no name and no array
NodeId parse_parameters(Parser *p);
NodeId parse_result(Parser *p);
NodeId parse_type_parameters(Parser *p);
// The rest of a type parameter list whose [ and first name, and perhaps constraint, are read.
NodeId parse_type_parameters_from(Parser *p, uint32_t lbrack, NodeId name, NodeId constraint);

// ---- parse_expr.c ----

NodeId parse_name(Parser *p);
NodeId parse_expr(Parser *p);
NodeId parse_rhs(Parser *p); // an expression where = cannot stand for assignment
NodeId parse_primary(Parser *p, NodeId x, uint32_t first);
NodeId parse_binary(Parser *p, NodeId x, uint32_t first, int min_precedence);
void parse_expr_list(Parser *p, bool in_rhs); // pushes the expressions
NodeId unparen(const Parser *p, NodeId n);
// Reports that a chain is longer than SYNTAX_CHAIN_MAX, skips the rest of it and returns `x`.
NodeId chain_too_long(Parser *p, NodeId x);

// ---- parse_stmt.c ----

NodeId parse_stmt(Parser *p);
NodeId parse_block(Parser *p);
NodeId parse_func_block(Parser *p); // a block that no clause reaches into
NodeId parse_no_stmt(Parser *p);    // reports and skips what is no statement

// ---- parse_decl.c ----

NodeId parse_decl(Parser *p);

#endif

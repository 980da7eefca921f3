// tree.h - how the tree is packed. Private to src/syntax: the parser writes it, ast*.c read it.
//
// A Node is 16 bytes: a head (kind, two flags, distance), its token and two words a and b. Words
// are node ids or indexes into `extra`, an array of words where longer records and lists lie. The
// distance is how many tokens before its own token a node starts; it makes the start of a long
// chain such as a.b().c().d() known without walking to its far end. What does not fit the field
// is found by walking.
//
// In the table of records below, {…} is a record in extra, x* a list, and #x a list's length.
// A record's lists follow its fixed words in the order of their lengths.
//
//   FILE            token package                        a {name, #decls, #stmts, decls*, stmts*}
//   BAD_*           token first one   a start offset     b end offset
//   GEN_DECL        token keyword     a {lparen, rparen, #specs, specs*}
//   FUNC_DECL       token func        a {recv, name, type}              b body
//   IMPORT_SPEC     token of path     a name             b path
//   VALUE_SPEC      token first name  a {type, #names, #values, names*, values*}
//   TYPE_SPEC       token of name     a {name, type parameters, =}      b type
//   FIELD_LIST      token open        a {close, #fields, fields*} FLAG_MISSING as BLOCK_STMT
//   FIELD           token first one   a type             b {tag, #names, names*}, or with FLAG_ONE
//                                                          the only name, there being no tag
//   IDENT           token name        (FLAG_MISSING: a is the offset where it should be)
//   ELLIPSIS        token ...         a element
//   BASIC_LIT       token literal     (FLAG_MISSING as IDENT)
//   FUNC_LIT        token func        a type             b body
//   COMPOSITE_LIT   token {           a type             b {}}, #elts, elts*}
//   PAREN_EXPR      token (           a operand          b )
//   SELECTOR_EXPR   token .           a operand          b name
//   INDEX_EXPR      token [           a operand          b {], 1, index}
//   INDEX_LIST_EXPR token [           a operand          b {], #indices, indices*}
//   SLICE_EXPR      token [           a operand          b {], low, high, max} FLAG_THREE
//   TYPE_ASSERT_EXPR token (          a operand          b {), type}
//   CALL_EXPR       token (           a function         b {), ellipsis, #args, args*}
//   STAR_EXPR, UNARY_EXPR, GO_STMT, DEFER_STMT, DECL_STMT, EXPR_STMT, SELECT_STMT  a operand
//   BINARY_EXPR, KEY_VALUE_EXPR, SEND_STMT   token operator   a left   b right
//   ARRAY_TYPE      token [           a length           b element
//   STRUCT_TYPE, INTERFACE_TYPE       a field list
//   FUNC_TYPE       token func or 0   a parameters       b results, or with FLAG_GENERIC
//                                                          {results, type parameters}
//   MAP_TYPE        token map         a key              b value
//   CHAN_TYPE       token first one   a value            b ChanDir
//   EMPTY_STMT      token ; or }
//   LABELED_STMT    token :           a label            b statement
//   INC_DEC_STMT    token operator    a operand
//   ASSIGN_STMT     token operator    a, b left and right with FLAG_ONE, else
//                                     a {#lhs, #rhs, lhs*, rhs*}
//   RETURN_STMT     token return      a {#results, results*}, 0 for none, with FLAG_ONE the result
//   BRANCH_STMT     token keyword     a label
//   BLOCK_STMT      token {           a {}}, #stmts, stmts*} FLAG_MISSING: no {, token is where
//   IF_STMT         token if          a {init, cond, else}              b body
//   CASE_CLAUSE     token keyword     a {:, #exprs, #body, exprs*, body*}
//   SWITCH_STMT, TYPE_SWITCH_STMT     token switch       a {init, tag}  b body
//   COMM_CLAUSE     token keyword     a statement        b {:, #body, body*}
//   FOR_STMT        token for         a {init, cond, post}              b body
//   RANGE_STMT      token for         a {key, value, operator token, x} b body
#ifndef CURFEW_SYNTAX_TREE_H
#define CURFEW_SYNTAX_TREE_H

#include "syntax/scan.h"

typedef struct Node {
    uint32_t head, token, a, b;
} Node;

enum {
    KIND_BITS = 8,
    FLAG_BITS = 2,
    DISTANCE_SHIFT = KIND_BITS + FLAG_BITS,
    DISTANCE_MAX = (1 << (32 - DISTANCE_SHIFT)) - 1, // stands for "walk"
};

// No kind needs two of these at once with the same value.
enum {
    FLAG_ONE = 1 << KIND_BITS,
    FLAG_MISSING = 1 << KIND_BITS,
    FLAG_THREE = 1 << KIND_BITS,
    FLAG_GENERIC = 1 << KIND_BITS,
};

struct Ast {
    const Source *source;
    const char *text; // bytes [range.start, range.end) and a NUL
    char *copy;       // text, where it is not the source's own
    Span range;
    Tokens tokens;
    Node *nodes;
    uint32_t node_count, node_cap;
    uint32_t *extra; // extra[0] is unused, so that index 0 is "no record"
    uint32_t extra_count, extra_cap;
    NodeId root;
    Faults faults;
};

static inline NodeKind head_kind(uint32_t head)
{
    return (NodeKind)(head & ((1u << KIND_BITS) - 1));
}

static inline uint32_t head_distance(uint32_t head)
{
    return head >> DISTANCE_SHIFT;
}

// Fields of a node for the files that read the tree; none of them is for the none node.
static inline const Node *tree_node(const Ast *ast, NodeId n)
{
    return &ast->nodes[n.v];
}

static inline NodeId tree_child(uint32_t word)
{
    return (NodeId){word};
}

static inline NodeList tree_list(const Ast *ast, uint32_t index, uint32_t len)
{
    // A NodeId is one 32-bit word, so the words of extra can be read as NodeIds.
    return (NodeList){(const NodeId *)(const void *)(ast->extra + index), len};
}

#endif

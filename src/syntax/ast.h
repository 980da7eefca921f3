// ast.h - the syntax tree of one Go file or snippet.
//
// Nodes are 16-byte records in one array, tokens in parallel arrays (after Zig's AST); a NodeId or
// TokenId is an index, and index 0 of both is "none". How a record packs its children is private to
// ast.c: everyone else asks for a view, a small struct by value named as in go/ast. Lists point
// into the tree and live as long as it. Names are not interned here; ast_text gives the bytes.
//
// Offsets are bytes in the Source that the tree was read from (for a snippet: the whole document).
#ifndef CURFEW_SYNTAX_AST_H
#define CURFEW_SYNTAX_AST_H

#include "base/source.h"
#include "syntax/token.h"

typedef struct NodeId {
    uint32_t v;
} NodeId;

typedef struct TokenId {
    uint32_t v;
} TokenId;

typedef struct NodeList {
    const NodeId *items;
    uint32_t len;
} NodeList;

static inline bool node_ok(NodeId n)
{
    return n.v != 0;
}

static inline bool node_eq(NodeId a, NodeId b)
{
    return a.v == b.v;
}

// LIST_EACH(p, list) { ... } runs the body with p pointing at each NodeId in turn.
#define LIST_EACH(p, list)                                                                         \
    for (const NodeId *p = (list).items; p && p < (list).items + (list).len; p++)

typedef enum NodeKind {
    NODE_NONE,
#define NODE(name, text) NODE_##name,
#include "syntax/nodes.def"
    NODE_KIND_COUNT
} NodeKind;

// Go's name of the kind ("CallExpr").
const char *node_kind_name(NodeKind kind);

// A comment: one // or /* */ token. `next` is the token that follows it.
typedef struct Comment {
    Span span;
    TokenId next;
} Comment;

typedef struct SyntaxError {
    uint32_t offset;
    const char *message; // owned by the tree
} SyntaxError;

typedef struct Ast Ast;

enum {
    // How deep statements, types and expressions nest before the parser stops with an error. What
    // people and generators write stays below 130 levels (measured over 146 MB: Go's own source and
    // three large modules). At 4,000 the parser's recursion takes at most 3 MiB of stack, and 5 in
    // a
    // sanitizer build, of the 8 that a thread usually has.
    SYNTAX_DEPTH_MAX = 4000,
    // How long one chain of binary operators, selectors or calls may be (a+b+c+…, a.b().c()…),
    // which is how deep a tree leans to the left. go/parser's own number. Walk the left operand
    // with a loop, not by recursion.
    SYNTAX_CHAIN_MAX = 100000,
};

// What kind of text is parsed.
typedef enum ParseMode {
    PARSE_FILE,    // a Go source file, judged as go/parser does
    PARSE_SNIPPET, // package clause optional; imports, declarations and statements in any order
} ParseMode;

// Parses bytes [range.start, range.end) of `source`. Always gives a tree; what could not be parsed
// is BadExpr, BadStmt or BadDecl, and ast_errors says why, in source order. `text`, when not NULL,
// replaces the source's bytes in that range (same length; the snippet reader blanks out quote
// marks so); it is copied. The tree keeps a pointer to `source`.
Ast *ast_parse(const Source *source, Span range, const char *text, ParseMode mode);
void ast_free(Ast *ast);

const Source *ast_source(const Ast *ast);
NodeId ast_root(const Ast *ast);          // the File
uint32_t ast_node_count(const Ast *ast);  // valid ids are 1 … count-1
uint32_t ast_token_count(const Ast *ast); // valid ids are 1 … count-1
const SyntaxError *ast_errors(const Ast *ast, uint32_t *count);
const Comment *ast_comments(const Ast *ast, uint32_t *count); // in source order
size_t ast_bytes(const Ast *ast);                             // memory held, for --stats

// Tokens.
TokenKind token_kind(const Ast *ast, TokenId t);
Span token_span(const Ast *ast, TokenId t);
Str token_text(const Ast *ast, TokenId t);
bool token_is_auto(const Ast *ast, TokenId t);     // a semicolon that the scanner put at a line end
TokenId token_at(const Ast *ast, uint32_t offset); // last token that starts at or before offset

// Nodes.
NodeKind node_kind(const Ast *ast, NodeId n);
Span node_span(const Ast *ast, NodeId n); // Pos() to End() of go/ast
TokenId node_token(const Ast *ast,
                   NodeId n); // the token that made the node (operator, keyword, name)
TokenId node_first(const Ast *ast, NodeId n);
TokenId node_last(const Ast *ast, NodeId n);
Str ast_text(const Ast *ast, NodeId n); // bytes of the node: an Ident's name, a literal

// All children in source order (of a snippet's File: declarations, then statements); the callback
// returns false to stop. Returns false when stopped.
bool ast_each_child(const Ast *ast, NodeId n, bool (*visit)(void *ctx, NodeId child), void *ctx);

// The comment group that ends on the line before the node's line (or on it, before the node): its
// doc comment. Gives the range of indexes into ast_comments, empty when there is none.
typedef struct CommentRange {
    uint32_t start, end;
} CommentRange;
CommentRange ast_doc(const Ast *ast, NodeId n);

// The end of the comment group that starts at the given comment, as go/parser forms groups: the
// index behind its last comment. A group ends at an empty line or a token.
uint32_t ast_comment_group_end(const Ast *ast, uint32_t first);

// ---- Views. An absent child is the none node; an absent token is token 0. ----

typedef struct FileView {
    TokenId package; // 0 where a snippet has no package clause
    NodeId name;
    NodeList decls;
    NodeList stmts; // PARSE_SNIPPET only: top-level statements, in order
} FileView;
FileView ast_file(const Ast *ast);

typedef struct GenDeclView {
    TokenKind keyword; // TOK_IMPORT, TOK_CONST, TOK_TYPE, TOK_VAR
    TokenId lparen, rparen;
    NodeList specs;
} GenDeclView;
GenDeclView ast_gen_decl(const Ast *ast, NodeId n);

typedef struct ImportSpecView {
    NodeId name; // Ident, also for . and _
    NodeId path; // BasicLit
} ImportSpecView;
ImportSpecView ast_import_spec(const Ast *ast, NodeId n);

typedef struct ValueSpecView {
    NodeList names;
    NodeId type;
    NodeList values;
} ValueSpecView;
ValueSpecView ast_value_spec(const Ast *ast, NodeId n);

typedef struct TypeSpecView {
    NodeId name, type_params; // FieldList
    TokenId assign;           // the = of an alias
    NodeId type;
} TypeSpecView;
TypeSpecView ast_type_spec(const Ast *ast, NodeId n);

typedef struct FuncDeclView {
    NodeId recv; // FieldList
    NodeId name;
    NodeId type; // FuncType, with the type parameters
    NodeId body; // none where the declaration has no body
} FuncDeclView;
FuncDeclView ast_func_decl(const Ast *ast, NodeId n);

typedef struct FieldListView {
    TokenId open, close; // ( ) or { } or [ ]; 0 for a bare result
    NodeList fields;
} FieldListView;
FieldListView ast_field_list(const Ast *ast, NodeId n);

typedef struct FieldView {
    NodeList names; // empty for an embedded field, an unnamed parameter, an embedded interface
    NodeId type;
    NodeId tag; // BasicLit
} FieldView;
FieldView ast_field(const Ast *ast, NodeId n);

typedef struct FuncTypeView {
    TokenId func;                        // 0 for methods of interfaces
    NodeId type_params, params, results; // FieldList; results may be none
} FuncTypeView;
FuncTypeView ast_func_type(const Ast *ast, NodeId n);

typedef struct FuncLitView {
    NodeId type, body;
} FuncLitView;
FuncLitView ast_func_lit(const Ast *ast, NodeId n);

typedef struct CompositeLitView {
    NodeId type; // none where elided
    TokenId lbrace, rbrace;
    NodeList elts; // KeyValueExpr or plain
} CompositeLitView;
CompositeLitView ast_composite_lit(const Ast *ast, NodeId n);

typedef struct KeyValueView {
    NodeId key, value;
} KeyValueView;
KeyValueView ast_key_value(const Ast *ast, NodeId n);

typedef struct SelectorView {
    NodeId x, sel;
} SelectorView;
SelectorView ast_selector(const Ast *ast, NodeId n);

typedef struct IndexView {
    NodeId x;
    NodeList indices; // IndexExpr: one; IndexListExpr: several
    TokenId lbrack, rbrack;
} IndexView;
IndexView ast_index(const Ast *ast, NodeId n);

typedef struct SliceView {
    NodeId x, low, high, max;
    bool three; // x[a:b:c]
    TokenId lbrack, rbrack;
} SliceView;
SliceView ast_slice(const Ast *ast, NodeId n);

typedef struct TypeAssertView {
    NodeId x, type; // type is none for x.(type)
} TypeAssertView;
TypeAssertView ast_type_assert(const Ast *ast, NodeId n);

typedef struct CallView {
    NodeId fun;
    NodeList args;
    TokenId lparen, rparen, ellipsis;
} CallView;
CallView ast_call(const Ast *ast, NodeId n);

// ParenExpr, StarExpr, ExprStmt, DeclStmt, GoStmt and DeferStmt (the call), Ellipsis (its element
// type, may be none): the single child.
NodeId ast_operand(const Ast *ast, NodeId n);

typedef struct UnaryView {
    TokenKind op; // TOK_ADD TOK_SUB TOK_NOT TOK_XOR TOK_AND TOK_ARROW TOK_TILDE
    NodeId x;
} UnaryView;
UnaryView ast_unary(const Ast *ast, NodeId n);

typedef struct BinaryView {
    TokenKind op;
    NodeId x, y;
} BinaryView;
BinaryView ast_binary(const Ast *ast, NodeId n);

typedef struct ArrayTypeView {
    NodeId len; // none for a slice, an Ellipsis for [...]
    NodeId elem;
} ArrayTypeView;
ArrayTypeView ast_array_type(const Ast *ast, NodeId n);

typedef struct MapTypeView {
    NodeId key, value;
} MapTypeView;
MapTypeView ast_map_type(const Ast *ast, NodeId n);

typedef enum ChanDir { CHAN_BOTH, CHAN_SEND, CHAN_RECV } ChanDir;
typedef struct ChanTypeView {
    ChanDir dir;
    NodeId value;
} ChanTypeView;
ChanTypeView ast_chan_type(const Ast *ast, NodeId n);

NodeId ast_struct_fields(const Ast *ast, NodeId n);     // FieldList
NodeId ast_interface_methods(const Ast *ast, NodeId n); // FieldList: methods and embedded elements

typedef struct BlockView {
    TokenId lbrace, rbrace;
    NodeList stmts;
} BlockView;
BlockView ast_block(const Ast *ast, NodeId n);

typedef struct LabeledView {
    NodeId label, stmt;
} LabeledView;
LabeledView ast_labeled(const Ast *ast, NodeId n);

typedef struct SendView {
    NodeId chan, value;
} SendView;
SendView ast_send(const Ast *ast, NodeId n);

typedef struct IncDecView {
    TokenKind op; // TOK_INC, TOK_DEC
    NodeId x;
} IncDecView;
IncDecView ast_inc_dec(const Ast *ast, NodeId n);

typedef struct AssignView {
    TokenKind op; // TOK_ASSIGN, TOK_DEFINE or an assignment operator
    NodeList lhs, rhs;
} AssignView;
AssignView ast_assign(const Ast *ast, NodeId n);

NodeList ast_return_results(const Ast *ast, NodeId n);

typedef struct BranchView {
    TokenKind keyword; // TOK_BREAK TOK_CONTINUE TOK_GOTO TOK_FALLTHROUGH
    NodeId label;
} BranchView;
BranchView ast_branch(const Ast *ast, NodeId n);

typedef struct IfView {
    NodeId init, cond, body, els; // els: BlockStmt, IfStmt or none
} IfView;
IfView ast_if(const Ast *ast, NodeId n);

typedef struct SwitchView {
    NodeId init;
    NodeId tag;  // SwitchStmt: expression or none; TypeSwitchStmt: the statement x := y.(type) or
                 // y.(type)
    NodeId body; // BlockStmt of CaseClause
} SwitchView;
SwitchView ast_switch(const Ast *ast, NodeId n); // SwitchStmt and TypeSwitchStmt

typedef struct ClauseView {
    bool is_default;
    NodeList exprs; // CaseClause
    NodeId comm;    // CommClause: SendStmt, ExprStmt or AssignStmt
    NodeList body;
} ClauseView;
ClauseView ast_clause(const Ast *ast, NodeId n); // CaseClause and CommClause

NodeId ast_select_body(const Ast *ast, NodeId n); // BlockStmt of CommClause

typedef struct ForView {
    NodeId init, cond, post, body;
} ForView;
ForView ast_for(const Ast *ast, NodeId n);

typedef struct RangeView {
    NodeId key, value;
    TokenKind op; // TOK_ASSIGN, TOK_DEFINE or TOK_ILLEGAL where neither key nor value is given
    NodeId x, body;
} RangeView;
RangeView ast_range(const Ast *ast, NodeId n);

#endif

// ast_view.c - the views: records unpacked into structs named as in go/ast. tree.h has the layout.
#include "syntax/tree.h"

#include <assert.h>

static const Node *node_of(const Ast *ast, NodeId n, NodeKind kind)
{
    const Node *node = tree_node(ast, n);
    assert(head_kind(node->head) == kind);
    (void)kind;
    return node;
}

static NodeList list_of_one(const uint32_t *word)
{
    // A NodeId is one 32-bit word.
    return (NodeList){(const NodeId *)(const void *)word, 1};
}

FileView ast_file(const Ast *ast)
{
    const Node *n = node_of(ast, ast->root, NODE_FILE);
    const uint32_t *r = ast->extra + n->a;
    return (FileView){
        .package = {n->token},
        .name = tree_child(r[0]),
        .decls = tree_list(ast, n->a + 3, r[1]),
        .stmts = tree_list(ast, n->a + 3 + r[1], r[2]),
    };
}

GenDeclView ast_gen_decl(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_GEN_DECL);
    const uint32_t *r = ast->extra + node->a;
    return (GenDeclView){
        .keyword = (TokenKind)ast->tokens.kinds[node->token],
        .lparen = {r[0]},
        .rparen = {r[1]},
        .specs = tree_list(ast, node->a + 3, r[2]),
    };
}

ImportSpecView ast_import_spec(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_IMPORT_SPEC);
    return (ImportSpecView){tree_child(node->a), tree_child(node->b)};
}

ValueSpecView ast_value_spec(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_VALUE_SPEC);
    const uint32_t *r = ast->extra + node->a;
    return (ValueSpecView){
        .names = tree_list(ast, node->a + 3, r[1]),
        .type = tree_child(r[0]),
        .values = tree_list(ast, node->a + 3 + r[1], r[2]),
    };
}

TypeSpecView ast_type_spec(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_TYPE_SPEC);
    const uint32_t *r = ast->extra + node->a;
    return (TypeSpecView){tree_child(r[0]), tree_child(r[1]), {r[2]}, tree_child(node->b)};
}

FuncDeclView ast_func_decl(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_FUNC_DECL);
    const uint32_t *r = ast->extra + node->a;
    return (FuncDeclView){tree_child(r[0]), tree_child(r[1]), tree_child(r[2]),
                          tree_child(node->b)};
}

FieldListView ast_field_list(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_FIELD_LIST);
    const uint32_t *r = ast->extra + node->a;
    TokenKind open = (TokenKind)ast->tokens.kinds[node->token];
    bool bracket = !(node->head & FLAG_MISSING) &&
                   (open == TOK_LPAREN || open == TOK_LBRACK || open == TOK_LBRACE);
    return (FieldListView){
        .open = {bracket ? node->token : 0},
        .close = {r[0]},
        .fields = tree_list(ast, node->a + 2, r[1]),
    };
}

FieldView ast_field(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_FIELD);
    FieldView v = {.type = tree_child(node->a)};
    if (node->head & FLAG_ONE) {
        v.names = list_of_one(&node->b);
    } else if (node->b) {
        const uint32_t *r = ast->extra + node->b;
        v.tag = tree_child(r[0]);
        v.names = tree_list(ast, node->b + 2, r[1]);
    }
    return v;
}

FuncTypeView ast_func_type(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_FUNC_TYPE);
    FuncTypeView v = {.func = {node->token}, .params = tree_child(node->a)};
    bool generic = node->head & FLAG_GENERIC;
    v.results = tree_child(generic ? ast->extra[node->b] : node->b);
    v.type_params = tree_child(generic ? ast->extra[node->b + 1] : 0);
    return v;
}

FuncLitView ast_func_lit(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_FUNC_LIT);
    return (FuncLitView){tree_child(node->a), tree_child(node->b)};
}

CompositeLitView ast_composite_lit(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_COMPOSITE_LIT);
    const uint32_t *r = ast->extra + node->b;
    return (CompositeLitView){
        .type = tree_child(node->a),
        .lbrace = {node->token},
        .rbrace = {r[0]},
        .elts = tree_list(ast, node->b + 2, r[1]),
    };
}

KeyValueView ast_key_value(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_KEY_VALUE_EXPR);
    return (KeyValueView){tree_child(node->a), tree_child(node->b)};
}

SelectorView ast_selector(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_SELECTOR_EXPR);
    return (SelectorView){tree_child(node->a), tree_child(node->b)};
}

IndexView ast_index(const Ast *ast, NodeId n)
{
    const Node *node = tree_node(ast, n);
    assert(head_kind(node->head) == NODE_INDEX_EXPR ||
           head_kind(node->head) == NODE_INDEX_LIST_EXPR);
    const uint32_t *r = ast->extra + node->b;
    return (IndexView){
        .x = tree_child(node->a),
        .indices = tree_list(ast, node->b + 2, r[1]),
        .lbrack = {node->token},
        .rbrack = {r[0]},
    };
}

SliceView ast_slice(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_SLICE_EXPR);
    const uint32_t *r = ast->extra + node->b;
    return (SliceView){
        .x = tree_child(node->a),
        .low = tree_child(r[1]),
        .high = tree_child(r[2]),
        .max = tree_child(r[3]),
        .three = node->head & FLAG_THREE,
        .lbrack = {node->token},
        .rbrack = {r[0]},
    };
}

TypeAssertView ast_type_assert(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_TYPE_ASSERT_EXPR);
    return (TypeAssertView){tree_child(node->a), tree_child(ast->extra[node->b + 1])};
}

CallView ast_call(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_CALL_EXPR);
    const uint32_t *r = ast->extra + node->b;
    return (CallView){
        .fun = tree_child(node->a),
        .args = tree_list(ast, node->b + 3, r[2]),
        .lparen = {node->token},
        .rparen = {r[0]},
        .ellipsis = {r[1]},
    };
}

NodeId ast_operand(const Ast *ast, NodeId n)
{
    const Node *node = tree_node(ast, n);
    switch (head_kind(node->head)) {
    case NODE_PAREN_EXPR:
    case NODE_STAR_EXPR:
    case NODE_EXPR_STMT:
    case NODE_DECL_STMT:
    case NODE_GO_STMT:
    case NODE_DEFER_STMT:
    case NODE_ELLIPSIS:
        return tree_child(node->a);
    default:
        assert(false); // the kind has no single operand
        return (NodeId){0};
    }
}

UnaryView ast_unary(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_UNARY_EXPR);
    return (UnaryView){(TokenKind)ast->tokens.kinds[node->token], tree_child(node->a)};
}

BinaryView ast_binary(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_BINARY_EXPR);
    TokenKind op = (TokenKind)ast->tokens.kinds[node->token];
    // A = that was reported and read as ==.
    return (BinaryView){op == TOK_ASSIGN ? TOK_EQL : op, tree_child(node->a), tree_child(node->b)};
}

ArrayTypeView ast_array_type(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_ARRAY_TYPE);
    return (ArrayTypeView){tree_child(node->a), tree_child(node->b)};
}

MapTypeView ast_map_type(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_MAP_TYPE);
    return (MapTypeView){tree_child(node->a), tree_child(node->b)};
}

ChanTypeView ast_chan_type(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_CHAN_TYPE);
    return (ChanTypeView){(ChanDir)node->b, tree_child(node->a)};
}

NodeId ast_struct_fields(const Ast *ast, NodeId n)
{
    return tree_child(node_of(ast, n, NODE_STRUCT_TYPE)->a);
}

NodeId ast_interface_methods(const Ast *ast, NodeId n)
{
    return tree_child(node_of(ast, n, NODE_INTERFACE_TYPE)->a);
}

BlockView ast_block(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_BLOCK_STMT);
    const uint32_t *r = ast->extra + node->a;
    TokenId lbrace = {node->head & FLAG_MISSING ? 0 : node->token};
    return (BlockView){lbrace, {r[0]}, tree_list(ast, node->a + 2, r[1])};
}

LabeledView ast_labeled(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_LABELED_STMT);
    return (LabeledView){tree_child(node->a), tree_child(node->b)};
}

SendView ast_send(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_SEND_STMT);
    return (SendView){tree_child(node->a), tree_child(node->b)};
}

IncDecView ast_inc_dec(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_INC_DEC_STMT);
    return (IncDecView){(TokenKind)ast->tokens.kinds[node->token], tree_child(node->a)};
}

AssignView ast_assign(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_ASSIGN_STMT);
    TokenKind op = (TokenKind)ast->tokens.kinds[node->token];
    if (node->head & FLAG_ONE)
        return (AssignView){op, list_of_one(&node->a), list_of_one(&node->b)};
    const uint32_t *r = ast->extra + node->a;
    return (AssignView){op, tree_list(ast, node->a + 2, r[0]),
                        tree_list(ast, node->a + 2 + r[0], r[1])};
}

NodeList ast_return_results(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_RETURN_STMT);
    if (node->head & FLAG_ONE)
        return list_of_one(&node->a);
    if (!node->a)
        return (NodeList){0};
    return tree_list(ast, node->a + 1, ast->extra[node->a]);
}

BranchView ast_branch(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_BRANCH_STMT);
    return (BranchView){(TokenKind)ast->tokens.kinds[node->token], tree_child(node->a)};
}

IfView ast_if(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_IF_STMT);
    const uint32_t *r = ast->extra + node->a;
    return (IfView){tree_child(r[0]), tree_child(r[1]), tree_child(node->b), tree_child(r[2])};
}

SwitchView ast_switch(const Ast *ast, NodeId n)
{
    const Node *node = tree_node(ast, n);
    assert(head_kind(node->head) == NODE_SWITCH_STMT ||
           head_kind(node->head) == NODE_TYPE_SWITCH_STMT);
    const uint32_t *r = ast->extra + node->a;
    return (SwitchView){tree_child(r[0]), tree_child(r[1]), tree_child(node->b)};
}

ClauseView ast_clause(const Ast *ast, NodeId n)
{
    const Node *node = tree_node(ast, n);
    ClauseView v = {.is_default = ast->tokens.kinds[node->token] != TOK_CASE};
    if (head_kind(node->head) == NODE_CASE_CLAUSE) {
        const uint32_t *r = ast->extra + node->a;
        v.exprs = tree_list(ast, node->a + 3, r[1]);
        v.body = tree_list(ast, node->a + 3 + r[1], r[2]);
    } else {
        assert(head_kind(node->head) == NODE_COMM_CLAUSE);
        v.comm = tree_child(node->a);
        v.body = tree_list(ast, node->b + 2, ast->extra[node->b + 1]);
    }
    return v;
}

NodeId ast_select_body(const Ast *ast, NodeId n)
{
    return tree_child(node_of(ast, n, NODE_SELECT_STMT)->a);
}

ForView ast_for(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_FOR_STMT);
    const uint32_t *r = ast->extra + node->a;
    return (ForView){tree_child(r[0]), tree_child(r[1]), tree_child(r[2]), tree_child(node->b)};
}

RangeView ast_range(const Ast *ast, NodeId n)
{
    const Node *node = node_of(ast, n, NODE_RANGE_STMT);
    const uint32_t *r = ast->extra + node->a;
    return (RangeView){
        .key = tree_child(r[0]),
        .value = tree_child(r[1]),
        .op = r[2] ? (TokenKind)ast->tokens.kinds[r[2]] : TOK_ILLEGAL,
        .x = tree_child(r[3]),
        .body = tree_child(node->b),
    };
}

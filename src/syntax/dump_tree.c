// dump_tree.c - the tree dump. A stack of its own stands in for recursion, because chains lean as
// deep to the left as they are long.
#include "syntax/dump.h"
#include "syntax/dump_text.h"
#include "syntax/tree.h"

#include <stdlib.h>

typedef struct Item {
    const char *field; // its name in go/ast
    NodeId node;
    uint32_t level;
} Item;

typedef struct Dump {
    const Ast *ast;
    StrBuf *out;
    Item *items; // nodes still to print, the next one last
    size_t count, cap;
    uint32_t level; // of the children that are added
} Dump;

enum { INDENT_LEVELS_MAX = 40 };

static void add(Dump *d, const char *field, NodeId node)
{
    if (!node_ok(node))
        return;
    if (d->count == d->cap) {
        d->cap = d->cap ? d->cap * 2 : 256;
        d->items = mem_resize(d->items, d->cap * sizeof *d->items);
    }
    d->items[d->count++] = (Item){field, node, d->level};
}

static void add_list(Dump *d, const char *field, NodeList list)
{
    LIST_EACH (n, list)
        add(d, field, *n);
}

// ---- Details of a line ----

static void word(Dump *d, const char *text)
{
    strbuf_addc(d->out, ' ');
    strbuf_adds(d->out, text);
}

static void place(Dump *d, const char *name, TokenId token)
{
    if (token.v == 0)
        return;
    word(d, name);
    strbuf_addc(d->out, '=');
    dump_number(d->out, token_span(d->ast, token).start);
}

static void operator_at(Dump *d, TokenKind op, NodeId n)
{
    word(d, token_kind_text(op));
    place(d, "op", node_token(d->ast, n));
}

static void text_of(Dump *d, NodeId n)
{
    strbuf_addc(d->out, ' ');
    dump_escaped(d->out, ast_text(d->ast, n));
}

// ---- One function a group of kinds: details of the node's own line, and its children ----

static void visit_file(Dump *d, NodeId n)
{
    FileView v = ast_file(d->ast);
    (void)n;
    place(d, "package", v.package);
    add(d, "Name", v.name);
    add_list(d, "Decls", v.decls);
    add_list(d, "Stmts", v.stmts);
}

static void visit_value_spec(Dump *d, NodeId n)
{
    ValueSpecView v = ast_value_spec(d->ast, n);
    add_list(d, "Names", v.names);
    add(d, "Type", v.type);
    add_list(d, "Values", v.values);
}

static void visit_type_spec(Dump *d, NodeId n)
{
    TypeSpecView v = ast_type_spec(d->ast, n);
    place(d, "assign", v.assign);
    add(d, "Name", v.name);
    add(d, "TypeParams", v.type_params);
    add(d, "Type", v.type);
}

static void visit_func_decl(Dump *d, NodeId n)
{
    FuncDeclView v = ast_func_decl(d->ast, n);
    add(d, "Recv", v.recv);
    add(d, "Name", v.name);
    add(d, "Type", v.type);
    add(d, "Body", v.body);
}

static void visit_field(Dump *d, NodeId n)
{
    FieldView v = ast_field(d->ast, n);
    add_list(d, "Names", v.names);
    add(d, "Type", v.type);
    add(d, "Tag", v.tag);
}

static void visit_gen_decl(Dump *d, NodeId n)
{
    GenDeclView v = ast_gen_decl(d->ast, n);
    word(d, token_kind_text(v.keyword));
    place(d, "lparen", v.lparen);
    place(d, "rparen", v.rparen);
    add_list(d, "Specs", v.specs);
}

static void visit_field_list(Dump *d, NodeId n)
{
    FieldListView v = ast_field_list(d->ast, n);
    place(d, "opening", v.open);
    place(d, "closing", v.close);
    add_list(d, "List", v.fields);
}

static void visit_decl(Dump *d, NodeId n)
{
    switch (node_kind(d->ast, n)) {
    case NODE_FILE:
        visit_file(d, n);
        break;
    case NODE_GEN_DECL:
        visit_gen_decl(d, n);
        break;
    case NODE_FUNC_DECL:
        visit_func_decl(d, n);
        break;
    case NODE_IMPORT_SPEC:
        add(d, "Name", ast_import_spec(d->ast, n).name);
        add(d, "Path", ast_import_spec(d->ast, n).path);
        break;
    case NODE_VALUE_SPEC:
        visit_value_spec(d, n);
        break;
    case NODE_TYPE_SPEC:
        visit_type_spec(d, n);
        break;
    case NODE_FIELD_LIST:
        visit_field_list(d, n);
        break;
    case NODE_FIELD:
        visit_field(d, n);
        break;
    default:
        break;
    }
}

static void visit_func_type(Dump *d, NodeId n)
{
    FuncTypeView v = ast_func_type(d->ast, n);
    place(d, "func", v.func);
    add(d, "TypeParams", v.type_params);
    add(d, "Params", v.params);
    add(d, "Results", v.results);
}

static void visit_chan_type(Dump *d, NodeId n)
{
    ChanTypeView v = ast_chan_type(d->ast, n);
    TokenId first = node_token(d->ast, n);
    if (v.dir == CHAN_SEND) {
        word(d, "send");
        place(d, "arrow", (TokenId){first.v + 1});
    } else if (v.dir == CHAN_RECV) {
        word(d, "recv");
        place(d, "arrow", first);
    }
    add(d, "Value", v.value);
}

static void visit_type(Dump *d, NodeId n)
{
    switch (node_kind(d->ast, n)) {
    case NODE_ARRAY_TYPE:
        add(d, "Len", ast_array_type(d->ast, n).len);
        add(d, "Elt", ast_array_type(d->ast, n).elem);
        break;
    case NODE_STRUCT_TYPE:
        add(d, "Fields", ast_struct_fields(d->ast, n));
        break;
    case NODE_FUNC_TYPE:
        visit_func_type(d, n);
        break;
    case NODE_INTERFACE_TYPE:
        add(d, "Methods", ast_interface_methods(d->ast, n));
        break;
    case NODE_MAP_TYPE:
        add(d, "Key", ast_map_type(d->ast, n).key);
        add(d, "Value", ast_map_type(d->ast, n).value);
        break;
    default:
        visit_chan_type(d, n);
        break;
    }
}

static void visit_index(Dump *d, NodeId n)
{
    IndexView v = ast_index(d->ast, n);
    place(d, "lbrack", v.lbrack);
    add(d, "X", v.x);
    add_list(d, node_kind(d->ast, n) == NODE_INDEX_EXPR ? "Index" : "Indices", v.indices);
}

static void visit_slice(Dump *d, NodeId n)
{
    SliceView v = ast_slice(d->ast, n);
    if (v.three)
        word(d, "three");
    place(d, "lbrack", v.lbrack);
    add(d, "X", v.x);
    add(d, "Low", v.low);
    add(d, "High", v.high);
    add(d, "Max", v.max);
}

static void visit_call(Dump *d, NodeId n)
{
    CallView v = ast_call(d->ast, n);
    place(d, "lparen", v.lparen);
    place(d, "ellipsis", v.ellipsis);
    add(d, "Fun", v.fun);
    add_list(d, "Args", v.args);
}

static void visit_composite_lit(Dump *d, NodeId n)
{
    CompositeLitView v = ast_composite_lit(d->ast, n);
    place(d, "lbrace", v.lbrace);
    add(d, "Type", v.type);
    add_list(d, "Elts", v.elts);
}

static void visit_type_assert(Dump *d, NodeId n)
{
    TypeAssertView v = ast_type_assert(d->ast, n);
    place(d, "lparen", node_token(d->ast, n));
    add(d, "X", v.x);
    add(d, "Type", v.type);
}

static void visit_binary(Dump *d, NodeId n)
{
    BinaryView v = ast_binary(d->ast, n);
    operator_at(d, v.op, n);
    add(d, "X", v.x);
    add(d, "Y", v.y);
}

static void visit_key_value(Dump *d, NodeId n)
{
    KeyValueView v = ast_key_value(d->ast, n);
    place(d, "colon", node_token(d->ast, n));
    add(d, "Key", v.key);
    add(d, "Value", v.value);
}

static void visit_expr(Dump *d, NodeId n)
{
    switch (node_kind(d->ast, n)) {
    case NODE_IDENT:
        text_of(d, n);
        break;
    case NODE_BASIC_LIT:
        word(d, token_kind_text(token_kind(d->ast, node_token(d->ast, n))));
        text_of(d, n);
        break;
    case NODE_ELLIPSIS:
        add(d, "Elt", ast_operand(d->ast, n));
        break;
    case NODE_FUNC_LIT:
        add(d, "Type", ast_func_lit(d->ast, n).type);
        add(d, "Body", ast_func_lit(d->ast, n).body);
        break;
    case NODE_COMPOSITE_LIT:
        visit_composite_lit(d, n);
        break;
    case NODE_PAREN_EXPR:
    case NODE_STAR_EXPR:
        add(d, "X", ast_operand(d->ast, n));
        break;
    case NODE_SELECTOR_EXPR:
        add(d, "X", ast_selector(d->ast, n).x);
        add(d, "Sel", ast_selector(d->ast, n).sel);
        break;
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        visit_index(d, n);
        break;
    case NODE_SLICE_EXPR:
        visit_slice(d, n);
        break;
    case NODE_TYPE_ASSERT_EXPR:
        visit_type_assert(d, n);
        break;
    case NODE_CALL_EXPR:
        visit_call(d, n);
        break;
    case NODE_UNARY_EXPR:
        operator_at(d, ast_unary(d->ast, n).op, n);
        add(d, "X", ast_unary(d->ast, n).x);
        break;
    case NODE_BINARY_EXPR:
        visit_binary(d, n);
        break;
    case NODE_KEY_VALUE_EXPR:
        visit_key_value(d, n);
        break;
    default:
        break;
    }
}

static void visit_assign(Dump *d, NodeId n)
{
    AssignView v = ast_assign(d->ast, n);
    operator_at(d, v.op, n);
    add_list(d, "Lhs", v.lhs);
    add_list(d, "Rhs", v.rhs);
}

static void visit_branch(Dump *d, NodeId n)
{
    BranchView v = ast_branch(d->ast, n);
    word(d, token_kind_text(v.keyword));
    add(d, "Label", v.label);
}

static void visit_if(Dump *d, NodeId n)
{
    IfView v = ast_if(d->ast, n);
    add(d, "Init", v.init);
    add(d, "Cond", v.cond);
    add(d, "Body", v.body);
    add(d, "Else", v.els);
}

static void visit_clause(Dump *d, NodeId n)
{
    ClauseView v = ast_clause(d->ast, n);
    const Node *node = tree_node(d->ast, n);
    bool comm = node_kind(d->ast, n) == NODE_COMM_CLAUSE;
    if (v.is_default)
        word(d, "default");
    place(d, "colon", (TokenId){d->ast->extra[comm ? node->b : node->a]});
    add(d, "Comm", v.comm);
    add_list(d, "List", v.exprs);
    add_list(d, "Body", v.body);
}

static void visit_switch(Dump *d, NodeId n)
{
    SwitchView v = ast_switch(d->ast, n);
    add(d, "Init", v.init);
    add(d, node_kind(d->ast, n) == NODE_SWITCH_STMT ? "Tag" : "Assign", v.tag);
    add(d, "Body", v.body);
}

static void visit_for(Dump *d, NodeId n)
{
    ForView v = ast_for(d->ast, n);
    add(d, "Init", v.init);
    add(d, "Cond", v.cond);
    add(d, "Post", v.post);
    add(d, "Body", v.body);
}

static void visit_range(Dump *d, NodeId n)
{
    RangeView v = ast_range(d->ast, n);
    if (v.op != TOK_ILLEGAL) {
        word(d, token_kind_text(v.op));
        place(d, "op", (TokenId){d->ast->extra[tree_node(d->ast, n)->a + 2]});
    }
    // "range" is the token before its operand.
    place(d, "range", (TokenId){node_first(d->ast, v.x).v - 1});
    add(d, "Key", v.key);
    add(d, "Value", v.value);
    add(d, "X", v.x);
    add(d, "Body", v.body);
}

static void visit_labeled(Dump *d, NodeId n)
{
    LabeledView v = ast_labeled(d->ast, n);
    place(d, "colon", node_token(d->ast, n));
    add(d, "Label", v.label);
    add(d, "Stmt", v.stmt);
}

static void visit_send(Dump *d, NodeId n)
{
    SendView v = ast_send(d->ast, n);
    place(d, "arrow", node_token(d->ast, n));
    add(d, "Chan", v.chan);
    add(d, "Value", v.value);
}

static void visit_stmt(Dump *d, NodeId n)
{
    switch (node_kind(d->ast, n)) {
    case NODE_DECL_STMT:
        add(d, "Decl", ast_operand(d->ast, n));
        break;
    case NODE_EMPTY_STMT:
        if (node_span(d->ast, n).start == node_span(d->ast, n).end)
            word(d, "implicit");
        break;
    case NODE_LABELED_STMT:
        visit_labeled(d, n);
        break;
    case NODE_EXPR_STMT:
        add(d, "X", ast_operand(d->ast, n));
        break;
    case NODE_SEND_STMT:
        visit_send(d, n);
        break;
    case NODE_INC_DEC_STMT:
        operator_at(d, ast_inc_dec(d->ast, n).op, n);
        add(d, "X", ast_inc_dec(d->ast, n).x);
        break;
    case NODE_ASSIGN_STMT:
        visit_assign(d, n);
        break;
    case NODE_GO_STMT:
    case NODE_DEFER_STMT:
        add(d, "Call", ast_operand(d->ast, n));
        break;
    case NODE_RETURN_STMT:
        add_list(d, "Results", ast_return_results(d->ast, n));
        break;
    case NODE_BRANCH_STMT:
        visit_branch(d, n);
        break;
    case NODE_BLOCK_STMT:
        add_list(d, "List", ast_block(d->ast, n).stmts);
        break;
    case NODE_IF_STMT:
        visit_if(d, n);
        break;
    case NODE_CASE_CLAUSE:
    case NODE_COMM_CLAUSE:
        visit_clause(d, n);
        break;
    case NODE_SWITCH_STMT:
    case NODE_TYPE_SWITCH_STMT:
        visit_switch(d, n);
        break;
    case NODE_SELECT_STMT:
        add(d, "Body", ast_select_body(d->ast, n));
        break;
    case NODE_FOR_STMT:
        visit_for(d, n);
        break;
    case NODE_RANGE_STMT:
        visit_range(d, n);
        break;
    default:
        break;
    }
}

// ---- The walk ----

static void print_node(Dump *d, Item item)
{
    NodeKind kind = node_kind(d->ast, item.node);
    size_t indent = item.level < INDENT_LEVELS_MAX ? item.level : INDENT_LEVELS_MAX;
    strbuf_repeat(d->out, ' ', 2 * indent);
    strbuf_adds(d->out, item.field);
    strbuf_adds(d->out, ": ");
    strbuf_adds(d->out, node_kind_name(kind));
    strbuf_addc(d->out, ' ');
    dump_span(d->out, kind == NODE_FILE ? d->ast->range : node_span(d->ast, item.node));
    size_t first = d->count;
    d->level = item.level + 1;
    if (kind <= NODE_FIELD)
        visit_decl(d, item.node);
    else if (kind >= NODE_ARRAY_TYPE && kind <= NODE_CHAN_TYPE)
        visit_type(d, item.node);
    else if (kind < NODE_ARRAY_TYPE)
        visit_expr(d, item.node);
    else
        visit_stmt(d, item.node);
    strbuf_addc(d->out, '\n');
    // The first child is to be printed next, so it comes last.
    for (size_t i = first, k = d->count; i + 1 < k; i++) {
        k--;
        Item swap = d->items[i];
        d->items[i] = d->items[k];
        d->items[k] = swap;
    }
}

static void dump_comments(const Ast *ast, StrBuf *out)
{
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t i = 0; i < count;) {
        uint32_t end = ast_comment_group_end(ast, i);
        strbuf_adds(out, "CommentGroup");
        for (; i < end; i++) {
            strbuf_addc(out, ' ');
            dump_span(out, comments[i].span);
        }
        strbuf_addc(out, '\n');
    }
}

void ast_dump_tree(const Ast *ast, StrBuf *out)
{
    Dump d = {.ast = ast, .out = out};
    add(&d, "File", ast_root(ast));
    while (d.count > 0)
        print_node(&d, d.items[--d.count]);
    free(d.items);
    dump_comments(ast, out);
    dump_errors(out, ast);
}

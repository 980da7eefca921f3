// stmt.c - statements (spec: Statements).
#include "types/check.h"

void check_stmts(Checker *c, NodeList stmts)
{
    LIST_EACH (s, stmts)
        check_stmt(c, *s);
}

void check_body(Checker *c, NodeId block)
{
    if (node_ok(block))
        check_stmts(c, ast_block(check_ast(c), block).stmts);
}

static void block(Checker *c, NodeId n)
{
    uint32_t mark = scope_open(c);
    check_body(c, n);
    scope_close(c, mark);
}

// Labels belong to the function and may be used before they are declared.
static ObjId label(Checker *c, NodeId ident)
{
    Name name = check_name(c, ident);
    Map *labels = c->frame->labels;
    uint64_t *known = labels ? map_get(labels, name.v) : NULL;
    if (known)
        return (ObjId){(uint32_t)*known};
    ObjId o = table_object(c->p, (Object){.kind = OBJ_LABEL, .name = name, .file = c->frame->file});
    if (labels)
        map_put(&c->scratch, labels, name.v, o.v);
    return o;
}

static void labeled(Checker *c, NodeId n)
{
    LabeledView v = ast_labeled(check_ast(c), n);
    if (node_ok(v.label) && !str_is(ast_text(check_ast(c), v.label), "_")) {
        ObjId o = label(c, v.label);
        if (!node_ok(object_mut(c->p, o)->decl)) {
            object_mut(c->p, o)->decl = n;
            object_mut(c->p, o)->ident = v.label;
        }
        record_object(c, v.label, o);
    }
    check_stmt(c, v.stmt);
}

static void branch(Checker *c, NodeId n)
{
    BranchView v = ast_branch(check_ast(c), n);
    if (node_ok(v.label)) {
        ObjId o = label(c, v.label);
        object_mut(c->p, o)->used = true;
        record_object(c, v.label, o);
    }
}

static void send(Checker *c, NodeId n)
{
    SendView v = ast_send(check_ast(c), n);
    Operand chan, x;
    check_expr(c, &chan, v.chan);
    TypeId core = type_core(c->p, chan.type);
    TypeId elem = type_kind(c->p, core) == T_CHAN ? type_at(c->p, core)->elem : TYPE_UNKNOWN;
    check_generic_expr(c, &x, v.value, TYPE_UNKNOWN);
    check_assignment(c, &x, elem);
}

static void inc_dec(Checker *c, NodeId n)
{
    IncDecView v = ast_inc_dec(check_ast(c), n);
    Operand x;
    check_binary(c, &x, (NodeId){0}, v.x, (NodeId){0}, v.op == TOK_INC ? TOK_ADD : TOK_SUB);
}

// A value that stands alone keeps what type it has.
static void expr_stmt(Checker *c, NodeId n)
{
    Operand x;
    check_raw(c, &x, n, (Want){0});
}

static void return_stmt(Checker *c, NodeId n)
{
    Package *p = c->p;
    NodeList values = ast_return_results(check_ast(c), n);
    const Type *sig = type_at(p, c->frame->signature);
    if (values.len == 0)
        return;
    // Statements of a snippet may return anything.
    const ObjId *results = NULL;
    uint32_t count = 0;
    if (sig->kind == T_SIGNATURE) {
        const Type *tuple = type_at(p, sig->sig->results);
        results = tuple->tuple.vars;
        count = tuple->tuple.count;
    }
    if (count > 0) {
        check_init_vars(c, results, count, values, true);
        return;
    }
    LIST_EACH (e, values) {
        Operand x;
        check_raw(c, &x, *e, (Want){0});
        check_default(c, &x);
    }
}

static void if_stmt(Checker *c, NodeId n)
{
    IfView v = ast_if(check_ast(c), n);
    uint32_t mark = scope_open(c);
    if (node_ok(v.init))
        check_stmt(c, v.init);
    if (node_ok(v.cond)) {
        Operand x;
        check_expr(c, &x, v.cond);
    }
    block(c, v.body);
    if (node_ok(v.els))
        check_stmt(c, v.els);
    scope_close(c, mark);
}

static void for_stmt(Checker *c, NodeId n)
{
    ForView v = ast_for(check_ast(c), n);
    uint32_t mark = scope_open(c);
    if (node_ok(v.init))
        check_stmt(c, v.init);
    if (node_ok(v.cond)) {
        Operand x;
        check_expr(c, &x, v.cond);
    }
    if (node_ok(v.post))
        check_stmt(c, v.post);
    block(c, v.body);
    scope_close(c, mark);
}

static void statement(Checker *c, NodeId n)
{
    const Ast *ast = check_ast(c);
    switch (node_kind(ast, n)) {
    case NODE_DECL_STMT:
        check_local_decl(c, ast_operand(ast, n));
        break;
    case NODE_GEN_DECL:
        check_local_decl(c, n);
        break;
    case NODE_LABELED_STMT:
        labeled(c, n);
        break;
    case NODE_EXPR_STMT:
    case NODE_GO_STMT:
    case NODE_DEFER_STMT:
        expr_stmt(c, ast_operand(ast, n));
        break;
    case NODE_SEND_STMT:
        send(c, n);
        break;
    case NODE_INC_DEC_STMT:
        inc_dec(c, n);
        break;
    case NODE_ASSIGN_STMT:
        check_assign_stmt(c, n);
        break;
    case NODE_RETURN_STMT:
        return_stmt(c, n);
        break;
    case NODE_BRANCH_STMT:
        branch(c, n);
        break;
    case NODE_BLOCK_STMT:
        block(c, n);
        break;
    case NODE_IF_STMT:
        if_stmt(c, n);
        break;
    case NODE_SWITCH_STMT:
        check_switch(c, n);
        break;
    case NODE_TYPE_SWITCH_STMT:
        check_type_switch(c, n);
        break;
    case NODE_SELECT_STMT:
        check_select(c, n);
        break;
    case NODE_FOR_STMT:
        for_stmt(c, n);
        break;
    case NODE_RANGE_STMT:
        check_range(c, n);
        break;
    default:
        break;
    }
}

void check_stmt(Checker *c, NodeId n)
{
    if (!node_ok(n) || c->depth >= CHECK_DEPTH_MAX)
        return;
    c->depth++;
    statement(c, n);
    c->depth--;
}

// ---- statements of a snippet ----

// Declarations between the statements are resolved where they stand, so that they see the names
// that the statements before them declare.
static void check_between(Checker *c, NodeId decl)
{
    const Ast *ast = check_ast(c);
    if (node_kind(ast, decl) != NODE_GEN_DECL)
        return;
    LIST_EACH (s, ast_gen_decl(ast, decl).specs) {
        if (node_kind(ast, *s) != NODE_VALUE_SPEC)
            continue;
        LIST_EACH (name, ast_value_spec(ast, *s).names)
            check_resolve(c, check_file(c)->node_objects[name->v]);
    }
}

void check_snippet_stmts(Checker *c, uint32_t file)
{
    const FileInput *in = &c->in->files[file];
    FileView v = ast_file(in->ast);
    if (v.stmts.len == 0)
        return;
    Map labels = {0};
    Frame f = {.in_function = true, .labels = &labels};
    scratch_hold(c->p);
    check_frame_push(c, &f, file);
    uint32_t mark = scope_open(c), d = 0;
    c->snippet_frame = &f;
    for (uint32_t i = 0; i < v.stmts.len; i++) {
        NodeId s = v.stmts.items[i];
        if (in->active && !bitset_has(in->active, s.v))
            continue;
        uint32_t at = node_span(in->ast, s).start;
        for (; d < v.decls.len && node_span(in->ast, v.decls.items[d]).start < at; d++)
            if (!in->active || bitset_has(in->active, v.decls.items[d].v))
                check_between(c, v.decls.items[d]);
        check_stmt(c, s);
    }
    // What follows the last statement still sees all of them.
    for (; d < v.decls.len; d++)
        if (!in->active || bitset_has(in->active, v.decls.items[d].v))
            check_between(c, v.decls.items[d]);
    c->snippet_frame = NULL;
    scope_close(c, mark);
    check_frame_pop(c);
    scratch_release(c->p);
}

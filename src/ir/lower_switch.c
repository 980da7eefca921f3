// lower_switch.c - expression and type switches as chains of tests (spec: Switch statements).
#include "ir/lower.h"

typedef struct Clause {
    NodeId node;
    ClauseView view;
    uint32_t body;    // block
    IrValue asserted; // type switch with one type: the tuple of the assertion
} Clause;

typedef VEC(Clause) ClauseList;

static void collect_clauses(Fn *fn, NodeId body, const char *comment, ClauseList *out)
{
    if (!node_ok(body))
        return;
    LIST_EACH (n, ast_block(fn->ast, body).stmts) {
        if (node_kind(fn->ast, *n) != NODE_CASE_CLAUSE)
            continue;
        Clause c = {.node = *n, .view = ast_clause(fn->ast, *n)};
        c.body = block_new(fn, c.view.is_default ? "switch.default" : comment);
        vec_push(fn->scratch, out, c);
    }
}

// After all tests have failed.
static void jump_to_default(Fn *fn, const ClauseList *clauses, uint32_t done)
{
    VEC_EACH (Clause, c, clauses) {
        if (c->view.is_default) {
            jump_to(fn, c->body);
            return;
        }
    }
    jump_to(fn, done);
}

static void test_value(Fn *fn, NodeId expr, IrValue tag, uint32_t body, uint32_t next)
{
    IrValue x = lower_expr(fn, expr);
    IrInstr in = instr_typed(fn, IR_BINARY, expr, fn_bool());
    in.token = TOK_EQL;
    branch_to(fn, expr, emit2(fn, in, tag, x), body, next);
}

static void switch_tests(Fn *fn, const ClauseList *clauses, bool has_tag, IrValue tag)
{
    VEC_EACH (Clause, c, clauses) {
        LIST_EACH (expr, c->view.exprs) {
            uint32_t next = block_new(fn, "switch.next");
            if (has_tag)
                test_value(fn, *expr, tag, c->body, next);
            else
                lower_cond(fn, *expr, c->body, next);
            block_start(fn, next);
        }
    }
}

void lower_switch(Fn *fn, NodeId n, Str label)
{
    SwitchView view = ast_switch(fn->ast, n);
    block_ensure(fn);
    lower_stmt(fn, view.init);
    bool has_tag = node_ok(view.tag);
    IrValue tag = has_tag ? lower_expr(fn, view.tag) : NO_VALUE;
    ClauseList clauses = {0};
    collect_clauses(fn, view.body, "switch.case", &clauses);
    uint32_t done = block_new(fn, "switch.done");
    switch_tests(fn, &clauses, has_tag, tag);
    jump_to_default(fn, &clauses, done);
    Frame frame = {
        .prev = fn->frames, .owner = fn, .label = label, .break_to = done, .continue_to = NO_BLOCK};
    fn->frames = &frame;
    uint32_t outer = fn->fallthrough_to;
    for (uint32_t i = 0; i < clauses.len; i++) {
        fn->fallthrough_to = i + 1 < clauses.len ? clauses.data[i + 1].body : NO_BLOCK;
        block_start(fn, clauses.data[i].body);
        lower_stmts(fn, clauses.data[i].view.body);
        jump_to(fn, done);
    }
    fn->fallthrough_to = outer;
    fn->frames = frame.prev;
    block_start(fn, done);
}

// ---- Type switches ----

// x and the identifier of `v := x.(type)`; v is none where there is none.
typedef struct Guard {
    NodeId ident, x;
} Guard;

static Guard guard_of(const Fn *fn, NodeId stmt)
{
    Guard g = {0};
    if (!node_ok(stmt))
        return g;
    NodeKind kind = node_kind(fn->ast, stmt);
    NodeId assertion = stmt;
    if (kind == NODE_ASSIGN_STMT) {
        AssignView view = ast_assign(fn->ast, stmt);
        g.ident = view.lhs.len ? view.lhs.items[0] : (NodeId){0};
        assertion = view.rhs.len ? view.rhs.items[0] : (NodeId){0};
    } else if (kind == NODE_EXPR_STMT) {
        assertion = ast_operand(fn->ast, stmt);
    }
    assertion = fn_unparen(fn, assertion);
    if (node_ok(assertion) && node_kind(fn->ast, assertion) == NODE_TYPE_ASSERT_EXPR)
        g.x = ast_type_assert(fn->ast, assertion).x;
    return g;
}

static bool is_nil(const Fn *fn, NodeId n)
{
    n = fn_unparen(fn, n);
    if (!node_ok(n) || node_kind(fn->ast, n) != NODE_IDENT)
        return false;
    ObjId obj = node_object(fn->b->types, fn->file, n);
    return obj_ok(obj) && object_at(fn->b->types, obj)->kind == OBJ_NIL;
}

static void test_type(Fn *fn, Clause *c, NodeId type, IrValue x, uint32_t next)
{
    if (is_nil(fn, type)) {
        test_value(fn, type, x, c->body, next);
        return;
    }
    IrInstr in = instr_typed(fn, IR_TYPE_ASSERT, type, fn_type(fn, type));
    in.comma_ok = true;
    IrValue tuple = emit1(fn, in, x);
    if (c->view.exprs.len == 1)
        c->asserted = tuple;
    branch_to(fn, type, emit_extract(fn, type, tuple, 1), c->body, next);
}

static void bind_guard(Fn *fn, const Clause *c, NodeId ident, IrValue x)
{
    ObjId obj = node_implicit(fn->b->types, fn->file, c->node);
    if (!obj_ok(obj) || fn->cur == NO_BLOCK)
        return;
    IrValue v = ir_ok(c->asserted) ? emit_extract(fn, ident, c->asserted, 0) : x;
    VarId var = var_declare(fn, obj, ident, false);
    emit_store(fn, ident, var_addr(fn, ident, var), v);
}

static void type_tests(Fn *fn, const ClauseList *clauses, IrValue x)
{
    VEC_EACH (Clause, c, clauses) {
        LIST_EACH (type, c->view.exprs) {
            uint32_t next = block_new(fn, "switch.next");
            test_type(fn, c, *type, x, next);
            block_start(fn, next);
        }
    }
}

void lower_type_switch(Fn *fn, NodeId n, Str label)
{
    SwitchView view = ast_switch(fn->ast, n);
    block_ensure(fn);
    lower_stmt(fn, view.init);
    Guard guard = guard_of(fn, view.tag);
    IrValue x = lower_expr(fn, guard.x);
    ClauseList clauses = {0};
    collect_clauses(fn, view.body, "switch.type", &clauses);
    uint32_t done = block_new(fn, "switch.done");
    type_tests(fn, &clauses, x);
    jump_to_default(fn, &clauses, done);
    Frame frame = {
        .prev = fn->frames, .owner = fn, .label = label, .break_to = done, .continue_to = NO_BLOCK};
    fn->frames = &frame;
    uint32_t outer = fn->fallthrough_to;
    fn->fallthrough_to = NO_BLOCK;
    VEC_EACH (Clause, c, &clauses) {
        block_start(fn, c->body);
        bind_guard(fn, c, guard.ident, x);
        lower_stmts(fn, c->view.body);
        jump_to(fn, done);
    }
    fn->fallthrough_to = outer;
    fn->frames = frame.prev;
    block_start(fn, done);
}

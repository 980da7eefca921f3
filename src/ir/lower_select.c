// lower_select.c - select as one terminator with its cases (spec: Select statements).
#include "ir/lower.h"

// A case's communication taken apart.
typedef struct Comm {
    NodeId recv;  // the <-x expression; none for a send and default
    NodeList lhs; // what a receive is assigned to
    bool define;
    NodeId assign; // the AssignStmt
} Comm;

static NodeId receive_of(const Fn *fn, NodeId n)
{
    n = fn_unparen(fn, n);
    if (node_ok(n) && node_kind(fn->ast, n) == NODE_UNARY_EXPR &&
        ast_unary(fn->ast, n).op == TOK_ARROW)
        return n;
    return (NodeId){0};
}

static Comm comm_of(const Fn *fn, NodeId stmt)
{
    Comm c = {0};
    if (!node_ok(stmt))
        return c;
    switch (node_kind(fn->ast, stmt)) {
    case NODE_EXPR_STMT:
        c.recv = receive_of(fn, ast_operand(fn->ast, stmt));
        break;
    case NODE_ASSIGN_STMT: {
        AssignView view = ast_assign(fn->ast, stmt);
        c.lhs = view.lhs;
        c.define = view.op == TOK_DEFINE;
        c.assign = stmt;
        if (view.rhs.len)
            c.recv = receive_of(fn, view.rhs.items[0]);
        break;
    }
    default:
        break;
    }
    return c;
}

// The operands of all cases are evaluated once, in source order, before the choice.
static IrCase prepare_case(Fn *fn, NodeId clause)
{
    ClauseView view = ast_clause(fn->ast, clause);
    IrCase c = {.clause = clause, .is_default = view.is_default};
    if (view.is_default || !node_ok(view.comm))
        return c;
    c.span = node_span(fn->ast, view.comm);
    if (node_kind(fn->ast, view.comm) == NODE_SEND_STMT) {
        SendView send = ast_send(fn->ast, view.comm);
        c.is_send = true;
        c.chan = lower_expr(fn, send.chan);
        TypeId elem = fn_elem(fn, fn_type(fn, send.chan));
        c.value = lower_expr_as(fn, send.value, elem);
        return c;
    }
    Comm comm = comm_of(fn, view.comm);
    c.comma_ok = comm.lhs.len > 1;
    c.chan = node_ok(comm.recv) ? lower_expr(fn, ast_unary(fn->ast, comm.recv).x)
                                : emit_unknown(fn, view.comm);
    return c;
}

static void receive_case(Fn *fn, const IrCase *c, IrValue select, uint32_t index)
{
    Comm comm = comm_of(fn, ast_clause(fn->ast, c->clause).comm);
    IrInstr in = instr_typed(fn, IR_CASE_RECV, comm.recv, fn_type(fn, comm.recv));
    in.index = index;
    in.comma_ok = c->comma_ok;
    if (!node_ok(comm.recv))
        in.span = c->span;
    VEC(LValue) lvs = {0};
    LIST_EACH (n, comm.lhs)
        vec_push(fn->scratch, &lvs, lvalue_of(fn, *n, comm.define));
    IrValue v = emit1(fn, in, select);
    for (uint32_t i = 0; i < lvs.len; i++) {
        if (lvs.data[i].kind == LV_NONE)
            continue;
        IrValue part = c->comma_ok ? emit_extract(fn, comm.recv, v, i) : v;
        lvalue_store(fn, comm.assign, &lvs.data[i], part);
    }
}

typedef struct SelectCases {
    IrCase *items;
    uint32_t count;
    uint32_t first_block; // of the bodies, in order
    bool has_default;
} SelectCases;

static SelectCases prepare_cases(Fn *fn, NodeId body)
{
    SelectCases s = {0};
    NodeList stmts = node_ok(body) ? ast_block(fn->ast, body).stmts : (NodeList){0};
    s.items = arena_array(fn->b->arena, IrCase, stmts.len);
    LIST_EACH (n, stmts) {
        if (node_kind(fn->ast, *n) != NODE_COMM_CLAUSE)
            continue;
        s.items[s.count] = prepare_case(fn, *n);
        s.has_default |= s.items[s.count++].is_default;
    }
    s.first_block = fn->blocks.len;
    for (uint32_t i = 0; i < s.count; i++)
        block_new(fn, s.items[i].is_default ? "select.default" : "select.case");
    return s;
}

static IrValue emit_select(Fn *fn, NodeId n, const SelectCases *s)
{
    IrInstr in = instr_for(fn, IR_SELECT, n);
    in.span = token_span(fn->ast, node_token(fn->ast, n));
    in.cases = s->items;
    in.case_count = (uint16_t)(s->count < UINT16_MAX ? s->count : UINT16_MAX);
    in.may_block = !s->has_default;
    for (uint32_t i = 0; i < in.case_count; i++)
        edge_add(fn, s->first_block + i);
    IrValue v = emit(fn, in);
    fn->cur = NO_BLOCK;
    return v;
}

void lower_select(Fn *fn, NodeId n, Str label)
{
    block_ensure(fn);
    SelectCases s = prepare_cases(fn, ast_select_body(fn->ast, n));
    uint32_t done = block_new(fn, "select.done");
    IrValue select = emit_select(fn, n, &s);
    Frame frame = {
        .prev = fn->frames, .owner = fn, .label = label, .break_to = done, .continue_to = NO_BLOCK};
    fn->frames = &frame;
    for (uint32_t i = 0; i < s.count; i++) {
        block_start(fn, s.first_block + i);
        if (!s.items[i].is_default && !s.items[i].is_send)
            receive_case(fn, &s.items[i], select, i);
        lower_stmts(fn, ast_clause(fn->ast, s.items[i].clause).body);
        jump_to(fn, done);
    }
    fn->frames = frame.prev;
    block_start(fn, done);
}

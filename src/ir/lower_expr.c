// lower_expr.c - expressions to instructions. Constant expressions become one CONST each.
//
// Chains of binary operators lean to the left and can be very long: they are walked with a loop.
#include "ir/lower.h"

IrValue convert_to(Fn *fn, NodeId n, IrValue v, TypeId type)
{
    if (!type_known(type) || !fn_is_interface(fn, type))
        return v;
    const IrInstr *in = ir_instr(fn->f, v);
    TypeId from = in->type;
    if (!type_known(from) || fn_is_interface(fn, from) || fn_is_tuple(fn, from))
        return v;
    if (in->op == IR_CONST && !in->constant)
        return v; // nil
    return emit1(fn, instr_typed(fn, IR_CONVERT, n, type), v);
}

IrValue lower_expr_as(Fn *fn, NodeId n, TypeId type)
{
    return convert_to(fn, n, lower_expr(fn, n), type);
}

static IrValue lower_func_lit(Fn *fn, NodeId n)
{
    FuncId func = build_literal(fn, n);
    IrInstr in = instr_typed(fn, IR_CLOSURE, n, fn_type(fn, n));
    in.func = func;
    return emit(fn, in);
}

// An instantiated function F[T]; anything else with several indices is broken.
static IrValue lower_instance(Fn *fn, NodeId n)
{
    IrValue v = lower_expr(fn, ast_index(fn->ast, n).x);
    IrInstr *in = &fn->f->instrs.data[v.v];
    if (in->op == IR_FUNC_REF) {
        in->type = fn_type(fn, n);
        in->node = n;
        in->span = node_span(fn->ast, n);
    }
    return v;
}

static IrValue lower_slice(Fn *fn, NodeId n)
{
    SliceView view = ast_slice(fn->ast, n);
    IrValue args[4];
    uint32_t count = 0;
    Operand x = lower_operand(fn, view.x);
    if (fn_kind(fn, x.type) == T_ARRAY) {
        operand_mark_addressed(fn, x);
        args[count++] = operand_addr(fn, view.x, x);
    } else {
        args[count++] = operand_value(fn, view.x, x);
    }
    NodeId bounds[] = {view.low, view.high, view.max};
    for (int i = 0; i < 3; i++)
        if (node_ok(bounds[i]))
            args[count++] = lower_expr(fn, bounds[i]);
    return emit_args(fn, instr_typed(fn, IR_SLICE, n, fn_type(fn, n)), args, count);
}

static IrValue lower_assert(Fn *fn, NodeId n, bool comma_ok)
{
    IrValue x = lower_expr(fn, ast_type_assert(fn->ast, n).x);
    IrInstr in = instr_typed(fn, IR_TYPE_ASSERT, n, fn_type(fn, n));
    in.comma_ok = comma_ok;
    return emit1(fn, in, x);
}

static IrValue lower_recv(Fn *fn, NodeId n, bool comma_ok)
{
    IrValue chan = lower_expr(fn, ast_unary(fn->ast, n).x);
    IrInstr in = instr_typed(fn, IR_RECV, n, fn_type(fn, n));
    in.comma_ok = comma_ok;
    in.may_block = true;
    return emit1(fn, in, chan);
}

static IrValue lower_address(Fn *fn, NodeId n, NodeId x)
{
    NodeId inner = fn_unparen(fn, x);
    if (node_ok(inner) && node_kind(fn->ast, inner) == NODE_COMPOSITE_LIT)
        return lower_composite(fn, inner, n);
    Operand op = lower_operand(fn, x);
    operand_mark_addressed(fn, op);
    IrValue addr = operand_addr(fn, x, op);
    IrInstr *in = &fn->f->instrs.data[addr.v];
    // The instruction that gives the place now stands for &x; &*p is p itself.
    if (in->op == IR_ADDR_VAR || in->op == IR_ADDR_FIELD || in->op == IR_ADDR_INDEX ||
        in->op == IR_ALLOC) {
        in->type = fn_type(fn, n);
        in->node = n;
        in->span = node_span(fn->ast, n);
    }
    return addr;
}

static IrValue lower_unary(Fn *fn, NodeId n)
{
    UnaryView view = ast_unary(fn->ast, n);
    if (view.op == TOK_ARROW)
        return lower_recv(fn, n, false);
    if (view.op == TOK_AND)
        return lower_address(fn, n, view.x);
    IrValue x = lower_expr(fn, view.x);
    IrInstr in = instr_typed(fn, IR_UNARY, n, fn_type(fn, n));
    in.token = view.op;
    return emit1(fn, in, x);
}

// ---- Binary operators (spec: Operators, Logical operators) ----

// x && y as a value: x decides whether y is evaluated at all. A made variable carries the result.
static IrValue short_circuit(Fn *fn, NodeId n, IrValue x, BinaryView view)
{
    TypeId type = fn_type(fn, n);
    VarId result = var_temp(fn, type);
    emit_store(fn, n, var_addr(fn, n, result), x);
    bool and = view.op == TOK_LAND;
    uint32_t rest = block_new(fn, and? "and.rest" : "or.rest");
    uint32_t done = block_new(fn, and? "and.done" : "or.done");
    branch_to(fn, view.x, x, and? rest : done, and? done : rest);
    block_start(fn, rest);
    IrValue y = lower_expr(fn, view.y);
    emit_store(fn, n, var_addr(fn, n, result), y);
    jump_to(fn, done);
    block_start(fn, done);
    return emit_load(fn, n, var_addr(fn, n, result), type);
}

static IrValue binary_step(Fn *fn, NodeId n, IrValue x)
{
    BinaryView view = ast_binary(fn->ast, n);
    if (view.op == TOK_LAND || view.op == TOK_LOR)
        return short_circuit(fn, n, x, view);
    IrValue y = lower_expr(fn, view.y);
    IrInstr in = instr_typed(fn, IR_BINARY, n, fn_type(fn, n));
    in.token = view.op;
    return emit2(fn, in, x, y);
}

typedef VEC(NodeId) NodeStack;

static IrValue lower_binary(Fn *fn, NodeId n)
{
    NodeStack spine = {0};
    while (node_ok(n) && node_kind(fn->ast, n) == NODE_BINARY_EXPR && !fn_constant(fn, n)) {
        vec_push(fn->scratch, &spine, n);
        n = ast_binary(fn->ast, n).x;
    }
    IrValue v = lower_expr(fn, n);
    while (spine.len)
        v = binary_step(fn, spine.data[--spine.len], v);
    return v;
}

// ---- Conditions ----

typedef struct CondStep {
    NodeId y;
    uint32_t start, yes, no; // where y is evaluated and where it leads
} CondStep;

static void cond_leaf(Fn *fn, NodeId n, uint32_t yes, uint32_t no)
{
    NodeId inner = fn_unparen(fn, n);
    bool constant = fn_constant(fn, n) != NULL;
    if (!constant && node_ok(inner) && node_kind(fn->ast, inner) == NODE_UNARY_EXPR) {
        UnaryView view = ast_unary(fn->ast, inner);
        if (view.op == TOK_NOT) {
            lower_cond(fn, view.x, no, yes);
            return;
        }
    }
    branch_to(fn, n, lower_expr(fn, n), yes, no);
}

static bool is_logical(const Fn *fn, NodeId n)
{
    if (!node_ok(n) || node_kind(fn->ast, n) != NODE_BINARY_EXPR || fn_constant(fn, n))
        return false;
    TokenKind op = ast_binary(fn->ast, n).op;
    return op == TOK_LAND || op == TOK_LOR;
}

// Goes to `yes` or `no` as the condition says. && and || are control flow and give no value.
void lower_cond(Fn *fn, NodeId n, uint32_t yes, uint32_t no)
{
    VEC(CondStep) steps = {0};
    for (NodeId inner = fn_unparen(fn, n); is_logical(fn, inner); inner = fn_unparen(fn, n)) {
        BinaryView view = ast_binary(fn->ast, inner);
        bool and = view.op == TOK_LAND;
        CondStep s = {.y = view.y, .yes = yes, .no = no};
        s.start = block_new(fn, and? "cond.and" : "cond.or");
        vec_push(fn->scratch, &steps, s);
        if (and)
            yes = s.start;
        else
            no = s.start;
        n = view.x;
    }
    cond_leaf(fn, n, yes, no);
    while (steps.len) {
        CondStep s = steps.data[--steps.len];
        block_start(fn, s.start);
        lower_cond(fn, s.y, s.yes, s.no);
    }
}

// ---- Dispatch ----

IrValue lower_comma_ok(Fn *fn, NodeId n)
{
    n = fn_unparen(fn, n);
    switch (node_ok(n) ? node_kind(fn->ast, n) : NODE_NONE) {
    case NODE_INDEX_EXPR:
        return lower_index(fn, n, true, false).v;
    case NODE_TYPE_ASSERT_EXPR:
        return lower_assert(fn, n, true);
    case NODE_UNARY_EXPR:
        if (ast_unary(fn->ast, n).op == TOK_ARROW)
            return lower_recv(fn, n, true);
        break;
    default:
        break;
    }
    return lower_expr(fn, n);
}

// Everything that cannot be a place and is no constant.
IrValue lower_rvalue(Fn *fn, NodeId n)
{
    switch (node_kind(fn->ast, n)) {
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        return lower_instance(fn, n);
    case NODE_FUNC_LIT:
        return lower_func_lit(fn, n);
    case NODE_COMPOSITE_LIT:
        return lower_composite(fn, n, (NodeId){0});
    case NODE_SLICE_EXPR:
        return lower_slice(fn, n);
    case NODE_TYPE_ASSERT_EXPR:
        return lower_assert(fn, n, false);
    case NODE_CALL_EXPR:
        return lower_call(fn, n);
    case NODE_UNARY_EXPR:
        return lower_unary(fn, n);
    case NODE_BINARY_EXPR:
        return lower_binary(fn, n);
    default:
        return emit_unknown(fn, n);
    }
}

void lower_effect(Fn *fn, NodeId n)
{
    n = fn_unparen(fn, n);
    if (node_ok(n) && node_kind(fn->ast, n) == NODE_CALL_EXPR) {
        lower_chain(fn, n);
        lower_call(fn, n);
    } else {
        lower_expr(fn, n);
    }
}

IrValue lower_expr(Fn *fn, NodeId n)
{
    n = fn_unparen(fn, n);
    return operand_value(fn, n, lower_operand(fn, n));
}

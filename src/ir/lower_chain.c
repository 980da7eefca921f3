// lower_chain.c - long chains of selectors, calls and indexes: a.b().c[0].d()…
//
// Such a chain leans to the left and may be as long as SYNTAX_CHAIN_MAX, far longer than anything
// nests. Before a long one is lowered, parts of it are lowered from the innermost outwards, each a
// bounded number of links from the one before; the part that is ready waits in the Fn until the
// recursion comes to it.
#include "ir/lower.h"

// Links that are walked by recursion. Each costs under 1 KiB of stack.
enum { CHAIN_STRIDE = 256 };

static NodeId left_of(const Fn *fn, NodeId n)
{
    switch (node_kind(fn->ast, n)) {
    case NODE_SELECTOR_EXPR:
        return ast_selector(fn->ast, n).x;
    case NODE_CALL_EXPR:
        return ast_call(fn->ast, n).fun;
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        return ast_index(fn->ast, n).x;
    case NODE_SLICE_EXPR:
        return ast_slice(fn->ast, n).x;
    case NODE_TYPE_ASSERT_EXPR:
        return ast_type_assert(fn->ast, n).x;
    case NODE_PAREN_EXPR:
        return ast_operand(fn->ast, n);
    default:
        return (NodeId){0};
    }
}

static bool is_long(const Fn *fn, NodeId n)
{
    for (int i = 0; i < CHAIN_STRIDE; i++) {
        n = left_of(fn, n);
        if (!node_ok(n) || node_eq(n, fn->ready_node))
            return false;
    }
    return true;
}

// Whether lowering `parent` lowers its left part `x` as an operand, whatever else it is.
static bool is_operand_of(const Fn *fn, NodeId x, NodeId parent)
{
    NodeKind kind = node_kind(fn->ast, x);
    if (kind == NODE_CALL_EXPR)
        return true;
    if (kind != NODE_SELECTOR_EXPR && kind != NODE_INDEX_EXPR && kind != NODE_SLICE_EXPR &&
        kind != NODE_TYPE_ASSERT_EXPR)
        return false;
    if (node_is_type(fn->b->types, fn->file, x) || fn_constant(fn, parent))
        return false;
    switch (node_kind(fn->ast, parent)) {
    case NODE_SELECTOR_EXPR: {
        const Selection *sel = node_selection(fn->b->types, fn->file, parent);
        return !sel || (sel->kind != SEL_QUALIFIED && sel->kind != SEL_METHOD_EXPR);
    }
    case NODE_INDEX_EXPR:
        return fn_kind(fn, fn_type(fn, x)) != T_SIGNATURE;
    case NODE_SLICE_EXPR:
    case NODE_TYPE_ASSERT_EXPR:
        return true;
    default:
        return false;
    }
}

void lower_chain(Fn *fn, NodeId n)
{
    if (!is_long(fn, n))
        return;
    VEC(NodeId) parts = {0};
    int links = 0;
    NodeId x = left_of(fn, n);
    for (; node_ok(x) && !node_eq(x, fn->ready_node); n = x, x = left_of(fn, x)) {
        if (++links < CHAIN_STRIDE / 2 || !is_operand_of(fn, x, n))
            continue;
        vec_push(fn->scratch, &parts, x);
        links = 0;
    }
    while (parts.len) {
        NodeId part = parts.data[--parts.len];
        Operand op = lower_operand(fn, part);
        fn->ready_node = part;
        fn->ready = op;
    }
}

bool lower_ready(Fn *fn, NodeId n, Operand *op)
{
    if (!node_eq(n, fn->ready_node))
        return false;
    *op = fn->ready;
    fn->ready_node = (NodeId){0};
    return true;
}

// record.c - what was found for a node.
#include "types/check.h"

void record_type(Checker *c, NodeId n, ExprMode mode, TypeId t, const Constant *value)
{
    if (!node_ok(n) || mode == EXPR_INVALID)
        return;
    PackageFile *f = check_file(c);
    f->node_types[n.v] = t;
    f->node_modes[n.v] = (uint8_t)mode;
    f->node_constants[n.v] = value;
}

void record_operand(Checker *c, const Operand *x)
{
    TypeId t = x->mode == EXPR_NOVALUE ? TID(TID_EMPTY_TUPLE) : x->type;
    record_type(c, x->expr, x->mode, t, x->mode == EXPR_CONSTANT ? x->value : NULL);
}

void record_object(Checker *c, NodeId ident, ObjId o)
{
    check_file(c)->node_objects[ident.v] = o;
}

void record_selection(Checker *c, NodeId n, Selection sel)
{
    Package *p = c->p;
    Selection *copy = arena_new(&p->arena, Selection);
    *copy = sel;
    map_put(&p->arena, &check_file(c)->node_selections, n.v, (uint64_t)(uintptr_t)copy);
    record_object(c, ast_selector(check_ast(c), n).sel, sel.obj);
}

void record_implicit(Checker *c, NodeId n, ObjId o)
{
    map_put(&c->p->arena, &check_file(c)->node_implicits, n.v, o.v);
}

// `n` is the instantiated identifier, a selector or an index expression over one.
void record_instance(Checker *c, NodeId n, TypeId t)
{
    const Ast *ast = check_ast(c);
    for (;;) {
        NodeKind kind = node_kind(ast, n);
        if (kind == NODE_INDEX_EXPR || kind == NODE_INDEX_LIST_EXPR)
            n = ast_index(ast, n).x;
        else if (kind == NODE_SELECTOR_EXPR)
            n = ast_selector(ast, n).sel;
        else if (kind == NODE_PAREN_EXPR)
            n = ast_operand(ast, n);
        else
            break;
    }
    if (node_kind(ast, n) == NODE_IDENT)
        map_put(&c->p->arena, &check_file(c)->node_instances, n.v, t.v);
}

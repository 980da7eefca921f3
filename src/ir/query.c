// query.c - questions about a built package.
#include "ir/ir.h"

#include <stdlib.h>

static const char *const op_names[] = {
#define OP(name, text, meaning) text,
#include "ir/ops.def"
};

const char *ir_op_name(IrOp op)
{
    return op < IR_OP_COUNT ? op_names[op] : "?";
}

bool ir_is_terminator(IrOp op)
{
    return op >= IR_JUMP; // the table's last part
}

bool ir_is_event(IrOp op)
{
    return (op >= IR_SEND && op < IR_JUMP) || op == IR_RANGE_NEXT || op == IR_SELECT;
}

bool ir_gives_value(IrOp op)
{
    switch (op) {
    case IR_DECLARE:
    case IR_STORE:
    case IR_MAP_UPDATE:
    case IR_SEND:
    case IR_CLOSE:
    case IR_GO:
    case IR_DEFER:
    case IR_RUN_DEFERS:
        return false;
    case IR_RANGE_NEXT:
    case IR_SELECT:
        return true;
    default:
        return !ir_is_terminator(op);
    }
}

const IrFunc *ir_func(const IrPackage *p, FuncId f)
{
    return p->funcs.data[f.v];
}

const IrFunc *ir_func_of(const IrPackage *p, ObjId obj)
{
    uint32_t id = (uint32_t)map_or(&p->by_object, obj.v, 0);
    const Object *o = object_at(p->types, obj);
    // The methods of an instantiated type are objects of their own that share the declaration.
    if (!id && o->kind == OBJ_FUNC && o->home == 0 && node_ok(o->decl))
        id = (uint32_t)map_or(&p->by_node, map_pair(o->file, o->decl.v), 0);
    const IrFunc *f = id ? p->funcs.data[id] : NULL;
    return f && f->has_body ? f : NULL;
}

const IrFunc *ir_literal(const IrPackage *p, uint32_t file, NodeId func_lit)
{
    uint32_t id = (uint32_t)map_or(&p->by_node, map_pair(file, func_lit.v), 0);
    return id ? p->funcs.data[id] : NULL;
}

const IrVar *ir_var(const IrPackage *p, VarId v)
{
    return &p->vars.data[v.v];
}

const IrInstr *ir_terminator(const IrFunc *f, uint32_t block)
{
    const IrBlock *b = &f->blocks.data[block];
    return &f->instrs.data[vec_last(&b->instrs)];
}

bool ir_dominates(const IrFunc *f, uint32_t a, uint32_t b)
{
    const IrBlock *x = &f->blocks.data[a];
    const IrBlock *y = &f->blocks.data[b];
    return a == b || (x->dom_in <= y->dom_in && y->dom_in < x->dom_out);
}

bool ir_postdominates(const IrFunc *f, uint32_t a, uint32_t b)
{
    const IrBlock *x = &f->blocks.data[a];
    const IrBlock *y = &f->blocks.data[b];
    return a == b || (x->pdom_in <= y->pdom_in && y->pdom_in < x->pdom_out);
}

bool ir_in_loop(const IrFunc *f, uint32_t loop, uint32_t block)
{
    uint32_t l = f->blocks.data[block].loop;
    return l > loop && l <= f->loops.data[loop].end;
}

bool ir_reaches(const IrFunc *f, uint32_t a, uint32_t b)
{
    bool *seen = mem_alloc(f->blocks.len * sizeof *seen);
    memset(seen, 0, f->blocks.len * sizeof *seen);
    uint32_t *stack = mem_alloc(f->blocks.len * sizeof *stack);
    uint32_t depth = 0;
    uint32_t at = a;
    bool found = false;
    for (;;) {
        const IrBlock *block = &f->blocks.data[at];
        for (uint32_t i = 0; i < block->succs.len; i++) {
            uint32_t to = block->succs.data[i];
            found |= to == b;
            if (!seen[to]) {
                seen[to] = true;
                stack[depth++] = to;
            }
        }
        if (found || depth == 0)
            break;
        at = stack[--depth];
    }
    free(seen);
    free(stack);
    return found;
}

// emit.c - adding instructions and blocks to the function that is built.
#include "ir/lower.h"

#include "types/constant_make.h"

IrInstr instr_for(const Fn *fn, IrOp op, NodeId n)
{
    IrInstr in = {.op = (uint8_t)op, .node = n};
    if (node_ok(n))
        in.span = node_span(fn->ast, n);
    return in;
}

IrInstr instr_typed(const Fn *fn, IrOp op, NodeId n, TypeId type)
{
    IrInstr in = instr_for(fn, op, n);
    in.type = type;
    return in;
}

// Almost every variable has its address taken many times, so the pointer types are kept at hand.
static TypeId pointer_to(Build *b, TypeId t)
{
    if (t.v >= b->pointer_count) {
        uint32_t count = (t.v + 1) * 2;
        b->pointers = mem_resize(b->pointers, sizeof *b->pointers * count);
        memset(b->pointers + b->pointer_count, 0, sizeof *b->pointers * (count - b->pointer_count));
        b->pointer_count = count;
    }
    if (!type_known(b->pointers[t.v]))
        b->pointers[t.v] = type_pointer_to(b->types, t);
    return b->pointers[t.v];
}

IrInstr instr_place(const Fn *fn, IrOp op, NodeId n, TypeId place)
{
    IrInstr in = instr_typed(fn, op, n, pointer_to(fn->b, place));
    in.place = place;
    return in;
}

IrValue emit(Fn *fn, IrInstr in)
{
    block_ensure(fn);
    uint32_t index = fn->f->instrs.len;
    in.block = fn->cur;
    vec_push(fn->scratch, &fn->f->instrs, in);
    vec_push(fn->scratch, &fn->blocks.data[fn->cur].instrs, index);
    return (IrValue){index};
}

// Room for arguments, cut from larger pieces: most lists have one or two.
static IrValue *take_args(Build *b, uint32_t count)
{
    enum { PIECE = 1024 };
    if (count > b->args_left) {
        uint32_t piece = count > PIECE ? count : PIECE;
        b->args = arena_array(b->arena, IrValue, piece);
        b->args_left = piece;
    }
    IrValue *args = b->args;
    b->args += count;
    b->args_left -= count;
    return args;
}

IrValue emit_args(Fn *fn, IrInstr in, const IrValue *args, uint32_t count)
{
    if (count) {
        IrValue *copy = take_args(fn->b, count);
        memcpy(copy, args, sizeof *args * count);
        in.args = copy;
        in.arg_count = count;
    }
    return emit(fn, in);
}

IrValue emit1(Fn *fn, IrInstr in, IrValue a)
{
    return emit_args(fn, in, &a, 1);
}

IrValue emit2(Fn *fn, IrInstr in, IrValue a, IrValue b)
{
    return emit_args(fn, in, (IrValue[]){a, b}, 2);
}

IrValue emit_unknown(Fn *fn, NodeId n)
{
    return emit(fn, instr_typed(fn, IR_UNKNOWN, n, node_ok(n) ? fn_type(fn, n) : TYPE_UNKNOWN));
}

IrValue emit_constant(Fn *fn, NodeId n, const Constant *c, TypeId type)
{
    IrInstr in = instr_typed(fn, IR_CONST, n, type);
    in.constant = c;
    return emit(fn, in);
}

IrValue emit_int(Fn *fn, int64_t value)
{
    const Constant *c = constant_of_int(fn->b->arena, value);
    return emit_constant(fn, (NodeId){0}, c, (TypeId){BASIC_INT});
}

IrValue emit_bool(Fn *fn, bool value)
{
    const Constant *c = constant_of_bool(fn->b->arena, value);
    return emit_constant(fn, (NodeId){0}, c, fn_bool());
}

IrValue emit_load(Fn *fn, NodeId n, IrValue addr, TypeId type)
{
    return emit1(fn, instr_typed(fn, IR_LOAD, n, type), addr);
}

void emit_store(Fn *fn, NodeId n, IrValue addr, IrValue value)
{
    emit2(fn, instr_for(fn, IR_STORE, n), addr, value);
}

// The type of a component: of a tuple as types gives it, or of the two values of a v, ok form.
static TypeId component_type(const Fn *fn, IrValue tuple, uint32_t index)
{
    const IrInstr *in = ir_instr(fn->f, tuple);
    if (fn_is_tuple(fn, in->type) && index < type_tuple_len(fn->b->types, in->type))
        return type_tuple_at(fn->b->types, in->type, index);
    if (in->comma_ok)
        return index == 0 ? in->type : fn_bool();
    return TYPE_UNKNOWN;
}

IrValue emit_extract(Fn *fn, NodeId n, IrValue tuple, uint32_t index)
{
    IrInstr in = instr_typed(fn, IR_EXTRACT, n, component_type(fn, tuple, index));
    in.index = index;
    return emit1(fn, in, tuple);
}

TypeId value_type(const Fn *fn, IrValue v)
{
    return ir_instr(fn->f, v)->type;
}

uint32_t block_new(Fn *fn, const char *comment)
{
    vec_push(fn->scratch, &fn->blocks, (Making){.comment = comment});
    return fn->blocks.len - 1;
}

void block_enter(Fn *fn, uint32_t block)
{
    fn->blocks.data[block].started = true;
    vec_push(fn->scratch, &fn->order, block);
    fn->cur = block;
}

void block_start(Fn *fn, uint32_t block)
{
    if (fn->blocks.data[block].preds)
        block_enter(fn, block);
    else
        fn->cur = NO_BLOCK;
}

void block_ensure(Fn *fn)
{
    if (fn->cur == NO_BLOCK)
        block_enter(fn, block_new(fn, "unreachable"));
}

void edge_add(Fn *fn, uint32_t to)
{
    block_ensure(fn);
    vec_push(fn->scratch, &fn->blocks.data[fn->cur].succs, to);
    fn->blocks.data[to].preds++;
}

void end_block(Fn *fn, IrInstr terminator)
{
    emit(fn, terminator);
    fn->cur = NO_BLOCK;
}

void jump_to(Fn *fn, uint32_t block)
{
    if (fn->cur == NO_BLOCK)
        return;
    edge_add(fn, block);
    end_block(fn, (IrInstr){.op = IR_JUMP});
}

void branch_to(Fn *fn, NodeId n, IrValue cond, uint32_t yes, uint32_t no)
{
    edge_add(fn, yes);
    edge_add(fn, no);
    emit1(fn, instr_for(fn, IR_IF, n), cond);
    fn->cur = NO_BLOCK;
}

// Blocks that an edge leads to but that nothing was put in: labels that do not exist.
static void close_open_blocks(Fn *fn)
{
    for (uint32_t i = 0; i < fn->blocks.len; i++) {
        if (fn->blocks.data[i].started || !fn->blocks.data[i].preds)
            continue;
        block_enter(fn, i);
        end_block(fn, (IrInstr){.op = IR_UNREACHABLE});
    }
    for (uint32_t i = 0; i < fn->order.len; i++)
        fn->blocks.data[fn->order.data[i]].number = i;
}

static void copy_blocks(Fn *fn)
{
    IrFunc *f = fn->f;
    Arena *a = fn->b->arena;
    uint32_t count = fn->order.len;
    f->blocks.data = arena_array(a, IrBlock, count);
    f->blocks.len = f->blocks.cap = count;
    for (uint32_t i = 0; i < count; i++) {
        const Making *m = &fn->blocks.data[fn->order.data[i]];
        IrBlock *b = &f->blocks.data[i];
        b->comment = m->comment;
        b->loop_node = m->loop_node;
        b->instrs.data = arena_array(a, uint32_t, m->instrs.len);
        memcpy(b->instrs.data, m->instrs.data, sizeof(uint32_t) * m->instrs.len);
        b->instrs.len = b->instrs.cap = m->instrs.len;
        if (m->succs.len) {
            b->succs.data = arena_array(a, uint32_t, m->succs.len);
            b->succs.cap = m->succs.len;
        }
        if (m->preds) {
            b->preds.data = arena_array(a, uint32_t, m->preds);
            b->preds.cap = m->preds;
        }
    }
}

// Edges in the order of the blocks they come from, so that preds are sorted.
static void copy_edges(Fn *fn)
{
    IrFunc *f = fn->f;
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const Making *m = &fn->blocks.data[fn->order.data[i]];
        IrBlock *b = &f->blocks.data[i];
        for (uint32_t s = 0; s < m->succs.len; s++) {
            uint32_t to = fn->blocks.data[m->succs.data[s]].number;
            IrBlock *target = &f->blocks.data[to];
            b->succs.data[b->succs.len++] = to;
            target->preds.data[target->preds.len++] = i;
        }
    }
}

static void copy_instrs(Fn *fn)
{
    IrFunc *f = fn->f;
    IrInstr *copy = arena_array(fn->b->arena, IrInstr, f->instrs.len);
    memcpy(copy, f->instrs.data, sizeof *copy * f->instrs.len);
    f->instrs.data = copy;
    f->instrs.cap = f->instrs.len;
    f->events = bitset_new(fn->b->arena, f->instrs.len);
    for (uint32_t i = 1; i < f->instrs.len; i++) {
        copy[i].block = fn->blocks.data[copy[i].block].number;
        if (ir_is_event(copy[i].op))
            bitset_add(&f->events, i);
    }
}

void fn_finish(Fn *fn)
{
    close_open_blocks(fn);
    copy_instrs(fn);
    copy_blocks(fn);
    copy_edges(fn);
    dominators_find(fn->f, fn->scratch);
    loops_find(fn->f, fn->b->arena, fn->scratch);
}

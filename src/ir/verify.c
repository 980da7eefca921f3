// verify.c - checks the invariants that readers of the graphs rely on.
#include "ir/ir.h"

#include <stdio.h>

typedef struct Verifier {
    const IrPackage *p;
    const IrFunc *f;
    Arena *a;
    const char *fault; // the first one; NULL while all is well
} Verifier;

__attribute__((format(printf, 2, 3))) static void complain(Verifier *v, const char *format, ...)
{
    if (v->fault)
        return;
    va_list args;
    va_start(args, format);
    StrBuf text = {0};
    char line[300];
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    strbuf_printf(&text, "%s: %s", v->f ? v->f->name : "package", line);
    v->fault = arena_strndup(v->a, text.data, text.len);
    strbuf_free(&text);
}

// Successors that a terminator must have; UINT32_MAX for a SELECT, which has one for each case.
static uint32_t wanted_succs(const IrInstr *in)
{
    switch (in->op) {
    case IR_JUMP:
        return 1;
    case IR_IF:
    case IR_RANGE_NEXT:
        return 2;
    case IR_SELECT:
        return in->case_count;
    default:
        return 0;
    }
}

// ---- Blocks and edges ----

static uint32_t count_of(const uint32_t *items, uint32_t len, uint32_t what)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < len; i++)
        n += items[i] == what;
    return n;
}

static void check_edges(Verifier *v, uint32_t i)
{
    const IrBlock *blocks = v->f->blocks.data;
    const IrBlock *b = &blocks[i];
    for (uint32_t s = 0; s < b->succs.len; s++) {
        uint32_t to = b->succs.data[s];
        if (to >= v->f->blocks.len) {
            complain(v, "block %u leads to block %u, which does not exist", i, to);
            return;
        }
        if (b->reachable && !blocks[to].reachable)
            complain(v, "block %u is reached from %u but not marked", to, i);
    }
    for (uint32_t p = 0; p < b->preds.len; p++) {
        uint32_t from = b->preds.data[p];
        if (from >= v->f->blocks.len) {
            complain(v, "block %u has predecessor %u, which does not exist", i, from);
            return;
        }
        if (p && b->preds.data[p - 1] > from)
            complain(v, "predecessors of block %u are not in order", i);
        if (count_of(blocks[from].succs.data, blocks[from].succs.len, i) == 0)
            complain(v, "block %u has predecessor %u, which does not lead to it", i, from);
    }
}

static void check_edge_count(Verifier *v)
{
    uint64_t succs = 0;
    uint64_t preds = 0;
    VEC_EACH (IrBlock, b, &v->f->blocks) {
        succs += b->succs.len;
        preds += b->preds.len;
    }
    if (succs != preds)
        complain(v, "successors and predecessors differ in number");
}

static void check_block(Verifier *v, uint32_t i, uint32_t *block_of)
{
    const IrBlock *b = &v->f->blocks.data[i];
    if (b->instrs.len == 0) {
        complain(v, "block %u is empty", i);
        return;
    }
    for (uint32_t k = 0; k < b->instrs.len; k++) {
        uint32_t n = b->instrs.data[k];
        if (n == 0 || n >= v->f->instrs.len) {
            complain(v, "block %u holds v%u, which does not exist", i, n);
            return;
        }
        const IrInstr *in = &v->f->instrs.data[n];
        if (in->block != i || block_of[n])
            complain(v, "v%u is not in one block alone", n);
        block_of[n] = 1;
        if (k && b->instrs.data[k - 1] >= n)
            complain(v, "v%u is out of order in block %u", n, i);
        if (ir_is_terminator(in->op) != (k + 1 == b->instrs.len))
            complain(v, "v%u: %s in the wrong place in block %u", n, ir_op_name(in->op), i);
    }
    const IrInstr *end = ir_terminator(v->f, i);
    if (ir_is_terminator(end->op) && wanted_succs(end) != b->succs.len)
        complain(v, "block %u ends in %s but has %u successors", i, ir_op_name(end->op),
                 b->succs.len);
    check_edges(v, i);
}

// ---- Instructions ----

static void check_use(Verifier *v, uint32_t user, IrValue arg)
{
    const IrFunc *f = v->f;
    if (!ir_ok(arg) || arg.v >= f->instrs.len) {
        complain(v, "v%u takes v%u, which does not exist", user, arg.v);
        return;
    }
    const IrInstr *def = ir_instr(f, arg);
    const IrInstr *use = &f->instrs.data[user];
    if (!ir_gives_value(def->op))
        complain(v, "v%u takes v%u, but %s gives nothing", user, arg.v, ir_op_name(def->op));
    if (!f->blocks.data[use->block].reachable)
        return;
    bool before = def->block == use->block ? arg.v < user : ir_dominates(f, def->block, use->block);
    if (!before)
        complain(v, "v%u takes v%u, which does not dominate it", user, arg.v);
}

static uint32_t least_args(IrOp op)
{
    switch (op) {
    case IR_STORE:
    case IR_ADDR_INDEX:
    case IR_INDEX:
    case IR_BINARY:
    case IR_SEND:
        return 2;
    case IR_MAP_UPDATE:
        return 3;
    case IR_ADDR_FIELD:
    case IR_LOAD:
    case IR_FIELD:
    case IR_METHOD_VALUE:
    case IR_SLICE:
    case IR_UNARY:
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
    case IR_EXTRACT:
    case IR_RANGE_KEY:
    case IR_RANGE_VALUE:
    case IR_CASE_RECV:
    case IR_RECV:
    case IR_CLOSE:
    case IR_IF:
    case IR_RANGE_NEXT:
    case IR_PANIC:
        return 1;
    default:
        return 0;
    }
}

static void check_call(Verifier *v, uint32_t n, const IrInstr *in)
{
    const IrCall *c = in->call;
    if (!c) {
        complain(v, "v%u: no call", n);
        return;
    }
    int ways = c->dynamic + (c->literal.v != 0) + (c->builtin != BUILTIN_NONE) + obj_ok(c->callee);
    if (ways != 1)
        complain(v, "v%u: %d ways to reach the callee", n, ways);
    if (c->dynamic && in->arg_count == 0)
        complain(v, "v%u: no function value", n);
    if (c->literal.v >= v->p->funcs.len)
        complain(v, "v%u: no function %u", n, c->literal.v);
}

static void check_parts(Verifier *v, uint32_t n, const IrInstr *in)
{
    switch (in->op) {
    case IR_DECLARE:
    case IR_ADDR_VAR:
        if (in->var.v == 0 || in->var.v >= v->p->vars.len)
            complain(v, "v%u: no variable %u", n, in->var.v);
        break;
    case IR_CLOSURE:
        if (in->func.v == 0 || in->func.v >= v->p->funcs.len)
            complain(v, "v%u: no function %u", n, in->func.v);
        break;
    case IR_CALL:
    case IR_GO:
    case IR_DEFER:
        check_call(v, n, in);
        break;
    case IR_CASE_RECV: {
        const IrInstr *select = in->arg_count ? ir_instr(v->f, in->args[0]) : NULL;
        if (!select || select->op != IR_SELECT || in->index >= select->case_count)
            complain(v, "v%u: not a case of a select", n);
        break;
    }
    case IR_RANGE_KEY:
    case IR_RANGE_VALUE:
        if (in->arg_count == 0 || ir_instr(v->f, in->args[0])->op != IR_RANGE_NEXT)
            complain(v, "v%u: not of a range", n);
        break;
    default:
        break;
    }
}

static void check_instr(Verifier *v, uint32_t n)
{
    const IrInstr *in = &v->f->instrs.data[n];
    if (in->arg_count < least_args(in->op))
        complain(v, "v%u: %s with %u arguments", n, ir_op_name(in->op), in->arg_count);
    for (uint32_t i = 0; i < in->arg_count; i++)
        check_use(v, n, in->args[i]);
    for (uint32_t i = 0; i < in->case_count; i++) {
        const IrCase *c = &in->cases[i];
        if (!c->is_default)
            check_use(v, n, c->chan);
        if (c->is_send)
            check_use(v, n, c->value);
    }
    if (!v->fault)
        check_parts(v, n, in);
}

// ---- Functions ----

static void check_loops(Verifier *v)
{
    const IrFunc *f = v->f;
    for (uint32_t i = 0; i < f->loops.len; i++) {
        const IrLoop *l = &f->loops.data[i];
        if (l->parent > i || l->end <= i || l->end > f->loops.len)
            complain(v, "loop %u is out of order", i);
        else if (l->parent && !ir_in_loop(f, l->parent - 1, l->header))
            complain(v, "loop %u is not inside its parent", i);
    }
    for (uint32_t i = 0; i < f->blocks.len && !v->fault; i++) {
        uint32_t l = f->blocks.data[i].loop;
        if (l && !ir_dominates(f, f->loops.data[l - 1].header, i))
            complain(v, "block %u is in a loop whose header does not dominate it", i);
    }
}

static void check_vars(Verifier *v)
{
    const IrFunc *f = v->f;
    for (uint32_t i = 0; i < f->params.len; i++)
        if (ir_var(v->p, f->params.data[i])->param != (int32_t)i)
            complain(v, "parameter %u has another position", i);
    for (uint32_t i = 0; i < f->results.len; i++)
        if (ir_var(v->p, f->results.data[i])->result != (int32_t)i)
            complain(v, "result %u has another position", i);
    VEC_EACH (VarId, c, &f->captures)
        if (!ir_var(v->p, *c)->captured || ir_var(v->p, *c)->owner.v == f->id.v)
            complain(v, "variable %u is no capture", c->v);
}

static void check_func(Verifier *v)
{
    const IrFunc *f = v->f;
    check_vars(v);
    if (!f->has_body)
        return;
    uint32_t *block_of = arena_array(v->a, uint32_t, f->instrs.len);
    for (uint32_t i = 0; i < f->blocks.len && !v->fault; i++)
        check_block(v, i, block_of);
    check_edge_count(v);
    for (uint32_t n = 1; n < f->instrs.len && !v->fault; n++) {
        if (!block_of[n])
            complain(v, "v%u is in no block", n);
        else
            check_instr(v, n);
    }
    if (!v->fault)
        check_loops(v);
}

const char *ir_verify(const IrPackage *p, Arena *a)
{
    Verifier v = {.p = p, .a = a};
    for (uint32_t i = 1; i < p->funcs.len && !v.fault; i++) {
        v.f = p->funcs.data[i];
        if (v.f->id.v != i || !v.f->name)
            complain(&v, "function %u has another number or no name", i);
        check_func(&v);
    }
    return v.fault;
}

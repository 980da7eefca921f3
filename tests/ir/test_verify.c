// test_verify.c - the verifier accepts a good graph and names each way of breaking it.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "ir/lower.h"

// if c { x } else { y }; return x: the blocks 0 (test), 1, 2 and 3 (join).
typedef struct Graph {
    IrPackage p;
    IrFunc *f;
    Arena scratch;
} Graph;

enum { V_COND = 1, V_IF, V_X, V_JUMP1, V_Y, V_JUMP2, V_Z, V_RETURN, V_COUNT };

static IrInstr op_in(IrOp op, uint32_t block)
{
    return (IrInstr){.op = (uint8_t)op, .block = block};
}

static void give_arg(Graph *g, uint32_t user, uint32_t arg)
{
    IrValue *args = arena_array(&g->p.arena, IrValue, 1);
    args[0] = (IrValue){arg};
    g->f->instrs.data[user].args = args;
    g->f->instrs.data[user].arg_count = 1;
}

static void add_edge(Graph *g, uint32_t from, uint32_t to)
{
    vec_push(&g->p.arena, &g->f->blocks.data[from].succs, to);
    vec_push(&g->p.arena, &g->f->blocks.data[to].preds, from);
}

static void make(Graph *g)
{
    Arena *a = &g->p.arena;
    g->f = arena_new(a, IrFunc);
    g->f->id = (FuncId){1};
    g->f->name = "p.f";
    g->f->has_body = true;
    vec_push(a, &g->p.funcs, NULL);
    vec_push(a, &g->p.funcs, g->f);
    vec_push(a, &g->p.vars, (IrVar){.param = -1, .result = -1});
    static const struct {
        IrOp op;
        uint32_t block;
    } instrs[V_COUNT] = {
        [V_COND] = {IR_UNKNOWN, 0}, [V_IF] = {IR_IF, 0},         [V_X] = {IR_UNKNOWN, 1},
        [V_JUMP1] = {IR_JUMP, 1},   [V_Y] = {IR_UNKNOWN, 2},     [V_JUMP2] = {IR_JUMP, 2},
        [V_Z] = {IR_UNKNOWN, 3},    [V_RETURN] = {IR_RETURN, 3},
    };
    for (uint32_t i = 0; i < 4; i++)
        vec_push(a, &g->f->blocks, (IrBlock){.comment = "b"});
    vec_push(a, &g->f->instrs, (IrInstr){0});
    for (uint32_t n = 1; n < V_COUNT; n++) {
        vec_push(a, &g->f->instrs, op_in(instrs[n].op, instrs[n].block));
        vec_push(a, &g->f->blocks.data[instrs[n].block].instrs, n);
    }
    add_edge(g, 0, 1);
    add_edge(g, 0, 2);
    add_edge(g, 1, 3);
    add_edge(g, 2, 3);
    give_arg(g, V_IF, V_COND);
    dominators_find(g->f, &g->scratch);
    loops_find(g->f, a, &g->scratch);
}

static void drop(Graph *g)
{
    arena_free(&g->p.arena);
    arena_free(&g->scratch);
}

static void break_dominance(Graph *g)
{
    give_arg(g, V_RETURN, V_X);
}

static void break_order(Graph *g)
{
    give_arg(g, V_COND, V_IF);
}

static void break_value(Graph *g)
{
    g->f->instrs.data[V_COND].op = IR_RUN_DEFERS;
}

static void break_terminator(Graph *g)
{
    g->f->instrs.data[V_JUMP1].op = IR_UNKNOWN;
}

static void break_middle(Graph *g)
{
    g->f->instrs.data[V_X].op = IR_RETURN;
}

static void break_succs(Graph *g)
{
    g->f->instrs.data[V_JUMP1].op = IR_RETURN;
}

static void break_pred(Graph *g)
{
    g->f->blocks.data[3].preds.data[0] = 0;
}

static void break_missing_pred(Graph *g)
{
    g->f->blocks.data[3].preds.len = 1;
}

static void break_block(Graph *g)
{
    g->f->instrs.data[V_Y].block = 1;
}

static void break_var(Graph *g)
{
    g->f->instrs.data[V_X].op = IR_ADDR_VAR;
    g->f->instrs.data[V_X].var = (VarId){7};
}

static void break_call(Graph *g)
{
    g->f->instrs.data[V_X].op = IR_CALL;
}

static void break_args(Graph *g)
{
    g->f->instrs.data[V_X].op = IR_RECV;
}

static void break_missing_value(Graph *g)
{
    give_arg(g, V_RETURN, 99);
}

typedef struct Breaking {
    void (*apply)(Graph *g);
    const char *fault;
} Breaking;

static const Breaking breakings[] = {
    {break_dominance, "does not dominate it"},
    {break_order, "takes v2"},
    {break_value, "gives nothing"},
    {break_terminator, "wrong place"},
    {break_middle, "wrong place"},
    {break_succs, "has 1 successors"},
    {break_pred, "does not lead to it"},
    {break_missing_pred, "differ in number"},
    {break_block, "not in one block alone"},
    {break_var, "no variable 7"},
    {break_call, "no call"},
    {break_args, "with 0 arguments"},
    {break_missing_value, "v99, which does not exist"},
};

static void test_good(void **state)
{
    (void)state;
    Graph g = {0};
    make(&g);
    assert_null(ir_verify(&g.p, &g.scratch));
    drop(&g);
}

static void test_broken(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof breakings / sizeof *breakings; i++) {
        Graph g = {0};
        make(&g);
        breakings[i].apply(&g);
        const char *fault = ir_verify(&g.p, &g.scratch);
        assert_non_null(fault);
        if (!strstr(fault, breakings[i].fault))
            fail_msg("want \"%s\", got \"%s\"", breakings[i].fault, fault);
        drop(&g);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

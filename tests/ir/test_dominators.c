// test_dominators.c - dominators, post-dominators and loops against their definitions, on random
// graphs: a dominates b when b cannot be reached without a.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ir/lower.h"

enum { BLOCKS_MAX = 24, GRAPHS = 3000 };

typedef struct Random {
    uint64_t state;
} Random;

static uint32_t random_below(Random *r, uint32_t n)
{
    r->state = r->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(r->state >> 33) % n;
}

static const IrOp ends[] = {IR_RETURN, IR_JUMP, IR_IF};

// A function of `n` blocks with one terminator each and random edges.
static IrFunc *random_function(Arena *a, Random *r, uint32_t n)
{
    IrFunc *f = arena_new(a, IrFunc);
    vec_push(a, &f->instrs, (IrInstr){0});
    for (uint32_t i = 0; i < n; i++)
        vec_push(a, &f->blocks, (IrBlock){0});
    for (uint32_t i = 0; i < n; i++) {
        // One block in eight leaves: otherwise most graphs would be endless or trivial.
        uint32_t succs = random_below(r, 8) == 0 ? 0 : 1 + random_below(r, 2);
        vec_push(a, &f->blocks.data[i].instrs, f->instrs.len);
        vec_push(a, &f->instrs, (IrInstr){.op = (uint8_t)ends[succs], .block = i});
        for (uint32_t s = 0; s < succs; s++) {
            uint32_t to = random_below(r, n);
            vec_push(a, &f->blocks.data[i].succs, to);
            vec_push(a, &f->blocks.data[to].preds, i);
        }
    }
    return f;
}

// Whether a path leads from `from` to `to` (or, with `to` = n, to a return) that avoids `without`.
static bool reaches(const IrFunc *f, uint32_t from, uint32_t to, uint32_t without)
{
    bool seen[BLOCKS_MAX] = {false};
    uint32_t stack[BLOCKS_MAX];
    uint32_t depth = 0;
    if (from == without)
        return false;
    seen[from] = true;
    stack[depth++] = from;
    while (depth) {
        uint32_t at = stack[--depth];
        const IrBlock *b = &f->blocks.data[at];
        if (at == to || (to == f->blocks.len && b->succs.len == 0))
            return true;
        for (uint32_t i = 0; i < b->succs.len; i++) {
            uint32_t next = b->succs.data[i];
            if (next == without || seen[next])
                continue;
            seen[next] = true;
            stack[depth++] = next;
        }
    }
    return false;
}

static void check_dominance(const IrFunc *f)
{
    uint32_t n = f->blocks.len;
    for (uint32_t b = 0; b < n; b++) {
        bool live = reaches(f, 0, b, UINT32_MAX);
        assert_int_equal(f->blocks.data[b].reachable, live);
        bool ends_somewhere = reaches(f, b, n, UINT32_MAX);
        for (uint32_t a = 0; a < n; a++) {
            bool dominates = a == b || (live && !reaches(f, 0, b, a));
            assert_int_equal(ir_dominates(f, a, b), dominates);
            bool after = a == b || (ends_somewhere && !reaches(f, b, n, a));
            assert_int_equal(ir_postdominates(f, a, b), after);
        }
    }
}

// The immediate dominator is the one that all others of the block dominate.
static void check_immediate(const IrFunc *f)
{
    uint32_t n = f->blocks.len;
    for (uint32_t b = 1; b < n; b++) {
        uint32_t idom = f->blocks.data[b].idom;
        assert_int_equal(idom != UINT32_MAX, f->blocks.data[b].reachable);
        for (uint32_t a = 0; a < n && idom != UINT32_MAX; a++)
            if (a != b && ir_dominates(f, a, b))
                assert_true(ir_dominates(f, a, idom));
        uint32_t ipdom = f->blocks.data[b].ipdom;
        for (uint32_t a = 0; a < n && ipdom != UINT32_MAX; a++)
            if (a != b && ir_postdominates(f, a, b))
                assert_true(ir_postdominates(f, a, ipdom));
    }
}

// Block b is in the loop of header h when it reaches a back edge of h without passing h.
static bool in_natural_loop(const IrFunc *f, uint32_t h, uint32_t b)
{
    const IrBlock *header = &f->blocks.data[h];
    for (uint32_t i = 0; i < header->preds.len; i++) {
        uint32_t tail = header->preds.data[i];
        if (!f->blocks.data[tail].reachable || !ir_dominates(f, h, tail))
            continue;
        if (b == h || (f->blocks.data[b].reachable && reaches(f, b, tail, h)))
            return true;
    }
    return false;
}

static void check_loops(const IrFunc *f)
{
    uint32_t headers = 0;
    for (uint32_t h = 0; h < f->blocks.len; h++)
        headers += in_natural_loop(f, h, h);
    assert_int_equal(f->loops.len, headers);
    for (uint32_t l = 0; l < f->loops.len; l++) {
        bool leaves = false;
        for (uint32_t b = 0; b < f->blocks.len; b++) {
            bool in = in_natural_loop(f, f->loops.data[l].header, b);
            assert_int_equal(ir_in_loop(f, l, b), in);
            const IrBlock *block = &f->blocks.data[b];
            for (uint32_t s = 0; in && s < block->succs.len; s++)
                leaves |= !in_natural_loop(f, f->loops.data[l].header, block->succs.data[s]);
        }
        assert_int_equal(f->loops.data[l].has_exit, leaves);
    }
}

static void test_random_graphs(void **state)
{
    (void)state;
    Random r = {.state = 20};
    Arena a = {0};
    uint32_t loops = 0;
    for (int i = 0; i < GRAPHS; i++) {
        uint32_t n = 1 + random_below(&r, BLOCKS_MAX);
        IrFunc *f = random_function(&a, &r, n);
        dominators_find(f, &a);
        loops_find(f, &a, &a);
        check_dominance(f);
        check_immediate(f);
        check_loops(f);
        loops += f->loops.len;
        arena_reset(&a);
    }
    assert_true(loops > GRAPHS / 2); // the graphs are not all trivial
    arena_free(&a);
}

// A chain of tests with one join, as a switch makes it: must not take quadratic time.
static void test_long_chain(void **state)
{
    (void)state;
    enum { TESTS = 200000 };
    Arena a = {0};
    IrFunc *f = arena_new(&a, IrFunc);
    vec_push(&a, &f->instrs, (IrInstr){0});
    // Block 2i tests, block 2i+1 is the body; the last block is the join.
    uint32_t join = 2 * TESTS;
    for (uint32_t i = 0; i <= join; i++) {
        IrBlock b = {0};
        vec_push(&a, &b.instrs, f->instrs.len);
        IrOp op = i == join ? IR_RETURN : i % 2 ? IR_JUMP : IR_IF;
        vec_push(&a, &f->instrs, (IrInstr){.op = (uint8_t)op, .block = i});
        vec_push(&a, &f->blocks, b);
    }
    for (uint32_t i = 0; i < join; i++) {
        uint32_t to[] = {i % 2 ? join : i + 1, i + 2};
        for (uint32_t s = 0; s < (i % 2 ? 1u : 2u); s++) {
            vec_push(&a, &f->blocks.data[i].succs, to[s]);
            vec_push(&a, &f->blocks.data[to[s]].preds, i);
        }
    }
    dominators_find(f, &a);
    loops_find(f, &a, &a);
    assert_int_equal(f->blocks.data[join].idom, 0);
    assert_int_equal(f->blocks.data[0].ipdom, join);
    assert_true(ir_dominates(f, join - 2, join - 1));
    assert_int_equal(f->loops.len, 0);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_graphs),
        cmocka_unit_test(test_long_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

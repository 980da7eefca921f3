// loops.c - natural loops (Aho, Lam, Sethi, Ullman: Compilers, 9.6.6).
//
// An edge to a block that dominates its start is a back edge; the loop of a header is what reaches
// its back edges without passing the header. Inner loops are found before outer ones and then count
// as one block, their header (as in Havlak, "Nesting of Reducible and Irreducible Loops", 1997), so
// that the work stays linear however deep loops nest.
#include "ir/lower.h"

#include <stdlib.h>

#define NONE UINT32_MAX

typedef struct Found {
    uint32_t header;
    uint32_t parent; // NONE: outermost
    uint32_t top;    // towards the outermost loop known so far, shortened on the way
    uint32_t first_child, next;
} Found;

typedef struct Finder {
    IrFunc *f;
    Arena *scratch;
    VEC(Found) loops;
    VEC(uint32_t) work;
    uint32_t *loop_of; // block → innermost loop; NONE
} Finder;

static bool is_back_edge(const IrFunc *f, uint32_t from, uint32_t to)
{
    return f->blocks.data[from].reachable && ir_dominates(f, to, from);
}

static bool is_header(const IrFunc *f, uint32_t block)
{
    const IrBlock *b = &f->blocks.data[block];
    for (uint32_t i = 0; i < b->preds.len; i++)
        if (is_back_edge(f, b->preds.data[i], block))
            return true;
    return false;
}

static uint32_t outermost(Finder *fi, uint32_t loop)
{
    Found *l = fi->loops.data;
    while (l[loop].top != loop) {
        l[loop].top = l[l[loop].top].top;
        loop = l[loop].top;
    }
    return loop;
}

static void add_preds(Finder *fi, uint32_t block)
{
    const IrBlock *b = &fi->f->blocks.data[block];
    for (uint32_t i = 0; i < b->preds.len; i++)
        if (fi->f->blocks.data[b->preds.data[i]].reachable)
            vec_push(fi->scratch, &fi->work, b->preds.data[i]);
}

static void add_block(Finder *fi, uint32_t loop, uint32_t block)
{
    if (fi->loop_of[block] == NONE) {
        fi->loop_of[block] = loop;
        add_preds(fi, block);
        return;
    }
    uint32_t inner = outermost(fi, fi->loop_of[block]);
    if (inner == loop)
        return;
    fi->loops.data[inner].parent = loop;
    fi->loops.data[inner].top = loop;
    add_preds(fi, fi->loops.data[inner].header);
}

static void find_loop(Finder *fi, uint32_t header)
{
    uint32_t loop = fi->loops.len;
    vec_push(
        fi->scratch, &fi->loops,
        (Found){.header = header, .parent = NONE, .top = loop, .first_child = NONE, .next = NONE});
    fi->loop_of[header] = loop;
    const IrBlock *b = &fi->f->blocks.data[header];
    for (uint32_t i = 0; i < b->preds.len; i++)
        if (is_back_edge(fi->f, b->preds.data[i], header))
            vec_push(fi->scratch, &fi->work, b->preds.data[i]);
    while (fi->work.len)
        add_block(fi, loop, fi->work.data[--fi->work.len]);
}

typedef struct Header {
    uint32_t dom_in, block;
} Header;

static int compare_headers(const void *a, const void *b)
{
    uint32_t x = ((const Header *)a)->dom_in;
    uint32_t y = ((const Header *)b)->dom_in;
    return x < y ? 1 : -(x > y);
}

// An inner header is dominated by the outer one, so it has the greater number.
static void find_all(Finder *fi)
{
    VEC(Header) headers = {0};
    for (uint32_t i = 0; i < fi->f->blocks.len; i++)
        if (is_header(fi->f, i))
            vec_push(fi->scratch, &headers, (Header){fi->f->blocks.data[i].dom_in, i});
    if (headers.len)
        qsort(headers.data, headers.len, sizeof(Header), compare_headers);
    VEC_EACH (Header, h, &headers)
        find_loop(fi, h->block);
}

typedef struct Step {
    uint32_t loop, parent; // parent: index in the result + 1
} Step;

// Links each loop to its parent and gives the chain of the outermost ones. In each chain the loop
// that comes last in the function comes first, so that a stack gives them back in source order.
static uint32_t link_children(Finder *fi)
{
    uint32_t roots = NONE;
    for (uint32_t block = 0; block < fi->f->blocks.len; block++) {
        uint32_t i = fi->loop_of[block];
        if (i == NONE || fi->loops.data[i].header != block)
            continue;
        Found *l = &fi->loops.data[i];
        uint32_t *chain = l->parent == NONE ? &roots : &fi->loops.data[l->parent].first_child;
        l->next = *chain;
        *chain = i;
    }
    return roots;
}

static bool leaves_loop(const IrFunc *f, uint32_t block, uint32_t loop)
{
    const IrBlock *b = &f->blocks.data[block];
    for (uint32_t i = 0; i < b->succs.len; i++)
        if (!ir_in_loop(f, loop, b->succs.data[i]))
            return true;
    return false;
}

static void mark_exits(IrFunc *f)
{
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        // Where a block leaves its innermost loop, the edge may leave those around it as well.
        for (uint32_t l = f->blocks.data[i].loop; l; l = f->loops.data[l - 1].parent) {
            if (!leaves_loop(f, i, l - 1))
                break;
            f->loops.data[l - 1].has_exit = true;
        }
    }
}

// Writes the loops in preorder and numbers them in the blocks.
static void write_loops(Finder *fi, Arena *a)
{
    IrFunc *f = fi->f;
    uint32_t *number = arena_array(fi->scratch, uint32_t, fi->loops.len);
    VEC(Step) stack = {0};
    for (uint32_t r = link_children(fi); r != NONE; r = fi->loops.data[r].next)
        vec_push(fi->scratch, &stack, (Step){r, 0});
    while (stack.len) {
        Step s = stack.data[--stack.len];
        number[s.loop] = f->loops.len;
        Found *l = &fi->loops.data[s.loop];
        IrLoop out = {.header = l->header, .parent = s.parent, .end = f->loops.len + 1};
        out.node = f->blocks.data[l->header].loop_node;
        vec_push(a, &f->loops, out);
        for (uint32_t c = l->first_child; c != NONE; c = fi->loops.data[c].next)
            vec_push(fi->scratch, &stack, (Step){c, number[s.loop] + 1});
    }
    // Inner loops come after outer ones, so their ends are known first when going backwards.
    for (uint32_t i = f->loops.len; i-- > 0;) {
        IrLoop *l = &f->loops.data[i];
        if (l->parent && f->loops.data[l->parent - 1].end < l->end)
            f->loops.data[l->parent - 1].end = l->end;
    }
    for (uint32_t i = 0; i < f->blocks.len; i++)
        if (fi->loop_of[i] != NONE)
            f->blocks.data[i].loop = number[fi->loop_of[i]] + 1;
}

void loops_find(IrFunc *f, Arena *a, Arena *scratch)
{
    Finder fi = {.f = f, .scratch = scratch};
    fi.loop_of = arena_array(scratch, uint32_t, f->blocks.len);
    for (uint32_t i = 0; i < f->blocks.len; i++)
        fi.loop_of[i] = NONE;
    find_all(&fi);
    if (fi.loops.len == 0)
        return;
    write_loops(&fi, a);
    mark_exits(f);
}

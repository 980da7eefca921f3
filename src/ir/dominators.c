// dominators.c - immediate dominators and post-dominators of the blocks of a function.
//
// Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001): blocks are visited in
// reverse postorder, and the dominators of the predecessors are intersected by walking up from the
// lower one. Predecessors are taken last first: in the long chains of tests that switches and
// else-if make, the deepest comes last, and so the walks of one join together cost no more than one
// walk to the top. Post-dominators are the same on the reversed graph from a virtual exit that
// every return, panic and exit leads to. What cannot reach that exit has none.
//
// Each tree is then numbered by a walk, so that a question of dominance is two comparisons.
#include "ir/lower.h"

#define NONE UINT32_MAX

typedef struct Edges {
    const uint32_t *items;
    uint32_t len;
} Edges;

// A graph of `count` nodes: the blocks, and for post-dominators the virtual exit as the last.
typedef struct Graph {
    const IrFunc *f;
    Arena *scratch;
    uint32_t count, root;
    bool reversed;
    uint32_t *exits; // blocks that leave, for the reversed graph
    uint32_t exit_count;
    uint32_t *exit_edge; // one word: the virtual exit as a list
    uint32_t *order;     // reachable nodes in reverse postorder
    uint32_t *number;    // position in order; NONE when not reachable
    uint32_t order_len;
    uint32_t *idom;
} Graph;

static bool leaves(const IrFunc *f, uint32_t block)
{
    switch (ir_terminator(f, block)->op) {
    case IR_RETURN:
    case IR_PANIC:
    case IR_EXIT:
        return true;
    default:
        return false;
    }
}

static Edges block_succs(const Graph *g, uint32_t n)
{
    const IrBlock *b = &g->f->blocks.data[n];
    return (Edges){b->succs.data, b->succs.len};
}

static Edges block_preds(const Graph *g, uint32_t n)
{
    const IrBlock *b = &g->f->blocks.data[n];
    return (Edges){b->preds.data, b->preds.len};
}

static Edges graph_succs(const Graph *g, uint32_t n)
{
    if (!g->reversed)
        return block_succs(g, n);
    return n == g->root ? (Edges){g->exits, g->exit_count} : block_preds(g, n);
}

static Edges graph_preds(const Graph *g, uint32_t n)
{
    if (!g->reversed)
        return block_preds(g, n);
    return leaves(g->f, n) ? (Edges){g->exit_edge, 1} : block_succs(g, n);
}

typedef struct Visit {
    uint32_t node, next;
} Visit;

// Depth first from the root without recursion.
static void find_order(Graph *g)
{
    g->order = arena_array(g->scratch, uint32_t, g->count);
    g->number = arena_array(g->scratch, uint32_t, g->count);
    Visit *stack = arena_array(g->scratch, Visit, g->count);
    for (uint32_t i = 0; i < g->count; i++)
        g->number[i] = NONE;
    uint32_t depth = 0;
    uint32_t place = g->count;
    stack[depth++] = (Visit){g->root, 0};
    g->number[g->root] = 0;
    while (depth) {
        Visit *v = &stack[depth - 1];
        Edges succs = graph_succs(g, v->node);
        if (v->next < succs.len) {
            uint32_t to = succs.items[v->next++];
            if (g->number[to] == NONE) {
                g->number[to] = 0;
                stack[depth++] = (Visit){to, 0};
            }
            continue;
        }
        g->order[--place] = v->node;
        depth--;
    }
    g->order_len = g->count - place;
    memmove(g->order, g->order + place, sizeof *g->order * g->order_len);
    for (uint32_t i = 0; i < g->order_len; i++)
        g->number[g->order[i]] = i;
}

static uint32_t intersect(const Graph *g, uint32_t a, uint32_t b)
{
    while (a != b) {
        while (g->number[a] > g->number[b])
            a = g->idom[a];
        while (g->number[b] > g->number[a])
            b = g->idom[b];
    }
    return a;
}

static uint32_t meet_preds(const Graph *g, uint32_t n)
{
    Edges preds = graph_preds(g, n);
    uint32_t found = NONE;
    for (uint32_t i = preds.len; i-- > 0;) {
        uint32_t p = preds.items[i];
        if (g->number[p] == NONE || g->idom[p] == NONE)
            continue;
        found = found == NONE ? p : intersect(g, p, found);
    }
    return found;
}

static void find_idoms(Graph *g)
{
    g->idom = arena_array(g->scratch, uint32_t, g->count);
    for (uint32_t i = 0; i < g->count; i++)
        g->idom[i] = NONE;
    g->idom[g->root] = g->root;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 1; i < g->order_len; i++) {
            uint32_t n = g->order[i];
            uint32_t d = meet_preds(g, n);
            changed |= d != g->idom[n];
            g->idom[n] = d;
        }
    }
}

// Numbers the tree: first[n] when the walk comes to n, last[n] one past the last number below it.
static void number_tree(const Graph *g, uint32_t *first, uint32_t *last)
{
    // What is not in the tree gets an empty interval beyond all others.
    for (uint32_t i = 0; i < g->count; i++)
        first[i] = NONE;
    uint32_t *size = arena_array(g->scratch, uint32_t, g->count);
    uint32_t *taken = arena_array(g->scratch, uint32_t, g->count);
    for (uint32_t i = g->order_len; i-- > 0;) {
        uint32_t n = g->order[i];
        size[n]++;
        if (n != g->root)
            size[g->idom[n]] += size[n];
    }
    // A parent comes before its children in reverse postorder, so each child can be given the next
    // free part of its parent's interval.
    for (uint32_t i = 0; i < g->order_len; i++) {
        uint32_t n = g->order[i];
        uint32_t up = g->idom[n];
        first[n] = n == g->root ? 0 : first[up] + 1 + taken[up];
        if (n != g->root)
            taken[up] += size[n];
        last[n] = first[n] + size[n];
    }
}

static void find_dominators(IrFunc *f, Arena *scratch)
{
    Graph g = {.f = f, .scratch = scratch, .count = f->blocks.len};
    find_order(&g);
    find_idoms(&g);
    uint32_t *first = arena_array(scratch, uint32_t, g.count);
    uint32_t *last = arena_array(scratch, uint32_t, g.count);
    number_tree(&g, first, last);
    for (uint32_t i = 0; i < g.count; i++) {
        IrBlock *b = &f->blocks.data[i];
        b->reachable = g.number[i] != NONE;
        b->idom = g.idom[i];
        b->dom_in = first[i];
        b->dom_out = last[i];
    }
}

static void find_postdominators(IrFunc *f, Arena *scratch)
{
    Graph g = {.f = f,
               .scratch = scratch,
               .count = f->blocks.len + 1,
               .root = f->blocks.len,
               .reversed = true};
    g.exits = arena_array(scratch, uint32_t, f->blocks.len);
    g.exit_edge = arena_array(scratch, uint32_t, 1);
    *g.exit_edge = g.root;
    for (uint32_t i = 0; i < f->blocks.len; i++)
        if (leaves(f, i))
            g.exits[g.exit_count++] = i;
    find_order(&g);
    find_idoms(&g);
    uint32_t *first = arena_array(scratch, uint32_t, g.count);
    uint32_t *last = arena_array(scratch, uint32_t, g.count);
    number_tree(&g, first, last);
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        IrBlock *b = &f->blocks.data[i];
        // A block that only the virtual exit post-dominates has no block to name.
        b->ipdom = g.idom[i] == g.root ? NONE : g.idom[i];
        b->pdom_in = first[i];
        b->pdom_out = last[i];
    }
}

void dominators_find(IrFunc *f, Arena *scratch)
{
    find_dominators(f, scratch);
    find_postdominators(f, scratch);
}

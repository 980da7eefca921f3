// paths.c - is there a run from here to there that avoids this? Breadth first over live blocks, so
// the path found is a shortest one and the evidence is short.
#include "flow/internal.h"

typedef struct Search {
    const Flow *f;
    const IrFunc *func;
    const PathQuery *q;
    uint32_t *from; // block → predecessor on the path, UINT32_MAX unvisited
    uint32_t *queue;
    uint32_t head, tail;
} Search;

typedef enum Scan { SCAN_ON, SCAN_STOP, SCAN_GOAL } Scan;

// Walks one block from instruction position `start`; *hit is the goal found.
static Scan scan_block(const Search *s, uint32_t block, uint32_t start, IrValue *hit)
{
    const IrBlock *b = &s->func->blocks.data[block];
    for (uint32_t k = start; k < b->instrs.len; k++) {
        IrValue v = {b->instrs.data[k]};
        if (s->q->goal(s->q->ctx, v)) {
            *hit = v;
            return SCAN_GOAL;
        }
        if (s->q->avoid && s->q->avoid(s->q->ctx, v))
            return SCAN_STOP;
        if (!flow_continues(s->f, s->func->id, ir_instr(s->func, v)))
            return SCAN_STOP;
    }
    return SCAN_ON;
}

static void push_succs(Search *s, uint32_t block)
{
    const IrBlock *b = &s->func->blocks.data[block];
    for (uint32_t k = 0; k < b->succs.len; k++) {
        uint32_t to = b->succs.data[k];
        if (s->from[to] != UINT32_MAX || !bitset_has(flow_live_blocks(s->f, s->func->id), to) ||
            (s->q->edge && !s->q->edge(s->q->ctx, block, k)))
            continue;
        s->from[to] = block;
        s->queue[s->tail++] = to;
    }
}

static uint32_t position_after(const IrBlock *b, IrValue v)
{
    for (uint32_t k = 0; k < b->instrs.len; k++)
        if (b->instrs.data[k] == v.v)
            return k + 1;
    return 0;
}

static void trace_back(const Search *s, Arena *a, uint32_t first, uint32_t last,
                       const uint32_t **blocks, uint32_t *count)
{
    uint32_t len = 1;
    for (uint32_t b = last; s->from[b] != first && b != first && len <= s->func->blocks.len; len++)
        b = s->from[b];
    if (last != first)
        len++;
    uint32_t *path = arena_array(a, uint32_t, len);
    uint32_t b = last;
    for (uint32_t k = len; k-- > 0;) {
        path[k] = b;
        b = k == 1 ? first : s->from[b];
    }
    *blocks = path;
    *count = len;
}

bool flow_may_search(const Flow *f, uint64_t steps)
{
    if (f->path_steps->left < steps) {
        f->path_steps->left = 0;
        f->path_steps->cut = true;
        return false;
    }
    f->path_steps->left -= steps;
    return true;
}

IrValue flow_find_path(const Flow *f, Arena *a, const PathQuery *q, const uint32_t **blocks,
                       uint32_t *block_count)
{
    const IrFunc *func = func_at(f, q->func);
    Search s = {.f = f, .func = func, .q = q};
    uint32_t n = func->blocks.len;
    Arena own = {0};
    s.from = arena_array(&own, uint32_t, n);
    s.queue = arena_array(&own, uint32_t, n + 1);
    memset(s.from, 0xff, sizeof *s.from * n);
    uint32_t first = ir_ok(q->from) ? ir_instr(func, q->from)->block : 0;
    uint32_t start = ir_ok(q->from) ? position_after(&func->blocks.data[first], q->from) : 0;
    IrValue hit = {0};
    Scan scan = scan_block(&s, first, start, &hit);
    uint32_t at = first;
    if (scan == SCAN_ON) {
        push_succs(&s, first);
        while (s.head < s.tail && scan != SCAN_GOAL && flow_may_search(f, 1)) {
            at = s.queue[s.head++];
            scan = scan_block(&s, at, 0, &hit);
            if (scan == SCAN_ON)
                push_succs(&s, at);
        }
    }
    if (scan == SCAN_GOAL && blocks)
        trace_back(&s, a, first, at, blocks, block_count);
    arena_free(&own);
    return scan == SCAN_GOAL ? hit : (IrValue){0};
}

bool flow_leads_out(const Flow *f, FuncId id, uint32_t from, uint32_t avoid)
{
    const IrFunc *func = func_at(f, id);
    Arena scratch = {0};
    Bitset seen = bitset_new(&scratch, func->blocks.len);
    VEC(uint32_t) work = {0};
    bool found = false;
    vec_push(&scratch, &work, from);
    while (work.len && !found) {
        uint32_t block = work.data[--work.len];
        if (bitset_has(&seen, block) || !bitset_has(flow_live_blocks(f, id), block))
            continue;
        bitset_add(&seen, block);
        IrOp op = ir_terminator(func, block)->op;
        // What is not searched any more is taken to lead out: silence is the safe side.
        found = op == IR_RETURN || op == IR_PANIC || op == IR_EXIT || !flow_may_search(f, 1);
        VEC_EACH(uint32_t, next, &func->blocks.data[block].succs)
            if (*next != avoid)
                vec_push(&scratch, &work, *next);
    }
    arena_free(&scratch);
    return found;
}

// solver.c - the fixpoint of the inclusion constraints, with difference propagation
// (Andersen 1994; Pearce, Kelly and Hankin 2004 for propagating only what is new).
#include "flow/internal.h"
#include "base/hash.h"

#include <assert.h>

enum { KEY_COMPONENT = 1, KEY_RETURN = 2 };

uint32_t node_new(Flow *f)
{
    uint32_t id = f->nodes.len;
    vec_push(&f->arena, &f->nodes, NULL);
    return id;
}

// The node, to be written to. Most instructions give values of types that do not matter: their nodes
// stay empty and are never made.
static PtsNode *node_at(Flow *f, uint32_t node)
{
    if (!f->nodes.data[node])
        f->nodes.data[node] = arena_new(&f->arena, PtsNode);
    return f->nodes.data[node];
}

// Most lists of a node hold one or two.
static void push(Flow *f, IdList *list, uint32_t v)
{
    enum { FIRST = 4 };
    if (list->cap == 0) {
        list->data = arena_array(&f->arena, uint32_t, FIRST);
        list->cap = FIRST;
    }
    vec_push(&f->arena, list, v);
}

uint32_t node_value(const Flow *f, FuncId func, IrValue v)
{
    return f->value_base[func.v] + v.v;
}

// Tuples have few components: 10 bits; functions 24 and instructions 28 bits.
static uint64_t extra_key(unsigned kind, uint32_t func, uint32_t instr, uint32_t index)
{
    return (uint64_t)kind << 62 | (uint64_t)(func & 0xffffff) << 38 |
           (uint64_t)(instr & 0xfffffff) << 10 | (index & 0x3ff);
}

static uint32_t extra_node(Flow *f, uint64_t key)
{
    uint64_t *known = map_get(&f->extra_nodes, key);
    if (known)
        return (uint32_t)*known;
    uint32_t id = node_new(f);
    map_put(&f->arena, &f->extra_nodes, key, id);
    return id;
}

uint32_t node_component(Flow *f, FuncId func, IrValue v, uint32_t index)
{
    return extra_node(f, extra_key(KEY_COMPONENT, func.v, v.v, index));
}

uint32_t node_return(Flow *f, FuncId func, uint32_t index)
{
    return extra_node(f, extra_key(KEY_RETURN, func.v, 0, index));
}

uint32_t node_content(Flow *f, AbsId a)
{
    if (!f->abs_content.data[a.v])
        f->abs_content.data[a.v] = node_new(f);
    return f->abs_content.data[a.v];
}

void node_address(Flow *f, uint32_t node, AbsId a)
{
    if (f->nodes.data[node]) {
        node_add(f, node, a);
        return;
    }
    PtsNode *n = f->abs_address.data[a.v];
    if (!n) {
        n = arena_new(&f->arena, PtsNode);
        push(f, &n->pts, a.v);
        n->fixed = true;
        f->abs_address.data[a.v] = n;
    }
    f->nodes.data[node] = n;
}

// Where `v` is or would be in an ascending array.
static uint32_t lower_bound(const uint32_t *items, uint32_t len, uint32_t v)
{
    uint32_t low = 0, high = len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (items[mid] < v)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static void enqueue(Flow *f, uint32_t node)
{
    PtsNode *n = node_at(f, node);
    if (n->queued)
        return;
    n->queued = true;
    vec_push(&f->arena, &f->queue, node);
}

// A node that holds as much as it may behaves like unseen code: it may be anything, and what else
// comes to it is known to unseen code.
static void saturate(Flow *f, uint32_t node, AbsId a)
{
    f->saturated = true;
    node_add(f, f->escape, a);
    node_add(f, node, f->unknown);
}

void node_add(Flow *f, uint32_t node, AbsId a)
{
    PtsNode *n = node_at(f, node);
    assert(!n->fixed || n->pts.data[0] == a.v);
    uint32_t at = lower_bound(n->pts.data, n->pts.len, a.v);
    if (at < n->pts.len && n->pts.data[at] == a.v)
        return;
    if (n->pts.len >= FLOW_OBJECTS_MAX && node != f->escape && a.v != f->unknown.v) {
        saturate(f, node, a);
        return;
    }
    push(f, &n->pts, 0);
    memmove(n->pts.data + at + 1, n->pts.data + at, (n->pts.len - 1 - at) * sizeof *n->pts.data);
    n->pts.data[at] = a.v;
    push(f, &n->delta, a.v);
    enqueue(f, node);
}

// Whether a link between two nodes is new; remembers it.
static bool is_new_link(Flow *f, uint32_t from, uint32_t kind, uint32_t to)
{
    uint64_t key = hash_mix(map_pair(from, kind), to);
    if (map_get(&f->links, key))
        return false;
    map_put(&f->arena, &f->links, key, 1);
    return true;
}

void node_edge(Flow *f, uint32_t from, uint32_t to)
{
    enum { EDGE = 1 << 16 }; // no ComplexKind
    PtsNode *n = node_at(f, from);
    if (from == to || (!n->fixed && !is_new_link(f, from, EDGE, to)))
        return;
    if (!n->fixed)
        push(f, &n->succs, to);
    for (uint32_t i = 0; i < n->pts.len; i++)
        node_add(f, to, (AbsId){n->pts.data[i]});
}

// Objects that unseen code made: what they hold is not known, and what is put there is known to it.
static bool is_foreign(const Flow *f, AbsId a)
{
    AbsKind kind = flow_abs(f, a)->kind;
    return kind == ABS_OUTSIDE || kind == ABS_RESULT || kind == ABS_UNKNOWN;
}

static void load_from(Flow *f, AbsId owner, AbsId place, uint32_t to)
{
    if (is_foreign(f, owner))
        node_add(f, to, f->unknown);
    node_edge(f, node_content(f, place), to);
}

static void store_to(Flow *f, AbsId owner, AbsId place, uint32_t from)
{
    if (is_foreign(f, owner))
        node_edge(f, from, f->escape);
    else
        node_edge(f, from, node_content(f, place));
}

static void apply(Flow *f, Complex c, AbsId a)
{
    switch (c.kind) {
    case COMPLEX_LOAD:
        load_from(f, a, a, c.other);
        break;
    case COMPLEX_STORE:
        store_to(f, a, a, c.other);
        break;
    case COMPLEX_ELEM_ADDR:
        node_add(f, c.other, is_foreign(f, a) ? f->unknown : abs_elem(f, a));
        break;
    case COMPLEX_ELEM_LOAD:
        load_from(f, a, abs_elem(f, a), c.other);
        break;
    case COMPLEX_ELEM_STORE:
        store_to(f, a, abs_elem(f, a), c.other);
        break;
    case COMPLEX_ELEM_COPY:
        node_complex(f, c.other, COMPLEX_ELEM_STORE, node_content(f, abs_elem(f, a)));
        break;
    case COMPLEX_CALL:
        constraints_call(f, &(DynamicCall){f->calls.data[c.other].site, f->calls.data[c.other].mode,
                                           f->calls.data[c.other].with_args},
                         a);
        break;
    case COMPLEX_ESCAPE:
        node_add(f, f->escape, a);
        break;
    }
}

void node_complex(Flow *f, uint32_t node, ComplexKind kind, uint32_t other)
{
    Complex c = {kind, other};
    PtsNode *n = node_at(f, node);
    if (!n->fixed) {
        if (!is_new_link(f, node, kind, other))
            return;
        push(f, &n->uses, f->complex.len);
        vec_push(&f->arena, &f->complex, c);
    }
    for (uint32_t i = 0; i < n->pts.len; i++)
        apply(f, c, (AbsId){n->pts.data[i]});
}

static void work(Flow *f, uint32_t node, uint32_t *delta, uint32_t len)
{
    const PtsNode *n = f->nodes.data[node];
    for (uint32_t i = 0; i < len; i++) {
        AbsId a = {delta[i]};
        if (node == f->escape)
            constraints_escape(f, a);
        for (uint32_t s = 0; s < n->succs.len; s++)
            node_add(f, n->succs.data[s], a);
        for (uint32_t u = 0; u < n->uses.len; u++)
            apply(f, f->complex.data[n->uses.data[u]], a);
    }
}

void solver_run(Flow *f)
{
    for (uint32_t head = 0; head < f->queue.len; head++) {
        uint32_t node = f->queue.data[head];
        PtsNode *n = f->nodes.data[node];
        n->queued = false;
        uint32_t len = n->delta.len;
        uint32_t *delta = n->delta.data;
        n->delta.data = NULL;
        n->delta.len = n->delta.cap = 0;
        work(f, node, delta, len);
    }
    f->queue.len = 0;
}

AbsSet node_set(const Flow *f, uint32_t node)
{
    const PtsNode *n = f->nodes.data[node];
    return n ? (AbsSet){(const AbsId *)(const void *)n->pts.data, n->pts.len} : (AbsSet){0};
}

AbsSet flow_value(const Flow *f, FuncId func, IrValue v)
{
    return node_set(f, node_value(f, func, v));
}

AbsSet flow_component(const Flow *f, FuncId func, IrValue call, uint32_t index)
{
    uint64_t *node = map_get(&f->extra_nodes, extra_key(KEY_COMPONENT, func.v, call.v, index));
    return node ? node_set(f, (uint32_t)*node) : (AbsSet){0};
}

AbsSet flow_content(const Flow *f, AbsId place)
{
    uint32_t node = f->abs_content.data[place.v];
    return node ? node_set(f, node) : (AbsSet){0};
}

bool flow_set_has(AbsSet s, AbsId a)
{
    uint32_t low = 0, high = s.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (s.items[mid].v == a.v)
            return true;
        if (s.items[mid].v < a.v)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

bool flow_sets_meet(AbsSet a, AbsSet b)
{
    for (uint32_t i = 0, j = 0; i < a.len && j < b.len;) {
        if (a.items[i].v == b.items[j].v)
            return true;
        if (a.items[i].v < b.items[j].v)
            i++;
        else
            j++;
    }
    return false;
}

bool flow_set_closed(const Flow *f, AbsSet s)
{
    for (uint32_t i = 0; i < s.len; i++) {
        AbsKind kind = flow_abs(f, s.items[i])->kind;
        if (kind == ABS_OUTSIDE || kind == ABS_UNKNOWN)
            return false;
    }
    return s.len > 0;
}

bool flow_escapes(const Flow *f, AbsId a)
{
    return flow_set_has(node_set(f, f->escape), a);
}

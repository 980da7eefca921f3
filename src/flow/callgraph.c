// callgraph.c - who calls whom, and the questions that rules ask of a call.
#include "flow/internal.h"
#include "base/hash.h"

#include <stdlib.h>

void callgraph_edge(Flow *f, Site site, FuncId callee, CallMode mode)
{
    // A site can reach one callee in several modes (a callback run now and kept for later).
    uint64_t key = hash_mix(map_pair(site.func.v, site.instr.v), map_pair(callee.v, mode));
    if (map_get(&f->edge_seen, key))
        return;
    map_put(&f->arena, &f->edge_seen, key, 1);
    vec_push(&f->arena, &f->edges, (CallEdge){site, callee, mode});
}

void callgraph_index_methods(Flow *f)
{
    for (uint32_t id = 0; id < f->ir->funcs.len; id++)
        vec_push(&f->arena, &f->method_next, (FuncId){0});
    for (uint32_t id = (uint32_t)f->ir->funcs.len - 1; id >= 1; id--) {
        const IrFunc *func = f->ir->funcs.data[id];
        if (func->kind != FUNC_DECL || !func->has_recv || !obj_ok(func->obj))
            continue;
        Name name = object_at(f->types, func->obj)->name;
        f->method_next.data[id].v = (uint32_t)map_or(&f->methods_by_name, name.v, 0);
        map_put(&f->arena, &f->methods_by_name, name.v, id);
    }
}

static void find_implementations(Flow *f, ObjId obj, Implementations *out)
{
    const Object *method = object_at(f->types, obj);
    TypeId interface = method->recv;
    bool known = type_kind(f->types, type_underlying(f->types, interface)) == T_INTERFACE;
    uint32_t first = (uint32_t)map_or(&f->methods_by_name, method->name.v, 0), count = 0;
    for (uint32_t id = first; id && !out->too_many; id = f->method_next.data[id].v)
        out->too_many = ++count > FLOW_OBJECTS_MAX;
    for (uint32_t id = first; id; id = f->method_next.data[id].v) {
        const IrFunc *m = f->ir->funcs.data[id];
        if (out->too_many)
            constraints_entry(f, m->id);
        else if (!known || type_implements(f->types, object_at(f->types, m->obj)->recv, interface))
            vec_push(&f->arena, &out->methods, m->id);
    }
    f->saturated |= out->too_many;
}

const Implementations *callgraph_implementations(Flow *f, ObjId obj)
{
    uint64_t *known = map_get(&f->implementations, obj.v);
    if (known)
        return (const Implementations *)(uintptr_t)*known;
    Implementations *made = arena_new(&f->arena, Implementations);
    map_put(&f->arena, &f->implementations, obj.v, (uintptr_t)made);
    find_implementations(f, obj, made);
    return made;
}

static int by_site(const void *x, const void *y)
{
    const CallEdge *a = x, *b = y;
    if (a->site.func.v != b->site.func.v)
        return a->site.func.v < b->site.func.v ? -1 : 1;
    if (a->site.instr.v != b->site.instr.v)
        return a->site.instr.v < b->site.instr.v ? -1 : 1;
    if (a->callee.v != b->callee.v)
        return a->callee.v < b->callee.v ? -1 : 1;
    return (int)a->mode - (int)b->mode;
}

static int by_callee(const void *x, const void *y)
{
    const CallEdge *a = x, *b = y;
    if (a->callee.v != b->callee.v)
        return a->callee.v < b->callee.v ? -1 : 1;
    return by_site(x, y);
}

// Functions that run: what is sure to be callable, initialisers, literals that unseen code may call,
// and what those reach.
static void find_reachable(Flow *f)
{
    VEC(uint32_t) work = {0};
    f->reachable = bitset_new(&f->arena, f->ir->funcs.len);
    for (uint32_t id = 1; id < f->ir->funcs.len; id++)
        if (bitset_has(&f->roots, id) || f->ir->funcs.data[id]->kind == FUNC_INIT ||
            (bitset_has(&f->entries, id) && f->ir->funcs.data[id]->kind != FUNC_DECL))
            vec_push(&f->arena, &work, id);
    while (work.len) {
        uint32_t id = work.data[--work.len];
        if (bitset_has(&f->reachable, id))
            continue;
        bitset_add(&f->reachable, id);
        for (uint32_t e = f->edges_of_func[id]; e < f->edges_of_func[id + 1]; e++)
            vec_push(&f->arena, &work, f->edges.data[e].callee.v);
    }
}

// Adds `root` and what it calls, depth first, to the end of callees_first.
static uint32_t add_callees_first(Flow *f, uint32_t root, uint32_t *next_edge, uint32_t *stack, uint32_t len)
{
    uint32_t top = 0;
    stack[top++] = root;
    next_edge[root] = f->edges_of_func[root] + 1;
    while (top) {
        uint32_t id = stack[top - 1], edge = next_edge[id] - 1;
        if (edge == f->edges_of_func[id + 1]) {
            f->callees_first[len++].v = id;
            top--;
            continue;
        }
        next_edge[id]++;
        uint32_t callee = f->edges.data[edge].callee.v;
        if (next_edge[callee])
            continue;
        next_edge[callee] = f->edges_of_func[callee] + 1;
        stack[top++] = callee;
    }
    return len;
}

// Facts of functions that are worked out in this order seldom have to be worked out again.
static void order_callees_first(Flow *f)
{
    uint32_t funcs = f->ir->funcs.len, len = 0;
    f->callees_first = arena_array(&f->arena, FuncId, funcs);
    uint32_t *next_edge = arena_array(&f->scratch, uint32_t, funcs); // + 1; 0 where not seen yet
    uint32_t *stack = arena_array(&f->scratch, uint32_t, funcs);
    for (uint32_t id = 1; id < funcs; id++)
        if (!next_edge[id])
            len = add_callees_first(f, id, next_edge, stack, len);
    arena_reset(&f->scratch);
}

const FuncId *flow_callees_first(const Flow *f)
{
    return f->callees_first;
}

void callgraph_finish(Flow *f)
{
    uint32_t funcs = f->ir->funcs.len;
    VEC_EACH(CallEdge, e, &f->edges)
        vec_push(&f->arena, &f->reverse, *e);
    if (f->edges.len) {
        qsort(f->edges.data, f->edges.len, sizeof(CallEdge), by_site);
        qsort(f->reverse.data, f->reverse.len, sizeof(CallEdge), by_callee);
    }
    f->edges_of_func = arena_array(&f->arena, uint32_t, funcs + 1);
    f->reverse_of_func = arena_array(&f->arena, uint32_t, funcs + 1);
    for (uint32_t id = 0, e = 0, r = 0; id <= funcs; id++) {
        while (e < f->edges.len && f->edges.data[e].site.func.v < id)
            e++;
        while (r < f->reverse.len && f->reverse.data[r].callee.v < id)
            r++;
        f->edges_of_func[id] = e;
        f->reverse_of_func[id] = r;
    }
    find_reachable(f);
    order_callees_first(f);
}

bool flow_is_reachable(const Flow *f, FuncId func)
{
    return bitset_has(&f->reachable, func.v);
}

// The first edge in [start, end) whose site is not before `instr`.
static uint32_t first_edge_at(const Flow *f, uint32_t start, uint32_t end, uint32_t instr)
{
    while (start < end) {
        uint32_t middle = start + (end - start) / 2;
        if (f->edges.data[middle].site.instr.v < instr)
            start = middle + 1;
        else
            end = middle;
    }
    return start;
}

// Without edges there is no array either, and no pointer into one.
static CallEdges some_edges(const CallEdge *edges, uint32_t start, uint32_t len)
{
    return len ? (CallEdges){edges + start, len} : (CallEdges){0};
}

CallEdges flow_callees(const Flow *f, Site site)
{
    uint32_t end = f->edges_of_func[site.func.v + 1], instr = site.instr.v;
    uint32_t start = first_edge_at(f, f->edges_of_func[site.func.v], end, instr);
    return some_edges(f->edges.data, start, first_edge_at(f, start, end, instr + 1) - start);
}

CallEdges flow_callers(const Flow *f, FuncId func)
{
    uint32_t start = f->reverse_of_func[func.v];
    return some_edges(f->reverse.data, start, f->reverse_of_func[func.v + 1] - start);
}

bool flow_has_unseen_callers(const Flow *f, FuncId func)
{
    return bitset_has(&f->entries, func.v);
}

// Whether what a declared function or method does is not seen.
static bool is_open_function(const Flow *f, ObjId obj, bool interface)
{
    const IrFunc *callee = obj_ok(obj) ? ir_func_of(f->ir, obj) : NULL;
    if (callee && callee->has_body)
        return false;
    if (!interface || f->incomplete)
        return true;
    uint64_t *found = map_get(&f->implementations, obj.v);
    if (found && ((const Implementations *)(uintptr_t)*found)->too_many)
        return true;
    // The methods of an interface that only this package can name are all here.
    Str name = object_name(f->types, obj);
    return object_at(f->types, obj)->home != 0 || name.len == 0 || (name.ptr[0] >= 'A' && name.ptr[0] <= 'Z');
}

static bool is_open_callee(const Flow *f, const Abs *a)
{
    if (a->kind == ABS_FUNC)
        return false;
    if ((a->kind != ABS_EXTERN && a->kind != ABS_BOUND) || !obj_ok(a->obj))
        return true;
    if (flow_object_model(f, a->obj))
        return false;
    TypeId recv = object_at(f->types, a->obj)->recv;
    bool interface = a->kind == ABS_BOUND && type_kind(f->types, type_underlying(f->types, recv)) == T_INTERFACE;
    return is_open_function(f, a->obj, interface);
}

bool flow_call_open(const Flow *f, Site site)
{
    const IrInstr *i = site_instr(f, site);
    const IrCall *call = i->call;
    if (call->builtin != BUILTIN_NONE || call->literal.v || call->model)
        return false;
    if (call->dynamic) {
        AbsSet fun = flow_value(f, site.func, i->args[0]);
        for (uint32_t k = 0; k < fun.len; k++)
            if (is_open_callee(f, flow_abs(f, fun.items[k])))
                return true;
        return fun.len == 0;
    }
    return is_open_function(f, call->callee, call->interface);
}

const Effect *flow_effect(const Flow *f, const IrInstr *call, EffectKind kind)
{
    if (!call->call || !call->call->model)
        return NULL;
    return effect_find(call->call->model, kind, f->options.go_minor);
}

IrValue flow_effect_arg(const Flow *f, const IrInstr *call, const Effect *e)
{
    (void)f;
    uint32_t index = e->target.index + (call->call->has_recv ? 1 : 0);
    if (e->target.kind == REF_RECV && call->call->has_recv)
        return call->args[0];
    if (e->target.kind == REF_PARAM && index < call->arg_count)
        return call->args[index];
    return (IrValue){0};
}

// modgraph.c - minimal version selection (https://go.dev/ref/mod#minimal-version-selection,
// https://research.swtch.com/vgo-mvs) over a pruned graph
// (https://go.dev/ref/mod#graph-pruning).
//
// Of every module, the highest version that anything in the graph requires is selected. Which
// go.mod files belong to the graph is what pruning is about: those of the main module's
// requirements always do; those of what these require only where one of them is older than go 1.17,
// and so does not list all that it needs.
#include "load/modset.h"

#include "load/semver.h"

#include <stdlib.h>

// How a module came into the graph: decides whether what it requires is loaded too.
typedef enum Pruning { PRUNED, UNPRUNED, WORKSPACE } Pruning;

typedef struct Waiting {
    uint32_t node;
    Pruning pruning;
} Waiting;

typedef struct Walk {
    ModSet *set;
    VEC(Waiting) queue;
    uint32_t taken;
} Walk;

// A main module stands above all versions of its path.
static int compare_versions(Str a, Str b)
{
    if (a.len == 0 || b.len == 0)
        return (a.len == 0) - (b.len == 0);
    return semver_compare(a, b);
}

static uint32_t node_of(ModSet *s, ModVersion mod)
{
    ModGraph *g = &s->graph;
    Name path = name_of(s->names, mod.path), version = name_of(s->names, mod.version);
    uint64_t key = map_pair(path.v, version.v);
    uint64_t *at = map_get(&g->by_mod, key);
    if (at)
        return (uint32_t)*at;
    uint32_t index = g->nodes.len;
    vec_push(&s->arena, &g->nodes, (GraphNode){.mod = mod, .path = path, .version = version});
    map_put(&s->arena, &g->by_mod, key, index);
    return index;
}

static void select_node(ModSet *s, uint32_t index)
{
    ModGraph *g = &s->graph;
    const GraphNode *n = &g->nodes.data[index];
    uint64_t *at = map_get(&g->selected, n->path.v);
    if (!at || compare_versions(g->nodes.data[*at].mod.version, n->mod.version) < 0)
        map_put(&s->arena, &g->selected, n->path.v, index);
}

static uint32_t selected_of(const ModSet *s, Name path)
{
    return (uint32_t)map_or(&s->graph.selected, path.v, UINT32_MAX);
}

// ---- Loading ----

static void enqueue(Walk *w, uint32_t node, Pruning pruning)
{
    GraphNode *n = &w->set->graph.nodes.data[node];
    if (n->queued & 1u << pruning)
        return;
    n->queued |= 1u << pruning;
    vec_push(&w->set->arena, &w->queue, (Waiting){node, pruning});
}

static const Summary *read_node(ModSet *s, uint32_t index)
{
    GraphNode *n = &s->graph.nodes.data[index];
    n->known = n->known ? n->known : modset_known(s, n->mod);
    const Summary *summary = modset_summary(s, n->known);
    if (n->read)
        return summary;
    n->read = true;
    VEC_EACH (const ModVersion, r, &summary->requires) {
        uint32_t to = node_of(s, *r); // may move the nodes
        vec_push(&s->arena, &s->graph.nodes.data[index].requires, to);
        select_node(s, to);
    }
    return summary;
}

static void drain(Walk *w)
{
    while (w->taken < w->queue.len) {
        Waiting next = w->queue.data[w->taken++];
        const Summary *summary = read_node(w->set, next.node);
        if (next.pruning == PRUNED && summary->pruned)
            continue;
        Pruning below = next.pruning == UNPRUNED || !summary->pruned ? UNPRUNED : PRUNED;
        for (uint32_t i = 0; i < w->set->graph.nodes.data[next.node].requires.len; i++)
            enqueue(w, w->set->graph.nodes.data[next.node].requires.data[i], below);
    }
}

// Modules of a workspace do not list what the versions need that other modules of it select. So
// what is selected is loaded, from the modules of the workspace on, until nothing changes.
static void reload_selected(Walk *w)
{
    ModSet *s = w->set;
    ModGraph *g = &s->graph;
    VEC(Name) paths = {0};
    Map listed = {0}, seen = {0};
    VEC_EACH (MainModule, m, &s->mains)
        vec_push(&s->arena, &paths, name_of(s->names, m->known.module.path));
    for (bool more = true; more; drain(w)) {
        more = false;
        VEC(uint32_t) needed = {0};
        for (uint32_t i = 0; i < paths.len; i++) {
            uint32_t at = selected_of(s, paths.data[i]);
            if (!map_get(&seen, at)) {
                vec_push(&s->arena, &needed, at);
                continue;
            }
            for (uint32_t k = 0; k < g->nodes.data[at].requires.len; k++) {
                const GraphNode *r = &g->nodes.data[g->nodes.data[at].requires.data[k]];
                uint32_t best = selected_of(s, r->path);
                if (compare_versions(g->nodes.data[best].mod.version, r->mod.version) > 0 &&
                    !map_get(&seen, best))
                    vec_push(&s->arena, &needed, best);
            }
        }
        VEC_EACH (uint32_t, n, &needed) {
            if (map_get(&seen, *n))
                continue;
            more = true;
            map_put(&s->arena, &seen, *n, 1);
            if (!map_get(&listed, g->nodes.data[*n].path.v))
                vec_push(&s->arena, &paths, g->nodes.data[*n].path);
            map_put(&s->arena, &listed, g->nodes.data[*n].path.v, 1);
            enqueue(w, *n, WORKSPACE);
        }
    }
}

static void load_workspace(Walk *w)
{
    ModSet *s = w->set;
    VEC_EACH (MainModule, m, &s->mains) {
        uint32_t node = node_of(s, (ModVersion){m->known.module.path, STR("")});
        select_node(s, node);
        enqueue(w, node, WORKSPACE);
    }
    drain(w);
    reload_selected(w);
}

static void load_single(Walk *w)
{
    ModSet *s = w->set;
    select_node(s, node_of(s, (ModVersion){s->mains.data[0].known.module.path, STR("")}));
    VEC_EACH (const ModVersion, r, &s->roots) {
        uint32_t node = node_of(s, *r);
        select_node(s, node);
        enqueue(w, node, s->pruned ? PRUNED : UNPRUNED);
    }
    drain(w);
}

// Raises the requirements of the main module to what is selected; whether any was raised.
static bool raise_roots(ModSet *s)
{
    bool raised = false;
    VEC_EACH (ModVersion, r, &s->roots) {
        const GraphNode *n = &s->graph.nodes.data[selected_of(s, name_of(s->names, r->path))];
        if (n->mod.version.len == 0 || str_eq(n->mod.version, r->version))
            continue;
        *r = n->mod;
        raised = true;
    }
    return raised;
}

// ---- The build list ----

static int compare_known(const void *a, const void *b)
{
    const Known *x = *(Known *const *)a, *y = *(Known *const *)b;
    return str_cmp(x->mod.path, y->mod.path);
}

static void sort_from(ModSet *s, uint32_t first)
{
    if (s->build_list.len - first > 1)
        qsort(s->build_list.data + first, s->build_list.len - first, sizeof *s->build_list.data,
              compare_known);
}

static uint32_t list_mains(ModSet *s)
{
    s->build_list.len = 0;
    VEC_EACH (MainModule, m, &s->mains)
        vec_push(&s->arena, &s->build_list, &m->known);
    sort_from(s, 0);
    return s->build_list.len;
}

static void list_modules(ModSet *s)
{
    ModGraph *g = &s->graph;
    uint32_t first = list_mains(s);
    for (uint32_t i = 0; i < g->nodes.len; i++) {
        const GraphNode *n = &g->nodes.data[i];
        if (selected_of(s, n->path) == i && n->mod.version.len)
            vec_push(&s->arena, &s->build_list, modset_known(s, n->mod));
    }
    sort_from(s, first);
}

static void list_vendored(ModSet *s)
{
    uint32_t first = list_mains(s);
    VEC_EACH (const VendorModule, m, &s->vendor.modules)
        if (m->used)
            vec_push(&s->arena, &s->build_list, modset_known(s, m->mod));
    sort_from(s, first);
}

static void build(ModSet *s)
{
    Walk w = {.set = s};
    s->graph = (ModGraph){0};
    if (s->workspace)
        load_workspace(&w);
    else
        load_single(&w);
}

// The go command refuses such a go.mod, and would change it with -mod=mod; as it would is how it is
// read here.
static void say_untidy(ModSet *s)
{
    if (!s->untidy)
        modset_fault(s, s->mains.data[0].file, 0,
                     "requirements are missing or too low: run go mod tidy");
    s->untidy = true;
}

// A pruned graph changes with its roots. Every round raises one, so there is an end.
static void build_until_stable(ModSet *s)
{
    for (build(s); !s->workspace && s->pruned && raise_roots(s); build(s))
        say_untidy(s);
    list_modules(s);
}

void modgraph_load(ModSet *s)
{
    if (s->graph_loaded)
        return;
    s->graph_loaded = true;
    if (s->vendored)
        list_vendored(s);
    else if (s->mains.len > 0)
        build_until_stable(s);
}

bool modgraph_promote(ModSet *s, Known *k)
{
    if (!s->pruned || !s->graph_loaded || k->module.main)
        return false;
    Name path = name_of(s->names, k->mod.path);
    if (map_get(&s->root_versions, path.v))
        return false;
    say_untidy(s);
    map_put(&s->arena, &s->root_versions, path.v, s->roots.len);
    vec_push(&s->arena, &s->roots, k->mod);
    build_until_stable(s);
    return true;
}

Known *modgraph_selected(ModSet *s, Str path)
{
    MainModule *main = modset_main(s, path);
    if (main)
        return &main->known;
    Name name = name_of(s->names, path);
    if (s->graph_loaded) {
        uint32_t node = selected_of(s, name);
        return node == UINT32_MAX ? NULL : modset_known(s, s->graph.nodes.data[node].mod);
    }
    uint64_t *at = map_get(&s->root_versions, name.v);
    return at ? modset_known(s, s->roots.data[*at]) : NULL;
}

void modgraph_check(ModSet *s, Known *k)
{
    if (s->graph_loaded || k->module.main)
        return;
    VEC_EACH (const ModVersion, r, &modset_summary(s, k)->requires) {
        uint64_t *at = map_get(&s->root_versions, name_of(s->names, r->path).v);
        if (at && semver_compare(s->roots.data[*at].version, r->version) < 0) {
            modgraph_load(s);
            return;
        }
    }
}

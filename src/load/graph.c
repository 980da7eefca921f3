// graph.c - from units to the graph of packages: variants with tests, imports, order.
//
// The order is that of Kahn's algorithm (Topological sorting of large networks, CACM 1962) with a
// heap, so that among packages that are ready the first by path comes first. Before that a
// depth-first search cuts circles open; it visits packages and imports by path, so that a circle is
// always cut at the same place.
#include "load/loader.h"

#include <stdlib.h>
#include <string.h>

// A place of the graph before packages are put in order.
typedef struct Node {
    LoadPackage package;
    Unit *unit;
    uint32_t rank; // of the order by path
} Node;

typedef struct Graph {
    Loader *l;
    VEC(Node) nodes;
} Graph;

// ---- Nodes ----

static uint32_t file_version(const Loader *l, const Unit *u, const Head *h)
{
    // A //go:build line may lower a file's version, but not below the release that allowed that.
    enum { FIRST_PER_FILE = 21 };
    if (h->go_minor > 0)
        return h->go_minor > FIRST_PER_FILE ? h->go_minor : FIRST_PER_FILE;
    return u->module ? u->module->go_minor : goenv_root_minor(l->graph->env);
}

static bool has_role(const Unit *u, FileRole role)
{
    VEC_EACH (UnitFile, f, &u->files)
        if (f->role == role)
            return true;
    return false;
}

// Whether a file of this role belongs to the variant.
static bool variant_has(PackageVariant variant, FileRole role)
{
    if (variant == PACKAGE_EXTERNAL)
        return role == ROLE_EXTERNAL;
    return role == ROLE_PLAIN || (role == ROLE_TEST && variant == PACKAGE_TESTED);
}

// In the variant with tests only these are named: findings in the other files come from the plain
// one.
static void add_files(Graph *g, Node *n)
{
    LoadPackage *p = &n->package;
    VEC_EACH (UnitFile, f, &n->unit->files) {
        if (!variant_has(p->variant, f->role))
            continue;
        GoFile file = {.path = f->path,
                       .name = f->name,
                       .go_minor = file_version(g->l, n->unit, &f->head),
                       .is_test = f->is_test,
                       .generated = f->head.generated,
                       .cgo = f->head.cgo,
                       .named = f->named && (p->variant == PACKAGE_PLAIN || f->is_test),
                       .head_error = f->head.error,
                       .head_error_line = f->head.error_line};
        vec_push(g->l->arena, &p->files, file);
        VEC_EACH (Str, embed, &f->head.embeds)
            vec_push(g->l->arena, &p->embeds, *embed);
        VEC_EACH (Str, debug, &f->head.debugs)
            vec_push(g->l->arena, &p->debugs, *debug);
    }
}

static bool has_named_file(const LoadPackage *p)
{
    VEC_EACH (GoFile, f, &p->files)
        if (f->named)
            return true;
    return false;
}

// The first variant has the list.
static void move_excluded(LoadPackage *p, const Unit *u)
{
    p->excluded.data = u->excluded.data;
    p->excluded.len = u->excluded.len;
    p->excluded.cap = u->excluded.cap;
}

static void add_node(Graph *g, Unit *u, uint32_t set, PackageVariant variant)
{
    Arena *a = g->l->arena;
    Node n = {.unit = u};
    n.package = (LoadPackage){.path = u->path,
                              .name = u->name,
                              .dir = u->dir,
                              .variant = variant,
                              .set = set,
                              .module = u->module,
                              .standard = u->standard};
    if (variant == PACKAGE_EXTERNAL) {
        n.package.path = str_of(arena_printf(a, "%.*s_test", STR_ARG(u->path)));
        n.package.name = str_of(arena_printf(a, "%.*s_test", STR_ARG(u->name)));
    }
    if (u->nodes[PACKAGE_PLAIN] == NO_NODE && u->nodes[PACKAGE_TESTED] == NO_NODE)
        move_excluded(&n.package, u);
    add_files(g, &n);
    n.package.named = u->named && (n.package.files.len == 0 || has_named_file(&n.package));
    u->nodes[variant] = g->nodes.len;
    vec_push(a, &g->nodes, n);
}

// A directory with tests alone has no plain variant, because no one can import it.
static void add_nodes(Graph *g, Unit *u, uint32_t set)
{
    bool test = has_role(u, ROLE_TEST), external = has_role(u, ROLE_EXTERNAL);
    if (has_role(u, ROLE_PLAIN) || (!test && !external && u->excluded.len > 0))
        add_node(g, u, set, PACKAGE_PLAIN);
    if (test)
        add_node(g, u, set, PACKAGE_TESTED);
    if (external)
        add_node(g, u, set, PACKAGE_EXTERNAL);
}

static int compare_packages(const LoadPackage *a, const LoadPackage *b)
{
    int order = str_cmp(a->path, b->path);
    if (order == 0)
        order = (int)a->variant - (int)b->variant;
    return order ? order : strcmp(a->dir, b->dir);
}

static int compare_nodes(const void *a, const void *b)
{
    const Node *x = a, *y = b;
    int order = compare_packages(&x->package, &y->package);
    return order ? order : (x->rank > y->rank) - (x->rank < y->rank);
}

// Nodes by path; ranks number them, and the units know their places again.
static void sort_nodes(Graph *g)
{
    for (uint32_t i = 0; i < g->nodes.len; i++)
        g->nodes.data[i].rank = i;
    if (g->nodes.len > 1)
        qsort(g->nodes.data, g->nodes.len, sizeof *g->nodes.data, compare_nodes);
    for (uint32_t i = 0; i < g->nodes.len; i++) {
        Node *n = &g->nodes.data[i];
        n->rank = i;
        n->unit->nodes[n->package.variant] = i;
    }
}

// ---- Imports ----

static int compare_specs(const void *a, const void *b)
{
    return str_cmp(((const LoadImport *)a)->spec, ((const LoadImport *)b)->spec);
}

static void sort_imports(LoadPackage *p)
{
    if (p->imports.len == 0)
        return;
    qsort(p->imports.data, p->imports.len, sizeof *p->imports.data, compare_specs);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < p->imports.len; i++)
        if (!str_eq(p->imports.data[i].spec, p->imports.data[kept - 1].spec))
            p->imports.data[kept++] = p->imports.data[i];
    p->imports.len = kept;
}

// External tests see the package that they belong to together with its in-package tests.
static LoadImport import_of(Graph *g, const Node *n, Str spec)
{
    FileRole role = n->package.variant == PACKAGE_EXTERNAL ? ROLE_EXTERNAL : ROLE_PLAIN;
    bool own = unit_imports_itself(n->unit, role, spec);
    Target t = {NO_UNIT, NULL};
    if (!own)
        t = loader_target(g->l, n->unit, spec);
    if (!own && t.unit == NO_UNIT)
        return (LoadImport){spec, UINT32_MAX, t.reason};
    const Unit *u = own ? n->unit : g->l->units.data[t.unit];
    uint32_t node = u->nodes[PACKAGE_PLAIN];
    if (own && u->nodes[PACKAGE_TESTED] != NO_NODE)
        node = u->nodes[PACKAGE_TESTED];
    if (node == NO_NODE && u->files.len > 0)
        return (LoadImport){spec, UINT32_MAX, "it has test files only"};
    if (node == NO_NODE || g->nodes.data[node].package.files.len == 0)
        return (LoadImport){spec, UINT32_MAX, "none of its Go files takes part in the build"};
    return (LoadImport){spec, node, NULL};
}

static void add_imports(Graph *g, Node *n)
{
    VEC_EACH (UnitFile, f, &n->unit->files) {
        if (!variant_has(n->package.variant, f->role))
            continue;
        VEC_EACH (HeadImport, i, &f->head.imports)
            if (loader_follows(i->path))
                vec_push(g->l->arena, &n->package.imports, (LoadImport){.spec = i->path});
    }
    sort_imports(&n->package);
    for (uint32_t i = 0; i < n->package.imports.len; i++)
        n->package.imports.data[i] = import_of(g, n, n->package.imports.data[i].spec);
}

// ---- Circles ----

typedef struct Step {
    uint32_t node, next; // next of its imports to be looked at
} Step;

typedef struct Search {
    Graph *g;
    Step *path; // from a start to where the search is
    uint32_t len;
    enum { UNSEEN, ON_PATH, DONE } * states;
} Search;

// The first place where a package imports `spec`: the file, and the line in it.
static const UnitFile *file_with(const Node *n, Str spec, uint32_t *line)
{
    VEC_EACH (UnitFile, f, &n->unit->files) {
        if (!variant_has(n->package.variant, f->role))
            continue;
        VEC_EACH (HeadImport, i, &f->head.imports) {
            if (!str_eq(i->path, spec))
                continue;
            *line = i->line;
            return f;
        }
    }
    return NULL;
}

// Says the circle that the last step's import closes, and cuts it open there.
static void cut(Search *s, LoadImport *import)
{
    Loader *l = s->g->l;
    StrBuf text = {0};
    strbuf_adds(&text, "import cycle: ");
    uint32_t start = s->len;
    while (s->path[start - 1].node != import->package)
        start--;
    for (uint32_t i = start - 1; i < s->len; i++) {
        strbuf_add(&text, s->g->nodes.data[s->path[i].node].package.path);
        strbuf_adds(&text, " imports ");
    }
    strbuf_add(&text, s->g->nodes.data[import->package].package.path);
    const Node *n = &s->g->nodes.data[s->path[s->len - 1].node];
    uint32_t line = 0;
    const UnitFile *file = file_with(n, import->spec, &line);
    import->reason = arena_strndup(l->arena, text.data, text.len);
    import->package = UINT32_MAX;
    loader_fault(l, file ? file->path : n->unit->dir, line, import->reason);
    strbuf_free(&text);
}

static void search_from(Search *s, uint32_t start)
{
    s->path[s->len++] = (Step){start, 0};
    s->states[start] = ON_PATH;
    while (s->len > 0) {
        Step *step = &s->path[s->len - 1];
        LoadPackage *p = &s->g->nodes.data[step->node].package;
        if (step->next == p->imports.len) {
            s->states[step->node] = DONE;
            s->len--;
            continue;
        }
        LoadImport *import = &p->imports.data[step->next++];
        if (import->package == UINT32_MAX)
            continue;
        if (s->states[import->package] == ON_PATH) {
            cut(s, import);
        } else if (s->states[import->package] == UNSEEN) {
            s->states[import->package] = ON_PATH;
            s->path[s->len++] = (Step){import->package, 0};
        }
    }
}

static void cut_circles(Graph *g)
{
    Arena *a = &g->l->scratch;
    Search s = {.g = g, .path = arena_array(a, Step, g->nodes.len + 1)};
    s.states = arena_alloc(a, sizeof *s.states * (g->nodes.len + 1));
    for (uint32_t i = 0; i < g->nodes.len; i++)
        if (s.states[i] == UNSEEN)
            search_from(&s, i);
}

// ---- Order ----

// A heap of node numbers, the lowest on top.
typedef struct Heap {
    uint32_t *items, len;
} Heap;

static void heap_push(Heap *h, uint32_t item)
{
    uint32_t at = h->len++;
    for (; at > 0 && h->items[(at - 1) / 2] > item; at = (at - 1) / 2)
        h->items[at] = h->items[(at - 1) / 2];
    h->items[at] = item;
}

static uint32_t heap_pop(Heap *h)
{
    uint32_t top = h->items[0], item = h->items[--h->len], at = 0;
    for (;;) {
        uint32_t child = at * 2 + 1;
        if (child >= h->len)
            break;
        if (child + 1 < h->len && h->items[child + 1] < h->items[child])
            child++;
        if (h->items[child] >= item)
            break;
        h->items[at] = h->items[child];
        at = child;
    }
    h->items[at] = item;
    return top;
}

// Who imports each node: the importers of node n are list[start[n]] … list[start[n+1]-1].
typedef struct Importers {
    uint32_t *start, *list;
} Importers;

static Importers find_importers(Graph *g)
{
    Arena *a = &g->l->scratch;
    uint32_t count = g->nodes.len, edges = 0;
    Importers r = {.start = arena_array(a, uint32_t, count + 2)};
    VEC_EACH (Node, n, &g->nodes)
        VEC_EACH (LoadImport, i, &n->package.imports)
            if (i->package != UINT32_MAX)
                r.start[i->package + 2]++, edges++;
    for (uint32_t i = 2; i < count + 2; i++)
        r.start[i] += r.start[i - 1];
    r.list = arena_array(a, uint32_t, edges + 1);
    for (uint32_t n = 0; n < count; n++)
        VEC_EACH (LoadImport, i, &g->nodes.data[n].package.imports)
            if (i->package != UINT32_MAX)
                r.list[r.start[i->package + 1]++] = n;
    return r;
}

// Fills order[] with node numbers, each after those that it imports.
static void find_order(Graph *g, uint32_t *order)
{
    Arena *a = &g->l->scratch;
    uint32_t count = g->nodes.len, done = 0;
    Importers importers = find_importers(g);
    uint32_t *open = arena_array(a, uint32_t, count + 1); // imports that are still to come
    Heap ready = {.items = arena_array(a, uint32_t, count + 1)};
    for (uint32_t n = 0; n < count; n++) {
        VEC_EACH (LoadImport, i, &g->nodes.data[n].package.imports)
            open[n] += i->package != UINT32_MAX;
        if (open[n] == 0)
            heap_push(&ready, n);
    }
    while (ready.len > 0) {
        uint32_t n = heap_pop(&ready);
        order[done++] = n;
        for (uint32_t k = importers.start[n]; k < importers.start[n + 1]; k++)
            if (--open[importers.list[k]] == 0)
                heap_push(&ready, importers.list[k]);
    }
}

static void put_in_order(Graph *g)
{
    LoadGraph *out = g->l->graph;
    uint32_t count = g->nodes.len;
    uint32_t *order = arena_array(&g->l->scratch, uint32_t, count + 1);
    uint32_t *place = arena_array(&g->l->scratch, uint32_t, count + 1);
    find_order(g, order);
    for (uint32_t i = 0; i < count; i++) {
        place[order[i]] = i;
        vec_push(g->l->arena, &out->packages, g->nodes.data[order[i]].package);
    }
    VEC_EACH (LoadPackage, p, &out->packages)
        VEC_EACH (LoadImport, i, &p->imports)
            if (i->package != UINT32_MAX)
                i->package = place[i->package];
}

void graph_build(Loader *l)
{
    Graph g = {.l = l};
    for (uint32_t i = 0; i < l->units.len; i++)
        if (l->units.data[i]->wanted)
            add_nodes(&g, l->units.data[i], i);
    sort_nodes(&g);
    VEC_EACH (Node, n, &g.nodes)
        add_imports(&g, n);
    cut_circles(&g);
    put_in_order(&g);
}

// flow.c - the analysis of one package, from graphs to exit stories.
#include "flow/internal.h"

#include <stdlib.h>

// A name that the package uses but no given file declares, other than an imported package.
static bool misses_declarations(const Package *p)
{
    for (uint32_t id = 1; id < package_object_count(p); id++) {
        const Object *o = object_at(p, (ObjId){id});
        if (o->synthetic && o->home == 0 && o->kind != OBJ_PACKAGE)
            return true;
    }
    return false;
}

static void number_nodes(Flow *f)
{
    const IrPackage *ir = f->ir;
    f->value_base = arena_array(&f->arena, uint32_t, ir->funcs.len + 1);
    uint32_t total = 1;
    for (uint32_t id = 1; id < ir->funcs.len; id++) {
        f->value_base[id] = total;
        total += ir->funcs.data[id]->instrs.len;
    }
    // Fields, components and results have nodes besides: about half as many.
    f->nodes.cap = total + total / 2 + 64;
    f->nodes.data = arena_array(&f->arena, PtsNode *, f->nodes.cap);
    f->nodes.len = total;
}

// Lists that grow leave their smaller selves behind in the arena. Variables are most of the objects.
static void reserve_objects(Flow *f)
{
    uint32_t count = f->ir->vars.len + f->ir->vars.len / 2 + 64;
    f->abs.data = arena_array(&f->arena, Abs, count);
    f->abs_next.data = arena_array(&f->arena, uint32_t, count);
    f->abs_content.data = arena_array(&f->arena, uint32_t, count);
    f->abs_address.data = arena_array(&f->arena, PtsNode *, count);
    f->abs.cap = f->abs_next.cap = f->abs_content.cap = f->abs_address.cap = count;
    map_reserve(&f->arena, &f->abs_index, count);
}

// Searches of real functions take a few steps a block.
static void allow_path_steps(Flow *f)
{
    enum { STEPS_ALWAYS = 1000000, STEPS_PER_BLOCK = 1000 };
    uint64_t blocks = 0;
    for (uint32_t id = 1; id < f->ir->funcs.len; id++)
        blocks += f->ir->funcs.data[id]->blocks.len;
    f->path_steps = arena_new(&f->arena, PathSteps);
    f->path_steps->left = STEPS_ALWAYS + blocks * STEPS_PER_BLOCK;
}

Flow *flow_build(const IrPackage *ir, FlowOptions options)
{
    Flow *f = mem_alloc(sizeof *f);
    *f = (Flow){.ir = ir, .types = ir->types, .options = options};
    f->incomplete = misses_declarations(ir->types);
    reserve_objects(f);
    vec_push(&f->arena, &f->abs, (Abs){.kind = ABS_NONE});
    vec_push(&f->arena, &f->abs_next, 0);
    vec_push(&f->arena, &f->abs_content, 0);
    vec_push(&f->arena, &f->abs_address, NULL);
    number_nodes(f);
    f->unknown = abs_intern(f, (Abs){.kind = ABS_UNKNOWN});
    f->escape = node_new(f);
    f->entries = bitset_new(&f->arena, ir->funcs.len);
    f->roots = bitset_new(&f->arena, ir->funcs.len);
    allow_path_steps(f);
    callgraph_index_methods(f);
    constraints_build(f);
    do
        solver_run(f);
    while (constraints_uncalled(f));
    callgraph_finish(f);
    acts_index(f);
    index_build(f);
    facts_build(f);
    stories_build(f);
    return f;
}

void flow_free(Flow *f)
{
    if (!f)
        return;
    arena_free(f->uses_arena);
    arena_free(&f->arena);
    arena_free(&f->scratch);
    free(f);
}

const IrPackage *flow_ir(const Flow *f)
{
    return f->ir;
}

uint32_t flow_go(const Flow *f)
{
    return f->options.go_minor;
}

size_t flow_bytes(const Flow *f)
{
    return f->arena.used + f->uses_arena->used;
}

bool flow_saturated(const Flow *f)
{
    return f->saturated;
}

bool flow_paths_cut(const Flow *f)
{
    return f->path_steps->cut;
}

bool flow_incomplete(const Flow *f)
{
    return f->incomplete;
}

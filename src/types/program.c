// program.c - the packages of a load graph on the worker pool: read, parse, check, visit, export, free.
#include "types/program.h"
#include "base/pool.h"
#include "types/export.h"

#include <stdlib.h>
#include <time.h>

typedef struct Slot {
    ProgramPackage package;
    Export *form;
    VEC(ProgramFault) faults;
    VEC(uint32_t) asked; // packages whose forms were asked for, also through others' types
    Arena arena;         // of the lists of this slot
    bool wanted;         // someone imports it, or its bodies are asked for
    bool stale;          // its files changed
    bool changed;        // its form is not what it was before the last run
} Slot;

struct Program {
    const LoadGraph *graph;
    ProgramOptions options;
    Slot *slots;
    const PoolTask *tasks;
    Map by_path;       // Name of the import path → index of the plain package
    ProgramStats *own; // per worker
    ProgramStats stats;
    VEC(ProgramFault) faults;
    Arena arena;
};

// What an Importer of one package is asked through.
typedef struct Asker {
    const Program *program;
    Slot *slot;
} Asker;

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// ---- Imports ----

static const LoadImport *find_import(const LoadPackage *p, Str spec)
{
    uint32_t low = 0, high = p->imports.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int order = str_cmp(p->imports.data[mid].spec, spec);
        if (order == 0)
            return &p->imports.data[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

static Str resolve(void *ctx, Str spec)
{
    const Asker *a = ctx;
    const LoadImport *i = find_import(a->slot->package.load, spec);
    return i && i->package != UINT32_MAX ? a->program->graph->packages.data[i->package].path : spec;
}

// External tests see the variant of their package that has its tests, also through others' types.
uint32_t program_package(const Program *p, const LoadPackage *importer, Str path)
{
    if (importer->variant == PACKAGE_EXTERNAL)
        VEC_EACH (const LoadImport, i, &importer->imports)
            if (i->package != UINT32_MAX && str_eq(p->graph->packages.data[i->package].path, path))
                return i->package;
    return (uint32_t)map_or(&p->by_path, name_of(p->options.names, path).v, UINT32_MAX);
}

static const Export *import(void *ctx, Str path)
{
    const Asker *a = ctx;
    const Program *p = a->program;
    uint32_t found = program_package(p, a->slot->package.load, path);
    if (found != UINT32_MAX && p->slots[found].form) {
        vec_push(&a->slot->arena, &a->slot->asked, found);
        return p->slots[found].form;
    }
    return p->options.fallback.import ? p->options.fallback.import(p->options.fallback.ctx, path) : NULL;
}

// ---- One package ----

static void read_files(Slot *s, const Drafts *drafts, ProgramStats *stats)
{
    uint64_t start = now_ns();
    const LoadPackage *load = s->package.load;
    s->package.sources = arena_array(&s->arena, Source *, load->files.len);
    s->package.asts = arena_array(&s->arena, Ast *, load->files.len);
    for (uint32_t i = 0; i < load->files.len; i++) {
        const GoFile *file = &load->files.data[i];
        const char *reason = NULL;
        const char *path = arena_printf(&s->arena, "%s/%.*s", load->dir, STR_ARG(file->name));
        Source *source = drafts_read(drafts, file->path, path, &reason);
        if (!source) {
            vec_push(&s->arena, &s->faults, (ProgramFault){file->path, reason});
            continue;
        }
        source->path = file->path;
        s->package.sources[i] = source;
        s->package.asts[i] = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
        stats->files++;
        stats->bytes += source->len;
        stats->bytes_syntax += ast_bytes(s->package.asts[i]);
    }
    stats->ns_syntax += now_ns() - start;
}

static uint8_t word_bytes(const LoadGraph *g)
{
    static const char *const small[] = {"386", "arm", "mips", "mipsle"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (str_is(g->context.goarch, small[i]))
            return 4;
    return 8;
}

static void check_slot(const Program *p, Slot *s, ProgramStats *stats)
{
    uint64_t start = now_ns();
    const LoadPackage *load = s->package.load;
    VEC(FileInput) files = {0};
    for (uint32_t i = 0; i < load->files.len; i++) {
        const GoFile *f = &load->files.data[i];
        if (s->package.asts[i])
            vec_push(&s->arena, &files,
                     (FileInput){.ast = s->package.asts[i],
                                 .go_minor = f->go_minor ? f->go_minor : p->options.go_minor,
                                 .is_test = f->is_test});
    }
    Asker *asker = arena_new(&s->arena, Asker);
    *asker = (Asker){p, s};
    CheckInput in = {.names = p->options.names,
                     .path = load->path,
                     .files = files.data,
                     .file_count = files.len,
                     .importer = {.import = import, .resolve = resolve, .ctx = asker},
                     .models = p->options.models,
                     .word_bytes = word_bytes(p->graph),
                     .skip_bodies = !s->package.bodies};
    s->package.types = package_check(&in);
    stats->packages++;
    stats->bytes_types += package_bytes(s->package.types);
    stats->ns_types += now_ns() - start;
}

static void make_form(Slot *s, ProgramStats *stats)
{
    uint64_t start = now_ns();
    char *bytes;
    size_t len;
    const char *error;
    package_export(s->package.types, &bytes, &len);
    Str before = s->form ? export_bytes(s->form) : (Str){0};
    s->changed = s->package.changed || !str_eq(before, (Str){bytes, len});
    export_free(s->form);
    s->form = export_open(bytes, len, true, &error);
    stats->bytes_forms += len;
    stats->ns_export += now_ns() - start;
}

static void free_texts(ProgramPackage *p)
{
    for (uint32_t i = 0; p->sources && i < p->load->files.len; i++)
        source_free(p->sources[i]);
    p->sources = NULL;
}

static void free_trees(ProgramPackage *p)
{
    package_free(p->types);
    p->types = NULL;
    for (uint32_t i = 0; p->asts && i < p->load->files.len; i++)
        ast_free(p->asts[i]);
    p->asts = NULL;
}

// Whether a package must be checked: at first each that is wanted; later those whose files changed, and
// those that were checked by a form that has changed since.
static bool is_due(const Program *p, const Slot *s)
{
    if (!s->form)
        return s->wanted;
    bool due = s->stale;
    VEC_EACH (const uint32_t, asked, &s->asked)
        due |= p->slots[*asked].changed;
    return due;
}

static void work_on(Program *p, uint32_t worker, uint32_t task)
{
    Slot *s = &p->slots[task];
    s->changed = false;
    if (!is_due(p, s))
        return;
    ProgramStats *stats = &p->own[worker];
    s->asked.len = 0;
    s->package.changed = false;
    uint64_t before = stats->ns_syntax + stats->ns_types;
    read_files(s, p->options.drafts, stats);
    check_slot(p, s, stats);
    s->package.ns = stats->ns_syntax + stats->ns_types - before;
    if (s->package.bodies && p->options.visit)
        p->options.visit(p->options.ctx, worker, task, &s->package);
    make_form(s, stats);
    s->stale = false;
    if (s->package.keep)
        return;
    free_trees(&s->package);
    if (!s->package.keep_text)
        free_texts(&s->package);
}

static void run_task(void *ctx, uint32_t worker, uint32_t task)
{
    Program *p = ctx;
    work_on(p, worker, task);
    progress_step(p->options.progress);
}

// ---- All packages ----

static void choose_work(Program *p)
{
    const LoadGraph *g = p->graph;
    for (uint32_t i = 0; i < g->packages.len; i++) {
        const LoadPackage *load = &g->packages.data[i];
        Slot *s = &p->slots[i];
        s->package.program = p;
        s->package.load = load;
        s->package.bodies = load->named || p->options.bodies == BODIES_ALL ||
                            (p->options.bodies == BODIES_MAIN && load->module && load->module->main);
        s->wanted |= load->named;
        VEC_EACH (const LoadImport, import_, &load->imports)
            if (import_->package != UINT32_MAX)
                p->slots[import_->package].wanted = true;
    }
}

static void index_paths(Program *p)
{
    for (uint32_t i = 0; i < p->graph->packages.len; i++) {
        const LoadPackage *load = &p->graph->packages.data[i];
        if (load->variant == PACKAGE_PLAIN)
            map_put(&p->arena, &p->by_path, name_of(p->options.names, load->path).v, i);
    }
}

static PoolTask *make_tasks(Program *p)
{
    const LoadGraph *g = p->graph;
    PoolTask *tasks = arena_array(&p->arena, PoolTask, g->packages.len);
    for (uint32_t i = 0; i < g->packages.len; i++) {
        const LoadPackage *load = &g->packages.data[i];
        uint32_t *needs = arena_array(&p->arena, uint32_t, load->imports.len);
        uint32_t count = 0;
        VEC_EACH (const LoadImport, import_, &load->imports)
            if (import_->package < i)
                needs[count++] = import_->package;
        tasks[i] = (PoolTask){needs, count};
    }
    return tasks;
}

static void add_stats(ProgramStats *sum, const ProgramStats *s)
{
    sum->packages += s->packages;
    sum->files += s->files;
    sum->bytes += s->bytes;
    sum->ns_syntax += s->ns_syntax;
    sum->ns_types += s->ns_types;
    sum->ns_export += s->ns_export;
    sum->bytes_syntax += s->bytes_syntax;
    sum->bytes_types += s->bytes_types;
    sum->bytes_forms += s->bytes_forms;
}

// Runs what is due, and gathers what the workers counted.
static void run(Program *p)
{
    uint32_t count = p->graph->packages.len;
    for (uint32_t i = 0; i < count; i++)
        p->slots[i].faults.len = 0;
    memset(p->own, 0, sizeof *p->own * p->options.workers);
    p->stats = (ProgramStats){0};
    p->faults.len = 0;
    progress_expect(p->options.progress, count);
    pool_run(p->tasks, count, p->options.workers, run_task, p);
    for (uint32_t w = 0; w < p->options.workers; w++)
        add_stats(&p->stats, &p->own[w]);
    for (uint32_t i = 0; i < count; i++)
        VEC_EACH (ProgramFault, f, &p->slots[i].faults)
            if (p->graph->packages.data[i].named)
                vec_push(&p->arena, &p->faults, *f);
}

Program *program_check(const LoadGraph *graph, const ProgramOptions *options)
{
    Program *p = mem_alloc(sizeof *p);
    *p = (Program){.graph = graph, .options = *options};
    if (p->options.workers == 0)
        p->options.workers = 1;
    p->slots = arena_array(&p->arena, Slot, graph->packages.len);
    p->own = arena_array(&p->arena, ProgramStats, p->options.workers);
    index_paths(p);
    choose_work(p);
    p->tasks = make_tasks(p);
    run(p);
    return p;
}

void program_recheck(Program *p, const uint32_t *changed, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        p->slots[changed[i]].stale = true;
    run(p);
}

void program_free(Program *p)
{
    if (!p)
        return;
    for (uint32_t i = 0; i < p->graph->packages.len; i++) {
        free_trees(&p->slots[i].package);
        free_texts(&p->slots[i].package);
        export_free(p->slots[i].form);
        arena_free(&p->slots[i].arena);
    }
    arena_free(&p->arena);
    free(p);
}

const ProgramStats *program_stats(const Program *p)
{
    return &p->stats;
}

const ProgramFault *program_faults(const Program *p, uint32_t *count)
{
    *count = p->faults.len;
    return p->faults.data;
}

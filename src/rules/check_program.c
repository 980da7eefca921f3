// check_program.c - the packages of a load graph through all the stages, on the pool of workers.
#include "base/pool.h"
#include "rules/check_state.h"

#include <stdlib.h>

// Since Go 1.27 no setting brings the timers of before Go 1.23 back.
enum { SETTLED_TIMERS = 27 };

typedef struct Visit {
    CheckState *state;
    const CheckOptions *options;
    uint32_t go_minor;
    Bitset external; // by the set of their package's variants: there are external tests
} Visit;

static void note_errors(Outcome *out, const Ast *ast)
{
    uint32_t count;
    const Source *source = ast_source(ast);
    const SyntaxError *errors = ast_errors(ast, &count);
    for (uint32_t k = 0; k < count; k++)
        outcome_skip(out, source->path, source_position(source, errors[k].offset).line, "syntax",
                     errors[k].message);
}

// Findings are for those who can mend them: where there is a main module or workspace, its packages are
// reported on and those of other modules, though named, are not.
static bool is_reported_on(const Visit *v, const LoadPackage *p)
{
    const char *root = modules_root(v->options->graph->modules);
    if (!root || (p->module ? p->module->main : !p->standard))
        return true;
    size_t len = strlen(root);
    return p->standard && strncmp(p->dir, root, len) == 0 && (p->dir[len] == '/' || !p->dir[len]);
}

// Counts a package's files and lists those that findings are wanted in.
static uint32_t own_texts(const Visit *v, const ProgramPackage *p, Outcome *out, OwnText *own)
{
    uint32_t count = 0;
    if (p->load->named && !is_reported_on(v, p->load)) {
        if (p->load->variant == PACKAGE_PLAIN)
            outcome_skip(out, p->load->dir, 0, "other-module",
                         "the package belongs to another module; check it from within that module");
        return 0;
    }
    for (uint32_t i = 0; i < p->load->files.len; i++) {
        Source *source = p->sources[i];
        const GoFile *file = &p->load->files.data[i];
        if (!source || !file->named)
            continue;
        note_errors(out, p->asts[i]);
        out->stats.files++;
        out->stats.bytes += source->len;
        source_position(source, 0);
        out->stats.lines += source->line_count;
        if (file->generated && !v->options->generated)
            continue;
        own[count++] = (OwnText){source, {0, source->len}};
        outcome_directives(out, p->asts[i], p->load->path);
        vec_push(&out->arena, &out->files, file->path);
    }
    return count;
}

// The sources are kept where the report will quote them.
static void keep_quoted(ProgramPackage *p, Outcome *out)
{
    p->keep_text = out->findings.items.len > 0 || out->directives.len > 0;
    for (uint32_t i = 0; p->keep_text && i < p->load->files.len; i++)
        if (p->sources[i])
            vec_push(&out->arena, &out->sources, p->sources[i]);
}

// Of a list of KEY=VALUE the value that is set last; empty when there is none.
static Str debug_setting(const LoadPackage *p, const char *key)
{
    Str value = {0};
    VEC_EACH (const Str, d, &p->debugs)
        if (str_starts(*d, key) && d->len > strlen(key) && d->ptr[strlen(key)] == '=')
            value = str_sub(*d, strlen(key) + 1, d->len);
    return value;
}

// Timers follow the main module's go line, unless a godebug line of go.mod or a //go:debug line of the
// program says otherwise; a toolchain of Go 1.27 has the new ones alone.
static bool old_timers(const Visit *v, const LoadPackage *p)
{
    const LoadGraph *g = v->options->graph;
    if (goenv_root_minor(g->env) >= SETTLED_TIMERS)
        return false;
    Str setting = debug_setting(p, "asynctimerchan");
    if (setting.len == 0)
        setting = modules_godebug(g->modules, "asynctimerchan");
    if (setting.len > 0)
        return str_is(setting, "1");
    return v->go_minor < COLLECTABLE_TIMERS;
}

// What a package that is looked at asks flow's facts of others through.
typedef struct SummaryAsker {
    const CheckState *state;
    const ProgramPackage *package;
} SummaryAsker;

static const Summaries *summaries_of(void *ctx, Str path)
{
    const SummaryAsker *a = ctx;
    uint32_t found = program_package(a->package->program, a->package->load, path);
    return found == UINT32_MAX ? NULL : a->state->summaries[found];
}

static void keep_summaries(CheckState *s, uint32_t index, ProgramPackage *p, const Flow *flow)
{
    char *bytes;
    size_t len;
    const char *error;
    summaries_write(flow, &bytes, &len);
    Summaries *before = s->summaries[index];
    p->changed = before && !str_eq(summaries_bytes(before), (Str){bytes, len});
    summaries_free(before);
    s->summaries[index] = summaries_open((Str){bytes, len}, &error);
    free(bytes);
}

static const char *listed_name(const LoadPackage *p, Arena *a)
{
    return arena_printf(a, "%.*s%s", STR_ARG(p->path), p->variant == PACKAGE_TESTED ? " (with its tests)" : "");
}

static void visit(void *ctx, uint32_t worker, uint32_t index, ProgramPackage *p)
{
    (void)worker;
    const Visit *v = ctx;
    Outcome *out = &v->state->outcomes[index];
    Arena scratch = {0};
    OwnText *own = arena_array(&scratch, OwnText, p->load->files.len);
    uint32_t count = own_texts(v, p, out, own);
    const char *path = p->load->dir;
    SummaryAsker asker = {v->state, p};
    const char *name = v->options->timings ? listed_name(p->load, &out->arena) : NULL;
    StageInput in = {.types = p->types, .models = v->state->models, .go_minor = v->go_minor,
                     .old_timers = old_timers(v, p->load), .own = own, .own_count = count, .inventory = v->options->inventory, .off = v->options->off, .path = path, .name = name, .ns_types = p->ns, .scratch = &scratch,
                     .other_tests = bitset_has(&v->external, p->load->set),
                     .flow = {.summaries = summaries_of, .ctx = &asker}};
    StageValues made = stages_run(&in, out);
    keep_quoted(p, out);
    keep_summaries(v->state, index, p, made.flow);
    stages_free(&made);
    arena_free(&scratch);
}

// The sets of variants that external tests are among.
static Bitset find_external_tests(const LoadGraph *g, Arena *a)
{
    uint32_t sets = 0;
    for (uint32_t k = 0; k < g->packages.len; k++)
        sets = g->packages.data[k].set >= sets ? g->packages.data[k].set + 1 : sets;
    Bitset found = bitset_new(a, sets);
    for (uint32_t k = 0; k < g->packages.len; k++)
        if (g->packages.data[k].variant == PACKAGE_EXTERNAL)
            bitset_add(&found, g->packages.data[k].set);
    return found;
}

void check_program(CheckState *s, const CheckOptions *options, uint32_t go_minor)
{
    const LoadGraph *g = options->graph;
    s->outcome_count = g->packages.len;
    s->outcomes = arena_array(&s->texts.arena, Outcome, g->packages.len);
    uint32_t own = modules_go_minor(g->modules);
    s->summaries = arena_array(&s->texts.arena, Summaries *, g->packages.len);
    Visit v = {s, options, own ? own : go_minor, find_external_tests(g, &s->texts.arena)};
    ProgramOptions program = {.names = s->names,
                              .models = s->models,
                              .fallback = s->importer,
                              .workers = options->workers ? options->workers : pool_processors(),
                              .go_minor = go_minor,
                              .drafts = options->drafts,
                              .bodies = BODIES_MAIN,
                              .progress = options->progress,
                              .visit = visit,
                              .ctx = &v};
    s->program = program_check(g, &program);
}

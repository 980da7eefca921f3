// check.c - the driver: what the stages gave for texts and packages becomes one result.
#include "rules/check.h"
#include "rules/check_state.h"
#include "rules/fingerprint.h"
#include "types/model_import.h"

#include <stdlib.h>

static CheckState *state_new(const CheckOptions *options, const char **error)
{
    CheckState *s = mem_alloc(sizeof *s);
    *s = (CheckState){.names = names_new()};
    s->models = model_store_new(s->names);
    for (uint32_t k = 0; k < options->models_dir_count; k++) {
        if (model_store_add(s->models, options->models_dirs[k], error))
            continue;
        *error = options->messages ? arena_strndup(options->messages, *error, strlen(*error))
                                   : "a directory of models cannot be read";
        model_store_free(s->models);
        names_free(s->names);
        free(s);
        return NULL;
    }
    s->importer = model_importer_new(s->models, s->names);
    return s;
}

static void add_stats(CheckStats *sum, const CheckStats *s)
{
    sum->files += s->files;
    sum->packages += s->packages;
    sum->blocks += s->blocks;
    sum->bytes += s->bytes;
    sum->lines += s->lines;
    sum->ns_syntax += s->ns_syntax;
    sum->ns_types += s->ns_types;
    sum->ns_ir += s->ns_ir;
    sum->ns_flow += s->ns_flow;
    sum->ns_rules += s->ns_rules;
    sum->bytes_syntax += s->bytes_syntax;
    sum->bytes_types += s->bytes_types;
    sum->bytes_ir += s->bytes_ir;
    sum->bytes_flow += s->bytes_flow;
    sum->bytes_rules += s->bytes_rules;
}

static void add_outcome(CheckResult *r, const Outcome *o)
{
    VEC_EACH (Finding *, f, &o->findings.items)
        vec_push(&r->arena, &r->findings.items, *f);
    VEC_EACH (const char *, path, &o->files)
        vec_push(&r->arena, &r->files, *path);
    VEC_EACH (const CheckDirective, d, &o->directives)
        vec_push(&r->arena, &r->directives, *d);
    VEC_EACH (const Skip, s, &o->skipped.items)
        vec_push(&r->arena, &r->skipped.items, *s);
    VEC_EACH (const Goroutine, g, &o->inventory.items)
        vec_push(&r->arena, &r->inventory.items, *g);
    VEC_EACH (const PackageTime, t, &o->times)
        vec_push(&r->arena, &r->package_times, *t);
    if (o->rule_ns && !r->rule_ns)
        r->rule_ns = arena_array(&r->arena, uint64_t, rules_count);
    for (size_t k = 0; o->rule_ns && k < rules_count; k++)
        r->rule_ns[k] += o->rule_ns[k];
    add_stats(&r->stats, &o->stats);
}

static void add_program_stats(CheckStats *sum, const ProgramStats *s)
{
    sum->dependency_packages = (uint32_t)s->packages - sum->packages;
    sum->dependency_files = (uint32_t)s->files - sum->files;
    sum->dependency_bytes = s->bytes - sum->bytes;
    sum->ns_syntax += s->ns_syntax;
    sum->ns_types += s->ns_types;
    sum->ns_export += s->ns_export;
    sum->bytes_syntax += s->bytes_syntax;
    sum->bytes_types += s->bytes_types;
    sum->bytes_forms += s->bytes_forms;
}

// ---- Imports without source ----

static int by_text(const void *x, const void *y)
{
    return str_cmp(*(const Str *)x, *(const Str *)y);
}

static void add_missing(CheckResult *r, const LoadGraph *g)
{
    CheckState *s = r->state;
    Map seen = {0};
    VEC_EACH (const LoadPackage, p, &g->packages) {
        if (!p->named)
            continue;
        VEC_EACH (const LoadImport, i, &p->imports) {
            uint64_t key = name_of(s->names, i->spec).v;
            if (i->package != UINT32_MAX || map_get(&seen, key))
                continue;
            map_put(&r->arena, &seen, key, 1);
            if (model_package(s->models, i->spec))
                r->modelled++;
            else
                vec_push(&r->arena, &r->missing, i->spec);
        }
    }
    if (r->missing.len)
        qsort(r->missing.data, r->missing.len, sizeof *r->missing.data, by_text);
}

// ---- The order of findings ----

static int by_path(const void *x, const void *y)
{
    return strcmp((*(const Source *const *)x)->path, (*(const Source *const *)y)->path);
}

// Packages' files by path, then the texts as they were given.
void check_sort(CheckResult *r)
{
    const CheckState *s = r->state;
    VEC(const Source *) order = {0};
    for (uint32_t k = 0; k < s->outcome_count; k++)
        VEC_EACH (const Source *, source, &s->outcomes[k].sources)
            vec_push(&r->arena, &order, *source);
    if (order.len)
        qsort(order.data, order.len, sizeof *order.data, by_path);
    for (uint32_t k = 0; k < s->source_count; k++)
        vec_push(&r->arena, &order, s->sources[k]);
    findings_sort(&r->findings, order.data, order.len);
}

static int by_spawn(const void *x, const void *y)
{
    const InventoryPlace *a = &((const Goroutine *)x)->spawn, *b = &((const Goroutine *)y)->spawn;
    int order = strcmp(a->path, b->path);
    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

static void add_program(CheckResult *r, const LoadGraph *g)
{
    const CheckState *s = r->state;
    uint32_t faults;
    const ProgramFault *fault = program_faults(s->program, &faults);
    for (uint32_t k = 0; k < s->outcome_count; k++)
        add_outcome(r, &s->outcomes[k]);
    add_program_stats(&r->stats, program_stats(s->program));
    for (uint32_t k = 0; k < faults; k++)
        vec_push(&r->arena, &r->unread.items, (Skip){fault[k].path, 0, "unreadable", fault[k].reason});
    add_missing(r, g);
}

CheckResult *check_run(const CheckOptions *options, const Source *const *sources, uint32_t count,
                       const char **error)
{
    CheckState *state = state_new(options, error);
    if (!state)
        return NULL;
    CheckResult *r = mem_alloc(sizeof *r);
    *r = (CheckResult){.go_minor = options->go_minor ? options->go_minor : GO_NEWEST, .state = state};
    state->sources = sources;
    state->source_count = count;
    if (options->graph) {
        check_program(state, options, r->go_minor);
        add_program(r, options->graph);
    }
    check_texts(state, options, r->go_minor, sources, count);
    add_outcome(r, &state->texts);
    check_sort(r);
    if (r->inventory.items.len)
        qsort(r->inventory.items.data, r->inventory.items.len, sizeof *r->inventory.items.data, by_spawn);
    return r;
}

void check_free(CheckResult *r)
{
    if (!r)
        return;
    CheckState *s = r->state;
    VEC_EACH (Kept, p, &s->packages) {
        stages_free(&p->values);
        package_free(p->package);
    }
    VEC_EACH (Unit, u, &s->units)
        ast_free(u->ast);
    program_free(s->program);
    for (uint32_t k = 0; k < s->outcome_count; k++) {
        arena_free(&s->outcomes[k].arena);
        summaries_free(s->summaries[k]);
    }
    arena_free(&s->texts.arena);
    model_importer_free(s->importer);
    model_store_free(s->models);
    names_free(s->names);
    free(s);
    arena_free(&r->arena);
    free(r);
}

uint32_t check_package_count(const CheckResult *r)
{
    return r->state->packages.len;
}

CheckedPackage check_package(const CheckResult *r, uint32_t index)
{
    const Kept *p = &r->state->packages.data[index];
    return (CheckedPackage){p->package, p->values.ir, p->values.flow};
}

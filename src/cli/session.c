// session.c - one analysis of what the command line names, with the policy on what it found.
#include "cli/session.h"
#include "base/bigstack.h"
#include "base/path.h"
#include "cli/progress.h"
#include "report/glyph.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void analyse(void *p)
{
    Session *s = p;
    if (s->patterns.len > 0 || s->args->operands.len == s->first) {
        uint64_t start = now_ns();
        LoadOptions load = args_load_options(s->args);
        load.patterns = s->patterns.data;
        load.pattern_count = s->patterns.len;
        s->graph = load_packages(&load);
        s->options.graph = s->graph;
        s->ns_load = now_ns() - start;
    }
    s->result = check_run(&s->options, s->inputs.sources.data, s->inputs.sources.len, &s->error);
}

static void add_unread(Session *s, const SkipList *list)
{
    VEC_EACH (const Skip, skip, &list->items)
        vec_push(&s->arena, &s->unread.items, *skip);
}

// What could not be read or found, said on standard error and for the report.
static void gather_unread(Session *s)
{
    add_unread(s, &s->inputs.unread);
    if (!s->graph)
        return;
    load_faults_print(s->graph);
    VEC_EACH (const LoadFault, f, &s->graph->faults) {
        Skip skip = {f->path, f->line, f->aside ? "dependency" : "unreadable", f->reason};
        if (f->aside)
            vec_push(&s->result->arena, &s->result->skipped.items, skip);
        else
            vec_push(&s->arena, &s->unread.items, skip);
    }
    VEC_EACH (const Skip, skip, &s->result->unread.items)
        unreadable_print(skip->path, skip->reason);
    add_unread(s, &s->result->unread);
}

bool session_new(Session *s, Args *args)
{
    *s = (Session){.args = args, .options = settings_check_options(args), .policy = {.config = args->config}};
    return args_jobs(args, &s->options.workers);
}

// ---- What policy goes by ----

static bool baseline_fault(const Session *s, uint32_t line, const char *error)
{
    StrBuf safe = {0};
    glyph_put(str_of(s->baseline), &safe);
    if (line)
        fprintf(stderr, "curfew: %s:%u: %s\n", safe.data, line, error);
    else
        fprintf(stderr, "curfew: %s: %s\n", safe.data, error);
    strbuf_free(&safe);
    return false;
}

bool session_baseline(Session *s, bool needed)
{
    const Config *c = s->args->config;
    if (args_has(s->args, OPT_NO_BASELINE))
        return true;
    const char *where = settings_directory(s->args, s->first);
    s->baseline = c->baseline ? c->baseline : path_shown(&s->arena, baseline_path(&s->arena, c->dir, where));
    if (!path_exists(s->baseline) && !(c->baseline && needed))
        return true;
    const char *error;
    uint32_t line = 0;
    s->baseline_text = source_read(s->baseline, &error);
    if (!s->baseline_text) {
        unreadable_print(s->baseline, error);
        return false;
    }
    Str text = {s->baseline_text->text, s->baseline_text->len};
    const char *dir = path_directory(&s->arena, path_absolute(&s->arena, s->baseline));
    s->policy.baseline = baseline_read(&s->arena, text, dir, &line, &error);
    return s->policy.baseline || baseline_fault(s, line, error);
}

// --new-from PATCH.
static bool read_changes(Session *s)
{
    const char *path = s->args->values[OPT_NEW_FROM], *error;
    if (!path)
        return true;
    Arena *a = &s->arena;
    bool piped = strcmp(path, "-") == 0;
    VEC_EACH (const char *, operand, &s->args->operands)
        if (piped && strcmp(*operand, "-") == 0) {
            usage_fault(s->args->command, "standard input is either the patch or the code");
            return false;
        }
    Source *text = piped ? source_read_stdin("<stdin>", &error) : source_read(path, &error);
    if (!text) {
        unreadable_print(path, error);
        return false;
    }
    uint32_t line;
    s->changes = changes_read((Str){text->text, text->len}, &line, &error);
    source_free(text);
    if (!s->changes) {
        usage_fault(s->args->command, "--new-from %s: line %u: %s", path, line, error);
        return false;
    }
    const char *here = path_absolute(a, "./"), *git = path_find_up(a, here, ".git", NULL);
    s->policy.changes = s->changes;
    s->policy.root = git ? path_directory(a, git) : here;
    s->policy.dir = here;
    return true;
}

bool session_run(Session *s)
{
    if (!read_changes(s))
        return false;

    uint64_t start = now_ns();
    inputs_read(&s->inputs, s->args, s->first, &s->patterns);
    ProgressLine line;
    progress_line_begin(&line);
    s->options.progress = &line.progress;
    bigstack_run(analyse, s);
    s->options.progress = NULL;
    progress_line_end(&line);
    s->ns = now_ns() - start;
    if (!s->result) {
        usage_fault(s->args->command, "%s", s->error);
        return false;
    }
    gather_unread(s);
    policy_judge(&s->policy, s->result);
    return true;
}

void session_free(Session *s)
{
    baseline_free(s->policy.baseline);
    changes_free(s->changes);
    source_free(s->baseline_text);
    check_free(s->result);
    load_free(s->graph);
    inputs_free(&s->inputs);
    arena_free(&s->arena);
}

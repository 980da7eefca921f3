// session.c - one analysis of what the command line names, with the policy on what it found.
#include "cli/session.h"
#include "base/bigstack.h"

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

bool session_run(Session *s)
{
    uint64_t start = now_ns();
    inputs_read(&s->inputs, s->args, s->first, &s->patterns);
    bigstack_run(analyse, s);
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
    check_free(s->result);
    load_free(s->graph);
    inputs_free(&s->inputs);
    arena_free(&s->arena);
}

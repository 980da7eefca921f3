// check.c - `curfew check`: packages and texts in, findings and an exit status out.
#include "base/bigstack.h"
#include "cli/output.h"
#include "cli/settings.h"
#include "policy/policy.h"
#include "rules/check.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct Check {
    Args *args;
    CheckOptions options;
    Policy policy;
    Outputs outputs;
    bool written; // all of them
    Inputs inputs;
    PathList patterns;
    SkipList unread; // inputs that were not read, wherever that was found out
    Arena arena;     // of the list
    LoadGraph *graph;
    CheckResult *result;
    const char *error;
    uint64_t ns, ns_load; // of the whole run, and of finding the packages
} Check;

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void analyse(void *p)
{
    Check *c = p;
    if (c->patterns.len > 0 || c->args->operands.len == 0) {
        uint64_t start = now_ns();
        LoadOptions load = args_load_options(c->args);
        load.patterns = c->patterns.data;
        load.pattern_count = c->patterns.len;
        c->graph = load_packages(&load);
        c->options.graph = c->graph;
        c->ns_load = now_ns() - start;
    }
    c->result = check_run(&c->options, c->inputs.sources.data, c->inputs.sources.len, &c->error);
}

static double ms(uint64_t ns)
{
    return (double)ns / 1e6;
}

static double mib(size_t bytes)
{
    return (double)bytes / (1024.0 * 1024.0);
}

static void print_stats(const Check *c)
{
    const CheckStats *s = &c->result->stats;
    fprintf(stderr, "files %u, packages %u, blocks %u, lines %llu, bytes %llu\n", s->files,
            s->packages, s->blocks, (unsigned long long)s->lines, (unsigned long long)s->bytes);
    if (c->graph)
        fprintf(stderr, "dependencies: files %u, packages %u, bytes %llu\n", s->dependency_files,
                s->dependency_packages, (unsigned long long)s->dependency_bytes);
    fprintf(stderr,
            "time: load %.1f ms; syntax %.1f ms, types %.1f ms, export %.1f ms, ir %.1f ms, flow %.1f ms, "
            "rules %.1f ms of processor time; all %.1f ms\n",
            ms(c->ns_load), ms(s->ns_syntax), ms(s->ns_types), ms(s->ns_export), ms(s->ns_ir),
            ms(s->ns_flow), ms(s->ns_rules), ms(c->ns));
    fprintf(stderr,
            "memory: syntax %.1f MiB, types %.1f MiB, forms %.1f MiB, ir %.1f MiB, flow %.1f MiB, rules "
            "%.1f MiB\n",
            mib(s->bytes_syntax), mib(s->bytes_types), mib(s->bytes_forms), mib(s->bytes_ir),
            mib(s->bytes_flow), mib(s->bytes_rules));
}

static void add_unread(Check *c, const SkipList *list)
{
    VEC_EACH (const Skip, s, &list->items)
        vec_push(&c->arena, &c->unread.items, *s);
}

// What could not be read or found, said on standard error and for the report.
static void gather_unread(Check *c)
{
    add_unread(c, &c->inputs.unread);
    if (!c->graph)
        return;
    load_faults_print(c->graph);
    VEC_EACH (const LoadFault, f, &c->graph->faults) {
        Skip skip = {f->path, f->line, f->aside ? "dependency" : "unreadable", f->reason};
        if (f->aside)
            vec_push(&c->result->arena, &c->result->skipped.items, skip);
        else
            vec_push(&c->arena, &c->unread.items, skip);
    }
    VEC_EACH (const Skip, s, &c->result->unread.items)
        unreadable_print(s->path, s->reason);
    add_unread(c, &c->result->unread);
}

// Prints the findings that count, and counts the others.
static void print_report(Check *c)
{
    Arena a = {0};
    FindingList shown = {0}, suppressed = {0};
    const FindingList *all = &c->result->findings;
    PolicyTally tally = policy_tally(&c->policy, all);
    Report r = {
        .findings = &shown,
        .suppressed = &suppressed,
        .ignored = tally.standings[STANDING_IGNORED],
        .known = tally.standings[STANDING_KNOWN],
        .old = tally.standings[STANDING_OLD],
        .skipped = &c->result->skipped,
        .unread = &c->unread,
        .go_version = arena_printf(&a, "1.%u", c->result->go_minor),
        .files = c->result->stats.files,
        .missing = c->result->missing.data,
        .missing_count = c->result->missing.len,
        .modelled = c->result->modelled,
        .fail_on = c->args->config->fail_on,
    };
    memcpy(r.hidden, tally.low, sizeof r.hidden);
    VEC_EACH (Finding *, f, &all->items) {
        Standing s = (*f)->standing;
        if (s == STANDING_COUNTS)
            vec_push(&a, &shown.items, *f);
        else if ((s == STANDING_IGNORED || s == STANDING_KNOWN) && (*f)->level >= c->args->config->level)
            vec_push(&a, &suppressed.items, *f);
    }
    c->written = outputs_write(c->args, &c->outputs, &r);
    arena_free(&a);
}

static int exit_status(const Check *c)
{
    if (c->unread.items.len > 0 || !c->written)
        return STATUS_FAULT;
    if (args_has(c->args, OPT_STRICT) && c->result->skipped.items.len > 0)
        return STATUS_FAULT;
    return policy_fails(&c->policy, &c->result->findings) ? STATUS_FINDINGS : STATUS_OK;
}

static int check(Check *c)
{
    uint64_t start = now_ns();
    inputs_read(&c->inputs, c->args, 0, &c->patterns);
    bigstack_run(analyse, c);
    c->ns = now_ns() - start;
    if (!c->result)
        return usage_fault(c->args->command, "%s", c->error);
    gather_unread(c);
    policy_judge(&c->policy, c->result);
    print_report(c);
    if (args_has(c->args, OPT_STATS))
        print_stats(c);
    int status = exit_status(c);
    check_free(c->result);
    load_free(c->graph);
    return status;
}

int run_check(Args *args)
{
    Check c = {.args = args, .options = settings_check_options(args)};
    if (!args_jobs(args, &c.options.workers))
        return STATUS_FAULT;
    if (!outputs_read(args, &c.outputs))
        return STATUS_FAULT;
    c.policy.config = args->config;
    int status = check(&c);
    inputs_free(&c.inputs);
    arena_free(&c.arena);
    return status;
}

// check.c - `curfew check`: files in, findings and an exit status out.
#include "base/bigstack.h"
#include "cli/cli.h"
#include "report/report.h"
#include "rules/check.h"

#include <stdio.h>
#include <time.h>

enum { FORMAT_TEXT, FORMAT_JSON };

typedef struct Check {
    Args *args;
    CheckOptions options;
    Level level, fail_on;
    Inputs inputs;
    CheckResult *result;
    const char *error;
    uint64_t ns; // of the whole run
} Check;

static void analyse(void *p)
{
    Check *c = p;
    c->result = check_run(&c->options, c->inputs.sources.data, c->inputs.sources.len, &c->error);
}

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
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
    fprintf(stderr,
            "time: syntax %.1f ms, types %.1f ms, ir %.1f ms, flow %.1f ms, rules %.1f ms, all "
            "%.1f ms\n",
            ms(s->ns_syntax), ms(s->ns_types), ms(s->ns_ir), ms(s->ns_flow), ms(s->ns_rules),
            ms(c->ns));
    fprintf(stderr, "memory: syntax %.1f MiB, types %.1f MiB, ir %.1f MiB, flow %.1f MiB, rules %.1f MiB\n",
            mib(s->bytes_syntax), mib(s->bytes_types), mib(s->bytes_ir), mib(s->bytes_flow),
            mib(s->bytes_rules));
}

// Prints the findings that --level lets through and counts the others.
static void print_report(Check *c)
{
    Arena a = {0};
    FindingList shown = {0};
    Report r = {
        .findings = &shown,
        .skipped = &c->result->skipped,
        .unread = &c->inputs.unread,
        .go_version = arena_printf(&a, "1.%u", c->result->go_minor),
        .files = c->inputs.sources.len,
    };
    VEC_EACH (Finding *, f, &c->result->findings.items) {
        if ((*f)->level >= c->level)
            vec_push(&a, &shown.items, *f);
        else
            r.hidden[(*f)->level]++;
    }
    if (args_choice(c->args, OPT_FORMAT, FORMAT_TEXT) == FORMAT_JSON) {
        report_json(&r, stdout);
    } else {
        Terminal t = args_terminal(c->args);
        report_text(&r, &t, stdout);
    }
    arena_free(&a);
}

static int exit_status(const Check *c)
{
    if (c->inputs.unread.items.len > 0)
        return STATUS_FAULT;
    if (args_has(c->args, OPT_STRICT) && c->result->skipped.items.len > 0)
        return STATUS_FAULT;
    VEC_EACH (Finding *, f, &c->result->findings.items)
        if ((*f)->level >= c->fail_on)
            return STATUS_FINDINGS;
    return STATUS_OK;
}

static int check(Check *c)
{
    uint64_t start = now_ns();
    inputs_read(&c->inputs, c->args, 0);
    bigstack_run(analyse, c);
    c->ns = now_ns() - start;
    if (!c->result)
        return usage_fault(c->args->command, "%s", c->error);
    print_report(c);
    if (args_has(c->args, OPT_STATS))
        print_stats(c);
    int status = exit_status(c);
    check_free(c->result);
    return status;
}

int run_check(Args *args)
{
    Check c = {.args = args};
    if (!args_go(args, &c.options.go_minor))
        return STATUS_FAULT;
    if (args->operands.len == 0)
        return usage_fault(args->command, "which files? `-` is standard input");
    c.options.models_dir = args->values[OPT_MODELS];
    c.level = (Level)args_choice(args, OPT_LEVEL, LEVEL_WARNING);
    c.fail_on = (Level)args_choice(args, OPT_FAIL_ON, (int)c.level);
    int status = check(&c);
    inputs_free(&c.inputs);
    return status;
}

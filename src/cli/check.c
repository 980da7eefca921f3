// check.c - `curfew check`: packages and texts in, findings and an exit status out.
#include "cli/output.h"
#include "cli/timings.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

typedef struct Check {
    Session session;
    Outputs outputs;
    bool written; // all of them
} Check;

static double ms(uint64_t ns)
{
    return (double)ns / 1e6;
}

static double mib(size_t bytes)
{
    return (double)bytes / (1024.0 * 1024.0);
}

static void print_stats(const Session *c)
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

// Prints the findings that count, and counts the others.
static void print_report(Check *c)
{
    const Session *s = &c->session;
    Arena a = {0};
    FindingList shown = {0}, suppressed = {0};
    const FindingList *all = &s->result->findings;
    PolicyTally tally = policy_tally(&s->policy, all);
    Report r = {
        .findings = &shown,
        .suppressed = &suppressed,
        .ignored = tally.standings[STANDING_IGNORED],
        .known = tally.standings[STANDING_KNOWN],
        .old = tally.standings[STANDING_OLD],
        .skipped = &s->result->skipped,
        .unread = &s->unread,
        .go_version = arena_printf(&a, "1.%u", s->result->go_minor),
        .files = s->result->stats.files,
        .missing = s->result->missing.data,
        .missing_count = s->result->missing.len,
        .modelled = s->result->modelled,
        .fail_on = s->args->config->fail_on,
    };
    memcpy(r.hidden, tally.low, sizeof r.hidden);
    VEC_EACH (Finding *, f, &all->items) {
        Standing standing = (*f)->standing;
        if (standing == STANDING_COUNTS)
            vec_push(&a, &shown.items, *f);
        else if ((standing == STANDING_IGNORED || standing == STANDING_KNOWN) && (*f)->level >= s->args->config->level)
            vec_push(&a, &suppressed.items, *f);
    }
    c->written = outputs_write(s->args, &c->outputs, &r);
    arena_free(&a);
}

static int exit_status(const Check *c)
{
    const Session *s = &c->session;
    if (s->unread.items.len > 0 || !c->written)
        return STATUS_FAULT;
    if (args_has(s->args, OPT_STRICT) && s->result->skipped.items.len > 0)
        return STATUS_FAULT;
    return policy_fails(&s->policy, &s->result->findings) ? STATUS_FINDINGS : STATUS_OK;
}

static int report(Check *c)
{
    print_report(c);
    if (args_has(c->session.args, OPT_STATS))
        print_stats(&c->session);
    if (args_has(c->session.args, OPT_TIMINGS))
        timings_print(c->session.result);
    return exit_status(c);
}

int run_check(Args *args)
{
    Check c = {0};
    Session *s = &c.session;
    int status = STATUS_FAULT;
    if (add_ignore_args(args) && session_new(s, args) && session_baseline(s, true) &&
        outputs_read(args, &c.outputs) && session_run(s))
        status = args_has(args, OPT_ADD_IGNORE) ? add_ignore(s) : report(&c);
    session_free(s);
    return status;
}

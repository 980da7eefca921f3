// load_bench.c - what loading and checking whole modules costs.
//
// Usage: load_bench [-j N] [--bodies=all|named] DIR PATTERN…. Loads the packages that the patterns
// name in DIR, without tests, checks them and all that they import, and prints one line: wall and
// processor seconds, peak memory, and what was checked.
#include "base/pool.h"
#include "types/model_import.h"
#include "types/program.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct Counted {
    atomic_ullong packages, bodies, lines, files;
} Counted;

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void count_bodies(Counted *c, const Ast *ast)
{
    FileView file = ast_file(ast);
    LIST_EACH (d, file.decls)
        if (node_kind(ast, *d) == NODE_FUNC_DECL && node_ok(ast_func_decl(ast, *d).body))
            c->bodies++;
}

static void visit(void *ctx, uint32_t worker, uint32_t package, ProgramPackage *p)
{
    (void)worker;
    (void)package;
    Counted *c = ctx;
    c->packages += p->load->files.len > 0;
    for (uint32_t i = 0; i < p->load->files.len; i++) {
        if (!p->asts[i])
            continue;
        count_bodies(c, p->asts[i]);
        source_position(p->sources[i], 0);
        c->lines += p->sources[i]->line_count;
        c->files++;
    }
}

static void usage(void)
{
    fprintf(stderr, "usage: load_bench [-j N] [--bodies=all|named] DIR PATTERN...\n");
    exit(2);
}

int main(int argc, char **argv)
{
    uint32_t workers = pool_processors();
    bool all = true;
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at++) {
        if (strcmp(argv[at], "-j") == 0 && at + 1 < argc)
            workers = (uint32_t)strtoul(argv[++at], NULL, 10);
        else if (strncmp(argv[at], "--bodies=", 9) == 0)
            all = strcmp(argv[at] + 9, "all") == 0;
        else
            usage();
    }
    if (argc - at < 2)
        usage();
    double start = now();
    LoadOptions load = {.dir = argv[at],
                        .patterns = (const char *const *)argv + at + 1,
                        .pattern_count = (uint32_t)(argc - at - 1),
                        .no_tests = true};
    LoadGraph *g = load_packages(&load);
    double loaded = now();
    Names *names = names_new();
    ModelStore *models = model_store_new(names);
    Counted counted = {0};
    ProgramOptions options = {.names = names,
                              .models = models,
                              .fallback = model_importer_new(models, names),
                              .workers = workers,
                              .bodies = all ? BODIES_ALL : BODIES_NAMED,
                              .visit = visit,
                              .ctx = &counted};
    Program *p = program_check(g, &options);
    double end = now();
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    const ProgramStats *s = program_stats(p);
    printf("load_bench wall=%.3f cpu=%.3f peak_mib=%.1f packages=%llu files=%llu lines=%llu bodies=%llu\n",
           end - start, seconds(r.ru_utime) + seconds(r.ru_stime), (double)r.ru_maxrss / 1024.0,
           (unsigned long long)counted.packages, (unsigned long long)counted.files,
           (unsigned long long)counted.lines, (unsigned long long)counted.bodies);
    fprintf(stderr, "load %.3f s wall; syntax %.3f, types %.3f, export %.3f s; forms %.1f MiB, faults %u\n",
            loaded - start, (double)s->ns_syntax / 1e9, (double)s->ns_types / 1e9,
            (double)s->ns_export / 1e9, (double)s->bytes_forms / 1048576.0, g->faults.len);
    program_free(p);
    load_free(g);
    model_importer_free(options.fallback);
    model_store_free(models);
    names_free(names);
    return 0;
}

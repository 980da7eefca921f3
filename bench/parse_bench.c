// parse_bench.c - how fast curfew scans and parses, and how much memory that takes.
//
// Usage: parse_bench LIST [ROUNDS]. LIST names one Go file a line. All files are read into memory
// first; a round then parses each of them, whole tree, comments kept, and frees it. Prints the best
// round's throughput, and what the process's memory grew by at its peak while it parsed all files
// joined into one text, for each byte of that text.
#include "syntax/ast.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { PATH_LEN = 4096 };

typedef struct Files {
    Source **items;
    size_t count, cap;
    size_t bytes;
} Files;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void add_file(Files *files, const char *path)
{
    const char *error;
    Source *s = source_read(path, &error);
    if (!s) {
        fprintf(stderr, "parse_bench: %s: %s\n", path, error);
        exit(2);
    }
    if (files->count == files->cap) {
        files->cap = files->cap ? files->cap * 2 : 1024;
        files->items = mem_resize(files->items, files->cap * sizeof *files->items);
    }
    files->items[files->count++] = s;
    files->bytes += s->len;
}

static void read_list(Files *files, const char *list)
{
    FILE *f = fopen(list, "r");
    if (!f) {
        perror(list);
        exit(2);
    }
    char path[PATH_LEN];
    while (fgets(path, sizeof path, f)) {
        path[strcspn(path, "\n")] = 0;
        add_file(files, path);
    }
    fclose(f);
}

// Parses everything once.
static double run_round(const Files *files, size_t *refused)
{
    *refused = 0;
    double start = now();
    for (size_t i = 0; i < files->count; i++) {
        const Source *s = files->items[i];
        Ast *ast = ast_parse(s, (Span){0, s->len}, NULL, PARSE_FILE);
        uint32_t count;
        ast_errors(ast, &count);
        *refused += count > 0;
        ast_free(ast);
    }
    return now() - start;
}

static double peak_memory(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss * 1024;
}

// One text of all files. Each but the first has a package clause where none may be, which is
// reported and read over: tokens and nodes are those of the files.
static Source *join(const Files *files)
{
    Source *s = mem_alloc(sizeof *s);
    *s = (Source){.path = "all.go", .len = (uint32_t)files->bytes};
    char *to = arena_alloc(&s->arena, files->bytes + 1);
    s->text = to;
    for (size_t i = 0; i < files->count; i++) {
        memcpy(to, files->items[i]->text, files->items[i]->len);
        to += files->items[i]->len;
    }
    return s;
}

// Bytes of memory at the peak for each byte of source. Must run before anything has been parsed,
// because the peak of a process never falls.
static double peak_of_parsing(const Files *files)
{
    Source *all = join(files);
    double before = peak_memory();
    Ast *ast = ast_parse(all, (Span){0, all->len}, NULL, PARSE_SNIPPET);
    double ratio = (peak_memory() - before) / (double)all->len;
    ast_free(ast);
    source_free(all);
    return ratio;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: parse_bench LIST [ROUNDS]\n");
        return 2;
    }
    int rounds = argc > 2 ? atoi(argv[2]) : 5;
    Files files = {0};
    read_list(&files, argv[1]);
    double peak = peak_of_parsing(&files), best = 1e9;
    size_t refused = 0;
    for (int i = 0; i < rounds; i++) {
        double seconds = run_round(&files, &refused);
        best = seconds < best ? seconds : best;
    }
    printf("curfew files=%zu bytes=%zu refused=%zu mb_per_s=%.1f bytes_per_byte=%.2f\n",
           files.count, files.bytes, refused, (double)files.bytes / 1e6 / best, peak);
    for (size_t i = 0; i < files.count; i++)
        source_free(files.items[i]);
    free(files.items);
    return 0;
}

// packages_side.c - curfew's side of the comparison with `go list`: the graph of packages as lines
// of path, variant, kind and value, separated by tabs.
//
//     packages_side -constraints <LINES    what is made of each line, a build constraint
//     packages_side [-goos GOOS] [-goarch GOARCH] [-tags TAGS] [-notests] [-faults] [-time]
//     [-empty]
//                   PATTERN…
//
// -empty prints packages of which constraints exclude all files; the go command lists those that
// are named, and not those that `...` finds.
#include "load/load.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const variants[] = {"plain", "tested", "external"};

static void line(const LoadPackage *p, const char *what, Str value)
{
    Str path = p->path;
    printf("%.*s\t%s\t%s\t%.*s\n", STR_ARG(path), variants[p->variant], what, STR_ARG(value));
}

static void put_module(const LoadPackage *p)
{
    char text[1024];
    if (!p->module)
        return;
    const Module *m = p->module;
    snprintf(text, sizeof text, "%.*s%s%.*s", STR_ARG(m->path), m->version.len ? " " : "",
             STR_ARG(m->version));
    line(p, "module", str_of(text));
}

// Files that begin with _ or a dot are no business of build constraints for the go command.
static void put_excluded(const LoadPackage *p)
{
    VEC_EACH (ExcludedFile, f, &p->excluded) {
        bool other =
            strncmp(f->reason, "package ", 8) == 0 && strcmp(f->reason + 8, "documentation") != 0;
        if (other && !str_ends(f->name, "_test.go"))
            line(p, "file", f->name);
        else if (!other && f->name.ptr[0] != '_' && f->name.ptr[0] != '.')
            line(p, "ignored", f->name);
    }
}

static void put(const LoadGraph *g, const LoadPackage *p)
{
    line(p, "dir", str_of(p->dir));
    put_module(p);
    VEC_EACH (GoFile, f, &p->files)
        line(p, "file", f->name);
    if (p->variant == PACKAGE_PLAIN)
        put_excluded(p);
    VEC_EACH (LoadImport, i, &p->imports)
        line(p, "import", i->package == UINT32_MAX ? i->spec : g->packages.data[i->package].path);
    if (p->variant == PACKAGE_PLAIN)
        VEC_EACH (Str, e, &p->embeds)
            line(p, "embed", *e);
}

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool odd_length(const void *ctx, Str tag)
{
    (void)ctx;
    return tag.len % 2 == 1;
}

static void put_constraints(void)
{
    char text[4096];
    while (fgets(text, sizeof text, stdin)) {
        text[strcspn(text, "\n")] = 0;
        Constraint c = constraint_eval(str_of(text), (ConstraintTags){odd_length, NULL});
        if (c.error)
            printf("%s\terror\n", text);
        else
            printf("%s\t%s %u\n", text, c.holds ? "true" : "false", c.go_minor);
    }
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "-constraints") == 0) {
        put_constraints();
        return 0;
    }
    LoadOptions o = {0};
    bool faults = false, timed = false, empty = false;
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at++) {
        if (strcmp(argv[at], "-notests") == 0)
            o.no_tests = true;
        else if (strcmp(argv[at], "-faults") == 0)
            faults = true;
        else if (strcmp(argv[at], "-time") == 0)
            timed = true;
        else if (strcmp(argv[at], "-empty") == 0)
            empty = true;
        else if (at + 1 < argc && strcmp(argv[at], "-goos") == 0)
            o.goos = argv[++at];
        else if (at + 1 < argc && strcmp(argv[at], "-goarch") == 0)
            o.goarch = argv[++at];
        else if (at + 1 < argc && strcmp(argv[at], "-tags") == 0)
            o.tags = argv[++at];
    }
    o.patterns = (const char *const *)argv + at;
    o.pattern_count = (uint32_t)(argc - at);
    double start = now_ms();
    LoadGraph *g = load_packages(&o);
    if (timed)
        fprintf(stderr, "%u packages, %llu heads, %.1f ms of processor time\n", g->packages.len,
                (unsigned long long)g->files_read, now_ms() - start);
    VEC_EACH (LoadPackage, p, &g->packages)
        if (empty || p->files.len > 0)
            put(g, p);
    if (faults)
        VEC_EACH (LoadFault, f, &g->faults)
            fprintf(stderr, "%s:%u: %s\n", f->path, f->line, f->reason);
    load_free(g);
    return 0;
}

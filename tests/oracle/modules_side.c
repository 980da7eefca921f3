// modules_side.c - curfew's side of the comparison with `go list -m all`: the build list of the
// module or workspace that the current directory lies in, a line a module, fields separated by
// tabs.
//
//     modules_side            path, version, replacement, directory, N of its language version 1.N,
//     main modules_side -env NAME…  values of the go command's variables modules_side -find PATH…
//     for each import path its own, its directory and its module modules_side -dir PATH…   the same
//     for each directory modules_side -faults      what was found to be wrong
#include "load/modules.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static void put_module(const Module *m)
{
    printf("%.*s\t%.*s\t", STR_ARG(m->path), STR_ARG(m->version));
    if (m->replaced_version.len)
        printf("%.*s %.*s", STR_ARG(m->replaced_by), STR_ARG(m->replaced_version));
    else if (m->replaced_by.len)
        printf("directory");
    printf("\t");
    printf("%s\t%u\t%s\n", m->dir ? m->dir : "", m->go_minor, m->main ? "true" : "false");
}

static void put_faults(const Modules *m)
{
    uint32_t count;
    const ModuleFault *faults = modules_faults(m, &count);
    for (uint32_t i = 0; i < count; i++)
        printf("%s:%u: %s\n", faults[i].path, faults[i].line, faults[i].reason);
}

static void put_found(Str asked, Found f)
{
    Str path = f.kind == FOUND_NOWHERE ? asked : f.path;
    printf("%.*s\t%s\t", STR_ARG(path), f.kind == FOUND_NOWHERE || !f.dir ? "" : f.dir);
    if (f.module)
        printf("%.*s %.*s", STR_ARG(f.module->path), STR_ARG(f.module->version));
    printf("\n");
}

static void put_all_found(Modules *m, char **paths, int count, bool directories)
{
    for (int i = 0; i < count; i++)
        put_found(str_of(paths[i]), directories ? modules_find_dir(m, paths[i])
                                                : modules_find(m, str_of(paths[i]), false));
}

static void put_list(const Modules *m)
{
    for (uint32_t i = 0; i < modules_count(m); i++)
        put_module(modules_at(m, i));
}

int main(int argc, char **argv)
{
    char dir[PATH_MAX];
    Arena a = {0};
    const char *const *environment = (const char *const *)environ;
    if (!getcwd(dir, sizeof dir))
        return 2;
    GoEnv *env = goenv_new(environment, modules_toolchain(&a, environment, dir));
    if (argc > 1 && strcmp(argv[1], "-env") == 0) {
        for (int i = 2; i < argc; i++)
            printf("%s=%.*s\n", argv[i], STR_ARG(goenv_get(env, argv[i])));
    } else {
        Modules *m = modules_new(env, dir);
        if (argc == 1)
            put_list(m);
        else if (strcmp(argv[1], "-find") == 0 || strcmp(argv[1], "-dir") == 0)
            put_all_found(m, argv + 2, argc - 2, strcmp(argv[1], "-dir") == 0);
        else
            put_faults(m);
        modules_free(m);
    }
    goenv_free(env);
    arena_free(&a);
    return 0;
}

// inputs.c - reading what the command line names.

// For realpath.
#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier)

#include "base/map.h"
#include "base/names.h"
#include "cli/cli.h"
#include "report/glyph.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const Source *read_one(const Args *args, const char *operand, const char **path,
                              const char **error)
{
    if (strcmp(operand, "-") != 0) {
        *path = operand;
        return source_read(operand, error);
    }
    *path = args_has(args, OPT_STDIN_PATH) ? args->values[OPT_STDIN_PATH] : "<stdin>";
    return source_read_stdin(*path, error);
}

// A file name may hold anything that a terminal would obey.
void unreadable_print(const char *path, const char *error)
{
    StrBuf safe = {0};
    glyph_put(str_of(path), &safe);
    fprintf(stderr, "curfew: cannot read %s: %s\n", safe.data ? safe.data : "", error);
    strbuf_free(&safe);
}

static void read_text(Inputs *in, const Args *args, const char *operand)
{
    const char *path, *error;
    const Source *s = read_one(args, operand, &path, &error);
    if (s) {
        vec_push(&in->arena, &in->sources, s);
        return;
    }
    unreadable_print(path, error);
    vec_push(&in->arena, &in->unread.items, (Skip){path, 0, "unreadable", error});
}

// A file in a module is read with the package that it belongs to, one outside of any alone.
static bool in_module(const char *path)
{
    char real[PATH_MAX];
    if (!realpath(path, real))
        return false;
    for (char *slash = strrchr(real, '/'); slash; slash = strrchr(real, '/')) {
        char mod[PATH_MAX + sizeof "/go.mod"];
        *slash = 0;
        snprintf(mod, sizeof mod, "%s/go.mod", real);
        if (access(mod, F_OK) == 0)
            return true;
    }
    return false;
}

static bool is_text(const char *operand)
{
    if (strcmp(operand, "-") == 0)
        return true;
    struct stat st;
    if (stat(operand, &st) == 0 && S_ISDIR(st.st_mode))
        return false;
    Str path = str_of(operand);
    if (str_ends(path, ".go"))
        return !in_module(operand);
    return str_ends(path, ".md") || str_ends(path, ".markdown") || str_ends(path, ".txt") ||
           stat(operand, &st) == 0;
}

void inputs_read(Inputs *in, const Args *args, uint32_t first, PathList *patterns)
{
    Names *names = names_new();
    Map seen = {0};
    for (uint32_t i = first; i < args->operands.len; i++) {
        const char *operand = args->operands.data[i];
        uint64_t key = name_ofs(names, operand).v;
        if (map_get(&seen, key))
            continue;
        map_put(&in->arena, &seen, key, 1);
        if (patterns && !is_text(operand))
            vec_push(&in->arena, patterns, operand);
        else
            read_text(in, args, operand);
    }
    names_free(names);
}

void inputs_free(Inputs *in)
{
    for (uint32_t i = 0; i < in->sources.len; i++)
        source_free((Source *)in->sources.data[i]);
    arena_free(&in->arena);
}

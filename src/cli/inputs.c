// inputs.c - reading what the command line names.
#include "base/map.h"
#include "base/names.h"
#include "cli/cli.h"
#include "report/glyph.h"

#include <stdio.h>
#include <string.h>

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
static void say_unreadable(const char *path, const char *error)
{
    StrBuf safe = {0};
    glyph_put(str_of(path), &safe);
    fprintf(stderr, "curfew: cannot read %s: %s\n", safe.data ? safe.data : "", error);
    strbuf_free(&safe);
}

void inputs_read(Inputs *in, const Args *args, uint32_t first)
{
    Names *names = names_new();
    Map seen = {0};
    for (uint32_t i = first; i < args->operands.len; i++) {
        const char *operand = args->operands.data[i];
        uint64_t key = name_ofs(names, operand).v;
        if (map_get(&seen, key))
            continue;
        map_put(&in->arena, &seen, key, 1);
        const char *path, *error;
        const Source *s = read_one(args, operand, &path, &error);
        if (s) {
            vec_push(&in->arena, &in->sources, s);
            continue;
        }
        say_unreadable(path, error);
        vec_push(&in->arena, &in->unread.items, (Skip){path, 0, "unreadable", error});
    }
    names_free(names);
}

void inputs_free(Inputs *in)
{
    for (uint32_t i = 0; i < in->sources.len; i++)
        source_free((Source *)in->sources.data[i]);
    arena_free(&in->arena);
}

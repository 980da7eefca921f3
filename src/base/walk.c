// walk.c - the files below a directory.
#include "base/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct Walk {
    Arena *arena;
    const char *directory, *suffix;
    PathList *out;
    const char *error;
} Walk;

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool walk_directory(Walk *w, const char *relative, int depth);

static bool walk_entry(Walk *w, const char *relative, int depth)
{
    struct stat st;
    const char *path = arena_printf(w->arena, "%s/%s", w->directory, relative);
    if (stat(path, &st) < 0) {
        w->error = arena_printf(w->arena, "%s: %s", relative, strerror(errno));
        return false;
    }
    if (S_ISDIR(st.st_mode))
        return walk_directory(w, relative, depth + 1);
    if (S_ISREG(st.st_mode) && str_ends(str_of(relative), w->suffix))
        vec_push(w->arena, w->out, relative);
    return true;
}

static bool walk_directory(Walk *w, const char *relative, int depth)
{
    if (depth > WALK_DEPTH_MAX) {
        w->error = arena_printf(w->arena, "%s: directories are nested too deeply", relative);
        return false;
    }
    const char *path =
        *relative ? arena_printf(w->arena, "%s/%s", w->directory, relative) : w->directory;
    DIR *dir = opendir(path);
    if (!dir) {
        w->error = *relative ? arena_printf(w->arena, "%s: %s", relative, strerror(errno))
                             : strerror(errno);
        return false;
    }
    bool ok = true;
    for (struct dirent *e; ok && (e = readdir(dir));) {
        if (e->d_name[0] == '.')
            continue;
        const char *name = *relative ? arena_printf(w->arena, "%s/%s", relative, e->d_name)
                                     : arena_printf(w->arena, "%s", e->d_name);
        ok = walk_entry(w, name, depth);
    }
    closedir(dir);
    return ok;
}

bool walk_files(Arena *a, const char *directory, const char *suffix, PathList *out,
                const char **error)
{
    Walk w = {.arena = a, .directory = directory, .suffix = suffix, .out = out};
    bool ok = walk_directory(&w, "", 0);
    if (out->len)
        qsort(out->data, out->len, sizeof *out->data, compare_paths);
    *error = w.error;
    return ok;
}

// path.c - names of files: made absolute, compared with directories, looked for upwards.

#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier): realpath

#include "base/path.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Appends the names of `path` to the absolute path in `out`, taking `.` and `..` by their letters.
static void add_names(StrBuf *out, Str path)
{
    while (path.len > 0) {
        size_t end = str_find(path, STR("/"));
        Str name = str_sub(path, 0, end);
        path = end == SIZE_MAX ? (Str){0} : str_sub(path, end + 1, path.len);
        if (name.len == 0 || str_is(name, "."))
            continue;
        if (!str_is(name, "..")) {
            strbuf_addc(out, '/');
            strbuf_add(out, name);
            continue;
        }
        while (out->len > 0 && out->data[--out->len] != '/')
            ;
        if (out->data)
            out->data[out->len] = 0;
    }
}

static const char *taken(Arena *a, StrBuf *b)
{
    const char *text = b->len ? arena_strndup(a, b->data, b->len) : "/";
    strbuf_free(b);
    return text;
}

const char *path_absolute(Arena *a, const char *path)
{
    // The longest directory on the way that exists is resolved by the system, the rest by its letters.
    Str whole = str_of(path);
    size_t cut = whole.len;
    while (cut > 0 && whole.ptr[cut - 1] == '/')
        cut--;
    bool is_dir = false;
    for (;;) {
        while (!is_dir && cut > 0 && whole.ptr[cut - 1] != '/')
            cut--;
        const char *dir = cut > 0 ? arena_strndup(a, path, cut) : ".";
        char *real = realpath(dir, NULL);
        if (real) {
            StrBuf out = {0};
            add_names(&out, str_of(real));
            add_names(&out, str_sub(whole, cut, whole.len));
            free(real);
            return taken(a, &out);
        }
        if (cut == 0)
            break;
        while (cut > 0 && whole.ptr[cut - 1] == '/')
            cut--;
    }
    StrBuf out = {0}; // the current directory is gone
    add_names(&out, whole);
    return taken(a, &out);
}

const char *path_under(const char *dir, const char *path)
{
    size_t len = strlen(dir);
    if (len > 0 && dir[len - 1] == '/')
        len--;
    if (strncmp(dir, path, len) != 0)
        return NULL;
    if (path[len] == '/')
        return path + len + 1;
    return path[len] ? NULL : path + len;
}

const char *path_directory(Arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_strndup(a, path, (size_t)(slash - path));
}

const char *path_join(Arena *a, const char *dir, const char *name)
{
    if (name[0] == '/' || strcmp(dir, ".") == 0)
        return name;
    size_t len = strlen(dir);
    return arena_printf(a, "%s%s%s", dir, len > 0 && dir[len - 1] == '/' ? "" : "/", name);
}

const char *path_shown(Arena *a, const char *absolute)
{
    const char *below = path_under(path_absolute(a, "./"), absolute);
    return below && *below ? below : absolute;
}

bool path_exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

const char *path_find_up(Arena *a, const char *dir, const char *name, const char *stop)
{
    for (;;) {
        const char *file = path_join(a, dir, name);
        if (path_exists(file))
            return file;
        if (strcmp(dir, "/") == 0 || (stop && path_exists(path_join(a, dir, stop))))
            return NULL;
        dir = path_directory(a, dir);
    }
}

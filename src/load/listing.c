// listing.c - reading directories.
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE // names the values of d_type, by which most entries need no call of stat
#endif
#include "load/listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum EntryKind { ENTRY_FILE, ENTRY_FOLDER, ENTRY_LINK } EntryKind;

// Some file systems do not tell the type of an entry; then the system is asked.
static EntryKind kind_of(int directory, const struct dirent *e)
{
    struct stat st;
#ifdef DT_DIR
    if (e->d_type == DT_DIR)
        return ENTRY_FOLDER;
    if (e->d_type == DT_REG)
        return ENTRY_FILE;
#endif
    if (fstatat(directory, e->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0)
        return ENTRY_FILE;
    if (S_ISDIR(st.st_mode))
        return ENTRY_FOLDER;
    return S_ISLNK(st.st_mode) ? ENTRY_LINK : ENTRY_FILE;
}

// A link that leads nowhere counts as a file: that it cannot be read is said when it is opened.
static bool leads_to_folder(int directory, const char *name)
{
    struct stat st;
    return fstatat(directory, name, &st, 0) == 0 && S_ISDIR(st.st_mode);
}

static void add_entry(Arena *a, Listing *l, int directory, const struct dirent *e)
{
    Str name = str_of(e->d_name);
    if (str_is(name, ".") || str_is(name, ".."))
        return;
    bool go = str_ends(name, ".go"), module = str_is(name, "go.mod");
    EntryKind kind = kind_of(directory, e);
    if (kind == ENTRY_FOLDER) {
        vec_push(a, &l->folders, (Str){arena_strndup(a, name.ptr, name.len), name.len});
        return;
    }
    if (!go && !module)
        return;
    if (kind == ENTRY_LINK && leads_to_folder(directory, e->d_name))
        return;
    l->has_go_mod |= module;
    if (go)
        vec_push(a, &l->files, (Str){arena_strndup(a, name.ptr, name.len), name.len});
}

static int compare_names(const void *a, const void *b)
{
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

Listing listing_read(Arena *a, const char *directory)
{
    Listing l = {0};
    DIR *d = opendir(directory);
    if (!d) {
        l.error = arena_printf(a, "%s", strerror(errno));
        return l;
    }
    errno = 0;
    for (struct dirent *e; (e = readdir(d)) != NULL; errno = 0)
        add_entry(a, &l, dirfd(d), e);
    if (errno != 0)
        l.error = arena_printf(a, "%s", strerror(errno));
    closedir(d);
    if (l.files.len > 1)
        qsort(l.files.data, l.files.len, sizeof *l.files.data, compare_names);
    if (l.folders.len > 1)
        qsort(l.folders.data, l.folders.len, sizeof *l.folders.data, compare_names);
    return l;
}

bool path_is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

// Puts the parts of `path` behind `out`, which is absolute and clean ("" stands for "/").
static size_t add_parts(char *out, size_t len, Str path)
{
    for (size_t at = 0; at < path.len;) {
        size_t end = at;
        while (end < path.len && path.ptr[end] != '/')
            end++;
        Str part = str_sub(path, at, end);
        at = end + 1;
        if (part.len == 0 || str_is(part, "."))
            continue;
        if (str_is(part, "..")) {
            while (len > 0 && out[--len] != '/')
                ;
            continue;
        }
        out[len++] = '/';
        memcpy(out + len, part.ptr, part.len);
        len += part.len;
    }
    return len;
}

const char *path_clean(Arena *a, const char *base, Str path)
{
    Str root = str_of(base);
    char *out = arena_alloc(a, root.len + path.len + 3);
    size_t len = 0;
    if (!str_starts(path, "/"))
        len = add_parts(out, 0, root);
    len = add_parts(out, len, path);
    if (len == 0)
        out[len++] = '/';
    out[len] = 0;
    return out;
}

bool path_below(Str path, Str root, Str *below)
{
    if (root.len == 1) // "/"
        root.len = 0;
    if (path.len < root.len || !str_eq(str_sub(path, 0, root.len), root))
        return false;
    if (path.len > root.len && path.ptr[root.len] != '/')
        return false;
    *below = str_sub(path, root.len + 1, path.len);
    return true;
}

// path.h - names of files: made absolute, compared with directories, looked for upwards.
#ifndef CURFEW_BASE_PATH_H
#define CURFEW_BASE_PATH_H

#include "base/str.h"

// The absolute path of `path`, with the links on its way to an existing directory followed and `.`, `..` and
// double slashes taken out, so that two names of one file compare equal. The file itself need not exist and,
// where it is a link, is not followed.
const char *path_absolute(Arena *a, const char *path);

// The part of `path` below `dir`, both absolute: "a/b.go", or "" for the directory itself; NULL when it
// does not lie there.
const char *path_under(const char *dir, const char *path);

// The directory part of a path: "." where it has none.
const char *path_directory(Arena *a, const char *path);

// `name` in `dir`, unless `name` is absolute.
const char *path_join(Arena *a, const char *dir, const char *name);

// As it is shown to a person: relative where it lies below the current directory, else absolute.
const char *path_shown(Arena *a, const char *absolute);

bool path_exists(const char *path);

// Looks for a file called `name` in `dir`, which is absolute, and in the directories above it. Where `stop`
// is given, a directory that holds an entry of that name is the last one. NULL when there is none.
const char *path_find_up(Arena *a, const char *dir, const char *name, const char *stop);

#endif

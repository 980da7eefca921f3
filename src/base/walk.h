// walk.h - the files below a directory.
#ifndef CURFEW_BASE_WALK_H
#define CURFEW_BASE_WALK_H

#include "base/str.h"
#include "base/vec.h"

typedef VEC(const char *) PathList;

// Directories nested deeper than this are refused: a real tree has a dozen levels, and a loop of
// symbolic links has no end.
enum { WALK_DEPTH_MAX = 64 };

// Adds to `out` the paths, relative to `directory`, of all files below it whose name ends in
// `suffix`, in byte order. Names that begin with a dot are passed over. Returns false and a message
// without the path of `directory` on failure.
bool walk_files(Arena *a, const char *directory, const char *suffix, PathList *out,
                const char **error);

#endif

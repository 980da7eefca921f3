// listing.h - what lies in a directory, as far as packages are concerned; and the arithmetic of
// paths. Private to src/load.
#ifndef CURFEW_LOAD_LISTING_H
#define CURFEW_LOAD_LISTING_H

#include "base/str.h"
#include "base/vec.h"

typedef struct Listing {
    VEC(Str) files;    // names that end in .go and are no directories, in byte order
    VEC(Str) folders;  // directories themselves, not links to them, in byte order
    bool has_go_mod;   // a module begins here
    const char *error; // why it could not be read, or NULL; what was read until then is there
} Listing;

// Lists an absolute path.
Listing listing_read(Arena *a, const char *directory);

// Whether `path` leads to a directory, also through links.
bool path_is_directory(const char *path);

// `path` without empty parts, "." and "..", after `base` where it is relative. `base` is absolute.
// Symbolic links are not looked at (path/filepath's Clean).
const char *path_clean(Arena *a, const char *base, Str path);

// Whether `path` is `root` or lies below it; both absolute and clean. *below is then the rest
// without a slash in front.
bool path_below(Str path, Str root, Str *below);

#endif

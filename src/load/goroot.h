// goroot.h - where a Go tree is. Private to src/load.
#ifndef CURFEW_LOAD_GOROOT_H
#define CURFEW_LOAD_GOROOT_H

#include "base/str.h"

// What the search needs to know of the surroundings; all may be empty.
typedef struct RootSearch {
    Str path;        // PATH
    Str home;        // HOME
    Str modcache;    // GOMODCACHE
    Str gotoolchain; // GOTOOLCHAIN of the environment or the user's file; go.env's value counts
                     // less
    const char *toolchain; // that the main module names, or NULL
} RootSearch;

// Whether the directory holds a standard library.
bool goroot_is(const char *directory);

// The directory of the Go tree that the go command would come to; NULL when there is none.
const char *goroot_find(Arena *a, const RootSearch *search);

// The version in its VERSION file ("1.26.8"); empty when it does not say.
Str goroot_version(Arena *a, const char *root);

// N of its version 1.N, also of a tree that was not released; 0 when nothing says.
uint32_t goroot_minor(Arena *a, const char *root);

// Reads a small file whole. False when it cannot be read or is larger than a file of this sort ever
// is.
bool goroot_read_file(Arena *a, const char *path, Str *text);

#endif

// buildcontext.h - which files of a directory take part in a build: GOOS, GOARCH, tags, and the
// //go:build lines and file names that are judged by them (`go help buildconstraint`).
#ifndef CURFEW_LOAD_BUILDCONTEXT_H
#define CURFEW_LOAD_BUILDCONTEXT_H

#include "base/vec.h"
#include "load/constraint.h"
#include "load/goenv.h"

typedef struct BuildContext {
    Str goos, goarch;
    VEC(Str) tags;       // --tags or GOFLAGS' -tags
    VEC(Str) experiment; // names of GOEXPERIMENT that are on, those of the toolchain's default too
    VEC(Str) tool_tags;  // "amd64.v1", …
    bool cgo;
    uint32_t go_minor; // release tags go1.1 … go1.N hold
} BuildContext;

// Overrides are NULL where the command line does not say. `tags` is a list as -tags takes it
// (commas or spaces). Everything is allocated in `a`.
BuildContext buildcontext_new(Arena *a, const GoEnv *env, const char *goos, const char *goarch,
                              const char *tags);

// Whether one tag holds.
bool buildcontext_tag(const BuildContext *b, Str tag);

// Whether a file name's _GOOS, _GOARCH, _GOOS_GOARCH suffixes admit it.
bool buildcontext_name(const BuildContext *b, Str file_name);

// The suffix by which the name is judged ("_windows_amd64"); empty when it has none.
Str buildcontext_suffix(Str file_name);

// The tags as constraint_eval asks for them; `b` must outlive the value.
ConstraintTags buildcontext_tags(const BuildContext *b);

#endif

// modules.h - which directory an import path lives in: the main module or workspace, vendor
// directories, the module cache, GOROOT.
//
// The rules are the go command's (https://go.dev/ref/mod): minimal version selection over pruned
// module graphs, replace, exclude, workspaces, vendoring. Nothing is downloaded: a module whose
// go.mod or source is not in the cache is said to be missing, and the rest goes on.
#ifndef CURFEW_LOAD_MODULES_H
#define CURFEW_LOAD_MODULES_H

#include "base/vec.h"
#include "load/goenv.h"

// One module of the build list.
typedef struct Module {
    Str path, version; // version is "" for main modules
    // What a replace line puts in its place: a path and a version, or a directory as it is written
    // and no version; both empty where nothing does.
    Str replaced_by, replaced_version;
    const char *dir;   // where its source is; NULL when it is not to be had
    uint32_t go_minor; // language version 1.N of its go line (Go's default where it has none)
    bool main;         // the main module, or one of the workspace
} Module;

typedef struct ModuleFault {
    const char *path; // file
    uint32_t line;    // 0: the whole file
    const char *reason;
} ModuleFault;

typedef struct Modules Modules;

// Finds and reads go.work or go.mod upwards of `dir` (an absolute, clean path), GOFLAGS' -mod and
// -modfile, GOWORK, and vendor/modules.txt. Always gives a value; without a go.mod it knows GOROOT
// alone.
Modules *modules_new(const GoEnv *env, const char *dir);
void modules_free(Modules *m);

const ModuleFault *modules_faults(const Modules *m, uint32_t *count); // in order of discovery

// The directory of the main module or workspace; NULL without a go.mod.
const char *modules_root(const Modules *m);
uint32_t modules_main_count(const Modules *m);
const Module *modules_main(const Modules *m, uint32_t index);

// The toolchain that the go.mod or go.work upwards of `dir` names ("go1.27.3"), for goenv_new; NULL
// when there is none. Allocated in `a`.
const char *modules_toolchain(Arena *a, const char *const *environment, const char *dir);

// N of the go line 1.N that decides the main module's timers and its default godebug settings; and
// the value of a godebug line of go.mod or go.work ("" when there is none).
uint32_t modules_go_minor(const Modules *m);
Str modules_godebug(const Modules *m, const char *key);

// Whole build list, main modules first, then by path; for `all` and patterns with dots.
uint32_t modules_count(const Modules *m);
const Module *modules_at(const Modules *m, uint32_t index);

// The import path of a program that `tool` lines of the main modules name; empty behind the last.
Str modules_tool(const Modules *m, uint32_t index);

typedef enum FoundKind {
    FOUND_NOWHERE,  // `reason` says why
    FOUND_STANDARD, // in GOROOT/src, also its vendor tree
    FOUND_MODULE,   // in a module (main, cached, replaced) or the vendor directory
} FoundKind;

typedef struct Found {
    FoundKind kind;
    Str path; // canonical import path ("vendor/golang.org/x/net/dns/dnsmessage" inside GOROOT)
    const char *dir;      // absolute
    const Module *module; // NULL for the standard library
    const char *reason; // of FOUND_NOWHERE: "no required module provides it", "example.com/x@v1.2.3
                        // is not in the module cache", …
} Found;

// Where the package is that a file of `importer_standard` (GOROOT) or else of a module imports as
// `path`. A directory counts when it has Go files. May be called from one thread at a time.
Found modules_find(Modules *m, Str path, bool importer_standard);

// The import path that a directory (absolute, clean) has as a package of the build list or GOROOT;
// FOUND_NOWHERE for directories outside all of them.
Found modules_find_dir(Modules *m, const char *dir);

// Whether an `ignore` line of the module that a directory (absolute, clean) lies in keeps `...` out
// of it.
bool modules_ignores(const Modules *m, const char *dir);

#endif

// load.h - from what the user named to the graph of packages: which directories, which of their
// files, and who imports whom, leaves first.
//
// Only the heads of files (constraints, package clause, imports) are read here. A package with test
// files stands in the graph several times, as in the go command: plain, together with its
// in-package tests, and its external tests; what external tests import is the variant with tests.
// Each file that is named is named once: a test file in the variant that it makes, any other in the
// plain package.
#ifndef CURFEW_LOAD_LOAD_H
#define CURFEW_LOAD_LOAD_H

#include "load/buildcontext.h"
#include "load/modules.h"

typedef struct LoadOptions {
    const char *const *environment; // NULL-ended "NAME=value"; NULL: that of the process
    const char *dir;                // what patterns are relative to; NULL: the current directory
    const char *const *patterns;    // import paths, directories, files, `...`; none: "./..."
    uint32_t pattern_count;
    const char *goos, *goarch, *tags; // NULL: as the surroundings say
    bool no_tests;                    // leave test files out
    bool no_deps;                     // named packages only; imports are looked for, but not read
} LoadOptions;

typedef struct GoFile {
    const char *path;  // to show: relative to LoadOptions.dir where it lies below it. To be opened
                       // only where that is the current directory; else LoadPackage.dir and name
    Str name;          // base name
    uint32_t go_minor; // language version 1.N of this file; 0: nothing says
    bool is_test;      // NAME_test.go
    bool generated;    // has a "// Code generated … DO NOT EDIT." line
    bool cgo;          // imports "C"
    bool named;        // findings in it are wanted
    const char
        *head_error; // package clause or imports do not parse, and no import is known; or NULL
    uint32_t head_error_line;
} GoFile;

// A file that is no part of the package, and why: "//go:build linux && !cgo", "its name ends in
// _windows", "package other", "cgo is off", …
typedef struct ExcludedFile {
    const char *path;
    Str name;
    const char *reason;
} ExcludedFile;

typedef enum PackageVariant {
    PACKAGE_PLAIN,
    PACKAGE_TESTED,   // with its in-package test files
    PACKAGE_EXTERNAL, // the external tests: package p_test
} PackageVariant;

// One import as it is written, and what it means for this package.
typedef struct LoadImport {
    Str spec;
    uint32_t package; // index into LoadGraph.packages; UINT32_MAX when its source is not to be had
    const char *reason; // then: why; NULL where LoadOptions.no_deps left it out
} LoadImport;

typedef struct LoadPackage {
    Str path; // canonical import path (outside of modules the package's name); of external tests
              // with _test at its end
    Str name; // of the package clause
    const char *dir; // absolute
    PackageVariant variant;
    uint32_t set;         // the variants of one package share this number
    const Module *module; // NULL: standard library, or a directory outside of any module
    bool standard;
    bool named;        // findings in a file of it are wanted
    VEC(GoFile) files; // in name order; none where constraints exclude all of a named directory's
    VEC(ExcludedFile) excluded; // of named packages
    VEC(LoadImport) imports;    // each spec once, sorted
    VEC(Str) embeds;            // patterns of //go:embed
    VEC(Str) debugs;            // KEY=VALUE of //go:debug lines
} LoadPackage;

typedef struct LoadFault {
    const char *path; // file, directory or pattern
    uint32_t line;    // 0: all of it
    const char *reason;
    bool aside; // it concerns dependencies only: what was named is read whole
} LoadFault;

typedef struct LoadGraph {
    Arena arena;
    GoEnv *env;
    Modules *modules;
    BuildContext context;
    VEC(LoadPackage) packages; // every package after those that it imports; ties by path
    VEC(LoadFault)
    faults; // import cycles, unreadable files, symbolic link loops, patterns without a match
    uint64_t files_read, bytes_read;
} LoadGraph;

// Always gives a graph. Same input, same graph, whatever the order in which directories list.
LoadGraph *load_packages(const LoadOptions *options);
void load_free(LoadGraph *g);

#endif

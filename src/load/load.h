// load.h - from what the user named to the graph of packages: which directories, which of their
// files, and who imports whom, leaves first.
//
// Only the heads of files (constraints, package clause, imports) are read here. A package with test
// files stands in the graph several times, as in the go command: plain, together with its
// in-package tests, and its external tests; what external tests import is the variant with tests.
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
    bool no_deps;                     // named packages only, imports unresolved (curfew list)
} LoadOptions;

typedef struct GoFile {
    const char *path;  // to open and to show: relative to LoadOptions.dir where it lies below it
    Str name;          // base name
    uint32_t go_minor; // language version 1.N of this file
    bool is_test;      // NAME_test.go
    bool generated;    // has a "// Code generated … DO NOT EDIT." line
    bool cgo;          // imports "C"
    bool named;        // findings in it are wanted
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
    uint32_t package;   // index into LoadGraph.packages; UINT32_MAX when its source is not to be had
    const char *reason; // then: why
} LoadImport;

typedef struct LoadPackage {
    Str path; // canonical import path; of external tests with _test at its end
    Str name; // of the package clause
    const char *dir;
    PackageVariant variant;
    const Module *module; // NULL: standard library, or a directory outside of any module
    bool standard;
    bool named; // findings in it are wanted
    VEC(GoFile) files; // in name order
    VEC(ExcludedFile) excluded; // of named packages
    VEC(LoadImport) imports;    // each spec once, sorted
    VEC(Str) embeds;            // patterns of //go:embed
} LoadPackage;

typedef struct LoadFault {
    const char *path; // file, directory or pattern
    uint32_t line;    // 0: all of it
    const char *reason;
} LoadFault;

typedef struct LoadGraph {
    Arena arena;
    GoEnv *env;
    Modules *modules;
    BuildContext context;
    VEC(LoadPackage) packages; // every package after those that it imports; ties by path
    VEC(LoadFault) faults;     // import cycles, unreadable files, symbolic link loops, patterns without a match
    uint64_t files_read, bytes_read;
} LoadGraph;

// Always gives a graph. Same input, same graph, whatever the order in which directories list.
LoadGraph *load_packages(const LoadOptions *options);
void load_free(LoadGraph *g);

#endif

// loader.h - what the files of the loader share. Private to src/load.
//
//   load.c         entry; from imports to units, until there are no new ones
//   operands.c     from patterns to units
//   named_files.c  from files that are named one by one to units
//   unit.c         which files of a directory make a package
//   graph.c        from units to the graph of packages
#ifndef CURFEW_LOAD_LOADER_H
#define CURFEW_LOAD_LOADER_H

#include "base/map.h"
#include "base/names.h"
#include "load/head.h"
#include "load/listing.h"
#include "load/load.h"

// What a file is part of: each adds to the one before it.
typedef enum FileRole { ROLE_PLAIN, ROLE_TEST, ROLE_EXTERNAL } FileRole;

typedef struct UnitFile {
    Str name;
    const char *path; // to show
    Head head;
    FileRole role;
    bool is_test;
    bool named;
} UnitFile;

#define NO_UNIT UINT32_MAX
#define NO_NODE UINT32_MAX

// What one import means. Without a unit, `reason` says why; or it is NULL where dependencies are
// not wanted.
typedef struct Target {
    uint32_t unit;
    const char *reason;
} Target;

// A package with its tests, before it is split into the variants that the graph has.
typedef struct Unit {
    Str path; // canonical import path; the name of the package clause outside of modules
    Str name;
    const char *dir; // absolute
    Str shown;       // what stands before a file's name when its path is shown
    const Module *module;
    bool standard;
    bool located;        // `path` is an import path: the build list or GOROOT has it
    bool named;          // findings in it are wanted
    bool wanted;         // it is named or imported
    bool tests;          // test files are read
    VEC(UnitFile) files; // in name order
    VEC(ExcludedFile) excluded;
    uint32_t nodes[3]; // of the graph, for each PackageVariant
} Unit;

typedef struct Loader {
    LoadGraph *graph;
    Arena *arena;  // the graph's
    Arena scratch; // emptied between steps
    const LoadOptions *options;
    const char *dir; // absolute
    bool everything; // the pattern `all`: every package is named
    Names *names;    // of import paths and specs
    VEC(Unit *) units;
    Map by_path; // Name of the path → unit
    Map by_dir;  // Name of the directory → unit; those that have no import path
    VEC(Target) targets;
    Map by_spec;  // Name of a spec and kind of its importer → index of `targets`
    char *buffer; // that files are read into
    size_t buffer_size;
} Loader;

void loader_fault(Loader *l, const char *path, uint32_t line, const char *reason);

// How a path is shown: relative to the directory that patterns are relative to, where it is below.
const char *loader_shown(Loader *l, const char *path);

// ---- unit.c ----

// The unit of a place that modules_find or modules_find_dir gave, or of a directory that has no
// import path; NULL when there is none yet.
Unit *unit_find(Loader *l, const Found *found);

// A new unit without files. unit_add makes it known under its path or directory.
Unit *unit_new(Loader *l, const Found *found);
void unit_add(Loader *l, Unit *u);

// Chooses the unit's files among those of its directory. `listing` may be NULL.
void unit_read(Loader *l, Unit *u, const Listing *listing);

// Reads a file's head from an open directory. False when it cannot be read: the reason is in
// *error.
bool unit_read_head(Loader *l, int directory, Str name, Head *out, const char **error);

// Why a file is no part of the build by its name, or by its head; or NULL.
const char *unit_name_excludes(Loader *l, Str name);
const char *unit_head_excludes(const Loader *l, const Head *h, bool is_test);

// The path under which a file of the unit is shown.
const char *unit_file_path(Loader *l, const Unit *u, Str name);

// ---- operands.c, named_files.c ----

void operands_expand(Loader *l);

// Files named on the command line, one after the other.
typedef VEC(const char *) FileOperands;
void named_files_add(Loader *l, const FileOperands *files);

// ---- load.c ----

// Whether no part of the path is empty, "." or "..": only then it may be joined to a directory.
bool loader_is_import_path(Str spec);

// Whether an import stands for a package of the graph: all but "C" and "unsafe" do.
bool loader_follows(Str spec);

// Whether `spec` is an external test's import of what it tests.
bool unit_imports_itself(const Unit *u, FileRole role, Str spec);

// What `spec` means in the files of `u`.
Target loader_target(Loader *l, const Unit *u, Str spec);

// ---- graph.c ----

void graph_build(Loader *l);

#endif

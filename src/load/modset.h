// modset.h - what the files behind modules.h share. Private to src/load.
//
//   modules.c     entry; which go.work and go.mod count, and what they say together
//   modset.c      single modules: replacements, go.mod files, directories
//   modgraph.c    which versions are selected
//   vendor.c      vendor/modules.txt
//   modfind.c     which module and directory an import path means, and the other way round
#ifndef CURFEW_LOAD_MODSET_H
#define CURFEW_LOAD_MODSET_H

#include "base/map.h"
#include "base/names.h"
#include "load/modfile.h"
#include "load/modules.h"
#include "load/vendor.h"

// The part of a module's go.mod that matters to those that need it.
typedef struct Summary {
    Str module;  // path that it gives itself
    bool pruned; // its go.mod lists all that its packages need (go 1.17)
    uint32_t go_minor;
    VEC(ModVersion) requires; // without excluded versions
    VEC(Str) ignores;
} Summary;

// A module at a version.
typedef struct Known {
    Module module; // what is handed out
    ModVersion mod;
    const char *missing;    // why there is no directory
    bool local;             // its directory may hold other modules
    bool finished;          // module.go_minor is known
    const Summary *summary; // NULL until it is read
} Known;

typedef struct MainModule {
    Known known;
    const char *file; // its go.mod
    ModFile mod;
    bool in_goroot; // the standard library itself, or its commands
    Map replaces;   // path and version (0: all) → index of ModSet.replacements
} MainModule;

typedef struct Replacement {
    ModVersion to;
    const char *dir; // absolute, where `to` is a directory
} Replacement;

typedef struct GraphNode {
    ModVersion mod;
    Name path, version;
    Known *known;    // NULL for main modules until they are looked up
    unsigned queued; // bits of the prunings that it was loaded with
    bool read;       // `requires` is filled
    VEC(uint32_t) requires;
} GraphNode;

typedef struct ModGraph {
    VEC(GraphNode) nodes;
    Map by_mod;   // path and version → node
    Map selected; // path → node
} ModGraph;

typedef struct ModSet {
    Arena arena;
    Arena scratch; // for files while they are read
    Names *names;
    const GoEnv *env;
    Str cache;      // GOMODCACHE
    Str goroot_src; // GOROOT/src, and where it is once links are followed; empty without a GOROOT
    Str goroot_real;
    const char *root; // NULL without a go.mod
    const char *dir;  // that the search began from
    bool workspace;
    const char *work_file;
    ModFile work;
    VEC(MainModule) mains;
    VEC(ModuleFault) faults;
    uint32_t missing_mods; // go.mod files that are not in the module cache
    uint32_t missing_fault;
    VEC(Replacement) replacements;
    Map work_replaces;     // of go.work: path and version (0: all) → index of `replacements`
    Map work_paths;        // paths that go.work replaces at some version
    Map mod_replaces;      // of all go.mod files; where several say something else, the last
    Map excludes;          // path and version
    Map summaries;         // path and version (or directory and 0) → Summary *
    Map known;             // path and version → Known *
    bool pruned;           // the main module's requirements are all that its packages need
    VEC(ModVersion) roots; // requirements of the single main module
    Map root_versions;     // path → index of `roots`, the highest version
    bool untidy;           // and is known not to be
    bool graph_loaded;
    ModGraph graph;
    VEC(Known *) build_list; // main modules first, then by path
    bool vendored;
    Vendor vendor;
} ModSet;

struct Modules {
    ModSet *set;
};

void modset_fault(ModSet *s, const char *path, uint32_t line, const char *reason);

static inline uint64_t modset_key(ModSet *s, Str path, Str version)
{
    return map_pair(name_of(s->names, path).v, name_of(s->names, version).v);
}

// ---- modset.c ----

// The main module with that path, or NULL.
MainModule *modset_main(ModSet *s, Str path);

// What replaces a module, or NULL.
const Replacement *modset_replacement(ModSet *s, ModVersion mod);

// The module at that version, made when it is first asked for. Its directory is looked for, its
// go.mod is not read.
Known *modset_known(ModSet *s, ModVersion mod);

// Its go.mod, after replacement. Never NULL: a missing one requires nothing.
const Summary *modset_summary(ModSet *s, Known *k);

// Makes it fit to be handed out.
const Module *modset_finish(ModSet *s, Known *k);

// ---- modgraph.c ----

// Loads the whole graph of requirements and the build list, once.
void modgraph_load(ModSet *s);

// The module of that path that a package may come from: in the graph if it is loaded, else among
// the main modules and what the main module requires. NULL when there is none.
Known *modgraph_selected(ModSet *s, Str path);

// Whether a module that is about to be used requires more than the main module's go.mod says; then
// the graph is loaded.
void modgraph_check(ModSet *s, Known *k);

// Makes a module that provides a package, but that the main module does not require, a requirement
// of it: what a pruned graph knows of such a module is not enough for its packages. Whether the
// graph has changed.
bool modgraph_promote(ModSet *s, Known *k);

#endif

// modfile.h - what go.mod and go.work files say (https://go.dev/ref/mod#go-mod-file,
// https://go.dev/ref/mod#go-work-file). Private to src/load.
#ifndef CURFEW_LOAD_MODFILE_H
#define CURFEW_LOAD_MODFILE_H

#include "load/modsyntax.h"

// Who reads a file decides what must be right in it.
typedef enum ModFileKind {
    MODFILE_MAIN,
    MODFILE_DEPENDENCY, // only what matters to those that need the module; the rest may be anything
    MODFILE_WORK,
} ModFileKind;

typedef struct ModVersion {
    Str path, version;
} ModVersion;

typedef struct ModRequire {
    ModVersion mod;
    uint32_t line;
    bool indirect;
} ModRequire;

typedef struct ModReplace {
    ModVersion from; // version empty: all versions
    ModVersion to;   // version empty: path is a directory
    uint32_t line;
} ModReplace;

typedef struct ModRetract {
    Str low, high;
} ModRetract;

typedef struct ModSetting {
    Str key, value;
} ModSetting;

typedef struct ModUse {
    Str path;
    uint32_t line;
} ModUse;

typedef struct ModFile {
    Str module; // path; empty without a module line
    Str go;     // version of the go line; empty without one
    Str toolchain;
    VEC(ModRequire) requires;
    VEC(ModVersion) excludes;
    VEC(ModReplace) replaces;
    VEC(ModRetract) retracts;
    VEC(ModSetting) godebug;
    VEC(Str) tools, ignores;
    VEC(ModUse) uses;
    ModFileFaults faults; // in line order of each pass
} ModFile;

// Reads a file. What is wrong is left out and said in `faults`. Views into `text` are not kept.
ModFile modfile_read(Arena *a, Str text, ModFileKind kind);

#endif

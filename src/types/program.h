// program.h - checks every package of a load graph, leaves first, on a pool of workers.
//
// A package is reached by others through its byte form alone, so what was read and checked is freed
// as soon as its form is made and its visitor is done: at any time only the packages in work have
// trees. Forms live until the program is freed.
#ifndef CURFEW_TYPES_PROGRAM_H
#define CURFEW_TYPES_PROGRAM_H

#include "base/drafts.h"
#include "base/progress.h"
#include "load/load.h"
#include "types/types.h"

typedef struct Program Program;

// One checked package while its trees live. `sources` and `asts` stand in the order of
// load->files; both are NULL for a file that could not be read.
typedef struct ProgramPackage {
    const Program *program;
    const LoadPackage *load;
    Source **sources;
    Ast **asts;
    Package *types;
    bool bodies;    // function bodies were checked
    bool keep;      // set by the visitor: trees and types live as long as the program
    bool keep_text; // set by the visitor: the sources do
    bool changed;   // set by the visitor: importers must be checked again whatever the form
    uint64_t ns;    // processor time for reading, syntax and types
} ProgramPackage;

typedef enum ProgramBodies {
    BODIES_NAMED, // nobody else's
    BODIES_MAIN,  // those of all packages of the main module or workspace
    BODIES_ALL,   // those of all dependencies
} ProgramBodies;

typedef struct ProgramOptions {
    Names *names;
    ModelStore *models;
    Importer fallback; // for what the graph has no source of
    uint32_t workers;
    uint32_t go_minor; // language version 1.N of files where nothing says
    const Drafts *drafts; // by GoFile.path: read in place of the files; may be NULL
    Progress *progress;   // counts packages; may be NULL
    ProgramBodies bodies; // whose function bodies are checked, beside those of packages that are named
    // Called by the worker that checked it, for every package whose bodies were checked; may be
    // NULL. Several calls run at the same time.
    void (*visit)(void *ctx, uint32_t worker, uint32_t package, ProgramPackage *p);
    void *ctx;
} ProgramOptions;

// Of the last run.
typedef struct ProgramStats {
    uint64_t packages, files, bytes;
    uint64_t ns_syntax, ns_types, ns_export; // summed over the workers
    size_t bytes_syntax, bytes_types;        // of all packages, though never at one time
    size_t bytes_forms;
} ProgramStats;

// A file of a package that is named which could not be read.
typedef struct ProgramFault {
    const char *path, *reason;
} ProgramFault;

// Checks all packages of the graph, which must outlive the result.
Program *program_check(const LoadGraph *graph, const ProgramOptions *options);
void program_free(Program *p);

// Reads the packages of these numbers anew and checks them again, and then those that were checked by
// their forms, or by forms that change thereby. Where a form comes out as it was, its importers are
// left alone. Packages that a visitor kept must not be among those that are checked again.
void program_recheck(Program *p, const uint32_t *changed, uint32_t count);

// The number of the package that an import path stands for in a package; UINT32_MAX when the graph has
// no source of it. May be asked by visitors.
uint32_t program_package(const Program *p, const LoadPackage *importer, Str path);

const ProgramStats *program_stats(const Program *p);
// In the order of the graph's packages and their files.
const ProgramFault *program_faults(const Program *p, uint32_t *count);

#endif

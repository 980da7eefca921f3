// check_state.h - what the parts of a check share. Private to check*.c.
#ifndef CURFEW_RULES_CHECK_STATE_H
#define CURFEW_RULES_CHECK_STATE_H

#include "flow/summary.h"
#include "rules/stages.h"
#include "syntax/snippet.h"
#include "types/program.h"

// One text: a Go file, or a block of a document.
typedef struct Unit {
    const Source *source;
    Ast *ast;
    Span own; // only findings in here are reported
    const Overlay *overlay; // what completes a block; NULL for files
    uint32_t first_block;   // unit of the document's first block: overlays count from there
    bool is_file;
    bool grouped;
} Unit;

typedef struct Kept {
    Package *package;
    StageValues values;
} Kept;

typedef struct CheckState {
    Names *names;
    ModelStore *models;
    Importer importer; // of models
    VEC(Unit) units;
    VEC(Kept) packages;
    Program *program; // of the load graph, or NULL
    Outcome *outcomes; // of its packages
    Summaries **summaries; // of its packages, NULL where bodies are not looked at
    uint32_t outcome_count;
    Outcome texts; // of everything else
    const Source *const *sources; // the texts that were given
    uint32_t source_count;
} CheckState;

// Reads and analyses texts that belong to no loaded package.
void check_texts(CheckState *s, const CheckOptions *options, uint32_t go_minor,
                 const Source *const *sources, uint32_t count);

// Analyses the packages of options->graph.
void check_program(CheckState *s, const CheckOptions *options, uint32_t go_minor);

#endif

// modsyntax.h - the lines of go.mod and go.work files: words, strings, blocks, comments
// (https://go.dev/ref/mod#go-mod-file-lexical). What the lines say is the business of modfile.h.
// Private to src/load.
#ifndef CURFEW_LOAD_MODSYNTAX_H
#define CURFEW_LOAD_MODSYNTAX_H

#include "base/str.h"
#include "base/vec.h"

typedef struct ModFileFault {
    uint32_t line;
    const char *reason;
} ModFileFault;

typedef VEC(ModFileFault) ModFileFaults;

typedef struct ModLine {
    uint32_t line;
    Str verb;       // first word; inside a block, that of the block
    VEC(Str) words; // the others as they are written; strings have their quotes
    Str comment;    // behind them, with its //
    bool opens;     // a block begins
    bool inside;    // stands in a block
} ModLine;

typedef VEC(ModLine) ModLines;

// Cuts `text` into lines. Any bytes may be given: a line that has a fault is left out, and the rest
// goes on. Views are into `text`.
void modsyntax_read(Arena *a, Str text, ModLines *lines, ModFileFaults *faults);

// The text that a word stands for. False and a reason when its quotes are wrong.
bool modsyntax_unquote(Arena *a, Str word, Str *text, const char **reason);

#endif

// embedded.h - files that are built into the program: library models and rule pages.
//
// The arrays are generated from models/ and docs/rules/ by tools/embed.c at build time, sorted by
// name (strcmp order), constant, and valid for the life of the process.
#ifndef CURFEW_BASE_EMBEDDED_H
#define CURFEW_BASE_EMBEDDED_H

#include <stddef.h>

typedef struct EmbeddedFile {
    const char *name;          // models: import path ("net/http"); rules: slug ("lost-cancel")
    const unsigned char *data; // `len` bytes, then one NUL
    size_t len;
} EmbeddedFile;

extern const EmbeddedFile embedded_models[];
extern const size_t embedded_models_count;

extern const EmbeddedFile embedded_rules[];
extern const size_t embedded_rules_count;

#endif

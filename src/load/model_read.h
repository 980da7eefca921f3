// model_read.h - from the tree of a model file to what it says. Private to src/load.
#ifndef CURFEW_LOAD_MODEL_READ_H
#define CURFEW_LOAD_MODEL_READ_H

#include "load/model.h"

typedef struct ModelFault {
    uint32_t offset;    // in the model file
    const char *reason; // in the arena given to model_read
} ModelFault;

// Fills pkg->name and pkg->entries from pkg->ast. Returns false at the first fault of the file: a
// syntax error, a missing `//curfew:models 0`, a body, a directive that is unknown, malformed,
// names a target that its declaration lacks, or stands at no declaration.
bool model_read(Arena *arena, Names *names, ModelPackage *pkg, ModelFault *fault);

#endif

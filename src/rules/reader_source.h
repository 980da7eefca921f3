// reader_source.h - what a reader reads from in the end.
#ifndef CURFEW_RULES_READER_SOURCE_H
#define CURFEW_RULES_READER_SOURCE_H

#include "rules/evidence.h"

typedef enum SourceKind {
    SOURCE_MEMORY,  // or another reader that ends or waits for nobody
    SOURCE_UNSEEN,  // what it is depends on code that is not seen
    SOURCE_FILE,    // opened by name: a regular file, a pipe or a device
    SOURCE_OUTSIDE, // a connection, a listener, a pipe, standard input
} SourceKind;

typedef struct ReaderSource {
    SourceKind kind;
    FuncId func;   // where `value` is the source itself, without its wrappers
    IrValue value;
    AbsId object;  // the result that it was opened as; none for a variable of the library
    const char *what; // "a network connection", for messages
} ReaderSource;

typedef struct ReaderSources {
    VEC(ReaderSource) items;
} ReaderSources;

// All that the reader (or connection, or listener) may read from, in the scratch arena.
ReaderSources reader_sources(RuleContext *ctx, FuncId func, IrValue reader);

// What the model says of a read from values of the type: the effect that blocks, or NULL.
const Effect *reader_blocks(const RuleContext *ctx, TypeId t);

#endif

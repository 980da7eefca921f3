// head.h - the beginning of a Go file: what decides whether it takes part in a build, its package
// clause and its imports. Private to src/load.
#ifndef CURFEW_LOAD_HEAD_H
#define CURFEW_LOAD_HEAD_H

#include "base/vec.h"
#include "load/constraint.h"

typedef struct HeadImport {
    Str path; // unquoted
    uint32_t line;
} HeadImport;

typedef struct Head {
    Str package;       // name in the package clause; empty where there is none
    Str excluding;     // the constraint line that does not hold; empty when the file takes part
    uint32_t go_minor; // that its //go:build line demands; 0: none
    bool generated;    // has a "// Code generated … DO NOT EDIT." line
    bool cgo;          // imports "C"
    VEC(HeadImport) imports; // in source order; without those of a head that does not parse
    VEC(Str) embeds;         // patterns of //go:embed
    VEC(Str) debugs;         // KEY=VALUE of //go:debug lines
    // Why the file is none for Go (a constraint that does not parse, two of them, a NUL), or NULL.
    const char *refused;
    // The package clause or an import does not parse.
    const char *error;
    uint32_t error_line; // of refused or error
} Head;

// Reads the head of the file that begins with `text`. `whole` says that this is the entire file;
// otherwise the result is false when more of it is needed. Views into `text` are not kept:
// strings are copied to `a`. Any bytes may be given.
bool head_read(Arena *a, Str text, bool whole, ConstraintTags tags, Head *out);

#endif

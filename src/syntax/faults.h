// faults.h - the list of syntax errors that a scan and a parse fill. Private to src/syntax.
#ifndef CURFEW_SYNTAX_FAULTS_H
#define CURFEW_SYNTAX_FAULTS_H

#include "syntax/ast.h"

// How many errors one phase (encoding, scanning, parsing) lists for one file. A file with more is
// no Go source or is hostile, and nobody reads further; the cap keeps memory small for it. One
// last error says that the rest is left out.
enum { FAULTS_PER_PHASE = 1000 };

typedef struct Faults {
    SyntaxError *items;
    uint32_t count, cap;
    uint32_t phase_start; // count when the running phase began
    Arena arena;          // owns items and messages
} Faults;

void faults_begin_phase(Faults *f);

// Adds an error, unless the phase has had its share or the error before it is at the same offset.
void faults_add(Faults *f, uint32_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Whether faults_add would drop an error at this offset: then its message need not be made.
static inline bool faults_drops(const Faults *f, uint32_t offset)
{
    uint32_t in_phase = f->count - f->phase_start;
    return in_phase > FAULTS_PER_PHASE ||
           (in_phase > 0 && f->items[f->count - 1].offset == offset);
}

// Puts the errors in source order and keeps one for each offset, the one that was found first.
void faults_sort(Faults *f);

#endif

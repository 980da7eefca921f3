// rewrite.h - many fixes at once: which of them go together, and what texts they make.
//
// The fixes of one rewrite are disjoint, and at most one of them lies in a function: two that are right
// alone can be wrong together (both name a new variable, both mend the same fault). Those that are
// left over are taken after the next analysis.
#ifndef CURFEW_REPORT_REWRITE_H
#define CURFEW_REPORT_REWRITE_H

#include "report/edit.h"

typedef struct Rewrite {
    Arena arena;
    VEC(const Finding *) findings; // whose fixes are taken
    VEC(const Fix *) fixes;        // one for each of the findings
    VEC(const Source *) sources;   // that they touch
    Fix all;                       // their edits, in order within each source; see rewrite_seal
} Rewrite;

// Takes the fix unless it goes together badly with those before; says whether it was taken.
bool rewrite_take(Rewrite *r, const Finding *finding, const Fix *fix);

// Gathers the edits; to be called when all are taken, and again after rewrite_drop.
void rewrite_seal(Rewrite *r);

// Appends the new text of a source.
void rewrite_text(const Rewrite *r, const Source *source, StrBuf *out);

// Whether the new text may stand: a Go file parses; of a document every block that was edited is
// still a block of its own, and parses.
bool rewrite_parses(const Rewrite *r, const Source *source, Str text);

// Gives up all fixes that touch the source.
void rewrite_drop(Rewrite *r, const Source *source);

void rewrite_free(Rewrite *r);

#endif

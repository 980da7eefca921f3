// drafts.h - texts that stand in place of what files hold, until somebody writes them.
//
// Whoever reads a file for analysis asks here first, so that a text can be analysed before it is on
// disk. Paths are compared as they are written. A zeroed Drafts is empty; reading is safe from several
// threads as long as nobody puts.
#ifndef CURFEW_BASE_DRAFTS_H
#define CURFEW_BASE_DRAFTS_H

#include "base/map.h"
#include "base/source.h"
#include "base/vec.h"

typedef struct Draft {
    const char *path;
    Str original; // what the file held when its first draft was put
    Str text;     // what stands in its place
    Str before;   // the text before the last put: what drafts_undo goes back to
    uint32_t round; // the round of the last put
} Draft;

typedef struct Drafts {
    VEC(Draft) items; // in the order in which they were first put
    Map index;        // hash of the path → number + 1
    uint32_t round;
    Arena arena; // owns paths and texts
} Drafts;

// NULL when the file has no draft; `d` may be NULL.
const Draft *drafts_find(const Drafts *d, const char *path);

// Copies `text` as the draft of a file that held `original` (which counts at the first put only).
void drafts_put(Drafts *d, const char *path, Str original, Str text);

// Begins a round of puts, one a file; drafts_undo takes back those of the last round.
void drafts_round(Drafts *d);
void drafts_undo(Drafts *d);

// As source_read, or a source with the file's draft.
Source *drafts_read(const Drafts *d, const char *key, const char *path, const char **error);

void drafts_free(Drafts *d);

#endif

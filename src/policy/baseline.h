// baseline.h - findings that are known: .curfew-baseline.json.
//
// An entry is a finding's fingerprint, with path, symbol, rule and message beside it for people and merges. It
// has no line, so nothing changes in the file when code moves. docs/baseline.md describes the file.
#ifndef CURFEW_POLICY_BASELINE_H
#define CURFEW_POLICY_BASELINE_H

#include "base/vec.h"
#include "rules/finding.h"

typedef struct BaselineEntry {
    const char *path; // relative to the baseline's directory, in JSON's form (base/json_text.h)
    const char *symbol, *rule, *message;
    uint64_t fingerprint;
    const Finding *finding; // that it stands for, once baseline_match has found it
    bool gone;              // nothing is left of it: see policy_find_gone
} BaselineEntry;

typedef struct Baseline {
    Arena arena;
    const char *dir; // absolute
    VEC(BaselineEntry) entries;
} Baseline;

// Reads a baseline. NULL on a fault, which *line (0: none) and *error, which lives in `a`, say.
Baseline *baseline_read(Arena *a, Str text, const char *dir, uint32_t *line, const char **error);
void baseline_free(Baseline *b);

// Gives each entry the finding that it stands for, and these the standing STANDING_KNOWN. Only findings that
// count, or would but for their level, are matched; those of the same file first, since equal code in two
// files, such as a document's snippets, can have one fingerprint.
void baseline_match(Baseline *b, FindingList *findings);

// Appends the text of a baseline in `dir`: of the findings that are known and, where `all`, of those that
// count; and of the entries of `before` (NULL: none) that have no finding and are not gone. Sorted.
void baseline_put(const char *dir, const FindingList *findings, bool all, const Baseline *before, StrBuf *out);

// Where the baseline is for a configuration in `config_dir` (NULL: there is none) and what lies in `dir`, both
// absolute: beside the configuration, else at the root of the module or workspace, else in `dir`. The file
// need not exist.
const char *baseline_path(Arena *a, const char *config_dir, const char *dir);

#endif

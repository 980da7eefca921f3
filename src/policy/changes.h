// changes.h - a unified diff as the lines of files that it adds, and the places where it only removes.
//
// Read are the outputs of git diff, git show and git format-patch, and of diff -u: prefixes a/ and b/ and
// git's other ones, names in quotes, renames, marks of a missing line end, CRLF. What is said between files
// (commit messages, mode changes, binary files) is passed over.
#ifndef CURFEW_POLICY_CHANGES_H
#define CURFEW_POLICY_CHANGES_H

#include "base/vec.h"
#include "rules/finding.h"

typedef struct LineRange {
    uint32_t first, last; // from 1, both included
} LineRange;

typedef struct ChangedFile {
    const char *path; // of the new file, without prefix
    VEC(LineRange) added;  // ascending, disjoint
    VEC(uint32_t) removed; // lines after which something was removed and nothing added; ascending, 0: at the top
} ChangedFile;

typedef struct Changes {
    Arena arena;
    VEC(ChangedFile) files; // by path, each once
} Changes;

// NULL on a fault, which *line and *error say.
Changes *changes_read(Str text, uint32_t *line, const char **error);
void changes_free(Changes *c);

// Sets the standing of the findings that count, or would but for their level, to STANDING_OLD where they are
// not new: where neither their place nor a related one lies on an added line, and the patch removes nothing
// by itself from the function around. Paths of the patch are relative to `root`, or else to `dir`, both absolute.
void changes_judge(const Changes *c, const char *root, const char *dir, FindingList *findings);

#endif

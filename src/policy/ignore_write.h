// ignore_write.h - making the comments that ignore findings.
#ifndef CURFEW_POLICY_IGNORE_WRITE_H
#define CURFEW_POLICY_IGNORE_WRITE_H

#include "rules/finding.h"

typedef struct IgnoreEdits {
    VEC(Edit) edits; // by source, then by place; disjoint
    VEC(const Finding *) left; // that have no place for a comment
    uint32_t count;            // findings that the comments ignore
} IgnoreEdits;

// True when `reason` can stand in a comment of one line and says something.
bool ignore_reason_ok(const char *reason);

// For the findings that count: a comment above the statement, declaration, field or case that each lies in, one
// for those that share it, as gofmt would leave it. Findings of unused-ignore are passed over.
void ignore_write(Arena *a, const FindingList *findings, const char *reason, IgnoreEdits *out);

#endif

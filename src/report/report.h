// report.h - the outcome of a run as text for people or as data for programs.
//
// docs/output.md describes both and what readers may rely on.
#ifndef CURFEW_REPORT_REPORT_H
#define CURFEW_REPORT_REPORT_H

#include "report/terminal.h"
#include "rules/finding.h"

// What is reported; borrowed from the check and the policy that made it.
typedef struct Report {
    const FindingList *findings; // those that count, in the order of printing
    // Those that would count, but a comment in the source says why not (STANDING_IGNORED) or the baseline
    // has them (STANDING_KNOWN): for formats that have the notion.
    const FindingList *suppressed;
    uint32_t ignored, known, old; // how many do not count for a comment, the baseline, a patch
    const SkipList *skipped;
    const SkipList *unread; // inputs that could not be read; the caller has said so already
    const char *go_version; // "1.27": the version that files without one were read as
    uint32_t files;         // inputs that were read
    const Str *missing;     // imports that have neither source nor model
    uint32_t missing_count;
    uint32_t modelled; // imports without source that models stand in for
    uint32_t hidden[LEVEL_ERROR + 1]; // findings below the level asked for, by their level
} Report;

// Prints findings with excerpts, then what was skipped, then one line that sums up.
void report_text(const Report *r, const Terminal *t, FILE *out);

// Prints one JSON object, ASCII only, one finding a line.
void report_json(const Report *r, FILE *out);

#endif

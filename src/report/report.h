// report.h - the outcome of a run as text for people or as data for programs.
//
// docs/output.md and docs/formats.md describe the formats and what readers may rely on.
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
    Level fail_on;         // the level from which a finding is a failure
    bool explain;          // texts for people end with what the pages say of the rules that spoke
    const char *version;   // of the program: "0.1.0"
    // Both absolute, or NULL: where relative paths begin, and the top of the repository, which is what
    // SARIF, GitHub and GitLab want paths relative to.
    const char *directory, *root;
} Report;

// The formats in the order of the documentation, the first one by FIRST: (enum suffix, name).
#define REPORT_FORMATS(FIRST, X)                                                                   \
    FIRST(TEXT, "text")                                                                            \
    X(CONCISE, "concise")                                                                          \
    X(JSON, "json")                                                                                \
    X(JSONL, "jsonl")                                                                              \
    X(SARIF, "sarif")                                                                              \
    X(GITHUB, "github")                                                                            \
    X(GITLAB, "gitlab")                                                                            \
    X(CHECKSTYLE, "checkstyle")                                                                    \
    X(JUNIT, "junit")                                                                              \
    X(RDJSON, "rdjson")

typedef enum ReportFormat {
#define REPORT_FORMAT_ENUM(id, name) REPORT_##id,
    REPORT_FORMATS(REPORT_FORMAT_ENUM, REPORT_FORMAT_ENUM)
#undef REPORT_FORMAT_ENUM
    REPORT_FORMAT_COUNT
} ReportFormat;

// "text|concise|…"
#define REPORT_FORMAT_FIRST(id, name) name
#define REPORT_FORMAT_NEXT(id, name) "|" name
#define REPORT_FORMAT_NAMES REPORT_FORMATS(REPORT_FORMAT_FIRST, REPORT_FORMAT_NEXT)

// Writes the report in a format. Only the formats for people look at the terminal.
void report_write(ReportFormat format, const Report *r, const Terminal *t, FILE *out);

// Findings with excerpts, then what was skipped, then one line that sums up.
void report_text(const Report *r, const Terminal *t, FILE *out);

// PATH:LINE:COLUMN: LEVEL[RULE]: MESSAGE, one line each.
void report_concise(const Report *r, const Terminal *t, FILE *out);

// One JSON object, ASCII only, one finding a line.
void report_json(const Report *r, FILE *out);

// One JSON object a line: the run, then findings, then what was skipped.
void report_jsonl(const Report *r, FILE *out);

// SARIF 2.1.0, GitHub workflow commands, GitLab Code Quality, Checkstyle's XML, JUnit's XML, reviewdog's
// diagnostics.
void report_sarif(const Report *r, FILE *out);
void report_github(const Report *r, FILE *out);
void report_gitlab(const Report *r, FILE *out);
void report_checkstyle(const Report *r, FILE *out);
void report_junit(const Report *r, FILE *out);
void report_rdjson(const Report *r, FILE *out);

#endif

// case.h - what the rule-case runner knows of one case, and the steps that fill it in.
//
// A case is one file given to `curfew check --format json` and the findings that it must give: a Go
// file under tests/cases/RULE/{fires,silent} or tests/regress, or an example of a rule page. All
// memory of a case is in its arena.
#ifndef CURFEW_TESTS_CASE_H
#define CURFEW_TESTS_CASE_H

#include "base/source.h"
#include "base/vec.h"

typedef enum CaseKind {
    CASE_FIRES,  // the folder's rule must be wanted somewhere
    CASE_SILENT, // the folder's rule must not be wanted
    CASE_REGRESS // neither: the wants alone speak
} CaseKind;

// One expected finding.
typedef struct Want {
    uint32_t line;
    Str rule;
    Str level; // empty: any
    Str part;  // of the message; empty: any
    bool met;
} Want;

// One reported finding.
typedef struct Seen {
    uint32_t line;
    const char *rule, *level, *message;
} Seen;

typedef struct Case {
    CaseKind kind;
    const char *rule;  // slug, "" for CASE_REGRESS
    const char *name;  // what the reader is told: the path, or the page, heading and line
    const char *file;  // what curfew is given
    bool from_page;
    uint32_t first_line; // line in `name`'s file of the case's first line; 1 for files
    uint32_t skip_lines; // lines that the harness put before the case's first line in `file`
    VEC(const char *) flags;
    VEC(Want) wants;
    VEC(Seen) seen;
    StrBuf faults; // why the case failed, one indented line each; empty when it passed
    Arena arena;
} Case;

typedef struct CaseList {
    VEC(Case *) items;
    Arena arena;
} CaseList;

Case *case_new(CaseList *list, CaseKind kind, const char *rule);

// Adds a printf-formatted line to the case's faults.
void case_fault(Case *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Splits `text` at white space into flags of the case.
void case_add_flags(Case *c, Str text);

// wants.c: reads header and `// want` comments of a Go file.
void case_read_wants(Case *c, Str text);

// pages.c: adds the examples under "Bad" and "Good" of a rule page, writing each to a file in `dir`.
// Returns NULL, or what is wrong with the page.
const char *case_add_page(CaseList *list, const char *page, const char *rule, const char *dir);

// run.c: runs curfew on the case's file and compares; fills seen and faults.
void case_run(Case *c, const char *curfew);

#endif

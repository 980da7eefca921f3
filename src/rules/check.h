// check.h - one run: texts and packages in, findings out.
//
// The packages of a load graph go through the stages on a pool of workers. Texts beside them are
// grouped into packages first (Go files by directory and package clause; each Go block of a document
// over the earlier blocks that complete it) and know of libraries what the models say. Nothing is
// printed here.
#ifndef CURFEW_RULES_CHECK_H
#define CURFEW_RULES_CHECK_H

#include "base/drafts.h"
#include "base/names.h"
#include "base/progress.h"
#include "load/load.h"
#include "rules/inventory.h"
#include "rules/rule.h"
#include "syntax/directive.h"

// The newest Go whose language and library curfew knows: 1.27.
enum { GO_NEWEST = 27, GO_OLDEST = 1 };

typedef struct CheckOptions {
    uint32_t go_minor;      // of what does not say its version: 1.N; 0 means GO_NEWEST
    const char *const *models_dirs; // the user's own models
    uint32_t models_dir_count;
    Arena *messages;    // where the text of check_run's *error is put
    bool keep_packages;     // for check_package; else each is freed once its rules have run
    const LoadGraph *graph; // packages, or NULL; must outlive the result
    const Drafts *drafts;   // texts in place of files of the graph; NULL: none
    uint32_t workers;       // 0: one for each processor
    bool inventory;         // gather goroutines instead of findings
    const bool *off;        // by index in rules[]: those that need not be run; NULL: none
    bool generated;         // findings in generated files are wanted too
    bool timings;           // measure rules and packages
    Progress *progress;     // counts packages; may be NULL
} CheckOptions;

// What one package cost, in processor time.
typedef struct PackageTime {
    const char *name;
    uint64_t ns_types, ns_ir, ns_flow, ns_rules; // ns_types with reading and syntax
} PackageTime;

typedef struct CheckStats {
    uint32_t files, packages, blocks; // that findings are wanted in
    uint64_t bytes, lines;
    uint32_t dependency_files, dependency_packages;
    uint64_t dependency_bytes;
    // Processor time, summed over the workers.
    uint64_t ns_syntax, ns_types, ns_export, ns_ir, ns_flow, ns_rules;
    size_t bytes_syntax, bytes_types, bytes_ir, bytes_flow, bytes_rules, bytes_forms;
} CheckStats;

// A directive in a text that findings are wanted in.
typedef struct CheckDirective {
    Directive directive;
    const char *package; // path
} CheckDirective;

typedef VEC(CheckDirective) CheckDirectives;

typedef struct CheckResult {
    FindingList findings; // packages' by path, then in source order of the texts; without duplicates
    Inventory inventory;  // by place
    CheckDirectives directives; // those of a file in source order
    VEC(const char *) files; // that findings are wanted in, as they are shown
    SkipList skipped;
    SkipList unread;      // files of packages that could not be read
    VEC(Str) missing;     // imports of named packages without source or model, sorted
    uint32_t modelled;    // imports of named packages that models stand in for
    CheckStats stats;
    uint64_t *rule_ns;               // processor time of each rule, in their order; NULL unless measured
    VEC(PackageTime) package_times;  // of packages whose bodies were looked at; empty unless measured
    uint32_t go_minor; // the version that was assumed where nothing says
    Arena arena;       // owns everything above
    struct CheckState *state; // trees, and packages that are kept
} CheckResult;

// Analyses `sources`, which must outlive the result, and the packages of options->graph. Always
// gives a result; a faulty model directory is said in *error and NULL returned.
CheckResult *check_run(const CheckOptions *options, const Source *const *sources, uint32_t count,
                       const char **error);
void check_free(CheckResult *r);

// Brings the findings into their order again, after some were added.
void check_sort(CheckResult *r);

// What the stages made of one package, for `curfew dump`. It lives as long as the result, where
// CheckOptions.keep_packages asks for that.
typedef struct CheckedPackage {
    const struct Package *types;
    const struct IrPackage *ir;
    const struct Flow *flow;
} CheckedPackage;

uint32_t check_package_count(const CheckResult *r);

// Packages of texts stand in the order of their first texts.
CheckedPackage check_package(const CheckResult *r, uint32_t index);

#endif

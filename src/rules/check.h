// check.h - one run: texts in, findings out.
//
// Texts are grouped into packages (Go files by directory and package clause; each Go block of a
// document over the earlier blocks that complete it), and every package goes through syntax, types,
// ir, flow and the rules. Nothing is printed here.
#ifndef CURFEW_RULES_CHECK_H
#define CURFEW_RULES_CHECK_H

#include "base/names.h"
#include "rules/rule.h"

// The newest Go whose language and library curfew knows: 1.27.
enum { GO_NEWEST = 27, GO_OLDEST = 1 };

typedef struct CheckOptions {
    uint32_t go_minor;      // language and main module version 1.N; 0 means GO_NEWEST
    const char *models_dir; // the user's own models, or NULL
    bool keep_packages;     // for check_package; else each is freed once its rules have run
} CheckOptions;

typedef struct CheckStats {
    uint32_t files, packages, blocks;
    uint64_t bytes, lines;
    uint64_t ns_syntax, ns_types, ns_ir, ns_flow, ns_rules;
    size_t bytes_syntax, bytes_types, bytes_ir, bytes_flow, bytes_rules;
} CheckStats;

typedef struct CheckResult {
    FindingList findings; // in source order of the inputs, without duplicates
    SkipList skipped;
    CheckStats stats;
    uint32_t go_minor; // the version that was assumed
    Arena arena;       // owns everything above
    struct CheckState *state; // trees, and packages that are kept
} CheckResult;

// Analyses `sources`, which must outlive the result. Always gives a result; a faulty model
// directory is said in *error and NULL returned.
CheckResult *check_run(const CheckOptions *options, const Source *const *sources, uint32_t count,
                       const char **error);
void check_free(CheckResult *r);

// What the stages made of one package, for `curfew dump`. It lives as long as the result, where
// CheckOptions.keep_packages asks for that.
typedef struct CheckedPackage {
    const struct Package *types;
    const struct IrPackage *ir;
    const struct Flow *flow;
} CheckedPackage;

uint32_t check_package_count(const CheckResult *r);

// Packages stand in the order of their first texts.
CheckedPackage check_package(const CheckResult *r, uint32_t index);

#endif

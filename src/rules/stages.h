// stages.h - one checked package through ir, flow and the rules.
#ifndef CURFEW_RULES_STAGES_H
#define CURFEW_RULES_STAGES_H

#include "flow/flow.h"
#include "rules/check.h"

// A text that findings are wanted in.
typedef struct OwnText {
    const Source *source;
    Span span;
} OwnText;

typedef struct StageInput {
    Package *types;
    ModelStore *models;
    uint32_t go_minor; // of the library and the main module
    bool old_timers;   // as in RuleContext
    const OwnText *own;
    uint32_t own_count; // 0: no rule is run
    FlowOptions flow;   // without the version
    bool inventory;     // gather the goroutines instead of running the rules
    const bool *off;    // as in CheckOptions
    bool other_tests;   // as in RuleContext
    const char *path; // what is cut short is said under this
    const char *name;  // where times are measured: what the package is listed as; else NULL
    uint64_t ns_types; // what it took to get here
    Arena *scratch;   // lives until the package is freed
} StageInput;

// What one package gave; everything lives in the arena.
typedef struct Outcome {
    Arena arena;
    FindingList findings;
    CheckDirectives directives;
    VEC(const char *) files; // that findings are wanted in
    SkipList skipped;
    Inventory inventory;
    CheckStats stats;
    uint64_t *rule_ns; // of each rule, where times are measured; else NULL
    VEC(PackageTime) times;
    VEC(const Source *) sources; // that findings may lie in, where they outlive the package
} Outcome;

// What the stages made of a package; the caller frees it with stages_free.
typedef struct StageValues {
    IrPackage *ir;
    Flow *flow;
} StageValues;

// From Go 1.23 on timers and tickers that nobody stops are collected.
enum { COLLECTABLE_TIMERS = 23 };

// Adds to `out`.
StageValues stages_run(const StageInput *in, Outcome *out);
void stages_free(StageValues *v);

// Notes that something was not read whole; `reason` is copied.
void outcome_skip(Outcome *out, const char *path, uint32_t line, const char *kind, const char *reason);

// Adds the directives of a tree.
void outcome_directives(Outcome *out, const Ast *ast, Str package);

// Processor time of this thread: a stage of a package runs on one.
uint64_t stages_now_ns(void);

#endif

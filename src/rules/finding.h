// finding.h - what a rule says: data only. Reporters print it, policy decides whether it counts.
//
// All strings and arrays of a finding live in the arena of the check that made it.
#ifndef CURFEW_RULES_FINDING_H
#define CURFEW_RULES_FINDING_H

#include "base/source.h"
#include "base/vec.h"

typedef enum Failure {
#define FAILURE(name, text) FAIL_##name,
#include "rules/failures.def"
    FAILURE_COUNT
} Failure;

typedef enum Principle {
#define PRINCIPLE(name, text, sentence) PRINCIPLE_##name,
#include "rules/principles.def"
    PRINCIPLE_COUNT
} Principle;

typedef enum Level { LEVEL_ADVICE, LEVEL_WARNING, LEVEL_ERROR } Level;

const char *failure_name(Failure f);
const char *principle_name(Principle p);
const char *principle_sentence(Principle p);
const char *level_name(Level l);

// What may be done with a fix; docs/fixing.md says it to users. The name is what reports print.
typedef enum FixSafety {
    FIX_SAFE,   // mends the fault and changes nothing else: `curfew fix` applies it
    FIX_UNSAFE, // compiles and mends the fault, but may change behaviour: applied with --unsafe only
    FIX_SKETCH, // shows the direction, may not compile: shown, never applied
} FixSafety;

const char *fix_safety_name(FixSafety s);

// Replaces the bytes of `place` by `text`; an empty place inserts.
typedef struct Edit {
    Place place;
    const char *text;
} Edit;

typedef struct Fix {
    const char *description; // imperative, one line: "defer the cancel function"
    FixSafety safety;
    VEC(Edit) edits; // disjoint, in source order
} Fix;

// A second place that belongs to the evidence.
typedef struct Related {
    const char *role;    // "spawned here", "blocks here", "returns here without cancelling"
    Place place;
    const char *message; // NULL, or a sentence that adds something to the role
} Related;

// One step of the run that fails.
typedef struct WitnessStep {
    const char *goroutine; // "main", "goroutine started in Run", …
    Place place;
    const char *what;
} WitnessStep;

// Whether a finding counts, and where it does not, why. Rules leave it at the first; policy_judge sets it.
typedef enum Standing {
    STANDING_COUNTS,
    STANDING_LOW,      // its level is below the one that is asked for
    STANDING_OFF,      // its rule is switched off there
    STANDING_EXCLUDED, // its file is excluded
    STANDING_IGNORED,  // a comment says so; `excuse` is the reason that it gives
    STANDING_KNOWN,    // the baseline has it
    STANDING_OLD,      // it is not on what a patch changed
    STANDING_COUNT
} Standing;

typedef struct Finding {
    const struct Rule *rule;
    Level level;
    Failure failure;
    VEC(Failure) also;
    const char *message; // one sentence that names the code's own identifiers, no final period
    Place place;
    VEC(Related) related;
    VEC(WitnessStep) witness;
    VEC(const char *) notes; // further sentences
    VEC(Fix) fixes;
    const char *symbol;   // enclosing function as Go's runtime names it, "" at package level
    const char *package;  // package path
    uint64_t fingerprint; // filled by rules_run
    Standing standing;
    const char *excuse; // of STANDING_IGNORED: the reason, "" where none is given; else NULL
} Finding;

// Copies all that the finding says into `a`, so that it outlives the package that it speaks of.
void finding_keep(Arena *a, Finding *f);

typedef struct FindingList {
    VEC(Finding *) items;
} FindingList;

// Something named that was not analysed, or not whole, and why.
typedef struct Skip {
    const char *path;
    uint32_t line; // 0: the whole input
    const char *kind;   // "unreadable", "syntax", "budget", "no-go-code", …
    const char *reason; // one sentence
} Skip;

typedef struct SkipList {
    VEC(Skip) items;
} SkipList;

#endif

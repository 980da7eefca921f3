// policy.h - which findings count.
//
// Policy is a stage between rules and report: findings in, the same findings with a standing out. It reads
// nothing but what it is given, so that the command line, an editor and the go command decide the same.
#ifndef CURFEW_POLICY_POLICY_H
#define CURFEW_POLICY_POLICY_H

#include "policy/baseline.h"
#include "policy/changes.h"
#include "policy/config.h"
#include "rules/check.h"

// What decides; borrowed.
typedef struct Policy {
    const Config *config;
    Baseline *baseline;     // or NULL; its entries are given their findings
    const Changes *changes; // or NULL: only what is new by them counts
    const char *root, *dir; // what their paths are relative to, see changes_judge
} Policy;

// Sets the standing of every finding of `result`, and its level where the configuration gives another.
void policy_judge(const Policy *policy, CheckResult *result);

// Marks the entries of the baseline of which nothing is left: no finding stands for them though their rule was
// run over their file and that was read whole; or the file is gone, and its package was looked at. What was not looked at is not gone.
void policy_find_gone(const Policy *policy, const CheckResult *result);

// How many findings have each standing. Those below the level asked for are counted by their level instead;
// what is ignored or known and would be below it too is not counted.
typedef struct PolicyTally {
    uint32_t standings[STANDING_COUNT];
    uint32_t low[LEVEL_ERROR + 1];
} PolicyTally;

PolicyTally policy_tally(const Policy *policy, const FindingList *findings);

// True when a finding that counts, or would but for its level, is at --fail-on or above.
bool policy_fails(const Policy *policy, const FindingList *findings);

#endif

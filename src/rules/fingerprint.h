// fingerprint.h - the identity and the order of findings.
#ifndef CURFEW_RULES_FINGERPRINT_H
#define CURFEW_RULES_FINGERPRINT_H

#include "rules/finding.h"
#include "types/types.h"

// Sets the fingerprint of each finding of a package: a hash of rule, package path, enclosing
// symbol without the numbers of function literals, the tokens of the primary place without comments and
// layout, and an ordinal among equals in the order of their places.
void fingerprint_all(FindingList *list, const Package *package);

// Sorts by input, place, rule and message, and drops exact duplicates.
void findings_sort(FindingList *list, const Source *const *sources, uint32_t count);

#endif

// sarif_parts.h - the objects of SARIF that sarif*.c share. Private to these files.
#ifndef CURFEW_REPORT_SARIF_PARTS_H
#define CURFEW_REPORT_SARIF_PARTS_H

#include "report/json_value.h"
#include "report/where.h"
#include "rules/rule.h"

// {"text": …} (3.11); shown as on a terminal, line ends kept.
json_t *sarif_message(const char *text);

const char *sarif_level(Level level);

// An artifactLocation (3.4) and a physicalLocation (3.29) in the report's root.
json_t *sarif_artifact(const Report *r, const char *path, Arena *a);
json_t *sarif_physical(const Report *r, Place place, Arena *a);

// A region (3.30).
json_t *sarif_region(Place place);

// A location (3.28) with a message; it has no physical one where the place is nowhere.
json_t *sarif_location(const Report *r, Place place, const char *text, Arena *a);

// codeFlows (3.36): the run that fails or, where there is none, the places of the goroutine's story.
json_t *sarif_flows(const Report *r, const Finding *f, Arena *a);

// fixes (3.55): those that can be said in Unicode.
json_t *sarif_fixes(const Report *r, const Finding *f, Arena *a);

// rules (3.19.23): all of them, those of the report with the help of their pages.
json_t *sarif_rules(const Report *r);

#endif

// inventory.h - the goroutines of a module for people, programs and the repository.
#ifndef CURFEW_REPORT_INVENTORY_H
#define CURFEW_REPORT_INVENTORY_H

#include "report/terminal.h"
#include "rules/inventory.h"

// Paragraphs: what each goroutine is, what it waits for, what ends it and who waits for that.
void inventory_text(const Inventory *inventory, const Terminal *t, FILE *out);
// One JSON object; docs/output.md describes it.
void inventory_json(const Inventory *inventory, FILE *out);
// A table to keep: without line numbers, so that it changes when goroutines do.
void inventory_markdown(const Inventory *inventory, FILE *out);
// A graph for Graphviz: functions and the goroutines that they start.
void inventory_dot(const Inventory *inventory, FILE *out);

// "at once", "up to 1.5s", "without bound", "unknown".
const char *inventory_latency(Arena *a, int64_t ns);

#endif

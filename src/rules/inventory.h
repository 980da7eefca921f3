// inventory.h - the goroutines that a package can start, as plain data that outlives the package:
// exit stories in words.
#ifndef CURFEW_RULES_INVENTORY_H
#define CURFEW_RULES_INVENTORY_H

#include "rules/evidence.h"

typedef struct InventoryPlace {
    const char *path;
    uint32_t line, column; // line 0: none
} InventoryPlace;

// Something that happens to a goroutine, or that it does, and where.
typedef struct InventoryFact {
    const char *what;
    InventoryPlace place;
} InventoryFact;

typedef VEC(InventoryFact) InventoryFacts;

typedef enum GoroutineTag {
    GOROUTINE_OWNED,    // something ends it, and somebody waits for its end
    GOROUTINE_IMPLICIT, // something ends it, nobody waits
    GOROUTINE_ORPHAN,   // nothing that is seen ends it
    GOROUTINE_DETACHED, // declared so: //curfew:detached reason
    GOROUTINE_UNSEEN,   // what it runs is not here
    GOROUTINE_TAGS,
} GoroutineTag;

const char *goroutine_tag_name(GoroutineTag tag);

// How long a goroutine can go on after its stop signal.
enum { LATENCY_UNBOUNDED = -1, LATENCY_UNKNOWN = -2 };

typedef struct Goroutine {
    const char *package, *function; // that starts it; the function as Go's runtime names it
    uint32_t ordinal;               // among the spawns of that function, from 1
    InventoryPlace spawn;
    const char *body;  // what it runs
    const char *owner; // whose it is, or NULL
    bool many;         // a loop starts it
    bool ends;         // some run of it ends
    int64_t latency_ns;
    GoroutineTag tag;
    InventoryFacts stops, waits, joins;
    bool more_waits; // than are listed
} Goroutine;

typedef struct Inventory {
    VEC(Goroutine) items;
} Inventory;

// Adds the goroutines of the context's package that are started in a text that `wanted` accepts.
void inventory_gather(RuleContext *ctx, bool (*wanted)(const void *from, Place place), const void *from,
                      Arena *a, Inventory *out);

// "package.function#ordinal": the same as long as the function starts the same goroutines in the same
// order.
const char *goroutine_identity(Arena *a, const Goroutine *g);

#endif

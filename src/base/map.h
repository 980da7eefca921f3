// map.h - hash map from a 64-bit key to a 64-bit value, open addressing with linear probing.
//
// Keys are hashed here, so ids and packed pairs can be used as they are. A zeroed Map is empty. The
// memory comes from the arena given at insertion. Iteration order is not exposed: nothing that is
// printed may depend on it.
#ifndef CURFEW_BASE_MAP_H
#define CURFEW_BASE_MAP_H

#include "base/arena.h"

#include <stdbool.h>

typedef struct MapSlot {
    uint64_t key, value; // the slot is free where the key is 0
} MapSlot;

typedef struct Map {
    MapSlot *slots;
    uint32_t len, cap; // keys; slots, a power of two
    bool has_zero;     // key 0 has no slot
    uint64_t zero;
} Map;

// Makes room for `count` keys at once, so that no smaller tables are left behind in the arena.
void map_reserve(Arena *a, Map *m, uint32_t count);

// Sets `key` to `value`, replacing an earlier value.
void map_put(Arena *a, Map *m, uint64_t key, uint64_t value);

// Returns the value's place, or NULL when `key` is absent; valid until the next map_put.
uint64_t *map_get(const Map *m, uint64_t key);

static inline uint64_t map_or(const Map *m, uint64_t key, uint64_t otherwise)
{
    uint64_t *v = map_get(m, key);
    return v ? *v : otherwise;
}

static inline uint64_t map_pair(uint32_t high, uint32_t low)
{
    return (uint64_t)high << 32 | low;
}

#endif

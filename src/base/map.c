// map.c - hash map from a 64-bit key to a 64-bit value.
#include "base/map.h"
#include "base/hash.h"

static uint32_t probe(const Map *m, uint64_t key)
{
    uint32_t i = (uint32_t)hash_mix(0, key) & (m->cap - 1);
    while (m->slots[i].used && m->slots[i].key != key)
        i = (i + 1) & (m->cap - 1);
    return i;
}

static void grow(Arena *a, Map *m)
{
    Map bigger = {.cap = m->cap ? m->cap * 2 : 16, .len = m->len};
    bigger.slots = arena_array(a, MapSlot, bigger.cap);
    for (uint32_t i = 0; i < m->cap; i++)
        if (m->slots[i].used)
            bigger.slots[probe(&bigger, m->slots[i].key)] = m->slots[i];
    *m = bigger;
}

void map_put(Arena *a, Map *m, uint64_t key, uint64_t value)
{
    if (m->len * 4 >= m->cap * 3)
        grow(a, m);
    MapSlot *s = &m->slots[probe(m, key)];
    if (!s->used)
        m->len++;
    *s = (MapSlot){key, value, true};
}

uint64_t *map_get(const Map *m, uint64_t key)
{
    if (m->cap == 0)
        return NULL;
    MapSlot *s = &m->slots[probe(m, key)];
    return s->used ? &s->value : NULL;
}

// map.c - hash map from a 64-bit key to a 64-bit value.
#include "base/map.h"
#include "base/hash.h"

static uint32_t probe(const Map *m, uint64_t key)
{
    uint32_t i = (uint32_t)hash_mix(0, key) & (m->cap - 1);
    while (m->slots[i].key && m->slots[i].key != key)
        i = (i + 1) & (m->cap - 1);
    return i;
}

static bool is_full(uint32_t len, uint32_t cap)
{
    return (uint64_t)len * 4 >= (uint64_t)cap * 3;
}

static void resize(Arena *a, Map *m, uint32_t cap)
{
    Map bigger = *m;
    bigger.cap = cap;
    bigger.slots = arena_array(a, MapSlot, cap);
    for (uint32_t i = 0; i < m->cap; i++)
        if (m->slots[i].key)
            bigger.slots[probe(&bigger, m->slots[i].key)] = m->slots[i];
    *m = bigger;
}

void map_reserve(Arena *a, Map *m, uint32_t count)
{
    uint32_t cap = m->cap ? m->cap : 16;
    while (is_full(count, cap) && cap <= UINT32_MAX / 2)
        cap *= 2;
    if (cap > m->cap)
        resize(a, m, cap);
}

void map_put(Arena *a, Map *m, uint64_t key, uint64_t value)
{
    if (key == 0) {
        m->len += !m->has_zero;
        m->has_zero = true;
        m->zero = value;
        return;
    }
    if (is_full(m->len, m->cap))
        resize(a, m, m->cap ? m->cap * 2 : 16);
    MapSlot *s = &m->slots[probe(m, key)];
    m->len += s->key == 0;
    *s = (MapSlot){key, value};
}

uint64_t *map_get(const Map *m, uint64_t key)
{
    if (key == 0)
        return m->has_zero ? (uint64_t *)&m->zero : NULL;
    if (m->cap == 0)
        return NULL;
    MapSlot *s = &m->slots[probe(m, key)];
    return s->key ? &s->value : NULL;
}

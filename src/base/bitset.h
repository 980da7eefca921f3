// bitset.h - fixed-size sets of small integers in an arena.
#ifndef CURFEW_BASE_BITSET_H
#define CURFEW_BASE_BITSET_H

#include "base/arena.h"

#include <stdbool.h>
#include <string.h>

typedef struct Bitset {
    uint64_t *words;
    uint32_t size; // number of bits
} Bitset;

static inline uint32_t bitset_words(const Bitset *s)
{
    return (s->size + 63) / 64;
}

static inline Bitset bitset_new(Arena *a, uint32_t size)
{
    Bitset s = {.size = size};
    s.words = arena_array(a, uint64_t, bitset_words(&s));
    return s;
}

static inline bool bitset_has(const Bitset *s, uint32_t i)
{
    return i < s->size && (s->words[i / 64] >> (i % 64) & 1);
}

// The smallest element from `i` on; 0 where there is none.
static inline uint32_t bitset_next(const Bitset *s, uint32_t i)
{
    uint32_t count = bitset_words(s);
    for (uint32_t w = i / 64; w < count; w++) {
        uint64_t bits = w == i / 64 ? s->words[w] >> (i % 64) << (i % 64) : s->words[w];
        if (bits)
            return w * 64 + (uint32_t)__builtin_ctzll(bits);
    }
    return 0;
}

static inline void bitset_add(Bitset *s, uint32_t i)
{
    s->words[i / 64] |= (uint64_t)1 << (i % 64);
}

static inline void bitset_remove(Bitset *s, uint32_t i)
{
    s->words[i / 64] &= ~((uint64_t)1 << (i % 64));
}

// Adds all of `from` to `to` (same size); tells whether anything was new.
static inline bool bitset_union(Bitset *to, const Bitset *from)
{
    uint64_t changed = 0;
    for (uint32_t i = 0; i < bitset_words(to); i++) {
        changed |= from->words[i] & ~to->words[i];
        to->words[i] |= from->words[i];
    }
    return changed != 0;
}

// Keeps in `to` only what `from` has too; tells whether anything was dropped.
static inline bool bitset_intersect(Bitset *to, const Bitset *from)
{
    uint64_t changed = 0;
    for (uint32_t i = 0; i < bitset_words(to); i++) {
        changed |= to->words[i] & ~from->words[i];
        to->words[i] &= from->words[i];
    }
    return changed != 0;
}

static inline void bitset_copy(Bitset *to, const Bitset *from)
{
    memcpy(to->words, from->words, sizeof(uint64_t) * bitset_words(to));
}

static inline void bitset_fill(Bitset *s)
{
    for (uint32_t i = 0; i < s->size; i++)
        bitset_add(s, i);
}

#endif

// keytable.c - hash table from a sequence of 32-bit words to a number: open addressing with linear
// probing.
#include "types/keytable.h"
#include "base/hash.h"

#include <string.h>

static KeyEntry *probe(const KeyTable *t, const uint32_t *words, uint32_t len, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (t->cap - 1);
    for (;;) {
        KeyEntry *e = &t->slots[i];
        if (!e->words)
            return e;
        if (e->hash == hash && e->len == len && memcmp(e->words, words, len * sizeof *words) == 0)
            return e;
        i = (i + 1) & (t->cap - 1);
    }
}

static void grow(Arena *a, KeyTable *t)
{
    KeyTable bigger = {.cap = t->cap ? t->cap * 2 : 64, .len = t->len};
    bigger.slots = arena_array(a, KeyEntry, bigger.cap);
    for (uint32_t i = 0; i < t->cap; i++) {
        const KeyEntry *e = &t->slots[i];
        if (e->words)
            *probe(&bigger, e->words, e->len, e->hash) = *e;
    }
    *t = bigger;
}

uint32_t *keytable_slot(Arena *a, KeyTable *t, const uint32_t *words, uint32_t len)
{
    if (t->len * 4 >= t->cap * 3)
        grow(a, t);
    uint64_t hash = hash_bytes(words, len * sizeof *words, len);
    KeyEntry *e = probe(t, words, len, hash);
    if (!e->words) {
        uint32_t *copy = arena_array(a, uint32_t, len);
        memcpy(copy, words, len * sizeof *words);
        *e = (KeyEntry){copy, len, 0, hash};
        t->len++;
    }
    return &e->value;
}

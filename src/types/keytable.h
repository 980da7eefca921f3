// keytable.h - hash table from a sequence of 32-bit words to a number; what hash-consing is made
// of.
//
// Keys are compared in full, so equal hashes of hostile input cost time but never merge two types.
// Memory comes from the arena given at insertion.
#ifndef CURFEW_TYPES_KEYTABLE_H
#define CURFEW_TYPES_KEYTABLE_H

#include "base/arena.h"

typedef struct KeyEntry {
    const uint32_t *words;
    uint32_t len;
    uint32_t value;
    uint64_t hash;
} KeyEntry;

typedef struct KeyTable {
    KeyEntry *slots;
    uint32_t len, cap; // cap is a power of two
} KeyTable;

// The place of the key's value, made with value 0 when the key is new. Valid until the next call.
uint32_t *keytable_slot(Arena *a, KeyTable *t, const uint32_t *words, uint32_t len);

#endif

// hash.h - hashing (xxHash, 64 bits) behind two names.
#ifndef CURFEW_BASE_HASH_H
#define CURFEW_BASE_HASH_H

#include "base/str.h"

uint64_t hash_bytes(const void *data, size_t len, uint64_t seed);

static inline uint64_t hash_str(Str s)
{
    return hash_bytes(s.ptr, s.len, 0);
}

// Mixes one integer into another; for keys made of a few numbers.
static inline uint64_t hash_mix(uint64_t h, uint64_t v)
{
    h ^= v + 0x9e3779b97f4a7c15u + (h << 6) + (h >> 2);
    h *= 0xff51afd7ed558ccdu;
    return h ^ (h >> 33);
}

#endif

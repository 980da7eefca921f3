// hash.c - xxHash.
#include "base/hash.h"

#include <xxhash.h>

uint64_t hash_bytes(const void *data, size_t len, uint64_t seed)
{
    return XXH64(data, len, seed);
}

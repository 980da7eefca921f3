// vec.c - growth of the one growable array.
#include "base/vec.h"

void *vec_grow(Arena *a, void *data, uint32_t *cap, uint32_t len, size_t item)
{
    uint32_t wanted = *cap ? *cap * 2 : 8;
    void *bigger = arena_alloc(a, (size_t)wanted * item);
    if (len)
        memcpy(bigger, data, (size_t)len * item);
    *cap = wanted;
    return bigger;
}

// vec.h - the one growable array.
//
// VEC(T) is a struct of data, len and cap. A zeroed VEC is empty. The memory comes from an Arena,
// so a vector is never freed by itself; growth leaves the older copy behind in the arena, which at
// doubling costs at most as much again as the vector's final size.
#ifndef CURFEW_BASE_VEC_H
#define CURFEW_BASE_VEC_H

#include "base/arena.h"

#include <string.h>

#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *data;                                                                                   \
        uint32_t len, cap;                                                                         \
    }

// Makes room for one more element; used by vec_push only.
void *vec_grow(Arena *a, void *data, uint32_t *cap, uint32_t len, size_t item);

#define vec_push(a, v, ...)                                                                        \
    do {                                                                                           \
        if ((v)->len == (v)->cap)                                                                  \
            (v)->data = vec_grow((a), (v)->data, &(v)->cap, (v)->len, sizeof *(v)->data);          \
        (v)->data[(v)->len++] = (__VA_ARGS__);                                                     \
    } while (0)

#define vec_last(v) ((v)->data[(v)->len - 1])

// VEC_EACH(T, p, &v) { ... } runs the body with p pointing at each element in turn.
#define VEC_EACH(T, p, v) for (T *p = (v)->data; p && p < (v)->data + (v)->len; p++)

#endif

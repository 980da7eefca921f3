// arena.c - bump allocation with one lifetime.
#include "base/arena.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ArenaChunk {
    ArenaChunk *prev;
    size_t size; // usable bytes after this header
    alignas(max_align_t) char data[];
};

// Small enough that a lone snippet stays cheap; chunks double up to the second bound.
enum { CHUNK_MIN = 16 * 1024, CHUNK_MAX = 4 * 1024 * 1024 };

static void out_of_memory(size_t size)
{
    fprintf(stderr, "curfew: out of memory (%zu bytes wanted)\n", size);
    exit(2);
}

void mem_give_back(void)
{
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}

void *mem_alloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        out_of_memory(size);
    return p;
}

void *mem_resize(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q)
        out_of_memory(size);
    return q;
}

static void add_chunk(Arena *a, size_t need)
{
    size_t size = a->head ? a->head->size * 2 : CHUNK_MIN;
    if (size > CHUNK_MAX)
        size = CHUNK_MAX;
    if (size < need)
        size = need;
    ArenaChunk *c = mem_alloc(sizeof *c + size);
    c->prev = a->head;
    c->size = size;
    a->head = c;
    a->next = c->data;
    a->end = c->data + size;
}

void *arena_alloc(Arena *a, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        out_of_memory(size);
    size = (size + align - 1) / align * align;
    if (size == 0)
        size = align;
    if ((size_t)(a->end - a->next) < size)
        add_chunk(a, size);
    void *p = a->next;
    a->next += size;
    a->used += size;
    return memset(p, 0, size);
}

char *arena_strndup(Arena *a, const char *text, size_t len)
{
    char *copy = arena_alloc(a, len + 1);
    if (len)
        memcpy(copy, text, len);
    return copy;
}

char *arena_printf(Arena *a, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(a, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

void arena_reset(Arena *a)
{
    while (a->head && a->head->prev) {
        ArenaChunk *older = a->head->prev;
        a->head->prev = older->prev;
        free(older);
    }
    if (a->head) {
        a->next = a->head->data;
        a->end = a->head->data + a->head->size;
    }
    a->used = 0;
}

void arena_free(Arena *a)
{
    for (ArenaChunk *c = a->head; c;) {
        ArenaChunk *prev = c->prev;
        free(c);
        c = prev;
    }
    *a = (Arena){0};
}

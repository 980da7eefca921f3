// arena.h - bump allocation with one lifetime.
//
// An Arena owns every block handed out from it; all of them are freed together by arena_free or
// recycled together by arena_reset. Allocation never fails: when the system has no memory left the
// process prints a message and exits with status 2, because no caller can do better.
#ifndef CURFEW_BASE_ARENA_H
#define CURFEW_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *head;
    char *next; // first free byte of the head chunk
    char *end;
    size_t used; // bytes handed out since the last reset, for --stats
} Arena;

// Returns `size` zeroed bytes aligned for any object. A zero `size` gives a valid unique pointer.
void *arena_alloc(Arena *a, size_t size);

// Copies `len` bytes of `text` and a terminating NUL into the arena.
char *arena_strndup(Arena *a, const char *text, size_t len);

// Formats as printf does into the arena.
char *arena_printf(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Forgets every allocation but keeps the largest chunk for reuse.
void arena_reset(Arena *a);

// Returns all memory to the system; the arena is then empty and usable again.
void arena_free(Arena *a);

#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

// Has large pieces given back to the system when they are freed, for a program that frees one
// package's memory before it takes the next one's. At the start of a process, before any thread.
void mem_give_back(void);

// malloc, realloc that exit with a message instead of returning NULL.
void *mem_alloc(size_t size);
void *mem_resize(void *p, size_t size);

#endif

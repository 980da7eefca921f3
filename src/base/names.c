// names.c - interned names: one hash table, texts in an arena, entries found by number through a
// table of fixed-size pages so that readers never see a moved entry.
#include "base/names.h"
#include "base/hash.h"

#include <pthread.h>
#include <stdlib.h>

enum { PAGE_BITS = 12, PAGE_SIZE = 1 << PAGE_BITS, PAGE_COUNT = 1 << (32 - PAGE_BITS) };

struct Names {
    pthread_mutex_t lock;
    Arena arena;
    uint32_t *slots; // numbers + 1; 0 is free
    uint32_t cap, len;
    Str *pages[PAGE_COUNT];
};

static Str *entry(const Names *n, uint32_t v)
{
    return &n->pages[v >> PAGE_BITS][v & (PAGE_SIZE - 1)];
}

static uint32_t probe(const Names *n, Str text)
{
    uint32_t i = (uint32_t)hash_str(text) & (n->cap - 1);
    while (n->slots[i] && !str_eq(*entry(n, n->slots[i] - 1), text))
        i = (i + 1) & (n->cap - 1);
    return i;
}

static void grow(Names *n)
{
    free(n->slots);
    n->cap = n->cap ? n->cap * 2 : 1024;
    n->slots = calloc(n->cap, sizeof *n->slots);
    if (!n->slots)
        exit(2);
    for (uint32_t v = 0; v < n->len; v++)
        n->slots[probe(n, *entry(n, v))] = v + 1;
}

Names *names_new(void)
{
    Names *n = calloc(1, sizeof *n);
    if (!n)
        exit(2);
    pthread_mutex_init(&n->lock, NULL);
    grow(n);
    name_of(n, STR(""));
    return n;
}

void names_free(Names *n)
{
    if (!n)
        return;
    arena_free(&n->arena);
    free(n->slots);
    pthread_mutex_destroy(&n->lock);
    free(n);
}

Name name_of(Names *n, Str text)
{
    pthread_mutex_lock(&n->lock);
    uint32_t i = probe(n, text);
    if (!n->slots[i]) {
        uint32_t v = n->len;
        if (!n->pages[v >> PAGE_BITS])
            n->pages[v >> PAGE_BITS] = arena_array(&n->arena, Str, PAGE_SIZE);
        *entry(n, v) = (Str){arena_strndup(&n->arena, text.ptr, text.len), text.len};
        n->slots[i] = v + 1;
        n->len++;
        if (n->len * 4 > n->cap * 3) {
            grow(n);
            i = probe(n, text);
        }
    }
    Name name = {n->slots[i] - 1};
    pthread_mutex_unlock(&n->lock);
    return name;
}

Name name_ofs(Names *n, const char *text)
{
    return name_of(n, str_of(text));
}

Str name_str(const Names *n, Name name)
{
    return *entry(n, name.v);
}

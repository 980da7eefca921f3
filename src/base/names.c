// names.c - interned names, in shards by hash so that threads seldom wait for each other. A shard is a
// hash table, texts in an arena, and entries found by number through a table of fixed-size pages, so
// that readers never see a moved entry.
#include "base/names.h"
#include "base/hash.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHARD_BITS = 4,
    SHARDS = 1 << SHARD_BITS,
    PAGE_BITS = 10,
    PAGE_SIZE = 1 << PAGE_BITS,
    PAGE_COUNT = 1 << (32 - SHARD_BITS - PAGE_BITS),
};

// The hash is beside the index so that seldom another text than the right one is looked at.
typedef struct Slot {
    uint32_t hash;
    uint32_t index; // + 1; 0 is free
} Slot;

typedef struct Shard {
    pthread_mutex_t lock;
    Arena arena;
    Slot *slots;
    uint32_t cap, len;
    Str *pages[PAGE_COUNT];
} Shard;

// A name's number is its index in its shard, then the shard's number in the low bits.
struct Names {
    Shard shards[SHARDS];
};

static Str *entry(const Shard *s, uint32_t index)
{
    return &s->pages[index >> PAGE_BITS][index & (PAGE_SIZE - 1)];
}

static uint32_t probe(const Shard *s, Str text, uint32_t hash)
{
    uint32_t i = hash & (s->cap - 1);
    for (; s->slots[i].index; i = (i + 1) & (s->cap - 1))
        if (s->slots[i].hash == hash && str_eq(*entry(s, s->slots[i].index - 1), text))
            break;
    return i;
}

static void grow(Shard *s)
{
    Slot *old = s->slots;
    uint32_t count = s->cap;
    s->cap = s->cap ? s->cap * 2 : 128;
    s->slots = calloc(s->cap, sizeof *s->slots);
    if (!s->slots)
        exit(2);
    for (uint32_t k = 0; k < count; k++) {
        if (!old[k].index)
            continue;
        uint32_t i = old[k].hash & (s->cap - 1);
        while (s->slots[i].index)
            i = (i + 1) & (s->cap - 1);
        s->slots[i] = old[k];
    }
    free(old);
}

static uint32_t intern(Shard *s, Str text, uint32_t hash)
{
    uint32_t i = probe(s, text, hash);
    if (s->slots[i].index)
        return s->slots[i].index - 1;
    uint32_t v = s->len;
    if (!s->pages[v >> PAGE_BITS])
        s->pages[v >> PAGE_BITS] = arena_array(&s->arena, Str, PAGE_SIZE);
    *entry(s, v) = (Str){arena_strndup(&s->arena, text.ptr, text.len), text.len};
    s->slots[i] = (Slot){hash, v + 1};
    s->len++;
    if (s->len * 4 > s->cap * 3)
        grow(s);
    return v;
}

Names *names_new(void)
{
    Names *n = calloc(1, sizeof *n);
    if (!n)
        exit(2);
    for (int i = 0; i < SHARDS; i++) {
        pthread_mutex_init(&n->shards[i].lock, NULL);
        grow(&n->shards[i]);
    }
    // The empty text is number 0, whatever its hash.
    intern(&n->shards[0], STR(""), 0);
    return n;
}

void names_free(Names *n)
{
    if (!n)
        return;
    for (int i = 0; i < SHARDS; i++) {
        arena_free(&n->shards[i].arena);
        free(n->shards[i].slots);
        pthread_mutex_destroy(&n->shards[i].lock);
    }
    free(n);
}

Name name_of(Names *n, Str text)
{
    if (text.len == 0)
        return (Name){0};
    uint64_t hash = hash_str(text);
    uint32_t shard = (uint32_t)(hash >> (64 - SHARD_BITS));
    Shard *s = &n->shards[shard];
    pthread_mutex_lock(&s->lock);
    uint32_t index = intern(s, text, (uint32_t)hash);
    pthread_mutex_unlock(&s->lock);
    return (Name){index << SHARD_BITS | shard};
}

Name name_ofs(Names *n, const char *text)
{
    return name_of(n, str_of(text));
}

Str name_str(const Names *n, Name name)
{
    return *entry(&n->shards[name.v & (SHARDS - 1)], name.v >> SHARD_BITS);
}

// The first and last bytes and the length tell most identifiers apart.
static uint32_t cache_slot(Str text)
{
    uint64_t first = 0, last = 0;
    size_t n = text.len < sizeof first ? text.len : sizeof first;
    memcpy(&first, text.ptr, n);
    memcpy(&last, text.ptr + text.len - n, n);
    uint64_t h = (first ^ (last << 7 | last >> 57) ^ text.len) * 0x9e3779b97f4a7c15u;
    return (uint32_t)(h >> 32) % NAME_CACHE_SLOTS;
}

Name name_cached(NameCache *c, Str text)
{
    if (text.len == 0)
        return (Name){0};
    uint32_t slot = cache_slot(text);
    if (!str_eq(c->slots[slot].text, text)) {
        c->slots[slot].name = name_of(c->names, text);
        c->slots[slot].text = name_str(c->names, c->slots[slot].name);
    }
    return c->slots[slot].name;
}

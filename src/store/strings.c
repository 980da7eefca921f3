// strings.c - a table of texts: open addressing over their hashes on both sides.
#include "store/strings.h"
#include "base/hash.h"

#include <stdlib.h>

static uint32_t probe(const StringWriter *s, Str text)
{
    uint32_t i = (uint32_t)hash_str(text) & (s->cap - 1);
    while (s->slots[i] && !str_eq(s->strings.data[s->slots[i] - 1], text))
        i = (i + 1) & (s->cap - 1);
    return i;
}

static void grow(Arena *a, StringWriter *s)
{
    s->cap = s->cap ? s->cap * 2 : 64;
    s->slots = arena_array(a, uint32_t, s->cap);
    for (uint32_t n = 0; n < s->strings.len; n++)
        s->slots[probe(s, s->strings.data[n])] = n + 1;
}

uint32_t strings_add(Arena *a, StringWriter *s, Str text)
{
    if (s->strings.len >= s->cap / 2)
        grow(a, s);
    uint32_t i = probe(s, text);
    if (!s->slots[i]) {
        vec_push(a, &s->strings, text);
        s->slots[i] = s->strings.len;
    }
    return s->slots[i] - 1;
}

void strings_write(const StringWriter *s, Writer *w)
{
    writer_varint(w, s->strings.len);
    VEC_EACH (const Str, text, &s->strings)
        writer_varint(w, text->len);
    VEC_EACH (const Str, text, &s->strings)
        writer_bytes(w, text->ptr, text->len);
}

static uint32_t find_slot(const StringReader *s, Str text)
{
    uint32_t i = (uint32_t)hash_str(text) & s->mask;
    while (s->slots[i] && !str_eq(strings_at(s, s->slots[i] - 1), text))
        i = (i + 1) & s->mask;
    return i;
}

static bool index_texts(StringReader *s)
{
    for (uint32_t n = 0; n < s->count; n++) {
        uint32_t i = find_slot(s, strings_at(s, n));
        if (s->slots[i])
            return false;
        s->slots[i] = n + 1;
    }
    return true;
}

enum {
    // Numbers and places in the table fit 32 bits with room for the slots.
    STRINGS_MAX = 1 << 28,
};

bool strings_read(StringReader *s, Reader *r)
{
    *s = (StringReader){.count = reader_count(r)};
    if (s->count >= STRINGS_MAX)
        return false;
    uint64_t size = 2;
    while (size < (uint64_t)s->count * 2)
        size *= 2;
    s->mask = (uint32_t)(size - 1);
    s->starts = mem_alloc(((size_t)s->count + 1) * sizeof *s->starts);
    s->slots = mem_alloc(size * sizeof *s->slots);
    memset(s->slots, 0, size * sizeof *s->slots);
    uint64_t end = 0;
    s->starts[0] = 0;
    for (uint32_t n = 0; n < s->count; n++) {
        end += reader_below(r, UINT32_MAX);
        if (end > reader_left(r))
            reader_fail(r);
        s->starts[n + 1] = (uint32_t)end;
    }
    s->texts = (const char *)reader_bytes(r, end);
    return !reader_failed(r) && end < UINT32_MAX && index_texts(s);
}

void strings_free(StringReader *s)
{
    free(s->starts);
    free(s->slots);
    *s = (StringReader){0};
}

uint32_t strings_find(const StringReader *s, Str text)
{
    return s->slots[find_slot(s, text)] - 1;
}

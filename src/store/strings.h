// strings.h - a table of texts that stands in bytes once, with numbers for its texts.
//
// The side that writes gives numbers in the order in which texts are first asked for. The side
// that reads finds a text by number and a number by text; it borrows the bytes, and after
// strings_read it is read-only.
#ifndef CURFEW_STORE_STRINGS_H
#define CURFEW_STORE_STRINGS_H

#include "base/vec.h"
#include "store/bytes.h"

typedef struct StringWriter {
    VEC(Str) strings;
    uint32_t *slots; // number + 1; 0 is free
    uint32_t cap;
} StringWriter;

// The number of a text, which is borrowed. Memory comes from the arena.
uint32_t strings_add(Arena *a, StringWriter *s, Str text);
void strings_write(const StringWriter *s, Writer *w);

typedef struct StringReader {
    const char *texts;
    uint32_t count, mask;
    uint32_t *starts; // count + 1 of them
    uint32_t *slots;
} StringReader;

// False when the bytes are no table, or a text stands in it twice. Free it in both cases.
bool strings_read(StringReader *s, Reader *r);
void strings_free(StringReader *s);
// UINT32_MAX when the text is not in the table.
uint32_t strings_find(const StringReader *s, Str text);

static inline Str strings_at(const StringReader *s, uint32_t number)
{
    return (Str){s->texts + s->starts[number], s->starts[number + 1] - s->starts[number]};
}

#endif

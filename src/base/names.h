// names.h - interned names.
//
// A Name is the number of a text; equal texts have equal numbers within one Names table, and the
// number is never an order. Tables are safe to use from several threads. Name 0 is the empty text.
#ifndef CURFEW_BASE_NAMES_H
#define CURFEW_BASE_NAMES_H

#include "base/str.h"

typedef struct Name {
    uint32_t v;
} Name;

typedef struct Names Names;

Names *names_new(void);
void names_free(Names *n);

// Interns a copy of `text`.
Name name_of(Names *n, Str text);
Name name_ofs(Names *n, const char *text);

// The text of a name, NUL-terminated; lives as long as the table.
Str name_str(const Names *n, Name name);

// What one thread has asked for lately, so that it seldom waits for the table: the same few names come
// again and again in one package. A cache with its table set is empty.
enum { NAME_CACHE_SLOTS = 1024 };

typedef struct NameCache {
    Names *names;
    struct {
        Str text;
        Name name;
    } slots[NAME_CACHE_SLOTS];
} NameCache;

// As name_of.
Name name_cached(NameCache *c, Str text);

static inline bool name_eq(Name a, Name b)
{
    return a.v == b.v;
}

#endif

// str.h - borrowed text (Str) and growing text (StrBuf).
#ifndef CURFEW_BASE_STR_H
#define CURFEW_BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdarg.h>

// A view of bytes owned by someone else; not NUL-terminated.
typedef struct Str {
    const char *ptr;
    size_t len;
} Str;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
#define STR_ARG(s) (int)(s).len, (s).ptr // for "%.*s"

Str str_of(const char *text); // NUL-terminated; NULL gives an empty view
bool str_eq(Str a, Str b);
bool str_is(Str a, const char *text);
bool str_starts(Str a, const char *prefix);
bool str_ends(Str a, const char *suffix);
int str_cmp(Str a, Str b);                // byte order, as strcmp
Str str_sub(Str s, size_t start, size_t end); // clamped to s
Str str_trim(Str s);                      // without leading and trailing ASCII white space
size_t str_find(Str s, Str needle);       // offset, or SIZE_MAX when absent

// Text that grows; owns its memory (malloc), freed by strbuf_free. Always NUL-terminated once used.
typedef struct StrBuf {
    char *data;
    size_t len, cap;
} StrBuf;

void strbuf_add(StrBuf *b, Str s);
void strbuf_adds(StrBuf *b, const char *text);
void strbuf_addc(StrBuf *b, char c);
void strbuf_repeat(StrBuf *b, char c, size_t n);
void strbuf_printf(StrBuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str strbuf_view(const StrBuf *b);
void strbuf_free(StrBuf *b);

#endif

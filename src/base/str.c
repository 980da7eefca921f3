// str.c - borrowed and growing text.
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Str str_of(const char *text)
{
    return (Str){text, text ? strlen(text) : 0};
}

bool str_eq(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool str_is(Str a, const char *text)
{
    return str_eq(a, str_of(text));
}

bool str_starts(Str a, const char *prefix)
{
    Str p = str_of(prefix);
    return str_eq(str_sub(a, 0, p.len), p);
}

bool str_ends(Str a, const char *suffix)
{
    Str s = str_of(suffix);
    return a.len >= s.len && str_eq(str_sub(a, a.len - s.len, a.len), s);
}

int str_cmp(Str a, Str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

Str str_sub(Str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return (Str){start ? s.ptr + start : s.ptr, end - start}; // NULL takes no offset, not even 0
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Str str_trim(Str s)
{
    while (s.len && is_space(s.ptr[0]))
        s = (Str){s.ptr + 1, s.len - 1};
    while (s.len && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

size_t str_find(Str s, Str needle)
{
    if (needle.len == 0)
        return 0;
    for (size_t i = 0; i + needle.len <= s.len; i++) {
        const char *first = memchr(s.ptr + i, needle.ptr[0], s.len - needle.len - i + 1);
        if (!first)
            break;
        i = (size_t)(first - s.ptr);
        if (str_eq(str_sub(s, i, i + needle.len), needle))
            return i;
    }
    return SIZE_MAX;
}

static void reserve(StrBuf *b, size_t more)
{
    size_t need = b->len + more + 1;
    if (need <= b->cap)
        return;
    size_t cap = b->cap ? b->cap * 2 : 64;
    if (cap < need)
        cap = need;
    b->data = mem_resize(b->data, cap);
    b->cap = cap;
}

void strbuf_add(StrBuf *b, Str s)
{
    reserve(b, s.len);
    if (s.len)
        memcpy(b->data + b->len, s.ptr, s.len);
    b->len += s.len;
    b->data[b->len] = 0;
}

void strbuf_adds(StrBuf *b, const char *text)
{
    strbuf_add(b, str_of(text));
}

void strbuf_addc(StrBuf *b, char c)
{
    strbuf_add(b, (Str){&c, 1});
}

void strbuf_repeat(StrBuf *b, char c, size_t n)
{
    reserve(b, n);
    memset(b->data + b->len, c, n);
    b->len += n;
    b->data[b->len] = 0;
}

void strbuf_printf(StrBuf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    reserve(b, (size_t)len);
    vsnprintf(b->data + b->len, (size_t)len + 1, format, again);
    va_end(again);
    b->len += (size_t)len;
}

Str strbuf_view(const StrBuf *b)
{
    return (Str){b->data, b->len};
}

void strbuf_free(StrBuf *b)
{
    free(b->data);
    *b = (StrBuf){0};
}

// glyph.c - characters, their widths, and escapes for those that must not reach a terminal.
#include "report/glyph.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static Glyph escape(uint32_t len, const char *format, unsigned value)
{
    Glyph g = {.len = len, .escaped = true};
    int n = snprintf(g.text, sizeof g.text, format, value);
    g.text_len = (uint8_t)n;
    g.width = (uint32_t)n;
    return g;
}

// Joiners are part of how scripts and emoji are written; every other format character is invisible
// and can hide what the code says.
static bool must_escape(utf8proc_int32_t c)
{
    if (c == 0x200C || c == 0x200D)
        return false;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CN: // unassigned: terminals disagree about its width
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

Glyph glyph_at(Str s, size_t at)
{
    unsigned char first = (unsigned char)s.ptr[at];
    if (first < 0x80) {
        if (first < 0x20 || first == 0x7f)
            return escape(1, "\\x%02x", first);
        return (Glyph){.len = 1, .width = 1, .text_len = 1, .text = {(char)first}};
    }
    utf8proc_int32_t c;
    size_t left = s.len - at < 4 ? s.len - at : 4;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at, (utf8proc_ssize_t)left, &c);
    if (n <= 0)
        return escape(1, "\\x%02x", first);
    if (must_escape(c))
        return escape((uint32_t)n, "\\u{%x}", (unsigned)c);
    Glyph g = {.len = (uint32_t)n, .text_len = (uint8_t)n};
    g.width = (uint32_t)utf8proc_charwidth(c);
    memcpy(g.text, s.ptr + at, (size_t)n);
    return g;
}

uint32_t glyph_width(Str s)
{
    uint32_t width = 0;
    for (size_t at = 0; at < s.len;) {
        Glyph g = glyph_at(s, at);
        width += g.width;
        at += g.len;
    }
    return width;
}

void glyph_put(Str s, StrBuf *out)
{
    for (size_t at = 0; at < s.len;) {
        Glyph g = glyph_at(s, at);
        strbuf_add(out, (Str){g.text, g.text_len});
        at += g.len;
    }
}

const char *glyph_text(Arena *a, const char *text)
{
    StrBuf safe = {0};
    glyph_put(str_of(text), &safe);
    const char *copy = arena_strndup(a, safe.data ? safe.data : "", safe.len);
    strbuf_free(&safe);
    return copy;
}

// json_text.c - bytes as JSON strings, reversibly.
#include "base/json_text.h"

#include <utf8proc.h>

enum { BYTE_BASE = 0xF700, BYTE_FIRST = 0xF780, BYTE_LAST = 0xF7FF };

static void put_byte(unsigned char byte, StrBuf *out)
{
    utf8proc_uint8_t encoded[4];
    utf8proc_ssize_t n = utf8proc_encode_char(BYTE_BASE + byte, encoded);
    strbuf_add(out, (Str){(const char *)encoded, (size_t)n});
}

json_t *json_text(Str text)
{
    StrBuf out = {0};
    for (size_t at = 0; at < text.len;) {
        utf8proc_int32_t c;
        size_t left = text.len - at < 4 ? text.len - at : 4;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at, (utf8proc_ssize_t)left, &c);
        bool plain = n > 0 && (c < BYTE_FIRST || c > BYTE_LAST);
        size_t len = n > 0 ? (size_t)n : 1;
        if (plain)
            strbuf_add(&out, str_sub(text, at, at + len));
        else
            for (size_t i = at; i < at + len; i++)
                put_byte((unsigned char)text.ptr[i], &out);
        at += len;
    }
    json_t *value = json_stringn(out.data ? out.data : "", out.len);
    strbuf_free(&out);
    return value;
}

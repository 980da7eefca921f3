// bytes.c - writing and reading values as bytes.
#include "store/bytes.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

static void room(Writer *w, size_t more)
{
    if (w->cap - w->len >= more)
        return;
    size_t cap = w->cap ? w->cap * 2 : 256;
    while (cap - w->len < more)
        cap *= 2;
    w->data = mem_resize(w->data, cap);
    w->cap = cap;
}

void writer_byte(Writer *w, uint8_t v)
{
    room(w, 1);
    w->data[w->len++] = (char)v;
}

void writer_varint(Writer *w, uint64_t v)
{
    room(w, 10);
    while (v >= 0x80) {
        w->data[w->len++] = (char)(v | 0x80);
        v >>= 7;
    }
    w->data[w->len++] = (char)v;
}

void writer_signed(Writer *w, int64_t v)
{
    uint64_t u = (uint64_t)v << 1;
    writer_varint(w, v < 0 ? ~u : u);
}

void writer_bytes(Writer *w, const void *data, size_t len)
{
    if (len == 0)
        return;
    room(w, len);
    memcpy(w->data + w->len, data, len);
    w->len += len;
}

void writer_free(Writer *w)
{
    free(w->data);
    *w = (Writer){0};
}

void reader_fail(Reader *r)
{
    r->failed = true;
    r->at = r->end;
}

uint8_t reader_byte(Reader *r)
{
    if (r->at < r->end)
        return *r->at++;
    reader_fail(r);
    return 0;
}

uint64_t reader_varint(Reader *r)
{
    uint64_t v = 0;
    for (unsigned shift = 0; r->at < r->end && shift < 64; shift += 7) {
        uint8_t b = *r->at++;
        // The tenth byte holds the last bit, and a value has one spelling only.
        if ((shift == 63 && b > 1) || (shift > 0 && b == 0))
            break;
        v |= (uint64_t)(b & 0x7f) << shift;
        if (b < 0x80)
            return v;
    }
    reader_fail(r);
    return 0;
}

int64_t reader_signed(Reader *r)
{
    uint64_t u = reader_varint(r);
    return (int64_t)(u >> 1 ^ (0 - (u & 1)));
}

uint32_t reader_below(Reader *r, uint64_t limit)
{
    uint64_t v = reader_varint(r);
    if (v < limit && v <= UINT32_MAX)
        return (uint32_t)v;
    reader_fail(r);
    return 0;
}

uint32_t reader_count(Reader *r)
{
    uint64_t v = reader_varint(r);
    if (v <= reader_left(r) && v < UINT32_MAX)
        return (uint32_t)v;
    reader_fail(r);
    return 0;
}

const uint8_t *reader_bytes(Reader *r, size_t len)
{
    if (reader_left(r) < len) {
        reader_fail(r);
        return NULL;
    }
    const uint8_t *at = r->at;
    r->at += len;
    return at;
}

static void fixed(char *to, uint64_t v, int bytes)
{
    for (int i = 0; i < bytes; i++)
        to[i] = (char)(v >> (8 * i));
}

static uint64_t get_fixed(const char *from, int bytes)
{
    uint64_t v = 0;
    for (int i = 0; i < bytes; i++)
        v |= (uint64_t)(uint8_t)from[i] << (8 * i);
    return v;
}

char *seal_bytes(const char magic[4], uint32_t version, Str payload, size_t *len)
{
    *len = SEAL_BYTES + payload.len;
    char *bytes = mem_alloc(*len);
    memcpy(bytes, magic, 4);
    fixed(bytes + 4, version, 4);
    fixed(bytes + 8, payload.len, 8);
    fixed(bytes + 16, hash_str(payload), 8);
    if (payload.len)
        memcpy(bytes + SEAL_BYTES, payload.ptr, payload.len);
    return bytes;
}

bool seal_check(Str bytes, const char magic[4], uint32_t version, Str *payload, const char **error)
{
    *payload = (Str){0};
    if (bytes.len < SEAL_BYTES || memcmp(bytes.ptr, magic, 4) != 0)
        *error = "these bytes are something else";
    else if (get_fixed(bytes.ptr + 4, 4) != version)
        *error = "they are of another version";
    else if (get_fixed(bytes.ptr + 8, 8) != bytes.len - SEAL_BYTES)
        *error = "their length is not what they say";
    else if (get_fixed(bytes.ptr + 16, 8) !=
             hash_bytes(bytes.ptr + SEAL_BYTES, bytes.len - SEAL_BYTES, 0))
        *error = "their checksum is wrong";
    else {
        *payload = str_sub(bytes, SEAL_BYTES, bytes.len);
        return true;
    }
    return false;
}

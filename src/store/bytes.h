// bytes.h - writing and reading values as bytes: varints, texts, and the header that says what the
// bytes are.
//
// A Writer owns its memory until writer_take gives it away. A Reader borrows; past the end, or at
// a malformed value, it fails once and for all: it then reads zeros, and whoever reads asks
// reader_failed when done instead of after every value.
#ifndef CURFEW_STORE_BYTES_H
#define CURFEW_STORE_BYTES_H

#include "base/str.h"

typedef struct Writer {
    char *data;
    size_t len, cap;
} Writer;

void writer_byte(Writer *w, uint8_t v);
void writer_varint(Writer *w, uint64_t v); // 7 bits a byte, lowest first
void writer_signed(Writer *w, int64_t v);  // zigzag
void writer_bytes(Writer *w, const void *data, size_t len);
void writer_free(Writer *w);

typedef struct Reader {
    const uint8_t *at, *end;
    bool failed;
} Reader;

uint8_t reader_byte(Reader *r);
uint64_t reader_varint(Reader *r);
int64_t reader_signed(Reader *r);
// A varint that must be below `limit`; fails, and gives 0, when it is not.
uint32_t reader_below(Reader *r, uint64_t limit);
// A count of things that take at least one byte each, so that no few bytes ask for much memory.
uint32_t reader_count(Reader *r);
const uint8_t *reader_bytes(Reader *r, size_t len); // NULL when there are not as many
static inline bool reader_failed(const Reader *r)
{
    return r->failed;
}
static inline size_t reader_left(const Reader *r)
{
    return (size_t)(r->end - r->at);
}
void reader_fail(Reader *r);

enum { SEAL_BYTES = 24 };

// Puts the header before a payload: magic (4 bytes), version, length, checksum. The result is
// allocated with malloc.
char *seal_bytes(const char magic[4], uint32_t version, Str payload, size_t *len);
// The payload of sealed bytes; false and a reason when they are something else, of another
// version, cut off or changed.
bool seal_check(Str bytes, const char magic[4], uint32_t version, Str *payload, const char **error);

#endif

// source.h - one text that is analysed, and positions in it.
//
// A position is a byte offset within one Source; no position depends on another file. Line and
// column are computed on demand from a line table built at first use.
#ifndef CURFEW_BASE_SOURCE_H
#define CURFEW_BASE_SOURCE_H

#include "base/str.h"

typedef struct Source {
    const char *path; // as the user gave it; owned by the caller
    const char *text; // `len` bytes, then one NUL that belongs to no one
    uint32_t len;
    uint32_t *lines; // offsets of line starts, built by source_position
    uint32_t line_count;
    Arena arena; // owns text and lines
} Source;

// Half-open range of bytes [start, end).
typedef struct Span {
    uint32_t start, end;
} Span;

// A span and the text it lies in.
typedef struct Place {
    const Source *source;
    Span span;
} Place;

// Line from 1, column in bytes from 1.
typedef struct Position {
    uint32_t line, column;
} Position;

// The largest source that is read: offsets are 32-bit and node ids must fit beside them.
enum { SOURCE_MAX = 1 << 30 };

// Reads a regular file or a pipe whole. It is read and not mapped: a mapped file that somebody shortens
// meanwhile ends the process. `path` must outlive the source. Returns NULL on failure and
// sets *error to a message without the path ("permission denied", "larger than 1 GiB", …).
Source *source_read(const char *path, const char **error);

// As source_read, from standard input; `path` is what positions are reported under.
Source *source_read_stdin(const char *path, const char **error);

// A source with a copy of `text`.
Source *source_from(const char *path, Str text);

void source_free(Source *s);

Position source_position(const Source *s, uint32_t offset);

// The bytes of a line (from 1), without its line end.
Str source_line(const Source *s, uint32_t line);

static inline Str source_str(const Source *s, Span span)
{
    return (Str){s->text + span.start, span.end - span.start};
}

#endif

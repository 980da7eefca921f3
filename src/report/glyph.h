// glyph.h - text as a terminal shows it: one character at a time, with its width in columns.
//
// Nothing that could move the cursor, change colours or reorder text passes: control characters,
// bytes that are not UTF-8 and invisible format characters come out as visible escapes (\x1b,
// \u{202e}).
#ifndef CURFEW_REPORT_GLYPH_H
#define CURFEW_REPORT_GLYPH_H

#include "base/str.h"

typedef struct Glyph {
    uint32_t len;   // bytes of the text that it stands for, at least 1
    uint32_t width; // columns
    bool escaped;   // `text` is an escape, not the bytes themselves
    uint8_t text_len;
    char text[12]; // what to print
} Glyph;

// The glyph at byte `at`, which must lie inside `s`. Tabs and newlines are escaped like other
// control characters: who gives them a meaning looks for them first.
Glyph glyph_at(Str s, size_t at);

// Columns of `s` when every glyph of it is printed.
uint32_t glyph_width(Str s);

// Appends `s` with every glyph made harmless.
void glyph_put(Str s, StrBuf *out);

// `text` with every glyph made harmless.
const char *glyph_text(Arena *a, const char *text);

#endif

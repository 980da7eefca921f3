// scan.h - bytes to tokens. Private to src/syntax.
//
// The whole text is scanned before parsing starts, into parallel arrays: kind, length and start of
// each token. Comments go to an array of their own, so that the parser never sees one. Automatic
// semicolons are tokens of length 0.
#ifndef CURFEW_SYNTAX_SCAN_H
#define CURFEW_SYNTAX_SCAN_H

#include "syntax/faults.h"

// A token too long for its length byte.
typedef struct LongToken {
    uint32_t token, end;
} LongToken;

enum { LENGTH_IS_LONG = 255 };

typedef struct Tokens {
    uint8_t *kinds;
    uint8_t *lengths; // bytes; LENGTH_IS_LONG: look in longs
    uint32_t *starts; // offsets in the Source
    uint32_t count, cap;
    LongToken *longs; // in token order
    uint32_t long_count, long_cap;
    Comment *comments;
    uint32_t comment_count, comment_cap;
} Tokens;

// Scans text[0, len), which is followed by one NUL byte. `base` is the offset of text[0] in the
// Source. Token 0 is a dummy; the last token is TOK_EOF. The arrays are the caller's to free.
void scan_text(const char *text, uint32_t len, uint32_t base, Tokens *out, Faults *faults);

void tokens_free(Tokens *t);
uint32_t tokens_end(const Tokens *t, uint32_t token); // offset behind the token
size_t tokens_bytes(const Tokens *t);

// ---- Between the files of the scanner ----

typedef struct Scanner {
    const unsigned char *text; // first byte
    const unsigned char *end;  // the NUL behind the last byte
    uint32_t base;
    Faults *faults;
} Scanner;

static inline uint32_t scan_offset(const Scanner *s, const unsigned char *p)
{
    return s->base + (uint32_t)(p - s->text);
}

// Reports NUL bytes, byte order marks and invalid UTF-8. Returns false for UTF-16, which is
// reported once and is not worth scanning.
bool scan_check_encoding(const Scanner *s);

// Decodes one code point; *size gets its length in bytes (1 for an invalid byte, which gives -1).
int32_t scan_decode(const unsigned char *p, const unsigned char *end, uint32_t *size);

// letter = unicode_letter | "_" ; an identifier goes on with letters and unicode_digits.
bool scan_continues_identifier(int32_t rune, bool first);

// Each starts at the first byte of its literal and gives the byte behind it.
const unsigned char *scan_number(const Scanner *s, const unsigned char *p, TokenKind *kind);
const unsigned char *scan_string(const Scanner *s, const unsigned char *p);
const unsigned char *scan_raw_string(const Scanner *s, const unsigned char *p);
const unsigned char *scan_rune(const Scanner *s, const unsigned char *p);

// Starts at the slash; *newline gets the first line end inside a general comment, or NULL.
const unsigned char *scan_comment(const Scanner *s, const unsigned char *p,
                                  const unsigned char **newline);

#endif

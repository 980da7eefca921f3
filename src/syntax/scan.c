// scan.c - the main loop of the scanner.
//
// One table gives each byte its class and one switch acts on it. Every run ends at a byte of
// another class, at the latest at the NUL behind the text, so no loop tests for the end. Words and
// indentation, whose lengths no branch predictor guesses, are measured eight bytes at a time with
// arithmetic inside a 64-bit word (as in Warren, Hacker's Delight, chapter 6). Keywords are found
// by a perfect hash of length and first two letters.
#include "syntax/scan.h"

#include <stdlib.h>
#include <string.h>

typedef enum ByteClass {
    LET, // letter or _
    DIG, // decimal digit: LET and DIG continue an identifier
    BLK, // blank, tab, carriage return
    NLN, // line end
    ONE, // a token of one byte, whatever follows
    DOT, // . or ... or a number
    PUN, // an operator c, which may be c= or cc as well
    SLA, // / or a comment
    OTH, // the rest: literals, operators with more forms, what is not ASCII, the NUL at the end
} ByteClass;

static const uint8_t class_of[256] = {
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, BLK, NLN, OTH, OTH, BLK, OTH, OTH, // 00
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // 10
    BLK, PUN, OTH, OTH, OTH, PUN, OTH, OTH, ONE, ONE, PUN, PUN, ONE, PUN, DOT, SLA, // 20
    DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, PUN, ONE, OTH, PUN, OTH, OTH, // 30
    OTH, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, // 40
    LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, ONE, OTH, ONE, PUN, LET, // 50
    OTH, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, // 60
    LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, ONE, PUN, ONE, ONE, OTH, // 70
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // 80
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // 90
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // a0
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // b0
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // c0
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // d0
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // e0
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, // f0
};

// What an ASCII operator byte means alone, before '=', and doubled (ILLEGAL: not possible).
typedef struct Operator {
    uint8_t alone, assign, twice, unused;
} Operator;

static const Operator operators[128] = {
    ['('] = {TOK_LPAREN, 0, 0, 0},
    [')'] = {TOK_RPAREN, 0, 0, 0},
    ['['] = {TOK_LBRACK, 0, 0, 0},
    [']'] = {TOK_RBRACK, 0, 0, 0},
    ['{'] = {TOK_LBRACE, 0, 0, 0},
    ['}'] = {TOK_RBRACE, 0, 0, 0},
    [','] = {TOK_COMMA, 0, 0, 0},
    ['.'] = {TOK_PERIOD, 0, 0, 0},
    [';'] = {TOK_SEMICOLON, 0, 0, 0},
    ['~'] = {TOK_TILDE, 0, 0, 0},
    ['!'] = {TOK_NOT, TOK_NEQ, 0, 0},
    ['%'] = {TOK_REM, TOK_REM_ASSIGN, 0, 0},
    ['*'] = {TOK_MUL, TOK_MUL_ASSIGN, 0, 0},
    [':'] = {TOK_COLON, TOK_DEFINE, 0, 0},
    ['='] = {TOK_ASSIGN, TOK_EQL, 0, 0},
    ['^'] = {TOK_XOR, TOK_XOR_ASSIGN, 0, 0},
    ['+'] = {TOK_ADD, TOK_ADD_ASSIGN, TOK_INC, 0},
    ['-'] = {TOK_SUB, TOK_SUB_ASSIGN, TOK_DEC, 0},
    ['|'] = {TOK_OR, TOK_OR_ASSIGN, TOK_LOR, 0},
    ['&'] = {TOK_AND, TOK_AND_ASSIGN, TOK_LAND, 0},
    ['<'] = {TOK_LSS, TOK_LEQ, TOK_SHL, 0},
    ['>'] = {TOK_GTR, TOK_GEQ, TOK_SHR, 0},
    ['/'] = {TOK_QUO, TOK_QUO_ASSIGN, 0, 0},
};

// Spec, Semicolons: a line end after one of these makes a semicolon.
static const bool ends_statement[TOKEN_KIND_COUNT] = {
    [TOK_IDENT] = true,  [TOK_INT] = true,         [TOK_FLOAT] = true,  [TOK_IMAG] = true,
    [TOK_CHAR] = true,   [TOK_STRING] = true,      [TOK_BREAK] = true,  [TOK_CONTINUE] = true,
    [TOK_RETURN] = true, [TOK_FALLTHROUGH] = true, [TOK_INC] = true,    [TOK_DEC] = true,
    [TOK_RPAREN] = true, [TOK_RBRACK] = true,      [TOK_RBRACE] = true,
};

// ---- Eight bytes at a time ----

static const uint64_t ones = 0x0101010101010101u;
static const uint64_t highs = 0x8080808080808080u;

// Sets the high bit of each byte of `x` (all below 0x80) that lies in low … high.
static inline uint64_t bytes_between(uint64_t x, unsigned char low, unsigned char high)
{
    return (x + (0x80u - low) * ones) & ~(x + (0x7fu - high) * ones);
}

// Sets the high bit of each byte that continues an ASCII identifier.
static inline uint64_t identifier_bytes(uint64_t x)
{
    uint64_t ascii = x & ~highs;
    uint64_t letters = bytes_between(ascii | 0x20 * ones, 'a', 'z');
    uint64_t digits = bytes_between(ascii, '0', '9');
    uint64_t underscores = bytes_between(ascii, '_', '_');
    return (letters | digits | underscores) & ~x & highs;
}

static inline uint64_t load_word(const unsigned char *p)
{
    uint64_t x;
    memcpy(&x, p, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

// The index of the first byte whose high bit is set; `marks` has one.
static inline unsigned first_byte(uint64_t marks)
{
    return (unsigned)__builtin_ctzll(marks) / 8;
}

static inline const unsigned char *skip_ascii_identifier(const Scanner *s, const unsigned char *p)
{
    while (s->end - p >= 8) {
        uint64_t stops = identifier_bytes(load_word(p)) ^ highs;
        if (stops)
            return p + first_byte(stops);
        p += 8;
    }
    while (class_of[*p] <= DIG)
        p++;
    return p;
}

static inline const unsigned char *skip_tabs(const Scanner *s, const unsigned char *p)
{
    while (s->end - p >= 8) {
        uint64_t others = load_word(p) ^ '\t' * ones;
        if (others)
            return p + first_byte(others);
        p += 8;
    }
    return p;
}

// The keyword with a given hash: its first eight bytes as a little-endian word, length and kind.
// The multipliers of the hash were found by search.
typedef struct Keyword {
    uint64_t word;
    uint8_t len, kind;
} Keyword;

#define BYTE(c, i) ((uint64_t)(unsigned char)(c) << (8 * (i)))
#define WORD(a, b, c, d, e, f, g, h)                                                               \
    (BYTE(a, 0) | BYTE(b, 1) | BYTE(c, 2) | BYTE(d, 3) | BYTE(e, 4) | BYTE(f, 5) | BYTE(g, 6) |    \
     BYTE(h, 7))

static const Keyword keywords[64] = {
    [0] = {WORD('f', 'a', 'l', 'l', 't', 'h', 'r', 'o'), 11, TOK_FALLTHROUGH},
    [2] = {WORD('i', 'n', 't', 'e', 'r', 'f', 'a', 'c'), 9, TOK_INTERFACE},
    [4] = {WORD('g', 'o', 0, 0, 0, 0, 0, 0), 2, TOK_GO},
    [6] = {WORD('f', 'o', 'r', 0, 0, 0, 0, 0), 3, TOK_FOR},
    [9] = {WORD('c', 'o', 'n', 's', 't', 0, 0, 0), 5, TOK_CONST},
    [10] = {WORD('g', 'o', 't', 'o', 0, 0, 0, 0), 4, TOK_GOTO},
    [16] = {WORD('d', 'e', 'f', 'e', 'r', 0, 0, 0), 5, TOK_DEFER},
    [17] = {WORD('t', 'y', 'p', 'e', 0, 0, 0, 0), 4, TOK_TYPE},
    [18] = {WORD('c', 'o', 'n', 't', 'i', 'n', 'u', 'e'), 8, TOK_CONTINUE},
    [19] = {WORD('b', 'r', 'e', 'a', 'k', 0, 0, 0), 5, TOK_BREAK},
    [22] = {WORD('d', 'e', 'f', 'a', 'u', 'l', 't', 0), 7, TOK_DEFAULT},
    [23] = {WORD('c', 'h', 'a', 'n', 0, 0, 0, 0), 4, TOK_CHAN},
    [25] = {WORD('s', 't', 'r', 'u', 'c', 't', 0, 0), 6, TOK_STRUCT},
    [31] = {WORD('f', 'u', 'n', 'c', 0, 0, 0, 0), 4, TOK_FUNC},
    [32] = {WORD('i', 'm', 'p', 'o', 'r', 't', 0, 0), 6, TOK_IMPORT},
    [33] = {WORD('r', 'e', 't', 'u', 'r', 'n', 0, 0), 6, TOK_RETURN},
    [34] = {WORD('s', 'e', 'l', 'e', 'c', 't', 0, 0), 6, TOK_SELECT},
    [36] = {WORD('s', 'w', 'i', 't', 'c', 'h', 0, 0), 6, TOK_SWITCH},
    [37] = {WORD('i', 'f', 0, 0, 0, 0, 0, 0), 2, TOK_IF},
    [40] = {WORD('c', 'a', 's', 'e', 0, 0, 0, 0), 4, TOK_CASE},
    [47] = {WORD('m', 'a', 'p', 0, 0, 0, 0, 0), 3, TOK_MAP},
    [56] = {WORD('v', 'a', 'r', 0, 0, 0, 0, 0), 3, TOK_VAR},
    [58] = {WORD('r', 'a', 'n', 'g', 'e', 0, 0, 0), 5, TOK_RANGE},
    [61] = {WORD('e', 'l', 's', 'e', 0, 0, 0, 0), 4, TOK_ELSE},
    [62] = {WORD('p', 'a', 'c', 'k', 'a', 'g', 'e', 0), 7, TOK_PACKAGE},
};

// The first `len` bytes at `p` (at most eight) as a little-endian word, the rest of it zero.
static inline uint64_t load_prefix(const Scanner *s, const unsigned char *p, size_t len)
{
    if (s->end - p >= 8)
        return load_word(p) & (len >= 8 ? ~(uint64_t)0 : ((uint64_t)1 << (8 * len)) - 1);
    uint64_t x = 0;
    for (size_t i = 0; i < len; i++)
        x |= BYTE(p[i], i);
    return x;
}

// Without branches up to the last test, which hardly ever holds: a name or a keyword is as likely
// as the other.
static inline TokenKind identifier_kind(const Scanner *s, const unsigned char *p, size_t len)
{
    uint64_t word = load_prefix(s, p, len);
    const Keyword *k = &keywords[((word & 0xff) + 25 * (word >> 8 & 0xff) + 3 * len) & 63];
    bool same = (k->word == word) & (k->len == len);
    if (same && len > 8 && memcmp(token_kind_text((TokenKind)k->kind), p, len) != 0)
        return TOK_IDENT;
    return same ? (TokenKind)k->kind : TOK_IDENT;
}

// identifier = letter { letter | unicode_digit } . Starts behind the first letter.
static const unsigned char *scan_wide_identifier(const Scanner *s, const unsigned char *p)
{
    for (;;) {
        p = skip_ascii_identifier(s, p);
        uint32_t size;
        if (*p < 0x80 || !scan_continues_identifier(scan_decode(p, s->end, &size), false))
            return p;
        p += size;
    }
}

// A character that is not ASCII: an identifier where it is a letter, else an error.
static const unsigned char *scan_high(const Scanner *s, const unsigned char *p, TokenKind *kind)
{
    uint32_t size;
    int32_t rune = scan_decode(p, s->end, &size);
    if (scan_continues_identifier(rune, true)) {
        *kind = TOK_IDENT;
        return scan_wide_identifier(s, p + size);
    }
    *kind = TOK_ILLEGAL;
    // Invalid bytes and byte order marks were reported by scan_check_encoding.
    if (rune == 0x201c || rune == 0x201d)
        faults_add(s->faults, scan_offset(s, p), "curly quotation mark U+%04X; use \"",
                   (unsigned)rune);
    else if (rune >= 0 && rune != 0xfeff)
        faults_add(s->faults, scan_offset(s, p), "illegal character U+%04X", (unsigned)rune);
    return p + size;
}

static void scan_bad_byte(const Scanner *s, const unsigned char *p)
{
    if (*p > ' ' && *p < 0x7f)
        faults_add(s->faults, scan_offset(s, p), "illegal character '%c'", *p);
    else
        faults_add(s->faults, scan_offset(s, p), "illegal character U+%04X", *p);
}

typedef struct Lexeme {
    const unsigned char *end;
    TokenKind kind;
} Lexeme;

// c, c= or, where the operator has such a form, cc. Without branches: which it is, nobody foresees.
static inline Lexeme scan_operator(const unsigned char *p)
{
    const Operator *op = &operators[*p];
    bool assigns = (p[1] == '=') & (op->assign != 0);
    bool doubled = (p[1] == p[0]) & (op->twice != 0);
    TokenKind kind = (TokenKind)op->alone;
    kind = doubled ? (TokenKind)op->twice : kind;
    kind = assigns ? (TokenKind)op->assign : kind;
    return (Lexeme){p + 1 + (assigns | doubled), kind};
}

// < <= << <<= <- and > >= >> >>= and & &= && &^ &^=
static Lexeme scan_long_operator(const unsigned char *p)
{
    if (p[0] == '<' && p[1] == '-')
        return (Lexeme){p + 2, TOK_ARROW};
    if (p[0] == '&' && p[1] == '^')
        return (Lexeme){p + (p[2] == '=' ? 3 : 2), p[2] == '=' ? TOK_AND_NOT_ASSIGN : TOK_AND_NOT};
    Lexeme l = scan_operator(p);
    if (*l.end == '=' && l.kind == TOK_SHL)
        return (Lexeme){p + 3, TOK_SHL_ASSIGN};
    if (*l.end == '=' && l.kind == TOK_SHR)
        return (Lexeme){p + 3, TOK_SHR_ASSIGN};
    return l;
}

// "..." or a number that starts with its point.
static Lexeme scan_dots(const Scanner *s, const unsigned char *p)
{
    if (p[1] == '.')
        return p[2] == '.' ? (Lexeme){p + 3, TOK_ELLIPSIS} : (Lexeme){p + 1, TOK_PERIOD};
    Lexeme l;
    l.end = scan_number(s, p, &l.kind);
    return l;
}

static Lexeme scan_digits(const Scanner *s, const unsigned char *p)
{
    Lexeme l;
    l.end = scan_number(s, p, &l.kind);
    return l;
}

static Lexeme scan_rest(const Scanner *s, const unsigned char *p)
{
    Lexeme l = {p + 1, TOK_ILLEGAL};
    switch (*p) {
    case '<':
    case '>':
    case '&':
        return scan_long_operator(p);
    case '"':
        return (Lexeme){scan_string(s, p), TOK_STRING};
    case '`':
        return (Lexeme){scan_raw_string(s, p), TOK_STRING};
    case '\'':
        return (Lexeme){scan_rune(s, p), TOK_CHAR};
    default:
        break;
    }
    if (*p >= 0x80)
        l.end = scan_high(s, p, &l.kind);
    else
        scan_bad_byte(s, p);
    return l;
}

static void grow_tokens(Tokens *t)
{
    t->cap += t->cap / 2;
    t->kinds = mem_resize(t->kinds, t->cap);
    t->lengths = mem_resize(t->lengths, t->cap);
    t->starts = mem_resize(t->starts, t->cap * sizeof *t->starts);
}

static void put_long(Tokens *t, uint32_t token, uint32_t end)
{
    if (t->long_count == t->long_cap) {
        t->long_cap = t->long_cap ? t->long_cap * 2 : 16;
        t->longs = mem_resize(t->longs, t->long_cap * sizeof *t->longs);
    }
    t->longs[t->long_count++] = (LongToken){token, end};
}

// The token arrays while they are filled.
typedef struct Writer {
    uint8_t *kinds, *lengths;
    uint32_t *starts;
    uint32_t count, cap;
} Writer;

static Writer open_writer(const Tokens *t)
{
    return (Writer){t->kinds, t->lengths, t->starts, t->count, t->cap};
}

static Writer grow_writer(const Writer *w, Tokens *t)
{
    t->count = w->count;
    grow_tokens(t);
    return open_writer(t);
}

static inline void put_empty(const Scanner *s, Writer *w, TokenKind kind, const unsigned char *p)
{
    w->starts[w->count] = scan_offset(s, p);
    w->lengths[w->count] = 0;
    w->kinds[w->count++] = (uint8_t)kind;
}

// Adds a token outside the main loop.
static void put(const Scanner *s, Tokens *t, TokenKind kind, const unsigned char *start,
                const unsigned char *end)
{
    uint32_t i = t->count++;
    size_t len = (size_t)(end - start);
    t->starts[i] = scan_offset(s, start);
    t->kinds[i] = (uint8_t)kind;
    t->lengths[i] = len < LENGTH_IS_LONG ? (uint8_t)len : LENGTH_IS_LONG;
    if (len >= LENGTH_IS_LONG)
        put_long(t, i, scan_offset(s, end));
}

static void put_comment(const Scanner *s, Tokens *t, const unsigned char *start,
                        const unsigned char *end)
{
    if (t->comment_count == t->comment_cap) {
        t->comment_cap += t->comment_cap / 2;
        t->comments = mem_resize(t->comments, t->comment_cap * sizeof *t->comments);
    }
    Span span = {scan_offset(s, start), scan_offset(s, end)};
    t->comments[t->comment_count++] = (Comment){span, {t->count}};
}

// The estimates are for ordinary Go, which has 5.6 bytes a token and a comment every 220 bytes.
static void reserve_tokens(Tokens *t, uint32_t len)
{
    *t = (Tokens){.cap = len / 5 + 16, .comment_cap = len / 200 + 4};
    t->kinds = mem_alloc(t->cap);
    t->lengths = mem_alloc(t->cap);
    t->starts = mem_alloc(t->cap * sizeof *t->starts);
    t->comments = mem_alloc(t->comment_cap * sizeof *t->comments);
}

// The arrays are written through local variables: a store to a byte may change anything that the
// compiler cannot prove to be elsewhere, and the pointers would be read again for each token.
static void scan_tokens(const Scanner *scanner, const unsigned char *p, Tokens *t)
{
    const Scanner scan = *scanner, *s = &scan;
    Writer w = open_writer(t);
    bool ends = false; // whether a line end makes a semicolon
    for (;;) {
        if (w.count + 2 > w.cap)
            w = grow_writer(&w, t);
        while (class_of[*p] == BLK)
            p++;
        Lexeme l;
        switch ((ByteClass)class_of[*p]) {
        case LET:
            l.end = skip_ascii_identifier(s, p + 1);
            if (*l.end >= 0x80)
                l.end = scan_wide_identifier(s, l.end);
            l.kind = identifier_kind(s, p, (size_t)(l.end - p));
            break;
        case PUN:
            l = scan_operator(p);
            break;
        case ONE:
            l = (Lexeme){p + 1, (TokenKind)operators[*p].alone};
            break;
        case DOT:
            l = (Lexeme){p + 1, TOK_PERIOD};
            if (p[1] == '.' || class_of[p[1]] == DIG)
                l = scan_dots(s, p);
            break;
        case NLN:
            put_empty(s, &w, TOK_SEMICOLON, p);
            w.count -= !ends;
            ends = false;
            p = skip_tabs(s, p + 1);
            continue;
        case DIG:
            l = scan_digits(s, p);
            break;
        case SLA:
            if (p[1] == '/' || p[1] == '*') {
                const unsigned char *newline;
                l.end = scan_comment(s, p, &newline);
                t->count = w.count;
                put_comment(s, t, p, l.end);
                if (newline && ends) {
                    put_empty(s, &w, TOK_SEMICOLON, newline);
                    ends = false;
                }
                p = l.end;
                continue;
            }
            l = scan_operator(p);
            break;
        default:
            if (p == s->end) {
                put_empty(s, &w, TOK_SEMICOLON, p);
                w.count -= !ends;
                put_empty(s, &w, TOK_EOF, p);
                t->count = w.count;
                return;
            }
            l = scan_rest(s, p);
            break;
        }
        size_t len = (size_t)(l.end - p);
        if (len >= LENGTH_IS_LONG) {
            put_long(t, w.count, scan_offset(s, l.end));
            len = LENGTH_IS_LONG;
        }
        w.starts[w.count] = scan_offset(s, p);
        w.lengths[w.count] = (uint8_t)len;
        w.kinds[w.count++] = (uint8_t)l.kind;
        if (l.kind != TOK_ILLEGAL)
            ends = ends_statement[l.kind];
        p = l.end;
    }
}

// Gives back what the estimates were too large by.
static void shrink_tokens(Tokens *t)
{
    t->cap = t->count;
    t->kinds = mem_resize(t->kinds, t->cap);
    t->lengths = mem_resize(t->lengths, t->cap);
    t->starts = mem_resize(t->starts, t->cap * sizeof *t->starts);
    t->comment_cap = t->comment_count;
    t->comments = mem_resize(t->comments, t->comment_cap * sizeof *t->comments);
}

void scan_text(const char *text, uint32_t len, uint32_t base, Tokens *out, Faults *faults)
{
    Scanner s = {.text = (const unsigned char *)text, .base = base, .faults = faults};
    s.end = s.text + len;
    reserve_tokens(out, len);
    put(&s, out, TOK_ILLEGAL, s.text, s.text);
    faults_begin_phase(faults);
    if (scan_check_encoding(&s)) {
        faults_begin_phase(faults);
        bool mark = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;
        scan_tokens(&s, s.text + (mark ? 3 : 0), out);
    } else {
        // The one illegal token stands for the text, as in go/scanner.
        put(&s, out, TOK_ILLEGAL, s.text, s.end);
        put(&s, out, TOK_EOF, s.end, s.end);
    }
    shrink_tokens(out);
}

void tokens_free(Tokens *t)
{
    free(t->kinds);
    free(t->lengths);
    free(t->starts);
    free(t->longs);
    free(t->comments);
    *t = (Tokens){0};
}

uint32_t tokens_end(const Tokens *t, uint32_t token)
{
    if (t->lengths[token] != LENGTH_IS_LONG)
        return t->starts[token] + t->lengths[token];
    uint32_t low = 0, high = t->long_count;
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (t->longs[mid].token <= token)
            low = mid;
        else
            high = mid;
    }
    return t->longs[low].end;
}

size_t tokens_bytes(const Tokens *t)
{
    return t->cap * (sizeof *t->starts + 2) + t->long_cap * sizeof *t->longs +
           t->comment_cap * sizeof *t->comments;
}

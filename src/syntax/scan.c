// scan.c - the main loop of the scanner.
//
// One table gives each byte its class and one switch acts on it. Every run ends at a byte of
// another class, at the latest at the NUL behind the text, so no loop tests for the end. Keywords
// are found by a perfect hash of length and first two letters.
#include "syntax/scan.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

typedef enum ByteClass {
    LET, // letter or _
    DIG, // decimal digit: LET and DIG continue an identifier
    BLK, // blank, tab, carriage return
    NLN, // line end
    ONE, // a token of one byte, whatever follows
    EQU, // c or c=
    DBL, // c, c= or cc
    ANG, // < or >
    AMP, // &
    SLA, // / or a comment
    DOT, // . or ... or a number
    QUO, // "
    TIC, // '
    RAW, // `
    HIG, // not ASCII
    BAD, // no token starts with it; NUL is also the end of the text
} ByteClass;

static const uint8_t class_of[256] = {
    BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BLK, NLN, BAD, BAD, BLK, BAD, BAD, // 00
    BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, // 10
    BLK, EQU, QUO, BAD, BAD, EQU, AMP, TIC, ONE, ONE, EQU, DBL, ONE, DBL, DOT, SLA, // 20
    DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, EQU, ONE, ANG, EQU, ANG, BAD, // 30
    BAD, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, // 40
    LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, ONE, BAD, ONE, EQU, LET, // 50
    RAW, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, // 60
    LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, ONE, DBL, ONE, ONE, BAD, // 70
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // 80
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // 90
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // a0
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // b0
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // c0
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // d0
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // e0
    HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, HIG, // f0
};

// What an ASCII operator byte means alone, before '=', and doubled (ILLEGAL: not possible).
typedef struct Operator {
    uint8_t alone, assign, twice;
} Operator;

static const Operator operators[128] = {
    ['('] = {TOK_LPAREN, 0, 0},
    [')'] = {TOK_RPAREN, 0, 0},
    ['['] = {TOK_LBRACK, 0, 0},
    [']'] = {TOK_RBRACK, 0, 0},
    ['{'] = {TOK_LBRACE, 0, 0},
    ['}'] = {TOK_RBRACE, 0, 0},
    [','] = {TOK_COMMA, 0, 0},
    [';'] = {TOK_SEMICOLON, 0, 0},
    ['~'] = {TOK_TILDE, 0, 0},
    ['!'] = {TOK_NOT, TOK_NEQ, 0},
    ['%'] = {TOK_REM, TOK_REM_ASSIGN, 0},
    ['*'] = {TOK_MUL, TOK_MUL_ASSIGN, 0},
    [':'] = {TOK_COLON, TOK_DEFINE, 0},
    ['='] = {TOK_ASSIGN, TOK_EQL, 0},
    ['^'] = {TOK_XOR, TOK_XOR_ASSIGN, 0},
    ['+'] = {TOK_ADD, TOK_ADD_ASSIGN, TOK_INC},
    ['-'] = {TOK_SUB, TOK_SUB_ASSIGN, TOK_DEC},
    ['|'] = {TOK_OR, TOK_OR_ASSIGN, TOK_LOR},
    ['&'] = {TOK_AND, TOK_AND_ASSIGN, TOK_LAND},
    ['<'] = {TOK_LSS, TOK_LEQ, TOK_SHL},
    ['>'] = {TOK_GTR, TOK_GEQ, TOK_SHR},
};

// Spec, Semicolons: a line end after one of these makes a semicolon.
static const bool ends_statement[TOKEN_KIND_COUNT] = {
    [TOK_IDENT] = true,    [TOK_INT] = true,         [TOK_FLOAT] = true,  [TOK_IMAG] = true,
    [TOK_CHAR] = true,     [TOK_STRING] = true,      [TOK_BREAK] = true,  [TOK_CONTINUE] = true,
    [TOK_RETURN] = true,   [TOK_FALLTHROUGH] = true, [TOK_INC] = true,    [TOK_DEC] = true,
    [TOK_RPAREN] = true,   [TOK_RBRACK] = true,      [TOK_RBRACE] = true,
};

// The keyword with a given hash. The multipliers were found by search.
typedef struct Keyword {
    char text[12];
    uint8_t len, kind;
} Keyword;

#define KEYWORD(text, kind) {text, sizeof(text) - 1, kind}

static const Keyword keywords[64] = {
    [0] = KEYWORD("fallthrough", TOK_FALLTHROUGH),
    [2] = KEYWORD("interface", TOK_INTERFACE),
    [4] = KEYWORD("go", TOK_GO),
    [6] = KEYWORD("for", TOK_FOR),
    [9] = KEYWORD("const", TOK_CONST),
    [10] = KEYWORD("goto", TOK_GOTO),
    [16] = KEYWORD("defer", TOK_DEFER),
    [17] = KEYWORD("type", TOK_TYPE),
    [18] = KEYWORD("continue", TOK_CONTINUE),
    [19] = KEYWORD("break", TOK_BREAK),
    [22] = KEYWORD("default", TOK_DEFAULT),
    [23] = KEYWORD("chan", TOK_CHAN),
    [25] = KEYWORD("struct", TOK_STRUCT),
    [31] = KEYWORD("func", TOK_FUNC),
    [32] = KEYWORD("import", TOK_IMPORT),
    [33] = KEYWORD("return", TOK_RETURN),
    [34] = KEYWORD("select", TOK_SELECT),
    [36] = KEYWORD("switch", TOK_SWITCH),
    [37] = KEYWORD("if", TOK_IF),
    [40] = KEYWORD("case", TOK_CASE),
    [47] = KEYWORD("map", TOK_MAP),
    [56] = KEYWORD("var", TOK_VAR),
    [58] = KEYWORD("range", TOK_RANGE),
    [61] = KEYWORD("else", TOK_ELSE),
    [62] = KEYWORD("package", TOK_PACKAGE),
};

static inline TokenKind identifier_kind(const unsigned char *p, size_t len)
{
    if (len < 2 || len > 11)
        return TOK_IDENT;
    const Keyword *k = &keywords[(p[0] + 25u * p[1] + 3u * len) & 63];
    if (k->len != len)
        return TOK_IDENT;
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)k->text[i] != p[i])
            return TOK_IDENT;
    return (TokenKind)k->kind;
}

// letter = unicode_letter | "_" ; an identifier goes on with letters and unicode_digits.
static bool continues_identifier(int32_t rune, bool first)
{
    switch (utf8proc_category(rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return true;
    case UTF8PROC_CATEGORY_ND:
        return !first;
    default:
        return false;
    }
}

static inline const unsigned char *skip_ascii_identifier(const unsigned char *p)
{
    while (class_of[*p] <= DIG)
        p++;
    return p;
}

// identifier = letter { letter | unicode_digit } . Starts behind the first letter.
static const unsigned char *scan_wide_identifier(const Scanner *s, const unsigned char *p)
{
    for (;;) {
        p = skip_ascii_identifier(p);
        uint32_t size;
        if (class_of[*p] != HIG || !continues_identifier(scan_decode(p, s->end, &size), false))
            return p;
        p += size;
    }
}

// A character that is not ASCII: an identifier where it is a letter, else an error.
static const unsigned char *scan_high(const Scanner *s, const unsigned char *p, TokenKind *kind)
{
    uint32_t size;
    int32_t rune = scan_decode(p, s->end, &size);
    if (continues_identifier(rune, true)) {
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

static const unsigned char *scan_bad_byte(const Scanner *s, const unsigned char *p)
{
    if (*p > ' ' && *p < 0x7f)
        faults_add(s->faults, scan_offset(s, p), "illegal character '%c'", *p);
    else
        faults_add(s->faults, scan_offset(s, p), "illegal character U+%04X", *p);
    return p + 1;
}

// < <= << <<= <- and > >= >> >>=
static const unsigned char *scan_angle(const unsigned char *p, TokenKind *kind)
{
    const Operator *op = &operators[*p];
    if (p[1] == '=') {
        *kind = (TokenKind)op->assign;
        return p + 2;
    }
    if (p[1] == p[0]) {
        bool assigns = p[2] == '=';
        bool left = *p == '<';
        if (assigns)
            *kind = left ? TOK_SHL_ASSIGN : TOK_SHR_ASSIGN;
        else
            *kind = (TokenKind)op->twice;
        return p + (assigns ? 3 : 2);
    }
    if (p[0] == '<' && p[1] == '-') {
        *kind = TOK_ARROW;
        return p + 2;
    }
    *kind = (TokenKind)op->alone;
    return p + 1;
}

// c, c= or, where the operator has such a form, cc
static inline const unsigned char *scan_operator(const unsigned char *p, TokenKind *kind)
{
    const Operator *op = &operators[*p];
    if (p[1] == '=') {
        *kind = (TokenKind)op->assign;
        return p + 2;
    }
    if (op->twice && p[1] == p[0]) {
        *kind = (TokenKind)op->twice;
        return p + 2;
    }
    *kind = (TokenKind)op->alone;
    return p + 1;
}

// & &= && &^ &^=
static const unsigned char *scan_ampersand(const unsigned char *p, TokenKind *kind)
{
    if (p[1] != '^')
        return scan_operator(p, kind);
    *kind = p[2] == '=' ? TOK_AND_NOT_ASSIGN : TOK_AND_NOT;
    return p + (p[2] == '=' ? 3 : 2);
}

static void grow_tokens(Tokens *t)
{
    t->cap += t->cap / 2;
    t->kinds = mem_resize(t->kinds, t->cap);
    t->lengths = mem_resize(t->lengths, t->cap);
    t->starts = mem_resize(t->starts, t->cap * sizeof *t->starts);
}

static inline void put(const Scanner *s, Tokens *t, TokenKind kind, const unsigned char *start,
                       const unsigned char *end)
{
    uint32_t i = t->count++;
    size_t len = (size_t)(end - start);
    t->starts[i] = scan_offset(s, start);
    t->kinds[i] = (uint8_t)kind;
    t->lengths[i] = len < LENGTH_IS_LONG ? (uint8_t)len : LENGTH_IS_LONG;
    if (len < LENGTH_IS_LONG)
        return;
    if (t->long_count == t->long_cap) {
        t->long_cap = t->long_cap ? t->long_cap * 2 : 16;
        t->longs = mem_resize(t->longs, t->long_cap * sizeof *t->longs);
    }
    t->longs[t->long_count++] = (LongToken){i, scan_offset(s, end)};
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

// The estimates are for ordinary Go: six bytes a token, a comment every two hundred bytes.
static void reserve_tokens(Tokens *t, uint32_t len)
{
    *t = (Tokens){.cap = len / 6 + 16, .comment_cap = len / 200 + 4};
    t->kinds = mem_alloc(t->cap);
    t->lengths = mem_alloc(t->cap);
    t->starts = mem_alloc(t->cap * sizeof *t->starts);
    t->comments = mem_alloc(t->comment_cap * sizeof *t->comments);
}

static void scan_tokens(const Scanner *s, const unsigned char *p, Tokens *t)
{
    bool ends = false; // whether a line end makes a semicolon
    for (;;) {
        if (t->count + 2 > t->cap)
            grow_tokens(t);
        while (class_of[*p] == BLK)
            p++;
        const unsigned char *start = p;
        TokenKind kind;
        switch ((ByteClass)class_of[*p]) {
        case LET:
            p = skip_ascii_identifier(p + 1);
            if (class_of[*p] == HIG)
                p = scan_wide_identifier(s, p);
            kind = identifier_kind(start, (size_t)(p - start));
            break;
        case DIG:
            p = scan_number(s, p, &kind);
            break;
        case NLN:
            p++;
            if (ends)
                put(s, t, TOK_SEMICOLON, start, start);
            ends = false;
            continue;
        case ONE:
            kind = (TokenKind)operators[*p++].alone;
            break;
        case EQU:
        case DBL:
            p = scan_operator(p, &kind);
            break;
        case ANG:
            p = scan_angle(p, &kind);
            break;
        case AMP:
            p = scan_ampersand(p, &kind);
            break;
        case SLA:
            if (p[1] == '/' || p[1] == '*') {
                const unsigned char *newline;
                p = scan_comment(s, p, &newline);
                put_comment(s, t, start, p);
                if (newline && ends) {
                    put(s, t, TOK_SEMICOLON, newline, newline);
                    ends = false;
                }
                continue;
            }
            kind = p[1] == '=' ? TOK_QUO_ASSIGN : TOK_QUO;
            p += p[1] == '=' ? 2 : 1;
            break;
        case DOT:
            if (class_of[p[1]] == DIG) {
                p = scan_number(s, p, &kind);
            } else {
                bool three = p[1] == '.' && p[2] == '.';
                kind = three ? TOK_ELLIPSIS : TOK_PERIOD;
                p += three ? 3 : 1;
            }
            break;
        case QUO:
            p = scan_string(s, p);
            kind = TOK_STRING;
            break;
        case TIC:
            p = scan_rune(s, p);
            kind = TOK_CHAR;
            break;
        case RAW:
            p = scan_raw_string(s, p);
            kind = TOK_STRING;
            break;
        case HIG:
            p = scan_high(s, p, &kind);
            break;
        case BAD:
        default:
            if (p == s->end) {
                if (ends)
                    put(s, t, TOK_SEMICOLON, p, p);
                put(s, t, TOK_EOF, p, p);
                return;
            }
            p = scan_bad_byte(s, p);
            kind = TOK_ILLEGAL;
            break;
        }
        put(s, t, kind, start, p);
        if (kind != TOK_ILLEGAL)
            ends = ends_statement[kind];
    }
}

void scan_text(const char *text, uint32_t len, uint32_t base, Tokens *out, Faults *faults)
{
    Scanner s = {.text = (const unsigned char *)text, .base = base, .faults = faults};
    s.end = s.text + len;
    reserve_tokens(out, len);
    put(&s, out, TOK_ILLEGAL, s.text, s.text);
    faults_begin_phase(faults);
    if (!scan_check_encoding(&s)) {
        // The one illegal token stands for the text, as in go/scanner.
        put(&s, out, TOK_ILLEGAL, s.text, s.end);
        put(&s, out, TOK_EOF, s.end, s.end);
        return;
    }
    faults_begin_phase(faults);
    bool mark = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;
    scan_tokens(&s, s.text + (mark ? 3 : 0), out);
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

// scan_literal.c - literals, comments and line directives.
#include "syntax/scan.h"

#include <string.h>

static unsigned char lower(unsigned char c)
{
    return c | 0x20;
}

static bool is_decimal(unsigned char c)
{
    return c >= '0' && c <= '9';
}

// The value of a digit, 16 for what is none.
static uint32_t digit_value(unsigned char c)
{
    if (is_decimal(c))
        return c - '0';
    if (lower(c) >= 'a' && lower(c) <= 'f')
        return lower(c) - 'a' + 10u;
    return 16;
}

// ---- Numbers ----

typedef struct Number {
    const unsigned char *invalid; // first digit too large for the base
    uint32_t base;
    char prefix; // x, o, b, 0 (old octal) or NUL (decimal)
    bool digits, separators;
} Number;

static const char *number_name(const Number *n)
{
    switch (n->prefix) {
    case 'x':
        return "hexadecimal literal";
    case 'o':
    case '0':
        return "octal literal";
    case 'b':
        return "binary literal";
    default:
        return "decimal literal";
    }
}

// decimal_digits = decimal_digit { [ "_" ] decimal_digit } . Digits too large for an octal or
// binary literal are taken too, and the first is remembered.
static const unsigned char *skip_digits(Number *n, uint32_t base, const unsigned char *p)
{
    uint32_t accepted = base <= 10 ? 10 : 16;
    for (;; p++) {
        uint32_t value = digit_value(*p);
        if (*p == '_') {
            n->separators = true;
        } else if (value < accepted) {
            n->digits = true;
            if (value >= base && !n->invalid)
                n->invalid = p;
        } else {
            return p;
        }
    }
}

static const unsigned char *skip_prefix(Number *n, const unsigned char *p)
{
    n->base = 10;
    if (*p != '0')
        return p;
    n->prefix = (char)lower(p[1]);
    switch (n->prefix) {
    case 'x':
        n->base = 16;
        return p + 2;
    case 'o':
        n->base = 8;
        return p + 2;
    case 'b':
        n->base = 2;
        return p + 2;
    default:
        n->prefix = '0';
        n->base = 8;
        n->digits = true;
        return p + 1;
    }
}

// decimal_exponent = ( "e" | "E" ) [ "+" | "-" ] decimal_digits .
static const unsigned char *scan_exponent(const Scanner *s, Number *n, const unsigned char *p)
{
    if (lower(*p) == 'e' && n->prefix && n->prefix != '0')
        faults_add(s->faults, scan_offset(s, p), "'%c' exponent requires decimal mantissa", *p);
    if (lower(*p) == 'p' && n->prefix != 'x')
        faults_add(s->faults, scan_offset(s, p), "'%c' exponent requires hexadecimal mantissa", *p);
    p++;
    if (*p == '+' || *p == '-')
        p++;
    Number exponent = {0};
    p = skip_digits(&exponent, 10, p);
    n->separators |= exponent.separators;
    if (!exponent.digits)
        faults_add(s->faults, scan_offset(s, p), "exponent has no digits");
    return p;
}

// A '_' must stand between two digits; a base prefix counts as one.
static void check_separators(const Scanner *s, const Number *n, const unsigned char *start,
                             const unsigned char *end)
{
    bool hex = n->prefix == 'x';
    const unsigned char *p = start;
    bool digit_before = false;
    if (n->prefix && n->prefix != '0') {
        p += 2;
        digit_before = true;
    }
    for (; p < end; p++) {
        bool digit = is_decimal(*p) || (hex && digit_value(*p) < 16);
        bool digit_after = p + 1 < end && (is_decimal(p[1]) || (hex && digit_value(p[1]) < 16));
        if (*p == '_' && !(digit_before && digit_after)) {
            faults_add(s->faults, scan_offset(s, p), "'_' must separate successive digits");
            return;
        }
        digit_before = digit;
    }
}

const unsigned char *scan_number(const Scanner *s, const unsigned char *p, TokenKind *kind)
{
    const unsigned char *start = p;
    if (is_decimal(*p) && *p != '0') {
        // Most numbers are a few decimal digits.
        while (is_decimal(*p))
            p++;
        if (*p != '.' && *p != '_' && lower(*p) != 'e' && lower(*p) != 'p' && *p != 'i') {
            *kind = TOK_INT;
            return p;
        }
        p = start;
    }
    Number n = {0};
    *kind = TOK_INT;
    p = skip_prefix(&n, p);
    p = skip_digits(&n, n.base, p);
    if (*p == '.') {
        *kind = TOK_FLOAT;
        if (n.prefix == 'o' || n.prefix == 'b')
            faults_add(s->faults, scan_offset(s, p), "invalid radix point in %s", number_name(&n));
        p = skip_digits(&n, n.base, p + 1);
    }
    if (!n.digits)
        faults_add(s->faults, scan_offset(s, p), "%s has no digits", number_name(&n));
    if (lower(*p) == 'e' || lower(*p) == 'p') {
        *kind = TOK_FLOAT;
        p = scan_exponent(s, &n, p);
    } else if (n.prefix == 'x' && *kind == TOK_FLOAT) {
        faults_add(s->faults, scan_offset(s, p), "hexadecimal mantissa requires a 'p' exponent");
    }
    if (*p == 'i') {
        *kind = TOK_IMAG;
        p++;
    }
    if (*kind == TOK_INT && n.invalid)
        faults_add(s->faults, scan_offset(s, n.invalid), "invalid digit '%c' in %s", *n.invalid,
                   number_name(&n));
    if (n.separators)
        check_separators(s, &n, start, p);
    return p;
}

// ---- Strings and runes ----

// Spec, Rune literals: what may follow a backslash. Starts behind it; stops at the byte that is
// wrong, so that the literal's own loop sees a quote or line end there.
static const unsigned char *scan_escape(const Scanner *s, const unsigned char *p,
                                        unsigned char quote, bool *valid)
{
    const unsigned char *start = p;
    uint32_t digits, base = 16, max = 0x10ffff;
    if (*p == quote || (*p && strchr("abfnrtv\\", *p)))
        return p + 1;
    if (*p >= '0' && *p <= '7') {
        digits = 3;
        base = 8;
        max = 255;
    } else if (*p == 'x' || *p == 'u' || *p == 'U') {
        digits = *p == 'x' ? 2 : *p == 'u' ? 4 : 8;
        max = *p == 'x' ? 255 : max;
        p++;
    } else {
        *valid = false;
        faults_add(s->faults, scan_offset(s, start),
                   p == s->end ? "escape sequence not terminated" : "unknown escape sequence");
        return p;
    }
    uint32_t value = 0;
    for (; digits > 0; digits--, p++) {
        if (digit_value(*p) >= base) {
            *valid = false;
            faults_add(s->faults, scan_offset(s, p),
                       p == s->end ? "escape sequence not terminated"
                                   : "illegal character in escape sequence");
            return p;
        }
        value = value * base + digit_value(*p);
    }
    if (value > max || (value >= 0xd800 && value < 0xe000)) {
        *valid = false;
        faults_add(s->faults, scan_offset(s, start),
                   "escape sequence is invalid Unicode code point");
    }
    return p;
}

// interpreted_string_lit = `"` { unicode_value | byte_value } `"` .
const unsigned char *scan_string(const Scanner *s, const unsigned char *p)
{
    const unsigned char *start = p++;
    for (;;) {
        while (*p != '"' && *p != '\\' && *p != '\n' && *p)
            p++;
        if (*p == '"')
            return p + 1;
        if (*p == '\\') {
            bool valid;
            p = scan_escape(s, p + 1, '"', &valid);
        } else if (*p == '\n' || p == s->end) {
            faults_add(s->faults, scan_offset(s, start), "string literal not terminated");
            return p;
        } else {
            p++; // a NUL byte, reported by scan_check_encoding
        }
    }
}

// raw_string_lit = "`" { unicode_char | newline } "`" .
const unsigned char *scan_raw_string(const Scanner *s, const unsigned char *p)
{
    const unsigned char *close = memchr(p + 1, '`', (size_t)(s->end - p - 1));
    if (close)
        return close + 1;
    faults_add(s->faults, scan_offset(s, p), "raw string literal not terminated");
    return s->end;
}

// rune_lit = "'" ( unicode_value | byte_value ) "'" .
const unsigned char *scan_rune(const Scanner *s, const unsigned char *p)
{
    const unsigned char *start = p++;
    bool valid = true;
    uint32_t runes = 0;
    while (*p != '\'') {
        if (*p == '\n' || p == s->end) {
            if (valid)
                faults_add(s->faults, scan_offset(s, start), "rune literal not terminated");
            return p;
        }
        runes++;
        uint32_t size = 1;
        if (*p == '\\') {
            p = scan_escape(s, p + 1, '\'', &valid);
            continue;
        }
        scan_decode(p, s->end, &size);
        p += size;
    }
    if (valid && runes != 1)
        faults_add(s->faults, scan_offset(s, start), "illegal rune literal");
    return p + 1;
}

// ---- Comments ----

// Finds the last ':' and reads what is behind it as a number. Returns the offset behind the colon,
// 0 where there is none.
static size_t trailing_number(const unsigned char *text, size_t len, uint64_t *value, bool *valid)
{
    size_t i = len;
    while (i > 0 && text[i - 1] != ':')
        i--;
    *value = 0;
    *valid = i < len;
    for (size_t k = i; k < len; k++) {
        // Far above every limit on lines, far below overflow.
        const uint64_t huge = (uint64_t)1 << 59;
        if (!is_decimal(text[k]) || *value > huge)
            *valid = false;
        else
            *value = *value * 10 + (uint64_t)(text[k] - '0');
    }
    return i;
}

// A line directive is kept as a comment and not applied, but one that is malformed is an error.
static void check_line_directive(const Scanner *s, const unsigned char *start,
                                 const unsigned char *end)
{
    const uint64_t max = 1 << 30;
    const unsigned char *text = start + 7; // behind "//line "
    if (start[1] == '*')
        end -= 2;
    else if (end[-1] == '\r')
        end--;
    if (end <= text)
        return;
    uint64_t number, line;
    bool valid;
    size_t i = trailing_number(text, (size_t)(end - text), &number, &valid);
    if (i == 0)
        return;
    if (!valid) {
        faults_add(s->faults, scan_offset(s, text + i), "invalid line number in line directive");
        return;
    }
    size_t before = trailing_number(text, i - 1, &line, &valid);
    if (before == 0 || !valid) {
        line = number;
    } else if (number == 0 || number > max) {
        faults_add(s->faults, scan_offset(s, text + i), "invalid column in line directive");
        return;
    } else {
        i = before;
    }
    if (line == 0 || line > max)
        faults_add(s->faults, scan_offset(s, text + i), "invalid line number in line directive");
}

static bool is_line_directive(const Scanner *s, const unsigned char *p, const unsigned char *end)
{
    if (end - p < 7 || memcmp(p + 2, "line ", 5) != 0)
        return false;
    return p[1] == '*' || p == s->text || p[-1] == '\n';
}

// Finds the end of a general comment, NULL where it has none.
static const unsigned char *find_comment_end(const Scanner *s, const unsigned char *p)
{
    // Looking for the slash finds long runs of stars in one call.
    while ((p = memchr(p, '/', (size_t)(s->end - p)))) {
        if (p[-1] == '*')
            return p + 1;
        p++;
    }
    return NULL;
}

const unsigned char *scan_comment(const Scanner *s, const unsigned char *p,
                                  const unsigned char **newline)
{
    const unsigned char *end;
    *newline = NULL;
    if (p[1] == '/') {
        end = memchr(p, '\n', (size_t)(s->end - p));
        if (!end)
            end = s->end;
    } else {
        // The star of the opening does not close it.
        end = find_comment_end(s, p + 3 <= s->end ? p + 3 : s->end);
        if (!end || p + 3 > s->end) {
            faults_add(s->faults, scan_offset(s, p), "comment not terminated");
            end = s->end;
            *newline = memchr(p, '\n', (size_t)(end - p));
            return end;
        }
        *newline = memchr(p, '\n', (size_t)(end - p));
    }
    if (is_line_directive(s, p, end))
        check_line_directive(s, p, end);
    return end;
}

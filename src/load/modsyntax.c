// modsyntax.c - reading go.mod and go.work line by line.
//
// No word goes over the end of a line, so each line is cut into words by itself; blocks are then
// put together from lines.
#include "load/modsyntax.h"

#include <string.h>
#include <utf8proc.h>

typedef struct Cutter {
    Arena *arena;
    Str text; // one line
    size_t at;
    VEC(Str) words;
    Str comment;
    const char *fault;
} Cutter;

static bool is_mark(char c)
{
    return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || c == ',';
}

static bool is_comment(const Cutter *c)
{
    return str_starts(str_sub(c->text, c->at, c->text.len), "//");
}

static bool is_block_comment(const Cutter *c)
{
    return str_starts(str_sub(c->text, c->at, c->text.len), "/*");
}

// Bytes of the character at `at` when it may stand in a word, else 0. What is no UTF-8 may.
static size_t word_character(const Cutter *c)
{
    utf8proc_int32_t rune;
    const char *from = c->text.ptr + c->at;
    if ((unsigned char)*from < 0x80)
        return *from > ' ' && *from != 0x7f && !is_mark(*from);
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)from,
                                          (utf8proc_ssize_t)(c->text.len - c->at), &rune);
    if (n <= 0)
        return 1;
    utf8proc_category_t category = utf8proc_category(rune);
    bool shown = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_SO;
    return shown ? (size_t)n : 0;
}

static void cut_string(Cutter *c)
{
    size_t start = c->at;
    char quote = c->text.ptr[c->at++];
    while (c->at < c->text.len && c->text.ptr[c->at] != quote)
        c->at += c->text.ptr[c->at] == '\\' && quote != '`' ? 2 : 1;
    if (c->at >= c->text.len) {
        c->fault = "a string does not end on its line";
        return;
    }
    c->at++;
    vec_push(c->arena, &c->words, str_sub(c->text, start, c->at));
}

static void cut_plain(Cutter *c)
{
    size_t start = c->at;
    while (c->at < c->text.len && !is_comment(c)) {
        size_t n = word_character(c);
        if (n == 0)
            break;
        if (is_block_comment(c)) {
            c->fault = "comments begin with // here";
            return;
        }
        c->at += n;
    }
    if (c->at == start)
        c->fault = "a character is not allowed here";
    else
        vec_push(c->arena, &c->words, str_sub(c->text, start, c->at));
}

static void cut(Cutter *c)
{
    while (c->at < c->text.len && !c->fault) {
        char first = c->text.ptr[c->at];
        if (first == ' ' || first == '\t' || first == '\r') {
            c->at++;
        } else if (is_comment(c)) {
            c->comment = str_trim(str_sub(c->text, c->at, c->text.len));
            return;
        } else if (is_block_comment(c)) {
            c->fault = "comments begin with // here";
        } else if (is_mark(first)) {
            vec_push(c->arena, &c->words, str_sub(c->text, c->at, c->at + 1));
            c->at++;
        } else if (first == '"' || first == '`') {
            cut_string(c);
        } else {
            cut_plain(c);
        }
    }
}

typedef struct Reader {
    Arena *arena;
    ModLines *lines;
    ModFileFaults *faults;
    uint32_t line;
    bool inside; // a block
    Str verb;    // of the block
    uint32_t opened;
} Reader;

static void add_fault(Reader *r, uint32_t line, const char *reason)
{
    vec_push(r->arena, r->faults, (ModFileFault){line, reason});
}

static void add_line(Reader *r, ModLine *line, const Cutter *c, uint32_t from, uint32_t to)
{
    line->line = r->line;
    line->comment = c->comment;
    line->words.data = to > from ? c->words.data + from : NULL;
    line->words.len = to > from ? to - from : 0;
    line->words.cap = line->words.len;
    vec_push(r->arena, r->lines, *line);
}

static void take_inside(Reader *r, const Cutter *c)
{
    if (!str_is(c->words.data[0], ")")) {
        add_line(r, &(ModLine){.verb = r->verb, .inside = true}, c, 0, c->words.len);
        return;
    }
    r->inside = false;
    if (c->words.len > 1)
        add_fault(r, r->line, "a line goes on behind the end of a block");
}

// A block begins where a line ends in "(", and ends there too where it ends in "()".
static void take_outside(Reader *r, const Cutter *c)
{
    uint32_t n = c->words.len;
    Str verb = c->words.data[0];
    bool empty = n > 2 && str_is(c->words.data[n - 2], "(") && str_is(c->words.data[n - 1], ")");
    bool opens = n > 1 && str_is(c->words.data[n - 1], "(");
    if (empty || opens) {
        add_line(r, &(ModLine){.verb = verb, .opens = true}, c, 1, n - (empty ? 2 : 1));
        r->inside = opens;
        r->verb = verb;
        r->opened = r->line;
    } else {
        add_line(r, &(ModLine){.verb = verb}, c, 1, n);
    }
}

void modsyntax_read(Arena *a, Str text, ModLines *lines, ModFileFaults *faults)
{
    Reader r = {.arena = a, .lines = lines, .faults = faults};
    for (size_t at = 0; at < text.len;) {
        const char *newline = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
        Cutter c = {.arena = a, .text = str_sub(text, at, end)};
        at = end + 1;
        r.line++;
        cut(&c);
        if (c.fault)
            add_fault(&r, r.line, c.fault);
        else if (c.words.len && r.inside)
            take_inside(&r, &c);
        else if (c.words.len)
            take_outside(&r, &c);
    }
    if (r.inside)
        add_fault(&r, r.opened, "a block is not closed");
}

// ---- Strings ----

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Takes `count` digits of a base from the front. False when there are fewer.
static bool take_digits(Str *rest, size_t count, int base, uint32_t *value)
{
    *value = 0;
    if (rest->len < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        int digit = hex_value(rest->ptr[i]);
        if (digit < 0 || digit >= base)
            return false;
        *value = *value * (uint32_t)base + (uint32_t)digit;
    }
    *rest = str_sub(*rest, count, rest->len);
    return true;
}

static bool put_rune(char *out, size_t *len, uint32_t rune)
{
    if (rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
        return false;
    *len += (size_t)utf8proc_encode_char((utf8proc_int32_t)rune, (utf8proc_uint8_t *)out + *len);
    return true;
}

// One escape, without its backslash. What it stands for is never longer than what it is written
// with.
static bool put_escape(Str *rest, char *out, size_t *len)
{
    static const char letters[] = "abfnrtv\\\"", values[] = "\a\b\f\n\r\t\v\\\"";
    if (rest->len == 0)
        return false;
    char c = rest->ptr[0];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter) {
        out[(*len)++] = values[letter - letters];
        *rest = str_sub(*rest, 1, rest->len);
        return true;
    }
    uint32_t value;
    if (c >= '0' && c <= '7') {
        if (!take_digits(rest, 3, 8, &value) || value > 0xff)
            return false;
        out[(*len)++] = (char)value;
        return true;
    }
    *rest = str_sub(*rest, 1, rest->len);
    if (c == 'x') {
        if (!take_digits(rest, 2, 16, &value))
            return false;
        out[(*len)++] = (char)value;
        return true;
    }
    if (c == 'u')
        return take_digits(rest, 4, 16, &value) && put_rune(out, len, value);
    return c == 'U' && take_digits(rest, 8, 16, &value) && put_rune(out, len, value);
}

bool modsyntax_unquote(Arena *a, Str word, Str *text, const char **reason)
{
    *text = word;
    if (!str_starts(word, "\"")) {
        for (size_t i = 0; i < word.len; i++) {
            if (strchr("\"'`", word.ptr[i]) && word.ptr[i]) {
                *reason = "a word without double quotes around it holds a quote";
                return false;
            }
        }
        return true;
    }
    Str rest = str_sub(word, 1, word.len - 1);
    char *out = arena_alloc(a, rest.len + 1);
    size_t len = 0;
    while (rest.len) {
        char c = rest.ptr[0];
        rest = str_sub(rest, 1, rest.len);
        if (c != '\\') {
            out[len++] = c;
        } else if (!put_escape(&rest, out, &len)) {
            *reason = "a string has an escape that is none";
            return false;
        }
    }
    *text = (Str){out, len};
    return true;
}

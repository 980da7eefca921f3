// wants.c - expectations written in comments.
//
//     // curfew: --go 1.22 --level advice           (first line of the file)
//     ctx, _ := f()  // want lost-cancel "part of the message"
//     x()            // want rule-a[error] "one" rule-b "another of the same line"
#include "harness/case.h"

#include <stdint.h>
#include <stdio.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void skip_blanks(Str *s)
{
    while (s->len && is_blank(s->ptr[0]))
        *s = str_sub(*s, 1, s->len);
}

// Takes the characters up to a blank or `stop` off the front of *s.
static Str take_word(Str *s, char stop)
{
    size_t n = 0;
    while (n < s->len && !is_blank(s->ptr[n]) && s->ptr[n] != stop)
        n++;
    Str word = str_sub(*s, 0, n);
    *s = str_sub(*s, n, s->len);
    return word;
}

void case_add_flags(Case *c, Str text)
{
    for (skip_blanks(&text); text.len; skip_blanks(&text)) {
        Str flag = take_word(&text, '\0');
        vec_push(&c->arena, &c->flags, arena_strndup(&c->arena, flag.ptr, flag.len));
    }
}

// Takes a quoted text off the front of *s: "…" with \" inside, or `…`.
static bool take_quoted(Case *c, Str *s, Str *out)
{
    char quote = s->ptr[0];
    StrBuf buf = {0};
    for (size_t i = 1; i < s->len; i++) {
        if (s->ptr[i] == quote) {
            *out = (Str){arena_strndup(&c->arena, buf.data ? buf.data : "", buf.len), buf.len};
            strbuf_free(&buf);
            *s = str_sub(*s, i + 1, s->len);
            return true;
        }
        if (quote == '"' && s->ptr[i] == '\\' && i + 1 < s->len)
            i++;
        strbuf_addc(&buf, s->ptr[i]);
    }
    strbuf_free(&buf);
    return false;
}

static void read_want_list(Case *c, Str s, uint32_t line)
{
    skip_blanks(&s);
    if (!s.len)
        case_fault(c, "line %u: a want without a rule", line);
    for (; s.len; skip_blanks(&s)) {
        Want w = {.line = line, .rule = take_word(&s, '[')};
        if (s.len && s.ptr[0] == '[') {
            s = str_sub(s, 1, s.len);
            w.level = take_word(&s, ']');
            s = str_sub(s, 1, s.len);
        }
        skip_blanks(&s);
        bool quoted = s.len && (s.ptr[0] == '"' || s.ptr[0] == '`');
        if (!w.rule.len || !quoted || !take_quoted(c, &s, &w.part)) {
            case_fault(c, "line %u: a want is a rule name and a quoted part of the message", line);
            return;
        }
        vec_push(&c->arena, &c->wants, w);
    }
}

// Finds "// want " or "//want " in a line.
static bool find_want(Str line, Str *rest)
{
    for (size_t at = str_find(line, STR("//")); at != SIZE_MAX;) {
        Str after = str_sub(line, at + 2, line.len);
        skip_blanks(&after);
        if (str_starts(after, "want ")) {
            *rest = str_sub(after, 5, after.len);
            return true;
        }
        size_t next = str_find(str_sub(line, at + 2, line.len), STR("//"));
        at = next == SIZE_MAX ? SIZE_MAX : at + 2 + next;
    }
    return false;
}

void case_read_wants(Case *c, Str text)
{
    const char *header = "// curfew: ";
    uint32_t line = 0;
    while (text.len) {
        size_t end = str_find(text, STR("\n"));
        Str here = str_sub(text, 0, end), rest;
        text = str_sub(text, end == SIZE_MAX ? text.len : end + 1, text.len);
        line++;
        if (line == 1 && str_starts(here, header))
            case_add_flags(c, str_sub(here, str_of(header).len, here.len));
        if (find_want(here, &rest))
            read_want_list(c, rest, line);
    }
}

// constraint.c - reading and evaluating build constraints.
//
// An expression is evaluated while it is read. Beside its truth each part gives the version that it
// demands where it holds, and the one that its negation demands, because `!` may stand before a
// whole expression: for a && b both demands hold and the larger counts, for a || b only what both
// alternatives demand is sure and the smaller counts, and a negated tag demands nothing.
#include "load/constraint.h"

#include <string.h>
#include <utf8proc.h>

// go/build/constraint's own limits on the number of operands, new syntax and old.
enum { MAX_OPERANDS = 1000, MAX_OLD_OPERATORS = 100 };

// What no tag demands; a go1 tag demands version 0.
enum { NO_VERSION = -1 };

typedef struct Value {
    bool holds;
    int version, negated; // demanded by it and by its negation
} Value;

typedef struct Reader {
    Str text;
    size_t at;
    Str token; // empty at the end
    bool is_tag;
    unsigned operands;
    const char *error;
    ConstraintTags tags;
} Reader;

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static Value value_and(Value a, Value b)
{
    return (Value){a.holds && b.holds, larger(a.version, b.version), smaller(a.negated, b.negated)};
}

static Value value_or(Value a, Value b)
{
    return (Value){a.holds || b.holds, smaller(a.version, b.version), larger(a.negated, b.negated)};
}

static Value value_not(Value v)
{
    return (Value){!v.holds, v.negated, v.version};
}

// As go/build/constraint reads it, the number may also stand behind other text.
static int tag_version(Str tag)
{
    int minor = 0;
    if (str_is(tag, "go1"))
        return 0;
    size_t start = str_find(tag, STR("go1."));
    if (start == SIZE_MAX || start + 4 == tag.len)
        return NO_VERSION;
    for (size_t k = start + 4; k < tag.len; k++) {
        if (tag.ptr[k] < '0' || tag.ptr[k] > '9' || minor > 100000)
            return NO_VERSION;
        minor = minor * 10 + (tag.ptr[k] - '0');
    }
    return minor;
}

static Value value_tag(const ConstraintTags *tags, Str tag)
{
    bool holds = tags->holds && tags->holds(tags->ctx, tag);
    return (Value){holds, tag_version(tag), NO_VERSION};
}

// How many bytes of a tag's character stand at `at`: a letter, a digit, _ or a dot; 0 for others.
static size_t tag_char(Str s, size_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.';
    utf8proc_int32_t rune;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at,
                                          (utf8proc_ssize_t)(s.len - at), &rune);
    if (n <= 0)
        return 0;
    switch (utf8proc_category(rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
        return (size_t)n;
    default:
        return 0;
    }
}

static size_t tag_length(Str s, size_t at)
{
    size_t end = at;
    for (size_t n; end < s.len && (n = tag_char(s, end)) > 0; end += n)
        ;
    return end - at;
}

// The first error counts; after it everything reads as the end of the expression.
static void fail(Reader *r, const char *error)
{
    if (!r->error)
        r->error = error;
    r->at = r->text.len;
    r->token = (Str){0};
    r->is_tag = false;
}

static void next(Reader *r)
{
    r->is_tag = false;
    while (r->at < r->text.len && (r->text.ptr[r->at] == ' ' || r->text.ptr[r->at] == '\t'))
        r->at++;
    if (r->at >= r->text.len) {
        r->token = (Str){0};
        return;
    }
    size_t len = 1;
    char c = r->text.ptr[r->at];
    if (c == '&' || c == '|') {
        len = 2;
        if (r->at + 1 >= r->text.len || r->text.ptr[r->at + 1] != c) {
            fail(r, "a single & or |");
            return;
        }
    } else if (c != '(' && c != ')' && c != '!') {
        len = tag_length(r->text, r->at);
        r->is_tag = true;
        if (len == 0) {
            fail(r, "a character that no tag has");
            return;
        }
    }
    r->token = str_sub(r->text, r->at, r->at + len);
    r->at += len;
}

static Value read_or(Reader *r);

// Parentheses nest no deeper than there are operands, which are counted.
static Value read_atom(Reader *r)
{
    Value v = {false, NO_VERSION, NO_VERSION};
    if (str_is(r->token, "(")) {
        v = read_or(r);
        if (!str_is(r->token, ")"))
            fail(r, "missing close paren");
        next(r);
    } else if (r->is_tag) {
        v = value_tag(&r->tags, r->token);
        next(r);
    } else {
        fail(r, r->token.len ? "an operator where a tag should stand"
                             : "unexpected end of expression");
    }
    return v;
}

static Value read_not(Reader *r)
{
    if (++r->operands > MAX_OPERANDS)
        fail(r, "build expression too large");
    else
        next(r);
    if (!str_is(r->token, "!"))
        return read_atom(r);
    next(r);
    if (str_is(r->token, "!"))
        fail(r, "double negation not allowed");
    return value_not(read_atom(r));
}

static Value read_and(Reader *r)
{
    Value v = read_not(r);
    while (str_is(r->token, "&&"))
        v = value_and(v, read_not(r));
    return v;
}

static Value read_or(Reader *r)
{
    Value v = read_and(r);
    while (str_is(r->token, "||"))
        v = value_or(v, read_and(r));
    return v;
}

// ---- // +build ----

// One literal: what is no tag at all counts as the tag "ignore".
static Value old_literal(const ConstraintTags *tags, Str literal)
{
    if (str_starts(literal, "!!") || str_is(literal, "!"))
        return value_tag(tags, STR("ignore"));
    bool negated = str_starts(literal, "!");
    Str tag = str_sub(literal, negated, literal.len);
    bool valid = tag.len > 0 && tag_length(tag, 0) == tag.len;
    Value v = value_tag(tags, valid ? tag : STR("ignore"));
    return negated ? value_not(v) : v;
}

static size_t word_length(Str s, size_t at, const char *ends)
{
    size_t end = at;
    while (end < s.len && !strchr(ends, s.ptr[end]))
        end++;
    return end - at;
}

// Literals joined by commas must all hold.
static Value old_clause(const ConstraintTags *tags, Str clause, unsigned *operators)
{
    size_t len = word_length(clause, 0, ",");
    Value v = old_literal(tags, str_sub(clause, 0, len));
    for (size_t at = len; at < clause.len; at += len) {
        at++;
        len = word_length(clause, at, ",");
        v = value_and(v, old_literal(tags, str_sub(clause, at, at + len)));
        ++*operators;
    }
    return v;
}

// Clauses separated by blanks are alternatives.
static Constraint eval_old(Str text, const ConstraintTags *tags)
{
    static const char blanks[] = " \t\v\f\r";
    unsigned operators = 0;
    bool any = false;
    Value v = {false, NO_VERSION, NO_VERSION};
    for (size_t at = 0; at < text.len;) {
        size_t len = word_length(text, at, blanks);
        if (len == 0) {
            at++;
            continue;
        }
        Value clause = old_clause(tags, str_sub(text, at, at + len), &operators);
        v = any ? value_or(v, clause) : clause;
        operators += any;
        any = true;
        at += len;
    }
    if (operators > MAX_OLD_OPERATORS)
        return (Constraint){.error = "expression too complex for // +build lines"};
    if (!any)
        v = value_tag(tags, STR("ignore"));
    return (Constraint){.holds = v.holds, .go_minor = (uint32_t)larger(v.version, 0)};
}

// ---- Lines ----

// What follows `word`, which must stand alone or before a blank.
static bool after_word(Str line, const char *word, Str *rest)
{
    if (!str_starts(line, word))
        return false;
    Str text = str_sub(line, strlen(word), line.len);
    *rest = str_trim(text);
    return text.len == 0 || rest->len < text.len;
}

static bool go_build(Str line, Str *rest)
{
    return after_word(str_trim(line), "//go:build", rest);
}

static bool plus_build(Str line, Str *rest)
{
    return str_starts(line, "//") &&
           after_word(str_trim(str_sub(line, 2, line.len)), "+build", rest);
}

bool constraint_is_go_build(Str line)
{
    Str rest;
    return go_build(line, &rest);
}

bool constraint_is_plus_build(Str line)
{
    Str rest;
    return plus_build(line, &rest);
}

Constraint constraint_eval(Str line, ConstraintTags tags)
{
    Str text;
    if (plus_build(line, &text))
        return eval_old(text, &tags);
    if (!go_build(line, &text))
        return (Constraint){.error = "not a build constraint"};
    Reader r = {.text = text, .tags = tags};
    Value v = read_or(&r);
    if (r.token.len > 0)
        fail(&r, "something after the end of the expression");
    if (r.error)
        return (Constraint){.error = r.error};
    return (Constraint){.holds = v.holds, .go_minor = (uint32_t)larger(v.version, 0)};
}

uint32_t constraint_go_minor(const Ast *ast)
{
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    TokenId package = ast_file(ast).package;
    uint32_t limit = package.v ? token_span(ast, package).start : UINT32_MAX;
    for (uint32_t k = 0; k < count && comments[k].span.start < limit; k++) {
        Str text = source_str(ast_source(ast), comments[k].span);
        if (constraint_is_go_build(text))
            return constraint_eval(text, (ConstraintTags){0}).go_minor;
    }
    return 0;
}

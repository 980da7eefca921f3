// constraint.c - the version that a //go:build line implies.
//
// For a && b both demands hold: the larger counts; for a || b only what both alternatives demand
// is sure: the smaller counts; a negated tag demands nothing.
#include "load/constraint.h"

typedef struct Reader {
    Str rest;
    unsigned depth;
} Reader;

// Deeper nesting than this is not written by hand; such a line demands nothing.
enum { MAX_DEPTH = 64 };

static uint32_t read_or(Reader *r);

static void skip_space(Reader *r)
{
    r->rest = str_trim(r->rest);
}

static bool take(Reader *r, const char *word)
{
    skip_space(r);
    if (!str_starts(r->rest, word))
        return false;
    r->rest = str_sub(r->rest, str_of(word).len, r->rest.len);
    return true;
}

static bool is_tag_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || (unsigned char)c >= 0x80;
}

static uint32_t tag_version(Str tag)
{
    uint32_t minor = 0;
    if (!str_starts(tag, "go1."))
        return 0;
    for (size_t k = 4; k < tag.len; k++) {
        if (tag.ptr[k] < '0' || tag.ptr[k] > '9' || minor > 1000)
            return 0;
        minor = minor * 10 + (uint32_t)(tag.ptr[k] - '0');
    }
    return minor;
}

static uint32_t read_operand(Reader *r)
{
    if (r->depth > MAX_DEPTH)
        return 0;
    if (take(r, "!")) {
        r->depth++;
        read_operand(r);
        return 0;
    }
    if (take(r, "(")) {
        r->depth++;
        uint32_t inner = read_or(r);
        take(r, ")");
        return inner;
    }
    size_t n = 0;
    while (n < r->rest.len && is_tag_char(r->rest.ptr[n]))
        n++;
    Str tag = str_sub(r->rest, 0, n);
    r->rest = str_sub(r->rest, n, r->rest.len);
    return tag_version(tag);
}

static uint32_t read_and(Reader *r)
{
    uint32_t demanded = read_operand(r);
    while (take(r, "&&")) {
        uint32_t other = read_operand(r);
        demanded = other > demanded ? other : demanded;
    }
    return demanded;
}

static uint32_t read_or(Reader *r)
{
    uint32_t demanded = read_and(r);
    while (take(r, "||")) {
        uint32_t other = read_and(r);
        demanded = other < demanded ? other : demanded;
    }
    return demanded;
}

uint32_t constraint_go_minor(const Ast *ast)
{
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    TokenId package = ast_file(ast).package;
    uint32_t limit = package.v ? token_span(ast, package).start : UINT32_MAX;
    for (uint32_t k = 0; k < count && comments[k].span.start < limit; k++) {
        Str text = source_str(ast_source(ast), comments[k].span);
        if (!str_starts(text, "//go:build "))
            continue;
        Reader r = {.rest = str_sub(text, sizeof "//go:build", text.len)};
        return read_or(&r);
    }
    return 0;
}

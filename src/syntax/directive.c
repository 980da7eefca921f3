// directive.c - comments that say which findings are meant to be there.
//
// One that stands alone covers what begins at the next token: the largest statement, declaration,
// specification, field, case or element that does, and the rest of that line. One behind code covers its
// line; a nolint there also what begins on it, as golangci-lint has it.
#include "syntax/directive.h"

static const struct {
    const char *prefix;
    DirectiveKind kind;
} prefixes[] = {
    {"//curfew:ignore-file", DIRECTIVE_IGNORE_FILE},
    {"//curfew:ignore", DIRECTIVE_IGNORE},
    {"//nolint", DIRECTIVE_NOLINT},
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

// The prefix must end there, so that //curfew:ignored and //nolinter are other words.
static bool read_prefix(Str text, Directive *d, size_t *len)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        *len = strlen(prefixes[i].prefix);
        if (!str_starts(text, prefixes[i].prefix))
            continue;
        char next = text.len > *len ? text.ptr[*len] : ' ';
        d->kind = prefixes[i].kind;
        if (is_blank(next) || (next == ':' && d->kind == DIRECTIVE_NOLINT))
            return true;
    }
    return false;
}

static void add_word(Arena *a, Directive *d, uint32_t base, Str text, size_t start, size_t end)
{
    Span span = {base + (uint32_t)start, base + (uint32_t)end};
    vec_push(a, &d->words, (DirectiveWord){str_sub(text, start, end), span});
    if (d->words.len == 1)
        d->list.start = span.start;
    d->list.end = span.end;
}

// Words between commas, blanks allowed after each comma. Returns where they end.
static size_t read_words(Arena *a, Directive *d, uint32_t base, Str text, size_t at)
{
    for (;;) {
        while (at < text.len && (is_blank(text.ptr[at]) || (text.ptr[at] == ',' && d->words.len > 0)))
            at++;
        size_t start = at;
        while (at < text.len && !is_blank(text.ptr[at]) && text.ptr[at] != ',' &&
               !str_starts(str_sub(text, at, text.len), "//"))
            at++;
        if (at > start)
            add_word(a, d, base, text, start, at);
        size_t comma = at;
        while (comma < text.len && is_blank(text.ptr[comma]))
            comma++;
        if (at == start || comma == text.len || text.ptr[comma] != ',')
            return at;
        at = comma;
    }
}

// What follows the words; a second `//` before it is allowed, since it is the habit of other linters.
static Str read_reason(Str rest)
{
    rest = str_trim(rest);
    while (str_starts(rest, "//"))
        rest = str_trim(str_sub(rest, 2, rest.len));
    for (size_t i = 0; i < rest.len; i++) {
        unsigned char c = (unsigned char)rest.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (letter)
            return rest;
    }
    return (Str){0};
}

static bool read_comment(Arena *a, const Source *source, Span span, Directive *d)
{
    Str text = source_str(source, span);
    size_t at;
    *d = (Directive){.source = source, .span = span, .list = {span.end, span.end}};
    if (!read_prefix(text, d, &at))
        return false;
    d->list = (Span){span.start + (uint32_t)at, span.start + (uint32_t)at};
    if (d->kind != DIRECTIVE_NOLINT || (at < text.len && text.ptr[at] == ':'))
        at = read_words(a, d, span.start, text, at + (d->kind == DIRECTIVE_NOLINT));
    d->reason = read_reason(str_sub(text, at, text.len));
    return true;
}

bool directive_is_detached(Str comment, Str *reason)
{
    Str prefix = STR("//curfew:detached");
    if (!str_starts(comment, "//curfew:detached") || (comment.len > prefix.len && !is_blank(comment.ptr[prefix.len])))
        return false;
    *reason = read_reason(str_sub(comment, prefix.len, comment.len));
    return true;
}

// ---- What is covered ----

// A directive that waits for the nodes that start in a range of bytes.
typedef struct Want {
    Span starts;
    uint32_t directive, end; // end of the largest such node
} Want;

typedef VEC(Want) Wants;

static uint32_t line_start(const Source *s, uint32_t at)
{
    while (at > 0 && s->text[at - 1] != '\n')
        at--;
    return at;
}

static uint32_t line_end(const Source *s, uint32_t at)
{
    while (at < s->len && s->text[at] != '\n')
        at++;
    return at;
}

// Marks of quotes, in Markdown, count as blanks.
static bool stands_alone(const Source *s, uint32_t start)
{
    for (uint32_t at = line_start(s, start); at < start; at++)
        if (!is_blank(s->text[at]) && s->text[at] != '>')
            return false;
    return true;
}

static Span next_token(const Ast *ast, TokenId t)
{
    while (t.v < ast_token_count(ast) && token_is_auto(ast, t))
        t.v++;
    return t.v && t.v < ast_token_count(ast) && token_kind(ast, t) != TOK_EOF ? token_span(ast, t) : (Span){0, 0};
}

// Sets what needs no tree, and adds a want for the rest.
static void cover_text(Arena *a, const Ast *ast, TokenId next, uint32_t index, Directive *d, Wants *wants)
{
    const Source *s = d->source;
    Span all = node_span(ast, ast_root(ast));
    if (d->kind == DIRECTIVE_IGNORE_FILE) {
        d->covers = (Span){all.start < d->span.start ? all.start : d->span.start,
                           all.end > d->span.end ? all.end : d->span.end};
        return;
    }
    d->alone = stands_alone(s, d->span.start);
    if (!d->alone) {
        d->covers = d->line = (Span){line_start(s, d->span.start), d->span.start};
        if (d->kind == DIRECTIVE_NOLINT)
            vec_push(a, wants, (Want){d->covers, index, d->covers.end});
        return;
    }
    Span token = next_token(ast, next);
    if (token.end == 0)
        return;
    if (d->kind == DIRECTIVE_NOLINT && str_is(source_str(s, token), "package")) {
        d->covers = (Span){token.start, s->len};
        return;
    }
    d->covers = (Span){token.start, line_end(s, token.start)};
    vec_push(a, wants, (Want){{token.start, token.start + 1}, index, d->covers.end});
}

// Kinds that are found where they start without going down chains of operators. What is covered by an
// expression within them is what lies on its line.
static bool is_coverable(NodeKind k)
{
    switch (k) {
    case NODE_GEN_DECL:
    case NODE_FUNC_DECL:
    case NODE_IMPORT_SPEC:
    case NODE_VALUE_SPEC:
    case NODE_TYPE_SPEC:
    case NODE_FIELD:
    case NODE_FUNC_LIT:
    case NODE_KEY_VALUE_EXPR:
        return true;
    default:
        return k >= NODE_DECL_STMT && k <= NODE_RANGE_STMT;
    }
}

static void widen(Wants *wants, Span node)
{
    uint32_t low = 0, high = wants->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (wants->data[middle].starts.end <= node.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < wants->len && wants->data[low].starts.start <= node.start; low++)
        if (node.start < wants->data[low].starts.end && node.end > wants->data[low].end)
            wants->data[low].end = node.end;
}

// What the wants have found is what their directives cover.
static void share_ends(Wants *wants, Directives *out)
{
    VEC_EACH (const Want, w, wants)
        out->data[w->directive].covers.end = w->end;
}

static void cover_nodes(const Ast *ast, Wants *wants)
{
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        if (!is_coverable(node_kind(ast, n)))
            continue;
        Span span = node_span(ast, n);
        widen(wants, span);
    }
}

void directives_find(Arena *a, const Ast *ast, Directives *out)
{
    const Source *source = ast_source(ast);
    Arena scratch = {0};
    Wants wants = {0};
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t k = 0; k < count; k++) {
        Directive d;
        if (!read_comment(a, source, comments[k].span, &d))
            continue;
        cover_text(&scratch, ast, comments[k].next, out->len, &d, &wants);
        vec_push(a, out, d);
    }
    if (wants.len)
        cover_nodes(ast, &wants);
    share_ends(&wants, out);
    arena_free(&scratch);
}

// ---- Removing one ----

static bool is_bare_comment(const Source *s, uint32_t line)
{
    return line > 0 && str_is(str_trim(source_line(s, line)), "//");
}

static bool is_blank_line(const Source *s, uint32_t line)
{
    return str_trim(source_line(s, line)).len == 0;
}

// The empty comment line that gofmt puts between a doc comment and its directives goes too where it would be
// the last.
Span directive_whole(const Source *s, Span span)
{
    bool alone = str_trim(source_str(s, (Span){line_start(s, span.start), span.start})).len == 0;
    if (!alone) {
        while (span.start > 0 && (s->text[span.start - 1] == ' ' || s->text[span.start - 1] == '\t'))
            span.start--;
        return span;
    }
    uint32_t line = source_position(s, span.start).line;
    bool last = !str_starts(str_trim(source_line(s, line + 1)), "//");
    if (last && is_bare_comment(s, line - 1))
        span.start = line_start(s, span.start) - 1;
    span.start = line_start(s, span.start);
    span.end = line_end(s, span.end);
    span.end += span.end < s->len;
    // gofmt keeps no empty line at the start of a file, and no two together.
    bool after_blank = span.start == 0 || (line > 1 && is_blank_line(s, source_position(s, span.start).line - 1));
    uint32_t next = source_position(s, span.end).line;
    if (after_blank && span.end < s->len && is_blank_line(s, next))
        span.end = next < s->line_count ? s->lines[next] : s->len;
    return span;
}

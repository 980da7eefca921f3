// fingerprint.c - the identity and the order of findings.
#include "rules/fingerprint.h"
#include "base/hash.h"
#include "rules/rule.h"

#include <stdlib.h>

static const Ast *tree_of(const Package *p, const Finding *f)
{
    for (uint32_t k = 0; k < package_file_count(p); k++) {
        const Ast *ast = package_file(p, k)->ast;
        if (ast_source(ast) != f->place.source)
            continue;
        Span span = node_span(ast, ast_root(ast));
        if (f->place.span.start >= span.start && f->place.span.start <= span.end)
            return ast;
    }
    return NULL;
}

static bool closes(TokenKind k)
{
    return k == TOK_RPAREN || k == TOK_RBRACK || k == TOK_RBRACE;
}

// What comes and goes with the lines that a list is laid out on: semicolons at line ends, and the comma
// behind the last element.
static bool is_layout(const Ast *ast, TokenId t)
{
    if (token_is_auto(ast, t))
        return true;
    return token_kind(ast, t) == TOK_COMMA && t.v + 1 < ast_token_count(ast) &&
           closes(token_kind(ast, (TokenId){t.v + 1}));
}

static uint64_t hash_tokens(uint64_t h, const Ast *ast, Span span)
{
    for (TokenId t = token_at(ast, span.start); t.v && t.v < ast_token_count(ast); t.v++) {
        Span at = token_span(ast, t);
        if (at.start >= span.end)
            break;
        if (at.start >= span.start && !is_layout(ast, t))
            h = hash_mix(h, hash_str(token_text(ast, t)));
    }
    return h;
}

// The symbol without the numbers of function literals, which change with every literal before them: those in
// "pkg.Run.func2.1" and "pkg.Run.gowrap1".
static uint64_t hash_symbol(uint64_t h, Str symbol)
{
    while (symbol.len > 0) {
        size_t end = str_find(symbol, STR("."));
        Str name = str_sub(symbol, 0, end);
        symbol = end == SIZE_MAX ? (Str){0} : str_sub(symbol, end + 1, symbol.len);
        size_t letters = name.len;
        while (letters > 0 && name.ptr[letters - 1] >= '0' && name.ptr[letters - 1] <= '9')
            letters--;
        Str stem = str_sub(name, 0, letters);
        bool literal = letters == 0 || str_is(stem, "func") || str_is(stem, "gowrap") || str_is(stem, "deferwrap");
        h = hash_mix(h, hash_str(literal ? stem : name));
    }
    return h;
}

static int by_position(const void *x, const void *y)
{
    const Finding *a = *(const Finding *const *)x, *b = *(const Finding *const *)y;
    const char *p = a->place.source ? a->place.source->path : "", *q = b->place.source ? b->place.source->path : "";
    int order = strcmp(p, q);
    if (order == 0)
        order = (a->place.span.start > b->place.span.start) - (a->place.span.start < b->place.span.start);
    if (order == 0)
        order = (a->place.span.end > b->place.span.end) - (a->place.span.end < b->place.span.end);
    return order ? order : strcmp(a->message, b->message);
}

// The findings in the order of their places, by which equal ones are numbered.
static Finding **in_order(Arena *a, const FindingList *list)
{
    Finding **order = arena_array(a, Finding *, list->items.len + 1);
    for (uint32_t k = 0; k < list->items.len; k++)
        order[k] = list->items.data[k];
    qsort(order, list->items.len, sizeof *order, by_position);
    return order;
}

void fingerprint_all(FindingList *list, const Package *package)
{
    Arena scratch = {0};
    Map ordinals = {0};
    Finding **order = in_order(&scratch, list);
    for (uint32_t k = 0; k < list->items.len; k++) {
        Finding *f = order[k];
        uint64_t h = hash_str(str_of(f->rule->slug));
        h = hash_mix(h, hash_str(str_of(f->package)));
        h = hash_symbol(h, str_of(f->symbol));
        const Ast *ast = tree_of(package, f);
        if (ast)
            h = hash_tokens(h, ast, f->place.span);
        uint64_t ordinal = map_or(&ordinals, h, 0);
        map_put(&scratch, &ordinals, h, ordinal + 1);
        f->fingerprint = hash_mix(h, ordinal);
    }
    arena_free(&scratch);
}

typedef struct Ranked {
    Finding *finding;
    uint32_t source; // position of its text among the inputs
} Ranked;

static int by_place(const void *x, const void *y)
{
    const Ranked *a = x, *b = y;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    Span s = a->finding->place.span, t = b->finding->place.span;
    if (s.start != t.start)
        return s.start < t.start ? -1 : 1;
    if (s.end != t.end)
        return s.end < t.end ? -1 : 1;
    int order = strcmp(a->finding->rule->slug, b->finding->rule->slug);
    if (order == 0)
        order = (int)b->finding->level - (int)a->finding->level;
    return order ? order : strcmp(a->finding->message, b->finding->message);
}

static bool same_finding(const Finding *a, const Finding *b)
{
    return a->rule == b->rule && a->place.source == b->place.source &&
           a->place.span.start == b->place.span.start && a->place.span.end == b->place.span.end;
}

void findings_sort(FindingList *list, const Source *const *sources, uint32_t count)
{
    Arena scratch = {0};
    Map rank = {0};
    for (uint32_t k = 0; k < count; k++)
        map_put(&scratch, &rank, (uintptr_t)sources[k], k);
    Ranked *ranked = arena_array(&scratch, Ranked, list->items.len);
    for (uint32_t k = 0; k < list->items.len; k++)
        ranked[k] = (Ranked){list->items.data[k],
                             (uint32_t)map_or(&rank, (uintptr_t)list->items.data[k]->place.source, count)};
    if (list->items.len)
        qsort(ranked, list->items.len, sizeof *ranked, by_place);
    uint32_t kept = 0;
    for (uint32_t k = 0; k < list->items.len; k++)
        if (kept == 0 || !same_finding(list->items.data[kept - 1], ranked[k].finding))
            list->items.data[kept++] = ranked[k].finding;
    list->items.len = kept;
    arena_free(&scratch);
}

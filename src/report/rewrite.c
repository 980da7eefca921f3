// rewrite.c - many fixes at once.
#include "report/rewrite.h"

#include "report/align.h"
#include "syntax/snippet.h"

// ---- Which fixes go together ----

// The length of a symbol without the literals at its end: "p.(*T).Run" of "p.(*T).Run.func1.2".
static size_t outer_len(const char *symbol)
{
    for (const char *p = symbol; (p = strstr(p, ".func")); p++)
        if (p[5] >= '0' && p[5] <= '9')
            return (size_t)(p - symbol);
    return strlen(symbol);
}

static bool same_function(const Finding *a, const Finding *b)
{
    size_t len = outer_len(a->symbol);
    return strcmp(a->package, b->package) == 0 && len == outer_len(b->symbol) &&
           strncmp(a->symbol, b->symbol, len) == 0 && a->place.source == b->place.source;
}

// Edits that touch are not disjoint: which of two insertions comes first would be a guess.
static bool edits_meet(const Fix *a, const Fix *b)
{
    VEC_EACH (Edit, x, &a->edits)
        VEC_EACH (Edit, y, &b->edits)
            if (x->place.source == y->place.source && x->place.span.start <= y->place.span.end &&
                y->place.span.start <= x->place.span.end)
                return true;
    return false;
}

static bool touches(const Fix *fix, const Source *source)
{
    VEC_EACH (Edit, e, &fix->edits)
        if (e->place.source == source)
            return true;
    return false;
}

// One file can have several sources: a package and the same one with its tests have read it each.
static bool is_twin(const Rewrite *r, const Source *source)
{
    VEC_EACH (const Source *, s, &r->sources)
        if (*s != source && strcmp((*s)->path, source->path) == 0)
            return true;
    return false;
}

static void add_source(Rewrite *r, const Source *source)
{
    VEC_EACH (const Source *, s, &r->sources)
        if (*s == source)
            return;
    vec_push(&r->arena, &r->sources, source);
}

bool rewrite_take(Rewrite *r, const Finding *finding, const Fix *fix)
{
    if (fix->edits.len == 0)
        return false;
    VEC_EACH (Edit, e, &fix->edits)
        if (!edit_valid(fix, e->place.source) || is_twin(r, e->place.source))
            return false;
    for (uint32_t k = 0; k < r->fixes.len; k++)
        if (same_function(r->findings.data[k], finding) || edits_meet(r->fixes.data[k], fix))
            return false;
    vec_push(&r->arena, &r->findings, finding);
    vec_push(&r->arena, &r->fixes, fix);
    VEC_EACH (Edit, e, &fix->edits)
        add_source(r, e->place.source);
    return true;
}

void rewrite_drop(Rewrite *r, const Source *source)
{
    uint32_t kept = 0;
    r->sources.len = 0;
    for (uint32_t k = 0; k < r->fixes.len; k++) {
        const Fix *fix = r->fixes.data[k];
        if (touches(fix, source))
            continue;
        r->findings.data[kept] = r->findings.data[k];
        r->fixes.data[kept++] = fix;
        VEC_EACH (Edit, e, &fix->edits)
            add_source(r, e->place.source);
    }
    r->findings.len = r->fixes.len = kept;
}

// ---- The new texts ----

static int by_start(const void *x, const void *y)
{
    const Edit *a = x, *b = y;
    return (a->place.span.start > b->place.span.start) - (a->place.span.start < b->place.span.start);
}

void rewrite_seal(Rewrite *r)
{
    r->all.edits.len = 0;
    VEC_EACH (const Source *, s, &r->sources) {
        uint32_t first = r->all.edits.len;
        VEC_EACH (const Fix *, fix, &r->fixes)
            VEC_EACH (Edit, e, &(*fix)->edits)
                if (e->place.source == *s)
                    vec_push(&r->arena, &r->all.edits, *e);
        // Several edits of one fix at one place are rare, and few: insertion keeps their order.
        Edit *edits = r->all.edits.data + first;
        for (uint32_t k = 1; k < r->all.edits.len - first; k++)
            for (uint32_t j = k; j > 0 && by_start(&edits[j - 1], &edits[j]) > 0; j--) {
                Edit swap = edits[j];
                edits[j] = edits[j - 1];
                edits[j - 1] = swap;
            }
    }
}

// Where the edits of a source have left their texts, in the new text.
static Span *touched_spans(Arena *a, const Rewrite *r, const Source *source, uint32_t *count)
{
    Span *spans = arena_array(a, Span, r->all.edits.len);
    int64_t shift = 0;
    *count = 0;
    VEC_EACH (Edit, e, &r->all.edits) {
        if (e->place.source != source)
            continue;
        StrBuf text = {0};
        edit_text(e, &text);
        uint32_t start = (uint32_t)((int64_t)e->place.span.start + shift);
        spans[(*count)++] = (Span){start, start + (uint32_t)text.len};
        shift += (int64_t)text.len - (int64_t)(e->place.span.end - e->place.span.start);
        strbuf_free(&text);
    }
    return spans;
}

void rewrite_text(const Rewrite *r, const Source *source, StrBuf *out)
{
    Span whole = {0, source->len};
    if (document_kind(str_of(source->path)) != DOCUMENT_GO) {
        edit_apply(&r->all, source, whole, out);
        return;
    }
    StrBuf text = {0};
    Arena a = {0};
    uint32_t count;
    edit_apply(&r->all, source, whole, &text);
    Source *edited = source_from(source->path, strbuf_view(&text));
    const Span *spans = touched_spans(&a, r, source, &count);
    align_comments(edited, spans, count, out);
    source_free(edited);
    strbuf_free(&text);
    arena_free(&a);
}

// ---- Does the result parse? ----

static bool parses(const Source *source, Span span, const char *text, ParseMode mode)
{
    Ast *ast = ast_parse(source, span, text, mode);
    uint32_t errors;
    ast_errors(ast, &errors);
    ast_free(ast);
    return errors == 0;
}

static bool has_package_clause(const Source *source)
{
    Ast *ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
    bool has = ast_file(ast).package.v != 0;
    ast_free(ast);
    return has;
}

// By how much the edits before `offset` move it; those at it too where `with` is set.
static int64_t shift_at(const Rewrite *r, const Source *source, uint32_t offset, bool with)
{
    int64_t shift = 0;
    VEC_EACH (Edit, e, &r->all.edits) {
        Span s = e->place.span;
        if (e->place.source == source && (s.end < offset || (with && s.end == offset))) {
            StrBuf text = {0};
            edit_text(e, &text);
            shift += (int64_t)text.len - (int64_t)(s.end - s.start);
            strbuf_free(&text);
        }
    }
    return shift;
}

static bool is_edited(const Rewrite *r, const Source *source, Span block)
{
    VEC_EACH (Edit, e, &r->all.edits)
        if (e->place.source == source && e->place.span.start <= block.end && block.start <= e->place.span.end)
            return true;
    return false;
}

// The blocks of the new text must be those of the old one, moved, so that nothing became code or
// ceased to be code.
static bool blocks_stand(const Rewrite *r, const Source *source, const Source *now, DocumentKind kind)
{
    Arena a = {0};
    SnippetList old = {0}, new = {0};
    snippet_find(&a, source, kind, &old);
    snippet_find(&a, now, kind, &new);
    bool ok = old.len == new.len;
    for (uint32_t k = 0; ok && k < old.len; k++) {
        Span was = old.data[k].span, is = new.data[k].span;
        ok = (int64_t)was.start + shift_at(r, source, was.start, false) == is.start &&
             (int64_t)was.end + shift_at(r, source, was.end, true) == is.end;
        if (ok && is_edited(r, source, was))
            ok = parses(now, is, new.data[k].text, PARSE_SNIPPET);
    }
    arena_free(&a);
    return ok;
}

bool rewrite_parses(const Rewrite *r, const Source *source, Str text)
{
    Source *now = source_from(source->path, text);
    DocumentKind kind = document_kind(str_of(source->path));
    bool is_go = kind == DOCUMENT_GO || !strchr(source->path, '.'), ok;
    if (is_go)
        ok = parses(now, (Span){0, now->len}, NULL, has_package_clause(source) ? PARSE_FILE : PARSE_SNIPPET);
    else
        ok = blocks_stand(r, source, now, kind);
    source_free(now);
    return ok;
}

void rewrite_free(Rewrite *r)
{
    arena_free(&r->arena);
}

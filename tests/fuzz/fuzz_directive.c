// fuzz_directive.c - any bytes are Go with directives: what is read of these lies in the comments, and what
// they cover in the text.
#include "check_syntax.h"

#include "syntax/directive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_directive(const Source *s, const Directive *d)
{
    MUST(d->source == s && d->span.start < d->span.end && d->span.end <= s->len);
    MUST(str_starts(source_str(s, d->span), "//"));
    MUST(d->list.start >= d->span.start && d->list.start <= d->list.end && d->list.end <= d->span.end);
    uint32_t last = d->span.start;
    VEC_EACH (const DirectiveWord, w, &d->words) {
        MUST(w->span.start >= last && w->span.start < w->span.end && w->span.end <= d->span.end);
        MUST(str_eq(w->text, source_str(s, w->span)) && !memchr(w->text.ptr, ',', w->text.len));
        last = w->span.end;
    }
    MUST(d->covers.start <= d->covers.end && d->covers.end <= s->len);
    MUST(d->line.start <= d->line.end && d->line.end <= d->span.start);
    MUST(!d->alone || d->line.end == 0);
}

static void check(const Source *s, ParseMode mode)
{
    Arena a = {0};
    Directives list = {0};
    Ast *ast = ast_parse(s, (Span){0, s->len}, NULL, mode);
    directives_find(&a, ast, &list);
    uint32_t last = 0;
    VEC_EACH (const Directive, d, &list) {
        MUST(d->span.start >= last);
        check_directive(s, d);
        last = d->span.end;
    }
    ast_free(ast);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Source *s = source_from("x.go", (Str){(const char *)data, size});
    check(s, PARSE_FILE);
    check(s, PARSE_SNIPPET);
    source_free(s);
    return 0;
}

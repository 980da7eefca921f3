// test_directive.c - what a directive says, and which bytes it covers.
#include "harness/unit.h"

#include "syntax/directive.h"

typedef struct Read {
    Source *source;
    Ast *ast;
    Arena arena;
    Directives list;
} Read;

static Read read_go(const char *text)
{
    Read r = {.source = source_from("x.go", str_of(text))};
    r.ast = ast_parse(r.source, (Span){0, r.source->len}, NULL, PARSE_FILE);
    directives_find(&r.arena, r.ast, &r.list);
    return r;
}

static void done(Read *r)
{
    ast_free(r->ast);
    source_free(r->source);
    arena_free(&r->arena);
}

// The words, separated by bars, and the reason of a comment.
static void assert_said(const char *comment, const char *words, const char *reason)
{
    Arena a = {0};
    Read r = read_go(arena_printf(&a, "package p\n\n%s\nvar x int\n", comment));
    assert_int_equal(r.list.len, 1);
    const Directive *d = r.list.data;
    StrBuf got = {0};
    VEC_EACH (const DirectiveWord, w, &d->words) {
        strbuf_adds(&got, got.len ? "|" : "");
        strbuf_add(&got, w->text);
        assert_true(str_eq(w->text, source_str(r.source, w->span)));
    }
    assert_str(strbuf_view(&got), words);
    assert_str(d->reason, reason);
    strbuf_free(&got);
    done(&r);
    arena_free(&a);
}

static void what_is_said(void **state)
{
    (void)state;
    assert_said("//curfew:ignore lost-cancel it is the parent's", "lost-cancel", "it is the parent's");
    assert_said("//curfew:ignore a,b why", "a|b", "why");
    assert_said("//curfew:ignore a, b ,c why not", "a|b|c", "why not");
    assert_said("//curfew:ignore a // why", "a", "why");
    assert_said("//curfew:ignore a", "a", "");
    assert_said("//curfew:ignore a   ", "a", "");
    assert_said("//curfew:ignore a //", "a", "");
    assert_said("//curfew:ignore a --", "a", "");
    assert_said("//curfew:ignore a \xE7\x90\x86", "a", "\xE7\x90\x86");
    assert_said("//curfew:ignore", "", "");
    assert_said("//curfew:ignore\ta\twhy", "a", "why");
    assert_said("//curfew:ignore-file a why", "a", "why");
    assert_said("//nolint", "", "");
    assert_said("//nolint // why", "", "why");
    assert_said("//nolint:curfew", "curfew", "");
    assert_said("//nolint:curfew // why", "curfew", "why");
    assert_said("//nolint:gosec,curfew//why", "gosec|curfew", "why");
    assert_said("//nolint:all", "all", "");
}

static void other_comments(void **state)
{
    (void)state;
    static const char *const others[] = {"//curfew:ignored a why", "// curfew:ignore a why", "/*curfew:ignore a why*/",
                                         "//curfew:detached why",  "//nolinter",             "// nolint:curfew",
                                         "// see //curfew:ignore"};
    Arena a = {0};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        Read r = read_go(arena_printf(&a, "package p\n\n%s\nvar x int\n", others[i]));
        assert_int_equal(r.list.len, 0);
        done(&r);
    }
    arena_free(&a);
}

static void assert_detached(const char *comment, const char *reason)
{
    Str said = {0};
    assert_int_equal(directive_is_detached(str_of(comment), &said), reason != NULL);
    if (reason)
        assert_str(said, reason);
}

static void declared_detached(void **state)
{
    (void)state;
    assert_detached("//curfew:detached lives as long as the process", "lives as long as the process");
    assert_detached("//curfew:detached\twhy \r", "why");
    assert_detached("//curfew:detached", "");
    assert_detached("//curfew:detached // ...", "");
    assert_detached("//curfew:detachedly why", NULL);
    assert_detached("// curfew:detached why", NULL);
    assert_detached("//curfew:ignore a why", NULL);
}

// What the only directive of a body covers is what stands between the two marks @.
static void assert_covers(const char *marked)
{
    Arena a = {0};
    char *text = arena_strndup(&a, marked, strlen(marked)), *out = text;
    uint32_t marks[2] = {0, 0}, count = 0;
    for (const char *in = marked; *in; in++) {
        if (*in == '@' && count < 2)
            marks[count++] = (uint32_t)(out - text);
        else
            *out++ = *in;
    }
    *out = 0;
    Read r = read_go(text);
    assert_int_equal(r.list.len, 1);
    assert_str(source_str(r.source, r.list.data[0].covers), arena_strndup(&a, text + marks[0], marks[1] - marks[0]));
    done(&r);
    arena_free(&a);
}

static void what_is_covered(void **state)
{
    (void)state;
    // The statement below, all of its lines; the declaration; the specification; the field; the case.
    assert_covers("package p\n\nfunc f() {\n\t//curfew:ignore a why\n\t@go func() {\n\t\tg()\n\t}()@\n\th()\n}\n");
    assert_covers("package p\n\nfunc f() {\n\t//curfew:ignore a why\n\n\t// more\n\t@x.y.z(1)@\n}\n");
    assert_covers("package p\n\n// f does.\n//\n//curfew:ignore a why\n@func f() {\n\tg()\n}@\n");
    assert_covers("package p\n\n//curfew:ignore a why\n@var (\n\tx int\n\ty int\n)@\n");
    assert_covers("package p\n\nvar (\n\t//curfew:ignore a why\n\t@x = func() {\n\t}@\n\ty int\n)\n");
    assert_covers("package p\n\ntype T struct {\n\t//curfew:ignore a why\n\t@a, b struct {\n\t}@\n\tc int\n}\n");
    assert_covers("package p\n\nfunc f() {\n\tselect {\n\t//curfew:ignore a why\n\t@case <-c:\n\t\tg()@\n\tcase <-d:\n\t}\n}\n");
    assert_covers("package p\n\nvar t = T{\n\t//curfew:ignore a why\n\t@A: func() {\n\t}@,\n\tB: 1,\n}\n");
    assert_covers("package p\n\nvar t = g(\n\t//curfew:ignore a why\n\t@1+2, h(),@\n\tB)\n");
    // Behind code, the line.
    assert_covers("package p\n\nfunc f() {\n@\tgo func() { @//curfew:ignore a why\n\t\tg()\n\t}()\n}\n");
    assert_covers("package p\n\n@func f() { @//curfew:ignore a why\n\tg()\n}\n");
    // A nolint there covers what begins on the line.
    assert_covers("package p\n\n@func f() { //nolint:curfew\n\tg()\n}@\n");
    assert_covers("//nolint:curfew\n@package p\n\nfunc f() {\n\tg()\n}\n@");
    // Nothing follows; and all of the file.
    assert_covers("package p\n\n//curfew:ignore a why\n@@");
    assert_covers("@package p\n\nfunc f() {\n\t//curfew:ignore-file a why\n}@\n");
}

static void line_of_the_end(void **state)
{
    (void)state;
    Read r = read_go("package p\n\nfunc f() {\n\tg(1,\n\t\t2) //curfew:ignore a why\n}\n");
    assert_int_equal(r.list.len, 1);
    assert_false(r.list.data[0].alone);
    assert_str(source_str(r.source, r.list.data[0].line), "\t\t2) ");
    done(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_said), cmocka_unit_test(other_comments), cmocka_unit_test(declared_detached),
                                       cmocka_unit_test(what_is_covered), cmocka_unit_test(line_of_the_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

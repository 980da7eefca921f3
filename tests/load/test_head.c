// test_head.c - the beginning of Go files: package, imports, constraints, marks, and what is wrong.
#include "harness/unit.h"

#include "load/head.h"

static bool holds(const void *ctx, Str tag)
{
    (void)ctx;
    return str_starts(tag, "y");
}

static const ConstraintTags tags = {holds, NULL};

static Head read_head(Arena *a, const char *text)
{
    Head h;
    assert_true(head_read(a, str_of(text), true, tags, &h));
    return h;
}

static void assert_imports(const Head *h, const char *want)
{
    StrBuf got = {0};
    VEC_EACH (const HeadImport, i, &h->imports) {
        strbuf_add(&got, i->path);
        strbuf_printf(&got, ":%u ", i->line);
    }
    assert_str(strbuf_view(&got), want);
    strbuf_free(&got);
}

static void clauses_are_read_in_every_layout(void **state)
{
    (void)state;
    Arena a = {0};
    static const struct {
        const char *text, *package, *imports;
    } cases[] = {
        {"package p", "p", ""},
        {"package p\n", "p", ""},
        {"\xef\xbb\xbfpackage p\nimport \"a\"", "p", "a:2 "},
        {"package p; import \"a\"; import \"b\"; var x int", "p", "a:1 b:1 "},
        {"package p\nimport (\n\"a\"\n. \"b\"; _ `c`\nx \"d/e\"\n)\nvar x = 1\n", "p",
         "a:3 b:4 c:4 d/e:5 "},
        {"/* x\n*/ package /* y */ p // z\nimport(\"a\")\nimport()\nimport \"b\"", "p", "a:3 b:5 "},
        {"package p\nimport /*\n*/ \"a\"\n/* c */ import \"b\"", "p", "a:3 b:4 "},
        {"package p /*\n*/ import \"a\"", "p", "a:2 "},
        {"package p\nimport \"f\\x6d\\164\"\nimport \"\\u00e4\"", "p", "fmt:2 ä:3 "},
        {"package importer\nimporter(1)", "importer", ""},
        {"package p\r\nimport \"a\"\r\n", "p", "a:2 "},
        {"package é\nfunc f() { import \"a\" }", "é", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Head h = read_head(&a, cases[i].text);
        if (h.error || h.refused)
            fail_msg("%s: %s", cases[i].text, h.error ? h.error : h.refused);
        assert_str(h.package, cases[i].package);
        assert_imports(&h, cases[i].imports);
    }
    arena_free(&a);
}

static void faults_of_the_head_leave_no_imports(void **state)
{
    (void)state;
    Arena a = {0};
    static const struct {
        const char *text;
        uint32_t line;
    } cases[] = {
        {"", 1},
        {"import \"a\"", 1},
        {"package", 1},
        {"package _", 1},
        {"package 1", 1},
        {"package p\nimport \"a\" import \"b\"", 2},
        {"package p\nimport \"a\"\nimport (\"b\" \"c\")", 3},
        {"package p\nimport \"a\"\nimport \"\"", 3},
        {"package p\nimport \"a b\"", 2},
        {"package p\nimport \"a\\n\"", 2},
        {"package p\nimport \"a", 2},
        {"package p\nimport \"a\n\"", 2},
        {"package p\nimport \"a\"\nimport ( \"b\"", 3},
        {"package p\nimport x", 2},
        {"package p\n/* import \"a\"", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Head h = read_head(&a, cases[i].text);
        if (!h.error)
            fail_msg("no error: %s", cases[i].text);
        if (h.error_line != cases[i].line)
            fail_msg("line %u: %s", h.error_line, cases[i].text);
        assert_int_equal(h.imports.len, 0);
    }
    arena_free(&a);
}

static void constraints_count_where_go_build_sees_them(void **state)
{
    (void)state;
    Arena a = {0};
    static const struct {
        const char *text, *excluding;
    } cases[] = {
        {"//go:build n\n\npackage p", "//go:build n"},
        {"//go:build n\npackage p", "//go:build n"},
        {"  //go:build n || n\r\npackage p", "//go:build n || n"},
        {"//go:build y\n\npackage p", ""},
        {"package p\n//go:build n\n", ""},
        {"/*\n//go:build n\n*/\npackage p", ""},
        {"/* c */ //go:build n\npackage p", ""},
        {"/* c */\n//go:build n\npackage p", "//go:build n"},
        {"// +build n\n\npackage p", "// +build n"},
        {"// +build n\npackage p", ""},
        {"// +build y\n// +build n\n\npackage p", "// +build n"},
        {"// +build n\n\n// doc\npackage p", "// +build n"},
        {"/* c */\n// +build n\n\npackage p", ""},
        {"//go:build y\n// +build n\n\npackage p", ""},
        {"// +build n(\n\npackage p", "// +build n("},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Head h = read_head(&a, cases[i].text);
        if (h.error || h.refused)
            fail_msg("%s: %s", cases[i].text, h.error ? h.error : h.refused);
        if (!str_is(h.excluding, cases[i].excluding))
            fail_msg("%s: \"%.*s\"", cases[i].text, STR_ARG(h.excluding));
    }
    Head version = read_head(&a, "//go:build y && go1.21\n\npackage p");
    assert_int_equal(version.go_minor, 21);
    arena_free(&a);
}

static void files_that_go_does_not_take_are_refused(void **state)
{
    (void)state;
    Arena a = {0};
    Head two = read_head(&a, "//go:build y\n//go:build y\n\npackage p");
    assert_non_null(two.refused);
    assert_int_equal(two.error_line, 2);
    Head bad = read_head(&a, "// c\n//go:build y y\n\npackage p");
    assert_non_null(bad.refused);
    assert_int_equal(bad.error_line, 2);
    Head h;
    assert_true(head_read(&a, (Str){"package p\n\0", 11}, true, tags, &h));
    assert_non_null(h.refused);
    assert_true(head_read(&a, (Str){"package p\nvar x = 1 + \0", 23}, true, tags, &h));
    assert_null(h.refused);
    arena_free(&a);
}

static void marks_are_found_before_the_package_clause(void **state)
{
    (void)state;
    Arena a = {0};
    static const char mark[] = "// Code generated by x. DO NOT EDIT.\n";
    StrBuf text = {0};
    strbuf_printf(&text, "// c\n%s\npackage p\n", mark);
    assert_true(read_head(&a, text.data).generated);
    text.len = 0;
    strbuf_printf(&text, "/*\n%s*/\npackage p\n", mark);
    assert_true(read_head(&a, text.data).generated);
    text.len = 0;
    strbuf_printf(&text, "package p\n%s", mark);
    assert_false(read_head(&a, text.data).generated);
    strbuf_free(&text);
    assert_false(read_head(&a, "// Code generated by x. Do not edit.\npackage p").generated);
    assert_false(read_head(&a, "// x Code generated by x. DO NOT EDIT.\npackage p").generated);
    Head debug = read_head(
        &a, "//go:debug asynctimerchan=1\n//go:debugx y\n// text\npackage p\n//go:debug a=b\n");
    assert_int_equal(debug.debugs.len, 1);
    assert_str(debug.debugs.data[0], "asynctimerchan=1");
    Head cgo = read_head(&a, "package p\n// #include <x.h>\nimport \"C\"\n");
    assert_true(cgo.cgo);
    arena_free(&a);
}

static void embeds_are_found_in_the_whole_file(void **state)
{
    (void)state;
    Arena a = {0};
    Head h = read_head(
        &a, "package p\nimport \"embed\"\n\n//go:embed a.txt \"b c\" `d`\nvar x embed.FS\n"
            "var s = \"//go:embed no\"\nvar r = `\n//go:embed no\n`\nvar c = '\"'\n"
            "//go:embedded no\n//go:embed e\n/* //go:embed no */\nvar y string\n");
    StrBuf got = {0};
    VEC_EACH (const Str, e, &h.embeds) {
        strbuf_add(&got, *e);
        strbuf_addc(&got, ';');
    }
    assert_str(strbuf_view(&got), "a.txt;b c;d;e;");
    strbuf_free(&got);
    assert_int_equal(read_head(&a, "package p\n//go:embed a\nvar x string\n").embeds.len, 0);
    arena_free(&a);
}

// What a file says must not depend on where the part that was read first ended.
static void every_cut_asks_for_more_or_agrees(void **state)
{
    (void)state;
    static const char text[] =
        "// c\n//go:build y\n\n/* d */ package pack\n\nimport (\n\t\"a\" // e\n\tx `b`\n)\n"
        "import \"cc\"\n\nvar x = 1\n";
    Arena a = {0};
    for (size_t len = 0; len < sizeof text; len++) {
        Head h;
        if (!head_read(&a, (Str){text, len}, false, tags, &h))
            continue;
        if (h.error)
            fail_msg("cut at %zu: %s", len, h.error);
        assert_str(h.package, "pack");
        assert_imports(&h, "a:7 b:8 cc:10 ");
    }
    Head whole;
    assert_true(head_read(&a, (Str){text, sizeof text - 2}, false, tags, &whole));
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_are_read_in_every_layout),
        cmocka_unit_test(faults_of_the_head_leave_no_imports),
        cmocka_unit_test(constraints_count_where_go_build_sees_them),
        cmocka_unit_test(files_that_go_does_not_take_are_refused),
        cmocka_unit_test(marks_are_found_before_the_package_clause),
        cmocka_unit_test(embeds_are_found_in_the_whole_file),
        cmocka_unit_test(every_cut_asks_for_more_or_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

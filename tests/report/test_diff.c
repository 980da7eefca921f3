// test_diff.c - fixes as small diffs.
#include "report/sample.h"

#include "report/diff.h"

static void assert_diff(Sample *s, const Source *src, const char *name)
{
    Terminal t = {.width = 60};
    FrameStyle style = {&t, 2};
    StrBuf out = {0};
    diff_put(&style, &s->finding.fixes.data[0], src, &out);
    assert_golden(name, strbuf_view(&out));
    strbuf_free(&out);
}

static Source *lines_source(int count)
{
    StrBuf b = {0};
    for (int i = 1; i <= count; i++)
        strbuf_printf(&b, "line %d\n", i);
    Source *src = source_from("n.go", strbuf_view(&b));
    strbuf_free(&b);
    return src;
}

static void hunks_near_and_far(void **state)
{
    (void)state;
    Source *src = lines_source(40);
    Sample s = {0};
    sample_finding(&s, place_of(src, "line 1"), "m");
    sample_fix(&s, "f", FIX_SAFE);
    sample_edit(&s, (Place){src, {0, 0}}, "new first\n");
    sample_edit(&s, place_of(src, "line 10\n"), "");
    sample_edit(&s, place_of(src, "line 14\nline 15\n"), "one\ntwo\nthree\nline 15\n");
    sample_edit(&s, place_after(place_of(src, "line 40\n")), "new last");
    assert_diff(&s, src, "diff_hunks");
    sample_free(&s);
    source_free(src);
}

static void common_lines_are_kept(void **state)
{
    (void)state;
    Source *src = source_from("w.go", STR("func f() {\r\n\ta()\r\n\tb()\r\n\tc()\r\n}\r\n"));
    Sample s = {0};
    sample_finding(&s, place_of(src, "a()"), "m");
    sample_fix(&s, "f", FIX_SAFE);
    sample_edit(&s, place_of(src, "\ta()\r\n\tb()\r\n\tc()\r\n"),
                "\tif x {\r\n\t\ta()\r\n\t}\r\n\tb()\r\n\td()\r\n");
    assert_diff(&s, src, "diff_common");
    sample_free(&s);
    source_free(src);
}

static void no_line_end_and_empty_file(void **state)
{
    (void)state;
    Source *src = source_from("e.go", STR("last"));
    Sample s = {0};
    sample_finding(&s, place_of(src, "last"), "m");
    sample_fix(&s, "f", FIX_SAFE);
    sample_edit(&s, place_after(place_of(src, "last")), " word\nmore");
    assert_diff(&s, src, "diff_end");
    sample_free(&s);
    source_free(src);
    Source *empty = source_from("z.go", STR(""));
    Sample z = {0};
    sample_finding(&z, (Place){empty, {0, 0}}, "m");
    sample_fix(&z, "f", FIX_SAFE);
    sample_edit(&z, (Place){empty, {0, 0}}, "package p\n");
    assert_diff(&z, empty, "diff_empty");
    sample_free(&z);
    source_free(empty);
}

static void a_change_too_large_to_align(void **state)
{
    (void)state;
    Source *src = lines_source(400);
    StrBuf text = {0};
    for (int i = 1; i <= 400; i++)
        strbuf_printf(&text, "line %d\n", i * 2);
    Sample s = {0};
    sample_finding(&s, place_of(src, "line 1"), "m");
    sample_fix(&s, "f", FIX_SAFE);
    sample_edit(&s, (Place){src, {0, src->len}}, text.data);
    Str out = sample_text(&s, (Terminal){.width = 80});
    assert_true(str_find(out, STR("  1 - line 1\n")) != SIZE_MAX);
    assert_true(str_find(out, STR("400 + line 800\n")) != SIZE_MAX);
    sample_free(&s);
    strbuf_free(&text);
    source_free(src);
}

static void the_change_in_a_long_line_is_seen(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_repeat(&b, 'a', 200);
    strbuf_adds(&b, " old ");
    strbuf_repeat(&b, 'b', 200);
    Source *src = source_from("l.go", strbuf_view(&b));
    Sample s = {0};
    sample_finding(&s, place_of(src, "old"), "m");
    sample_fix(&s, "f", FIX_SAFE);
    sample_edit(&s, place_of(src, "old"), "new");
    assert_diff(&s, src, "diff_long");
    sample_free(&s);
    strbuf_free(&b);
    source_free(src);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hunks_near_and_far),
        cmocka_unit_test(common_lines_are_kept),
        cmocka_unit_test(no_line_end_and_empty_file),
        cmocka_unit_test(a_change_too_large_to_align),
        cmocka_unit_test(the_change_in_a_long_line_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

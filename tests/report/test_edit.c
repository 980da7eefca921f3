// test_edit.c - carrying out the edits of a fix.
#include "report/sample.h"

#include "report/edit.h"

static void assert_edited(const Fix *fix, const Source *src, Span range, const char *want)
{
    StrBuf out = {0};
    assert_true(edit_valid(fix, src));
    edit_apply(fix, src, range, &out);
    assert_str(strbuf_view(&out), want);
    strbuf_free(&out);
}

static Fix *fix_of(Sample *s, const Source *src)
{
    sample_finding(s, (Place){src, {0, 0}}, "m");
    return sample_fix(s, "d", FIX_SAFE);
}

static void add(Sample *s, const Source *src, uint32_t start, uint32_t end, const char *text)
{
    sample_edit(s, (Place){src, {start, end}}, text);
}

static void edits_of_every_kind(void **state)
{
    (void)state;
    Source *src = source_from("a", STR("0123456789"));
    Sample s = {0};
    Fix *fix = fix_of(&s, src);
    add(&s, src, 0, 0, "<");
    add(&s, src, 1, 3, "");
    add(&s, src, 3, 3, "[a");
    add(&s, src, 3, 3, "b]");
    add(&s, src, 5, 6, "five");
    add(&s, src, 10, 10, ">");
    assert_edited(fix, src, (Span){0, 10}, "<0[ab]34five6789>");
    assert_edited(fix, src, (Span){4, 7}, "4five6");
    assert_edited(fix, src, (Span){7, 9}, "78");
    sample_free(&s);
    source_free(src);
}

static void only_the_source_asked_for(void **state)
{
    (void)state;
    Source *a = source_from("a", STR("aaaa")), *b = source_from("b", STR("bbbb"));
    Sample s = {0};
    Fix *fix = fix_of(&s, a);
    add(&s, b, 2, 3, "B");
    add(&s, a, 0, 1, "A");
    assert_edited(fix, a, (Span){0, 4}, "Aaaa");
    assert_edited(fix, b, (Span){0, 4}, "bbBb");
    sample_free(&s);
    source_free(a);
    source_free(b);
}

static void faulty_edits_are_seen(void **state)
{
    (void)state;
    static const Span pairs[][2] = {
        {{0, 3}, {2, 4}}, // overlap
        {{4, 5}, {1, 2}}, // out of order
        {{3, 2}, {3, 3}}, // backwards
        {{1, 2}, {3, 9}}, // beyond the end
    };
    Source *src = source_from("a", STR("01234"));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        Sample s = {0};
        Fix *fix = fix_of(&s, src);
        add(&s, src, pairs[i][0].start, pairs[i][0].end, "x");
        add(&s, src, pairs[i][1].start, pairs[i][1].end, "y");
        assert_false(edit_valid(fix, src));
        Terminal t = {.width = 80};
        Str text = sample_text(&s, t);
        assert_true(str_find(text, STR("1 + ")) == SIZE_MAX);
        sample_free(&s);
    }
    source_free(src);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_of_every_kind),
        cmocka_unit_test(only_the_source_asked_for),
        cmocka_unit_test(faulty_edits_are_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_json.c - the run as data: every key, and texts that are not UTF-8.
#include "report/sample.h"

#include "base/json_text.h"

// Undoes json_text: each character U+F780 to U+F7FF is one byte.
static Str decoded(Arena *a, const json_t *value)
{
    const char *text = json_string_value(value);
    size_t len = json_string_length(value), n = 0;
    char *out = arena_alloc(a, len + 1);
    for (size_t i = 0; i < len; i++) {
        if (i + 2 < len && memcmp(text + i, "\xEF\x9E", 2) == 0) {
            out[n++] = text[i + 2];
            i += 2;
        } else if (i + 2 < len && memcmp(text + i, "\xEF\x9F", 2) == 0) {
            out[n++] = (char)(text[i + 2] + 0x40);
            i += 2;
        } else {
            out[n++] = text[i];
        }
    }
    return (Str){out, n};
}

static void texts_come_back(void **state)
{
    (void)state;
    static const Str texts[] = {
        {"", 0},
        {"plain", 5},
        {"a\0b", 3},
        {"h\xc3\xa9 \xe6\x97\xa5 \xf0\x9f\x98\x80", 12},
        {"\xff\xfe\x80", 3},
        {"\xef\x9e\x80 \xef\x9f\xbf \xef\x9d\xbf \xef\xa0\x80", 15},
        {"\xc3", 1},
        {"\xed\xa0\x80", 3},
        {"\xf4\x90\x80\x80", 4},
        {"\xc0\x80", 2},
    };
    Arena a = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        json_t *value = json_text(texts[i]);
        assert_non_null(value);
        assert_true(str_eq(decoded(&a, value), texts[i]));
        json_decref(value);
    }
    json_t *value = json_text(STR("x\xffy"));
    assert_string_equal(json_string_value(value), "x\xef\x9f\xbfy");
    json_decref(value);
    arena_free(&a);
}

static void every_byte_alone(void **state)
{
    (void)state;
    Arena a = {0};
    for (int byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        json_t *value = json_text((Str){&c, 1});
        assert_true(str_eq(decoded(&a, value), (Str){&c, 1}));
        json_decref(value);
    }
    arena_free(&a);
}

static void whole_report(void **state)
{
    (void)state;
    Source *src = source_from("a.go", STR("package p\n\nfunc f() {\n\tg(\xc3\xa9)\n}\n"));
    Source *other = source_from("b\xff.go", STR("package p\n"));
    Sample s = {0};
    Finding *f = sample_finding(&s, place_of(src, "g(\xc3\xa9)"), "`g` \x1b is \xff called");
    vec_push(&s.arena, &f->also, FAIL_MEMORY_GROWTH);
    vec_push(&s.arena, &f->also, FAIL_HANG);
    sample_related(&s, place_of(other, "package"), "in the other file");
    vec_push(&s.arena, &f->related, (Related){"f", place_of(src, "f()"), "and why"});
    WitnessStep step = {"main", place_of(src, "g("), "calls `g`"};
    vec_push(&s.arena, &f->witness, step);
    vec_push(&s.arena, &f->notes, "one note");
    sample_fix(&s, "call h", FIX_SAFE);
    sample_edit(&s, place_of(src, "g"), "h");
    sample_fix(&s, "think", FIX_SKETCH);
    Finding second = {.rule = &sample_rule,
                      .level = LEVEL_ERROR,
                      .failure = FAIL_PANIC,
                      .message = "two",
                      .place = place_of(src, "}")};
    vec_push(&s.arena, &s.findings.items, &second);
    sample_skip(&s, "c.go", 7, "syntax", "expected ';'");
    vec_push(&s.arena, &s.unread.items, (Skip){"gone.go", 0, "unreadable", "no such file"});
    Str got = sample_json(&s);
    assert_golden("report_json", got);
    for (size_t i = 0; i < got.len; i++)
        assert_true(got.ptr[i] == '\n' || (got.ptr[i] >= ' ' && got.ptr[i] <= '~'));
    json_t *parsed = json_loadb(got.ptr, got.len, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(parsed);
    assert_int_equal(json_array_size(json_object_get(parsed, "findings")), 2);
    assert_int_equal(json_array_size(json_object_get(parsed, "skipped")), 2);
    json_decref(parsed);
    sample_free(&s);
    source_free(src);
    source_free(other);
}

static void empty_report(void **state)
{
    (void)state;
    Sample s = {0};
    assert_str(sample_json(&s),
               "{\"version\":1,\"go_version\":\"1.27\",\"findings\":[],\"skipped\":[],\"missing_imports\":[]}\n");
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_back),
        cmocka_unit_test(every_byte_alone),
        cmocka_unit_test(whole_report),
        cmocka_unit_test(empty_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_baseline.c - which entry stands for which finding, and what is written.
#include "harness/unit.h"

#include "base/path.h"
#include "policy/baseline.h"
#include "rules/rule.h"

typedef struct World {
    Arena arena;
    FindingList findings;
} World;

static Finding *add(World *w, Source *source, uint64_t fingerprint, const char *message)
{
    Finding *f = arena_new(&w->arena, Finding);
    *f = (Finding){.rule = rule_find(STR("lost-cancel")), .level = LEVEL_WARNING, .message = message,
                   .place = {source, {0, 1}}, .symbol = "p.F", .package = "p", .fingerprint = fingerprint};
    vec_push(&w->arena, &w->findings.items, f);
    return f;
}

static Baseline *read(World *w, Str text)
{
    uint32_t line;
    const char *error, *here = path_absolute(&w->arena, "./");
    Baseline *b = baseline_read(&w->arena, text, here, &line, &error);
    if (!b)
        fail_msg("line %u: %s", line, error);
    return b;
}

static StrBuf written(World *w, const Baseline *before)
{
    StrBuf out = {0};
    baseline_put(path_absolute(&w->arena, "./"), &w->findings, true, before, &out);
    return out;
}

// Three findings have one fingerprint; each is known as often as the baseline has it, those of the same file
// first.
static void equal_fingerprints(void **state)
{
    (void)state;
    World w = {0};
    Source *a = source_from("a.md", STR("x")), *b = source_from("b.md", STR("x"));
    Baseline *two = read(&w, STR("{\"version\":1,\"findings\":["
                                 "{\"path\":\"gone.md\",\"rule\":\"lost-cancel\",\"fingerprint\":\"0000000000000007\"},"
                                 "{\"path\":\"b.md\",\"rule\":\"lost-cancel\",\"fingerprint\":\"0000000000000007\"}]}"));
    const Finding *first = add(&w, a, 7, "m"), *second = add(&w, b, 7, "m"), *third = add(&w, b, 7, "m");
    baseline_match(two, &w.findings);
    assert_ptr_equal(two->entries.data[1].finding, second);
    assert_ptr_equal(two->entries.data[0].finding, first);
    assert_int_equal(second->standing, STANDING_KNOWN);
    assert_int_equal(third->standing, STANDING_COUNTS);
    baseline_free(two);
    source_free(a);
    source_free(b);
    arena_free(&w.arena);
}

// What does not count for another reason is not matched.
static void only_what_counts(void **state)
{
    (void)state;
    World w = {0};
    Source *a = source_from("a.go", STR("x"));
    Finding *f = add(&w, a, 7, "m");
    for (Standing s = STANDING_COUNTS; s < STANDING_COUNT; s++) {
        Baseline *b = read(&w, STR("{\"version\":1,\"findings\":["
                                   "{\"path\":\"a.go\",\"rule\":\"lost-cancel\",\"fingerprint\":\"0000000000000007\"}]}"));
        f->standing = s;
        baseline_match(b, &w.findings);
        bool counts = s == STANDING_COUNTS || s == STANDING_LOW;
        assert_int_equal(b->entries.data[0].finding != NULL, counts);
        assert_int_equal(f->standing, counts ? STANDING_KNOWN : s);
        baseline_free(b);
    }
    source_free(a);
    arena_free(&w.arena);
}

// The order of the findings is not that of the file, a path may hold any bytes, and what is written is read as
// it was.
static void writing(void **state)
{
    (void)state;
    World w = {0};
    Source *z = source_from("z.go", STR("x")), *odd = source_from("a\xFF\"\n.go", STR("x"));
    add(&w, z, 9, "second");
    add(&w, z, 0xfedcba9876543210u, "third \"quoted\"");
    add(&w, odd, 3, "first");
    StrBuf text = written(&w, NULL), again = {0};
    assert_string_equal(
        text.data, "{\n  \"version\": 1,\n  \"findings\": [\n"
                   "    {\"path\": \"a\xEF\x9F\xBF\\\"\\n.go\", \"symbol\": \"p.F\", \"rule\": \"lost-cancel\", "
                   "\"fingerprint\": \"0000000000000003\", \"message\": \"first\"},\n"
                   "    {\"path\": \"z.go\", \"symbol\": \"p.F\", \"rule\": \"lost-cancel\", "
                   "\"fingerprint\": \"0000000000000009\", \"message\": \"second\"},\n"
                   "    {\"path\": \"z.go\", \"symbol\": \"p.F\", \"rule\": \"lost-cancel\", "
                   "\"fingerprint\": \"fedcba9876543210\", \"message\": \"third \\\"quoted\\\"\"}\n  ]\n}\n");
    Baseline *b = read(&w, strbuf_view(&text));
    baseline_match(b, &w.findings);
    for (uint32_t k = 0; k < b->entries.len; k++)
        assert_non_null(b->entries.data[k].finding);
    again = written(&w, b);
    assert_string_equal(again.data, text.data);
    // Without the findings, the entries are kept as they are, but for what is gone.
    w.findings.items.len = 0;
    for (uint32_t k = 0; k < b->entries.len; k++)
        b->entries.data[k].finding = NULL;
    strbuf_free(&again);
    again = written(&w, b);
    assert_string_equal(again.data, text.data);
    for (uint32_t k = 0; k < b->entries.len; k++)
        b->entries.data[k].gone = true;
    strbuf_free(&again);
    again = written(&w, b);
    assert_string_equal(again.data, "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
    strbuf_free(&again);
    strbuf_free(&text);
    baseline_free(b);
    source_free(z);
    source_free(odd);
    arena_free(&w.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(equal_fingerprints), cmocka_unit_test(only_what_counts),
                                       cmocka_unit_test(writing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_pattern.c - which names the patterns with `...` match.
#include "harness/unit.h"

#include "load/listing.h"
#include "load/pattern.h"

// A pattern, names that it matches, and names that it does not; each list ends with NULL.
typedef struct Case {
    const char *pattern;
    const char *match[8], *differ[8];
} Case;

static void check(const Case *c, bool (*matches)(Str pattern, Str name))
{
    for (size_t i = 0; c->match[i]; i++)
        if (!matches(str_of(c->pattern), str_of(c->match[i])))
            fail_msg("%s does not match %s", c->pattern, c->match[i]);
    for (size_t i = 0; c->differ[i]; i++)
        if (matches(str_of(c->pattern), str_of(c->differ[i])))
            fail_msg("%s matches %s", c->pattern, c->differ[i]);
}

static bool matches(Str pattern, Str name)
{
    Arena a = {0};
    bool match = pattern_match(&a, pattern, name);
    arena_free(&a);
    return match;
}

static void names_match_as_for_the_go_command(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"...", {"foo", "a/b"}, {"vendor/x"}},
        {"net", {"net"}, {"net/http", "ne", "nett"}},
        {"net...", {"net", "net/http", "netchan"}, {"not/http", "a/net"}},
        {"net/...", {"net", "net/http", "net/a/b"}, {"netchan", "ne"}},
        {".../bar/.../baz", {"foo/bar/abc/baz"}, {"foo/bar/baz", "bar/abc/baz"}},
        {"a...c...e", {"ace", "abcde", "accee"}, {"abd", "acd"}},
        {"/m/...", {"/m", "/m/vendor", "/m/a/vendor"}, {"/m/vendor/foo", "/m/a/vendor/foo"}},
        {"/m/vendor/...",
         {"/m/vendor", "/m/vendor/foo", "/m/vendor/foo/vendor"},
         {"/m/vendor/foo/vendor/bar"}},
        {"x/vendor/y", {"x/vendor/y"}, {"x/vendor", "x/vendor/y/z"}},
        {".../vendor/...", {"x/vendor/y", "x/vendor/y/z"}, {"x/vendor/y/vendor/z"}},
        {"myvendor/...", {"myvendor", "myvendor/x"}, {"my"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i], matches);
}

static void trees_are_entered_where_something_may_match(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"...", {"foo", ""}, {NULL}},
        {"net", {"net", ""}, {"ne", "net/http", "not"}},
        {"net/http", {"net", "net/http"}, {"net/htt", "net/http/x"}},
        {"net...", {"netchan", "net/http", "net"}, {"not/http"}},
        {"x/y/z/...", {"x", "x/y", "x/y/z", "x/y/z/w"}, {"x/z", "y"}},
        {"abc.../def", {"abcxyz"}, {"xyzabc"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i], pattern_reaches);
}

static void paths_are_cleaned_without_the_disk(void **state)
{
    (void)state;
    Arena a = {0};
    static const char *const cases[][3] = {
        {"/a/b", "", "/a/b"}, {"/a/b", ".", "/a/b"},     {"/a/b", "./c/", "/a/b/c"},
        {"/a/b", "..", "/a"}, {"/a/b", "../../..", "/"}, {"/a/b", "/x//y/./z/..", "/x/y"},
        {"/", "a", "/a"},     {"/", ".", "/"},           {"/a", "b/.../c", "/a/b/.../c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(path_clean(&a, cases[i][0], str_of(cases[i][1])), cases[i][2]);
    Str below;
    assert_true(path_below(STR("/a/b/c"), STR("/a"), &below));
    assert_str(below, "b/c");
    assert_true(path_below(STR("/a"), STR("/a"), &below));
    assert_str(below, "");
    assert_true(path_below(STR("/a"), STR("/"), &below));
    assert_str(below, "a");
    assert_false(path_below(STR("/ab"), STR("/a"), &below));
    assert_false(path_below(STR("/"), STR("/a"), &below));
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_match_as_for_the_go_command),
        cmocka_unit_test(trees_are_entered_where_something_may_match),
        cmocka_unit_test(paths_are_cleaned_without_the_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

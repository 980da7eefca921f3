// test_glob.c - which paths a pattern matches.
#include "harness/unit.h"

#include "policy/glob.h"

typedef struct Row {
    const char *pattern, *path;
    bool matches;
} Row;

static const Row rows[] = {
    {"a.go", "a.go", true},
    {"a.go", "x/y/a.go", true}, // no slash: at any depth
    {"/a.go", "a.go", true},
    {"/a.go", "x/a.go", false},
    {"./a.go", "a.go", true},
    {"x/a.go", "x/a.go", true},
    {"x/a.go", "y/x/a.go", false},
    {"*.go", "x/a.go", true},
    {"x/*.go", "x/y/a.go", false},
    {"x/**/a.go", "x/a.go", true},
    {"x/**/a.go", "x/y/z/a.go", true},
    {"x/**/a.go", "x/y/z/b.go", false},
    {"**/testdata/**", "a/testdata/b/c.go", true},
    {"**/testdata/**", "testdata/c.go", true},
    {"**/testdata/**", "testdata", false},
    {"**/a/**/b.go", "a/a/c/b.go", true},
    {"third_party", "third_party/x/y.go", true},
    {"third_party/", "third_party/x/y.go", true},
    {"third_party/", "a/third_party/y.go", true},
    {"third_party/", "third_party", false},
    {"third", "third_party/x.go", false},
    {"a/b", "a/b/c/d.go", true},
    {"a/b", "a/bc/d.go", false},
    {"zz_*.go", "p/zz_generated.go", true},
    {"*a*b*c", "xaxbxc", true},
    {"*a*b*c", "xaxbx", false},
    {"?.go", "a.go", true},
    {"?.go", "\xC3\xA4.go", true},
    {"?.go", "ab.go", false},
    {"[a-c].go", "b.go", true},
    {"[!a-c].go", "b.go", false},
    {"[!a-c].go", "d.go", true},
    {"[]].go", "].go", true},
    {"[\\]].go", "].go", true},
    {"\\*.go", "*.go", true},
    {"\\*.go", "a.go", false},
    {"**", "a/b.go", true},
    {"a/**", "a", false},
    {"a/**", "a/b", true},
    {"a", "", false},
};

static void matches(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (glob_match(str_of(rows[i].pattern), str_of(rows[i].path)) != rows[i].matches)
            fail_msg("%s and %s", rows[i].pattern, rows[i].path);
}

static void faults(void **state)
{
    (void)state;
    assert_null(glob_fault(STR("a/**/b[x-z].go")));
    assert_non_null(glob_fault(STR("")));
    assert_non_null(glob_fault(STR("  ")));
    assert_non_null(glob_fault(STR("!a")));
    assert_non_null(glob_fault(STR("a/[bc")));
    assert_non_null(glob_fault(STR("[a/b]")));
    assert_non_null(glob_fault(STR("a\\")));
    assert_non_null(glob_fault(STR("../a")));
}

// Many stars on a long text would be exponential for a matcher that tries all ways.
static void no_blow_up(void **state)
{
    (void)state;
    StrBuf pattern = {0}, path = {0};
    for (int i = 0; i < 200; i++) {
        strbuf_adds(&pattern, i % 2 ? "*a" : "**/");
        strbuf_adds(&path, "aaaaaaaaaaaaaaaaaaa/");
    }
    strbuf_adds(&pattern, "b");
    strbuf_adds(&path, "a");
    assert_false(glob_match(strbuf_view(&pattern), strbuf_view(&path)));
    strbuf_free(&pattern);
    strbuf_free(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(matches), cmocka_unit_test(faults),
                                       cmocka_unit_test(no_blow_up)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

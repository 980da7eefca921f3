// test_versions.c - versions of modules and of Go, and paths of modules.
#include "harness/unit.h"

#include "load/gover.h"
#include "load/modpath.h"
#include "load/semver.h"

typedef int Compare(Str a, Str b);

// Every text comes before all that follow it.
static void assert_ascending(Compare *compare, const char *const *texts)
{
    for (size_t i = 0; texts[i]; i++)
        for (size_t k = 0; texts[k]; k++) {
            int order = compare(str_of(texts[i]), str_of(texts[k]));
            if ((order < 0) != (i < k) || (order > 0) != (i > k))
                fail_msg("%s and %s compare as %d", texts[i], texts[k], order);
        }
}

static void semantic_versions_are_in_order(void **state)
{
    (void)state;
    static const char *const versions[] = {"none",
                                           "v0.0.0-20240101000000-abcdef123456",
                                           "v0.0.0",
                                           "v0.1.0",
                                           "v0.1.1-0.20240101000000-abcdef123456",
                                           "v0.1.1",
                                           "v0.10.0",
                                           "v1.0.0-1",
                                           "v1.0.0-9",
                                           "v1.0.0-10",
                                           "v1.0.0-alpha",
                                           "v1.0.0-alpha.1",
                                           "v1.0.0-alpha.beta",
                                           "v1.0.0-beta",
                                           "v1.0.0-rc.1",
                                           "v1.0.0-rc.1.0",
                                           "v1.0.0-rc1",
                                           "v1.0.0",
                                           "v1.0.1",
                                           "v1.99999999999999999999.0",
                                           "v1.100000000000000000000.0",
                                           "v2.0.0-0",
                                           "v2.0.0+incompatible",
                                           "v2.1",
                                           "v3",
                                           NULL};
    assert_ascending(semver_compare, versions);
    assert_int_equal(semver_compare(STR("v1.0.0+a"), STR("v1.0.0+b")), 0);
    assert_int_equal(semver_compare(STR("v1"), STR("v1.0.0")), 0);
    assert_int_equal(semver_compare(STR("1.0.0"), STR("")), 0);
}

static void versions_that_are_none_are_known(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",          "v",       "1.2.3",       "v1.2.3.4",  "v01.2.3", "v1.2.3-", "v1.2.3-a..b",
        "v1.2.3-01", "v1.2.3+", "v1.2.3+a..b", "v1.2.3-a!", "v1.2-rc", "latest",  "v1.2.x"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (semver_valid(str_of(wrong[i])))
            fail_msg("%s is no version", wrong[i]);
    assert_true(semver_valid(STR("v1.2.3-01a+01")));
}

static void versions_have_a_canonical_form(void **state)
{
    (void)state;
    Arena a = {0};
    assert_str(semver_canonical(&a, STR("v1")), "v1.0.0");
    assert_str(semver_canonical(&a, STR("v1.2")), "v1.2.0");
    assert_str(semver_canonical(&a, STR("v1.2.3-a+b")), "v1.2.3-a");
    assert_str(semver_canonical(&a, STR("v2.0.0+incompatible")), "v2.0.0+incompatible");
    assert_str(semver_canonical(&a, STR("v2.0.0+incompatible.1")), "v2.0.0");
    assert_str(semver_canonical(&a, STR("x")), "");
    assert_str(semver_major(STR("v12.1")), "v12");
    arena_free(&a);
}

static void versions_of_go_are_in_order(void **state)
{
    (void)state;
    static const char *const ordered[] = {
        "x",       "1.4",     "1.9",    "1.18beta1", "1.18rc1", "1.18", "1.20", "1.20.1", "1.21",
        "1.21rc1", "1.21rc2", "1.21.0", "1.21.1",    "1.21.10", "1.22", "2",    NULL};
    assert_ascending(gover_compare, ordered);
    for (size_t i = 1; ordered[i]; i++)
        assert_true(gover_valid(str_of(ordered[i])));
    assert_int_equal(gover_compare(STR("1.20"), STR("1.20.0")), 0);
    assert_false(gover_valid(STR("1.21.0rc1")));
    assert_false(gover_valid(STR("1.021")));
    assert_true(gover_is_language(STR("1.21")));
    assert_false(gover_is_language(STR("1.20")));
    assert_int_equal(gover_minor(STR("1.27.3")), 27);
    assert_int_equal(gover_minor(STR("2.1")), 0);
    assert_str(gover_of_toolchain(STR("go1.22.3-custom")), "1.22.3");
    assert_str(gover_of_toolchain(STR("go1.22.3/x")), "");
    assert_str(gover_of_toolchain(STR("1.22.3")), "");
}

static void import_paths_are_judged(void **state)
{
    (void)state;
    static const char *const right[] = {"fmt",       "a/b", "example.com/x.y/z+w", "con1/x", "a~b",
                                        "x/.hidden", "C"};
    static const char *const wrong[] = {"",       "/a",  "a/",  "a//b",    "./a",   "..",
                                        "-a",     "a/.", "a b", "a/b.",    "con/x", "x/NUL.go",
                                        "x/com3", "a~1", "a@b", "\xc3\xa9"};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        if (modpath_import_fault(str_of(right[i])))
            fail_msg("%s: %s", right[i], modpath_import_fault(str_of(right[i])));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (!modpath_import_fault(str_of(wrong[i])))
            fail_msg("%s is no import path", wrong[i]);
}

static void paths_say_their_major_version(void **state)
{
    (void)state;
    static const struct {
        const char *path, *major;
        bool good;
        const char *allowed, *refused;
    } cases[] = {
        {"a.b/c", "", true, "v0.1.0", "v2.0.0"},
        {"a.b/c", "", true, "v3.0.0+incompatible", "v3.0.0"},
        {"a.b/c/v2", "/v2", true, "v2.1.0", "v1.0.0"},
        {"a.b/c/v10", "/v10", true, "v10.0.0-rc", "v1.0.0"},
        {"a.b/c.v2", "", true, "v1.0.0", "v2.0.0"},
        {"gopkg.in/c.v2", ".v2", true, "v2.0.0", "v1.0.0"},
        {"gopkg.in/c.v1", ".v1", true, "v0.0.0-20240101000000-abcdef123456", "v2.0.0"},
        {"gopkg.in/c.v3-unstable", ".v3-unstable", true, "v3.0.0", "v2.0.0"},
        {"a.b/c/v1", "/v1", false, NULL, NULL},
        {"a.b/c/v02", "/v02", false, NULL, NULL},
        {"gopkg.in/c", "", false, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str major;
        assert_int_equal(modpath_split(str_of(cases[i].path), &major), cases[i].good);
        if (!cases[i].good)
            continue;
        assert_str(major, cases[i].major);
        assert_true(modpath_allows(major, str_of(cases[i].allowed)));
        assert_false(modpath_allows(major, str_of(cases[i].refused)));
    }
}

static void capitals_are_escaped_in_the_cache(void **state)
{
    (void)state;
    Arena a = {0};
    assert_str(modpath_escape(&a, STR("github.com/BurntSushi/toml")),
               "github.com/!burnt!sushi/toml");
    assert_str(modpath_escape(&a, STR("v1.0.0-RC1")), "v1.0.0-!r!c1");
    assert_str(modpath_escape(&a, STR("a!b")), "");
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(semantic_versions_are_in_order),
        cmocka_unit_test(versions_that_are_none_are_known),
        cmocka_unit_test(versions_have_a_canonical_form),
        cmocka_unit_test(versions_of_go_are_in_order),
        cmocka_unit_test(import_paths_are_judged),
        cmocka_unit_test(paths_say_their_major_version),
        cmocka_unit_test(capitals_are_escaped_in_the_cache),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

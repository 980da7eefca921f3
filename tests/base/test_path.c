// test_path.c - names of files.
#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier): mkdtemp

#include "harness/unit.h"

#include "base/path.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// A directory with sub/deep, a link to sub, and a file `mark` at its top.
static char top[] = "/tmp/curfew-path-XXXXXX";

static int make_top(void **state)
{
    (void)state;
    if (!mkdtemp(top) || chdir(top) != 0 || mkdir("sub", 0700) != 0 || mkdir("sub/deep", 0700) != 0)
        return -1;
    FILE *f = fopen("mark", "w");
    return !f || fclose(f) != 0 || symlink("sub", "link") != 0;
}

static int drop_top(void **state)
{
    (void)state;
    return remove("mark") | remove("link") | remove("sub/deep") | remove("sub") | chdir("/") | remove(top);
}

static void assert_absolute(const char *path, const char *want_below)
{
    Arena a = {0};
    const char *here = path_absolute(&a, "./"), *got = path_absolute(&a, path);
    const char *below = path_under(here, got);
    assert_non_null(below);
    assert_string_equal(below, want_below);
    arena_free(&a);
}

static void made_absolute(void **state)
{
    (void)state;
    assert_absolute("./", "");
    assert_absolute("a.go", "a.go");
    assert_absolute("./sub//deep/./x.go", "sub/deep/x.go");
    assert_absolute("sub/deep/../x.go", "sub/x.go");
    assert_absolute("link/deep/x.go", "sub/deep/x.go"); // links on the way are followed
    assert_absolute("none/x/../y.go", "none/y.go");     // what is not there is taken by its letters
    Arena a = {0};
    assert_string_equal(path_absolute(&a, "/../x"), "/x");
    arena_free(&a);
}

static void parts(void **state)
{
    (void)state;
    Arena a = {0};
    assert_string_equal(path_under("/a/b", "/a/b/c/d"), "c/d");
    assert_string_equal(path_under("/a/b", "/a/b"), "");
    assert_string_equal(path_under("/", "/a"), "a");
    assert_null(path_under("/a/b", "/a/bc"));
    assert_string_equal(path_directory(&a, "a/b.go"), "a");
    assert_string_equal(path_directory(&a, "/b.go"), "/");
    assert_string_equal(path_directory(&a, "b.go"), ".");
    assert_string_equal(path_join(&a, "a", "b"), "a/b");
    assert_string_equal(path_join(&a, "/", "b"), "/b");
    assert_string_equal(path_join(&a, ".", "b"), "b");
    assert_string_equal(path_join(&a, "a", "/b"), "/b");
    arena_free(&a);
}

static void found_upwards(void **state)
{
    (void)state;
    Arena a = {0};
    const char *here = path_absolute(&a, "./"), *deep = path_absolute(&a, "sub/deep/");
    assert_string_equal(path_find_up(&a, deep, "mark", ".git"), path_join(&a, here, "mark"));
    assert_null(path_find_up(&a, deep, "mark", "deep")); // sub, which has `deep`, is the last to be looked at
    assert_null(path_find_up(&a, deep, "no-such-name-anywhere", NULL));
    assert_string_equal(path_shown(&a, path_join(&a, here, "x")), "x");
    assert_string_equal(path_shown(&a, "/x"), "/x");
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(made_absolute), cmocka_unit_test(parts),
                                       cmocka_unit_test(found_upwards)};
    return cmocka_run_group_tests(tests, make_top, drop_top);
}

// test_walk.c - the files below a directory.
#include "harness/unit.h"

#include "base/walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Tree {
    char root[64];
    Arena arena;
    PathList files;
    const char *error;
} Tree;

static const char *in_tree(Tree *t, const char *path)
{
    return arena_printf(&t->arena, "%s/%s", t->root, path);
}

static void make_directory(Tree *t, const char *path)
{
    assert_int_equal(mkdir(in_tree(t, path), 0700), 0);
}

static void make_file(Tree *t, const char *path)
{
    FILE *f = fopen(in_tree(t, path), "w");
    assert_non_null(f);
    fclose(f);
}

static int set_up(void **state)
{
    Tree *t = calloc(1, sizeof *t);
    if (!t)
        return -1;
    snprintf(t->root, sizeof t->root, "/tmp/curfew-walk-XXXXXX");
    *state = t;
    return mkdtemp(t->root) ? 0 : -1;
}

static int tear_down(void **state)
{
    Tree *t = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", t->root);
    int status = system(command); // NOLINT(cert-env33-c)
    arena_free(&t->arena);
    free(t);
    return status;
}

static bool walk(Tree *t, const char *suffix)
{
    t->files.len = 0;
    return walk_files(&t->arena, t->root, suffix, &t->files, &t->error);
}

static void files_come_sorted_by_their_bytes(void **state)
{
    Tree *t = *state;
    make_directory(t, "b");
    make_directory(t, "b/c");
    make_directory(t, ".git");
    make_file(t, "z.go");
    make_file(t, "a.go");
    make_file(t, "B.go");
    make_file(t, "b/c/x.go");
    make_file(t, "b/y.go");
    make_file(t, "b/y.md");
    make_file(t, ".hidden.go");
    make_file(t, ".git/x.go");
    const char *want[] = {"B.go", "a.go", "b/c/x.go", "b/y.go", "z.go"};
    assert_true(walk(t, ".go"));
    assert_int_equal(t->files.len, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(t->files.data[i], want[i]);
}

static void an_empty_directory_has_no_files(void **state)
{
    Tree *t = *state;
    assert_true(walk(t, ".go"));
    assert_int_equal(t->files.len, 0);
}

static void links_are_followed_and_loops_end(void **state)
{
    Tree *t = *state;
    make_directory(t, "real");
    make_file(t, "real/x.go");
    assert_int_equal(symlink("real", in_tree(t, "link")), 0);
    assert_true(walk(t, ".go"));
    assert_int_equal(t->files.len, 2);
    assert_string_equal(t->files.data[0], "link/x.go");
    assert_int_equal(symlink(".", in_tree(t, "real/loop")), 0);
    assert_false(walk(t, ".go"));
    assert_non_null(t->error);
}

static void what_cannot_be_read_is_named(void **state)
{
    Tree *t = *state;
    assert_int_equal(symlink("nowhere", in_tree(t, "dangling.go")), 0);
    assert_false(walk(t, ".go"));
    assert_string_equal(t->error, "dangling.go: No such file or directory");
    assert_false(walk_files(&t->arena, "/nonexistent", ".go", &t->files, &t->error));
    assert_string_equal(t->error, "No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_come_sorted_by_their_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_directory_has_no_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(links_are_followed_and_loops_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_named, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("walk", tests, NULL, NULL);
}

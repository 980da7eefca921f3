// test_changes.c - what is read of diffs of several kinds, and what is said of those that are none.
#include "harness/unit.h"

#include "policy/changes.h"

// A diff as "path +FIRST-LAST… -LINE…; path …".
static void assert_read(const char *diff, const char *want)
{
    uint32_t line;
    const char *error;
    Changes *c = changes_read(str_of(diff), &line, &error);
    if (!c)
        fail_msg("line %u: %s", line, error);
    StrBuf got = {0};
    VEC_EACH (const ChangedFile, f, &c->files) {
        strbuf_printf(&got, "%s%s", got.len ? "; " : "", f->path);
        VEC_EACH (const LineRange, r, &f->added)
            strbuf_printf(&got, " +%u-%u", r->first, r->last);
        VEC_EACH (const uint32_t, after, &f->removed)
            strbuf_printf(&got, " -%u", *after);
    }
    assert_string_equal(got.data ? got.data : "", want);
    strbuf_free(&got);
    changes_free(c);
}

static void assert_fault(const char *diff, uint32_t want_line, const char *part)
{
    uint32_t line;
    const char *error;
    assert_null(changes_read(str_of(diff), &line, &error));
    assert_int_equal(line, want_line);
    assert_non_null(strstr(error, part));
}

static void runs_of_changes(void **state)
{
    (void)state;
    const char *head = "diff --git a/x.go b/x.go\nindex 1..2 100644\n--- a/x.go\n+++ b/x.go\n";
    Arena a = {0};
    assert_read("", "");
    assert_read(arena_printf(&a, "%s@@ -1,3 +1,4 @@ func f() {\n a\n+b\n c\n d\n", head), "x.go +2-2");
    assert_read(arena_printf(&a, "%s@@ -1,3 +1,2 @@\n a\n-b\n c\n", head), "x.go -1");
    // A line that is changed adds; a run elsewhere in the hunk only removes.
    assert_read(arena_printf(&a, "%s@@ -1,5 +1,4 @@\n a\n-b\n+B\n c\n-d\n e\n", head), "x.go +2-2 -3");
    assert_read(arena_printf(&a, "%s@@ -1,2 +0,0 @@\n-a\n-b\n", head), "x.go -0");
    assert_read(arena_printf(&a, "%s@@ -5,2 +4,0 @@\n-a\n-b\n@@ -9 +7,2 @@\n-c\n+d\n+e\n", head), "x.go +7-8 -4");
    // Removed and added lines that look like heads of files.
    assert_read(arena_printf(&a, "%s@@ -1,2 +1,2 @@\n--- a\n+++ b\n c\n", head), "x.go +1-1");
    assert_read(arena_printf(&a, "%s@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", head),
                "x.go +1-1");
    // Mailers cut blanks at line ends off.
    assert_read(arena_printf(&a, "%s@@ -1,2 +1,3 @@\n\n+b\n c\n", head), "x.go +2-2");
    assert_read("--- a/x.go\r\n+++ b/x.go\r\n@@ -1,2 +1,3 @@\r\n a\r\n+b\r\n\r\n", "x.go +2-2");
    arena_free(&a);
}

static void names(void **state)
{
    (void)state;
    const char *hunk = "@@ -0,0 +1 @@\n+a\n";
    Arena a = {0};
    assert_read(arena_printf(&a, "--- a/d/x.go\n+++ b/d/x.go\n%s", hunk), "d/x.go +1-1");
    assert_read(arena_printf(&a, "--- i/d/x.go\n+++ w/d/x.go\n%s", hunk), "d/x.go +1-1");
    // Without prefixes a directory of one letter is one.
    assert_read(arena_printf(&a, "--- b/x.go\n+++ b/x.go\n%s", hunk), "b/x.go +1-1");
    assert_read(arena_printf(&a, "diff --git b/x.go b/x.go\n--- /dev/null\n+++ b/x.go\n%s", hunk), "b/x.go +1-1");
    assert_read(arena_printf(&a, "diff --git a/x.go b/x.go\n--- /dev/null\n+++ b/x.go\n%s", hunk), "x.go +1-1");
    assert_read(arena_printf(&a, "--- x.go\t2024-01-01 00:00\n+++ x.go\t2024-01-02 00:00\n%s", hunk), "x.go +1-1");
    assert_read(arena_printf(&a, "--- a/x y.go\t\n+++ b/x y.go\t\n%s", hunk), "x y.go +1-1");
    assert_read(arena_printf(&a, "--- \"a/n\\303\\244 \\\"x\\\".go\"\n+++ \"b/n\\303\\244 \\\"x\\\".go\"\n%s", hunk),
                "n\xC3\xA4 \"x\".go +1-1");
    // What is renamed counts under its new name, what is gone under none.
    assert_read(arena_printf(&a, "diff --git a/o.go b/n.go\nrename from o.go\nrename to n.go\n--- a/o.go\n+++ b/n.go\n%s", hunk),
                "n.go +1-1");
    assert_read("diff --git a/o.go b/n.go\nsimilarity index 100%\nrename from o.go\nrename to n.go\n", "");
    assert_read("--- a/x.go\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", "");
    assert_read("diff --git a/x.png b/x.png\nBinary files a/x.png and b/x.png differ\n", "");
    arena_free(&a);
}

static void several_files(void **state)
{
    (void)state;
    assert_read("From 0123 Mon Sep 17\nSubject: [PATCH] x\n\n---\n b.go | 1 +\n\ndiff --git a/b.go b/b.go\n--- a/b.go\n+++ b/b.go\n"
                "@@ -1,0 +2 @@\n+x\ndiff --git a/a.go b/a.go\n--- a/a.go\n+++ b/a.go\n@@ -1 +0,0 @@\n-x\n-- \n2.39\n",
                "a.go -0; b.go +2-2");
    // The same file twice, as in a series of patches.
    assert_read("--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n--- a/x\n+++ b/x\n@@ -5,0 +6 @@\n+a\n", "x +1-1 +6-6");
}

static void faults(void **state)
{
    (void)state;
    assert_fault("hello\n", 1, "no unified diff");
    assert_fault("@@ -1 +1 @@\n-a\n+b\n", 1, "belongs to no file");
    assert_fault("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n", 3, "ends before");
    assert_fault("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n*b\n", 5, "begins with");
    assert_fault("--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n-b\n", 5, "numbers");
    assert_fault("--- a/x\n+++ b/x\n@@ -1,99999999999999999999 +1 @@\n a\n", 3, "of the form");
    assert_fault("--- a/x\n+++ b/x\n@@ - +1 @@\n a\n", 3, "of the form");
    assert_fault("diff --cc x\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n  a\n", 4, "combined");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(runs_of_changes), cmocka_unit_test(names),
                                       cmocka_unit_test(several_files), cmocka_unit_test(faults)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

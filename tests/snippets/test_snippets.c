// test_snippets.c - documents beside this file, each with the blocks that are found in it.
//
// NAME.md or NAME.txt goes with NAME.blocks; BLESS=1 in the environment rewrites those that differ.
#include "harness/unit.h"
#include "snippets/show.h"

#include "base/walk.h"

#include <stdio.h>

#define FOLDER "tests/snippets"

static void rewrite(const char *path, Str text)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fwrite(text.ptr, 1, text.len, out);
    fclose(out);
}

static void show_difference(Str got, Str want)
{
    size_t i = 0, line = 1;
    for (; i < got.len && i < want.len && got.ptr[i] == want.ptr[i]; i++)
        line += got.ptr[i] == '\n';
    while (i > 0 && got.ptr[i - 1] != '\n')
        i--;
    print_message("differs from line %zu on; got:\n%.*s", line, STR_ARG(str_sub(got, i, got.len)));
}

static bool check_document(Arena *a, const char *name, bool bless)
{
    const char *error = NULL;
    Document d;
    StrBuf got = {0};
    Source *source = source_read(arena_printf(a, FOLDER "/%s", name), &error);
    assert_non_null(source);
    document_open(&d, source);
    show_document(&got, &d);
    document_close(&d);
    size_t stem = str_find(str_of(name), STR("."));
    const char *golden = arena_printf(a, FOLDER "/%.*s.blocks", (int)stem, name);
    Source *want = source_read(golden, &error);
    bool same = want && str_eq(strbuf_view(&got), (Str){want->text, want->len});
    if (!same && bless)
        rewrite(golden, strbuf_view(&got));
    else if (!same) {
        print_message("%s: ", golden);
        show_difference(strbuf_view(&got), want ? (Str){want->text, want->len} : (Str){0});
    }
    source_free(want);
    strbuf_free(&got);
    return same || bless;
}

static uint32_t check_all(Arena *a, const char *suffix, bool *ok)
{
    PathList files = {0};
    const char *error = NULL;
    assert_true(walk_files(a, FOLDER, suffix, &files, &error));
    VEC_EACH (const char *, f, &files) {
        *ok &= check_document(a, *f, getenv("BLESS") != NULL);
    }
    return files.len;
}

static void golden_documents(void **state)
{
    (void)state;
    Arena a = {0};
    bool ok = true;
    assert_true(check_all(&a, ".md", &ok) > 0);
    assert_true(check_all(&a, ".txt", &ok) > 0);
    arena_free(&a);
    assert_true(ok);
}

static void open_text(Document *d, const char *path, const char *text)
{
    document_open(d, source_from(path, str_of(text)));
}

static void a_go_file_is_one_block(void **state)
{
    (void)state;
    Document d;
    open_text(&d, "x.go", "package x\n\nprose\n");
    assert_int_equal(d.blocks.len, 1);
    assert_null(d.blocks.data[0].text);
    assert_int_equal(d.blocks.data[0].span.end, 17);
    document_close(&d);
}

static void kinds_go_by_the_suffix(void **state)
{
    (void)state;
    assert_int_equal(document_kind(STR("a/b.go")), DOCUMENT_GO);
    assert_int_equal(document_kind(STR("README.md")), DOCUMENT_MARKDOWN);
    assert_int_equal(document_kind(STR("x.markdown")), DOCUMENT_MARKDOWN);
    assert_int_equal(document_kind(STR("README.MD")), DOCUMENT_MARKDOWN);
    assert_int_equal(document_kind(STR("md")), DOCUMENT_TEXT);
    assert_int_equal(document_kind(STR("x.go.txt")), DOCUMENT_TEXT);
    assert_int_equal(document_kind(STR("notes")), DOCUMENT_TEXT);
}

// Line ends of every kind leave offsets where they are.
static void line_ends(void **state)
{
    (void)state;
    static const char *const documents[] = {
        "t\r\n\r\n> ```go\r\n> go f()\r\n> x++\r\n> ```\r\nt\r\n",
        "t\n\n> ```go\n> go f()\n> x++\n> ```\nt\n",
        "t\r\r> ```go\r> go f()\r> x++\r> ```\rt\r",
    };
    for (size_t i = 0; i < 3; i++) {
        Document d;
        open_text(&d, "x.md", documents[i]);
        assert_int_equal(d.blocks.len, 1);
        Str text = block_text(&d, 0);
        size_t at = str_find(text, STR("go f()"));
        assert_int_equal(at, 2);
        assert_int_equal(str_find((Str){documents[i], strlen(documents[i])}, STR("go f()")),
                         d.blocks.data[0].span.start + at);
        assert_int_equal(str_find(text, STR(">")), SIZE_MAX);
        document_close(&d);
    }
}

static void carriage_returns_in_plain_text(void **state)
{
    (void)state;
    Document d;
    open_text(&d, "x.txt", "Title\r\n\r\nfunc f() {\r\n\tgo g()\r\n}\r\n\r\nProse.\r\n");
    assert_int_equal(d.blocks.len, 1);
    assert_str(block_text(&d, 0), "func f() {\r\n\tgo g()\r\n}\r\n");
    assert_str(d.blocks.data[0].heading, "Title");
    document_close(&d);
}

static void nul_bytes_and_bad_utf8(void **state)
{
    (void)state;
    static const char text[] = "a\0b\n\n```go\ngo f(\"\0\xff\")\n```\n";
    Document d;
    document_open(&d, source_from("x.md", (Str){text, sizeof text - 1}));
    assert_int_equal(d.blocks.len, 1);
    assert_int_equal(d.blocks.data[0].span.start, 11);
    document_close(&d);
}

static void a_byte_order_mark_is_no_code(void **state)
{
    (void)state;
    Document d;
    open_text(&d, "x.md", "\xef\xbb\xbf```go\ngo f()\n```\n");
    assert_int_equal(d.blocks.len, 1);
    assert_str(block_text(&d, 0), "go f()\n");
    document_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_documents),
        cmocka_unit_test(a_go_file_is_one_block),
        cmocka_unit_test(kinds_go_by_the_suffix),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(carriage_returns_in_plain_text),
        cmocka_unit_test(nul_bytes_and_bad_utf8),
        cmocka_unit_test(a_byte_order_mark_is_no_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

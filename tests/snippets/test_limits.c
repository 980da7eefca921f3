// test_limits.c - documents made to be slow to read: repeated, nested and never closed.
//
// Each is a megabyte, for which reading in linear time takes milliseconds; the limit is one that
// quadratic time misses by far and a loaded machine with sanitizers does not.
#include "harness/unit.h"
#include "snippets/show.h"

#include <time.h>

enum { SIZE = 1 << 20, SECONDS_MAX = 20 };

typedef struct Pattern {
    const char *head, *repeat, *half; // half: repeated from the middle on, where not NULL
} Pattern;

static const Pattern patterns[] = {
    {"", "func f() {\n", NULL},
    {"", "for {\n", NULL},
    {"", "f(a,\n", NULL},
    {"", "x := `\n", NULL},
    {"", "x := /*\n", NULL},
    {"", "/*\n", NULL},
    {"", "// c\n", NULL},
    {"", "// c\n\n", NULL},
    {"", "x := 1 +\n", NULL},
    {"", "x := 1\n", NULL},
    {"", "x := 1\n\n", NULL},
    {"", "...\n", NULL},
    {"", "go f(\n\n", NULL},
    {"", "a b c\n", NULL},
    {"", "\n", NULL},
    {"", " ", NULL},
    {"", "{", NULL},
    {"", "x,", NULL},
    {"", "'", NULL},
    {"", "\"", NULL},
    {"", "`", NULL},
    {"", "type T struct {\n", "the end of it all\n"},
    {"", "> ", NULL},
    {"", "> > func f() {\n", NULL},
    {"", "- ", "\n"},
    {"", "- ", NULL},
    {"", "1. ", "\n\n"},
    {"", "* * ", "a\n"},
    {"", "> ", ">\n"},
    {"", "[", "]"},
    {"", "[a](", NULL},
    {"", "![", NULL},
    {"", "**a", NULL},
    {"", "_a_*", NULL},
    {"", "*_*_*_\n", NULL},
    {"", "<!A", NULL},
    {"a\n", "    <!A\n", NULL},
    {"a\n", "    <?\n", NULL},
    {"", "<a b='", NULL},
    {"", "</a", NULL},
    {"", "&amp", NULL},
    {"", "\\", NULL},
    {"", "[x]: y\n", NULL},
    {"", "```go\n", NULL},
    {"", "```\nfunc f() {\n```\n", NULL},
    {"", "```go\nfunc f() { g() }\n```\n", NULL},
    {"", "    x := f()\n", NULL},
    {"", "    x\n\n", NULL},
    {"", "\t", NULL},
    {"", "- a\n\n", NULL},
    {"", "``` x ` \n", NULL},
    {"", "\r", NULL},
};

static Source *repeat(const Pattern *p, const char *path)
{
    StrBuf b = {0};
    strbuf_adds(&b, p->head);
    while (b.len < SIZE)
        strbuf_adds(&b, p->half && b.len >= SIZE / 2 ? p->half : p->repeat);
    Source *s = source_from(path, strbuf_view(&b));
    strbuf_free(&b);
    return s;
}

static void check_time(const char *path)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        Arena a = {0};
        SnippetList blocks = {0};
        Source *s = repeat(&patterns[i], path);
        clock_t start = clock();
        snippet_find(&a, s, document_kind(str_of(path)), &blocks);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (getenv("CURFEW_SHOW_TIMES"))
            print_message("%s %2zu %.3f s %u blocks\n", path, i, seconds, blocks.len);
        if (seconds > SECONDS_MAX)
            fail_msg("%s, pattern %zu takes %.1f s", path, i, seconds);
        source_free(s);
        arena_free(&a);
    }
}

static void plain_text_in_linear_time(void **state)
{
    (void)state;
    check_time("x.txt");
}

static void markdown_in_linear_time(void **state)
{
    (void)state;
    check_time("x.md");
}

// Every block uses what all before it declare.
static void overlays_are_bounded(void **state)
{
    (void)state;
    enum { BLOCKS = 2000 };
    StrBuf b = {0};
    for (int i = 1; i <= BLOCKS; i++)
        strbuf_printf(&b, "func f%d() {\n\tf%d()\n}\n\nSome prose.\n\n", i, i - 1);
    Document d;
    document_open(&d, source_from("x.txt", strbuf_view(&b)));
    strbuf_free(&b);
    assert_int_equal(d.blocks.len, BLOCKS);
    assert_int_equal(d.overlays[1].decls.len, 1);
    assert_int_equal(d.overlays[BLOCKS - 1].decls.len, OVERLAY_BLOCKS_MAX);
    assert_int_equal(d.overlays[BLOCKS - 1].decls.data[0].block, BLOCKS - 2);
    document_close(&d);
}

static void large_bases_are_bounded(void **state)
{
    (void)state;
    StrBuf b = {0};
    for (int i = 0; i < 3 * OVERLAY_DECLS_MAX; i++)
        strbuf_printf(&b, "var v%d = 1\n", i);
    strbuf_adds(&b, "\nProse.\n\ndefer use(v1)\n");
    Document d;
    document_open(&d, source_from("x.txt", strbuf_view(&b)));
    strbuf_free(&b);
    assert_int_equal(d.blocks.len, 2);
    assert_int_equal(d.overlays[1].decls.len, OVERLAY_DECLS_MAX);
    document_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_in_linear_time),
        cmocka_unit_test(markdown_in_linear_time),
        cmocka_unit_test(overlays_are_bounded),
        cmocka_unit_test(large_bases_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

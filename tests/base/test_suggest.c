// test_suggest.c - which word a mistyped one is taken for.
#include "harness/unit.h"

#include "base/suggest.h"

static const char *const words[] = {"level", "fail-on", "format", "color", "strict", "stats"};

static void assert_suggested(const char *word, const char *want)
{
    const char *got = suggest(word, words, sizeof words / sizeof *words);
    if (want) {
        assert_non_null(got);
        assert_string_equal(got, want);
    } else {
        assert_null(got);
    }
}

static void near_words(void **state)
{
    (void)state;
    assert_suggested("level", "level");
    assert_suggested("levle", "level");
    assert_suggested("lvel", "level");
    assert_suggested("leveel", "level");
    assert_suggested("colour", "color");
    assert_suggested("failon", "fail-on");
    assert_suggested("stat", "stats");
    assert_suggested("srtict", "strict");
}

static void far_words(void **state)
{
    (void)state;
    assert_suggested("", NULL);
    assert_suggested("x", NULL);
    assert_suggested("verbose", NULL);
    assert_suggested("leeevveell", NULL);
    char endless[300];
    memset(endless, 'l', sizeof endless - 1);
    endless[sizeof endless - 1] = 0;
    assert_suggested(endless, NULL);
    assert_null(suggest("level", words, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_words),
        cmocka_unit_test(far_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_hostile.c - any bytes, any spans, any width: nothing raw reaches the terminal, and lines
// fit.
#include "report/sample.h"

#include "report/glyph.h"

typedef struct Random {
    uint64_t state;
} Random;

// A linear congruential generator: the same texts on every machine.
static uint32_t random_below(Random *r, uint32_t n)
{
    r->state = r->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(r->state >> 33) % n;
}

static Source *random_source(Random *r)
{
    static const char *const pieces[] = {
        "\n",
        "\n",
        "\t",
        "a",
        "word ",
        "\r\n",
        "\x1b[2J",
        "\xff",
        "\xe6\x97\xa5",
        "e\xcc\x81",
        "  ",
        "{",
        "\x7f",
        "}",
        "\xc2",
        "\x9b",
        "\xc2\x9b",
        "\xe2\x80\xae",
        "\xf0\x9f\x98\x80",
    };
    StrBuf b = {0};
    uint32_t count = random_below(r, 120);
    for (uint32_t i = 0; i < count; i++) {
        const char *piece = pieces[random_below(r, sizeof pieces / sizeof *pieces)];
        uint32_t times = random_below(r, 40) == 0 ? 200 : 1;
        while (times-- > 0)
            strbuf_adds(&b, piece);
    }
    Source *src = source_from("h.go", strbuf_view(&b));
    strbuf_free(&b);
    return src;
}

static Place random_place(Random *r, const Source *src)
{
    uint32_t a = random_below(r, src->len + 1), b = random_below(r, src->len + 1);
    if (random_below(r, 2) == 0)
        b = a + random_below(r, 8) < src->len ? a + random_below(r, 8) : src->len;
    return (Place){src, {a < b ? a : b, a < b ? b : a}};
}

static void assert_harmless(Str text, uint32_t width)
{
    uint32_t line = 0;
    for (size_t at = 0; at < text.len;) {
        if (text.ptr[at] == '\n') {
            assert_in_range(line, 0, width);
            line = 0;
            at++;
            continue;
        }
        Glyph g = glyph_at(text, at);
        assert_false(g.escaped);
        line += g.width;
        at += g.len;
    }
}

static void one_report(Random *r)
{
    Source *src = random_source(r);
    Sample s = {0};
    Terminal t = {.width = TERMINAL_MIN + random_below(r, 80)};
    sample_finding(&s, random_place(r, src), "some \x1b[31m message");
    static const char *const roles[] = {
        "here", "a rather long role that has to be broken somewhere", "\x1b]0;title\x07"};
    for (uint32_t i = random_below(r, 6); i > 0; i--)
        sample_related(&s, random_place(r, src), roles[random_below(r, 3)]);
    sample_fix(&s, "replace", FIX_SAFE);
    sample_edit(&s, random_place(r, src), random_below(r, 2) ? "new\n\x1b[1mtext" : "");
    Str text = sample_text(&s, t);
    assert_harmless(text, t.width);
    sample_free(&s);
    source_free(src);
}

static void random_reports(void **state)
{
    (void)state;
    Random r = {.state = 2024};
    for (int i = 0; i < 3000; i++)
        one_report(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_text.c - findings as a reader sees them.
#include "report/sample.h"

static const Terminal plain = {.width = 100};

static const char fetch[] = "package fetch\n"
                            "\n"
                            "import (\n"
                            "\t\"context\"\n"
                            "\t\"time\"\n"
                            ")\n"
                            "\n"
                            "func fetch(parent context.Context, id int) error {\n"
                            "\tctx, cancel := context.WithTimeout(parent, time.Second)\n"
                            "\tif err := load(ctx, id); err != nil {\n"
                            "\t\treturn err\n"
                            "\t}\n"
                            "\n"
                            "\n"
                            "\tlog(id)\n"
                            "\tcancel()\n"
                            "\treturn nil\n"
                            "}\n";

static void sample_fetch(Sample *s, const Source *src)
{
    Finding *f = sample_finding(s, place_of(src, "cancel"),
                                "`cancel` is not called when `load` fails, so the timer and the "
                                "context stay for up to a second");
    vec_push(&s->arena, &f->also, FAIL_MEMORY_GROWTH);
    sample_related(s, place_of(src, "context.WithTimeout(parent, time.Second)"), "made here");
    sample_related(s, place_of(src, "return err"), "returns here without cancelling");
    sample_related(s, place_of(src, "cancel()"), "called on this path only");
    vec_push(&s->arena, &f->notes, "a cancel function may be called more than once");
    sample_fix(s, "defer the cancel function", FIX_SAFE);
    sample_edit(s, place_after(place_of(src, "time.Second)")), "\n\tdefer cancel()");
    sample_edit(s, place_of(src, "\tcancel()\n"), "");
}

static void finding_with_everything(void **state)
{
    (void)state;
    Source *src = source_from("svc/fetch.go", str_of(fetch));
    Sample s = {0};
    sample_fetch(&s, src);
    WitnessStep one = {"main", place_of(src, "load(ctx, id)"), "`load` fails"};
    WitnessStep two = {"main", place_of(src, "return err"), "returns, and nobody holds `cancel`"};
    vec_push(&s.arena, &s.finding.witness, one);
    vec_push(&s.arena, &s.finding.witness, two);
    s.hidden[LEVEL_ADVICE] = 4;
    assert_golden("finding", sample_text(&s, plain));
    assert_golden("finding_color", sample_text(&s, (Terminal){.color = true, .width = 100}));
    assert_golden("finding_narrow", sample_text(&s, (Terminal){.width = 50}));
    sample_free(&s);
    source_free(src);
}

static void places_in_other_files(void **state)
{
    (void)state;
    Source *a = source_from("a.go", STR("package p\n\nfunc Run() {\n\tgo loop(ch)\n}\n"));
    Source *b = source_from("sub/b.go", STR("package p\n\nfunc loop(ch chan int) {\n"
                                            "\tfor v := range ch {\n\t\t_ = v\n\t}\n}\n"));
    Sample s = {0};
    sample_finding(&s, place_of(a, "go loop(ch)"), "nobody closes `ch`");
    sample_related(&s, place_of(b, "range ch"), "waits here");
    sample_related(&s, place_of(b, "ch chan int"), "comes in here");
    sample_fix(&s, "take a context", FIX_SKETCH);
    sample_edit(&s, place_of(b, "ch chan int"), "ctx context.Context, ch chan int");
    sample_edit(&s, place_of(a, "loop(ch)"), "loop(ctx, ch)");
    assert_golden("other_files", sample_text(&s, plain));
    sample_free(&s);
    source_free(a);
    source_free(b);
}

static void spans_of_several_lines(void **state)
{
    (void)state;
    Source *src = source_from("m.go", STR("package p\n\nfunc Run() {\n"
                                          "\tgo func() {\n"
                                          "\t\tfor {\n"
                                          "\t\t\twork()\n"
                                          "\t\t}\n"
                                          "\t}()\n"
                                          "\tx := run(func() {\n"
                                          "\t\ta()\n\t\tb()\n\t\tc()\n\t\td()\n\t\te()\n\t\tf()\n"
                                          "\t\tg()\n\t\th()\n"
                                          "\t})\n}\n"));
    Sample s = {0};
    sample_finding(
        &s, (Place){src, {place_of(src, "go func").span.start, place_of(src, "}()\n").span.end}},
        "the goroutine never ends");
    sample_related(
        &s,
        (Place){src, {place_of(src, "for {").span.start, place_of(src, "\t}\n\t}").span.end - 1}},
        "loops here");
    sample_related(
        &s, (Place){src, {place_of(src, "run(func").span.start, place_of(src, "})").span.end}},
        "a longer one");
    sample_related(&s, place_of(src, "work"), "called again and again");
    assert_golden("several_lines", sample_text(&s, plain));
    sample_free(&s);
    source_free(src);
}

static void odd_characters(void **state)
{
    (void)state;
    Source *src = source_from("od\x1b[31md.go",
                              STR("\xEF\xBB\xBFpackage p // \x1b[2J \xff\xfe \xe2\x80\xae end\n"
                                  "\tx\t:=\t\"日本語\" + \"e\xcc\x81\" + y // 漢\n"
                                  "\r\n\x7f\tz\r\n"));
    Sample s = {0};
    sample_finding(&s, place_of(src, "y"), "`y` after \x1b[2J wide ones");
    sample_related(&s, place_of(src, "\"日本語\""), "twice as wide");
    sample_related(&s, place_of(src, "end"), "behind escapes");
    sample_related(&s, place_of(src, "z"), "role \x1b]0;x\x07");
    sample_fix(&s, "change \x1b[1m it", FIX_SAFE);
    sample_edit(&s, place_of(src, "y"), "\x1b[2J語");
    sample_skip(&s, "a\nb.go", 3, "syntax", "bad \x1b[2J byte");
    Str text = sample_text(&s, plain);
    assert_golden("odd_characters", text);
    assert_null(memchr(text.ptr, 0x1b, text.len));
    sample_free(&s);
    source_free(src);
}

static void long_lines_are_windowed(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, "package p\n");
    strbuf_repeat(&b, 'a', 300);
    strbuf_adds(&b, " here() ");
    strbuf_repeat(&b, 'b', 9000);
    strbuf_adds(&b, " far() ");
    strbuf_repeat(&b, 'c', 20);
    strbuf_adds(&b, "\n\tshort() ");
    strbuf_repeat(&b, 'd', 200);
    strbuf_adds(&b, "\n");
    Source *src = source_from("long.go", strbuf_view(&b));
    Sample s = {0};
    sample_finding(&s, place_of(src, "here()"), "in a long line");
    sample_related(&s, place_of(src, "short()"), "near the start");
    assert_golden("long_lines", sample_text(&s, (Terminal){.width = 60}));
    s.finding.place = place_of(src, "far()");
    assert_golden("long_lines_far", sample_text(&s, (Terminal){.width = 60}));
    sample_free(&s);
    source_free(src);
    strbuf_free(&b);
}

static void marks_that_share_a_line(void **state)
{
    (void)state;
    Source *src = source_from("l.go", STR("package p\n\nvar r = outer(inner(a), inner(b), c)\n"));
    Sample s = {0};
    sample_finding(&s, place_of(src, "inner(a)"), "several marks on one line");
    sample_related(&s, place_of(src, "outer(inner(a), inner(b), c)"), "around everything");
    sample_related(&s, place_of(src, "a)"), "inside the primary");
    sample_related(&s, place_of(src, "b"),
                   "a label that is so long that it must be broken, since "
                   "no line has room for all of its many words");
    sample_related(&s, place_after(place_of(src, "c)")), "behind the line's end");
    assert_golden("shared_line", sample_text(&s, (Terminal){.width = 70}));
    sample_free(&s);
    source_free(src);
}

static void places_at_the_edges(void **state)
{
    (void)state;
    Source *src = source_from("e.go", STR("first\n\nlast"));
    Sample s = {0};
    sample_finding(&s, (Place){src, {0, src->len}}, "the whole file");
    sample_related(&s, (Place){src, {0, 0}}, "its start");
    sample_related(&s, (Place){src, {src->len, src->len}}, "its end");
    sample_related(&s, (Place){src, {6, 6}}, "an empty line");
    sample_related(&s, (Place){NULL, {0, 0}}, "nowhere to be seen");
    assert_golden("edges", sample_text(&s, plain));
    sample_free(&s);
    Source *empty = source_from("empty.go", STR(""));
    Sample t = {0};
    sample_finding(&t, (Place){empty, {0, 0}}, "an empty file");
    assert_golden("empty_file", sample_text(&t, plain));
    sample_free(&t);
    source_free(src);
    source_free(empty);
}

static void too_many_places(void **state)
{
    (void)state;
    Source *src = source_from("p.go", str_of(fetch));
    Sample s = {0};
    sample_finding(&s, place_of(src, "cancel"), "used everywhere");
    for (int i = 0; i < 40; i++)
        sample_related(&s, place_of(src, "cancel()"), "again");
    Str text = sample_text(&s, plain);
    assert_true(str_find(text, STR("24 more places are not shown")) != SIZE_MAX);
    sample_free(&s);
    source_free(src);
}

static void many_faults_of_one_input(void **state)
{
    (void)state;
    Sample s = {.files = 3};
    for (uint32_t i = 1; i <= 5; i++)
        sample_skip(&s, "five.go", i, "syntax", "fault");
    for (uint32_t i = 1; i <= 8; i++)
        sample_skip(&s, "eight.go", i, "syntax", "fault");
    sample_skip(&s, "one.go", 0, "budget", "fault");
    assert_golden("many_faults", sample_text(&s, plain));
    sample_free(&s);
}

static void assert_summary(Sample *s, const char *want)
{
    Str text = sample_text(s, plain);
    Str line = {text.ptr + text.len, 0};
    for (line.ptr--; line.ptr > text.ptr && line.ptr[-1] != '\n'; line.ptr--)
        line.len++;
    assert_str(line, want);
}

static void summaries(void **state)
{
    (void)state;
    Source *src = source_from("p.go", STR("package p\n"));
    Sample s = {.files = 12};
    assert_summary(&s, "no findings in 12 files");
    s.hidden[LEVEL_ADVICE] = 1;
    assert_summary(&s, "no findings in 12 files; 1 advice hidden (--level advice)");
    s.hidden[LEVEL_ADVICE] = 0;
    s.hidden[LEVEL_WARNING] = 2;
    assert_summary(&s, "no findings in 12 files; 2 warnings hidden (--level warning)");
    s.hidden[LEVEL_ADVICE] = 3;
    sample_skip(&s, "a.go", 3, "syntax", "one");
    sample_skip(&s, "b.go", 0, "unreadable", "two");
    sample_skip(&s, "a.go", 9, "syntax", "three");
    assert_summary(&s, "no findings in 12 files, 2 skipped; 2 warnings, 3 advice hidden "
                       "(--level advice)");
    sample_finding(&s, place_of(src, "package"), "m");
    s.finding.level = LEVEL_ERROR;
    Finding other = s.finding;
    other.level = LEVEL_WARNING;
    vec_push(&s.arena, &s.findings.items, &other);
    vec_push(&s.arena, &s.findings.items, &other);
    memset(s.hidden, 0, sizeof s.hidden);
    assert_summary(&s, "3 findings (1 error, 2 warnings) in 1 file, 2 skipped");
    sample_free(&s);
    source_free(src);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finding_with_everything),  cmocka_unit_test(places_in_other_files),
        cmocka_unit_test(spans_of_several_lines),   cmocka_unit_test(odd_characters),
        cmocka_unit_test(long_lines_are_windowed),  cmocka_unit_test(marks_that_share_a_line),
        cmocka_unit_test(places_at_the_edges),      cmocka_unit_test(too_many_places),
        cmocka_unit_test(many_faults_of_one_input), cmocka_unit_test(summaries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

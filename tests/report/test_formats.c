// test_formats.c - the formats for programs: what each says of one run, and of a hostile one.
//
// tests/report/test_validators.sh gives what the program writes to the tools that read these formats;
// here are the cases that no Go file brings about.
#include "report/sample.h"

#include "report/where.h"
#include "report/xml.h"

#include <jansson.h>

static const char service[] = "package p\n\nfunc f(ctx context.Context) {\n\tctx, _ := context.WithCancel(ctx)\n"
                              "\tgo g(ctx) // \xc3\xa9\xf0\x9f\x98\x80 x\n\twait()\n}\n";

static Str written(Sample *s, ReportFormat format)
{
    FILE *f = tmpfile();
    Terminal plain = {.width = 80};
    Report r = sample_report(s);
    r.fail_on = LEVEL_WARNING;
    r.version = "1.2.3";
    r.directory = "/repo/sub";
    r.root = "/repo";
    report_write(format, &r, &plain, f);
    return read_back(s, f);
}

// The rules are no matter of these tests: they change with every rule.
static Str without_tool(Sample *s, Str text)
{
    size_t at = str_find(text, STR("\"tool\":"));
    if (at == SIZE_MAX)
        return text;
    Str rest = str_sub(text, at, text.len);
    rest = str_sub(rest, str_find(rest, STR("\n")), rest.len);
    char *out = arena_printf(&s->arena, "%.*s\"tool\":…%.*s", (int)at, text.ptr, STR_ARG(rest));
    return (Str){out, strlen(out)};
}

static void compare(Sample *s, const char *name, ReportFormat format)
{
    static const char *const names[] = {
#define NAME(id, text) text,
        REPORT_FORMATS(NAME, NAME)
#undef NAME
    };
    const char *golden = arena_printf(&s->arena, "%s_%s", name, names[format]);
    assert_golden(golden, without_tool(s, written(s, format)));
}

static void each_format(Sample *s, const char *name)
{
    compare(s, name, REPORT_CONCISE);
    compare(s, name, REPORT_JSONL);
    compare(s, name, REPORT_SARIF);
    compare(s, name, REPORT_GITHUB);
    compare(s, name, REPORT_GITLAB);
    compare(s, name, REPORT_CHECKSTYLE);
    compare(s, name, REPORT_JUNIT);
    compare(s, name, REPORT_RDJSON);
}

static void step(Sample *s, const char *goroutine, Place place, const char *what)
{
    vec_push(&s->arena, &s->finding.witness, (WitnessStep){goroutine, place, what});
}

static void one_run(void **state)
{
    (void)state;
    Source *src = source_from("./cmd/../svc/a.go", str_of(service));
    Sample s = {0};
    Finding *f = sample_finding(&s, place_of(src, "context.WithCancel(ctx)"), "the cancel function is discarded");
    f->symbol = "p.f";
    f->package = "example.com/p";
    vec_push(&s.arena, &f->also, FAIL_MEMORY_GROWTH);
    vec_push(&s.arena, &f->notes, "a note");
    sample_related(&s, place_of(src, "go g(ctx)"), "started here");
    sample_related(&s, (Place){0}, "nowhere to be seen");
    step(&s, "main", place_of(src, "go g(ctx)"), "starts it");
    step(&s, "goroutine of f", place_of(src, "g(ctx)"), "waits for ever");
    step(&s, "main", place_of(src, "wait()"), "waits for it");
    sample_fix(&s, "defer the cancel function", FIX_SAFE);
    sample_edit(&s, place_of(src, "_"), "cancel");
    sample_edit(&s, place_after(place_of(src, "context.WithCancel(ctx)")), "\n\tdefer cancel()");
    sample_fix(&s, "do otherwise", FIX_SKETCH);
    sample_edit(&s, place_of(src, "wait()"), "other()");
    // Characters before the place: one byte, two and four; one UTF-16 code unit, one and two.
    Finding after = *f;
    after.place = place_of(src, "x\n");
    after.place.span.end--;
    after.level = LEVEL_ADVICE;
    after.message = "below --fail-on";
    memset(&after.related, 0, sizeof after.related);
    memset(&after.witness, 0, sizeof after.witness);
    memset(&after.fixes, 0, sizeof after.fixes);
    vec_push(&s.arena, &s.findings.items, &after);
    sample_skip(&s, "svc/b.go", 7, "syntax", "expected ')'");
    vec_push(&s.arena, &s.unread.items, (Skip){"/other/c.go", 0, "unreadable", "no such file"});
    each_format(&s, "run");
    source_free(src);
    sample_free(&s);
}

static void hostile(void **state)
{
    (void)state;
    Source *src = source_from("a\"'<&>]]>,:%\x01\xff\n\xe2\x80\xae.go", STR("x]]>\xff\"&<y \x02\nlast"));
    Sample s = {0};
    Finding *f = sample_finding(&s, place_of(src, "y"), "]]> \"quoted\" 'too' <&> %0A \x1b[31m \xff \xe2\x80\xae \r\n::error::x");
    f->symbol = "p.\xfe";
    f->package = "]]>\xff";
    sample_related(&s, place_of(src, "x]]>"), "role\nof ]]> two lines");
    vec_push(&s.arena, &f->related, (Related){"r", place_of(src, "last"), "m:,%\x7f"});
    step(&s, "g\xff", place_of(src, "last"), "\xff");
    vec_push(&s.arena, &f->notes, "\xc0\x80 links[0](1)");
    sample_fix(&s, "not in Unicode", FIX_SAFE);
    sample_edit(&s, place_of(src, "x"), "\xff");
    sample_fix(&s, "]]>", FIX_SAFE);
    sample_edit(&s, place_of(src, "last"), "a\x01\"]]>\n");
    sample_skip(&s, "]]>\xff", 0, "kind", "<&\x0b>");
    each_format(&s, "hostile");
    source_free(src);
    sample_free(&s);
}

static void nothing_found(void **state)
{
    (void)state;
    Sample s = {.files = 3};
    each_format(&s, "nothing");
    sample_free(&s);
}

// A line of a megabyte: what is quoted of it is bounded, and positions in it are right.
static void long_line(void **state)
{
    (void)state;
    enum { LONG = 1 << 20 };
    Sample s = {0};
    char *text = arena_alloc(&s.arena, LONG);
    memset(text, 'a', LONG);
    Source *src = source_from("a.go", (Str){text, LONG});
    sample_finding(&s, (Place){src, {5, LONG - 5}}, "long");
    for (int format = REPORT_CONCISE; format < REPORT_FORMAT_COUNT; format++)
        if (format != REPORT_SARIF) // whose rules are long
            assert_true(written(&s, (ReportFormat)format).len < 2000);
    Str sarif = without_tool(&s, written(&s, REPORT_SARIF));
    assert_true(sarif.len < 2000);
    assert_true(str_find(sarif, STR("\"endColumn\":1048572")) != SIZE_MAX);
    source_free(src);
    sample_free(&s);
}

// A finding that does not count is in SARIF, with the reason, and nowhere else.
static void suppressed(void **state)
{
    (void)state;
    Source *src = source_from("a.go", STR("package p\n"));
    Sample s = {0};
    Finding *f = sample_finding(&s, place_of(src, "p\n"), "m");
    f->standing = STANDING_IGNORED;
    f->excuse = "it is meant so";
    Finding known = *f;
    known.standing = STANDING_KNOWN;
    known.excuse = NULL;
    FindingList none = {0}, both = {0};
    vec_push(&s.arena, &both.items, f);
    vec_push(&s.arena, &both.items, &known);
    Report r = sample_report(&s);
    r.findings = &none;
    r.suppressed = &both;
    FILE *file = tmpfile();
    report_sarif(&r, file);
    Str text = read_back(&s, file);
    json_t *whole = json_loadb(text.ptr, text.len, 0, NULL);
    assert_non_null(whole);
    json_t *results = json_object_get(json_array_get(json_object_get(whole, "runs"), 0), "results");
    assert_int_equal(json_array_size(results), 2);
    static const char *const kinds[] = {"inSource", "external"};
    static const char *const reasons[] = {"it is meant so", "the baseline has it"};
    for (size_t i = 0; i < 2; i++) {
        json_t *s1 = json_array_get(json_object_get(json_array_get(results, i), "suppressions"), 0);
        assert_string_equal(json_string_value(json_object_get(s1, "kind")), kinds[i]);
        assert_string_equal(json_string_value(json_object_get(s1, "justification")), reasons[i]);
    }
    json_decref(whole);
    source_free(src);
    sample_free(&s);
}

static void paths(void **state)
{
    (void)state;
    static const struct {
        const char *path, *shown;
    } cases[] = {
        {"a.go", "sub/a.go"},        {"./a.go", "sub/a.go"},       {"../a.go", "a.go"},
        {"../../a.go", "../../a.go"}, {"/repo/x/a.go", "x/a.go"},   {"/repository/a.go", "/repository/a.go"},
        {"x/./y/../a.go", "sub/x/a.go"}, {"<stdin>", "<stdin>"},    {".hidden/a.go", "sub/.hidden/a.go"},
        {"..a/b..go", "sub/..a/b..go"}, {"/", "/"},                 {"", ""},
    };
    Arena a = {0};
    Report r = {.directory = "/repo/sub", .root = "/repo"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases - 1; i++)
        assert_string_equal(where_path(&r, cases[i].path, &a), cases[i].shown);
    Report rootless = {0};
    assert_string_equal(where_path(&rootless, ".//a.go", &a), "a.go");
    assert_string_equal(where_path(&rootless, "/x/a.go", &a), "/x/a.go");
    bool relative;
    assert_string_equal(where_uri("a b/\xc3\xa9#?%[]\\\xff:.go", &a, &relative), "a%20b/%C3%A9%23%3F%25%5B%5D%5C%FF%3A.go");
    assert_true(relative);
    assert_string_equal(where_uri("/a b.go", &a, &relative), "file:///a%20b.go");
    assert_false(relative);
    arena_free(&a);
}

static void columns(void **state)
{
    (void)state;
    Source *src = source_from("a.go", STR("\xEF\xBB\xBFxy\n\t\xc3\xa9\xf0\x9f\x98\x80\xff\xffz\r\nw"));
    static const struct {
        const char *text;
        Region bytes, units;
    } cases[] = {
        {"y", {1, 5, 1, 6}, {1, 2, 1, 3}},
        {"x", {1, 4, 1, 5}, {1, 1, 1, 2}},
        {"z", {2, 10, 2, 11}, {2, 7, 2, 8}},
        {"\xf0\x9f\x98\x80", {2, 4, 2, 8}, {2, 3, 2, 5}},
        {"z\r\nw", {2, 10, 3, 2}, {2, 7, 3, 2}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Place p = place_of(src, cases[i].text);
        Region b = where_bytes(p), u = where_utf16(p);
        assert_memory_equal(&b, &cases[i].bytes, sizeof b);
        assert_memory_equal(&u, &cases[i].units, sizeof u);
    }
    source_free(src);
}

// Every byte and every character below U+10000 gives text that XML allows.
static void xml_of_everything(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x10000; c++) {
        char text[4] = {(char)c};
        if (c >= 0x800) {
            text[0] = (char)(0xE0 | c >> 12);
            text[1] = (char)(0x80 | (c >> 6 & 0x3F));
            text[2] = (char)(0x80 | (c & 0x3F));
        } else if (c >= 0x100) {
            text[0] = (char)(0xC0 | c >> 6);
            text[1] = (char)(0x80 | (c & 0x3F));
        }
        StrBuf out = {0};
        xml_content(text, &out);
        assert_true(out.len > 0);
        bool control = false;
        for (size_t i = 0; i < out.len; i++)
            control |= (unsigned char)out.data[i] < 0x20 || out.data[i] == '<' || out.data[i] == '>';
        assert_false(control);
        bool refused = c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c < 0xE000) || (c >= 0x80 && c < 0x100);
        if (refused)
            assert_int_equal(out.data[0], '\\');
        strbuf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_run),    cmocka_unit_test(hostile), cmocka_unit_test(nothing_found),
        cmocka_unit_test(long_line),  cmocka_unit_test(suppressed), cmocka_unit_test(paths),
        cmocka_unit_test(columns),    cmocka_unit_test(xml_of_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

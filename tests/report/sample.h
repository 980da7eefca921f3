// sample.h - findings made by hand, for the tests of reporters, and golden files for what is
// printed.
//
// A golden file is tests/report/NAME.txt; running a test program with BLESS=1 rewrites its files.
#ifndef CURFEW_TESTS_REPORT_SAMPLE_H
#define CURFEW_TESTS_REPORT_SAMPLE_H

#include "harness/unit.h"

#include "report/report.h"
#include "rules/rule.h"

#include <stdio.h>
#include <stdlib.h>

static const Rule sample_rule = {
    .slug = "lost-cancel",
    .level = LEVEL_ERROR,
    .failure = FAIL_LEAK,
    .principle = PRINCIPLE_RELEASE,
    .summary = "a cancel function that is not called on every path",
};

// Everything that a test's finding is made of. A zeroed Sample is ready; sample_free ends it.
typedef struct Sample {
    Arena arena;
    Finding finding;
    FindingList findings;
    SkipList skipped, unread;
    uint32_t hidden[LEVEL_ERROR + 1];
    uint32_t files;
} Sample;

// The `nth` (from 0) occurrence of `text`.
static inline Place place_nth(const Source *source, const char *text, int nth)
{
    const char *at = strstr(source->text, text);
    while (at && nth-- > 0)
        at = strstr(at + 1, text);
    assert_non_null(at);
    uint32_t start = (uint32_t)(at - source->text);
    return (Place){source, {start, start + (uint32_t)strlen(text)}};
}

static inline Place place_of(const Source *source, const char *text)
{
    return place_nth(source, text, 0);
}

static inline Finding *sample_finding(Sample *s, Place place, const char *message)
{
    s->finding = (Finding){
        .rule = &sample_rule,
        .level = LEVEL_WARNING,
        .failure = FAIL_LEAK,
        .message = message,
        .place = place,
        .symbol = "",
        .package = "p",
        .fingerprint = 0x1234,
    };
    vec_push(&s->arena, &s->findings.items, &s->finding);
    s->files = 1;
    return &s->finding;
}

static inline void sample_related(Sample *s, Place place, const char *role)
{
    vec_push(&s->arena, &s->finding.related, (Related){role, place, NULL});
}

static inline Fix *sample_fix(Sample *s, const char *description, FixSafety safety)
{
    vec_push(&s->arena, &s->finding.fixes, (Fix){.description = description, .safety = safety});
    return &vec_last(&s->finding.fixes);
}

static inline void sample_edit(Sample *s, Place place, const char *text)
{
    vec_push(&s->arena, &vec_last(&s->finding.fixes).edits, (Edit){place, text});
}

static inline void sample_skip(Sample *s, const char *path, uint32_t line, const char *kind,
                               const char *reason)
{
    vec_push(&s->arena, &s->skipped.items, (Skip){path, line, kind, reason});
}

static inline Place place_after(Place p)
{
    p.span.start = p.span.end;
    return p;
}

static inline Report sample_report(Sample *s)
{
    Report r = {.findings = &s->findings, .skipped = &s->skipped, .unread = &s->unread, .go_version = "1.27", .files = s->files};
    memcpy(r.hidden, s->hidden, sizeof r.hidden);
    return r;
}

static inline Str read_back(Sample *s, FILE *f)
{
    size_t len = (size_t)ftell(f);
    char *text = arena_alloc(&s->arena, len + 1);
    rewind(f);
    assert_int_equal(fread(text, 1, len, f), len);
    fclose(f);
    return (Str){text, len};
}

static inline Str sample_text(Sample *s, Terminal terminal)
{
    FILE *f = tmpfile();
    Report r = sample_report(s);
    report_text(&r, &terminal, f);
    return read_back(s, f);
}

static inline Str sample_json(Sample *s)
{
    FILE *f = tmpfile();
    Report r = sample_report(s);
    report_json(&r, f);
    return read_back(s, f);
}

static inline void sample_free(Sample *s)
{
    arena_free(&s->arena);
}

// Compares with tests/report/NAME.txt.
static inline void assert_golden(const char *name, Str got)
{
    char path[200];
    snprintf(path, sizeof path, "tests/report/%s.txt", name);
    const char *bless = getenv("BLESS");
    if (bless && *bless) {
        FILE *f = fopen(path, "w");
        assert_non_null(f);
        fwrite(got.ptr, 1, got.len, f);
        fclose(f);
        return;
    }
    const char *error;
    Source *want = source_read(path, &error);
    if (!want)
        fail_msg("%s: %s", path, error);
    if (!str_eq(got, (Str){want->text, want->len}))
        fail_msg("not as in %s:\n%.*s", path, STR_ARG(got));
    source_free(want);
}

#endif

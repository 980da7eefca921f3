// fuzz_check.c - any bytes are checked whole, from text to report.
//
// The first byte says what the rest is: bits 0 and 1 the kind of file, bits 2 to 4 the Go version,
// bit 5 whether the check is repeated, which must give the same bytes. So "@" is a Go file of the
// newest version, "A" is Markdown, "B" plain text and "C" a test file.
//
// Places lie in the text, edits are in order and apart, what a fix that is safe makes of a good
// file is a good file, and JSON can be read back. The check itself runs the verifier of the graphs
// in builds with assertions, of which this is one.
#include "base/bigstack.h"
#include "check_syntax.h"
#include "report/edit.h"
#include "report/report.h"
#include "rules/check.h"
#include "syntax/snippet.h"

#include <jansson.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { KIND_MASK = 3, VERSION_SHIFT = 2, VERSION_MASK = 7, REPEAT_BIT = 32 };

static const char *const paths[KIND_MASK + 1] = {"fuzz.go", "fuzz.md", "fuzz.txt", "fuzz_test.go"};
// 0 is the newest; the others lie on both sides of what versions change.
static const uint32_t versions[VERSION_MASK + 1] = {0, 21, 22, 23, 25, 1, 17, 26};

typedef struct Input {
    const Source *source;
    CheckOptions options;
    bool repeat;
} Input;

static void check_place(const Source *s, Place place)
{
    if (!place.source) // somewhere that the inputs do not show
        return;
    MUST(place.source == s);
    MUST(place.span.start <= place.span.end && place.span.end <= s->len);
    Position start = source_position(s, place.span.start), end = source_position(s, place.span.end);
    MUST(start.line >= 1 && start.column >= 1 && start.line <= end.line);
}

static bool parses(const Source *s)
{
    Ast *ast = ast_parse(s, (Span){0, s->len}, NULL, PARSE_FILE);
    uint32_t errors;
    ast_errors(ast, &errors);
    ast_free(ast);
    return errors == 0;
}

static void check_fix(const Source *s, const Fix *fix, bool good)
{
    MUST(fix->description && fix->description[0]);
    MUST(fix->safety == FIX_SAFE || fix->safety == FIX_UNSAFE || fix->safety == FIX_SKETCH);
    uint32_t last_end = 0;
    VEC_EACH (const Edit, e, &fix->edits) {
        check_place(s, e->place);
        MUST(e->place.source == s && e->text && e->place.span.start >= last_end);
        last_end = e->place.span.end;
    }
    MUST(edit_valid(fix, s));
    if (!good || fix->safety != FIX_SAFE)
        return;
    StrBuf text = {0};
    edit_apply(fix, s, (Span){0, s->len}, &text);
    Source *fixed = source_from(s->path, (Str){text.data, text.len});
    MUST(parses(fixed));
    source_free(fixed);
    strbuf_free(&text);
}

static void check_finding(const Source *s, const Finding *f, bool good)
{
    MUST(f->rule && f->level <= f->rule->level && f->failure < FAILURE_COUNT);
    MUST(f->message && f->message[0]);
    MUST(f->place.source == s);
    check_place(s, f->place);
    VEC_EACH (const Related, r, &f->related) {
        MUST(r->role && r->role[0]);
        check_place(s, r->place);
    }
    VEC_EACH (const WitnessStep, w, &f->witness) {
        MUST(w->goroutine && w->what);
        check_place(s, w->place);
    }
    VEC_EACH (const Fix, fix, &f->fixes)
        check_fix(s, fix, good);
}

// The report as JSON; the caller frees it.
static char *report(const Input *in, const CheckResult *r)
{
    char *text = NULL, *json = NULL;
    size_t text_len = 0, json_len = 0;
    Report report = {.findings = &r->findings,
                     .skipped = &r->skipped,
                     .unread = &(SkipList){{0}},
                     .go_version = "1.27",
                     .files = 1};
    Terminal t = {.color = in->source->len % 2 == 0,
                  .width = TERMINAL_MIN + in->source->len % 100,
                  .sized = true};
    FILE *out = open_memstream(&text, &text_len);
    report_text(&report, &t, out);
    fclose(out);
    MUST(text_len > 0 && strlen(text) == text_len);
    free(text);
    out = open_memstream(&json, &json_len);
    report_json(&report, out);
    fclose(out);
    json_t *parsed = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
    MUST(parsed && json_array_size(json_object_get(parsed, "findings")) == r->findings.items.len);
    json_decref(parsed);
    return json;
}

static char *check_once(const Input *in)
{
    const char *error = NULL;
    CheckResult *r = check_run(&in->options, &in->source, 1, &error);
    MUST(r && !error);
    bool good = document_kind(str_of(in->source->path)) == DOCUMENT_GO && parses(in->source);
    VEC_EACH (Finding *, f, &r->findings.items)
        check_finding(in->source, *f, good);
    VEC_EACH (const Skip, skip, &r->skipped.items)
        MUST(skip->kind && skip->reason && skip->line <= in->source->line_count + 1);
    char *json = report(in, r);
    check_free(r);
    return json;
}

static void check_input(void *argument)
{
    const Input *in = argument;
    char *first = check_once(in);
    if (in->repeat) {
        char *second = check_once(in);
        MUST(strcmp(first, second) == 0);
        free(second);
    }
    free(first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Source *source =
        source_from(paths[data[0] & KIND_MASK], (Str){(const char *)data + 1, size - 1});
    Input in = {.source = source,
                .options = {.go_minor = versions[data[0] >> VERSION_SHIFT & VERSION_MASK]},
                .repeat = (data[0] & REPEAT_BIT) != 0};
    bigstack_run(check_input, &in);
    source_free(source);
    return 0;
}

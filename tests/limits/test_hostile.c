// test_hostile.c - texts that nobody would write: each is checked to its end, and what was not read
// or not followed is said.
#include "flow/flow.h"
#include "limits/made.h"
#include "rules/locks_held.h"
#include "syntax/ast.h"

#include <stdio.h>

static CheckResult *check_text(const char *path, StrBuf *text, Source **source)
{
    *source = source_from(path, strbuf_view(text));
    strbuf_free(text);
    return made_check(*source);
}

static void done(CheckResult *r, Source *s)
{
    check_free(r);
    source_free(s);
}

static bool says(const CheckResult *r, const char *kind, const char *part)
{
    VEC_EACH (const Skip, skip, &r->skipped.items)
        if (strcmp(skip->kind, kind) == 0 && strstr(skip->reason, part))
            return true;
    return false;
}

// ---- Named limits ----

typedef struct Limit {
    const char *name, *head, *open, *middle, *close, *tail;
    uint32_t copies;
    const char *kind;
    uint32_t number; // that the reason names
} Limit;

#define FUNC "package p\n\nfunc f(x int, ch chan int) {\n"
#define LOCKS "package p\n\nimport \"sync\"\n\nfunc f() {\n\tvar mu sync.Mutex\n"

static const Limit limits[] = {
    {"parentheses", "package p\nvar x = ", "(", "1", ")", "\n", 50000, "syntax", SYNTAX_DEPTH_MAX},
    {"blocks", FUNC, "{", "", "}", "}\n", 50000, "syntax", SYNTAX_DEPTH_MAX},
    {"else if", FUNC, "if x == # {\n} else ", "{\n}\n", NULL, "}\n", 50000, "syntax",
     SYNTAX_DEPTH_MAX},
    {"literals", FUNC, "go func() {\n", "", "}()\n", "}\n", 50000, "syntax", SYNTAX_DEPTH_MAX},
    {"pointers", "package p\nvar x ", "*", "int\n", NULL, "", 50000, "syntax", SYNTAX_DEPTH_MAX},
    {"operators", "package p\nvar x = 1", " + 1", "\n", NULL, "", SYNTAX_CHAIN_MAX + 10, "syntax",
     SYNTAX_CHAIN_MAX},
    {"values", FUNC "\tvar v func()\n", "\tv = func() { ch <- # }\n", "\tv()\n}\n", NULL, "",
     FLOW_OBJECTS_MAX + 10, "budget", FLOW_OBJECTS_MAX},
    {"locks", LOCKS, "\tmu.Lock()\n\tmu.Unlock()\n", "}\n", NULL, "", ACQUISITIONS_MAX + 10,
     "budget", ACQUISITIONS_MAX},
};

static void is_named(void **state)
{
    const Limit *l = *state;
    StrBuf b = {0};
    strbuf_adds(&b, l->head);
    made_repeat(&b, l->open, l->copies);
    strbuf_adds(&b, l->middle);
    made_repeat(&b, l->close, l->copies);
    strbuf_adds(&b, l->tail);
    Source *s;
    CheckResult *r = check_text("x.go", &b, &s);
    char number[16];
    snprintf(number, sizeof number, "%u", l->number);
    if (!says(r, l->kind, number))
        fail_msg("%s: nothing skipped names the limit %s", l->name, number);
    done(r, s);
}

// Just below a limit nothing is skipped.
static void limits_are_not_met_early(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, FUNC "\tvar v func()\n");
    made_repeat(&b, "\tv = func() { ch <- # }\n", FLOW_OBJECTS_MAX - 10);
    strbuf_adds(&b, "\tv()\n}\nvar y = ");
    made_repeat(&b, "(", SYNTAX_DEPTH_MAX - 100);
    strbuf_adds(&b, "1");
    made_repeat(&b, ")", SYNTAX_DEPTH_MAX - 100);
    Source *s;
    CheckResult *r = check_text("x.go", &b, &s);
    assert_int_equal(r->skipped.items.len, 0);
    done(r, s);
}

// ---- Sizes ----

static void many_goroutines(void **state)
{
    (void)state;
    enum { COUNT = 100000 };
    StrBuf b = {0};
    strbuf_adds(&b, FUNC);
    made_repeat(&b, "\tgo func() { for { g() } }()\n", COUNT);
    strbuf_adds(&b, "}\n");
    Source *s;
    CheckResult *r = check_text("x.go", &b, &s);
    assert_int_equal(r->skipped.items.len, 0);
    assert_int_equal(r->findings.items.len, COUNT);
    assert_int_equal(source_position(s, r->findings.items.data[COUNT - 1]->place.span.start).line,
                     COUNT + 3);
    done(r, s);
}

// What stands after the long part is still found.
static void check_last(const char *head, const char *piece, uint32_t copies, const char *tail)
{
    StrBuf b = {0};
    strbuf_adds(&b, head);
    made_repeat(&b, piece, copies);
    strbuf_adds(&b, tail);
    strbuf_adds(&b, "; func last() { go func() { for { g() } }() }\n");
    Source *s;
    CheckResult *r = check_text("x.go", &b, &s);
    assert_int_equal(r->skipped.items.len, 0);
    assert_int_equal(r->findings.items.len, 1);
    assert_string_equal(r->findings.items.data[0]->symbol, "p.last");
    done(r, s);
}

static void many_functions(void **state)
{
    (void)state;
    check_last("package p\n\n", "func f#(x int) { f@(x) }\n", 100000, "var v = 1");
}

static void many_cases(void **state)
{
    (void)state;
    check_last("package p\n\nfunc f(x int) {\n\tswitch x {\n", "\tcase #:\n\t\tx++\n", 50000,
               "\t}\n}");
}

// Ten megabytes in one line: a literal, a comment and elements of a slice.
static void one_long_line(void **state)
{
    (void)state;
    check_last("package p; const s = \"", "aaaaaaaaa\\t", 800000, "\"");
    check_last("package p; /*", " c ", 500000, "*/ var v = 1");
    check_last("package p; var v = []int{", "#,", 100000, "}");
}

static void many_blocks(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    StrBuf b = {0};
    made_repeat(&b, "# Part #\n\n```go\nfunc f#() {\n\tgo func() { for { f@() } }()\n}\n```\n\n",
                COUNT);
    Source *s;
    CheckResult *r = check_text("x.md", &b, &s);
    assert_int_equal(r->skipped.items.len, 0);
    assert_int_equal(r->stats.blocks, COUNT);
    assert_int_equal(r->findings.items.len, COUNT);
    done(r, s);
}

// ---- Broken texts ----

static const char program[] =
    "package p\n\nimport (\n\t\"context\"\n\tt \"time\"\n)\n\ntype T[K any] struct {\n\tch chan K "
    "// c\n}\n\n"
    "func (x *T[K]) Run(ctx context.Context, n int) (err error) {\n"
    "\tctx, cancel := context.WithTimeout(ctx, 3*t.Second)\n\tdefer func() { recover() }()\n"
    "\tgo func() {\n\t\tfor i := range n {\n\t\t\tselect {\n\t\t\tcase v, ok := <-x.ch:\n"
    "\t\t\t\t_, _ = v, ok\n\t\t\tcase <-ctx.Done():\n\t\t\t\treturn\n\t\t\tdefault:\n\t\t\t}\n"
    "\t\t\tif i > 0x1p4 && n != 'a' {\n\t\t\t\tcontinue\n\t\t\t}\n\t\t}\n\t}()\n"
    "\tswitch y := any(x).(type) {\n\tcase interface{ M() }:\n\t\ty.M()\n\t}\n"
    "\tvar m = map[string][]int{\"a\": {1, 2: 3}, `b\nc`: nil}\nL:\n\tfor {\n\t\tgoto "
    "L\n\t}\n\treturn g(m...)\n}\n";

// Every beginning of a program, as a Go file and as plain text.
static void every_beginning(void **state)
{
    (void)state;
    size_t refused = 0;
    for (size_t len = 0; len < sizeof program; len++) {
        for (int text = 0; text < 2; text++) {
            Source *s = source_from(text ? "x.txt" : "x.go", (Str){program, len});
            CheckResult *r = made_check(s);
            VEC_EACH (Finding *, f, &r->findings.items)
                assert_true((*f)->place.span.end <= len);
            refused += !text && r->skipped.items.len > 0;
            done(r, s);
        }
    }
    // All that end inside a declaration, which is most of them.
    assert_true(refused > sizeof program * 3 / 4 && refused < sizeof program);
}

// Every byte in turn replaced by one that does not belong there.
static void every_byte_spoilt(void **state)
{
    (void)state;
    static const char spoils[] = {'\0', '}', '"', '\xff', '('};
    char text[sizeof program];
    for (size_t at = 0; at + 1 < sizeof program; at++) {
        memcpy(text, program, sizeof program);
        text[at] = spoils[at % sizeof spoils];
        Source *s = source_from("x.go", (Str){text, sizeof program - 1});
        done(made_check(s), s);
    }
}

int main(void)
{
    enum { COUNT = sizeof limits / sizeof *limits };
    const struct CMUnitTest others[] = {
        cmocka_unit_test(limits_are_not_met_early),
        cmocka_unit_test(many_goroutines),
        cmocka_unit_test(many_functions),
        cmocka_unit_test(many_cases),
        cmocka_unit_test(one_long_line),
        cmocka_unit_test(many_blocks),
        cmocka_unit_test(every_beginning),
        cmocka_unit_test(every_byte_spoilt),
    };
    struct CMUnitTest named[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        named[i] = (struct CMUnitTest){.name = limits[i].name,
                                       .test_func = is_named,
                                       .initial_state = (void *)(uintptr_t)&limits[i]};
    int failed = cmocka_run_group_tests_name("named limits", named, NULL, NULL);
    return failed + cmocka_run_group_tests_name("hostile texts", others, NULL, NULL);
}

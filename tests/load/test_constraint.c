// test_constraint.c - build constraint lines: what holds, which version they demand, what is wrong.
#include "harness/unit.h"

#include "load/constraint.h"

// Tags that begin with y hold.
static bool holds(const void *ctx, Str tag)
{
    (void)ctx;
    return str_starts(tag, "y");
}

static Constraint eval(const char *line)
{
    return constraint_eval(str_of(line), (ConstraintTags){holds, NULL});
}

typedef struct Case {
    const char *line;
    bool holds;
    uint32_t go_minor;
} Case;

static void check_all(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Constraint c = eval(cases[i].line);
        if (c.error)
            fail_msg("%s: %s", cases[i].line, c.error);
        if (c.holds != cases[i].holds)
            fail_msg("%s: holds is %d", cases[i].line, c.holds);
        if (c.go_minor != cases[i].go_minor)
            fail_msg("%s: demands 1.%u", cases[i].line, c.go_minor);
    }
}

static void boolean_operators_bind_as_in_go(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"//go:build y", true, 0},
        {"//go:build n", false, 0},
        {"//go:build !n", true, 0},
        {"//go:build n || y", true, 0},
        {"//go:build n && y", false, 0},
        {"//go:build y || y && n", true, 0},
        {"//go:build (y || y) && n", false, 0},
        {"//go:build !(n || y)", false, 0},
        {"//go:build !(n && y)&&!n", true, 0},
        {"//go:build\ty", true, 0},
        {"  //go:build y  ", true, 0},
        {"//go:build ((y))", true, 0},
        {"//go:build !(!(y))", true, 0},
        {"//go:build yä.2_", true, 0},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void a_version_is_demanded_where_it_is_sure(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"//go:build go1.22", false, 22},
        {"//go:build linux && go1.22", false, 22},
        {"//go:build linux || go1.22", false, 0},
        {"//go:build (linux && go1.22) || (windows && go1.20)", false, 20},
        {"//go:build go1.18 && go1.21", false, 21},
        {"//go:build !go1.22", true, 0},
        {"//go:build !(!go1.22)", false, 22},
        {"//go:build !(!go1.20 && !go1.22)", false, 20},
        {"//go:build !(!go1.20 || !go1.22)", false, 22},
        {"//go:build go1", false, 0},
        {"//go:build go1.x", false, 0},
        {"//go:build go1.", false, 0},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void old_lines_mean_any_of_all_of(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"// +build y", true, 0},    {"//+build n", false, 0},        {"// +build n y", true, 0},
        {"// +build n,y", false, 0}, {"// +build n,y y,!n", true, 0}, {"// +build !n", true, 0},
        {"// +build", false, 0},     {"// +build !!y", false, 0},     {"// +build y-", false, 0},
        {"// +build !y-", true, 0},  {"// +build y,", false, 0},      {"//   +build\ty", true, 0},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void malformed_lines_are_refused(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "//go:build",      "//go:build &&",   "//go:build y &",  "//go:build y |n",
        "//go:build y n",  "//go:build (y",   "//go:build y)",   "//go:build !!y",
        "//go:build ! !y", "//go:build y ||", "//go:build y, n", "//go:build \xff",
        "//go:build ()",   "// a comment",    "//go:buildy",     "",
        "//go:build y#n",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!eval(lines[i]).error)
            fail_msg("%s is accepted", lines[i]);
}

static void sizes_have_gos_limits(void **state)
{
    (void)state;
    StrBuf line = {0};
    strbuf_adds(&line, "//go:build y");
    for (int i = 0; i < 499; i++) // a parenthesis counts as an operand
        strbuf_adds(&line, "||(y");
    for (int i = 0; i < 499; i++)
        strbuf_addc(&line, ')');
    strbuf_adds(&line, "||y");
    assert_null(constraint_eval(strbuf_view(&line), (ConstraintTags){holds, NULL}).error);
    strbuf_adds(&line, "||y");
    assert_non_null(constraint_eval(strbuf_view(&line), (ConstraintTags){holds, NULL}).error);
    line.len = 0;
    strbuf_adds(&line, "// +build y");
    for (int i = 0; i < 100; i++)
        strbuf_adds(&line, i % 2 ? " y" : ",y");
    assert_null(constraint_eval(strbuf_view(&line), (ConstraintTags){holds, NULL}).error);
    strbuf_adds(&line, " y");
    assert_non_null(constraint_eval(strbuf_view(&line), (ConstraintTags){holds, NULL}).error);
    strbuf_free(&line);
}

static void kinds_of_lines_are_told_apart(void **state)
{
    (void)state;
    assert_true(constraint_is_go_build(STR("//go:build")));
    assert_true(constraint_is_go_build(STR("//go:build x")));
    assert_false(constraint_is_go_build(STR("//go:buildx")));
    assert_false(constraint_is_go_build(STR("// go:build x")));
    assert_true(constraint_is_plus_build(STR("//+build x")));
    assert_true(constraint_is_plus_build(STR("// +build")));
    assert_false(constraint_is_plus_build(STR("// +buildx")));
    assert_false(constraint_is_plus_build(STR("+build x")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boolean_operators_bind_as_in_go),
        cmocka_unit_test(a_version_is_demanded_where_it_is_sure),
        cmocka_unit_test(old_lines_mean_any_of_all_of),
        cmocka_unit_test(malformed_lines_are_refused),
        cmocka_unit_test(sizes_have_gos_limits),
        cmocka_unit_test(kinds_of_lines_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_limits.c - sources that repeat or nest one thing very often: they are lowered whole, in time
// that grows with their size. The sizes are such that anything quadratic would run into the alarm.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/bigstack.h"
#include "ir/ir.h"

enum {
    SECONDS = 100,
    LONG = SYNTAX_CHAIN_MAX - 100, // just below what the parser takes
    MANY = 60000,                  // where no limit of the parser applies
    DEEP = 900,                    // loops, literals and their blocks nest twice or more a level
};

typedef struct Shape {
    const char *name;
    const char *before, *repeat, *middle, *close, *after; // `close` is repeated as often
    uint32_t times;
} Shape;

static const Shape shapes[] = {
    {"binary operators", "func f(a int) int { return a", "+a", "", "", "}", LONG},
    {"&& in a condition", "func f(a bool) { if a", "&&a", "{ }", "", "}", LONG},
    {"|| as a value", "func f(a bool) bool { return a", "||a", "", "", "}", LONG},
    {"fields", "type t struct{ f *t }\nfunc f(a *t) *t { return a", ".f", "", "", "}", LONG},
    {"fields of nothing known", "func f(a u) any { return a", ".f", "", "", "}", LONG},
    {"method calls", "type t int\nfunc (a t) f(int) t { return a }\nfunc f(a t) t { return a",
     ".f(1)", "", "", "}", LONG / 2},
    {"calls of results", "type t func() t\nfunc f(a t) t { return a", "()", "", "", "}", LONG},
    {"elements", "type t []t\nfunc f(a t) t { return a", "[0]", "", "", "}", LONG},
    {"else if", "func f(a int) { if a == 0 { a = 1 }", "else if a == 2 { a = 3 }", "", "", "}",
     DEEP * 4},
    {"cases", "func f(a int) { switch a {\n", "case 1: a = 2\n", "}", "", "}", MANY},
    {"statements", "func f(a int) {\n", "if a > 0 { a++ }\n", "", "", "}", MANY},
    {"loops in a row", "func f(a int) {\n", "for a > 0 { a++ }\n", "", "", "}", MANY},
    {"loops in loops", "func f(a int) {", "for a > 0 {", "a++", "}", "}", DEEP},
    {"literals in literals", "func f(a int) {", "func() {", "a++", "}()", "}", DEEP},
    {"range bodies", "func g(func(int) bool) {}\nfunc f(a int) { l: for {", "for range g {",
     "if a > 0 { break l }", "}", "}}", DEEP},
    {"elements of a table", "var t = [][]int{\n", "{1, 2, 3},\n", "}", "", "", MANY},
    {"defers", "func f(a int) {\n", "defer f(a)\n", "", "", "}", MANY},
    {"returns", "func f(a int) (r int) {\n defer f(a)\n", "if a > 0 { return 1 }\n", "return", "",
     "}", MANY},
};

static void repeat(StrBuf *out, const char *text, uint32_t times)
{
    for (uint32_t i = 0; i < times; i++)
        strbuf_adds(out, text);
}

static Source *source_of(const Shape *s)
{
    StrBuf text = {0};
    strbuf_adds(&text, "package p\n");
    strbuf_adds(&text, s->before);
    repeat(&text, s->repeat, s->times);
    strbuf_adds(&text, s->middle);
    repeat(&text, s->close, s->times);
    strbuf_adds(&text, s->after);
    strbuf_addc(&text, '\n');
    Source *source = source_from(s->name, strbuf_view(&text));
    strbuf_free(&text);
    return source;
}

static const Export *no_import(void *ctx, Str path)
{
    (void)ctx;
    (void)path;
    return NULL;
}

typedef struct Outcome {
    const Shape *shape;
    uint32_t errors;
    uint64_t instrs;
    char fault[200];
} Outcome;

static void lower(void *argument)
{
    Outcome *o = argument;
    Source *source = source_of(o->shape);
    Ast *ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
    ast_errors(ast, &o->errors);
    Names *names = names_new();
    FileInput file = {.ast = ast, .go_minor = 27};
    CheckInput in = {.names = names,
                     .path = STR("p"),
                     .files = &file,
                     .file_count = 1,
                     .importer = {.import = no_import}};
    Package *types = package_check(&in);
    IrPackage *ir = ir_build(types, NULL);
    Arena a = {0};
    const char *fault = ir_verify(ir, &a);
    if (fault)
        strncpy(o->fault, fault, sizeof o->fault - 1);
    for (uint32_t i = 1; i < ir->funcs.len; i++)
        o->instrs += ir->funcs.data[i]->instrs.len;
    arena_free(&a);
    ir_free(ir);
    package_free(types);
    names_free(names);
    ast_free(ast);
    source_free(source);
}

static void test_shapes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        Outcome o = {.shape = &shapes[i]};
        alarm(SECONDS);
        bigstack_run(lower, &o);
        alarm(0);
        if (o.errors || o.fault[0] || o.instrs < o.shape->times)
            fail_msg("%s: %u syntax errors, %llu instructions, %s", o.shape->name, o.errors,
                     (unsigned long long)o.instrs, o.fault[0] ? o.fault : "verified");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shapes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

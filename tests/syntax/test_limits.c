// test_limits.c - every limit of scanner and parser, and hostile inputs: nothing crashes, and
// memory grows with the input and no faster. Time has no assertion of its own: inputs are so large
// that anything quadratic would run into the time limit of the test.
#include "harness/unit.h"

#include "base/bigstack.h"
#include "syntax/ast.h"
#include "syntax/dump.h"

#include <stdio.h>
#include <string.h>

// Sanitizers multiply memory and time; what is tested is the same. gcc and clang each have their own
// way of saying that one is there.
#if defined(__has_feature)
#define SANITIZED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#if SANITIZED
enum { HOSTILE_BYTES = 256 << 10, HUGE_BYTES = 8 << 20 };
#else
enum { HOSTILE_BYTES = 2 << 20, HUGE_BYTES = 100 << 20 };
#endif

// Far deeper than the limit, so that recursion without one would end the stack.
enum { DEEP = 300000 };

typedef struct Parsed {
    Source *source;
    Ast *ast;
    const SyntaxError *errors;
    uint32_t error_count;
} Parsed;

static Parsed parse(const StrBuf *text, ParseMode mode)
{
    Parsed p = {.source = source_from("limits.go", strbuf_view(text))};
    p.ast = ast_parse(p.source, (Span){0, p.source->len}, NULL, mode);
    p.errors = ast_errors(p.ast, &p.error_count);
    return p;
}

static void release(Parsed *p, StrBuf *text)
{
    ast_free(p->ast);
    source_free(p->source);
    strbuf_free(text);
}

static void repeat(StrBuf *out, const char *text, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        strbuf_adds(out, text);
}

// before, then `open` and `close` around `middle` `levels` times, then after
typedef struct Nest {
    const char *before, *open, *middle, *close, *after;
} Nest;

static StrBuf nested(const Nest *n, uint32_t levels)
{
    StrBuf text = {0};
    strbuf_adds(&text, "package p\n");
    strbuf_adds(&text, n->before);
    repeat(&text, n->open, levels);
    strbuf_adds(&text, n->middle);
    repeat(&text, n->close, levels);
    strbuf_adds(&text, n->after);
    return text;
}

static const Nest nests[] = {
    {"var x = ", "(", "1", ")", "\n"},
    {"var x = ", "- ", "1", "", "\n"},
    {"var x ", "*", "int", "", "\n"},
    {"var x ", "[]", "int", "", "\n"},
    {"var x ", "map[int]", "int", "", "\n"},
    {"var x ", "chan ", "int", "", "\n"},
    {"var x ", "func(", "int", ")", "\n"},
    {"var x ", "struct{ a ", "int", "}", "\n"},
    {"var x ", "interface{ m(a ", "int", ") }", "\n"},
    {"type T[P ", "interface{ ~", "int", "}", "] int\n"},
    {"var x ", "T[", "int", "]", "\n"},
    {"var x = ", "f(", "1", ")", "\n"},
    {"var x = ", "a[", "1", "]", "\n"},
    {"var x = ", "T{", "1", "}", "\n"},
    {"var x = T", "{", "1", "}", "\n"},
    {"var x = ", "func() { x = ", "1", "}", "\n"},
    {"func f() {", "{", "", "}", "}\n"},
    {"func f() {", "if x {", "", "}", "}\n"},
    {"func f() { if x {", "} else if x {", "", "", "}}\n"},
    {"func f() {", "for range x {", "", "}", "}\n"},
    {"func f() {", "switch x { case 1: ", "f()", "}", "}\n"},
    {"func f() {", "select { case <-x: ", "f()", "}", "}\n"},
    {"func f() {", "a: ", "f()", "", "}\n"},
    {"var x = ", "a || b && c == d + e*(", "1", ")", "\n"},
};

static void nesting_is_limited(void **state)
{
    (void)state;
    char message[64];
    snprintf(message, sizeof message, "nesting deeper than %d levels", SYNTAX_DEPTH_MAX);
    for (size_t i = 0; i < sizeof nests / sizeof *nests; i++) {
        StrBuf text = nested(&nests[i], DEEP);
        Parsed p = parse(&text, PARSE_FILE);
        assert_true(p.error_count > 0);
        bool named = false;
        for (uint32_t k = 0; k < p.error_count; k++)
            named = named || strstr(p.errors[k].message, message);
        if (!named)
            fail_msg("nest %zu: %s", i, p.errors[0].message);
        release(&p, &text);
    }
}

static void nesting_below_the_limit_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof nests / sizeof *nests; i++) {
        // Some of them take up to three levels a repetition.
        StrBuf text = nested(&nests[i], SYNTAX_DEPTH_MAX / 3 - 10);
        Parsed p = parse(&text, PARSE_FILE);
        if (p.error_count > 0)
            fail_msg("nest %zu: %s", i, p.errors[0].message);
        StrBuf dump = {0};
        ast_dump_tree(p.ast, &dump);
        strbuf_free(&dump);
        release(&p, &text);
    }
}

static void declarations_behind_deep_nesting_are_read(void **state)
{
    (void)state;
    StrBuf text = nested(&nests[0], DEEP);
    strbuf_adds(&text, "func after() {}\n");
    Parsed p = parse(&text, PARSE_FILE);
    FileView file = ast_file(p.ast);
    assert_int_equal(file.decls.len, 2);
    assert_int_equal(node_kind(p.ast, file.decls.items[1]), NODE_FUNC_DECL);
    release(&p, &text);
}

// ---- Chains ----

static const char *const links[] = {" + a", ".a", "()", "[a]", ".(a)", "[a:]", " && a"};

static void check_chain(const char *link, uint32_t length, bool good)
{
    StrBuf text = {0};
    strbuf_adds(&text, "package p\nvar x = a");
    repeat(&text, link, length);
    strbuf_adds(&text, "\nvar after = 1\n");
    Parsed p = parse(&text, PARSE_FILE);
    if (good != (p.error_count == 0))
        fail_msg("%u times %s: %s", length, link, good ? p.errors[0].message : "accepted");
    FileView file = ast_file(p.ast);
    assert_int_equal(file.decls.len, 2);
    // The start of a long chain is known without walking to it, for each of its nodes.
    for (NodeId n = {1}; n.v < ast_node_count(p.ast); n.v++)
        assert_true(node_span(p.ast, n).end <= p.source->len);
    StrBuf dump = {0};
    ast_dump_tree(p.ast, &dump);
    strbuf_free(&dump);
    release(&p, &text);
}

static void chains_may_be_long(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        check_chain(links[i], SYNTAX_CHAIN_MAX, true);
}

static void chains_are_limited(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        check_chain(links[i], SYNTAX_CHAIN_MAX + 1, false);
}

// ---- Repetition ----

static const char *const hostile[] = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    "a",
    "a ",
    "a\n",
    "1 ",
    "\"",
    "`",
    "'",
    "/*",
    "/**/",
    "//\n",
    "\\",
    "\n",
    " ",
    "\xff",
    "\xc3\xa9",
    "\xef\xbb\xbf",
    "func(",
    "func(\n",
    "func f(\n",
    "func (a) b(",
    "func f() {\n",
    "if x {\n",
    "if x\n",
    "else ",
    "case ",
    "case x:",
    "default:",
    "switch {",
    "select {case <-",
    "for ",
    "range ",
    "go ",
    "type ",
    "type T[",
    "type T[P ",
    "type T[P*",
    "type (\n",
    "var ",
    "var (",
    "const (",
    "import ",
    "import (\"",
    "package ",
    "struct{",
    "interface{",
    "map[",
    "chan<-",
    "<-",
    "a.",
    "a(",
    "a[",
    "a{",
    "a:",
    "a,",
    "a=",
    "a:=\n",
    "f(a\n",
    "f(a,\n",
    "T{a\n",
    "T{a:\n",
    "x.(type) ",
    "...",
    "0x",
    "1e",
    "1_",
    ".",
    "&^=",
    "~",
    "|",
    "goto ",
    "return ",
    "//line a:1\n",
};

// A tree takes at most this much for a byte of source: three nodes and four words a one-byte token.
enum { BYTES_PER_BYTE_MAX = 96, FIXED_BYTES = 1 << 17 };

static void check_hostile(const char *before, const char *piece, ParseMode mode)
{
    StrBuf text = {0};
    strbuf_adds(&text, before);
    repeat(&text, piece, (uint32_t)(HOSTILE_BYTES / strlen(piece)));
    Parsed p = parse(&text, mode);
    size_t most = (size_t)p.source->len * BYTES_PER_BYTE_MAX + FIXED_BYTES;
    if (ast_bytes(p.ast) > most)
        fail_msg("%s: %zu bytes for %u", piece, ast_bytes(p.ast), p.source->len);
    assert_true(p.error_count <= 3 * 1001);
    release(&p, &text);
}

static void repetition_at_the_start(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        check_hostile("", hostile[i], PARSE_FILE);
}

static void repetition_in_a_function(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        check_hostile("package p\nfunc f() {\n", hostile[i], PARSE_FILE);
}

static void repetition_in_a_snippet(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        check_hostile("", hostile[i], PARSE_SNIPPET);
}

static void errors_are_capped(void **state)
{
    (void)state;
    StrBuf text = {0};
    strbuf_adds(&text, "package p\n");
    repeat(&text, "var x = )\n", 5000);
    Parsed p = parse(&text, PARSE_FILE);
    assert_int_equal(p.error_count, 1001);
    assert_string_equal(p.errors[1000].message, "too many errors; the rest are not listed");
    release(&p, &text);
}

// ---- Size ----

static const char *const ordinary =
    "// work does it.\n"
    "func work(ctx context.Context, items []string) (int, error) {\n"
    "\tfor i, item := range items {\n"
    "\t\tselect {\n\t\tcase <-ctx.Done():\n\t\t\treturn i, ctx.Err()\n"
    "\t\tcase results <- result{name: item, size: len(item) * 2}:\n\t\t}\n\t}\n"
    "\treturn len(items), nil\n}\n\n";

static size_t bytes_of(size_t size, uint32_t *decls)
{
    StrBuf text = {0};
    strbuf_adds(&text, "package p\n\n");
    repeat(&text, ordinary, (uint32_t)(size / strlen(ordinary)));
    Parsed p = parse(&text, PARSE_FILE);
    assert_int_equal(p.error_count, 0);
    *decls = ast_file(p.ast).decls.len;
    size_t bytes = ast_bytes(p.ast);
    release(&p, &text);
    return bytes;
}

static void memory_grows_linearly(void **state)
{
    (void)state;
    uint32_t few, many;
    size_t small = bytes_of(HUGE_BYTES / 16, &few), huge = bytes_of(HUGE_BYTES, &many);
    assert_true(many >= 16 * few);
    assert_true(huge < 17 * small);
    // The aim for ordinary Go is 8 bytes for each byte of source.
    assert_true(huge < 8 * (size_t)HUGE_BYTES);
}

static void long_tokens(void **state)
{
    (void)state;
    StrBuf text = {0};
    strbuf_adds(&text, "package p\nvar x = `");
    strbuf_repeat(&text, 'r', HOSTILE_BYTES);
    strbuf_adds(&text, "`\nvar ");
    strbuf_repeat(&text, 'n', HOSTILE_BYTES);
    strbuf_adds(&text, " = 1\n/*");
    strbuf_repeat(&text, '*', HOSTILE_BYTES);
    strbuf_adds(&text, "*/\n");
    Parsed p = parse(&text, PARSE_FILE);
    assert_int_equal(p.error_count, 0);
    assert_int_equal(ast_file(p.ast).decls.len, 2);
    NodeId spec = ast_gen_decl(p.ast, ast_file(p.ast).decls.items[1]).specs.items[0];
    assert_int_equal(ast_text(p.ast, ast_value_spec(p.ast, spec).names.items[0]).len,
                     HOSTILE_BYTES);
    release(&p, &text);
}

static void run_all(void *status)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nesting_is_limited),
        cmocka_unit_test(nesting_below_the_limit_is_read),
        cmocka_unit_test(declarations_behind_deep_nesting_are_read),
        cmocka_unit_test(chains_may_be_long),
        cmocka_unit_test(chains_are_limited),
        cmocka_unit_test(repetition_at_the_start),
        cmocka_unit_test(repetition_in_a_function),
        cmocka_unit_test(repetition_in_a_snippet),
        cmocka_unit_test(errors_are_capped),
        cmocka_unit_test(memory_grows_linearly),
        cmocka_unit_test(long_tokens),
    };
    *(int *)status = cmocka_run_group_tests(tests, NULL, NULL);
}

// On the stack that the program parses on: what the limits allow is more than a thread usually has.
int main(void)
{
    int status = 1;
    bigstack_run(run_all, &status);
    return status;
}

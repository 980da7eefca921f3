// test_parse.c - what golden dumps cannot show: every token, snippets, parts of a document, doc
// comments, and that what is around a syntax error is read.
#include "harness/unit.h"

#include "syntax/ast.h"

#include <stdio.h>

typedef struct Parsed {
    Source *source;
    Ast *ast;
    uint32_t errors;
} Parsed;

static Parsed parse_text(Str text, ParseMode mode)
{
    Parsed p = {.source = source_from("x.go", text)};
    p.ast = ast_parse(p.source, (Span){0, p.source->len}, NULL, mode);
    ast_errors(p.ast, &p.errors);
    return p;
}

static Parsed parse(const char *text, ParseMode mode)
{
    return parse_text(str_of(text), mode);
}

static void release(Parsed *p)
{
    ast_free(p->ast);
    source_free(p->source);
}

// ---- Tokens ----

static const char *const token_texts[] = {
#define TOKEN(name, text, prec) text,
#include "syntax/tokens.def"
};

static TokenKind kind_of_text(const char *text)
{
    Parsed p = parse(text, PARSE_FILE);
    TokenKind kind = token_kind(p.ast, (TokenId){1});
    // The token must be the whole text: behind it comes only the end, or a semicolon before it.
    assert_int_equal(token_span(p.ast, (TokenId){1}).end, strlen(text));
    release(&p);
    return kind;
}

static void every_operator_and_keyword_is_scanned(void **state)
{
    (void)state;
    for (int k = TOK_ADD; k < TOKEN_KIND_COUNT; k++)
        assert_int_equal(kind_of_text(token_texts[k]), k);
}

static void names_near_keywords_are_names(void **state)
{
    (void)state;
    for (int k = TOK_BREAK; k < TOKEN_KIND_COUNT; k++) {
        char name[32];
        const char *word = token_texts[k];
        size_t len = strlen(word);
        snprintf(name, sizeof name, "%s1", word);
        assert_int_equal(kind_of_text(name), TOK_IDENT);
        snprintf(name, sizeof name, "%.*s", (int)len - 1, word);
        // "in" is no keyword but "import" cut to "impor" and "goto" to "got" are not either.
        assert_int_equal(kind_of_text(name), TOK_IDENT);
        snprintf(name, sizeof name, "%s", word);
        name[len - 1] = '_';
        assert_int_equal(kind_of_text(name), TOK_IDENT);
        snprintf(name, sizeof name, "%s", word);
        name[0] = (char)(name[0] - 'a' + 'A');
        assert_int_equal(kind_of_text(name), TOK_IDENT);
    }
}

static void token_at_finds_the_token_of_an_offset(void **state)
{
    (void)state;
    Parsed p = parse("package  abc\n", PARSE_FILE);
    assert_int_equal(token_at(p.ast, 0).v, 1);
    assert_int_equal(token_at(p.ast, 8).v, 1);
    assert_int_equal(token_at(p.ast, 9).v, 2);
    assert_int_equal(token_at(p.ast, 11).v, 2);
    assert_true(token_is_auto(p.ast, (TokenId){3}));
    assert_str(token_text(p.ast, (TokenId){2}), "abc");
    release(&p);
}

static void a_text_ends_where_it_ends(void **state)
{
    (void)state;
    // Words shorter than eight bytes at the very end are read without a look behind it.
    for (size_t len = 1; len <= 20; len++) {
        char text[32] = "package ";
        memset(text + 8, 'x', len);
        Parsed p = parse_text((Str){text, 8 + len}, PARSE_FILE);
        assert_int_equal(p.errors, 0);
        assert_int_equal(token_span(p.ast, (TokenId){2}).end, 8 + len);
        release(&p);
    }
}

// ---- Snippets ----

static void check_snippet(const char *text, uint32_t decls, uint32_t stmts)
{
    Parsed p = parse(text, PARSE_SNIPPET);
    FileView f = ast_file(p.ast);
    if (p.errors)
        fail_msg("%s: %s", text, ast_errors(p.ast, &p.errors)[0].message);
    assert_int_equal(f.decls.len, decls);
    assert_int_equal(f.stmts.len, stmts);
    release(&p);
}

static void snippets_mix_declarations_and_statements(void **state)
{
    (void)state;
    check_snippet("", 0, 0);
    check_snippet("package p\nvar x = 1\n", 1, 0);
    check_snippet("x := 1\nx++\n", 0, 2);
    check_snippet("x := f()\nimport \"a\"\nfunc g() {}\ngo g()\ntype T int\n", 3, 2);
    check_snippet("defer func() {\n}()\n", 0, 1);
    check_snippet("func() {\n}()\n", 0, 1);
    check_snippet("func(a T) error {\n\treturn nil\n}(x)\n", 0, 1);
    check_snippet("func (t *T) m() {}\n", 1, 0);
    check_snippet("func (t *T[P]) m[Q any](x Q) {}\n", 1, 0);
    check_snippet("func f[P any](x P) {}\n", 1, 0);
    check_snippet("L:\nfor {\n\tbreak L\n}\n", 0, 1);
    check_snippet("select {\ncase <-c:\n}\n", 0, 1);
}

static void snippets_survive_what_is_cut_off(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "}\nx := 1\n",           "case <-c:\n\tf()\n}\nx := 1\n",
        "\tg()\n}\n}\nx := 1\n", "...\nx := 1\n",
        "x := 1\nif y {\n",      ") f()\nx := 1\n",
        "default:\nx := 1\n",    "else {\n}\nx := 1\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Parsed p = parse(texts[i], PARSE_SNIPPET);
        bool found = false;
        LIST_EACH (stmt, ast_file(p.ast).stmts)
            found = found || node_kind(p.ast, *stmt) == NODE_ASSIGN_STMT;
        if (!found || p.errors == 0)
            fail_msg("%s: x := 1 is %s", texts[i], found ? "read without error" : "not found");
        release(&p);
    }
}

static void positions_of_a_part_lie_in_the_document(void **state)
{
    (void)state;
    static const char document[] = "Some text:\n> x := f()\n> go x()\nMore text.\n";
    Source *s = source_from("notes.md", STR(document));
    Span part = {11, 30};
    char text[20];
    memcpy(text, document + 11, 19);
    text[0] = text[11] = ' ';
    Ast *ast = ast_parse(s, part, text, PARSE_SNIPPET);
    uint32_t errors;
    ast_errors(ast, &errors);
    assert_int_equal(errors, 0);
    FileView f = ast_file(ast);
    assert_int_equal(f.stmts.len, 2);
    assert_int_equal(node_span(ast, f.stmts.items[0]).start, 13);
    assert_int_equal(source_position(s, node_span(ast, f.stmts.items[1]).start).line, 3);
    assert_str(ast_text(ast, f.stmts.items[0]), "x := f()");
    assert_str(ast_text(ast, f.stmts.items[1]), "go x()");
    assert_int_equal(token_span(ast, (TokenId){ast_token_count(ast) - 1}).start, 30);
    ast_free(ast);
    source_free(s);
}

// ---- Doc comments ----

// The doc comment of the declaration or statement that contains `mark`, as text.
static void check_doc(const char *text, const char *want)
{
    Parsed p = parse(text, PARSE_FILE);
    NodeList decls = ast_file(p.ast).decls;
    CommentRange doc = ast_doc(p.ast, decls.items[decls.len - 1]);
    uint32_t count;
    const Comment *comments = ast_comments(p.ast, &count);
    if (!want) {
        assert_int_equal(doc.start, doc.end);
    } else {
        assert_true(doc.end > doc.start);
        Span span = {comments[doc.start].span.start, comments[doc.end - 1].span.end};
        assert_str(source_str(p.source, span), want);
    }
    release(&p);
}

static void doc_comments_end_on_the_line_before(void **state)
{
    (void)state;
    check_doc("package p\n\n// a\nvar x int\n", "// a");
    check_doc("package p\n\n// a\n// b\nvar x int\n", "// a\n// b");
    check_doc("package p\n\n// a\n\n// b\nvar x int\n", "// b");
    check_doc("package p\n\n// a\n\nvar x int\n", NULL);
    check_doc("package p\n\n/* a */ var x int\n", "/* a */");
    check_doc("package p\n\n/* a\n*/\nvar x int\n", "/* a\n*/");
    check_doc("package p // a\nvar x int\n", NULL);
    check_doc("package p\nvar y int // a\nvar x int\n", NULL);
    check_doc("package p\nvar y int // a\n// b\nvar x int\n", "// b");
    check_doc("package p\nvar y int; /* a */ var x int\n", "/* a */");
}

// ---- Recovery ----

static bool is_call_of(const Ast *ast, NodeId stmt, const char *name)
{
    if (node_kind(ast, stmt) != NODE_EXPR_STMT)
        return false;
    NodeId x = ast_operand(ast, stmt);
    return node_kind(ast, x) == NODE_CALL_EXPR && str_is(ast_text(ast, ast_call(ast, x).fun), name);
}

// Whether the function `name` is declared, and its last statement calls `good`.
static bool has_func(const Ast *ast, const char *name)
{
    LIST_EACH (d, ast_file(ast).decls) {
        if (node_kind(ast, *d) != NODE_FUNC_DECL)
            continue;
        FuncDeclView f = ast_func_decl(ast, *d);
        if (!str_is(ast_text(ast, f.name), name) || !node_ok(f.body))
            continue;
        NodeList stmts = ast_block(ast, f.body).stmts;
        return stmts.len > 0 && is_call_of(ast, stmts.items[stmts.len - 1], "good");
    }
    return false;
}

// Statements with one fault each: the call behind them and the next function must be read.
static const char *const broken_stmts[] = {
    "x := f(1, 2",
    "x := f(1 2)",
    "x := f(1,\n\t\t2\n\t)",
    "x = a[1",
    "x = a[1:2:]",
    "x = T{1 2}",
    "x := 1 2",
    "x.1",
    "if {\n}",
    "if x\n{\n}",
    "if x = 1 {\n}",
    "if x := 1; {\n}",
    "if x {\n} else",
    "if x == {\n}",
    "for i := 0; i < 10 {\n}",
    "for a, b, c := range x {\n}",
    "for range {\n}",
    "for x\n{\n}",
    "switch x {\ny()\n}",
    "switch x := y {\n}",
    "select {\nx()\n}",
    "go f",
    "defer (g())",
    "return 1 2",
    "goto 1",
    "case 1:",
    "else {\n}",
    "a, b",
    "a, b++",
    "1: x()",
    "var x",
    "const 1",
    "type T struct {\nx int y\n}",
    "f(func() {\n\tx := \n})",
    "x := @",
    "x := '",
    "x := \"never ends",
    "x := \"\\q\"",
    ")",
    "]",
    "...",
    "x := (1",
    "x := [3",
    "x := map[int",
    "x := struct{ 1 }{}",
    "x := interface{ 1 }(nil)",
};

static void statements_behind_a_fault_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken_stmts / sizeof *broken_stmts; i++) {
        StrBuf text = {0};
        strbuf_printf(&text, "package p\n\nfunc f() {\n\t%s\n\tgood()\n}\n\n", broken_stmts[i]);
        strbuf_adds(&text, "func after() {\n\tgood()\n}\n");
        Parsed p = parse_text(strbuf_view(&text), PARSE_FILE);
        if (p.errors == 0)
            fail_msg("accepted: %s", broken_stmts[i]);
        if (!has_func(p.ast, "f") || !has_func(p.ast, "after"))
            fail_msg("lost behind %s", broken_stmts[i]);
        release(&p);
        strbuf_free(&text);
    }
}

static const char *const broken_decls[] = {
    "func f() {",
    "func f() {\n\tif x {\n\t\tg(func() {\n",
    "func f() {\n}\n}",
    "func f() {\n}\n\tx := 1\n\ty()\n}",
    "func f(",
    "func f(a int, ",
    "func f(a, b int",
    "func f) {\n}",
    "func (t T f() {\n}",
    "func f() int {\n\treturn T{1,\n",
    "type T struct {\n\ta int\n",
    "type T struct {\n\ta int b int\n\tfunc\n}",
    "type T interface {\n\tm(\n",
    "type T [",
    "type",
    "var x = [",
    "var (\n\tx = 1\n",
    "const (\n\tx = \n\ty = 2",
    "import (\n\t\"a\"\n\tb\n",
    "import 1",
    "x := 1",
    "switch x {\ncase 1:\n}",
    "var x = `closed` + /* closed */ ",
    "func f() {\n\tselect {\n\tcase x := <-c:\n",
    "func f() {\n\tfor {\n\t\tx = map[string]int{\n",
};

static void declarations_behind_a_fault_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken_decls / sizeof *broken_decls; i++) {
        StrBuf text = {0};
        strbuf_printf(&text, "package p\n\n%s\n\nfunc after() {\n\tgood()\n}\n", broken_decls[i]);
        Parsed p = parse_text(strbuf_view(&text), PARSE_FILE);
        if (p.errors == 0 || !has_func(p.ast, "after"))
            fail_msg("%s: %s", p.errors ? "lost behind" : "accepted", broken_decls[i]);
        release(&p);
        strbuf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_operator_and_keyword_is_scanned),
        cmocka_unit_test(names_near_keywords_are_names),
        cmocka_unit_test(token_at_finds_the_token_of_an_offset),
        cmocka_unit_test(a_text_ends_where_it_ends),
        cmocka_unit_test(snippets_mix_declarations_and_statements),
        cmocka_unit_test(snippets_survive_what_is_cut_off),
        cmocka_unit_test(positions_of_a_part_lie_in_the_document),
        cmocka_unit_test(doc_comments_end_on_the_line_before),
        cmocka_unit_test(statements_behind_a_fault_are_read),
        cmocka_unit_test(declarations_behind_a_fault_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

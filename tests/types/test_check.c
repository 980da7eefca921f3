// test_check.c - what later stages ask of a checked package, above all where code is incomplete.
#include "harness/unit.h"

#include "types/checked.h"

// The last identifier of that text in the file.
static NodeId ident(const Checked *c, const char *name)
{
    NodeId found = {0};
    for (uint32_t n = 1; n < ast_node_count(c->ast); n++)
        if (node_kind(c->ast, (NodeId){n}) == NODE_IDENT &&
            str_is(ast_text(c->ast, (NodeId){n}), name) &&
            obj_ok(node_object(c->p, 0, (NodeId){n})))
            found.v = n;
    return found;
}

static ObjId denoted(const Checked *c, const char *name)
{
    return node_object(c->p, 0, ident(c, name));
}

static void assert_full_name(const Checked *c, ObjId o, const char *want)
{
    Arena a = {0};
    assert_str(object_full_name(c->p, &a, o), want);
    arena_free(&a);
}

static void assert_type(const Checked *c, TypeId t, const char *want)
{
    Arena a = {0};
    assert_str(type_string(c->p, &a, t), want);
    arena_free(&a);
}

static void test_undeclared_receiver(void **state)
{
    (void)state;
    Checked c = check_text(STR("func (s *Service) Process() { s.do(1); s.queue <- s.other() }\n"
                               "func (s *Service) do(n int) {}\nfunc (w *Worker) do() {}\n"),
                           true);
    const Object *s = object_at(c.p, denoted(&c, "s"));
    assert_type(&c, s->type, "*p.Service");
    assert_false(type_identical(c.p, s->type, object_at(c.p, denoted(&c, "w"))->type));
    assert_true(type_is_named(c.p, s->type, "p", "Service"));
    assert_int_equal(type_kind(c.p, type_underlying(c.p, type_deref(c.p, s->type))), T_UNKNOWN);
    // A method of the snippet is found, what is not seen has an object of its own.
    Selection known = type_lookup(c.p, s->type, name_ofs(c.names, "do"));
    assert_int_equal(known.kind, SEL_METHOD);
    assert_full_name(&c, known.obj, "(*p.Service).do");
    assert_false(object_at(c.p, known.obj)->synthetic);
    const Object *queue = object_at(c.p, denoted(&c, "queue"));
    assert_true(queue->synthetic && queue->kind == OBJ_VAR && queue->role == VAR_FIELD);
    assert_true(object_at(c.p, denoted(&c, "other"))->kind == OBJ_FUNC);
    checked_free(&c);
}

static void test_undeclared_names(void **state)
{
    (void)state;
    Checked c =
        check_text(STR("func f() { a := jobs; b := jobs; go run(a, b)\n run(nil) }\n"), true);
    const Object *jobs = object_at(c.p, denoted(&c, "jobs"));
    assert_true(jobs->synthetic && jobs->kind == OBJ_VAR);
    ObjId run = denoted(&c, "run");
    assert_true(object_at(c.p, run)->kind == OBJ_FUNC);
    // All uses of a name are one object.
    uint32_t uses = 0;
    for (uint32_t n = 1; n < ast_node_count(c.ast); n++)
        uses += obj_eq(node_object(c.p, 0, (NodeId){n}), run);
    assert_int_equal(uses, 2);
    checked_free(&c);
}

static void test_well_known_package(void **state)
{
    (void)state;
    Str text = STR("func f() { ctx, cancel := context.WithCancel(context.Background()); defer "
                   "cancel(); _ = ctx }\n");
    Checked c = check_text(text, true);
    assert_true(object_is(c.p, denoted(&c, "WithCancel"), "context", "", "WithCancel"));
    assert_type(&c, object_at(c.p, denoted(&c, "ctx"))->type, "context.Context");
    checked_free(&c);
    // In a whole file the missing import is a fault, and the name is not guessed at.
    StrBuf b = {0};
    strbuf_adds(&b, "package p\n");
    strbuf_add(&b, text);
    c = check_text(strbuf_view(&b), false);
    assert_false(type_known(object_at(c.p, denoted(&c, "ctx"))->type));
    checked_free(&c);
    strbuf_free(&b);
}

static void test_missing_import(void **state)
{
    (void)state;
    Checked c =
        check_text(STR("package p\nimport \"x.org/store/v2\"\nimport \"gopkg.in/queue.v3\"\n"
                       "var db *store.DB = store.Open()\nvar q queue.Q\n"),
                   false);
    uint32_t count;
    const Str *missing = package_missing_imports(c.p, &count);
    assert_int_equal(count, 2);
    assert_str(missing[0], "x.org/store/v2");
    assert_type(&c, object_at(c.p, checked_object(&c, "db"))->type, "*x.org/store/v2.DB");
    assert_type(&c, object_at(c.p, checked_object(&c, "q"))->type, "gopkg.in/queue.v3.Q");
    assert_true(object_is(c.p, denoted(&c, "Open"), "x.org/store/v2", "", "Open"));
    checked_free(&c);
}

static void test_model_gap(void **state)
{
    (void)state;
    Checked c = check_text(STR("package p\nimport (\n\"net/http\"\n\"time\"\n)\nfunc f(s "
                               "*http.Server, r *http.Request) {\n"
                               "time.NoSuch(1)\ns.Drain9(r)\n}\n"),
                           false);
    assert_true(object_is(c.p, denoted(&c, "NoSuch"), "time", "", "NoSuch"));
    assert_true(object_is(c.p, denoted(&c, "Drain9"), "net/http", "Server", "Drain9"));
    assert_type(&c, object_at(c.p, denoted(&c, "r"))->type, "*net/http.Request");
    checked_free(&c);
}

static void test_callees(void **state)
{
    (void)state;
    Checked c =
        check_text(STR("package p\ntype T struct{}\nfunc (T) M() {}\nfunc g[X any](x X) {}\n"
                       "type I interface{ M() }\n"
                       "func f(t T, i I, v func()) { (t.M)(); i.M(); g[int](1); g(2); v(); "
                       "T(t).M(); _ = len(\"\"); _ = I(t) }\n"),
                   false);
    static const char *const want[] = {"(p.T).M", "(p.I).M", "p.g", "p.g", "",
                                       "",        "(p.T).M", "",    ""};
    uint32_t calls = 0, named = 0;
    for (uint32_t n = 1; n < ast_node_count(c.ast); n++) {
        if (node_kind(c.ast, (NodeId){n}) != NODE_CALL_EXPR)
            continue;
        calls++;
        named += obj_ok(node_callee(c.p, 0, (NodeId){n}));
    }
    assert_int_equal(calls, sizeof want / sizeof *want);
    assert_int_equal(named, 5);
    checked_free(&c);
}

static void test_implements(void **state)
{
    (void)state;
    Checked c =
        check_text(STR("package p\nimport \"io\"\ntype T struct{}\nfunc (*T) Write(b []byte) (int, "
                       "error) { return 0, nil }\n"
                       "type E struct{ *T }\nvar w io.Writer\nvar t T\nvar pt *T\nvar e E\n"),
                   false);
    TypeId w = object_at(c.p, checked_object(&c, "w"))->type;
    assert_false(type_implements(c.p, object_at(c.p, checked_object(&c, "t"))->type, w));
    assert_true(type_implements(c.p, object_at(c.p, checked_object(&c, "pt"))->type, w));
    assert_true(type_implements(c.p, object_at(c.p, checked_object(&c, "e"))->type, w));
    checked_free(&c);
}

static void test_snippet_order(void **state)
{
    (void)state;
    // Declarations between statements see what the statements before them declare.
    Checked c = check_text(
        STR("ch := make(chan error, 1)\nvar first = <-ch\nuse(first)\nreturn first, 1\n"), true);
    assert_type(&c, object_at(c.p, checked_object(&c, "first"))->type, "error");
    checked_free(&c);
}

static void test_active(void **state)
{
    (void)state;
    Names *names = names_new();
    Source *source = source_from("p.go", STR("package p\nvar a = 1\nvar b = a\n"));
    Ast *ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
    Arena arena = {0};
    Bitset active = bitset_new(&arena, ast_node_count(ast));
    bitset_add(&active, ast_file(ast).decls.items[1].v);
    FileInput file = {.ast = ast, .active = &active};
    CheckInput in = {.names = names, .path = STR("p"), .files = &file, .file_count = 1};
    Package *p = package_check(&in);
    assert_false(obj_ok(package_lookup(p, name_ofs(names, "a"))));
    assert_true(obj_ok(package_lookup(p, name_ofs(names, "b"))));
    package_free(p);
    arena_free(&arena);
    ast_free(ast);
    source_free(source);
    names_free(names);
}

// The value of a package-level constant where words have so many bytes; -1 when it is not known.
static int64_t constant_for(uint8_t word_bytes, const char *text)
{
    Names *names = names_new();
    Source *source = source_from("p.go", str_of(text));
    Ast *ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
    FileInput file = {.ast = ast};
    CheckInput in = {.names = names,
                     .path = STR("p"),
                     .files = &file,
                     .file_count = 1,
                     .word_bytes = word_bytes};
    Package *p = package_check(&in);
    int64_t value = -1;
    const Constant *c = object_at(p, package_lookup(p, name_ofs(names, "c")))->value;
    if (!constant_int64(c, &value))
        value = -1;
    package_free(p);
    ast_free(ast);
    source_free(source);
    names_free(names);
    return value;
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t narrow, wide;
    } cases[] = {
        {"package p\nimport \"unsafe\"\nconst c = unsafe.Sizeof(0)\n", 4, 8},
        {"package p\nimport \"unsafe\"\nconst c = unsafe.Sizeof([2]string{})\n", 16, 32},
        {"package p\nimport \"unsafe\"\nconst c = unsafe.Alignof(int64(0))\n", 4, 8},
        {"package p\nimport \"unsafe\"\nconst c = unsafe.Sizeof(struct{a byte; b int64}{})\n", 12,
         16},
        {"package p\nconst c = ^uint32(0) / uint32(^uint(0) >> 16)\n", 65537, -1},
        {"package p\nconst c int = 1 << 40\n", -1, INT64_C(1) << 40},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(constant_for(4, cases[i].text), cases[i].narrow);
        assert_int_equal(constant_for(8, cases[i].text), cases[i].wide);
        assert_int_equal(constant_for(0, cases[i].text), cases[i].wide);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_undeclared_receiver),
        cmocka_unit_test(test_undeclared_names),
        cmocka_unit_test(test_well_known_package),
        cmocka_unit_test(test_missing_import),
        cmocka_unit_test(test_model_gap),
        cmocka_unit_test(test_callees),
        cmocka_unit_test(test_implements),
        cmocka_unit_test(test_snippet_order),
        cmocka_unit_test(test_active),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

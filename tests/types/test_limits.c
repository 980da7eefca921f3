// test_limits.c - limits of the checker and hostile packages: nothing crashes, what is too deep or
// too wide is unknown, and memory grows with the input and no faster. Time has no assertion of its
// own: inputs are so large that anything quadratic would run into the time limit of the test.
#include "harness/unit.h"

#include "base/bigstack.h"
#include "types/checked.h"

// Checks the text, asks, and frees it; gives the package's memory.
static size_t check(StrBuf *text, void (*ask)(const Checked *c))
{
    Checked c = check_text(strbuf_view(text), false);
    size_t bytes = package_bytes(c.p);
    ask(&c);
    checked_free(&c);
    strbuf_free(text);
    *text = (StrBuf){0};
    return bytes;
}

static void assert_type(const Checked *c, const char *name, const char *want)
{
    Arena a = {0};
    assert_str(type_string(c->p, &a, object_at(c->p, checked_object(c, name))->type), want);
    arena_free(&a);
}

static void many(StrBuf *b, uint32_t n)
{
    strbuf_adds(b, "package p\n");
    for (uint32_t i = 0; i < n; i++)
        strbuf_printf(b,
                      "type T%u struct { next *T%u }\nfunc (t *T%u) M() int { return C%u }\n"
                      "const C%u = %u\nvar V%u = T%u{}.next.M()\n",
                      i, i * 7 % n, i, i, i, i, i, i);
}

static void ask_many(const Checked *c)
{
    assert_type(c, "V9", "int");
}

static void test_many_declarations(void **state)
{
    (void)state;
    StrBuf b = {0};
    many(&b, 12500);
    size_t once = check(&b, ask_many);
    many(&b, 25000);
    assert_true(check(&b, ask_many) < once * 5 / 2);
}

static void ask_wide(const Checked *c)
{
    assert_type(c, "last", "int");
    assert_type(c, "promoted", "string");
}

static void test_wide_struct(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, "package p\ntype S struct {\n");
    for (uint32_t i = 0; i < 10000; i++)
        strbuf_printf(&b, "f%u int\nE%u\n", i, i);
    strbuf_adds(&b, "}\n");
    for (uint32_t i = 0; i < 10000; i++)
        strbuf_printf(&b, "type E%u struct { e%u string }\n", i, i);
    strbuf_adds(&b, "var s S\nvar last = s.f9999\nvar promoted = s.e9999\nfunc f() {\n");
    for (uint32_t i = 0; i < 10000; i++)
        strbuf_printf(&b, "s.f%u = s.nothing%u\n", i, i);
    strbuf_adds(&b, "}\n");
    check(&b, ask_wide);
}

static void ask_alias(const Checked *c)
{
    Arena a = {0};
    TypeId t = object_at(c->p, checked_object(c, "x"))->type;
    assert_str(type_string(c->p, &a, type_unalias(c->p, t)), "int");
    arena_free(&a);
    assert_true(type_identical(c->p, t, object_at(c->p, checked_object(c, "i"))->type));
}

static void test_alias_chain(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, "package p\nvar x A0\nvar i int\n");
    for (uint32_t i = 0; i < 20000; i++)
        strbuf_printf(&b, "type A%u = A%u\n", i, i + 1);
    strbuf_adds(&b, "type A20000 = int\n");
    check(&b, ask_alias);
}

static void ask_deep(const Checked *c)
{
    static const char *const names[] = {"x", "y"};
    static const TypeKind ends[] = {T_UNKNOWN, T_BASIC};
    for (int i = 0; i < 2; i++) {
        TypeId t = object_at(c->p, checked_object(c, names[i]))->type;
        while (type_kind(c->p, type_unalias(c->p, t)) == T_SLICE)
            t = type_elem(c->p, t);
        t = type_unalias(c->p, t);
        assert_int_equal(type_kind(c->p, t), ends[i]);
    }
}

// TYPE_DEPTH_MAX: of a type nested deeper the inside is unknown.
static void test_deep_type(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, "package p\nvar x A0\nvar y A1998\ntype A2000 = int\n");
    for (int i = 0; i < 2000; i++) {
        strbuf_printf(&b, "type A%d = ", i);
        for (int k = 0; k < 1000; k++)
            strbuf_adds(&b, "[]");
        strbuf_printf(&b, "A%d\n", i + 1);
    }
    strbuf_adds(&b, "type G[P any] = [][][][][][][][][][]P\nvar z = ");
    for (int k = 0; k < 2000; k++)
        strbuf_adds(&b, "G[");
    strbuf_adds(&b, "int");
    for (int k = 0; k < 2000; k++)
        strbuf_adds(&b, "]");
    strbuf_adds(&b, "{}\nvar same = z == z\n");
    check(&b, ask_deep);
}

static void ask_recursive(const Checked *c)
{
    assert_type(c, "n", "int");
    assert_type(c, "size", "uintptr");
}

static void test_recursive_types(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(
        &b, "package p\nimport \"unsafe\"\n"
            "type T struct { t T; u [2]T }\ntype A [2]A\ntype B = [2]B\ntype C = struct { C }\n"
            "type D struct { D; *D }\ntype I interface { I }\ntype J interface { K }\n"
            "type K interface { J }\ntype Z Z\ntype Y1 Y2\ntype Y2 Y1\ntype P *P\n"
            "type G[X G[X]] struct{}\ntype H[X H2[X]] interface{}\ntype H2[X any] = X\n"
            "type L = M\ntype M = L\ntype E[X any] struct { E[[]X]; v X }\n"
            "func h[X H2[X]](x X) { _ = x.y; h(x) }\n"
            "func f(t T, a A, b B, c C, d D, i I, p P, e E[int]) {\n"
            "_ = t == t; _ = a == a; _ = b == b; _ = c.x; _ = d.x; _ = i.x; _ = **p; _ = e.x }\n"
            "var n = len([1]T{})\nvar size = unsafe.Sizeof(T{})\nvar m map[T]map[B]C\n");
    check(&b, ask_recursive);
}

static void ask_doubling(const Checked *c)
{
    Arena a = {0};
    const Object *o = object_at(c->p, checked_object(c, "x"));
    assert_true(type_string(c->p, &a, o->type).len < 100000);
    arena_free(&a);
    // STRING_MAX: beyond, the value is not known and its type is.
    assert_null(object_at(c->p, checked_object(c, "s60"))->value);
    assert_type(c, "s60", "untyped string");
}

static void test_doubling(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(
        &b, "package p\ntype P[A, B any] struct { a A; b B }\n"
            "func pair[T any](x T) P[T, T] { return P[T, T]{x, x} }\nvar x0 = 1\nconst s0 = \"x\"\n"
            "var x = x1000\n");
    for (int i = 1; i <= 1000; i++)
        strbuf_printf(&b, "var x%d = pair(x%d)\n", i, i - 1);
    for (int i = 1; i <= 60; i++)
        strbuf_printf(&b, "const s%d = s%d + s%d\n", i, i - 1, i - 1);
    // Sizes of structs that double are memoized.
    strbuf_adds(&b, "type T0 struct { a, b int }\n");
    for (int i = 1; i <= 80; i++)
        strbuf_printf(&b, "type T%d struct { a, b T%d }\n", i, i - 1);
    strbuf_adds(&b, "var t, u T80\nvar eq = t == u\n");
    check(&b, ask_doubling);
}

static void ask_constants(const Checked *c)
{
    int64_t v;
    assert_null(object_at(c->p, checked_object(c, "a"))->value);
    assert_null(object_at(c->p, checked_object(c, "f"))->value);
    assert_true(constant_int64(object_at(c->p, checked_object(c, "edge"))->value, &v));
    assert_int_equal(v, 1);
}

// Integers have at most 512 bits and shift counts the compiler's bound.
static void test_constants(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b,
                "package p\nconst a = 1 << 512\nconst edge = (1 << 511) >> 511\nconst b = a * a\n"
                "const c = 1e999999999\nconst d = c * c\nconst e = 0x1p-2147483647\nconst f = ");
    for (int i = 0; i < 100000; i++)
        strbuf_addc(&b, '9');
    strbuf_adds(&b, "\nconst g = 1 << 1000000000000\nconst h = -1 >> 5000\nconst z0 = 1.5\n");
    for (int i = 1; i < 3000; i++)
        strbuf_printf(&b, "const z%d = z%d * 1.1 / 1.7\n", i, i - 1);
    check(&b, ask_constants);
}

static void ask_union(const Checked *c)
{
    assert_type(c, "r", "int");
}

// UNION_TERMS_MAX.
static void test_union(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, "package p\ntype U interface {\n");
    for (int i = 0; i < 20000; i++)
        strbuf_printf(&b, "%s~T%d", i ? " | " : "", i);
    strbuf_adds(&b, "\n}\n");
    for (int i = 0; i < 20000; i++)
        strbuf_printf(&b, "type T%d int\n", i);
    strbuf_adds(&b, "func f[P U](x P) int {\n");
    for (int i = 0; i < 10000; i++)
        strbuf_adds(&b, "x = x + x\n");
    strbuf_adds(&b, "return 1 }\nvar r = f(T3(0))\n");
    check(&b, ask_union);
}

static void chain(StrBuf *b, const char *first, const char *more, const char *last, uint32_t n)
{
    strbuf_adds(b, first);
    for (uint32_t i = 0; i < n; i++)
        strbuf_adds(b, more);
    strbuf_adds(b, last);
}

static void ask_chains(const Checked *c)
{
    int64_t v;
    assert_true(constant_int64(object_at(c->p, checked_object(c, "sum"))->value, &v));
    assert_int_equal(v, 90001);
    assert_int_equal(constant_string(object_at(c->p, checked_object(c, "text"))->value).len, 60003);
}

static void test_chains(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_adds(&b, "package p\n");
    chain(&b, "const sum = 1", " + 1", "\n", 90000);
    chain(&b, "const text = \"abc\"", " + \"abc\"", "\n", 20000);
    chain(&b, "var parens = ", "(", "1", 3900);
    chain(&b, "", ")", "\n", 3900);
    chain(&b, "func f() { ", "{ x := 1; _ = x\n", "", 1900);
    chain(&b, "", "}", "}\n", 1900);
    chain(&b, "func g() { ", "func() { x := 1; _ = x\n", "", 900);
    chain(&b, "", "}()\n", "}\n", 900);
    for (int i = 0; i < 20000; i++)
        strbuf_printf(&b, "var v%d = v%d\n", i, i + 1);
    strbuf_adds(&b, "var v20000 = 1\n");
    check(&b, ask_chains);
}

static void run_all(void *status)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many_declarations),
        cmocka_unit_test(test_wide_struct),
        cmocka_unit_test(test_alias_chain),
        cmocka_unit_test(test_deep_type),
        cmocka_unit_test(test_recursive_types),
        cmocka_unit_test(test_doubling),
        cmocka_unit_test(test_constants),
        cmocka_unit_test(test_union),
        cmocka_unit_test(test_chains),
    };
    *(int *)status = cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void)
{
    int status = 1;
    bigstack_run(run_all, &status);
    return status;
}

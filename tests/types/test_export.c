// test_export.c - byte forms of packages: what an importer finds in them, that the same surface
// gives the same bytes, and that other bytes are refused.
#include "harness/unit.h"

#include "types/forms.h"
#include "types/model_import.h"

#include <mpfr.h>
#include <pthread.h>

static const char lib[] =
    "package lib\n"
    "import \"dep\"\n"
    "const Big = 1 << 400\n"
    "const Third = 1.0 / 3\n"
    "const Huge = 1e5000\n"
    "const Vast = 1e+600000000\n"
    "const Tiny = -1e-5000\n"
    "const Wave = 2i * (1 + 0.1i)\n"
    "const Text = \"tab\\t\" + \"\\x00end\"\n"
    "const Yes = 2 > 1\n"
    "const Rune rune = 'x'\n"
    "const Negative = -(1 << 70)\n"
    "type hidden struct { N int; next *hidden }\n"
    "func (h *hidden) Touch() {}\n"
    "type Shape interface { Area() float64; private(); dep.Namer }\n"
    "type Number interface { ~int | ~float64 }\n"
    "type Pair[K comparable, V any] struct { Key K `json:\"key\"`; Val V; *dep.Deep }\n"
    "func (p *Pair[A, B]) Swap(f func(A) B) (out B) { return }\n"
    "func (p Pair[A, B]) secret() {}\n"
    "type Set[T comparable] = map[T]struct{}\n"
    "type Ints = Set[int]\n"
    "type List[T any] struct { next *List[T]; Of []List[T]; Value T }\n"
    "type Fn func(ctx dep.Deep, rest ...string) (n int, err error)\n"
    "type Renamed dep.Deep\n"
    "var Head hidden\n"
    "var Table = map[string][3]chan<- *Pair[string, dep.Deep]{}\n"
    "var unexported int\n"
    "func Map[T, U any, S ~[]T](s S, f func(T) U) []U { return nil }\n"
    "func Open() (*hidden, error) { return nil, nil }\n";

static const char dep[] = "package dep\n"
                          "type Namer interface { Name() string }\n"
                          "type Deep struct { F deeper; G int }\n"
                          "type deeper struct { X, y uint8 }\n"
                          "func (deeper) Error() string { return \"\" }\n";

static Forms lib_forms(void)
{
    Forms f = {.names = names_new()};
    assert_non_null(forms_add(&f, "dep", dep));
    assert_non_null(forms_add(&f, "lib", lib));
    return f;
}

static void assert_type_of(FormPackage *c, const char *name, const char *want)
{
    Arena a = {0};
    ObjId o = package_lookup(c->p, name_ofs(c->p->names, name));
    assert_true(obj_ok(o));
    assert_str(type_string(c->p, &a, object_at(c->p, o)->type), want);
    arena_free(&a);
}

static void assert_value(FormPackage *c, const char *name, const char *want)
{
    Arena a = {0};
    ObjId o = package_lookup(c->p, name_ofs(c->p->names, name));
    assert_str(constant_exact(object_at(c->p, o)->value, &a), want);
    arena_free(&a);
}

static void importers_find_the_declarations(void **state)
{
    (void)state;
    Forms f = lib_forms();
    FormPackage c = forms_check_text(
        &f, "use",
        "package use\nimport \"lib\"\n"
        "var a = lib.Head.N\nvar b = lib.Table[\"x\"]\nvar h, e = lib.Open()\n"
        "var m = lib.Map([]int{1}, func(i int) string { return \"\" })\n"
        "var p lib.Pair[string, bool]\nvar k = p.Swap\nvar g = p.G\nvar x = p.F.X\n"
        "var s lib.Shape\nvar n = s.Name()\nvar fn lib.Fn\nvar ints lib.Ints\n"
        "var l = lib.List[int]{}.Of[0].Value\nvar r = lib.Renamed{}.G\n"
        "var t = lib.Head.Touch\nvar gone = lib.unexported\nvar y = p.F.y\n");
    assert_type_of(&c, "a", "int");
    assert_type_of(&c, "b", "[3]chan<- *lib.Pair[string, dep.Deep]");
    assert_type_of(&c, "h", "*lib.hidden");
    assert_type_of(&c, "m", "[]string");
    assert_type_of(&c, "k", "func(f func(string) bool) (out bool)");
    assert_type_of(&c, "g", "int");
    assert_type_of(&c, "x", "uint8");
    assert_type_of(&c, "n", "string");
    assert_type_of(&c, "fn", "lib.Fn");
    assert_type_of(&c, "ints", "lib.Ints");
    assert_type_of(&c, "l", "int");
    assert_type_of(&c, "r", "int");
    assert_type_of(&c, "t", "func()");
    assert_type_of(&c, "gone", "unknown");
    assert_type_of(&c, "y", "unknown");
    forms_release(&c);
    forms_free(&f);
}

static void constants_keep_their_values(void **state)
{
    (void)state;
    Forms f = lib_forms();
    FormPackage direct = forms_check_text(&f, "lib", lib);
    // As a thread has it that has met no constant.
    mpfr_set_emax(MPFR_EMAX_DEFAULT);
    FormPackage c = forms_check_text(
        &f, "use",
        "package use\nimport . \"lib\"\nconst v = Vast\n"
        "const b = Big >> 399\nconst t = Third * 3\nconst h = Huge * Tiny\nconst w = Wave\n"
        "const s = Text\nconst y = Yes\nconst r = Rune\nconst n = Negative\nconst hh = Huge\n"
        "const th = Third\n");
    assert_value(&c, "b", "2");
    assert_value(&c, "t", "1");
    assert_value(&c, "s", "\"tab\\t\\x00end\"");
    assert_value(&c, "y", "true");
    assert_type_of(&c, "r", "rune");
    assert_type_of(&c, "n", "untyped int");
    static const char *const same[][2] = {
        {"hh", "Huge"}, {"v", "Vast"}, {"w", "Wave"}, {"n", "Negative"}, {"th", "Third"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        Arena a = {0};
        ObjId o = package_lookup(direct.p, name_ofs(f.names, same[i][1]));
        assert_value(&c, same[i][0], constant_exact(object_at(direct.p, o)->value, &a).ptr);
        arena_free(&a);
    }
    forms_release(&c);
    forms_release(&direct);
    forms_free(&f);
}

// A type that comes by two ways is one type, and the methods of foreign types make them what they
// are.
static void a_type_is_one_type(void **state)
{
    (void)state;
    Forms f = lib_forms();
    assert_non_null(forms_add(&f, "via",
                              "package via\nimport \"dep\"\nvar D dep.Deep\n"
                              "func Take(dep.Deep) {}\n"));
    FormPackage c = forms_check_text(&f, "use",
                                     "package use\nimport (\"lib\"; \"via\"; \"dep\")\n"
                                     "var one = via.D\nvar two dep.Deep\n"
                                     "var three = lib.Pair[int, int]{}.Deep\nvar f = via.D.F\n");
    TypeId one = object_at(c.p, package_lookup(c.p, name_ofs(f.names, "one")))->type;
    TypeId two = object_at(c.p, package_lookup(c.p, name_ofs(f.names, "two")))->type;
    TypeId three = object_at(c.p, package_lookup(c.p, name_ofs(f.names, "three")))->type;
    assert_true(type_identical(c.p, one, two));
    assert_true(type_identical(c.p, two, type_deref(c.p, three)));
    TypeId deeper = object_at(c.p, package_lookup(c.p, name_ofs(f.names, "f")))->type;
    assert_true(type_implements(c.p, deeper, TID(TID_ERROR)));
    forms_release(&c);
    forms_free(&f);
}

// A package under test is reached by its own path through others: that is the package itself.
static void own_path_means_own_types(void **state)
{
    (void)state;
    Forms f = {.names = names_new()};
    forms_add(&f, "p", "package p\ntype T struct { Old int }\n");
    forms_add(&f, "helper",
              "package helper\nimport \"p\"\nfunc Make() *p.T { return nil }\nvar U p.Gone\n");
    FormPackage c = forms_check_text(
        &f, "p",
        "package p\nimport \"helper\"\ntype T struct { New string }\nvar made = helper.Make()\n"
        "var field = helper.Make().New\nvar mine *T\nvar gone = helper.U\n");
    assert_type_of(&c, "field", "string");
    TypeId made = object_at(c.p, package_lookup(c.p, name_ofs(f.names, "made")))->type;
    TypeId mine = object_at(c.p, package_lookup(c.p, name_ofs(f.names, "mine")))->type;
    assert_true(type_identical(c.p, made, mine));
    assert_int_equal(object_at(c.p, type_named_object(c.p, type_deref(c.p, made)))->home, 0);
    assert_type_of(&c, "gone", "p.Gone");
    forms_release(&c);
    forms_free(&f);
}

static Str resolve_vendored(void *ctx, Str spec)
{
    (void)ctx;
    return str_is(spec, "dep") ? STR("vendor/dep") : spec;
}

static void imports_are_resolved(void **state)
{
    (void)state;
    Forms f = {.names = names_new()};
    forms_add(&f, "vendor/dep", dep);
    Source *source = source_from("p.go", STR("package p\nimport \"dep\"\nvar d dep.Deep\n"));
    Ast *ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
    FileInput file = {.ast = ast, .go_minor = 27};
    CheckInput in = {.names = f.names,
                     .path = STR("p"),
                     .files = &file,
                     .file_count = 1,
                     .importer = {forms_import, &f, resolve_vendored}};
    FormPackage c = {.p = package_check(&in)};
    assert_type_of(&c, "d", "vendor/dep.Deep");
    package_free(c.p);
    ast_free(ast);
    source_free(source);
    forms_free(&f);
}

static void bodies_can_be_left_out(void **state)
{
    (void)state;
    Forms f = {.names = names_new()};
    Str text =
        STR("package p\nfunc f() int { inside := 1; return inside }\n"
            "var v = f() + 1\nvar g = func() string { other := 2; _ = other; return \"\" }\n");
    for (int skip = 0; skip < 2; skip++) {
        FormPackage c = forms_check(
            &f, &(FormCheck){.path = "p", .texts = &text, .count = 1, .skip_bodies = skip});
        assert_type_of(&c, "v", "int");
        assert_type_of(&c, "g", "func() string");
        uint32_t inside = 0;
        for (uint32_t n = 1; n < ast_node_count(c.asts[0]); n++)
            if (node_kind(c.asts[0], (NodeId){n}) == NODE_IDENT &&
                (str_is(ast_text(c.asts[0], (NodeId){n}), "inside") ||
                 str_is(ast_text(c.asts[0], (NodeId){n}), "other")))
                inside += obj_ok(node_object(c.p, 0, (NodeId){n}));
        assert_int_equal(inside, skip ? 0 : 4);
        forms_release(&c);
    }
    forms_free(&f);
}

// ---- Threads ----

enum { THREADS = 4, ROUNDS = 20 };

typedef struct Reading {
    Forms *f;
    Importer models;
    uint32_t wrong;
} Reading;

// Checks packages that import the same forms and the same models as the other threads do.
static void *read_forms(void *argument)
{
    Reading *r = argument;
    for (int i = 0; i < ROUNDS; i++) {
        FormPackage c = forms_check_text(
            r->f, "use",
            "package use\nimport \"lib\"\nvar m = lib.Map([]int{1}, func(i int) lib.Fn { return "
            "nil })\nvar p lib.Pair[string, bool]\nvar k = p.Swap\n");
        Arena a = {0};
        ObjId k = package_lookup(c.p, name_ofs(r->f->names, "k"));
        Str text = type_string(c.p, &a, object_at(c.p, k)->type);
        r->wrong += !str_is(text, "func(f func(string) bool) (out bool)");
        arena_free(&a);
        forms_look_into(c.p);
        forms_release(&c);
        r->wrong += r->models.import(r->models.ctx, STR("net/http")) == NULL;
        r->wrong += r->models.import(r->models.ctx, STR("no/such")) != NULL;
    }
    return NULL;
}

static void threads_read_the_same_forms(void **state)
{
    (void)state;
    Forms f = lib_forms();
    ModelStore *store = model_store_new(f.names);
    Importer models = model_importer_new(store, f.names);
    Reading readings[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        readings[i] = (Reading){.f = &f, .models = models};
        assert_int_equal(pthread_create(&threads[i], NULL, read_forms, &readings[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(readings[i].wrong, 0);
    }
    model_importer_free(models);
    model_store_free(store);
    forms_free(&f);
}

// ---- The same surface, the same bytes ----

static const char file_a_text[] =
    "package p\nimport \"dep\"\ntype A struct { b *B; D dep.Deep }\nfunc (a A) Z() {}\n"
    "func (a *A) Y(b B) {}\n";
static const char file_b_text[] =
    "package p\ntype B interface { M(A) }\nconst C = 12\nfunc (a A) X() (n int) { return 1 }\n"
    "func F[T any](t T, f func() A) {}\ntype h [C]A\nvar V []h\n";
static const Str file_a = {file_a_text, sizeof file_a_text - 1};
static const Str file_b = {file_b_text, sizeof file_b_text - 1};

static void assert_same_form(Forms *f, const Str *texts, uint32_t count, bool same)
{
    Str plain[] = {file_a, file_b};
    Str want = forms_bytes(f, &(FormCheck){.path = "p", .texts = plain, .count = 2});
    Str got = forms_bytes(f, &(FormCheck){.path = "p", .texts = texts, .count = count});
    assert_true(str_eq(want, got) == same);
    free((void *)(uintptr_t)want.ptr);
    free((void *)(uintptr_t)got.ptr);
}

static Str joined(Forms *f, Str a, const char *b)
{
    Str s = {arena_printf(&f->arena, "%.*s%s", STR_ARG(a), b), a.len + strlen(b)};
    return s;
}

static Str replaced(Forms *f, Str text, const char *from, const char *to)
{
    size_t at = str_find(text, str_of(from));
    assert_true(at != SIZE_MAX);
    char *made =
        arena_printf(&f->arena, "%.*s%s%s", (int)at, text.ptr, to, text.ptr + at + strlen(from));
    return str_of(made);
}

static void the_same_surface_gives_the_same_bytes(void **state)
{
    (void)state;
    Forms f = {.names = names_new()};
    forms_add(&f, "dep", dep);
    assert_same_form(&f, (Str[]){file_b, file_a}, 2, true);
    Str more = STR("package p\nimport \"fmt\"\ntype private struct { fmt.X; y *private }\n"
                   "func helper(p private) {}\nvar cache = map[string]private{}\nconst z = 1\n"
                   "func init() { type A int }\n");
    assert_same_form(&f, (Str[]){more, file_a, file_b}, 3, true);
    assert_same_form(&f, (Str[]){file_a, joined(&f, file_b, "// Comment.\n\n"), more}, 3, true);
    Str body = replaced(&f, file_b, "{ return 1 }", "{\n\tfor {\n\t\tprintln(n)\n\t}\n}");
    assert_same_form(&f, (Str[]){file_a, body}, 2, true);
    Str value = replaced(&f, file_b, "C = 12", "C = 6 + 2*3");
    assert_same_form(&f, (Str[]){file_a, value}, 2, true);
    forms_free(&f);
}

static void another_surface_gives_other_bytes(void **state)
{
    (void)state;
    Forms f = {.names = names_new()};
    forms_add(&f, "dep", dep);
    static const char *const changes[][2] = {
        {"C = 12", "C = 13"},
        {"(n int)", "(m int)"},
        {"(n int)", "(n int8)"},
        {"M(A)", "M(*A)"},
        {"f func() A)", "f func() *A)"},
        {"[T any]", "[T comparable]"},
        {"func (a A) X", "func (a *A) X"},
        {"V []h", "V [2]h"},
        {"var V []h", "type Private = h"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        Str text = replaced(&f, file_b, changes[i][0], changes[i][1]);
        assert_same_form(&f, (Str[]){file_a, text}, 2, false);
    }
    // What is private but reached counts.
    Str field = replaced(&f, file_a, "b *B", "b B");
    assert_same_form(&f, (Str[]){field, file_b}, 2, false);
    Str tag = replaced(&f, file_a, "b *B", "b *B `x:\"1\"`");
    assert_same_form(&f, (Str[]){tag, file_b}, 2, false);
    forms_free(&f);
}

// What only passes on another package's declarations names them by path.
static void passing_on_is_by_path(void **state)
{
    (void)state;
    Forms f = lib_forms();
    Str bytes = forms_pass_on(&f, f.forms.data[1]);
    const char *error;
    Export *q = export_open((char *)(uintptr_t)bytes.ptr, bytes.len, true, &error);
    assert_non_null(q);
    assert_str(export_path(q), "q");
    assert_str(export_name(q), "q");
    uint32_t declared = 0;
    for (uint32_t i = 0; i < q->strings.count; i++)
        declared += q->declared[i] != 0;
    uint32_t aliases = 0;
    for (uint32_t i = 0; i < q->type_count; i++)
        aliases += ((const uint8_t *)q->bytes)[q->types[i]] == FORM_ALIAS;
    assert_int_equal(declared, aliases);
    export_free(q);
    forms_free(&f);
}

// ---- Other bytes ----

static void changed_bytes_are_refused(void **state)
{
    (void)state;
    Forms f = lib_forms();
    Str whole = export_bytes(f.forms.data[1]);
    char *copy = mem_alloc(whole.len);
    for (size_t i = 0; i < whole.len; i++) {
        memcpy(copy, whole.ptr, whole.len);
        copy[i] = (char)(copy[i] ^ 0x41);
        const char *error = NULL;
        assert_null(export_open(copy, whole.len, false, &error));
        assert_non_null(error);
        error = NULL;
        assert_null(export_open(copy, i, false, &error));
        assert_non_null(error);
    }
    free(copy);
    forms_free(&f);
}

// With a checksum that is right again every change is either refused for another reason or a form
// that can be looked into.
static void try_payload(Forms *f, Str payload)
{
    size_t len;
    char *bytes = seal_bytes(FORM_MAGIC, FORM_VERSION, payload, &len);
    const char *error = NULL;
    Export *e = export_open(bytes, len, true, &error);
    assert_true((e == NULL) == (error != NULL));
    if (!e)
        return;
    Str passed = forms_pass_on(f, e);
    export_free(e);
    e = export_open((char *)(uintptr_t)passed.ptr, passed.len, true, &error);
    assert_non_null(e);
    export_free(e);
}

static void changed_payloads_do_no_harm(void **state)
{
    (void)state;
    static const uint8_t changes[] = {0x01, 0x02, 0x0f, 0x80, 0xff};
    Forms f = {.names = names_new()};
    const Export *e = forms_add(&f, "p",
                                "package p\ntype L[T any] struct { n *L[T]; F T }\n"
                                "func (l *L[T]) M(f func(T) error) {}\n"
                                "type A[K comparable] = map[K]L[K]\n"
                                "type I interface { Error() string; ~int | A[int] }\n"
                                "const C, D = 1 << 90, 1.5e300\nvar V A[string]\n");
    assert_non_null(e);
    Str payload = str_sub(export_bytes(e), SEAL_BYTES, export_bytes(e).len);
    char *copy = mem_alloc(payload.len);
    for (size_t i = 0; i < payload.len; i++) {
        for (size_t k = 0; k < sizeof changes; k++) {
            memcpy(copy, payload.ptr, payload.len);
            copy[i] = (char)(copy[i] ^ (char)changes[k]);
            try_payload(&f, (Str){copy, payload.len});
        }
        try_payload(&f, str_sub(payload, 0, i));
    }
    free(copy);
    forms_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(importers_find_the_declarations),
        cmocka_unit_test(constants_keep_their_values),
        cmocka_unit_test(a_type_is_one_type),
        cmocka_unit_test(own_path_means_own_types),
        cmocka_unit_test(imports_are_resolved),
        cmocka_unit_test(bodies_can_be_left_out),
        cmocka_unit_test(threads_read_the_same_forms),
        cmocka_unit_test(the_same_surface_gives_the_same_bytes),
        cmocka_unit_test(another_surface_gives_other_bytes),
        cmocka_unit_test(passing_on_is_by_path),
        cmocka_unit_test(changed_bytes_are_refused),
        cmocka_unit_test(changed_payloads_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

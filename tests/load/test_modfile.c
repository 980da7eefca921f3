// test_modfile.c - what go.mod, go.work and modules.txt say, and the lines that are wrong in them.
#include "harness/unit.h"

#include "load/vendor.h"

static void put_mod(StrBuf *out, const char *what, ModVersion m)
{
    strbuf_printf(out, "%s %.*s@%.*s|", what, STR_ARG(m.path), STR_ARG(m.version));
}

// All that a file says, as one line; faults by their lines.
static Str describe(Arena *a, const ModFile *f)
{
    StrBuf out = {0};
    if (f->module.len)
        strbuf_printf(&out, "module %.*s|", STR_ARG(f->module));
    if (f->go.len)
        strbuf_printf(&out, "go %.*s|", STR_ARG(f->go));
    if (f->toolchain.len)
        strbuf_printf(&out, "toolchain %.*s|", STR_ARG(f->toolchain));
    VEC_EACH (const ModRequire, q, &f->requires)
        put_mod(&out, q->indirect ? "indirect" : "require", q->mod);
    VEC_EACH (const ModVersion, x, &f->excludes)
        put_mod(&out, "exclude", *x);
    VEC_EACH (const ModReplace, r, &f->replaces) {
        put_mod(&out, "replace", r->from);
        put_mod(&out, "by", r->to);
    }
    VEC_EACH (const ModRetract, r, &f->retracts)
        strbuf_printf(&out, "retract %.*s,%.*s|", STR_ARG(r->low), STR_ARG(r->high));
    VEC_EACH (const ModSetting, g, &f->godebug)
        strbuf_printf(&out, "godebug %.*s=%.*s|", STR_ARG(g->key), STR_ARG(g->value));
    VEC_EACH (const Str, t, &f->tools)
        strbuf_printf(&out, "tool %.*s|", STR_ARG(*t));
    VEC_EACH (const Str, i, &f->ignores)
        strbuf_printf(&out, "ignore %.*s|", STR_ARG(*i));
    VEC_EACH (const ModUse, u, &f->uses)
        strbuf_printf(&out, "use %.*s|", STR_ARG(u->path));
    VEC_EACH (const ModFileFault, t, &f->faults)
        strbuf_printf(&out, "fault:%u|", t->line);
    Str text = {arena_strndup(a, out.data ? out.data : "", out.len), out.len};
    strbuf_free(&out);
    return text;
}

typedef struct Case {
    const char *text, *want;
} Case;

static void check(const Case *cases, size_t count, ModFileKind kind)
{
    for (size_t i = 0; i < count; i++) {
        Arena a = {0};
        ModFile f = modfile_read(&a, str_of(cases[i].text), kind);
        Str got = describe(&a, &f);
        if (!str_is(got, cases[i].want))
            fail_msg("%s\ngives %.*s\nnot   %s", cases[i].text, STR_ARG(got), cases[i].want);
        arena_free(&a);
    }
}

#define CHECK(kind, ...)                                                                           \
    do {                                                                                           \
        static const Case cases_[] = {__VA_ARGS__};                                                \
        check(cases_, sizeof cases_ / sizeof *cases_, kind);                                       \
    } while (0)

static void directives_are_read(void **state)
{
    (void)state;
    CHECK(
        MODFILE_MAIN, {"", ""}, {"module a.b/c\n\ngo 1.21\n", "module a.b/c|go 1.21|"},
        {"module \"a.b/c\"// x\ngo 1.21rc2 // y\ntoolchain go1.22.0-x",
         "module a.b/c|go 1.21rc2|toolchain go1.22.0-x|"},
        {"require a.b/c v1.0.0\nrequire d.e/f v0.0.0-20240101000000-abcdef123456 // indirect\n",
         "require a.b/c@v1.0.0|indirect d.e/f@v0.0.0-20240101000000-abcdef123456|"},
        {"require ( // x\n\ta.b/c/v2 v2.0.0 // indirect; y\n\n// z\n\"d.e/f\" \"v1.0.0\" "
         "//indirectly\n) // w\n",
         "indirect a.b/c/v2@v2.0.0|require d.e/f@v1.0.0|"},
        {"require()\nrequire ( )\nexclude (\r\n\ta.b/c v1.0.0\r\n)\r\n", "exclude a.b/c@v1.0.0|"},
        {"replace a.b/c => ../x\nreplace (\n\ta.b/c v1.0.0 => d.e/f v1.2.0\n\tq.r/s => \"/x y\"\n)",
         "replace a.b/c@|by ../x@|replace a.b/c@v1.0.0|by d.e/f@v1.2.0|replace q.r/s@|by /x y@|"},
        {"retract v1.0.0 // bad\nretract [v1.1.0, v1.2.0]\nretract (\n[ v1.3.0 , v1.3.0 ]\n)",
         "retract v1.0.0,v1.0.0|retract v1.1.0,v1.2.0|retract v1.3.0,v1.3.0|"},
        {"godebug default=go1.21\ngodebug (\n\tx=\n)\ntool a/b\nignore ./x\nignore (\n\ty/z\n)",
         "godebug default=go1.21|godebug x=|tool a/b|ignore ./x|ignore y/z|"},
        {"module \"a\\x62\\u00e9\\U0001F600\\101\\n\"", "module ab\xc3\xa9\xf0\x9f\x98\x80"
                                                        "A\n|"});
}

static void wrong_lines_are_said_and_left_out(void **state)
{
    (void)state;
    CHECK(MODFILE_MAIN, {"module a\nmodule b\n", "module a|fault:2|"},
          {"module\nmodule a b\n", "fault:1|fault:2|"}, {"go 1.21\ngo 1.22\n", "go 1.21|fault:2|"},
          {"go 1\ngo v1.21\ngo 1.021\ngo 1.21 x\n", "fault:1|fault:2|fault:3|fault:4|"},
          {"toolchain 1.21\ntoolchain go2\n", "fault:1|fault:2|"},
          {"require a.b/c\nrequire a.b/c v1.0.0 x\nrequire d.e/f v1.0.0",
           "require d.e/f@v1.0.0|fault:1|fault:2|"},
          {"require a.b/c latest\nrequire a.b/c/v2 v1.0.0\nrequire a.b/c/v1 v1.0.0\n",
           "fault:1|fault:2|fault:3|"},
          {"require a.b/c v2.0.0\nrequire `a.b/c` v1.0.0\nrequire a'b v1.0.0\n",
           "fault:1|fault:2|fault:3|"},
          {"replace a.b/c => d.e/f\nreplace a.b/c => ../x v1.0.0\nreplace a.b/c\nreplace a.b/c => "
           ".\\x\n",
           "fault:1|fault:2|fault:3|fault:4|"},
          {"replace a.b/c ../x\nreplace a.b/c v1.0.0 => d.e/f v1.0.0 x\n", "fault:1|fault:2|"},
          {"godebug x\ngodebug x=\"1\"\ngodebug a=b c=d\n", "fault:1|fault:2|fault:3|"},
          {"frobnicate x\nuse ./a\nfrob (\n\ta b\n)\nrequire x (\n\ta.b/c v1.0.0\n)\n",
           "fault:1|fault:2|fault:3|fault:6|"},
          {"go (\n\t1.21\n)\n", "fault:1|"},
          {"/* x */ module a\ngo 1.20 /* y */\nmodule b", "module b|fault:1|fault:2|"},
          {"require \"a.b/c v1.0.0\nmodule \"a\\q\"\nmodule b\x01\nmodule c",
           "module c|fault:1|fault:3|fault:2|"},
          {"require (\n\ta.b/c v1.0.0\n", "require a.b/c@v1.0.0|fault:1|"},
          {"require (\n) x\ngo 1.20", "go 1.20|fault:2|"},
          {"retract [v1.0.0\nretract x\nretract [v1.0.0, v1.1.0] x", "fault:1|fault:2|fault:3|"});
}

static void dependencies_may_say_what_they_like(void **state)
{
    (void)state;
    CHECK(MODFILE_DEPENDENCY,
          {"module a\nfrob x\nreplace x\nexclude (\n\tq\n)\nfrob (\n\tx\n)\nretract [\ntoolchain "
           "x\nuse y\n",
           "module a|"},
          {"go v1.21.custom\n", "go 1.21|"},
          {"go 1.21.x\nrequire a.b/c v1.2 // indirect", "go 1.21|indirect a.b/c@v1.2.0|"},
          {"require a.b/c x\nignore a\n", "ignore a|fault:1|"},
          {"module a\nmodule b\n", "module a|fault:2|"});
}

static void workspaces_use_directories(void **state)
{
    (void)state;
    CHECK(
        MODFILE_WORK,
        {"go 1.22\ntoolchain go1.22.3\nuse ./a\nuse (\n\t\"../b c\" // d\n\t.\n)\nreplace a.b/c => "
         "./a\ngodebug x=y",
         "go 1.22|toolchain go1.22.3|replace a.b/c@|by ./a@|godebug x=y|use ./a|use ../b c|use .|"},
        {"module a\nrequire a.b/c v1.0.0\nuse\nuse a b\nuse c\ngo 1.20x",
         "use c|fault:1|fault:2|fault:3|fault:4|fault:6|"});
}

static void vendor_lists_are_read(void **state)
{
    (void)state;
    Arena a = {0};
    Vendor v = {0};
    vendor_read(&a,
                STR("## workspace\nstray/package\n# a.b/c v1.0.0 => ../x\n## explicit; go "
                    "1.20\na.b/c\na.b/c/d\n"
                    "# e.f/g v1.1.0 => h.i/j v1.2.0\n## explicit\n## go 1.19; future\n# "
                    "x\ne.f/g/h\r\nbad path\n/bad\n"
                    "# k.l/m => n.o/p v1.0.0\n# odd not-a-version\nodd/x\n# a.b/c v1.0.0\na.b/c/e"),
                &v);
    assert_true(v.workspace);
    assert_int_equal(v.modules.len, 3);
    const VendorModule *m = vendor_module(&v, (ModVersion){STR("a.b/c"), STR("v1.0.0")});
    assert_non_null(m);
    assert_true(m->is_explicit && m->used);
    assert_str(m->go, "1.20");
    assert_str(m->replacement.path, "../x");
    assert_str(m->replacement.version, "");
    m = vendor_module(&v, (ModVersion){STR("e.f/g"), STR("v1.1.0")});
    assert_str(m->go, "1.19");
    assert_str(m->replacement.version, "v1.2.0");
    m = vendor_module(&v, (ModVersion){STR("k.l/m"), STR("")});
    assert_false(m->used);
    assert_str(m->replacement.path, "n.o/p");
    assert_null(vendor_module(&v, (ModVersion){STR("a.b/c"), STR("v1.0.1")}));
    static const char *const packages[] = {"a.b/c", "a.b/c/d", "a.b/c/e", "e.f/g/h"};
    assert_int_equal(v.packages.len, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_str(v.packages.data[i].path, packages[i]);
        assert_ptr_equal(vendor_package(&v, str_of(packages[i])), &v.packages.data[i]);
    }
    assert_null(vendor_package(&v, STR("odd/x")));
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(directives_are_read),
        cmocka_unit_test(wrong_lines_are_said_and_left_out),
        cmocka_unit_test(dependencies_may_say_what_they_like),
        cmocka_unit_test(workspaces_use_directories),
        cmocka_unit_test(vendor_lists_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_modules.c - build lists, what import paths and directories mean, and what is said of files
// that are wrong, over a module cache that is made here.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 // mkdtemp, nftw
#endif
#include "tree.h"

#include "load/modules.h"

// ---- The module cache ----

// A module without capitals in its path; `rest` is what follows the module line of its go.mod.
static void put_module(Tree *t, const char *path, const char *version, const char *rest)
{
    const char *text = arena_printf(&t->arena, "module %s\n%s", path, rest);
    tree_put(t, arena_printf(&t->arena, "cache/cache/download/%s/@v/%s.mod", path, version), text);
    tree_put(t, arena_printf(&t->arena, "cache/%s@%s/p.go", path, version), "package p\n");
    tree_put(t, arena_printf(&t->arena, "cache/%s@%s/sub/p.go", path, version), "package p\n");
}

static void put_cache(Tree *t)
{
    put_module(t, "x.y/a", "v1.0.0", "go 1.20\nrequire x.y/b v1.0.0\n");
    put_module(t, "x.y/a", "v1.1.0", "go 1.20\nrequire x.y/b v1.1.0\n");
    put_module(t, "x.y/b", "v1.0.0", "go 1.18\nrequire x.y/c v1.0.0\n");
    put_module(t, "x.y/b", "v1.1.0", "require x.y/c v1.1.0\n");
    put_module(t, "x.y/c", "v1.0.0", "go 1.19\n");
    put_module(t, "x.y/c", "v1.1.0", "go 1.19\nrequire x.y/d v1.0.0\n");
    put_module(t, "x.y/d", "v1.0.0", "go 1.12\n");
    put_module(t, "x.y/a/sub", "v1.0.0", "go 1.21\n");
    tree_put(t, "go/src/fmt/print.go", "package fmt\n");
    tree_put(t, "go/src/vendor/x.y/a/p.go", "package a\n");
    tree_put(t, "go/src/cmd/vendor/x.y/b/p.go", "package b\n");
    tree_put(t, "go/src/docs/readme", "no Go files\n");
}

static int set_up(void **state)
{
    tree_set_up(state);
    put_cache(*state);
    return 0;
}

// ---- What comes out ----

typedef struct Scene {
    Tree *tree;
    GoEnv *env;
    Modules *modules;
} Scene;

// Opens the folder; `variable` is one more of the environment, or NULL.
static Scene open_at(Tree *t, const char *folder, const char *variable)
{
    const char *environment[] = {arena_printf(&t->arena, "GOMODCACHE=%s/cache", t->root),
                                 arena_printf(&t->arena, "GOROOT=%s/go", t->root),
                                 "GOENV=off",
                                 "TMPDIR=/nowhere",
                                 variable,
                                 NULL};
    GoEnv *env = goenv_new(environment, NULL);
    return (Scene){t, env, modules_new(env, tree_path(t, folder))};
}

static void close_scene(Scene *s)
{
    modules_free(s->modules);
    goenv_free(s->env);
}

static Str keep(Tree *t, StrBuf *b)
{
    Str text = {arena_strndup(&t->arena, b->data ? b->data : "", b->len), b->len};
    strbuf_free(b);
    return text;
}

static Str list(const Scene *s)
{
    StrBuf out = {0};
    for (uint32_t i = 0; i < modules_count(s->modules); i++) {
        const Module *m = modules_at(s->modules, i);
        strbuf_printf(&out, "%.*s@%.*s:%u%s ", STR_ARG(m->path), STR_ARG(m->version), m->go_minor,
                      m->dir ? "" : "!");
    }
    return keep(s->tree, &out);
}

static Str faults(const Scene *s)
{
    StrBuf out = {0};
    uint32_t count;
    const ModuleFault *f = modules_faults(s->modules, &count);
    for (uint32_t i = 0; i < count; i++) {
        Str path = str_of(f[i].path);
        if (str_starts(path, s->tree->root))
            path = str_sub(path, strlen(s->tree->root) + 1, path.len);
        strbuf_printf(&out, "%.*s:%u ", STR_ARG(path), f[i].line);
        assert_true(f[i].reason && f[i].reason[0]);
    }
    return keep(s->tree, &out);
}

// "path directory module@version", relative to the test's folder, or "- reason".
static Str describe(const Scene *s, Found f)
{
    StrBuf out = {0};
    if (f.kind == FOUND_NOWHERE) {
        strbuf_printf(&out, "- %s", f.reason);
        return keep(s->tree, &out);
    }
    Str dir = str_of(f.dir);
    assert_true(str_starts(dir, s->tree->root));
    dir = str_sub(dir, strlen(s->tree->root) + 1, dir.len);
    strbuf_printf(&out, "%.*s %.*s", STR_ARG(f.path), STR_ARG(dir));
    if (f.module)
        strbuf_printf(&out, " %.*s@%.*s", STR_ARG(f.module->path), STR_ARG(f.module->version));
    assert_int_equal(f.kind == FOUND_STANDARD, f.module == NULL);
    return keep(s->tree, &out);
}

static void assert_text(Str got, const char *want, const char *what)
{
    if (!str_is(got, want))
        fail_msg("%s:\n%.*s\nnot\n%s", what, STR_ARG(got), want);
}

#define assert_list(s, want) assert_text(list(s), want, "build list")
#define assert_faults(s, want) assert_text(faults(s), want, "faults")
#define assert_find(s, path, want)                                                                 \
    assert_text(describe(s, modules_find((s)->modules, STR(path), false)), want, path)
#define assert_dir(s, dir, want)                                                                   \
    assert_text(describe(s, modules_find_dir((s)->modules, tree_path((s)->tree, dir))), want, dir)

// ---- Tests ----

static void the_highest_version_that_is_required_is_selected(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod", "module m.n/m\ngo 1.16\nrequire x.y/a v1.1.0\nrequire x.y/b v1.0.0\n");
    Scene s = open_at(t, "m", NULL);
    assert_list(&s, "m.n/m@:16 x.y/a@v1.1.0:20 x.y/b@v1.1.0:16 x.y/c@v1.1.0:19 x.y/d@v1.0.0:12 ");
    assert_faults(&s, "");
    assert_string_equal(modules_root(s.modules), tree_path(t, "m"));
    assert_int_equal(modules_main_count(s.modules), 1);
    assert_true(modules_main(s.modules, 0)->main);
    close_scene(&s);
}

static void what_a_pruned_module_requires_ends_the_graph(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod", "module m.n/m\ngo 1.20\nrequire x.y/a v1.0.0\n");
    Scene s = open_at(t, "m", NULL);
    assert_list(&s, "m.n/m@:20 x.y/a@v1.0.0:20 x.y/b@v1.0.0:18 ");
    close_scene(&s);
    tree_put(t, "m/go.mod",
             "module m.n/m\ngo 1.20\nrequire x.y/a v1.1.0\nrequire x.y/b v1.1.0 // indirect\n");
    s = open_at(t, "m", NULL); // b is older than pruning
    assert_list(&s, "m.n/m@:20 x.y/a@v1.1.0:20 x.y/b@v1.1.0:16 x.y/c@v1.1.0:19 x.y/d@v1.0.0:12 ");
    close_scene(&s);
}

static void requirements_that_disagree_are_raised_and_said(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod", "module m.n/m\ngo 1.20\nrequire x.y/a v1.1.0\nrequire x.y/b v1.0.0\n");
    Scene s = open_at(t, "m", NULL);
    assert_find(&s, "x.y/a", "x.y/a cache/x.y/a@v1.1.0 x.y/a@v1.1.0");
    assert_faults(&s, "m/go.mod:0 ");
    assert_find(&s, "x.y/b", "x.y/b cache/x.y/b@v1.1.0 x.y/b@v1.1.0");
    close_scene(&s);
}

static void excluded_versions_are_no_requirements(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod",
             "module m.n/m\ngo 1.16\nrequire x.y/a v1.1.0\nrequire x.y/c v1.0.0\nexclude x.y/b "
             "v1.1.0\n");
    Scene s = open_at(t, "m", NULL);
    assert_list(&s, "m.n/m@:16 x.y/a@v1.1.0:20 x.y/c@v1.0.0:19 ");
    close_scene(&s);
}

static void modules_are_replaced(void **state)
{
    Tree *t = *state;
    tree_put(
        t, "m/go.mod",
        "module m.n/m\ngo 1.16\nrequire x.y/a v1.0.0\nrequire x.y/d v1.0.0\n"
        "replace x.y/a v1.0.0 => x.y/c v1.1.0\nreplace x.y/d => ./d\nreplace x.y/e => ./gone\n");
    tree_put(t, "m/d/go.mod", "module anything\ngo 1.21\nrequire x.y/e v0.1.0\n");
    tree_put(t, "m/d/sub/p.go", "package p\n");
    Scene s = open_at(t, "m", NULL);
    assert_list(&s, "m.n/m@:16 x.y/a@v1.0.0:19 x.y/d@v1.0.0:21 x.y/e@v0.1.0:16! ");
    assert_find(&s, "x.y/a/sub", "x.y/a/sub cache/x.y/c@v1.1.0/sub x.y/a@v1.0.0");
    assert_find(&s, "x.y/d/sub", "x.y/d/sub m/d/sub x.y/d@v1.0.0");
    assert_dir(&s, "m/d/sub", "x.y/d/sub m/d/sub x.y/d@v1.0.0");
    Found gone = modules_find(s.modules, STR("x.y/e/x"), false);
    assert_int_equal(gone.kind, FOUND_NOWHERE);
    assert_non_null(strstr(gone.reason, "does not exist"));
    const Module *a = modules_at(s.modules, 1), *d = modules_at(s.modules, 2);
    assert_str(a->replaced_by, "x.y/c");
    assert_str(a->replaced_version, "v1.1.0");
    assert_str(d->replaced_by, "./d");
    assert_faults(&s, "m/gone/go.mod:0 ");
    close_scene(&s);
}

static void import_paths_mean_directories(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod",
             "module m.n/m\ngo 1.20\nrequire x.y/a v1.0.0\nrequire x.y/b v1.0.0\nrequire x.y/z "
             "v1.0.0\n");
    tree_put(t, "m/p.go", "package p\n");
    tree_put(t, "m/in/p_test.go", "package p\n");
    tree_put(t, "m/empty/readme", "");
    tree_put(t, "m/nested/go.mod", "module q\n");
    tree_put(t, "m/nested/deep/p.go", "package p\n");
    Scene s = open_at(t, "m/in", NULL);
    assert_find(&s, "fmt", "fmt go/src/fmt");
    assert_find(&s, "docs", "- it is not in GOROOT");
    assert_find(&s, "m.n/m", "m.n/m m m.n/m@");
    assert_find(&s, "m.n/m/in", "m.n/m/in m/in m.n/m@");
    assert_find(&s, "m.n/m/empty", "- no required module provides it");
    assert_find(&s, "m.n/m/nested/deep", "- no required module provides it");
    assert_find(&s, "m.n/mm", "- no required module provides it");
    assert_find(&s, "x.y/a/sub", "x.y/a/sub cache/x.y/a@v1.0.0/sub x.y/a@v1.0.0");
    assert_find(&s, "x.y/z/q", "- x.y/z@v1.0.0 is not in the module cache");
    assert_find(&s, "./in", "- relative import paths are not supported in modules");
    assert_text(describe(&s, modules_find(s.modules, STR("x.y/a"), true)),
                "vendor/x.y/a go/src/vendor/x.y/a", "vendored");
    assert_text(describe(&s, modules_find(s.modules, STR("x.y/b"), true)), "- it is not in GOROOT",
                "not vendored");
    assert_dir(&s, "m/in", "m.n/m/in m/in m.n/m@");
    assert_dir(&s, "m", "m.n/m m m.n/m@");
    assert_dir(&s, "m/nested/deep", "- another module begins between it and the main module");
    assert_dir(&s, "go/src/fmt", "fmt go/src/fmt");
    assert_dir(&s, "cache/x.y/b@v1.0.0/sub", "x.y/b/sub cache/x.y/b@v1.0.0/sub x.y/b@v1.0.0");
    assert_dir(&s, "cache/x.y/b@v1.1.0/sub",
               "- it lies outside of the main module and what that requires");
    close_scene(&s);
}

static void a_package_in_two_modules_is_ambiguous(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod",
             "module m.n/m\ngo 1.20\nrequire x.y/a v1.0.0\nrequire x.y/b v1.0.0\nrequire x.y/a/sub "
             "v1.0.0\n");
    Scene s = open_at(t, "m", NULL);
    assert_find(&s, "x.y/a/sub", "- it is in several modules: x.y/a@v1.0.0 and x.y/a/sub@v1.0.0");
    assert_find(&s, "x.y/a/sub/sub", "x.y/a/sub/sub cache/x.y/a/sub@v1.0.0/sub x.y/a/sub@v1.0.0");
    close_scene(&s);
}

// Only go.mod is read as long as its requirements hold what is asked for.
static void graphs_are_loaded_when_they_are_needed(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod",
             "module m.n/m\ngo 1.20\nrequire x.y/a v1.0.0\nrequire x.y/gone v1.0.0\nrequire x.y/b "
             "v1.0.0\n");
    Scene s = open_at(t, "m", NULL);
    assert_find(&s, "x.y/a", "x.y/a cache/x.y/a@v1.0.0 x.y/a@v1.0.0");
    assert_find(&s, "x.y/b", "x.y/b cache/x.y/b@v1.0.0 x.y/b@v1.0.0");
    assert_faults(&s, "");
    assert_find(&s, "x.y/c",
                "x.y/c cache/x.y/c@v1.0.0 x.y/c@v1.0.0"); // of b, and missing in go.mod
    assert_faults(&s, "cache/cache/download/x.y/gone/@v/v1.0.0.mod:0 m/go.mod:0 ");
    close_scene(&s);
}

static void workspaces_join_modules(void **state)
{
    Tree *t = *state;
    tree_put(t, "w/go.work",
             "go 1.22\nuse ./one\nuse ./two\nuse ./gone\nuse ./one/\nreplace x.y/c => "
             "../cache/x.y/c@v1.0.0\ngodebug panicnil=1\n");
    tree_put(t, "w/one/go.mod",
             "module m.n/one\ngo 1.20\nrequire x.y/a v1.0.0\nrequire m.n/two v0.5.0\ngodebug "
             "panicnil=0\n");
    tree_put(t, "w/two/go.mod",
             "module m.n/two\ngo 1.18\nrequire x.y/b v1.1.0\nreplace m.n/two v0.5.0 => ../two\n");
    tree_put(t, "w/two/p.go", "package two\n");
    Scene s = open_at(t, "w/one", NULL);
    assert_list(&s, "m.n/one@:20 m.n/two@:18 x.y/a@v1.0.0:20 x.y/b@v1.1.0:16 x.y/c@v1.1.0:16 ");
    assert_find(&s, "m.n/two", "m.n/two w/two m.n/two@");
    assert_dir(&s, "w/two", "m.n/two w/two m.n/two@");
    assert_int_equal(modules_main_count(s.modules), 2);
    assert_int_equal(modules_go_minor(s.modules), 22);
    assert_str(modules_godebug(s.modules, "panicnil"), "1");
    assert_str(modules_godebug(s.modules, "other"), "");
    assert_string_equal(modules_root(s.modules), tree_path(t, "w"));
    assert_faults(&s, "w/go.work:4 w/go.work:5 cache/x.y/c@v1.0.0/go.mod:0 ");
    close_scene(&s);
    s = open_at(t, "w/two", "GOWORK=off");
    assert_int_equal(modules_main_count(s.modules), 1);
    assert_int_equal(modules_go_minor(s.modules), 18);
    close_scene(&s);
    s = open_at(t, "w/two", "GOWORK=/nowhere/go.work");
    assert_int_equal(modules_main_count(s.modules), 1);
    assert_faults(&s, "/nowhere/go.work:0 ");
    close_scene(&s);
}

static void put_vendored(Tree *t, const char *go)
{
    tree_put(t, "m/go.mod",
             arena_printf(&t->arena, "module m.n/m\ngo %s\nrequire x.y/a v1.0.0\n", go));
    tree_put(t, "m/vendor/modules.txt",
             "# x.y/a v1.0.0\n## explicit; go 1.20\nx.y/a\n# x.y/b v1.0.0\nx.y/b/sub\n");
    tree_put(t, "m/vendor/x.y/a/p.go", "package a\n");
    tree_put(t, "m/vendor/x.y/a/more/p.go", "package a\n");
    tree_put(t, "m/vendor/x.y/b/sub/p.go", "package b\n");
    tree_put(t, "m/p.go", "package m\n");
}

static void vendor_directories_hold_dependencies(void **state)
{
    Tree *t = *state;
    put_vendored(t, "1.23");
    Scene s = open_at(t, "m", NULL);
    assert_find(&s, "m.n/m", "m.n/m m m.n/m@");
    assert_find(&s, "x.y/a", "x.y/a m/vendor/x.y/a x.y/a@v1.0.0");
    assert_find(&s, "x.y/b/sub", "x.y/b/sub m/vendor/x.y/b/sub x.y/b@v1.0.0");
    assert_find(&s, "x.y/a/more",
                "- it lies in the vendor directory, but vendor/modules.txt does not name it");
    assert_find(&s, "x.y/c", "- no required module provides it");
    assert_dir(&s, "m/vendor/x.y/a", "x.y/a m/vendor/x.y/a x.y/a@v1.0.0");
    assert_dir(&s, "m/vendor/x.y/a/more", "- vendor/modules.txt does not name it");
    assert_list(&s, "m.n/m@:23 x.y/a@v1.0.0:20 x.y/b@v1.0.0:16 ");
    assert_faults(&s, "");
    close_scene(&s);
    s = open_at(t, "m", "GOFLAGS=-mod=mod");
    assert_find(&s, "x.y/a", "x.y/a cache/x.y/a@v1.0.0 x.y/a@v1.0.0");
    assert_dir(&s, "m/vendor/x.y/a",
               "- directories in vendor have an import path with -mod=vendor alone");
    close_scene(&s);
}

static void old_modules_and_other_modes_do_not_vendor(void **state)
{
    Tree *t = *state;
    put_vendored(t, "1.13");
    Scene s = open_at(t, "m", NULL);
    assert_find(&s, "x.y/a", "x.y/a cache/x.y/a@v1.0.0 x.y/a@v1.0.0");
    close_scene(&s);
    s = open_at(t, "m", "GOFLAGS=-mod=vendor");
    assert_find(&s, "x.y/a", "x.y/a m/vendor/x.y/a x.y/a@v1.0.0");
    close_scene(&s);
    tree_put(t, "m/go.mod", "module m.n/m\ngo 1.22\nrequire x.y/a v1.1.0\n");
    s = open_at(t, "m", NULL); // the list was made from another go.mod
    assert_faults(&s, "m/go.mod:3 m/vendor/modules.txt:0 ");
    close_scene(&s);
    tree_put(t, "m/vendor/modules.txt",
             "## workspace\n# x.y/a v1.1.0\n## explicit; go 1.20\nx.y/a\n");
    s = open_at(t, "m", NULL);
    assert_find(&s, "x.y/a", "x.y/a cache/x.y/a@v1.1.0 x.y/a@v1.1.0");
    close_scene(&s);
    tree_put(t, "go.work", "go 1.22\nuse ./m\n");
    tree_put(t, "vendor/modules.txt",
             "## workspace\n# x.y/a v1.1.0\n## explicit; go 1.20\nx.y/a\n");
    tree_put(t, "vendor/x.y/a/p.go", "package a\n");
    s = open_at(t, "m", NULL);
    assert_find(&s, "x.y/a", "x.y/a vendor/x.y/a x.y/a@v1.1.0");
    assert_dir(&s, "vendor/x.y/a", "x.y/a vendor/x.y/a x.y/a@v1.1.0");
    close_scene(&s);
}

static void another_go_mod_can_be_named(void **state)
{
    Tree *t = *state;
    tree_put(t, "m/go.mod", "module m.n/m\ngo 1.20\n");
    tree_put(t, "other.mod", "module m.n/m\ngo 1.21\nrequire x.y/c v1.0.0\n");
    Scene s = open_at(t, "m", "GOFLAGS=-modfile=../other.mod");
    assert_list(&s, "m.n/m@:21 x.y/c@v1.0.0:19 ");
    assert_string_equal(modules_root(s.modules), tree_path(t, "m"));
    close_scene(&s);
    s = open_at(t, "m", "GOFLAGS=-modfile=other");
    assert_faults(&s, "other:0 ");
    close_scene(&s);
}

static void the_standard_library_is_a_module_of_its_own(void **state)
{
    Tree *t = *state;
    tree_put(t, "go/src/go.mod", "module std\ngo 1.26\nrequire x.y/a v1.0.0\n");
    tree_put(t, "go/src/cmd/go.mod", "module cmd\ngo 1.26\nrequire x.y/b v1.0.0\n");
    tree_put(t, "go/src/cmd/tool/p.go", "package main\n");
    Scene s = open_at(t, "go/src/fmt", NULL);
    assert_dir(&s, "go/src/fmt", "fmt go/src/fmt");
    assert_find(&s, "x.y/a", "vendor/x.y/a go/src/vendor/x.y/a");
    close_scene(&s);
    s = open_at(t, "go/src/cmd/tool", NULL);
    assert_dir(&s, "go/src/cmd/tool", "cmd/tool go/src/cmd/tool");
    assert_find(&s, "x.y/b", "cmd/vendor/x.y/b go/src/cmd/vendor/x.y/b");
    assert_find(&s, "fmt", "fmt go/src/fmt");
    close_scene(&s);
}

static void without_a_go_mod_there_is_goroot_alone(void **state)
{
    Tree *t = *state;
    Scene s = open_at(t, "nowhere", NULL);
    assert_null(modules_root(s.modules));
    assert_int_equal(modules_count(s.modules), 0);
    assert_find(&s, "fmt", "fmt go/src/fmt");
    assert_find(&s, "x.y/a", "- there is no go.mod");
    assert_find(&s, "docs", "- it is not in GOROOT");
    assert_dir(&s, "nowhere", "- there is no go.mod");
    assert_int_equal(modules_go_minor(s.modules), goenv_root_minor(s.env));
    assert_faults(&s, "");
    close_scene(&s);
}

static void a_go_mod_among_temporary_files_does_not_count(void **state)
{
    Tree *t = *state;
    tree_put(t, "go.mod", "module stray\n");
    const char *environment[] = {"GOENV=off", "GOROOT=/nowhere",
                                 arena_printf(&t->arena, "TMPDIR=%s/", t->root), NULL};
    GoEnv *env = goenv_new(environment, NULL);
    Modules *m = modules_new(env, tree_path(t, "sub"));
    assert_null(modules_root(m));
    modules_free(m);
    goenv_free(env);
}

static void wrong_files_are_said_and_the_rest_goes_on(void **state)
{
    Tree *t = *state;
    put_module(t, "x.y/odd", "v1.0.0", "require x.y/c latest\nrequire x.y/d v1.0.0\n");
    tree_put(t, "cache/cache/download/x.y/liar/@v/v1.0.0.mod", "module x.y/other\n");
    tree_put(t, "m/go.mod",
             "module m.n/m\ngo 1.16\nfrob x\nrequire x.y/odd v1.0.0\nrequire x.y/liar "
             "v1.0.0\nrequire x.y/b master\n");
    Scene s = open_at(t, "m", "GOFLAGS=-mod=maybe");
    assert_list(&s, "m.n/m@:16 x.y/d@v1.0.0:12 x.y/liar@v1.0.0:16! x.y/odd@v1.0.0:16 ");
    assert_faults(&s,
                  "m/go.mod:3 m/go.mod:6 m/go.mod:0 cache/cache/download/x.y/odd/@v/v1.0.0.mod:2 "
                  "cache/cache/download/x.y/liar/@v/v1.0.0.mod:0 ");
    close_scene(&s);
    tree_put(t, "m/go.mod", "go 1.20\n");
    s = open_at(t, "m", NULL);
    assert_faults(&s, "m/go.mod:0 ");
    assert_dir(&s, "m/x", "m/x m/x m@");
    close_scene(&s);
}

static void ignored_directories_are_known(void **state)
{
    Tree *t = *state;
    static const struct {
        const char *dir;
        bool ignored;
    } cases[] = {
        {"m", false},
        {"m/root", true},
        {"m/root/x", true},
        {"m/rooted", false},
        {"m/x/root", false},
        {"m/any/where", true},
        {"m/x/any/where/y", true},
        {"m/any", false},
        {"other/root", false},
    };
    tree_put(t, "m/go.mod", "module m.n/m\ngo 1.25\nignore ./root\nignore any/where/\n");
    Scene s = open_at(t, "m", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (modules_ignores(s.modules, tree_path(t, cases[i].dir)) != cases[i].ignored)
            fail_msg("%s", cases[i].dir);
    close_scene(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tree_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_highest_version_that_is_required_is_selected),
        TEST(what_a_pruned_module_requires_ends_the_graph),
        TEST(requirements_that_disagree_are_raised_and_said),
        TEST(excluded_versions_are_no_requirements),
        TEST(modules_are_replaced),
        TEST(import_paths_mean_directories),
        TEST(a_package_in_two_modules_is_ambiguous),
        TEST(graphs_are_loaded_when_they_are_needed),
        TEST(workspaces_join_modules),
        TEST(vendor_directories_hold_dependencies),
        TEST(old_modules_and_other_modes_do_not_vendor),
        TEST(another_go_mod_can_be_named),
        TEST(the_standard_library_is_a_module_of_its_own),
        TEST(without_a_go_mod_there_is_goroot_alone),
        TEST(a_go_mod_among_temporary_files_does_not_count),
        TEST(wrong_files_are_said_and_the_rest_goes_on),
        TEST(ignored_directories_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_goenv.c - where the go command's variables come from, and which Go tree is found.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 // mkdtemp, nftw
#endif
#include "tree.h"

#include "load/goenv.h"
#include "load/modules.h"

enum { VARIABLES_MAX = 12 };

typedef struct Environment {
    const char *list[VARIABLES_MAX + 1];
    size_t count;
} Environment;

// Adds NAME=value; %s in it stands for the test's folder.
static void set(Tree *t, Environment *e, const char *variable)
{
    Str v = str_of(variable);
    size_t at = str_find(v, STR("%s"));
    assert_true(e->count < VARIABLES_MAX);
    e->list[e->count++] = at == SIZE_MAX ? variable
                                         : arena_printf(&t->arena, "%.*s%s%s", (int)at, variable,
                                                        t->root, variable + at + 2);
}

static void assert_value(const GoEnv *e, const char *name, const char *want)
{
    Str got = goenv_get(e, name);
    if (!str_is(got, want))
        fail_msg("%s is %.*s, not %s", name, STR_ARG(got), want);
    assert_int_equal(got.ptr[got.len], 0);
}

static void values_come_from_the_environment_then_files_then_defaults(void **state)
{
    Tree *t = *state;
    Environment e = {{0}, 0};
    tree_put(t, "home/.config/go/env",
             "GOPATH=/file:/other\nGOFLAGS=-mod=mod\nGOPRIVATE=\nCC=clang\nlower=x\nHOME=/"
             "wrong\nnonsense\nGOPROXY=a=b");
    tree_put(t, "go/go.env", "GOPROXY=tree\nGOSUMDB=tree\nGOPRIVATE=tree\n");
    tree_put(t, "go/src/fmt/print.go", "package fmt\n");
    tree_put(t, "go/VERSION", "go1.25.3\ntime x\n");
    set(t, &e, "HOME=%s/home");
    set(t, &e, "GOROOT=%s/go");
    set(t, &e, "GOFLAGS=");
    set(t, &e, "GOSUMDB=mine");
    set(t, &e, "GOSUMDB=later");
    GoEnv *env = goenv_new(e.list, NULL);
    assert_value(env, "GOPATH", "/file:/other");
    assert_value(env, "GOMODCACHE", "/file/pkg/mod");
    assert_value(env, "GOFLAGS", "-mod=mod"); // an empty variable is none
    assert_value(env, "GOPRIVATE", "");       // but an empty line of the file hides go.env's
    assert_value(env, "GOPROXY", "a=b");
    assert_value(env, "GOSUMDB", "mine");
    assert_value(env, "CC", "clang");
    assert_value(env, "lower", "");
    assert_value(env, "HOME", tree_path(t, "home"));
    assert_value(env, "GOROOT", tree_path(t, "go"));
    assert_int_equal(goenv_root_minor(env), 25);
    goenv_free(env);
}

static void the_file_of_variables_is_where_go_looks(void **state)
{
    Tree *t = *state;
    static const struct {
        const char *variable, *want;
    } cases[] = {
        {"X=", "home"},
        {"GOENV=off", ""},
        {"GOENV=%s/chosen", "chosen"},
        {"GOENV=%s/missing", ""},
        {"XDG_CONFIG_HOME=%s/config", "config"},
        {"XDG_CONFIG_HOME=config", ""},
    };
    tree_put(t, "home/.config/go/env", "GOPRIVATE=home\n");
    tree_put(t, "config/go/env", "GOPRIVATE=config\n");
    tree_put(t, "chosen", "GOPRIVATE=chosen\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Environment e = {{0}, 0};
        set(t, &e, "HOME=%s/home");
        set(t, &e, "GOROOT=/nowhere");
        set(t, &e, cases[i].variable);
        GoEnv *env = goenv_new(e.list, NULL);
        assert_value(env, "GOPRIVATE", cases[i].want);
        assert_value(env, "GOPATH", tree_path(t, "home/go"));
        goenv_free(env);
    }
}

static void flags_are_words(void **state)
{
    Tree *t = *state;
    Environment e = {{0}, 0};
    bool found;
    set(t, &e, "GOROOT=/nowhere");
    set(t, &e, "GOENV=off");
    set(t, &e, "GOFLAGS=-tags=a --mod=vendor '-modfile=a b.mod' -trimpath -tags=b,c \"-x");
    GoEnv *env = goenv_new(e.list, NULL);
    assert_str(goenv_flag(env, "tags", &found), "b,c");
    assert_true(found);
    assert_str(goenv_flag(env, "mod", &found), "vendor");
    assert_str(goenv_flag(env, "modfile", &found), "a b.mod");
    assert_str(goenv_flag(env, "trimpath", &found), "");
    assert_true(found);
    assert_str(goenv_flag(env, "x", &found), "");
    assert_false(found);
    assert_value(env, "GOPATH", "");
    assert_value(env, "GOMODCACHE", "");
    goenv_free(env);
}

// ---- Trees ----

static void put_tree(Tree *t, const char *where, const char *version)
{
    tree_put(t, arena_printf(&t->arena, "%s/src/fmt/print.go", where), "package fmt\n");
    tree_put(t, arena_printf(&t->arena, "%s/VERSION", where), version);
    const char *go = arena_printf(&t->arena, "%s/bin/go", where);
    tree_put(t, go, "#!/bin/sh\n");
    chmod(tree_path(t, go), 0755);
}

static void assert_root(Tree *t, Environment *e, const char *toolchain, const char *want)
{
    GoEnv *env = goenv_new(e->list, toolchain);
    Str root = goenv_root(env);
    const char *full = *want ? tree_path(t, want) : "";
    char *real = *want ? realpath(full, NULL) : NULL;
    if (!str_is(root, full) && !(real && str_is(root, real)))
        fail_msg("with %s the tree is %.*s, not %s", toolchain ? toolchain : "no toolchain",
                 STR_ARG(root), full);
    free(real);
    goenv_free(env);
}

// Where a trial's machine has a Go in a usual place, a search that finds nothing else would end
// there; so each of these has a go on the PATH.
static void a_go_on_the_path_leads_to_its_tree(void **state)
{
    Tree *t = *state;
    Environment e = {{0}, 0};
    put_tree(t, "lib/go-1.22", "go1.22.1\n");
    tree_put(t, "shims/go", "#!/bin/sh\n");
    chmod(tree_path(t, "shims/go"), 0755);
    tree_put(t, "data/go", "no program\n");
    tree_put(t, "usr/bin/other", "");
    assert_int_equal(symlink("../../lib/go-1.22/bin/go", tree_path(t, "usr/bin/go")), 0);
    set(t, &e, "GOENV=off");
    set(t, &e,
        arena_printf(&t->arena, "PATH=relative::%s/shims:%s/data:%s/usr/bin", t->root, t->root,
                     t->root));
    assert_root(t, &e, NULL, "lib/go-1.22");
    assert_root(t, &e, "go1.21.0", "lib/go-1.22");
    assert_root(t, &e, "go1.23.0", "lib/go-1.22"); // it is not to be had
}

static void a_newer_toolchain_is_taken_from_the_module_cache(void **state)
{
    Tree *t = *state;
    Environment e = {{0}, 0};
#if !(defined(__linux__) && defined(__x86_64__))
    skip(); // the names of the folders are this system's
#endif
    put_tree(t, "go", "go1.22.1\n");
    put_tree(t, "cache/golang.org/toolchain@v0.0.1-go1.23.4.linux-amd64", "go1.23.4\n");
    put_tree(t, "home/sdk/go1.24.0", "go1.24.0\n");
    put_tree(t, "cache/golang.org/toolchain@v0.0.1-go1.21.0.linux-amd64", "go1.21.0\n");
    set(t, &e, "GOENV=off");
    set(t, &e, "HOME=%s/home");
    set(t, &e, "PATH=%s/go/bin");
    set(t, &e, "GOMODCACHE=%s/cache");
    assert_root(t, &e, NULL, "go");
    assert_root(t, &e, "go1.21.0", "go");
    assert_root(t, &e, "go1.23.4", "cache/golang.org/toolchain@v0.0.1-go1.23.4.linux-amd64");
    assert_root(t, &e, "go1.24.0", "home/sdk/go1.24.0");
    set(t, &e, "GOTOOLCHAIN=go1.21.0");
    assert_root(t, &e, "go1.23.4", "cache/golang.org/toolchain@v0.0.1-go1.21.0.linux-amd64");
    e.list[e.count - 1] = "GOTOOLCHAIN=go1.23.4+auto";
    assert_root(t, &e, "go1.22.0", "cache/golang.org/toolchain@v0.0.1-go1.23.4.linux-amd64");
    e.list[e.count - 1] = "GOTOOLCHAIN=local";
    assert_root(t, &e, "go1.23.4", "go");
}

static void a_root_that_is_no_tree_ends_the_search(void **state)
{
    Tree *t = *state;
    Environment e = {{0}, 0};
    put_tree(t, "go", "devel go1.28-0123456 linux\n");
    set(t, &e, "GOENV=off");
    set(t, &e, "PATH=%s/go/bin");
    set(t, &e, "GOROOT=%s/go/");
    assert_root(t, &e, "go1.99.0", "go");
    GoEnv *env = goenv_new(e.list, NULL);
    assert_int_equal(goenv_root_minor(env), 28);
    goenv_free(env);
    e.list[e.count - 1] = "GOROOT=/nowhere";
    assert_root(t, &e, NULL, "");
    e.list[e.count - 1] = "GOROOT=relative";
    assert_root(t, &e, NULL, "");
    env = goenv_new(e.list, NULL);
    assert_int_equal(goenv_root_minor(env), 0);
    goenv_free(env);
}

static void a_tree_without_a_release_says_its_version_in_its_source(void **state)
{
    Tree *t = *state;
    Environment e = {{0}, 0};
    tree_put(t, "go/src/internal/goversion/goversion.go",
             "package goversion\n\nconst Version = 31\n");
    tree_put(t, "go/src/fmt/print.go", "package fmt\n");
    set(t, &e, "GOROOT=%s/go");
    GoEnv *env = goenv_new(e.list, NULL);
    assert_int_equal(goenv_root_minor(env), 31);
    goenv_free(env);
}

static void go_mod_and_go_work_name_a_toolchain(void **state)
{
    Tree *t = *state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"module m\ngo 1.20\n", "go1.20"},
        {"module m\n\tgo 1.22 // x\n", "go1.22.0"},
        {"module m\ngo 1.22rc1\n", "go1.22rc1"},
        {"module m\ngo 1.22.3\ntoolchain go1.23.1\n", "go1.23.1"},
        {"module m\ngo 1.24.3\ntoolchain go1.23.1-custom\n", "go1.24.3"},
        {"module m\ngo 1.22.3\ntoolchain go1.23.1-custom\n", "go1.23.1-custom"},
        {"module m\ngo 1.22\ntoolchain default\n", NULL},
        {"module m\n", NULL},
        {"module m\ngopher 1.22\ngo x\n", NULL},
    };
    const char *environment[] = {"GOENV=off", "TMPDIR=/nowhere", NULL, NULL};
    const char *dir = tree_path(t, "m/sub");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tree_put(t, "m/go.mod", cases[i].text);
        const char *got = modules_toolchain(&t->arena, environment, dir);
        if (!got != !cases[i].want || (got && strcmp(got, cases[i].want) != 0))
            fail_msg("%s names %s", cases[i].text, got ? got : "nothing");
    }
    tree_put(t, "go.work", "go 1.25\nuse ./m\n");
    assert_string_equal(modules_toolchain(&t->arena, environment, dir), "go1.25.0");
    environment[2] = "GOWORK=off";
    assert_null(modules_toolchain(&t->arena, environment, dir));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, tree_set_up, tree_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(values_come_from_the_environment_then_files_then_defaults),
        TEST(the_file_of_variables_is_where_go_looks),
        TEST(flags_are_words),
        TEST(a_go_on_the_path_leads_to_its_tree),
        TEST(a_newer_toolchain_is_taken_from_the_module_cache),
        TEST(a_root_that_is_no_tree_ends_the_search),
        TEST(a_tree_without_a_release_says_its_version_in_its_source),
        TEST(go_mod_and_go_work_name_a_toolchain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

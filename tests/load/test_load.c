// test_load.c - from patterns to the graph of packages, over trees of files that are made here,
// with a standard library of a few packages.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 // nftw
#endif
#include "harness/unit.h"

#include "load/load.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Tree {
    Arena arena;
    const char *root; // of everything
    const char *environment[8];
} Tree;

// ---- Trees of files ----

static void make_parents(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
}

static const char *path_in(Tree *p, const char *path)
{
    return arena_printf(&p->arena, "%s/%s", p->root, path);
}

static void put_file(Tree *p, const char *path, const char *text)
{
    char *full = arena_printf(&p->arena, "%s/%s", p->root, path);
    make_parents(full);
    FILE *f = fopen(full, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

// Pairs of path and text, ended by NULL.
static void put_files(Tree *p, const char *const *files)
{
    for (; *files; files += 2)
        put_file(p, files[0], files[1]);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

static const char experiments[] = "package buildcfg\nvar x = f()\n"
                                  "baseline := goexperiment.Flags{\n"
                                  "\tNewThing: true,\n\tRegabiArgs: regabiSupported,\n}\n";

static const char *const goroot[] = {
    "go/VERSION",
    "go1.26.1\n",
    "go/src/fmt/fmt.go",
    "package fmt\nimport \"io\"\n",
    "go/src/io/io.go",
    "package io\nimport \"golang.org/x/text\"\nimport \"unsafe\"\n",
    "go/src/testing/testing.go",
    "package testing\n",
    "go/src/vendor/golang.org/x/text/text.go",
    "package text\n",
    "go/src/cmd/tool/main.go",
    "package main\nimport \"golang.org/x/text\"\n",
    "go/src/cmd/vendor/golang.org/x/text/text.go",
    "package text\n",
    "go/src/builtin/builtin.go",
    "package builtin\n",
    "go/src/internal/buildcfg/exp.go",
    experiments,
    NULL,
};

static int set_up(void **state)
{
    static Tree p;
    const char *top = getenv("TMPDIR");
    p = (Tree){0};
    char *root = arena_printf(&p.arena, "%s/curfew-load-XXXXXX", top && *top ? top : "/tmp");
    assert_non_null(mkdtemp(root));
    p.root = root;
    p.environment[0] = arena_printf(&p.arena, "GOROOT=%s/go", root);
    p.environment[1] = arena_printf(&p.arena, "HOME=%s/home", root);
    p.environment[2] = "CGO_ENABLED=0";
    p.environment[3] = "GOOS=linux";
    p.environment[4] = "GOARCH=amd64";
    p.environment[5] = "GOENV=off";
    put_files(&p, goroot);
    *state = &p;
    return 0;
}

static int tear_down(void **state)
{
    Tree *p = *state;
    nftw(p->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(&p->arena);
    return 0;
}

// ---- What comes out ----

static const char *const variants[] = {"", "+tests", "+external"};

// A package a line: path, variant, * where it is named; files, imports with the number of what they
// mean, excluded files. Then the faults.
static void describe(const LoadGraph *g, StrBuf *out)
{
    VEC_EACH (LoadPackage, p, &g->packages) {
        strbuf_printf(out, "%.*s%s%s:", STR_ARG(p->path), variants[p->variant],
                      p->named ? "*" : "");
        VEC_EACH (GoFile, f, &p->files)
            strbuf_printf(out, " %.*s%s", STR_ARG(f->name), f->named ? "*" : "");
        VEC_EACH (LoadImport, i, &p->imports) {
            strbuf_printf(out, " >%.*s=", STR_ARG(i->spec));
            if (i->package == UINT32_MAX) {
                strbuf_adds(out, "?");
                continue;
            }
            const LoadPackage *target = &g->packages.data[i->package];
            assert_true(i->package < (uint32_t)(p - g->packages.data));
            strbuf_printf(out, "%.*s%s", STR_ARG(target->path), variants[target->variant]);
        }
        VEC_EACH (ExcludedFile, f, &p->excluded)
            strbuf_printf(out, " -%.*s(%s)", STR_ARG(f->name), f->reason);
        strbuf_addc(out, '\n');
    }
    VEC_EACH (LoadFault, f, &g->faults)
        strbuf_printf(out, "fault %s:%u: %s\n", f->path, f->line, f->reason);
}

// What the patterns (separated by blanks) give in `dir`.
static LoadGraph *load(Tree *p, const char *dir, const char *patterns, LoadOptions o)
{
    const char *words[16];
    uint32_t count = 0;
    char *copy = arena_strndup(&p->arena, patterns, strlen(patterns));
    for (char *word = strtok(copy, " "); word && count < 16; word = strtok(NULL, " "))
        words[count++] = word;
    o.environment = p->environment;
    o.dir = path_in(p, dir);
    o.patterns = words;
    o.pattern_count = count;
    return load_packages(&o);
}

static void assert_graph(Tree *p, const char *dir, const char *patterns, LoadOptions o,
                         const char *want)
{
    LoadGraph *g = load(p, dir, patterns, o);
    StrBuf got = {0};
    describe(g, &got);
    if (strcmp(got.data ? got.data : "", want) != 0)
        fail_msg("%s gives\n%s\nwant\n%s", patterns, got.data, want);
    strbuf_free(&got);
    load_free(g);
}

static const char *const module[] = {
    "m/go.mod",
    "module example.com/m\n\ngo 1.22\n",
    "m/a.go",
    "package m\nimport (\"fmt\"; \"example.com/m/sub\"; \"unsafe\")\n",
    "m/b_windows.go",
    "package m\n",
    "m/c.go",
    "//go:build ignore\n\npackage main\n",
    "m/_d.go",
    "package m\n",
    "m/e.go",
    "package m\nimport \"C\"\n",
    "m/a_test.go",
    "package m\nimport \"testing\"\n",
    "m/x_test.go",
    "package m_test\nimport (\"testing\"; \"example.com/m\"; \"example.com/m/sub\")\n",
    "m/sub/sub.go",
    "package sub\nimport \"missing.example/x\"\n",
    "m/sub/sub_test.go",
    "package sub_test\nimport \"example.com/m/sub\"\n",
    "m/testdata/t.go",
    "package t\n",
    "m/nested/go.mod",
    "module example.com/nested\n",
    "m/nested/n.go",
    "package nested\n",
    NULL,
};

#define STD                                                                                        \
    "vendor/golang.org/x/text: text.go\n"                                                          \
    "io: io.go >golang.org/x/text=vendor/golang.org/x/text\n"                                      \
    "fmt: fmt.go >io=io\n"

static void packages_stand_behind_what_they_import(void **state)
{
    Tree *p = *state;
    put_files(p, module);
    assert_graph(
        p, "m", "./...", (LoadOptions){0},
        "example.com/m/sub*: sub.go* >missing.example/x=?\n"
        "example.com/m/sub_test+external*: sub_test.go* >example.com/m/sub=example.com/m/sub\n"
        "testing: testing.go\n" STD
        "example.com/m*: a.go* >example.com/m/sub=example.com/m/sub >fmt=fmt"
        " -_d.go(its name begins with _) -b_windows.go(its name ends in _windows)"
        " -c.go(//go:build ignore) -e.go(it imports \"C\", and cgo is off)\n"
        "example.com/m+tests*: a.go a_test.go* >example.com/m/sub=example.com/m/sub >fmt=fmt"
        " >testing=testing\n"
        "example.com/m_test+external*: x_test.go* >example.com/m=example.com/m+tests"
        " >example.com/m/sub=example.com/m/sub >testing=testing\n");
}

static void options_choose_files(void **state)
{
    Tree *p = *state;
    put_files(p, module);
    assert_graph(
        p, "m", ".",
        (LoadOptions){.no_tests = true, .no_deps = true, .goos = "windows", .tags = "ignore"},
        "example.com/m*: a.go* b_windows.go* >example.com/m/sub=? >fmt=?"
        " -_d.go(its name begins with _) -c.go(package main)"
        " -e.go(it imports \"C\", and cgo is off)\n"
        "fault c.go:0: package main, but a.go has package m\n");
    p->environment[2] = "CGO_ENABLED=1";
    assert_graph(p, "m", "./sub example.com/m", (LoadOptions){.no_tests = true, .no_deps = true},
                 "example.com/m/sub*: sub.go* >missing.example/x=?\n"
                 "example.com/m*: a.go* e.go* >example.com/m/sub=example.com/m/sub >fmt=?"
                 " -_d.go(its name begins with _) -b_windows.go(its name ends in _windows)"
                 " -c.go(//go:build ignore)\n");
}

static void files_know_their_version_and_marks(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod", "module example.com/m\n\ngo 1.22\n",
        "m/a.go",   "package m\n",
        "m/b.go",   "//go:build go1.25\n\npackage m\n",
        "m/c.go",   "//go:build go1.18\n\n// Code generated by hand. DO NOT EDIT.\n\npackage m\n",
        "m/d.go",   "//go:debug asynctimerchan=1\npackage m\nimport \"x y\"\n",
        NULL,
    };
    put_files(p, files);
    LoadGraph *g = load(p, ".", "./m", (LoadOptions){0});
    assert_int_equal(g->packages.len, 1);
    const LoadPackage *m = &g->packages.data[0];
    assert_int_equal(m->files.len, 4);
    assert_string_equal(m->files.data[0].path, "m/a.go");
    assert_int_equal(m->files.data[0].go_minor, 22);
    assert_int_equal(m->files.data[1].go_minor, 25);
    assert_int_equal(m->files.data[2].go_minor, 21); // no line lowers it further
    assert_true(m->files.data[2].generated);
    assert_false(m->files.data[1].generated);
    assert_int_equal(m->debugs.len, 1);
    assert_non_null(m->files.data[3].head_error);
    assert_int_equal(m->files.data[3].head_error_line, 3);
    assert_string_equal(m->dir, path_in(p, "m"));
    assert_true(m->module->main);
    load_free(g);
}

static void the_standard_library_is_found(void **state)
{
    Tree *p = *state;
    assert_graph(p, ".", "std", (LoadOptions){0},
                 "internal/buildcfg*: exp.go*\n"
                 "testing*: testing.go*\n"
                 "vendor/golang.org/x/text*: text.go*\n"
                 "io*: io.go* >golang.org/x/text=vendor/golang.org/x/text\n"
                 "fmt*: fmt.go* >io=io\n");
    assert_graph(p, ".", "cmd/...", (LoadOptions){0},
                 "cmd/vendor/golang.org/x/text: text.go\n"
                 "cmd/tool*: main.go* >golang.org/x/text=cmd/vendor/golang.org/x/text\n");
    LoadGraph *g = load(p, ".", "fmt", (LoadOptions){0});
    assert_true(buildcontext_tag(&g->context, STR("goexperiment.newthing")));
    assert_true(buildcontext_tag(&g->context, STR("goexperiment.regabiargs")));
    assert_false(buildcontext_tag(&g->context, STR("goexperiment.other")));
    assert_true(buildcontext_tag(&g->context, STR("go1.26")));
    assert_false(buildcontext_tag(&g->context, STR("go1.27")));
    assert_true(buildcontext_tag(&g->context, STR("amd64.v1")));
    assert_false(buildcontext_tag(&g->context, STR("amd64.v2")));
    load_free(g);
}

static void circles_are_cut_open_once(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod",
        "module m.example\n\ngo 1.22\n",
        "m/a/a.go",
        "package a\n\nimport \"m.example/b\"\n",
        "m/b/b.go",
        "package b\n\nimport \"m.example/c\"\n",
        "m/c/c.go",
        "package c\n\nimport \"fmt\"\nimport \"m.example/a\"\n",
        "m/self/self.go",
        "package self\nimport \"m.example/self\"\n",
        "m/in/in.go",
        "package in\n",
        "m/in/in_test.go",
        "package in\nimport \"m.example/uses\"\n",
        "m/uses/uses.go",
        "package uses\nimport \"m.example/in\"\n",
        NULL,
    };
    put_files(p, files);
    assert_graph(p, "m", "./...", (LoadOptions){0},
                 "m.example/in*: in.go*\n"
                 "m.example/self*: self.go* >m.example/self=?\n"
                 "m.example/uses*: uses.go* >m.example/in=m.example/in\n"
                 "m.example/in+tests*: in.go in_test.go* >m.example/uses=m.example/uses\n" STD
                 "m.example/c*: c.go* >fmt=fmt >m.example/a=?\n"
                 "m.example/b*: b.go* >m.example/c=m.example/c\n"
                 "m.example/a*: a.go* >m.example/b=m.example/b\n"
                 "fault c/c.go:4: import cycle: m.example/a imports m.example/b imports "
                 "m.example/c imports m.example/a\n"
                 "fault self/self.go:2: import cycle: m.example/self imports m.example/self\n");
}

static void single_files_bring_their_directory(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod",
        "module m.example\n\ngo 1.22\n",
        "m/a.go",
        "package main\n\nfunc main() { help() }\n",
        "m/b.go",
        "package main\n\nfunc main() {}\n",
        "m/help.go",
        "package main\ntype t int\nfunc (t) m() {}\nfunc init() {}\nfunc help() {}\nvar _ = 1\n",
        "m/ignored.go",
        "//go:build ignore\n\npackage main\n\nfunc init() {}\nvar _, x = 1, 2\n",
        "m/other.go",
        "package other\n",
        "m/same.go",
        "package main\n\nfunc (*t) m() {}\n",
        "m/a_test.go",
        "package main\nfunc help2() {}\n",
        "m/b_test.go",
        "package main\nfunc help3() {}\n",
        "m/x_test.go",
        "package main_test\nimport \"m.example\"\nfunc main() {}\n",
        "n/c.go",
        "package c\n",
        NULL,
    };
    put_files(p, files);
    assert_graph(p, "m", "a.go", (LoadOptions){0},
                 "m.example*: a.go* help.go -b.go(it declares what another file declares)"
                 " -same.go(it declares what another file declares)\n");
    assert_graph(
        p, "m", "b.go a.go ./ignored.go ../n/c.go", (LoadOptions){0},
        "c*: c.go*\n"
        "m.example*: b.go* help.go ignored.go* -same.go(it declares what another file declares)\n"
        "m.example*: a.go* help.go -same.go(it declares what another file declares)\n");
    assert_graph(p, "m", "a_test.go", (LoadOptions){0},
                 "m.example: a.go help.go -b.go(it declares what another file declares)"
                 " -same.go(it declares what another file declares)\n"
                 "m.example+tests*: a.go a_test.go* b_test.go help.go\n");
    assert_graph(p, "m", "x_test.go", (LoadOptions){0},
                 "m.example: a.go help.go -b.go(it declares what another file declares)"
                 " -same.go(it declares what another file declares)\n"
                 "m.example+tests: a.go a_test.go b_test.go help.go\n"
                 "m.example_test+external*: x_test.go* >m.example=m.example+tests\n");
    assert_graph(p, "m", "none.go", (LoadOptions){0},
                 "fault none.go:0: No such file or directory\n");
}

static void directories_outside_of_modules_are_packages(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "x/a.go",      "package a\nimport (\"fmt\"; \"example.com/b\")\n",
        "x/a_test.go", "package a_test\nimport \"testing\"\n",
        "x/b/b.go",    "package a\n",
        NULL,
    };
    put_files(p, files);
    assert_graph(p, "x", "./...", (LoadOptions){0},
                 "a*: b.go*\n"
                 "testing: testing.go\n"
                 "a_test+external*: a_test.go* >testing=testing\n" STD
                 "a*: a.go* >example.com/b=? >fmt=fmt\n");
}

static void imports_do_not_leave_their_roots(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod", "module m.example\n\ngo 1.22\n",
        "m/a.go",   "package m\nimport (\"./b\"; \"../x\"; \"m/../x\"; \"/x\"; \"b//c\"; \"b/\")\n",
        "m/b/b.go", "package b\n",
        "x/x.go",   "package x\n",
        NULL,
    };
    put_files(p, files);
    assert_graph(p, "m", ".", (LoadOptions){0},
                 "m.example*: a.go* >../x=? >./b=? >/x=? >b/=? >b//c=? >m/../x=?\n");
}

static void the_module_is_that_of_the_named_directory(void **state)
{
    Tree *p = *state;
    put_files(p, module);
    assert_graph(p, ".", "./m/sub/...", (LoadOptions){.no_tests = true},
                 "example.com/m/sub*: sub.go* >missing.example/x=?\n");
    assert_graph(p, "go", arena_printf(&p->arena, "%s/sub/sub.go", path_in(p, "m")),
                 (LoadOptions){0}, "example.com/m/sub*: sub.go* >missing.example/x=?\n");
}

static void tests_alone_make_a_package(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod",
        "module m.example\n\ngo 1.22\n",
        "m/a/a_test.go",
        "package a\n",
        "m/b/b_test.go",
        "package b_test\n",
        "m/c/c.go",
        "package c\nimport \"m.example/a\"\n",
        "m/d/d_plan9.go",
        "package d\n",
        NULL,
    };
    put_files(p, files);
    assert_graph(p, "m", "./...", (LoadOptions){0},
                 "m.example/a+tests*: a_test.go*\n"
                 "m.example/b_test+external*: b_test.go*\n"
                 "m.example/c*: c.go* >m.example/a=?\n"
                 "m.example/d*: -d_plan9.go(its name ends in _plan9)\n");
    assert_graph(p, "m", "./...", (LoadOptions){.no_tests = true},
                 "m.example/c*: c.go* >m.example/a=?\n"
                 "m.example/d*: -d_plan9.go(its name ends in _plan9)\n");
}

static void mistakes_are_said_and_the_rest_goes_on(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod",
        "module m.example\n\ngo 1.22\n",
        "m/a.go",
        "package m\n",
        "m/bad.go",
        "//go:build a b\n\npackage m\n",
        "m/d/d_plan9.go",
        "package d\n",
        "m/empty/README",
        "\n",
        NULL,
    };
    put_files(p, files);
    assert_int_equal(symlink("loop.go", path_in(p, "m/loop.go")), 0);
    assert_int_equal(symlink("nowhere", path_in(p, "m/nowhere.go")), 0);
    assert_int_equal(symlink(".", path_in(p, "m/again")), 0);
    assert_int_equal(mkfifo(path_in(p, "m/pipe.go"), 0644), 0);
    put_file(p, "m/huge.go", "package m\n");
    assert_int_equal(truncate(path_in(p, "m/huge.go"), (off_t)1 << 31), 0);
    assert_graph(
        p, "m", "./... ./nope/... ./empty ./d nope.example/x ./nope", (LoadOptions){0},
        "m.example*: a.go* -bad.go(parsing //go:build line: something after the end of the "
        "expression)"
        " -huge.go(larger than 1 GiB, the most that curfew reads)"
        " -loop.go(Too many levels of symbolic links)"
        " -nowhere.go(No such file or directory) -pipe.go(not a regular file)\n"
        "m.example/d*: -d_plan9.go(its name ends in _plan9)\n"
        "fault bad.go:1: parsing //go:build line: something after the end of the expression\n"
        "fault huge.go:0: larger than 1 GiB, the most that curfew reads\n"
        "fault loop.go:0: Too many levels of symbolic links\n"
        "fault nowhere.go:0: No such file or directory\n"
        "fault pipe.go:0: not a regular file\n"
        "fault ./nope/...:0: no such directory\n"
        "fault ./empty:0: no Go files in it\n"
        "fault ./d:0: build constraints exclude all its Go files\n"
        "fault nope.example/x:0: no required module provides it\n"
        "fault ./nope:0: no such directory\n");
}

static void endless_trees_are_cut(void **state)
{
    Tree *p = *state;
    StrBuf path = {0};
    put_file(p, "m/go.mod", "module m.example\n\ngo 1.22\n");
    strbuf_adds(&path, "m/");
    for (int i = 0; i < 210; i++)
        strbuf_adds(&path, "d/");
    strbuf_adds(&path, "x.go");
    put_file(p, path.data, "package x\n");
    put_file(p, "m/a.go", "package m\n");
    strbuf_free(&path);
    LoadGraph *g = load(p, "m", "./...", (LoadOptions){0});
    assert_int_equal(g->packages.len, 1);
    assert_int_equal(g->faults.len, 1);
    assert_string_equal(g->faults.data[0].reason, "directories are nested too deeply");
    load_free(g);
}

static void a_directory_of_programs_takes_linear_time(void **state)
{
    Tree *p = *state;
    enum { COUNT = 1500 };
    static const char *names[COUNT];
    put_file(p, "m/go.mod", "module m.example\n\ngo 1.22\n");
    for (int i = 0; i < COUNT; i++) {
        names[i] = arena_printf(&p->arena, "p%04d.go", i);
        put_file(p, arena_printf(&p->arena, "m/%s", names[i]), "package main\n\nfunc main() {}\n");
    }
    LoadOptions o = {.environment = p->environment,
                     .dir = path_in(p, "m"),
                     .patterns = names,
                     .pattern_count = COUNT};
    LoadGraph *g = load_packages(&o);
    assert_int_equal(g->packages.len, COUNT);
    assert_int_equal(g->faults.len, 0);
    load_free(g);
}

static void unreadable_directories_are_said(void **state)
{
    Tree *p = *state;
    static const char *const files[] = {
        "m/go.mod",    "module m.example\n\ngo 1.22\n",
        "m/a.go",      "package m\n",
        "m/shut/x.go", "package shut\n",
        NULL,
    };
    put_files(p, files);
    assert_int_equal(chmod(path_in(p, "m/shut"), 0), 0);
    if (access(path_in(p, "m/shut"), R_OK) == 0) {
        chmod(path_in(p, "m/shut"), 0755);
        printf("SKIP: this user may read everything\n");
        skip();
    }
    assert_graph(p, "m", "./...", (LoadOptions){0},
                 "m.example*: a.go*\nfault shut:0: Permission denied\n");
    chmod(path_in(p, "m/shut"), 0755);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(packages_stand_behind_what_they_import),
        TEST(options_choose_files),
        TEST(files_know_their_version_and_marks),
        TEST(the_standard_library_is_found),
        TEST(circles_are_cut_open_once),
        TEST(single_files_bring_their_directory),
        TEST(directories_outside_of_modules_are_packages),
        TEST(imports_do_not_leave_their_roots),
        TEST(the_module_is_that_of_the_named_directory),
        TEST(tests_alone_make_a_package),
        TEST(mistakes_are_said_and_the_rest_goes_on),
        TEST(endless_trees_are_cut),
        TEST(a_directory_of_programs_takes_linear_time),
        TEST(unreadable_directories_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

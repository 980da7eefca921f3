// test_program.c - a module's packages on the worker pool: what is checked again when a file changes,
// and that the number of workers changes nothing.
#include "harness/unit.h"

#include "types/export.h"
#include "types/model_import.h"
#include "types/program.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct Tree {
    char root[64];
    Arena arena;
    LoadGraph *graph;
    Names *names;
    ModelStore *models;
    Program *program;
    pthread_mutex_t lock;
    uint32_t visits[16]; // by package, since they were last looked at
} Tree;

static void write_file(Tree *t, const char *path, const char *text)
{
    FILE *f = fopen(arena_printf(&t->arena, "%s/%s", t->root, path), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void count(void *ctx, uint32_t worker, uint32_t package, ProgramPackage *p)
{
    (void)worker;
    (void)p;
    Tree *t = ctx;
    pthread_mutex_lock(&t->lock);
    t->visits[package]++;
    pthread_mutex_unlock(&t->lock);
}

static const char a_text[] = "package a\n\ntype T struct{ N int }\n\nfunc New() *T { return &T{1} }\n";

static int set_up(void **state)
{
    Tree *t = calloc(1, sizeof *t);
    if (!t)
        return -1;
    pthread_mutex_init(&t->lock, NULL);
    snprintf(t->root, sizeof t->root, "/tmp/curfew-program-XXXXXX");
    if (!mkdtemp(t->root))
        return -1;
    static const char *const dirs[] = {"a", "b", "c", "d"};
    for (int i = 0; i < 4; i++)
        mkdir(arena_printf(&t->arena, "%s/%s", t->root, dirs[i]), 0700);
    write_file(t, "go.mod", "module example.com/m\n\ngo 1.25\n");
    write_file(t, "a/a.go", a_text);
    write_file(t, "b/b.go", "package b\n\nimport \"example.com/m/a\"\n\nvar V = a.New()\n");
    // c names b alone, and reaches what a declares through it.
    write_file(t, "c/c.go", "package c\n\nimport \"example.com/m/b\"\n\nfunc F() int { return b.V.N }\n");
    write_file(t, "d/d.go", "package d\n\nfunc G() {}\n");
    *state = t;
    return 0;
}

static int tear_down(void **state)
{
    Tree *t = *state;
    program_free(t->program);
    load_free(t->graph);
    model_store_free(t->models);
    names_free(t->names);
    int status = system(arena_printf(&t->arena, "rm -rf '%s'", t->root)); // NOLINT(cert-env33-c)
    arena_free(&t->arena);
    free(t);
    return status;
}

static void check(Tree *t, uint32_t workers)
{
    LoadOptions load = {.dir = t->root};
    t->graph = load_packages(&load);
    assert_int_equal(t->graph->faults.len, 0);
    assert_int_equal(t->graph->packages.len, 4);
    t->names = names_new();
    t->models = model_store_new(t->names);
    ProgramOptions options = {
        .names = t->names, .models = t->models, .workers = workers, .visit = count, .ctx = t};
    t->program = program_check(t->graph, &options);
}

// The packages that were checked since the last call, as letters.
static const char *checked(Tree *t)
{
    static const char letters[] = "abcd";
    StrBuf out = {0};
    for (const char *l = letters; *l; l++)
        for (uint32_t i = 0; i < t->graph->packages.len; i++) {
            Str path = t->graph->packages.data[i].path;
            if (path.ptr[path.len - 1] == *l)
                for (; t->visits[i]; t->visits[i]--)
                    strbuf_addc(&out, *l);
        }
    const char *text = arena_strndup(&t->arena, out.data ? out.data : "", out.len);
    strbuf_free(&out);
    return text;
}

// The package of that letter.
static uint32_t number_of(const Tree *t, char letter)
{
    for (uint32_t i = 0; i < t->graph->packages.len; i++) {
        Str path = t->graph->packages.data[i].path;
        if (path.ptr[path.len - 1] == letter)
            return i;
    }
    fail();
    return 0;
}

static void change(Tree *t, const char *path, const char *text)
{
    write_file(t, path, text);
    uint32_t number = number_of(t, path[0]);
    program_recheck(t->program, &number, 1);
}

static void importers_of_an_equal_form_are_left_alone(void **state)
{
    Tree *t = *state;
    check(t, 2);
    assert_string_equal(checked(t), "abcd");
    change(t, "a/a.go", "package a\n\ntype T struct{ N int }\n\nvar hidden = 2\n\n"
                        "// New is documented now.\nfunc New() *T { return &T{hidden} }\n");
    assert_string_equal(checked(t), "a");
    change(t, "c/c.go", "package c\n\nimport \"example.com/m/b\"\n\nfunc F() int { return 1 + b.V.N }\n");
    assert_string_equal(checked(t), "c");
}

static void importers_of_a_changed_form_are_checked_again(void **state)
{
    Tree *t = *state;
    check(t, 1);
    assert_string_equal(checked(t), "abcd");
    change(t, "a/a.go", "package a\n\ntype T struct{ N int64 }\n\nfunc New() *T { return &T{1} }\n");
    assert_string_equal(checked(t), "abc");
    // What was checked again is up to date: nothing else is due.
    program_recheck(t->program, NULL, 0);
    assert_string_equal(checked(t), "");
    change(t, "a/a.go", a_text);
    assert_string_equal(checked(t), "abc");
}

static void a_file_that_is_gone_is_said(void **state)
{
    Tree *t = *state;
    check(t, 2);
    uint32_t count_;
    program_faults(t->program, &count_);
    assert_int_equal(count_, 0);
    assert_int_equal(remove(arena_printf(&t->arena, "%s/d/d.go", t->root)), 0);
    uint32_t d = number_of(t, 'd');
    program_recheck(t->program, &d, 1);
    const ProgramFault *faults = program_faults(t->program, &count_);
    assert_int_equal(count_, 1);
    assert_non_null(strstr(faults[0].path, "d/d.go"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(importers_of_an_equal_form_are_left_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(importers_of_a_changed_form_are_checked_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_is_gone_is_said, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// test_model_files.c - model files of the user: they are read, and faults are named by line.
#include "harness/unit.h"

#include "load/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Fixture {
    Names *names;
    ModelStore *store;
    char directory[64];
    const char *error;
} Fixture;

static int set_up(void **state)
{
    static Fixture f;
    f = (Fixture){.directory = "/tmp/curfew-models-XXXXXX"};
    f.names = names_new();
    f.store = model_store_new(f.names);
    *state = &f;
    if (!mkdtemp(f.directory))
        return -1;
    return 0;
}

static const char *in_directory(Fixture *f, const char *name, char *path, size_t size)
{
    snprintf(path, size, "%s/%s", f->directory, name);
    return path;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    char path[256];
    unlink(in_directory(f, "example.com/queue.go", path, sizeof path));
    unlink(in_directory(f, "time.go", path, sizeof path));
    rmdir(in_directory(f, "example.com", path, sizeof path));
    rmdir(f->directory);
    model_store_free(f->store);
    names_free(f->names);
    return 0;
}

static void write_file(Fixture *f, const char *name, const char *text)
{
    char path[256];
    mkdir(in_directory(f, "example.com", path, sizeof path), 0700);
    FILE *out = fopen(in_directory(f, name, path, sizeof path), "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static bool add(Fixture *f, const char *text)
{
    write_file(f, "example.com/queue.go", text);
    return model_store_add(f->store, f->directory, &f->error);
}

static void assert_fault(void **state, const char *text, const char *message)
{
    Fixture *f = *state;
    char want[256];
    assert_false(add(f, text));
    snprintf(want, sizeof want, "%s/example.com/queue.go:%s", f->directory, message);
    assert_string_equal(f->error, want);
}

#define HEAD "//curfew:models 0\npackage queue\n"

static void a_users_file_is_read(void **state)
{
    Fixture *f = *state;
    assert_true(add(f, HEAD "type Queue struct{}\n"
                            "//curfew:must-release result until Close Stop since 1.20 before 1.25\n"
                            "func New() *Queue\n"
                            "// Runs each job on the side.\n"
                            "//curfew:spawns job counted\n"
                            "func (q *Queue) Submit(name string, job func())\n"));
    const ModelPackage *p = model_package(f->store, STR("example.com/queue"));
    assert_non_null(p);
    assert_int_equal(p->entries.len, 2);
    const Effect *e = &p->entries.data[0].effects.data[0];
    assert_int_equal(e->kind, EFFECT_MUST_RELEASE);
    assert_int_equal(e->until.len, 2);
    assert_int_equal(e->since, 20);
    assert_int_equal(e->before, 25);
    const ModelEntry *submit =
        model_entry(f->store, STR("example.com/queue"), name_ofs(f->names, "Queue"),
                    name_ofs(f->names, "Submit"));
    assert_non_null(submit);
    assert_int_equal(submit->effects.data[0].target.index, 1);
    assert_str(model_well_known(f->store, STR("queue")), "example.com/queue");
}

static void a_users_file_replaces_the_built_in_one(void **state)
{
    Fixture *f = *state;
    write_file(f, "time.go", "//curfew:models 0\npackage time\n//curfew:polls\nfunc Now() Time\n");
    assert_true(model_store_add(f->store, f->directory, &f->error));
    assert_non_null(model_entry(f->store, STR("time"), (Name){0}, name_ofs(f->names, "Now")));
    assert_null(model_entry(f->store, STR("time"), (Name){0}, name_ofs(f->names, "Sleep")));
}

static void the_header_is_required(void **state)
{
    assert_fault(state, "package queue\n",
                 "1: the first line of a model file is '//curfew:models 0'");
}

static void another_version_is_refused(void **state)
{
    assert_fault(state, "//curfew:models 1\npackage queue\n",
                 "1: the first line of a model file is '//curfew:models 0'");
}

static void unknown_directives_are_named(void **state)
{
    assert_fault(state, HEAD "//curfew:sleep d\nfunc Nap(d int)\n", "3: unknown directive 'sleep'");
}

static void missing_parameters_are_named(void **state)
{
    assert_fault(state, HEAD "//curfew:waits ctx\nfunc Get(c int)\n",
                 "3: no parameter is called 'ctx'");
}

static void missing_results_are_named(void **state)
{
    assert_fault(state, HEAD "//curfew:must-call result.1\nfunc Get() func()\n",
                 "3: the declaration has no 'result.1'");
}

static void a_function_has_no_receiver(void **state)
{
    assert_fault(state, HEAD "//curfew:waits recv\nfunc Get()\n", "3: a function has no 'recv'");
}

static void a_target_is_required(void **state)
{
    assert_fault(state, HEAD "//curfew:waits\nfunc Get()\n", "3: the directive needs a target");
}

static void unknown_words_are_named(void **state)
{
    assert_fault(state, HEAD "//curfew:blocks netwrok\nfunc Get()\n",
                 "3: neither a mode nor until, since or before: 'netwrok'");
}

static void versions_have_one_form(void **state)
{
    assert_fault(state, HEAD "//curfew:since 25\nfunc Get()\n",
                 "3: not a Go version of the form 1.N: '25'");
}

static void until_needs_a_method(void **state)
{
    assert_fault(state, HEAD "//curfew:blocks network until\nfunc Get()\n",
                 "3: no method follows 'until'");
}

static void must_release_needs_until(void **state)
{
    assert_fault(state, HEAD "//curfew:must-release result\nfunc Get() int\n",
                 "3: must-release needs 'until' and the methods that release");
}

static void bodies_are_refused(void **state)
{
    assert_fault(state, HEAD "func Get() {\n}\n", "3: a model declares functions without bodies");
}

static void stray_directives_are_refused(void **state)
{
    assert_fault(state, HEAD "//curfew:blocks network\n\nfunc Get()\n",
                 "3: the directive stands at no declaration");
}

static void syntax_errors_are_passed_on(void **state)
{
    Fixture *f = *state;
    assert_false(add(f, HEAD "func 5()\n"));
    assert_non_null(strstr(f->error, "queue.go:3: "));
}

static void a_missing_directory_is_named(void **state)
{
    Fixture *f = *state;
    assert_false(model_store_add(f->store, "/nonexistent/models", &f->error));
    assert_string_equal(f->error, "/nonexistent/models: No such file or directory");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_users_file_is_read),         TEST(a_users_file_replaces_the_built_in_one),
        TEST(the_header_is_required),       TEST(another_version_is_refused),
        TEST(unknown_directives_are_named), TEST(missing_parameters_are_named),
        TEST(missing_results_are_named),    TEST(a_function_has_no_receiver),
        TEST(a_target_is_required),         TEST(unknown_words_are_named),
        TEST(versions_have_one_form),       TEST(until_needs_a_method),
        TEST(must_release_needs_until),     TEST(bodies_are_refused),
        TEST(stray_directives_are_refused), TEST(syntax_errors_are_passed_on),
        TEST(a_missing_directory_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

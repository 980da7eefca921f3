// test_model.c - the built-in models are well formed, and what they say can be asked.
#include "harness/unit.h"

#include "base/embedded.h"
#include "load/model_read.h"

#include <stdio.h>

typedef struct Fixture {
    Names *names;
    ModelStore *store;
} Fixture;

static int set_up(void **state)
{
    static Fixture f;
    f.names = names_new();
    f.store = model_store_new(f.names);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    model_store_free(f->store);
    names_free(f->names);
    return 0;
}

static const ModelEntry *entry(Fixture *f, const char *path, const char *recv, const char *name)
{
    Name r = recv ? name_ofs(f->names, recv) : (Name){0};
    return model_entry(f->store, str_of(path), r, name_ofs(f->names, name));
}

static const Effect *effect(Fixture *f, const char *path, const char *recv, const char *name,
                            EffectKind kind)
{
    const ModelEntry *e = entry(f, path, recv, name);
    assert_non_null(e);
    const Effect *found = effect_find(e, kind, 27);
    if (!found)
        fail_msg("%s.%s says nothing of %s", path, name, effect_name(kind));
    return found;
}

static void every_built_in_model_is_well_formed(void **state)
{
    Fixture *f = *state;
    assert_true(embedded_models_count >= 40);
    for (size_t i = 0; i < embedded_models_count; i++) {
        Arena arena = {0};
        const EmbeddedFile *file = &embedded_models[i];
        Source *source = source_from(file->name, (Str){(const char *)file->data, file->len});
        ModelPackage pkg = {.path = file->name};
        ModelFault fault = {0};
        pkg.ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
        if (!model_read(&arena, f->names, &pkg, &fault))
            fail_msg("models/%s.go:%u: %s", file->name, source_position(source, fault.offset).line,
                     fault.reason);
        assert_true(pkg.name.len > 0);
        ast_free(pkg.ast);
        source_free(source);
        arena_free(&arena);
    }
}

static void a_package_is_found_by_its_path(void **state)
{
    Fixture *f = *state;
    const ModelPackage *p = model_package(f->store, STR("net/http"));
    assert_non_null(p);
    assert_str(p->name, "http");
    assert_string_equal(p->path, "net/http");
    assert_ptr_equal(model_package(f->store, STR("net/http")), p);
    assert_null(model_package(f->store, STR("net/htt")));
    assert_null(model_package(f->store, STR("")));
}

static void targets_are_resolved(void **state)
{
    Fixture *f = *state;
    const Effect *e = effect(f, "context", NULL, "WithTimeout", EFFECT_MUST_CALL);
    assert_int_equal(e->target.kind, REF_RESULT);
    assert_int_equal(e->target.index, 1);
    e = effect(f, "context", NULL, "WithTimeout", EFFECT_DERIVES);
    assert_int_equal(e->target.kind, REF_PARAM);
    assert_int_equal(e->target.index, 0);
    e = effect(f, "net/http", "Request", "Context", EFFECT_DERIVES);
    assert_int_equal(e->target.kind, REF_RECV);
    e = effect(f, "time", NULL, "NewTicker", EFFECT_FEEDS);
    assert_int_equal(e->target.kind, REF_RESULT);
    assert_str(name_str(f->names, e->target.field), "C");
    assert_int_equal(e->modes, MODE_FOREVER);
    e = effect(f, "net/http", NULL, "HandleFunc", EFFECT_RUNS);
    assert_int_equal(e->target.index, 1);
    assert_int_equal(e->modes, MODE_HANDLER);
}

static void until_names_the_methods_that_end_a_wait(void **state)
{
    const Effect *e = effect(*state, "net", "Conn", "Read", EFFECT_BLOCKS);
    Fixture *f = *state;
    assert_int_equal(e->modes, MODE_NETWORK);
    assert_int_equal(e->until.len, 3);
    assert_str(name_str(f->names, e->until.data[0]), "Close");
    assert_str(name_str(f->names, e->until.data[2]), "SetReadDeadline");
}

static void versions_gate_effects(void **state)
{
    Fixture *f = *state;
    const ModelEntry *e = entry(f, "time", NULL, "NewTicker");
    assert_non_null(effect_find(e, EFFECT_MUST_RELEASE, 22));
    assert_null(effect_find(e, EFFECT_MUST_RELEASE, 23));
    assert_non_null(effect_find(e, EFFECT_FEEDS, 23));
    e = entry(f, "sync", "WaitGroup", "Go");
    assert_null(effect_find(e, EFFECT_SINCE, 24));
    assert_non_null(effect_find(e, EFFECT_SINCE, 25));
    assert_int_equal(effect_find(e, EFFECT_SPAWNS, 25)->modes, MODE_COUNTED);
    assert_null(effect_find(NULL, EFFECT_SPAWNS, 25));
}

static void interfaces_types_fields_and_variables_have_entries(void **state)
{
    effect(*state, "net/http", "Handler", "ServeHTTP", EFFECT_HANDLER);
    effect(*state, "golang.org/x/sync/errgroup", NULL, "Group", EFFECT_GROUP);
    effect(*state, "net/http", NULL, "Transport", EFFECT_STARTS);
    effect(*state, "net/http", "Server", "Handler", EFFECT_RUNS);
    const Effect *e = effect(*state, "os", NULL, "Stdin", EFFECT_OPENS);
    assert_int_equal(e->target.kind, REF_RECV);
    assert_int_equal(e->modes, MODE_STDIN);
    assert_null(entry(*state, "os", NULL, "Getenv"));
    assert_null(entry(*state, "os", "File", "Nothing"));
}

static void well_known_names_mean_the_common_package(void **state)
{
    static const char *const known[][2] = {
        {"context", "context"},
        {"http", "net/http"},
        {"sync", "sync"},
        {"time", "time"},
        {"log", "log"},
        {"os", "os"},
        {"sql", "database/sql"},
        {"exec", "os/exec"},
        {"signal", "os/signal"},
        {"atomic", "sync/atomic"},
        {"rand", "math/rand"},
        {"json", "encoding/json"},
        {"synctest", "testing/synctest"},
        {"errgroup", "golang.org/x/sync/errgroup"},
        {"semaphore", "golang.org/x/sync/semaphore"},
        {"singleflight", "golang.org/x/sync/singleflight"},
        {"goleak", "go.uber.org/goleak"},
        {"v2", ""},
        {"nosuch", ""},
        {"", ""},
    };
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_str(model_well_known(f->store, str_of(known[i][0])), known[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_built_in_model_is_well_formed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_package_is_found_by_its_path, set_up, tear_down),
        cmocka_unit_test_setup_teardown(targets_are_resolved, set_up, tear_down),
        cmocka_unit_test_setup_teardown(until_names_the_methods_that_end_a_wait, set_up, tear_down),
        cmocka_unit_test_setup_teardown(versions_gate_effects, set_up, tear_down),
        cmocka_unit_test_setup_teardown(interfaces_types_fields_and_variables_have_entries, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(well_known_names_mean_the_common_package, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

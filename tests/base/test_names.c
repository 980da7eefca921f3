// test_names.c - the hash map and interned names, names also from several threads.
#include "harness/unit.h"

#include "base/map.h"
#include "base/names.h"

#include <pthread.h>
#include <stdio.h>

static void empty_map(void **state)
{
    (void)state;
    Map m = {0};
    assert_null(map_get(&m, 0));
    assert_int_equal(map_or(&m, 7, 42), 42);
}

static void map_puts_replaces_and_grows(void **state)
{
    (void)state;
    Arena a = {0};
    Map m = {0};
    // Key 0 and keys that share their low bits are ordinary keys.
    for (uint64_t i = 0; i < 5000; i++)
        map_put(&a, &m, i << 20, i);
    assert_int_equal(m.len, 5000);
    for (uint64_t i = 0; i < 5000; i += 2)
        map_put(&a, &m, i << 20, i + 1);
    assert_int_equal(m.len, 5000);
    for (uint64_t i = 0; i < 5000; i++) {
        assert_non_null(map_get(&m, i << 20));
        assert_int_equal(*map_get(&m, i << 20), i % 2 ? i : i + 1);
    }
    assert_null(map_get(&m, 1));
    assert_null(map_get(&m, UINT64_MAX));
    arena_free(&a);
}

static void map_values_can_be_changed_in_place(void **state)
{
    (void)state;
    Arena a = {0};
    Map m = {0};
    map_put(&a, &m, map_pair(1, 2), 10);
    map_put(&a, &m, map_pair(2, 1), 20);
    *map_get(&m, map_pair(1, 2)) += 5;
    assert_int_equal(map_or(&m, map_pair(1, 2), 0), 15);
    assert_int_equal(map_or(&m, map_pair(2, 1), 0), 20);
    arena_free(&a);
}

static void names_are_interned_once(void **state)
{
    (void)state;
    Names *n = names_new();
    char text[] = "ctx";
    Name ctx = name_of(n, (Str){text, 3});
    text[0] = 'x';
    assert_str(name_str(n, ctx), "ctx");
    assert_true(name_eq(ctx, name_ofs(n, "ctx")));
    assert_false(name_eq(ctx, name_ofs(n, "ct")));
    assert_false(name_eq(ctx, name_ofs(n, "ctx2")));
    assert_int_equal(name_str(n, ctx).ptr[3], 0);
    names_free(n);
}

static void name_zero_is_the_empty_text(void **state)
{
    (void)state;
    Names *n = names_new();
    assert_int_equal(name_ofs(n, "").v, 0);
    assert_int_equal(name_of(n, (Str){0}).v, 0);
    assert_str(name_str(n, (Name){0}), "");
    names_free(n);
    names_free(NULL);
}

static void many_names_over_several_pages(void **state)
{
    (void)state;
    enum { COUNT = 60000 };
    Arena a = {0};
    Name *got = arena_array(&a, Name, COUNT);
    Names *n = names_new();
    char text[32];
    for (uint32_t i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "name%u", i);
        got[i] = name_ofs(n, text);
    }
    for (uint32_t i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "name%u", i);
        assert_true(name_eq(name_ofs(n, text), got[i]));
        assert_str(name_str(n, got[i]), text);
    }
    names_free(n);
    arena_free(&a);
}

// Every thread interns the same texts in another order and keeps the numbers that it got.
enum { THREADS = 4, SHARED = 6000 };

typedef struct Interner {
    Names *names;
    uint32_t step;
    Name got[SHARED];
    uint32_t wrong;
} Interner;

static void *intern_all(void *arg)
{
    Interner *me = arg;
    char text[32];
    for (uint32_t i = 0; i < SHARED; i++) {
        uint32_t k = i * me->step % SHARED;
        snprintf(text, sizeof text, "shared%u", k);
        me->got[k] = name_ofs(me->names, text);
        me->wrong += !str_is(name_str(me->names, me->got[k]), text);
    }
    return NULL;
}

static void threads_agree_on_names(void **state)
{
    (void)state;
    static const uint32_t steps[THREADS] = {1, 7, 11, 13}; // coprime to SHARED: all are visited
    Arena a = {0};
    Names *n = names_new();
    Interner *who = arena_array(&a, Interner, THREADS);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        who[i].names = n;
        who[i].step = steps[i];
        assert_int_equal(pthread_create(&threads[i], NULL, intern_all, &who[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(who[i].wrong, 0);
        for (uint32_t k = 0; k < SHARED; k++)
            assert_true(who[i].got[k].v != 0 && name_eq(who[i].got[k], who[0].got[k]));
    }
    names_free(n);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_map),
        cmocka_unit_test(map_puts_replaces_and_grows),
        cmocka_unit_test(map_values_can_be_changed_in_place),
        cmocka_unit_test(names_are_interned_once),
        cmocka_unit_test(name_zero_is_the_empty_text),
        cmocka_unit_test(many_names_over_several_pages),
        cmocka_unit_test(threads_agree_on_names),
    };
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}

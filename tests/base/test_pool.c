// test_pool.c - tasks run after what they need, once each, in a fixed order on one worker, and a
// circle of needs is said.
#include "harness/unit.h"

#include "base/pool.h"

#include <pthread.h>

enum { TASKS = 400 };

typedef struct Log {
    pthread_mutex_t lock;
    uint32_t order[TASKS]; // when each ran, from 1
    uint32_t ran, worker_max;
} Log;

static void note(void *ctx, uint32_t worker, uint32_t task)
{
    Log *l = ctx;
    pthread_mutex_lock(&l->lock);
    assert_int_equal(l->order[task], 0);
    l->order[task] = ++l->ran;
    if (worker > l->worker_max)
        l->worker_max = worker;
    pthread_mutex_unlock(&l->lock);
}

// Task t needs t/2 and t-7, as far as they exist.
static void make(PoolTask *tasks, uint32_t (*needs)[2])
{
    for (uint32_t t = 0; t < TASKS; t++) {
        uint32_t n = 0;
        if (t > 0)
            needs[t][n++] = t / 2;
        if (t >= 7)
            needs[t][n++] = t - 7;
        tasks[t] = (PoolTask){needs[t], n};
    }
}

static void needs_come_first(void **state)
{
    (void)state;
    static const uint32_t workers[] = {1, 2, 8, 1000};
    PoolTask tasks[TASKS];
    uint32_t needs[TASKS][2];
    make(tasks, needs);
    for (size_t w = 0; w < sizeof workers / sizeof *workers; w++) {
        Log l = {.lock = PTHREAD_MUTEX_INITIALIZER};
        assert_true(pool_run(tasks, TASKS, workers[w], note, &l));
        assert_int_equal(l.ran, TASKS);
        assert_true(l.worker_max < workers[w]);
        for (uint32_t t = 0; t < TASKS; t++)
            for (uint32_t i = 0; i < tasks[t].need_count; i++)
                assert_true(l.order[tasks[t].needs[i]] < l.order[t]);
    }
}

static void one_worker_takes_the_lowest_ready(void **state)
{
    (void)state;
    static const uint32_t on_three[] = {3};
    PoolTask tasks[4] = {{on_three, 1}, {0}, {0}, {0}};
    Log l = {.lock = PTHREAD_MUTEX_INITIALIZER};
    assert_true(pool_run(tasks, 4, 1, note, &l));
    assert_int_equal(l.order[1], 1);
    assert_int_equal(l.order[2], 2);
    assert_int_equal(l.order[3], 3);
    assert_int_equal(l.order[0], 4);
}

static void a_circle_is_said(void **state)
{
    (void)state;
    static const uint32_t zero[] = {0}, one[] = {1};
    PoolTask tasks[3] = {{one, 1}, {zero, 1}, {0}};
    Log l = {.lock = PTHREAD_MUTEX_INITIALIZER};
    assert_false(pool_run(tasks, 3, 2, note, &l));
    assert_int_equal(l.ran, 1);
    assert_int_equal(l.order[2], 1);
    assert_true(pool_run(tasks, 0, 2, note, &l));
}

static void there_is_a_processor(void **state)
{
    (void)state;
    assert_true(pool_processors() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needs_come_first),
        cmocka_unit_test(one_worker_takes_the_lowest_ready),
        cmocka_unit_test(a_circle_is_said),
        cmocka_unit_test(there_is_a_processor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// pool.c - a graph of tasks run on several threads: one lock, and a heap of the tasks that are ready.

// For sched_getaffinity and CPU_COUNT.
#define _GNU_SOURCE // NOLINT(bugprone-reserved-identifier)

#include "base/pool.h"
#include "base/arena.h"
#include "base/bigstack.h"

#include <pthread.h>
#include <sched.h>

enum { WORKERS_MAX = 256 };

typedef struct Pool {
    void (*run)(void *ctx, uint32_t worker, uint32_t task);
    void *ctx;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint32_t *ready; // binary heap, lowest task first
    uint32_t ready_len;
    uint32_t *missing;   // per task: needs that have not run
    uint32_t *followers; // per task from first[task] to first[task + 1]: those that need it
    uint32_t *first;
    uint32_t running, done;
} Pool;

typedef struct Worker {
    Pool *pool;
    uint32_t number;
} Worker;

static void heap_push(Pool *p, uint32_t task)
{
    uint32_t i = p->ready_len++;
    for (; i > 0 && p->ready[(i - 1) / 2] > task; i = (i - 1) / 2)
        p->ready[i] = p->ready[(i - 1) / 2];
    p->ready[i] = task;
}

static uint32_t heap_pop(Pool *p)
{
    uint32_t top = p->ready[0], last = p->ready[--p->ready_len], i = 0;
    for (;;) {
        uint32_t child = 2 * i + 1;
        if (child >= p->ready_len)
            break;
        if (child + 1 < p->ready_len && p->ready[child + 1] < p->ready[child])
            child++;
        if (p->ready[child] >= last)
            break;
        p->ready[i] = p->ready[child];
        i = child;
    }
    p->ready[i] = last;
    return top;
}

static void finish(Pool *p, uint32_t task)
{
    p->running--;
    p->done++;
    for (uint32_t i = p->first[task]; i < p->first[task + 1]; i++)
        if (--p->missing[p->followers[i]] == 0)
            heap_push(p, p->followers[i]);
    pthread_cond_broadcast(&p->changed);
}

static void work(void *argument)
{
    const Worker *w = argument;
    Pool *p = w->pool;
    pthread_mutex_lock(&p->lock);
    for (;;) {
        while (p->ready_len == 0 && p->running > 0)
            pthread_cond_wait(&p->changed, &p->lock);
        if (p->ready_len == 0)
            break;
        uint32_t task = heap_pop(p);
        p->running++;
        pthread_mutex_unlock(&p->lock);
        p->run(p->ctx, w->number, task);
        pthread_mutex_lock(&p->lock);
        finish(p, task);
    }
    pthread_mutex_unlock(&p->lock);
}

static void *work_deep(void *argument)
{
    bigstack_run(work, argument);
    return NULL;
}

// Counts what each task waits for and lists, for each, the tasks that wait for it.
static void index_needs(Pool *p, Arena *a, const PoolTask *tasks, uint32_t count)
{
    uint32_t needs = 0;
    p->missing = arena_array(a, uint32_t, count);
    p->first = arena_array(a, uint32_t, count + 2);
    p->ready = arena_array(a, uint32_t, count);
    for (uint32_t t = 0; t < count; t++) {
        p->missing[t] = tasks[t].need_count;
        needs += tasks[t].need_count;
        for (uint32_t i = 0; i < tasks[t].need_count; i++)
            p->first[tasks[t].needs[i] + 2]++;
    }
    for (uint32_t t = 0; t < count; t++)
        p->first[t + 2] += p->first[t + 1];
    p->followers = arena_array(a, uint32_t, needs);
    for (uint32_t t = 0; t < count; t++) {
        for (uint32_t i = 0; i < tasks[t].need_count; i++)
            p->followers[p->first[tasks[t].needs[i] + 1]++] = t;
        if (tasks[t].need_count == 0)
            heap_push(p, t);
    }
}

bool pool_run(const PoolTask *tasks, uint32_t count, uint32_t workers,
              void (*run)(void *ctx, uint32_t worker, uint32_t task), void *ctx)
{
    Arena a = {0};
    Pool p = {.run = run, .ctx = ctx};
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.changed, NULL);
    index_needs(&p, &a, tasks, count);
    Worker team[WORKERS_MAX];
    pthread_t threads[WORKERS_MAX];
    uint32_t started = 1;
    for (uint32_t i = 0; i < WORKERS_MAX; i++)
        team[i] = (Worker){&p, i};
    // Where the system gives no further thread, those that run do all the work.
    while (started < workers && started < WORKERS_MAX && started < count &&
           pthread_create(&threads[started], NULL, work_deep, &team[started]) == 0)
        started++;
    work_deep(&team[0]);
    for (uint32_t i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
    bool all = p.done == count;
    pthread_cond_destroy(&p.changed);
    pthread_mutex_destroy(&p.lock);
    arena_free(&a);
    return all;
}

uint32_t pool_processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    if (count < 1)
        return 1;
    return count < WORKERS_MAX ? (uint32_t)count : WORKERS_MAX;
}

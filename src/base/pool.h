// pool.h - a graph of tasks run on several threads.
//
// Tasks are numbered 0 … count-1; one runs once all that it needs have run. Among those that are
// ready the one with the lowest number goes first, so that a single worker takes them in a fixed
// order. Every worker has a stack for deep recursion (bigstack.h).
#ifndef CURFEW_BASE_POOL_H
#define CURFEW_BASE_POOL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct PoolTask {
    const uint32_t *needs; // tasks that come before this one
    uint32_t need_count;
} PoolTask;

// Runs run(ctx, worker, task) for every task; `worker` is 0 … workers-1. Returns when all have run.
// False when the needs are circular: the tasks of the circle, and what waits for them, did not run.
bool pool_run(const PoolTask *tasks, uint32_t count, uint32_t workers,
              void (*run)(void *ctx, uint32_t worker, uint32_t task), void *ctx);

// How many processors this process may use.
uint32_t pool_processors(void);

#endif

// bigstack.c - running a function on a large stack.
//
// The stack is mapped here rather than by pthread_attr_setstacksize, so that it is not counted
// against the memory that the system promises (MAP_NORESERVE), which strict settings would refuse.

// For MAP_ANONYMOUS, MAP_NORESERVE and MAP_STACK, which POSIX does not name.
#define _DEFAULT_SOURCE // NOLINT(bugprone-reserved-identifier)

#include "base/bigstack.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/mman.h>

enum { STACK_MIN = 8 << 20, GUARD = 64 << 10 };

typedef struct Call {
    void (*work)(void *);
    void *argument;
} Call;

static void *call(void *p)
{
    const Call *c = p;
    c->work(c->argument);
    return NULL;
}

static bool run_on(void *stack, size_t size, Call *c)
{
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) != 0)
        return false;
    bool started = pthread_attr_setstack(&attributes, stack, size) == 0 &&
                   pthread_create(&thread, &attributes, call, c) == 0;
    pthread_attr_destroy(&attributes);
    if (started)
        pthread_join(thread, NULL);
    return started;
}

static bool try_size(size_t size, Call *c)
{
    char *memory = mmap(NULL, size + GUARD, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED)
        return false;
    // Stacks grow downwards: running over ends in the guard and not in someone else's memory.
    bool done = mprotect(memory, GUARD, PROT_NONE) == 0 && run_on(memory + GUARD, size, c);
    munmap(memory, size + GUARD);
    return done;
}

void bigstack_run(void (*work)(void *), void *argument)
{
    Call c = {work, argument};
    for (size_t size = BIGSTACK_SIZE; size >= STACK_MIN; size /= 2)
        if (try_size(size, &c))
            return;
    work(argument);
}

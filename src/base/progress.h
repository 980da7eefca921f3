// progress.h - how far work has come, for a reader on another thread.
#ifndef CURFEW_BASE_PROGRESS_H
#define CURFEW_BASE_PROGRESS_H

#include <stdatomic.h>
#include <stdint.h>

// A zeroed one is ready. Whoever works adds; whoever shows it only reads.
typedef struct Progress {
    _Atomic uint32_t done, total;
} Progress;

// Nothing is counted where `p` is NULL.
static inline void progress_expect(Progress *p, uint32_t count)
{
    if (p)
        atomic_fetch_add(&p->total, count);
}

static inline void progress_step(Progress *p)
{
    if (p)
        atomic_fetch_add(&p->done, 1);
}

#endif

// progress.c - a line on a terminal that says how far a long run has come.
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    PATIENCE_MS = 1000, // what a person waits without a question
    REFRESH_MS = 100,
};

// Waits until the work has ended, at most for some time. The lock is held.
static bool has_ended(ProgressLine *line, long milliseconds)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += milliseconds / 1000;
    until.tv_nsec += milliseconds % 1000 * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    while (!line->end)
        if (pthread_cond_timedwait(&line->ended, &line->lock, &until) != 0)
            break;
    return line->end;
}

static void show(ProgressLine *line)
{
    uint32_t total = atomic_load(&line->progress.total), done = atomic_load(&line->progress.done);
    if (total == 0)
        fputs("\r\x1b[Kcurfew: reading", stderr);
    else
        fprintf(stderr, "\r\x1b[Kcurfew: %u of %u packages", done, total);
    fflush(stderr);
}

static void *work(void *p)
{
    ProgressLine *line = p;
    pthread_mutex_lock(&line->lock);
    bool shown = false;
    for (long wait = PATIENCE_MS; !has_ended(line, wait); wait = REFRESH_MS) {
        show(line);
        shown = true;
    }
    if (shown)
        fputs("\r\x1b[K", stderr);
    pthread_mutex_unlock(&line->lock);
    return NULL;
}

void progress_line_begin(ProgressLine *line)
{
    const char *terminal = getenv("TERM");
    *line = (ProgressLine){0};
    if (!isatty(STDERR_FILENO) || !terminal || strcmp(terminal, "dumb") == 0)
        return;
    pthread_mutex_init(&line->lock, NULL);
    pthread_cond_init(&line->ended, NULL);
    line->running = pthread_create(&line->thread, NULL, work, line) == 0;
}

void progress_line_end(ProgressLine *line)
{
    if (!line->running)
        return;
    pthread_mutex_lock(&line->lock);
    line->end = true;
    pthread_cond_signal(&line->ended);
    pthread_mutex_unlock(&line->lock);
    pthread_join(line->thread, NULL);
    pthread_cond_destroy(&line->ended);
    pthread_mutex_destroy(&line->lock);
    line->running = false;
}

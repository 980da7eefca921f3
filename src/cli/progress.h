// progress.h - a line on a terminal that says how far a long run has come.
#ifndef CURFEW_CLI_PROGRESS_H
#define CURFEW_CLI_PROGRESS_H

#include "base/progress.h"

#include <pthread.h>
#include <stdbool.h>

// A thread reads the counts and writes the line; nothing is written by runs that end within a second, and
// where standard error is no terminal.
typedef struct ProgressLine {
    Progress progress;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t ended;
    bool running, end;
} ProgressLine;

void progress_line_begin(ProgressLine *line);

// Removes what was written.
void progress_line_end(ProgressLine *line);

#endif

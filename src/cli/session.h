// session.h - one analysis of what the command line names, with the policy on what it found.
#ifndef CURFEW_CLI_SESSION_H
#define CURFEW_CLI_SESSION_H

#include "cli/settings.h"
#include "policy/policy.h"

typedef struct Session {
    Args *args;
    uint32_t first; // number of the first operand that is an input
    CheckOptions options;
    Policy policy;
    Inputs inputs;
    PathList patterns;
    SkipList unread; // inputs that were not read, wherever that was found out
    LoadGraph *graph;
    CheckResult *result;
    uint64_t ns, ns_load; // of the whole analysis, and of finding the packages
    const char *error;
    const char *baseline; // its path, where one is used; the file need not exist
    Source *baseline_text; // what it held, or NULL
    Changes *changes;      // of --new-from, or NULL
    Arena arena;
} Session;

// A session with the settings of the command line. False after printing what is wrong with it.
bool session_new(Session *s, Args *args);

// Finds the baseline and reads it where it is there, for commands that have --baseline. False after printing
// what is wrong with it; a missing one is a fault where it is named and `needed`.
bool session_baseline(Session *s, bool needed);

// Reads and analyses, says on standard error what could not be read, and has policy judge the findings. False
// after printing why nothing could be analysed.
bool session_run(Session *s);

void session_free(Session *s);

// ---- add_ignore.c ----

// Whether --add-ignore, where it is given, can be carried out; if not, that is printed.
bool add_ignore_args(const Args *args);

// Writes a comment for each finding that counts into its file; gives the exit status.
int add_ignore(Session *s);

#endif

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
    Arena arena;
} Session;

// A session with the settings of the command line. False after printing what is wrong with it.
bool session_new(Session *s, Args *args);

// Reads and analyses, says on standard error what could not be read, and has policy judge the findings. False
// after printing why nothing could be analysed.
bool session_run(Session *s);

void session_free(Session *s);

#endif

// options.h - the table of options; private to the files that parse and explain them.
#ifndef CURFEW_CLI_OPTIONS_H
#define CURFEW_CLI_OPTIONS_H

#include "cli/cli.h"

typedef struct Option {
    const char *name, *value, *choices, *brief, *help;
} Option;

extern const Option options[OPT_COUNT];

// Finds `value` between the bars of `choices`; -1 when it is not there.
int choice_index(const char *choices, Str value);

#endif

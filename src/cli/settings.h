// settings.h - what holds for a run: the defaults, the configuration file, and the command line over both.
#ifndef CURFEW_CLI_SETTINGS_H
#define CURFEW_CLI_SETTINGS_H

#include "cli/cli.h"
#include "policy/config.h"
#include "rules/check.h"

// Finds and reads the configuration into args->config, lays the options over it, and sets in args->values
// what the file says and no option did, so that those who ask for an option get what holds. What is wrong
// is printed, and the result is false.
bool settings_read(Args *args);

// The directory of the first input, absolute: where what holds for it is looked for.
const char *settings_directory(const Args *args, uint32_t first);

// The part of the settings that the analysis is told.
CheckOptions settings_check_options(const Args *args);

#endif

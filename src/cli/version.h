// version.h - the version of the program, by semantic versioning.
#ifndef CURFEW_CLI_VERSION_H
#define CURFEW_CLI_VERSION_H

#define CURFEW_VERSION "0.1.0"

#endif

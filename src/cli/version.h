// version.h - the version of the program, by semantic versioning.
#ifndef CURFEW_CLI_VERSION_H
#define CURFEW_CLI_VERSION_H

#define CURFEW_VERSION "0.1.0"

// The commit that the program was built from, with -dirty where files had changed since; "" when it was
// not built from a repository. mk/gen.mk makes it.
extern const char curfew_commit[];

#endif

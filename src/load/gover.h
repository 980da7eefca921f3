// gover.h - versions of Go itself, which are no semantic versions: "1.21", "1.21rc1", "1.21.3"
// (https://go.dev/ref/mod#go-mod-file-go, internal/gover).
#ifndef CURFEW_LOAD_GOVER_H
#define CURFEW_LOAD_GOVER_H

#include "base/str.h"

// Below, equal or above zero, as `a` is older, the same or newer. "1.21" is older than "1.21rc1",
// which is older than "1.21.0". What is no version is older than all that are.
int gover_compare(Str a, Str b);

bool gover_valid(Str version);

// Whether it is a version of the language ("1.21") and not of a release.
bool gover_is_language(Str version);

// N of the language version 1.N; 0 when it is no version.
uint32_t gover_minor(Str version);

// The version in the name of a toolchain ("go1.21.3-custom" has "1.21.3"); empty when there is
// none.
Str gover_of_toolchain(Str name);

#endif

// semver.h - semantic versions with a v in front, as modules have them ("v1.2.3-rc.1+incompatible";
// https://semver.org, https://go.dev/ref/mod#versions). Pseudo-versions are ordinary ones here.
#ifndef CURFEW_LOAD_SEMVER_H
#define CURFEW_LOAD_SEMVER_H

#include "base/str.h"

// "v1" and "v1.2" are valid too; they mean v1.0.0 and v1.2.0.
bool semver_valid(Str version);

// Below, equal or above zero by precedence. What is no version comes before all that are. What
// stands behind + does not count.
int semver_compare(Str a, Str b);

// "v1" of "v1.2.3"; empty for what is no version.
Str semver_major(Str version);

// What stands behind +, with it.
Str semver_build(Str version);

// With three numbers and without build metadata, except that +incompatible stays; empty for what is
// no version. Allocated in `a` where it differs.
Str semver_canonical(Arena *a, Str version);

#endif

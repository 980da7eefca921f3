// pattern.h - matching import paths and directories with patterns that hold `...` (`go help
// packages`). Private to src/load.
#ifndef CURFEW_LOAD_PATTERN_H
#define CURFEW_LOAD_PATTERN_H

#include "base/str.h"

// Whether `...` stands in it.
bool pattern_is_wild(Str pattern);

// `...` is any text, also with slashes; "x/..." matches "x" as well; no `...` matches what lies in
// a vendor directory, unless the pattern names that directory. `scratch` is for copies.
bool pattern_match(Arena *scratch, Str pattern, Str name);

// Whether anything below `name` may match.
bool pattern_reaches(Str pattern, Str name);

#endif

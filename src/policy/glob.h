// glob.h - patterns over paths, for what is excluded and for overrides.
//
// The patterns are those of .gitignore, without negation: `*` and `?` stop at slashes, `**` between slashes
// stands for any number of directories, `[a-z]` and `[!a-z]` for one character, a backslash takes the next
// character as it is. A pattern without a slash but at its end matches at any depth; any other is anchored. One
// that matches a directory matches all that is below it; with a slash at its end it matches directories only.
#ifndef CURFEW_POLICY_GLOB_H
#define CURFEW_POLICY_GLOB_H

#include "base/str.h"

// What is wrong with a pattern, or NULL.
const char *glob_fault(Str pattern);

// True when the pattern matches `path`, which is relative and has no `.` or `..` in it. The time is at most
// that of comparing each character of one with each of the other.
bool glob_match(Str pattern, Str path);

#endif

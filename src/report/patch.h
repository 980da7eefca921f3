// patch.h - the difference of two texts as a patch in the unified format.
#ifndef CURFEW_REPORT_PATCH_H
#define CURFEW_REPORT_PATCH_H

#include "base/str.h"

// Appends a patch that `git apply` and `patch -p1` take in the folder that `path` is relative to; nothing
// where the texts are equal.
void patch_put(const char *path, Str old, Str new, StrBuf *out);

#endif

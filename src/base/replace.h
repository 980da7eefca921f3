// replace.h - putting a new text in place of a file's, whole or not at all.
#ifndef CURFEW_BASE_REPLACE_H
#define CURFEW_BASE_REPLACE_H

#include "base/str.h"

// Replaces the file's text by `text` where the file still holds `expected`. The new text goes to a
// temporary file in the same folder, is on disk before it takes the old one's name in one step, and
// has its permissions and, where that is allowed, its owner and group. A symbolic link is followed
// and stays. Returns false and sets *error, without the path, when the file was left as it was.
bool file_replace(const char *path, Str expected, Str text, const char **error);

// Writes a file that may not be there yet, in the same way and whatever it held. What is no regular
// file, such as a pipe, is written to as it is.
bool file_put(const char *path, Str text, const char **error);

#endif

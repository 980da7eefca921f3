// suggest.h - "did you mean".
#ifndef CURFEW_BASE_SUGGEST_H
#define CURFEW_BASE_SUGGEST_H

#include <stddef.h>

// Of `count` words the one most like `word`, or NULL when none is near.
const char *suggest(const char *word, const char *const *words, size_t count);

#endif

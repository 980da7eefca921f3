// json_text.h - bytes as JSON strings, reversibly.
#ifndef CURFEW_BASE_JSON_TEXT_H
#define CURFEW_BASE_JSON_TEXT_H

#include "base/str.h"

#include <jansson.h>

// A JSON string of `text`. UTF-8 comes through as it is. A byte that is no part of UTF-8 becomes
// the private character U+F700 plus the byte (U+F780 to U+F7FF); where the text itself holds one of
// these 128 characters, its three bytes are written so. Hence each U+F7xx of the output is one
// byte, and the text can be had back whole.
json_t *json_text(Str text);

#endif

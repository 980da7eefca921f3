// json_value.h - JSON values, with what every writer of JSON needs of jansson.
//
// Values that are set or appended are taken over. jansson has nothing to fail of here: its memory comes
// from mem_alloc, and strings are UTF-8 by the time they get there.
#ifndef CURFEW_REPORT_JSON_VALUE_H
#define CURFEW_REPORT_JSON_VALUE_H

#include "base/json_text.h"

#include <stdio.h>

// To be called before the first value is made: memory then comes from mem_alloc.
void jsonv_begin(void);

void jsonv_set(json_t *object, const char *key, json_t *value);
void jsonv_set_text(json_t *object, const char *key, const char *text); // by json_text
void jsonv_set_number(json_t *object, const char *key, uint32_t n);
void jsonv_append(json_t *array, json_t *value);

// A string with control characters and what is not UTF-8 shown as escapes, as on a terminal.
json_t *jsonv_shown(const char *text);

// A string of exactly these bytes; NULL where they are not UTF-8.
json_t *jsonv_exact(Str text);

// {"KEY": VALUE}
json_t *jsonv_pair(const char *key, json_t *value);

// Writes the value in ASCII on one line, without a line end, and frees it.
void jsonv_put(json_t *value, FILE *out);

#endif

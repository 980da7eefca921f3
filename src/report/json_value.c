// json_value.c - JSON values, with what every writer of JSON needs of jansson.
#include "report/json_value.h"
#include "report/glyph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void jsonv_begin(void)
{
    json_set_alloc_funcs(mem_alloc, free); // which end the process rather than give NULL
}

void jsonv_set(json_t *object, const char *key, json_t *value)
{
    int failed = json_object_set_new_nocheck(object, key, value);
    assert(!failed);
    (void)failed;
}

void jsonv_set_text(json_t *object, const char *key, const char *text)
{
    jsonv_set(object, key, json_text(str_of(text)));
}

void jsonv_set_number(json_t *object, const char *key, uint32_t n)
{
    jsonv_set(object, key, json_integer((json_int_t)n));
}

void jsonv_append(json_t *array, json_t *value)
{
    int failed = json_array_append_new(array, value);
    assert(!failed);
    (void)failed;
}

json_t *jsonv_shown(const char *text)
{
    Arena a = {0};
    const char *safe = glyph_text(&a, text);
    json_t *value = json_stringn(safe, strlen(safe));
    arena_free(&a);
    return value;
}

json_t *jsonv_exact(Str text)
{
    return json_stringn(text.len ? text.ptr : "", text.len);
}

json_t *jsonv_pair(const char *key, json_t *value)
{
    json_t *object = json_object();
    jsonv_set(object, key, value);
    return object;
}

void jsonv_put(json_t *value, FILE *out)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENSURE_ASCII | JSON_ENCODE_ANY);
    assert(text);
    fputs(text, out);
    free(text);
    json_decref(value);
}

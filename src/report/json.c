// json.c - a run as one JSON object; docs/output.md is its reference.
//
// The object is written piece by piece, each finding and each skipped entry a line of its own, so
// that memory does not grow with their number and two runs can be compared line by line.
#include "report/json_text.h"
#include "report/report.h"
#include "rules/rule.h"

#include <assert.h>
#include <stdlib.h>

// Values that are set or appended are taken over. jansson has nothing to fail of here: its memory
// comes from mem_alloc, and json_text gives it UTF-8 only.
static void set(json_t *object, const char *key, json_t *value)
{
    int failed = json_object_set_new_nocheck(object, key, value);
    assert(!failed);
    (void)failed;
}

static void set_text(json_t *object, const char *key, const char *text)
{
    set(object, key, json_text(str_of(text)));
}

static void set_number(json_t *object, const char *key, uint32_t n)
{
    set(object, key, json_integer((json_int_t)n));
}

static void append(json_t *array, json_t *value)
{
    int failed = json_array_append_new(array, value);
    assert(!failed);
    (void)failed;
}

// A place that is nowhere has an empty path and line 0: all keys are always there.
static Position position_of(const Source *source, uint32_t offset)
{
    return source ? source_position(source, offset) : (Position){0, 0};
}

static void set_start(json_t *object, Place place)
{
    Position p = position_of(place.source, place.span.start);
    set_text(object, "path", place.source ? place.source->path : "");
    set_number(object, "line", p.line);
    set_number(object, "column", p.column);
}

static void set_end(json_t *object, Place place)
{
    Position end = position_of(place.source, place.span.end);
    set_number(object, "end_line", end.line);
    set_number(object, "end_column", end.column);
}

static json_t *related_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (Related, e, &f->related) {
        json_t *o = json_object();
        set_text(o, "role", e->role);
        set_start(o, e->place);
        set_end(o, e->place);
        set_text(o, "message", e->message ? e->message : "");
        append(array, o);
    }
    return array;
}

static json_t *witness_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (WitnessStep, w, &f->witness) {
        json_t *o = json_object();
        set_text(o, "goroutine", w->goroutine);
        set_start(o, w->place);
        set_text(o, "what", w->what);
        append(array, o);
    }
    return array;
}

static json_t *edits_json(const Fix *fix)
{
    json_t *array = json_array();
    VEC_EACH (Edit, e, &fix->edits) {
        json_t *o = json_object();
        set_start(o, e->place);
        set_end(o, e->place);
        set_number(o, "start_offset", e->place.span.start);
        set_number(o, "end_offset", e->place.span.end);
        set_text(o, "new_text", e->text);
        append(array, o);
    }
    return array;
}

static json_t *fixes_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (Fix, fix, &f->fixes) {
        json_t *o = json_object();
        set_text(o, "description", fix->description);
        set_text(o, "safety", fix_safety_name(fix->safety));
        set(o, "edits", edits_json(fix));
        append(array, o);
    }
    return array;
}

static json_t *finding_json(const Finding *f)
{
    json_t *o = json_object();
    set_text(o, "rule", f->rule->slug);
    set_text(o, "level", level_name(f->level));
    set_text(o, "failure", failure_name(f->failure));
    json_t *also = json_array();
    VEC_EACH (Failure, other, &f->also)
        append(also, json_text(str_of(failure_name(*other))));
    set(o, "also", also);
    set_text(o, "principle", principle_name(f->rule->principle));
    set_text(o, "message", f->message);
    set_start(o, f->place);
    set_end(o, f->place);
    set(o, "related", related_json(f));
    set(o, "witness", witness_json(f));
    json_t *notes = json_array();
    VEC_EACH (const char *, note, &f->notes)
        append(notes, json_text(str_of(*note)));
    set(o, "notes", notes);
    set(o, "fixes", fixes_json(f));
    char hex[17];
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)f->fingerprint);
    set_text(o, "fingerprint", hex);
    return o;
}

static json_t *skip_json(const Skip *s)
{
    json_t *o = json_object();
    set_text(o, "path", s->path);
    set_number(o, "line", s->line);
    set_text(o, "kind", s->kind);
    set_text(o, "reason", s->reason);
    return o;
}

static void dump(json_t *value, FILE *out)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENSURE_ASCII | JSON_ENCODE_ANY);
    assert(text);
    fputs(text, out);
    free(text);
    json_decref(value);
}

static void dump_skips(const SkipList *list, const char **separator, FILE *out)
{
    VEC_EACH (Skip, s, &list->items) {
        fputs(*separator, out);
        dump(skip_json(s), out);
        *separator = ",\n";
    }
}

void report_json(const Report *r, FILE *out)
{
    json_set_alloc_funcs(mem_alloc, free); // which end the process rather than give NULL
    fputs("{\"version\":1,\"go_version\":", out);
    dump(json_text(str_of(r->go_version)), out);
    fputs(",\"findings\":[", out);
    for (uint32_t i = 0; i < r->findings->items.len; i++) {
        fputs(i ? ",\n" : "\n", out);
        dump(finding_json(r->findings->items.data[i]), out);
    }
    fputs("],\"skipped\":[", out);
    const char *separator = "\n";
    dump_skips(r->unread, &separator, out);
    dump_skips(r->skipped, &separator, out);
    fputs("],\"missing_imports\":", out);
    json_t *missing = json_array();
    for (uint32_t i = 0; i < r->missing_count; i++)
        append(missing, json_text(r->missing[i]));
    dump(missing, out);
    fputs("}\n", out);
}

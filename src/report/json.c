// json.c - a run as JSON, one object or one a line; docs/output.md is its reference.
//
// The object is written piece by piece, each finding and each skipped entry a line of its own, so
// that memory does not grow with their number and two runs can be compared line by line.
#include "report/json_value.h"
#include "report/report.h"
#include "rules/rule.h"


// A place that is nowhere has an empty path and line 0: all keys are always there.
static Position position_of(const Source *source, uint32_t offset)
{
    return source ? source_position(source, offset) : (Position){0, 0};
}

static void set_start(json_t *object, Place place)
{
    Position p = position_of(place.source, place.span.start);
    jsonv_set_text(object, "path", place.source ? place.source->path : "");
    jsonv_set_number(object, "line", p.line);
    jsonv_set_number(object, "column", p.column);
}

static void set_end(json_t *object, Place place)
{
    Position end = position_of(place.source, place.span.end);
    jsonv_set_number(object, "end_line", end.line);
    jsonv_set_number(object, "end_column", end.column);
}

static json_t *related_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (Related, e, &f->related) {
        json_t *o = json_object();
        jsonv_set_text(o, "role", e->role);
        set_start(o, e->place);
        set_end(o, e->place);
        jsonv_set_text(o, "message", e->message ? e->message : "");
        jsonv_append(array, o);
    }
    return array;
}

static json_t *witness_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (WitnessStep, w, &f->witness) {
        json_t *o = json_object();
        jsonv_set_text(o, "goroutine", w->goroutine);
        set_start(o, w->place);
        jsonv_set_text(o, "what", w->what);
        jsonv_append(array, o);
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
        jsonv_set_number(o, "start_offset", e->place.span.start);
        jsonv_set_number(o, "end_offset", e->place.span.end);
        jsonv_set_text(o, "new_text", e->text);
        jsonv_append(array, o);
    }
    return array;
}

static json_t *fixes_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (Fix, fix, &f->fixes) {
        json_t *o = json_object();
        jsonv_set_text(o, "description", fix->description);
        jsonv_set_text(o, "safety", fix_safety_name(fix->safety));
        jsonv_set(o, "edits", edits_json(fix));
        jsonv_append(array, o);
    }
    return array;
}

static json_t *finding_json(const Finding *f)
{
    json_t *o = json_object();
    jsonv_set_text(o, "rule", f->rule->slug);
    jsonv_set_text(o, "level", level_name(f->level));
    jsonv_set_text(o, "failure", failure_name(f->failure));
    json_t *also = json_array();
    VEC_EACH (Failure, other, &f->also)
        jsonv_append(also, json_text(str_of(failure_name(*other))));
    jsonv_set(o, "also", also);
    jsonv_set_text(o, "principle", principle_name(f->rule->principle));
    jsonv_set_text(o, "message", f->message);
    set_start(o, f->place);
    set_end(o, f->place);
    jsonv_set(o, "related", related_json(f));
    jsonv_set(o, "witness", witness_json(f));
    json_t *notes = json_array();
    VEC_EACH (const char *, note, &f->notes)
        jsonv_append(notes, json_text(str_of(*note)));
    jsonv_set(o, "notes", notes);
    jsonv_set(o, "fixes", fixes_json(f));
    char hex[17];
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)f->fingerprint);
    jsonv_set_text(o, "fingerprint", hex);
    return o;
}

static json_t *skip_json(const Skip *s)
{
    json_t *o = json_object();
    jsonv_set_text(o, "path", s->path);
    jsonv_set_number(o, "line", s->line);
    jsonv_set_text(o, "kind", s->kind);
    jsonv_set_text(o, "reason", s->reason);
    return o;
}

static void dump_skips(const SkipList *list, const char **separator, FILE *out)
{
    VEC_EACH (Skip, s, &list->items) {
        fputs(*separator, out);
        jsonv_put(skip_json(s), out);
        *separator = ",\n";
    }
}

static json_t *missing_json(const Report *r)
{
    json_t *missing = json_array();
    for (uint32_t i = 0; i < r->missing_count; i++)
        jsonv_append(missing, json_text(r->missing[i]));
    return missing;
}

void report_json(const Report *r, FILE *out)
{
    jsonv_begin();
    fputs("{\"version\":1,\"go_version\":", out);
    jsonv_put(json_text(str_of(r->go_version)), out);
    fputs(",\"findings\":[", out);
    for (uint32_t i = 0; i < r->findings->items.len; i++) {
        fputs(i ? ",\n" : "\n", out);
        jsonv_put(finding_json(r->findings->items.data[i]), out);
    }
    fputs("],\"skipped\":[", out);
    const char *separator = "\n";
    dump_skips(r->unread, &separator, out);
    dump_skips(r->skipped, &separator, out);
    fputs("],\"missing_imports\":", out);
    jsonv_put(missing_json(r), out);
    fputs("}\n", out);
}

// ---- jsonl: the same, each entry an object of its own that says what it is ----

static json_t *typed(const char *type, json_t *fields)
{
    json_t *o = json_object();
    jsonv_set_text(o, "type", type);
    json_object_update(o, fields);
    json_decref(fields);
    return o;
}

static void put_line(json_t *value, FILE *out)
{
    jsonv_put(value, out);
    fputc('\n', out);
}

void report_jsonl(const Report *r, FILE *out)
{
    jsonv_begin();
    json_t *run = json_object();
    jsonv_set_number(run, "version", 1);
    jsonv_set_text(run, "go_version", r->go_version);
    jsonv_set_number(run, "files", r->files);
    jsonv_set(run, "missing_imports", missing_json(r));
    put_line(typed("run", run), out);
    VEC_EACH (Finding *, f, &r->findings->items)
        put_line(typed("finding", finding_json(*f)), out);
    VEC_EACH (Skip, s, &r->unread->items)
        put_line(typed("skipped", skip_json(s)), out);
    VEC_EACH (Skip, s, &r->skipped->items)
        put_line(typed("skipped", skip_json(s)), out);
}

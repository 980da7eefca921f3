// rdjson.c - reviewdog's diagnostic format, in which a fix can become a suggestion on a change.
//
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Lines and columns count from 1, columns
// count bytes of UTF-8, and the end is the place behind the last byte. A suggestion replaces one range,
// so the edits of a fix become one, with what stands between them.
#include "report/edit.h"
#include "report/json_value.h"
#include "report/report.h"
#include "report/where.h"
#include "rules/rule.h"

static const char *const severities[] = {
    [LEVEL_ADVICE] = "INFO",
    [LEVEL_WARNING] = "WARNING",
    [LEVEL_ERROR] = "ERROR",
};

static json_t *position_json(uint32_t line, uint32_t column)
{
    json_t *o = json_object();
    jsonv_set_number(o, "line", line);
    if (column)
        jsonv_set_number(o, "column", column);
    return o;
}

static json_t *range_json(Place place)
{
    Region at = where_bytes(place);
    json_t *o = json_object();
    jsonv_set(o, "start", position_json(at.line, at.column));
    jsonv_set(o, "end", position_json(at.end_line, at.end_column));
    return o;
}

static json_t *location_json(const char *path, json_t *range)
{
    json_t *o = json_object();
    jsonv_set_text(o, "path", path);
    jsonv_set(o, "range", range);
    return o;
}

// NULL where the fix is not one range of the finding's own file that is short enough to be read.
static json_t *suggestion_json(const Finding *f, const Fix *fix)
{
    enum { LINES = 40 };
    const Source *source = f->place.source;
    VEC_EACH (Edit, e, &fix->edits)
        if (e->place.source != source)
            return NULL;
    if (fix->edits.len == 0 || !edit_valid(fix, source))
        return NULL;
    Span all = {fix->edits.data[0].place.span.start, vec_last(&fix->edits).place.span.end};
    Region at = where_bytes((Place){source, all});
    if (at.end_line - at.line > LINES)
        return NULL;
    StrBuf text = {0};
    edit_apply(fix, source, all, &text);
    json_t *value = jsonv_exact(strbuf_view(&text));
    strbuf_free(&text);
    if (!value)
        return NULL;
    json_t *o = json_object();
    jsonv_set(o, "range", range_json((Place){source, all}));
    jsonv_set(o, "text", value);
    return o;
}

// A suggestion is carried out with one click, so only a safe fix is one.
static json_t *suggestions_json(const Finding *f)
{
    json_t *array = json_array();
    VEC_EACH (Fix, fix, &f->fixes) {
        json_t *o = fix->safety == FIX_SAFE ? suggestion_json(f, fix) : NULL;
        if (o)
            jsonv_append(array, o);
    }
    return array;
}

static json_t *related_json(const Finding *f, Arena *a)
{
    json_t *array = json_array();
    VEC_EACH (Related, e, &f->related) {
        if (!e->place.source)
            continue;
        const char *text = e->message ? arena_printf(a, "%s: %s", e->role, e->message) : e->role;
        json_t *o = json_object();
        jsonv_set(o, "message", jsonv_shown(text));
        jsonv_set(o, "location", location_json(e->place.source->path, range_json(e->place)));
        jsonv_append(array, o);
    }
    return array;
}

static json_t *finding_json(const Finding *f, Arena *a)
{
    json_t *o = json_object();
    jsonv_set(o, "message", jsonv_shown(f->message));
    jsonv_set(o, "location", location_json(f->place.source->path, range_json(f->place)));
    jsonv_set_text(o, "severity", severities[f->level]);
    jsonv_set(o, "code", jsonv_pair("value", json_string(f->rule->slug)));
    jsonv_set(o, "suggestions", suggestions_json(f));
    jsonv_set(o, "related_locations", related_json(f, a));
    return o;
}

static json_t *skip_json(const Skip *s, const char *severity, Arena *a)
{
    json_t *o = json_object();
    json_t *range = jsonv_pair("start", position_json(s->line ? s->line : 1, 0));
    jsonv_set(o, "message", jsonv_shown(s->reason));
    jsonv_set(o, "location", location_json(s->path, range));
    jsonv_set_text(o, "severity", severity);
    jsonv_set(o, "code", jsonv_pair("value", jsonv_shown(arena_printf(a, "skipped/%s", s->kind))));
    return o;
}

static void put_entry(json_t *entry, const char **separator, FILE *out)
{
    fputs(*separator, out);
    jsonv_put(entry, out);
    *separator = ",\n";
}

void report_rdjson(const Report *r, FILE *out)
{
    jsonv_begin();
    Arena a = {0};
    const char *separator = "\n";
    fputs("{\"source\":{\"name\":\"curfew\"},\"diagnostics\":[", out);
    VEC_EACH (Finding *, f, &r->findings->items)
        put_entry(finding_json(*f, &a), &separator, out);
    VEC_EACH (Skip, s, &r->unread->items)
        put_entry(skip_json(s, "ERROR", &a), &separator, out);
    VEC_EACH (Skip, s, &r->skipped->items)
        put_entry(skip_json(s, "INFO", &a), &separator, out);
    fputs("]}\n", out);
    arena_free(&a);
}

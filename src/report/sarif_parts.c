// sarif_parts.c - locations, flows and fixes of SARIF.
#include "report/sarif_parts.h"
#include "report/edit.h"
#include "report/glyph.h"

#include <stdlib.h>
#include <string.h>

// Go's `f[i](1)` is how a message links to a related location (3.11.6), unless its bracket is escaped.
json_t *sarif_message(const char *text)
{
    StrBuf out = {0};
    Str s = str_of(text);
    bool link = str_find(s, STR("](")) != SIZE_MAX;
    for (size_t at = 0; at < s.len;) {
        Glyph g = glyph_at(s, at);
        if (s.ptr[at] == '\n') {
            strbuf_addc(&out, '\n');
        } else {
            strbuf_adds(&out, link && (s.ptr[at] == '[' || s.ptr[at] == ']') ? "\\" : "");
            strbuf_add(&out, (Str){g.text, g.text_len});
        }
        at += g.len;
    }
    json_t *message = jsonv_pair("text", jsonv_exact((Str){out.data ? out.data : "", out.len}));
    strbuf_free(&out);
    return message;
}

const char *sarif_level(Level level)
{
    return level == LEVEL_ADVICE ? "note" : level_name(level);
}

// ---- Locations ----

json_t *sarif_artifact(const Report *r, const char *path, Arena *a)
{
    bool relative;
    json_t *o = json_object();
    const char *uri = where_uri(where_path(r, path, a), a, &relative);
    jsonv_set(o, "uri", json_string(uri));
    if (relative)
        jsonv_set_text(o, "uriBaseId", "%SRCROOT%");
    return o;
}

json_t *sarif_region(Place place)
{
    enum { SNIPPET = 400 }; // bytes: longer ones are not for reading
    Region at = where_utf16(place);
    json_t *o = json_object();
    jsonv_set_number(o, "startLine", at.line);
    jsonv_set_number(o, "startColumn", at.column);
    jsonv_set_number(o, "endLine", at.end_line);
    jsonv_set_number(o, "endColumn", at.end_column);
    jsonv_set_number(o, "byteOffset", place.span.start);
    jsonv_set_number(o, "byteLength", place.span.end - place.span.start);
    Str text = source_str(place.source, place.span);
    json_t *snippet = text.len > 0 && text.len <= SNIPPET ? jsonv_exact(text) : NULL;
    if (snippet)
        jsonv_set(o, "snippet", jsonv_pair("text", snippet));
    return o;
}

json_t *sarif_physical(const Report *r, Place place, Arena *a)
{
    json_t *o = json_object();
    jsonv_set(o, "artifactLocation", sarif_artifact(r, place.source->path, a));
    jsonv_set(o, "region", sarif_region(place));
    return o;
}

json_t *sarif_location(const Report *r, Place place, const char *text, Arena *a)
{
    json_t *o = json_object();
    if (place.source)
        jsonv_set(o, "physicalLocation", sarif_physical(r, place, a));
    jsonv_set(o, "message", sarif_message(text));
    return o;
}

// ---- Flows ----

// A thread flow (3.37) without steps yet.
static json_t *thread_json(const char *id)
{
    json_t *o = json_object();
    jsonv_set(o, "id", jsonv_shown(id));
    jsonv_set(o, "locations", json_array());
    return o;
}

static void add_step(json_t *thread, json_t *location, uint32_t order)
{
    json_t *step = jsonv_pair("location", location);
    jsonv_set_number(step, "executionOrder", order);
    jsonv_append(json_object_get(thread, "locations"), step);
}

// A thread for each goroutine, in the order of their first steps; the numbers of the steps interleave them.
static json_t *witness_threads(const Report *r, const Finding *f, Arena *a)
{
    json_t *threads = json_array();
    for (uint32_t i = 0; i < f->witness.len; i++) {
        const WitnessStep *w = &f->witness.data[i];
        json_t *thread = NULL;
        size_t index = 0;
        for (uint32_t k = 0; k < i && !thread; k++) {
            bool first = true; // step k is its goroutine's first one
            for (uint32_t j = 0; j < k; j++)
                first &= strcmp(f->witness.data[j].goroutine, f->witness.data[k].goroutine) != 0;
            if (first && strcmp(f->witness.data[k].goroutine, w->goroutine) == 0)
                thread = json_array_get(threads, index);
            index += first;
        }
        if (!thread) {
            thread = thread_json(w->goroutine);
            jsonv_append(threads, thread);
        }
        add_step(thread, sarif_location(r, w->place, w->what, a), i + 1);
    }
    return threads;
}

typedef struct StoryStep {
    Place place;
    const char *text;
} StoryStep;

// By file, the finding's own first, then by place.
static int by_place(const void *x, const void *y)
{
    const StoryStep *a = x, *b = y;
    if (a->place.source != b->place.source) {
        int order = strcmp(a->place.source->path, b->place.source->path);
        if (order)
            return order;
    }
    uint32_t left = a->place.span.start, right = b->place.span.start;
    return (left > right) - (left < right);
}

// The places of the finding in the order of the text, which is the order that one reads a story in.
static json_t *story_threads(const Report *r, const Finding *f, Arena *a)
{
    VEC(StoryStep) steps = {0};
    vec_push(a, &steps, (StoryStep){f->place, f->message});
    VEC_EACH (Related, e, &f->related)
        if (e->place.source)
            vec_push(a, &steps, (StoryStep){e->place, e->role});
    json_t *threads = json_array();
    if (steps.len < 2)
        return threads;
    qsort(steps.data, steps.len, sizeof *steps.data, by_place);
    json_t *thread = thread_json(f->symbol[0] ? f->symbol : f->rule->slug);
    VEC_EACH (StoryStep, s, &steps) {
        json_t *step = jsonv_pair("location", sarif_location(r, s->place, s->text, a));
        jsonv_append(json_object_get(thread, "locations"), step);
    }
    jsonv_append(threads, thread);
    return threads;
}

json_t *sarif_flows(const Report *r, const Finding *f, Arena *a)
{
    bool run = f->witness.len > 0;
    json_t *flows = json_array();
    json_t *threads = run ? witness_threads(r, f, a) : story_threads(r, f, a);
    if (json_array_size(threads) == 0) {
        json_decref(threads);
        return flows;
    }
    json_t *flow = json_object();
    jsonv_set(flow, "message", sarif_message(run ? "A run that fails." : "The places of the story, in the order of the text."));
    jsonv_set(flow, "threadFlows", threads);
    jsonv_append(flows, flow);
    return flows;
}

// ---- Fixes ----

// A replacement (3.57), or NULL where the text is not UTF-8.
static json_t *replacement_json(const Edit *e)
{
    json_t *text = jsonv_exact(str_of(e->text));
    if (!text)
        return NULL;
    json_t *o = json_object();
    json_t *region = sarif_region(e->place);
    json_object_del(region, "snippet"); // what is replaced is not repeated
    jsonv_set(o, "deletedRegion", region);
    jsonv_set(o, "insertedContent", jsonv_pair("text", text));
    return o;
}

// The change of one file (3.56), made of the edits that lie in it; NULL where one of them cannot be said.
static json_t *change_json(const Report *r, const Fix *fix, const Source *source, Arena *a)
{
    json_t *replacements = json_array();
    bool whole = edit_valid(fix, source);
    VEC_EACH (Edit, e, &fix->edits) {
        if (e->place.source != source)
            continue;
        json_t *o = replacement_json(e);
        whole &= o != NULL;
        if (o)
            jsonv_append(replacements, o);
    }
    json_t *change = jsonv_pair("artifactLocation", sarif_artifact(r, source->path, a));
    jsonv_set(change, "replacements", replacements);
    if (whole)
        return change;
    json_decref(change);
    return NULL;
}

static bool first_of_source(const Fix *fix, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (fix->edits.data[k].place.source == fix->edits.data[i].place.source)
            return false;
    return true;
}

static json_t *fix_json(const Report *r, const Fix *fix, Arena *a)
{
    json_t *changes = json_array();
    bool whole = fix->edits.len > 0;
    for (uint32_t i = 0; i < fix->edits.len && whole; i++) {
        if (!first_of_source(fix, i))
            continue;
        json_t *change = change_json(r, fix, fix->edits.data[i].place.source, a);
        whole = change != NULL;
        if (change)
            jsonv_append(changes, change);
    }
    json_t *o = json_object();
    jsonv_set(o, "description",
              sarif_message(arena_printf(a, "%s (%s)", fix->description, fix_safety_name(fix->safety))));
    jsonv_set(o, "artifactChanges", changes);
    jsonv_set(o, "properties", jsonv_pair("safety", json_string(fix_safety_name(fix->safety))));
    if (whole)
        return o;
    json_decref(o);
    return NULL;
}

json_t *sarif_fixes(const Report *r, const Finding *f, Arena *a)
{
    json_t *array = json_array();
    VEC_EACH (Fix, fix, &f->fixes) {
        json_t *o = fix_json(r, fix, a);
        if (o)
            jsonv_append(array, o);
    }
    return array;
}

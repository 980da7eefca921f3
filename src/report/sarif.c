// sarif.c - a run in the Static Analysis Results Interchange Format, version 2.1.0.
//
// The numbers in comments are clauses of the OASIS standard. Code scanning of GitHub, Azure DevOps and the
// viewers of editors read it. Columns are UTF-16 code units, paths are relative to the top of the repository.
#include "report/sarif_parts.h"

#include <string.h>

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// ---- A result (3.27) ----

static json_t *related_json(const Report *r, const Finding *f, Arena *a)
{
    json_t *array = json_array();
    uint32_t id = 0;
    VEC_EACH (Related, e, &f->related) {
        const char *text = e->message ? arena_printf(a, "%s: %s", e->role, e->message) : e->role;
        json_t *location = sarif_location(r, e->place, text, a);
        jsonv_set_number(location, "id", id++);
        jsonv_append(array, location);
    }
    return array;
}

// The enclosing function (3.33), as a stack trace names it.
static json_t *logical_json(const Finding *f)
{
    json_t *o = json_object();
    bool global = f->symbol[0] == 0;
    jsonv_set(o, "fullyQualifiedName", jsonv_shown(global ? f->package : f->symbol));
    jsonv_set_text(o, "kind", global ? "package" : "function");
    json_t *array = json_array();
    jsonv_append(array, o);
    return array;
}

static json_t *locations_json(const Report *r, const Finding *f, Arena *a)
{
    json_t *location = json_object();
    jsonv_set(location, "physicalLocation", sarif_physical(r, f->place, a));
    if (f->package[0])
        jsonv_set(location, "logicalLocations", logical_json(f));
    json_t *array = json_array();
    jsonv_append(array, location);
    return array;
}

static json_t *properties_json(const Finding *f)
{
    json_t *o = json_object(), *also = json_array(), *notes = json_array();
    jsonv_set_text(o, "failure", failure_name(f->failure));
    VEC_EACH (Failure, other, &f->also)
        jsonv_append(also, json_string(failure_name(*other)));
    jsonv_set(o, "also", also);
    jsonv_set_text(o, "principle", principle_name(f->rule->principle));
    VEC_EACH (const char *, note, &f->notes)
        jsonv_append(notes, jsonv_shown(*note));
    jsonv_set(o, "notes", notes);
    return o;
}

// Why the result does not count (3.35); the array is empty where it does.
static json_t *suppressions_json(const Finding *f)
{
    json_t *array = json_array();
    if (f->standing != STANDING_IGNORED && f->standing != STANDING_KNOWN)
        return array;
    bool ignored = f->standing == STANDING_IGNORED;
    json_t *o = json_object();
    jsonv_set_text(o, "kind", ignored ? "inSource" : "external");
    const char *why = ignored ? f->excuse : "the baseline has it";
    if (why)
        jsonv_set(o, "justification", jsonv_shown(why));
    jsonv_append(array, o);
    return array;
}

// What is said in one sentence, then the notes.
static const char *message_text(const Finding *f, Arena *a)
{
    const char *text = arena_printf(a, "%s.", f->message);
    VEC_EACH (const char *, note, &f->notes)
        text = arena_printf(a, "%s\n%s", text, *note);
    return text;
}

// Empty arrays say nothing and are left out.
static void set_filled(json_t *object, const char *key, json_t *array)
{
    if (json_array_size(array) > 0)
        jsonv_set(object, key, array);
    else
        json_decref(array);
}

static json_t *result_json(const Report *r, const Finding *f, Arena *a)
{
    json_t *o = json_object();
    const Rule *rule = rule_find(str_of(f->rule->slug));
    jsonv_set_text(o, "ruleId", f->rule->slug);
    if (rule)
        jsonv_set_number(o, "ruleIndex", (uint32_t)(rule - rules));
    jsonv_set_text(o, "level", sarif_level(f->level));
    jsonv_set(o, "message", sarif_message(message_text(f, a)));
    jsonv_set(o, "locations", locations_json(r, f, a));
    set_filled(o, "relatedLocations", related_json(r, f, a));
    set_filled(o, "codeFlows", sarif_flows(r, f, a));
    set_filled(o, "fixes", sarif_fixes(r, f, a));
    char hex[17];
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)f->fingerprint);
    jsonv_set(o, "partialFingerprints", jsonv_pair("curfew/v1", json_string(hex)));
    jsonv_set(o, "suppressions", suppressions_json(f));
    jsonv_set(o, "properties", properties_json(f));
    return o;
}

// ---- The run (3.14) ----

static void add_notifications(const Report *r, const SkipList *list, const char *level, json_t *array, Arena *a)
{
    VEC_EACH (Skip, s, &list->items) {
        json_t *physical = jsonv_pair("artifactLocation", sarif_artifact(r, s->path, a));
        if (s->line) {
            json_t *region = json_object();
            jsonv_set_number(region, "startLine", s->line);
            jsonv_set(physical, "region", region);
        }
        json_t *locations = json_array();
        jsonv_append(locations, jsonv_pair("physicalLocation", physical));
        json_t *o = json_object();
        jsonv_set(o, "descriptor", jsonv_pair("id", jsonv_shown(arena_printf(a, "skipped/%s", s->kind))));
        jsonv_set_text(o, "level", level);
        jsonv_set(o, "message", sarif_message(s->reason));
        jsonv_set(o, "locations", locations);
        jsonv_append(array, o);
    }
}

// The invocation (3.20): whether all was read, and what was not.
static json_t *invocations_json(const Report *r, Arena *a)
{
    json_t *o = json_object(), *notes = json_array(), *array = json_array();
    jsonv_set(o, "executionSuccessful", json_boolean(r->unread->items.len == 0));
    add_notifications(r, r->unread, "error", notes, a);
    add_notifications(r, r->skipped, "note", notes, a);
    jsonv_set(o, "toolExecutionNotifications", notes);
    jsonv_append(array, o);
    return array;
}

static json_t *tool_json(const Report *r)
{
    json_t *driver = json_object();
    jsonv_set_text(driver, "name", "curfew");
    jsonv_set_text(driver, "semanticVersion", r->version ? r->version : "0.0.0");
    jsonv_set(driver, "shortDescription",
              sarif_message("finds goroutine leaks, deadlocks and lossy shutdowns in Go code"));
    jsonv_set(driver, "rules", sarif_rules(r));
    return jsonv_pair("driver", driver);
}

static json_t *bases_json(void)
{
    json_t *root = json_object();
    jsonv_set(root, "description", sarif_message("The top of the repository."));
    return jsonv_pair("%SRCROOT%", root);
}

static void put_results(const Report *r, const FindingList *list, const char **separator, FILE *out)
{
    Arena a = {0};
    for (uint32_t i = 0; list && i < list->items.len; i++) {
        fputs(*separator, out);
        jsonv_put(result_json(r, list->items.data[i], &a), out);
        *separator = ",\n";
        arena_reset(&a);
    }
    arena_free(&a);
}

static void put_member(const char *key, json_t *value, FILE *out)
{
    fprintf(out, "\"%s\":", key);
    jsonv_put(value, out);
    fputs(",\n", out);
}

void report_sarif(const Report *r, FILE *out)
{
    jsonv_begin();
    Arena a = {0};
    fputs("{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{\n", out);
    put_member("tool", tool_json(r), out);
    put_member("columnKind", json_string("utf16CodeUnits"), out);
    put_member("originalUriBaseIds", bases_json(), out);
    put_member("invocations", invocations_json(r, &a), out);
    fputs("\"results\":[", out);
    const char *separator = "\n";
    put_results(r, r->findings, &separator, out);
    put_results(r, r->suppressed, &separator, out);
    fputs("]}]}\n", out);
    arena_free(&a);
}

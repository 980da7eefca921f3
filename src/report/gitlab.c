// gitlab.c - a Code Quality report of GitLab: the issues of Code Climate's specification, as an array.
//
// https://docs.gitlab.com/ci/testing/code_quality: description, check_name, fingerprint, severity,
// location.path and location.lines.begin are what GitLab reads. Issues with equal fingerprints count once.
#include "base/map.h"
#include "report/json_value.h"
#include "report/report.h"
#include "report/where.h"
#include "rules/rule.h"

static const char *const severities[] = {
    [LEVEL_ADVICE] = "info",
    [LEVEL_WARNING] = "major",
    [LEVEL_ERROR] = "critical",
};

static json_t *location_json(const Report *r, const Finding *f, Arena *a)
{
    Region at = where_bytes(f->place);
    json_t *lines = json_object();
    jsonv_set_number(lines, "begin", at.line);
    jsonv_set_number(lines, "end", at.end_line);
    json_t *location = json_object();
    jsonv_set_text(location, "path", where_path(r, f->place.source->path, a));
    jsonv_set(location, "lines", lines);
    return location;
}

// Issues with equal fingerprints, as two documents that quote the same code have, are told apart by a suffix.
static const char *fingerprint_of(const Finding *f, Map *seen, Arena *kept, Arena *a)
{
    uint64_t count = map_or(seen, f->fingerprint, 0) + 1;
    map_put(kept, seen, f->fingerprint, count);
    const char *hex = arena_printf(a, "%016llx", (unsigned long long)f->fingerprint);
    return count == 1 ? hex : arena_printf(a, "%s-%llu", hex, (unsigned long long)count);
}

static json_t *issue_json(const Report *r, const Finding *f, const char *print, Arena *a)
{
    json_t *o = json_object();
    jsonv_set_text(o, "type", "issue");
    jsonv_set_text(o, "check_name", f->rule->slug);
    jsonv_set(o, "description", jsonv_shown(f->message));
    json_t *categories = json_array();
    jsonv_append(categories, json_string("Bug Risk"));
    jsonv_set(o, "categories", categories);
    jsonv_set_text(o, "severity", severities[f->level]);
    jsonv_set_text(o, "fingerprint", print);
    jsonv_set(o, "location", location_json(r, f, a));
    return o;
}

void report_gitlab(const Report *r, FILE *out)
{
    jsonv_begin();
    Arena a = {0}, kept = {0};
    Map seen = {0};
    fputc('[', out);
    for (uint32_t i = 0; i < r->findings->items.len; i++) {
        fputs(i ? ",\n" : "\n", out);
        const Finding *f = r->findings->items.data[i];
        jsonv_put(issue_json(r, f, fingerprint_of(f, &seen, &kept, &a), &a), out);
        arena_reset(&a);
    }
    fputs("]\n", out);
    arena_free(&a);
    arena_free(&kept);
}

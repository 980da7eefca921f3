// baseline.c - findings that are known: .curfew-baseline.json.
#include "policy/baseline.h"
#include "base/json_text.h"
#include "base/map.h"
#include "base/path.h"
#include "rules/rule.h"

#include <stdlib.h>

#define BASELINE_NAME ".curfew-baseline.json"

enum { BASELINE_VERSION = 1 };

const char *baseline_path(Arena *a, const char *config_dir, const char *dir)
{
    if (config_dir && path_exists(path_join(a, config_dir, BASELINE_NAME)))
        return path_join(a, config_dir, BASELINE_NAME);
    const char *root = path_find_up(a, dir, "go.work", ".git");
    if (!root)
        root = path_find_up(a, dir, "go.mod", ".git");
    const char *root_dir = root ? path_directory(a, root) : dir;
    const char *there = path_join(a, root_dir, BASELINE_NAME);
    return config_dir && !path_exists(there) ? path_join(a, config_dir, BASELINE_NAME) : there;
}

// ---- Reading ----

static const char *text_in(Arena *a, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_string(value) ? arena_strndup(a, json_string_value(value), json_string_length(value)) : NULL;
}

static bool read_fingerprint(const json_t *object, uint64_t *out)
{
    const char *text = json_string_value(json_object_get(object, "fingerprint"));
    if (!text || strlen(text) != 16 || strspn(text, "0123456789abcdef") != 16)
        return false;
    *out = strtoull(text, NULL, 16);
    return true;
}

static bool read_entry(Baseline *b, const json_t *value)
{
    BaselineEntry e = {
        .path = text_in(&b->arena, value, "path"),
        .symbol = text_in(&b->arena, value, "symbol"),
        .rule = text_in(&b->arena, value, "rule"),
        .message = text_in(&b->arena, value, "message"),
    };
    if (!read_fingerprint(value, &e.fingerprint) || !e.path || !e.rule)
        return false;
    vec_push(&b->arena, &b->entries, e);
    return true;
}

// What is wrong with the whole, or NULL.
static const char *read_root(Baseline *b, const json_t *root)
{
    const json_t *version = json_object_get(root, "version"), *list = json_object_get(root, "findings");
    if (!json_is_integer(version) || !json_is_array(list))
        return "this is no baseline: it has no `version` and `findings`";
    if (json_integer_value(version) != BASELINE_VERSION)
        return arena_printf(&b->arena, "version %lld of the baseline is not known; %d is",
                            (long long)json_integer_value(version), BASELINE_VERSION);
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!read_entry(b, json_array_get(list, i)))
            return arena_printf(&b->arena, "entry %zu has no path, rule or fingerprint", i + 1);
    return NULL;
}

Baseline *baseline_read(Arena *a, Str text, const char *dir, uint32_t *line, const char **error)
{
    json_set_alloc_funcs(mem_alloc, free);
    Baseline *b = mem_alloc(sizeof *b);
    *b = (Baseline){0};
    b->dir = arena_strndup(&b->arena, dir, strlen(dir));
    json_error_t fault;
    json_t *root = json_loadb(text.ptr ? text.ptr : "", text.len, JSON_REJECT_DUPLICATES, &fault);
    *line = root ? 0 : (uint32_t)(fault.line > 0 ? fault.line : 0);
    *error = root ? read_root(b, root) : "this is not JSON; has a merge left its marks?";
    json_decref(root);
    if (!*error)
        return b;
    *error = arena_strndup(a, *error, strlen(*error));
    baseline_free(b);
    return NULL;
}

void baseline_free(Baseline *b)
{
    if (!b)
        return;
    arena_free(&b->arena);
    free(b);
}

// ---- Paths ----

// The path of a source below `dir` in JSON's form; absolute where it lies elsewhere.
static json_t *path_json(Arena *a, const char *dir, const Source *source)
{
    const char *absolute = source ? path_absolute(a, source->path) : "";
    const char *below = path_under(dir, absolute);
    return json_text(str_of(below && *below ? below : absolute));
}

// ---- Matching ----

typedef struct Matcher {
    Baseline *baseline;
    Arena scratch;
    Map chains;     // fingerprint → number of the first entry that has it, from 1
    uint32_t *next; // by entry: number of the next one with the same fingerprint, or 0
    Map paths;      // source → its path in JSON's form
} Matcher;

static const char *json_path(Matcher *m, const Source *source)
{
    uint64_t *known = map_get(&m->paths, (uintptr_t)source);
    if (known)
        return (const char *)(uintptr_t)*known;
    json_t *value = path_json(&m->scratch, m->baseline->dir, source);
    const char *path = arena_strndup(&m->scratch, json_string_value(value), json_string_length(value));
    json_decref(value);
    map_put(&m->scratch, &m->paths, (uintptr_t)source, (uintptr_t)path);
    return path;
}

// From the last to the first, so that a chain is in the order of the file.
static void chain_entries(Matcher *m)
{
    Baseline *b = m->baseline;
    m->next = arena_array(&m->scratch, uint32_t, b->entries.len + 1);
    for (uint32_t k = b->entries.len; k > 0; k--) {
        uint64_t key = b->entries.data[k - 1].fingerprint;
        m->next[k] = (uint32_t)map_or(&m->chains, key, 0);
        map_put(&m->scratch, &m->chains, key, k);
    }
}

static void match(Matcher *m, Finding *f, bool same_path)
{
    if (f->standing != STANDING_COUNTS && f->standing != STANDING_LOW)
        return;
    uint32_t k = (uint32_t)map_or(&m->chains, f->fingerprint, 0);
    for (; k; k = m->next[k]) {
        BaselineEntry *e = &m->baseline->entries.data[k - 1];
        if (e->finding || (same_path && strcmp(e->path, json_path(m, f->place.source)) != 0))
            continue;
        e->finding = f;
        f->standing = STANDING_KNOWN;
        return;
    }
}

void baseline_match(Baseline *b, FindingList *findings)
{
    json_set_alloc_funcs(mem_alloc, free);
    Matcher m = {.baseline = b};
    chain_entries(&m);
    for (int round = 0; round < 2; round++)
        VEC_EACH (Finding *, f, &findings->items)
            match(&m, *f, round == 0);
    arena_free(&m.scratch);
}

// ---- Writing ----

typedef struct Line {
    const char *path, *symbol, *rule, *text;
    uint64_t fingerprint;
} Line;

static int by_line(const void *x, const void *y)
{
    const Line *a = x, *b = y;
    int order = strcmp(a->path, b->path);
    if (order == 0)
        order = strcmp(a->symbol, b->symbol);
    if (order == 0)
        order = strcmp(a->rule, b->rule);
    if (order == 0)
        order = (a->fingerprint > b->fingerprint) - (a->fingerprint < b->fingerprint);
    return order ? order : strcmp(a->text, b->text);
}

// Takes over `path`, `symbol` and `message`.
static Line line_of(Arena *a, json_t *path, json_t *symbol, const char *rule, uint64_t fingerprint, json_t *message)
{
    char hex[17];
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)fingerprint);
    json_t *o = json_object();
    json_object_set_new(o, "path", path);
    json_object_set_new(o, "symbol", symbol);
    json_object_set_new(o, "rule", json_string(rule)); // of an entry it is in JSON's form already, as its path is
    json_object_set_new(o, "fingerprint", json_string(hex));
    json_object_set_new(o, "message", message);
    char *text = json_dumps(o, 0);
    Line line = {
        .path = arena_strndup(a, json_string_value(path), json_string_length(path)),
        .symbol = arena_strndup(a, json_string_value(symbol), json_string_length(symbol)),
        .rule = rule,
        .text = arena_strndup(a, text, strlen(text)),
        .fingerprint = fingerprint,
    };
    free(text);
    json_decref(o);
    return line;
}

void baseline_put(const char *dir, const FindingList *findings, bool all, const Baseline *before, StrBuf *out)
{
    json_set_alloc_funcs(mem_alloc, free);
    Arena a = {0};
    VEC(Line) lines = {0};
    VEC_EACH (Finding *, slot, &findings->items) {
        const Finding *f = *slot;
        if ((all && f->standing == STANDING_COUNTS) || f->standing == STANDING_KNOWN)
            vec_push(&a, &lines,
                     line_of(&a, path_json(&a, dir, f->place.source), json_text(str_of(f->symbol)), f->rule->slug,
                             f->fingerprint, json_text(str_of(f->message))));
    }
    for (uint32_t k = 0; before && k < before->entries.len; k++) {
        const BaselineEntry *e = &before->entries.data[k];
        if (!e->finding && !e->gone)
            vec_push(&a, &lines,
                     line_of(&a, json_string(e->path), json_string(e->symbol ? e->symbol : ""), e->rule,
                             e->fingerprint, json_string(e->message ? e->message : "")));
    }
    if (lines.len)
        qsort(lines.data, lines.len, sizeof *lines.data, by_line);
    strbuf_printf(out, "{\n  \"version\": %d,\n  \"findings\": [", BASELINE_VERSION);
    VEC_EACH (const Line, l, &lines)
        strbuf_printf(out, "%s\n    %s", l == lines.data ? "" : ",", l->text);
    strbuf_adds(out, lines.len ? "\n  ]\n}\n" : "]\n}\n");
    arena_free(&a);
}

// list.c - `curfew list`: the packages that patterns name, which files make them, and which do not.
#include "base/map.h"
#include "cli/cli.h"
#include "load/load.h"
#include "report/glyph.h"
#include "base/json_text.h"
#include "report/rich.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT_TEXT, FORMAT_JSON };

// One package with its tests: its variants in the graph, NULL where there is none.
typedef struct Listed {
    const LoadPackage *variants[3];
} Listed;

typedef VEC(Listed) ListedPackages;

static const LoadPackage *first_variant(const Listed *l)
{
    for (int i = 0; i < 2; i++)
        if (l->variants[i])
            return l->variants[i];
    return l->variants[PACKAGE_EXTERNAL];
}

// Without the _test that external tests have at their end.
static Str package_path(const Listed *l, Str (*of)(const LoadPackage *))
{
    const LoadPackage *p = first_variant(l);
    Str path = of(p);
    if (p->variant == PACKAGE_EXTERNAL)
        path.len -= strlen("_test");
    return path;
}

static Str path_of(const LoadPackage *p)
{
    return p->path;
}

static Str name_of_clause(const LoadPackage *p)
{
    return p->name;
}

static int compare_listed(const void *a, const void *b)
{
    const Listed *x = a, *y = b;
    int order = str_cmp(package_path(x, path_of), package_path(y, path_of));
    if (order == 0)
        order = strcmp(first_variant(x)->dir, first_variant(y)->dir);
    if (order != 0)
        return order;
    return (first_variant(x)->set > first_variant(y)->set) -
           (first_variant(x)->set < first_variant(y)->set);
}

// The packages of which a variant is named, by path.
static void gather(Arena *a, const LoadGraph *g, ListedPackages *out)
{
    Map sets = {0}; // number of the set → index of `out`
    VEC_EACH (const LoadPackage, p, &g->packages) {
        if (!p->named || map_get(&sets, p->set))
            continue;
        map_put(a, &sets, p->set, out->len);
        vec_push(a, out, (Listed){0});
    }
    VEC_EACH (const LoadPackage, p, &g->packages) {
        uint64_t *at = map_get(&sets, p->set);
        if (at)
            out->data[*at].variants[p->variant] = p;
    }
    if (out->len > 1)
        qsort(out->data, out->len, sizeof *out->data, compare_listed);
}

// ---- What there is to say of a package ----

typedef enum Group { GROUP_FILES, GROUP_TESTS, GROUP_EXTERNAL, GROUP_COUNT } Group;

static const struct {
    const char *title, *key;
    PackageVariant variant;
} groups[GROUP_COUNT] = {
    [GROUP_FILES] = {"files", "files", PACKAGE_PLAIN},
    [GROUP_TESTS] = {"tests", "tests", PACKAGE_TESTED},
    [GROUP_EXTERNAL] = {"external tests", "external_tests", PACKAGE_EXTERNAL},
};

// The files of a group: those of its variant that no earlier one has.
static void group_files(Arena *a, const Listed *l, Group group, const GoFile ***files,
                        uint32_t *count)
{
    VEC(const GoFile *) list = {0};
    const LoadPackage *p = l->variants[groups[group].variant];
    if (p)
        VEC_EACH (const GoFile, f, &p->files)
            if (group != GROUP_TESTS || f->is_test)
                vec_push(a, &list, f);
    *files = list.data;
    *count = list.len;
}

static int compare_missing(const void *a, const void *b)
{
    return str_cmp(((const LoadImport *)a)->spec, ((const LoadImport *)b)->spec);
}

// Imports that were not found, each once.
static void missing_imports(Arena *a, const Listed *l, const LoadImport **out, uint32_t *count)
{
    VEC(LoadImport) list = {0};
    for (int v = 0; v < 3; v++) {
        if (!l->variants[v])
            continue;
        VEC_EACH (const LoadImport, i, &l->variants[v]->imports)
            if (i->package == UINT32_MAX && i->reason)
                vec_push(a, &list, *i);
    }
    if (list.len > 1)
        qsort(list.data, list.len, sizeof *list.data, compare_missing);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list.len; i++)
        if (i == 0 || !str_eq(list.data[i].spec, list.data[kept - 1].spec))
            list.data[kept++] = list.data[i];
    *out = list.data;
    *count = kept;
}

// ---- Text ----

enum { INDENT = 4, COLUMN = 20 };

typedef struct Text {
    const Terminal *terminal;
    StrBuf out;
    Rich rich;
    Arena *arena;
} Text;

// A title, and what is in `rich` in a column beside it.
static void put_row(Text *t, const char *title)
{
    StrBuf lines = {0};
    uint32_t width = t->terminal->sized ? terminal_prose(t->terminal) : UINT32_MAX;
    rich_wrap(&t->rich, t->terminal, (Wrap){COLUMN, COLUMN, width}, &lines);
    rich_clear(&t->rich);
    strbuf_repeat(&t->out, ' ', INDENT);
    style_put(t->terminal, STYLE_FAINT, title, &t->out);
    strbuf_repeat(&t->out, ' ', COLUMN - INDENT - strlen(title));
    strbuf_adds(&t->out, lines.data + COLUMN); // the title stands where the indent would be
    strbuf_free(&lines);
}

static void put_files(Text *t, const Listed *l, Group group)
{
    const GoFile **files;
    uint32_t count;
    group_files(t->arena, l, group, &files, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            rich_adds(&t->rich, STYLE_PLAIN, " ");
        rich_name(&t->rich, STYLE_PLAIN, files[i]->name.ptr);
        if (files[i]->generated)
            rich_adds(&t->rich, STYLE_FAINT, " (generated)");
    }
    if (count > 0)
        put_row(t, groups[group].title);
}

static void put_broken(Text *t, const Listed *l)
{
    for (Group group = 0; group < GROUP_COUNT; group++) {
        const GoFile **files;
        uint32_t count;
        group_files(t->arena, l, group, &files, &count);
        for (uint32_t i = 0; i < count; i++) {
            if (!files[i]->head_error)
                continue;
            rich_name(&t->rich, STYLE_PLAIN, files[i]->name.ptr);
            rich_adds(
                &t->rich, STYLE_PLAIN,
                arena_printf(t->arena, ":%u: %s", files[i]->head_error_line, files[i]->head_error));
            put_row(t, "broken");
        }
    }
}

static void put_module(Text *t, const LoadPackage *p)
{
    if (p->standard) {
        rich_adds(&t->rich, STYLE_PLAIN, "the standard library");
    } else if (p->module) {
        rich_add(&t->rich, STYLE_PLAIN, p->module->path);
        if (p->module->version.len)
            rich_adds(&t->rich, STYLE_PLAIN, " ");
        rich_add(&t->rich, STYLE_PLAIN, p->module->version);
    } else {
        rich_adds(&t->rich, STYLE_PLAIN, "none");
    }
    put_row(t, "module");
}

// The first excluded file, or the first missing import, has the title.
static void put_package(Text *t, const Listed *l)
{
    const LoadPackage *p = first_variant(l);
    style_on(t->terminal, STYLE_STRONG, &t->out);
    glyph_put(package_path(l, path_of), &t->out);
    style_off(t->terminal, STYLE_STRONG, &t->out);
    Str name = package_path(l, name_of_clause);
    if (name.len)
        strbuf_printf(&t->out, "  package %.*s", STR_ARG(name));
    strbuf_addc(&t->out, '\n');
    rich_name(&t->rich, STYLE_PLAIN, p->dir);
    put_row(t, "directory");
    put_module(t, p);
    for (Group group = 0; group < GROUP_COUNT; group++)
        put_files(t, l, group);
    put_broken(t, l);
    VEC_EACH (const ExcludedFile, f, &p->excluded) {
        rich_name(&t->rich, STYLE_PLAIN, f->name.ptr);
        rich_adds(&t->rich, STYLE_PLAIN, arena_printf(t->arena, ": %s", f->reason));
        put_row(t, f == p->excluded.data ? "excluded" : "");
    }
    const LoadImport *missing;
    uint32_t count;
    missing_imports(t->arena, l, &missing, &count);
    for (uint32_t i = 0; i < count; i++) {
        rich_add(&t->rich, STYLE_PLAIN, missing[i].spec);
        rich_adds(&t->rich, STYLE_PLAIN, arena_printf(t->arena, ": %s", missing[i].reason));
        put_row(t, i == 0 ? "not found" : "");
    }
}

static void put_text(Arena *a, const Terminal *terminal, const ListedPackages *packages)
{
    Text t = {.terminal = terminal, .arena = a};
    VEC_EACH (const Listed, l, packages) {
        if (l != packages->data)
            strbuf_addc(&t.out, '\n');
        put_package(&t, l);
    }
    fwrite(t.out.data, 1, t.out.len, stdout);
    strbuf_free(&t.out);
    rich_free(&t.rich);
}

// ---- JSON ----

static json_t *json_of(const char *text)
{
    return json_text(str_of(text));
}

static json_t *json_module(const LoadPackage *p)
{
    if (!p->module)
        return json_null();
    json_t *m = json_object();
    json_object_set_new(m, "path", json_text(p->module->path));
    json_object_set_new(m, "version", json_text(p->module->version));
    json_object_set_new(m, "main", json_boolean(p->module->main));
    return m;
}

static json_t *json_files(Arena *a, const Listed *l, Group group)
{
    json_t *list = json_array();
    const GoFile **files;
    uint32_t count;
    group_files(a, l, group, &files, &count);
    for (uint32_t i = 0; i < count; i++) {
        json_t *f = json_object();
        json_object_set_new(f, "path", json_of(files[i]->path));
        json_object_set_new(
            f, "go", files[i]->go_minor ? json_sprintf("1.%u", files[i]->go_minor) : json_null());
        json_object_set_new(f, "generated", json_boolean(files[i]->generated));
        json_object_set_new(f, "cgo", json_boolean(files[i]->cgo));
        json_object_set_new(f, "named", json_boolean(files[i]->named));
        if (files[i]->head_error) {
            json_object_set_new(f, "broken", json_of(files[i]->head_error));
            json_object_set_new(f, "line", json_integer(files[i]->head_error_line));
        }
        json_array_append_new(list, f);
    }
    return list;
}

static json_t *json_reason(json_t *path, const char *reason)
{
    json_t *o = json_object();
    json_object_set_new(o, "path", path);
    json_object_set_new(o, "reason", json_of(reason));
    return o;
}

static json_t *json_package(Arena *a, const Listed *l)
{
    const LoadPackage *p = first_variant(l);
    json_t *o = json_object(), *excluded = json_array(), *not_found = json_array();
    json_object_set_new(o, "path", json_text(package_path(l, path_of)));
    json_object_set_new(o, "name", json_text(package_path(l, name_of_clause)));
    json_object_set_new(o, "directory", json_of(p->dir));
    json_object_set_new(o, "standard", json_boolean(p->standard));
    json_object_set_new(o, "module", json_module(p));
    for (Group group = 0; group < GROUP_COUNT; group++)
        json_object_set_new(o, groups[group].key, json_files(a, l, group));
    VEC_EACH (const ExcludedFile, f, &p->excluded)
        json_array_append_new(excluded, json_reason(json_of(f->path), f->reason));
    const LoadImport *missing;
    uint32_t count;
    missing_imports(a, l, &missing, &count);
    for (uint32_t i = 0; i < count; i++)
        json_array_append_new(not_found,
                              json_reason(json_text(missing[i].spec), missing[i].reason));
    json_object_set_new(o, "excluded", excluded);
    json_object_set_new(o, "not_found", not_found);
    return o;
}

static void put_json(Arena *a, const LoadGraph *g, const ListedPackages *packages)
{
    json_set_alloc_funcs(mem_alloc, free);
    json_t *all = json_object(), *list = json_array(), *faults = json_array();
    VEC_EACH (const Listed, l, packages)
        json_array_append_new(list, json_package(a, l));
    VEC_EACH (const LoadFault, f, &g->faults) {
        json_t *o = json_reason(json_of(f->path), f->reason);
        json_object_set_new(o, "line", f->line ? json_integer(f->line) : json_null());
        json_array_append_new(faults, o);
    }
    json_object_set_new(all, "version", json_integer(1));
    json_object_set_new(all, "packages", list);
    json_object_set_new(all, "faults", faults);
    char *text = json_dumps(all, JSON_INDENT(1) | JSON_ENSURE_ASCII);
    puts(text);
    free(text);
    json_decref(all);
}

// ---- Command ----

void load_faults_print(const LoadGraph *g)
{
    StrBuf out = {0};
    VEC_EACH (const LoadFault, f, &g->faults) {
        strbuf_adds(&out, "curfew: ");
        glyph_put(str_of(f->path), &out);
        if (f->line)
            strbuf_printf(&out, ":%u", f->line);
        strbuf_adds(&out, ": ");
        glyph_put(str_of(f->reason), &out);
        strbuf_addc(&out, '\n');
    }
    if (out.len)
        fwrite(out.data, 1, out.len, stderr);
    strbuf_free(&out);
}

LoadOptions args_load_options(const Args *args)
{
    return (LoadOptions){
        .patterns = args->operands.data,
        .pattern_count = args->operands.len,
        .goos = args->values[OPT_GOOS],
        .goarch = args->values[OPT_GOARCH],
        .tags = args->values[OPT_TAGS],
        .no_tests = args_choice(args, OPT_TESTS, 0) != 0,
    };
}

int run_list(Args *args)
{
    LoadOptions options = args_load_options(args);
    options.no_deps = true;
    LoadGraph *g = load_packages(&options);
    ListedPackages packages = {0};
    Arena a = {0};
    gather(&a, g, &packages);
    Terminal t = args_terminal(args);
    if (args_choice(args, OPT_PACKAGES_FORMAT, FORMAT_TEXT) == FORMAT_JSON)
        put_json(&a, g, &packages);
    else
        put_text(&a, &t, &packages);
    load_faults_print(g);
    int status = g->faults.len ? STATUS_FAULT : STATUS_OK;
    arena_free(&a);
    load_free(g);
    return status;
}

// types_side.c - dumps curfew's types of the packages that it is asked for, for comparison.
//
// Commands come in on standard input, one a line, fields separated by tabs:
//
//     package PATH FOR MINOR   begins a package: its import path; the package whose tests it is
//                              compiled for, or "-"; the language version 1.MINOR of its module
//     file NAME                a file of it
//     map SPEC PATH            what an import that is written as SPEC means in it
//     word BYTES               size of int and of pointers, before the first unit (8)
//     unit PATH FOR            checks the package with all bodies, and answers for each file with a
//                              line "LENGTH" and as many bytes of dump
//
// Packages are declared before a unit that needs them. What a package for tests imports is the
// variant for the same tests where there is one.
#include "base/bigstack.h"
#include "load/constraint.h"
#include "types/dump.h"
#include "types/export.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Side Side;

typedef struct Entry {
    Side *side;
    Str path, tests_of;
    uint32_t minor;
    VEC(const char *) names;
    Map specs;        // Name of the import as written → Name of its path
    Export *declared; // for those who import it
    bool busy;
} Entry;

struct Side {
    Arena arena;
    Names *names;
    Map entries; // Name of "PATH FOR" → Entry *
    uint8_t word;
};

// A package that is checked from its files, and the trees that it stands on.
typedef struct Checked {
    Package *pkg;
    Ast **asts;
    Source **sources;
} Checked;

static Entry *find(Side *s, Str path, Str tests_of)
{
    StrBuf b = {0};
    strbuf_printf(&b, "%.*s %.*s", STR_ARG(path), STR_ARG(tests_of));
    Name key = name_of(s->names, strbuf_view(&b));
    strbuf_free(&b);
    return (Entry *)(uintptr_t)map_or(&s->entries, key.v, 0);
}

static const Export *import(void *ctx, Str path);
static Str resolve(void *ctx, Str spec);

static Checked check(Entry *e, bool skip_bodies)
{
    uint32_t n = e->names.len;
    Checked c = {NULL, mem_alloc(n * sizeof *c.asts), mem_alloc(n * sizeof *c.sources)};
    FileInput *files = mem_alloc(n * sizeof *files);
    for (uint32_t i = 0; i < n; i++) {
        const char *error;
        c.sources[i] = source_read(e->names.data[i], &error);
        if (!c.sources[i]) {
            fprintf(stderr, "%s: %s\n", e->names.data[i], error);
            exit(2);
        }
        c.asts[i] = ast_parse(c.sources[i], (Span){0, c.sources[i]->len}, NULL, PARSE_FILE);
        uint32_t demanded = constraint_go_minor(c.asts[i]);
        files[i] = (FileInput){.ast = c.asts[i], .go_minor = demanded ? demanded : e->minor};
    }
    CheckInput in = {.names = e->side->names,
                     .path = e->path,
                     .files = files,
                     .file_count = n,
                     .importer = {.import = import, .resolve = resolve, .ctx = e},
                     .skip_bodies = skip_bodies,
                     .word_bytes = e->side->word};
    c.pkg = package_check(&in);
    free(files);
    return c;
}

static void checked_free(Checked *c, uint32_t n)
{
    package_free(c->pkg);
    for (uint32_t i = 0; i < n; i++) {
        ast_free(c->asts[i]);
        source_free(c->sources[i]);
    }
    free(c->asts);
    free(c->sources);
}

static Export *declare(Entry *e)
{
    Checked c = check(e, true);
    char *bytes;
    size_t len;
    const char *error;
    package_export(c.pkg, &bytes, &len);
    checked_free(&c, e->names.len);
    Export *form = export_open(bytes, len, true, &error);
    if (!form) {
        fprintf(stderr, "%.*s: %s\n", STR_ARG(e->path), error);
        exit(2);
    }
    return form;
}

static Str resolve(void *ctx, Str spec)
{
    const Entry *by = ctx;
    Name target = {(uint32_t)map_or(&by->specs, name_of(by->side->names, spec).v, 0)};
    return target.v ? name_str(by->side->names, target) : spec;
}

static const Export *import(void *ctx, Str path)
{
    const Entry *by = ctx;
    Entry *e = find(by->side, path, by->tests_of);
    if (!e)
        e = find(by->side, path, STR("-"));
    if (!e || e->busy)
        return NULL;
    if (!e->declared) {
        e->busy = true;
        e->declared = declare(e);
        e->busy = false;
    }
    return e->declared;
}

static void dump_unit(Entry *e)
{
    e->busy = true;
    Checked c = check(e, false);
    e->busy = false;
    for (uint32_t i = 0; i < e->names.len; i++) {
        StrBuf b = {0};
        types_dump(c.pkg, i, &b);
        printf("%zu\n", b.len);
        fwrite(b.data ? b.data : "", 1, b.len, stdout);
        strbuf_free(&b);
    }
    fflush(stdout);
    checked_free(&c, e->names.len);
}

static Entry *add_package(Side *s, char *const *fields)
{
    StrBuf b = {0};
    strbuf_printf(&b, "%s %s", fields[1], fields[2]);
    Name key = name_of(s->names, strbuf_view(&b));
    strbuf_free(&b);
    Entry *e = arena_new(&s->arena, Entry);
    *e = (Entry){.side = s,
                 .path = name_str(s->names, name_ofs(s->names, fields[1])),
                 .tests_of = name_str(s->names, name_ofs(s->names, fields[2])),
                 .minor = (uint32_t)strtoul(fields[3], NULL, 10)};
    map_put(&s->arena, &s->entries, key.v, (uint64_t)(uintptr_t)e);
    return e;
}

static Entry *obey(Side *s, Entry *e, char *const *fields, int count)
{
    const char *verb = fields[0];
    if (strcmp(verb, "package") == 0 && count == 4)
        return add_package(s, fields);
    if (strcmp(verb, "word") == 0 && count == 2)
        s->word = (uint8_t)strtoul(fields[1], NULL, 10);
    else if (strcmp(verb, "file") == 0 && count == 2 && e)
        vec_push(&s->arena, &e->names, arena_strndup(&s->arena, fields[1], strlen(fields[1])));
    else if (strcmp(verb, "map") == 0 && count == 3 && e)
        map_put(&s->arena, &e->specs, name_ofs(s->names, fields[1]).v,
                name_ofs(s->names, fields[2]).v);
    else if (strcmp(verb, "unit") == 0 && count == 3 &&
             find(s, str_of(fields[1]), str_of(fields[2])))
        dump_unit(find(s, str_of(fields[1]), str_of(fields[2])));
    else {
        fprintf(stderr, "types_side: cannot obey %s\n", verb);
        exit(2);
    }
    return e;
}

static void run(void *ctx)
{
    enum { FIELDS = 4 };
    Side *s = ctx;
    char line[1 << 16];
    Entry *e = NULL;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        char *fields[FIELDS], *rest = line;
        int count = 0;
        for (char *tab; count < FIELDS - 1 && (tab = strchr(rest, '\t')); rest = tab + 1) {
            fields[count++] = rest;
            *tab = 0;
        }
        fields[count++] = rest;
        e = obey(s, e, fields, count);
    }
}

int main(void)
{
    Side s = {.names = names_new()};
    bigstack_run(run, &s);
    return 0;
}

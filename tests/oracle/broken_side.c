// broken_side.c - takes pieces out of correct packages and shows what is left of the types.
//
// broken_side SEED ROUNDS PATTERN… loads packages with all that they import, and checks each of
// them as it is and with pieces removed: single lines, shares of all lines, import lines, whole
// files. Each expression that is still there, found through the positions of what was removed, has
// its type compared with the one that it had. Prints one line a kind of damage, in tab-separated
// fields: its name, packages damaged, expressions left, and how many of them have the same type,
// an unknown one, another one. The same seed gives the same output. Exits with 3 when no package is
// found.
#include "base/bigstack.h"
#include "base/hash.h"
#include "load/load.h"
#include "types/dump.h"
#include "types/export.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Side Side;

typedef struct Unit {
    Side *side;
    const LoadPackage *load;
    Export *form; // for those who import it
} Unit;

struct Side {
    LoadGraph *graph;
    Names *names;
    Arena arena;
    Unit *units; // by index in the graph
    Map by_path; // Name of path → index + 1
    uint64_t random;
    uint32_t rounds;
};

// What is removed of a file: whole lines, as byte ranges in order.
typedef struct Damage {
    bool gone; // the file
    VEC(Span) cuts;
} Damage;

typedef enum Kind {
    LINE,
    LINES_1,
    LINES_5,
    LINES_20,
    LINES_50,
    IMPORT,
    IMPORTS,
    ONE_FILE,
    HALF_THE_FILES,
    KIND_COUNT
} Kind;

static const char *const kind_names[] = {
    [LINE] = "one line",          [LINES_1] = "1 % of lines",   [LINES_5] = "5 % of lines",
    [LINES_20] = "20 % of lines", [LINES_50] = "50 % of lines", [IMPORT] = "one import",
    [IMPORTS] = "all imports",    [ONE_FILE] = "one file",      [HALF_THE_FILES] = "half the files",
};

typedef struct Tally {
    uint64_t packages, left, same, unknown, other;
} Tally;

// Marsaglia's xorshift64.
static uint64_t next_random(Side *s)
{
    s->random ^= s->random << 13;
    s->random ^= s->random >> 7;
    s->random ^= s->random << 17;
    return s->random;
}

static bool chance(Side *s, uint32_t percent)
{
    return next_random(s) % 100 < percent;
}

// ---- checking ----

static const Export *import(void *ctx, Str path)
{
    const Unit *by = ctx;
    uint64_t at = map_or(&by->side->by_path, name_of(by->side->names, path).v, 0);
    return at ? by->side->units[at - 1].form : NULL;
}

static Str resolve(void *ctx, Str spec)
{
    const Unit *by = ctx;
    for (uint32_t i = 0; i < by->load->imports.len; i++) {
        const LoadImport *imp = &by->load->imports.data[i];
        if (str_eq(imp->spec, spec) && imp->package != UINT32_MAX)
            return by->side->graph->packages.data[imp->package].path;
    }
    return spec;
}

typedef struct Checked {
    Package *pkg;
    Source **sources; // NULL where the file is gone
    Ast **asts;
    uint32_t *index; // of each of the unit's files in the package
    uint32_t count;
} Checked;

static Source *read_damaged(const char *path, const Damage *d)
{
    const char *error;
    Source *whole = source_read(path, &error);
    if (!whole) {
        fprintf(stderr, "%s: %s\n", path, error);
        exit(2);
    }
    if (!d || d->cuts.len == 0)
        return whole;
    StrBuf b = {0};
    uint32_t from = 0;
    for (uint32_t i = 0; i < d->cuts.len; i++) {
        strbuf_add(&b, (Str){whole->text + from, d->cuts.data[i].start - from});
        from = d->cuts.data[i].end;
    }
    strbuf_add(&b, (Str){whole->text + from, whole->len - from});
    Source *src = source_from(path, strbuf_view(&b));
    strbuf_free(&b);
    source_free(whole);
    return src;
}

// `damage` has one entry a file, or is NULL.
static Checked check(Unit *u, const Damage *damage, bool skip_bodies)
{
    uint32_t n = u->load->files.len, kept = 0;
    Checked c = {.count = n,
                 .sources = mem_alloc(n * sizeof *c.sources),
                 .asts = mem_alloc(n * sizeof *c.asts),
                 .index = mem_alloc(n * sizeof *c.index)};
    FileInput *files = mem_alloc(n * sizeof *files);
    for (uint32_t i = 0; i < n; i++) {
        const GoFile *file = &u->load->files.data[i];
        c.sources[i] = NULL;
        c.asts[i] = NULL;
        if (damage && damage[i].gone)
            continue;
        c.sources[i] = read_damaged(file->path, damage ? &damage[i] : NULL);
        c.asts[i] = ast_parse(c.sources[i], (Span){0, c.sources[i]->len}, NULL, PARSE_FILE);
        c.index[i] = kept;
        files[kept++] = (FileInput){.ast = c.asts[i], .go_minor = file->go_minor};
    }
    CheckInput in = {.names = u->side->names,
                     .path = u->load->path,
                     .files = files,
                     .file_count = kept,
                     .importer = {.import = import, .resolve = resolve, .ctx = u},
                     .skip_bodies = skip_bodies};
    c.pkg = package_check(&in);
    free(files);
    return c;
}

static void checked_free(Checked *c)
{
    package_free(c->pkg);
    for (uint32_t i = 0; i < c->count; i++) {
        if (c->asts[i])
            ast_free(c->asts[i]);
        if (c->sources[i])
            source_free(c->sources[i]);
    }
    free(c->sources);
    free(c->asts);
    free(c->index);
}

static void declare(Unit *u)
{
    Checked c = check(u, NULL, true);
    char *bytes;
    size_t len;
    const char *error;
    package_export(c.pkg, &bytes, &len);
    checked_free(&c);
    u->form = export_open(bytes, len, true, &error);
    if (!u->form) {
        fprintf(stderr, "%.*s: %s\n", STR_ARG(u->load->path), error);
        exit(2);
    }
}

// ---- comparing ----

// One expression of a dump: its span, go/ast's kind, and what is said of it up to its value.
typedef struct Fact {
    Span span;
    Str kind, type;
} Fact;

static bool read_fact(Str line, Fact *f)
{
    char *end;
    f->span.start = (uint32_t)strtoul(line.ptr, &end, 10);
    if (*end != '-')
        return false;
    f->span.end = (uint32_t)strtoul(end + 1, &end, 10);
    Str rest = str_sub(line, (size_t)(end - line.ptr) + 1, line.len);
    size_t space = str_find(rest, STR(" "));
    if (space == SIZE_MAX)
        return false;
    f->kind = str_sub(rest, 0, space);
    rest = str_sub(rest, space + 1, rest.len);
    bool expression = !str_is(f->kind, "implicit") && !str_is(f->kind, "select") &&
                      (!str_is(f->kind, "Ident") || str_find(rest, STR(" -> ")) == SIZE_MAX);
    size_t value = str_find(rest, STR(" = "));
    f->type = value == SIZE_MAX ? rest : str_sub(rest, 0, value);
    return expression;
}

static uint64_t fact_key(uint32_t file, Span span, Str kind)
{
    return hash_mix(hash_mix(hash_str(kind), file), map_pair(span.start, span.end));
}

static bool next_line(Str *text, Str *line)
{
    if (text->len == 0)
        return false;
    size_t n = str_find(*text, STR("\n"));
    *line = str_sub(*text, 0, n);
    *text = str_sub(*text, n + 1, text->len);
    return true;
}

// Where a span is once the cuts are made; false when something of it is cut.
static bool survives(const Damage *d, Span *span)
{
    uint32_t gone = 0;
    for (uint32_t i = 0; i < d->cuts.len && d->cuts.data[i].start < span->end; i++) {
        Span cut = d->cuts.data[i];
        if (cut.end > span->start)
            return false;
        gone += cut.end - cut.start;
    }
    span->start -= gone;
    span->end -= gone;
    return true;
}

static StrBuf dump(const Checked *c, uint32_t file)
{
    StrBuf b = {0};
    if (c->asts[file])
        types_dump(c->pkg, c->index[file], &b);
    return b;
}

static void compare_file(uint32_t file, Str before, Str after, const Damage *d, Tally *t)
{
    Arena a = {0};
    Map found = {0};
    Fact f;
    for (Str line; next_line(&after, &line);)
        if (read_fact(line, &f)) {
            Str *type = arena_new(&a, Str);
            *type = f.type;
            map_put(&a, &found, fact_key(file, f.span, f.kind), (uint64_t)(uintptr_t)type);
        }
    for (Str line; next_line(&before, &line);) {
        if (!read_fact(line, &f) || !survives(d, &f.span))
            continue;
        const Str *type = (const Str *)(uintptr_t)map_or(&found, fact_key(file, f.span, f.kind), 0);
        t->left++;
        if (type && str_eq(*type, f.type))
            t->same++;
        else if (!type || str_find(*type, STR("unknown")) != SIZE_MAX)
            t->unknown++;
        else
            t->other++;
    }
    arena_free(&a);
}

// ---- damaging ----

static void cut_line(Side *s, Damage *d, const Source *src, uint32_t line)
{
    Str text = source_line(src, line);
    uint32_t start = (uint32_t)(text.ptr - src->text), end = start + (uint32_t)text.len;
    while (end < src->len && src->text[end] != '\n')
        end++;
    vec_push(&s->arena, &d->cuts, ((Span){start, end < src->len ? end + 1 : end}));
}

static uint32_t line_count(const Source *src)
{
    return source_position(src, src->len).line;
}

static void cut_lines(Side *s, Damage *d, const Source *src, uint32_t percent)
{
    for (uint32_t line = 1; line <= line_count(src); line++)
        if (chance(s, percent))
            cut_line(s, d, src, line);
}

// The lines of the import specs of a file, each once.
typedef struct Lines {
    VEC(uint32_t) at;
} Lines;

static Lines import_lines(Side *s, const Checked *whole, uint32_t file)
{
    Lines lines = {0};
    const Ast *ast = whole->asts[file];
    uint32_t last = 0;
    LIST_EACH (decl, ast_file(ast).decls) {
        if (node_kind(ast, *decl) != NODE_GEN_DECL)
            continue;
        LIST_EACH (spec, ast_gen_decl(ast, *decl).specs) {
            if (node_kind(ast, *spec) != NODE_IMPORT_SPEC)
                continue;
            uint32_t line = source_position(whole->sources[file], node_span(ast, *spec).start).line;
            if (line > last)
                vec_push(&s->arena, &lines.at, line);
            last = line;
        }
    }
    return lines;
}

static void cut_imports(Side *s, Damage *d, const Checked *whole, uint32_t file, bool all)
{
    Lines lines = import_lines(s, whole, file);
    uint64_t only = lines.at.len ? next_random(s) % lines.at.len : 0;
    for (uint32_t i = 0; i < lines.at.len; i++)
        if (all || i == only)
            cut_line(s, d, whole->sources[file], lines.at.data[i]);
}

static Damage *make_damage(Side *s, const Checked *whole, Kind kind)
{
    Damage *d = arena_array(&s->arena, Damage, whole->count);
    uint32_t one = whole->count ? (uint32_t)(next_random(s) % whole->count) : 0;
    static const uint32_t percents[] = {
        [LINES_1] = 1, [LINES_5] = 5, [LINES_20] = 20, [LINES_50] = 50};
    for (uint32_t i = 0; i < whole->count; i++) {
        Source *src = whole->sources[i];
        if (kind >= LINES_1 && kind <= LINES_50)
            cut_lines(s, &d[i], src, percents[kind]);
        else if (kind == LINE && i == one)
            cut_line(s, &d[i], src, 1 + (uint32_t)(next_random(s) % line_count(src)));
        else if (kind == IMPORTS || (kind == IMPORT && i == one))
            cut_imports(s, &d[i], whole, i, kind == IMPORTS);
        else if (kind == ONE_FILE || kind == HALF_THE_FILES)
            d[i].gone = kind == ONE_FILE ? i == one : chance(s, 50);
    }
    return d;
}

static void damage_unit(Unit *u, Tally *tallies)
{
    Side *s = u->side;
    Checked whole = check(u, NULL, false);
    StrBuf *before = mem_alloc(whole.count * sizeof *before);
    for (uint32_t i = 0; i < whole.count; i++)
        before[i] = dump(&whole, i);
    for (uint32_t round = 0; round < s->rounds; round++)
        for (int k = 0; k < KIND_COUNT; k++) {
            Damage *d = make_damage(s, &whole, (Kind)k);
            Checked c = check(u, d, false);
            for (uint32_t i = 0; i < whole.count; i++) {
                StrBuf after = dump(&c, i);
                if (!d[i].gone)
                    compare_file(i, strbuf_view(&before[i]), strbuf_view(&after), &d[i],
                                 &tallies[k]);
                strbuf_free(&after);
            }
            tallies[k].packages++;
            checked_free(&c);
            arena_reset(&s->arena);
        }
    for (uint32_t i = 0; i < whole.count; i++)
        strbuf_free(&before[i]);
    free(before);
    checked_free(&whole);
}

typedef struct Arguments {
    int argc;
    char **argv;
} Arguments;

static void run(void *ctx)
{
    const Arguments *args = ctx;
    LoadOptions options = {.patterns = (const char *const *)&args->argv[3],
                           .pattern_count = (uint32_t)args->argc - 3,
                           .no_tests = true};
    Side s = {.names = names_new(),
              .graph = load_packages(&options),
              .random = strtoull(args->argv[1], NULL, 10) * 2 + 1,
              .rounds = (uint32_t)strtoul(args->argv[2], NULL, 10)};
    Arena units = {0};
    uint32_t n = s.graph->packages.len;
    s.units = arena_array(&units, Unit, n);
    Tally tallies[KIND_COUNT] = {0};
    if (n == 0) {
        fputs("no package was found\n", stderr);
        exit(3);
    }
    for (uint32_t i = 0; i < n; i++) {
        const LoadPackage *p = &s.graph->packages.data[i];
        s.units[i] = (Unit){.side = &s, .load = p};
        declare(&s.units[i]);
        map_put(&units, &s.by_path, name_of(s.names, p->path).v, i + 1);
    }
    for (uint32_t i = 0; i < n; i++)
        if (s.units[i].load->named && s.units[i].load->files.len > 0)
            damage_unit(&s.units[i], tallies);
    for (int k = 0; k < KIND_COUNT; k++)
        printf("%s\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\n",
               kind_names[k], tallies[k].packages, tallies[k].left, tallies[k].same,
               tallies[k].unknown, tallies[k].other);
    for (uint32_t i = 0; i < n; i++)
        export_free(s.units[i].form);
    arena_free(&units);
    arena_free(&s.arena);
    load_free(s.graph);
    names_free(s.names);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: broken_side SEED ROUNDS PATTERN...\n", stderr);
        return 2;
    }
    Arguments args = {argc, argv};
    bigstack_run(run, &args);
    return 0;
}

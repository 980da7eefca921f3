// types_side.c - dumps curfew's types of the packages that a manifest lists, for comparison.
//
// types_side DIR reads DIR/manifest ("package PATH", "file NAME"…, "unit ID PATH") and writes
// DIR/ID.FILE.c.txt for each file of each unit.
#include "base/bigstack.h"
#include "types/dump.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    Str path;
    VEC(const char *) names;
    VEC(Ast *) asts;
    Package *pkg;
    bool busy;
} Entry;

typedef struct Side {
    const char *dir;
    Arena arena;
    Names *names;
    Map entries; // Name of path → Entry *
} Side;

static const Package *import(void *ctx, Str path);

static Package *check(Side *s, Entry *e)
{
    if (e->pkg || e->busy)
        return e->pkg;
    e->busy = true;
    FileInput *files = arena_array(&s->arena, FileInput, e->names.len);
    for (uint32_t i = 0; i < e->names.len; i++) {
        const char *error;
        Source *src = source_read(e->names.data[i], &error);
        if (!src) {
            fprintf(stderr, "%s: %s\n", e->names.data[i], error);
            exit(2);
        }
        Ast *ast = ast_parse(src, (Span){0, src->len}, NULL, PARSE_FILE);
        vec_push(&s->arena, &e->asts, ast);
        files[i] = (FileInput){.ast = ast, .go_minor = 27};
    }
    CheckInput in = {.names = s->names,
                     .path = e->path,
                     .files = files,
                     .file_count = e->names.len,
                     .importer = {import, s}};
    e->pkg = package_check(&in);
    return e->pkg;
}

static Entry *find(Side *s, Str path)
{
    return (Entry *)(uintptr_t)map_or(&s->entries, name_of(s->names, path).v, 0);
}

static const Package *import(void *ctx, Str path)
{
    Entry *e = find(ctx, path);
    return e ? check(ctx, e) : NULL;
}

static void dump_unit(Side *s, int id, Str path)
{
    Entry *e = find(s, path);
    Package *p = e ? check(s, e) : NULL;
    for (uint32_t i = 0; p && i < e->names.len; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%d.%u.c.txt", s->dir, id, i);
        FILE *f = fopen(name, "w");
        StrBuf b = {0};
        types_dump(p, i, &b);
        if (!f || fwrite(b.data ? b.data : "", 1, b.len, f) != b.len || fclose(f) != 0) {
            perror(name);
            exit(2);
        }
        strbuf_free(&b);
    }
}

static void run(void *ctx)
{
    Side *s = ctx;
    char name[4096], line[8192];
    snprintf(name, sizeof name, "%s/manifest", s->dir);
    FILE *f = fopen(name, "r");
    if (!f) {
        perror(name);
        exit(2);
    }
    Entry *e = NULL;
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "package ", 8) == 0) {
            e = arena_new(&s->arena, Entry);
            e->path = name_str(s->names, name_ofs(s->names, line + 8));
            map_put(&s->arena, &s->entries, name_ofs(s->names, line + 8).v, (uint64_t)(uintptr_t)e);
        } else if (strncmp(line, "file ", 5) == 0) {
            vec_push(&s->arena, &e->names, arena_strndup(&s->arena, line + 5, strlen(line + 5)));
        } else if (strncmp(line, "unit ", 5) == 0) {
            char *rest;
            long id = strtol(line + 5, &rest, 10);
            dump_unit(s, (int)id, str_of(rest + 1));
        }
    }
    fclose(f);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    Side s = {.dir = argv[1], .names = names_new()};
    bigstack_run(run, &s);
    return 0;
}

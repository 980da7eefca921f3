// changes.c - which findings are new by a patch.
#include "base/map.h"
#include "base/path.h"
#include "policy/changes.h"
#include "policy/trees.h"

#include <stdlib.h>

typedef struct Judging {
    const Changes *changes;
    const char *root, *dir;
    Arena scratch;
    Map files; // source → ChangedFile * of it, 0 where the patch does not touch it
    Trees trees;
} Judging;

static int compare_path(const void *key, const void *file)
{
    return strcmp(key, ((const ChangedFile *)file)->path);
}

static const ChangedFile *find_file(const Changes *c, const char *path)
{
    if (!path || c->files.len == 0)
        return NULL;
    return bsearch(path, c->files.data, c->files.len, sizeof *c->files.data, compare_path);
}

// The patch's paths are those below the root of the repository; of git diff --relative and diff -u those below
// the current directory.
static const ChangedFile *changed_file(Judging *j, const Source *source)
{
    uint64_t *known = map_get(&j->files, (uintptr_t)source);
    if (known)
        return (const ChangedFile *)(uintptr_t)*known;
    const char *absolute = path_absolute(&j->scratch, source->path);
    const ChangedFile *f = find_file(j->changes, path_under(j->root, absolute));
    if (!f)
        f = find_file(j->changes, path_under(j->dir, absolute));
    map_put(&j->scratch, &j->files, (uintptr_t)source, (uintptr_t)f);
    return f;
}

static bool is_added(Judging *j, Place place)
{
    const ChangedFile *f = place.source ? changed_file(j, place.source) : NULL;
    if (!f)
        return false;
    uint32_t end = place.span.end > place.span.start ? place.span.end - 1 : place.span.start;
    uint32_t first = source_position(place.source, place.span.start).line, last = source_position(place.source, end).line;
    VEC_EACH (const LineRange, r, &f->added)
        if (r->first <= last && r->last >= first)
            return true;
    return false;
}

// ---- The function around ----

// The function declaration around an offset, with its doc comment; of loose statements all of the tree.
static Span function_around(const Ast *ast, uint32_t offset)
{
    Span all = node_span(ast, ast_root(ast));
    if (offset < all.start || offset >= all.end)
        return (Span){0, 0};
    FileView file = ast_file(ast);
    LIST_EACH (d, file.decls) {
        Span span = node_span(ast, *d);
        if (offset >= span.start && offset < span.end)
            return node_kind(ast, *d) == NODE_FUNC_DECL ? span : (Span){0, 0};
    }
    return file.stmts.len ? all : (Span){0, 0};
}

static bool loses_lines(Judging *j, Place place)
{
    const ChangedFile *f = place.source ? changed_file(j, place.source) : NULL;
    if (!f || f->removed.len == 0)
        return false;
    uint32_t offset = place.span.start;
    const Ast *ast = trees_at(&j->trees, place.source, offset);
    Span span = ast ? function_around(ast, offset) : (Span){0, 0};
    if (span.end == span.start)
        return false;
    uint32_t first = source_position(place.source, span.start).line;
    uint32_t last = source_position(place.source, span.end - 1).line;
    VEC_EACH (const uint32_t, line, &f->removed)
        if (*line >= first && *line < last)
            return true;
    return false;
}

static bool is_new(Judging *j, const Finding *f)
{
    if (is_added(j, f->place))
        return true;
    VEC_EACH (const Related, r, &f->related)
        if (is_added(j, r->place))
            return true;
    return loses_lines(j, f->place);
}

void changes_judge(const Changes *c, const char *root, const char *dir, FindingList *findings)
{
    Judging j = {.changes = c, .root = root, .dir = dir};
    VEC_EACH (Finding *, slot, &findings->items) {
        Finding *f = *slot;
        bool counts = f->standing == STANDING_COUNTS || f->standing == STANDING_LOW;
        if (counts && !is_new(&j, f))
            f->standing = STANDING_OLD;
    }
    trees_free(&j.trees);
    arena_free(&j.scratch);
}

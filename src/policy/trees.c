// trees.c - the syntax trees of texts that findings lie in, read when first asked for.
#include "policy/trees.h"
#include "syntax/snippet.h"

typedef struct Tree {
    Ast *ast;
    Span span;
} Tree;

typedef struct TreeList {
    VEC(Tree) items;
} TreeList;

static void add(Trees *t, TreeList *list, const Source *source, Span span, const char *text)
{
    Ast *ast = ast_parse(source, span, text, PARSE_SNIPPET);
    vec_push(&t->arena, &t->all, ast);
    vec_push(&t->arena, &list->items, (Tree){ast, span});
}

// Standard input has no suffix; it is Go, as for the analysis.
static TreeList *read_trees(Trees *t, const Source *source)
{
    TreeList *list = arena_new(&t->arena, TreeList);
    DocumentKind kind = document_kind(str_of(source->path));
    if (kind == DOCUMENT_GO || !strchr(source->path, '.')) {
        add(t, list, source, (Span){0, source->len}, NULL);
        return list;
    }
    SnippetList blocks = {0};
    snippet_find(&t->arena, source, kind, &blocks);
    VEC_EACH (const SnippetBlock, b, &blocks)
        add(t, list, source, b->span, b->text);
    return list;
}

const Ast *trees_at(Trees *t, const Source *source, uint32_t offset)
{
    uint64_t *known = map_get(&t->known, (uintptr_t)source);
    TreeList *list = known ? (TreeList *)(uintptr_t)*known : read_trees(t, source);
    if (!known)
        map_put(&t->arena, &t->known, (uintptr_t)source, (uintptr_t)list);
    VEC_EACH (const Tree, tree, &list->items)
        if (offset >= tree->span.start && offset < tree->span.end)
            return tree->ast;
    return NULL;
}

void trees_free(Trees *t)
{
    VEC_EACH (Ast *, ast, &t->all)
        ast_free(*ast);
    arena_free(&t->arena);
}

// tree.h - trees of files that a test makes in a folder of its own.
//
// A file that includes it defines _XOPEN_SOURCE 700 first (mkdtemp, nftw).
#ifndef CURFEW_TESTS_TREE_H
#define CURFEW_TESTS_TREE_H

#include "harness/unit.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Tree {
    Arena arena;
    const char *root;
} Tree;

static inline const char *tree_path(Tree *t, const char *path)
{
    return arena_printf(&t->arena, "%s/%s", t->root, path);
}

static inline void tree_put(Tree *t, const char *path, const char *text)
{
    char *full = arena_printf(&t->arena, "%s/%s", t->root, path);
    for (char *slash = strchr(full + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(full, 0755);
        *slash = '/';
    }
    FILE *f = fopen(full, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static inline int tree_remove_one(const char *path, const struct stat *st, int kind,
                                  struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

// For cmocka_unit_test_setup_teardown: *state is the Tree.
static inline int tree_set_up(void **state)
{
    const char *top = getenv("TMPDIR");
    Tree *t = mem_alloc(sizeof *t);
    *t = (Tree){0};
    char *root = arena_printf(&t->arena, "%s/curfew-tree-XXXXXX", top && *top ? top : "/tmp");
    assert_non_null(mkdtemp(root));
    t->root = root;
    *state = t;
    return 0;
}

static inline int tree_tear_down(void **state)
{
    Tree *t = *state;
    nftw(t->root, tree_remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(&t->arena);
    free(t);
    return 0;
}

#endif

// operands.c - what the patterns of the command line name: directories, import paths, trees of
// either, files, and the names `all`, `std`, `cmd`, `work`,
// `tool`.
//
// The rules are those of `go help packages`, with three kindnesses. A directory may be named
// without
// "./" where no package has that import path. A tree begins at the directory that is named, even
// where `...` above it would have passed it over (testdata). And in a workspace whose root is no
// module, `./...` goes into the modules of the workspace below it.
#include "load/loader.h"
#include "load/pattern.h"

#include <string.h>
#include <sys/stat.h>

// Trees of directories deeper than this are no source trees.
enum { TREE_DEPTH_MAX = 200 };

// Makes the unit of a place that is named, unless there is one.
static Unit *name_place(Loader *l, const Found *found, const Listing *listing, bool tests)
{
    Unit *u = unit_find(l, found);
    if (u)
        return u;
    u = unit_new(l, found);
    u->named = true;
    u->tests = tests && !l->options->no_tests;
    unit_add(l, u);
    unit_read(l, u, listing);
    u->wanted = u->files.len + u->excluded.len > 0;
    return u;
}

// ---- Trees ----

typedef struct Tree {
    Loader *l;
    Str pattern;       // absolute directories or import paths; empty: everything matches
    bool by_path;      // names are import paths, not directories
    bool standard;     // in GOROOT
    bool only_std;     // without the commands
    bool commands;     // the pattern is `cmd`
    bool into_modules; // modules of the workspace that lie below are entered
    const Module *module;
    uint32_t matched; // directories with files that take part
    unsigned depth;
} Tree;

static void walk(Tree *t, const char *dir, Str name, bool top);

static bool is_work_module(Loader *l, const char *dir)
{
    const Modules *m = l->graph->modules;
    for (uint32_t i = 0; i < modules_main_count(m); i++) {
        const Module *main = modules_main(m, i);
        if (main->dir && strcmp(main->dir, dir) == 0)
            return true;
    }
    return false;
}

// What every `...` passes over.
static bool is_hidden(Str folder)
{
    return str_starts(folder, ".") || str_starts(folder, "_") || str_is(folder, "testdata");
}

static bool is_pseudo_package(const Tree *t, Str name)
{
    return t->by_path && t->standard &&
           (str_is(name, "builtin") || str_is(name, "unsafe") ||
            (str_is(name, "runtime/cgo") && !t->l->graph->context.cgo));
}

static bool tree_matches(Tree *t, Str name)
{
    if (name.len == 0 || is_pseudo_package(t, name))
        return false;
    return t->pattern.len == 0 || pattern_match(&t->l->scratch, t->pattern, name);
}

// A directory that matches and has Go files.
static void visit(Tree *t, const char *dir, Str name, const Listing *listing)
{
    Found found = {.kind = FOUND_MODULE, .path = name, .dir = dir, .module = t->module};
    if (t->standard)
        found.kind = FOUND_STANDARD;
    if (!t->by_path) {
        found = modules_find_dir(t->l->graph->modules, dir);
        found.dir = dir;
    }
    // These have no import path that anyone could write.
    if (found.kind == FOUND_STANDARD &&
        (str_is(found.path, "builtin") || found.path.len == 0 || str_is(found.path, "unsafe")))
        return;
    Unit *u = name_place(t->l, &found, listing, true);
    if (t->commands && str_starts(u->path, "cmd/vendor/") && str_is(u->name, "main"))
        u->named = u->wanted = false; // a program that came along with a vendored library
    t->matched += u->files.len > 0;
}

static bool may_enter(const Tree *t, Str folder, Str name, bool at_root)
{
    if (is_hidden(folder))
        return false;
    if (t->only_std && at_root && (str_is(folder, "cmd") || memchr(folder.ptr, '.', folder.len)))
        return false;
    return t->pattern.len == 0 || pattern_reaches(t->pattern, name);
}

static void walk_folders(Tree *t, const char *dir, Str name, const Listing *listing)
{
    Arena *a = t->l->arena;
    VEC_EACH (const Str, folder, &listing->folders) {
        const char *path =
            arena_printf(a, "%s%s%.*s", dir, strcmp(dir, "/") == 0 ? "" : "/", STR_ARG(*folder));
        Str below = str_of(path);
        if (t->by_path)
            below = name.len ? str_of(arena_printf(a, "%.*s/%.*s", STR_ARG(name), STR_ARG(*folder)))
                             : *folder;
        if (may_enter(t, *folder, below, name.len == 0))
            walk(t, path, below, false);
    }
}

static void walk(Tree *t, const char *dir, Str name, bool top)
{
    Loader *l = t->l;
    if (t->depth >= TREE_DEPTH_MAX) {
        loader_fault(l, loader_shown(l, dir), 0, "directories are nested too deeply");
        return;
    }
    if (!top && modules_ignores(l->graph->modules, dir))
        return;
    Listing listing = listing_read(l->arena, dir);
    if (!top && listing.has_go_mod && !(t->standard && t->only_std) &&
        !(t->into_modules && is_work_module(l, dir)))
        return; // another module begins here
    if (listing.files.len > 0 && tree_matches(t, name))
        visit(t, dir, name, &listing);
    else if (listing.error)
        loader_fault(l, loader_shown(l, dir), 0, listing.error);
    if (!top && t->by_path && !t->standard && str_ends(name, "/vendor"))
        return; // what is vendored belongs to modules of the build list
    t->depth++;
    walk_folders(t, dir, name, &listing);
    t->depth--;
}

static uint32_t walk_module(Loader *l, const Module *m, Str pattern)
{
    if (!m->dir || (pattern.len > 0 && !pattern_reaches(pattern, m->path)))
        return 0;
    Tree t = {.l = l, .pattern = pattern, .by_path = true, .module = m};
    walk(&t, m->dir, m->path, true);
    return t.matched;
}

static uint32_t walk_standard(Loader *l, Str pattern, const char *below, bool only_std)
{
    Str root = goenv_root(l->graph->env);
    if (root.len == 0)
        return 0;
    const char *dir =
        arena_printf(l->arena, "%.*s/src%s%s", STR_ARG(root), *below ? "/" : "", below);
    Tree t = {.l = l, .pattern = pattern, .by_path = true, .standard = true, .only_std = only_std};
    t.commands = !only_std && pattern.len == 0;
    walk(&t, dir, str_of(below), true);
    return t.matched;
}

// ---- Kinds of patterns ----

static uint32_t expand_main_modules(Loader *l)
{
    uint32_t matched = 0;
    for (uint32_t i = 0; i < modules_main_count(l->graph->modules); i++)
        matched += walk_module(l, modules_main(l->graph->modules, i), (Str){0});
    return matched;
}

// The programs that go.mod names as tools. `all` has them, but not their tests.
static uint32_t expand_tools(Loader *l, bool tests)
{
    uint32_t matched = 0;
    Str path;
    for (uint32_t i = 0; (path = modules_tool(l->graph->modules, i)).len > 0; i++) {
        Found found = modules_find(l->graph->modules, path, false);
        if (found.kind == FOUND_NOWHERE)
            loader_fault(l, arena_strndup(l->arena, path.ptr, path.len), 0, found.reason);
        else
            matched += name_place(l, &found, NULL, tests)->files.len > 0;
    }
    return matched;
}

// Names that stand for sets of packages. False for any other pattern.
static bool expand_name(Loader *l, Str pattern, uint32_t *matched)
{
    if (str_is(pattern, "std")) {
        *matched = walk_standard(l, (Str){0}, "", true);
    } else if (str_is(pattern, "cmd")) {
        *matched = walk_standard(l, (Str){0}, "cmd", false);
    } else if (str_is(pattern, "work")) {
        *matched = expand_main_modules(l);
    } else if (str_is(pattern, "all")) {
        *matched = expand_main_modules(l) + expand_tools(l, false);
        l->everything = true;
    } else if (str_is(pattern, "tool")) {
        *matched = expand_tools(l, true);
    } else {
        return false;
    }
    return true;
}

static uint32_t expand_import_tree(Loader *l, Str pattern)
{
    uint32_t matched = walk_standard(l, pattern, "", true);
    if (pattern_reaches(pattern, STR("cmd")))
        matched += walk_standard(l, pattern, "cmd", false);
    const Modules *m = l->graph->modules;
    for (uint32_t i = 0; i < modules_count(m); i++)
        matched += walk_module(l, modules_at(m, i), pattern);
    return matched;
}

// The directory before the first `...`.
static const char *tree_root(Loader *l, Str pattern)
{
    size_t end = str_find(pattern, STR("..."));
    while (end > 0 && pattern.ptr[end - 1] != '/')
        end--;
    return path_clean(l->arena, l->dir, str_sub(pattern, 0, end));
}

static bool in_main_module(Loader *l, const char *dir)
{
    Str below;
    const Modules *m = l->graph->modules;
    for (uint32_t i = 0; i < modules_main_count(m); i++)
        if (modules_main(m, i)->dir &&
            path_below(str_of(dir), str_of(modules_main(m, i)->dir), &below))
            return true;
    return false;
}

static uint32_t expand_tree(Loader *l, Str pattern)
{
    const char *root = tree_root(l, pattern);
    if (!path_is_directory(root)) {
        loader_fault(l, pattern.ptr, 0, "no such directory");
        return 1;
    }
    Tree t = {.l = l, .pattern = str_of(path_clean(l->arena, l->dir, pattern))};
    t.into_modules = modules_root(l->graph->modules) && !in_main_module(l, root);
    walk(&t, root, str_of(root), true);
    return t.matched;
}

// One directory. What is wrong with it is said here.
static void expand_directory(Loader *l, Str pattern)
{
    struct stat st;
    const char *dir = path_clean(l->arena, l->dir, pattern);
    if (stat(dir, &st) < 0 || !S_ISDIR(st.st_mode)) {
        loader_fault(l, pattern.ptr, 0, "no such directory");
        return;
    }
    Found found = modules_find_dir(l->graph->modules, dir);
    found.dir = dir;
    const Unit *u = name_place(l, &found, NULL, true);
    if (u->files.len > 0)
        return;
    loader_fault(l, pattern.ptr, 0,
                 u->wanted ? "build constraints exclude all its Go files" : "no Go files in it");
}

static bool is_local(Str p)
{
    return str_is(p, ".") || str_is(p, "..") || str_starts(p, "./") || str_starts(p, "../") ||
           str_starts(p, "/");
}

static void expand_import(Loader *l, Str pattern)
{
    Found found = modules_find(l->graph->modules, pattern, false);
    if (found.kind == FOUND_NOWHERE) {
        const char *dir = path_clean(l->arena, l->dir, pattern);
        if (path_is_directory(dir))
            expand_directory(l, pattern);
        else
            loader_fault(l, pattern.ptr, 0, found.reason);
    } else if (name_place(l, &found, NULL, true)->files.len == 0) {
        loader_fault(l, pattern.ptr, 0, "build constraints exclude all its Go files");
    }
}

static void expand_wild(Loader *l, Str pattern)
{
    uint32_t matched = is_local(pattern) ? expand_tree(l, pattern) : expand_import_tree(l, pattern);
    if (matched == 0 && !is_local(pattern) && path_is_directory(tree_root(l, pattern)) &&
        str_find(pattern, STR("...")) > 0)
        matched = expand_tree(l, pattern);
    if (matched == 0)
        loader_fault(l, pattern.ptr, 0, "matches no packages");
}

static void expand(Loader *l, const char *operand)
{
    Str text = str_of(operand);
    Str pattern = {arena_strndup(l->arena, text.ptr, text.len), text.len};
    while (pattern.len > 1 && str_ends(pattern, "/"))
        pattern.len--;
    ((char *)pattern.ptr)[pattern.len] = 0;
    uint32_t matched = 1;
    if (expand_name(l, pattern, &matched)) {
        if (matched == 0)
            loader_fault(l, pattern.ptr, 0, "matches no packages");
    } else if (pattern_is_wild(pattern)) {
        expand_wild(l, pattern);
    } else if (is_local(pattern) || !loader_is_import_path(pattern)) {
        expand_directory(l, pattern);
    } else {
        expand_import(l, pattern);
    }
    arena_reset(&l->scratch);
}

// A name that ends in .go is a file, unless a directory has it.
static bool names_file(Loader *l, const char *operand)
{
    Str p = str_of(operand);
    return str_ends(p, ".go") && !pattern_is_wild(p) &&
           !path_is_directory(path_clean(l->arena, l->dir, p));
}

void operands_expand(Loader *l)
{
    const LoadOptions *o = l->options;
    FileOperands files = {0};
    for (uint32_t i = 0; i < o->pattern_count; i++) {
        if (names_file(l, o->patterns[i]))
            vec_push(l->arena, &files, o->patterns[i]);
        else
            expand(l, o->patterns[i]);
    }
    if (o->pattern_count == 0)
        expand(l, "./...");
    named_files_add(l, &files);
}

// modfind.c - which module and directory an import path means, and the other way round
// (https://go.dev/ref/mod#resolve-pkg-mod).
#include "load/modset.h"

#include "load/listing.h"
#include "load/gover.h"
#include "load/modpath.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

// Looks for the package with a path; filled as candidates are found.
typedef struct Search {
    ModSet *set;
    Str path;
    const char *dir; // where it was found; NULL as long as it was not
    Known *known;    // the module that has it; NULL where nothing says
    bool again;      // it was found a second time, in `other`
    Known *other;
    const char *missing; // a module that might have it, but is not to be had
} Search;

static const char *copy(ModSet *s, Str text)
{
    return arena_strndup(&s->arena, text.ptr, text.len);
}

static Found nowhere(ModSet *s, Str path, const char *reason)
{
    return (Found){.kind = FOUND_NOWHERE, .path = {copy(s, path), path.len}, .reason = reason};
}

// ---- Directories ----

static bool is_go_file(DIR *d, const struct dirent *e)
{
    struct stat st;
    return str_ends(str_of(e->d_name), ".go") && fstatat(dirfd(d), e->d_name, &st, 0) == 0 &&
           S_ISREG(st.st_mode);
}

// Whether Go files are there, of whatever kind.
static bool has_go_files(const char *dir)
{
    DIR *d = opendir(dir);
    bool found = false;
    if (!d)
        return false;
    for (struct dirent *e; !found && (e = readdir(d)) != NULL;)
        found = is_go_file(d, e);
    closedir(d);
    return found;
}

// Whether another module begins below `root`, at `dir` or above it.
static bool has_module_between(ModSet *s, Str dir, Str root)
{
    struct stat st;
    while (dir.len > root.len) {
        const char *file = arena_printf(&s->scratch, "%.*s/go.mod", STR_ARG(dir));
        if (stat(file, &st) == 0 && !S_ISDIR(st.st_mode))
            return true;
        while (dir.len > root.len && dir.ptr[dir.len - 1] != '/')
            dir.len--;
        dir.len -= dir.len > root.len;
    }
    return false;
}

// The directory of a package in a module whose path is `prefix` (empty: that has none); NULL when
// it has no Go files.
static const char *directory_in(ModSet *s, Str path, Str prefix, const char *root, bool local)
{
    Str below = str_sub(path, prefix.len ? prefix.len + 1 : 0, path.len);
    const char *dir = below.len ? arena_printf(&s->scratch, "%s/%.*s", root, STR_ARG(below)) : root;
    if (local && has_module_between(s, str_of(dir), str_of(root)))
        return NULL;
    return has_go_files(dir) ? copy(s, str_of(dir)) : NULL;
}

// ---- The standard library ----

static Found standard(ModSet *s, const char *tree, Str path)
{
    Found f = {.kind = FOUND_STANDARD};
    const char *full = arena_printf(&s->arena, "%s%.*s", tree, STR_ARG(path));
    const char *dir = arena_printf(&s->scratch, "%.*s/%s", STR_ARG(s->goroot_src), full);
    if (s->goroot_src.len == 0 || !has_go_files(dir))
        return (Found){0};
    f.path = str_of(full);
    f.dir = copy(s, str_of(dir));
    return f;
}

// What the standard library imports from modules lies in its own vendor directory.
static Found find_for_standard(ModSet *s, Str path)
{
    Found f = modpath_is_standard(path) ? (Found){0} : standard(s, "vendor/", path);
    if (f.kind == FOUND_NOWHERE)
        f = standard(s, "", path);
    if (f.kind == FOUND_NOWHERE)
        return nowhere(s, path, s->goroot_src.len ? "it is not in GOROOT" : "there is no GOROOT");
    return f;
}

// ---- Modules ----

static void take(Search *search, Known *k, const char *dir)
{
    if (search->dir) {
        search->again = true;
        search->other = k;
        return;
    }
    search->known = k;
    search->dir = dir;
}

// Every module whose path the import path begins with may have the package.
static void look_in_modules(Search *search)
{
    ModSet *s = search->set;
    for (Str prefix = search->path; prefix.len;) {
        Known *k = modgraph_selected(s, prefix);
        if (k && !k->module.dir) {
            search->missing = search->missing ? search->missing : k->missing;
        } else if (k) {
            const char *dir = directory_in(s, search->path, prefix, k->module.dir, k->local);
            if (dir)
                take(search, k, dir);
        }
        while (prefix.len && prefix.ptr[prefix.len - 1] != '/')
            prefix.len--;
        prefix.len -= prefix.len > 0;
    }
}

static void look_in_vendor(Search *search)
{
    ModSet *s = search->set;
    VEC_EACH (MainModule, m, &s->mains) {
        if (!modpath_has_prefix(search->path, m->known.module.path))
            continue;
        const char *dir =
            directory_in(s, search->path, m->known.module.path, m->known.module.dir, true);
        if (dir)
            take(search, &m->known, dir);
    }
    const char *dir = directory_in(s, search->path, (Str){0}, s->vendor.dir, false);
    if (!dir)
        return;
    const VendorPackage *p = vendor_package(&s->vendor, search->path);
    Str go = s->workspace ? s->work.go : s->mains.data[0].mod.go;
    if (p)
        take(search, modset_known(s, s->vendor.modules.data[p->module].mod), dir);
    else if (gover_compare(go, STR("1.23")) < 0)
        take(search, NULL, dir); // older Go did not ask for the list
    else
        search->missing =
            "it lies in the vendor directory, but vendor/modules.txt does not name it";
}

// A module that is replaced, but that nothing requires, is no part of the build.
static const char *why_nowhere(Search *search)
{
    ModSet *s = search->set;
    if (search->missing)
        return search->missing;
    if (modpath_is_standard(search->path) && s->goroot_src.len == 0)
        return "there is no GOROOT";
    if (!s->root)
        return modpath_is_standard(search->path) ? "it is not in GOROOT" : "there is no go.mod";
    for (Str prefix = search->path; !s->vendored && prefix.len;) {
        if (map_get(&s->mod_replaces, modset_key(s, prefix, STR(""))))
            return arena_printf(&s->arena, "module %.*s is replaced, but nothing requires it",
                                STR_ARG(prefix));
        while (prefix.len && prefix.ptr[prefix.len - 1] != '/')
            prefix.len--;
        prefix.len -= prefix.len > 0;
    }
    return modpath_is_standard(search->path) ? "it is not in GOROOT"
                                             : "no required module provides it";
}

static const char *name_known(ModSet *s, const Known *k)
{
    if (!k)
        return "the vendor directory";
    return arena_printf(&s->arena, "%.*s%s%.*s", STR_ARG(k->mod.path),
                        k->mod.version.len ? "@" : "", STR_ARG(k->mod.version));
}

static Found finish(Search *search)
{
    ModSet *s = search->set;
    if (!search->dir)
        return nowhere(s, search->path, why_nowhere(search));
    if (search->again)
        return nowhere(s, search->path,
                       arena_printf(&s->arena, "it is in several modules: %s and %s",
                                    name_known(s, search->other), name_known(s, search->known)));
    Found f = {.kind = FOUND_MODULE, .path = {copy(s, search->path), search->path.len}};
    f.dir = search->dir;
    f.module = search->known ? modset_finish(s, search->known) : NULL;
    return f;
}

// In GOROOT/src and GOROOT/src/cmd, which are modules, paths stand for what they vendor.
static Found find_for_goroot(ModSet *s, Str path)
{
    const MainModule *m = &s->mains.data[0];
    Found f = str_is(m->known.module.path, "cmd") ? standard(s, "cmd/vendor/", path) : (Found){0};
    return f.kind == FOUND_NOWHERE ? find_for_standard(s, path) : f;
}

static Found find_in_modules(ModSet *s, Str path)
{
    Search search = {.set = s, .path = path};
    if (s->vendored) {
        look_in_vendor(&search);
        return finish(&search);
    }
    look_in_modules(&search);
    bool loaded = s->graph_loaded, again = false;
    if (search.dir && !search.again)
        modgraph_check(s, search.known);
    else if (!search.again && s->mains.len)
        modgraph_load(s);
    again = loaded != s->graph_loaded;
    for (int rounds = 0; rounds < 2; rounds++) {
        if (again) {
            search = (Search){.set = s, .path = path};
            look_in_modules(&search);
        }
        again = search.dir && !search.again && modgraph_promote(s, search.known);
        if (!again)
            break;
    }
    return finish(&search);
}

Found modules_find(Modules *m, Str path, bool importer_standard)
{
    ModSet *s = m->set;
    arena_reset(&s->scratch);
    const char *fault = modpath_import_fault(path);
    if (fault)
        return nowhere(s, path, fault);
    if (importer_standard)
        return find_for_standard(s, path);
    Found f = modpath_is_standard(path) ? standard(s, "", path) : (Found){0};
    if (f.kind == FOUND_STANDARD)
        return f;
    if (s->mains.len && s->mains.data[0].in_goroot)
        return find_for_goroot(s, path);
    return find_in_modules(s, path);
}

// ---- From directories to paths ----

static Found standard_directory(ModSet *s, Str dir)
{
    Str below;
    if (s->goroot_src.len == 0 ||
        (!path_below(dir, s->goroot_src, &below) && !path_below(dir, s->goroot_real, &below)))
        return (Found){0};
    return (Found){
        .kind = FOUND_STANDARD, .path = {copy(s, below), below.len}, .dir = copy(s, dir)};
}

static Found vendored_directory(ModSet *s, Str dir, Str path)
{
    const VendorPackage *p = vendor_package(&s->vendor, path);
    if (!s->vendored)
        return nowhere(s, dir, "directories in vendor have an import path with -mod=vendor alone");
    if (!p)
        return nowhere(s, dir, "vendor/modules.txt does not name it");
    Known *k = modset_known(s, s->vendor.modules.data[p->module].mod);
    return (Found){
        FOUND_MODULE, {copy(s, path), path.len}, copy(s, dir), modset_finish(s, k), NULL};
}

static Found module_directory(ModSet *s, Known *k, Str dir, Str below)
{
    Str path = k->module.path;
    const char *full =
        arena_printf(&s->arena, "%.*s%s%.*s", STR_ARG(path), below.len ? "/" : "", STR_ARG(below));
    return (Found){FOUND_MODULE, str_of(full), copy(s, dir), modset_finish(s, k), NULL};
}

// The main module that a directory lies in. The last reason why it is in none is in *why.
static Found main_directory(ModSet *s, Str dir, const char **why)
{
    VEC_EACH (MainModule, m, &s->mains) {
        Str below, root = str_of(m->known.module.dir);
        if (m->in_goroot || !path_below(dir, root, &below) || memchr(below.ptr, '@', below.len))
            continue;
        if (str_starts(below, "vendor/") && !s->workspace)
            return vendored_directory(s, dir, str_sub(below, 7, below.len));
        if (!has_module_between(s, dir, root))
            return module_directory(s, &m->known, dir, below);
        *why = "another module begins between it and the main module";
    }
    Str below;
    if (s->vendored && s->workspace && path_below(dir, str_of(s->vendor.dir), &below))
        return vendored_directory(s, dir, below);
    return (Found){0};
}

// A module of the build list, in the module cache or where a replace line says.
static Found cached_directory(ModSet *s, Str dir)
{
    Str below;
    bool near = s->cache.len && path_below(dir, s->cache, &below);
    VEC_EACH (const Replacement, r, &s->replacements)
        near |= r->dir && path_below(dir, str_of(r->dir), &below);
    if (!near || s->vendored || s->mains.len == 0)
        return (Found){0};
    modgraph_load(s);
    Known *best = NULL;
    Str best_below = {0};
    VEC_EACH (Known *, k, &s->build_list) {
        if (!(*k)->module.dir || !path_below(dir, str_of((*k)->module.dir), &below) ||
            memchr(below.ptr, '@', below.len))
            continue;
        if ((!best || below.len < best_below.len) &&
            !((*k)->local && has_module_between(s, dir, str_of((*k)->module.dir))))
            best = *k, best_below = below;
    }
    return best ? module_directory(s, best, dir, best_below) : (Found){0};
}

Found modules_find_dir(Modules *m, const char *dir)
{
    ModSet *s = m->set;
    Str d = str_of(dir);
    const char *why = s->root ? "it lies outside of the main module and what that requires"
                              : "there is no go.mod";
    arena_reset(&s->scratch);
    Found f = main_directory(s, d, &why);
    if (f.dir || f.reason)
        return f;
    f = standard_directory(s, d);
    if (f.kind == FOUND_NOWHERE)
        f = cached_directory(s, d);
    return f.kind == FOUND_NOWHERE ? nowhere(s, d, why) : f;
}

// ---- Directories that `...` does not enter ----

// Puts a slash at either end where there is none.
static Str slashed(ModSet *s, Str path)
{
    return str_of(arena_printf(&s->scratch, "%s%.*s%s", str_starts(path, "/") ? "" : "/",
                               STR_ARG(path), str_ends(path, "/") ? "" : "/"));
}

// "./x" stands for x at the root of the module, "x/y" for such directories anywhere in it.
static bool is_ignored(ModSet *s, const Str *patterns, uint32_t count, Str below)
{
    Str dir = slashed(s, below);
    for (uint32_t i = 0; i < count && below.len; i++) {
        bool rooted = str_starts(patterns[i], "./");
        Str pattern = slashed(s, rooted ? str_sub(patterns[i], 2, patterns[i].len) : patterns[i]);
        size_t at = str_find(dir, pattern);
        if (rooted ? at == 0 : at != SIZE_MAX)
            return true;
    }
    return false;
}

// Dependencies are looked at where the graph is loaded, as it is for patterns that reach them.
static bool ignored_by_dependency(ModSet *s, Str dir)
{
    Known *best = NULL;
    Str below, best_below = {0};
    if (s->vendored || !s->graph_loaded)
        return false;
    VEC_EACH (Known *, k, &s->build_list)
        if (!(*k)->module.main && (*k)->module.dir &&
            path_below(dir, str_of((*k)->module.dir), &below) &&
            (!best || below.len < best_below.len))
            best = *k, best_below = below;
    if (!best)
        return false;
    const Summary *summary = modset_summary(s, best);
    return is_ignored(s, summary->ignores.data, summary->ignores.len, best_below);
}

bool modules_ignores(const Modules *m, const char *dir)
{
    ModSet *s = m->set;
    Str d = str_of(dir), below;
    const MainModule *best = NULL;
    Str best_below = {0};
    arena_reset(&s->scratch);
    VEC_EACH (const MainModule, main, &s->mains)
        if (path_below(d, str_of(main->known.module.dir), &below) &&
            (!best || below.len < best_below.len))
            best = main, best_below = below;
    if (best)
        return is_ignored(s, best->mod.ignores.data, best->mod.ignores.len, best_below);
    return ignored_by_dependency(s, d);
}

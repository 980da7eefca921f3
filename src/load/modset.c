// modset.c - single modules: what replaces them, what their go.mod says, and where they are.
#include "load/modset.h"

#include "load/goroot.h"
#include "load/gover.h"
#include "load/listing.h"
#include "load/modpath.h"
#include "load/semver.h"

#include <string.h>

// The language that a go.mod without a go line is written in.
enum { DEFAULT_GO_MINOR = 16, PRUNED_SINCE = 17 };

void modset_fault(ModSet *s, const char *path, uint32_t line, const char *reason)
{
    vec_push(&s->arena, &s->faults, (ModuleFault){path, line, reason});
}

MainModule *modset_main(ModSet *s, Str path)
{
    VEC_EACH (MainModule, m, &s->mains)
        if (str_eq(m->known.module.path, path))
            return m;
    return NULL;
}

// ---- Replacements ----

// go.work has the last word. Of several go.mod files the last that says something counts.
const Replacement *modset_replacement(ModSet *s, ModVersion mod)
{
    if (mod.version.len == 0 || s->replacements.len == 0)
        return NULL;
    uint64_t this = modset_key(s, mod.path, mod.version), all = modset_key(s, mod.path, STR(""));
    uint64_t *at = map_get(&s->work_replaces, this);
    at = at ? at : map_get(&s->work_replaces, all);
    for (uint32_t i = s->mains.len; !at && i > 0; i--) {
        const Map *replaces = &s->mains.data[i - 1].replaces;
        at = map_get(replaces, this);
        at = at ? at : map_get(replaces, all);
    }
    return at ? &s->replacements.data[*at] : NULL;
}

// ---- Directories ----

// A module's folder below the module cache's `below`; NULL for paths that no cache holds.
static const char *cache_path(ModSet *s, const char *below, ModVersion mod, const char *between,
                              const char *behind)
{
    Str path = modpath_escape(&s->arena, mod.path),
        version = modpath_escape(&s->arena, mod.version);
    if (modpath_import_fault(mod.path) || path.len == 0 || version.len == 0 || s->cache.len == 0)
        return NULL;
    return arena_printf(&s->arena, "%.*s/%s%.*s%s%.*s%s", STR_ARG(s->cache), below, STR_ARG(path),
                        between, STR_ARG(version), behind);
}

static void find_directory(ModSet *s, Known *k)
{
    const Replacement *r = modset_replacement(s, k->mod);
    ModVersion actual = r ? r->to : k->mod;
    if (r && r->dir) {
        k->local = true;
        k->module.dir = path_is_directory(r->dir) ? r->dir : NULL;
        if (!k->module.dir)
            k->missing =
                arena_printf(&s->arena, "the directory %s, which replaces %.*s, does not exist",
                             r->dir, STR_ARG(k->mod.path));
        return;
    }
    const char *dir = cache_path(s, "", actual, "@", "");
    if (dir && path_is_directory(dir))
        k->module.dir = dir;
    else
        k->missing = arena_printf(&s->arena, "%.*s@%.*s is not in the module cache",
                                  STR_ARG(actual.path), STR_ARG(actual.version));
}

// In a vendor directory all modules lie over each other, without their go.mod files.
static void find_vendored(ModSet *s, Known *k)
{
    const VendorModule *v = vendor_module(&s->vendor, k->mod);
    const char *dir = arena_printf(&s->arena, "%s/%.*s", s->vendor.dir, STR_ARG(k->mod.path));
    uint32_t minor = v ? gover_minor(v->go) : 0;
    k->module.dir = path_is_directory(dir) ? dir : NULL;
    k->missing = k->module.dir ? NULL : arena_printf(&s->arena, "%s does not exist", dir);
    k->module.go_minor = minor ? minor : DEFAULT_GO_MINOR;
    k->finished = true;
}

Known *modset_known(ModSet *s, ModVersion mod)
{
    MainModule *main = mod.version.len == 0 ? modset_main(s, mod.path) : NULL;
    if (main)
        return &main->known;
    uint64_t key = modset_key(s, mod.path, mod.version);
    uint64_t *at = map_get(&s->known, key);
    if (at)
        return (Known *)(uintptr_t)*at;
    Known *k = arena_new(&s->arena, Known);
    k->mod = mod;
    k->module.path = mod.path;
    k->module.version = mod.version;
    const Replacement *r = modset_replacement(s, mod);
    k->module.replaced_by = r ? r->to.path : STR("");
    k->module.replaced_version = r ? r->to.version : STR("");
    if (s->vendored)
        find_vendored(s, k);
    else
        find_directory(s, k);
    map_put(&s->arena, &s->known, key, (uint64_t)(uintptr_t)k);
    return k;
}

// ---- go.mod files ----

// With an empty module cache there would be a fault for each of a thousand modules; one says how
// many there are.
static void missing_go_mod(ModSet *s, ModVersion mod, const char *path)
{
    if (s->missing_mods++ == 0) {
        s->missing_fault = s->faults.len;
        modset_fault(s, path ? path : s->root, 0, NULL);
    }
    ModuleFault *f = &s->faults.data[s->missing_fault];
    if (s->missing_mods == 1)
        f->reason =
            arena_printf(&s->arena, "not in the module cache: what %.*s@%.*s requires is not known",
                         STR_ARG(mod.path), STR_ARG(mod.version));
    else if (s->missing_mods == 2)
        f->reason = arena_printf(&s->arena, "%s; nor is it for others", f->reason);
}

// The text of a go.mod, in the scratch arena, and where it was found.
static bool read_go_mod(ModSet *s, Known *k, const Replacement *r, Str *text, const char **path)
{
    if (r && r->dir) {
        *path = arena_printf(&s->arena, "%s/go.mod", r->dir);
        return goroot_read_file(&s->scratch, *path, text);
    }
    *path = cache_path(s, "cache/download/", r ? r->to : k->mod, "/@v/", ".mod");
    if (*path && goroot_read_file(&s->scratch, *path, text))
        return true;
    // A cache may have been emptied of its downloads.
    const char *beside = k->module.dir ? arena_printf(&s->arena, "%s/go.mod", k->module.dir) : NULL;
    if (!beside || !goroot_read_file(&s->scratch, beside, text))
        return false;
    *path = beside;
    return true;
}

static Str keep(ModSet *s, Str text)
{
    return name_str(s->names, name_of(s->names, text));
}

static void take_requires(ModSet *s, Summary *out, const ModFile *file)
{
    VEC_EACH (const ModRequire, q, &file->requires) {
        if (str_is(q->mod.path, "go") || str_is(q->mod.path, "toolchain"))
            continue; // the names of Go itself
        if (map_get(&s->excludes, modset_key(s, q->mod.path, q->mod.version)))
            continue;
        vec_push(&s->arena, &out->requires,
                 (ModVersion){keep(s, q->mod.path), keep(s, q->mod.version)});
    }
}

static void summarize(ModSet *s, Summary *out, const ModFile *file)
{
    uint32_t minor = gover_minor(file->go);
    out->module = keep(s, file->module);
    out->go_minor = minor ? minor : DEFAULT_GO_MINOR;
    out->pruned = gover_compare(file->go, STR("1.17")) >= 0;
    take_requires(s, out, file);
    VEC_EACH (const Str, i, &file->ignores)
        vec_push(&s->arena, &out->ignores, keep(s, *i));
}

// A module that is taken from elsewhere may call itself what it is called there.
static void check_name(ModSet *s, const Known *k, const Replacement *r, const Summary *m,
                       const char *path)
{
    if (r && r->dir)
        return;
    if (m->module.len == 0)
        modset_fault(s, path, 0, "there is no module line");
    else if (!str_eq(m->module, k->mod.path) && !(r && str_eq(m->module, r->to.path)))
        modset_fault(s, path, 0,
                     arena_printf(&s->arena,
                                  "the module calls itself %.*s, but it is required as %.*s",
                                  STR_ARG(m->module), STR_ARG(k->mod.path)));
}

static Summary *read_summary(ModSet *s, Known *k)
{
    Summary *out = arena_new(&s->arena, Summary);
    const Replacement *r = modset_replacement(s, k->mod);
    const char *path;
    Str text;
    out->go_minor = DEFAULT_GO_MINOR;
    if (!read_go_mod(s, k, r, &text, &path)) {
        missing_go_mod(s, k->mod, path);
        return out;
    }
    ModFile file = modfile_read(&s->scratch, text, MODFILE_DEPENDENCY);
    summarize(s, out, &file);
    VEC_EACH (const ModFileFault, f, &file.faults)
        modset_fault(s, path, f->line, arena_printf(&s->arena, "%s", f->reason));
    check_name(s, k, r, out, path);
    return out;
}

// Several versions may be replaced by one directory, whose go.mod is read once.
const Summary *modset_summary(ModSet *s, Known *k)
{
    if (k->summary)
        return k->summary;
    MainModule *main = k->module.main ? modset_main(s, k->mod.path) : NULL;
    if (main) {
        Summary *own = arena_new(&s->arena, Summary);
        summarize(s, own, &main->mod);
        return k->summary = own;
    }
    const Replacement *r = modset_replacement(s, k->mod);
    ModVersion actual = r && r->dir ? (ModVersion){str_of(r->dir), STR("")} : r ? r->to : k->mod;
    uint64_t key = modset_key(s, actual.path, actual.version);
    uint64_t *at = map_get(&s->summaries, key);
    if (at)
        return k->summary = (const Summary *)(uintptr_t)*at;
    Summary *read = read_summary(s, k);
    arena_reset(&s->scratch);
    map_put(&s->arena, &s->summaries, key, (uint64_t)(uintptr_t)read);
    return k->summary = read;
}

const Module *modset_finish(ModSet *s, Known *k)
{
    if (!k->finished) {
        k->finished = true;
        k->module.go_minor = modset_summary(s, k)->go_minor;
    }
    return &k->module;
}

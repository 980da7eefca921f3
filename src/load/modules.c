// modules.c - which go.work and go.mod count, and what they say together.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 // realpath
#endif
#include "load/modset.h"

#include "load/goroot.h"
#include "load/gover.h"
#include "load/listing.h"
#include "load/modpath.h"
#include "load/semver.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// ---- Finding files ----

static bool is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

static const char *join(Arena *a, const char *dir, const char *name)
{
    return arena_printf(a, "%s/%s", strcmp(dir, "/") == 0 ? "" : dir, name);
}

static const char *parent(Arena *a, const char *dir)
{
    const char *slash = strrchr(dir, '/');
    return slash && slash > dir ? arena_strndup(a, dir, (size_t)(slash - dir)) : "/";
}

// The directory at or above `dir` that holds a file of that name; NULL when there is none. The
// search for a go.work does not leave GOROOT, whose modules always use what they vendor.
static const char *find_upwards(Arena *a, const char *dir, const char *name, Str stop)
{
    for (;;) {
        if (is_file(join(a, dir, name)))
            return dir;
        if (strcmp(dir, "/") == 0)
            return NULL;
        dir = parent(a, dir);
        if (stop.len && str_is(stop, dir))
            return NULL;
    }
}

static bool same_directory(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

// A go.mod that lies in the directory for temporary files itself was left there by accident.
static const char *find_go_mod(Arena *a, const GoEnv *env, const char *dir)
{
    Str temporary = goenv_get(env, "TMPDIR");
    const char *found = find_upwards(a, dir, "go.mod", (Str){0});
    return found && !same_directory(found, temporary.len ? temporary.ptr : "/tmp") ? found : NULL;
}

// The go.work that counts, or NULL; *named is set where GOWORK names it.
static const char *find_go_work(Arena *a, const GoEnv *env, const char *dir, bool *named)
{
    Str gowork = goenv_get(env, "GOWORK");
    *named = false;
    if (str_is(gowork, "off"))
        return NULL;
    if (gowork.len && !str_is(gowork, "auto")) {
        *named = true;
        return gowork.ptr;
    }
    const char *found = find_upwards(a, dir, "go.work", goenv_root(env));
    return found ? join(a, found, "go.work") : NULL;
}

// ---- The toolchain that is named ----

// The value of the first line that begins with a key, as it is read before anything else is known.
static Str look_up(Str text, const char *key)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && text.ptr[end] != '\n')
            end++;
        Str line = str_trim(str_sub(text, at, end));
        at = end + 1;
        Str rest = str_sub(line, strlen(key), line.len);
        if (!str_starts(line, key) || rest.len == 0 || (rest.ptr[0] != ' ' && rest.ptr[0] != '\t'))
            continue;
        size_t comment = str_find(rest, STR("//"));
        return str_trim(comment == SIZE_MAX ? rest : str_sub(rest, 0, comment));
    }
    return (Str){0};
}

const char *modules_toolchain(Arena *a, const char *const *environment, const char *dir)
{
    GoEnv *env = goenv_new_rootless(environment);
    bool named;
    const char *file = find_go_work(a, env, dir, &named);
    if (!file || !is_file(file)) {
        const char *root = find_go_mod(a, env, dir);
        file = root ? join(a, root, "go.mod") : NULL;
    }
    Str text = {0};
    if (file && !goroot_read_file(a, file, &text))
        text = (Str){0};
    goenv_free(env);
    Str go = look_up(text, "go"), toolchain = look_up(text, "toolchain");
    if (str_is(toolchain, "default"))
        return NULL;
    Str version = gover_of_toolchain(toolchain);
    if (gover_compare(go, version) > 0) {
        bool language = gover_is_language(go) && gover_compare(go, STR("1.21")) >= 0;
        return arena_printf(a, "go%.*s%s", STR_ARG(go), language ? ".0" : "");
    }
    return version.len ? arena_strndup(a, toolchain.ptr, toolchain.len) : NULL;
}

// ---- Reading go.mod and go.work ----

static void say_faults(ModSet *s, const char *path, const ModFileFaults *faults)
{
    VEC_EACH (const ModFileFault, f, faults)
        modset_fault(s, path, f->line, f->reason);
}

static bool read_file(ModSet *s, const char *path, ModFileKind kind, ModFile *file)
{
    Str text;
    *file = (ModFile){0};
    if (!goroot_read_file(&s->arena, path, &text)) {
        modset_fault(s, path, 0, "cannot be read");
        return false;
    }
    *file = modfile_read(&s->arena, text, kind);
    say_faults(s, path, &file->faults);
    return true;
}

static bool is_in_goroot(const ModSet *s, const char *dir)
{
    Str below, d = str_of(dir);
    return s->goroot_src.len &&
           (path_below(d, s->goroot_src, &below) || path_below(d, s->goroot_real, &below));
}

// Adds the module that lies in `dir` to the main modules.
static void add_main(ModSet *s, const char *dir, const char *file)
{
    MainModule m = {.file = file, .in_goroot = is_in_goroot(s, dir)};
    if (!read_file(s, file, MODFILE_MAIN, &m.mod))
        return;
    Str path = m.mod.module;
    if (path.len == 0) {
        modset_fault(s, file, 0, "there is no module line");
        path = str_of(strrchr(dir, '/') + 1);
    } else if (modpath_import_fault(path) || str_is(path, "go") || str_is(path, "toolchain")) {
        modset_fault(s, file, 0,
                     arena_printf(&s->arena, "%.*s is no path of a module", STR_ARG(path)));
    }
    if (modset_main(s, path)) {
        modset_fault(s, file, 0, "another module of the workspace has the same path");
        return;
    }
    uint32_t minor = gover_minor(m.mod.go);
    m.known.mod = (ModVersion){path, STR("")};
    m.known.local = m.known.finished = true;
    m.known.module = (Module){.path = path, .version = STR(""), .replaced_by = STR("")};
    m.known.module.replaced_version = STR("");
    m.known.module.dir = dir;
    m.known.module.go_minor = minor ? minor : 16;
    m.known.module.main = true;
    vec_push(&s->arena, &s->mains, m);
}

static void read_workspace(ModSet *s)
{
    read_file(s, s->work_file, MODFILE_WORK, &s->work);
    s->root = parent(&s->arena, s->work_file);
    Map used = {0};
    for (uint32_t i = 0; i < s->work.uses.len; i++) {
        const ModUse *u = &s->work.uses.data[i];
        const char *dir = path_clean(&s->arena, s->root, u->path),
                   *file = join(&s->arena, dir, "go.mod");
        Name name = name_ofs(s->names, dir);
        bool again = map_get(&used, name.v) != NULL;
        map_put(&s->arena, &used, name.v, 1);
        if (again)
            modset_fault(s, s->work_file, u->line, "the directory is used twice");
        else if (!is_file(file))
            modset_fault(s, s->work_file, u->line,
                         arena_printf(&s->arena, "there is no go.mod in %.*s", STR_ARG(u->path)));
        else
            add_main(s, dir, file);
    }
}

static void read_single(ModSet *s)
{
    bool found;
    s->root = find_go_mod(&s->arena, s->env, s->dir);
    if (!s->root)
        return;
    const char *file = join(&s->arena, s->root, "go.mod");
    Str other = goenv_flag(s->env, "modfile", &found);
    if (other.len && !str_ends(other, ".mod"))
        modset_fault(s, other.ptr, 0, "the file that -modfile names does not end in .mod");
    else if (other.len)
        file = path_clean(&s->arena, s->dir, other);
    add_main(s, s->root, file);
}

// ---- What they say together ----

static bool same_replacement(const Replacement *a, const Replacement *b)
{
    if (a->dir && b->dir)
        return strcmp(a->dir, b->dir) == 0;
    return str_eq(a->to.path, b->to.path) && str_eq(a->to.version, b->to.version);
}

// Adds the replace lines of a file in the folder `base` to `own`, and to `all`, by which lines that
// contradict each other are found.
static void add_replaces(ModSet *s, const ModFile *file, const char *path, const char *base,
                         Map *own, Map *all)
{
    VEC_EACH (const ModReplace, r, &file->replaces) {
        Replacement new = {.to = r->to};
        if (r->to.version.len == 0)
            new.dir = path_clean(&s->arena, base, r->to.path);
        uint64_t key = modset_key(s, r->from.path, r->from.version), *at = map_get(all, key);
        // What go.work replaces, go.mod files may replace as they like.
        bool free =
            all == &s->mod_replaces && map_get(&s->work_paths, name_of(s->names, r->from.path).v);
        if (at && !free && !same_replacement(&s->replacements.data[*at], &new))
            modset_fault(s, path, r->line,
                         arena_printf(&s->arena, "%.*s is already replaced by something else",
                                      STR_ARG(r->from.path)));
        map_put(&s->arena, own, key, s->replacements.len);
        if (all != own)
            map_put(&s->arena, all, key, s->replacements.len);
        vec_push(&s->arena, &s->replacements, new);
    }
}

static void add_directives(ModSet *s)
{
    if (s->workspace)
        add_replaces(s, &s->work, s->work_file, s->root, &s->work_replaces, &s->work_replaces);
    VEC_EACH (const ModReplace, r, &s->work.replaces)
        map_put(&s->arena, &s->work_paths, name_of(s->names, r->from.path).v, 1);
    VEC_EACH (MainModule, m, &s->mains) {
        add_replaces(s, &m->mod, m->file, m->known.module.dir, &m->replaces, &s->mod_replaces);
        VEC_EACH (const ModVersion, x, &m->mod.excludes)
            map_put(&s->arena, &s->excludes, modset_key(s, x->path, x->version), 1);
    }
}

// The requirements of a single main module. Where the graph is pruned, only the highest of several
// versions counts.
static void add_roots(ModSet *s)
{
    const ModFile *file = &s->mains.data[0].mod;
    s->pruned = gover_compare(file->go, STR("1.17")) >= 0;
    VEC_EACH (const ModRequire, q, &file->requires) {
        if (map_get(&s->excludes, modset_key(s, q->mod.path, q->mod.version)))
            continue;
        Name path = name_of(s->names, q->mod.path);
        uint64_t *at = map_get(&s->root_versions, path.v);
        if (at && s->pruned) {
            modset_fault(s, s->mains.data[0].file, q->line, "the module is required twice");
            ModVersion *old = &s->roots.data[*at];
            if (semver_compare(old->version, q->mod.version) < 0)
                *old = q->mod;
            continue;
        }
        if (!at)
            map_put(&s->arena, &s->root_versions, path.v, s->roots.len);
        vec_push(&s->arena, &s->roots, q->mod);
    }
}

// ---- Vendoring ----

// Whether modules come from a vendor directory: as -mod says, else where there is one that was made
// for this mode and the go line is new enough.
static bool decide_vendoring(ModSet *s)
{
    bool said;
    Str mode = goenv_flag(s->env, "mod", &said);
    if (said && mode.len) {
        if (str_is(mode, "vendor"))
            return true;
        if (!str_is(mode, "readonly") && !(str_is(mode, "mod") && !s->workspace))
            modset_fault(
                s, s->workspace ? s->work_file : s->mains.data[0].file, 0,
                arena_printf(&s->arena, "-mod=%.*s in GOFLAGS has no meaning here", STR_ARG(mode)));
        return false;
    }
    Str go = s->workspace ? s->work.go : s->mains.data[0].mod.go;
    return path_is_directory(s->vendor.dir) && gover_compare(go, STR("1.14")) >= 0 &&
           s->vendor.workspace == s->workspace;
}

// What the go.mod files require.
static Map all_required(ModSet *s)
{
    Map required = {0};
    VEC_EACH (const MainModule, m, &s->mains)
        VEC_EACH (const ModRequire, q, &m->mod.requires)
            map_put(&s->arena, &required, modset_key(s, q->mod.path, q->mod.version), 1);
    return required;
}

static void check_required(ModSet *s, const MainModule *m, bool old)
{
    VEC_EACH (const ModRequire, q, &m->mod.requires) {
        const VendorModule *v = vendor_module(&s->vendor, q->mod);
        if (old || (v && v->is_explicit))
            continue;
        modset_fault(
            s, m->file, q->line,
            arena_printf(&s->arena,
                         "%.*s@%.*s is required here, but vendor/modules.txt does not say so",
                         STR_ARG(q->mod.path), STR_ARG(q->mod.version)));
    }
}

// A vendor directory that was made from other go.mod files stops the go command.
static void check_vendoring(ModSet *s)
{
    bool old = !s->workspace && gover_compare(s->mains.data[0].mod.go, STR("1.14")) < 0;
    VEC_EACH (const MainModule, m, &s->mains)
        check_required(s, m, old);
    Map required = all_required(s);
    VEC_EACH (const VendorModule, v, &s->vendor.modules) {
        if (v->used && v->is_explicit &&
            !map_get(&required, modset_key(s, v->mod.path, v->mod.version)))
            modset_fault(s, s->vendor.file, 0,
                         arena_printf(&s->arena,
                                      "%.*s@%.*s is marked as explicit, but no go.mod requires it",
                                      STR_ARG(v->mod.path), STR_ARG(v->mod.version)));
    }
}

static void read_vendoring(ModSet *s)
{
    Str text;
    s->vendor.dir = join(&s->arena, s->root, "vendor");
    s->vendor.file = join(&s->arena, s->vendor.dir, "modules.txt");
    bool has = goroot_read_file(&s->scratch, s->vendor.file, &text);
    if (has)
        vendor_read(&s->arena, text, &s->vendor);
    arena_reset(&s->scratch);
    s->vendored = decide_vendoring(s);
    if (s->vendored && has)
        check_vendoring(s);
}

// ---- Entry ----

static void find_goroot(ModSet *s)
{
    Str root = goenv_root(s->env);
    if (root.len == 0)
        return;
    s->goroot_src = str_of(arena_printf(&s->arena, "%.*s/src", STR_ARG(root)));
    char *real = realpath(s->goroot_src.ptr, NULL);
    s->goroot_real = real ? str_of(arena_printf(&s->arena, "%s", real)) : s->goroot_src;
    free(real);
}

static void read_all(ModSet *s)
{
    bool named;
    const char *work = find_go_work(&s->arena, s->env, s->dir, &named);
    if (named && (work[0] != '/' || !is_file(work))) {
        modset_fault(s, arena_printf(&s->arena, "%s", work), 0,
                     "GOWORK names no file by an absolute path");
        work = NULL;
    }
    s->workspace = work != NULL;
    s->work_file = work ? path_clean(&s->arena, "/", str_of(work)) : NULL;
    if (s->workspace)
        read_workspace(s);
    else
        read_single(s);
    if (s->mains.len == 0)
        return;
    add_directives(s);
    if (!s->workspace)
        add_roots(s);
    read_vendoring(s);
    // Only a pruned graph says without being loaded where packages come from.
    if (!s->vendored && !s->pruned)
        modgraph_load(s);
}

Modules *modules_new(const GoEnv *env, const char *dir)
{
    Modules *m = mem_alloc(sizeof *m);
    ModSet *s = m->set = mem_alloc(sizeof *s);
    *s = (ModSet){.env = env, .names = names_new()};
    s->dir = arena_printf(&s->arena, "%s", dir);
    s->cache = goenv_get(env, "GOMODCACHE");
    find_goroot(s);
    read_all(s);
    return m;
}

void modules_free(Modules *m)
{
    if (!m)
        return;
    ModSet *s = m->set;
    names_free(s->names);
    arena_free(&s->scratch);
    arena_free(&s->arena);
    free(s);
    free(m);
}

const ModuleFault *modules_faults(const Modules *m, uint32_t *count)
{
    *count = m->set->faults.len;
    return m->set->faults.data;
}

const char *modules_root(const Modules *m)
{
    return m->set->root;
}

uint32_t modules_main_count(const Modules *m)
{
    return m->set->mains.len;
}

const Module *modules_main(const Modules *m, uint32_t index)
{
    return &m->set->mains.data[index].known.module;
}

uint32_t modules_go_minor(const Modules *m)
{
    const ModSet *s = m->set;
    if (!s->workspace)
        return s->mains.len ? s->mains.data[0].known.module.go_minor : goenv_root_minor(s->env);
    uint32_t minor = gover_minor(s->work.go);
    return minor ? minor : 18; // the first Go that had workspaces
}

Str modules_godebug(const Modules *m, const char *key)
{
    const ModSet *s = m->set;
    const ModFile *file = s->workspace ? &s->work : s->mains.len ? &s->mains.data[0].mod : NULL;
    for (uint32_t i = file ? file->godebug.len : 0; i > 0; i--)
        if (str_is(file->godebug.data[i - 1].key, key))
            return file->godebug.data[i - 1].value;
    return STR("");
}

Str modules_tool(const Modules *m, uint32_t index)
{
    VEC_EACH (const MainModule, main, &m->set->mains) {
        if (index < main->mod.tools.len)
            return main->mod.tools.data[index];
        index -= main->mod.tools.len;
    }
    return (Str){0};
}

uint32_t modules_count(const Modules *m)
{
    modgraph_load(m->set);
    return m->set->build_list.len;
}

const Module *modules_at(const Modules *m, uint32_t index)
{
    modgraph_load(m->set);
    return modset_finish(m->set, m->set->build_list.data[index]);
}

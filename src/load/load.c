// load.c - the graph of packages: what is named, and all that it needs.
#include "load/loader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

// The graph, and what was needed to make it and lives as long.
typedef struct Loaded {
    LoadGraph graph;
    Names *names;
} Loaded;

void loader_fault(Loader *l, const char *path, uint32_t line, const char *reason)
{
    vec_push(l->arena, &l->graph->faults,
             (LoadFault){.path = path, .line = line, .reason = reason});
}

const char *loader_shown(Loader *l, const char *path)
{
    Str below, whole = str_of(path);
    if (!path_below(whole, str_of(l->dir), &below))
        return arena_strndup(l->arena, whole.ptr, whole.len);
    return below.len ? arena_strndup(l->arena, below.ptr, below.len) : ".";
}

// ---- Surroundings ----

static const char *variable(const char *const *environment, const char *name)
{
    size_t len = strlen(name);
    for (; *environment; environment++)
        if (strncmp(*environment, name, len) == 0 && (*environment)[len] == '=')
            return *environment + len + 1;
    return NULL;
}

// The current directory under the name by which the user came there, as Go has it (os.Getwd).
static const char *current_directory(Arena *a, const char *const *environment)
{
    struct stat here, named;
    const char *pwd = variable(environment, "PWD");
    if (pwd && pwd[0] == '/' && stat(".", &here) == 0 && stat(pwd, &named) == 0 &&
        here.st_dev == named.st_dev && here.st_ino == named.st_ino)
        return path_clean(a, "/", str_of(pwd));
    for (size_t size = 4096; size <= (size_t)1 << 20; size *= 4) {
        char *buffer = arena_alloc(a, size);
        if (getcwd(buffer, size))
            return buffer;
    }
    return "/";
}

static bool looks_local(const char *pattern)
{
    Str p = str_of(pattern);
    return str_is(p, ".") || str_is(p, "..") || str_starts(p, "./") || str_starts(p, "../") ||
           str_starts(p, "/") || str_ends(p, ".go");
}

// The directory that an operand lies in: up to `...`, and without the file.
static const char *operand_directory(Loader *l, const char *operand)
{
    Str p = str_of(operand);
    size_t end = str_find(p, STR("..."));
    if (end == SIZE_MAX)
        end = p.len;
    if (end < p.len || str_ends(p, ".go"))
        while (end > 0 && p.ptr[end - 1] != '/')
            end--;
    return path_clean(l->arena, l->dir, str_sub(p, 0, end));
}

static void free_surroundings(LoadGraph *g)
{
    modules_free(g->modules);
    goenv_free(g->env);
}

static void read_surroundings(Loader *l, const char *const *environment, const char *anchor)
{
    LoadGraph *g = l->graph;
    const char *toolchain = modules_toolchain(l->arena, environment, anchor);
    g->env = goenv_new(environment, toolchain);
    g->modules = modules_new(g->env, anchor);
}

// The main module is looked for upwards of the directory that patterns are relative to; where there
// is none, upwards of the first directory that is named.
static void find_surroundings(Loader *l, const char *const *environment)
{
    const LoadOptions *o = l->options;
    read_surroundings(l, environment, l->dir);
    if (modules_root(l->graph->modules))
        return;
    for (uint32_t i = 0; i < o->pattern_count; i++) {
        if (!looks_local(o->patterns[i]))
            continue;
        const char *anchor = operand_directory(l, o->patterns[i]);
        if (strcmp(anchor, l->dir) == 0)
            return;
        free_surroundings(l->graph);
        read_surroundings(l, environment, anchor);
        return;
    }
}

// Requirements are read when an import asks for them, so faults come later too: `said` are those that
// were reported before.
static uint32_t say_module_faults(Loader *l, uint32_t said)
{
    uint32_t count;
    const ModuleFault *faults = modules_faults(l->graph->modules, &count);
    const char *root = modules_root(l->graph->modules);
    for (uint32_t i = said; i < count; i++) {
        Str below;
        loader_fault(l, loader_shown(l, faults[i].path), faults[i].line, faults[i].reason);
        vec_last(&l->graph->faults).aside =
            !root || !path_below(str_of(faults[i].path), str_of(root), &below);
    }
    return count;
}

// ---- Imports ----

// Who imports decides where vendor directories are looked for.
typedef enum Importer { IMPORTER_MODULE, IMPORTER_STANDARD, IMPORTER_COMMANDS } Importer;

static Importer importer_of(const Unit *u)
{
    if (!u->standard)
        return IMPORTER_MODULE;
    return str_starts(u->path, "cmd/") || str_is(u->path, "cmd") ? IMPORTER_COMMANDS
                                                                 : IMPORTER_STANDARD;
}

// The commands of GOROOT are a module of their own, whose vendor directory comes before that of
// the standard library.
static bool find_vendored_command(Loader *l, Str spec, Found *found)
{
    if (!memchr(spec.ptr, '.', spec.len))
        return false;
    Str root = goenv_root(l->graph->env);
    const char *dir =
        arena_printf(&l->scratch, "%.*s/src/cmd/vendor/%.*s", STR_ARG(root), STR_ARG(spec));
    if (!path_is_directory(dir))
        return false;
    *found = (Found){.kind = FOUND_STANDARD, .dir = dir};
    found->path = str_of(arena_printf(l->arena, "cmd/vendor/%.*s", STR_ARG(spec)));
    return true;
}

static uint32_t unit_index(Loader *l, const Unit *u)
{
    return (uint32_t)map_or(&l->by_path, name_of(l->names, u->path).v, NO_UNIT);
}

// A package is read when it is first imported, and its test files are not.
static Target import_found(Loader *l, const Found *found)
{
    Unit *u = unit_find(l, found);
    if (!u && l->options->no_deps)
        return (Target){NO_UNIT, NULL};
    if (!u) {
        u = unit_new(l, found);
        u->named = l->everything;
        unit_add(l, u);
        unit_read(l, u, NULL);
    }
    u->wanted = true;
    return (Target){unit_index(l, u), NULL};
}

bool loader_is_import_path(Str spec)
{
    for (size_t at = 0; at <= spec.len;) {
        Str rest = str_sub(spec, at, spec.len);
        Str part = str_sub(rest, 0, str_find(rest, STR("/")));
        if (part.len == 0 || str_is(part, ".") || str_is(part, ".."))
            return false;
        at += part.len + 1;
    }
    return true;
}

static Target resolve(Loader *l, Importer importer, Str spec)
{
    Found found;
    if (!loader_is_import_path(spec))
        return (Target){NO_UNIT, "it is no import path, but one of directories"};
    if (importer == IMPORTER_COMMANDS && find_vendored_command(l, spec, &found))
        return import_found(l, &found);
    found = modules_find(l->graph->modules, spec, importer != IMPORTER_MODULE);
    if (found.kind == FOUND_NOWHERE)
        return (Target){NO_UNIT, found.reason};
    return import_found(l, &found);
}

Target loader_target(Loader *l, const Unit *u, Str spec)
{
    Importer importer = importer_of(u);
    uint64_t key = map_pair((uint32_t)importer, name_of(l->names, spec).v);
    uint64_t *known = map_get(&l->by_spec, key);
    if (known)
        return l->targets.data[*known];
    Target t = resolve(l, importer, spec);
    map_put(l->arena, &l->by_spec, key, l->targets.len);
    vec_push(l->arena, &l->targets, t);
    return t;
}

bool loader_follows(Str spec)
{
    return !str_is(spec, "C") && !str_is(spec, "unsafe");
}

bool unit_imports_itself(const Unit *u, FileRole role, Str spec)
{
    return role == ROLE_EXTERNAL && str_eq(spec, u->path);
}

// Units that are found on the way come behind those that are there, so one pass sees them all.
static void follow_imports(Loader *l)
{
    for (uint32_t i = 0; i < l->units.len; i++) {
        Unit *u = l->units.data[i];
        VEC_EACH (UnitFile, file, &u->files)
            VEC_EACH (HeadImport, import, &file->head.imports)
                if (loader_follows(import->path) &&
                    !unit_imports_itself(u, file->role, import->path))
                    loader_target(l, u, import->path);
        arena_reset(&l->scratch);
    }
}

// ---- Entry ----

LoadGraph *load_packages(const LoadOptions *options)
{
    Loaded *loaded = mem_alloc(sizeof *loaded);
    *loaded = (Loaded){.names = names_new()};
    LoadGraph *g = &loaded->graph;
    Loader l = {.graph = g, .arena = &g->arena, .options = options, .names = loaded->names};
    const char *const *environment =
        options->environment ? options->environment : (const char *const *)environ;
    const char *here =
        options->dir && options->dir[0] == '/' ? "/" : current_directory(l.arena, environment);
    l.dir = path_clean(l.arena, here, str_of(options->dir));
    find_surroundings(&l, environment);
    uint32_t said = say_module_faults(&l, 0);
    g->context = buildcontext_new(l.arena, g->env, options->goos, options->goarch, options->tags);
    operands_expand(&l);
    follow_imports(&l);
    say_module_faults(&l, said);
    graph_build(&l);
    arena_free(&l.scratch);
    free(l.buffer);
    return g;
}

void load_free(LoadGraph *g)
{
    if (!g)
        return;
    Loaded *loaded = (Loaded *)g; // the graph is its first member
    free_surroundings(g);
    names_free(loaded->names);
    arena_free(&g->arena);
    free(loaded);
}

// named_files.c - packages of which single files are named.
//
// A named file takes part whatever its constraints say. The other files of its directory are there
// so that types are known: those that the build chooses, as long as they fit. A directory may be
// full of programs of one file each, so a file that declares what is declared already is left out,
// and named files that exclude each other become packages of their own.
#include "load/loader.h"

#include "syntax/ast.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A named file is put into one of so many groups before it, or makes one. A directory of thousands
// of programs would take time of their square otherwise.
enum { GROUPS_TRIED = 64 };

typedef struct Group {
    Unit *unit;
    FileRole role; // the furthest of its named files
    Map declared;  // Names of what its files declare
} Group;

typedef struct Directory {
    Loader *l;
    const char *path;
    int fd;
    Found found;
    VEC(Str) named; // files, in order
    Map is_named;   // Names of them
    VEC(Group *) groups;
} Directory;

// ---- What a file declares ----

typedef struct Declared {
    VEC(uint64_t) keys;
} Declared;

static void declare(Directory *d, Declared *out, FileRole role, Str type, Str name)
{
    if (str_is(name, "_") || name.len == 0)
        return;
    const char *text =
        arena_printf(&d->l->scratch, "%c %.*s.%.*s", role == ROLE_EXTERNAL ? 'x' : 'p',
                     STR_ARG(type), STR_ARG(name));
    vec_push(&d->l->scratch, &out->keys, name_ofs(d->l->names, text).v);
}

// The name of a receiver's type: T of (r *T[P]).
static Str receiver_type(const Ast *ast, NodeId recv)
{
    NodeList fields = ast_field_list(ast, recv).fields;
    if (fields.len == 0)
        return (Str){0};
    NodeId type = ast_field(ast, fields.items[0]).type;
    for (;;) {
        NodeKind kind = node_kind(ast, type);
        if (kind == NODE_STAR_EXPR || kind == NODE_PAREN_EXPR)
            type = ast_operand(ast, type);
        else if (kind == NODE_INDEX_EXPR || kind == NODE_INDEX_LIST_EXPR)
            type = ast_index(ast, type).x;
        else
            return kind == NODE_IDENT ? ast_text(ast, type) : (Str){0};
    }
}

static void declare_func(Directory *d, Declared *out, FileRole role, const Ast *ast, NodeId decl)
{
    FuncDeclView f = ast_func_decl(ast, decl);
    Str name = ast_text(ast, f.name), type = {0};
    if (node_ok(f.recv))
        type = receiver_type(ast, f.recv);
    else if (str_is(name, "init"))
        return;
    declare(d, out, role, type, name);
}

static void declare_spec(Directory *d, Declared *out, FileRole role, const Ast *ast, NodeId spec)
{
    if (node_kind(ast, spec) == NODE_TYPE_SPEC)
        declare(d, out, role, (Str){0}, ast_text(ast, ast_type_spec(ast, spec).name));
    if (node_kind(ast, spec) != NODE_VALUE_SPEC)
        return;
    LIST_EACH (name, ast_value_spec(ast, spec).names)
        declare(d, out, role, (Str){0}, ast_text(ast, *name));
}

static Declared declared_by(Directory *d, Str name, FileRole role)
{
    Declared out = {0};
    const char *error;
    Source *s =
        source_read(arena_printf(&d->l->scratch, "%s/%.*s", d->path, STR_ARG(name)), &error);
    if (!s)
        return out;
    Ast *ast = ast_parse(s, (Span){0, s->len}, NULL, PARSE_FILE);
    LIST_EACH (decl, ast_file(ast).decls) {
        if (node_kind(ast, *decl) == NODE_FUNC_DECL)
            declare_func(d, &out, role, ast, *decl);
        if (node_kind(ast, *decl) != NODE_GEN_DECL)
            continue;
        LIST_EACH (spec, ast_gen_decl(ast, *decl).specs)
            declare_spec(d, &out, role, ast, *spec);
    }
    ast_free(ast);
    source_free(s);
    return out;
}

static bool declared_already(const Group *g, const Declared *names)
{
    VEC_EACH (const uint64_t, key, &names->keys)
        if (map_get(&g->declared, *key))
            return true;
    return false;
}

// ---- Groups ----

static void set_role(UnitFile *f, Str *package)
{
    *package = f->head.package;
    f->is_test = str_ends(f->name, "_test.go");
    f->role = f->is_test ? ROLE_TEST : ROLE_PLAIN;
    if (!f->is_test || !str_ends(*package, "_test"))
        return;
    f->role = ROLE_EXTERNAL;
    package->len -= strlen("_test");
}

static Group *new_group(Directory *d, Str package)
{
    Group *g = arena_new(d->l->arena, Group);
    g->unit = unit_new(d->l, &d->found);
    g->unit->name = package;
    g->unit->named = g->unit->wanted = true;
    if (!g->unit->located)
        g->unit->path = package;
    vec_push(d->l->arena, &d->groups, g);
    return g;
}

static void add_file(Directory *d, Group *g, UnitFile *f, const Declared *names)
{
    Loader *l = d->l;
    f->path = unit_file_path(l, g->unit, f->name);
    if (f->named && f->role > g->role)
        g->role = f->role;
    vec_push(l->arena, &g->unit->files, *f);
    VEC_EACH (const uint64_t, key, &names->keys)
        map_put(l->arena, &g->declared, *key, 1);
}

static void add_named(Directory *d, Str name)
{
    UnitFile f = {.name = name, .named = true};
    const char *error, *shown = unit_file_path(d->l, unit_new(d->l, &d->found), name);
    Str package;
    if (!unit_read_head(d->l, d->fd, name, &f.head, &error)) {
        loader_fault(d->l, shown, 0, error);
        return;
    }
    if (f.head.refused)
        loader_fault(d->l, shown, f.head.error_line, f.head.refused);
    set_role(&f, &package);
    Declared names = declared_by(d, name, f.role);
    Group *group = NULL;
    uint32_t first = d->groups.len > GROUPS_TRIED ? d->groups.len - GROUPS_TRIED : 0;
    for (uint32_t i = first; i < d->groups.len && !group; i++)
        if (str_eq(d->groups.data[i]->unit->name, package) &&
            !declared_already(d->groups.data[i], &names))
            group = d->groups.data[i];
    add_file(d, group ? group : new_group(d, package), &f, &names);
}

static bool is_named(const Directory *d, Str name)
{
    return map_get(&d->is_named, name_of(d->l->names, name).v) != NULL;
}

static void exclude(Directory *d, Group *g, Str name, const char *reason)
{
    ExcludedFile file = {unit_file_path(d->l, g->unit, name), name, reason};
    vec_push(d->l->arena, &g->unit->excluded, file);
}

// Puts a file that is not named into the groups that it fits in.
static void add_sibling(Directory *d, Str name)
{
    Loader *l = d->l;
    UnitFile f = {.name = name};
    const char *error;
    Str package;
    if (unit_name_excludes(l, name) || !unit_read_head(l, d->fd, name, &f.head, &error) ||
        f.head.refused)
        return;
    set_role(&f, &package);
    if (unit_head_excludes(l, &f.head, f.is_test))
        return;
    Declared names = declared_by(d, name, f.role);
    for (uint32_t i = 0; i < d->groups.len; i++) {
        Group *g = d->groups.data[i];
        if (!str_eq(g->unit->name, package) || f.role > g->role)
            continue; // tests that no named file needs
        if (declared_already(g, &names))
            exclude(d, g, name, "it declares what another file declares");
        else
            add_file(d, g, &f, &names);
    }
}

static int compare_files(const void *a, const void *b)
{
    return str_cmp(((const UnitFile *)a)->name, ((const UnitFile *)b)->name);
}

static void finish_group(Directory *d, Group *g)
{
    Unit *u = g->unit;
    qsort(u->files.data, u->files.len, sizeof *u->files.data, compare_files);
    vec_push(d->l->arena, &d->l->units, u);
}

// ---- Directories ----

// Whether the whole package is named too, and has the file.
static bool in_named_package(Directory *d, Str name)
{
    const Unit *u = unit_find(d->l, &d->found);
    if (!u || !u->named)
        return false;
    VEC_EACH (UnitFile, f, &u->files)
        if (str_eq(f->name, name))
            return true;
    return false;
}

static void add_directory(Directory *d)
{
    Loader *l = d->l;
    d->fd = open(d->path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (d->fd < 0) {
        loader_fault(l, loader_shown(l, d->path), 0, arena_printf(l->arena, "%s", strerror(errno)));
        return;
    }
    VEC_EACH (const Str, name, &d->named)
        if (!in_named_package(d, *name))
            add_named(d, *name);
    Listing listing = listing_read(l->arena, d->path);
    for (uint32_t i = 0; i < listing.files.len && d->groups.len > 0; i++)
        if (!is_named(d, listing.files.data[i]))
            add_sibling(d, listing.files.data[i]);
    close(d->fd);
    VEC_EACH (Group *, g, &d->groups)
        finish_group(d, *g);
    arena_reset(&l->scratch);
}

static Directory *directory_of(Loader *l, const char *path, Directory **list, uint32_t *count)
{
    for (uint32_t i = 0; i < *count; i++)
        if (strcmp(list[i]->path, path) == 0)
            return list[i];
    Directory *d = arena_new(l->arena, Directory);
    *d = (Directory){.l = l, .path = path, .found = modules_find_dir(l->graph->modules, path)};
    d->found.dir = path;
    return list[(*count)++] = d;
}

void named_files_add(Loader *l, const FileOperands *files)
{
    Directory **list = arena_array(l->arena, Directory *, files->len + 1);
    uint32_t count = 0;
    VEC_EACH (const char *const, file, files) {
        const char *path = path_clean(l->arena, l->dir, str_of(*file));
        const char *slash = strrchr(path, '/');
        size_t len = slash == path ? 1 : (size_t)(slash - path);
        Directory *d = directory_of(l, arena_strndup(l->arena, path, len), list, &count);
        if (is_named(d, str_of(slash + 1)))
            continue;
        vec_push(l->arena, &d->named, str_of(slash + 1));
        map_put(l->arena, &d->is_named, name_ofs(l->names, slash + 1).v, 1);
    }
    for (uint32_t i = 0; i < count; i++)
        add_directory(list[i]);
}

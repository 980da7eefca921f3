// unit.c - which files of a directory make a package, as go/build decides it.
#include "load/loader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// How much of a file is read at first. Nine heads of ten are shorter, and it is two pages.
enum { FIRST_READ = 8192 };

// ---- Units ----

static uint64_t key_of(Loader *l, Str text)
{
    return name_of(l->names, text).v;
}

Unit *unit_find(Loader *l, const Found *found)
{
    bool located = found->kind != FOUND_NOWHERE;
    uint64_t *index = located ? map_get(&l->by_path, key_of(l, found->path))
                              : map_get(&l->by_dir, key_of(l, str_of(found->dir)));
    return index ? l->units.data[*index] : NULL;
}

Unit *unit_new(Loader *l, const Found *found)
{
    Unit *u = arena_new(l->arena, Unit);
    Str dir = str_of(found->dir);
    *u = (Unit){
        .path = {arena_strndup(l->arena, found->path.ptr, found->path.len), found->path.len},
        .dir = arena_strndup(l->arena, dir.ptr, dir.len),
        .module = found->module,
        .standard = found->kind == FOUND_STANDARD,
        .located = found->kind != FOUND_NOWHERE,
        .nodes = {NO_NODE, NO_NODE, NO_NODE},
    };
    const char *shown = loader_shown(l, u->dir);
    if (strcmp(shown, ".") == 0)
        u->shown = STR("");
    else
        u->shown = str_of(arena_printf(l->arena, "%s/", strcmp(shown, "/") == 0 ? "" : shown));
    return u;
}

void unit_add(Loader *l, Unit *u)
{
    if (u->located)
        map_put(l->arena, &l->by_path, key_of(l, u->path), l->units.len);
    else
        map_put(l->arena, &l->by_dir, key_of(l, str_of(u->dir)), l->units.len);
    vec_push(l->arena, &l->units, u);
}

// ---- Heads ----

static void grow_buffer(Loader *l, size_t size)
{
    if (l->buffer_size >= size)
        return;
    l->buffer = mem_resize(l->buffer, size);
    l->buffer_size = size;
}

// Reads until `size` bytes are in the buffer or the file ends.
static bool fill(Loader *l, int fd, size_t *len, size_t size)
{
    grow_buffer(l, size + 1);
    while (*len < size) {
        ssize_t n = read(fd, l->buffer + *len, size - *len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        *len += (size_t)n;
    }
    return true;
}

// A file that grows while it is read is taken at the size that it had.
static bool read_open_head(Loader *l, int fd, size_t file_size, Head *out)
{
    size_t len = 0;
    ConstraintTags tags = buildcontext_tags(&l->graph->context);
    for (size_t size = FIRST_READ;; size *= 8) {
        if (size > file_size)
            size = file_size;
        if (!fill(l, fd, &len, size))
            return false;
        bool whole = len < size || size == file_size;
        if (head_read(l->arena, (Str){l->buffer, len}, whole, tags, out))
            break;
    }
    l->graph->files_read++;
    l->graph->bytes_read += len;
    return true;
}

bool unit_read_head(Loader *l, int directory, Str name, Head *out, const char **error)
{
    struct stat st;
    // A pipe without a writer must not stop the program.
    int fd = openat(directory, name.ptr, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    *error = NULL;
    if (fd < 0 || fstat(fd, &st) < 0)
        *error = arena_printf(l->arena, "%s", strerror(errno));
    else if (!S_ISREG(st.st_mode))
        *error = "not a regular file";
    else if (st.st_size > SOURCE_MAX)
        *error = "larger than 1 GiB, the most that curfew reads";
    else if (!read_open_head(l, fd, (size_t)st.st_size, out))
        *error = arena_printf(l->arena, "%s", strerror(errno));
    if (fd >= 0)
        close(fd);
    return *error == NULL;
}

// ---- Choosing files ----

typedef struct Choice {
    Loader *l;
    Unit *u;
    int directory;
    Str first; // name of the file whose package clause named the package
} Choice;

const char *unit_file_path(Loader *l, const Unit *u, Str name)
{
    return arena_printf(l->arena, "%.*s%.*s", STR_ARG(u->shown), STR_ARG(name));
}

static const char *shown_path(Choice *c, Str name)
{
    return unit_file_path(c->l, c->u, name);
}

// Only those of named packages are listed: of thousands of dependencies nobody asks.
static void exclude(Choice *c, Str name, const char *reason)
{
    if (c->u->named)
        vec_push(c->l->arena, &c->u->excluded, (ExcludedFile){shown_path(c, name), name, reason});
}

static void fault(Choice *c, Str name, uint32_t line, const char *reason)
{
    loader_fault(c->l, shown_path(c, name), line, reason);
    vec_last(&c->l->graph->faults).aside = !c->u->named;
    exclude(c, name, reason);
}

const char *unit_name_excludes(Loader *l, Str name)
{
    if (str_starts(name, "_") || str_starts(name, "."))
        return arena_printf(l->arena, "its name begins with %c", name.ptr[0]);
    if (buildcontext_name(&l->graph->context, name))
        return NULL;
    Str suffix = buildcontext_suffix(name);
    return arena_printf(l->arena, "its name ends in %.*s", STR_ARG(suffix));
}

const char *unit_head_excludes(const Loader *l, const Head *h, bool is_test)
{
    if (h->excluding.len > 0)
        return h->excluding.ptr;
    if (str_is(h->package, "documentation"))
        return "package documentation";
    // A test that imports "C" is an error in Go, whatever cgo is; it is read as far as it goes.
    if (h->cgo && !is_test && !l->graph->context.cgo)
        return "it imports \"C\", and cgo is off";
    return NULL;
}

// The first file decides which package the directory has. False for a file of another one.
static bool same_package(Choice *c, UnitFile *f)
{
    Unit *u = c->u;
    Str package = f->head.package;
    if (f->is_test && str_ends(package, "_test") && !str_eq(package, u->name)) {
        f->role = ROLE_EXTERNAL;
        package.len -= strlen("_test");
    }
    if (package.len == 0) // a broken file: the parser will say how
        return true;
    if (u->name.len == 0) {
        u->name = package;
        c->first = f->name;
    }
    return str_eq(package, u->name);
}

static void consider_head(Choice *c, UnitFile *f)
{
    if (f->head.refused) {
        fault(c, f->name, f->head.error_line, f->head.refused);
        return;
    }
    const char *reason = unit_head_excludes(c->l, &f->head, f->is_test);
    bool names_package =
        !reason || f->head.cgo; // go/build looks at the name before it looks at cgo
    bool same = !names_package || same_package(c, f);
    if (reason) {
        exclude(c, f->name, reason);
    } else if (!same) {
        loader_fault(c->l, shown_path(c, f->name), 0,
                     arena_printf(c->l->arena, "package %.*s, but %.*s has package %.*s",
                                  STR_ARG(f->head.package), STR_ARG(c->first),
                                  STR_ARG(c->u->name)));
        vec_last(&c->l->graph->faults).aside = !c->u->named;
        exclude(c, f->name, arena_printf(c->l->arena, "package %.*s", STR_ARG(f->head.package)));
    } else {
        f->path = shown_path(c, f->name);
        vec_push(c->l->arena, &c->u->files, *f);
    }
}

static void consider(Choice *c, Str name)
{
    bool is_test = str_ends(name, "_test.go");
    UnitFile f = {.name = name, .is_test = is_test, .named = c->u->named};
    f.role = is_test ? ROLE_TEST : ROLE_PLAIN;
    const char *reason = unit_name_excludes(c->l, name);
    if (is_test && !c->u->tests)
        return;
    if (reason)
        exclude(c, name, reason);
    else if (unit_read_head(c->l, c->directory, name, &f.head, &reason))
        consider_head(c, &f);
    else
        fault(c, name, 0, reason);
}

static void unit_fault(Loader *l, const Unit *u, const char *reason)
{
    loader_fault(l, loader_shown(l, u->dir), 0, reason);
    vec_last(&l->graph->faults).aside = !u->named;
}

void unit_read(Loader *l, Unit *u, const Listing *listing)
{
    Listing own = {0};
    if (!listing) {
        own = listing_read(l->arena, u->dir);
        listing = &own;
    }
    if (listing->error)
        unit_fault(l, u, listing->error);
    if (listing->files.len == 0)
        return;
    Choice c = {.l = l, .u = u, .directory = open(u->dir, O_RDONLY | O_CLOEXEC | O_DIRECTORY)};
    if (c.directory < 0) {
        unit_fault(l, u, arena_printf(l->arena, "%s", strerror(errno)));
        return;
    }
    VEC_EACH (const Str, name, &listing->files)
        consider(&c, *name);
    close(c.directory);
    if (!u->located)
        u->path = u->name;
}

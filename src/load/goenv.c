// goenv.c - the go command's variables and their defaults (cmd/go/internal/cfg).
#include "load/goenv.h"

#include "base/vec.h"
#include "load/goroot.h"
#include "load/listing.h"

#include <stdlib.h>
#include <string.h>

typedef struct Variable {
    Str name, value;
} Variable;

typedef VEC(Variable) Variables;

struct GoEnv {
    Arena arena;
    Variables process;  // the environment
    Variables user;     // the file that `go env -w` writes
    Variables tree;     // $GOROOT/go.env
    Variables defaults; // values that follow from others
    Str root;
    uint32_t minor;
    VEC(Str) flags; // words of GOFLAGS
};

static const Variable *find(const Variables *list, Str name)
{
    // The last of several lines counts, as in the go command.
    for (uint32_t i = list->len; i > 0; i--)
        if (str_eq(list->data[i - 1].name, name))
            return &list->data[i - 1];
    return NULL;
}

static Str value_in(const Variables *list, const char *name)
{
    const Variable *v = find(list, str_of(name));
    return v ? v->value : (Str){0};
}

static Str copy(Arena *a, Str s)
{
    return (Str){arena_strndup(a, s.ptr ? s.ptr : "", s.len), s.len};
}

// ---- Files of variables ----

// Lines that are no NAME=value with a capital letter in front mean nothing.
static void read_line(GoEnv *e, Variables *out, Str line)
{
    const char *equals = line.len ? memchr(line.ptr, '=', line.len) : NULL;
    if (!equals || line.ptr[0] < 'A' || line.ptr[0] > 'Z')
        return;
    size_t at = (size_t)(equals - line.ptr);
    Variable v = {copy(&e->arena, str_sub(line, 0, at)),
                  copy(&e->arena, str_sub(line, at + 1, line.len))};
    vec_push(&e->arena, out, v);
}

static void read_variables(GoEnv *e, Variables *out, const char *path)
{
    Str text;
    if (!goroot_read_file(&e->arena, path, &text))
        return;
    for (size_t at = 0; at < text.len;) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t stop = end ? (size_t)(end - text.ptr) : text.len;
        read_line(e, out, str_sub(text, at, stop));
        at = stop + 1;
    }
}

// The user's configuration directory, as os.UserConfigDir has it; empty when there is none.
static Str configuration_directory(GoEnv *e)
{
    Str home = value_in(&e->process, "HOME");
#ifdef __APPLE__
    const char *below = "Library/Application Support";
#else
    const char *below = ".config";
    Str chosen = value_in(&e->process, "XDG_CONFIG_HOME");
    if (chosen.len)
        return chosen.ptr[0] == '/' ? chosen : (Str){0};
#endif
    if (home.len == 0)
        return (Str){0};
    return str_of(arena_printf(&e->arena, "%.*s/%s", STR_ARG(home), below));
}

static void read_user_file(GoEnv *e)
{
    Str file = value_in(&e->process, "GOENV");
    if (str_is(file, "off"))
        return;
    if (file.len == 0) {
        Str directory = configuration_directory(e);
        if (directory.len == 0)
            return;
        file = str_of(arena_printf(&e->arena, "%.*s/go/env", STR_ARG(directory)));
    }
    read_variables(e, &e->user, file.ptr);
}

// ---- Values ----

// Only the go command's own variables are taken from files.
static bool is_go_variable(Str name)
{
    static const char *const others[] = {"AR", "CC", "CXX", "FC", "GCCGO", "PKG_CONFIG"};
    if (str_starts(name, "GO") || str_starts(name, "CGO_"))
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_is(name, others[i]))
            return true;
    return false;
}

static Str said(const GoEnv *e, const char *name)
{
    Str value = value_in(&e->process, name);
    if (value.len == 0 && is_go_variable(str_of(name))) {
        const Variable *v = find(&e->user, str_of(name));
        value = v ? v->value : value_in(&e->tree, name);
    }
    return value;
}

static Str value_of(const GoEnv *e, const char *name)
{
    Str value = said(e, name);
    return value.len ? value : value_in(&e->defaults, name);
}

static void set_defaults(GoEnv *e)
{
    Arena *a = &e->arena;
    e->defaults = (Variables){0};
    Str home = value_in(&e->process, "HOME");
    if (home.len) {
        Variable v = {STR("GOPATH"), str_of(arena_printf(a, "%.*s/go", STR_ARG(home)))};
        vec_push(a, &e->defaults, v);
    }
    Str first = value_of(e, "GOPATH");
    for (size_t i = 0; i < first.len; i++)
        if (first.ptr[i] == ':')
            first.len = i;
    if (first.len) {
        Str cache = str_of(arena_printf(a, "%.*s/pkg/mod", STR_ARG(first)));
        Variable v = {STR("GOMODCACHE"), str_of(path_clean(a, "/", cache))};
        vec_push(a, &e->defaults, v);
    }
}

Str goenv_get(const GoEnv *e, const char *name)
{
    Str value = strcmp(name, "GOROOT") == 0 ? e->root : value_of(e, name);
    return value.ptr ? value : STR("");
}

Str goenv_root(const GoEnv *e)
{
    return e->root;
}

uint32_t goenv_root_minor(const GoEnv *e)
{
    return e->minor;
}

// ---- GOFLAGS ----

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Cuts the next word off: words are set apart by blanks, and one that begins with a quote goes to
// the next such quote. False at the end, or where a quote is not closed.
static bool next_word(Str *rest, Str *word)
{
    *rest = str_trim(*rest);
    if (rest->len == 0)
        return false;
    char c = rest->ptr[0];
    size_t start = c == '"' || c == '\'', end = start;
    if (start) {
        const char *close = memchr(rest->ptr + 1, c, rest->len - 1);
        if (!close)
            return false;
        end = (size_t)(close - rest->ptr);
    } else {
        while (end < rest->len && !is_blank(rest->ptr[end]))
            end++;
    }
    *word = str_sub(*rest, start, end);
    *rest = str_sub(*rest, end + start, rest->len);
    return true;
}

Str goenv_flag(const GoEnv *e, const char *flag, bool *found)
{
    Str value = STR("");
    *found = false;
    VEC_EACH (const Str, word, &e->flags) {
        Str name = str_sub(*word, str_starts(*word, "--") ? 2 : 1, word->len);
        const char *equals = name.len ? memchr(name.ptr, '=', name.len) : NULL;
        Str before = equals ? str_sub(name, 0, (size_t)(equals - name.ptr)) : name;
        if (!str_starts(*word, "-") || !str_is(before, flag))
            continue;
        *found = true;
        value = equals ? str_sub(name, before.len + 1, name.len) : STR("");
    }
    return value;
}

static void split_flags(GoEnv *e)
{
    Str rest = said(e, "GOFLAGS"), word;
    e->flags.len = 0;
    while (next_word(&rest, &word))
        vec_push(&e->arena, &e->flags, copy(&e->arena, word));
}

// ---- Entry ----

static void read_process(GoEnv *e, const char *const *environment)
{
    for (; *environment; environment++) {
        Str entry = str_of(*environment);
        const char *equals = strchr(entry.ptr, '=');
        if (!equals)
            continue;
        size_t at = (size_t)(equals - entry.ptr);
        Str name = str_sub(entry, 0, at);
        if (find(&e->process, name))
            continue; // getenv takes the first
        Variable v = {copy(&e->arena, name), copy(&e->arena, str_sub(entry, at + 1, entry.len))};
        vec_push(&e->arena, &e->process, v);
    }
}

static void find_root(GoEnv *e, const char *toolchain)
{
    Str given = said(e, "GOROOT");
    const char *root = NULL;
    if (given.len) {
        root = given.ptr[0] == '/' ? path_clean(&e->arena, "/", given) : NULL;
        root = root && goroot_is(root) ? root : NULL;
    } else {
        RootSearch search = {value_in(&e->process, "PATH"), value_in(&e->process, "HOME"),
                             value_of(e, "GOMODCACHE"), said(e, "GOTOOLCHAIN"), toolchain};
        root = goroot_find(&e->arena, &search);
    }
    e->root = root ? str_of(root) : STR("");
    e->minor = root ? goroot_minor(&e->arena, root) : 0;
}

GoEnv *goenv_new_rootless(const char *const *environment)
{
    GoEnv *e = mem_alloc(sizeof *e);
    *e = (GoEnv){.root = STR("")};
    read_process(e, environment);
    read_user_file(e);
    set_defaults(e);
    split_flags(e);
    return e;
}

GoEnv *goenv_new(const char *const *environment, const char *toolchain)
{
    GoEnv *e = goenv_new_rootless(environment);
    find_root(e, toolchain);
    if (e->root.len == 0)
        return e;
    // The tree's file may say what others follow from.
    read_variables(e, &e->tree, arena_printf(&e->arena, "%s/go.env", e->root.ptr));
    set_defaults(e);
    split_flags(e);
    return e;
}

void goenv_free(GoEnv *e)
{
    if (!e)
        return;
    arena_free(&e->arena);
    free(e);
}

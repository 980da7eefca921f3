// modfile.c - the directives of go.mod and go.work (golang.org/x/mod/modfile).
#include "load/modfile.h"

#include "load/modpath.h"
#include "load/semver.h"

#include <string.h>

typedef struct Reader {
    Arena *arena;
    ModFile *file;
    ModFileKind kind;
    const ModLine *line;
} Reader;

static void fault(Reader *r, const char *reason)
{
    vec_push(r->arena, &r->file->faults, (ModFileFault){r->line->line, reason});
}

static Str copy(Reader *r, Str s)
{
    return (Str){arena_strndup(r->arena, s.ptr, s.len), s.len};
}

static Str word(const Reader *r, uint32_t i)
{
    return r->line->words.data[i];
}

static bool text_of(Reader *r, uint32_t i, Str *text)
{
    const char *reason;
    if (!modsyntax_unquote(r->arena, word(r, i), text, &reason)) {
        fault(r, reason);
        return false;
    }
    *text = copy(r, *text);
    return true;
}

// The one word of a line that has no others.
static bool only_text(Reader *r, Str *text)
{
    if (r->line->words.len != 1) {
        fault(r, arena_printf(r->arena, "%.*s wants one word", STR_ARG(r->line->verb)));
        return false;
    }
    return text_of(r, 0, text);
}

// ---- Versions ----

static bool version_of(Reader *r, uint32_t i, Str *version)
{
    if (!text_of(r, i, version))
        return false;
    Str canonical = semver_canonical(r->arena, *version);
    // Such versions are resolved over the network, and then go.mod is rewritten.
    if (canonical.len == 0 || (r->kind != MODFILE_DEPENDENCY && !str_eq(canonical, *version)))
        fault(r,
              arena_printf(r->arena, "%.*s is no version of the form v1.2.3", STR_ARG(*version)));
    *version = canonical;
    return canonical.len > 0;
}

static bool path_of(Reader *r, uint32_t i, Str *path, Str *major)
{
    if (!text_of(r, i, path))
        return false;
    if (path->len > 0 && modpath_split(*path, major))
        return true;
    fault(r, arena_printf(r->arena, "%.*s is no path of a module", STR_ARG(*path)));
    return false;
}

static bool fits(Reader *r, Str path, Str major, Str version)
{
    if (modpath_allows(major, version))
        return true;
    Str want = str_sub(major, 1, major.len);
    fault(r,
          arena_printf(r->arena, "%.*s cannot have version %.*s: its path says %.*s", STR_ARG(path),
                       STR_ARG(version), STR_ARG(want.len ? want : STR("v0 or v1"))));
    return false;
}

// ---- Directives ----

// Takes a number without superfluous zeros from the front.
static bool take_number(Str *rest)
{
    size_t n = 0;
    while (n < rest->len && rest->ptr[n] >= '0' && rest->ptr[n] <= '9')
        n++;
    bool good = n == 1 || (n > 1 && rest->ptr[0] != '0');
    *rest = str_sub(*rest, n, rest->len);
    return good;
}

static bool take_dot(Str *rest)
{
    bool dot = str_starts(*rest, ".");
    *rest = str_sub(*rest, dot, rest->len);
    return dot;
}

// The form of a go line: "1.21", "1.21rc1", "1.21.3", and "1.21.3rc1", which no Go has.
static bool is_go_version(Str s)
{
    size_t letters = 0;
    if (str_starts(s, "0") || !take_number(&s) || !take_dot(&s) || !take_number(&s))
        return false;
    if (take_dot(&s) && !take_number(&s))
        return false;
    while (letters < s.len && s.ptr[letters] >= 'a' && s.ptr[letters] <= 'z')
        letters++;
    s = str_sub(s, letters, s.len);
    size_t digits = 0;
    while (digits < s.len && s.ptr[digits] >= '0' && s.ptr[digits] <= '9')
        digits++;
    return digits == s.len && (letters > 0) == (digits > 0);
}

// The beginning of a version that a later Go may give a meaning: "v1.22.custom" is 1.22.
static Str lax_go_version(Str s)
{
    if (str_starts(s, "v"))
        s = str_sub(s, 1, s.len);
    size_t end = 0, dots = 0;
    for (; end < s.len; end++) {
        bool dot = s.ptr[end] == '.';
        if ((dot && ++dots > 1) || (!dot && (s.ptr[end] < '0' || s.ptr[end] > '9')))
            break;
    }
    Str number = str_sub(s, 0, end);
    return end < s.len && is_go_version(number) ? number : (Str){0};
}

static void read_go(Reader *r)
{
    if (r->file->go.len) {
        fault(r, "there is a second go line");
        return;
    }
    if (r->line->words.len != 1) {
        fault(r, "go wants one word");
        return;
    }
    Str version = word(r, 0);
    if (!is_go_version(version) && r->kind == MODFILE_DEPENDENCY)
        version = lax_go_version(version);
    if (is_go_version(version))
        r->file->go = copy(r, version);
    else
        fault(r, "the go line holds no version such as 1.23.0");
}

static void read_toolchain(Reader *r)
{
    if (r->file->toolchain.len) {
        fault(r, "there is a second toolchain line");
        return;
    }
    if (r->line->words.len != 1) {
        fault(r, "toolchain wants one word");
        return;
    }
    Str name = word(r, 0);
    if (str_is(name, "default") || str_is(name, "go1") || str_starts(name, "go1."))
        r->file->toolchain = copy(r, name);
    else
        fault(r, "the toolchain line holds no name such as go1.23.0");
}

static void read_module(Reader *r)
{
    Str path;
    if (r->file->module.len)
        fault(r, "there is a second module line");
    else if (only_text(r, &path))
        r->file->module = path;
}

static void read_godebug(Reader *r)
{
    Str text = r->line->words.len == 1 ? word(r, 0) : (Str){0};
    const char *equals = text.len ? memchr(text.ptr, '=', text.len) : NULL;
    for (size_t i = 0; i < text.len; i++)
        if (strchr("\"`'", text.ptr[i]))
            equals = NULL;
    if (!equals) {
        fault(r, "godebug wants key=value");
        return;
    }
    size_t at = (size_t)(equals - text.ptr);
    ModSetting s = {copy(r, str_sub(text, 0, at)), copy(r, str_sub(text, at + 1, text.len))};
    vec_push(r->arena, &r->file->godebug, s);
}

static bool is_indirect(Str comment)
{
    Str rest = str_trim(str_sub(comment, 2, comment.len));
    if (!str_starts(rest, "indirect"))
        return false;
    rest = str_sub(rest, sizeof "indirect" - 1, rest.len);
    return rest.len == 0 || str_starts(rest, "; ") || str_starts(rest, ";\t");
}

static bool read_path_version(Reader *r, ModVersion *mod)
{
    Str major;
    if (r->line->words.len != 2) {
        fault(r, arena_printf(r->arena, "%.*s wants a path and a version", STR_ARG(r->line->verb)));
        return false;
    }
    return path_of(r, 0, &mod->path, &major) && version_of(r, 1, &mod->version) &&
           fits(r, mod->path, major, mod->version);
}

static void read_require(Reader *r)
{
    ModRequire q = {.line = r->line->line, .indirect = is_indirect(r->line->comment)};
    if (read_path_version(r, &q.mod))
        vec_push(r->arena, &r->file->requires, q);
}

static void read_exclude(Reader *r)
{
    ModVersion mod;
    if (read_path_version(r, &mod))
        vec_push(r->arena, &r->file->excludes, mod);
}

static bool read_replaced(Reader *r, uint32_t arrow, ModVersion *from)
{
    Str major;
    return path_of(r, 0, &from->path, &major) &&
           (arrow == 1 ||
            (version_of(r, 1, &from->version) && fits(r, from->path, major, from->version)));
}

static bool read_replacement(Reader *r, uint32_t at, ModVersion *to)
{
    if (!text_of(r, at, &to->path))
        return false;
    bool directory = modpath_is_directory(to->path);
    if (r->line->words.len == at + 1) {
        if (!directory)
            fault(r,
                  "a replacement without a version must be a directory: begin it with ./ or ../");
        bool foreign = directory && memchr(to->path.ptr, '\\', to->path.len);
        if (foreign)
            fault(r, "the directory of a replacement is written as Windows has it");
        return directory && !foreign;
    }
    if (!version_of(r, at + 1, &to->version))
        return false;
    if (directory)
        fault(r, "a directory that replaces a module has no version");
    return !directory;
}

static void read_replace(Reader *r)
{
    ModReplace p = {.line = r->line->line};
    uint32_t n = r->line->words.len;
    uint32_t arrow = n >= 2 && str_is(word(r, 1), "=>") ? 1 : 2;
    if (n < arrow + 2 || n > arrow + 3 || !str_is(word(r, arrow), "=>"))
        fault(r, "replace wants: path [version] => path version, or => ./directory");
    else if (read_replaced(r, arrow, &p.from) && read_replacement(r, arrow + 1, &p.to))
        vec_push(r->arena, &r->file->replaces, p);
}

// "v1.2.3" or "[v1.2.3, v1.3.0]".
static void read_retract(Reader *r)
{
    ModRetract t;
    uint32_t n = r->line->words.len;
    bool range =
        n == 5 && str_is(word(r, 0), "[") && str_is(word(r, 2), ",") && str_is(word(r, 4), "]");
    if (!range && n != 1) {
        fault(r, "retract wants a version or [version, version]");
        return;
    }
    if (!version_of(r, range ? 1 : 0, &t.low) || !version_of(r, range ? 3 : 0, &t.high))
        return;
    vec_push(r->arena, &r->file->retracts, t);
}

static void read_tool(Reader *r)
{
    Str path;
    if (only_text(r, &path))
        vec_push(r->arena, &r->file->tools, path);
}

static void read_ignore(Reader *r)
{
    Str path;
    if (only_text(r, &path))
        vec_push(r->arena, &r->file->ignores, path);
}

static void read_use(Reader *r)
{
    ModUse u = {.line = r->line->line};
    if (only_text(r, &u.path))
        vec_push(r->arena, &r->file->uses, u);
}

// ---- All of a file ----

enum { IN_MOD = 1, IN_WORK = 2, IN_DEPENDENCY = 4, AS_BLOCK = 8, AS_WORK_BLOCK = 16 };

typedef struct Directive {
    const char *verb;
    void (*read)(Reader *r);
    unsigned where;
} Directive;

static const Directive directives[] = {
    {"exclude", read_exclude, IN_MOD | AS_BLOCK},
    {"go", read_go, IN_MOD | IN_WORK | IN_DEPENDENCY},
    {"godebug", read_godebug, IN_MOD | IN_WORK | AS_BLOCK | AS_WORK_BLOCK},
    {"ignore", read_ignore, IN_MOD | IN_DEPENDENCY | AS_BLOCK},
    {"module", read_module, IN_MOD | IN_DEPENDENCY | AS_BLOCK},
    {"replace", read_replace, IN_MOD | IN_WORK | AS_BLOCK | AS_WORK_BLOCK},
    {"require", read_require, IN_MOD | IN_DEPENDENCY | AS_BLOCK},
    {"retract", read_retract, IN_MOD | AS_BLOCK},
    {"tool", read_tool, IN_MOD | AS_BLOCK},
    {"toolchain", read_toolchain, IN_MOD | IN_WORK},
    {"use", read_use, IN_WORK | AS_WORK_BLOCK},
};

static const Directive *find_directive(const Reader *r)
{
    unsigned where = r->kind == MODFILE_WORK   ? IN_WORK
                     : r->kind == MODFILE_MAIN ? IN_MOD
                                               : IN_DEPENDENCY;
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
        if (directives[i].where & where && str_is(r->line->verb, directives[i].verb))
            return &directives[i];
    return NULL;
}

// Dependencies may have directives that only a later Go knows.
static void unknown(Reader *r, const char *what)
{
    if (r->kind != MODFILE_DEPENDENCY)
        fault(r, arena_printf(r->arena, "%.*s is no known %s", STR_ARG(r->line->verb), what));
}

static bool may_open(const Reader *r, const Directive *d)
{
    unsigned block = r->kind == MODFILE_WORK ? AS_WORK_BLOCK : AS_BLOCK;
    return d && d->where & block && r->line->words.len == 0;
}

ModFile modfile_read(Arena *a, Str text, ModFileKind kind)
{
    ModFile file = {0};
    ModLines lines = {0};
    modsyntax_read(a, text, &lines, &file.faults);
    Reader r = {.arena = a, .file = &file, .kind = kind};
    bool passing_over = false; // a block that has no meaning
    VEC_EACH (const ModLine, line, &lines) {
        r.line = line;
        const Directive *d = find_directive(&r);
        if (line->opens) {
            passing_over = !may_open(&r, d);
            if (passing_over)
                unknown(&r, "block");
        } else if (d && !(line->inside && passing_over)) {
            d->read(&r);
        } else if (!line->inside) {
            unknown(&r, "directive");
        }
    }
    return file;
}

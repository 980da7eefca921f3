// buildcontext.c - GOOS, GOARCH and the tags that hold, as go/build and the go command take them.
//
// Which experiments a toolchain has on by default differs from release to release; it is read from
// the toolchain's own source (internal/buildcfg/exp.go), where it is one composite literal.
#include "load/buildcontext.h"

#include "base/source.h"

#include <string.h>
#include <unistd.h>

// Release tags where no Go tree was found: those of the newest release known.
enum { RELEASE_KNOWN = 27 };

#if defined(__APPLE__)
#define HOST_GOOS "darwin"
#elif defined(__FreeBSD__)
#define HOST_GOOS "freebsd"
#elif defined(__NetBSD__)
#define HOST_GOOS "netbsd"
#elif defined(__OpenBSD__)
#define HOST_GOOS "openbsd"
#elif defined(__sun)
#define HOST_GOOS "solaris"
#else
#define HOST_GOOS "linux"
#endif

#if defined(__aarch64__)
#define HOST_GOARCH "arm64"
#elif defined(__i386__)
#define HOST_GOARCH "386"
#elif defined(__arm__)
#define HOST_GOARCH "arm"
#elif defined(__riscv)
#define HOST_GOARCH "riscv64"
#elif defined(__s390x__)
#define HOST_GOARCH "s390x"
#elif defined(__loongarch64)
#define HOST_GOARCH "loong64"
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define HOST_GOARCH "ppc64le"
#elif defined(__powerpc64__)
#define HOST_GOARCH "ppc64"
#else
#define HOST_GOARCH "amd64"
#endif

typedef struct System {
    const char *name;
    bool unix_like;
} System;

static const System systems[] = {
#define GOOS(name, unix_like) {#name, unix_like},
#include "load/platforms.def"
};

static const char *const processors[] = {
#define GOARCH(name) #name,
#include "load/platforms.def"
};

static const System *find_system(Str name)
{
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
        if (str_is(name, systems[i].name))
            return &systems[i];
    return NULL;
}

static bool is_processor(Str name)
{
    for (size_t i = 0; i < sizeof processors / sizeof *processors; i++)
        if (str_is(name, processors[i]))
            return true;
    return false;
}

// ---- Tags ----

static bool tag_listed(const Str *tags, uint32_t count, Str tag)
{
    for (uint32_t i = 0; i < count; i++)
        if (str_eq(tags[i], tag))
            return true;
    return false;
}

// "go1.N" for an N that is out.
static bool release_tag(const BuildContext *b, Str tag)
{
    uint32_t minor = 0;
    if (!str_starts(tag, "go1.") || tag.len == 4 || tag.ptr[4] == '0')
        return false;
    for (size_t i = 4; i < tag.len; i++) {
        if (tag.ptr[i] < '0' || tag.ptr[i] > '9' || minor > b->go_minor)
            return false;
        minor = minor * 10 + (uint32_t)(tag.ptr[i] - '0');
    }
    return minor <= b->go_minor;
}

// A system that another one is a kind of.
static bool system_implies(Str goos, Str tag)
{
    return (str_is(goos, "android") && str_is(tag, "linux")) ||
           (str_is(goos, "illumos") && str_is(tag, "solaris")) ||
           (str_is(goos, "ios") && str_is(tag, "darwin"));
}

bool buildcontext_tag(const BuildContext *b, Str tag)
{
    if (b->cgo && str_is(tag, "cgo"))
        return true;
    if (str_eq(tag, b->goos) || str_eq(tag, b->goarch) || str_is(tag, "gc"))
        return true;
    if (system_implies(b->goos, tag))
        return true;
    if (str_is(tag, "unix")) {
        const System *s = find_system(b->goos);
        if (s && s->unix_like)
            return true;
    }
    if (tag_listed(b->tags.data, b->tags.len, tag))
        return true;
    static const char experiment[] = "goexperiment.";
    if (str_starts(tag, experiment))
        return tag_listed(b->experiment.data, b->experiment.len,
                          str_sub(tag, strlen(experiment), tag.len));
    if (str_is(tag, "boringcrypto"))
        return tag_listed(b->experiment.data, b->experiment.len, tag);
    return release_tag(b, tag) || tag_listed(b->tool_tags.data, b->tool_tags.len, tag);
}

static bool tag_holds(const void *ctx, Str tag)
{
    return buildcontext_tag(ctx, tag);
}

ConstraintTags buildcontext_tags(const BuildContext *b)
{
    return (ConstraintTags){tag_holds, b};
}

// ---- File names ----

// Up to two last parts of a name: NAME_FIRST_SECOND.
typedef struct Suffix {
    Str whole, first, second;
} Suffix;

static size_t last_underscore(Str s)
{
    for (size_t i = s.len; i > 0; i--)
        if (s.ptr[i - 1] == '_')
            return i - 1;
    return SIZE_MAX;
}

// Only what follows the first underscore is looked at ("linux.go" is for all systems), up to the
// first dot and without a final _test.
static Suffix find_suffix(Str name)
{
    name = str_sub(name, 0, str_find(name, STR(".")));
    size_t start = str_find(name, STR("_"));
    if (start == SIZE_MAX)
        return (Suffix){0};
    Str rest = str_sub(name, start, name.len);
    if (str_ends(rest, "_test"))
        rest.len -= strlen("_test");
    size_t second = last_underscore(rest);
    if (second == SIZE_MAX)
        return (Suffix){0};
    Suffix s = {.second = str_sub(rest, second + 1, rest.len)};
    size_t first = last_underscore(str_sub(rest, 0, second));
    if (first != SIZE_MAX) {
        s.first = str_sub(rest, first + 1, second);
        if (find_system(s.first) && is_processor(s.second)) {
            s.whole = str_sub(rest, first, rest.len);
            return s;
        }
    }
    s.first = (Str){0};
    if (find_system(s.second) || is_processor(s.second))
        s.whole = str_sub(rest, second, rest.len);
    return s;
}

Str buildcontext_suffix(Str file_name)
{
    return find_suffix(file_name).whole;
}

bool buildcontext_name(const BuildContext *b, Str file_name)
{
    Suffix s = find_suffix(file_name);
    if (s.whole.len == 0)
        return true;
    return buildcontext_tag(b, s.second) && (s.first.len == 0 || buildcontext_tag(b, s.first));
}

// ---- Processor levels ----

static Str value_or(const GoEnv *env, const char *name, const char *otherwise)
{
    Str value = goenv_get(env, name);
    return value.len ? value : str_of(otherwise);
}

static void add_tag(Arena *a, BuildContext *b, const char *text)
{
    vec_push(a, &b->tool_tags, str_of(text));
}

// Numbers of a variable's value that begins with `prefix`, up to two ("v8.1"); false when it does
// not read so.
static bool level_of(Str value, const char *prefix, unsigned *major, unsigned *minor)
{
    *major = *minor = 0;
    if (!str_starts(value, prefix))
        return false;
    unsigned *number = major;
    size_t i = strlen(prefix), digits = 0;
    for (; i < value.len; i++) {
        if (value.ptr[i] == '.' && number == major) {
            number = minor;
        } else if (value.ptr[i] >= '0' && value.ptr[i] <= '9' && digits++ < 4) {
            *number = *number * 10 + (unsigned)(value.ptr[i] - '0');
        } else {
            break;
        }
    }
    return digits > 0;
}

// A level stands for all levels below it.
typedef struct Levels {
    const char *goarch, *variable, *prefix;
    unsigned first, otherwise;
} Levels;

static const Levels levels[] = {
    {"amd64", "GOAMD64", "v", 1, 1},
    {"arm", "GOARM", "", 5, 7},
    {"ppc64", "GOPPC64", "power", 8, 8},
    {"ppc64le", "GOPPC64", "power", 8, 8},
};

static void add_arm64(Arena *a, BuildContext *b, Str value)
{
    unsigned major, minor;
    if (!level_of(value, "v", &major, &minor) || major < 8 || major > 9 || minor > 9)
        major = 8, minor = 0;
    for (unsigned i = 0; i <= minor; i++)
        add_tag(a, b, arena_printf(a, "arm64.v%u.%u", major, i));
    for (unsigned i = 0; major == 9 && i <= minor + 5 && i <= 9; i++) // v9.0 has what v8.5 has
        add_tag(a, b, arena_printf(a, "arm64.v8.%u", i));
}

static void add_riscv(Arena *a, BuildContext *b, Str value)
{
    static const unsigned years[] = {20, 22, 23};
    unsigned year, ignored;
    if (!level_of(value, "rva", &year, &ignored))
        year = 20;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        if (years[i] <= year || i == 0)
            add_tag(a, b, arena_printf(a, "riscv64.rva%uu64", years[i]));
}

static void add_tool_tags(Arena *a, BuildContext *b, const GoEnv *env)
{
    const char *arch = b->goarch.ptr;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        const Levels *l = &levels[i];
        if (!str_is(b->goarch, l->goarch))
            continue;
        unsigned level, ignored;
        if (!level_of(goenv_get(env, l->variable), l->prefix, &level, &ignored))
            level = l->otherwise;
        for (unsigned k = l->first; k <= level && k < l->first + 16; k++)
            add_tag(a, b, arena_printf(a, "%s.%s%u", arch, l->prefix, k));
    }
    if (str_is(b->goarch, "386"))
        add_tag(a, b, arena_printf(a, "386.%.*s", STR_ARG(value_or(env, "GO386", "sse2"))));
    else if (str_is(b->goarch, "mips") || str_is(b->goarch, "mipsle"))
        add_tag(a, b,
                arena_printf(a, "%s.%.*s", arch, STR_ARG(value_or(env, "GOMIPS", "hardfloat"))));
    else if (str_is(b->goarch, "mips64") || str_is(b->goarch, "mips64le"))
        add_tag(a, b,
                arena_printf(a, "%s.%.*s", arch, STR_ARG(value_or(env, "GOMIPS64", "hardfloat"))));
    else if (str_is(b->goarch, "wasm"))
        add_tag(a, b, "wasm.satconv"), add_tag(a, b, "wasm.signext");
    else if (str_is(b->goarch, "arm64"))
        add_arm64(a, b, goenv_get(env, "GOARM64"));
    else if (str_is(b->goarch, "riscv64"))
        add_riscv(a, b, goenv_get(env, "GORISCV64"));
}

// ---- Experiments ----

static void set_experiment(Arena *a, BuildContext *b, Str name, bool on)
{
    for (uint32_t i = 0; i < b->experiment.len; i++) {
        if (!str_eq(b->experiment.data[i], name))
            continue;
        if (!on)
            b->experiment.data[i] = b->experiment.data[--b->experiment.len];
        return;
    }
    if (on)
        vec_push(a, &b->experiment, name);
}

static bool one_of(Str word, const char *const *words)
{
    for (; *words; words++)
        if (str_is(word, *words))
            return true;
    return false;
}

// The register calling convention is on wherever it works, and cannot be turned off.
static bool has_register_calls(const BuildContext *b)
{
    static const char *const on[] = {"amd64", "arm64",   "loong64", "ppc64le",
                                     "ppc64", "riscv64", "s390x",   NULL};
    return one_of(b->goarch, on);
}

// The conditions that releases up to now put in place of a plain true.
static bool condition_holds(const BuildContext *b, Str condition)
{
    static const char *const exchange[] = {"386",     "amd64", "arm", "arm64",
                                           "ppc64le", "ppc64", NULL};
    static const char *const old_dwarf[] = {"darwin", "ios", "aix", NULL};
    if (str_is(condition, "regabiSupported"))
        return has_register_calls(b);
    if (str_is(condition, "haveXchg8"))
        return one_of(b->goarch, exchange);
    if (str_is(condition, "dwarf5Supported"))
        return !one_of(b->goos, old_dwarf);
    return !str_is(condition, "false");
}

static Str lower_case(Arena *a, Str s)
{
    char *copy = arena_strndup(a, s.ptr, s.len);
    for (size_t i = 0; i < s.len; i++)
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] + ('a' - 'A'));
    return (Str){copy, s.len};
}

// Reads the lines `Name: condition,` of the literal.
static void read_baseline(Arena *a, BuildContext *b, Str text)
{
    size_t start = str_find(text, STR("baseline := goexperiment.Flags{"));
    if (start == SIZE_MAX)
        return;
    text = str_sub(text, start, text.len);
    text = str_sub(text, str_find(text, STR("{")) + 1, str_find(text, STR("}")));
    while (text.len > 0) {
        size_t end = str_find(text, STR("\n"));
        Str line = str_sub(text, 0, end);
        text = end == SIZE_MAX ? (Str){0} : str_sub(text, end + 1, text.len);
        size_t colon = str_find(line, STR(":"));
        Str condition = str_trim(str_sub(line, colon == SIZE_MAX ? line.len : colon + 1, line.len));
        condition = str_sub(condition, 0, str_find(condition, STR(",")));
        if (condition.len > 0 && condition_holds(b, condition))
            set_experiment(a, b, lower_case(a, str_trim(str_sub(line, 0, colon))), true);
    }
}

static void read_toolchain(Arena *a, BuildContext *b, const GoEnv *env)
{
    Str root = goenv_root(env);
    const char *error;
    if (root.len == 0)
        return;
    const char *path = arena_printf(a, "%.*s/src/internal/buildcfg/exp.go", STR_ARG(root));
    Source *s = source_read(path, &error);
    if (s)
        read_baseline(a, b, (Str){s->text, s->len});
    source_free(s);
}

// The next word of a list separated by `separators`; false at its end.
static bool next_word(Str *list, const char *separators, Str *word)
{
    size_t i = 0;
    while (i < list->len && strchr(separators, list->ptr[i]))
        i++;
    size_t start = i;
    while (i < list->len && !strchr(separators, list->ptr[i]))
        i++;
    *word = str_sub(*list, start, i);
    *list = str_sub(*list, i, list->len);
    return word->len > 0;
}

static void set_register_calls(Arena *a, BuildContext *b, bool on)
{
    set_experiment(a, b, STR("regabiwrappers"), on);
    set_experiment(a, b, STR("regabiargs"), on);
}

static void read_experiments(Arena *a, BuildContext *b, const GoEnv *env)
{
    read_toolchain(a, b, env);
    Str list = goenv_get(env, "GOEXPERIMENT"), word;
    bool given = list.len > 0;
    while (next_word(&list, ",", &word)) {
        bool on = !str_starts(word, "no");
        if (str_is(word, "none"))
            b->experiment.len = 0;
        else if (str_is(word, "regabi") || str_is(word, "noregabi"))
            set_register_calls(a, b, on);
        else
            set_experiment(a, b, on ? word : str_sub(word, 2, word.len), on);
    }
    if (given)
        set_register_calls(a, b, has_register_calls(b));
}

// ---- cgo ----

static bool on_path(Str path, const char *program)
{
    char file[4096];
    Str directory;
    while (next_word(&path, ":", &directory)) {
        if (directory.len + strlen(program) + 2 > sizeof file)
            continue;
        memcpy(file, directory.ptr, directory.len);
        file[directory.len] = '/';
        strcpy(file + directory.len + 1, program);
        if (access(file, X_OK) == 0)
            return true;
    }
    return false;
}

// CGO_ENABLED decides. Without it cgo is on where nothing is cross-compiled and the C compiler is
// there.
static bool cgo_enabled(const BuildContext *b, const GoEnv *env)
{
    static const char *const clang[] = {"darwin", "ios", "freebsd", "openbsd", NULL};
    Str said = goenv_get(env, "CGO_ENABLED");
    if (str_is(said, "0") || str_is(said, "1"))
        return said.ptr[0] == '1';
    if (!str_is(b->goos, HOST_GOOS) || !str_is(b->goarch, HOST_GOARCH))
        return false;
    return goenv_get(env, "CC").len > 0 ||
           on_path(goenv_get(env, "PATH"), one_of(b->goos, clang) ? "clang" : "gcc");
}

static Str chosen(Arena *a, const GoEnv *env, const char *given, const char *name, const char *host)
{
    Str value = given && *given ? str_of(given) : value_or(env, name, host);
    return (Str){arena_strndup(a, value.ptr, value.len), value.len};
}

BuildContext buildcontext_new(Arena *a, const GoEnv *env, const char *goos, const char *goarch,
                              const char *tags)
{
    BuildContext b = {.go_minor = goenv_root_minor(env)};
    if (b.go_minor == 0)
        b.go_minor = RELEASE_KNOWN;
    b.goos = chosen(a, env, goos, "GOOS", HOST_GOOS);
    b.goarch = chosen(a, env, goarch, "GOARCH", HOST_GOARCH);
    bool found;
    Str list = tags ? str_of(tags) : goenv_flag(env, "tags", &found), word;
    list.ptr = arena_strndup(a, list.ptr, list.len);
    // The older form of the list is separated by blanks, and commas mean nothing there.
    bool old = list.len > 0 && strpbrk(list.ptr, " '");
    while (next_word(&list, old ? " \t\r\n'\"" : ",", &word))
        vec_push(a, &b.tags, word);
    b.cgo = cgo_enabled(&b, env);
    read_experiments(a, &b, env);
    add_tool_tags(a, &b, env);
    return b;
}

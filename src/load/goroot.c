// goroot.c - finding a Go tree without running anything.
//
// The tree that `go` on the PATH leads to is what the go command of this machine has for a start.
// It gives way to a newer toolchain that the main module names (cmd/go/internal/toolchain), if that
// one is in the module cache or where golang.org/dl puts it. Where the PATH has no go, the usual
// places of installers and distributions are looked at.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 // realpath
#endif
#include "load/goroot.h"

#include "load/gover.h"

#include <fcntl.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Larger than any file that is read here: go.mod files of the largest modules have some 100 kB.
enum { FILE_MAX = 16 << 20 };

static bool read_whole(int file, char *text, size_t size)
{
    size_t have = 0;
    while (have < size) {
        ssize_t n = read(file, text + have, size - have);
        if (n <= 0)
            return false;
        have += (size_t)n;
    }
    return true;
}

bool goroot_read_file(Arena *a, const char *path, Str *text)
{
    struct stat st;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    bool good = fstat(file, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= FILE_MAX;
    if (good) {
        size_t size = (size_t)st.st_size;
        char *data = arena_alloc(a, size + 1);
        good = read_whole(file, data, size);
        *text = (Str){data, size};
    }
    close(file);
    return good;
}

static bool is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool goroot_is(const char *directory)
{
    static const char *const signs[] = {"src/fmt", "src/runtime"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        Arena a = {0};
        bool found = is_directory(arena_printf(&a, "%s/%s", directory, signs[i]));
        arena_free(&a);
        if (found)
            return true;
    }
    return false;
}

// ---- Versions ----

static Str first_line(Str text)
{
    const char *end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
    return end ? str_sub(text, 0, (size_t)(end - text.ptr)) : text;
}

Str goroot_version(Arena *a, const char *root)
{
    Str text;
    if (!goroot_read_file(a, arena_printf(a, "%s/VERSION", root), &text))
        return (Str){0};
    Str line = first_line(text);
    size_t at = str_find(line, STR("go1"));
    if (at == SIZE_MAX)
        return (Str){0};
    Str version = str_sub(line, at + 2, line.len);
    for (size_t i = 0; i < version.len; i++)
        if (version.ptr[i] == ' ' || version.ptr[i] == '-')
            version.len = i;
    return str_trim(version);
}

// A tree from version control has no VERSION, but its sources say which version is being made.
static uint32_t minor_in_source(Arena *a, const char *root)
{
    Str text;
    const char *path = arena_printf(a, "%s/src/internal/goversion/goversion.go", root);
    if (!goroot_read_file(a, path, &text))
        return 0;
    size_t at = str_find(text, STR("const Version = "));
    if (at == SIZE_MAX)
        return 0;
    Str number = first_line(str_sub(text, at + sizeof "const Version = " - 1, text.len));
    return gover_minor(str_of(arena_printf(a, "1.%.*s", STR_ARG(str_trim(number)))));
}

uint32_t goroot_minor(Arena *a, const char *root)
{
    uint32_t minor = gover_minor(goroot_version(a, root));
    return minor ? minor : minor_in_source(a, root);
}

// ---- The go command on the PATH ----

// The tree whose bin directory holds the program that `program` leads to.
static const char *root_of_program(Arena *a, const char *program)
{
    struct stat st;
    if (stat(program, &st) < 0 || !S_ISREG(st.st_mode) || access(program, X_OK) < 0)
        return NULL;
    char *real = realpath(program, NULL);
    if (!real)
        return NULL;
    const char *found = NULL;
    // Trees that hold several systems have bin/GOOS_GOARCH/go.
    for (int up = 0; up < 3; up++) {
        char *slash = strrchr(real, '/');
        if (!slash || slash == real)
            break;
        *slash = 0;
        if (up > 0 && goroot_is(real)) {
            found = arena_printf(a, "%s", real);
            break;
        }
    }
    free(real);
    return found;
}

static const char *root_on_path(Arena *a, Str path)
{
    for (size_t at = 0; at < path.len;) {
        size_t end = at;
        while (end < path.len && path.ptr[end] != ':')
            end++;
        Str dir = str_sub(path, at, end);
        at = end + 1;
        if (dir.len == 0 ||
            dir.ptr[0] != '/') // the go command refuses programs in relative directories
            continue;
        const char *root = root_of_program(a, arena_printf(a, "%.*s/go", STR_ARG(dir)));
        if (root)
            return root;
    }
    return NULL;
}

// ---- Usual places ----

static const char *const usual_places[] = {
    "/usr/local/go",
    "/usr/lib/go",
    "/usr/lib/golang",
    "/usr/lib64/go",
    "/usr/lib/go-*",
    "/usr/lib64/go-*",
    "/usr/lib64/go/*",
    "/usr/share/go",
    "/usr/share/go-*",
    "/usr/local/lib/go",
    "/usr/local/go[0-9]*",
    "/opt/go",
    "/opt/homebrew/opt/go/libexec",
    "/usr/local/opt/go/libexec",
    "/home/linuxbrew/.linuxbrew/opt/go/libexec",
    "/opt/local/lib/go",
    "/snap/go/current",
};

// The newest of the trees that match a pattern.
static const char *newest_match(Arena *a, const char *pattern)
{
    glob_t matches;
    const char *best = NULL;
    Str best_version = {0};
    if (glob(pattern, 0, NULL, &matches) != 0)
        return NULL;
    for (size_t i = 0; i < matches.gl_pathc; i++) {
        if (!goroot_is(matches.gl_pathv[i]))
            continue;
        Str version = goroot_version(a, matches.gl_pathv[i]);
        if (best && gover_compare(version, best_version) <= 0)
            continue;
        best = arena_printf(a, "%s", matches.gl_pathv[i]);
        best_version = version;
    }
    globfree(&matches);
    return best;
}

static const char *root_in_usual_place(Arena *a, Str home)
{
    for (size_t i = 0; i < sizeof usual_places / sizeof *usual_places; i++) {
        const char *root = newest_match(a, usual_places[i]);
        if (root)
            return root;
    }
    if (home.len == 0)
        return NULL;
    return newest_match(a, arena_printf(a, "%.*s/sdk/go*", STR_ARG(home)));
}

// ---- Toolchains by name ----

#if defined(__APPLE__)
#define HOST_SYSTEM "darwin"
#elif defined(__FreeBSD__)
#define HOST_SYSTEM "freebsd"
#elif defined(__NetBSD__)
#define HOST_SYSTEM "netbsd"
#elif defined(__OpenBSD__)
#define HOST_SYSTEM "openbsd"
#else
#define HOST_SYSTEM "linux"
#endif

#if defined(__aarch64__)
#define HOST_PROCESSOR "arm64"
#elif defined(__arm__)
#define HOST_PROCESSOR "arm"
#elif defined(__i386__)
#define HOST_PROCESSOR "386"
#elif defined(__riscv)
#define HOST_PROCESSOR "riscv64"
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define HOST_PROCESSOR "ppc64le"
#elif defined(__s390x__)
#define HOST_PROCESSOR "s390x"
#elif defined(__loongarch64)
#define HOST_PROCESSOR "loong64"
#else
#define HOST_PROCESSOR "amd64"
#endif

static const char *root_of_toolchain(Arena *a, const RootSearch *s, Str name)
{
    if (gover_of_toolchain(name).len == 0)
        return NULL;
    const char *root;
    if (s->modcache.len) {
        root =
            arena_printf(a, "%.*s/golang.org/toolchain@v0.0.1-%.*s." HOST_SYSTEM "-" HOST_PROCESSOR,
                         STR_ARG(s->modcache), STR_ARG(name));
        if (goroot_is(root))
            return root;
    }
    root = arena_printf(a, "%.*s/sdk/%.*s", STR_ARG(s->home), STR_ARG(name));
    return s->home.len && goroot_is(root) ? root : NULL;
}

// Splits "go1.2.3+auto": the toolchain that it begins with ("local" is the installed one), and
// whether a newer one may follow from the main module.
static Str first_toolchain(Str gotoolchain, bool *switches)
{
    *switches = true;
    if (gotoolchain.len == 0 || str_is(gotoolchain, "auto") || str_is(gotoolchain, "path"))
        return STR("local");
    const char *plus = memchr(gotoolchain.ptr, '+', gotoolchain.len);
    *switches = plus != NULL;
    return plus ? str_sub(gotoolchain, 0, (size_t)(plus - gotoolchain.ptr)) : gotoolchain;
}

const char *goroot_find(Arena *a, const RootSearch *s)
{
    bool switches;
    Str first = first_toolchain(s->gotoolchain, &switches);
    const char *installed = root_on_path(a, s->path);
    if (!installed)
        installed = root_in_usual_place(a, s->home);
    Str have = installed ? goroot_version(a, installed) : (Str){0};
    const char *chosen = installed;
    if (!str_is(first, "local") && !str_eq(gover_of_toolchain(first), have)) {
        const char *named = root_of_toolchain(a, s, first);
        chosen = named ? named : chosen;
        have = named ? gover_of_toolchain(first) : have;
    }
    Str wanted = switches ? str_of(s->toolchain) : (Str){0};
    if (wanted.len && gover_compare(gover_of_toolchain(wanted), have) > 0) {
        const char *named = root_of_toolchain(a, s, wanted);
        chosen = named ? named : chosen;
    }
    return chosen;
}

// fuzz_modules.c - any bytes are the files that say where packages are. They are cut at NULs:
// go.mod, go.work, vendor/modules.txt, the file of `go env -w`, GOFLAGS, and the go.mod files of
// example.com/a@v1.0.0 and example.com/b@v1.0.0 in the module cache.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 // mkdtemp
#endif
#include "check_syntax.h"

#include "load/modules.h"

#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILES = 6 };

static const char *const names[FILES] = {
    "m/go.mod",
    "m/go.work",
    "m/vendor/modules.txt",
    "env",
    "cache/cache/download/example.com/a/@v/v1.0.0.mod",
    "cache/cache/download/example.com/b/@v/v1.0.0.mod",
};

static const char *const folders[] = {
    "m",
    "m/vendor",
    "m/vendor/example.com",
    "m/vendor/example.com/a",
    "m/sub",
    "cache",
    "cache/cache",
    "cache/cache/download",
    "cache/cache/download/example.com",
    "cache/cache/download/example.com/a",
    "cache/cache/download/example.com/a/@v",
    "cache/cache/download/example.com/b",
    "cache/cache/download/example.com/b/@v",
    "cache/example.com",
    "cache/example.com/a@v1.0.0",
};

// The folder of this process, made once; empty files are removed, so that every run begins the
// same.
static const char *top(void)
{
    static char path[] = "/tmp/curfew-fuzz-XXXXXX";
    static bool made;
    if (!made) {
        MUST(mkdtemp(path));
        for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
            char full[256];
            snprintf(full, sizeof full, "%s/%s", path, folders[i]);
            mkdir(full, 0755);
        }
        made = true;
    }
    return path;
}

static void put_file(const char *name, Str text)
{
    char full[256];
    snprintf(full, sizeof full, "%s/%s", top(), name);
    if (text.len == 0) {
        unlink(full);
        return;
    }
    FILE *f = fopen(full, "w");
    MUST(f);
    fwrite(text.ptr, 1, text.len, f);
    fclose(f);
}

static void check(Modules *m, const char *dir)
{
    static const char *const asked[] = {"fmt", "example.com/a", "example.com/b/x",
                                        "example.com/m/sub", ""};
    uint32_t count;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        Found f = modules_find(m, str_of(asked[i]), i % 2);
        MUST(f.kind == FOUND_NOWHERE ? f.reason != NULL : f.dir != NULL);
    }
    Found here = modules_find_dir(m, dir);
    MUST(here.kind != FOUND_NOWHERE || here.reason);
    for (uint32_t i = 0; i < modules_count(m); i++) {
        const Module *one = modules_at(m, i);
        MUST(one->path.len > 0 && one->go_minor > 0);
        MUST(one->main == (i < modules_main_count(m)));
    }
    const ModuleFault *faults = modules_faults(m, &count);
    for (uint32_t i = 0; i < count; i++)
        MUST(faults[i].path && faults[i].reason);
    modules_ignores(m, dir);
    modules_godebug(m, "default");
    MUST(modules_main_count(m) == 0 || modules_root(m));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str rest = {(const char *)data, size}, flags = {0};
    Arena a = {0};
    for (int i = 0; i <= FILES; i++) {
        const char *nul = rest.len ? memchr(rest.ptr, 0, rest.len) : NULL;
        Str text = str_sub(rest, 0, nul ? (size_t)(nul - rest.ptr) : rest.len);
        rest = str_sub(rest, text.len + 1, rest.len);
        if (i == 4)
            flags = text;
        else
            put_file(names[i > 4 ? i - 1 : i], text);
    }
    const char *environment[] = {arena_printf(&a, "GOMODCACHE=%s/cache", top()),
                                 arena_printf(&a, "GOENV=%s/env", top()),
                                 arena_printf(&a, "GOFLAGS=%.*s", STR_ARG(flags)),
                                 "GOROOT=/nowhere",
                                 "TMPDIR=/nowhere",
                                 NULL};
    const char *dir = arena_printf(&a, "%s/m/sub", top());
    const char *toolchain = modules_toolchain(&a, environment, dir);
    GoEnv *env = goenv_new(environment, toolchain);
    bool found;
    goenv_flag(env, "mod", &found);
    Modules *m = modules_new(env, dir);
    check(m, dir);
    modules_free(m);
    goenv_free(env);
    arena_free(&a);
    return 0;
}

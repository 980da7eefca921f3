// modules_random.c - makes a module cache and a main module or workspace at random, for modules.sh:
// modules_random SEED FOLDER
//
// FOLDER/cache is the GOMODCACHE, FOLDER/m the module or, where it has a go.work, the workspace.
// Versions of a few modules require each other, replace and exclude each other without any sense.
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MODULES_MAX = 7, VERSIONS = 6, GOES = 9 };

static const char *const versions[VERSIONS] = {
    "v0.1.0", "v0.1.1-0.20240101000000-abcdef123456", "v1.0.0-rc.1", "v1.0.0", "v1.1.0", "v1.2.0",
};

// Go lines around the version that pruned graphs; "" is none.
static const char *const goes[GOES] = {"",     "1.12", "1.16", "1.16", "1.17",
                                       "1.18", "1.20", "1.21", "1.22"};

typedef struct World {
    uint64_t state;
    const char *top;
    unsigned modules;
    bool exists[MODULES_MAX][VERSIONS];
} World;

// Numbers below `n` (a linear congruential generator, Knuth's constants).
static unsigned roll(World *w, unsigned n)
{
    w->state = w->state * 6364136223846793005u + 1442695040888963407u;
    return n ? (unsigned)(w->state >> 33) % n : 0;
}

// Picks a version that is in the cache.
static void pick(World *w, unsigned *module, const char **version)
{
    unsigned v;
    do {
        *module = roll(w, w->modules);
        v = roll(w, VERSIONS);
    } while (!w->exists[*module][v]);
    *version = versions[v];
}

static void put(const World *w, const StrBuf *text, const char *path)
{
    StrBuf full = {0};
    strbuf_printf(&full, "%s/%s", w->top, path);
    for (char *slash = strchr(full.data + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(full.data, 0755);
        *slash = '/';
    }
    FILE *f = fopen(full.data, "w");
    if (!f)
        exit(2);
    fwrite(text->data, 1, text->len, f);
    fclose(f);
    strbuf_free(&full);
}

// A go.mod's beginning; each module is required once at most, and not the one that `self` numbers.
static void begin(World *w, StrBuf *text, const char *path, const char *go, unsigned self,
                  unsigned most)
{
    bool used[MODULES_MAX] = {0};
    strbuf_printf(text, "module %s\n", path);
    if (*go)
        strbuf_printf(text, "go %s\n", go);
    for (unsigned n = roll(w, most + 1); n > 0; n--) {
        unsigned module;
        const char *version;
        pick(w, &module, &version);
        if (module != self && !used[module])
            strbuf_printf(text, "require x.y/m%u %s\n", module, version);
        used[module] = true;
    }
}

static void put_cached(World *w, unsigned module, const char *version)
{
    StrBuf text = {0}, name = {0};
    strbuf_printf(&name, "x.y/m%u", module);
    begin(w, &text, name.data, goes[roll(w, GOES)], module, 4);
    static const char *const ends[] = {".mod", ".info", ".ziphash"};
    char path[256];
    for (int i = 0; i < 3; i++) {
        StrBuf other = {0};
        if (i == 1)
            strbuf_printf(&other, "{\"Version\":\"%s\",\"Time\":\"2024-01-02T03:04:05Z\"}",
                          version);
        strbuf_adds(&other, i == 2 ? "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" : "");
        snprintf(path, sizeof path, "cache/cache/download/x.y/m%u/@v/%s%s", module, version,
                 ends[i]);
        put(w, i == 0 ? &text : &other, path);
        strbuf_free(&other);
    }
    snprintf(path, sizeof path, "cache/x.y/m%u@%s/go.mod", module, version);
    put(w, &text, path);
    strbuf_free(&text);
    strbuf_free(&name);
}

static void add_replace(World *w, StrBuf *text, const char *folder)
{
    unsigned from, to;
    const char *from_version, *to_version;
    char path[256];
    pick(w, &from, &from_version);
    pick(w, &to, &to_version);
    strbuf_printf(text, "replace x.y/m%u %s => ", from, roll(w, 2) ? from_version : "");
    if (!folder || roll(w, 2)) {
        strbuf_printf(text, "x.y/m%u %s\n", to, to_version);
        return;
    }
    StrBuf own = {0};
    strbuf_adds(text, "./replacement\n");
    begin(w, &own, "x.y/whatever", goes[roll(w, GOES)], from, 3);
    snprintf(path, sizeof path, "%s/replacement/go.mod", folder);
    put(w, &own, path);
    strbuf_free(&own);
}

static void put_main(World *w, const char *folder, const char *name)
{
    StrBuf text = {0};
    char path[256];
    unsigned module;
    const char *version;
    begin(w, &text, name, goes[1 + roll(w, GOES - 1)], MODULES_MAX, 5);
    if (roll(w, 2)) {
        pick(w, &module, &version);
        strbuf_printf(&text, "exclude x.y/m%u %s\n", module, version);
    }
    if (roll(w, 2))
        add_replace(w, &text, folder);
    snprintf(path, sizeof path, "%s/go.mod", folder);
    put(w, &text, path);
    strbuf_free(&text);
}

static void put_workspace(World *w)
{
    StrBuf text = {0};
    unsigned count = 1 + roll(w, 3);
    strbuf_adds(&text, "go 1.23\n");
    for (unsigned i = 0; i < count; i++) {
        char folder[32], name[32];
        snprintf(folder, sizeof folder, "m/w%u", i);
        snprintf(name, sizeof name, roll(w, 4) ? "m.n/w%u" : "x.y/m%u", i);
        put_main(w, folder, name);
        strbuf_printf(&text, "use ./w%u\n", i);
    }
    if (roll(w, 2))
        add_replace(w, &text, NULL);
    put(w, &text, "m/go.work");
    strbuf_free(&text);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    World w = {.state = strtoull(argv[1], NULL, 10), .top = argv[2]};
    roll(&w, 1);
    w.modules = 2 + roll(&w, MODULES_MAX - 1);
    for (unsigned i = 0; i < w.modules; i++)
        for (unsigned n = 1 + roll(&w, 4); n > 0; n--)
            w.exists[i][roll(&w, VERSIONS)] = true;
    for (unsigned i = 0; i < w.modules; i++)
        for (unsigned v = 0; v < VERSIONS; v++)
            if (w.exists[i][v])
                put_cached(&w, i, versions[v]);
    if (roll(&w, 5) < 2)
        put_workspace(&w);
    else
        put_main(&w, "m", "m.n/main");
    return 0;
}

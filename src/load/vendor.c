// vendor.c - reading vendor/modules.txt.
//
//     # example.com/mod v1.2.3 => ../dir        a module, and what replaces it
//     ## explicit; go 1.21                      what is known of it
//     example.com/mod/package                   a package of it
#include "load/vendor.h"

#include "base/hash.h"
#include "load/modpath.h"
#include "load/semver.h"

#include <stdlib.h>
#include <string.h>

enum { FIELDS_MAX = 8 };

typedef struct Reader {
    Arena *arena;
    Vendor *out;
    uint32_t module; // that the next lines belong to; UINT32_MAX: none
} Reader;

static Str copy(Reader *r, Str s)
{
    return (Str){arena_strndup(r->arena, s.ptr, s.len), s.len};
}

// Cuts a line at blanks; what is beyond the maximum is left out.
static uint32_t split(Str line, Str *fields)
{
    uint32_t n = 0;
    for (size_t at = 0; at < line.len && n < FIELDS_MAX;) {
        while (at < line.len && strchr(" \t\r\v\f", line.ptr[at]) && line.ptr[at])
            at++;
        size_t start = at;
        while (at < line.len && !(strchr(" \t\r\v\f", line.ptr[at]) && line.ptr[at]))
            at++;
        if (at > start)
            fields[n++] = str_sub(line, start, at);
    }
    return n;
}

static uint64_t hash_of(Str path, Str version)
{
    return hash_mix(hash_str(path), hash_str(version));
}

static uint32_t find_module(const Vendor *v, Str path, Str version)
{
    uint32_t i = (uint32_t)map_or(&v->by_hash, hash_of(path, version), UINT32_MAX);
    for (; i != UINT32_MAX; i = v->modules.data[i].next)
        if (str_eq(v->modules.data[i].mod.path, path) &&
            str_eq(v->modules.data[i].mod.version, version))
            break;
    return i;
}

// Several lines may speak of one module.
static uint32_t module_index(Reader *r, Str path, Str version)
{
    Vendor *v = r->out;
    uint32_t known = find_module(v, path, version);
    if (known != UINT32_MAX)
        return known;
    uint64_t hash = hash_of(path, version);
    VendorModule new = {.mod = {copy(r, path), copy(r, version)}};
    new.next = (uint32_t)map_or(&v->by_hash, hash, UINT32_MAX);
    map_put(r->arena, &v->by_hash, hash, v->modules.len);
    vec_push(r->arena, &v->modules, new);
    return v->modules.len - 1;
}

static void read_module(Reader *r, Str line)
{
    Str f[FIELDS_MAX];
    uint32_t n = split(line, f), arrow = 3;
    if (n < 3)
        return; // the module before it goes on
    r->module = UINT32_MAX;
    if (semver_valid(f[2]))
        r->module = module_index(r, f[1], f[2]);
    else if (str_is(f[2], "=>")) // whatever the version is
        r->module = module_index(r, f[1], STR("")), arrow = 2;
    else
        return;
    if (n < arrow + 2 || !str_is(f[arrow], "=>"))
        return;
    VendorModule *m = &r->out->modules.data[r->module];
    if (n == arrow + 2)
        m->replacement = (ModVersion){copy(r, f[arrow + 1]), STR("")};
    else if (n == arrow + 3 && semver_valid(f[arrow + 2]))
        m->replacement = (ModVersion){copy(r, f[arrow + 1]), copy(r, f[arrow + 2])};
}

static void read_annotation(Reader *r, Str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && text.ptr[end] != ';')
            end++;
        Str entry = str_trim(str_sub(text, at, end));
        at = end + 1;
        if (r->module == UINT32_MAX)
            continue;
        VendorModule *m = &r->out->modules.data[r->module];
        m->is_explicit |= str_is(entry, "explicit");
        if (str_starts(entry, "go "))
            m->go = copy(r, str_sub(entry, 3, entry.len));
    }
}

static void read_package(Reader *r, Str line)
{
    Str f[FIELDS_MAX];
    if (split(line, f) != 1 || modpath_import_fault(f[0]))
        return;
    r->out->modules.data[r->module].used = true;
    vec_push(r->arena, &r->out->packages, (VendorPackage){copy(r, f[0]), r->module});
}

static void read_line(Reader *r, Str line)
{
    if (str_starts(line, "# "))
        read_module(r, line);
    else if (r->module == UINT32_MAX)
        return;
    else if (str_starts(line, "## "))
        read_annotation(r, str_sub(line, 3, line.len));
    else
        read_package(r, line);
}

static bool is_for_workspace(Str line)
{
    Str f[FIELDS_MAX];
    uint32_t n = str_starts(line, "## ") ? split(line, f) : 0;
    for (uint32_t i = 1; i < n; i++)
        if (str_is(f[i], "workspace") || str_is(f[i], "workspace;"))
            return true;
    return false;
}

static int compare_packages(const void *a, const void *b)
{
    const VendorPackage *x = a, *y = b;
    int order = str_cmp(x->path, y->path);
    return order ? order : (x->module > y->module) - (x->module < y->module);
}

void vendor_read(Arena *a, Str text, Vendor *out)
{
    Reader r = {.arena = a, .out = out, .module = UINT32_MAX};
    for (size_t at = 0; at < text.len;) {
        const char *newline = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
        Str line = str_sub(text, at, end);
        if (at == 0)
            out->workspace = is_for_workspace(line);
        read_line(&r, line);
        at = end + 1;
    }
    if (out->packages.len > 1)
        qsort(out->packages.data, out->packages.len, sizeof *out->packages.data, compare_packages);
}

// Where several modules claim a package, the last line of modules.txt counts.
const VendorPackage *vendor_package(const Vendor *v, Str path)
{
    uint32_t low = 0, high = v->packages.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (str_cmp(v->packages.data[middle].path, path) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && str_eq(v->packages.data[low - 1].path, path) ? &v->packages.data[low - 1]
                                                                   : NULL;
}

const VendorModule *vendor_module(const Vendor *v, ModVersion mod)
{
    uint32_t i = find_module(v, mod.path, mod.version);
    return i == UINT32_MAX ? NULL : &v->modules.data[i];
}

// pattern.c - patterns with `...`, as cmd/internal/pkgpattern understands them.
#include "load/pattern.h"

#include <string.h>

static const char dots[] = "...";

bool pattern_is_wild(Str pattern)
{
    return str_find(pattern, STR("...")) != SIZE_MAX;
}

// A copy in which each element "vendor", other than the last, is one NUL: a character that `...`
// does not match and that names do not have.
static Str hide_vendor(Arena *a, Str path)
{
    static const char vendor[] = "vendor/";
    if (str_find(path, STR("vendor/")) == SIZE_MAX)
        return path;
    char *out = arena_alloc(a, path.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < path.len;) {
        bool start = at == 0 || path.ptr[at - 1] == '/';
        if (start && str_starts(str_sub(path, at, path.len), vendor)) {
            out[len++] = 0;
            at += strlen(vendor) - 1;
        } else {
            out[len++] = path.ptr[at++];
        }
    }
    return (Str){out, len};
}

// Matches from left to right and goes back to the last `...` only: what an earlier one could take
// over from it would not help the rest.
static bool glob(Str pattern, Str name)
{
    size_t p = 0, n = 0, back_p = SIZE_MAX, back_n = 0;
    while (n < name.len || p < pattern.len) {
        if (str_starts(str_sub(pattern, p, pattern.len), dots)) {
            p += strlen(dots);
            back_p = p;
            back_n = n;
        } else if (p < pattern.len && n < name.len && pattern.ptr[p] == name.ptr[n]) {
            p++;
            n++;
        } else if (back_p != SIZE_MAX && back_n < name.len && name.ptr[back_n] != 0) {
            p = back_p;
            n = ++back_n;
        } else {
            return false;
        }
    }
    return true;
}

static Str without_end(Str s, size_t n)
{
    return str_sub(s, 0, s.len - n);
}

bool pattern_match(Arena *scratch, Str pattern, Str name)
{
    static const char in_vendor[] = "/\0/...";
    enum { IN_VENDOR = sizeof in_vendor - 1 };
    pattern = hide_vendor(scratch, pattern);
    name = hide_vendor(scratch, name);
    if (glob(pattern, name))
        return true;
    if (pattern.len >= IN_VENDOR &&
        memcmp(pattern.ptr + pattern.len - IN_VENDOR, in_vendor, IN_VENDOR) == 0)
        return str_ends(name, "/vendor") &&
               glob(without_end(pattern, IN_VENDOR), without_end(name, strlen("/vendor")));
    return str_ends(pattern, "/...") && glob(without_end(pattern, strlen("/...")), name);
}

bool pattern_reaches(Str pattern, Str name)
{
    size_t wild = str_find(pattern, STR("..."));
    Str fixed = str_sub(pattern, 0, wild);
    if (name.len <= fixed.len)
        return str_eq(name, str_sub(fixed, 0, name.len)) &&
               (name.len == fixed.len || name.len == 0 || fixed.ptr[name.len] == '/');
    return wild != SIZE_MAX && str_eq(fixed, str_sub(name, 0, fixed.len));
}

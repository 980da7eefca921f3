// semver.c - semantic versions.
#include "load/semver.h"

// Numbers and identifiers are kept as they are written, since nothing bounds them.
typedef struct Version {
    Str major, minor, patch;
    Str prerelease;      // with its -
    Str build;           // with its +
    const char *missing; // what is to be added for three numbers
} Version;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits(Str s)
{
    size_t n = 0;
    while (n < s.len && is_digit(s.ptr[n]))
        n++;
    return n;
}

static bool is_number(Str s)
{
    return digits(s) == s.len;
}

static bool take_number(Str *rest, Str *number)
{
    size_t n = digits(*rest);
    if (n == 0 || (rest->ptr[0] == '0' && n > 1))
        return false;
    *number = str_sub(*rest, 0, n);
    *rest = str_sub(*rest, n, rest->len);
    return true;
}

static bool take_dot(Str *rest)
{
    if (rest->len == 0 || rest->ptr[0] != '.')
        return false;
    *rest = str_sub(*rest, 1, rest->len);
    return true;
}

static bool is_identifier_byte(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

// Whether these are identifiers with dots between them. Numbers among those of a prerelease have no
// superfluous zeros.
static bool are_identifiers(Str s, bool strict_numbers)
{
    size_t start = 0;
    for (size_t i = 0; i <= s.len; i++) {
        if (i < s.len && s.ptr[i] != '.') {
            if (!is_identifier_byte(s.ptr[i]))
                return false;
            continue;
        }
        Str one = str_sub(s, start, i);
        if (one.len == 0 || (strict_numbers && one.len > 1 && one.ptr[0] == '0' && is_number(one)))
            return false;
        start = i + 1;
    }
    return true;
}

static bool take_tail(Str rest, Version *v)
{
    size_t plus = 0;
    while (plus < rest.len && rest.ptr[plus] != '+')
        plus++;
    v->build = str_sub(rest, plus, rest.len);
    v->prerelease = str_sub(rest, 0, plus);
    if (plus > 0 && (rest.ptr[0] != '-' || !are_identifiers(str_sub(rest, 1, plus), true)))
        return false;
    return v->build.len == 0 || are_identifiers(str_sub(rest, plus + 1, rest.len), false);
}

static bool parse(Str text, Version *v)
{
    *v = (Version){.minor = STR("0"), .patch = STR("0"), .missing = ""};
    if (!str_starts(text, "v"))
        return false;
    Str rest = str_sub(text, 1, text.len);
    if (!take_number(&rest, &v->major))
        return false;
    if (rest.len == 0) {
        v->missing = ".0.0";
        return true;
    }
    if (!take_dot(&rest) || !take_number(&rest, &v->minor))
        return false;
    if (rest.len == 0) {
        v->missing = ".0";
        return true;
    }
    return take_dot(&rest) && take_number(&rest, &v->patch) && take_tail(rest, v);
}

bool semver_valid(Str version)
{
    Version v;
    return parse(version, &v);
}

static int compare_numbers(Str a, Str b)
{
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    return str_cmp(a, b);
}

// Cuts the next identifier off; what stands before it is a dot, or the - in front of all.
static Str next_identifier(Str *rest)
{
    size_t end = 1;
    while (end < rest->len && rest->ptr[end] != '.')
        end++;
    Str one = str_sub(*rest, 1, end);
    *rest = str_sub(*rest, end, rest->len);
    return one;
}

static int compare_identifiers(Str a, Str b)
{
    bool x = is_number(a), y = is_number(b);
    if (x != y)
        return x ? -1 : 1;
    return x ? compare_numbers(a, b) : str_cmp(a, b);
}

static int compare_prereleases(Str a, Str b)
{
    if (a.len == 0 || b.len == 0) // a release comes after what precedes it
        return (a.len == 0) - (b.len == 0);
    while (a.len && b.len) {
        Str x = next_identifier(&a), y = next_identifier(&b);
        int order = compare_identifiers(x, y);
        if (order != 0)
            return order;
    }
    return (a.len != 0) - (b.len != 0);
}

int semver_compare(Str a, Str b)
{
    Version v, w;
    bool first = parse(a, &v), second = parse(b, &w);
    if (!first || !second)
        return first - second;
    int order = compare_numbers(v.major, w.major);
    order = order ? order : compare_numbers(v.minor, w.minor);
    order = order ? order : compare_numbers(v.patch, w.patch);
    return order ? order : compare_prereleases(v.prerelease, w.prerelease);
}

Str semver_major(Str version)
{
    Version v;
    return parse(version, &v) ? str_sub(version, 0, 1 + v.major.len) : (Str){0};
}

Str semver_build(Str version)
{
    Version v;
    return parse(version, &v) ? v.build : (Str){0};
}

Str semver_canonical(Arena *a, Str version)
{
    Version v;
    if (!parse(version, &v))
        return (Str){0};
    if (*v.missing)
        return str_of(arena_printf(a, "%.*s%s", STR_ARG(version), v.missing));
    if (str_is(v.build, "+incompatible"))
        return version;
    return str_sub(version, 0, version.len - v.build.len);
}

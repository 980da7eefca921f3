// gover.c - order of the versions of Go.
#include "load/gover.h"

// Numbers are kept as they are written, since nothing bounds them.
typedef struct GoVersion {
    Str major, minor, patch, kind, pre;
} GoVersion;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Takes a number without superfluous zeros from the front of `rest`.
static bool take_number(Str *rest, Str *number)
{
    size_t n = 0;
    while (n < rest->len && is_digit(rest->ptr[n]))
        n++;
    if (n == 0 || (rest->ptr[0] == '0' && n > 1))
        return false;
    *number = str_sub(*rest, 0, n);
    *rest = str_sub(*rest, n, rest->len);
    return true;
}

static int compare_numbers(Str a, Str b)
{
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    return str_cmp(a, b);
}

// What follows the minor number: ".3", "rc1", or nothing.
static bool take_end(Str rest, GoVersion *v)
{
    if (rest.len == 0) {
        // From 1.21 on a release has three numbers, so that two mean the language.
        if (compare_numbers(v->minor, STR("21")) < 0)
            v->patch = STR("0");
        return true;
    }
    if (rest.ptr[0] == '.') {
        rest = str_sub(rest, 1, rest.len);
        return take_number(&rest, &v->patch) && rest.len == 0;
    }
    size_t n = 0;
    while (n < rest.len && rest.ptr[n] >= 'a' && rest.ptr[n] <= 'z')
        n++;
    v->kind = str_sub(rest, 0, n);
    rest = str_sub(rest, n, rest.len);
    if (n == 0)
        return false;
    return rest.len == 0 || (take_number(&rest, &v->pre) && rest.len == 0);
}

static bool parse(Str text, GoVersion *v)
{
    *v = (GoVersion){0};
    bool good = take_number(&text, &v->major);
    if (good && text.len == 0) {
        v->minor = v->patch = STR("0");
        return true;
    }
    if (good && text.ptr[0] == '.') {
        text = str_sub(text, 1, text.len);
        good = take_number(&text, &v->minor) && take_end(text, v);
    } else {
        good = false;
    }
    if (!good)
        *v = (GoVersion){0};
    return good;
}

int gover_compare(Str a, Str b)
{
    GoVersion x, y;
    parse(a, &x);
    parse(b, &y);
    int order = compare_numbers(x.major, y.major);
    order = order ? order : compare_numbers(x.minor, y.minor);
    order = order ? order : compare_numbers(x.patch, y.patch);
    order = order ? order : str_cmp(x.kind, y.kind);
    return order ? order : compare_numbers(x.pre, y.pre);
}

bool gover_valid(Str version)
{
    GoVersion v;
    return parse(version, &v);
}

bool gover_is_language(Str version)
{
    GoVersion v;
    return parse(version, &v) && v.patch.len == 0 && v.kind.len == 0;
}

uint32_t gover_minor(Str version)
{
    GoVersion v;
    uint32_t n = 0;
    if (!parse(version, &v) || !str_is(v.major, "1") || v.minor.len > 6)
        return 0;
    for (size_t i = 0; i < v.minor.len; i++)
        n = n * 10 + (uint32_t)(v.minor.ptr[i] - '0');
    return n;
}

Str gover_of_toolchain(Str name)
{
    if (!str_starts(name, "go"))
        return (Str){0};
    Str version = str_sub(name, 2, name.len);
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '/' || name.ptr[i] == '\\')
            return (Str){0};
    for (size_t i = 0; i < version.len; i++)
        if (version.ptr[i] == ' ' || version.ptr[i] == '\t' || version.ptr[i] == '-')
            version.len = i;
    return gover_valid(version) ? version : (Str){0};
}

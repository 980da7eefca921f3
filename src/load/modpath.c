// modpath.c - paths of modules and packages (golang.org/x/mod/module).
#include "load/modpath.h"

#include "load/semver.h"

#include <strings.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_import_byte(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != 0 && strchr("-._~+", c));
}

// Names that Windows has for devices, whatever follows a dot.
static bool is_device(Str name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (name.len == 3 && strncasecmp(name.ptr, devices[i], 3) == 0)
            return true;
    return name.len == 4 && name.ptr[3] >= '1' && name.ptr[3] <= '9' &&
           (strncasecmp(name.ptr, "com", 3) == 0 || strncasecmp(name.ptr, "lpt", 3) == 0);
}

// Windows makes such names for those that are too long for it.
static bool is_short_name(Str name)
{
    size_t end = name.len;
    while (end > 0 && is_digit(name.ptr[end - 1]))
        end--;
    return end < name.len && end > 0 && name.ptr[end - 1] == '~';
}

static const char *element_fault(Str element)
{
    size_t dots = 0;
    for (size_t i = 0; i < element.len; i++) {
        dots += element.ptr[i] == '.';
        if (!is_import_byte(element.ptr[i]))
            return "a character is not allowed in import paths";
    }
    if (element.len == 0)
        return "an element of the path is empty";
    if (dots == element.len)
        return "an element of the path is made of dots";
    if (element.ptr[element.len - 1] == '.')
        return "an element of the path ends in a dot";
    const char *dot = memchr(element.ptr, '.', element.len);
    Str name = dot ? str_sub(element, 0, (size_t)(dot - element.ptr)) : element;
    if (is_device(name))
        return "an element of the path is a name that Windows keeps for devices";
    return is_short_name(name) ? "an element of the path ends in a tilde and digits" : NULL;
}

const char *modpath_import_fault(Str path)
{
    if (path.len == 0)
        return "the import path is empty";
    if (path.ptr[0] == '-')
        return "the path begins with a dash";
    if (str_is(path, ".") || str_is(path, "..") || str_starts(path, "./") ||
        str_starts(path, "../"))
        return "relative import paths are not supported in modules";
    if (path.ptr[0] == '/')
        return "an absolute path is no import path";
    for (size_t start = 0; start <= path.len;) {
        size_t end = start;
        while (end < path.len && path.ptr[end] != '/')
            end++;
        const char *fault = element_fault(str_sub(path, start, end));
        if (fault)
            return fault;
        start = end + 1;
    }
    return NULL;
}

static bool split_gopkg_in(Str path, Str *major)
{
    size_t end = path.len;
    if (str_ends(path, "-unstable"))
        end -= sizeof "-unstable" - 1;
    size_t at = end;
    while (at > 0 && is_digit(path.ptr[at - 1]))
        at--;
    if (at <= 1 || path.ptr[at - 1] != 'v' || path.ptr[at - 2] != '.')
        return false;
    *major = str_sub(path, at - 2, path.len);
    return major->len > 2 && (major->ptr[2] != '0' || str_is(*major, ".v0"));
}

bool modpath_split(Str path, Str *major)
{
    *major = (Str){0};
    if (str_starts(path, "gopkg.in/"))
        return split_gopkg_in(path, major);
    size_t at = path.len;
    bool dot = false;
    while (at > 0 && (is_digit(path.ptr[at - 1]) || path.ptr[at - 1] == '.'))
        dot |= path.ptr[--at] == '.';
    if (at <= 1 || at == path.len || path.ptr[at - 1] != 'v' || path.ptr[at - 2] != '/')
        return true;
    *major = str_sub(path, at - 2, path.len);
    return !dot && major->len > 2 && major->ptr[2] != '0' && !str_is(*major, "/v1");
}

bool modpath_allows(Str major, Str version)
{
    if (str_starts(major, ".v") && str_ends(major, "-unstable"))
        major.len -= sizeof "-unstable" - 1;
    // Pseudo-versions of gopkg.in/….v1 came with v0 for a while.
    if (str_starts(version, "v0.0.0-") && str_is(major, ".v1"))
        return true;
    Str have = semver_major(version);
    if (major.len == 0)
        return str_is(have, "v0") || str_is(have, "v1") ||
               str_is(semver_build(version), "+incompatible");
    return str_eq(have, str_sub(major, 1, major.len));
}

Str modpath_escape(Arena *a, Str text)
{
    char *out = arena_alloc(a, text.len * 2 + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '!' || (unsigned char)c >= 0x80 || (unsigned char)c < ' ')
            return (Str){0};
        if (c >= 'A' && c <= 'Z') {
            out[len++] = '!';
            c = (char)(c - 'A' + 'a');
        }
        out[len++] = c;
    }
    return (Str){out, len};
}

bool modpath_is_directory(Str text)
{
    bool drive =
        text.len >= 2 && text.ptr[1] == ':' &&
        ((text.ptr[0] >= 'a' && text.ptr[0] <= 'z') || (text.ptr[0] >= 'A' && text.ptr[0] <= 'Z'));
    return drive || str_is(text, ".") || str_is(text, "..") || str_starts(text, "./") ||
           str_starts(text, "../") || str_starts(text, "/") || str_starts(text, ".\\") ||
           str_starts(text, "..\\") || str_starts(text, "\\");
}

bool modpath_is_standard(Str path)
{
    for (size_t i = 0; i < path.len && path.ptr[i] != '/'; i++)
        if (path.ptr[i] == '.')
            return false;
    return true;
}

bool modpath_has_prefix(Str path, Str prefix)
{
    return path.len >= prefix.len && str_eq(str_sub(path, 0, prefix.len), prefix) &&
           (path.len == prefix.len || path.ptr[prefix.len] == '/');
}

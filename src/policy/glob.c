// glob.c - patterns over paths.
//
// Both levels, names in a path and characters in a name, are matched by the same way of going back: when
// something does not fit, the last star takes one more. Earlier stars need never be tried again, which makes
// the time quadratic at worst.
#include "policy/glob.h"

static bool next_name(Str *rest, Str *name)
{
    if (rest->len == 0)
        return false;
    size_t slash = str_find(*rest, STR("/"));
    *name = str_sub(*rest, 0, slash);
    *rest = slash == SIZE_MAX ? str_sub(*rest, rest->len, rest->len) : str_sub(*rest, slash + 1, rest->len);
    return true;
}

// The length of the class that begins with `[`, or 0 where it does not end.
static size_t class_length(Str s)
{
    size_t at = 1;
    if (at < s.len && (s.ptr[at] == '!' || s.ptr[at] == '^'))
        at++;
    for (size_t first = at; at < s.len; at++) {
        if (s.ptr[at] == ']' && at > first)
            return at + 1;
        if (s.ptr[at] == '\\')
            at++;
    }
    return 0;
}

static bool class_has(Str class, unsigned char c)
{
    size_t at = 1, end = class.len - 1;
    bool negated = class.ptr[at] == '!' || class.ptr[at] == '^', has = false;
    at += negated;
    while (at < end) {
        if (class.ptr[at] == '\\' && at + 1 < end)
            at++;
        unsigned char low = (unsigned char)class.ptr[at++], high = low;
        if (at + 1 < end && class.ptr[at] == '-') {
            at += class.ptr[at + 1] == '\\' && at + 2 < end ? 2 : 1;
            high = (unsigned char)class.ptr[at++];
        }
        has |= c >= low && c <= high;
    }
    return has != negated;
}

static size_t character_length(Str s)
{
    size_t len = 1;
    while (len < s.len && ((unsigned char)s.ptr[len] & 0xC0) == 0x80)
        len++;
    return len;
}

// Takes one element of the pattern that is no star, and what it matches of the name.
static bool match_one(Str *pattern, Str *name)
{
    if (pattern->len == 0 || name->len == 0)
        return false;
    size_t taken = 1, matched = 1;
    bool fits;
    if (pattern->ptr[0] == '?') {
        matched = character_length(*name);
        fits = true;
    } else if (pattern->ptr[0] == '[' && (taken = class_length(*pattern)) > 0) {
        fits = class_has(str_sub(*pattern, 0, taken), (unsigned char)name->ptr[0]);
    } else {
        taken = pattern->ptr[0] == '\\' && pattern->len > 1 ? 2 : 1;
        fits = pattern->ptr[taken - 1] == name->ptr[0];
    }
    *pattern = str_sub(*pattern, taken, pattern->len);
    *name = str_sub(*name, matched, name->len);
    return fits;
}

static bool match_name(Str pattern, Str name)
{
    Str after_star = {0}, retry = {0};
    bool starred = false;
    while (name.len > 0 || pattern.len > 0) {
        if (pattern.len > 0 && pattern.ptr[0] == '*') {
            pattern = str_sub(pattern, 1, pattern.len);
            after_star = pattern;
            retry = name;
            starred = true;
        } else if (!match_one(&pattern, &name)) {
            if (!starred || retry.len == 0)
                return false;
            retry = str_sub(retry, character_length(retry), retry.len);
            pattern = after_star;
            name = retry;
        }
    }
    return true;
}

static bool match_path(Str pattern, Str path, bool floating, bool only_directory)
{
    Str after_stars = pattern, retry = path;
    bool starred = floating;
    for (;;) {
        Str part, name;
        if (!next_name(&pattern, &part)) {
            // All that lies below what matches matches too.
            if (!only_directory || path.len > 0)
                return true;
        } else if (str_is(part, "**")) {
            if (pattern.len == 0)
                return path.len > 0;
            after_stars = pattern;
            retry = path;
            starred = true;
            continue;
        } else if (next_name(&path, &name)) {
            if (match_name(part, name))
                continue;
        } else {
            return false;
        }
        if (!starred || !next_name(&retry, &name))
            return false;
        pattern = after_stars;
        path = retry;
    }
}

bool glob_match(Str pattern, Str path)
{
    bool only_directory = str_ends(pattern, "/");
    while (str_ends(pattern, "/"))
        pattern.len--;
    bool floating = str_find(pattern, STR("/")) == SIZE_MAX;
    if (str_starts(pattern, "./"))
        pattern = str_sub(pattern, 2, pattern.len);
    while (str_starts(pattern, "/"))
        pattern = str_sub(pattern, 1, pattern.len);
    return pattern.len > 0 && path.len > 0 && match_path(pattern, path, floating, only_directory);
}

const char *glob_fault(Str pattern)
{
    if (str_trim(pattern).len == 0)
        return "the pattern is empty";
    if (pattern.ptr[0] == '!')
        return "a pattern cannot be negated";
    for (Str rest = pattern, name; next_name(&rest, &name);) {
        if (str_is(name, ".."))
            return "a pattern cannot lead out of the directory of the configuration";
        for (size_t at = 0; at < name.len; at++) {
            if (name.ptr[at] == '\\' && ++at == name.len)
                return "the backslash has nothing behind it";
            if (name.ptr[at] != '[')
                continue;
            size_t len = class_length(str_sub(name, at, name.len));
            if (len == 0)
                return "the `[` is not closed";
            at += len - 1;
        }
    }
    return NULL;
}

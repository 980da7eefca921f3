// where.c - places as other tools name them: lines and columns in their units, paths and URIs.
#include "report/where.h"

#include <string.h>
#include <utf8proc.h>

Region where_bytes(Place place)
{
    Position start = source_position(place.source, place.span.start);
    Position end = source_position(place.source, place.span.end);
    return (Region){start.line, start.column, end.line, end.column};
}

// Code units of UTF-16 that the text takes.
static uint32_t units(Str text)
{
    uint32_t n = 0;
    for (size_t at = 0; at < text.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                                (utf8proc_ssize_t)(text.len - at), &c);
        n += len > 0 && c > 0xFFFF ? 2 : 1;
        at += len > 0 ? (size_t)len : 1;
    }
    return n;
}

static uint32_t utf16_column(const Source *source, uint32_t offset, Position p)
{
    uint32_t begin = offset - (p.column - 1);
    if (begin == 0 && offset >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0)
        begin = 3;
    return units((Str){source->text + begin, offset - begin}) + 1;
}

Region where_utf16(Place place)
{
    Region r = where_bytes(place);
    r.column = utf16_column(place.source, place.span.start, (Position){r.line, r.column});
    r.end_column = utf16_column(place.source, place.span.end, (Position){r.end_line, r.end_column});
    return r;
}

// `path` without "." and ".." and doubled slashes; an absolute path stays one.
static const char *normalised(const char *path, Arena *a)
{
    char *out = arena_alloc(a, strlen(path) + 2);
    size_t len = 0;
    for (const char *at = path; *at;) {
        at += strspn(at, "/");
        size_t n = strcspn(at, "/");
        if (n == 2 && at[0] == '.' && at[1] == '.') {
            while (len > 0 && out[--len] != '/') {
            }
        } else if (n > 0 && !(n == 1 && at[0] == '.')) {
            out[len++] = '/';
            memcpy(out + len, at, n);
            len += n;
        }
        at += n;
    }
    out[len] = 0;
    return out;
}

const char *where_path(const Report *r, const char *path, Arena *a)
{
    if (path[0] == '<') // standard input without a name
        return path;
    if (r->root && (path[0] == '/' || r->directory)) {
        const char *whole = path[0] == '/' ? path : arena_printf(a, "%s/%s", r->directory, path);
        whole = normalised(whole, a);
        size_t len = strlen(r->root);
        if (strncmp(whole, r->root, len) == 0 && whole[len] == '/')
            return whole + len + 1;
    }
    while (path[0] == '.' && path[1] == '/')
        path += 2 + strspn(path + 2, "/");
    return path;
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("-._~/!$&'()*+,;=@", c));
}

const char *where_uri(const char *path, Arena *a, bool *relative)
{
    StrBuf out = {0};
    *relative = path[0] != '/';
    strbuf_adds(&out, *relative ? "" : "file://");
    for (; *path; path++) {
        if (is_plain(*path))
            strbuf_addc(&out, *path);
        else
            strbuf_printf(&out, "%%%02X", (unsigned)(unsigned char)*path);
    }
    const char *uri = arena_strndup(a, out.data ? out.data : "", out.len);
    strbuf_free(&out);
    return uri;
}

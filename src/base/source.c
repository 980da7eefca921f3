// source.c - reading texts and finding positions in them.
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Source *new_source(const char *path)
{
    Source *s = mem_alloc(sizeof *s);
    *s = (Source){.path = path};
    return s;
}

static void build_lines(Source *s)
{
    uint32_t count = 1;
    for (const char *p = s->text; (p = memchr(p, '\n', s->len - (size_t)(p - s->text))); p++)
        count++;
    s->lines = arena_array(&s->arena, uint32_t, count);
    s->line_count = 1;
    for (const char *p = s->text; (p = memchr(p, '\n', s->len - (size_t)(p - s->text))); p++)
        s->lines[s->line_count++] = (uint32_t)(p - s->text) + 1;
}

// Reads the descriptor to its end; pipes have no size, so the buffer doubles.
static const char *read_all(int fd, size_t hint, StrBuf *out)
{
    out->cap = hint + 2;
    out->data = mem_alloc(out->cap);
    for (;;) {
        if (out->cap - out->len < 2) {
            out->cap *= 2;
            out->data = mem_resize(out->data, out->cap);
        }
        ssize_t n = read(fd, out->data + out->len, out->cap - out->len - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return strerror(errno);
        if (n == 0)
            return NULL;
        out->len += (size_t)n;
        if (out->len > SOURCE_MAX)
            return "larger than 1 GiB, the most that curfew reads";
    }
}

static Source *read_descriptor(const char *path, int fd, size_t hint, const char **error)
{
    StrBuf buf = {0};
    *error = read_all(fd, hint, &buf);
    if (*error) {
        strbuf_free(&buf);
        return NULL;
    }
    Source *s = source_from(path, strbuf_view(&buf));
    strbuf_free(&buf);
    return s;
}

Source *source_read(const char *path, const char **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) < 0) {
        *error = strerror(errno);
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    Source *s = NULL;
    if (S_ISDIR(st.st_mode))
        *error = "is a directory";
    else if (st.st_size > SOURCE_MAX)
        *error = "larger than 1 GiB, the most that curfew reads";
    else
        s = read_descriptor(path, fd, st.st_size > 0 ? (size_t)st.st_size : 4096, error);
    close(fd);
    return s;
}

Source *source_read_stdin(const char *path, const char **error)
{
    return read_descriptor(path, STDIN_FILENO, 4096, error);
}

Source *source_from(const char *path, Str text)
{
    Source *s = new_source(path);
    s->text = arena_strndup(&s->arena, text.ptr, text.len);
    s->len = (uint32_t)text.len;
    build_lines(s);
    return s;
}

void source_free(Source *s)
{
    if (!s)
        return;
    arena_free(&s->arena);
    free(s);
}

Position source_position(const Source *s, uint32_t offset)
{
    uint32_t low = 0, high = s->line_count; // lines[low] <= offset < lines[high]
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (s->lines[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    return (Position){low + 1, offset - s->lines[low] + 1};
}

Str source_line(const Source *s, uint32_t line)
{
    if (line == 0 || line > s->line_count)
        return (Str){0};
    uint32_t start = s->lines[line - 1];
    uint32_t end = line < s->line_count ? s->lines[line] - 1 : s->len;
    if (end > start && s->text[end - 1] == '\r')
        end--;
    return (Str){s->text + start, end - start};
}

// summary.c - the line that ends a run.
#include "report/summary.h"
#include "report/glyph.h"

#include <stdlib.h>
#include <string.h>

static const char *plural(uint32_t n, Level level)
{
    if (level == LEVEL_ADVICE)
        return "";
    return n == 1 ? "" : "s";
}

// "1 error, 2 warnings", highest level first; levels without findings are left out.
static void add_counts(const uint32_t counts[LEVEL_ERROR + 1], StrBuf *out)
{
    const char *comma = "";
    for (int level = LEVEL_ERROR; level >= LEVEL_ADVICE; level--) {
        uint32_t n = counts[level];
        if (n == 0)
            continue;
        strbuf_printf(out, "%s%u %s%s", comma, n, level_name((Level)level),
                      plural(n, (Level)level));
        comma = ", ";
    }
}

static int path_order(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

// Inputs, not entries: a file with ten syntax errors is one input that was not read whole.
static uint32_t count_skipped(const Report *r, Arena *a)
{
    uint32_t all = r->skipped->items.len + r->unread->items.len;
    const char **paths = arena_array(a, const char *, all);
    uint32_t len = 0, distinct = 0;
    VEC_EACH (Skip, s, &r->skipped->items)
        paths[len++] = s->path;
    VEC_EACH (Skip, s, &r->unread->items)
        paths[len++] = s->path;
    if (len > 0)
        qsort(paths, len, sizeof *paths, path_order);
    for (uint32_t i = 0; i < len; i++)
        distinct += i == 0 || strcmp(paths[i], paths[i - 1]) != 0;
    return distinct;
}

static void add_hidden(const Report *r, StrBuf *out)
{
    Level lowest = LEVEL_ERROR;
    uint32_t all = 0;
    for (int level = LEVEL_ERROR; level >= LEVEL_ADVICE; level--) {
        all += r->hidden[level];
        if (r->hidden[level])
            lowest = (Level)level;
    }
    if (all == 0)
        return;
    strbuf_adds(out, "; ");
    add_counts(r->hidden, out);
    strbuf_printf(out, " hidden (--level %s)", level_name(lowest));
}

static void add_suppressed(const Report *r, StrBuf *out)
{
    const struct {
        uint32_t count;
        const char *why;
    } parts[] = {{r->ignored, "ignored by comments"}, {r->known, "known to the baseline"}, {r->old, "older than the patch"}};
    const char *separator = "; ";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count == 0)
            continue;
        strbuf_printf(out, "%s%u %s", separator, parts[i].count, parts[i].why);
        separator = ", ";
    }
}

enum { NAMED_IMPORTS = 5 }; // that the line names; JSON has all

static void add_imports(const Report *r, StrBuf *out)
{
    if (r->modelled)
        strbuf_printf(out, "; %u import%s without source, known by models", r->modelled,
                      r->modelled == 1 ? "" : "s");
    if (r->missing_count == 0)
        return;
    strbuf_adds(out, "; imports not found: ");
    uint32_t shown = r->missing_count <= NAMED_IMPORTS + 1 ? r->missing_count : NAMED_IMPORTS;
    for (uint32_t i = 0; i < shown; i++) {
        strbuf_adds(out, i ? ", " : "");
        glyph_put(r->missing[i], out);
    }
    if (shown < r->missing_count)
        strbuf_printf(out, " and %u more", r->missing_count - shown);
}

const char *summary_line(const Report *r, Arena *a)
{
    StrBuf out = {0};
    uint32_t counts[LEVEL_ERROR + 1] = {0}, all = 0;
    VEC_EACH (Finding *, f, &r->findings->items) {
        counts[(*f)->level]++;
        all++;
    }
    if (all == 0) {
        strbuf_adds(&out, "no findings");
    } else {
        strbuf_printf(&out, "%u finding%s (", all, all == 1 ? "" : "s");
        add_counts(counts, &out);
        strbuf_addc(&out, ')');
    }
    strbuf_printf(&out, " in %u file%s", r->files, r->files == 1 ? "" : "s");
    uint32_t skipped = count_skipped(r, a);
    if (skipped)
        strbuf_printf(&out, ", %u skipped", skipped);
    add_suppressed(r, &out);
    add_hidden(r, &out);
    add_imports(r, &out);
    const char *line = arena_strndup(a, out.data, out.len);
    strbuf_free(&out);
    return line;
}

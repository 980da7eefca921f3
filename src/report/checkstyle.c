// checkstyle.c - the XML of Checkstyle, which Jenkins, reviewdog and many editors read.
//
// A file's findings stand under one element; what was not read whole is an entry of severity info.
#include "report/report.h"
#include "report/where.h"
#include "report/xml.h"
#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

static const char *const severities[] = {
    [LEVEL_ADVICE] = "info",
    [LEVEL_WARNING] = "warning",
    [LEVEL_ERROR] = "error",
};

// One line of the report, of a file.
typedef struct Entry {
    const char *path;
    uint32_t index, line, column; // column 0: unknown
    const char *severity, *message, *source;
} Entry;

typedef VEC(Entry) EntryList;

static int by_path(const void *x, const void *y)
{
    const Entry *a = x, *b = y;
    int order = strcmp(a->path, b->path);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static void add_skips(const SkipList *list, const char *severity, EntryList *entries, Arena *a)
{
    VEC_EACH (Skip, s, &list->items) {
        uint32_t index = entries->len;
        vec_push(a, entries,
                 (Entry){s->path, index, s->line ? s->line : 1, 0, severity, s->reason,
                         arena_printf(a, "curfew.skipped.%s", s->kind)});
    }
}

static EntryList gather(const Report *r, Arena *a)
{
    EntryList entries = {0};
    VEC_EACH (Finding *, slot, &r->findings->items) {
        const Finding *f = *slot;
        Region at = where_bytes(f->place);
        uint32_t index = entries.len;
        vec_push(a, &entries,
                 (Entry){f->place.source->path, index, at.line, at.column, severities[f->level],
                         f->message, arena_printf(a, "curfew.%s", f->rule->slug)});
    }
    add_skips(r->unread, "error", &entries, a);
    add_skips(r->skipped, "info", &entries, a);
    if (entries.len)
        qsort(entries.data, entries.len, sizeof *entries.data, by_path);
    return entries;
}

void report_checkstyle(const Report *r, FILE *out)
{
    Arena a = {0};
    StrBuf text = {0};
    EntryList entries = gather(r, &a);
    strbuf_adds(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    for (uint32_t i = 0; i < entries.len; i++) {
        const Entry *e = &entries.data[i];
        if (i == 0 || strcmp(e[-1].path, e->path) != 0) {
            strbuf_adds(&text, i ? "  </file>\n  <file" : "  <file");
            xml_attribute("name", e->path, &text);
            strbuf_adds(&text, ">\n");
        }
        strbuf_adds(&text, "    <error");
        xml_attribute_number("line", e->line, &text);
        if (e->column)
            xml_attribute_number("column", e->column, &text);
        xml_attribute("severity", e->severity, &text);
        xml_attribute("message", e->message, &text);
        xml_attribute("source", e->source, &text);
        strbuf_adds(&text, "/>\n");
    }
    strbuf_adds(&text, entries.len ? "  </file>\n</checkstyle>\n" : "</checkstyle>\n");
    fwrite(text.data, 1, text.len, out);
    strbuf_free(&text);
    arena_free(&a);
}

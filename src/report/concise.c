// concise.c - a line for each finding, as compilers print them, for editors and grep.
#include "report/explanation.h"
#include "report/glyph.h"
#include "report/report.h"
#include "report/summary.h"
#include "rules/rule.h"

static const Style level_styles[] = {
    [LEVEL_ADVICE] = STYLE_ADVICE,
    [LEVEL_WARNING] = STYLE_WARNING,
    [LEVEL_ERROR] = STYLE_ERROR,
};

static void finding(const Finding *f, const Terminal *t, Arena *a, StrBuf *line)
{
    Position p = source_position(f->place.source, f->place.span.start);
    strbuf_printf(line, "%s:%u:%u: ", glyph_text(a, f->place.source->path), p.line, p.column);
    style_put(t, level_styles[f->level],
              arena_printf(a, "%s[%s]", level_name(f->level), f->rule->slug), line);
    strbuf_printf(line, ": %s\n", glyph_text(a, f->message));
}

static void skipped(const SkipList *list, Arena *a, StrBuf *line)
{
    VEC_EACH (Skip, s, &list->items) {
        strbuf_adds(line, glyph_text(a, s->path));
        if (s->line)
            strbuf_printf(line, ":%u", s->line);
        strbuf_printf(line, ": skipped[%s]: %s\n", glyph_text(a, s->kind), glyph_text(a, s->reason));
    }
}

void report_concise(const Report *r, const Terminal *t, FILE *out)
{
    Arena a = {0};
    StrBuf lines = {0};
    VEC_EACH (Finding *, f, &r->findings->items) {
        finding(*f, t, &a, &lines);
        fwrite(lines.data, 1, lines.len, out);
        lines.len = 0;
        arena_reset(&a);
    }
    skipped(r->skipped, &a, &lines);
    if (r->explain)
        explanation_put(r->findings, t, &lines);
    strbuf_printf(&lines, "%s\n", summary_line(r, &a));
    fwrite(lines.data, 1, lines.len, out);
    strbuf_free(&lines);
    arena_free(&a);
}

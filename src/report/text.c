// text.c - findings for people: what is wrong, where, how it fails and what to do.
#include "report/diff.h"
#include "report/explanation.h"
#include "report/frame.h"
#include "report/glyph.h"
#include "report/report.h"
#include "report/rich.h"
#include "report/summary.h"
#include "rules/rule.h"

#include <string.h>

enum {
    TEXT_SKIPS = 5,    // entries about one input that are printed; a broken file has hundreds
    TEXT_RELATED = 16, // related places that are drawn; more would bury the finding
};

typedef struct TextReport {
    const Terminal *terminal;
    FrameStyle style;
    Rich rich; // reused for every paragraph
    Arena scratch;
    StrBuf out;
} TextReport;

static const Style level_styles[] = {
    [LEVEL_ADVICE] = STYLE_ADVICE,
    [LEVEL_WARNING] = STYLE_WARNING,
    [LEVEL_ERROR] = STYLE_ERROR,
};

// Ends the paragraph that was gathered.
static void paragraph(TextReport *r, uint32_t first, uint32_t rest)
{
    Wrap wrap = {.first = first, .rest = rest, .width = terminal_prose(r->terminal)};
    rich_wrap(&r->rich, r->terminal, wrap, &r->out);
    rich_clear(&r->rich);
}

static void header(TextReport *r, const Finding *f)
{
    Style style = level_styles[f->level];
    rich_adds(&r->rich, style, level_name(f->level));
    rich_adds(&r->rich, style, "[");
    rich_adds(&r->rich, style, f->rule->slug);
    rich_adds(&r->rich, style, "]");
    rich_adds(&r->rich, STYLE_STRONG, ": ");
    rich_adds(&r->rich, STYLE_STRONG, f->message);
    paragraph(r, 0, 4);
}

static Mark related_mark(TextReport *r, const Related *e)
{
    const char *label = e->role;
    if (e->message)
        label = arena_printf(&r->scratch, "%s: %s", e->role, e->message);
    return (Mark){.span = e->place.span, .style = STYLE_SECOND, .label = label};
}

// The excerpt of one source: the finding's own span if it lies there, and related ones.
static void excerpt(TextReport *r, const Finding *f, const Source *source, uint32_t related)
{
    MarkList marks = {0};
    uint32_t at = 0;
    if (f->place.source == source) {
        Mark primary = {.span = f->place.span, .primary = true, .style = level_styles[f->level]};
        vec_push(&r->scratch, &marks, primary);
        at = f->place.span.start;
    }
    for (uint32_t i = 0; i < related; i++) {
        const Related *e = &f->related.data[i];
        if (e->place.source != source)
            continue;
        if (marks.len == 0)
            at = e->place.span.start;
        vec_push(&r->scratch, &marks, related_mark(r, e));
    }
    Position p = source_position(source, at);
    frame_path_put(&r->style, f->place.source == source ? "-->" : ":::", source, p.line, p.column,
                   &r->out);
    frame_gutter_put(&r->style, 0, '|', &r->out);
    strbuf_addc(&r->out, '\n');
    frame_put(&r->style, source, &marks, &r->out);
    frame_gutter_put(&r->style, 0, '|', &r->out);
    strbuf_addc(&r->out, '\n');
}

static bool drawn_before(const Finding *f, uint32_t i)
{
    const Source *source = f->related.data[i].place.source;
    if (!source || source == f->place.source)
        return true;
    for (uint32_t k = 0; k < i; k++)
        if (f->related.data[k].place.source == source)
            return true;
    return false;
}

static void excerpts(TextReport *r, const Finding *f)
{
    uint32_t related = f->related.len < TEXT_RELATED ? f->related.len : TEXT_RELATED;
    excerpt(r, f, f->place.source, related);
    for (uint32_t i = 0; i < related; i++)
        if (!drawn_before(f, i))
            excerpt(r, f, f->related.data[i].place.source, related);
}

// Begins a line of details: "   = name: ".
static void detail(TextReport *r, const char *name)
{
    rich_adds(&r->rich, STYLE_FRAME, "=");
    rich_adds(&r->rich, STYLE_PLAIN, " ");
    rich_adds(&r->rich, STYLE_STRONG, name);
    rich_adds(&r->rich, STYLE_STRONG, ":");
    rich_adds(&r->rich, STYLE_PLAIN, " ");
}

static void detail_end(TextReport *r)
{
    paragraph(r, r->style.gutter + 1, r->style.gutter + 5);
}

static void failure(TextReport *r, const Finding *f)
{
    detail(r, "failure");
    rich_adds(&r->rich, STYLE_PLAIN, failure_name(f->failure));
    VEC_EACH (Failure, also, &f->also) {
        rich_adds(&r->rich, STYLE_PLAIN, also == f->also.data ? " (also: " : ", ");
        rich_adds(&r->rich, STYLE_PLAIN, failure_name(*also));
    }
    if (f->also.len > 0)
        rich_adds(&r->rich, STYLE_PLAIN, ")");
    detail_end(r);
}

static void principle(TextReport *r, const Finding *f)
{
    detail(r, "principle");
    rich_adds(&r->rich, STYLE_PLAIN, principle_name(f->rule->principle));
    rich_adds(&r->rich, STYLE_PLAIN, " — ");
    rich_adds(&r->rich, STYLE_PLAIN, principle_sentence(f->rule->principle));
    detail_end(r);
}

static void witness(TextReport *r, const Finding *f)
{
    if (f->witness.len == 0)
        return;
    detail(r, "witness");
    detail_end(r);
    uint32_t number = 1;
    VEC_EACH (WitnessStep, w, &f->witness) {
        const char *lead = arena_printf(&r->scratch, "%u. ", number++);
        rich_adds(&r->rich, STYLE_PLAIN, lead);
        rich_adds(&r->rich, STYLE_STRONG, w->goroutine);
        if (w->place.source) {
            Position p = source_position(w->place.source, w->place.span.start);
            rich_adds(&r->rich, STYLE_PLAIN, " at ");
            rich_name(&r->rich, STYLE_PLAIN, w->place.source->path);
            rich_adds(&r->rich, STYLE_PLAIN, arena_printf(&r->scratch, ":%u:%u", p.line, p.column));
        }
        rich_adds(&r->rich, STYLE_PLAIN, ": ");
        rich_adds(&r->rich, STYLE_PLAIN, w->what);
        uint32_t indent = r->style.gutter + 5;
        paragraph(r, indent, indent + (uint32_t)glyph_width(str_of(lead)));
    }
}

static void notes(TextReport *r, const Finding *f)
{
    VEC_EACH (const char *, note, &f->notes) {
        detail(r, "note");
        rich_adds(&r->rich, STYLE_PLAIN, *note);
        detail_end(r);
    }
    VEC_EACH (Related, e, &f->related) {
        if (e->place.source)
            continue;
        detail(r, "note");
        rich_adds(&r->rich, STYLE_PLAIN, related_mark(r, e).label);
        detail_end(r);
    }
    if (f->related.len > TEXT_RELATED) {
        detail(r, "note");
        const char *more = arena_printf(&r->scratch, "%u more places are not shown",
                                        f->related.len - TEXT_RELATED);
        rich_adds(&r->rich, STYLE_PLAIN, more);
        detail_end(r);
    }
}

static void fixes(TextReport *r, const Finding *f)
{
    VEC_EACH (Fix, fix, &f->fixes) {
        detail(r, arena_printf(&r->scratch, "fix (%s)", fix_safety_name(fix->safety)));
        rich_adds(&r->rich, STYLE_PLAIN, fix->description);
        detail_end(r);
        diff_put(&r->style, fix, f->place.source, &r->out);
    }
}

// All excerpts of a finding have their bars in one column.
static uint32_t gutter_of(const Finding *f)
{
    uint32_t widest = frame_gutter(f->place.source, f->place.span);
    VEC_EACH (Related, e, &f->related) {
        uint32_t w = e->place.source ? frame_gutter(e->place.source, e->place.span) : 0;
        widest = w > widest ? w : widest;
    }
    VEC_EACH (Fix, fix, &f->fixes) {
        uint32_t w = diff_gutter(fix);
        widest = w > widest ? w : widest;
    }
    return widest;
}

static void finding(TextReport *r, const Finding *f)
{
    r->style = (FrameStyle){r->terminal, gutter_of(f)};
    header(r, f);
    excerpts(r, f);
    failure(r, f);
    principle(r, f);
    witness(r, f);
    notes(r, f);
    fixes(r, f);
    strbuf_addc(&r->out, '\n');
    arena_reset(&r->scratch);
}

static void skip(TextReport *r, const Skip *s)
{
    rich_adds(&r->rich, STYLE_ADVICE, "skipped[");
    rich_adds(&r->rich, STYLE_ADVICE, s->kind);
    rich_adds(&r->rich, STYLE_ADVICE, "]");
    rich_adds(&r->rich, STYLE_PLAIN, ": ");
    rich_name(&r->rich, STYLE_PLAIN, s->path);
    if (s->line)
        rich_adds(&r->rich, STYLE_PLAIN, arena_printf(&r->scratch, ":%u", s->line));
    rich_adds(&r->rich, STYLE_PLAIN, ": ");
    rich_adds(&r->rich, STYLE_PLAIN, s->reason);
    paragraph(r, 0, 4);
}

// Entries of one input stand together; the first few tell what is wrong with it.
static void skipped(TextReport *r, const SkipList *list)
{
    const char *path = NULL;
    uint32_t same = 0;
    VEC_EACH (Skip, s, &list->items) {
        bool again = path && strcmp(path, s->path) == 0;
        same = again ? same + 1 : 1;
        path = s->path;
        if (same <= TEXT_SKIPS)
            skip(r, s);
        const Skip *next = s + 1 < list->items.data + list->items.len ? s + 1 : NULL;
        if (same > TEXT_SKIPS && (!next || strcmp(next->path, path) != 0))
            strbuf_printf(&r->out, "    and %u more in this input\n", same - TEXT_SKIPS);
    }
    if (list->items.len > 0)
        strbuf_addc(&r->out, '\n');
}

static void flush(TextReport *r, FILE *out)
{
    fwrite(r->out.data, 1, r->out.len, out);
    r->out.len = 0;
}

void report_text(const Report *report, const Terminal *t, FILE *out)
{
    TextReport r = {.terminal = t};
    VEC_EACH (Finding *, f, &report->findings->items) {
        finding(&r, *f);
        flush(&r, out);
    }
    skipped(&r, report->skipped);
    if (report->explain)
        explanation_put(report->findings, t, &r.out);
    rich_adds(&r.rich, STYLE_STRONG, summary_line(report, &r.scratch));
    paragraph(&r, 0, 4);
    flush(&r, out);
    rich_free(&r.rich);
    arena_free(&r.scratch);
    strbuf_free(&r.out);
}

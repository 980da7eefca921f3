// github.c - workflow commands of GitHub Actions, which become annotations of a change.
//
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. A command is a
// line; in its message % CR LF are escaped, in its properties also : and the comma.
#include "report/glyph.h"
#include "report/report.h"
#include "report/summary.h"
#include "report/where.h"
#include "rules/rule.h"

static const char *const commands[] = {
    [LEVEL_ADVICE] = "notice",
    [LEVEL_WARNING] = "warning",
    [LEVEL_ERROR] = "error",
};

// Line ends are the only control characters that are let through.
static void put(const char *text, bool property, StrBuf *out)
{
    Str s = str_of(text);
    for (size_t at = 0; at < s.len;) {
        Glyph g = glyph_at(s, at);
        if (s.ptr[at] == '%')
            strbuf_adds(out, "%25");
        else if (s.ptr[at] == '\n')
            strbuf_adds(out, "%0A");
        else if (property && s.ptr[at] == ':')
            strbuf_adds(out, "%3A");
        else if (property && s.ptr[at] == ',')
            strbuf_adds(out, "%2C");
        else
            strbuf_add(out, (Str){g.text, g.text_len});
        at += g.len;
    }
}

static void property(const char *name, const char *text, StrBuf *out)
{
    strbuf_printf(out, "%s=", name);
    put(text, true, out);
}

// Columns are shown only where the place is part of one line.
static void place(const Report *r, Place place, Arena *a, StrBuf *out)
{
    Region at = where_utf16(place);
    property("file", where_path(r, place.source->path, a), out);
    strbuf_printf(out, ",line=%u,endLine=%u", at.line, at.end_line);
    if (at.line == at.end_line)
        strbuf_printf(out, ",col=%u,endColumn=%u", at.column, at.end_column);
}

static const char *message(const Report *r, const Finding *f, Arena *a)
{
    StrBuf text = {0};
    strbuf_adds(&text, f->message);
    strbuf_printf(&text, "\nfailure: %s\nprinciple: %s — %s", failure_name(f->failure),
                  principle_name(f->rule->principle), principle_sentence(f->rule->principle));
    VEC_EACH (Related, e, &f->related) {
        strbuf_printf(&text, "\n%s%s%s", e->role, e->message ? ": " : "", e->message ? e->message : "");
        if (e->place.source)
            strbuf_printf(&text, " (%s:%u)", where_path(r, e->place.source->path, a),
                          where_bytes(e->place).line);
    }
    VEC_EACH (const char *, note, &f->notes)
        strbuf_printf(&text, "\n%s", *note);
    VEC_EACH (Fix, fix, &f->fixes)
        strbuf_printf(&text, "\nfix (%s): %s", fix_safety_name(fix->safety), fix->description);
    const char *copy = arena_strndup(a, text.data, text.len);
    strbuf_free(&text);
    return copy;
}

static void finding(const Report *r, const Finding *f, Arena *a, StrBuf *out)
{
    strbuf_printf(out, "::%s ", commands[f->level]);
    place(r, f->place, a, out);
    strbuf_addc(out, ',');
    property("title", arena_printf(a, "curfew: %s", f->rule->slug), out);
    strbuf_adds(out, "::");
    put(message(r, f, a), false, out);
    strbuf_addc(out, '\n');
}

static void skip(const Report *r, const Skip *s, const char *command, Arena *a, StrBuf *out)
{
    strbuf_printf(out, "::%s ", command);
    property("file", where_path(r, s->path, a), out);
    if (s->line)
        strbuf_printf(out, ",line=%u", s->line);
    strbuf_addc(out, ',');
    property("title", arena_printf(a, "curfew: skipped (%s)", s->kind), out);
    strbuf_adds(out, "::");
    put(s->reason, false, out);
    strbuf_addc(out, '\n');
}

// What was not read is an annotation, what was read only in part is a line of the log: a broken file has
// hundreds of them, and a run may have ten annotations of a kind.
void report_github(const Report *r, FILE *out)
{
    Arena a = {0};
    StrBuf lines = {0};
    VEC_EACH (Finding *, f, &r->findings->items)
        finding(r, *f, &a, &lines);
    VEC_EACH (Skip, s, &r->unread->items)
        skip(r, s, "error", &a, &lines);
    VEC_EACH (Skip, s, &r->skipped->items)
        skip(r, s, "debug", &a, &lines);
    strbuf_printf(&lines, "curfew: %s\n", summary_line(r, &a));
    fwrite(lines.data, 1, lines.len, out);
    strbuf_free(&lines);
    arena_free(&a);
}

// junit.c - the XML of JUnit, for servers that show test results.
//
// A finding is a test case that failed, or, below --fail-on, one that passed and says something; an input
// that could not be read is an error, one that was not read whole is skipped. A run without any of them
// is one test that passed: an empty report counts as broken in many places.
#include "report/glyph.h"
#include "report/report.h"
#include "report/where.h"
#include "report/xml.h"
#include "rules/rule.h"

#include <string.h>

static void open_case(const char *class_name, const char *name, StrBuf *out)
{
    strbuf_adds(out, "    <testcase");
    xml_attribute("classname", class_name, out);
    xml_attribute("name", name, out);
    xml_attribute("time", "0", out);
}

static void line(const char *text, StrBuf *out)
{
    xml_content(text, out);
    strbuf_addc(out, '\n');
}

static void at(Place place, const char *what, Arena *a, StrBuf *out)
{
    if (!place.source) {
        line(what, out);
        return;
    }
    Region r = where_bytes(place);
    line(arena_printf(a, "%s:%u:%u: %s", place.source->path, r.line, r.column, what), out);
}

static void details(const Finding *f, Arena *a, StrBuf *out)
{
    at(f->place, f->message, a, out);
    line(arena_printf(a, "failure: %s", failure_name(f->failure)), out);
    line(arena_printf(a, "principle: %s — %s", principle_name(f->rule->principle),
                      principle_sentence(f->rule->principle)),
         out);
    VEC_EACH (Related, e, &f->related)
        at(e->place, e->message ? arena_printf(a, "%s: %s", e->role, e->message) : e->role, a, out);
    VEC_EACH (WitnessStep, w, &f->witness)
        at(w->place, arena_printf(a, "%s: %s", w->goroutine, w->what), a, out);
    VEC_EACH (const char *, note, &f->notes)
        line(*note, out);
}

static void finding(const Report *r, const Finding *f, Arena *a, StrBuf *out)
{
    Region place = where_bytes(f->place);
    open_case(f->place.source->path,
              arena_printf(a, "%s at line %u, column %u", f->rule->slug, place.line, place.column), out);
    bool failed = f->level >= r->fail_on;
    strbuf_adds(out, failed ? ">\n      <failure" : ">\n      <system-out>");
    if (failed) {
        xml_attribute("type", level_name(f->level), out);
        xml_attribute("message", f->message, out);
        strbuf_addc(out, '>');
    }
    details(f, a, out);
    strbuf_adds(out, failed ? "</failure>\n" : "</system-out>\n");
    strbuf_adds(out, "    </testcase>\n");
}

static void skip(const Skip *s, const char *element, Arena *a, StrBuf *out)
{
    const char *name = arena_printf(a, "skipped (%s)", s->kind);
    if (s->line)
        name = arena_printf(a, "%s at line %u", name, s->line);
    open_case(s->path, name, out);
    strbuf_printf(out, ">\n      <%s", element);
    if (strcmp(element, "error") == 0)
        xml_attribute("type", s->kind, out);
    xml_attribute("message", s->reason, out);
    strbuf_adds(out, "/>\n    </testcase>\n");
}

static void put_counts(const Report *r, StrBuf *out)
{
    uint32_t failures = 0, findings = r->findings->items.len;
    uint32_t errors = r->unread->items.len, skipped = r->skipped->items.len;
    VEC_EACH (Finding *, f, &r->findings->items)
        failures += (*f)->level >= r->fail_on;
    uint32_t all = findings + errors + skipped;
    xml_attribute("name", "curfew", out);
    xml_attribute_number("tests", all ? all : 1, out);
    xml_attribute_number("failures", failures, out);
    xml_attribute_number("errors", errors, out);
}

void report_junit(const Report *r, FILE *out)
{
    Arena a = {0};
    StrBuf text = {0};
    strbuf_adds(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    put_counts(r, &text);
    strbuf_adds(&text, ">\n  <testsuite");
    put_counts(r, &text);
    xml_attribute_number("skipped", r->skipped->items.len, &text);
    strbuf_adds(&text, ">\n");
    VEC_EACH (Finding *, f, &r->findings->items)
        finding(r, *f, &a, &text);
    VEC_EACH (Skip, s, &r->unread->items)
        skip(s, "error", &a, &text);
    VEC_EACH (Skip, s, &r->skipped->items)
        skip(s, "skipped", &a, &text);
    if (r->findings->items.len + r->unread->items.len + r->skipped->items.len == 0) {
        open_case("curfew", "check", &text);
        strbuf_adds(&text, "/>\n");
    }
    strbuf_adds(&text, "  </testsuite>\n</testsuites>\n");
    fwrite(text.data, 1, text.len, out);
    strbuf_free(&text);
    arena_free(&a);
}

// edit.c - carrying out the edits of a fix.
#include "report/edit.h"

bool edit_valid(const Fix *fix, const Source *source)
{
    uint32_t last = 0;
    VEC_EACH (Edit, e, &fix->edits) {
        if (e->place.source != source)
            continue;
        Span s = e->place.span;
        if (s.start < last || s.end < s.start || s.end > source->len)
            return false;
        last = s.end;
    }
    return true;
}

// The first line end speaks for all: who mixes them gets one of both.
static bool ends_lines_with_cr(const Source *source)
{
    const char *end = memchr(source->text, '\n', source->len);
    return end && end > source->text && end[-1] == '\r';
}

void edit_text(const Edit *e, StrBuf *out)
{
    bool cr = strchr(e->text, '\n') && ends_lines_with_cr(e->place.source);
    for (const char *p = e->text; *p; p++) {
        if (cr && *p == '\n' && (p == e->text || p[-1] != '\r'))
            strbuf_addc(out, '\r');
        strbuf_addc(out, *p);
    }
}

void edit_apply(const Fix *fix, const Source *source, Span range, StrBuf *out)
{
    uint32_t at = range.start;
    VEC_EACH (Edit, e, &fix->edits) {
        Span s = e->place.span;
        if (e->place.source != source || s.start < range.start || s.end > range.end)
            continue;
        strbuf_add(out, source_str(source, (Span){at, s.start}));
        edit_text(e, out);
        at = s.end;
    }
    strbuf_add(out, source_str(source, (Span){at, range.end}));
}

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

void edit_apply(const Fix *fix, const Source *source, Span range, StrBuf *out)
{
    uint32_t at = range.start;
    VEC_EACH (Edit, e, &fix->edits) {
        Span s = e->place.span;
        if (e->place.source != source || s.start < range.start || s.end > range.end)
            continue;
        strbuf_add(out, source_str(source, (Span){at, s.start}));
        strbuf_adds(out, e->text);
        at = s.end;
    }
    strbuf_add(out, source_str(source, (Span){at, range.end}));
}

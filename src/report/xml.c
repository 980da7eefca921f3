// xml.c - text in XML documents.
#include "report/xml.h"
#include "report/glyph.h"

// Glyphs are characters that XML allows: what it does not is escaped on a terminal too.
static void put(Str s, StrBuf *out)
{
    for (size_t at = 0; at < s.len;) {
        Glyph g = glyph_at(s, at);
        Str text = {g.text, g.text_len};
        if (str_is(text, "&"))
            strbuf_adds(out, "&amp;");
        else if (str_is(text, "<"))
            strbuf_adds(out, "&lt;");
        else if (str_is(text, ">")) // "]]>" may not stand in text
            strbuf_adds(out, "&gt;");
        else if (str_is(text, "\""))
            strbuf_adds(out, "&quot;");
        else
            strbuf_add(out, text);
        at += g.len;
    }
}

void xml_attribute(const char *name, const char *text, StrBuf *out)
{
    strbuf_printf(out, " %s=\"", name);
    put(str_of(text), out);
    strbuf_addc(out, '"');
}

void xml_attribute_number(const char *name, uint32_t n, StrBuf *out)
{
    strbuf_printf(out, " %s=\"%u\"", name, n);
}

void xml_content(const char *text, StrBuf *out)
{
    put(str_of(text), out);
}

// rich.c - styled running text, wrapped greedily.
#include "report/rich.h"

#include "report/glyph.h"

void rich_add(Rich *r, Style style, Str text)
{
    strbuf_add(&r->text, text);
    strbuf_repeat(&r->styles, (char)style, text.len);
}

void rich_adds(Rich *r, Style style, const char *text)
{
    rich_add(r, style, str_of(text));
}

void rich_name(Rich *r, Style style, const char *name)
{
    StrBuf safe = {0};
    glyph_put(str_of(name), &safe);
    rich_add(r, style, strbuf_view(&safe));
    strbuf_free(&safe);
}

void rich_clear(Rich *r)
{
    r->text.len = r->styles.len = 0;
}

void rich_free(Rich *r)
{
    strbuf_free(&r->text);
    strbuf_free(&r->styles);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Writes the bytes [start, end), switching styles where they change.
static void put_styled(const Rich *r, const Terminal *t, size_t start, size_t end, StrBuf *out)
{
    Str text = {r->text.data, end};
    Style now = STYLE_PLAIN;
    for (size_t at = start; at < end;) {
        Glyph g = glyph_at(text, at);
        if (is_blank(text.ptr[at]))
            g = (Glyph){.len = 1, .width = 1, .text_len = 1, .text = " "};
        Style want = (Style)r->styles.data[at];
        if (want != now) {
            style_off(t, now, out);
            style_on(t, want, out);
            now = want;
        }
        strbuf_add(out, (Str){g.text, g.text_len});
        at += g.len;
    }
    style_off(t, now, out);
}

// Where one output line ends and the next begins.
typedef struct LineBreak {
    size_t end, next;
} LineBreak;

static LineBreak next_break(const Rich *r, size_t start, uint32_t room)
{
    Str text = strbuf_view(&r->text);
    size_t word_end = start; // end of the last word that fits
    uint32_t used = 0;
    size_t at = start;
    while (at < text.len) {
        size_t blank_end = at;
        while (blank_end < text.len && is_blank(text.ptr[blank_end]))
            blank_end++;
        size_t end = blank_end;
        while (end < text.len && !is_blank(text.ptr[end]))
            end++;
        used += (uint32_t)(blank_end - at) + glyph_width(str_sub(text, blank_end, end));
        if (used > room && word_end > start)
            return (LineBreak){word_end, blank_end};
        word_end = end;
        at = end;
    }
    return (LineBreak){word_end, text.len};
}

void rich_wrap(const Rich *r, const Terminal *t, Wrap wrap, StrBuf *out)
{
    uint32_t indent = wrap.first;
    size_t start = 0;
    do {
        uint32_t room = wrap.width > indent ? wrap.width - indent : 1;
        LineBreak b = next_break(r, start, room);
        size_t end = b.end;
        while (end > start && is_blank(r->text.data[end - 1]))
            end--;
        if (end > start) {
            strbuf_repeat(out, ' ', indent);
            put_styled(r, t, start, end, out);
        }
        strbuf_addc(out, '\n');
        start = b.next;
        indent = wrap.rest;
    } while (start < r->text.len);
}

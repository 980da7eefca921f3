// inlines.c - the text of a Markdown block as styled text.
#include "report/inlines.h"

#include <string.h>

static void add_code(const char *code, const Terminal *t, Rich *out)
{
    // A quote mark tells code from prose where colour cannot.
    if (!t->color)
        rich_adds(out, STYLE_CODE, "`");
    rich_adds(out, STYLE_CODE, code);
    if (!t->color)
        rich_adds(out, STYLE_CODE, "`");
}

// Links to other pages of the project lead nowhere from a terminal: only the text is shown.
static void add_link(cmark_node *link, Style style, const Terminal *t, Rich *out)
{
    size_t start = out->text.len;
    inlines_add(link, style, t, out);
    const char *url = cmark_node_get_url(link);
    Str text = str_sub(strbuf_view(&out->text), start, out->text.len);
    if (!strstr(url, "://") || str_is(text, url))
        return;
    rich_adds(out, style, " (");
    rich_adds(out, STYLE_LINK, url);
    rich_adds(out, style, ")");
}

static void add_inline(cmark_node *n, Style style, const Terminal *t, Rich *out)
{
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_TEXT:
        rich_adds(out, style, cmark_node_get_literal(n));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        rich_adds(out, style, " ");
        break;
    case CMARK_NODE_CODE:
        add_code(cmark_node_get_literal(n), t, out);
        break;
    case CMARK_NODE_EMPH:
        inlines_add(n, STYLE_EMPH, t, out);
        break;
    case CMARK_NODE_STRONG:
        inlines_add(n, STYLE_STRONG, t, out);
        break;
    case CMARK_NODE_LINK:
        add_link(n, style, t, out);
        break;
    default:
        inlines_add(n, style, t, out);
        break;
    }
}

void inlines_add(cmark_node *block, Style style, const Terminal *t, Rich *out)
{
    for (cmark_node *n = cmark_node_first_child(block); n; n = cmark_node_next(n))
        add_inline(n, style, t, out);
}

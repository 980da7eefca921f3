// page.c - a Markdown page laid out for the terminal.
#include "report/page.h"

#include "report/glyph.h"
#include "report/gocode.h"
#include "report/page_table.h"

#include <cmark-gfm-core-extensions.h>
#include <stdio.h>
#include <string.h>

enum { CODE_INDENT = 4, QUOTE_INDENT = 2 };

typedef struct Page {
    const Terminal *terminal;
    uint32_t indent;
    const char *lead; // stands in the indent of the next line: a list item's bullet; or NULL
    bool begun;       // a block was printed: the next one is set apart
    bool tight;       // in a list whose items are not set apart
    Rich rich;
    StrBuf *out;
} Page;

static void blocks_put(Page *p, cmark_node *parent);

static void set_apart(Page *p)
{
    if (p->begun && !p->tight)
        strbuf_addc(p->out, '\n');
    p->begun = true;
}

// Ends the paragraph that was gathered; a pending bullet takes the end of its indent.
static void paragraph_end(Page *p)
{
    Wrap wrap = {.first = p->indent, .rest = p->indent, .width = terminal_prose(p->terminal)};
    StrBuf lines = {0};
    rich_wrap(&p->rich, p->terminal, wrap, &lines);
    rich_clear(&p->rich);
    Str text = strbuf_view(&lines);
    if (p->lead && text.len > p->indent) {
        strbuf_repeat(p->out, ' ', p->indent - glyph_width(str_of(p->lead)));
        style_put(p->terminal, STYLE_FRAME, p->lead, p->out);
        text = str_sub(text, p->indent, text.len);
    }
    p->lead = NULL;
    strbuf_add(p->out, text);
    strbuf_free(&lines);
}

static void heading(Page *p, cmark_node *n)
{
    p->tight = false;
    set_apart(p);
    int level = cmark_node_get_heading_level(n);
    // Marks tell a heading from a short paragraph where styles cannot.
    for (int i = 0; i < level && !p->terminal->color; i++)
        rich_adds(&p->rich, STYLE_PLAIN, i + 1 < level ? "#" : "# ");
    inlines_add(n, level == 1 ? STYLE_HEADING : STYLE_STRONG, p->terminal, &p->rich);
    paragraph_end(p);
}

static void code_block(Page *p, cmark_node *n)
{
    bool tight = p->tight;
    p->tight = false;
    set_apart(p);
    p->tight = tight;
    Str code = str_of(cmark_node_get_literal(n));
    const char *info = cmark_node_get_fence_info(n);
    uint32_t indent = p->indent + CODE_INDENT;
    if (strncmp(info, "go", 2) == 0)
        gocode_put(code, indent, p->terminal, p->out);
    else
        plaincode_put(code, STYLE_CODE, indent, p->terminal, p->out);
}

static void list(Page *p, cmark_node *n)
{
    bool ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
    int number = cmark_node_get_list_start(n);
    bool outer = p->tight, tight = cmark_node_get_list_tight(n);
    set_apart(p);
    p->begun = false;
    for (cmark_node *item = cmark_node_first_child(n); item; item = cmark_node_next(item)) {
        char lead[24] = "• ";
        if (ordered)
            snprintf(lead, sizeof lead, "%d. ", number++);
        uint32_t width = glyph_width(str_of(lead));
        p->tight = tight;
        p->indent += width;
        p->lead = lead;
        blocks_put(p, item);
        p->indent -= width;
        p->lead = NULL;
    }
    p->tight = outer;
    p->begun = true;
}

static void quote(Page *p, cmark_node *n)
{
    p->indent += QUOTE_INDENT;
    blocks_put(p, n);
    p->indent -= QUOTE_INDENT;
}

static void rule_line(Page *p)
{
    set_apart(p);
    style_on(p->terminal, STYLE_FAINT, p->out);
    for (uint32_t i = p->indent; i < terminal_prose(p->terminal); i++)
        strbuf_adds(p->out, "─");
    style_off(p->terminal, STYLE_FAINT, p->out);
    strbuf_addc(p->out, '\n');
}

static void block(Page *p, cmark_node *n)
{
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_HEADING:
        heading(p, n);
        return;
    case CMARK_NODE_PARAGRAPH:
        set_apart(p);
        inlines_add(n, STYLE_PLAIN, p->terminal, &p->rich);
        paragraph_end(p);
        return;
    case CMARK_NODE_CODE_BLOCK:
        code_block(p, n);
        return;
    case CMARK_NODE_LIST:
        list(p, n);
        return;
    case CMARK_NODE_BLOCK_QUOTE:
        quote(p, n);
        return;
    case CMARK_NODE_THEMATIC_BREAK:
        rule_line(p);
        return;
    default:
        break;
    }
    if (strcmp(cmark_node_get_type_string(n), "table") == 0) {
        set_apart(p);
        page_table_put(n, p->indent, p->terminal->width, p->terminal, p->out);
    }
    // What is left is HTML: comments for the page's maintainers.
}

static void blocks_put(Page *p, cmark_node *parent)
{
    for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n))
        block(p, n);
}

void page_put(Str markdown, const Terminal *t, StrBuf *out)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
    cmark_syntax_extension *table = cmark_find_syntax_extension("table");
    if (table)
        cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, markdown.ptr, markdown.len);
    cmark_node *document = cmark_parser_finish(parser);
    Page p = {.terminal = t, .out = out};
    blocks_put(&p, document);
    rich_free(&p.rich);
    cmark_node_free(document);
    cmark_parser_free(parser);
}

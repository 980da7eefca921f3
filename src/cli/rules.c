// rules.c - `curfew rules`: the table of rules, for people, programs and the README.
#include "cli/cli.h"
#include "report/glyph.h"
#include "report/rich.h"
#include "rules/rule.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN };

enum { COLUMNS = 4, GAP = 2 };

// The cells of a row before the summary.
typedef struct Row {
    const char *cells[COLUMNS];
} Row;

static const Style level_styles[] = {
    [LEVEL_ADVICE] = STYLE_ADVICE,
    [LEVEL_WARNING] = STYLE_WARNING,
    [LEVEL_ERROR] = STYLE_ERROR,
};

static Row row_of(const Rule *r)
{
    return (Row){
        {r->slug, level_name(r->level), failure_name(r->failure), principle_name(r->principle)}};
}

static const Row header = {{"rule", "level", "failure", "principle"}};

static void measure(const Row *row, uint32_t widths[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++) {
        uint32_t width = glyph_width(str_of(row->cells[i]));
        widths[i] = width > widths[i] ? width : widths[i];
    }
}

// How the table is laid out.
typedef struct Layout {
    const Terminal *terminal;
    uint32_t widths[COLUMNS];
    uint32_t summary; // column of the summaries
    bool below;       // they do not fit beside the cells and stand on lines of their own
    StrBuf *out;
} Layout;

static void put_cells(Layout *l, const Row *row, const Style *styles)
{
    uint32_t owed = 0;
    for (int i = 0; i < COLUMNS; i++) {
        strbuf_repeat(l->out, ' ', owed);
        style_put(l->terminal, styles[i], row->cells[i], l->out);
        owed = l->widths[i] - glyph_width(str_of(row->cells[i])) + GAP;
    }
    if (l->below)
        strbuf_addc(l->out, '\n');
    else
        strbuf_repeat(l->out, ' ', owed);
}

static void put_summary(Layout *l, const char *summary)
{
    Rich text = {0};
    StrBuf lines = {0};
    uint32_t column = l->below ? GAP * 2 : l->summary;
    uint32_t width = l->terminal->sized ? l->terminal->width : UINT32_MAX;
    rich_adds(&text, STYLE_PLAIN, summary);
    rich_wrap(&text, l->terminal, (Wrap){column, column, width}, &lines);
    strbuf_adds(l->out, lines.data + (l->below ? 0 : column)); // the cells are the first indent
    strbuf_free(&lines);
    rich_free(&text);
}

static Layout layout_of(const Terminal *t, StrBuf *out)
{
    enum { ROOM = 24 };
    Layout l = {.terminal = t, .out = out};
    measure(&header, l.widths);
    for (size_t i = 0; i < rules_count; i++) {
        Row row = row_of(&rules[i]);
        measure(&row, l.widths);
    }
    for (int i = 0; i < COLUMNS; i++)
        l.summary += l.widths[i] + GAP;
    l.below = t->sized && l.summary + ROOM > t->width;
    return l;
}

// Where the width of the terminal is known the summaries are wrapped in their column; else every
// rule is one line, for grep.
static void put_text(const Terminal *t, StrBuf *out)
{
    static const Style strong[COLUMNS] = {STYLE_STRONG, STYLE_STRONG, STYLE_STRONG, STYLE_STRONG};
    Layout l = layout_of(t, out);
    put_cells(&l, &header, strong);
    if (!l.below) {
        style_put(t, STYLE_STRONG, "what it finds", out);
        strbuf_addc(out, '\n');
    }
    for (size_t i = 0; i < rules_count; i++) {
        Row row = row_of(&rules[i]);
        Style styles[COLUMNS] = {STYLE_STRONG, level_styles[rules[i].level], STYLE_PLAIN,
                                 STYLE_PLAIN};
        put_cells(&l, &row, styles);
        put_summary(&l, rules[i].summary);
    }
}

// A bar would end the cell.
static void put_markdown_cell(const char *text, StrBuf *out)
{
    for (; *text; text++) {
        if (*text == '|')
            strbuf_addc(out, '\\');
        strbuf_addc(out, *text);
    }
}

// The rows of a Markdown table as the README has it, linked to the rules' pages.
static void put_markdown(StrBuf *out)
{
    strbuf_adds(out, "| rule | level | failure | principle | what it finds |\n"
                     "|---|---|---|---|---|\n");
    for (size_t i = 0; i < rules_count; i++) {
        Row row = row_of(&rules[i]);
        strbuf_printf(out, "| [`%s`](docs/rules/%s.md) | %s | %s | %s | ", row.cells[0],
                      row.cells[0], row.cells[1], row.cells[2], row.cells[3]);
        put_markdown_cell(rules[i].summary, out);
        strbuf_adds(out, " |\n");
    }
}

static void put_json(StrBuf *out)
{
    json_set_alloc_funcs(mem_alloc, free);
    json_t *list = json_array();
    for (size_t i = 0; i < rules_count; i++) {
        Row row = row_of(&rules[i]);
        json_array_append_new(list,
                              json_pack("{s:s,s:s,s:s,s:s,s:s}", "rule", row.cells[0], "level",
                                        row.cells[1], "failure", row.cells[2], "principle",
                                        row.cells[3], "summary", rules[i].summary));
    }
    json_t *all = json_pack("{s:i,s:o}", "version", 1, "rules", list);
    char *text = json_dumps(all, JSON_INDENT(1) | JSON_ENSURE_ASCII);
    strbuf_adds(out, text);
    strbuf_addc(out, '\n');
    free(text);
    json_decref(all);
}

int run_rules(Args *args)
{
    if (args->operands.len > 0)
        return usage_fault(args->command,
                           "takes no arguments; `curfew explain RULE` prints a page");
    StrBuf out = {0};
    Terminal t = args_terminal(args);
    switch (args_choice(args, OPT_LIST_FORMAT, FORMAT_TEXT)) {
    case FORMAT_JSON:
        put_json(&out);
        break;
    case FORMAT_MARKDOWN:
        put_markdown(&out);
        break;
    default:
        put_text(&t, &out);
        break;
    }
    fwrite(out.data, 1, out.len, stdout);
    strbuf_free(&out);
    return STATUS_OK;
}

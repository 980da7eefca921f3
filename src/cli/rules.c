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
    return (Row){{r->slug, level_name(r->level), failure_name(r->failure),
                  principle_name(r->principle)}};
}

static const Row header = {{"rule", "level", "failure", "principle"}};

static void measure(const Row *row, uint32_t widths[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++) {
        uint32_t width = glyph_width(str_of(row->cells[i]));
        widths[i] = width > widths[i] ? width : widths[i];
    }
}

static void put_cells(const Row *row, const Style *styles, const uint32_t widths[COLUMNS],
                      const Terminal *t, StrBuf *out)
{
    for (int i = 0; i < COLUMNS; i++) {
        style_put(t, styles[i], row->cells[i], out);
        strbuf_repeat(out, ' ', widths[i] - glyph_width(str_of(row->cells[i])) + GAP);
    }
}

static void put_summary(const char *summary, uint32_t column, const Terminal *t, StrBuf *out)
{
    enum { ROOM = 24 };
    Rich text = {0};
    rich_adds(&text, STYLE_PLAIN, summary);
    Wrap wrap = {.width = UINT32_MAX};
    if (t->sized && column + ROOM <= t->width)
        wrap = (Wrap){column, column, t->width};
    else if (t->sized)
        wrap = (Wrap){GAP * 2, GAP * 2, t->width};
    StrBuf lines = {0};
    rich_wrap(&text, t, wrap, &lines);
    if (wrap.first == GAP * 2)
        strbuf_addc(out, '\n');
    strbuf_adds(out, lines.data + (wrap.first == GAP * 2 ? 0 : wrap.first));
    strbuf_free(&lines);
    rich_free(&text);
}

// Where the width of the terminal is known the summaries are wrapped in their column; else every rule is one
// line, for grep.
static void put_text(const Terminal *t, StrBuf *out)
{
    static const Style strong[COLUMNS] = {STYLE_STRONG, STYLE_STRONG, STYLE_STRONG, STYLE_STRONG};
    uint32_t widths[COLUMNS] = {0}, column = 0;
    measure(&header, widths);
    for (size_t i = 0; i < rules_count; i++) {
        Row row = row_of(&rules[i]);
        measure(&row, widths);
    }
    for (int i = 0; i < COLUMNS; i++)
        column += widths[i] + GAP;
    put_cells(&header, strong, widths, t, out);
    style_put(t, STYLE_STRONG, "what it finds", out);
    strbuf_addc(out, '\n');
    for (size_t i = 0; i < rules_count; i++) {
        Row row = row_of(&rules[i]);
        Style styles[COLUMNS] = {STYLE_STRONG, level_styles[rules[i].level], STYLE_PLAIN,
                                 STYLE_PLAIN};
        put_cells(&row, styles, widths, t, out);
        put_summary(rules[i].summary, column, t, out);
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
        json_array_append_new(list, json_pack("{s:s,s:s,s:s,s:s,s:s}", "rule", row.cells[0],
                                              "level", row.cells[1], "failure", row.cells[2],
                                              "principle", row.cells[3], "summary",
                                              rules[i].summary));
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
        return usage_fault(args->command, "takes no arguments; `curfew explain RULE` prints a page");
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

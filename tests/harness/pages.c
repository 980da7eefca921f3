// pages.c - the examples of a rule page as cases.
//
// In a page a Go block under a heading "Bad" must give exactly the findings marked by
// `// <- curfew: rule-name` at line ends, one under "Good" none. Flags stand in the fence's info
// string: ```go curfew="--go 1.22".
#include "harness/case.h"

#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct PageReader {
    CaseList *list;
    const char *page, *rule, *dir;
    unsigned count[2]; // examples so far by CaseKind
    bool marked;       // a bad example is marked with the page's own rule
} PageReader;

static Str heading_text(cmark_node *heading)
{
    cmark_node *text = cmark_node_first_child(heading);
    return str_of(text ? cmark_node_get_literal(text) : NULL);
}

static void read_marks(Case *c, Str text)
{
    const Str mark = STR("// <- curfew: ");
    for (uint32_t line = 1; text.len; line++) {
        size_t end = str_find(text, STR("\n"));
        Str here = str_trim(str_sub(text, 0, end));
        text = str_sub(text, end == SIZE_MAX ? text.len : end + 1, text.len);
        size_t at = str_find(here, mark);
        if (at == SIZE_MAX)
            continue;
        Str rule = str_sub(here, at + mark.len, here.len);
        size_t blank = str_find(rule, STR(" "));
        rule = str_sub(rule, 0, blank);
        rule.ptr = arena_strndup(&c->arena, rule.ptr, rule.len);
        vec_push(&c->arena, &c->wants, (Want){.line = line, .rule = rule});
    }
}

static void read_info(Case *c, Str info)
{
    const Str key = STR("curfew=\"");
    size_t at = str_find(info, key);
    if (at == SIZE_MAX)
        return;
    Str flags = str_sub(info, at + key.len, info.len);
    case_add_flags(c, str_sub(flags, 0, str_find(flags, STR("\""))));
}

// Whole files become Go files (of a test package where they use testing); loose snippets become a
// Markdown file, which is how a user would hand them over.
static bool write_example(PageReader *r, Case *c, Str text)
{
    bool whole = str_starts(text, "package ") || str_find(text, STR("\npackage ")) != SIZE_MAX;
    bool test = str_find(text, STR("testing.")) != SIZE_MAX;
    const char *suffix = !whole ? ".md" : test ? "_test.go" : ".go";
    c->file = arena_printf(&c->arena, "%s/%s_%s_%u%s", r->dir, r->rule,
                           c->kind == CASE_FIRES ? "bad" : "good", r->count[c->kind], suffix);
    FILE *out = fopen(c->file, "wb");
    if (!out)
        return false;
    c->skip_lines = whole ? 0 : 1;
    fputs(whole ? "" : "```go\n", out);
    fwrite(text.ptr, 1, text.len, out);
    fputs(whole ? "" : "```\n", out);
    return fclose(out) == 0;
}

static bool add_example(PageReader *r, cmark_node *block, CaseKind kind)
{
    Case *c = case_new(r->list, kind, r->rule);
    Str text = str_of(cmark_node_get_literal(block));
    c->from_page = true;
    r->count[kind]++;
    c->first_line = (uint32_t)cmark_node_get_start_line(block) + 1;
    c->name = arena_printf(&c->arena, "%s:%u (%s)", r->page, c->first_line,
                           kind == CASE_FIRES ? "Bad" : "Good");
    read_info(c, str_of(cmark_node_get_fence_info(block)));
    read_marks(c, text);
    VEC_EACH(Want, w, &c->wants)
        r->marked = r->marked || (kind == CASE_FIRES && str_is(w->rule, r->rule));
    return write_example(r, c, text);
}

static const char *read_page(PageReader *r, cmark_node *document)
{
    bool bad = false, good = false;
    for (cmark_node *n = cmark_node_first_child(document); n; n = cmark_node_next(n)) {
        if (cmark_node_get_type(n) == CMARK_NODE_HEADING) {
            bad = str_starts(heading_text(n), "Bad");
            good = str_starts(heading_text(n), "Good");
        }
        bool go = cmark_node_get_type(n) == CMARK_NODE_CODE_BLOCK &&
                  str_starts(str_of(cmark_node_get_fence_info(n)), "go");
        if (go && (bad || good) && !add_example(r, n, bad ? CASE_FIRES : CASE_SILENT))
            return "an example could not be written out";
    }
    if (!r->marked)
        return "no Go block under \"## Bad\" marks its rule with `// <- curfew: `";
    if (!r->count[CASE_SILENT])
        return "no Go block under \"## Good\"";
    return NULL;
}

const char *case_add_page(CaseList *list, const char *page, const char *rule, const char *dir)
{
    const char *error = NULL;
    Source *source = source_read(page, &error);
    if (!source)
        return error;
    PageReader r = {.list = list, .page = page, .rule = rule, .dir = dir};
    cmark_node *document = cmark_parse_document(source->text, source->len, CMARK_OPT_DEFAULT);
    error = read_page(&r, document);
    cmark_node_free(document);
    source_free(source);
    return error;
}

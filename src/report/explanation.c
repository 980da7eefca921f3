// explanation.c - what the pages say of the rules that were reported.
#include "report/explanation.h"

#include "report/page.h"
#include "report/rule_page.h"
#include "rules/rule.h"

static void section(Str page, const char *title, StrBuf *text)
{
    Str body = rule_page_section(page, title);
    if (body.len == 0)
        return;
    strbuf_printf(text, "## %s\n\n", title);
    strbuf_add(text, body);
    strbuf_adds(text, "\n\n");
}

static void rule(const Rule *r, const Terminal *t, StrBuf *out)
{
    StrBuf text = {0};
    Str page = rule_page(r->slug);
    strbuf_printf(&text, "# %s\n\n", r->slug);
    strbuf_add(&text, rule_page_lead(page));
    strbuf_printf(&text, "\n\n**principle:** %s — %s\n\n", principle_name(r->principle),
                  principle_sentence(r->principle));
    section(page, "How it fails", &text);
    section(page, "Fix", &text);
    page_put(strbuf_view(&text), t, out);
    strbuf_addc(out, '\n');
    strbuf_free(&text);
}

static bool is_first(const FindingList *findings, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (findings->items.data[k]->rule == findings->items.data[i]->rule)
            return false;
    return true;
}

void explanation_put(const FindingList *findings, const Terminal *t, StrBuf *out)
{
    for (uint32_t i = 0; i < findings->items.len; i++)
        if (is_first(findings, i))
            rule(findings->items.data[i]->rule, t, out);
}

// explain.c - `curfew explain RULE`: the rule's page, which is built into the program.
#include "cli/cli.h"
#include "report/page.h"
#include "report/rule_page.h"
#include "rules/rule.h"

#include <stdio.h>

enum { FORMAT_TEXT, FORMAT_MARKDOWN };

// Level, failure and principle come from the table of rules, so that the page need not repeat them.
static void add_facts(const Rule *r, StrBuf *out)
{
    strbuf_printf(out, "**level:** %s%s · **failure:** %s · **principle:** %s\n",
                  r->level == LEVEL_ADVICE ? "" : "up to ", level_name(r->level),
                  failure_name(r->failure), principle_name(r->principle));
}

// The page with the rule's facts under its title.
static void put_page(Str text, const Rule *rule, const Terminal *t, StrBuf *out)
{
    StrBuf whole = {0};
    size_t title = str_find(text, STR("\n"));
    strbuf_add(&whole, str_sub(text, 0, title));
    strbuf_adds(&whole, "\n\n");
    if (rule)
        add_facts(rule, &whole);
    strbuf_add(&whole, str_sub(text, title, text.len));
    page_put(strbuf_view(&whole), t, out);
    strbuf_free(&whole);
}

int run_explain(Args *args)
{
    if (args->operands.len != 1)
        return usage_fault(args->command, "which rule? `curfew rules` lists them");
    const char *slug = args->operands.data[0];
    Str page = rule_page(slug);
    if (page.len == 0)
        return rule_unknown(args->command, slug);
    if (args_choice(args, OPT_PAGE_FORMAT, FORMAT_TEXT) == FORMAT_MARKDOWN) {
        fwrite(page.ptr, 1, page.len, stdout);
        return STATUS_OK;
    }
    Terminal t = args_terminal(args);
    StrBuf out = {0};
    put_page(page, rule_find(str_of(slug)), &t, &out);
    fwrite(out.data, 1, out.len, stdout);
    strbuf_free(&out);
    return STATUS_OK;
}

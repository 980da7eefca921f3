// test_page.c - Markdown pages in a terminal.
#include "report/sample.h"

#include "report/page.h"

static const char page[] =
    "# a-rule\n"
    "\n"
    "**warning** · leak · principle: *release*; see [another-rule](another-rule.md),\n"
    "<https://go.dev/ref> and [the specification](https://go.dev/spec).\n"
    "\n"
    "Discarding `cancel` keeps the timer, and whatever waits on `ctx.Done()` stays with it.\n"
    "<!-- for maintainers -->\n"
    "\n"
    "<!-- a block for maintainers -->\n"
    "\n"
    "## Bad\n"
    "\n"
    "```go\n"
    "func f(ctx context.Context) error {\n"
    "\tctx, _ = context.WithTimeout(ctx, d) // lost\n"
    "\treturn do(ctx, \"x\", `raw\n"
    "lines`)\n"
    "}\n"
    "```\n"
    "\n"
    "| fires | silent |\n"
    "|---|---|\n"
    "| discarded with `_`, or on some path to return not called, deferred or passed on | it "
    "escapes |\n"
    "| short | **bold** 語 |\n"
    "\n"
    "1. first\n"
    "2. second, which is so long that it is wrapped under its own text\n"
    "   - nested\n"
    "   - more\n"
    "\n"
    "   a paragraph of the item\n"
    "\n"
    "- tight\n"
    "- list\n"
    "  ```sh\n"
    "  $ echo \x1b[31m\n"
    "  ```\n"
    "\n"
    "> quoted\n"
    "> text\n"
    "\n"
    "---\n"
    "\n"
    "The end.\n";

static void assert_page(const char *name, Terminal t)
{
    StrBuf out = {0};
    page_put(str_of(page), &t, &out);
    assert_golden(name, strbuf_view(&out));
    strbuf_free(&out);
}

static void every_kind_of_block(void **state)
{
    (void)state;
    assert_page("page", (Terminal){.width = 60});
    assert_page("page_color", (Terminal){.width = 60, .color = true});
}

static void empty_page(void **state)
{
    (void)state;
    StrBuf out = {0};
    Terminal t = {.width = 60};
    page_put(STR(""), &t, &out);
    assert_str(strbuf_view(&out), "");
    page_put(STR("```go\n```\n|a|\n|-|\n"), &t, &out);
    assert_str(strbuf_view(&out), "\na\n─\n");
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_block),
        cmocka_unit_test(empty_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

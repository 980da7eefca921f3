// test_manual.c - docs/models.md says what the program reads: every word, and a whole example.
#include "harness/unit.h"

#include "load/model_read.h"
#include "syntax/snippet.h"

#define MANUAL "docs/models.md"

static Source *open_manual(void)
{
    const char *error = NULL;
    Source *s = source_read(MANUAL, &error);
    if (!s)
        fail_msg("%s: %s", MANUAL, error);
    return s;
}

static void assert_listed(const Source *manual, const char *word)
{
    StrBuf quoted = {0};
    strbuf_printf(&quoted, "`%s`", word);
    bool listed = str_find((Str){manual->text, manual->len}, strbuf_view(&quoted)) != SIZE_MAX;
    strbuf_free(&quoted);
    if (!listed)
        fail_msg("%s does not list %s", MANUAL, word);
}

static void every_word_is_listed(void **state)
{
    (void)state;
    Source *manual = open_manual();
    for (int k = 0; k < EFFECT_KIND_COUNT; k++)
        if (k != EFFECT_SINCE) // shown in its form, with a version
            assert_listed(manual, effect_name((EffectKind)k));
    for (int m = 0; m < MODE_COUNT; m++)
        assert_listed(manual, effect_mode_name((EffectMode)m));
    source_free(manual);
}

// Reads the manual's example as a model file of its own.
static void the_example_is_a_model(void **state)
{
    (void)state;
    Arena a = {0};
    SnippetList blocks = {0};
    Source *manual = open_manual();
    Names *names = names_new();
    uint32_t models = 0;
    snippet_find(&a, manual, DOCUMENT_MARKDOWN, &blocks);
    VEC_EACH (SnippetBlock, b, &blocks) {
        Str text = source_str(manual, b->span);
        if (!str_starts(text, "//curfew:models"))
            continue;
        models++;
        Source *s = source_from("example", text);
        ModelPackage pkg = {.ast = ast_parse(s, (Span){0, s->len}, NULL, PARSE_FILE)};
        ModelFault fault = {0};
        if (!model_read(&a, names, &pkg, &fault))
            fail_msg("line %u of the example: %s", source_position(s, fault.offset).line,
                     fault.reason);
        assert_str(pkg.name, "queue");
        assert_int_equal(pkg.entries.len, 5);
        ast_free(pkg.ast);
        source_free(s);
    }
    assert_int_equal(models, 1);
    names_free(names);
    source_free(manual);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_listed),
        cmocka_unit_test(the_example_is_a_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

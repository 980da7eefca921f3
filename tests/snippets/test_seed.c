// test_seed.c - the document that the project grew from: each printed program and fix is found.
//
// The document is not part of the project; where it is absent the test says so and is skipped.
#include "harness/unit.h"
#include "snippets/show.h"

#define SEED "../shared/seeds/find-the-bug.txt"

// First and last lines of the programs of bugs 1 to 25 and of the fixes that are printed as code.
static const uint32_t expected[][2] = {
    {22, 29},   {43, 46},   {57, 58},   {63, 69},   {80, 82},   {87, 97},   {108, 110}, {115, 125},
    {136, 145}, {152, 164}, {175, 182}, {189, 203}, {214, 216}, {221, 232}, {243, 252}, {259, 276},
    {287, 292}, {297, 309}, {320, 329}, {333, 336}, {343, 346}, {360, 369}, {380, 389}, {398, 412},
    {423, 429}, {434, 439}, {450, 472}, {479, 500}, {514, 526}, {542, 551}, {560, 565}, {572, 583},
    {594, 604}, {611, 629}, {640, 640}, {647, 661}, {672, 674}, {681, 687}, {698, 710}, {715, 725},
    {734, 736}, {743, 747}, {758, 760}, {767, 773}, {784, 792}, {797, 801}, {812, 832},
};

enum { BUGS = 25, EXPECTED = sizeof expected / sizeof *expected };

static Source *open_seed(void)
{
    const char *error = NULL;
    Source *source = source_read(SEED, &error);
    if (!source) {
        print_message("SKIP: %s: %s\n", SEED, error);
        skip();
    }
    return source;
}

static void every_program_and_fix_is_a_block(void **state)
{
    (void)state;
    Document d;
    document_open(&d, open_seed());
    assert_int_equal(d.blocks.len, EXPECTED);
    for (uint32_t i = 0; i < d.blocks.len; i++) {
        const SnippetBlock *b = &d.blocks.data[i];
        uint32_t errors = 0;
        ast_errors(d.asts[i], &errors);
        assert_int_equal(source_position(d.source, b->span.start).line, expected[i][0]);
        assert_int_equal(source_position(d.source, b->span.end - 1).line, expected[i][1]);
        assert_int_equal(errors, 0);
        assert_null(b->text);
    }
    document_close(&d);
}

static void every_bug_heads_its_blocks(void **state)
{
    (void)state;
    Document d;
    document_open(&d, open_seed());
    uint32_t bug = 0;
    for (uint32_t i = 0; i < d.blocks.len; i++) {
        Str heading = d.blocks.data[i].heading;
        assert_true(str_starts(heading, "Bug "));
        uint32_t n = (uint32_t)strtoul(heading.ptr + 4, NULL, 10);
        assert_true(n == bug || n == bug + 1);
        bug = n;
    }
    assert_int_equal(bug, BUGS);
    document_close(&d);
}

// The fix of bug 4 shows one method: the type and the constructor come from the program before it.
static void a_fix_is_read_over_its_program(void **state)
{
    (void)state;
    Document d;
    StrBuf shown = {0};
    document_open(&d, open_seed());
    show_overlay(&shown, &d, 6);
    assert_string_equal(shown.data, "  over block 6: Worker struct {\n  over block 6: New\n");
    strbuf_free(&shown);
    document_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_program_and_fix_is_a_block),
        cmocka_unit_test(every_bug_heads_its_blocks),
        cmocka_unit_test(a_fix_is_read_over_its_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

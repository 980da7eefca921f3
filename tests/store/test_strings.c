// test_strings.c - tables of texts as bytes.
#include "harness/unit.h"

#include "store/strings.h"

static Reader reader_of(const Writer *w)
{
    const uint8_t *at = (const uint8_t *)w->data;
    return (Reader){.at = at, .end = at + w->len};
}

static void texts_are_found_both_ways(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    Arena a = {0};
    StringWriter s = {0};
    for (int twice = 0; twice < 2; twice++)
        for (uint32_t i = 0; i < COUNT; i++)
            assert_int_equal(strings_add(&a, &s, str_of(arena_printf(&a, "text %u", i))), i);
    assert_int_equal(strings_add(&a, &s, STR("")), COUNT);
    assert_int_equal(strings_add(&a, &s, STR("nul\0inside")), COUNT + 1);
    Writer w = {0};
    strings_write(&s, &w);
    Reader r = reader_of(&w);
    StringReader t;
    assert_true(strings_read(&t, &r));
    assert_int_equal(reader_left(&r), 0);
    assert_int_equal(t.count, COUNT + 2);
    for (uint32_t i = 0; i < COUNT; i++) {
        const char *text = arena_printf(&a, "text %u", i);
        assert_str(strings_at(&t, i), text);
        assert_int_equal(strings_find(&t, str_of(text)), i);
    }
    assert_int_equal(strings_find(&t, STR("")), COUNT);
    assert_int_equal(strings_find(&t, STR("nul\0inside")), COUNT + 1);
    assert_int_equal(strings_find(&t, STR("nul")), UINT32_MAX);
    strings_free(&t);
    writer_free(&w);
    arena_free(&a);
}

static bool reads(const char *bytes, size_t len)
{
    Reader r = {.at = (const uint8_t *)bytes, .end = (const uint8_t *)bytes + len};
    StringReader t;
    bool ok = strings_read(&t, &r);
    strings_free(&t);
    return ok;
}

static void malformed_tables_are_refused(void **state)
{
    (void)state;
    assert_true(reads("\x00", 1));
    assert_true(reads("\x02\x01\x01xy", 5));
    assert_false(reads("", 0));
    assert_false(reads("\x02\x01\x01xx", 5)); // a text twice
    assert_false(reads("\x02\x00\x00", 3));   // the empty text twice
    assert_false(reads("\x02\x01\x02xy", 5)); // longer than the bytes
    assert_false(reads("\x7f\x01\x01xy", 5)); // more texts than bytes
    assert_false(reads("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01x", 12));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_found_both_ways),
        cmocka_unit_test(malformed_tables_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

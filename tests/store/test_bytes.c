// test_bytes.c - numbers and headers as bytes, and their malformed forms.
#include "harness/unit.h"

#include "store/bytes.h"

#include <stdlib.h>

static Reader reader_of(const Writer *w)
{
    const uint8_t *at = (const uint8_t *)w->data;
    return (Reader){.at = at, .end = at + w->len};
}

static void numbers_come_back(void **state)
{
    (void)state;
    static const uint64_t unsigned_values[] = {
        0, 1, 0x7f, 0x80, 0x3fff, 0x4000, UINT32_MAX, (uint64_t)1 << 63, UINT64_MAX};
    static const int64_t signed_values[] = {0, -1, 1, 63, -64, -65, INT64_MAX, INT64_MIN};
    Writer w = {0};
    for (size_t i = 0; i < sizeof unsigned_values / sizeof *unsigned_values; i++)
        writer_varint(&w, unsigned_values[i]);
    for (size_t i = 0; i < sizeof signed_values / sizeof *signed_values; i++)
        writer_signed(&w, signed_values[i]);
    Reader r = reader_of(&w);
    for (size_t i = 0; i < sizeof unsigned_values / sizeof *unsigned_values; i++)
        assert_true(reader_varint(&r) == unsigned_values[i]);
    for (size_t i = 0; i < sizeof signed_values / sizeof *signed_values; i++)
        assert_true(reader_signed(&r) == signed_values[i]);
    assert_false(reader_failed(&r));
    assert_int_equal(reader_left(&r), 0);
    writer_free(&w);
}

static void assert_no_varint(const char *bytes, size_t len)
{
    Reader r = {.at = (const uint8_t *)bytes, .end = (const uint8_t *)bytes + len};
    assert_int_equal(reader_varint(&r), 0);
    assert_true(reader_failed(&r));
    // A reader that has failed stays so.
    assert_int_equal(reader_byte(&r), 0);
    assert_int_equal(reader_left(&r), 0);
}

static void malformed_numbers_fail(void **state)
{
    (void)state;
    assert_no_varint("", 0);
    assert_no_varint("\x80", 1);
    assert_no_varint("\x80\x00", 2);
    assert_no_varint("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10);
    assert_no_varint("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11);
}

static void limits_are_kept(void **state)
{
    (void)state;
    Writer w = {0};
    writer_varint(&w, 5);
    Reader r = reader_of(&w);
    assert_int_equal(reader_below(&r, 6), 5);
    r = reader_of(&w);
    assert_int_equal(reader_below(&r, 5), 0);
    assert_true(reader_failed(&r));
    // Five things cannot stand in no bytes.
    r = reader_of(&w);
    assert_int_equal(reader_count(&r), 0);
    assert_true(reader_failed(&r));
    writer_bytes(&w, "abcde", 5);
    r = reader_of(&w);
    assert_int_equal(reader_count(&r), 5);
    assert_memory_equal(reader_bytes(&r, 5), "abcde", 5);
    assert_null(reader_bytes(&r, 1));
    assert_true(reader_failed(&r));
    writer_free(&w);
}

static void assert_refused(Str bytes, const char *magic, uint32_t version, const char *why)
{
    Str payload;
    const char *error = NULL;
    assert_false(seal_check(bytes, magic, version, &payload, &error));
    assert_non_null(error);
    assert_string_equal(error, why);
}

static void headers_say_what_is_wrong(void **state)
{
    (void)state;
    size_t len;
    char *bytes = seal_bytes("abcd", 7, STR("payload"), &len);
    Str payload, whole = {bytes, len};
    const char *error = NULL;
    assert_true(seal_check(whole, "abcd", 7, &payload, &error));
    assert_str(payload, "payload");
    assert_refused(whole, "abce", 7, "these bytes are something else");
    assert_refused(STR("abcd"), "abcd", 7, "these bytes are something else");
    assert_refused(whole, "abcd", 8, "they are of another version");
    assert_refused(str_sub(whole, 0, len - 1), "abcd", 7, "their length is not what they say");
    bytes[len - 1] = 'x';
    assert_refused(whole, "abcd", 7, "their checksum is wrong");
    free(bytes);
    bytes = seal_bytes("abcd", 7, (Str){0}, &len);
    assert_true(seal_check((Str){bytes, len}, "abcd", 7, &payload, &error));
    assert_int_equal(payload.len, 0);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_come_back),
        cmocka_unit_test(malformed_numbers_fail),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(headers_say_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

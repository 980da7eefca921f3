// test_arena.c - arena, vector and bitset.
#include "harness/unit.h"

#include "base/bitset.h"
#include "base/vec.h"

#include <stdalign.h>

static void blocks_are_zeroed_aligned_and_distinct(void **state)
{
    (void)state;
    Arena a = {0};
    unsigned char *last = NULL;
    for (size_t size = 0; size < 200; size++) {
        unsigned char *p = arena_alloc(&a, size);
        assert_non_null(p);
        assert_ptr_not_equal(p, last);
        assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, size);
        last = p;
    }
    arena_free(&a);
}

static void blocks_keep_their_bytes_across_chunks(void **state)
{
    (void)state;
    enum { COUNT = 3000 };
    Arena a = {0};
    uint32_t **blocks = arena_array(&a, uint32_t *, COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        blocks[i] = arena_array(&a, uint32_t, i % 97 + 1);
        for (uint32_t j = 0; j <= i % 97; j++)
            blocks[i][j] = i * 100 + j;
    }
    for (uint32_t i = 0; i < COUNT; i++)
        for (uint32_t j = 0; j <= i % 97; j++)
            assert_int_equal(blocks[i][j], i * 100 + j);
    arena_free(&a);
}

static void block_larger_than_the_largest_chunk(void **state)
{
    (void)state;
    Arena a = {0};
    size_t size = 9u * 1024 * 1024;
    char *small = arena_strndup(&a, "before", 6);
    char *big = arena_alloc(&a, size);
    big[size - 1] = 'x';
    char *after = arena_strndup(&a, "after", 5);
    assert_string_equal(small, "before");
    assert_string_equal(after, "after");
    assert_true(a.used >= size);
    arena_free(&a);
    assert_null(a.head);
}

static void reset_reuses_memory_and_zeroes_it(void **state)
{
    (void)state;
    Arena a = {0};
    for (int round = 0; round < 50; round++) {
        unsigned char *p = arena_alloc(&a, 100000);
        for (size_t i = 0; i < 100000; i += 997)
            assert_int_equal(p[i], 0);
        memset(p, 0xa5, 100000);
        arena_reset(&a);
        assert_int_equal(a.used, 0);
    }
    ArenaChunk *kept = a.head;
    arena_alloc(&a, 100000);
    assert_ptr_equal(a.head, kept);
    arena_free(&a);
}

static void empty_arena_can_be_reset_and_freed(void **state)
{
    (void)state;
    Arena a = {0};
    arena_reset(&a);
    arena_free(&a);
    assert_string_equal(arena_strndup(&a, "x", 0), "");
    arena_free(&a);
}

static void printf_makes_room_for_any_length(void **state)
{
    (void)state;
    Arena a = {0};
    char *text = arena_printf(&a, "%*d|%s", 40000, 7, "end");
    assert_int_equal(strlen(text), 40004);
    assert_string_equal(text + 39999, "7|end");
    arena_free(&a);
}

static void vector_grows_and_keeps_order(void **state)
{
    (void)state;
    Arena a = {0};
    VEC(uint64_t) v = {0};
    uint64_t sum = 0;
    VEC_EACH(uint64_t, p, &v)
        sum += *p;
    assert_int_equal(sum, 0);
    for (uint64_t i = 0; i < 10000; i++)
        vec_push(&a, &v, i * i);
    assert_int_equal(v.len, 10000);
    assert_true(v.cap >= v.len);
    uint64_t i = 0;
    VEC_EACH(uint64_t, p, &v) {
        assert_int_equal(*p, i * i);
        i++;
    }
    assert_int_equal(i, 10000);
    assert_int_equal(vec_last(&v), (uint64_t)9999 * 9999);
    arena_free(&a);
}

typedef struct Pair {
    int first, second;
} Pair;

static void vector_takes_compound_literals(void **state)
{
    (void)state;
    Arena a = {0};
    VEC(Pair) v = {0};
    vec_push(&a, &v, (Pair){1, 2});
    vec_push(&a, &v, (Pair){.second = 4});
    assert_int_equal(v.data[0].second, 2);
    assert_int_equal(v.data[1].first, 0);
    assert_int_equal(v.data[1].second, 4);
    arena_free(&a);
}

static void bitset_members_at_word_edges(void **state)
{
    (void)state;
    Arena a = {0};
    const uint32_t edges[] = {0, 1, 63, 64, 65, 127, 128, 129};
    Bitset s = bitset_new(&a, 130);
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        assert_false(bitset_has(&s, edges[i]));
        bitset_add(&s, edges[i]);
        assert_true(bitset_has(&s, edges[i]));
    }
    bitset_remove(&s, 64);
    assert_false(bitset_has(&s, 64));
    assert_true(bitset_has(&s, 63));
    assert_true(bitset_has(&s, 65));
    assert_false(bitset_has(&s, 2));
    assert_false(bitset_has(&s, 130));
    assert_false(bitset_has(&s, UINT32_MAX));
    arena_free(&a);
}

static void bitset_union_and_intersect_say_what_changed(void **state)
{
    (void)state;
    Arena a = {0};
    Bitset s = bitset_new(&a, 200), t = bitset_new(&a, 200);
    bitset_add(&t, 5);
    bitset_add(&t, 199);
    assert_true(bitset_union(&s, &t));
    assert_false(bitset_union(&s, &t));
    bitset_add(&s, 70);
    assert_true(bitset_intersect(&s, &t));
    assert_false(bitset_intersect(&s, &t));
    assert_false(bitset_has(&s, 70));
    assert_true(bitset_has(&s, 199));
    Bitset copy = bitset_new(&a, 200);
    bitset_copy(&copy, &s);
    assert_true(bitset_has(&copy, 5));
    bitset_fill(&copy);
    for (uint32_t i = 0; i < 200; i++)
        assert_true(bitset_has(&copy, i));
    assert_false(bitset_has(&copy, 200));
    arena_free(&a);
}

static void empty_bitset(void **state)
{
    (void)state;
    Arena a = {0};
    Bitset s = bitset_new(&a, 0), t = bitset_new(&a, 0);
    assert_false(bitset_has(&s, 0));
    assert_false(bitset_union(&s, &t));
    assert_false(bitset_intersect(&s, &t));
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_aligned_and_distinct),
        cmocka_unit_test(blocks_keep_their_bytes_across_chunks),
        cmocka_unit_test(block_larger_than_the_largest_chunk),
        cmocka_unit_test(reset_reuses_memory_and_zeroes_it),
        cmocka_unit_test(empty_arena_can_be_reset_and_freed),
        cmocka_unit_test(printf_makes_room_for_any_length),
        cmocka_unit_test(vector_grows_and_keeps_order),
        cmocka_unit_test(vector_takes_compound_literals),
        cmocka_unit_test(bitset_members_at_word_edges),
        cmocka_unit_test(bitset_union_and_intersect_say_what_changed),
        cmocka_unit_test(empty_bitset),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}

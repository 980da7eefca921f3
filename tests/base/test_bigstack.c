// test_bigstack.c - recursion far beyond an ordinary stack.
#include "harness/unit.h"

#include "base/bigstack.h"

// 64 MiB of frames: eight times what a thread usually has, and enough under sanitizers too.
enum { FRAME = 1024, DEPTH = 64 * 1024 };

static unsigned descend(unsigned depth, volatile char *above)
{
    volatile char frame[FRAME];
    frame[0] = (char)depth;
    frame[FRAME - 1] = above ? above[0] : 0;
    unsigned deeper = depth > 0 ? descend(depth - 1, frame) : 0;
    return deeper + (frame[0] == (char)depth);
}

static void work(void *p)
{
    unsigned *result = p;
    *result = descend(DEPTH, NULL);
}

static void deep_recursion(void **state)
{
    (void)state;
    unsigned result = 0;
    bigstack_run(work, &result);
    assert_int_equal(result, DEPTH + 1);
}

static void nested(void *p)
{
    bigstack_run(work, p);
}

static void one_inside_another(void **state)
{
    (void)state;
    unsigned result = 0;
    bigstack_run(nested, &result);
    assert_int_equal(result, DEPTH + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deep_recursion),
        cmocka_unit_test(one_inside_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

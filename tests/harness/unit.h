// unit.h - cmocka with the headers that it wants, for unit tests.
#ifndef CURFEW_TESTS_UNIT_H
#define CURFEW_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

// Compares a Str with a literal and shows both on failure.
#define assert_str(got, want)                                                                      \
    do {                                                                                           \
        Str got_ = (got);                                                                          \
        assert_int_equal(got_.len, strlen(want));                                                  \
        assert_memory_equal(got_.len ? got_.ptr : "", want, got_.len);                             \
    } while (0)

#endif

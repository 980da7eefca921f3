// made.h - large texts made of repeated pieces, and a whole check of them.
#ifndef CURFEW_TESTS_LIMITS_MADE_H
#define CURFEW_TESTS_LIMITS_MADE_H

#include "base/bigstack.h"
#include "harness/unit.h"
#include "rules/check.h"

// Appends `piece` `n` times. In it `#` is the number of the copy, `@` that of the next one, the
// last one's next being the first.
static inline void made_repeat(StrBuf *b, const char *piece, uint32_t n)
{
    for (uint32_t i = 0; piece && i < n; i++) {
        for (const char *c = piece; *c; c++) {
            if (*c == '#' || *c == '@')
                strbuf_printf(b, "%u", *c == '#' ? i : (i + 1) % n);
            else
                strbuf_addc(b, *c);
        }
    }
}

typedef struct MadeCheck {
    const Source *source;
    CheckOptions options;
    CheckResult *result;
} MadeCheck;

static inline void made_run(void *p)
{
    MadeCheck *c = p;
    const char *error = NULL;
    c->result = check_run(&c->options, &c->source, 1, &error);
}

// Checks a text on a large stack, as the program does. The result is freed by the caller.
static inline CheckResult *made_check(const Source *s)
{
    MadeCheck c = {.source = s, .options = {.go_minor = 22}};
    bigstack_run(made_run, &c);
    assert_non_null(c.result);
    return c.result;
}

#endif

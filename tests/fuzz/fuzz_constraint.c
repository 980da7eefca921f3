// fuzz_constraint.c - any bytes are a build constraint: a negation holds where the expression does
// not, and a conjunction with itself says the same again.
#include "check_syntax.h"

#include "load/constraint.h"

// Longer expressions reach the limit on operands when they are put into a larger one.
enum { LONGEST = 400 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool holds(const void *ctx, Str tag)
{
    (void)ctx;
    return tag.len % 2 == 1;
}

static Constraint eval(const char *before, Str expression, const char *after)
{
    StrBuf line = {0};
    strbuf_adds(&line, before);
    strbuf_add(&line, expression);
    strbuf_adds(&line, after);
    Constraint c = constraint_eval(strbuf_view(&line), (ConstraintTags){holds, NULL});
    strbuf_free(&line);
    return c;
}

// Blanks other than these are only taken off the ends of a line, and so mean something in the
// middle.
static bool has_odd_blank(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '\n' && s.ptr[i] <= '\r')
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    eval("", text, "");
    eval("// +build ", text, "");
    Constraint c = eval("//go:build ", text, "");
    if (c.error || size > LONGEST || has_odd_blank(text))
        return 0;
    Constraint negation = eval("//go:build !(", text, ")");
    MUST(!negation.error && negation.holds == !c.holds);
    Constraint twice = eval("//go:build !(!(", text, "))");
    MUST(!twice.error && twice.holds == c.holds && twice.go_minor == c.go_minor);
    Constraint both = eval("//go:build y && (", text, ")");
    MUST(!both.error && both.holds == c.holds && both.go_minor == c.go_minor);
    return 0;
}

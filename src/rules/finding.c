// finding.c - the names of failures, principles, levels and safeties, out of their tables.
#include "rules/finding.h"

static const char *const failure_names[FAILURE_COUNT] = {
#define FAILURE(name, text) [FAIL_##name] = text,
#include "rules/failures.def"
};

static const struct {
    const char *name, *sentence;
} principles[PRINCIPLE_COUNT] = {
#define PRINCIPLE(name, text, sentence) [PRINCIPLE_##name] = {text, sentence},
#include "rules/principles.def"
};

static const char *const level_names[] = {
    [LEVEL_ADVICE] = "advice",
    [LEVEL_WARNING] = "warning",
    [LEVEL_ERROR] = "error",
};

const char *failure_name(Failure f)
{
    return failure_names[f];
}

const char *principle_name(Principle p)
{
    return principles[p].name;
}

const char *principle_sentence(Principle p)
{
    return principles[p].sentence;
}

const char *level_name(Level l)
{
    return level_names[l];
}

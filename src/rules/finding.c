// finding.c - the names of failures, principles, levels and safeties, out of their tables; and what
// makes a finding outlive its package.
#include "rules/finding.h"

#include <string.h>

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

const char *fix_safety_name(FixSafety s)
{
    static const char *const names[] = {
        [FIX_SAFE] = "safe",
        [FIX_UNSAFE] = "unsafe",
        [FIX_SKETCH] = "sketch",
    };
    return names[s];
}

static void keep(Arena *a, const char **text)
{
    if (*text)
        *text = arena_strndup(a, *text, strlen(*text));
}

void finding_keep(Arena *a, Finding *f)
{
    keep(a, &f->message);
    keep(a, &f->symbol);
    keep(a, &f->package);
    VEC_EACH (Related, r, &f->related) {
        keep(a, &r->role);
        keep(a, &r->message);
    }
    VEC_EACH (WitnessStep, w, &f->witness) {
        keep(a, &w->goroutine);
        keep(a, &w->what);
    }
    VEC_EACH (const char *, note, &f->notes)
        keep(a, note);
    VEC_EACH (Fix, fix, &f->fixes) {
        keep(a, &fix->description);
        VEC_EACH (Edit, e, &fix->edits)
            keep(a, &e->text);
    }
}

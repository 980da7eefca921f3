// test_fixes.c - every fix of every firing rule case does what its degree promises.
//
// Each safe or unsafe fix of each file in tests/cases/*/fires is applied alone: the result parses, its
// finding is gone, and no rule has more findings than before. With FIXES_OUT=DIR the results are also
// written there, a folder each, for test_build.sh to compile. With FIXES_TABLE set, what fixes each
// rule has is printed. FIXES_ONLY=TEXT picks cases whose path contains the text.
#include "harness/unit.h"

#include "policy/policy.h"
#include "report/rewrite.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct Flags {
    uint32_t go_minor;
    Level level;
} Flags;

typedef struct Tally {
    uint32_t findings, degrees[FIX_SKETCH + 1], none;
} Tally;

typedef struct Suite {
    const char *out;  // of FIXES_OUT, or NULL
    const char *only; // of FIXES_ONLY, or NULL
    Tally *tally;     // by rule
    uint32_t applied, wrong;
    Arena arena;
} Suite;

static Flags flags_of(const Source *s)
{
    static const char *const names[] = {"advice", "warning", "error"};
    Flags flags = {0, LEVEL_WARNING};
    Str line = source_line(s, 1);
    if (!str_starts(line, "// curfew:"))
        return flags;
    size_t go = str_find(line, STR("--go 1.")), level = str_find(line, STR("--level "));
    if (go != SIZE_MAX)
        flags.go_minor = (uint32_t)strtoul(line.ptr + go + strlen("--go 1."), NULL, 10);
    for (size_t k = 0; level != SIZE_MAX && k < 3; k++)
        if (str_starts(str_sub(line, level + strlen("--level "), line.len), names[k]))
            flags.level = (Level)k;
    return flags;
}

static CheckResult *check_one(const Source *s, Flags flags)
{
    const char *error = NULL;
    CheckOptions options = {.go_minor = flags.go_minor};
    CheckResult *r = check_run(&options, &s, 1, &error);
    assert_non_null(r);
    Config *config = config_new();
    config->level = flags.level;
    Policy policy = {.config = config};
    policy_judge(&policy, r);
    config_free(config);
    return r;
}

static uint32_t count_of(const CheckResult *r, const Rule *rule)
{
    uint32_t n = 0;
    VEC_EACH (Finding *, f, &r->findings.items)
        n += (*f)->rule == rule && (*f)->standing == STANDING_COUNTS;
    return n;
}

static void wrong(Suite *s, const Finding *f, const char *what)
{
    printf("# %s:%u: %s: %s\n", f->place.source->path,
           source_position(f->place.source, f->place.span.start).line, f->rule->slug, what);
    s->wrong++;
}

static void write_out(Suite *s, const char *path, uint32_t number, Str text)
{
    // tests/cases/RULE/fires/NAME.go becomes RULE-NAME-N/NAME.go, where no folder ends in _test.
    Str name = str_of(path + strlen("tests/cases/"));
    size_t slash = str_find(name, STR("/"));
    Str base = str_sub(name, slash + strlen("/fires/"), name.len);
    char *folder = arena_printf(&s->arena, "%s/%.*s-%.*s-%u", s->out, (int)slash, name.ptr,
                                (int)(base.len - strlen(".go")), base.ptr, number);
    for (char *c = folder + strlen(s->out); *c; c++)
        *c = *c == '_' ? '-' : *c;
    mkdir(folder, 0777);
    FILE *f = fopen(arena_printf(&s->arena, "%s/%.*s", folder, STR_ARG(base)), "w");
    assert_non_null(f);
    fwrite(text.ptr, 1, text.len, f);
    assert_int_equal(fclose(f), 0);
}

// Whether tests/fixes/hidden.txt says that the case has a fault of this rule behind the one that is mended.
static bool is_hidden(Suite *s, const Finding *f, const char *slug)
{
    const char *error = NULL;
    Source *list = source_read("tests/fixes/hidden.txt", &error);
    assert_non_null(list);
    const char *line = arena_printf(&s->arena, "\n%s %s\n", f->place.source->path + strlen("tests/cases/"), slug);
    bool listed = str_find((Str){list->text, list->len}, str_of(line)) != SIZE_MAX;
    source_free(list);
    return listed;
}

static void judge(Suite *s, const CheckResult *before, const Finding *f, const Source *fixed, Flags flags)
{
    CheckResult *after = check_one(fixed, flags);
    for (uint32_t k = 0; k < rules_count; k++) {
        uint32_t was = count_of(before, &rules[k]), is = count_of(after, &rules[k]);
        if (&rules[k] == f->rule && is >= was)
            wrong(s, f, "the finding stays");
        else if (is > was && !is_hidden(s, f, rules[k].slug))
            wrong(s, f, arena_printf(&s->arena, "the fix adds a finding of %s", rules[k].slug));
    }
    check_free(after);
}

static void apply_one(Suite *s, const CheckResult *before, const Finding *f, const Fix *fix, uint32_t number,
                      Flags flags)
{
    const Source *source = f->place.source;
    Rewrite r = {0};
    StrBuf text = {0};
    s->applied++;
    if (rewrite_take(&r, f, fix)) {
        rewrite_seal(&r);
        rewrite_text(&r, source, &text);
        if (rewrite_parses(&r, source, strbuf_view(&text))) {
            Source *fixed = source_from(source->path, strbuf_view(&text));
            judge(s, before, f, fixed, flags);
            source_free(fixed);
            if (s->out)
                write_out(s, source->path, number, strbuf_view(&text));
        } else {
            wrong(s, f, "the result does not parse");
        }
    } else {
        wrong(s, f, "the edits are not in order");
    }
    strbuf_free(&text);
    rewrite_free(&r);
}

static void try_case(Suite *s, const char *path)
{
    const char *error = NULL;
    Source *source = source_read(path, &error);
    assert_non_null(source);
    Flags flags = flags_of(source);
    CheckResult *result = check_one(source, flags);
    uint32_t number = 0;
    VEC_EACH (Finding *, f, &result->findings.items) {
        if ((*f)->standing != STANDING_COUNTS)
            continue;
        Tally *t = &s->tally[(*f)->rule - rules];
        t->findings++;
        t->none += (*f)->fixes.len == 0;
        VEC_EACH (Fix, fix, &(*f)->fixes) {
            t->degrees[fix->safety]++;
            if (fix->safety != FIX_SKETCH)
                apply_one(s, result, *f, fix, ++number, flags);
        }
    }
    check_free(result);
    source_free(source);
}

static void try_folder(Suite *s, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int k = 0; k < count; k++) {
        char *path = arena_printf(&s->arena, "%s/%s", folder, entries[k]->d_name);
        if (str_ends(str_of(path), ".go") && (!s->only || strstr(path, s->only)))
            try_case(s, path);
        free(entries[k]);
    }
    free(entries);
}

static void print_table(const Suite *s)
{
    printf("# %-24s findings  safe  unsafe  sketch  none\n", "rule");
    for (uint32_t k = 0; k < rules_count; k++) {
        const Tally *t = &s->tally[k];
        printf("# %-24s %8u %5u %7u %7u %5u\n", rules[k].slug, t->findings, t->degrees[FIX_SAFE],
               t->degrees[FIX_UNSAFE], t->degrees[FIX_SKETCH], t->none);
    }
}

static void every_fix_mends_its_finding(void **state)
{
    (void)state;
    Suite s = {.out = getenv("FIXES_OUT"), .only = getenv("FIXES_ONLY")};
    s.tally = arena_array(&s.arena, Tally, rules_count);
    for (uint32_t k = 0; k < rules_count; k++) {
        const char *folder = arena_printf(&s.arena, "tests/cases/%s/fires", rules[k].slug);
        struct stat st;
        if (stat(folder, &st) == 0)
            try_folder(&s, folder);
    }
    if (getenv("FIXES_TABLE"))
        print_table(&s);
    printf("# %u fixes applied, %u wrong\n", s.applied, s.wrong);
    assert_true(s.only || s.applied > 100);
    assert_int_equal(s.wrong, 0);
    arena_free(&s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fix_mends_its_finding),
    };
    return cmocka_run_group_tests_name("fixes", tests, NULL, NULL);
}

// fuzz_versions.c - any three lines are versions of modules and of Go: their order is one.
#include "check_syntax.h"

#include "load/gover.h"
#include "load/modpath.h"
#include "load/semver.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef int Compare(Str a, Str b);

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

static void check_order(Compare *compare, const Str *v)
{
    for (int i = 0; i < 3; i++) {
        MUST(compare(v[i], v[i]) == 0);
        for (int k = 0; k < 3; k++) {
            MUST(sign(compare(v[i], v[k])) == -sign(compare(v[k], v[i])));
            for (int m = 0; m < 3; m++)
                MUST(!(compare(v[i], v[k]) <= 0 && compare(v[k], v[m]) <= 0) ||
                     compare(v[i], v[m]) <= 0);
        }
    }
}

static void check_one(Str v)
{
    Arena a = {0};
    Str major, canonical = semver_canonical(&a, v);
    MUST((canonical.len > 0) == semver_valid(v));
    MUST(semver_compare(canonical, v) == 0 && str_eq(semver_canonical(&a, canonical), canonical));
    MUST(str_starts(v, "v") || semver_major(v).len == 0);
    MUST(gover_valid(v) || gover_minor(v) == 0);
    if (modpath_split(v, &major))
        MUST(str_eq(major, str_sub(v, v.len - major.len, v.len)));
    if (!modpath_import_fault(v))
        MUST(modpath_escape(&a, v).len >= v.len && v.len > 0);
    gover_of_toolchain(v);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str v[3] = {{0}}, rest = {(const char *)data, size};
    for (int i = 0; i < 3; i++) {
        size_t end = str_find(rest, STR("\n"));
        v[i] = str_sub(rest, 0, end == SIZE_MAX ? rest.len : end);
        rest = str_sub(rest, v[i].len + 1, rest.len);
        check_one(v[i]);
    }
    check_order(semver_compare, v);
    check_order(gover_compare, v);
    return 0;
}

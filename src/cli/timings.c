// timings.c - where the processor time of a run went.
#include "cli/timings.h"
#include "report/glyph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Timing {
    uint64_t ns;
    const char *name;
    const PackageTime *parts; // NULL for a rule
} Timing;

typedef VEC(Timing) TimingList;

static int by_time(const void *x, const void *y)
{
    const Timing *a = x, *b = y;
    int order = (a->ns < b->ns) - (a->ns > b->ns);
    return order ? order : strcmp(a->name, b->name);
}

static double ms(uint64_t ns)
{
    return (double)ns / 1e6;
}

static void print(const char *title, TimingList *list, Arena *a)
{
    uint64_t all = 0;
    if (list->len)
        qsort(list->data, list->len, sizeof *list->data, by_time);
    VEC_EACH (const Timing, t, list)
        all += t->ns;
    fprintf(stderr, "%s, %.1f ms of processor time:\n", title, ms(all));
    VEC_EACH (const Timing, t, list) {
        double share = all ? 100.0 * (double)t->ns / (double)all : 0;
        fprintf(stderr, "%10.1f ms %5.1f %%  %s", ms(t->ns), share, glyph_text(a, t->name));
        if (t->parts)
            fprintf(stderr, " (types %.1f, ir %.1f, flow %.1f, rules %.1f)", ms(t->parts->ns_types),
                    ms(t->parts->ns_ir), ms(t->parts->ns_flow), ms(t->parts->ns_rules));
        fputc('\n', stderr);
    }
}

void timings_print(const CheckResult *result)
{
    Arena a = {0};
    TimingList of_rules = {0}, packages = {0};
    for (size_t k = 0; result->rule_ns && k < rules_count; k++)
        vec_push(&a, &of_rules, (Timing){result->rule_ns[k], rules[k].slug, NULL});
    VEC_EACH (const PackageTime, t, &result->package_times)
        vec_push(&a, &packages, (Timing){t->ns_types + t->ns_ir + t->ns_flow + t->ns_rules, t->name, t});
    print("rules", &of_rules, &a);
    print("packages whose functions were analysed", &packages, &a);
    arena_free(&a);
}

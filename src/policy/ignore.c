// ignore.c - which findings a comment says are meant to be there.
//
// Directives cover intervals of a file, findings are points in it: both are sorted and swept over once, with
// the intervals that hold the current point at hand. There are as many of those as intervals nest.
#include "policy/ignore.h"

#include <stdlib.h>

typedef struct Interval {
    const Source *source;
    Span span;
    uint32_t directive;
    bool ends; // it covers findings by their ends, not by their starts
} Interval;

typedef struct Point {
    const Source *source;
    uint32_t offset;
    uint32_t finding; // its number
    bool ends;
} Point;

typedef struct Sweep {
    Arena scratch;
    VEC(Interval) intervals;
    VEC(Point) points;
    VEC(Interval) open; // those that hold the current point, and some that lie behind it
    const CheckResult *result;
    IgnoreUses *uses; // NULL: only words that name the rule count
    uint32_t *widths; // by finding from `first` on: of the interval that its excuse was taken from
    uint32_t first;
} Sweep;

// Sources have no order of their own; within one run any will do, since nothing that is printed follows it.
static int by_source(const Source *a, const Source *b)
{
    return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

static int by_start(const void *x, const void *y)
{
    const Interval *a = x, *b = y;
    int order = by_source(a->source, b->source);
    if (order == 0)
        order = (a->span.start > b->span.start) - (a->span.start < b->span.start);
    return order ? order : (a->directive > b->directive) - (a->directive < b->directive);
}

static int by_offset(const void *x, const void *y)
{
    const Point *a = x, *b = y;
    int order = by_source(a->source, b->source);
    return order ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

static void gather(Sweep *s)
{
    for (uint32_t k = 0; k < s->result->directives.len; k++) {
        const Directive *d = &s->result->directives.data[k].directive;
        if (d->covers.end > d->covers.start)
            vec_push(&s->scratch, &s->intervals, (Interval){d->source, d->covers, k, false});
        if (d->line.end > d->line.start)
            vec_push(&s->scratch, &s->intervals, (Interval){d->source, d->line, k, true});
    }
    const FindingList *list = &s->result->findings;
    for (uint32_t k = s->first; k < list->items.len && s->intervals.len; k++) {
        Place p = list->items.data[k]->place;
        vec_push(&s->scratch, &s->points, (Point){p.source, p.span.start, k, false});
        if (p.span.end > p.span.start)
            vec_push(&s->scratch, &s->points, (Point){p.source, p.span.end - 1, k, true});
    }
    if (s->intervals.len)
        qsort(s->intervals.data, s->intervals.len, sizeof *s->intervals.data, by_start);
    if (s->points.len)
        qsort(s->points.data, s->points.len, sizeof *s->points.data, by_offset);
}

static bool word_names(const Directive *d, Str word, const Rule *rule, bool exactly)
{
    if (d->kind == DIRECTIVE_NOLINT)
        return str_is(word, "curfew") || str_is(word, "all");
    return str_is(word, rule->slug) || (!exactly && str_is(word, "all"));
}

// True when the directive names the rule; what it names it by is marked as used.
static bool names(Sweep *s, uint32_t index, const Rule *rule)
{
    const Directive *d = &s->result->directives.data[index].directive;
    bool named = d->kind == DIRECTIVE_NOLINT && d->words.len == 0;
    if (d->kind != DIRECTIVE_NOLINT && d->reason.len == 0)
        return false;
    for (uint32_t w = 0; w < d->words.len; w++) {
        if (!word_names(d, d->words.data[w].text, rule, !s->uses))
            continue;
        named = true;
        if (s->uses)
            s->uses->items[index].used[w] = true;
    }
    return named;
}

static void ignore(Sweep *s, Arena *a, const Interval *i, uint32_t index)
{
    Finding *f = s->result->findings.items.data[index];
    uint32_t *width_so_far = &s->widths[index - s->first];
    if (!names(s, i->directive, f->rule))
        return;
    const Directive *d = &s->result->directives.data[i->directive].directive;
    uint32_t width = i->span.end - i->span.start;
    // Of several comments the nearest one says why.
    if (f->standing == STANDING_IGNORED && *width_so_far <= width)
        return;
    f->standing = STANDING_IGNORED;
    f->excuse = arena_strndup(a, d->reason.ptr ? d->reason.ptr : "", d->reason.len);
    *width_so_far = width;
}

void ignore_apply(Arena *a, CheckResult *result, uint32_t first, IgnoreUses *uses)
{
    Sweep s = {.result = result, .uses = uses, .first = first};
    if (uses) {
        uses->len = result->directives.len;
        uses->items = arena_array(a, IgnoreUse, uses->len);
        for (uint32_t k = 0; k < uses->len; k++) {
            const CheckDirective *d = &result->directives.data[k];
            uses->items[k] = (IgnoreUse){d, arena_array(a, bool, d->directive.words.len + 1), false};
        }
    }
    gather(&s);
    s.widths = arena_array(&s.scratch, uint32_t, result->findings.items.len - first + 1);
    uint32_t next = 0;
    VEC_EACH (const Point, p, &s.points) {
        for (; next < s.intervals.len; next++) {
            const Interval *i = &s.intervals.data[next];
            int order = by_source(i->source, p->source);
            if (order > 0 || (order == 0 && i->span.start > p->offset))
                break;
            vec_push(&s.scratch, &s.open, *i);
        }
        uint32_t kept = 0;
        for (uint32_t k = 0; k < s.open.len; k++) {
            Interval i = s.open.data[k];
            if (i.source != p->source || i.span.end <= p->offset)
                continue;
            s.open.data[kept++] = i;
            if (i.ends == p->ends)
                ignore(&s, &result->arena, &i, p->finding);
        }
        s.open.len = kept;
    }
    arena_free(&s.scratch);
}

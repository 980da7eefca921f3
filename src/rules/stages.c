// stages.c - one checked package through ir, flow and the rules.
#include "rules/stages.h"
#include "rules/evidence.h"
#include "rules/fingerprint.h"
#include "rules/locks_held.h"
#include "rules/wait_counts.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

uint64_t stages_now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

void outcome_skip(Outcome *out, const char *path, uint32_t line, const char *kind, const char *reason)
{
    vec_push(&out->arena, &out->skipped.items,
             (Skip){arena_strndup(&out->arena, path, strlen(path)), line, kind,
                    arena_strndup(&out->arena, reason, strlen(reason))});
}

void outcome_directives(Outcome *out, const Ast *ast, Str package)
{
    Directives found = {0};
    directives_find(&out->arena, ast, &found);
    const char *path = found.len ? arena_strndup(&out->arena, package.ptr, package.len) : NULL;
    VEC_EACH (const Directive, d, &found)
        vec_push(&out->arena, &out->directives, (CheckDirective){*d, path});
}

// The place behind the last byte counts for an empty text.
static bool in_own_text(const void *input, Place place)
{
    const StageInput *in = input;
    for (uint32_t k = 0; k < in->own_count; k++) {
        const OwnText *own = &in->own[k];
        uint32_t at = place.span.start;
        if (own->source == place.source && at >= own->span.start &&
            at < own->span.end + (own->span.end == own->span.start))
            return true;
    }
    return false;
}

static void note_cut_short(const StageInput *in, const RuleContext *ctx, Outcome *out)
{
    if (flow_paths_cut(ctx->flow))
        outcome_skip(out, in->path, 0, "budget", "some functions are too large to search all their paths");
    if (ctx->locks_cut)
        outcome_skip(out, in->path, 0, "budget",
                     arena_printf(in->scratch,
                                  "where more than %d places take locks, which are held is not followed",
                                  ACQUISITIONS_MAX));
    if (ctx->groups_cut)
        outcome_skip(out, in->path, 0, "budget",
                     arena_printf(in->scratch, "where more than %d places count wait groups, whether they balance is not asked",
                                  COUNT_OPS_MAX));
    if (ctx->counts_cut)
        outcome_skip(out, in->path, 0, "budget", "some functions are too large to count what they send and receive on all their paths");
    if (ctx->cut_short)
        outcome_skip(out, in->path, 0, "budget",
                     "some functions stop too many values to tell in which order they were built");
}

// Runs each rule; what one needs while it works is forgotten before the next one. Returns the most
// bytes that one had at a time. `ns` has a place for each rule's time, or is NULL.
static size_t run_each(RuleContext *ctx, const bool *off, uint64_t *ns)
{
    Arena own = {0}, *scratch = ctx->scratch;
    size_t most = 0;
    uint32_t kept = 0;
    ctx->scratch = &own;
    for (size_t k = 0; k < rules_count; k++) {
        if (off && off[k])
            continue;
        ctx->rule = &rules[k];
        uint64_t start = ns ? stages_now_ns() : 0;
        rules[k].check(ctx);
        if (ns)
            ns[k] += stages_now_ns() - start;
        while (kept < ctx->out->items.len)
            finding_keep(ctx->arena, ctx->out->items.data[kept++]);
        most = own.used > most ? own.used : most;
        arena_reset(&own);
    }
    arena_free(&own);
    ctx->scratch = scratch;
    return most;
}

static void run_rules(const StageInput *in, const StageValues *v, Outcome *out)
{
    FindingList found = {0};
    RuleContext ctx = {.flow = v->flow, .ir = v->ir, .types = in->types, .live = flow_live(v->flow), .arena = &out->arena,
                       .scratch = in->scratch, .package = in->scratch,
                       .go_minor = in->go_minor, .old_timers = in->old_timers, .out = &found,
                       .other_tests = in->other_tests};
    if (in->inventory) {
        inventory_gather(&ctx, in_own_text, in, &out->arena, &out->inventory);
        return;
    }
    if (in->name && !out->rule_ns)
        out->rule_ns = arena_array(&out->arena, uint64_t, rules_count);
    out->stats.bytes_rules += run_each(&ctx, in->off, out->rule_ns);
    note_cut_short(in, &ctx, out);
    fingerprint_all(&found, in->types);
    VEC_EACH (Finding *, f, &found.items) {
        if (in_own_text(in, (*f)->place))
            vec_push(&out->arena, &out->findings.items, *f);
    }
}

StageValues stages_run(const StageInput *in, Outcome *out)
{
    uint64_t t1 = stages_now_ns();
    StageValues v = {.ir = ir_build(in->types, in->models)};
#ifndef NDEBUG
    const char *wrong = ir_verify(v.ir, in->scratch);
    if (wrong) {
        fprintf(stderr, "curfew: %s: %s\n", in->path, wrong);
        abort();
    }
#endif
    uint64_t t2 = stages_now_ns();
    FlowOptions options = in->flow;
    options.go_minor = in->go_minor;
    v.flow = flow_build(v.ir, options);
    if (flow_saturated(v.flow))
        outcome_skip(out, in->path, 0, "budget",
                     arena_printf(in->scratch,
                                  "values that can be more than %d different things are not followed",
                                  FLOW_OBJECTS_MAX));
    uint64_t t3 = stages_now_ns();
    if (in->own_count)
        run_rules(in, &v, out);
    CheckStats *s = &out->stats;
    s->packages += in->own_count > 0;
    s->ns_ir += t2 - t1;
    s->ns_flow += t3 - t2;
    uint64_t t4 = stages_now_ns();
    s->ns_rules += t4 - t3;
    if (in->name)
        vec_push(&out->arena, &out->times, (PackageTime){in->name, in->ns_types, t2 - t1, t3 - t2, t4 - t3});
    s->bytes_ir += v.ir->arena.used;
    s->bytes_flow += flow_bytes(v.flow);
    s->bytes_rules += in->scratch->used;
    return v;
}

void stages_free(StageValues *v)
{
    flow_free(v->flow);
    ir_free(v->ir);
}

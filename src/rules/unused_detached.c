// unused_detached.c - `//curfew:detached` where there is nothing to excuse.
//
// The comment says: nobody owns this goroutine, and that is meant to be so. It hides a fault when no goroutine
// starts where it speaks any more, or when the goroutine has an owner by now: the next one that is written there
// is excused without anybody having thought of it. One without a reason declares nothing, though its author
// believes that it does.
//
// What a comment excuses is found by asking: all rules run again, once as the comments stand and once as if they
// were not there. A comment whose goroutine no further finding touches excuses nothing. Only packages that have
// such comments pay for it.
#include "base/hash.h"
#include "rules/evidence.h"
#include "syntax/directive.h"

void rule_unused_detached(RuleContext *ctx);

// A goroutine that starts so many lines below the comment may be the one that is meant.
enum { NEAR_LINES = 4 };

// Of a package; what the goroutines of more have to be excused for is not asked.
enum { COMMENTS_MAX = 1000 };

typedef struct Declared {
    uint32_t file;
    Span span; // of the comment
    bool has_reason;
    bool starts;  // a goroutine starts where it speaks
    bool unsure;  // or may: what runs there is not all seen
    bool excuses; // a finding that is silent because of it, or may be
    Site helper;  // a call there of a function that starts one, or a goroutine a few lines below; or none
} Declared;

typedef struct Study {
    RuleContext *ctx;
    VEC(Declared) comments;
    Map at; // file and line → number in `comments`, from 1
} Study;

static const Ast *tree(const RuleContext *ctx, uint32_t file)
{
    return package_file(ctx->types, file)->ast;
}

static uint32_t line_of(const RuleContext *ctx, uint32_t file, Span span)
{
    return source_position(ast_source(tree(ctx, file)), span.start).line;
}

static uint64_t key_of(uint32_t file, uint32_t line)
{
    return (uint64_t)file << 32 | line;
}

// The comments of files that were read whole.
static void find_comments(Study *s)
{
    RuleContext *ctx = s->ctx;
    for (uint32_t file = 0; file < package_file_count(ctx->types); file++) {
        const Ast *ast = tree(ctx, file);
        uint32_t count, errors;
        const Comment *comments = ast_comments(ast, &count);
        ast_errors(ast, &errors);
        for (uint32_t k = 0; k < count && !errors; k++) {
            Str reason;
            if (!directive_is_detached(source_str(ast_source(ast), comments[k].span), &reason))
                continue;
            vec_push(ctx->scratch, &s->comments, (Declared){.file = file, .span = comments[k].span, .has_reason = reason.len > 0});
            map_put(ctx->scratch, &s->at, key_of(file, line_of(ctx, file, comments[k].span)), s->comments.len);
        }
    }
}

// The comments that speak of what starts at the span: on its line, and on the line above.
static uint32_t speaking_of(const Study *s, uint32_t file, Span span, Declared *found[2])
{
    uint32_t line = line_of(s->ctx, file, span), count = 0;
    for (uint32_t up = 0; up < 2; up++) {
        uint64_t number = map_or(&s->at, key_of(file, line - up), 0);
        if (number)
            found[count++] = &s->comments.data[number - 1];
    }
    return count;
}

// ---- What starts there ----

// Whether what is not seen may wait for the goroutine, or be what it runs.
static bool has_unseen_end(const Story *s)
{
    return !s->body_seen || s->maybe_joined;
}

static void find_goroutines(const Study *s, Bitset *starters)
{
    Declared *found[2];
    for (uint32_t k = 0; k < flow_story_count(s->ctx->flow); k++) {
        const Story *story = flow_story(s->ctx->flow, k);
        const IrFunc *spawner = rule_func(s->ctx, story->spawner);
        uint32_t count = speaking_of(s, spawner->file, rule_instr(s->ctx, story->spawn)->span, found);
        for (uint32_t j = 0; j < count; j++) {
            found[j]->starts = true;
            found[j]->excuses |= has_unseen_end(story);
        }
        uint32_t line = line_of(s->ctx, spawner->file, rule_instr(s->ctx, story->spawn)->span);
        for (uint32_t up = 2; up <= NEAR_LINES && up < line; up++) {
            uint64_t number = map_or(&s->at, key_of(spawner->file, line - up), 0);
            if (number)
                s->comments.data[number - 1].helper = story->spawn;
        }
        bitset_add(starters, spawner->id.v);
    }
}

static void look_at_call(const Study *s, Site site, const Bitset *starters)
{
    Declared *found[2];
    uint32_t count = speaking_of(s, rule_func(s->ctx, site.func)->file, rule_instr(s->ctx, site)->span, found);
    CallEdges callees = count ? flow_callees(s->ctx->flow, site) : (CallEdges){0};
    for (uint32_t j = 0; j < count; j++) {
        found[j]->unsure |= flow_call_open(s->ctx->flow, site);
        for (uint32_t k = 0; k < callees.len; k++)
            if (bitset_has(starters, callees.items[k].callee.v))
                found[j]->helper = site;
    }
}

// A go statement that control never comes to has no story; it is there all the same.
static void look_at_statements(const Study *s, uint32_t file)
{
    Declared *found[2];
    const Ast *ast = tree(s->ctx, file);
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        uint32_t count = node_kind(ast, n) == NODE_GO_STMT ? speaking_of(s, file, node_span(ast, n), found) : 0;
        for (uint32_t j = 0; j < count; j++)
            found[j]->unsure = true;
    }
}

static void find_starts(const Study *s)
{
    RuleContext *ctx = s->ctx;
    Bitset starters = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    find_goroutines(s, &starters);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
            if (ir_instr(func, at)->op == IR_CALL || ir_instr(func, at)->op == IR_DEFER)
                look_at_call(s, (Site){func->id, at}, &starters);
    }
    for (uint32_t file = 0; file < package_file_count(ctx->types); file++)
        look_at_statements(s, file);
}

// ---- What is excused ----

// What all rules say of the package. Everything that they keep is in `own`.
static FindingList findings_of(const RuleContext *ctx, Arena *own, bool undeclared)
{
    FindingList found = {0};
    Arena scratch = {0};
    RuleContext again = {.flow = ctx->flow,
                         .ir = ctx->ir,
                         .types = ctx->types,
                         .live = ctx->live,
                         .arena = own,
                         .scratch = &scratch,
                         .package = own,
                         .go_minor = ctx->go_minor,
                         .old_timers = ctx->old_timers,
                         .out = &found,
                         .undeclared = undeclared};
    for (size_t k = 0; k < rules_count; k++) {
        again.rule = &rules[k];
        if (again.rule != ctx->rule)
            again.rule->check(&again);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    return found;
}

static uint64_t hash_finding(const Finding *f)
{
    uint64_t h = hash_mix((uintptr_t)f->rule, (uintptr_t)f->place.source);
    h = hash_mix(h, (uint64_t)f->place.span.start << 32 | f->place.span.end);
    return hash_mix(h, f->level);
}

static bool is_inside(const RuleContext *ctx, const Story *s, Place place)
{
    Span spawn = rule_instr(ctx, s->spawn)->span;
    return place.source == ast_source(rule_ast(ctx, rule_func(ctx, s->spawner))) && place.span.start >= spawn.start &&
           place.span.start < spawn.end;
}

static bool touches(const RuleContext *ctx, const Finding *f, const Story *s)
{
    bool found = is_inside(ctx, s, f->place);
    VEC_EACH (const Related, r, &f->related)
        found |= is_inside(ctx, s, r->place);
    VEC_EACH (const WitnessStep, w, &f->witness)
        found |= is_inside(ctx, s, w->place);
    return found;
}

// A finding that no declared goroutine can be seen in may be any one's.
static void mark_excused(const Study *s, const Finding *f)
{
    Declared *found[2];
    bool known = false;
    for (uint32_t k = 0; k < flow_story_count(s->ctx->flow); k++) {
        const Story *story = flow_story(s->ctx->flow, k);
        if (!story->detached || !touches(s->ctx, f, story))
            continue;
        known = true;
        uint32_t count = speaking_of(s, rule_func(s->ctx, story->spawner)->file, rule_instr(s->ctx, story->spawn)->span, found);
        for (uint32_t j = 0; j < count; j++)
            found[j]->excuses = true;
    }
    VEC_EACH (Declared, d, &s->comments)
        d->excuses |= !known;
}

static void find_excused(const Study *s)
{
    Arena own = {0};
    Map declared = {0};
    FindingList with = findings_of(s->ctx, &own, false), without = findings_of(s->ctx, &own, true);
    VEC_EACH (Finding *const, f, &with.items)
        map_put(&own, &declared, hash_finding(*f), 1);
    VEC_EACH (Finding *const, f, &without.items)
        if (!map_get(&declared, hash_finding(*f)))
            mark_excused(s, *f);
    arena_free(&own);
}

// ---- Reports ----

static void fix_removal(RuleContext *ctx, Finding *f, const Declared *d)
{
    const Source *source = ast_source(tree(ctx, d->file));
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "remove the comment");
    vec_push(ctx->arena, &fix->edits, (Edit){{source, directive_whole(source, d->span)}, ""});
}

static void report(RuleContext *ctx, const Declared *d)
{
    if (!d->starts && !d->unsure) {
        Finding *f = finding_in_file(ctx, LEVEL_WARNING, d->file, d->span,
                                     "this `curfew:detached` excuses nothing: no goroutine starts on its line or the next");
        if (d->helper.func.v)
            finding_related(ctx, f, d->helper, "starts one", "the comment belongs on the line above the go statement, or behind it");
        else
            fix_removal(ctx, f, d);
    } else if (!d->has_reason) {
        Finding *f = finding_in_file(ctx, LEVEL_WARNING, d->file, d->span,
                                     "this `curfew:detached` gives no reason, so it declares nothing");
        finding_note(ctx, f, "say behind it why nobody need own the goroutine");
    } else if (d->starts && !d->excuses) {
        Finding *f = finding_in_file(ctx, LEVEL_WARNING, d->file, d->span,
                                     "this `curfew:detached` excuses nothing: no rule has anything to say of the goroutine");
        fix_removal(ctx, f, d);
    }
}

void rule_unused_detached(RuleContext *ctx)
{
    Study s = {.ctx = ctx};
    find_comments(&s);
    if (s.comments.len)
        find_starts(&s);
    bool ask = false;
    VEC_EACH (Declared, d, &s.comments) {
        d->excuses |= s.comments.len > COMMENTS_MAX;
        ask |= d->starts && d->has_reason && !d->excuses;
    }
    if (ask)
        find_excused(&s);
    VEC_EACH (const Declared, d, &s.comments)
        report(ctx, d);
}

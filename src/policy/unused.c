// unused.c - directives that ignore nothing: findings of the rule unused-ignore.
//
// They come from here and not from src/rules, since only who has brought findings and comments together
// knows which comments were good for something.
#include "base/hash.h"
#include "base/map.h"
#include "base/suggest.h"
#include "policy/ignore.h"

typedef struct Report {
    CheckResult *result;
    const Rule *rule;
    Level lowest;
    IgnoreMode *mode_of;
    void *ctx;
    Map ordinals; // of equal directives in a package
    Arena scratch;
} Report;

static bool is_word(const Directive *d, uint32_t w, const char *text)
{
    return str_is(d->words.data[w].text, text);
}

// ---- The fix ----

static void add_fix(Report *r, Finding *f, const Directive *d, const bool *dead)
{
    Arena *a = &r->result->arena;
    StrBuf rest = {0};
    for (uint32_t w = 0; w < d->words.len; w++) {
        if (dead[w])
            continue;
        strbuf_adds(&rest, rest.len ? "," : "");
        strbuf_add(&rest, d->words.data[w].text);
    }
    Span span = rest.len ? d->list : directive_whole(d->source, d->span);
    Fix fix = {.description = rest.len ? "leave the rule out of the comment" : "remove the comment", .safety = FIX_SAFE};
    vec_push(a, &fix.edits, (Edit){{d->source, span}, arena_strndup(a, rest.data ? rest.data : "", rest.len)});
    vec_push(a, &f->fixes, fix);
    strbuf_free(&rest);
}

// ---- The finding ----

// Equal comments in one package are told apart by their order.
static uint64_t fingerprint(Report *r, const CheckDirective *d)
{
    uint64_t h = hash_str(str_of(r->rule->slug));
    h = hash_mix(h, hash_str(str_of(d->package)));
    h = hash_mix(h, hash_str(source_str(d->directive.source, d->directive.span)));
    uint64_t ordinal = map_or(&r->ordinals, h, 0);
    map_put(&r->scratch, &r->ordinals, h, ordinal + 1);
    return hash_mix(h, ordinal);
}

static Finding *add(Report *r, const CheckDirective *d, const char *message)
{
    Finding *f = arena_new(&r->result->arena, Finding);
    *f = (Finding){.rule = r->rule,
                   .level = r->rule->level,
                   .failure = r->rule->failure,
                   .message = message,
                   .place = {d->directive.source, d->directive.span},
                   .symbol = "",
                   .package = d->package,
                   .fingerprint = fingerprint(r, d)};
    vec_push(&r->result->arena, &r->result->findings.items, f);
    return f;
}

static const char *name_of_kind(const Directive *d)
{
    return d->kind == DIRECTIVE_IGNORE_FILE ? "curfew:ignore-file" : "curfew:ignore";
}

static void report_unknown(Report *r, const CheckDirective *d, const DirectiveWord *word)
{
    Arena *a = &r->result->arena;
    const char **slugs = arena_array(&r->scratch, const char *, rules_count);
    for (size_t k = 0; k < rules_count; k++)
        slugs[k] = rules[k].slug;
    const char *text = arena_strndup(a, word->text.ptr, word->text.len), *near = suggest(text, slugs, rules_count);
    Finding *f = add(r, d, arena_printf(a, "there is no rule `%s` to ignore%s%s%s", text, near ? "; did you mean `" : "",
                                        near ? near : "", near ? "`?" : ""));
    f->place.span = word->span;
    if (!near)
        return;
    Fix fix = {.description = arena_printf(a, "write `%s`", near), .safety = FIX_SKETCH};
    vec_push(a, &fix.edits, (Edit){{d->directive.source, word->span}, near});
    vec_push(a, &f->fixes, fix);
}

// Whether the rule could have said something here.
static bool was_run(const Report *r, const Directive *d, const Rule *rule)
{
    RuleMode mode = r->mode_of(r->ctx, rule, d->source);
    Level highest = mode < RULE_ADVICE ? rule->level : (Level)(mode - RULE_ADVICE);
    return mode != RULE_OFF && highest >= r->lowest;
}

static bool any_rule_was_run(const Report *r, const Directive *d)
{
    for (size_t k = 0; k < rules_count; k++)
        if (&rules[k] != r->rule && was_run(r, d, &rules[k]))
            return true;
    return false;
}

// Marks the words whose rules found nothing; the names of these go into `list`.
static uint32_t find_dead(Report *r, const IgnoreUse *use, bool *dead, StrBuf *list)
{
    const Directive *d = &use->directive->directive;
    uint32_t count = 0;
    for (uint32_t w = 0; w < d->words.len; w++) {
        const Rule *rule = rule_find(d->words.data[w].text);
        bool run = rule ? was_run(r, d, rule) : is_word(d, w, "all") && any_rule_was_run(r, d);
        dead[w] = run && !use->used[w];
        if (!dead[w])
            continue;
        strbuf_printf(list, "%s`%.*s`", count++ ? ", " : "", STR_ARG(d->words.data[w].text));
    }
    return count;
}

static void report_dead(Report *r, const IgnoreUse *use)
{
    const Directive *d = &use->directive->directive;
    Arena *a = &r->result->arena;
    bool *dead = arena_array(&r->scratch, bool, d->words.len + 1);
    StrBuf list = {0};
    uint32_t count = find_dead(r, use, dead, &list);
    if (count) {
        const char *said = count == 1 ? "finds nothing that it covers" : "find nothing that it covers";
        Finding *f = add(r, use->directive, arena_printf(a, "this `%s` is good for nothing: %s %s", name_of_kind(d), list.data, said));
        add_fix(r, f, d, dead);
    }
    strbuf_free(&list);
}

static void report(Report *r, const IgnoreUse *use)
{
    const CheckDirective *c = use->directive;
    const Directive *d = &c->directive;
    Arena *a = &r->result->arena;
    if (d->words.len == 0) {
        add(r, c, arena_printf(a, "this `%s` names no rule, so it ignores nothing", name_of_kind(d)));
        return;
    }
    bool excused = false;
    VEC_EACH (const DirectiveWord, w, &d->words) {
        if (!rule_find(w->text) && !str_is(w->text, "all"))
            report_unknown(r, c, w);
        // Where a finding depends on what is built, this says so.
        excused |= str_is(w->text, r->rule->slug);
    }
    if (d->reason.len == 0)
        add(r, c, arena_printf(a, "this `%s` gives no reason, so it ignores nothing", name_of_kind(d)));
    else if (!use->partial && !excused)
        report_dead(r, use);
}

// A file with faults of syntax, or one in which something was cut short, may have findings that were not made.
static void mark_partial(Arena *a, const CheckResult *result, IgnoreUses *uses)
{
    Map partial = {0};
    VEC_EACH (const Skip, s, &result->skipped.items)
        map_put(a, &partial, hash_str(str_of(s->path)), 1);
    for (uint32_t k = 0; k < uses->len; k++) {
        const char *path = uses->items[k].directive->directive.source->path;
        uses->items[k].partial = map_get(&partial, hash_str(str_of(path))) != NULL;
    }
}

void ignore_report_unused(CheckResult *result, const IgnoreUses *uses, Level lowest, IgnoreMode *mode_of, void *ctx)
{
    Report r = {.result = result, .rule = rule_find(STR("unused-ignore")), .lowest = lowest, .mode_of = mode_of, .ctx = ctx};
    IgnoreUses marked = *uses;
    mark_partial(&r.scratch, result, &marked);
    for (uint32_t k = 0; k < marked.len; k++) {
        const Directive *d = &marked.items[k].directive->directive;
        if (d->kind != DIRECTIVE_NOLINT && mode_of(ctx, r.rule, d->source) != RULE_OFF)
            report(&r, &marked.items[k]);
    }
    arena_free(&r.scratch);
}

// owner.c - which owner rule speaks for a goroutine, and why.
#include "rules/owner.h"
#include "flow/summary.h"
#include "rules/lifetime.h"
#include "rules/serving_main.h"
#include "rules/stops.h"

// Effects outside the process whose loss someone notices. Log lines and prints are not among them.
enum { LASTING = MODE_NETWORK | MODE_FILE | MODE_DATABASE | MODE_PROCESS };

// The function that a value surely is, by its declared name; NULL for literals and several.
static const char *declared_name(RuleContext *ctx, FuncId func, IrValue value)
{
    AbsSet functions = flow_value(ctx->flow, func, value);
    if (functions.len != 1)
        return NULL;
    const Abs *a = flow_abs(ctx->flow, functions.items[0]);
    if (a->kind == ABS_FUNC && rule_func(ctx, a->callee)->kind == FUNC_DECL)
        return rule_func_name(ctx, rule_func(ctx, a->callee));
    if (a->kind != ABS_BOUND && a->kind != ABS_EXTERN)
        return NULL;
    Str recv = name_str(package_names(ctx->types), object_receiver(ctx->types, a->obj));
    Str name = object_name(ctx->types, a->obj);
    return recv.len ? arena_printf(ctx->arena, "%.*s.%.*s", STR_ARG(recv), STR_ARG(name))
                    : arena_strndup(ctx->arena, name.ptr, name.len);
}

// What is started, unless that is a function literal written there.
static const char *named_body(RuleContext *ctx, const Story *s)
{
    const IrFunc *spawner = rule_func(ctx, s->spawner);
    const IrInstr *spawn = rule_instr(ctx, s->spawn);
    const Effect *spawns = flow_effect(ctx->flow, spawn, EFFECT_SPAWNS);
    if (!spawns && !spawn->call->dynamic)
        return spawn->call->literal.v ? NULL : rule_callee_name(ctx, spawner, spawn);
    IrValue target = spawns ? flow_effect_arg(ctx->flow, spawn, spawns) : spawn->args[0];
    if (!ir_ok(target) || ir_instr(spawner, target)->op == IR_CLOSURE)
        return NULL;
    const char *name = declared_name(ctx, s->spawner, target);
    return name ? name : rule_text(ctx, spawner, target);
}

const char *owner_body_name(RuleContext *ctx, const Story *s)
{
    const char *name = named_body(ctx, s);
    const char *where = rule_func_name(ctx, rule_func(ctx, s->spawner));
    return name ? name : arena_printf(ctx->arena, "the goroutine that %s starts", where);
}

const char *owner_subject(RuleContext *ctx, const Story *s)
{
    const char *name = named_body(ctx, s);
    const char *where = rule_func_name(ctx, rule_func(ctx, s->spawner));
    return name ? arena_printf(ctx->arena, "%s, started in %s,", name, where) : owner_body_name(ctx, s);
}

// ---- Tests ----

// Whether some of the places that stop it are reached by goroutines alone: whether these come there before the
// test returns is not told by the test's own paths.
static bool stopped_by_others(RuleContext *ctx, const Story *s, const SiteSet *stops)
{
    Bitset own = functions_run(ctx, s->root);
    VEC_EACH(const Site, site, &stops->sites) {
        for (uint32_t k = 0; !bitset_has(&own, site->func.v) && k < flow_story_count(ctx->flow); k++) {
            const Story *other = flow_story(ctx->flow, k);
            for (uint32_t b = 0; other != s && b < other->body_count; b++) {
                Bitset run = functions_run(ctx, other->bodies[b]);
                if (bitset_has(&run, site->func.v))
                    return true;
            }
        }
    }
    return false;
}

// The end of a body that listens to nobody comes by its own work, or by something that is not
// followed here (a connection closed, a flag set): then only the missing join is sure.
static OwnerVerdict judge_test(RuleContext *ctx, const Story *s)
{
    OwnerVerdict v = {.rule = OWNER_TEST_OUTLIVED, .level = LEVEL_WARNING};
    const Effect *spawns = flow_effect(ctx->flow, rule_instr(ctx, s->spawn), EFFECT_SPAWNS);
    bool delayed = spawns && spawns->modes & MODE_DELAYED;
    if (s->scoped_join || (delayed && s->ends))
        return (OwnerVerdict){0};
    if (s->body_seen && !s->ends)
        return v;
    SiteSet joins = lifetime_joins(ctx, s);
    Site unjoined = lifetime_escape(ctx, s, &joins);
    if (joins.sites.len ? !unjoined.instr.v : s->maybe_joined)
        return (OwnerVerdict){0};
    SiteSet stops = lifetime_stops(ctx, s);
    Site unstopped = lifetime_escape(ctx, s, &stops);
    v.stopped = stops.always || (stops.sites.len && !unstopped.instr.v);
    v.evidence = stops.sites.len ? unstopped : unjoined;
    v.role = stops.sites.len ? "returns here without stopping it" : "the test returns here";
    bool listens = s->body_seen && s->stop_count > 0;
    if (v.stopped || !(listens || lifetime_hopeless(ctx, s)) || stopped_by_others(ctx, s, &stops))
        v.level = LEVEL_ADVICE;
    return v;
}

// ---- Singletons and constructors ----

static OwnerVerdict judge_unseen(RuleContext *ctx, const Story *s, OwnerRule rule)
{
    if (lifetime_known_by_model(ctx, s) || lifetime_reaches_caller(ctx, s))
        return (OwnerVerdict){0};
    return (OwnerVerdict){.rule = rule, .level = LEVEL_ADVICE};
}

static OwnerVerdict judge_owned(RuleContext *ctx, const Story *s, OwnerRule rule)
{
    if (s->scoped_join || lifetime_joined_at_home(ctx, s))
        return (OwnerVerdict){0};
    if (!s->body_seen)
        return judge_unseen(ctx, s, rule);
    if (s->ends)
        return (OwnerVerdict){0};
    return (OwnerVerdict){.rule = rule, .level = LEVEL_WARNING};
}

// ---- Untracked work ----

static const char *effect_text(uint32_t affects)
{
    return affects & MODE_DATABASE  ? "works on a database"
           : affects & MODE_NETWORK ? "talks to the network"
           : affects & MODE_FILE    ? "writes to a file"
                                    : "runs another process";
}

// What is known of a function of another package that the goroutine runs.
static const Summary *started_elsewhere(const RuleContext *ctx, const Story *s)
{
    const IrInstr *spawn = rule_instr(ctx, s->spawn);
    return spawn->op == IR_GO && !spawn->call->model ? flow_summary(ctx->flow, spawn->call->callee) : NULL;
}

// The effects of the bodies, with the place of one in the verdict.
static uint32_t lasting_effects(RuleContext *ctx, const Story *s, OwnerVerdict *v, bool *open)
{
    uint32_t affects = 0;
    for (uint32_t k = 0; k < s->body_count; k++) {
        const FuncFacts *facts = flow_facts(ctx->flow, s->bodies[k]);
        affects |= facts->affects & LASTING;
        *open |= facts->open;
        if (facts->affects & LASTING) {
            v->evidence = facts->affect_site;
            v->role = "has its effect here";
        }
    }
    const Summary *known = started_elsewhere(ctx, s);
    if (known) {
        affects |= known->affects & LASTING;
        *open |= known->open;
    }
    v->effect = affects ? effect_text(affects) : NULL;
    return affects;
}

static bool may_be_joined(RuleContext *ctx, const Story *s)
{
    const Effect *spawns = flow_effect(ctx->flow, rule_instr(ctx, s->spawn), EFFECT_SPAWNS);
    return s->scoped_join || s->join_count || s->maybe_joined || (spawns && spawns->modes & MODE_DELAYED);
}

static OwnerVerdict judge_untracked(RuleContext *ctx, const Story *s)
{
    if (may_be_joined(ctx, s))
        return (OwnerVerdict){0};
    OwnerVerdict v = {.rule = OWNER_UNTRACKED, .level = LEVEL_ADVICE};
    bool open = false;
    uint32_t affects = lasting_effects(ctx, s, &v, &open);
    if (!s->body_seen && !started_elsewhere(ctx, s))
        return lifetime_known_by_model(ctx, s) ? (OwnerVerdict){0} : v;
    if (!affects)
        return open ? v : (OwnerVerdict){0};
    v.handler = flow_is_handler(ctx->flow, s->spawner);
    // What another package runs it may offer to wait for: only its own code is seen in full.
    // A test's end loses nothing that somebody keeps.
    bool test = rule_in_test_file(ctx, rule_func(ctx, s->spawner));
    if (s->body_seen && !test && (v.handler || lifetime_has_shutdown(ctx, s)))
        v.level = LEVEL_WARNING;
    return v;
}

// ---- Stopped, not waited for ----

// A goroutine that a method of a type ends: whether what it still does then is lost.
static OwnerVerdict judge_stopped(RuleContext *ctx, const Story *s, TypeStop stop)
{
    OwnerVerdict v = {.rule = OWNER_STOP_WITHOUT_WAIT, .level = LEVEL_ADVICE, .stop = stop};
    bool open = false;
    lasting_effects(ctx, s, &v, &open);
    if (may_be_joined(ctx, s) || stop.may_wait || stop.hands_over || (!v.effect && !stop.next.func.v && !open))
        return (OwnerVerdict){0};
    if ((v.effect || stop.next.func.v) && !rule_in_test_file(ctx, stop.method))
        v.level = LEVEL_WARNING;
    return v;
}

static OwnerVerdict judge_ending(RuleContext *ctx, const Story *s)
{
    TypeStop stop = s->body_seen ? type_stop(ctx, s) : (TypeStop){0};
    if (stop.method)
        return judge_stopped(ctx, s, stop);
    if (s->role == ROLE_ONCE || (s->role == ROLE_CONSTRUCTOR && !s->body_seen))
        return (OwnerVerdict){0};
    return judge_untracked(ctx, s);
}

static OwnerVerdict find_verdict(RuleContext *ctx, const Story *s)
{
    if (rule_is_detached(ctx, s))
        return (OwnerVerdict){0};
    if (s->role == ROLE_TEST)
        return judge_test(ctx, s);
    OwnerVerdict v = {0};
    bool once = s->body_seen && !s->ends && !s->in_loop && runs_once_in_main(ctx, rule_func(ctx, s->spawner));
    if (once && !s->scoped_join && s->role != ROLE_ONCE)
        return (OwnerVerdict){.rule = OWNER_IMMORTAL, .level = LEVEL_ADVICE};
    if (s->role == ROLE_ONCE)
        v = judge_owned(ctx, s, OWNER_UNCLOSABLE_SINGLETON);
    else if (s->role == ROLE_CONSTRUCTOR)
        v = judge_owned(ctx, s, OWNER_UNCLOSABLE_CONSTRUCTOR);
    if (v.rule != OWNER_SILENT)
        return v;
    if (s->ends || !s->body_seen)
        return judge_ending(ctx, s);
    if (s->scoped_join)
        return v;
    return (OwnerVerdict){.rule = OWNER_IMMORTAL,
                          .level = s->role == ROLE_MAIN ? LEVEL_ADVICE : LEVEL_WARNING};
}

OwnerVerdict owner_verdict(RuleContext *ctx, const Story *s)
{
    uint64_t *known = map_get(&ctx->verdicts, (uintptr_t)s);
    if (known)
        return *(const OwnerVerdict *)(uintptr_t)*known;
    OwnerVerdict *v = arena_new(ctx->package, OwnerVerdict);
    *v = find_verdict(ctx, s);
    map_put(ctx->package, &ctx->verdicts, (uintptr_t)s, (uintptr_t)v);
    return *v;
}

void owner_each(RuleContext *ctx, OwnerRule rule,
                void (*report)(RuleContext *ctx, const Story *s, OwnerVerdict v))
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        OwnerVerdict v = owner_verdict(ctx, s);
        if (v.rule == rule)
            report(ctx, s, v);
    }
}

// ---- Where it never ends ----

// The instruction that control comes to again and again: the wait in the endless loop, else its
// first instruction with a place in the source.
static Site endless_site(RuleContext *ctx, FuncId id, unsigned depth)
{
    const IrFunc *func = rule_func(ctx, id);
    Site first = {0};
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || i->span.end <= i->span.start)
            continue;
        CallEdges callees = i->op == IR_CALL ? flow_callees(ctx->flow, (Site){id, at}) : (CallEdges){0};
        for (uint32_t k = 0; k < callees.len && depth < 8; k++)
            if (callees.items[k].mode == CALL_NOW && !flow_facts(ctx->flow, callees.items[k].callee)->ends &&
                callees.items[k].callee.v != id.v)
                return endless_site(ctx, callees.items[k].callee, depth + 1);
        if (!func->blocks.data[i->block].loop && i->op != IR_RECV)
            continue;
        if (i->op == IR_RANGE_NEXT || i->op == IR_SELECT || i->op == IR_RECV)
            return (Site){id, at};
        if (!first.instr.v)
            first = (Site){id, at};
    }
    return first;
}

void owner_show_endless(RuleContext *ctx, Finding *f, const Story *s)
{
    for (uint32_t k = 0; k < s->body_count; k++) {
        Site site = endless_site(ctx, s->bodies[k], 0);
        if (site.instr.v) {
            finding_related(ctx, f, site, "never leaves this loop", NULL);
            return;
        }
    }
}

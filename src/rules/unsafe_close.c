// unsafe_close.c - a channel that is closed twice, by its receiver, or while it is nil.
//
// True at run time where close runs on a channel that is closed already: two closes on one path of a
// goroutine, or one close that is reached twice (its function is called twice, or on two goroutines)
// for one channel. A Once cures that where it is one and the same for all those runs, a condition
// where it tells of the earlier close; neither does where each run has its own. Close of a nil channel
// panics as well, and a receiver that closes makes the next send panic.
#include "rules/branches.h"
#include "rules/chan_race.h"
#include "rules/func_sites.h"

typedef struct Closes {
    RuleContext *ctx;
    Map reported; // map_pair(func, instr) → 1
    Level level;  // of the pairs that are looked for
} Closes;

static bool take(Closes *c, Site site)
{
    uint64_t key = map_pair(site.func.v, site.instr.v);
    if (map_or(&c->reported, key, 0))
        return false;
    map_put(c->ctx->scratch, &c->reported, key, 1);
    return true;
}

// ---- Twice ----

// Whether what guards the two lets only one of them run.
static bool one_runs_only(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b)
{
    bool beside = a->apart || b->apart;
    if (a->guard == GUARD_STATE || b->guard == GUARD_STATE || a->recovers || b->recovers)
        return true;
    if (a->guard == GUARD_ONCE && b->guard == GUARD_ONCE)
        return a->once.kind == ID_NONE || identity_same(&a->once, &b->once);
    bool asks = a->guard == GUARD_SELF || b->guard == GUARD_SELF || b->root_guard == GUARD_SELF;
    return asks && (!beside || events_share_lock(ctx, a, b));
}

static const char *twice_by(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b)
{
    const char *first = event_via(ctx, a), *second = event_via(ctx, b);
    if (a == b)
        return a->apart ? "each round of the loop starts another goroutine that closes it" : "each round of the loop closes it";
    if (first && second && strcmp(first, second) == 0 && strcmp(first, "a function literal") != 0)
        return arena_printf(ctx->arena, "%s runs twice", first);
    return a->apart || b->apart ? "two goroutines close it" : "two closes follow each other";
}

static void show_event(RuleContext *ctx, Finding *f, const ChanEvent *e, const ChanEvent *at)
{
    Site root = {e->steps[0].func->id, e->steps[0].at}, site = event_site(e), main = event_site(at);
    if (e->len > 1)
        finding_related(ctx, f, root, e->steps[0].mode == CALL_GO ? "started here" : "called here", NULL);
    if (site.func.v != main.func.v || site.instr.v != main.instr.v)
        finding_related(ctx, f, site, "closed here as well", NULL);
}

static void note_once(RuleContext *ctx, Finding *f, const ChanEvent *a)
{
    if (a->guard == GUARD_ONCE)
        finding_note(ctx, f, "the Once does not help: each run has another one");
    else if (a->guard == GUARD_SELF)
        finding_note(ctx, f, "asking the channel first does not help: both can see it open, and then close it");
}

static void report_pair(Closes *c, const ChanEvent *a, const ChanEvent *b)
{
    RuleContext *ctx = c->ctx;
    // Nothing is certain of what two goroutines do, nor of how often a loop runs.
    Level level = a->apart || b->apart || a == b ? LEVEL_WARNING : LEVEL_ERROR;
    if (level != c->level || !take(c, event_site(b)))
        return;
    Finding *f = finding_at(ctx, level, event_site(b), "%s %s closed twice, and the second close panics: %s",
                            event_chan_name(ctx, b), level == LEVEL_ERROR ? "is" : "can be", twice_by(ctx, a, b));
    show_event(ctx, f, a, b);
    if (a != b)
        show_event(ctx, f, b, b);
    note_once(ctx, f, b);
    if (level == LEVEL_ERROR) {
        event_steps(ctx, f, a, "closes the channel");
        event_steps(ctx, f, b, "closes it again: panic");
    }
    finding_note(ctx, f, "let one goroutine close it, the only sender, or close it through a sync.Once that lives as long as the channel");
}

static bool repeats(Closes *c, const ChanEvent *e)
{
    RuleContext *ctx = c->ctx;
    if (e->guard == GUARD_ONCE && (e->once.kind == ID_NONE || identity_fixed(e, &e->once)))
        return false;
    if (e->guard == GUARD_STATE || e->recovers || event_renews(ctx, e))
        return false;
    bool asks = e->guard == GUARD_SELF || e->root_guard == GUARD_SELF;
    return (!asks || (e->apart && !event_is_locked(ctx, e))) && event_repeats(ctx, e);
}

static void check_twice(Closes *c, const ChanEvents *events)
{
    RuleContext *ctx = c->ctx;
    for (uint32_t k = 0; k < events->items.len; k++) {
        const ChanEvent *a = &events->items.data[k];
        if (repeats(c, a))
            report_pair(c, a, a);
        for (uint32_t j = k + 1; j < events->items.len; j++) {
            const ChanEvent *b = &events->items.data[j];
            if (!events_meet(a, b) || event_renews(ctx, a) || event_renews(ctx, b) || one_runs_only(ctx, a, b))
                continue;
            if (a->apart || b->apart ? events_both(ctx, a, b) : events_in_turn(ctx, a, b))
                report_pair(c, a, b);
            else if (!a->apart && !b->apart && !one_runs_only(ctx, b, a) && events_in_turn(ctx, b, a))
                report_pair(c, b, a);
        }
    }
}

// ---- Names ----

// ---- Nil ----

typedef struct NilPath {
    RuleContext *ctx;
    const IrFunc *func;
    VarId var;
    IrValue close;
    KnownBranches known;
} NilPath;

static bool nil_goal(void *p, IrValue at)
{
    return at.v == ((const NilPath *)p)->close.v;
}

static bool nil_avoids(void *p, IrValue at)
{
    const NilPath *n = p;
    const IrInstr *i = ir_instr(n->func, at);
    return i->op == IR_STORE && ir_instr(n->func, i->args[0])->op == IR_ADDR_VAR &&
           ir_instr(n->func, i->args[0])->var.v == n->var.v;
}

// Whether the edge leaves, before its first round, a loop that assigns to the variable: that there is
// nothing to do is no evidence.
static bool skips_loop(const NilPath *n, uint32_t block, uint32_t succ)
{
    uint32_t loop = n->func->blocks.data[block].loop;
    if (!loop || n->func->loops.data[loop - 1].header != block ||
        ir_in_loop(n->func, loop - 1, n->func->blocks.data[block].succs.data[succ]))
        return false;
    SiteList stores = flow_var_stores(n->ctx->flow, n->var);
    for (uint32_t k = 0; k < stores.len; k++)
        if (ir_in_loop(n->func, loop - 1, rule_instr(n->ctx, stores.items[k])->block))
            return true;
    return false;
}

static bool nil_edge(void *p, uint32_t block, uint32_t succ)
{
    const NilPath *n = p;
    return !skips_loop(n, block, succ) && branches_allow(&n->known, block, succ);
}

static IrValue declaration_of(const IrFunc *func, VarId var)
{
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
        if (ir_instr(func, at)->op == IR_DECLARE && ir_instr(func, at)->var.v == var.v)
            return at;
    return (IrValue){0};
}

// Whether a local variable is closed on a path on which nothing was assigned to it.
static bool closes_unset_variable(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue chan)
{
    VarId var = flow_loaded_var(ctx->flow, func->id, chan);
    if (!var.v || ir_var(ctx->ir, var)->owner.v != func->id.v || ir_var(ctx->ir, var)->addressed ||
        ir_var(ctx->ir, var)->param >= 0 || ir_instr(func, at)->op == IR_DEFER)
        return false;
    SiteList stores = flow_var_stores(ctx->flow, var);
    for (uint32_t k = 0; k < stores.len; k++)
        if (stores.items[k].func.v != func->id.v)
            return false;
    IrValue declared = declaration_of(func, var);
    NilPath n = {ctx, func, var, at, branches_before(ctx, func, ir_instr(func, at)->block)};
    n.known.nil = var;
    PathQuery q = {.func = func->id, .from = declared, .goal = nil_goal, .avoid = nil_avoids, .edge = nil_edge, .ctx = &n};
    return ir_ok(declared) && ir_ok(flow_find_path(ctx->flow, ctx->scratch, &q, NULL, NULL));
}

// Whether values of the type are made here at all.
static bool is_made(const RuleContext *ctx, TypeId owner)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (uint32_t k = 1; k < func->instrs.len; k++) {
            const IrInstr *i = &func->instrs.data[k];
            if ((i->op == IR_ALLOC || i->op == IR_DECLARE) && type_known(i->place) &&
                type_identical(ctx->types, i->place, owner))
                return true;
        }
    }
    return false;
}

static bool is_compared(const RuleContext *ctx, AbsId field)
{
    SiteList loads = flow_field_loads(ctx->flow, field);
    for (uint32_t k = 0; k < loads.len; k++) {
        SiteList uses = flow_uses(ctx->flow, loads.items[k].func, loads.items[k].instr);
        for (uint32_t u = 0; u < uses.len; u++)
            if (rule_instr(ctx, uses.items[u])->op == IR_BINARY)
                return true;
    }
    return false;
}

// Whether nothing, here or out of sight, ever puts a channel into the field or package variable.
static bool closes_unset_place(const RuleContext *ctx, AbsId place)
{
    const Abs *a = flow_abs(ctx->flow, place);
    Name name = a->kind == ABS_FIELD ? a->name : a->kind == ABS_VAR ? ir_var(ctx->ir, a->var)->name : (Name){0};
    bool shared = a->kind == ABS_FIELD || (a->kind == ABS_VAR && !ir_var(ctx->ir, a->var)->owner.v);
    return shared && place.v && !flow_content(ctx->flow, place).len && !flow_escapes(ctx->flow, place) &&
           !flow_incomplete(ctx->flow) && !rule_is_exported(ctx, name) &&
           (a->kind == ABS_VAR || (flow_field_stores(ctx->flow, place).len == 0 && !is_compared(ctx, place) && is_made(ctx, a->owner)));
}

static void check_nil(Closes *c, const ChanEvents *events)
{
    RuleContext *ctx = c->ctx;
    VEC_EACH(const ChanEvent, e, &events->items) {
        if (e->len != 1 || e->recovers)
            continue;
        bool local = closes_unset_variable(ctx, e->frame->func, event_site(e).instr, e->chan);
        if ((!local && (e->root_guard == GUARD_STATE || !closes_unset_place(ctx, e->place))) || !take(c, event_site(e)))
            continue;
        Finding *f = finding_at(ctx, LEVEL_WARNING, event_site(e), "%s is nil here, and close of a nil channel panics",
                                event_chan_name(ctx, e));
        finding_note(ctx, f, local ? "a path comes here on which nothing was assigned to it" : "nothing ever assigns a channel to it");
    }
}

// ---- By a receiver ----

static void report_receiver(RuleContext *ctx, const ChanEvent *close, const ChanEvent *send, void *context)
{
    Closes *c = context;
    if (!take(c, event_site(close)))
        return;
    Finding *f = finding_at(ctx, LEVEL_WARNING, event_site(close),
                            "%s is closed by its receiver while %s may still send on it: that send panics",
                            event_chan_name(ctx, close), rule_func_name(ctx, send->frame->func));
    finding_related(ctx, f, event_site(send), "sent here", NULL);
    finding_note(ctx, f, "a receiver that wants no more tells the sender so, by a context or a channel of its own; the sender closes");
}

// ---- Once for whom? ----

// A Once of the package runs for the first value only: the channels of all others stay open.
static void check_package_once(Closes *c, const ChanEvents *events)
{
    RuleContext *ctx = c->ctx;
    VEC_EACH(const ChanEvent, e, &events->items) {
        const Identity *base = &e->id;
        while (base->kind == ID_FIELD && base->base)
            base = base->base;
        bool own = e->id.kind == ID_FIELD && base->kind == ID_VAR && !base->global && ir_var(ctx->ir, base->var)->param == 0;
        if (e->guard != GUARD_ONCE || !e->once.global || !own || !e->steps[0].func->has_recv || !take(c, event_site(e)))
            continue;
        Finding *f = finding_at(ctx, LEVEL_WARNING, event_site(e),
                                "%s is closed under a Once of the package: only the first value's channel is ever closed",
                                event_chan_name(ctx, e));
        finding_also(ctx, f, FAIL_HANG);
        finding_note(ctx, f, "make the Once a field beside the channel");
    }
}

// ---- Merely unguarded ----

// Whether a channel of the receiver is meant, which the method did not make itself.
static bool is_receivers(const RuleContext *ctx, const ChanEvent *e)
{
    const Identity *base = &e->id;
    if (base->kind != ID_FIELD)
        return false;
    while (base->kind == ID_FIELD && base->base)
        base = base->base;
    return base->kind == ID_VAR && !base->global && ir_var(ctx->ir, base->var)->param == 0 &&
           base->frame->func == e->steps[0].func;
}

static bool is_open_method(const RuleContext *ctx, const IrFunc *root)
{
    return root->has_recv && event_root_is_open(ctx, root) && !rule_in_test_file(ctx, root);
}

static void check_exported(Closes *c, const IrFunc *root, const ChanEvents *events)
{
    RuleContext *ctx = c->ctx;
    VEC_EACH(const ChanEvent, e, &events->items) {
        bool own_once = e->guard == GUARD_ONCE && e->once_inside;
        if ((e->guard != GUARD_NONE && !own_once) || e->root_guard != GUARD_NONE || e->apart || e->recovers ||
            !is_receivers(ctx, e) || event_renews(ctx, e) || !take(c, event_site(e)))
            continue;
        Finding *f = finding_at(ctx, LEVEL_ADVICE, event_site(e), "a second call of %s panics: nothing guards the close of %s",
                                rule_func_name(ctx, root), event_chan_name(ctx, e));
        if (own_once)
            note_once(ctx, f, e);
        finding_note(ctx, f, "its callers are not all seen; a sync.Once beside the channel makes a second call harmless");
    }
}

void rule_unsafe_close(RuleContext *ctx)
{
    Closes c = {.ctx = ctx};
    ChanScan *scan = chan_scan(ctx, 1 << CHAN_OP_CLOSE);
    uint32_t funcs = ctx->ir->funcs.len;
    for (uint32_t round = 0; round < 2; round++) {
        c.level = round ? LEVEL_WARNING : LEVEL_ERROR;
        for (uint32_t id = 1; id < funcs; id++)
            check_twice(&c, chan_events(ctx, scan, (FuncId){id}));
    }
    for (uint32_t id = 1; id < funcs; id++) {
        check_nil(&c, chan_events(ctx, scan, (FuncId){id}));
        check_package_once(&c, chan_events(ctx, scan, (FuncId){id}));
    }
    chan_races(ctx, RACE_CLOSED_BY_RECEIVER, report_receiver, &c);
    for (uint32_t id = 1; id < funcs; id++)
        if (is_open_method(ctx, ctx->ir->funcs.data[id]))
            check_exported(&c, ctx->ir->funcs.data[id], chan_events(ctx, scan, (FuncId){id}));
}

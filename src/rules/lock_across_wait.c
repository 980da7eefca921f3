// lock_across_wait.c - a mutex held while waiting for other goroutines or the network.
//
// True at run time where the wait does not end soon: whoever needs the lock waits as well. Where the
// one who would end the wait needs the lock first, nothing moves again: that is a deadlock, and an
// error here when both sides are seen.
#include "rules/cancelled.h"
#include "rules/locks_held.h"
#include "rules/origin.h"
#include "rules/stops.h"
#include "rules/wait_ends.h"

typedef struct HeldWait {
    Site site;
    Waiting waiting;
    Bitset held;
} HeldWait;

// A send or close, for what else may be known when it is waited for.
typedef struct HeldOp {
    Site site;
    Bitset held;
} HeldOp;

typedef struct Study {
    RuleContext *ctx;
    const LocksHeld *locks;
    VEC(HeldWait) waits;
    VEC(HeldOp) ops; // sends and closes under a lock
} Study;

// ---- Locks that the wait gives back ----

static bool is_lock_of_cond(const Study *s, AbsId place)
{
    const Abs *a = flow_abs(s->ctx->flow, place);
    return a->kind == ABS_FIELD && type_is_named(s->ctx->types, a->owner, "sync", "Cond");
}

// Whether the condition was made with a struct that embeds the lock, of which it has the methods.
static bool embeds_lock(const Study *s, const IrFunc *func, IrValue arg, AbsSet lock)
{
    const IrInstr *i = ir_instr(func, arg);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    TypeId embedding = type_deref(s->ctx->types, i->type);
    for (uint32_t k = 0; k < lock.len; k++) {
        const Abs *a = flow_abs(s->ctx->flow, lock.items[k]);
        if (a->kind == ABS_FIELD && type_identical(s->ctx->types, a->owner, embedding))
            return true;
    }
    return false;
}

// Removes what Cond.Wait unlocks: the lock that the condition was made with. Where it is not seen
// how it was made, any lock may be the one.
static void give_back(Study *s, const Waiting *w, Bitset *held)
{
    RuleContext *ctx = s->ctx;
    AbsSet conds = flow_value(ctx->flow, w->func, w->on);
    bool seen = conds.len > 0;
    for (uint32_t k = 0; k < conds.len; k++) {
        const Abs *made = flow_abs(ctx->flow, conds.items[k]);
        const IrInstr *call = made->kind == ABS_RESULT ? rule_instr(ctx, (Site){made->func, made->site}) : NULL;
        if (!call || call->arg_count != 1) {
            seen = false;
            continue;
        }
        AbsSet lock = value_identity(ctx, made->func, call->args[0]);
        for (uint32_t a = 0; a < locks_count(s->locks); a++)
            if (flow_sets_meet(lock, locks_at(s->locks, a)->lock) ||
                embeds_lock(s, rule_func(ctx, made->func), call->args[0], locks_at(s->locks, a)->lock))
                bitset_remove(held, a);
    }
    for (uint32_t a = 0; a < locks_count(s->locks); a++) {
        AbsSet lock = locks_at(s->locks, a)->lock;
        for (uint32_t k = 0; k < lock.len; k++)
            if (!seen || is_lock_of_cond(s, lock.items[k]))
                bitset_remove(held, a);
    }
}

static void note_op(Study *s, Site site, const Bitset *held)
{
    IrOp op = rule_instr(s->ctx, site)->op;
    bool closes = op == IR_DEFER && rule_instr(s->ctx, site)->call->builtin == BUILTIN_CLOSE;
    if (op != IR_SEND && op != IR_CLOSE && op != IR_SELECT && !closes)
        return;
    vec_push(s->ctx->scratch, &s->ops, (HeldOp){site, bitset_new(s->ctx->scratch, held->size)});
    bitset_copy(&vec_last(&s->ops).held, held);
}

// Whether the send is to a caller that does nothing but receive until it is done, by a model.
static bool sends_to_caller(const RuleContext *ctx, const Waiting *w)
{
    return w->kind == WAITS_SEND && flow_is_received(ctx->flow, flow_loaded_var(ctx->flow, w->func, w->on));
}

static void visit(void *context, Site site, const Bitset *held)
{
    Study *s = context;
    note_op(s, site, held);
    Waiting w = waiting_at(s->ctx, site);
    if (w.kind == WAITS_NOT || sends_to_caller(s->ctx, &w))
        return;
    VEC_EACH(HeldWait, old, &s->waits)
        if (old->site.func.v == site.func.v && old->site.instr.v == site.instr.v) {
            bitset_union(&old->held, held);
            return;
        }
    HeldWait found = {site, w, bitset_new(s->ctx->scratch, held->size)};
    bitset_copy(&found.held, held);
    if (w.kind == WAITS_COND)
        give_back(s, &w, &found.held);
    vec_push(s->ctx->scratch, &s->waits, found);
}

// ---- A lock for the sake of one connection ----

static bool waits_on(const Study *s, uint32_t acquisition, AbsSet on)
{
    VEC_EACH(HeldWait, w, &s->waits)
        if (w->waiting.kind == WAITS_IO && ir_ok(w->waiting.on) && bitset_has(&w->held, acquisition) &&
            flow_sets_meet(on, value_identity(s->ctx, w->waiting.func, w->waiting.on)))
            return true;
    return false;
}

// Whether every section under the lock does I/O on what this wait is for.
static bool guards_io(const Study *s, const HeldWait *w, uint32_t acquisition)
{
    if (w->waiting.kind != WAITS_IO || !ir_ok(w->waiting.on))
        return false;
    AbsSet on = value_identity(s->ctx, w->waiting.func, w->waiting.on);
    for (uint32_t a = 0; a < locks_count(s->locks); a++)
        if (flow_sets_meet(locks_at(s->locks, a)->lock, locks_at(s->locks, acquisition)->lock) && !waits_on(s, a, on))
            return false;
    return true;
}

static bool works_on_group(const Study *s, const IrFunc *func, AbsSet group)
{
    static const EffectKind kinds[] = {EFFECT_WG_ADD, EFFECT_WG_WAIT};
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        Act act;
        IrOp op = ir_instr(func, at)->op;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds && (op == IR_CALL || op == IR_DEFER); k++)
            if (flow_act(s->ctx->flow, (Site){func->id, at}, kinds[k], &act) && ir_ok(act.recv) &&
                flow_sets_meet(group, value_identity(s->ctx, act.recv_func, act.recv)))
                return true;
    }
    return false;
}

// Whether every section under the lock counts up or waits for the same group: the lock keeps the two
// apart.
static bool guards_group(const Study *s, const HeldWait *w, const Acquisition *held)
{
    if (w->waiting.kind != WAITS_GROUP)
        return false;
    AbsSet group = value_identity(s->ctx, w->waiting.func, w->waiting.on);
    uint32_t sections = 0;
    for (uint32_t a = 0; a < locks_count(s->locks); a++) {
        const Acquisition *q = locks_at(s->locks, a);
        if (!flow_sets_meet(q->lock, held->lock))
            continue;
        if (!works_on_group(s, rule_func(s->ctx, q->site.func), group))
            return false;
        sections++;
    }
    return sections > 1;
}

// Whether the lock is there to make its users wait for their turn: each section under it waits for
// a time to pass.
static bool paces(const Study *s, const HeldWait *w, const Acquisition *held)
{
    if (!wait_is_timed(s->ctx, w->site))
        return false;
    for (uint32_t a = 0; a < locks_count(s->locks); a++) {
        bool timed = !flow_sets_meet(locks_at(s->locks, a)->lock, held->lock);
        VEC_EACH(HeldWait, other, &s->waits)
            timed |= bitset_has(&other->held, a) && wait_is_timed(s->ctx, other->site);
        if (!timed)
            return false;
    }
    return true;
}

// ---- Does the other side need the lock? ----

// Whether two addresses lie in one and the same value, as far as can be seen: they start at the same
// variable of their function.
static bool same_base(const RuleContext *ctx, FuncId f, IrValue x, FuncId g, IrValue y)
{
    VarId a = base_variable(rule_func(ctx, f), x), b = base_variable(rule_func(ctx, g), y);
    return a.v && a.v == b.v;
}

// What the other side has to take before it can end the wait; none where it need not.
static Site lock_before(const Study *s, Site op, IrValue chan, const Acquisition *held)
{
    const IrFunc *func = rule_func(s->ctx, op.func);
    uint32_t loop = func->blocks.data[rule_instr(s->ctx, op)->block].loop;
    for (uint32_t a = 0; a < locks_count(s->locks); a++) {
        const Acquisition *q = locks_at(s->locks, a);
        if (q->site.func.v != op.func.v || q->tries || (q->read && held->read) || !flow_sets_meet(q->lock, held->lock) ||
            !instr_dominates(func, q->site.instr, op.instr) ||
            func->blocks.data[rule_instr(s->ctx, q->site)->block].loop != loop ||
            !same_base(s->ctx, q->recv_func, q->recv, op.func, chan))
            continue;
        return q->site;
    }
    return (Site){0};
}

static bool is_unbuffered(const RuleContext *ctx, AbsId chan)
{
    const Abs *a = flow_abs(ctx->flow, chan);
    const IrInstr *make = rule_instr(ctx, (Site){a->func, a->site});
    int64_t slots;
    if (make->arg_count == 0)
        return true;
    const Constant *c = ir_instr(rule_func(ctx, a->func), make->args[0])->constant;
    return c && constant_int64(c, &slots) && slots == 0;
}

static IrValue chan_of(const IrInstr *i)
{
    bool direct = i->op == IR_SEND || i->op == IR_RECV || i->op == IR_RANGE_NEXT || i->op == IR_CLOSE;
    return direct ? i->args[0] : (IrValue){0};
}

// The lock that every operation which could end a send or receive has to take first; none if any
// can do without.
static Site channel_needs(const Study *s, const HeldWait *w, const Acquisition *held)
{
    RuleContext *ctx = s->ctx;
    AbsSet channels = flow_value(ctx->flow, w->waiting.func, w->waiting.on);
    bool sends = w->waiting.kind == WAITS_SEND;
    Site found = {0};
    if (!wait_channels_seen(ctx, channels) ||
        !same_base(ctx, held->recv_func, held->recv, w->waiting.func, w->waiting.on))
        return found;
    for (uint32_t k = 0; k < channels.len; k++) {
        // A channel with slots may have what is waited for already, and so may a closed one.
        if (!is_unbuffered(ctx, channels.items[k]) ||
            (!sends && flow_chan_ops_anywhere(ctx->flow, channels.items[k], CHAN_OP_CLOSE).len))
            return (Site){0};
        SiteList ops = flow_chan_ops_anywhere(ctx->flow, channels.items[k], sends ? CHAN_OP_RECV : CHAN_OP_SEND);
        for (uint32_t j = 0; j < ops.len; j++) {
            IrValue chan = chan_of(rule_instr(ctx, ops.items[j]));
            Site needs = ir_ok(chan) ? lock_before(s, ops.items[j], chan, held) : (Site){0};
            if (!needs.func.v)
                return needs;
            found = needs;
        }
    }
    return found;
}

// Whether a goroutine that has not yet called Done takes the lock at `q`.
static bool before_done(const RuleContext *ctx, const Acquisition *q)
{
    const IrFunc *func = rule_func(ctx, q->site.func);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        Act act;
        if (ir_instr(func, at)->op == IR_CALL && flow_counts_down(ctx->flow, (Site){func->id, at}, &act) &&
            instr_dominates(func, at, q->site.instr))
            return false;
    }
    return true;
}

// The lock that a goroutine takes which the group's Wait waits for; none where none does.
static Site group_needs(const Study *s, const HeldWait *w, const Acquisition *held)
{
    RuleContext *ctx = s->ctx;
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *story = flow_story(ctx->flow, k);
        bool joined = false;
        for (uint32_t j = 0; j < story->join_count; j++)
            joined |= story->joins[j].kind == JOIN_GROUP && story->joins[j].site.func.v == w->site.func.v &&
                      story->joins[j].site.instr.v == w->site.instr.v;
        for (uint32_t b = 0; joined && b < story->body_count; b++) {
            Bitset run = functions_run(ctx, story->bodies[b]);
            // Who waits here itself has counted down before, or counts another time.
            for (uint32_t a = 0; !bitset_has(&run, w->site.func.v) && a < locks_count(s->locks); a++) {
                const Acquisition *q = locks_at(s->locks, a);
                bool same = same_base(ctx, q->recv_func, q->recv, held->recv_func, held->recv);
                if (bitset_has(&run, q->site.func.v) && !q->tries && !(q->read && held->read) && same &&
                    flow_sets_meet(q->lock, held->lock) && before_done(ctx, q))
                    return q->site;
            }
        }
    }
    return (Site){0};
}

static bool op_under(const Study *s, Site op, AbsSet lock)
{
    VEC_EACH(HeldOp, h, &s->ops)
        for (uint32_t a = 0; h->site.func.v == op.func.v && h->site.instr.v == op.instr.v && a < locks_count(s->locks); a++)
            if (bitset_has(&h->held, a) && flow_sets_meet(locks_at(s->locks, a)->lock, lock))
                return true;
    return false;
}

// Whether all that a receive could get is sent or closed under the same lock: it has happened before,
// which a flag under that lock may well tell, or it never will.
static bool ends_under_lock(const Study *s, const HeldWait *w, const Acquisition *held)
{
    AbsSet channels = w->waiting.kind == WAITS_RECEIVE ? flow_value(s->ctx->flow, w->waiting.func, w->waiting.on) : (AbsSet){0};
    if (!wait_channels_seen(s->ctx, channels))
        return false;
    for (uint32_t k = 0; k < channels.len; k++)
        for (ChanOp op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
            SiteList ops = op == CHAN_OP_RECV ? (SiteList){0} : flow_chan_ops_anywhere(s->ctx->flow, channels.items[k], op);
            for (uint32_t j = 0; j < ops.len; j++)
                if (!op_under(s, ops.items[j], held->lock))
                    return false;
        }
    return true;
}

static Site other_side_needs(const Study *s, const HeldWait *w, const Acquisition *held)
{
    if (w->waiting.kind == WAITS_GROUP)
        return group_needs(s, w, held);
    if (w->waiting.kind == WAITS_SEND || w->waiting.kind == WAITS_RECEIVE)
        return channel_needs(s, w, held);
    return (Site){0};
}

// ---- Reports ----

static const char *wait_text(RuleContext *ctx, const HeldWait *w)
{
    const IrFunc *func = rule_func(ctx, w->site.func);
    const char *on = ir_ok(w->waiting.on) ? rule_text(ctx, rule_func(ctx, w->waiting.func), w->waiting.on) : "";
    const IrInstr *i = rule_instr(ctx, w->site);
    switch (w->waiting.kind) {
    case WAITS_SEND:
        return arena_printf(ctx->arena, "a send on %s", on);
    case WAITS_RECEIVE:
        return arena_printf(ctx->arena, i->op == IR_RANGE_NEXT ? "a range over %s" : "a receive from %s", on);
    case WAITS_SELECT:
        return "a select without default";
    case WAITS_FOREVER:
        return i->op == IR_SELECT ? "a select that never ends" : rule_callee_name(ctx, func, i);
    default:
        return rule_callee_name(ctx, func, i);
    }
}

static const char *ends_text(WaitKind kind)
{
    switch (kind) {
    case WAITS_SEND:
        return "until somebody receives";
    case WAITS_RECEIVE:
        return "until somebody sends or closes";
    case WAITS_SELECT:
        return "until one of its cases can proceed";
    case WAITS_GROUP:
        return "until the goroutines have ended";
    case WAITS_COND:
        return "until it is signalled";
    case WAITS_SLEEP:
        return "while it sleeps";
    case WAITS_IO:
        return "for as long as the other side likes: no deadline is set";
    case WAITS_PROCESS:
        return "until another process ends";
    case WAITS_SERVE:
    case WAITS_FOREVER:
        return "for ever";
    case WAITS_NOT:
        break;
    }
    return "";
}

// Where else `lock` is taken, for those who wait with it; none where it is taken here only.
static Site other_section(const Study *s, const Acquisition *held)
{
    for (uint32_t a = 0; a < locks_count(s->locks); a++) {
        const Acquisition *q = locks_at(s->locks, a);
        if (q != held && q->site.func.v != held->site.func.v && flow_sets_meet(q->lock, held->lock))
            return q->site;
    }
    return (Site){0};
}

static void add_fix(RuleContext *ctx, Finding *f, const HeldWait *w)
{
    const IrFunc *func = rule_func(ctx, w->site.func);
    const IrInstr *i = rule_instr(ctx, w->site);
    if (w->waiting.kind != WAITS_SEND || i->op != IR_SEND || i->span.end <= i->span.start)
        return;
    Str text = source_str(ast_source(rule_ast(ctx, func)), i->span);
    const char *indent = rule_indent(ctx, func, i->span.start);
    Fix *fix = finding_fix(ctx, f, FIX_SKETCH, "unlock first; or send only when somebody is ready, which can lose the last value");
    fix_edit(ctx, fix, func, i->span, "select {\n%scase %.*s:\n%sdefault:\n%s}", indent, STR_ARG(text), indent, indent);
}

typedef struct Verdict {
    Level level;
    uint32_t acquisition;
    Site needs;      // what the other side takes first; none
    const char *why; // of advice: what is not sure
} Verdict;

static void add_evidence(const Study *s, Finding *f, const HeldWait *w, const Verdict *v)
{
    RuleContext *ctx = s->ctx;
    const Acquisition *held = locks_at(s->locks, v->acquisition);
    const char *lock = locks_text(ctx, held->site, held->recv_func, held->recv), *wait = wait_text(ctx, w);
    finding_related(ctx, f, held->site, "locked here", NULL);
    Site call = locks_entered(s->locks, w->site.func, v->acquisition);
    if (held->site.func.v != w->site.func.v && call.func.v)
        finding_related(ctx, f, call, "called here, with the lock held", NULL);
    if (v->needs.func.v) {
        finding_related(ctx, f, v->needs, "the other side takes it here", NULL);
        finding_step(ctx, f, held->site, "takes %s", lock);
        finding_step(ctx, f, w->site, "waits in %s %s", wait, ends_text(w->waiting.kind));
        finding_step(ctx, f, v->needs, "waits for %s, and so never gets to end that wait", lock);
        return;
    }
    Site other = other_section(s, held);
    if (other.func.v)
        finding_related(ctx, f, other, "waits here meanwhile", NULL);
    if (v->why)
        finding_note(ctx, f, "%s", v->why);
}

static void report(const Study *s, const HeldWait *w, const Verdict *v)
{
    RuleContext *ctx = s->ctx;
    const Acquisition *held = locks_at(s->locks, v->acquisition);
    const char *lock = locks_text(ctx, held->site, held->recv_func, held->recv), *wait = wait_text(ctx, w);
    Finding *f;
    if (v->needs.func.v)
        f = finding_at(ctx, v->level, w->site, "%s is held across %s, and the other side needs %s first: neither goes on",
                       lock, wait, lock);
    else
        f = finding_at(ctx, v->level, w->site, "%s is held across %s: whoever needs it waits as well, %s", lock, wait,
                       ends_text(w->waiting.kind));
    if (!v->needs.func.v)
        finding_also(ctx, f, FAIL_HANG);
    add_evidence(s, f, w, v);
    add_fix(ctx, f, w);
}

// The lock to speak of: one that makes a deadlock, else the one that was taken first.
static void judge(const Study *s, const HeldWait *w)
{
    Verdict v = {.level = LEVEL_WARNING, .acquisition = UINT32_MAX, .why = w->waiting.unsure};
    for (uint32_t a = 0; a < locks_count(s->locks) && !v.needs.func.v; a++) {
        if (!bitset_has(&w->held, a))
            continue;
        v.needs = other_side_needs(s, w, locks_at(s->locks, a));
        if (v.acquisition == UINT32_MAX || v.needs.func.v)
            v.acquisition = a;
    }
    if (v.acquisition == UINT32_MAX)
        return;
    if (guards_io(s, w, v.acquisition))
        v.why = "every section under this lock does I/O on the same value, which is what it is for; a deadline would bound it";
    else if (ends_under_lock(s, w, locks_at(s->locks, v.acquisition)))
        v.why = "all that it could receive is sent or closed under the same lock: it has been, or it never will";
    else if (paces(s, w, locks_at(s->locks, v.acquisition)))
        v.why = "every section under this lock waits for a time to pass, which is what it is for";
    else if (guards_group(s, w, locks_at(s->locks, v.acquisition)))
        v.why = "every section under this lock counts up or waits for the same group, which is what it is for";
    else if (!v.why && !v.needs.func.v)
        v.why = wait_excuse(s->ctx, s->locks, w->site, &w->waiting, locks_at(s->locks, v.acquisition));
    if (v.needs.func.v)
        v.level = LEVEL_ERROR;
    else if (v.why)
        v.level = LEVEL_ADVICE;
    report(s, w, &v);
}

void rule_lock_across_wait(RuleContext *ctx)
{
    Study s = {.ctx = ctx, .locks = locks_held(ctx)};
    locks_each(s.locks, visit, &s);
    VEC_EACH(HeldWait, w, &s.waits)
        judge(&s, w);
}

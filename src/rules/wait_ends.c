// wait_ends.c - who ends a wait that goes on under a lock, and whether it is bound to end soon.
//
// A lock across a wait is a bug where whoever ends the wait may not come: he needs the lock, he waits
// for others himself, or he is outside of what is seen. Work that the holder gives to goroutines of its
// own and waits for is work under the lock, done in parallel.
#include "rules/wait_ends.h"
#include "rules/cancelled.h"
#include "rules/stops.h"

// ---- Time ----

static bool is_timer_channel(const RuleContext *ctx, FuncId func, IrValue chan)
{
    const IrFunc *fn = rule_func(ctx, func);
    const IrInstr *i = ir_instr(fn, chan);
    if (i->op == IR_LOAD && ir_instr(fn, i->args[0])->op == IR_ADDR_FIELD) {
        TypeId owner = type_deref(ctx->types, ir_instr(fn, ir_instr(fn, i->args[0])->args[0])->type);
        return type_is_named(ctx->types, owner, "time", "Timer");
    }
    AbsSet set = flow_value(ctx->flow, func, chan);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        Act feeds;
        if (a->kind != ABS_RESULT || !rule_instr(ctx, (Site){a->func, a->site})->call ||
            !flow_act(ctx->flow, (Site){a->func, a->site}, EFFECT_FEEDS, &feeds))
            return false;
    }
    return set.len > 0;
}

bool wait_is_timed(const RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    if (i->op == IR_RECV)
        return is_timer_channel(ctx, site.func, i->args[0]);
    bool timed = false;
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++) {
        if (i->cases[k].is_send)
            return false;
        timed |= !i->cases[k].is_default && is_timer_channel(ctx, site.func, i->cases[k].chan);
    }
    return timed;
}

// Whether the channel is that of a timer that is seen to be made, not one that callers bring.
static bool is_made_timer(const RuleContext *ctx, FuncId func, IrValue chan)
{
    const IrFunc *fn = rule_func(ctx, func);
    const IrInstr *i = ir_instr(fn, chan);
    if (!is_timer_channel(ctx, func, chan))
        return false;
    if (i->op != IR_LOAD || ir_instr(fn, i->args[0])->op != IR_ADDR_FIELD)
        return i->op == IR_CALL;
    AbsSet timers = flow_value(ctx->flow, func, ir_instr(fn, i->args[0])->args[0]);
    for (uint32_t k = 0; k < timers.len; k++)
        if (flow_abs(ctx->flow, timers.items[k])->kind != ABS_RESULT)
            return false;
    return timers.len > 0;
}

// Whether a select ends after a time, and is not asked again until something else happens.
static bool has_timeout(const RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    const IrFunc *func = rule_func(ctx, site.func);
    uint32_t loop = func->blocks.data[i->block].loop;
    if (loop && ir_terminator(func, func->loops.data[loop - 1].header)->op != IR_RANGE_NEXT)
        return false;
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (!i->cases[k].is_send && !i->cases[k].is_default && is_made_timer(ctx, site.func, i->cases[k].chan))
            return true;
    return false;
}

// ---- Who takes the lock, and who waits for others ----

static bool takes_lock(const LocksHeld *locks, const Bitset *run, const Acquisition *held)
{
    for (uint32_t a = 0; a < locks_count(locks); a++) {
        const Acquisition *q = locks_at(locks, a);
        if (bitset_has(run, q->site.func.v) && !q->tries && !(q->read && held->read) && flow_sets_meet(q->lock, held->lock))
            return true;
    }
    return false;
}

static bool waits_outside(RuleContext *ctx, const Bitset *run)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; bitset_has(run, id) && at.v < func->instrs.len; at.v++) {
            if (!rule_live_instr(ctx, func, at))
                continue;
            WaitKind kind = waiting_at(ctx, (Site){{id}, at}).kind;
            if (kind == WAITS_IO || kind == WAITS_PROCESS || kind == WAITS_SERVE || kind == WAITS_FOREVER)
                return true;
        }
    }
    return false;
}

// ---- Goroutines whose end is waited for ----

static bool is_join_of(const Story *story, Site site)
{
    for (uint32_t k = 0; k < story->join_count; k++)
        if (story->joins[k].site.func.v == site.func.v && story->joins[k].site.instr.v == site.instr.v)
            return true;
    return false;
}

// Whether the goroutine is started by who takes the lock, but before: what it does is not done for
// the sake of what the lock protects.
static bool started_before(const RuleContext *ctx, const Story *story, const Acquisition *held)
{
    return story->spawn.func.v == held->site.func.v &&
           !instr_dominates(rule_func(ctx, held->site.func), held->site.instr, story->spawn.instr);
}

static bool joins_own_work(RuleContext *ctx, const LocksHeld *locks, Site site, const Acquisition *held)
{
    uint32_t joined = 0;
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *story = flow_story(ctx->flow, k);
        if (!is_join_of(story, site))
            continue;
        joined++;
        for (uint32_t b = 0; b < story->body_count; b++) {
            Bitset run = functions_run(ctx, story->bodies[b]);
            if (takes_lock(locks, &run, held))
                return false;
        }
        if (!story->body_seen || started_before(ctx, story, held))
            return false;
    }
    return joined > 0;
}

// Whether no goroutine that is seen to start is what the group counts: callers hold references, or code that is
// not seen counts down.
static bool counts_unseen(const RuleContext *ctx, Site site)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        if (is_join_of(flow_story(ctx->flow, k), site))
            return false;
    return true;
}

// ---- The other side of a channel ----

bool wait_channels_seen(const RuleContext *ctx, AbsSet channels)
{
    for (uint32_t k = 0; k < channels.len; k++)
        if (flow_abs(ctx->flow, channels.items[k])->kind != ABS_CHAN || flow_escapes(ctx->flow, channels.items[k]))
            return false;
    return channels.len > 0 && !flow_incomplete(ctx->flow);
}

// Whether whoever runs the operation is seen, and goes on without the lock and without others.
static bool op_goes_on(RuleContext *ctx, const LocksHeld *locks, Site op, const Acquisition *held)
{
    bool started = false;
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *story = flow_story(ctx->flow, k);
        for (uint32_t b = 0; b < story->body_count; b++) {
            Bitset run = functions_run(ctx, story->bodies[b]);
            if (!bitset_has(&run, op.func.v))
                continue;
            if (takes_lock(locks, &run, held) || waits_outside(ctx, &run))
                return false;
            started = true;
        }
    }
    return started;
}

// Whether a slot that is taken here is given back by whoever took it: the channel counts who works.
static bool gives_slot_back(RuleContext *ctx, const LocksHeld *locks, Site op, AbsId chan, const Acquisition *held)
{
    SiteList sends = flow_chan_ops_anywhere(ctx->flow, chan, CHAN_OP_SEND);
    bool before = false;
    for (uint32_t k = 0; k < sends.len; k++)
        before |= sends.items[k].func.v == op.func.v &&
                  instr_dominates(rule_func(ctx, op.func), sends.items[k].instr, op.instr);
    Bitset run = functions_run(ctx, op.func);
    return before && !takes_lock(locks, &run, held) && !waits_outside(ctx, &run);
}

static bool other_side_goes_on(RuleContext *ctx, const LocksHeld *locks, FuncId func, IrValue chan, bool sends,
                               const Acquisition *held)
{
    AbsSet channels = flow_value(ctx->flow, func, chan);
    uint32_t ops = 0;
    if (!wait_channels_seen(ctx, channels))
        return false;
    for (uint32_t k = 0; k < channels.len; k++)
        for (ChanOp op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
            SiteList list = (op == CHAN_OP_RECV) == sends ? flow_chan_ops_anywhere(ctx->flow, channels.items[k], op) : (SiteList){0};
            for (uint32_t j = 0; j < list.len; j++, ops++)
                if (!op_goes_on(ctx, locks, list.items[j], held) &&
                    !(sends && gives_slot_back(ctx, locks, list.items[j], channels.items[k], held)))
                    return false;
        }
    return ops > 0;
}

static bool select_goes_on(RuleContext *ctx, const LocksHeld *locks, Site site, const Acquisition *held)
{
    const IrInstr *i = rule_instr(ctx, site);
    for (uint32_t k = 0; k < i->case_count; k++)
        if (!i->cases[k].is_default &&
            other_side_goes_on(ctx, locks, site.func, i->cases[k].chan, i->cases[k].is_send, held))
            return true;
    return false;
}

static bool cond_goes_on(RuleContext *ctx, const LocksHeld *locks, const Waiting *w, const Acquisition *held)
{
    AbsSet cond = value_identity(ctx, w->func, w->on);
    uint32_t signals = 0;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            Act act;
            Site site = {{id}, at};
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (!i || (i->op != IR_CALL && i->op != IR_DEFER) || !flow_act(ctx->flow, site, EFFECT_COND_SIGNAL, &act) ||
                !flow_sets_meet(cond, value_identity(ctx, act.recv_func, act.recv)))
                continue;
            signals += op_goes_on(ctx, locks, site, held);
        }
    }
    return signals > 0;
}

// ---- Channels that only tests make ----

// Whoever else may set the field is not seen: what is seen are tests.
static bool only_tests_make(const RuleContext *ctx, AbsSet channels)
{
    uint32_t made = 0;
    for (uint32_t k = 0; k < channels.len; k++) {
        const Abs *a = flow_abs(ctx->flow, channels.items[k]);
        if (a->kind == ABS_CHAN && !rule_in_test_file(ctx, rule_func(ctx, a->func)))
            return false;
        made += a->kind == ABS_CHAN;
    }
    return made > 0;
}

static bool is_nil(const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

// Whether it is asked before whether there is a channel at all, and nobody is seen to make one: a hook.
static bool is_unset_hook(const RuleContext *ctx, Site site, const Waiting *w)
{
    const IrFunc *func = rule_func(ctx, site.func);
    AbsSet channels = flow_value(ctx->flow, w->func, w->on);
    for (uint32_t k = 0; k < channels.len; k++)
        if (flow_abs(ctx->flow, channels.items[k])->kind == ABS_CHAN)
            return false;
    if (w->func.v != func->id.v || ir_instr(func, w->on)->op != IR_LOAD)
        return false;
    AbsId place = flow_place(ctx->flow, func->id, ir_instr(func, w->on)->args[0]);
    for (IrValue at = {1}; place.v && at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        if (i->op != IR_BINARY || i->token != TOK_NEQ || !instr_dominates(func, at, site.instr))
            continue;
        const IrInstr *asked = ir_instr(func, i->args[is_nil(func, i->args[0])]);
        if ((is_nil(func, i->args[0]) || is_nil(func, i->args[1])) && asked->op == IR_LOAD &&
            flow_place(ctx->flow, func->id, asked->args[0]).v == place.v)
            return true;
    }
    return false;
}

// ---- Answers ----

static int64_t slots_of(const RuleContext *ctx, AbsId chan)
{
    const Abs *a = flow_abs(ctx->flow, chan);
    const IrInstr *make = a->kind == ABS_CHAN ? rule_instr(ctx, (Site){a->func, a->site}) : NULL;
    const Constant *c = make && make->arg_count ? ir_instr(rule_func(ctx, a->func), make->args[0])->constant : NULL;
    int64_t slots;
    return c && constant_int64(c, &slots) ? slots : 0;
}

static uint32_t loop_of(const IrFunc *func, IrValue at)
{
    return func->blocks.data[ir_instr(func, at)->block].loop;
}

static bool in_loop(const RuleContext *ctx, Site s)
{
    return loop_of(rule_func(ctx, s.func), s.instr) != 0;
}

// Whether each round of the loop around `at` looks at another channel: one that it takes out of a
// collection, or keeps in a variable of the round.
static bool is_of_round(const IrFunc *func, IrValue at, IrValue chan)
{
    for (IrValue v = chan;;) {
        const IrInstr *i = ir_instr(func, v);
        if (i->op == IR_ADDR_INDEX || i->op == IR_INDEX)
            return loop_of(func, v) == loop_of(func, at);
        if (i->op == IR_ADDR_VAR) {
            for (IrValue k = {1}; k.v < func->instrs.len; k.v++)
                if (ir_instr(func, k)->op == IR_DECLARE && ir_instr(func, k)->var.v == i->var.v)
                    return loop_of(func, k) == loop_of(func, at);
            return false;
        }
        if ((i->op != IR_LOAD && i->op != IR_ADDR_FIELD && i->op != IR_FIELD && i->op != IR_CONVERT) || !i->arg_count)
            return false;
        v = i->args[0];
    }
}

// Whether the receive takes from each channel once.
static bool receives_once(const RuleContext *ctx, Site s, AbsId chan)
{
    const IrFunc *func = rule_func(ctx, s.func);
    const IrInstr *i = rule_instr(ctx, s);
    if (i->op == IR_RANGE_NEXT)
        return false;
    if (!in_loop(ctx, s) || i->op == IR_RECV)
        return !in_loop(ctx, s) || is_of_round(func, s.instr, i->args[0]);
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (!i->cases[k].is_send && !i->cases[k].is_default &&
            flow_set_has(flow_value(ctx->flow, s.func, i->cases[k].chan), chan) &&
            !is_of_round(func, s.instr, i->cases[k].chan))
            return false;
    return i->op == IR_SELECT;
}

// Whether the channel carries one answer: it has a slot, one is sent outside of loops, and all that
// are seen to receive do so once.
static bool is_answer(const RuleContext *ctx, Site site, const Waiting *w)
{
    AbsSet channels = flow_value(ctx->flow, w->func, w->on);
    const IrFunc *func = rule_func(ctx, site.func);
    if (in_loop(ctx, site) && !is_of_round(func, site.instr, w->on))
        return false;
    for (uint32_t k = 0; k < channels.len; k++) {
        SiteList receives = flow_chan_ops_anywhere(ctx->flow, channels.items[k], CHAN_OP_RECV);
        if (slots_of(ctx, channels.items[k]) < 1 || receives.len == 0)
            return false;
        for (uint32_t j = 0; j < receives.len; j++)
            if (!receives_once(ctx, receives.items[j], channels.items[k]))
                return false;
    }
    return channels.len > 0;
}

// Whether how many values the channel holds is asked before the send.
static bool asks_for_room(const RuleContext *ctx, Site site, const Waiting *w)
{
    const IrFunc *func = rule_func(ctx, site.func);
    AbsSet channels = flow_value(ctx->flow, w->func, w->on);
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        if (i->op == IR_BUILTIN && i->builtin == BUILTIN_LEN && i->arg_count && instr_dominates(func, at, site.instr) &&
            flow_sets_meet(channels, flow_value(ctx->flow, site.func, i->args[0])))
            return true;
    }
    return false;
}

// Whether all that is seen to be made has a slot.
static bool have_slots(const RuleContext *ctx, AbsSet channels)
{
    uint32_t made = 0;
    for (uint32_t k = 0; k < channels.len; k++) {
        bool chan = flow_abs(ctx->flow, channels.items[k])->kind == ABS_CHAN;
        if (chan && slots_of(ctx, channels.items[k]) < 1)
            return false;
        made += chan;
    }
    return made > 0;
}

// Whether a select receives from what one of these channels may be.
static bool selects_receive(const RuleContext *ctx, FuncId func, const IrInstr *i, AbsSet channels)
{
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (!i->cases[k].is_send && !i->cases[k].is_default &&
            flow_sets_meet(channels, flow_value(ctx->flow, func, i->cases[k].chan)))
            return true;
    return false;
}

// Whether a select sends on a channel with a slot or else takes out what fills it: one is possible.
static bool replaces_value(const RuleContext *ctx, Site site)
{
    const IrInstr *i = rule_instr(ctx, site);
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++) {
        AbsSet channels = i->cases[k].is_send ? flow_value(ctx->flow, site.func, i->cases[k].chan) : (AbsSet){0};
        if (have_slots(ctx, channels) && selects_receive(ctx, site.func, i, channels))
            return true;
    }
    return false;
}

// Whether the channel is emptied before the send by a select that does nothing else.
static bool empties_before(const RuleContext *ctx, Site site, const Waiting *w)
{
    const IrFunc *func = rule_func(ctx, site.func);
    AbsSet channels = flow_value(ctx->flow, w->func, w->on);
    if (!have_slots(ctx, channels))
        return false;
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
        if (ir_instr(func, at)->op == IR_SELECT && instr_dominates(func, at, site.instr) &&
            ir_instr(func, at)->case_count <= 2 && selects_receive(ctx, func->id, ir_instr(func, at), channels))
            return true;
    return false;
}

// ---- The answer ----

static const char *channel_excuse(RuleContext *ctx, const LocksHeld *locks, Site site, const Waiting *w, const Acquisition *held)
{
    bool sends = w->kind == WAITS_SEND;
    if (only_tests_make(ctx, flow_value(ctx->flow, w->func, w->on)))
        return "only tests are seen to make the channel";
    if (is_unset_hook(ctx, site, w))
        return "it is asked before whether there is a channel, and nobody is seen to make one";
    if (sends && is_answer(ctx, site, w))
        return "the channel has a slot and carries one answer, as far as is seen";
    if (sends && empties_before(ctx, site, w))
        return "the channel is emptied before";
    if (sends && asks_for_room(ctx, site, w))
        return "it is asked before how much the channel holds";
    return other_side_goes_on(ctx, locks, w->func, w->on, sends, held)
               ? "who ends it is seen, and needs neither the lock nor anybody outside"
               : NULL;
}

const char *wait_excuse(RuleContext *ctx, const LocksHeld *locks, Site site, const Waiting *w, const Acquisition *held)
{
    if (rule_in_test_file(ctx, rule_func(ctx, site.func)))
        return "in a test the lock may be held to make others wait";
    if (replaces_value(ctx, site))
        return "it sends, or takes out what fills the channel: one of both is possible";
    if (has_timeout(ctx, site))
        return "one of its cases ends it after a time";
    if ((w->kind == WAITS_GROUP || w->kind == WAITS_RECEIVE || w->kind == WAITS_SELECT) &&
        joins_own_work(ctx, locks, site, held))
        return "it ends when goroutines end that are seen and do not need the lock";
    if (w->kind == WAITS_GROUP && counts_unseen(ctx, site))
        return "who counts down is not seen: no goroutine that starts here is counted";
    if (w->kind == WAITS_SEND || w->kind == WAITS_RECEIVE)
        return channel_excuse(ctx, locks, site, w, held);
    bool ends = (w->kind == WAITS_SELECT && select_goes_on(ctx, locks, site, held)) ||
                (w->kind == WAITS_COND && cond_goes_on(ctx, locks, w, held));
    return ends ? "who ends it is seen, and needs neither the lock nor anybody outside" : NULL;
}

// facts.c - what each function does: whether it ends, what it waits for, what it affects, under
// whose context it waits. A least fixpoint over the call graph: facts only grow, and a function is
// looked at again when one of its callees' facts grew.
#include "flow/internal.h"
#include "flow/summary.h"

typedef struct Work {
    Flow *f;
    VEC(FuncId) queue;
    Bitset queued;
} Work;

static bool is_chan_value(const Flow *f, const IrFunc *func, IrValue v)
{
    return type_kind(f->types, type_underlying(f->types, ir_instr(func, v)->type)) == T_CHAN;
}

// A select that ends after this time by itself does not hold its caller up for long.
#define BRIEF_NS INT64_C(3000000000)

// A callee that runs before the instruction ends.
static bool runs_now(CallMode mode)
{
    return mode == CALL_NOW || mode == CALL_ONCE;
}

// ---- Functions of other packages ----

static void find_summary(Flow *f, ObjId callee)
{
    if (!obj_ok(callee) || map_get(&f->summaries, callee.v) || object_at(f->types, callee)->home == 0)
        return;
    const Summaries *all = f->options.summaries(f->options.ctx, object_path(f->types, callee));
    Str recv = name_str(package_names(f->types), object_receiver(f->types, callee));
    const Summary *s = all ? summaries_find(all, recv, object_name(f->types, callee)) : NULL;
    map_put(&f->arena, &f->summaries, callee.v, (uint64_t)(uintptr_t)s);
}

static void find_summaries(Flow *f)
{
    for (uint32_t id = 1; f->options.summaries && id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            const IrInstr *i = ir_instr(func, at);
            if (is_call_op(i->op) && !i->call->model && !i->call->interface && !i->call->dynamic)
                find_summary(f, i->call->callee);
        }
    }
}

const Summary *flow_summary(const Flow *f, ObjId callee)
{
    return (const Summary *)(uintptr_t)map_or(&f->summaries, callee.v, 0);
}

static const Summary *call_summary(const Flow *f, const IrInstr *i)
{
    return is_call_op(i->op) && !i->call->model ? flow_summary(f, i->call->callee) : NULL;
}

// ---- Control ----

static bool call_continues(const Flow *f, FuncId func, const IrInstr *i)
{
    if (flow_repeats_for_ever(f, func, i))
        return false;
    Site site = {func, {(uint32_t)(i - func_at(f, func)->instrs.data)}};
    CallEdges callees = flow_callees(f, site);
    uint32_t now = 0;
    for (uint32_t k = 0; k < callees.len; k++) {
        if (!runs_now(callees.items[k].mode))
            continue;
        if (f->facts[callees.items[k].callee.v].returns)
            return true;
        now++;
    }
    const Summary *s = call_summary(f, i);
    if (s)
        return s->returns || s->open;
    // Who else implements a library's interface is not here, whatever a model says of its method.
    return now == 0 || (i->call->interface && i->call->model) || flow_call_open(f, site);
}

bool flow_continues(const Flow *f, FuncId func, const IrInstr *i)
{
    if (i->op == IR_CALL)
        return call_continues(f, func, i);
    if (i->op == IR_RECV)
        return flow_chan_may_yield(f, func, i->args[0]);
    return true;
}

// Whether control can take edge number `succ` out of a block that ends in `end`.
static bool edge_is_live(const Flow *f, const IrFunc *func, const IrInstr *end, uint32_t succ)
{
    if (end->op == IR_IF) {
        const Constant *c = ir_instr(func, end->args[0])->constant;
        return !c || constant_kind(c) != CONST_BOOL || constant_bool(c) == (succ == 0);
    }
    if (end->op == IR_RANGE_NEXT && is_chan_value(f, func, end->args[0]))
        return succ == 0 ? flow_chan_may_yield(f, func->id, end->args[0])
                         : flow_chan_may_close(f, func->id, end->args[0]);
    if (end->op == IR_SELECT && succ < end->case_count) {
        const IrCase *c = &end->cases[succ];
        return c->is_default || c->is_send || flow_chan_may_yield(f, func->id, c->chan);
    }
    return true;
}

// Whether the whole block runs through to its end.
static bool block_passes(const Flow *f, const IrFunc *func, uint32_t block)
{
    const IrBlock *b = &func->blocks.data[block];
    for (uint32_t k = 0; k < b->instrs.len; k++)
        if (bitset_has(&func->events, b->instrs.data[k]) &&
            !flow_continues(f, func->id, &func->instrs.data[b->instrs.data[k]]))
            return false;
    return true;
}

static void find_live(Flow *f, const IrFunc *func)
{
    Bitset *live = &f->live[func->id.v];
    memset(live->words, 0, sizeof(uint64_t) * bitset_words(live));
    arena_reset(&f->scratch);
    uint32_t *stack = arena_array(&f->scratch, uint32_t, func->blocks.len + 1), top = 0;
    stack[top++] = 0;
    bitset_add(live, 0);
    while (top) {
        uint32_t block = stack[--top];
        if (!block_passes(f, func, block))
            continue;
        const IrInstr *end = ir_terminator(func, block);
        const IrBlock *b = &func->blocks.data[block];
        for (uint32_t k = 0; k < b->succs.len; k++) {
            if (bitset_has(live, b->succs.data[k]) || !edge_is_live(f, func, end, k))
                continue;
            bitset_add(live, b->succs.data[k]);
            stack[top++] = b->succs.data[k];
        }
    }
}

const Bitset *flow_live(const Flow *f)
{
    return f->live;
}

const Bitset *flow_live_blocks(const Flow *f, FuncId func)
{
    return &f->live[func.v];
}

// ---- Waiting ----

typedef struct EffectWait {
    EffectKind kind;
    uint32_t modes; // any of these, 0: whatever the mode
    uint32_t wait;
} EffectWait;

static const EffectWait effect_waits[] = {
    {EFFECT_WAITS, 0, WAIT_CONTEXT},
    {EFFECT_SLEEPS, 0, WAIT_SLEEP},
    {EFFECT_BLOCKS, MODE_NETWORK | MODE_PIPE, WAIT_NETWORK},
    {EFFECT_BLOCKS, MODE_FILE | MODE_STDIN, WAIT_FILE},
    {EFFECT_BLOCKS, MODE_COND, WAIT_COND},
    {EFFECT_BLOCKS, MODE_PROCESS, WAIT_PROCESS},
    {EFFECT_BLOCKS, MODE_FOREVER, WAIT_FOREVER},
    {EFFECT_SERVES, 0, WAIT_SERVE},
    {EFFECT_WG_WAIT, 0, WAIT_GROUP},
    {EFFECT_LOCK, 0, WAIT_LOCK},
    {EFFECT_RLOCK, 0, WAIT_LOCK},
    {EFFECT_COND_WAIT, 0, WAIT_COND},
};

uint32_t flow_model_waits(const Flow *f, Site site)
{
    uint32_t waits = 0;
    for (size_t k = 0; k < sizeof effect_waits / sizeof *effect_waits; k++) {
        Act act;
        if (flow_act(f, site, effect_waits[k].kind, &act) &&
            (!effect_waits[k].modes || act.effect->modes & effect_waits[k].modes))
            waits |= effect_waits[k].wait;
    }
    return waits;
}

static uint32_t callee_waits(const Flow *f, Site site)
{
    const Summary *s = call_summary(f, site_instr(f, site));
    uint32_t waits = s ? s->waits : 0;
    CallEdges callees = flow_callees(f, site);
    for (uint32_t k = 0; k < callees.len; k++)
        if (runs_now(callees.items[k].mode) || callees.items[k].mode == CALL_DEFER)
            waits |= f->facts[callees.items[k].callee.v].waits;
    return waits;
}

static uint32_t deferred_waits(const Flow *f, const IrFunc *func)
{
    uint32_t waits = 0;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        Site site = {func->id, at};
        if (ir_instr(func, at)->op == IR_DEFER)
            waits |= flow_model_waits(f, site) | callee_waits(f, site);
    }
    return waits;
}

uint32_t flow_own_waits(const Flow *f, FuncId func, const IrInstr *i)
{
    const IrFunc *fn = func_at(f, func);
    switch (i->op) {
    case IR_SEND:
    case IR_RECV:
        return WAIT_CHAN;
    case IR_RANGE_NEXT:
        return is_chan_value(f, fn, i->args[0]) ? WAIT_CHAN : 0;
    case IR_SELECT:
        if (i->case_count == 0)
            return WAIT_FOREVER;
        return i->may_block ? WAIT_CHAN : 0;
    case IR_CALL:
        return flow_model_waits(f, (Site){func, {(uint32_t)(i - fn->instrs.data)}});
    default:
        return 0;
    }
}

uint32_t flow_instr_waits(const Flow *f, FuncId func, const IrInstr *i)
{
    const IrFunc *fn = func_at(f, func);
    uint32_t waits = flow_own_waits(f, func, i);
    if (i->op == IR_CALL)
        waits |= callee_waits(f, (Site){func, {(uint32_t)(i - fn->instrs.data)}});
    if (i->op == IR_RUN_DEFERS)
        waits |= f->deferred_waits[func.v];
    return waits;
}

// ---- Contexts of parameters ----

enum { MAX_TRACE = 24 };

static uint64_t param_bit(int32_t index)
{
    return index >= 0 && index < 64 ? (uint64_t)1 << index : 0;
}

// A context passes through few variables; the ones passed are kept, since each is worth one look
// only: variables that are assigned from each other would double the work at every step.
typedef struct ParamTrace {
    Flow *f;
    const IrFunc *func;
    bool maybe;
    VarId seen[MAX_TRACE];
    uint32_t len;
} ParamTrace;

static bool was_traced(ParamTrace *t, VarId var)
{
    for (uint32_t k = 0; k < t->len; k++)
        if (t->seen[k].v == var.v)
            return true;
    if (t->len == MAX_TRACE)
        return true;
    t->seen[t->len++] = var;
    return false;
}

static void note_outer(Flow *f, FuncId func, VarId var, bool maybe)
{
    OuterContexts *o = &f->outer_contexts[func.v];
    VEC_EACH(VarId, v, &o->sure)
        if (v->v == var.v)
            return;
    VEC_EACH(VarId, v, &o->maybe)
        if (maybe && v->v == var.v)
            return;
    if (maybe)
        vec_push(&f->arena, &o->maybe, var);
    else
        vec_push(&f->arena, &o->sure, var);
}

static uint64_t trace_param_of(ParamTrace *t, IrValue v, unsigned depth);

// The parameters of `func` that the content of a variable comes from. What comes from the variables
// of an enclosing function is noted for that one.
static uint64_t trace_variable(ParamTrace *t, VarId var, unsigned depth)
{
    const IrVar *info = ir_var(t->f->ir, var);
    if (was_traced(t, var))
        return 0;
    if (info->owner.v && info->owner.v != t->func->id.v)
        note_outer(t->f, t->func->id, var, t->maybe);
    uint64_t bits = info->owner.v == t->func->id.v ? param_bit(info->param) : 0;
    SiteList stores = flow_var_stores(t->f, var);
    for (uint32_t k = 0; k < stores.len && k < FLOW_STORES_MAX; k++)
        if (stores.items[k].func.v == t->func->id.v)
            bits |= trace_param_of(t, ir_instr(t->func, stores.items[k].instr)->args[1], depth + 1);
    return bits;
}

// The parameters of `func` that a context (or what carries one) comes from.
static uint64_t trace_param_of(ParamTrace *t, IrValue v, unsigned depth)
{
    const Flow *f = t->f;
    const IrFunc *func = t->func;
    const IrInstr *i = ir_instr(func, v);
    if (depth > MAX_TRACE || !ir_ok(v))
        return 0;
    if (i->op == IR_EXTRACT || i->op == IR_CONVERT || i->op == IR_TYPE_ASSERT)
        return trace_param_of(t, i->args[0], depth + 1);
    if (i->op == IR_CALL) {
        const Effect *e = flow_effect(f, i, EFFECT_DERIVES);
        if (!e)
            e = flow_effect(f, i, EFFECT_CARRIES);
        if (!e)
            e = flow_effect(f, i, EFFECT_DONE_CHANNEL);
        if (!e)
            return 0;
        IrValue from = e->kind == EFFECT_DONE_CHANNEL ? i->args[0] : flow_effect_arg(f, i, e);
        return trace_param_of(t, from, depth + 1);
    }
    VarId var = flow_loaded_var(f, func->id, v);
    return var.v ? trace_variable(t, var, depth) : 0;
}

// Notes that `func` waits, or may wait, under a context.
static void waits_under(Flow *f, const IrFunc *func, IrValue v, bool maybe, FuncFacts *out)
{
    ParamTrace t = {.f = f, .func = func, .maybe = maybe};
    uint64_t bits = trace_param_of(&t, v, 0);
    if (maybe)
        out->ctx_params_maybe |= bits;
    else
        out->ctx_params |= bits;
}

// Whether a literal runs while the function that it stands in waits for it.
static bool literal_is_awaited(const Flow *f, FuncId literal)
{
    CallEdges callers = flow_callers(f, literal);
    for (uint32_t k = 0; k < callers.len; k++) {
        Act spawns;
        if (runs_now(callers.items[k].mode) || callers.items[k].mode == CALL_DEFER ||
            (flow_act(f, callers.items[k].site, EFFECT_SPAWNS, &spawns) && spawns.effect->modes & MODE_COUNTED))
            return true;
    }
    return false;
}

// What the literals in `func` wait under, `func` waits under.
static void waits_under_literals(Flow *f, const IrFunc *func, FuncFacts *out)
{
    for (FuncId l = f->first_literal[func->id.v]; l.v; l = f->next_literal[l.v]) {
        if (!literal_is_awaited(f, l))
            continue;
        VEC_EACH(VarId, v, &f->outer_contexts[l.v].sure)
        {
            ParamTrace t = {.f = f, .func = func};
            out->ctx_params |= trace_variable(&t, *v, 0);
        }
        VEC_EACH(VarId, v, &f->outer_contexts[l.v].maybe)
        {
            ParamTrace t = {.f = f, .func = func, .maybe = true};
            out->ctx_params_maybe |= trace_variable(&t, *v, 0);
        }
    }
}

// The contexts that a function of another package is given and waits under.
static void waits_under_params(Flow *f, const IrFunc *func, const IrInstr *i, const Summary *s, FuncFacts *out)
{
    for (uint32_t k = 0; k < i->arg_count; k++) {
        if (s->ctx_params & param_bit((int32_t)k))
            waits_under(f, func, i->args[k], false, out);
        if (s->ctx_params_maybe & param_bit((int32_t)k))
            waits_under(f, func, i->args[k], true, out);
    }
}

static void context_params_of_call(Flow *f, const IrFunc *func, uint32_t index, FuncFacts *out)
{
    const IrInstr *i = &func->instrs.data[index];
    Site site = {func->id, {index}};
    Act waits;
    if (flow_act(f, site, EFFECT_WAITS, &waits) && waits.func.v == func->id.v)
        waits_under(f, func, waits.arg, false, out);
    uint32_t first = i->call->dynamic ? 1 : 0;
    CallEdges callees = flow_callees(f, site);
    for (uint32_t c = 0; c < callees.len; c++) {
        if (!runs_now(callees.items[c].mode) && callees.items[c].mode != CALL_DEFER)
            continue;
        const FuncFacts *callee = &f->facts[callees.items[c].callee.v];
        for (uint32_t k = first; k < i->arg_count; k++) {
            uint64_t bit = param_bit(flow_param_of_arg(f, site, callees.items[c].callee, k));
            if (callee->ctx_params & bit)
                waits_under(f, func, i->args[k], false, out);
            if (callee->ctx_params_maybe & bit)
                waits_under(f, func, i->args[k], true, out);
        }
    }
    const Summary *s = call_summary(f, i);
    if (s) {
        waits_under_params(f, func, i, s, out);
        return;
    }
    if (!flow_call_open(f, site))
        return;
    // The receiver of ctx.Value is asked, not handed on.
    for (uint32_t k = i->call->has_recv ? 1 : first; k < i->arg_count; k++)
        if (flow_is_context(f, ir_instr(func, i->args[k])->type))
            waits_under(f, func, i->args[k], true, out);
}

// Whether one of the cases is fed by the library after so short a time that the others are given a
// chance rather than waited for.
static bool is_brief_select(const Flow *f, const IrFunc *func, const IrInstr *i)
{
    for (uint32_t k = 0; k < i->case_count; k++) {
        const IrInstr *chan = !i->cases[k].is_send && ir_ok(i->cases[k].chan) ? ir_instr(func, i->cases[k].chan) : NULL;
        if (!chan || chan->op != IR_CALL || !flow_effect(f, chan, EFFECT_FEEDS) || chan->arg_count == 0)
            continue;
        int64_t ns = flow_duration(f, func->id, chan->args[chan->arg_count - 1]);
        if (ns >= 0 && ns <= BRIEF_NS)
            return true;
    }
    return false;
}

static void context_params(Flow *f, const IrFunc *func, uint32_t index, FuncFacts *out)
{
    const IrInstr *i = &func->instrs.data[index];
    if (i->op == IR_RECV || (i->op == IR_RANGE_NEXT && flow_own_waits(f, func->id, i) & WAIT_CHAN))
        waits_under(f, func, i->args[0], false, out);
    bool brief = i->op == IR_SELECT && is_brief_select(f, func, i);
    for (uint32_t k = 0; i->op == IR_SELECT && i->may_block && k < i->case_count; k++)
        if (ir_ok(i->cases[k].chan))
            waits_under(f, func, i->cases[k].chan, brief, out);
    if (i->op == IR_CALL || i->op == IR_DEFER)
        context_params_of_call(f, func, index, out);
}

// ---- The fixpoint ----

static void note_ends(const Flow *f, const IrFunc *func, uint32_t index, FuncFacts *out)
{
    const IrInstr *i = &func->instrs.data[index];
    out->returns |= i->op == IR_RETURN || (i->op == IR_PANIC && func->has_recover);
    out->quits |= i->op == IR_PANIC || i->op == IR_EXIT;
    out->exits |= i->op == IR_EXIT && i->exit_mode & MODE_PROCESS;
    CallEdges callees = i->op == IR_CALL ? flow_callees(f, (Site){func->id, {index}}) : (CallEdges){0};
    for (uint32_t k = 0; k < callees.len; k++)
        out->quits |= runs_now(callees.items[k].mode) && f->facts[callees.items[k].callee.v].quits;
    const Summary *s = i->op == IR_CALL ? call_summary(f, i) : NULL;
    out->quits |= s && s->quits;
    out->ends = out->returns || out->quits;
}

static void note_sleep(const Flow *f, Site site, FuncFacts *out)
{
    Act sleeps;
    if (out->sleep_ns < 0 || !flow_act(f, site, EFFECT_SLEEPS, &sleeps))
        return;
    int64_t ns = flow_duration(f, sleeps.func, sleeps.arg);
    if (ns < 0 || ns > out->sleep_ns)
        out->sleep_ns = ns;
}

static bool watches_goroutines(const Flow *f, Site site)
{
    Act act;
    if (!flow_act(f, site, EFFECT_WATCHES, &act))
        return false;
    const Constant *c = ir_ok(act.arg) ? ir_instr(func_at(f, act.func), act.arg)->constant : NULL;
    return !c || constant_kind(c) != CONST_BOOL || constant_bool(c);
}

static void add_sleep(int64_t ns, FuncFacts *out)
{
    if (ns < 0 || (out->sleep_ns >= 0 && ns > out->sleep_ns))
        out->sleep_ns = ns;
}

static void note_call(const Flow *f, const IrFunc *func, uint32_t index, FuncFacts *out)
{
    Site site = {func->id, {index}};
    uint32_t affects = flow_affects(f, site);
    CallEdges callees = flow_callees(f, site);
    for (uint32_t k = 0; k < callees.len; k++) {
        CallMode mode = callees.items[k].mode;
        const FuncFacts *callee = &f->facts[callees.items[k].callee.v];
        if (!runs_now(mode) && mode != CALL_DEFER)
            continue;
        affects |= callee->affects;
        out->exits |= callee->exits;
        out->open |= callee->open;
        out->watches |= callee->watches;
        add_sleep(callee->sleep_ns, out);
    }
    const Summary *s = call_summary(f, &func->instrs.data[index]);
    if (s) {
        affects |= s->affects;
        out->exits |= s->exits;
        out->watches |= s->watches;
        add_sleep(s->sleep_ns, out);
    }
    out->open |= s ? s->open : flow_call_open(f, site);
    out->watches |= watches_goroutines(f, site);
    note_sleep(f, site, out);
    if (affects & ~out->affects)
        out->affect_site = site;
    out->affects |= affects;
}

static void note_instr(Flow *f, const IrFunc *func, uint32_t index, FuncFacts *out)
{
    const IrInstr *i = &func->instrs.data[index];
    note_ends(f, func, index, out);
    uint32_t waits = flow_instr_waits(f, func->id, i);
    if (waits & ~out->waits)
        out->wait_site = (Site){func->id, {index}};
    out->waits |= waits;
    if (i->op == IR_CALL || i->op == IR_DEFER)
        note_call(f, func, index, out);
    context_params(f, func, index, out);
}

// Whether control comes to the end of the block.
static bool passes_events(Flow *f, const IrFunc *func, uint32_t block, FuncFacts *out)
{
    VEC_EACH(uint32_t, index, &func->blocks.data[block].instrs)
    {
        if (!bitset_has(&func->events, *index))
            continue;
        note_instr(f, func, *index, out);
        if (!flow_continues(f, func->id, &func->instrs.data[*index]))
            return false;
    }
    return true;
}

// What stands after a call that never returns, in the same block, does not count.
static FuncFacts summarize(Flow *f, const IrFunc *func)
{
    FuncFacts out = {0};
    find_live(f, func);
    f->deferred_waits[func->id.v] = deferred_waits(f, func);
    for (uint32_t block = 0; block < func->blocks.len; block++) {
        if (!bitset_has(&f->live[func->id.v], block))
            continue;
        uint32_t last = vec_last(&func->blocks.data[block].instrs);
        if (passes_events(f, func, block, &out) && !bitset_has(&func->events, last))
            note_instr(f, func, last, &out);
    }
    waits_under_literals(f, func, &out);
    return out;
}

static bool facts_equal(const FuncFacts *a, const FuncFacts *b)
{
    return a->quits == b->quits && a->returns == b->returns && a->open == b->open && a->watches == b->watches && a->exits == b->exits &&
           a->waits == b->waits && a->affects == b->affects && a->sleep_ns == b->sleep_ns &&
           a->ctx_params == b->ctx_params && a->ctx_params_maybe == b->ctx_params_maybe;
}

static void queue_func(Work *w, FuncId id)
{
    if (bitset_has(&w->queued, id.v))
        return;
    bitset_add(&w->queued, id.v);
    vec_push(&w->f->arena, &w->queue, id);
}

static void index_literals(Flow *f)
{
    uint32_t funcs = f->ir->funcs.len;
    f->outer_contexts = arena_array(&f->arena, OuterContexts, funcs);
    f->first_literal = arena_array(&f->arena, FuncId, funcs);
    f->next_literal = arena_array(&f->arena, FuncId, funcs);
    for (uint32_t id = funcs; id-- > 1;) {
        uint32_t parent = f->ir->funcs.data[id]->parent.v;
        if (!parent)
            continue;
        f->next_literal[id] = f->first_literal[parent];
        f->first_literal[parent] = (FuncId){id};
    }
}

void facts_build(Flow *f)
{
    uint32_t funcs = f->ir->funcs.len;
    find_summaries(f);
    index_literals(f);
    f->facts = arena_array(&f->arena, FuncFacts, funcs);
    f->deferred_waits = arena_array(&f->arena, uint32_t, funcs);
    f->live = arena_array(&f->arena, Bitset, funcs);
    Work w = {.f = f, .queued = bitset_new(&f->arena, funcs)};
    for (uint32_t k = 0; k + 1 < funcs; k++) {
        const IrFunc *func = func_at(f, f->callees_first[k]);
        f->live[func->id.v] = bitset_new(&f->arena, func->blocks.len);
        if (func->has_body)
            queue_func(&w, func->id);
    }
    for (uint32_t head = 0; head < w.queue.len; head++) {
        FuncId id = w.queue.data[head];
        bitset_remove(&w.queued, id.v);
        const OuterContexts *outer = &f->outer_contexts[id.v];
        uint32_t known = outer->sure.len + outer->maybe.len;
        FuncFacts now = summarize(f, f->ir->funcs.data[id.v]);
        if (outer->sure.len + outer->maybe.len > known && f->ir->funcs.data[id.v]->parent.v)
            queue_func(&w, f->ir->funcs.data[id.v]->parent);
        bool same = facts_equal(&now, &f->facts[id.v]);
        f->facts[id.v] = now;
        CallEdges callers = flow_callers(f, id);
        for (uint32_t k = 0; !same && k < callers.len; k++)
            queue_func(&w, callers.items[k].site.func);
    }
}

const FuncFacts *flow_facts(const Flow *f, FuncId func)
{
    return &f->facts[func.v];
}

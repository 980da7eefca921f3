// chan_events.c - which closes and sends a run of a function can make, and what guards each.
#include "rules/chan_events.h"
#include "rules/cancelled.h"
#include "rules/stops.h"

typedef struct Collector {
    RuleContext *ctx;
    ChanScan *scan;
    uint32_t frames;
    EventStep steps[EVENT_STEPS];
    uint32_t len;
    Arena own; // of what is of no use once the events are found: most frames lead to none
    const Frame *kept[EVENT_STEPS]; // copies of the frames on the way that events refer to; NULL until one does
    ChanEvents out;
} Collector;

// ---- Functions that matter ----

static bool is_op(const IrInstr *i, ChanOp op)
{
    if (op == CHAN_OP_CLOSE)
        return i->op == IR_CLOSE || ((i->op == IR_DEFER || i->op == IR_GO) && i->call->builtin == BUILTIN_CLOSE);
    if (op != CHAN_OP_SEND)
        return false;
    bool sends = i->op == IR_SEND;
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        sends |= i->cases[k].is_send;
    return sends;
}

static bool has_op(RuleContext *ctx, const IrFunc *func, unsigned ops)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
        for (unsigned op = 0; op < CHAN_OP_COUNT; op++)
            if (ops >> op & 1 && is_op(ir_instr(func, at), (ChanOp)op) && rule_live_instr(ctx, func, at))
                return true;
    return false;
}

static Bitset find_roots(RuleContext *ctx, unsigned ops)
{
    Bitset set = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    VEC(FuncId) work = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (has_op(ctx, ctx->ir->funcs.data[id], ops)) {
            bitset_add(&set, id);
            vec_push(ctx->scratch, &work, (FuncId){id});
        }
    while (work.len) {
        CallEdges callers = flow_callers(ctx->flow, work.data[--work.len]);
        for (uint32_t k = 0; k < callers.len; k++) {
            FuncId caller = callers.items[k].site.func;
            if (bitset_has(&set, caller.v))
                continue;
            bitset_add(&set, caller.v);
            vec_push(ctx->scratch, &work, caller);
        }
    }
    return set;
}

// ---- Guards ----

static bool is_nil_constant(const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(func, i->args[0]);
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

// `err != nil`: it tells of the work that was done, not of what happened to the channel. An error of the
// function around a literal tells how that one ended, and so may tell both.
static bool asks_for_error(const RuleContext *ctx, const IrFunc *func, const IrInstr *cond)
{
    if (cond->op != IR_BINARY || (cond->token != TOK_NEQ && cond->token != TOK_EQL))
        return false;
    for (uint32_t side = 0; side < 2; side++) {
        VarId var = flow_loaded_var(ctx->flow, func->id, cond->args[1 - side]);
        if (is_nil_constant(func, cond->args[side]) && var.v && ir_var(ctx->ir, var)->owner.v == func->id.v &&
            str_is(type_string(ctx->types, ctx->scratch, ir_instr(func, cond->args[1 - side])->type), "error"))
            return true;
    }
    return false;
}

static bool heads_loop(const IrFunc *func, uint32_t block)
{
    uint32_t loop = func->blocks.data[block].loop;
    return loop && func->loops.data[loop - 1].header == block;
}

// Whether what arrives on the channel arrives once for each value sent: only one taker gets it.
static bool hands_out_turns(const RuleContext *ctx, const IrFunc *func, IrValue chan)
{
    return !flow_done_contexts(ctx->flow, func->id, chan).len && !flow_chan_may_close(ctx->flow, func->id, chan);
}

static ChanGuard guard_by_case(const RuleContext *ctx, const IrFunc *func, const IrInstr *select, uint32_t block, AbsSet chan)
{
    const IrBlock *b = &func->blocks.data[select->block];
    ChanGuard guard = GUARD_NONE;
    for (uint32_t k = 0; k < select->case_count && k < b->succs.len; k++) {
        const IrCase *c = &select->cases[k];
        if (c->is_default)
            continue;
        bool here = ir_dominates(func, b->succs.data[k], block);
        if (!here && !c->is_send && flow_sets_meet(chan, flow_value(ctx->flow, func->id, c->chan)))
            return GUARD_SELF;
        if (here && (c->is_send || hands_out_turns(ctx, func, c->chan)))
            guard = GUARD_STATE;
    }
    return guard;
}

// What decides, in one function, whether control comes to `at`.
static ChanGuard guard_of(const RuleContext *ctx, const IrFunc *func, IrValue at, AbsSet chan)
{
    ChanGuard guard = GUARD_NONE;
    uint32_t block = ir_instr(func, at)->block;
    for (uint32_t up = block, next; guard != GUARD_STATE; up = next) {
        next = func->blocks.data[up].idom;
        if (next == UINT32_MAX || next == up || !flow_may_search(ctx->flow, 1))
            break;
        const IrBlock *b = &func->blocks.data[next];
        const IrInstr *end = ir_terminator(func, next);
        if (end->op == IR_SELECT) {
            ChanGuard by = guard_by_case(ctx, func, end, block, chan);
            guard = by > guard ? by : guard;
        }
        if (end->op != IR_IF || heads_loop(func, next) || b->succs.len != 2)
            continue;
        bool yes = ir_dominates(func, b->succs.data[0], block), no = ir_dominates(func, b->succs.data[1], block);
        if (yes != no && !asks_for_error(ctx, func, ir_instr(func, end->args[0])))
            guard = GUARD_STATE;
    }
    return guard;
}

static bool takes_lock(const RuleContext *ctx, Site site, Act *act)
{
    return rule_instr(ctx, site)->op == IR_CALL &&
           (flow_act(ctx->flow, site, EFFECT_LOCK, act) || flow_act(ctx->flow, site, EFFECT_RLOCK, act));
}

static bool locked_at(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Act act;
    for (IrValue v = ir_first_event(func); ir_ok(v); v = ir_next_event(func, v))
        if (takes_lock(ctx, (Site){func->id, v}, &act) && instr_dominates(func, v, at))
            return true;
    return false;
}

// The Once that a variable holds itself, by value: each run of the variable's function has its own.
static Identity once_in_variable(RuleContext *ctx, const Frame *frame, IrValue recv)
{
    const IrInstr *i = ir_instr(frame->func, recv);
    Identity *base = arena_new(ctx->scratch, Identity);
    Name field = {0};
    if (i->op == IR_ADDR_FIELD) {
        field = i->field_name;
        i = ir_instr(frame->func, i->args[0]);
    }
    if (i->op != IR_ADDR_VAR)
        return (Identity){0};
    FuncId owner = ir_var(ctx->ir, i->var)->owner;
    const Frame *home = frame;
    while (home->up && home->func->id.v != owner.v)
        home = home->up;
    if (owner.v && home->func->id.v != owner.v)
        home = frame_root(ctx, rule_func(ctx, owner));
    *base = (Identity){.kind = ID_VAR, .frame = home, .var = i->var, .global = !owner.v};
    return field.v ? (Identity){.kind = ID_FIELD, .frame = home, .base = base, .field = field} : *base;
}

// The Once that runs a step, by its identity in the run.
static void find_once(RuleContext *ctx, ChanEvent *e, const Frame *frame, IrValue call)
{
    Act act;
    Site site = {frame->func->id, call};
    if (!flow_act(ctx->flow, site, EFFECT_RUNS, &act) || !ir_ok(act.recv) || act.recv_func.v != frame->func->id.v)
        return;
    e->once = once_in_variable(ctx, frame, act.recv);
    e->once_inside = e->once.kind != ID_NONE && (e->once.kind == ID_FIELD || !e->once.global);
    if (e->once.kind == ID_NONE)
        e->once = identity_of(ctx, frame, act.recv);
}

static void judge(Collector *c, ChanEvent *e)
{
    RuleContext *ctx = c->ctx;
    AbsSet chan = flow_value(ctx->flow, e->frame->func->id, e->chan);
    const Frame *frame = e->frame;
    for (uint32_t k = e->len; k-- > 0; frame = frame->up) {
        const EventStep *s = &e->steps[k];
        ChanGuard by = guard_of(ctx, s->func, s->at, chan);
        if (k == 0)
            e->root_guard = by; // the root's own branches are on the path that is searched there
        else if (by > e->guard)
            e->guard = by;
        if (s->mode == CALL_ONCE) {
            e->guard = GUARD_ONCE;
            ctx->scratch = ctx->package;
            find_once(ctx, e, frame, s->at);
            ctx->scratch = &c->own;
        }
        e->apart |= s->mode == CALL_GO;
        e->recovers |= s->func->has_recover;
    }
}

// ---- Collecting ----

static AbsId place_of(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(func, i->args[0]);
    return i->op == IR_LOAD ? flow_place(ctx->flow, func->id, i->args[0]) : (AbsId){0};
}

static const Frame *keep_frame(Collector *c, const Frame *frame, uint32_t level)
{
    if (!c->kept[level]) {
        Frame *copy = arena_new(c->ctx->package, Frame);
        *copy = *frame;
        copy->up = level ? keep_frame(c, frame->up, level - 1) : NULL;
        c->kept[level] = copy;
    }
    return c->kept[level];
}

static void add_event(Collector *c, const Frame *frame, IrValue at, ChanOp op, IrValue chan, Span span)
{
    const IrInstr *i = ir_instr(frame->func, at);
    if (!ir_ok(chan) || c->out.items.len >= EVENT_MAX)
        return;
    ChanEvent e = {.op = op, .frame = keep_frame(c, frame, c->len), .chan = chan, .span = span, .len = c->len + 1};
    memcpy(e.steps, c->steps, sizeof *c->steps * c->len);
    CallMode mode = i->op == IR_DEFER ? CALL_DEFER : i->op == IR_GO ? CALL_GO : CALL_NOW;
    e.steps[c->len] = (EventStep){frame->func, at, mode};
    c->ctx->scratch = c->ctx->package;
    e.id = identity_of(c->ctx, e.frame, chan);
    c->ctx->scratch = &c->own;
    e.place = place_of(c->ctx, frame->func, chan);
    if (e.id.kind == ID_NONE)
        return;
    judge(c, &e);
    vec_push(&c->own, &c->out.items, e);
}

static void collect(Collector *c, const Frame *frame);

static bool follows_mode(CallMode mode)
{
    return mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER || mode == CALL_GO;
}

static bool is_recursive(const Frame *frame, const IrFunc *func)
{
    for (; frame; frame = frame->up)
        if (frame->func == func)
            return true;
    return false;
}

// Whether the literal belongs to a function on the way here, or around the root: then its variables are
// those of this run. One that came by a field or a channel may be another one each time.
static bool is_of_this_run(const RuleContext *ctx, const Frame *frame, const IrFunc *func)
{
    if (func->kind != FUNC_LITERAL && func->kind != FUNC_RANGE_BODY)
        return true;
    const Frame *root = frame;
    for (; frame; frame = frame->up) {
        if (frame->func->id.v == func->parent.v)
            return true;
        root = frame;
    }
    for (FuncId up = root->func->parent; up.v; up = rule_func(ctx, up)->parent)
        if (up.v == func->parent.v)
            return true;
    return false;
}

static void collect_call(Collector *c, const Frame *frame, IrValue at)
{
    if (c->len + 1 >= EVENT_STEPS)
        return;
    CallEdge edge = call_certain_callees(c->ctx, (Site){frame->func->id, at}).items[0];
    const IrFunc *callee = rule_func(c->ctx, edge.callee);
    if (is_recursive(frame, callee) || !is_of_this_run(c->ctx, frame, callee) || c->frames++ >= EVENT_FRAMES)
        return;
    c->steps[c->len++] = (EventStep){frame->func, at, edge.mode};
    c->kept[c->len] = NULL;
    collect(c, frame_call(c->ctx, frame, at, callee, edge.mode));
    c->len--;
}

static void collect_sends(Collector *c, const Frame *frame, IrValue at, const IrInstr *i)
{
    if (i->op == IR_SEND)
        add_event(c, frame, at, CHAN_OP_SEND, i->args[0], i->span);
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (i->cases[k].is_send)
            add_event(c, frame, at, CHAN_OP_SEND, i->cases[k].chan, i->cases[k].span);
}

static void collect(Collector *c, const Frame *frame)
{
    const IrFunc *func = frame->func;
    VEC_EACH (const uint32_t, k, &c->scan->instrs[func->id.v]) {
        const IrInstr *i = &func->instrs.data[*k];
        if (is_op(i, CHAN_OP_CLOSE))
            add_event(c, frame, (IrValue){*k}, CHAN_OP_CLOSE, i->args[i->arg_count - 1], i->span);
        else if (i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO)
            collect_call(c, frame, (IrValue){*k});
        else
            collect_sends(c, frame, (IrValue){*k}, i);
    }
}

// ---- Found once ----

// Whether the call is sure to run one function, on the way to an operation.
static bool leads_on(const RuleContext *ctx, const ChanScan *scan, Site site)
{
    CallEdges callees = call_certain_callees(ctx, site);
    return callees.len == 1 && follows_mode(callees.items[0].mode) && bitset_has(&scan->roots, callees.items[0].callee.v);
}

static InstrList find_instrs(RuleContext *ctx, const ChanScan *scan, const IrFunc *func)
{
    InstrList list = {0};
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        bool calls = (i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO) && i->call->builtin == BUILTIN_NONE;
        bool wanted = calls && leads_on(ctx, scan, (Site){func->id, at});
        wanted |= is_op(i, CHAN_OP_CLOSE) && i->arg_count && scan->ops >> CHAN_OP_CLOSE & 1;
        wanted |= is_op(i, CHAN_OP_SEND) && scan->ops >> CHAN_OP_SEND & 1;
        if (wanted && rule_live_instr(ctx, func, at))
            vec_push(ctx->scratch, &list, at.v);
    }
    return list;
}

static ChanScan *scan_package(RuleContext *ctx, unsigned ops)
{
    ChanScan *scan = arena_new(ctx->scratch, ChanScan);
    uint32_t funcs = ctx->ir->funcs.len;
    *scan = (ChanScan){.ops = ops, .roots = find_roots(ctx, ops), .instrs = arena_array(ctx->scratch, InstrList, funcs),
                       .events = arena_array(ctx->scratch, ChanEvents *, funcs)};
    for (uint32_t id = 1; id < funcs; id++)
        if (bitset_has(&scan->roots, id))
            scan->instrs[id] = find_instrs(ctx, scan, ctx->ir->funcs.data[id]);
    return scan;
}

// Several rules ask for the same: what is found, the frames and identities that events refer to
// included, lives as long as the package does.
ChanScan *chan_scan(RuleContext *ctx, unsigned ops)
{
    Arena *scratch = ctx->scratch;
    ctx->scratch = ctx->package;
    if (!ctx->chan_scans[ops])
        ctx->chan_scans[ops] = scan_package(ctx, ops);
    ctx->scratch = scratch;
    return ctx->chan_scans[ops];
}

static ChanEvents *find_events(RuleContext *ctx, ChanScan *scan, FuncId root)
{
    Collector c = {.ctx = ctx, .scan = scan};
    ctx->scratch = &c.own;
    if (scan->instrs[root.v].len)
        collect(&c, frame_root(ctx, rule_func(ctx, root)));
    ChanEvents *events = arena_new(ctx->package, ChanEvents);
    events->items.data = arena_array(ctx->package, ChanEvent, c.out.items.len);
    events->items.len = events->items.cap = c.out.items.len;
    if (c.out.items.len)
        memcpy(events->items.data, c.out.items.data, sizeof(ChanEvent) * c.out.items.len);
    arena_free(&c.own);
    return events;
}

const ChanEvents *chan_events(RuleContext *ctx, ChanScan *scan, FuncId root)
{
    Arena *scratch = ctx->scratch;
    if (!scan->events[root.v])
        scan->events[root.v] = find_events(ctx, scan, root);
    ctx->scratch = scratch;
    return scan->events[root.v];
}

// ---- What an event tells ----

bool event_root_is_open(const RuleContext *ctx, const IrFunc *root)
{
    if (root->kind != FUNC_DECL || !flow_has_unseen_callers(ctx->flow, root->id))
        return false;
    Str name = object_name(ctx->types, root->obj);
    bool exported = name.len && ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') || (unsigned char)name.ptr[0] >= 0x80);
    bool is_main = str_is(package_name(ctx->types), "main") && flow_callers(ctx->flow, root->id).len;
    return exported && !is_main;
}

Site event_site(const ChanEvent *e)
{
    const EventStep *s = &e->steps[e->len - 1];
    return (Site){s->func->id, s->at};
}

IrValue event_root_instr(const ChanEvent *e)
{
    return e->steps[0].at;
}

bool event_is_locked(const RuleContext *ctx, const ChanEvent *e)
{
    for (uint32_t k = 0; k < e->len; k++)
        if (locked_at(ctx, e->steps[k].func, e->steps[k].at))
            return true;
    return false;
}

static bool is_lock_of(RuleContext *ctx, const ChanEvent *e, AbsSet lock)
{
    Act act;
    for (uint32_t k = 0; k < e->len; k++) {
        const EventStep *s = &e->steps[k];
        for (IrValue v = ir_first_event(s->func); ir_ok(v); v = ir_next_event(s->func, v))
            if (takes_lock(ctx, (Site){s->func->id, v}, &act) && ir_ok(act.recv) &&
                instr_dominates(s->func, v, s->at) &&
                flow_sets_meet(lock, flow_value(ctx->flow, act.recv_func, act.recv)))
                return true;
    }
    return false;
}

bool events_share_lock(RuleContext *ctx, const ChanEvent *a, const ChanEvent *b)
{
    Act act;
    for (uint32_t k = 0; k < a->len; k++) {
        const EventStep *s = &a->steps[k];
        for (IrValue v = ir_first_event(s->func); ir_ok(v); v = ir_next_event(s->func, v))
            if (takes_lock(ctx, (Site){s->func->id, v}, &act) && ir_ok(act.recv) &&
                instr_dominates(s->func, v, s->at) &&
                is_lock_of(ctx, b, flow_value(ctx->flow, act.recv_func, act.recv)))
                return true;
    }
    return false;
}

const char *event_chan_name(RuleContext *ctx, const ChanEvent *e)
{
    return rule_text(ctx, e->frame->func, e->chan);
}

const char *event_via(RuleContext *ctx, const ChanEvent *e)
{
    if (e->len < 2)
        return NULL;
    return rule_callee_name(ctx, e->steps[0].func, ir_instr(e->steps[0].func, e->steps[0].at));
}

void event_steps(RuleContext *ctx, Finding *f, const ChanEvent *e, const char *what)
{
    for (uint32_t k = 0; k + 1 < e->len; k++) {
        const EventStep *s = &e->steps[k];
        const char *verb = s->mode == CALL_GO ? "starts" : s->mode == CALL_DEFER ? "has deferred" : "calls";
        finding_step(ctx, f, (Site){s->func->id, s->at}, "%s %s", verb, rule_func_name(ctx, e->steps[k + 1].func));
    }
    finding_step(ctx, f, event_site(e), "%s", what);
}

// deaf_range.c - a range over a channel that nobody closes, on some run or on any.
//
// True at run time where the range has taken the last value and the channel stays open: nobody closes
// it at all, the one who should returns before it gets there, or the close is deferred in the very
// function that ranges. The loop must have no other way out. Where the closer is out of sight, all
// that can be said is that a context at hand is not listened to.
#include "rules/deaf_range.h"
#include "rules/branches.h"
#include "rules/chan_events.h"
#include "rules/mend.h"
#include "rules/origin.h"
#include "rules/owner.h"
#include "rules/serving_main.h"
#include "rules/stops.h"

typedef struct Range {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue at;   // IR_RANGE_NEXT
    IrValue chan;
    AbsSet set;   // what the channel can be
    const uint32_t *stories; // by function
} Range;

typedef VEC(FuncId) FuncList;

static bool ranges_channel(const RuleContext *ctx, const IrFunc *func, const IrInstr *i)
{
    return i->op == IR_RANGE_NEXT &&
           type_kind(ctx->types, type_underlying(ctx->types, ir_instr(func, i->args[0])->type)) == T_CHAN;
}

// Whether the loop can be left while the channel is open: by break, return, goto or panic.
static bool has_other_exit(const IrFunc *func, const IrInstr *range)
{
    uint32_t loop = func->blocks.data[range->block].loop;
    if (!loop)
        return true; // it never comes round
    for (uint32_t b = 0; b < func->blocks.len; b++) {
        if (!ir_in_loop(func, loop - 1, b))
            continue;
        for (uint32_t k = 0; k < func->blocks.data[b].succs.len; k++)
            if (!(b == range->block && k == 1) && !ir_in_loop(func, loop - 1, func->blocks.data[b].succs.data[k]))
                return true;
    }
    return false;
}

// ---- Who could close ----

// Whether all that the channel can be is made here and known to nobody else.
static bool is_ours(const Range *r)
{
    for (uint32_t k = 0; k < r->set.len; k++)
        if (flow_abs(r->ctx->flow, r->set.items[k])->kind != ABS_CHAN || flow_escapes(r->ctx->flow, r->set.items[k]))
            return false;
    return r->set.len > 0 && !flow_incomplete(r->ctx->flow);
}

static uint32_t count_ops(const Range *r, ChanOp op)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < r->set.len; k++)
        n += flow_chan_ops_anywhere(r->ctx->flow, r->set.items[k], op).len;
    return n;
}

// Whether the library feeds the channel: it does so for as long as the process lives.
static bool is_fed(const Range *r)
{
    for (uint32_t k = 0; k < r->set.len; k++) {
        SiteList sends = flow_chan_ops_anywhere(r->ctx->flow, r->set.items[k], CHAN_OP_SEND);
        for (uint32_t j = 0; j < sends.len; j++)
            if (rule_instr(r->ctx, sends.items[j])->op == IR_CALL)
                return true;
    }
    return false;
}

static void push_callees(RuleContext *ctx, FuncId id, FuncList *work)
{
    const IrFunc *func = rule_func(ctx, id);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        IrOp op = ir_instr(func, at)->op;
        CallEdges callees = op == IR_CALL || op == IR_DEFER ? call_certain_callees(ctx, (Site){id, at}) : (CallEdges){0};
        for (uint32_t k = 0; k < callees.len; k++)
            if (flow_runs_here(callees.items[k].mode))
                vec_push(ctx->scratch, work, callees.items[k].callee);
    }
}

// By function: the number of the first goroutine that runs it, + 1; 0 where it runs on its callers'.
// Each function is gone through once, whatever the number of goroutines.
static uint32_t *stories_by_function(RuleContext *ctx)
{
    uint32_t *of = arena_array(ctx->scratch, uint32_t, ctx->ir->funcs.len);
    FuncList work = {0};
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        for (uint32_t b = 0; b < s->body_count; b++)
            vec_push(ctx->scratch, &work, s->bodies[b]);
        while (work.len) {
            FuncId func = work.data[--work.len];
            if (of[func.v])
                continue;
            of[func.v] = k + 1;
            push_callees(ctx, func, &work);
        }
    }
    return of;
}

// Whether a rule about owners has more to say of the goroutine: it has a type or a test that should
// stop it.
static bool owner_speaks(RuleContext *ctx, const Story *s)
{
    OwnerVerdict v = owner_verdict(ctx, s);
    return rule_is_detached(ctx, s) || (v.rule != OWNER_SILENT && v.rule != OWNER_IMMORTAL && v.rule != OWNER_UNTRACKED);
}

// ---- Nobody ----

static bool nobody_closes(const Range *r)
{
    return is_ours(r) && count_ops(r, CHAN_OP_CLOSE) == 0 && !is_fed(r) && !lasts_as_process(r->ctx, r->func);
}

// Whether the function is a loop that unseen callers run, for as long as they like, on a channel that
// lives longer than a call of it.
static bool is_open_loop(const Range *r, const Story *s)
{
    return !s && event_root_is_open(r->ctx, r->func) && flow_abs(r->ctx->flow, r->set.items[0])->func.v != r->func->id.v;
}

// Closes the channel when its only sender is done: the function that makes it, or one goroutine.
static void fix_nobody(const Range *r, Finding *f)
{
    RuleContext *ctx = r->ctx;
    const Abs *made = flow_abs(ctx->flow, r->set.items[0]);
    const IrFunc *func = rule_func(ctx, made->func);
    SiteList sends = flow_chan_ops_anywhere(ctx->flow, r->set.items[0], CHAN_OP_SEND);
    Stmt make = mend_stmt(ctx, func, ir_instr(func, made->site)->span);
    const Ast *ast = rule_ast(ctx, func);
    if (r->set.len != 1 || sends.len == 0 || !node_ok(make.node) || node_kind(ast, make.node) != NODE_ASSIGN_STMT ||
        func->blocks.data[ir_instr(func, made->site)->block].loop)
        return;
    AssignView v = ast_assign(ast, make.node);
    if (v.op != TOK_DEFINE || v.lhs.len != 1 || v.rhs.len != 1 || node_span(ast, v.rhs.items[0]).start != ir_instr(func, made->site)->span.start)
        return;
    const char *close = arena_printf(ctx->arena, "defer close(%.*s)", STR_ARG(ast_text(ast, v.lhs.items[0])));
    for (uint32_t k = 0; k < sends.len; k++)
        if (sends.items[k].func.v != sends.items[0].func.v)
            return;
    if (sends.items[0].func.v == func->id.v && r->func->id.v != func->id.v) {
        Fix *fix = finding_fix(ctx, f, FIX_SAFE, "close it when the sender is done");
        mend_after(ctx, fix, &make, close);
    }
}

static void report_nobody(const Range *r, const Story *s)
{
    RuleContext *ctx = r->ctx;
    const char *chan = rule_text(ctx, r->func, r->chan);
    const Abs *made = flow_abs(ctx->flow, r->set.items[0]);
    Level level = (s && s->role == ROLE_MAIN) || is_open_loop(r, s) ? LEVEL_ADVICE : LEVEL_WARNING;
    Finding *f = finding_at(ctx, level, (Site){r->func->id, r->at},
                            "nobody closes %s: this range waits for good once the last value is taken", chan);
    finding_related(ctx, f, (Site){made->func, made->site}, "made here", NULL);
    if (s)
        finding_related(ctx, f, s->spawn, "the goroutine that waits starts here", NULL);
    else
        finding_also(ctx, f, FAIL_HANG);
    fix_nobody(r, f);
    finding_note(ctx, f, "let the sender close it when it has sent everything, or select on a context beside the receive");
}

// ---- Nobody on some run ----

typedef struct Leaving {
    RuleContext *ctx;
    const IrFunc *func;
    const ChanEvents *closes;
    Identity chan;
    IrValue goal; // none: a return
    KnownBranches known;
} Leaving;

static bool closes_chan(const Leaving *l, const ChanEvent *e)
{
    return identity_same(&e->id, &l->chan);
}

static bool leaving_goal(void *p, IrValue at)
{
    const Leaving *l = p;
    return ir_ok(l->goal) ? at.v == l->goal.v : ir_instr(l->func, at)->op == IR_RETURN;
}

// A close that is deferred comes too late for a range in the same function.
static bool leaving_avoids(void *p, IrValue at)
{
    const Leaving *l = p;
    VEC_EACH(const ChanEvent, e, &l->closes->items)
        if (event_root_instr(e).v == at.v && closes_chan(l, e) && !(ir_ok(l->goal) && e->steps[0].mode == CALL_DEFER))
            return true;
    return false;
}

static bool leaving_edge(void *p, uint32_t block, uint32_t succ)
{
    return branches_allow(&((const Leaving *)p)->known, block, succ);
}

static IrValue leaves_open(Leaving *l, IrValue from)
{
    if (ir_ok(from))
        l->known = branches_before(l->ctx, l->func, ir_instr(l->func, from)->block);
    PathQuery q = {.func = l->func->id, .from = from, .goal = leaving_goal, .avoid = leaving_avoids,
                   .edge = ir_ok(from) ? leaving_edge : NULL, .ctx = l};
    return flow_find_path(l->ctx->flow, l->ctx->scratch, &q, NULL, NULL);
}

// Whether the sites are the root's events, and nobody else's. A close that depends on what else has
// happened may well be made up for elsewhere.
static bool are_all(const Leaving *l, SiteList closes)
{
    for (uint32_t k = 0; k < closes.len; k++) {
        bool found = false;
        VEC_EACH(const ChanEvent, e, &l->closes->items) {
            Site s = event_site(e);
            found |= s.func.v == closes.items[k].func.v && s.instr.v == closes.items[k].instr.v && closes_chan(l, e) &&
                     e->root_guard != GUARD_STATE && e->guard != GUARD_STATE;
        }
        if (!found)
            return false;
    }
    return closes.len > 0;
}

// Whether the return can also be come to after a close: closing again would panic.
static bool is_closed_at(Leaving *l, IrValue end)
{
    Leaving to = {.ctx = l->ctx, .func = l->func, .closes = l->closes, .chan = l->chan, .goal = end};
    VEC_EACH(const ChanEvent, e, &l->closes->items) {
        PathQuery q = {.func = l->func->id, .from = event_root_instr(e), .goal = leaving_goal, .ctx = &to};
        if (closes_chan(l, e) && ir_ok(flow_find_path(l->ctx->flow, l->ctx->scratch, &q, NULL, NULL)))
            return true;
    }
    return false;
}

// Closes the channel before each return that leaves it open.
static void fix_run(const Range *r, Finding *f, const Leaving *l, IrValue from)
{
    RuleContext *ctx = r->ctx;
    const Ast *ast = rule_ast(ctx, l->func);
    const ChanEvent *close = &l->closes->items.data[0];
    const IrInstr *i = rule_instr(ctx, event_site(close));
    if (event_site(close).func.v != l->func->id.v || i->op != IR_CLOSE)
        return;
    Stmt known = mend_stmt(ctx, l->func, i->span);
    if (!node_ok(known.node) || node_kind(ast, known.node) != NODE_EXPR_STMT)
        return;
    // What the close names is known in all of its block.
    uint32_t block = node_span(ast, known.list.items[0]).start;
    Span scope = {block - (block > 0), block - (block > 0)};
    Fix fix = {.description = "close it before the return", .safety = FIX_SAFE};
    for (IrValue at = {1}; at.v < l->func->instrs.len; at.v++) {
        const IrInstr *ret = rule_live_instr(ctx, l->func, at);
        Leaving to = *l;
        to.goal = at;
        if (!ret || ret->op != IR_RETURN || !ir_ok(leaves_open(&to, from)))
            continue;
        Stmt stmt = mend_stmt(ctx, l->func, ret->span);
        if (!node_ok(stmt.node) || node_kind(ast, stmt.node) != NODE_RETURN_STMT || is_closed_at(&to, at) ||
            !mend_in_scope(ctx, l->func, scope, stmt.span.start))
            return;
        mend_before(ctx, &fix, &stmt, arena_strndup(ctx->arena, ast_text(ast, known.node).ptr, ast_text(ast, known.node).len));
    }
    if (fix.edits.len)
        vec_push(ctx->arena, &f->fixes, fix);
}

static void report_run(const Range *r, const Leaving *l, const Story *s, IrValue from, IrValue end)
{
    RuleContext *ctx = r->ctx;
    const char *chan = rule_text(ctx, r->func, r->chan);
    bool returns = !ir_ok(l->goal);
    const ChanEvent *close = &l->closes->items.data[0];
    Finding *f = returns ? finding_at(ctx, LEVEL_ERROR, (Site){r->func->id, r->at}, "%s may return without closing %s: this range then waits for good",
                                      rule_func_name(ctx, l->func), chan)
                         : finding_at(ctx, LEVEL_ERROR, (Site){r->func->id, r->at}, "nobody can close %s while this range waits for that: the close comes after it or on another path", chan);
    finding_related(ctx, f, event_site(close), "closed here", NULL);
    if (returns)
        finding_related(ctx, f, (Site){l->func->id, end}, "returns here without closing", NULL);
    if (ir_ok(from))
        finding_step(ctx, f, (Site){l->func->id, from}, ir_instr(l->func, from)->op == IR_MAKE_CHAN ? "makes the channel" : "starts the goroutine");
    else if (s)
        finding_step(ctx, f, s->spawn, "starts the goroutine that closes %s", chan);
    if (returns)
        finding_step(ctx, f, (Site){l->func->id, end}, "returns; nobody is left to close it");
    finding_step(ctx, f, (Site){r->func->id, r->at}, "takes the last value, and waits for good");
    if (returns)
        fix_run(r, f, l, from);
    finding_note(ctx, f, returns ? "close it with defer, so that every path does" : "close it before the range, or range on another goroutine");
}

// The channel's own instruction in the function that makes it.
static Identity made_at(RuleContext *ctx, const Abs *made)
{
    return (Identity){.kind = ID_MADE, .frame = frame_root(ctx, rule_func(ctx, made->func)), .instr = made->site};
}

// The function that made the channel closes it, or returns before it does.
static bool check_maker(const Range *r, const Story *s, const Abs *made, SiteList closes)
{
    RuleContext *ctx = r->ctx;
    const IrFunc *func = rule_func(ctx, made->func);
    const ChanEvents *events = chan_events(ctx, chan_scan(ctx, 1 << CHAN_OP_CLOSE), func->id);
    Leaving l = {.ctx = ctx, .func = func, .closes = events, .chan = made_at(ctx, made)};
    if (!are_all(&l, closes))
        return false;
    VEC_EACH(const ChanEvent, e, &events->items)
        if (closes_chan(&l, e) && e->apart)
            return false; // the goroutine's own paths decide
    IrValue from = made->site;
    if (r->func->id.v == func->id.v)
        l.goal = r->at;
    else if (s && s->spawn.func.v == func->id.v)
        from = s->spawn.instr;
    else
        return false;
    if (!ir_ok(l.goal)) { // closed already when the goroutine starts?
        l.goal = from;
        if (!ir_ok(leaves_open(&l, made->site)))
            return false;
        l.goal = (IrValue){0};
    }
    // What was deferred before the goroutine started closes on every path.
    VEC_EACH(const ChanEvent, e, &events->items)
        if (!ir_ok(l.goal) && e->steps[0].mode == CALL_DEFER && event_root_instr(e).v < from.v)
            return false;
    IrValue end = leaves_open(&l, from);
    if (ir_ok(end))
        report_run(r, &l, s, from, end);
    return ir_ok(end);
}

// Whether the function tells others of its end in another way: then the range may not be come to.
static bool tells_others(const Range *r, const IrFunc *func)
{
    const Flow *flow = r->ctx->flow;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = ir_instr(func, at);
        if ((i->op == IR_SEND || i->op == IR_CLOSE) && !flow_sets_meet(r->set, flow_value(flow, func->id, i->args[0])))
            return true;
        for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
            if (i->cases[k].is_send && !flow_sets_meet(r->set, flow_value(flow, func->id, i->cases[k].chan)))
                return true;
        if (i->op == IR_CALL && call_does(r->ctx, func, at) & DOES_CANCEL)
            return true;
    }
    return false;
}

// A goroutine that the maker starts closes the channel, or ends before it does.
static bool check_closer(const Range *r, const Abs *made, SiteList closes)
{
    RuleContext *ctx = r->ctx;
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        if (s->spawn.func.v != made->func.v || s->body_count != 1 || !s->body_seen || r->stories[r->func->id.v] == k + 1)
            continue;
        const IrFunc *body = rule_func(ctx, s->bodies[0]);
        if (r->func->id.v == made->func.v && tells_others(r, body))
            continue;
        const ChanEvents *events = chan_events(ctx, chan_scan(ctx, 1 << CHAN_OP_CLOSE), body->id);
        Leaving l = {.ctx = ctx, .func = body, .closes = events};
        VEC_EACH(const ChanEvent, e, &events->items)
            if (!e->apart && event_site(e).func.v == closes.items[0].func.v && event_site(e).instr.v == closes.items[0].instr.v)
                l.chan = e->id;
        if (l.chan.kind == ID_NONE || !are_all(&l, closes))
            continue;
        IrValue end = leaves_open(&l, (IrValue){0});
        if (!ir_ok(end))
            continue;
        report_run(r, &l, s, (IrValue){0}, end);
        return true;
    }
    return false;
}

static void check_runs(const Range *r, const Story *s)
{
    const Abs *made = r->set.len == 1 ? flow_abs(r->ctx->flow, r->set.items[0]) : NULL;
    if (!made || !is_ours(r))
        return;
    SiteList closes = flow_chan_ops_anywhere(r->ctx->flow, r->set.items[0], CHAN_OP_CLOSE);
    if (closes.len && !check_maker(r, s, made, closes))
        check_closer(r, made, closes);
}

// ---- Out of sight ----

// Whether a channel of a parameter or field may be closed by somebody who is seen.
static bool closer_is_seen(const Range *r)
{
    return count_ops(r, CHAN_OP_CLOSE) > 0;
}

static bool is_param_or_field(const Range *r)
{
    const IrInstr *i = ir_instr(r->func, r->chan);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(r->func, i->args[0]);
    if (i->op != IR_LOAD)
        return false;
    const IrInstr *addr = ir_instr(r->func, i->args[0]);
    return addr->op == IR_ADDR_FIELD || (addr->op == IR_ADDR_VAR && ir_var(r->ctx->ir, addr->var)->param >= 0);
}

static void check_unseen(const Range *r)
{
    RuleContext *ctx = r->ctx;
    VarId held = held_context(ctx, r->func);
    if (!held.v || is_ours(r) || closer_is_seen(r) || !is_param_or_field(r) || is_fed(r) ||
        !flow_is_context(ctx->flow, ir_var(ctx->ir, held)->type))
        return;
    const char *chan = rule_text(ctx, r->func, r->chan), *name = rule_var_name(ctx, held);
    Finding *f = finding_at(ctx, LEVEL_ADVICE, (Site){r->func->id, r->at},
                            "the range over %s does not listen to %s: if nobody closes %s, it waits for good", chan, name, chan);
    finding_note(ctx, f, "who closes %s is not seen here; a select on %s.Done() beside the receive ends with the context", chan, name);
}

// ---- The rule ----

static bool range_at(RuleContext *ctx, const IrFunc *func, IrValue at, Range *r)
{
    const IrInstr *i = rule_live_instr(ctx, func, at);
    if (!i || !ranges_channel(ctx, func, i) || has_other_exit(func, i))
        return false;
    *r = (Range){.ctx = ctx, .func = func, .at = at, .chan = i->args[0], .set = flow_value(ctx->flow, func->id, i->args[0])};
    return true;
}

static bool has_deaf_range(RuleContext *ctx, const IrFunc *func)
{
    Range r;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
        if (range_at(ctx, func, at, &r) && nobody_closes(&r))
            return true;
    return false;
}

// Functions with such a range, and those that call them.
static Bitset *find_deaf(RuleContext *ctx)
{
    Bitset *set = arena_new(ctx->package, Bitset);
    *set = bitset_new(ctx->package, ctx->ir->funcs.len);
    FuncList work = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        if (has_deaf_range(ctx, ctx->ir->funcs.data[id]))
            vec_push(ctx->scratch, &work, (FuncId){id});
    while (work.len) {
        FuncId func = work.data[--work.len];
        if (bitset_has(set, func.v))
            continue;
        bitset_add(set, func.v);
        CallEdges callers = flow_callers(ctx->flow, func);
        for (uint32_t k = 0; k < callers.len; k++)
            if (flow_runs_here(callers.items[k].mode))
                vec_push(ctx->scratch, &work, callers.items[k].site.func);
    }
    return set;
}

bool deaf_range_speaks(RuleContext *ctx, const Story *s)
{
    if (!ctx->deaf)
        ctx->deaf = find_deaf(ctx);
    for (uint32_t b = 0; b < s->body_count; b++)
        if (bitset_has(ctx->deaf, s->bodies[b].v))
            return !owner_speaks(ctx, s);
    return false;
}

static void check_range(const Range *r)
{
    uint32_t number = r->stories[r->func->id.v];
    const Story *s = number ? flow_story(r->ctx->flow, number - 1) : NULL;
    if (s && owner_speaks(r->ctx, s))
        return;
    if (nobody_closes(r))
        report_nobody(r, s);
    else if (is_ours(r))
        check_runs(r, s);
    else
        check_unseen(r);
}

void rule_deaf_range(RuleContext *ctx)
{
    const uint32_t *stories = NULL;
    stops_prepare(ctx);
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            Range r;
            if (!range_at(ctx, func, at, &r))
                continue;
            stories = stories ? stories : stories_by_function(ctx);
            r.stories = stories;
            check_range(&r);
        }
    }
}

// lost_signal.c - a wait for a condition (sync.Cond) whose signal is lost, or never comes.
//
// A signal is not kept: it wakes who waits at that moment. True at run time where nobody signals the
// condition at all; where the waiter does not look at the state first, so that the signal may have come
// before; where it does not look again after it was woken, so that another one may have taken what it
// waits for; where the state that the waiter looks at is changed and nobody is woken; and where one of
// several waiters is woken by a change that all of them wait for.
#include "rules/at_once.h"
#include "rules/cancelled.h"
#include "rules/func_sites.h"
#include "rules/locks_held.h"
#include "rules/mend.h"
#include "rules/origin.h"
#include "types/constant.h"

typedef enum CondKind { COND_WAITS, COND_WAKES_ONE, COND_WAKES_ALL } CondKind;

typedef struct CondOp {
    CondKind kind;
    Site site;
    AbsSet cond;
    FuncId recv_func;
    IrValue recv;
} CondOp;

// A branch that decides whether the waiter waits.
typedef struct Test {
    uint32_t block;
    bool waits_if; // the condition's value with which it waits
    bool sure;     // the other value always ends the wait
    bool again;    // it is come to again when the waiter has been woken
} Test;

typedef struct Study {
    RuleContext *ctx;
    VEC(CondOp) ops;
    VEC(Site) said;
} Study;

typedef VEC(Test) Tests;

// ---- Operations ----

static void note_op(Study *s, Site site)
{
    Act act;
    bool waits = flow_act(s->ctx->flow, site, EFFECT_COND_WAIT, &act);
    if ((!waits && !flow_act(s->ctx->flow, site, EFFECT_COND_SIGNAL, &act)) || !ir_ok(act.recv))
        return;
    CondKind kind = waits ? COND_WAITS : act.effect->modes & MODE_ALL ? COND_WAKES_ALL : COND_WAKES_ONE;
    AbsSet cond = value_identity(s->ctx, act.recv_func, act.recv);
    vec_push(s->ctx->scratch, &s->ops, (CondOp){kind, site, cond, act.recv_func, act.recv});
}

static bool op_meets(const CondOp *a, const CondOp *b)
{
    return flow_sets_meet(a->cond, b->cond);
}

static const CondOp *waker_of(const Study *s, const CondOp *wait)
{
    VEC_EACH (const CondOp, o, &s->ops)
        if (o->kind != COND_WAITS && op_meets(o, wait))
            return o;
    return NULL;
}

static const char *call_name(const Study *s, const CondOp *op)
{
    return rule_callee_name(s->ctx, rule_func(s->ctx, op->site.func), rule_instr(s->ctx, op->site));
}

// ---- Tests ----

// The branches of the function that lead to the wait, the ones that it comes back to in a loop included.
// What has been passed for good before does not tell why it waits.
static Tests tests_of(const Study *s, const CondOp *wait)
{
    Tests out = {0};
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    uint32_t block = rule_instr(s->ctx, wait->site)->block;
    for (uint32_t b = 0; b < func->blocks.len; b++) {
        const IrInstr *end = ir_terminator(func, b);
        if (end->op != IR_IF || b == block)
            continue;
        bool yes = ir_dominates(func, func->blocks.data[b].succs.data[0], block);
        bool no = ir_dominates(func, func->blocks.data[b].succs.data[1], block);
        bool around = func->blocks.data[block].loop && ir_in_loop(func, func->blocks.data[block].loop - 1, b);
        bool again = ir_reaches(func, block, b);
        if (yes != no)
            vec_push(s->ctx->scratch, &out, (Test){b, yes, around || !func->blocks.data[b].loop, again});
        else if (around)
            vec_push(s->ctx->scratch, &out, (Test){b, false, false, again});
    }
    return out;
}

// Whether the waiter comes back to one of the branches when it has been woken.
static bool looks_again(const Study *s, const CondOp *wait, const Tests *tests)
{
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    uint32_t block = rule_instr(s->ctx, wait->site)->block;
    VEC_EACH (const Test, t, tests)
        if (t->again)
            return true;
    return func->blocks.data[block].loop && rule_func(s->ctx, wait->site.func)->loops.data[func->blocks.data[block].loop - 1].has_exit;
}

// The flag whose value ends the wait: `for !closed`; none where the branch asks something else.
static AbsId flag_of(const Study *s, const CondOp *wait, const Test *t, bool *ends_with)
{
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    IrValue cond = ir_terminator(func, t->block)->args[0];
    bool waits_if = t->waits_if;
    while (ir_instr(func, cond)->op == IR_UNARY && ir_instr(func, cond)->token == TOK_NOT) {
        cond = ir_instr(func, cond)->args[0];
        waits_if = !waits_if;
    }
    *ends_with = !waits_if;
    const IrInstr *i = ir_instr(func, cond);
    if (!t->sure || i->op != IR_LOAD)
        return (AbsId){0};
    // A flag of another value than the condition's has its own reasons.
    bool field = ir_instr(func, i->args[0])->op == IR_ADDR_FIELD;
    VarId owner = base_variable(func, i->args[0]), of = wait->recv_func.v == func->id.v ? base_variable(func, wait->recv) : (VarId){0};
    return field && (!owner.v || owner.v != of.v) ? (AbsId){0} : flow_place(s->ctx->flow, func->id, i->args[0]);
}

static SiteList stores_of(const Study *s, AbsId place)
{
    const Abs *a = flow_abs(s->ctx->flow, place);
    if (a->kind == ABS_FIELD)
        return flow_field_stores(s->ctx->flow, place);
    return a->kind == ABS_VAR ? flow_var_stores(s->ctx->flow, a->var) : (SiteList){0};
}

// What a store gives a flag: 0 or 1; -1 where that is not a constant.
static int stored_flag(const Study *s, Site store)
{
    const IrFunc *func = rule_func(s->ctx, store.func);
    const IrInstr *i = rule_instr(s->ctx, store);
    const Constant *c = i->op == IR_STORE ? ir_instr(func, i->args[1])->constant : NULL;
    return c && constant_kind(c) == CONST_BOOL ? constant_bool(c) : -1;
}

// Whether the store belongs to the making of the value.
static bool is_making(const Study *s, Site store)
{
    const IrFunc *func = rule_func(s->ctx, store.func);
    const IrInstr *addr = ir_instr(func, rule_instr(s->ctx, store)->args[0]);
    return addr->op == IR_ADDR_FIELD && ir_instr(func, addr->args[0])->op == IR_ALLOC;
}

// ---- Who may wake ----

// Functions that may signal the condition, themselves or by what they call, start or make.
static Bitset wakers(const Study *s, const CondOp *wait)
{
    RuleContext *ctx = s->ctx;
    Bitset out = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    VEC(FuncId) work = {0};
    VEC_EACH (const CondOp, o, &s->ops)
        if (o->kind != COND_WAITS && op_meets(o, wait))
            vec_push(ctx->scratch, &work, o->site.func);
    while (work.len) {
        FuncId id = work.data[--work.len];
        if (!id.v || bitset_has(&out, id.v))
            continue;
        bitset_add(&out, id.v);
        vec_push(ctx->scratch, &work, rule_func(ctx, id)->parent);
        CallEdges callers = flow_callers(ctx->flow, id);
        for (uint32_t k = 0; k < callers.len; k++)
            vec_push(ctx->scratch, &work, callers.items[k].site.func);
    }
    return out;
}

// Whether all who could use the condition are in sight.
static bool is_private(const Study *s, const CondOp *wait)
{
    RuleContext *ctx = s->ctx;
    bool field = false;
    if (flow_incomplete(ctx->flow))
        return false;
    for (uint32_t k = 0; k < wait->cond.len; k++) {
        const Abs *a = flow_abs(ctx->flow, wait->cond.items[k]);
        if (flow_escapes(ctx->flow, wait->cond.items[k]) || a->kind == ABS_OUTSIDE)
            return false;
        field |= a->kind == ABS_FIELD || a->kind == ABS_VAR;
        Str name = a->kind == ABS_FIELD ? name_str(package_names(ctx->types), a->name) : (Str){0};
        if (a->kind == ABS_VAR && !ir_var(ctx->ir, a->var)->owner.v)
            name = object_name(ctx->types, ir_var(ctx->ir, a->var)->obj);
        if (name.len && name.ptr[0] >= 'A' && name.ptr[0] <= 'Z' && !str_is(package_name(ctx->types), "main"))
            return false;
    }
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++)
        for (IrValue at = {1}; at.v < ctx->ir->funcs.data[id]->instrs.len; at.v++) {
            const IrInstr *i = ir_instr(ctx->ir->funcs.data[id], at);
            if (i->op == IR_METHOD_VALUE && flow_sets_meet(value_identity(ctx, (FuncId){id}, i->args[0]), wait->cond))
                return false;
        }
    return field;
}

// ---- Reports ----

static bool is_said(Study *s, Site site)
{
    VEC_EACH (const Site, d, &s->said)
        if (d->func.v == site.func.v && d->instr.v == site.instr.v)
            return true;
    vec_push(s->ctx->scratch, &s->said, site);
    return false;
}

static void check_never(Study *s, const CondOp *wait)
{
    if (waker_of(s, wait) || !is_private(s, wait) || is_said(s, wait->site))
        return;
    Finding *f = finding_at(s->ctx, LEVEL_ERROR, wait->site, "%s waits for a signal that nobody ever gives", call_name(s, wait));
    finding_also(s->ctx, f, FAIL_HANG);
    finding_step(s->ctx, f, wait->site, "waits for good");
    finding_note(s->ctx, f, "all uses of the condition are in this package, and none is Signal or Broadcast");
}

// The place in the function that takes a lock before the wait; none where it is held by callers.
static IrValue locked_before(const Study *s, const CondOp *wait)
{
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    IrValue found = {0};
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        Act act;
        if (ir_instr(func, at)->op == IR_CALL && instr_dominates(func, at, wait->site.instr) &&
            (flow_act(s->ctx->flow, (Site){func->id, at}, EFFECT_LOCK, &act) ||
             flow_act(s->ctx->flow, (Site){func->id, at}, EFFECT_RLOCK, &act)))
            found = at;
    }
    return found;
}

// Whether what is started or called while the lock is held brings the signal about: it cannot come
// before the wait then, where it needs the lock.
static bool prepares(const Study *s, const CondOp *wait, IrValue lock)
{
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(func, at);
        if ((i->op == IR_GO || i->op == IR_CALL || i->op == IR_SEND || i->op == IR_CLOSE) && at.v != lock.v &&
            at.v != wait->site.instr.v && instr_dominates(func, lock, at) && instr_dominates(func, at, wait->site.instr))
            return true;
    }
    return false;
}

static void check_blind(Study *s, const CondOp *wait)
{
    IrValue lock = locked_before(s, wait);
    const CondOp *waker = waker_of(s, wait);
    if (!ir_ok(lock) || !waker || prepares(s, wait, lock) || is_said(s, wait->site))
        return;
    bool test = rule_in_test_file(s->ctx, rule_func(s->ctx, wait->site.func));
    Finding *f = finding_at(s->ctx, test ? LEVEL_ADVICE : LEVEL_WARNING, wait->site,
                            "%s waits without looking first: a signal that came before is gone, and the next may never come",
                            call_name(s, wait));
    finding_also(s->ctx, f, FAIL_HANG);
    finding_related(s->ctx, f, waker->site, "signalled here", NULL);
    finding_step(s->ctx, f, waker->site, "signals, and nobody waits yet");
    finding_step(s->ctx, f, wait->site, "waits for a signal that has been");
    finding_note(s->ctx, f, "wait in a loop around the condition: for !ready { cond.Wait() }");
}

// Whether all that the tests look at are flags that are only ever set to one value: one look is enough.
static bool set_once(const Study *s, const CondOp *wait, const Tests *tests)
{
    VEC_EACH (const Test, t, tests) {
        bool ends_with;
        AbsId flag = flag_of(s, wait, t, &ends_with);
        SiteList stores = flag.v ? stores_of(s, flag) : (SiteList){0};
        if (!stores.len)
            return false;
        for (uint32_t k = 0; k < stores.len; k++)
            if (!is_making(s, stores.items[k]) && stored_flag(s, stores.items[k]) != ends_with)
                return false;
    }
    return tests->len > 0;
}

// Whether looking again may do something: calls of what is no built-in question of size.
static bool asks_by_call(const Ast *ast, Span cond)
{
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        Span span = node_span(ast, n);
        if (node_kind(ast, n) != NODE_CALL_EXPR || span.start < cond.start || span.end > cond.end)
            continue;
        Str fun = ast_text(ast, ast_call(ast, n).fun);
        if (!str_is(fun, "len") && !str_is(fun, "cap"))
            return true;
    }
    return false;
}

// An `if` of nothing but the wait becomes a `for`.
static void fix_loop(const Study *s, Finding *f, const CondOp *wait)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *func = rule_func(ctx, wait->site.func);
    const Ast *ast = rule_ast(ctx, func);
    Stmt stmt = mend_any_stmt(ctx, func, rule_instr(ctx, wait->site)->span);
    for (NodeId n = {1}; node_ok(stmt.node) && n.v < ast_node_count(ast); n.v++) {
        if (node_kind(ast, n) != NODE_IF_STMT)
            continue;
        IfView v = ast_if(ast, n);
        NodeList body = node_ok(v.body) ? ast_block(ast, v.body).stmts : (NodeList){0};
        if (body.len != 1 || body.items[0].v != stmt.node.v || node_ok(v.init) || node_ok(v.els) || !node_ok(v.cond))
            continue;
        Span span = node_span(ast, n);
        if (mend_any_stmt(ctx, func, span).node.v != n.v)
            return; // an else may be followed by an if, not by a for
        FixSafety safety = asks_by_call(ast, node_span(ast, v.cond)) ? FIX_UNSAFE : FIX_SAFE;
        Fix *fix = finding_fix(ctx, f, safety, "look again after each wait");
        fix_edit(ctx, fix, func, (Span){span.start, span.start + 2}, "for");
        return;
    }
}

static void check_once(Study *s, const CondOp *wait, const Tests *tests)
{
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    const CondOp *waker = waker_of(s, wait);
    if (!ir_ok(locked_before(s, wait)) || !waker || is_said(s, wait->site))
        return;
    bool enough = set_once(s, wait, tests), test = rule_in_test_file(s->ctx, func);
    Finding *f = finding_at(s->ctx, enough || test ? LEVEL_ADVICE : LEVEL_WARNING, wait->site,
                            "%s is not in a loop around its condition: when it has been woken, another goroutine may have "
                            "taken what it waits for",
                            call_name(s, wait));
    finding_also(s->ctx, f, FAIL_RACE);
    finding_related(s->ctx, f, waker->site, "signalled here", NULL);
    if (enough)
        finding_note(s->ctx, f, "the flag is never taken back, so that one look is enough today");
    fix_loop(s, f, wait);
}

// ---- Changed without waking ----

static void report_unwoken(Study *s, const CondOp *wait, Site store)
{
    RuleContext *ctx = s->ctx;
    if (is_said(s, store))
        return;
    const IrFunc *func = rule_func(ctx, store.func);
    Finding *f = finding_at(ctx, LEVEL_WARNING, store, "%s sets what %s waits for, and wakes nobody: who waits goes on waiting",
                            rule_func_name(ctx, func), rule_func_name(ctx, rule_func(ctx, wait->site.func)));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, wait->site, "waits here", NULL);
    finding_step(ctx, f, wait->site, "waits, having looked at the flag");
    finding_step(ctx, f, store, "sets the flag, and nobody signals");
    finding_note(ctx, f, "call Broadcast when the flag is set, still under the lock or right after");
}

static bool signals_itself(const Study *s, const CondOp *wait, FuncId func)
{
    VEC_EACH (const CondOp, o, &s->ops)
        if (o->kind != COND_WAITS && o->site.func.v == func.v && op_meets(o, wait))
            return true;
    return false;
}

// Whether two functions are methods of one type.
static bool same_type(const Study *s, const IrFunc *f, const IrFunc *g)
{
    return f->has_recv && g->has_recv && f->kind == FUNC_DECL && g->kind == FUNC_DECL &&
           name_eq(object_receiver(s->ctx->types, f->obj), object_receiver(s->ctx->types, g->obj));
}

// Whether somebody who calls the function wakes for it: by a signal of its own, or as a method of the
// same type by another one. That it goes on to do other things which also signal does not count.
static bool caller_wakes(const Study *s, const CondOp *wait, FuncId func, const Bitset *wakers)
{
    CallEdges callers = flow_callers(s->ctx->flow, func);
    for (uint32_t k = 0; k < callers.len; k++) {
        FuncId up = callers.items[k].site.func;
        if (signals_itself(s, wait, up) || (bitset_has(wakers, up.v) && same_type(s, rule_func(s->ctx, up), rule_func(s->ctx, func))))
            return true;
    }
    return false;
}

// The places that set the waiter's flag; each has to wake. What is asked before a loop, and not in it, is not
// what the loop waits for.
static void check_unwoken(Study *s, const CondOp *wait, const Tests *tests)
{
    const IrFunc *func = rule_func(s->ctx, wait->site.func);
    Bitset wake = wakers(s, wait);
    bool loops = false;
    if (!waker_of(s, wait))
        return;
    VEC_EACH (const Test, t, tests)
        loops |= t->again;
    VEC_EACH (const Test, t, tests) {
        bool ends_with;
        if (loops && !t->again)
            continue;
        AbsId flag = flag_of(s, wait, t, &ends_with);
        SiteList stores = flag.v ? stores_of(s, flag) : (SiteList){0};
        for (uint32_t k = 0; k < stores.len; k++) {
            FuncId in = stores.items[k].func;
            if (stored_flag(s, stores.items[k]) == ends_with && !is_making(s, stores.items[k]) && !bitset_has(&wake, in.v) &&
                in.v != func->id.v && !caller_wakes(s, wait, in, &wake) && rule_live_instr(s->ctx, rule_func(s->ctx, in), stores.items[k].instr) &&
                rule_func(s->ctx, in)->kind != FUNC_INIT && is_private(s, wait))
                report_unwoken(s, wait, stores.items[k]);
        }
    }
}

// ---- One of several ----

// Whether the function sets the flag before it signals.
static bool sets_before(const Study *s, const CondOp *signal, AbsId flag, bool value)
{
    SiteList stores = stores_of(s, flag);
    for (uint32_t k = 0; k < stores.len; k++)
        if (stores.items[k].func.v == signal->site.func.v && stored_flag(s, stores.items[k]) == value &&
            instr_dominates(rule_func(s->ctx, signal->site.func), stores.items[k].instr, signal->site.instr))
            return true;
    return false;
}

static bool has_broadcast(const Study *s, const CondOp *wait)
{
    VEC_EACH (const CondOp, o, &s->ops)
        if (o->kind == COND_WAKES_ALL && op_meets(o, wait))
            return true;
    return false;
}

// A flag that stays set is waited for by all, and a signal wakes one.
static void check_one(Study *s, const CondOp *wait, const CondOp *signal, const Tests *tests)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *func = rule_func(ctx, wait->site.func);
    Bitset wake = wakers(s, wait);
    bool ends_with, found = false;
    if (!set_once(s, wait, tests) || bitset_has(&wake, func->id.v) || has_broadcast(s, wait))
        return;
    VEC_EACH (const Test, t, tests) {
        AbsId flag = flag_of(s, wait, t, &ends_with);
        found |= flag.v && sets_before(s, signal, flag, ends_with);
    }
    uint32_t loop = rule_func(ctx, signal->site.func)->blocks.data[rule_instr(ctx, signal->site)->block].loop;
    AtOnce several = found && !loop ? at_once(ctx, wait->site, wait->site) : AT_ONCE_NO;
    if (several == AT_ONCE_NO || is_said(s, signal->site))
        return;
    Finding *f = finding_at(ctx, several == AT_ONCE_SEEN ? LEVEL_WARNING : LEVEL_ADVICE, signal->site,
                            "%s wakes one, and all who wait in %s wait for the same flag: the others go on waiting",
                            call_name(s, signal), rule_func_name(ctx, func));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, wait->site, "several goroutines wait here", NULL);
    finding_note(ctx, f, "call Broadcast: it wakes all");
    if (several == AT_ONCE_OPEN)
        finding_note(ctx, f, "how many wait is up to callers that are not seen here");
}

static Str text_of_test(const Study *s, const IrFunc *func, const Test *t)
{
    NodeId node = ir_instr(func, ir_terminator(func, t->block)->args[0])->node;
    return node_ok(node) ? ast_text(rule_ast(s->ctx, func), node) : (Str){0};
}

// Waiters of one condition that wait for different things: a signal may wake one who goes back to sleep.
static void check_different(Study *s, const CondOp *a, const CondOp *b, const CondOp *signal)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *f = rule_func(ctx, a->site.func), *g = rule_func(ctx, b->site.func);
    Tests x = tests_of(s, a), y = tests_of(s, b);
    if (!x.len || !y.len || str_eq(text_of_test(s, f, &x.data[0]), text_of_test(s, g, &y.data[0])) || is_said(s, signal->site))
        return;
    Finding *found = finding_at(ctx, LEVEL_ADVICE, signal->site,
                                "%s wakes one of those who wait in %s and in %s, for different things: the one that it wakes may not be the one that can go on",
                                call_name(s, signal), rule_func_name(ctx, f), rule_func_name(ctx, g));
    finding_related(ctx, found, a->site, "waits here", NULL);
    finding_related(ctx, found, b->site, "and here", NULL);
    finding_note(ctx, found, "call Broadcast, or give each thing that is waited for a condition of its own");
}

static void check_signals(Study *s, const CondOp *wait, const Tests *tests)
{
    VEC_EACH (const CondOp, o, &s->ops) {
        if (o->kind != COND_WAKES_ONE || !op_meets(o, wait))
            continue;
        check_one(s, wait, o, tests);
        VEC_EACH (const CondOp, other, &s->ops)
            if (other > wait && other->kind == COND_WAITS && op_meets(other, wait) && other->site.func.v != wait->site.func.v)
                check_different(s, wait, other, o);
    }
}

void rule_lost_signal(RuleContext *ctx)
{
    Study s = {.ctx = ctx};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i && (i->op == IR_CALL || i->op == IR_DEFER) && i->call->builtin == BUILTIN_NONE)
                note_op(&s, (Site){{id}, at});
        }
    }
    VEC_EACH (const CondOp, wait, &s.ops) {
        if (wait->kind != COND_WAITS || !wait->cond.len || rule_instr(ctx, wait->site)->op != IR_CALL)
            continue;
        Tests tests = tests_of(&s, wait);
        check_never(&s, wait);
        if (!looks_again(&s, wait, &tests)) {
            if (tests.len)
                check_once(&s, wait, &tests);
            else
                check_blind(&s, wait);
        }
        check_unwoken(&s, wait, &tests);
        check_signals(&s, wait, &tests);
    }
}

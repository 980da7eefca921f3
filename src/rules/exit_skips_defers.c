// exit_skips_defers.c - an exit of the process that skips deferred drains, flushes and stops.
//
// os.Exit runs no deferred call of any function. True at run time where some path from a defer
// leads to an exit, in this function, in what it calls, in what it deferred later, or in a goroutine
// that runs meanwhile, and the work that the deferred call would have saved was not saved by hand
// before. A signal that nobody handles is such an exit too: a main that serves for the life of the
// process ends by one.
#include "rules/mend.h"
#include "rules/serving_main.h"
#include "flow/summary.h"
#include "rules/stops.h"

// A walk that enters more functions than this (each once a path) is cut short, towards silence.
enum { MAX_CALLS_DEEP = 6, MAX_SAVES = 8, MAX_WALKS = 2000 };

// ---- What a deferred call saves ----

// A call that loses work when it does not run; and the values and arguments that tell it apart.
typedef struct Save {
    const Frame *frame;
    IrValue at;
    MethodCall m;
} Save;

typedef struct Pending {
    IrValue defer;
    VEC(Save) saves;
} Pending;

static void add_save(RuleContext *ctx, Pending *p, const Frame *frame, IrValue at)
{
    if (p->saves.len < MAX_SAVES)
        vec_push(ctx->scratch, &p->saves, (Save){frame, at, method_called(ctx, frame, at)});
}

// Whether a call is a drain, a flush, a stop or a removal, and not a line of a log: it is not told
// in words what to do.
static bool is_save(RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    if (!(call_does(ctx, func, at) & DOES_SAVE))
        return false;
    ObjId callee = i->call->callee;
    if (obj_ok(callee) && type_variadic(ctx->types, object_at(ctx->types, callee)->type))
        return false;
    for (uint32_t k = 0; k < i->arg_count; k++)
        if (ir_instr(func, i->args[k])->constant && !i->call->model)
            return false;
    return true;
}

// The calls in a deferred literal that save something, or the deferred call itself.
static void find_saves(RuleContext *ctx, Pending *p, const Frame *frame, IrValue at)
{
    CallMode mode;
    const IrFunc *callee = call_only_callee(ctx, frame, at, &mode);
    if (!callee || callee->kind != FUNC_LITERAL) {
        if (is_save(ctx, frame->func, at))
            add_save(ctx, p, frame, at);
        return;
    }
    const Frame *inside = frame_call(ctx, frame, at, callee, mode);
    uint32_t does = function_does(ctx, callee->id) & DOES_JOIN;
    for (IrValue v = ir_first_event(callee); ir_ok(v); v = ir_next_event(callee, v)) {
        const IrInstr *i = rule_live_instr(ctx, callee, v);
        if (!i || (i->op != IR_CALL && i->op != IR_DEFER))
            continue;
        does &= ~call_does(ctx, callee, v);
        if (is_save(ctx, callee, v))
            add_save(ctx, p, inside, v);
    }
    if (does)
        add_save(ctx, p, frame, at); // it waits by itself
}

// ---- Saved by hand ----

static bool same_constant(const IrInstr *x, const IrInstr *y)
{
    return x->constant && y->constant;
}

static bool same_args(RuleContext *ctx, const Save *s, const Frame *frame, IrValue at)
{
    const IrInstr *x = ir_instr(s->frame->func, s->at), *y = ir_instr(frame->func, at);
    if (x->arg_count != y->arg_count || x->call->callee.v != y->call->callee.v ||
        x->call->dynamic != y->call->dynamic)
        return false;
    for (uint32_t k = 0; k < x->arg_count; k++) {
        Identity a = identity_of(ctx, s->frame, x->args[k]), b = identity_of(ctx, frame, y->args[k]);
        if (!identity_same(&a, &b) &&
            !same_constant(ir_instr(s->frame->func, x->args[k]), ir_instr(frame->func, y->args[k])))
            return false;
    }
    return true;
}

// Whether a call does what the deferred one would have done: the same call, or another stop of the
// same value.
static bool saves_by_hand(RuleContext *ctx, const Save *s, const Frame *frame, IrValue at)
{
    if (same_args(ctx, s, frame, at))
        return true;
    // What costs little is asked first: nearly no call gets past it.
    if (!s->m.ok || !method_named(ctx, frame->func, at).plain || !(call_does(ctx, frame->func, at) & DOES_SAVE))
        return false;
    MethodCall m = method_called(ctx, frame, at);
    return m.ok && m.plain && identity_same(&m.value, &s->m.value);
}

static bool all_saved(RuleContext *ctx, const Pending *p, const Frame *frame, IrValue at)
{
    VEC_EACH(const Save, s, &p->saves)
        if (!saves_by_hand(ctx, s, frame, at))
            return false;
    return true;
}

// ---- Exits ----

// An exit that skips something, and how it is reached.
typedef struct Skipped {
    Site defer;
    Site save;    // the call in it, or itself
    bool removal; // all that it does is to remove files
} Skipped;

typedef struct Exit {
    Site site;
    bool saves;     // something is lost: not only files stay behind
    bool goroutine; // on another goroutine than the deferred call's
    bool may;       // a function of another package that returns on other runs
    VEC(Skipped) skipped;
    VEC(Site) calls; // from the function with the defers to the exit
} Exit;

typedef struct Search {
    RuleContext *ctx;
    uint8_t *away[2]; // by function: calls to the nearest exit, without and with goroutines; UINT8_MAX: none
    uint32_t walks; // left for the deferred call at hand
    VEC(Exit) exits;
} Search;

// What is known of a function of another package.
static const Summary *foreign(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    return i->op == IR_CALL && !i->call->model ? flow_summary(ctx->flow, i->call->callee) : NULL;
}

static bool exits_process(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Act act;
    if (flow_act(ctx->flow, (Site){func->id, at}, EFFECT_EXITS, &act))
        return act.effect->modes & MODE_PROCESS;
    const Summary *known = foreign(ctx, func, at);
    return known && known->exits;
}

// Whether the exit is one that a function of another package makes where it finds a reason to.
static bool may_exit(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    Act act;
    const Summary *known = foreign(ctx, func, at);
    return known && known->returns && !flow_act(ctx->flow, (Site){func->id, at}, EFFECT_EXITS, &act);
}

// Whether all that a deferred call would have done is to remove files: none of them is lost then.
static bool is_removal(const RuleContext *ctx, const Pending *p)
{
    VEC_EACH(const Save, s, &p->saves) {
        ObjId callee = ir_instr(s->frame->func, s->at)->call->callee;
        if (!obj_ok(callee) || (!object_is(ctx->types, callee, "os", "", "Remove") && !object_is(ctx->types, callee, "os", "", "RemoveAll")))
            return false;
    }
    return true;
}

static void note_exit(Search *s, Site site, Skipped skipped, const Frame *frame, bool goroutine)
{
    Exit *e = NULL;
    VEC_EACH(Exit, known, &s->exits)
        if (known->site.func.v == site.func.v && known->site.instr.v == site.instr.v)
            e = known;
    if (!e) {
        vec_push(s->ctx->scratch, &s->exits, (Exit){.site = site, .goroutine = goroutine,
                                                 .may = may_exit(s->ctx, rule_func(s->ctx, site.func), site.instr)});
        e = &vec_last(&s->exits);
        for (const Frame *f = frame; f->up; f = f->up)
            vec_push(s->ctx->scratch, &e->calls, (Site){f->up->func->id, f->call});
    }
    e->saves |= !skipped.removal;
    VEC_EACH(Skipped, known, &e->skipped)
        if (known->defer.func.v == skipped.defer.func.v && known->defer.instr.v == skipped.defer.instr.v)
            return;
    vec_push(s->ctx->scratch, &e->skipped, skipped);
}

static bool runs_in_time(CallMode mode)
{
    return mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER || mode == CALL_GO;
}

// Whether a walk follows the edge, one that follows goroutines or one that does not.
static bool is_followed(const RuleContext *ctx, const CallEdge *e, bool goroutines)
{
    IrOp op = rule_instr(ctx, e->site)->op;
    bool call = op == IR_CALL || op == IR_DEFER, go = op == IR_GO || (call && e->mode == CALL_GO);
    return (call || go) && (goroutines || !go) && runs_in_time(e->mode) && call_certain_callees(ctx, e->site).len;
}

static void measure(const RuleContext *ctx, const FuncId *exits, uint32_t count, bool goroutines, uint8_t *away)
{
    VEC(FuncId) work = {0};
    memset(away, UINT8_MAX, ctx->ir->funcs.len);
    for (uint32_t k = 0; k < count; k++) {
        away[exits[k].v] = 0;
        vec_push(ctx->scratch, &work, exits[k]);
    }
    for (uint32_t head = 0; head < work.len; head++) {
        FuncId callee = work.data[head];
        CallEdges callers = flow_callers(ctx->flow, callee);
        for (uint32_t k = 0; away[callee.v] < MAX_CALLS_DEEP && k < callers.len; k++) {
            FuncId caller = callers.items[k].site.func;
            if (away[caller.v] != UINT8_MAX || !is_followed(ctx, &callers.items[k], goroutines))
                continue;
            away[caller.v] = (uint8_t)(away[callee.v] + 1);
            vec_push(ctx->scratch, &work, caller);
        }
    }
}

// Finds out how many calls lead from each function to the nearest exit, so that a walk enters no
// function that it would leave with nothing. Without an exit there is nothing to walk for.
static bool find_exits(Search *s)
{
    const RuleContext *ctx = s->ctx;
    VEC(FuncId) exits = {0};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        bool found = false;
        for (IrValue at = ir_first_event(func); ir_ok(at) && !found; at = ir_next_event(func, at))
            found = exits_process(ctx, func, at);
        if (found)
            vec_push(ctx->scratch, &exits, func->id);
    }
    for (int goroutines = 0; exits.len && goroutines < 2; goroutines++) {
        s->away[goroutines] = arena_array(ctx->scratch, uint8_t, ctx->ir->funcs.len);
        measure(ctx, exits.data, exits.len, goroutines, s->away[goroutines]);
    }
    return exits.len > 0;
}

// A walk over what can run after a point while a deferred call is pending.
typedef struct Walk {
    Search *search;
    const Pending *pending;
    Skipped skipped;
    const Frame *frame;
    unsigned depth;
    bool goroutine;
    bool lasting; // the deferred call is pending for as long as the process lives
} Walk;

static void walk_from(const Walk *w, IrValue from);

static bool is_on_way(const Frame *frame, const IrFunc *func)
{
    for (; frame; frame = frame->up)
        if (frame->func == func)
            return true;
    return false;
}

// Follows a call, a later defer or a goroutine into what it runs.
static void walk_call(const Walk *w, IrValue at, const IrInstr *i)
{
    RuleContext *ctx = w->search->ctx;
    const IrFunc *func = w->frame->func;
    if (exits_process(ctx, func, at)) {
        note_exit(w->search, (Site){func->id, at}, w->skipped, w->frame, w->goroutine);
        return;
    }
    CallEdges callees = call_certain_callees(ctx, (Site){func->id, at});
    for (uint32_t k = 0; k < callees.len && w->depth < MAX_CALLS_DEEP && w->search->walks; k++) {
        CallMode mode = callees.items[k].mode;
        const IrFunc *callee = rule_func(ctx, callees.items[k].callee);
        bool go = mode == CALL_GO || i->op == IR_GO;
        if (!runs_in_time(mode) || w->depth + 1 + w->search->away[w->lasting][callee->id.v] > MAX_CALLS_DEEP ||
            is_on_way(w->frame, callee) || (go && !w->lasting))
            continue;
        w->search->walks--;
        Walk inner = {w->search, w->pending, w->skipped, frame_call(ctx, w->frame, at, callee, mode),
                      w->depth + 1, w->goroutine || go, w->lasting};
        walk_from(&inner, (IrValue){0});
    }
}

// Accepts nothing, so that flow shows it every instruction on the way.
static bool walk_instr(void *p, IrValue at)
{
    const Walk *w = p;
    const IrInstr *i = ir_instr(w->frame->func, at);
    if (i->op == IR_CALL || i->op == IR_GO || i->op == IR_DEFER)
        walk_call(w, at, i);
    return false;
}

static bool walk_avoids(void *p, IrValue at)
{
    const Walk *w = p;
    return ir_instr(w->frame->func, at)->op == IR_CALL && all_saved(w->search->ctx, w->pending, w->frame, at);
}

static void walk_from(const Walk *w, IrValue from)
{
    Walk copy = *w;
    PathQuery q = {.func = w->frame->func->id, .from = from, .goal = walk_instr, .avoid = walk_avoids, .ctx = &copy};
    flow_find_path(w->search->ctx->flow, w->search->ctx->scratch, &q, NULL, NULL);
}

// ---- Goroutines that were started before the defer ----

// In main a goroutine that already runs can exit at any later time.
static void walk_earlier_goroutines(const Walk *w, IrValue defer)
{
    const IrFunc *func = w->frame->func;
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(w->search->ctx, func, at);
        if (i && i->op == IR_GO && (i->block == ir_instr(func, defer)->block ||
                                    ir_reaches(func, i->block, ir_instr(func, defer)->block)))
            walk_call(w, at, i);
    }
}

static void check_function(Search *s, const IrFunc *func)
{
    RuleContext *ctx = s->ctx;
    bool lasting = lasts_as_process(ctx, func);
    if (s->away[lasting][func->id.v] == UINT8_MAX)
        return;
    const Frame *frame = frame_root(ctx, func);
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || i->op != IR_DEFER)
            continue;
        Pending p = {.defer = at};
        find_saves(ctx, &p, frame, at);
        if (p.saves.len == 0)
            continue;
        s->walks = MAX_WALKS;
        const Save *first = &p.saves.data[0];
        Skipped skipped = {{func->id, at}, {first->frame->func->id, first->at}, is_removal(ctx, &p)};
        Walk w = {s, &p, skipped, frame, 0, false, lasting};
        walk_from(&w, at);
        if (w.lasting)
            walk_earlier_goroutines(&w, at);
    }
}

// ---- Reporting ----

// What the reader sees deferred: in a literal written there the call that saves.
static const char *deferred_name(RuleContext *ctx, const Skipped *s)
{
    const IrInstr *defer = rule_instr(ctx, s->defer);
    if (!defer->call->literal.v)
        return rule_callee_name(ctx, rule_func(ctx, s->defer.func), defer);
    return rule_callee_name(ctx, rule_func(ctx, s->save.func), rule_instr(ctx, s->save));
}

// "a.Close", "a.Close and b.Close", "a.Close, b.Close and 2 more"
static const char *list_names(RuleContext *ctx, const Skipped *sites, uint32_t len)
{
    const char *first = deferred_name(ctx, &sites[0]);
    if (len == 1)
        return first;
    const char *second = deferred_name(ctx, &sites[1]);
    if (len == 2)
        return arena_printf(ctx->arena, "%s and %s", first, second);
    if (len == 3)
        return arena_printf(ctx->arena, "%s, %s and %s", first, second, deferred_name(ctx, &sites[2]));
    return arena_printf(ctx->arena, "%s, %s and %u more", first, second, len - 2);
}

// The deferred calls, written out before the exit, last first. They run before what the exit itself
// prints, and the better fix is often to return.
static void add_fix(RuleContext *ctx, Finding *f, const Exit *e)
{
    const IrFunc *func = rule_func(ctx, e->site.func);
    const IrInstr *exit = rule_instr(ctx, e->site);
    const Ast *ast = rule_ast(ctx, func);
    Stmt stmt = mend_stmt(ctx, func, exit->span);
    if (exit->op != IR_CALL || !node_ok(stmt.node) || stmt.span.start != exit->span.start)
        return;
    const char *text = "";
    for (uint32_t k = e->skipped.len; k-- > 0;) {
        // Only what is deferred in the same function can be written out here, and has its nodes in `ast`.
        Site at = e->skipped.data[k].defer;
        const IrInstr *defer = at.func.v == e->site.func.v ? rule_instr(ctx, at) : NULL;
        NodeId call = defer && node_ok(defer->node) ? ast_operand(ast, defer->node) : (NodeId){0};
        Str words = node_ok(call) ? ast_text(ast, call) : (Str){0};
        if (!words.len || memchr(words.ptr, '\n', words.len) || !mend_in_scope(ctx, func, defer->span, exit->span.start))
            return;
        text = arena_printf(ctx->arena, "%s%s%.*s", text, *text ? "\n" : "", STR_ARG(words));
    }
    Fix *fix = finding_fix(ctx, f, FIX_UNSAFE, "do what was deferred before the exit");
    mend_before(ctx, fix, &stmt, text);
}

static void report_exit(RuleContext *ctx, const Exit *e)
{
    const IrFunc *func = rule_func(ctx, e->site.func);
    Finding *f = finding_at(ctx, e->may || !e->saves ? LEVEL_ADVICE : LEVEL_WARNING, e->site, "%s %s the process%s before the deferred %s %s",
                            rule_callee_name(ctx, func, rule_instr(ctx, e->site)), e->may ? "can end" : "ends",
                            e->goroutine ? " from another goroutine," : "",
                            list_names(ctx, e->skipped.data, e->skipped.len),
                            e->skipped.len == 1 ? "has run" : "have run");
    VEC_EACH(const Skipped, d, &e->skipped)
        finding_related(ctx, f, d->defer, "deferred here", NULL);
    for (uint32_t k = e->calls.len; k-- > 0;) {
        IrOp op = rule_instr(ctx, e->calls.data[k])->op;
        finding_related(ctx, f, e->calls.data[k],
                        op == IR_GO ? "started here" : op == IR_DEFER ? "deferred after that" : "called here", NULL);
    }
    if (!e->saves)
        finding_note(ctx, f, "nothing is lost: files stay behind, which after a failure may be wanted");
    if (e->may)
        finding_note(ctx, f, "when it does that is not seen here: it returns on other runs");
    add_fix(ctx, f, e);
}

void rule_exit_skips_defers(RuleContext *ctx)
{
    stops_prepare(ctx);
    Search s = {.ctx = ctx};
    bool any = find_exits(&s);
    for (uint32_t id = 1; any && id < ctx->ir->funcs.len; id++)
        if (s.away[true][id] != UINT8_MAX)
            check_function(&s, ctx->ir->funcs.data[id]);
    VEC_EACH(const Exit, e, &s.exits)
        report_exit(ctx, e);
    serving_main_check(ctx);
}

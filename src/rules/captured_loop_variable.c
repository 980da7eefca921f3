// captured_loop_variable.c - a loop variable that all rounds share, used by what runs beside or
// after them.
//
// Before Go 1.22 a loop has one variable for all of its rounds. True at run time where a goroutine,
// a deferred call or a parallel subtest that a round starts reads the variable itself, and some
// path leads from there to the loop's next assignment without a wait for it: it sees the value of
// another round, or a value that is being written. From 1.22 on the same holds for variables that
// the loop only assigns to.
#include "rules/cancelled.h"
#include "rules/stops.h"

// One thing that a round starts.
typedef struct Start {
    RuleContext *ctx;
    const IrFunc *func; // of the loop
    Site site;          // the go, defer or call that starts it
    const Story *story; // of a goroutine, else NULL
    FuncsRun run;       // functions that it runs
    VarId var;
    VEC(IrValue) updates; // the loop's assignments to it
} Start;

// ---- What loops assign ----

// Whether a store is the loop's own: of the range clause, or of the for clause's last part.
static bool is_update(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *store = ir_instr(func, at);
    IrOp from = ir_instr(func, store->args[1])->op;
    if (from == IR_RANGE_KEY || from == IR_RANGE_VALUE)
        return true;
    const Ast *ast = rule_ast(ctx, func);
    for (uint32_t l = func->blocks.data[store->block].loop; l; l = func->loops.data[l - 1].parent) {
        NodeId node = func->loops.data[l - 1].node;
        NodeId post = node_ok(node) && node_kind(ast, node) == NODE_FOR_STMT
                          ? ast_for(ast, node).post
                          : (NodeId){0};
        Span span = node_ok(post) ? node_span(ast, post) : (Span){0};
        if (span.start < span.end && span.start <= store->span.start && store->span.end <= span.end)
            return true;
    }
    return false;
}

// The loop's assignments to a variable, as seen from something that one of its rounds starts. False
// where there is none, or each round has its own variable.
static bool find_updates(Start *s)
{
    s->updates.len = 0;
    SiteList stores = flow_var_stores(s->ctx->flow, s->var);
    uint32_t start = ir_instr(s->func, s->site.instr)->block;
    for (uint32_t k = 0; k < stores.len; k++) {
        if (stores.items[k].func.v != s->func->id.v)
            continue;
        uint32_t loop = s->func->blocks.data[ir_instr(s->func, stores.items[k].instr)->block].loop;
        if (loop && ir_in_loop(s->func, loop - 1, start) &&
            is_update(s->ctx, s->func, stores.items[k].instr))
            vec_push(s->ctx->scratch, &s->updates, stores.items[k].instr);
    }
    return s->updates.len > 0 && !ir_var(s->ctx->ir, s->var)->per_iteration;
}

// ---- From the start to the next assignment ----

static bool updates(void *p, IrValue at)
{
    const Start *s = p;
    VEC_EACH (const IrValue, u, &s->updates)
        if (u->v == at.v)
            return true;
    return false;
}

// Whether what was started sends on or closes one of these channels.
static bool signals(const Start *s, AbsSet chans)
{
    for (uint32_t c = 0; c < chans.len; c++)
        for (ChanOp op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
            SiteList ops = op == CHAN_OP_RECV
                               ? (SiteList){0}
                               : flow_chan_ops_anywhere(s->ctx->flow, chans.items[c], op);
            for (uint32_t k = 0; k < ops.len; k++)
                if (bitset_has(&s->run.has, ops.items[k].func.v))
                    return true;
        }
    return false;
}

// Whether the instruction waits for what was started: for its end, or for a word from it.
static bool waits_for(void *p, IrValue at)
{
    const Start *s = p;
    const IrInstr *i = ir_instr(s->func, at);
    for (uint32_t k = 0; s->story && k < s->story->join_count; k++) {
        Site join = s->story->joins[k].site;
        if (join.func.v == s->func->id.v && join.instr.v == at.v)
            return true;
        CallEdges callees =
            i->op == IR_CALL ? flow_callees(s->ctx->flow, (Site){s->func->id, at}) : (CallEdges){0};
        for (uint32_t c = 0; c < callees.len; c++)
            if (callees.items[c].callee.v == join.func.v)
                return true;
    }
    if (i->op == IR_RECV || i->op == IR_RANGE_NEXT)
        return signals(s, flow_value(s->ctx->flow, s->func->id, i->args[0]));
    for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count; k++)
        if (ir_ok(i->cases[k].chan) &&
            signals(s, flow_value(s->ctx->flow, s->func->id, i->cases[k].chan)))
            return true;
    return false;
}

// The assignment that may come before the variable is read; none where something is waited for
// first.
static IrValue next_update(Start *s)
{
    PathQuery q = {
        .func = s->func->id, .from = s->site.instr, .goal = updates, .avoid = waits_for, .ctx = s};
    return flow_find_path(s->ctx->flow, s->ctx->scratch, &q, NULL, NULL);
}

// ---- Reports ----

// `v := v` in front of the statement, where that changes nothing else: nobody assigns to it in
// between.
static void add_fix(Start *s, Finding *f, Site use)
{
    RuleContext *ctx = s->ctx;
    Span start = ir_instr(s->func, s->site.instr)->span, read = rule_instr(ctx, use)->span;
    if (read.start < start.start || read.end > start.end)
        return; // what reads it was made before
    SiteList stores = flow_var_stores(ctx->flow, s->var);
    for (uint32_t k = 0; k < stores.len; k++) {
        bool here = stores.items[k].func.v == s->func->id.v;
        if (!here || (!updates(s, stores.items[k].instr) &&
                      s->func->blocks.data[ir_instr(s->func, stores.items[k].instr)->block].loop))
            return;
    }
    const IrInstr *i = ir_instr(s->func, s->site.instr);
    const Source *source = ast_source(rule_ast(ctx, s->func));
    Str line = source_line(source, source_position(source, i->span.start).line);
    const char *indent = rule_indent(ctx, s->func, i->span.start),
               *name = rule_var_name(ctx, s->var);
    if ((size_t)(source->text + i->span.start - line.ptr) != strlen(indent))
        return; // no statement of its own
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "give each round a variable of its own");
    fix_edit(ctx, fix, s->func, (Span){i->span.start, i->span.start}, "%s := %s\n%s", name, name,
             indent);
}

static const char *what_reads(const Start *s)
{
    if (s->story)
        return "a goroutine";
    return ir_instr(s->func, s->site.instr)->op == IR_DEFER ? "a deferred call"
                                                            : "a parallel subtest";
}

static void report(Start *s, Site use, IrValue update)
{
    RuleContext *ctx = s->ctx;
    bool deferred = ir_instr(s->func, s->site.instr)->op == IR_DEFER;
    Finding *f = finding_at(ctx, LEVEL_WARNING, use,
                            "%s is one variable for all rounds of the loop, and %s reads it %s",
                            rule_var_name(ctx, s->var), what_reads(s),
                            deferred ? "after the last one" : "while later rounds change it");
    if (deferred)
        f->failure = FAIL_LOST_WORK;
    finding_related(ctx, f, s->site, deferred ? "deferred here" : "started here", NULL);
    finding_related(ctx, f, (Site){s->func->id, update}, "changed here in the next round", NULL);
    add_fix(s, f, use);
}

// ---- Uses ----

static bool stands_in(const RuleContext *ctx, const IrFunc *inner, FuncId outer)
{
    while (inner->parent.v && inner->parent.v != outer.v)
        inner = rule_func(ctx, inner->parent);
    return inner->parent.v != 0;
}

// The first read of the variable in a literal, from an instruction on that dominates it where one
// is given, itself or in literals that it makes.
static Site first_use(const Start *s, const IrFunc *literal, IrValue after)
{
    for (IrValue at = {1}; at.v < literal->instrs.len; at.v++) {
        const IrInstr *i = ir_instr(literal, at);
        if (ir_ok(after) && (at.v == after.v || !instr_dominates(literal, after, at)))
            continue;
        if (i->op == IR_ADDR_VAR && i->var.v == s->var.v)
            return (Site){literal->id, at};
        Site inner = i->op == IR_CLOSURE ? first_use(s, rule_func(s->ctx, i->func), (IrValue){0})
                                         : (Site){0};
        if (inner.func.v)
            return inner;
    }
    return (Site){0};
}

// Runs once for each variable that the literals use and that belongs to no function inside the
// loop's.
static void each_variable(Start *s, const IrFunc *literal, IrValue after)
{
    Bitset seen = bitset_new(s->ctx->scratch, (uint32_t)s->ctx->ir->vars.len);
    for (uint32_t k = 1; k < literal->instrs.len; k++) {
        const IrInstr *i = &literal->instrs.data[k];
        if (i->op == IR_CLOSURE && (!ir_ok(after) || instr_dominates(literal, after, (IrValue){k})))
            each_variable(s, rule_func(s->ctx, i->func), (IrValue){0});
        if (i->op != IR_ADDR_VAR || bitset_has(&seen, i->var.v))
            continue;
        bitset_add(&seen, i->var.v);
        s->var = i->var;
        if (!find_updates(s))
            continue;
        Site use = first_use(s, literal, after);
        IrValue update = use.func.v ? next_update(s) : (IrValue){0};
        if (ir_ok(update))
            report(s, use, update);
    }
}

// The variable's address, given to what is started: a pointer argument, or a method of the pointer.
static void check_addresses(Start *s)
{
    const IrInstr *i = ir_instr(s->func, s->site.instr);
    for (uint32_t k = 0; k < i->arg_count; k++) {
        const IrInstr *arg = ir_instr(s->func, i->args[k]);
        if (arg->op != IR_ADDR_VAR)
            continue;
        s->var = arg->var;
        IrValue update = find_updates(s) ? next_update(s) : (IrValue){0};
        if (ir_ok(update))
            report(s, s->site, update);
    }
}

static void check_start(Start *s)
{
    check_addresses(s);
    // What starts the same function again has variables of its own there.
    if (bitset_has(&s->run.has, s->func->id.v))
        return;
    VEC_EACH (FuncId, id, &s->run.list) {
        const IrFunc *f = rule_func(s->ctx, *id);
        if (f->kind == FUNC_LITERAL && f->parent.v == s->func->id.v &&
            stands_in(s->ctx, f, s->func->id))
            each_variable(s, f, (IrValue){0});
    }
}

static bool in_loop(const IrFunc *func, IrValue at)
{
    return func->blocks.data[ir_instr(func, at)->block].loop != 0;
}

static void check_story(RuleContext *ctx, const Story *story)
{
    const IrFunc *func = rule_func(ctx, story->spawn.func);
    if (!in_loop(func, story->spawn.instr) || !story->body_seen)
        return;
    Start s = {.ctx = ctx, .func = func, .site = story->spawn, .story = story};
    for (uint32_t k = 0; k < story->body_count; k++)
        funcs_run_add(ctx, &s.run, story->bodies[k]);
    check_start(&s);
}

// The call in a subtest after which it runs beside its starter; none where it has none.
static IrValue goes_parallel(const RuleContext *ctx, const IrFunc *subtest, IrValue before)
{
    for (IrValue at = {before.v + 1}; at.v < subtest->instrs.len; at.v++) {
        Act act;
        if (ir_instr(subtest, at)->op != IR_CALL ||
            !flow_act(ctx->flow, (Site){subtest->id, at}, EFFECT_PARALLEL, &act))
            continue;
        VarId var =
            ir_ok(act.recv) ? flow_loaded_var(ctx->flow, act.recv_func, act.recv) : (VarId){0};
        if (var.v && ir_var(ctx->ir, var)->owner.v == subtest->id.v &&
            ir_var(ctx->ir, var)->param >= 0)
            return at;
    }
    return (IrValue){0};
}

static void check_subtest(RuleContext *ctx, const IrFunc *func, Site site, FuncId callee)
{
    const IrFunc *subtest = rule_func(ctx, callee);
    if (subtest->kind != FUNC_LITERAL || subtest->parent.v != func->id.v)
        return;
    Start s = {.ctx = ctx, .func = func, .site = site};
    funcs_run_add(ctx, &s.run, callee);
    for (IrValue at = goes_parallel(ctx, subtest, (IrValue){0}); ir_ok(at);
         at = goes_parallel(ctx, subtest, at))
        each_variable(&s, subtest, at);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if ((i->op != IR_CALL && i->op != IR_DEFER) || !in_loop(func, at))
        return;
    CallEdges callees = flow_callees(ctx->flow, (Site){func->id, at});
    for (uint32_t k = 0; k < callees.len; k++) {
        if (callees.items[k].mode == CALL_TEST)
            check_subtest(ctx, func, (Site){func->id, at}, callees.items[k].callee);
        if (i->op != IR_DEFER || callees.items[k].mode != CALL_DEFER)
            continue;
        Start s = {.ctx = ctx, .func = func, .site = {func->id, at}};
        funcs_run_add(ctx, &s.run, callees.items[k].callee);
        check_start(&s);
    }
}

void rule_captured_loop_variable(RuleContext *ctx)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++)
        check_story(ctx, flow_story(ctx->flow, k));
    rule_each_call(ctx, visit);
}

// unwaited_command.c - a started command that nobody waits for.
//
// Start hands the process to the system and starts the goroutines that copy from and to it and that
// kill it when its context ends; Wait collects its exit status and ends them. True at run time where,
// from a Start that succeeded on, some path leaves the function that holds the command without Wait,
// and nobody else was given the command: when the process ends it stays in the process table, and its
// goroutines and pipes stay with it. Whether it is waited for through the command or through its
// process does not matter; to release the process says that nobody will.
#include "rules/held.h"
#include "rules/trail.h"

// Run is Start and Wait: who calls it has the end of the process in hand, and waits for it.
static void add_fix(RuleContext *ctx, Finding *f, const IrFunc *func, const IrInstr *call)
{
    const Ast *ast = rule_ast(ctx, func);
    if (!node_ok(call->node) || node_kind(ast, call->node) != NODE_CALL_EXPR ||
        node_kind(ast, ast_call(ast, call->node).fun) != NODE_SELECTOR_EXPR)
        return;
    NodeId sel = ast_selector(ast, ast_call(ast, call->node).fun).sel;
    if (!str_is(ast_text(ast, sel), "Start") || !obj_ok(call->call->callee) ||
        !str_is(object_path(ctx->types, call->call->callee), "os/exec"))
        return;
    Fix *fix = finding_fix(ctx, f, FIX_UNSAFE, "run the command to its end");
    fix_edit(ctx, fix, func, node_span(ast, sel), "Run");
}

static void report(RuleContext *ctx, const IrFunc *func, IrValue at, Level level, IrValue end, const char *where)
{
    Finding *f = finding_at(ctx, level, (Site){func->id, at},
                            "%s starts a process that is %s: its end is never collected, nor its goroutines",
                            rule_callee_name(ctx, func, ir_instr(func, at)), where);
    if (ir_ok(end))
        finding_related(ctx, f, (Site){func->id, end},
                        ir_instr(func, end)->op == IR_RETURN ? "returns here without waiting" : "replaced here without waiting", NULL);
    finding_note(ctx, f, "where nobody needs its result, a goroutine that calls Wait and logs the error is enough");
    if (strcmp(where, "not waited for on every path") != 0)
        add_fix(ctx, f, func, ir_instr(func, at));
}

// A command in a field is waited for by whoever reads the field, if anybody does.
static void check_field(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue recv, const Effect *e)
{
    const IrInstr *load = ir_instr(func, recv);
    AbsId place = load->op == IR_LOAD ? flow_place(ctx->flow, func->id, load->args[0]) : (AbsId){0};
    if (!place.v || flow_abs(ctx->flow, place)->kind != ABS_FIELD || flow_incomplete(ctx->flow))
        return;
    Str name = name_str(package_names(ctx->types), flow_abs(ctx->flow, place)->name);
    bool exported = name.len == 0 || (name.ptr[0] >= 'A' && name.ptr[0] <= 'Z');
    Trail trail = trail_follow_field(ctx, place, e);
    if (exported || trail.fates || trail.returns.len || trail.parts)
        return;
    report(ctx, func, at, held_level(ctx, func), (IrValue){0},
           arena_printf(ctx->arena, "kept in %.*s, which nobody waits for", STR_ARG(name)));
}

static VarId error_of(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    IrValue store;
    return held_variable(ctx, func, at, &store);
}

// Whether nobody but the function has the command, wherever it was made.
static bool is_held_alone(RuleContext *ctx, const IrFunc *func, const Abs *made, const Effect *e, bool *released)
{
    if (made->kind != ABS_RESULT && made->kind != ABS_ALLOC)
        return false;
    uint32_t elsewhere = 1u << FATE_SHARED | 1u << FATE_KEPT | 1u << FATE_RETURNED | 1u << FATE_UNSEEN;
    Trail trail = trail_follow(ctx, (Site){made->func, made->site}, e);
    VEC_EACH (const Site, ret, &trail.returns)
        if (ret->func.v == func->id.v)
            return false;
    *released |= trail_has(&trail, FATE_RELEASED);
    return !(trail.fates & elsewhere) && (!trail_has(&trail, FATE_RELEASED) || trail.sites[FATE_RELEASED].func.v == func->id.v);
}

static void check_variable(RuleContext *ctx, const IrFunc *func, IrValue at, VarId var, const Effect *e)
{
    if (ir_var(ctx->ir, var)->owner.v != func->id.v || ir_var(ctx->ir, var)->param >= 0 || ir_var(ctx->ir, var)->result >= 0)
        return; // the caller's, or that of the function around
    bool released = false;
    AbsSet makers = flow_var(ctx->flow, var);
    for (uint32_t k = 0; k < makers.len; k++)
        if (!is_held_alone(ctx, func, flow_abs(ctx->flow, makers.items[k]), e, &released))
            return;
    if (makers.len == 0)
        return;
    Held h = {.ctx = ctx, .func = func, .call = at, .from = at, .var = var, .error = error_of(ctx, func, at), .ends = e};
    if (held_settled_before(&h))
        return;
    IrValue end = held_lost(&h);
    if (ir_ok(end))
        report(ctx, func, at, held_level(ctx, func), end, released ? "not waited for on every path" : "never waited for");
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act act;
    Site site = {func->id, at};
    if (i->op != IR_CALL || !flow_act(ctx->flow, site, EFFECT_MUST_RELEASE, &act) || act.effect->target.kind != REF_RECV ||
        !(flow_affects(ctx->flow, site) & MODE_PROCESS) || act.recv_func.v != func->id.v)
        return;
    const IrInstr *recv = ir_instr(func, act.recv);
    VarId var = flow_loaded_var(ctx->flow, func->id, act.recv);
    if (var.v)
        check_variable(ctx, func, at, var, act.effect);
    else if (recv->op == IR_CALL && trail_is_modelled(ctx, recv->call->callee))
        report(ctx, func, at, held_level(ctx, func), (IrValue){0}, "never waited for");
    else
        check_field(ctx, func, at, act.recv, act.effect);
}

void rule_unwaited_command(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

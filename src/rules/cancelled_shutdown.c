// cancelled_shutdown.c - a graceful shutdown given a context that is already cancelled.
//
// A drain waits for work in flight until it is done or its context ends. With a context that has
// ended before, it returns at once and the work is cut off. True at run time where every path to
// the drain has seen the cancellation of the context it is given, or of one that it descends from.
#include "rules/cancelled.h"
#include "rules/drain_fix.h"

// ---- The fix ----

// Whether the argument is a variable that nothing else uses: without it, it could not be declared.
static bool is_last_use(const RuleContext *ctx, const IrFunc *func, IrValue arg)
{
    VarId var = flow_loaded_var(ctx->flow, func->id, arg);
    return var.v && flow_var_loads(ctx->flow, var).len < 2 && ir_var(ctx->ir, var)->param < 0;
}

static void add_fix(RuleContext *ctx, Finding *f, const IrFunc *func, const IrInstr *call, IrValue arg)
{
    const char *package = mend_package(ctx, func, "context");
    if (!package)
        return;
    const char *parent = is_last_use(ctx, func, arg)
                             ? arena_printf(ctx->arena, "%s.WithoutCancel(%s)", package, rule_text(ctx, func, arg))
                             : arena_printf(ctx->arena, "%s.Background()", package);
    drain_fix_deadline(ctx, f, func, call, arg, parent, FIX_SAFE);
}

static void report(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue arg, Cancelled c,
                   const IrFunc *caller, IrValue through)
{
    const IrInstr *call = ir_instr(func, at);
    const char *text = rule_text(ctx, func, arg);
    Finding *f = finding_at(ctx, LEVEL_ERROR, (Site){func->id, at},
                            "%s is given %s, which is already cancelled: it returns at once and drops the work in flight",
                            rule_callee_name(ctx, func, call), text);
    const char *passed = caller ? rule_text(ctx, caller, through) : text;
    finding_related(ctx, f, c.site, "cancelled here", arena_printf(ctx->arena, "%s %s", passed, c.what));
    finding_step(ctx, f, c.site, "%s %s", passed, c.what);
    finding_step(ctx, f, (Site){func->id, at}, "%s sees a cancelled context and returns before anything is drained",
                 rule_callee_name(ctx, func, call));
    if (!caller)
        add_fix(ctx, f, func, call, arg);
}

// The parameter that the drain's context is, or -1.
static int32_t param_of(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    VarId var = flow_loaded_var(ctx->flow, func->id, v);
    if (!var.v || ir_var(ctx->ir, var)->owner.v != func->id.v || flow_var_stores(ctx->flow, var).len)
        return -1;
    return ir_var(ctx->ir, var)->param;
}

static void check_callers(RuleContext *ctx, const IrFunc *func, IrValue at, IrValue arg)
{
    int32_t param = param_of(ctx, func, arg);
    CallEdges callers = flow_callers(ctx->flow, func->id);
    for (uint32_t k = 0; param >= 0 && k < callers.len; k++) {
        const IrFunc *caller = rule_func(ctx, callers.items[k].site.func);
        const IrInstr *call = rule_instr(ctx, callers.items[k].site);
        uint32_t index = (uint32_t)param + (call->call->dynamic ? 1 : 0);
        if (callers.items[k].mode != CALL_NOW || index >= call->arg_count)
            continue;
        Cancelled c = context_cancelled(ctx, caller, callers.items[k].site.instr, call->args[index]);
        if (c.known) {
            report(ctx, func, at, arg, c, caller, call->args[index]);
            return;
        }
    }
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op != IR_CALL && i->op != IR_DEFER)
        return;
    Act drains;
    if (!flow_act(ctx->flow, (Site){func->id, at}, EFFECT_DRAINS, &drains) || !ir_ok(drains.arg))
        return;
    IrValue arg = drains.arg;
    Cancelled c = context_cancelled(ctx, func, at, arg);
    if (c.known)
        report(ctx, func, at, arg, c, NULL, arg);
    else
        check_callers(ctx, func, at, arg);
}

void rule_cancelled_shutdown(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

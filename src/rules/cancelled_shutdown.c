// cancelled_shutdown.c - a graceful shutdown given a context that is already cancelled.
//
// A drain waits for work in flight until it is done or its context ends. With a context that has
// ended before, it returns at once and the work is cut off. True at run time where every path to
// the drain has seen the cancellation of the context it is given, or of one that it descends from.
#include "rules/cancelled.h"

static bool imports(const RuleContext *ctx, const IrFunc *func, const char *path)
{
    const Ast *ast = rule_ast(ctx, func);
    FileView file = ast_file(ast);
    LIST_EACH(d, file.decls)
    {
        if (node_kind(ast, *d) != NODE_GEN_DECL || ast_gen_decl(ast, *d).keyword != TOK_IMPORT)
            continue;
        GenDeclView decl = ast_gen_decl(ast, *d);
        LIST_EACH(s, decl.specs)
        {
            Str text = ast_text(ast, ast_import_spec(ast, *s).path);
            if (text.len > 2 && str_is(str_sub(text, 1, text.len - 1), path))
                return true;
        }
    }
    return false;
}

static bool has_variable(const RuleContext *ctx, const char *name)
{
    for (uint32_t v = 1; v < ctx->ir->vars.len; v++)
        if (str_is(name_str(package_names(ctx->types), ctx->ir->vars.data[v].name), name))
            return true;
    return false;
}

// The start of the line that holds `offset`.
static uint32_t line_start(const RuleContext *ctx, const IrFunc *func, uint32_t offset)
{
    const Source *s = ast_source(rule_ast(ctx, func));
    return (uint32_t)(source_line(s, source_position(s, offset).line).ptr - s->text);
}

static void add_fix(RuleContext *ctx, Finding *f, const IrFunc *func, const IrInstr *call, IrValue arg)
{
    const IrInstr *value = ir_instr(func, arg);
    Span span = value->span;
    if (span.end <= span.start)
        return;
    uint32_t at = line_start(ctx, func, call->span.start);
    Str before = source_str(ast_source(rule_ast(ctx, func)), (Span){at, call->span.start});
    if (str_find(before, STR("{")) != SIZE_MAX || str_find(before, STR(";")) != SIZE_MAX)
        return; // what stands before it on the line may be another block
    bool safe = imports(ctx, func, "context") && imports(ctx, func, "time") &&
                !has_variable(ctx, "shutdownCtx") && call->op == IR_CALL;
    const char *cancel = has_variable(ctx, "cancel") ? "cancelShutdown" : "cancel";
    Fix *fix = finding_fix(ctx, f, safe ? FIX_SAFE : FIX_SKETCH, "give the shutdown a fresh context with a deadline");
    const char *indent = rule_indent(ctx, func, call->span.start);
    fix_edit(ctx, fix, func, (Span){at, at},
             "%sshutdownCtx, %s := context.WithTimeout(context.Background(), 30*time.Second)\n%sdefer %s()\n",
             indent, cancel, indent, cancel);
    fix_edit(ctx, fix, func, span, "shutdownCtx");
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

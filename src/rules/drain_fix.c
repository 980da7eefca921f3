// drain_fix.c - a shutdown is given a context of its own with a deadline.
#include "rules/drain_fix.h"

// A deferred call makes its context when it runs, not when it is noted.
static void fix_deferred(RuleContext *ctx, Finding *f, const Stmt *stmt, const IrInstr *call, Span arg, const char *fresh,
                         const char *name, const char *cancel, FixSafety safety)
{
    const Ast *ast = rule_ast(ctx, stmt->func);
    const Source *source = ast_source(ast);
    if (node_kind(ast, stmt->node) != NODE_DEFER_STMT || call->call->literal.v)
        return;
    Span inner = node_span(ast, ast_operand(ast, stmt->node));
    Str head = source_str(source, (Span){inner.start, arg.start}), tail = source_str(source, (Span){arg.end, inner.end});
    Fix *fix = finding_fix(ctx, f, safety, "give the shutdown a fresh context with a deadline");
    mend_import(ctx, fix, stmt->func, "context");
    mend_import(ctx, fix, stmt->func, "time");
    mend_replace(ctx, fix, stmt, inner,
                 arena_printf(ctx->arena, "func() {\n\t%s, %s := %s\n\tdefer %s()\n\t%.*s%s%.*s\n}()", name, cancel, fresh, cancel,
                              STR_ARG(head), name, STR_ARG(tail)));
}

void drain_fix_deadline(RuleContext *ctx, Finding *f, const IrFunc *func, const IrInstr *call, IrValue arg, const char *parent,
                        FixSafety safety)
{
    static const char *const names[] = {"shutdownCtx", "drainCtx", "freshCtx", NULL};
    static const char *const cancels[] = {"cancel", "cancelShutdown", "cancelDrain", NULL};
    Span span = ir_instr(func, arg)->span;
    Stmt stmt = mend_stmt(ctx, func, call->span);
    const char *package = mend_package(ctx, func, "context"), *time = mend_package(ctx, func, "time");
    const char *name = mend_fresh(ctx, func, names), *cancel = mend_fresh(ctx, func, cancels);
    if (span.end <= span.start || !node_ok(stmt.node) || !package || !time || !name || !cancel)
        return;
    const char *fresh = arena_printf(ctx->arena, "%s.WithTimeout(%s, 30*%s.Second)", package, parent, time);
    if (call->op == IR_DEFER) {
        fix_deferred(ctx, f, &stmt, call, span, fresh, name, cancel, safety);
        return;
    }
    bool loop = func->blocks.data[call->block].loop != 0;
    Fix *fix = finding_fix(ctx, f, loop ? FIX_SKETCH : safety, "give the shutdown a fresh context with a deadline");
    mend_import(ctx, fix, func, "context");
    mend_import(ctx, fix, func, "time");
    mend_before(ctx, fix, &stmt,
                arena_printf(ctx->arena, "%s, %s := %s\ndefer %s()", name, cancel, fresh, cancel));
    fix_edit(ctx, fix, func, span, "%s", name);
}

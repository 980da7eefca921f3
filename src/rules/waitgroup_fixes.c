// waitgroup_fixes.c - what mends a wait group whose counts do not match.
#include "rules/mend.h"
#include "rules/waitgroup_mismatch.h"

// The statement that is the call and nothing else; none where it is part of another.
static Stmt call_stmt(RuleContext *ctx, Site site)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrInstr *i = rule_instr(ctx, site);
    Stmt s = mend_stmt(ctx, func, i->span);
    bool whole = node_ok(s.node) && s.span.start == i->span.start && s.span.end == i->span.end &&
                 node_kind(rule_ast(ctx, func), s.node) == NODE_EXPR_STMT;
    return whole ? s : (Stmt){0};
}

static const char *text_of(RuleContext *ctx, const Stmt *s)
{
    Str text = ast_text(rule_ast(ctx, s->func), s->node);
    return arena_strndup(ctx->arena, text.ptr, text.len);
}

// The first statement of a function's body.
static Stmt first_stmt(RuleContext *ctx, const IrFunc *func)
{
    const Ast *ast = rule_ast(ctx, func);
    NodeKind kind = node_kind(ast, func->node);
    NodeId body = kind == NODE_FUNC_LIT    ? ast_func_lit(ast, func->node).body
                  : kind == NODE_FUNC_DECL ? ast_func_decl(ast, func->node).body
                                           : (NodeId){0};
    NodeList list = node_ok(body) ? ast_block(ast, body).stmts : (NodeList){0};
    return list.len ? mend_stmt(ctx, func, node_span(ast, list.items[0])) : (Stmt){0};
}

// Whether the name that a statement begins with is one of a variable that the function itself declares.
static bool begins_with_local(const RuleContext *ctx, const Stmt *s)
{
    const Ast *ast = rule_ast(ctx, s->func);
    Str name = token_text(ast, node_first(ast, s->node));
    for (uint32_t k = 1; k < ctx->ir->vars.len; k++) {
        const IrVar *v = &ctx->ir->vars.data[k];
        if (v->owner.v == s->func->id.v && v->param < 0 && str_eq(name_str(package_names(ctx->types), v->name), name))
            return true;
    }
    return false;
}

void mismatch_fix_done(RuleContext *ctx, Finding *f, const CountOp *done)
{
    Stmt own = call_stmt(ctx, done->site), first = first_stmt(ctx, rule_func(ctx, done->site.func));
    if (!node_ok(own.node) || !node_ok(first.node) || node_eq(own.node, first.node) || begins_with_local(ctx, &own))
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "defer it as the goroutine's first statement");
    mend_before(ctx, fix, &first, arena_printf(ctx->arena, "defer %s", text_of(ctx, &own)));
    mend_remove(ctx, fix, &own);
}

void mismatch_fix_add(RuleContext *ctx, Finding *f, const CountOp *add, IrValue by)
{
    const IrFunc *func = rule_func(ctx, add->site.func);
    Stmt own = call_stmt(ctx, add->site);
    if (!node_ok(own.node) || add->delta != 1)
        return;
    if (ir_instr(func, by)->op == IR_GO) {
        Stmt go = mend_stmt(ctx, func, ir_instr(func, by)->span);
        if (!node_ok(go.node) || !mend_in_scope(ctx, func, own.span, go.span.start))
            return;
        Fix *fix = finding_fix(ctx, f, FIX_SAFE, "count right before the go statement");
        mend_remove(ctx, fix, &own);
        mend_before(ctx, fix, &go, text_of(ctx, &own));
        return;
    }
    Stmt done = call_stmt(ctx, (Site){func->id, by});
    if (!node_ok(done.node) || func->blocks.data[ir_instr(func, by)->block].loop)
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "defer it right after the count");
    mend_after(ctx, fix, &own, arena_printf(ctx->arena, "defer %s", text_of(ctx, &done)));
    mend_remove(ctx, fix, &done);
}

void mismatch_fix_twice(RuleContext *ctx, Finding *f, const CountOp *done, Site second)
{
    Act act;
    Stmt again = call_stmt(ctx, second);
    if (!node_ok(again.node) || !done->deferred || !flow_counts_down(ctx->flow, second, &act) || act.func.v != second.func.v)
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "leave it to what is deferred");
    mend_remove(ctx, fix, &again);
}

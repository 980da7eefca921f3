// todo_context.c - a placeholder for a context that was committed.
//
// True at run time: context.TODO is a root that nothing cancels, so what is given it waits for as long as it
// takes, whoever has gone away meanwhile. Nobody decided that: the call says of itself that the decision is still
// to be made. Which calls are such placeholders is said by models.
#include "rules/identity.h"
#include "rules/mend.h"
#include "rules/origin.h"

void rule_todo_context(RuleContext *ctx);

// severed-context says the same, and shows what waits.
static bool is_said(const RuleContext *ctx, const IrFunc *func, Span span)
{
    const Source *source = ast_source(rule_ast(ctx, func));
    VEC_EACH (Finding *const, f, &ctx->out->items)
        if ((*f)->rule != ctx->rule && (*f)->failure == FAIL_HANG && (*f)->place.source == source &&
            (*f)->place.span.start == span.start && (*f)->place.span.end == span.end)
            return true;
    return false;
}

// Whether the value is looked at only, to find out if another is the placeholder.
static bool is_only_compared(const RuleContext *ctx, FuncId func, IrValue at)
{
    SiteList uses = flow_uses(ctx->flow, func, at);
    for (uint32_t k = 0; k < uses.len; k++)
        if (rule_instr(ctx, uses.items[k])->op != IR_BINARY)
            return false;
    return uses.len > 0;
}

// A function that is kept for old callers has no context to pass on, and is not to get one.
static bool is_deprecated(const RuleContext *ctx, const IrFunc *func)
{
    const IrFunc *decl = outermost(ctx, func);
    if (decl->kind != FUNC_DECL || !node_ok(decl->node))
        return false;
    const Ast *ast = rule_ast(ctx, decl);
    CommentRange doc = ast_doc(ast, decl->node);
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t k = doc.start; k < doc.end; k++)
        if (str_find(source_str(ast_source(ast), comments[k].span), STR("Deprecated: ")) != SIZE_MAX)
            return true;
    return false;
}

// `pkg.TODO()` as one call of a function of a package, or none.
static Span name_span(const RuleContext *ctx, const IrFunc *func, const IrInstr *call)
{
    const Ast *ast = rule_ast(ctx, func);
    if (!node_ok(call->node) || node_kind(ast, call->node) != NODE_CALL_EXPR)
        return (Span){0, 0};
    NodeId fun = ast_call(ast, call->node).fun;
    return node_kind(ast, fun) == NODE_SELECTOR_EXPR ? node_span(ast, fun) : (Span){0, 0};
}

static void report_held(RuleContext *ctx, const IrFunc *func, Site site, const char *held, VarId var)
{
    const IrInstr *call = rule_instr(ctx, site);
    Finding *f = finding_at(ctx, LEVEL_ADVICE, site, "%s holds the place of a context, and %s is at hand",
                            rule_text(ctx, func, site.instr), held);
    const char *text = mend_context(ctx, func, var, call->span.start), *package = mend_package(ctx, func, "context");
    bool sound = text && package && call->op == IR_CALL && mend_used_elsewhere(ctx, func, package, call->span);
    Fix *fix = finding_fix(ctx, f, sound ? FIX_UNSAFE : FIX_SKETCH, "pass %s on", held);
    fix_edit(ctx, fix, func, call->span, "%s", held);
}

// Where contexts are rightly made nothing is left to decide: the two roots do the same.
static void report_root(RuleContext *ctx, const IrFunc *func, Site site)
{
    Finding *f = finding_at(ctx, LEVEL_ADVICE, site, "%s says that a context is still to be chosen; here a root is what is wanted",
                            rule_text(ctx, func, site.instr));
    const char *package = mend_package(ctx, func, "context");
    Span name = name_span(ctx, func, rule_instr(ctx, site));
    if (!package || name.end == name.start)
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "say `%s.Background()`", package);
    fix_edit(ctx, fix, func, name, "%s.Background", package);
}

static void report_open(RuleContext *ctx, const IrFunc *func, Site site)
{
    Finding *f = finding_at(ctx, LEVEL_ADVICE, site, "%s says that a context is still to be chosen: nothing can cancel what it is given to",
                            rule_text(ctx, func, site.instr));
    finding_note(ctx, f, "take a context from the caller; or say context.Background() where nobody should be able to cancel it");
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act act;
    Site site = {func->id, at};
    if (i->op != IR_CALL || !flow_act(ctx->flow, site, EFFECT_ROOT, &act) || !(act.effect->modes & MODE_TODO))
        return;
    if (rule_in_test_file(ctx, func) || is_said(ctx, func, i->span) || is_only_compared(ctx, func->id, at) || is_deprecated(ctx, func))
        return;
    VarId held = held_context(ctx, func);
    const char *name = held.v && !flow_var_stores(ctx->flow, held).len ? rule_var_name(ctx, held) : "_";
    const char *text = strcmp(name, "_") ? flow_context_text(ctx->flow, ctx->arena, ir_var(ctx->ir, held)->type, name) : NULL;
    if (text)
        report_held(ctx, func, site, text, held);
    else if (makes_roots(ctx, func))
        report_root(ctx, func, site);
    else
        report_open(ctx, func, site);
}

void rule_todo_context(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

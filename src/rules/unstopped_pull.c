// unstopped_pull.c - a pulled sequence that is neither stopped nor read to its end.
//
// iter.Pull starts a coroutine for the sequence. It is parked until the next value is asked for, and ends
// when the sequence does, which next tells by false, or when stop is called. True at run time where, from
// the pull on, some path leaves the function that holds both functions, or pulls anew, before either: the
// coroutine stays parked for the life of the process, with its stack, what the sequence holds, and the
// deferred calls of the sequence that never run.
#include "rules/held.h"
#include "rules/mend.h"

typedef struct Pull {
    RuleContext *ctx;
    const IrFunc *func;
    IrValue call, next, stop; // stop: none where it is thrown away
} Pull;

static Pull parts_of(RuleContext *ctx, const IrFunc *func, IrValue call, uint32_t stop, bool *whole)
{
    Pull p = {.ctx = ctx, .func = func, .call = call};
    SiteList parts = flow_uses(ctx->flow, func->id, call);
    for (uint32_t k = 0; k < parts.len; k++) {
        const IrInstr *part = rule_instr(ctx, parts.items[k]);
        *whole |= part->op != IR_EXTRACT;
        if (part->op == IR_EXTRACT && part->index == stop && flow_uses(ctx->flow, func->id, parts.items[k].instr).len)
            p.stop = parts.items[k].instr;
        else if (part->op == IR_EXTRACT && part->index == 0)
            p.next = parts.items[k].instr;
    }
    return p;
}

// Whether `next` is only called, and only here: where it is handed on somebody else may read to the end.
static bool is_read_here(const Pull *p, VarId next)
{
    SiteList loads = flow_var_loads(p->ctx->flow, next);
    for (uint32_t k = 0; k < loads.len; k++) {
        SiteList uses = flow_uses(p->ctx->flow, loads.items[k].func, loads.items[k].instr);
        if (loads.items[k].func.v != p->func->id.v)
            return false;
        for (uint32_t u = 0; u < uses.len; u++) {
            const IrInstr *use = rule_instr(p->ctx, uses.items[u]);
            if (use->op != IR_CALL || !use->call->dynamic || use->args[0].v != loads.items[k].instr.v)
                return false;
        }
    }
    return true;
}

// Defers the stop function behind the assignment; in a loop that would pile up.
static void add_fix(Finding *f, const Pull *p, uint32_t stop)
{
    RuleContext *ctx = p->ctx;
    const Ast *ast = rule_ast(ctx, p->func);
    Stmt s = mend_stmt(ctx, p->func, ir_instr(p->func, p->call)->span);
    if (!node_ok(s.node) || node_kind(ast, s.node) != NODE_ASSIGN_STMT || ast_assign(ast, s.node).lhs.len <= stop)
        return;
    NodeId target = ast_assign(ast, s.node).lhs.items[stop];
    static const char *const names[] = {"stop", "stopPull", NULL};
    bool blank = str_is(ast_text(ast, target), "_");
    Str old = ast_text(ast, target);
    const char *name = blank ? mend_fresh(ctx, p->func, names) : arena_strndup(ctx->arena, old.ptr, old.len);
    if (!name || node_kind(ast, target) != NODE_IDENT || (blank && ast_assign(ast, s.node).op != TOK_DEFINE))
        return;
    bool loop = p->func->blocks.data[ir_instr(p->func, p->call)->block].loop;
    Fix *fix = finding_fix(ctx, f, loop ? FIX_SKETCH : FIX_SAFE, "stop it when the function returns");
    if (blank)
        fix_edit(ctx, fix, p->func, node_span(ast, target), "%s", name);
    mend_after(ctx, fix, &s, arena_printf(ctx->arena, "defer %s()", name));
}

static Finding *report(const Pull *p, const char *what)
{
    RuleContext *ctx = p->ctx;
    Finding *f = finding_at(ctx, held_level(ctx, p->func), (Site){p->func->id, p->call},
                            "the sequence that %s pulls is %s: its coroutine stays parked for ever",
                            rule_callee_name(ctx, p->func, ir_instr(p->func, p->call)), what);
    finding_note(ctx, f, "deferred calls and clean-up of the sequence do not run either; stop may be called at any time, and more than once");
    return f;
}

static void check(const Pull *p, uint32_t stop)
{
    RuleContext *ctx = p->ctx;
    IrValue kept = {0}, from = p->call;
    VarId next = ir_ok(p->next) ? held_variable(ctx, p->func, p->next, &kept) : (VarId){0};
    VarId var = ir_ok(p->stop) ? held_variable(ctx, p->func, p->stop, &from) : (VarId){0};
    bool unread = ir_ok(p->next) && flow_uses(ctx->flow, p->func->id, p->next).len;
    if ((ir_ok(p->stop) && !var.v) || (unread && (!next.v || !is_read_here(p, next))))
        return;
    if (var.v && ir_var(ctx->ir, var)->result >= 0)
        return;
    static const Effect none;
    Held h = {.ctx = ctx, .func = p->func, .call = p->call, .from = from, .var = var, .ends = &none, .next = next};
    IrValue end = held_lost(&h);
    if (!ir_ok(end))
        return;
    bool called = var.v && flow_var_loads(ctx->flow, var).len;
    Finding *f = report(p, called ? "not stopped on every path" : "neither stopped nor read to its end");
    bool returns = ir_instr(p->func, end)->op == IR_RETURN;
    finding_related(ctx, f, (Site){p->func->id, end}, returns ? "returns here with values left" : "replaced here with values left", NULL);
    add_fix(f, p, stop);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act act;
    if (i->op != IR_CALL || !flow_act(ctx->flow, (Site){func->id, at}, EFFECT_PULLS, &act) ||
        act.effect->target.kind != REF_RESULT || type_kind(ctx->types, i->type) != T_TUPLE)
        return;
    bool whole = false;
    Pull p = parts_of(ctx, func, at, act.effect->target.index, &whole);
    if (!whole)
        check(&p, act.effect->target.index);
}

void rule_unstopped_pull(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

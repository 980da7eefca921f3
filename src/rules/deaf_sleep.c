// deaf_sleep.c - a cancellable loop that sleeps without listening for its cancellation.
//
// True at run time where the signal comes just after the loop looked: it is seen when the sleep is
// over. The sleep may stand in a function that the loop calls; the finding is on the sleep.
#include "rules/pauses.h"
#include "rules/polls.h"

// How the function ends when the signal comes; NULL where that is for a person to say.
static const char *leave_text(RuleContext *ctx, const PolledLoop *s, const IrFunc *func)
{
    if (func->results.len == 0)
        return "return";
    Str result = type_string(ctx->types, ctx->scratch, ir_var(ctx->ir, func->results.data[0])->type);
    if (func->results.len > 1 || !str_is(result, "error") || !ir_ok(s->poll.context))
        return NULL;
    return arena_printf(ctx->arena, "return %s.Err()", rule_text(ctx, rule_func(ctx, s->poll.func), s->poll.context));
}

static void add_fix(RuleContext *ctx, Finding *f, const PolledLoop *s, const IrFunc *func, const IrInstr *sleep, IrValue duration)
{
    const char *stop = polled_stop_text(ctx, &s->poll, func->id), *leave = stop ? leave_text(ctx, s, func) : NULL;
    const Ast *ast = rule_ast(ctx, func);
    if (!leave || !node_ok(sleep->node) || node_kind(ast, sleep->node) != NODE_CALL_EXPR || !ir_ok(duration))
        return;
    Str text = ast_text(ast, ast_call(ast, sleep->node).args.items[0]);
    const char *indent = rule_indent(ctx, func, sleep->span.start);
    Fix *fix = finding_fix(ctx, f, FIX_SKETCH, "wait for the signal and the time together");
    fix_edit(ctx, fix, func, sleep->span, "select {\n%scase <-%s:\n%s\t%s\n%scase <-time.After(%.*s):\n%s}", indent, stop,
             indent, leave, indent, STR_ARG(text), indent);
}

static void report(RuleContext *ctx, const PolledLoop *s, Site site, const Act *sleep, int64_t ns)
{
    const IrFunc *func = rule_func(ctx, site.func);
    const IrInstr *i = rule_instr(ctx, site);
    const char *callee = rule_callee_name(ctx, func, i);
    const char *poll = rule_text(ctx, rule_func(ctx, s->poll.site.func), s->poll.site.instr);
    bool in_select = rule_instr(ctx, s->poll.site)->op == IR_SELECT;
    Finding *f;
    if (ns >= 0)
        f = finding_at(ctx, LEVEL_WARNING, site, "%s sleeps %s without listening: the loop hears of its cancellation up to %s late",
                       callee, rule_duration_text(ctx, ns), rule_duration_text(ctx, ns));
    else
        f = finding_at(ctx, LEVEL_ADVICE, site, "%s sleeps for %s without listening: the loop hears of its cancellation that much late",
                       callee, ir_ok(sleep->arg) ? rule_text(ctx, rule_func(ctx, sleep->func), sleep->arg) : "a while");
    finding_related(ctx, f, s->poll.site, "asks for the cancellation here",
                    in_select ? "the select has a default and does not wait" : arena_printf(ctx->arena, "%s does not wait", poll));
    if (s->call.func.v != site.func.v || s->call.instr.v != site.instr.v)
        finding_related(ctx, f, s->call, "called here, in the loop", NULL);
    if (ns < 0)
        finding_note(ctx, f, "how long the sleep is cannot be seen here");
    add_fix(ctx, f, s, func, i, sleep->arg);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Act sleep;
    Site site = {func->id, at};
    if (i->op != IR_CALL || !flow_act(ctx->flow, site, EFFECT_SLEEPS, &sleep))
        return;
    int64_t ns = ir_ok(sleep.arg) ? flow_duration(ctx->flow, sleep.func, sleep.arg) : -1;
    if (ns >= 0 && ns < SHORT_PAUSE_NS)
        return;
    PolledLoop s;
    if (polled_loop(ctx, site, POLL_CALLS_AWAY, &s))
        report(ctx, &s, site, &sleep, ns);
}

void rule_deaf_sleep(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

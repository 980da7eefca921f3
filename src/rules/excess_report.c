// excess_report.c - what the rules about sends without a receiver say in common.
#include "rules/excess_report.h"
#include "rules/mend.h"
#include "rules/origin.h"

const char *excess_channel(RuleContext *ctx, const Excess *e)
{
    const IrFunc *func = rule_func(ctx, e->make.func);
    SiteList uses = flow_uses(ctx->flow, e->make.func, e->make.instr);
    for (uint32_t k = 0; k < uses.len; k++) {
        const IrInstr *i = rule_instr(ctx, uses.items[k]);
        const IrInstr *to = i->op == IR_STORE && i->args[1].v == e->make.instr.v ? ir_instr(func, i->args[0]) : NULL;
        if (to && to->op == IR_ADDR_VAR)
            return rule_var_name(ctx, to->var);
        if (to && to->op == IR_ADDR_FIELD) {
            Str name = name_str(package_names(ctx->types), to->field_name);
            return arena_strndup(ctx->arena, name.ptr, name.len);
        }
    }
    return "the channel";
}

// A count in the source's own words.
static const char *bound_text(RuleContext *ctx, const Bound *b)
{
    if (b->kind == BOUND_COUNT)
        return arena_printf(ctx->arena, "%lld", (long long)b->plus);
    if (!b->text.len || b->kind == BOUND_STREAM || b->kind == BOUND_NONE)
        return NULL;
    const char *of = arena_printf(ctx->arena, b->kind == BOUND_LENGTH ? "len(%.*s)" : "%.*s", STR_ARG(b->text));
    if (b->factor != 1)
        of = arena_printf(ctx->arena, "%lld*%s", (long long)b->factor, of);
    return b->plus == 0 ? of
                        : arena_printf(ctx->arena, b->plus > 0 ? "%s+%lld" : "%s-%lld", of,
                                       (long long)(b->plus > 0 ? b->plus : -b->plus));
}

const char *excess_slots(RuleContext *ctx, const Excess *e)
{
    const char *text = bound_text(ctx, &e->slots);
    if (e->slots.kind == BOUND_COUNT && e->slots.plus == 0)
        return "no slot";
    if (e->slots.kind == BOUND_COUNT && e->slots.plus == 1)
        return "1 slot";
    return text ? arena_printf(ctx->arena, "%s slots", text) : "slots";
}

const char *excess_leaves(RuleContext *ctx, const Excess *e)
{
    const char *name = rule_func_name(ctx, e->root->func);
    if (e->stuck)
        return arena_printf(ctx->arena, "%s waits for them", name);
    if (!e->end.instr.v)
        return arena_printf(ctx->arena, "%s goes on to its next round", name);
    return arena_printf(ctx->arena, "%s returns", name);
}

// How many goroutines each run starts, where that has a name.
static const char *count_text(RuleContext *ctx, const Excess *e)
{
    const char *of = e->goroutines > 1 && e->total.rounds ? bound_text(ctx, &e->symbol) : NULL;
    if (of)
        return of;
    return e->total.rounds ? NULL : arena_printf(ctx->arena, "%lld", (long long)e->goroutines);
}

const char *excess_goroutines(RuleContext *ctx, const Excess *e)
{
    const char *text = count_text(ctx, e);
    return text ? arena_printf(ctx->arena, "%s goroutines", text) : "any number of goroutines";
}

static bool is_main(const RuleContext *ctx, const IrFunc *func)
{
    return func->kind == FUNC_DECL && !func->has_recv && str_is(object_name(ctx->types, func->obj), "main") &&
           str_is(package_name(ctx->types), "main");
}

// Whether the select has a case that receives from the channel, after which control does not come to `back` again.
static bool ends_with_receive(const RuleContext *ctx, const IrFunc *func, const IrInstr *select, AbsId chan, uint32_t back)
{
    for (uint32_t k = 0; select->op == IR_SELECT && k < select->case_count; k++)
        if (!select->cases[k].is_default && !select->cases[k].is_send &&
            flow_set_has(flow_value(ctx->flow, func->id, select->cases[k].chan), chan) &&
            !ir_reaches(func, func->blocks.data[select->block].succs.data[k], back))
            return true;
    return false;
}

// Whether each round of a loop around the spawn looks for a value, and ends the loop where there is one: then
// the next round finds the channel empty.
static bool rounds_start_empty(const RuleContext *ctx, const Excess *e)
{
    const IrFunc *func = rule_func(ctx, e->spawn.func);
    uint32_t spawn = rule_instr(ctx, e->spawn)->block;
    SiteList receives = flow_chan_ops(ctx->flow, e->chan, CHAN_OP_RECV);
    for (uint32_t k = 0; k < receives.len; k++) {
        const IrInstr *i = rule_instr(ctx, receives.items[k]);
        if (receives.items[k].func.v == func->id.v && ir_reaches(func, i->block, spawn) &&
            ends_with_receive(ctx, func, i, e->chan, spawn))
            return true;
    }
    return false;
}

bool excess_level(RuleContext *ctx, const Excess *e, Level *level)
{
    const IrFunc *outer = outermost(ctx, e->root->func);
    if (is_main(ctx, outer) && !e->stuck && e->kind != EXCESS_AWAITED && outer == e->root->func)
        return false;
    // A receiver that takes a fixed number may know how much a stream holds.
    bool unknown = e->stream && !e->endless && !e->turn.instr.v;
    // A number of slots that somebody named may be what there are at most.
    unknown |= e->chosen && e->slots.kind == BOUND_COUNT && e->slots.plus > 1 && e->total.rounds > 0;
    bool harmless = (rule_in_test_file(ctx, outer) && !e->stuck) || rounds_start_empty(ctx, e);
    *level = harmless || unknown ? LEVEL_ADVICE : e->stream && !e->endless ? LEVEL_WARNING : LEVEL_ERROR;
    return true;
}

void excess_show(RuleContext *ctx, Finding *f, const Excess *e)
{
    const char *chan = excess_channel(ctx, e);
    const char *leaves = excess_leaves(ctx, e);
    finding_related(ctx, f, e->send, "sends here", NULL);
    if (e->end.instr.v)
        finding_related(ctx, f, e->end, e->stuck ? "waits here" : "returns here", NULL);
    finding_step(ctx, f, e->spawn, "starts %s", e->goroutines > 1 ? excess_goroutines(ctx, e) : "the goroutine that sends");
    if (e->chosen && e->slots.kind == BOUND_COUNT && e->slots.plus > 1 && e->total.rounds > 0)
        finding_note(ctx, f, "it is not seen here that more is sent than the %lld slots hold", (long long)e->slots.plus);
    else if (e->stream && !e->endless && !e->turn.instr.v)
        finding_note(ctx, f, "how much is sent cannot be seen here: if it is always what is received, nothing is left behind");
    if (e->turn.instr.v)
        finding_step(ctx, f, e->turn, "leaves without receiving the rest from %s", chan);
    if (e->end.instr.v)
        finding_step(ctx, f, e->end, "%s", leaves);
    finding_step(ctx, f, e->send, "blocks for good: nothing receives from %s any more, and no slot is left", chan);
}

// ---- The fix ----

// Whether the name stands for the same variable where the channel is made: it is declared before.
static bool named_before(const RuleContext *ctx, const Excess *e, Str name)
{
    const IrFunc *func = rule_func(ctx, e->make.func);
    uint32_t found = 0;
    for (uint32_t v = 1; v < ctx->ir->vars.len; v++) {
        const IrVar *var = &ctx->ir->vars.data[v];
        if (var->owner.v != func->id.v || !str_eq(name_str(package_names(ctx->types), var->name), name))
            continue;
        bool before = node_ok(var->decl) && rule_node_span(ctx, func, var->decl).start < rule_instr(ctx, e->make)->span.start;
        if (!before || (found++ && true))
            return false;
    }
    return found == 1;
}

// An expression for the number of sends that is valid where the channel is made, or NULL.
static const char *slots_needed(RuleContext *ctx, const Excess *e)
{
    if (e->sends.rounds || e->sends.fixed < 1)
        return NULL;
    if (e->total.rounds == 0)
        return e->goroutines == 1 || e->sends.fixed == 1
                   ? arena_printf(ctx->arena, "%lld", (long long)e->goroutines * (long long)e->sends.fixed) : NULL;
    bool plain = e->symbol.factor == 1 && e->symbol.plus == 0 && e->one_loop;
    if (!plain || e->make.func.v != e->root->func->id.v || !named_before(ctx, e, e->symbol.text))
        return NULL;
    const char *of = bound_text(ctx, &e->symbol);
    return of && e->sends.fixed > 1 ? arena_printf(ctx->arena, "%lld*%s", (long long)e->sends.fixed, of) : of;
}

void excess_fix_slots(RuleContext *ctx, Finding *f, const Excess *e)
{
    const IrFunc *func = rule_func(ctx, e->make.func);
    const Ast *ast = rule_ast(ctx, func);
    NodeId node = rule_instr(ctx, e->make)->node;
    const char *slots = slots_needed(ctx, e);
    if (!slots || !node_ok(node) || node_kind(ast, node) != NODE_CALL_EXPR)
        return;
    CallView call = ast_call(ast, node);
    if (call.args.len == 0 || call.args.len > 2)
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "give %s a slot for each send", excess_channel(ctx, e));
    Span last = node_span(ast, call.args.items[call.args.len - 1]);
    if (call.args.len == 2)
        fix_edit(ctx, fix, func, last, "%s", slots);
    else
        fix_edit(ctx, fix, func, (Span){last.end, last.end}, ", %s", slots);
}

// Lets a sender that sends more than there are slots for leave with its receiver: a channel that is closed
// when the function returns is selected on beside the send.
void excess_fix_signal(RuleContext *ctx, Finding *f, const Excess *e)
{
    static const char *const names[] = {"done", "left", "gone", NULL};
    const IrFunc *func = rule_func(ctx, e->make.func), *sender = rule_func(ctx, e->send.func);
    const Ast *ast = rule_ast(ctx, func);
    const char *name = mend_fresh(ctx, func, names);
    Stmt make = mend_stmt(ctx, func, rule_instr(ctx, e->make)->span);
    bool inside = sender->parent.v == func->id.v && e->root->func == func && sender->file == func->file;
    if (f->fixes.len || !name || !inside || sender->results.len || rule_instr(ctx, e->send)->op != IR_SEND || !node_ok(make.node) ||
        func->blocks.data[rule_instr(ctx, e->make)->block].loop)
        return;
    Stmt send = mend_stmt(ctx, sender, rule_instr(ctx, e->send)->span);
    if (!node_ok(send.node) || node_kind(ast, send.node) != NODE_SEND_STMT || !mend_in_scope(ctx, func, make.span, send.span.start))
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "let the sender leave with its receiver");
    mend_after(ctx, fix, &make, arena_printf(ctx->arena, "%s := make(chan struct{})\ndefer close(%s)", name, name));
    mend_replace(ctx, fix, &send, send.span,
                 arena_printf(ctx->arena, "select {\ncase %s:\ncase <-%s:\n\treturn\n}", mend_indented(ctx, &send), name));
}

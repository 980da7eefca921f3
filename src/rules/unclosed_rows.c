// unclosed_rows.c - rows of a database that are neither closed nor read to their end.
//
// Rows hold a connection of the pool, and with a context a goroutine that waits for its end, until
// they are closed or the last one has been read (Next gave false). True at run time where, from a
// query that succeeded on, some path leaves the function, or takes the next rows, before either, and
// nobody else was given the rows: a return out of the loop, a break, an error of Scan. With a pool of
// limited size the query after that waits for good. Rows whose context is cancelled when the function
// returns are closed by that.
#include "rules/held.h"

// ---- What a model says ----

// Whether values of the type can be read to an end, which releases them.
static bool is_cursor(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_known(t) ? type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t))) : TYPE_UNKNOWN;
    ObjId named = type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
    const ModelPackage *p = obj_ok(named) && ctx->ir->models ? model_package(ctx->ir->models, object_path(ctx->types, named)) : NULL;
    for (uint32_t k = 0; p && k < p->entries.len; k++)
        if (p->entries.data[k].recv.v == object_at(ctx->types, named)->name.v &&
            effect_find(&p->entries.data[k], EFFECT_EXHAUSTS, ctx->go_minor))
            return true;
    return false;
}

// What says that a result of the call, whichever function runs, must be released.
static const Effect *must_release(const RuleContext *ctx, const IrFunc *func, IrValue at, uint32_t index)
{
    AbsSet set = flow_component(ctx->flow, func->id, at, index);
    const Effect *found = NULL;
    Act bound; // a method value of the library's
    if (set.len == 0 && flow_act(ctx->flow, (Site){func->id, at}, EFFECT_MUST_RELEASE, &bound) &&
        bound.effect->target.kind == REF_RESULT && bound.effect->target.index == index && !bound.effect->target.field.v)
        return bound.effect;
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        Site made = {a->func, a->site};
        Act act;
        bool itself = a->kind == ABS_RESULT && made.func.v == func->id.v && made.instr.v == at.v;
        if (itself && ir_instr(func, at)->call->interface && !flow_call_open(ctx->flow, made) && set.len > 1)
            continue; // whoever implements the interface is here
        if (a->kind != ABS_RESULT || !flow_act(ctx->flow, made, EFFECT_MUST_RELEASE, &act))
            return NULL;
        const Effect *e = act.effect;
        if (e->target.kind != REF_RESULT || e->target.index != a->index || e->target.field.v)
            return NULL;
        found = e;
    }
    return found;
}

// ---- The context of the query ----

static bool is_cancelled_here(const RuleContext *ctx, const IrFunc *func, const Abs *derived)
{
    SiteList cancels = flow_cancel_calls(ctx->flow);
    for (uint32_t k = 0; k < cancels.len; k++) {
        const IrInstr *i = rule_instr(ctx, cancels.items[k]);
        if (cancels.items[k].func.v != func->id.v || i->arg_count == 0)
            continue;
        AbsSet fun = flow_value(ctx->flow, func->id, i->args[0]);
        for (uint32_t n = 0; n < fun.len; n++) {
            const Abs *a = flow_abs(ctx->flow, fun.items[n]);
            if (a->kind == ABS_RESULT && a->func.v == derived->func.v && a->site.v == derived->site.v)
                return true;
        }
    }
    return false;
}

// Whether the rows end with a context that this function itself cancels.
static bool ends_with_context(const RuleContext *ctx, const IrFunc *func, const IrInstr *call)
{
    for (uint32_t k = 0; k < call->arg_count; k++) {
        if (!flow_is_context(ctx->flow, ir_instr(func, call->args[k])->type))
            continue;
        AbsSet set = flow_value(ctx->flow, func->id, call->args[k]);
        for (uint32_t n = 0; n < set.len; n++)
            if (is_cancelled_here(ctx, func, flow_abs(ctx->flow, set.items[n])))
                return true;
    }
    return false;
}

// ---- Reports ----

// Adds the deferred close behind the check of the error; only where nothing else closes them.
static void add_fix(RuleContext *ctx, Finding *f, const Held *h)
{
    const Ast *ast = rule_ast(ctx, h->func);
    Span call = ir_instr(h->func, h->call)->span;
    const char *wanted = arena_printf(ctx->scratch, "%s != nil", h->error.v ? rule_var_name(ctx, h->error) : "");
    bool loop = h->func->blocks.data[ir_instr(h->func, h->call)->block].loop != 0;
    for (NodeId n = {1}; h->error.v && n.v < ast_node_count(ast); n.v++) {
        if (node_kind(ast, n) != NODE_BLOCK_STMT)
            continue;
        NodeList list = ast_block(ast, n).stmts;
        for (uint32_t k = 0; k + 1 < list.len; k++) {
            Span span = node_span(ast, list.items[k]);
            if (span.start > call.start || span.end != call.end || node_kind(ast, list.items[k]) != NODE_ASSIGN_STMT ||
                node_kind(ast, list.items[k + 1]) != NODE_IF_STMT)
                continue;
            IfView v = ast_if(ast, list.items[k + 1]);
            NodeList body = ast_block(ast, v.body).stmts;
            bool leaves = body.len && node_kind(ast, body.items[body.len - 1]) == NODE_RETURN_STMT;
            if (!leaves || node_ok(v.els) || node_ok(v.init) || !str_is(ast_text(ast, v.cond), wanted))
                return;
            uint32_t end = node_span(ast, list.items[k + 1]).end;
            Fix *fix = finding_fix(ctx, f, loop ? FIX_SKETCH : FIX_SAFE, "close them when the function returns");
            fix_edit(ctx, fix, h->func, (Span){end, end}, "\n%sdefer %s.%.*s()", rule_indent(ctx, h->func, span.start),
                     rule_var_name(ctx, h->var), STR_ARG(name_str(package_names(ctx->types), h->ends->until.data[0])));
            return;
        }
    }
}

static void report_lost(RuleContext *ctx, const Held *h, IrValue end)
{
    const IrInstr *call = ir_instr(h->func, h->call);
    Finding *f = finding_at(ctx, held_level(ctx, h->func), (Site){h->func->id, h->call},
                            "%s, from %s, is not closed on every path: it keeps a connection of the pool", rule_var_name(ctx, h->var),
                            rule_callee_name(ctx, h->func, call));
    finding_also(ctx, f, FAIL_HANG);
    bool returns = ir_instr(h->func, end)->op == IR_RETURN;
    finding_related(ctx, f, (Site){h->func->id, end}, returns ? "returns here without closing" : "replaced here without closing", NULL);
    add_fix(ctx, f, h);
}

static void check_result(RuleContext *ctx, const IrFunc *func, IrValue at, uint32_t index, const Effect *e)
{
    Held h = {.ctx = ctx, .func = func, .call = at, .ends = e};
    SiteList parts = flow_uses(ctx->flow, func->id, at);
    IrValue value = {0}, ignored;
    for (uint32_t k = 0; k < parts.len; k++) {
        const IrInstr *part = rule_instr(ctx, parts.items[k]);
        if (part->op != IR_EXTRACT)
            return; // the whole tuple is handed on
        if (part->index == index)
            value = parts.items[k].instr;
        else
            h.error = held_variable(ctx, func, parts.items[k].instr, &ignored);
    }
    if (ends_with_context(ctx, func, ir_instr(func, at)))
        return;
    if (!ir_ok(value) || flow_uses(ctx->flow, func->id, value).len == 0) {
        Finding *f = finding_at(ctx, held_level(ctx, func), (Site){func->id, at}, "the rows of %s are discarded, and their connection never comes back to the pool",
                                rule_callee_name(ctx, func, ir_instr(func, at)));
        finding_also(ctx, f, FAIL_HANG);
        finding_note(ctx, f, "use Exec for statements that give no rows");
        return;
    }
    h.var = held_variable(ctx, func, value, &h.from);
    if (!h.var.v || ir_var(ctx->ir, h.var)->result >= 0)
        return;
    IrValue end = held_lost(&h);
    if (ir_ok(end))
        report_lost(ctx, &h, end);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op != IR_CALL || type_kind(ctx->types, i->type) != T_TUPLE)
        return;
    for (uint32_t k = 0; k < type_tuple_len(ctx->types, i->type); k++) {
        if (!is_cursor(ctx, type_tuple_at(ctx->types, i->type, k)))
            continue;
        const Effect *e = must_release(ctx, func, at, k);
        if (e)
            check_result(ctx, func, at, k, e);
    }
}

void rule_unclosed_rows(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

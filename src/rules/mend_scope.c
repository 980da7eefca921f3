// mend_scope.c - who still has a value when the function that made it returns.
#include "rules/mend.h"

enum { MAX_DERIVED = 6 };

static FixSafety worse(FixSafety a, FixSafety b)
{
    return a > b ? a : b;
}

static FixSafety at_return(const RuleContext *ctx, const IrFunc *func, IrValue value, unsigned depth);

static FixSafety stored_in(const RuleContext *ctx, const IrFunc *func, const IrInstr *store, unsigned depth)
{
    const IrInstr *address = ir_instr(func, store->args[0]);
    if (address->op != IR_ADDR_VAR)
        return FIX_SKETCH;
    const IrVar *var = ir_var(ctx->ir, address->var);
    if (var->owner.v != func->id.v || var->result >= 0 || var->addressed)
        return FIX_SKETCH;
    FixSafety worst = var->captured ? FIX_UNSAFE : FIX_SAFE;
    SiteList loads = flow_var_loads(ctx->flow, address->var);
    for (uint32_t k = 0; k < loads.len; k++)
        worst = worse(worst, at_return(ctx, rule_func(ctx, loads.items[k].func), loads.items[k].instr, depth + 1));
    return worst;
}

// What is made from a value by a call may hold it: a context that is derived, a group, a request.
static bool can_hold(const RuleContext *ctx, TypeId type)
{
    if (type_kind(ctx->types, type) == T_TUPLE) {
        for (uint32_t k = 0; k < type_tuple_len(ctx->types, type); k++)
            if (can_hold(ctx, type_tuple_at(ctx->types, type, k)))
                return true;
        return false;
    }
    if (flow_carries_context(ctx->flow, type))
        return true;
    switch (type_kind(ctx->types, type_shape(ctx->types, type))) {
    case T_POINTER:
    case T_CHAN:
    case T_SIGNATURE:
        return true;
    default:
        return false; // errors and plain data do not keep their context
    }
}

static FixSafety at_use(const RuleContext *ctx, Site use, unsigned depth)
{
    const IrFunc *func = rule_func(ctx, use.func);
    const IrInstr *i = rule_instr(ctx, use);
    switch (i->op) {
    case IR_RETURN:
    case IR_SEND:
    case IR_MAP_UPDATE:
        return FIX_SKETCH;
    case IR_GO:
        return FIX_UNSAFE;
    case IR_STORE:
        return stored_in(ctx, func, i, depth);
    case IR_CALL:
        return can_hold(ctx, i->type) ? at_return(ctx, func, use.instr, depth + 1) : FIX_SAFE;
    case IR_EXTRACT:
        return can_hold(ctx, i->type) ? at_return(ctx, func, use.instr, depth + 1) : FIX_SAFE;
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
    case IR_METHOD_VALUE:
        return at_return(ctx, func, use.instr, depth + 1);
    case IR_UNKNOWN:
        return FIX_UNSAFE;
    default:
        return FIX_SAFE;
    }
}

static FixSafety at_return(const RuleContext *ctx, const IrFunc *func, IrValue value, unsigned depth)
{
    if (depth > MAX_DERIVED)
        return FIX_UNSAFE;
    FixSafety worst = FIX_SAFE;
    SiteList uses = flow_uses(ctx->flow, func->id, value);
    for (uint32_t k = 0; k < uses.len; k++)
        worst = worse(worst, at_use(ctx, uses.items[k], depth));
    return worst;
}

FixSafety mend_at_return(const RuleContext *ctx, const IrFunc *func, IrValue value)
{
    return at_return(ctx, func, value, 0);
}

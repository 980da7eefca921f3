// failed_call.c - branches that are only taken where a call gave an error.
#include "rules/failed_call.h"
#include "rules/func_sites.h"

static bool is_nil(const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    return i->op == IR_CONST && !i->constant;
}

// Whether the value is the error as the call itself gave it, or may be.
static bool is_its_error(const CalledBefore *r, IrValue v)
{
    Reaching reach;
    const IrInstr *i = ir_instr(r->func, v);
    if (v.v == r->call.v)
        return true; // compared at once
    if (i->op != IR_LOAD || !r->error.v ||
        flow_loaded_var(r->ctx->flow, r->func->id, v).v != r->error.v ||
        !func_reaching(r->ctx, r->func, v, r->error, &reach))
        return false;
    if (reach.count != 1)
        return true; // of this call or of another that stands beside it
    const IrInstr *store = ir_instr(r->func, reach.first);
    if (store->op == IR_STORE && store->args[1].v == r->call.v)
        return true; // its only result
    const IrInstr *part = store->op == IR_STORE ? ir_instr(r->func, store->args[1]) : NULL;
    return part && part->op == IR_EXTRACT && part->args[0].v == r->call.v;
}

// Whether a branch is only taken where the call failed: its error is not nil, is a certain other
// one, or is what a function asked for (errors.Is).
static bool means_failure(const CalledBefore *r, const IrInstr *cond, bool taken)
{
    if (cond->op == IR_CALL)
        for (uint32_t k = 0; k < cond->arg_count; k++)
            if (is_its_error(r, cond->args[k]))
                return taken;
    if (cond->op != IR_BINARY || (cond->token != TOK_EQL && cond->token != TOK_NEQ))
        return false;
    bool equal = (cond->token == TOK_EQL) == taken;
    for (uint32_t side = 0; side < 2; side++)
        if (is_its_error(r, cond->args[side]))
            return is_nil(r->func, cond->args[1 - side]) != equal;
    return false;
}

bool call_failed_on(const CalledBefore *r, uint32_t block, uint32_t succ)
{
    const IrInstr *end = ir_terminator(r->func, block);
    return end->op == IR_IF && means_failure(r, ir_instr(r->func, end->args[0]), succ == 0);
}

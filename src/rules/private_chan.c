// private_chan.c - whether a channel that is kept in a field is operated on by one owner's run only.
//
// Points-to tells which functions operate on a channel, not who calls them. A method that takes the
// channel from its receiver may be called by whoever holds the struct, at any time: then the
// operations that one function makes are not all that there are.
#include "rules/game.h"

// Whether the function runs only as part of a run of the owner.
static bool runs_for_owner(const Tally *t, FuncId func, Bitset *seen)
{
    if (func.v == t->root->func->id.v || bitset_has(seen, func.v))
        return true;
    bitset_add(seen, func.v);
    if (flow_has_unseen_callers(t->ctx->flow, func))
        return false;
    CallEdges callers = flow_callers(t->ctx->flow, func);
    for (uint32_t k = 0; k < callers.len; k++) {
        FuncId caller = callers.items[k].site.func;
        bool here = bitset_has(&t->own, caller.v) || bitset_has(&t->spawned, caller.v);
        if (!here || !runs_for_owner(t, caller, seen))
            return false;
    }
    return true;
}

bool game_from_place(const Tally *t, const IrFunc *func, IrValue chan)
{
    const IrInstr *i = ir_instr(func, chan);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    if (i->op != IR_LOAD)
        return i->op == IR_FIELD || i->op == IR_INDEX;
    const IrInstr *from = ir_instr(func, i->args[0]);
    return from->op != IR_ADDR_VAR || ir_var(t->ctx->ir, from->var)->owner.v == 0;
}

static bool operates_from_place(const Tally *t, Site site)
{
    const IrFunc *func = rule_func(t->ctx, site.func);
    const IrInstr *i = ir_instr(func, site.instr);
    bool call = i->op == IR_DEFER || i->op == IR_GO;
    if (i->op != IR_SELECT)
        return i->arg_count && game_from_place(t, func, i->args[call ? i->arg_count - 1 : 0]);
    for (uint32_t k = 0; k < i->case_count; k++)
        if (!i->cases[k].is_default && game_from_place(t, func, i->cases[k].chan) &&
            flow_set_has(flow_value(t->ctx->flow, site.func, i->cases[k].chan), t->chan))
            return true;
    return false;
}

bool game_is_private(const Tally *t)
{
    Bitset seen = {0};
    for (int op = CHAN_OP_SEND; op < CHAN_OP_COUNT; op++) {
        SiteList sites = flow_chan_ops_anywhere(t->ctx->flow, t->chan, (ChanOp)op);
        for (uint32_t k = 0; k < sites.len; k++) {
            if (!operates_from_place(t, sites.items[k]))
                continue;
            if (!seen.size)
                seen = bitset_new(t->ctx->scratch, t->ctx->ir->funcs.len);
            if (!runs_for_owner(t, sites.items[k].func, &seen))
                return false;
        }
    }
    return true;
}

// lock_twins.c - the same lock of two values of a type, one under the other.
//
// True at run time where one goroutine calls the function with two values while another one calls it
// with the same two the other way round. A function that compares the two first has an order of its own.
#include "rules/lock_twins.h"
#include "rules/at_once.h"

// Of how many callers the values are compared.
enum { CALLERS_MAX = 64 };

// The parameter of the outermost function that the lock is reached from; none otherwise.
static VarId given(const RuleContext *ctx, const LockEdge *e, const LockTake *t)
{
    const Identity *id = &t->id;
    while (id->kind == ID_FIELD)
        id = id->base;
    bool param = id->kind == ID_VAR && id->frame == e->root && !id->index && ir_var(ctx->ir, id->var)->param >= 0;
    return param ? id->var : (VarId){0};
}

static bool same_fields(const Identity *a, const Identity *b)
{
    for (; a->kind == ID_FIELD && b->kind == ID_FIELD; a = a->base, b = b->base)
        if (!name_eq(a->field, b->field))
            return false;
    return a->kind != ID_FIELD && b->kind != ID_FIELD;
}

// Whether the value is read from the parameter, or is it.
static bool comes_from(RuleContext *ctx, const Frame *root, IrValue v, VarId param)
{
    Identity id = identity_of(ctx, root, v);
    const Identity *at = &id;
    while (at->kind == ID_FIELD)
        at = at->base;
    if (at->kind == ID_VAR)
        return at->var.v == param.v;
    const IrInstr *i = at->kind == ID_MADE && at->frame == root ? ir_instr(root->func, at->instr) : NULL;
    for (uint32_t k = 0; i && i->op != IR_ALLOC && k < i->arg_count; k++) // a method's result, an address as a number
        if (i->args[k].v != v.v && comes_from(ctx, root, i->args[k], param))
            return true;
    return false;
}

// Whether the instruction looks at both values: a comparison that is not of equality, or a function
// that is given both and tells.
static bool compares(RuleContext *ctx, const LockEdge *e, IrValue at, const LockTwin *t)
{
    const IrInstr *i = ir_instr(e->root->func, at);
    bool order = i->op == IR_BINARY && (i->token == TOK_LSS || i->token == TOK_GTR || i->token == TOK_LEQ || i->token == TOK_GEQ);
    if (!order && (i->op != IR_CALL || at.v == e->out.v || at.v == e->from.v || !type_known(i->type)))
        return false;
    bool first = false, second = false;
    for (uint32_t k = 0; k < i->arg_count; k++) {
        first |= comes_from(ctx, e->root, i->args[k], t->first);
        second |= comes_from(ctx, e->root, i->args[k], t->second);
    }
    return first && second;
}

static bool is_ordered(RuleContext *ctx, const LockTwin *t)
{
    const IrFunc *func = t->edge->root->func;
    uint32_t block = ir_instr(func, t->edge->from)->block;
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        uint32_t here = ir_instr(func, at)->block;
        if ((here == block ? at.v < t->edge->from.v : ir_reaches(func, here, block)) && compares(ctx, t->edge, at, t))
            return true;
    }
    return false;
}

// What a call gives for the two parameters.
typedef struct Given {
    Identity first, second;
} Given;

static bool given_at(RuleContext *ctx, const LockTwin *t, CallEdge call, Given *out)
{
    const IrInstr *i = rule_instr(ctx, call.site);
    uint32_t first = (uint32_t)ir_var(ctx->ir, t->first)->param, second = (uint32_t)ir_var(ctx->ir, t->second)->param;
    if (!i->call || i->call->dynamic || call.mode == CALL_LATER || first >= i->arg_count || second >= i->arg_count)
        return false;
    const Frame *frame = frame_root(ctx, rule_func(ctx, call.site.func));
    *out = (Given){identity_of(ctx, frame, i->args[first]), identity_of(ctx, frame, i->args[second])};
    return out->first.kind != ID_NONE && out->second.kind != ID_NONE;
}

// Whether two calls are seen that give the same two values, either way round.
static bool given_either_way(RuleContext *ctx, const LockTwin *t)
{
    CallEdges callers = flow_callers(ctx->flow, t->edge->root->func->id);
    VEC(Given) seen = {0};
    for (uint32_t k = 0; k < callers.len && k < CALLERS_MAX; k++) {
        Given now;
        if (!given_at(ctx, t, callers.items[k], &now))
            continue;
        VEC_EACH (const Given, before, &seen)
            if (identity_same(&before->first, &now.second) && identity_same(&before->second, &now.first))
                return true;
        vec_push(ctx->scratch, &seen, now);
    }
    return false;
}

bool lock_twin(RuleContext *ctx, const LockEdges *edges, const LockEdge *e, LockTwin *out)
{
    *out = (LockTwin){.edge = e, .first = given(ctx, e, &e->held), .second = given(ctx, e, &e->wanted)};
    if (!out->first.v || !out->second.v || out->first.v == out->second.v || !lock_takes_meet(&e->held, &e->wanted) ||
        !same_fields(&e->held.id, &e->wanted.id) ||
        (locks_at(edges->locks, e->held.acquisition)->read && locks_at(edges->locks, e->wanted.acquisition)->read) ||
        is_ordered(ctx, out))
        return false;
    Site here = {e->root->func->id, e->from};
    AtOnce itself = at_once(ctx, here, here);
    out->both_ways = itself == AT_ONCE_SEEN && given_either_way(ctx, out);
    return itself != AT_ONCE_NO;
}

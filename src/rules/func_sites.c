// func_sites.c - what is looked for again and again in one function, found once.
#include "rules/func_sites.h"

static void add_field_store(RuleContext *ctx, FuncSites *s, Name field, uint32_t store)
{
    uint64_t *known = map_get(&s->field_stores, field.v);
    InstrList *list = known ? (InstrList *)(uintptr_t)*known : arena_new(ctx->package, InstrList);
    vec_push(ctx->package, list, store);
    vec_push(ctx->package, &s->field_stores_all, store);
    if (!known)
        map_put(ctx->package, &s->field_stores, field.v, (uint64_t)(uintptr_t)list);
}

static FuncSites *find_sites(RuleContext *ctx, const IrFunc *func)
{
    FuncSites *s = arena_new(ctx->package, FuncSites);
    for (uint32_t k = 1; k < func->instrs.len; k++) {
        const IrInstr *i = &func->instrs.data[k];
        if (i->op == IR_RETURN)
            vec_push(ctx->package, &s->returns, k);
        else if (i->op == IR_GO)
            vec_push(ctx->package, &s->spawns, k);
        else if (i->op == IR_LOAD && ir_instr(func, i->args[0])->op == IR_ADDR_VAR)
            vec_push(ctx->package, &s->var_loads, k);
        else if (i->op == IR_STORE && ir_instr(func, i->args[0])->op == IR_ADDR_FIELD)
            add_field_store(ctx, s, ir_instr(func, i->args[0])->field_name, k);
    }
    return s;
}

FuncSites *func_sites(RuleContext *ctx, const IrFunc *func)
{
    if (!ctx->func_sites)
        ctx->func_sites = arena_array(ctx->package, FuncSites *, ctx->ir->funcs.len);
    FuncSites **at = &ctx->func_sites[func->id.v];
    if (!*at)
        *at = find_sites(ctx, func);
    return *at;
}

InstrList func_field_stores(RuleContext *ctx, const IrFunc *func, Name field)
{
    uint64_t *known = map_get(&func_sites(ctx, func)->field_stores, field.v);
    return known ? *(InstrList *)(uintptr_t)*known : (InstrList){0};
}

// ---- Assignments that reach ----

static void note_store(Reaching *r, uint32_t store)
{
    if (!r->count || store < r->first.v)
        r->first = (IrValue){store};
    r->count++;
}

// Looks for the last assignment before position `end` of a block. A new instance of the variable
// holds its zero value, which nobody stops: it counts for nothing.
static bool scan_back(const IrFunc *func, uint32_t block, uint32_t end, VarId var, Reaching *r)
{
    const IrBlock *b = &func->blocks.data[block];
    for (uint32_t k = end; k-- > 0;) {
        const IrInstr *i = &func->instrs.data[b->instrs.data[k]];
        if (i->op == IR_DECLARE && i->var.v == var.v)
            return true;
        if (i->op == IR_STORE && ir_instr(func, i->args[0])->op == IR_ADDR_VAR &&
            ir_instr(func, i->args[0])->var.v == var.v) {
            note_store(r, b->instrs.data[k]);
            return true;
        }
    }
    return false;
}

static uint32_t position_of(const IrBlock *b, IrValue v)
{
    for (uint32_t k = 0; k < b->instrs.len; k++)
        if (b->instrs.data[k] == v.v)
            return k;
    return b->instrs.len;
}

// The assignments of the variable that can reach an instruction of the same function.
static Reaching reaching(const IrFunc *func, IrValue at, VarId var)
{
    Reaching r = {0};
    uint32_t start = ir_instr(func, at)->block;
    if (scan_back(func, start, position_of(&func->blocks.data[start], at), var, &r))
        return r;
    uint32_t n = func->blocks.len, top = 0;
    Arena scratch = {0};
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    Bitset seen = bitset_new(&scratch, n);
    r.entry = start == 0;
    stack[top++] = start;
    while (top) {
        const IrBlock *b = &func->blocks.data[stack[--top]];
        VEC_EACH(uint32_t, p, &b->preds)
        {
            if (bitset_has(&seen, *p))
                continue;
            bitset_add(&seen, *p);
            if (scan_back(func, *p, func->blocks.data[*p].instrs.len, var, &r))
                continue;
            r.entry |= *p == 0;
            stack[top++] = *p;
        }
    }
    arena_free(&scratch);
    return r;
}

bool func_reaching(RuleContext *ctx, const IrFunc *func, IrValue at, VarId var, Reaching *out)
{
    FuncSites *s = func_sites(ctx, func);
    uint64_t *known = map_get(&s->reaching, at.v);
    if (known) {
        *out = *(Reaching *)(uintptr_t)*known;
        return true;
    }
    const IrBlock *block = &func->blocks.data[ir_instr(func, at)->block];
    if (!flow_may_search(ctx->flow, 1 + block->instrs.len / 16))
        return false;
    Reaching *found = arena_new(ctx->package, Reaching);
    *found = reaching(func, at, var);
    map_put(ctx->package, &s->reaching, at.v, (uint64_t)(uintptr_t)found);
    *out = *found;
    return true;
}

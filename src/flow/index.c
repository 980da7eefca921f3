// index.c - where values are used, variables read and written, channels operated on.
#include "flow/internal.h"

typedef VEC(Site) SiteVec;

static void count_uses(const IrFunc *func, uint32_t *count)
{
    for (uint32_t i = 1; i < func->instrs.len; i++) {
        const IrInstr *in = &func->instrs.data[i];
        for (uint32_t k = 0; k < in->arg_count; k++)
            count[in->args[k].v]++;
        for (uint32_t k = 0; k < in->case_count; k++) {
            count[in->cases[k].chan.v]++;
            count[in->cases[k].value.v]++;
        }
    }
}

static void put_use(UseTable *t, uint32_t *fill, const IrFunc *func, IrValue used, uint32_t by)
{
    if (ir_ok(used))
        t->sites[t->start[used.v] + fill[used.v]++] = (Site){func->id, {by}};
}

static void build_uses(Arena *a, const IrFunc *func, UseTable *t)
{
    uint32_t n = func->instrs.len;
    uint32_t *fill = arena_array(a, uint32_t, n + 1);
    t->start = arena_array(a, uint32_t, n + 2);
    count_uses(func, fill);
    for (uint32_t i = 0; i < n; i++)
        t->start[i + 1] = t->start[i] + fill[i];
    t->sites = arena_array(a, Site, t->start[n]);
    memset(fill, 0, sizeof *fill * n);
    for (uint32_t i = 1; i < n; i++) {
        const IrInstr *in = &func->instrs.data[i];
        for (uint32_t k = 0; k < in->arg_count; k++)
            put_use(t, fill, func, in->args[k], i);
        for (uint32_t k = 0; k < in->case_count; k++) {
            put_use(t, fill, func, in->cases[k].chan, i);
            put_use(t, fill, func, in->cases[k].value, i);
        }
    }
}

static void index_vars(Flow *f)
{
    uint32_t vars = f->ir->vars.len;
    SiteVec *loads = arena_array(&f->arena, SiteVec, vars);
    SiteVec *stores = arena_array(&f->arena, SiteVec, vars);
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        for (uint32_t i = 1; i < func->instrs.len; i++) {
            const IrInstr *in = &func->instrs.data[i];
            if ((in->op != IR_LOAD && in->op != IR_STORE) ||
                ir_instr(func, in->args[0])->op != IR_ADDR_VAR)
                continue;
            SiteVec *to = in->op == IR_LOAD ? loads : stores;
            vec_push(&f->arena, &to[ir_instr(func, in->args[0])->var.v], (Site){func->id, {i}});
        }
    }
    f->var_loads = arena_array(&f->arena, SiteList, vars);
    f->var_stores = arena_array(&f->arena, SiteList, vars);
    for (uint32_t v = 0; v < vars; v++) {
        f->var_loads[v] = (SiteList){loads[v].data, loads[v].len};
        f->var_stores[v] = (SiteList){stores[v].data, stores[v].len};
    }
}

// What stands in a function that nothing is seen to run stops and feeds nobody, unless all of it
// (the object is made there, too) is in such functions.
static bool counts(const Flow *f, FuncId func, AbsId a)
{
    FuncId made = flow_abs(f, a)->func;
    return flow_is_reachable(f, func) || !made.v || !flow_is_reachable(f, made);
}

static void add_op(Flow *f, Site site, IrValue chan, ChanOp op)
{
    AbsSet objects = flow_value(f, site.func, chan);
    for (uint32_t k = 0; k < objects.len; k++) {
        uint64_t known = map_or(&f->chan_ops, objects.items[k].v, 0);
        ChanOps *ops = (ChanOps *)(uintptr_t)known;
        if (!ops) {
            ops = arena_new(&f->arena, ChanOps);
            map_put(&f->arena, &f->chan_ops, objects.items[k].v, (uintptr_t)ops);
        }
        if (counts(f, site.func, objects.items[k]))
            vec_push(&f->arena, &ops->ops[op], site);
        vec_push(&f->arena, &ops->anywhere[op], site);
    }
}

static bool is_chan(const Flow *f, const IrFunc *func, IrValue v)
{
    return type_kind(f->types, type_underlying(f->types, ir_instr(func, v)->type)) == T_CHAN;
}

static void index_chan_ops(Flow *f, const IrFunc *func, uint32_t i)
{
    const IrInstr *in = &func->instrs.data[i];
    Site site = {func->id, {i}};
    if (in->op == IR_SEND)
        add_op(f, site, in->args[0], CHAN_OP_SEND);
    else if (in->op == IR_RECV || (in->op == IR_RANGE_NEXT && is_chan(f, func, in->args[0])))
        add_op(f, site, in->args[0], CHAN_OP_RECV);
    else if (in->op == IR_CLOSE)
        add_op(f, site, in->args[0], CHAN_OP_CLOSE);
    else if ((in->op == IR_DEFER || in->op == IR_GO) && in->call->builtin == BUILTIN_CLOSE &&
             in->arg_count)
        add_op(f, site, in->args[in->arg_count - 1], CHAN_OP_CLOSE);
    for (uint32_t k = 0; in->op == IR_SELECT && k < in->case_count; k++)
        if (!in->cases[k].is_default)
            add_op(f, site, in->cases[k].chan, in->cases[k].is_send ? CHAN_OP_SEND : CHAN_OP_RECV);
}

static FieldOps *field_ops(Flow *f, AbsId field)
{
    FieldOps *ops = (FieldOps *)(uintptr_t)map_or(&f->field_ops, field.v, 0);
    if (!ops) {
        ops = arena_new(&f->arena, FieldOps);
        map_put(&f->arena, &f->field_ops, field.v, (uintptr_t)ops);
    }
    return ops;
}

static void index_field(Flow *f, const IrFunc *func, uint32_t i)
{
    const IrInstr *in = &func->instrs.data[i];
    Site site = {func->id, {i}};
    if (in->op == IR_FIELD) {
        AbsId place = abs_of_field(f, ir_instr(func, in->args[0])->type, in->field_name);
        vec_push(&f->arena, &field_ops(f, place)->loads, site);
        return;
    }
    if ((in->op != IR_LOAD && in->op != IR_STORE) || ir_instr(func, in->args[0])->op != IR_ADDR_FIELD)
        return;
    AbsId place = flow_place(f, func->id, in->args[0]);
    if (!place.v)
        return;
    FieldOps *ops = field_ops(f, place);
    if (in->op == IR_LOAD)
        vec_push(&f->arena, &ops->loads, site);
    else
        vec_push(&f->arena, &ops->stores, site);
}

// A channel that is given to the library to feed (signal.Notify) gets values there.
static void index_feeds(Flow *f, const IrFunc *func, uint32_t i)
{
    Site site = {func->id, {i}};
    Act feeds;
    if (is_call_op(func->instrs.data[i].op) && flow_act(f, site, EFFECT_FEEDS, &feeds) && ir_ok(feeds.arg) &&
        feeds.func.v == func->id.v)
        add_op(f, site, feeds.arg, CHAN_OP_SEND);
}

// Which function objects somebody calls: decides whether a cancel function can ever run.
// Calls that may run a cancel function, themselves or by handing it to a library that runs it.
static void index_cancels(Flow *f, const IrFunc *func, uint32_t i)
{
    const IrInstr *in = &func->instrs.data[i];
    Act runs;
    AbsSet fun = {0};
    if (!is_call_op(in->op))
        return;
    if (in->call->dynamic)
        fun = flow_value(f, func->id, in->args[0]);
    else if (flow_act(f, (Site){func->id, {i}}, EFFECT_RUNS, &runs) && ir_ok(runs.arg))
        fun = flow_value(f, runs.func, runs.arg);
    for (uint32_t k = 0; k < fun.len; k++)
        if (flow_is_cancel(f, fun.items[k])) {
            vec_push(&f->arena, &f->cancel_calls, (Site){func->id, {i}});
            return;
        }
}

SiteList flow_cancel_calls(const Flow *f)
{
    return (SiteList){f->cancel_calls.data, f->cancel_calls.len};
}

static void index_called(Flow *f, const IrFunc *func, const IrInstr *in)
{
    if (!is_call_op(in->op) || !in->call->dynamic)
        return;
    AbsSet fun = flow_value(f, func->id, in->args[0]);
    for (uint32_t k = 0; k < fun.len; k++)
        if (counts(f, func->id, fun.items[k]))
            bitset_add(&f->called, fun.items[k].v);
}

void index_build(Flow *f)
{
    f->called = bitset_new(&f->arena, f->abs.len);
    f->uses = arena_array(&f->arena, UseTable, f->ir->funcs.len);
    f->uses_arena = arena_new(&f->arena, Arena);
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        for (uint32_t i = 1; i < func->instrs.len; i++)
            index_field(f, func, i);
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
            index_chan_ops(f, func, at.v);
            index_feeds(f, func, at.v);
            index_cancels(f, func, at.v);
            index_called(f, func, ir_instr(func, at));
        }
    }
    // A callback that a model runs (AfterFunc(d, cancel), t.Cleanup(cancel)) is called too.
    for (uint32_t k = 0; k < f->nodes.len; k++) {
        const PtsNode *n = f->nodes.data[k];
        for (uint32_t u = 0; n && u < n->uses.len; u++)
            if (f->complex.data[n->uses.data[u]].kind == COMPLEX_CALL)
                VEC_EACH(uint32_t, a, &n->pts)
                    bitset_add(&f->called, *a);
    }
    index_vars(f);
}

SiteList flow_uses(const Flow *f, FuncId func, IrValue v)
{
    UseTable *t = &f->uses[func.v];
    if (!t->sites)
        build_uses(f->uses_arena, func_at(f, func), t);
    return (SiteList){t->sites + t->start[v.v], t->start[v.v + 1] - t->start[v.v]};
}

SiteList flow_var_loads(const Flow *f, VarId v)
{
    return f->var_loads[v.v];
}

SiteList flow_var_stores(const Flow *f, VarId v)
{
    return f->var_stores[v.v];
}

AbsSet flow_var(const Flow *f, VarId v)
{
    AbsId place = abs_find(f, (Abs){.kind = ABS_VAR, .var = v});
    return place.v ? flow_content(f, place) : (AbsSet){0};
}

VarId flow_loaded_var(const Flow *f, FuncId func, IrValue v)
{
    const IrFunc *fn = func_at(f, func);
    const IrInstr *i = ir_instr(fn, v);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(fn, i->args[0]);
    if (i->op != IR_LOAD || ir_instr(fn, i->args[0])->op != IR_ADDR_VAR)
        return (VarId){0};
    return ir_instr(fn, i->args[0])->var;
}

AbsId flow_place(const Flow *f, FuncId func, IrValue address)
{
    const IrInstr *i = ir_instr(func_at(f, func), address);
    AbsSet set = flow_value(f, func, address);
    bool direct = i->op == IR_ADDR_VAR || i->op == IR_ADDR_FIELD;
    return direct && set.len == 1 ? set.items[0] : (AbsId){0};
}

SiteList flow_chan_ops(const Flow *f, AbsId chan, ChanOp op)
{
    const ChanOps *ops = (const ChanOps *)(uintptr_t)map_or(&f->chan_ops, chan.v, 0);
    return ops ? (SiteList){ops->ops[op].data, ops->ops[op].len} : (SiteList){0};
}

SiteList flow_chan_ops_anywhere(const Flow *f, AbsId chan, ChanOp op)
{
    const ChanOps *ops = (const ChanOps *)(uintptr_t)map_or(&f->chan_ops, chan.v, 0);
    return ops ? (SiteList){ops->anywhere[op].data, ops->anywhere[op].len} : (SiteList){0};
}

SiteList flow_field_loads(const Flow *f, AbsId field)
{
    const FieldOps *ops = (const FieldOps *)(uintptr_t)map_or(&f->field_ops, field.v, 0);
    return ops ? (SiteList){ops->loads.data, ops->loads.len} : (SiteList){0};
}

SiteList flow_field_stores(const Flow *f, AbsId field)
{
    const FieldOps *ops = (const FieldOps *)(uintptr_t)map_or(&f->field_ops, field.v, 0);
    return ops ? (SiteList){ops->stores.data, ops->stores.len} : (SiteList){0};
}

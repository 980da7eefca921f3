// acts.c - what a call does by a model, also where it calls a function value: `sleep := time.Sleep`,
// `unlock := mu.Unlock`; and which argument becomes which parameter.
#include "flow/internal.h"

const ModelEntry *flow_object_model(const Flow *f, ObjId obj)
{
    if (!obj_ok(obj) || !f->ir->models)
        return NULL;
    return model_entry(f->ir->models, object_path(f->types, obj), object_receiver(f->types, obj),
                       object_at(f->types, obj)->name);
}

static IrValue target_of_value(const IrInstr *call, const Effect *e)
{
    uint32_t index = e->target.index + 1; // after the function value
    return e->target.kind == REF_PARAM && index < call->arg_count ? call->args[index] : (IrValue){0};
}

// The act of one function object that a call may call.
static bool act_of_object(const Flow *f, Site site, AbsId callee, EffectKind kind, Act *out)
{
    const Abs *a = flow_abs(f, callee);
    if (a->kind != ABS_EXTERN && a->kind != ABS_BOUND)
        return false;
    const Effect *e = effect_find(flow_object_model(f, a->obj), kind, f->options.go_minor);
    if (!e)
        return false;
    *out = (Act){.effect = e, .func = site.func, .arg = target_of_value(site_instr(f, site), e)};
    if (a->kind == ABS_BOUND) {
        out->recv_func = a->func;
        out->recv = site_instr(f, (Site){a->func, a->site})->args[0];
        if (e->target.kind == REF_RECV) {
            out->func = out->recv_func;
            out->arg = out->recv;
        }
    }
    return true;
}

static void add_effects(Flow *f, const ModelEntry *e)
{
    for (uint32_t k = 0; e && k < e->effects.len; k++)
        bitset_add(&f->effects, e->effects.data[k].kind);
}

void acts_index(Flow *f)
{
    f->effects = bitset_new(&f->arena, EFFECT_KIND_COUNT);
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at))
            if (is_call_op(ir_instr(func, at)->op))
                add_effects(f, ir_instr(func, at)->call->model);
    }
    for (uint32_t k = 1; k < f->abs.len; k++)
        if (f->abs.data[k].kind == ABS_EXTERN || f->abs.data[k].kind == ABS_BOUND)
            add_effects(f, flow_object_model(f, f->abs.data[k].obj));
}

bool flow_act(const Flow *f, Site site, EffectKind kind, Act *out)
{
    *out = (Act){0};
    if (f->effects.size && !bitset_has(&f->effects, kind))
        return false;
    const IrInstr *i = site_instr(f, site);
    if (!is_call_op(i->op))
        return false;
    if (!i->call->dynamic) {
        const Effect *e = flow_effect(f, i, kind);
        if (!e)
            return false;
        *out = (Act){.effect = e, .func = site.func, .arg = flow_effect_arg(f, i, e)};
        if (i->call->has_recv && i->arg_count) {
            out->recv_func = site.func;
            out->recv = i->args[0];
        }
        return true;
    }
    AbsSet fun = i->arg_count ? flow_value(f, site.func, i->args[0]) : (AbsSet){0};
    for (uint32_t k = 0; k < fun.len; k++)
        if (act_of_object(f, site, fun.items[k], kind, out))
            return true;
    return false;
}

bool flow_counts_down(const Flow *f, Site site, Act *out)
{
    if (flow_act(f, site, EFFECT_WG_DONE, out))
        return true;
    int64_t delta;
    if (!flow_act(f, site, EFFECT_WG_ADD, out) || !ir_ok(out->arg))
        return false;
    const Constant *c = ir_instr(func_at(f, out->func), out->arg)->constant;
    return c && constant_int64(c, &delta) && delta < 0;
}

// Whether a function value that the call calls is a method of this callee bound to its receiver.
static bool calls_bound(const Flow *f, Site site, const IrFunc *callee)
{
    AbsSet fun = flow_value(f, site.func, site_instr(f, site)->args[0]);
    for (uint32_t k = 0; k < fun.len; k++)
        if (flow_abs(f, fun.items[k])->kind == ABS_BOUND && callee->has_recv)
            return true;
    return false;
}

int32_t flow_param_of_arg(const Flow *f, Site site, FuncId callee, uint32_t arg)
{
    const IrInstr *i = site_instr(f, site);
    const IrFunc *target = func_at(f, callee);
    uint32_t param = arg;
    if (i->call->dynamic) {
        if (arg == 0 || arg >= i->arg_count)
            return -1;
        param = arg - 1 + (calls_bound(f, site, target) ? 1 : 0);
    } else if (i->call->model && i->call->literal.v == 0 && !ir_func_of(f->ir, i->call->callee) &&
               !i->call->interface) {
        return -1; // a callback that a model runs: its arguments are the library's
    }
    if (target->params.len == 0)
        return -1;
    uint32_t last = target->params.len - 1;
    if (param > last && type_variadic(f->types, target->signature))
        param = last;
    return param <= last ? (int32_t)param : -1;
}

// What writing to a value does outside the process: what a model says of the variable that it is
// (os.Stdout), else of its type's Write.
static uint32_t effects_of_writing(const Flow *f, FuncId func, IrValue to)
{
    const IrFunc *fn = func_at(f, func);
    while (ir_instr(fn, to)->op == IR_CONVERT)
        to = ir_instr(fn, to)->args[0];
    VarId var = flow_loaded_var(f, func, to);
    const ModelEntry *entry = var.v ? flow_object_model(f, ir_var(f->ir, var)->obj) : NULL;
    const Effect *e = effect_find(entry, EFFECT_AFFECTS, f->options.go_minor);
    if (e)
        return e->modes;
    TypeId t = type_unalias(f->types, type_deref(f->types, type_unalias(f->types, ir_instr(fn, to)->type)));
    ObjId named = type_kind(f->types, t) == T_NAMED ? type_named_object(f->types, t) : OBJ_NONE;
    if (!obj_ok(named) || !f->ir->models)
        return 0;
    entry = model_entry(f->ir->models, object_path(f->types, named), object_at(f->types, named)->name,
                        name_ofs(package_names(f->types), "Write"));
    e = effect_find(entry, EFFECT_AFFECTS, f->options.go_minor);
    return e ? e->modes : 0;
}

uint32_t flow_affects(const Flow *f, Site site)
{
    Act act;
    uint32_t modes = 0;
    if (flow_act(f, site, EFFECT_AFFECTS, &act))
        modes |= act.effect->modes;
    if (flow_act(f, site, EFFECT_WRITES, &act) && ir_ok(act.arg))
        modes |= effects_of_writing(f, act.func, act.arg);
    return modes;
}

// nil_context.c - a call that is given nil for its context.
//
// A nil interface has no methods. True at run time where the function that gets it asks its context
// for anything, or derives another one from it: that is a nil dereference, or the panic that the
// context package raises for it. A function that compares its parameter with nil first is prepared
// for it.
#include "rules/func_sites.h"
#include "rules/mend.h"
#include "rules/origin.h"

enum { MAX_HANDED_ON = 4 };

// What a function does with a context parameter.
typedef enum Care { CARE_NONE, CARE_USES, CARE_ASKS_NIL } Care;

// ---- Nil ----

static bool is_nil_constant(const IrInstr *i)
{
    return i->op == IR_CONST && !i->constant;
}

// Whether a value is nil whatever path led here.
static bool is_nil(RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT && i->arg_count)
        i = ir_instr(func, v = i->args[0]);
    if (is_nil_constant(i))
        return true;
    VarId var = flow_loaded_var(ctx->flow, func->id, v);
    if (!var.v)
        return false;
    const IrVar *info = ir_var(ctx->ir, var);
    if (info->owner.v != func->id.v || info->param >= 0 || info->captured || info->addressed)
        return false;
    SiteList stores = flow_var_stores(ctx->flow, var);
    for (uint32_t k = 0; k < stores.len; k++) {
        const IrInstr *store = rule_instr(ctx, stores.items[k]);
        if (store->op != IR_STORE || !is_nil_constant(ir_instr(func, store->args[1])))
            return false;
    }
    return true;
}

// ---- What the callee makes of it ----

// The type of the parameter that receives args[arg].
static TypeId parameter_type(const RuleContext *ctx, const IrFunc *func, const IrInstr *i,
                             uint32_t arg)
{
    const IrCall *c = i->call;
    TypeId sig = c->dynamic          ? ir_instr(func, i->args[0])->type
                 : obj_ok(c->callee) ? object_at(ctx->types, c->callee)->type
                                     : TYPE_UNKNOWN;
    sig = type_shape(ctx->types, sig);
    if (type_kind(ctx->types, sig) != T_SIGNATURE || (arg == 0 && (c->dynamic || c->has_recv)))
        return TYPE_UNKNOWN;
    uint32_t param = arg - (c->dynamic || c->has_recv ? 1 : 0);
    TypeId params = type_params(ctx->types, sig);
    uint32_t count = type_tuple_len(ctx->types, params);
    if (type_variadic(ctx->types, sig) && param + 1 >= count)
        return c->spread ? TYPE_UNKNOWN
                         : type_elem(ctx->types, type_tuple_at(ctx->types, params, count - 1));
    return param < count ? type_tuple_at(ctx->types, params, param) : TYPE_UNKNOWN;
}

static Care care_of(RuleContext *ctx, FuncId callee, uint32_t param, unsigned depth);

static Care care_of_use(RuleContext *ctx, Site load, Site use, unsigned depth)
{
    const IrFunc *func = rule_func(ctx, use.func);
    const IrInstr *i = rule_instr(ctx, use);
    if (i->op == IR_BINARY && (is_nil_constant(ir_instr(func, i->args[0])) ||
                               is_nil_constant(ir_instr(func, i->args[1]))))
        return CARE_ASKS_NIL;
    if (i->op != IR_CALL && i->op != IR_DEFER && i->op != IR_GO)
        return i->op == IR_STORE ? CARE_NONE : CARE_USES;
    CallEdges callees = flow_callees(ctx->flow, use);
    Care care = CARE_USES;
    for (uint32_t k = 0; k < callees.len; k++)
        for (uint32_t arg = 0; arg < i->arg_count; arg++) {
            int32_t param = i->args[arg].v == load.instr.v
                                ? flow_param_of_arg(ctx->flow, use, callees.items[k].callee, arg)
                                : -1;
            Care inner = param >= 0
                             ? care_of(ctx, callees.items[k].callee, (uint32_t)param, depth + 1)
                             : CARE_USES;
            if (inner == CARE_ASKS_NIL)
                return inner;
            care = callees.len == 1 && param >= 0 ? inner : care;
        }
    return care;
}

static Care care_of(RuleContext *ctx, FuncId callee, uint32_t param, unsigned depth)
{
    const IrFunc *func = rule_func(ctx, callee);
    if (depth > MAX_HANDED_ON || param >= func->params.len || !func->has_body)
        return CARE_USES;
    Care care = CARE_NONE;
    SiteList loads = flow_var_loads(ctx->flow, func->params.data[param]);
    for (uint32_t k = 0; k < loads.len; k++) {
        SiteList uses = flow_uses(ctx->flow, loads.items[k].func, loads.items[k].instr);
        for (uint32_t u = 0; u < uses.len; u++) {
            Care c = care_of_use(ctx, loads.items[k], uses.items[u], depth);
            care = c > care ? c : care;
        }
    }
    return care;
}

// ---- Reports ----

typedef struct Judgement {
    bool silent;
    Level level;
    const char *note; // what could not be seen, or NULL
} Judgement;

// What a model says that the function does with the argument.
static bool modelled(const RuleContext *ctx, const IrInstr *i, uint32_t arg)
{
    static const EffectKind kinds[] = {EFFECT_DERIVES,  EFFECT_WAITS,  EFFECT_CARRIES,
                                       EFFECT_DETACHES, EFFECT_DRAINS, EFFECT_MAKES_GROUP,
                                       EFFECT_AFTER};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const Effect *e = i->call->dynamic ? NULL : flow_effect(ctx->flow, i, kinds[k]);
        if (e && flow_effect_arg(ctx->flow, i, e).v == i->args[arg].v)
            return true;
    }
    return false;
}

static Judgement judge(RuleContext *ctx, Site site, const IrInstr *i, uint32_t arg)
{
    if (modelled(ctx, i, arg))
        return (Judgement){.level = LEVEL_WARNING};
    CallEdges callees = flow_callees(ctx->flow, site);
    bool seen = callees.len > 0 && !flow_call_open(ctx->flow, site), uses = seen;
    for (uint32_t k = 0; k < callees.len; k++) {
        int32_t param = flow_param_of_arg(ctx->flow, site, callees.items[k].callee, arg);
        Care care =
            param >= 0 ? care_of(ctx, callees.items[k].callee, (uint32_t)param, 0) : CARE_ASKS_NIL;
        if (care == CARE_ASKS_NIL)
            return (Judgement){.silent = true};
        uses = uses && care == CARE_USES;
    }
    if (uses)
        return (Judgement){.level = LEVEL_WARNING};
    return (Judgement){.level = LEVEL_ADVICE,
                       .note = seen ? "the function does not ask it for anything today"
                                    : "what the function does with it is not seen"};
}

// The context at hand, or one that says that none is; that would be severed-context where it is not seen
// what the function does with it.
static void add_fix(RuleContext *ctx, Finding *f, const IrFunc *func, IrValue arg, bool seen)
{
    const IrInstr *nil = ir_instr(func, arg);
    while (nil->op == IR_CONVERT && nil->arg_count)
        nil = ir_instr(func, nil->args[0]);
    const char *held = mend_context(ctx, func, held_context(ctx, func), nil->span.start);
    const char *package = mend_package(ctx, func, "context");
    if (!is_nil_constant(nil) || nil->span.end <= nil->span.start || (!held && !(package && seen)))
        return;
    const char *text = held ? held : arena_printf(ctx->arena, "%s.TODO()", package);
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "pass %s on", text);
    if (!held)
        mend_import(ctx, fix, func, "context");
    fix_edit(ctx, fix, func, nil->span, "%s", text);
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if ((i->op != IR_CALL && i->op != IR_GO && i->op != IR_DEFER) ||
        i->call->builtin != BUILTIN_NONE)
        return;
    for (uint32_t arg = 0; arg < i->arg_count; arg++) {
        if (!flow_is_context(ctx->flow, parameter_type(ctx, func, i, arg)) ||
            !is_nil(ctx, func, i->args[arg]))
            continue;
        Site site = {func->id, at};
        Judgement j = judge(ctx, site, i, arg);
        if (j.silent)
            continue;
        const IrInstr *value = ir_instr(func, i->args[arg]);
        Span span = value->span.end > value->span.start ? value->span : i->span;
        Finding *f = finding_on(ctx, j.level, func, span,
                                "%s is given nil for its context, which has no methods to call",
                                rule_callee_name(ctx, func, i));
        if (j.note)
            finding_note(ctx, f, "%s", j.note);
        finding_note(ctx, f, "where no context is at hand yet, context.TODO() says so");
        add_fix(ctx, f, func, i->args[arg], !j.note);
    }
}

void rule_nil_context(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

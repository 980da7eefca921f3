// lower_call.c - calls, go and defer (spec: Calls, Go statements, Defer statements).
#include "ir/lower.h"

// ---- Arguments ----

static TypeId param_type(const Fn *fn, TypeId signature, uint32_t i, bool spread)
{
    const Package *p = fn->b->types;
    if (fn_kind(fn, signature) != T_SIGNATURE)
        return TYPE_UNKNOWN;
    TypeId params = type_params(p, signature);
    uint32_t count = type_tuple_len(p, params);
    bool variadic = type_variadic(p, signature);
    if (variadic && count && i >= count - 1) {
        TypeId last = type_tuple_at(p, params, count - 1);
        return spread ? last : fn_elem(fn, last);
    }
    return i < count ? type_tuple_at(p, params, i) : TYPE_UNKNOWN;
}

// f(g()) with a g of several results passes them one by one.
static bool push_tuple(Fn *fn, NodeId arg, IrValue v, TypeId signature, ValueList *out)
{
    TypeId type = value_type(fn, v);
    if (!fn_is_tuple(fn, type))
        return false;
    uint32_t count = type_tuple_len(fn->b->types, type);
    for (uint32_t i = 0; i < count; i++) {
        IrValue part = emit_extract(fn, arg, v, i);
        part = convert_to(fn, arg, part, param_type(fn, signature, i, false));
        vec_push(fn->scratch, &out->items, part);
    }
    return count > 0;
}

void lower_args(Fn *fn, NodeList args, TypeId signature, bool spread, ValueList *out)
{
    for (uint32_t i = 0; i < args.len; i++) {
        IrValue v = lower_expr(fn, args.items[i]);
        if (args.len == 1 && push_tuple(fn, args.items[i], v, signature, out))
            return;
        v = convert_to(fn, args.items[i], v, param_type(fn, signature, i, spread));
        vec_push(fn->scratch, &out->items, v);
    }
}

// ---- Callee ----

static const ModelEntry *model_of(Fn *fn, Str path, Name recv, Name name)
{
    return fn->b->p->models ? model_entry(fn->b->p->models, path, recv, name) : NULL;
}

// A method may be declared on a type that is embedded in the one that the model speaks of.
static const ModelEntry *model_by_type(Fn *fn, TypeId t, Name name)
{
    const Package *p = fn->b->types;
    ObjId obj = type_known(t) ? type_named_object(p, type_deref(p, type_unalias(p, t))) : OBJ_NONE;
    if (!obj_ok(obj))
        return NULL;
    return model_of(fn, object_path(p, obj), object_at(p, obj)->name, name);
}

const ModelEntry *call_model(Fn *fn, ObjId callee, const Selection *sel)
{
    const Package *p = fn->b->types;
    Name name = object_at(p, callee)->name;
    const ModelEntry *e = model_of(fn, object_path(p, callee), object_receiver(p, callee), name);
    if (e || !sel || (sel->kind != SEL_METHOD && sel->kind != SEL_METHOD_EXPR))
        return e;
    for (uint32_t i = sel->path_len; !e && i-- > 0;)
        e = model_by_type(fn, object_at(p, sel->path[i])->type, name);
    return e ? e : model_by_type(fn, sel->recv, name);
}

static NodeId callee_node(const Fn *fn, NodeId fun)
{
    for (;;) {
        fun = fn_unparen(fn, fun);
        NodeKind kind = node_ok(fun) ? node_kind(fn->ast, fun) : NODE_NONE;
        if (kind != NODE_INDEX_EXPR && kind != NODE_INDEX_LIST_EXPR)
            return fun;
        fun = ast_index(fn->ast, fun).x;
    }
}

static void static_callee(Fn *fn, NodeId fun, ObjId callee, IrCall *call, ValueList *args)
{
    call->callee = callee;
    NodeId n = callee_node(fn, fun);
    const Selection *sel = NULL;
    if (node_ok(n) && node_kind(fn->ast, n) == NODE_SELECTOR_EXPR)
        sel = node_selection(fn->b->types, fn->file, n);
    if (sel && sel->kind == SEL_METHOD) {
        IrValue recv = lower_receiver(fn, n, sel, &call->interface);
        vec_push(fn->scratch, &args->items, recv);
        call->has_recv = true;
    } else if (sel && sel->kind == SEL_METHOD_EXPR) {
        call->has_recv = true;
        call->interface = fn_is_interface(fn, sel->recv);
    }
    call->model = call_model(fn, callee, sel);
}

// Fills in who is called and with what.
static void prepare_call(Fn *fn, NodeId n, IrCall *call, ValueList *args)
{
    CallView view = ast_call(fn->ast, n);
    NodeId fun = fn_unparen(fn, view.fun);
    ObjId callee = node_callee(fn->b->types, fn->file, n);
    call->spread = view.ellipsis.v != 0;
    if (obj_ok(callee)) {
        static_callee(fn, fun, callee, call, args);
    } else if (node_ok(fun) && node_kind(fn->ast, fun) == NODE_FUNC_LIT) {
        call->literal = build_literal(fn, fun);
    } else {
        call->dynamic = true;
        vec_push(fn->scratch, &args->items, lower_expr(fn, fun));
    }
    TypeId signature = fn_type(fn, fun);
    if (!type_known(signature) && obj_ok(callee))
        signature = object_at(fn->b->types, callee)->type;
    lower_args(fn, view.args, signature, call->spread, args);
}

// ---- Emission ----

static const EffectKind blocking_effects[] = {
    EFFECT_WAITS,   EFFECT_SLEEPS,    EFFECT_BLOCKS, EFFECT_SERVES, EFFECT_DRAINS,
    EFFECT_WG_WAIT, EFFECT_COND_WAIT, EFFECT_LOCK,   EFFECT_RLOCK,
};

static bool model_blocks(const Fn *fn, const ModelEntry *model)
{
    if (!model)
        return false;
    for (size_t i = 0; i < sizeof blocking_effects / sizeof *blocking_effects; i++)
        if (effect_find(model, blocking_effects[i], fn->go_minor))
            return true;
    return false;
}

IrValue emit_call(Fn *fn, IrInstr in, const IrCall *call, const ValueList *args)
{
    IrCall *copy = arena_new(fn->b->arena, IrCall);
    *copy = *call;
    in.call = copy;
    in.may_block = in.op == IR_CALL && model_blocks(fn, call->model);
    IrValue v = emit_args(fn, in, args->items.data, args->items.len);
    const Effect *exits = in.op == IR_CALL && call->model
                              ? effect_find(call->model, EFFECT_EXITS, fn->go_minor)
                              : NULL;
    if (exits) {
        IrInstr end = {.op = IR_EXIT,
                       .node = in.node,
                       .span = in.span,
                       .exit_mode = exits->modes & (MODE_PROCESS | MODE_GOROUTINE | MODE_PANIC)};
        end_block(fn, end);
    }
    return v;
}

static IrValue lower_conversion(Fn *fn, NodeId n, NodeList args)
{
    if (args.len != 1) {
        ValueList parts = {0};
        lower_args(fn, args, TYPE_UNKNOWN, false, &parts);
        IrInstr in = instr_typed(fn, IR_UNKNOWN, n, fn_type(fn, n));
        return emit_args(fn, in, parts.items.data, parts.items.len);
    }
    IrValue x = lower_expr(fn, args.items[0]);
    return emit1(fn, instr_typed(fn, IR_CONVERT, n, fn_type(fn, n)), x);
}

IrValue lower_call(Fn *fn, NodeId n)
{
    CallView view = ast_call(fn->ast, n);
    BuiltinKind builtin = builtin_of(fn, view.fun);
    if (builtin != BUILTIN_NONE)
        return lower_builtin(fn, n, builtin);
    if (node_is_type(fn->b->types, fn->file, view.fun))
        return lower_conversion(fn, n, view.args);
    IrCall call = {0};
    ValueList args = {0};
    prepare_call(fn, n, &call, &args);
    return emit_call(fn, instr_typed(fn, IR_CALL, n, fn_type(fn, n)), &call, &args);
}

static bool calls_recover(const Build *b, FuncId id)
{
    const IrFunc *f = ir_func(b->p, id);
    for (uint32_t i = 1; i < f->instrs.len; i++)
        if (f->instrs.data[i].op == IR_RECOVER)
            return true;
    return false;
}

void lower_go_defer(Fn *fn, NodeId n)
{
    bool is_go = node_kind(fn->ast, n) == NODE_GO_STMT;
    NodeId x = fn_unparen(fn, ast_operand(fn->ast, n));
    IrCall call = {0};
    ValueList args = {0};
    bool is_call = node_ok(x) && node_kind(fn->ast, x) == NODE_CALL_EXPR;
    NodeId fun = is_call ? ast_call(fn->ast, x).fun : (NodeId){0};
    if (is_call)
        call.builtin = builtin_of(fn, fun);
    if (call.builtin != BUILTIN_NONE) {
        lower_builtin_args(fn, x, call.builtin, &args);
    } else if (is_call && !node_is_type(fn->b->types, fn->file, fun)) {
        prepare_call(fn, x, &call, &args);
    } else {
        // Broken: a conversion or no call at all.
        call.dynamic = true;
        vec_push(fn->scratch, &args.items, lower_expr(fn, x));
    }
    emit_call(fn, instr_for(fn, is_go ? IR_GO : IR_DEFER, n), &call, &args);
    if (!is_go && call.literal.v && calls_recover(fn->b, call.literal))
        fn->root->f->has_recover = true;
}

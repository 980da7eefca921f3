// lower_builtin.c - calls of predeclared functions (spec: Built-in functions) and of package
// unsafe.
#include "ir/lower.h"

BuiltinKind builtin_of(const Fn *fn, NodeId fun)
{
    fun = fn_unparen(fn, fun);
    if (!node_ok(fun))
        return BUILTIN_NONE;
    NodeKind kind = node_kind(fn->ast, fun);
    if (kind == NODE_SELECTOR_EXPR)
        fun = ast_selector(fn->ast, fun).sel;
    else if (kind != NODE_IDENT)
        return BUILTIN_NONE;
    ObjId obj = node_ok(fun) ? node_object(fn->b->types, fn->file, fun) : OBJ_NONE;
    if (!obj_ok(obj) || object_at(fn->b->types, obj)->kind != OBJ_BUILTIN)
        return BUILTIN_NONE;
    return object_at(fn->b->types, obj)->builtin;
}

// All arguments that are values; append's are converted to the element type.
void lower_builtin_args(Fn *fn, NodeId n, BuiltinKind kind, ValueList *out)
{
    CallView view = ast_call(fn->ast, n);
    bool append = kind == BUILTIN_APPEND && view.ellipsis.v == 0;
    TypeId elem = append ? fn_elem(fn, fn_type(fn, n)) : TYPE_UNKNOWN;
    for (uint32_t i = 0; i < view.args.len; i++) {
        NodeId arg = view.args.items[i];
        if (node_is_type(fn->b->types, fn->file, arg))
            continue;
        IrValue v = lower_expr(fn, arg);
        if (append && i > 0)
            v = convert_to(fn, arg, v, elem);
        vec_push(fn->scratch, &out->items, v);
    }
}

static IrValue lower_make(Fn *fn, NodeId n)
{
    IrOp op = IR_UNKNOWN;
    switch (fn_kind(fn, fn_type(fn, n))) {
    case T_CHAN:
        op = IR_MAKE_CHAN;
        break;
    case T_SLICE:
        op = IR_MAKE_SLICE;
        break;
    case T_MAP:
        op = IR_MAKE_MAP;
        break;
    default:
        break;
    }
    ValueList args = {0};
    lower_builtin_args(fn, n, BUILTIN_MAKE, &args);
    IrInstr in = instr_typed(fn, op, n, fn_type(fn, n));
    return emit_args(fn, in, args.items.data, args.items.len);
}

// new(T), and from Go 1.26 new(value).
static IrValue lower_new(Fn *fn, NodeId n)
{
    NodeList args = ast_call(fn->ast, n).args;
    IrInstr in = instr_typed(fn, IR_ALLOC, n, fn_type(fn, n));
    in.place = fn_elem(fn, in.type);
    if (args.len == 0 || node_is_type(fn->b->types, fn->file, args.items[0]))
        return emit(fn, in);
    IrValue v = lower_expr(fn, args.items[0]);
    IrValue place = emit(fn, in);
    emit_store(fn, n, place, v);
    return place;
}

static IrValue lower_panic(Fn *fn, NodeId n)
{
    ValueList args = {0};
    lower_builtin_args(fn, n, BUILTIN_PANIC, &args);
    IrInstr in = instr_for(fn, IR_PANIC, n);
    IrValue v = args.items.len ? args.items.data[0] : emit_unknown(fn, n);
    v = emit1(fn, in, v);
    fn->cur = NO_BLOCK;
    return v;
}

IrValue lower_builtin(Fn *fn, NodeId n, BuiltinKind kind)
{
    switch (kind) {
    case BUILTIN_MAKE:
        return lower_make(fn, n);
    case BUILTIN_NEW:
        return lower_new(fn, n);
    case BUILTIN_PANIC:
        return lower_panic(fn, n);
    default:
        break;
    }
    ValueList args = {0};
    lower_builtin_args(fn, n, kind, &args);
    IrInstr in = instr_typed(fn, IR_BUILTIN, n, fn_type(fn, n));
    in.builtin = kind;
    if (kind == BUILTIN_RECOVER)
        in.op = IR_RECOVER;
    else if (kind == BUILTIN_CLOSE && args.items.len == 1)
        in.op = IR_CLOSE;
    return emit_args(fn, in, args.items.data, args.items.len);
}

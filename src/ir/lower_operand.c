// lower_operand.c - values and the places they are stored in: variables, fields, elements, *p.
#include "ir/lower.h"

// ---- Questions about types and nodes ----

TypeId fn_type(const Fn *fn, NodeId n)
{
    return node_ok(n) ? node_type(fn->b->types, fn->file, n) : TYPE_UNKNOWN;
}

TypeKind fn_kind(const Fn *fn, TypeId t)
{
    if (!type_known(t))
        return T_UNKNOWN;
    const Package *p = fn->b->types;
    return type_kind(p, type_shape(p, t));
}

TypeId fn_elem(const Fn *fn, TypeId t)
{
    return type_elem(fn->b->types, type_shape(fn->b->types, t));
}

TypeId fn_key(const Fn *fn, TypeId t)
{
    return type_key(fn->b->types, type_shape(fn->b->types, t));
}

static bool is_type_param(const Fn *fn, TypeId t)
{
    const Package *p = fn->b->types;
    return type_kind(p, type_unalias(p, t)) == T_TYPE_PARAM;
}

bool fn_is_pointer(const Fn *fn, TypeId t)
{
    return fn_kind(fn, t) == T_POINTER;
}

bool fn_is_interface(const Fn *fn, TypeId t)
{
    return fn_kind(fn, t) == T_INTERFACE && !is_type_param(fn, t);
}

bool fn_is_tuple(const Fn *fn, TypeId t)
{
    return type_known(t) && type_kind(fn->b->types, t) == T_TUPLE;
}

NodeId fn_unparen(const Fn *fn, NodeId n)
{
    while (node_ok(n) && node_kind(fn->ast, n) == NODE_PAREN_EXPR)
        n = ast_operand(fn->ast, n);
    return n;
}

bool fn_is_blank(const Fn *fn, NodeId n)
{
    return node_ok(n) && node_kind(fn->ast, n) == NODE_IDENT && str_is(ast_text(fn->ast, n), "_");
}

// Constants stand in a map; what cannot be one need not be looked up.
static bool may_be_constant(const Fn *fn, NodeId n)
{
    NodeId ident = n;
    switch (node_kind(fn->ast, n)) {
    case NODE_BASIC_LIT:
    case NODE_BINARY_EXPR:
    case NODE_UNARY_EXPR:
    case NODE_CALL_EXPR:
    case NODE_PAREN_EXPR:
        return true;
    case NODE_SELECTOR_EXPR:
        ident = ast_selector(fn->ast, n).sel;
        break;
    case NODE_IDENT:
        break;
    default:
        return false;
    }
    ObjId obj = node_object(fn->b->types, fn->file, ident);
    return !obj_ok(obj) || object_at(fn->b->types, obj)->kind == OBJ_CONST;
}

const Constant *fn_constant(const Fn *fn, NodeId n)
{
    return node_ok(n) && may_be_constant(fn, n) ? node_constant(fn->b->types, fn->file, n) : NULL;
}

// ---- Operands ----

static Operand value_operand(IrValue v, TypeId type)
{
    return (Operand){.v = v, .type = type};
}

IrValue operand_value(Fn *fn, NodeId n, Operand op)
{
    return op.is_addr ? emit_load(fn, n, op.v, op.type) : op.v;
}

void operand_mark_addressed(Fn *fn, Operand op)
{
    if (op.root.v)
        fn->b->p->vars.data[op.root.v].addressed = true;
}

// The address of an operand; a value that has none is put in a new variable.
IrValue operand_addr(Fn *fn, NodeId n, Operand op)
{
    if (op.is_addr)
        return op.v;
    IrValue place = emit(fn, instr_place(fn, IR_ALLOC, n, op.type));
    emit_store(fn, n, place, op.v);
    return place;
}

// What a pointer operand points to.
static Operand pointed_to(Fn *fn, NodeId n, Operand op)
{
    IrValue pointer = operand_value(fn, n, op);
    return (Operand){.v = pointer, .is_addr = true, .type = fn_elem(fn, op.type)};
}

// A field of an operand, through a pointer where it is one.
static Operand field_of(Fn *fn, NodeId n, Operand op, ObjId field, Name name, TypeId type)
{
    if (fn_is_pointer(fn, op.type))
        op = pointed_to(fn, n, op);
    IrInstr in =
        op.is_addr ? instr_place(fn, IR_ADDR_FIELD, n, type) : instr_typed(fn, IR_FIELD, n, type);
    in.field = field;
    in.field_name = name;
    return (Operand){
        .v = emit1(fn, in, op.v), .is_addr = op.is_addr, .type = type, .root = op.root};
}

// Through the embedded fields that a selector passes.
static Operand through_path(Fn *fn, NodeId n, Operand op, const Selection *sel)
{
    for (uint32_t i = 0; i < sel->path_len; i++) {
        const Object *o = object_at(fn->b->types, sel->path[i]);
        op = field_of(fn, n, op, sel->path[i], o->name, o->type);
    }
    return op;
}

static Operand object_operand(Fn *fn, NodeId n, ObjId obj)
{
    const Object *o = object_at(fn->b->types, obj);
    if (o->kind == OBJ_VAR || (o->kind == OBJ_INVALID && o->synthetic)) {
        VarId var = var_of(fn, obj);
        IrValue addr = var_addr(fn, n, var);
        return (Operand){.v = addr, .is_addr = true, .type = o->type, .root = var};
    }
    TypeId type = fn_type(fn, n);
    if (o->kind == OBJ_FUNC) {
        IrInstr in = instr_typed(fn, IR_FUNC_REF, n, type);
        in.callee = obj;
        return value_operand(emit(fn, in), type);
    }
    if (o->kind == OBJ_NIL)
        return value_operand(emit_constant(fn, n, NULL, type), type);
    return value_operand(emit_unknown(fn, n), type);
}

static Operand ident_operand(Fn *fn, NodeId n)
{
    ObjId obj = node_object(fn->b->types, fn->file, n);
    if (obj_ok(obj) && !fn_is_blank(fn, n))
        return object_operand(fn, n, obj);
    return value_operand(emit_unknown(fn, n), fn_type(fn, n));
}

// ---- Selectors (spec: Selectors, Method values, Method expressions) ----

// Whether x of an unresolved x.f is a value that is there to be evaluated.
static bool is_value(const Fn *fn, NodeId x)
{
    x = fn_unparen(fn, x);
    if (!node_ok(x) || node_is_type(fn->b->types, fn->file, x))
        return false;
    if (node_kind(fn->ast, x) != NODE_IDENT)
        return true;
    ObjId obj = node_object(fn->b->types, fn->file, x);
    return obj_ok(obj) && object_at(fn->b->types, obj)->kind != OBJ_PACKAGE;
}

// A selector that types does not know: the name is kept, in case it is all that anyone can say.
static Operand unresolved_selector(Fn *fn, NodeId n, SelectorView view)
{
    ObjId obj = node_ok(view.sel) ? node_object(fn->b->types, fn->file, view.sel) : OBJ_NONE;
    TypeId type = fn_type(fn, n);
    if (!is_value(fn, view.x)) {
        if (obj_ok(obj))
            return object_operand(fn, n, obj);
        return value_operand(emit_unknown(fn, n), type);
    }
    Operand x = lower_operand(fn, view.x);
    Name name = name_of(fn->b->names, ast_text(fn->ast, view.sel));
    return field_of(fn, n, x, OBJ_NONE, name, type);
}

IrValue lower_receiver(Fn *fn, NodeId n, const Selection *sel, bool *interface)
{
    const Package *p = fn->b->types;
    NodeId x = ast_selector(fn->ast, n).x;
    Operand op = through_path(fn, n, lower_operand(fn, x), sel);
    const Object *method = object_at(p, sel->obj);
    bool pointer = fn_is_pointer(fn, op.type);
    *interface = fn_is_interface(fn, op.type) || is_type_param(fn, op.type);
    // Of a method that no one declared it is not known what receiver it wants.
    if (*interface || !type_known(op.type) || !type_known(method->recv) || method->synthetic)
        return operand_value(fn, x, op);
    bool wants_pointer = fn_is_pointer(fn, method->recv);
    if (pointer && wants_pointer)
        return operand_value(fn, x, op);
    if (wants_pointer) {
        operand_mark_addressed(fn, op);
        return operand_addr(fn, x, op);
    }
    if (pointer)
        op = pointed_to(fn, x, op);
    return operand_value(fn, x, op);
}

static Operand selector_operand(Fn *fn, NodeId n)
{
    SelectorView view = ast_selector(fn->ast, n);
    const Selection *sel = node_selection(fn->b->types, fn->file, n);
    TypeId type = fn_type(fn, n);
    if (!sel || sel->kind == SEL_NONE || !obj_ok(sel->obj))
        return unresolved_selector(fn, n, view);
    if (sel->kind == SEL_QUALIFIED)
        return object_operand(fn, n, sel->obj);
    if (sel->kind == SEL_METHOD_EXPR) {
        IrInstr in = instr_typed(fn, IR_METHOD_EXPR, n, type);
        in.callee = sel->obj;
        return value_operand(emit(fn, in), type);
    }
    if (sel->kind == SEL_METHOD) {
        bool interface;
        IrValue recv = lower_receiver(fn, n, sel, &interface);
        IrInstr in = instr_typed(fn, IR_METHOD_VALUE, n, type);
        in.callee = sel->obj;
        return value_operand(emit1(fn, in, recv), type);
    }
    Operand op = through_path(fn, n, lower_operand(fn, view.x), sel);
    Name name = object_at(fn->b->types, sel->obj)->name;
    return field_of(fn, n, op, sel->obj, name, type);
}

// ---- Index expressions (spec: Index expressions, Instantiations) ----

static Operand element_place(Fn *fn, NodeId n, IrValue base, IrValue index, VarId root)
{
    TypeId type = fn_type(fn, n);
    IrInstr in = instr_place(fn, IR_ADDR_INDEX, n, type);
    return (Operand){.v = emit2(fn, in, base, index), .is_addr = true, .type = type, .root = root};
}

Operand lower_index(Fn *fn, NodeId n, bool comma_ok, bool place)
{
    IndexView view = ast_index(fn->ast, n);
    NodeId index = view.indices.len ? view.indices.items[0] : (NodeId){0};
    Operand x = lower_operand(fn, view.x);
    TypeKind kind = fn_kind(fn, x.type);
    if (kind == T_POINTER) {
        x = pointed_to(fn, view.x, x);
        kind = fn_kind(fn, x.type);
    }
    if (kind == T_ARRAY && x.is_addr) {
        IrValue i = lower_expr(fn, index);
        return element_place(fn, n, x.v, i, x.root);
    }
    IrValue base = operand_value(fn, view.x, x);
    IrValue i =
        kind == T_MAP ? lower_expr_as(fn, index, fn_key(fn, x.type)) : lower_expr(fn, index);
    if (kind == T_SLICE || (place && kind != T_MAP))
        return element_place(fn, n, base, i, (VarId){0});
    IrInstr in = instr_typed(fn, IR_INDEX, n, fn_type(fn, n));
    in.comma_ok = comma_ok;
    return value_operand(emit2(fn, in, base, i), in.type);
}

// Identifiers, selectors, elements and *p: what may be a place. False for everything else.
bool lower_place(Fn *fn, NodeId n, Operand *op)
{
    switch (node_kind(fn->ast, n)) {
    case NODE_IDENT:
        *op = ident_operand(fn, n);
        return true;
    case NODE_SELECTOR_EXPR:
        *op = selector_operand(fn, n);
        return true;
    case NODE_INDEX_EXPR:
        if (fn_kind(fn, fn_type(fn, ast_index(fn->ast, n).x)) == T_SIGNATURE)
            return false; // an instantiated function
        *op = lower_index(fn, n, false, false);
        return true;
    case NODE_STAR_EXPR: {
        IrValue pointer = lower_expr(fn, ast_operand(fn->ast, n));
        *op = (Operand){.v = pointer, .is_addr = true, .type = fn_type(fn, n)};
        return true;
    }
    default:
        return false;
    }
}

Operand lower_operand(Fn *fn, NodeId n)
{
    n = fn_unparen(fn, n);
    Operand op;
    if (!node_ok(n))
        return value_operand(emit_unknown(fn, n), TYPE_UNKNOWN);
    const Constant *c = fn_constant(fn, n);
    if (c)
        return value_operand(emit_constant(fn, n, c, fn_type(fn, n)), fn_type(fn, n));
    if (lower_ready(fn, n, &op))
        return op;
    lower_chain(fn, n);
    if (lower_place(fn, n, &op))
        return op;
    IrValue v = lower_rvalue(fn, n);
    if (!ir_gives_value(ir_instr(fn->f, v)->op))
        v = emit_unknown(fn, n); // panic or close where a value is wanted: broken
    return value_operand(v, value_type(fn, v));
}

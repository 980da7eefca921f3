// lower_assign.c - assignments and variable declarations (spec: Assignment statements, Short
// variable declarations, Variable declarations).
//
// An assignment has two phases: first the operands on the left and the values on the right are
// evaluated, then the stores happen from left to right. An LValue is what the first hands to the
// second.
#include "ir/lower.h"

typedef VEC(LValue) LValueList;

static bool declares(const Fn *fn, NodeId ident, ObjId obj)
{
    const Object *o = object_at(fn->b->types, obj);
    return o->kind == OBJ_VAR && o->home == 0 && o->file == fn->file && node_eq(o->ident, ident);
}

static LValue ident_lvalue(Fn *fn, NodeId n, bool define)
{
    LValue lv = {.node = n};
    ObjId obj = node_object(fn->b->types, fn->file, n);
    if (!obj_ok(obj))
        return lv;
    const Object *o = object_at(fn->b->types, obj);
    if (o->kind != OBJ_VAR && !o->synthetic)
        return lv;
    lv.kind = LV_VAR;
    lv.type = o->type;
    if (define && declares(fn, n, obj))
        lv.declares = obj;
    else
        lv.var = var_of(fn, obj);
    return lv;
}

LValue lvalue_of(Fn *fn, NodeId n, bool define)
{
    n = fn_unparen(fn, n);
    if (!node_ok(n) || fn_is_blank(fn, n))
        return (LValue){.node = n};
    NodeKind kind = node_kind(fn->ast, n);
    if (kind == NODE_IDENT)
        return ident_lvalue(fn, n, define);
    LValue lv = {.node = n, .type = fn_type(fn, n)};
    Operand op;
    if (kind == NODE_INDEX_EXPR) {
        IndexView view = ast_index(fn->ast, n);
        if (fn_kind(fn, fn_type(fn, view.x)) == T_MAP) {
            TypeId map = fn_type(fn, view.x);
            lv.kind = LV_MAP;
            lv.place = lower_expr(fn, view.x);
            lv.key = lower_expr_as(fn, view.indices.items[0], fn_key(fn, map));
            lv.type = fn_elem(fn, map);
            return lv;
        }
        op = lower_index(fn, n, false, true);
    } else {
        op = lower_operand(fn, n);
    }
    if (op.is_addr) {
        lv.kind = LV_PLACE;
        lv.place = op.v;
        if (type_known(op.type))
            lv.type = op.type;
    }
    return lv;
}

void lvalue_store(Fn *fn, NodeId n, const LValue *lv, IrValue v)
{
    v = convert_to(fn, lv->node, v, lv->type);
    switch (lv->kind) {
    case LV_NONE:
        return;
    case LV_VAR: {
        VarId var = obj_ok(lv->declares)
                        ? var_declare(fn, lv->declares, lv->node, lv->per_iteration)
                        : lv->var;
        emit_store(fn, n, var_addr(fn, lv->node, var), v);
        return;
    }
    case LV_PLACE:
        emit_store(fn, n, lv->place, v);
        return;
    case LV_MAP:
        emit_args(fn, instr_for(fn, IR_MAP_UPDATE, n), (IrValue[]){lv->place, lv->key, v}, 3);
        return;
    }
}

static IrValue lvalue_load(Fn *fn, const LValue *lv)
{
    switch (lv->kind) {
    case LV_VAR:
        return emit_load(fn, lv->node, var_addr(fn, lv->node, lv->var), lv->type);
    case LV_PLACE:
        return emit_load(fn, lv->node, lv->place, lv->type);
    case LV_MAP:
        return emit2(fn, instr_typed(fn, IR_INDEX, lv->node, lv->type), lv->place, lv->key);
    default:
        return emit_unknown(fn, lv->node);
    }
}

static bool may_be_tuple(const Fn *fn, IrValue v)
{
    const IrInstr *in = ir_instr(fn->f, v);
    return in->comma_ok || !type_known(in->type) || fn_is_tuple(fn, in->type);
}

// The values of the right side, as many as the left side has; a single one with several results is
// taken apart.
static void lower_values(Fn *fn, NodeList rhs, uint32_t wanted, const LValueList *lvs,
                         ValueList *out)
{
    if (rhs.len == 1 && wanted > 1) {
        IrValue tuple = lower_comma_ok(fn, rhs.items[0]);
        for (uint32_t i = 0; i < wanted; i++) {
            IrValue v = NO_VALUE;
            if (lvs->data[i].kind != LV_NONE)
                v = may_be_tuple(fn, tuple) ? emit_extract(fn, rhs.items[0], tuple, i)
                                            : emit_unknown(fn, lvs->data[i].node);
            vec_push(fn->scratch, &out->items, v);
        }
        return;
    }
    LIST_EACH (n, rhs)
        vec_push(fn->scratch, &out->items, lower_expr(fn, *n));
}

static void assign_all(Fn *fn, NodeId n, const LValueList *lvs, NodeList rhs)
{
    ValueList values = {0};
    lower_values(fn, rhs, lvs->len, lvs, &values);
    for (uint32_t i = 0; i < lvs->len; i++) {
        const LValue *lv = &lvs->data[i];
        if (lv->kind == LV_NONE)
            continue;
        IrValue v = i < values.items.len ? values.items.data[i] : emit_unknown(fn, lv->node);
        lvalue_store(fn, n, lv, v);
    }
}

static void store_result(Fn *fn, NodeId n, const LValue *lv, TokenKind op, IrValue y)
{
    IrValue old = lvalue_load(fn, lv);
    IrInstr in = instr_typed(fn, IR_BINARY, n, lv->type);
    in.token = op;
    lvalue_store(fn, n, lv, emit2(fn, in, old, y));
}

// x op= y: x is evaluated once, then y, then x is read and stored.
static void lower_op_assign(Fn *fn, NodeId n, AssignView view)
{
    if (view.lhs.len == 0 || view.rhs.len == 0)
        return;
    LValue lv = lvalue_of(fn, view.lhs.items[0], false);
    IrValue y = lower_expr(fn, view.rhs.items[0]);
    // Both rows of the token table stand in the same order.
    TokenKind op = (TokenKind)(TOK_ADD + (view.op - TOK_ADD_ASSIGN));
    store_result(fn, n, &lv, op, y);
}

void lower_assign(Fn *fn, NodeId n)
{
    AssignView view = ast_assign(fn->ast, n);
    if (view.op != TOK_ASSIGN && view.op != TOK_DEFINE) {
        lower_op_assign(fn, n, view);
        return;
    }
    LValueList lvs = {0};
    LIST_EACH (x, view.lhs)
        vec_push(fn->scratch, &lvs, lvalue_of(fn, *x, view.op == TOK_DEFINE));
    assign_all(fn, n, &lvs, view.rhs);
}

void lower_inc_dec(Fn *fn, NodeId n)
{
    IncDecView view = ast_inc_dec(fn->ast, n);
    LValue lv = lvalue_of(fn, view.x, false);
    store_result(fn, n, &lv, view.op == TOK_INC ? TOK_ADD : TOK_SUB, emit_int(fn, 1));
}

// var a, b T = x, y; at package level the variables are there from the start.
void lower_var_spec(Fn *fn, NodeId spec)
{
    ValueSpecView view = ast_value_spec(fn->ast, spec);
    bool local = fn->f->kind != FUNC_INIT;
    LValueList lvs = {0};
    LIST_EACH (name, view.names)
        vec_push(fn->scratch, &lvs,
                 fn_is_blank(fn, *name) ? (LValue){.node = *name} : ident_lvalue(fn, *name, local));
    if (view.values.len) {
        assign_all(fn, spec, &lvs, view.values);
        return;
    }
    VEC_EACH (LValue, lv, &lvs)
        if (obj_ok(lv->declares))
            var_declare(fn, lv->declares, lv->node, false);
}

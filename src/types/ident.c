// ident.c - identifiers and selectors as operands (spec: Identifiers, Qualified identifiers,
// Selectors, Method expressions, Method values).
#include "types/check.h"

void check_invalid(Operand *x)
{
    x->mode = EXPR_VALUE;
    x->type = TYPE_UNKNOWN;
    x->value = NULL;
}

// What an object is as an operand.
static void operand_of(Checker *c, Operand *x, ObjId o)
{
    TypeId t = object_type(c->p, o);
    Object *obj = object_mut(c->p, o);
    obj->used = true;
    x->type = t;
    switch (obj->kind) {
    case OBJ_CONST:
        x->mode = EXPR_CONSTANT;
        x->value = obj->value;
        break;
    case OBJ_TYPE:
        x->mode = EXPR_TYPE;
        if (type_kind(c->p, t) == T_ALIAS)
            named_complete(c->p, t);
        break;
    case OBJ_VAR:
        x->mode = EXPR_VARIABLE;
        break;
    case OBJ_FUNC:
    case OBJ_NIL:
        x->mode = EXPR_VALUE;
        break;
    case OBJ_BUILTIN:
        x->mode = EXPR_BUILTIN;
        x->builtin = obj->builtin;
        break;
    case OBJ_PACKAGE:
        x->mode = EXPR_PACKAGE;
        break;
    default:
        check_invalid(x);
    }
}

static bool is_universe(const Checker *c, ObjId o)
{
    return o.v < c->p->universe_objects;
}

void check_ident(Checker *c, Operand *x, NodeId n, bool want_type, bool called)
{
    x->expr = n;
    check_invalid(x);
    Name name = check_name(c, n);
    if (name_eq(name, c->p->blank))
        return;
    ObjId o = scope_lookup(c, name);
    if (!obj_ok(o))
        o = scope_undeclared(c, name, want_type, called);
    if (!obj_ok(o))
        return;
    record_object(c, n, o);
    // iota is the number of the constant specification, and an ordinary name elsewhere.
    if (is_universe(c, o) && object_mut(c->p, o)->kind == OBJ_CONST && c->frame->iota &&
        object_mut(c->p, o)->type.v == BASIC_UNTYPED_INT) {
        x->mode = EXPR_CONSTANT;
        x->type = TID(BASIC_UNTYPED_INT);
        x->value = c->frame->iota;
        return;
    }
    operand_of(c, x, o);
}

// The imported package that x names, or none.
static ObjId qualifier(Checker *c, NodeId x, bool want_type)
{
    if (node_kind(check_ast(c), x) != NODE_IDENT)
        return OBJ_NONE;
    Name name = check_name(c, x);
    ObjId o = scope_lookup(c, name);
    if (!obj_ok(o) && !name_eq(name, c->p->blank))
        o = scope_undeclared_package(c, name, want_type);
    if (!obj_ok(o) || object_mut(c->p, o)->kind != OBJ_PACKAGE)
        return OBJ_NONE;
    return o;
}

static void qualified(Checker *c, Operand *x, NodeId n, ObjId pkg, bool want_type, bool called)
{
    SelectorView v = ast_selector(check_ast(c), n);
    record_object(c, v.x, pkg);
    object_mut(c->p, pkg)->used = true;
    if (!node_ok(v.sel))
        return;
    PackageRef ref = object_mut(c->p, pkg)->imported;
    ObjId o = import_object(c->p, ref, check_name(c, v.sel), want_type, called);
    if (!obj_ok(o))
        return;
    operand_of(c, x, o);
    record_selection(c, n, (Selection){.kind = SEL_QUALIFIED, .obj = o});
}

// T.Method: a function whose first parameter is the receiver.
static TypeId method_expression(Checker *c, TypeId recv, TypeId method)
{
    Package *p = c->p;
    if (type_kind(p, method) != T_SIGNATURE)
        return TYPE_UNKNOWN;
    Signature sig = *type_at(p, method)->sig;
    const Type *params = type_at(p, sig.params);
    ObjId *vars = arena_array(&p->arena, ObjId, params->tuple.count + 1);
    // Parameters are named all or none.
    bool named = params->tuple.count && object_mut(p, params->tuple.vars[0])->name.v;
    Name first = sig.recv_name.v ? sig.recv_name : p->blank;
    vars[0] = table_var(p, named ? first : (Name){0}, recv, VAR_PARAM);
    for (uint32_t i = 0; i < params->tuple.count; i++)
        vars[i + 1] = params->tuple.vars[i];
    sig.params = table_tuple(p, vars, params->tuple.count + 1);
    sig.rparam_count = 0;
    return table_signature(p, sig);
}

static void select_member(Checker *c, Operand *x, NodeId n, Name name, bool called)
{
    Selection sel = lookup_member(c->p, x->type, name, called);
    bool addressable = x->mode == EXPR_VARIABLE || sel.indirect;
    bool is_type = x->mode == EXPR_TYPE;
    TypeId recv = x->type;
    check_invalid(x);
    if (sel.kind == SEL_NONE)
        return;
    TypeId t = object_type(c->p, sel.obj);
    object_mut(c->p, sel.obj)->used = true;
    if (is_type && sel.kind == SEL_METHOD) {
        sel.kind = SEL_METHOD_EXPR;
        t = method_expression(c, recv, t);
    } else if (is_type) {
        return;
    }
    record_selection(c, n, sel);
    x->mode = sel.kind == SEL_FIELD && addressable ? EXPR_VARIABLE : EXPR_VALUE;
    x->type = t;
}

void check_selector(Checker *c, Operand *x, NodeId n, bool want_type, bool called)
{
    SelectorView v = ast_selector(check_ast(c), n);
    x->expr = n;
    check_invalid(x);
    ObjId pkg = qualifier(c, v.x, want_type);
    if (obj_ok(pkg)) {
        qualified(c, x, n, pkg, want_type, called);
        x->expr = n;
        return;
    }
    if (want_type) {
        check_use(c, v.x);
        return;
    }
    check_expr_or_type(c, x, v.x);
    x->expr = n;
    if (!type_known(x->type) || !node_ok(v.sel) || x->mode == EXPR_BUILTIN) {
        check_invalid(x);
        return;
    }
    select_member(c, x, n, check_name(c, v.sel), called);
}

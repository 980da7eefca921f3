// switch.c - switch, type switch, select and range statements (spec: Switch statements, Select
// statements, For statements with range clause).
#include "types/check.h"

static NodeList clauses(const Ast *ast, NodeId body)
{
    return node_ok(body) ? ast_block(ast, body).stmts : (NodeList){0};
}

void check_switch(Checker *c, NodeId n)
{
    const Ast *ast = check_ast(c);
    SwitchView v = ast_switch(ast, n);
    uint32_t mark = scope_open(c);
    if (node_ok(v.init))
        check_stmt(c, v.init);
    // Without a tag the cases are compared with true.
    Operand tag = {.mode = EXPR_CONSTANT,
                   .type = TID(BASIC_BOOL),
                   .value = constant_of_bool(&c->p->arena, true)};
    if (node_ok(v.tag)) {
        check_expr(c, &tag, v.tag);
        check_default(c, &tag);
    }
    LIST_EACH (clause, clauses(ast, v.body)) {
        ClauseView cv = ast_clause(ast, *clause);
        LIST_EACH (e, cv.exprs) {
            Operand x, against = tag;
            check_expr(c, &x, *e);
            against.expr = (NodeId){0};
            check_match_types(c, &x, &against);
            check_comparison(c, &x, &against, TOK_EQL);
        }
        uint32_t inner = scope_open(c);
        check_stmts(c, cv.body);
        scope_close(c, inner);
    }
    scope_close(c, mark);
}

// x := y.(type) or y.(type): the new name, if any, and the type of y.
static TypeId switch_guard(Checker *c, NodeId stmt, NodeId *name)
{
    const Ast *ast = check_ast(c);
    NodeId guard = {0};
    *name = (NodeId){0};
    if (node_kind(ast, stmt) == NODE_ASSIGN_STMT) {
        AssignView v = ast_assign(ast, stmt);
        if (v.lhs.len == 1 && node_kind(ast, v.lhs.items[0]) == NODE_IDENT)
            *name = v.lhs.items[0];
        guard = v.rhs.len ? v.rhs.items[0] : guard;
    } else if (node_kind(ast, stmt) == NODE_EXPR_STMT) {
        guard = ast_operand(ast, stmt);
    }
    while (node_kind(ast, guard) == NODE_PAREN_EXPR)
        guard = ast_operand(ast, guard);
    if (node_kind(ast, guard) != NODE_TYPE_ASSERT_EXPR)
        return TYPE_UNKNOWN;
    Operand x;
    check_expr(c, &x, ast_type_assert(ast, guard).x);
    return x.type;
}

static bool nil_case(Checker *c, NodeId n)
{
    const Ast *ast = check_ast(c);
    while (node_kind(ast, n) == NODE_PAREN_EXPR)
        n = ast_operand(ast, n);
    if (node_kind(ast, n) != NODE_IDENT)
        return false;
    ObjId o = scope_lookup(c, check_name(c, n));
    return obj_ok(o) && object_mut(c->p, o)->kind == OBJ_NIL;
}

// With one type in its list a clause's variable has that type, else the guard's.
static TypeId clause_type(Checker *c, NodeList types, TypeId guard)
{
    TypeId t = guard;
    LIST_EACH (e, types) {
        TypeId one = guard;
        if (nil_case(c, *e)) {
            Operand x;
            check_raw(c, &x, *e, (Want){0});
        } else {
            one = check_type(c, *e);
        }
        t = types.len == 1 ? one : guard;
    }
    return t;
}

void check_type_switch(Checker *c, NodeId n)
{
    const Ast *ast = check_ast(c);
    SwitchView v = ast_switch(ast, n);
    uint32_t mark = scope_open(c);
    if (node_ok(v.init))
        check_stmt(c, v.init);
    NodeId name;
    TypeId guard = switch_guard(c, v.tag, &name);
    LIST_EACH (clause, clauses(ast, v.body)) {
        ClauseView cv = ast_clause(ast, *clause);
        TypeId t = clause_type(c, cv.exprs, guard);
        uint32_t inner = scope_open(c);
        if (node_ok(name)) {
            ObjId o = table_object(c->p, (Object){.kind = OBJ_VAR,
                                                  .name = check_name(c, name),
                                                  .type = t,
                                                  .decl = *clause,
                                                  .ident = name,
                                                  .file = c->frame->file,
                                                  .role = VAR_LOCAL});
            record_implicit(c, *clause, o);
            scope_bind(c, o);
        }
        check_stmts(c, cv.body);
        scope_close(c, inner);
    }
    scope_close(c, mark);
}

void check_select(Checker *c, NodeId n)
{
    const Ast *ast = check_ast(c);
    LIST_EACH (clause, clauses(ast, ast_select_body(ast, n))) {
        ClauseView v = ast_clause(ast, *clause);
        uint32_t mark = scope_open(c);
        if (node_ok(v.comm))
            check_stmt(c, v.comm);
        check_stmts(c, v.body);
        scope_close(c, mark);
    }
}

typedef struct RangeTypes {
    TypeId key, value;
    bool over_int;
} RangeTypes;

static RangeTypes range_func(Package *p, const Signature *sig)
{
    RangeTypes r = {0};
    if (type_tuple_len(p, sig->params) != 1)
        return r;
    TypeId yield = type_core(p, type_tuple_at(p, sig->params, 0));
    if (type_kind(p, yield) != T_SIGNATURE)
        return r;
    TypeId params = type_at(p, yield)->sig->params;
    uint32_t n = type_tuple_len(p, params);
    r.key = n > 0 ? type_tuple_at(p, params, 0) : TYPE_UNKNOWN;
    r.value = n > 1 ? type_tuple_at(p, params, 1) : TYPE_UNKNOWN;
    return r;
}

static RangeTypes range_types(Package *p, TypeId t)
{
    TypeId core = type_core(p, t);
    if (type_kind(p, core) == T_POINTER) {
        TypeId elem = type_underlying(p, type_at(p, core)->elem);
        core = type_kind(p, elem) == T_ARRAY ? elem : TYPE_UNKNOWN;
    }
    const Type *at = type_at(p, core);
    switch ((TypeKind)at->kind) {
    case T_BASIC:
        if (basic_is(p, core, CLASS_STRING))
            return (RangeTypes){.key = TID(BASIC_INT), .value = TID(TID_RUNE)};
        return (RangeTypes){.key = t, .over_int = basic_is(p, core, CLASS_INTEGER)};
    case T_ARRAY:
    case T_SLICE:
        return (RangeTypes){.key = TID(BASIC_INT), .value = at->elem};
    case T_MAP:
        return (RangeTypes){.key = at->key, .value = at->elem};
    case T_CHAN:
        return (RangeTypes){.key = at->elem};
    case T_SIGNATURE:
        return range_func(p, at->sig);
    default:
        return (RangeTypes){0};
    }
}

static ObjId range_define(Checker *c, NodeId n, NodeId lhs, TypeId t, Operand *over)
{
    if (node_kind(check_ast(c), lhs) != NODE_IDENT) {
        check_use(c, lhs);
        return OBJ_NONE;
    }
    ObjId o = scope_declare(c, lhs, n, OBJ_VAR, VAR_LOCAL, TYPE_UNKNOWN);
    if (over) {
        t = type_default(c->p, over->type);
        check_assignment(c, over, t);
    }
    object_mut(c->p, o)->type = t;
    return o;
}

static void range_assign(Checker *c, NodeId lhs, TypeId t, Operand *over)
{
    Operand x = {.mode = EXPR_VALUE, .type = t};
    check_assign_var(c, lhs, over ? over : &x);
}

void check_range(Checker *c, NodeId n)
{
    RangeView v = ast_range(check_ast(c), n);
    Operand x;
    check_expr(c, &x, v.x);
    RangeTypes r = range_types(c->p, x.type);
    Operand *over = r.over_int ? &x : NULL;
    uint32_t mark = scope_open(c);
    if (v.op == TOK_DEFINE) {
        ObjId key = OBJ_NONE, value = OBJ_NONE;
        if (node_ok(v.key))
            key = range_define(c, n, v.key, r.key, over);
        if (node_ok(v.value))
            value = range_define(c, n, v.value, r.value, NULL);
        if (obj_ok(key))
            scope_bind(c, key);
        if (obj_ok(value))
            scope_bind(c, value);
    } else {
        if (node_ok(v.key))
            range_assign(c, v.key, r.key, over);
        if (node_ok(v.value))
            range_assign(c, v.value, r.value, NULL);
    }
    if (over)
        check_default(c, over);
    uint32_t inner = scope_open(c);
    check_body(c, v.body);
    scope_close(c, inner);
    scope_close(c, mark);
}

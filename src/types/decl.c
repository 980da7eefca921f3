// decl.c - constants, variables, types and functions (spec: Declarations and scope).
#include "types/check.h"

static Decl *decl_of(Checker *c, ObjId o)
{
    if (o.v < c->first_decl || o.v - c->first_decl >= c->decls.len)
        return NULL;
    return &c->decls.data[o.v - c->first_decl];
}

// ---- types ----

// Binds a generic type's parameters and resolves its right side.
static TypeId right_side(Checker *c, NodeId spec, TypeId t)
{
    TypeId *tparams;
    uint32_t count = named_type_params(c->p, t, &tparams);
    uint32_t mark = scope_open(c);
    check_bind_type_params(c, tparams, count);
    NodeId type = ast_type_spec(check_ast(c), spec).type;
    TypeId rhs = check_type_named(c, type, type_at(c->p, t)->kind == T_NAMED ? t : TYPE_UNKNOWN);
    scope_close(c, mark);
    return rhs;
}

// An alias that leads back to one in progress stands for nothing.
static bool leads_back(Package *p, TypeId t)
{
    while (type_kind(p, t) == T_ALIAS) {
        named_complete(p, t);
        if (type_at(p, t)->named->state != LAZY_DONE)
            return true;
        t = type_at(p, t)->named->underlying;
    }
    return false;
}

static void finish_type(Checker *c, NodeId spec, TypeId t)
{
    Named *n = type_at(c->p, t)->named;
    n->state = LAZY_BUSY;
    TypeId rhs = right_side(c, spec, t);
    if (leads_back(c->p, rhs))
        rhs = TYPE_UNKNOWN;
    if (type_at(c->p, t)->kind == T_ALIAS) {
        table_set_alias(c->p, t, type_unalias(c->p, rhs)); // so that chains stay short
        return;
    }
    // What is built on an undeclared type may have that one's members; a type parameter cannot be
    // the right side of a type declaration.
    n->open = type_is_open(c->p, rhs) && !type_known(type_underlying(c->p, rhs));
    bool param = type_kind(c->p, type_unalias(c->p, rhs)) == T_TYPE_PARAM;
    n->underlying = param ? TYPE_UNKNOWN : type_underlying(c->p, rhs);
    n->state = LAZY_DONE;
}

void check_type_decl(Checker *c, TypeId t)
{
    Decl *d = decl_of(c, type_at(c->p, t)->named->obj);
    if (!d)
        return; // a local declaration, in progress
    Frame f = {0};
    if (c->snippet_frame && c->snippet_frame->file == d->file)
        f.names = c->snippet_frame->names;
    check_frame_push(c, &f, d->file);
    finish_type(c, d->spec, t);
    check_frame_pop(c);
}

static void declare_params(Checker *c, NodeId spec, TypeId t)
{
    NodeId list = ast_type_spec(check_ast(c), spec).type_params;
    if (!node_ok(list))
        return;
    Named *n = type_at(c->p, t)->named;
    uint32_t mark = scope_open(c);
    check_type_params(c, list, &n->tparams, &n->tparam_count);
    scope_close(c, mark);
}

void check_type_params_of(Checker *c, TypeId t)
{
    Decl *d = decl_of(c, type_at(c->p, t)->named->obj);
    if (!d)
        return;
    Frame f = {0};
    check_frame_push(c, &f, d->file);
    declare_params(c, d->spec, t);
    check_frame_pop(c);
}

static void local_type(Checker *c, NodeId spec)
{
    TypeSpecView v = ast_type_spec(check_ast(c), spec);
    if (!node_ok(v.name))
        return;
    ObjId o = scope_declare(c, v.name, spec, OBJ_TYPE, VAR_LOCAL, TYPE_UNKNOWN);
    TypeId t = table_named(
        c->p, v.assign.v ? T_ALIAS : T_NAMED,
        (Named){.obj = o, .methods_done = true, .state = LAZY_BUSY, .tparams_state = LAZY_BUSY});
    object_mut(c->p, o)->type = t;
    scope_bind(c, o);
    declare_params(c, spec, t);
    type_at(c->p, t)->named->tparams_state = LAZY_DONE;
    finish_type(c, spec, t);
}

// ---- constants ----

static void set_const(Checker *c, ObjId o, NodeId type, NodeId value)
{
    Object *obj = object_mut(c->p, o);
    TypeId t = TYPE_UNKNOWN;
    if (node_ok(type))
        t = check_type(c, type);
    Operand x = {0};
    if (node_ok(value))
        check_expr(c, &x, value);
    if (x.mode != EXPR_CONSTANT) {
        obj->type = t;
        return;
    }
    if (type_known(t))
        check_assignment(c, &x, t);
    obj->type = type_known(t) ? t : x.type;
    obj->value = x.mode == EXPR_CONSTANT ? x.value : NULL;
}

void check_const_decl(Checker *c, ObjId o, Decl *d)
{
    c->frame->iota = constant_of_int(&c->p->arena, d->iota);
    set_const(c, o, d->type, d->value);
    c->frame->iota = NULL;
}

static void local_consts(Checker *c, NodeList specs)
{
    const Ast *ast = check_ast(c);
    NodeId type = {0};
    NodeList values = {0};
    int64_t iota = 0;
    const Constant *outer = c->frame->iota;
    LIST_EACH (n, specs) {
        ValueSpecView v = ast_value_spec(ast, *n);
        if (node_ok(v.type) || v.values.len) {
            type = v.type;
            values = v.values;
        }
        c->frame->iota = constant_of_int(&c->p->arena, iota++);
        ObjId *objs = arena_array(&c->scratch, ObjId, v.names.len);
        for (uint32_t i = 0; i < v.names.len; i++) {
            objs[i] = scope_declare(c, v.names.items[i], *n, OBJ_CONST, VAR_LOCAL, TYPE_UNKNOWN);
            set_const(c, objs[i], type, i < values.len ? values.items[i] : (NodeId){0});
        }
        for (uint32_t i = 0; i < v.names.len; i++)
            scope_bind(c, objs[i]);
    }
    c->frame->iota = outer;
}

// ---- variables ----

void check_var_decl(Checker *c, ObjId o, Decl *d)
{
    Package *p = c->p;
    TypeId t = node_ok(d->type) ? check_type(c, d->type) : TYPE_UNKNOWN;
    object_mut(p, o)->type = t;
    if (!node_ok(d->value))
        return;
    NodeList one = {&d->value, 1};
    if (!d->shared) {
        check_init_vars(c, &o, 1, one, false);
        return;
    }
    // One call gives all of them their types, whichever was asked for first.
    for (uint32_t i = 0; i < d->group_len; i++) {
        Decl *sibling = decl_of(c, d->group[i]);
        if (sibling != d && sibling->state == LAZY_NONE) {
            sibling->state = LAZY_DONE;
            object_mut(p, d->group[i])->type = t;
        }
    }
    check_init_vars(c, d->group, d->group_len, one, false);
}

static void local_vars(Checker *c, NodeId spec)
{
    ValueSpecView v = ast_value_spec(check_ast(c), spec);
    TypeId t = node_ok(v.type) ? check_type(c, v.type) : TYPE_UNKNOWN;
    ObjId *objs = arena_array(&c->scratch, ObjId, v.names.len);
    for (uint32_t i = 0; i < v.names.len; i++)
        objs[i] = scope_declare(c, v.names.items[i], spec, OBJ_VAR, VAR_LOCAL, t);
    if (v.values.len)
        check_init_vars(c, objs, v.names.len, v.values, false);
    for (uint32_t i = 0; i < v.names.len; i++)
        scope_bind(c, objs[i]);
}

void check_local_decl(Checker *c, NodeId n)
{
    GenDeclView v = ast_gen_decl(check_ast(c), n);
    if (v.keyword == TOK_CONST)
        local_consts(c, v.specs);
    LIST_EACH (s, v.specs) {
        if (v.keyword == TOK_VAR)
            local_vars(c, *s);
        else if (v.keyword == TOK_TYPE)
            local_type(c, *s);
    }
}

// ---- functions ----

void check_func_decl(Checker *c, ObjId o, Decl *d)
{
    FuncDeclView v = ast_func_decl(check_ast(c), d->spec);
    TypeId sig = check_signature(c, v.type, v.recv, o);
    object_mut(c->p, o)->type = sig;
    if (node_ok(v.body))
        vec_push(&c->scratch, &c->later,
                 (Later){.file = d->file,
                         .signature = sig,
                         .func_type = v.type,
                         .recv = v.recv,
                         .body = v.body});
}

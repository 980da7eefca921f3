// signature.c - function types, receivers and type parameters (spec: Function types, Method
// declarations, Type parameter declarations).
#include "types/check.h"

static TypeId as_constraint(Checker *c, TypeId t)
{
    TypeKind kind = type_kind(c->p, t);
    bool literal = kind == T_UNION || kind == T_BASIC || kind == T_SLICE || kind == T_ARRAY ||
                   kind == T_MAP || kind == T_CHAN || kind == T_POINTER || kind == T_STRUCT ||
                   kind == T_SIGNATURE || kind == T_TYPE_PARAM;
    // A defined type that is no interface is a term as well, but asking now could run into a cycle.
    if (!literal)
        return t;
    TypeId *embeds = arena_new(&c->p->arena, TypeId);
    *embeds = t;
    return table_interface(c->p, (Interface){.embeds = embeds, .embed_count = 1, .implicit = true});
}

static TypeId declare_type_param(Checker *c, NodeId ident, NodeId field, uint32_t index)
{
    ObjId o = scope_declare(c, ident, field, OBJ_TYPE, VAR_LOCAL, TYPE_UNKNOWN);
    TypeId t = table_type_param(c->p, o, index);
    object_mut(c->p, o)->type = t;
    return t;
}

void check_type_params(Checker *c, NodeId list, TypeId **out, uint32_t *count)
{
    const Ast *ast = check_ast(c);
    VEC(TypeId) tparams = {0};
    NodeList fields = ast_field_list(ast, list).fields;
    LIST_EACH (f, fields)
        LIST_EACH (name, ast_field(ast, *f).names) {
            TypeId t = declare_type_param(c, *name, *f, tparams.len);
            vec_push(&c->p->arena, &tparams, t);
        }
    check_bind_type_params(c, tparams.data, tparams.len);
    // A constraint may use the generic type that these are of.
    *out = tparams.data;
    *count = tparams.len;
    uint32_t at = 0;
    LIST_EACH (f, fields) {
        FieldView v = ast_field(ast, *f);
        TypeId bound = check_type(c, v.type);
        // A union is one constraint for all names; a plain type is one for each.
        if (type_kind(c->p, bound) == T_UNION)
            bound = as_constraint(c, bound);
        for (uint32_t i = 0; i < v.names.len; i++)
            type_at(c->p, tparams.data[at++])->tparam->bound = as_constraint(c, bound);
    }
}

void check_bind_type_params(Checker *c, const TypeId *tparams, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        scope_bind(c, type_at(c->p, tparams[i])->tparam->obj);
}

typedef struct Params {
    VEC(ObjId) vars;
    bool variadic;
} Params;

static void add_param(Checker *c, Params *out, NodeId field, NodeId ident, TypeId t, VarRole role)
{
    ObjId o;
    if (node_ok(ident)) {
        o = scope_declare(c, ident, field, OBJ_VAR, role, t);
    } else {
        o = table_object(
            c->p,
            (Object){
                .kind = OBJ_VAR, .type = t, .decl = field, .role = role, .file = c->frame->file});
        record_implicit(c, field, o);
    }
    vec_push(&c->p->arena, &out->vars, o);
}

static void collect_params(Checker *c, Params *out, NodeId list, VarRole role)
{
    if (!node_ok(list))
        return;
    const Ast *ast = check_ast(c);
    NodeList fields = ast_field_list(ast, list).fields;
    LIST_EACH (f, fields) {
        FieldView v = ast_field(ast, *f);
        bool dots = node_kind(ast, v.type) == NODE_ELLIPSIS;
        out->variadic |= dots && f + 1 == fields.items + fields.len;
        TypeId t = check_type(c, v.type);
        if (v.names.len == 0)
            add_param(c, out, *f, (NodeId){0}, t, role);
        LIST_EACH (name, v.names)
            add_param(c, out, *f, *name, t, role);
    }
}

// The type arguments' identifiers of a generic receiver: (r *T[P, Q]).
static NodeList receiver_params(const Ast *ast, NodeId t, NodeId *index)
{
    while (node_kind(ast, t) == NODE_PAREN_EXPR || node_kind(ast, t) == NODE_STAR_EXPR)
        t = ast_operand(ast, t);
    if (node_kind(ast, t) != NODE_INDEX_EXPR && node_kind(ast, t) != NODE_INDEX_LIST_EXPR)
        return (NodeList){0};
    *index = t;
    return ast_index(ast, t).indices;
}

// The receiver's type parameters are declared by it and constrained as the type's own.
static TypeId *declare_receiver_params(Checker *c, NodeId field, NodeList idents)
{
    const Ast *ast = check_ast(c);
    TypeId *tparams = arena_array(&c->p->arena, TypeId, idents.len);
    for (uint32_t i = 0; i < idents.len; i++) {
        NodeId ident = idents.items[i];
        if (node_kind(ast, ident) != NODE_IDENT)
            return NULL;
        tparams[i] = declare_type_param(c, ident, field, i);
        type_at(c->p, tparams[i])->tparam->bound = TID(TID_ANY);
    }
    return tparams;
}

static void bound_receiver_params(Checker *c, TypeId generic, TypeId *tparams, uint32_t count)
{
    TypeId *of;
    uint32_t n = named_type_params(c->p, generic, &of);
    Subst s = {.from = of, .to = tparams, .count = n < count ? n : count};
    for (uint32_t i = 0; i < s.count; i++) {
        TypeId bound = subst_type(c->p, &s, type_at(c->p, of[i])->tparam->bound);
        type_at(c->p, tparams[i])->tparam->bound = bound;
    }
}

static void record_receiver(Checker *c, NodeId n, NodeId index, TypeId t)
{
    const Ast *ast = check_ast(c);
    for (;;) {
        record_type(c, n, EXPR_TYPE, t, NULL);
        if (n.v == index.v)
            return;
        bool star = node_kind(ast, n) == NODE_STAR_EXPR;
        if (star)
            t = type_deref(c->p, t);
        else if (node_kind(ast, n) != NODE_PAREN_EXPR)
            return;
        n = ast_operand(ast, n);
    }
}

static TypeId generic_receiver(Checker *c, NodeId type, NodeId index, TypeId *tparams, uint32_t n)
{
    Package *p = c->p;
    const Ast *ast = check_ast(c);
    TypeId generic = check_generic_type(c, ast_index(ast, index).x);
    TypeId t = TYPE_UNKNOWN;
    generic = type_unalias(p, generic);
    if (tparams && type_kind(p, generic) == T_NAMED) {
        bound_receiver_params(c, generic, tparams, n);
        t = instantiate_named(p, generic, tparams, n);
        record_instance(c, index, t);
    }
    for (NodeId at = type; at.v != index.v; at = ast_operand(ast, at))
        if (node_kind(ast, at) == NODE_STAR_EXPR)
            t = type_known(t) ? table_pointer(p, t) : t;
    record_receiver(c, type, index, t);
    for (uint32_t i = 0; tparams && i < n; i++)
        record_type(c, ast_index(ast, index).indices.items[i], EXPR_TYPE, tparams[i], NULL);
    return t;
}

static void collect_receiver(Checker *c, NodeId recv, ObjId method, Signature *sig)
{
    const Ast *ast = check_ast(c);
    NodeList fields = ast_field_list(ast, recv).fields;
    if (fields.len == 0)
        return;
    FieldView v = ast_field(ast, fields.items[0]);
    NodeId index = {0};
    NodeList idents = receiver_params(ast, v.type, &index);
    TypeId t;
    if (node_ok(index)) {
        sig->rparams = declare_receiver_params(c, fields.items[0], idents);
        sig->rparam_count = sig->rparams ? idents.len : 0;
        t = generic_receiver(c, v.type, index, sig->rparams, idents.len);
        // Only now, because one of them may be named as the type itself is: func (T[T]) m().
        if (sig->rparams)
            check_bind_type_params(c, sig->rparams, idents.len);
    } else {
        t = check_type(c, v.type);
    }
    if (obj_ok(method))
        object_mut(c->p, method)->recv = t;
    if (v.names.len)
        sig->recv_name = check_name(c, v.names.items[0]);
    Params params = {0};
    add_param(c, &params, fields.items[0], v.names.len ? v.names.items[0] : (NodeId){0}, t,
              VAR_RECEIVER);
}

TypeId check_signature(Checker *c, NodeId func_type, NodeId recv, ObjId method)
{
    FuncTypeView v = ast_func_type(check_ast(c), func_type);
    uint32_t mark = scope_open(c);
    Signature sig = {0};
    if (node_ok(recv))
        collect_receiver(c, recv, method, &sig);
    if (node_ok(v.type_params))
        check_type_params(c, v.type_params, &sig.tparams, &sig.tparam_count);
    Params params = {0}, results = {0};
    collect_params(c, &params, v.params, VAR_PARAM);
    collect_params(c, &results, v.results, VAR_RESULT);
    scope_close(c, mark);
    sig.variadic = params.variadic;
    sig.params = table_tuple(c->p, params.vars.data, params.vars.len);
    sig.results = table_tuple(c->p, results.vars.data, results.vars.len);
    return table_signature(c->p, sig);
}

static void bind_fields(Checker *c, NodeId list)
{
    if (!node_ok(list))
        return;
    const Ast *ast = check_ast(c);
    LIST_EACH (f, ast_field_list(ast, list).fields)
        LIST_EACH (name, ast_field(ast, *f).names)
            scope_bind(c, check_file(c)->node_objects[name->v]);
}

void check_bind_signature(Checker *c, NodeId func_type, NodeId recv)
{
    const Ast *ast = check_ast(c);
    FuncTypeView v = ast_func_type(ast, func_type);
    if (node_ok(recv)) {
        NodeList fields = ast_field_list(ast, recv).fields;
        NodeId index = {0};
        NodeList idents = {0};
        if (fields.len)
            idents = receiver_params(ast, ast_field(ast, fields.items[0]).type, &index);
        LIST_EACH (name, idents)
            if (node_kind(ast, *name) == NODE_IDENT)
                scope_bind(c, check_file(c)->node_objects[name->v]);
        bind_fields(c, recv);
    }
    bind_fields(c, v.type_params);
    bind_fields(c, v.params);
    bind_fields(c, v.results);
}

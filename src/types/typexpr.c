// typexpr.c - type expressions (spec: Types).
#include "types/check.h"

static TypeId type_of_ident(Checker *c, NodeId n)
{
    Operand x = {.expr = n};
    check_ident(c, &x, n, true, false);
    return x.mode == EXPR_TYPE ? x.type : TYPE_UNKNOWN;
}

static TypeId type_of_selector(Checker *c, NodeId n)
{
    Operand x = {.expr = n};
    check_selector(c, &x, n, true, false);
    return x.mode == EXPR_TYPE ? x.type : TYPE_UNKNOWN;
}

TypeId *check_type_list(Checker *c, NodeList list, uint32_t *count)
{
    TypeId *types = arena_array(&c->scratch, TypeId, list.len + 1);
    for (uint32_t i = 0; i < list.len; i++)
        types[i] = check_type(c, list.items[i]);
    *count = list.len;
    return types;
}

// Spec: Instantiations, of a type.
static TypeId instantiated(Checker *c, NodeId n)
{
    Package *p = c->p;
    IndexView v = ast_index(check_ast(c), n);
    TypeId generic = check_generic_type(c, v.x);
    uint32_t given, wanted = 0;
    TypeId *args = check_type_list(c, v.indices, &given), *tparams;
    TypeKind kind = type_kind(p, generic);
    if (kind != T_NAMED && kind != T_ALIAS)
        return TYPE_UNKNOWN;
    wanted = named_type_params(p, generic, &tparams);
    // What is not declared here can take any arguments; they tell its instances apart.
    if (wanted == 0)
        return type_is_open(p, generic) ? instantiate_named(p, generic, args, given) : TYPE_UNKNOWN;
    TypeId *full = arena_array(&c->scratch, TypeId, wanted);
    for (uint32_t i = 0; i < wanted; i++)
        full[i] = i < given ? args[i] : TYPE_UNKNOWN;
    TypeId t = instantiate_named(p, generic, full, wanted);
    record_instance(c, v.x, t);
    return t;
}

// The length itself keeps its untyped type: it is part of a type, not a value.
static int64_t array_length(Checker *c, NodeId n)
{
    Operand x = {0};
    check_expr(c, &x, n);
    if (x.mode != EXPR_CONSTANT || !x.value)
        return -1;
    int64_t len;
    const Constant *v = constant_to_int(&c->p->arena, x.value);
    return v && constant_int64(v, &len) && len >= 0 ? len : -1;
}

static TypeId array_type(Checker *c, NodeId n)
{
    ArrayTypeView v = ast_array_type(check_ast(c), n);
    if (!node_ok(v.len))
        return table_slice(c->p, check_type(c, v.elem));
    if (node_kind(check_ast(c), v.len) == NODE_ELLIPSIS)
        return table_array(c->p, check_type(c, v.elem), -1);
    int64_t len = array_length(c, v.len);
    return table_array(c->p, check_type(c, v.elem), len);
}

// The identifier that names an embedded field: *pkg.T[A] is T.
static NodeId embedded_ident(const Ast *ast, NodeId t)
{
    for (;;) {
        switch (node_kind(ast, t)) {
        case NODE_IDENT:
            return t;
        case NODE_STAR_EXPR:
        case NODE_PAREN_EXPR:
            t = ast_operand(ast, t);
            break;
        case NODE_SELECTOR_EXPR:
            return ast_selector(ast, t).sel;
        case NODE_INDEX_EXPR:
        case NODE_INDEX_LIST_EXPR:
            t = ast_index(ast, t).x;
            break;
        default:
            return (NodeId){0};
        }
    }
}

typedef struct FieldVec {
    VEC(ObjId) fields;
    VEC(Str) tags;
    bool tagged;
} FieldVec;

static void add_field(Checker *c, FieldVec *f, Object o, Str tag)
{
    ObjId id = table_object(c->p, o);
    vec_push(&c->p->arena, &f->fields, id);
    vec_push(&c->p->arena, &f->tags, tag);
    f->tagged |= tag.len > 0;
    if (o.embedded)
        record_implicit(c, o.decl, id);
    else
        record_object(c, o.ident, id);
}

static void struct_field(Checker *c, FieldVec *f, NodeId n)
{
    const Ast *ast = check_ast(c);
    FieldView v = ast_field(ast, n);
    TypeId t = check_type(c, v.type);
    Str tag = {0};
    if (node_ok(v.tag))
        tag = constant_string(constant_literal(&c->p->arena, TOK_STRING, ast_text(ast, v.tag)));
    Object o = {.kind = OBJ_VAR, .role = VAR_FIELD, .type = t, .decl = n, .file = c->frame->file};
    LIST_EACH (name, v.names) {
        o.ident = *name;
        o.name = check_name(c, *name);
        add_field(c, f, o, tag);
    }
    if (v.names.len)
        return;
    NodeId ident = embedded_ident(ast, v.type);
    if (!node_ok(ident))
        return;
    o.embedded = true;
    o.ident = ident;
    o.name = check_name(c, ident);
    add_field(c, f, o, tag);
}

static TypeId struct_type(Checker *c, NodeId n)
{
    FieldVec f = {0};
    NodeId list = ast_struct_fields(check_ast(c), n);
    if (node_ok(list))
        LIST_EACH (field, ast_field_list(check_ast(c), list).fields)
            struct_field(c, &f, *field);
    return table_struct(c->p, (StructInfo){.fields = f.fields.data,
                                           .count = f.fields.len,
                                           .tags = f.tagged ? f.tags.data : NULL});
}

typedef VEC(Term) Terms;

enum {
    // The parts of a union up to which each is recorded as a union of its own.
    UNION_PARTS_MAX = 128,
};

static void union_terms(Checker *c, Terms *terms, NodeId n)
{
    const Ast *ast = check_ast(c);
    if (node_kind(ast, n) == NODE_BINARY_EXPR && ast_binary(ast, n).op == TOK_OR) {
        BinaryView v = ast_binary(ast, n);
        if (++c->depth < CHECK_DEPTH_MAX)
            union_terms(c, terms, v.x);
        c->depth--;
        union_terms(c, terms, v.y);
        if (terms->len <= UNION_PARTS_MAX)
            record_type(c, n, EXPR_TYPE, table_union(c->p, terms->data, terms->len), NULL);
        return;
    }
    Term term = {0};
    if (node_kind(ast, n) == NODE_UNARY_EXPR && ast_unary(ast, n).op == TOK_TILDE) {
        term.tilde = true;
        term.type = check_type(c, ast_unary(ast, n).x);
        vec_push(&c->scratch, terms, term);
        record_type(c, n, EXPR_TYPE, table_union(c->p, &term, 1), NULL);
        return;
    }
    term.type = check_type(c, n);
    vec_push(&c->scratch, terms, term);
}

static bool is_union(const Ast *ast, NodeId n)
{
    NodeKind kind = node_kind(ast, n);
    return (kind == NODE_BINARY_EXPR && ast_binary(ast, n).op == TOK_OR) ||
           (kind == NODE_UNARY_EXPR && ast_unary(ast, n).op == TOK_TILDE);
}

// Spec: Interface types, what may be embedded: a type, ~T, or a union of such.
static TypeId embedded_element(Checker *c, NodeId n)
{
    if (!is_union(check_ast(c), n))
        return check_type(c, n);
    Terms terms = {0};
    union_terms(c, &terms, n);
    TypeId known = node_type(c->p, c->frame->file, n);
    return type_known(known) ? known : table_union(c->p, terms.data, terms.len);
}

static TypeId interface_type(Checker *c, NodeId n, TypeId owner)
{
    const Ast *ast = check_ast(c);
    Package *p = c->p;
    VEC(ObjId) methods = {0};
    VEC(TypeId) embeds = {0};
    NodeId list = ast_interface_methods(ast, n);
    NodeList fields = {0};
    if (node_ok(list))
        fields = ast_field_list(ast, list).fields;
    LIST_EACH (f, fields) {
        FieldView v = ast_field(ast, *f);
        if (v.names.len == 0) {
            TypeId e = embedded_element(c, v.type);
            vec_push(&p->arena, &embeds, e);
            continue;
        }
        Object o = {.kind = OBJ_FUNC,
                    .name = check_name(c, v.names.items[0]),
                    .decl = *f,
                    .ident = v.names.items[0],
                    .file = c->frame->file,
                    .recv = owner};
        ObjId m = table_object(p, o);
        record_object(c, o.ident, m);
        TypeId sig = check_signature(c, v.type, (NodeId){0}, OBJ_NONE);
        object_mut(p, m)->type = sig;
        record_type(c, v.type, EXPR_TYPE, sig, NULL);
        if (!name_eq(o.name, p->blank))
            vec_push(&p->arena, &methods, m);
    }
    type_sort_methods(p, methods.data, methods.len);
    TypeId t = table_interface(p, (Interface){.methods = methods.data,
                                              .method_count = methods.len,
                                              .embeds = embeds.data,
                                              .embed_count = embeds.len});
    for (uint32_t i = 0; i < methods.len && !type_known(owner); i++)
        object_mut(p, methods.data[i])->recv = t;
    return t;
}

static TypeId type_of_node(Checker *c, NodeId n, TypeId owner)
{
    const Ast *ast = check_ast(c);
    switch (node_kind(ast, n)) {
    case NODE_IDENT:
        return type_of_ident(c, n);
    case NODE_SELECTOR_EXPR:
        return type_of_selector(c, n);
    case NODE_INDEX_EXPR:
    case NODE_INDEX_LIST_EXPR:
        return instantiated(c, n);
    case NODE_PAREN_EXPR:
        return check_type_named(c, ast_operand(ast, n), owner);
    case NODE_STAR_EXPR:
        return table_pointer(c->p, check_type(c, ast_operand(ast, n)));
    case NODE_ARRAY_TYPE:
        return array_type(c, n);
    case NODE_ELLIPSIS:
        return table_slice(c->p, check_type(c, ast_operand(ast, n)));
    case NODE_MAP_TYPE: {
        MapTypeView v = ast_map_type(ast, n);
        TypeId key = check_type(c, v.key);
        return table_map(c->p, key, check_type(c, v.value));
    }
    case NODE_CHAN_TYPE: {
        ChanTypeView v = ast_chan_type(ast, n);
        return table_chan(c->p, v.dir, check_type(c, v.value));
    }
    case NODE_FUNC_TYPE:
        return check_signature(c, n, (NodeId){0}, OBJ_NONE);
    case NODE_STRUCT_TYPE:
        return struct_type(c, n);
    case NODE_INTERFACE_TYPE:
        return interface_type(c, n, owner);
    case NODE_BINARY_EXPR:
    case NODE_UNARY_EXPR:
        if (is_union(ast, n))
            return embedded_element(c, n);
        check_use(c, n);
        return TYPE_UNKNOWN;
    default:
        check_use(c, n);
        return TYPE_UNKNOWN;
    }
}

TypeId check_type_named(Checker *c, NodeId n, TypeId owner)
{
    if (!node_ok(n) || c->depth >= CHECK_DEPTH_MAX)
        return TYPE_UNKNOWN;
    c->depth++;
    TypeId t = type_of_node(c, n, owner);
    c->depth--;
    if (type_known(t))
        record_type(c, n, EXPR_TYPE, t, NULL);
    return t;
}

TypeId check_type(Checker *c, NodeId n)
{
    return check_type_named(c, n, TYPE_UNKNOWN);
}

// A type expression that may name a generic type without arguments.
TypeId check_generic_type(Checker *c, NodeId n)
{
    return check_type(c, n);
}

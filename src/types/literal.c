// literal.c - basic and composite literals (spec: Composite literals).
#include "types/check.h"

void check_basic_lit(Checker *c, Operand *x, NodeId n)
{
    const Ast *ast = check_ast(c);
    TokenKind kind = token_kind(ast, node_token(ast, n));
    x->mode = EXPR_CONSTANT;
    switch (kind) {
    case TOK_INT:
        x->type = TID(BASIC_UNTYPED_INT);
        break;
    case TOK_FLOAT:
        x->type = TID(BASIC_UNTYPED_FLOAT);
        break;
    case TOK_IMAG:
        x->type = TID(BASIC_UNTYPED_COMPLEX);
        break;
    case TOK_CHAR:
        x->type = TID(BASIC_UNTYPED_RUNE);
        break;
    case TOK_STRING:
        x->type = TID(BASIC_UNTYPED_STRING);
        break;
    default:
        check_invalid(x);
        return;
    }
    x->value = constant_literal(&c->p->arena, kind, ast_text(ast, n));
    check_overflow(c, x);
}

// A value of a literal's element, field or key; literals inside may leave out that type.
static void element(Checker *c, NodeId n, TypeId t)
{
    Operand x;
    check_generic_expr(c, &x, n, t);
    check_assignment(c, &x, t);
}

static void field_value(Checker *c, NodeId n, TypeId t)
{
    Operand x;
    check_generic_expr(c, &x, n, TYPE_UNKNOWN);
    check_assignment(c, &x, t);
}

// The field that a key names: by itself, promoted, or along a selector (Go 1.27).
static ObjId key_field(Checker *c, NodeId key, TypeId base)
{
    const Ast *ast = check_ast(c);
    if (node_kind(ast, key) == NODE_SELECTOR_EXPR) {
        SelectorView v = ast_selector(ast, key);
        ObjId outer = key_field(c, v.x, base);
        if (!obj_ok(outer))
            return OBJ_NONE;
        return key_field(c, v.sel, object_mut(c->p, outer)->type);
    }
    if (node_kind(ast, key) != NODE_IDENT)
        return OBJ_NONE;
    Selection sel = lookup_member(c->p, base, check_name(c, key), false);
    if (sel.kind != SEL_FIELD)
        return OBJ_NONE;
    record_object(c, key, sel.obj);
    return sel.obj;
}

static void struct_literal(Checker *c, NodeList elts, TypeId base, TypeId under)
{
    const Ast *ast = check_ast(c);
    const StructInfo *s = type_at(c->p, under)->strct;
    for (uint32_t i = 0; i < elts.len; i++) {
        NodeId e = elts.items[i];
        if (node_kind(ast, e) == NODE_KEY_VALUE_EXPR) {
            KeyValueView kv = ast_key_value(ast, e);
            ObjId f = key_field(c, kv.key, type_is_open(c->p, base) ? base : under);
            field_value(c, kv.value, obj_ok(f) ? object_mut(c->p, f)->type : TYPE_UNKNOWN);
        } else {
            field_value(c, e, i < s->count ? object_mut(c->p, s->fields[i])->type : TYPE_UNKNOWN);
        }
    }
}

// The position that a constant key gives, or -1.
static int64_t index_key(Checker *c, NodeId n)
{
    Operand x;
    int64_t at;
    check_expr(c, &x, n);
    check_assignment(c, &x, TID(BASIC_INT));
    return x.mode == EXPR_CONSTANT && constant_int64(x.value, &at) && at >= 0 ? at : -1;
}

// Returns the length that the elements need (spec: an index key moves the position).
static int64_t indexed_elements(Checker *c, NodeList elts, TypeId elem)
{
    const Ast *ast = check_ast(c);
    int64_t index = 0, max = 0;
    LIST_EACH (e, elts) {
        NodeId value = *e;
        if (node_kind(ast, value) == NODE_KEY_VALUE_EXPR) {
            KeyValueView kv = ast_key_value(ast, value);
            int64_t at = index_key(c, kv.key);
            index = at >= 0 ? at : index;
            value = kv.value;
        }
        element(c, value, elem);
        if (index < INT64_MAX)
            index++;
        if (index > max)
            max = index;
    }
    return max;
}

static void map_elements(Checker *c, NodeList elts, TypeId map)
{
    const Ast *ast = check_ast(c);
    TypeId key = type_at(c->p, map)->key, elem = type_at(c->p, map)->elem;
    LIST_EACH (e, elts) {
        if (node_kind(ast, *e) != NODE_KEY_VALUE_EXPR) {
            element(c, *e, elem);
            continue;
        }
        KeyValueView kv = ast_key_value(ast, *e);
        element(c, kv.key, key);
        element(c, kv.value, elem);
    }
}

// The literal's type is not known: keys may be field names or values, so only values are checked,
// and keys that are not plain names.
static void unknown_elements(Checker *c, NodeList elts, TypeId base)
{
    const Ast *ast = check_ast(c);
    LIST_EACH (e, elts) {
        NodeId value = *e;
        if (node_kind(ast, value) == NODE_KEY_VALUE_EXPR) {
            KeyValueView kv = ast_key_value(ast, value);
            value = kv.value;
            if (node_kind(ast, kv.key) != NODE_IDENT)
                element(c, kv.key, TYPE_UNKNOWN);
            else if (type_is_open(c->p, base))
                key_field(c, kv.key, base);
            else if (obj_ok(scope_lookup(c, check_name(c, kv.key))))
                check_use(c, kv.key);
        }
        element(c, value, TYPE_UNKNOWN);
    }
}

static bool open_array(const Ast *ast, NodeId type)
{
    return node_kind(ast, type) == NODE_ARRAY_TYPE &&
           node_kind(ast, ast_array_type(ast, type).len) == NODE_ELLIPSIS;
}

void check_composite(Checker *c, Operand *x, NodeId n, TypeId hint)
{
    Package *p = c->p;
    CompositeLitView v = ast_composite_lit(check_ast(c), n);
    TypeId t = hint, base;
    if (node_ok(v.type))
        t = check_type(c, v.type);
    base = t;
    TypeId under = type_core(p, base);
    // Where the type is left out of an element, *T means &T{}.
    if (!node_ok(v.type) && type_kind(p, under) == T_POINTER) {
        base = type_at(p, under)->elem;
        under = type_core(p, base);
    }
    switch (type_kind(p, under)) {
    case T_STRUCT:
        struct_literal(c, v.elts, base, under);
        break;
    case T_ARRAY: {
        int64_t len = indexed_elements(c, v.elts, type_at(p, under)->elem);
        if (type_at(p, under)->len < 0 && type_kind(p, type_unalias(p, t)) == T_ARRAY) {
            t = table_array(p, type_at(p, under)->elem, len);
            if (open_array(check_ast(c), v.type))
                record_type(c, v.type, EXPR_TYPE, t, NULL);
        }
        break;
    }
    case T_SLICE:
        indexed_elements(c, v.elts, type_at(p, under)->elem);
        break;
    case T_MAP:
        map_elements(c, v.elts, under);
        break;
    default:
        unknown_elements(c, v.elts, base);
    }
    check_invalid(x);
    x->type = t;
}

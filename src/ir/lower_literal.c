// lower_literal.c - composite literals (spec: Composite literals): a new place and a store for each
// element. A literal inside a literal is built in its element's place, as the compiler does.
#include "ir/lower.h"

typedef struct Elt {
    NodeId key, value; // key is none where it is not given
} Elt;

static Elt elt_of(const Fn *fn, NodeId n)
{
    if (node_kind(fn->ast, n) != NODE_KEY_VALUE_EXPR)
        return (Elt){.value = n};
    KeyValueView view = ast_key_value(fn->ast, n);
    return (Elt){view.key, view.value};
}

static void fill_struct(Fn *fn, NodeId n, IrValue place, TypeId type);
static IrValue make_value(Fn *fn, NodeId n, TypeId type);

static bool is_composite(const Fn *fn, NodeId n)
{
    return node_ok(n) && node_kind(fn->ast, n) == NODE_COMPOSITE_LIT;
}

// The elided form {…} of an element *T means &T{…}; types gives such a literal type *T.
static TypeId literal_type(const Fn *fn, NodeId n, TypeId wanted)
{
    TypeId t = fn_type(fn, n);
    return type_known(t) ? t : wanted;
}

// Stores an element at an address, in place where it is itself a struct literal.
static void store_elt(Fn *fn, NodeId value, IrValue place, TypeId type)
{
    NodeId inner = fn_unparen(fn, value);
    if (is_composite(fn, inner)) {
        TypeId t = literal_type(fn, inner, type);
        if (fn_kind(fn, t) == T_STRUCT && !fn_is_interface(fn, type)) {
            fill_struct(fn, inner, place, t);
            return;
        }
        emit_store(fn, value, place, convert_to(fn, value, make_value(fn, inner, t), type));
        return;
    }
    emit_store(fn, value, place, lower_expr_as(fn, value, type));
}

static ObjId struct_field(const Fn *fn, TypeId type, Elt e, uint32_t position)
{
    const Package *p = fn->b->types;
    if (!node_ok(e.key))
        return position < type_field_count(p, type) ? type_field(p, type, position) : OBJ_NONE;
    if (node_kind(fn->ast, e.key) == NODE_IDENT) {
        ObjId obj = node_object(p, fn->file, e.key);
        if (obj_ok(obj))
            return obj;
    }
    const Selection *sel =
        node_kind(fn->ast, e.key) == NODE_SELECTOR_EXPR ? node_selection(p, fn->file, e.key) : NULL;
    return sel ? sel->obj : OBJ_NONE;
}

static Name key_name(const Fn *fn, NodeId key)
{
    NodeId ident = node_ok(key) && node_kind(fn->ast, key) == NODE_SELECTOR_EXPR
                       ? ast_selector(fn->ast, key).sel
                       : key;
    return node_ok(ident) && node_kind(fn->ast, ident) == NODE_IDENT
               ? name_of(fn->b->names, ast_text(fn->ast, ident))
               : (Name){0};
}

static void fill_struct(Fn *fn, NodeId n, IrValue place, TypeId type)
{
    uint32_t position = 0;
    LIST_EACH (item, ast_composite_lit(fn->ast, n).elts) {
        Elt e = elt_of(fn, *item);
        ObjId field = struct_field(fn, type, e, position++);
        const Object *o = obj_ok(field) ? object_at(fn->b->types, field) : NULL;
        IrInstr in = instr_place(fn, IR_ADDR_FIELD, *item, o ? o->type : TYPE_UNKNOWN);
        in.field = field;
        in.field_name = o ? o->name : key_name(fn, e.key);
        IrValue addr = emit1(fn, in, place);
        store_elt(fn, e.value, addr, in.place);
    }
}

// Elements of arrays and slices: `base` is the array's address or the slice. Constants of basic type
// are left out: nothing that the analysis follows is in them, and tables of them are long. Returns
// the number of elements.
static uint32_t fill_elements(Fn *fn, NodeId n, IrValue base, TypeId elem)
{
    int64_t next = 0, len = 0;
    bool basic = fn_kind(fn, elem) == T_BASIC;
    LIST_EACH (item, ast_composite_lit(fn->ast, n).elts) {
        Elt e = elt_of(fn, *item);
        const Constant *c = fn_constant(fn, e.key);
        int64_t at;
        if (node_ok(e.key) && constant_int64(c, &at))
            next = at;
        int64_t here = next;
        next = next < INT64_MAX ? next + 1 : next;
        len = next > len ? next : len;
        if (basic && fn_constant(fn, e.value))
            continue;
        IrValue index = emit_int(fn, here);
        IrInstr in = instr_place(fn, IR_ADDR_INDEX, *item, elem);
        store_elt(fn, e.value, emit2(fn, in, base, index), elem);
    }
    return len < UINT32_MAX ? (uint32_t)len : UINT32_MAX;
}

static IrValue element_value(Fn *fn, NodeId n, TypeId type)
{
    NodeId inner = fn_unparen(fn, n);
    if (is_composite(fn, inner))
        return convert_to(fn, n, make_value(fn, inner, literal_type(fn, inner, type)), type);
    return lower_expr_as(fn, n, type);
}

static IrValue make_map(Fn *fn, NodeId n, TypeId type)
{
    IrValue map = emit(fn, instr_typed(fn, IR_MAKE_MAP, n, type));
    LIST_EACH (item, ast_composite_lit(fn->ast, n).elts) {
        Elt e = elt_of(fn, *item);
        IrValue args[3] = {map};
        args[1] =
            node_ok(e.key) ? element_value(fn, e.key, fn_key(fn, type)) : emit_unknown(fn, *item);
        args[2] = element_value(fn, e.value, fn_elem(fn, type));
        emit_args(fn, instr_for(fn, IR_MAP_UPDATE, *item), args, 3);
    }
    return map;
}

static IrValue make_slice(Fn *fn, NodeId n, TypeId type)
{
    IrValue slice = emit(fn, instr_typed(fn, IR_MAKE_SLICE, n, type));
    uint32_t len = fill_elements(fn, n, slice, fn_elem(fn, type));
    fn->f->instrs.data[slice.v].index = len;
    return slice;
}

// The keys and values of a literal whose type is not known are all that it is made from.
static IrValue make_unknown(Fn *fn, NodeId n, TypeId type)
{
    ValueList parts = {0};
    LIST_EACH (item, ast_composite_lit(fn->ast, n).elts) {
        Elt e = elt_of(fn, *item);
        vec_push(fn->scratch, &parts.items, element_value(fn, e.value, TYPE_UNKNOWN));
    }
    return emit_args(fn, instr_typed(fn, IR_UNKNOWN, n, type), parts.items.data, parts.items.len);
}

static IrValue make_place(Fn *fn, NodeId n, NodeId stands_for, TypeId type)
{
    IrValue place = emit(fn, instr_place(fn, IR_ALLOC, stands_for, type));
    if (fn_kind(fn, type) == T_ARRAY)
        fill_elements(fn, n, place, fn_elem(fn, type));
    else
        fill_struct(fn, n, place, type);
    return place;
}

static bool lives_in_place(const Fn *fn, TypeId type)
{
    TypeKind kind = fn_kind(fn, type);
    return kind == T_STRUCT || kind == T_ARRAY;
}

// A literal whose fields have names is a struct's, whatever its type turns out to be.
static bool looks_like_struct(const Fn *fn, NodeId n)
{
    NodeList elts = ast_composite_lit(fn->ast, n).elts;
    if (elts.len == 0)
        return true;
    Elt e = elt_of(fn, elts.items[0]);
    return node_ok(e.key) && node_kind(fn->ast, e.key) == NODE_IDENT;
}

static IrValue make_value(Fn *fn, NodeId n, TypeId type)
{
    TypeKind kind = fn_kind(fn, type);
    if (kind == T_POINTER) {
        IrValue place = lower_composite(fn, n, n);
        return place;
    }
    if (kind == T_MAP)
        return make_map(fn, n, type);
    if (kind == T_SLICE)
        return make_slice(fn, n, type);
    if (!lives_in_place(fn, type) && !looks_like_struct(fn, n))
        return make_unknown(fn, n, type);
    return emit_load(fn, n, make_place(fn, n, n, type), type);
}

// T{…} as a value; with `address_of` (the & expression) the address of a new variable that holds
// it.
IrValue lower_composite(Fn *fn, NodeId n, NodeId address_of)
{
    TypeId type = fn_type(fn, n);
    if (!node_ok(address_of))
        return make_value(fn, n, type);
    if (fn_is_pointer(fn, type))
        type = fn_elem(fn, type);
    IrValue place;
    if (lives_in_place(fn, type) || !type_known(fn_type(fn, n)) || fn_kind(fn, type) == T_UNKNOWN) {
        place = make_place(fn, n, address_of, type);
    } else {
        IrValue v = make_value(fn, n, type);
        place = emit(fn, instr_place(fn, IR_ALLOC, address_of, type));
        emit_store(fn, n, place, v);
    }
    return place;
}

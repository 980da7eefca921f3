// builtin.c - calls of predeclared functions and of package unsafe's (spec: Built-in functions,
// Package unsafe).
#include "types/check.h"

typedef struct BuiltinCall {
    Checker *c;
    Operand *x; // the result
    NodeId call, fun;
    NodeList args;
    Operands values; // evaluated arguments
    bool dots;
    uint64_t calls_before;
} BuiltinCall;

static TypeId arg_type(const BuiltinCall *b, uint32_t i)
{
    return i < b->values.len ? b->values.items[i].type : TYPE_UNKNOWN;
}

// Records the signature that the builtin has in this call, through parentheses.
static void record_as(BuiltinCall *b, TypeId result, const TypeId *params, uint32_t n,
                      bool variadic)
{
    Checker *c = b->c;
    Package *p = c->p;
    Signature sig = {.variadic = variadic, .params = table_tuple_of(p, params, n)};
    if (type_known(result))
        sig.results = table_tuple_of(p, &result, 1);
    TypeId t = table_signature(p, sig);
    NodeId f = b->fun;
    record_type(c, f, EXPR_BUILTIN, t, NULL);
    while (node_kind(check_ast(c), f) == NODE_PAREN_EXPR) {
        f = ast_operand(check_ast(c), f);
        record_type(c, f, EXPR_BUILTIN, t, NULL);
    }
}

static void value(BuiltinCall *b, TypeId t)
{
    check_invalid(b->x);
    b->x->type = t;
    b->c->calls++;
}

static void no_value(BuiltinCall *b)
{
    check_invalid(b->x);
    b->x->mode = EXPR_NOVALUE;
    b->c->calls++;
}

static void constant(BuiltinCall *b, TypeId t, const Constant *v)
{
    check_invalid(b->x);
    b->x->mode = EXPR_CONSTANT;
    b->x->type = t;
    b->x->value = v;
}

static void assign_arg(BuiltinCall *b, uint32_t i, TypeId t)
{
    if (i < b->values.len)
        check_assignment(b->c, &b->values.items[i], t);
}

static void append_call(BuiltinCall *b)
{
    Checker *c = b->c;
    Package *p = c->p;
    TypeId s = arg_type(b, 0), core = type_core(p, s);
    bool slice = type_kind(p, core) == T_SLICE;
    TypeId elem = slice ? type_at(p, core)->elem : TYPE_UNKNOWN;
    // append([]byte, string...) takes the string's bytes.
    TypeId last = arg_type(b, 1);
    bool mixed =
        type_is_param(p, last) && !type_known(type_core(p, last)) && type_text_like(p, last);
    bool text = b->dots && slice && type_basic(p, elem) == BASIC_UINT8 && b->values.len == 2 &&
                (mixed || type_all(p, last, CLASS_STRING));
    for (uint32_t i = 1; i < b->values.len; i++) {
        if (!text)
            assign_arg(b, i, b->dots ? s : elem);
    }
    if (slice) {
        TypeId params[2] = {s, text ? type_default(p, arg_type(b, 1)) : table_slice(p, elem)};
        record_as(b, s, params, 2, true);
    }
    value(b, slice ? s : s.v == BASIC_UNTYPED_NIL ? TYPE_UNKNOWN : s);
}

// Spec: Length and capacity: constant for constant strings, and for arrays where evaluating the
// argument calls nothing and receives nothing.
static void length_call(BuiltinCall *b, BuiltinKind id)
{
    Checker *c = b->c;
    Package *p = c->p;
    if (b->values.len == 0) {
        value(b, TID(BASIC_INT));
        return;
    }
    Operand *a = &b->values.items[0];
    if (a->mode == EXPR_CONSTANT && basic_is(p, a->type, CLASS_STRING) && id == BUILTIN_LEN) {
        size_t n = constant_string_len(a->value);
        constant(b, TID(BASIC_INT), a->value ? constant_of_int(&p->arena, (int64_t)n) : NULL);
        return;
    }
    TypeId under = type_underlying(p, a->type);
    if (type_kind(p, under) == T_POINTER && !type_is_param(p, a->type))
        under = type_underlying(p, type_at(p, under)->elem);
    const Type *at = type_at(p, under);
    if (at->kind == T_ARRAY && b->calls_before == c->calls) {
        const Constant *n = at->len >= 0 ? constant_of_int(&p->arena, at->len) : NULL;
        constant(b, TID(BASIC_INT), n);
        return;
    }
    check_default(c, a);
    record_as(b, TID(BASIC_INT), &a->type, 1, false);
    value(b, TID(BASIC_INT));
}

static BasicKind complex_of(BasicKind k)
{
    switch (k) {
    case BASIC_FLOAT32:
        return BASIC_COMPLEX64;
    case BASIC_FLOAT64:
        return BASIC_COMPLEX128;
    case BASIC_UNTYPED_FLOAT:
    case BASIC_UNTYPED_INT:
    case BASIC_UNTYPED_RUNE:
    case BASIC_UNTYPED_COMPLEX: // without an imaginary part
        return BASIC_UNTYPED_COMPLEX;
    default:
        return BASIC_INVALID;
    }
}

static void complex_call(BuiltinCall *b)
{
    Checker *c = b->c;
    Package *p = c->p;
    if (b->values.len < 2) {
        value(b, TYPE_UNKNOWN);
        return;
    }
    Operand *x = &b->values.items[0], *y = &b->values.items[1];
    bool ux = operand_untyped(c, x), uy = operand_untyped(c, y);
    if (ux && !uy)
        check_convert_untyped(c, x, y->type);
    else if (uy && !ux)
        check_convert_untyped(c, y, x->type);
    else if (ux && (x->mode != EXPR_CONSTANT || y->mode != EXPR_CONSTANT)) {
        check_convert_untyped(c, x, TID(BASIC_FLOAT64));
        check_convert_untyped(c, y, TID(BASIC_FLOAT64));
    }
    TypeId result = TID(complex_of(type_basic(p, x->type)));
    if (x->mode == EXPR_CONSTANT && y->mode == EXPR_CONSTANT) {
        const Constant *re = constant_to_float(&p->arena, x->value);
        const Constant *im = constant_to_float(&p->arena, y->value);
        constant(b, result, constant_make_complex(&p->arena, re, im));
        return;
    }
    TypeId params[2] = {x->type, x->type};
    record_as(b, result, params, 2, false);
    value(b, result);
}

static void part_call(BuiltinCall *b, BuiltinKind id)
{
    Checker *c = b->c;
    Package *p = c->p;
    if (b->values.len == 0) {
        value(b, TYPE_UNKNOWN);
        return;
    }
    Operand *x = &b->values.items[0];
    if (operand_untyped(c, x) && x->mode != EXPR_CONSTANT)
        check_convert_untyped(c, x, TID(BASIC_COMPLEX128));
    BasicKind k = type_basic(p, x->type);
    TypeId result = TID(k == BASIC_COMPLEX64    ? BASIC_FLOAT32
                        : k == BASIC_COMPLEX128 ? BASIC_FLOAT64
                        : basic_untyped(k)      ? BASIC_UNTYPED_FLOAT
                                                : BASIC_INVALID);
    if (x->mode == EXPR_CONSTANT) {
        const Constant *z = constant_to_complex(&p->arena, x->value);
        constant(b, result,
                 id == BUILTIN_REAL ? constant_real(&p->arena, z) : constant_imag(&p->arena, z));
        return;
    }
    record_as(b, result, &x->type, 1, false);
    value(b, result);
}

static void make_call(BuiltinCall *b)
{
    Checker *c = b->c;
    if (b->args.len == 0) {
        value(b, TYPE_UNKNOWN);
        return;
    }
    TypeId t = check_type(c, b->args.items[0]);
    TypeId params[3] = {t};
    uint32_t n = 1;
    for (uint32_t i = 1; i < b->args.len; i++) {
        Operand size;
        check_expr(c, &size, b->args.items[i]);
        check_assignment(c, &size, TID(BASIC_INT));
        if (n < 3)
            params[n++] = size.type;
    }
    if (type_known(t))
        record_as(b, t, params, n, false);
    value(b, t);
}

static void new_call(BuiltinCall *b)
{
    Checker *c = b->c;
    Operand x = {0};
    if (b->args.len == 0) {
        value(b, TYPE_UNKNOWN);
        return;
    }
    // An undeclared name is a type here more often than a value.
    NodeId arg = b->args.items[0];
    bool bare =
        node_kind(check_ast(c), arg) == NODE_IDENT && !obj_ok(scope_lookup(c, check_name(c, arg)));
    if (bare) {
        x.mode = EXPR_TYPE;
        x.type = check_type(c, arg);
    } else {
        check_expr_or_type(c, &x, arg);
    }
    if (x.mode != EXPR_TYPE)
        check_default(c, &x);
    TypeId result = type_known(x.type) ? table_pointer(c->p, x.type) : TYPE_UNKNOWN;
    if (type_known(x.type))
        record_as(b, result, &x.type, 1, false);
    value(b, result);
}

static bool ordered_constant(TokenKind op, const Constant *x, const Constant *y)
{
    bool r;
    return constant_compare(op, x, y, &r) && r;
}

static void extreme_call(BuiltinCall *b, BuiltinKind id)
{
    Checker *c = b->c;
    if (b->values.len == 0) {
        value(b, TYPE_UNKNOWN);
        return;
    }
    TokenKind op = id == BUILTIN_MAX ? TOK_GTR : TOK_LSS;
    Operand r = b->values.items[0];
    for (uint32_t i = 1; i < b->values.len; i++) {
        Operand *a = &b->values.items[i];
        if (!type_known(r.type) || !type_known(a->type)) {
            r.type = type_known(r.type) && !operand_untyped(c, &r) ? r.type : a->type;
            r.mode = EXPR_VALUE;
            continue;
        }
        check_match_types(c, &r, a);
        if (r.mode == EXPR_CONSTANT && a->mode == EXPR_CONSTANT) {
            if (ordered_constant(op, a->value, r.value))
                r = *a;
        } else {
            r.mode = EXPR_VALUE;
        }
    }
    if (r.mode != EXPR_CONSTANT)
        check_default(c, &r);
    for (uint32_t i = 0; i < b->values.len && type_known(r.type); i++)
        check_update_type(c, b->values.items[i].expr, r.type, true);
    if (r.mode == EXPR_CONSTANT) {
        constant(b, r.type, r.value);
        return;
    }
    TypeId *params = arena_array(&c->p->scratch, TypeId, b->values.len);
    for (uint32_t i = 0; i < b->values.len; i++)
        params[i] = r.type;
    record_as(b, r.type, params, b->values.len, false);
    value(b, r.type);
}

// The key type of a map, or of all maps in a type set.
static TypeId map_key(Package *p, TypeId t)
{
    const Term *terms;
    uint32_t count;
    if (!type_is_param(p, t))
        return type_key(p, t);
    if (!type_terms(p, t, &terms, &count) || count == 0)
        return TYPE_UNKNOWN;
    TypeId key = type_key(p, terms[0].type);
    for (uint32_t i = 1; i < count; i++)
        if (!type_identical(p, key, type_key(p, terms[i].type)))
            return TYPE_UNKNOWN;
    return key;
}

static void effect_call(BuiltinCall *b, BuiltinKind id)
{
    Package *p = b->c->p;
    TypeId params[2] = {arg_type(b, 0), TYPE_UNKNOWN};
    uint32_t n = 1;
    if (id == BUILTIN_DELETE) {
        params[1] = map_key(p, params[0]);
        assign_arg(b, 1, params[1]);
        n = 2;
    } else if (id == BUILTIN_PANIC) {
        params[0] = TID(TID_EMPTY_INTERFACE);
        assign_arg(b, 0, params[0]);
    }
    record_as(b, TYPE_UNKNOWN, params, n, false);
    no_value(b);
}

static void print_call(BuiltinCall *b)
{
    TypeId *params = arena_array(&b->c->p->scratch, TypeId, b->values.len + 1);
    for (uint32_t i = 0; i < b->values.len; i++) {
        assign_arg(b, i, TYPE_UNKNOWN);
        params[i] = b->values.items[i].type;
    }
    record_as(b, TYPE_UNKNOWN, params, b->values.len, false);
    no_value(b);
}

static void copy_call(BuiltinCall *b)
{
    // A constant string that is copied stays untyped.
    TypeId params[2] = {arg_type(b, 0), type_default(b->c->p, arg_type(b, 1))};
    record_as(b, TID(BASIC_INT), params, 2, false);
    value(b, TID(BASIC_INT));
}

// The selection is on the struct itself, whatever pointer leads to it.
static int64_t offset_of(Checker *c, NodeId arg)
{
    const Selection *sel = node_selection(c->p, c->frame->file, arg);
    if (!sel || sel->kind != SEL_FIELD)
        return -1;
    Selection plain = *sel;
    plain.recv = type_deref(c->p, plain.recv);
    plain.indirect = false;
    record_selection(c, arg, plain);
    return type_sizeof(c->p, plain.recv) < 0 ? -1 : type_offsetof(c->p, &plain);
}

// The size of a value; a function has one also while its type, which asks for it, is not known yet.
static int64_t size_of(BuiltinCall *b, NodeId arg)
{
    Checker *c = b->c;
    ObjId o = node_ok(arg) ? node_object(c->p, c->frame->file, arg) : OBJ_NONE;
    bool function = obj_ok(o) && object_mut(c->p, o)->kind == OBJ_FUNC;
    TypeId empty = TID(TID_EMPTY_TUPLE);
    TypeId t = !type_known(arg_type(b, 0)) && function
                   ? table_signature(c->p, (Signature){.params = empty, .results = empty})
                   : arg_type(b, 0);
    return type_sizeof(c->p, t);
}

static void size_call(BuiltinCall *b, BuiltinKind id)
{
    Checker *c = b->c;
    Package *p = c->p;
    assign_arg(b, 0, TYPE_UNKNOWN);
    int64_t n = -1;
    NodeId arg = b->args.len ? b->args.items[0] : (NodeId){0};
    while (node_kind(check_ast(c), arg) == NODE_PAREN_EXPR)
        arg = ast_operand(check_ast(c), arg);
    if (id == BUILTIN_UNSAFE_SIZEOF) {
        n = size_of(b, arg);
    } else if (id == BUILTIN_UNSAFE_ALIGNOF) {
        n = type_sizeof(p, arg_type(b, 0)) < 0 ? -1 : type_alignof(p, arg_type(b, 0));
    } else if (node_ok(arg)) {
        n = offset_of(c, arg);
    }
    if (n < 0 && type_known(arg_type(b, 0))) {
        TypeId param = arg_type(b, 0);
        record_as(b, TID(BASIC_UINTPTR), &param, 1, false);
        value(b, TID(BASIC_UINTPTR));
        return;
    }
    constant(b, TID(BASIC_UINTPTR), n >= 0 ? constant_of_int(&p->arena, n) : NULL);
}

static void unsafe_call(BuiltinCall *b, BuiltinKind id)
{
    Package *p = b->c->p;
    TypeId result = TYPE_UNKNOWN, core;
    uint32_t n = 2;
    TypeId first = TYPE_UNKNOWN;
    if (id == BUILTIN_UNSAFE_ADD)
        first = TID(BASIC_UNSAFE_POINTER);
    else if (id == BUILTIN_UNSAFE_STRING)
        first = table_pointer(p, TID(TID_BYTE));
    assign_arg(b, 0, first);
    assign_arg(b, 1, TID(BASIC_INT));
    core = type_core(p, arg_type(b, 0));
    switch (id) {
    case BUILTIN_UNSAFE_ADD:
        result = TID(BASIC_UNSAFE_POINTER);
        break;
    case BUILTIN_UNSAFE_SLICE:
        if (type_kind(p, core) == T_POINTER)
            result = table_slice(p, type_at(p, core)->elem);
        first = core;
        break;
    case BUILTIN_UNSAFE_SLICE_DATA:
        if (type_kind(p, core) == T_SLICE)
            result = table_pointer(p, type_at(p, core)->elem);
        first = core;
        n = 1;
        break;
    case BUILTIN_UNSAFE_STRING:
        result = TID(BASIC_STRING);
        break;
    default:
        result = table_pointer(p, TID(TID_BYTE));
        n = 1;
    }
    TypeId params[2] = {type_known(first) ? first : arg_type(b, 0), arg_type(b, 1)};
    if (type_known(result))
        record_as(b, result, params, n, false);
    value(b, result);
}

static void dispatch(BuiltinCall *b, BuiltinKind id)
{
    switch (id) {
    case BUILTIN_APPEND:
        append_call(b);
        break;
    case BUILTIN_LEN:
    case BUILTIN_CAP:
        length_call(b, id);
        break;
    case BUILTIN_COMPLEX:
        complex_call(b);
        break;
    case BUILTIN_REAL:
    case BUILTIN_IMAG:
        part_call(b, id);
        break;
    case BUILTIN_MAX:
    case BUILTIN_MIN:
        extreme_call(b, id);
        break;
    case BUILTIN_CLEAR:
    case BUILTIN_CLOSE:
    case BUILTIN_DELETE:
    case BUILTIN_PANIC:
        effect_call(b, id);
        break;
    case BUILTIN_PRINT:
    case BUILTIN_PRINTLN:
        print_call(b);
        break;
    case BUILTIN_COPY:
        copy_call(b);
        break;
    case BUILTIN_RECOVER:
        record_as(b, TID(TID_EMPTY_INTERFACE), NULL, 0, false);
        value(b, TID(TID_EMPTY_INTERFACE));
        break;
    case BUILTIN_UNSAFE_ALIGNOF:
    case BUILTIN_UNSAFE_OFFSETOF:
    case BUILTIN_UNSAFE_SIZEOF:
        size_call(b, id);
        break;
    default:
        unsafe_call(b, id);
    }
}

void check_builtin(Checker *c, Operand *x, NodeId call, BuiltinKind id)
{
    CallView v = ast_call(check_ast(c), call);
    BuiltinCall b = {.c = c,
                     .x = x,
                     .call = call,
                     .fun = v.fun,
                     .args = v.args,
                     .dots = v.ellipsis.v != 0,
                     .calls_before = c->calls};
    if (id == BUILTIN_MAKE) {
        make_call(&b);
        return;
    }
    if (id == BUILTIN_NEW) {
        new_call(&b);
        return;
    }
    // f(g()) passes all results of g.
    b.values = check_values(c, v.args, v.args.len == 1 ? 0 : v.args.len, false, NULL);
    dispatch(&b, id);
}

// call.c - calls, conversions and lists of values (spec: Calls, Passing arguments to ...
// parameters).
#include "types/check.h"

static Operands operands_new(Checker *c, uint32_t n)
{
    Operands v = {.len = n, .items = arena_array(&c->p->scratch, Operand, n ? n : 1)};
    for (uint32_t i = 0; i < n; i++)
        check_invalid(&v.items[i]);
    return v;
}

static bool is_comma_ok(ExprMode m)
{
    return m == EXPR_COMMA_OK || m == EXPR_MAP_INDEX;
}

// One expression that may stand for several values.
static Operands spread(Checker *c, Operand x, uint32_t want, bool comma_ok)
{
    Package *p = c->p;
    const Type *t = type_at(p, x.type);
    if (x.mode == EXPR_VALUE && t->kind == T_TUPLE) {
        Operands v = operands_new(c, t->tuple.count);
        for (uint32_t i = 0; i < v.len; i++)
            v.items[i] =
                (Operand){.mode = EXPR_VALUE, .type = object_mut(p, t->tuple.vars[i])->type};
        return v;
    }
    bool two = comma_ok && want == 2 && is_comma_ok(x.mode);
    // What is unknown may give as many values as are wanted.
    Operands v = operands_new(c, two ? 2 : !type_known(x.type) && want > 1 ? want : 1);
    v.items[0] = x;
    if (two)
        v.items[1] = (Operand){.mode = EXPR_VALUE, .type = TID(BASIC_UNTYPED_BOOL)};
    return v;
}

static void no_type(Operand *x)
{
    if (x->mode == EXPR_TYPE || x->mode == EXPR_BUILTIN || x->mode == EXPR_NOVALUE ||
        x->mode == EXPR_PACKAGE)
        check_invalid(x);
}

Operands check_values(Checker *c, NodeList list, uint32_t want, bool comma_ok,
                      const TypeId *targets)
{
    if (list.len == 1 && want != 1) {
        Operand x;
        check_raw(c, &x, list.items[0], (Want){0});
        no_type(&x);
        return spread(c, x, want, comma_ok);
    }
    Operands v = operands_new(c, list.len);
    for (uint32_t i = 0; i < list.len; i++) {
        TypeId to = targets && i < want ? targets[i] : TYPE_UNKNOWN;
        check_expr_to(c, &v.items[i], list.items[i], to);
    }
    return v;
}

static bool generic_value(const Package *p, const Operand *x)
{
    const Type *t = type_at(p, x->type);
    return x->mode == EXPR_VALUE && t->kind == T_SIGNATURE && t->sig->tparam_count > 0;
}

// Arguments may be generic functions: what they are instantiated with is inferred with the call.
static Operands arguments(Checker *c, NodeList list)
{
    if (list.len == 1) {
        Operand x;
        check_raw(c, &x, list.items[0], (Want){.generic = true});
        no_type(&x);
        return spread(c, x, 1, false);
    }
    Operands v = operands_new(c, list.len);
    for (uint32_t i = 0; i < list.len; i++) {
        check_raw(c, &v.items[i], list.items[i], (Want){.generic = true});
        no_type(&v.items[i]);
        if (type_kind(c->p, v.items[i].type) == T_TUPLE)
            check_invalid(&v.items[i]);
    }
    return v;
}

static void conversion(Checker *c, Operand *x, CallView v)
{
    TypeId t = x->type;
    check_invalid(x);
    for (uint32_t i = 0; i < v.args.len; i++) {
        check_expr_to(c, x, v.args.items[i], i == 0 ? t : TYPE_UNKNOWN);
        if (i > 0)
            check_default(c, x);
    }
    if (v.args.len == 1) {
        check_conversion(c, x, t);
    } else {
        check_invalid(x);
        x->type = t;
    }
}

static void unknown_call(Checker *c, Operand *x, CallView v)
{
    c->calls++;
    LIST_EACH (a, v.args) {
        Operand arg;
        check_raw(c, &arg, *a, (Want){.generic = true});
        check_default(c, &arg);
    }
    check_invalid(x);
}

// The type of each argument's parameter; a variadic one stands for all that follow.
static TypeId *parameter_types(Checker *c, const Signature *sig, uint32_t n, bool dots)
{
    Package *p = c->p;
    const Type *params = type_at(p, sig->params);
    uint32_t count = params->tuple.count;
    TypeId *types = arena_array(&p->scratch, TypeId, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        bool last = sig->variadic && i + 1 >= count && count > 0;
        if (last)
            types[i] = object_mut(p, params->tuple.vars[count - 1])->type;
        else if (i < count)
            types[i] = object_mut(p, params->tuple.vars[i])->type;
        if (last && !dots)
            types[i] = type_elem(p, types[i]);
    }
    return types;
}

typedef struct GenericCall {
    Checker *c;
    VEC(TypeId) tparams; // of the function, then of generic arguments
    VEC(TypeId) args;
    uint32_t own; // how many are the function's
} GenericCall;

static void add_generic(GenericCall *g, TypeId *tparams, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        vec_push(&g->c->p->scratch, &g->tparams, tparams[i]);
        vec_push(&g->c->p->scratch, &g->args, TYPE_UNKNOWN);
    }
}

// Gives an operand that is a generic function fresh type parameters, to be inferred with the rest.
static void add_generic_argument(GenericCall *g, Operand *arg)
{
    Package *p = g->c->p;
    Signature sig = *type_at(p, arg->type)->sig;
    TypeId *fresh = arena_array(&p->arena, TypeId, sig.tparam_count);
    memcpy(fresh, sig.tparams, sig.tparam_count * sizeof *fresh);
    Signature plain = {.params = sig.params, .results = sig.results, .variadic = sig.variadic};
    TypeId renamed = infer_rename(g->c, fresh, sig.tparam_count, table_signature(p, plain));
    plain = *type_at(p, renamed)->sig;
    plain.tparams = fresh;
    plain.tparam_count = sig.tparam_count;
    arg->type = table_signature(p, plain);
    add_generic(g, fresh, sig.tparam_count);
}

static void finish_generic_arguments(GenericCall *g, Operands args)
{
    Package *p = g->c->p;
    uint32_t at = g->own;
    for (uint32_t i = 0; i < args.len; i++) {
        Operand *a = &args.items[i];
        if (!generic_value(p, a))
            continue;
        uint32_t n = type_at(p, a->type)->sig->tparam_count;
        a->type = instantiate_signature(p, a->type, g->args.data + at, n);
        record_instance(g->c, a->expr, a->type);
        record_operand(g->c, a);
        at += n;
    }
}

static bool all_known(const TypeId *types, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!type_known(types[i]))
            return false;
    return true;
}

// Infers and instantiates; returns the signature that is called. `given` are explicit arguments.
static TypeId instantiate_call(Checker *c, TypeId sig_id, const TypeId *given, uint32_t given_count,
                               TypeId *params, Operands args)
{
    Package *p = c->p;
    Signature sig = *type_at(p, sig_id)->sig;
    GenericCall g = {.c = c, .own = sig.tparam_count};
    TypeId *fresh = arena_array(&p->arena, TypeId, sig.tparam_count);
    if (sig.tparam_count)
        memcpy(fresh, sig.tparams, sig.tparam_count * sizeof *fresh);
    TypeId tuple = infer_rename(c, fresh, sig.tparam_count, table_tuple_of(p, params, args.len));
    for (uint32_t i = 0; i < args.len; i++)
        params[i] = type_tuple_at(p, tuple, i);
    add_generic(&g, fresh, sig.tparam_count);
    for (uint32_t i = 0; i < given_count && i < g.own; i++)
        g.args.data[i] = given[i];
    for (uint32_t i = 0; i < args.len; i++)
        if (generic_value(p, &args.items[i]))
            add_generic_argument(&g, &args.items[i]);
    Inference in = {.tparams = g.tparams.data, .count = g.tparams.len, .args = g.args.data};
    infer_arguments(c, &in, params, args.items, args.len);
    finish_generic_arguments(&g, args);
    Subst s = {.from = fresh, .to = g.args.data, .count = g.own};
    for (uint32_t i = 0; i < args.len; i++)
        params[i] = subst_type(p, &s, params[i]);
    if (g.own == 0)
        return sig_id;
    // What could not be inferred is unknown in parameters and results.
    return all_known(g.args.data, g.own) ? instantiate_signature(p, sig_id, g.args.data, g.own)
                                         : infer_partial(c, sig_id, g.args.data);
}

static void result(Checker *c, Operand *x, TypeId sig)
{
    Package *p = c->p;
    TypeId results = type_at(p, sig)->sig->results;
    const Type *t = type_at(p, results);
    check_invalid(x);
    if (t->tuple.count == 0)
        x->mode = EXPR_NOVALUE;
    else if (t->tuple.count == 1)
        x->type = object_mut(p, t->tuple.vars[0])->type;
    else
        x->type = results;
}

static void ordinary_call(Checker *c, Operand *x, CallView v, NodeId index)
{
    Package *p = c->p;
    c->calls++;
    TypeId sig = type_core(p, x->type);
    bool generic = type_at(p, sig)->sig->tparam_count > 0;
    uint32_t given_count = 0;
    const TypeId *given = NULL;
    if (node_ok(index))
        given = check_type_list(c, ast_index(check_ast(c), index).indices, &given_count);
    Operands args = arguments(c, v.args);
    bool any = generic;
    for (uint32_t i = 0; i < args.len; i++)
        any |= generic_value(p, &args.items[i]);
    TypeId *params = parameter_types(c, type_at(p, sig)->sig, args.len, v.ellipsis.v != 0);
    TypeId called = any ? instantiate_call(c, sig, given, given_count, params, args) : sig;
    if (generic) {
        record_instance(c, v.fun, called);
        record_type(c, v.fun, EXPR_VALUE, called, NULL);
    }
    for (uint32_t i = 0; i < args.len; i++)
        check_assignment(c, &args.items[i], params[i]);
    result(c, x, called);
}

// The function part of a call; a generic function with type arguments is left to the call.
static void callee(Checker *c, Operand *x, NodeId fun, NodeId *index)
{
    const Ast *ast = check_ast(c);
    NodeKind kind = node_kind(ast, fun);
    *x = (Operand){.expr = fun};
    check_invalid(x);
    if (kind == NODE_IDENT) {
        check_ident(c, x, fun, false, true);
    } else if (kind == NODE_SELECTOR_EXPR) {
        check_selector(c, x, fun, false, true);
    } else if (kind == NODE_INDEX_EXPR || kind == NODE_INDEX_LIST_EXPR) {
        if (check_index(c, x, fun))
            *index = fun;
    } else {
        check_raw(c, x, fun, (Want){.generic = true});
        return;
    }
    x->expr = fun;
    record_operand(c, x);
}

static void call(Checker *c, Operand *x, NodeId n)
{
    CallView v = ast_call(check_ast(c), n);
    NodeId index = {0};
    callee(c, x, v.fun, &index);
    if (x->mode == EXPR_TYPE)
        conversion(c, x, v);
    else if (x->mode == EXPR_BUILTIN)
        check_builtin(c, x, n, x->builtin);
    else if (type_kind(c->p, type_core(c->p, x->type)) != T_SIGNATURE)
        unknown_call(c, x, v);
    else
        ordinary_call(c, x, v, index);
}

void check_call(Checker *c, Operand *x, NodeId n, TypeId target)
{
    (void)target;
    Package *p = c->p;
    scratch_hold(p);
    c->depth++;
    call(c, x, n);
    c->depth--;
    scratch_release(p);
    x->expr = n;
}

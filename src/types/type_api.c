// type_api.c - questions to types.
#include "types/package.h"

TypeKind type_kind(const Package *p, TypeId t)
{
    return (TypeKind)type_at(p, t)->kind;
}

TypeId type_unalias(const Package *p, TypeId t)
{
    while (type_at(p, t)->kind == T_ALIAS) {
        named_complete(package_mut(p), t);
        t = type_at(p, t)->named->underlying;
    }
    return t;
}

// A constraint that is no interface stands for one with that type as its only term.
static TypeId param_interface(const Package *p, TypeParam *tp)
{
    if (type_known(tp->iface) || tp->busy)
        return tp->iface;
    tp->busy = true; // a constraint can lead back to its parameter
    TypeId under = type_underlying(p, tp->bound);
    tp->busy = false;
    if (type_known(under) && type_at(p, under)->kind != T_INTERFACE) {
        TypeId *embeds = arena_new(&package_mut(p)->arena, TypeId);
        *embeds = tp->bound;
        under = table_interface(package_mut(p),
                                (Interface){.embeds = embeds, .embed_count = 1, .implicit = true});
    }
    tp->iface = under;
    return under;
}

TypeId type_underlying(const Package *p, TypeId t)
{
    for (;;) {
        const Type *at = type_at(p, t);
        switch ((TypeKind)at->kind) {
        case T_ALIAS:
            t = type_unalias(p, t);
            break;
        case T_TYPE_PARAM:
            return param_interface(p, at->tparam);
        case T_NAMED:
            named_complete(package_mut(p), t);
            return at->named->underlying;
        default:
            return t;
        }
    }
}

TypeId type_deref(const Package *p, TypeId t)
{
    TypeId plain = type_unalias(p, t);
    return type_at(p, plain)->kind == T_POINTER ? type_at(p, plain)->elem : t;
}

BasicKind type_basic(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    return at->kind == T_BASIC ? (BasicKind)at->sub : BASIC_INVALID;
}

TypeId type_pointer_to(const Package *p, TypeId t)
{
    return type_known(t) ? table_pointer(package_mut(p), t) : TYPE_UNKNOWN;
}

TypeId type_shape(const Package *p, TypeId t)
{
    TypeId plain = type_unalias(p, t);
    if (type_at(p, plain)->kind != T_TYPE_PARAM)
        return type_underlying(p, plain);
    return type_core(package_mut(p), plain);
}

uint32_t type_term_count(const Package *p, TypeId t)
{
    const Term *terms;
    uint32_t count;
    TypeId plain = type_unalias(p, t);
    bool named = type_at(p, plain)->kind == T_TYPE_PARAM &&
                 type_terms(package_mut(p), plain, &terms, &count);
    return named ? count : 0;
}

TypeId type_term(const Package *p, TypeId t, uint32_t i)
{
    const Term *terms;
    uint32_t count;
    type_terms(package_mut(p), t, &terms, &count);
    return terms[i].type;
}

TypeId type_elem(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    switch ((TypeKind)at->kind) {
    case T_POINTER:
    case T_SLICE:
    case T_ARRAY:
    case T_MAP:
    case T_CHAN:
        return at->elem;
    default:
        return TYPE_UNKNOWN;
    }
}

TypeId type_key(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    return at->kind == T_MAP ? at->key : TYPE_UNKNOWN;
}

int64_t type_array_len(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    return at->kind == T_ARRAY ? at->len : -1;
}

ChanDir type_chan_dir(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    return at->kind == T_CHAN ? (ChanDir)at->sub : CHAN_BOTH;
}

uint32_t type_field_count(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    return at->kind == T_STRUCT ? at->strct->count : 0;
}

ObjId type_field(const Package *p, TypeId t, uint32_t i)
{
    return type_at(p, type_underlying(p, t))->strct->fields[i];
}

uint32_t type_tuple_len(const Package *p, TypeId t)
{
    const Type *at = type_at(p, t);
    return at->kind == T_TUPLE ? at->tuple.count : 0;
}

ObjId type_tuple_var(const Package *p, TypeId t, uint32_t i)
{
    return type_at(p, t)->tuple.vars[i];
}

TypeId type_tuple_at(const Package *p, TypeId t, uint32_t i)
{
    return object_mut(p, type_tuple_var(p, t, i))->type;
}

static const Signature *signature(const Package *p, TypeId t)
{
    const Type *at = type_at(p, type_underlying(p, t));
    return at->kind == T_SIGNATURE ? at->sig : NULL;
}

TypeId type_params(const Package *p, TypeId t)
{
    const Signature *s = signature(p, t);
    return s ? s->params : TID(TID_EMPTY_TUPLE);
}

TypeId type_results(const Package *p, TypeId t)
{
    const Signature *s = signature(p, t);
    return s ? s->results : TID(TID_EMPTY_TUPLE);
}

bool type_variadic(const Package *p, TypeId t)
{
    const Signature *s = signature(p, t);
    return s && s->variadic;
}

static const Named *named_info(const Package *p, TypeId t)
{
    const Type *at = type_at(p, t);
    return at->kind == T_NAMED || at->kind == T_ALIAS ? at->named : NULL;
}

ObjId type_named_object(const Package *p, TypeId t)
{
    const Type *at = type_at(p, t);
    if (at->kind == T_TYPE_PARAM)
        return at->tparam->obj;
    const Named *n = named_info(p, t);
    return n ? n->obj : OBJ_NONE;
}

TypeId type_origin(const Package *p, TypeId t)
{
    const Named *n = named_info(p, t);
    return n && type_known(n->origin) ? n->origin : t;
}

uint32_t type_arg_count(const Package *p, TypeId t)
{
    const Named *n = named_info(p, t);
    return n ? n->arg_count : 0;
}

TypeId type_arg(const Package *p, TypeId t, uint32_t i)
{
    return named_info(p, t)->args[i];
}

uint32_t type_method_count(const Package *p, TypeId t)
{
    t = type_unalias(p, t);
    if (type_at(p, t)->kind != T_NAMED)
        return 0;
    named_complete_methods(package_mut(p), t);
    return type_at(p, t)->named->methods.len;
}

ObjId type_method(const Package *p, TypeId t, uint32_t i)
{
    return type_at(p, type_unalias(p, t))->named->methods.data[i];
}

uint32_t type_interface_method_count(const Package *p, TypeId t)
{
    TypeId under = type_underlying(p, t);
    return type_at(p, under)->kind == T_INTERFACE ? type_set(package_mut(p), under)->method_count
                                                  : 0;
}

ObjId type_interface_method(const Package *p, TypeId t, uint32_t i)
{
    return type_set(package_mut(p), type_underlying(p, t))->methods[i];
}

bool type_implements(const Package *p, TypeId t, TypeId iface)
{
    Name missing;
    TypeId under = type_underlying(p, iface);
    if (type_at(p, under)->kind != T_INTERFACE || !type_known(t))
        return false;
    return type_has_methods(package_mut(p), t, iface, &missing);
}

bool type_is_named(const Package *p, TypeId t, const char *path, const char *name)
{
    t = type_unalias(p, type_deref(p, t));
    t = type_at(p, t)->kind == T_NAMED ? type_origin(p, t) : t;
    ObjId o = type_named_object(p, t);
    return obj_ok(o) && str_is(object_name(p, o), name) && str_is(object_path(p, o), path);
}

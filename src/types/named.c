// named.c - defined types on demand: underlying types, type parameters and methods, wherever they
// come from (this package, another one, an instance of a generic type, or a name that is declared
// by no one).
#include "types/check.h"

static Named *named_of(const Package *p, TypeId t)
{
    return type_at(p, t)->named;
}

// The methods of a generic interface's instance have the instance as receiver.
static TypeId own_methods(Package *p, TypeId t, TypeId under)
{
    if (type_at(p, under)->kind != T_INTERFACE || type_at(p, under)->iface->method_count == 0)
        return under;
    Interface copy = *type_at(p, under)->iface;
    copy.state = LAZY_NONE;
    copy.set = (TypeSet){0};
    copy.methods = arena_array(&p->arena, ObjId, copy.method_count);
    for (uint32_t i = 0; i < copy.method_count; i++) {
        Object m = *object_mut(p, type_at(p, under)->iface->methods[i]);
        m.recv = t;
        copy.methods[i] = table_object(p, m);
    }
    return table_interface(p, copy);
}

static void complete_instance(Package *p, TypeId t)
{
    Named *n = named_of(p, t);
    TypeId *tparams;
    uint32_t count = named_type_params(p, n->origin, &tparams);
    named_complete(p, n->origin);
    Named *origin = named_of(p, n->origin);
    if (count > n->arg_count)
        count = n->arg_count; // its home has changed since the instance was written down
    if (origin->state != LAZY_DONE) {
        n->state = LAZY_NONE; // asked again once the origin is known
        return;
    }
    Subst s = {.from = tparams, .to = n->args, .count = count};
    TypeId under = subst_type(p, &s, origin->underlying);
    if (type_at(p, t)->kind == T_ALIAS) {
        table_set_alias(p, t, under);
        return;
    }
    n->underlying = own_methods(p, t, type_underlying(p, under));
    n->open = origin->open;
    n->state = LAZY_DONE;
}

void named_complete(Package *p, TypeId t)
{
    Named *n = named_of(p, t);
    if (n->state != LAZY_NONE)
        return;
    n->state = LAZY_BUSY;
    if (type_known(n->origin))
        complete_instance(p, t);
    else if (type_known(n->foreign))
        import_underlying(p, t);
    else if (p->checker)
        check_type_decl(p->checker, t);
    else
        n->state = LAZY_DONE;
}

uint32_t named_type_params(Package *p, TypeId t, TypeId **tparams)
{
    Named *n = named_of(p, t);
    if (n->tparams_state == LAZY_NONE) {
        n->tparams_state = LAZY_BUSY;
        if (type_known(n->foreign))
            import_type_params(p, t);
        else if (p->checker && !type_known(n->origin))
            check_type_params_of(p->checker, t);
        n->tparams_state = LAZY_DONE;
    }
    *tparams = n->tparams;
    return n->tparam_count;
}

static ObjId own_method(Package *p, TypeId t, Name name)
{
    Named *n = named_of(p, t);
    uint64_t *known = map_get(&n->method_index, name.v);
    if (known)
        return (ObjId){(uint32_t)*known};
    ObjId m = OBJ_NONE;
    if (type_known(n->origin)) {
        ObjId generic = own_method(p, n->origin, name);
        m = obj_ok(generic) ? instance_method(p, t, generic) : OBJ_NONE;
    } else if (type_known(n->foreign)) {
        m = import_method(p, t, name);
    } else {
        return OBJ_NONE;
    }
    // Filling may have grown the index meanwhile.
    map_put(&p->arena, &named_of(p, t)->method_index, name.v, m.v);
    return m;
}

ObjId named_method(Package *p, TypeId t, Name name)
{
    ObjId m = own_method(p, t, name);
    if (obj_ok(m) && object_mut(p, m)->home != 0 && !name_exported(p, name))
        return OBJ_NONE;
    return m;
}

void named_complete_methods(Package *p, TypeId t)
{
    Named *n = named_of(p, t);
    if (n->methods_done)
        return;
    n->methods_done = true;
    if (type_known(n->origin)) {
        named_complete_methods(p, n->origin);
        Named *origin = named_of(p, n->origin);
        for (uint32_t i = 0; i < origin->methods.len; i++) {
            ObjId m = own_method(p, t, object_mut(p, origin->methods.data[i])->name);
            vec_push(&p->arena, &n->methods, m);
        }
    } else if (type_known(n->foreign)) {
        import_methods(p, t);
    }
}

bool type_is_open(const Package *p, TypeId t)
{
    t = type_unalias(p, t);
    const Type *at = type_at(p, t);
    if (at->kind != T_NAMED)
        return false;
    const Named *n = at->named;
    return type_known(n->origin) ? named_of(p, n->origin)->open : n->open;
}

ObjId open_member(Package *p, TypeId t, Name name, bool called)
{
    t = type_unalias(p, t);
    Named *n = named_of(p, t);
    uint64_t *known = map_get(&n->members, name.v);
    if (known)
        return (ObjId){(uint32_t)*known};
    Object o = {.kind = called ? OBJ_FUNC : OBJ_VAR,
                .name = name,
                .home = n->home,
                .role = VAR_FIELD,
                .synthetic = true};
    if (called)
        o.recv = t;
    ObjId id = table_object(p, o);
    map_put(&p->arena, &n->members, name.v, id.v);
    return id;
}

TypeId object_type(const Package *p, ObjId o)
{
    if (p->checker)
        check_resolve(p->checker, o);
    return object_mut(p, o)->type;
}

bool method_has_pointer_receiver(const Package *p, ObjId method)
{
    TypeId recv = type_unalias(p, object_mut(p, method)->recv);
    return type_at(p, recv)->kind == T_POINTER;
}

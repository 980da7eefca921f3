// relevance.c - which types can hold what the analysis is about: channels, functions, contexts,
// locks, library values. Everything else is left out of the constraints, which keeps the sets small:
// a pointer to a struct of this package carries nothing by itself, since fields are one place a type.
#include "flow/internal.h"

// Types nested deeper than this are taken to matter.
enum { MAX_NESTING = 8 };

static bool matters(Flow *f, TypeId t, unsigned depth);

static bool named_matters(Flow *f, TypeId t, unsigned depth)
{
    TypeId under = type_underlying(f->types, t);
    const Object *o = object_at(f->types, type_named_object(f->types, t));
    bool own = o->home == 0 && !o->synthetic;
    bool universe = str_is(package_ref_path(f->types, o->home), "");
    switch (type_kind(f->types, under)) {
    case T_STRUCT:
        return !own;
    case T_INTERFACE:
        // Methods of the package's own interfaces are found by class hierarchy; `error` holds nothing.
        return !universe && (!own || type_interface_method_count(f->types, t) == 0);
    default:
        return matters(f, under, depth);
    }
}

static bool matters(Flow *f, TypeId t, unsigned depth)
{
    t = type_unalias(f->types, t);
    if (depth > MAX_NESTING)
        return true;
    switch (type_kind(f->types, t)) {
    case T_BASIC:
        return type_basic(f->types, t) == BASIC_UNTYPED_NIL;
    case T_NAMED:
        return named_matters(f, t, depth + 1);
    case T_POINTER:
    case T_SLICE:
    case T_ARRAY:
        return matters(f, type_elem(f->types, t), depth + 1);
    case T_MAP:
        return matters(f, type_key(f->types, t), depth + 1) || matters(f, type_elem(f->types, t), depth + 1);
    case T_STRUCT:
        return false; // its fields are places of their own
    default:
        return true;
    }
}

bool type_matters(Flow *f, TypeId t)
{
    if (!type_known(t))
        return true;
    uint64_t *known = map_get(&f->relevance, t.v);
    if (known)
        return *known != 0;
    bool yes = matters(f, t, 0);
    map_put(&f->arena, &f->relevance, t.v, yes);
    return yes;
}

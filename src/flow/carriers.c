// carriers.c - values that carry a context: requests, streams, what frameworks hand to a handler.
//
// A model says it of a type's member: a method that derives a context from its receiver, or a method
// or field that gives another value which carries one (`c.Request` of a gin context).
#include "flow/internal.h"

// A carrier in a carrier in a carrier is as deep as frameworks go.
enum { CARRIERS_MAX = 3 };

// What a member gives: a field's type, a method's first result; without the pointer.
static TypeId member_type(const Flow *f, TypeId t, Name member)
{
    Selection sel = type_lookup(f->types, t, member);
    if (!obj_ok(sel.obj))
        return TYPE_UNKNOWN;
    TypeId type = object_at(f->types, sel.obj)->type;
    if (sel.kind == SEL_METHOD) {
        TypeId results = type_results(f->types, type);
        type = type_tuple_len(f->types, results) ? type_tuple_at(f->types, results, 0) : TYPE_UNKNOWN;
    }
    return type_known(type) ? type_unalias(f->types, type_deref(f->types, type_unalias(f->types, type))) : TYPE_UNKNOWN;
}

static bool speaks_of_receiver(const Flow *f, const ModelEntry *e, EffectKind kind)
{
    const Effect *effect = effect_find(e, kind, f->options.go_minor);
    return effect && effect->target.kind == REF_RECV;
}

static const char *member_text(const Flow *f, Arena *a, TypeId t, const char *text, Name member)
{
    Selection sel = type_lookup(f->types, t, member);
    return arena_printf(a, "%s.%.*s%s", text, STR_ARG(name_str(package_names(f->types), member)),
                        sel.kind == SEL_METHOD ? "()" : "");
}

static const char *context_text(const Flow *f, Arena *a, TypeId t, const char *text, unsigned depth);

// Through a member that the model of the type names.
static const char *text_by_model(const Flow *f, Arena *a, TypeId named, const char *text, unsigned depth)
{
    ObjId obj = type_named_object(f->types, named);
    const ModelPackage *p = model_package(f->ir->models, object_path(f->types, obj));
    Name type = object_at(f->types, obj)->name;
    for (uint32_t k = 0; p && k < p->entries.len; k++) {
        const ModelEntry *e = &p->entries.data[k];
        if (e->recv.v != type.v)
            continue;
        if (speaks_of_receiver(f, e, EFFECT_DERIVES))
            return member_text(f, a, named, text, e->name);
        TypeId inner = speaks_of_receiver(f, e, EFFECT_CARRIES) ? member_type(f, named, e->name) : TYPE_UNKNOWN;
        if (!type_known(inner) || type_identical(f->types, type_origin(f->types, inner), type_origin(f->types, named)))
            continue; // a chain of values of one type
        const char *found = context_text(f, a, inner, member_text(f, a, named, text, e->name), depth + 1);
        if (found)
            return found;
    }
    return NULL;
}

// Through a method that another interface, which a model describes, gave to this one: generated
// interfaces of streams embed that of the library.
static const char *text_by_method(const Flow *f, Arena *a, TypeId named, const char *text)
{
    TypeId shape = type_underlying(f->types, named);
    uint32_t count = type_kind(f->types, shape) == T_INTERFACE ? type_interface_method_count(f->types, shape) : 0;
    for (uint32_t k = 0; k < count; k++) {
        ObjId method = type_interface_method(f->types, shape, k);
        if (speaks_of_receiver(f, flow_object_model(f, method), EFFECT_DERIVES))
            return member_text(f, a, named, text, object_at(f->types, method)->name);
    }
    return NULL;
}

static const char *context_text(const Flow *f, Arena *a, TypeId t, const char *text, unsigned depth)
{
    if (!type_known(t))
        return NULL;
    if (flow_is_context(f, t))
        return text;
    TypeId named = type_unalias(f->types, type_deref(f->types, type_unalias(f->types, t)));
    ObjId obj = type_kind(f->types, named) == T_NAMED ? type_named_object(f->types, named) : OBJ_NONE;
    if (!obj_ok(obj) || !f->ir->models || depth > CARRIERS_MAX)
        return NULL;
    const char *found = object_at(f->types, obj)->home ? text_by_model(f, a, named, text, depth) : NULL;
    return found ? found : text_by_method(f, a, named, text);
}

const char *flow_context_text(const Flow *f, Arena *a, TypeId t, const char *text)
{
    return context_text(f, a, t, text, 0);
}

bool flow_carries_context(const Flow *f, TypeId t)
{
    Arena scratch = {0};
    bool carries = context_text(f, &scratch, t, "", 0) != NULL;
    arena_free(&scratch);
    return carries;
}

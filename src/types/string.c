// string.c - types as text, as go/types prints them with full package paths.
#include "types/constant_make.h"
#include "types/package.h"

#include <stdio.h>
#include <string.h>

enum {
    // Instantiation can double a type's text at each step; what is longer is cut.
    TYPE_TEXT_MAX = 64 * 1024,
};

typedef struct Text {
    StrBuf buf;
    size_t max;
} Text;

static void write_type(const Package *p, Text *b, TypeId t);

static void write_object(const Package *p, Text *b, ObjId o)
{
    const Object *obj = object_mut(p, o);
    if (obj->home != 1) {
        strbuf_add(&b->buf, package_ref_path(p, obj->home));
        strbuf_addc(&b->buf, '.');
    }
    strbuf_add(&b->buf, name_str(p->names, obj->name));
}

static void write_list(const Package *p, Text *b, const TypeId *types, uint32_t count)
{
    strbuf_addc(&b->buf, '[');
    for (uint32_t i = 0; i < count; i++) {
        strbuf_adds(&b->buf, i ? ", " : "");
        write_type(p, b, types[i]);
    }
    strbuf_addc(&b->buf, ']');
}

// A run of parameters with one constraint prints it once: [K comparable, A, B any].
static void write_tparams(const Package *p, Text *b, const TypeId *tparams, uint32_t count)
{
    strbuf_addc(&b->buf, '[');
    TypeId bound = TYPE_UNKNOWN;
    for (uint32_t i = 0; i < count; i++) {
        TypeId next = type_at(p, tparams[i])->tparam->bound;
        if (i > 0) {
            if (next.v != bound.v) {
                strbuf_addc(&b->buf, ' ');
                write_type(p, b, bound);
            }
            strbuf_adds(&b->buf, ", ");
        }
        bound = next;
        write_type(p, b, tparams[i]);
    }
    strbuf_addc(&b->buf, ' ');
    write_type(p, b, bound);
    strbuf_addc(&b->buf, ']');
}

static void write_tuple(const Package *p, Text *b, TypeId t, bool variadic)
{
    const Type *tuple = type_at(p, t);
    strbuf_addc(&b->buf, '(');
    for (uint32_t i = 0; i < tuple->tuple.count; i++) {
        const Object *v = object_mut(p, tuple->tuple.vars[i]);
        strbuf_adds(&b->buf, i ? ", " : "");
        if (v->name.v) {
            strbuf_add(&b->buf, name_str(p->names, v->name));
            strbuf_addc(&b->buf, ' ');
        }
        const Type *vt = type_at(p, v->type);
        if (variadic && i + 1 == tuple->tuple.count && vt->kind == T_SLICE) {
            strbuf_adds(&b->buf, "...");
            write_type(p, b, vt->elem);
        } else {
            write_type(p, b, v->type);
            if (variadic && i + 1 == tuple->tuple.count)
                strbuf_adds(&b->buf, "...");
        }
    }
    strbuf_addc(&b->buf, ')');
}

static void write_signature(const Package *p, Text *b, const Signature *s)
{
    if (s->tparam_count)
        write_tparams(p, b, s->tparams, s->tparam_count);
    write_tuple(p, b, s->params, s->variadic);
    const Type *results = type_at(p, s->results);
    if (results->tuple.count == 0)
        return;
    strbuf_addc(&b->buf, ' ');
    const Object *first = object_mut(p, results->tuple.vars[0]);
    if (results->tuple.count == 1 && first->name.v == 0)
        write_type(p, b, first->type);
    else
        write_tuple(p, b, s->results, false);
}

static void write_struct(const Package *p, Text *b, const StructInfo *s)
{
    strbuf_adds(&b->buf, "struct{");
    for (uint32_t i = 0; i < s->count; i++) {
        const Object *f = object_mut(p, s->fields[i]);
        strbuf_adds(&b->buf, i ? "; " : "");
        if (!f->embedded) {
            strbuf_add(&b->buf, name_str(p->names, f->name));
            strbuf_addc(&b->buf, ' ');
        }
        write_type(p, b, f->type);
        if (s->tags && s->tags[i].len) {
            strbuf_addc(&b->buf, ' ');
            constant_quote(&b->buf, s->tags[i]);
        }
    }
    strbuf_addc(&b->buf, '}');
}

static void write_interface(const Package *p, Text *b, TypeId t)
{
    const Interface *iface = type_at(p, t)->iface;
    if (t.v == TID_COMPARABLE_INTERFACE) {
        strbuf_adds(&b->buf, "interface{comparable}");
        return;
    }
    if (iface->implicit && iface->method_count == 0 && iface->embed_count == 1) {
        write_type(p, b, iface->embeds[0]);
        return;
    }
    strbuf_adds(&b->buf, "interface{");
    for (uint32_t i = 0; i < iface->method_count; i++) {
        const Object *m = object_mut(p, iface->methods[i]);
        strbuf_adds(&b->buf, i ? "; " : "");
        strbuf_add(&b->buf, name_str(p->names, m->name));
        if (type_at(p, m->type)->kind == T_SIGNATURE)
            write_signature(p, b, type_at(p, m->type)->sig);
    }
    for (uint32_t i = 0; i < iface->embed_count; i++) {
        strbuf_adds(&b->buf, i || iface->method_count ? "; " : "");
        write_type(p, b, iface->embeds[i]);
    }
    strbuf_addc(&b->buf, '}');
}

static void write_chan(const Package *p, Text *b, const Type *t)
{
    const Type *elem = type_at(p, t->elem);
    bool parens = t->sub == CHAN_BOTH && elem->kind == T_CHAN && elem->sub == CHAN_RECV;
    strbuf_adds(&b->buf, t->sub == CHAN_BOTH   ? "chan "
                         : t->sub == CHAN_SEND ? "chan<- "
                                               : "<-chan ");
    strbuf_adds(&b->buf, parens ? "(" : "");
    write_type(p, b, t->elem);
    strbuf_adds(&b->buf, parens ? ")" : "");
}

static void write_named(const Package *p, Text *b, TypeId t)
{
    const Named *n = type_at(p, t)->named;
    write_object(p, b, n->obj);
    if (n->arg_count) {
        write_list(p, b, n->args, n->arg_count);
        return;
    }
    TypeId *tparams;
    uint32_t count = named_type_params(package_mut(p), t, &tparams);
    if (count)
        write_tparams(p, b, tparams, count);
}

// A type parameter that hides a predeclared name is marked, as go/types does.
static void write_tparam(const Package *p, Text *b, const TypeParam *tp)
{
    Name name = object_mut(p, tp->obj)->name;
    strbuf_add(&b->buf, name_str(p->names, name));
    if (map_get(&p->universe, name.v))
        strbuf_adds(&b->buf, "/* type parameter */");
}

static void write_union(const Package *p, Text *b, const Type *t)
{
    for (uint32_t i = 0; i < t->onion.count; i++) {
        strbuf_adds(&b->buf, i ? " | " : "");
        strbuf_adds(&b->buf, t->onion.terms[i].tilde ? "~" : "");
        write_type(p, b, t->onion.terms[i].type);
    }
}

static void write_type(const Package *p, Text *b, TypeId t)
{
    if (b->buf.len > b->max) {
        if (!str_ends(strbuf_view(&b->buf), "…"))
            strbuf_adds(&b->buf, "…");
        return;
    }
    const Type *at = type_at(p, t);
    switch ((TypeKind)at->kind) {
    case T_UNKNOWN:
        strbuf_adds(&b->buf, "unknown");
        break;
    case T_BASIC:
        strbuf_adds(&b->buf, at->basic_name);
        break;
    case T_NAMED:
    case T_ALIAS:
        write_named(p, b, t);
        break;
    case T_TYPE_PARAM:
        write_tparam(p, b, at->tparam);
        break;
    case T_POINTER:
        strbuf_addc(&b->buf, '*');
        write_type(p, b, at->elem);
        break;
    case T_SLICE:
        strbuf_adds(&b->buf, "[]");
        write_type(p, b, at->elem);
        break;
    case T_ARRAY:
        strbuf_printf(&b->buf, "[%lld]", (long long)at->len);
        write_type(p, b, at->elem);
        break;
    case T_MAP:
        strbuf_adds(&b->buf, "map[");
        write_type(p, b, at->key);
        strbuf_addc(&b->buf, ']');
        write_type(p, b, at->elem);
        break;
    case T_CHAN:
        write_chan(p, b, at);
        break;
    case T_STRUCT:
        write_struct(p, b, at->strct);
        break;
    case T_TUPLE:
        write_tuple(p, b, t, false);
        break;
    case T_SIGNATURE:
        strbuf_adds(&b->buf, "func");
        write_signature(p, b, at->sig);
        break;
    case T_INTERFACE:
        write_interface(p, b, t);
        break;
    case T_UNION:
        write_union(p, b, at);
        break;
    }
}

static Str finish(Arena *a, Text *b)
{
    Str s = {arena_strndup(a, b->buf.data ? b->buf.data : "", b->buf.len), b->buf.len};
    strbuf_free(&b->buf);
    return s;
}

Str type_string_cut(const Package *p, Arena *a, TypeId t, size_t max)
{
    Text b = {.max = max};
    write_type(p, &b, t);
    return finish(a, &b);
}

Str type_string(const Package *p, Arena *a, TypeId t)
{
    return type_string_cut(p, a, t, TYPE_TEXT_MAX);
}

Str object_full_name(const Package *p, Arena *a, ObjId o)
{
    const Object *obj = object_mut(p, o);
    Str name = name_str(p->names, obj->name);
    Text b = {.max = TYPE_TEXT_MAX};
    if (obj->kind == OBJ_FUNC && type_known(obj->recv)) {
        strbuf_addc(&b.buf, '(');
        TypeId recv = type_unalias(p, obj->recv);
        if (type_at(p, recv)->kind == T_INTERFACE)
            strbuf_adds(&b.buf, "interface");
        else
            write_type(p, &b, obj->recv);
        strbuf_adds(&b.buf, ").");
    } else if (obj->package_level && obj->home != 1 &&
               (obj->kind == OBJ_FUNC || !name_eq(obj->name, p->blank))) {
        strbuf_add(&b.buf, package_ref_path(p, obj->home));
        strbuf_addc(&b.buf, '.');
    }
    strbuf_add(&b.buf, name);
    return finish(a, &b);
}

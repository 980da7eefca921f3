// vars.c - variables of the package and its functions, and which functions capture them.
#include "ir/lower.h"

VarId var_new(Build *b, IrVar v)
{
    vec_push(b->arena, &b->p->vars, v);
    return (VarId){b->p->vars.len - 1};
}

static IrVar *var_at(const Build *b, VarId v)
{
    return &b->p->vars.data[v.v];
}

void var_capture(Fn *fn, VarId v)
{
    FuncId owner = var_at(fn->b, v)->owner;
    if (owner.v == 0 || owner.v == fn->f->id.v)
        return;
    var_at(fn->b, v)->captured = true;
    for (Fn *g = fn; g && g->f->id.v != owner.v; g = g->parent) {
        if (map_get(&g->captured, v.v))
            break;
        map_put(g->scratch, &g->captured, v.v, 1);
        vec_push(g->b->arena, &g->f->captures, v);
    }
}

static VarId known_var(const Build *b, ObjId obj)
{
    if (obj.v < b->object_count)
        return b->vars[obj.v];
    return (VarId){(uint32_t)map_or(&b->p->var_by_object, obj.v, 0)};
}

void var_bind(Build *b, ObjId obj, VarId v)
{
    if (obj.v < b->object_count)
        b->vars[obj.v] = v;
    map_put(b->arena, &b->p->var_by_object, obj.v, v.v);
}

static VarId make_for_object(Build *b, uint32_t file, ObjId obj, FuncId owner)
{
    const Object *o = object_at(b->types, obj);
    IrVar v = {.obj = obj,
               .name = o->name,
               .type = o->type,
               .owner = owner,
               .param = -1,
               .result = -1,
               .file = o->home == 0 && node_ok(o->ident) ? o->file : file,
               .decl = o->ident};
    VarId id = var_new(b, v);
    var_bind(b, obj, id);
    return id;
}

// Variables of other packages and undeclared names of a snippet belong to no function either.
static FuncId owner_of(const Fn *fn, const Object *o)
{
    bool local = o->kind == OBJ_VAR && o->role != VAR_PACKAGE && o->home == 0 && !o->synthetic;
    return local && !o->package_level ? fn->f->id : (FuncId){0};
}

VarId var_of(Fn *fn, ObjId obj)
{
    VarId id = known_var(fn->b, obj);
    if (!id.v)
        id = make_for_object(fn->b, fn->file, obj, owner_of(fn, object_at(fn->b->types, obj)));
    var_capture(fn, id);
    return id;
}

VarId var_temp(Fn *fn, TypeId type)
{
    IrVar v = {.type = type, .owner = fn->f->id, .param = -1, .result = -1, .file = fn->file};
    return var_new(fn->b, v);
}

VarId var_declare(Fn *fn, ObjId obj, NodeId n, bool per_iteration)
{
    VarId id = known_var(fn->b, obj);
    if (!id.v)
        id = make_for_object(fn->b, fn->file, obj, fn->f->id);
    IrVar *v = var_at(fn->b, id);
    if (v->owner.v == 0)
        v->owner = fn->f->id; // was used before it was declared
    if (per_iteration)
        v->per_iteration = true;
    IrInstr in = instr_for(fn, IR_DECLARE, n);
    in.var = id;
    in.place = v->type;
    emit(fn, in);
    return id;
}

IrValue var_addr(Fn *fn, NodeId n, VarId v)
{
    var_capture(fn, v);
    IrInstr in = instr_place(fn, IR_ADDR_VAR, n, var_at(fn->b, v)->type);
    in.var = v;
    return emit(fn, in);
}

// ---- Parameters and results ----

typedef struct Members {
    TypeId tuple; // of the signature; unknown when that is
    uint32_t next;
    bool results;
} Members;

static TypeId member_type(const Fn *fn, const Members *m, ObjId obj, NodeId type)
{
    const Package *p = fn->b->types;
    if (type_known(m->tuple) && m->next < type_tuple_len(p, m->tuple))
        return type_tuple_at(p, m->tuple, m->next);
    if (obj_ok(obj))
        return object_at(p, obj)->type;
    return fn_type(fn, type);
}

static void add_member(Fn *fn, Members *m, NodeId ident, NodeId type)
{
    ObjId obj = node_ok(ident) ? node_object(fn->b->types, fn->file, ident) : OBJ_NONE;
    IrFunc *f = fn->f;
    IrVar v = {.obj = obj,
               .type = member_type(fn, m, obj, type),
               .owner = f->id,
               .param = -1,
               .result = -1,
               .file = fn->file,
               .decl = ident};
    if (node_ok(ident))
        v.name = name_of(fn->b->names, ast_text(fn->ast, ident));
    if (m->results)
        v.result = (int32_t)f->results.len;
    else
        v.param = (int32_t)f->params.len;
    VarId id = var_new(fn->b, v);
    if (obj_ok(obj))
        var_bind(fn->b, obj, id);
    if (m->results)
        vec_push(fn->b->arena, &f->results, id);
    else
        vec_push(fn->b->arena, &f->params, id);
    m->next++;
}

static void add_fields(Fn *fn, Members *m, NodeId list)
{
    if (!node_ok(list))
        return;
    FieldListView fields = ast_field_list(fn->ast, list);
    LIST_EACH (n, fields.fields) {
        if (node_kind(fn->ast, *n) != NODE_FIELD)
            continue;
        FieldView field = ast_field(fn->ast, *n);
        LIST_EACH (name, field.names) {
            add_member(fn, m, *name, field.type);
            fn->named_results |= m->results;
        }
        if (field.names.len == 0)
            add_member(fn, m, (NodeId){0}, field.type);
    }
}

void vars_of_signature(Fn *fn, NodeId recv, NodeId func_type, TypeId signature)
{
    const Package *p = fn->b->types;
    bool known = fn_kind(fn, signature) == T_SIGNATURE;
    if (node_ok(recv)) {
        Members m = {0};
        add_fields(fn, &m, recv);
        fn->f->has_recv = fn->f->params.len > 0;
    }
    if (!node_ok(func_type))
        return;
    FuncTypeView type = ast_func_type(fn->ast, func_type);
    Members params = {.tuple = known ? type_params(p, signature) : TYPE_UNKNOWN};
    Members results = {.tuple = known ? type_results(p, signature) : TYPE_UNKNOWN, .results = true};
    add_fields(fn, &params, type.params);
    add_fields(fn, &results, type.results);
}

// handlers.c - which functions run for each request, and which are handed a channel to send to.
#include "flow/internal.h"

// ---- By signature ----

// The import path that ends in a package name as a model file uses it.
static Str imported_path(const Ast *ast, Str name)
{
    NodeList decls = ast_file(ast).decls;
    LIST_EACH (d, decls) {
        GenDeclView g = node_kind(ast, *d) == NODE_GEN_DECL ? ast_gen_decl(ast, *d) : (GenDeclView){0};
        for (uint32_t k = 0; g.keyword == TOK_IMPORT && k < g.specs.len; k++) {
            Str path = ast_text(ast, ast_import_spec(ast, g.specs.items[k]).path);
            path = str_sub(path, 1, path.len - 1);
            size_t slash = path.len;
            while (slash > 0 && path.ptr[slash - 1] != '/')
                slash--;
            if (str_eq(str_sub(path, slash, path.len), name))
                return path;
        }
    }
    return (Str){0};
}

// Whether the type that a model writes is this one: a name, a package's name, or a pointer to
// such or a channel of such.
static bool is_written_type(const Flow *f, const ModelPackage *p, NodeId written, TypeId t)
{
    TypeId plain = type_unalias(f->types, t);
    if (!type_known(t))
        return false;
    switch (node_kind(p->ast, written)) {
    case NODE_STAR_EXPR:
        return type_kind(f->types, plain) == T_POINTER && is_written_type(f, p, ast_operand(p->ast, written), type_elem(f->types, plain));
    case NODE_CHAN_TYPE: {
        ChanTypeView v = ast_chan_type(p->ast, written);
        return type_kind(f->types, plain) == T_CHAN && type_chan_dir(f->types, plain) == v.dir && is_written_type(f, p, v.value, type_elem(f->types, plain));
    }
    case NODE_SELECTOR_EXPR: {
        SelectorView v = ast_selector(p->ast, written);
        ObjId named = type_kind(f->types, plain) == T_NAMED ? type_named_object(f->types, plain) : OBJ_NONE;
        return obj_ok(named) && str_eq(object_path(f->types, named), imported_path(p->ast, ast_text(p->ast, v.x))) &&
               str_eq(object_name(f->types, named), ast_text(p->ast, v.sel));
    }
    case NODE_IDENT: {
        ObjId named = type_kind(f->types, plain) == T_NAMED ? type_named_object(f->types, plain) : OBJ_NONE;
        Str text = ast_text(p->ast, written);
        if (obj_ok(named) && str_eq(object_name(f->types, named), text))
            return !object_path(f->types, named).len || str_is(object_path(f->types, named), p->path);
        return str_is(text, "any") && type_kind(f->types, plain) == T_INTERFACE && type_interface_method_count(f->types, plain) == 0;
    }
    default:
        return false;
    }
}

// The same for all parameters, or all results.
static bool are_written_types(const Flow *f, const ModelPackage *p, NodeId list, TypeId tuple)
{
    uint32_t at = 0, count = type_tuple_len(f->types, tuple);
    FieldListView fields = node_ok(list) ? ast_field_list(p->ast, list) : (FieldListView){0};
    LIST_EACH (n, fields.fields) {
        FieldView field = ast_field(p->ast, *n);
        uint32_t names = field.names.len ? field.names.len : 1;
        for (uint32_t k = 0; k < names; k++, at++)
            if (at >= count || !is_written_type(f, p, field.type, type_tuple_at(f->types, tuple, at)))
                return false;
    }
    return at == count;
}

// Whether a function's parameters and results are those of a type of functions that a model calls
// handlers, what routers of net/http, gin, echo or fiber call; or of a method of an interface of
// which it says so, and that has the function's name.
static bool is_handler_type(const Flow *f, const ModelPackage *p, const ModelEntry *e, const IrFunc *func)
{
    NodeId type = {0};
    if (node_kind(p->ast, e->decl) == NODE_TYPE_SPEC)
        type = ast_type_spec(p->ast, e->decl).type;
    else if (node_kind(p->ast, e->decl) == NODE_FIELD && func->has_recv && str_eq(name_str(package_names(f->types), e->name), object_name(f->types, func->obj)))
        type = ast_field(p->ast, e->decl).type; // a method of an interface
    if (!node_ok(type) || node_kind(p->ast, type) != NODE_FUNC_TYPE)
        return false;
    FuncTypeView v = ast_func_type(p->ast, type);
    return are_written_types(f, p, v.params, type_params(f->types, func->signature)) &&
           are_written_types(f, p, v.results, type_results(f->types, func->signature));
}

// Whether the model of a parameter's package declares a type of functions with this signature, or
// the parameter's type itself, as that of handlers.
static bool declares_handler(const Flow *f, const IrFunc *func, TypeId param)
{
    TypeId plain = type_known(param) ? type_unalias(f->types, type_deref(f->types, type_unalias(f->types, param))) : TYPE_UNKNOWN;
    ObjId named = type_kind(f->types, plain) == T_NAMED ? type_named_object(f->types, plain) : OBJ_NONE;
    if (!obj_ok(named) || !f->ir->models || !object_at(f->types, named)->home)
        return false;
    const ModelPackage *p = model_package(f->ir->models, object_path(f->types, named));
    for (uint32_t k = 0; p && k < p->entries.len; k++) {
        const ModelEntry *e = &p->entries.data[k];
        if (!effect_find(e, EFFECT_HANDLER, f->options.go_minor))
            continue;
        if (!e->recv.v && e->name.v == object_at(f->types, named)->name.v && type_kind(f->types, type_underlying(f->types, plain)) == T_STRUCT)
            return true;
        if (is_handler_type(f, p, e, func))
            return true;
    }
    return false;
}

static bool has_handler_signature(const Flow *f, const IrFunc *func)
{
    for (uint32_t k = func->has_recv ? 1 : 0; k < func->params.len; k++)
        if (declares_handler(f, func, ir_var(f->ir, func->params.data[k])->type))
            return true;
    return false;
}

// ---- Services of gRPC ----

// What protoc-gen-go-grpc generates for a service S asks each implementation to embed
// UnimplementedSServer, which declares all methods of the service. Where the generated code is not
// seen, its type is unknown, and the name of the embedded field is what is left of it.
static bool embeds_unimplemented(const Flow *f, TypeId t, Name method)
{
    static const char prefix[] = "Unimplemented", suffix[] = "Server";
    for (uint32_t k = 0; k < type_field_count(f->types, t); k++) {
        ObjId field = type_field(f->types, t, k);
        Str name = object_name(f->types, field);
        if (!object_at(f->types, field)->embedded || !str_starts(name, prefix) || !str_ends(name, suffix))
            continue;
        TypeId embedded = object_at(f->types, field)->type;
        if (!type_known(embedded) || obj_ok(type_lookup(f->types, embedded, method).obj))
            return true;
    }
    return false;
}

// A method of a service: it takes a context and a message, or a stream, and gives an error.
static bool is_service_method(const Flow *f, const IrFunc *func)
{
    if (func->kind != FUNC_DECL || !func->has_recv || func->params.len < 2)
        return false;
    Str name = object_name(f->types, func->obj);
    TypeId t = type_deref(f->types, ir_var(f->ir, func->params.data[0])->type);
    if (!name.len || name.ptr[0] < 'A' || name.ptr[0] > 'Z' || !type_known(t))
        return false;
    return type_kind(f->types, type_underlying(f->types, t)) == T_STRUCT &&
           embeds_unimplemented(f, t, object_at(f->types, func->obj)->name);
}

// ---- By what is given to a server ----

static bool run_as_handler(const Flow *f, const CallEdge *e)
{
    const IrInstr *site = site_instr(f, e->site);
    const Effect *runs = flow_effect(f, site, EFFECT_RUNS);
    return e->mode == CALL_LATER && runs && runs->modes & MODE_HANDLER;
}

static bool is_handler(const Flow *f, const IrFunc *func, Bitset *seen)
{
    if (bitset_has(seen, func->id.v))
        return false;
    bitset_add(seen, func->id.v);
    if (has_handler_signature(f, func) || is_service_method(f, func))
        return true;
    CallEdges callers = flow_callers(f, func->id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (run_as_handler(f, &callers.items[k]) ||
            is_handler(f, func_at(f, callers.items[k].site.func), seen))
            return true;
    return func->parent.v && is_handler(f, func_at(f, func->parent), seen);
}

bool flow_is_handler(const Flow *f, FuncId func)
{
    Arena scratch = {0};
    Bitset seen = bitset_new(&scratch, f->ir->funcs.len);
    bool found = is_handler(f, func_at(f, func), &seen);
    arena_free(&scratch);
    return found;
}

// ---- Channels that the caller receives from ----

enum { MAX_PASSED_ON = 4 }; // functions that hand such a channel on to the next

// Whether the model of the package that a channel's elements come from says of a method of the
// function's name and signature that its caller receives from this parameter.
static bool is_received_by_model(const Flow *f, const IrFunc *func, VarId var)
{
    TypeId plain = type_unalias(f->types, ir_var(f->ir, var)->type);
    if (!func->has_recv || !f->ir->models || type_kind(f->types, plain) != T_CHAN)
        return false;
    TypeId elem = type_unalias(f->types, type_deref(f->types, type_unalias(f->types, type_elem(f->types, plain))));
    if (!type_known(elem) || type_kind(f->types, elem) != T_NAMED)
        return false;
    const ModelPackage *p = model_package(f->ir->models, object_path(f->types, type_named_object(f->types, elem)));
    for (uint32_t k = 0; p && k < p->entries.len; k++) {
        const Effect *e = effect_find(&p->entries.data[k], EFFECT_RECEIVES, f->options.go_minor);
        if (e && e->target.kind == REF_PARAM && (int64_t)e->target.index + 1 == ir_var(f->ir, var)->param && is_handler_type(f, p, &p->entries.data[k], func))
            return true;
    }
    return false;
}

static bool is_received(const Flow *f, VarId var, unsigned depth)
{
    const IrVar *v = var.v ? ir_var(f->ir, var) : NULL;
    if (!v || v->param < 0 || !type_known(v->type) || depth > MAX_PASSED_ON)
        return false;
    const IrFunc *func = func_at(f, v->owner);
    if (is_received_by_model(f, func, var))
        return true;
    CallEdges callers = flow_callers(f, func->id);
    for (uint32_t k = 0; k < callers.len; k++) {
        const IrInstr *call = site_instr(f, callers.items[k].site);
        bool given = false;
        for (uint32_t a = 0; callers.items[k].mode == CALL_NOW && a < call->arg_count && !given; a++)
            given = flow_param_of_arg(f, callers.items[k].site, func->id, a) == v->param &&
                    is_received(f, flow_loaded_var(f, callers.items[k].site.func, call->args[a]), depth + 1);
        if (!given)
            return false;
    }
    return callers.len > 0 && !flow_has_unseen_callers(f, func->id);
}

bool flow_is_received(const Flow *f, VarId var)
{
    return is_received(f, var, 0);
}

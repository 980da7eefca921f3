// constraints.c - inclusion constraints from the graphs, and the call graph that grows with them.
#include "flow/internal.h"

typedef struct Builder {
    Flow *f;
    const IrFunc *func;
    IrValue at;
    const IrInstr *instr;
} Builder;

static uint32_t arg_node(const Builder *b, uint32_t i)
{
    return node_value(b->f, b->func->id, b->instr->args[i]);
}

static uint32_t own_node(const Builder *b)
{
    return node_value(b->f, b->func->id, b->at);
}

static Site own_site(const Builder *b)
{
    return (Site){b->func->id, b->at};
}

static bool has_body(const Flow *f, ObjId obj)
{
    const IrFunc *callee = obj_ok(obj) ? ir_func_of(f->ir, obj) : NULL;
    return callee && callee->has_body;
}

static AbsId function_object(Flow *f, ObjId obj)
{
    if (has_body(f, obj))
        return abs_func(f, ir_func_of(f->ir, obj)->id);
    return abs_intern(f, (Abs){.kind = ABS_EXTERN, .obj = obj});
}

// ---- Calls ----

static IrValue call_arg(const IrInstr *i, uint32_t index)
{
    uint32_t first = i->call->dynamic ? 1 : 0;
    return index + first < i->arg_count ? i->args[index + first] : (IrValue){0};
}

static uint32_t call_arg_count(const IrInstr *i)
{
    return i->arg_count - (i->call->dynamic && i->arg_count ? 1 : 0);
}

// Passes one argument to a parameter. Surplus arguments of a variadic call are the elements of a
// slice made at the call.
static void pass_arg(Flow *f, Site site, const IrFunc *callee, uint32_t index, uint32_t node)
{
    if (callee->params.len == 0)
        return;
    bool variadic = type_variadic(f->types, callee->signature);
    uint32_t last = callee->params.len - 1;
    if (!type_matters(f, ir_var(f->ir, callee->params.data[index < last ? index : last])->type))
        return;
    const IrInstr *call = site_instr(f, site);
    if (variadic && index >= last && !call->call->spread) {
        AbsId slice = abs_at(f, ABS_ALLOC, site, 0);
        node_edge(f, node, node_content(f, abs_elem(f, slice)));
        node_add(f, node_content(f, abs_of_var(f, callee->params.data[last])), slice);
    } else if (index <= last) {
        node_edge(f, node, node_content(f, abs_of_var(f, callee->params.data[index])));
    }
}

static void pass_results(Flow *f, Site site, const IrFunc *callee)
{
    TypeId results = type_results(f->types, callee->signature);
    uint32_t count = type_tuple_len(f->types, results);
    if (count == 1 && type_matters(f, type_tuple_at(f->types, results, 0)))
        node_edge(f, node_return(f, callee->id, 0), node_value(f, site.func, site.instr));
    for (uint32_t k = 0; k < count && count > 1; k++)
        if (type_matters(f, type_tuple_at(f->types, results, k)))
            node_edge(f, node_return(f, callee->id, k), node_component(f, site.func, site.instr, k));
}

// Links a call to a function with a body. `bound` is the receiver of a method value, else none.
static void link_call(Flow *f, const DynamicCall *call, FuncId callee, uint32_t bound_node)
{
    const IrFunc *target = func_at(f, callee);
    callgraph_edge(f, call->site, callee, call->mode);
    uint32_t shift = 0;
    if (bound_node) {
        pass_arg(f, call->site, target, 0, bound_node);
        shift = 1;
    }
    if (!call->with_args) {
        for (uint32_t i = shift; i < target->params.len; i++)
            node_add(f, node_content(f, abs_of_var(f, target->params.data[i])),
                     abs_intern(f, (Abs){.kind = ABS_OUTSIDE, .var = target->params.data[i]}));
        return;
    }
    const IrInstr *i = site_instr(f, call->site);
    for (uint32_t k = 0; k < call_arg_count(i); k++)
        pass_arg(f, call->site, target, k + shift,
                 node_value(f, call->site.func, call_arg(i, k)));
    if (i->op == IR_CALL)
        pass_results(f, call->site, target);
}

// The body of a range over an iterator that is not seen runs here all the same.
static void run_range_body(Flow *f, const DynamicCall *call)
{
    const IrInstr *i = site_instr(f, call->site);
    const IrFunc *func = func_at(f, call->site.func);
    for (uint32_t k = 0; k < call_arg_count(i); k++) {
        const IrInstr *arg = ir_instr(func, call_arg(i, k));
        if (arg->op == IR_CLOSURE && func_at(f, arg->func)->kind == FUNC_RANGE_BODY)
            link_call(f, &(DynamicCall){call->site, CALL_NOW, false}, arg->func, 0);
    }
}

// What a call of unseen code gives, and what it is given.
static void foreign_call(Flow *f, const DynamicCall *call, bool known)
{
    const IrInstr *i = site_instr(f, call->site);
    if (!call->with_args || i->op != IR_CALL)
        return;
    run_range_body(f, call);
    uint32_t count = type_kind(f->types, i->type) == T_TUPLE ? type_tuple_len(f->types, i->type) : 1;
    for (uint32_t k = 0; k < count; k++) {
        AbsId result = abs_at(f, ABS_RESULT, call->site, k);
        node_add(f, count == 1 ? node_value(f, call->site.func, call->site.instr)
                               : node_component(f, call->site.func, call->site.instr, k),
                 result);
    }
    for (uint32_t k = 0; k < call_arg_count(i) && !known; k++)
        node_edge(f, node_value(f, call->site.func, call_arg(i, k)), f->escape);
}

static void link_method(Flow *f, const DynamicCall *call, ObjId method, uint32_t bound_node)
{
    if (has_body(f, method)) {
        link_call(f, call, ir_func_of(f->ir, method)->id, bound_node);
        return;
    }
    const Implementations *found = callgraph_implementations(f, method);
    VEC_EACH(const FuncId, m, &found->methods)
        link_call(f, call, *m, bound_node);
    if (found->too_many)
        foreign_call(f, call, false);
}

void constraints_call(Flow *f, const DynamicCall *call, AbsId callee)
{
    Abs a = *flow_abs(f, callee);
    if (a.kind == ABS_FUNC) {
        link_call(f, call, a.callee, 0);
    } else if (a.kind == ABS_BOUND) {
        const IrInstr *value = site_instr(f, (Site){a.func, a.site});
        link_method(f, call, a.obj, node_value(f, a.func, value->args[0]));
    } else {
        foreign_call(f, call, a.kind == ABS_EXTERN && flow_object_model(f, a.obj));
    }
}

static void call_value(Flow *f, uint32_t node, Site site, CallMode mode, bool with_args)
{
    uint32_t index = f->calls.len;
    vec_push(&f->arena, &f->calls, (DynamicCall){site, mode, with_args});
    node_complex(f, node, COMPLEX_CALL, index);
}

static CallMode op_mode(IrOp op)
{
    return op == IR_GO ? CALL_GO : op == IR_DEFER ? CALL_DEFER : CALL_NOW;
}

// How a callback runs that a model says the call runs.
static CallMode run_mode(const Effect *e, IrOp op)
{
    if (e->kind == EFFECT_SPAWNS)
        return CALL_GO;
    if (e->modes & (MODE_HANDLER | MODE_DEFERRED))
        return e->modes & MODE_ONCE ? CALL_ONCE : CALL_LATER;
    if (e->modes & MODE_TEST)
        return CALL_TEST;
    if (e->modes & MODE_CLEANUP)
        return CALL_CLEANUP;
    if (e->modes & MODE_ONCE)
        return CALL_ONCE;
    return op_mode(op);
}

static bool is_function_type(const Flow *f, TypeId t)
{
    return type_kind(f->types, type_underlying(f->types, t)) == T_SIGNATURE;
}

// A call with a model and no body: callbacks run as the model says, other function arguments may
// be kept and called later.
static void model_call(Builder *b, const ModelEntry *model)
{
    Flow *f = b->f;
    Bitset handled = bitset_new(&f->arena, b->instr->arg_count + 1);
    VEC_EACH(const Effect, e, &model->effects)
    {
        if (e->kind != EFFECT_SPAWNS && e->kind != EFFECT_RUNS)
            continue;
        IrValue arg = flow_effect_arg(f, b->instr, e);
        if (!ir_ok(arg))
            continue;
        call_value(f, node_value(f, b->func->id, arg), own_site(b), run_mode(e, b->instr->op), false);
        for (uint32_t k = 0; k < b->instr->arg_count; k++)
            if (b->instr->args[k].v == arg.v)
                bitset_add(&handled, k);
    }
    for (uint32_t k = 0; k < b->instr->arg_count; k++)
        if (!bitset_has(&handled, k) &&
            is_function_type(f, ir_instr(b->func, b->instr->args[k])->type))
            node_edge(f, arg_node(b, k), f->escape);
}

static void fresh_results(Builder *b)
{
    Flow *f = b->f;
    if (b->instr->op != IR_CALL)
        return;
    bool tuple = type_kind(f->types, b->instr->type) == T_TUPLE;
    uint32_t count = tuple ? type_tuple_len(f->types, b->instr->type) : 1;
    if (!tuple)
        node_add(f, own_node(b), abs_at(f, ABS_RESULT, own_site(b), 0));
    // A callee of unknown type gives as many results as someone extracts; a few always exist.
    if (!type_known(b->instr->type))
        count = 4;
    for (uint32_t k = 0; k < count && (tuple || !type_known(b->instr->type)); k++)
        node_add(f, node_component(f, b->func->id, b->at, k), abs_at(f, ABS_RESULT, own_site(b), k));
}

static void opaque_call(Builder *b)
{
    Flow *f = b->f;
    const IrCall *call = b->instr->call;
    if (call->model)
        model_call(b, call->model);
    for (uint32_t k = 0; !call->model && k < b->instr->arg_count; k++)
        node_edge(f, arg_node(b, k), f->escape);
    fresh_results(b);
}

static void build_call(Builder *b)
{
    Flow *f = b->f;
    const IrCall *call = b->instr->call;
    DynamicCall d = {own_site(b), op_mode(b->instr->op), true};
    if (call->builtin != BUILTIN_NONE)
        return;
    if (call->literal.v) {
        link_call(f, &d, call->literal, 0);
    } else if (call->dynamic) {
        call_value(f, arg_node(b, 0), d.site, d.mode, true);
    } else if (has_body(f, call->callee)) {
        link_call(f, &d, ir_func_of(f->ir, call->callee)->id, 0);
    } else {
        if (call->interface)
            link_method(f, &d, call->callee, 0);
        opaque_call(b);
    }
}

// ---- Other instructions ----

static void build_append(Builder *b)
{
    Flow *f = b->f;
    AbsId made = abs_at(f, ABS_ALLOC, own_site(b), 0);
    node_add(f, own_node(b), made);
    if (b->instr->arg_count == 0)
        return;
    node_edge(f, arg_node(b, 0), own_node(b));
    node_complex(f, arg_node(b, 0), COMPLEX_ELEM_LOAD, node_content(f, abs_elem(f, made)));
    for (uint32_t k = 1; k < b->instr->arg_count; k++) {
        TypeId t = ir_instr(b->func, b->instr->args[k])->type;
        TypeId elem = type_elem(f->types, b->instr->type);
        bool spread = type_kind(f->types, type_underlying(f->types, t)) == T_SLICE &&
                      !type_identical(f->types, t, elem);
        if (spread)
            node_complex(f, arg_node(b, k), COMPLEX_ELEM_LOAD, node_content(f, abs_elem(f, made)));
        else
            node_complex(f, own_node(b), COMPLEX_ELEM_STORE, arg_node(b, k));
    }
}

static void build_extract(Builder *b)
{
    Flow *f = b->f;
    IrValue tuple = b->instr->args[0];
    IrOp op = ir_instr(b->func, tuple)->op;
    if (op == IR_CALL || op == IR_UNKNOWN)
        node_edge(f, node_component(f, b->func->id, tuple, b->instr->index), own_node(b));
    else if (b->instr->index == 0)
        node_edge(f, node_value(f, b->func->id, tuple), own_node(b));
    if (op == IR_UNKNOWN)
        node_add(f, own_node(b), f->unknown);
}

static void build_return(Builder *b)
{
    Flow *f = b->f;
    uint32_t results = type_tuple_len(f->types, type_results(f->types, b->func->signature));
    if (b->instr->arg_count == 1 && results > 1) {
        for (uint32_t k = 0; k < results; k++)
            node_edge(f, node_component(f, b->func->id, b->instr->args[0], k),
                      node_return(f, b->func->id, k));
        return;
    }
    for (uint32_t k = 0; k < b->instr->arg_count; k++)
        node_edge(f, arg_node(b, k), node_return(f, b->func->id, k));
}

static void build_select(Builder *b)
{
    for (uint32_t k = 0; k < b->instr->case_count; k++) {
        const IrCase *c = &b->instr->cases[k];
        if (c->is_send)
            node_complex(b->f, node_value(b->f, b->func->id, c->chan), COMPLEX_ELEM_STORE,
                         node_value(b->f, b->func->id, c->value));
    }
}

static void elem_load(Builder *b, IrValue from)
{
    node_complex(b->f, node_value(b->f, b->func->id, from), COMPLEX_ELEM_LOAD, own_node(b));
}

// Whether the instruction only moves a value of a type that carries nothing.
static bool moves_nothing(const Builder *b)
{
    const IrInstr *i = b->instr;
    switch (i->op) {
    case IR_LOAD:
    case IR_FIELD:
    case IR_INDEX:
    case IR_RECV:
    case IR_SLICE:
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
    case IR_EXTRACT:
    case IR_RANGE_KEY:
    case IR_RANGE_VALUE:
    case IR_CASE_RECV:
    case IR_ALLOC:
    case IR_MAKE_SLICE:
    case IR_MAKE_MAP:
        return !type_matters(b->f, i->type);
    case IR_STORE:
    case IR_SEND:
        return !type_matters(b->f, ir_instr(b->func, i->args[1])->type);
    case IR_BUILTIN:
        return i->builtin == BUILTIN_APPEND && !type_matters(b->f, i->type);
    default:
        return false;
    }
}

static void build_instr(Builder *b)
{
    Flow *f = b->f;
    const IrInstr *i = b->instr;
    if (moves_nothing(b))
        return;
    switch (i->op) {
    case IR_ADDR_VAR:
        node_address(f, own_node(b), abs_of_var(f, i->var));
        break;
    case IR_ADDR_FIELD:
        node_address(f, own_node(b), abs_of_field(f, ir_instr(b->func, i->args[0])->type, i->field_name));
        break;
    case IR_FIELD:
        node_edge(f,
                  node_content(f, abs_of_field(f, ir_instr(b->func, i->args[0])->type, i->field_name)),
                  own_node(b));
        break;
    case IR_ADDR_INDEX:
        node_complex(f, arg_node(b, 0), COMPLEX_ELEM_ADDR, own_node(b));
        break;
    case IR_LOAD:
        node_complex(f, arg_node(b, 0), COMPLEX_LOAD, own_node(b));
        break;
    case IR_STORE:
        node_complex(f, arg_node(b, 0), COMPLEX_STORE, arg_node(b, 1));
        break;
    case IR_ALLOC:
    case IR_MAKE_SLICE:
    case IR_MAKE_MAP:
        node_add(f, own_node(b), abs_at(f, ABS_ALLOC, own_site(b), 0));
        break;
    case IR_MAKE_CHAN:
        node_add(f, own_node(b), abs_at(f, ABS_CHAN, own_site(b), 0));
        break;
    case IR_FUNC_REF:
    case IR_METHOD_EXPR:
        node_add(f, own_node(b), function_object(f, i->callee));
        break;
    case IR_METHOD_VALUE:
        node_add(f, own_node(b),
                 abs_intern(f, (Abs){.kind = ABS_BOUND, .func = b->func->id, .site = b->at, .obj = i->callee}));
        break;
    case IR_CLOSURE:
        node_add(f, own_node(b), abs_func(f, i->func));
        break;
    case IR_INDEX:
    case IR_RECV:
        elem_load(b, i->args[0]);
        break;
    case IR_SLICE:
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
        node_edge(f, arg_node(b, 0), own_node(b));
        break;
    case IR_MAP_UPDATE:
        node_complex(f, arg_node(b, 0), COMPLEX_ELEM_STORE, arg_node(b, 1));
        node_complex(f, arg_node(b, 0), COMPLEX_ELEM_STORE, arg_node(b, 2));
        break;
    case IR_SEND:
        node_complex(f, arg_node(b, 0), COMPLEX_ELEM_STORE, arg_node(b, 1));
        break;
    case IR_EXTRACT:
        build_extract(b);
        break;
    case IR_RANGE_KEY:
    case IR_RANGE_VALUE:
        elem_load(b, ir_instr(b->func, i->args[0])->args[0]);
        break;
    case IR_CASE_RECV: {
        const IrInstr *select = ir_instr(b->func, i->args[0]);
        if (i->index < select->case_count)
            elem_load(b, select->cases[i->index].chan);
        break;
    }
    case IR_SELECT:
        build_select(b);
        break;
    case IR_CALL:
    case IR_GO:
    case IR_DEFER:
        build_call(b);
        break;
    case IR_BUILTIN:
        if (i->builtin == BUILTIN_APPEND)
            build_append(b);
        else if (i->builtin == BUILTIN_COPY && i->arg_count == 2)
            node_complex(f, arg_node(b, 1), COMPLEX_ELEM_COPY, arg_node(b, 0));
        break;
    case IR_RETURN:
        build_return(b);
        break;
    case IR_UNKNOWN:
        node_add(f, own_node(b), f->unknown);
        for (uint32_t k = 0; k < i->arg_count; k++)
            node_edge(f, arg_node(b, k), own_node(b));
        break;
    default: // carries no object
        break;
    }
}

// ---- Unseen callers ----

void constraints_entry(Flow *f, FuncId id)
{
    if (bitset_has(&f->entries, id.v))
        return;
    bitset_add(&f->entries, id.v);
    const IrFunc *func = func_at(f, id);
    VEC_EACH(VarId, v, &func->params)
        node_add(f, node_content(f, abs_of_var(f, *v)), abs_intern(f, (Abs){.kind = ABS_OUTSIDE, .var = *v}));
    uint32_t results = type_tuple_len(f->types, type_results(f->types, func->signature));
    for (uint32_t k = 0; k < results; k++)
        node_edge(f, node_return(f, id, k), f->escape);
}

void constraints_escape(Flow *f, AbsId a)
{
    Abs object = *flow_abs(f, a);
    switch (object.kind) {
    case ABS_FUNC:
        constraints_entry(f, object.callee);
        break;
    case ABS_BOUND:
        if (has_body(f, object.obj))
            constraints_entry(f, ir_func_of(f->ir, object.obj)->id);
        break;
    case ABS_VAR:
    case ABS_FIELD:
    case ABS_ELEM:
        node_edge(f, node_content(f, a), f->escape);
        break;
    case ABS_ALLOC:
    case ABS_CHAN:
        node_edge(f, node_content(f, a), f->escape);
        node_edge(f, node_content(f, abs_elem(f, a)), f->escape);
        break;
    default:
        break;
    }
}

static bool is_exported(Str name)
{
    return name.len && ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') || (unsigned char)name.ptr[0] >= 0x80);
}

// Functions that unseen code may call from the start. Exported methods count whatever their type:
// an interface may reach them.
static bool is_entry(const Flow *f, const IrFunc *func)
{
    if (func->kind == FUNC_FRAGMENT)
        return true;
    if (func->kind != FUNC_DECL)
        return false;
    if (f->incomplete)
        return true;
    Str name = object_name(f->types, func->obj);
    if (is_exported(name))
        return func->has_recv || !str_is(package_name(f->types), "main") ||
               package_file(f->types, func->file)->is_test;
    return str_is(name, "main") || str_is(name, "init") || str_is(name, "_");
}

void constraints_build(Flow *f)
{
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        const IrFunc *func = f->ir->funcs.data[id];
        for (uint32_t i = 1; i < func->instrs.len; i++) {
            Builder b = {f, func, {i}, &func->instrs.data[i]};
            build_instr(&b);
        }
    }
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        if (!is_entry(f, f->ir->funcs.data[id]))
            continue;
        bitset_add(&f->roots, id);
        constraints_entry(f, (FuncId){id});
    }
    for (uint32_t v = 1; v < f->ir->vars.len; v++) {
        const IrVar *var = &f->ir->vars.data[v];
        if (var->owner.v == 0 && is_exported(name_str(package_names(f->types), var->name)) &&
            !str_is(package_name(f->types), "main")) {
            AbsId place = abs_of_var(f, (VarId){v});
            node_add(f, node_content(f, place), abs_intern(f, (Abs){.kind = ABS_OUTSIDE, .var = {v}}));
            node_add(f, f->escape, place);
        }
    }
}

bool constraints_uncalled(Flow *f)
{
    Bitset called = bitset_new(&f->arena, f->ir->funcs.len);
    VEC_EACH(CallEdge, e, &f->edges)
        bitset_add(&called, e->callee.v);
    bool any = false;
    for (uint32_t id = 1; id < f->ir->funcs.len; id++) {
        if (f->ir->funcs.data[id]->kind != FUNC_DECL || bitset_has(&called, id) || bitset_has(&f->entries, id))
            continue;
        constraints_entry(f, (FuncId){id});
        any = true;
    }
    return any;
}

// lower_range.c - for with a range clause (spec: For statements with range clause).
//
// Over a function, the body becomes a function of its own that is passed to the iterator, as the
// compiler does: each way out of the body ends the round, and after the call the outer function
// branches on how the body left. The condition is UNKNOWN, so both ways are possible.
#include "ir/lower.h"

typedef struct Parts {
    NodeId node;
    RangeView view;
    bool define;
    TypeId key, value; // types of what a round gives
} Parts;

static Parts parts_of(Fn *fn, NodeId n)
{
    const Package *p = fn->b->types;
    Parts r = {.node = n, .view = ast_range(fn->ast, n)};
    r.define = r.view.op == TOK_DEFINE;
    TypeId x = fn_type(fn, r.view.x);
    switch (fn_kind(fn, x)) {
    case T_MAP:
        r.key = fn_key(fn, x);
        r.value = fn_elem(fn, x);
        break;
    case T_CHAN:
        r.key = fn_elem(fn, x);
        break;
    case T_POINTER:
        r.key = (TypeId){BASIC_INT};
        r.value = fn_elem(fn, fn_elem(fn, x));
        break;
    case T_SLICE:
    case T_ARRAY:
        r.key = (TypeId){BASIC_INT};
        r.value = fn_elem(fn, x);
        break;
    case T_BASIC:
        r.key = type_basic(p, x) == BASIC_STRING ? (TypeId){BASIC_INT} : x;
        r.value = (TypeId){BASIC_INT32};
        break;
    default:
        break;
    }
    return r;
}

static bool is_wanted(const Fn *fn, NodeId n)
{
    return node_ok(n) && !fn_is_blank(fn, n);
}

static ObjId defined_object(const Fn *fn, const Parts *r, NodeId n)
{
    return r->define && is_wanted(fn, n) ? node_object(fn->b->types, fn->file, n) : OBJ_NONE;
}

static TypeId part_type(const Fn *fn, const Parts *r, NodeId n, TypeId type)
{
    ObjId obj = defined_object(fn, r, n);
    return obj_ok(obj) ? object_at(fn->b->types, obj)->type : type;
}

// The stores of one round.
static void store_parts(Fn *fn, const Parts *r, IrValue range, bool per_iteration)
{
    NodeId nodes[] = {r->view.key, r->view.value};
    TypeId types[] = {r->key, r->value};
    LValue lvs[2] = {0};
    for (int i = 0; i < 2; i++) {
        if (is_wanted(fn, nodes[i]))
            lvs[i] = lvalue_of(fn, nodes[i], r->define && per_iteration);
        lvs[i].per_iteration = per_iteration;
    }
    IrValue values[2] = {0};
    for (int i = 0; i < 2; i++) {
        if (lvs[i].kind == LV_NONE)
            continue;
        IrOp op = i == 0 ? IR_RANGE_KEY : IR_RANGE_VALUE;
        TypeId type = part_type(fn, r, nodes[i], types[i]);
        values[i] = emit1(fn, instr_typed(fn, op, nodes[i], type), range);
    }
    for (int i = 0; i < 2; i++)
        if (lvs[i].kind != LV_NONE)
            lvalue_store(fn, nodes[i], &lvs[i], values[i]);
}

// From `for` to the end of what is ranged over.
static Span clause_span(const Fn *fn, const Parts *r)
{
    Span span = {node_span(fn->ast, r->node).start, 0};
    span.end = node_ok(r->view.x) ? node_span(fn->ast, r->view.x).end : span.start;
    return span;
}

static void declare_once(Fn *fn, const Parts *r)
{
    NodeId nodes[] = {r->view.key, r->view.value};
    for (int i = 0; i < 2; i++) {
        ObjId obj = defined_object(fn, r, nodes[i]);
        if (obj_ok(obj) && object_at(fn->b->types, obj)->kind == OBJ_VAR)
            var_declare(fn, obj, nodes[i], false);
    }
}

static void range_rounds(Fn *fn, const Parts *r, Str label)
{
    bool per_iteration = fn->go_minor == 0 || fn->go_minor >= PER_ITERATION_MINOR;
    IrValue x = lower_expr(fn, r->view.x);
    if (!per_iteration)
        declare_once(fn, r);
    uint32_t head = block_new(fn, "range.loop");
    uint32_t body = block_new(fn, "range.body");
    uint32_t done = block_new(fn, "range.done");
    jump_to(fn, head);
    block_enter(fn, head);
    fn->blocks.data[head].loop_node = r->node;
    IrInstr next = instr_for(fn, IR_RANGE_NEXT, r->node);
    next.span = clause_span(fn, r);
    next.may_block = fn_kind(fn, fn_type(fn, r->view.x)) == T_CHAN;
    edge_add(fn, body);
    edge_add(fn, done);
    IrValue range = emit1(fn, next, x);
    block_start(fn, body);
    store_parts(fn, r, range, per_iteration);
    Frame frame = {
        .prev = fn->frames, .owner = fn, .label = label, .break_to = done, .continue_to = head};
    fn->frames = &frame;
    lower_block(fn, r->view.body);
    fn->frames = frame.prev;
    jump_to(fn, head);
    block_start(fn, done);
}

// ---- Over functions ----

// The type of the body: the iterator's only parameter.
static TypeId yield_type(const Fn *fn, TypeId iterator)
{
    const Package *p = fn->b->types;
    TypeId params = type_params(p, type_underlying(p, iterator));
    return type_tuple_len(p, params) == 1 ? type_tuple_at(p, params, 0) : TYPE_UNKNOWN;
}

static VarId body_param(Fn *body, TypeId type, uint32_t position, bool result)
{
    IrVar v = {.type = type,
               .owner = body->f->id,
               .param = result ? -1 : (int32_t)position,
               .result = result ? 0 : -1,
               .file = body->file};
    VarId id = var_new(body->b, v);
    if (result)
        vec_push(body->b->arena, &body->f->results, id);
    else
        vec_push(body->b->arena, &body->f->params, id);
    return id;
}

// Parameters of the body, and what the range clause does with them: they are stored in the range
// clause's variables, which are declared in the body and so are new in each round.
static void open_round(Fn *body, const Parts *r, TypeId yield)
{
    const Package *p = body->b->types;
    NodeId nodes[] = {r->view.key, r->view.value};
    bool known = fn_kind(body, yield) == T_SIGNATURE;
    TypeId params = known ? type_params(p, yield) : TYPE_UNKNOWN;
    uint32_t count = known ? type_tuple_len(p, params) : 2;
    LValue lvs[2] = {0};
    for (int i = 0; i < 2; i++)
        if (is_wanted(body, nodes[i])) {
            lvs[i] = lvalue_of(body, nodes[i], r->define);
            lvs[i].per_iteration = r->define;
        }
    for (uint32_t i = 0; i < count; i++) {
        TypeId type = known ? type_tuple_at(p, params, i) : TYPE_UNKNOWN;
        VarId v = body_param(body, type, i, false);
        if (i >= 2 || lvs[i].kind == LV_NONE)
            continue;
        IrValue value = emit_load(body, nodes[i], var_addr(body, nodes[i], v), type);
        lvalue_store(body, nodes[i], &lvs[i], value);
    }
    body_param(body, fn_bool(), 0, true);
}

static void lower_round(Fn *body, const Parts *r, TypeId yield, Str label)
{
    open_round(body, r, yield);
    uint32_t more = block_new(body, "round.next");
    uint32_t stop = block_new(body, "round.break");
    Frame frame = {.owner = body, .label = label, .break_to = stop, .continue_to = more};
    body->frames = &frame;
    lower_block(body, r->view.body);
    body->frames = NULL;
    jump_to(body, more);
    uint32_t blocks[] = {more, stop};
    for (int i = 0; i < 2; i++) {
        block_start(body, blocks[i]);
        if (body->cur == NO_BLOCK)
            continue;
        IrInstr in = {.op = IR_RETURN};
        emit1(body, in, emit_bool(body, i == 0));
        body->cur = NO_BLOCK;
    }
}

// The call of the iterator with the body: static where the iterator is named, else of a value.
static void call_iterator(Fn *fn, const Parts *r, FuncId body, TypeId yield, const IrCall *call,
                          ValueList *args)
{
    IrInstr closure = instr_typed(fn, IR_CLOSURE, r->node, yield);
    closure.func = body;
    closure.span = clause_span(fn, r);
    vec_push(fn->scratch, &args->items, emit(fn, closure));
    IrInstr in = instr_for(fn, IR_CALL, r->node);
    in.span = clause_span(fn, r);
    emit_call(fn, in, call, args);
}

static void prepare_iterator(Fn *fn, NodeId x, IrCall *call, ValueList *args)
{
    NodeId n = fn_unparen(fn, x);
    NodeKind kind = node_kind(fn->ast, n);
    const Selection *sel =
        kind == NODE_SELECTOR_EXPR ? node_selection(fn->b->types, fn->file, n) : NULL;
    ObjId obj = OBJ_NONE;
    if (kind == NODE_IDENT)
        obj = node_object(fn->b->types, fn->file, n);
    else if (sel && sel->kind != SEL_FIELD)
        obj = sel->obj;
    if (kind == NODE_FUNC_LIT) {
        call->literal = build_literal(fn, n);
    } else if (obj_ok(obj) && object_at(fn->b->types, obj)->kind == OBJ_FUNC) {
        call->callee = obj;
        call->model = call_model(fn, obj, sel);
        if (sel && sel->kind == SEL_METHOD) {
            call->has_recv = true;
            vec_push(fn->scratch, &args->items, lower_receiver(fn, n, sel, &call->interface));
        }
    } else {
        call->dynamic = true;
        vec_push(fn->scratch, &args->items, lower_expr(fn, x));
    }
}

typedef VEC(Exit) ExitList;

static void follow_exits(Fn *fn, const ExitList *exits)
{
    VEC_EACH (Exit, e, exits) {
        uint32_t leave = block_new(fn, "range.leave");
        uint32_t next = block_new(fn, "range.next");
        IrInstr how = {.op = IR_UNKNOWN, .type = fn_bool()};
        branch_to(fn, (NodeId){0}, emit(fn, how), leave, next);
        block_start(fn, leave);
        lower_leave(fn, *e);
        block_start(fn, next);
    }
}

static void range_function(Fn *fn, const Parts *r, Str label)
{
    TypeId yield = yield_type(fn, fn_type(fn, r->view.x));
    IrCall call = {0};
    ValueList args = {0};
    prepare_iterator(fn, r->view.x, &call, &args);
    Fn *body = build_range_open(fn, r->node, yield);
    lower_round(body, r, yield, label);
    ExitList exits = {0};
    VEC_EACH (Exit, e, &body->exits)
        vec_push(fn->scratch, &exits, *e);
    FuncId id = build_close(body);
    call_iterator(fn, r, id, yield, &call, &args);
    if (fn->cur == NO_BLOCK)
        return;
    follow_exits(fn, &exits);
    uint32_t done = block_new(fn, "range.done");
    jump_to(fn, done);
    block_start(fn, done);
}

void lower_range(Fn *fn, NodeId n, Str label)
{
    block_ensure(fn);
    Parts r = parts_of(fn, n);
    if (fn_kind(fn, fn_type(fn, r.view.x)) == T_SIGNATURE)
        range_function(fn, &r, label);
    else
        range_rounds(fn, &r, label);
}

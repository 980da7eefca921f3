// bounds.c - how often a loop goes round, and which branches are free.
#include "rules/bounds.h"
#include "rules/cancelled.h"
#include "rules/func_sites.h"

// Chains of assignments that lead to a count or a condition are short.
enum { MAX_BACK = 12 };

static const IrInstr *plain(const IrFunc *func, IrValue *v)
{
    const IrInstr *i = ir_instr(func, *v);
    while (i->op == IR_CONVERT && i->arg_count) {
        *v = i->args[0];
        i = ir_instr(func, *v);
    }
    return i;
}

static Bound number(int64_t n)
{
    return (Bound){.kind = BOUND_COUNT, .plus = n};
}

static Bound scaled(Bound b, int64_t factor, int64_t plus)
{
    if (b.kind == BOUND_NONE || b.kind == BOUND_STREAM)
        return b;
    b.factor *= factor;
    b.plus = b.plus * factor + plus;
    return b;
}

// ---- Values ----

static Bound value_back(RuleContext *ctx, const Frame *frame, IrValue v, unsigned depth);

// A slice literal has as many elements as it says, one made with a length that many.
static Bound length_of_made(RuleContext *ctx, const Identity *of, unsigned depth)
{
    const IrFunc *func = of->frame->func;
    const IrInstr *make = ir_instr(func, of->instr);
    if (make->op != IR_MAKE_SLICE)
        return (Bound){0};
    if (make->arg_count)
        return value_back(ctx, of->frame, make->args[0], depth + 1);
    return number(make->index);
}

static Bound length_of(RuleContext *ctx, const Frame *frame, IrValue v, unsigned depth)
{
    const IrInstr *i = plain(frame->func, &v);
    TypeId t = type_underlying(ctx->types, type_deref(ctx->types, i->type));
    int64_t array = type_kind(ctx->types, t) == T_ARRAY ? type_array_len(ctx->types, t) : -1;
    if (array >= 0)
        return number(array);
    Identity of = identity_of(ctx, frame, v);
    Bound made = of.kind == ID_MADE ? length_of_made(ctx, &of, depth) : (Bound){0};
    if (made.kind != BOUND_NONE)
        return made;
    Str text = node_ok(i->node) ? str_trim(ast_text(rule_ast(ctx, frame->func), i->node)) : (Str){0};
    return (Bound){BOUND_LENGTH, 1, 0, of, text};
}

// The slots of a channel or slice that is made in sight.
static Bound capacity_of(RuleContext *ctx, const Frame *frame, IrValue v, unsigned depth)
{
    Identity of = identity_of(ctx, frame, v);
    const IrInstr *make = of.kind == ID_MADE ? ir_instr(of.frame->func, of.instr) : NULL;
    if (!make || (make->op != IR_MAKE_CHAN && make->op != IR_MAKE_SLICE))
        return (Bound){0};
    return make->arg_count ? value_back(ctx, of.frame, make->args[make->arg_count - 1], depth + 1) : number(0);
}

static Bound of_binary(RuleContext *ctx, const Frame *frame, const IrInstr *i, unsigned depth)
{
    Bound a = value_back(ctx, frame, i->args[0], depth + 1), b = value_back(ctx, frame, i->args[1], depth + 1);
    switch (i->token) {
    case TOK_ADD:
        return b.kind == BOUND_COUNT ? scaled(a, 1, b.plus) : a.kind == BOUND_COUNT ? scaled(b, 1, a.plus) : (Bound){0};
    case TOK_SUB:
        return b.kind == BOUND_COUNT ? scaled(a, 1, -b.plus) : (Bound){0};
    case TOK_MUL:
        return b.kind == BOUND_COUNT ? scaled(a, b.plus, 0) : a.kind == BOUND_COUNT ? scaled(b, a.plus, 0) : (Bound){0};
    default:
        return (Bound){0};
    }
}

// Counts beyond this are no slots and no rounds that anybody means, and cannot be multiplied.
enum { COUNT_MAX = 1 << 24 };

static Bound value_back(RuleContext *ctx, const Frame *frame, IrValue v, unsigned depth)
{
    const IrInstr *i = plain(frame->func, &v);
    int64_t n;
    if (i->constant && constant_int64(i->constant, &n))
        return n >= -COUNT_MAX && n <= COUNT_MAX ? number(n) : (Bound){0};
    if (depth > MAX_BACK)
        return (Bound){0};
    if (i->op == IR_BINARY)
        return of_binary(ctx, frame, i, depth);
    if (i->op == IR_BUILTIN && i->builtin == BUILTIN_LEN && i->arg_count)
        return length_of(ctx, frame, i->args[0], depth);
    if (i->op == IR_BUILTIN && i->builtin == BUILTIN_CAP && i->arg_count)
        return capacity_of(ctx, frame, i->args[0], depth);
    Identity of = identity_of(ctx, frame, v);
    if (of.kind == ID_MADE && (of.instr.v != v.v || of.frame != frame))
        return value_back(ctx, of.frame, of.instr, depth + 1);
    Str text = node_ok(i->node) ? str_trim(ast_text(rule_ast(ctx, frame->func), i->node)) : (Str){0};
    return of.kind == ID_NONE ? (Bound){0} : (Bound){BOUND_VALUE, 1, 0, of, text};
}

Bound bound_of_value(RuleContext *ctx, const Frame *frame, IrValue v)
{
    return value_back(ctx, frame, v, 0);
}

bool bound_same_thing(const Bound *a, const Bound *b)
{
    bool things = a->kind == BOUND_LENGTH || a->kind == BOUND_VALUE;
    return things && a->kind == b->kind &&
           (identity_same(&a->of, &b->of) || (a->text.len && str_eq(a->text, b->text)));
}

// ---- Loops ----

// Whether the send is made again and again, as often as no number says.
static bool sends_on(RuleContext *ctx, Site send)
{
    const IrFunc *func = rule_func(ctx, send.func);
    uint32_t loop = func->blocks.data[rule_instr(ctx, send)->block].loop;
    for (; loop; loop = func->loops.data[loop - 1].parent)
        if (bound_of_loop(ctx, frame_root(ctx, func), loop - 1).kind != BOUND_COUNT)
            return true;
    return false;
}

// A channel is a stream where something feeds it again and again, or where who feeds it is not seen.
static bool is_stream(RuleContext *ctx, FuncId func, IrValue chan)
{
    AbsSet set = flow_value(ctx->flow, func, chan);
    for (uint32_t k = 0; k < set.len; k++) {
        if (flow_abs(ctx->flow, set.items[k])->kind != ABS_CHAN || flow_escapes(ctx->flow, set.items[k]))
            return true;
        SiteList sends = flow_chan_ops(ctx->flow, set.items[k], CHAN_OP_SEND);
        for (uint32_t j = 0; j < sends.len; j++)
            if (sends_on(ctx, sends.items[j]))
                return true;
    }
    return set.len == 0;
}

static Bound of_range(RuleContext *ctx, const Frame *frame, IrValue over)
{
    TypeId t = type_underlying(ctx->types, ir_instr(frame->func, over)->type);
    switch (type_kind(ctx->types, type_underlying(ctx->types, type_deref(ctx->types, t)))) {
    case T_CHAN:
        return (Bound){.kind = is_stream(ctx, frame->func->id, over) ? BOUND_STREAM : BOUND_NONE};
    case T_ARRAY:
    case T_SLICE:
    case T_MAP:
        return length_of(ctx, frame, over, 0);
    case T_BASIC:
        return type_basic(ctx->types, t) == BASIC_STRING ? length_of(ctx, frame, over, 0) : value_back(ctx, frame, over, 0);
    default:
        return (Bound){0};
    }
}

// The counter of `for i := start; i < end; i++`: what it holds before the loop, how it changes in it.
typedef struct Counter {
    VarId var;
    IrValue start;
    int64_t step; // 0 where it is no counter
} Counter;

static void note_counter_store(const Counter *c, const IrFunc *func, const IrInstr *store, Counter *out)
{
    IrValue v = store->args[1];
    const IrInstr *i = plain(func, &v);
    int64_t n;
    if (i->op == IR_LOAD && ir_instr(func, i->args[0])->op == IR_ADDR_VAR && ir_instr(func, i->args[0])->var.v == c->var.v)
        return; // the new instance of the next round
    bool steps = i->op == IR_BINARY && (i->token == TOK_ADD || i->token == TOK_SUB) && out->step == 0 &&
                 ir_instr(func, i->args[1])->constant && constant_int64(ir_instr(func, i->args[1])->constant, &n);
    out->step = steps ? (i->token == TOK_ADD ? n : -n) : INT64_MAX;
}

static Counter counter_of(const RuleContext *ctx, const IrFunc *func, uint32_t loop, IrValue v)
{
    Counter c = {.var = flow_loaded_var(ctx->flow, func->id, v)}, out = c;
    SiteList stores = c.var.v ? flow_var_stores(ctx->flow, c.var) : (SiteList){0};
    for (uint32_t k = 0; k < stores.len; k++) {
        const IrInstr *store = rule_instr(ctx, stores.items[k]);
        if (stores.items[k].func.v != func->id.v)
            return (Counter){0};
        if (ir_in_loop(func, loop, store->block)) {
            note_counter_store(&c, func, store, &out);
        } else {
            if (ir_ok(out.start))
                return (Counter){0};
            out.start = store->args[1];
        }
    }
    return ir_ok(out.start) && (out.step == 1 || out.step == -1) ? out : (Counter){0};
}

static Bound of_condition(RuleContext *ctx, const Frame *frame, uint32_t loop, const IrInstr *cond)
{
    if (cond->op == IR_CALL)
        return (Bound){.kind = BOUND_STREAM}; // scanner.Scan(), rows.Next()
    if (cond->op != IR_BINARY || cond->arg_count != 2)
        return (Bound){0};
    Counter c = counter_of(ctx, frame->func, loop, cond->args[0]);
    if (c.step == 0)
        return (Bound){0};
    Bound start = value_back(ctx, frame, c.start, 0), end = value_back(ctx, frame, cond->args[1], 0);
    bool up = c.step == 1 && (cond->token == TOK_LSS || cond->token == TOK_LEQ || cond->token == TOK_NEQ);
    bool down = c.step == -1 && (cond->token == TOK_GTR || cond->token == TOK_GEQ || cond->token == TOK_NEQ);
    int64_t last = cond->token == TOK_LEQ || cond->token == TOK_GEQ;
    if (up && start.kind == BOUND_COUNT)
        return scaled(end, 1, last - start.plus);
    if (down && end.kind == BOUND_COUNT)
        return scaled(start, 1, last - end.plus);
    return (Bound){0};
}

Bound bound_of_loop(RuleContext *ctx, const Frame *frame, uint32_t loop)
{
    const IrInstr *end = ir_terminator(frame->func, frame->func->loops.data[loop].header);
    if (end->op == IR_RANGE_NEXT)
        return of_range(ctx, frame, end->args[0]);
    if (end->op == IR_IF)
        return of_condition(ctx, frame, loop, ir_instr(frame->func, end->args[0]));
    return (Bound){.kind = BOUND_STREAM};
}

// ---- Free branches ----

typedef struct Freedom {
    RuleContext *ctx;
    const IrFunc *func;
    bool (*knows)(void *data, Site call);
    void *data;
} Freedom;

static bool value_is_free(const Freedom *f, IrValue v, unsigned depth);
static bool free_for(const Freedom *f, IrValue v, unsigned depth, bool for_nil);

static bool is_nil(const IrFunc *func, IrValue v)
{
    const IrInstr *i = plain(func, &v);
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

// A call's result compared with nil says how the call went. Other results are as free as what they
// are computed from.
static bool call_is_free(const Freedom *f, IrValue v, const IrInstr *call, unsigned depth, bool for_nil)
{
    if (f->knows(f->data, (Site){f->func->id, v}))
        return false;
    // A function that was given from outside is asked about its arguments; one that is seen here may
    // keep count.
    uint32_t first = call->call->dynamic && flow_callees(f->ctx->flow, (Site){f->func->id, v}).len == 0 ? 1 : 0;
    for (uint32_t k = first; k < call->arg_count; k++) {
        // What wraps an error is nil when that one is.
        bool decides = !for_nil || type_identical(f->ctx->types, ir_instr(f->func, call->args[k])->type, call->type);
        if (decides && !free_for(f, call->args[k], depth + 1, for_nil))
            return false;
    }
    return for_nil || call->arg_count > first;
}

// The one assignment that a variable of this function holds at `at`, or none.
static IrValue only_store(const Freedom *f, IrValue at, VarId var)
{
    SiteList stores = flow_var_stores(f->ctx->flow, var);
    Reaching r;
    for (uint32_t k = 0; k < stores.len; k++)
        if (stores.items[k].func.v != f->func->id.v)
            return (IrValue){0};
    if (ir_var(f->ctx->ir, var)->owner.v != f->func->id.v || !func_reaching(f->ctx, f->func, at, var, &r) ||
        r.count != 1 || r.entry || !instr_dominates(f->func, r.first, at))
        return (IrValue){0};
    return ir_instr(f->func, r.first)->args[1];
}

static bool load_is_free(const Freedom *f, IrValue at, IrValue address, unsigned depth, bool for_nil)
{
    const IrInstr *a = ir_instr(f->func, address);
    if (a->op == IR_ADDR_FIELD)
        return load_is_free(f, at, a->args[0], depth, for_nil);
    if (a->op == IR_LOAD) // a field through a pointer that is loaded
        return load_is_free(f, address, a->args[0], depth, for_nil);
    if (a->op != IR_ADDR_VAR)
        return false;
    IrValue stored = only_store(f, address.v ? address : at, a->var);
    return ir_ok(stored) && free_for(f, stored, depth + 1, for_nil);
}

static bool binary_is_free(const Freedom *f, const IrInstr *i, unsigned depth)
{
    bool compares = i->token == TOK_EQL || i->token == TOK_NEQ || i->token == TOK_LSS || i->token == TOK_GTR ||
                    i->token == TOK_LEQ || i->token == TOK_GEQ;
    if (!compares || i->arg_count != 2)
        return false;
    for (uint32_t k = 0; k < 2; k++)
        if (is_nil(f->func, i->args[k]))
            return free_for(f, i->args[1 - k], depth + 1, true);
    return value_is_free(f, i->args[0], depth + 1) && value_is_free(f, i->args[1], depth + 1);
}

static bool free_for(const Freedom *f, IrValue v, unsigned depth, bool for_nil)
{
    const IrInstr *i = plain(f->func, &v);
    if (depth > MAX_BACK)
        return false;
    if (i->constant)
        return true;
    switch (i->op) {
    case IR_CONST:
    case IR_ZERO:
    case IR_CASE_RECV:
    case IR_RANGE_VALUE:
        return true;
    case IR_RANGE_KEY: // of a channel it is what was received
        return ir_instr(f->func, i->args[0])->may_block;
    case IR_RECV:
        return !f->knows(f->data, (Site){f->func->id, v});
    case IR_BINARY:
        return binary_is_free(f, i, depth);
    case IR_UNARY:
    case IR_FIELD:
    case IR_TYPE_ASSERT:
        return free_for(f, i->args[0], depth + 1, for_nil);
    case IR_EXTRACT: {
        const IrInstr *tuple = ir_instr(f->func, i->args[0]);
        bool received = tuple->op == IR_RECV || tuple->op == IR_CASE_RECV;
        return received ? i->index == 0 : free_for(f, i->args[0], depth + 1, for_nil);
    }
    case IR_CALL:
        return call_is_free(f, v, i, depth, for_nil);
    case IR_LOAD:
        return load_is_free(f, v, i->args[0], depth, for_nil);
    default:
        return false;
    }
}

static bool value_is_free(const Freedom *f, IrValue v, unsigned depth)
{
    return free_for(f, v, depth, false);
}

bool branch_is_free(RuleContext *ctx, const IrFunc *func, IrValue condition,
                    bool (*knows)(void *data, Site call), void *data)
{
    Freedom f = {ctx, func, knows, data};
    return value_is_free(&f, condition, 0);
}

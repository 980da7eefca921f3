// rounds.c - what decides how often a loop runs.
//
// The end of a natural loop's header says so: a range, or a condition. A loop without a condition runs
// once for each item that it takes on the way: a receive, a case of a select, an accept, a read.
#include "rules/rounds.h"
#include "rules/identity.h"

// Readers are wrapped in readers so often at most.
enum { MAX_WRAPS = 8 };

// Where a reader's items come from.
typedef enum ItemOrigin { FROM_UNSEEN, FROM_MEMORY, FROM_OUTSIDE } ItemOrigin;

static const Effect *effect_of(const RuleContext *ctx, const ModelEntry *entry, EffectKind kind)
{
    return entry ? effect_find(entry, kind, ctx->go_minor) : NULL;
}

// Whether reading from values of the type waits for something outside, whichever value it is.
static bool type_is_outside(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t)));
    ObjId named = type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
    if (!obj_ok(named) || !ctx->ir->models)
        return false;
    static const char *const methods[] = {"Read", "ReadFrom", "Accept"};
    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
        const ModelEntry *entry = model_entry(ctx->ir->models, object_path(ctx->types, named), object_at(ctx->types, named)->name,
                                              name_ofs(package_names(ctx->types), methods[k]));
        const Effect *blocks = effect_of(ctx, entry, EFFECT_BLOCKS);
        if (blocks && blocks->modes & (MODE_NETWORK | MODE_PIPE))
            return true;
    }
    return false;
}

static ItemOrigin origin_of(RuleContext *ctx, const Frame *frame, IrValue v, unsigned depth);

static ItemOrigin origin_of_call(RuleContext *ctx, const Frame *frame, IrValue call, unsigned depth)
{
    const IrInstr *i = ir_instr(frame->func, call);
    const ModelEntry *model = i->call->model;
    const Effect *wraps = effect_of(ctx, model, EFFECT_WRAPS);
    IrValue inner = wraps ? flow_effect_arg(ctx->flow, i, wraps) : (IrValue){0};
    if (effect_of(ctx, model, EFFECT_OPENS))
        return FROM_OUTSIDE;
    if (ir_ok(inner))
        return origin_of(ctx, frame, inner, depth + 1);
    // The library's other readers read what they were given.
    return obj_ok(i->call->callee) && object_at(ctx->types, i->call->callee)->home != 0 && model ? FROM_MEMORY : FROM_UNSEEN;
}

static ItemOrigin origin_of(RuleContext *ctx, const Frame *frame, IrValue v, unsigned depth)
{
    while (ir_instr(frame->func, v)->op == IR_CONVERT)
        v = ir_instr(frame->func, v)->args[0];
    const IrInstr *i = ir_instr(frame->func, v);
    if (depth > MAX_WRAPS)
        return FROM_UNSEEN;
    VarId var = flow_loaded_var(ctx->flow, frame->func->id, v);
    if (type_is_outside(ctx, i->type) ||
        (var.v && effect_of(ctx, flow_object_model(ctx->flow, ir_var(ctx->ir, var)->obj), EFFECT_OPENS)))
        return FROM_OUTSIDE;
    const IrInstr *field = i->op == IR_LOAD ? ir_instr(frame->func, i->args[0]) : i;
    if ((field->op == IR_ADDR_FIELD || field->op == IR_FIELD) &&
        flow_carries_context(ctx->flow, type_deref(ctx->types, ir_instr(frame->func, field->args[0])->type)))
        return FROM_OUTSIDE; // a request's body
    Identity id = identity_of(ctx, frame, v);
    if (id.kind != ID_MADE || (id.instr.v == v.v && id.frame == frame && i->op != IR_CALL && i->op != IR_ALLOC))
        return FROM_UNSEEN;
    const IrInstr *maker = ir_instr(id.frame->func, id.instr);
    if (maker->op == IR_CALL)
        return origin_of_call(ctx, id.frame, id.instr, depth);
    return maker->op == IR_ALLOC ? FROM_MEMORY : id.instr.v != v.v ? origin_of(ctx, id.frame, id.instr, depth + 1) : FROM_UNSEEN;
}

// Channels that the library feeds, timers and signals, give few values.
static bool is_fed(RuleContext *ctx, FuncId func, IrValue chan)
{
    AbsSet set = flow_value(ctx->flow, func, chan);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        Act feeds;
        if (a->kind == ABS_FEED)
            return true;
        bool called = a->kind == ABS_RESULT && rule_instr(ctx, (Site){a->func, a->site})->call;
        if (called && flow_act(ctx->flow, (Site){a->func, a->site}, EFFECT_FEEDS, &feeds))
            return true;
    }
    return flow_done_contexts(ctx->flow, func, chan).len > 0;
}

static const IrFunc *declared(const RuleContext *ctx, FuncId id)
{
    const IrFunc *func = rule_func(ctx, id);
    while (func->parent.v)
        func = rule_func(ctx, func->parent);
    return func;
}

static bool loop_is_endless(const RuleContext *ctx, Site site)
{
    const IrFunc *func = rule_func(ctx, site.func);
    for (uint32_t n = func->blocks.data[rule_instr(ctx, site)->block].loop; n; n = func->loops.data[n - 1].parent) {
        const IrInstr *end = ir_terminator(func, func->loops.data[n - 1].header);
        const IrInstr *cond = end->op == IR_IF ? ir_instr(func, end->args[0]) : NULL;
        bool counts = cond && cond->op == IR_BINARY;
        bool ranges = end->op == IR_RANGE_NEXT && !(flow_own_waits(ctx->flow, func->id, end) & WAIT_CHAN);
        if (!counts && !ranges)
            return true;
    }
    return false;
}

// Whether all that is sent on the channel is sent by the same call, in loops that are bounded.
static bool is_filled_here(RuleContext *ctx, const IrFunc *func, IrValue chan)
{
    AbsSet set = flow_value(ctx->flow, func->id, chan);
    const IrFunc *home = declared(ctx, func->id);
    if (!flow_set_closed(ctx->flow, set))
        return false;
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        if (a->kind != ABS_CHAN || flow_escapes(ctx->flow, set.items[k]) || declared(ctx, a->func) != home)
            return false;
        SiteList sends = flow_chan_ops_anywhere(ctx->flow, set.items[k], CHAN_OP_SEND);
        for (uint32_t s = 0; s < sends.len; s++)
            if (declared(ctx, sends.items[s].func) != home || loop_is_endless(ctx, sends.items[s]))
                return false;
    }
    return true;
}

static RoundsOf stream(RuleContext *ctx, const IrFunc *func, uint32_t loop, IrValue take, IrValue chan)
{
    RoundsOf r = {ROUNDS_STREAM, loop, {func->id, take}, chan, false, false};
    if (is_fed(ctx, func->id, chan) || is_filled_here(ctx, func, chan))
        r.kind = ROUNDS_BOUNDED;
    return r;
}

// Whether a call takes an item from outside: it reads, or accepts.
static bool takes_item(RuleContext *ctx, Site site, RoundsOf *r)
{
    const IrInstr *i = rule_instr(ctx, site);
    Act act;
    bool reads = flow_act(ctx->flow, site, EFFECT_READS, &act);
    bool blocks = !reads && flow_act(ctx->flow, site, EFFECT_BLOCKS, &act) && !flow_affects(ctx->flow, site) &&
                  act.effect->modes & (MODE_NETWORK | MODE_PIPE | MODE_STDIN);
    if (!reads && !blocks)
        return false;
    ItemOrigin from = blocks ? FROM_OUTSIDE
                      : act.func.v == site.func.v && ir_ok(act.arg)
                          ? origin_of(ctx, frame_root(ctx, rule_func(ctx, site.func)), act.arg, 0)
                          : FROM_UNSEEN;
    *r = (RoundsOf){.kind = ROUNDS_STREAM, .take = site, .of = i->arg_count ? i->args[0] : (IrValue){0}, .reader = true};
    if (from == FROM_MEMORY)
        r->kind = ROUNDS_BOUNDED;
    r->unseen_end = from == FROM_UNSEEN;
    return true;
}

// What a loop without a range takes in each round that comes to the block.
static RoundsOf taken(RuleContext *ctx, const IrFunc *func, uint32_t loop, uint32_t block)
{
    RoundsOf found = {.loop = loop};
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (!i || func->blocks.data[i->block].loop != loop + 1)
            continue;
        const IrBlock *b = &func->blocks.data[i->block];
        for (uint32_t k = 0; i->op == IR_SELECT && k < i->case_count && k < b->succs.len; k++)
            if (!i->cases[k].is_send && !i->cases[k].is_default && b->succs.data[k] != i->block &&
                ir_dominates(func, b->succs.data[k], block))
                return stream(ctx, func, loop, at, i->cases[k].chan);
        if (!ir_dominates(func, i->block, block))
            continue;
        if (i->op == IR_RECV)
            return stream(ctx, func, loop, at, i->args[0]);
        RoundsOf r;
        if (i->op == IR_CALL && takes_item(ctx, (Site){func->id, at}, &r)) {
            found = r;
            found.loop = loop;
        }
    }
    return found;
}

static RoundsOf of_loop(RuleContext *ctx, const IrFunc *func, uint32_t loop, uint32_t block)
{
    uint32_t header = func->loops.data[loop].header;
    const IrInstr *end = ir_terminator(func, header);
    IrValue at = {vec_last(&func->blocks.data[header].instrs)};
    if (end->op == IR_RANGE_NEXT) {
        if (flow_own_waits(ctx->flow, func->id, end) & WAIT_CHAN)
            return stream(ctx, func, loop, at, end->args[0]);
        const IrInstr *over = ir_instr(func, end->args[0]);
        TypeKind kind = type_kind(ctx->types, type_underlying(ctx->types, type_deref(ctx->types, over->type)));
        bool memory = kind == T_SLICE || kind == T_MAP;
        return (RoundsOf){memory && over->op != IR_MAKE_SLICE && over->op != IR_MAKE_MAP ? ROUNDS_COLLECTION : ROUNDS_BOUNDED,
                          loop, {func->id, at}, end->args[0], false, false};
    }
    const IrInstr *cond = end->op == IR_IF ? ir_instr(func, end->args[0]) : NULL;
    if (cond && cond->op == IR_BINARY && cond->token != TOK_EQL && cond->token != TOK_NEQ)
        return (RoundsOf){.kind = ROUNDS_BOUNDED, .loop = loop};
    return taken(ctx, func, loop, block);
}

RoundsOf rounds_of(RuleContext *ctx, const IrFunc *func, uint32_t block)
{
    RoundsOf best = {0};
    bool first = true;
    for (uint32_t n = func->blocks.data[block].loop; n; n = func->loops.data[n - 1].parent) {
        RoundsOf r = of_loop(ctx, func, n - 1, block);
        if (first || (r.kind > best.kind && best.kind != ROUNDS_STREAM))
            best = r;
        first = false;
    }
    return best;
}

// deaf_read.c - a cancellable loop around a read that no cancellation interrupts.
//
// A read from a connection, a pipe or standard input returns when something comes, when the other end
// goes, when a deadline passes or when the source is closed; it sees no context. True at run time
// where the signal comes while the read waits for something that never comes: the loop asks for the
// signal only between two reads. What ends such a read is a call on the same source that somebody
// else can make meanwhile: a close on another goroutine, or a deadline. A close that the reading
// goroutine itself makes, once the loop has ended, comes too late.
#include "rules/locks_held.h"
#include "rules/polls.h"
#include "rules/reader_source.h"

enum { MAX_CALLERS_UP = 6 };

// ---- The reading goroutine ----

// Functions that the goroutine is in while it reads.
static void add_stack(RuleContext *ctx, FuncId func, Bitset *stack)
{
    if (bitset_has(stack, func.v))
        return;
    bitset_add(stack, func.v);
    CallEdges callers = flow_callers(ctx->flow, func);
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode == CALL_NOW || callers.items[k].mode == CALL_DEFER || callers.items[k].mode == CALL_ONCE)
            add_stack(ctx, callers.items[k].site.func, stack);
}

// Whether a function may run while the goroutine reads: others call it.
static bool runs_beside(RuleContext *ctx, FuncId func, const Bitset *stack, unsigned depth)
{
    if (bitset_has(stack, func.v))
        return false;
    CallEdges callers = flow_callers(ctx->flow, func);
    if (flow_has_unseen_callers(ctx->flow, func) || callers.len == 0 || depth > MAX_CALLERS_UP)
        return true;
    for (uint32_t k = 0; k < callers.len; k++)
        if (callers.items[k].mode == CALL_GO || callers.items[k].mode == CALL_LATER || callers.items[k].mode == CALL_CLEANUP ||
            runs_beside(ctx, callers.items[k].site.func, stack, depth + 1))
            return true;
    return false;
}

// ---- What ends the read ----

// Whether two values are the same source, or two ends of one: closing one end of a pipe ends reads
// from the other.
static bool same_source(const RuleContext *ctx, AbsSet a, AbsSet b)
{
    if (flow_sets_meet(a, b))
        return true;
    for (uint32_t i = 0; i < a.len; i++)
        for (uint32_t j = 0; j < b.len; j++) {
            const Abs *x = flow_abs(ctx->flow, a.items[i]), *y = flow_abs(ctx->flow, b.items[j]);
            if (x->kind == ABS_RESULT && y->kind == ABS_RESULT && x->func.v == y->func.v && x->site.v == y->site.v)
                return true;
        }
    return false;
}

typedef struct Ends {
    RuleContext *ctx;
    AbsSet source;
    const Effect *blocks; // of the source's type, or NULL
    const Bitset *stack;
} Ends;

static bool is_until(const Ends *e, Name name)
{
    for (uint32_t k = 0; e->blocks && k < e->blocks->until.len; k++)
        if (e->blocks->until.data[k].v == name.v)
            return true;
    return false;
}

// Whether the method frees the source, by its model or as whatever io.Closer stands for.
static bool is_closing(const RuleContext *ctx, ObjId method)
{
    const ModelEntry *entry = flow_object_model(ctx->flow, method);
    return (entry && effect_find(entry, EFFECT_RELEASES, ctx->go_minor)) || (!entry && str_is(object_name(ctx->types, method), "Close"));
}

// Whether the instruction is a method of the source that ends its reads: `recv` is the source.
static bool ends_at(const Ends *e, const IrFunc *func, const IrInstr *i)
{
    RuleContext *ctx = e->ctx;
    bool value = i->op == IR_METHOD_VALUE;
    bool call = (i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO) && i->call->has_recv;
    ObjId method = value ? i->callee : call ? i->call->callee : OBJ_NONE;
    if (!obj_ok(method) || i->arg_count == 0)
        return false;
    bool releases = is_closing(ctx, method);
    if (!releases && !is_until(e, object_at(ctx->types, method)->name))
        return false;
    // Connections of package net have their Close and their deadlines from an embedded struct.
    IrValue whole = rule_without_embedding(ctx, func, i->args[0]);
    if (!same_source(ctx, e->source, value_identity(ctx, func->id, i->args[0])) &&
        !same_source(ctx, e->source, value_identity(ctx, func->id, whole)))
        return false;
    // A deadline ends every later read, whoever sets it.
    if (!releases)
        return true;
    return value || i->op == IR_GO || runs_beside(ctx, func->id, e->stack, 0);
}

// Whether a method of something that the command holds, its process, is called: it may be killed.
static bool is_told(RuleContext *ctx, AbsSet command)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = ir_instr(func, at);
            bool method = i->op == IR_METHOD_VALUE || ((i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO) && i->call->has_recv);
            const IrInstr *recv = method && i->arg_count ? ir_instr(func, i->args[0]) : NULL;
            const IrInstr *field = recv && recv->op == IR_LOAD ? ir_instr(func, recv->args[0]) : NULL;
            if (field && field->op == IR_ADDR_FIELD && flow_sets_meet(command, flow_value(ctx->flow, func->id, field->args[0])))
                return true;
        }
    }
    return false;
}

// Whether the pipe's process is killed when a context ends, or may be by somebody.
static bool ends_with_process(RuleContext *ctx, const ReaderSource *s)
{
    if (!s->object.v)
        return false;
    const Abs *a = flow_abs(ctx->flow, s->object);
    const IrInstr *open = rule_instr(ctx, (Site){a->func, a->site});
    const Effect *opens = open->call ? flow_effect(ctx->flow, open, EFFECT_OPENS) : NULL;
    if (!opens || !(opens->modes & MODE_PIPE) || !open->call->has_recv || open->arg_count == 0)
        return false;
    AbsSet makers = flow_value(ctx->flow, a->func, open->args[0]);
    for (uint32_t k = 0; k < makers.len; k++) {
        const Abs *m = flow_abs(ctx->flow, makers.items[k]);
        Act carries;
        if (m->kind != ABS_RESULT || flow_act(ctx->flow, (Site){m->func, m->site}, EFFECT_CARRIES, &carries))
            return true; // by a context, or by somebody who is not seen
    }
    return makers.len == 0 || is_told(ctx, makers);
}

// `read`: what the reading method itself blocks on, which says what ends it where the source's type
// has no method that every reader has.
static bool is_ended(RuleContext *ctx, const ReaderSource *s, FuncId reader, const Effect *read)
{
    Bitset stack = bitset_new(ctx->scratch, ctx->ir->funcs.len);
    add_stack(ctx, reader, &stack);
    TypeId type = ir_instr(rule_func(ctx, s->func), s->value)->type;
    const Effect *blocks = reader_blocks(ctx, type);
    Ends e = {ctx, value_identity(ctx, s->func, s->value), blocks ? blocks : read, &stack};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
            if (ends_at(&e, func, ir_instr(func, at)))
                return true;
    }
    return false;
}

// ---- The read ----

// What the call reads from; none where it reads nothing that waits.
static IrValue read_from(const RuleContext *ctx, Site site, FuncId *func)
{
    Act act;
    if (flow_act(ctx->flow, site, EFFECT_READS, &act) && ir_ok(act.arg)) {
        *func = act.func;
        return act.arg;
    }
    static const uint32_t modes = MODE_NETWORK | MODE_PIPE | MODE_STDIN | MODE_FILE;
    if (!flow_act(ctx->flow, site, EFFECT_BLOCKS, &act) || !(act.effect->modes & modes) || !act.effect->until.len ||
        !ir_ok(act.recv) || flow_affects(ctx->flow, site) || flow_act(ctx->flow, site, EFFECT_SERVES, &(Act){0}))
        return (IrValue){0};
    *func = act.recv_func;
    return act.recv;
}

// The level at which it can be said that the read waits: warning where all that it can be is seen to
// wait for others, and nobody unseen can end it.
static bool judge(RuleContext *ctx, const ReaderSources *sources, Site read, Level *level, const ReaderSource **worst)
{
    const Effect *blocks = flow_effect(ctx->flow, rule_instr(ctx, read), EFFECT_BLOCKS);
    *level = LEVEL_WARNING;
    *worst = NULL;
    VEC_EACH (const ReaderSource, s, &sources->items) {
        if (s->kind == SOURCE_MEMORY || (s->kind == SOURCE_UNSEEN && strcmp(s->what, "a reader") == 0))
            return false;
        if (ends_with_process(ctx, s) || is_ended(ctx, s, read.func, blocks))
            return false;
        bool known = s->kind == SOURCE_OUTSIDE && !(s->object.v && flow_escapes(ctx->flow, s->object));
        if (!known)
            *level = LEVEL_ADVICE;
        if (!*worst || !known)
            *worst = s;
    }
    return *worst != NULL;
}

static void report(RuleContext *ctx, Site read, const PolledLoop *loop, Level level, const ReaderSource *s)
{
    const IrFunc *func = rule_func(ctx, read.func);
    const char *poll = rule_text(ctx, rule_func(ctx, loop->poll.site.func), loop->poll.site.instr);
    bool in_select = rule_instr(ctx, loop->poll.site)->op == IR_SELECT;
    Finding *f = finding_at(ctx, level, read, "%s waits for %s, and no cancellation interrupts it: the loop hears of its own when something comes",
                            rule_callee_name(ctx, func, rule_instr(ctx, read)), s->what);
    finding_also(ctx, f, FAIL_LEAK);
    finding_related(ctx, f, loop->poll.site, "asks for the cancellation here",
                    in_select ? "only between two reads" : arena_printf(ctx->arena, "%s is asked only between two reads", poll));
    if (loop->call.func.v != read.func.v || loop->call.instr.v != read.instr.v)
        finding_related(ctx, f, loop->call, "called here, in the loop", NULL);
    if (s->object.v) {
        const Abs *a = flow_abs(ctx->flow, s->object);
        finding_related(ctx, f, (Site){a->func, a->site}, "opened here", NULL);
    }
    if (s->kind == SOURCE_FILE)
        finding_note(ctx, f, "a regular file answers at once; if this is a pipe or a device, the read waits");
    else if (level == LEVEL_ADVICE)
        finding_note(ctx, f, "whether somebody who is not seen closes it, or sets its deadline, cannot be seen here");
    const char *stop = polled_stop_text(ctx, &loop->poll, read.func);
    if (!s->object.v && s->kind == SOURCE_OUTSIDE)
        finding_note(ctx, f, "read it on a goroutine of its own that sends what it reads, and select between that and the signal");
    else
        finding_note(ctx, f, "close it, or set its read deadline to the past, when %s: context.AfterFunc does so from outside the loop",
                     stop ? arena_printf(ctx->arena, "%s is ready", stop) : "the signal comes");
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    Site site = {func->id, at};
    FuncId in = func->id;
    PolledLoop loop = {0};
    IrValue reader = i->op == IR_CALL ? read_from(ctx, site, &in) : (IrValue){0};
    if (!ir_ok(reader) || !polled_loop(ctx, site, 0, &loop))
        return;
    ReaderSources sources = reader_sources(ctx, in, reader);
    Level level;
    const ReaderSource *worst;
    if (judge(ctx, &sources, site, &level, &worst))
        report(ctx, site, &loop, level, worst);
}

void rule_deaf_read(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

// unread_pipe.c - a pipe of which one end is abandoned.
//
// What is written to an io.Pipe waits until it has been read, and what reads from one waits until
// something is written or the writer is closed. True at run time where
//   - somebody reads to the end, and the writer is never closed, or not on a path on which the goroutine
//     that writes returns: the reader waits for ever;
//   - a goroutine writes, and on some path nobody reads and nobody closes the reader: it waits for ever.
// A process waits on its pipes as a goroutine does: where nobody reads its output it stops at a full pipe,
// and where its input is not closed before it is waited for, it and whoever waits for it wait for ever.
#include "rules/func_sites.h"
#include "rules/held.h"
#include "rules/reader_source.h"
#include "rules/stops.h"
#include "rules/trail.h"

// Something that is done to an end of a pipe.
typedef enum UseKind { USE_READ, USE_READ_ALL, USE_WRITE, USE_CLOSE } UseKind;

typedef struct PipeUse {
    UseKind kind;
    Site site;
    AbsId end; // the call's result
} PipeUse;

typedef struct Pipes {
    RuleContext *ctx;
    VEC(PipeUse) uses;
    VEC(Site) made;  // calls that open pipes
    VEC(Site) waits; // calls that wait for a process
} Pipes;

// One end: the result of a call.
typedef struct End {
    Site made;
    uint32_t index;
    IrValue value; // the result in the function of the call; none where it is thrown away
    AbsId object;  // none where nothing ever holds it
    const IrFunc *func;
} End;

// ---- What is done to pipes ----

static bool in_loop(const IrFunc *func, IrValue at)
{
    return func->blocks.data[ir_instr(func, at)->block].loop != 0;
}

// Whether only what the read gives ends the loop around it: a loop that counts knows how much comes.
static bool reads_on(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const Ast *ast = rule_ast(ctx, func);
    uint32_t loop = func->blocks.data[ir_instr(func, at)->block].loop;
    NodeId node = loop ? func->loops.data[loop - 1].node : (NodeId){0};
    if (!loop || !node_ok(node) || node_kind(ast, node) != NODE_FOR_STMT)
        return false;
    NodeId cond = ast_for(ast, node).cond;
    Span read = ir_instr(func, at)->span, span = node_ok(cond) ? node_span(ast, cond) : read;
    return span.start <= read.start && read.end <= span.end;
}

static void note_sources(Pipes *p, UseKind kind, Site site, FuncId func, IrValue v)
{
    ReaderSources from = reader_sources(p->ctx, func, v);
    VEC_EACH (const ReaderSource, s, &from.items)
        if (s->object.v)
            vec_push(p->ctx->scratch, &p->uses, (PipeUse){kind, site, s->object});
}

static void visit(Pipes *p, const IrFunc *func, IrValue at, const IrInstr *i)
{
    const Flow *flow = p->ctx->flow;
    Site site = {func->id, at};
    Act act;
    if (flow_act(flow, site, EFFECT_OPENS, &act) && act.effect->modes & MODE_PIPE && i->op == IR_CALL)
        vec_push(p->ctx->scratch, &p->made, site);
    if (flow_act(flow, site, EFFECT_WAITS, &act) && act.effect->target.kind == REF_RECV && flow_act(flow, site, EFFECT_RELEASES, &act))
        vec_push(p->ctx->scratch, &p->waits, site);
    else if (flow_act(flow, site, EFFECT_RELEASES, &act) && ir_ok(act.recv))
        note_sources(p, USE_CLOSE, site, act.recv_func, act.recv);
    if (flow_act(flow, site, EFFECT_READS, &act) && ir_ok(act.arg)) {
        bool all = act.effect->modes & MODE_ALL || reads_on(p->ctx, func, at);
        note_sources(p, all ? USE_READ_ALL : USE_READ, site, act.func, act.arg);
    }
    if (flow_act(flow, site, EFFECT_WRITES, &act) && ir_ok(act.arg))
        note_sources(p, USE_WRITE, site, act.func, act.arg);
    if (flow_act(flow, site, EFFECT_BLOCKS, &act) && act.effect->modes & MODE_PIPE && ir_ok(act.recv)) {
        note_sources(p, reads_on(p->ctx, func, at) ? USE_READ_ALL : USE_READ, site, act.recv_func, act.recv);
        note_sources(p, USE_WRITE, site, act.recv_func, act.recv);
    }
}

static void collect(Pipes *p)
{
    for (uint32_t id = 1; id < p->ctx->ir->funcs.len; id++) {
        const IrFunc *func = p->ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(p->ctx, func, at);
            if (i && (i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO) && i->call->builtin == BUILTIN_NONE)
                visit(p, func, at, i);
        }
    }
}

// The first use of a kind; none where there is none.
static Site first_use(const Pipes *p, const End *e, UseKind kind)
{
    VEC_EACH (const PipeUse, u, &p->uses)
        if (u->kind == kind && e->object.v && u->end.v == e->object.v)
            return u->site;
    return (Site){0};
}

static End end_of(RuleContext *ctx, Site made, uint32_t index)
{
    End e = {.made = made, .index = index, .func = rule_func(ctx, made.func)};
    SiteList parts = flow_uses(ctx->flow, made.func, made.instr);
    for (uint32_t k = 0; k < parts.len; k++)
        if (rule_instr(ctx, parts.items[k])->op == IR_EXTRACT && rule_instr(ctx, parts.items[k])->index == index)
            e.value = parts.items[k].instr;
    AbsSet set = flow_component(ctx->flow, made.func, made.instr, index);
    for (uint32_t k = 0; k < set.len; k++) {
        const Abs *a = flow_abs(ctx->flow, set.items[k]);
        if (a->kind == ABS_RESULT && a->func.v == made.func.v && a->site.v == made.instr.v && a->index == index)
            e.object = set.items[k];
    }
    return e;
}

static VarId end_var(const RuleContext *ctx, const End *e)
{
    IrValue store;
    return ir_ok(e->value) ? held_variable(ctx, e->func, e->value, &store) : (VarId){0};
}

static const char *end_name(RuleContext *ctx, const End *e, const char *other)
{
    VarId var = end_var(ctx, e);
    return var.v ? rule_var_name(ctx, var) : other;
}

// Where the end goes; `ends` is the effect whose methods close it.
static Trail trail_of(RuleContext *ctx, const End *e, const Effect *ends)
{
    return trail_follow(ctx, (Site){e->made.func, e->value}, ends);
}

static bool goes_away(const Trail *t)
{
    return t->fates & ~(1u << FATE_RELEASED);
}

// ---- The writer of an io.Pipe ----

typedef struct Closing {
    const Pipes *p;
    const IrFunc *func;
    AbsId end;
} Closing;

static bool closes_here(const Closing *c, Site site)
{
    VEC_EACH (const PipeUse, u, &c->p->uses)
        if (u->kind == USE_CLOSE && u->end.v == c->end.v && u->site.func.v == site.func.v && u->site.instr.v == site.instr.v)
            return true;
    return false;
}

static bool closes(void *context, IrValue at)
{
    const Closing *c = context;
    Site site = {c->func->id, at};
    IrOp op = ir_instr(c->func, at)->op;
    if (op != IR_CALL && op != IR_DEFER && op != IR_GO)
        return false;
    if (closes_here(c, site))
        return true;
    CallEdges callees = flow_callees(c->p->ctx->flow, site);
    for (uint32_t k = 0; k < callees.len; k++) {
        Bitset run = functions_run(c->p->ctx, callees.items[k].callee);
        VEC_EACH (const PipeUse, u, &c->p->uses)
            if (u->kind == USE_CLOSE && u->end.v == c->end.v && bitset_has(&run, u->site.func.v))
                return true;
    }
    return false;
}

static bool returns(void *context, IrValue at)
{
    const Closing *c = context;
    return ir_instr(c->func, at)->op == IR_RETURN;
}

// Whether a function is the body of a goroutine that is started in one place, or a literal in it.
static bool is_of_body(const RuleContext *ctx, FuncId func, FuncId body)
{
    const IrFunc *f = rule_func(ctx, func);
    while (f->id.v != body.v && f->parent.v)
        f = rule_func(ctx, f->parent);
    return f->id.v == body.v && flow_callers(ctx->flow, body).len == 1;
}

// Where the goroutine that alone closes the writer returns without having done so.
static Site returns_open(const Pipes *p, const End *writer, const Story **by)
{
    for (uint32_t k = 0; k < flow_story_count(p->ctx->flow); k++) {
        const Story *s = flow_story(p->ctx->flow, k);
        if (s->body_count != 1 || !s->body_seen)
            continue;
        bool all = true;
        VEC_EACH (const PipeUse, u, &p->uses)
            all &= u->kind != USE_CLOSE || u->end.v != writer->object.v || is_of_body(p->ctx, u->site.func, s->bodies[0]);
        Closing c = {p, rule_func(p->ctx, s->bodies[0]), writer->object};
        PathQuery q = {.func = s->bodies[0], .goal = returns, .avoid = closes, .ctx = &c};
        IrValue end = all ? flow_find_path(p->ctx->flow, p->ctx->scratch, &q, NULL, NULL) : (IrValue){0};
        *by = s;
        if (all)
            return (Site){s->bodies[0], end};
    }
    return (Site){0};
}

// One reader reads to the end: who closes the writer?
static bool check_writer(Pipes *p, const End *writer, const End *reader, const Effect *ends)
{
    RuleContext *ctx = p->ctx;
    Site read = first_use(p, reader, USE_READ_ALL);
    if (!read.func.v || !ir_ok(writer->value))
        return false;
    Trail trail = trail_of(ctx, writer, ends);
    if (goes_away(&trail))
        return false;
    const Story *by = NULL;
    Site end = {0};
    if (trail_has(&trail, FATE_RELEASED)) {
        end = returns_open(p, writer, &by);
        if (!ir_ok(end.instr))
            return false;
    }
    const char *name = end_name(ctx, writer, "the writer");
    Finding *f = finding_at(ctx, LEVEL_WARNING, writer->made,
                            by ? "%s is not closed on every path of the goroutine that writes: %s waits for an end that never comes"
                               : "%s is never closed: %s waits for an end that never comes",
                            name, rule_callee_name(ctx, rule_func(ctx, read.func), rule_instr(ctx, read)));
    finding_also(ctx, f, FAIL_HANG);
    finding_related(ctx, f, read, "reads until the writer is closed", NULL);
    if (by)
        finding_related(ctx, f, end, "returns here without closing", NULL);
    finding_note(ctx, f, "defer %s.Close() in the goroutine that writes, or CloseWithError to tell the reader why", name);
    return true;
}

// ---- The reader of an io.Pipe ----

typedef struct Reading {
    const Pipes *p;
    const IrFunc *func;
    VarId var;
} Reading;

// Whether a use of the reader may read it to its end, close it or hand it on: all but one plain read.
static bool use_settles(const Reading *r, IrValue use)
{
    const IrInstr *i = ir_instr(r->func, use);
    Act act;
    return i->op != IR_CALL || in_loop(r->func, use) || !flow_act(r->p->ctx->flow, (Site){r->func->id, use}, EFFECT_BLOCKS, &act);
}

static bool literal_uses(const Reading *r, FuncId literal)
{
    const IrFunc *func = rule_func(r->p->ctx, literal);
    for (uint32_t k = 1; k < func->instrs.len; k++) {
        const IrInstr *i = &func->instrs.data[k];
        if ((i->op == IR_ADDR_VAR && i->var.v == r->var.v) || (i->op == IR_CLOSURE && literal_uses(r, i->func)))
            return true;
    }
    return false;
}

// Whether a loop starts here that reads on: that it runs no round is not what the code means.
static bool starts_reading(const Reading *r, const IrInstr *i)
{
    const IrFunc *func = r->func;
    uint32_t loop = func->blocks.data[i->block].loop;
    if (!loop || func->loops.data[loop - 1].header != i->block)
        return false;
    SiteList loads = flow_var_loads(r->p->ctx->flow, r->var);
    for (uint32_t k = 0; k < loads.len; k++)
        if (loads.items[k].func.v == func->id.v && ir_in_loop(func, loop - 1, rule_instr(r->p->ctx, loads.items[k])->block))
            return true;
    return false;
}

static bool settles(void *context, IrValue at)
{
    const Reading *r = context;
    const IrInstr *i = ir_instr(r->func, at);
    bool calls = i->op == IR_CALL || i->op == IR_DEFER || i->op == IR_GO;
    if (i->op == IR_CLOSURE || (calls && i->call->literal.v))
        return literal_uses(r, i->op == IR_CLOSURE ? i->func : i->call->literal);
    if (starts_reading(r, i))
        return true;
    if (i->op != IR_LOAD || flow_loaded_var(r->p->ctx->flow, r->func->id, at).v != r->var.v)
        return false;
    SiteList uses = flow_uses(r->p->ctx->flow, r->func->id, at);
    for (uint32_t k = 0; k < uses.len; k++)
        if (use_settles(r, uses.items[k].instr))
            return true;
    return false;
}

static bool leaves(void *context, IrValue at)
{
    const Reading *r = context;
    return ir_instr(r->func, at)->op == IR_RETURN;
}

// A goroutine that the function starts and that writes; none where there is none.
static const Story *writer_of(const Pipes *p, const End *writer)
{
    for (uint32_t k = 0; k < flow_story_count(p->ctx->flow); k++) {
        const Story *s = flow_story(p->ctx->flow, k);
        for (uint32_t b = 0; s->spawner.v == writer->made.func.v && b < s->body_count; b++) {
            Bitset run = functions_run(p->ctx, s->bodies[b]);
            VEC_EACH (const PipeUse, u, &p->uses)
                if (u->kind == USE_WRITE && u->end.v == writer->object.v && bitset_has(&run, u->site.func.v))
                    return s;
        }
    }
    return NULL;
}

static void check_reader(Pipes *p, const End *writer, const End *reader)
{
    RuleContext *ctx = p->ctx;
    const Story *s = writer_of(p, writer);
    if (!s || (ir_ok(reader->value) && !end_var(ctx, reader).v))
        return;
    Reading r = {p, reader->func, end_var(ctx, reader)};
    PathQuery start = {.func = r.func->id, .from = reader->made.instr, .goal = leaves, .avoid = settles, .ctx = &r};
    PathQuery later = start;
    later.from = s->spawn.instr;
    IrValue end = {0};
    if (ir_ok(flow_find_path(ctx->flow, ctx->scratch, &start, NULL, NULL)))
        end = flow_find_path(ctx->flow, ctx->scratch, &later, NULL, NULL);
    // What is deferred or started before the goroutine is, settles later.
    for (IrValue at = reader->made.instr; ir_ok(end) && at.v < r.func->instrs.len; at.v++)
        if (ir_dominates(r.func, ir_instr(r.func, at)->block, ir_instr(r.func, s->spawn.instr)->block) && at.v < s->spawn.instr.v && settles(&r, at))
            return;
    if (!ir_ok(end))
        return;
    const char *name = end_name(ctx, reader, "the reader");
    Finding *f = finding_at(ctx, LEVEL_WARNING, reader->made,
                            "on some path nobody reads from %s or closes it: the goroutine that writes waits for ever", name);
    finding_related(ctx, f, s->spawn, "writes in this goroutine", NULL);
    finding_related(ctx, f, (Site){r.func->id, end}, "returns here without reading or closing", NULL);
    finding_note(ctx, f, "defer %s.Close() where the pipe is made: a write to a closed pipe returns at once", name);
}

static void check_pipe(Pipes *p, Site made)
{
    End reader = end_of(p->ctx, made, 0), writer = end_of(p->ctx, made, 1);
    const Effect *ends = reader_blocks(p->ctx, type_tuple_at(p->ctx->types, rule_instr(p->ctx, made)->type, 0));
    if (ends && ends->modes & MODE_PIPE && writer.object.v && !check_writer(p, &writer, &reader, ends))
        check_reader(p, &writer, &reader);
}

// ---- The pipes of a process ----

// The call that waits for the process; none where it is not seen.
static Site wait_for(const Pipes *p, Site made)
{
    const IrInstr *call = rule_instr(p->ctx, made);
    AbsSet command = flow_value(p->ctx->flow, made.func, call->args[0]);
    VEC_EACH (const Site, w, &p->waits) {
        Act act;
        if (flow_act(p->ctx->flow, *w, EFFECT_WAITS, &act) && flow_sets_meet(command, flow_value(p->ctx->flow, act.recv_func, act.recv)))
            return *w;
    }
    return (Site){0};
}

// Whether each close is deferred to after the wait.
static bool closed_too_late(const Pipes *p, const End *e, Site wait)
{
    VEC_EACH (const PipeUse, u, &p->uses)
        if (u->kind == USE_CLOSE && u->end.v == e->object.v &&
            (u->site.func.v != wait.func.v || rule_instr(p->ctx, u->site)->op != IR_DEFER || rule_instr(p->ctx, wait)->op == IR_DEFER))
            return false;
    return first_use(p, e, USE_CLOSE).func.v != 0;
}

static const Effect *closer(const RuleContext *ctx)
{
    const ModelEntry *entry = ctx->ir->models ? model_entry(ctx->ir->models, STR("io"), name_ofs(package_names(ctx->types), "PipeReader"),
                                                            name_ofs(package_names(ctx->types), "Read"))
                                              : NULL;
    return entry ? effect_find(entry, EFFECT_BLOCKS, ctx->go_minor) : NULL;
}

static void report_process(Pipes *p, const End *e, Site wait, bool input)
{
    RuleContext *ctx = p->ctx;
    const char *name = end_name(ctx, e, "the pipe"), *waiter = rule_callee_name(ctx, rule_func(ctx, wait.func), rule_instr(ctx, wait));
    Finding *f = finding_at(ctx, held_level(ctx, e->func), e->made,
                            input ? "%s is not closed before %s: a process that reads its input to the end does not end, and is waited for"
                                  : "nobody reads from %s: once the pipe is full the process does not go on, and %s waits for it",
                            name, waiter);
    f->failure = FAIL_HANG;
    finding_related(ctx, f, wait, "waits for the process", NULL);
    if (input)
        finding_note(ctx, f, "close %s as soon as everything is written", name);
    else
        finding_note(ctx, f, "leave the stream alone (it goes to the null device), or set a buffer or io.Discard in the command");
}

static void check_process(Pipes *p, Site made)
{
    RuleContext *ctx = p->ctx;
    End e = end_of(ctx, made, 0);
    Site wait = wait_for(p, made);
    TypeId type = type_tuple_at(ctx->types, rule_instr(ctx, made)->type, 0);
    bool input = type_lookup(ctx->types, type, name_ofs(package_names(ctx->types), "Write")).kind == SEL_METHOD;
    if (!wait.func.v || (input && !ir_ok(e.value)))
        return;
    Trail trail = ir_ok(e.value) ? trail_of(ctx, &e, closer(ctx)) : (Trail){0};
    if (goes_away(&trail))
        return;
    bool open = !trail_has(&trail, FATE_RELEASED) || closed_too_late(p, &e, wait);
    bool read = first_use(p, &e, USE_READ).func.v || first_use(p, &e, USE_READ_ALL).func.v;
    bool written = first_use(p, &e, USE_WRITE).func.v || trail.calls.len;
    if (input ? open && written : !read && !trail.calls.len)
        report_process(p, &e, wait, input);
}

void rule_unread_pipe(RuleContext *ctx)
{
    Pipes p = {.ctx = ctx};
    collect(&p);
    VEC_EACH (const Site, made, &p.made) {
        const IrInstr *call = rule_instr(ctx, *made);
        if (call->call->dynamic || type_kind(ctx->types, call->type) != T_TUPLE)
            continue;
        if (call->call->has_recv)
            check_process(&p, *made);
        else
            check_pipe(&p, *made);
    }
}

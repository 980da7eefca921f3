// step.c - one instruction.
#include "explore/machine.h"

enum { NEVER_SELECT_CASES = 64 };

// ---- Ranges ----

static Val map_entry(Machine *m, uint32_t map, int64_t n, Val *key)
{
    for (uint32_t c = m->cells.data[map].child; c; c = m->cells.data[c].next) {
        if (!m->cells.data[c].key || n-- > 0)
            continue;
        uint32_t k = cell_find(m, c, UINT64_MAX);
        *key = k ? m->cells.data[k].v : unknown(m);
        return m->cells.data[c].set ? m->cells.data[c].v : (Val){.kind = V_STRUCT, .id = c};
    }
    *key = unknown(m);
    return unknown(m);
}

static void range_next(Machine *m, uint32_t g, IrValue at, const IrInstr *i)
{
    Frame *f = top(m, g);
    Val over = operand(f, i, 0);
    if (i->may_block) {
        Comm c = comm_of(m, over, false, (Val){0});
        park_comm(m, g, at, &c, 1, false);
        return;
    }
    const IrBlock *b = &f->func->blocks.data[f->block];
    bool again = b->loop && f->func->loops.data[b->loop - 1].header == f->block && f->prev != UINT32_MAX && ir_in_loop(f->func, b->loop - 1, f->prev) && f->regs[at.v].kind == V_TUPLE;
    int64_t n = again ? f->regs[at.v].n + 1 : 0, len = decide_length(m, over);
    if (over.kind == V_REF || over.kind == V_STRUCT)
        len = type_array_len(m->types, type_deref(m->types, ir_instr(f->func, i->args[0])->type));
    bool more = n < len;
    Val pair[2] = {integer(n), unknown(m)};
    if (more && over.kind == V_SLICE) {
        uint32_t cell = cell_part(m, over.id, (uint64_t)n + 1);
        pair[1] = (Val){.kind = V_REF, .id = cell};
    } else if (more && over.kind == V_MAP) {
        pair[1] = map_entry(m, over.id, n, &pair[0]);
    } else if (more && (over.kind == V_REF || over.kind == V_STRUCT)) {
        pair[1] = (Val){.kind = V_REF, .id = cell_part(m, over.id, (uint64_t)n + 1)};
    } else if (more && over.kind == V_UNKNOWN) {
        pair[1] = remembered(m, TOK_RANGE, over, integer(n));
    }
    Val t = tuple_of(m, pair, 2);
    t.n = n;
    f->regs[at.v] = more ? t : (Val){.kind = V_NIL};
    f->prev = f->block;
    f->block = b->succs.data[more ? 0 : 1];
    f->pc = 0;
}

Val range_part(Machine *m, const Frame *f, const IrInstr *i)
{
    Val t = operand(f, i, 0);
    if (t.kind != V_TUPLE)
        return unknown(m);
    const IrInstr *range = ir_instr(f->func, i->args[0]);
    Val v = m->cells.data[cell_part(m, t.id, i->op == IR_RANGE_VALUE ? 2 : 1)].v;
    Val over = operand(f, range, 0);
    bool by_place = over.kind == V_SLICE || over.kind == V_REF || over.kind == V_STRUCT;
    return i->op == IR_RANGE_VALUE && by_place && v.kind == V_REF ? cell_load(m, v.id, i->type) : v;
}

// ---- Control ----

static void go_to(Frame *f, uint32_t succ)
{
    f->prev = f->block;
    f->block = f->func->blocks.data[f->block].succs.data[succ];
    f->pc = 0;
}

void return_from(Machine *m, uint32_t g, Val result)
{
    Goroutine *r = &m->gs.data[g];
    Frame done = *top(m, g);
    r->frames.len--;
    if (done.once)
        m->cells.data[done.once - 1].once = 2, m->cells.data[done.once - 1].owner = 0;
    if (r->frames.len) {
        Frame *f = top(m, g);
        if (!done.drop_result)
            f->regs[done.result.v] = result;
        return;
    }
    r->park = PARK_DONE;
    if (r->group) {
        count_group(m, r->group - 1, -1);
        uint32_t ctx = m->cells.data[r->group - 1].context;
        if (ctx && result.kind != V_NIL && decide_nil(m, result) == false)
            cancel_context(m, ctx - 1);
    }
    if (g == 0)
        escape(m, result);
    m->yield = true;
}

// Leaves frames until one has deferred calls to run; at the end of a panic the process dies.
static void unwind(Machine *m, uint32_t g)
{
    Goroutine *r = &m->gs.data[g];
    for (; r->frames.len; r->frames.len--) {
        Frame *f = top(m, g);
        f->unwinding = true;
        if (f->defers.len)
            return;
    }
    if (!r->quits)
        cut_run(m);
    r->park = PARK_DONE;
    if (r->group)
        count_group(m, r->group - 1, -1);
    m->yield = true;
}

void raise_panic(Machine *m, uint32_t g)
{
    m->gs.data[g].panicking = true;
    unwind(m, g);
}

// A panic that the code did not ask for: it ends the run, unless somebody is there to recover.
void fault(Machine *m, uint32_t g, StuckKind kind)
{
    const Goroutine *r = &m->gs.data[g];
    for (uint32_t k = 0; k < r->frames.len; k++)
        if (r->frames.data[k].func->has_recover) {
            raise_panic(m, g);
            return;
        }
    m->fault = (StuckGoroutine){.number = g, .kind = kind, .site = {top(m, g)->func->id, r->at}, .spawn = r->spawn};
    m->fate = FATE_STUCK;
}

static void run_defer(Machine *m, uint32_t g)
{
    Frame *f = top(m, g);
    Deed d = vec_last(&f->defers);
    f->defers.len--;
    make_call(m, g, &d, (IrValue){0}, true);
}

static Val named_results(Machine *m, const Frame *f)
{
    Val parts[16];
    uint32_t n = 0;
    for (; n < f->func->results.len && n < 16; n++)
        parts[n] = cell_load(m, variable(m, f, f->func->results.data[n]), ir_var(m->ir, f->func->results.data[n])->type);
    return n == 1 ? parts[0] : n ? tuple_of(m, parts, n) : (Val){0};
}

// ---- Ranges over functions ----

static bool starts_rounds(const Machine *m, const Frame *f, const IrInstr *i)
{
    for (uint32_t k = 0; k < i->arg_count; k++) {
        const IrInstr *arg = ir_instr(f->func, i->args[k]);
        if (arg->op == IR_CLOSURE && m->ir->funcs.data[arg->func.v]->kind == FUNC_RANGE_BODY)
            return true;
    }
    return false;
}

// A round that gives false has left the body for somewhere in the function around it.
static void note_round(Machine *m, uint32_t g, const IrInstr *i)
{
    const IrFunc *body = top(m, g)->func;
    const Constant *more = body->kind == FUNC_RANGE_BODY && i->arg_count ? ir_instr(body, i->args[0])->constant : NULL;
    if (!more || constant_kind(more) != CONST_BOOL || constant_bool(more))
        return;
    for (uint32_t k = m->gs.data[g].frames.len; k-- > 0;) {
        Frame *f = &m->gs.data[g].frames.data[k];
        if (f->func->id.v == body->parent.v) {
            f->rounds = ROUNDS_LEFT;
            return;
        }
    }
}

// Whether control goes where a round has left for. Of several ways out it is not kept which one was taken.
static bool leaves_rounds(Machine *m, Frame *f)
{
    const IrBlock *next = &f->func->blocks.data[f->func->blocks.data[f->block].succs.data[1]];
    bool last = next->instrs.len == 0 || f->func->instrs.data[next->instrs.data[0]].op != IR_UNKNOWN;
    bool leaves = f->rounds == ROUNDS_LEFT;
    if (leaves && !last)
        m->fate = FATE_CUT;
    if (last)
        f->rounds = ROUNDS_NONE;
    return leaves;
}

static bool decide_branch(Machine *m, Frame *f, const IrInstr *i)
{
    if (f->rounds != ROUNDS_NONE && ir_instr(f->func, i->args[0])->op == IR_UNKNOWN)
        return leaves_rounds(m, f);
    return decide_truth(m, operand(f, i, 0));
}

// ---- Other control ----

static void do_return(Machine *m, uint32_t g, const IrInstr *i)
{
    note_round(m, g, i);
    Frame *f = top(m, g);
    Val parts[16];
    uint32_t n = i->arg_count < 16 ? i->arg_count : 16;
    for (uint32_t k = 0; k < n; k++)
        parts[k] = operand(f, i, k);
    return_from(m, g, n == 1 ? parts[0] : n ? tuple_of(m, parts, n) : (Val){.kind = V_NIL});
}

static void do_select(Machine *m, uint32_t g, IrValue at, const IrInstr *i)
{
    Frame *f = top(m, g);
    Comm comms[NEVER_SELECT_CASES] = {0};
    bool has_default = false;
    for (uint32_t k = 0; k < i->case_count && k < NEVER_SELECT_CASES; k++) {
        const IrCase *c = &i->cases[k];
        has_default |= c->is_default;
        if (!c->is_default)
            comms[k] = comm_of(m, f->regs[c->chan.v], c->is_send, c->is_send ? f->regs[c->value.v] : (Val){0});
    }
    park_comm(m, g, at, comms, i->case_count < NEVER_SELECT_CASES ? i->case_count : NEVER_SELECT_CASES, has_default);
}

void do_close(Machine *m, uint32_t g, Val chan)
{
    if (chan.kind != V_CHAN)
        return;
    Channel *ch = &m->chans.data[chan.id];
    m->yield = true;
    if (ch->closed && !ch->outside) {
        fault(m, g, STUCK_CLOSED_AGAIN);
        return;
    }
    ch->closed = true;
    note_event(m, g, "closes the channel here");
}

static bool step_control(Machine *m, uint32_t g, IrValue at, const IrInstr *i)
{
    Frame *f = top(m, g);
    Comm c;
    switch (i->op) {
    case IR_JUMP:
        go_to(f, 0);
        return true;
    case IR_IF:
        go_to(f, decide_branch(m, f, i) ? 0 : 1);
        return true;
    case IR_RANGE_NEXT:
        range_next(m, g, at, i);
        return true;
    case IR_SELECT:
        do_select(m, g, at, i);
        return true;
    case IR_RETURN:
        if (f->defers.len) // of a test's clean-up
            run_defer(m, g);
        else
            do_return(m, g, i);
        return true;
    case IR_PANIC:
        raise_panic(m, g);
        return true;
    case IR_EXIT:
        if (i->exit_mode & MODE_GOROUTINE && g != 0) {
            m->gs.data[g].quits = true;
            unwind(m, g);
        } else {
            cut_run(m);
        }
        return true;
    case IR_UNREACHABLE:
        cut_run(m);
        return true;
    case IR_SEND:
    case IR_RECV:
        c = comm_of(m, operand(f, i, 0), i->op == IR_SEND, operand(f, i, 1));
        park_comm(m, g, at, &c, 1, false);
        return true;
    case IR_RUN_DEFERS:
        if (!f->defers.len)
            return false;
        run_defer(m, g);
        return true;
    default:
        return false;
    }
}

static void step_effect(Machine *m, uint32_t g, IrValue at, const IrInstr *i)
{
    Frame *f = top(m, g);
    Deed d;
    switch (i->op) {
    case IR_DECLARE:
        vec_push(m->a, &f->vars, (Binding){i->var.v, cell_new(m, false)});
        return;
    case IR_STORE: {
        uint32_t cell = cell_of(m, operand(f, i, 0));
        if (cell)
            cell_store(m, cell, operand(f, i, 1));
        else
            cut_run(m);
        return;
    }
    case IR_MAP_UPDATE:
        update_map(m, operand(f, i, 0), operand(f, i, 1), operand(f, i, 2));
        return;
    case IR_CLOSE:
        do_close(m, g, operand(f, i, 0));
        return;
    case IR_GO:
        d = deed_of(m, f, (Site){f->func->id, at});
        spawn(m, &d, 0, false);
        return;
    case IR_DEFER:
        d = deed_of(m, f, (Site){f->func->id, at});
        vec_push(m->a, &f->defers, d);
        return;
    default:
        if (ir_gives_value(i->op)) {
            Val v = value_of(m, g, i);
            top(m, g)->regs[at.v] = v;
        }
        return;
    }
}

// A function that is being unwound has run its deferred calls: it goes on where there was a recover.
static void continue_unwinding(Machine *m, uint32_t g)
{
    Goroutine *r = &m->gs.data[g];
    Frame *f = top(m, g);
    if (!r->panicking && !r->quits) {
        f->unwinding = false;
        f->defers.len = 0;
        return_from(m, g, named_results(m, f));
        return;
    }
    if (f->defers.len)
        run_defer(m, g);
    else
        unwind(m, g);
}

void step(Machine *m, uint32_t g)
{
    Frame *f = top(m, g);
    if (f->unwinding) {
        continue_unwinding(m, g);
        return;
    }
    const IrBlock *b = &f->func->blocks.data[f->block];
    IrValue at = {b->instrs.data[f->pc]};
    const IrInstr *i = ir_instr(f->func, at);
    m->gs.data[g].at = at;
    if (step_control(m, g, at, i))
        return;
    if (i->op == IR_CALL) {
        f->rounds = starts_rounds(m, f, i) ? ROUNDS_DONE : f->rounds;
        Deed d = deed_of(m, f, (Site){f->func->id, at});
        make_call(m, g, &d, at, false);
        return;
    }
    step_effect(m, g, at, i);
    if (m->gs.data[g].frames.len && m->gs.data[g].park == PARK_NONE && !top(m, g)->unwinding)
        top(m, g)->pc++;
}

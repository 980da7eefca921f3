// waits.c - what goroutines wait for, and who may go on.
#include "explore/machine.h"

void note_event(Machine *m, uint32_t g, const char *what)
{
    const Goroutine *r = &m->gs.data[g];
    FuncId func = r->frames.len ? vec_last(&r->frames).func->id : (FuncId){0};
    vec_push(m->a, &m->events, (ExploreEvent){g, {func, r->at}, what});
}

Comm comm_of(Machine *m, Val chan, bool send, Val value)
{
    Comm c = {.send = send, .value = value};
    if (chan.kind == V_CHAN)
        c.chan = chan.id + 1;
    else
        c.outside = chan.kind != V_NIL;
    (void)m;
    return c;
}

void park_comm(Machine *m, uint32_t g, IrValue at, const Comm *comms, uint32_t count, bool has_default)
{
    Goroutine *r = &m->gs.data[g];
    r->park = PARK_COMM;
    r->at = at;
    r->comms = arena_array(m->a, Comm, count + 1);
    for (uint32_t k = 0; k < count; k++)
        r->comms[k] = comms[k];
    r->comm_count = count;
    r->has_default = has_default;
    m->interesting = true;
}

void park_on(Machine *m, uint32_t g, ParkKind kind, uint32_t cell, bool write)
{
    Goroutine *r = &m->gs.data[g];
    r->park = kind;
    r->cell = cell;
    r->write = write;
    r->relock = false;
    m->interesting |= kind != PARK_SLEEP;
}

// ---- Channels ----

// Another goroutine that waits for the other side of the communication; its case in *index.
static bool partner(const Machine *m, uint32_t g, const Comm *c, uint32_t *who, uint32_t *index)
{
    for (uint32_t k = 0; k < m->gs.len; k++) {
        const Goroutine *o = &m->gs.data[k];
        for (uint32_t j = 0; k != g && o->park == PARK_COMM && j < o->comm_count; j++)
            if (o->comms[j].chan == c->chan && o->comms[j].send != c->send) {
                *who = k;
                *index = j;
                return true;
            }
    }
    return false;
}

static bool comm_ready(const Machine *m, uint32_t g, const Comm *c)
{
    uint32_t who, index;
    if (c->outside)
        return true;
    if (!c->chan)
        return false;
    const Channel *ch = &m->chans.data[c->chan - 1];
    if (ch->outside || ch->closed)
        return true;
    if (ch->is_feed)
        return !c->send && ch->fed != 0;
    if (ch->late)
        return true;
    if (c->send ? (int64_t)ch->queue.len < ch->cap : ch->queue.len > 0)
        return true;
    return partner(m, g, c, &who, &index);
}

// Whether it is a timer or a context of the caller's that makes it ready.
static bool comm_late(const Machine *m, const Comm *c)
{
    return c->chan && (m->chans.data[c->chan - 1].is_feed || m->chans.data[c->chan - 1].late);
}

static void finish_comm(Machine *m, uint32_t g, uint32_t index, Val received, bool ok);

static Val take_first(Channel *ch)
{
    Val v = ch->queue.data[0];
    for (uint32_t k = 1; k < ch->queue.len; k++)
        ch->queue.data[k - 1] = ch->queue.data[k];
    ch->queue.len--;
    return v;
}

static void do_receive(Machine *m, uint32_t g, uint32_t index, const Comm *c)
{
    Channel *ch = c->chan ? &m->chans.data[c->chan - 1] : NULL;
    uint32_t who, at;
    if (ch && ch->late && !ch->closed) {
        m->cancelled_outside |= ch->by_caller;
        ch->closed = true;
    }
    if (!ch || ch->outside || ch->is_feed) {
        if (ch && ch->is_feed && ch->fed > 0)
            ch->fed--;
        finish_comm(m, g, index, unknown(m), !ch || ch->is_feed || !ch->closed ? draw(m, 8) != 0 || (ch && ch->is_feed) : false);
        return;
    }
    if (ch->queue.len) {
        Val v = take_first(ch);
        // Who waits with the next value puts it into the slot.
        if (partner(m, g, c, &who, &at)) {
            vec_push(m->a, &ch->queue, m->gs.data[who].comms[at].value);
            finish_comm(m, who, at, (Val){0}, true);
        }
        finish_comm(m, g, index, v, true);
        return;
    }
    if (partner(m, g, c, &who, &at)) {
        Val v = m->gs.data[who].comms[at].value;
        finish_comm(m, who, at, (Val){0}, true);
        finish_comm(m, g, index, v, true);
        return;
    }
    finish_comm(m, g, index, (Val){.kind = V_NIL}, false);
}

static void do_send(Machine *m, uint32_t g, uint32_t index, const Comm *c)
{
    Channel *ch = c->chan ? &m->chans.data[c->chan - 1] : NULL;
    uint32_t who, at;
    if (!ch || ch->outside) {
        escape(m, c->value);
        finish_comm(m, g, index, (Val){0}, true);
        return;
    }
    if (ch->closed) {
        m->gs.data[g].park = PARK_NONE;
        fault(m, g, STUCK_SEND_CLOSED);
        return;
    }
    if (partner(m, g, c, &who, &at))
        finish_comm(m, who, at, c->value, true);
    else
        vec_push(m->a, &ch->queue, c->value);
    finish_comm(m, g, index, (Val){0}, true);
}

// The wait is over: the instruction has its value, and the goroutine goes on behind it.
static void finish_comm(Machine *m, uint32_t g, uint32_t index, Val received, bool ok)
{
    Goroutine *r = &m->gs.data[g];
    Frame *f = top(m, g);
    const IrInstr *i = ir_instr(f->func, r->at);
    r->park = PARK_NONE;
    note_event(m, g, i->op == IR_SELECT ? "goes on here" : r->comms[index].send ? "sends here" : ok ? "receives here" : "finds the channel closed here");
    Val pair[2] = {received, truth(ok)};
    switch (i->op) {
    case IR_RECV:
        f->regs[r->at.v] = i->comma_ok ? tuple_of(m, pair, 2) : received;
        f->pc++;
        break;
    case IR_RANGE_NEXT:
        f->regs[r->at.v] = tuple_of(m, pair, 2);
        f->prev = f->block;
        f->block = m->gs.data[g].frames.data[m->gs.data[g].frames.len - 1].func->blocks.data[f->block].succs.data[ok ? 0 : 1];
        f->pc = 0;
        break;
    case IR_SELECT:
        f->regs[r->at.v] = tuple_of(m, pair, 2);
        f->prev = f->block;
        f->block = f->func->blocks.data[f->block].succs.data[index];
        f->pc = 0;
        break;
    default:
        f->pc++;
        break;
    }
}

// The default of a select stands behind its other cases in `comms`; its number is the instruction's.
static uint32_t default_index(const IrInstr *i)
{
    for (uint32_t k = 0; k < i->case_count; k++)
        if (i->cases[k].is_default)
            return k;
    return 0;
}

static void go_on_comm(Machine *m, uint32_t g)
{
    Goroutine *r = &m->gs.data[g];
    uint32_t ready[64], n = 0;
    bool late = !m->patient || goes_late(m, g);
    for (uint32_t k = 0; k < r->comm_count && n < 64; k++)
        if (comm_ready(m, g, &r->comms[k]) && (late || !comm_late(m, &r->comms[k])))
            ready[n++] = k;
    if (!n) {
        Frame *f = top(m, g);
        finish_comm(m, g, default_index(ir_instr(f->func, r->at)), (Val){.kind = V_NIL}, false);
        return;
    }
    uint32_t index = ready[draw(m, n)];
    Comm c = r->comms[index];
    if (c.send)
        do_send(m, g, index, &c);
    else
        do_receive(m, g, index, &c);
}

bool goes_late(const Machine *m, uint32_t g)
{
    const Goroutine *r = &m->gs.data[g];
    if (r->park == PARK_SLEEP)
        return true;
    if (r->park != PARK_COMM || r->has_default)
        return false;
    for (uint32_t k = 0; k < r->comm_count; k++)
        if (comm_ready(m, g, &r->comms[k]) && !comm_late(m, &r->comms[k]))
            return false;
    return true;
}

// ---- Locks, groups, conditions ----

static bool writer_waits(const Machine *m, uint32_t g, uint32_t cell)
{
    for (uint32_t k = 0; k < m->gs.len; k++)
        if (k != g && m->gs.data[k].park == PARK_LOCK && m->gs.data[k].cell == cell && m->gs.data[k].write)
            return true;
    return false;
}

// The instruction that waited is done.
static void pass(Machine *m, uint32_t g)
{
    if (!m->gs.data[g].stays)
        top(m, g)->pc++;
}

bool can_go(const Machine *m, uint32_t g)
{
    const Goroutine *r = &m->gs.data[g];
    const Cell *c = &m->cells.data[r->cell];
    switch (r->park) {
    case PARK_NONE:
    case PARK_SLEEP:
        return true;
    case PARK_LOCK:
        if (r->write)
            return !c->owner && c->n == 0;
        return !c->owner && !(c->n > 0 && writer_waits(m, g, r->cell));
    case PARK_GROUP:
        return c->outside || c->n <= 0;
    case PARK_ONCE:
        return c->once != 1;
    case PARK_COND:
        return c->outside;
    case PARK_COMM:
        if (r->has_default)
            return true;
        for (uint32_t k = 0; k < r->comm_count; k++)
            if (comm_ready(m, g, &r->comms[k]))
                return true;
        return false;
    case PARK_DONE:
        break;
    }
    return false;
}

void go_on(Machine *m, uint32_t g)
{
    Goroutine *r = &m->gs.data[g];
    ParkKind park = r->park;
    if (park == PARK_NONE)
        return;
    if (park == PARK_COMM) {
        go_on_comm(m, g);
        return;
    }
    r->park = PARK_NONE;
    if (park == PARK_LOCK) {
        Cell *c = &m->cells.data[r->cell];
        if (r->write)
            c->owner = g + 1;
        else
            c->n++;
        c->taken = (Site){top(m, g)->func->id, r->at};
        note_event(m, g, r->relock ? "has the lock again here" : "takes the lock here");
    }
    // A Once that has been run meanwhile is not run again: the instruction is made once more.
    if (park != PARK_ONCE)
        pass(m, g);
}

void wake(Machine *m, uint32_t cond, bool all)
{
    for (uint32_t k = 0; k < m->gs.len; k++) {
        Goroutine *r = &m->gs.data[k];
        if (r->park != PARK_COND || r->cell != cond)
            continue;
        uint32_t lock = r->lock;
        if (lock) {
            r->park = PARK_LOCK;
            r->cell = lock;
            r->write = r->relock = true;
        } else {
            r->park = PARK_NONE;
            pass(m, k);
        }
        if (!all)
            return;
    }
}

void count_group(Machine *m, uint32_t cell, int64_t delta)
{
    m->cells.data[cell].n += delta;
}

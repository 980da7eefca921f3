// explore.c - runs, one after the other, until one of them is stuck.
#include "explore/explore.h"
#include "explore/machine.h"

static void begin(Machine *m, const Flow *flow, uint32_t go_minor, bool closed, uint64_t seed, Arena *a)
{
    *m = (Machine){.flow = flow, .ir = flow_ir(flow), .types = flow_ir(flow)->types, .go_minor = go_minor, .a = a, .closed = closed};
    m->random = seed * 0x9e3779b97f4a7c15u + 0x2545f4914f6cdd1du;
    cell_new(m, true); // 0 is none
    unknown(m);
    m->patient = draw(m, 4) != 0;
}

// ---- One run ----

// Sleepers are woken when nobody else goes on, in most runs: programs sleep until others are done.
static uint32_t choose(Machine *m, uint32_t last)
{
    uint32_t ready[EXPLORE_GOROUTINES + 1], sleeping[EXPLORE_GOROUTINES + 1], n = 0, s = 0;
    for (uint32_t g = 0; g < m->gs.len; g++) {
        if (!can_go(m, g))
            continue;
        bool late = goes_late(m, g);
        if (late)
            sleeping[s++] = g;
        else
            ready[n++] = g;
        if (g == last && !late && draw(m, 2))
            return g;
    }
    if (s && (!n || (!m->patient && draw(m, 3) == 0)))
        return sleeping[draw(m, s)];
    return n ? ready[draw(m, n)] : UINT32_MAX;
}

static void run_on(Machine *m, uint32_t g)
{
    m->yield = false;
    go_on(m, g);
    while (m->fate == FATE_GOES_ON && !m->yield && m->gs.data[g].park == PARK_NONE && m->gs.data[g].frames.len) {
        if (++m->steps > EXPLORE_STEPS) {
            m->fate = FATE_CUT;
            return;
        }
        step(m, g);
    }
}

static void run_all(Machine *m)
{
    uint32_t g = 0;
    while (m->fate == FATE_GOES_ON) {
        g = choose(m, g);
        if (g == UINT32_MAX) {
            m->fate = FATE_ENDED;
            for (uint32_t k = 0; k < m->gs.len; k++)
                if (m->gs.data[k].park != PARK_DONE)
                    m->fate = FATE_STUCK;
            return;
        }
        if (++m->steps > EXPLORE_STEPS)
            m->fate = FATE_CUT;
        else
            run_on(m, g);
    }
}

static void start(Machine *m, const IrFunc *func)
{
    Closure c = {.kind = C_FUNC, .func = func};
    Val args[16];
    uint32_t n = func->params.len < 16 ? func->params.len : 16;
    for (uint32_t k = 0; k < n; k++)
        args[k] = unseen_value(m, ir_var(m->ir, func->params.data[k])->type);
    vec_push(m->a, &m->gs, (Goroutine){0});
    push_frame(m, 0, &c, args, n, (IrValue){0}, true);
}

// The initialisers of the package's variables are run before the function.
static void initialise(Machine *m, const ExploreInits *inits)
{
    for (uint32_t k = 0; k < inits->funcs.len && m->fate == FATE_GOES_ON; k++) {
        start(m, inits->funcs.data[k]);
        run_all(m);
        if (m->fate == FATE_ENDED)
            m->fate = FATE_GOES_ON;
        m->gs.len = 0;
        m->spent += m->steps;
        m->steps = 0;
    }
}

// ---- What is told of a run that is stuck ----

static StuckKind kind_of(const Goroutine *r, const IrInstr *i)
{
    switch (r->park) {
    case PARK_LOCK:
        return STUCK_LOCK;
    case PARK_GROUP:
        return STUCK_GROUP;
    case PARK_COND:
        return STUCK_COND;
    case PARK_ONCE:
        return STUCK_ONCE;
    default:
        break;
    }
    bool any = false;
    for (uint32_t k = 0; k < r->comm_count; k++)
        any |= r->comms[k].chan != 0;
    if (!any)
        return STUCK_NEVER;
    return i->op == IR_SEND ? STUCK_SEND : i->op == IR_SELECT ? STUCK_SELECT : STUCK_RECEIVE;
}

static Stuck *describe(Machine *m, FuncId root, Arena *a)
{
    Stuck *s = arena_new(a, Stuck);
    *s = (Stuck){.root = root, .returned = m->gs.data[0].park == PARK_DONE};
    if (m->fault.site.func.v)
        vec_push(a, &s->goroutines, m->fault);
    for (uint32_t g = 0; g < m->gs.len && !m->fault.site.func.v; g++) {
        const Goroutine *r = &m->gs.data[g];
        if (r->park == PARK_DONE)
            continue;
        const Frame *f = top(m, g);
        StuckGoroutine w = {.number = g, .kind = kind_of(r, ir_instr(f->func, r->at)), .site = {f->func->id, r->at}, .spawn = r->spawn};
        if (r->park == PARK_LOCK) {
            w.held = m->cells.data[r->cell].taken;
            w.own = m->cells.data[r->cell].owner == g + 1;
        }
        vec_push(a, &s->goroutines, w);
    }
    uint32_t from = m->events.len > EXPLORE_EVENTS ? m->events.len - EXPLORE_EVENTS : 0;
    for (uint32_t k = from; k < m->events.len; k++)
        vec_push(a, &s->events, m->events.data[k]);
    return s;
}

const Stuck *explore_function(const Flow *flow, FuncId root, ExploreRoot kind, uint32_t go_minor, const ExploreInits *inits, uint64_t *budget,
                             Arena *own, Arena *a)
{
    const IrFunc *func = ir_func(flow_ir(flow), root);
    const Stuck *found = NULL;
    bool interesting = false, closed = kind != ROOT_FUNCTION;
    for (uint32_t k = 0; k < EXPLORE_RUNS && !found && *budget && (interesting || k < EXPLORE_DULL_RUNS); k++) {
        Machine m;
        begin(&m, flow, go_minor, closed, k + 1, own);
        if (closed)
            initialise(&m, inits);
        if (m.fate == FATE_GOES_ON) {
            start(&m, func);
            run_all(&m);
        }
        interesting |= m.interesting && m.fate != FATE_CUT;
        *budget -= *budget < m.spent + m.steps ? *budget : m.spent + m.steps;
        if (kind == ROOT_TEST && m.guesses)
            m.fate = FATE_CUT;
        // Who does not hear that his caller has left hangs with him: that is not told here.
        if (m.fate == FATE_STUCK && !(m.cancelled_outside && m.gs.data[0].park != PARK_DONE))
            found = describe(&m, root, a);
        arena_reset(own);
    }
    return found;
}

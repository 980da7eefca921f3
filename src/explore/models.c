// models.c - what library functions do, by their models.
#include "explore/machine.h"

enum { ARGS_MAX = 16 };

// ---- Contexts ----

static uint32_t ctx_new(Machine *m, Ctx c)
{
    vec_push(m->a, &m->ctxs, c);
    return m->ctxs.len - 1;
}

bool context_over(const Machine *m, uint32_t ctx)
{
    for (uint32_t k = ctx + 1; k; k = m->ctxs.data[k - 1].parent)
        if (m->ctxs.data[k - 1].cancelled)
            return true;
    return false;
}

// A context has one channel, which is closed when it or what it was derived from is cancelled.
Val done_channel(Machine *m, Val ctx)
{
    if (ctx.kind != V_CONTEXT)
        return unknown(m);
    bool can = false, late = false, expires = false;
    for (uint32_t k = ctx.id + 1; k; k = m->ctxs.data[k - 1].parent) {
        const Ctx *c = &m->ctxs.data[k - 1];
        late |= c->outside;
        expires |= c->expires;
        can |= !c->root;
    }
    if (!can)
        return (Val){.kind = V_NIL};
    uint64_t key = (uint64_t)1 << 40 | ctx.id;
    uint64_t *known = map_get(&m->memo, key);
    uint32_t chan = known ? (uint32_t)*known : chan_new(m, 0);
    if (!known)
        map_put(m->a, &m->memo, key, chan);
    m->chans.data[chan].closed |= context_over(m, ctx.id);
    m->chans.data[chan].late = (late || expires) && !m->chans.data[chan].closed;
    m->chans.data[chan].by_caller = late && !expires;
    return (Val){.kind = V_CHAN, .id = chan};
}

void cancel_context(Machine *m, uint32_t ctx)
{
    m->ctxs.data[ctx].cancelled = true;
    for (uint32_t k = 0; k < m->ctxs.len; k++) {
        uint64_t *chan = map_get(&m->memo, (uint64_t)1 << 40 | k);
        if (chan && context_over(m, k))
            m->chans.data[*chan].closed = true;
    }
    m->yield = true;
}

// ---- Models ----

const ModelEntry *model_of(const Machine *m, const Deed *d)
{
    return obj_ok(d->callee.obj) ? flow_object_model(m->flow, d->callee.obj) : NULL;
}

static Val target(Machine *m, const Deed *d, const Effect *e)
{
    uint32_t k = e->target.kind == REF_RECV ? 0 : e->target.index + (d->has_recv ? 1 : 0);
    bool none = e->target.kind == REF_NONE || e->target.kind == REF_RESULT || k >= d->count;
    return none ? unknown(m) : d->args[k];
}

static Val contexts(Machine *m, const Deed *d, Ctx c)
{
    Val ctx = {.kind = V_CONTEXT, .id = ctx_new(m, c)};
    TypeId type = d->instr->type;
    if (type_kind(m->types, type) != T_TUPLE)
        return ctx;
    vec_push(m->a, &m->closures, (Closure){.kind = C_CANCEL, .context = ctx.id});
    Val parts[2] = {ctx, {.kind = V_FUNC, .id = m->closures.len - 1}};
    return tuple_of(m, parts, 2);
}

static bool make_context(Machine *m, const Deed *d, const ModelEntry *model, Val *out)
{
    const Effect *derives = effect_find(model, EFFECT_DERIVES, m->go_minor);
    if (effect_find(model, EFFECT_MAKES_GROUP, m->go_minor) && derives) {
        Val parent = target(m, d, derives);
        Val ctx = {.kind = V_CONTEXT, .id = ctx_new(m, (Ctx){.parent = parent.kind == V_CONTEXT ? parent.id + 1 : 0, .outside = parent.kind != V_CONTEXT})};
        Val group = {.kind = V_REF, .id = cell_new(m, false)};
        m->cells.data[group.id].context = ctx.id + 1;
        Val parts[2] = {group, ctx};
        *out = tuple_of(m, parts, 2);
        return true;
    }
    if (effect_find(model, EFFECT_ROOT, m->go_minor) || effect_find(model, EFFECT_DETACHES, m->go_minor)) {
        *out = contexts(m, d, (Ctx){.root = true});
        return true;
    }
    if (effect_find(model, EFFECT_SCOPED, m->go_minor)) {
        *out = contexts(m, d, (Ctx){.outside = true});
        return true;
    }
    if (!derives)
        return false;
    Val parent = target(m, d, derives);
    Ctx c = {.parent = parent.kind == V_CONTEXT ? parent.id + 1 : 0, .outside = parent.kind != V_CONTEXT};
    c.expires = effect_find(model, EFFECT_EXPIRES, m->go_minor) != NULL || derives->modes & MODE_SIGNALS;
    *out = contexts(m, d, c);
    return true;
}

static Val feed_of(Machine *m, const Deed *d, const Effect *feeds)
{
    uint32_t chan = chan_new(m, 1);
    m->chans.data[chan].is_feed = true;
    m->chans.data[chan].fed = feeds->modes & MODE_ONCE ? 1 : -1;
    Val v = {.kind = V_CHAN, .id = chan};
    if (!feeds->target.field.v)
        return v;
    Val out = {.kind = V_REF, .id = cell_new(m, false)};
    cell_store(m, cell_part(m, out.id, (uint64_t)feeds->target.field.v + 1), v);
    (void)d;
    return out;
}

// What a timer's or ticker's methods do to the channel that it feeds.
bool of_timer(Machine *m, const Deed *d, const ModelEntry *model, Val *out)
{
    if (!d->has_recv || !d->count || d->args[0].kind != V_REF)
        return false;
    for (uint32_t c = m->cells.data[d->args[0].id].child; c; c = m->cells.data[c].next) {
        Val v = m->cells.data[c].v;
        if (v.kind != V_CHAN || !m->chans.data[v.id].is_feed)
            continue;
        Channel *ch = &m->chans.data[v.id];
        *out = truth(ch->fed != 0);
        ch->fed = model && effect_find(model, EFFECT_RELEASES, m->go_minor) ? 0 : ch->fed < 0 ? -1 : 1;
        return true;
    }
    return false;
}

uint32_t receiver_cell(Machine *m, const Deed *d)
{
    return d->has_recv && d->count ? cell_of(m, d->args[0]) : 0;
}

static void unlock(Machine *m, uint32_t g, uint32_t cell, bool read)
{
    Cell *c = &m->cells.data[cell];
    // Who gives back what he has not taken had it from somebody, or the program dies here.
    if (read ? c->n == 0 : !c->owner || (c->owner != g + 1 && c->outside)) {
        cut_run(m);
        return;
    }
    if (read)
        c->n -= c->n > 0;
    else
        c->owner = 0;
    note_event(m, g, "gives the lock back here");
    m->yield = true;
}

// The key of sync.Cond's only exported field among the parts of one.
uint64_t lock_key(const Machine *m)
{
    return (uint64_t)name_ofs(package_names(m->types), "L").v + 1;
}

static void wait_condition(Machine *m, uint32_t g, uint32_t cell)
{
    uint32_t field = cell_find(m, cell, lock_key(m));
    Val lock = field ? m->cells.data[field].v : (Val){0};
    uint32_t mutex = lock.kind == V_REF ? lock.id : 0;
    park_on(m, g, PARK_COND, cell, false);
    m->gs.data[g].lock = mutex;
    if (mutex)
        m->cells.data[mutex].owner = 0;
}

// Locks and conditions.
static Done of_lock(Machine *m, uint32_t g, const Deed *d, const ModelEntry *model, Val *out)
{
    uint32_t cell = receiver_cell(m, d);
    // What a Locker that is not known does is not known either.
    if (!cell || (d->instr->call->interface && d->args[0].kind == V_UNKNOWN))
        return NOT_DONE;
    if (effect_find(model, EFFECT_LOCK, m->go_minor) || effect_find(model, EFFECT_RLOCK, m->go_minor)) {
        park_on(m, g, PARK_LOCK, cell, !effect_find(model, EFFECT_RLOCK, m->go_minor));
        return DONE_LATER;
    }
    bool read = effect_find(model, EFFECT_RUNLOCK, m->go_minor) != NULL;
    if (read || effect_find(model, EFFECT_UNLOCK, m->go_minor)) {
        unlock(m, g, cell, read);
        return DONE_NOW;
    }
    if (effect_find(model, EFFECT_TRYLOCK, m->go_minor)) {
        bool is_free = !m->cells.data[cell].owner && !m->cells.data[cell].n;
        if (is_free)
            m->cells.data[cell].owner = g + 1;
        *out = truth(is_free);
        return DONE_NOW;
    }
    if (effect_find(model, EFFECT_COND_WAIT, m->go_minor)) {
        wait_condition(m, g, cell);
        return DONE_LATER;
    }
    const Effect *signal = effect_find(model, EFFECT_COND_SIGNAL, m->go_minor);
    if (!signal)
        return NOT_DONE;
    wake(m, cell, signal->modes & MODE_ALL);
    m->yield = true;
    return DONE_NOW;
}

static Done of_group(Machine *m, uint32_t g, const Deed *d, const ModelEntry *model, Val *out)
{
    uint32_t cell = receiver_cell(m, d);
    const Effect *add = effect_find(model, EFFECT_WG_ADD, m->go_minor);
    if (!cell)
        return NOT_DONE;
    if (add) {
        Val n = target(m, d, add);
        if (n.kind == V_UNKNOWN)
            n = integer(decide_length(m, n));
        count_group(m, cell, n.n);
        m->yield = true;
        if (m->cells.data[cell].n < 0 && !m->cells.data[cell].outside)
            fault(m, g, STUCK_NEGATIVE);
        return DONE_NOW;
    }
    if (effect_find(model, EFFECT_WG_DONE, m->go_minor)) {
        count_group(m, cell, -1);
        note_event(m, g, "counts down here");
        m->yield = true;
        if (m->cells.data[cell].n < 0 && !m->cells.data[cell].outside)
            fault(m, g, STUCK_NEGATIVE);
        return DONE_NOW;
    }
    if (!effect_find(model, EFFECT_WG_WAIT, m->go_minor))
        return NOT_DONE;
    *out = unknown(m);
    park_on(m, g, PARK_GROUP, cell, false);
    return DONE_LATER;
}

// Functions that the call runs: now, once, or on a goroutine of their own.
Done of_function(Machine *m, uint32_t g, const Deed *d, const ModelEntry *model, Val *out)
{
    const Effect *spawns = effect_find(model, EFFECT_SPAWNS, m->go_minor);
    const Effect *runs = effect_find(model, EFFECT_RUNS, m->go_minor);
    if (spawns) {
        Deed inner = {.instr = d->instr, .site = d->site, .callee = closure_at(m, target(m, d, spawns))};
        uint32_t cell = spawns->modes & MODE_COUNTED ? receiver_cell(m, d) : 0;
        if (cell)
            count_group(m, cell, 1);
        *out = unknown(m);
        // When a context is cancelled, and whether ever, is not followed here: what it may do is unseen.
        if (effect_find(model, EFFECT_AFTER, m->go_minor))
            escape(m, target(m, d, spawns));
        else
            spawn(m, &inner, cell ? cell + 1 : 0, spawns->modes & MODE_DELAYED);
        return DONE_NOW;
    }
    if (runs && runs->modes & MODE_CLEANUP) {
        Deed later = {.instr = d->instr, .site = d->site, .callee = closure_at(m, target(m, d, runs))};
        later.args = arena_array(m->a, Val, ARGS_MAX);
        if (later.callee.func)
            vec_push(m->a, &m->gs.data[g].frames.data[0].defers, later);
        return DONE_NOW;
    }
    if (!runs || runs->modes & (MODE_DEFERRED | MODE_HANDLER | MODE_TEST | MODE_CLEANUP))
        return NOT_DONE;
    uint32_t once = runs->modes & MODE_ONCE ? receiver_cell(m, d) : 0;
    if (once && m->cells.data[once].once == 1) {
        park_on(m, g, PARK_ONCE, once, false);
        return DONE_LATER;
    }
    if (once && m->cells.data[once].once == 2)
        return DONE_NOW;
    if (once) {
        m->cells.data[once].once = 1;
        m->cells.data[once].owner = g + 1;
    }
    Val f = target(m, d, runs);
    if (f.kind != V_FUNC || runs->target.kind == REF_RECV) {
        if (once)
            m->cells.data[once].once = 2;
        return NOT_DONE;
    }
    *out = f;
    return NOT_DONE;
}

Done by_model(Machine *m, uint32_t g, const Deed *d, const ModelEntry *model, Val *out)
{
    const Effect *feeds = effect_find(model, EFFECT_FEEDS, m->go_minor);
    if (effect_find(model, EFFECT_DONE_CHANNEL, m->go_minor) && d->count) {
        *out = done_channel(m, d->args[0]);
        return DONE_NOW;
    }
    if (effect_find(model, EFFECT_POLLS, m->go_minor) && d->count && d->args[0].kind == V_CONTEXT) {
        *out = context_over(m, d->args[0].id) ? truth(true) : unknown(m);
        Val done = done_channel(m, d->args[0]);
        if (done.kind == V_NIL || (done.kind == V_CHAN && !m->chans.data[done.id].closed))
            *out = (Val){.kind = V_NIL};
        return DONE_NOW;
    }
    if (feeds && feeds->target.kind == REF_RESULT) {
        *out = feed_of(m, d, feeds);
        return DONE_NOW;
    }
    if (make_context(m, d, model, out) || of_timer(m, d, model, out))
        return DONE_NOW;
    if (feeds) {
        escape(m, target(m, d, feeds));
        return DONE_NOW;
    }
    if (effect_find(model, EFFECT_SLEEPS, m->go_minor)) {
        park_on(m, g, PARK_SLEEP, 0, false);
        return DONE_LATER;
    }
    if (effect_find(model, EFFECT_BLOCKS, m->go_minor) && effect_find(model, EFFECT_BLOCKS, m->go_minor)->modes & MODE_FOREVER) {
        m->fate = FATE_CUT;
        return DONE_NOW;
    }
    Done done = of_lock(m, g, d, model, out);
    return done != NOT_DONE ? done : of_group(m, g, d, model, out);
}

// Values that are read and written as a whole: functions on an address, and methods.
bool of_atomic(Machine *m, const Deed *d, Val *out)
{
    if (!obj_ok(d->callee.obj) || !str_is(object_path(m->types, d->callee.obj), "sync/atomic") || !d->count)
        return false;
    Str name = object_name(m->types, d->callee.obj);
    uint32_t cell = cell_of(m, d->args[0]);
    Val had = cell ? m->cells.data[cell].v : (Val){0};
    TypeId type = d->instr->type;
    if (!cell || (!m->cells.data[cell].set && m->cells.data[cell].outside))
        return false;
    bool swaps = str_starts(name, "Swap"), compares = str_starts(name, "CompareAndSwap");
    if (str_starts(name, "Store") && d->count > 1) {
        cell_store(m, cell, d->args[1]);
    } else if (str_starts(name, "Load")) {
        *out = cell_load(m, cell, type);
    } else if (swaps && d->count > 1) {
        *out = cell_load(m, cell, type);
        cell_store(m, cell, d->args[1]);
    } else if (compares && d->count > 2) {
        had = m->cells.data[cell].set ? had : d->args[1].kind == V_INT ? integer(0) : d->args[1].kind == V_BOOL ? truth(false) : (Val){.kind = V_NIL};
        bool same = had.kind == d->args[1].kind && had.id == d->args[1].id && had.n == d->args[1].n;
        if (same)
            cell_store(m, cell, d->args[2]);
        *out = truth(same);
    } else if (str_starts(name, "Add") && d->count > 1 && d->args[1].kind == V_INT) {
        Val sum = cell_load(m, cell, type);
        if (sum.kind != V_INT)
            return false;
        *out = integer((int64_t)((uint64_t)sum.n + (uint64_t)d->args[1].n));
        cell_store(m, cell, *out);
    } else {
        return false;
    }
    m->yield = true;
    return true;
}

// calls.c - who is called, and what library functions do by their models.
#include "explore/machine.h"

enum { ARGS_MAX = 16, EMBEDDED_MAX = 6 };

uint32_t variable(Machine *m, const Frame *f, VarId var)
{
    for (uint32_t k = f->vars.len; k-- > 0;)
        if (f->vars.data[k].var == var.v)
            return f->vars.data[k].cell;
    for (uint32_t k = 0; k < f->env_len; k++)
        if (f->env[k].var == var.v)
            return f->env[k].cell;
    uint64_t *known = map_get(&m->globals, var.v);
    if (known)
        return (uint32_t)*known;
    bool global = !ir_var(m->ir, var)->owner.v;
    uint32_t cell = cell_new(m, !global || !m->closed);
    map_put(m->a, &m->globals, var.v, cell);
    return cell;
}

// ---- Whom the call means ----

Closure closure_at(const Machine *m, Val v)
{
    return v.kind == V_FUNC ? m->closures.data[v.id] : (Closure){.kind = C_OPAQUE};
}

static Closure literal_of(Machine *m, const Frame *f, FuncId id)
{
    Closure c = {.kind = C_FUNC, .func = ir_func(m->ir, id)};
    Binding *env = arena_array(m->a, Binding, c.func->captures.len + 1);
    for (uint32_t k = 0; k < c.func->captures.len; k++)
        env[k] = (Binding){c.func->captures.data[k].v, variable(m, f, c.func->captures.data[k])};
    c.env = env;
    c.env_len = c.func->captures.len;
    return c;
}

Deed deed_of(Machine *m, Frame *f, Site site)
{
    const IrInstr *i = ir_instr(f->func, site.instr);
    const IrCall *call = i->call;
    Deed d = {.instr = i, .site = site, .has_recv = call->has_recv};
    uint32_t skip = call->dynamic && i->arg_count ? 1 : 0;
    d.count = i->arg_count - skip;
    d.args = arena_array(m->a, Val, d.count + 1);
    for (uint32_t k = 0; k < d.count; k++)
        d.args[k] = f->regs[i->args[k + skip].v];
    if (call->literal.v)
        d.callee = literal_of(m, f, call->literal);
    else if (skip)
        d.callee = closure_at(m, f->regs[i->args[0].v]);
    else if (obj_ok(call->callee))
        d.callee = (Closure){.kind = C_FUNC, .obj = call->callee, .func = call->interface ? NULL : ir_func_of(m->ir, call->callee)};
    else
        d.callee = (Closure){.kind = C_OPAQUE};
    return d;
}

// The method that a value of a known dynamic type has, and the embedded field that it belongs to.
static void find_method(Machine *m, Deed *d)
{
    Val *recv = &d->args[0];
    if (d->callee.func || !type_known(recv->type) || !obj_ok(d->callee.obj))
        return;
    Selection s = type_lookup(m->types, recv->type, object_at(m->types, d->callee.obj)->name);
    if (s.kind != SEL_METHOD)
        return;
    d->callee.obj = s.obj;
    d->callee.func = ir_func_of(m->ir, s.obj);
    for (uint32_t k = 0; k < s.path_len && k < EMBEDDED_MAX; k++) {
        uint32_t cell = cell_of(m, *recv);
        if (!cell)
            return;
        uint32_t part = cell_part(m, cell, (uint64_t)object_at(m->types, s.path[k])->name.v + 1);
        TypeId type = object_at(m->types, s.path[k])->type;
        *recv = kind_of_type(m, type) == T_STRUCT ? (Val){.kind = V_REF, .id = part} : cell_load(m, part, type);
    }
    TypeId wanted = object_at(m->types, s.obj)->recv;
    if (d->callee.func && recv->kind == V_REF && kind_of_type(m, wanted) == T_STRUCT)
        *recv = cell_load(m, recv->id, wanted);
}

// A method value's receiver goes before the arguments.
void bind_receiver(Machine *m, Deed *d)
{
    if (d->callee.kind == C_METHOD) {
        Val *args = arena_array(m->a, Val, d->count + 2);
        args[0] = d->callee.recv;
        for (uint32_t k = 0; k < d->count; k++)
            args[k + 1] = d->args[k];
        d->args = args;
        d->count++;
        d->has_recv = true;
        d->callee.func = ir_func_of(m->ir, d->callee.obj);
        d->callee.kind = C_FUNC;
    }
    if (d->has_recv && d->count)
        find_method(m, d);
}

void push_frame(Machine *m, uint32_t g, const Closure *c, const Val *args, uint32_t count, IrValue result, bool drop)
{
    Goroutine *r = &m->gs.data[g];
    if (r->frames.len >= EXPLORE_DEPTH) {
        m->fate = FATE_CUT;
        return;
    }
    Frame f = {.func = c->func, .prev = UINT32_MAX, .env = c->env, .env_len = c->env_len, .result = result, .drop_result = drop};
    f.regs = arena_array(m->a, Val, c->func->instrs.len);
    m->steps += c->func->instrs.len / 8; // room costs as well
    uint32_t params = c->func->params.len;
    for (uint32_t k = 0; k < params; k++) {
        VarId var = c->func->params.data[k];
        uint32_t cell = cell_new(m, false);
        bool rest = k + 1 == params && count > params && type_variadic(m->types, c->func->signature);
        if (rest) {
            Val slice = {.kind = V_SLICE, .id = cell_new(m, false)};
            for (uint32_t j = k; j < count; j++)
                cell_store(m, cell_part(m, slice.id, j - k + 1), args[j]);
            m->cells.data[slice.id].n = count - k;
            cell_store(m, cell, slice);
        } else if (k < count) {
            cell_store(m, cell, args[k]);
        }
        vec_push(m->a, &f.vars, (Binding){var.v, cell});
    }
    for (uint32_t k = 0; k < c->func->results.len; k++)
        vec_push(m->a, &f.vars, (Binding){c->func->results.data[k].v, cell_new(m, false)});
    vec_push(m->a, &m->gs.data[g].frames, f);
}

void spawn(Machine *m, Deed *d, uint32_t group, bool delayed)
{
    bind_receiver(m, d);
    m->interesting = m->yield = true;
    if (m->gs.len >= EXPLORE_GOROUTINES) {
        m->fate = FATE_CUT;
        return;
    }
    if (!d->callee.func || !d->callee.func->has_body) {
        for (uint32_t k = 0; k < d->count; k++)
            escape(m, d->args[k]);
        if (group)
            count_group(m, group - 1, -1); // it ends some time
        return;
    }
    vec_push(m->a, &m->gs, (Goroutine){.spawn = d->site, .group = group});
    uint32_t g = m->gs.len - 1;
    push_frame(m, g, &d->callee, d->args, d->count, (IrValue){0}, true);
    if (delayed)
        m->gs.data[g].park = PARK_SLEEP, m->gs.data[g].stays = true;
    vec_push(m->a, &m->events, (ExploreEvent){g, d->site, "is started here"});
}

// ---- Calls ----

static bool is_standard(const Machine *m, ObjId obj)
{
    if (object_at(m->types, obj)->home == 0)
        return false;
    Str path = object_path(m->types, obj);
    for (size_t k = 0; k < path.len && path.ptr[k] != '/'; k++)
        if (path.ptr[k] == '.')
            return false;
    return path.len != 0;
}

// Whether two errors are the same, as far as that can be told.
static bool same_error(Val a, Val b, Val *out)
{
    *out = truth(a.kind == b.kind && a.id == b.id);
    return a.kind == V_NIL || (a.kind == V_REF && b.kind == V_REF);
}

// Code that is not seen: what it is given is out of sight, but that of the standard library, which
// keeps functions only, and channels where it makes something else of them (reflect.ValueOf).
static Val unseen(Machine *m, const Deed *d)
{
    bool standard = obj_ok(d->callee.obj) && !d->instr->call->interface && is_standard(m, d->callee.obj);
    Val known;
    if (of_timer(m, d, NULL, &known))
        return known;
    known = unknown(m);
    if (of_atomic(m, d, &known))
        return known;
    if (standard && d->count == 2 && object_is(m->types, d->callee.obj, "errors", "", "Is") && same_error(d->args[0], d->args[1], &known))
        return known;
    for (uint32_t k = 0; k < d->count; k++)
        if (!standard || d->args[k].kind == V_FUNC || d->args[k].kind == V_CHAN)
            escape(m, d->args[k]);
    // A condition knows its lock.
    if (standard && d->count == 1 && object_is(m->types, d->callee.obj, "sync", "", "NewCond")) {
        Val cond = {.kind = V_REF, .id = cell_new(m, false)};
        cell_store(m, cell_part(m, cond.id, lock_key(m)), d->args[0]);
        return cond;
    }
    if (standard && (object_is(m->types, d->callee.obj, "errors", "", "New") || object_is(m->types, d->callee.obj, "fmt", "", "Errorf")))
        return (Val){.kind = V_REF, .id = cell_new(m, true), .n = PLAIN_ERROR};
    return fresh(m, d->instr->type);
}

static void builtin_deed(Machine *m, uint32_t g, const Deed *d)
{
    if (d->instr->call->builtin == BUILTIN_CLOSE && d->count)
        do_close(m, g, d->args[d->count - 1]);
}

static void call_closure(Machine *m, uint32_t g, const Deed *d, Val f, IrValue result, bool drop, uint32_t once)
{
    Closure c = closure_at(m, f);
    Deed inner = {.instr = d->instr, .site = d->site, .callee = c};
    inner.args = arena_array(m->a, Val, ARGS_MAX);
    bind_receiver(m, &inner);
    if (!inner.callee.func)
        return;
    for (uint32_t k = inner.count; k < inner.callee.func->params.len && k < ARGS_MAX; k++)
        inner.args[inner.count++] = unknown(m);
    push_frame(m, g, &inner.callee, inner.args, inner.count, result, drop);
    if (once && m->fate == FATE_GOES_ON)
        top(m, g)->once = once;
}

// Ends a call that is made at once.
static void give(Machine *m, uint32_t g, IrValue result, Val v, bool drop)
{
    if (drop)
        return;
    Frame *f = top(m, g);
    f->regs[result.v] = v;
    f->pc++;
}

void make_call(Machine *m, uint32_t g, Deed *d, IrValue result, bool drop)
{
    m->gs.data[g].stays = drop;
    if (m->gs.data[g].frames.len)
        m->gs.data[g].at = drop ? d->site.func.v == top(m, g)->func->id.v ? d->site.instr : m->gs.data[g].at : m->gs.data[g].at;
    if (d->instr->call->builtin != BUILTIN_NONE) {
        builtin_deed(m, g, d);
        return;
    }
    if (d->callee.kind == C_CANCEL) {
        cancel_context(m, d->callee.context);
        give(m, g, result, (Val){.kind = V_NIL}, drop);
        return;
    }
    bind_receiver(m, d);
    const ModelEntry *model = d->callee.func ? NULL : model_of(m, d);
    Val out = unknown(m);
    Done done = model ? by_model(m, g, d, model, &out) : NOT_DONE;
    if (model && done == NOT_DONE) {
        Val f = {0};
        done = of_function(m, g, d, model, &f);
        if (done == NOT_DONE && f.kind == V_FUNC) {
            const Effect *runs = effect_find(model, EFFECT_RUNS, m->go_minor);
            uint32_t once = runs->modes & MODE_ONCE ? receiver_cell(m, d) + 1 : 0;
            if (!drop)
                give(m, g, result, fresh(m, d->instr->type), drop);
            call_closure(m, g, d, f, (IrValue){0}, true, once);
            return;
        }
        out = f;
    }
    if (done == DONE_LATER) {
        if (!drop)
            top(m, g)->regs[result.v] = out;
        return;
    }
    if (done == DONE_NOW) {
        give(m, g, result, out, drop);
        return;
    }
    if (d->callee.func && d->callee.func->has_body) {
        if (!drop)
            top(m, g)->pc++;
        push_frame(m, g, &d->callee, d->args, d->count, result, drop);
        return;
    }
    give(m, g, result, unseen(m, d), drop);
}

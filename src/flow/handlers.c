// handlers.c - which functions run for each request.
#include "flow/internal.h"

// func(http.ResponseWriter, *http.Request): what every router of net/http calls.
static bool has_handler_signature(const Flow *f, const IrFunc *func)
{
    uint32_t first = func->has_recv ? 1 : 0;
    if (func->params.len != first + 2)
        return false;
    TypeId writer = ir_var(f->ir, func->params.data[first])->type;
    TypeId request = ir_var(f->ir, func->params.data[first + 1])->type;
    return type_is_named(f->types, writer, "net/http", "ResponseWriter") &&
           type_is_named(f->types, type_deref(f->types, request), "net/http", "Request");
}

static bool run_as_handler(const Flow *f, const CallEdge *e)
{
    const IrInstr *site = site_instr(f, e->site);
    const Effect *runs = flow_effect(f, site, EFFECT_RUNS);
    return e->mode == CALL_LATER && runs && runs->modes & MODE_HANDLER;
}

static bool is_handler(const Flow *f, const IrFunc *func, Bitset *seen)
{
    if (bitset_has(seen, func->id.v))
        return false;
    bitset_add(seen, func->id.v);
    if (has_handler_signature(f, func))
        return true;
    CallEdges callers = flow_callers(f, func->id);
    for (uint32_t k = 0; k < callers.len; k++)
        if (run_as_handler(f, &callers.items[k]) ||
            is_handler(f, func_at(f, callers.items[k].site.func), seen))
            return true;
    return func->parent.v && is_handler(f, func_at(f, func->parent), seen);
}

bool flow_is_handler(const Flow *f, FuncId func)
{
    Arena scratch = {0};
    Bitset seen = bitset_new(&scratch, f->ir->funcs.len);
    bool found = is_handler(f, func_at(f, func), &seen);
    arena_free(&scratch);
    return found;
}

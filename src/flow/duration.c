// duration.c - how long a duration is, where the constants that make it are in sight.
#include "flow/internal.h"

// Durations are short sums and products; what is deeper than this is not followed.
enum { MAX_TERMS = 8 };

static int64_t duration(const Flow *f, FuncId func, IrValue v, unsigned depth);

// The one constant that all stores give, or -1.
static int64_t stored(const Flow *f, SiteList stores, unsigned depth)
{
    int64_t ns = -1;
    for (uint32_t k = 0; k < stores.len; k++) {
        const IrInstr *store = site_instr(f, stores.items[k]);
        int64_t one = duration(f, stores.items[k].func, store->args[1], depth + 1);
        if (one < 0 || (k > 0 && one != ns))
            return -1;
        ns = one;
    }
    return ns;
}

static int64_t combine(TokenKind op, int64_t x, int64_t y)
{
    if (x < 0 || y < 0)
        return -1;
    switch (op) {
    case TOK_ADD:
        return x <= INT64_MAX - y ? x + y : -1;
    case TOK_SUB:
        return x >= y ? x - y : -1;
    case TOK_MUL:
        return y == 0 || x <= INT64_MAX / y ? x * y : -1;
    case TOK_QUO:
        return y ? x / y : -1;
    default:
        return -1;
    }
}

static int64_t loaded(const Flow *f, FuncId func, IrValue address, unsigned depth)
{
    AbsId place = flow_place(f, func, address);
    const Abs *a = flow_abs(f, place);
    if (a->kind == ABS_FIELD && !abs_is_open_field(f, a))
        return stored(f, flow_field_stores(f, place), depth);
    if (a->kind != ABS_VAR || ir_var(f->ir, a->var)->addressed || ir_var(f->ir, a->var)->param >= 0 ||
        flow_escapes(f, place))
        return -1;
    return stored(f, flow_var_stores(f, a->var), depth);
}

static int64_t duration(const Flow *f, FuncId func, IrValue v, unsigned depth)
{
    const IrInstr *i = ir_instr(func_at(f, func), v);
    int64_t ns;
    if (i->constant)
        return constant_int64(i->constant, &ns) && ns >= 0 ? ns : -1;
    if (depth > MAX_TERMS || !ir_ok(v))
        return -1;
    if (i->op == IR_CONVERT)
        return duration(f, func, i->args[0], depth + 1);
    if (i->op == IR_LOAD)
        return loaded(f, func, i->args[0], depth);
    if (i->op == IR_BINARY)
        return combine(i->token, duration(f, func, i->args[0], depth + 1),
                       duration(f, func, i->args[1], depth + 1));
    return -1;
}

int64_t flow_duration(const Flow *f, FuncId func, IrValue v)
{
    return duration(f, func, v, 0);
}

// nil_channel.c - a send to, a receive from or a range over a channel that is nil.
//
// True at run time where the channel's value there is nil: a variable that nothing has been assigned
// to on any way to there, a field that nobody ever sets, or that the constructor of this very value
// has left out, a nil that a caller gives. Nobody can send to it or close it, so the goroutine waits
// for ever. In a select a nil channel is a case that is switched off, which is often meant: only a
// select all of whose cases are off waits.
#include "rules/func_sites.h"
#include "rules/identity.h"

// How many callers up the channel is looked for, and how many assignments and calls back.
enum { CALLERS_UP = 3, TRACE_MAX = 12 };

// Where a channel's being nil comes from.
typedef struct Nil {
    bool yes;
    bool meant; // the code says nil at the operation itself
    Site site;  // a declaration, a literal, a nil that is given; none for what is never assigned
    const char *role;
} Nil;

typedef struct Study {
    RuleContext *ctx;
    VEC(Site) done;
    Map fields;        // AbsId of a field → FIELD_… bits
    bool asks_callers; // the last answer would be another one if more callers were known
} Study;

static Nil nil_value(Study *s, const Frame *frame, IrValue v, unsigned depth);

static Nil yes(const Frame *frame, IrValue at, const char *role)
{
    return (Nil){.yes = true, .site = {frame->func->id, at}, .role = role};
}

static const IrInstr *behind_conversions(const IrFunc *func, IrValue *v)
{
    const IrInstr *i = ir_instr(func, *v);
    while (i->op == IR_CONVERT && i->arg_count) {
        *v = i->args[0];
        i = ir_instr(func, *v);
    }
    return i;
}

static bool is_private_name(Str name)
{
    return name.len && !(name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') && (unsigned char)name.ptr[0] < 0x80;
}

// ---- Variables ----

static IrValue declaration(const IrFunc *func, VarId var)
{
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++)
        if (ir_instr(func, at)->op == IR_DECLARE && ir_instr(func, at)->var.v == var.v)
            return at;
    return (IrValue){0};
}

// What the caller gives for a parameter.
static Nil nil_argument(Study *s, const Frame *frame, const IrVar *var, unsigned depth)
{
    if (!frame->up) {
        s->asks_callers = true;
        return (Nil){0};
    }
    const IrInstr *call = ir_instr(frame->up->func, frame->call);
    uint32_t index = (uint32_t)var->param;
    if (!frame->with_args || call->call->dynamic || index >= call->arg_count ||
        type_variadic(s->ctx->types, frame->func->signature))
        return (Nil){0};
    IrValue arg = call->args[index];
    const IrInstr *i = behind_conversions(frame->up->func, &arg);
    if ((i->op == IR_CONST || i->op == IR_ZERO) && !i->constant)
        return yes(frame->up, frame->call, "nil is given here");
    return nil_value(s, frame->up, arg, depth);
}

// A variable that others share: nil where nothing is ever assigned to it.
static Nil nil_shared(const Study *s, const IrVar *var, VarId id)
{
    const RuleContext *ctx = s->ctx;
    if (var->addressed || var->param >= 0 || var->result >= 0 || flow_var_stores(ctx->flow, id).len || flow_incomplete(ctx->flow))
        return (Nil){0};
    if (!var->owner.v && !is_private_name(object_name(ctx->types, var->obj)) && !str_is(package_name(ctx->types), "main"))
        return (Nil){0};
    Nil n = {.yes = true, .role = "declared here, and never assigned to"};
    if (var->owner.v)
        n.site = (Site){var->owner, declaration(rule_func(ctx, var->owner), id)};
    n.yes = !var->owner.v || ir_ok(n.site.instr);
    return n;
}

static Nil nil_variable(Study *s, const Frame *frame, IrValue load, VarId id, unsigned depth)
{
    RuleContext *ctx = s->ctx;
    const IrVar *var = ir_var(ctx->ir, id);
    if (var->owner.v != frame->func->id.v || var->captured || var->addressed)
        return nil_shared(s, var, id);
    Reaching r;
    if (!func_reaching(ctx, frame->func, load, id, &r))
        return (Nil){0};
    if (r.count == 1 && !r.entry) {
        IrValue value = ir_instr(frame->func, r.first)->args[1];
        const IrInstr *i = behind_conversions(frame->func, &value);
        if ((i->op == IR_CONST || i->op == IR_ZERO) && !i->constant)
            return yes(frame, r.first, "set to nil here");
        return nil_value(s, frame, value, depth);
    }
    if (r.count)
        return (Nil){0};
    if (var->param >= 0)
        return nil_argument(s, frame, var, depth);
    IrValue declared = declaration(frame->func, id);
    return ir_ok(declared) ? yes(frame, declared, "declared here, and not assigned to before") : (Nil){0};
}

// ---- Values that lack the field ----

typedef struct Base {
    const Frame *frame;
    IrValue alloc;
} Base;

typedef VEC(Base) Bases;

static void find_bases(Study *s, const Frame *frame, IrValue v, unsigned depth, Bases *out);

static void bases_of_variable(Study *s, const Frame *frame, IrValue at, VarId id, unsigned depth, Bases *out)
{
    const IrVar *var = ir_var(s->ctx->ir, id);
    Reaching r;
    SiteList stores = flow_var_stores(s->ctx->flow, id);
    for (uint32_t k = 0; k < stores.len; k++)
        if (stores.items[k].func.v != frame->func->id.v)
            return;
    if (var->owner.v != frame->func->id.v || !func_reaching(s->ctx, frame->func, at, id, &r))
        return;
    if (r.count == 1 && !r.entry) {
        find_bases(s, frame, ir_instr(frame->func, r.first)->args[1], depth, out);
    } else if (!r.count && var->param >= 0) {
        const IrInstr *call = frame->up ? ir_instr(frame->up->func, frame->call) : NULL;
        s->asks_callers |= !call;
        if (call && frame->with_args && !call->call->dynamic && (uint32_t)var->param < call->arg_count)
            find_bases(s, frame->up, call->args[var->param], depth, out);
    }
}

static void bases_returned(Study *s, const Frame *frame, IrValue call, uint32_t index, unsigned depth, Bases *out)
{
    CallMode mode;
    const IrFunc *callee = call_only_callee(s->ctx, frame, call, &mode);
    if (!callee || mode != CALL_NOW)
        return;
    const Frame *inner = frame_call(s->ctx, frame, call, callee, mode);
    VEC_EACH (const uint32_t, k, &func_sites(s->ctx, callee)->returns)
        if (index < callee->instrs.data[*k].arg_count)
            find_bases(s, inner, callee->instrs.data[*k].args[index], depth, out);
}

// The elements of a literal that is ranged over.
static void bases_of_elements(Study *s, const Frame *frame, IrValue range, unsigned depth, Bases *out)
{
    IrValue slice = ir_instr(frame->func, range)->args[0];
    if (behind_conversions(frame->func, &slice)->op != IR_MAKE_SLICE)
        return;
    SiteList uses = flow_uses(s->ctx->flow, frame->func->id, slice);
    for (uint32_t k = 0; k < uses.len; k++) {
        if (rule_instr(s->ctx, uses.items[k])->op != IR_ADDR_INDEX)
            continue;
        SiteList stores = flow_uses(s->ctx->flow, frame->func->id, uses.items[k].instr);
        for (uint32_t j = 0; j < stores.len; j++)
            if (rule_instr(s->ctx, stores.items[j])->op == IR_STORE)
                find_bases(s, frame, rule_instr(s->ctx, stores.items[j])->args[1], depth, out);
    }
}

// The literals that a pointer can be, as far as its one way back is seen.
static void find_bases(Study *s, const Frame *frame, IrValue v, unsigned depth, Bases *out)
{
    const IrInstr *i = behind_conversions(frame->func, &v);
    if (depth >= TRACE_MAX)
        return;
    switch (i->op) {
    case IR_ALLOC:
        vec_push(s->ctx->scratch, out, (Base){frame, v});
        break;
    case IR_ADDR_VAR: // a struct variable, by its address
    case IR_LOAD:
        if (i->op == IR_LOAD && ir_instr(frame->func, i->args[0])->op == IR_ALLOC)
            vec_push(s->ctx->scratch, out, (Base){frame, i->args[0]});
        else if (i->op == IR_ADDR_VAR || ir_instr(frame->func, i->args[0])->op == IR_ADDR_VAR)
            bases_of_variable(s, frame, v, i->op == IR_ADDR_VAR ? i->var : ir_instr(frame->func, i->args[0])->var, depth + 1, out);
        break;
    case IR_CALL:
        bases_returned(s, frame, v, 0, depth + 1, out);
        break;
    case IR_EXTRACT:
        if (ir_instr(frame->func, i->args[0])->op == IR_CALL)
            bases_returned(s, frame, i->args[0], i->index, depth + 1, out);
        break;
    case IR_RANGE_VALUE:
        bases_of_elements(s, frame, i->args[0], depth + 1, out);
        break;
    default:
        break;
    }
}

// Whether every assignment to the field belongs to making a value, so that nobody sets it later.
static bool only_makers_set(Study *s, SiteList stores)
{
    for (uint32_t k = 0; k < stores.len; k++) {
        const IrFunc *func = rule_func(s->ctx, stores.items[k].func);
        const IrInstr *addr = ir_instr(func, ir_instr(func, stores.items[k].instr)->args[0]);
        Bases bases = {0};
        bool asks = s->asks_callers;
        if (addr->op == IR_ADDR_FIELD)
            find_bases(s, frame_root(s->ctx, func), addr->args[0], 0, &bases);
        s->asks_callers = asks;
        if (bases.len != 1 || bases.data[0].frame->func != func)
            return false;
    }
    return true;
}

// ---- Fields ----

// Whether nobody but this package's assignments can set the field.
static bool is_ours(const Study *s, const IrFunc *func, const IrInstr *addr)
{
    const RuleContext *ctx = s->ctx;
    if (!obj_ok(addr->field) || object_at(ctx->types, addr->field)->home != 0 || flow_incomplete(ctx->flow))
        return false;
    if (!is_private_name(object_name(ctx->types, addr->field)) && !str_is(package_name(ctx->types), "main"))
        return false;
    return func->kind != FUNC_FRAGMENT;
}

// Whether the address of the field is taken for more than to read it or assign to it.
static bool is_addressed(const Study *s, AbsId place, const IrInstr *addr)
{
    const RuleContext *ctx = s->ctx;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = ir_instr(func, at);
            if (i->op != IR_ADDR_FIELD || !name_eq(i->field_name, addr->field_name) ||
                flow_place(ctx->flow, func->id, at).v != place.v)
                continue;
            SiteList uses = flow_uses(ctx->flow, func->id, at);
            for (uint32_t k = 0; k < uses.len; k++) {
                const IrInstr *use = rule_instr(ctx, uses.items[k]);
                if (use->op != IR_LOAD && (use->op != IR_STORE || use->args[0].v != at.v))
                    return true;
            }
        }
    }
    return false;
}

// Whether both are one type; instances of a generic type count as one.
static bool same_type(const Package *p, TypeId a, TypeId b)
{
    a = type_unalias(p, a);
    if (type_same_id(type_canonical(p, a), type_canonical(p, b)))
        return true;
    if (type_kind(p, a) != T_NAMED || type_kind(p, b) != T_NAMED)
        return false;
    const Object *x = object_at(p, type_named_object(p, a)), *y = object_at(p, type_named_object(p, b));
    return x->home == y->home && x->file == y->file && name_eq(x->name, y->name);
}

// Whether a value of the struct is made in sight: of fragments that make none, somebody else makes them.
static bool is_made(const Study *s, AbsId place)
{
    const RuleContext *ctx = s->ctx;
    TypeId owner = flow_abs(ctx->flow, place)->owner;
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (uint32_t at = 1; at < func->instrs.len; at++) {
            const IrInstr *i = &func->instrs.data[at];
            if ((i->op == IR_ALLOC || i->op == IR_DECLARE) && type_known(i->place) && same_type(ctx->types, i->place, owner))
                return true;
        }
    }
    return false;
}

// What is asked of a field is asked at each of its uses.
enum { FIELD_NEVER_SET = 1, FIELD_SET_BY_MAKERS = 2 };

static unsigned known_of_field(Study *s, AbsId place, const IrInstr *addr, SiteList stores)
{
    uint64_t *known = map_get(&s->fields, place.v);
    if (known)
        return (unsigned)*known;
    unsigned bits = 0;
    if (!stores.len)
        bits = is_made(s, place) && !is_addressed(s, place, addr) ? FIELD_NEVER_SET : 0;
    else if (only_makers_set(s, stores) && !is_addressed(s, place, addr))
        bits = FIELD_SET_BY_MAKERS;
    map_put(s->ctx->scratch, &s->fields, place.v, bits);
    return bits;
}

static Nil nil_field(Study *s, const Frame *frame, IrValue address, unsigned depth)
{
    const IrInstr *addr = ir_instr(frame->func, address);
    AbsId place = flow_place(s->ctx->flow, frame->func->id, address);
    if (!place.v || !is_ours(s, frame->func, addr))
        return (Nil){0};
    SiteList stores = flow_field_stores(s->ctx->flow, place);
    if (!stores.len)
        return (Nil){.yes = known_of_field(s, place, addr, stores) == FIELD_NEVER_SET, .role = "no assignment to the field is seen"};
    Bases bases = {0};
    find_bases(s, frame, addr->args[0], depth + 1, &bases);
    VEC_EACH (const Base, b, &bases)
        if (!func_field_stores(s->ctx, b->frame->func, addr->field_name).len &&
            known_of_field(s, place, addr, stores) == FIELD_SET_BY_MAKERS)
            return yes(b->frame, b->alloc, "made here, without it");
    return (Nil){0};
}

// ---- Values ----

// What the function gives on all its returns.
static Nil nil_result(Study *s, const Frame *frame, IrValue call, uint32_t index, unsigned depth)
{
    CallMode mode;
    const IrFunc *callee = call_only_callee(s->ctx, frame, call, &mode);
    Nil last = {0};
    if (!callee || mode != CALL_NOW)
        return last;
    const Frame *inner = frame_call(s->ctx, frame, call, callee, mode);
    VEC_EACH (const uint32_t, k, &func_sites(s->ctx, callee)->returns) {
        const IrInstr *ret = &callee->instrs.data[*k];
        if (index >= ret->arg_count)
            return (Nil){0};
        IrValue value = ret->args[index];
        const IrInstr *i = behind_conversions(callee, &value);
        last = (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant ? yes(inner, (IrValue){*k}, "nil is returned here")
                                                                    : nil_value(s, inner, value, depth);
        if (!last.yes)
            return last;
    }
    return last;
}

static Nil nil_value(Study *s, const Frame *frame, IrValue v, unsigned depth)
{
    const IrInstr *i = behind_conversions(frame->func, &v);
    if (depth >= TRACE_MAX)
        return (Nil){0};
    switch (i->op) {
    case IR_CONST:
    case IR_ZERO:
        return (Nil){.yes = !i->constant, .meant = true};
    case IR_CALL:
        return nil_result(s, frame, v, 0, depth + 1);
    case IR_EXTRACT:
        return ir_instr(frame->func, i->args[0])->op == IR_CALL ? nil_result(s, frame, i->args[0], i->index, depth + 1) : (Nil){0};
    case IR_LOAD: {
        const IrInstr *from = ir_instr(frame->func, i->args[0]);
        if (from->op == IR_ADDR_VAR)
            return nil_variable(s, frame, v, from->var, depth + 1);
        return from->op == IR_ADDR_FIELD ? nil_field(s, frame, i->args[0], depth + 1) : (Nil){0};
    }
    default:
        return (Nil){0};
    }
}

// ---- Operations ----

// Whether a branch that asks for nil leads to the instruction.
static bool is_guarded(const RuleContext *ctx, const IrFunc *func, IrValue at, IrValue chan)
{
    uint32_t block = ir_instr(func, at)->block;
    for (uint32_t b = 0; b < func->blocks.len; b++) {
        const IrInstr *end = ir_terminator(func, b);
        const IrInstr *cond = end->op == IR_IF ? ir_instr(func, end->args[0]) : NULL;
        if (!cond || cond->op != IR_BINARY || (cond->token != TOK_EQL && cond->token != TOK_NEQ) || !ir_dominates(func, b, block))
            continue;
        for (uint32_t side = 0; side < 2; side++) {
            const IrInstr *other = ir_instr(func, cond->args[1 - side]);
            if ((other->op == IR_CONST || other->op == IR_ZERO) && !other->constant &&
                type_identical(ctx->types, ir_instr(func, cond->args[side])->type, ir_instr(func, chan)->type))
                return true;
        }
    }
    return false;
}

static bool always_reached(const IrFunc *func, IrValue at)
{
    uint32_t block = ir_instr(func, at)->block;
    return block == 0 || ir_postdominates(func, block, 0);
}

// The channel that the instruction waits for; in a select one of those that all have to be nil.
static IrValue waited_for(const RuleContext *ctx, const IrFunc *func, const IrInstr *i)
{
    if (i->op == IR_SEND || i->op == IR_RECV)
        return i->args[0];
    if (i->op == IR_RANGE_NEXT && flow_own_waits(ctx->flow, func->id, i) & WAIT_CHAN)
        return i->args[0];
    return i->op == IR_SELECT && i->case_count && !i->cases[0].is_default ? i->cases[0].chan : (IrValue){0};
}

static Nil nil_operation(Study *s, const Frame *frame, IrValue at)
{
    const IrInstr *i = ir_instr(frame->func, at);
    s->asks_callers = false;
    if (i->op != IR_SELECT)
        return nil_value(s, frame, waited_for(s->ctx, frame->func, i), 0);
    Nil last = {0};
    for (uint32_t k = 0; k < i->case_count; k++) {
        last = i->cases[k].is_default ? (Nil){0} : nil_value(s, frame, i->cases[k].chan, 0);
        if (!last.yes)
            return last;
    }
    return last;
}

static bool is_main(const RuleContext *ctx, const IrFunc *func)
{
    return func->kind == FUNC_DECL && !func->has_recv && str_is(object_name(ctx->types, func->obj), "main");
}

static void report(Study *s, const Frame *frame, IrValue at, const Nil *n)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *func = frame->func;
    const IrInstr *i = ir_instr(func, at);
    Site site = {func->id, at};
    VEC_EACH (const Site, d, &s->done)
        if (d->func.v == site.func.v && d->instr.v == site.instr.v)
            return;
    vec_push(ctx->scratch, &s->done, site);
    const char *chan = rule_text(ctx, func, waited_for(ctx, func, i));
    const char *what = i->op == IR_SEND ? "a send to it" : i->op == IR_RECV ? "a receive from it" : i->op == IR_SELECT ? "the select" : "a range over it";
    Finding *f = i->op == IR_SELECT ? finding_at(ctx, LEVEL_ERROR, site, "all channels of this select are nil here: it waits for ever")
                                    : finding_at(ctx, LEVEL_ERROR, site, "%s is nil here, and %s waits for ever", chan, what);
    finding_also(ctx, f, FAIL_HANG);
    if (n->site.func.v && ir_ok(n->site.instr)) {
        finding_related(ctx, f, n->site, n->role, NULL);
        finding_step(ctx, f, n->site, "%s", n->role);
    } else if (n->role) {
        finding_note(ctx, f, "%s", n->role);
    }
    for (const Frame *up = frame; up->up; up = up->up)
        finding_step(ctx, f, (Site){up->up->func->id, up->call}, "calls %s", rule_func_name(ctx, up->func));
    finding_step(ctx, f, site, "waits, and nobody can send to or close what is nil");
}

// The same operation as it is come to by one more call; `calls` are those so far, the innermost first.
static void climb(Study *s, FuncId top, const CallEdge *calls, uint32_t count, IrValue at)
{
    CallEdges callers = flow_callers(s->ctx->flow, top);
    for (uint32_t k = 0; k < callers.len; k++) {
        CallEdge chain[CALLERS_UP];
        const IrInstr *i = rule_live_instr(s->ctx, rule_func(s->ctx, callers.items[k].site.func), callers.items[k].site.instr);
        if (!i || !i->call || i->call->dynamic || i->call->interface || i->call->model || callers.items[k].mode == CALL_LATER)
            continue;
        for (uint32_t c = 0; c < count; c++)
            chain[c] = calls[c];
        chain[count] = callers.items[k];
        const Frame *frame = frame_root(s->ctx, rule_func(s->ctx, chain[count].site.func));
        for (uint32_t c = count + 1; c-- > 0;)
            frame = frame_call(s->ctx, frame, chain[c].site.instr, rule_func(s->ctx, chain[c].callee), chain[c].mode);
        Nil n = nil_operation(s, frame, at);
        if (n.yes && !n.meant)
            report(s, frame, at, &n);
        else if (s->asks_callers && count + 1 < CALLERS_UP && always_reached(rule_func(s->ctx, chain[count].site.func), chain[count].site.instr))
            climb(s, chain[count].site.func, chain, count + 1, at);
    }
}

static void check(Study *s, const IrFunc *func, IrValue at)
{
    const IrInstr *i = rule_live_instr(s->ctx, func, at);
    IrValue chan = i ? waited_for(s->ctx, func, i) : (IrValue){0};
    if (!ir_ok(chan) || is_guarded(s->ctx, func, at, chan))
        return;
    const Frame *frame = frame_root(s->ctx, func);
    Nil n = nil_operation(s, frame, at);
    if (n.yes && !n.meant && (i->op != IR_RECV || !is_main(s->ctx, func)))
        report(s, frame, at, &n);
    else if (!n.yes && s->asks_callers && always_reached(func, at))
        climb(s, func->id, NULL, 0, at);
}

void rule_nil_channel(RuleContext *ctx)
{
    Study s = {.ctx = ctx};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            IrOp op = ir_instr(func, at)->op;
            if (op == IR_SEND || op == IR_RECV || op == IR_RANGE_NEXT || op == IR_SELECT)
                check(&s, func, at);
        }
    }
}

// server_without_timeouts.c - a server whose slow or idle connections hold their goroutines for ever.
//
// A server has a goroutine for each connection. True at run time where a client sends its request slowly
// or not at all, or keeps the connection and asks for nothing more: without a limit on either the server
// waits for as long as the client likes, with a goroutine, its buffers and a file descriptor. Which
// fields of a type are such limits is said by its model; a server made by others may have them.
#include "rules/evidence.h"
#include "rules/trail.h"

typedef struct Reports {
    RuleContext *ctx;
    VEC(Site) done;
} Reports;

// The named type of the server, behind pointers; none where it has no name.
static ObjId type_name(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_known(t) ? type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t))) : TYPE_UNKNOWN;
    return type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
}

static bool is_set(const RuleContext *ctx, const Trail *trail, Name field)
{
    VEC_EACH (const Site, s, &trail->settings) {
        const IrFunc *func = rule_func(ctx, s->func);
        if (ir_instr(func, rule_instr(ctx, *s)->args[0])->field_name.v == field.v)
            return true;
    }
    return false;
}

// MODE_… bits of the limits that the type knows and that are not set, and the first field of each.
static uint32_t missing(const RuleContext *ctx, ObjId type, const Trail *trail, Name first[2])
{
    const ModelPackage *p = ctx->ir->models ? model_package(ctx->ir->models, object_path(ctx->types, type)) : NULL;
    uint32_t known = 0, set = 0;
    for (uint32_t k = 0; p && k < p->entries.len; k++) {
        const ModelEntry *e = &p->entries.data[k];
        const Effect *limit = e->recv.v == object_at(ctx->types, type)->name.v ? effect_find(e, EFFECT_GIVES_UP, ctx->go_minor) : NULL;
        if (!limit)
            continue;
        known |= limit->modes;
        set |= is_set(ctx, trail, e->name) ? limit->modes : 0;
        // The field that says no more than this.
        if (limit->modes == MODE_SLOW)
            first[0] = e->name;
        if (limit->modes == MODE_IDLE)
            first[1] = e->name;
    }
    return known & ~set;
}

static bool is_reported(Reports *r, Site made)
{
    VEC_EACH (const Site, s, &r->done)
        if (s->func.v == made.func.v && s->instr.v == made.instr.v)
            return true;
    vec_push(r->ctx->scratch, &r->done, made);
    return false;
}

static void report(Reports *r, Site made, Site serves, uint32_t modes, const Name fields[2])
{
    RuleContext *ctx = r->ctx;
    Names *names = package_names(ctx->types);
    Str slow = name_str(names, fields[0]), idle = name_str(names, fields[1]);
    bool both = modes & MODE_SLOW && modes & MODE_IDLE;
    Finding *f;
    if (both)
        f = finding_at(ctx, LEVEL_ADVICE, made, "a client that sends its request slowly, or nothing more, keeps a goroutine of this server for ever: neither %.*s nor %.*s is set",
                       STR_ARG(slow), STR_ARG(idle));
    else
        f = finding_at(ctx, LEVEL_ADVICE, made, "a client that %s keeps a goroutine of this server for ever: %.*s is not set",
                       modes & MODE_SLOW ? "sends its request slowly" : "sends nothing more", STR_ARG(modes & MODE_SLOW ? slow : idle));
    finding_also(ctx, f, FAIL_MEMORY_GROWTH);
    finding_related(ctx, f, serves, "serves here", NULL);
    finding_note(ctx, f, "some seconds for the head of a request and a minute or two for an idle connection suit most services");
}

// Where the value is made: the allocation, or the declaration of the variable.
static Site made_at(const RuleContext *ctx, const Abs *a)
{
    if (a->kind == ABS_ALLOC)
        return (Site){a->func, a->site};
    FuncId owner = a->kind == ABS_VAR ? ir_var(ctx->ir, a->var)->owner : (FuncId){0};
    const IrFunc *func = owner.v ? rule_func(ctx, owner) : NULL;
    for (IrValue at = {1}; func && at.v < func->instrs.len; at.v++)
        if (ir_instr(func, at)->op == IR_DECLARE && ir_instr(func, at)->var.v == a->var.v)
            return (Site){owner, at};
    return (Site){0};
}

static void check(Reports *r, Site serves, AbsId server, ObjId type)
{
    RuleContext *ctx = r->ctx;
    Site made = made_at(ctx, flow_abs(ctx->flow, server));
    if (!made.func.v || rule_in_test_file(ctx, rule_func(ctx, made.func)))
        return;
    Trail trail = trail_follow(ctx, made, NULL);
    if (trail.fates & (1u << FATE_UNSEEN | 1u << FATE_SHARED | 1u << FATE_RETURNED))
        return; // somebody who is not seen may set them
    Name fields[2] = {{0}, {0}};
    uint32_t modes = missing(ctx, type, &trail, fields);
    if (modes && !is_reported(r, made))
        report(r, made, serves, modes, fields);
}

void rule_server_without_timeouts(RuleContext *ctx)
{
    Reports r = {.ctx = ctx};
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            Act act;
            if (!i || (i->op != IR_CALL && i->op != IR_GO && i->op != IR_DEFER) ||
                !flow_act(ctx->flow, (Site){{id}, at}, EFFECT_SERVES, &act) || !ir_ok(act.recv))
                continue;
            ObjId type = type_name(ctx, ir_instr(rule_func(ctx, act.recv_func), act.recv)->type);
            AbsSet servers = flow_value(ctx->flow, act.recv_func, act.recv);
            for (uint32_t k = 0; obj_ok(type) && k < servers.len; k++)
                check(&r, (Site){{id}, at}, servers.items[k], type);
        }
    }
}

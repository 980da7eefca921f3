// empty_select.c - a select without cases, where somebody waits for the function to return.
//
// `select {}` never proceeds. At the end of main that is a way to let the other goroutines work.
// True at run time where anybody else gets there: the caller of the function, a handler's client,
// the start of the program. Goroutines that end so are their owners' matter: the owner rules speak
// of them.
#include "rules/evidence.h"
#include "rules/mend.h"
#include "rules/origin.h"

// Who can come to a function.
typedef struct Arrivals {
    RuleContext *ctx;
    Bitset seen;
    bool handler, start, unseen, test;
    Site call; // the last call on the way to it, of one of these
} Arrivals;

static bool is_named(const RuleContext *ctx, const IrFunc *func, const char *name)
{
    return func->kind == FUNC_DECL && !func->has_recv &&
           str_is(object_name(ctx->types, func->obj), name);
}

static bool is_exported(const RuleContext *ctx, const IrFunc *func)
{
    Str name = func->kind == FUNC_DECL ? object_name(ctx->types, func->obj) : (Str){0};
    return name.len &&
           ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') || (unsigned char)name.ptr[0] >= 0x80);
}

static bool in_program(const RuleContext *ctx)
{
    return str_is(package_name(ctx->types), "main");
}

static void climb(Arrivals *a, const IrFunc *func)
{
    if (bitset_has(&a->seen, func->id.v))
        return;
    bitset_add(&a->seen, func->id.v);
    RuleContext *ctx = a->ctx;
    if (is_named(ctx, func, "main") && in_program(ctx))
        return;
    if (rule_in_test_file(ctx, func)) {
        a->test = true;
        return;
    }
    a->start |= is_named(ctx, func, "init") || func->kind == FUNC_INIT;
    a->handler |= flow_is_handler(ctx->flow, func->id);
    CallEdges callers = flow_callers(ctx->flow, func->id);
    a->unseen |=
        !in_program(ctx) && is_exported(ctx, func) && flow_has_unseen_callers(ctx->flow, func->id);
    for (uint32_t k = 0; k < callers.len; k++) {
        CallMode mode = callers.items[k].mode;
        if (mode != CALL_NOW && mode != CALL_ONCE && mode != CALL_DEFER)
            continue;
        if (!a->call.func.v)
            a->call = callers.items[k].site;
        climb(a, rule_func(ctx, callers.items[k].site.func));
    }
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    if (i->op != IR_SELECT || i->case_count)
        return;
    Arrivals a = {.ctx = ctx, .seen = bitset_new(ctx->scratch, ctx->ir->funcs.len)};
    climb(&a, func);
    if (!a.handler && !a.start && !a.unseen && !a.test)
        return;
    bool shown = a.handler || a.start || a.unseen;
    const char *who = a.handler ? "the request it serves never ends"
                      : a.start ? "the program never comes to main"
                                : "whoever calls it never gets control back";
    Finding *f = finding_at(ctx, shown ? LEVEL_WARNING : LEVEL_ADVICE, (Site){func->id, at},
                            "%s blocks for ever in an empty select: %s, and nothing can end it",
                            rule_func_name(ctx, func), who);
    if (a.start)
        f->failure = FAIL_DEADLOCK;
    finding_also(ctx, f, FAIL_LEAK);
    if (a.call.func.v)
        finding_related(ctx, f, a.call, "called here", NULL);
    const char *held = mend_context(ctx, func, held_context(ctx, func), i->span.start);
    Stmt stmt = mend_any_stmt(ctx, func, i->span);
    if (!held || node_kind(rule_ast(ctx, func), stmt.node) != NODE_SELECT_STMT)
        return;
    Fix *fix = finding_fix(ctx, f, FIX_UNSAFE, "wait for the end of %s", held);
    fix_edit(ctx, fix, func, stmt.span, "<-%s.Done()", held);
}

void rule_empty_select(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

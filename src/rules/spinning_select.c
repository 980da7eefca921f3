// spinning_select.c - a loop around a select that asks again and again, and does nothing in
// between.
//
// A select with a default does not wait. True at run time where no case is ready and the way from
// the default back to the select waits for nothing, calls nothing and changes nothing: the
// goroutine keeps a processor busy until somebody else makes a case ready.
#include "rules/branches.h"

typedef struct Spin {
    RuleContext *ctx;
    const IrFunc *func;
    uint32_t home; // the block of the select
    KnownBranches known;
    Bitset seen;
    bool moves; // a select on the way does the opposite on the same channel
} Spin;

// ---- Replacing what fills a channel ----

static bool has_slots(const RuleContext *ctx, AbsSet channels)
{
    uint32_t made = 0;
    for (uint32_t k = 0; k < channels.len; k++) {
        const Abs *a = flow_abs(ctx->flow, channels.items[k]);
        const IrInstr *make = a->kind == ABS_CHAN ? rule_instr(ctx, (Site){a->func, a->site}) : NULL;
        const Constant *c = make && make->arg_count ? ir_instr(rule_func(ctx, a->func), make->args[0])->constant : NULL;
        int64_t slots;
        if (make && (!c || !constant_int64(c, &slots) || slots < 1))
            return false;
        made += make != NULL;
    }
    return made > 0;
}

// Whether one select sends on a channel with slots, and the other receives from it: where the one finds it
// full the other empties it.
static bool is_opposite(const Spin *s, const IrInstr *a, const IrInstr *b)
{
    for (uint32_t k = 0; k < a->case_count; k++)
        for (uint32_t n = 0; n < b->case_count && !a->cases[k].is_default; n++) {
            if (b->cases[n].is_default || a->cases[k].is_send == b->cases[n].is_send)
                continue;
            AbsSet x = flow_value(s->ctx->flow, s->func->id, a->cases[k].chan);
            if (has_slots(s->ctx, x) && flow_sets_meet(x, flow_value(s->ctx->flow, s->func->id, b->cases[n].chan)))
                return true;
        }
    return false;
}

// ---- Ways without work ----

static uint32_t default_case(const IrInstr *select)
{
    for (uint32_t k = 0; k < select->case_count; k++)
        if (select->cases[k].is_default)
            return k;
    return UINT32_MAX;
}

// Whether a call only looks whether it is time to stop.
static bool only_asks(const RuleContext *ctx, const IrInstr *call)
{
    if (call->call->dynamic)
        return false;
    if (flow_effect(ctx->flow, call, EFFECT_POLLS) ||
        flow_effect(ctx->flow, call, EFFECT_DONE_CHANNEL))
        return true;
    ObjId callee = call->call->callee;
    return obj_ok(callee) && str_is(object_path(ctx->types, callee), "sync/atomic") &&
           str_starts(object_name(ctx->types, callee), "Load");
}

// Whether an instruction leaves everything as it was, at once.
static bool is_idle(const RuleContext *ctx, const IrInstr *i)
{
    switch (i->op) {
    case IR_CALL:
        return only_asks(ctx, i);
    case IR_BUILTIN:
        return i->builtin == BUILTIN_LEN || i->builtin == BUILTIN_CAP;
    case IR_ADDR_VAR:
    case IR_ADDR_FIELD:
    case IR_ADDR_INDEX:
    case IR_LOAD:
    case IR_CONST:
    case IR_ZERO:
    case IR_FUNC_REF:
    case IR_FIELD:
    case IR_INDEX:
    case IR_SLICE:
    case IR_BINARY:
    case IR_UNARY:
    case IR_CONVERT:
    case IR_TYPE_ASSERT:
    case IR_EXTRACT:
    case IR_JUMP:
    case IR_IF:
        return true;
    case IR_SELECT:
        return default_case(i) != UINT32_MAX;
    default:
        return false;
    }
}

// Whether an idle way leads from the start of a block back to the select.
static bool leads_back(Spin *s, uint32_t block)
{
    if (block == s->home)
        return true;
    if (bitset_has(&s->seen, block))
        return false;
    bitset_add(&s->seen, block);
    const IrBlock *b = &s->func->blocks.data[block];
    VEC_EACH (const uint32_t, k, &b->instrs)
        if (!is_idle(s->ctx, &s->func->instrs.data[*k]))
            return false;
    const IrInstr *end = ir_terminator(s->func, block);
    if (end->op == IR_SELECT)
        s->moves |= is_opposite(s, ir_terminator(s->func, s->home), end);
    if (end->op == IR_SELECT)
        return leads_back(s, b->succs.data[default_case(end)]);
    for (uint32_t k = 0; k < b->succs.len; k++)
        if (branches_allow(&s->known, block, k) && leads_back(s, b->succs.data[k]))
            return true;
    return false;
}

// What stands in the select's own block before it is part of the round.
static bool is_idle_before(const Spin *s)
{
    VEC_EACH (const uint32_t, k, &s->func->blocks.data[s->home].instrs)
        if (!is_idle(s->ctx, &s->func->instrs.data[*k]))
            return false;
    return true;
}

static uint32_t line_start(const Source *s, uint32_t offset)
{
    return (uint32_t)(source_line(s, source_position(s, offset).line).ptr - s->text);
}

// Where the lines of a clause end: at the next clause or brace, or at a comment before it that does not
// stand deeper than the clause.
static uint32_t clause_end(const Ast *ast, Span clause, TokenId next)
{
    const Source *source = ast_source(ast);
    uint32_t count, end = line_start(source, token_span(ast, next).start);
    uint32_t column = clause.start - line_start(source, clause.start);
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t start = comments[k].span.start, line = line_start(source, start);
        if (start >= clause.end && start < end && line > clause.start && start - line <= column)
            return line;
    }
    return end;
}

// Whether nothing on the way from the default back to the select asks whether it is time to stop, and no
// case is on a channel that nobody is seen to make: a select that waits would not hear of the one, and
// wait for good for the other.
static bool may_wait(const Spin *s, const IrInstr *select, uint32_t none)
{
    uint32_t block = s->func->blocks.data[select->block].succs.data[none];
    for (uint32_t steps = 0; block != s->home; steps++) {
        const IrBlock *b = &s->func->blocks.data[block];
        if (b->succs.len != 1 || steps > s->func->blocks.len)
            return false;
        block = b->succs.data[0];
    }
    for (uint32_t k = 0; k < select->case_count; k++)
        if (k != none && !flow_value(s->ctx->flow, s->func->id, select->cases[k].chan).len)
            return false;
    return true;
}

// Removes the default with its lines.
static void add_fix(RuleContext *ctx, Finding *f, const IrFunc *func, NodeId clause)
{
    const Ast *ast = rule_ast(ctx, func);
    Span span = node_span(ast, clause);
    TokenId next = {node_last(ast, clause).v + 1};
    while (next.v < ast_token_count(ast) && token_is_auto(ast, next))
        next.v++;
    if (next.v >= ast_token_count(ast))
        return;
    uint32_t start = line_start(ast_source(ast), span.start), end = clause_end(ast, span, next);
    if (str_trim(source_str(ast_source(ast), (Span){start, span.start})).len || end < span.end)
        return;
    Fix *fix = finding_fix(ctx, f, FIX_SAFE, "let the select wait: leave out the default");
    fix_edit(ctx, fix, func, (Span){start, end}, "%s", "");
}

static void visit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i)
{
    uint32_t none = i->op == IR_SELECT ? default_case(i) : UINT32_MAX;
    if (none == UINT32_MAX || !func->blocks.data[i->block].loop)
        return;
    Spin s = {.ctx = ctx,
              .func = func,
              .home = i->block,
              .known = branches_before(ctx, func, i->block),
              .seen = bitset_new(ctx->scratch, func->blocks.len)};
    if (!is_idle_before(&s) || !leads_back(&s, func->blocks.data[i->block].succs.data[none]) || s.moves)
        return;
    Finding *f =
        finding_on(ctx, LEVEL_WARNING, func, rule_node_span(ctx, func, i->cases[none].clause),
                   "this default leads straight back to its select: the loop keeps a processor "
                   "busy while nothing is ready");
    finding_related(ctx, f, (Site){func->id, at}, "asks again here", NULL);
    if (i->case_count > 1 && may_wait(&s, i, none))
        add_fix(ctx, f, func, i->cases[none].clause);
    if (i->case_count > 1)
        finding_note(ctx, f, "without the default the select waits, and costs nothing");
    else
        finding_note(ctx, f, "this select has nothing to wait for");
}

void rule_spinning_select(RuleContext *ctx)
{
    rule_each_call(ctx, visit);
}

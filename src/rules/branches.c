// branches.c - conditions that an earlier branch has already decided.
//
// Two branches are taken to have the same condition when its source is the same: `if timeout > 0`
// twice in one function. That forgets assignments between them, towards silence.
#include "rules/branches.h"

static Str condition_text(const IrFunc *func, const Ast *ast, uint32_t block)
{
    const IrInstr *end = ir_terminator(func, block);
    if (end->op != IR_IF)
        return (Str){0};
    NodeId node = ir_instr(func, end->args[0])->node;
    return node_ok(node) ? ast_text(ast, node) : (Str){0};
}

// What a condition far above decides is seldom asked again, and a function can have any number.
enum { KNOWN_MAX = 128 };

KnownBranches branches_before(RuleContext *ctx, const IrFunc *func, uint32_t block)
{
    KnownBranches k = {.flow = ctx->flow, .func = func, .ast = rule_ast(ctx, func)};
    for (uint32_t at = block; k.texts.len < KNOWN_MAX && flow_may_search(ctx->flow, 1);) {
        uint32_t up = func->blocks.data[at].idom;
        if (up == UINT32_MAX || up == at)
            break;
        const IrBlock *b = &func->blocks.data[up];
        Str text = condition_text(func, k.ast, up);
        if (text.len && b->succs.len == 2) {
            bool yes = ir_dominates(func, b->succs.data[0], block);
            bool no = ir_dominates(func, b->succs.data[1], block);
            if (yes != no) {
                vec_push(ctx->scratch, &k.texts, text);
                vec_push(ctx->scratch, &k.taken, yes);
            }
        }
        at = up;
    }
    return k;
}

// Whether the value is the nil constant.
static bool is_nil(const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    while (i->op == IR_CONVERT)
        i = ir_instr(func, i->args[0]);
    return (i->op == IR_CONST || i->op == IR_ZERO) && !i->constant;
}

static bool compares_with_nil(const KnownBranches *k, const IrInstr *cond, VarId var)
{
    for (uint32_t side = 0; var.v && side < 2; side++)
        if (flow_loaded_var(k->flow, k->func->id, cond->args[side]).v == var.v && is_nil(k->func, cond->args[1 - side]))
            return true;
    return false;
}

// A comparison with nil of a variable of which that is known: one branch is not taken.
static bool contradicts_nil(const KnownBranches *k, const IrInstr *cond, uint32_t succ)
{
    if (cond->op != IR_BINARY || cond->arg_count != 2 || (cond->token != TOK_EQL && cond->token != TOK_NEQ))
        return false;
    bool taken_if_nil = (cond->token == TOK_EQL) == (succ == 0);
    return compares_with_nil(k, cond, taken_if_nil ? k->not_nil : k->nil);
}

bool branches_allow(const KnownBranches *k, uint32_t block, uint32_t succ)
{
    const IrInstr *end = ir_terminator(k->func, block);
    if (end->op != IR_IF)
        return true;
    if (contradicts_nil(k, ir_instr(k->func, end->args[0]), succ))
        return false;
    Str text = condition_text(k->func, k->ast, block);
    for (uint32_t n = 0; text.len && n < k->texts.len; n++)
        if (str_eq(text, k->texts.data[n]))
            return k->taken.data[n] == (succ == 0);
    return true;
}

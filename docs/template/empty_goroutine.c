// empty_goroutine.c - a goroutine that has nothing to do.
//
// True at run time where the function that is started returns before it has called, stored or
// communicated anything: the spawn only costs time. Usually its work was moved and the spawn forgotten.
#include "rules/evidence.h"

// Whether the function only returns.
static bool is_empty(const RuleContext *ctx, const IrFunc *func)
{
    for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
        const IrInstr *i = rule_live_instr(ctx, func, at);
        if (i && i->op != IR_RETURN && i->op != IR_RUN_DEFERS && i->op != IR_JUMP)
            return false;
    }
    return true;
}

void rule_empty_goroutine(RuleContext *ctx)
{
    for (uint32_t k = 0; k < flow_story_count(ctx->flow); k++) {
        const Story *s = flow_story(ctx->flow, k);
        // Nothing is said of a body that is not seen.
        if (!s->body_seen || s->body_count != 1)
            continue;
        const IrFunc *body = rule_func(ctx, s->bodies[0]);
        if (is_empty(ctx, body))
            finding_at(ctx, LEVEL_WARNING, s->spawn, "the goroutine that %s starts does nothing",
                       rule_func_name(ctx, rule_func(ctx, s->spawner)));
    }
}

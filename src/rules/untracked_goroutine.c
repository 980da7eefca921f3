// untracked_goroutine.c - a goroutine with effects outside the process that nobody can wait for.
//
// True at run time where the process ends, or the owning type's shutdown returns, between the start
// and the end of the goroutine: its write, send or commit is cut off, and nobody learns of it.
#include "rules/owner.h"

static void report(RuleContext *ctx, const Story *s, OwnerVerdict v)
{
    const char *where = rule_func_name(ctx, rule_func(ctx, s->spawner));
    const char *body = owner_body_name(ctx, s);
    Finding *f;
    if (v.effect)
        f = finding_at(ctx, v.level, s->spawn, "%s %s, and nobody can wait for it", owner_subject(ctx, s), v.effect);
    else
        f = finding_at(ctx, v.level, s->spawn, "%s is not waited for by anybody: at shutdown it is cut off", owner_subject(ctx, s));
    if (v.evidence.instr.v && v.effect)
        finding_related(ctx, f, v.evidence, v.role, NULL);
    if (!v.effect)
        finding_note(ctx, f, "what %s does is not seen: if it has no effect outside the process, nothing is lost", body);
    else if (v.level == LEVEL_ADVICE)
        finding_note(ctx, f, "who calls %s, and whether a shutdown waits, is not seen", where);
    finding_note(ctx, f, "count it in a sync.WaitGroup that the shutdown waits for, or hand the work to a queue whose worker has an owner");
}

void rule_untracked_goroutine(RuleContext *ctx)
{
    owner_each(ctx, OWNER_UNTRACKED, report);
}

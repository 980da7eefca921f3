// policy.c - the standing of each finding.
#include "policy/policy.h"

void policy_judge(const Policy *policy, CheckResult *result)
{
    VEC_EACH (Finding *, slot, &result->findings.items) {
        Finding *f = *slot;
        f->standing = f->level < policy->level ? STANDING_LOW : STANDING_COUNTS;
    }
}

PolicyTally policy_tally(const Policy *policy, const FindingList *findings)
{
    PolicyTally t = {0};
    VEC_EACH (Finding *, slot, &findings->items) {
        const Finding *f = *slot;
        if (f->standing == STANDING_LOW)
            t.low[f->level]++;
        else if (f->level >= policy->level)
            t.standings[f->standing]++;
    }
    return t;
}

bool policy_fails(const FindingList *findings, Level fail_on)
{
    VEC_EACH (Finding *, slot, &findings->items) {
        const Finding *f = *slot;
        if (f->level >= fail_on && (f->standing == STANDING_COUNTS || f->standing == STANDING_LOW))
            return true;
    }
    return false;
}

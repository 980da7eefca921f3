// wait_counts.h - who counts a wait group up and down, and what may lead to that.
#ifndef CURFEW_RULES_WAIT_COUNTS_H
#define CURFEW_RULES_WAIT_COUNTS_H

#include "rules/identity.h"

// Operations on wait groups are compared with each other: a package with more of them is left, and the check says so.
enum { COUNT_OPS_MAX = 2000 };

typedef enum CountKind { COUNT_UP, COUNT_DOWN, COUNT_WAIT } CountKind;

// A CALL or DEFER that does something to a group itself.
typedef struct CountOp {
    CountKind kind;
    Site site;
    bool deferred;
    AbsSet group;
    FuncId recv_func;
    IrValue recv;
    FuncId arg_func; // UP: where `arg` is,
    IrValue arg;     // by how much; none: by one
    int64_t delta;   // UP: the same as a number, -1 where it is none
} CountOp;

typedef VEC(CountOp) CountOps;

typedef struct WaitCounts {
    RuleContext *ctx;
    CountOps ops; // in the order of functions, in reach of control
    Map by_group; // first object of a group → GroupFacts *
} WaitCounts;

// Everything lives in the scratch arena.
WaitCounts wait_counts(RuleContext *ctx);

// Whether the group is a variable or field that is seen, and no other.
bool counts_known(const WaitCounts *w, const CountOp *op);
bool counts_meet(const CountOp *a, const CountOp *b);
// Whether both are surely done to one group in a run of their function.
bool counts_same(RuleContext *ctx, const Frame *frame, const CountOp *a, const CountOp *b);

// Whether the instruction may count the group of `op` down, now or later: itself, by what it calls,
// defers or starts, by a function value that it makes, or by handing on what others count down for.
bool counts_settled(WaitCounts *w, const IrFunc *func, IrValue at, const CountOp *op);
// Whether a run of the function always counts the group down.
bool counts_always(WaitCounts *w, FuncId func, const CountOp *op);
// Whether the function may count the group down, itself or in what it calls.
bool counts_maybe(WaitCounts *w, FuncId func, const CountOp *op);
// Whether a function literal that counts the group down is handed to code that is not seen: when that runs it
// nobody can say.
bool counts_handed(WaitCounts *w, const CountOp *op);
// Whether the group is counted up again after a wait for it: who takes off twice may do so for two rounds.
bool counts_again_later(WaitCounts *w, const CountOp *op);
// Whether code that is not seen may count the group.
bool counts_open(WaitCounts *w, const CountOp *op);

#endif

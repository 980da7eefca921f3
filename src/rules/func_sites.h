// func_sites.h - what is looked for again and again in one function, found once.
#ifndef CURFEW_RULES_FUNC_SITES_H
#define CURFEW_RULES_FUNC_SITES_H

#include "rules/evidence.h"

// Numbers of instructions, in order.
typedef VEC(uint32_t) InstrList;

// The assignments of a variable that can reach an instruction of the same function.
typedef struct Reaching {
    IrValue first; // lowest of the assignments found
    uint32_t count;
    bool entry; // the function's start is reached without one
} Reaching;

typedef struct FuncSites {
    InstrList returns, spawns;
    InstrList var_loads; // IR_LOAD of an IR_ADDR_VAR
    InstrList field_stores_all;
    InstrList stop_calls;  // see order.c
    bool stop_calls_known;
    Map field_stores;    // Name of a field → InstrList *: IR_STORE to an IR_ADDR_FIELD
    Map reaching;        // instruction → Reaching *
} FuncSites;

FuncSites *func_sites(RuleContext *ctx, const IrFunc *func);

// The stores to fields of that name; empty when there are none.
InstrList func_field_stores(RuleContext *ctx, const IrFunc *func, Name field);

// The assignments of `var` that reach `at`, which loads or addresses it. False when the package's
// budget of searches is used up.
bool func_reaching(RuleContext *ctx, const IrFunc *func, IrValue at, VarId var, Reaching *out);

#endif

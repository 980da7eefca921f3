// serving_main.h - the part of exit-skips-defers that speaks of signals.
#ifndef CURFEW_RULES_SERVING_MAIN_H
#define CURFEW_RULES_SERVING_MAIN_H

#include "rules/evidence.h"

// Whether the function lasts as long as the process does, or close to it: main, TestMain, or one that
// only such functions call and that waits for something.
bool lasts_as_process(RuleContext *ctx, const IrFunc *func);

// Whether main is seen to be all that runs the function, and runs it once: what it starts is started once
// in the life of the process.
bool runs_once_in_main(RuleContext *ctx, const IrFunc *func);

// Reports a main that serves with deferred stops above it where nothing handles a signal.
void serving_main_check(RuleContext *ctx);

#endif

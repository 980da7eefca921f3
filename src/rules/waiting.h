// waiting.h - instructions at which a goroutine waits for others, and how long.
#ifndef CURFEW_RULES_WAITING_H
#define CURFEW_RULES_WAITING_H

#include "rules/evidence.h"

typedef enum WaitKind {
    WAITS_NOT,     // or not for others, or not for long
    WAITS_SEND,
    WAITS_RECEIVE,
    WAITS_SELECT,
    WAITS_GROUP,
    WAITS_COND,
    WAITS_SLEEP,
    WAITS_IO,      // network or pipe without a deadline
    WAITS_PROCESS,
    WAITS_SERVE,
    WAITS_FOREVER,
} WaitKind;

typedef struct Waiting {
    WaitKind kind;
    const char *unsure; // why it may be no wait, or a short one, as a sentence; NULL where it is sure
    FuncId func;      // where `on` is
    IrValue on;       // the channel, group, condition or connection; none where there is none
} Waiting;

// Whether the instruction, by itself and not by what it calls, waits for somebody else. A DEFER
// stands for the call that it defers. Files, loggers, standard output, sends with room for them,
// pauses too short to matter and I/O under a deadline are no waits.
Waiting waiting_at(RuleContext *ctx, Site site);

#endif

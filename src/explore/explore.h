// explore.h - runs of a function that end with goroutines which can never go on.
//
// The function is executed on a small machine: goroutines, channels, locks, wait groups, conditions
// and contexts are what Go says they are; values that nothing is known about are unknown, and a branch on
// one goes either way, the same way each time that it is asked. Which goroutine goes next is drawn. Many runs with
// different draws are made (random scheduling; Burckhardt et al. 2010 say why few runs find most): a run
// in which nobody can go on is a witness. What unseen code may hold (parameters, what is
// given to it) always lets go on who waits for it, so that no wait is blamed on what is not seen.
#ifndef CURFEW_EXPLORE_EXPLORE_H
#define CURFEW_EXPLORE_EXPLORE_H

#include "flow/flow.h"

enum {
    EXPLORE_RUNS = 96,      // of a function with goroutines,
    EXPLORE_DULL_RUNS = 4,  // of one in which no run has met with anything to wait for, or each was cut short
    EXPLORE_STEPS = 6000,   // instructions of one run
    EXPLORE_GOROUTINES = 48,
    EXPLORE_DEPTH = 60,     // calls on one goroutine
    EXPLORE_EVENTS = 24,    // that are kept of the run that fails
};

typedef enum StuckKind {
    STUCK_SEND,
    STUCK_RECEIVE, // also a range
    STUCK_SELECT,
    STUCK_LOCK,
    STUCK_GROUP,
    STUCK_COND,
    STUCK_ONCE,
    STUCK_NEVER, // a nil channel, select {}
    // The run ends in a panic.
    STUCK_CLOSED_AGAIN,
    STUCK_SEND_CLOSED,
    STUCK_NEGATIVE, // a wait group's count
} StuckKind;

// Something that a goroutine did in the run.
typedef struct ExploreEvent {
    uint32_t goroutine; // 0: the one that runs the function
    Site site;
    const char *what;
} ExploreEvent;

typedef struct StuckGoroutine {
    uint32_t number;
    StuckKind kind;
    Site site;  // where it waits
    Site spawn; // where it was started; none for the first
    Site held;  // of a lock: where who holds it has taken it
    bool own;   // that is the goroutine itself
} StuckGoroutine;

typedef struct Stuck {
    FuncId root;
    bool returned; // the function has returned, and what it started stays behind
    VEC(StuckGoroutine) goroutines;
    VEC(ExploreEvent) events;
} Stuck;

typedef enum ExploreRoot {
    ROOT_FUNCTION, // called by whom we do not know
    ROOT_MAIN,     // where the program begins: package variables have the values that their initialisers give
    ROOT_TEST,     // the same; what is unknown there is known to be right, so no branch on it is guessed
} ExploreRoot;

// The initialisers of a package's variables, one a file.
typedef struct ExploreInits {
    VEC(const IrFunc *) funcs;
} ExploreInits;

// The first run found of `root` that ends stuck, or NULL. Takes the
// steps of its runs off *budget, and makes no more when that is used up. Lives in `a`.
// What a run needs is in `own`, which is empty before and after.
const Stuck *explore_function(const Flow *flow, FuncId root, ExploreRoot kind, uint32_t go_minor, const ExploreInits *inits, uint64_t *budget,
                             Arena *own, Arena *a);

#endif

// walk.h - what the files of the game share (game.c, weights.c). Nothing else includes it.
#ifndef CURFEW_RULES_WALK_H
#define CURFEW_RULES_WALK_H

#include "rules/branches.h"
#include "rules/game.h"

// Calls and spawns between the function and an operation.
enum { DEPTH_MAX = 4 };

// One function in one frame. `known` is NULL but in the root.
typedef struct Walk {
    Tally *t;
    const Frame *frame;
    const IrFunc *func;
    bool started; // runs on a goroutine that the owner starts
    bool demands; // its operations ask for others: the positive side
    unsigned depth;
    const KnownBranches *known;
    uint32_t home; // the loop (index + 1) whose rounds each make a channel of their own; 0 none
    Gain **memo;  // by mode (0: to the end; k + 1: round loop k), then by block
    Map weights;  // instruction → Gain *: what calls and spawns add
} Walk;

static const Gain gain_nothing = {.kind = GAIN_SOME};

// The one, then the other.
Gain gain_plus(Gain a, Gain b);
// The worse of two: what can be counted on. Ways that end in a panic are not taken.
Gain gain_worst(Gain a, Gain b);

// What an instruction adds.
Gain walk_weigh(Walk *w, IrValue at);
// The value of a function from its entry to its end.
Gain walk_solve(Walk *w);

// Whether the value can be the channel.
bool walk_may_be(const Walk *w, IrValue v);
// Whether the function operates on the channel, also through calls.
bool walk_touches(const Tally *t, FuncId func);

// What a case of a select adds when it is taken.
Gain walk_case(const Walk *w, IrValue select, const IrInstr *i, const IrCase *c);
// What a goroutine is taken to give in a select, whichever case it takes; nothing where it gives in none.
Gain walk_gives(const Walk *w, IrValue select, const IrInstr *i);
// Whether a send case can ever be taken.
bool walk_can_send(const Walk *w, IrValue chan);

#endif

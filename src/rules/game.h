// game.h - the largest imbalance between asking and giving on a channel that some run leads to.
//
// A game on the graph of the function that made the channel, solved backwards: the value of a block is
// the largest number of asking operations less giving ones on a way from there to the function's end.
// Where a branch is free (bounds.h) the run takes the way that is worst for the program; where it may
// depend on how much was sent or received, the way that is best for it. Loops are taken as a whole,
// innermost first: so many rounds of one round, or left early.
#ifndef CURFEW_RULES_GAME_H
#define CURFEW_RULES_GAME_H

#include "rules/tally.h"

enum {
    GAME_BLOCKS_MAX = 2000, // the game is solved recursively
    GAME_CELLS_MAX = 1 << 18, // blocks times loops: how much is remembered of one function
    GAME_MANY = 1000,       // goroutines of a loop without a number
};

typedef enum GainKind {
    GAIN_UNKNOWN, // not computed yet
    GAIN_BUSY,
    GAIN_DEAD, // no way leads to the end: panic, exit
    GAIN_STAY, // all that lead there receive whatever comes, or go on until it has come
    GAIN_SOME,
} GainKind;

typedef struct Gain {
    GainKind kind;
    bool ended; // at a wait for the senders
    bool endless; // the sender never leaves its loop
    Amount amount;
    Amount one; // what the sender that is reported sends
    int64_t goroutines;
    Site spawn, send, again, turn, end;
    Site quiet; // where a goroutine ends that gives nothing
} Gain;

// What is counted against what.
typedef enum Shape {
    SHAPE_SENDS,    // sends of the goroutines against receives of the owner and slots
    SHAPE_RECEIVES, // receives of the goroutines against sends of the owner
    SHAPE_AWAITS,   // receives of the owner against sends of the goroutines
} Shape;

typedef struct Tally {
    RuleContext *ctx;
    Shape shape;
    AbsId chan;
    const Frame *root;
    Identity made;
    Arena *cells; // what the game remembers while one run is looked for
    Bound symbol;
    bool has_symbol;
    Amount largest; // of the senders
    Site giver;     // AWAITS: a goroutine that should give, one that may give nothing if there is one
    Bitset own, spawned; // functions on the owner's goroutine, and on those that it starts
    Bitset touching;     // functions that operate on the channel, also through calls
    VEC(const Story *) senders;
} Tally;

// The value of the run that starts at the call or spawn `at` of the root (or at the head of the loops
// around it), of kind SOME where it starts somebody that counts and leads to an end. `home`: the loop
// (index + 1) of the root whose rounds each make a channel of their own; 0 none.
Gain game_from(Tally *t, IrValue at, uint32_t home);

// Whether the first is the larger (1), the smaller (-1), or neither.
int amount_compare(Amount a, Amount b);
// The better for a run that may choose.
Gain gain_best(Gain a, Gain b);

// Whether the goroutine runs the function.
bool game_story_runs(const Tally *t, const Story *s, FuncId func);

// Whether the channel is taken from a place that outlives a call: a field, an element, a package
// variable.
bool game_from_place(const Tally *t, const IrFunc *func, IrValue chan);

// Whether nobody but the owner's run reaches the functions that operate on the channel through a
// place that outlives it (private_chan.c). Asks the tally's sets.
bool game_is_private(const Tally *t);

#endif

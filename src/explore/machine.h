// machine.h - the machine that runs functions: private to src/explore.
//
// Everything lives in the arena of one run and is forgotten with it.
#ifndef CURFEW_EXPLORE_MACHINE_H
#define CURFEW_EXPLORE_MACHINE_H

#include "explore/explore.h"

typedef enum ValKind {
    V_UNKNOWN, // `id`: a symbol; asked again it answers the same
    V_NIL,
    V_INT,
    V_BOOL,
    V_STRING, // `n`: a hash of the text
    V_REF,    // `id`: the address of a place
    V_CHAN,   // `id`
    V_FUNC,   // `id`: a closure
    V_STRUCT, // `id`: a place of its own with the parts of a struct or array value
    V_SLICE,  // `id`: the place of the elements
    V_MAP,    // `id`: the place of the elements
    V_TUPLE,  // `id`: a place with the components
    V_CONTEXT, // `id`
} ValKind;

// `n` of the address of an error that the library has made of a text: it has none of the types that code names.
enum { PLAIN_ERROR = 1 };

typedef struct Val {
    ValKind kind;
    uint32_t id;
    int64_t n;
    TypeId type; // the dynamic type of what was put into an interface, else unknown
} Val;

// A variable, field or element; locks, wait groups, conditions and Onces keep their state in theirs.
typedef struct Cell {
    Val v;
    bool set;     // `v` has been given
    bool outside; // unseen code may hold it
    uint64_t key; // among its parent's parts: field name, index + 1, hash of a map's key
    uint32_t child, next;
    int64_t n;       // elements of a slice; count of a wait group; readers of a lock
    uint32_t owner;  // of a lock or a running Once: goroutine + 1
    Site taken;      // where
    uint8_t once;    // a Once: 1 running, 2 done
    uint32_t context; // of an errgroup: context + 1
} Cell;

typedef struct Channel {
    int64_t cap;
    VEC(Val) queue;
    bool closed;
    bool outside; // always ready
    int64_t fed;  // values that a timer will still give; -1 for ever
    bool is_feed;
    bool by_caller; // the caller's context
    bool late; // ready only when nobody else goes on, in most runs
} Channel;

typedef struct Ctx {
    uint32_t parent; // + 1
    bool root, cancelled, outside, expires;
} Ctx;

typedef struct Binding {
    uint32_t var, cell;
} Binding;

typedef enum ClosureKind { C_FUNC, C_METHOD, C_CANCEL, C_OPAQUE } ClosureKind;

typedef struct Closure {
    ClosureKind kind;
    const IrFunc *func; // C_FUNC with a body
    ObjId obj;          // else what it names
    Val recv;           // C_METHOD
    uint32_t context;   // C_CANCEL
    const Binding *env;
    uint32_t env_len;
} Closure;

// A call with its operands, as it is made now or noted for later.
typedef struct Deed {
    const IrInstr *instr;
    Site site;
    Closure callee;
    Val *args; // the receiver first where there is one
    uint32_t count;
    bool has_recv;
} Deed;

// What the rounds of a range over a function have come to.
typedef enum Rounds {
    ROUNDS_NONE, // no iterator has been called
    ROUNDS_DONE, // each went on to the next; or none has been seen to run
    ROUNDS_LEFT, // one returned, or jumped out of the body
} Rounds;

typedef struct Frame {
    const IrFunc *func;
    Val *regs;
    uint32_t block, pc, prev;
    VEC(Binding) vars;
    const Binding *env;
    uint32_t env_len;
    VEC(Deed) defers;
    IrValue result;    // of the caller's instruction
    bool drop_result;  // a deferred call's
    uint32_t once;     // cell of the Once that it runs under, + 1
    bool unwinding;
    uint8_t rounds;    // of the last range over a function: a Rounds
} Frame;

typedef enum ParkKind { PARK_NONE, PARK_COMM, PARK_LOCK, PARK_GROUP, PARK_COND, PARK_SLEEP, PARK_ONCE, PARK_DONE } ParkKind;

typedef struct Comm {
    uint32_t chan; // + 1; 0: nil
    bool send, outside;
    Val value;
} Comm;

typedef struct Goroutine {
    VEC(Frame) frames;
    ParkKind park;
    Comm *comms;
    uint32_t comm_count;
    bool has_default;
    uint32_t cell;   // LOCK GROUP COND ONCE
    bool write;      // LOCK
    bool relock;     // LOCK: the end of a wait for a condition
    uint32_t lock;   // COND: the place of its lock, 0 none
    IrValue at;      // the instruction that waits
    Site spawn;
    uint32_t group;  // cell of the wait group that counts it, + 1
    bool panicking, quits;
    bool stays; // what it waits in is a deferred call: no instruction of its own is done by it
} Goroutine;

typedef enum Fate { FATE_GOES_ON, FATE_ENDED, FATE_CUT, FATE_STUCK } Fate;

typedef struct Machine {
    const Flow *flow;
    const IrPackage *ir;
    const Package *types;
    uint32_t go_minor;
    Arena *a;
    uint64_t random;
    VEC(Cell) cells;
    VEC(Channel) chans;
    VEC(Ctx) ctxs;
    VEC(Closure) closures;
    VEC(Goroutine) gs;
    VEC(uint8_t) symbols; // what has been decided: bits 0-1 nil (1 nil, 2 not), 2-3 truth, 4-6 length + 1;
                          // bit 7: computed from what is not known
    VEC(uint32_t) symbol_cells;
    Map globals, memo;
    bool closed, patient, interesting;
    bool cancelled_outside; // a context of the caller's was taken to be cancelled
    uint32_t guesses; // of unknown values
    uint32_t steps, spent; // spent: on initialisers
    Fate fate;
    StuckGoroutine fault; // of a run that ends in a panic
    bool yield;
    VEC(ExploreEvent) events;
} Machine;

uint32_t draw(Machine *m, uint32_t n); // below n

// ---- memory.c ----
Val unknown(Machine *m);
Val integer(int64_t n);
Val truth(bool b);
uint32_t cell_new(Machine *m, bool outside);
uint32_t cell_part(Machine *m, uint32_t cell, uint64_t key);
uint32_t cell_find(const Machine *m, uint32_t cell, uint64_t key); // 0 none
Val cell_load(Machine *m, uint32_t cell, TypeId type);
Val cell_content(Machine *m, uint32_t cell); // whatever its type
void cell_store(Machine *m, uint32_t cell, Val v);
uint32_t cell_of(Machine *m, Val pointer); // 0: nil
uint32_t chan_new(Machine *m, int64_t cap);
Val tuple_of(Machine *m, const Val *items, uint32_t count);
Val unseen_value(Machine *m, TypeId type); // what a parameter may be
Val fresh(Machine *m, TypeId type); // unknown, a tuple of them for a tuple type
void escape(Machine *m, Val v);
bool decide_nil(Machine *m, Val v);
bool decide_truth(Machine *m, Val v);
int64_t decide_length(Machine *m, Val v); // of what is not known: some, but not none
TypeKind kind_of_type(const Machine *m, TypeId t);

// ---- calls.c ----
Deed deed_of(Machine *m, Frame *f, Site site);
// Makes the call on the goroutine; `result` is the instruction that takes the value.
void make_call(Machine *m, uint32_t g, Deed *d, IrValue result, bool drop);
void spawn(Machine *m, Deed *d, uint32_t group, bool delayed);
void push_frame(Machine *m, uint32_t g, const Closure *c, const Val *args, uint32_t count, IrValue result, bool drop);
uint32_t variable(Machine *m, const Frame *f, VarId var);
Closure closure_at(const Machine *m, Val v);
void bind_receiver(Machine *m, Deed *d); // a method value's, and the method of a dynamic type

// ---- models.c ----
typedef enum Done { NOT_DONE, DONE_NOW, DONE_LATER } Done;
const ModelEntry *model_of(const Machine *m, const Deed *d);
uint32_t receiver_cell(Machine *m, const Deed *d); // 0 none
uint64_t lock_key(const Machine *m);
Done by_model(Machine *m, uint32_t g, const Deed *d, const ModelEntry *model, Val *out);
// *out: a function that the caller has to run.
Done of_function(Machine *m, uint32_t g, const Deed *d, const ModelEntry *model, Val *out);
bool of_timer(Machine *m, const Deed *d, const ModelEntry *model, Val *out);
bool of_atomic(Machine *m, const Deed *d, Val *out);
void cancel_context(Machine *m, uint32_t ctx);
Val done_channel(Machine *m, Val ctx);
void cut_run(Machine *m); // the run says nothing
bool context_over(const Machine *m, uint32_t ctx);

// ---- waits.c ----
void park_comm(Machine *m, uint32_t g, IrValue at, const Comm *comms, uint32_t count, bool has_default);
void park_on(Machine *m, uint32_t g, ParkKind kind, uint32_t cell, bool write);
Comm comm_of(Machine *m, Val chan, bool send, Val value);
bool can_go(const Machine *m, uint32_t g);
bool goes_late(const Machine *m, uint32_t g); // by a timer or a caller's context only
void go_on(Machine *m, uint32_t g); // ends the wait of one that can
void wake(Machine *m, uint32_t cond, bool all);
void count_group(Machine *m, uint32_t cell, int64_t delta);
void note_event(Machine *m, uint32_t g, const char *what);

// ---- values.c ----
Val value_of(Machine *m, uint32_t g, const IrInstr *i);
Val remembered(Machine *m, TokenKind op, Val a, Val b); // a symbol: the same for the same operands
void update_map(Machine *m, Val map, Val key, Val v);

// ---- step.c ----
Val range_part(Machine *m, const Frame *f, const IrInstr *i);
void step(Machine *m, uint32_t g);
void return_from(Machine *m, uint32_t g, Val result);
void fault(Machine *m, uint32_t g, StuckKind kind);
void do_close(Machine *m, uint32_t g, Val chan);
void raise_panic(Machine *m, uint32_t g);

static inline Val operand(const Frame *f, const IrInstr *i, uint32_t k)
{
    return k < i->arg_count ? f->regs[i->args[k].v] : (Val){.kind = V_NIL};
}

static inline Frame *top(Machine *m, uint32_t g)
{
    Goroutine *r = &m->gs.data[g];
    return &r->frames.data[r->frames.len - 1];
}

#endif

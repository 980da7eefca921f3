// flow.h - what the values of a package can be, who calls whom, and what each function does to
// goroutines.
//
// Values: an inclusion-based points-to analysis (Andersen 1994), flow- and context-insensitive,
// field-based (Heintze and Tardieu 2001: one place for a field of a struct type, whatever the
// value), over the graphs of one package. What unseen code may pass in or do is an object of its
// own (ABS_OUTSIDE), so that "not seen" is never confused with "not there".
//
// Everything lives in the Flow; ids index its tables.
#ifndef CURFEW_FLOW_FLOW_H
#define CURFEW_FLOW_FLOW_H

#include "ir/ir.h"

typedef struct Flow Flow;

// ---- Abstract objects ----

typedef enum AbsKind {
    ABS_NONE,
    ABS_VAR,     // a variable, by its address: `var`
    ABS_FIELD,   // a field of every value of its struct type: `owner` type, `name`
    ABS_ELEM,    // the elements of container `base` (also what a channel carries)
    ABS_ALLOC,   // new variable, slice or map made at `func`/`site`
    ABS_CHAN,    // channel made at `func`/`site`
    ABS_FUNC,    // function or literal with a body: `callee`
    ABS_BOUND,   // method value made at `func`/`site`: method `obj`
    ABS_EXTERN,  // function whose body is not here: `obj`
    ABS_RESULT,  // result `index` of the call at `func`/`site` that has no body here
    ABS_FEED,    // channel that the library feeds, in field `owner`.`name`
    ABS_OUTSIDE, // what unseen code put into parameter `var` or field `owner`.`name`
    ABS_UNKNOWN, // anything; there is one
} AbsKind;

typedef struct AbsId {
    uint32_t v; // 0 is none
} AbsId;

typedef struct Abs {
    AbsKind kind;
    FuncId func;
    IrValue site;
    uint32_t index;
    VarId var;
    ObjId obj;
    TypeId owner; // canonical struct type, unknown when unresolved
    Name name;
    AbsId base;
    FuncId callee;
} Abs;

typedef struct AbsSet {
    const AbsId *items; // ascending
    uint32_t len;
} AbsSet;

// An instruction anywhere in the package.
typedef struct Site {
    FuncId func;
    IrValue instr;
} Site;

typedef struct SiteList {
    const Site *items;
    uint32_t len;
} SiteList;

typedef struct Summary Summary;
typedef struct Summaries Summaries; // of one package: summary.h

typedef struct FlowOptions {
    uint32_t go_minor; // library version of the main module
    // The summaries of another package, or NULL; what they give must outlive the flow. May be NULL.
    const Summaries *(*summaries)(void *ctx, Str path);
    void *ctx;
} FlowOptions;

// Analyses a package. `ir` must outlive the result.
Flow *flow_build(const IrPackage *ir, FlowOptions options);
void flow_free(Flow *f);

const IrPackage *flow_ir(const Flow *f);
uint32_t flow_go(const Flow *f);
size_t flow_bytes(const Flow *f);

// Whether names that the package uses are declared in no file that was given: methods and callers
// may be missing as well, so nothing can be said to be "all that there is".
bool flow_incomplete(const Flow *f);

// A value that can be more things than this, or a call of an interface method that more methods
// could answer, counts as unseen code. Rules can say nothing of such a value, and without a bound n
// places that can each be n things take time and memory of n². The largest packages of Go's own
// library stay below it, all but the compiler's.
enum { FLOW_OBJECTS_MAX = 512 };
// Whether that happened.
bool flow_saturated(const Flow *f);

const Abs *flow_abs(const Flow *f, AbsId a);
AbsSet flow_value(const Flow *f, FuncId func, IrValue v);        // what a value can be
AbsSet flow_component(const Flow *f, FuncId func, IrValue call, uint32_t index); // of a tuple
AbsSet flow_var(const Flow *f, VarId v);                          // what is stored in a variable
AbsSet flow_content(const Flow *f, AbsId place);                  // what is stored in a place
bool flow_escapes(const Flow *f, AbsId a); // unseen code may hold it
bool flow_sets_meet(AbsSet a, AbsSet b);
bool flow_set_has(AbsSet s, AbsId a);
// Whether nothing in the set stands for unseen code and the set is not empty: all it can be is seen.
bool flow_set_closed(const Flow *f, AbsSet s);

// ---- Calls ----

// How a function comes to run because of an instruction.
typedef enum CallMode {
    CALL_NOW,      // called before the instruction ends
    CALL_GO,       // on a new goroutine
    CALL_DEFER,    // when the caller returns
    CALL_ONCE,     // now, the first time only
    CALL_LATER,    // by someone who was given it: handler, callback, deferred Once function
    CALL_TEST,     // as a test of its own (t.Run)
    CALL_CLEANUP,  // when a test ends (t.Cleanup)
} CallMode;

// Whether a callee runs on its caller's goroutine before the caller has returned.
static inline bool flow_runs_here(CallMode mode)
{
    return mode == CALL_NOW || mode == CALL_ONCE || mode == CALL_DEFER;
}


typedef struct CallEdge {
    Site site;
    FuncId callee;
    CallMode mode;
} CallEdge;

typedef struct CallEdges {
    const CallEdge *items;
    uint32_t len;
} CallEdges;

// Functions with bodies that the CALL, GO or DEFER instruction can run, directly or by a model.
CallEdges flow_callees(const Flow *f, Site site);
// Whether code that is not seen may run there too.
bool flow_call_open(const Flow *f, Site site);
// Everywhere the function is run.
CallEdges flow_callers(const Flow *f, FuncId func);
// All functions but the first, which is none: callees before callers where calls are not recursive.
const FuncId *flow_callees_first(const Flow *f);
// Whether callers that are not seen may exist.
bool flow_has_unseen_callers(const Flow *f, FuncId func);
// What is known of a function of another package that has no model; NULL when nothing is. Of the
// values that it is given nothing is said: they are known to unseen code, and the call stays open.
const Summary *flow_summary(const Flow *f, ObjId callee);
// The effect of a kind that the call's model has, or NULL.
const Effect *flow_effect(const Flow *f, const IrInstr *call, EffectKind kind);
// The argument (or receiver) that an effect's target names; none when it names a result.
IrValue flow_effect_arg(const Flow *f, const IrInstr *call, const Effect *e);

// What a call does by a model, also where it calls a function value whose function has one.
typedef struct Act {
    const Effect *effect;
    FuncId func; // where `arg` is
    IrValue arg; // the effect's target: receiver or argument; none when it names a result
    FuncId recv_func;
    IrValue recv; // the method's receiver, none for functions
} Act;

// Whether the CALL, GO or DEFER instruction may do something of this kind; `out` says with what.
bool flow_act(const Flow *f, Site site, EffectKind kind, Act *out);
// Whether it takes something off a wait group's count: Done, or Add of a negative number.
bool flow_counts_down(const Flow *f, Site site, Act *out);
// MODE_… bits of what a call does outside the process by its model, with what it writes to.
uint32_t flow_affects(const Flow *f, Site site);
// What a model says of a function or method, or NULL.
const ModelEntry *flow_object_model(const Flow *f, ObjId obj);
// The parameter (receiver first) of `callee` that receives args[arg] of a call, or -1.
int32_t flow_param_of_arg(const Flow *f, Site site, FuncId callee, uint32_t arg);

// ---- Values, backwards ----

// Uses of a value in its own function.
SiteList flow_uses(const Flow *f, FuncId func, IrValue v);
// Instructions anywhere that load from or store to a variable, including in literals.
SiteList flow_var_loads(const Flow *f, VarId v);
SiteList flow_var_stores(const Flow *f, VarId v);
// A variable that is assigned to in more places than this is not asked where a context in it comes
// from: n waits under a context that is derived anew n times would look at n² assignments.
enum { FLOW_STORES_MAX = 64 };
// Instructions that load from or store to a field (IR_FIELD included among the loads).
SiteList flow_field_loads(const Flow *f, AbsId field);
SiteList flow_field_stores(const Flow *f, AbsId field);
// The place of a field of a struct type, none where the package never touches it.
AbsId flow_field(const Flow *f, TypeId owner, Name name);
// The variable whose value this is (LOAD of ADDR_VAR, through conversions), or none.
VarId flow_loaded_var(const Flow *f, FuncId func, IrValue v);
// The variable or field whose address this is, through loads of nothing: ADDR_VAR, ADDR_FIELD.
AbsId flow_place(const Flow *f, FuncId func, IrValue address);

// ---- Channels and contexts ----

typedef enum ChanOp { CHAN_OP_SEND, CHAN_OP_RECV, CHAN_OP_CLOSE, CHAN_OP_COUNT } ChanOp;
// Operations on a channel object, select cases included (the SELECT instruction is the site).
SiteList flow_chan_ops(const Flow *f, AbsId chan, ChanOp op);
// The same, also in functions that nothing is seen to run.
SiteList flow_chan_ops_anywhere(const Flow *f, AbsId chan, ChanOp op);
// Whether a receive from this channel value can ever proceed / whether it can ever be closed.
bool flow_chan_may_yield(const Flow *f, FuncId func, IrValue chan);
bool flow_chan_may_close(const Flow *f, FuncId func, IrValue chan);

// Whether a value of this type is a context.Context (by type, not by spelling).
bool flow_is_context(const Flow *f, TypeId t);
// Whether a value of this type is a context, or carries one that a model gives back (a request).
bool flow_carries_context(const Flow *f, TypeId t);
// How the context is had from a value of this type that is called `text`: "ctx", "r.Context()",
// "c.Request.Context()"; NULL where the type carries none. In the arena.
const char *flow_context_text(const Flow *f, Arena *a, TypeId t, const char *text);
// Whether a context object can be cancelled by anyone at all.
bool flow_ctx_cancellable(const Flow *f, AbsId ctx);
// The contexts a context object was derived from (empty for roots and outside ones).
AbsSet flow_ctx_parents(const Flow *f, AbsId ctx);
// The context objects whose Done channel this channel value is; empty when it is none.
AbsSet flow_done_contexts(const Flow *f, FuncId func, IrValue chan);
// Whether a is b or derived from b, at any remove.
bool flow_ctx_descends(const Flow *f, AbsId a, AbsId b);
// Whether an object is a cancel function that a model says must be called.
bool flow_is_cancel(const Flow *f, AbsId a);
// Every CALL, GO or DEFER that may run a cancel function, itself or by a library that it is given to.
SiteList flow_cancel_calls(const Flow *f);
bool flow_ctx_is_root(const Flow *f, AbsId ctx); // Background, TODO

// ---- What a function does ----

// Kinds of waiting, as bits.
enum {
    WAIT_CHAN = 1 << 0,    // channel operation or blocking select
    WAIT_GROUP = 1 << 1,   // wait group, errgroup
    WAIT_SLEEP = 1 << 2,   // time.Sleep and its like
    WAIT_NETWORK = 1 << 3, // network or pipe I/O
    WAIT_CONTEXT = 1 << 4, // a call that a context can end
    WAIT_LOCK = 1 << 5,
    WAIT_COND = 1 << 6,
    WAIT_FOREVER = 1 << 7, // select {}
    WAIT_SERVE = 1 << 8,   // a server's main loop
    WAIT_FILE = 1 << 9,    // file, standard input
    WAIT_PROCESS = 1 << 10, // another process
};

typedef struct FuncFacts {
    bool ends;          // control can reach a return, panic or exit, its own or a callee's
    bool returns;       // control can reach a return
    bool exits;         // control can reach an exit of the process, through calls
    bool quits;         // control can reach a panic or an exit of goroutine or process, through calls
    bool open;          // calls code that is not seen
    bool watches;       // looks at which goroutines run, by model, through calls
    uint32_t waits;     // WAIT_… bits, through calls on the same goroutine
    uint32_t affects;   // MODE_… bits of effects outside the process, through calls
    int64_t sleep_ns;   // longest constant sleep, -1 when not constant, 0 none
    uint64_t ctx_params; // parameters (receiver first, up to 64) under whose context it waits
    uint64_t ctx_params_maybe; // parameters whose context it gives to code that is not seen
    Site wait_site;     // one instruction in it that waits (or calls what waits)
    Site affect_site;   // one instruction in it with such an effect
} FuncFacts;

const FuncFacts *flow_facts(const Flow *f, FuncId func);
// WAIT_… bits of an instruction itself and of what it calls on the same goroutine.
uint32_t flow_instr_waits(const Flow *f, FuncId func, const IrInstr *i);
// The same without what it calls.
uint32_t flow_own_waits(const Flow *f, FuncId func, const IrInstr *i);
// Those of the function that a CALL, GO or DEFER names, by its model.
uint32_t flow_model_waits(const Flow *f, Site call);
// Whether control can go on after the instruction (false: the callee never returns, the receive
// never proceeds).
bool flow_continues(const Flow *f, FuncId func, const IrInstr *i);
// Blocks that control can reach, with what flow_continues says taken into account.
const Bitset *flow_live_blocks(const Flow *f, FuncId func);
// The same of all functions, by their number.
const Bitset *flow_live(const Flow *f);
// Whether control can come from block `from` to an end of the function without entering `avoid`.
bool flow_leads_out(const Flow *f, FuncId func, uint32_t from, uint32_t avoid);
// The constant nanoseconds of a duration value; -1 when not constant.
int64_t flow_duration(const Flow *f, FuncId func, IrValue v);

// ---- Exit stories ----

typedef enum StoryRole {
    ROLE_PLAIN,
    ROLE_TEST,        // spawned by a test (or benchmark, fuzz target, their helpers)
    ROLE_ONCE,        // under sync.Once, OnceFunc, OnceValue, or init
    ROLE_CONSTRUCTOR, // by a function that returns the value that owns it
    ROLE_MAIN,        // by main.main or init for the process's life
} StoryRole;

typedef enum StopKind {
    STOP_CONTEXT,  // a context's cancellation
    STOP_CHANNEL,  // a channel is closed or sent on
    STOP_WORK,     // its work ends
    STOP_OUTSIDE,  // something that unseen code decides
} StopKind;

typedef struct StopSignal {
    StopKind kind;
    Site site;  // where the goroutine listens
    AbsId what; // context or channel object; none otherwise
} StopSignal;

typedef enum JoinKind { JOIN_GROUP, JOIN_CHANNEL } JoinKind;

typedef struct Join {
    JoinKind kind;
    Site site; // who waits
} Join;

// A goroutine the package can start.
typedef struct Story {
    Site spawn;
    FuncId spawner;
    const FuncId *bodies; // functions it runs first
    uint32_t body_count;
    bool body_seen;  // all of what it runs first is here
    bool open;       // its code calls code that is not seen
    bool ends;       // some run of it ends
    bool in_loop;    // the spawn can happen many times in one call
    StoryRole role;
    FuncId root;     // the declared function the role speaks of: the test, constructor, main
    const StopSignal *stops;
    uint32_t stop_count;
    const Join *joins;
    uint32_t join_count;
    bool maybe_joined; // a wait group, group or channel it holds is known to unseen code
    bool scoped_join;  // it runs inside a call that returns only when its goroutines have ended
    bool detached;     // //curfew:detached reason
} Story;

// Whether code that can run reaches the function: from main, init, tests, exported names, or unseen
// callers.
bool flow_is_reachable(const Flow *f, FuncId func);
// Whether the function is, or is only called by, a handler of requests; by model.
bool flow_is_handler(const Flow *f, FuncId func);
// Whether the variable is a channel from which the function's caller receives until the function has
// returned: the parameter of a method that implements an interface whose model says so, or of a
// function that is only called with such a parameter.
bool flow_is_received(const Flow *f, VarId var);

uint32_t flow_story_count(const Flow *f);
const Story *flow_story(const Flow *f, uint32_t i);

// ---- Paths ----

// Finds a path from just after `from` to an instruction that `goal` accepts, through none that
// `avoid` accepts. Fills `path` (blocks in order) and returns the goal, or none.
typedef struct PathQuery {
    FuncId func;
    IrValue from;
    bool (*goal)(void *ctx, IrValue instr);
    bool (*avoid)(void *ctx, IrValue instr);
    // May forbid the edge from `block` to its successor number `succ`; NULL allows all.
    bool (*edge)(void *ctx, uint32_t block, uint32_t succ);
    void *ctx;
} PathQuery;
IrValue flow_find_path(const Flow *f, Arena *a, const PathQuery *q, const uint32_t **blocks,
                       uint32_t *block_count);
// Takes so many steps off what all searches in a package of its size are allowed together, or says
// that they are used up: a function of n blocks with n places to search from would take n² steps.
// No path is found then, and rules that search otherwise fall silent.
bool flow_may_search(const Flow *f, uint64_t steps);
// Whether that happened.
bool flow_paths_cut(const Flow *f);

#endif

// internal.h - what the files of flow share. Nothing outside src/flow includes it.
#ifndef CURFEW_FLOW_INTERNAL_H
#define CURFEW_FLOW_INTERNAL_H

#include "flow/flow.h"

typedef VEC(uint32_t) IdList;

// A node of the constraint graph: a set of objects that something may be.
typedef struct PtsNode {
    IdList pts;   // ascending AbsId
    IdList delta; // added since the node was last worked on
    IdList succs; // nodes that include this one
    IdList uses;  // indexes into Flow.complex: constraints that read this node
    bool queued;
    bool fixed; // the address of one place, for all that take it: holds that and nothing else, ever
} PtsNode;

typedef enum ComplexKind {
    COMPLEX_LOAD,       // other ⊇ *node
    COMPLEX_STORE,      // *node ⊇ other
    COMPLEX_ELEM_ADDR,  // other ⊇ address of the elements of node
    COMPLEX_ELEM_LOAD,  // other ⊇ elements of node
    COMPLEX_ELEM_STORE, // elements of node ⊇ other
    COMPLEX_ELEM_COPY,  // elements of what `other` holds ⊇ elements of node
    COMPLEX_CALL,       // node is called by calls[other]
    COMPLEX_ESCAPE,     // what node holds is known to unseen code
} ComplexKind;

typedef struct Complex {
    ComplexKind kind;
    uint32_t other;
} Complex;

// A place where a function value is called.
typedef struct DynamicCall {
    Site site;
    CallMode mode;
    bool with_args; // the call's arguments are the callee's; a callback run by a model has none
} DynamicCall;

typedef struct ChanOps {
    VEC(Site) ops[CHAN_OP_COUNT];
    VEC(Site) anywhere[CHAN_OP_COUNT]; // also in functions that nothing runs
} ChanOps;

typedef struct FieldOps {
    VEC(Site) loads, stores;
} FieldOps;

// Variables of enclosing functions under whose context a literal waits, or may.
typedef struct OuterContexts {
    VEC(VarId) sure, maybe;
} OuterContexts;

// What a call of an interface method can reach.
typedef struct Implementations {
    VEC(FuncId) methods;
    bool too_many; // then none is linked: they count as called by unseen code, the call as open
} Implementations;

// Where a function's values are used, as a compressed row table over its instructions.
typedef struct UseTable {
    uint32_t *start;
    Site *sites;
} UseTable;

// How much may still be searched for paths in the package.
typedef struct PathSteps {
    uint64_t left;
    bool cut; // something was not searched for want of steps
} PathSteps;

struct Flow {
    Arena arena;
    Arena scratch; // for one function at a time
    const IrPackage *ir;
    const Package *types;
    FlowOptions options;
    bool incomplete;
    bool saturated; // some value can be more things than are told apart

    VEC(Abs) abs; // [0] unused
    Map abs_index; // hash → first id; collisions chained in abs_next
    VEC(uint32_t) abs_next;
    VEC(uint32_t) abs_content; // node of what is stored there, 0 none yet
    VEC(PtsNode *) abs_address; // node of its address, NULL none yet
    AbsId unknown;

    VEC(PtsNode *) nodes; // [0] unused; NULL while nothing is known of one
    VEC(Complex) complex;
    Map links; // edges and complex constraints that exist, by hash
    VEC(DynamicCall) calls;
    uint32_t *value_base; // by function: node of instruction 0
    Map relevance;        // TypeId → whether it matters
    Map extra_nodes;      // components and returns
    uint32_t escape;      // node of all that unseen code may hold
    VEC(uint32_t) queue;

    Bitset entries;     // functions that unseen code may call
    Bitset roots;       // those of them that are sure to be callable; the others only have no caller here
    Bitset reachable;   // functions that a run from the roots can reach
    VEC(CallEdge) edges; // sorted by site once solved
    Map edge_seen;
    uint32_t *edges_of_func; // first edge with site.func >= f
    VEC(CallEdge) reverse;   // sorted by callee
    uint32_t *reverse_of_func;
    FuncId *callees_first; // all functions, callees before callers where calls are not recursive

    Map implementations;   // ObjId of an interface method → Implementations *
    Map methods_by_name; // Name → index into method_lists + 1
    VEC(FuncId) method_next; // chain of methods with the same name
    UseTable *uses;          // by function; without sites until somebody asks
    Arena *uses_arena;
    SiteList *var_loads, *var_stores; // by VarId
    Map chan_ops;                     // AbsId → ChanOps *
    Map field_ops;                    // AbsId of an ABS_FIELD → FieldOps *
    Bitset effects; // kinds of effects that some call of the package can have; without size until that is known
    Bitset called;                    // function objects that somebody calls, by AbsId

    Map summaries; // ObjId of a function of another package → const Summary *
    FuncFacts *facts;
    uint32_t *deferred_waits; // by function: WAIT_… bits of what it defers
    OuterContexts *outer_contexts; // by function
    FuncId *first_literal, *next_literal; // literals that stand in a function, as a list
    PathSteps *path_steps;
    Bitset *live; // by function: blocks that control can reach
    VEC(Site) cancel_calls; // calls that may run a cancel function
    VEC(Site) group_waits; // calls that wait for a group of goroutines
    VEC(Story *) stories;
};

// contexts.c
// Whether the call runs a function again and again, and nothing that it waits for can ever end.
bool flow_repeats_for_ever(const Flow *f, FuncId func, const IrInstr *call);
// Whether what a call waits for is a channel, whose close ends it.
bool flow_is_stop_channel(const Flow *f, FuncId func, IrValue v);
// Whether a context or stop channel can ever end; also where that is not seen.
bool flow_may_end(const Flow *f, FuncId func, IrValue v);

// objects.c
AbsId abs_intern(Flow *f, Abs a);
AbsId abs_find(const Flow *f, Abs a); // none when it was never interned
AbsId abs_of_var(Flow *f, VarId v);
AbsId abs_of_field(Flow *f, TypeId base, Name name);
AbsId abs_at(Flow *f, AbsKind kind, Site site, uint32_t index);
AbsId abs_elem(Flow *f, AbsId base);
AbsId abs_func(Flow *f, FuncId callee);
bool abs_is_open_field(const Flow *f, const Abs *a);

// solver.c
uint32_t node_new(Flow *f);
uint32_t node_value(const Flow *f, FuncId func, IrValue v);
uint32_t node_component(Flow *f, FuncId func, IrValue v, uint32_t index);
uint32_t node_return(Flow *f, FuncId func, uint32_t index);
uint32_t node_content(Flow *f, AbsId a);
void node_add(Flow *f, uint32_t node, AbsId a);
// The node of an instruction that gives the address of a place.
void node_address(Flow *f, uint32_t node, AbsId a);
void node_edge(Flow *f, uint32_t from, uint32_t to);
void node_complex(Flow *f, uint32_t node, ComplexKind kind, uint32_t other);
void solver_run(Flow *f);
AbsSet node_set(const Flow *f, uint32_t node);

// relevance.c
bool type_matters(Flow *f, TypeId t);

// constraints.c
void constraints_build(Flow *f);
// Functions that nothing here calls are taken to be called by what is not seen. Tells whether there
// were any: the solver has to run again.
bool constraints_uncalled(Flow *f);
// Called by the solver when an object reaches the function position of a call, or unseen code.
void constraints_call(Flow *f, const DynamicCall *call, AbsId callee);
void constraints_escape(Flow *f, AbsId a);
// Unseen code may call the function from now on.
void constraints_entry(Flow *f, FuncId id);

// callgraph.c
void callgraph_edge(Flow *f, Site site, FuncId callee, CallMode mode);
void callgraph_finish(Flow *f);
void callgraph_index_methods(Flow *f);
// The methods with a body here that a call of interface method `obj` can reach (class hierarchy
// analysis, Dean, Grove and Chambers 1995).
const Implementations *callgraph_implementations(Flow *f, ObjId obj);

// index.c: uses, loads and stores, channel operations
void index_build(Flow *f);

// acts.c
void acts_index(Flow *f); // once what values can be is solved
// facts.c, story.c
void facts_build(Flow *f);
void stories_build(Flow *f);

static inline const IrFunc *func_at(const Flow *f, FuncId id)
{
    return f->ir->funcs.data[id.v];
}

static inline const IrInstr *site_instr(const Flow *f, Site s)
{
    return ir_instr(func_at(f, s.func), s.instr);
}

static inline bool is_call_op(IrOp op)
{
    return op == IR_CALL || op == IR_GO || op == IR_DEFER;
}

#endif

// ir.h - one control-flow graph a function.
//
// The form is like go/ssa's naive form: instructions in basic blocks, each giving at most one
// value that is never assigned again; Go's variables stay variables, read and written through
// addresses (LOAD, STORE). Variables are numbered through the whole package so that a captured
// variable is the same in the function that declares it and in the literal that uses it.
// Instructions are numbered in the order of their making, which is source order within a block;
// numbers are stable for the same source. Everything lives as long as the IrPackage.
#ifndef CURFEW_IR_IR_H
#define CURFEW_IR_IR_H

#include "base/bitset.h"
#include "types/types.h"

typedef enum IrOp {
#define OP(name, text, meaning) IR_##name,
#include "ir/ops.def"
    IR_OP_COUNT
} IrOp;

const char *ir_op_name(IrOp op);
bool ir_is_terminator(IrOp op); // ends a block
// Does something that others can see or that can take time: calls, spawns, communication.
bool ir_is_event(IrOp op);
// Whether others can take its value: RANGE_NEXT and SELECT give what RANGE_… and CASE_RECV take
// apart.
bool ir_gives_value(IrOp op);

// Index of an instruction in its function; 0 is none.
typedef struct IrValue {
    uint32_t v;
} IrValue;

// Index into IrPackage.vars; 0 is none.
typedef struct VarId {
    uint32_t v;
} VarId;

// Index into IrPackage.funcs; 0 is none.
typedef struct FuncId {
    uint32_t v;
} FuncId;

static inline bool ir_ok(IrValue v)
{
    return v.v != 0;
}

typedef struct IrVar {
    ObjId obj; // none for variables that the builder made (results, temporaries)
    Name name;
    TypeId type;
    FuncId owner;       // the function that declares it; none at package level
    bool captured;      // used by a literal inside its owner
    bool addressed;     // its address is taken explicitly (&v) or by a method with pointer receiver
    bool per_iteration; // declared by a for clause or range: a new instance each round
    int32_t param;      // position among the owner's parameters, receiver first; -1 otherwise
    int32_t result;     // position among the owner's results; -1 otherwise
    uint32_t file;
    NodeId decl; // declaring identifier, none where made
} IrVar;

// How a call reaches its function. Arguments in `args`: the receiver first where there is one, then
// the arguments in order (variadic ones one by one). For a call of a function value, args[0] is
// that value and `dynamic` is set; the arguments follow.
typedef struct IrCall {
    ObjId callee; // function, method or interface method that is called; none when dynamic
    bool dynamic;
    bool has_recv;       // args[0] is the receiver
    bool interface;      // callee is a method of an interface: who implements it is decided by flow
    bool spread;         // last argument is passed as x...
    FuncId literal;      // the function literal called directly, func(){…}(); else none
    BuiltinKind builtin; // of go and defer statements on builtins (defer close(c)); BUILTIN_NONE
    const ModelEntry *model; // what the model says of callee; NULL
} IrCall;

typedef struct IrCase {
    bool is_default, is_send, comma_ok;
    IrValue chan, value; // value: what is sent
    NodeId clause;       // CommClause
    Span span;           // of the communication
} IrCase;

// There are some five for each line of source: members are ordered and sized to leave no holes.
typedef struct IrInstr {
    uint8_t op;     // IrOp
    bool may_block : 1; // by itself; a call blocks also when its callee does (flow)
    bool comma_ok : 1;
    uint16_t case_count; // SELECT; Go's own limit is as large
    uint32_t block;
    TypeId type;  // of the value, a pointer for addresses; unknown when none
    TypeId place; // DECLARE ADDR_… ALLOC: type of what is stored there
    NodeId node;  // syntax it was made for; none where made by the builder
    Span span;    // empty where made by the builder
    uint32_t arg_count;
    const IrValue *args;
    // Only the member of the operation has a meaning.
    union {
        VarId var;    // DECLARE ADDR_VAR
        ObjId field;  // ADDR_FIELD FIELD; none when unresolved
        ObjId callee; // FUNC_REF METHOD_EXPR METHOD_VALUE
        FuncId func;  // CLOSURE
    };
    union {
        TokenKind token;     // BINARY UNARY
        uint32_t index;      // EXTRACT CASE_RECV MAKE_SLICE
        uint32_t exit_mode;  // EXIT
        BuiltinKind builtin; // BUILTIN
        Name field_name;     // ADDR_FIELD FIELD, also when unresolved
    };
    const Constant *constant; // CONST; also set on any value with a constant
    const IrCall *call;       // CALL GO DEFER
    const IrCase *cases;      // SELECT
} IrInstr;

typedef struct IrBlock {
    VEC(uint32_t) instrs; // the last one ends the block
    VEC(uint32_t) succs;
    VEC(uint32_t) preds;
    uint32_t idom;  // immediate dominator; itself for the entry; UINT32_MAX when unreachable
    uint32_t ipdom; // immediate post-dominator; UINT32_MAX when control may not leave (endless)
    uint32_t dom_in, dom_out;   // interval of the block in a walk of the dominator tree
    uint32_t pdom_in, pdom_out; // and of the post-dominator tree; empty outside of it
    uint32_t loop;              // innermost loop as index into IrFunc.loops + 1; 0 none
    bool reachable;             // from the entry
    NodeId loop_node;           // ForStmt or RangeStmt whose rounds start here
    const char *comment;        // "for.body", "select.case", for dumps
} IrBlock;

// A natural loop (Aho, Lam, Sethi, Ullman): the header dominates everything in it.
typedef struct IrLoop {
    uint32_t header;
    uint32_t parent; // index + 1; 0 none
    uint32_t end;    // loops [own index, end) are this one and those inside it
    NodeId node;     // ForStmt, RangeStmt, or none (goto)
    bool has_exit;   // some edge leaves the loop
} IrLoop;

typedef enum IrFuncKind {
    FUNC_DECL,
    FUNC_LITERAL,
    FUNC_RANGE_BODY, // body of a range over a function: called on the same goroutine
    FUNC_FRAGMENT,   // statements of a snippet outside any function
    FUNC_INIT,       // initialisers of the package variables of one file, in source order
} IrFuncKind;

typedef struct IrFunc {
    FuncId id;
    IrFuncKind kind;
    uint32_t file;
    NodeId node;      // FuncDecl, FuncLit, RangeStmt, File
    ObjId obj;        // FUNC_DECL
    FuncId parent;    // the function a literal stands in
    const char *name; // as Go's runtime names it: "pkg.(*T).M", "pkg.F.func1"
    TypeId signature;
    VEC(VarId) params; // receiver first
    VEC(VarId) results;
    VEC(VarId) captures; // variables of enclosing functions that it uses
    bool has_recv;
    bool has_body;
    bool has_recover;    // a deferred literal in it calls recover
    VEC(IrInstr) instrs; // [0] is unused
    VEC(IrBlock) blocks; // [0] is the entry
    VEC(IrLoop) loops;   // each followed by those inside it
    Bitset events;       // the instructions that are events (ir_is_event)
} IrFunc;

typedef struct IrPackage {
    const Package *types;
    ModelStore *models;
    Arena arena;
    VEC(IrFunc *)
    funcs;           // [0] unused; declared functions in source order, literals after their parent
    VEC(IrVar) vars; // [0] unused
    Map by_object;   // ObjId → FuncId
    Map by_node; // map_pair(file, NodeId of FuncDecl, FuncLit, or RangeStmt of a range body) →
                 // FuncId
    Map var_by_object; // ObjId → VarId
} IrPackage;

// Builds the graphs of every function of the package. Never fails: what has type unknown or is
// syntactically broken becomes UNKNOWN instructions. `types` must outlive the result.
IrPackage *ir_build(const Package *types, ModelStore *models);
void ir_free(IrPackage *p);

// Checks the invariants of the form (every block ends in one terminator, arguments dominate their
// uses, preds mirror succs, …). Returns NULL, or what is wrong, in `a`.
const char *ir_verify(const IrPackage *p, Arena *a);

const IrFunc *ir_func(const IrPackage *p, FuncId f);
// NULL when it has no body here; a method of an instance gives the generic one.
const IrFunc *ir_func_of(const IrPackage *p, ObjId obj);
const IrFunc *ir_literal(const IrPackage *p, uint32_t file, NodeId func_lit);
const IrVar *ir_var(const IrPackage *p, VarId v);

static inline const IrInstr *ir_instr(const IrFunc *f, IrValue v)
{
    return &f->instrs.data[v.v];
}

// The first event of a function and the one after `v`, in the order of their numbers; none at the
// end. Events are few among the instructions: who looks for calls and communication goes by these.
static inline IrValue ir_next_event(const IrFunc *f, IrValue v)
{
    return (IrValue){bitset_next(&f->events, v.v + 1)};
}

static inline IrValue ir_first_event(const IrFunc *f)
{
    return ir_next_event(f, (IrValue){0});
}

// Whether a block is in a loop (index into f->loops) or in one inside it.
bool ir_in_loop(const IrFunc *f, uint32_t loop, uint32_t block);
// The last instruction of a block.
const IrInstr *ir_terminator(const IrFunc *f, uint32_t block);
bool ir_dominates(const IrFunc *f, uint32_t a, uint32_t b);
bool ir_postdominates(const IrFunc *f, uint32_t a, uint32_t b);
// Whether some path of at least one edge leads from block a to block b.
bool ir_reaches(const IrFunc *f, uint32_t a, uint32_t b);

#endif

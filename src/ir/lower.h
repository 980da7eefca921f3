// lower.h - the insides of the builder, for the files of this folder only.
//
// A Fn is one function being built. What only the building needs (growing lists, frames, labels)
// lives in the Fn's scratch arena, which is taken from the Build and given back, so that functions
// inside functions each have their own and the memory is used again. What the result keeps is
// copied into the package's arena when the function is finished.
#ifndef CURFEW_IR_LOWER_H
#define CURFEW_IR_LOWER_H

#include "ir/ir.h"

#define NO_BLOCK UINT32_MAX
#define NO_VALUE ((IrValue){0})

// The language version from which loop variables belong to one iteration (spec: For statements).
enum { PER_ITERATION_MINOR = 22 };

typedef struct Scratch {
    Arena arena;
    struct Scratch *next;
} Scratch;

typedef struct Build {
    IrPackage *p;
    const Package *types;
    Names *names;
    Arena *arena; // of the IrPackage
    Scratch *free_scratch;
    IrValue *args; // where the next arguments go
    uint32_t args_left;
    TypeId *pointers; // by TypeId of what is pointed to, made when first asked for
    uint32_t pointer_count;
    VarId *vars; // by ObjId, as in var_by_object
    uint32_t object_count;
    uint32_t inits;          // functions named init so far
    uint32_t init_literals;  // literals in initialisers of package variables so far
    uint32_t blank_literals; // literals in functions named _ so far
} Build;

// A block while it grows.
typedef struct Making {
    VEC(uint32_t) instrs;
    VEC(uint32_t) succs;
    uint32_t preds;  // number of edges to it
    uint32_t number; // in the result
    bool started;
    NodeId loop_node;
    const char *comment;
} Making;

typedef struct Fn Fn;

// A statement that break or continue can leave or repeat. Frames of the function that a range-over-
// function body stands in are reached through the body's parent.
typedef struct Frame {
    struct Frame *prev;
    Fn *owner;
    Str label; // empty: none
    uint32_t break_to;
    uint32_t continue_to; // NO_BLOCK for switch and select
} Frame;

typedef struct Label {
    uint32_t offset; // of the labelled statement
    Span scope;      // of the block it stands in: no jump leads into a block
    Fn *owner;       // NULL until its block is made
    uint32_t block;
} Label;

// How control leaves the body of a range over a function for somewhere outside of it.
typedef enum ExitKind { LEAVE_RETURN, LEAVE_BREAK, LEAVE_CONTINUE, LEAVE_GOTO } ExitKind;

typedef struct Exit {
    ExitKind kind;
    NodeId node; // the first statement that leaves so
    Frame *frame;
    Label *label;
} Exit;

// A value, or the place where it is stored.
typedef struct Operand {
    IrValue v;
    bool is_addr;
    TypeId type; // of the value
    VarId root;  // the variable that the place is part of; none when behind a pointer
} Operand;

struct Fn {
    Build *b;
    IrFunc *f;
    Fn *parent; // the function around it
    Fn *root;   // itself, or for the body of a range over a function the one that its return leaves
    const Ast *ast;
    uint32_t file;
    uint32_t go_minor;
    Arena *scratch;
    Scratch *scratch_node;
    uint32_t cur; // the block that grows; NO_BLOCK after a terminator
    VEC(Making) blocks;
    VEC(uint32_t) order; // blocks in the order they were started
    Frame *frames;
    uint32_t fallthrough_to;
    NodeId ready_node; // part of a long chain that is lowered already; none
    Operand ready;
    Map captured;    // VarId → 1
    VEC(Exit) exits; // of a range body
    Span body;       // of a range body
    // Of root functions:
    bool has_defer;
    bool named_results;
    Map labels;        // Name → Label *
    uint32_t literals; // function literals so far, for names
    uint32_t ranges;   // range bodies so far, for names
};

typedef enum LValueKind { LV_NONE, LV_VAR, LV_PLACE, LV_MAP } LValueKind;

// Where an assignment stores to: the first phase of an assignment gives it, the second uses it.
typedef struct LValue {
    LValueKind kind;
    NodeId node;
    VarId var;
    ObjId declares; // the variable that := declares here: it begins when it is stored to
    bool per_iteration;
    IrValue place; // address, or the map
    IrValue key;
    TypeId type;
} LValue;

typedef struct ValueList {
    VEC(IrValue) items;
} ValueList;

// ---- emit.c: instructions and blocks ----
IrInstr instr_for(const Fn *fn, IrOp op, NodeId n);
IrInstr instr_typed(const Fn *fn, IrOp op, NodeId n, TypeId type);
// An instruction that gives the address of a place of that type.
IrInstr instr_place(const Fn *fn, IrOp op, NodeId n, TypeId place);
IrValue emit(Fn *fn, IrInstr in);
IrValue emit_args(Fn *fn, IrInstr in, const IrValue *args, uint32_t count);
IrValue emit1(Fn *fn, IrInstr in, IrValue a);
IrValue emit2(Fn *fn, IrInstr in, IrValue a, IrValue b);
IrValue emit_unknown(Fn *fn, NodeId n);
IrValue emit_constant(Fn *fn, NodeId n, const Constant *c, TypeId type);
IrValue emit_int(Fn *fn, int64_t value);
IrValue emit_bool(Fn *fn, bool value);
IrValue emit_load(Fn *fn, NodeId n, IrValue addr, TypeId type);
void emit_store(Fn *fn, NodeId n, IrValue addr, IrValue value);
IrValue emit_extract(Fn *fn, NodeId n, IrValue tuple, uint32_t index);
TypeId value_type(const Fn *fn, IrValue v);
uint32_t block_new(Fn *fn, const char *comment);
// Goes on in `block` if control can come there (an edge leads to it), else nowhere.
void block_start(Fn *fn, uint32_t block);
// Goes on in `block` even when no edge leads there yet: loop heads and labels.
void block_enter(Fn *fn, uint32_t block);
// Makes sure that there is a block to add to: dead code gets blocks that nothing leads to.
void block_ensure(Fn *fn);
void edge_add(Fn *fn, uint32_t to); // from the current block; the terminator follows
void jump_to(Fn *fn, uint32_t block);
void branch_to(Fn *fn, NodeId n, IrValue cond, uint32_t yes, uint32_t no);
void end_block(Fn *fn, IrInstr terminator); // without successors, or after edge_add
void fn_finish(Fn *fn);

// ---- build.c: functions ----
void build_bodies(Build *b);
FuncId build_literal(Fn *parent, NodeId lit);
// Opens the Fn of a range body; the caller lowers the body and then calls build_close.
Fn *build_range_open(Fn *parent, NodeId range, TypeId signature);
FuncId build_close(Fn *fn);

// ---- func_name.c ----
const char *name_declared(Build *b, uint32_t file, const FuncDeclView *decl);
const char *name_literal(Fn *parent);
const char *name_range_body(Fn *parent);
const char *name_package_function(Build *b, const char *name);

// ---- vars.c ----
VarId var_new(Build *b, IrVar v);
void var_bind(Build *b, ObjId obj, VarId v);
VarId var_of(Fn *fn, ObjId obj); // makes it where it is new; notes the capture
VarId var_temp(Fn *fn, TypeId type);
VarId var_declare(Fn *fn, ObjId obj, NodeId n, bool per_iteration); // emits DECLARE
IrValue var_addr(Fn *fn, NodeId n, VarId v);
void var_capture(Fn *fn, VarId v);
void vars_of_signature(Fn *fn, NodeId recv, NodeId func_type, TypeId signature);

// ---- types: small questions ----
TypeId fn_type(const Fn *fn, NodeId n);
TypeKind fn_kind(const Fn *fn,
                 TypeId t); // of the underlying type, of a type parameter its core type
TypeId fn_elem(const Fn *fn, TypeId t);
TypeId fn_key(const Fn *fn, TypeId t);
bool fn_is_pointer(const Fn *fn, TypeId t);
bool fn_is_interface(const Fn *fn, TypeId t); // not a type parameter
bool fn_is_tuple(const Fn *fn, TypeId t);
NodeId fn_unparen(const Fn *fn, NodeId n);
bool fn_is_blank(const Fn *fn, NodeId n);
const Constant *fn_constant(const Fn *fn, NodeId n);
static inline TypeId fn_bool(void)
{
    return (TypeId){BASIC_BOOL}; // basic types have their BasicKind as id
}

// ---- lower_chain.c ----
// Lowers parts of a long chain in advance, so that recursion stays bounded.
void lower_chain(Fn *fn, NodeId n);
// Takes what lower_chain has ready for `n`.
bool lower_ready(Fn *fn, NodeId n, Operand *op);

// ---- lower_operand.c ----
Operand lower_operand(Fn *fn, NodeId n);
bool lower_place(Fn *fn, NodeId n, Operand *op);
IrValue operand_value(Fn *fn, NodeId n, Operand op);
IrValue operand_addr(Fn *fn, NodeId n, Operand op);
void operand_mark_addressed(Fn *fn, Operand op);
Operand lower_index(Fn *fn, NodeId n, bool comma_ok, bool place);
// Receiver of the method that selector `n` denotes, adapted as the method wants it.
IrValue lower_receiver(Fn *fn, NodeId n, const Selection *sel, bool *interface);

// ---- lower_expr.c ----
IrValue lower_expr(Fn *fn, NodeId n);
IrValue lower_rvalue(Fn *fn, NodeId n);
void lower_effect(Fn *fn, NodeId n);                  // an expression statement
IrValue lower_expr_as(Fn *fn, NodeId n, TypeId type); // with conversion to an interface
IrValue convert_to(Fn *fn, NodeId n, IrValue v, TypeId type);
IrValue lower_comma_ok(Fn *fn, NodeId n); // a tuple: v, ok forms and calls
void lower_cond(Fn *fn, NodeId n, uint32_t yes, uint32_t no);

// ---- lower_literal.c ----
IrValue lower_composite(Fn *fn, NodeId n, NodeId address_of);

// ---- lower_call.c ----
IrValue lower_call(Fn *fn, NodeId n);
void lower_go_defer(Fn *fn, NodeId n);
void lower_args(Fn *fn, NodeList args, TypeId signature, bool spread, ValueList *out);
// Emits a call whose IrCall and arguments are ready, and the end of the block where it never
// returns.
IrValue emit_call(Fn *fn, IrInstr in, const IrCall *call, const ValueList *args);
const ModelEntry *call_model(Fn *fn, ObjId callee, const Selection *sel);

// ---- lower_builtin.c ----
BuiltinKind builtin_of(const Fn *fn, NodeId fun);
IrValue lower_builtin(Fn *fn, NodeId n, BuiltinKind kind);
void lower_builtin_args(Fn *fn, NodeId n, BuiltinKind kind, ValueList *out);

// ---- lower_assign.c ----
LValue lvalue_of(Fn *fn, NodeId n, bool define);
void lvalue_store(Fn *fn, NodeId n, const LValue *lv, IrValue v);
void lower_assign(Fn *fn, NodeId n);
void lower_inc_dec(Fn *fn, NodeId n);
void lower_var_spec(Fn *fn, NodeId spec);

// ---- lower_stmt.c ----
void lower_stmt(Fn *fn, NodeId n);
void lower_stmts(Fn *fn, NodeList list);
void lower_block(Fn *fn, NodeId block);
void lower_prescan(Fn *fn, NodeList list); // labels and defers of a root function
void lower_implicit_return(Fn *fn, NodeId body);
void lower_leave(Fn *fn, Exit e);

// ---- lower_control.c, lower_switch.c, lower_range.c, lower_select.c ----
void lower_if(Fn *fn, NodeId n);
void lower_for(Fn *fn, NodeId n, Str label);
void lower_switch(Fn *fn, NodeId n, Str label);
void lower_type_switch(Fn *fn, NodeId n, Str label);
void lower_range(Fn *fn, NodeId n, Str label);
void lower_select(Fn *fn, NodeId n, Str label);

// ---- dominators.c, loops.c ----
void dominators_find(IrFunc *f, Arena *scratch);
void loops_find(IrFunc *f, Arena *a, Arena *scratch);

#endif

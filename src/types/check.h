// check.h - the checker's state while a package is being checked, for the files of this folder.
//
// Package-level declarations are resolved when first asked for, in any order; function bodies come
// last. A Frame is what belongs to one declaration or body in progress; resolving a package-level
// name in the middle of a body pushes another. Names of blocks live in one table a frame: a name
// maps to its innermost binding, and leaving a block undoes what it bound.
#ifndef CURFEW_TYPES_CHECK_H
#define CURFEW_TYPES_CHECK_H

#include "types/constant_make.h"
#include "types/package.h"

enum {
    // Recursion of the checker: nesting, chains of operators (SYNTAX_CHAIN_MAX) and declarations
    // that lead to each other. What lies deeper stays unknown. A level costs up to 1 KiB of stack,
    // three times that under sanitizers.
    CHECK_DEPTH_MAX = 120000,
};

typedef struct Operand {
    ExprMode mode;
    BuiltinKind builtin;
    TypeId type;
    const Constant *value; // EXPR_CONSTANT; NULL when not known
    NodeId expr;
} Operand;

typedef struct Binding {
    Name name;
    ObjId obj;
    uint32_t outer; // index + 1 of the binding that this one hides
} Binding;

typedef struct Bindings {
    Map heads; // Name → index + 1 of the innermost binding
    VEC(Binding) stack;
    VEC(uint32_t) blocks; // where each open block's bindings begin
} Bindings;

typedef struct Frame {
    struct Frame *outer;
    uint32_t file;
    Bindings *names; // of enclosing blocks
    bool owns_names;
    TypeId signature; // of the function whose body it is; unknown: returns anything
    bool in_function;
    const Constant *iota; // in a constant declaration
    Map *labels;          // Name → ObjId of the function
    uint64_t calls;       // Checker.calls before it
} Frame;

typedef struct Decl {
    LazyState state;
    uint32_t file;
    NodeId spec;    // ValueSpec, TypeSpec, FuncDecl
    NodeId type;    // of constants and variables, inherited for implicit repetition
    NodeId value;   // the initial value, or none
    uint32_t index; // among several names
    bool shared;    // one call initializes several variables
    int64_t iota;
    const ObjId *group; // the names of one var spec
    uint32_t group_len;
    bool inherited; // type and value belong to an earlier spec
} Decl;

typedef struct Later {
    uint32_t file;
    TypeId signature;
    NodeId func_type; // for the parameters' scope
    NodeId body;
    NodeId recv;
    const Constant *iota;
} Later;

typedef struct FileScope {
    Map names;               // Name → ObjId of imported package
    VEC(PackageRef) dots;    // dot-imported packages
    VEC(PackageRef) missing; // imports without a name whose package is not to be had
} FileScope;

typedef struct Checker {
    Package *p;
    const CheckInput *in;
    FileScope *scopes;
    Frame *frame;
    Arena scratch;
    uint32_t scratch_users;
    uint32_t first_decl; // ObjId of decls.data[0]
    VEC(Decl) decls;
    VEC(Later) later;
    VEC(Bindings *) spare; // pooled tables of names
    uint32_t depth;
    Frame *snippet_frame;    // the frame of a snippet's statements, while they are being checked
    Map undeclared_packages; // Name → ObjId of packages that no one imports
    bool in_bodies;          // all package-level declarations are resolved
    uint64_t calls;          // calls and receives met, for constant lengths
    NameCache names;
} Checker;

// ---- check.c ----
void check_resolve(Checker *c, ObjId o); // gives a package-level object its type
const Ast *check_ast(const Checker *c);  // of the current file
PackageFile *check_file(const Checker *c);
Name check_name(Checker *c, NodeId ident);
void check_frame_push(Checker *c, Frame *f, uint32_t file);
void check_frame_pop(Checker *c);

// ---- collect.c ----
void collect_package(Checker *c);

// ---- scope.c ----
uint32_t scope_open(Checker *c);
void scope_close(Checker *c, uint32_t mark);
void scope_bind(Checker *c, ObjId o);
// The object that a name denotes here; none when it is undeclared.
ObjId scope_lookup(Checker *c, Name name);
// The same, in the innermost block only.
ObjId scope_lookup_block(Checker *c, Name name);
// A new local object for an identifier: recorded as its declaration, not yet bound.
ObjId scope_declare(Checker *c, NodeId ident, NodeId decl, ObjKind kind, VarRole role, TypeId t);
// What an undeclared name is taken for.
ObjId scope_undeclared(Checker *c, Name name, bool want_type, bool called);
// The package that an undeclared qualifier means, or none.
ObjId scope_undeclared_package(Checker *c, Name name, bool surely);

// ---- record.c ----
void record_operand(Checker *c, const Operand *x);
void record_type(Checker *c, NodeId n, ExprMode mode, TypeId t, const Constant *value);
void record_object(Checker *c, NodeId ident, ObjId o);
void record_selection(Checker *c, NodeId n, Selection sel);
void record_implicit(Checker *c, NodeId n, ObjId o);
void record_instance(Checker *c, NodeId n, TypeId t);

// ---- decl.c ----
void check_type_decl(Checker *c, TypeId t);      // underlying type of a local declaration
void check_type_params_of(Checker *c, TypeId t); // its type parameters
void check_const_decl(Checker *c, ObjId o, Decl *d);
void check_var_decl(Checker *c, ObjId o, Decl *d);
void check_func_decl(Checker *c, ObjId o, Decl *d);
void check_local_decl(Checker *c, NodeId gen_decl);

// ---- typexpr.c ----
TypeId check_type(Checker *c, NodeId n);
TypeId check_type_named(Checker *c, NodeId n, TypeId owner); // the right side of a type declaration
// The type that an expression denotes when it is one; *is_type tells.
TypeId check_generic_type(Checker *c, NodeId n);
TypeId *check_type_list(Checker *c, NodeList list, uint32_t *count);

// ---- signature.c ----
// Makes the signature of a function type; declares nothing. `recv` may be none.
TypeId check_signature(Checker *c, NodeId func_type, NodeId recv, ObjId method);
// Binds the parameters and results that check_signature made.
void check_bind_signature(Checker *c, NodeId func_type, NodeId recv);
void check_type_params(Checker *c, NodeId field_list, TypeId **tparams, uint32_t *count);
void check_bind_type_params(Checker *c, const TypeId *tparams, uint32_t count);

// ---- expr.c ----
typedef struct Want {
    TypeId hint;   // type of the enclosing composite literal's elements
    TypeId target; // signature that a generic function is assigned to
    bool generic;  // may stay a generic function
} Want;
void check_raw(Checker *c, Operand *x, NodeId n, Want want);
void check_expr(Checker *c, Operand *x, NodeId n);               // one value
void check_expr_to(Checker *c, Operand *x, NodeId n, TypeId to); // that will be assigned to `to`
// The value may stay a generic function until it is assigned; `hint` as in Want.
void check_generic_expr(Checker *c, Operand *x, NodeId n, TypeId hint);
void check_expr_or_type(Checker *c, Operand *x, NodeId n);
// A generic function that stands alone takes its type arguments from where it is assigned.
void check_take_target(Checker *c, Operand *x, TypeId target);
void check_use(Checker *c, NodeId n);
void check_invalid(Operand *x);
void check_func_lit(Checker *c, Operand *x, NodeId n);

// ---- operand.c, convert.c ----
bool operand_untyped(const Checker *c, const Operand *x);
bool operand_nil(const Checker *c, const Operand *x);
void check_convert_untyped(Checker *c, Operand *x, TypeId target);
TypeId check_implicit_type(Checker *c, const Operand *x, TypeId target, const Constant **value);
// Gives an untyped operand its final type (spec: Assignability). Target unknown: its default type.
void check_assignment(Checker *c, Operand *x, TypeId target);
void check_default(Checker *c, Operand *x);
void check_update_type(Checker *c, NodeId n, TypeId t, bool final);
void check_conversion(Checker *c, Operand *x, TypeId t);
// Whether a basic type can hold the constant; *out is the value as it represents it. An unknown
// constant is held by every type.
bool check_represent(Checker *c, const Constant *v, BasicKind k, const Constant **out);
void check_overflow(Checker *c, Operand *x);
void check_update_value(Checker *c, NodeId n, const Constant *v);
void check_match_types(Checker *c, Operand *x, Operand *y);
TypeId type_default(const Package *p, TypeId t);
bool basic_is(const Package *p, TypeId t, uint32_t classes);

// Classes of basic types.
enum {
    CLASS_BOOL = 1,
    CLASS_INTEGER = 2,
    CLASS_UNSIGNED = 4,
    CLASS_FLOAT = 8,
    CLASS_COMPLEX = 16,
    CLASS_STRING = 32,
    CLASS_NUMERIC = CLASS_INTEGER | CLASS_FLOAT | CLASS_COMPLEX,
    CLASS_ORDERED = CLASS_INTEGER | CLASS_FLOAT | CLASS_STRING,
    CLASS_CONST = CLASS_NUMERIC | CLASS_BOOL | CLASS_STRING,
};
// Whether the type, or every type of a type parameter's set, is of one of the classes.
bool type_all(Package *p, TypeId t, uint32_t classes);
bool type_is_param(const Package *p, TypeId t);
bool type_is_interface(const Package *p, TypeId t); // and no type parameter
bool type_text_like(Package *p, TypeId t);
bool type_has_nil(Package *p, TypeId t);
bool type_comparable(Package *p, TypeId t);

// ---- ident.c, selector.c, binary.c, index.c, literal.c, call.c, builtin.c ----
void check_ident(Checker *c, Operand *x, NodeId n, bool want_type, bool called);
void check_selector(Checker *c, Operand *x, NodeId n, bool want_type, bool called);
void check_unary(Checker *c, Operand *x, NodeId n);
void check_binary(Checker *c, Operand *x, NodeId n, NodeId lhs, NodeId rhs, TokenKind op);
// A comparison whose operands were evaluated; for switch cases.
void check_comparison(Checker *c, Operand *x, Operand *y, TokenKind op);
// True when x is a generic function that the index instantiates.
bool check_index(Checker *c, Operand *x, NodeId n);
void check_slice(Checker *c, Operand *x, NodeId n);
void check_composite(Checker *c, Operand *x, NodeId n, TypeId hint);
void check_basic_lit(Checker *c, Operand *x, NodeId n);
void check_call(Checker *c, Operand *x, NodeId n, TypeId target);
void check_builtin(Checker *c, Operand *x, NodeId call, BuiltinKind id);
typedef struct Operands {
    Operand *items;
    uint32_t len;
} Operands;
// Values of an expression list; one call may give several. `comma_ok` admits v, ok forms.
Operands check_values(Checker *c, NodeList list, uint32_t want, bool comma_ok,
                      const TypeId *targets);
// Sizes as the gc compiler lays out for amd64; -1 when a part is unknown.
int64_t type_sizeof(Package *p, TypeId t);
int64_t type_alignof(Package *p, TypeId t);
// Offset of a field from the start of the value that the selection is on.
int64_t type_offsetof(Package *p, const Selection *sel);

// ---- infer.c ----
typedef struct Inference {
    const TypeId *tparams;
    uint32_t count;
    TypeId *args; // as known so far; filled
} Inference;
// Infers what is missing from parameters and their arguments; false when something stays unknown.
bool infer_arguments(Checker *c, Inference *in, const TypeId *params, Operand *args, uint32_t n);
// Makes fresh type parameters for the tuple or signature's own, so that a call inside the generic
// function itself is not confused with its caller.
TypeId infer_rename(Checker *c, TypeId *tparams, uint32_t count, TypeId t);
// `partly`: what cannot be inferred yet stays a type parameter.
void check_instantiate_func(Checker *c, Operand *x, NodeId index, TypeId target, bool partly);
// The signature with the known arguments put in and unknown for the others.
TypeId infer_partial(Checker *c, TypeId sig, const TypeId *args);

// ---- stmt.c, assign.c ----
void check_body(Checker *c, NodeId block);
void check_stmts(Checker *c, NodeList stmts);
void check_stmt(Checker *c, NodeId n);
void check_init_vars(Checker *c, const ObjId *lhs, uint32_t n, NodeList rhs, bool returning);
void check_assign_stmt(Checker *c, NodeId n);
void check_short_vars(Checker *c, NodeId n, NodeList lhs, NodeList rhs);
void check_assign_var(Checker *c, NodeId lhs, Operand *x);
void check_assign_vars(Checker *c, NodeList lhs, NodeList rhs);
void check_range(Checker *c, NodeId n);
void check_type_switch(Checker *c, NodeId n);
void check_switch(Checker *c, NodeId n);
void check_select(Checker *c, NodeId n);
void check_snippet_stmts(Checker *c, uint32_t file);

#endif

// types.h - a package's scopes, objects and types.
//
// Ids are local to one Package: TypeId and ObjId index its tables. Types are hash-consed with a
// canonical id, so within a package two types are identical (spec: Type identity) exactly when
// type_canonical gives the same id; aliases keep their own id and point at what they mean. What
// belongs to another package enters through the import table: a proxy object or a named type that
// says which import and which part of its byte form it stands for, filled in when first asked for. So one
// package can be dropped and rebuilt without touching the rest.
//
// Type 0 is `unknown`: legal everywhere, it silences what depends on it. Object 0 is none.
#ifndef CURFEW_TYPES_TYPES_H
#define CURFEW_TYPES_TYPES_H

#include "base/bitset.h"
#include "base/map.h"
#include "base/names.h"
#include "base/vec.h"
#include "load/model.h"
#include "syntax/ast.h"
#include "types/constant.h"

typedef struct TypeId {
    uint32_t v;
} TypeId;

typedef struct ObjId {
    uint32_t v;
} ObjId;

#define TYPE_UNKNOWN ((TypeId){0})
#define OBJ_NONE ((ObjId){0})

static inline bool type_known(TypeId t)
{
    return t.v != 0;
}
static inline bool type_same_id(TypeId a, TypeId b)
{
    return a.v == b.v;
}
static inline bool obj_ok(ObjId o)
{
    return o.v != 0;
}
static inline bool obj_eq(ObjId a, ObjId b)
{
    return a.v == b.v;
}

typedef enum TypeKind {
    T_UNKNOWN,
    T_BASIC, // predeclared and untyped types
    T_NAMED, // defined types, instantiated or not; also proxies of other packages' types
    T_ALIAS,
    T_TYPE_PARAM,
    T_POINTER,
    T_SLICE,
    T_ARRAY,
    T_MAP,
    T_CHAN,
    T_STRUCT,
    T_TUPLE, // results of calls with several values, parameter lists
    T_SIGNATURE,
    T_INTERFACE,
    T_UNION, // in constraints
} TypeKind;

typedef enum BasicKind {
    BASIC_INVALID,
    BASIC_BOOL,
    BASIC_INT,
    BASIC_INT8,
    BASIC_INT16,
    BASIC_INT32,
    BASIC_INT64,
    BASIC_UINT,
    BASIC_UINT8,
    BASIC_UINT16,
    BASIC_UINT32,
    BASIC_UINT64,
    BASIC_UINTPTR,
    BASIC_FLOAT32,
    BASIC_FLOAT64,
    BASIC_COMPLEX64,
    BASIC_COMPLEX128,
    BASIC_STRING,
    BASIC_UNSAFE_POINTER,
    BASIC_UNTYPED_BOOL,
    BASIC_UNTYPED_INT,
    BASIC_UNTYPED_RUNE,
    BASIC_UNTYPED_FLOAT,
    BASIC_UNTYPED_COMPLEX,
    BASIC_UNTYPED_STRING,
    BASIC_UNTYPED_NIL,
} BasicKind;

typedef enum ObjKind {
    OBJ_INVALID,
    OBJ_PACKAGE, // an imported package's name
    OBJ_CONST,
    OBJ_TYPE,
    OBJ_VAR,   // variables, parameters, results, receivers, fields
    OBJ_FUNC,  // functions and methods, also of interfaces
    OBJ_LABEL,
    OBJ_BUILTIN,
    OBJ_NIL,
} ObjKind;

typedef enum VarRole { VAR_PACKAGE, VAR_LOCAL, VAR_PARAM, VAR_RESULT, VAR_RECEIVER, VAR_FIELD } VarRole;

typedef enum BuiltinKind {
#define BUILTIN(name, text) BUILTIN_##name,
#include "types/builtins.def"
    BUILTIN_COUNT
} BuiltinKind;

// Where the tables of a package point to another: index into Package.imports; 0 is the package
// itself, 1 the universe.
typedef uint32_t PackageRef;

typedef struct Object {
    ObjKind kind;
    Name name;
    TypeId type;
    PackageRef home;    // the package that declares it
    uint32_t file;      // index into Package.files of the declaration; meaningless for proxies
    NodeId decl;        // ValueSpec, AssignStmt, Field, FuncDecl, TypeSpec, ImportSpec, …; none for proxies
    NodeId ident;       // the declaring identifier; none for implicit objects and proxies
    VarRole role;       // OBJ_VAR
    bool embedded;      // OBJ_VAR field
    bool used;          // something refers to it
    bool package_level; // declared at package level (not a method)
    bool synthetic;     // declared by no one: an undeclared name of a snippet
    BuiltinKind builtin;
    TypeId recv;        // OBJ_FUNC method: receiver's type as declared; unknown otherwise
    PackageRef imported; // OBJ_PACKAGE
    const Constant *value; // OBJ_CONST; NULL when unknown
} Object;

typedef enum SelectionKind {
    SEL_NONE,
    SEL_QUALIFIED,   // package.Name
    SEL_FIELD,       // value.field
    SEL_METHOD,      // value.method
    SEL_METHOD_EXPR, // Type.method
} SelectionKind;

// What a SelectorExpr denotes. `path` are the embedded fields passed through, outermost first, not
// counting the last step; each is an OBJ_VAR field.
typedef struct Selection {
    SelectionKind kind;
    ObjId obj;
    TypeId recv; // type of x
    const ObjId *path;
    uint32_t path_len;
    bool indirect; // a pointer was followed
} Selection;

typedef struct Package Package;

typedef struct Export Export; // export.h

// Gives the byte form of the package with a canonical import path, or NULL when its source is not
// to be had. Handed in by the caller of package_check; the forms it returns must outlive the
// checked package. Packages that are reached only through others' types are asked for as well.
typedef struct Importer {
    const Export *(*import)(void *ctx, Str path);
    void *ctx;
    // The canonical path of an import as it is written in this package (vendor trees); the text is
    // copied. NULL: paths are canonical as they are written.
    Str (*resolve)(void *ctx, Str spec);
} Importer;

// What an expression stands for.
typedef enum ExprMode {
    EXPR_INVALID,  // not checked, or unknown
    EXPR_NOVALUE,  // a call without results
    EXPR_BUILTIN,
    EXPR_TYPE,     // a type expression
    EXPR_CONSTANT,
    EXPR_VARIABLE, // addressable
    EXPR_MAP_INDEX,
    EXPR_VALUE,
    EXPR_COMMA_OK, // type assertion, receive: may be assigned to two
    EXPR_PACKAGE,  // the name of an imported package
} ExprMode;

// One file of a package and what was found for its nodes.
typedef struct PackageFile {
    const Ast *ast;
    uint32_t go_minor;    // language version 1.N of this file
    bool is_test;         // NAME_test.go
    const Bitset *active; // as in FileInput
    TypeId *node_types;   // by NodeId: type of an expression
    ObjId *node_objects;  // by NodeId: what an Ident denotes or declares
    uint8_t *node_modes;  // by NodeId: ExprMode of an expression
    const Constant **node_constants; // by NodeId: NULL where it is none
    Map node_selections;  // NodeId of SelectorExpr → const Selection *
    Map node_implicits;   // NodeId (CaseClause of a type switch, ImportSpec) → ObjId
    Map node_instances;   // NodeId of Ident → TypeId of the instantiated signature or type
} PackageFile;

// What package_check is given of one file. `active` selects the top-level declarations that take
// part: NULL means all of them (a snippet overlay passes a subset of an earlier block).
typedef struct FileInput {
    const Ast *ast;
    uint32_t go_minor;
    bool is_test;
    const Bitset *active; // over NodeId of FileView.decls and stmts, or NULL
} FileInput;

typedef struct CheckInput {
    Names *names;
    Str path; // import path
    const FileInput *files;
    uint32_t file_count;
    Importer importer;
    ModelStore *models;   // for the well-known packages of snippets; may be NULL
    bool snippet;         // missing imports and undeclared names are no errors
    // Declarations only: no function bodies, neither of functions nor of literals in the initial
    // values of variables. These values are still checked, as the variables' types need them.
    bool skip_bodies;
    uint8_t word_bytes; // of int and of pointers on the target: 4, or 8, which 0 means as well
} CheckInput;

// Checks a package. Always gives a package; whatever could not be resolved is unknown. The trees
// must outlive it.
Package *package_check(const CheckInput *in);
void package_free(Package *p);

// ---- The package ----
Str package_path(const Package *p);
Str package_name(const Package *p);
Names *package_names(const Package *p);
uint32_t package_file_count(const Package *p);
const PackageFile *package_file(const Package *p, uint32_t file);
uint32_t package_object_count(const Package *p); // valid ids 1 … count-1
uint32_t package_type_count(const Package *p);
// Looks a name up at package level.
ObjId package_lookup(const Package *p, Name name);
// The import path of a reference in this package's tables ("" for the universe).
Str package_ref_path(const Package *p, PackageRef ref);
// Import paths that could not be found, in source order.
const Str *package_missing_imports(const Package *p, uint32_t *count);
size_t package_bytes(const Package *p);

// ---- Objects ----
const Object *object_at(const Package *p, ObjId o);
Str object_name(const Package *p, ObjId o);
Str object_path(const Package *p, ObjId o); // import path of its home
// The name of a method's receiver type without pointer and arguments; name 0 for others.
Name object_receiver(const Package *p, ObjId o);
// "context.WithCancel", "(*net/http.Server).Shutdown" as go/types prints a Func's full name.
Str object_full_name(const Package *p, Arena *a, ObjId o);
bool object_is(const Package *p, ObjId o, const char *path, const char *recv, const char *name);

// ---- Nodes: the result of checking ----
TypeId node_type(const Package *p, uint32_t file, NodeId n);
ObjId node_object(const Package *p, uint32_t file, NodeId ident);
const Constant *node_constant(const Package *p, uint32_t file, NodeId n); // NULL: not constant
const Selection *node_selection(const Package *p, uint32_t file, NodeId n); // NULL: unresolved
ObjId node_implicit(const Package *p, uint32_t file, NodeId n);
bool node_is_type(const Package *p, uint32_t file, NodeId n); // a type expression
ExprMode node_mode(const Package *p, uint32_t file, NodeId n);
// The function or method that a call denotes statically (through parentheses and instantiation),
// also an interface's method; none for values of function type, conversions and builtins.
ObjId node_callee(const Package *p, uint32_t file, NodeId call);

// ---- Types ----
TypeKind type_kind(const Package *p, TypeId t);
TypeId type_canonical(const Package *p, TypeId t);
bool type_identical(const Package *p, TypeId a, TypeId b);
TypeId type_unalias(const Package *p, TypeId t);
TypeId type_underlying(const Package *p, TypeId t); // through aliases and names
TypeId type_deref(const Package *p, TypeId t);      // *T → T, else t
TypeId type_pointer_to(const Package *p, TypeId t); // *T; unknown when t is
// The underlying type, of a type parameter the one that all types of its type set share (the spec's
// core type); unknown when there is none.
TypeId type_shape(const Package *p, TypeId t);
// The types that a type parameter's constraint names, ~ left away; none where it names no types.
uint32_t type_term_count(const Package *p, TypeId t);
TypeId type_term(const Package *p, TypeId t, uint32_t i);
BasicKind type_basic(const Package *p, TypeId t);   // of the underlying type; BASIC_INVALID else
// Of the underlying type: element of pointer, slice, array, map, channel; unknown else.
TypeId type_elem(const Package *p, TypeId t);
TypeId type_key(const Package *p, TypeId t);
int64_t type_array_len(const Package *p, TypeId t); // -1 unknown
ChanDir type_chan_dir(const Package *p, TypeId t);
// Fields of the underlying struct, in order.
uint32_t type_field_count(const Package *p, TypeId t);
ObjId type_field(const Package *p, TypeId t, uint32_t i);
// Tuple members and signatures.
uint32_t type_tuple_len(const Package *p, TypeId t);
ObjId type_tuple_var(const Package *p, TypeId t, uint32_t i);
TypeId type_tuple_at(const Package *p, TypeId t, uint32_t i);
TypeId type_params(const Package *p, TypeId signature);  // T_TUPLE
TypeId type_results(const Package *p, TypeId signature); // T_TUPLE
bool type_variadic(const Package *p, TypeId signature);
// Named types (through pointers and aliases if `t` is one is the caller's business: type_deref).
ObjId type_named_object(const Package *p, TypeId t); // of T_NAMED, T_ALIAS, T_TYPE_PARAM
TypeId type_origin(const Package *p, TypeId t);      // generic type of an instance
uint32_t type_arg_count(const Package *p, TypeId t);
TypeId type_arg(const Package *p, TypeId t, uint32_t i);
// Methods declared on a named type (not promoted), in source order; embedded ones are found by
// type_lookup.
uint32_t type_method_count(const Package *p, TypeId t);
ObjId type_method(const Package *p, TypeId t, uint32_t i);
// Methods of an interface's type set, sorted by name.
uint32_t type_interface_method_count(const Package *p, TypeId t);
ObjId type_interface_method(const Package *p, TypeId t, uint32_t i);
// Field or method of that name, through embedding and one pointer (spec: Selectors).
Selection type_lookup(const Package *p, TypeId t, Name name);
bool type_implements(const Package *p, TypeId t, TypeId interface);
// Whether t (or what t points to) is the named type path.name.
bool type_is_named(const Package *p, TypeId t, const char *path, const char *name);
// As go/types prints it with full package paths as qualifiers.
Str type_string(const Package *p, Arena *a, TypeId t);

#endif

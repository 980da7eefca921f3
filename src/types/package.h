// package.h - the insides of a Package, for the files of this folder only.
//
// Types and objects live in pages that never move, so a pointer to one stays valid while others are
// made. Everything is owned by the package's arena. What is filled in on demand (underlying types
// of other packages' names, expanded instances, type sets, canonical ids) is a cache: asking
// through the const API may fill it, and asking twice gives the same answer.
#ifndef CURFEW_TYPES_PACKAGE_H
#define CURFEW_TYPES_PACKAGE_H

#include "types/keytable.h"
#include "types/types.h"

enum {
    PAGE_BITS = 10,
    PAGE_ITEMS = 1 << PAGE_BITS,
    // Nesting of one type. Type expressions are bounded by the parser, so this bounds what
    // instantiation builds (f[T[T[…]]]); the recursive walks over a type fit the stack at this
    // depth.
    TYPE_DEPTH_MAX = 5000,
};

// Fixed ids of the universe, the same in every package. Ids 1 … BASIC_UNTYPED_NIL are the basic
// types by BasicKind.
enum {
    TID_BYTE = BASIC_UNTYPED_NIL + 1,
    TID_RUNE,
    TID_EMPTY_TUPLE,
    TID_EMPTY_INTERFACE,
    TID_ANY,
    TID_ERROR,
    TID_ERROR_INTERFACE,
    TID_COMPARABLE,
    TID_COMPARABLE_INTERFACE,
    TID_ERROR_RESULTS,
    TID_ERROR_SIGNATURE,
    TID_UNIVERSE_END,
};

#define TID(n) ((TypeId){(uint32_t)(n)})

// What is known of a struct or array; a type that contains itself meets its own busy bit.
enum {
    WALK_COMPARABLE_BUSY = 1,
    WALK_COMPARABLE = 2,
    WALK_INCOMPARABLE = 4,
    WALK_SIZE_BUSY = 8,
    WALK_SIZE = 16,
    WALK_ALIGN_BUSY = 32,
};

typedef enum LazyState { LAZY_NONE, LAZY_BUSY, LAZY_DONE } LazyState;

typedef struct Term {
    TypeId type;
    bool tilde;
} Term;

typedef struct TypeSet {
    ObjId *methods; // sorted by name
    uint32_t method_count;
    Term *terms; // when restricted
    uint32_t term_count;
    bool restricted; // else: all types
    bool comparable;
    bool partial; // something embedded is unknown
} TypeSet;

typedef struct Interface {
    ObjId *methods; // declared here, sorted by name
    uint32_t method_count;
    TypeId *embeds;
    uint32_t embed_count;
    bool implicit; // [T int|string] means interface{ int|string }
    LazyState state;
    TypeSet set;
} Interface;

typedef struct StructInfo {
    ObjId *fields;
    Str *tags; // NULL when no field has one
    uint32_t count;
    Map *index;       // Name → position + 1, for wide structs
    uint32_t *embeds; // positions of embedded fields
    uint32_t embed_count;
} StructInfo;

typedef struct Signature {
    TypeId params, results; // T_TUPLE
    TypeId *tparams;        // T_TYPE_PARAM of a generic function
    uint32_t tparam_count;
    TypeId *rparams; // type parameters that a method's receiver declares
    uint32_t rparam_count;
    Name recv_name; // of a method's receiver
    bool variadic;
} Signature;

// A defined type or an alias.
typedef struct Named {
    ObjId obj;
    TypeId origin; // none unless an instance
    TypeId *args;
    uint32_t arg_count;
    TypeId *tparams;
    uint32_t tparam_count;
    LazyState tparams_state;
    LazyState state;   // of underlying
    TypeId underlying; // T_ALIAS: what it stands for
    PackageRef home;
    TypeId foreign; // proxies: number of the type in its home's byte form
    VEC(ObjId) methods;
    Map method_index; // Name → ObjId; for instances filled on demand
    bool methods_done;
    bool open;   // members may exist that are not seen: undeclared types, types of models
    Map members; // Name → synthetic ObjId of an open type
} Named;

typedef struct TypeParam {
    ObjId obj;
    TypeId bound;
    TypeId iface; // the bound as an interface, once asked for
    uint32_t index;
    bool busy;
} TypeParam;

typedef struct Type {
    uint8_t kind;
    uint8_t sub;     // BasicKind or ChanDir
    bool parametric; // a type parameter occurs in it
    bool canon_busy;
    uint8_t walk;  // memo of the walks over arrays and structs: WALK_… bits
    uint8_t align; // of those, once it is known
    uint16_t depth;
    TypeId canon; // 0: not asked yet
    TypeId elem, key;
    int64_t len; // of an array; a struct's size once it is known
    union {
        const char *basic_name;
        StructInfo *strct;
        struct {
            ObjId *vars;
            uint32_t count;
        } tuple;
        Signature *sig;
        Interface *iface;
        struct {
            Term *terms;
            uint32_t count;
        } onion;
        Named *named;
        TypeParam *tparam;
    };
} Type;

typedef struct Import {
    Str path;
    const Export *form; // NULL: not to be had
    Str name;           // the package's name, or what the path suggests
    Map objects;        // number of its exported object → proxy here
    Map types;          // number of its type → type here
    Map synth_values;   // Name → ObjId of what it lacks
    Map synth_types;
} Import;

// A type parameter of an import whose bound is not decoded yet.
typedef struct Unbound {
    TypeId tparam;
    PackageRef ref;
    TypeId bound; // number in the byte form
} Unbound;

struct Checker;

struct Package {
    Names *names;
    Arena arena;
    Str path, name;
    Type **type_pages;
    uint32_t type_count, type_page_cap;
    Object **object_pages;
    uint32_t object_count, object_page_cap;
    PackageFile *files;
    uint32_t file_count;
    Map scope;    // Name → ObjId at package level
    Map universe; // Name → ObjId
    VEC(Import *) imports;
    Map import_refs; // Name of path → PackageRef
    VEC(Unbound) unbound;
    uint32_t import_nesting; // types of imports being decoded
    Importer importer;
    ModelStore *models;
    bool snippet;
    uint8_t word; // bytes of int and of pointers
    KeyTable exact, canon;
    Map synth_types, synth_values; // Name → ObjId of undeclared names
    VEC(Str) missing;
    struct Checker *checker; // while being checked
    Name blank;              // "_"
    Arena scratch;           // of searches; reset when the outermost one ends
    uint32_t scratch_users;
    Arena search; // of one lookup
    uint32_t search_users;
    uint64_t search_steps;     // types met in all searches
    Map wide_lookups;          // (type, name) → Selection * of searches that went far
    uint32_t universe_objects; // ids below are the universe's
};

// ---- table.c: records and hash-consing ----
Type *type_at(const Package *p, TypeId t);
Object *object_mut(const Package *p, ObjId o);
Package *package_mut(const Package *p); // for filling caches behind the const API
TypeId table_add(Package *p, Type t);
ObjId table_object(Package *p, Object o);

TypeId table_pointer(Package *p, TypeId elem);
TypeId table_slice(Package *p, TypeId elem);
TypeId table_array(Package *p, TypeId elem, int64_t len);
TypeId table_map(Package *p, TypeId key, TypeId elem);
TypeId table_chan(Package *p, ChanDir dir, TypeId elem);
TypeId table_tuple(Package *p, const ObjId *vars, uint32_t count);
TypeId table_signature(Package *p, Signature sig);
TypeId table_struct(Package *p, StructInfo info);
TypeId table_interface(Package *p, Interface info);
TypeId table_union(Package *p, const Term *terms, uint32_t count);
// A new defined type or alias; `kind` is T_NAMED or T_ALIAS.
TypeId table_named(Package *p, TypeKind kind, Named info);
TypeId table_type_param(Package *p, ObjId obj, uint32_t index);
// A tuple of unnamed variables.
TypeId table_tuple_of(Package *p, const TypeId *types, uint32_t count);
ObjId table_var(Package *p, Name name, TypeId t, VarRole role);
bool type_parametric(const Package *p, TypeId t);
// Sets what an alias stands for; types made of it are as deep as that.
void table_set_alias(Package *p, TypeId alias, TypeId to);

// Memory of one computation: from p->scratch, which is emptied when the outermost holder lets go.
static inline void scratch_hold(Package *p)
{
    p->scratch_users++;
}
static inline void scratch_release(Package *p)
{
    if (--p->scratch_users == 0)
        arena_reset(&p->scratch);
}

// ---- universe.c ----
void universe_fill(Package *p);
BasicKind basic_default(BasicKind untyped);
bool basic_untyped(BasicKind k);
// The object of package unsafe of that name; none when it has none.
ObjId universe_unsafe(Package *p, Name name);

// ---- string.c ----
// As type_string, cut a little after `max` bytes.
Str type_string_cut(const Package *p, Arena *a, TypeId t, size_t max);

// ---- lookup.c ----
bool name_exported(const Package *p, Name n);
void named_complete(Package *p, TypeId t);         // underlying
void named_complete_methods(Package *p, TypeId t); // methods
uint32_t named_type_params(Package *p, TypeId t, TypeId **tparams);
// The declared method of that name of a named type (instances: substituted), or none.
ObjId named_method(Package *p, TypeId t, Name name);
// As type_lookup. Where a type has members that are not seen, a miss gives a synthetic member of
// it: a function when it is `called`, else a field.
Selection lookup_member(Package *p, TypeId t, Name name, bool called);
// The type of an object, resolved when its declaration has not been looked at yet.
TypeId object_type(const Package *p, ObjId o);
const TypeSet *type_set(Package *p, TypeId iface);
// Sorts by name; ties keep the order of declaration.
void type_sort_methods(Package *p, ObjId *methods, uint32_t count);
// The method of that name in a type set, or none.
ObjId type_set_method(const Package *p, const TypeSet *s, Name name);
// The missing method is returned in *missing when there is one.
bool type_has_methods(Package *p, TypeId t, TypeId iface, Name *missing);
// Types of the type set of a type parameter or constraint; false when it is not restricted.
bool type_terms(Package *p, TypeId t, const Term **terms, uint32_t *count);
// The single underlying type of all types in t's type set (t itself when it is no type parameter);
// unknown when there is none.
TypeId type_core(Package *p, TypeId t);
bool type_is_open(const Package *p, TypeId t);
// The synthetic member of an open type.
ObjId open_member(Package *p, TypeId t, Name name, bool called);
// Whether the receiver of a declared method is a pointer.
bool method_has_pointer_receiver(const Package *p, ObjId method);

// ---- subst.c ----
typedef struct Subst {
    const TypeId *from; // type parameters
    const TypeId *to;   // 0 leaves the parameter as it is
    uint32_t count;
    bool forget; // parameters without a type become unknown
    Map memo;
} Subst;
TypeId subst_type(Package *p, Subst *s, TypeId t);
// A generic named type or alias with arguments; hash-consed.
TypeId instantiate_named(Package *p, TypeId generic, const TypeId *args, uint32_t count);
TypeId instantiate_signature(Package *p, TypeId sig, const TypeId *args, uint32_t count);
// The copy of a method for a receiver instance.
ObjId instance_method(Package *p, TypeId recv, ObjId method);
// The object with another type: same name, place and role.
ObjId object_with_type(Package *p, ObjId o, TypeId t);

// ---- import.c ----
PackageRef import_ref(Package *p, Str path);
// A package that is named in the text but imported by no one; its path is not asked for.
PackageRef import_phantom(Package *p, Str path);
// Whether an import's exported package-level objects have that name.
bool import_declares(const Package *p, PackageRef ref, Name name);
// The local stand-in of a package-level object of an import; a synthetic one when it has none.
ObjId import_object(Package *p, PackageRef ref, Name name, bool want_type, bool called);
// The type with that number in an import's byte form.
TypeId import_type(Package *p, PackageRef ref, TypeId foreign);
void import_underlying(Package *p, TypeId named);
void import_methods(Package *p, TypeId named);
ObjId import_method(Package *p, TypeId named, Name name);
void import_type_params(Package *p, TypeId named);
// The name that a package of this path has when its clause is not seen.
Str import_guess_name(Str path);
// An undeclared type name: a named type without known underlying type.
ObjId synthetic_type(Package *p, PackageRef home, Name name);
ObjId synthetic_value(Package *p, PackageRef home, Name name, bool called);

#endif

// model.h - what library functions do to goroutines, read from model files.
//
// A model file is a Go file with declarations only whose doc comments carry //curfew: directives
// (docs/models.md). Files are parsed when their import path is first asked for; the built-in ones
// are compiled into the program, others are added by the user.
#ifndef CURFEW_LOAD_MODEL_H
#define CURFEW_LOAD_MODEL_H

#include "base/names.h"
#include "base/vec.h"
#include "syntax/ast.h"

typedef enum EffectKind {
#define EFFECT(name, text, target, meaning) EFFECT_##name,
#include "load/effects.def"
    EFFECT_KIND_COUNT
} EffectKind;

// Modes are a set of bits.
typedef enum EffectMode {
#define MODE(name, text) MODE_##name##_BIT,
#include "load/modes.def"
    MODE_COUNT
} EffectMode;
enum {
#define MODE(name, text) MODE_##name = 1 << MODE_##name##_BIT,
#include "load/modes.def"
};

typedef enum RefKind { REF_NONE, REF_RECV, REF_PARAM, REF_RESULT } RefKind;

typedef struct EffectRef {
    RefKind kind;
    uint32_t index; // of the parameter or result
    Name field;     // 0, or the field meant ("C")
} EffectRef;

// Go language version 1.minor; 0 means not given.
typedef struct Effect {
    EffectKind kind;
    EffectRef target;
    uint32_t modes; // MODE_… bits
    uint32_t since, before;
    VEC(Name) until;
} Effect;

// One declaration of a model.
typedef struct ModelEntry {
    Name recv; // name of the type that has the method or field, 0 for what is at package level
    Name name;
    NodeId decl; // FuncDecl, Field of an interface or struct, TypeSpec, ValueSpec of the tree
    VEC(Effect) effects;
} ModelEntry;

typedef struct ModelPackage {
    const char *path; // import path
    Str name;         // package name
    Ast *ast;
    VEC(ModelEntry) entries;
} ModelPackage;

typedef struct ModelStore ModelStore;

ModelStore *model_store_new(Names *names);
void model_store_free(ModelStore *s);

// Adds the model files of a directory laid out as models/ is, before the built-in ones are
// consulted. Returns false and a message with path, line and reason on a malformed file.
bool model_store_add(ModelStore *s, const char *directory, const char **error);

// The model of an import path, or NULL. Owned by the store.
const ModelPackage *model_package(ModelStore *s, Str import_path);

// What is said of a function, method, type or variable; NULL when nothing is. `recv` is the name
// of the receiver's type without pointer or type arguments, name 0 for package-level names.
const ModelEntry *model_entry(ModelStore *s, Str import_path, Name recv, Name name);

// The first effect of a kind that holds at Go version 1.`go_minor`, or NULL.
const Effect *effect_find(const ModelEntry *e, EffectKind kind, uint32_t go_minor);

// The import path that an undeclared package name of a snippet means ("errgroup" →
// "golang.org/x/sync/errgroup"): the well-known package, found among the models. Empty when none.
Str model_well_known(ModelStore *s, Str package_name);

const char *effect_name(EffectKind kind);
const char *effect_mode_name(EffectMode mode);

#endif

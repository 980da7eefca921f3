// copied_lock.c - a lock that is copied.
//
// A mutex, a wait group, an atomic counter are their memory: goroutines meet because they use the
// same words. True at run time where a value that has such a word in it is copied while it may be
// in use: what is done to the copy nobody else sees. A copy can be held locked for ever, Done is
// counted where nobody waits, and reading the words to copy them is a race with those who use them.
//
// Copies are no instructions of their own: a load of a struct is also how one of its fields is
// read. So this rule looks at the expressions whose values are given to a variable, parameter,
// element or result, in code that control reaches as well as elsewhere.
#include "rules/evidence.h"

typedef struct Copies {
    RuleContext *ctx;
    uint32_t file;
    const Ast *ast;
    Map paths; // TypeId → what is known of it: a LockPath *
} Copies;

// How a lock lies in a value.
typedef struct LockPath {
    bool has;
    const char *fields; // ".cache.mu", "" where the type itself is one
    TypeId lock;
} LockPath;

static const LockPath *lock_path(Copies *c, TypeId t);

// ---- What holds a lock ----

// A method without parameters and results that is declared for pointers.
static bool has_pointer_method(const Package *p, TypeId t, const char *name)
{
    for (uint32_t k = 0; k < type_method_count(p, t); k++) {
        ObjId m = type_method(p, t, k);
        const Object *o = object_at(p, m);
        if (str_is(object_name(p, m), name))
            return type_kind(p, type_unalias(p, o->recv)) == T_POINTER &&
                   type_tuple_len(p, type_params(p, o->type)) == 0 &&
                   type_tuple_len(p, type_results(p, o->type)) == 0;
    }
    return false;
}

static bool is_lock(const RuleContext *ctx, TypeId t)
{
    ObjId name = type_named_object(ctx->types, t);
    if (!obj_ok(name) || type_kind(ctx->types, t) != T_NAMED)
        return false;
    if (effect_find(flow_object_model(ctx->flow, name), EFFECT_NO_COPY, ctx->go_minor))
        return true;
    TypeId origin = type_origin(ctx->types, t);
    TypeId declared = type_known(origin) ? origin : t;
    return type_kind(ctx->types, type_underlying(ctx->types, t)) == T_STRUCT &&
           has_pointer_method(ctx->types, declared, "Lock") &&
           has_pointer_method(ctx->types, declared, "Unlock");
}

static bool in_part(Copies *c, LockPath *out, TypeId part, const char *step)
{
    const LockPath *inner = lock_path(c, part);
    if (!inner->has)
        return false;
    *out =
        (LockPath){true, arena_printf(c->ctx->scratch, "%s%s", step, inner->fields), inner->lock};
    return true;
}

static bool in_fields(Copies *c, LockPath *out, TypeId structure)
{
    const Package *p = c->ctx->types;
    for (uint32_t k = 0; k < type_field_count(p, structure); k++) {
        ObjId field = type_field(p, structure, k);
        const char *step = arena_printf(c->ctx->scratch, ".%.*s", STR_ARG(object_name(p, field)));
        if (in_part(c, out, object_at(p, field)->type, step))
            return true;
    }
    return false;
}

static void find_path(Copies *c, TypeId t, LockPath *out)
{
    const Package *p = c->ctx->types;
    if (is_lock(c->ctx, t)) {
        *out = (LockPath){true, "", t};
        return;
    }
    for (uint32_t k = 0; k < type_term_count(p, t); k++)
        if (in_part(c, out, type_term(p, t, k), ""))
            return;
    TypeId under = type_underlying(p, t);
    if (type_kind(p, under) == T_STRUCT)
        in_fields(c, out, under);
    else if (type_kind(p, under) == T_ARRAY)
        in_part(c, out, type_elem(p, under), "[]");
    else if (type_kind(p, under) == T_TUPLE && type_tuple_len(p, under))
        in_part(c, out, type_tuple_at(p, under, 0), "");
}

// A type that is looked at from inside itself holds no lock by that way.
static const LockPath *lock_path(Copies *c, TypeId t)
{
    TypeId canonical = type_canonical(c->ctx->types, type_unalias(c->ctx->types, t));
    const uint64_t *known = map_get(&c->paths, canonical.v);
    if (known)
        return (const LockPath *)(uintptr_t)*known;
    LockPath *path = arena_new(c->ctx->scratch, LockPath);
    map_put(c->ctx->scratch, &c->paths, canonical.v, (uint64_t)(uintptr_t)path);
    find_path(c, canonical, path);
    return path;
}

// ---- What copies ----

static NodeId unparen(const Ast *ast, NodeId n)
{
    while (node_ok(n) && node_kind(ast, n) == NODE_PAREN_EXPR)
        n = ast_operand(ast, n);
    return n;
}

// Whether an expression gives a value that something else holds too. Literals and results are new,
// and what a call returns a pointer to may be.
static bool is_shared(const Copies *c, NodeId n)
{
    switch (node_kind(c->ast, n)) {
    case NODE_COMPOSITE_LIT:
    case NODE_CALL_EXPR:
    case NODE_FUNC_LIT:
        return false;
    case NODE_STAR_EXPR:
        return node_kind(c->ast, unparen(c->ast, ast_operand(c->ast, n))) != NODE_CALL_EXPR;
    default:
        return !node_is_type(c->ctx->types, c->file, n);
    }
}

static const IrFunc *enclosing(const Copies *c, Span span)
{
    const IrFunc *found = NULL;
    for (uint32_t id = 1; id < c->ctx->ir->funcs.len; id++) {
        const IrFunc *f = c->ctx->ir->funcs.data[id];
        if (f->file != c->file || !node_ok(f->node))
            continue;
        Span own = node_span(c->ast, f->node);
        if (own.start <= span.start && span.end <= own.end &&
            (!found || node_span(c->ast, found->node).start <= own.start))
            found = f;
    }
    return found;
}

static const char *text(const Copies *c, NodeId n)
{
    Str s = ast_text(c->ast, n);
    return arena_strndup(c->ctx->arena, s.ptr, s.len < 60 ? s.len : 60);
}

static const char *lock_text(const Copies *c, const LockPath *path)
{
    Str s = type_string(c->ctx->types, c->ctx->arena, path->lock);
    return arena_strndup(c->ctx->arena, s.ptr, s.len);
}

static void report(Copies *c, NodeId at, const LockPath *path, const char *sentence)
{
    Span span = node_span(c->ast, at);
    const IrFunc *func = enclosing(c, span);
    if (!func)
        return;
    const char *where = path->fields[0] ? arena_printf(c->ctx->arena, " in %s", path->fields) : "";
    Finding *f = finding_on(c->ctx, LEVEL_WARNING, func, span, "%s, with the %s%s", sentence,
                            lock_text(c, path), where);
    finding_also(c->ctx, f, FAIL_DEADLOCK);
    finding_note(c->ctx, f,
                 "goroutines that use the copy and the original do not meet, and copying reads "
                 "what others may write");
}

// A value is given away: `sentence` has a %s for it.
static bool copies(Copies *c, NodeId value, const char *format)
{
    NodeId n = unparen(c->ast, value);
    if (!node_ok(n) || !is_shared(c, n))
        return false;
    const LockPath *path = lock_path(c, node_type(c->ctx->types, c->file, n));
    if (path->has)
        report(c, value, path, arena_printf(c->ctx->arena, "%s %s", text(c, value), format));
    return path->has;
}

static void copies_all(Copies *c, NodeList values, const char *format)
{
    LIST_EACH (v, values)
        copies(c, *v, format);
}

static void takes(Copies *c, NodeId fields, const char *what)
{
    if (!node_ok(fields))
        return;
    NodeList list = ast_field_list(c->ast, fields).fields;
    LIST_EACH (f, list) {
        NodeId type = ast_field(c->ast, *f).type;
        const LockPath *path = lock_path(c, node_type(c->ctx->types, c->file, type));
        if (path->has)
            report(c, type, path,
                   arena_printf(c->ctx->arena, "%s is a copy of the caller's %s", what,
                                text(c, type)));
    }
}

static bool is_blank(const Copies *c, NodeId n)
{
    return !node_ok(n) || (node_kind(c->ast, n) == NODE_IDENT && str_is(ast_text(c->ast, n), "_"));
}

// What a loop gives a new value each round.
static bool loop_variable(Copies *c, NodeId n, const char *what)
{
    if (is_blank(c, n))
        return false;
    ObjId o =
        node_kind(c->ast, n) == NODE_IDENT ? node_object(c->ctx->types, c->file, n) : OBJ_NONE;
    TypeId t = obj_ok(o) ? object_at(c->ctx->types, o)->type : node_type(c->ctx->types, c->file, n);
    const LockPath *path = lock_path(c, t);
    if (path->has)
        report(c, n, path, arena_printf(c->ctx->arena, "%s is %s", text(c, n), what));
    return path->has;
}

// From Go 1.22 on the variables that a for clause declares are copied from round to round.
static void check_for(Copies *c, NodeId n)
{
    NodeId init = ast_for(c->ast, n).init;
    if (package_file(c->ctx->types, c->file)->go_minor < 22 || !node_ok(init) ||
        node_kind(c->ast, init) != NODE_ASSIGN_STMT || ast_assign(c->ast, init).op != TOK_DEFINE)
        return;
    AssignView a = ast_assign(c->ast, init);
    LIST_EACH (v, a.rhs) {
        NodeId value = unparen(c->ast, *v);
        if (is_shared(c, value) && lock_path(c, node_type(c->ctx->types, c->file, value))->has)
            return; // its assignment copies one already
    }
    LIST_EACH (l, a.lhs)
        loop_variable(c, *l, "copied into a new variable each round of the loop");
}

// Some builtins look at the type of their argument only.
static bool looks_at_type(const Copies *c, NodeId call)
{
    NodeId fun = unparen(c->ast, ast_call(c->ast, call).fun);
    if (node_is_type(c->ctx->types, c->file, fun))
        return false;
    if (node_kind(c->ast, fun) == NODE_SELECTOR_EXPR)
        fun = ast_selector(c->ast, fun).sel;
    ObjId o =
        node_kind(c->ast, fun) == NODE_IDENT ? node_object(c->ctx->types, c->file, fun) : OBJ_NONE;
    if (!obj_ok(o) || object_at(c->ctx->types, o)->kind != OBJ_BUILTIN)
        return false;
    BuiltinKind k = object_at(c->ctx->types, o)->builtin;
    return k == BUILTIN_LEN || k == BUILTIN_CAP || k == BUILTIN_UNSAFE_SIZEOF ||
           k == BUILTIN_UNSAFE_OFFSETOF || k == BUILTIN_UNSAFE_ALIGNOF;
}

static void check_assign(Copies *c, NodeId n)
{
    AssignView a = ast_assign(c->ast, n);
    for (uint32_t k = 0; k < a.rhs.len && k < a.lhs.len; k++)
        if ((a.op == TOK_ASSIGN || a.op == TOK_DEFINE) && !is_blank(c, a.lhs.items[k]))
            copies(c, a.rhs.items[k],
                   arena_printf(c->ctx->arena, "is copied to %s", text(c, a.lhs.items[k])));
}

static void check_literal(Copies *c, NodeId n)
{
    NodeList elts = ast_composite_lit(c->ast, n).elts;
    LIST_EACH (e, elts)
        copies(c,
               node_kind(c->ast, *e) == NODE_KEY_VALUE_EXPR ? ast_key_value(c->ast, *e).value : *e,
               "is copied into a literal");
}

static void check_signature(Copies *c, NodeId recv, NodeId type)
{
    takes(c, recv, "the receiver");
    takes(c, ast_func_type(c->ast, type).params, "a parameter");
}

static void check_node(Copies *c, NodeId n)
{
    switch (node_kind(c->ast, n)) {
    case NODE_ASSIGN_STMT:
        check_assign(c, n);
        break;
    case NODE_VALUE_SPEC:
        copies_all(c, ast_value_spec(c->ast, n).values, "is copied to a new variable");
        break;
    case NODE_COMPOSITE_LIT:
        check_literal(c, n);
        break;
    case NODE_CALL_EXPR:
        if (!looks_at_type(c, n))
            copies_all(c, ast_call(c->ast, n).args,
                       arena_printf(c->ctx->arena, "is copied to call %s",
                                    text(c, ast_call(c->ast, n).fun)));
        break;
    case NODE_RETURN_STMT:
        copies_all(c, ast_return_results(c->ast, n), "is copied to be returned");
        break;
    case NODE_SEND_STMT: {
        NodeId value = ast_send(c->ast, n).value;
        copies(c, value, "is copied into a channel");
        break;
    }
    case NODE_RANGE_STMT:
        loop_variable(c, ast_range(c->ast, n).key, "a copy of the key");
        loop_variable(c, ast_range(c->ast, n).value, "a copy of the element");
        break;
    case NODE_FOR_STMT:
        check_for(c, n);
        break;
    case NODE_FUNC_DECL:
        check_signature(c, ast_func_decl(c->ast, n).recv, ast_func_decl(c->ast, n).type);
        break;
    case NODE_FUNC_LIT:
        check_signature(c, (NodeId){0}, ast_func_lit(c->ast, n).type);
        break;
    default:
        break;
    }
}

void rule_copied_lock(RuleContext *ctx)
{
    for (uint32_t file = 0; file < package_file_count(ctx->types); file++) {
        Copies c = {.ctx = ctx, .file = file, .ast = package_file(ctx->types, file)->ast};
        for (NodeId n = {1}; n.v < ast_node_count(c.ast); n.v++)
            check_node(&c, n);
    }
}
